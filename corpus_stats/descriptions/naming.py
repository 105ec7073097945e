"""Labels that a verb of naming gives: called Haftar a warlord, described as a hero, whom fans call “God”.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

import itertools

import numpy as np

from ..corpus import PART_KINDS
from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import APOSTROPHE, COMMA, QUOTE
from ..grammar.verbs import every_form
from ..mentions import names
from .asserting import is_belied, is_denied, past_adverbs
from .complements import complement
from .coordination import roles_at
from .groups import forward
from .joints import NOMINAL, Span, opens_quotation
from .nouns import opens_clause, same_sentence
from .words import (
    ACCUSING,
    ARTICLES,
    AVOWING,
    BLAMING,
    EARNING,
    GIVING,
    LIKENING,
    STATING,
    SUPPOSING,
    Naming,
    acting_forms,
    naming_forms,
    rising_forms,
    turning_forms,
)

__all__ = ["accused", "headlined", "likened", "named_as", "named_behind", "named_by_whom"]

_STOPS = frozenset(".?…")
_PARTICLES = frozenset("off up out forward down on".split())
_NICKNAMES = frozenset("epithet label moniker nickname sobriquet tag title".split())
# Verbs that name with a preposition: spoke of Lee as, referred to Lee as, looked on Lee as; not: spoke to Lee as.
_LINKS = {
    link: every_form(bases)
    for link, bases in {"of": "speak think write", "to": "allude refer", "on": "look", "upon": "look"}.items()
}
_ONES = (["a"], ["an"])
_HAVING = frozenset("with under".split())
_LINKED = Naming("past", needs_as=True, of_roles=False, appoints=False)
# Whom somebody knew as a child was one then: it is no name.
_KNOWING = every_form("know remember love hate attack")
_YOUNG = frozenset("baby boy child girl kid schoolboy schoolgirl student teenager toddler youngster".split())
_MAKING = every_form("make")
_AGENT_NOUNS = c.PERSON_NOUN | c.TITLE | c.GROUP | c.ORGANISATION_NOUN | c.PLURAL
# Words of a passive's agent, an apposition to an object, a nickname, a phrase before *as*, and between two *as*.
_AGENT, _BETWEEN, _EPITHET, _PLACE, _OTHERS = 8, 30, 4, 6, 6
# Words of a relative clause before its verb, with and without an apposition to its subject.
_WHOM, _WHOM_PLAIN, _ASIDE_COMMAS = 11, 5, 2
_ASIDES = frozenset("without in on at during despite".split())
_SIDES = frozenset("by others critics some many opponents rivals detractors admirers supporters".split())


def named_as(reading: Grammar, first: int, last: int, *, of_body: bool = False) -> list[Span]:
    """Labels that a verb gives to the mention ``first:last`` that is its object: called Haftar a warlord and a thug."""
    words = reading.words
    if last < len(words) and reading.mark_list[last] == COMMA and reading.near_list[first]:
        return _named_beyond(reading, first, last, of_body=of_body)
    if not reading.near_list[first] or not reading.near_list[last]:
        return []
    verb, following = first - 1, words[last : last + 2]
    # spoke of Lee as a friend
    is_linked = following[0] == "as" and verb > 0 and words[verb - 1] in _LINKS.get(words[verb], ())
    if is_linked and reading.near_list[verb]:
        return [] if is_denied(reading, verb - 1) else _seen_as(reading, last + 1, _LINKED, of_body=of_body)
    if is_denied(reading, verb):
        return []
    if being := _being(reading, verb, last):
        return complement(reading, being, of_body=of_body, is_copular=True)
    if words[verb] in ACCUSING and following[0] == "of":
        return _behaving(reading, last + 1, of_body=of_body)
    if words[verb] in LIKENING:
        return likened(reading, last, of_body=of_body)
    if following[0] == "into" and words[verb] in turning_forms():
        return complement(reading, last + 1, of_body=of_body)
    if (following[0] == "to" and words[verb] in rising_forms()) or (following[0] == "as" and _has(reading, verb)):
        return roles_at(reading, last + 1, of_body=of_body)
    if words[last] == "the" and words[last + 1 : last + 2] and words[last + 1] in _NICKNAMES:
        return _nicknamed(reading, last + 2, of_body=of_body) if words[verb] in EARNING | GIVING else []
    naming = naming_forms().get(words[verb])
    if naming is None:
        return []
    # wrote Lee off as a joke
    naming = _LINKED if following[0] == "off" and naming.of_roles else naming
    start = _past_phrase(reading, last, naming)
    if words[start : start + 1] == ["as"]:
        # knew Lee as a child
        is_young = words[start + 1 : start + 2] == ["a"] and not _YOUNG.isdisjoint(words[start + 2 : start + 3])
        return [] if is_young and words[verb] in _KNOWING else _seen_as(reading, start + 1, naming, of_body=of_body)
    is_quoted = bool(reading.mark_list[last] & (QUOTE | APOSTROPHE))
    is_led = following[0] in ARTICLES or is_quoted or bool(reading.class_list[last] & c.OWNER)
    if naming.needs_as or not (is_led or naming.appoints):
        return []
    return _given(reading, last, naming, of_body=of_body) if is_led else _bare(reading, last, of_body=of_body)


def _being(reading: Grammar, verb: int, last: int) -> int:
    """Where what somebody is said to be begins: (believe Lee) to be, (made Lee) out to be; 0 where nothing is said."""
    words, following = reading.words, reading.words[last : last + 2]
    if [*following, *words[last + 2 : last + 3]] == ["out", "to", "be"]:
        return last + 3 if words[verb] in _MAKING else 0
    is_being = following in (["to", "be"], ["to", "become"])
    return last + 2 if is_being and (words[verb] in SUPPOSING or words[verb] in STATING) else 0


def _past_phrase(reading: Grammar, start: int, naming: Naming) -> int:
    """Where *as* stands behind a particle, or a phrase of place or time: (described Lee) in court as a fool."""
    if reading.words[start] in _PARTICLES and reading.words[start + 1 : start + 2] == ["as"]:
        return start + 1
    if naming.of_roles or not naming.needs_as or not reading.class_list[start] & c.PREPOSITION:
        return start
    for position in range(start + 1, min(start + _PLACE, len(reading.words))):
        if not reading.near_list[position] or reading.class_list[position] & (c.VERB | c.RELATIVE | c.CONJUNCTION):
            return start
        if reading.words[position] == "as":
            return position
    return start


def _seen_as(reading: Grammar, start: int, naming: Naming, *, of_body: bool) -> list[Span]:
    """Labels behind *as*, unless it opens a clause: they saw Lee as the war began."""
    found = _given(reading, start, naming, of_body=of_body)
    if not found or opens_clause(reading, found[-1][1]):
        return []
    return found + _by_others(reading, found[-1][1], naming, of_body=of_body)


def _by_others(reading: Grammar, end: int, naming: Naming, *, of_body: bool) -> list[Span]:
    """What others call somebody whom some call so: (hailed by some as a hero) and by others as a thug."""
    who: list[str] = []
    for position in range(end, min(end + _OTHERS, len(reading.words))):
        is_verb = reading.class_list[position] & (c.VERB | c.COPULA | c.AUXILIARY | c.RELATIVE)
        if is_verb or not same_sentence(reading, position):
            return []
        if reading.words[position] == "as":
            found = [] if _SIDES.isdisjoint(who) else _given(reading, position + 1, naming, of_body=of_body)
            return [] if found and opens_clause(reading, found[-1][1]) else found
        who.append(reading.words[position])
    return []


def _has(reading: Grammar, position: int) -> bool:
    """Whether a phrase opens that says what somebody is: with Lee as chairman, the firm grew; not: served with Lee."""
    is_led = position > 0 and reading.near_list[position] and not reading.class_list[position - 1] & c.CONJUNCTION
    return reading.words[position] in _HAVING and not is_led


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
    if naming is None or naming.of_roles or is_denied(reading, first - 1):
        return []
    for position in range(last + 1, min(last + _BETWEEN, len(reading.words) - 1)):
        if not same_sentence(reading, position):
            return []
        if reading.mark_list[position] & COMMA:
            is_as = reading.words[position] == "as"
            # called Lee, a former pilot, “a spreadsheet with a tie”
            is_quoted = not naming.needs_as and opens_quotation(reading, position)
            # called Lee, without proof, a criminal
            is_aside = not naming.needs_as and reading.words[last] in _ASIDES
            if is_quoted or (is_aside and reading.words[position] in ("a", "an")):
                found = complement(reading, position, of_body=of_body, is_named=True, is_parted=True)
                # He called Lee, at night, a friend said.
                return [] if found and not is_quoted and opens_clause(reading, found[-1][1]) else found
            return _given(reading, position + 1, naming, of_body=of_body) if is_as else []
    return []


def named_behind(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Labels after a participle of naming: described (by X) as a ..., dubbed the ..., known to fans as “God”."""
    naming = naming_forms().get(reading.words[position])
    if naming is None or naming.tense not in ("past", "participle") or is_belied(reading, position):
        return []
    start, near, n = position + 1, reading.near_list, len(reading.words)
    if start < n and _has_object(reading, position):
        return []
    # written off as a joke
    naming = _LINKED if naming.of_roles and reading.words[start : start + 2] == ["off", "as"] else naming
    if not naming.needs_as and start < n and near[start]:
        found = _given(reading, start, naming, of_body=of_body)
        if found:
            return [] if _is_active(reading, position, found[-1][1]) else found
    while start < n and start - position <= _AGENT and near[start]:
        if reading.words[start] == "as":
            found = _given(reading, start + 1, naming, of_body=of_body)
            found = found + _by_others(reading, found[-1][1], naming, of_body=of_body) if found else []
            return found or (_epithet(reading, start + 1) if reading.words[position] == "known" and not of_body else [])
        if reading.mark_list[start] & (QUOTE | APOSTROPHE) and not naming.needs_as:
            return _given(reading, start, naming, of_body=of_body)
        if reading.class_list[start] & (c.VERB | c.RELATIVE) and not reading.class_list[start] & NOMINAL:
            return []
        start += 1
    return []


def _epithet(reading: Grammar, start: int) -> list[Span]:
    """Words with capitals by which somebody is known, one of them no name: (known as) Mad Dog."""
    end = start
    while end < len(reading.words) and reading.near_list[end] and reading.capital_list[end] and end - start < _EPITHET:
        end += 1
    bits = [reading.class_list[i] for i in range(start, end)]
    is_name = any(one & (c.GIVEN_NAME_M | c.GIVEN_NAME_F | c.PLACE | c.DEMONYM | c.ORGANISATION_NOUN) for one in bits)
    is_said = any(one & (c.PERSON_NOUN | c.TITLE | c.ADJECTIVE) for one in bits)
    return [(start, end)] if is_said and not is_name else []


def _is_active(reading: Grammar, verb: int, end: int) -> bool:
    """Whether a verb behind an aside has its subject before it: Lee, who met Petrov, called a doctor.

    Such a verb has an object that ends at `end`; a participle's label has an agent, quotation marks or a comma.
    """
    if reading.mark_list[verb] != COMMA or reading.mark_list[verb + 1] & (QUOTE | APOSTROPHE):
        return False
    if _names_agent(reading, end) or (end < len(reading.words) and reading.mark_list[end] & COMMA):
        return False
    start = verb - 1
    while reading.near_list[start]:
        start -= 1
    return same_sentence(reading, start) and bool(reading.mark_list[start] & COMMA)


def _has_object(reading: Grammar, verb: int) -> bool:
    """Whether a verb behind a comma is no participle: (Lee, a friend of Petrov,) described the minister as a thief."""
    after = past_adverbs(reading, verb + 1)
    if not reading.mark_list[verb] & COMMA or not naming_forms()[reading.words[verb]].needs_as:
        return False
    if after + 1 >= len(reading.words) or not reading.near_list[after] or reading.words[after] == "as":
        return False
    is_time = (reading.class_list[after] | reading.class_list[after + 1]) & c.TIME
    is_group = reading.class_list[after] & (c.DETERMINER | c.OWNER | c.PRONOUN) or reading.capital_list[after]
    return bool(is_group and not is_time and not reading.class_list[after] & c.PREPOSITION)


def _names_agent(reading: Grammar, position: int) -> bool:
    """Whether *by* and who did it follow: by rivals, by the judge, by Ann Lee; not: by mistake, by phone."""
    start = position + 1
    if start >= len(reading.words) or reading.words[position] != "by" or not reading.near_list[start]:
        return False
    begin, end = forward(reading, start)
    if begin < end and reading.class_list[end - 1] & _AGENT_NOUNS and not reading.class_list[end - 1] & c.TIME:
        return True
    known = names(reading.tokens)
    entity = known.entity_at(start)
    # in a title whose words all have capitals a lone one names nobody
    is_title = bool(reading.capital_list[position - 1])
    return entity >= 0 and (known.entity_kinds[entity] in ("person", "organisation") or not is_title)


def _is_headline(reading: Grammar, position: int) -> bool:
    """Whether a token stands in a headline, or in a line that no full stop ends."""
    tokens = reading.tokens
    if PART_KINDS[tokens.part_ids[position]] == "headline":
        return True
    end = int(tokens.ends[tokens.sentence_bounds[reading.sentence_list[position] + 1] - 1])
    document = int(np.searchsorted(tokens.bounds, position, side="right")) - 1
    tail = itertools.takewhile(lambda mark: not mark.isspace(), tokens.corpus.documents[document].text[end : end + 4])
    return _STOPS.isdisjoint(tail)


def headlined(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Labels of a passive whose verb of being a headline leaves out: Lee hailed as a hero, Lee dubbed “Dr No”.

    The verb at `position` has no object, so its subject is what is named.
    """
    if position + 1 >= len(reading.words) or not reading.near_list[position + 1]:
        return []
    naming = naming_forms().get(reading.words[position])
    if naming is None:
        return accused(reading, position, of_body=of_body)
    if naming.tense not in ("past", "participle") or not _is_headline(reading, position):
        return []
    if reading.words[position + 1] == "as":
        return _given(reading, position + 2, naming, of_body=of_body)
    if naming.appoints and reading.words[position + 1] not in ARTICLES:
        return _bare(reading, position + 1, of_body=of_body)
    found = [] if naming.needs_as else _given(reading, position + 1, naming, of_body=of_body)
    end = found[-1][1] if found else position
    is_passive = reading.mark_list[position + 1] & (QUOTE | APOSTROPHE) or _names_agent(reading, end)
    return found if is_passive else []


def accused(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Labels of an accusation, or of an avowal: accused of being a traitor, admitted being a spy."""
    word = reading.words[position]
    if (word not in ACCUSING and word not in AVOWING) or is_belied(reading, position):
        return []
    link = reading.words[position + 1 : position + 2]
    is_linked = link in (["of"], ["for"], ["to"])
    being = position + 1 + is_linked
    # "blamed being a father" gives a cause, "was blamed for being a fool" a name
    is_accused = reading.words[being : being + 1] == ["being"] and (
        link == ["for"] if word in BLAMING else is_linked or word in AVOWING
    )
    if link == ["of"] and not is_accused:
        return _behaving(reading, being, of_body=of_body)
    return complement(reading, being, of_body=of_body, is_named=True) if is_accused else []


def _behaving(reading: Grammar, start: int, *, of_body: bool) -> list[Span]:
    """Labels behind *being*, or *acting like*: (accused of) behaving like a warlord."""
    words = reading.words
    is_like = words[start : start + 1] != ["being"] and words[start + 1 : start + 2] in (["as"], ["like"])
    if is_like and words[start] in acting_forms():
        return complement(reading, start + 2, of_body=of_body)
    return complement(reading, start, of_body=of_body, is_named=True) if words[start : start + 1] == ["being"] else []


def likened(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Labels behind *to* that say what somebody is like: (compared) to a gangster; not: to Hitler, to the past."""
    is_one = reading.words[position : position + 1] == ["to"] and reading.words[position + 1 : position + 2] in _ONES
    if is_one and reading.mark_list[position + 1] & QUOTE:
        return complement(reading, position + 1, of_body=of_body, is_named=True)
    return roles_at(reading, position + 1, of_body=of_body) if is_one else []


def named_by_whom(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Label that others give in a relative clause: whom prosecutors describe as a war criminal, whom fans call a."""
    n_commas = 0
    for verb in range(position + 1, min(position + _WHOM, len(reading.class_list) - 1)):
        if not reading.near_list[verb]:
            n_commas += 1
            # whom the judge, Ann Lee, called
            if reading.mark_list[verb] != COMMA or n_commas > _ASIDE_COMMAS or not same_sentence(reading, verb):
                return []
        if n_commas == 1 or (not n_commas and verb > position + _WHOM_PLAIN):
            continue
        naming = naming_forms().get(reading.words[verb])
        if naming is None or not reading.near_list[verb + 1]:
            continue
        following = reading.words[verb + 1]
        is_quoted = bool(reading.mark_list[verb + 1] & (QUOTE | APOSTROPHE))
        is_plain = (following in ARTICLES or is_quoted) and not naming.needs_as
        if is_denied(reading, verb) or not (following == "as" or is_plain):
            return []
        return _given(reading, verb + 1 + (following == "as"), naming, of_body=of_body)
    return []
