"""Mentions of actors by name, alias, or title and name.

Throughout this module, hits are a table of int64 with one row a mention: first and last token, head, position of the
actor in the lexicon, position of the kind in `MENTION_KINDS`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes
from ..grammar.marks import APOSTROPHE, COMMA, DASH, QUOTE, STOP
from ..lexicon import Actor
from ..tokens import token_spans, type_of
from . import wordings
from .capitals import counted
from .entities import Names

__all__ = ["Hits", "name_hits", "title_words", "words_of"]

Hits = NDArray[np.int64]

_NAME, _TITLED = 0, 1
_PASSED = QUOTE | APOSTROPHE | DASH | STOP
_LONGEST_ACRONYM = 4
_LONGEST_TITLE = 6
_BODY = classes.ORGANISATION_NOUN | classes.GROUP
_NO_GIVEN = (
    _BODY | classes.PERSON_NOUN | classes.TITLE | classes.PLACE | classes.DEMONYM | classes.ADJECTIVE | classes.PLURAL
)
_GIVEN = classes.GIVEN_NAME_M | classes.GIVEN_NAME_F


@dataclass(frozen=True)
class _Alias:
    """One way to name an actor: types, the marks between, and whether only a capital tells it from a common word."""

    words: tuple[tuple[int, ...], ...]
    marks: tuple[int, ...]
    actor: int
    is_capital: bool


def name_hits(reading: Grammar, found: Names, actors: tuple[Actor, ...]) -> Hits:
    """Mentions of every actor by name, each actor sought on its own; of one actor's aliases the longest, sorted.

    An alias that is part of somebody else's longer name is none: Trump in Trump Tower or in Melania Trump.
    """
    hits = _alias_hits(reading, _aliases(reading, actors))
    hits = hits[_stand_alone(reading, found, hits, _own_words(reading, actors))]
    hits = _without_overlaps(_without_nested(reading, hits))
    table = np.stack([hits[:, 0], hits[:, 1], hits[:, 0], hits[:, 2], np.full(len(hits), _NAME)], axis=1)
    table = np.concatenate([table, _short_forms(found, table)])
    _add_titles(reading, actors, table)
    return np.asarray(table[np.lexsort((table[:, 3], table[:, 1], table[:, 0]))])


def _aliases(reading: Grammar, actors: tuple[Actor, ...]) -> list[_Alias]:
    """Aliases whose words all occur in the corpus."""
    found = []
    for i, actor in enumerate(actors):
        for text in (actor.name, *actor.aliases):
            spans = token_spans(text)
            words = tuple(_ids(reading, type_of(text[a:b])) for a, b in spans)
            gaps = tuple(COMMA if "," in text[one[1] : two[0]] else 0 for one, two in pairwise(spans))
            if words and all(words):
                found.append(_Alias(words, gaps, i, len(words) == 1 and text[spans[0][0]].isupper()))
    return found


def _ids(reading: Grammar, word: str) -> tuple[int, ...]:
    """Types that a word of an alias stands for: itself, and in capitals unless it is short (us is never US)."""
    forms = {word}
    if sum(character.isalpha() for character in word) > _LONGEST_ACRONYM:
        forms |= {word.upper(), word.lower()}
    ids = (reading.tokens.id_of(form) for form in sorted(forms))
    return tuple(i for i in ids if i is not None)


def _alias_hits(reading: Grammar, aliases: Sequence[_Alias]) -> Hits:
    """All occurrences of all aliases as rows of first, last, actor."""
    types, n = reading.tokens.type_ids, len(reading.tokens)
    begins = np.zeros(len(reading.tokens.vocabulary) + 1, dtype=bool)
    begins[sorted({i for alias in aliases for i in alias.words[0]})] = True
    places = np.flatnonzero(begins[types])
    places = places[np.argsort(types[places], kind="stable")]
    sorted_types = types[places]
    rows = [np.zeros((0, 3), dtype=np.int64)]
    for alias in aliases:
        cuts = [np.searchsorted(sorted_types, (i, i + 1)) for i in alias.words[0]]
        at = np.concatenate([places[a:b] for a, b in cuts])
        at = at[at + len(alias.words) <= n]
        if alias.is_capital:
            at = at[reading.is_capital[at]]
        for k, gap in enumerate(alias.marks, 1):
            at = at[np.logical_or.reduce([types[at + k] == i for i in alias.words[k]])]
            at = at[(reading.marks[at + k] & ~np.uint16(_PASSED)) == gap]
        at = at[reading.sentences[at] == reading.sentences[at + len(alias.words) - 1]]
        rows.append(np.stack([at, at + len(alias.words), np.full(len(at), alias.actor)], axis=1))
    return np.concatenate(rows)


def _without_overlaps(hits: Hits) -> Hits:
    """Of each actor's hits that overlap the one that begins first, then the longest."""
    hits = hits[np.lexsort((-hits[:, 1], hits[:, 0], hits[:, 2]))]
    # Actor by actor, as if each had a corpus of his own after the last one's.
    shift = hits[:, 2] * (int(hits[:, 1].max(initial=0)) + 1)
    first, last = hits[:, 0] + shift, hits[:, 1] + shift
    kept = np.ones(len(hits), dtype=bool)
    kept[1:] = first[1:] >= np.maximum.accumulate(last)[:-1]
    end = -1
    for i in np.flatnonzero(~(kept & np.append(kept[1:], True))).tolist():
        kept[i] = kept[i] or first[i] >= end
        end = last[i] if kept[i] else end
    return np.asarray(hits[kept])


def _own_words(reading: Grammar, actors: tuple[Actor, ...]) -> list[frozenset[int]]:
    """Types of all words in an actor's name, aliases and titles."""
    own = []
    for actor in actors:
        texts = (actor.name, *actor.aliases, *actor.titles)
        own.append(frozenset(i for text in texts for word in words_of(text) for i in _ids(reading, word)))
    return own


def _stand_alone(reading: Grammar, found: Names, hits: Hits, own: Sequence[frozenset[int]]) -> NDArray[np.bool_]:
    """Which hits are not a part of a longer name that is somebody else's."""
    kept = np.ones(len(hits), dtype=bool)
    occurrence = found.occurrences[hits[:, 0]]
    inside = np.flatnonzero(occurrence >= 0)
    held = occurrence[inside]
    longer = (found.first[held] < hits[inside, 0]) | (found.last[held] > hits[inside, 1])
    rows, held = inside[longer], held[longer]
    columns = rows, found.first[held], hits[rows, 0], hits[rows, 1], found.last[held], hits[rows, 2]
    for i, begin, first, last, end, actor in zip(*(column.tolist() for column in columns), strict=True):
        kept[i] = not _is_part_of_other(reading, (begin, first, last, end), own[actor])
    return kept


def _is_part_of_other(reading: Grammar, span: tuple[int, int, int, int], own: frozenset[int]) -> bool:
    begin, first, last, end = span
    bits, types, words = reading.class_list, reading.tokens.type_ids, reading.words
    before = [k for k in range(begin, first) if types[k] not in own and len(words[k]) > 1]
    after = [k for k in range(last, end) if types[k] not in own and words[k] not in wordings.SUFFIXES]
    # Another given name before a surname is another person: Saddam Haftar.
    if before and not any(bits[k] & _NO_GIVEN and not bits[k] & _GIVEN for k in before):
        return True
    return any(bits[k] & _BODY or words[k] in wordings.NAME_HEADS for k in after)


def _without_nested(reading: Grammar, hits: Hits) -> Hits:
    """Hits without those that end a longer name of another actor: Syrian fighters in Russian and Syrian fighters.

    In *forces loyal to Haftar* both stay: what follows a preposition is somebody else than the whole.
    """
    order = np.lexsort((hits[:, 0], hits[:, 1]))
    hits = hits[order]
    inner = np.zeros(len(hits), dtype=bool)
    inner[1:] = hits[1:, 1] == hits[:-1, 1]
    first = hits[:, 0]
    outer = first[np.maximum.accumulate(np.where(inner, 0, np.arange(len(hits))))]
    prepositions = counted(reading.has(classes.PREPOSITION))
    inner &= (first > outer) & (prepositions[first] == prepositions[outer])
    return np.asarray(hits[~inner])


def _short_forms(found: Names, table: Hits) -> Hits:
    """Other names of an entity that one actor's name was found for in the same document: Trump after Donald Trump."""
    occurrence = found.occurrences[table[:, 0]]
    inside = occurrence >= 0
    held, actors = occurrence[inside], table[inside, 3]
    whole = table[inside, 1] == found.last[held]
    n = len(found.kind_ids)
    lowest, highest = np.full(n, len(table) + len(found) + 1), np.full(n, -1)
    np.minimum.at(lowest, found.entities[held[whole]], actors[whole])
    np.maximum.at(highest, found.entities[held[whole]], actors[whole])
    taken = np.zeros(len(found), dtype=bool)
    taken[held] = True
    more = np.flatnonzero(~taken & (lowest == highest)[found.entities]) if n else np.zeros(0, dtype=np.int64)
    columns = found.first[more], found.last[more], found.first[more], highest[found.entities[more]]
    return np.stack([*columns, np.full(len(more), _NAME)], axis=1).astype(np.int64)


def words_of(name: str) -> list[str]:
    """Words of a name, as types."""
    return [type_of(name[a:b]) for a, b in token_spans(name)]


def title_words(actor: Actor) -> frozenset[str]:
    """Words of an actor's titles, in lower case."""
    return frozenset(word.lower() for title in actor.titles for word in words_of(title))


def _add_titles(reading: Grammar, actors: tuple[Actor, ...], table: Hits) -> None:
    """Take in the titles before a name, in place: Field Marshal Khalifa Haftar."""
    titles = [title_words(actor) for actor in actors]
    by_type = (reading.type_classes & classes.TITLE) != 0
    ids = (reading.tokens.id_of(word) for word in frozenset().union(*titles))
    by_type[[i for i in ids if i is not None]] = True
    before = np.maximum(table[:, 0] - 1, 0)
    sentences, marks, bits, words = reading.sentence_list, reading.mark_list, reading.class_list, reading.words
    rows = np.flatnonzero(by_type[reading.tokens.type_ids[before]] & (table[:, 0] > 0))
    for i, first, actor in zip(rows.tolist(), *table[rows][:, [0, 3]].T.tolist(), strict=True):
        begin = first
        while begin > 0 and first - begin < _LONGEST_TITLE and sentences[begin - 1] == sentences[begin]:
            is_title = bits[begin - 1] & classes.TITLE or words[begin - 1] in titles[actor]
            if marks[begin] & ~STOP or not is_title:
                break
            begin -= 1
        if begin < first:
            table[i, 0], table[i, 4] = begin, _TITLED
