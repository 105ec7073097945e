"""Document-term matrices."""

from __future__ import annotations

import re

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from corpus_stats.corpus import Corpus, Document
from corpus_stats.errors import ArgumentError
from corpus_stats.matrix import document_term_matrix, ngram_counts
from corpus_stats.tokens import tokenize

TEXTS = ["the rogue general\nleft the town", "rogue rogue", "town general town", ""]
TOKENS = tokenize(Corpus([Document(str(i), text) for i, text in enumerate(TEXTS)]))


def test_counts_are_those_counted_by_hand():
    matrix = document_term_matrix(TOKENS)

    assert matrix.vocabulary == ("general", "left", "rogue", "the", "town")
    assert matrix.counts.toarray().tolist() == [[1, 1, 1, 2, 1], [0, 0, 2, 0, 0], [1, 0, 0, 0, 2], [0, 0, 0, 0, 0]]


def test_counts_are_whole_numbers():
    assert document_term_matrix(TOKENS).counts.dtype == np.int64


def test_lengths_count_the_words_without_a_column_too():
    assert document_term_matrix(TOKENS, min_count=3).lengths.tolist() == [6, 2, 3, 0]


def test_rare_types_get_no_column():
    assert document_term_matrix(TOKENS, min_count=2, min_documents=2).vocabulary == ("general", "rogue", "town")


def test_stop_words_get_no_column():
    assert "the" not in document_term_matrix(TOKENS, stop_words=None).vocabulary


def test_a_list_of_ones_own_stop_words_is_followed():
    assert document_term_matrix(TOKENS, stop_words=["town"]).vocabulary == ("general", "left", "rogue", "the")


def test_paragraphs_are_rows_named_after_their_document():
    matrix = document_term_matrix(TOKENS, rows="paragraph")

    assert matrix.rows == ("0#1", "0#2", "1#1", "2#1")
    assert matrix.counts.sum(axis=1).tolist() == [3, 3, 2, 3]
    assert matrix.row_documents.tolist() == [0, 0, 1, 2]


def test_a_word_in_two_paragraphs_of_one_document_is_in_one_document():
    assert "the" not in document_term_matrix(TOKENS, rows="paragraph", min_documents=2).vocabulary


@pytest.mark.parametrize("sublinear", [False, True])
@pytest.mark.parametrize("smooth", [False, True])
def test_weights_are_those_of_scikit_learn(sublinear, smooth):
    vectorizer = TfidfVectorizer(token_pattern=r"\w+", sublinear_tf=sublinear, smooth_idf=smooth)
    expected = vectorizer.fit_transform(TEXTS).toarray()

    weights = document_term_matrix(TOKENS).tfidf(sublinear=sublinear, smooth=smooth)
    np.testing.assert_allclose(weights.toarray(), expected)


def test_content_leaves_out_function_words_and_numbers():
    tokens = tokenize(Corpus([Document("a", "the general of 2020")]))

    assert document_term_matrix(tokens).content().vocabulary == ("general",)


def test_the_columns_of_a_selection_are_those_asked_for():
    matrix = document_term_matrix(TOKENS).columns([2, 4]).at([1, 2])

    assert (matrix.vocabulary, matrix.rows) == (("rogue", "town"), ("1", "2"))
    assert matrix.counts.toarray().tolist() == [[2, 0], [0, 2]]


def test_an_unknown_kind_of_row_is_refused():
    with pytest.raises(ArgumentError, match=r"^rows 'sentence' is unknown; it must be 'document' or 'paragraph'$"):
        document_term_matrix(TOKENS, rows="sentence")


def test_a_count_below_one_is_refused():
    with pytest.raises(ArgumentError, match=r"^min_count is 0; it must be 1 or more$"):
        document_term_matrix(TOKENS, min_count=0)


def test_a_matrix_without_types_has_no_weights():
    message = "a matrix of 4 rows and 0 types has no weights"
    with pytest.raises(ArgumentError, match=f"^{re.escape(message)}$"):
        document_term_matrix(TOKENS, min_count=99).tfidf()


@pytest.mark.parametrize(
    "chosen", [document_term_matrix, lambda tokens, **o: document_term_matrix(tokens).content(**o)]
)
def test_one_text_for_the_list_of_stop_words_is_refused(chosen):
    with pytest.raises(ArgumentError, match=r"^stop_words is the text 'the'; give a list of words$"):
        chosen(TOKENS, stop_words="the")


def test_stop_words_may_come_from_an_iterator():
    matrix = document_term_matrix(TOKENS, stop_words=iter(["town", "rogue"]))

    assert matrix.vocabulary == ("general", "left", "the")
    assert dict(matrix.settings)["stop_words"] == ["rogue", "town"]


@pytest.mark.parametrize("n", [0, 2.0])
def test_runs_of_no_whole_number_of_tokens_are_refused(n):
    with pytest.raises(ArgumentError, match=f"^n is {n}; it must be a whole number of 1 or more$"):
        ngram_counts(TOKENS, n)
