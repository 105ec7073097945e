"""What a source is called: its name in the longest form, or the words that describe it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from ..grammar.arrays import COMMA, OPEN_BRACKET
from ..grammar.classes import (
    ADJECTIVE,
    CONJUNCTION,
    DEMONYM,
    DETERMINER,
    FEMALE,
    GROUP,
    MALE,
    NUMBER,
    ORGANISATION_NOUN,
    PARTICIPLE,
    PERSON_NOUN,
    PLACE,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    TIME,
    TITLE,
    VERB_ING,
)
from ..mentions import Names, names
from ..tokens import Tokens
from .clauses import Reader, is_paper
from .flags import BREAK, HARD
from .outlets import is_same_outlet

__all__ = ["RECENT", "NameLists", "Said", "Story", "described", "entity_of", "head_end", "is_acronym", "surnames"]

RECENT = 20
_PARTIES = frozenset("republican republicans democrat democrats democratic tory tories".split())
# Words that lose the capital of a sentence's beginning; of others it is not known whose the capital is.
_ORDINARY = DETERMINER | ADJECTIVE | NUMBER | PERSON_NOUN | PLURAL | PRONOUN | GROUP | TITLE | VERB_ING | PARTICIPLE
_APART = BREAK | OPEN_BRACKET
_STOPS = BREAK | HARD | OPEN_BRACKET
_ENDS = PREPOSITION | RELATIVE | CONJUNCTION | SUBORDINATOR | VERB_ING
_OWN = frozenset("newspaper paper website site publication outlet magazine network channel reporter".split())


class Said(NamedTuple):
    """Somebody who was given as a source: what the text calls them, and what can refer back to them."""

    text: str
    kind: str
    head: str = ""
    gender: str = ""
    is_person: bool = False
    is_plural: bool = False
    is_body: bool = False
    is_unknown: bool = False


class NameLists(NamedTuple):
    """Of all names of a corpus, as lists: their entities, token spans, and which of them may tell a role."""

    entities: list[int]
    firsts: list[int]
    lasts: list[int]
    telling: list[int]


@dataclass(eq=False)
class Story:
    """One document while its sources are followed: who has spoken so far, and which names its nouns belong to."""

    reader: Reader
    names: Names
    lists: NameLists
    document: int
    said: list[tuple[int, Said]] = field(default_factory=list)
    heads: dict[str, list[Said]] = field(default_factory=dict)
    known: dict[int, Said] = field(default_factory=dict)
    roles: dict[str, list[tuple[int, int]]] | None = None
    duties: dict[tuple[int, str], set[str]] = field(default_factory=dict)

    def add(self, said: Said, sentence: int) -> None:
        """Remember who has spoken in a sentence."""
        self.said.append((sentence, said))
        known = self.heads.get(said.head)
        if known is None:
            self.heads[said.head] = [said]
        else:
            known.append(said)

    def since(self, sentence: int) -> Iterator[tuple[int, Said]]:
        """Sentence and source of what was said from a sentence on, the last first, no more than `RECENT`."""
        for k in range(len(self.said) - 1, max(len(self.said) - 1 - RECENT, -1), -1):
            if self.said[k][0] < sentence:
                break
            yield self.said[k]

    def called(self, head: str) -> list[Said]:
        """Who has spoken under a noun, the last first."""
        return self.heads.get(head, [])[: -RECENT - 1 : -1]


def described(story: Story, first: int, last: int) -> Said:
    """A source by its own words."""
    reader, held = story.reader, story.names.occurrence_list
    end = head_end(story, first, last)
    occurrence = held[end - 1]
    if occurrence < 0 and end - 1 > first and reader.classes[end - 1] & NUMBER:
        occurrence = held[end - 2]
    if occurrence < 0 and end < last and reader.marks[end] & COMMA:
        # the chief executive, Ann Lee
        is_role = reader.classes[end - 1] & (PERSON_NOUN | TITLE | GROUP | ORGANISATION_NOUN)
        occurrence = held[end] if is_role else -1
    if occurrence < 0 and end - first == 1 and reader.capitals[first]:
        occurrence = surnames(reader.grammar.tokens).get((story.document, reader.words[first]), -1)
        if occurrence >= 0:
            return entity_of(story, occurrence)
    if occurrence < 0:
        return _unnamed(story, first, last, end)
    said, stop = entity_of(story, occurrence), story.lists.lasts[occurrence]
    if stop < last and not reader.marks[stop] and reader.words[stop].isdigit():
        # Channel 4: the number belongs to the name
        return said._replace(text=_written(story, story.lists.firsts[occurrence], stop + 1))
    return said


def surnames(tokens: Tokens) -> dict[tuple[int, str], int]:
    """First occurrence of the only person of each document who has a surname, by document and word in lower case."""
    return tokens.once(_surnames)


def _surnames(tokens: Tokens) -> dict[tuple[int, str], int]:
    known = names(tokens)
    entities, occurrences = np.unique(known.entities, return_index=True)
    found: dict[tuple[int, str], int] = {}
    for entity, occurrence in zip(entities.tolist(), occurrences.tolist(), strict=True):
        words = known.entity_names[entity].lower().split()
        if known.entity_kinds[entity] == "person" and len(words) > 1:
            key = int(known.documents[occurrence]), words[-1]
            # two of one surname: neither is meant for sure
            found[key] = -1 if key in found else occurrence
    return {key: occurrence for key, occurrence in found.items() if occurrence >= 0}


def _unnamed(story: Story, first: int, last: int, end: int) -> Said:
    """A source whose first noun group, that ends at `end`, is no name."""
    reader, classes, words = story.reader, story.reader.classes, story.reader.words
    bits, head = classes[end - 1], words[end - 1]
    is_body = bool(bits & (GROUP | ORGANISATION_NOUN)) and not bits & PERSON_NOUN
    # a capital inside a sentence is a name's, known or not
    is_proper = reader.capitals[end - 1] and (end - 1 > reader.bounds[reader.sentences[first]] or not bits)
    is_proper = is_proper and not bits & (PERSON_NOUN | DEMONYM | TITLE | TIME)
    is_proper = is_proper or (reader.capitals[end - 1] and is_acronym(reader, end - 1))
    is_proper = is_proper or is_paper(reader, first, end - 1)
    kind = "named" if is_proper or (is_body and _is_told(story, first, end)) else "anonymous"
    if head in _OWN and words[first] in ("this", "our"):
        kind = "self"
    apart, marks = end, reader.marks
    while apart < last and not marks[apart] & _APART:
        apart += 1
    text = _written(story, first + (is_proper and words[first] == "the" and end - first > 1), apart)
    gender = "m" if bits & MALE else "f" if bits & FEMALE else ""
    is_person = bool(bits & (PERSON_NOUN | TITLE)) and not is_body
    return Said(text, kind, head, gender, is_person, bool(bits & PLURAL), is_body)


def _is_told(story: Story, first: int, end: int) -> bool:
    """Whether a body is told by its country as by its name: the Syrian government."""
    held, classes = story.names.occurrence_list, story.reader.classes
    return any(held[i] >= 0 or classes[i] & DEMONYM for i in range(first, end))


def is_acronym(reader: Reader, i: int) -> bool:
    """Whether a token is written in capitals: the US is not "us"."""
    word = reader.grammar.tokens.vocabulary[reader.grammar.type_list[i]]
    return len(word) > 1 and word.isupper()


def entity_of(story: Story, occurrence: int) -> Said:
    """What a name stands for."""
    all_names, entity = story.names, story.lists.entities[occurrence]
    known = story.known.get(entity)
    if known is None:
        name, sort = all_names.entity_names[entity], all_names.entity_kinds[entity]
        outlet = story.reader.grammar.tokens.corpus.documents[story.document].outlet
        is_own = bool(outlet) and sort != "person" and is_same_outlet(name, outlet or "")
        kind = "self" if is_own else "named"
        values = (name.split()[-1].lower(), all_names.entity_genders[entity], sort == "person")
        known = Said(name, kind, *values, is_body=sort == "organisation", is_unknown=sort == "other")
        story.known[entity] = known
    return known


def head_end(story: Story, first: int, last: int) -> int:
    """Edge behind the first noun group of a source: what tells a name from a role at a place."""
    reader, held, lasts = story.reader, story.names.occurrence_list, story.lists.lasts
    classes, marks = reader.classes, reader.marks
    i = first
    while i < last:
        if i > first and marks[i] & _STOPS:
            break
        if held[i] >= 0:
            i = max(i + 1, min(last, lasts[held[i]]))
            continue
        bits = classes[i]
        if bits & _ENDS and i > first:
            if bits & (PREPOSITION | RELATIVE):
                break
            joins = bits & CONJUNCTION and classes[i - 1] & ADJECTIVE and held[i - 1] < 0
            if not bits & DETERMINER and not joins:
                break
        is_behind = (
            i > first and bits & ADJECTIVE and classes[i - 1] & (PLURAL | PERSON_NOUN) and not reader.capitals[i]
        )
        if is_behind and i + 1 < last and classes[i + 1] & PREPOSITION and not marks[i + 1]:
            # sources close to the president
            break
        i += 1
    while i - 1 > first and reader.words[i - 1] == "'s":
        i -= 1
    return min(max(i, first + 1), last)


def _written(story: Story, first: int, last: int) -> str:
    reader = story.reader
    tokens = reader.grammar.tokens
    text = tokens.corpus.documents[story.document].text
    written = " ".join(text[int(tokens.starts[first]) : int(tokens.ends[last - 1])].split())
    opens = first == reader.bounds[reader.sentences[first]] and story.names.occurrence_list[first] < 0
    opens = opens and bool(reader.classes[first] & _ORDINARY) and not reader.classes[first] & (DEMONYM | PLACE)
    opens = opens and reader.words[first] not in _PARTIES
    is_acronym = len(written) > 1 and written[:2].strip().isupper() and written[1] != " "
    return written[:1].lower() + written[1:] if opens and not is_acronym else written
