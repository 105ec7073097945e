"""Topics and themes."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from corpus_stats.analysis.topics import topics
from corpus_stats.corpus import Corpus, Document
from corpus_stats.errors import ArgumentError
from corpus_stats.matrix import DocumentTermMatrix, document_term_matrix
from corpus_stats.models import fitted_topics, npmi_coherence
from corpus_stats.tokens import tokenize

WAR = "army general troops front retreat militia"
SPORT = "match goal referee stadium coach league"


def matrix(n_documents: int) -> DocumentTermMatrix:
    rng = np.random.default_rng(5)
    texts = []
    for i in range(n_documents):
        words = (WAR if i % 2 == 0 else SPORT).split()
        texts.append("\n".join(" ".join(rng.choice(words, 8)) + "." for _ in range(3)))
    documents = [Document(f"{i:03}", text, outlet=f"{i % 3}") for i, text in enumerate(texts)]
    return document_term_matrix(tokenize(Corpus(documents)))


def words_of(result: object, topic: int, n: int = 6) -> set[str]:
    table = result.table
    return set(table[(table["topic"] == topic) & (table["rank"] <= n)]["term"])


@pytest.mark.parametrize("method", ["nmf", "lda", "gensim"])
def test_two_planted_topics_are_found(method):
    result = topics(matrix(60), 2, method=method)

    assert {frozenset(words_of(result, 1)), frozenset(words_of(result, 2))} == {
        frozenset(WAR.split()),
        frozenset(SPORT.split()),
    }


@pytest.mark.parametrize("method", ["nmf", "lda", "gensim"])
def test_the_same_seed_gives_the_same_numbers(method):
    counts = matrix(60).counts
    one, two = (fitted_topics(counts, 3, method=method, seed=4) for _ in range(2))

    np.testing.assert_array_equal(one.weights, two.weights)
    np.testing.assert_array_equal(one.shares, two.shares)


@pytest.mark.parametrize("method", ["nmf", "lda", "gensim"])
def test_weights_of_a_topic_and_shares_of_a_row_add_up_to_one(method):
    model = fitted_topics(matrix(60).counts, 2, method=method)

    np.testing.assert_allclose(model.weights.sum(axis=1), 1, atol=1e-4)
    np.testing.assert_allclose(model.shares.sum(axis=1), 1, atol=1e-4)


def test_few_documents_are_modelled_by_paragraph_and_it_is_said():
    result = topics(matrix(5))

    assert result.unit == "paragraph"
    assert result.shares["row"].nunique() == 15
    assert result.cautions[0] == (
        "W-TOPIC5: 5 documents are too few for a topic model by document (topics would be the documents). Showing"
        f" paragraph-level themes, stability {result.quality['stability'].mean():.2f}."
    )


def test_topics_that_are_the_documents_are_a_caution():
    result = topics(matrix(60), 2)

    assert result.unit == "document"
    assert result.cautions[0].startswith("Half of the documents belong to one topic almost wholly")


def test_the_passages_slice_to_their_text():
    result = topics(matrix(5))
    corpus = matrix(5).tokens.corpus

    assert len(result.hits) == 3 * result.k
    for row in result.hits.itertuples():
        assert corpus[row.document].text[row.start : row.end] == row.text


def test_the_largest_topic_stands_first():
    assert topics(matrix(60), 2).quality["share"].is_monotonic_decreasing


def test_planted_topics_are_stable_under_resampling():
    assert topics(matrix(60), 2).quality["stability"].min() > 0.5


def test_lift_is_the_weight_over_the_share_in_the_corpus():
    source = matrix(60)
    row = topics(source, 2, method="lda").table.iloc[0]
    total = source.counts.sum()
    share = source.counts[:, [source.vocabulary.index(row["term"])]].sum() / total

    assert row["lift"] == pytest.approx(row["weight"] / share, rel=1e-4)


def test_words_that_always_stand_together_cohere_wholly():
    texts = [["a", "b"]] * 4 + [["c", "d"]] * 4

    # Each word stands in half of the windows; gensim adds 1e-12 to a share of 0.
    never = np.log(1e-12 / 0.25) / -np.log(1e-12)
    np.testing.assert_allclose(npmi_coherence([["a", "b"], ["a", "c"]], texts), [1, never], atol=1e-6)


@pytest.mark.parametrize(
    ("n", "k", "message"),
    [
        (5, 9, "^k is 9; 5 documents allow 1 to 4 topics$"),
        (5, 0, "^k is 0; 5 documents allow 1 to 4 topics$"),
        (60, 99, "^k is 99; 60 documents allow 1 to 12 topics$"),
    ],
)
def test_more_topics_than_the_texts_allow_are_refused(n, k, message):
    with pytest.raises(ArgumentError, match=message):
        topics(matrix(n), k)


def test_an_unknown_method_names_the_nearest():
    with pytest.raises(ArgumentError, match=r"^topic method 'nfm' is unknown; did you mean 'nmf'\?$"):
        topics(matrix(60), 2, method="nfm")


def test_a_model_refuses_more_topics_than_rows():
    with pytest.raises(ArgumentError, match=r"^k is 99; 60 rows of 12 types allow 1 to 12 topics$"):
        fitted_topics(matrix(60).counts, 99)


def test_documents_that_share_no_word_have_no_topics():
    lonely = document_term_matrix(tokenize(Corpus([Document("a", "alpha"), Document("b", "beta")])))
    with pytest.raises(ArgumentError, match=r"^2 documents share no content word; topics need words that occur twice$"):
        topics(lonely)


def test_an_empty_document_has_no_share_in_any_topic():
    empty = document_term_matrix(tokenize(Corpus([*matrix(60).tokens.corpus, Document("999", "")])))

    assert "999" not in set(topics(empty, 2).shares["document"])


def test_shares_name_their_document_and_outlet():
    shares = topics(matrix(60), 2).shares

    assert isinstance(shares, pd.DataFrame)
    assert list(shares.columns) == ["row", "document", "outlet", "start", "end", "topic", "share"]
