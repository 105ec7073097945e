"""Content that stands behind its cue: said that ..., told them to ..., criticised the ..., accused them of ...

Rules are columns over all possible cues at once. `i` is the token behind the cue, `j` the one behind the adverbials
that follow it.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..grammar import classes as c
from ..grammar.marks import COLON, COMMA, QUOTE, SEMICOLON
from ..grammar.reporting import (
    ATTITUDE,
    CLAUSE,
    DIRECTED,
    INFINITIVE,
    OBJECT,
    PARTICLE,
    TAIL,
    TELL,
    THAT,
    VOICED,
    WH,
)
from .ahead import NOMINATIVE, QUESTION_WORDS, Ahead
from .candidates import ING, PARTICIPLE_FORM, PAST, Candidates
from .clauses import Reader
from .ends import BELOW, CLAUSE_PART, NOTHING, PHRASE, REST, SPEECH, Opened, Rule, chosen, content_edges
from .gaps import declined, gapped, only_named
from .lemmas import ACCUSE, ASKING, CITING, KNOWN, REMEMBERING, SAYING, SUPPOSING, VOWING, WANTING
from .listed import bits_by_type
from .nouns import MATTERS, NAMING_FORMS
from .words import are_words

__all__ = ["After", "contents_after"]

_Truth = NDArray[np.bool_]
_Places = NDArray[np.int64]

# How far behind a verb a "that", a charge, a "to", the verb of a clause, the edge of an addressee or that
# of "what he called" may stand.
_THAT_REACH, _CHARGE, _TO_REACH, _VERB, _ADDRESSEE, _CALLED = 16, 30, 14, 12, 12, 6
_LISTS: tuple[str | frozenset[str], ...] = (
    NOMINATIVE,
    "that",
    "to",
    "to of by for with in on at from about after before like than",
    QUESTION_WORDS,
    "me him her them us you it",
    "it you",
    "by of and or as so nothing little much more something anything goodbye",
    "after in at on under for",
    "when if once while",
    "out",
    "that to so as",
    "of",
    "up off out down",
    "of about",
    "people source sources somebody someone",
    "on to upon",
    "what",
    "for with",
    "as",
    NAMING_FORMS,
    "anyone anybody everyone everybody a an",
    "the this that these those such both all any",
    MATTERS,
)
(
    _NOMINATIVE, _THAT, _TO, _GOVERNOR, _QUESTION, _OBJECT, _EMPTY, _NOT_SAID, _CLAUSE_LEAD, _WHEN, _OUT, _NO_GROUP,
    _OF, _PHRASAL, _ABOUT, _PEOPLE, _ON, _WHAT, _FOR, _AS_WORD, _NAMED, _ANYONE,
    _POINTER, _MATTER,
) = (1 << i for i in range(len(_LISTS)))  # fmt: skip


class After(NamedTuple):
    """Content behind every possible cue: what it is, end of the cue, start of the content, and whether it is speech.

    `onward` is the place from which its end is looked for; `edges` is that end, -1 where only `edge_after` can tell.

    Speech is what somebody is said to say or think, put into words; the rest are stands.
    """

    kinds: NDArray[np.uint8]
    edges: _Places
    cue_ends: _Places
    starts: _Places
    onward: _Places
    is_speech: _Truth


def contents_after(reader: Reader, ahead: Ahead, cues: Candidates) -> After:
    """Content behind every cue that is a verb."""
    behind = _Behind(reader, ahead, cues)
    i, j, ones = behind.i, behind.j, np.ones(len(cues.places), dtype=bool)
    frames, that, charge, told, directed = behind.frames, behind.that, behind.charge, behind.told, behind.directed
    is_stand = frames & ATTITUDE == 0
    is_object = (frames & (OBJECT | TELL) == OBJECT) & ~only_named(reader, ahead, cues, j)
    rules: tuple[Rule, ...] = (
        (behind.is_refused, NOTHING, i, i, i, ones),
        (declined(reader, cues, behind.words_j & _QUESTION != 0), NOTHING, i, i, i, ones),
        (behind.cites_somebody, NOTHING, i, i, i, ones),
        (behind.supposed, PHRASE, i, i, i, ones),
        (behind.is_phrasal, NOTHING, i, i, i, ones),
        (behind.is_inside & (behind.marks_i & COLON != 0), REST, i, i, i, ones),
        (behind.is_asked, NOTHING, i, i, i, ones),
        (behind.vows, PHRASE, i, i, i, behind.is_vow),
        (behind.has_particle & (behind.out >= 0), CLAUSE_PART, i + 1, behind.out, behind.out, ones),
        (behind.called_on >= 0, PHRASE, i + 1, behind.called_on, behind.called_on, ones),
        (behind.has_particle & behind.has_object, PHRASE, i + 1, i + 1, i + 1, ~ones),
        (behind.has_particle, NOTHING, i, i, i, ones),
        (charge >= 0, PHRASE, i, charge + 1, charge + 1, ones),
        ((frames & THAT != 0) & (that >= 0), SPEECH, i, that, that + 1, ones),
        ((j >= cues.last) & (frames & TAIL != 0), BELOW, i, i, i, ones),
        (j >= cues.last, NOTHING, i, i, i, ones),
        ((frames & WH != 0) & (behind.words_j & _QUESTION != 0), CLAUSE_PART, i, j, j, ones),
        ((frames & INFINITIVE != 0) & behind.is_infinitive(j), PHRASE, i, j, j, behind.is_vow),
        (behind.about >= 0, PHRASE, i, behind.about, behind.about, ones),
        (told >= 0, CLAUSE_PART, i, told, told, ones),
        (behind.informed >= 0, SPEECH, i, behind.informed, behind.informed, ones),
        (directed >= 0, PHRASE, i, np.where(behind.is_wanted, j, directed), directed, ones),
        ((frames & CLAUSE != 0) & behind.is_clause, SPEECH, i, j, j, ones),
        (behind.is_quoted & (frames & (TAIL | OBJECT) != 0), PHRASE, i, j, j, is_stand | (frames & TAIL != 0)),
        (behind.points_back, PHRASE, i, i, i, ~ones),
        (is_object & behind.is_group, PHRASE, i, j + behind.is_thanked, j, behind.is_remembered),
    )
    kinds, is_speech, (cue_ends, starts, onward) = chosen(rules, cues.frames != 0)
    edges = content_edges(reader, ahead, cues, Opened(kinds, starts, onward))
    return After(kinds, edges, cue_ends, starts, onward, is_speech)


class _Behind:
    """What stands behind every possible cue."""

    def __init__(self, reader: Reader, ahead: Ahead, cues: Candidates) -> None:
        reading = reader.grammar
        self.reader, self.reading, self.ahead, self.cues, self.numbers = reader, reading, ahead, cues, reader.numbers
        self.single, self.types, self.size = bits_by_type(reading, _LISTS), reading.tokens.type_ids, len(reading.tokens)
        self.i = cues.places + 1
        self.is_inside = self.i < cues.last
        self.j = np.where(self.is_inside, ahead.adverbials[self._near(self.i)], self.i).astype(np.int64)
        self.marks_i, self.words_i = self.marks(self.i), self.words(self.i)
        self.marks_j, self.words_j, self.bits_j = self.marks(self.j), self.words(self.j), self.bits(self.j)
        # jurors were told he had lied
        told = np.where(cues.frames & TELL != 0, CLAUSE, 0)
        self.frames = np.where(cues.is_passive, cues.frames & (THAT | WH | PARTICLE | told), cues.frames)
        self.has_particle = cues.has_particle & (self.frames & PARTICLE != 0)
        self.is_refused = cues.is_passive & (cues.lemmas & KNOWN != 0)

    def _near(self, places: _Places) -> _Places:
        """Places inside the corpus: what is read beyond it is never used."""
        return np.clip(places, 0, self.size - 1)

    def words(self, places: _Places) -> NDArray[np.uint32]:
        return self.single[self.types[self._near(places)]]

    def bits(self, places: _Places) -> NDArray[np.uint32]:
        return self.reading.classes[self._near(places)]

    def marks(self, places: _Places) -> NDArray[np.uint16]:
        return self.reading.marks[self._near(places)]

    def is_infinitive(self, places: _Places) -> _Truth:
        return self.ahead.is_infinitive[self._near(places)]

    @cached_property
    def is_asked(self) -> _Truth:
        """Whether the verb only utters; or its subject was asked, by the outlet.

        Asked about it, she left; when asked; Lee, asked about it, left.
        """
        cues, at = self.cues, self.cues.places
        stop = self._near(self.ahead.comma[at + 1].astype(np.int64))
        is_aside = (self.marks(at) & COMMA != 0) & (self.ahead.comma[at + 1] < cues.last)
        is_aside &= self.ahead.finite[stop] == stop
        is_fronted = (at == cues.first) | (self.words(at - 1) & _WHEN != 0)
        is_form = (cues.kinds == PAST) | (cues.kinds == PARTICIPLE_FORM)
        return np.asarray(
            (self.frames & VOICED != 0) | ((cues.lemmas & ASKING != 0) & is_form & (is_fronted | is_aside))
        )

    @cached_property
    def charge(self) -> _Places:
        """Place of the "of" that opens what somebody is accused of, not a name (the Bank of Libya); -1 for none."""
        cues, found = self.cues, np.full(len(self.i), -1, dtype=np.int64)
        types, capitals, bits = self.types, self.reading.is_capital, self.reading.classes
        for row in np.flatnonzero((cues.lemmas & ACCUSE != 0) & ~cues.is_passive).tolist():
            i, last = int(self.i[row]), int(cues.last[row])
            of = np.arange(i + 1, max(i + 1, min(last - 1, i + _CHARGE)))
            of = of[self.single[types[of]] & _OF != 0]
            of = of[(bits[of + 1] & c.VERB_ING != 0) | ~(capitals[of + 1] | capitals[of - 1])]
            found[row] = of[0] if len(of) else -1
        return found

    @cached_property
    def that(self) -> _Places:
        """Place of "that" behind a verb that may be followed by it, or -1."""
        return self._that_after(self.i, self.frames & THAT != 0)

    @cached_property
    def out(self) -> _Places:
        """Place of "that" behind "points out"."""
        return self._that_after(self.i + 1, (self.words_i & _OUT != 0) & (self.frames & THAT != 0))

    def _that_after(self, start: _Places, is_asked: _Truth) -> _Places:
        """Place of "that" behind a verb, adverbials and a person addressed stepped over; -1 where there is none."""
        found, rows = np.full(len(start), -1, dtype=np.int64), np.flatnonzero(is_asked & (start < self.cues.last))
        i, j, last, is_that = start[rows], self.j[rows], self.cues.last[rows], self.words_j[rows] & _THAT != 0
        words, is_comma = self.words(i), self.marks(i) & COMMA != 0
        # said, however, that; said on Monday, citing two officials, that
        is_parted = ~is_comma & (self.marks_j[rows] & COMMA != 0)
        is_late, is_behind = is_parted & ~is_that, is_parted & is_that & (j > i)
        aside = _within(self.ahead.comma, np.where(is_late, j, i) + 1, last, _THAT_REACH)
        aside = np.where(is_behind, j, aside)
        later = _within(self.ahead.that, i + 1, last, _THAT_REACH)
        is_relative = (later + 1 < last) & (self.bits(later + 1) & (c.AUXILIARY | c.COPULA) != 0)
        is_object = is_relative | self._is_pointer(later, last) | (self.words(later - 1) & _GOVERNOR != 0)
        beside = np.where(self._is_pointer(i, last), -1, i)
        known = np.where(words & _THAT != 0, beside, np.where(is_object, -1, later))
        known = np.where(is_comma | is_late | is_behind, aside, known)
        found[rows] = np.where(words & _NOMINATIVE != 0, -1, known)
        return found

    def _is_pointer(self, that: _Places, last: _Places) -> _Truth:
        """Whether "that" is a pronoun by itself (denied that), or a determiner before time (said that day)."""
        marks, bits = self.marks(that + 1), self.bits(that + 1)
        is_alone = (marks & COMMA != 0) & (bits & (c.PREPOSITION | c.SUBORDINATOR | c.ADVERB) == 0)
        return np.asarray((that + 1 >= last) | (bits & c.TIME != 0) | (marks & SEMICOLON != 0) | is_alone)

    @cached_property
    def points_back(self) -> _Truth:
        """Whether all that is said is "that" or "this": the colonel denied that."""
        is_last = (self.i + 1 >= self.cues.last) | (self.marks(self.i + 1) & SEMICOLON != 0)
        is_pointer = (self.words_i & (_THAT | _POINTER) != 0) & (self.marks_i == 0) & self.is_inside & is_last
        return np.asarray(is_pointer & (self.frames & (OBJECT | TELL | ATTITUDE) == OBJECT))

    @cached_property
    def told(self) -> _Places:
        """Place of a question or a "to" behind somebody addressed at `j`: told them to go; -1 where there is none."""
        edge = _within(self.ahead.addressed, self.j + 1, self.cues.last, _ADDRESSEE)
        is_none = (self.bits_j & c.AUXILIARY != 0) | (self.words_j & _NOMINATIVE != 0)
        edge = np.where(self.words_j & _OBJECT != 0, self.j + 1, np.where(is_none, -1, edge))
        is_opened = (self.words(edge) & _QUESTION != 0) | self.is_infinitive(edge)
        is_told = (self.frames & TELL != 0) & (self.bits_j & c.NEGATION == 0) & (edge < self.cues.last)
        return np.where((edge >= 0) & is_told & is_opened, edge, -1)

    @cached_property
    def informed(self) -> _Places:
        """Place of a clause without "that" behind somebody addressed at `j`: told the court she would go."""
        edge = _within(self.ahead.restarted, self.j + 1, self.cues.last, _ADDRESSEE)
        has_verb = _within(self.ahead.clause, edge + 1, self.cues.last, _VERB) >= 0
        is_none = (self.marks_j & ~np.uint16(QUOTE) != 0) | (
            self.bits_j & (c.AUXILIARY | c.PREPOSITION | c.NEGATION) != 0
        )
        is_none |= (self.words_j & _NOMINATIVE != 0) & (self.words_j & _EMPTY == 0)
        is_told = (self.frames & (TELL | CLAUSE) == TELL | CLAUSE) & ~is_none & (self.j < self.cues.last)
        return np.where((edge >= 0) & is_told & has_verb, edge, -1)

    @cached_property
    def about(self) -> _Places:
        """Place behind "of" or "about" and one addressed at `j` in a word or two: warned MPs of delays."""
        is_led = (self.bits_j & c.DETERMINER != 0) & (self.bits_j & c.PRONOUN == 0)
        at = np.where(is_led, self.j + 2, self.j + 1)
        is_plain = ~self.reading.is_capital[self._near(at - 1)] | (self.words_j & _OBJECT != 0)
        is_plain |= self.bits(at - 1) & (c.PLURAL | c.PERSON_NOUN | c.GROUP) != 0
        is_about = (self.words(at) & _ABOUT != 0) & (self.marks(at) == 0) & (at + 1 < self.cues.last) & is_plain
        is_told = (self.frames & (TELL | PARTICLE) == TELL | PARTICLE) & (self.marks_j & ~np.uint16(QUOTE) == 0)
        return np.where(is_told & is_about, at + 1, -1)

    @cached_property
    def directed(self) -> _Places:
        """Place of "to" and a verb behind an object at `j`: urged him to go; -1 where there is none."""
        is_directed = (self.frames & DIRECTED != 0) & (self.bits_j & c.NEGATION == 0)
        return np.where(is_directed, _within(self.ahead.to, self.j + 1, self.cues.last, _TO_REACH), -1)

    @cached_property
    def is_wanted(self) -> _Truth:
        """Whether the object of the verb is part of what is said: expects the pound to fall, urged anyone to call."""
        return np.asarray((self.words_j & _ANYONE != 0) | (self.cues.lemmas & WANTING != 0))

    @cached_property
    def called_on(self) -> _Places:
        """Place of "to" and a verb behind somebody called on or appealed to; -1 where there is none."""
        is_called = self.has_particle & (self.frames & DIRECTED != 0) & (self.words_i & _ON != 0)
        return np.where(is_called, _within(self.ahead.to, self.i + 2, self.cues.last, _TO_REACH), -1)

    @cached_property
    def has_object(self) -> _Truth:
        """Whether something follows a particle, not what it is called: referred to as the Doctor, or a bare word."""
        at = self.i + 1
        return np.asarray((at < self.cues.last) & (self.words(at) & _AS_WORD == 0) & ~self.is_bare(at))

    def is_bare(self, at: _Places) -> _Truth:
        """Whether no more than a word for what was said or done stands there: rejected the claims."""
        is_led = (self.words(at) & _POINTER != 0) & (self.words(at + 1) & _MATTER != 0)
        end = at + 2
        is_closed = (end >= self.cues.last) | (self.marks(end) & ~np.uint16(QUOTE) != 0)
        is_closed |= (self.bits(end) & (c.TIME | c.CONJUNCTION) != 0) & (self.numbers[self._near(end)] < 0)
        is_closed |= (self.ahead.adverbials[self._near(end)] > end) & (self.words(end) & _OF == 0)
        return np.asarray(is_led & is_closed & (self.numbers[self._near(at)] < 0))

    @cached_property
    def is_clause(self) -> _Truth:
        """Whether a clause with a subject and a finite verb begins at `j`."""
        marks, words, bits = self.marks_j, self.words_j, self.bits_j
        is_parted = (marks & (SEMICOLON | COLON) != 0) | (marks & (COMMA | QUOTE) == COMMA)
        is_subject = (words & _NOMINATIVE != 0) & (words & _EMPTY == 0)
        is_said = (words & _NOT_SAID == 0) & (bits & c.CONJUNCTION == 0)
        is_loose = (bits & c.PREPOSITION != 0) & (words & _CLAUSE_LEAD == 0)
        has_verb = ~is_loose & (_within(self.ahead.clause, self.j + 1, self.cues.last, _VERB) >= 0)
        is_said = np.where(self.cues.lemmas & SAYING != 0, is_said, has_verb)
        has_no_subject = (bits & (c.AUXILIARY | c.COPULA) != 0) & (words & _NOMINATIVE == 0) & (self.j == self.i)
        has_no_subject &= marks == 0
        is_clause = is_subject | (is_said & ~has_no_subject)
        return np.asarray(~is_parted & (is_clause | gapped(self.reader, self.ahead, self.cues, has_no_subject)))

    @cached_property
    def vows(self) -> _Truth:
        """Whether "to" opens what somebody vows to do, not what he objects to."""
        return np.asarray((self.frames & INFINITIVE != 0) & self.is_infinitive(self.i) & self.is_inside)

    @cached_property
    def supposed(self) -> _Truth:
        """Whether "to" follows a passive of saying: is understood to be, was said to have left."""
        is_led = (self.words_i & _TO != 0) & self.is_infinitive(self.i) & self.is_inside
        return np.asarray(self.cues.is_passive & (self.cues.lemmas & SUPPOSING != 0) & is_led)

    @cached_property
    def cites_somebody(self) -> _Truth:
        """Whether a source is cited, not what it says: citing two officials, citing the ministry."""
        is_person = np.zeros(len(self.i), dtype=bool)
        stop = np.minimum(self.ahead.edge[self._near(self.j + 1)], self.cues.last)
        for ahead in range(4):
            at = self.j + ahead
            bits = np.where(at < stop, self.bits(at), 0)
            is_person |= (bits & (c.PERSON_NOUN | c.ORGANISATION_NOUN | c.GROUP) != 0) & (bits & c.ADJECTIVE == 0)
            is_person |= (at < stop) & (self.words(at) & _PEOPLE != 0)
        return np.asarray((self.cues.lemmas & CITING != 0) & (self.cues.kinds == ING) & is_person)

    @cached_property
    def is_phrasal(self) -> _Truth:
        """Whether another word makes another verb of it: called up volunteers, put off the vote."""
        is_bare = (self.words_i & _PHRASAL != 0) & (self.marks_i == 0) & ~self.cues.has_particle
        is_particle = (self.words(self.i + 1) & _THAT != 0) | (self.bits(self.i + 1) & (c.TIME | c.PREPOSITION) != 0)
        return np.asarray(is_bare & ~is_particle)

    @cached_property
    def is_vow(self) -> _Truth:
        """Whether what somebody is to do is what he says or thinks: vowed to fight, hopes to return."""
        return np.asarray(self.cues.lemmas & VOWING != 0)

    @cached_property
    def is_quoted(self) -> _Truth:
        return self.numbers[self._near(self.j)] >= 0

    @cached_property
    def is_group(self) -> _Truth:
        """Whether a noun group begins at `j`."""
        is_closed = self.bits_j & (c.PREPOSITION | c.CONJUNCTION | c.AUXILIARY) != 0
        is_open = ~is_closed | self.reading.is_capital[self._near(self.j)]
        is_open &= (self.words_j & _NO_GROUP == 0) & ~self.is_bare(self.j) & ~self._is_called & ~self._is_quoting
        return np.asarray((self.marks_j & ~np.uint16(QUOTE) == 0) & is_open)

    @cached_property
    def is_thanked(self) -> _Truth:
        """Whether what somebody is thanked for follows the pronoun at `j`: credited him with peace."""
        return np.asarray((self.words_j & _OBJECT != 0) & (self.words(self.j + 1) & _FOR != 0))

    @cached_property
    def is_remembered(self) -> _Truth:
        """Whether somebody tells what one was like: remembered a kind man; not his keys, him as a boy."""
        return np.asarray((self.cues.lemmas & REMEMBERING != 0) & (self.words_j & _ANYONE != 0))

    @cached_property
    def _is_quoting(self) -> _Truth:
        """Whether what somebody says follows: quoted the general as saying that."""
        saying = np.flatnonzero(are_words(self.reading.tokens, ("saying", "telling")))
        places = np.append(saying[self.words(saying - 1) & _AS_WORD != 0] - 1, self.size)
        found = places[np.searchsorted(places, self.j)]
        return np.asarray(found < np.minimum(self.cues.last, self.j + _TO_REACH))

    @cached_property
    def _is_called(self) -> _Truth:
        """Whether what somebody calls something begins at `j`, which is no more than that: condemned what it called."""
        verb = _within(self.ahead.verb, self.j + 1, self.cues.last, _CALLED)
        return np.asarray((self.words_j & _WHAT != 0) & (verb >= 0) & (self.words(verb) & _NAMED != 0))


def _within(column: NDArray[np.int32], places: _Places, last: _Places, reach: int) -> _Places:
    """Next place of a column from `places` on, or -1 where it is at `last`, or out of reach."""
    found = column[np.minimum(places, len(column) - 1)].astype(np.int64)
    return np.where(found < np.minimum(last, places - 1 + reach), found, -1)
