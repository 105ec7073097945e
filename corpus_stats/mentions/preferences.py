"""Whom a wording is said of: first what the syntax tells, in an order, then the mention that stands nearest.

The order is that of how surely English tells: within a mention, with a subject of its own, before a name or in
apposition to one, as what a verb of calling says of its object, as the predicate of a subject. Where none of these
leads to a mention, it is the nearest of the sentence, or of the last sentence with one whom the document mentions most.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..grammar import Grammar, classes
from ..grammar.marks import CLOSE_BRACKET, COLON, COMMA, DASH, SEMICOLON, STOP
from .calling import called
from .clauses import Place, Wording, subject
from .quotations import Quotations, speaker
from .subjects import is_subject

__all__ = ["preferred"]

_OURS = frozenset("i me my mine myself we us our ours".split())
_ROLE = classes.PERSON_NOUN | classes.GROUP | classes.ORGANISATION_NOUN | classes.TITLE
_PARTED = COMMA | STOP | DASH | CLOSE_BRACKET | SEMICOLON | COLON


def preferred(
    reading: Grammar, span: Wording, near: Sequence[Place], counts: Mapping[int, int], quotations: Quotations
) -> int:
    """Actor that a wording is most likely said of; `counts` is how often its document mentions each."""
    # A word for one person is said of no body, nor of a place.
    if span.is_person:
        near = [one for one in near if one.is_person] or near
    word, subjects = subject(reading, span, near)
    for found in _told(reading, span, near, subjects):
        if found:
            return found[-1].actor
    # Who speaks speaks of others, unless of himself.
    told_by = None if word in _OURS else speaker(reading, span, near, quotations)
    others = [one for one in near if told_by is None or one.actor != told_by.actor]
    return _nearest(reading, span, others or near, counts)


def _told(
    reading: Grammar, span: Wording, near: Sequence[Place], subjects: Sequence[Place]
) -> Iterator[Sequence[Place]]:
    """Mentions that each preference in turn leads to; of several the last."""
    holding = [one for one in near if one.first <= span.first and one.last >= span.last]
    yield sorted(holding, key=lambda one: one.first - one.last)
    yield [one for one in near if span.first <= one.first < one.last < span.last and _is_subject(reading, one)][:1]
    if not span.is_verb:
        yield _next(reading, span, near)
        yield _named_after(reading, span, near)
    for left, right in called(reading, span.first):
        yield [one for one in near if left <= one.first < right]
    yield subjects


def _next(reading: Grammar, span: Wording, near: Sequence[Place]) -> list[Place]:
    """Eva Stahl in *the cowardly Eva Stahl*."""
    end = span.group[1]
    return [
        one
        for one in near
        if span.first <= one.first <= end and one.last > span.last and (one.first < end or reading.joined_list[end])
    ]


def _named_after(reading: Grammar, span: Wording, near: Sequence[Place]) -> list[Place]:
    """Haftar in *the former warlord, Khalifa Haftar, ...*; not in *he is a warlord, Haftar said*."""
    (left, right), n = span.group, len(reading.class_list)
    bits, marks = reading.class_list, reading.mark_list
    if right >= n or not marks[right] & COMMA or not bits[right - 1] & _ROLE:
        return []
    if not left or not bits[left - 1] & classes.DETERMINER or (left > 1 and bits[left - 2] & classes.COPULA):
        return []
    following = [one for one in near if one.first == right and _is_here(reading, span, one)]
    sentences = reading.sentence_list
    return [
        one for one in following if one.last >= n or marks[one.last] & _PARTED or sentences[one.last] != span.sentence
    ]


def _nearest(reading: Grammar, span: Wording, near: Sequence[Place], counts: Mapping[int, int]) -> int:
    """The last mention before a wording in its sentence, else the first after it, else the weightiest before."""
    here = [one for one in near if _is_here(reading, span, one)]
    if here:
        before = [one for one in here if one.first < span.first]
        return (before[-1] if before else here[0]).actor
    earlier = [one for one in near if one.first < span.first] or near
    sentence = reading.sentence_list[earlier[-1].first]
    last = [one for one in earlier if reading.sentence_list[one.first] == sentence]
    # A tie goes to the mention that stands first.
    return max(last, key=lambda one: counts[one.actor]).actor


def _is_subject(reading: Grammar, one: Place) -> bool:
    return is_subject(reading, one.first, one.last)


def _is_here(reading: Grammar, span: Wording, one: Place) -> bool:
    return reading.sentence_list[one.first] == span.sentence
