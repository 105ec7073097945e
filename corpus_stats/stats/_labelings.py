"""Labelings of documents: which ones a design allows, how many, and each of them in turn or at random.

A labeling gives every document a group; within each block (an event, a month) the number of documents of every
group stays what it was. Blocks that hold one group only can be labelled in one way: they are left out, and so
are their documents.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..errors import ArgumentError
from ._checks import group_codes

__all__ = [
    "EXACT_LABELINGS",
    "Design",
    "Labels",
    "all_labelings",
    "exchangeable",
    "permutation_design",
    "random_labelings",
]

EXACT_LABELINGS = 100_000

Labels: TypeAlias = NDArray[np.signedinteger[Any]]


@dataclass(frozen=True)
class Design:
    """A permutation design.

    Attributes
    ----------
    documents : int64 array
        Places of the documents that take part, block by block.
    labels : int64 array
        Their groups as they are, in the same order.
    table : int64 array, blocks x groups
        Number of documents of each group in each block.
    n_labelings : int
        How many labelings there are; exact, however many.
    n_mirrored : int
        How many of them split the documents into the same sets under other names. The statistics used here do
        not tell these apart, so no p can be smaller than n_mirrored / n_labelings.
    """

    documents: NDArray[np.int64]
    labels: NDArray[np.int64]
    table: NDArray[np.int64]
    n_labelings: int
    n_mirrored: int

    @property
    def label_type(self) -> np.dtype[Any]:
        """Narrowest signed whole numbers that tell the groups apart: labelings are the bulk of what a test holds."""
        return np.min_scalar_type(-self.table.shape[1])

    @property
    def smallest_p(self) -> float:
        """Smallest p that the design can reach with all its labelings."""
        return self.n_mirrored / self.n_labelings


def permutation_design(groups: Iterable[Any], blocks: Iterable[Any] | None = None) -> Design:
    """Design in which the groups are exchanged among documents, within blocks where blocks are given.

    Where no block holds two groups the design has no documents, and one labeling: what is.
    """
    codes, names = group_codes("group", groups)
    if len(names) < 2:
        raise ArgumentError(f"all {len(codes)} documents are in one group; two groups or more are needed")
    places = [0] * len(codes) if blocks is None else blocks
    block, block_names = group_codes("block", places)
    if len(block) != len(codes):
        raise ArgumentError(f"there are {len(block)} blocks for {len(codes)} documents; every document needs one")
    table = np.zeros((len(block_names), len(names)), dtype=np.int64)
    np.add.at(table, (block, codes), 1)
    informative = (table > 0).sum(axis=1) > 1
    order = np.argsort(block, kind="stable")
    order = order[informative[block[order]]]
    kept = table[informative]
    n_labelings = math.prod(_multinomial(row) for row in kept.tolist())
    alike = np.unique(kept, axis=1, return_counts=True)[1]
    mirrored = math.prod(math.factorial(int(n)) for n in alike)
    # groups absent from every block kept have no documents to exchange names with
    absent = int((kept.sum(axis=0) == 0).sum())
    return Design(order, codes[order], kept, n_labelings, mirrored // math.factorial(absent))


def exchangeable(design: Design) -> Design:
    """The design, if some of its labels can be exchanged."""
    if not len(design.documents):
        raise ArgumentError("no block holds documents of two groups; within such blocks nothing can be exchanged")
    return design


def all_labelings(design: Design, *, width: int) -> Iterator[Labels]:
    """Every labeling once, as arrays of documents x up to ``width`` labelings."""
    choices = [_block_labelings(row) for row in design.table.tolist()]
    shape = tuple(len(positions) for positions, _, _ in choices)
    bounds = np.concatenate([[0], np.cumsum(design.table.sum(axis=1))])
    for start in range(0, design.n_labelings, width):
        numbers = np.arange(start, min(start + width, design.n_labelings))
        labels = np.empty((len(numbers), len(design.documents)), dtype=design.label_type)
        for chosen, (positions, names, rest), low, high in zip(
            np.unravel_index(numbers, shape), choices, bounds[:-1], bounds[1:], strict=True
        ):
            labels[:, low:high] = rest
            np.put_along_axis(labels[:, low:high], positions[chosen], names, axis=1)
        yield labels.T


def random_labelings(design: Design, *, resamples: int, generator: np.random.Generator, width: int) -> Iterator[Labels]:
    """Labelings drawn at random; the same ones whatever ``width`` is."""
    sizes = design.table.sum(axis=1)
    block = np.repeat(np.arange(len(sizes)), sizes)
    names = np.concatenate([np.repeat(np.arange(design.table.shape[1]), row) for row in design.table])
    for start in range(0, resamples, width):
        n = min(width, resamples - start)
        # sorting by block + fraction shuffles the documents within each block and leaves the blocks in order
        order = np.argsort(block + generator.random((n, len(block))), axis=1, kind="stable")
        labels = np.empty(order.shape, dtype=design.label_type)
        np.put_along_axis(labels, order, np.broadcast_to(names.astype(design.label_type), order.shape), axis=1)
        yield labels.T


def _multinomial(sizes: list[int]) -> int:
    total, ways = 0, 1
    for size in sizes:
        total += size
        ways *= math.comb(total, size)
    return ways


def _block_labelings(sizes: list[int]) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
    """Places of all groups but the largest in each labeling of one block, their names, and the largest group."""
    rest = max(range(len(sizes)), key=lambda group: sizes[group])
    others = [group for group in range(len(sizes)) if group != rest and sizes[group]]
    places = _placements(sum(sizes), [sizes[group] for group in others])
    return places, np.repeat(np.array(others, dtype=np.int64), [sizes[group] for group in others]), rest


def _placements(n: int, sizes: list[int]) -> NDArray[np.int64]:
    """Every choice of that many of n places for one group after the other, one row each."""
    if not sizes:
        return np.zeros((1, 0), dtype=np.int64)
    chosen = itertools.chain.from_iterable(itertools.combinations(range(n), sizes[0]))
    first = np.fromiter(chosen, dtype=np.int64, count=math.comb(n, sizes[0]) * sizes[0]).reshape(-1, sizes[0])
    if len(sizes) == 1:
        return first
    following = _placements(n - sizes[0], sizes[1:])
    free = np.ones((len(first), n), dtype=np.bool_)
    np.put_along_axis(free, first, False, axis=1)
    left = np.nonzero(free)[1].reshape(len(first), -1)
    # what the following groups choose among is the places that the first one leaves, in their order
    rest = left[:, following].reshape(len(first) * len(following), -1)
    return np.hstack([np.repeat(first, len(following), axis=0), rest])
