"""Who tells what a sentence goes on to say: speakers seldom describe themselves."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes
from ..grammar.marks import COMMA
from ..grammar.verbs import every_form
from ..tokens import Tokens
from .cast import SUBJECT, Events
from .marking import in_list
from .quotations import SAYING
from .wordings import ACCUSING

__all__ = ["Told", "owner_of_teller", "told"]

_PASSED = classes.ADVERB | classes.AUXILIARY
_MOST_PASSED, _MOST_BACK = 2, 30
# Tokens between a verb of saying and what it tells, and between an owner and the noun for who belongs to him.
_REACH, _MOST_MODIFIERS = 12, 3
_SAYING_FORMS = SAYING.union(map(str.upper, SAYING))
# Verbs whose object they speak of.
_SPEAKING_OF = ACCUSING | every_form("call mock")
_POSSESSING = frozenset("his her".split())
_ENDS = classes.SUBORDINATOR | classes.RELATIVE | classes.CONJUNCTION

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
    first = events.rows[:, 0]
    if not len(first):
        return Told([], [], [])
    verbs = np.flatnonzero(reading.tokens.once(_are_saying))
    every, subjects = verbs.tolist(), _subjects(reading, events, verbs)
    known = subjects.tolist()
    verbs, subjects = verbs[subjects >= 0], subjects[subjects >= 0]
    nearest = np.searchsorted(verbs, first) - 1
    tellers = np.append(subjects, -1)[nearest]
    is_same = reading.sentences[first[tellers]] == reading.sentences[first]
    return Told(every, known, np.where((nearest >= 0) & is_same, tellers, -1).tolist())


def _are_saying(tokens: Tokens) -> NDArray[np.bool_]:
    by_type = np.fromiter(map(_SAYING_FORMS.__contains__, tokens.vocabulary), dtype=bool, count=len(tokens.vocabulary))
    return np.asarray(by_type[tokens.type_ids])


def _subjects(reading: Grammar, events: Events, verbs: _Places) -> _Places:
    """Events that are the subjects of verbs: *Dahl said*, *Dahl, who said*, *Dahl, a colonel, said*; -1 for none."""
    bits, marks, sentences = reading.classes, reading.marks, reading.sentences
    first, last = events.rows[:, 0], events.rows[:, 1]
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


def owner_of_teller(reading: Grammar, events: Events, event: int) -> int:
    """The event named as whose people tell what an event stands in: *Dahl's critics say*, *critics of Dahl say*; or -1.

    Such people speak of whom they belong to.
    """
    verb = _verb_before(reading, events.first[event] - 1)
    if verb < 0:
        return _owner_by_account(reading, events, event)
    start = verb
    while start > 0 and verb - start < _MOST_PASSED and reading.joined_list[start]:
        if not reading.class_list[start - 1] & _PASSED or reading.class_list[start - 1] & classes.COPULA:
            break
        start -= 1
    if verb < 2 or not reading.joined_list[start]:
        return -1
    one, least = event - 1, max(event - _MOST_BACK, 0)
    while one >= least and events.last[one] > start:
        one -= 1
    while one >= least and events.sentences[one] == events.sentences[event]:
        if _owns(reading, events.first[one], events.last[one], start):
            return one
        one -= 1
    return -1


def _owner_by_account(reading: Grammar, events: Events, event: int) -> int:
    """The owner whose people tell a sentence: *According to Dahl's lawyers, the leader ...*; -1 for none."""
    one, least = event - 1, max(event - _MOST_BACK, 0)
    while one >= least and events.sentences[one] == events.sentences[event]:
        first, last = events.first[one], events.last[one]
        if reading.words[max(first - 2, 0) : first] == ["according", "to"]:
            ends = range(last + 2, min(last + 2 + _MOST_MODIFIERS, events.first[event]))
            owned = (end for end in ends if reading.mark_list[end] & COMMA and _owns(reading, first, last, end))
            return one if next(owned, -1) >= 0 else -1
        one -= 1
    return -1


def _verb_before(reading: Grammar, position: int) -> int:
    """The verb of saying whose clause a token stands in or begins; -1 for none."""
    words, bits, sentences = reading.words, reading.class_list, reading.sentence_list
    least, k, sentence = max(position - _REACH, 0), position, sentences[position]
    while k > least and sentences[k] == sentence:
        word = words[k]
        if word in SAYING or (k == position - 1 and word in _SPEAKING_OF):
            return k
        if bits[k] & _ENDS and word != "that":
            return -1
        k -= 1
    return -1


def _owns(reading: Grammar, first: int, last: int, end: int) -> bool:
    """Whether a name ``first:last`` owns the people of whom the words up to `end` tell."""
    bits, joined = reading.class_list, reading.joined_list
    if last == end and first > 1 and reading.words[first - 1] == "of" and joined[first]:
        return bool(bits[first - 2] & classes.PERSON_NOUN and bits[first - 2] & classes.PLURAL)
    is_owner = last < end - 1 <= last + _MOST_MODIFIERS and bits[last] & classes.POSSESSIVE
    # "even her allies concede"
    is_owner = is_owner or (last < end <= last + _MOST_MODIFIERS and reading.words[first] in _POSSESSING)
    is_one = all(joined[k] for k in range(last + 1, end))
    return bool(is_owner and is_one and bits[end - 1] & classes.PERSON_NOUN)
