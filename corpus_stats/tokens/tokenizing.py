"""From a corpus to `Tokens`, document by document, merged in name order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..corpus import PART_KINDS, Corpus, Document
from ..engine import ordered_map
from .arrays import Tokens
from .folding import shouted_type, type_of
from .splitting import line_spans, sentence_spans, token_spans

__all__ = ["tokenize"]

_SHOUTED_WORDS = 4


@dataclass(frozen=True)
class _Shard:
    """Tokens of a run of documents, with type ids in order of first appearance."""

    vocabulary: list[str]
    columns: dict[str, NDArray[np.int64]]
    lengths: list[int]


def tokenize(corpus: Corpus, *, jobs: int = 1, progress: Callable[[int, int], None] | None = None) -> Tokens:
    """Tokenize the kept parts of every document.

    Parameters
    ----------
    corpus : Corpus
        Dropped spans give no tokens. Documents without parts are read whole.
    jobs : int
        Worker processes; they change the time, never the result.
    progress : callable, optional
        Called with the number of shards done and their total.

    Returns
    -------
    Tokens
        Words and numbers with their offsets; punctuation is no token. Scripts that write no spaces (Chinese,
        Japanese, Thai) are split by character, which is not a word.
    """
    size = max(1, min(200, -(-len(corpus) // max(jobs, 1))))
    shards = [corpus.documents[i : i + size] for i in range(0, len(corpus), size)]
    return _merged(corpus, ordered_map(_shard, shards, jobs=jobs, progress=progress))


def _shard(documents: tuple[Document, ...]) -> _Shard:
    known: dict[str, int] = {}
    raw: dict[tuple[str, bool], int] = {}
    names = ("type_ids", "starts", "ends", "part_ids", "sentences", "sentence_starts", "sentence_ends", "paragraphs")
    lists: dict[str, list[int]] = {name: [] for name in names}
    lengths = []
    for document in documents:
        before = len(lists["starts"])
        for start, end, kind in document.segments():
            for left, right in line_spans(document.text, start, end):
                _read_line(document.text, left, right, lists, (known, raw))
            lists["part_ids"].extend([PART_KINDS.index(kind)] * (len(lists["starts"]) - len(lists["part_ids"])))
        lengths.append(len(lists["starts"]) - before)
    columns = {name: np.array(values, dtype=np.int64) for name, values in lists.items()}
    return _Shard(list(known), columns, lengths)


def _read_line(
    text: str,
    left: int,
    right: int,
    lists: dict[str, list[int]],
    types: tuple[dict[str, int], dict[tuple[str, bool], int]],
) -> None:
    known, raw = types
    first = len(lists["starts"])
    for begin, end in sentence_spans(text, left, right):
        spans = token_spans(text, begin, end)
        if not spans:
            continue
        lists["sentences"].append(len(lists["starts"]))
        lists["sentence_starts"].append(begin)
        lists["sentence_ends"].append(end)
        lists["starts"].extend([a for a, _ in spans])
        lists["ends"].extend([b for _, b in spans])
    if len(lists["starts"]) == first:
        return
    lists["paragraphs"].append(first)
    words = [text[a:b] for a, b in zip(lists["starts"][first:], lists["ends"][first:], strict=True)]
    shouted = len(words) >= _SHOUTED_WORDS and text[left:right].isupper()
    for word in words:
        key = (word, shouted)
        identity = raw.get(key)
        if identity is None:
            folded = shouted_type(word) if shouted else type_of(word)
            identity = raw[key] = known.setdefault(folded, len(known))
        lists["type_ids"].append(identity)


def _merged(corpus: Corpus, shards: list[_Shard]) -> Tokens:
    vocabulary = tuple(sorted({word for shard in shards for word in shard.vocabulary}))
    positions = {word: i for i, word in enumerate(vocabulary)}
    columns: dict[str, list[NDArray[np.int64]]] = {}
    offset = 0
    for shard in shards:
        moved = np.array([positions[word] for word in shard.vocabulary], dtype=np.int64)
        for name, values in shard.columns.items():
            if name == "type_ids":
                values = moved[values] if values.size else values
            elif name in ("sentences", "paragraphs"):
                values = values + offset
            columns.setdefault(name, []).append(values)
        offset += len(shard.columns["starts"])
    lengths = [length for shard in shards for length in shard.lengths]

    def column(name: str, *last: int) -> NDArray[np.int64]:
        return np.concatenate([*columns.get(name, []), np.array(last, dtype=np.int64)])

    return Tokens(
        corpus=corpus,
        vocabulary=vocabulary,
        type_ids=column("type_ids").astype(np.int32),
        starts=column("starts").astype(np.int32),
        ends=column("ends").astype(np.int32),
        part_ids=column("part_ids").astype(np.uint8),
        bounds=np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]).astype(np.int64),
        sentence_bounds=column("sentences", offset),
        sentence_starts=column("sentence_starts").astype(np.int32),
        sentence_ends=column("sentence_ends").astype(np.int32),
        paragraph_bounds=column("paragraphs", offset),
        history=("tokenized",),
    )
