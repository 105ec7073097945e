"""Quotations and reports put together: which cue belongs to which quotation, and what is a fragment."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from ..grammar.arrays import COLON, COMMA
from ..grammar.classes import AUXILIARY
from ..mentions import Names
from .clauses import Reader
from .marking import Marked
from .reporting import FRAGMENT, QUOTED, Report, reports
from .tags import tagged

__all__ = ["attributions"]

_LONG = 10
_FEW = 20
_REACH = 300
_NOMINATIVE = frozenset("i he she they we you it that this there".split())


def attributions(
    reader: Reader, names: Names, marked: list[Marked], numbers: NDArray[np.int32], is_read: NDArray[np.bool_]
) -> list[Report]:
    """Attributions in the order of their first content."""
    found = sorted([*reports(reader, (numbers >= 0) | ~is_read), *tagged(reader, names)], key=lambda one: one.cue)
    by_sentence: dict[int, list[Report]] = {}
    for report in found:
        by_sentence.setdefault(reader.sentences[report.cue[0]], []).append(report)
    rows = [row for report in found if (row := _indirect(reader, report)) is not None]
    rows += _direct(reader, marked, by_sentence)
    return sorted(rows, key=lambda one: (one.contents[0][0], one.kind, one.cue))


def _indirect(reader: Reader, report: Report) -> Report | None:
    quotes = reader.quotes
    # content that is one quotation and no more has a row of its own
    kept = report.contents
    for a, b in kept:
        if a >= b or (quotes[a] >= 0 and quotes[a] == quotes[b - 1]):
            kept = tuple((a, b) for a, b in kept if a < b and (quotes[a] < 0 or quotes[a] != quotes[b - 1]))
            break
    if not kept:
        return None
    return report if kept is report.contents else report._replace(contents=kept)


def _direct(reader: Reader, marked: list[Marked], by_sentence: dict[int, list[Report]]) -> list[Report]:
    rows: list[Report] = []
    before: Report | None = None
    last: Marked | None = None
    for mark, one in enumerate(marked):
        report = _cue_of(reader, one, by_sentence)
        kind = FRAGMENT if _is_fragment(reader, one, report) else QUOTED
        continues = before is not None and last is not None and _continues(reader, one, last)
        cue, lemma, stance, source = (one.first, one.first), "", "", None
        if report is not None:
            cue, lemma, stance, source = report.cue, report.lemma, report.stance, report.source
        elif continues and before is not None and kind == QUOTED:
            cue, lemma, stance, source = before.cue, before.lemma, before.stance, before.source
        row = Report(cue, ((one.first, one.last),), lemma, stance, source=source, kind=kind, mark=mark)
        if kind == QUOTED or report is not None:
            before, last = row, one
        rows.append(row)
    return rows


def _continues(reader: Reader, one: Marked, last: Marked) -> bool:
    """Whether speech goes on: in the same paragraph, or in a next one that is nothing but speech."""
    if one.document != last.document or one.paragraph > last.paragraph + 1:
        return False
    bounds = reader.grammar.tokens.paragraph_bounds
    is_whole = bounds[one.paragraph] == one.first and bounds[one.paragraph + 1] == one.last
    return one.paragraph == last.paragraph or one.is_resumed or bool(is_whole)


def _cue_of(reader: Reader, one: Marked, by_sentence: dict[int, list[Report]]) -> Report | None:
    """Report that a quotation belongs to: one that follows it, one before it, or one that ends the sentence before."""
    last_sentence = reader.sentences[one.last - 1]
    for report in _near(by_sentence.get(last_sentence, []), one.last):
        if report.follows and report.cue[0] >= one.last and any(b == one.last for _, b in report.contents):
            return report
    best = None
    for report in _near(by_sentence.get(reader.sentences[one.first], []), one.first):
        covers = any(a <= one.first and one.first < b for a, b in report.contents)
        introduces = not report.contents and report.cue[1] <= one.first
        if (covers or introduces) and not report.is_attitude and (best is None or report.cue[0] <= one.first):
            best = report
    if best is not None or not reader.marks[one.first] & (COLON | COMMA):
        return best
    previous = by_sentence.get(reader.sentences[one.first] - 1, [])
    return next((report for report in _near(previous, one.first)[::-1] if not report.contents), None)


def _near(found: list[Report], place: int) -> list[Report]:
    """Reports with a cue within reach of `place`: a long sentence is never looked through whole."""
    if len(found) < _FEW:
        return found
    low = bisect_left(found, place - _REACH, key=lambda report: report.cue[0])
    return found[low : bisect_left(found, place + _REACH, low, key=lambda report: report.cue[0])]


def _is_fragment(reader: Reader, one: Marked, report: Report | None) -> bool:
    """Whether a quotation is a word or phrase in the outlet's sentence, not an utterance."""
    size = one.last - one.first
    if one.is_open or one.is_resumed or size >= _LONG or reader.sentences[one.first] != reader.sentences[one.last - 1]:
        return False
    text = reader.grammar.tokens.corpus.documents[one.document].text
    inner = one.end - one.width
    closed = text[inner - 1 : inner] in (".", ",", "!", "?", "…", "-", "—")
    first, last = reader.sentence(one.first)
    opens = one.first == first or bool(reader.marks[one.first] & (COMMA | COLON))
    opens = opens or (report is not None and report.cue[1] == one.first)
    is_said = report is not None and report.follows and any(b == one.last for _, b in report.contents)
    ends = closed or is_said or one.last == last
    if opens and reader.capitals[one.first] and ends and (report is not None or size > 1):
        return False
    has_subject = any(reader.words[i] in _NOMINATIVE for i in range(one.first, one.last - 1))
    has_verb = any(reader.classes[i] & AUXILIARY for i in range(one.first, one.last))
    return not (size >= 4 and has_subject and has_verb)
