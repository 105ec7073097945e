"""Labels that a clause gives to a mention: what it is, what it is named as, and what it has.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.arrays import COMMA, DASH, OWNED
from .appositions import after_comma, coordinated, role_at, same_sentence
from .groups import forward, of_phrase
from .joints import NOMINAL, Span, denies, is_near
from .words import GENERIC, NAMING, NOT_SAID, POSSESSED, REFLEXIVES, VAGUE, acting_forms, naming_forms

__all__ = [
    "named_as",
    "owned_group",
    "possessed",
    "predicate",
]

_INDEFINITE = frozenset("a an another".split())
_HYPOTHETICAL = frozenset("would could might should may must can if unless whether".split())
_REFUSING = frozenset("refuse refused refuses refusing decline declined declines declining denied denies".split())
_HAVE = frozenset("has have had 've 'd".split())
_ARTICLES = frozenset("the a an".split())
# What follows "'s" where it is no possessor's; before a denial it is a verb too.
_CONTRACTED = frozenset("a an the been not no never always also just still now really simply nothing".split())


def predicate(reading: Grammar, first: int, last: int, *, of_body: bool = False) -> list[Span]:
    """Labels in the clause after the mention ``first:last``: (who) is a ..., was seen as the ..., calls himself ..."""
    found = _predicate(reading, first, last, of_body=of_body)
    return [*found, *(other for one in found for other in coordinated(reading, one[1], of_body=of_body))]


def _predicate(reading: Grammar, first: int, last: int, *, of_body: bool) -> list[Span]:
    n = len(reading.class_list)
    position, has_comma = last, False
    if is_near(reading, first) and reading.word(first - 1) in _HYPOTHETICAL:
        return []
    if position < n and reading.mark_list[position] in (COMMA, DASH) and same_sentence(reading, position):
        has_comma = True
    elif not is_near(reading, position):
        return []
    if position < n and reading.word(position) in ("who", "which"):
        position, has_comma = position + 1, False
    elif has_comma and reading.word(position) == "whom":
        return _one(_whom(reading, position, of_body=of_body))
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


def named_as(reading: Grammar, first: int, last: int, *, of_body: bool = False) -> list[Span]:
    """Labels that a verb gives to the mention ``first:last`` that is its object: called Haftar a warlord and a thug."""
    found = _named_as(reading, first, last, of_body=of_body)
    return [] if found is None else [found, *coordinated(reading, found[1], of_body=of_body)]


def _named_as(reading: Grammar, first: int, last: int, *, of_body: bool) -> Span | None:
    if not is_near(reading, first) or not is_near(reading, last):
        return None
    verb = first - 1
    form = naming_forms().get(reading.word(verb))
    if form is None or _is_denied(reading, verb):
        return None
    if reading.word(last) == "as":
        return _complement(reading, last + 1, of_body=of_body)
    if NAMING[form[0]] or reading.word(last) not in _ARTICLES:
        return None
    return _complement(reading, last, of_body=of_body)


def _whom(reading: Grammar, position: int, *, of_body: bool) -> Span | None:
    """Label that others give in a relative clause: whom prosecutors describe as a war criminal, whom fans call a."""
    for verb in range(position + 1, min(position + 6, len(reading.class_list) - 1)):
        if not is_near(reading, verb):
            return None
        form = naming_forms().get(reading.word(verb))
        if form is None or not is_near(reading, verb + 1):
            continue
        following = reading.word(verb + 1)
        if _is_denied(reading, verb) or not (following == "as" or (following in _ARTICLES and not NAMING[form[0]])):
            return None
        return _complement(reading, verb + 1 + (following == "as"), of_body=of_body)
    return None


def _is_denied(reading: Grammar, verb: int) -> bool:
    """Whether a denial stands up to three words before a verb: did not call, never once called, refused to call."""
    position = verb
    while position > 0 and verb - position < 3 and is_near(reading, position):
        position -= 1
        if denies(reading, position) or reading.word(position) in _REFUSING:
            return True
    return False


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
        if denies(reading, position) or word in _HYPOTHETICAL:
            return []
        if bits & c.POSSESSIVE and not (position == start and _is_contracted(reading, position)):
            return []
        if word in acting_forms() and position + 1 < n and reading.word(position + 1) == "as":
            return _one(_complement(reading, position + 2, of_body=of_body))
        if bits & (c.COPULA | c.POSSESSIVE):
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


def _is_contracted(reading: Grammar, position: int) -> bool:
    """Whether *'s* is short for is or has: she's a patriot, he's always been one."""
    after = position + 1
    return after < len(reading.class_list) and is_near(reading, after) and reading.word(after) in _CONTRACTED


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
    found = role_at(reading, start, of_body=of_body)
    word = reading.word(start)
    if found is not None:
        is_marked = word in _ARTICLES | {"one"} or reading.class_list[start] & (c.OWNER | c.DETERMINER)
        has_office = found[1] < n and reading.word(found[1] - 1) != word and "of" in _words(reading, found)
        return found if is_marked or has_office or not is_copular else None
    begin, end = forward(reading, start)
    articles = _INDEFINITE if is_copular else _INDEFINITE | _ARTICLES
    if word not in articles or end - begin < 1 or reading.word(end - 1) in VAGUE | NOT_SAID | GENERIC:
        return None
    bits = reading.class_list[end - 1]
    if bits & c.ADJECTIVE and end - begin == 1 and word in _INDEFINITE and _ends_group(reading, end):
        return begin, of_phrase(reading, end)
    is_noun = not bits & (c.ADJECTIVE | c.PARTICIPLE | c.VERB_ING | c.ADVERB | c.NUMBER | c.TIME)
    return (begin, of_phrase(reading, end)) if is_noun else None


def _ends_group(reading: Grammar, end: int) -> bool:
    """Whether nothing follows that an adjective could belong to: a visionary and, a radical who."""
    if not is_near(reading, end):
        is_listed = after_comma(reading, end) == end and reading.class_list[end] & (c.ADJECTIVE | c.PARTICIPLE)
        return not is_listed and not (end < len(reading.class_list) and "-" in reading.word(end))
    return bool(reading.class_list[end] & (c.PREPOSITION | c.CONJUNCTION | c.RELATIVE))


def _words(reading: Grammar, span: Span) -> list[str]:
    return [reading.word(i) for i in range(*span)]


def _one(found: Span | None) -> list[Span]:
    return [] if found is None else [found]
