"""NMF and LDA (scikit-learn) and LDA (gensim): counts in, word weights and row shares out.

Every model runs in one thread, in float64, on rows in the order given, and is rounded where it leaves this module, so
that the same counts and seed give the same numbers.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from threadpoolctl import threadpool_limits

from ..errors import ArgumentError, nearest
from ..stats._checks import checked_seed, checked_whole

__all__ = ["MODELS", "FittedTopics", "fitted_topics"]

_DECIMALS = 6


@dataclass(frozen=True, eq=False)
class FittedTopics:
    """A fitted topic model.

    Attributes
    ----------
    weights : float64 array of shape (k, n_types)
        Share of each type in each topic; rows sum to 1.
    shares : float64 array of shape (n_rows, k)
        Share of each topic in each row; rows sum to 1, or are 0 throughout where a row holds no known word.
    """

    weights: NDArray[np.float64]
    shares: NDArray[np.float64]


def fitted_topics(counts: sparse.csr_array, k: int, *, method: str = "nmf", seed: int = 0) -> FittedTopics:
    """Topic model of `k` topics fitted to counts.

    Parameters
    ----------
    counts : CSR array of shape (n_rows, n_types)
    k : int
        At most the number of rows and of types.
    method : {"nmf", "lda", "gensim"}
        NMF of tf-idf weights; LDA by batch variational Bayes (scikit-learn); online LDA in one worker (gensim).
    seed : int

    Raises
    ------
    ArgumentError
        An unknown method; `k` out of its range or no whole number; a seed that is none.

    References
    ----------
    Blei, D. M., Ng, A. Y. and Jordan, M. I. (2003). Latent Dirichlet allocation. JMLR 3, 993-1022.
    Lee, D. D. and Seung, H. S. (1999). Learning the parts of objects by non-negative matrix factorization. Nature 401.
    """
    if method not in MODELS:
        raise ArgumentError(f"topic method {method!r} is unknown; {nearest(method, MODELS)}")
    limit = min(counts.shape)
    if not 1 <= k <= limit:
        raise ArgumentError(f"k is {k}; {counts.shape[0]} rows of {counts.shape[1]} types allow 1 to {limit} topics")
    with threadpool_limits(1):
        weights, shares = MODELS[method](counts, checked_whole("k", k), checked_seed(seed))
    return FittedTopics(_row_shares(weights), _row_shares(shares))


def _nmf(counts: sparse.csr_array, k: int, seed: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.feature_extraction.text import TfidfTransformer

    tfidf = TfidfTransformer(sublinear_tf=True).fit_transform(counts.astype(np.float64))
    model = NMF(n_components=k, init="nndsvda", random_state=seed, max_iter=1000, tol=1e-6)
    with warnings.catch_warnings():
        # A factorisation that still moves in the seventh decimal after 1,000 steps serves as well.
        warnings.simplefilter("ignore", ConvergenceWarning)
        shares = model.fit_transform(tfidf)
    scale = model.components_.sum(axis=1)
    return model.components_, shares * scale


def _lda(counts: sparse.csr_array, k: int, seed: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    from sklearn.decomposition import LatentDirichletAllocation

    model = LatentDirichletAllocation(k, learning_method="batch", random_state=seed, max_iter=100, n_jobs=1)
    shares = model.fit_transform(counts.astype(np.float64))
    empty = np.diff(counts.indptr) == 0
    shares[empty] = 0
    return model.components_, shares


def _gensim(counts: sparse.csr_array, k: int, seed: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    from gensim.matutils import Sparse2Corpus
    from gensim.models import LdaModel

    corpus = list(Sparse2Corpus(sparse.csc_matrix(counts.T), documents_columns=True))
    names = {i: str(i) for i in range(counts.shape[1])}
    model = LdaModel(
        corpus,
        num_topics=k,
        id2word=names,
        passes=20,
        iterations=200,
        random_state=seed,
        dtype=np.float64,
        eval_every=None,
    )
    shares = np.zeros((counts.shape[0], k))
    for row, document in enumerate(corpus):
        if document:
            for topic, share in model.get_document_topics(document, minimum_probability=0.0):
                shares[row, topic] = share
    return model.get_topics().astype(np.float64), shares


MODELS: dict[str, Callable[[sparse.csr_array, int, int], tuple[NDArray[np.float64], NDArray[np.float64]]]] = {
    "gensim": _gensim,
    "lda": _lda,
    "nmf": _nmf,
}


def _row_shares(values: NDArray[np.float64]) -> NDArray[np.float64]:
    totals = values.sum(axis=1, keepdims=True)
    shares = np.divide(values, totals, out=np.zeros_like(values, dtype=np.float64), where=totals > 0)
    return np.asarray(np.round(shares, _DECIMALS) + 0.0)
