"""Whom *I* means in a quotation, and *you* where one is told something: who speaks, and who is told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from ..grammar import Grammar, classes
from ..grammar.arrays import types_of
from ..grammar.marks import APOSTROPHE, COMMA, OWNED, QUOTE
from .cast import OTHER, PERSON, Cast, Events
from .quotations import quotations
from .telling import Told

__all__ = ["first_persons"]

_I = frozenset("i i'm i've i'll i'd me my myself mine".split())
_YOU = frozenset("you you're you've you'll you'd your yourself".split())
_MARKED = QUOTE | APOSTROPHE
_TOLD = frozenset("told tells asked asks warned warns".split())
# A speaker stands so near the quotation: before the verb, behind it, and the verb before the quotation.
_LONGEST_SUBJECT, _LONGEST_ROLE, _LONGEST_LEAD = 12, 6, 12
_BETWEEN = classes.ADVERB | classes.AUXILIARY
# Between a verb and who speaks stands nothing of these.
_NO_ROLE = (
    classes.PREPOSITION | classes.CONJUNCTION | classes.SUBORDINATOR | classes.PRONOUN | classes.RELATIVE
    | classes.COPULA
)  # fmt: skip
_FINITE = classes.VERB | classes.AUXILIARY | classes.COPULA
_REFERRED = 3
_NOBODY = (-1, -1)


def first_persons(reading: Grammar, cast: Cast, events: Events, told: Told) -> list[tuple[int, int, int, int, int]]:
    """Hits of *I* and *you* of actors, among events that are tied already."""
    tokens = reading.tokens
    places = np.flatnonzero(np.isin(tokens.type_ids, types_of(tokens, _I | _YOU)))
    spans = quotations(tokens)
    if not len(places) or not len(spans):
        return []
    rows = np.searchsorted(spans[:, 0], places, side="right") - 1
    marked = ((reading.marks & _MARKED) != 0) & ((reading.marks & OWNED) == 0)
    n_marked = np.cumsum(marked)
    # A quotation in a quotation has another speaker.
    is_outer = (rows >= 0) & (places < spans[rows, 1]) & (n_marked[places] == n_marked[spans[rows, 0]])
    read = _Speech(reading, events, told, spans.tolist())
    hits = []
    for place, row in zip(places[is_outer].tolist(), rows[is_outer].tolist(), strict=True):
        found = read.persons(row)[reading.words[place] in _YOU]
        whom = events.referents[found] if found >= 0 else -1
        if 0 <= whom < cast.n_actors and cast.kinds[whom] in (PERSON, OTHER):
            hits.append((place, place + 1, place, whom, _REFERRED))
    return hits


class _Speech:
    """Speakers of quotations, and whom they address, as events; each is read once."""

    def __init__(self, reading: Grammar, events: Events, told: Told, spans: Sequence[Sequence[int]]) -> None:
        self._reading, self._events, self._told, self._spans = reading, events, told, spans
        self._known: dict[int, tuple[int, int]] = {}

    def persons(self, row: int) -> tuple[int, int]:
        """Who speaks a quotation, and who is addressed; -1 for unknown."""
        if row not in self._known:
            self._known[row] = self._read(row)
        return self._known[row]

    def _read(self, row: int) -> tuple[int, int]:
        (begin, end), sentences = self._spans[row], self._reading.sentence_list
        after = self._after(end)
        if after is not None:
            return after
        if begin and sentences[begin - 1] == sentences[begin]:
            return self._before(begin)
        return self._going_on(row)

    def _after(self, end: int) -> tuple[int, int] | None:
        """Who speaks by what follows in the sentence: *", said Dahl*, *", he told Stahl*; None for no such words."""
        reading, sentences = self._reading, self._reading.sentence_list
        if end >= len(sentences) or sentences[end] != sentences[end - 1] or not reading.mark_list[end] & _MARKED:
            return None
        if reading.class_list[end] & classes.VERB:
            return self._behind(end), -1
        first, last = self._events.first, self._events.last
        one = bisect_left(first, end)
        if one < len(first) and first[one] - end <= 1 and reading.mark_list[end] & (COMMA | _MARKED):
            verb = last[one]
            while verb < len(sentences) and reading.class_list[verb] & _BETWEEN and sentences[verb] == sentences[end]:
                verb += 1
            is_verb = verb < len(sentences) and reading.class_list[verb] & classes.VERB
            if is_verb and sentences[verb] == sentences[end] and all(reading.joined_list[last[one] : verb + 1]):
                return one, self._addressed(verb)
        k = bisect_left(self._told.verbs, end)
        verb = self._told.verbs[k] if k < len(self._told.verbs) else len(sentences)
        if verb == len(sentences) or verb - end > _LONGEST_SUBJECT or sentences[verb] != sentences[end]:
            return None
        subject = self._told.subjects[k]
        return (subject, self._addressed(verb)) if subject >= 0 and first[subject] >= end else _NOBODY

    def _behind(self, verb: int) -> int:
        """Who is named behind the verb of *", said the old colonel*, with nothing but premodifiers between."""
        first, reading = self._events.first, self._reading
        one = bisect_left(first, verb + 1)
        if one == len(first) or first[one] - verb > _LONGEST_ROLE:
            return -1
        is_one = all(reading.joined_list[verb + 1 : first[one] + 1])
        between = reading.class_list[verb + 1 : first[one]]
        return one if is_one and not any(bits & _NO_ROLE for bits in between) else -1

    def _addressed(self, verb: int) -> int:
        """Stahl in *he told Stahl*."""
        first = self._events.first
        one = bisect_left(first, verb + 1)
        is_next = one < len(first) and first[one] == verb + 1 and self._reading.joined_list[verb + 1]
        return one if is_next and self._reading.words[verb] in _TOLD else -1

    def _before(self, begin: int) -> tuple[int, int]:
        """Who speaks by what stands before in the sentence: *Dahl said: "*, *Dahl called himself "*."""
        told, sentences = self._told, self._reading.sentence_list
        k = bisect_left(told.verbs, begin) - 1
        if k < 0 or begin - told.verbs[k] > _LONGEST_LEAD or sentences[told.verbs[k]] != sentences[begin - 1]:
            return _NOBODY
        if told.subjects[k] < 0 or self._has_another(told.verbs[k], begin, told.subjects[k]):
            return _NOBODY
        return told.subjects[k], self._addressed(told.verbs[k])

    def _has_another(self, verb: int, begin: int, speaker: int) -> bool:
        """Whether somebody else does something between: *Dahl said that a farmer had cried: "*."""
        events, bits = self._events, self._reading.class_list
        between = range(bisect_left(events.first, verb), bisect_left(events.first, begin))
        acting = [one for one in between if events.last[one] < begin and bits[events.last[one]] & _FINITE]
        return any(events.referents[one] != events.referents[speaker] for one in acting)

    def _going_on(self, row: int) -> tuple[int, int]:
        """Who speaks on after *", said Dahl.*, in the same paragraph."""
        if not row:
            return _NOBODY
        begin, end = self._spans[row][0], self._spans[row - 1][1]
        sentences, bounds = self._reading.sentence_list, self._reading.tokens.paragraph_bounds
        if sentences[end] != sentences[begin - 1] or sentences[end - 1] != sentences[end] or end == begin:
            return _NOBODY
        is_one = np.searchsorted(bounds, end, side="right") == np.searchsorted(bounds, begin, side="right")
        return (self._after(end) or _NOBODY) if is_one else _NOBODY
