"""Where content behind its cue ends: the outlet goes on, in a clause of its own or with the subject of the cue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..grammar import classes as c
from ..grammar.marks import COMMA
from .ahead import Ahead
from .candidates import ING, PARTICIPLE_FORM, PAST, Candidates
from .clauses import Reader
from .lemmas import PRESUMING
from .listed import bits_by_type
from .scope import FRONTED, Scope
from .words import CHARGED, are_words

__all__ = [
    "BELOW",
    "CLAUSE_PART",
    "NOTHING",
    "PHRASE",
    "REST",
    "SPEECH",
    "Opened",
    "Rule",
    "chosen",
    "content_edges",
    "edge_after",
]

_Places = NDArray[np.int64]

NOTHING, BELOW, REST, PHRASE, CLAUSE_PART, SPEECH = range(6)
"""What content is: there is none; a quotation or a line below; the rest of the sentence; a noun group or an infinitive;
a clause; a clause that may be a quotation."""

_LISTS: tuple[str | frozenset[str], ...] = (FRONTED,)
_FRONTED = 1
_JOINT = c.SUBORDINATOR | c.PREPOSITION
_LATER = frozenset("before after while when as because since although though until".split())


Rule = tuple[NDArray[np.bool_], int, _Places, _Places, _Places, NDArray[np.bool_]]
"""Where it holds, kind of content, edge of the cue, start of the content, place to look for its end from; speech."""


class Opened(NamedTuple):
    """Kinds and starts of content, one for every cue, and the place from which its end is looked for."""

    kinds: NDArray[np.uint8]
    starts: _Places
    onward: _Places


def chosen(rules: Sequence[Rule], is_open: NDArray[np.bool_]) -> tuple[NDArray[np.uint8], NDArray[np.bool_], _Places]:
    """What the first rule that holds of each cue says: kinds, speech or none, and rows of places (0 for nothing)."""
    kinds, is_speech = np.zeros(len(is_open), dtype=np.uint8), np.zeros(len(is_open), dtype=bool)
    places = np.zeros((3, len(is_open)), dtype=np.int64)
    for holds, kind, *columns, speaks in rules:
        rows = np.flatnonzero(holds & is_open)
        is_open[rows] = False
        if kind != NOTHING and len(rows):
            kinds[rows], is_speech[rows] = kind, speaks[rows]
            for found, column in zip(places, columns, strict=True):
                found[rows] = column[rows]
    return kinds, is_speech, places


def content_edges(reader: Reader, ahead: Ahead, cues: Candidates, opened: Opened) -> _Places:
    """End of every content; -1 where the words around the cue, or marks of quotation, have a say in it."""
    kinds, starts, onward = opened
    types, numbers, size = reader.grammar.tokens.type_ids, reader.numbers, len(reader.numbers)
    single, is_phrase = bits_by_type(reader.grammar, _LISTS), kinds == PHRASE
    places = np.minimum(np.where(is_phrase, onward, starts) + 1, size)
    found = np.where(is_phrase, ahead.phrase_end[places], np.minimum(ahead.clause_end[places], ahead.restated[places]))
    # the subject of the cue goes on: rejected the deal and vowed to fight
    verb = np.where(is_phrase, ahead.finite[places], -1)
    found = np.where(verb > ahead.joined[places], np.minimum(ahead.joined[places], found), found)
    found = np.where(_is_reduced(reader, ahead, cues, opened), np.minimum(verb, found), found)
    # announcing the pick, the union said
    is_lead = (reader.grammar.classes[cues.first] & (c.PREPOSITION | c.VERB_ING) != 0) & (cues.kinds == ING)
    is_lead &= is_phrase & (ahead.comma[cues.first + 1] > cues.places)
    found = np.where(is_lead, np.minimum(found, ahead.comma[places]), found)
    # a colonel, who had opposed the war, said
    relatives = np.append(np.flatnonzero(are_words(reader.grammar.tokens, ("who", "which", "whom"))), -1)
    relative = relatives[np.searchsorted(relatives[:-1], cues.places, side="right") - 1]
    is_relative = (relative >= cues.first) & (ahead.comma[np.maximum(relative, 0) + 1] > cues.places)
    is_aside = is_relative | _is_aside(reader, ahead, cues)
    is_aside |= _is_charged(reader, cues)
    found = np.where(is_aside, np.minimum(found, ahead.resumed[places]), found)
    opening = np.minimum(onward, size - 1)
    is_quoted = (numbers[opening] >= 0) & (numbers[opening - 1] != numbers[opening])
    is_fronted = (single & _FRONTED != 0)[types[cues.first]]
    is_open = (kinds >= CLAUSE_PART) & (is_fronted | ((kinds == SPEECH) & is_quoted))
    return np.where(kinds == REST, cues.last, np.where(is_open, -1, np.minimum(found, cues.last)))


def _is_aside(reader: Reader, ahead: Ahead, cues: Candidates) -> NDArray[np.bool_]:
    """Whether a participle stands in an aside behind its subject: the mayor, citing ill health, resigned.

    Or a past form that is a passive, no verb: the climbers, feared dead, were found. A comma stands before it, and no
    finite verb between it and the comma before.
    """
    marks, found = reader.grammar.marks, np.zeros(len(cues.places), dtype=bool)
    is_past = (cues.kinds == PAST) | (cues.kinds == PARTICIPLE_FORM)
    may_be = (cues.kinds == ING) | (is_past & (cues.lemmas & PRESUMING != 0))
    rows = np.flatnonzero(may_be & (marks[cues.places] & COMMA != 0) & (cues.places > cues.first))
    rows = rows[(cues.kinds[rows] == ING) | _is_held(reader, ahead, cues.places[rows])]
    commas = np.flatnonzero(marks & COMMA != 0)
    before = np.append(commas, -1)[np.searchsorted(commas, cues.places[rows]) - 1]
    found[rows] = ahead.finite[np.maximum(before, cues.first[rows])] >= cues.places[rows]
    return found


def _is_held(reader: Reader, ahead: Ahead, places: _Places) -> NDArray[np.bool_]:
    """Whether a state follows, and no other verb before the aside ends."""
    size = len(reader.numbers)
    bits = reader.grammar.classes[np.minimum(places + 1, size - 1)]
    is_state = (bits & (c.ADJECTIVE | c.PARTICIPLE) != 0) & (bits & (c.DETERMINER | c.NUMBER) == 0)
    behind = np.minimum(places + 2, size)
    return np.asarray(is_state & (ahead.resumed[behind] == ahead.finite[behind]))


def _is_charged(reader: Reader, cues: Candidates) -> NDArray[np.bool_]:
    """Whether a past form is a passive tied to the noun before it: Ann Lee, the banker accused of fraud, fled."""
    size = len(reader.numbers)
    words, types = bits_by_type(reader.grammar, (CHARGED, "of")), reader.grammar.tokens.type_ids
    of = np.minimum(cues.places + 1, size - 1)
    return np.asarray((words[types[cues.places]] & 1 != 0) & (words[types[of]] & 2 != 0) & ~cues.is_passive)


def _is_reduced(reader: Reader, ahead: Ahead, cues: Candidates, opened: Opened) -> NDArray[np.bool_]:
    """Whether a participle belongs to the subject of the next verb: villagers opposing the dam marched."""
    reading, places = reader.grammar, np.minimum(opened.onward + 1, len(reader.numbers))
    is_led = reading.classes[cues.places - 1] & (c.AUXILIARY | c.COPULA | c.PREPOSITION) != 0
    is_tied = (cues.kinds == ING) & (reading.marks[cues.places] == 0) & ~is_led
    is_infinitive = ahead.is_infinitive[np.minimum(opened.starts, len(reader.numbers) - 1)]
    # no other clause opens before that verb
    has_no_clause = ahead.clause[places] == ahead.finite[places]
    return np.asarray((opened.kinds == PHRASE) & is_tied & has_no_clause & ~is_infinitive)


def edge_after(scope: Scope, kind: int, start: int, onward: int) -> int:
    """End of a clause that begins at `start`; what opens it may stand before a quotation."""
    return scope.clause_end(start) if kind == CLAUSE_PART else _speech_end(scope, start, onward)


def _speech_end(scope: Scope, start: int, opening: int) -> int:
    """End of a clause: that of the quotation at its `opening` where the outlet goes on behind it by itself."""
    end, quotes = scope.clause_end(start), scope.quotes
    if opening >= end or quotes[opening] < 0 or quotes[opening - 1] == quotes[opening]:
        return end
    close = opening
    while close < end and quotes[close] == quotes[opening]:
        close += 1
    return close if close < end and _goes_on(scope, opening, close) else end


def _goes_on(scope: Scope, opening: int, close: int) -> bool:
    """Whether the word behind a quotation is the outlet's: it joins on to a whole clause, or opens one of its own."""
    word, bits = scope.words[close], scope.bits[close]
    behind = min(close + 1, scope.last - 1)
    if scope.finite(close, close + 1) >= 0 or (bits & c.CONJUNCTION and scope.words[behind] == "that"):
        return False
    if bits & c.CONJUNCTION and scope.quotes[behind] >= 0:
        return False
    if word in _LATER or (bits & c.CONJUNCTION and scope.finite(behind, behind + 1) >= 0):
        return True
    if not scope.reader.finites(opening, close):
        return False
    is_joined = bits & c.CONJUNCTION or bits & _JOINT == c.SUBORDINATOR
    return bool(is_joined or bits & c.TIME) or scope.talk[close] > close
