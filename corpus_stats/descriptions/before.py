"""Noun groups as labels need them: the words before a name.

Throughout this module positions are token positions, spans are half-open, and no group crosses a sentence.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import APOSTROPHE, COMMA, QUOTE
from ..grammar.words import ABBREVIATIONS
from .groups import REACH, VERBAL, is_role, is_thinglike, stands_for_more
from .joints import CLOSED, NOMINAL, Span, grades, is_article, joins_qualities
from .words import (
    ATTRIBUTIVE,
    COURTESIES,
    GENERIC,
    NOT_SAID,
    NOUN_LIKE,
    OPENERS,
    ORDINALS,
    REPORTING,
    STATING,
    is_patron,
)

__all__ = ["bare_before", "before_of", "label_before", "named_after", "turned_before", "unlisted_before"]

_MARKED, _LONGEST_QUOTED = QUOTE | APOSTROPHE, 4
# Determiners that stand for persons themselves before one name: many expected Lee.
_MANY = frozenset("many most some few several all both others these those".split())
_JOINING = frozenset("and but or".split())
_LOCATIVE = frozenset("in at from near across around outside inside".split())
_OPENERS = c.DETERMINER | c.POSSESSIVE | c.PREPOSITION | c.CONJUNCTION | c.SUBORDINATOR


def unlisted_before(reading: Grammar, first: int, last: int) -> Span | None:
    """Group with a noun on no list before a person's full name: the veteran plotter Ivan Petrov.

    A modifier or an article stands before the noun, and the name opens no clause: not the letter Ivan Petrov wrote.
    """
    head = first - 1
    if last - first < 2 or not reading.near_list[first] or reading.class_list[head] & ~c.PERSON_NOUN:
        return None
    if not is_thinglike(reading, head):
        return None
    begin = _modifiers(reading, first)
    if begin > head or (begin == head and not is_article(reading, begin - 1)):
        return None
    # at the podium Ivan Petrov said: the phrase opens the sentence
    opening = begin - 1 - is_article(reading, begin - 1)
    if opening >= 0 and reading.class_list[opening] & c.PREPOSITION and _is_first(reading, opening):
        return None
    is_led = all(_is_quality(reading, i) or is_role(reading, i) for i in range(begin, head))
    return (begin, first) if is_led and not _opens_clause(reading, last) else None


def _is_first(reading: Grammar, position: int) -> bool:
    return position == 0 or reading.sentence_list[position] != reading.sentence_list[position - 1]


def bare_before(reading: Grammar, first: int) -> Span | None:
    """Role without an article that *and* joins to the label at `first`: (by) actor and former minister Lee."""
    joint = first - 1
    if joint < 1 or not reading.near_list[first] or not reading.near_list[joint] or reading.words[joint] != "and":
        return None
    begin = _modifiers(reading, joint)
    # the actress and activist Lee is one person: a second would have an article or a capital
    is_shared = (
        is_article(reading, begin - 1) and not reading.capital_list[joint - 1] and not reading.capital_list[first]
    )
    if (
        begin == joint
        or not (is_shared or _is_first(reading, begin) or _is_bare(reading, begin))
        or reading.class_list[joint - 1] & c.PLURAL
        or not is_role(reading, joint - 1)
    ):
        return None
    return begin, joint


def turned_before(reading: Grammar, span: Span, last: int) -> Span:
    """Label before the name that ends at `last`, with what somebody was: midwife turned climate defender (Lee)."""
    begin = span[0] - 1
    is_turned = begin > 0 and reading.words[begin] == "turned" and all(reading.near_list[begin : begin + 2])
    if not is_turned or not is_role(reading, begin - 1) or reading.class_list[begin - 1] & c.PLURAL:
        return span
    # a name before is no trade
    if reading.capital_list[begin - 1] and not _is_first(reading, begin - 1):
        return span
    start = min(_modifiers(reading, begin), begin - 1)
    # the judge turned surfer Lee away
    is_led = start > 0 and reading.near_list[start] and reading.class_list[start - 1] & (c.DETERMINER | c.OWNER)
    is_subject = is_led and not _is_governed(reading, start - 1) and not _has_verb(reading, last)
    return span if is_subject else (start, span[1])


def _is_bare(reading: Grammar, begin: int) -> bool:
    """Whether no article or possessor stands before a role in lower case: it is no person of its own."""
    is_led = reading.near_list[begin] and reading.class_list[begin - 1] & (c.DETERMINER | c.POSSESSIVE | c.OWNER)
    return not is_led and not reading.capital_list[begin]


def named_after(reading: Grammar, first: int, last: int) -> Span | None:
    """Role that a participle before a name gives it to: a judge named Ivan Petrov."""
    end = first - 1
    if end < 2 or reading.words[end] not in ("named", "called") or not all(reading.near_list[end : first + 1]):
        return None
    found = label_before(reading, end)
    if found is None or reading.words[found[0] - 1] not in ("a", "an") or not reading.near_list[found[0]]:
        return None
    # a judge named Petrov in the case: no verb is left for the judge
    if not _is_governed(reading, found[0] - 1) and not _has_verb(reading, last):
        return None
    # a judge named Petrov as a suspect; a mayor called Petrov a thug, or “vain”
    if last >= len(reading.words) or not reading.near_list[last]:
        return found
    is_named = reading.mark_list[last] & _MARKED or reading.class_list[last] & (c.DETERMINER | c.ADJECTIVE)
    return None if is_named or reading.words[last] == "as" else found


def _is_governed(reading: Grammar, article: int) -> bool:
    """Whether a verb or a preposition has the group that an article opens for its object: they met a judge named."""
    if article < 1 or not reading.near_list[article]:
        return False
    bits, word = reading.class_list[article - 1], reading.words[article - 1]
    is_adverbial = _is_first(reading, article - 1) or bits & (c.SUBORDINATOR | c.CONJUNCTION)
    is_clause = word in STATING or word in REPORTING
    return bool(bits & (c.VERB | c.VERB_ING | c.COPULA | c.PREPOSITION)) and not (is_adverbial or is_clause)


def _has_verb(reading: Grammar, last: int) -> bool:
    """Whether a finite verb follows whose subject ends with the name or with a phrase behind it: named Lee has fled."""
    classes, n = reading.class_list, len(reading.words)
    for position in range(last, min(last + REACH, n)):
        bits = classes[position]
        is_sentence = reading.sentence_list[position] == reading.sentence_list[last - 1]
        if not is_sentence or bits & (c.RELATIVE | c.SUBORDINATOR) or reading.words[position] in _JOINING:
            return False
        is_led = reading.near_list[position] and classes[position - 1] & (_OPENERS | c.ADJECTIVE | c.NUMBER)
        is_finite = bits & (c.VERB | c.COPULA | c.AUXILIARY) and not bits & (NOMINAL | c.PREPOSITION | c.POSSESSIVE)
        if is_finite and not is_led:
            return position == last or reading.words[position] not in REPORTING
    return False


def before_of(reading: Grammar, end: int) -> Span:
    """Noun at ``end - 1`` with the modifiers before it."""
    return min(_modifiers(reading, end - 1), end - 1), end


def _opens_clause(reading: Grammar, last: int) -> bool:
    """Whether the name that ends at `last` is the subject of a clause within a clause: two verbs follow it."""
    n_verbs = 0
    for position in range(last, min(last + REACH, len(reading.class_list))):
        if not reading.near_list[position]:
            break
        bits = reading.class_list[position]
        n_verbs += bool(bits & (c.VERB | c.COPULA) and not bits & NOMINAL and reading.words[position - 1] != "to")
    return n_verbs > 1


def label_before(reading: Grammar, end: int, *, of_body: bool = False, is_parted: bool = False) -> Span | None:
    """Modifiers that end just before `end`, the first word of a name; None where there are none.

    With `is_parted` a comma stands between them.
    """
    begin = _modifiers(reading, end, is_parted=is_parted)
    # “people's mayor” Ivan Petrov
    if begin < end and (quoted := _quoted(reading, end)) and quoted[0] < begin:
        return quoted
    if begin < end:
        # the wanted man, Ivan Petrov
        is_person = (
            begin < end - 1 and reading.words[end - 1] in GENERIC and (is_parted or _is_titled(reading, begin, end))
        )
        if is_person or _ends_in_role(reading, end, of_body=of_body):
            return _without_place(reading, begin, end)
        are_qualities = all(_is_quality(reading, i) or joins_qualities(reading, i) for i in range(begin, end))
        if are_qualities and _is_said(reading, begin, end):
            return begin, end
    return _quoted(reading, end) or _office_of(reading, end, is_parted=is_parted)


def _is_titled(reading: Grammar, begin: int, end: int) -> bool:
    """Whether a singular noun for anybody stands before a name without an article, like an office: hit man Petrov."""
    is_led = begin > 0 and reading.near_list[begin] and reading.class_list[begin - 1] & (_OPENERS | c.NUMBER)
    is_led = is_led and not reading.class_list[begin - 1] & c.PREPOSITION
    is_plural = reading.class_list[end - 1] & c.PLURAL or reading.words[end - 1] in ("ones", "one", "individual")
    return not (is_led or is_plural) and reading.words[end - 2] not in NOT_SAID


def _quoted(reading: Grammar, end: int) -> Span | None:
    """Words in quotation marks right before a name: “gentle giant” Petrov."""
    if not reading.near_list[end] or not reading.mark_list[end] & _MARKED:
        return None
    begin = end - 1
    while begin > 0 and reading.near_list[begin] and not reading.mark_list[begin] & _MARKED:
        begin -= 1
    bits = [reading.class_list[i] for i in range(begin, end) if not reading.class_list[i] & c.POSSESSIVE]
    is_clause = any(one & (CLOSED & ~c.PREPOSITION | VERBAL & ~c.PARTICIPLE) and not one & NOMINAL for one in bits)
    is_enclosed = reading.mark_list[begin] & _MARKED and end - begin <= _LONGEST_QUOTED
    is_quality = any(one & (c.ADJECTIVE | c.PARTICIPLE | c.PERSON_NOUN | c.TITLE) for one in bits)
    return (begin, end) if is_enclosed and is_quality and not is_clause and not bits[0] & c.ADVERB else None


def _modifiers(reading: Grammar, end: int, *, is_parted: bool = False) -> int:
    begin = end
    if not is_parted and reading.near_list[end] and reading.words[end - 1] in COURTESIES:
        return end - 1
    while begin > 0 and (reading.near_list[begin] or _is_series(reading, begin, end) or (is_parted and begin == end)):
        if end - begin == REACH:
            return end
        if begin < end and _joins_names(reading, begin - 1):
            begin -= 2
            continue
        if begin < end and joins_qualities(reading, begin - 1) and begin > 2:
            if reading.near_list[begin - 1] and reading.near_list[begin - 2] and is_article(reading, begin - 3):
                begin -= 2
            break
        if not _is_modifier(reading, begin - 1, end):
            break
        begin -= 1
    return _without_adverb(reading, begin, end)


def _joins_names(reading: Grammar, position: int) -> bool:
    """Whether *and* stands between two names before a role, and a modifier or an article before both.

    Former Arsenal and England striker; but not: met Obama and Senate leader Lee.
    """
    if position < 2 or reading.words[position] != "and" or not all(reading.near_list[position - 1 : position + 2]):
        return False
    pair, before = (position - 1, position + 1), reading.class_list[position - 2]
    are_names = all(reading.capital_list[i] and not reading.class_list[i] & (CLOSED | c.TITLE) for i in pair)
    is_role = any(reading.class_list[i] & c.PERSON_NOUN for i in pair)
    return are_names and not is_role and bool(before & (c.ADJECTIVE | c.DETERMINER) and not before & c.PREPOSITION)


def _is_series(reading: Grammar, position: int, end: int) -> bool:
    """Whether the comma before a token stands between two adjectives of one group: the brutal, corrupt ruler."""
    if position >= end or reading.mark_list[position] != COMMA:
        return False
    if reading.sentence_list[position] != reading.sentence_list[position - 1] or position < 2:
        return False
    classes, capital = reading.class_list, reading.capital_list
    is_plain = not capital[position - 1] or is_patron(reading.words[position - 1])
    pair = classes[position] & classes[position - 1] & c.ADJECTIVE and is_plain
    return bool(pair and reading.near_list[position - 1] and classes[position - 2] & (c.DETERMINER | c.POSSESSIVE))


def _is_modifier(reading: Grammar, position: int, end: int) -> bool:
    """Whether a token belongs to the words before a name, given that all after it do."""
    bits, word = reading.class_list[position], reading.words[position]
    if word in OPENERS:
        return False
    if position + 1 < end and grades(reading, position):
        return True
    if bits & (CLOSED | c.TIME) and (found := stands_for_more(reading, position)) is not None:
        return found
    if bits & c.ADVERB and not bits & NOMINAL:
        return position + 1 < end and bool(reading.class_list[position + 1] & (c.ADJECTIVE | c.PARTICIPLE))
    if bits & c.NUMBER and not bits & c.ADJECTIVE:
        return word in ORDINALS or word.endswith(("st", "nd", "rd", "th"))
    return not bits & VERBAL or _is_attributive(reading, position)


def _is_attributive(reading: Grammar, position: int) -> bool:
    """Whether a form that may be a verb is none here."""
    bits, word = reading.class_list[position], reading.words[position]
    if word in REPORTING:
        return False
    if word in ATTRIBUTIVE or word in NOUN_LIKE:
        is_past = bits & c.PARTICIPLE and bits & c.VERB
        return not (is_past and _follows_noun(reading, position)) and not (
            bits & c.VERB and _has_subject(reading, position)
        )
    if bits & NOMINAL:
        return not (bits & c.VERB and not bits & c.TITLE and _has_subject(reading, position))
    if bits & c.PARTICIPLE:
        return _opens_group(reading, position)
    # A capital inside a sentence is part of an office: Trade Representative, Housing Secretary.
    if reading.capital_list[position] and bits & (c.VERB_BASE | c.VERB_ING) and reading.near_list[position]:
        return bool(reading.capital_list[position + 1]) and not _has_subject(reading, position)
    return False


def _has_subject(reading: Grammar, position: int) -> bool:
    """Whether the word before makes a verb of this one: they host, will host, to host, officials host."""
    if not reading.near_list[position]:
        return False
    before, word = reading.class_list[position - 1], reading.words[position - 1]
    if before & c.OWNER:
        return False
    return (
        bool(before & (c.AUXILIARY | c.PRONOUN | c.RELATIVE) and not before & c.POSSESSIVE)
        or (word == "to" and bool(reading.class_list[position] & c.VERB_BASE))
        or bool(before & c.PLURAL and not before & c.DETERMINER)
    )


def _follows_noun(reading: Grammar, position: int) -> bool:
    """Whether a noun or name stands right before: the court jailed General Petrov."""
    if not reading.near_list[position]:
        return False
    before = reading.class_list[position - 1]
    return not before & (CLOSED | c.ADJECTIVE | c.ADVERB | c.DEMONYM | c.PARTICIPLE | c.NUMBER)


def _opens_group(reading: Grammar, position: int) -> bool:
    if not reading.near_list[position]:
        # "Exiled leaders", but not: “We will go.” said Petrov
        is_first = position == 0 or reading.sentence_list[position] != reading.sentence_list[position - 1]
        return is_first and bool(reading.capital_list[position])
    before = reading.class_list[position - 1]
    if (before & (c.AUXILIARY | c.RELATIVE) and not before & c.POSSESSIVE) or reading.words[position - 1] in _MANY:
        return False
    return bool(before & (c.DETERMINER | c.POSSESSIVE | c.PREPOSITION | c.ADJECTIVE)) and not before & c.CONJUNCTION


def _without_adverb(reading: Grammar, begin: int, end: int) -> int:
    classes = reading.class_list
    while begin < end and classes[begin] & c.ADVERB and not classes[begin] & NOMINAL and not grades(reading, begin):
        begin += 1
    return begin


def _without_place(reading: Grammar, begin: int, end: int) -> Span:
    """Group without a place that belongs to the phrase before: in Tripoli General Haftar."""
    classes = reading.class_list
    is_led = reading.near_list[begin] and reading.words[begin - 1] in _LOCATIVE
    if is_led and begin + 1 < end and classes[begin] & c.PLACE and reading.capital_list[begin]:
        return begin + 1, end
    return begin, end


def _ends_in_role(reading: Grammar, end: int, *, of_body: bool) -> bool:
    last = end - 1
    if not is_role(reading, last, of_body=of_body) or reading.words[last] in GENERIC:
        return False
    if not reading.class_list[last] & c.PLURAL or of_body or reading.words[last] in ABBREVIATIONS:
        return True
    # "leaders Trump and Macron", but not "the officials Trump dismissed"
    name = end
    while name < len(reading.class_list) and reading.near_list[name] and reading.capital_list[name]:
        name += 1
    return name < len(reading.class_list) and (
        reading.mark_list[name] & COMMA > 0 or bool(reading.class_list[name] & c.CONJUNCTION)
    )


def _is_quality(reading: Grammar, position: int) -> bool:
    bits = reading.class_list[position]
    if bits & (c.PLACE | c.DEMONYM) and "-" not in reading.words[position]:
        return False
    return bool(bits & (c.ADJECTIVE | c.PARTICIPLE | c.ADVERB))


def _is_said(reading: Grammar, begin: int, end: int) -> bool:
    """Whether adjectives alone are said of the name after them: the embattled Trump; not: it is clear Trump will."""
    if reading.words[end - 1] in NOT_SAID or reading.class_list[end - 1] & c.ADVERB:
        return False
    if begin == end - 1 and reading.words[begin].endswith("-old"):
        return False
    before = reading.class_list[begin - 1] if reading.near_list[begin] else 0
    if before & (c.DETERMINER | c.POSSESSIVE):
        return True
    # thanked her and named Petrov as chief
    is_verb = before & c.CONJUNCTION and reading.class_list[begin] & c.VERB
    if is_verb and not _is_first(reading, begin - 1):
        return False
    last = end - 1
    if not reading.class_list[last] & c.ADJECTIVE and reading.words[last] not in ATTRIBUTIVE:
        return False
    if not reading.near_list[begin]:
        return True
    return bool(before & _OPENERS and not before & (c.PRONOUN | c.COPULA))


def _office_of(reading: Grammar, end: int, *, is_parted: bool) -> Span | None:
    """Office with its phrase before a name: the president of the United States Donald Trump."""
    classes = reading.class_list
    position, n_nouns = end, 0
    while position > 0 and end - position < REACH and (reading.near_list[position] or (is_parted and position == end)):
        bits = classes[position - 1]
        if reading.words[position - 1] == "of":
            break
        if not bits & (c.DETERMINER | c.POSSESSIVE) and not _is_modifier(reading, position - 1, end):
            return None
        n_nouns += not bits & (c.DETERMINER | c.POSSESSIVE)
        position -= 1
    else:
        return None
    head = position - 2
    if not n_nouns or head < 0 or not reading.near_list[position - 1] or not is_role(reading, head):
        return None
    if classes[head] & c.PLURAL or reading.words[head] in GENERIC:
        return None
    return _modifiers(reading, position - 1), end
