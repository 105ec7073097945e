from __future__ import annotations

import re
import time

import pytest

ROWS = (
    'a1,Alpha,"The embattled governor Paula Marwick left the dam on Monday. Marwick, a former general, said the river'
    ' was low. ""The river is a stubborn thief,"" she said."',
    'b1,Beta,"Governor Paula Marwick spoke in the harbour. According to the harbour master, Marwick is a popular '
    'leader of the valley. Marwick thanked the engineers."',
)
LEXICON = """\
[[actor]]
name = "Paula Marwick"
aliases = ["Marwick"]
titles = ["Governor"]

[[actor]]
name = "Harbour Board"

[[term]]
term = "former general"
category = "delegitimising"
"""
GERMAN = (
    "Der General hat am Montag gesagt, dass die Truppen nicht in die Stadt einmarschieren werden und auch nicht mit "
    "der Regierung sprechen wollen."
)


@pytest.fixture
def river(tmp_path):
    """Table of two articles by two outlets, with a lexicon of two actors beside it."""
    path = tmp_path / "river" / "articles.csv"
    path.parent.mkdir()
    path.write_text("\n".join(["name,outlet,text", *ROWS]) + "\n", encoding="utf-8")
    (path.parent / "lexicon.toml").write_text(LEXICON)
    return path


def rows(answer, *columns):
    return {tuple(row[column] for column in columns) for row in answer["table"]}


# -------------------------------------------------------------------------------------------------------------- labels


def test_labels_of_one_actor_are_found_by_outlet(ran, river):
    answer = ran("labels", river, "--actor", "Paula Marwick", "--format", "json").json

    assert {("former general", "Alpha", 1), ("popular leader of the valley", "Beta", 1)} <= rows(
        answer, "label", "outlet", "n"
    )


def test_labels_say_which_are_new(ran, river):
    answer = ran("labels", river, "--actor", "Marwick", "--format", "json").json

    assert ("former general", True) in rows(answer, "label", "in_lexicon")
    assert ("popular leader of the valley", False) in rows(answer, "label", "in_lexicon")


def test_without_an_actor_all_that_are_mentioned_are_taken(ran, river):
    answer = ran("labels", river, "--format", "json").json

    assert {actor for (actor,) in rows(answer, "actor")} == {"Paula Marwick"}


def test_labels_need_no_lexicon(ran, river):
    (river.parent / "lexicon.toml").unlink()

    answer = ran("labels", river, "--actor", "Paula Marwick", "--format", "json").json

    assert ("former general", "Alpha") in rows(answer, "label", "outlet")


def test_labels_as_json_have_table_hits_cautions_and_settings(ran, river):
    answer = ran("labels", river, "--format", "json").json

    assert list(answer) == ["table", "hits", "cautions", "settings"]
    assert len(answer["hits"]) == sum(row["n"] for row in answer["table"])


def test_printed_labels_stand_under_their_actor_with_what_they_are_out_of(ran, river):
    lines = ran("labels", river).out.splitlines()

    assert lines[0] == "Paula Marwick"
    assert {"outlet", "label", "n", "voice", "place"} <= set(" ".join(lines[2:4]).split())
    assert "What these counts are out of: references to each actor, by outlet." in lines


def test_printed_labels_tell_how_many_rows_are_left_out(ran, river):
    n = len(ran("labels", river, "--format", "json").json["table"])

    assert f"{n - 1} more rows; --rows 0 shows all." in ran("labels", river, "--rows", "1").out.splitlines()


def test_labels_of_the_seeds_are_those_that_a_reader_finds(ran, seeds):
    answer = ran("labels", seeds, "--actor", "Khalifa Haftar", "--format", "json").json
    found = {label.lower() for (label,) in rows(answer, "label")}

    assert {
        "former warlord", "rogue general", "strongman", "rebel leader", "renegade commander", "retired general",
        "eastern libyan strongman", "ailingman",
    } <= found  # fmt: skip
    assert ("ailingman", False) in rows(answer, "label", "in_lexicon")


# --------------------------------------------------------------------------------------------- attribution, asymmetry


def test_attribution_lists_sources_by_outlet(ran, river):
    answer = ran("attribution", river, "--format", "json").json

    assert ("Alpha", "Paula Marwick", "named") in rows(answer, "outlet", "source", "kind")


def test_the_sources_as_json_come_with_the_shares_of_articles_and_outlets(ran, river):
    answer = ran("attribution", river, "--format", "json").json

    assert list(answer) == ["table", "shares", "outlets", "hits", "cautions", "settings"]
    assert sum(row["n_sentences"] for row in answer["outlets"]) == sum(row["n_sentences"] for row in answer["shares"])


def test_printed_sources_come_with_their_verbs_and_the_share_attributed(ran, river):
    lines = ran("attribution", river).out.splitlines()

    assert lines[0].split() == ["outlet", "source", "kind", "n", "verbs", "stance"]
    assert "How much of each article is attributed." in lines


def test_asymmetry_of_the_seeds_sets_the_sides_beside_each_other(ran, seeds):
    lines = ran("asymmetry", seeds).out.splitlines()

    assert any("of" in line.split() and "mercenar" in line for line in lines)


def test_asymmetry_of_a_lexicon_without_roles_is_refused(ran, river):
    result = ran("asymmetry", river)

    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines()[-1] == (
        "corpus-stats: the lexicon has no role; write a [[role]] with nouns, and a [[role.side]] for each side"
    )


@pytest.mark.parametrize("command", ["labels", "asymmetry", "attribution"])
@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_no_line_is_wider_than_the_terminal(command, columns, ran, seeds, monkeypatch):
    from corpus_stats.cli.printing import display_width

    monkeypatch.setenv("COLUMNS", columns)

    assert max(map(display_width, ran(command, seeds).out.splitlines())) <= int(columns)


# ----------------------------------------------------------------------------------------------------------- bad input


def last_line(result):
    assert (result.code, result.out) == (2, "")
    return result.err.splitlines()[-1]


def test_labels_without_actor_and_lexicon_say_what_to_give(ran, river):
    (river.parent / "lexicon.toml").unlink()

    assert last_line(ran("labels", river)) == (
        "corpus-stats: no actor is named, and there is no lexicon; give --actor NAME or --lexicon FILE "
        f"(corpus-stats suggest actors {river} lists whom the articles name)"
    )


def test_labels_with_a_lexicon_without_actors_name_it(ran, river, tmp_path):
    (tmp_path / "l.csv").write_text("term,category\nthief,c\n")

    line = last_line(ran("labels", river, "--lexicon", tmp_path / "l.csv"))

    assert line.startswith(f"corpus-stats: no actor is named, and {tmp_path / 'l.csv'} has no actor; give --actor NAME")


def test_a_lexicon_whose_actors_are_never_mentioned_is_refused(ran, river):
    (river.parent / "lexicon.toml").write_text('[[actor]]\nname = "Nobody Atall"\n')

    assert last_line(ran("labels", river)) == (
        f"corpus-stats: {river}: none of the lexicon's 1 actors is mentioned; corpus-stats suggest actors {river} "
        "lists whom the articles name"
    )


def test_an_actor_that_is_never_mentioned_is_answered_with_what_was_searched_and_the_nearest_names(ran, river):
    (river.parent / "lexicon.toml").write_text('[[actor]]\nname = "Paul Marwig"\naliases = ["Marwig"]\n')

    line = last_line(ran("labels", river, "--actor", "Marwig"))

    assert line == (
        "corpus-stats: actor 'Paul Marwig' is never mentioned; searched 'Paul Marwig', 'Marwig'; the nearest names in "
        "the corpus are 'Paula Marwick'"
    )


def test_a_slip_in_the_name_of_an_actor_is_answered_with_the_nearest(ran, river):
    line = last_line(ran("labels", river, "--actor", "Paula Marwik"))

    assert line == "corpus-stats: actor 'Paula Marwik' is not in the lexicon; did you mean 'Paula Marwick'?"


def test_a_name_that_the_lexicon_lacks_is_searched_for(ran, river):
    (river.parent / "lexicon.toml").write_text('[[actor]]\nname = "Harbour Board"\n')

    result = ran("labels", river, "--actor", "Paula Marwick", "--format", "json")

    assert ("embattled governor", "Alpha") in rows(result.json, "label", "outlet")
    assert (
        "corpus-stats: actor 'Paula Marwick' is not in the lexicon; the articles are searched for this name\n"
    ) in result.err


@pytest.mark.parametrize("command", ["labels", "asymmetry", "suggest actors", "suggest lexicon"])
def test_an_alias_of_two_actors_is_refused(ran, river, command):
    path = river.parent / "lexicon.toml"
    path.write_text('[[actor]]\nname = "A"\naliases = ["Marwick"]\n[[actor]]\nname = "B"\naliases = ["Marwick"]\n')

    assert last_line(ran(*command.split(), river)) == (
        f"corpus-stats: {path}: actor 2: alias 'Marwick' belongs to actor 1, 'A', already; a name stands for one actor"
    )


@pytest.mark.parametrize(
    ("alias", "fault"),
    [
        ("", "'' is empty; write at least one letter or digit"),
        (" ", "'' is empty; write at least one letter or digit"),
        ("*", "'*' matches every word; write a name"),
        ("-", "'-' has no word that can be matched; write at least one letter or digit"),
    ],
)
def test_an_alias_without_a_letter_is_refused(ran, river, alias, fault):
    path = river.parent / "lexicon.toml"
    path.write_text(f'[[actor]]\nname = "A"\naliases = ["{alias}"]\n')

    assert last_line(ran("labels", river)) == f"corpus-stats: {path}: actor 1: alias {fault}"


@pytest.mark.parametrize(
    ("name", "fault"),
    [("", "'' is empty; write at least one letter or digit"), ("*", "'*' matches every word; write a name")],
)
def test_a_name_without_a_letter_is_refused_as_the_name_that_was_asked_for(ran, river, name, fault):
    (river.parent / "lexicon.toml").write_text('[[actor]]\nname = "Ann Marwick"\n')

    assert last_line(ran("labels", river, "--actor", name)) == f"corpus-stats: actor {fault}"


def test_a_term_that_matches_everything_is_refused(ran, river):
    path = river.parent / "lexicon.toml"
    path.write_text(f'{LEXICON}[[term]]\nterm = "*"\ncategory = "c"\n')

    assert last_line(ran("labels", river)) == (
        f"corpus-stats: {path}: term 2: '*' in '*' matches every word; write how the word begins, as in 'mercenar*'"
    )


@pytest.mark.parametrize("command", ["labels", "attribution", "asymmetry", "suggest actors", "suggest lexicon"])
def test_an_article_in_german_is_refused_by_name(ran, seeds, tmp_path, command):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The general said on Monday that the troops were not going to the town.")
    (tmp_path / "in" / "b.txt").write_text(GERMAN)
    options = ["--lexicon", seeds / "lexicon.toml"] if command != "attribution" else []

    line = last_line(ran(*command.split(), tmp_path / "in", *options))

    assert line.startswith("corpus-stats: b.txt is in ")
    assert re.search(r"\bde\b", line)


@pytest.mark.parametrize("command", ["labels", "attribution", "suggest actors", "suggest lexicon"])
def test_articles_without_a_word_are_no_fault(ran, river, command):
    river.write_text('name,outlet,text\nempty,Alpha,""\nfew,Beta,"Paula Marwick left."\n')

    result = ran(*command.split(), river)

    assert (result.code, "fault" in result.err) == (0, False)


def test_a_line_of_ten_megabytes_with_unbalanced_quotation_marks_ends(ran, tmp_path):
    line = "the boats lay along the wall ‘ of the harbour “ and it's low water, she said, » while \" nobody left ( "
    text = "The embattled governor Paula Marwick left. " + line * (10_000_000 // len(line))
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    began = time.process_time()
    result = ran("labels", tmp_path, "--actor", "Paula Marwick", "--format", "csv")

    assert (result.code, time.process_time() - began < 100) == (0, True)


# ---------------------------------------------------------------------------------------------------- other languages


@pytest.fixture
def mixed(tmp_path):
    """Folder of two English articles and one in German."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a.txt").write_text("General Ann Lee said on Monday that the troops were not going to the town.")
    (folder / "b.txt").write_text("The engineers of the town said that Ann Lee was a tyrant and would not go away.")
    (folder / "c.txt").write_text(GERMAN)
    return folder


ASIDE = "1 of 3 articles is set aside, in another language than English: c.txt (de)."


@pytest.mark.parametrize("command", ["labels --actor", "attribution", "suggest actors", "frequency", "check"])
def test_articles_in_other_languages_are_set_aside_when_asked(ran, mixed, command):
    words = command.split()
    options = ["--actor", "Ann Lee"] if "--actor" in words else ["--min-count", "1"] if "suggest" in words else []

    result = ran(*(word for word in words if word != "--actor"), mixed, *options, "--skip-other-languages",
                 "--format", "json")  # fmt: skip

    assert (result.code, result.json["cautions"][0]) == (0, ASIDE)
    assert f"corpus-stats: {ASIDE}" in result.err.splitlines()


def test_an_article_in_another_language_is_refused_with_the_way_on(ran, mixed):
    line = last_line(ran("attribution", mixed))

    assert line == (
        "corpus-stats: c.txt is in another language (de); sources are read in English only, so leave it out"
        " (--skip-other-languages, or skip_other_languages of read_corpus)"
    )


def test_articles_that_are_all_in_other_languages_are_not_set_aside(ran, mixed):
    for name in ("a", "b"):
        (mixed / f"{name}.txt").unlink()

    line = last_line(ran("frequency", mixed, "--skip-other-languages"))

    assert line == "corpus-stats: every article is in another language than English: c.txt (de)"


def test_nothing_is_told_where_all_articles_are_english(ran, river):
    assert "set aside" not in ran("attribution", river, "--skip-other-languages").err


def test_sources_are_counted_under_the_names_of_the_lexicons_actors(ran, mixed, tmp_path):
    (tmp_path / "l.toml").write_text('[[actor]]\nname = "General Staff"\naliases = ["Ann Lee"]\n')

    answer = ran("attribution", mixed, "--skip-other-languages", "--lexicon", tmp_path / "l.toml", "--format", "json")

    assert ("General Staff", "named") in rows(answer.json, "source", "kind")
