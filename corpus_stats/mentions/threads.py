"""What leads from one event back to others: to the one before it in its group, and to that of the same referent."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["alike", "before"]

_Places = NDArray[np.int64]


def before(groups: NDArray[np.uint8], documents: _Places, n_groups: int) -> _Places:
    """For each place the one before it of its group, in its document; -1 for none."""
    found = np.full(len(groups), -1)
    for group in range(n_groups):
        places = np.flatnonzero(groups == group)
        is_same = documents[places[1:]] == documents[places[:-1]]
        found[places[1:][is_same]] = places[:-1][is_same]
    return found


def alike(whom: _Places, sentences: _Places, marked: NDArray[np.bool_]) -> tuple[_Places, _Places, NDArray[np.bool_]]:
    """Places before each with the same number in `whom`, -1 for none; how many there are up to it; marks.

    The last is whether a place, or one before it in its sentence with its number, is marked.
    """
    n = len(whom)
    order = np.argsort(whom, kind="stable")
    is_new = np.ones(n, dtype=bool)
    is_new[1:] = whom[order[1:]] != whom[order[:-1]]
    earlier, counts, found = np.full(n, -1), np.empty(n, dtype=np.int64), np.empty(n, dtype=bool)
    earlier[order[1:]] = np.where(is_new[1:], -1, order[:-1])
    counts[order] = np.arange(n) - _begins(is_new) + 1
    is_new[1:] |= sentences[order[1:]] != sentences[order[:-1]]
    last = np.maximum.accumulate(np.where(marked[order], np.arange(n), -1))
    found[order] = last >= _begins(is_new)
    return earlier, counts, found


def _begins(is_new: NDArray[np.bool_]) -> _Places:
    """Where the run of each place begins, by where runs begin."""
    return np.asarray(np.maximum.accumulate(np.where(is_new, np.arange(len(is_new)), 0)))
