"""Names, role nouns and pronouns of every document that mentions an actor, in the order of the text."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, arrays, classes
from .cast import DESCRIPTION, PRONOUN, PRONOUN_LISTS, Cast, Events
from .entities import Names
from .marking import in_list
from .naming import Hits
from .roles import PLURALS, bodies_like

__all__ = ["events_of"]

# A head stands so near its determiner.
_LONGEST_GROUP = 7
_LONGEST_CLAUSE = 9

Places = NDArray[np.int64]


def events_of(reading: Grammar, found: Names, cast: Cast, table: Hits) -> Events:
    """Events of all documents in which an actor is named."""
    tokens = reading.tokens
    is_read = np.zeros(len(tokens.corpus), dtype=bool)
    is_read[np.searchsorted(tokens.bounds, table[:, 0], side="right") - 1] = True
    named = np.stack([table[:, 2], table[:, 1], table[:, 2], table[:, 3]], axis=1)
    rest = _other_names(found, cast, table, is_read)
    places = _candidates(reading, cast, table)
    places = places[is_read[np.searchsorted(tokens.bounds, places, side="right") - 1]]
    places = places[found.occurrences[places] < 0]
    pronouns = in_list(reading, *PRONOUN_LISTS)[places]
    last = np.where(pronouns, _relatives(reading, places), places + 1)
    asked = np.stack([places, last, places, np.where(pronouns, PRONOUN, DESCRIPTION)], axis=1)
    rows = np.concatenate([named, rest, asked])
    order = np.argsort(rows[:, 2], kind="stable")
    heads = rows[order, 2]
    same = heads[1:] == heads[:-1]
    alike = np.append(same, False) | np.append(False, same)
    tied = rows[order[alike]]
    order[alike] = order[alike][np.lexsort((tied[:, 3], tied[:, 1], tied[:, 2]))]
    return _listed(reading, cast, rows[order])


def _listed(reading: Grammar, cast: Cast, rows: Places) -> Events:
    bounds, n = reading.tokens.bounds, len(rows)
    first, last, heads, referents = rows.T
    documents = np.searchsorted(bounds, heads, side="right") - 1
    keys = documents * (referents.max(initial=0) + 1) + referents
    keys[referents < 0] = -1
    order = np.argsort(keys, kind="stable")
    positions = np.arange(n)
    begins = np.ones(n, dtype=bool)
    begins[1:] = keys[order][1:] != keys[order][:-1]
    ranks, places = np.empty(n, dtype=np.int64), np.empty(n, dtype=np.int64)
    ranks[order] = positions - np.maximum.accumulate(np.where(begins, positions, 0))
    places[order] = positions
    asked = np.flatnonzero(referents < 0)
    starts = np.searchsorted(heads, bounds[documents[asked]])
    whom: list[int] = referents.tolist()
    return Events(
        first.tolist(),
        last.tolist(),
        heads.tolist(),
        reading.sentences[first].tolist(),
        whom,
        [cast.kinds[one] if one >= 0 else "" for one in whom],
        positions.tolist(),
        ranks.tolist(),
        order.tolist(),
        places.tolist(),
        list(zip(asked.tolist(), starts.tolist(), strict=True)),
    )


def _relatives(reading: Grammar, places: Places) -> Places:
    """For tokens the relative pronoun who, whose or which that the clause begins with, near it; -1 for none."""
    who = np.flatnonzero(in_list(reading, "who"))
    commas = np.flatnonzero((reading.marks & arrays.COMMA) != 0)
    before = np.maximum(places - 1, 0)
    relative = _last_of(who, before)
    near = (places - relative < _LONGEST_CLAUSE) & (_last_of(commas, before) <= relative) & (relative >= 0)
    near &= reading.sentences[relative] == reading.sentences[places]
    return np.where(near, relative, -1)


def _last_of(marked: Places, places: Places) -> Places:
    """The last marked token up to each of some places; -1 for none."""
    return np.append(marked, -1)[np.searchsorted(marked, places, side="right") - 1]


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
    plural = (bits & classes.PLURAL) != 0
    person = ((bits & classes.PERSON_NOUN) != 0) & ~plural
    heads = person | _body_heads(reading, cast, table) & ~plural | _plural_heads(reading, cast, table)
    places = np.flatnonzero(heads & (~reading.is_capital | _offices(reading)))
    heads[:] = False
    heads[places[_determined(reading, places)]] = True
    heads |= _pairs(reading)
    places = np.flatnonzero(heads)
    begun = np.searchsorted(np.sort(table[:, 0]), places, side="right")
    ended = np.searchsorted(np.sort(table[:, 1]), places, side="right")
    heads[places[begun > ended]] = False
    return np.flatnonzero(heads | in_list(reading, *PRONOUN_LISTS)).astype(np.int64)


def _offices(reading: Grammar) -> NDArray[np.bool_]:
    """Capitalised offices and members that no name follows: the President, the embattled Democrat."""
    followed = np.zeros(len(reading.classes), dtype=bool)
    followed[:-1] = reading.is_joined[1:] & reading.is_capital[1:]
    return np.asarray(((reading.classes & (classes.TITLE | classes.PERSON_NOUN)) != 0) & ~followed, dtype=bool)


def _pairs(reading: Grammar) -> NDArray[np.bool_]:
    """Heads of *the two leaders*, *both men*: a plural of persons with a small number before it, near."""
    numbers = in_list(reading, "numbers")
    before = np.zeros(len(numbers), dtype=bool)
    for distance in (1, 2):
        before[distance:] |= numbers[:-distance]
    wanted = classes.PLURAL | classes.PERSON_NOUN
    return np.asarray(before & ((reading.classes & wanted) == wanted), dtype=bool)


def _determined(reading: Grammar, places: Places) -> NDArray[np.bool_]:
    """Whether an article or a demonstrative stands before a token, in its sentence and near."""
    openers = np.flatnonzero(in_list(reading, "definite", "indefinite"))
    last = _last_of(openers, places)
    same = reading.sentences[last] == reading.sentences[places]
    return np.asarray((places - last < _LONGEST_GROUP) & (last >= 0) & same, dtype=bool)


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
    spans = table[actors[table[:, 3]], :2]
    if len(spans):
        prepositions = np.flatnonzero((reading.classes & classes.PREPOSITION) != 0)
        following = np.append(prepositions, len(tokens))[np.searchsorted(prepositions, spans[:, 0] + 1)]
        heads = np.minimum(following, spans[:, 1]) - 1
        words = {reading.lower[i] for i in np.unique(tokens.type_ids[heads]).tolist()} | more
        if kind == "body":
            words |= {one for word in words for one in bodies_like(word)}
        ids = (tokens.id_of(word) for word in words)
        by_type[[i for i in ids if i is not None]] = True
    return np.asarray(by_type[tokens.type_ids], dtype=bool)
