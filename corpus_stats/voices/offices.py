"""Who holds an office in a document: the nouns that stand in a name or beside one (President Ann Lee, the ministry)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import numpy as np

from ..grammar.arrays import COMMA
from ..grammar.classes import (
    ADJECTIVE,
    DEMONYM,
    DETERMINER,
    GROUP,
    ORGANISATION_NOUN,
    PERSON_NOUN,
    PLACE,
    PREPOSITION,
    RELATIVE,
    TITLE,
)
from ..mentions import Names
from .clauses import Reader
from .flags import BREAK, HARD
from .naming import RECENT, Story

__all__ = ["holds", "office_holders", "telling"]

_RANKS = frozenset("former vice deputy ex acting assistant late then-vice prime first lieutenant".split())
# Words that make another office of the one behind them.
_COMPOUNDS = frozenset([("attorney", "general"), ("secretary", "general"), ("solicitor", "general")])
_SHORT = {
    "gen": "general",
    "sen": "senator",
    "gov": "governor",
    "col": "colonel",
    "capt": "captain",
    "prof": "professor",
}
_MODIFIERS = 3


def office_holders(story: Story, head: str, position: int) -> Iterator[int]:
    """Occurrences of the names that hold an office, the last before a position first; or the first behind it."""
    if story.roles is None:
        story.roles = _roles(story)
    known = story.roles.get(_office(story.reader, position, head), [])
    end = bisect_left(known, (position, 0))
    seen: set[int] = set()
    for k in range(end - 1, max(end - 1 - RECENT, -1), -1):
        entity = story.lists.entities[known[k][1]]
        if entity not in seen:
            seen.add(entity)
            yield known[k][1]
    if known and not end:
        yield known[0][1]


def holds(story: Story, occurrence: int, head: str, modifiers: range) -> bool:
    """Whether the words at `modifiers` before an office (the Treasury minister) agree with those of who holds it.

    Words with a capital tell which office it is; others do where the name has any.
    """
    known = story.duties.get((story.lists.entities[occurrence], head), set())
    reader = story.reader
    if not known and not any(reader.capitals[i] for i in modifiers):
        return True
    return all(reader.words[i] in known for i in modifiers if reader.words[i] not in _RANKS)


def telling(reader: Reader, names: Names) -> list[int]:
    """Occurrences of names that may tell a role: persons behind a role or before a comma, bodies with their noun."""
    classes, marks = reader.grammar.classes, reader.grammar.marks
    if not len(names):
        return []
    is_person = np.array([kind == "person" for kind in names.entity_kinds], dtype=bool)[names.entities]
    behind = classes[np.maximum(names.first - 1, 0)] & np.uint32(PERSON_NOUN | TITLE) != 0
    before = marks[np.minimum(names.last, len(marks) - 1)] & np.uint16(COMMA) != 0
    bodies = np.concatenate([[0], np.cumsum(classes & np.uint32(GROUP | ORGANISATION_NOUN) != 0)])
    within = bodies[names.last] > bodies[names.first]
    found: list[int] = np.flatnonzero(np.where(is_person, behind | before, within)).tolist()
    return found


def _office(reader: Reader, start: int, head: str) -> str:
    """Key of an office in `Story.roles` that a description which begins at `start` speaks of."""
    _, last = reader.sentence(start)
    end = next((i for i in range(start, min(last, start + 5)) if reader.words[i] == head), -1)
    return _key(reader, end) if end >= 0 else head


def _key(reader: Reader, i: int) -> str:
    """An office, with the word that tells a former or a vice president from the president."""
    word, before = _SHORT.get(reader.words[i], reader.words[i]), reader.words[i - 1] if i else ""
    is_rank = (before in _RANKS or (before, word) in _COMPOUNDS) and not reader.marks[i] & (BREAK | HARD)
    return f"{before} {word}" if is_rank and i > reader.sentence(i)[0] else word


def _roles(story: Story) -> dict[str, list[tuple[int, int]]]:
    """Nouns of a document that stand in a name or beside one, each with ``(position, occurrence)`` in order."""
    reader, names = story.reader, story.names
    bounds = reader.grammar.tokens.bounds
    first, last = names.first.searchsorted(bounds[story.document : story.document + 2]).tolist()
    roles: dict[str, list[tuple[int, int]]] = {}
    known = story.lists.telling
    for occurrence in known[bisect_left(known, first) : bisect_left(known, last)]:
        start, end = story.lists.firsts[occurrence], story.lists.lasts[occurrence]
        entity = story.lists.entities[occurrence]
        is_person = names.entity_kinds[entity] == "person"
        wanted = PERSON_NOUN | TITLE if is_person else GROUP | ORGANISATION_NOUN
        for i in _beside(reader, start, end) if is_person else _heads(reader, start, end):
            if reader.classes[i] & wanted:
                roles.setdefault(_key(reader, i), []).append((start, occurrence))
                if is_person:
                    story.duties.setdefault((entity, reader.words[i]), set()).update(_modifiers(reader, i))
    return roles


def _modifiers(reader: Reader, noun: int) -> list[str]:
    """Words before an office that tell which one it is: the foreign minister, the Kenyan president."""
    first, _ = reader.sentence(noun)
    found: list[str] = []
    for i in range(noun - 1, max(first, noun - _MODIFIERS) - 1, -1):
        bits = reader.classes[i]
        is_part = reader.capitals[i] or bits & (ADJECTIVE | DEMONYM | PLACE | GROUP | ORGANISATION_NOUN | TITLE)
        if reader.marks[i + 1] & (BREAK | HARD) or bits & (DETERMINER | PREPOSITION) or not is_part:
            break
        if reader.words[i] not in _RANKS:
            found.append(reader.words[i])
    return found


def _heads(reader: Reader, start: int, end: int) -> list[int]:
    """Head nouns in the name of a body: its last word, and that before "of", "for" or "on"."""
    return [i for i in range(start, end) if i == end - 1 or reader.words[i + 1] in ("of", "for", "on")]


def _beside(reader: Reader, start: int, end: int) -> list[int]:
    """Positions of the title before a name and of the apposition behind it."""
    first, last = reader.sentence(start)
    found = []
    for i in range(start - 1, max(first, start - 5) - 1, -1):
        if reader.marks[i + 1] & (BREAK | HARD) or not reader.classes[i] & (PERSON_NOUN | TITLE):
            break
        found.append(i)
    if end < last and reader.marks[end] & COMMA and reader.words[end] in ("the", "a", "an"):
        for i in range(end + 1, min(last, end + 8)):
            if reader.marks[i] & (BREAK | HARD) or reader.classes[i] & (PREPOSITION | RELATIVE):
                break
            found.append(i)
    return found
