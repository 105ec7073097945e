"""Labels that commas part from a name: a former general, Haftar, 75, a warlord.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

import itertools

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import APOSTROPHE, CLOSE_BRACKET, COMMA, DASH, OPEN_BRACKET, OWNED, QUOTE
from .before import label_before
from .groups import forward, is_role, is_thinglike, of_phrase
from .joints import NOMINAL, Span, denies
from .words import ATTRIBUTIVE, GENERIC, REFLEXIVES, REPORTING, naming_forms

__all__ = [
    "after_comma",
    "apposition_after",
    "apposition_before",
    "apposition_beyond",
    "coordinated",
    "is_reduced",
    "is_whole",
    "role_at",
    "same_sentence",
    "unlisted_at",
]

_REACH = 20
_GIVEN = c.GIVEN_NAME_M | c.GIVEN_NAME_F
_ARTICLES = frozenset("the a an another".split())


def apposition_after(reading: Grammar, last: int, *, of_body: bool = False) -> list[Span]:
    """Labels between commas after a mention that ends at `last`: Haftar, a former general and warlord, ..."""
    start = after_comma(reading, last)
    if start is None or denies(reading, start):
        return []
    start = _past_adverb(reading, start)
    if (
        reading.words[start : start + 2] == ["one", "of"]
        and reading.class_list[min(start + 2, len(reading.words) - 1)] & c.DETERMINER
    ):
        start += 2
    found = role_at(reading, start, of_body=of_body)
    if found is None and not of_body:
        found = unlisted_at(reading, start)
    if found is None or not is_whole(reading, found[1]):
        return []
    return [found, *coordinated(reading, found[1], of_body=of_body)]


def _past_adverb(reading: Grammar, start: int) -> int:
    """Where the group behind an adverb begins: once the darling of, now a fugitive."""
    is_led = start + 1 < len(reading.words) and reading.near_list[start + 1]
    is_adverb = reading.class_list[start] & c.ADVERB and not reading.class_list[start] & c.DETERMINER
    is_adverb = is_adverb or reading.words[start] in REFLEXIVES
    return start + 1 if is_led and is_adverb and reading.class_list[start + 1] & c.DETERMINER else start


def apposition_before(reading: Grammar, first: int, last: int) -> Span | None:
    """Label that a comma parts from the name ``first:last`` after it: the former warlord, Khalifa Haftar, ..."""
    if not same_sentence(reading, first) or reading.mark_list[first] != COMMA or not _closes(reading, last):
        return None
    found = label_before(reading, first, is_parted=True)
    if found is None or (not is_role(reading, first - 1) and reading.words[found[0]] != "of"):
        return _office_apposition(reading, found, first)
    return found if _is_definite(reading, found[0]) and not reading.class_list[first - 1] & c.PLURAL else None


def apposition_beyond(reading: Grammar, first: int, last: int) -> Span | None:
    """Label that a comma parts from the label at `first` of the name up to `last`: its founder, billionaire Lee, ..."""
    found = apposition_before(reading, first, last)
    if found is None:
        return None
    # "In a letter to the lawyer, Senator Lee said": the phrase opens the sentence
    position = found[0]
    while same_sentence(reading, position):
        position -= 1
        if reading.class_list[position] & (c.VERB | c.COPULA | c.AUXILIARY):
            return found
    return None if reading.class_list[position] & (c.PREPOSITION | c.SUBORDINATOR) else found


def same_sentence(reading: Grammar, position: int) -> bool:
    """Whether a token stands in the sentence of the one before it."""
    return position > 0 and reading.sentence_list[position] == reading.sentence_list[position - 1]


def _closes(reading: Grammar, last: int) -> bool:
    """Whether punctuation or the end of the sentence follows."""
    if last >= len(reading.class_list) or not same_sentence(reading, last):
        return True
    return bool(reading.mark_list[last] & ~(OWNED | 0)) and not reading.joined_list[last]


def _is_definite(reading: Grammar, begin: int) -> bool:
    if not reading.near_list[begin]:
        return False
    bits = reading.class_list[begin - 1]
    return bool(bits & (c.DETERMINER | c.POSSESSIVE | c.OWNER) and not bits & c.CONJUNCTION)


def _office_apposition(reading: Grammar, found: Span | None, first: int) -> Span | None:
    if found is None or "of" not in [reading.words[i] for i in range(*found)]:
        return None
    return found if _is_definite(reading, found[0]) and found[1] == first else None


def after_comma(reading: Grammar, last: int) -> int | None:
    """Where the words after the comma begin; an age or a bracket may stand between: Haftar, 75, a general."""
    n, marks = len(reading.class_list), reading.mark_list
    position = last
    is_bracket = position < n and marks[position] & OPEN_BRACKET and same_sentence(reading, position)
    if is_bracket and not reading.class_list[position] & c.DETERMINER:
        inner = position
        while position < n and position - inner <= 4 and not marks[position] & CLOSE_BRACKET:
            position += 1
            if position >= n or not same_sentence(reading, position):
                return None
    if position >= n or not same_sentence(reading, position) or not marks[position] & (COMMA | DASH | OPEN_BRACKET):
        return None
    # “... by Petrov,” the minister said: the quotation ends there
    if marks[position] & COMMA and marks[position] & QUOTE:
        return None
    for _ in range(2):
        position = _past_origin(reading, position)
    return position


def _past_origin(reading: Grammar, position: int) -> int:
    """Where the words behind an age or a place begin: 75, a general; aged 75, from Tripoli, a general."""
    n, end = len(reading.words), position
    if reading.class_list[position] & c.NUMBER:
        end = position + 1
    elif reading.words[position] == "aged" and position + 1 < n and reading.class_list[position + 1] & c.NUMBER:
        end = position + 2
    elif reading.words[position] in ("of", "from"):
        end = position + 1
        while end < n and reading.near_list[end] and reading.capital_list[end]:
            end += 1
    is_parted = end < n and end > position and reading.mark_list[end] == COMMA and same_sentence(reading, end)
    return end if is_parted else position


def role_at(reading: Grammar, start: int, *, of_body: bool = False) -> Span | None:
    """Label whose group begins at `start`: determiner, modifiers, a role, and its phrase with *of*."""
    begin, end = forward(reading, start)
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
    if begin != start + 1 or end == begin or not is_thinglike(reading, end - 1):
        return None
    phrase = of_phrase(reading, end)
    # neither a verdict that angered many nor a smile on his face is who somebody is
    if phrase < len(reading.class_list) and reading.words[phrase] in ("that", "which"):
        return None
    if any(reading.class_list[i] & c.OWNER for i in range(phrase, min(phrase + 2, len(reading.class_list)))):
        return None
    return (begin, phrase) if reading.words[start] != "the" or phrase > end else None


def _bare_at(reading: Grammar, start: int) -> Span | None:
    """Adjective and unlisted noun that a label before *and* goes on with: (a preacher and) convicted felon."""
    begin, end = forward(reading, start)
    if begin != start or end - begin < 2 or not is_thinglike(reading, end - 1):
        return None
    bits = [reading.class_list[i] for i in range(begin, end - 1)]
    return (begin, end) if all(one & (c.ADJECTIVE | c.PARTICIPLE) for one in bits) else None


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
    return ("one", "of") in itertools.pairwise(reading.words[max(begin - 6, 0) : begin])


def is_whole(reading: Grammar, end: int) -> bool:
    """Whether an apposition ends here or goes on with a phrase, up to a mark: no verb of a clause follows."""
    classes, n = reading.class_list, len(reading.class_list)
    position = end
    while position < n and position - end <= _REACH and reading.near_list[position]:
        bits = classes[position]
        if bits & c.RELATIVE or (position == end and bits & c.CONJUNCTION and not bits & c.SUBORDINATOR):
            return True
        is_verb = bits & (c.AUXILIARY | c.COPULA) and not bits & c.POSSESSIVE
        is_form = bits & c.VERB and not bits & (NOMINAL | c.PREPOSITION) and not _is_led(reading, position)
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
    is_noun = reading.class_list[position] & c.VERB_BASE and before & (c.PREPOSITION | c.DETERMINER)
    return bool(is_noun and reading.words[position - 1] != "to")


def is_reduced(reading: Grammar, position: int) -> bool:
    """Whether a participle opens a phrase: backed by Egypt, wanted in Libya."""
    after = position + 1
    if not reading.class_list[position] & c.PARTICIPLE or after >= len(reading.class_list):
        return False
    if not reading.near_list[after] or reading.words[position] in REPORTING:
        return False
    is_named = reading.words[position] in naming_forms() and reading.mark_list[after] & (QUOTE | APOSTROPHE)
    return bool(is_named or reading.class_list[after] & (c.PREPOSITION | c.TIME | c.NUMBER | c.ADVERB))


def _listed(reading: Grammar, end: int, *, of_body: bool) -> list[Span]:
    """Labels of a list that goes on after a comma and ends with *and*: a coward, a thief and a liar."""
    found, n = [], len(reading.words)
    while end + 1 < n and reading.mark_list[end] == COMMA and same_sentence(reading, end):
        is_last = reading.words[end] == "and"
        start = end + is_last
        if start >= n or reading.words[start] not in ("a", "an"):
            return []
        span = role_at(reading, start, of_body=of_body) or unlisted_at(reading, start)
        if span is None:
            return []
        found.append(span)
        end = span[1]
        if is_last:
            return found if is_whole(reading, end) else []
        if end + 1 < n and reading.near_list[end] and reading.words[end] == "and":
            return [*found, *coordinated(reading, end, of_body=of_body)]
    return []


def coordinated(reading: Grammar, end: int, *, of_body: bool) -> list[Span]:
    """Label that *and* joins to the one that ends at `end`: a coward and a liar, a preacher and convicted felon."""
    listed = _listed(reading, end, of_body=of_body)
    if listed:
        return listed
    if end >= len(reading.class_list) or not reading.near_list[end] or reading.words[end] != "and":
        return []
    found = role_at(reading, end + 1, of_body=of_body)
    if found is None and not of_body:
        found = _bare_at(reading, end + 1) or unlisted_at(reading, end + 1)
    # "a banker and the mayor" are two persons
    if found and reading.words[end + 1] == "the" and "of" not in [reading.words[i] for i in range(*found)]:
        return []
    if found is None or reading.capital_list[found[0]] or not is_whole(reading, found[1]):
        return []
    return [found]
