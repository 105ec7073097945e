"""`mentions`: every reference to every actor of a lexicon."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes, grammar
from ..lexicon import Actor, Lexicon
from ..tokens import Tokens, token_spans, type_of
from .candidates import events_of
from .cast import Cast
from .entities import Names, names
from .naming import Hits, name_hits
from .profiles import Profile, read_profile
from .tying import tied
from .values import Mentions

__all__ = ["mentions"]

_SMALL = frozenset("of for in from loyal against with".split())
_BODY = classes.ORGANISATION_NOUN | classes.GROUP
_KIND_OF_ENTITY = {"person": "person", "organisation": "body", "place": "place", "other": "other"}


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
    return tokens.once(_with_terms, lexicon)


def _with_terms(tokens: Tokens, lexicon: Lexicon) -> Mentions:
    """Mentions of a lexicon from those of its actors: terms change none."""
    return replace(tokens.once(_mentions, lexicon.actors), lexicon=lexicon)


def _mentions(tokens: Tokens, actors: tuple[Actor, ...]) -> Mentions:
    reading, found, lexicon = grammar(tokens), names(tokens), Lexicon((), actors)
    table = name_hits(reading, found, lexicon)
    if len(table):
        cast = _cast(reading, found, lexicon, table)
        more = tied(reading, cast, events_of(reading, found, cast, table))
        table = np.concatenate([table, np.array(more, dtype=np.int64).reshape(-1, 5)])
        table = table[np.lexsort((table[:, 3], table[:, 1], table[:, 0]))]
    first, last, heads, whom, kinds = table.T.copy()
    documents = (np.searchsorted(tokens.bounds, first, side="right") - 1).astype(np.int32)
    return Mentions(tokens, lexicon, documents, first, last, heads, whom.astype(np.int32), kinds.astype(np.uint8))


def _cast(reading: Grammar, found: Names, lexicon: Lexicon, table: Hits) -> Cast:
    occurrence = found.occurrences[table[:, 2]]
    whole = (occurrence >= 0) & (found.last[occurrence] == table[:, 1]) if len(found) else occurrence >= 0
    entities = found.entities[occurrence[whole]]
    votes = _counted(table[whole, 3], [_KIND_OF_ENTITY[kind] for kind in found.entity_kinds], entities)
    leans = _counted(table[whole, 3], found.entity_genders, entities)
    kinds, genders, heads = [], [], []
    for i, actor in enumerate(lexicon.actors):
        last_words = [_head_of(text) for text in (actor.name, *actor.aliases)]
        is_person = bool(actor.titles) or _has_given_name(actor.name)
        kinds.append(_kind(reading, last_words[0], votes[i], is_person=is_person))
        del leans[i][""]
        genders.append(leans[i].most_common(1)[0][0] if leans[i] else _gender_of(actor.name) * is_person)
        titles = [type_of(title[a:b]).lower() for title in actor.titles for a, b in token_spans(title)]
        heads.append(frozenset(titles if kinds[-1] == "person" else last_words))
    kinds += [_KIND_OF_ENTITY[kind] for kind in found.entity_kinds]
    genders += found.entity_genders
    n_actors = len(lexicon.actors)
    return Cast(n_actors, kinds, genders, heads, _profiles(reading, table, kinds[:n_actors]))


def _counted(actors: NDArray[np.int64], said: Sequence[str], entities: NDArray[np.int64]) -> dict[int, Counter[str]]:
    """How often each actor's names are names of an entity of which something is said."""
    words = sorted(set(said))
    numbers = {word: i for i, word in enumerate(words)}
    codes = np.array([numbers[one] for one in said], dtype=np.int64)
    pairs, counts = np.unique(actors * max(len(words), 1) + codes[entities], return_counts=True)
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for pair, count in zip(pairs.tolist(), counts.tolist(), strict=True):
        actor, code = divmod(pair, len(words))
        found[actor][words[code]] = count
    return found


def _profiles(reading: Grammar, table: Hits, kinds: Sequence[str]) -> list[Profile]:
    """What stands before the names of each actor that is a person, all articles together."""
    profiles = [Profile() for _ in kinds]
    is_role = (reading.classes & (classes.PERSON_NOUN | classes.TITLE)) != 0
    for last, head, actor in table[is_role[np.maximum(table[:, 2] - 1, 0)]][:, 1:4].tolist():
        if kinds[actor] == "person":
            read_profile(reading, head, last, profiles[actor])
    return profiles


def _has_given_name(name: str) -> bool:
    return _given_name(name) != 0


def _gender_of(name: str) -> str:
    """Gender of a given name that is a man's or a woman's only; "" for others."""
    return {classes.GIVEN_NAME_M: "m", classes.GIVEN_NAME_F: "f"}.get(_given_name(name), "")


def _given_name(name: str) -> int:
    """Bits of the given names of men and of women that the first of several words of a name has."""
    words = name.lower().split()
    given = classes.GIVEN_NAME_M | classes.GIVEN_NAME_F
    return int(classes.classes_of(words[:1])[0] & given) if len(words) > 1 else 0


def _head_of(name: str) -> str:
    """Head noun of a name: its last word, or the last before a small word in it (Government *of* National Accord)."""
    words = [type_of(name[a:b]).lower() for a, b in token_spans(name)]
    small = [i for i, word in enumerate(words) if word in _SMALL and i]
    return words[small[0] - 1] if small else words[-1]


def _kind(reading: Grammar, last_word: str, votes: Counter[str], *, is_person: bool) -> str:
    """Kind of an actor: by the last word of its name, titles, a given name, and what its names are taken for."""
    position = reading.tokens.id_of(last_word)
    bits = int(reading.type_classes[position]) if position is not None else 0
    if bits & _BODY:
        return "body"
    if is_person:
        return "person"
    if bits & classes.PLACE:
        return "place"
    # Where nothing tells a name is "other": one place that tells is worth more than all of these.
    best = max(votes.items(), key=lambda one: (one[0] != "other", one[1], one[0]), default=("other", 0))[0]
    return "plural" if best == "other" and bits & classes.PLURAL else best
