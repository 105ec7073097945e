"""What a name names, and the gender of persons, from words in the name and beside it.

Each cue adds to a score of its entity; the highest score decides, and a score of nothing leaves it open.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes
from ..grammar.groups import groups
from ..grammar.marks import COMMA, DASH, OPEN_BRACKET, QUOTE, STOP
from . import wordings
from .capitals import counted
from .marking import in_capitals, in_list
from .quotations import quoted

__all__ = ["are_called_bodies", "genders", "kinds", "owns_firm", "titles"]

_GIVEN = classes.GIVEN_NAME_M | classes.GIVEN_NAME_F
_BODY = classes.ORGANISATION_NOUN | classes.GROUP
_PLAIN = _BODY | classes.PLACE | classes.ADJECTIVE | classes.DEMONYM | classes.TIME
_LEAST = 1.0
# What one place is worth that says of a name what kind of body it is.
_TOLD = 2.0
_NEAR = 2
_DATELINE, _LONGEST_ACRONYM = 6, 4

Spans = NDArray[np.int64]
Scores = NDArray[np.float64]


def kinds(reading: Grammar, first: Spans, last: Spans, entities: Spans, n_entities: int) -> NDArray[np.int64]:
    """Kind of every entity: 0 person, 1 organisation, 2 place, 3 other; shape (n_entities,)."""
    scores = np.zeros((4, n_entities))
    if len(first):
        cues = zip((_personal, _bodily, _local), range(3), strict=True)
        for cue, kind in cues:
            scores[kind] = np.bincount(entities, cue(reading, first, last), minlength=n_entities)
        is_long = last - first > 1
        long, short = (np.bincount(entities[mask], minlength=n_entities) for mask in (is_long, ~is_long))
        # A person is named in full once, and by surname from then on.
        scores[0] += 1.5 * (scores[0] > 0) * np.minimum(long, 1) * short
        scores /= np.bincount(entities, minlength=n_entities)
        scores[1] += _TOLD * (np.bincount(entities, are_called_bodies(reading, first, last), minlength=n_entities) > 0)
    scores[3] = _LEAST / 2
    return np.asarray(scores.argmax(axis=0), dtype=np.int64)


def _personal(reading: Grammar, first: Spans, last: Spans) -> Scores:
    bits, length = reading.classes, last - first
    has_body = _any(reading, _BODY | classes.PLACE, first, last)
    given = ((bits[first] & _GIVEN) != 0) & (length > 1)
    titled = _before(reading, first, reading.has(classes.TITLE))
    role = _before(reading, first, reading.has(classes.PERSON_NOUN) & ~reading.has(classes.PLURAL))
    unknown = (length > 1) & (length < 4) & ~_any(reading, _PLAIN, first, last)
    unknown &= (bits[last - 1] & classes.PLURAL) == 0
    unknown &= ~in_list(reading, "article")[first] & ~_before(reading, first, in_list(reading, "the"))
    of = _any_of(in_list(reading, "of"), first, last)
    saying = _after(reading, last, in_list(reading, "saying"))
    score = 4.0 * given + 4.0 * titled + 2.0 * role + 1.2 * unknown + 0.6 * saying
    return np.asarray(score * ~(has_body & ~titled & ~given) * ~of, dtype=np.float64)


def _bodily(reading: Grammar, first: Spans, last: Spans) -> Scores:
    acronym = in_capitals(reading)[reading.tokens.type_ids[first]] & ~in_list(reading, "place")[first]
    body = ((reading.classes[last - 1] & _BODY) != 0) | _any(reading, classes.ORGANISATION_NOUN, first, last)
    listed = _listed(reading, first, last, "body")
    the = _before(reading, first, in_list(reading, "the"))
    score = 3.0 * body + 2.5 * (acronym & (last - first == 1)) + 6.0 * listed + 0.4 * the
    return np.asarray(score, dtype=np.float64)


def are_called_bodies(reading: Grammar, first: Spans, last: Spans) -> NDArray[np.bool_]:
    """Whether names are called a body beside them: the lender Nordkap; Nordkap, a lender; Nordkap's shares."""
    n = len(reading.classes)
    named_so = reading.has(_BODY) & ~reading.is_capital
    called = _before(reading, first, named_so & ~reading.has(classes.PLURAL))
    behind = np.minimum(last, n - 1)
    apposed = ((reading.marks[behind] & COMMA) != 0) & (last < n) & in_list(reading, "the", "indefinite")[behind]
    apposed &= reading.sentences[behind] == reading.sentences[first]
    inner = np.minimum(behind + 1, n - 1)
    head = np.minimum(inner + np.frombuffer(groups(reading.tokens).after, dtype=np.uint8)[inner], n - 1)
    called |= apposed & named_so[head]
    return called | owns_firm(reading, last)


def owns_firm(reading: Grammar, last: Spans) -> NDArray[np.bool_]:
    """Whether a name owns what a firm has: Nordkap's shares, Nordkap's new chief executive."""
    owned = np.append(in_list(reading, "of a firm"), False)
    joined = np.append(reading.is_joined, False)
    found = np.zeros(len(last), dtype=bool)
    owners = np.flatnonzero(np.append(in_list(reading, "'s"), False)[last] & joined[last])
    at, is_near = last[owners], np.ones(len(owners), dtype=bool)
    for _ in range(_NEAR):
        at = np.minimum(at + 1, len(reading.classes))
        is_near &= joined[at]
        found[owners] |= is_near & owned[at]
    return found


def _local(reading: Grammar, first: Spans, last: Spans) -> Scores:
    bits = reading.classes
    place = ((bits[last - 1] & classes.PLACE) != 0) & ((last - first == 1) | (bits[first] & classes.ADJECTIVE != 0))
    head = in_list(reading, "place head")[last - 1] & (last - first > 1)
    head &= ~_any_of(in_list(reading, "of"), first, last)
    listed = _listed(reading, first, last, "place")
    inside = _before(reading, first, in_list(reading, "within"))
    score = 4.0 * place + 3.5 * head + 6.0 * listed + 2.0 * inside + 6.0 * _are_datelines(reading, first, last)
    return np.asarray(score, dtype=np.float64)


def _are_datelines(reading: Grammar, first: Spans, last: Spans) -> NDArray[np.bool_]:
    """Whether names in capitals begin a paragraph, a dash or a bracket close behind: PORT AMAN, May 3 (Reuters)."""
    tokens, n = reading.tokens, len(reading.marks)
    opens = np.zeros(n + 1, dtype=bool)
    opens[tokens.paragraph_bounds] = True
    begins = opens[first] & (tokens.ends[last - 1] - tokens.starts[first] > _LONGEST_ACRONYM)
    ends = np.append(np.flatnonzero((reading.marks & (DASH | OPEN_BRACKET)) != 0), n + _DATELINE)
    begins[begins] = ends[np.searchsorted(ends, last[begins])] - last[begins] < _DATELINE
    is_upper, rows = in_capitals(reading), np.flatnonzero(begins)
    begins[rows] = [bool(is_upper[tokens.type_ids[first[i] : last[i]]].all()) for i in rows.tolist()]
    return begins


def _listed(reading: Grammar, first: Spans, last: Spans, name: str) -> NDArray[np.bool_]:
    """Whether a name is one of those known as bodies or places, of one word or several."""
    known = wordings.BODIES if name == "body" else wordings.PLACES
    length = last - first
    found = in_list(reading, name)[first] & (length == 1)
    begins = in_list(reading, f"{name} begins")
    rows, words = np.flatnonzero(begins[first] & (length > 1) & (length < 5)), reading.words
    spans = zip(first[rows].tolist(), last[rows].tolist(), strict=True)
    found[rows] = ["-".join(words[a:b]) in known for a, b in spans]
    return np.asarray(found, dtype=bool)


def genders(
    reading: Grammar, first: Spans, last: Spans, entities: Spans, found: NDArray[np.int64]
) -> NDArray[np.int64]:
    """1 for men, 2 for women, else 0: by given names, titles, and pronouns that can mean nobody else nearby."""
    n = len(found)
    if not len(first):
        return np.zeros(0, dtype=np.int64)
    person = found[entities] == 0
    by_pronouns = _by_pronouns(reading, first[person], entities[person], n)
    lean = by_pronouns + np.bincount(entities, _by_words(reading, first, last), minlength=n)
    return np.where((found != 0) | (np.abs(lean) < _LEAST), 0, np.where(lean > 0, 1, 2))


def titles(reading: Grammar, first: Spans) -> Scores:
    """1 for names with the title of a man before them, -1 for that of a woman."""
    man, woman = (_before(reading, first, in_list(reading, f"{sex} title")) for sex in ("male", "female"))
    return man.astype(np.float64) - woman


def _by_words(reading: Grammar, first: Spans, last: Spans) -> Scores:
    bits = reading.classes
    male = ((bits[first] & classes.GIVEN_NAME_M) != 0) & (last - first > 1)
    female = ((bits[first] & classes.GIVEN_NAME_F) != 0) & (last - first > 1)
    # More than a few pronouns beside the name, which can be those of the other person that an article is about.
    lean = 6.0 * (male.astype(float) - female)
    for title, flag, weight in (("male title", classes.MALE, 1.0), ("female title", classes.FEMALE, -1.0)):
        titled = _before(reading, first, in_list(reading, title))
        role = _before(reading, first, reading.has(flag))
        lean += weight * (8.0 * titled + 4.0 * (role & ~titled))
    return np.asarray(lean, dtype=np.float64)


def _by_pronouns(reading: Grammar, first: Spans, entities: Spans, n: int) -> Scores:
    """Pronouns after a person's name, in its sentence or the next, with no other person's name between."""
    if not len(first):
        return np.zeros(n)
    lean = np.zeros(n)
    for pronoun, weight in (("he", 1.0), ("she", -1.0)):
        # Who is quoted speaks of others.
        places = np.flatnonzero(in_list(reading, pronoun) & ~quoted(reading.tokens))
        before = np.searchsorted(first, places) - 1
        places, before = places[before >= 0], before[before >= 0]
        near = reading.sentences[places] - reading.sentences[first[before]] <= 1
        lean += weight * np.bincount(entities[before[near]], minlength=n)
    return lean


def _before(reading: Grammar, first: Spans, mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether the token before a name, in its sentence and with no mark but a stop between, is in the mask."""
    before = np.maximum(first - 1, 0)
    free = (reading.marks[first] & ~np.uint16(STOP | QUOTE) == 0) & (first > 0)
    return np.asarray(mask[before] & free & (reading.sentences[before] == reading.sentences[first]), dtype=bool)


def _after(reading: Grammar, last: Spans, mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether the token after a name is in the mask, a comma being allowed between."""
    at = np.minimum(last, len(mask) - 1)
    free = reading.marks[at] & ~np.uint16(COMMA | QUOTE) == 0
    return np.asarray(mask[at] & free & (last < len(mask)), dtype=bool)


def _any(reading: Grammar, flag: int, first: Spans, last: Spans) -> NDArray[np.bool_]:
    return _any_of(reading.has(flag), first, last)


def _any_of(mask: NDArray[Any], first: Spans, last: Spans) -> NDArray[np.bool_]:
    running = counted(mask)
    return np.asarray(running[last] > running[first], dtype=bool)
