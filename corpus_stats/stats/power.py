"""What a design could find: the rate ratio that a comparison of documents detects with a given power.

The log of a ratio of pooled rates is taken as t distributed about its true value, with standard error s and
n + m - 2 degrees of freedom; over rare, bursty words this is a little hopeful for small n.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy import optimize, stats

from ..errors import ArgumentError
from ._checks import Scores, checked_fraction, checked_target, document_counts, row_sums, sparse_rows

__all__ = ["detectable_rate_ratio", "detectable_ratio"]


def detectable_rate_ratio(
    n: int, m: int, *, rate: float = 2.0, length: float = 500.0, dispersion: float = 1.0, power: float = 0.8,
    level: float = 0.05,
) -> float:  # fmt: skip
    """Smallest ratio of the target's rate to the reference's that n against m documents detect; inf if none.

    Parameters
    ----------
    n, m : int
        Documents of target and reference.
    rate : float
        Occurrences per 1,000 tokens in the reference.
    length : float
        Tokens of a document.
    dispersion : float
        k of the negative binomial: 1 for the usual word, .2-.5 for topical ones, inf for Poisson.
    power, level : float
        Chance to find it, and of a false positive.

    Raises
    ------
    ArgumentError
        Fewer than 1 document on a side, or a rate, length or dispersion that is not above 0.
    """
    checked_fraction("power", power)
    checked_fraction("level", level)
    for name, value in (("rate", rate), ("length", length), ("dispersion", dispersion)):
        if not value > 0:
            raise ArgumentError(f"{name} is {value}; it must be above 0")
    if not _testable(n, m, level):
        return math.inf
    mean = rate * length / 1000
    shift = _noncentrality(n + m - 2, power, level)

    def missing(log_ratio: float) -> float:
        # the more frequent the target, the better its rate is known: the ratio stands on both sides
        variance = (math.exp(-log_ratio) / mean + 1 / dispersion) / n + (1 / mean + 1 / dispersion) / m
        return log_ratio - shift * math.sqrt(variance)

    upper = shift * math.sqrt((1 / mean + 1 / dispersion) * (1 / n + 1 / m)) + 1
    return math.exp(optimize.brentq(missing, 0.0, upper))


def detectable_ratio(
    counts: Any, lengths: ArrayLike, target: ArrayLike, *, power: float = 0.8, level: float = 0.05
) -> Scores:
    """Ratio of rates that these documents could detect, per term, from the spread the term shows.

    The spread is that about the one rate of all documents, as if the sides did not differ: it is known for a
    term that one side never uses, too. inf where no p can reach the level; nan for a term that never occurs.

    Parameters
    ----------
    counts : matrix of terms x documents, dense or sparse
    lengths : array_like of shape (n,)
    target : array_like of bool, shape (n,)
    """
    matrix, tokens = document_counts(counts, lengths)
    side = checked_target(target, len(tokens))
    n, m = int(side.sum()), int((~side).sum())
    checked_fraction("power", power)
    occurrences = row_sums(matrix)
    if not _testable(n, m, checked_fraction("level", level)) or min(tokens[side].sum(), tokens[~side].sum()) == 0:
        return np.where(occurrences > 0, math.inf, np.nan)
    pooled = occurrences / tokens.sum()
    term, document, count = sparse_rows(matrix)
    used = np.bincount(term, weights=tokens[document] ** 2, minlength=len(pooled))
    squares = np.bincount(term, weights=(count - pooled[term] * tokens[document]) ** 2, minlength=len(pooled))
    squares = squares + pooled**2 * np.maximum((tokens**2).sum() - used, 0)
    spread = squares / (len(tokens) - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.sqrt(spread * (n / tokens[side].sum() ** 2 + m / tokens[~side].sum() ** 2)) / pooled
        return np.asarray(np.exp(_noncentrality(n + m - 2, power, level) * error))


def _testable(n: int, m: int, level: float) -> bool:
    if min(n, m) < 1:
        raise ArgumentError(f"sides of {n} and {m} documents cannot be compared; each needs 1 or more")
    return (2 if n == m else 1) / math.comb(n + m, n) <= level and n + m > 2


def _noncentrality(freedom: int, power: float, level: float) -> float:
    """Shift, in standard errors, at which a two-sided t test has this power."""
    critical = stats.t.isf(level / 2, freedom)
    return float(optimize.brentq(lambda shift: stats.nct.sf(critical, freedom, shift) - power, 0.0, critical + 100))
