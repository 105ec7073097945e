"""How alike documents are in their wording: cosine of tf-idf weights."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse
from scipy.cluster.hierarchy import leaves_list, linkage
from scipy.spatial.distance import squareform

from ..errors import ArgumentError
from ..evidence import Result, rounded
from ..matrix import DocumentTermMatrix

__all__ = ["BANDS", "Similarity", "similarity"]

# Cosines of pairs of news articles, 5 to 95 % (300 articles, 100 events by three outlets; sublinear tf, no stop words):
# other event .02 to .12, same event by another outlet .23 to .55.
BANDS = (
    ("other event", 0.0, 0.12),
    ("between", 0.12, 0.23),
    ("same event", 0.23, 0.55),
    ("closer than same event", 0.55, 1.0),
)
_DENSE_DOCUMENTS = 2000
_NEIGHBOURS = 10


@dataclass(frozen=True, eq=False, repr=False)
class Similarity(Result):
    """Pairs of documents with the cosine of their tf-idf weights.

    Columns of `table`: document_a, document_b, cosine, band; most similar first. Above 2,000 documents only pairs among
    the ten nearest of either are listed, and `cosines`, `order` and `linkage` are empty.

    Attributes
    ----------
    documents, outlets : tuple of str
        In the order of the rows of `cosines`.
    cosines : float64 array of shape (n, n)
    order : tuple of int
        Leaves of the dendrogram from left to right.
    linkage : float64 array of shape (n - 1, 4)
        Average linkage of 1 - cosine, as SciPy writes it.
    bands : tuple of (name, low, high)
        What cosines mean among news articles; a context, no test.
    """

    documents: tuple[str, ...] = ()
    outlets: tuple[str | None, ...] = ()
    cosines: NDArray[np.float64] | None = None
    order: tuple[int, ...] = ()
    linkage: NDArray[np.float64] | None = None
    bands: tuple[tuple[str, float, float], ...] = BANDS


def similarity(matrix: DocumentTermMatrix, *, stop_words: Collection[str] | None = None) -> Similarity:
    """Cosine similarity of the documents of a matrix.

    The weights are (1 + ln tf) * (ln((1 + n) / (1 + df)) + 1), rows scaled to length 1. A cosine says that wording is
    shared, not who wrote first nor why.

    Parameters
    ----------
    matrix : DocumentTermMatrix
    stop_words : collection of str, optional
        Types left out; by default the package's English function words and what holds no letter.
    """
    if matrix.shape[0] < 2:
        raise ArgumentError(f"similarity compares documents; the matrix has {matrix.shape[0]}")
    if matrix.rows != matrix.tokens.corpus.names:
        raise ArgumentError("similarity compares documents; the rows of this matrix are parts, or some, of them")
    content = matrix.content(stop_words)
    if not content.counts.nnz:
        raise ArgumentError("no word is left to compare by: every type is a stop word or holds no letter")
    weights = content.tfidf(sublinear=True)
    settings = {
        "weights": "(1 + ln tf) * (ln((1 + n) / (1 + df)) + 1), rows scaled to length 1",
        "types": content.shape[1],
        **dict(content.settings),
    }
    outlets = matrix.tokens.corpus.values("outlet")
    names, cautions = matrix.rows, _cautions(len(matrix.rows))
    if len(names) > _DENSE_DOCUMENTS:
        return Similarity(_neighbour_table(weights, names), settings, cautions, documents=names, outlets=outlets)
    # A sparse product is summed in one order, whatever the number of threads.
    cosines = np.clip(rounded((weights @ weights.T).toarray()), 0.0, 1.0)
    np.fill_diagonal(cosines, 1.0)
    cosines = np.maximum(cosines, cosines.T)
    a, b = np.triu_indices(len(names), 1)
    tree = linkage(squareform(1 - cosines, checks=False), method="average", optimal_ordering=len(names) <= 200)
    return Similarity(
        table=_pair_table(names, a, b, cosines[a, b]),
        settings=settings,
        cautions=cautions,
        documents=names,
        outlets=outlets,
        cosines=cosines,
        order=tuple(int(i) for i in leaves_list(tree)),
        linkage=tree,
    )


def _pair_table(
    names: tuple[str, ...], a: NDArray[np.intp], b: NDArray[np.intp], cosines: NDArray[np.float64]
) -> pd.DataFrame:
    order = np.lexsort([b, a, -cosines])
    edges = np.array([low for _, low, _ in BANDS[1:]])
    labels = np.array([name for name, _, _ in BANDS], dtype=object)
    columns = {
        "document_a": [names[i] for i in a[order]],
        "document_b": [names[i] for i in b[order]],
        "cosine": cosines[order],
        "band": labels[np.searchsorted(edges, cosines[order], side="right")],
    }
    return pd.DataFrame(columns).astype({"document_a": "str", "document_b": "str", "band": "str"})


def _neighbour_table(weights: sparse.csr_array, names: tuple[str, ...]) -> pd.DataFrame:
    from sparse_dot_topn import sp_matmul_topn

    nearest = sp_matmul_topn(sparse.csr_matrix(weights), sparse.csr_matrix(weights).T.tocsr(), top_n=_NEIGHBOURS + 1)
    pairs = nearest.tocoo()
    low, high = np.minimum(pairs.row, pairs.col), np.maximum(pairs.row, pairs.col)
    keys, first = np.unique(low.astype(np.int64) * len(names) + high, return_index=True)
    distinct = keys // len(names) != keys % len(names)
    first = first[distinct]
    return _pair_table(names, low[first].astype(np.intp), high[first].astype(np.intp), rounded(pairs.data[first]))


def _cautions(n_documents: int) -> tuple[str, ...]:
    if n_documents >= 50:
        return ()
    return (
        f"Words are weighted by {n_documents} documents only, so rare and common words differ little in weight and"
        " cosines come out higher than in a larger corpus: the bands were measured on 300 articles.",
    )
