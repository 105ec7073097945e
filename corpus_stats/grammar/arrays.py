"""`Grammar`: word classes, punctuation and capitals of every token, and the noun group around a word.

No parser and no model: what shallow reading of news needs, as flat arrays beside `Tokens`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..tokens import Tokens
from . import classes as c
from .classes import classes_of

__all__ = [
    "APOSTROPHE",
    "CLOSE_BRACKET",
    "COLON",
    "COMMA",
    "DASH",
    "LINE",
    "OPEN_BRACKET",
    "OTHER",
    "OWNED",
    "QUOTE",
    "SEMICOLON",
    "STOP",
    "Grammar",
    "grammar",
    "noun_group",
]

COMMA, STOP, COLON, SEMICOLON, DASH, OPEN_BRACKET, CLOSE_BRACKET, QUOTE, APOSTROPHE, LINE, OTHER, OWNED = (
    1 << i for i in range(12)
)
"""Marks; `OWNED` is the apostrophe of a plural possessor, the mercenaries' retreat."""

_MARKS = {
    COMMA: ",،、，",
    STOP: ".!?…؟。！？",
    COLON: ":：",
    SEMICOLON: ";；؛",
    DASH: "-–—―−\u2010\u2011",
    OPEN_BRACKET: "([{",
    CLOSE_BRACKET: ")]}",
    QUOTE: '"“”„‟«»″',
    APOSTROPHE: "'‘’‚‛`´ʼ",
    LINE: "\n\r\x0b\x0c\x85\u2028\u2029",
    OTHER: "/|*•·=+<>_#@%&~^\\",
}
_SIZE = 0x10000
# What can stand before a head in its noun group.
_CLOSED = (
    c.DETERMINER | c.PREPOSITION | c.CONJUNCTION | c.SUBORDINATOR | c.PRONOUN | c.RELATIVE | c.AUXILIARY | c.COPULA
    | c.NEGATION | c.POSSESSIVE
)  # fmt: skip
_PREMODIFIER = c.ADJECTIVE | c.PARTICIPLE | c.NUMBER | c.DEMONYM | c.TITLE | c.PERSON_NOUN | c.GROUP | c.PLACE


@dataclass(frozen=True, eq=False)
class Grammar:
    """What every token can be, and what stands before it.

    Attributes
    ----------
    tokens : Tokens
    lower : tuple of str
        Lower-case form of every type.
    type_classes : uint32 array of shape (n_types,)
        Bits of `grammar.classes`, by type.
    classes : uint32 array of shape (n_tokens,)
        The same, by token.
    marks : uint16 array of shape (n_tokens,)
        Punctuation between the token before and this one, in the same document; bits of this module.
    is_capital : bool array of shape (n_tokens,)
        Whether the token begins with a capital in the text.
    sentences : int32 array of shape (n_tokens,)
        Position of the token's sentence.
    is_joined : bool array of shape (n_tokens,)
        Whether nothing but white space and quotation marks parts the token from the one before, in one sentence.
    """

    tokens: Tokens
    lower: tuple[str, ...]
    type_classes: NDArray[np.uint32]
    classes: NDArray[np.uint32]
    marks: NDArray[np.uint16]
    is_capital: NDArray[np.bool_]
    sentences: NDArray[np.int32]
    is_joined: NDArray[np.bool_]

    @cached_property
    def class_list(self) -> list[int]:
        """`classes` as a list: reading single entries is several times faster."""
        listed: list[int] = self.classes.tolist()
        return listed

    @cached_property
    def mark_list(self) -> list[int]:
        """`marks` as a list."""
        listed: list[int] = self.marks.tolist()
        return listed

    @cached_property
    def capital_list(self) -> list[bool]:
        """`is_capital` as a list."""
        listed: list[bool] = self.is_capital.tolist()
        return listed

    @cached_property
    def joined_list(self) -> list[bool]:
        """`is_joined` as a list."""
        listed: list[bool] = self.is_joined.tolist()
        return listed

    @cached_property
    def sentence_list(self) -> list[int]:
        """`sentences` as a list."""
        listed: list[int] = self.sentences.tolist()
        return listed

    @cached_property
    def type_list(self) -> list[int]:
        """``tokens.type_ids`` as a list."""
        listed: list[int] = self.tokens.type_ids.tolist()
        return listed

    def word(self, position: int) -> str:
        """Lower-case form of the token at a position."""
        return self.lower[self.type_list[position]]


def grammar(tokens: Tokens) -> Grammar:
    """Grammar of a corpus, English; the same object for the same tokens.

    Says what a word can be, not what it is: *general* is a role, a title and an adjective wherever it stands.
    """
    return tokens.once(_grammar)


def noun_group(reading: Grammar, position: int) -> tuple[int, int]:
    """Token positions, half-open, of the noun group that the token at `position` is part of, without its determiner.

    Modifiers and nouns before it, and the nouns that follow it at once; never across punctuation or a sentence.
    """
    classes, joined = reading.class_list, reading.joined_list
    first, last = position, position + 1
    while first > 0 and joined[first] and _is_before_head(reading, first - 1):
        first -= 1
        if classes[first] & (c.VERB | c.PARTICIPLE) and _is_verb_of_clause(reading, first):
            first += 1
            break
    while last < len(classes) and joined[last] and _is_noun(reading, last):
        last += 1
    # An adverb modifies an adjective; at the edge of the group it belongs to the verb.
    while first < position and classes[first] & c.ADVERB and not classes[first] & c.ADJECTIVE:
        if classes[first + 1] & (c.ADJECTIVE | c.PARTICIPLE):
            break
        first += 1
    return first, last


def _is_before_head(reading: Grammar, position: int) -> bool:
    bits = reading.class_list[position]
    if bits & _CLOSED and not bits & (c.ADJECTIVE | c.NUMBER | c.PERSON_NOUN | c.TITLE):
        return False
    if bits & (c.DETERMINER | c.AUXILIARY | c.PREPOSITION | c.CONJUNCTION | c.PRONOUN):
        return bool(bits & c.NUMBER)
    if bits & (c.VERB | c.VERB_ING) and not bits & _PREMODIFIER:
        # A capital inside a sentence is part of a name: House, Post, March.
        return reading.capital_list[position] and reading.joined_list[position]
    return True


def _is_verb_of_clause(reading: Grammar, position: int) -> bool:
    """Whether a form like *recruited* is the verb (they have recruited men, Russia recruited men), no modifier."""
    classes, joined = reading.class_list, reading.joined_list
    bits = classes[position]
    if reading.capital_list[position] or bits & (c.ADJECTIVE | c.PERSON_NOUN | c.GROUP | c.TITLE):
        return False
    if classes[position + 1] & (c.NUMBER | c.DETERMINER):
        return True
    before = position - 1
    while before >= 0 and joined[before + 1] and classes[before] & c.ADVERB and not classes[before] & _CLOSED:
        before -= 1
    if before < 0 or not joined[before + 1]:
        return False
    is_open = classes[before] & (c.AUXILIARY | c.PRONOUN | c.RELATIVE) and not classes[before] & c.DETERMINER
    is_subject = not classes[before] & (_CLOSED | c.ADJECTIVE | c.NUMBER | c.PARTICIPLE)
    return bool(is_open or is_subject)


def _is_noun(reading: Grammar, position: int) -> bool:
    bits = reading.class_list[position]
    verbal = c.VERB | c.VERB_ING | c.PARTICIPLE | c.ADVERB | c.ADJECTIVE
    if bits & _CLOSED or bits & verbal:
        return reading.capital_list[position] and not bits & _CLOSED and not bits & c.ADVERB
    return not bits & c.TIME


def _grammar(tokens: Tokens) -> Grammar:
    lower = tuple(word.lower() for word in tokens.vocabulary)
    type_classes = classes_of(tokens.vocabulary)
    n_sentences = len(tokens.sentence_bounds) - 1
    sentences = np.repeat(np.arange(n_sentences, dtype=np.int32), np.diff(tokens.sentence_bounds))
    marks, is_capital = _marks_and_capitals(tokens)
    is_joined = marks & ~np.uint16(QUOTE | APOSTROPHE) == 0
    is_joined[tokens.sentence_bounds[:-1]] = False
    classes = type_classes[tokens.type_ids] if len(tokens) else np.zeros(0, dtype=np.uint32)
    return Grammar(tokens, lower, type_classes, classes, marks, is_capital, sentences, is_joined)


def _marks_and_capitals(tokens: Tokens) -> tuple[NDArray[np.uint16], NDArray[np.bool_]]:
    marks = np.zeros(len(tokens), dtype=np.uint16)
    is_capital = np.zeros(len(tokens), dtype=bool)
    flags, capitals = _tables()
    for i, document in enumerate(tokens.corpus.documents):
        left, right = int(tokens.bounds[i]), int(tokens.bounds[i + 1])
        if left == right:
            continue
        codes = np.frombuffer(document.text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
        codes = np.where(codes < _SIZE, codes, 0).astype(np.int64)
        starts, ends = tokens.starts[left:right], tokens.ends[left:right]
        is_capital[left:right] = capitals[codes[starts]]
        found = flags[codes]
        places = np.flatnonzero(found)
        # the token after each mark; a mark inside a token or after the last one parts nothing
        after = np.searchsorted(starts, places, side="right")
        between = (after < len(starts)) & (places >= ends[np.maximum(after - 1, 0)]) | (after == 0)
        np.bitwise_or.at(marks, left + after[between], found[places[between]])
        _add_possessors(marks[left:right], codes, starts, ends)
    return marks, is_capital


def _add_possessors(
    marks: NDArray[np.uint16], codes: NDArray[np.int64], starts: NDArray[np.int32], ends: NDArray[np.int32]
) -> None:
    """Turn an apostrophe that closes a plural and is followed by a word into `OWNED`, in place."""
    before, after = ends[:-1], starts[1:]
    is_alone = (after == before + 2) & (codes[before - 1] == ord("s"))
    is_apostrophe = np.isin(codes[np.minimum(before, len(codes) - 1)], (ord("'"), ord("\u2019")))
    owned = 1 + np.flatnonzero(is_alone & is_apostrophe & (marks[1:] == APOSTROPHE))
    marks[owned] = OWNED


def _tables() -> tuple[NDArray[np.uint16], NDArray[np.bool_]]:
    if not _TABLES:
        flags = np.zeros(_SIZE, dtype=np.uint16)
        for flag, characters in _MARKS.items():
            flags[[ord(character) for character in characters]] = flag
        _TABLES.append((flags, np.array([chr(code).isupper() for code in range(_SIZE)], dtype=bool)))
    return _TABLES[0]


_TABLES: list[tuple[NDArray[np.uint16], NDArray[np.bool_]]] = []
