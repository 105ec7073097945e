"""Clauses around a verb, read by rules: which words are finite verbs, and where noun groups begin and end.

Positions are token positions; spans are half-open. An edge `i` stands before token `i`; what is written there is
``marks[i]``. Nothing is read further than `REACH` tokens from where reading begins, so that time stays linear.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import CLOSE_BRACKET, COMMA, OPEN_BRACKET, OWNED, QUOTE, STOP
from .flags import BREAK, HARD, Flags, flags

__all__ = [
    "JOINTS",
    "NO_VERB",
    "OBJECTS",
    "OF_WORDS",
    "PAPERS",
    "PERSONAL",
    "REACH",
    "SUBJECTS",
    "Reader",
    "View",
    "group_end",
    "group_start",
    "is_paper",
    "plain_start",
    "verb_start",
    "view_at",
]

REACH = 150
SUBJECTS = frozenset("i he she it we you they who whoever".split())
# Words after which another clause, with a subject of its own, may begin.
JOINTS = frozenset(
    """
    that because if although though whereas when while since as until unless what whether where how why before after
    once
    """.split()
)
OBJECTS = SUBJECTS | frozenset("him her them us me".split())
_EDGE = BREAK | HARD | QUOTE
_NOUN_LIKE = c.PERSON_NOUN | c.TITLE | c.GROUP | c.ORGANISATION_NOUN | c.DEMONYM
_COMMON = c.PERSON_NOUN | c.PLURAL | c.GROUP | c.PRONOUN | c.DETERMINER | c.ADJECTIVE
OF_WORDS = frozenset("of for from".split())
# Words of time that newspapers are called by: the New York Sun.
PAPERS = frozenset("sun times day week today".split())
PERSONAL = frozenset("he she they we i".split())
NO_VERB = c.VERB_ING | c.AUXILIARY | c.COPULA | c.ADVERB
_NOTHING: frozenset[int] = frozenset()
_LOOSE_LINKS = frozenset("in at with to on between against behind within inside near by about".split())


@dataclass(frozen=True, eq=False)
class Reader:
    """What the rules look at, as lists with one entry a token.

    Attributes
    ----------
    flags : Flags
    words : list of str, lower case
    classes, marks, sentences : lists of int, as in `Grammar`
    capitals : bytes, 1 and 0
    bounds : list of int
        Token position at which each sentence begins; one more entry for the end.
    numbers : int32 array; quotes : view of its entries, which are read one by one
        Number of the quotation each token stands in, -1 outside of any.
    changes : list of int
        Tokens that stand in another quotation than the one before.
    mixed : frozenset of int
        Sentences of such tokens; all others stand in one quotation whole, or in none.
    """

    grammar: Grammar
    flags: Flags
    words: list[str]
    classes: list[int]
    marks: list[int]
    capitals: bytes
    sentences: list[int]
    bounds: list[int]
    numbers: NDArray[np.int32]
    quotes: memoryview
    changes: list[int]
    mixed: frozenset[int]

    @classmethod
    def of(cls, grammar: Grammar, quotes: Sequence[int] | NDArray[np.int32]) -> Reader:
        """Reader of a corpus whose tokens stand in the quotations `quotes` (-1: in none; empty: no token in any)."""
        numbers, known = np.asarray(quotes, dtype=np.int32), flags(grammar.tokens)
        if not len(numbers):
            numbers = np.full(len(grammar.tokens), -1, dtype=np.int32)
        changes = 1 + np.flatnonzero(numbers[1:] != numbers[:-1])
        return cls(
            grammar=grammar,
            flags=known,
            words=known.words,
            classes=grammar.class_list,
            marks=grammar.mark_list,
            capitals=grammar.capital_list,
            sentences=grammar.sentence_list,
            bounds=grammar.tokens.sentence_bounds.tolist(),
            numbers=numbers,
            quotes=numbers.data,
            changes=changes.tolist(),
            mixed=frozenset(grammar.sentences[changes].tolist()),
        )

    def sentence(self, position: int) -> tuple[int, int]:
        """Token span of the sentence of a token."""
        number = self.sentences[position]
        return self.bounds[number], self.bounds[number + 1]

    def finites(self, first: int, last: int) -> list[int]:
        """Finite verbs among the tokens ``first:last``, in whatever quotation they stand."""
        places = self.flags.finites
        low = bisect_left(places, first)
        return places[low : bisect_left(places, last, low)]


class View:
    """Part of a sentence as seen from one place in it: other quotations and brackets are hidden, and hold no verb."""

    __slots__ = ("first", "hidden", "last", "reader")

    def __init__(self, reader: Reader, first: int, last: int, hidden: frozenset[int]) -> None:
        self.reader, self.first, self.last, self.hidden = reader, first, last, hidden

    def part(self, first: int, last: int) -> View:
        """The same view, of fewer tokens."""
        return View(self.reader, first, last, self.hidden)

    def is_finite(self, i: int) -> bool:
        """Whether token `i` is read as a finite verb or an auxiliary."""
        return self.reader.flags.finite[i] == 1 and i not in self.hidden

    def finite(self, first: int, last: int) -> list[int]:
        """Finite verbs among the tokens ``first:last``."""
        found, hidden = self.reader.finites(first, last), self.hidden
        return [i for i in found if i not in hidden] if hidden else found

    def last_finite(self, first: int, last: int) -> int:
        """Last finite verb among the tokens ``first:last``, or -1."""
        places = self.reader.flags.finites
        k = bisect_left(places, last) - 1
        while k >= 0 and places[k] >= first:
            if places[k] not in self.hidden:
                return places[k]
            k -= 1
        return -1

    def last_breaks(self, first: int, last: int, count: int) -> list[int]:
        """Last tokens of ``first:last`` before which a comma or a dash stands outside of what is hidden, right to left.

        No more than `count`.
        """
        places, breaks, hidden = self.reader.flags.break_places, self.reader.flags.breaks, self.hidden
        found: list[int] = []
        k = bisect_left(places, last) - 1
        while k >= 0 and len(found) < count:
            place = places[k]
            if place < first:
                break
            if breaks[place] and not (place in hidden and place - 1 in hidden):
                found.append(place)
            k -= 1
        return found

    def last_hard(self, first: int, last: int) -> int:
        """Last token of ``first:last`` before which a colon, a semicolon or a line break stands, or ``first - 1``."""
        places = self.reader.flags.hard_places
        k = bisect_left(places, last) - 1
        while k >= 0 and places[k] >= first:
            if places[k] not in self.hidden:
                return places[k]
            k -= 1
        return first - 1

    def is_nominal(self, i: int) -> bool:
        """Whether token `i` can be part of a noun group."""
        known = self.reader.flags
        return known.nominal[i] == 1 or i in self.hidden or (i == self.first and i in known.infinitives)

    def parts_at(self, i: int) -> bool:
        """Whether a comma or a dash stands before token `i`, outside of what is hidden."""
        return self.reader.flags.breaks[i] == 1 and not (i in self.hidden and i - 1 in self.hidden)


def view_at(reader: Reader, position: int, first: int, last: int) -> View:
    """View of the tokens ``first:last`` from `position`, cut to what is within reach."""
    if position - first > REACH:
        first = position - REACH
    if last - position > REACH:
        last = position + REACH
    hidden, number = _NOTHING, reader.sentences[position]
    if number in reader.mixed or first < reader.bounds[number] or last > reader.bounds[number + 1]:
        hidden = _elsewhere(reader, reader.quotes[position], first, last)
    if number in reader.flags.bracketed:
        hidden = hidden.union(*_bracketed(reader, first, position))
    return View(reader, first, last, hidden)


def _elsewhere(reader: Reader, here: int, first: int, last: int) -> frozenset[int]:
    """Tokens of a span outside the quotation `here`."""
    changes, quotes, size = reader.changes, reader.quotes, len(reader.changes)
    k, hidden = bisect_right(changes, first), _NOTHING
    while first < last:
        end = changes[k] if k < size and changes[k] < last else last
        if quotes[first] != here:
            hidden = hidden.union(range(first, end)) if hidden else frozenset(range(first, end))
        first, k = end, k + 1
    return hidden


def _bracketed(reader: Reader, first: int, position: int) -> list[range]:
    """Tokens between brackets that are closed before `position`."""
    brackets, marks = reader.flags.brackets, reader.marks
    low = bisect_right(brackets, first)
    depth, hidden = 0, []
    for k in range(bisect_right(brackets, position) - 1, low - 1, -1):
        at = brackets[k]
        depth = max(depth + bool(marks[at] & CLOSE_BRACKET) - bool(marks[at] & OPEN_BRACKET), 0)
        if depth:
            hidden.append(range(brackets[k - 1] if k > low else first, at))
    return hidden


def verb_start(view: View, verb: int) -> int:
    """Edge before the verb group of `verb`: its auxiliaries, negations and adverbs are taken in."""
    grouped, i = view.reader.flags.grouped, verb
    while i > view.first and grouped[i]:
        i -= 1
    return i


def group_start(view: View, end: int) -> int:
    """Edge at which the noun group that ends at `end` begins; `end` itself where there is none."""
    reader = view.reader
    if end > view.first and reader.words[end - 1] in SUBJECTS:
        return end - 1
    i = end
    while i > view.first:
        if i < end and _is_apart(view, i):
            break
        word, bits = reader.words[i - 1], reader.classes[i - 1]
        if bits & c.DETERMINER and (i < end or not bits & c.PRONOUN) and not bits & c.NUMBER:
            return _with_partitive(view, i - 1)
        if word == "of" and i < end and i - 1 > view.first and view.is_nominal(i - 2):
            i -= 1
            continue
        if not view.is_nominal(i - 1) or (i < end and _is_other_group(view, i)):
            break
        i -= 1
    return i


def _is_apart(view: View, i: int) -> bool:
    """Whether the marks before token `i` part two groups: not those of a hidden aside, nor the stop of a title."""
    reader = view.reader
    marks = reader.marks[i]
    if i in view.hidden or i - 1 in view.hidden:
        # "It rained," Ann Lee: a comma at the edge of speech parts it from who spoke
        is_edge = (i in view.hidden) != (i - 1 in view.hidden)
        return bool(is_edge and marks & QUOTE and marks & (COMMA | STOP))
    if marks & STOP and not marks & _EDGE:
        return not (reader.capitals[i] and reader.capitals[i - 1])
    return bool(marks & (_EDGE | OPEN_BRACKET | CLOSE_BRACKET))


def _is_other_group(view: View, i: int) -> bool:
    """Whether a name begins at `i` that the plain noun before it does not belong to (in an interview Smith said)."""
    reader = view.reader
    before = reader.classes[i - 1]
    if not reader.capitals[i] or reader.classes[i] & c.DEMONYM or reader.words[i] == "'s":
        is_time = before & c.TIME and not before & c.DETERMINER
        return bool(is_time and reader.words[i] != "'s" and reader.capitals[i - 1])
    if reader.capitals[i - 1] or i - 1 in view.hidden or reader.words[i - 1] == "'s":
        return False
    return not before & (_NOUN_LIKE | c.ADJECTIVE | c.NUMBER | c.DETERMINER | c.PREPOSITION | c.PARTICIPLE)


def _with_partitive(view: View, start: int) -> int:
    """Take in what stands before the determiner at `start`: most of, all, both."""
    reader = view.reader
    if start <= view.first or reader.marks[start] & _EDGE:
        return start
    if reader.words[start - 1] == "of" and start - 1 > view.first and view.is_nominal(start - 2):
        left = group_start(view, start - 1)
        return left if left < start - 1 else start
    return start - 1 if reader.words[start - 1] in ("all", "both", "half", "not") else start


def group_end(view: View, first: int, limit: int) -> int:
    """Edge at which the noun group that begins at `first` ends."""
    reader = view.reader
    words, bits = reader.words, reader.classes
    if first < limit and words[first] in OBJECTS:
        is_owner = words[first] == "her" and first + 1 < limit and not reader.marks[first + 1]
        return group_end(view, first + 1, limit) if is_owner and view.is_nominal(first + 1) else first + 1
    i = first
    while i < limit:
        if i > first and _ends_before(view, i):
            break
        if i > first and _links(view, i, limit):
            i += 1
            continue
        if i > first and bits[i] & c.NUMBER and i + 1 < limit and bits[i + 1] & c.TIME:
            break
        if i > first and bits[i] & (c.PREPOSITION | c.SUBORDINATOR | c.RELATIVE) and not reader.capitals[i]:
            break
        if not view.is_nominal(i) or (i > first and bits[i] & c.TIME and not bits[i] & c.ADVERB and reader.capitals[i]):
            return i + is_paper(reader, first, i)
        i += 1
    return i


def _ends_before(view: View, i: int) -> bool:
    reader = view.reader
    marks = reader.marks[i]
    if marks & _EDGE:
        return True
    # "(R-Ohio)" belongs to the name before it
    return bool(marks & STOP) and not marks & (OPEN_BRACKET | CLOSE_BRACKET) and not reader.capitals[i]


def _links(view: View, i: int, limit: int) -> bool:
    """Whether the word at `i` ties what follows to the noun group before it."""
    reader = view.reader
    word = reader.words[i]
    if i + 1 >= limit or reader.marks[i] & ~OWNED or reader.marks[i + 1] or not view.is_nominal(i + 1):
        return False
    if word in OF_WORDS:
        return not reader.classes[i + 1] & (c.VERB_ING | c.TIME)
    if word in _LOOSE_LINKS:
        is_name = reader.capitals[i - 1] and not reader.classes[i - 1] & _COMMON
        return not is_name and not reader.classes[i + 1] & (c.TIME | c.VERB_ING)
    return word == "and" and not view.finite(i + 1, min(limit, i + 8))


def is_paper(reader: Reader, first: int, i: int) -> bool:
    """Whether a word of time at `i` ends the name of a newspaper that begins at `first`: the New York Sun."""
    words, capitals = reader.words, reader.capitals
    return bool(words[i] in PAPERS and i - first > 1 and words[first] == "the" and capitals[i] and capitals[i - 1])


def plain_start(reader: Reader, floor: int, cue: int) -> int:
    """Start of the plain noun group, or the pronoun, that opens its clause at once before a finite verb; else the verb.

    What most subjects are: no other rule reads them otherwise, and this is several times faster.
    """
    bits, marks = reader.classes, reader.marks
    if cue <= floor or marks[cue] or not bits[cue] & c.VERB or bits[cue] & NO_VERB:
        return cue
    if reader.words[cue - 1] in PERSONAL:
        return cue - 1
    if bits[cue - 1] & (c.ADJECTIVE | c.PREPOSITION | c.DETERMINER) or reader.words[cue - 1] == "'s":
        return cue
    i, plain = cue - 1, reader.flags.plain
    while i > floor and plain[i] and not marks[i]:
        i -= 1
    opens = plain[i] and (i == floor or reader.flags.breaks[i]) and not bits[i] & c.PREPOSITION
    return i if opens and reader.quotes[i] == reader.quotes[cue] else cue
