"""Who is said to speak where a wording stands between quotation marks: a cheap look; `voices` reads it well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes, grammar
from ..grammar.marks import APOSTROPHE, COMMA, QUOTE
from ..grammar.reporting import speaking_forms
from ..tokens import Tokens
from .clauses import Place, Wording

__all__ = ["SAYING", "Quotations", "is_speaking", "quotations", "quoted", "speaker"]

_MARK = re.compile('["“”„«»]')
# What closes a quotation that opens with a mark; the last two may be apostrophes.
_CLOSING = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "'": "'"}
# A quotation whose end is missing ends after so many tokens.
_LONGEST = 300
_OTHER_SENTENCE = 60
# Verbs whose subject speaks, in all their forms.
SAYING = speaking_forms()
_LONGEST_ROLE = 5
_PREMODIFIER = (
    classes.ADJECTIVE | classes.PERSON_NOUN | classes.TITLE | classes.DEMONYM | classes.PLACE | classes.DETERMINER
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


def quoted(tokens: Tokens) -> NDArray[np.bool_]:
    """Whether each token stands between quotation marks, of any shape; a quotation ends with its paragraph at last."""
    return tokens.once(_quoted)


def quotations(tokens: Tokens) -> NDArray[np.int64]:
    """First and last tokens of quotations, without those inside others, in the order of the text."""
    return tokens.once(_spans)


def _spans(tokens: Tokens) -> NDArray[np.int64]:
    return np.array(list(_quotations(tokens)), dtype=np.int64).reshape(-1, 2)


def _quoted(tokens: Tokens) -> NDArray[np.bool_]:
    steps = np.zeros(len(tokens) + 1, dtype=np.int64)
    spans = quotations(tokens)
    np.add.at(steps, spans[:, 0], 1)
    np.add.at(steps, spans[:, 1], -1)
    return np.asarray(np.cumsum(steps)[:-1] > 0)


def _quotations(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Token spans between quotation marks, without those inside others."""
    begin, closing, end = -1, "", -1
    for token, gap, paragraph_end in _gaps(tokens):
        if begin >= 0 and token >= end:
            yield begin, end
            begin = -1
        for k, mark in enumerate(gap):
            is_edge = mark not in "‘’'"
            if begin >= 0 and mark in closing and (is_edge or k + 1 < len(gap) or k == 0):
                yield begin, token
                begin = -1
            elif begin < 0 and mark in _CLOSING and (is_edge or k + 1 == len(gap)):
                begin, closing, end = token, _CLOSING[mark], paragraph_end
    if begin >= 0:
        yield begin, end


def _gaps(tokens: Tokens) -> Iterator[tuple[int, str, int]]:
    """Tokens with a quotation mark before them, what stands before them in their paragraph, and where that ends."""
    marked = np.flatnonzero((grammar(tokens).marks & (QUOTE | APOSTROPHE)) != 0)
    documents = np.searchsorted(tokens.bounds, marked, side="right") - 1
    begins = np.where(tokens.bounds[documents] == marked, 0, tokens.ends[np.maximum(marked - 1, 0)])
    ends = tokens.paragraph_bounds[np.searchsorted(tokens.paragraph_bounds, marked, side="right")]
    columns = (column.tolist() for column in (marked, documents, begins, tokens.starts[marked], ends))
    texts = tokens.corpus.documents
    for token, document, begin, start, end in zip(*columns, strict=True):
        # A space before the first mark of a line: it opens there.
        _, line, gap = texts[document].text[begin:start].rpartition("\n")
        yield token, f" {gap}" if line or not begin else gap, end


def speaker(reading: Grammar, span: Wording, near: Sequence[Place], quotations: Quotations) -> Place | None:
    """Mention of whom the quotation around a wording is said by: the nearest with a verb of saying beside it."""
    start = quotations.start(span.first)
    if start < 0:
        return None
    outside = [one for one in near if quotations.start(one.first) < 0 and is_speaking(reading, one.first, one.last)]
    sides = [one for one in outside if one.first >= span.last or one.last <= start]
    return min(sides, key=lambda one: _distance(reading, span, one, start), default=None)


def _is_opening(text: str, mark: int) -> bool:
    """Whether a quotation mark opens: by its shape, or for a straight one by the white space around it."""
    if text[mark] != '"':
        return text[mark] in "“„«"
    before, after = text[mark - 1 : mark] if mark else " ", text[mark + 1 : mark + 2]
    return (before.isspace() or before in "([—–-'‘") and bool(after) and not after.isspace()


def is_speaking(reading: Grammar, first: int, last: int) -> bool:
    """Whether a verb of saying follows a mention, *Haftar has said*, or stands before it, *", said Haftar*."""
    n, sentence = len(reading.class_list), reading.sentence_list[first]
    for k in range(last, min(last + 3, n)):
        if reading.sentence_list[k] != sentence:
            break
        if reading.word(k) in SAYING:
            return True
        if not reading.class_list[k] & _BETWEEN:
            break
    before = first - 1
    # ", said former England coach Dave Pritchard"
    while before > 0 and first - before <= _LONGEST_ROLE and reading.joined_list[before + 1]:
        if not reading.class_list[before] & _PREMODIFIER or reading.mark_list[before] & (QUOTE | COMMA):
            break
        before -= 1
    if before < 0 or reading.sentence_list[before] != sentence or not reading.joined_list[before + 1]:
        return False
    marks = reading.mark_list[before]
    is_verb = bool(reading.class_list[before] & classes.VERB and marks & QUOTE)
    return (is_verb or reading.word(before) in SAYING) and bool(marks & (QUOTE | COMMA))


def _distance(reading: Grammar, span: Wording, one: Place, start: int) -> float:
    """Tokens between; who is named before the quotation counts as further, most of all in another sentence."""
    if one.first >= span.last:
        return one.first - span.last
    is_apart = reading.sentence_list[one.first] != reading.sentence_list[start]
    return 1.5 * (start - one.last) + _OTHER_SENTENCE * is_apart
