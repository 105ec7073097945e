"""What is said or thought by somebody in the outlet's words: content, cue and lemma of every report, by rules.

Positions are token positions, spans half-open. A *report* has one cue and one or two stretches of content; its frame
(see `verbs`) says where they stand. Words in quotation marks are never read as cues: whatever is said there is speech.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar
from ..grammar.arrays import COLON, COMMA, DASH, OWNED, QUOTE, SEMICOLON
from ..grammar.classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COPULA,
    DETERMINER,
    GROUP,
    NEGATION,
    OWNER,
    PARTICIPLE,
    PERSON_NOUN,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    TITLE,
    VERB,
    VERB_BASE,
)
from .after import content_after
from .before import content_before
from .clauses import Reader
from .nouns import TIES
from .scope import Scope
from .verbs import ATTITUDE, TAIL, ReportingVerb, reporting_forms

__all__ = ["Report", "reports"]

_Spans = tuple[tuple[int, int], ...]

_BE = frozenset("am is are was were be been being 's 're 'm isn't aren't wasn't weren't".split())
_MANY = frozenset("some others many most all few both several these those they we i you people".split())
_PLURALS = frozenset("people police media polls data men women troops clergy percent majority half number".split())
_OWN = frozenset("her that this no".split())
_VIEWS = frozenset("view opinion words eyes mind estimation telling account assessment judgment judgement".split())
_FEW = 10
_TITLE_CASE = 0.6
# A line below "he said:" that is shorter is no speech.
_SHORT = 4


class Report(NamedTuple):
    """One cue and its content, as token spans.

    `lemma` is empty where the cue is no verb; `follows` says that the cue stands behind its content; `source` is known
    only where it is the cue itself.
    """

    cue: tuple[int, int]
    contents: _Spans
    lemma: str
    stance: str
    is_attitude: bool = False
    follows: bool = False
    source: tuple[int, int] | None = None


def reports(reader: Reader, is_quoted: NDArray[np.bool_]) -> list[Report]:
    """Reports outside quotation marks, in the order of their cues."""
    reading = reader.grammar
    forms = reporting_forms()
    verbs = [forms.get(word) for word in reading.lower]
    others = TIES.keys() | _VIEWS | {"according"}
    is_cue = [verb is not None or word in others for verb, word in zip(verbs, reading.lower, strict=True)]
    if not len(reading.tokens):
        return []
    places = np.flatnonzero(np.array(is_cue)[reading.tokens.type_ids] & ~is_quoted & ~_names(reading))
    paragraphs: list[int] = reading.tokens.paragraph_bounds.tolist()
    types = reading.type_list
    found: list[Report] = []
    numbers = reading.sentences[places]
    bounds = reading.tokens.sentence_bounds
    for place, first, last in zip(places.tolist(), bounds[numbers].tolist(), bounds[numbers + 1].tolist(), strict=True):
        verb = verbs[types[place]]
        report = None
        if verb is not None and _is_verb(reader, place, first, verb):
            report = _verbal(Scope(reader, place, first, last), verb, paragraphs)
        report = report or _other(reader, place, first, last)
        if report is not None:
            if report.follows:
                _cut(found, report)
            found.append(report)
    return found


def _names(reading: Grammar) -> NDArray[np.bool_]:
    """Capitals inside sentences, but not in headlines: part of a name, Africa Command, whatever the word can be."""
    starts = reading.tokens.sentence_bounds[:-1]
    lengths = np.diff(reading.tokens.sentence_bounds)
    is_title = np.add.reduceat(reading.is_capital.astype(np.int64), starts) > _TITLE_CASE * lengths
    found = reading.is_capital & ~is_title[reading.sentences]
    found[starts] = False
    return found


def _other(reader: Reader, place: int, first: int, last: int) -> Report | None:
    word = reader.words[place]
    if word == "according":
        return _according(Scope(reader, place, first, last))
    report = _tied(Scope(reader, place, first, last)) if _may_tie(reader, place) else None
    return _viewed(Scope(reader, place, first, last)) if report is None and word in _VIEWS else report


def _cut(found: list[Report], report: Report) -> None:
    """End what was read inside the content before `report` where that content ends."""
    start, end = report.contents[0]
    for i in range(len(found) - 1, max(-1, len(found) - _FEW), -1):
        inner = found[i]
        if inner.cue[0] < start:
            return
        if inner.contents and inner.contents[-1][1] > end > inner.contents[-1][0]:
            left, _ = inner.contents[-1]
            found[i] = inner._replace(contents=(*inner.contents[:-1], (left, end)))


# ------------------------------------------------------------------------------------------------------------- verbs


def _verbal(scope: Scope, verb: ReportingVerb, paragraphs: list[int]) -> Report | None:
    """Report whose cue is a form of a reporting verb, if it introduces something."""
    cue, is_passive = (scope.cue, scope.cue + 1), _is_passive(scope, verb)
    if verb.frames & TAIL and not is_passive:
        contents = content_before(scope, verb)
        if contents is not None:
            return Report(cue, contents, verb.lemma, verb.stance, follows=True)
    after = content_after(scope, verb, is_passive)
    if after is None:
        return None
    cue_last, start, end, is_speech = after
    if start >= end:
        return Report((scope.cue, cue_last), _below(scope, paragraphs), verb.lemma, verb.stance)
    is_attitude = bool(verb.frames & ATTITUDE) and not is_speech
    return Report((scope.cue, cue_last), ((start, end),), verb.lemma, verb.stance, is_attitude)


def _below(scope: Scope, paragraphs: list[int]) -> _Spans:
    """The paragraph below one that ends in a verb and a colon, where it has no quotation marks of its own."""
    last = scope.last
    if last >= len(scope.marks) or not scope.marks[last] & COLON or scope.quotes[last] >= 0:
        return ()
    i = bisect_left(paragraphs, last)
    return ((last, paragraphs[i + 1]),) if paragraphs[i] == last and paragraphs[i + 1] - last > _SHORT else ()


def _is_verb(reader: Reader, i: int, first: int, verb: ReportingVerb) -> bool:
    """Whether a form that may be a noun too (claims, reports) is used as a verb, by the word before it."""
    if i == first:
        return verb.kind in ("ing", "past")
    if reader.marks[i] & ~QUOTE:
        return verb.kind != "base" or _is_after_aside(reader, i, first)
    before, bits = reader.words[i - 1], reader.classes[i - 1]
    if before in ("who", "which"):
        return True
    if verb.kind == "ing":
        return not bits & (DETERMINER | OWNER | ADJECTIVE) or bool(bits & (ADVERB | PRONOUN))
    if before == "'s":
        return verb.kind in ("past", "participle") and reader.words[i - 2] in ("he", "she", "it", "who", "that")
    if bits & PRONOUN and before not in _OWN:
        return True
    if verb.kind == "base":
        return _is_base(reader, i, before) and not _is_noun_before(reader, i)
    if bits & (DETERMINER | OWNER | POSSESSIVE) and not bits & PRONOUN:
        return False
    if verb.kind == "s" and _is_noun_before(reader, i):
        return False
    if verb.kind == "s":
        return (
            not bits & (PREPOSITION | AUXILIARY)
            and not (bits & ADJECTIVE and not bits & (ADVERB | PERSON_NOUN | TITLE))
            and before != "to"
        )
    return not bits & PREPOSITION or before == "as"


def _is_noun_before(reader: Reader, i: int) -> bool:
    """Whether a finite verb follows at once: the report identified, the claims are."""
    if i + 1 >= len(reader.classes) or reader.marks[i + 1]:
        return False
    bits = reader.classes[i + 1]
    return bool(bits & (AUXILIARY | COPULA)) or (bool(bits & VERB) and bool(bits & PARTICIPLE) and not bits & ADJECTIVE)


def _is_base(reader: Reader, i: int, before: str) -> bool:
    bits = reader.classes[i - 1]
    if before == "to" or before in _MANY or bits & (AUXILIARY | ADVERB):
        return True
    if bits & (DETERMINER | OWNER):
        return False
    if bits & PLURAL or (before.endswith("s") and not before.endswith("ss")):
        return not bits & PREPOSITION
    if bits & (ADJECTIVE | PREPOSITION | VERB | POSSESSIVE):
        return False
    # a single word before it is its subject only where it names many, or is the last of several
    return (
        bool(bits & GROUP) or before in _PLURALS or any(reader.words[k] == "and" for k in range(max(i - 5, 0), i - 1))
    )


def _is_after_aside(reader: Reader, i: int, first: int) -> bool:
    """Whether the mark before a base form closes an aside behind its subject: others, however, say."""
    if i == first or not reader.marks[i] & COMMA:
        return False
    k = next((k for k in range(i - 1, max(first, i - 12), -1) if reader.marks[k] & COMMA), None)
    return k is not None and (reader.words[k - 1] in _MANY or bool(reader.classes[k - 1] & PLURAL))


def _is_passive(scope: Scope, verb: ReportingVerb) -> bool:
    if verb.kind not in ("past", "participle"):
        return False
    i = scope.cue - 1
    while i >= scope.first and scope.bits[i] & (ADVERB | NEGATION) and not scope.bits[i] & AUXILIARY:
        i -= 1
    if i >= scope.first and scope.words[i] in _BE:
        return True
    return scope.cue + 1 < scope.last and scope.words[scope.cue + 1] == "by"


# --------------------------------------------------------------------------------------------------------- other cues


def _may_tie(reader: Reader, place: int) -> bool:
    ties = TIES.get(reader.words[place])
    if ties is None or place + 2 >= len(reader.words):
        return False
    return reader.words[place + 1] in ties or (reader.words[place + 2] == "that" and "that" in ties)


def _tied(scope: Scope) -> Report | None:
    """Report whose cue is a noun or an adjective: the claim that it failed, afraid of war, the message is that ..."""
    cue, i = (scope.cue, scope.cue + 1), scope.cue + 1
    if i + 1 >= scope.last or scope.marks[i] & ~QUOTE:
        return None
    tie, ties, bits = scope.words[i], TIES[scope.words[scope.cue]], scope.bits[i + 1]
    if scope.bits[i] & (AUXILIARY | COPULA) and scope.words[i + 1] == "that" and "that" in ties:
        return Report(cue, ((i + 1, scope.clause_end(i + 1)),), "", "neutral")
    if tie not in ties:
        return None
    if tie == "that":
        is_relative = bits & (AUXILIARY | COPULA | VERB) and not bits & (PRONOUN | DETERMINER | PREPOSITION)
        return None if is_relative else Report(cue, ((i, scope.clause_end(i)),), "", "neutral")
    if tie == "to" and scope.bits[i + 1] & VERB_BASE:
        return Report(cue, ((i, scope.tied_end(i + 1)),), "", "neutral", is_attitude=True)
    if tie == "to" and scope.bits[scope.cue] & VERB:
        return None
    return Report((scope.cue, i + 1), ((i + 1, scope.tied_end(i + 1)),), "", "neutral", is_attitude=True)


def _viewed(scope: Scope) -> Report | None:
    """Report of "in his view" and "in the view of", where a comma parts it from its clause."""
    words, marks, cue = scope.words, scope.marks, scope.cue
    start = next((k for k in range(cue - 1, max(scope.first, cue - 7) - 1, -1) if words[k] == "in"), None)
    if start is None or any(marks[k] & ~(QUOTE | OWNED) for k in range(start + 1, cue + 1)):
        return None
    end = cue + 1
    if end < scope.last and words[end] == "of" and not marks[end]:
        edge = scope.next_mark(end, end + 12, COMMA)
        end = scope.last if edge is None else edge
    elif words[cue - 1] != "'s" and not (scope.bits[cue - 1] & OWNER or marks[cue] & OWNED):
        return None
    place = (cue, cue + 2 if end > cue + 1 else cue + 1)
    if start == scope.first:
        is_apart = end < scope.last and marks[end] & COMMA
        return Report(place, ((end, scope.clause_end(end)),), "", "neutral") if is_apart else None
    if end < scope.last or not marks[start] & COMMA:
        return None
    return Report(place, ((scope.first, start),), "", "neutral", follows=True)


def _according(scope: Scope) -> Report | None:
    """Report of "according to", before, inside or behind its clause; a semicolon bounds it on either side."""
    i = scope.cue
    if i + 2 >= scope.last or scope.words[i + 1] != "to":
        return None
    cue, end = (i, i + 2), _source_end(scope, i + 2)
    start = i
    while start > scope.first and not scope.marks[start] & SEMICOLON:
        start -= 1
    stop = scope.next_mark(end + 1, scope.last, SEMICOLON)
    rest = (end, scope.last if stop is None else stop)
    if start == i:
        return Report(cue, (rest,), "according to", "neutral") if end < scope.last else None
    goes_on = end < scope.last and scope.marks[end] & COMMA and not scope.marks[end] & SEMICOLON
    contents = ((start, i), rest) if goes_on else ((start, i),)
    return Report(cue, contents, "according to", "neutral", follows=True)


def _source_end(scope: Scope, start: int) -> int:
    """Edge behind the source of "according to"; a name or a description set off by commas belongs to it."""
    edge = scope.next_mark(start + 1, scope.last, COMMA | SEMICOLON | DASH)
    if edge is None or not scope.marks[edge] & COMMA:
        return scope.last if edge is None else edge
    k = scope.next_mark(edge + 1, edge + 8, COMMA)
    if k is None or any(scope.bits[m] & (AUXILIARY | COPULA) for m in range(edge, k)):
        return edge
    is_aside = scope.capitals[edge] or scope.bits[edge] & DETERMINER or scope.words[edge] in ("which", "who")
    return k if is_aside else edge
