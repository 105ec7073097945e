"""Which documents are read, and which tokens stand in which quotation."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from ..language import language_of
from ..tokens import Tokens
from .quotations import Quotation, quotations

__all__ = ["Marked", "english_documents", "glossed_tokens", "quoted_tokens"]

_GLOSS = re.compile(r"\[[^\[\]\n]{1,200}\]")


class Marked:
    """One outermost quotation: its tokens ``first:last``, its characters ``start:end``, and how it was marked."""

    __slots__ = ("document", "end", "first", "is_open", "is_resumed", "last", "paragraph", "start")

    def __init__(self, document: int, paragraph: int, tokens: tuple[int, int], quotation: Quotation) -> None:
        self.document, self.paragraph = document, paragraph
        self.first, self.last = tokens
        self.start, self.end = quotation.start, quotation.end
        self.is_open, self.is_resumed = quotation.is_open, quotation.is_resumed


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
    numbers = np.full(len(tokens), -1, dtype=np.int32)
    found: list[Marked] = []
    sentences = np.searchsorted(tokens.sentence_bounds, tokens.paragraph_bounds)
    lefts = tokens.sentence_starts[sentences[:-1]].tolist()
    rights = tokens.sentence_ends[sentences[1:] - 1].tolist()
    edges = np.searchsorted(tokens.paragraph_bounds, tokens.bounds).tolist()
    for i, document in enumerate(tokens.corpus.documents):
        low, high = edges[i], edges[i + 1]
        if low == high or not is_read[i]:
            continue
        spans = list(zip(lefts[low:high], rights[low:high], strict=True))
        outer = [one for one in quotations(document.text, spans) if one.depth == 0]
        a, b = int(tokens.bounds[i]), int(tokens.bounds[i + 1])
        firsts = a + np.searchsorted(tokens.starts[a:b], [one.start for one in outer], side="left")
        lasts = a + np.searchsorted(tokens.ends[a:b], [one.end for one in outer], side="right")
        places = np.searchsorted(tokens.paragraph_bounds, firsts, side="right") - 1
        for one, first, last, place in zip(outer, firsts.tolist(), lasts.tolist(), places.tolist(), strict=True):
            if first < last:
                numbers[first:last] = len(found)
                found.append(Marked(i, place, (first, last), one))
    return found, numbers
