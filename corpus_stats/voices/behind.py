"""Where reading back from a token stops, told for many tokens at once.

Places are token positions in order, -1 before the first of them, so that the last place at or before a token is one
search. Nothing is hidden here: who asks makes sure that no quotation or bracket stands between (`Behind.veils`).
"""

from __future__ import annotations

from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from ..grammar import classes as c
from ..grammar.bits import by_bytes
from ..grammar.marks import CLOSE_BRACKET, COMMA, OPEN_BRACKET, QUOTE, SEMICOLON, STOP
from ..grammar.reporting import reporting_forms
from .clauses import JOINTS, OBJECTS, OF_WORDS, PAPERS, PERSONAL, SUBJECTS, Reader
from .flags import BREAK, HARD
from .nouns import CLAUSE_NOUNS
from .subjects import spoken
from .words import (
    ALONE,
    APPOSED,
    ARRIVALS,
    ASIDES,
    BE,
    CHARGED,
    CONTROL,
    HEADLESS,
    LEADS,
    LINKS,
    OPENERS,
    OWNERS,
    PERIODS,
    PLACES,
    PLAIN,
    POINTERS,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
)

__all__ = ["Behind", "Places", "Truth", "last_at", "next_at"]

Places = NDArray[np.int64]
Truth = NDArray[np.bool_]

_LISTS: dict[str, frozenset[str]] = {
    "alone": ALONE,
    "and": frozenset(["and", "but"]),
    "arrival": ARRIVALS,
    "as": frozenset(["as"]),
    "bare relative": frozenset(["which", "whom"]),
    "be": BE,
    "by": frozenset(["by"]),
    "charged": CHARGED,
    "clause noun": CLAUSE_NOUNS,
    "control": CONTROL,
    "headless": HEADLESS,
    "joint": JOINTS,
    "lead": LEADS,
    "link": LINKS,
    "nominative": PERSONAL,
    "of": frozenset(["of"]),
    "object": OBJECTS,
    "opener": OPENERS,
    "own": frozenset(["own"]),
    "owner": OWNERS,
    "paper": PAPERS,
    "per": frozenset(["per"]),
    "period": PERIODS,
    "place": PLACES,
    "plain": PLAIN,
    "pointer": POINTERS,
    "preposition": PREPOSITIONS,
    "quantifier": QUANTIFIERS,
    "relative": RELATIVES,
    "relative aside": APPOSED,
    "aside": ASIDES,
    "who": frozenset(["who"]),
    "reporting": frozenset(reporting_forms()),
    "s": frozenset(["'s"]),
    "spoken": spoken(),
    "plain subject": SUBJECTS,
    "subject": SUBJECTS | {"which"},
    "that": frozenset(["that"]),
    "tie": OF_WORDS,
    "to": frozenset(["to"]),
    "which": frozenset(["which"]),
}
_NUMBERS = {name: i for i, name in enumerate(_LISTS)}


@cache
def _listed() -> list[tuple[str, int]]:
    """Listed words, in small letters and in capitals, and their bits."""
    found: dict[str, int] = {}
    for name, words in _LISTS.items():
        for word in words:
            for form in {word, word.upper()}:
                found[form] = found.get(form, 0) | 1 << _NUMBERS[name]
    return sorted(found.items())


def last_at(places: Places, at: Places) -> Places:
    """Last of some places at or before each of other ones."""
    return places[places.searchsorted(at, side="right") - 1]


def next_at(places: Places, at: Places, limit: Places) -> Places:
    """First of some places at or behind each of other ones; `limit` where that is further."""
    k = places.searchsorted(at, side="left")
    return np.where(k < len(places), np.minimum(places[np.minimum(k, len(places) - 1)], limit), limit)


def _places(column: Truth) -> Places:
    return np.concatenate([np.array([-1]), np.flatnonzero(column)])


class Behind:
    """Columns with one entry a token, and places, of a corpus.

    Attributes
    ----------
    bits, marks, capitals : arrays, as in `Grammar`
    nominal, plain, is_finite, parted : bool arrays
        See `Flags`; `parted` is `Flags.breaks`.
    """

    def __init__(self, reader: Reader) -> None:
        reading, known = reader.grammar, reader.flags
        self.reader, self.tokens = reader, reading.tokens
        self.bits, self.marks, self.capitals = reading.classes, reading.marks, reading.is_capital
        single = np.zeros(len(reading.lower), dtype=np.uint64)
        for word, bits in _listed():
            number = reading.tokens.id_of(word)
            if number is not None:
                single[number] |= np.uint64(bits)
        self._listed = [column[reading.tokens.type_ids] for column in by_bytes(single)[: -(-len(_LISTS) // 8)]]
        self.nominal = np.frombuffer(known.nominal, dtype=bool)
        self.plain = np.frombuffer(known.plain, dtype=bool)
        self.is_finite = np.frombuffer(known.finite, dtype=bool)
        self.parted = np.frombuffer(known.breaks, dtype=bool)

    def sentences(self, at: Places) -> tuple[Places, Places]:
        """First tokens of the sentences of some tokens, and of the sentences behind."""
        numbers = self.reader.grammar.sentences[at]
        return self.tokens.sentence_bounds[numbers], self.tokens.sentence_bounds[numbers + 1]

    def word(self, at: Places, name: str) -> Truth:
        """Whether the tokens at some positions are words of a list; -1 is none."""
        i = _NUMBERS[name]
        return np.asarray(self._listed[i >> 3][np.maximum(at, 0)] & np.uint8(1 << (i & 7)) != 0)

    def has(self, at: Places, classes: int) -> Truth:
        """Whether the tokens at some positions have one of some word classes."""
        return np.asarray(self.bits[at] & np.uint32(classes) != 0)

    def marked(self, at: Places, marks: int) -> Truth:
        """Whether one of some marks stands before the tokens at some positions."""
        return np.asarray(self.marks[at] & np.uint16(marks) != 0)

    def _of(self, name: str) -> Truth:
        i = _NUMBERS[name]
        return np.asarray(self._listed[i >> 3] & np.uint8(1 << (i & 7)) != 0)

    def _any(self, classes: int) -> Truth:
        return self.reader.grammar.has(classes)

    @cached_property
    def veils(self) -> Places:
        """Tokens at whose start a quotation begins or ends, or before which a bracket stands."""
        column = self.marks & np.uint16(OPEN_BRACKET | CLOSE_BRACKET) != 0
        column[self.reader.changes] = True
        return _places(column)

    @cached_property
    def changes(self) -> Places:
        """Tokens that stand in another quotation than the one before."""
        return np.array([-1, *self.reader.changes], dtype=np.int64)

    @cached_property
    def finite(self) -> Places:
        """Finite verbs."""
        return _places(self.is_finite)

    @cached_property
    def reporting(self) -> Places:
        """Finite verbs that report."""
        return _places(self.is_finite & self._of("reporting"))

    @cached_property
    def governors(self) -> Places:
        """Verbs that an infinitive may depend on."""
        column = self.is_finite | (self._any(c.VERB_ING) & self._of("control"))
        return _places(column)

    @cached_property
    def hard(self) -> Places:
        """Tokens before which a colon, a semicolon or a line break stands."""
        return _places(self.marks & np.uint16(HARD) != 0)

    @cached_property
    def breaks(self) -> Places:
        """Tokens before which a comma or a dash stands, that of a date left out."""
        return _places(self.parted)

    @cached_property
    def commas(self) -> Places:
        """Tokens before which a comma stands."""
        return _places(self.marks & np.uint16(COMMA) != 0)

    @cached_property
    def clause_ends(self) -> Places:
        """Tokens before which a semicolon stands, or an "and" or a "but" behind a comma."""
        return _places((self.marks & np.uint16(SEMICOLON) != 0) | (self.parted & self._of("and")))

    @cached_property
    def verb_groups(self) -> Places:
        """Tokens that begin a verb group, or stand in none."""
        return _places(np.frombuffer(self.reader.flags.grouped, dtype=np.uint8) == 0)

    @cached_property
    def verb_words(self) -> Places:
        """Tokens that are no mere adverb or negation."""
        return _places(~self._any(c.ADVERB | c.NEGATION) | self._any(c.AUXILIARY | c.COPULA))

    @cached_property
    def joints(self) -> Places:
        """Words after which another clause may begin."""
        return _places(self._opening())

    @cached_property
    def openers(self) -> Places:
        """The same, where no verb stands before."""
        return _places(self._of("opener"))

    @cached_property
    def any_joints(self) -> Places:
        """The same as `joints`, and conjunctions."""
        return _places(self._opening() | self._any(c.CONJUNCTION))

    def _opening(self) -> Truth:
        column = self._of("bare relative")
        column[1:] &= self._any(c.PREPOSITION)[:-1]
        column[:1] = False
        return self._of("joint") | column

    @cached_property
    def stretch_ends(self) -> Places:
        """Tokens that no run of plain words goes beyond, to the left."""
        return _places(~self.plain | (self.marks != 0))

    @cached_property
    def owner_ends(self) -> Places:
        """Tokens before which no adjective or number stands that belongs to them."""
        is_modifier = self._any(c.ADJECTIVE | c.NUMBER) | self._of("own")
        column = self.marks != 0
        column[1:] |= ~is_modifier[:-1]
        column[:1] = True
        return _places(column)

    @cached_property
    def unmodified(self) -> Places:
        """Tokens that are no adjectives or numbers."""
        return _places(~self._any(c.ADJECTIVE | c.NUMBER))

    @cached_property
    def timeless(self) -> Places:
        """Tokens that are no words of time or numbers."""
        return _places(~self._any(c.TIME | c.NUMBER))

    @cached_property
    def bodies(self) -> Places:
        """Tokens that do not merely lead a noun group in."""
        leads = self._any(c.ADVERB) & ~self._any(c.DETERMINER | c.PRONOUN | c.NUMBER | c.ADJECTIVE)
        return _places(~(leads | self._any(c.CONJUNCTION) | self._of("lead")))

    @cached_property
    def beings(self) -> Places:
        """Forms of *be*."""
        return _places(self._of("be"))

    @cached_property
    def group_ends(self) -> Places:
        """Tokens at which a noun group may end, which begins before them."""
        is_small = ~self.capitals
        column = self.marks & np.uint16(BREAK | HARD | QUOTE) != 0
        column |= (self.marks & np.uint16(STOP | OPEN_BRACKET | CLOSE_BRACKET) == STOP) & is_small
        column |= ~self.nominal | self._of("link") | self._any(c.NUMBER)
        column |= self._any(c.PREPOSITION | c.SUBORDINATOR | c.RELATIVE) & is_small
        column |= self._any(c.TIME) & ~self._any(c.ADVERB) & self.capitals
        return _places(column)

    @cached_property
    def stretches(self) -> Places:
        """Tokens before which a comma, a dash, a colon or any other mark stands that ends a stretch."""
        return _places(self.marks & np.uint16(BREAK | HARD | QUOTE) != 0)

    @cached_property
    def relatives(self) -> Places:
        """Relative pronouns."""
        return _places(self._of("relative"))

    @cached_property
    def name_tails(self) -> Places:
        """Prepositions of place or time behind a capital."""
        column = self._of("place")
        column[1:] &= self.capitals[:-1]
        column[:1] = False
        return _places(column)
