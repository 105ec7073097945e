"""Permutation of documents: whether outlets differ, with p values that hold for bursty words.

A document is the unit. Its label (outlet) is exchanged with others', within blocks (events, months) where blocks
are given, and a statistic is compared with its values under all labelings, or under many drawn at random. Counts
are matrices of terms x documents; all terms are tested under the same labelings, as products of matrices.

    y, L     occurrences and tokens of a document
    r        sum(y) / sum(L), a pooled rate
    v        n / (n - 1) * sum((y - r L)**2) / sum(L)**2, its variance
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal, TypeAlias

from numpy.typing import ArrayLike

from ..errors import ArgumentError
from ._checks import (
    Matrix,
    Scores,
    checked_fraction,
    checked_resamples,
    checked_seed,
    checked_target,
    document_counts,
)
from ._labelings import EXACT_LABELINGS, Design, exchangeable, permutation_design
from ._permuting import Score, difference_score, heterogeneity_score, studentised_score, tallied

__all__ = [
    "EXACT_LABELINGS",
    "Permutation",
    "Statistic",
    "needed_documents",
    "needed_events",
    "omnibus_permutation_test",
    "permutation_test",
    "smallest_p",
    "smallest_p_of_sizes",
]

Statistic: TypeAlias = Literal["difference", "studentised"]

_SCORES = {"difference": difference_score, "studentised": studentised_score}


@dataclass(frozen=True)
class Permutation:
    """Result of a permutation test, one value per term.

    Attributes
    ----------
    statistic : float64 array
        Of the documents as they are labelled; signed, positive where the target has more, and never negative
        for the omnibus test.
    p_value : float64 array
        Share of labelings whose statistic is as large in absolute value; ties count as larger. 1 for a term that
        never occurs.
    exact : bool
        Whether every labeling was used.
    n_labelings : int
        How many were used: all of them, or the number drawn.
    n_documents : int
        Documents that took part; those in blocks of one group only do not.
    smallest_p : float
        No p can be below it with this design and this number of labelings.
    """

    statistic: Scores
    p_value: Scores
    exact: bool
    n_labelings: int
    n_documents: int
    smallest_p: float


def permutation_test(
    counts: Any, lengths: ArrayLike, target: ArrayLike, *, blocks: Iterable[Any] | None = None,
    statistic: Statistic = "difference", resamples: int = 9999, survivor_resamples: int = 0, seed: int = 0,
) -> Permutation:  # fmt: skip
    """Permutation p of each term's rate in the target against its rate elsewhere.

    Exact where the design has at most 100,000 labelings, else from ``resamples`` random ones, with
    p = (1 + number as large) / (resamples + 1). The test compares distributions, not only rates: where number or
    length of documents differ threefold between the sides, show the studentised p beside.

    Parameters
    ----------
    counts : matrix of terms x documents, dense or sparse
    lengths : array_like of shape (n,)
        Tokens of each document.
    target : array_like of bool, shape (n,)
    blocks : the event or month of each document, optional
    statistic : "difference" of pooled rates, or that difference "studentised" by its standard error
    resamples : int
        Random labelings, where there are too many to go through all.
    survivor_resamples : int
        Further labelings for the terms that fewer than ten of the first ones reached, so that their p can fall
        below 1 / (resamples + 1). The test stays valid.
    seed : int

    Raises
    ------
    ArgumentError
        One side without documents, no block with both sides, resamples below 1, or a seed that is none.

    References
    ----------
    Phipson, B., & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in
    Genetics and Molecular Biology 9(1). Besag, J., & Clifford, P. (1991). Sequential Monte Carlo p-values.
    Biometrika 78, 301-304.
    """
    matrix, tokens = document_counts(counts, lengths)
    design = exchangeable(permutation_design(checked_target(target, len(tokens)), blocks))
    matrix, tokens = matrix[:, design.documents], tokens[design.documents]
    if statistic not in _SCORES:
        raise ArgumentError(f"statistic is {statistic!r}; it must be {' or '.join(map(repr, _SCORES))}")
    sides = design.table.sum(axis=0)
    if statistic == "studentised" and sides.min() < 2:
        raise ArgumentError(f"a studentised difference needs 2 documents a side; there are {sides[1]} and {sides[0]}")
    score = partial(_SCORES[statistic], tokens=tokens, design=design)
    return _permutation(score, matrix, design, (resamples, survivor_resamples), seed)


def omnibus_permutation_test(
    counts: Any, lengths: ArrayLike, groups: Iterable[Any], *, blocks: Iterable[Any] | None = None,
    resamples: int = 9999, survivor_resamples: int = 0, seed: int = 0,
) -> Permutation:  # fmt: skip
    """Permutation p of each term for any difference of rates among two groups or more.

    The statistic is sum_g N_g (r_g - r)**2 / r. It says that groups differ, not which; compare one group with the
    rest only where this test rejects, and correct for that selection.

    Raises
    ------
    ArgumentError
        Fewer than two groups, a document without a group, or resamples below 1.
    """
    matrix, tokens = document_counts(counts, lengths)
    labels = list(groups)
    if len(labels) != len(tokens):
        raise ArgumentError(f"there are {len(labels)} groups for {len(tokens)} documents; every document needs one")
    design = exchangeable(permutation_design(labels, blocks))
    matrix, tokens = matrix[:, design.documents], tokens[design.documents]
    score = partial(heterogeneity_score, tokens=tokens, design=design)
    return _permutation(score, matrix, design, (resamples, survivor_resamples), seed)


def smallest_p(groups: Iterable[Any], *, blocks: Iterable[Any] | None = None, resamples: int | None = None) -> float:
    """Smallest p that a permutation test of these very labels can reach.

    Two sides of equal size can be exchanged as a whole without changing |T|: 2 / C(2n, n); else 1 / C. Two outlets
    in B shared events give 2 / 2**B, one outlet against two others 1 / 3**B. 1.0 where nothing can be exchanged.
    With ``resamples``, what that many random labelings can reach where there are too many for all.
    """
    design = permutation_design(groups, blocks)
    if resamples is None or design.n_labelings <= EXACT_LABELINGS:
        return design.smallest_p
    return max(design.smallest_p, 1 / (checked_resamples(resamples) + 1))


def smallest_p_of_sizes(n: int, m: int) -> float:
    """Smallest two-sided p of n documents against m, unblocked."""
    if min(n, m) < 1:
        raise ArgumentError(f"sides of {n} and {m} documents cannot be compared; each needs 1 or more")
    return (2 if n == m else 1) / math.comb(n + m, n)


def needed_documents(*, level: float = 0.05, family: int = 1) -> int:
    """Documents a side, equal on both, from which a p can fall to level / family or below."""
    reach = checked_fraction("level", level) / family
    return next(n for n in range(1, 2000) if smallest_p_of_sizes(n, n) <= reach)


def needed_events(n_groups: int = 2, *, level: float = 0.05, family: int = 1) -> int:
    """Events covered once by each group, from which one group's p against the rest can fall to level / family."""
    if n_groups < 2:
        raise ArgumentError(f"there is {n_groups} group; two groups or more are needed")
    reach = checked_fraction("level", level) / family
    ways = 2 if n_groups == 2 else 1
    return next(n for n in range(1, 2000) if ways / n_groups**n <= reach)


def _permutation(
    score: Callable[[Matrix], Score], matrix: Matrix, design: Design, resamples: tuple[int, int], seed: int
) -> Permutation:
    first, further = checked_resamples(resamples[0]), resamples[1] and checked_resamples(resamples[1])
    tally = tallied(score, matrix, design, resamples=first, survivor_resamples=further, seed=checked_seed(seed))
    return Permutation(
        tally.statistic, tally.p_value, tally.exact, tally.n_labelings, len(design.documents), tally.smallest_p
    )
