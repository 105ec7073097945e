"""What a wording is by its place in the clause, and which mention its subject or owner is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..grammar import Grammar, classes, noun_group
from .subjects import is_subject
from .syntax import head_of, owner_of, subject_of

__all__ = ["MOST_BACK", "Place", "Wording", "meant", "owner", "subject", "wording"]

# A mention further back is near no more.
MOST_BACK = 2
_THIRD = {
    **dict.fromkeys("he his him she her".split(), True),
    **dict.fromkeys("it its they their them".split(), False),
}


@dataclass(frozen=True)
class Wording:
    """Token span of a wording, what it begins like, and the noun group that it ends in."""

    first: int
    last: int
    sentence: int
    is_verb: bool
    group: tuple[int, int]


@dataclass(frozen=True)
class Place:
    """One mention near a wording."""

    first: int
    last: int
    actor: int
    is_person: bool


def wording(reading: Grammar, first: int, last: int) -> Wording:
    """Wording of a token span."""
    bits, sentences = reading.class_list, reading.sentence_list
    begin = first
    while begin < last - 1 and bits[begin] & (classes.ADVERB | classes.NEGATION):
        begin += 1
    before = bits[first - 1] if first and sentences[first - 1] == sentences[first] else 0
    modified = classes.DETERMINER | classes.OWNER | classes.ADJECTIVE | classes.PREPOSITION | classes.POSSESSIVE
    is_verb = bool(bits[begin] & (classes.VERB | classes.AUXILIARY | classes.VERB_ING)) and not before & modified
    group = (first, last)
    if not is_verb:
        left, right = noun_group(reading, last - 1)
        group = min(left, first), max(right, last)
    return Wording(first, last, sentences[first], is_verb, group)


def subject(reading: Grammar, span: Wording, near: Sequence[Place]) -> tuple[str, list[Place]]:
    """Last word of the subject that a wording has, and the mentions that it is."""
    begin = span.first
    while begin < span.last - 1 and reading.class_list[begin] & (classes.ADVERB | classes.NEGATION):
        begin += 1
    last = subject_of(reading, begin)
    if last < 0:
        return "", []
    head = head_of(reading, last)
    found = _at(head, near) or meant(reading, last, near)
    if not found:
        held = owner_of(reading, head)
        found = (_at(held, near) or meant(reading, held, near)) if held >= 0 else _joined(reading, head, near)
    return reading.word(last), found


def _joined(reading: Grammar, head: int, near: Sequence[Place]) -> list[Place]:
    """Dahl in *Dahl and other leaders*, for the last word."""
    before = noun_group(reading, head)[0] - 1
    while before > 0 and reading.joined_list[before] and reading.class_list[before] & classes.DETERMINER:
        before -= 1
    is_joined = before > 0 and reading.joined_list[before] and reading.word(before) == "and"
    return _at(before - 1, near) if is_joined else []


def _at(position: int, near: Sequence[Place]) -> list[Place]:
    return [one for one in near if one.first <= position < one.last]


def owner(reading: Grammar, span: Wording, near: Sequence[Place]) -> list[Place]:
    """Mentions that own what a wording stands for."""
    position = -1 if span.is_verb else owner_of(reading, span.first)
    if position < 0:
        return []
    return [one for one in near if one.first <= position < one.last] or meant(reading, position, near)


def meant(reading: Grammar, position: int, near: Sequence[Place]) -> list[Place]:
    """Mention that a pronoun at a token can mean: the last subject before it of its sort, or the last one."""
    if reading.word(position) not in _THIRD:
        return []
    is_person = _THIRD[reading.word(position)]
    fitting = [one for one in near if one.last <= position and one.is_person == is_person]
    if not fitting:
        return []
    sentence = reading.sentence_list[fitting[-1].first]
    last = [one for one in fitting if reading.sentence_list[one.first] == sentence]
    subjects = [one for one in last if is_subject(reading, one.first, one.last)]
    return [(subjects or last[-1:])[0]]
