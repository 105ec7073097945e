"""Which documents are read, and which tokens stand in which quotation."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from ..language import language_of
from ..tokens import Tokens
from .quotations import Quotation, quotations

__all__ = ["Marked", "covered", "english_documents", "glossed_tokens", "quoted_tokens"]

_GLOSS = re.compile(r"\[[^\[\]\n]{1,200}\]")


class Marked:
    """One outermost quotation: its tokens ``first:last``, its characters ``start:end``, and how it was marked."""

    __slots__ = ("document", "end", "first", "is_open", "is_resumed", "last", "paragraph", "start", "width")

    def __init__(self, document: int, paragraph: int, tokens: tuple[int, int], quotation: Quotation) -> None:
        self.document, self.paragraph = document, paragraph
        self.first, self.last = tokens
        self.start, self.end = quotation.start, quotation.end
        self.width, self.is_open, self.is_resumed = quotation.width, not quotation.width, quotation.is_resumed


def english_documents(tokens: Tokens) -> NDArray[np.bool_]:
    """Which documents are read as English: those marked so, and those too short to tell."""
    languages = [document.language or language_of(document.text) for document in tokens.corpus.documents]
    return np.array([language in ("en", "und", None) for language in languages], dtype=bool)


def glossed_tokens(tokens: Tokens, numbers: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which tokens stand in square brackets inside a quotation: the outlet put them there."""
    found = np.zeros(len(tokens), dtype=bool)
    for i, document in enumerate(tokens.corpus.documents):
        if "[" not in document.text:
            continue
        a, b = int(tokens.bounds[i]), int(tokens.bounds[i + 1])
        spans = np.array([match.span() for match in _GLOSS.finditer(document.text)], dtype=np.int64).reshape(-1, 2)
        firsts = a + np.searchsorted(tokens.starts[a:b], spans[:, 0])
        lasts = a + np.searchsorted(tokens.ends[a:b], spans[:, 1], side="right")
        for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
            found[first:last] = True
    return found & (numbers >= 0)


def quoted_tokens(tokens: Tokens, is_read: NDArray[np.bool_]) -> tuple[list[Marked], NDArray[np.int32]]:
    """Outermost quotations in the order of the text, and the number of the one that each token stands in, or -1."""
    sentences = np.searchsorted(tokens.sentence_bounds, tokens.paragraph_bounds)
    lefts = tokens.sentence_starts[sentences[:-1]].tolist()
    rights = tokens.sentence_ends[sentences[1:] - 1].tolist()
    edges = np.searchsorted(tokens.paragraph_bounds, tokens.bounds).tolist()
    outer: list[Quotation] = []
    counts = np.zeros(len(tokens.corpus), dtype=np.int64)
    for i, document in enumerate(tokens.corpus.documents):
        low, high = edges[i], edges[i + 1]
        if low < high and is_read[i]:
            spans = list(zip(lefts[low:high], rights[low:high], strict=True))
            before = len(outer)
            outer += [one for one in quotations(document.text, spans) if one.depth == 0]
            counts[i] = len(outer) - before
    return _with_tokens(tokens, outer, np.repeat(np.arange(len(counts)), counts))


def _with_tokens(
    tokens: Tokens, outer: list[Quotation], documents: NDArray[np.int64]
) -> tuple[list[Marked], NDArray[np.int32]]:
    """Quotations that hold tokens, and their numbers by token."""
    # offsets of all documents in one row
    shift = tokens.documents().astype(np.int64) << 32
    places = (documents << 32)[:, None] + np.array([one[:2] for one in outer], dtype=np.int64).reshape(-1, 2)
    firsts = np.searchsorted(shift + tokens.starts, places[:, 0], side="left")
    lasts = np.searchsorted(shift + tokens.ends, places[:, 1], side="right")
    paragraphs = np.searchsorted(tokens.paragraph_bounds, firsts, side="right") - 1
    columns = (documents.tolist(), paragraphs.tolist(), firsts.tolist(), lasts.tolist(), outer)
    found = [
        Marked(i, paragraph, (first, last), one)
        for i, paragraph, first, last, one in zip(*columns, strict=True)
        if first < last
    ]
    numbers = np.full(len(tokens), -1, dtype=np.int32)
    is_held = firsts < lasts
    held = covered(firsts[is_held], lasts[is_held])
    numbers[held[0]] = held[1]
    return found, numbers


def covered(first: NDArray[np.int64], last: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Tokens of the spans ``first:last``, one span after the other, and the number of the span of each."""
    sizes = last - first
    rows = np.repeat(np.arange(len(sizes)), sizes)
    return np.arange(len(rows)) + (last - np.cumsum(sizes))[rows], rows
