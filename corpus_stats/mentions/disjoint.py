"""Whom a description cannot mean, since its sentence names him beside it."""

from __future__ import annotations

from ..grammar import Grammar, classes
from ..grammar.marks import CLOSE_BRACKET, COLON, DASH, QUOTE, SEMICOLON
from .cast import NAMES, QUOTED, SUBJECT, Events

__all__ = ["named_apart"]

# Behind these somebody else can speak, or another sentence begins.
_PARTS = SEMICOLON | COLON | DASH | QUOTE
_BREAKS = classes.SUBORDINATOR | classes.COPULA
_BESIDE = frozenset("and or nor versus v vs".split())
_LONGEST_BRACKET = 4
# So many mentions, and words between two of them, are read of a sentence.
_MOST_EVENTS, _FAR = 20, 30


def named_apart(reading: Grammar, events: Events, event: int) -> set[int]:
    """Referents named beside a description, by which others are meant: *Lee and the captain*; *The banker met Lee*."""
    found = _coordinated(reading, events, event)
    if _opens(reading, events, event):
        found |= _named_after(reading, events, event)
    return found


def _coordinated(reading: Grammar, events: Events, event: int) -> set[int]:
    """Who is named before the *and* that stands before a description."""
    joint = events.first[event] - 2
    if joint < 1 or reading.words[joint] not in _BESIDE or events.flags[event - 1] & NAMES == 0:
        return set()
    last = events.last[event - 1]
    # "Lee (left) and the captain"
    is_bracketed = 0 < joint - last < _LONGEST_BRACKET and reading.mark_list[joint] & CLOSE_BRACKET
    is_beside = last == joint and reading.joined_list[joint]
    return {events.referents[event - 1]} if is_beside or is_bracketed else set()


def _opens(reading: Grammar, events: Events, event: int) -> bool:
    """Whether a description is the subject that a sentence of the outlet begins with."""
    opener = events.first[event] - 1
    is_first = opener == 0 or reading.sentence_list[opener - 1] != reading.sentence_list[opener]
    is_first = is_first or (not reading.joined_list[opener] and reading.words[opener - 1] == "caption")
    return is_first and bool(events.flags[event] & SUBJECT) and not events.flags[event] & QUOTED


def _named_after(reading: Grammar, events: Events, event: int) -> set[int]:
    """Who is named in the rest of the sentence, as far as it is one."""
    found, one, at = set[int](), event + 1, events.last[event]
    end = min(len(events.heads), event + _MOST_EVENTS)
    while one < end and events.sentences[one] == events.sentences[event]:
        first = events.first[one]
        if first - at > _FAR:
            break
        if any(reading.mark_list[k] & _PARTS or reading.class_list[k] & _BREAKS for k in range(at, first)):
            break
        if events.flags[one] & NAMES:
            found.add(events.referents[one])
        at = max(at, first)
        one += 1
    return found
