"""N-grams against counts on paper, against NLTK, and against the literals of another tool's tests."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.util import ngrams as nltk_ngrams

from corpus_stats.analysis.ngrams import ngrams
from corpus_stats.corpus import Corpus, Document
from corpus_stats.errors import ArgumentError
from corpus_stats.tokens import Tokens, tokenize


def tokens_of(*texts: str, outlets: str = "") -> Tokens:
    names = outlets or "A" * len(texts)
    return tokenize(Corpus([Document(f"d{i}", text, outlet=names[i]) for i, text in enumerate(texts)]))


def counts(tokens: Tokens, n: int, **options: object) -> dict[str, int]:
    table = ngrams(tokens, n, **options).table  # type: ignore[arg-type]
    return dict(zip(table["term"], table["n"].tolist(), strict=True))


def test_bigrams_are_those_counted_by_hand():
    assert counts(tokens_of("a b a b c"), 2) == {"a b": 2, "b a": 1, "b c": 1}


def test_no_ngram_crosses_a_document():
    assert counts(tokens_of("a b", "c d"), 2) == {"a b": 1, "c d": 1}


def test_no_ngram_crosses_a_sentence():
    assert set(counts(tokens_of("The war ended. Peace began."), 2)) == {"the war", "war ended", "peace began"}


def test_counts_rates_and_documents_are_given_by_group():
    table = ngrams(tokens_of("a b a b", "a b c", "c d", outlets="XXY"), 2, by="outlet").table

    assert table.iloc[0].tolist() == ["X", "a b", 3, 2, 428.571429]
    assert table[table["group"] == "Y"]["term"].tolist() == ["c d"]


def test_rare_ngrams_are_left_out_by_group():
    table = ngrams(tokens_of("a b a b", "a b", outlets="XY"), 2, by="outlet", min_count=2).table

    assert table[["group", "term"]].to_numpy().tolist() == [["X", "a b"]]


def test_ngrams_with_a_stop_word_are_left_out_and_nothing_closes_up():
    assert counts(tokens_of("war of words and war"), 2, stop_words=["of", "and"]) == {}


def test_ties_stand_in_the_order_of_code_points():
    assert list(counts(tokens_of("b a c"), 1)) == ["a", "b", "c"]


def test_an_ngram_longer_than_the_text_gives_an_empty_table():
    assert ngrams(tokens_of("a b"), 5).table.empty


# Counts of quanteda.textstats' own tests for collocations; a stop there is padding, which a line end is here.
@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ["a b c . . a b c . . a b c . . . a b c", "a b . . a b . . a b . . a b . a b"],
            {"a b": 9, "b c": 4, "a b c": 4},
        ),
        (
            [". . . . a b c . . a b c . . .", "a b . . a b . . a b . . a b . a b", "b c . . b c . b c . . . b c"],
            {"a b": 7, "b c": 6, "a b c": 2},
        ),
    ],
)
def test_counts_are_those_of_quantedas_tests(texts, expected):
    tokens = tokens_of(*(text.replace(".", "\n") for text in texts))

    assert counts(tokens, 2) | counts(tokens, 3) == expected


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=9), min_size=1, max_size=4), st.integers(1, 4))
def test_counts_are_those_of_nltk(texts, n):
    expected = Counter(" ".join(gram) for text in texts for gram in nltk_ngrams(text, n))

    assert counts(tokens_of(*(" ".join(text) for text in texts)), n) == expected


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"n": 0}, "n is 0; it must be a whole number of 1 or more"),
        ({"n": 2.0}, "n is 2.0; it must be a whole number of 1 or more"),
        ({"n": "two"}, "n is two; it must be a whole number of 1 or more"),
        ({"n": 2, "min_count": 0}, "min_count is 0; it must be a whole number of 1 or more"),
        ({"n": 2, "min_count": 1.5}, "min_count is 1.5; it must be a whole number of 1 or more"),
        ({"n": 2, "stop_words": "the"}, "stop_words is the text 'the'; give a list of words"),
    ],
)
def test_what_is_no_number_or_list_is_refused(options, message):
    with pytest.raises(ArgumentError) as caught:
        ngrams(tokens_of("a b"), **options)

    assert str(caught.value) == message
