"""Spelling slips: rare spellings one letter away from a frequent one, suggested and never merged unasked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import OSA

from .arrays import Tokens

__all__ = ["SpellingSlip", "spellings"]

_ENDING = 2
# Long words have few neighbours: one letter apart they are one word misspelt. Short ones are two words (contact,
# contract), unless two letters changed places or one was doubled.
_MIN_SWAPPED, _MIN_ADDED, _MIN_CHANGED = 7, 9, 11
# Spellings that are right on one side of an ocean, and so are no slips.
_VARIANTS = (("z", "s"), ("our", "or"), ("ae", "e"), ("oe", "e"), ("ll", "l"), ("yse", "yze"))


@dataclass(frozen=True, slots=True, order=True)
class SpellingSlip:
    """A type that looks like a slip of the pen.

    Attributes
    ----------
    type, suggestion : str
        As counted, and as it was probably meant.
    n, n_suggestion : int
        Occurrences of the type; of the suggested spelling, alone or as part of a hyphenated word.
    """

    type: str
    suggestion: str
    n: int
    n_suggestion: int


def spellings(tokens: Tokens, *, max_count: int = 2) -> tuple[SpellingSlip, ...]:
    """Types that are probably misspelt, each with its nearest frequent spelling.

    Words are compared piece by piece between hyphens: two letters swapped or one doubled in words of at least seven
    letters, one too many or too few in nine, one wrong in eleven, and the other spelling at least twice as frequent.
    Endings are left alone (*fighter*, *fighters*), and so are British and American spellings, and words that occur in
    other forms too. Names and real words can be among them: read the list before merging with
    ``tokens.merged({slip.type: slip.suggestion}, "spelling")``.
    """
    counts = np.bincount(tokens.type_ids, minlength=len(tokens.vocabulary))
    pieces: Counter[str] = Counter()
    for word, count in zip(tokens.vocabulary, counts.tolist(), strict=True):
        for piece in set(word.split("-")):
            pieces[piece] += count
    index: dict[str, list[str]] = defaultdict(list)
    for piece in sorted(pieces):
        if pieces[piece] >= 2 and _is_comparable(piece):
            for key in _deletions(piece):
                index[key].append(piece)
    forms = Counter(_form(piece) for piece in pieces)
    slips = []
    for word, count in zip(tokens.vocabulary, counts.tolist(), strict=True):
        parts = word.split("-")
        for i, piece in enumerate(parts):
            if pieces[piece] > max_count or forms[_form(piece)] > 1:
                continue
            meant = _nearest_spelling(piece, pieces, index)
            if meant is not None:
                suggestion = "-".join([*parts[:i], meant, *parts[i + 1 :]])
                slips.append(SpellingSlip(word, suggestion, count, pieces[meant]))
                break
    return tuple(slips)


def _nearest_spelling(piece: str, pieces: Counter[str], index: dict[str, list[str]]) -> str | None:
    if not _is_comparable(piece):
        return None
    candidates = {other for key in _deletions(piece) for other in index.get(key, ())}
    fitting = [other for other in candidates if pieces[other] >= 2 * pieces[piece] and _is_slip(piece, other)]
    return min(fitting, key=lambda other: (-pieces[other], other)) if fitting else None


def _is_comparable(piece: str) -> bool:
    return len(piece) >= _MIN_SWAPPED - 1 and piece.isalpha() and piece.islower()


def _form(piece: str) -> str:
    # Forms of one word share all but its ending.
    return piece[: max(len(piece) - 3, 5)]


def _deletions(piece: str) -> Iterator[str]:
    yield piece
    for i in range(len(piece)):
        yield piece[:i] + piece[i + 1 :]


def _is_slip(piece: str, other: str) -> bool:
    if OSA.distance(piece, other) != 1:
        return False
    longest = max(len(piece), len(other))
    shared = _shared_letters(piece, other)
    # A first letter is seldom mistyped, and a last one is grammar.
    if (
        shared == 0
        or longest - shared <= _ENDING
        or any(piece.replace(a, b) == other.replace(a, b) for a, b in _VARIANTS)
    ):
        return False
    if sorted(piece) == sorted(other) or _undoubled(piece) == _undoubled(other):
        return longest >= _MIN_SWAPPED
    return longest >= (_MIN_CHANGED if len(piece) == len(other) else _MIN_ADDED)


def _shared_letters(piece: str, other: str) -> int:
    unlike = (i for i, (a, b) in enumerate(zip(piece, other, strict=False)) if a != b)
    return next(unlike, min(len(piece), len(other)))


def _undoubled(word: str) -> str:
    return "".join(letter for letter, before in zip(word, " " + word, strict=False) if letter != before)
