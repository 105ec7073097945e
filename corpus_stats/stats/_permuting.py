"""The statistics of permutation tests for many labelings at once, and the counting of those as large as observed.

A score takes labels of documents x labelings and gives its statistic for terms x labelings. Sums of whole numbers
are exact in float64, so ties between labelings are ties up to the rounding of a few divisions; the slack absorbs it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ._checks import Matrix, Scores, matrix_product, row_sums
from ._labelings import EXACT_LABELINGS, Design, Labels, all_labelings, random_labelings

__all__ = ["Score", "Tally", "difference_score", "heterogeneity_score", "studentised_score", "tallied"]

_CELLS = 2_000_000  # terms x labelings held at once: 16 MB an array


@dataclass(frozen=True)
class Score:
    """A statistic of labels, with the absolute rounding error of each term's."""

    values: Callable[[Labels], Scores]
    slack: Scores


@dataclass(frozen=True)
class Tally:
    """Observed statistic and p of each term, and how many labelings were used."""

    statistic: Scores
    p_value: Scores
    exact: bool
    n_labelings: int
    smallest_p: float


def difference_score(matrix: Matrix, tokens: Scores, design: Design) -> Score:
    """Difference of the pooled rates, group 1 less group 0."""
    occurrences, total = row_sums(matrix)[:, None], tokens.sum()

    def values(labels: Labels) -> Scores:
        target = labels.astype(np.float64)
        length = tokens @ target
        inside, outside = _inverse(length), _inverse(total - length)
        # y1 / l1 - (y - y1) / l2, with the labels' part factored out
        difference = matrix_product(matrix, target)
        difference *= inside + outside
        difference -= occurrences * outside
        return np.asarray(difference)

    shorter = min(tokens[design.labels == 1].sum(), tokens[design.labels == 0].sum())
    return Score(values, 1e-13 * occurrences[:, 0] / max(shorter, 1.0))


def studentised_score(matrix: Matrix, tokens: Scores, design: Design) -> Score:
    """Difference of the pooled rates over its standard error by document."""
    squares, products = matrix * matrix, matrix * tokens[None, :]
    sums = [row_sums(part)[:, None] for part in (matrix, squares, products)]
    pooled = sums[0] / tokens.sum()
    n_target = int((design.labels == 1).sum())

    def values(labels: Labels) -> Scores:
        target = labels.astype(np.float64)
        inside = [matrix_product(part, target) for part in (matrix, squares, products)]
        length, square = tokens @ target, (tokens**2) @ target
        outside = [whole - part for whole, part in zip(sums, inside, strict=True)]
        rate, error = _rate_and_variance(inside, length, square, n_target)
        other, other_error = _rate_and_variance(
            outside, tokens.sum() - length, (tokens**2).sum() - square, len(tokens) - n_target
        )
        # where both sides have no spread at all, rounding must not decide: the floor is far below any real variance
        variance = np.maximum(error + other_error, 1e-14 * pooled**2)
        return np.asarray(np.divide(rate - other, np.sqrt(variance), out=np.zeros(variance.shape), where=variance > 0))

    return Score(values, np.full(len(pooled), 1e-7))


def heterogeneity_score(matrix: Matrix, tokens: Scores, design: Design) -> Score:
    """sum_g N_g (r_g - r)**2 / r over the groups."""
    occurrences = row_sums(matrix)[:, None]
    pooled = occurrences / tokens.sum()
    n_groups = design.table.shape[1]

    def values(labels: Labels) -> Scores:
        squares = np.zeros((len(pooled), labels.shape[1]))
        for group in range(n_groups):
            member = (labels == group).astype(np.float64)
            inside = matrix_product(matrix, member)
            inside *= inside
            inside *= _inverse(tokens @ member)
            squares += inside
        # the sum of squares about r is that about 0 less r * y, as the groups make up the whole
        np.divide(squares, pooled, out=squares, where=pooled > 0)
        return np.asarray(np.maximum(squares - occurrences, 0))

    return Score(values, 1e-12 * occurrences[:, 0])


def tallied(
    score: Callable[[Matrix], Score], matrix: Matrix, design: Design, *,
    resamples: int, survivor_resamples: int, seed: int, few: int = 10,
) -> Tally:  # fmt: skip
    """p of each term: exact where the labelings are few, else by random ones, with more for the survivors."""
    distinct, place = _distinct_rows(matrix)
    if len(distinct) < matrix.shape[0]:
        tally = tallied(
            score, matrix[distinct], design,
            resamples=resamples, survivor_resamples=survivor_resamples, seed=seed, few=few,
        )  # fmt: skip
        return replace(tally, statistic=tally.statistic[place], p_value=tally.p_value[place])
    whole = score(matrix)
    observed = whole.values(design.labels.astype(design.label_type)[:, None])[:, 0]
    n_terms = matrix.shape[0]
    if design.n_labelings <= EXACT_LABELINGS:
        found = _exceedances(whole, observed, all_labelings(design, width=_width(n_terms, design)))
        return Tally(observed, found / design.n_labelings, True, design.n_labelings, design.smallest_p)
    generators = [np.random.default_rng(child) for child in np.random.SeedSequence(seed).spawn(2)]
    labelings = random_labelings(design, resamples=resamples, generator=generators[0], width=_width(n_terms, design))
    found = _exceedances(whole, observed, labelings)
    used = np.full(n_terms, resamples)
    survivors = np.flatnonzero(found < few) if survivor_resamples else np.array([], dtype=np.int64)
    if survivors.size:
        labelings = random_labelings(
            design, resamples=survivor_resamples, generator=generators[1], width=_width(survivors.size, design)
        )
        found[survivors] += _exceedances(score(matrix[survivors]), observed[survivors], labelings)
        used[survivors] += survivor_resamples
    smallest = max(design.smallest_p, 1 / (resamples + survivor_resamples + 1))
    p_value = np.maximum((found + 1) / (used + 1), design.smallest_p)
    return Tally(observed, p_value, False, resamples, smallest)


def _distinct_rows(matrix: Matrix) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First term of each row of counts, and for every term which of these it equals.

    Rare terms are many and their rows few: those seen once in a given document are all one.
    """
    first: dict[tuple[bytes, bytes], int] = {}
    place = np.empty(matrix.shape[0], dtype=np.int64)
    rows = sparse.csr_array(matrix)
    rows.sum_duplicates()
    for term, (low, high) in enumerate(itertools.pairwise(rows.indptr.tolist())):
        key = rows.indices[low:high].tobytes(), rows.data[low:high].tobytes()
        place[term] = first.setdefault(key, len(first))
    return np.unique(place, return_index=True)[1], place


def _exceedances(score: Score, observed: Scores, labelings: Iterable[Labels]) -> NDArray[np.int64]:
    threshold = (np.abs(observed) * (1 - 1e-11) - score.slack)[:, None]
    found = np.zeros(len(observed), dtype=np.int64)
    for labels in labelings:
        values = score.values(labels)
        found += np.count_nonzero(np.abs(values, out=values) >= threshold, axis=1)
    return found


def _width(n_terms: int, design: Design) -> int:
    return max(1, min(1024, _CELLS // max(n_terms, len(design.documents))))


def _inverse(length: Scores) -> Scores:
    """1 / length, and 0 for a side without tokens, whose rate is taken as 0."""
    return np.divide(1.0, length, out=np.zeros(length.shape), where=length > 0)


def _rate_and_variance(sums: list[Any], length: Scores, square: Scores, n: int) -> tuple[Scores, Scores]:
    inverse = _inverse(length)
    rate = sums[0] * inverse
    residual = sums[1] - 2 * rate * sums[2] + rate**2 * square
    return rate, np.maximum(residual, 0) * (n / (n - 1)) * inverse**2
