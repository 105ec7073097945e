"""What an actor has that says what it is: what it rules, who follows it: Haftar's domain, the henchmen of Haftar.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import OWNED
from .before import before_of
from .groups import forward
from .joints import NOMINAL, Span
from .words import FOLLOWING, NOT_SAID, POSSESSED, QUALIFIED

__all__ = ["owned_before", "owned_group", "possessed", "ruled"]

_RULED = frozenset("cabal clan clique cult dictatorship dynasty gang junta mob regime".split())
_UNTELLING = NOT_SAID | frozenset("new current senior top closest close incoming outgoing entire".split())


def possessed(reading: Grammar, last: int, *, of_body: bool = False) -> Span | None:
    """Noun group of what a mention has that says what it is: Haftar's domain, Haftar's henchmen."""
    classes = reading.class_list
    if last >= len(classes):
        return None
    if classes[last] & c.POSSESSIVE and reading.near_list[last]:
        start = last + 1
    elif reading.mark_list[last] == OWNED:
        start = last
    else:
        return None
    if start >= len(classes) or (start > last and not reading.near_list[start]):
        return None
    return owned_group(reading, start, of_body=of_body)


def owned_group(reading: Grammar, start: int, *, of_body: bool = False) -> Span | None:
    """Noun group at `start` if its noun is one of `POSSESSED`; where a person has it, of `FOLLOWING` too."""
    begin, end = forward(reading, start)
    # Petrov's brutal rule: no verb there
    if begin < end < len(reading.words) and reading.near_list[end] and reading.words[end] in QUALIFIED | POSSESSED:
        end += 1
    while end > begin and not _says(reading, begin, end, of_body=of_body):
        end -= 1
    # his 11 million followers
    is_counted = begin < end and reading.class_list[begin] & c.NUMBER
    if begin == end or begin != start or is_counted or reading.words[begin] in _UNTELLING:
        return None
    # "Haftar's Libyan National Army" is a name, and stands for itself
    if reading.capital_list[end - 1] and (of_body or end - begin > 1):
        return None
    if end < len(reading.class_list) and reading.near_list[end] and reading.class_list[end] & NOMINAL:
        return None
    return begin, end


def _says(reading: Grammar, begin: int, end: int, *, of_body: bool) -> bool:
    """Whether the noun that ends at `end` says something of its owner; some only with a word of what kind it is."""
    word = reading.words[end - 1]
    if word in POSSESSED or of_body:
        return word in POSSESSED
    is_qualified = end - begin > 1 and not reading.class_list[end - 2] & (c.NUMBER | c.PLACE | c.DEMONYM)
    return word in FOLLOWING or (word in QUALIFIED and is_qualified)


def ruled(reading: Grammar, last: int) -> Span | None:
    """What a person's name leads that is the person's: the Petrov regime."""
    if last >= len(reading.words) or not reading.near_list[last] or reading.words[last] not in _RULED:
        return None
    return last, last + 1


def owned_before(reading: Grammar, first: int) -> Span | None:
    """Noun group that *of* joins to the mention at `first`: the henchmen of Haftar, the illegal regime of Haftar."""
    position = first
    if position and reading.near_list[position] and reading.class_list[position - 1] & c.DETERMINER:
        position -= 1
    if position < 2 or not reading.near_list[position] or not reading.near_list[position - 1]:
        return None
    if reading.words[position - 1] != "of" or reading.words[position - 2] not in POSSESSED:
        return None
    return before_of(reading, position - 1)
