"""`Grammar`: word classes, punctuation and capitals of every token.

No parser and no model: what shallow reading of news needs, as flat arrays beside `Tokens`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..tokens import Tokens
from .bits import any_bit, by_bytes
from .classes import classes_of
from .marks import APOSTROPHE, QUOTE, STOP, marks_and_capitals
from .surnames import are_surnames
from .words import ABBREVIATIONS

__all__ = ["Grammar", "grammar", "types_of"]


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
        The same, by token; none of a surname whose word is a small one (see `grammar.surnames`).
    marks : uint16 array of shape (n_tokens,)
        Punctuation between the token before and this one, in the same document; bits of `grammar.marks`.
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
        ids = self.tokens.type_ids
        listed: list[int] = _spread(self.type_classes, ids)
        none = np.flatnonzero(self.classes == 0)
        for i in none[self.type_classes[ids[none]] != 0].tolist():
            listed[i] = 0
        return listed

    @cached_property
    def mark_list(self) -> list[int]:
        """`marks` as a list."""
        listed: list[int] = self.marks.tolist()
        return listed

    @cached_property
    def capital_list(self) -> bytes:
        """`is_capital` as bytes, which are read as fast as a list and are made at once."""
        return self.is_capital.tobytes()

    @cached_property
    def joined_list(self) -> bytes:
        """`is_joined` as bytes, which are read as fast as a list and are made at once."""
        return self.is_joined.tobytes()

    @cached_property
    def is_near(self) -> NDArray[np.bool_]:
        """Whether nothing parts the token from the one before but what `is_joined` allows, or an abbreviation's stop.

        Shape (n_tokens + 1,): nothing is near behind the last token.
        """
        is_short = np.array([word in ABBREVIATIONS for word in self.lower], dtype=bool)
        near = np.append(self.is_joined, False)
        stops = np.flatnonzero(self.marks == STOP)
        stops = stops[(stops > 0) & (self.sentences[stops] == self.sentences[stops - 1])]
        near[stops[is_short[self.tokens.type_ids[stops - 1]]]] = True
        return near

    @cached_property
    def near_list(self) -> bytes:
        """`is_near` as bytes, which are read as fast as a list and are made at once."""
        return self.is_near.tobytes()

    @cached_property
    def sentence_list(self) -> list[int]:
        """`sentences` as a list."""
        return _spread(np.arange(len(self.tokens.sentence_bounds) - 1), self.sentences)

    @cached_property
    def words(self) -> list[str]:
        """Lower-case form of every token."""
        return _spread(np.array(self.lower, dtype=object), self.tokens.type_ids)

    @cached_property
    def _class_bytes(self) -> list[NDArray[np.uint8]]:
        return by_bytes(self.classes)

    def has(self, classes: int) -> NDArray[np.bool_]:
        """Whether each token can be of one of some classes."""
        return any_bit(self._class_bytes, classes)

    def word(self, position: int) -> str:
        """Lower-case form of the token at a position."""
        return self.words[position]


def _spread(values: NDArray[Any], places: NDArray[np.int32]) -> list[Any]:
    """``values[places]`` as a list that holds one object a value: one a place would take three times as long."""
    listed: list[Any] = values.astype(object)[places].tolist()
    return listed


def grammar(tokens: Tokens) -> Grammar:
    """Grammar of a corpus, English; the same object for the same tokens.

    Says what a word can be, not what it is: *general* is a role, a title and an adjective wherever it stands.
    """
    return tokens.once(_grammar)


def types_of(tokens: Tokens, words: Iterable[str]) -> list[int]:
    """Types that are one of some words in lower case, or one of them in capitals."""
    return sorted(tokens.ids_of(_forms(frozenset(words))).values())


@lru_cache(maxsize=256)
def _forms(words: frozenset[str]) -> frozenset[str]:
    return words.union(map(str.upper, words))


def _grammar(tokens: Tokens) -> Grammar:
    lower = tuple(map(str.lower, tokens.vocabulary))
    type_classes = classes_of(tokens.vocabulary)
    n_sentences = len(tokens.sentence_bounds) - 1
    sentences = np.repeat(np.arange(n_sentences, dtype=np.int32), np.diff(tokens.sentence_bounds))
    marks, is_capital = marks_and_capitals(tokens)
    is_joined = marks & ~np.uint16(QUOTE | APOSTROPHE) == 0
    is_joined[tokens.sentence_bounds[:-1]] = False
    classes = type_classes.take(tokens.type_ids) if len(tokens) else np.zeros(0, dtype=np.uint32)
    classes[are_surnames(tokens, classes, marks, is_capital)] = 0
    return Grammar(tokens, lower, type_classes, classes, marks, is_capital, sentences, is_joined)
