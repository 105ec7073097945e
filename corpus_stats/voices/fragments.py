"""Which quotations are fragments: a word or a phrase in the outlet's sentence, not an utterance.

What a verb of calling gives its object is a part of the outlet's sentence, however long it is and whatever clause it
holds (dubbed him "the man who ate the town's last hope"), unless it is an utterance by its form. So is a noun group
behind a form of *be* (said he was "the best friend this town ever had").
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..grammar.classes import AUXILIARY, COPULA
from ..grammar.marks import COLON, COMMA
from ..grammar.reporting import AS, NAMING, TAIL, reporting_forms
from .belonging import Reported
from .clauses import Reader
from .marking import Marked
from .reporting import Report
from .words import RELATIVES

__all__ = ["fragments"]

_Places = NDArray[np.int64]
_Truth = NDArray[np.bool_]
_LONG, _SHORT = 10, 4
_CLOSED = frozenset(".,!?…-—")
_NOMINATIVE = frozenset("i he she they we you it that this there".split())
_ARTICLES = frozenset("a an the".split())
_SUBJECTS = RELATIVES | _NOMINATIVE


def fragments(reader: Reader, marked: Marked, found: Sequence[Report], reported: Reported, owners: _Places) -> _Truth:
    """Whether each quotation is a fragment, given the positions of the reports that they belong to."""
    sentences = reader.grammar.sentences
    is_judged = _are_judged(reader, marked, reported, owners) | _are_complements(reader, marked)
    is_short = (marked.widths > 0) & ~marked.is_resumed & ((marked.lasts - marked.firsts < _LONG) | is_judged)
    is_short &= sentences[marked.firsts] == sentences[marked.lasts - 1]
    chosen = np.flatnonzero(is_short)
    few = marked.at(chosen)
    is_whole = _is_uttered(reader, few, reported, owners[chosen])
    is_whole &= ~is_judged[chosen] | (few.lasts - few.firsts >= _SHORT)
    firsts, lasts = few.firsts.tolist(), few.lasts.tolist()
    for i in np.flatnonzero(~is_whole & ~is_judged[chosen] & (few.lasts - few.firsts >= _SHORT)).tolist():
        is_whole[i] = _is_clause(reader, firsts[i], lasts[i])
    rows = owners[chosen].tolist()
    for i in np.flatnonzero(~is_whole & (owners[chosen] >= 0)).tolist():
        is_whole[i] = _is_resumed(reader, (firsts[i], lasts[i]), found[rows[i]])
    is_short[chosen] = ~is_whole
    return is_short


def _are_judged(reader: Reader, marked: Marked, reported: Reported, owners: _Places) -> _Truth:
    """Which quotations are what a verb before them calls its object: branded him "...", described it as "..."."""
    found, forms = np.zeros(len(owners), dtype=bool), reporting_forms()
    known = np.flatnonzero((owners >= 0) & (reader.grammar.marks[marked.firsts] & (COMMA | COLON) == 0))
    rows = owners[known]
    # called for the town to "get ready"
    held = ~reported.follows[rows] & (reported.cues[rows, 1] - reported.cues[rows, 0] == 1)
    known, cues = known[held], reported.cues[rows[held], 0].tolist()
    for i, cue, first in zip(known.tolist(), cues, marked.firsts[known].tolist(), strict=True):
        verb = forms.get(reader.words[cue])
        if verb is not None and verb.frames & (AS | NAMING) and cue < first:
            before = first - 2 if reader.words[first - 1] in _ARTICLES else first - 1
            is_call = verb.frames & NAMING and not verb.frames & TAIL
            found[i] = bool(is_call) or (bool(verb.frames & AS) and reader.words[before] == "as")
    return found


def _are_complements(reader: Reader, marked: Marked) -> _Truth:
    """Which quotations are noun groups behind a form of *be*: was "the best friend this town ever had"."""
    reading, before = reader.grammar, np.maximum(marked.firsts - 1, 0)
    found = ((reading.classes[before] & COPULA) != 0) & (reading.marks[marked.firsts] & (COMMA | COLON) == 0)
    found &= (before < marked.firsts) & (reading.sentences[before] == reading.sentences[marked.firsts])
    for i in np.flatnonzero(found).tolist():
        found[i] = _is_noun_group(reader, int(marked.firsts[i]), int(marked.lasts[i]))
    return np.asarray(found)


def _is_noun_group(reader: Reader, first: int, last: int) -> bool:
    """Whether an article opens a noun group, whose clause has a subject of its own: not "the law has failed"."""
    words, finite = reader.words, reader.flags.finite
    if words[first] not in _ARTICLES:
        return False
    verb = next((k for k in range(first + 1, last) if finite[k]), last)
    return verb == last or any(words[k] in _SUBJECTS or words[k] in _ARTICLES for k in range(first + 1, verb))


def _is_uttered(reader: Reader, marked: Marked, reported: Reported, owners: _Places) -> _Truth:
    """Whether short quotations begin and end as sentences do."""
    reading, texts = reader.grammar, reader.grammar.tokens.corpus.documents
    inner = marked.ends - marked.widths - 1
    closing = [texts[i].text[place] for i, place in zip(marked.documents.tolist(), inner.tolist(), strict=True)]
    ends = np.array([character in _CLOSED for character in closing], dtype=bool)
    bounds, sentences = reading.tokens.sentence_bounds, reading.sentences[marked.firsts]
    opens = (marked.firsts == bounds[sentences]) | (reading.marks[marked.firsts] & (COMMA | COLON) != 0)
    ends |= marked.lasts == bounds[sentences + 1]
    # 'SHE IS FINISHED': what the chief said
    inside = np.flatnonzero(marked.lasts < len(reading.marks))
    ends[inside] |= reading.marks[marked.lasts[inside]] & COLON != 0
    known = np.flatnonzero(owners >= 0)
    rows = owners[known]
    opens[known] |= reported.cues[rows, 1] == marked.firsts[known]
    ends[known] |= reported.follows[rows] & reported.end_at(rows, marked.lasts[known])
    is_enough = (owners >= 0) | (marked.lasts - marked.firsts > 1)
    return np.asarray(opens & ends & is_enough & reading.is_capital[marked.firsts])


def _is_clause(reader: Reader, first: int, last: int) -> bool:
    if _NOMINATIVE.isdisjoint(reader.words[first : last - 1]):
        return False
    return any(bits & AUXILIARY for bits in reader.classes[first:last])


def _is_resumed(reader: Reader, span: tuple[int, int], report: Report) -> bool:
    """Whether speech goes on behind the parenthesis that names who speaks: "It is late", he said, "but not over"."""
    if not report.follows or len(report.contents) < 2 or reader.quotes[report.contents[0][0]] < 0:
        return False
    return report.contents[1] == span
