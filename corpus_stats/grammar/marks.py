"""Punctuation between tokens, as bits, and the capitals that tokens begin with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..tokens import Tokens

__all__ = [
    "APOSTROPHE",
    "CLOSE_BRACKET",
    "COLON",
    "COMMA",
    "DASH",
    "LINE",
    "OPEN_BRACKET",
    "OTHER",
    "OWNED",
    "QUOTE",
    "SEMICOLON",
    "STOP",
    "marks_and_capitals",
]

COMMA, STOP, COLON, SEMICOLON, DASH, OPEN_BRACKET, CLOSE_BRACKET, QUOTE, APOSTROPHE, LINE, OTHER, OWNED = (
    1 << i for i in range(12)
)
"""Marks; `OWNED` is the apostrophe of a plural possessor, the mercenaries' retreat."""

_MARKS = {
    COMMA: ",،、，",
    STOP: ".!?…؟。！？",
    COLON: ":：",
    SEMICOLON: ";；؛",
    DASH: "-–—―−\u2010\u2011",
    OPEN_BRACKET: "([{",
    CLOSE_BRACKET: ")]}",
    QUOTE: '"“”„‟«»″',
    APOSTROPHE: "'‘’‚‛`´ʼ",
    LINE: "\n\r\x0b\x0c\x85\u2028\u2029",
    OTHER: "/|*•·=+<>_#@%&~^\\",
}
# The tables have a place for every code point; beyond the basic plane nothing is marked and nothing is a capital.
_PLANE, _SIZE = 0x10000, 0x110000
# Characters that are read at once, in whole documents.
_BLOCK = 1_000_000

_Places = NDArray[np.int64]
_Codes: TypeAlias = NDArray[np.uint16] | NDArray[np.uint32]


def marks_and_capitals(tokens: Tokens) -> tuple[NDArray[np.uint16], NDArray[np.bool_]]:
    """Punctuation between each token and the one before in its document, and whether the token begins with a capital.

    A mark inside a token or after the last one parts nothing. An apostrophe that closes a plural and is followed by a
    word is `OWNED`.
    """
    marks = np.zeros(len(tokens), dtype=np.uint16)
    is_capital = np.zeros(len(tokens), dtype=bool)
    _, capitals = _tables()
    for low, high in _blocks(tokens):
        text = "".join(document.text for document in tokens.corpus.documents[low:high])
        codes = _codes(text)
        starts, gaps, first = _placed(tokens, low, high)
        block = slice(int(tokens.bounds[low]), int(tokens.bounds[high]))
        is_capital[block] = capitals.take(codes.take(starts))
        found = _between(codes, gaps, starts)
        held = (found == APOSTROPHE) & (starts == gaps + 2)
        held[first] = False
        held[held] = _is_possessor(codes, gaps[held])
        found[held] = OWNED
        marks[block] = found
    return marks, is_capital


def _codes(text: str) -> _Codes:
    """Code points of a text, in two bytes each where none needs more."""
    short = text.encode("utf-16-le", "surrogatepass")
    if len(short) == 2 * len(text):
        return np.frombuffer(short, dtype="<u2")
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _blocks(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Documents, half-open, that are read together."""
    low = size = 0
    for high, document in enumerate(tokens.corpus.documents, 1):
        size += len(document.text)
        if size >= _BLOCK or high == len(tokens.corpus):
            yield low, high
            low, size = high, 0


def _placed(tokens: Tokens, low: int, high: int) -> tuple[_Places, _Places, _Places]:
    """Offsets in the joined text of the tokens and of the gaps before them; which tokens open a document."""
    sizes = [len(document.text) for document in tokens.corpus.documents[low:high]]
    bounds = tokens.bounds[low : high + 1]
    block = slice(int(bounds[0]), int(bounds[-1]))
    shift = np.repeat(np.cumsum([0, *sizes[:-1]]), np.diff(bounds))
    gaps = np.append(0, (tokens.ends[block] + shift)[:-1])[: len(shift)]
    first = (bounds[:-1] - bounds[0])[np.diff(bounds) > 0]
    gaps[first] = shift[first]
    return tokens.starts[block] + shift, gaps, first


def _between(codes: _Codes, gaps: _Places, starts: _Places) -> NDArray[np.uint16]:
    """Marks among the characters ``gaps[i]:starts[i]``, put together."""
    flags, _ = _tables()
    # most words are parted by one character
    found = flags.take(codes.take(gaps))
    found[starts == gaps] = 0
    longer = np.flatnonzero(starts > gaps + 1)
    if len(longer):
        sizes = starts[longer] - gaps[longer]
        begins = np.cumsum(sizes) - sizes
        inside = np.repeat(gaps[longer] - begins, sizes) + np.arange(int(sizes.sum()))
        found[longer] = np.bitwise_or.reduceat(flags[codes[inside]], begins)
    return found


def _is_possessor(codes: _Codes, places: _Places) -> NDArray[np.bool_]:
    """Whether an apostrophe at each place closes a plural."""
    is_apostrophe = np.isin(codes[places], (ord("'"), ord("\u2019")))
    return np.asarray(is_apostrophe & (codes[places - 1] == ord("s")), dtype=bool)


@lru_cache(maxsize=1)
def _tables() -> tuple[NDArray[np.uint16], NDArray[np.bool_]]:
    """Mark, and whether it is a capital, of every code point."""
    flags, capitals = np.zeros(_SIZE, dtype=np.uint16), np.zeros(_SIZE, dtype=bool)
    for flag, characters in _MARKS.items():
        flags[[ord(character) for character in characters]] = flag
    capitals[:_PLANE] = [chr(code).isupper() for code in range(_PLANE)]
    return flags, capitals
