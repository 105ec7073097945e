"""What a source is called: its name in the longest form, or the words that describe it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

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
from ..mentions import Names
from .clauses import BREAK, HARD, Reader
from .outlets import is_same_outlet

__all__ = ["NameLists", "Said", "Story", "described", "entity_of", "head_end", "is_acronym", "named"]

_RECENT = 20
_PARTIES = frozenset("republican republicans democrat democrats democratic tory tories".split())
# Words that lose the capital of a sentence's beginning; of others it is not known whose the capital is.
_ORDINARY = DETERMINER | ADJECTIVE | NUMBER | PERSON_NOUN | PLURAL | PRONOUN | GROUP | TITLE | VERB_ING | PARTICIPLE
_OWN = frozenset("newspaper paper website site publication outlet magazine network channel reporter".split())


class Said(NamedTuple):
    """Somebody who was given as a source: what the text calls them, and what can refer back to them."""

    text: str
    kind: str
    position: int
    sentence: int
    head: str = ""
    gender: str = ""
    is_person: bool = False
    is_plural: bool = False
    is_body: bool = False
    is_unknown: bool = False


class NameLists(NamedTuple):
    """Of all names of a corpus, as lists: their entities, first tokens, and which of them may tell a role."""

    entities: list[int]
    firsts: list[int]
    telling: list[int]


@dataclass(eq=False)
class Story:
    """One document while its sources are followed: who has spoken so far, and which names its nouns belong to."""

    reader: Reader
    names: Names
    lists: NameLists
    document: int
    said: list[Said] = field(default_factory=list)
    heads: dict[str, list[Said]] = field(default_factory=dict)
    known: dict[int, Said] = field(default_factory=dict)
    roles: dict[str, list[tuple[int, int]]] | None = None

    def add(self, said: Said) -> None:
        """Remember who has spoken."""
        self.said.append(said)
        self.heads.setdefault(said.head, []).append(said)

    def since(self, sentence: int) -> Iterator[Said]:
        """Who has spoken from a sentence on, the last first; no more than `_RECENT`, so that time stays linear."""
        for said in self.said[: -_RECENT - 1 : -1]:
            if said.sentence < sentence:
                break
            yield said

    def called(self, head: str) -> list[Said]:
        """Who has spoken under a noun, the last first."""
        return self.heads.get(head, [])[: -_RECENT - 1 : -1]


def described(story: Story, first: int, last: int) -> Said:
    """A source by its own words."""
    reader, names = story.reader, story.names
    end = head_end(story, first, last)
    occurrence = names.occurrence_list[end - 1]
    if occurrence < 0 and end - 1 > first and reader.classes[end - 1] & NUMBER:
        occurrence = names.occurrence_list[end - 2]
    if occurrence < 0 and end < last and reader.marks[end] & COMMA:
        # the chief executive, Ann Lee
        is_role = reader.classes[end - 1] & (PERSON_NOUN | TITLE | GROUP | ORGANISATION_NOUN)
        occurrence = names.occurrence_list[end] if is_role else -1
    if occurrence < 0:
        return _unnamed(story, first, last, end)
    said, stop = named(story, occurrence, first), int(names.last[occurrence])
    if stop < last and not reader.marks[stop] and reader.words[stop].isdigit():
        # Channel 4: the number belongs to the name
        return said._replace(text=_written(story, int(names.first[occurrence]), stop + 1))
    return said


def _unnamed(story: Story, first: int, last: int, end: int) -> Said:
    """A source whose first noun group, that ends at `end`, is no name."""
    reader, held = story.reader, story.names.occurrence_list
    bits, head = reader.classes[end - 1], reader.words[end - 1]
    is_body = bool(bits & (GROUP | ORGANISATION_NOUN)) and not bits & PERSON_NOUN
    # the Syrian government: a body is told by its country as by its name
    is_told = is_body and any(held[i] >= 0 or reader.classes[i] & DEMONYM for i in range(first, end))
    # a capital inside a sentence is a name's, known or not
    is_proper = reader.capitals[end - 1] and (end - 1 > reader.bounds[reader.sentences[first]] or not bits)
    is_proper = is_acronym(reader, end - 1) or (is_proper and not bits & (PERSON_NOUN | DEMONYM | TITLE | TIME))
    kind = "named" if is_told or is_proper else "anonymous"
    if head in _OWN and reader.words[first] in ("this", "our"):
        kind = "self"
    gender = "m" if bits & MALE else "f" if bits & FEMALE else ""
    is_person = bool(bits & (PERSON_NOUN | TITLE)) and not is_body
    apart = next((i for i in range(end, last) if reader.marks[i] & (BREAK | OPEN_BRACKET)), last)
    is_the = is_proper and reader.words[first] == "the" and end - first > 1
    text = _written(story, first + is_the, apart)
    is_plural = bool(bits & PLURAL)
    return Said(text, kind, first, reader.sentences[first], head, gender, is_person, is_plural, is_body)


def is_acronym(reader: Reader, i: int) -> bool:
    """Whether a token is written in capitals: the US is not "us"."""
    word = reader.grammar.tokens.vocabulary[reader.grammar.type_list[i]]
    return len(word) > 1 and word.isupper()


def named(story: Story, occurrence: int, position: int) -> Said:
    """The entity of a name, as if it were said at `position`."""
    sentence = story.reader.sentences[position]
    return entity_of(story, occurrence)._replace(position=position, sentence=sentence)


def entity_of(story: Story, occurrence: int) -> Said:
    """What a name stands for, as if it were said nowhere."""
    names, entity = story.names, story.lists.entities[occurrence]
    known = story.known.get(entity)
    if known is None:
        name, sort = names.entity_names[entity], names.entity_kinds[entity]
        outlet = story.reader.grammar.tokens.corpus.documents[story.document].outlet
        is_own = bool(outlet) and sort != "person" and is_same_outlet(name, outlet or "")
        kind = "self" if is_own else "named"
        values = (name.split()[-1].lower(), names.entity_genders[entity], sort == "person")
        known = story.known[entity] = Said(
            name, kind, 0, 0, *values, is_body=sort == "organisation", is_unknown=sort == "other"
        )
    return known


def head_end(story: Story, first: int, last: int) -> int:
    """Edge behind the first noun group of a source: what tells a name from a role at a place."""
    reader, held = story.reader, story.names.occurrence_list
    i = first
    while i < last:
        if i > first and reader.marks[i] & (BREAK | HARD | OPEN_BRACKET):
            break
        if held[i] >= 0:
            i = max(i + 1, min(last, int(story.names.last[held[i]])))
            continue
        bits = reader.classes[i]
        if i > first and bits & (PREPOSITION | RELATIVE):
            break
        joins = bits & CONJUNCTION and reader.classes[i - 1] & ADJECTIVE and held[i - 1] < 0
        if i > first and bits & (CONJUNCTION | SUBORDINATOR | VERB_ING) and not bits & DETERMINER and not joins:
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
