"""Labels that commas part from a name: a former general, Haftar, 75, a warlord.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

import itertools

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import APOSTROPHE, CLOSE_BRACKET, COLON, COMMA, DASH, OPEN_BRACKET, OWNED, QUOTE
from .before import label_before
from .groups import forward, is_acronym, is_role, is_thinglike, of_phrase
from .joints import NOMINAL, Span, denies, opens_quotation
from .words import ATTRIBUTIVE, GENERIC, REFLEXIVES, REPORTING, naming_forms

__all__ = [
    "after_comma",
    "apposition_after",
    "apposition_before",
    "apposition_beyond",
    "coordinated",
    "is_reduced",
    "is_whole",
    "opens_clause",
    "role_at",
    "roles_at",
    "same_sentence",
    "unlisted_at",
]

_REACH = 20
_GIVEN = c.GIVEN_NAME_M | c.GIVEN_NAME_F
_ARTICLES = frozenset("the a an another".split())
_DEGREES = frozenset("phd md mp msp qc kc sc obe cbe mbe jr sr jnr snr esq".split())
_JOINTS = frozenset("and or but".split())
_ONCE = frozenset("formerly previously currently now once also later then".split())


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
    if found is None and (not of_body or "of" in reading.words[start : start + _REACH]):
        found = unlisted_at(reading, start)
        found = None if of_body and found and "of" not in reading.words[found[0] : found[1]] else found
    if found is None or not is_whole(reading, found[1]):
        return []
    return [found, *coordinated(reading, found[1], of_body=of_body)]


def _past_adverb(reading: Grammar, start: int) -> int:
    """Where the group behind an adverb begins: once the darling of, now a fugitive."""
    if reading.words[start : start + 2] in (["until", "recently"], ["until", "then"]):
        return start + 2
    is_led = start + 1 < len(reading.words) and reading.near_list[start + 1]
    if is_led and reading.words[start] in _ONCE and not reading.class_list[start + 1] & (c.VERB | c.PREPOSITION):
        return start + 1
    is_adverb = reading.class_list[start] & c.ADVERB and not reading.class_list[start] & c.DETERMINER
    is_adverb = is_adverb or reading.words[start] in REFLEXIVES or reading.words[start] == "then"
    return start + 1 if is_led and is_adverb and reading.class_list[start + 1] & c.DETERMINER else start


def apposition_before(reading: Grammar, first: int, last: int) -> Span | None:
    """Label that a comma parts from the name ``first:last`` after it: the former warlord, Khalifa Haftar, ..."""
    is_parted = reading.mark_list[first] == COMMA or reading.mark_list[first] & (DASH | OPEN_BRACKET)
    if not same_sentence(reading, first) or not is_parted or not _closes(reading, last):
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


def roles_at(reading: Grammar, start: int, *, of_body: bool = False) -> list[Span]:
    """Labels whose nouns are roles, from `start` on: the one there, and those that *and* joins to it."""
    if start >= len(reading.words) or not reading.near_list[start]:
        return []
    found = role_at(reading, start, of_body=of_body)
    if found is None or opens_clause(reading, found[1]):
        return []
    return [found, *coordinated(reading, found[1], of_body=of_body)]


def opens_clause(reading: Grammar, end: int) -> bool:
    """Whether a finite verb follows at once: they saw Lee as the war began."""
    if end >= len(reading.words) or not reading.near_list[end] or reading.mark_list[end] & QUOTE:
        return False
    bits = reading.class_list[end]
    is_finite = bits & c.VERB and not bits & (NOMINAL | c.PREPOSITION) and not is_reduced(reading, end)
    return bool(is_finite or (bits & (c.AUXILIARY | c.COPULA) and not bits & c.POSSESSIVE))


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


def _bare_at(reading: Grammar, start: int) -> Span | None:
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
        if bits & c.RELATIVE or (position == end and bits & c.CONJUNCTION and not bits & c.SUBORDINATOR):
            return True
        # a midfielder turned pundit
        is_turned = position == end and reading.words[end] == "turned"
        is_verb = bits & (c.AUXILIARY | c.COPULA) and not bits & c.POSSESSIVE
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
        is_last = reading.words[end] in ("and", "even")
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
    # an agent, a Marxist; not: a banker, a lawyer and two others
    return found if found and is_whole(reading, end) and not _goes_on_with(reading, end) else []


def _goes_on_with(reading: Grammar, end: int) -> bool:
    """Whether a list of persons goes on at `end`."""
    return end < len(reading.words) and same_sentence(reading, end) and reading.words[end] == "and"


def _set_against(reading: Grammar, end: int, *, of_body: bool) -> list[Span]:
    """What others see where some see the label that ends at `end`: a hero to some, a traitor to others."""
    n = len(reading.words)
    if end + 2 >= n or not reading.near_list[end] or reading.words[end] != "to":
        return []
    start = next((i for i in range(end + 2, min(end + 5, n - 1)) if reading.mark_list[i] == COMMA), n)
    if start >= n or reading.words[start] not in ("a", "an"):
        return []
    span = role_at(reading, start, of_body=of_body) or unlisted_at(reading, start)
    return [span] if span and reading.words[span[1] : span[1] + 1] == ["to"] else []


def coordinated(reading: Grammar, end: int, *, of_body: bool) -> list[Span]:
    """Label that *and* joins to the one that ends at `end`: a coward and a liar, a preacher and convicted felon."""
    listed = _listed(reading, end, of_body=of_body) or _set_against(reading, end, of_body=of_body)
    if listed:
        return listed
    if end + 1 >= len(reading.class_list) or not reading.near_list[end] or reading.words[end] not in _JOINTS:
        return []
    if reading.words[end] == "but" and reading.words[end + 1] != "also":
        return []
    if reading.words[end] == "or" and not reading.class_list[end + 1] & c.DETERMINER:
        return []
    end = _past_adverb(reading, end + 1) - 1
    found = role_at(reading, end + 1, of_body=of_body)
    if found is None and not of_body:
        found = _bare_at(reading, end + 1) or unlisted_at(reading, end + 1)
    # "a banker and the mayor" are two persons
    if found and reading.words[end + 1] == "the" and "of" not in [reading.words[i] for i in range(*found)]:
        return []
    if found is None or not is_whole(reading, found[1]):
        return []
    # the party of oligarchs and altar boys
    if found[0] == end + 1 and reading.class_list[found[1] - 1] & c.PLURAL:
        return []
    return [] if reading.capital_list[found[0]] and not is_acronym(reading, found[0]) else [found]
