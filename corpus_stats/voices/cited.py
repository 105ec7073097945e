"""Whom a news medium has it from that reports what somebody else said: Reuters reported, citing two officials, that."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np

from ..grammar.classes import PERSON_NOUN, PREPOSITION
from ..tokens import Tokens
from .clauses import REACH, Reader, view_at
from .following import group_after
from .outlets import is_medium
from .words import SOMEBODY, are_words

__all__ = ["cited", "cited_beside", "citing"]

_Span = tuple[int, int]

_PEOPLE = SOMEBODY | frozenset("people source sources officials".split())


def cited(reader: Reader, first: int, last: int, cue: int) -> _Span | None:
    """Whom a news medium that reports has it from: Reuters reported, citing two officials, that ..."""
    found = cited_beside(reader, cue)
    return found if found is not None and _is_medium(reader, first, last) else None


def cited_beside(reader: Reader, cue: int) -> _Span | None:
    """Who is cited in the sentence of a cue; None where nobody is, or by that cue itself."""
    start, limit = reader.sentence(cue)
    start, limit = max(start, cue - REACH), min(limit, cue + REACH)
    places = citing(reader.grammar.tokens)
    for i in places[bisect_left(places, start) : bisect_left(places, limit)]:
        if i != cue and reader.quotes[i] == reader.quotes[cue]:
            found = group_after(view_at(reader, i, i, limit), i + 1, 0)
            if found is not None and _is_somebody(reader, *found):
                return found
    return None


def citing(tokens: Tokens) -> list[int]:
    """Places of a corpus where somebody is cited; the same object for the same tokens."""
    return tokens.once(_citing)


def _citing(tokens: Tokens) -> list[int]:
    found: list[int] = np.flatnonzero(are_words(tokens, ("citing", "quoting"))).tolist()
    return found


def _is_medium(reader: Reader, first: int, last: int) -> bool:
    tokens = reader.grammar.tokens
    document = tokens.corpus.documents[int(tokens.bounds.searchsorted(first, side="right")) - 1]
    first += reader.words[first] == "the" and first + 1 < last
    return is_medium(document.text[int(tokens.starts[first]) : int(tokens.ends[last - 1])])


def _is_somebody(reader: Reader, first: int, last: int) -> bool:
    """Whether a noun group is one of persons, or a name: people briefed on the talks, no concerns."""
    for i in range(first, last):
        if reader.classes[i] & PREPOSITION and i > first:
            break
        if reader.classes[i] & PERSON_NOUN or reader.words[i] in _PEOPLE:
            return True
    return False
