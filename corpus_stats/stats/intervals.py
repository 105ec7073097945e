"""Intervals: shares, counts that are truly Poisson, and rates of words that come in bursts.

Words are bursty: intervals that take tokens for independent draws get worse, not better, with more articles.
For a rate over documents the unit is the document:

    y, L     occurrences and tokens of a document, n documents
    r        sum(y) / sum(L), the pooled rate
    v        n / (n - 1) * sum((y - r L)**2) / sum(L)**2, its variance by linearisation
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy import sparse, special, stats

from ..errors import ArgumentError
from ._checks import (
    Counts,
    Matrix,
    Scores,
    checked_fraction,
    checked_resamples,
    checked_seed,
    checked_successes,
    checked_target,
    document_counts,
    group_codes,
    matrix_product,
    non_negative,
    row_sums,
    sparse_rows,
)

__all__ = [
    "Interval",
    "bca_rate_interval",
    "clopper_pearson",
    "garwood",
    "log_scale_interval",
    "log_scale_ratio_interval",
    "wilson",
]


@dataclass(frozen=True)
class Interval:
    """Estimates with their limits, one per term.

    Attributes
    ----------
    estimate, low, high : float64 array
        In the unit of the function that made them; nan where there is no interval.
    standard_error : float64 array
        On the scale the limits were computed on (the log of the estimate for the log-scale ones); nan where
        the limits come from an exact distribution.
    degrees_of_freedom : float64 array
        Of the t distribution used; nan where none was.
    """

    estimate: Scores
    low: Scores
    high: Scores
    standard_error: Scores
    degrees_of_freedom: Scores


def wilson(successes: Counts, trials: Counts, *, level: float = 0.95) -> Interval:
    """Wilson score interval of a share.

    Not for shares of mentions pooled over articles: mentions cluster within articles.

    Raises
    ------
    ArgumentError
        More successes than trials, or no trial.

    References
    ----------
    Wilson, E. B. (1927). Probable inference. Journal of the American Statistical Association 22, 209-212.
    """
    k, n = checked_successes(successes, trials)
    z = special.ndtri((1 + checked_fraction("level", level)) / 2)
    middle = (k + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * np.sqrt(k * (n - k) / n + z**2 / 4)
    low = np.where(k == 0, 0.0, middle - half)
    return _exact(k / n, low, np.where(k == n, 1.0, middle + half))


def clopper_pearson(successes: Counts, trials: Counts, *, level: float = 0.95) -> Interval:
    """Clopper-Pearson interval of a share, never too short.

    For a term that never occurs, its upper limit is the bound on the share of articles that use it.

    Raises
    ------
    ArgumentError
        More successes than trials, or no trial.

    References
    ----------
    Clopper, C. J., & Pearson, E. S. (1934). The use of confidence or fiducial limits. Biometrika 26, 404-413.
    """
    k, n = checked_successes(successes, trials)
    tail = (1 - checked_fraction("level", level)) / 2
    # the beta quantile is nan at the two ends, where the limit is 0 or 1 by definition
    low = np.where(k == 0, 0.0, stats.beta.ppf(tail, np.maximum(k, 1), n - k + 1))
    high = np.where(k == n, 1.0, stats.beta.ppf(1 - tail, k + 1, np.maximum(n - k, 1)))
    return _exact(k / n, low, high)


def garwood(counts: Counts, *, level: float = 0.95) -> Interval:
    """Garwood's exact interval of the mean of a Poisson count.

    Only for counts that are truly Poisson. Words are not: over bursty terms its 95 % interval covers 39-69 % at
    100 articles.

    References
    ----------
    Garwood, F. (1936). Fiducial limits for the Poisson distribution. Biometrika 28, 437-442.
    """
    k = non_negative("counts", counts)
    tail = (1 - checked_fraction("level", level)) / 2
    low = np.where(k == 0, 0.0, stats.chi2.ppf(tail, 2 * np.maximum(k, 1)) / 2)
    return _exact(k, low, np.asarray(stats.chi2.ppf(1 - tail, 2 * k + 2) / 2))


def log_scale_interval(counts: Any, lengths: ArrayLike, *, level: float = 0.95) -> Interval:
    """Interval of each term's pooled rate (occurrences per token), on the log scale with t of n - 1.

    Covers .92-.95 where nominal is .95 at 4 per 1,000 tokens for usual words from two documents on, and only
    .85-.88 for topical ones. A term that never occurs has a rate of 0 and no interval (nan).

    Parameters
    ----------
    counts : matrix of terms x documents, dense or sparse
    lengths : array_like of shape (n,)
        Tokens of each document.

    Raises
    ------
    ArgumentError
        Fewer than 2 documents, or a term with more occurrences than there are tokens.

    References
    ----------
    Cochran, W. G. (1977). Sampling techniques, 3rd ed., ch. 6 (ratio estimator).
    """
    checked_fraction("level", level)
    matrix, tokens = document_counts(counts, lengths)
    if len(tokens) < 2:
        raise ArgumentError(f"an interval over documents needs 2 documents or more; there is {len(tokens)}")
    rate, error = _log_rates(matrix, tokens)
    return _log_interval(rate, error, np.full(rate.shape, len(tokens) - 1.0), level)


def log_scale_ratio_interval(
    counts: Any, lengths: ArrayLike, target: ArrayLike, *, blocks: Iterable[Any] | None = None, level: float = 0.95
) -> Interval:
    """Interval of each term's rate in the target over its rate elsewhere, on the log scale with t.

    Without blocks the variances of both sides are added, with Welch's degrees of freedom. With blocks (events
    that both sides cover) the documents of an event go together: their residuals are summed first, so what an
    event does to both sides cancels; the degrees of freedom are the number of blocks less 1, and blocks that
    only one side covers are left out. A term that one side never uses has no interval (nan).

    Parameters
    ----------
    counts : matrix of terms x documents, dense or sparse
    lengths : array_like of shape (n,)
    target : array_like of bool, shape (n,)
    blocks : the event of each document, optional

    Raises
    ------
    ArgumentError
        Fewer than 2 documents on a side, or fewer than 2 blocks that both sides share.

    References
    ----------
    Cochran, W. G. (1977). Sampling techniques, 3rd ed., ch. 6. Satterthwaite, F. E. (1946). An approximate
    distribution of estimates of variance components. Biometrics Bulletin 2, 110-114.
    """
    checked_fraction("level", level)
    matrix, tokens = document_counts(counts, lengths)
    side = checked_target(target, len(tokens))
    if blocks is not None:
        return _paired_ratio(matrix, tokens, side, blocks, level=level)
    sizes = side.sum(), (~side).sum()
    if min(sizes) < 2:
        raise ArgumentError(f"an interval needs 2 documents a side or more; there are {sizes[0]} and {sizes[1]}")
    (rate, error), (other, other_error) = (_log_rates(matrix[:, part], tokens[part]) for part in (side, ~side))
    variance = error**2 + other_error**2
    spread = error**4 / (sizes[0] - 1) + other_error**4 / (sizes[1] - 1)
    # two sides without any spread leave 0/0: the pooled degrees of freedom are the limit
    freedom = np.divide(variance**2, spread, out=np.full(rate.shape, float(sum(sizes) - 2)), where=spread > 0)
    return _log_interval(_quotient(rate, other), np.sqrt(variance), freedom, level)


def bca_rate_interval(
    counts: Any, lengths: ArrayLike, *, resamples: int = 9999, seed: int = 0, level: float = 0.95
) -> Interval:
    """Bias-corrected accelerated bootstrap interval of each term's pooled rate, documents resampled.

    For 20 documents and more: over 2-5 documents bootstrap intervals cover far too little. A term whose rate is
    the same in every resample has no interval (nan).

    Raises
    ------
    ArgumentError
        Fewer than 2 documents, or resamples below 1.

    References
    ----------
    Efron, B. (1987). Better bootstrap confidence intervals. Journal of the American Statistical Association 82,
    171-185. Computed by scipy.stats.bootstrap.
    """
    checked_fraction("level", level)
    matrix, tokens = document_counts(counts, lengths)
    n = len(tokens)
    if n < 2:
        raise ArgumentError(f"an interval over documents needs 2 documents or more; there is {n}")
    rate, error = _log_rates(matrix, tokens)
    low, high, spread = np.full((3, len(rate)), np.nan)
    batch = max(1, 4_000_000 // n)
    # one child of the seed for all terms: every term sees the same resampled documents
    for term in np.flatnonzero((rate > 0) & (error > 0)):
        row = np.asarray(matrix[[term]].toarray() if hasattr(matrix, "toarray") else matrix[[term]]).ravel()
        found = stats.bootstrap(
            (row, tokens), _pooled_rate, paired=True, vectorized=True, n_resamples=checked_resamples(resamples),
            batch=batch, confidence_level=level, method="BCa", rng=np.random.default_rng(checked_seed(seed)),
        )  # fmt: skip
        low[term], high[term] = found.confidence_interval
        spread[term] = found.standard_error
    return Interval(rate, low, high, spread, np.full(rate.shape, np.nan))


def _pooled_rate(y: Scores, tokens: Scores, axis: int = -1) -> Scores:
    return np.asarray(y.sum(axis=axis) / tokens.sum(axis=axis))


def _exact(estimate: Scores, low: Scores, high: Scores) -> Interval:
    missing = np.full(np.shape(estimate), np.nan)
    return Interval(np.asarray(estimate), np.asarray(low), np.asarray(high), missing, missing)


def _log_rates(matrix: Matrix, tokens: Scores) -> tuple[Scores, Scores]:
    """Pooled rate and standard error of its logarithm, by term."""
    n, total = len(tokens), tokens.sum()
    if total == 0:
        raise ArgumentError(f"a side of {n} documents holds 0 tokens; a rate needs at least one token")
    rate = row_sums(matrix) / total
    term, document, count = sparse_rows(matrix)
    # cells of 0 are never touched: what they add is r L, taken from the sum over all documents
    used = np.bincount(term, weights=tokens[document] ** 2, minlength=len(rate))
    residual = np.bincount(term, weights=(count - rate[term] * tokens[document]) ** 2, minlength=len(rate))
    squares = residual + rate**2 * np.maximum((tokens**2).sum() - used, 0)
    error = np.sqrt(n / (n - 1) * squares) / total
    return rate, np.divide(error, rate, out=np.full(rate.shape, np.nan), where=rate > 0)


def _paired_ratio(matrix: Matrix, tokens: Scores, side: Any, blocks: Iterable[Any], *, level: float) -> Interval:
    codes, names = group_codes("block", blocks)
    if len(codes) != len(tokens):
        raise ArgumentError(f"there are {len(codes)} blocks for {len(tokens)} documents; every document needs one")
    n_target = np.bincount(codes, weights=side, minlength=len(names))
    shared = (n_target > 0) & (n_target < np.bincount(codes, minlength=len(names)))
    if shared.sum() < 2:
        raise ArgumentError(f"both sides share {shared.sum()} blocks; an interval needs 2 or more")
    keep = shared[codes]
    matrix, tokens, side = matrix[:, keep], tokens[keep], side[keep]
    codes = np.unique(codes[keep], return_inverse=True)[1]
    n_blocks, total = int(shared.sum()), (tokens[side].sum(), tokens[~side].sum())
    if min(total) == 0:
        raise ArgumentError("one side holds 0 tokens in the shared blocks; a rate needs at least one token")
    rate, other = row_sums(matrix[:, side]) / total[0], row_sums(matrix[:, ~side]) / total[1]
    ratio = _quotient(rate, other)
    incidence = sparse.csr_array((np.ones(len(codes)), (np.arange(len(codes)), codes)))
    error = np.empty(len(ratio))
    width = max(1, 4_000_000 // len(tokens))
    for start in range(0, len(ratio), width):
        rows = slice(start, start + width)
        part = matrix[rows].toarray() if hasattr(matrix, "toarray") else matrix[rows]
        influence = matrix_product(_influence(part, tokens, side, (rate[rows], other[rows])), incidence)
        error[rows] = np.sqrt(n_blocks / (n_blocks - 1) * (influence**2).sum(axis=1))
    return _log_interval(ratio, error, np.full(ratio.shape, n_blocks - 1.0), level)


def _influence(counts: Scores, tokens: Scores, side: Any, rates: tuple[Scores, Scores]) -> Scores:
    """What each document adds to ln(rate) - ln(other): what it has above r L, over the occurrences of its side."""
    rate = np.where(side, rates[0][:, None], rates[1][:, None])
    occurrences = rate * np.where(side, tokens[side].sum(), tokens[~side].sum())
    weight = np.where(side, 1.0, -1.0) * (counts - rate * tokens)
    return np.asarray(np.divide(weight, occurrences, out=np.full(weight.shape, np.nan), where=occurrences > 0))


def _quotient(rate: Scores, other: Scores) -> Scores:
    ratio = np.full(rate.shape, np.nan)
    np.divide(rate, other, out=ratio, where=other > 0)
    ratio[(other == 0) & (rate > 0)] = np.inf
    return ratio


def _log_interval(estimate: Scores, error: Scores, freedom: Scores, level: float) -> Interval:
    usable = np.isfinite(error) & np.isfinite(estimate) & (estimate > 0)
    factor = np.full(estimate.shape, np.nan)
    factor[usable] = np.exp(stats.t.ppf((1 + level) / 2, freedom[usable]) * error[usable])
    return Interval(estimate, estimate / factor, estimate * factor, np.where(usable, error, np.nan), freedom)
