"""Random word lists as frequent as a given one: what any list of words would show between these outlets.

Outlets differ in their share of content words, in topics and in length, so any list of words differs between them. A
lexicon's contrast means something where it is larger than that of random lists matched to it term by term.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

from ..errors import ArgumentError
from ._checks import checked_seed

__all__ = ["random_list_counts", "random_list_p"]

_NEIGHBOURS = 40


def random_list_counts(
    pools: Sequence[Any], wanted: Sequence[ArrayLike], *, lists: int = 999, seed: int = 0
) -> NDArray[np.float64]:
    """Occurrences by document of random lists, shape (lists, n_documents), or fewer where there are fewer lists.

    Parameters
    ----------
    pools : sequence of sparse matrices, documents x candidates
        One for each number of words that terms have.
    wanted : sequence of array_like of int
        For each pool, the frequency of every term of the list with that number of words. Each random list takes, for
        every term, one of the 40 candidates nearest to it in frequency. Where no more than `lists` can be made so, as
        for a single term, each is there once: drawn again and again they would make p smaller than it can be.
    lists : int
    seed : int
    """
    if lists < 1:
        raise ArgumentError(f"lists is {lists}; it must be 1 or more")
    rng = np.random.default_rng(np.random.SeedSequence(checked_seed(seed)))
    terms = [np.asarray(frequencies, dtype=np.float64) for frequencies in wanted]
    used = [(pool, sought) for pool, sought in zip(pools, terms, strict=True) if sought.size and pool.shape[1]]
    sizes = [np.asarray(pool.sum(axis=0)).ravel() for pool, _ in used]
    windows = [_window(np.sort(size), sought) for size, (_, sought) in zip(sizes, used, strict=True)]
    widths = [(high - low).tolist() for low, high in windows]
    every = _each_once([width for one in widths for width in one], lists)
    total = np.zeros((lists if every is None else len(every), pools[0].shape[0]))
    taken = 0
    for (pool, sought), size, (low, high) in zip(used, sizes, windows, strict=True):
        if every is None:
            places = (low + rng.random((lists, sought.size)) * (high - low)).astype(np.intp)
        else:
            places = low + every[:, taken : taken + sought.size]
            taken += sought.size
        chosen = np.argsort(size, kind="stable")[places]
        rows = np.repeat(np.arange(len(total)), sought.size)
        members = sparse.csr_array((np.ones(rows.size), (rows, chosen.ravel())), shape=(len(total), pool.shape[1]))
        total += (members @ sparse.csr_array(pool).T).toarray()
    return total


def _each_once(widths: Sequence[int], most: int) -> NDArray[np.intp] | None:
    """Every choice of one place in each window, a row each; None where there are more than `most`."""
    if math.prod(widths) > most:
        return None
    return np.indices(widths, dtype=np.intp).reshape(len(widths), -1).T if widths else np.zeros((0, 0), dtype=np.intp)


def random_list_p(
    observed: ArrayLike,
    random: ArrayLike,
    lengths: ArrayLike,
    target: ArrayLike,
    *,
    blocks: Iterable[Any] | None = None,
    resamples: int = 999,
    seed: int = 0,
) -> float:
    """Share of random lists whose contrast between target and rest is as large as the observed list's.

    Each list is measured against its own labelings: its contrast is the share of permutations of the documents (inside
    blocks where they are given) that make the difference of its rates as large. Words that occur together make any
    difference larger, and its permutations too; the raw difference rejects a third of true nulls.

    Parameters
    ----------
    observed : array_like of shape (n_documents,)
        Occurrences of the list by document.
    random : array_like of shape (lists, n_documents)
        As `random_list_counts` gives them.
    lengths : array_like of shape (n_documents,)
    target : array_like of bool, shape (n_documents,)
    blocks : iterable of n_documents labels, optional
    resamples, seed : int
        Random labelings, the same for every list.
    """
    rows = np.vstack([np.asarray(observed, dtype=np.float64)[None], np.asarray(random, dtype=np.float64)])
    side = np.asarray(target, dtype=bool)
    labels = np.vstack([side[None], _random_labels(side, blocks, resamples, seed)]).astype(np.float64)
    tokens = np.asarray(lengths, dtype=np.float64)
    ours = labels @ tokens
    rest = tokens.sum() - ours
    # hits / ours - (total - hits) / rest, in place: there are as many cells as lists times labelings
    difference = rows @ labels.T
    difference *= 1 / ours + 1 / rest
    difference -= np.outer(rows.sum(axis=1), 1 / rest)
    np.abs(difference, out=difference)
    # Labelings that tie with the observed one count as large; they differ from it by rounding only.
    as_extreme = (difference[:, 1:] >= difference[:, :1] * (1 - 1e-9) - 1e-15).mean(axis=1)
    return float((1 + (as_extreme[1:] <= as_extreme[0] + 1e-12).sum()) / len(rows))


def _random_labels(
    side: NDArray[np.bool_], blocks: Iterable[Any] | None, resamples: int, seed: int
) -> NDArray[np.bool_]:
    if resamples < 1:
        raise ArgumentError(f"resamples is {resamples}; it must be 1 or more")
    rng = np.random.default_rng(np.random.SeedSequence(checked_seed(seed)))
    codes = np.zeros(side.size, dtype=np.int64) if blocks is None else np.unique(list(blocks), return_inverse=True)[1]
    # Sorted by block, then at random within it: the places of a block receive its own labels in a new order.
    places = np.argsort(codes, kind="stable")
    order = np.argsort(codes[None, :] + rng.random((resamples, side.size)), axis=1, kind="stable")
    labels = np.empty((resamples, side.size), dtype=bool)
    labels[:, places] = side[order]
    return labels


def _window(sizes: NDArray[Any], terms: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """First place and the one after the last of those in the ascending `sizes` that are nearest to each term."""
    width = min(_NEIGHBOURS, sizes.size)
    left, right = np.searchsorted(sizes, terms, side="left"), np.searchsorted(sizes, terms, side="right")
    # Where more candidates than that are just as frequent, all of them may be drawn.
    middle = (left + right) // 2
    low = np.minimum(np.clip(middle - width // 2, 0, sizes.size - width), left)
    return low, np.maximum(low + width, right)
