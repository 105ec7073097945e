"""Labels that a verb of naming gives: called Haftar a warlord, described as a hero, whom fans call “God”.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import APOSTROPHE, COMMA, QUOTE
from .appositions import opens_clause, roles_at, same_sentence
from .asserting import is_denied
from .complements import complement
from .joints import NOMINAL, Span
from .words import ACCUSING, AVOWING, EARNING, STATING, SUPPOSING, Naming, naming_forms, rising_forms, turning_forms

__all__ = ["accused", "headlined", "named_as", "named_behind", "named_by_whom"]

_ARTICLES = frozenset("the a an".split())
_PARTICLES = frozenset("off up out forward down on".split())
_GIVING = frozenset("give gives gave given giving bestow bestowed earning winning".split())
_NICKNAMES = frozenset("epithet label moniker nickname sobriquet tag title".split())
_LINKS = frozenset("of to upon on".split())
_HAVING = frozenset("with under".split())
# Words of a passive's agent, and of an apposition to an object.
_AGENT, _BETWEEN = 8, 30


def named_as(reading: Grammar, first: int, last: int, *, of_body: bool = False) -> list[Span]:
    """Labels that a verb gives to the mention ``first:last`` that is its object: called Haftar a warlord and a thug."""
    words = reading.words
    if last < len(words) and reading.mark_list[last] == COMMA and reading.near_list[first]:
        return _named_beyond(reading, first, last, of_body=of_body)
    if not reading.near_list[first] or not reading.near_list[last]:
        return []
    verb, following = first - 1, words[last : last + 2]
    # spoke of Lee as a friend
    verb -= words[verb] in _LINKS and following[0] == "as" and verb > 0 and bool(reading.near_list[verb])
    if is_denied(reading, verb):
        return []
    if following in (["to", "be"], ["to", "become"]) and (words[verb] in SUPPOSING or words[verb] in STATING):
        return complement(reading, last + 2, of_body=of_body, is_copular=True)
    if words[verb] in ACCUSING and following == ["of", "being"]:
        return complement(reading, last + 1, of_body=of_body, is_named=True)
    if following[0] == "into" and words[verb] in turning_forms():
        return complement(reading, last + 1, of_body=of_body)
    if (following[0] == "to" and words[verb] in rising_forms()) or (following[0] == "as" and words[verb] in _HAVING):
        return roles_at(reading, last + 1, of_body=of_body)
    if words[last] == "the" and words[last + 1 : last + 2] and words[last + 1] in _NICKNAMES:
        return _nicknamed(reading, last + 2, of_body=of_body) if words[verb] in EARNING | _GIVING else []
    naming = naming_forms().get(words[verb])
    if naming is None:
        return []
    # wrote Lee off as a fool
    start = last + (following[0] in _PARTICLES)
    if words[start : start + 1] == ["as"]:
        found = _given(reading, start + 1, naming, of_body=of_body)
        return [] if found and opens_clause(reading, found[-1][1]) else found
    is_quoted = bool(reading.mark_list[last] & (QUOTE | APOSTROPHE))
    is_led = following[0] in _ARTICLES or is_quoted or bool(reading.class_list[last] & c.OWNER)
    if naming.needs_as or not (is_led or naming.appoints):
        return []
    return _given(reading, last, naming, of_body=of_body) if is_led else _bare(reading, last, of_body=of_body)


def _given(reading: Grammar, start: int, naming: Naming, *, of_body: bool) -> list[Span]:
    """Labels at `start` that a verb gives: any name, or nouns for persons alone."""
    if naming.of_roles:
        return roles_at(reading, start, of_body=of_body)
    return complement(reading, start, of_body=of_body, is_named=True)


def _nicknamed(reading: Grammar, start: int, *, of_body: bool) -> list[Span]:
    """Label behind a noun that announces it: (earned him) the nickname “the Butcher”, the title of champion."""
    start += reading.words[start : start + 1] == ["of"]
    return complement(reading, start, of_body=of_body, is_named=True)


def _bare(reading: Grammar, start: int, *, of_body: bool) -> list[Span]:
    """Role without an article: appointed Lee captain."""
    found = roles_at(reading, start, of_body=of_body)
    if not found or found[0][0] != start or reading.capital_list[start]:
        return []
    # made her candidacy official
    is_led = found[0][1] - start > 1 and not reading.class_list[start] & (c.ADJECTIVE | c.PERSON_NOUN | c.TITLE)
    return [] if is_led and reading.class_list[start - 1] & c.OWNER else found


def _named_beyond(reading: Grammar, first: int, last: int, *, of_body: bool) -> list[Span]:
    """Labels behind an apposition to the object: dismissed Lee, a former aide, as a nobody."""
    naming = naming_forms().get(reading.words[first - 1])
    if naming is None or not naming.needs_as or is_denied(reading, first - 1):
        return []
    for position in range(last + 1, min(last + _BETWEEN, len(reading.words) - 1)):
        if not same_sentence(reading, position):
            return []
        if reading.mark_list[position] == COMMA:
            is_as = reading.words[position] == "as"
            return _given(reading, position + 1, naming, of_body=of_body) if is_as else []
    return []


def named_behind(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Labels after a participle of naming: described (by X) as a ..., dubbed the ..., known to fans as “God”."""
    naming = naming_forms().get(reading.words[position])
    if naming is None or naming.tense not in ("past", "participle"):
        return []
    start, near, n = position + 1, reading.near_list, len(reading.words)
    if not naming.needs_as and start < n and near[start]:
        found = _given(reading, start, naming, of_body=of_body)
        if found:
            return found
    while start < n and start - position <= _AGENT and near[start]:
        if reading.words[start] == "as":
            return _given(reading, start + 1, naming, of_body=of_body)
        if reading.mark_list[start] & (QUOTE | APOSTROPHE) and not naming.needs_as:
            return _given(reading, start, naming, of_body=of_body)
        if reading.class_list[start] & (c.VERB | c.RELATIVE) and not reading.class_list[start] & NOMINAL:
            return []
        start += 1
    return []


def headlined(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Labels of a passive whose verb of being a headline leaves out: Lee hailed as a hero, Lee dubbed “Dr No”.

    The verb at `position` has no object, so its subject is what is named.
    """
    if position + 1 >= len(reading.words) or not reading.near_list[position + 1]:
        return []
    naming = naming_forms().get(reading.words[position])
    if naming is None:
        return accused(reading, position, of_body=of_body)
    if naming.tense not in ("past", "participle"):
        return []
    if reading.words[position + 1] == "as":
        return _given(reading, position + 2, naming, of_body=of_body)
    if naming.appoints and reading.words[position + 1] not in _ARTICLES:
        return _bare(reading, position + 1, of_body=of_body)
    found = [] if naming.needs_as else _given(reading, position + 1, naming, of_body=of_body)
    end = found[-1][1] if found else position
    is_passive = reading.mark_list[position + 1] & (QUOTE | APOSTROPHE) or reading.words[end : end + 1] == ["by"]
    return found if is_passive else []


def accused(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Labels of an accusation, or of an avowal: accused of being a traitor, admitted being a spy."""
    if reading.words[position] not in ACCUSING | AVOWING:
        return []
    being = position + 1 + (reading.words[position + 1 : position + 2] in (["of"], ["for"], ["to"]))
    is_accused = reading.words[being : being + 1] == ["being"]
    return complement(reading, being, of_body=of_body, is_named=True) if is_accused else []


def named_by_whom(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Label that others give in a relative clause: whom prosecutors describe as a war criminal, whom fans call a."""
    for verb in range(position + 1, min(position + 6, len(reading.class_list) - 1)):
        if not reading.near_list[verb]:
            return []
        naming = naming_forms().get(reading.words[verb])
        if naming is None or not reading.near_list[verb + 1]:
            continue
        following = reading.words[verb + 1]
        is_quoted = bool(reading.mark_list[verb + 1] & (QUOTE | APOSTROPHE))
        is_plain = (following in _ARTICLES or is_quoted) and not naming.needs_as
        if is_denied(reading, verb) or not (following == "as" or is_plain):
            return []
        return _given(reading, verb + 1 + (following == "as"), naming, of_body=of_body)
    return []
