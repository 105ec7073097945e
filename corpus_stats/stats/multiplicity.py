"""Many tests at once: false discovery rates, and their correction for a selection by an omnibus test.

A family is all terms that pass a filter which does not look at the labels. A p of nan (a term that was not
tested) is not part of it, and its q is nan.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import stats

from ..errors import ArgumentError
from ._checks import Scores, checked_fraction

__all__ = ["SelectedContrasts", "benjamini_bogomolov", "benjamini_hochberg", "benjamini_yekutieli", "smallest_q"]


@dataclass(frozen=True)
class SelectedContrasts:
    """Contrasts of groups after an omnibus test of every term.

    Attributes
    ----------
    omnibus_q : float64 array of shape (V,)
        Benjamini-Hochberg over the omnibus p.
    selected : bool array of shape (V,)
        Terms whose omnibus q is at or below the level.
    q_value : float64 array of shape (G, V)
        Corrected q of each group's contrast; nan for terms that were not selected.
    """

    omnibus_q: Scores
    selected: NDArray[np.bool_]
    q_value: Scores


def benjamini_hochberg(p_values: ArrayLike) -> Scores:
    """q values by Benjamini and Hochberg, over all p that are not nan.

    References
    ----------
    Benjamini, Y., & Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical
    Society B 57, 289-300. Computed by scipy.stats.false_discovery_control.
    """
    return _adjusted(p_values, "bh")


def benjamini_yekutieli(p_values: ArrayLike) -> Scores:
    """q values by Benjamini and Yekutieli, which hold under any dependence between the tests.

    References
    ----------
    Benjamini, Y., & Yekutieli, D. (2001). The control of the false discovery rate in multiple testing under
    dependency. Annals of Statistics 29, 1165-1188.
    """
    return _adjusted(p_values, "by")


def benjamini_bogomolov(omnibus_p: ArrayLike, contrast_p: ArrayLike, *, level: float = 0.05) -> SelectedContrasts:
    """q values of each group's contrast, corrected for looking only where the omnibus test rejects.

    With R of m terms selected, the contrasts of a selected term are tested by Benjamini-Hochberg at level R / m
    times the wanted one; their q is the within-term q times m / R.

    Parameters
    ----------
    omnibus_p : array_like of shape (V,)
    contrast_p : array_like of shape (G, V)
    level : float
        Of the selection. A corrected q means what it says at this level only.

    Raises
    ------
    ArgumentError
        A p outside [0, 1], or shapes that do not fit.

    References
    ----------
    Benjamini, Y., & Bogomolov, M. (2014). Selective inference on multiple families of hypotheses. Journal of the
    Royal Statistical Society B 76, 297-318.
    """
    checked_fraction("level", level)
    contrasts = _checked(contrast_p)
    omnibus_q = benjamini_hochberg(omnibus_p)
    if contrasts.ndim != 2 or contrasts.shape[1:] != omnibus_q.shape:
        raise ArgumentError(
            f"contrasts have shape {contrasts.shape} for {omnibus_q.size} terms; groups x terms is expected"
        )
    selected = np.less_equal(omnibus_q, level)
    q_value = np.full(contrasts.shape, np.nan)
    factor = np.isfinite(omnibus_q).sum() / max(selected.sum(), 1)
    for term in np.flatnonzero(selected):
        q_value[:, term] = np.minimum(benjamini_hochberg(contrasts[:, term]) * factor, 1)
    return SelectedContrasts(omnibus_q, selected, q_value)


def smallest_q(smallest_p: float, family: int, *, n_true: int = 1) -> float:
    """Smallest Benjamini-Hochberg q of a design, when ``n_true`` terms of the family reach its smallest p."""
    if not 1 <= n_true <= family:
        raise ArgumentError(f"{n_true} of {family} terms cannot reach the smallest p; it must be 1 to {family}")
    return min(1.0, smallest_p * family / n_true)


def _adjusted(p_values: ArrayLike, method: Literal["bh", "by"]) -> Scores:
    p = _checked(p_values)
    tested = np.isfinite(p)
    q = np.full(p.shape, np.nan)
    if tested.any():
        q[tested] = stats.false_discovery_control(p[tested], method=method)
    return q


def _checked(p_values: ArrayLike) -> Scores:
    p = np.asarray(p_values, dtype=np.float64)
    wrong = (p < 0) | (p > 1)
    if wrong.any():
        raise ArgumentError(f"a p value is {p[wrong].flat[0]:g}; it must lie between 0 and 1")
    return p
