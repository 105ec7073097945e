"""Attributions by a colon: a tag before a headline (Reports: ...), a speaker before a line of a transcript."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..corpus import PART_KINDS
from ..grammar.classes import AUXILIARY, COPULA, PLACE, TIME, VERB_ING
from ..grammar.marks import COLON, COMMA, SEMICOLON
from ..mentions import ENTITY_KINDS, Names
from .clauses import Reader
from .reporting import Report
from .said import PERSON

__all__ = ["tagged"]

_LONGEST = 6
_HEADLINE, _CAPTION = PART_KINDS.index("headline"), PART_KINDS.index("caption")
_SPEAKING = frozenset("i we you my our your me us let".split())
_TAGS = frozenset(
    """
    report reports study studies poll polls survey surveys official officials police source sources analyst analysts
    expert experts witness witnesses media scientists researchers doctors activists lawyer lawyers attorney attorneys
    minister ministry president pentagon kremlin army un us eu nato monitor monitors aide aides spokesman spokeswoman
    mayor governor senator prosecutors prosecutor critics watchdog paper ap reuters afp bloomberg
    """.split()
)


def tagged(reader: Reader, names: Names) -> list[Report]:
    """Reports whose cue is a short head of a paragraph before a colon; the head itself is the cue."""
    tokens = reader.grammar.tokens
    colons = np.flatnonzero(reader.grammar.marks & COLON != 0)
    places = np.searchsorted(tokens.paragraph_bounds, colons, side="right") - 1
    starts = tokens.paragraph_bounds[places] if len(colons) else colons
    near = (colons > starts) & (colons - starts <= _LONGEST) & (tokens.part_ids[starts] != _CAPTION)
    counts = np.bincount(names.entities, minlength=len(names.kind_ids))
    firsts = set(tokens.bounds[:-1].tolist())
    found = []
    for colon, start in zip(colons[near].tolist(), starts[near].tolist(), strict=True):
        is_head = int(tokens.part_ids[start]) == _HEADLINE or start in firsts
        if reader.quotes[start] >= 0 or not _is_source(reader, names, (start, colon), is_head):
            continue
        if _is_slogan(reader, names, counts, start, colon) or (is_head and _is_topic(reader, names, start, colon)):
            continue
        _, last = reader.sentence(colon)
        end = next((i for i in range(colon + 1, last) if reader.marks[i] & SEMICOLON), last)
        found.append(Report((start, colon), ((colon, end),), "", "neutral", source=(start, colon)))
    return found


def _is_slogan(reader: Reader, names: Names, counts: NDArray[np.int64], start: int, colon: int) -> bool:
    """Whether words in capitals that the text has but once lead a picture's caption in: ROAD HOME: Moor leaves jail."""
    tokens, occurrence = reader.grammar.tokens, int(names.occurrences[colon - 1])
    start += reader.words[start] == "caption"
    written = (tokens.vocabulary[int(tokens.type_ids[i])] for i in range(start, colon))
    is_alone = occurrence >= 0 and counts[int(names.entities[occurrence])] == 1
    return is_alone and colon - start > 1 and all(word.isupper() for word in written)


def _is_topic(reader: Reader, names: Names, start: int, colon: int) -> bool:
    """Whether a person's full name before a colon says what a headline is about: Ann Moor: Champion banned for life."""
    occurrence, (_, last) = int(names.occurrences[colon - 1]), reader.sentence(colon)
    if occurrence < 0 or colon - start < 2 or names.kind_ids[names.entities[occurrence]] != PERSON:
        return False
    is_said = reader.quotes[colon] >= 0 or any(reader.classes[i] & (AUXILIARY | COPULA) for i in range(colon, last))
    return not is_said and _SPEAKING.isdisjoint(reader.words[colon:last])


def _is_source(reader: Reader, names: Names, head: tuple[int, int], is_head: bool) -> bool:
    """Whether the words before a colon name who says what follows."""
    start, colon = head
    if any(reader.marks[i] & (COMMA | SEMICOLON) for i in range(start + 1, colon + 1)):
        return False
    if is_head and colon - start <= 3 and reader.words[colon - 1] in _TAGS:
        return True
    bits = reader.classes[colon - 1]
    if bits & (PLACE | TIME | VERB_ING) or not all(reader.capitals[i] for i in range(start, colon)):
        return False
    occurrence = int(names.occurrences[colon - 1])
    if occurrence < 0:
        return False
    kind = ENTITY_KINDS[int(names.kind_ids[names.entities[occurrence]])]
    # a paragraph's own first words are all that is known of it: only a person speaks in the body
    return kind == "person" or (is_head and kind == "organisation")
