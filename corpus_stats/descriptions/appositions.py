"""Labels that commas part from a name: a former general, Haftar, 75, a warlord.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import CLOSE_BRACKET, COLON, COMMA, DASH, OPEN_BRACKET, OWNED, QUOTE
from ..grammar.verbs import every_form
from .before import label_before
from .coordination import coordinated
from .groups import forward, is_acronym, is_role, is_thinglike
from .joints import Span, denies, opens_quotation
from .nouns import is_whole, past_adverb, past_one_of, role_at, same_sentence, unlisted_at
from .words import REFLEXIVES

__all__ = ["after_comma", "apposition_after", "apposition_before", "apposition_beyond"]

# Words of an apposition, of a name behind one, and of a name that opens a sentence.
_REACH, _NAME, _LONGEST_NAME = 20, 4, 8
_FOUNDING = every_form("build chair create form found head launch lead own run start")
_DEGREES = frozenset("phd md mp msp qc kc sc obe cbe mbe jr sr jnr snr esq".split())


def apposition_after(reading: Grammar, last: int, *, of_body: bool = False) -> list[Span]:
    """Labels between commas after a mention that ends at `last`: Haftar, a former general and warlord, ..."""
    start = after_comma(reading, last)
    if start is None or denies(reading, start):
        return []
    start = past_one_of(reading, past_adverb(reading, start))
    found = role_at(reading, start, of_body=of_body)
    if found is None and (not of_body or "of" in reading.words[start : start + _REACH]):
        found = unlisted_at(reading, start)
        found = None if of_body and found and "of" not in reading.words[found[0] : found[1]] else found
    found = found or (_thing(reading, start, last) if of_body else None)
    if found is None or not (is_whole(reading, found[1]) or (of_body and _is_founded(reading, found[1]))):
        return []
    return [found, *coordinated(reading, found[1], of_body=of_body)]


def _thing(reading: Grammar, start: int, last: int) -> Span | None:
    """Noun on no list that says what a body is whose name, which ends at `last`, opens the sentence.

    Nothing else can be meant there: The Front, a money machine that ...; Acme, the start-up Lee founded, ...
    """
    begin, end = forward(reading, start)
    if reading.words[start] == "the":
        end = next((i for i in range(begin, end) if reading.capital_list[i]), end)
    name = last - 1
    while reading.near_list[name] and last - name <= _LONGEST_NAME:
        name -= 1
    is_led = begin == start + 1 and reading.words[start] in ("a", "an", "the") and end > begin
    is_alone = not reading.near_list[name] and all(
        reading.capital_list[i] or reading.class_list[i] & c.DETERMINER for i in range(name, last)
    )
    is_noun = is_led and (is_thinglike(reading, end - 1) or is_role(reading, end - 1, of_body=True))
    if not is_noun or not is_alone or same_sentence(reading, name):
        return None
    return (begin, end) if reading.words[start] != "the" or _is_founded(reading, end) else None


def _is_founded(reading: Grammar, end: int) -> bool:
    """Whether a name and a verb of founding or leading follow a noun: the start-up Ann Lee founded."""
    verb = end
    while verb < len(reading.words) and verb - end < _NAME and reading.near_list[verb] and reading.capital_list[verb]:
        verb += 1
    return end < verb < len(reading.words) and reading.near_list[verb] > 0 and reading.words[verb] in _FOUNDING


def apposition_before(reading: Grammar, first: int, last: int, *, of_body: bool = False) -> Span | None:
    """Label that a comma parts from the name ``first:last`` after it: the former warlord, Khalifa Haftar, ...

    What has a body tells it from one of a list: his flagship company, Acme, ...; but: the ministry, the union and ...
    """
    is_parted = reading.mark_list[first] == COMMA or reading.mark_list[first] & (DASH | OPEN_BRACKET)
    if not same_sentence(reading, first) or not is_parted or not _closes(reading, last):
        return None
    # the leader of the Rapid Guard Forces (RGF)
    if reading.mark_list[first] & OPEN_BRACKET and last - first == 1 and is_acronym(reading, first):
        return None
    # the king of jingles himself, Ivan Petrov
    end = first - (reading.words[first - 1] in REFLEXIVES and reading.near_list[first - 1] > 0)
    found = label_before(reading, end, of_body=of_body, is_parted=True)
    is_owned = found is not None and reading.class_list[found[0] - 1] & (c.OWNER | c.POSSESSIVE)
    if of_body and found and is_owned and found[1] == end and end - found[0] > 1:
        return found
    if found is None or (not is_role(reading, end - 1) and reading.words[found[0]] != "of"):
        return _office_apposition(reading, found, end)
    return found if _is_definite(reading, found[0]) and not reading.class_list[end - 1] & c.PLURAL else None


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


def _closes(reading: Grammar, last: int) -> bool:
    """Whether punctuation or the end of the sentence follows."""
    if last >= len(reading.class_list) or not same_sentence(reading, last):
        return True
    return bool(reading.mark_list[last] & ~OWNED) and not reading.joined_list[last]


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
    if position >= n or not same_sentence(reading, position):
        return None
    if not marks[position] & (COMMA | DASH | OPEN_BRACKET | COLON):
        return None
    # “... by Petrov,” the minister said: the quotation ends there
    if marks[position] & COMMA and marks[position] & QUOTE and not opens_quotation(reading, position):
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
    elif reading.words[position] in _DEGREES:
        end = position + 1
    elif reading.words[position] in ("of", "from"):
        end = position + 1
        while end < n and reading.near_list[end] and reading.capital_list[end]:
            end += 1
    is_parted = end < n and end > position and reading.mark_list[end] == COMMA and same_sentence(reading, end)
    return end if is_parted else position
