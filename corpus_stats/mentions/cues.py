"""What a name names, and the gender of persons, from words in the name and beside it.

Each cue adds to a score of its entity; the highest score decides, and a score of nothing leaves it open.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes
from ..grammar.groups import groups
from ..grammar.marks import COMMA, DASH, OPEN_BRACKET, QUOTE, STOP
from . import wordings
from .capitals import any_within
from .marking import in_capitals, in_list
from .quotations import quoted

__all__ = ["Beside", "are_called_bodies", "genders", "kinds", "owns_firm", "titles"]

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
Bits = NDArray[np.uint32]


@dataclass(frozen=True, eq=False)
class Beside:
    """Names, and what stands in them and before them: asked of by many cues.

    `inside` holds the classes of all words of a name, `ahead` those of the token before it, where `is_led`: that is in
    its sentence, and no mark but a stop between.
    """

    reading: Grammar
    first: Spans
    last: Spans
    length: Spans
    inside: Bits
    opening: Bits
    closing: Bits
    before: Spans
    is_led: NDArray[np.bool_]
    ahead: Bits

    @classmethod
    def of(cls, reading: Grammar, first: Spans, last: Spans) -> Beside:
        """What stands in and before the token spans of names."""
        bits = reading.classes
        before, is_led = _led(reading, first)
        inside = any_within(bits, first, last)
        return cls(
            reading,
            first,
            last,
            last - first,
            inside,
            bits[first],
            bits[last - 1],
            before,
            is_led,
            bits[before] * is_led,
        )

    @cached_property
    def has_of(self) -> NDArray[np.bool_]:
        """Whether a name holds *of*."""
        return any_within(in_list(self.reading, "of"), self.first, self.last)

    def follows(self, name: str) -> NDArray[np.bool_]:
        """Whether a word of a list leads each name."""
        return in_list(self.reading, name)[self.before] & self.is_led


def kinds(beside: Beside, entities: Spans, n_entities: int) -> NDArray[np.int64]:
    """Kind of every entity: 0 person, 1 organisation, 2 place, 3 other; shape (n_entities,)."""
    scores = np.zeros((4, n_entities))
    if len(beside.first):
        for kind, cue in enumerate((_personal, _bodily, _local)):
            scores[kind] = np.bincount(entities, cue(beside), minlength=n_entities)
        counts = np.bincount(entities, minlength=n_entities)
        long = np.bincount(entities[beside.length > 1], minlength=n_entities)
        # A person is named in full once, and by surname from then on.
        scores[0] += 1.5 * (scores[0] > 0) * np.minimum(long, 1) * (counts - long)
        scores /= counts
        called = are_called_bodies(beside.reading, beside.first, beside.last)
        scores[1] += _TOLD * (np.bincount(entities[called], minlength=n_entities) > 0)
    scores[3] = _LEAST / 2
    return np.asarray(scores.argmax(axis=0), dtype=np.int64)


def _personal(beside: Beside) -> Scores:
    length, ahead = beside.length, beside.ahead
    has_body = (beside.inside & (_BODY | classes.PLACE)) != 0
    given = ((beside.opening & _GIVEN) != 0) & (length > 1)
    titled = (ahead & classes.TITLE) != 0
    role = (ahead & (classes.PERSON_NOUN | classes.PLURAL)) == classes.PERSON_NOUN
    unknown = (length > 1) & (length < 4) & ((beside.inside & _PLAIN) == 0)
    unknown &= (beside.closing & classes.PLURAL) == 0
    unknown &= ~in_list(beside.reading, "article")[beside.first] & ~beside.follows("the")
    saying = _after(beside.reading, beside.last, in_list(beside.reading, "saying"))
    score = 4.0 * given + 4.0 * titled + 2.0 * role + 1.2 * unknown + 0.6 * saying
    return np.asarray(score * ~(has_body & ~titled & ~given) * ~beside.has_of, dtype=np.float64)


def _bodily(beside: Beside) -> Scores:
    reading, first = beside.reading, beside.first
    acronym = in_capitals(reading)[reading.tokens.type_ids[first]] & ~in_list(reading, "place")[first]
    body = ((beside.closing & _BODY) | (beside.inside & classes.ORGANISATION_NOUN)) != 0
    score = 3.0 * body + 2.5 * (acronym & (beside.length == 1)) + 6.0 * _listed(beside, "body")
    return np.asarray(score + 0.4 * beside.follows("the"), dtype=np.float64)


def are_called_bodies(reading: Grammar, first: Spans, last: Spans) -> NDArray[np.bool_]:
    """Whether names are called a body beside them: the lender Nordkap; Nordkap, a lender; Nordkap's shares."""
    n = len(reading.classes)
    named_so = reading.has(_BODY) & ~reading.is_capital
    called = np.zeros(len(first), dtype=bool)
    led = np.flatnonzero((named_so & ~reading.has(classes.PLURAL))[np.maximum(first - 1, 0)])
    called[led] = _led(reading, first[led])[1]
    rows = np.flatnonzero(last < n)
    rows = rows[(reading.marks[last[rows]] & COMMA) != 0]
    rows = rows[in_list(reading, "the", "indefinite")[last[rows]]]
    rows = rows[reading.sentences[last[rows]] == reading.sentences[first[rows]]]
    inner = np.minimum(last[rows] + 1, n - 1)
    head = np.minimum(inner + np.frombuffer(groups(reading.tokens).after, dtype=np.uint8)[inner], n - 1)
    called[rows] |= named_so[head]
    return called | owns_firm(reading, last)


def owns_firm(reading: Grammar, last: Spans) -> NDArray[np.bool_]:
    """Whether a name owns what a firm has: Nordkap's shares, Nordkap's new chief executive."""
    owned, joined, n = in_list(reading, "of a firm"), reading.is_joined, len(reading.classes)
    found = np.zeros(len(last), dtype=bool)
    owners = np.flatnonzero(last < n)
    owners = owners[(in_list(reading, "'s") & joined)[last[owners]]]
    at = last[owners]
    for _ in range(_NEAR):
        is_near = at + 1 < n
        owners, at = owners[is_near], at[is_near] + 1
        is_near = joined[at]
        owners, at = owners[is_near], at[is_near]
        found[owners] |= owned[at]
    return found


def _local(beside: Beside) -> Scores:
    length = beside.length
    place = ((beside.closing & classes.PLACE) != 0) & ((length == 1) | (beside.opening & classes.ADJECTIVE != 0))
    head = in_list(beside.reading, "place head")[beside.last - 1] & (length > 1) & ~beside.has_of
    score = 4.0 * place + 3.5 * head + 6.0 * _listed(beside, "place") + 2.0 * beside.follows("within")
    return np.asarray(score + 6.0 * _are_datelines(beside.reading, beside.first, beside.last), dtype=np.float64)


def _are_datelines(reading: Grammar, first: Spans, last: Spans) -> NDArray[np.bool_]:
    """Whether names in capitals begin a paragraph, a dash or a bracket close behind: PORT AMAN, May 3 (Reuters)."""
    tokens, n = reading.tokens, len(reading.marks)
    opens = np.zeros(n + 1, dtype=bool)
    opens[tokens.paragraph_bounds] = True
    begins = opens[first]
    rows = np.flatnonzero(begins)
    begins[rows] = tokens.ends[last[rows] - 1] - tokens.starts[first[rows]] > _LONGEST_ACRONYM
    ends = np.append(np.flatnonzero((reading.marks & (DASH | OPEN_BRACKET)) != 0), n + _DATELINE)
    begins[begins] = ends[np.searchsorted(ends, last[begins])] - last[begins] < _DATELINE
    is_upper, rows = in_capitals(reading), np.flatnonzero(begins)
    begins[rows] = [bool(is_upper[tokens.type_ids[first[i] : last[i]]].all()) for i in rows.tolist()]
    return begins


def _listed(beside: Beside, name: str) -> NDArray[np.bool_]:
    """Whether a name is one of those known as bodies or places, of one word or several."""
    known = wordings.BODIES if name == "body" else wordings.PLACES
    reading, first, length = beside.reading, beside.first, beside.length
    found = in_list(reading, name)[first] & (length == 1)
    rows = np.flatnonzero(in_list(reading, f"{name} begins")[first] & (length > 1) & (length < 5))
    words = reading.words
    spans = zip(first[rows].tolist(), beside.last[rows].tolist(), strict=True)
    found[rows] = ["-".join(words[a:b]) in known for a, b in spans]
    return np.asarray(found, dtype=bool)


def genders(beside: Beside, entities: Spans, found: NDArray[np.int64]) -> NDArray[np.int64]:
    """1 for men, 2 for women, else 0: by given names, titles, and pronouns that can mean nobody else nearby."""
    n, first = len(found), beside.first
    if not len(first):
        return np.zeros(0, dtype=np.int64)
    person = found[entities] == 0
    by_pronouns = _by_pronouns(beside.reading, first[person], entities[person], n)
    lean = by_pronouns + np.bincount(entities, _by_words(beside), minlength=n)
    return np.where((found != 0) | (np.abs(lean) < _LEAST), 0, np.where(lean > 0, 1, 2))


def titles(beside: Beside) -> Scores:
    """1 for names with the title of a man before them, -1 for that of a woman."""
    return beside.follows("male title").astype(np.float64) - beside.follows("female title")


def _by_words(beside: Beside) -> Scores:
    is_long = beside.length > 1
    male = ((beside.opening & classes.GIVEN_NAME_M) != 0) & is_long
    female = ((beside.opening & classes.GIVEN_NAME_F) != 0) & is_long
    # More than a few pronouns beside the name, which can be those of the other person that an article is about.
    lean = 6.0 * (male.astype(float) - female)
    for title, flag, weight in (("male title", classes.MALE, 1.0), ("female title", classes.FEMALE, -1.0)):
        titled = beside.follows(title)
        lean += weight * (8.0 * titled + 4.0 * (((beside.ahead & flag) != 0) & ~titled))
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


def _led(reading: Grammar, first: Spans) -> tuple[Spans, NDArray[np.bool_]]:
    """The token before each name, and whether it is in the name's sentence, with no mark but a stop between."""
    before = np.maximum(first - 1, 0)
    free = (reading.marks[first] & ~np.uint16(STOP | QUOTE) == 0) & (first > 0)
    return before, free & (reading.sentences[before] == reading.sentences[first])


def _after(reading: Grammar, last: Spans, mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether the token after a name is in the mask, a comma being allowed between."""
    at = np.minimum(last, len(mask) - 1)
    free = reading.marks[at] & ~np.uint16(COMMA | QUOTE) == 0
    return np.asarray(mask[at] & free & (last < len(mask)), dtype=bool)
