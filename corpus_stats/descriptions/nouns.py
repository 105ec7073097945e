"""Nouns that say who somebody is, with their groups: a former general, the head of the army, one of the richest men.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

import itertools

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import APOSTROPHE, QUOTE
from .groups import forward, is_role, is_thinglike, of_phrase
from .joints import NOMINAL, Span
from .words import ATTRIBUTIVE, CALLERS, GENERIC, REFLEXIVES, REPORTING, naming_forms

__all__ = [
    "bare_at",
    "is_reduced",
    "is_whole",
    "opens_clause",
    "past_adverb",
    "past_one_of",
    "past_time",
    "role_at",
    "same_sentence",
    "unlisted_at",
]

_REACH, _TIME = 20, 4
_GIVEN = c.GIVEN_NAME_M | c.GIVEN_NAME_F
_ARTICLES = frozenset("the a an another".split())
_MADE_GOOD = ["made", "good"]
_ONCE = frozenset("formerly previously currently now once also later then".split())


def role_at(reading: Grammar, start: int, *, of_body: bool = False) -> Span | None:
    """Label whose group begins at `start`: determiner, modifiers, a role, and its phrase with *of*."""
    begin, end = forward(reading, start)
    # his own man
    begin += begin < end and reading.words[begin] == "own"
    if begin == end or (reading.class_list[begin] & c.ADVERB and end - begin == 1):
        return None
    head = end - 1
    is_marked = _has_determiner(reading, begin)
    if not is_role(reading, head, of_body=of_body, is_guessed=is_marked) or _is_other(reading, begin, end):
        return None
    bits = reading.class_list[head]
    is_bare = head == begin and not (end < len(reading.words) and reading.words[end] in ("of", "behind"))
    if (reading.words[head] in GENERIC and is_bare) or (
        bits & c.PLURAL and not of_body and not _is_one_of(reading, begin)
    ):
        return None
    if begin == start and reading.capital_list[begin] and not reading.class_list[begin] & (c.TITLE | NOMINAL):
        return None
    return begin, of_phrase(reading, end)


def unlisted_at(reading: Grammar, start: int) -> Span | None:
    """Label whose noun is on no list, after an article: a thorn in the side of, the face of the revolt."""
    if start + 1 >= len(reading.class_list) or reading.words[start] not in _ARTICLES:
        return None
    begin, end = forward(reading, start)
    is_owned = begin > start and bool(reading.class_list[begin - 1] & c.POSSESSIVE)
    if not (is_owned or begin == start + 1) or end == begin or not is_thinglike(reading, end - 1):
        return None
    phrase = of_phrase(reading, end)
    # neither a verdict that angered many nor a smile on his face is who somebody is
    if phrase < len(reading.class_list) and reading.words[phrase] in ("that", "which"):
        return None
    if any(reading.class_list[i] & c.OWNER for i in range(phrase, min(phrase + 2, len(reading.class_list)))):
        return None
    return (begin, phrase) if is_owned or reading.words[start] != "the" or phrase > end else None


def bare_at(reading: Grammar, start: int) -> Span | None:
    """Adjective and unlisted noun that a label before *and* goes on with: (a preacher and) convicted felon."""
    begin, end = forward(reading, start)
    if begin != start or end - begin < 2 or not is_thinglike(reading, end - 1):
        return None
    are_qualities = (
        reading.class_list[i] & (c.ADJECTIVE | c.PARTICIPLE) or reading.words[i].endswith("est")
        for i in range(begin, end - 1)
    )
    return (begin, end) if all(are_qualities) else None


def _is_other(reading: Grammar, begin: int, end: int) -> bool:
    """Whether what looks like a role is none: a name (Mr. Sherman), an adjective (major concern), a verb (told me)."""
    classes, head = reading.class_list, end - 1
    is_name = reading.capital_list[head] and not classes[head] & c.TITLE
    if head > begin and is_name and classes[head - 1] & (c.TITLE | _GIVEN):
        return True
    if end < len(classes) and reading.near_list[end] and classes[head] & c.ADJECTIVE and classes[end] & c.VERB_BASE:
        return True
    is_verb = classes[begin] & c.VERB and not classes[begin] & NOMINAL and reading.words[begin] not in ATTRIBUTIVE
    return bool(is_verb and not _has_determiner(reading, begin))


def _has_determiner(reading: Grammar, begin: int) -> bool:
    return bool(reading.near_list[begin] and reading.class_list[begin - 1] & (c.DETERMINER | c.OWNER | c.POSSESSIVE))


def _is_one_of(reading: Grammar, begin: int) -> bool:
    before = reading.words[max(begin - 6, 0) : begin]
    return ("one", "of") in itertools.pairwise(before) or "among" in before[-2:]


def is_whole(reading: Grammar, end: int) -> bool:
    """Whether an apposition ends here or goes on with a phrase, up to a mark: no verb of a clause follows."""
    classes, n = reading.class_list, len(reading.class_list)
    position = end
    while position < n and position - end <= _REACH and reading.near_list[position]:
        bits = classes[position]
        # the guru they call
        is_contact = position == end and reading.words[end] in CALLERS and end + 1 < n and classes[end + 1] & c.VERB
        if is_contact or bits & c.RELATIVE or (position == end and bits & c.CONJUNCTION and not bits & c.SUBORDINATOR):
            return True
        # a midfielder turned pundit, a local boy made good
        is_turned = position == end and (reading.words[end] == "turned" or reading.words[end : end + 2] == _MADE_GOOD)
        # formed in May
        is_month = bits & c.TIME and reading.capital_list[position]
        is_verb = bits & (c.AUXILIARY | c.COPULA) and not bits & c.POSSESSIVE and not is_month
        is_form = (
            not is_turned and bits & c.VERB and not bits & (NOMINAL | c.PREPOSITION) and not _is_led(reading, position)
        )
        if is_verb or (is_form and not is_reduced(reading, position)):
            return False
        if position == end and bits & c.DETERMINER and not bits & (c.PREPOSITION | c.CONJUNCTION | c.RELATIVE):
            return False
        is_plain = not bits & (c.PREPOSITION | c.CONJUNCTION) and not is_reduced(reading, end)
        if position == end and reading.capital_list[end] and is_plain:
            return False
        position += 1
    return (position < n and position - end <= _REACH) or position >= n


def _is_led(reading: Grammar, position: int) -> bool:
    """Whether a form that may be a verb is a noun after a preposition: a butcher by trade."""
    before = reading.class_list[position - 1]
    is_noun = reading.class_list[position] & c.VERB_BASE and before & (c.PREPOSITION | c.DETERMINER | c.GROUP)
    return bool(is_noun and reading.words[position - 1] != "to")


def is_reduced(reading: Grammar, position: int) -> bool:
    """Whether a participle opens a phrase: backed by Egypt, wanted in Libya."""
    after = position + 1
    if not reading.class_list[position] & c.PARTICIPLE or after >= len(reading.class_list):
        return False
    if not reading.near_list[after] or reading.words[position] in REPORTING:
        return False
    is_named = reading.words[position] in naming_forms() and reading.mark_list[after] & (QUOTE | APOSTROPHE)
    # in the gift of a butcher named Lee
    is_named = is_named or (reading.words[position] == "named" and reading.capital_list[after])
    return bool(is_named or reading.class_list[after] & (c.PREPOSITION | c.TIME | c.NUMBER | c.ADVERB))


def opens_clause(reading: Grammar, end: int) -> bool:
    """Whether a finite verb follows at once: they saw Lee as the war began."""
    if end >= len(reading.words) or not reading.near_list[end] or reading.mark_list[end] & QUOTE:
        return False
    bits = reading.class_list[end]
    is_finite = bits & c.VERB and not bits & (NOMINAL | c.PREPOSITION) and not is_reduced(reading, end)
    return bool(is_finite or (bits & (c.AUXILIARY | c.COPULA) and not bits & c.POSSESSIVE))


def past_one_of(reading: Grammar, start: int) -> int:
    """Where the group begins of which somebody is one: (one of) the richest men."""
    is_one = start + 2 < len(reading.words) and reading.words[start : start + 2] == ["one", "of"]
    return start + 2 if is_one and reading.class_list[start + 2] & (c.DETERMINER | c.OWNER) else start


def past_adverb(reading: Grammar, start: int) -> int:
    """Where the group behind an adverb begins: once the darling of, now a fugitive."""
    if reading.words[start : start + 2] in (["until", "recently"], ["until", "then"]):
        return start + 2
    if start + 1 < len(reading.words) and (behind := past_time(reading, start)) > start:
        return behind
    is_led = start + 1 < len(reading.words) and reading.near_list[start + 1]
    if is_led and reading.words[start] in _ONCE and not reading.class_list[start + 1] & (c.VERB | c.PREPOSITION):
        return start + 1
    is_adverb = reading.class_list[start] & c.ADVERB and not reading.class_list[start] & c.DETERMINER
    is_adverb = is_adverb or reading.words[start] in REFLEXIVES or reading.words[start] == "then"
    return start + 1 if is_led and is_adverb and reading.class_list[start + 1] & c.DETERMINER else start


def same_sentence(reading: Grammar, position: int) -> bool:
    """Whether a token stands in the sentence of the one before it."""
    return position > 0 and reading.sentence_list[position] == reading.sentence_list[position - 1]


def past_time(reading: Grammar, position: int) -> int:
    """Where a complement begins behind a phrase of time: (was) by then a wanted man, in 2010 the youngest."""
    if not reading.class_list[position] & c.PREPOSITION:
        return position
    for end in range(position + 1, min(position + _TIME, len(reading.words) - 1)):
        is_time = reading.class_list[end] & (c.TIME | c.NUMBER) or reading.words[end] in ("then", "now")
        if is_time and reading.words[end + 1] in ("a", "an", "the", "one") and reading.near_list[end + 1]:
            return end + 1
    return position
