"""Words that rules tell apart by themselves, as bits: one for each list that a word stands in."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar

__all__ = ["bits_by_type", "bits_by_word"]


def bits_by_word(lists: Sequence[str | frozenset[str]]) -> dict[str, int]:
    """Bits of every word of some lists; bit `i` is that of list `i`."""
    found: dict[str, int] = {}
    for i, words in enumerate(lists):
        for word in words.split() if isinstance(words, str) else words:
            found[word] = found.get(word, 0) | 1 << i
    return found


def bits_by_type(reading: Grammar, lists: Sequence[str | frozenset[str]]) -> NDArray[np.uint32]:
    """The same for every type of a corpus, shape (n_types,)."""
    known = bits_by_word(lists)
    return np.array([known.get(word, 0) for word in reading.lower], dtype=np.uint32)
