"""Where reading on from a token stops, told for all tokens of a corpus at once.

A column has one entry a token: the first place from that token on at which one of some words or marks stands, whatever
the sentence. So no rule walks from word to word: it looks up the place, and asks whether it still is in reach.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..corpus import PART_KINDS
from ..grammar import classes as c
from ..grammar.marks import COLON, COMMA, DASH, QUOTE, SEMICOLON
from ..grammar.reporting import speaking_participles
from .clauses import Reader
from .flags import earlier
from .listed import bits_by_type
from .words import PERIODS

__all__ = ["NOMINATIVE", "QUESTION_WORDS", "Ahead"]

_Truth = NDArray[np.bool_]
_Places = NDArray[np.int32]

NOMINATIVE = frozenset("i he she they we it you there".split())
QUESTION_WORDS = frozenset("whether how why what who whom whose what where when which if".split())

_NOT_NAMES = (
    c.DETERMINER | c.PRONOUN | c.PREPOSITION | c.NUMBER | c.PLURAL | c.PERSON_NOUN | c.GROUP | c.DEMONYM | c.PLACE
)
_PARTS = COMMA | SEMICOLON | COLON
_ENDS = _PARTS | QUOTE | DASH
_HEADLINE = PART_KINDS.index("headline")
_ASIDE, _TALK, _CLAUSE = 6, 7, 12
_MEDIA_WORDS = """
    statement interview tweet tweets speech conference briefing rally debate hearing post posting email e-mail letter
    memo report article column message testimony remarks broadcast video call address appearance event meeting
    telephone phone twitter facebook television tv radio instagram affidavit filing lawsuit ruling essay
    editorial op-ed book blog release note document documents reporters journalists
    """
# Words that are told apart by themselves.
_LISTS: tuple[str | frozenset[str], ...] = (
    NOMINATIVE,
    "that",
    "to",
    "'s",
    "no how when where why there",
    PERIODS,
    "in on at during via by through over after before to from for with of earlier late",
    _MEDIA_WORDS,
    QUESTION_WORDS,
    "to that who which as because while when after",
    "but yet which according adding citing noting saying calling although though",
    speaking_participles()
    | frozenset("according citing but yet while although though which who after where when".split()),
    # These end a noun group or an infinitive without a comma too.
    "during since when",
    "in on at",
    "as",
    "a an the one two three four five six hours days weeks months years",
    "after before later earlier",
    "who which whose whom",
    "charge claim accusation allegation report move decision accusations claims charges allegations reference nod "
    "allusion figure description characterisation characterization suggestion",
    "after amid as",
    "amid",
    "accused blamed urged vowed warned denied praised criticised criticized condemned pledged thanked denounced "
    "dismissed called described branded dubbed labelled labeled likened",
)
(
    _SUBJECT, _THAT, _TO, _S, _NO_ADVERB, _PERIOD, _LEAD, _MEDIA, _QUESTION, _NO_CLAUSE, _CLAUSE_BREAK, _PHRASE_BREAK,
    _LOOSE_BREAK, _TALK_LEAD, _WHILE, _ARTICLE, _THEN, _RELATIVE, _CHARGE, _PRECEDING, _AMID, _CHARGED,
) = (1 << i for i in range(len(_LISTS)))  # fmt: skip


class Ahead:
    """Places at which reading stops, by token.

    Attributes
    ----------
    talk : int32 array
        Edge behind "in a statement", "on Friday", "to reporters" that begins at the token; the token where none does.
        Asked for behind a preposition, or where a quotation begins or ends.
    adverbials : int32 array
        Edge behind adverbs, times and places of speech that begin at the token.
    is_infinitive : bool array
        Whether the token is a "to" that a verb follows; a word that the grammar does not know is taken for one unless
        it is a name.
    that, to, clause, addressed, restarted : int32 arrays
        Next "that"; next "to" before a verb; next finite verb that is no name; next edge behind somebody addressed;
        next start of another noun group with nothing but that one before it.
        The number of tokens where a mark or a word stands before it that what is looked for does not reach beyond.
    comma, finite, verb : int32 arrays
        Next token behind a comma; next finite verb in no marks of quotation; the same, participles and nouns of speech
        (*a letter sent on Friday*, *a televised address*) left out.
    edge, trail : int32 arrays
        Next token at which content may end; the same, or word that opens a clause.
    joined, restated, resumed : int32 arrays
        Next conjunction that a finite verb follows; that a verb and "that" follow; next finite verb behind a comma.
    clause_end, phrase_end : int32 arrays
        Next place where the outlet goes on behind a clause, or behind a noun group or an infinitive.
    """

    def __init__(self, reader: Reader) -> None:
        columns = _Columns(reader)
        self.talk, self.is_infinitive = _talk(columns), _infinitive(columns)
        self.adverbials = _adverbials(columns, self.talk)
        self.comma, self.finite = _next(columns.marks & COMMA != 0), _next(columns.is_finite & columns.is_outside)
        self.verb = _next(columns.is_main & columns.is_outside)
        self._read_verbs(columns)
        self._read_ends(columns)

    def _read_verbs(self, columns: _Columns) -> None:
        """What stands behind a verb: a clause, an infinitive, somebody addressed."""
        bits, marks, words = columns.bits, columns.marks, columns.words
        is_subject, is_auxiliary, is_s = words & _SUBJECT != 0, bits & c.AUXILIARY != 0, words & _S != 0
        is_parted, is_main = marks & _PARTS != 0, columns.is_main & ~columns.is_capital & ~is_s
        # denied it and claimed that ...: the "that" of another verb
        is_after_name = (
            earlier(columns.is_capital & (bits & c.TIME == 0)) & _later(bits & c.PREPOSITION == 0) & (marks == 0)
        )
        is_other = is_main & ((bits & c.PARTICIPLE == 0) | earlier(bits & c.CONJUNCTION != 0) | is_after_name)
        is_stop = (marks & (_PARTS | DASH) != 0) | is_subject | (is_auxiliary & ~is_s) | is_other
        self.that = _next(words & _THAT != 0, is_stop)
        self.to = _next(self.is_infinitive & ~is_parted, is_parted | is_subject | is_auxiliary)
        is_closed = is_parted | (words & _NO_CLAUSE != 0) | _joints(columns)
        self.clause = _next(is_main & ~is_closed, is_closed)
        is_addressed = (marks & ~np.uint16(QUOTE) != 0) | (words & (_TO | _THAT | _QUESTION) != 0)
        self.addressed = _next(is_addressed, is_subject | is_auxiliary)
        # told reporters she was ready: a group of its own begins
        is_group = is_subject | (bits & (c.DETERMINER | c.OWNER) != 0) | self._is_other_name(columns)
        is_late = (marks & ~np.uint16(QUOTE) != 0) | columns.is_finite | (words & (_TO | _THAT | _QUESTION) != 0)
        is_late |= (bits & (c.PREPOSITION | c.CONJUNCTION) != 0) & (self.talk == np.arange(columns.size))
        self.restarted = _next(is_group & ~is_late, is_late)

    def _is_other_name(self, columns: _Columns) -> _Truth:
        """Which tokens begin a name that the plain plural before them does not belong to: told voters Lee was ill."""
        is_plain = earlier((columns.bits & c.PLURAL != 0) & ~columns.is_capital)
        return np.asarray(columns.is_capital & is_plain & (columns.bits & (c.DEMONYM | c.TIME) == 0))

    def _read_ends(self, columns: _Columns) -> None:
        """Where a parenthesis and content end."""
        marks, words = columns.marks, columns.words
        is_edge, is_that = (marks & _ENDS != 0) | (words & _RELATIVE != 0), words & _THAT != 0
        self.edge = _next(is_edge & (marks & COLON == 0))
        self.trail = _next(is_edge | is_that | (words & _SUBJECT != 0))
        is_verb = columns.is_finite & columns.is_outside
        is_joint = columns.is_outside & _joints(columns)
        self.joined, self.restated = (
            _next(is_joint),
            _next(is_joint & (_later(_later(is_that)) | _later(words & _CHARGED != 0))),
        )
        self.resumed = _next((marks & COMMA != 0) & is_verb)
        self.clause_end = _next(_clause_ends(columns))
        self.phrase_end = _next(_phrase_ends(columns, self.adverbials, self.clause))


class _Columns:
    """Classes, marks, single words and sentence ends of every token."""

    def __init__(self, reader: Reader) -> None:
        reading, numbers = reader.grammar, reader.numbers
        tokens, single = reading.tokens, bits_by_type(reading, _LISTS)
        self.size = len(tokens)
        self.bits, self.marks, self.is_capital = reading.classes, reading.marks, reading.is_capital
        self.words = single.take(tokens.type_ids) if self.size else single
        self.sentences, self.bounds = reading.sentences, tokens.sentence_bounds.astype(np.int32)
        self.is_outside = numbers < 0
        self.is_headline = tokens.part_ids == _HEADLINE
        self.is_edge = np.zeros(self.size, dtype=bool)
        self.is_edge[1:] = numbers[1:] != numbers[:-1]
        self.is_finite = np.frombuffer(reader.flags.finite, dtype=np.uint8) != 0
        self.is_main = self.is_finite & ~self._is_reduced()

    def _is_reduced(self) -> _Truth:
        """Which tokens are a participle behind a noun of speech, or such a noun: a letter sent, a televised address."""
        is_medium = self.words & _MEDIA != 0
        is_led = earlier(self.bits & (c.PLURAL | c.PRONOUN | c.AUXILIARY | c.ADVERB | c.CONJUNCTION) != 0)
        is_noun = is_medium & (self.bits & c.VERB_BASE != 0) & ~is_led
        return np.asarray(is_noun | ((self.bits & c.PARTICIPLE != 0) & (self.marks == 0) & earlier(is_medium)))

    def last(self, places: NDArray[np.signedinteger[Any]]) -> _Places:
        """End of the sentence of each place."""
        return np.asarray(self.bounds[1:][self.sentences[places]])


def _next(is_found: _Truth, is_stop: _Truth | None = None) -> _Places:
    """Next of those found, from each token on; the number of tokens where none is, or where a stop comes before it."""
    size = len(is_found)
    stops = np.flatnonzero(is_found if is_stop is None else is_found | is_stop)
    return _spread(stops if is_stop is None else np.where(is_found[stops], stops, size), stops, size)


def _beyond(is_held: _Truth, places: NDArray[np.signedinteger[Any]]) -> NDArray[np.int64]:
    """First token from each of some places on that is none of those held: fast where few tokens are held."""
    held = np.flatnonzero(is_held)
    ends = held[np.diff(held, append=-1) != 1] + 1
    found = np.asarray(places, dtype=np.int64)
    asked = np.flatnonzero(np.append(is_held, False)[found])
    found[asked] = ends[np.searchsorted(ends, found[asked], side="right")]
    return found


def _spread(values: NDArray[np.int64], stops: NDArray[np.int64], size: int) -> _Places:
    """The value of the next stop for every token, and for the place behind the last; `size` where there is none."""
    edges = np.empty(len(stops) + 2, dtype=np.int64)
    edges[0], edges[1:-1], edges[-1] = -1, stops, size
    column = np.full(len(stops) + 1, size, dtype=np.int32)
    column[:-1] = values
    return np.repeat(column, edges[1:] - edges[:-1])


def _talk(columns: _Columns) -> _Places:
    """Asked for behind a preposition, or behind a quotation."""
    bits, marks, words, size = columns.bits, columns.marks, columns.words, columns.size
    is_medium = (words & _MEDIA != 0) | (bits & c.TIME != 0)
    is_stop = (marks & ~np.uint16(QUOTE) != 0) | (bits & (c.PREPOSITION | c.AUXILIARY) != 0) | (words & _SUBJECT != 0)
    found = np.arange(size, dtype=np.int32)
    places = np.flatnonzero((words & _LEAD != 0) | columns.is_edge)
    first, last = _next(is_stop | is_medium)[places + 1], columns.last(places)
    kept = first < np.minimum(last, places + _TALK)
    places, first, last = places[kept], first[kept], last[kept]
    end = _beyond(is_medium & (marks == 0), first + 1)
    found[places] = np.where(is_stop[first], places, np.minimum(end, last))
    return found


def _adverbials(columns: _Columns, talk: _Places) -> _Places:
    """Edge behind all adverbials from each token on: one step for each of them, until none is left."""
    words, is_apart = columns.words, columns.marks & QUOTE == 0
    step = np.arange(columns.size, dtype=np.int32)
    is_time, is_comma = columns.bits & c.TIME != 0, columns.marks & COMMA != 0
    leads = np.flatnonzero((words & _LEAD != 0) & is_apart)
    step[leads] = talk[leads]
    periods = np.flatnonzero((words & _PERIOD != 0) & is_apart & _later(is_time))
    periods = periods[periods + 1 < columns.last(periods)]
    step[periods] = periods + 2
    adverbs = np.flatnonzero((is_time | ((columns.bits & c.ADVERB != 0) & (words & _NO_ADVERB == 0))) & is_apart)
    step[adverbs] = adverbs + 1
    # however, between commas
    commas = np.flatnonzero(is_comma)
    behind, is_single = np.append(commas[1:], columns.size)[: len(commas)], is_apart[commas]
    commas, behind = commas[is_single], behind[is_single]
    step[commas] = np.where(behind < np.minimum(columns.last(commas), commas + _ASIDE), behind, commas)
    moving = np.concatenate([leads, periods, adverbs, commas])
    moving = moving[step[moving] > moving]
    while len(moving):
        reached = step[moving]
        moved = np.where(reached < columns.last(moving), step[np.minimum(reached, columns.size - 1)], reached)
        step[moving] = moved
        moving = moving[moved > reached]
    return step


def _infinitive(columns: _Columns) -> _Truth:
    found = np.zeros(columns.size, dtype=bool)
    to = np.flatnonzero(columns.words & _TO != 0)
    is_stepped = (columns.bits & c.ADVERB != 0) & (columns.bits & c.VERB_BASE == 0)
    at, last = _beyond(is_stepped, to + 1), columns.last(to)
    to, at = to[at < last], at[at < last]
    bits = columns.bits[at]
    is_known = bits & (c.VERB_BASE | c.AUXILIARY | c.COPULA) != 0
    is_name = (bits & _NOT_NAMES != 0) | columns.is_capital[at]
    found[to] = (columns.marks[at] & ~np.uint16(QUOTE) == 0) & (is_known | ~is_name)
    return found


def _joints(columns: _Columns) -> _Truth:
    """Which conjunctions a finite verb follows at once: sold the mill and left."""
    bits, is_verb = columns.bits, columns.is_finite & columns.is_outside
    is_joint = (bits & c.CONJUNCTION != 0) & (bits & c.SUBORDINATOR == 0)
    return np.asarray(is_joint & _later(is_verb & (columns.marks == 0) & (bits & c.VERB_BASE == 0)))


def _clause_ends(columns: _Columns) -> _Truth:
    is_break = (columns.words & _CLAUSE_BREAK != 0) & (columns.marks & (COMMA | DASH) != 0)
    is_break |= (columns.words & _AMID != 0) & columns.is_headline
    is_time = columns.bits & c.TIME != 0
    is_break |= (
        (columns.marks & COMMA != 0)
        & (columns.words & _ARTICLE != 0)
        & _later(is_time & _later(columns.words & _THEN != 0))
    )
    return np.asarray((columns.marks & SEMICOLON != 0) | (columns.is_outside & (is_break | _charges(columns))))


def _charges(columns: _Columns) -> _Truth:
    """Before the outlet's own word for what was said: it had won, a claim that its rivals dismissed."""
    words = columns.words
    return np.asarray((columns.marks & (COMMA | DASH) != 0) & (words & _ARTICLE != 0) & _later(words & _CHARGE != 0))


def _phrase_ends(columns: _Columns, adverbials: _Places, clause: _Places) -> _Truth:
    """Before a subject behind a comma, too, before "during", and before the last that tells where it was said."""
    marks, words = columns.marks, columns.words
    is_break = (words & _LOOSE_BREAK != 0) | (marks & DASH != 0)
    is_break |= (marks & COMMA != 0) & (words & (_PHRASE_BREAK | _SUBJECT) != 0)
    talks = np.flatnonzero(words & _TALK_LEAD != 0)
    end = adverbials[talks]
    # ... "a farce" in a letter to the board
    is_last = (np.append(marks, 0)[end] & (COMMA | SEMICOLON | DASH) != 0) | columns.is_edge[talks]
    is_break[talks] |= (end > talks) & (is_last | (end >= columns.last(talks)))
    # a headline tells what came before: vows reform after riots
    is_break |= (columns.words & _PRECEDING != 0) & columns.is_headline
    # as the town fell
    leads = np.flatnonzero(words & _WHILE != 0)
    is_break[leads] |= clause[leads + 1] < np.minimum(columns.last(leads), leads + _CLAUSE)
    # a day after
    is_time = columns.bits & c.TIME != 0
    is_break |= (marks & COMMA != 0) & (words & _ARTICLE != 0) & _later(is_time & _later(words & _THEN != 0))
    is_break |= _charges(columns)
    return np.asarray((marks & SEMICOLON != 0) | (columns.is_outside & is_break))


def _later(column: _Truth) -> _Truth:
    """The same column, one token earlier: what is true of the next token."""
    moved = np.zeros_like(column)
    moved[:-1] = column[1:]
    return moved
