"""Names, role nouns and pronouns of every document that mentions an actor, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, arrays, classes
from .entities import Names
from .marking import in_list
from .naming import Hits
from .roles import PLURALS
from .syntax import group_head
from .tying import DESCRIPTION, PRONOUN, PRONOUN_LISTS, Cast, Event

__all__ = ["document_events"]

# A head stands so near its determiner.
_LONGEST_GROUP = 7
_LONGEST_CLAUSE = 9

Places = NDArray[np.int64]


def document_events(reading: Grammar, found: Names, cast: Cast, table: Hits) -> Iterator[list[Event]]:
    """Events of each document in which an actor is named, for `tied`."""
    tokens = reading.tokens
    documents = np.unique(np.searchsorted(tokens.bounds, table[:, 0], side="right") - 1)
    is_read = np.zeros(len(tokens.corpus), dtype=bool)
    is_read[documents] = True
    named = np.stack([table[:, 2], table[:, 1], table[:, 2], table[:, 3]], axis=1)
    rest = _other_names(found, cast, table, is_read)
    places = _candidates(reading, cast, table)
    places = places[is_read[np.searchsorted(tokens.bounds, places, side="right") - 1]]
    places = places[found.occurrences[places] < 0]
    pronouns = in_list(reading, *PRONOUN_LISTS)[places]
    last = np.where(pronouns, _relatives(reading)[places], places + 1)
    asked = np.stack([places, last, places, np.where(pronouns, PRONOUN, DESCRIPTION)], axis=1)
    events = np.concatenate([named, rest, asked])
    events = events[np.lexsort((events[:, 3], events[:, 1], events[:, 2]))]
    begins = np.searchsorted(events[:, 2], tokens.bounds[documents]).tolist()
    ends = np.searchsorted(events[:, 2], tokens.bounds[documents + 1]).tolist()
    for begin, end in zip(begins, ends, strict=True):
        yield [(a, b, c, d) for a, b, c, d in events[begin:end].tolist()]


def _relatives(reading: Grammar) -> Places:
    """For every token the relative pronoun who, whose or which that its clause begins with, near it; -1 for none."""
    n = len(reading.classes)
    position = np.arange(n)
    relative = np.maximum.accumulate(np.where(in_list(reading, "who"), position, -1))
    comma = np.maximum.accumulate(np.where((reading.marks & arrays.COMMA) != 0, position, -1))
    before = np.maximum(position - 1, 0)
    near = (position - relative[before] < _LONGEST_CLAUSE) & (comma[before] <= relative[before])
    near &= reading.sentences[relative[before]] == reading.sentences
    return np.where(near & (relative[before] >= 0), relative[before], -1)


def _other_names(found: Names, cast: Cast, table: Places, is_read: NDArray[np.bool_]) -> Places:
    """Occurrences of named entities that are no actor."""
    occurrence = found.occurrences[table[:, 2]]
    inside = occurrence >= 0
    held, last, head = occurrence[inside], table[inside, 1], table[inside, 2]
    whole = (found.first[held] == head) & (found.last[held] == last)
    is_actor = np.zeros(len(found.entity_kinds), dtype=bool)
    is_actor[found.entities[held[whole]]] = True
    begun = np.zeros(len(found), dtype=bool)
    begun[held[found.first[held] == head]] = True
    others = np.flatnonzero(is_read[found.documents] & ~is_actor[found.entities] & ~begun)
    first, last = found.first[others], found.last[others]
    return np.stack([first, last, first, cast.n_actors + found.entities[others]], axis=1)


def _candidates(reading: Grammar, cast: Cast, table: Places) -> Places:
    """Tokens outside the actors' names that can be the head of a description, or are a pronoun of the third person."""
    bits = reading.classes
    determined = _determined(reading)
    plural = (bits & classes.PLURAL) != 0
    person = ((bits & classes.PERSON_NOUN) != 0) & ~plural
    heads = person | _body_heads(reading, cast, table) & ~plural | _plural_heads(reading, cast, table)
    heads &= determined & ~reading.is_capital
    covered = np.zeros(len(bits) + 1, dtype=np.int64)
    np.add.at(covered, table[:, 0], 1)
    np.add.at(covered, table[:, 1], -1)
    free = np.cumsum(covered)[:-1] == 0
    return np.flatnonzero((heads & free) | in_list(reading, *PRONOUN_LISTS)).astype(np.int64)


def _determined(reading: Grammar) -> NDArray[np.bool_]:
    """Tokens that an article or a demonstrative stands before, in their sentence and near."""
    n = len(reading.classes)
    position = np.arange(n)
    openers = np.where(in_list(reading, "definite", "indefinite"), position, -_LONGEST_GROUP)
    last = np.maximum.accumulate(openers)
    same = reading.sentences[np.maximum(last, 0)] == reading.sentences
    return np.asarray((position - last < _LONGEST_GROUP) & same, dtype=bool)


def _body_heads(reading: Grammar, cast: Cast, table: Places) -> NDArray[np.bool_]:
    """Tokens that are the last word of a name of an actor that is a body, as in *the army*."""
    is_group = (reading.classes & classes.GROUP) != 0
    return np.asarray(_heads_of(reading, cast, table, "body", frozenset()) & is_group, dtype=bool)


def _plural_heads(reading: Grammar, cast: Cast, table: Places) -> NDArray[np.bool_]:
    is_plural = (reading.classes & classes.PLURAL) != 0
    return np.asarray(_heads_of(reading, cast, table, "plural", PLURALS) & is_plural, dtype=bool)


def _heads_of(reading: Grammar, cast: Cast, table: Places, kind: str, more: frozenset[str]) -> NDArray[np.bool_]:
    tokens = reading.tokens
    actors = np.array([one == kind for one in cast.kinds[: cast.n_actors]], dtype=bool)
    by_type = np.zeros(len(tokens.vocabulary), dtype=bool)
    spans = table[actors[table[:, 3]], :2].tolist()
    if spans:
        words = {reading.word(group_head(reading, first, last)) for first, last in spans} | more
        ids = (tokens.id_of(word) for word in words)
        by_type[[i for i in ids if i is not None]] = True
    return np.asarray(by_type[tokens.type_ids], dtype=bool)
