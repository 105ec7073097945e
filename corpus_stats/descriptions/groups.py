"""Noun groups as labels need them: the group that begins or goes on at a position, and what can be its noun.

Throughout this module positions are token positions, spans are half-open, and no group crosses a sentence.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import APOSTROPHE, OWNED, QUOTE
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
    naming_forms,
)

__all__ = ["REACH", "VERBAL", "forward", "is_acronym", "is_role", "is_thinglike", "of_phrase", "stands_for_more"]

VERBAL = c.VERB | c.VERB_BASE | c.VERB_ING | c.PARTICIPLE
REACH = 12
# Letters of a word whose ending says nothing: wing, sage.
_SHORTEST = 4
_NOBODY = VAGUE | NOT_SAID | GENERIC | THINGS | EVENTS
# Short for a pronoun and a verb: the best coach I've had.
_CONTRACTIONS = ("'ve", "'re", "'ll", "'d", "'m")
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
    is_event = len(word) > _SHORTEST and word.endswith(EVENT_ENDINGS)
    return not (word in _NOBODY or is_event)


def forward(reading: Grammar, start: int) -> tuple[int, int]:
    """Noun group at `start`, after its determiner and after a possessor's *'s*; empty where there is none."""
    classes, n = reading.class_list, len(reading.class_list)
    begin = position = start
    while position < n and position - start < REACH:
        if position > start and not reading.near_list[position] and not is_listed(reading, position):
            if not _is_owned(reading, position):
                break
            begin = begin if _says_whose(reading, start, position) else position
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


def _is_owned(reading: Grammar, position: int) -> bool:
    """Whether an apostrophe makes the plural before a word its possessor: the supporters' group."""
    is_inside = reading.sentence_list[position] == reading.sentence_list[position - 1]
    return reading.mark_list[position] == OWNED and is_inside


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
    if not bits and word.endswith(_CONTRACTIONS):
        return False
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
    is_inner = _modifies(reading, position) or _drives(reading, position)
    return is_inner or _is_noun_of_group(reading, position, begin)


def _opens_phrase(reading: Grammar, position: int, begin: int) -> bool:
    """Whether a participle behind its noun opens a phrase: a preacher accused of fraud, a firm dubbed “Dr No”."""
    after, bits = position + 1, reading.class_list[position]
    if position == begin or not bits & (c.PARTICIPLE | c.VERB_ING) or after >= len(reading.words):
        return False
    if not reading.near_list[after]:
        return False
    if reading.words[position] in naming_forms() and reading.mark_list[after] & (QUOTE | APOSTROPHE):
        return True
    # a hero growing up; not: head of staff training at
    is_behind = bits & c.PARTICIPLE or reading.class_list[position - 1] & c.PERSON_NOUN
    return bool(is_behind and reading.class_list[after] & c.PREPOSITION)


def _modifies(reading: Grammar, position: int) -> bool:
    """Whether a participle inside a group belongs to the noun after it: the most capped player."""
    before, after = reading.class_list[position - 1], position + 1
    if not reading.class_list[position] & c.PARTICIPLE or not before & _LEADING:
        return False
    is_inside = after < len(reading.words) and reading.near_list[after]
    return bool(is_inside and not reading.class_list[after] & (CLOSED | c.TIME | c.NUMBER))


def _drives(reading: Grammar, position: int) -> bool:
    """Whether an -ing form stands between an adjective and the noun after both: a one-man wrecking ball."""
    before, after = reading.class_list[position - 1], position + 1
    if not reading.class_list[position] & c.VERB_ING or after >= len(reading.words) or not reading.near_list[after]:
        return False
    is_led = before == c.ADJECTIVE or "-" in reading.words[position - 1]
    return is_led and not reading.class_list[after] & (CLOSED | c.ADVERB | c.PLURAL | c.NUMBER)


def _is_noun_of_group(reading: Grammar, position: int, begin: int) -> bool:
    """Whether a form that may be a verb is a noun, since no verb would agree with what *a* opens: a flight risk.

    None does with what *one of the* opens either.
    """
    bits, before = reading.class_list[position], reading.class_list[position - 1]
    # one of the finest acts
    if bits & c.VERB and not bits & c.VERB_BASE and before & c.ADJECTIVE and reading.words[position].endswith("s"):
        return reading.words[max(begin - 3, 0) : begin] == ["one", "of", "the"]
    if not bits & c.VERB_BASE or before & c.PLURAL or reading.words[position] in UNCHANGED:
        return False
    return is_article(reading, begin - 1) or is_article(reading, begin)
