"""Rows and columns of count matrices put together: rows of one document summed, two vocabularies made one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

__all__ = ["stacked_rows", "summed_rows", "totals", "users"]


def summed_rows(counts: Any, owners: ArrayLike) -> tuple[Any, NDArray[np.int64]]:
    """Sums of the rows that have one owner, and the owners in order.

    Parameters
    ----------
    counts : matrix of rows x terms
    owners : array_like of int, shape (n_rows,)
    """
    found, place = np.unique(np.asarray(owners), return_inverse=True)
    ones = np.ones(len(place), dtype=np.int64)
    incidence = sparse.csr_array((ones, (place, np.arange(len(place)))), shape=(len(found), len(place)))
    return sparse.csr_array(incidence @ counts), found.astype(np.int64)


def stacked_rows(
    counts: Any, words: Sequence[str], others: Any, other_words: Sequence[str]
) -> tuple[Any, tuple[str, ...]]:
    """Rows of two matrices, one below the other, over the sorted union of their words."""
    union = tuple(sorted({*words, *other_words}))
    place = {word: i for i, word in enumerate(union)}
    pieces = []
    for part, names in ((counts, words), (others, other_words)):
        cells = sparse.coo_array(part)
        row, column = cells.coords
        moved = np.array([place[name] for name in names], dtype=np.int64)[column]
        pieces.append(sparse.coo_array((cells.data, (row, moved)), shape=(part.shape[0], len(union))))
    return sparse.csr_array(sparse.vstack(pieces)), union


def totals(counts: Any) -> NDArray[np.int64]:
    """Occurrences of each term over all rows."""
    return np.asarray(counts.sum(axis=0), dtype=np.int64).ravel()


def users(counts: Any) -> NDArray[np.int64]:
    """Rows in which each term occurs."""
    return np.asarray((counts > 0).sum(axis=0), dtype=np.int64).ravel()
