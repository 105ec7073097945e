"""Labels that stand apart from a name: A former spy, Haftar rose; warlords such as Haftar; Haftar and other warlords.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import COMMA
from .appositions import is_whole, role_at, same_sentence, unlisted_at
from .before import before_of
from .groups import forward
from .joints import Span
from .words import GENERIC

__all__ = ["fronted", "of_kind"]

_ARTICLES = frozenset("a an the".split())
_OPENERS = frozenset("as once now long still already formerly also".split())
_FURTHEST = 25
# Kinds of which many speak as of themselves: "leaders such as" is no label.
_NEUTRAL = frozenset(
    """
    actors candidates colleagues executives experts figures lawmakers leaders members ministers officials players
    politicians presidents residents senators speakers stars users voters witnesses workers writers
    """.split()
)


def fronted(reading: Grammar, first: int, last: int) -> Span | None:
    """Label that opens a sentence, with a comma before its subject ``first:last``: Once a petty thief, Lee ..."""
    if not same_sentence(reading, first) or reading.mark_list[first] != COMMA:
        return None
    start = first
    while start > 0 and same_sentence(reading, start):
        start -= 1
        if first - start > _FURTHEST:
            return None
    start += reading.words[start] in _OPENERS
    if start >= first or reading.words[start] not in _ARTICLES or _is_aside(reading, last):
        return None
    found = role_at(reading, start) or unlisted_at(reading, start)
    if found is None or (reading.words[start] == "the" and "of" not in reading.words[found[0] : found[1]]):
        return None
    is_next = all(reading.near_list[i] for i in range(found[1], first))
    return found if is_next and is_whole(reading, found[1]) else None


def _is_aside(reading: Grammar, last: int) -> bool:
    """Whether a verb and a comma follow: The deal, Petrov said, was dead."""
    after = last + 1
    is_verb = last < len(reading.words) and reading.class_list[last] & c.VERB
    return bool(is_verb) and (after >= len(reading.words) or not reading.near_list[after])


def of_kind(reading: Grammar, first: int, last: int) -> Span | None:
    """Plural that a mention is given as one of: strongmen such as Lee, warlords like Lee, Lee and other warlords."""
    words, n = reading.words, len(reading.words)
    if reading.near_list[first]:
        end = first - 2 if words[max(first - 2, 0) : first] == ["such", "as"] else first - 1
        is_led = end < first - 1 or words[first - 1] == "like"
        if is_led and end > 0 and reading.near_list[end + 1 if end < first - 1 else end] and _is_kind(reading, end - 1):
            return before_of(reading, end)
    if words[last : last + 2] == ["and", "other"] and last + 2 < n and all(reading.near_list[last : last + 3]):
        begin, end = forward(reading, last + 2)
        return (begin, end) if end > begin and _is_kind(reading, end - 1) else None
    return None


def _is_kind(reading: Grammar, position: int) -> bool:
    bits = reading.class_list[position]
    return bool(bits & c.PLURAL and bits & c.PERSON_NOUN) and reading.words[position] not in GENERIC | _NEUTRAL
