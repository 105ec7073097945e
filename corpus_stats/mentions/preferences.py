"""Whom a wording is said of: first what the syntax tells, in an order, then the heaviest mention near it.

The order is that of how surely English tells: inside the noun group or by apposition, by an owner, as the object of a
verb of calling, as the predicate of a subject, as the act of an agent. Where none of these leads to a mention, every
mention is weighed by how near it stands and how often its actor is mentioned.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log

from ..grammar import Grammar, classes
from ..grammar.marks import CLOSE_BRACKET, COLON, COMMA, DASH, SEMICOLON, STOP
from .calling import called
from .clauses import MOST_BACK, Place, Wording, owner, subject
from .quotations import Quotations, speaker
from .subjects import is_subject

__all__ = ["WEIGHTS", "preferred"]

# Fitted, and rounded: see tests/benchmarks/README.md.
WEIGHTS: dict[str, float] = {
    "speaker": -1.4,
    "sentences back": -1.6,
    "nowhere near": -1.4,
    "in the sentence after": -1.4,
    "distance": -0.3,
    "last subject": 0.4,
    "share of the mentions": 0.6,
}
_OURS = frozenset("i me my mine myself we us our ours".split())
_ROLE = classes.PERSON_NOUN | classes.GROUP | classes.ORGANISATION_NOUN | classes.TITLE
_PARTED = COMMA | STOP | DASH | CLOSE_BRACKET | SEMICOLON | COLON


def preferred(
    reading: Grammar, span: Wording, near: Sequence[Place], counts: Mapping[int, int], quotations: Quotations
) -> int:
    """Actor that a wording is most likely said of; `counts` is how often its document mentions each."""
    word, subjects = subject(reading, span, near)
    for found in _told(reading, span, near, subjects):
        if found:
            return found[-1].actor
    # Who speaks speaks of others, unless of himself.
    speaking = None if word in _OURS else speaker(reading, span, near, quotations)
    total = sum(counts.values())
    before = [one for one in near if one.last <= span.first and _same(reading, span, one)]
    last = next((one for one in reversed(before) if is_subject(reading, one.first, one.last)), None)

    def weight(actor: int, stance: float) -> float:
        is_speaker = speaking is not None and actor == speaking.actor
        share = WEIGHTS["share of the mentions"] * log(counts[actor] / total)
        return share + stance + WEIGHTS["speaker"] * is_speaker

    weighed = [
        (weight(one.actor, _stance(reading, span, one) + WEIGHTS["last subject"] * (one is last)), one.actor)
        for one in near
    ]
    far = sorted(counts.keys() - {one.actor for one in near})
    weighed += [(weight(actor, WEIGHTS["nowhere near"]), actor) for actor in far]
    # A tie goes to the mention that stands first.
    return max(weighed, key=lambda one: one[0])[1]


def _told(
    reading: Grammar, span: Wording, near: Sequence[Place], subjects: Sequence[Place]
) -> Iterator[Sequence[Place]]:
    """Mentions that each preference in turn leads to; of several the last."""
    if not span.is_verb:
        yield [one for one in near if span.first <= one.first < span.group[1] and one.last > span.last]
        yield [one for one in near if one.first == span.last and reading.joined_list[one.first]]
        yield _named_before(reading, span, near)
        yield _named_after(reading, span, near)
    yield owner(reading, span, near)
    for left, right in called(reading, span.first):
        yield [one for one in near if left <= one.first < right]
    yield subjects
    yield _agents(reading, span, near)


def _named_before(reading: Grammar, span: Wording, near: Sequence[Place]) -> list[Place]:
    """Haftar in *Haftar, a former warlord*, for a wording of the noun group after the comma."""
    left = _with_determiner(reading, span)
    if not reading.mark_list[left] & COMMA:
        return []
    return [one for one in near if one.last == left and _same(reading, span, one)]


def _named_after(reading: Grammar, span: Wording, near: Sequence[Place]) -> list[Place]:
    """Haftar in *the former warlord, Khalifa Haftar, ...*; not in *he is a warlord, Haftar said*."""
    left, right = _with_determiner(reading, span), span.group[1]
    n, bits, marks = len(reading.class_list), reading.class_list, reading.mark_list
    if right >= n or left == span.group[0] or not marks[right] & COMMA or not bits[right - 1] & _ROLE:
        return []
    if left and bits[left - 1] & classes.COPULA:
        return []
    following = [one for one in near if one.first == right and _same(reading, span, one)]
    sentences = reading.sentence_list
    return [
        one for one in following if one.last >= n or marks[one.last] & _PARTED or sentences[one.last] != span.sentence
    ]


def _agents(reading: Grammar, span: Wording, near: Sequence[Place]) -> list[Place]:
    """Eva Stahl in *a shameless attack by Eva Stahl*."""
    end = span.group[1]
    if end >= len(reading.class_list) or reading.word(end) not in ("by", "from"):
        return []
    return [one for one in near if 0 < one.first - end <= 2 and _same(reading, span, one)][:1]


def _stance(reading: Grammar, span: Wording, one: Place) -> float:
    """Weight of where a mention stands."""
    back = span.sentence - reading.sentence_list[one.first]
    if back > MOST_BACK:
        return WEIGHTS["nowhere near"]
    if back > 0:
        return WEIGHTS["sentences back"] * log(1 + back)
    if back < 0:
        return WEIGHTS["in the sentence after"]
    return WEIGHTS["distance"] * log(1 + max(span.first - one.last, one.first - span.last, 0))


def _with_determiner(reading: Grammar, span: Wording) -> int:
    left = span.group[0]
    return left - 1 if left and reading.class_list[left - 1] & classes.DETERMINER else left


def _same(reading: Grammar, span: Wording, one: Place) -> bool:
    return reading.sentence_list[one.first] == span.sentence
