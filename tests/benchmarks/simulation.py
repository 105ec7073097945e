"""Bursty counts of words in documents, as news has them: lognormal lengths, negative binomial counts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def bursty_counts(
    n_documents: int, n_terms: int, *, rate: float, k: float, seed: int, ratio: float = 1.0
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Counts (terms x documents), lengths and sides; the first half of the documents uses each term `ratio` times.

    `rate` is per 1,000 tokens, `k` the dispersion of the negative binomial: 1 for the usual word, .2 for a topical one.
    """
    rng = np.random.default_rng(seed)
    lengths = np.maximum(rng.lognormal(np.log(500), 0.5, n_documents).astype(np.int64), 60)
    target = np.arange(n_documents) < n_documents // 2
    mean = rate * lengths / 1000 * np.where(target, ratio, 1.0)
    counts = rng.negative_binomial(k, k / (k + mean), (n_terms, n_documents))
    return np.minimum(counts, lengths), lengths, target
