"""Names, role nouns and pronouns of every document that mentions an actor, in the order of the text."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes
from ..grammar.marks import COMMA
from .cast import (
    ACTED,
    BODY,
    EITHER,
    GROUPS,
    NAMES,
    NO_GROUP,
    PERSON,
    PLURAL,
    PRONOUN,
    PRONOUN_LISTS,
    QUOTED,
    SEVERAL,
    SUBJECT,
    TELLS,
    Cast,
    Events,
)
from .cues import are_called_bodies
from .describing import are_aged, are_nationals, described, kinds_of
from .entities import Names
from .marking import in_list, last_of
from .naming import Hits
from .profiles import tells
from .pronouns import can_refer
from .quotations import quoted
from .roles import PLURALS, bodies_like
from .subjects import are_subjects
from .threads import alike, before
from .wordings import BODY_NOUNS

__all__ = ["events_of"]

# A head stands so near its determiner.
_LONGEST_GROUP = 7
_LONGEST_CLAUSE = 9
# More is as good as this.
_MOST_COUNTED = 100

Places = NDArray[np.int64]


def events_of(reading: Grammar, found: Names, cast: Cast, table: Hits) -> Events:
    """Events of all documents in which an actor is named."""
    tokens = reading.tokens
    is_read = np.zeros(len(tokens.corpus), dtype=bool)
    is_read[np.searchsorted(tokens.bounds, table[:, 0], side="right") - 1] = True
    named = table[:, [2, 1, 2, 3]]
    rest = _other_names(found, cast, table, is_read)
    places = _candidates(reading, cast, table)
    places = places[is_read[np.searchsorted(tokens.bounds, places, side="right") - 1]]
    places = places[found.occurrences[places] < 0]
    is_pronoun = in_list(reading, *PRONOUN_LISTS)[places]
    pronouns = places[is_pronoun]
    pronouns = pronouns[can_refer(reading, pronouns)]
    pronouns = np.stack([pronouns, pronouns + 1, pronouns, np.full(len(pronouns), PRONOUN)], axis=1)
    rows = np.concatenate([named, rest, pronouns, described(reading, found, places[~is_pronoun], len(cast.kinds))])
    order = np.argsort(rows[:, 2], kind="stable")
    heads = rows[order, 2]
    same = heads[1:] == heads[:-1]
    alike = np.append(same, False) | np.append(False, same)
    tied = rows[order[alike]]
    order[alike] = order[alike][np.lexsort((tied[:, 3], tied[:, 1], tied[:, 2]))]
    return _listed(reading, cast, rows[order])


def _listed(reading: Grammar, cast: Cast, rows: Places) -> Events:
    first, last, heads, referents = rows.T.copy()
    is_known = (referents >= 0) & (referents < len(cast.kinds))
    kinds = kinds_of(reading, heads).astype(np.uint8)
    kinds[is_known] = cast.kinds[referents[is_known]]
    is_person, groups = kinds == PERSON, GROUPS[kinds]
    bounds, sentences = reading.tokens.bounds, reading.sentences[first].astype(np.int64)
    documents = np.searchsorted(bounds, heads, side="right") - 1
    asked = _grouped(reading, cast, rows, documents, groups)
    begins = np.searchsorted(heads, bounds[documents[asked]])
    flags = NAMES * is_known + TELLS * (is_known & _are_told(reading, first, last, is_person))
    flags += SUBJECT * are_subjects(reading, first, last) + QUOTED * quoted(reading.tokens)[first]
    # Who is not named is alike to nobody.
    whom = np.where(referents >= 0, referents * len(bounds) + documents, -1 - np.arange(len(rows)))
    earlier, counts, acted = alike(whom, sentences, (flags & SUBJECT) != 0)
    flags += ACTED * acted
    paragraphs = np.searchsorted(reading.tokens.paragraph_bounds, first, side="right")
    pronouns = np.flatnonzero(referents == PRONOUN)
    relatives = _relatives(reading, heads[pronouns])
    pronouns, relatives = pronouns[relatives >= 0], relatives[relatives >= 0]
    bodies = np.flatnonzero(is_known & ~is_person)
    heads[bodies] = group_heads(reading, first[bodies], last[bodies])
    return Events(
        rows,
        first.tolist(),
        last.tolist(),
        heads.tolist(),
        sentences.tolist(),
        paragraphs.tolist(),
        referents.tolist(),
        bytearray(kinds.tobytes()),
        groups.tobytes(),
        bytearray(flags.astype(np.uint8).tobytes()),
        before(groups, documents, NO_GROUP).tolist(),
        earlier.tolist(),
        bytearray(np.minimum(counts, _MOST_COUNTED).astype(np.uint8).tobytes()),
        dict(zip(pronouns.tolist(), relatives.tolist(), strict=True)),
        list(zip(asked.tolist(), begins.tolist(), strict=True)),
    )


def _are_told(reading: Grammar, first: Places, last: Places, is_person: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether anything can stand beside names that a profile takes in."""
    is_copula = np.append(reading.has(classes.COPULA), False)[last]
    return np.where(is_person, tells(reading, first, last), is_copula | are_called_bodies(reading, first, last))


def _grouped(reading: Grammar, cast: Cast, rows: Places, documents: Places, groups: NDArray[np.uint8]) -> Places:
    """Events that are to be tied where an actor of their group stands in the document; the groups are put right.

    What is tied changes nothing for the other groups.
    """
    heads, referents = rows[:, 2], rows[:, 3]
    pronouns = referents == PRONOUN
    for group, lists in enumerate((("he", "she"), ("it",), ("they",))):
        groups[pronouns & in_list(reading, *lists)[heads]] = group
    stands = np.zeros((len(reading.tokens.bounds), NO_GROUP + 1), dtype=bool)
    is_actor = (referents >= 0) & (referents < cast.n_actors)
    stands[documents[is_actor], groups[is_actor]] = True
    is_sought = stands[documents, groups] & (referents != SEVERAL)
    is_sought |= stands[documents, 0] & ((referents == SEVERAL) | (referents == EITHER))
    asked = np.flatnonzero((referents < 0) & is_sought)
    groups[~stands[documents, groups]] = NO_GROUP
    return asked


def _relatives(reading: Grammar, places: Places) -> Places:
    """For tokens the relative pronoun who, whose or which that the clause begins with, near it; -1 for none."""
    who = np.flatnonzero(in_list(reading, "who"))
    commas = np.flatnonzero((reading.marks & COMMA) != 0)
    before = np.maximum(places - 1, 0)
    relative = last_of(who, before)
    near = (places - relative < _LONGEST_CLAUSE) & (last_of(commas, places) <= relative) & (relative >= 0)
    near &= reading.sentences[relative] == reading.sentences[places]
    return np.where(near, relative, -1)


def group_heads(reading: Grammar, first: Places, last: Places) -> Places:
    """Head nouns of noun groups: the last token of each, or the last before a preposition in it."""
    prepositions = np.flatnonzero(reading.has(classes.PREPOSITION))
    following = np.append(prepositions, len(reading.classes))[np.searchsorted(prepositions, first + 1)]
    return np.asarray(np.minimum(following, last) - 1)


def _other_names(found: Names, cast: Cast, table: Places, is_read: NDArray[np.bool_]) -> Places:
    """Occurrences of named entities that are no actor."""
    occurrence = found.occurrences[table[:, 2]]
    inside = occurrence >= 0
    held, last, head = occurrence[inside], table[inside, 1], table[inside, 2]
    whole = (found.first[held] == head) & (found.last[held] == last)
    is_actor = np.zeros(len(found.kind_ids), dtype=bool)
    is_actor[found.entities[held[whole]]] = True
    begun = np.zeros(len(found), dtype=bool)
    begun[held[found.first[held] == head]] = True
    others = np.flatnonzero(is_read[found.documents] & ~is_actor[found.entities] & ~begun)
    first, last = found.first[others], found.last[others]
    return np.stack([first, last, first, cast.n_actors + found.entities[others]], axis=1)


def _candidates(reading: Grammar, cast: Cast, table: Places) -> Places:
    """Tokens outside the actors' names that can be the head of a description, or are a pronoun of the third person."""
    plural = reading.has(classes.PLURAL)
    person = reading.has(classes.PERSON_NOUN) & ~plural | are_aged(reading) | are_nationals(reading)
    heads = person | _body_heads(reading, cast, table) & ~plural | _plural_heads(reading, cast, table)
    places = np.flatnonzero(heads & (~reading.is_capital | _offices(reading) | are_nationals(reading)))
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
    return reading.has(classes.TITLE | classes.PERSON_NOUN) & ~followed


def _pairs(reading: Grammar) -> NDArray[np.bool_]:
    """Heads of *the two leaders*, *both men*: a plural of persons with a small number before it, near."""
    numbers = in_list(reading, "numbers")
    before = np.zeros(len(numbers), dtype=bool)
    for distance in (1, 2):
        before[distance:] |= numbers[:-distance]
    return before & reading.has(classes.PLURAL) & reading.has(classes.PERSON_NOUN)


def _determined(reading: Grammar, places: Places) -> NDArray[np.bool_]:
    """Whether an article or a demonstrative stands before a token, in its sentence and near."""
    openers = np.flatnonzero(in_list(reading, "definite", "indefinite"))
    last = last_of(openers, places)
    same = reading.sentences[last] == reading.sentences[places]
    return np.asarray((places - last < _LONGEST_GROUP) & (last >= 0) & same, dtype=bool)


def _body_heads(reading: Grammar, cast: Cast, table: Places) -> NDArray[np.bool_]:
    """Tokens that are the last word of a name of an actor that is a body, as in *the army*."""
    return _heads_of(reading, cast, table, BODY, frozenset()) & reading.has(classes.GROUP | classes.ORGANISATION_NOUN)


def _plural_heads(reading: Grammar, cast: Cast, table: Places) -> NDArray[np.bool_]:
    return _heads_of(reading, cast, table, PLURAL, PLURALS) & reading.has(classes.PLURAL)


def _heads_of(reading: Grammar, cast: Cast, table: Places, kind: int, more: frozenset[str]) -> NDArray[np.bool_]:
    tokens = reading.tokens
    by_type = np.zeros(len(tokens.vocabulary), dtype=bool)
    spans = table[cast.kinds[table[:, 3]] == kind, :2]
    if len(spans):
        heads = group_heads(reading, spans[:, 0], spans[:, 1])
        words = {reading.lower[i] for i in np.unique(tokens.type_ids[heads]).tolist()} | more
        if kind == BODY:
            words |= BODY_NOUNS.union(*map(bodies_like, words))
        ids = (tokens.id_of(word) for word in words)
        by_type[[i for i in ids if i is not None]] = True
    return np.asarray(by_type[tokens.type_ids], dtype=bool)
