"""How evenly terms are spread over the parts of a corpus (its documents, or groups of them).

    v_i     occurrences in part i, f their sum over n parts
    s_i     share of the corpus that part i holds
    p_i     v_i over the tokens of part i

With few parts only few values can arise: show the counts v beside any of these. Parts without tokens are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from ..errors import ArgumentError
from ._checks import Scores, document_counts

__all__ = ["Dispersion", "dispersion_measures"]

_CELLS = 4_000_000  # terms x parts held at once: 32 MB an array


@dataclass(frozen=True)
class Dispersion:
    """Dispersion of each term; nan for a term that never occurs, save its range and sd, which are 0.

    Attributes
    ----------
    n : float64 array
        Occurrences.
    range : float64 array
        Parts that hold the term.
    sd : float64 array
        Of the counts, over the population of parts.
    vc : float64 array
        Variation coefficient: sd over the mean count.
    juilland_d : float64 array
        1 - VC(p) / sqrt(n - 1), on rates: 1 even, 0 in one part only.
    carroll_d2 : float64 array
        Entropy of the rates over its maximum: 1 even, 0 in one part only.
    rosengren_s : float64 array
        1 even, min(s) at the least.
    dp, dp_norm : float64 array
        Deviation of proportions, 0 even, and the same over its maximum 1 - min(s).
    da : float64 array
        1 less the mean difference between two parts' rates over twice the mean rate: 1 even, 0 in one part only.
    kl : float64 array
        Divergence of the term's distribution over parts from that of the tokens, in bits: 0 even.

    References
    ----------
    Gries, S. Th. (2020). Analyzing dispersion. In M. Paquot & S. Th. Gries (Eds.), A practical handbook of corpus
    linguistics, 99-118. Lijffijt, J., & Gries, S. Th. (2012). Correction to Gries (2008). International Journal
    of Corpus Linguistics 17(1), 147-149. Burch, B., Egbert, J., & Biber, D. (2017). Measuring and interpreting
    lexical dispersion in corpus linguistics. Journal of Research Design and Statistics in Linguistics and
    Communication Science 3(2), 189-216.
    """

    n: Scores
    range: Scores
    sd: Scores
    vc: Scores
    juilland_d: Scores
    carroll_d2: Scores
    rosengren_s: Scores
    dp: Scores
    dp_norm: Scores
    da: Scores
    kl: Scores


def dispersion_measures(counts: Any, lengths: ArrayLike) -> Dispersion:
    """Dispersion of each term over the parts.

    Parameters
    ----------
    counts : matrix of terms x parts, dense or sparse
    lengths : array_like of shape (n,)
        Tokens of each part.

    Raises
    ------
    ArgumentError
        Fewer than 2 parts that hold tokens.
    """
    matrix, tokens = document_counts(counts, lengths)
    full = tokens > 0
    if full.sum() < 2:
        raise ArgumentError(f"{full.sum()} parts hold tokens; dispersion needs 2 or more")
    matrix, tokens = matrix[:, full], tokens[full]
    width = max(1, _CELLS // len(tokens))
    pieces = []
    for start in range(0, matrix.shape[0], width):
        part = matrix[start : start + width]
        pieces.append(_measures(part.toarray() if hasattr(part, "toarray") else part, tokens))
    columns = zip(*pieces, strict=True) if pieces else [[np.empty(0)]] * 11
    return Dispersion(*(np.concatenate(column) for column in columns))


def _measures(v: Scores, tokens: Scores) -> tuple[Scores, ...]:
    n_parts = len(tokens)
    s = tokens / tokens.sum()
    f = v.sum(axis=1)
    p = v / tokens
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = p.mean(axis=1)
        share = v / f[:, None]
        dp = np.abs(share - s).sum(axis=1) / 2
        return (
            f,
            (v > 0).sum(axis=1).astype(np.float64),
            v.std(axis=1),
            v.std(axis=1) / v.mean(axis=1),
            1 - p.std(axis=1) / mean / np.sqrt(n_parts - 1),
            special.entr(p / p.sum(axis=1, keepdims=True)).sum(axis=1) / np.log(n_parts),
            np.sqrt(s * v).sum(axis=1) ** 2 / f,
            dp,
            dp / (1 - s.min()),
            1 - _mean_difference(p) / (2 * mean),
            special.rel_entr(share, s).sum(axis=1) / np.log(2),
        )


def _mean_difference(p: Scores) -> Scores:
    """Mean of |p_i - p_j| over all pairs."""
    n = p.shape[1]
    # sorted, the k-th smallest is the larger of k - 1 pairs and the smaller of n - k
    weights = 2 * np.arange(1, n + 1) - n - 1
    return np.asarray(np.sort(p, axis=1) @ weights / (n * (n - 1) / 2))
