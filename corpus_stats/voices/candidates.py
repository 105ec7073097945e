"""Which words are possible cues of a report, for all tokens of a corpus at once.

A form that may be a noun too (claims, reports) is told from a verb by the words beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar
from ..grammar.arrays import COMMA, DASH, QUOTE
from ..grammar.classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COPULA,
    DETERMINER,
    GROUP,
    NEGATION,
    OWNER,
    PARTICIPLE,
    PERSON_NOUN,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    TIME,
    TITLE,
    VERB,
)
from .clauses import Reader
from .nouns import TIES
from .scope import PERIODS
from .verbs import TAIL, TELL, ReportingVerb, reporting_forms

__all__ = ["MANY", "VIEWS", "Candidate", "candidates"]

_Truth = NDArray[np.bool_]

MANY = frozenset("some others many most all few both several these those they we i you people".split())
VIEWS = frozenset("view opinion words eyes mind estimation telling account assessment judgment judgement".split())
_KINDS = ("base", "s", "past", "participle", "ing")
_BASE, _S_FORM, _PAST, _PARTICIPLE, _ING = range(1, 6)
# Words that are told apart by themselves.
_LISTS: tuple[str | frozenset[str], ...] = (
    "who which",
    "'s",
    "he she it who that",
    "her that this no",
    "to",
    MANY,
    "people police media polls data men women troops clergy percent majority half number",
    "and",
    "as",
    "by",
    "that",
    "am is are was were be been being 's 're 'm isn't aren't wasn't weren't",
    PERIODS | {"when", "as", "it"},
    "vary varies varied differ range ranged ranges abound persist diverge conflict",
)
_WHO, _S, _HE, _OWN, _TO, _MANY, _PLURALS, _AND, _AS, _BY, _THAT, _BE, _TRAILS, _VARY = (
    1 << i for i in range(len(_LISTS))
)
_TITLE_CASE = 0.6
_CLAUSE = 60
_EDGES = COMMA | QUOTE | DASH


Candidate = tuple[int, int, int, ReportingVerb | None, bool, bool, bool]
"""A possible cue, and the start and end of its sentence; its verb, where it is used as one; whether that is passive,
whether its content may stand before it, and whether the cue is a noun or an adjective beside a word that ties it."""


def candidates(reader: Reader, is_quoted: _Truth) -> Iterator[Candidate]:
    """Possible cues outside quotation marks, in the order of the text."""
    reading, known = reader.grammar, _known_words()
    if not len(reading.tokens):
        return iter(())
    rows = np.array([known.rows.get(word, 0) for word in reading.lower], dtype=np.int32)[reading.tokens.type_ids]
    near = _Near(reading, rows, np.flatnonzero(known.is_cue[rows] & ~is_quoted & ~_names(reading)))
    is_verb, is_passive, may_tie = near.is_verb(), near.is_passive(), near.may_tie()
    may_follow = near.may_follow() & ~is_passive
    kept = is_verb | may_tie | known.is_other[near.rows]
    verbs = [
        known.verbs[row] if one else None for row, one in zip(near.rows[kept].tolist(), is_verb[kept], strict=True)
    ]
    columns = (near.places, near.first, near.last, is_passive, may_follow, may_tie)
    places, first, last, passive, follow, tie = (column[kept].tolist() for column in columns)
    return zip(places, first, last, verbs, passive, follow, tie, strict=True)


def _names(reading: Grammar) -> _Truth:
    """Capitals inside sentences, but not in headlines: part of a name, Africa Command, whatever the word can be."""
    starts = reading.tokens.sentence_bounds[:-1]
    lengths = np.diff(reading.tokens.sentence_bounds)
    is_title = np.add.reduceat(reading.is_capital.astype(np.int64), starts) > _TITLE_CASE * lengths
    found = reading.is_capital & ~is_title[reading.sentences]
    found[starts] = False
    return found


class _Words(NamedTuple):
    """Words that the rules know, one row each; row 0 is any other word."""

    rows: dict[str, int]
    verbs: list[ReportingVerb | None]
    kinds: NDArray[np.uint8]
    frames: NDArray[np.uint16]
    bits: NDArray[np.uint16]
    ties: NDArray[np.uint16]
    tied: NDArray[np.uint16]
    is_other: _Truth
    is_cue: _Truth


@cache
def _known_words() -> _Words:
    forms = reporting_forms()
    bits: dict[str, int] = {}
    for i, listed in enumerate(_LISTS):
        for word in listed.split() if isinstance(listed, str) else listed:
            bits[word] = bits.get(word, 0) | 1 << i
    tie_bits = {tie: 1 << i for i, tie in enumerate(sorted({tie for ties in TIES.values() for tie in ties}))}
    words = ["", *sorted({*forms, *TIES, *VIEWS, *bits, *tie_bits, "according"})]
    verbs = [forms.get(word) for word in words]
    is_other = np.array([word in VIEWS or word == "according" for word in words], dtype=bool)
    kinds = np.array([_KINDS.index(one.kind) + 1 if one else 0 for one in verbs], dtype=np.uint8)
    tied = np.array([sum(tie_bits[tie] for tie in TIES.get(word, ())) for word in words], dtype=np.uint16)
    return _Words(
        rows={word: i for i, word in enumerate(words) if word},
        verbs=verbs,
        kinds=kinds,
        frames=np.array([one.frames if one else 0 for one in verbs], dtype=np.uint16),
        bits=np.array([bits.get(word, 0) for word in words], dtype=np.uint16),
        ties=np.array([tie_bits.get(word, 0) for word in words], dtype=np.uint16),
        tied=tied,
        is_other=is_other,
        is_cue=is_other | (kinds > 0) | (tied > 0),
    )


class _Near:
    """Possible cues as columns, and what stands around them."""

    def __init__(self, reading: Grammar, rows: NDArray[np.int32], places: NDArray[np.int64]) -> None:
        self.reading, self.known, self.places, self.token_rows = reading, _known_words(), places, rows
        self.rows = rows[places]
        bounds, numbers = reading.tokens.sentence_bounds, reading.sentences[places]
        self.first, self.last = bounds[numbers], bounds[numbers + 1]
        self.kinds, self.frames = self.known.kinds[self.rows], self.known.frames[self.rows]
        self.marks, self.before = reading.marks[places], reading.classes[places - 1]
        self.word_before = self.known.bits[rows[places - 1]]
        self.behind = np.minimum(places + 1, len(rows) - 1)

    def is_verb(self) -> _Truth:
        """Whether a form that may be a noun too (claims, reports) is used as a verb, by the word before it."""
        kinds, bits, word, is_noun = self.kinds, self.before, self.word_before, self._is_noun_before()
        is_base, is_past = kinds == _BASE, (kinds == _PAST) | (kinds == _PARTICIPLE)
        two_before = self._word(self.places - 2)
        is_owned = (bits & (DETERMINER | OWNER | POSSESSIVE) != 0) & (bits & PRONOUN == 0)
        is_modifier = (bits & ADJECTIVE != 0) & (bits & (ADVERB | PERSON_NOUN | TITLE) == 0)
        rules = (
            (self.places == self.first, (kinds == _ING) | (kinds == _PAST)),
            (self.marks & ~np.uint16(QUOTE) != 0, ~is_base | self._is_after_aside(is_base)),
            (word & _WHO != 0, np.ones(len(kinds), dtype=bool)),
            (kinds == _ING, (bits & (DETERMINER | OWNER | ADJECTIVE) == 0) | (bits & (ADVERB | PRONOUN) != 0)),
            (word & _S != 0, is_past & (two_before & _HE != 0)),
            ((bits & PRONOUN != 0) & (word & _OWN == 0), np.ones(len(kinds), dtype=bool)),
            (is_base, self._is_base() & ~is_noun),
            (is_owned | ((kinds == _S_FORM) & is_noun), np.zeros(len(kinds), dtype=bool)),
            (kinds == _S_FORM, (bits & (PREPOSITION | AUXILIARY) == 0) & ~is_modifier & (word & _TO == 0)),
        )
        conditions, answers = zip(*rules, strict=True)
        found = np.select(conditions, answers, (bits & PREPOSITION == 0) | (word & _AS != 0))
        return np.asarray(found.astype(bool) & (kinds > 0))

    def _is_noun_before(self) -> _Truth:
        """Whether a finite verb follows at once: the report identified, the claims are."""
        bits = self.reading.classes[self.behind]
        is_verb = (bits & VERB != 0) & (bits & PARTICIPLE != 0) & (bits & ADJECTIVE == 0)
        is_joined = (self.reading.marks[self.behind] == 0) & (self.behind > self.places)
        is_verb |= self._word(self.behind) & _VARY != 0
        return np.asarray(is_joined & ((bits & (AUXILIARY | COPULA) != 0) | is_verb))

    def _is_base(self) -> _Truth:
        """Whether the word before a base form can be its subject, or leads it in."""
        bits, word = self.before, self.word_before
        ends_s = np.array([w.endswith("s") and not w.endswith("ss") for w in self.reading.lower], dtype=bool)
        is_plural = (bits & PLURAL != 0) | ends_s[self.reading.tokens.type_ids[self.places - 1]]
        # a single word before it is its subject only where it names many, or is the last of several
        is_many = (bits & GROUP != 0) | (word & _PLURALS != 0)
        for back in range(2, 6):
            at = self.places - back
            is_many |= (self._word(at) & _AND != 0) & (at >= 0)
        rules = (
            ((word & (_TO | _MANY) != 0) | (bits & (AUXILIARY | ADVERB) != 0), np.ones(len(bits), dtype=bool)),
            (bits & (DETERMINER | OWNER) != 0, np.zeros(len(bits), dtype=bool)),
            (is_plural, bits & PREPOSITION == 0),
            (self._is_of_names(), np.ones(len(bits), dtype=bool)),
            (bits & (ADJECTIVE | PREPOSITION | VERB | POSSESSIVE) != 0, np.zeros(len(bits), dtype=bool)),
        )
        conditions, answers = zip(*rules, strict=True)
        return np.asarray(np.select(conditions, answers, is_many), dtype=bool)

    def _is_of_names(self) -> _Truth:
        """Whether a name stands before that a preposition ties to a plural: critics of Park."""
        bits, capitals, marks = self.reading.classes, self.reading.is_capital, self.reading.marks
        found = np.zeros(len(self.rows), dtype=bool)
        kept = np.flatnonzero((self.kinds == _BASE) & (self.marks == 0) & capitals[self.places - 1])
        for back in range(1, 5):
            at = self.places[kept] - back
            is_part = (at - 2 >= self.first[kept]) & (marks[at] == 0) & (capitals[at] | (bits[at] & DETERMINER != 0))
            kept, at = kept[is_part], at[is_part]
            is_tied = (bits[at - 1] & PREPOSITION != 0) & (bits[at - 2] & PLURAL != 0) & (marks[at - 1] == 0)
            found[kept[is_tied]] = True
        return found

    def _is_after_aside(self, is_base: _Truth) -> _Truth:
        """Whether the mark before a base form closes an aside behind its subject: others, however, say."""
        marks, found = self.reading.marks, np.zeros(len(is_base), dtype=bool)
        for i in np.flatnonzero(is_base & (self.marks & COMMA != 0) & (self.places > self.first)).tolist():
            place, low = int(self.places[i]), max(int(self.first[i]), int(self.places[i]) - 12)
            commas = np.flatnonzero(marks[low + 1 : place] & COMMA)
            if len(commas):
                before = low + int(commas[-1])
                is_many = self.known.bits[self.token_rows[before]] & _MANY
                found[i] = is_many or self.reading.classes[before] & PLURAL
        return found

    def is_passive(self) -> _Truth:
        """Whether a form of *be* stands before a participle, adverbs stepped over, or "by" behind it."""
        bits = self.reading.classes
        is_skipped = (bits & (ADVERB | NEGATION) != 0) & (bits & AUXILIARY == 0)
        stays = np.maximum.accumulate(np.where(is_skipped, -1, np.arange(len(bits))))
        at = stays[self.places - 1]
        is_led = (at >= self.first) & (self.places > self.first) & (self._word(at) & _BE != 0)
        is_by = (self.places + 1 < self.last) & (self._word(self.behind) & _BY != 0)
        return np.asarray(((self.kinds == _PAST) | (self.kinds == _PARTICIPLE)) & (is_led | is_by))

    def may_follow(self) -> _Truth:
        """Whether content may stand before the cue: it is set off, and a mark or an "as" stands before its subject."""
        behind, bits = self.behind, self.reading.classes[self.behind]
        is_inverted = (self.marks & (COMMA | QUOTE) != 0) & (self.kinds != _BASE)
        may_trail = (self.places + 1 >= self.last) | (self.reading.marks[behind] != 0) | (self.frames & TELL != 0)
        may_trail |= (self._word(behind) & _TRAILS != 0) | (bits & (TIME | PREPOSITION | ADVERB) != 0)
        is_edge = (self.reading.marks & _EDGES != 0) | (self.known.bits[self.token_rows] & _AS != 0)
        edges = np.maximum.accumulate(np.where(is_edge, np.arange(len(is_edge)), -1))
        is_parted = edges[self.places] >= np.maximum(self.first, self.places - _CLAUSE)
        is_form = (self.frames & TAIL != 0) & (self.kinds != _ING) & (self.places > self.first)
        is_form &= (self.kinds != _PARTICIPLE) | (self.before & AUXILIARY != 0)
        return np.asarray(is_form & (is_inverted | (may_trail & is_parted)))

    def may_tie(self) -> _Truth:
        """Whether a noun or an adjective stands before a word that ties it to its content, or one before "that"."""
        tied, ties = self.known.tied[self.rows], self.known.ties
        that = ties[self.known.rows["that"]]
        two_behind = np.minimum(self.places + 2, len(self.token_rows) - 1)
        is_that = (self._word(two_behind) & _THAT != 0) & (tied & that != 0)
        found = (tied & ties[self.token_rows[self.behind]] != 0) | is_that
        return np.asarray(found & (self.places + 2 < len(self.token_rows)))

    def _word(self, at: NDArray[np.int64]) -> NDArray[np.uint16]:
        return self.known.bits[self.token_rows[np.maximum(at, 0)]]
