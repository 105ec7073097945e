"""What a source is called: its name in the longest form, or the words that describe it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from ..grammar import classes as c
from ..grammar.marks import COMMA, OPEN_BRACKET
from ..grammar.words import PARTY_MEMBERS
from ..mentions import Names, names
from ..tokens import Tokens
from .clauses import Reader, is_paper
from .flags import BREAK
from .heads import ENDS, ROLES, STOPS
from .offices import RECENT, Offices
from .outlets import is_medium_word, is_same_outlet
from .said import PERSON, NameLists, Said

__all__ = [
    "APART",
    "ORDINARY",
    "OWN",
    "NameLists",
    "Said",
    "Story",
    "described",
    "entity_of",
    "head_end",
    "is_acronym",
    "is_lone_name",
    "is_proper",
    "is_told",
    "lowered",
    "surnames",
    "unnamed",
]

# Words that lose the capital of a sentence's beginning; of others it is not known whose the capital is.
ORDINARY = (
    c.DETERMINER
    | c.ADJECTIVE
    | c.NUMBER
    | c.PERSON_NOUN
    | c.PLURAL
    | c.PRONOUN
    | c.GROUP
    | c.TITLE
    | c.VERB_ING
    | c.PARTICIPLE
)
APART = BREAK | OPEN_BRACKET
OWN = frozenset("newspaper paper website site publication outlet magazine network channel reporter".split())


@dataclass(eq=False)
class Story:
    """One document while its sources are followed: who has spoken so far, and which names its nouns belong to.

    `introduced` tells of all documents where nouns of persons were introduced (see `salience`). `told` is the span of
    what was said last in the outlet's words, and in no other such, and `teller` who said it. `heads` has who has spoken
    under each noun.
    """

    reader: Reader
    names: Names
    lists: NameLists
    offices: Offices
    introduced: dict[tuple[int, str], int]
    document: int
    start: int
    told: tuple[int, int] = (-1, -1)
    teller: Said | None = None
    said: list[tuple[int, Said]] = field(default_factory=list)
    heads: dict[str, list[Said]] = field(default_factory=dict)

    def add(self, said: Said, sentence: int, place: int, content: tuple[int, int]) -> None:
        """Remember who has spoken in a sentence; the source, at `place`, may stand in what another one says."""
        if self.told[0] <= place < self.told[1]:
            # who says that another said so is in the foreground
            self.said.insert(max(len(self.said) - 1, 0), (sentence, said))
        else:
            self.said.append((sentence, said))
            if content[0] < content[1]:
                self.told, self.teller = content, said
        if said.head in self.heads:
            self.heads[said.head].append(said)
        else:
            self.heads[said.head] = [said]

    def since(self, sentence: int) -> Iterator[tuple[int, Said]]:
        """Sentence and source of what was said from a sentence on, the last first, no more than `RECENT`."""
        for k in range(len(self.said) - 1, max(len(self.said) - 1 - RECENT, -1), -1):
            if self.said[k][0] < sentence:
                break
            yield self.said[k]

    def called(self, head: str) -> list[Said]:
        """Who has spoken under a noun, the last first."""
        return self.heads.get(head, [])[: -RECENT - 1 : -1]


def described(story: Story, first: int, last: int, end: int | None = None) -> Said:
    """A source by its own words; its first noun group ends at `end`, which is looked for where it is not given."""
    reader = story.reader
    end = head_end(story, first, last) if end is None else end
    occurrence = _meant(story, first, last, end)
    if occurrence < 0:
        return unnamed(story, first, last, end)
    said, stop = entity_of(story, occurrence), story.lists.lasts[occurrence]
    if (
        story.lists.firsts[occurrence] < last
        and stop < last
        and not reader.marks[stop]
        and reader.words[stop].isdigit()
    ):
        # Channel 4: the number belongs to the name
        return said._replace(text=_written(story, story.lists.firsts[occurrence], stop + 1))
    return said


def _meant(story: Story, first: int, last: int, end: int) -> int:
    """Name in a source whose first noun group ends at `end`, or of the only person called so; -1 for none."""
    reader, held = story.reader, story.names.occurrence_list
    found, words = held[end - 1], reader.words
    if found < 0 and end - 1 > first and reader.classes[end - 1] & c.NUMBER:
        found = held[end - 2]
    is_office = end - first == 2 and end < last and words[first] == "the" and words[end] == "of"
    if is_office and found >= 0 and reader.classes[end - 1] & (c.PERSON_NOUN | c.TITLE):
        # the Head of State
        return _titled(story, end, last)
    if found < 0 and end < last and words[end] == "of" and reader.capitals[end - 1]:
        found = _titled(story, end, last)
    is_one = words[first] == "one" and end + 1 < last and words[end] == "of"
    # one of her aides, Ann Lee
    edge = head_end(story, end + 1, last) if is_one else end
    if found < 0 and edge < last and reader.marks[edge] & COMMA:
        found = _apposed(story, edge, last, is_one)
    elif found < 0 and edge < last and not is_one:
        found = _apposed_late(story, end, last)
    if found < 0 and end - first == 1 and reader.capitals[first]:
        found = surnames(reader.grammar.tokens).get((story.document, words[first]), -1)
    return found


def _titled(story: Story, of: int, last: int) -> int:
    """Person at the end of a title that holds an office: Secretary of State Ann Lee, Leader of the House Ann Lee."""
    reader, lists = story.reader, story.lists
    occurrence = story.names.occurrence_list[last - 1]
    if occurrence < 0 or not reader.classes[of - 1] & (c.TITLE | c.PERSON_NOUN) or reader.classes[of - 1] & c.PLURAL:
        return -1
    opens = of + 1 + (reader.words[of + 1] == "the")
    is_whole = lists.firsts[occurrence] > opens and not any(reader.marks[i] & APART for i in range(of, last))
    is_title = is_whole and all(reader.capitals[i] for i in range(opens, last))
    return occurrence if is_title and story.names.entity_kinds[lists.entities[occurrence]] == "person" else -1


def _apposed(story: Story, end: int, last: int, is_one: bool) -> int:
    """Name behind a role that ends at `end`: the chief executive, Ann Lee; its envoy, former judge Ann Lee."""
    held, bits = story.names.occurrence_list, story.reader.classes[end - 1]
    is_role = bits & ROLES
    behind = held[head_end(story, end, last) - 1]
    is_common = (not bits & c.PLURAL or is_one) and not story.reader.capitals[end - 1]
    if behind >= 0 and is_common:
        kind = story.names.entity_kinds[story.lists.entities[behind]]
        is_whole = story.lists.lasts[behind] - story.lists.firsts[behind] > 1
        if kind == "person" or (kind == "other" and (is_role or is_whole)):
            return behind
    if not is_role or held[end] >= 0 or behind < 0:
        return held[end] if is_role else -1
    # the Chief Minister, Mr. Lee
    is_person = story.names.entity_kinds[story.lists.entities[behind]] == "person"
    return behind if is_person and story.reader.classes[end] & c.TITLE else -1


def _apposed_late(story: Story, end: int, last: int) -> int:
    """Person who ends a source whose role has a complement: a lawyer for the bank, Ann Lee."""
    reader, lists = story.reader, story.lists
    occurrence = story.names.occurrence_list[last - 1]
    bits = reader.classes[end - 1]
    if occurrence < 0 or not bits & (c.PERSON_NOUN | c.TITLE) or bits & c.PLURAL or reader.classes[end] & c.RELATIVE:
        return -1
    first = lists.firsts[occurrence]
    while first > end + 1 and not reader.marks[first] and reader.classes[first - 1] & (c.TITLE | c.PERSON_NOUN):
        # counsel to the bank, Chief Ade Salako
        first -= 1
    is_apart = (
        first > end and reader.marks[first] & COMMA and not any(reader.marks[i] & APART for i in range(end, first))
    )
    return occurrence if is_apart and story.names.entity_kinds[lists.entities[occurrence]] == "person" else -1


def surnames(tokens: Tokens) -> dict[tuple[int, str], int]:
    """First occurrence of the only person of each document who has a surname, by document and word in lower case."""
    return tokens.once(_surnames)


def _surnames(tokens: Tokens) -> dict[tuple[int, str], int]:
    known = names(tokens)
    entities, occurrences = np.unique(known.entities, return_index=True)
    is_person = known.kind_ids[entities] == PERSON
    entities, occurrences = entities[is_person], occurrences[is_person]
    rows = zip(entities.tolist(), occurrences.tolist(), known.documents[occurrences].tolist(), strict=True)
    found: dict[tuple[int, str], int] = {}
    for entity, occurrence, document in rows:
        _, space, surname = known.entity_names[entity].lower().rpartition(" ")
        if space:
            key = document, surname
            # two of one surname: neither is meant for sure
            found[key] = -1 if key in found else occurrence
    return {key: occurrence for key, occurrence in found.items() if occurrence >= 0}


def unnamed(story: Story, first: int, last: int, end: int) -> Said:
    """A source whose first noun group, that ends at `end`, is no name."""
    reader, classes, words = story.reader, story.reader.classes, story.reader.words
    bits, head = classes[end - 1], words[end - 1]
    is_body = bool(bits & (c.GROUP | c.ORGANISATION_NOUN)) and not bits & c.PERSON_NOUN
    is_lone = last - first == 1 and is_lone_name(reader, first)
    is_name = is_lone or (bool(reader.capitals[end - 1]) and is_proper(reader, first, end - 1))
    is_named = is_name or (is_body and is_told(reader, story.names.occurrence_list, first, end))
    kind = "named" if is_named else "anonymous"
    if head in OWN and words[first] in ("this", "our"):
        kind = "self"
    apart, marks = end, reader.marks
    while apart < last and not marks[apart] & APART:
        apart += 1
    text = _written(story, first + (is_name and words[first] == "the" and end - first > 1), apart, is_lone)
    gender = "m" if bits & c.MALE else "f" if bits & c.FEMALE else ""
    is_person = bool(bits & (c.PERSON_NOUN | c.TITLE)) and not is_body
    return Said(text, kind, head, gender, is_person, bool(bits & c.PLURAL), is_body)


def is_proper(reader: Reader, first: int, i: int) -> bool:
    """Whether a token with a capital belongs to a name, known or not: inside a sentence it does."""
    bits = reader.classes[i]
    is_name = i > reader.bounds[reader.sentences[first]] or not bits & ~(c.GIVEN_NAME_M | c.GIVEN_NAME_F)
    if is_name and not bits & (c.PERSON_NOUN | c.DEMONYM | c.TITLE | c.TIME):
        return True
    return is_acronym(reader, i) or is_paper(reader, first, i) or is_medium_word(reader.words[i])


def is_lone_name(reader: Reader, i: int) -> bool:
    """Whether a source of one word that begins its sentence is a name: Brown said, Hope told; an adjective never is."""
    bits = reader.classes[i]
    is_free = not bits & ~(c.GIVEN_NAME_M | c.GIVEN_NAME_F | c.ADJECTIVE | c.VERB | c.VERB_BASE | c.PARTICIPLE)
    return (
        bool(reader.capitals[i]) and is_free and (bool(bits & (c.GIVEN_NAME_M | c.GIVEN_NAME_F)) or bits == c.ADJECTIVE)
    )


def is_told(reader: Reader, held: Sequence[int], first: int, end: int) -> bool:
    """Whether a body is told by its country as by its name: the Syrian government, the Riga-based institute."""
    for i in range(first, end):
        if held[i] >= 0 or reader.classes[i] & c.DEMONYM or (reader.capitals[i] and "-" in reader.words[i]):
            return True
    return False


def is_acronym(reader: Reader, i: int) -> bool:
    """Whether a token is written in capitals: the US is not "us"."""
    tokens = reader.grammar.tokens
    word = tokens.vocabulary[int(tokens.type_ids[i])]
    return len(word) > 1 and word.isupper()


def entity_of(story: Story, occurrence: int) -> Said:
    """What a name stands for."""
    all_names, entity = story.names, story.lists.entities[occurrence]
    known = story.lists.known[entity]
    if known is None:
        entity = story.lists.entities[_in_full(story, occurrence)]
        name, sort = all_names.entity_names[entity], all_names.entity_kinds[entity]
        outlet = story.reader.grammar.tokens.corpus.documents[story.document].outlet
        is_own = outlet is not None and (sort != "person" or name in outlet) and is_same_outlet(name, outlet)
        kind = "self" if is_own else "named"
        head, gender = name.split()[-1].lower(), all_names.entity_genders[entity]
        known = Said(name, kind, head, gender, sort == "person", False, sort == "organisation", sort == "other")
        story.lists.known[story.lists.entities[occurrence]] = known
    return known


def _in_full(story: Story, occurrence: int) -> int:
    """A name with the given name of the only person called so, where its word is a small one: Long, of Ann Long."""
    reading, first = story.reader.grammar, story.lists.firsts[occurrence]
    if story.lists.lasts[occurrence] - first > 1:
        return occurrence
    is_small = reading.type_classes[int(reading.tokens.type_ids[first])] & (c.ADVERB | c.AUXILIARY)
    called = story.document, story.reader.words[first]
    return surnames(reading.tokens).get(called, occurrence) if is_small else occurrence


def head_end(story: Story, first: int, last: int) -> int:
    """Edge behind the first noun group of a source: what tells a name from a role at a place."""
    reader, held, lasts = story.reader, story.names.occurrence_list, story.lists.lasts
    classes, marks = reader.classes, reader.marks
    i = first
    while i < last:
        if i > first and marks[i] & STOPS:
            break
        if held[i] >= 0:
            i = max(i + 1, min(last, lasts[held[i]]))
            continue
        bits = classes[i]
        if bits & ENDS and i > first:
            if bits & (c.PREPOSITION | c.RELATIVE):
                break
            joins = bits & c.CONJUNCTION and classes[i - 1] & c.ADJECTIVE and held[i - 1] < 0
            if not bits & c.DETERMINER and not joins:
                break
        is_behind = (
            i > first and bits & c.ADJECTIVE and classes[i - 1] & (c.PLURAL | c.PERSON_NOUN) and not reader.capitals[i]
        )
        if is_behind and i + 1 < last and classes[i + 1] & c.PREPOSITION and not marks[i + 1]:
            # sources close to the president
            break
        i += 1
    while i - 1 > first and reader.words[i - 1] == "'s":
        i -= 1
    return min(max(i, first + 1), last)


def _written(story: Story, first: int, last: int, is_name: bool = False) -> str:
    reader = story.reader
    tokens = reader.grammar.tokens
    text = tokens.corpus.documents[story.document].text
    written = " ".join(text[story.lists.starts[first] : story.lists.ends[last - 1]].split())
    opens = not is_name and first == reader.bounds[reader.sentences[first]] and story.names.occurrence_list[first] < 0
    opens = opens and bool(reader.classes[first] & ORDINARY) and not reader.classes[first] & (c.DEMONYM | c.PLACE)
    opens = opens and reader.words[first] not in PARTY_MEMBERS and not is_medium_word(reader.words[first])
    return lowered(written) if opens else written


def lowered(text: str) -> str:
    """A text without its first capital, but where it begins with an acronym."""
    is_acronym = len(text) > 1 and text[:2].strip().isupper() and text[1] != " "
    return text if is_acronym else text[:1].lower() + text[1:]
