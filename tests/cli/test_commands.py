from __future__ import annotations

import json

import pytest


def places(answer, *columns):
    return [tuple(row[column] for column in columns) for row in answer["table"]]


def test_concordance_gives_the_two_passages_of_the_seeds(ran, seeds):
    answer = ran("concordance", seeds, "rogue general", "--format", "json").json

    assert [(row["document"][:3], row["start"], row["end"]) for row in answer["table"]] == [
        ("001", 296, 309),
        ("001", 682, 695),
    ]


def test_strongman_is_found_in_a_caption_and_in_a_body_and_never_in_stronghold(ran, seeds):
    answer = ran("concordance", seeds, "strongman", "--format", "json").json

    assert [(row["document"][:3], row["part"], row["text"]) for row in answer["table"]] == [
        ("002", "caption", "strongman"),
        ("004", "body", "strongman"),
    ]


def test_concordance_lines_stand_under_each_other(ran, articles):
    lines = ran("concordance", articles, "town", "--sort", "node").out.splitlines()

    nodes = {line.index("town") for line in lines if "town" in line}
    assert len(nodes) == 1
    assert lines[-1] == "4 lines in 4 documents."


def test_concordance_says_how_many_lines_it_leaves_out(ran, articles):
    last = ran("concordance", articles, "town", "--rows", "1").out.splitlines()[-1]

    assert last == "4 lines in 4 documents; the first 1 are shown, --rows 0 shows all."


def test_concordance_of_an_absent_word_is_no_error(ran, articles):
    result = ran("concordance", articles, "absent")

    assert (result.code, result.out) == (0, "(nothing found)\n")


def test_a_pattern_that_cannot_be_read_is_one_line(ran, articles):
    result = ran("concordance", articles, "/(/")

    assert (result.code, result.out) == (2, "")
    assert len([line for line in result.err.splitlines() if "guessed" not in line and "dropped" not in line]) == 1


def test_guesses_go_to_stderr(ran, articles):
    result = ran("frequency", articles, "--format", "json")

    assert "corpus-stats: articles.csv: read date from 'published', name from 'name'," in result.err
    assert "guessed" not in result.out


def test_named_columns_are_used(ran, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("key,paper,when,words\nx,Alpha,2020,one\ny,Beta,2021,two\n")

    result = ran(
        *("frequency", path, "--text", "words", "--name", "key", "--outlet", "paper", "--date", "when"),
        *("--by", "outlet", "--format", "json"),
    )

    assert places(result.json, "group", "term") == [("Alpha", "one"), ("Beta", "two")]


def test_a_misspelt_column_is_answered_with_the_nearest(ran, articles):
    result = ran("frequency", articles, "--by", "outlett")

    assert (result.code, result.err.splitlines()[-1]) == (
        2,
        f"corpus-stats: {articles}: column 'outlett' is not in the corpus; did you mean 'outlet'?",
    )


def test_metadata_may_come_from_another_file(ran, tmp_path):
    (tmp_path / "texts").mkdir()
    for name in "ab":
        (tmp_path / "texts" / f"{name}.txt").write_text(f"word {name}")
    (tmp_path / "facts.csv").write_text("file,outlet\na.txt,Alpha\nb.txt,Beta\n")

    result = ran("check", tmp_path / "texts", "--metadata", tmp_path / "facts.csv", "--format", "json")

    assert places(result.json, "document", "outlet") == [("a.txt", "Alpha"), ("b.txt", "Beta")]


def test_framing_counts_by_category_and_outlet(ran, articles, lexicon):
    answer = ran("framing", articles, "--lexicon", lexicon, "--format", "json").json

    assert places(answer, "group", "category", "n") == [
        ("Alpha", "loaded", 4),
        ("Alpha", "rank", 0),
        ("Beta", "loaded", 0),
        ("Beta", "rank", 1),
    ]


def test_framing_finds_the_lexicon_beside_the_articles(ran, articles):
    (articles.parent / "lexicon.toml").write_text('[[term]]\nterm = "fighters"\ncategory = "c"\n')

    result = ran("framing", articles, "--format", "json")

    assert f"corpus-stats: lexicon: {articles.parent / 'lexicon.toml'}" in result.err
    assert places(result.json, "group", "n") == [("Alpha", 1), ("Beta", 2)]


def test_the_lexicon_beside_the_articles_is_no_file_that_is_passed_over(ran, tmp_path):
    (tmp_path / "a.txt").write_text("The town slept.")
    (tmp_path / "lexicon.toml").write_text('[[term]]\nterm = "town"\ncategory = "c"\n')

    assert "passed over" not in ran("framing", tmp_path, "--by", "all").err


def test_a_lexicon_that_is_used_in_place_of_the_one_beside_the_articles_is_told(ran, lexicon, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("The strongman slept.")
    (folder / "lexicon.toml").write_text('[[term]]\nterm = "town"\ncategory = "c"\n')

    told = ran("framing", folder, "--by", "all", "--lexicon", lexicon).err
    assert f"corpus-stats: lexicon: {lexicon}, in place of {folder / 'lexicon.toml'}\n" in told


def test_the_lexicon_beside_the_articles_may_be_named(ran, tmp_path):
    (tmp_path / "a.txt").write_text("The town slept.")
    (tmp_path / "lexicon.toml").write_text('[[term]]\nterm = "town"\ncategory = "c"\n')

    told = ran("framing", tmp_path, "--by", "all", "--lexicon", tmp_path / "lexicon.toml").err
    assert "in place of" not in told


def test_framing_without_a_lexicon_says_how_to_get_one(ran, articles):
    result = ran("framing", articles)

    assert (result.code, result.err) == (
        2,
        f"corpus-stats: there is no lexicon.toml beside the articles in {articles}; name one with --lexicon FILE "
        "(corpus-stats init DIR writes one to start from)\n",
    )


def test_framing_counts_the_labels_of_the_actor_that_is_asked_for(ran, tmp_path):
    (tmp_path / "articles.csv").write_text(
        "name,outlet,text\na1,Alpha,Ann Lee left the town. The warlord Bo Kim met Lee.\n"
        "b1,Beta,Ann Lee slept. Lee is a warlord.\n"
    )
    (tmp_path / "lexicon.toml").write_text(
        '[[term]]\nterm = "warlord"\ncategory = "c"\n[[actor]]\nname = "Ann Lee"\naliases = ["Lee"]\n'
    )

    answer = ran("framing", tmp_path / "articles.csv", "--actor", "Ann Lee", "--format", "json").json

    assert [row["document"] for row in answer["hits"]] == ["b1"]
    assert places(answer, "group", "n", "n_near", "denominator") == [("Alpha", 0, 0, 2), ("Beta", 1, 0, 2)]


def test_framing_of_an_actor_that_is_never_mentioned_is_refused(ran, articles):
    (articles.parent / "lexicon.toml").write_text(
        '[[term]]\nterm = "left"\ncategory = "c"\n[[actor]]\nname = "Fighters"\n'
    )

    result = ran("framing", articles, "--actor", "Fihgters")

    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines()[-1] == (
        "corpus-stats: actor 'Fihgters' is not in the lexicon; did you mean 'Fighters'?"
    )


def test_an_actor_that_resembles_none_of_the_lexicon_is_searched_for(ran, articles):
    (articles.parent / "lexicon.toml").write_text(
        '[[term]]\nterm = "left"\ncategory = "c"\n[[actor]]\nname = "Fighters"\naliases = ["Men"]\n'
    )

    result = ran("framing", articles, "--actor", "Zebra")

    assert "corpus-stats: actor 'Zebra' is not in the lexicon; the articles are searched for this name" in result.err
    assert (result.code, result.err.splitlines()[-1]) == (
        2,
        "corpus-stats: actor 'Zebra' is never mentioned; searched 'Zebra'; the names met most often are 'Bani Walid'",
    )


def test_framing_permutes_within_the_events_that_are_named(ran, articles, lexicon):
    rows = articles.read_text().splitlines()
    event = ["event", "e1", "e2", "e1", "e2"]
    articles.write_text("\n".join(f"{row},{value}" for row, value in zip(rows, event, strict=True)) + "\n")

    answer = ran("framing", articles, "--lexicon", lexicon, "--event", "event", "--format", "json").json

    assert answer["settings"]["within"] == "event"


def test_frequency_leaves_out_the_words_it_is_given(ran, articles, tmp_path):
    (tmp_path / "stop.txt").write_text("The\ntown\n")

    answer = ran("frequency", articles, "--stop-words", tmp_path / "stop.txt", "--format", "json").json
    terms = {row["term"] for row in answer["table"]}

    assert "fighters" in terms
    assert not terms & {"the", "town"}


def test_english_function_words_are_left_out_by_name(ran, articles):
    answer = ran("frequency", articles, "--stop-words", "english", "--format", "json").json

    assert places(answer, "term", "n")[0] == ("town", 4)


def test_an_empty_file_of_stop_words_is_refused(ran, articles, tmp_path):
    (tmp_path / "stop.txt").write_text("\n")

    result = ran("frequency", articles, "--stop-words", tmp_path / "stop.txt")

    assert (result.code, result.err) == (
        2,
        f"corpus-stats: {tmp_path}/stop.txt: it holds no word; write one word a line, or say --stop-words none\n",
    )


def test_similarity_lists_every_pair_once(ran, articles):
    answer = ran("similarity", articles, "--format", "json").json

    pairs = {frozenset((row["document_a"], row["document_b"])) for row in answer["table"]}
    assert len(answer["table"]) == len(pairs) == 6


def test_topics_of_the_seeds_are_shown_as_themes_of_paragraphs(ran, seeds):
    result = ran("topics", seeds, "--k", "3")

    assert [line.split()[0] for line in result.out.splitlines() if line.strip()[:1].isdigit()] == ["1", "2", "3"]
    assert "• W-TOPIC5: 5 documents are too few for a topic model by document" in result.out


def test_more_topics_than_the_texts_allow_are_refused(ran, seeds):
    result = ran("topics", seeds, "--k", "400")

    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines()[-1] == "corpus-stats: k is 400; 5 documents allow 1 to 4 topics"


def test_passages_of_topics_can_be_listed(ran, seeds):
    answer = ran("topics", seeds, "--k", "2", "--hits", "--format", "csv")

    assert answer.out.startswith("document,outlet,start,end,text,part,")


# ---------------------------------------------------------------------------------------------------------------- check


def test_check_says_what_the_seeds_cannot_show(ran, seeds):
    text = " ".join(ran("check", seeds).out.split())

    assert (
        "There is one article for each outlet: no difference by outlet can be tested: the smallest p that this corpus "
        "can reach is 0.20, for 1 against 4."
    ) in text
    assert "Most documents are of 2020; of another year: 000_79b01a44f62673da.txt (2022-03-12)." in text


def test_check_lists_every_dropped_span_with_its_reason(ran, seeds):
    answer = ran("check", seeds, "--format", "json").json
    shown = ran("check", seeds).out

    assert len(answer["hits"]) > 10
    for row in answer["hits"]:
        assert f"{row['start']}-{row['end']}  {row['reason']}" in shown
        text = next(seeds.glob(row["document"])).read_bytes().decode("utf-8")
        assert text[row["start"] : row["end"]] == row["text"]


def test_check_suggests_the_slip_of_the_seeds(ran, seeds):
    assert "  internationally-recoginised (1), perhaps internationally-recognised (2)" in ran("check", seeds).out


def test_check_reports_documents_without_a_word_and_of_stop_words_only(ran, tmp_path):
    (tmp_path / "a.csv").write_text('name,outlet,text\nempty,O,""\nstop,O,and of the 12\nfull,P,fighters left\n')

    answer = ran("check", tmp_path / "a.csv", "--format", "json").json

    assert answer["cautions"][:2] == [
        "1 document without a word: empty.",
        "1 document of stop words and numbers only: stop.",
    ]


def test_check_of_articles_without_outlets_says_that_nothing_can_be_compared(ran, tmp_path):
    (tmp_path / "a.csv").write_text("name,text\nx,fighters left\ny,the town fell\n")

    result = ran("check", tmp_path / "a.csv")

    assert result.code == 0
    text = " ".join(result.out.split())
    assert "• By outlet: no document has outlet, so nothing can be compared by it; give --outlet COLUMN or --by" in text
    assert "2 documents; no outlet known; no date known;" in result.out


def test_check_of_articles_some_without_an_outlet_counts_them(ran, tmp_path):
    (tmp_path / "a.csv").write_text('name,outlet,text\nx,O,fighters left\ny,"",the town fell\n')

    assert "• By outlet: 1 of 2 documents have no outlet, so nothing can" in ran("check", tmp_path / "a.csv").out


def test_check_by_a_misspelt_column_is_refused(ran, articles):
    result = ran("check", articles, "--by", "outlets")

    assert (result.code, result.err.splitlines()[-1]) == (
        2,
        f"corpus-stats: {articles}: column 'outlets' is not in the corpus; did you mean 'outlet'?",
    )


def test_check_without_cleaning_drops_nothing(ran, seeds):
    assert "No span was dropped." in ran("check", seeds, "--uncleaned").out


def test_the_number_of_processes_changes_nothing(ran, seeds):
    one, two = (ran("check", seeds, "--format", "json", "--jobs", jobs) for jobs in (1, 2))

    assert json.loads(one.out) == json.loads(two.out)


@pytest.mark.parametrize("command", ["check", "framing", "frequency", "similarity"])
@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_no_line_is_wider_than_the_terminal(command, columns, ran, seeds, monkeypatch):
    from corpus_stats.cli.printing import display_width

    monkeypatch.setenv("COLUMNS", columns)

    assert max(map(display_width, ran(command, seeds).out.splitlines())) <= int(columns)
