"""What somebody is judged to be: regards him as a hero, was branded a coward by rivals, a man described as a despot.

The judgement is that of whoever the sentence names, or of nobody that it names; never the outlet's own.
"""

from __future__ import annotations

from ..grammar import classes as c
from ..grammar.marks import APOSTROPHE, COMMA, DASH, OWNED, QUOTE, STOP
from ..grammar.reporting import AS, NAMING, ReportingVerb
from .ahead import NOMINATIVE, QUESTION_WORDS
from .clauses import view_at
from .following import group_after
from .scope import Scope
from .words import RELATIVES

__all__ = ["NOBODY", "Judgement", "judgement"]

Judgement = tuple[int, int, tuple[int, int] | None]
"""Start and end of the content, and the source: None where it is the subject of the verb, else an agent or `NOBODY`."""

NOBODY = (-1, -1)
_AHEAD = 14
_OBJECT = 9
_ARTICLES = frozenset("a an the his her their its our no another one".split())
_OBJECTS = frozenset("him them us me".split())
_NOT_OBJECTS = (NOMINATIVE - {"it", "you"}) | {"to", "that"}
# as well as, as soon as, as part of, as a boy
_NOT_JUDGED = frozenset("well soon long much many far part if though usual planned expected to of".split())
_POINTERS = frozenset("that this it".split())
_LATER = frozenset("after before when while".split())
_FREE = frozenset("what which whom".split())
_AGES = frozenset("child boy girl teenager student".split())
# What these introduce may be no more than a name.
_CALLS = frozenset("call name term".split())
# Verbs that take "as" behind the object of a preposition; and those that call somebody something now and then.
_TIED = frozenset("refer speak".split())
_SELDOM = frozenset("address identify".split())
# These take one object as often as two.
_LOOSE = _CALLS | {"consider"}
_WITHIN = QUOTE | OWNED | APOSTROPHE | STOP
_LEADING = c.PREPOSITION | c.CONJUNCTION | c.SUBORDINATOR | c.ADVERB | c.TIME | c.VERB_ING | c.AUXILIARY | c.COPULA
_JOINING = c.CONJUNCTION | c.SUBORDINATOR


def judgement(scope: Scope, verb: ReportingVerb, is_passive: bool) -> Judgement | None:
    """Judgement behind a verb of judging; None where there is none."""
    j = scope.adverbials_end(scope.cue + 1)
    if j >= scope.last or scope.marks[j] & ~_WITHIN:
        return None
    found = _with_as(scope, verb, j, is_passive) if verb.frames & AS else None
    if found is not None and verb.lemma in _SELDOM and not _is_called(scope, found, is_passive):
        return None
    return found or (_with_name(scope, verb, j, is_passive) if verb.frames & NAMING else None)


def _is_called(scope: Scope, judged: Judgement, is_passive: bool) -> bool:
    """Whether somebody is called what a verb that judges seldom introduces: by an agent, or in marks of quotation."""
    start, _, source = judged
    start += scope.words[start] in _ARTICLES
    is_by_somebody = is_passive and source is not None and source != NOBODY
    return is_by_somebody or (start < scope.last and scope.quotes[start] >= 0)


def _with_as(scope: Scope, verb: ReportingVerb, j: int, is_passive: bool) -> Judgement | None:
    if verb.lemma in _TIED:
        # referred to him as; not spoke as a friend
        if scope.words[j] not in verb.particles or j + 1 >= scope.last:
            return None
        j += 1
    place = _as_after(scope, j)
    if place is None:
        return None
    is_free = place == j and not is_passive and _is_free(scope)
    is_led = place == j and verb.kind in ("past", "participle") and not is_free
    if is_passive or is_led:
        found = _passive(scope, place + 1)
        # referred to as Witness B
        return None if verb.lemma in _TIED and found[2] == NOBODY and _is_name(scope, place + 1) else found
    if place == j:
        return (place + 1, _end(scope, place + 1, False), None) if is_free else None
    return _judged_from(scope, j, place + (scope.quotes[place + 1] >= 0)), _end(scope, place + 1, False), None


def _is_free(scope: Scope) -> bool:
    """Whether a free relative pronoun is the object of the cue: what the ministry describes as "reform"."""
    start = _group_start(scope)
    for k in range(start - 2, max(scope.first, start - _AHEAD) - 1, -1):
        if scope.words[k] in _FREE:
            is_subject = any(scope.reader.flags.nominal[m] for m in range(k + 1, start))
            return is_subject and scope.finite(k + 1, start) < 0
    return False


def _group_start(scope: Scope) -> int:
    """First token of the verb group of the cue: whom the mayor *has called*."""
    start = scope.cue
    while start > scope.first and scope.reader.flags.grouped[start]:
        start -= 1
    return start


def _with_name(scope: Scope, verb: ReportingVerb, j: int, is_passive: bool) -> Judgement | None:
    is_pointer = scope.words[j] in _POINTERS and j + 1 < scope.last and scope.quotes[j + 1] >= 0
    if (scope.words[j] in QUESTION_WORDS or scope.words[j] in _NOT_OBJECTS) and not is_pointer:
        return None
    if is_passive:
        is_open = not scope.bits[j] & _LEADING or scope.words[j] in _ARTICLES
        if not is_open or (verb.lemma in _CALLS and _is_name(scope, j)):
            return None
        found = _passive(scope, j)
        # appointed, not judged
        return None if verb.lemma == "name" and found[2] == NOBODY else found
    if _is_free(scope) and not _is_name(scope, j) and not scope.bits[j] & c.PREPOSITION:
        # whom the ministry calls terrorists
        return j, _free_end(scope, j), None
    # called on, called for: another verb
    place = None if scope.bits[j] & c.PREPOSITION else _second_group(scope, j)
    if place is not None and verb.lemma == "name" and scope.bits[place] & c.ADJECTIVE:
        # a man named Karl Berg left
        return None
    if place is not None:
        return (
            None
            if verb.lemma in _CALLS and _is_name(scope, place)
            else (_judged_from(scope, j, place), _end(scope, place, False), None)
        )
    if verb.kind not in ("past", "participle"):
        return None
    if scope.words[j] not in ("a", "an", "the") and not scope.quotes[j] >= 0:
        return None
    found = _passive(scope, j)
    is_reduced = found[2] != NOBODY or (scope.marks[scope.cue] & COMMA and verb.lemma not in _LOOSE)
    return found if is_reduced and not (verb.lemma in _CALLS and _is_name(scope, j)) else None


def _judged_from(scope: Scope, j: int, place: int) -> int:
    """Start of a judgement at `place`: the outlet itself calls the object at `j` so, but for a picture of something."""
    return j if scope.words[j] in ("a", "an") else place


def _passive(scope: Scope, start: int) -> tuple[int, int, tuple[int, int]]:
    """Judgement that begins at `start`, and its agent behind it or between it and the verb."""
    end = _end(scope, start, True)
    places = [*range(scope.cue + 1, start - 1), *range(start + 1, end)]
    by = next((k for k in places if _opens_agent(scope, k)), None)
    if by is None:
        return start, end, NOBODY
    view = view_at(scope.reader, scope.cue, scope.first, scope.last)
    agent = group_after(view, by + 1, start if by < start else 0)
    return start, by if by > start else end, agent or NOBODY


def _opens_agent(scope: Scope, by: int) -> bool:
    if scope.words[by] != "by" or by + 1 >= scope.last or scope.quotes[by] >= 0:
        return False
    return not scope.bits[by + 1] & (c.VERB_ING | c.TIME | c.NUMBER)


def _as_after(scope: Scope, j: int) -> int | None:
    """Place of the "as" that opens a judgement, behind the object or the agent that begins at `j`."""
    words, bits = scope.words, scope.bits
    for k in range(j, min(scope.last - 1, j + _AHEAD)):
        # dismissed that account as; not denied that the account
        is_pointer = k == j and words[k] == "that" and not bits[k + 1] & (c.DETERMINER | _LEADING)
        if (k > j and scope.marks[k] & ~_WITHIN) or scope.quotes[k] >= 0:
            return None
        if words[k] in _NOT_OBJECTS and not is_pointer:
            return None
        if words[k] == "as":
            return k if _is_judged(scope, k + 1) else None
        if bits[k] & c.AUXILIARY and words[k] != "'s":
            return None
    return None


def _is_judged(scope: Scope, start: int) -> bool:
    """Whether a noun group or an adjective stands behind "as", not a clause: as a hero; not as the town fell."""
    words = scope.words
    if scope.marks[start] & ~_WITHIN or words[start] in _NOT_JUDGED or words[start] in NOMINATIVE:
        return False
    if start + 1 < scope.last and words[start + 1] in _AGES:
        return False
    for k in range(start, min(scope.last, start + _AHEAD)):
        if k > start and (scope.marks[k] & ~_WITHIN or words[k] in RELATIVES or scope.bits[k] & _JOINING):
            return True
        if scope.quotes[k] < 0 and _is_verb(scope, start, k):
            # a group that has been described by critics as a cult has gone
            edge = _group_start(scope)
            return edge > scope.first and words[edge - 1] in RELATIVES
    return True


def _is_verb(scope: Scope, start: int, k: int) -> bool:
    """Whether a finite verb stands at `k` behind a noun group that begins at `start`: as a hero left; not as a show."""
    is_plural = scope.bits[k] & c.VERB_BASE and not scope.bits[k] & (c.AUXILIARY | c.COPULA | c.PARTICIPLE)
    return bool(scope.reader.flags.finite[k]) and not (is_plural and scope.words[start] in ("a", "an"))


def _second_group(scope: Scope, j: int) -> int | None:
    """Place of what the object that begins at `j` is called: Crewe *a fraud*, him *brutal*, the plan *illegal*."""
    words, bits, marks, last = scope.words, scope.bits, scope.marks, scope.last
    for k in range(j + 1, min(last, j + _OBJECT)):
        if marks[k] & ~_WITHIN:
            return _behind_apposition(scope, k)
        if words[k] in _NOT_OBJECTS:
            return None
        if scope.quotes[k] >= 0 and scope.quotes[k - 1] < 0 and not bits[k - 1] & (_LEADING | c.DETERMINER):
            return k
        if words[k] in _ARTICLES and words[k - 1] != "of" and not bits[k - 1] & c.DETERMINER:
            return None if any(bits[m] & c.TIME for m in range(k, min(last, k + 3))) else k
        if bits[k] & (_LEADING & ~c.VERB_ING) and words[k] not in ("of", "'s"):
            return None
        if k == j + 1 and (words[j] in _OBJECTS or (words[j] in _POINTERS and scope.quotes[k] >= 0)):
            return k
        if bits[k] & c.ADJECTIVE and not scope.capitals[k] and _is_behind_object(scope, j, k):
            return k
    return None


def _behind_apposition(scope: Scope, k: int) -> int | None:
    """Place of what is behind the apposition that a comma before `k` opens: called Lee, his aide, "a fool"."""
    if not scope.marks[k] & COMMA or scope.marks[k] & QUOTE:
        return None
    end = scope.next_mark(k + 1, k + _AHEAD, COMMA)
    if end is None or scope.quotes[k] >= 0 or scope.finite(k, end) >= 0:
        return None
    return end if scope.quotes[end] >= 0 or scope.words[end] in ("a", "an") else None


def _is_behind_object(scope: Scope, j: int, k: int) -> bool:
    """Whether the object from `j` is whole before the adjective at `k`."""
    if scope.words[k - 1] == "it" or (scope.capitals[k - 1] and not scope.bits[k - 1] & c.DEMONYM):
        return True
    is_closed = k + 1 >= scope.last or scope.marks[k + 1] or scope.bits[k + 1] & (c.PREPOSITION | _JOINING)
    return bool(is_closed and k > j + 1 and scope.bits[j] & c.DETERMINER)


def _free_end(scope: Scope, start: int) -> int:
    """Edge behind what a free relative clause ends in: what the army calls "liberated villages" are ruins."""
    end = _end(scope, start, False)
    for k in range(start + 1, end):
        is_verb = scope.quotes[k] < 0 and scope.reader.flags.finite[k]
        if is_verb and (scope.quotes[k - 1] >= 0 or scope.bits[k] & (c.AUXILIARY | c.COPULA)):
            return k
    return end


def _is_name(scope: Scope, start: int) -> bool:
    first = start + 1 if scope.words[start] in _ARTICLES and start + 1 < scope.last else start
    return bool(scope.capitals[first]) and scope.quotes[first] < 0 and not scope.bits[first] & c.DEMONYM


def _end(scope: Scope, start: int, is_passive: bool) -> int:
    """Edge behind the judgement that begins at `start`: where another clause, or a word that leads one in, begins."""
    end, edge, is_relative = scope.phrase_end(start), start, False
    for k in range(start + 1, end):
        if scope.quotes[k] >= 0:
            continue
        if scope.marks[k] & (COMMA | DASH) and scope.words[k] not in ("a", "an"):
            return k
        is_joint = scope.bits[k] & c.CONJUNCTION or scope.words[k] in _LATER
        if is_joint and k + 1 < end and scope.bits[k + 1] & c.VERB_ING:
            # calling him a friend but dismissing his views; called him a friend before adding
            return k
        if scope.quotes[k - 1] >= 0 and scope.talk[k] > k:
            # called it "a farce" in a letter to the board
            return k
        is_relative |= scope.words[k] in RELATIVES
        if scope.bits[k] & _JOINING:
            edge = k
        if _is_verb(scope, start, k) and not is_relative and (edge > start or is_passive):
            return edge if edge > start else k
    return end
