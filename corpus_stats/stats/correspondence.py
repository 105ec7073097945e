"""Correspondence analysis of a table of counts: rows and columns as points, near where they go together.

    P       the table over its total
    r, c    masses: sums of P by row and by column
    S       (P - r c') / sqrt(r c'), whose singular values squared are the principal inertias

Points of little mass lie far out by chance: draw the mass, and leave out rows of few tokens.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import ArgumentError
from ._checks import Counts, Scores, non_negative

__all__ = ["Correspondence", "correspondence_analysis"]


@dataclass(frozen=True)
class Correspondence:
    """Correspondence analysis.

    Attributes
    ----------
    inertias : float64 array of shape (K,)
        Principal inertias, largest first; K is one less than the smaller side of the table.
    total : float
        Their sum: chi-squared of the table over its total.
    rows, columns : float64 array of shape (R, K) and (C, K)
        Principal coordinates. On each axis the row farthest out is positive.
    row_masses, column_masses : float64 array
    """

    inertias: Scores
    total: float
    rows: Scores
    columns: Scores
    row_masses: Scores
    column_masses: Scores


def correspondence_analysis(table: Counts) -> Correspondence:
    """Simple correspondence analysis of a table of counts.

    Raises
    ------
    ArgumentError
        Fewer than two rows or columns, or one that is empty.

    References
    ----------
    Greenacre, M. (2017). Correspondence analysis in practice, 3rd ed. Chapman & Hall/CRC.
    """
    counts = non_negative("table", table)
    if counts.ndim != 2 or min(counts.shape) < 2:
        raise ArgumentError(f"the table has shape {counts.shape}; two rows and two columns or more are needed")
    for axis, name in ((1, "row"), (0, "column")):
        empty = np.flatnonzero(counts.sum(axis=axis) == 0)
        if empty.size:
            raise ArgumentError(f"{name} {empty[0]} of the table is empty; leave it out")
    p = counts / counts.sum()
    r, c = p.sum(axis=1), p.sum(axis=0)
    expected = np.outer(r, c)
    u, singular, vt = np.linalg.svd((p - expected) / np.sqrt(expected), full_matrices=False)
    kept = min(counts.shape) - 1  # the last axis is the centring itself, with inertia 0
    rows = (u * singular)[:, :kept] / np.sqrt(r)[:, None]
    columns = (vt.T * singular)[:, :kept] / np.sqrt(c)[:, None]
    # the sign of an axis is arbitrary: the farthest row decides it, the first of equally far ones
    farthest = np.argmax(np.round(np.abs(rows), 9), axis=0)
    sign = np.where(rows[farthest, np.arange(kept)] < 0, -1.0, 1.0)
    inertias = singular[:kept] ** 2
    return Correspondence(inertias, float(inertias.sum()), rows * sign, columns * sign, r, c)
