"""What every measure refuses: impossible counts, missing groups, levels and numbers of resamples out of range.

Counts of documents come as a matrix of terms x documents, dense or sparse; both are read as float64, in which
whole numbers up to 2**53 are exact.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable
from typing import Any, TypeAlias, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

from ..errors import ArgumentError

__all__ = [
    "Counts",
    "Matrix",
    "Scores",
    "checked_fraction",
    "checked_lengths",
    "checked_matrix",
    "checked_resamples",
    "checked_seed",
    "checked_successes",
    "checked_target",
    "checked_whole",
    "document_counts",
    "group_codes",
    "is_missing",
    "matrix_product",
    "non_negative",
    "row_sums",
    "sparse_rows",
]

Counts: TypeAlias = ArrayLike
Scores: TypeAlias = NDArray[np.float64]
Matrix: TypeAlias = Any  # an ndarray or a scipy sparse array of float64, terms x documents

_LARGEST_SEED = 2**32 - 1  # scikit-learn and gensim take no larger one


def non_negative(name: str, values: ArrayLike) -> Scores:
    """Float64 array of the values, none of them negative, infinite or missing."""
    array = np.asarray(values, dtype=np.float64)
    wrong = ~(np.isfinite(array) & (array >= 0))
    if wrong.any():
        raise ArgumentError(f"{name} holds {_plain(array[wrong].flat[0])}; counts are finite and not negative")
    return array


def checked_fraction(name: str, value: float) -> float:
    """The value, if it lies strictly between 0 and 1."""
    if not 0 < value < 1:
        raise ArgumentError(f"{name} is {value}; it must lie between 0 and 1")
    return float(value)


def checked_whole(name: str, value: int, *, least: int = 1) -> int:
    """The value, if it is a whole number of at least ``least``: 2.0 is none."""
    try:
        number = operator.index(value)
    except TypeError:
        number = least - 1
    if number < least:
        raise ArgumentError(f"{name} is {value}; it must be a whole number of {least} or more")
    return number


def checked_resamples(resamples: int) -> int:
    """The number of resamples, if it is a whole number of at least 1."""
    return checked_whole("resamples", resamples)


def checked_seed(seed: int) -> int:
    """The seed, if every generator in use takes it."""
    try:
        number = operator.index(seed)
    except TypeError:
        number = -1
    if not 0 <= number <= _LARGEST_SEED:
        raise ArgumentError(f"seed is {seed}; it must be a whole number from 0 to {_LARGEST_SEED}")
    return number


def checked_successes(successes: ArrayLike, trials: ArrayLike) -> tuple[Scores, Scores]:
    """Successes and trials, broadcast, where no success goes without a trial."""
    k, n = np.broadcast_arrays(non_negative("successes", successes), non_negative("trials", trials))
    if (k > n).any():
        raise ArgumentError(f"{_plain(k[k > n][0])} successes in {_plain(n[k > n][0])} trials; there cannot be more")
    if (n == 0).any():
        raise ArgumentError("a share of 0 trials has no interval; trials must be 1 or more")
    return k, n


def checked_matrix(counts: Any) -> Matrix:
    """Counts as float64, terms x documents, sparse by rows where they came sparse."""
    if sparse.issparse(counts):
        matrix: Any = sparse.csr_array(cast("Any", counts), dtype=np.float64)
        non_negative("counts", matrix.data)
        return matrix
    array = non_negative("counts", counts)
    if array.ndim != 2:
        raise ArgumentError(f"counts have {array.ndim} dimensions; a matrix of terms x documents is expected")
    return array


def checked_lengths(lengths: ArrayLike, n_documents: int) -> Scores:
    """Length of every document, in tokens."""
    array = non_negative("lengths", lengths)
    if array.shape != (n_documents,):
        raise ArgumentError(f"lengths have shape {array.shape}; counts have {n_documents} documents")
    if n_documents == 0 or array.sum() == 0:
        raise ArgumentError(f"{n_documents} documents hold 0 tokens; a rate needs at least one token")
    return array


def document_counts(counts: Any, lengths: ArrayLike) -> tuple[Matrix, Scores]:
    """Counts and lengths that fit each other: no term occurs more often than there are tokens."""
    matrix = checked_matrix(counts)
    tokens = checked_lengths(lengths, matrix.shape[1])
    totals = row_sums(matrix)
    wrong = np.flatnonzero(totals > tokens.sum())
    if wrong.size:
        term = int(wrong[0])
        raise ArgumentError(
            f"term {term} occurs {_plain(totals[term])} times in documents of {_plain(tokens.sum())} tokens"
        )
    return matrix, tokens


def checked_target(target: ArrayLike, n_documents: int) -> NDArray[np.bool_]:
    """Which documents belong to the target; both sides have one at least."""
    array = np.asarray(target)
    if array.shape != (n_documents,):
        raise ArgumentError(f"target has shape {array.shape}; there are {n_documents} documents")
    if array.dtype != np.bool_ and not np.isin(array, (0, 1)).all():
        raise ArgumentError("target must say true or false for every document")
    mask = array.astype(bool)
    if mask.all() or not mask.any():
        raise ArgumentError(f"all {n_documents} documents are on one side; two groups or more are needed")
    return mask


def group_codes(name: str, groups: Iterable[Any]) -> tuple[NDArray[np.int64], list[Any]]:
    """Number of each document's group, and the groups in sorted order."""
    values = groups.tolist() if isinstance(groups, np.ndarray) else list(groups)
    for place, value in enumerate(values):
        if is_missing(value):
            raise ArgumentError(f"{name} of document {place} is missing; every document needs one")
    # values of several types have no order among themselves: each type keeps its own
    names = sorted(set(values), key=lambda value: (type(value).__name__, value))
    number = {value: code for code, value in enumerate(names)}
    return np.array([number[value] for value in values], dtype=np.int64), names


def row_sums(matrix: Matrix) -> Scores:
    """Total of each term."""
    return np.asarray(matrix.sum(axis=1), dtype=np.float64).ravel()


def matrix_product(matrix: Matrix, weights: Any) -> NDArray[Any]:
    """Dense product of counts and weights."""
    return np.asarray(matrix @ weights)


def sparse_rows(matrix: Matrix) -> tuple[NDArray[np.int64], NDArray[np.int64], Scores]:
    """Term, document and count of every cell that is not zero."""
    cells = sparse.coo_array(matrix)
    keep = cells.data != 0
    row, column = cells.coords
    return row[keep].astype(np.int64), column[keep].astype(np.int64), np.asarray(cells.data[keep], dtype=np.float64)


def is_missing(value: Any) -> bool:
    """Whether a label or a group is None, nan, or the NA of pandas."""
    # pandas' NA refuses to be compared, so it is known by its type
    if value is None or type(value).__name__ in {"NAType", "NaTType"}:
        return True
    return isinstance(value, float) and value != value


def _plain(value: Any) -> str:
    return f"{float(value):.15g}"
