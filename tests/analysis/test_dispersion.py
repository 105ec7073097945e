"""Dispersion against the worked example of Gries and counts on paper."""

from __future__ import annotations

import pytest

from corpus_stats.analysis.dispersion import dispersion
from corpus_stats.corpus import Corpus, Document
from corpus_stats.errors import ArgumentError
from corpus_stats.tokens import Tokens, tokenize

GRIES = [
    "b a m n i b e u p",
    "b a s a t b e w q n",
    "b c a g a b e s t a",
    "b a g h a b e a a t",
    "b a h a a b e a x a t",
]


def tokens_of(*texts: str, outlets: str = "") -> Tokens:
    names = outlets or "A" * len(texts)
    return tokenize(Corpus([Document(f"d{i}", text, outlet=names[i]) for i, text in enumerate(texts)]))


# Gries (2008, 2020) and the tests of scattertext
@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (
            "a",
            {"n": 15, "range": 5, "vc": 0.471, "juilland_d": 0.785, "carroll_d2": 0.938, "rosengren_s": 0.95,
             "dp": 0.18, "dp_norm": 0.22, "kl": 0.137},
        ),
        (
            "q",
            {"n": 1, "range": 1, "vc": 2, "juilland_d": 0, "rosengren_s": 0.2, "dp": 0.8, "dp_norm": 0.976,
             "kl": 2.322},
        ),
    ],
)  # fmt: skip
def test_measures_are_those_of_the_published_example(word, expected):
    found = dispersion(tokens_of(*GRIES), word).table.iloc[0]

    assert {name: found[name] for name in expected} == pytest.approx(expected, abs=0.006)


def test_counts_of_every_part_stand_beside_the_measures():
    parts = dispersion(tokens_of(*GRIES), ["a"]).parts

    assert parts["n"].tolist() == [1, 2, 3, 4, 5]
    assert parts["n_tokens"].tolist() == [9, 10, 10, 10, 11]


def test_hits_are_the_characters_and_the_relative_position():
    hits = dispersion(tokens_of("war and peace", "no War here, war there"), ["war"]).hits

    assert hits is not None
    assert hits["text"].tolist() == ["war", "War", "war"]
    assert hits["start"].tolist() == [0, 3, 13]
    assert hits["position"].tolist() == [0.0, 0.2, 0.6]


def test_terms_of_several_words_and_open_ends_are_found():
    table = dispersion(tokens_of("a rogue general and generals", "rogue generals"), ["rogue general", "general*"]).table

    assert table["n"].tolist() == [1, 3]
    assert table["range"].tolist() == [1, 2]


def test_terms_stand_in_the_order_asked_and_once():
    assert dispersion(tokens_of(*GRIES), ["q", "a", "q"]).table["term"].tolist() == ["q", "a"]


def test_parts_can_be_the_groups_of_a_column():
    result = dispersion(tokens_of("war", "war", "peace", outlets="XXY"), ["war"], by="outlet")

    assert result.table[["range", "of"]].to_numpy().tolist() == [[1, 2]]


def test_a_document_without_tokens_is_no_part():
    assert dispersion(tokens_of("war", "war peace", "..."), ["war"]).table["of"].tolist() == [2]


def test_few_parts_are_warned_of():
    line = (
        "With 5 parts every measure of dispersion takes few distinct values: the number of parts that hold the term"
        " says as much."
    )

    assert dispersion(tokens_of(*GRIES), "a").cautions == (line,)


@pytest.mark.parametrize(
    ("texts", "terms", "message"),
    [
        (["war", "tank"], ["wars"], "term 'wars' never occurs; the nearest type is 'war'"),
        (["war", "tank"], [], "terms is empty; give one or more"),
        (["war"], ["war"], "1 parts hold tokens; dispersion needs 2 or more"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(texts, terms, message):
    with pytest.raises(ArgumentError) as caught:
        dispersion(tokens_of(*texts), terms)

    assert str(caught.value) == message
