"""`names`: the named persons, organisations and places of every document, without a lexicon.

Throughout this module, a form is one spelling of a name in one document (Khalifa Haftar, Haftar), and an entity is all
forms that are taken for one there. Nothing is carried from one document to another.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, grammar
from ..grammar.marks import CLOSE_BRACKET, LINE, OPEN_BRACKET
from ..tokens import Tokens
from .capitals import capital_runs
from .chains import chained
from .cues import Beside, genders, kinds, titles

__all__ = ["ENTITY_KINDS", "GENDERS", "Names", "names"]

# Of a form's occurrences more than so many must have the title of a man, or of a woman.
_LEAST_TITLED = 1 / 3

ENTITY_KINDS = ("person", "organisation", "place", "other")
GENDERS = ("", "m", "f")


@dataclass(frozen=True, eq=False)
class Names:
    """Named entities of every document, in the order of the text.

    Attributes
    ----------
    tokens : Tokens
    documents : int32 array of shape (n,)
        Position of the document of each occurrence of a name.
    first, last : int64 arrays of shape (n,)
        Token positions of the bare name, `last` exclusive: titles before it are not in it.
    entities : int64 array of shape (n,)
        Position of its entity in the arrays and tuples below.
    entity_documents : int32 array of shape (n_entities,)
        No entity is shared by documents.
    entity_occurrences : int64 array of shape (n_entities,)
        Position in `first` of the longest form, where it stands first.
    kind_ids : int64 array of shape (n_entities,)
        Position in `ENTITY_KINDS`.
    gender_ids : int64 array of shape (n_entities,)
        Position in `GENDERS`.
    """

    tokens: Tokens
    documents: NDArray[np.int32]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    entities: NDArray[np.int64]
    entity_documents: NDArray[np.int32]
    entity_occurrences: NDArray[np.int64]
    kind_ids: NDArray[np.int64]
    gender_ids: NDArray[np.int64]

    def __len__(self) -> int:
        return int(self.first.size)

    def entity_at(self, position: int) -> int:
        """Entity named at a token position; -1 where none is."""
        i = self.occurrence_at(position)
        return int(self.entities[i]) if i >= 0 else -1

    def occurrence_at(self, position: int) -> int:
        """Position in `first` of the name that holds a token; -1 where none does."""
        i = int(np.searchsorted(self.first, position, side="right")) - 1
        return i if i >= 0 and position < self.last[i] else -1

    @cached_property
    def entity_kinds(self) -> tuple[str, ...]:
        """Of every entity one of `ENTITY_KINDS`; "other" where nothing near the name tells."""
        return tuple([ENTITY_KINDS[i] for i in self.kind_ids.tolist()])

    @cached_property
    def entity_genders(self) -> tuple[str, ...]:
        """Of every entity "m", "f", or "" where nothing tells."""
        return tuple([GENDERS[i] for i in self.gender_ids.tolist()])

    @cached_property
    def entity_names(self) -> tuple[str, ...]:
        """Longest form of every entity, as written where it stands first."""
        tokens, at = self.tokens, self.entity_occurrences
        columns = self.entity_documents, tokens.starts[self.first[at]], tokens.ends[self.last[at] - 1]
        rows = zip(*(column.tolist() for column in (*columns, self.last[at] - self.first[at] == 1)), strict=True)
        texts = [document.text for document in tokens.corpus.documents]
        return tuple([texts[i][a:b] if is_word else " ".join(texts[i][a:b].split()) for i, a, b, is_word in rows])

    @cached_property
    def occurrences(self) -> NDArray[np.int32]:
        """For every token the position in `first` of the name that holds it, -1 where none does; shape (n_tokens,)."""
        found = np.full(len(self.tokens) + 1, -1, dtype=np.int32)
        lengths = self.last - self.first
        held = np.repeat(self.first - np.cumsum(lengths) + lengths, lengths) + np.arange(int(lengths.sum()))
        found[held] = np.repeat(np.arange(len(self), dtype=np.int32), lengths)
        return found[:-1]

    @cached_property
    def occurrence_list(self) -> list[int]:
        """`occurrences` as a list: reading single entries is several times faster."""
        listed: list[int] = self.occurrences.tolist()
        return listed


def names(tokens: Tokens) -> Names:
    """Named entities of a corpus, English; the same object for the same tokens.

    A name is a run of capitalised words whose capitals are not due to their place (see `capitals`); what it names is
    guessed from words in it and beside it. Precise for persons with a given name or a title, and for bodies with a
    common noun in their name; a lone word that nothing explains is of kind "other".
    """
    return tokens.once(_names)


def _names(tokens: Tokens) -> Names:
    reading = grammar(tokens)
    first, last = capital_runs(reading)
    documents = (np.searchsorted(tokens.bounds, first, side="right") - 1).astype(np.int32)
    keys = _keys(tokens, first, last)
    which, spelled = _numbered(keys)
    forms, shown = _numbered(keys ^ (documents.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15))
    counts = np.bincount(forms, minlength=len(shown))
    beside = Beside.of(reading, first, last)
    leans = np.bincount(forms, titles(beside), minlength=len(shown))
    leans = np.where(_LEAST_TITLED * counts < np.abs(leans), np.sign(leans), 0).astype(np.int64)
    columns = which[shown], documents[shown].astype(np.int64), counts, leans
    owners = chained(reading, (first[spelled], last[spelled]), columns, _glosses(reading, forms, first, last))
    entities = owners[forms] if len(forms) else np.zeros(0, dtype=np.int64)
    at = shown[_longest(owners, (tokens.ends[last - 1] - tokens.starts[first])[shown])]
    kind_ids = kinds(beside, entities, len(at))
    gender_ids = genders(beside, entities, kind_ids)
    return Names(tokens, documents, first, last, entities, documents[at], at, kind_ids, gender_ids)


def _keys(tokens: Tokens, first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.uint64]:
    """A number for every run of types: equal for equal runs, different for others but by a chance of 2 to the -64."""
    keys, rows, at = np.zeros(len(first), dtype=np.uint64), np.arange(len(first)), first
    while len(rows):
        mixed = (keys[rows] ^ (tokens.type_ids[at].astype(np.uint64) + np.uint64(1))) * np.uint64(0xBF58476D1CE4E5B9)
        keys[rows] = mixed ^ (mixed >> np.uint64(29))
        goes_on = at + 1 < last[rows]
        rows, at = rows[goes_on], at[goes_on] + 1
    return keys


def _numbered(keys: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Keys numbered by first appearance, and where each appears first."""
    _, shown, numbers = np.unique(keys, return_index=True, return_inverse=True)
    order = np.argsort(shown)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    return rank[numbers].astype(np.int64), shown[order].astype(np.int64)


def _glosses(
    reading: Grammar, forms: NDArray[np.int64], first: NDArray[np.int64], last: NDArray[np.int64]
) -> list[tuple[int, int]]:
    """Pairs of forms of which the second stands in brackets after the first: Government of National Accord (GNA)."""
    if len(first) < 2:
        return []
    marks = np.append(reading.marks, np.uint16(CLOSE_BRACKET))
    opened = (marks[first[1:]] & OPEN_BRACKET) != 0
    closed = (marks[last[1:]] & (CLOSE_BRACKET | LINE)) != 0
    places = np.flatnonzero(opened & closed & (first[1:] == last[:-1])).tolist()
    return [(int(forms[i]), int(forms[i + 1])) for i in places]


def _longest(owners: NDArray[np.int64], lengths: NDArray[np.int32]) -> NDArray[np.int64]:
    """Of every entity its longest form, the first of equals."""
    order = np.lexsort((-lengths, owners))
    begins = np.ones(len(order), dtype=bool)
    begins[1:] = owners[order][1:] != owners[order][:-1]
    return order[begins].astype(np.int64)
