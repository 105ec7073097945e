"""Which documents are read, and which tokens stand in which quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..language import is_read_as_english
from ..tokens import Tokens
from .pairing import Lines, Outermost, outermost

__all__ = ["Marked", "covered", "english_documents", "glossed_tokens", "quoted_tokens", "span_rows"]

_GLOSS = re.compile(r"\[[^\[\]\n]{1,200}\]")
_Places = NDArray[np.int64]


class Marked(NamedTuple):
    """Columns of outermost quotations: tokens ``first:last``, characters ``start:end``, and how they are marked.

    `widths` are those of the closing marks, 0 where it is missing; `is_resumed` says that a quotation continues that of
    the paragraph before.
    """

    documents: _Places
    paragraphs: _Places
    firsts: _Places
    lasts: _Places
    starts: _Places
    ends: _Places
    widths: _Places
    is_resumed: NDArray[np.bool_]

    def at(self, rows: NDArray[np.int64] | NDArray[np.bool_]) -> Marked:
        """Columns of some of the quotations."""
        documents, paragraphs, firsts, lasts, starts, ends, widths = (column[rows] for column in self[:7])
        return Marked(documents, paragraphs, firsts, lasts, starts, ends, widths, self.is_resumed[rows])


def english_documents(tokens: Tokens) -> NDArray[np.bool_]:
    """Which documents are read as English: those marked so, and those too short to tell."""
    read = [is_read_as_english(document.text, document.language) for document in tokens.corpus.documents]
    return np.array(read, dtype=bool)


def glossed_tokens(tokens: Tokens, numbers: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which tokens stand in square brackets inside a quotation: the outlet put them there."""
    found = np.zeros(len(tokens), dtype=bool)
    for i, document in enumerate(tokens.corpus.documents):
        spans = [match.span() for match in _GLOSS.finditer(document.text)] if "[" in document.text else []
        if spans:
            held = slice(int(tokens.bounds[i]), int(tokens.bounds[i + 1]))
            starts, ends = np.array(spans).T
            firsts = tokens.starts[held].searchsorted(starts) + held.start
            lasts = tokens.ends[held].searchsorted(ends, side="right") + held.start
            found[covered(firsts, np.maximum(lasts, firsts))[0]] = True
    return found & (numbers >= 0)


def quoted_tokens(tokens: Tokens, is_read: NDArray[np.bool_]) -> tuple[Marked, NDArray[np.int32]]:
    """Outermost quotations in the order of the text, and the number of the one that each token stands in, or -1."""
    sentences = np.searchsorted(tokens.sentence_bounds, tokens.paragraph_bounds)
    lefts, rights = tokens.sentence_starts[sentences[:-1]], tokens.sentence_ends[sentences[1:] - 1]
    documents = np.searchsorted(tokens.bounds, tokens.paragraph_bounds[:-1], side="right") - 1
    chosen = is_read[documents]
    lines = Lines(*(column[chosen].astype(np.int64) for column in (documents, lefts, rights)))
    return _with_tokens(tokens, outermost([document.text for document in tokens.corpus.documents], lines))


def _with_tokens(tokens: Tokens, outer: Outermost) -> tuple[Marked, NDArray[np.int32]]:
    """Quotations that hold tokens, and their numbers by token."""
    # offsets of all documents in one row
    shift = tokens.documents().astype(np.int64) << 32
    places = outer.documents << 32
    firsts = np.searchsorted(shift + tokens.starts, places + outer.starts, side="left")
    lasts = np.searchsorted(shift + tokens.ends, places + outer.ends, side="right")
    paragraphs = np.searchsorted(tokens.paragraph_bounds, firsts, side="right") - 1
    marked = Marked(outer.documents, paragraphs, firsts, lasts, *outer[1:]).at(firsts < lasts)
    numbers = np.full(len(tokens), -1, dtype=np.int32)
    held, rows = covered(marked.firsts, marked.lasts)
    numbers[held] = rows
    return marked, numbers


def covered(first: NDArray[np.int64], last: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Tokens of the spans ``first:last``, one span after the other, and the number of the span of each."""
    sizes = last - first
    rows = np.repeat(np.arange(len(sizes)), sizes)
    return np.arange(len(rows)) + np.repeat(last - np.cumsum(sizes), sizes), rows


def span_rows(spans: Iterable[tuple[int, int]]) -> NDArray[np.int64]:
    """Spans as the rows of one array."""
    return np.fromiter(chain.from_iterable(spans), dtype=np.int64).reshape(-1, 2)
