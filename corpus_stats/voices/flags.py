"""What the rules ask of single tokens, answered for all tokens of a corpus at once: finite verbs, nouns, edges."""

from __future__ import annotations

from bisect import bisect_left
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
# Classes and single words of some tokens.
_Word = tuple[_Bits, NDArray[np.uint16]]

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
        for i in _digits(reading.tokens):
            single[i] = _YEAR | _DIGITS if len(reading.lower[i]) == 4 else _DIGITS
        bounds, size = reading.tokens.sentence_bounds, len(reading.tokens)
        is_first, is_last = np.zeros(size, dtype=bool), np.zeros(size, dtype=bool)
        is_first[bounds[:-1]] = True
        is_last[bounds[1:] - 1] = True
        words = single.astype(np.uint16).take(reading.tokens.type_ids) if size else single.astype(np.uint16)
        return cls(reading.classes, reading.marks, reading.is_capital, words, is_first, is_last)

    @cached_property
    def is_contracted(self) -> _Truth:
        """Whether the token is a 's that is short for *is* or *has*."""
        found = np.zeros(len(self.bits), dtype=bool)
        places = np.flatnonzero(self.words & _S != 0)
        after = np.minimum(places + 1, len(found) - 1)
        is_hosted = ~self.is_first[places] & (self.words[places - 1] & _HOST != 0)
        is_progressive = ~self.is_last[places] & (self.bits[after] & c.VERB_ING != 0) & ~self.capitals[after]
        found[places] = is_hosted | is_progressive
        return found


def _digits(tokens: Tokens) -> list[int]:
    """Types of nothing but digits: the vocabulary is sorted, so that few have to be looked at."""
    words = tokens.vocabulary
    parts = range(bisect_left(words, "0"), bisect_left(words, ":")), range(bisect_left(words, "\x80"), len(words))
    return [i for part in parts for i in part if words[i].isdigit()]


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
        break_places=np.flatnonzero(columns.marks & BREAK != 0).tolist(),
        hard_places=np.flatnonzero(columns.marks & HARD != 0).tolist(),
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
    is_part &= columns.words & _S == 0
    return np.asarray(earlier(is_part | columns.is_contracted) & (columns.marks & _EDGE == 0))


def _nominal(columns: _Columns, is_finite: _Truth) -> tuple[_Truth, _Truth]:
    """Which tokens are nominal but for the "to" before them, and which are nominal."""
    bits, is_s = columns.bits, columns.words & _S != 0
    is_name = (bits & c.PRONOUN != 0) | (columns.capitals & (bits & (_CLOSED | c.ADVERB) == 0))
    is_closed = (bits & (_CLOSED | c.RELATIVE) != 0) & (bits & (c.PERSON_NOUN | c.TITLE) == 0)
    is_closed |= (bits & c.ADVERB != 0) & (bits & (c.DETERMINER | c.ADJECTIVE | c.NUMBER) == 0)
    is_infinitive = (bits & c.VERB_BASE != 0) & (columns.marks == 0) & earlier(columns.words & _TO != 0)
    is_infinitive &= ~is_s & ~is_name & ~is_closed
    plain = ~is_finite & (is_name | ~(is_closed | is_infinitive))
    return is_infinitive & ~is_finite, (plain | is_s) & ~columns.is_contracted


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
    after = np.minimum(places + 1, len(bits) - 1)
    own = bits[places], columns.words[places]
    is_noun = (columns.marks[places] == 0) & _is_noun_after(own, columns, places - 1)
    is_noun |= ~columns.is_last[places] & (columns.marks[after] == 0) & _is_noun_before(own, columns, after)
    found[places] = ~is_noun
    is_plural = (bits & (c.VERB_BASE | c.PARTICIPLE) == c.VERB_BASE) & ~is_auxiliary
    found &= ~(is_plural & is_singular)
    return np.asarray((found & ~is_s) | columns.is_contracted)


def _singular(columns: _Columns) -> _Truth:
    """Which tokens "a" and a name lead in at once."""
    is_name = columns.capitals & (columns.marks == 0) & (columns.words & _ONCE == 0) & (columns.bits & c.NUMBER == 0)
    # names behind an article, up to the first word that is none
    firsts, others = np.flatnonzero(columns.words & _ONCE != 0) + 1, np.append(np.flatnonzero(~is_name), len(is_name))
    sizes = others[np.searchsorted(others, firsts)] - firsts
    is_led = np.zeros(len(is_name) + 1, dtype=bool)
    is_led[np.repeat(firsts + sizes - np.cumsum(sizes), sizes) + np.arange(int(sizes.sum())) + 1] = True
    return np.asarray(is_led[:-1] & (columns.marks == 0) & ~columns.capitals)


def _is_noun_after(own: _Word, columns: _Columns, before: NDArray[np.int64]) -> _Truth:
    """Whether the word before a form like *claims* makes it a noun, or an infinitive."""
    (own_bits, own_words), bits, words = own, columns.bits[before], columns.words[before]
    is_base, is_participle = own_bits & c.VERB_BASE != 0, own_bits & c.PARTICIPLE != 0
    is_other, is_capital = bits & (c.PLURAL | c.PRONOUN | c.ADVERB | c.CONJUNCTION) == 0, columns.capitals[before]
    always = np.ones(len(bits), dtype=bool)
    rules = (
        (words & _TO != 0, always),
        (words & _S != 0, ~columns.is_contracted[before]),
        (words & (_ONE | _POINTER) != 0, (words & _ONE != 0) & is_base),
        # *Smith host*: a singular name has no such verb.
        (bits & c.OWNER != 0, always),
        (is_base & ~is_participle & is_capital, is_other & (bits & c.TIME == 0)),
        (is_base & (own_bits & (_NOUN_LIKE | c.ADJECTIVE | c.NUMBER) != 0), is_other),
        (bits & c.VERB_ING != 0, ~is_participle),
    )
    found = (bits & _BEFORE_NOUNS != 0) & (bits & (c.PRONOUN | c.PERSON_NOUN | c.PLURAL | c.TIME | c.ADVERB) == 0)
    for holds, answer in reversed(rules):
        found = (holds & answer) | (~holds & found)
    # contract talks; not the minister talks
    found |= (own_words & _TALKS != 0) & ~is_capital & (bits & (_NOUN_LIKE | c.PRONOUN | c.ADVERB | c.RELATIVE) == 0)
    return np.asarray(found, dtype=bool)


def _is_noun_before(own: _Word, columns: _Columns, after: NDArray[np.int64]) -> _Truth:
    """Whether the word after a form like *claims* makes it a noun, or a participle."""
    (own_bits, own_words), bits, words = own, columns.bits[after], columns.words[after]
    is_verb = (bits & c.VERB != 0) & (bits & (_NOUN_LIKE | c.ADJECTIVE | c.PLURAL | c.PREPOSITION) == 0)
    is_verb &= own_bits & c.VERB_BASE == 0
    open_ended = (
        (own_bits & c.PARTICIPLE == 0) & (own_words & _VERBAL == 0) & ((bits & (c.AUXILIARY | c.COPULA) != 0) | is_verb)
    )
    is_noun = (words & (_S | _BY) != 0) | ((words & _OF != 0) & (own_bits & _NOUN_LIKE != 0))
    # state media, state television
    is_noun |= (own_words & _STATE != 0) & (
        bits & (c.DETERMINER | c.PRONOUN | c.PREPOSITION | c.SUBORDINATOR | c.RELATIVE) == 0
    )
    return np.asarray(is_noun | ((own_bits & c.NUMBER != 0) & (bits & c.TIME != 0)) | open_ended)
