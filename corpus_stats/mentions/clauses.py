"""How a mention stands toward a wording: in it, before it, as its subject, its owner, its neighbour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from ..grammar import Grammar, classes
from .subjects import is_subject
from .syntax import head_of, owner_of, subject_of

__all__ = ["FEATURES", "MOST_BACK", "Place", "Wording", "far_off", "places_of", "wording"]

FEATURES = (
    "holds the wording",
    "nearest subject before",
    "first of the sentence",
    "next word after",
    "after by or from",
    "after another preposition",
    "after",
    "distance",
    "sentences back",
    "in the sentence after",
    "nowhere near",
    "share of the mentions",
    "head of its subject",
    "meant by its subject",
    "owner",
    "meant by its owner",
    "last begun before",
)
# A mention further back is near no more.
MOST_BACK = 2
_COLUMN = {name: i for i, name in enumerate(FEATURES)}
_THIRD = {
    **dict.fromkeys("he his him she her".split(), True),
    **dict.fromkeys("it its they their them".split(), False),
}


@dataclass(frozen=True)
class Wording:
    """Token span of a wording and what it begins like."""

    first: int
    last: int
    sentence: int
    is_verb: bool
    subject: int
    owner: int


@dataclass(frozen=True)
class Place:
    """One mention near a wording."""

    first: int
    last: int
    actor: int
    is_person: bool
    share: float


def wording(reading: Grammar, first: int, last: int) -> Wording:
    """Wording of a token span."""
    bits, sentences = reading.class_list, reading.sentence_list
    begin = first
    while begin < last - 1 and bits[begin] & (classes.ADVERB | classes.NEGATION):
        begin += 1
    before = bits[first - 1] if first and sentences[first - 1] == sentences[first] else 0
    modified = classes.DETERMINER | classes.OWNER | classes.ADJECTIVE | classes.PREPOSITION | classes.POSSESSIVE
    is_verb = bool(bits[begin] & (classes.VERB | classes.AUXILIARY | classes.VERB_ING)) and not before & modified
    owner = -1 if is_verb else owner_of(reading, begin)
    subject = subject_of(reading, begin)
    return Wording(first, last, sentences[first], is_verb, subject, owner)


def places_of(reading: Grammar, span: Wording, near: Sequence[Place]) -> list[list[float]]:
    """Features of every mention near a wording, in the order of `FEATURES`."""
    same = [one for one in near if reading.sentence_list[one.first] == span.sentence]
    before = [one for one in same if one.last <= span.first]
    begun = [one for one in near if one.first <= span.first]
    is_subjects = {one.first: is_subject(reading, one.first, one.last) for one in near}
    subjects = [one for one in before if is_subjects[one.first]]
    head = head_of(reading, span.subject) if span.subject >= 0 else -1
    marks = {
        "nearest subject before": {one.first for one in subjects[-1:]},
        "first of the sentence": {one.first for one in same[:1]},
        "head of its subject": {one.first for one in near if one.first <= head < one.last},
        "meant by its subject": _meant(reading, span.subject, near, is_subjects),
        "owner": {one.first for one in near if one.first <= span.owner < one.last},
        "meant by its owner": _meant(reading, span.owner, near, is_subjects),
        "last begun before": {one.first for one in begun[-1:]},
    }
    return [_row(reading, span, one, marks) for one in near]


def _meant(reading: Grammar, position: int, near: Sequence[Place], is_subjects: dict[int, bool]) -> set[int]:
    """Mention that a pronoun at a token can mean: the last subject before it of its sort, or the last one."""
    if position < 0 or reading.word(position) not in _THIRD:
        return set()
    is_person = _THIRD[reading.word(position)]
    fitting = [one for one in near if one.last <= position and one.is_person == is_person]
    if not fitting:
        return set()
    sentence = reading.sentence_list[fitting[-1].first]
    last = [one for one in fitting if reading.sentence_list[one.first] == sentence]
    subjects = [one for one in last if is_subjects[one.first]]
    return {(subjects or last[-1:])[0].first}


def far_off(share: float) -> list[float]:
    """Features of an actor that the document mentions, but nowhere near the wording."""
    row = [0.0] * len(FEATURES)
    row[_COLUMN["nowhere near"]] = 1.0
    row[_COLUMN["share of the mentions"]] = log(share)
    return row


def _row(reading: Grammar, span: Wording, one: Place, marks: dict[str, set[int]]) -> list[float]:
    chosen: dict[str, float] = {name: float(one.first in places) for name, places in marks.items()}
    chosen["share of the mentions"] = log(one.share)
    back = span.sentence - reading.sentence_list[one.first]
    if back > MOST_BACK:
        chosen["nowhere near"] = 1.0
    elif back > 0:
        chosen["sentences back"] = log(1 + back)
    elif back < 0:
        chosen["in the sentence after"] = 1.0
    elif one.last <= span.first:
        chosen["distance"] = log(1 + span.first - one.last)
    elif one.first >= span.last:
        chosen |= _after(reading, span, one)
    elif one.first <= span.first and one.last >= span.last:
        chosen["holds the wording"] = 1.0
    row = [0.0] * len(FEATURES)
    for name, value in chosen.items():
        row[_COLUMN[name]] = value
    return row


def _after(reading: Grammar, span: Wording, one: Place) -> dict[str, float]:
    between = range(span.last, one.first)
    link = reading.word(span.last) if 0 < len(between) <= 3 else ""
    is_link = bool(link) and bool(reading.class_list[span.last] & classes.PREPOSITION)
    adjacent = one.first == span.last and reading.joined_list[one.first]
    return {
        "after": 1.0,
        "distance": log(1 + one.first - span.last),
        "next word after": float(adjacent and not span.is_verb),
        "after by or from": float(link in ("by", "from")),
        "after another preposition": float(is_link and link not in ("by", "from")),
    }
