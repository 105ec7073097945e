"""Several comparisons of the same documents over one vocabulary: permutation p of each, and q over all of them.

G       comparisons (a group against the rest, or against a reference), V terms, n documents
side    1 for a document of the target, 0 for one of the reference, -1 for one that has no part in the comparison
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import stats

from ..errors import ArgumentError
from ._checks import Scores, checked_matrix, checked_resamples
from .intervals import clopper_pearson, log_scale_interval, log_scale_ratio_interval
from .multiplicity import benjamini_bogomolov, benjamini_hochberg
from .rates import rate_difference
from .resampling import omnibus_permutation_test, permutation_test

__all__ = [
    "ContrastTests",
    "absence_limits",
    "contrast_tests",
    "fixed_rate_limits",
    "further_resamples",
    "ratio_limits",
    "shrunk_log_odds",
    "verdicts",
]

LEVEL = 0.05
LARGEST_USEFUL_RATIO = 4.0
SCREEN_SIDE = 100
SCREEN_CELLS = 100_000
SCREEN_P = 0.2
_MOST_FURTHER = 100_000


@dataclass(frozen=True, eq=False)
class ContrastTests:
    """Results of comparisons, nan where a comparison was not tested.

    Attributes
    ----------
    p_value, studentised_p : float64 arrays of shape (G, V)
    q_value : float64 array of shape (G, V)
        After an omnibus test: corrected for the selection, and the omnibus q for a term that it did not select.
    omnibus_p, omnibus_q : float64 arrays of shape (V,)
    n_screened : int
        Pairs of comparison and term whose p, .2 or more, is that of the screen.
    """

    p_value: Scores
    studentised_p: Scores
    q_value: Scores
    omnibus_p: Scores
    omnibus_q: Scores
    n_screened: int


def further_resamples(n_terms: int, resamples: int) -> int:
    """Labelings that terms at the floor get beyond the first ones, for one of them alone to reach a q of .05."""
    return min(_MOST_FURTHER, max(0, math.ceil(1.25 * n_terms / LEVEL) - resamples))


def contrast_tests(
    counts: Any,
    lengths: ArrayLike,
    sides: ArrayLike,
    *,
    tested: Sequence[bool],
    studentised: Sequence[bool],
    groups: ArrayLike | None = None,
    blocks: NDArray[np.int64] | None = None,
    resamples: int = 9999,
    seed: int = 0,
) -> ContrastTests:
    """Permutation p of every comparison and term, the omnibus p where there are more than two groups, and q.

    With 100 documents or more on each side and more than 100,000 cells, terms whose difference by its standard error
    over documents has a p of .2 or more are not permuted and keep that p: no p below .2 depends on the screen.

    Parameters
    ----------
    counts : matrix of terms x documents, dense or sparse
    lengths : array_like of shape (n,)
    sides : int array of shape (G, n)
    tested, studentised : sequences of bool, one a comparison
        Which comparisons can carry a p, and which get the studentised p beside it.
    groups : array_like of shape (n,), optional
        Given where each comparison is one group against the rest: two such comparisons are one test, and more are
        preceded by the omnibus test.
    blocks : the event of each document, optional
    resamples, seed : int

    Raises
    ------
    ArgumentError
        As `permutation_test`; and resamples below 1.
    """
    checked_resamples(resamples)
    side, tokens = np.asarray(sides), np.asarray(lengths, dtype=np.float64)
    matrix = checked_matrix(counts)
    if side.ndim != 2 or len(side) != len(tested) or len(side) != len(studentised):
        raise ArgumentError(f"sides have shape {side.shape} for {len(tested)} comparisons; one row each is expected")
    missing = np.full((len(side), matrix.shape[0]), np.nan)
    p_value, studentised_p, n_screened = missing.copy(), missing.copy(), 0
    pair = groups is not None and len(side) == 2
    chance = (resamples, further_resamples(matrix.shape[0], resamples), seed)
    for i in range(len(side)):
        if pair and i and tested[0]:
            # the other group's comparison is the same labelings seen from the other side
            p_value[1], studentised_p[1] = p_value[0], studentised_p[0]
        elif tested[i]:
            part = side[i] >= 0
            some = (matrix[:, part], tokens[part], side[i][part] == 1, None if blocks is None else blocks[part])
            p_value[i], passed = _screened(*some, chance)
            n_screened += passed
            if studentised[i]:
                studentised_p[i] = permutation_test(
                    *some[:3], blocks=some[3], statistic="studentised", resamples=resamples, seed=seed
                ).p_value
    omnibus_p, omnibus_q, q_value = missing[0], missing[0], missing
    if groups is not None and len(side) > 2 and any(tested):
        omnibus_p = _omnibus(matrix, tokens, groups, blocks, chance)
        omnibus_q, q_value = _after_selection(omnibus_p, p_value)
    elif any(tested):
        family = p_value[:1] if pair else p_value
        q_value = np.broadcast_to(benjamini_hochberg(family.ravel()).reshape(family.shape), p_value.shape)
    return ContrastTests(p_value, studentised_p, q_value, omnibus_p, omnibus_q, n_screened)


def shrunk_log_odds(a: ArrayLike, b: ArrayLike, n: int, m: int, *, size: float) -> Scores:
    """Log-odds ratio of each term with a Dirichlet prior of `size` tokens, natural log: for order, not for tests.

    The prior is shared out between the sides by their tokens, so that equal rates stay at 0 whatever the sizes of the
    sides. Half of it follows the pooled frequencies of the terms, and half is the same for every term: a prior in
    proportion to the frequencies alone would leave a term of 5 to 0 as far out as one of 500 to 0.

    Parameters
    ----------
    a, b : array_like of shape (V,)
        Occurrences of every term of the vocabulary in target and reference.
    n, m : int
        Tokens of target and reference.
    size : float
        The larger, the closer to 0.

    Raises
    ------
    ArgumentError
        A size that is not above 0.

    References
    ----------
    Monroe, B. L., Colaresi, M. P., & Quinn, K. M. (2008). Fightin' words: lexical feature selection and evaluation for
    identifying the content of political conflict. Political Analysis 16(4), 372-403.
    """
    if not (size > 0 and math.isfinite(size)):
        raise ArgumentError(f"the prior has a size of {size:g} tokens; it must be above 0")
    y, other = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    mean = (y + other) / (2 * (n + m)) + 1 / (2 * len(y))
    share = size / (n + m)
    ours, theirs = y + share * n * mean, other + share * m * mean
    rest, their_rest = n * (1 + share) - ours, m * (1 + share) - theirs
    return np.asarray(np.log(ours / rest) - np.log(theirs / their_rest))  # Monroe et al. 2008, eq. 16


def ratio_limits(
    counts: Any, lengths: ArrayLike, target: ArrayLike, *, blocks: ArrayLike | None = None, least: int = 2
) -> tuple[Scores, Scores]:
    """Limits of each term's ratio of rates by `log_scale_ratio_interval`; nan where a side has too few units.

    Parameters
    ----------
    counts : matrix of terms x documents, dense or sparse
    lengths : array_like of shape (n,)
    target : array_like of bool, shape (n,)
    blocks : the event of each document, optional
        Then the units are the events that both sides share.
    least : int
        Units that the smaller side needs.
    """
    side = np.asarray(target, dtype=bool)
    n_units = min(int(side.sum()), int((~side).sum()))
    if blocks is not None:
        block = np.asarray(blocks)
        n_units = int(np.isin(np.unique(block[side]), block[~side]).sum())
    if n_units < max(least, 2):
        missing = np.full(counts.shape[0], np.nan)
        return missing, missing
    found = log_scale_ratio_interval(counts, lengths, side, blocks=None if blocks is None else block)
    return found.low, found.high


def fixed_rate_limits(counts: Any, lengths: ArrayLike, rate: ArrayLike, *, least: int = 2) -> tuple[Scores, Scores]:
    """Limits of each term's rate over a rate that is known; nan where that is 0, or with too few documents."""
    known = np.asarray(rate, dtype=np.float64)
    if len(np.asarray(lengths)) < max(least, 2):
        missing = np.full(counts.shape[0], np.nan)
        return missing, missing
    found = log_scale_interval(counts, lengths)
    per = np.divide(1.0, known, out=np.full(known.shape, np.nan), where=known > 0)
    return found.low * per, found.high * per


def verdicts(
    q_value: Scores, limits: tuple[Scores, Scores], detectable: Scores, *, margin: tuple[float, float]
) -> NDArray[np.str_]:
    """State of every comparison: different, similar, inconclusive, underpowered or not testable.

    Parameters
    ----------
    q_value : float64 array
        nan where nothing was tested.
    limits : two float64 arrays
        Of the ratio of rates; similar means that both lie inside the margin.
    detectable : float64 array
        Ratio that the design finds in 80 % of cases: above 4 it is underpowered.
    margin : (float, float)
    """
    conditions = [
        np.isnan(q_value),
        q_value < LEVEL,
        (limits[0] >= margin[0]) & (limits[1] <= margin[1]),
        detectable > LARGEST_USEFUL_RATIO,
    ]
    return np.select(conditions, ["not testable", "different", "similar", "underpowered"], "inconclusive")


def absence_limits(n_with: ArrayLike, n_documents: int, *, least: int = 2) -> Scores:
    """Upper 95 % limit (Clopper-Pearson) of the share of documents that use what none of these did.

    nan where some document uses it, and with fewer than `least` documents. There is no limit of a rate: that of a
    Poisson count is false for words that come in bursts.
    """
    used = np.asarray(n_with)
    if n_documents < least:
        return np.full(used.shape, np.nan)
    high = float(clopper_pearson(0, n_documents).high)
    return np.where(used == 0, round(high, 6), np.nan)


def _screened(
    counts: Any, tokens: Scores, target: Any, blocks: NDArray[np.int64] | None, chance: tuple[int, int, int]
) -> tuple[Scores, int]:
    resamples, further, seed = chance
    tried = np.ones(counts.shape[0], dtype=bool)
    p_value = np.empty(counts.shape[0])
    if min(target.sum(), (~target).sum()) >= SCREEN_SIDE and counts.shape[0] * len(tokens) > SCREEN_CELLS:
        freedom = len(tokens) - 2 if blocks is None else len(np.unique(blocks)) - 1
        score = rate_difference(counts, tokens, target, blocks=blocks).studentised
        p_value = 2 * stats.t.sf(np.abs(score), max(freedom, 1))
        tried = ~(p_value >= SCREEN_P)
    if tried.any():
        p_value[tried] = permutation_test(
            counts[tried], tokens, target, blocks=blocks, resamples=resamples, survivor_resamples=further, seed=seed
        ).p_value
    return p_value, int((~tried).sum())


def _omnibus(
    matrix: Any, tokens: Scores, groups: ArrayLike, blocks: NDArray[np.int64] | None, chance: tuple[int, int, int]
) -> Scores:
    resamples, further, seed = chance
    return omnibus_permutation_test(
        matrix,
        tokens,
        np.asarray(groups),
        blocks=blocks,
        resamples=resamples,
        survivor_resamples=further,
        seed=seed,
    ).p_value


def _after_selection(omnibus_p: Scores, p_value: Scores) -> tuple[Scores, Scores]:
    found = benjamini_bogomolov(omnibus_p, p_value, level=LEVEL)
    q_value = np.where(found.selected, found.q_value, found.omnibus_q)
    return found.omnibus_q, np.where(np.isfinite(p_value), q_value, np.nan)
