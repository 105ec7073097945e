"""Noun groups that fill stretches without verbs, without what leads them in and what tells but the time."""

from __future__ import annotations

from ..grammar import classes as c
from .clauses import View, group_start, is_paper
from .following import is_time_group
from .words import LEADS, PERIODS, PLACES, PLAIN, QUANTIFIERS

__all__ = ["bare", "trimmed"]

_Span = tuple[int, int]

_ADVERBIAL = c.PREPOSITION | c.ADVERB | c.TIME | c.SUBORDINATOR | c.PARTICIPLE


def bare(view: View, first: int, end: int) -> _Span | None:
    """Noun group that fills a stretch without verbs, its introduction and its time cut off."""
    reader, hidden, nominal = view.reader, view.hidden, view.reader.flags.nominal
    words, bits = reader.words, reader.classes
    while first < end and _introduces(bits[first], words[first]) and first not in hidden:
        first += 1
    if first + 1 < end and words[first] in ("who", "which") and first not in hidden:
        # who as recently as May said, who critics say has lied
        if bits[first + 1] & _ADVERBIAL or words[first + 1] in PERIODS:
            return first, first + 1
        first += 1
    while end > first and (
        not (nominal[end - 1] or view.is_nominal(end - 1)) or (end - 1 > first and words[end - 1] in QUANTIFIERS)
    ):
        end -= 1
    if end > first + 1 and bits[end - 1] & (c.TIME | c.NUMBER):
        end = _without_time(view, first, end)
    if first >= end:
        return None
    if bits[first] & c.TIME or words[first] in PERIODS:
        first = _behind_time(view, first, end)
    if words[end - 1] in PLAIN:
        return end - 1, end
    if bits[first] & c.PREPOSITION and not bits[first] & (c.DETERMINER | c.PERSON_NOUN | c.NEGATION):
        first = group_start(view, end)
        if all(bits[i] & (c.TIME | c.DETERMINER) for i in range(first, end)):
            # in the evening
            return None
    return trimmed(view, first, end) if first < end else None


def _behind_time(view: View, first: int, end: int) -> int:
    """Start of a noun group behind the time that leads it in: last year a minister, this week the bank."""
    reader = view.reader
    time = first + (first < end and reader.words[first] in PERIODS)
    if time + 1 >= end or not reader.classes[time] & c.TIME or reader.words[time + 1] == "'s":
        return first
    behind = time + 1
    return behind if reader.classes[behind] & c.DETERMINER and not reader.marks[behind] else first


def _introduces(bits: int, word: str) -> bool:
    if bits & c.CONJUNCTION or word in LEADS:
        return True
    return bool(bits & c.ADVERB) and not bits & (c.DETERMINER | c.PRONOUN | c.NUMBER | c.ADJECTIVE)


def _without_time(view: View, first: int, end: int) -> int:
    """Cut "on Tuesday", "last week" off the end of a noun group."""
    reader = view.reader
    bits, words = reader.classes, reader.words
    stop = end
    while stop > first + 1 and bits[stop - 1] & (c.TIME | c.NUMBER):
        stop -= 1
    if is_time_group(view, stop, end) and not bits[stop - 1] & c.DETERMINER:
        return stop
    if stop == end or not bits[stop] & c.TIME or (stop == end - 1 and is_paper(reader, first, stop)):
        return end
    if stop - 1 > first and (bits[stop - 1] & c.PREPOSITION or words[stop - 1] in ("last", "this", "late", "early")):
        return stop - 1
    return stop if reader.capitals[stop] else end


def trimmed(view: View, first: int, end: int) -> _Span:
    """A name ends where a preposition of place or time follows it (the minister at a rally said keeps its tail)."""
    words, capitals, bits = view.reader.words, view.reader.capitals, view.reader.classes
    for i in range(first + 1, first if bits[first] & c.DETERMINER else end):
        if words[i] not in PLACES or not capitals[i - 1] or i in view.hidden:
            continue
        is_body = words[i] == "at" and i + 2 < end and capitals[i + 1 + bool(bits[i + 1] & c.DETERMINER)]
        if not is_body and not bits[i - 1] & (c.PERSON_NOUN | c.PLURAL | c.PRONOUN | c.ADJECTIVE | c.ADVERB):
            return first, i
    return first, end
