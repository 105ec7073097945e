"""First noun groups of many sources at once, and the names that they end in; `naming` holds the rules for one."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, grammar
from ..grammar import classes as c
from ..grammar.marks import COMMA, OPEN_BRACKET
from ..mentions import Names, names
from ..tokens import Tokens
from .flags import BREAK, HARD
from .words import are_words

__all__ = ["ENDS", "NO_NAME", "OPEN", "PRONOUNS", "ROLES", "STOPS", "Heads", "heads"]

_Places = NDArray[np.int64]

OPEN, NO_NAME = -1, -2
STOPS = BREAK | HARD | OPEN_BRACKET
ENDS = c.PREPOSITION | c.RELATIVE | c.CONJUNCTION | c.SUBORDINATOR | c.VERB_ING
ROLES = c.PERSON_NOUN | c.TITLE | c.GROUP | c.ORGANISATION_NOUN
PRONOUNS = frozenset(
    "he him his she her it its itself they them their we us our i my me who which that whose whom".split()
)


class Heads(NamedTuple):
    """Edges behind the first noun groups of sources, and the names that are meant: `NO_NAME`, or left `OPEN`."""

    ends: _Places
    occurrences: _Places


def heads(reading: Grammar, names: Names, first: _Places, last: _Places) -> Heads:
    """First noun groups of sources, and the names in them."""
    if not len(first):
        return Heads(first, first)
    held, bits, marks, size = names.occurrences, reading.classes, reading.marks, len(reading.tokens)
    words = reading.words
    stops, tails = reading.tokens.once(_stops)
    end = np.minimum(_next(stops, first + 1, size), last)
    tail = _next(tails, first + 1, size)
    end = np.where((tail < end) & (tail + 1 < last), tail, end)
    is_owner, is_of = (are_words(reading.tokens, (word,)) for word in ("'s", "of"))
    for _ in range(2):
        end -= (end - 1 > first) & is_owner[end - 1]
    found = held[end - 1].astype(np.int64)
    before_number = (found < 0) & (end - 1 > first) & (bits[end - 1] & np.uint32(c.NUMBER) != 0)
    found = np.where(before_number, held[end - 2], found)
    at = np.minimum(end, size - 1)
    behind = np.minimum(names.last[found] if len(names) else at, size - 1)
    is_open = np.zeros(len(first), dtype=bool)
    for k in np.flatnonzero((found >= 0) & (behind < last) & (marks[behind] == 0)).tolist():
        is_open[k] = words[behind[k]].isdigit()
    for k in np.flatnonzero(last - first == 1).tolist():
        is_open[k] |= words[first[k]].partition("'")[0] in PRONOUNS
    # a name behind a comma or an office, or a surname
    opens = (marks[at] & np.uint16(COMMA) != 0) | is_of[at]
    # a lawyer for the bank, Ann Lee
    opens |= (bits[at] & np.uint32(c.PREPOSITION) != 0) & (held[last - 1] >= 0)
    may_be = ((end < last) & opens) | ((end - first == 1) & reading.is_capital[first])
    # the Head of State
    is_open |= (end - first == 2) & are_words(reading.tokens, ("the",))[first] & (found >= 0) & is_of[at] & (end < last)
    return Heads(end, np.where(is_open | (may_be & (found < 0)), OPEN, np.where(found < 0, NO_NAME, found)))


def _stops(tokens: Tokens) -> tuple[_Places, _Places]:
    """Tokens at which a noun group before them ends; and those at which it does where a preposition follows."""
    reading, held = grammar(tokens), names(tokens).occurrences
    bits, marks = reading.classes, reading.marks
    before, held_before = np.roll(bits, 1), np.roll(held, 1)
    is_other = held < 0
    joins = (bits & np.uint32(c.CONJUNCTION) != 0) & (before & np.uint32(c.ADJECTIVE) != 0) & (held_before < 0)
    ends = (bits & np.uint32(ENDS) != 0) & ((bits & np.uint32(c.DETERMINER) == 0) & ~joins)
    ends |= bits & np.uint32(c.PREPOSITION | c.RELATIVE) != 0
    is_outside = is_other | (held != held_before)
    stops = (is_outside & (marks & np.uint16(STOPS) != 0)) | (is_other & ends)
    is_tied = (np.roll(bits, -1) & np.uint32(c.PREPOSITION) != 0) & (np.roll(marks, -1) == 0)
    # sources close to the president
    tails = is_other & (bits & np.uint32(c.ADJECTIVE) != 0) & ~reading.is_capital & is_tied
    tails &= before & np.uint32(c.PLURAL | c.PERSON_NOUN) != 0
    return np.flatnonzero(stops), np.flatnonzero(tails)


def _next(places: _Places, at: _Places, size: int) -> _Places:
    return np.append(places, size)[places.searchsorted(at, side="left")]
