"""Quotations of a corpus that are settled in bulk, where marks plainly pair, are those that the rules find."""

from __future__ import annotations

import random
import time

import numpy as np
import pytest

from corpus_stats.voices.pairing import Lines, outermost
from corpus_stats.voices.quotations import quotations

MARKS = ["“", "”", '"', '"', "’", "'", "‘", "«", "»", "''", "„", "`", "“", "”"]
WORDS = ["word", "The word", "said,", "it.", " ", " ", ", ", "(", "—", "s "]


def lines_of(texts: list[str]) -> list[list[tuple[int, int]]]:
    found = []
    for text in texts:
        ends = np.cumsum([len(line) + 1 for line in text.split("\n")]).tolist()
        edges = zip([0, *ends[:-1]], ends, strict=True)
        found.append([(start, end - 1) for start, end in edges if end - 1 > start])
    return found


def in_bulk(texts: list[str]) -> list[tuple[int, int, int, int, bool]]:
    rows = [(i, *line) for i, lines in enumerate(lines_of(texts)) for line in lines]
    columns = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    return list(zip(*(column.tolist() for column in outermost(texts, Lines(*columns))), strict=True))


def by_rules(texts: list[str]) -> list[tuple[int, int, int, int, bool]]:
    return [
        (i, one.start, one.end, one.width, one.is_resumed)
        for i, (text, lines) in enumerate(zip(texts, lines_of(texts), strict=True))
        for one in quotations(text, lines)
        if one.depth == 0
    ]


def random_line(source: random.Random, share: float) -> str:
    words = [source.choice(WORDS) for _ in range(source.randrange(12))]
    return "".join(word + (source.choice(MARKS) if source.random() < share else "") for word in words)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6])
def test_reading_in_bulk_finds_what_the_rules_find(share):
    source = random.Random(7)
    texts = ["\n".join(random_line(source, share) for _ in range(source.randrange(8))) for _ in range(600)]

    assert in_bulk(texts) == by_rules(texts)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Go,” he said. “Now.”", ["“Go,”", "“Now.”"]),
        ('He said "go" and "come".', ['"go"', '"come"']),
        ("“One.\n“Two,” he said.\nHe spoke of “peace”.", ["“One.", "“Two,”", "“peace”"]),
        ("“One.\nTwo.” The “end”.", ["“One.", "Two.”", "“end”"]),
        ("The workers’ “rights”.", ["“rights”"]),
    ],
)
def test_lines_that_pair_and_lines_that_do_not_are_put_together(text, quoted):
    assert [text[start:end] for _, start, end, _, _ in in_bulk([text])] == quoted


def test_a_plain_line_resumes_what_the_line_above_left_open():
    assert [row[4] for row in in_bulk(["“One.\n“Two,” he said. “Three.”"])] == [False, True, False]


def test_what_one_document_leaves_open_is_not_resumed_by_the_next():
    assert [row[4] for row in in_bulk(["“One.", "“Two,” he said."])] == [False, False]


def test_texts_without_marks_have_no_quotations():
    assert in_bulk(["One.", "", "Two.\nThree."]) == []


def test_a_mark_that_is_never_closed_in_a_long_line_takes_time_in_proportion_to_the_line():
    seconds = []
    for n in (50_000, 400_000):
        text = "“" + "“it” is so, " * (n // 12)
        spent = []
        for _ in range(3):
            start = time.process_time()
            in_bulk([text])
            spent.append(time.process_time() - start)
        seconds.append(min(spent))

    # eight times the length: in proportion eight times the time, to the square sixty-four times
    assert seconds[1] < 32 * max(seconds[0], 0.01)
