"""The noun group behind a place, with the apposition or the relative clause that follows it."""

from __future__ import annotations

from ..grammar import classes as c
from ..grammar.marks import COMMA, QUOTE
from ..grammar.reporting import NAMING, reporting_forms
from .clauses import SUBJECTS, Reader, View, group_end
from .flags import BREAK, HARD
from .words import ASIDES, HEADLESS, PERIODS, RELATIVES

__all__ = ["CLOSED", "edge_before_name", "group_after", "is_named", "is_purpose", "is_time_group", "may_speak"]

_Span = tuple[int, int]

# Participles behind which stands what somebody goes by.
_KNOWN_AS = frozenset("referred identified known named called nicknamed dubbed described styled".split())
# Classes of words that open no apposition.
CLOSED = c.PREPOSITION | c.CONJUNCTION | c.VERB_ING | c.SUBORDINATOR | c.RELATIVE
_SPEAKERS = c.PERSON_NOUN | c.TITLE | c.GROUP | c.ORGANISATION_NOUN | c.PLURAL | c.PRONOUN | c.DETERMINER


def group_after(view: View, first: int, content_first: int) -> _Span | None:
    """Noun group that begins at `first`, with the apposition or relative clause behind it."""
    reader = view.reader
    limit = view.last if content_first <= first else min(view.last, content_first)
    while first < limit and reader.classes[first] & (c.PREPOSITION | c.ADVERB) and not reader.capitals[first]:
        first += 1
    end = group_end(view, first, limit) if first < limit else first
    if end <= first or reader.words[first] in HEADLESS:
        return None
    if end < limit and reader.marks[end] & COMMA and not reader.marks[end] & QUOTE and end not in view.hidden:
        return first, _aside_end(view, end, limit)
    if end < limit and not reader.marks[end] and reader.words[end] == "who":
        return first, _stretch_end(view, end, limit)
    return first, end


def _aside_end(view: View, start: int, limit: int) -> int:
    """End of the apposition that begins at `start`, or `start` where there is none."""
    reader = view.reader
    bits, word = reader.classes[start], reader.words[start]
    is_relative = word in ASIDES
    if not is_relative and (bits & CLOSED or word in SUBJECTS):
        return start
    before = start - 1
    is_named_after_role = not reader.capitals[before] and reader.classes[before] & (c.PERSON_NOUN | c.TITLE | c.GROUP)
    opens = bits & (c.DETERMINER | c.PERSON_NOUN | c.TITLE | c.NUMBER | c.ADJECTIVE) or not reader.capitals[start]
    opens = opens or is_named_after_role
    if not is_relative and not (opens and view.is_nominal(start)):
        return start
    stop = _stretch_end(view, start, limit)
    verbs = view.finite(start, stop)
    has_relative = any(reader.words[i] in RELATIVES for i in range(start, stop))
    return stop if is_relative or has_relative or not verbs else start


def _stretch_end(view: View, start: int, limit: int) -> int:
    return next((i for i in range(start + 1, limit) if view.reader.marks[i] & (BREAK | HARD | QUOTE)), limit)


def may_speak(reader: Reader, first: int, end: int) -> bool:
    """Whether a noun group behind a verb can be its subject: said her lawyer; not believed dead, warned of losses."""
    bits, capitals = reader.classes, reader.capitals
    for i in range(first, end):
        if bits[i] & (c.PREPOSITION | c.ADVERB) and not capitals[i]:
            return False
        if not bits[i] & c.ADJECTIVE and (bits[i] & _SPEAKERS or (capitals[i] and not bits[i] & c.DEMONYM)):
            return True
    return False


def is_time_group(view: View, first: int, end: int) -> bool:
    """Whether a group is but a time: last year, this week."""
    words, bits = view.reader.words, view.reader.classes
    return first + 1 < end and words[first] in PERIODS and all(bits[i] & c.TIME for i in range(first + 1, end))


def is_named(view: View, edge: int) -> bool:
    """Whether what is quoted before `edge` is but a name behind a noun: a boss nicknamed "the Axe", said."""
    reader, start = view.reader, edge - 1
    while start > view.first and reader.quotes[start - 1] == reader.quotes[edge - 1]:
        start -= 1
    verb = reporting_forms().get(reader.words[start - 1])
    is_behind = start - 2 > view.first and not reader.marks[start] & (BREAK | HARD) and view.is_nominal(start - 2)
    return bool(is_behind and verb and verb.frames & NAMING and reader.classes[start - 1] & c.PARTICIPLE)


def edge_before_name(view: View, position: int) -> int:
    """Edge before an aside that tells what the noun before it goes by: a nurse, known as Witness B, *who* said.

    `position` itself where no such aside ends there.
    """
    if not view.parts_at(position):
        return position
    breaks = view.last_breaks(view.first + 1, position, 1)
    return breaks[0] if breaks and view.reader.words[breaks[0]] in _KNOWN_AS else position


def is_purpose(view: View, first: int, end: int) -> bool:
    """Whether an infinitive opens a stretch: to save money, not to be outdone."""
    words, bits = view.reader.words, view.reader.classes
    to = first + bool(bits[first] & c.NEGATION and not bits[first] & c.DETERMINER)
    return to + 1 < end and words[to] == "to" and bool(bits[to + 1] & (c.VERB_BASE | c.COPULA | c.AUXILIARY))
