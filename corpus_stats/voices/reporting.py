"""What is said or thought by somebody in the outlet's words: content, cue and lemma of every report, by rules.

Positions are token positions, spans half-open. A *report* has one cue and one or two stretches of content; its frame
(see `verbs`) says where they stand. Words in quotation marks are never read as cues: whatever is said there is speech.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..grammar import classes as c
from ..grammar.marks import COLON, COMMA, DASH, OWNED, QUOTE, SEMICOLON
from ..grammar.reporting import AS, ATTITUDE, NAMING, ReportingVerb, speaking_forms
from .after import After, contents_after
from .ahead import Ahead
from .before import content_before, openings
from .candidates import MANY, VIEWS, Candidates, candidates
from .clauses import Reader
from .ends import BELOW, NOTHING, edge_after
from .judging import judgement
from .nouns import TIES
from .scope import Scope
from .words import BE

__all__ = ["FRAGMENT", "PARAPHRASE", "QUOTED", "Report", "reports"]

_Spans = tuple[tuple[int, int], ...]

FRAGMENT, QUOTED, PARAPHRASE = 1, 2, 3
_FEW = 10
# A line below "he said:" that is shorter is no speech.
_SHORT = 4
_ASIDE, _SHORT_ASIDE = 14, 8
# Verbs that a clause with an object ends in only where the noun before "that" is that object.
_DENYING = frozenset("denies denied deny rejects rejected reject disputes disputed dispute dismissed".split())
# What says something without an article before it: per police, per county records.
_SOURCES = frozenset(
    """
    accounts analysis authorities census data documents estimates figures filings investigators lawyers media memos
    minutes officials police polls prosecutors records reports sources statistics surveys transcripts
    """.split()
)
# for fear of, to comment on, would not comment on
_NO_NOUN = frozenset("for to not n't never".split())
# in his view, by his own account
_LEADS = frozenset(["in", "by"])
_SPEAKERS = c.PERSON_NOUN | c.GROUP | c.ORGANISATION_NOUN | c.DEMONYM | c.PRONOUN
_SPEAKING = frozenset("comment comments interview interviews".split())


class Report(NamedTuple):
    """One cue and its contents, as token spans, the content nearest the cue first.

    The cue of a quotation without any is empty. `lemma` is empty where the cue is no verb; `follows` says that the cue
    stands behind its content; `source` is known only where it is the cue itself, or that of a passive judgement.
    `kind` is a position in `reading.VOICES`; `mark` is the number of the quotation, or -1.
    """

    cue: tuple[int, int]
    contents: _Spans
    lemma: str
    stance: str
    is_attitude: bool = False
    follows: bool = False
    source: tuple[int, int] | None = None
    kind: int = PARAPHRASE
    mark: int = -1


def reports(reader: Reader, is_quoted: NDArray[np.bool_]) -> list[Report]:
    """Reports outside quotation marks, in the order of their cues."""
    if not len(is_quoted):
        return []
    ahead, cues = Ahead(reader), candidates(reader, is_quoted)
    before, after = openings(reader, ahead, cues), contents_after(reader, ahead, cues)
    is_judging, may_differ = cues.frames & (AS | NAMING) != 0, cues.is_tied | cues.is_other
    # most of them: all is known
    is_plain = (after.kinds > BELOW) & (after.edges >= 0) & ~(before.is_asked | is_judging)
    is_open = ~is_plain & (before.is_asked | is_judging | (after.kinds != NOTHING) | may_differ)
    kept, plain = np.flatnonzero(is_open), _plain(cues, after, np.flatnonzero(is_plain))
    own = (np.cumsum(is_plain), cues.places, cues.first, cues.last, cues.rows, cues.is_passive, is_judging, may_differ)
    rows, fronts, tails = (
        zip(*(column[kept].tolist() for column in side), strict=True) for side in (own, before, after)
    )
    paragraphs: list[int] = reader.grammar.tokens.paragraph_bounds.tolist()
    found: list[Report] = []
    scope, done = Scope(reader, ahead), 0
    for (count, place, first, last, row, is_passive, judges, differs), front, tail in zip(
        rows, fronts, tails, strict=True
    ):
        found += plain[done:count]
        done, verb = count, cues.verbs[row]
        scope.move(place, first, last)
        report = _before(scope, verb, *front[1:]) if front[0] else None
        if report is None and judges:
            report = _judged(scope, verb, is_passive)
        if report is None and tail[0]:
            report = _after(scope, verb, place, tail) if tail[0] > BELOW else _introducing(scope, verb, paragraphs)
        if report is None and differs:
            report = _other(scope)
        if report is None or (not report.lemma and found and _is_same(scope, found[-1], report)):
            continue
        if report.follows:
            _cut(found, report)
        found.append(report)
    return found + plain[done:]


def _plain(cues: Candidates, after: After, rows: NDArray[np.int64]) -> list[Report]:
    """Reports of verbs before content whose edges are known."""
    is_attitude = ~after.is_speech[rows] & (cues.frames[rows] & ATTITUDE != 0)
    places = (cues.places, after.cue_ends, after.starts, after.edges)
    verbs = [cues.verbs[i] for i in cues.rows[rows].tolist()]
    columns = (*(column[rows].tolist() for column in places), verbs, is_attitude.tolist())
    return [
        Report._make(((cue, end), ((start, edge),), verb.lemma, verb.stance, stands, False, None, PARAPHRASE, -1))
        for cue, end, start, edge, verb, stands in zip(*columns, strict=True)
    ]


def _is_same(scope: Scope, before: Report, report: Report) -> bool:
    """Whether a noun that nobody has introduces what a verb before it says: said in a statement that it was over."""
    if before.follows or before.contents != report.contents or not report.contents:
        return False
    noun = report.cue[0]
    while noun > before.cue[1] and scope.bits[noun - 1] & (c.ADJECTIVE | c.NUMBER):
        noun -= 1
    return scope.words[noun - 1] != "'s" and not scope.bits[noun - 1] & c.OWNER


def _other(scope: Scope) -> Report | None:
    word = scope.words[scope.cue]
    if word == "according":
        return _according(scope)
    if word == "per":
        return _per(scope)
    report = _tied(scope) if word in TIES else None
    return _viewed(scope) if report is None and word in VIEWS else report


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


def _before(scope: Scope, verb: ReportingVerb, is_inverted: bool, end: int) -> Report | None:
    """Report whose cue is a verb behind its content."""
    contents = content_before(scope, verb, is_inverted, end)
    if contents is None:
        return None
    cue = (scope.cue, scope.cue + 1)
    return Report._make((cue, contents, verb.lemma, verb.stance, False, True, None, PARAPHRASE, -1))


def _judged(scope: Scope, verb: ReportingVerb, is_passive: bool) -> Report | None:
    """Report whose cue is a verb of judging."""
    judged = judgement(scope, verb, is_passive)
    if judged is None:
        return None
    start, end, source = judged
    return Report((scope.cue, scope.cue + 1), ((start, end),), verb.lemma, verb.stance, source=source)


def _after(scope: Scope, verb: ReportingVerb, cue: int, behind: Sequence[int]) -> Report:
    """Report whose cue is a verb before its content."""
    kind, edge, cue_end, start, onward, is_speech = behind
    if edge < 0:
        edge = edge_after(scope, kind, start, onward)
    is_attitude = not is_speech and verb.frames & ATTITUDE != 0
    return Report((cue, cue_end), ((start, edge),), verb.lemma, verb.stance, is_attitude)


def _introducing(scope: Scope, verb: ReportingVerb, paragraphs: list[int]) -> Report:
    """Report whose cue is a verb that ends its sentence: what is said stands below it, or is a quotation."""
    return Report((scope.cue, scope.cue + 1), _below(scope, paragraphs), verb.lemma, verb.stance)


def _below(scope: Scope, paragraphs: list[int]) -> _Spans:
    """The paragraph below one that ends in a verb and a colon, where it has no quotation marks of its own."""
    last = scope.last
    if last >= len(scope.marks) or not scope.marks[last] & COLON or scope.quotes[last] >= 0:
        return ()
    i = bisect_left(paragraphs, last)
    return ((last, paragraphs[i + 1]),) if paragraphs[i] == last and paragraphs[i + 1] - last > _SHORT else ()


# --------------------------------------------------------------------------------------------------------- other cues


def _tied(scope: Scope) -> Report | None:
    """Report whose cue is a noun or an adjective: the claim that it failed, afraid of war, the message is that ..."""
    cue, i = (scope.cue, scope.cue + 1), scope.cue + 1
    if i + 1 >= scope.last or scope.marks[i] & ~QUOTE:
        return None
    tie, ties, bits = scope.words[i], TIES[scope.words[scope.cue]], scope.bits[i + 1]
    if scope.bits[i] & (c.AUXILIARY | c.COPULA) and scope.words[i + 1] == "that" and "that" in ties:
        return Report(cue, ((i + 1, scope.clause_end(i + 1)),), "", "neutral")
    if tie not in ties or scope.words[scope.cue - 1] in _NO_NOUN or scope.words[i + 1] in _SPEAKING:
        return None
    if tie == "on" and bits & c.TIME:
        return None
    if tie == "that":
        is_verb = bits & (c.AUXILIARY | c.COPULA) or (bits & c.VERB and scope.reader.flags.finite[i + 1])
        is_relative = is_verb and not bits & (c.PRONOUN | c.DETERMINER | c.PREPOSITION)
        end = scope.subject_end(i)
        # a charge that the colonel denies
        is_denied = end > i + 2 and scope.words[end - 1] in _DENYING and scope.words[end - 2] not in BE
        return None if is_relative or is_denied else Report(cue, ((i, end),), "", "neutral")
    if tie == "to" and scope.bits[i + 1] & c.VERB_BASE:
        return Report(cue, ((i, scope.tied_end(i + 1)),), "", "neutral", is_attitude=True)
    if tie == "to" and scope.bits[scope.cue] & c.VERB:
        return None
    return Report((scope.cue, i + 1), ((i + 1, scope.tied_end(i + 1)),), "", "neutral", is_attitude=True)


def _viewed(scope: Scope) -> Report | None:
    """Report of "in his view" and "in the view of", where a comma parts it from its clause."""
    words, marks, cue = scope.words, scope.marks, scope.cue
    start = next((k for k in range(cue - 1, max(scope.first, cue - 7) - 1, -1) if words[k] in _LEADS), None)
    if start is None or any(marks[k] & ~(QUOTE | OWNED) for k in range(start + 1, cue + 1)):
        return None
    end = cue + 1
    if end < scope.last and words[end] == "of" and not marks[end]:
        edge = scope.next_mark(end, end + 12, COMMA)
        end = scope.last if edge is None else edge
    elif words[cue - 1] not in ("'s", "own") and not (scope.bits[cue - 1] & c.OWNER or marks[cue] & OWNED):
        return None
    is_of = end > cue + 1
    # a text that ends in "in the view of"; in full view of the port
    if end == cue + 2 or (is_of and not any(scope.bits[k] & c.DETERMINER for k in range(start + 1, cue))):
        return None
    place, of = (cue, cue + 2 if is_of else cue + 1), range(cue + 2, end if is_of else cue + 2)
    source = (cue + 2, end) if is_of else None
    if start == scope.first:
        is_apart = end < scope.last and marks[end] & COMMA
        return Report(place, ((end, scope.clause_end(end)),), "", "neutral", source=source) if is_apart else None
    if not marks[start] & COMMA or (end < scope.last and not marks[end] & COMMA):
        return None
    if end >= scope.last:
        return Report(place, ((scope.first, start),), "", "neutral", follows=True, source=source)
    # in the words of the song
    if is_of and not any(scope.capitals[k] or scope.bits[k] & _SPEAKERS or words[k] in MANY for k in of):
        return None
    rest = (end, scope.clause_end(end))
    begin = _behind_speech(scope, start)
    # feared by all and, in the view of one minister, a tyrant: the outlet says the first itself
    if scope.bits[start - 1] & c.CONJUNCTION or begin >= start:
        return Report(place, (rest,), "", "neutral", source=source)
    return Report(place, ((begin, start), rest), "", "neutral", follows=True, source=source)


def _behind_speech(scope: Scope, stop: int) -> int:
    """First token before `stop` of the clause that nobody else says: he said *the plan, in her view, was bad*."""
    for k in range(stop - 1, scope.first, -1):
        if scope.words[k] == "that" or (scope.words[k] in speaking_forms() and scope.reader.flags.finite[k]):
            return k + 1
    return scope.first


def _according(scope: Scope) -> Report | None:
    """Report of "according to", before, inside or behind its clause; a semicolon bounds it on either side."""
    i = scope.cue
    if i + 2 >= scope.last or scope.words[i + 1] != "to":
        return None
    cue, end = (i, i + 2), _source_end(scope, i + 2)
    start = i
    while start > scope.first and not scope.marks[start] & (SEMICOLON | COLON):
        start -= 1
    stop = scope.next_mark(end + 1, scope.last, SEMICOLON)
    rest = (end, scope.last if stop is None else stop)
    if start == i:
        return Report(cue, (rest,), "according to", "neutral") if end < scope.last else None
    goes_on = end < scope.last and scope.marks[end] & COMMA and not scope.marks[end] & SEMICOLON
    contents = ((start, i), rest) if goes_on else ((start, i),)
    return Report(cue, contents, "according to", "neutral", follows=True)


def _per(scope: Scope) -> Report | None:
    """Report of "per" behind the comma that ends its clause: costs rose by half, per county records."""
    i = scope.cue
    is_last = (
        i > scope.first and scope.marks[i] & COMMA and scope.next_mark(i + 1, scope.last, COMMA | SEMICOLON) is None
    )
    if not is_last or i + 1 >= scope.last:
        return None
    is_said = scope.capitals[i + 1] or scope.bits[i + 1] & (c.DETERMINER | c.POSSESSIVE)
    # per child under five is a rate
    if not is_said and scope.words[scope.last - 1] not in _SOURCES:
        return None
    return Report((i, i + 1), ((max(scope.first, scope.last_stop(i - 1)), i),), "per", "neutral", follows=True)


def _source_end(scope: Scope, start: int) -> int:
    """Edge behind the source of "according to"; a name or a description set off by commas belongs to it."""
    edge = scope.next_mark(start + 1, scope.last, COMMA | SEMICOLON | DASH)
    if edge is None or not scope.marks[edge] & COMMA:
        return scope.last if edge is None else edge
    k = scope.next_mark(edge + 1, edge + _ASIDE, COMMA)
    has_verb = k is not None and any(scope.bits[m] & (c.AUXILIARY | c.COPULA) for m in range(edge, k))
    if k is None or has_verb or (k > edge + _SHORT_ASIDE and scope.finite(edge, k) >= 0):
        return edge
    is_aside = scope.capitals[edge] or scope.bits[edge] & c.DETERMINER or scope.words[edge] in ("which", "who")
    return k if is_aside else edge
