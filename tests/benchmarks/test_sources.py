"""The source of given attributions of published news: overlap in tokens with what annotators marked.

An attribution whose annotators marked no source is left out. Cue and content are theirs, so that only the source is
measured. Intervals are of articles drawn again.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus_stats.grammar import grammar
from corpus_stats.mentions import Names, names
from corpus_stats.tokens import Tokens, tokenize
from corpus_stats.voices.clauses import Reader
from corpus_stats.voices.quotations import quotations
from corpus_stats.voices.sources import source_of
from tests.benchmarks.development_data import bootstrap_interval, corpus_of, halves, read_rows, share

pytestmark = pytest.mark.dev_data

Span = tuple[int, int]


@dataclass(frozen=True)
class Given:
    """An attribution as annotated, in token positions; `content` is the piece nearest the cue."""

    article: str
    cue: Span
    content: Span
    source: frozenset[int]


@pytest.fixture(scope="module")
def rows(dev_data: Path) -> dict[str, list[dict[str, Any]]]:
    return halves(read_rows("attribution"), "id")


def attributions(rows: list[dict[str, Any]], tokens: Tokens) -> list[Given]:
    found = []
    for i, row in enumerate(rows):
        offset, last = int(tokens.bounds[i]), int(tokens.bounds[i + 1])
        starts, ends = tokens.starts[offset:last].tolist(), tokens.ends[offset:last].tolist()

        def positions(span: list[int], starts: list[int] = starts, ends: list[int] = ends, left: int = offset) -> Span:
            first = bisect_right(ends, span[0])
            return left + first, left + max(first, bisect_left(starts, span[1]))

        for one in row["attributions"]:
            if not one["source"] or not one["content"]:
                continue
            cue = positions(one["cue"][0])
            contents = [positions(span) for span in one["content"]]
            content = min(contents, key=lambda span: (min(abs(span[0] - cue[1]), abs(cue[0] - span[1])), span))
            source = frozenset(k for span in one["source"] for k in range(*positions(span)))
            found.append(Given(row["id"], cue, content, source))
    return [one for one in found if one.source]


def reader_of(tokens: Tokens) -> Reader:
    quotes = [-1] * len(tokens)
    for i, document in enumerate(tokens.corpus.documents):
        left, right = int(tokens.bounds[i]), int(tokens.bounds[i + 1])
        starts = tokens.starts[left:right].tolist()
        lines = np.cumsum([0, *(len(line) for line in document.text.splitlines(keepends=True))]).tolist()
        paragraphs = [(a, b) for a, b in itertools.pairwise(lines) if document.text[a:b].strip()]
        for number, one in enumerate(quotations(document.text, paragraphs)):
            if one.depth == 0:
                first, last = bisect_left(starts, one.start), bisect_left(starts, one.end)
                quotes[left + first : left + last] = [number] * (last - first)
    return Reader.of(grammar(tokens), quotes)


def overlap(found: Span | None, source: frozenset[int]) -> tuple[float, float, float]:
    """F1 and Jaccard of tokens, and whether both are the same."""
    chosen = set(range(*found)) if found else set()
    both = len(chosen & source)
    return 2 * both / (len(chosen) + len(source)), both / len(chosen | source), float(chosen == source)


def nearest_name(found: Names, cue: Span) -> Span | None:
    near = np.maximum(found.first - cue[0], cue[0] - found.last + 1)
    if not near.size:
        return None
    i = int(near.argmin())
    return int(found.first[i]), int(found.last[i])


@pytest.mark.parametrize("half", ["read", "unread"])
def test_the_source_of_a_given_attribution_is_found(rows, half):
    tokens = tokenize(corpus_of(rows[half]))
    reader, known = reader_of(tokens), names(tokens)
    given = attributions(rows[half], tokens)
    ours = [overlap(source_of(reader, *one.cue, *one.content), one.source) for one in given]
    theirs = [overlap(nearest_name(known, one.cue), one.source) for one in given]
    articles = [one.article for one in given]
    print(f"\nsource of a given attribution, {half} half: {len(given)} attributions, {len(rows[half])} articles")
    for name, values in (("rules", ours), ("nearest name", theirs)):
        for column, measure in enumerate(("F1 of tokens", "Jaccard", "exact")):
            figure = bootstrap_interval(articles, [(value[column], 1) for value in values], share)
            print(f"  {name}, {measure}: {figure[0]:.3f} [{figure[1]:.3f}, {figure[2]:.3f}]")

    assert bootstrap_interval(articles, [(value[0], 1) for value in ours], share)[0] >= 0.75
