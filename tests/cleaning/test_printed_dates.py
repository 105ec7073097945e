"""Dates on lines of their own."""

from __future__ import annotations

import pytest

from corpus_stats.cleaning.dates import date_in, is_date_line

DATES = [
    ("25 May, 2020", "2020-05-25"),
    ("May 25, 2020", "2020-05-25"),
    ("Monday 25 May 2020 17.03 BST", "2020-05-25"),
    ("Published: Sept. 3rd, 2019 5:03 p.m.", "2019-09-03"),
    ("2020-05-25T10:03:00Z", "2020-05-25"),
    ("25/05/2020", "2020-05-25"),
    ("05/25/2020", "2020-05-25"),
    ("05/06/2020", "2020"),
    ("05/05/2020", "2020-05-05"),
    ("May 2020", "2020-05"),
    ("Updated 2 hours ago", "None"),
    ("31 February 2020", "None"),
    ("25 May 0020", "None"),
]


@pytest.mark.parametrize(("line", "date"), DATES)
def test_a_printed_date_is_read_as_far_as_it_is_certain(line, date):
    assert str(date_in(line)) == date


@pytest.mark.parametrize("line", [line for line, _ in DATES])
def test_a_printed_date_is_a_date_line(line):
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line", ["May", "2020", "9/11", "12 killed in May", "On May 25, 2020, it closed", "May 123456"]
)
def test_words_and_bare_numbers_are_no_date_line(line):
    assert not is_date_line(line)
