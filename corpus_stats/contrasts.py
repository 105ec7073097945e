"""Independent units: which documents stand for several near-copies, and which labels may be exchanged.

A wire article in six copies is one observation, not six: permuting its copies one by one calls chance a difference.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .corpus import Corpus
from .errors import ArgumentError, nearest

__all__ = ["Units", "exchange_blocks", "independent_units"]


@dataclass(frozen=True, eq=False)
class Units:
    """Documents that stand for their units.

    Attributes
    ----------
    documents : int64 array
        Positions among the documents given, in their order: one of each unit in each group, the longest.
    shared : bool array, one for each of `documents`
        Whether another group carries a copy of the same unit.
    n_copies : int
        Documents that are left out because another one stands for them.
    """

    documents: NDArray[np.int64]
    shared: NDArray[np.bool_]
    n_copies: int


def independent_units(
    corpus: Corpus, units: str | Mapping[str, str] | None, groups: ArrayLike, lengths: ArrayLike
) -> Units:
    """Units of a corpus: near-copies count once in each group that carries them.

    Parameters
    ----------
    corpus : Corpus
    units : str or mapping of document name to unit, optional
        A document without a unit is one of its own.
    groups : array_like of int, shape (n_documents,)
        Group of every document.
    lengths : array_like of int, shape (n_documents,)
        Tokens of every document: the longest of a unit stands for it, the first by name where several are as long.

    Raises
    ------
    ArgumentError
        A column, or a document, that the corpus does not have.
    """
    codes, sizes = np.asarray(groups, dtype=np.int64), np.asarray(lengths, dtype=np.int64)
    if units is None:
        return Units(np.arange(len(codes)), np.zeros(len(codes), dtype=bool), 0)
    if isinstance(units, str):
        values = corpus.values(units)
    else:
        unknown = sorted(set(units) - set(corpus.names))
        if unknown:
            raise ArgumentError(f"document {unknown[0]!r} is not in the corpus; {nearest(unknown[0], corpus.names)}")
        values = tuple(units.get(name) for name in corpus.names)
    longest: dict[tuple[str | int, int], int] = {}
    carriers: dict[str | int, set[int]] = {}
    for i, value in enumerate(values):
        unit = i if value is None else value
        carriers.setdefault(unit, set()).add(int(codes[i]))
        place = (unit, int(codes[i]))
        if place not in longest or sizes[i] > sizes[longest[place]]:
            longest[place] = i
    kept = {i: len(carriers[unit]) > 1 for (unit, _), i in longest.items()}
    documents = np.array(sorted(kept), dtype=np.int64)
    return Units(documents, np.array([kept[int(i)] for i in documents], dtype=bool), len(codes) - len(documents))


def exchange_blocks(blocks: NDArray[np.int64] | None, shared: NDArray[np.bool_]) -> NDArray[np.int64] | None:
    """Blocks within which labels are exchanged; None where all may be.

    A text that several groups carry cannot tell them apart: its copies get blocks of their own, and so keep their
    labels.
    """
    if not shared.any():
        return blocks
    found = np.zeros(len(shared), dtype=np.int64) if blocks is None else blocks.copy()
    found[shared] = found.max() + 1 + np.arange(shared.sum())
    return found
