"""Content that stands before its cue: "..., X said", "..., said X", "as X put it"."""

from __future__ import annotations

from ..grammar.arrays import COLON, COMMA, DASH, QUOTE, SEMICOLON
from ..grammar.classes import ADVERB, DETERMINER, NEGATION, PREPOSITION, TIME
from .scope import NOMINATIVE, PERIODS, Scope
from .verbs import TELL, VOICED, ReportingVerb

__all__ = ["content_before"]

_Spans = tuple[tuple[int, int], ...]

_EDGES = COMMA | QUOTE | DASH
_ENDS = _EDGES | SEMICOLON | COLON
# What follows the parenthesis is the outlet's again.
_ASIDES = frozenset("who which whose where when but according".split())
_PARENTHESIS = 25
_CLAUSE = 60


def content_before(scope: Scope, verb: ReportingVerb) -> _Spans | None:
    """Content of a cue in a parenthesis, before it and behind it; None where the cue is in none."""
    cue = scope.cue
    if verb.frames & VOICED and not (scope.first < cue and _is_behind_quotation(scope)):
        return None
    if scope.marks[cue] & (COMMA | QUOTE) and verb.kind != "base" and _is_inverted(scope, verb):
        return ((_opening(scope, cue), cue),)
    if not _may_trail(scope, verb):
        return None
    end = _parenthesis_end(scope) if _may_follow(scope) else None
    if end is None:
        return None
    found = scope.subject()
    if found is None or found[0] >= cue:
        return None
    edge = found[0]
    if edge > scope.first and scope.words[edge - 1] == "as" and not scope.marks[edge]:
        return _beside(scope, edge - 1)
    if verb.lemma == "put":
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


def _may_follow(scope: Scope) -> bool:
    """Whether anything before the cue can end content: a mark, or an "as"."""
    low = max(scope.first, scope.cue - _CLAUSE)
    return any(scope.marks[i] & _EDGES or scope.words[i] == "as" for i in range(low, scope.cue + 1))


def _beside(scope: Scope, edge: int) -> _Spans | None:
    """Content beside "as X put it" that begins at `edge`: behind it where it opens the sentence, else before it."""
    end = scope.cue + 1
    if end < scope.last and scope.words[end] == "it":
        end += 1
    if end < scope.last and not scope.marks[end] & (_EDGES | SEMICOLON):
        return None
    if edge == scope.first:
        return ((end, scope.clause_end(end)),) if end < scope.last else None
    return ((_opening(scope, edge), edge),) if scope.marks[edge] & _EDGES else None


def _around(scope: Scope, edge: int, end: int, is_quoted: bool) -> _Spans | None:
    """Content before `edge`, where the parenthesis begins, and behind `end` where the sentence goes on."""
    start = _opening(scope, edge)
    mark = scope.marks[end] if end < scope.last else SEMICOLON
    if mark & (QUOTE | COLON) and not is_quoted:
        return None
    if mark & (COMMA | QUOTE) and not mark & SEMICOLON and not _is_aside(scope, end):
        return (start, edge), (end, scope.clause_end(end))
    return ((start, edge),) if is_quoted or _is_main(scope, start, edge) else None


def _opening(scope: Scope, edge: int) -> int:
    start = edge - 1
    while start > scope.first and not scope.marks[start] & (SEMICOLON | COLON):
        start -= 1
    return start


def _is_inverted(scope: Scope, verb: ReportingVerb) -> bool:
    """Whether the subject follows: "...," said the mayor; not "The mayor, an engineer, said it was over"."""
    cue = scope.cue
    if cue + 1 >= scope.last or verb.lemma == "tell" or scope.marks[cue + 1]:
        return False
    word, bits = scope.words[cue + 1], scope.bits[cue + 1]
    if word in NOMINATIVE or word in ("that", "to", "nothing", "little"):
        return False
    if bits & (PREPOSITION | ADVERB | TIME) and not bits & DETERMINER:
        return False
    stop = scope.next_mark(cue + 1, cue + _CLAUSE, _EDGES | SEMICOLON)
    if scope.finite(cue + 1, min(scope.last, cue + _CLAUSE) if stop is None else stop) >= 0:
        return False
    is_quoted = bool(scope.marks[cue] & QUOTE) and scope.quotes[cue - 1] >= 0
    return is_quoted or _is_main(scope, scope.first, cue)


def _is_main(scope: Scope, start: int, end: int) -> bool:
    """Whether a finite verb stands there outside relative clauses, or a quotation."""
    start = max(start, end - _CLAUSE)
    if scope.quotes[end - 1] >= 0:
        return True
    place = scope.finite(start, end)
    while place > start and scope.words[place - 1] in ("who", "which"):
        place = scope.finite(place + 1, end)
    return place >= 0


def _may_trail(scope: Scope, verb: ReportingVerb) -> bool:
    """Whether the word behind the verb can stand in the parenthesis with it."""
    i = scope.cue + 1
    if i >= scope.last or scope.marks[i] or verb.frames & TELL:
        return True
    if scope.words[i] in PERIODS or scope.words[i] in ("when", "as", "it"):
        return True
    # showed no emotion
    return bool(scope.bits[i] & (TIME | PREPOSITION | ADVERB)) and not scope.bits[i] & (NEGATION | DETERMINER)


def _parenthesis_end(scope: Scope) -> int | None:
    """Edge at which the parenthesis of the cue ends; None where a clause follows the verb without a mark."""
    i = scope.cue + 1
    if i < scope.last and scope.words[i] == "it" and not scope.marks[i]:
        i += 1
    while i < scope.last and not scope.marks[i] & _ENDS:
        if scope.words[i] in NOMINATIVE or scope.words[i] == "that" or i > scope.cue + _PARENTHESIS:
            return None
        i += 1
    return None if scope.finite(scope.cue + 1, i) >= 0 else i


def _is_aside(scope: Scope, i: int) -> bool:
    word = scope.words[i]
    return word.endswith("ing") or word in _ASIDES
