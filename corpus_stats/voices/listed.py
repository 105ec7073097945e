"""Words that rules tell apart by themselves, as bits: one for each list that a word stands in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar

__all__ = ["bits_by_type", "bits_by_word", "codes_by_type"]

# Asking for a word, in small letters and in capitals, takes so many times as long as asking for the next type of all.
_DEARER = 6


def bits_by_word(lists: Sequence[str | frozenset[str]]) -> dict[str, int]:
    """Bits of every word of some lists; bit `i` is that of list `i`."""
    found: dict[str, int] = {}
    for i, words in enumerate(lists):
        for word in words.split() if isinstance(words, str) else words:
            found[word] = found.get(word, 0) | 1 << i
    return found


def bits_by_type(reading: Grammar, lists: Sequence[str | frozenset[str]]) -> NDArray[np.uint32]:
    """The same for every type of a corpus, shape (n_types,)."""
    return codes_by_type(reading, bits_by_word(lists)).astype(np.uint32)


def codes_by_type(reading: Grammar, known: Mapping[str, int]) -> NDArray[np.int64]:
    """Numbers of words for every type of a corpus, in small letters or in capitals; 0 for other types."""
    size = len(reading.lower)
    if _DEARER * len(known) > size:
        return np.fromiter(map(known.get, reading.lower, repeat(0)), dtype=np.int64, count=size)
    codes, id_of = np.zeros(size, dtype=np.int64), reading.tokens.id_of
    for word, code in known.items():
        for number in (id_of(word), id_of(word.upper())):
            if number is not None:
                codes[number] = code
    return codes
