"""Direct and indirect speech against hand annotation, on articles that were read while writing a rule and on others.

The target of each figure is that of the unread half; what is asserted is what was reached, see README.md.
"""

from __future__ import annotations

import time
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus_stats.grammar import grammar
from corpus_stats.mentions import names
from corpus_stats.tokens import Tokens, tokenize
from corpus_stats.voices import VoiceColumns, voices
from tests.benchmarks.development_data import bootstrap_interval, corpus_of, f1, halves, read_rows, share

pytestmark = pytest.mark.dev_data


def spans_of(half: str) -> tuple[list[str], list[dict[str, Any]], VoiceColumns]:
    """Event, annotation and voice of every biased span of one half."""
    rows = halves(read_rows("events_three_outlets"), "event")[half]
    places = [(i, span) for i, row in enumerate(rows) for span in row["spans"]]
    found = voices(tokenize(corpus_of(rows)))
    documents, starts, ends = zip(*((i, span["start"], span["end"]) for i, span in places), strict=True)
    return [rows[i]["event"] for i, _ in places], [span for _, span in places], found.at(documents, starts, ends)


def content_mask(tokens: Tokens, rows: list[dict[str, Any]]) -> NDArray[np.bool_]:
    """Which tokens annotators hold for said or thought by somebody."""
    found = np.zeros(len(tokens), dtype=bool)
    for i, row in enumerate(rows):
        a, b = int(tokens.bounds[i]), int(tokens.bounds[i + 1])
        spans = [span for one in row["attributions"] for span in one.get("content", [])]
        for start, end in spans:
            first = np.searchsorted(tokens.ends[a:b], start, side="right")
            found[a + first : a + np.searchsorted(tokens.starts[a:b], end)] = True
    return found


@pytest.mark.parametrize(("half", "least"), [("read", 0.98), ("unread", 0.95)])
def test_biased_spans_are_told_from_those_inside_speech(half, least, record_property):
    events, spans, columns = spans_of(half)
    is_said = np.array([span["quote"] == "yes" for span in spans])
    found = columns.quoted
    accuracy, low, high = bootstrap_interval(events, np.stack([found == is_said, np.ones(len(spans))], axis=1), share)
    record_property(f"quoted or not, {half}", round(accuracy, 3))
    print(f"\nquoted or not, {half} half, {len(spans)} spans: accuracy {accuracy:.3f} [{low:.3f}, {high:.3f}]")

    assert accuracy >= least


@pytest.mark.parametrize(("half", "least"), [("read", 0.93), ("unread", 0.75)])
def test_wording_inside_speech_is_found(half, least, record_property):
    events, spans, columns = spans_of(half)
    is_wording = np.array([span["bias"] == "lex" for span in spans])
    is_said = np.array([span["quote"] == "yes" for span in spans])
    found = columns.quoted
    counts = np.stack([found & is_said, found, is_said], axis=1)[is_wording]
    keys = [event for event, one in zip(events, is_wording, strict=True) if one]
    figure, low, high = bootstrap_interval(keys, counts, f1)
    record_property(f"wording inside speech, {half}", round(figure, 3))
    print(f"\nwording inside speech, {half} half, {counts.shape[0]} spans: F1 {figure:.3f} [{low:.3f}, {high:.3f}]")

    assert figure >= least


@pytest.mark.parametrize(("half", "least"), [("read", 0.87), ("unread", 0.85)])
def test_tokens_of_attributed_content_are_found(half, least, record_property):
    rows = halves(read_rows("attribution"), "id")[half]
    tokens = tokenize(corpus_of(rows))
    found = voices(tokens)
    mask = np.zeros(len(tokens), dtype=bool)
    attributed = np.flatnonzero(found.is_attributed)
    for i in attributed.tolist():
        a, b = int(tokens.bounds[found.documents[i]]), int(tokens.bounds[found.documents[i] + 1])
        first = np.searchsorted(tokens.ends[a:b], found.starts[i], side="right")
        mask[a + first : a + np.searchsorted(tokens.starts[a:b], found.ends[i])] = True
    annotated = content_mask(tokens, rows)
    table = np.stack([mask & annotated, mask, annotated], axis=1).astype(np.int64)
    counts = np.add.reduceat(table, tokens.bounds[:-1], axis=0)
    figure, low, high = bootstrap_interval([row["id"] for row in rows], counts, f1)
    record_property(f"attributed content, {half}", round(figure, 3))
    print(f"\nattributed content, {half} half, {len(tokens)} tokens: F1 {figure:.3f} [{low:.3f}, {high:.3f}]")

    assert figure >= least


def test_voices_are_read_at_a_megabyte_a_second(record_property):
    rows = read_rows("events_three_outlets") * 3
    tokens = tokenize(corpus_of(rows))
    megabytes = sum(len(row["text"].encode()) for row in rows) / 1e6
    grammar(tokens)
    names(tokens)
    start = time.process_time()
    voices(tokens)
    speed = megabytes / (time.process_time() - start)
    record_property("voices, MB/s", round(speed, 2))
    print(f"\nvoices of {megabytes:.1f} MB: {speed:.2f} MB/s, grammar and names not counted")

    assert speed >= 1
