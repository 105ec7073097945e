"""`Tokens`: flat arrays of type ids with the characters they stand for."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Collection, Hashable, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, TypeVarTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..corpus import PART_KINDS, Corpus
from ..engine import uncollected
from ..errors import ArgumentError, InputError
from ..language import STOP_WORDS

__all__ = ["Tokens", "stop_list"]

_Reading = TypeVar("_Reading")
_Given = TypeVarTuple("_Given")
_ARRAYS = {
    "type_ids": np.int32,
    "starts": np.int32,
    "ends": np.int32,
    "part_ids": np.uint8,
    "bounds": np.int64,
    "sentence_bounds": np.int64,
    "sentence_starts": np.int32,
    "sentence_ends": np.int32,
    "paragraph_bounds": np.int64,
}
# Offsets are below it: a document's number above it keeps the documents apart.
_SHIFT = 32


@dataclass(frozen=True, eq=False)
class Tokens:
    """Tokens of a corpus in the order of its documents and their text.

    Attributes
    ----------
    corpus : Corpus
    vocabulary : tuple of str
        Types, sorted by code point.
    type_ids, starts, ends : int32 arrays of shape (n_tokens,)
        Position in `vocabulary`; half-open code-point offsets in the document's text.
    part_ids : uint8 array of shape (n_tokens,)
        Position in `corpus.PART_KINDS`.
    bounds : int64 array of shape (n_documents + 1,)
        Document `i` has the tokens ``bounds[i]:bounds[i + 1]``.
    sentence_bounds : int64 array of shape (n_sentences + 1,)
    sentence_starts, sentence_ends : int32 arrays of shape (n_sentences,)
        Token positions, and offsets in the document's text. No sentence crosses a part or a document.
    paragraph_bounds : int64 array of shape (n_paragraphs + 1,)
    history : tuple of str
        What was done to reach these tokens, one step each.
    """

    corpus: Corpus
    vocabulary: tuple[str, ...]
    type_ids: NDArray[np.int32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    part_ids: NDArray[np.uint8]
    bounds: NDArray[np.int64]
    sentence_bounds: NDArray[np.int64]
    sentence_starts: NDArray[np.int32]
    sentence_ends: NDArray[np.int32]
    paragraph_bounds: NDArray[np.int64]
    history: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        for name in _ARRAYS:
            getattr(self, name).setflags(write=False)

    def __len__(self) -> int:
        return int(self.type_ids.size)

    def __repr__(self) -> str:
        return f"Tokens({len(self)} tokens, {len(self.vocabulary)} types, {len(self.corpus)} documents)"

    @cached_property
    def _ids(self) -> dict[str, int]:
        return {word: i for i, word in enumerate(self.vocabulary)}

    @cached_property
    def _readings(self) -> dict[Hashable, Any]:
        return {}

    def once(self, reading: Callable[[Tokens, *_Given], _Reading], *given: *_Given) -> _Reading:
        """Result of a function of these tokens and what is given, called once for each; it is kept with the tokens."""
        key = (reading, *given)
        if key not in self._readings:
            with uncollected():
                self._readings[key] = reading(self, *given)
        found: _Reading = self._readings[key]
        return found

    def id_of(self, word: str) -> int | None:
        """Position of a type in the vocabulary; None where it never occurs."""
        return self._ids.get(word)

    def ids_of(self, words: Set[str]) -> dict[str, int]:
        """Position in the vocabulary of every one of some words that occurs."""
        ids = self._ids
        return {word: ids[word] for word in ids.keys() & words}

    def documents(self) -> NDArray[np.int32]:
        """Position of the document of every token, shape (n_tokens,)."""
        return np.repeat(np.arange(len(self.corpus), dtype=np.int32), self.lengths())

    def lengths(self) -> NDArray[np.int64]:
        """Tokens of every document, shape (n_documents,)."""
        return np.diff(self.bounds)

    def spans_of(
        self, documents: ArrayLike, starts: ArrayLike, ends: ArrayLike
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Token spans ``first[i]:last[i]`` of half-open character spans: every token that a span touches.

        A span without a token (a mark, white space) gives an empty one at the next token, or at the document's end.
        """
        shift = np.asarray(documents, dtype=np.int64) << _SHIFT
        starts_of_all, ends_of_all = self._places
        first = np.searchsorted(ends_of_all, shift + np.asarray(starts, dtype=np.int64), side="right")
        last = np.searchsorted(starts_of_all, shift + np.asarray(ends, dtype=np.int64), side="left")
        return first.astype(np.int64), np.maximum(first, last).astype(np.int64)

    @cached_property
    def _places(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Starts and ends of the tokens, counted on from document to document."""
        shift = self.documents().astype(np.int64) << _SHIFT
        return shift + self.starts, shift + self.ends

    def types_of(self, document: str) -> list[str]:
        """Types of one document's tokens, in the order of its text."""
        if document not in self.corpus.positions:
            self.corpus[document]
        i = self.corpus.positions[document]
        return [self.vocabulary[t] for t in self.type_ids[self.bounds[i] : self.bounds[i + 1]]]

    def content(self, stop_words: Collection[str] | None = None) -> NDArray[np.bool_]:
        """Which types are content words: they hold a letter and are no stop word, shape (n_types,).

        Without `stop_words` the package's own list of English function words is used: for other languages give one.
        """
        stops = stop_list(stop_words)
        return np.array(
            [word not in stops and any(character.isalpha() for character in word) for word in self.vocabulary],
            dtype=bool,
        )

    def stems(self, language: str = "english") -> tuple[str, ...]:
        """Snowball stem of every type, in the order of the vocabulary; words in capitals and names with digits stay."""
        from nltk.stem.snowball import SnowballStemmer

        if language not in SnowballStemmer.languages:
            raise ArgumentError(f"no stemmer for {language!r}; there is {', '.join(sorted(SnowballStemmer.languages))}")
        stem = SnowballStemmer(language).stem
        return tuple(stem(word) if word.isalpha() and word.islower() else word for word in self.vocabulary)

    def stemmed(self, language: str = "english") -> Tokens:
        """Tokens whose types are stems; offsets are those of the words."""
        return self.merged(dict(zip(self.vocabulary, self.stems(language), strict=True)), f"stemmed ({language})")

    def merged(self, spelling: dict[str, str], step: str) -> Tokens:
        """Tokens in which every type that `spelling` names is counted as the type it is mapped to."""
        renamed = [spelling.get(word, word) for word in self.vocabulary]
        vocabulary = tuple(sorted(set(renamed)))
        positions = {word: i for i, word in enumerate(vocabulary)}
        moved = np.array([positions[word] for word in renamed], dtype=np.int32)
        type_ids = moved[self.type_ids] if len(self) else self.type_ids.copy()
        return replace(self, vocabulary=vocabulary, type_ids=type_ids, history=(*self.history, step))

    def write(self, folder: str | Path) -> None:
        """Write the arrays as .npy files and the vocabulary as JSON into an existing or new folder."""
        target = Path(folder)
        target.mkdir(parents=True, exist_ok=True)
        for name in _ARRAYS:
            np.save(target / f"{name}.npy", getattr(self, name), allow_pickle=False)
        state = {"corpus": self.corpus.fingerprint(), "vocabulary": self.vocabulary, "history": self.history}
        (target / "tokens.json").write_text(json.dumps(state, ensure_ascii=True), encoding="ascii")

    @classmethod
    def read(cls, folder: str | Path, corpus: Corpus) -> Tokens:
        """Tokens saved in `folder`, their arrays mapped from disk; refused where they belong to another corpus.

        Raises
        ------
        InputError
            Files that are missing, damaged, or do not fit each other.
        """
        source = Path(folder)
        try:
            fingerprint, vocabulary, history = _read_state(source / "tokens.json")
            if fingerprint != corpus.fingerprint():
                raise InputError(f"{source}: the saved tokens belong to another corpus; tokenize this one again")
            arrays = {name: _read_array(source, name) for name in _ARRAYS}
            _check_bounds(arrays, len(corpus))
            _check_tokens(arrays, len(vocabulary), corpus)
        except (OSError, ValueError, OverflowError, RecursionError) as error:
            raise InputError(f"{source}: no saved tokens can be read there ({error})") from None
        return cls(corpus, vocabulary, history=history, **arrays)


def stop_list(stop_words: Collection[str] | None) -> frozenset[str]:
    """Set of stop words; the package's English function words for None.

    Raises
    ------
    ArgumentError
        One text in place of a list: its letters are no stop words.
    """
    if isinstance(stop_words, str):
        raise ArgumentError(f"stop_words is the text {stop_words!r}; give a list of words")
    return STOP_WORDS if stop_words is None else frozenset(stop_words)


def _read_state(path: Path) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    state = json.loads(path.read_text(encoding="ascii"))
    keys = ("corpus", "vocabulary", "history")
    if not isinstance(state, dict) or not state.keys() >= set(keys):
        raise ValueError(f"{path.name} does not hold {', '.join(keys)}")
    fingerprint, vocabulary, history = (state[key] for key in keys)
    for key, words in (("vocabulary", vocabulary), ("history", history)):
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise ValueError(f"{path.name}: {key} is no list of words")
    if any(one >= other for one, other in itertools.pairwise(vocabulary)):
        raise ValueError(f"{path.name}: the vocabulary is not sorted")
    return fingerprint, tuple(vocabulary), tuple(history)


def _read_array(folder: Path, name: str) -> NDArray[Any]:
    # np.load would open an archive under this name too
    array = np.lib.format.open_memmap(folder / f"{name}.npy", mode="r")
    if array.ndim != 1 or array.dtype != _ARRAYS[name]:
        raise ValueError(f"{name}.npy is no row of {np.dtype(_ARRAYS[name])}")
    return array


def _check_bounds(arrays: dict[str, NDArray[Any]], n_documents: int) -> None:
    n_tokens, n_sentences = len(arrays["type_ids"]), len(arrays["sentence_bounds"]) - 1
    lengths = dict.fromkeys(("starts", "ends", "part_ids"), n_tokens)
    lengths |= {"bounds": n_documents + 1, "sentence_starts": n_sentences, "sentence_ends": n_sentences}
    for name, length in lengths.items():
        if len(arrays[name]) != length:
            raise ValueError(f"{name}.npy holds {len(arrays[name])} numbers where {length} are expected")
    # documents may be empty; sentences and paragraphs are not
    for name, least in (("bounds", 0), ("sentence_bounds", 1), ("paragraph_bounds", 1)):
        bounds = arrays[name]
        if not len(bounds) or bounds[0] != 0 or bounds[-1] != n_tokens or (np.diff(bounds) < least).any():
            raise ValueError(f"{name}.npy does not rise from 0 to {n_tokens}")


def _check_tokens(arrays: dict[str, NDArray[Any]], n_types: int, corpus: Corpus) -> None:
    sizes = np.array([len(document.text) for document in corpus], dtype=np.int64)
    # the first token of a sentence says in which document the sentence stands
    documents = np.searchsorted(arrays["bounds"], arrays["sentence_bounds"][:-1], side="right") - 1
    limits = {
        "type_ids": n_types - 1,
        "part_ids": len(PART_KINDS) - 1,
        "ends": np.repeat(sizes, np.diff(arrays["bounds"])),
        "sentence_ends": sizes[documents],
        "starts": arrays["ends"].astype(np.int64) - 1,
        "sentence_starts": arrays["sentence_ends"].astype(np.int64) - 1,
    }
    for name, limit in limits.items():
        wrong = np.flatnonzero((arrays[name] < 0) | (arrays[name] > limit))
        if len(wrong):
            raise ValueError(f"{name}.npy holds {arrays[name][wrong[0]]}, which is out of range, at place {wrong[0]}")
