from __future__ import annotations

import re

import pytest

NOTE = "corpus-stats: labels move inside events (column event); --within none compares all articles\n"
COMPARISONS = {
    "check": [],
    "framing": ["--resamples", "99", "--random-lists", "99"],
    "keyness": ["--resamples", "99"],
    "robustness": ["ferries", "--group", "Alpha", "--resamples", "99"],
}


@pytest.fixture
def without_outlets(tmp_path):
    path = tmp_path / "plain.csv"
    path.write_text("name,text\nx,the strongman left\ny,the strongman fell\n")
    return path


@pytest.fixture
def asked(many):
    """Arguments of each command that compares, over articles with events."""
    (many.parent / "lexicon.toml").write_text('[[term]]\nterm = "ferries"\ncategory = "c"\n')
    return lambda command: [command, many, *COMPARISONS[command]]


@pytest.mark.parametrize("command", COMPARISONS)
def test_a_guessed_column_of_events_is_used_and_said(command, ran, asked):
    result = ran(*asked(command))

    assert result.code == 0
    assert result.err.count(NOTE) == 1


@pytest.mark.parametrize("command", COMPARISONS)
def test_events_are_left_aside_where_asked(command, ran, asked):
    result = ran(*asked(command), "--within", "none")

    assert (result.code, "labels move" in result.err) == (0, False)


@pytest.mark.parametrize("command", ["check", "framing", "keyness"])
def test_settings_name_the_events_only_where_they_are_used(command, ran, asked):
    within = [
        ran(*asked(command), *more, "--format", "json").json["settings"]["within"]
        for more in ([], ["--within", "none"])
    ]

    assert within == ["event", None]


def test_labels_that_move_inside_guessed_events_give_the_p_of_swaps_within_pairs(ran, many):
    answer = ran("keyness", many, "--terms", "ferries", "--format", "json").json

    # 2 of the 2^8 ways to swap within 8 events
    assert {row["p_value"] for row in answer["table"]} == {0.007812}


def test_a_guessed_column_of_events_with_gaps_is_not_used_and_said(ran, many):
    many.write_text(many.read_text().replace(",e3,", ",,"))

    result = ran("check", many, "--format", "json")

    assert "corpus-stats: column event is not used: it has no value for 2 of 16 documents\n" in result.err
    assert result.json["settings"]["within"] is None


def test_a_named_column_of_events_with_gaps_is_refused(ran, many):
    many.write_text(many.read_text().replace(",e3,", ",,"))

    result = ran("keyness", many, "--event", "event")

    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines()[-1] == (
        f"corpus-stats: {many}: column 'event' has no value for 2 of 16 documents, the first is 'a3'; fill it, or give "
        "--within none"
    )


def test_one_event_for_all_articles_is_no_block(ran, many):
    many.write_text(re.sub(r",e\d,", ",e0,", many.read_text()))

    assert "labels move" not in ran("check", many).err


@pytest.mark.parametrize("command", ["framing", "keyness", "robustness", "check"])
def test_help_says_what_becomes_of_events(command, ran):
    text = " ".join(ran(command, "--help").out.split())

    assert "events inside which labels move (default: the column event, where every article has one; none: no" in text


def test_a_misspelt_column_of_events_is_one_line_that_names_the_articles(ran, many):
    result = ran("keyness", many, "--within", "evnt")

    assert (result.code, result.err.splitlines()[-1]) == (
        2,
        f"corpus-stats: {many}: column 'evnt' is not in the corpus; did you mean 'event'?",
    )


def test_a_misspelt_column_of_units_is_one_line_that_names_the_articles(ran, many):
    result = ran("keyness", many, "--units", "copies")

    assert (result.code, result.err.splitlines()[-1]) == (
        2,
        f"corpus-stats: {many}: column 'copies' is not in the corpus; did you mean 'copy'?",
    )


@pytest.mark.parametrize("command", ["framing", "frequency", "ngrams"])
def test_all_articles_may_be_one_group(command, ran, without_outlets, lexicon):
    more = ["--lexicon", lexicon] if command == "framing" else []

    result = ran(command, without_outlets, *more, "--by", "all", "--format", "json")

    assert result.code == 0
    assert {row["group"] for row in result.json["table"]} == {"all"}


def test_framing_of_all_articles_counts_them_together(ran, without_outlets, lexicon):
    answer = ran("framing", without_outlets, "--lexicon", lexicon, "--by", "all", "--format", "json").json

    assert [(row["category"], row["n"], row["verdict"]) for row in answer["table"]] == [
        ("loaded", 2, "not testable"),
        ("rank", 0, "not testable"),
    ]


def test_a_column_that_is_named_all_groups_by_its_values(ran, tmp_path):
    (tmp_path / "a.csv").write_text("name,all,text\nx,P,one\ny,Q,two\n")

    answer = ran("frequency", tmp_path / "a.csv", "--by", "all", "--format", "json").json

    assert [row["group"] for row in answer["table"]] == ["P", "Q"]


def test_framing_without_outlets_says_which_options_help(ran, without_outlets, lexicon):
    result = ran("framing", without_outlets, "--lexicon", lexicon)

    assert (result.code, result.err.splitlines()[-1]) == (
        2,
        f"corpus-stats: {without_outlets}: no document has an outlet; give --outlet COLUMN, --by COLUMN or --by all",
    )


def test_keyness_without_outlets_is_not_sent_to_one_group(ran, without_outlets):
    assert ran("keyness", without_outlets).err.splitlines()[-1] == (
        f"corpus-stats: {without_outlets}: no document has an outlet; give --outlet COLUMN or --by COLUMN"
    )


def test_robustness_of_one_group_is_refused(ran, without_outlets):
    result = ran("robustness", without_outlets, "strongman", "--group", "all", "--by", "all")

    assert (result.code, result.err.splitlines()[-1]) == (
        2,
        "corpus-stats: --by all is one group; robustness compares two groups or more",
    )


def test_a_column_without_any_value_is_named(ran, without_outlets):
    assert ran("frequency", without_outlets, "--by", "published").err.splitlines()[-1] == (
        f"corpus-stats: {without_outlets}: no document has a value in column 'published'; give --by COLUMN or --by all"
    )


# ---------------------------------------------------------------------------------------------- below the table


def test_framing_prints_how_it_was_compared(ran, asked):
    text = " ".join(ran(*asked("framing"), "--seed", "7").out.split())

    assert (
        "Family of m = 1. Ratios between 0.5 and 2 are called similar. Smallest p that this design can reach: 0.0078. "
        "p: permutation of documents on the difference of pooled rates, up to B = 99 labelings, seed 7; "
        "q: Benjamini-Hochberg."
    ) in text


def test_keyness_prints_how_it_was_compared(ran, asked):
    text = " ".join(ran(*asked("keyness"), "--terms", "ferries", "--seed", "7").out.split())

    assert "Family of m = 1: the terms given. Order: log_odds, with a prior of 144 tokens. Ratios between 0.5 " in text
    assert "Smallest p that this design can reach: 0.0078. p: permutation of documents, difference of pooled" in text
    assert "up to B = 99 labelings, seed 7; q: Benjamini-Hochberg." in text


def test_framing_of_single_articles_prints_that_nothing_is_tested(ran, seeds):
    text = " ".join(ran("framing", seeds).out.split())

    assert "Smallest p that this design can reach: 0.2. Nothing is tested (up to B = 9,999 labelings, seed 0)." in text


def test_framing_of_one_group_prints_no_comparison(ran, without_outlets, lexicon):
    assert "Family" not in ran("framing", without_outlets, "--lexicon", lexicon, "--by", "all").out


# --------------------------------------------------------------------------------------------------------- check


def test_check_says_that_single_articles_are_not_testable_however_many(ran, tmp_path):
    rows = [f"a{i},O{i},fighters left" for i in range(25)]
    (tmp_path / "a.csv").write_text("\n".join(["name,outlet,text", *rows]) + "\n")

    text = " ".join(ran("check", tmp_path / "a.csv").out.split())

    assert (
        "There is one article for each outlet: no difference by outlet can be tested: the smallest p that this corpus "
        "can reach is 0.04, for 1 against 24; but one article cannot stand for its outlet."
    ) in text


def test_check_is_silent_where_a_difference_can_be_tested(ran, many):
    assert "can be tested" not in ran("check", many).out


def test_check_inside_events_names_no_sides(ran, many):
    many.write_text("\n".join(many.read_text().splitlines()[:5]) + "\n")

    text = " ".join(ran("check", many).out.split())

    assert (
        "No difference by outlet can be tested: the smallest p that this corpus can reach inside events is 0." in text
    )


def test_check_heads_its_columns_with_words(ran, seeds):
    text = ran("check", seeds).out

    assert [word for word in ("n_kept", "n_dropped", "n_words", "n_characters") if word in text] == []
    assert [word for word in ("kept", "spans", "dropped", "median") if word not in text] == []


# --------------------------------------------------------------------------------------------------- concordance


def test_concordance_shows_outlets_where_there_are_several(ran, articles):
    lines = ran("concordance", articles, "town").out.splitlines()

    assert lines[0].split()[:3] == ["document", "outlet", "place"]
    assert [line.split()[1] for line in lines[2:6]] == ["Alpha", "Alpha", "Beta", "Beta"]


def test_concordance_of_one_outlet_does_not_repeat_it(ran, articles):
    assert "outlet" not in ran("concordance", articles, "strongman").out


@pytest.mark.parametrize("command", ["topics", "framing", "keyness", "robustness"])
@pytest.mark.parametrize("seed", ["-1", "4294967296"])
def test_a_seed_out_of_range_is_one_line(command, seed, ran):
    more = COMPARISONS.get(command, [])

    result = ran(command, "x", *more, "--seed", seed)

    assert (result.code, result.out, result.err) == (
        2,
        "",
        f"corpus-stats: --seed: {seed} is out of range; give 0 to 4294967295 "
        f"(corpus-stats {command} --help shows an example)\n",
    )


def test_the_largest_seed_is_taken(ran, seeds):
    assert ran("topics", seeds, "--k", "2", "--seed", "4294967295").code == 0
