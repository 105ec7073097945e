"""Who is said to speak where a wording stands between quotation marks: a cheap look; `voices` reads it well."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from ..grammar import Grammar, arrays, classes
from ..grammar.verbs import forms_of
from .clauses import Place, Wording

__all__ = ["Quotations", "speaker"]

_MARK = re.compile('["“”„«»]')
# A quotation whose end is missing ends after so many tokens.
_LONGEST = 300
_OTHER_SENTENCE = 60
_SAYING = frozenset(
    form
    for base in """
        say tell add argue claim insist explain write note tweet ask reply state declare suggest warn acknowledge
        announce complain maintain allege assert call describe refer label dub brand accuse respond
        continue conclude recall
        """.split()
    for form, _ in forms_of(base)
)
_BETWEEN = classes.ADVERB | classes.AUXILIARY | classes.COPULA | classes.RELATIVE


class Quotations:
    """Where quotations begin in one document, read once."""

    def __init__(self, reading: Grammar, document: int) -> None:
        tokens = reading.tokens
        left, right = int(tokens.bounds[document]), int(tokens.bounds[document + 1])
        text = tokens.corpus.documents[document].text
        marks = [match.start() for match in _MARK.finditer(text)]
        self._tokens: list[int] = (left + np.searchsorted(tokens.starts[left:right], marks)).tolist()
        self._opens = [_is_opening(text, mark) for mark in marks]
        self._sorted = np.array(self._tokens, dtype=np.int64)

    def start(self, position: int) -> int:
        """First token of the quotation that holds a token; -1 for none."""
        last = int(np.searchsorted(self._sorted, position, side="right")) - 1
        if last < 0 or not self._opens[last] or position - self._tokens[last] >= _LONGEST:
            return -1
        return self._tokens[last]


def speaker(reading: Grammar, span: Wording, near: Sequence[Place], quotations: Quotations) -> Place | None:
    """Mention of whom the quotation around a wording is said by: the nearest with a verb of saying beside it."""
    start = quotations.start(span.first)
    if start < 0:
        return None
    outside = [one for one in near if quotations.start(one.first) < 0 and _is_speaking(reading, one.first, one.last)]
    sides = [one for one in outside if one.first >= span.last or one.last <= start]
    return min(sides, key=lambda one: _distance(reading, span, one, start), default=None)


def _is_opening(text: str, mark: int) -> bool:
    """Whether a quotation mark opens: by its shape, or for a straight one by the white space around it."""
    if text[mark] != '"':
        return text[mark] in "“„«"
    before, after = text[mark - 1 : mark] if mark else " ", text[mark + 1 : mark + 2]
    return (before.isspace() or before in "([—–-'‘") and bool(after) and not after.isspace()


def _is_speaking(reading: Grammar, first: int, last: int) -> bool:
    """Whether a verb of saying follows a mention, *Haftar has said*, or stands before it, *", said Haftar*."""
    n, sentence = len(reading.class_list), reading.sentence_list[first]
    for k in range(last, min(last + 3, n)):
        if reading.sentence_list[k] != sentence:
            break
        if reading.word(k) in _SAYING:
            return True
        if not reading.class_list[k] & _BETWEEN:
            break
    before = first - 1
    is_near = before >= 0 and reading.sentence_list[before] == sentence
    return (
        is_near and reading.word(before) in _SAYING and bool(reading.mark_list[before] & (arrays.QUOTE | arrays.COMMA))
    )


def _distance(reading: Grammar, span: Wording, one: Place, start: int) -> float:
    """Tokens between; who is named before the quotation counts as further, most of all in another sentence."""
    if one.first >= span.last:
        return one.first - span.last
    is_apart = reading.sentence_list[one.first] != reading.sentence_list[start]
    return 1.5 * (start - one.last) + _OTHER_SENTENCE * is_apart
