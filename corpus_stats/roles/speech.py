"""Which side of a role speaks where its people are mentioned."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import COMMA
from ..mentions import names
from .ties import Tie, Ties
from .words import ENEMIES, OFFICIAL

__all__ = ["Speakers", "Speech"]

Speakers = Callable[[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]], Sequence[str | None]]
"""Who speaks at places, as it is written: documents, and half-open offsets in their texts."""

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_REACH, _NEAR = 8, 4
_OF = frozenset("of for from with in".split())


class Speech:
    """Sides of the speakers of one corpus.

    A speaker speaks for a party whose name he has, whose name stands beside a body or an office in what he is called
    (*Kalia's defence ministry*, *a Kalish general*, and not *a farmer from Kalia*), or beside his name, wherever the
    document has it (*Kalish spokesman Ilo Bane*, *Ilo Bane of the Northern Front*).
    """

    def __init__(self, reading: Grammar, parties: Ties) -> None:
        self.reading = reading
        self.parties = parties
        self._known: dict[tuple[int, str], int] = {}

    def side(self, document: int, speaker: str | None) -> int:
        """Position in ``role.sides`` of the side that somebody speaks for; -1 where nothing tells, or two are named."""
        if speaker is None:
            return -1
        key = document, speaker
        if key not in self._known:
            words = _WORD.findall(speaker.casefold())
            if words[:1] in (["a"], ["an"], ["the"]):
                words = words[1:]
            found = self._called(words) or self._served.get((document, words[-1] if words else ""), set())
            self._known[key] = next(iter(found)) if len(found) == 1 and ENEMIES.isdisjoint(words) else -1
        return self._known[key]

    def takes_sides(self, speaker: str) -> bool:
        """Whether somebody holds an office, and so belongs to a party, though it is not known which."""
        return not OFFICIAL.isdisjoint(_WORD.findall(speaker.casefold()))

    def _called(self, words: list[str]) -> set[int]:
        parties, whole = self.parties, " ".join(words)
        if whole in parties.named:
            return {parties.named[whole][0]} - {-1}
        if len(words) == 1 and (tie := parties.country(0, whole)):
            return {tie.side} - {-1}
        if OFFICIAL.isdisjoint(words):
            return set()
        owners = [owner for name, owner in parties.named.items() if f" {name} " in f" {whole} "]
        owners += [owner for word in words for beginning, owner in parties.opened if word.startswith(beginning)]
        owners += [(tie.side, tie.own) for word in words if (tie := parties.origin(0, word))]
        return {brought for brought, _ in owners if brought >= 0}

    @cached_property
    def _served(self) -> dict[tuple[int, str], set[int]]:
        """Sides that persons are named beside, by document and last name."""
        found: dict[tuple[int, str], set[int]] = defaultdict(set)
        sides = [tie for tie in self._near_persons() if tie.side >= 0 and not tie.is_against]
        bounds = self.reading.tokens.bounds
        documents = (np.searchsorted(bounds, [tie.first for tie in sides], side="right") - 1).tolist()
        for tie, document in zip(sides, documents, strict=True):
            for person in (self._after(tie), self._before(tie)):
                if person:
                    found[document, person].add(tie.side)
        return dict(found)

    def _near_persons(self) -> list[Tie]:
        """Parties that a person's name stands near."""
        places = np.array([-_REACH, *self._persons, len(self.reading.class_list) + _REACH], dtype=np.int64)
        first = np.array(self.parties.firsts, dtype=np.int64)
        at = np.searchsorted(places, first, side="right")
        # A party of several words is read from its end.
        is_near = (places[at] - first < 2 * _REACH) | (first - places[at - 1] <= _REACH)
        return [self.parties.found[i] for i in np.flatnonzero(is_near).tolist()]

    def _after(self, tie: Tie) -> str:
        """Last name of the person before whose name a party and an office stand: Kalish spokesman Ilo Bane."""
        reading = self.reading
        is_added = tie.last < len(reading.class_list) and reading.mark_list[tie.last] & COMMA
        if is_added:
            # a spokesman for the Front, Ilo Bane
            before = [reading.word(i) for i in range(max(tie.first - _NEAR, 0), tie.first)]
            is_added = not OFFICIAL.isdisjoint(before) and not _OF.isdisjoint(before)
        is_official = bool(is_added)
        for i in range(tie.last, min(tie.last + _REACH, len(reading.class_list))):
            word = reading.word(i)
            is_over = reading.mark_list[i] and not (is_added and i == tie.last)
            if is_over or reading.sentence_list[i] != reading.sentence_list[tie.first] or word in ENEMIES:
                return ""
            if i in self._persons:
                return self._persons[i] if is_official else ""
            is_official = is_official or word in OFFICIAL
            if reading.class_list[i] & (c.VERB | c.CONJUNCTION) and word not in OFFICIAL:
                return ""
        return ""

    def _before(self, tie: Tie) -> str:
        """Last name of the person after whose name a party stands: Ilo Bane of the Front, Ilo Bane, a Front officer."""
        reading, words = self.reading, list[str]()
        for i in range(tie.first - 1, max(tie.first - _REACH, 0) - 1, -1):
            word = reading.word(i)
            if reading.sentence_list[i] != reading.sentence_list[tie.first] or reading.mark_list[i + 1] & ~COMMA:
                return ""
            if i in self._persons:
                after = reading.word(tie.last) if tie.last < len(reading.class_list) else ""
                is_of = words[-1:] in (["of"], ["for"])
                return self._persons[i] if is_of or not OFFICIAL.isdisjoint([*words, after]) else ""
            is_plain = reading.class_list[i] & c.DETERMINER or word in OFFICIAL or word in _OF
            if not is_plain or word in ENEMIES:
                return ""
            words.append(word)
        return ""

    @cached_property
    def _persons(self) -> dict[int, str]:
        """Last names of persons by the places of all tokens of their names."""
        found = names(self.reading.tokens)
        rows = zip(found.first.tolist(), found.last.tolist(), found.entities.tolist(), strict=True)
        spans = [(first, last, found.entity_names[i]) for first, last, i in rows if found.entity_kinds[i] == "person"]
        words = [(first, last, _WORD.findall(name.casefold())) for first, last, name in spans]
        return {place: name[-1] for first, last, name in words if name for place in range(first, last)}
