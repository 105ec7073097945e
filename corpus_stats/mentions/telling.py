"""Who tells what a sentence goes on to say: speakers seldom describe themselves."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes
from ..grammar.arrays import types_of
from ..grammar.marks import COMMA
from ..tokens import Tokens
from .cast import SUBJECT, Events
from .marking import in_list
from .quotations import SAYING

__all__ = ["Told", "told"]

_PASSED = classes.ADVERB | classes.AUXILIARY
_MOST_PASSED = 2

_Places = NDArray[np.int64]


class Told(NamedTuple):
    """Verbs of saying, as tokens, the events that are their subjects, and what these tell: see `told`."""

    verbs: list[int]
    subjects: list[int]
    tellers: list[int]


def told(reading: Grammar, events: Events) -> Told:
    """Verbs of saying with their subjects (-1 for none), and the event that tells of each event.

    That is the subject of the last verb of saying before it in its sentence; or -1.
    """
    first = np.array(events.first, dtype=np.int64)
    if not len(first):
        return Told([], [], [])
    verbs = np.flatnonzero(reading.tokens.once(_are_saying))
    every, subjects = verbs.tolist(), _subjects(reading, events, first, verbs)
    known = subjects.tolist()
    verbs, subjects = verbs[subjects >= 0], subjects[subjects >= 0]
    nearest = np.searchsorted(verbs, first) - 1
    tellers = np.append(subjects, -1)[nearest]
    is_same = reading.sentences[first[tellers]] == reading.sentences[first]
    return Told(every, known, np.where((nearest >= 0) & is_same, tellers, -1).tolist())


def _are_saying(tokens: Tokens) -> NDArray[np.bool_]:
    by_type = np.zeros(len(tokens.vocabulary), dtype=bool)
    by_type[types_of(tokens, SAYING)] = True
    return np.asarray(by_type[tokens.type_ids])


def _subjects(reading: Grammar, events: Events, first: _Places, verbs: _Places) -> _Places:
    """Events that are the subjects of verbs: *Dahl said*, *Dahl, who said*, *Dahl, a colonel, said*; -1 for none."""
    bits, marks, sentences = reading.classes, reading.marks, reading.sentences
    last = np.array(events.last, dtype=np.int64)
    start = verbs
    for _ in range(_MOST_PASSED):
        before = np.maximum(start - 1, 0)
        is_passed = ((bits[before] & _PASSED) != 0) & ((bits[before] & classes.COPULA) == 0) & reading.is_joined[start]
        start = np.where(is_passed, before, start)
    before = np.maximum(start - 1, 0)
    is_who = in_list(reading, "who")[before] & reading.is_joined[start]
    start = np.where(is_who, before, start)
    beside = np.searchsorted(first, start) - 1
    are_subjects = (np.frombuffer(events.flags, dtype=np.uint8) & SUBJECT) != 0
    # Not Dahl where "friends of Dahl said"; but "they met Dahl, who said".
    is_beside = (beside >= 0) & (last[beside] == start) & ((reading.is_joined[start] & are_subjects[beside]) | is_who)
    followed = np.minimum(last, len(marks) - 1)
    # An apposition or a clause stands between: the subject is whom a comma follows.
    parted = np.flatnonzero(are_subjects & ((marks[followed] & COMMA) != 0))
    apart = np.append(parted, -1)[np.searchsorted(first[parted], start) - 1]
    is_apart = (marks[start] & COMMA) != 0
    found = np.where(is_beside, beside, np.where(is_apart, apart, -1))
    return np.asarray(np.where((found >= 0) & (sentences[first[found]] == sentences[verbs]), found, -1))
