from __future__ import annotations

import csv
import json

import pytest


def last_line(result):
    assert (result.code, result.out) == (2, "")
    return result.err.splitlines()[-1].removeprefix("corpus-stats: ")


def row_of(answer, group, term):
    (row,) = [row for row in answer["table"] if (row["group"], row["term"]) == (group, term)]
    return row


def test_keyness_of_the_seeds_gives_effects_and_no_p_value(ran, seeds):
    answer = ran("keyness", seeds, "--by", "outlet", "--format", "json").json

    assert answer["table"]
    assert {row["p_value"] for row in answer["table"]} == {row["q_value"] for row in answer["table"]} == {None}
    assert all(isinstance(row["log_ratio"], float) and isinstance(row["log_odds"], float) for row in answer["table"])
    assert set(answer["settings"]["smallest_p"].values()) == {0.2}


def test_keyness_of_the_seeds_prints_the_refusal_and_the_smallest_p(ran, seeds):
    result = ran("keyness", seeds, "--by", "outlet")
    text = " ".join(result.out.split())

    assert result.code == 0
    assert "Smallest p that this design can reach: 0.2." in text
    assert "• E-N1: Each of " in text
    assert "the smallest possible p is 0.20; no result could reach .05." in text


def test_keyness_shows_as_many_rows_of_every_group(ran, seeds):
    lines = ran("keyness", seeds, "--rows", "20").out.splitlines()
    shown = lines[3 : next(i for i, line in enumerate(lines) if line.startswith("In every row"))]

    assert len(shown) == 20
    assert len([line for line in shown if "Zaman Al Wasl" in line]) == 4


def test_keyness_states_the_size_of_the_prior_and_the_margin(ran, articles):
    text = " ".join(ran("keyness", articles, "--prior", "500", "--margin", "0.8,1.25", "--min-count", "2").out.split())

    assert "Order: log_odds, with a prior of 500 tokens. Ratios between 0.8 and 1.25 are called similar." in text


def test_keyness_with_enough_articles_gives_p_and_q(ran, many):
    answer = ran("keyness", many, "--by", "outlet", "--within", "none", "--format", "json").json
    row = row_of(answer, "Alpha", "ferries")

    # 2 of the 12,870 ways to choose 8 of 16 articles are as extreme
    assert row["p_value"] == pytest.approx(2 / 12870, abs=1e-6)
    assert (row["n"], row["n_reference"], row["verdict"]) == (16, 0, "different")
    assert "q: Benjamini-Hochberg." in " ".join(ran("keyness", many).out.split())


def test_keyness_exchanges_labels_within_the_events_named(ran, many):
    answer = ran("keyness", many, "--within", "event", "--format", "json").json

    # 2 of the 2^8 ways to swap within 8 events
    assert row_of(answer, "Alpha", "ferries")["p_value"] == pytest.approx(2 / 256, abs=1e-6)
    assert answer["settings"]["within"] == "event"


def test_keyness_takes_the_event_column_for_the_blocks(ran, many):
    assert ran("keyness", many, "--event", "event", "--format", "json").json["settings"]["within"] == "event"


def test_keyness_counts_near_copies_once(ran, many):
    many.write_text(many.read_text().replace(",c1,", ",c0,").replace(",c2,", ",c0,"))

    answer = ran("keyness", many, "--units", "copy", "--format", "json").json

    assert row_of(answer, "Alpha", "ferries")["n"] == 12


def test_keyness_says_once_what_it_counts_alike_in_two_groups(ran, many):
    cautions = ran("keyness", many, "--by", "copy", "--terms", "today", "--format", "json").json["cautions"]

    assert [line.split(";")[0] for line in cautions if line.startswith("W-SMALLCOUNT")] == [
        "W-SMALLCOUNT: 'today' occurs 1 time in 1 document"
    ]


def test_keyness_counts_one_document_in_the_singular(ran, articles):
    arguments = ("--min-count", "1", "--min-documents", "1", "--format", "json")

    assert ran("keyness", articles, *arguments).json["settings"]["family"] == (
        "types with 1 occurrence or more in 1 document or more, whatever the groups"
    )


def test_keyness_of_named_terms_has_no_other(ran, articles):
    answer = ran("keyness", articles, "--terms", "strongman", "Fighters", "--format", "json").json

    assert {row["term"] for row in answer["table"]} == {"strongman", "fighters"}


def test_keyness_leaves_function_words_out_where_asked(ran, articles):
    arguments = ("keyness", articles, "--min-count", "4", "--min-documents", "1", "--format", "json")

    assert "the" in {row["term"] for row in ran(*arguments).json["table"]}
    assert "the" not in {row["term"] for row in ran(*arguments, "--stop-words", "english").json["table"]}


def test_keyness_against_a_frequency_list_has_no_p(ran, articles, tmp_path):
    reference = tmp_path / "list.csv"
    reference.write_text("term,count\nthe,600\nThe,10\nstrongman,1\n")

    result = ran("keyness", articles, "--reference", reference, "--by", "all", "--terms", "the", "--format", "json")

    assert f"corpus-stats: reference: {reference}, a frequency list of 3 words\n" in result.err
    assert [(r["group"], r["n"], r["n_reference"], r["p_value"]) for r in result.json["table"]] == [
        ("all", 10, 610, None)
    ]


def test_keyness_against_other_articles_counts_their_words(ran, articles, many):
    result = ran("keyness", articles, "--reference", many, "--by", "all", "--terms", "left", "--format", "json")
    (row,) = result.json["table"]

    assert (row["n"], row["n_reference"], row["of_documents_reference"]) == (3, 16, 16)
    assert "corpus-stats: reference: many.csv: read event from 'event'" in result.err


def test_what_frequency_wrote_is_a_reference(ran, articles, tmp_path):
    ran("frequency", articles, "--output", tmp_path / "list.csv")

    answer = ran("keyness", articles, "--reference", tmp_path / "list.csv", "--by", "all", "--format", "json").json

    assert {row["log_ratio"] for row in answer["table"]} == {0.0}


def test_a_reference_is_never_written(ran, articles, tmp_path):
    reference = tmp_path / "list.csv"
    reference.write_text("term,count\nthe,6\n")

    result = ran("keyness", articles, "--reference", reference, "--output", reference)

    assert last_line(result) == f"{reference}: this is what is read; name another file"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--by", "published", "--prior", "-5"], "--prior: -5 is out of range; give a number above 0 (corpus-stats "),
        (["--prior", "nan"], "--prior: nan is out of range; give a number above 0 (corpus-stats "),
        (["--prior", "big"], "--prior: 'big' is no number (corpus-stats "),
        (["--resamples", "0"], "--resamples: 0 is out of range; give 99 or more (corpus-stats "),
        (["--margin", "2"], "--margin: '2' is no list of 2 numbers; write them with a comma between (corpus-stats "),
        (["--margin", "2,3"], "margin is 2 to 3; it must lie on both sides of 1, above 0"),
        (["--terms", "strongmen"], "term 'strongmen' never occurs; the nearest type is 'strongman'"),
        (["--by", "language"], "column 'language' has 1 value, 'en'; a comparison needs two groups or more, or a "),
        (["--by", "all"], "--by all is one group; keyness compares two groups or more, or one with a --reference"),
        (
            ["--reference", "x.csv", "--within", "published"],
            "--within is given with --reference; a reference shares no ",
        ),
        (["--terms", "the", "--min-count", "2"], "--min-count chooses words, and --terms names them; give one of the "),
        (["--reference-tokens", "9"], "--reference-tokens is for a frequency list; name one with --reference FILE"),
        (["--reference", "nowhere"], "nowhere: there is no such file or folder; give a folder or a table of articles"),
    ],
)
def test_what_keyness_cannot_use_is_one_line(arguments, line, ran, articles):
    assert last_line(ran("keyness", articles, *arguments)).startswith(line)


def test_a_group_column_with_missing_values_is_one_line(ran, articles):
    articles.write_text(articles.read_text().replace("b1,Beta", "b1,"))

    assert last_line(ran("keyness", articles, "--by", "outlet")) == (
        f"{articles}: column 'outlet' has no value for 1 of 4 documents, the first is 'b1'; fill it, or give "
        "--outlet COLUMN or --by COLUMN"
    )


def test_words_behind_a_list_belong_to_a_list(ran, articles, many):
    result = ran("keyness", articles, "--reference", many, "--reference-tokens", "5")

    assert last_line(result) == f"--reference-tokens is for a frequency list; {many} holds articles"


def test_robustness_says_what_the_caption_carries(ran, seeds):
    answer = ran("robustness", seeds, "strongman", "--group", "Breitbart", "--format", "json").json
    changes = {row["specification"]: row["change"] for row in answer["table"]}

    assert changes["as it stands"] == changes["words are stemmed"] == ""
    assert changes["captions are left out"] == "disappears"
    assert answer["cautions"][0].startswith("'strongman' of Breitbart disappears when captions are left out; when ")


def test_robustness_takes_a_category_of_a_lexicon(ran, articles, lexicon):
    answer = ran(*("robustness", articles, "loaded", "--group", "Alpha", "--lexicon", lexicon, "--format", "json")).json

    assert (answer["table"][0]["n"], answer["table"][0]["n_reference"]) == (4, 0)


def test_robustness_reruns_what_is_asked_as_often_as_asked(ran, articles):
    arguments = ("robustness", articles, "strongman", "--group", "Alpha", "--seed", "3", "--resamples", "99")

    settings = ran(*arguments, "--format", "json").json["settings"]

    assert (settings["seed"], settings["resamples"]) == (3, 99)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["zebra", "--group", "Alpha"], "'zebra' never occurs in the corpus; there is no finding to rerun"),
        (["strongman", "--group", "Alpa"], "group 'Alpa' is not in column 'outlet'; did you mean 'Alpha'?"),
        (["strongman"], "the following arguments are required: --group (corpus-stats robustness --help shows an "),
        (
            ["strongman", "--group", "Alpha", "--uncleaned"],
            "--uncleaned is among the choices that robustness tries; leave it out",
        ),
    ],
)
def test_what_robustness_cannot_use_is_one_line(arguments, line, ran, articles):
    assert last_line(ran("robustness", articles, *arguments)).startswith(line)


@pytest.mark.dev_data
def test_keyness_of_three_outlets_gives_p_and_q(ran, dev_data, tmp_path):
    names = ("id", "event", "outlet", "year", "text")
    lines = (dev_data / "events_three_outlets.jsonl").read_text(encoding="utf-8").splitlines()
    with (tmp_path / "events.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([names, *([json.loads(line)[name] for name in names] for line in lines)])

    answer = ran("keyness", tmp_path / "events.csv", "--resamples", "99", "--format", "json").json

    assert {row["p_value"] is None for row in answer["table"]} == {False}
    assert any(row["q_value"] is not None and row["verdict"] == "different" for row in answer["table"])
