"""Which words are possible cues of a report, for all tokens of a corpus at once.

A form that may be a noun too (claims, reports) is told from a verb by the words beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import CLOSE_BRACKET, COLON, COMMA, OPEN_BRACKET, QUOTE, STOP
from ..grammar.reporting import CLAUSE, TAIL, ReportingVerb, reporting_forms
from .clauses import Reader
from .flags import VERBAL, flags
from .lemmas import ADDRESSING, LEMMAS, VOWING
from .listed import bits_by_word, codes_by_type
from .nouns import TIES

__all__ = ["BASE", "ING", "MANY", "PARTICIPLE_FORM", "PAST", "VIEWS", "Candidates", "candidates"]

_Truth = NDArray[np.bool_]

MANY = frozenset("some another others many most all few both several these those they we i you people".split())
VIEWS = frozenset("view opinion words eyes mind estimation telling account assessment judgment judgement".split())
_ACCORDING = ("according", "per")
KINDS = ("", "base", "s", "past", "participle", "ing")
BASE, _S_FORM, PAST, PARTICIPLE_FORM, ING = range(1, len(KINDS))
_NO_VERB = ReportingVerb("", "", 0, "neutral", frozenset())
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
    "he she they we i",
    "am is are was were be been being 's 're 'm isn't aren't wasn't weren't",
    "vary varies varied differ range ranged ranges abound persist diverge conflict show say suggest indicate reveal "
    "emerged",
    VERBAL,
)
_WHO, _S, _HE, _OWN, _TO, _MANY, _PLURALS, _AND, _AS, _BY, _THAT, _SUBJECT, _BE, _VARY, _VERBAL = (
    1 << i for i in range(len(_LISTS))
)
_FAR = 300
_TITLE_CASE = 0.6
_ADVERBS = 6


class Candidates(NamedTuple):
    """Possible cues in the order of the text, as columns.

    `first` and `last` bound what is read of the sentence; of a cue in brackets nothing behind them is.
    ``verbs[rows]`` is the verb of a cue that is used as one; `kinds`, `frames` (0 where it is none) and `lemmas` (bits
    of `LEMMAS`) are what is known of it. `has_particle` says that its particle follows it, `is_tied` that the cue is a
    noun or an adjective beside a word that ties it to its content.
    """

    places: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    rows: NDArray[np.int32]
    verbs: list[ReportingVerb]
    kinds: NDArray[np.uint8]
    frames: NDArray[np.uint16]
    lemmas: NDArray[np.uint16]
    is_passive: _Truth
    has_particle: _Truth
    is_tied: _Truth
    is_other: _Truth


def candidates(reader: Reader, is_quoted: _Truth) -> Candidates:
    """Possible cues outside quotation marks."""
    reading, known = reader.grammar, _known_words()
    rows, types = codes_by_type(reading, known.rows).astype(np.int32), reading.tokens.type_ids
    cues = np.flatnonzero(known.is_cue[rows].take(types) & ~is_quoted)
    near = _Near(reader, rows, cues[~_are_names(reading, cues)])
    is_passive, is_tied = near.is_passive(), near.is_tied()
    is_verb = near.is_verb() & (is_passive | ~near.is_unaddressed())
    kept = np.flatnonzero(is_verb | is_tied | known.is_other[near.rows])
    places, rows, is_verb = near.places[kept], near.rows[kept], is_verb[kept]
    return Candidates(
        places=places,
        first=np.maximum(near.first[kept], places - _FAR),
        last=np.minimum(_bracket_ends(reader, places, near.last[kept]), places + _FAR),
        rows=rows,
        verbs=known.verbs,
        kinds=known.kinds[rows],
        frames=np.where(is_verb, known.frames[rows], 0),
        lemmas=known.lemmas[rows],
        is_passive=is_passive[kept],
        has_particle=near.has_particle()[kept] & is_verb,
        is_tied=is_tied[kept],
        is_other=known.is_other[rows],
    )


def _are_names(reading: Grammar, places: NDArray[np.int64]) -> _Truth:
    """Which capitals stand inside sentences, not in headlines: part of a name, Africa Command, whatever it can be."""
    bounds, found = reading.tokens.sentence_bounds, reading.is_capital[places]
    capitals = np.flatnonzero(found)
    numbers = reading.sentences[places[capitals]]
    firsts, lasts = bounds[numbers], bounds[numbers + 1]
    counts = np.add.reduceat(reading.is_capital, bounds[:-1], dtype=np.int64)[numbers]
    found[capitals] = (counts <= _TITLE_CASE * (lasts - firsts)) & (places[capitals] != firsts)
    return found


def _bracket_ends(reader: Reader, places: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.int64]:
    """End of the brackets that each place stands in, where they hold no others; `last` where it stands in none."""
    sentences, marks = reader.grammar.sentences, reader.grammar.marks
    brackets = np.append(np.array(reader.flags.brackets, dtype=np.int64), len(marks))
    behind = np.searchsorted(brackets, places, side="right")
    inside = np.flatnonzero((behind > 0) & (behind < len(brackets) - 1) & (brackets[behind] <= last))
    before, after = brackets[behind[inside] - 1], brackets[behind[inside]]
    held = (marks[before] & OPEN_BRACKET != 0) & (marks[after] & CLOSE_BRACKET != 0)
    held &= sentences[before] == sentences[places[inside]]
    found = last.copy()
    found[inside[held]] = after[held]
    return found


class _Words(NamedTuple):
    """Words that the rules know, one row each; row 0 is any other word."""

    rows: dict[str, int]
    verbs: list[ReportingVerb]
    kinds: NDArray[np.uint8]
    frames: NDArray[np.uint16]
    lemmas: NDArray[np.uint16]
    bits: NDArray[np.uint16]
    particles: NDArray[np.uint32]
    particle: NDArray[np.uint32]
    ties: NDArray[np.uint16]
    tied: NDArray[np.uint16]
    is_other: _Truth
    is_cue: _Truth


@cache
def _known_words() -> _Words:
    forms = reporting_forms()
    bits, lemmas = bits_by_word(_LISTS), bits_by_word(LEMMAS)
    ties = _numbered(TIES.values())
    particles = _numbered(verb.particles for verb in forms.values())
    words = ["", *sorted({*forms, *TIES, *VIEWS, *bits, *ties, *particles, *_ACCORDING})]
    verbs = [forms.get(word, _NO_VERB) for word in words]
    is_other = np.array([word in VIEWS or word in _ACCORDING for word in words], dtype=bool)
    kinds = np.array([KINDS.index(one.kind) for one in verbs], dtype=np.uint8)
    tied = np.array([sum(ties[tie] for tie in TIES.get(word, ())) for word in words], dtype=np.uint16)
    taken = [sum(particles[one] for one in verb.particles) for verb in verbs]
    return _Words(
        rows={word: i for i, word in enumerate(words) if word},
        verbs=verbs,
        kinds=kinds,
        frames=np.array([one.frames for one in verbs], dtype=np.uint16),
        lemmas=np.array([lemmas.get(one.lemma, 0) for one in verbs], dtype=np.uint16),
        bits=np.array([bits.get(word, 0) for word in words], dtype=np.uint16),
        particles=np.array(taken, dtype=np.uint32),
        particle=np.array([particles.get(word, 0) for word in words], dtype=np.uint32),
        ties=np.array([ties.get(word, 0) for word in words], dtype=np.uint16),
        tied=tied,
        is_other=is_other,
        is_cue=is_other | (kinds > 0) | (tied > 0),
    )


def _numbered(groups: Iterable[Iterable[str]]) -> dict[str, int]:
    """One bit for every word of some groups."""
    return {word: 1 << i for i, word in enumerate(sorted({word for group in groups for word in group}))}


class _Near:
    """Possible cues as columns, and what stands around them."""

    def __init__(self, reader: Reader, rows: NDArray[np.int32], places: NDArray[np.int64]) -> None:
        reading = reader.grammar
        self.reading, self.known, self.places, self.type_rows = reading, _known_words(), places, rows
        self.reader, self.numbers = reader, reader.numbers
        self.types, self.size = reading.tokens.type_ids, len(reading.tokens)
        self.rows = rows[self.types[places]]
        bounds, numbers = reading.tokens.sentence_bounds, reading.sentences[places]
        self.first, self.last = bounds[numbers], bounds[numbers + 1]
        self.kinds, self.frames = self.known.kinds[self.rows], self.known.frames[self.rows]
        self.marks, self.before = reading.marks[places], reading.classes[places - 1]
        self.word_before = self.known.bits[rows[self.types[places - 1]]]
        self.behind = np.minimum(places + 1, self.size - 1)

    def is_verb(self) -> _Truth:
        """Whether a form that may be a noun too (claims, reports) is used as a verb, by the word before it."""
        kinds, bits, word, is_noun = self.kinds, self.before, self.word_before, self._is_noun_before()
        is_base, is_past = kinds == BASE, (kinds == PAST) | (kinds == PARTICIPLE_FORM)
        two_before = self._word(self.places - 2)
        is_owned = (bits & (c.DETERMINER | c.OWNER | c.POSSESSIVE) != 0) & (bits & c.PRONOUN == 0)
        is_modifier = (bits & c.ADJECTIVE != 0) & (bits & (c.ADVERB | c.PERSON_NOUN | c.TITLE | c.GROUP) == 0)
        is_apart = ~is_base | self._is_after_aside(is_base) | self._is_before_many(is_base)
        # another claimed that, some say they
        has_object = is_past & (word & _MANY != 0) & (self._word(self.behind) & (_THAT | _HE) != 0)
        has_object |= is_base & self._has_clause()
        # seen by critics as weak; another added: "..."
        is_led = self._word(self.behind) & (_BY | _AS) != 0
        has_object |= is_past & (word & _MANY != 0) & self._opens_speech()
        rules = (
            (self.places == self.first, (kinds == ING) | ((kinds == PAST) & self._may_open()) | (is_past & is_led)),
            (self.marks & ~np.uint16(QUOTE) != 0, is_apart),
            (has_object | (word & _WHO != 0), np.ones(len(kinds), dtype=bool)),
            (kinds == ING, (bits & (c.DETERMINER | c.OWNER | c.ADJECTIVE) == 0) | (bits & (c.ADVERB | c.PRONOUN) != 0)),
            (word & _S != 0, is_past & (two_before & _HE != 0)),
            ((bits & c.PRONOUN != 0) & (word & _OWN == 0), np.ones(len(kinds), dtype=bool)),
            (is_base, self._is_base() & ~is_noun),
            (is_owned | ((kinds == _S_FORM) & is_noun), np.zeros(len(kinds), dtype=bool)),
            (kinds == _S_FORM, (bits & (c.PREPOSITION | c.AUXILIARY) == 0) & ~is_modifier & (word & _TO == 0)),
        )
        return np.asarray(_first_of(rules, (bits & c.PREPOSITION == 0) | (word & _AS != 0)) & (kinds > 0))

    def _opens_speech(self) -> _Truth:
        """Whether a colon or a quotation follows a verb that may follow what is said."""
        is_speech = (self.numbers[self.behind] >= 0) | (self.reading.marks[self.behind] & COLON != 0)
        return np.asarray(is_speech & (self.frames & TAIL != 0))

    def _may_open(self) -> _Truth:
        """Whether a past form opens its sentence as a verb: said one official; not noted economist Lee."""
        after = self.reading.classes[self.behind]
        is_noun = (after & (c.PERSON_NOUN | c.TITLE | c.ADJECTIVE) != 0) & (after & (c.DETERMINER | c.NUMBER) == 0)
        is_noun &= (self.reading.marks[self.behind] == 0) & ~self.reading.is_capital[self.behind]
        return np.asarray(~is_noun)

    def _has_clause(self) -> _Truth:
        """Whether a clause with a pronoun as its subject follows at once: people close to him insist he is well."""
        is_clause = (self._word(self.behind) & _SUBJECT != 0) & (self.reading.marks[self.behind] == 0)
        is_object = (
            self.before & (c.DETERMINER | c.OWNER | c.ADJECTIVE | c.PREPOSITION | c.POSSESSIVE | c.AUXILIARY) != 0
        )
        return np.asarray(is_clause & ~is_object & (self.marks == 0) & (self.frames & CLAUSE != 0))

    def _is_before_many(self, is_base: _Truth) -> _Truth:
        """Whether those who say so stand behind a base form that a comma parts from what they say: , say police."""
        bits = self.reading.classes[self.behind]
        is_many = (bits & (c.PLURAL | c.GROUP) != 0) | (self._word(self.behind) & (_PLURALS | _MANY) != 0)
        is_set = (self.marks & COMMA != 0) & (self.frames & TAIL != 0) & (self.reading.marks[self.behind] == 0)
        found = is_base & is_set & is_many & (self.behind < self.last)
        for i in np.flatnonzero(found).tolist():
            # no finite verb follows in the sentence
            found[i] = not self.reader.finites(int(self.behind[i]), int(self.last[i]))
        return np.asarray(found)

    def _is_noun_before(self) -> _Truth:
        """Whether a finite verb follows at once: the report identified, the claims are."""
        bits = self.reading.classes[self.behind]
        is_verb = (bits & c.VERB != 0) & (bits & c.PARTICIPLE != 0) & (bits & c.ADJECTIVE == 0)
        is_joined = (self.reading.marks[self.behind] == 0) & (self.behind > self.places)
        is_verb |= self._word(self.behind) & _VARY != 0
        is_verb |= bits & (c.AUXILIARY | c.COPULA) != 0
        # who police say was armed
        return np.asarray(is_joined & is_verb & (self._word(self.places) & _VERBAL == 0))

    def _is_base(self) -> _Truth:
        """Whether the word before a base form can be its subject, or leads it in."""
        bits, word, lower = self.before, self.word_before, self.reading.lower
        is_plural = bits & c.PLURAL != 0
        unsure = np.flatnonzero((self.kinds == BASE) & ~is_plural)
        words = [lower[i] for i in self.types[self.places[unsure] - 1].tolist()]
        is_plural[unsure] = [w.endswith("s") and not w.endswith("ss") for w in words]
        # a single word before it is its subject only where it names many, or is the last of several
        is_many = (bits & c.GROUP != 0) | (word & _PLURALS != 0)
        # a United Nations report
        is_noun = np.frombuffer(flags(self.reading.tokens).singular, dtype=bool)[self.places]
        for back in range(2, 6):
            at = self.places[unsure] - back
            is_many[unsure] |= (self._word(at) & _AND != 0) & (at >= 0)
        always = np.ones(len(bits), dtype=bool)
        rules = (
            ((word & (_TO | _MANY) != 0) | (bits & (c.AUXILIARY | c.ADVERB) != 0), always),
            (is_noun | (bits & (c.DETERMINER | c.OWNER) != 0), ~always),
            (is_plural, bits & c.PREPOSITION == 0),
            (self._is_of_names(), always),
            (bits & (c.ADJECTIVE | c.PREPOSITION | c.VERB | c.POSSESSIVE) != 0, ~always),
        )
        return _first_of(rules, is_many)

    def _is_of_names(self) -> _Truth:
        """Whether a name stands before that a preposition ties to a plural: critics of Park."""
        bits, capitals = self.reading.classes, self.reading.is_capital
        # the stop of a title parts nothing: advisers to Mr. Park
        marks = self.reading.marks & ~np.uint16(STOP)
        found = np.zeros(len(self.rows), dtype=bool)
        kept = np.flatnonzero((self.kinds == BASE) & (self.marks == 0) & capitals[self.places - 1])
        for back in range(1, 5):
            at = self.places[kept] - back
            is_part = (at - 2 >= self.first[kept]) & (marks[at] == 0) & (capitals[at] | (bits[at] & c.DETERMINER != 0))
            kept, at = kept[is_part], at[is_part]
            is_tied = (bits[at - 1] & c.PREPOSITION != 0) & (bits[at - 2] & c.PLURAL != 0) & (marks[at - 1] == 0)
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
                is_many = self.known.bits[self.type_rows[self.types[before]]] & _MANY
                found[i] = is_many or self.reading.classes[before] & c.PLURAL
        return found

    def is_passive(self) -> _Truth:
        """Whether a form of *be* stands before a participle, adverbs stepped over, or "by" behind it."""
        bits = self.reading.classes
        at, moving = self.places - 1, np.arange(len(self.places))
        for _ in range(_ADVERBS):
            before = bits[at[moving]]
            moving = moving[(before & (c.ADVERB | c.NEGATION) != 0) & (before & c.AUXILIARY == 0)]
            at[moving] -= 1
        is_led = (at >= self.first) & (self.places > self.first) & (self._word(at) & _BE != 0)
        # "It was," said Lee
        is_led &= self.numbers[self.places] == self.numbers[self.places - 1]
        is_by = (self.places + 1 < self.last) & (self._word(self.behind) & _BY != 0)
        # he's promised: he has
        is_has = (at == self.places - 1) & (self.word_before & _S != 0) & (self._word(at - 1) & _HE != 0)
        is_led &= ~(is_has & (self.known.lemmas[self.rows] & VOWING != 0))
        return np.asarray(((self.kinds == PAST) | (self.kinds == PARTICIPLE_FORM)) & (is_led | is_by))

    def is_unaddressed(self) -> _Truth:
        """Whether a verb that wants somebody addressed has none, and so is a participle: people briefed on it."""
        bits, is_past = self.reading.classes[self.behind], (self.kinds == PAST) | (self.kinds == PARTICIPLE_FORM)
        is_wanting = is_past & (self.known.lemmas[self.rows] & ADDRESSING != 0)
        return np.asarray(is_wanting & (bits & c.PREPOSITION != 0) & (bits & (c.DETERMINER | c.PRONOUN) == 0))

    def has_particle(self) -> _Truth:
        """Whether a particle of the verb stands behind it at once."""
        is_taken = self.known.particles[self.rows] & self.known.particle[self.type_rows[self.types[self.behind]]] != 0
        return np.asarray(is_taken & (self.places + 1 < self.last) & (self.reading.marks[self.behind] == 0))

    def is_tied(self) -> _Truth:
        """Whether a noun or an adjective stands before a word that ties it to its content, or one before "that"."""
        tied, ties = self.known.tied[self.rows], self.known.ties
        that = ties[self.known.rows["that"]]
        two_behind = np.minimum(self.places + 2, self.size - 1)
        is_that = (self._word(two_behind) & _THAT != 0) & (tied & that != 0)
        found = (tied & ties[self.type_rows[self.types[self.behind]]] != 0) | is_that
        return np.asarray(found & (self.places + 2 < self.size))

    def _word(self, at: NDArray[np.int64]) -> NDArray[np.uint16]:
        return self.known.bits[self.type_rows[self.types[np.maximum(at, 0)]]]


def _first_of(rules: Sequence[tuple[_Truth, _Truth]], answer: _Truth) -> _Truth:
    """Answer of the first rule that holds; else `answer`."""
    for holds, told in reversed(rules):
        answer = (holds & told) | (~holds & answer)
    return answer
