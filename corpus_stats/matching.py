"""Where the terms of a lexicon, or free patterns of the same form, stand in tokenized text.

All terms are looked for at once, in one pass of an Aho-Corasick automaton over the types of a document joined by a
separator: time is linear in the text and in the terms. Every overlapping match is taken, those at token boundaries are
kept, and only then the longest is chosen. An automaton that chooses the longest by itself loses matches: with the terms
*rogue general* and *rogue general elect* it finds nothing in *the rogue general elections*.

Throughout this module, first and last are token positions in the corpus, half-open.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from ahocorasick_rs import AhoCorasick
from numpy.typing import NDArray

from .errors import ArgumentError, LexiconError
from .lexicon import pattern_fault
from .tokens import token_spans, type_of

if TYPE_CHECKING:
    from .lexicon import Lexicon
    from .tokens import Tokens

__all__ = ["Matches", "matches", "phrase_matches"]

# Cannot be part of a type: no token crosses a line.
_SEPARATOR = "\n"
_LONGEST_ACRONYM = 4
# Between two words of one term there may be hyphens and quotation marks: rogue “general”, self- styled.
_HYPHENS = "-\u2010\u2011"
_QUOTATION_MARKS = "\"'`\u00b4\u02bc\u2032\u2033\u201a\u201b\u201e\u201f\u300c\u300d\u300e\u300f\uff02\uff07"


@dataclass(frozen=True, eq=False)
class Matches:
    """Occurrences of a lexicon's terms, none overlapping another, in the order of the text.

    Attributes
    ----------
    documents : int32 array of shape (n,)
        Position of the document in the corpus.
    first, last : int64 arrays of shape (n,)
        Token positions, `last` exclusive: the words are ``tokens.starts[first]`` to ``tokens.ends[last - 1]``.
    terms : int32 array of shape (n,)
        Position in ``lexicon.terms``.
    tokens : Tokens
    lexicon : Lexicon
    """

    documents: NDArray[np.int32]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    terms: NDArray[np.int32]
    tokens: Tokens
    lexicon: Lexicon

    def __len__(self) -> int:
        return int(self.first.size)


def matches(tokens: Tokens, lexicon: Lexicon) -> Matches:
    """Occurrences of a lexicon's terms, at token boundaries.

    A term in lower case is found in any case; a word of two to four capitals (US, NATO) only as written. Where matches
    overlap, the one that begins first is taken, then the longer, then the one with fewer open ends: whatever their
    categories and their order in the lexicon. No match crosses a sentence, nor punctuation other than hyphens and
    quotation marks, unless the term itself has that punctuation there.

    Raises
    ------
    LexiconError
        A term has no word.

    References
    ----------
    Aho, A. V. and Corasick, M. J. (1975). Efficient string matching: an aid to bibliographic search. Communications of
    the ACM 18(6), 333-340.
    """
    variants = [(variant, i) for i, term in enumerate(lexicon.terms) for variant in term.variants]
    patterns = []
    for variant, i in variants:
        try:
            patterns.append(_pattern(variant))
        except ArgumentError as error:
            raise LexiconError(f"term {i + 1}: {error}") from None
    documents, first, last, found = _arrays(tokens, patterns, _longest)
    terms = np.array([i for _, i in variants], dtype=np.int32)
    return Matches(documents, first, last, terms[found], tokens, lexicon)


def phrase_matches(
    tokens: Tokens, patterns: Sequence[str]
) -> tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.int64], NDArray[np.int32]]:
    """Occurrences of free patterns, each found as if it were alone, by the rules of `matches`.

    Returns
    -------
    documents : int32 array of shape (n,)
    first, last : int64 arrays of shape (n,)
    pattern : int32 array of shape (n,)
        Position in `patterns`. Sorted by `first`, `last`, `pattern`.

    Raises
    ------
    ArgumentError
        A pattern is empty, has no word, or has a ``*`` that is not at the end of a word.
    """
    return _arrays(tokens, [_pattern(pattern) for pattern in patterns], _longest_of_each)


@dataclass(frozen=True)
class _Pattern:
    """One variant as types, each literal or the beginning of one."""

    words: tuple[str, ...]
    is_open: tuple[bool, ...]
    gaps: tuple[str, ...]

    @property
    def rank(self) -> tuple[int, int, tuple[str, ...], tuple[bool, ...]]:
        """Key of the choice between patterns that match the same tokens: the most literal is the lowest."""
        return sum(self.is_open), -sum(map(len, self.words)), self.words, self.is_open

    def anchor(self) -> tuple[str, int]:
        """Longest part that stands in the text as one literal piece, and the number of words before it."""
        pieces = []
        piece, before = _SEPARATOR, 0
        for i, (word, is_open) in enumerate(zip(self.words, self.is_open, strict=True)):
            piece += word if is_open else word + _SEPARATOR
            if is_open or i == len(self.words) - 1:
                pieces.append((piece, before))
                piece, before = _SEPARATOR, i + 1
        return max(pieces, key=lambda one: len(one[0]))

    def fits(self, types: Sequence[str]) -> bool:
        """Whether types, one for each word, are matched."""
        return all(
            one.startswith(word) if is_open else one == word
            for one, word, is_open in zip(types, self.words, self.is_open, strict=True)
        )


# Token positions (first, last) and the pattern's position.
_Hit = tuple[int, int, int]


def _pattern(text: str) -> _Pattern:
    if fault := pattern_fault(text):
        raise ArgumentError(fault)
    # A letter in the place of each star keeps the word whole where the tokenizer would cut it.
    spans = token_spans(text.replace("*", "x"))
    words, is_open = [], []
    for start, end in spans:
        is_open.append(text[end - 1] == "*")
        words.append(_any_case(type_of(text[start : end - 1 if is_open[-1] else end])))
    if not words or not all(words):
        raise ArgumentError(f"{text!r} has no word that can be matched; write at least one letter or digit")
    gaps = tuple(_rest(text[left[1] : right[0]]) for left, right in pairwise(spans))
    return _Pattern(tuple(words), tuple(is_open), gaps)


def _any_case(word: str) -> str:
    """Type in lower case save for short acronyms: STRONGMAN is a headline's strongman, US is never us."""
    if not word.isupper() and "-" not in word:
        return word
    pieces = word.split("-")
    return "-".join(p.lower() if sum(c.isalpha() for c in p) > _LONGEST_ACRONYM else p for p in pieces)


def _rest(gap: str) -> str:
    """Characters of the text between two words that keep them apart."""
    return "".join(character for character in gap if not _is_passed(character))


def _is_passed(character: str) -> bool:
    if character.isspace() or character in _HYPHENS or character in _QUOTATION_MARKS:
        return True
    return unicodedata.category(character) in ("Pi", "Pf", "Cf")


def _arrays(
    tokens: Tokens,
    patterns: Sequence[_Pattern],
    choice: Callable[[Iterable[_Hit], Sequence[_Pattern]], list[_Hit]],
) -> tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.int64], NDArray[np.int32]]:
    chosen: list[_Hit] = []
    if patterns and len(tokens):
        chosen = [hit for hits in _hits(tokens, patterns) for hit in choice(hits, patterns)]
    table = np.array(chosen, dtype=np.int64).reshape(-1, 3)
    first, last, found = table.T.copy()
    documents = np.searchsorted(tokens.bounds, first, side="right") - 1
    return documents.astype(np.int32), first, last, found.astype(np.int32)


def _hits(tokens: Tokens, patterns: Sequence[_Pattern]) -> Iterator[list[_Hit]]:
    """Hits of every document, overlapping ones too."""
    places: dict[str, list[tuple[int, int]]] = {}
    for i, pattern in enumerate(patterns):
        piece, before = pattern.anchor()
        places.setdefault(piece, []).append((i, before))
    automaton = AhoCorasick(list(places))
    owners = list(places.values())
    forms = [_any_case(word) for word in tokens.vocabulary]
    sentences = np.searchsorted(tokens.sentence_bounds, np.arange(len(tokens)), side="right")
    for document, (left, right) in enumerate(zip(tokens.bounds[:-1], tokens.bounds[1:], strict=True)):
        types = [forms[t] for t in tokens.type_ids[left:right].tolist()]
        text = _SEPARATOR + _SEPARATOR.join(types) + _SEPARATOR
        found = automaton.find_matches_as_indexes(text, overlapping=True)
        if not found:
            yield []
            continue
        heads = np.cumsum([0, *(len(one) + 1 for one in types)])
        positions = np.searchsorted(heads, [start for _, start, _ in found]).tolist()
        hits = []
        reader = _Reader(tokens, document, sentences, types)
        for (anchor, _, _), position in zip(found, positions, strict=True):
            for i, before in owners[anchor]:
                if reader.holds(patterns[i], position - before):
                    begin = int(left) + position - before
                    hits.append((begin, begin + len(patterns[i].words), i))
        yield hits


class _Reader:
    """One document as a match is checked against it; the gaps between tokens are read once."""

    def __init__(self, tokens: Tokens, document: int, sentences: NDArray[np.int64], types: Sequence[str]) -> None:
        left, right = tokens.bounds[document : document + 2]
        self._text = tokens.corpus.documents[document].text
        self._sentences = sentences[left:right]
        self._starts = tokens.starts[left:right]
        self._ends = tokens.ends[left:right]
        self._types = types
        self._gaps: dict[int, str] = {}

    def holds(self, pattern: _Pattern, begin: int) -> bool:
        """Whether the tokens from `begin` on, a position in the document, are one occurrence of the pattern."""
        end = begin + len(pattern.words)
        if begin < 0 or end > len(self._types):
            return False
        if len(pattern.words) == 1:
            return True
        if self._sentences[begin] != self._sentences[end - 1]:
            return False
        if any(pattern.is_open[:-1]) and not pattern.fits(self._types[begin:end]):
            return False
        return all(self._gap(begin + i) in ("", allowed) for i, allowed in enumerate(pattern.gaps))

    def _gap(self, position: int) -> str:
        if position not in self._gaps:
            self._gaps[position] = _rest(self._text[self._ends[position] : self._starts[position + 1]])
        return self._gaps[position]


def _longest(hits: Iterable[_Hit], patterns: Sequence[_Pattern]) -> list[_Hit]:
    """Hits of which none overlaps another: the leftmost, then the longest, then the most literal."""
    chosen: list[_Hit] = []
    end = -1
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1], *patterns[hit[2]].rank, hit[2])):
        if hit[0] >= end:
            chosen.append(hit)
            end = hit[1]
    return chosen


def _longest_of_each(hits: Iterable[_Hit], patterns: Sequence[_Pattern]) -> list[_Hit]:
    chosen: list[_Hit] = []
    ends: dict[int, int] = {}
    for hit in sorted(hits):
        if hit[0] >= ends.get(hit[2], -1):
            chosen.append(hit)
            ends[hit[2]] = hit[1]
    return chosen
