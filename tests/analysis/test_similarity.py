"""Cosine similarity of documents."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity

from corpus_stats.analysis import similarity as module
from corpus_stats.analysis.similarity import similarity
from corpus_stats.corpus import Corpus, Document
from corpus_stats.errors import ArgumentError
from corpus_stats.matrix import DocumentTermMatrix, document_term_matrix
from corpus_stats.tokens import tokenize

TEXTS = ["rogue general army retreats", "rogue general general army camp", "football match ends", "football cup match"]


def matrix(texts: list[str]) -> DocumentTermMatrix:
    return document_term_matrix(tokenize(Corpus([Document(f"{i:03}", text) for i, text in enumerate(texts)])))


def test_cosines_are_those_of_scikit_learn():
    expected = cosine_similarity(TfidfVectorizer(sublinear_tf=True).fit_transform(TEXTS))

    np.testing.assert_allclose(similarity(matrix(TEXTS)).cosines, expected, atol=1e-6)


def test_the_most_similar_pair_stands_first():
    first = similarity(matrix(TEXTS)).table.iloc[0]

    assert (first["document_a"], first["document_b"], first["band"]) == ("000", "001", "closer than same event")


def test_function_words_do_not_make_documents_alike():
    assert similarity(matrix(["the of and army", "the of and match"])).cosines[0, 1] == 0


def test_a_copy_has_a_cosine_of_one():
    assert similarity(matrix(["rogue army", "rogue army", "match"])).table.iloc[0]["cosine"] == 1


def test_neighbours_in_the_dendrogram_are_the_similar_ones():
    order = similarity(matrix(TEXTS)).order

    assert {frozenset(order[:2]), frozenset(order[2:])} == {frozenset({0, 1}), frozenset({2, 3})}


@pytest.mark.parametrize(("cosine", "band"), [(0.119, 0), (0.12, 1), (0.23, 2), (0.549, 2), (0.55, 3)])
def test_a_band_begins_at_its_lower_limit(cosine, band):
    table = module._pair_table(("a", "b"), np.array([0]), np.array([1]), np.array([cosine]))

    assert table.loc[0, "band"] == module.BANDS[band][0]


def test_few_documents_are_a_caution():
    assert similarity(matrix(TEXTS)).cautions[0].startswith("Words are weighted by 4 documents only")


def test_many_documents_give_the_pairs_among_nearest_neighbours(monkeypatch):
    texts = [f"alpha{i // 2} beta{i // 2} gamma{i}" for i in range(60)]
    dense = similarity(matrix(texts))
    monkeypatch.setattr(module, "_DENSE_DOCUMENTS", 50)
    sparse = similarity(matrix(texts))

    assert sparse.cosines is None
    expected = dense.table[dense.table["cosine"] > 0]
    np.testing.assert_allclose(sparse.table["cosine"], expected["cosine"], atol=1e-6)
    assert (
        sparse.table[["document_a", "document_b"]].values.tolist()
        == expected[["document_a", "document_b"]].values.tolist()
    )


def test_one_document_is_like_no_other():
    with pytest.raises(ArgumentError, match=r"^similarity compares documents; the matrix has 1$"):
        similarity(matrix(["alone"]))


def test_documents_without_content_words_cannot_be_compared():
    with pytest.raises(
        ArgumentError, match=r"^no word is left to compare by: every type is a stop word or holds no let"
    ):
        similarity(matrix(["the of", "and 2020"]))
