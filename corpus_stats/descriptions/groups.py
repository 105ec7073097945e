"""Noun groups as labels need them: the group that begins or goes on at a position, and what can be its noun.

Throughout this module positions are token positions, spans are half-open, and no group crosses a sentence.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from .joints import CLOSED, NOMINAL, grades, is_article, is_listed, is_listed_form, joins_qualities, leads_noun
from .words import (
    ATTRIBUTIVE,
    EVENT_ENDINGS,
    EVENTS,
    GENERIC,
    NOT_SAID,
    NOUN_LIKE,
    ORDINALS,
    PERSON_ENDINGS,
    THINGS,
    UNCHANGED,
    VAGUE,
)

__all__ = ["REACH", "VERBAL", "forward", "is_acronym", "is_role", "is_thinglike", "of_phrase", "stands_for_more"]

VERBAL = c.VERB | c.VERB_BASE | c.VERB_ING | c.PARTICIPLE
REACH = 12
_NOBODY = VAGUE | NOT_SAID | GENERIC | THINGS | EVENTS
_LEADING = c.DETERMINER | c.POSSESSIVE | c.ADJECTIVE | c.ADVERB | c.NUMBER


def is_role(reading: Grammar, position: int, *, of_body: bool = False, is_guessed: bool = False) -> bool:
    """Whether the word can say who somebody is: a person or an office; for a body, a group too.

    With `is_guessed` a word of no known class is one by its ending (smuggler, imperialist).
    """
    wanted = c.PERSON_NOUN | c.TITLE | (c.GROUP | c.ORGANISATION_NOUN if of_body else 0)
    bits = reading.class_list[position]
    if bits & wanted or not is_guessed:
        return bool(bits & wanted)
    word = reading.words[position]
    return not bits and len(word) > 4 and word.endswith(PERSON_ENDINGS) and word not in THINGS


def is_thinglike(reading: Grammar, position: int) -> bool:
    """Whether a word on no list can be a singular noun that says who somebody is: thorn, felon; no event, no time."""
    bits, word = reading.class_list[position], reading.words[position]
    after = position + 1
    following = reading.words[after] if after < len(reading.words) and reading.near_list[after] else ""
    if following in ("of", "who", "whom", "behind"):
        # nothing but a noun stands there: a confidant of, the umbrella body of, the brains behind
        bits &= ~(c.ADJECTIVE | c.GROUP | c.ORGANISATION_NOUN | (c.PLURAL if following == "behind" else 0))
    if bits & (CLOSED | c.TIME | c.NUMBER | c.ADVERB | c.PLURAL | c.PLACE | c.GROUP | c.ORGANISATION_NOUN):
        return False
    if bits & (c.ADJECTIVE | c.PARTICIPLE | c.VERB_ING) or reading.capital_list[position]:
        return False
    return not (word in _NOBODY or word.endswith(EVENT_ENDINGS))


def forward(reading: Grammar, start: int) -> tuple[int, int]:
    """Noun group at `start`, after its determiner and after a possessor's *'s*; empty where there is none."""
    classes, n = reading.class_list, len(reading.class_list)
    begin = position = start
    while position < n and position - start < REACH:
        if position > start and not reading.near_list[position] and not is_listed(reading, position):
            break
        bits = classes[position]
        if joins_qualities(reading, position) and position > begin > start:
            position += 1
            continue
        if bits & c.POSSESSIVE and position > begin and _says_whose(reading, start, position):
            pass
        elif (bits & c.POSSESSIVE and position > begin) or (position == begin and _is_determiner(reading, position)):
            begin = position + 1
        elif not _goes_on(reading, position, begin):
            break
        position += 1
    return begin, position


def _says_whose(reading: Grammar, start: int, position: int) -> bool:
    """Whether *'s* belongs to a noun that says of what kind something is: a peasant's son."""
    return reading.words[start] in ("a", "an") and not reading.capital_list[position - 1]


def of_phrase(reading: Grammar, end: int) -> int:
    """End of a label with the phrase *of ...* that follows it; `end` where none does."""
    if end + 1 >= len(reading.class_list) or not reading.near_list[end] or reading.words[end] != "of":
        return end
    if not reading.near_list[end + 1]:
        return end
    classes = reading.class_list
    position = end + 1
    while position < len(classes) and position - end <= REACH and reading.near_list[position]:
        bits = classes[position]
        is_inside = bits & c.POSSESSIVE or (position == end + 1 and _is_determiner(reading, position))
        # behind an article a form like *protests* is no verb, and a prize has a year
        is_inside = is_inside or (position == end + 2 and is_article(reading, end + 1) and bits & (VERBAL | c.TIME))
        if not is_inside and not _goes_on(reading, position, end + 1):
            break
        position += 1
    last = position - 1
    return position if last > end and not classes[last] & (c.DETERMINER | c.POSSESSIVE) else end


def _is_determiner(reading: Grammar, position: int) -> bool:
    bits = reading.class_list[position]
    return bool(bits & (c.DETERMINER | c.OWNER)) and not bits & c.RELATIVE and not grades(reading, position)


def is_acronym(reading: Grammar, position: int) -> bool:
    """Whether a small word is none: US, IT, WHO."""
    word = reading.tokens.vocabulary[reading.tokens.type_ids[position]]
    return len(word) > 1 and word.isupper()


def stands_for_more(reading: Grammar, position: int) -> bool | None:
    """Whether a small word or a time belongs to a noun group (US leader, first officer); None for any other word."""
    bits = reading.class_list[position]
    if bits & CLOSED:
        is_noun = bool(bits & (c.PERSON_NOUN | c.TITLE))
        return is_noun or reading.words[position] in ORDINALS or is_acronym(reading, position)
    return False if bits & c.TIME and not bits & (c.ADJECTIVE | c.PERSON_NOUN) else None


def _goes_on(reading: Grammar, position: int, begin: int) -> bool:
    bits, word = reading.class_list[position], reading.words[position]
    if grades(reading, position):
        return True
    if bits & (CLOSED | c.TIME) and (found := stands_for_more(reading, position)) is not None:
        return found
    if bits & c.ADVERB and not bits & NOMINAL:
        after = position + 1
        # the best trafficker ever caught
        if position > begin and not reading.class_list[position - 1] & (_LEADING | c.PARTICIPLE):
            return False
        return after < len(reading.class_list) and bool(reading.class_list[after] & (c.ADJECTIVE | c.PARTICIPLE))
    if not bits & VERBAL:
        return True
    if _opens_phrase(reading, position, begin):
        return False
    if word in ATTRIBUTIVE or word in NOUN_LIKE or is_listed_form(reading, position):
        return True
    if position == begin:
        if bits & (NOMINAL | c.PARTICIPLE):
            return True
        return bool(bits & c.VERB_BASE and is_article(reading, position - 1)) or (
            bool(bits & c.VERB_ING) and leads_noun(reading, position)
        )
    if bits & NOMINAL or reading.capital_list[position]:
        return True
    return _modifies(reading, position) or _is_noun_of_group(reading, position, begin)


def _opens_phrase(reading: Grammar, position: int, begin: int) -> bool:
    """Whether a participle behind its noun opens a phrase: a preacher accused of fraud."""
    after = position + 1
    if position == begin or not reading.class_list[position] & c.PARTICIPLE or after >= len(reading.words):
        return False
    return bool(reading.near_list[after] and reading.class_list[after] & c.PREPOSITION)


def _modifies(reading: Grammar, position: int) -> bool:
    """Whether a participle inside a group belongs to the noun after it: the most capped player."""
    before, after = reading.class_list[position - 1], position + 1
    if not reading.class_list[position] & c.PARTICIPLE or not before & _LEADING:
        return False
    is_inside = after < len(reading.words) and reading.near_list[after]
    return bool(is_inside and not reading.class_list[after] & (CLOSED | c.TIME | c.NUMBER))


def _is_noun_of_group(reading: Grammar, position: int, begin: int) -> bool:
    """Whether a form that may be a verb is a noun, since no verb would agree with what *a* opens: a flight risk."""
    bits, before = reading.class_list[position], reading.class_list[position - 1]
    if not bits & c.VERB_BASE or before & c.PLURAL or reading.words[position] in UNCHANGED:
        return False
    return is_article(reading, begin - 1) or is_article(reading, begin)
