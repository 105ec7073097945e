from __future__ import annotations

import pytest

import corpus_stats as cs
from corpus_stats.errors import ArgumentError


def places(answer, *columns):
    return [tuple(row[column] for column in columns) for row in answer["table"]]


def test_ngrams_counts_runs_of_one_sentence(ran, articles):
    answer = ran("ngrams", articles, "-n", "3", "--format", "json").json

    assert places(answer, "term", "n", "n_documents") == [
        ("left the town", 3, 3),
        ("fighters left the", 2, 2),
    ]


def test_ngrams_counts_by_group_and_leaves_runs_with_stop_words_out(ran, articles):
    arguments = ("ngrams", articles, "-n", "2", "--by", "outlet", "--min-count", "1", "--stop-words", "english")

    answer = ran(*arguments, "--format", "json").json

    assert ("Alpha", "rogue general") in places(answer, "group", "term")
    assert not [term for (term,) in places(answer, "term") if "the" in term.split()]


def test_collocation_of_the_seeds_lists_what_stands_near(ran, seeds):
    answer = ran("collocation", seeds, "mercenaries", "--format", "json").json

    assert places(answer, "collocate", "n", "n_documents")[:2] == [("russian", 6, 3), ("syrian", 6, 3)]
    assert {row["node"] for row in answer["hits"]} == {"mercenaries"}


def test_collocation_says_how_often_the_node_occurs_and_in_what_window(ran, seeds):
    text = " ".join(ran("collocation", seeds, "mercenaries", "--window", "3").out.split())

    assert "'mercenaries': 15 occurrences, documents with one: 5; " in text
    assert " places within 3 words of it in a sentence, of 2,161 words." in text


def test_collocation_of_a_word_that_occurs_once_says_so(ran, articles):
    text = " ".join(ran("collocation", articles, "commander").out.split())

    assert "'commander': 1 occurrence, documents with one: 1; " in text
    assert "'commander' occurs 1 time in 1 document: " in text


def test_one_text_in_place_of_a_list_of_stop_words_is_refused(articles):
    tokens = cs.tokenize(cs.read_corpus(articles))

    with pytest.raises(ArgumentError, match=r"^stop_words is the text 'the'; give a list of words$"):
        cs.collocation(tokens, "town", stop_words="the")


def test_collocation_takes_least_counts_from_the_options(ran, articles):
    arguments = ("collocation", articles, "town", "--min-count", "1", "--min-documents", "1", "--window", "1")

    answer = ran(*arguments, "--span", "paragraph", "--stop-words", "none", "--format", "json").json

    # "the town. Fighters" are two sentences of one paragraph
    assert [row for row in places(answer, "collocate", "n") if row[1] > 2] == [("the", 4)]
    assert ("fighters", 1) in places(answer, "collocate", "n")


def test_dispersion_counts_the_documents_that_hold_a_term(ran, articles):
    answer = ran("dispersion", articles, "strongman", "rogue general", "--format", "json").json

    assert places(answer, "term", "n", "range", "of") == [("strongman", 3, 2, 4), ("rogue general", 1, 1, 4)]
    assert [row["term"] for row in answer["hits"]] == ["strongman", "rogue general", "strongman", "strongman"]


def test_dispersion_takes_another_column_for_its_parts(ran, articles):
    answer = ran("dispersion", articles, "strongman", "--by", "outlet", "--format", "json").json

    assert places(answer, "n", "range", "of") == [(3, 1, 2)]


def test_dispersion_over_few_parts_shows_the_counts_themselves(ran, articles):
    lines = ran("dispersion", articles, "strongman").out.splitlines()

    assert [line.split() for line in lines if line.startswith("strongman  a")] == [
        ["strongman", "a1", "1", "12"],
        ["strongman", "a2", "2", "9"],
    ]


def test_passages_can_be_listed_in_place_of_counts(ran, articles):
    shown = ran("dispersion", articles, "strongman", "--hits").out.splitlines()

    assert len([line for line in shown if line.startswith("a")]) == 3


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["collocation", "zebra"], "term 'zebra' never occurs; the nearest type is "),
        (["collocation", "town", "--window", "0"], "--window: 0 is out of range; give 1 to 100 (corpus-stats "),
        (["collocation", "town", "--span", "page"], "--span: 'page' is none of its values; choose sentence or para"),
        (["dispersion", "town", "zebra"], "term 'zebra' never occurs; the nearest type is "),
        (["dispersion"], "the following arguments are required: TERM (corpus-stats dispersion --help shows an "),
        (["ngrams", "-n", "0"], "-n/--length: 0 is out of range; give 1 or more (corpus-stats "),
    ],
)
def test_what_these_commands_cannot_use_is_one_line(arguments, line, ran, articles):
    command, *rest = arguments

    result = ran(command, articles, *rest)

    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines()[-1].startswith(f"corpus-stats: {line}")


def test_the_usage_of_a_command_with_several_terms_shows_that_there_may_be_more(ran):
    assert ran("dispersion", "--help").out.startswith("usage: corpus-stats dispersion CORPUS TERM... [options]")
