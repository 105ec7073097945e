"""The words around one possible cue: adverbials, infinitives, clauses, and where content ends.

Positions are token positions, spans half-open.
"""

from __future__ import annotations

from bisect import bisect_right

import numpy as np

from ..grammar.classes import CONJUNCTION, PREPOSITION
from ..grammar.marks import COLON, COMMA, SEMICOLON
from .ahead import NOMINATIVE, Ahead
from .clauses import JOINTS, Reader, plain_start, view_at
from .subjects import subject

__all__ = ["FRONTED", "Scope"]

# Words that open a clause before the main one.
FRONTED = frozenset("although though while whereas when after before as because since if once".split())
_GOES_ON = frozenset("and or but who which whose where that including especially".split())
_OPENERS = frozenset("that who which whom whose what how why whether where if because".split()) | NOMINATIVE


class Scope:
    """The sentence around one possible cue: it moves from cue to cue."""

    __slots__ = (
        "adverbials", "bits", "capitals", "clause_ends", "cue", "first", "last", "marks", "phrase_ends", "quotes",
        "reader", "stops", "talk", "words",
    )  # fmt: skip

    def __init__(self, reader: Reader, ahead: Ahead) -> None:
        self.reader = reader
        # single entries of memory are read faster than those of arrays
        self.adverbials, self.talk = ahead.adverbials.data, ahead.talk.data
        self.clause_ends, self.phrase_ends = ahead.clause_end.data, ahead.phrase_end.data
        self.words, self.bits, self.marks = reader.words, reader.classes, reader.marks
        self.capitals, self.quotes = reader.capitals, reader.quotes
        self.stops: list[int] = np.flatnonzero(reader.grammar.marks & (SEMICOLON | COLON)).tolist()
        self.cue = self.first = self.last = 0

    def move(self, cue: int, first: int, last: int) -> None:
        """Stand at a cue; ``first:last`` is what is read of its sentence."""
        self.cue, self.first, self.last = cue, first, last

    def finite(self, start: int, end: int) -> int:
        """Place of the first finite verb that stands in no marks of quotation; -1 where there is none."""
        quotes = self.quotes
        for i in self.reader.finites(start, end):
            if quotes[i] < 0:
                return i
        return -1

    def subject(self) -> tuple[int, int] | None:
        """Token span of the subject of the cue."""
        start = plain_start(self.reader, self.first, self.cue)
        if start < self.cue:
            return start, self.cue
        return subject(view_at(self.reader, self.cue, self.first, self.last), self.cue, 0)

    def last_stop(self, place: int) -> int:
        """Last token up to `place` before which a colon or a semicolon stands; -1 where there is none."""
        k = bisect_right(self.stops, place)
        return self.stops[k - 1] if k else -1

    def next_mark(self, start: int, end: int, marks: int) -> int | None:
        """First token from `start` before which one of `marks` stands."""
        found = self.marks
        for k in range(start, min(end, self.last)):
            if found[k] & marks:
                return k
        return None

    def adverbials_end(self, i: int) -> int:
        """Edge behind adverbs, times and places of speech that begin at `i`."""
        return self.adverbials[i] if i < self.last else i

    # -------------------------------------------------------------------------------------------- where content ends

    def clause_end(self, start: int) -> int:
        """Edge behind the clause that begins at `start`: its sentence's end, or where the outlet goes on by itself."""
        end = min(self.clause_ends[start + 1], self.last)
        is_fronted = self._is_fronted()
        is_relative = self.cue > self.first and self.words[self.cue - 1] in ("who", "which")
        if not (is_fronted or is_relative):
            return end
        for i in range(start + 1, end):
            if self.marks[i] & COMMA and (
                (is_fronted and self._is_main(i)) or (is_relative and self.finite(i, i + 1) >= 0)
            ):
                return i
        return end

    def _is_fronted(self) -> bool:
        """Whether the cue stands in a clause before the main one of its sentence: although he said so, ..."""
        if self.words[self.first] not in FRONTED:
            return False
        return self.next_mark(self.first + 1, self.cue + 1, COMMA) is None

    def _is_main(self, i: int) -> bool:
        """Whether a main clause begins behind the comma before `i`."""
        if self.quotes[i] >= 0 or self.words[i] in _GOES_ON or self.bits[i] & PREPOSITION:
            return False
        stop = self.next_mark(i + 1, self.last, COMMA | SEMICOLON)
        return self.finite(i, self.last if stop is None else stop) >= 0

    def subject_end(self, start: int) -> int:
        """The same for a clause tied to the noun at the cue: it ends before the verb whose subject that noun is."""
        end = self.clause_end(start)
        if self.finite(self.first, self.cue) >= 0:
            return end
        own = self.finite(start, end)
        verbs = [k for k in self.reader.finites(own + 1, end) if self.quotes[k] < 0] if own >= 0 else []
        grouped, edge = self.reader.flags.grouped, own
        for verb in verbs:
            first = verb
            while first > own and grouped[first]:
                first -= 1
            if first > edge + 1 and not any(self._goes_on_at(k) for k in range(edge + 1, first)):
                return first
            edge = verb
        return end

    def _goes_on_at(self, i: int) -> bool:
        """Whether a clause of its own, or another verb of the same subject, may begin at a word."""
        return self.words[i] in _OPENERS or self.words[i] in JOINTS or bool(self.bits[i] & CONJUNCTION)

    def phrase_end(self, start: int) -> int:
        """The same for a noun group or an infinitive: it ends where a subject follows, too, and before "during"."""
        return min(self.phrase_ends[start + 1], self.last)

    def tied_end(self, start: int) -> int:
        """End of what is tied to a noun: a finite verb that no conjunction opens has that noun as its subject."""
        end = self.phrase_end(start)
        finite = self.reader.flags.finite
        for i in range(start + 1, end):
            if self.words[i] in _OPENERS:
                return end
            if self.quotes[i] < 0 and finite[i]:
                return i
        return end
