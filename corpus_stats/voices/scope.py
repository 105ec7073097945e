"""The words around one possible cue: adverbials, infinitives, clauses, and where content ends.

Positions are token positions, spans half-open. Nothing is read further than `_FAR` tokens from the cue, so that time
stays linear in the length of a sentence.
"""

from __future__ import annotations

from ..grammar.arrays import COLON, COMMA, DASH, QUOTE, SEMICOLON
from ..grammar.classes import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    COPULA,
    DEMONYM,
    DETERMINER,
    GROUP,
    NUMBER,
    PERSON_NOUN,
    PLACE,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    TIME,
    VERB_BASE,
)
from .clauses import Reader, plain_start, view_at
from .subjects import subject

__all__ = ["NOMINATIVE", "PERIODS", "QUESTION_WORDS", "Scope"]

NOMINATIVE = frozenset("i he she they we it you there".split())
PERIODS = frozenset("last next this earlier later early late that same every each".split())
QUESTION_WORDS = frozenset("whether how why what who whom whose where when which if".split())

_FAR = 300
_NOT_NAMES = DETERMINER | PRONOUN | PREPOSITION | NUMBER | PLURAL | PERSON_NOUN | GROUP | DEMONYM | PLACE
_OBJECTS = frozenset("me him her them us you it".split())
_MEDIA = frozenset(
    """
    statement interview tweet tweets speech conference briefing rally debate hearing post posting email e-mail letter
    memo report article column message testimony remarks broadcast video call address appearance event meeting
    telephone phone twitter facebook television tv radio instagram affidavit filing lawsuit ruling essay
    editorial op-ed book blog release note document documents reporters journalists
    """.split()
)
_LEADS = frozenset("in on at during via by through over after before to from for with of earlier late".split())
_GOVERNORS = frozenset("to of by for with in on at from about after before like than".split())
_NO_ADVERBS = frozenset("no how when where why there".split())
_NO_CLAUSE = frozenset("to that who which as because while when after".split())
_FRONTED = frozenset("although though while whereas when after before as because since if once".split())
_GOES_ON = frozenset("and or but who which whose where that including especially".split())
_NOT_SAID = frozenset("by of and or as so nothing little much more something anything goodbye".split())
_CLAUSE_BREAKS = frozenset("but which according adding citing noting saying calling".split())
_PHRASE_BREAKS = frozenset(
    "according adding citing noting saying calling but while although though which who after where when".split()
)
# These end a noun group or an infinitive without a comma too.
_LOOSE_BREAKS = frozenset("during since when".split())
_TALKS = frozenset("in on at".split())
_PHRASE_ENDS = _LOOSE_BREAKS | _TALKS
_OPENERS = frozenset("that who which whom whose what how why whether where if because".split()) | NOMINATIVE


class Scope:
    """The sentence around one possible cue: it moves from cue to cue."""

    __slots__ = ("bits", "capitals", "cue", "first", "last", "marks", "quotes", "reader", "words")

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.words, self.bits, self.marks = reader.words, reader.classes, reader.marks
        self.capitals, self.quotes = reader.capitals, reader.quotes
        self.cue = self.first = self.last = 0

    def move(self, cue: int, first: int, last: int) -> None:
        """Stand at a cue in its sentence ``first:last``."""
        self.cue = cue
        self.first = first if first > cue - _FAR else cue - _FAR
        self.last = last if last < cue + _FAR else cue + _FAR

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

    def next_mark(self, start: int, end: int, marks: int) -> int | None:
        """First token from `start` before which one of `marks` stands."""
        return next((k for k in range(start, min(end, self.last)) if self.marks[k] & marks), None)

    # ---------------------------------------------------------------------------------------------- behind the cue

    def that_after(self, i: int) -> int | None:
        """Place of "that" behind the verb at ``i - 1``, adverbials and a person addressed stepped over."""
        words, bits, marks = self.words, self.bits, self.marks
        limit = min(self.last, i + 16)
        if i >= limit or words[i] in NOMINATIVE:
            return None
        if marks[i] & COMMA:
            # said, however, that
            k = self.next_mark(i + 1, limit, COMMA)
            return k if k is not None and words[k] == "that" else None
        if words[i] == "that":
            return None if self.is_pointer(i) else i
        for k in range(i + 1, limit):
            if words[k] == "that":
                is_relative = k + 1 < self.last and bits[k + 1] & (AUXILIARY | COPULA)
                return None if is_relative or self.is_pointer(k) or words[k - 1] in _GOVERNORS else k
            if marks[k] & (COMMA | SEMICOLON | COLON | DASH):
                return None
            if words[k] in NOMINATIVE or (bits[k] & AUXILIARY and words[k] != "'s"):
                return None
        return None

    def is_pointer(self, i: int) -> bool:
        """Whether "that" at `i` is a pronoun by itself (denied that), or a determiner before time (said that day)."""
        if i + 1 >= self.last or self.bits[i + 1] & TIME or self.marks[i + 1] & SEMICOLON:
            return True
        return bool(self.marks[i + 1] & COMMA) and not self.bits[i + 1] & (PREPOSITION | SUBORDINATOR | ADVERB)

    def adverbials_end(self, i: int) -> int:
        """Edge behind adverbs, times and places of speech that begin at `i`."""
        words, bits, marks = self.words, self.bits, self.marks
        while i < self.last and not marks[i] & QUOTE:
            if marks[i] & COMMA:
                # , however,
                k = self.next_mark(i + 1, i + 6, COMMA)
                if k is None:
                    return i
                i = k
            elif bits[i] & TIME or (bits[i] & ADVERB and words[i] not in _NO_ADVERBS):
                i += 1
            elif words[i] in PERIODS and i + 1 < self.last and bits[i + 1] & TIME:
                i += 2
            elif words[i] in _LEADS and self.talk_end(i) > i:
                i = self.talk_end(i)
            else:
                return i
        return i

    def talk_end(self, i: int) -> int:
        """Edge behind "in a statement", "on Friday", "to reporters" that begins at `i`; `i` where it is none."""
        words, bits, marks = self.words, self.bits, self.marks
        for k in range(i + 1, min(self.last, i + 7)):
            if marks[k] & ~QUOTE or bits[k] & (PREPOSITION | AUXILIARY) or words[k] in NOMINATIVE:
                return i
            if words[k] in _MEDIA or bits[k] & TIME:
                end = k + 1
                while end < self.last and not marks[end] and (words[end] in _MEDIA or bits[end] & TIME):
                    end += 1
                return end
        return i

    def is_infinitive(self, to: int) -> bool:
        """Whether a verb follows "to"; a word that the grammar does not know is taken for one unless it is a name."""
        k, bits = to + 1, self.bits
        while k < self.last and bits[k] & ADVERB and not bits[k] & VERB_BASE:
            k += 1
        if k >= self.last or self.marks[k] & ~QUOTE:
            return False
        return bool(bits[k] & (VERB_BASE | AUXILIARY | COPULA)) or not (bits[k] & _NOT_NAMES or self.capitals[k])

    def infinitive_after(self, j: int) -> int | None:
        """Place of "to" and a verb behind an object that begins at `j`."""
        for k in range(j + 1, min(self.last, j + 14)):
            if self.marks[k] & (COMMA | SEMICOLON | COLON) or self.words[k] in NOMINATIVE or self.bits[k] & AUXILIARY:
                return None
            if self.words[k] == "to" and self.is_infinitive(k):
                return k
        return None

    def is_clause(self, j: int) -> bool:
        """Whether a clause with a subject and a finite verb begins at `j`."""
        if self.marks[j] & (SEMICOLON | COLON) or (self.marks[j] & COMMA and not self.marks[j] & QUOTE):
            return False
        if self.words[j] in NOMINATIVE and self.words[j] not in ("it", "you"):
            return True
        if self.words[self.cue] in ("say", "says", "said", "saying"):
            return self.words[j] not in _NOT_SAID and not self.bits[j] & CONJUNCTION
        if self.bits[j] & PREPOSITION and self.words[j] not in ("after", "in", "at", "on", "under", "for"):
            return False
        limit = min(self.last, j + 12)
        finite = self.reader.flags.finite
        for k in range(j + 1, limit):
            if self.marks[k] & (COMMA | SEMICOLON | COLON) or self.words[k] in _NO_CLAUSE:
                return False
            if not self.capitals[k] and self.words[k] != "'s" and finite[k]:
                return True
        return False

    def is_group(self, j: int) -> bool:
        """Whether a noun group begins at `j`."""
        if self.marks[j] & ~QUOTE:
            return False
        if self.bits[j] & (PREPOSITION | CONJUNCTION | AUXILIARY) and not self.capitals[j]:
            return False
        return self.words[j] not in ("that", "to", "so", "as")

    def addressed_end(self, j: int) -> int:
        """Edge behind the person addressed that begins at `j`; `j` where there is none."""
        if self.words[j] in _OBJECTS:
            return j + 1
        for k in range(j, min(self.last, j + 12)):
            if k > j and (self.marks[k] & ~QUOTE or self.words[k] in ("to", "that") or self.words[k] in QUESTION_WORDS):
                return k
            if self.bits[k] & AUXILIARY or self.words[k] in NOMINATIVE:
                return j
        return j

    # -------------------------------------------------------------------------------------------- where content ends

    def clause_end(self, start: int) -> int:
        """Edge behind the clause that begins at `start`: its sentence's end, or where the outlet goes on by itself."""
        is_fronted = self._is_fronted()
        is_relative = self.cue > self.first and self.words[self.cue - 1] in ("who", "which")
        marks = self.marks
        for i in range(start + 1, self.last):
            mark = marks[i]
            if not mark:
                continue
            if mark & SEMICOLON or (mark & (COMMA | DASH) and self._breaks(i, _CLAUSE_BREAKS)):
                return i
            if mark & COMMA and ((is_fronted and self._is_main(i)) or (is_relative and self.finite(i, i + 1) >= 0)):
                return i
        return self.last

    def _is_fronted(self) -> bool:
        """Whether the cue stands in a clause before the main one of its sentence: although he said so, ..."""
        if self.words[self.first] not in _FRONTED:
            return False
        return self.next_mark(self.first + 1, self.cue + 1, COMMA) is None

    def _is_main(self, i: int) -> bool:
        """Whether a main clause begins behind the comma before `i`."""
        if self.quotes[i] >= 0 or self.words[i] in _GOES_ON or self.bits[i] & PREPOSITION:
            return False
        stop = self.next_mark(i + 1, self.last, COMMA | SEMICOLON)
        return self.finite(i, self.last if stop is None else stop) >= 0

    def phrase_end(self, start: int) -> int:
        """The same for a noun group or an infinitive: it ends where a subject follows, too, and before "during"."""
        words, marks, quotes = self.words, self.marks, self.quotes
        for i in range(start + 1, self.last):
            mark, word = marks[i], words[i]
            if mark & SEMICOLON:
                return i
            if (not mark and word not in _PHRASE_ENDS) or quotes[i] >= 0:
                continue
            if word in _LOOSE_BREAKS or mark & DASH:
                return i
            if mark & COMMA and (word in _PHRASE_BREAKS or word in NOMINATIVE):
                return i
            if word in _TALKS and self._is_last_talk(i):
                return i
        return self.last

    def _is_last_talk(self, i: int) -> bool:
        """Whether "in a statement to reporters on Friday" begins at `i` and ends its clause."""
        end = self.adverbials_end(i)
        return end > i and (end >= self.last or bool(self.marks[end] & (COMMA | SEMICOLON | DASH)))

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

    def _breaks(self, i: int, words: frozenset[str]) -> bool:
        return self.quotes[i] < 0 and self.words[i] in words
