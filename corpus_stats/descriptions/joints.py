"""What joins the words of a noun group: nothing but an abbreviation's stop, or a comma or *and* between adjectives."""

from __future__ import annotations

import numpy as np

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import COMMA
from .words import ARTICLES, GRADES

__all__ = [
    "CLOSED",
    "NOMINAL",
    "Span",
    "denies",
    "grades",
    "is_article",
    "is_listed",
    "is_listed_form",
    "joins_qualities",
    "leads_noun",
    "opens_quotation",
]

Span = tuple[int, int]

_DENYING = frozenset("no not never hardly scarcely barely neither nor nobody none few cannot".split())

CLOSED = (
    c.DETERMINER | c.PREPOSITION | c.CONJUNCTION | c.SUBORDINATOR | c.PRONOUN | c.RELATIVE | c.AUXILIARY | c.COPULA
    | c.NEGATION | c.POSSESSIVE
)  # fmt: skip
NOMINAL = c.ADJECTIVE | c.PERSON_NOUN | c.TITLE | c.GROUP | c.ORGANISATION_NOUN | c.DEMONYM | c.PLACE


def denies(reading: Grammar, position: int) -> bool:
    """Whether a word denies what follows: not, no, never, isn't."""
    word = reading.words[position]
    return bool(reading.class_list[position] & c.NEGATION) or word in _DENYING or word.endswith("n't")


def is_article(reading: Grammar, position: int) -> bool:
    """Whether an article stands at a position and belongs to the word after it."""
    return position >= 0 and reading.words[position] in ARTICLES and bool(reading.near_list[position + 1])


def opens_quotation(reading: Grammar, position: int) -> bool:
    """Whether a quotation mark stands right before a token: to Lee, “a patriot”; not: Lee,” the minister said."""
    tokens = reading.tokens
    document = int(np.searchsorted(tokens.bounds, position, side="right")) - 1
    start = int(tokens.starts[position])
    before = tokens.corpus.documents[document].text[max(start - 2, 0) : start]
    return len(before) > 1 and before[0].isspace() and not before[1].isspace()


def grades(reading: Grammar, position: int) -> bool:
    """Whether a word says how much of a quality there is: most powerful."""
    after = position + 1
    if reading.words[position] not in GRADES or after >= len(reading.class_list):
        return False
    return bool(reading.near_list[after] and reading.class_list[after] & (c.ADJECTIVE | c.PARTICIPLE))


def leads_noun(reading: Grammar, position: int) -> bool:
    """Whether an -ing form after an article modifies the noun after it: a walking disaster."""
    after = position + 1
    if not is_article(reading, position - 1) or after >= len(reading.class_list) or not reading.near_list[after]:
        return False
    return not reading.class_list[after] & CLOSED


def is_listed(reading: Grammar, position: int) -> bool:
    """Whether the comma before an adjective parts it from another: a weak, indecisive leader."""
    if reading.mark_list[position] != COMMA or reading.sentence_list[position] != reading.sentence_list[position - 1]:
        return False
    if not _is_plain_quality(reading, position):
        return False
    # an upright, God-fearing grocer, whether or not a list has the first
    is_unlisted = not reading.class_list[position - 1] and is_article(reading, position - 2)
    is_unlisted = is_unlisted and "-" in reading.words[position] and bool(reading.near_list[position - 1])
    is_inner = position + 1 < len(reading.words) and bool(reading.near_list[position + 1])
    return _is_plain_quality(reading, position - 1) or (
        is_unlisted and is_inner and not reading.class_list[position + 1] & CLOSED
    )


def is_listed_form(reading: Grammar, position: int) -> bool:
    """Whether an -ing form stands in a list of qualities before a noun: a cold, calculating killer; cruel and ...

    It begins the list where another follows.
    """
    after = position + 1
    if not reading.class_list[position] & c.VERB_ING or after >= len(reading.class_list):
        return False
    if not reading.near_list[after]:
        return is_listed(reading, after)
    is_led = is_listed(reading, position) or joins_qualities(reading, position - 1)
    return is_led and not reading.class_list[after] & CLOSED


def joins_qualities(reading: Grammar, position: int) -> bool:
    """Whether *and* stands between two adjectives of one group: a weak and indecisive leader."""
    if reading.words[position] not in ("and", "but", "yet") or position + 2 >= len(reading.class_list):
        return False
    if not (reading.near_list[position + 1] and reading.near_list[position + 2]):
        return False
    return _is_plain_quality(reading, position - 1) and _is_plain_quality(reading, position + 1)


def _is_plain_quality(reading: Grammar, position: int) -> bool:
    bits = reading.class_list[position]
    is_noun = bits & (CLOSED | c.PERSON_NOUN | c.TITLE | c.GROUP | c.TIME)
    is_compound = "-" in reading.words[position]
    is_quality = bits & (c.ADJECTIVE | c.PARTICIPLE | c.VERB_ING) or (not bits and is_compound)
    # a shy, Oxford-educated lawyer
    return bool(is_quality) and not is_noun and (is_compound or not reading.capital_list[position])
