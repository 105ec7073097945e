"""Agreement of coders, with intervals: percent agreement, Cohen's kappa, Krippendorff's alpha.

A label that is None or nan is missing. Alpha takes any number of coders and missing labels; kappa takes two coders
who labelled everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from scipy import special

from ..errors import ArgumentError
from ._checks import Scores, checked_fraction, checked_resamples, checked_seed, group_codes, is_missing
from .intervals import wilson

__all__ = ["Agreement", "cohen_kappa", "krippendorff_alpha", "percent_agreement"]


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
    estimate = _alpha(paired, metric, position)
    generator = np.random.default_rng(checked_seed(seed))
    drawn = np.array(
        [
            _alpha(paired[generator.integers(0, len(paired), len(paired))], metric, position)
            for _ in range(checked_resamples(resamples))
        ]
    )
    drawn = drawn[np.isfinite(drawn)]
    low, high = np.quantile(drawn, [tail, 1 - tail]) if drawn.size and np.isfinite(estimate) else (np.nan, np.nan)
    return Agreement(estimate, float(low), float(high), len(paired))


def _alpha(values: Scores, metric: str, position: Scores) -> float:
    """1 - observed over expected disagreement, from units x labels."""
    m = values.sum(axis=1, keepdims=True)
    coincidence = (values / (m - 1)).T @ values
    coincidence[np.diag_indices_from(coincidence)] -= (values / (m - 1)).sum(axis=0)
    margin = coincidence.sum(axis=0)
    apart = _distances(metric, margin, position)
    expected = (np.outer(margin, margin) * apart).sum()
    if expected <= 0:
        return np.nan
    return float(1 - (margin.sum() - 1) * (coincidence * apart).sum() / expected)


def _distances(metric: str, margin: Scores, position: Scores) -> Scores:
    if metric == "nominal":
        return 1 - np.eye(len(margin))
    if metric == "interval":
        return np.asarray(np.subtract.outer(position, position) ** 2)
    # the distance between two ranks: all labels from one to the other, the two ends by half
    middle = np.cumsum(margin) - margin / 2
    return np.asarray(np.subtract.outer(middle, middle) ** 2)


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
