"""What the rules ask of single tokens, answered for all tokens of a corpus at once: finite verbs, nouns, edges."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, grammar
from ..grammar import classes as c
from ..grammar.marks import CLOSE_BRACKET, COLON, COMMA, DASH, LINE, OPEN_BRACKET, QUOTE, SEMICOLON
from ..tokens import Tokens
from .listed import codes_by_type

__all__ = ["BREAK", "HARD", "VERBAL", "Flags", "earlier", "flags"]

_Bits = NDArray[np.uint32]
_Truth = NDArray[np.bool_]

BREAK = COMMA | DASH
HARD = COLON | SEMICOLON | LINE
_EDGE = BREAK | HARD | QUOTE
_CLOSED = c.PREPOSITION | c.CONJUNCTION | c.AUXILIARY | c.COPULA | c.NEGATION | c.SUBORDINATOR
_BEFORE_NOUNS = c.DETERMINER | c.PREPOSITION | c.OWNER | c.ADJECTIVE | c.NUMBER
_NOUN_LIKE = c.PERSON_NOUN | c.TITLE | c.GROUP | c.ORGANISATION_NOUN | c.DEMONYM
_NOT_PLAIN = _CLOSED | c.OWNER | c.PRONOUN | c.RELATIVE | c.DETERMINER | c.ADVERB | c.TIME | c.NUMBER | c.VERB_ING
# Words that are told apart by themselves.
_S, _TO, _ONE, _POINTER, _BY, _OF, _BEING, _HOST, _ARTICLE, _LINK, _DIGITS, _YEAR, _STATE, _ONCE, _VERBAL, _TALKS = (
    1 << i for i in range(16)
)
_WORDS: dict[str, int] = {"'s": _S, "to": _TO, "one": _ONE, "by": _BY, "of": _OF | _LINK, "for": _LINK, "from": _LINK}
_WORDS["state"], _WORDS["talks"] = _STATE, _TALKS
for _word in ("the", "a", "an"):
    _WORDS[_word] = _ARTICLE if _word == "the" else _ARTICLE | _ONCE
# Behind a noun these are read as verbs: a man who police say was armed.
VERBAL = frozenset("say says believe believes think thinks insist insists allege alleges argue argues contend".split())
for _word in VERBAL:
    _WORDS[_word] = _VERBAL
for _word in ("that", "which", "who"):
    _WORDS[_word] = _POINTER
for _word in ("be", "been", "being", "having"):
    _WORDS[_word] = _BEING
for _word in "it he she that who there what here where how".split():
    _WORDS[_word] = _WORDS.get(_word, 0) | _HOST


@dataclass(frozen=True, eq=False)
class Flags:
    """Answers by token, as lists; those of yes and no as bytes, 1 and 0, which the garbage collector does not walk.

    Attributes
    ----------
    words : list of str, lower case
    finite : bytes
        Whether the token is read as a finite verb or an auxiliary.
    finites : list of int
        Positions of those.
    nominal : bytes
        Whether the token can be part of a noun group.
    plain : bytes
        Whether the token stands in a noun group and can be nothing else, and neither opens nor ends it by itself.
    infinitives : frozenset of int
        Tokens that are nominal only where "to" before them is not seen.
    breaks : bytes
        Whether a comma or a dash stands before the token, that of a date (May 4, 2019) left out.
    break_places : list of int
        Tokens before which any comma or dash stands.
    hard_places : list of int
        Tokens before which a colon, a semicolon or a line break stands.
    grouped : bytes
        Whether the token before belongs to the verb group of this one.
    contracted : frozenset of int
        Tokens 's that are short for *is* or *has*.
    brackets : list of int
        Tokens before which a bracket stands.
    bracketed : frozenset of int
        Sentences in which a bracket is closed.
    singular : bytes
        Whether "a" and a name lead the token in, so that it is no verb of many: a United Nations *report*.
    """

    words: list[str]
    finite: bytes
    finites: list[int]
    nominal: bytes
    plain: bytes
    infinitives: frozenset[int]
    breaks: bytes
    break_places: list[int]
    hard_places: list[int]
    grouped: bytes
    contracted: frozenset[int]
    brackets: list[int]
    bracketed: frozenset[int]
    singular: bytes


def flags(tokens: Tokens) -> Flags:
    """Flags of a corpus; the same object for the same tokens."""
    return tokens.once(_flags)


@dataclass(frozen=True, eq=False)
class _Columns:
    """Classes, marks, capitals and single words of every token, and where sentences begin and end."""

    bits: _Bits
    marks: NDArray[np.uint16]
    capitals: _Truth
    words: NDArray[np.uint16]
    is_first: _Truth
    is_last: _Truth

    @classmethod
    def of(cls, reading: Grammar) -> _Columns:
        single = codes_by_type(reading, _WORDS)
        for i in [i for i, word in enumerate(reading.lower) if word.isdigit()]:
            single[i] = _YEAR | _DIGITS if len(reading.lower[i]) == 4 else _DIGITS
        bounds, size = reading.tokens.sentence_bounds, len(reading.tokens)
        is_first, is_last = np.zeros(size, dtype=bool), np.zeros(size, dtype=bool)
        is_first[bounds[:-1]] = True
        is_last[bounds[1:] - 1] = True
        words = single.astype(np.uint16)[reading.tokens.type_ids]
        return cls(reading.classes, reading.marks, reading.is_capital, words, is_first, is_last)

    def at(self, places: NDArray[np.int64]) -> _Columns:
        """Columns of some tokens."""
        is_first, is_last = self.is_first[places], self.is_last[places]
        marks, capitals = self.marks[places], self.capitals[places]
        return _Columns(self.bits[places], marks, capitals, self.words[places], is_first, is_last)

    @cached_property
    def is_contracted(self) -> _Truth:
        """Whether the token is a 's that is short for *is* or *has*."""
        found = np.zeros(len(self.bits), dtype=bool)
        places = np.flatnonzero(self.words & _S)
        here, before = self.at(places), self.at(places - 1)
        after = self.at(np.minimum(places + 1, len(found) - 1))
        is_hosted = ~here.is_first & (before.words & _HOST != 0)
        is_progressive = ~here.is_last & (after.bits & c.VERB_ING != 0) & ~after.capitals
        found[places] = is_hosted | is_progressive
        return found


def _flags(tokens: Tokens) -> Flags:
    reading = grammar(tokens)
    columns = _Columns.of(reading)
    is_singular = _singular(columns)
    is_finite = _finite(columns, is_singular)
    is_infinitive, is_nominal = _nominal(columns, is_finite)
    is_bracket = columns.marks & np.uint16(OPEN_BRACKET | CLOSE_BRACKET) != 0
    is_closed = columns.marks & np.uint16(CLOSE_BRACKET) != 0
    return Flags(
        words=reading.words,
        finite=is_finite.tobytes(),
        finites=np.flatnonzero(is_finite).tolist(),
        nominal=is_nominal.tobytes(),
        plain=_plain(columns, is_nominal).tobytes(),
        infinitives=frozenset(np.flatnonzero(is_infinitive).tolist()),
        breaks=_breaks(columns).tobytes(),
        break_places=np.flatnonzero(columns.marks & BREAK).tolist(),
        hard_places=np.flatnonzero(columns.marks & HARD).tolist(),
        grouped=_grouped(columns).tobytes(),
        contracted=frozenset(np.flatnonzero(columns.is_contracted).tolist()),
        brackets=np.flatnonzero(is_bracket).tolist(),
        bracketed=frozenset(reading.sentences[is_closed].tolist()),
        singular=is_singular.tobytes(),
    )


def earlier(column: _Truth) -> _Truth:
    """The same column, one token later: what is true of the token before."""
    moved = np.zeros_like(column)
    moved[1:] = column[:-1]
    return moved


def _breaks(columns: _Columns) -> _Truth:
    is_date = (columns.words & _YEAR != 0) & earlier(columns.words & _DIGITS != 0)
    return np.asarray((columns.marks & BREAK != 0) & ~is_date)


def _grouped(columns: _Columns) -> _Truth:
    bits = columns.bits
    is_part = (bits & (c.AUXILIARY | c.COPULA | c.NEGATION | c.ADVERB) != 0) & (
        bits & (c.RELATIVE | c.PRONOUN | c.PERSON_NOUN) == 0
    )
    is_part &= ~(columns.capitals & (bits & c.TIME != 0))
    is_part = np.where(columns.words & _S != 0, columns.is_contracted, is_part)
    return np.asarray(earlier(is_part) & (columns.marks & _EDGE == 0))


def _nominal(columns: _Columns, is_finite: _Truth) -> tuple[_Truth, _Truth]:
    """Which tokens are nominal but for the "to" before them, and which are nominal."""
    bits, is_s = columns.bits, columns.words & _S != 0
    is_name = (bits & c.PRONOUN != 0) | (columns.capitals & (bits & (_CLOSED | c.ADVERB) == 0))
    is_closed = (bits & (_CLOSED | c.RELATIVE) != 0) & (bits & (c.PERSON_NOUN | c.TITLE) == 0)
    is_closed |= (bits & c.ADVERB != 0) & (bits & (c.DETERMINER | c.ADJECTIVE | c.NUMBER) == 0)
    is_infinitive = (bits & c.VERB_BASE != 0) & (columns.marks == 0) & earlier(columns.words & _TO != 0)
    is_infinitive &= ~is_s & ~is_name & ~is_closed
    plain = ~is_finite & (is_name | ~(is_closed | is_infinitive))
    return is_infinitive & ~is_finite, np.where(is_s, ~columns.is_contracted, plain)


def _plain(columns: _Columns, is_nominal: _Truth) -> _Truth:
    is_closed = columns.bits & _NOT_PLAIN != 0
    is_inside = columns.words & (_ARTICLE | _LINK) != 0
    return np.asarray(is_inside | (is_nominal & (~is_closed | (columns.words & _S != 0))))


def _finite(columns: _Columns, is_singular: _Truth) -> _Truth:
    """Which tokens are read as finite verbs or auxiliaries."""
    bits = columns.bits
    is_s = columns.words & _S != 0
    is_auxiliary = (bits & c.AUXILIARY != 0) | ((bits & c.COPULA != 0) & (bits & c.VERB_ING == 0))
    found = is_auxiliary & (columns.words & _BEING == 0) & ~(columns.capitals & (bits & c.TIME != 0))
    # A sentence that begins with such a form begins with a participle or a noun; a capital inside it is a name's.
    may_be = (bits & c.VERB != 0) & ~is_auxiliary & ~columns.is_first & ~columns.capitals & ~is_s
    places = np.flatnonzero(may_be)
    here, before = columns.at(places), columns.at(places - 1)
    after = columns.at(np.minimum(places + 1, len(bits) - 1))
    is_noun = (here.marks == 0) & _is_noun_after(here, before, columns.is_contracted[places - 1])
    is_noun |= ~here.is_last & (after.marks == 0) & _is_noun_before(here, after)
    found[places] = ~is_noun
    is_plural = (bits & (c.VERB_BASE | c.PARTICIPLE) == c.VERB_BASE) & ~is_auxiliary
    found &= ~(is_plural & is_singular)
    return np.where(is_s, columns.is_contracted, found)


def _singular(columns: _Columns) -> _Truth:
    """Which tokens "a" and a name lead in at once."""
    is_name = columns.capitals & (columns.marks == 0) & (columns.words & _ONCE == 0) & (columns.bits & c.NUMBER == 0)
    edges = np.maximum.accumulate(np.where(is_name, 0, np.arange(len(is_name))))
    is_led = is_name & (columns.words[edges] & _ONCE != 0)
    return np.asarray(earlier(is_led) & (columns.marks == 0) & ~columns.capitals)


def _is_noun_after(own: _Columns, before: _Columns, is_contracted: _Truth) -> _Truth:
    """Whether the word before a form like *claims* makes it a noun, or an infinitive."""
    bits, words = before.bits, before.words
    is_base, is_participle = own.bits & c.VERB_BASE != 0, own.bits & c.PARTICIPLE != 0
    is_other = bits & (c.PLURAL | c.PRONOUN | c.ADVERB | c.CONJUNCTION) == 0
    found = np.select(
        [
            words & _TO != 0,
            words & _S != 0,
            words & (_ONE | _POINTER) != 0,
            # *Smith host*: a singular name has no such verb.
            bits & c.OWNER != 0,
            is_base & ~is_participle & before.capitals,
            is_base & (own.bits & (_NOUN_LIKE | c.ADJECTIVE | c.NUMBER) != 0),
            bits & c.VERB_ING != 0,
        ],
        [
            np.ones(len(bits), dtype=bool),
            ~is_contracted,
            (words & _ONE != 0) & is_base,
            np.ones(len(bits), dtype=bool),
            is_other & (bits & c.TIME == 0),
            is_other,
            ~is_participle,
        ],
        (bits & _BEFORE_NOUNS != 0) & (bits & (c.PRONOUN | c.PERSON_NOUN | c.PLURAL | c.TIME | c.ADVERB) == 0),
    )
    # contract talks; not the minister talks
    found |= (
        (own.words & _TALKS != 0) & ~before.capitals & (bits & (_NOUN_LIKE | c.PRONOUN | c.ADVERB | c.RELATIVE) == 0)
    )
    return np.asarray(found, dtype=bool)


def _is_noun_before(own: _Columns, after: _Columns) -> _Truth:
    """Whether the word after a form like *claims* makes it a noun, or a participle."""
    bits, words = after.bits, after.words
    is_verb = (bits & c.VERB != 0) & (bits & (_NOUN_LIKE | c.ADJECTIVE | c.PLURAL | c.PREPOSITION) == 0)
    is_verb &= own.bits & c.VERB_BASE == 0
    open_ended = (
        (own.bits & c.PARTICIPLE == 0) & (own.words & _VERBAL == 0) & ((bits & (c.AUXILIARY | c.COPULA) != 0) | is_verb)
    )
    is_noun = (words & (_S | _BY) != 0) | ((words & _OF != 0) & (own.bits & _NOUN_LIKE != 0))
    # state media, state television
    is_noun |= (own.words & _STATE != 0) & (
        bits & (c.DETERMINER | c.PRONOUN | c.PREPOSITION | c.SUBORDINATOR | c.RELATIVE) == 0
    )
    return np.asarray(is_noun | ((own.bits & c.NUMBER != 0) & (bits & c.TIME != 0)) | open_ended)
