"""Agreement of coders, with intervals: percent agreement, Cohen's and Fleiss' kappa, Krippendorff's alpha.

A label that is None or nan is missing. Alpha and pairwise agreement take any number of coders and missing labels;
Cohen's kappa takes two coders who labelled everything; Fleiss' takes any number of coders, and passes over the units
that not all of them labelled.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from scipy import special

from ..errors import ArgumentError
from ._checks import Scores, checked_fraction, checked_resamples, checked_seed, group_codes, is_missing
from .intervals import wilson

__all__ = [
    "Agreement",
    "cohen_kappa",
    "fleiss_kappa",
    "krippendorff_alpha",
    "pairwise_agreement",
    "percent_agreement",
]


_CELLS = 4_000_000  # resamples x units held at once


@dataclass(frozen=True)
class Agreement:
    """A coefficient of agreement with its interval; nan where all labels are one and the same.

    Attributes
    ----------
    estimate, low, high : float
    n_units : int
        Units that two coders or more have labelled.
    """

    estimate: float
    low: float
    high: float
    n_units: int


def percent_agreement(first: Sequence[Any], second: Sequence[Any], *, level: float = 0.95) -> Agreement:
    """Share of units that two coders label alike, with Wilson's interval. Chance alone makes it high."""
    codes, _ = _two_coders(first, second)
    alike = int((codes[0] == codes[1]).sum())
    found = wilson(alike, codes.shape[1], level=level)
    return Agreement(float(found.estimate), float(found.low), float(found.high), codes.shape[1])


def cohen_kappa(first: Sequence[Any], second: Sequence[Any], *, level: float = 0.95) -> Agreement:
    """Cohen's kappa of two coders, with its large-sample interval.

    References
    ----------
    Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement
    20(1), 37-46. Fleiss, J. L., Cohen, J., & Everitt, B. S. (1969). Large sample standard errors of kappa and
    weighted kappa. Psychological Bulletin 72(5), 323-327.
    """
    z = special.ndtri((1 + checked_fraction("level", level)) / 2)
    codes, n_labels = _two_coders(first, second)
    n = codes.shape[1]
    table = np.zeros((n_labels, n_labels))
    np.add.at(table, (codes[0], codes[1]), 1 / n)
    rows, columns = table.sum(axis=1), table.sum(axis=0)
    agreed, chance = float(np.trace(table)), float(rows @ columns)
    if chance >= 1 - 1e-12:
        return Agreement(np.nan, np.nan, np.nan, n)
    kappa = (agreed - chance) / (1 - chance)
    # Fleiss, Cohen & Everitt 1969, eq. 13
    own = np.diag(table) @ (1 - (rows + columns) * (1 - kappa)) ** 2
    spread = table * (columns[:, None] + rows[None, :]) ** 2
    other = (1 - kappa) ** 2 * (spread.sum() - np.trace(spread))
    variance = (own + other - (kappa - chance * (1 - kappa)) ** 2) / (n * (1 - chance) ** 2)
    half = z * np.sqrt(max(variance, 0.0))
    return Agreement(kappa, max(kappa - half, -1.0), min(kappa + half, 1.0), n)


def krippendorff_alpha(
    labels: Sequence[Sequence[Any]], *, metric: Literal["nominal", "ordinal", "interval"] = "nominal",
    resamples: int = 2000, seed: int = 0, level: float = 0.95,
) -> Agreement:  # fmt: skip
    """Krippendorff's alpha of two coders or more, with a percentile bootstrap interval over units.

    Parameters
    ----------
    labels : sequence of shape (coders, units)
        None or nan where a coder did not label a unit.
    metric : "nominal", "ordinal" or "interval"
        How far labels lie apart: equal or not, by rank, by number.
    resamples, seed, level
        Of the interval.

    Raises
    ------
    ArgumentError
        Fewer than two coders, coders with different numbers of units, or no unit labelled twice.

    References
    ----------
    Krippendorff, K. (2019). Content analysis: an introduction to its methodology, 4th ed., ch. 12. Sage.
    """
    tail = (1 - checked_fraction("level", level)) / 2
    values, names = _unit_values(labels)
    if metric not in ("nominal", "ordinal", "interval"):
        raise ArgumentError(f"metric is {metric!r}; it must be 'nominal', 'ordinal' or 'interval'")
    paired = values[values.sum(axis=1) > 1]
    if not len(paired):
        raise ArgumentError("no unit has labels of two coders; agreement needs at least one")
    position = _positions(names) if metric == "interval" else np.arange(len(names), dtype=np.float64)
    return _with_interval(lambda drawn: _alphas(drawn, metric, position), _coincidences(paired), resamples, seed, tail)


def fleiss_kappa(
    labels: Sequence[Sequence[Any]], *, resamples: int = 2000, seed: int = 0, level: float = 0.95
) -> Agreement:
    """Fleiss' kappa of two coders or more, with a percentile bootstrap interval over units.

    Of two coders it is Scott's pi, not Cohen's kappa: chance is taken from the labels of both together.

    Parameters
    ----------
    labels : sequence of shape (coders, units)
        A unit where None or nan stands for a coder is passed over.
    resamples, seed, level
        Of the interval.

    Raises
    ------
    ArgumentError
        As for `krippendorff_alpha`, or no unit that all coders labelled.

    References
    ----------
    Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin 76(5), 378-382.
    """
    tail = (1 - checked_fraction("level", level)) / 2
    values, _ = _unit_values(labels)
    complete = values[values.sum(axis=1) == len(labels)]
    if not len(complete):
        raise ArgumentError(f"no unit has labels of all {len(labels)} coders; Fleiss' kappa needs at least one")
    units, n_coders = np.column_stack([complete, _pairs_alike(complete)]), len(labels)
    return _with_interval(lambda drawn: _fleiss(drawn, n_coders), units, resamples, seed, tail)


def pairwise_agreement(
    labels: Sequence[Sequence[Any]], *, resamples: int = 2000, seed: int = 0, level: float = 0.95
) -> Agreement:
    """Mean over units of the share of pairs of coders who label it alike, with a bootstrap interval over units.

    Of two coders it is percent agreement, for which Wilson's interval is better. Chance alone makes it high.

    Parameters
    ----------
    labels : sequence of shape (coders, units)
        None or nan where a coder did not label a unit.
    resamples, seed, level
        Of the interval.
    """
    tail = (1 - checked_fraction("level", level)) / 2
    values, _ = _unit_values(labels)
    paired = values[values.sum(axis=1) > 1]
    if not len(paired):
        raise ArgumentError("no unit has labels of two coders; agreement needs at least one")
    n = len(paired)
    return _with_interval(lambda drawn: drawn[:, 0] / n, _pairs_alike(paired)[:, None], resamples, seed, tail)


def _with_interval(
    coefficient: Callable[[Scores], Scores], units: Scores, resamples: int, seed: int, tail: float
) -> Agreement:
    """Coefficients of sums over units, with the percentiles of resampled units where it is a number.

    `units` holds what each unit adds, units x further axes; `coefficient` takes sums x the same axes, and gives one
    number each.
    """
    n, left = len(units), checked_resamples(resamples)
    flat = units.reshape(n, -1)
    estimate = float(coefficient(units.sum(axis=0, keepdims=True))[0])
    generator = np.random.default_rng(checked_seed(seed))
    drawn: list[Scores] = []
    while left:
        size = min(left, max(1, _CELLS // n))
        cells = generator.integers(0, n, (size, n)) + n * np.arange(size)[:, None]
        times = np.bincount(cells.ravel(), minlength=size * n).reshape(size, n)
        drawn.append(coefficient((times @ flat).reshape(size, *units.shape[1:])))
        left -= size
    known = np.concatenate(drawn)
    known = known[np.isfinite(known)]
    low, high = np.quantile(known, [tail, 1 - tail]) if known.size and np.isfinite(estimate) else (np.nan, np.nan)
    return Agreement(estimate, float(low), float(high), n)


def _pairs_alike(values: Scores) -> Scores:
    """Share of the pairs of coders of each unit that gave it one label."""
    m = values.sum(axis=1)
    return np.asarray(((values**2).sum(axis=1) - m) / (m * (m - 1)))


def _fleiss(sums: Scores, n_coders: int) -> Scores:
    """Fleiss' kappa from label counts and, last, pairs alike, all summed over units."""
    counts, alike = sums[:, :-1], sums[:, -1]
    labels = counts.sum(axis=1)
    chance = ((counts / labels[:, None]) ** 2).sum(axis=1)
    agreed = alike / (labels / n_coders)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(chance < 1 - 1e-12, (agreed - chance) / (1 - chance), np.nan)


def _coincidences(values: Scores) -> Scores:
    """Pairs of labels within each unit, each weighted by 1 / (labels of the unit - 1): units x labels x labels."""
    weights = values / (values.sum(axis=1, keepdims=True) - 1)
    pairs = weights[:, :, None] * values[:, None, :]
    ends = np.arange(values.shape[1])
    pairs[:, ends, ends] -= weights
    return np.asarray(pairs)


def _alphas(coincidences: Scores, metric: str, position: Scores) -> Scores:
    """1 - observed over expected disagreement."""
    margin = coincidences.sum(axis=1)
    apart = _distances(metric, margin, position)
    observed = (coincidences * apart).sum(axis=(1, 2))
    expected = (margin[:, :, None] * margin[:, None, :] * apart).sum(axis=(1, 2))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(expected > 0, 1 - (margin.sum(axis=1) - 1) * observed / expected, np.nan)


def _distances(metric: str, margin: Scores, position: Scores) -> Scores:
    if metric == "nominal":
        return 1 - np.eye(margin.shape[1])
    if metric == "interval":
        return np.asarray(np.subtract.outer(position, position) ** 2)
    # the distance between two ranks: all labels from one to the other, the two ends by half
    middle = np.cumsum(margin, axis=1) - margin / 2
    return np.asarray((middle[:, :, None] - middle[:, None, :]) ** 2)


def _unit_values(labels: Sequence[Sequence[Any]]) -> tuple[Scores, list[Any]]:
    """Number of coders who gave each label, units x labels, and the labels sorted."""
    rows = [list(row) for row in labels]
    if len(rows) < 2:
        raise ArgumentError(f"there is {len(rows)} coder; agreement needs two or more")
    if len({len(row) for row in rows}) > 1:
        raise ArgumentError(f"coders labelled {', '.join(str(len(row)) for row in rows)} units; each needs the same")
    given = [(unit, label) for row in rows for unit, label in enumerate(row) if not is_missing(label)]
    codes, names = group_codes("label", [label for _, label in given])
    values = np.zeros((len(rows[0]), len(names)))
    np.add.at(values, (np.array([unit for unit, _ in given], dtype=np.int64), codes), 1)
    return values, names


def _positions(names: list[Any]) -> Scores:
    try:
        return np.array([float(name) for name in names])
    except (TypeError, ValueError):
        raise ArgumentError(f"labels such as {names[0]!r} are no numbers; an interval metric needs them") from None


def _two_coders(first: Sequence[Any], second: Sequence[Any]) -> tuple[NDArray[np.int64], int]:
    if len(first) != len(second):
        raise ArgumentError(f"coders labelled {len(first)}, {len(second)} units; each needs the same")
    if not len(first):
        raise ArgumentError("coders labelled 0 units; agreement needs at least one")
    for unit, labels in enumerate(zip(first, second, strict=True)):
        if any(is_missing(label) for label in labels):
            raise ArgumentError(
                f"a label of unit {unit} is missing; two coders are compared on units that both labelled"
            )
    codes, names = group_codes("label", [*first, *second])
    return codes.reshape(2, -1), len(names)
