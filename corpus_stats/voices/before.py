"""Content that stands before its cue: "..., X said", "..., said X", "as X put it"."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..corpus import PART_KINDS
from ..grammar import classes as c
from ..grammar.marks import COLON, COMMA, DASH, QUOTE, SEMICOLON
from ..grammar.reporting import TAIL, TELL, THAT, VOICED, ReportingVerb
from .ahead import NOMINATIVE, QUESTION_WORDS, Ahead
from .candidates import ING, PARTICIPLE_FORM, Candidates
from .clauses import Reader
from .following import may_speak
from .lemmas import TELLING
from .listed import bits_by_type
from .scope import FRONTED, Scope
from .words import PERIODS, RELATIVES, are_words

__all__ = ["Openings", "content_before", "openings"]

_Spans = tuple[tuple[int, int], ...]
_Truth = NDArray[np.bool_]
_Places = NDArray[np.int64]

_EDGES = COMMA | QUOTE | DASH
_ENDS = _EDGES | SEMICOLON | COLON
# What follows the parenthesis is the outlet's again.
_ASIDES = frozenset("who which whose where when but according compared".split())
_HEADLINE = PART_KINDS.index("headline")
_PARENTHESIS = 25
_CLAUSE = 60
_LISTS: tuple[str | frozenset[str], ...] = (
    NOMINATIVE | frozenset("that to nothing little".split()),
    PERIODS | frozenset("when as it".split()),
    "it",
    "who which whose whom",
    QUESTION_WORDS - {"when", "if"},
)
_NO_SUBJECT, _TRAILS, _IT, _RELATIVE, _QUESTION = (1 << i for i in range(len(_LISTS)))


class Openings(NamedTuple):
    """Of every possible cue: whether content may stand before it, and how.

    `is_inverted` says that its subject may follow it (``"...," said Lee``); `ends` is the end of the parenthesis that
    the cue stands in where its subject is before it (``..., Lee said on Monday, ...``), -1 where it is in none.
    """

    is_asked: _Truth
    is_inverted: _Truth
    ends: _Places


def openings(reader: Reader, ahead: Ahead, cues: Candidates) -> Openings:
    """Which cues content may stand before, told for all of them at once."""
    reading, types, size = reader.grammar, reader.grammar.tokens.type_ids, len(reader.grammar.tokens)
    single, cue = bits_by_type(reading, _LISTS), cues.places
    i = np.minimum(cue + 1, size - 1)
    marks, words, bits, mark = reading.marks[i], single[types[i]], reading.classes[i], reading.marks[cue]
    is_form = (cues.frames & (TAIL | THAT) != 0) & (cues.kinds != ING) & (cue > cues.first) & ~cues.is_passive
    is_form &= (cues.kinds != PARTICIPLE_FORM) | (reading.classes[cue - 1] & c.AUXILIARY != 0)
    is_last = cue + 1 >= cues.last

    is_other = (bits & (c.PREPOSITION | c.ADVERB | c.TIME) != 0) & (bits & c.DETERMINER == 0)
    is_inverted = is_form & (mark & (COMMA | QUOTE) != 0) & (cues.lemmas & TELLING == 0)
    is_inverted &= ~is_last & (marks == 0) & (words & _NO_SUBJECT == 0) & ~is_other
    is_inverted &= ahead.verb[i] >= np.minimum(ahead.edge[i], np.minimum(cues.last, cue + _CLAUSE))

    is_adverbial = (bits & (c.TIME | c.PREPOSITION | c.ADVERB) != 0) & (bits & (c.NEGATION | c.DETERMINER) == 0)
    # when he left, they knew where to look
    is_adverbial &= words & _QUESTION == 0
    may_trail = is_last | (marks != 0) | (cues.frames & TELL != 0) | (words & _TRAILS != 0) | is_adverbial
    edges = np.flatnonzero((reading.marks & _EDGES != 0) | are_words(reading.tokens, ("as",)))
    at = np.append(edges, -1)[np.searchsorted(edges, cue, side="right") - 1]
    may_trail &= at >= np.maximum(cues.first, cue - _CLAUSE)
    # put it
    start = np.where((words & _IT != 0) & (marks == 0) & ~is_last, cue + 2, cue + 1)
    end = np.minimum(ahead.trail[np.minimum(start, size)], cues.last)
    at_end = np.minimum(end, size - 1)
    is_ended = (end >= cues.last) | (reading.marks[at_end] & _ENDS != 0) | (single[types[at_end]] & _RELATIVE != 0)
    is_ended &= (end <= cue + 1 + _PARENTHESIS) & (ahead.verb[cue + 1] >= end)
    ends = np.where(is_form & may_trail & is_ended, end, -1)
    return Openings(is_inverted | (ends >= 0), is_inverted, ends)


def content_before(scope: Scope, verb: ReportingVerb, is_inverted: bool, end: int) -> _Spans | None:
    """Content of a cue in a parenthesis, before it and behind it; None where the cue is in none."""
    cue = scope.cue
    is_voiced = bool(verb.frames & VOICED)
    is_turned = is_inverted and verb.frames & TAIL and verb.lemma != "put"
    if is_voiced and is_turned and not _is_behind_quotation(scope):
        is_turned = False
    inverted = _inverted(scope, verb) if is_turned else None
    if inverted is not None:
        return inverted
    found = scope.subject() if end >= 0 else None
    if found is None or found[0] >= cue:
        return None
    edge = found[0]
    if is_voiced and (edge <= scope.first or scope.quotes[edge - 1] < 0):
        return None
    if scope.words[edge] in ("who", "which"):
        # the envoy, who joked of the heat, "..."
        return ((end, scope.clause_end(end)),) if end < scope.last and scope.quotes[end] >= 0 else None
    if edge > scope.first and scope.words[edge - 1] == "as" and not scope.marks[edge]:
        return _beside(scope, edge - 1, end)
    if verb.lemma == "put" or not (verb.frames & TAIL or verb.lemma == "point"):
        return None
    if edge <= scope.first or not scope.marks[edge] & _EDGES:
        return None
    is_quoted = scope.quotes[edge - 1] >= 0
    if not is_quoted and not scope.marks[edge] & (COMMA | DASH):
        return None
    return _around(scope, edge, end, is_quoted)


def _is_behind_quotation(scope: Scope) -> bool:
    """Whether the last mark before the cue closes a quotation."""
    for i in range(scope.cue, max(scope.first, scope.cue - _PARENTHESIS), -1):
        if scope.marks[i] & _ENDS:
            return bool(scope.marks[i] & QUOTE) and scope.quotes[i - 1] >= 0
    return False


def _beside(scope: Scope, edge: int, end: int) -> _Spans | None:
    """Content beside "as X put it", which is ``edge:end``: behind it where it opens the sentence, else before it."""
    if edge == scope.first:
        return ((end, scope.clause_end(end)),) if end < scope.last else None
    if not scope.marks[edge] & _EDGES:
        return None
    before = (_opening(scope, edge), edge)
    is_quoted = end < scope.last and scope.quotes[end] >= 0 and scope.quotes[edge - 1] >= 0
    # the bank, as Lee pointed out, is no ministry
    goes_on = end < scope.last and scope.marks[end] & COMMA and (is_quoted or not _is_main(scope, before[0], edge))
    return (before, (end, scope.clause_end(end))) if goes_on else (before,)


def _around(scope: Scope, edge: int, end: int, is_quoted: bool) -> _Spans | None:
    """Content before `edge`, where the parenthesis begins, and behind `end` where the sentence goes on."""
    start = _opening(scope, edge)
    mark = scope.marks[end] if end < scope.last else SEMICOLON
    if mark & (QUOTE | COLON) and not is_quoted:
        return None
    if mark & (COMMA | QUOTE) and not mark & SEMICOLON and not _is_aside(scope, end):
        stop = scope.clause_end(end)
        if scope.words[edge - 1] in RELATIVES and not is_quoted:
            # a man who, they said, had lied: what goes before is the outlet's
            return ((end, stop),) if end < stop else None
        # concluded, fist in the air, "and ...": speech goes on where its marks do
        if is_quoted:
            end = next((k for k in range(end, stop) if scope.quotes[k] >= 0), stop)
        return ((start, edge), (end, stop)) if end < stop else ((start, edge),)
    return ((start, edge),) if is_quoted or _is_main(scope, start, edge) or _is_headline(scope, end) else None


def _is_headline(scope: Scope, end: int) -> bool:
    """Whether a parenthesis ends a headline, which needs no verb: Bridge "unsafe" for years, engineers say."""
    first = scope.first
    return (
        end >= scope.last
        and scope.reader.grammar.tokens.part_ids[first] == _HEADLINE
        and not scope.bits[first] & c.PREPOSITION
    )


def _opening(scope: Scope, edge: int) -> int:
    """Start of the content that ends at `edge`: a colon or a semicolon, or the sentence."""
    return max(scope.first, scope.last_stop(edge - 1))


def _inverted(scope: Scope, verb: ReportingVerb) -> _Spans | None:
    """Content before a verb that its subject follows, and behind that subject where the clause goes on.

    None in "The mayor, an engineer, said it was over".
    """
    cue = scope.cue
    before = (_opening(scope, cue), cue)
    if scope.quotes[cue - 1] >= 0 and scope.quotes[cue] != scope.quotes[cue - 1]:
        return _with_rest(scope, before)
    stop = scope.next_mark(cue + 1, cue + _PARENTHESIS, _ENDS)
    if not may_speak(scope.reader, cue + 1, min(scope.last, cue + _PARENTHESIS) if stop is None else stop):
        # the man, believed dead, returned
        return None
    if _is_main(scope, scope.first, cue):
        return (before,)
    if stop is None:
        # ..., say police: a headline needs no verb
        return (before,) if verb.kind == "base" and scope.last <= cue + _PARENTHESIS else None
    goes_on = scope.marks[stop] & COMMA and scope.finite(stop, stop + 1) >= 0
    return (before, (stop, scope.clause_end(stop))) if goes_on else None


def _with_rest(scope: Scope, before: tuple[int, int]) -> _Spans:
    """Speech before a cue, and its rest behind the subject: "The bridge," said Ann Lee, "is unsafe"."""
    behind = range(scope.cue + 1, min(scope.last, scope.cue + _PARENTHESIS))
    start = next((k for k in behind if scope.quotes[k] >= 0), -1)
    if start < 0 or not scope.marks[start] & COMMA or scope.finite(scope.cue + 1, start) >= 0:
        return (before,)
    return before, (start, scope.clause_end(start))


def _is_main(scope: Scope, start: int, end: int) -> bool:
    """Whether a finite verb stands there outside relative clauses, or a quotation."""
    start = max(start, end - _CLAUSE)
    if scope.quotes[end - 1] >= 0:
        return True
    place = scope.finite(start, end)
    while place > start and scope.words[place - 1] in ("who", "which"):
        place = scope.finite(place + 1, end)
    return place >= 0


def _is_aside(scope: Scope, i: int) -> bool:
    word = scope.words[i]
    # though it rained, he said, leaving was no option
    return (word.endswith("ing") and scope.words[scope.first] not in FRONTED) or word in _ASIDES
