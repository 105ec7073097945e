"""What an actor has that says what it is: what it rules, who follows it: Haftar's domain, the henchmen of Haftar.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import OWNED
from .before import before_of
from .groups import forward
from .joints import CLOSED, NOMINAL, Span
from .words import FOLLOWING, NOT_SAID, POSSESSED, QUALIFIED, UNCHANGED

__all__ = ["owned_before", "owned_group", "possessed", "ruled"]

_RULED = frozenset("cabal clan clique cult dictatorship dynasty empire fiefdom gang junta mob regime".split())
_HAD = QUALIFIED | POSSESSED
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
    if begin < end < len(reading.words) and reading.near_list[end] and reading.words[end] in _HAD:
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
    # Petrov's brutal rule of law plan
    is_of_kind = reading.words[end - 1] in QUALIFIED and _is_of_kind(reading, end)
    return (begin, end) if _ends_there(reading, end) and not is_of_kind else None


def _is_of_kind(reading: Grammar, end: int) -> bool:
    """Whether "of" and a bare noun follow, which belong to the noun before: rule of law; not: army of volunteers."""
    if end + 1 >= len(reading.words) or not (reading.near_list[end] and reading.near_list[end + 1]):
        return False
    is_bare = not reading.class_list[end + 1] & (CLOSED | c.PLURAL | c.PLACE | c.DEMONYM | c.NUMBER | c.OWNER)
    return reading.words[end] == "of" and is_bare and not reading.capital_list[end + 1]


def _ends_there(reading: Grammar, end: int) -> bool:
    """Whether no noun goes on with the group: the Petrov regime fell; not: the Petrov cult leader, regime change."""
    if end >= len(reading.words) or not reading.near_list[end] or reading.mark_list[end]:
        return True
    bits, after = reading.class_list[end], end + 1
    # Haftar's domain 1,000 miles away, his henchmen Lee and Orlov
    is_name = reading.capital_list[end] and not reading.capital_list[end - 1]
    if bits & (CLOSED | c.ADVERB | c.TIME | c.NUMBER) or is_name:
        return True
    if bits & NOMINAL or not bits & c.VERB:
        return False
    if bits & c.VERB_BASE and reading.words[end] not in UNCHANGED:
        # followers march; the regime change
        return bool(reading.class_list[end - 1] & c.PLURAL)
    # uses the courts, collapses; not: regime forces left
    is_plural = bits & c.PLURAL and after < len(reading.words) and reading.near_list[after]
    return not is_plural or bool(reading.class_list[after] & CLOSED)


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
    return (last, last + 1) if _ends_there(reading, last + 1) else None


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
