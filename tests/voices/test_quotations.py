"""Quotation marks of every kind, paired or not: texts of our own, answers by hand."""

from __future__ import annotations

import time

import pytest

from corpus_stats.voices.quotations import quotations


def quoted(text: str, depth: int = 0) -> list[str]:
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        if line:
            paragraphs.append((start, start + len(line)))
        start += len(line) + 1
    return [text[one.start : one.end] for one in quotations(text, paragraphs) if one.depth == depth]


@pytest.mark.parametrize(
    "mark",
    ['"{}"', "“{}”", "‘{}’", "'{}'", "«{}»", "‹{}›", "„{}”", "''{}''", "``{}''", "“{}“", "”{}”", '"{}”'],
)
def test_every_kind_of_mark_is_read(mark):
    text = f"He spoke of {mark.format('the long war')} again."

    assert quoted(text) == [mark.format("the long war")]


@pytest.mark.parametrize(
    "text",
    [
        "The workers' union met the players' wives at O'Brien's.",
        "The workers’ union met the players’ wives at O’Brien’s.",
        "It's the '90s, and they can't tell 'em apart.",
        "It’s the ’90s, and they can’t tell ’em apart.",
        "The boss' son and Charles' daughter left.",
        "He is 6' 2 tall.",
    ],
)
def test_apostrophes_are_no_quotation_marks(text):
    assert quoted(text) == []


def test_a_plural_owner_does_not_close_a_single_quotation():
    assert quoted("‘The workers’ rights are gone,’ he said. It’s over.") == ["‘The workers’ rights are gone,’"]


def test_a_quotation_in_a_quotation_lies_deeper():
    text = "She said, “He told me ‘go away’ twice.”"

    assert quoted(text) == ["“He told me ‘go away’ twice.”"]
    assert quoted(text, depth=1) == ["‘go away’"]


def test_a_quotation_goes_on_where_each_paragraph_opens_anew():
    text = "“One.\n“Two.\n“Three,” she said.\nThe outlet."

    assert quoted(text) == ["“One.", "“Two.", "“Three,”"]


def test_a_curly_single_mark_that_opens_a_sentence_opens_speech_of_two_paragraphs():
    text = "He rose. ‘We leave at dawn.\n‘And nobody stops us,’ he said."

    assert quoted(text) == ["‘We leave at dawn.", "‘And nobody stops us,’"]


def test_a_quotation_goes_on_where_the_next_mark_closes_it():
    text = "He wrote: “One.\nTwo.\nThree.” The outlet."

    assert quoted(text) == ["“One.", "Two.", "Three.”"]


@pytest.mark.parametrize(("text", "width"), [("''Go.''", 2), ('"Go."', 1), ("“Go.”", 1), ("“Go.", 0)])
def test_the_width_of_a_closing_mark_is_known(text, width):
    assert [one.width for one in quotations(text, [(0, len(text))])] == [width]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph():
    text = 'He said "we go home.\nThe outlet speaks.\nIt speaks of "peace" too.'

    assert quoted(text) == ['"we go home.', '"peace"']


def test_a_second_opening_ends_a_quotation_that_was_never_closed():
    assert quoted("“One, he said. “Two.”") == ["“One, he said.", "“Two.”"]


def test_a_long_line_of_unbalanced_marks_takes_time_in_proportion_to_its_length():
    seconds = []
    for n in (20_000, 160_000):
        text = "he said \"it 'is “so ‘bad, " * (n // 26)
        spent = []
        for _ in range(3):
            start = time.process_time()
            quotations(text, [(0, len(text))])
            spent.append(time.process_time() - start)
        seconds.append(min(spent))

    # twice the ratio of the lengths
    assert seconds[1] < 2 * 8 * max(seconds[0], 0.01)
