"""Labels that commas part from a name: a former general, Haftar, 75, a warlord.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.arrays import CLOSE_BRACKET, COMMA, DASH, OPEN_BRACKET, OWNED, QUOTE
from .groups import forward, is_role, is_thinglike, label_before, of_phrase
from .joints import NOMINAL, Span, denies, is_near
from .words import ATTRIBUTIVE, GENERIC

__all__ = [
    "after_comma",
    "apposition_after",
    "apposition_before",
    "apposition_beyond",
    "coordinated",
    "role_at",
    "same_sentence",
]

_REACH = 12
_GIVEN = c.GIVEN_NAME_M | c.GIVEN_NAME_F
_ARTICLES = frozenset("the a an another".split())


def apposition_after(reading: Grammar, last: int, *, of_body: bool = False) -> list[Span]:
    """Labels between commas after a mention that ends at `last`: Haftar, a former general and warlord, ..."""
    start = after_comma(reading, last)
    if start is None or denies(reading, start):
        return []
    found = role_at(reading, start, of_body=of_body)
    if found is None and not of_body:
        found = _unlisted_at(reading, start)
    if found is None or not _is_whole(reading, found[1]):
        return []
    return [found, *coordinated(reading, found[1], of_body=of_body)]


def apposition_before(reading: Grammar, first: int, last: int) -> Span | None:
    """Label that a comma parts from the name ``first:last`` after it: the former warlord, Khalifa Haftar, ..."""
    if not same_sentence(reading, first) or reading.mark_list[first] != COMMA or not _closes(reading, last):
        return None
    found = label_before(reading, first, is_parted=True)
    if found is None or (not is_role(reading, first - 1) and reading.word(found[0]) != "of"):
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
    if not is_near(reading, begin):
        return False
    bits = reading.class_list[begin - 1]
    return bool(bits & (c.DETERMINER | c.POSSESSIVE | c.OWNER) and not bits & c.CONJUNCTION)


def _office_apposition(reading: Grammar, found: Span | None, first: int) -> Span | None:
    if found is None or "of" not in [reading.word(i) for i in range(*found)]:
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
    bits = reading.class_list[position]
    if bits & c.NUMBER and position + 1 < n and marks[position + 1] == COMMA and same_sentence(reading, position + 1):
        return position + 1
    return position


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
    if (reading.word(head) in GENERIC and head == begin) or (
        bits & c.PLURAL and not of_body and not _is_one_of(reading, begin)
    ):
        return None
    if begin == start and reading.capital_list[begin] and not reading.class_list[begin] & (c.TITLE | NOMINAL):
        return None
    return begin, of_phrase(reading, end)


def _unlisted_at(reading: Grammar, start: int) -> Span | None:
    """Label whose noun is on no list, after an article: a thorn in the side of, the face of the revolt."""
    if start + 1 >= len(reading.class_list) or reading.word(start) not in _ARTICLES:
        return None
    begin, end = forward(reading, start)
    if begin != start + 1 or end == begin or not is_thinglike(reading, end - 1):
        return None
    phrase = of_phrase(reading, end)
    # neither a verdict that angered many nor a smile on his face is who somebody is
    if phrase < len(reading.class_list) and reading.word(phrase) in ("that", "which"):
        return None
    if any(reading.class_list[i] & c.OWNER for i in range(phrase, min(phrase + 2, len(reading.class_list)))):
        return None
    return (begin, phrase) if reading.word(start) != "the" or phrase > end else None


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
    if end < len(classes) and is_near(reading, end) and classes[head] & c.ADJECTIVE and classes[end] & c.VERB_BASE:
        return True
    is_verb = classes[begin] & c.VERB and not classes[begin] & NOMINAL and reading.word(begin) not in ATTRIBUTIVE
    return bool(is_verb and not _has_determiner(reading, begin))


def _has_determiner(reading: Grammar, begin: int) -> bool:
    return is_near(reading, begin) and bool(reading.class_list[begin - 1] & (c.DETERMINER | c.OWNER | c.POSSESSIVE))


def _is_one_of(reading: Grammar, begin: int) -> bool:
    return begin >= 3 and [reading.word(i) for i in range(begin - 3, begin - 1)] == ["one", "of"]


def _is_whole(reading: Grammar, end: int) -> bool:
    """Whether an apposition ends here or goes on with a phrase, up to a mark: no verb of a clause follows."""
    classes, n = reading.class_list, len(reading.class_list)
    position = end
    while position < n and position - end <= _REACH and is_near(reading, position):
        bits = classes[position]
        if bits & c.RELATIVE or (position == end and bits & c.CONJUNCTION and not bits & c.SUBORDINATOR):
            return True
        is_verb = bits & (c.AUXILIARY | c.COPULA) and not bits & c.POSSESSIVE
        is_form = bits & c.VERB and not bits & (NOMINAL | c.PREPOSITION) and not _is_led(reading, position)
        if is_verb or (is_form and not _is_reduced(reading, position)):
            return False
        if position == end and reading.capital_list[end] and not bits & (c.PREPOSITION | c.CONJUNCTION):
            return False
        position += 1
    return (position < n and position - end <= _REACH) or position >= n


def _is_led(reading: Grammar, position: int) -> bool:
    """Whether a form that may be a verb is a noun after a preposition: a butcher by trade."""
    before = reading.class_list[position - 1]
    is_noun = reading.class_list[position] & c.VERB_BASE and before & (c.PREPOSITION | c.DETERMINER)
    return bool(is_noun and reading.word(position - 1) != "to")


def _is_reduced(reading: Grammar, position: int) -> bool:
    """Whether a participle opens a phrase: backed by Egypt, wanted in Libya."""
    after = position + 1
    if not reading.class_list[position] & c.PARTICIPLE or after >= len(reading.class_list):
        return False
    return is_near(reading, after) and bool(reading.class_list[after] & c.PREPOSITION)


def coordinated(reading: Grammar, end: int, *, of_body: bool) -> list[Span]:
    """Label that *and* joins to the one that ends at `end`: a coward and a liar, a preacher and convicted felon."""
    if end >= len(reading.class_list) or not is_near(reading, end) or reading.word(end) != "and":
        return []
    found = role_at(reading, end + 1, of_body=of_body)
    if found is None and not of_body:
        found = _bare_at(reading, end + 1) or _unlisted_at(reading, end + 1)
    # "a banker and the mayor" are two persons
    if found and reading.word(end + 1) == "the" and "of" not in [reading.word(i) for i in range(*found)]:
        return []
    if found is None or reading.capital_list[found[0]] or not _is_whole(reading, found[1]):
        return []
    return [found]
