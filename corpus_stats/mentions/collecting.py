"""`mentions`: every reference to every actor of a lexicon."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes, grammar
from ..lexicon import Actor, Lexicon
from ..tokens import Tokens
from .candidates import events_of
from .cast import BODY, OTHER, PERSON, PLACE, PLURAL, Cast
from .entities import GENDERS, Names, names
from .naming import Hits, name_hits, title_words, words_of
from .profiles import Profile, read_profile
from .tying import tied
from .values import Mentions

__all__ = ["mentions"]

_SMALL = frozenset("of for in from loyal against with".split())
_BODY = classes.ORGANISATION_NOUN | classes.GROUP
# Kinds of referents by kinds of entities.
_KINDS = np.array([PERSON, BODY, PLACE, OTHER], dtype=np.uint8)
_N_KINDS = 5
_GENDERS = {classes.GIVEN_NAME_M: "m", classes.GIVEN_NAME_F: "f"}
_ROLE = classes.PERSON_NOUN | classes.TITLE

_Places = NDArray[np.int64]
_Columns = tuple[NDArray[np.int32], _Places, _Places, _Places, NDArray[np.int32], NDArray[np.uint8]]


def mentions(tokens: Tokens, lexicon: Lexicon) -> Mentions:
    """References to every actor of a lexicon: by name, by title and name, by description, by pronoun.

    Each actor is sought on its own. A description (*the retired general*) or a pronoun is tied to the person or body
    named before it that fits it best by role, gender, number, subject and nearness, and is left out where two fit about
    as well: names in the text that are in no lexicon compete too. Quoted words are read like any others.

    Returns
    -------
    Mentions
        The same object for the same tokens and an equal lexicon.
    """
    return tokens.once(_mentions, lexicon)


def _mentions(tokens: Tokens, lexicon: Lexicon) -> Mentions:
    """Mentions of a lexicon from those of its actors: terms change none."""
    return Mentions(tokens, lexicon, *tokens.once(_columns, lexicon.actors))


def _columns(tokens: Tokens, actors: tuple[Actor, ...]) -> _Columns:
    """Columns of the `Mentions` of some actors."""
    reading, found = grammar(tokens), names(tokens)
    table = name_hits(reading, found, actors)
    if len(table):
        cast = _cast(reading, found, actors, table)
        more = tied(reading, cast, events_of(reading, found, cast, table))
        if more:
            table = np.concatenate([table, np.fromiter(chain.from_iterable(more), np.int64).reshape(-1, 5)])
        table = table[np.lexsort((table[:, 3], table[:, 1], table[:, 0]))]
    first, last, heads, whom, kinds = table.T.copy()
    documents = (np.searchsorted(tokens.bounds, first, side="right") - 1).astype(np.int32)
    return documents, first, last, heads, whom.astype(np.int32), kinds.astype(np.uint8)


def _cast(reading: Grammar, found: Names, actors: tuple[Actor, ...], table: Hits) -> Cast:
    occurrence = found.occurrences[table[:, 2]]
    whole = (occurrence >= 0) & (found.last[occurrence] == table[:, 1]) if len(found) else occurrence >= 0
    entities = found.entities[occurrence[whole]]
    whom, n_actors, entity_kinds = table[whole, 3], len(actors), _KINDS[found.kind_ids]
    votes = _counted(whom, n_actors, entity_kinds[entities], _N_KINDS)
    leans = _counted(whom, n_actors, found.gender_ids[entities], len(GENDERS))
    kinds, genders, heads = [], [], []
    for i, actor in enumerate(actors):
        given, last_word = _given_name(actor.name), _head_of(actor.name)
        is_person = bool(actor.titles) or given != 0
        kind = _kind(reading, last_word, votes[i], is_person=is_person)
        # "Order of the Lamp": who acts in the news and is called so is a body.
        is_body = kind == OTHER and not _SMALL.isdisjoint(actor.name.split()) and not _is_office(reading, actor.name)
        kinds.append(BODY if is_body else kind)
        _, n_male, n_female = leans[i]
        named = _GENDERS.get(given, "") * is_person
        genders.append(named if not n_male + n_female else "m" if n_male > n_female else "f")
        is_person = kinds[-1] == PERSON
        heads.append(title_words(actor) if is_person else frozenset({last_word, *map(_head_of, actor.aliases)}))
    profiles = _profiles(reading, table, kinds)
    every = np.concatenate([np.array(kinds, dtype=np.uint8), entity_kinds])
    return Cast(n_actors, every, [*genders, *found.entity_genders], heads, profiles)


def _counted(actors: NDArray[np.int64], n_actors: int, codes: NDArray[np.integer], n_codes: int) -> list[list[int]]:
    """How often each actor's names are names of an entity of each code."""
    counts = np.bincount(actors * n_codes + codes, minlength=n_actors * n_codes)
    listed: list[list[int]] = counts.reshape(-1, n_codes).tolist()
    return listed


def _profiles(reading: Grammar, table: Hits, kinds: Sequence[int]) -> list[Profile]:
    """What stands before the names of each actor that is a person, all articles together."""
    profiles = [Profile() for _ in kinds]
    is_led = (reading.classes[np.maximum(table[:, 2] - 1, 0)] & _ROLE) != 0
    for last, head, actor in table[is_led, 1:4].tolist():
        if kinds[actor] == PERSON:
            read_profile(reading, head, last, profiles[actor])
    return profiles


def _is_office(reading: Grammar, name: str) -> bool:
    """Whether a name opens with the word for one person: *Duke of Kent*."""
    first = reading.tokens.id_of(words_of(name)[0])
    bits = 0 if first is None else int(reading.type_classes[first])
    return bool(bits & (classes.TITLE | classes.PERSON_NOUN)) and not bits & classes.PLURAL


def _given_name(name: str) -> int:
    """Bits of the given names of men and of women that the first of several words of a name has."""
    words = name.lower().split()
    given = classes.GIVEN_NAME_M | classes.GIVEN_NAME_F
    return int(classes.classes_of(words[:1])[0] & given) if len(words) > 1 else 0


def _head_of(name: str) -> str:
    """Head noun of a name: its last word, or the last before a small word in it (Government *of* National Accord)."""
    words = [word.lower() for word in words_of(name)]
    small = [i for i, word in enumerate(words) if word in _SMALL and i]
    return words[small[0] - 1] if small else words[-1]


def _kind(reading: Grammar, last_word: str, votes: Sequence[int], *, is_person: bool) -> int:
    """Kind of an actor: by the last word of its name, titles, a given name, and what its names are taken for."""
    position = reading.tokens.id_of(last_word)
    bits = int(reading.type_classes[position]) if position is not None else 0
    if bits & _BODY:
        return BODY
    if is_person:
        return PERSON
    if bits & classes.PLACE:
        return PLACE
    # Where nothing tells a name is other: one place that tells is worth more than all of these.
    met = [kind for kind in range(_N_KINDS) if votes[kind]]
    best = max(met, key=lambda kind: (kind != OTHER, votes[kind], kind), default=OTHER)
    return PLURAL if best == OTHER and bits & classes.PLURAL else best
