"""Content that stands behind its cue: said that ..., told them to ..., criticised the ..., accused them of ..."""

from __future__ import annotations

from ..grammar.arrays import COLON, COMMA
from ..grammar.classes import CONJUNCTION, NEGATION, PREPOSITION, SUBORDINATOR, TIME, VERB_ING
from .scope import QUESTION_WORDS, Scope
from .verbs import ATTITUDE, CLAUSE, DIRECTED, INFINITIVE, OBJECT, PARTICLE, TAIL, TELL, THAT, VOICED, WH, ReportingVerb

__all__ = ["Content", "content_after"]

Content = tuple[int, int, int, bool]
"""End of the cue, start and end of the content, and whether it is speech or thought put into words."""

_JOINT = SUBORDINATOR | PREPOSITION
_ASKING = frozenset("ask question query press".split())
_WHEN = frozenset("when if once while".split())
_LATER = frozenset("before after while when as because since although though until".split())


def content_after(scope: Scope, verb: ReportingVerb, is_passive: bool) -> Content | None:
    """Content behind a verb, empty where a quotation or a line below has to follow; None where none is introduced."""
    i, frames = scope.cue + 1, verb.frames
    if is_passive:
        if verb.lemma in ("know", "ask"):
            return None
        frames &= THAT | WH | PARTICLE
    if i < scope.last and scope.marks[i] & COLON:
        return i, i, scope.last, True
    if frames & VOICED or (verb.lemma in _ASKING and _is_asked(scope, verb)):
        return None
    if frames & PARTICLE and i < scope.last and scope.words[i] in verb.particles and not scope.marks[i]:
        return _behind_particle(scope, verb)
    if verb.lemma == "accuse" and not is_passive:
        k = next((k for k in range(i + 1, min(scope.last, i + 30)) if _opens_charge(scope, k)), None)
        if k is not None:
            return i, k + 1, scope.phrase_end(k + 1), True
    place = scope.that_after(i) if frames & THAT else None
    if place is not None:
        return i, place, _speech_end(scope, place, place + 1), True
    j = scope.adverbials_end(i)
    if j >= scope.last:
        return (i, i, i, True) if frames & TAIL else None
    if frames & WH and scope.words[j] in QUESTION_WORDS:
        return i, j, scope.clause_end(j), True
    if frames & INFINITIVE and scope.words[j] == "to" and scope.is_infinitive(j):
        return i, j, scope.phrase_end(j), False
    if frames & (TELL | DIRECTED):
        found = _addressed(scope, j, frames)
        if found is not None:
            return i, *found, True
    if frames & CLAUSE and scope.is_clause(j):
        return i, j, _speech_end(scope, j, j), True
    if scope.quotes[j] >= 0 and frames & (TAIL | OBJECT):
        return i, j, scope.phrase_end(j), not frames & ATTITUDE
    if frames & OBJECT and not frames & TELL and scope.is_group(j):
        return i, j, scope.phrase_end(j), False
    return None


def _is_asked(scope: Scope, verb: ReportingVerb) -> bool:
    """Whether the subject was asked, by the outlet: asked about it, she left; when asked; Lee, asked about it, left."""
    if verb.kind not in ("past", "participle"):
        return False
    if scope.cue == scope.first or scope.words[scope.cue - 1] in _WHEN:
        return True
    if not scope.marks[scope.cue] & COMMA:
        return False
    stop = scope.next_mark(scope.cue + 1, scope.last, COMMA)
    return stop is not None and scope.finite(stop, stop + 1) >= 0


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
    if scope.finite(close, close + 1) >= 0 or (bits & CONJUNCTION and scope.words[behind] == "that"):
        return False
    if bits & CONJUNCTION and scope.quotes[behind] >= 0:
        return False
    if word in _LATER or (bits & CONJUNCTION and scope.finite(behind, behind + 1) >= 0):
        return True
    if not scope.reader.finites(opening, close):
        return False
    is_joined = bits & CONJUNCTION or bits & _JOINT == SUBORDINATOR
    return bool(is_joined or bits & TIME) or scope.talk_end(close) > close


def _addressed(scope: Scope, j: int, frames: int) -> tuple[int, int] | None:
    """Content behind somebody addressed at `j`: told them to go; with him: urged him to go."""
    if scope.bits[j] & NEGATION:
        return None
    if frames & TELL:
        k = scope.addressed_end(j)
        if j < k < scope.last:
            word = scope.words[k]
            if word in QUESTION_WORDS or (word == "to" and scope.is_infinitive(k)):
                return k, scope.clause_end(k)
    to = scope.infinitive_after(j) if frames & DIRECTED else None
    if to is None:
        return None
    return to if frames & TELL else j, scope.phrase_end(to)


def _behind_particle(scope: Scope, verb: ReportingVerb) -> Content | None:
    start = scope.cue + 2
    if start >= scope.last:
        return None
    if scope.words[start - 1] == "out" and verb.frames & THAT:
        place = scope.that_after(start)
        if place is not None:
            return start, place, scope.clause_end(place), True
    return start, start, scope.phrase_end(start), False


def _opens_charge(scope: Scope, of: int) -> bool:
    """Whether "of" stands there and opens what somebody is accused of, not a name (the Bank of Libya)."""
    if scope.words[of] != "of" or of + 1 >= scope.last:
        return False
    return bool(scope.bits[of + 1] & VERB_ING) or not (scope.capitals[of + 1] or scope.capitals[of - 1])
