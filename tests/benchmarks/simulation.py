"""Words as news has them: bursty counts in documents of lognormal length, and articles made of such words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from corpus_stats.corpus import Corpus, Document

# no function word, no acronym and no two alike in their first letters
FILLER = tuple(f"{a}{b}" for a in ("bra", "clo", "dru", "fle", "gri", "ple") for b in ("mond", "tark", "vin", "zeb"))
_LETTERS = "abcdefghij"


def bursty_counts(
    n_documents: int, n_terms: int, *, rate: float, k: float, seed: int, ratio: float = 1.0
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Counts (terms x documents), lengths and sides; the first half of the documents uses each term `ratio` times.

    `rate` is per 1,000 tokens, `k` the dispersion of the negative binomial: 1 for the usual word, .2 for a topical one.
    """
    rng = np.random.default_rng(seed)
    lengths = document_lengths(n_documents, rng)
    target = np.arange(n_documents) < n_documents // 2
    mean = rate * lengths / 1000 * np.where(target, ratio, 1.0)
    counts = rng.negative_binomial(k, k / (k + mean), (n_terms, n_documents))
    return np.minimum(counts, lengths), lengths, target


def document_lengths(n_documents: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Tokens of articles: median 500, and none below 60."""
    return np.maximum(rng.lognormal(np.log(500), 0.5, n_documents).astype(np.int64), 60)


def joint_counts(
    n_documents: int, list_sizes: Sequence[int], *, rates: NDArray[np.float64], k: float, seed: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Counts (terms x documents) and lengths: lists of terms, each list with one factor by document for its terms.

    A document that has one term of a list then has the others: the factor is gamma of shape `k` and mean 1.
    """
    rng = np.random.default_rng(seed)
    lengths = document_lengths(n_documents, rng)
    factor = rng.gamma(k, 1 / k, (len(list_sizes), n_documents))
    mean = np.repeat(factor, list_sizes, axis=0) * rates[:, None] * lengths / 1000
    return rng.poisson(mean), lengths


def simulated_word(number: int) -> str:
    """A word that is no English one: ``zqab...``, one letter a digit."""
    return "zq" + "".join(_LETTERS[int(digit)] for digit in f"{number:04}")


def simulated_articles(
    counts: NDArray[np.int64], lengths: NDArray[np.int64], columns: Sequence[dict[str, str]] | None = None
) -> Corpus:
    """Articles in which term i stands as often as `counts` says, filled up with other words to their lengths."""
    words = np.array([simulated_word(i) for i in range(len(counts))], dtype=object)
    documents = []
    for i, length in enumerate(lengths):
        own = np.repeat(words, counts[:, i]).tolist()
        filler = [FILLER[j % len(FILLER)] for j in range(max(0, int(length) - len(own)))]
        metadata = {} if columns is None else columns[i]
        documents.append(Document(f"d{i:04}", " ".join(own + filler), metadata=metadata))
    return Corpus(documents)
