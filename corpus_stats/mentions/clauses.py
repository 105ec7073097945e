"""What a wording is by its place in the clause, and which mention its subject is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..grammar import Grammar, classes, noun_group
from .subjects import is_subject
from .syntax import ends_aside, head_of, subject_of

__all__ = ["Place", "Wording", "subject", "wording"]

_MANY = classes.PLURAL | classes.GROUP | classes.ORGANISATION_NOUN
_THIRD = {
    **dict.fromkeys("he his him she her".split(), True),
    **dict.fromkeys("it its they their them".split(), False),
}


@dataclass(frozen=True)
class Wording:
    """Token span of a wording, how it begins, whether it says what a person is, and the noun group it ends in."""

    first: int
    last: int
    sentence: int
    is_verb: bool
    is_person: bool
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
    begin = _begin(reading, first, last)
    before = bits[first - 1] if first and sentences[first - 1] == sentences[first] else 0
    modified = classes.DETERMINER | classes.OWNER | classes.ADJECTIVE | classes.PREPOSITION | classes.POSSESSIVE
    is_verb = bool(bits[begin] & (classes.VERB | classes.AUXILIARY | classes.VERB_ING)) and not before & modified
    group = (first, last)
    if not is_verb:
        left, right = noun_group(reading, last - 1)
        group = min(left, first), max(right, last)
    head = bits[group[1] - 1]
    is_person = not is_verb and bool(head & classes.PERSON_NOUN) and not head & _MANY
    return Wording(first, last, sentences[first], is_verb, is_person, group)


def subject(reading: Grammar, span: Wording, near: Sequence[Place]) -> tuple[str, list[Place]]:
    """Last word of the subject that a wording has, and the mentions that it is."""
    last = subject_of(reading, _begin(reading, span.first, span.last) if span.is_verb else span.group[0])
    if last < 0:
        return "", []
    if ends_aside(reading, last):
        return "", _before_aside(reading, last, near)
    head = head_of(reading, last)
    return reading.word(last), [one for one in near if one.first <= head < one.last] or _meant(reading, last, near)


def _before_aside(reading: Grammar, last: int, near: Sequence[Place]) -> list[Place]:
    """Dahl in *Dahl, a critic of the president, has ...*, for the last word before the verb."""
    sentence, bits = reading.sentence_list[last], reading.class_list
    opening = [one for one in near if one.last <= last and ends_aside(reading, one.last - 1)]
    here = [one for one in opening if reading.sentence_list[one.first] == sentence]
    return [one for one in here if not one.first or not bits[one.first - 1] & classes.PREPOSITION][:1]


def _begin(reading: Grammar, first: int, last: int) -> int:
    """First token of a wording that is no adverb."""
    while first < last - 1 and reading.class_list[first] & (classes.ADVERB | classes.NEGATION):
        first += 1
    return first


def _meant(reading: Grammar, position: int, near: Sequence[Place]) -> list[Place]:
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
