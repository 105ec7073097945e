"""Collocation against counts on paper and NLTK's association measures."""

from __future__ import annotations

import math

import pytest
from nltk.metrics.association import BigramAssocMeasures

from corpus_stats.analysis.collocation import Collocation, collocation
from corpus_stats.corpus import Corpus, Document
from corpus_stats.errors import ArgumentError
from corpus_stats.tokens import Tokens, tokenize

TEXTS = ("the hired mercenaries fought hired men", "mercenaries hired by men fought", "men slept and men ate")


def tokens_of(*texts: str) -> Tokens:
    return tokenize(Corpus([Document(f"d{i}", text, outlet="A") for i, text in enumerate(texts)]))


def near(node: str = "mercenaries", texts: tuple[str, ...] = TEXTS, **options: object) -> Collocation:
    given: dict[str, object] = {"min_count": 1, "min_documents": 1, "stop_words": (), "window": 2}
    return collocation(tokens_of(*texts), node, **(given | options))  # type: ignore[arg-type]


def of(result: Collocation, word: str) -> dict[str, float]:
    return dict(result.table.set_index("collocate").loc[word])


def test_counts_are_those_of_the_window_counted_by_hand():
    result = near()

    # places: the hired _ fought hired | _ hired by; 14 tokens are not the node
    assert {word: of(result, word)["n"] for word in result.table["collocate"]} == {
        "hired": 3, "the": 1, "fought": 1, "by": 1
    }  # fmt: skip
    assert [result.settings[name] for name in ("n_node", "places", "N", "window")] == [2, 6, 14, 2]
    assert of(result, "hired")["n_documents"] == 2


@pytest.mark.parametrize(
    ("measure", "oracle"),
    [
        ("mi", BigramAssocMeasures.pmi),
        ("t", BigramAssocMeasures.student_t),
        ("g2", BigramAssocMeasures.likelihood_ratio),
    ],
)
def test_measures_are_those_of_nltk(measure, oracle):
    # fought: once in 6 places, twice in 14 tokens
    assert of(near(), "fought")[measure] == pytest.approx(oracle(1, (6, 2), 14), abs=1e-6)


def test_mi3_expected_and_delta_p_are_those_worked_out_by_hand():
    found = of(near(), "fought")

    assert found["expected"] == pytest.approx(6 * 2 / 14, abs=1e-6)
    assert found["mi3"] == pytest.approx(math.log2(1 * 14 / (6 * 2)), abs=1e-6)
    assert found["delta_p"] == pytest.approx(1 / 6 - 1 / 8, abs=1e-6)
    assert found["delta_p_reverse"] == pytest.approx(1 / 2 - 5 / 12, abs=1e-6)


def test_log_dice_takes_the_occurrences_of_node_and_collocate():
    dice = BigramAssocMeasures.dice(1, (2, 2), 16)

    assert of(near(), "fought")["log_dice"] == pytest.approx(14 + math.log2(dice), abs=1e-6)


def test_log_dice_is_never_above_14():
    assert near(texts=("war war peace war war", "talks"), node="peace").table["log_dice"].max() <= 14


def test_rows_stand_by_falling_log_dice():
    assert near().table["log_dice"].is_monotonic_decreasing


def test_no_window_crosses_a_sentence_or_a_document():
    result = near(texts=("They met mercenaries. Tanks came.", "guns"), window=5)

    assert result.table["collocate"].tolist() == ["met", "they"]


def test_a_paragraph_may_be_the_span():
    result = near(texts=("They met mercenaries. Tanks came.\nGuns fired.",), window=5, span="paragraph")

    assert sorted(result.table["collocate"]) == ["came", "met", "tanks", "they"]


def test_a_word_between_two_occurrences_is_counted_once_and_belongs_to_the_nearest():
    result = near(texts=("war tanks guns war",), node="war", window=3)

    assert dict(zip(result.table["collocate"], result.table["n"], strict=True)) == {"guns": 1, "tanks": 1}
    assert result.hits is not None
    assert result.hits[["collocate", "node_start", "distance"]].to_numpy().tolist() == [
        ["tanks", 0, 1],
        ["guns", 15, -1],
    ]


def test_the_node_is_no_collocate_of_itself():
    assert "war" not in near(texts=("war tanks war",), node="war").table["collocate"].tolist()


def test_a_node_may_be_several_words_or_have_an_open_end():
    assert near(texts=("the rogue general spoke",), node="rogue general").table["collocate"].tolist() == [
        "spoke",
        "the",
    ]
    assert near(texts=("hired mercenary", "hired mercenaries"), node="mercenar*").table["n"].tolist() == [2]


def test_hits_are_the_characters_of_collocate_and_node():
    hits = near(texts=("Hired mercenaries fled.",)).hits

    assert hits is not None
    assert hits[["text", "start", "end", "node_start", "node_end"]].to_numpy().tolist() == [
        ["Hired", 0, 5, 6, 17], ["fled", 18, 22, 6, 17]
    ]  # fmt: skip


def test_stop_words_keep_their_place_in_the_window():
    result = near(texts=("mercenaries of the war",), stop_words=None)

    assert result.table.empty


def test_rare_collocates_are_not_listed():
    assert near(min_count=3, min_documents=2).table["collocate"].tolist() == ["hired"]


def test_a_node_in_few_documents_is_warned_of():
    assert near().cautions == (
        "'mercenaries' occurs 2 times in 2 documents: what stands near it may be one article's wording. No test is"
        " made.",
    )


@pytest.mark.parametrize(
    ("node", "options", "message"),
    [
        ("mercenary", {}, "term 'mercenary' never occurs; the nearest type is 'mercenaries'"),
        ("men", {"window": 0}, "window is 0; it must be 1 or more"),
        ("men", {"span": "page"}, "span 'page' is unknown; it must be 'sentence' or 'paragraph'"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(node, options, message):
    with pytest.raises(ArgumentError) as caught:
        near(node, **options)

    assert str(caught.value) == message
