"""Labels around a mention that are no modifiers of it: appositions, clauses, and what is named as something.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.arrays import CLOSE_BRACKET, COMMA, DASH, OPEN_BRACKET, OWNED, QUOTE
from .groups import NOMINAL, Span, forward, is_near, is_role, label_before, of_phrase
from .words import ATTRIBUTIVE, GENERIC, NAMING, NOT_SAID, POSSESSED, REFLEXIVES, VAGUE, acting_forms, naming_forms

__all__ = ["apposition_after", "apposition_before", "named_as", "possessed", "predicate"]

_REACH = 12
_GIVEN = c.GIVEN_NAME_M | c.GIVEN_NAME_F
_INDEFINITE = frozenset("a an another".split())
_HYPOTHETICAL = frozenset("would could might should may must can if unless whether".split())
_HAVE = frozenset("has have had 've 'd".split())
_ARTICLES = frozenset("the a an".split())


def apposition_before(reading: Grammar, first: int, last: int) -> Span | None:
    """Label that a comma parts from the name ``first:last`` after it: the former warlord, Khalifa Haftar, ..."""
    if not _same_sentence(reading, first) or reading.mark_list[first] != COMMA or not _closes(reading, last):
        return None
    found = label_before(reading, first, is_parted=True)
    if found is None or (not is_role(reading, first - 1) and reading.word(found[0]) != "of"):
        return _office_apposition(reading, found, first)
    return found if _is_definite(reading, found[0]) and not reading.class_list[first - 1] & c.PLURAL else None


def apposition_after(reading: Grammar, last: int, *, of_body: bool = False) -> list[Span]:
    """Labels between commas after a mention that ends at `last`: Haftar, a former general and warlord, ..."""
    start = _after_comma(reading, last)
    if start is None:
        return []
    found = _role_at(reading, start, of_body=of_body)
    if found is None or not _is_whole(reading, found[1]):
        return []
    return [found, *_coordinated(reading, found[1], of_body=of_body)]


def predicate(reading: Grammar, first: int, last: int, *, of_body: bool = False) -> list[Span]:
    """Labels in the clause after the mention ``first:last``: (who) is a ..., was seen as the ..., calls himself ..."""
    n = len(reading.class_list)
    position, has_comma = last, False
    if is_near(reading, first) and reading.word(first - 1) in _HYPOTHETICAL:
        return []
    if position < n and reading.mark_list[position] == COMMA and _same_sentence(reading, position):
        has_comma = True
    elif not is_near(reading, position):
        return []
    if position < n and reading.word(position) in ("who", "which"):
        position, has_comma = position + 1, False
    position = _past_adverbs(reading, position)
    if position >= n:
        return []
    if has_comma:
        return _one(_named(reading, position, of_body=of_body, is_passive=True))
    word = reading.word(position)
    following = reading.word(position + 1) if position + 1 < n else ""
    if (word in naming_forms() and following in REFLEXIVES) or (word in acting_forms() and following == "as"):
        return _one(_complement(reading, position + 2, of_body=of_body))
    return _after_verb(reading, position, of_body=of_body)


def named_as(reading: Grammar, first: int, last: int, *, of_body: bool = False) -> Span | None:
    """Label that a verb gives to the mention ``first:last`` that is its object: called Haftar a warlord."""
    if not is_near(reading, first) or not is_near(reading, last):
        return None
    verb = first - 1
    form = naming_forms().get(reading.word(verb))
    if form is None:
        return None
    if reading.word(last) == "as":
        return _complement(reading, last + 1, of_body=of_body)
    if NAMING[form[0]] or reading.word(last) not in _ARTICLES:
        return None
    return _complement(reading, last, of_body=of_body)


def possessed(reading: Grammar, last: int) -> Span | None:
    """Noun group of what a mention has that says what it is: Haftar's domain, Haftar's henchmen."""
    classes = reading.class_list
    if last >= len(classes):
        return None
    if classes[last] & c.POSSESSIVE and is_near(reading, last):
        start = last + 1
    elif reading.mark_list[last] == OWNED:
        start = last
    else:
        return None
    if start >= len(classes) or (start > last and not is_near(reading, start)):
        return None
    return owned_group(reading, start)


def owned_group(reading: Grammar, start: int) -> Span | None:
    """Noun group at `start` if its noun is one of `POSSESSED`."""
    begin, end = forward(reading, start)
    while end > begin and reading.word(end - 1) not in POSSESSED:
        end -= 1
    # "Haftar's Libyan National Army" is a name, and stands for itself
    if begin == end or begin != start or reading.capital_list[end - 1]:
        return None
    if end < len(reading.class_list) and is_near(reading, end) and reading.class_list[end] & NOMINAL:
        return None
    return begin, end


def _same_sentence(reading: Grammar, position: int) -> bool:
    return position > 0 and reading.sentence_list[position] == reading.sentence_list[position - 1]


def _closes(reading: Grammar, last: int) -> bool:
    """Whether punctuation or the end of the sentence follows."""
    if last >= len(reading.class_list) or not _same_sentence(reading, last):
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


def _after_comma(reading: Grammar, last: int) -> int | None:
    """Where the words after the comma begin; an age or a bracket may stand between: Haftar, 75, a general."""
    n, marks = len(reading.class_list), reading.mark_list
    position = last
    is_bracket = position < n and marks[position] & OPEN_BRACKET and _same_sentence(reading, position)
    if is_bracket and not reading.class_list[position] & c.DETERMINER:
        inner = position
        while position < n and position - inner <= 4 and not marks[position] & CLOSE_BRACKET:
            position += 1
            if position >= n or not _same_sentence(reading, position):
                return None
    if position >= n or not _same_sentence(reading, position) or not marks[position] & (COMMA | DASH | OPEN_BRACKET):
        return None
    # “... by Petrov,” the minister said: the quotation ends there
    if marks[position] & COMMA and marks[position] & QUOTE:
        return None
    bits = reading.class_list[position]
    if bits & c.NUMBER and position + 1 < n and marks[position + 1] == COMMA and _same_sentence(reading, position + 1):
        return position + 1
    return position


def _role_at(reading: Grammar, start: int, *, of_body: bool = False) -> Span | None:
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
        if is_verb or (bits & c.VERB and not bits & (NOMINAL | c.PREPOSITION) and not _is_reduced(reading, position)):
            return False
        if position == end and reading.capital_list[end] and not bits & (c.PREPOSITION | c.CONJUNCTION):
            return False
        position += 1
    return (position < n and position - end <= _REACH) or position >= n


def _is_reduced(reading: Grammar, position: int) -> bool:
    """Whether a participle opens a phrase: backed by Egypt, wanted in Libya."""
    after = position + 1
    if not reading.class_list[position] & c.PARTICIPLE or after >= len(reading.class_list):
        return False
    return is_near(reading, after) and bool(reading.class_list[after] & c.PREPOSITION)


def _coordinated(reading: Grammar, end: int, *, of_body: bool) -> list[Span]:
    if end >= len(reading.class_list) or not is_near(reading, end) or reading.word(end) != "and":
        return []
    found = _role_at(reading, end + 1, of_body=of_body)
    if found is None or reading.capital_list[found[0]] or not _is_whole(reading, found[1]):
        return []
    return [found]


def _past_adverbs(reading: Grammar, position: int) -> int:
    classes, n = reading.class_list, len(reading.class_list)
    while position < n and classes[position] & c.ADVERB and not classes[position] & (c.AUXILIARY | c.NEGATION):
        position += 1
    return position


def _after_verb(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Label after a verb of being, possibly with a verb of naming: is, has long been, was once described as."""
    classes, n = reading.class_list, len(reading.class_list)
    is_copula = False
    start = position
    while position < n and position - start < 6 and (position == start or is_near(reading, position)):
        bits, word = classes[position], reading.word(position)
        if is_copula and word == "no":
            return _no_such(reading, position, of_body=of_body)
        if bits & c.NEGATION or word in _HYPOTHETICAL or bits & c.POSSESSIVE:
            return []
        if word in acting_forms() and position + 1 < n and reading.word(position + 1) == "as":
            return _one(_complement(reading, position + 2, of_body=of_body))
        if bits & c.COPULA:
            is_copula = word not in ("seem", "seems", "seemed", "appear", "appears", "appeared")
        elif not (word in _HAVE or (bits & c.ADVERB and not bits & c.DETERMINER) or word == "will"):
            break
        position += 1
    if not is_copula or position >= n or not is_near(reading, position):
        return []
    form = naming_forms().get(reading.word(position))
    if form and form[1] in ("past", "participle"):
        return _one(_named(reading, position, of_body=of_body, is_passive=True))
    return _one(_complement(reading, position, of_body=of_body, is_copular=True))


def _no_such(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Label that is denied in so many words, with its *no*: is no friend of the valley."""
    found = _role_at(reading, position + 1, of_body=of_body) if position + 1 < len(reading.class_list) else None
    return [] if found is None else [(position, found[1])]


def _named(reading: Grammar, position: int, *, of_body: bool, is_passive: bool) -> Span | None:
    """Label after a participle of naming: described (by X) as a ..., dubbed the ..."""
    form = naming_forms().get(reading.word(position))
    if form is None or form[1] not in ("past", "participle") or not is_passive:
        return None
    start = position + 1
    if not NAMING[form[0]] and start < len(reading.class_list) and is_near(reading, start):
        found = _complement(reading, start, of_body=of_body)
        if found is not None:
            return found
    while start < len(reading.class_list) and start - position <= 8 and is_near(reading, start):
        if reading.word(start) == "as":
            return _complement(reading, start + 1, of_body=of_body)
        if reading.class_list[start] & (c.VERB | c.RELATIVE) and not reading.class_list[start] & NOMINAL:
            return None
        start += 1
    return None


def _complement(reading: Grammar, start: int, *, of_body: bool, is_copular: bool = False) -> Span | None:
    """Label of a complement: a role with or without a determiner, or anything but a vague noun after *a*."""
    n = len(reading.class_list)
    while start + 1 < n and reading.word(start) in ("to", "be", "being", "both"):
        start += 1
    if start >= n or not is_near(reading, start):
        return None
    found = _role_at(reading, start, of_body=of_body)
    word = reading.word(start)
    if found is not None:
        is_marked = word in _ARTICLES | {"one"} or reading.class_list[start] & (c.OWNER | c.DETERMINER)
        has_office = found[1] < n and reading.word(found[1] - 1) != word and "of" in _words(reading, found)
        return found if is_marked or has_office or not is_copular else None
    begin, end = forward(reading, start)
    if word not in _INDEFINITE or end - begin < 1 or reading.word(end - 1) in VAGUE | NOT_SAID | GENERIC:
        return None
    bits = reading.class_list[end - 1]
    is_noun = not bits & (c.ADJECTIVE | c.PARTICIPLE | c.VERB_ING | c.ADVERB | c.NUMBER | c.TIME)
    return (begin, of_phrase(reading, end)) if is_noun else None


def _words(reading: Grammar, span: Span) -> list[str]:
    return [reading.word(i) for i in range(*span)]


def _one(found: Span | None) -> list[Span]:
    return [] if found is None else [found]
