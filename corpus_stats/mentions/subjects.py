"""Whether a noun group can be the subject of its clause."""

from __future__ import annotations

from weakref import WeakKeyDictionary

import numpy as np

from ..grammar import Grammar, arrays, classes
from .marking import in_list

__all__ = ["is_subject"]

_FINITE = classes.VERB | classes.AUXILIARY | classes.COPULA
_NO_SUBJECT_AFTER = classes.PREPOSITION | classes.VERB | classes.VERB_ING
_NEAR_START = 6


class _Flags:
    """What is asked of the tokens around a noun group, for all tokens at once."""

    def __init__(self, reading: Grammar) -> None:
        bits, sentences, n = reading.classes, reading.sentences, len(reading.classes)
        position = np.arange(n)
        marks = reading.marks
        starts = np.ones(n, dtype=bool)
        starts[1:] = sentences[1:] != sentences[:-1]
        first_of = np.maximum.accumulate(np.where(starts, position, 0))
        finite = (bits & _FINITE) != 0
        adverb = ((bits & classes.ADVERB) != 0) & ~finite
        follows = finite | in_list(reading, "and who")
        # An adverb between a subject and its verb, or two.
        for _ in range(2):
            follows |= adverb & np.append((follows & ~starts)[1:], False)
        owned = in_list(reading, "'s") | ((marks & arrays.OWNED) != 0)
        comma = (marks & arrays.COMMA) != 0
        kind = np.where(starts | owned, 0, np.where(comma, 2, np.where(follows, 1, 0)))
        self.follows: list[int] = [*kind.tolist(), 0]
        self.is_near_start: list[bool] = (position - first_of < _NEAR_START).tolist()
        passed = (bits & (classes.TITLE | classes.DETERMINER)) != 0
        kept = np.maximum.accumulate(np.where(passed & ~starts, 0, position))
        before = np.where(starts, -1, kept[np.maximum(position - 1, 0)])
        verb = (bits & classes.VERB) != 0
        # "said Haftar" after a quotation: the verb's subject stands behind it.
        inverted = verb & ((marks & (arrays.QUOTE | arrays.COMMA)) != 0)
        governs = ((bits & _NO_SUBJECT_AFTER) != 0) & ~inverted
        self.is_object: list[bool] = ((before >= first_of) & governs[np.maximum(before, 0)]).tolist()


_READ: WeakKeyDictionary[Grammar, _Flags] = WeakKeyDictionary()


def is_subject(reading: Grammar, first: int, last: int) -> bool:
    """Whether the tokens can be a subject: a verb or an apposition follows, and no preposition or verb precedes."""
    flags = _READ.get(reading)
    if flags is None:
        flags = _READ[reading] = _Flags(reading)
    kind = flags.follows[last]
    return kind != 0 and not flags.is_object[first] and (kind == 1 or flags.is_near_start[first])
