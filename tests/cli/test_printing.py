from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_stats.cli.printing import (
    Column,
    cleaned,
    columns_text,
    display_width,
    more_rows,
    one_line,
    shortened,
    wrapped,
)

TURNING = "RLO LRO RLE LRE PDF RLI LRI FSI PDI".split()
ANY_TEXT = st.text(max_size=60)


@pytest.mark.parametrize(
    "character",
    [
        "\x00",
        "\x07",
        "\x08",
        "\r",
        "\x1b",
        "\x7f",
        "\x9b",
        "\u061c",
        "\u200f",
        "\u202e",
        "\u2066",
        "\u2028",
        "\udc80",
        "\U000e0041",
    ],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_control_and_direction_characters_are_replaced(character):
    assert cleaned(f"a{character}b") == "a\ufffdb"


@pytest.mark.parametrize("text", ["a\tb\nc", "naïve “quote” …", "ليبيا", "می\u200cشود", "利比亚", "👩\u200d💻"])
def test_letters_of_any_script_stay(text):
    assert cleaned(text) == text


@given(ANY_TEXT)
def test_what_was_cleaned_holds_no_control_and_keeps_its_length(text):
    result = cleaned(text)

    assert len(result) == len(text)
    assert not [c for c in result if unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n"]
    assert not [c for c in result if unicodedata.bidirectional(c) in TURNING]


def test_one_line_evens_out_white_space():
    assert one_line(" a\n\t b  c ") == "a b c"


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("é", 1), ("e\u0301", 1), ("利比亚", 6), ("ＡＢ", 4), ("ｱ", 1), ("a\u200bb", 2), ("", 0)],
)
def test_width_is_that_of_a_terminal(text, width):
    assert display_width(text) == width


def test_text_is_shortened_at_its_end_or_its_start():
    assert shortened("strongman", 6) == "stron…"
    assert shortened("strongman", 6, at_start=True) == "…ngman"
    assert shortened("利比亚国", 5) == "利比…"
    assert shortened("word", 4) == "word"
    assert shortened("word", 0) == ""


@given(ANY_TEXT, st.integers(0, 40), st.booleans())
def test_what_is_shortened_is_never_too_wide(text, width, at_start):
    assert display_width(shortened(text, width, at_start=at_start)) <= width


def test_text_wraps_at_words():
    assert wrapped("the rogue general left", 10, first="* ", indent="  ") == ["* the", "  rogue", "  general", "  left"]
    assert wrapped("the rogue general left", 12) == ["the rogue", "general left"]
    assert wrapped("", 12) == [""]


def test_numbers_stand_right_and_words_left_under_their_heads():
    columns = [Column("term", ["war", "利比亚"]), Column("n", ["7", "1,204"], right=True)]

    assert columns_text(columns, 40) == [
        "term        n",
        "──────  ─────",
        "war         7",
        "利比亚  1,204",
    ]


def test_a_head_wider_than_its_cells_is_broken_at_underscores():
    assert columns_text([Column("n_documents_with", ["3"], right=True)], 40) == [
        "        n",
        "documents",
        "     with",
        "─────────",
        "        3",
    ]


def test_long_text_is_shortened_before_a_number_is():
    lines = columns_text([Column("text", ["a" * 50]), Column("n", ["12345"], right=True)], 30)

    assert lines[-1] == "a" * 22 + "…  12345"


def test_columns_that_do_not_fit_go_below_under_the_first_again():
    numbers = [Column(name, ["123456789"], right=True) for name in "abc"]

    assert columns_text([Column("term", ["war"]), *numbers], 28) == [
        "term          a          b",
        "────  ─────────  ─────────",
        "war   123456789  123456789",
        "",
        "term          c",
        "────  ─────────",
        "war   123456789",
    ]


def test_a_column_that_wraps_loses_no_word():
    lines = columns_text([Column("k", ["1"]), Column("terms", ["one, two, three, four"], wraps=True)], 18)

    assert [line.strip() for line in lines[2:]] == ["1  one, two,", "three, four"]


@given(
    st.lists(st.tuples(st.text(max_size=30).map(one_line), st.text(max_size=60).map(one_line)), min_size=1, max_size=4),
    st.integers(40, 100),
)
def test_no_line_of_a_table_is_wider_than_the_terminal(rows, width):
    columns = [Column("first", [a for a, _ in rows]), Column("second", [b for _, b in rows], at_start=True)]

    assert max(map(display_width, columns_text(columns, width))) <= width


def test_lines_of_a_table_end_without_blanks():
    lines = columns_text([Column("a", ["x", "xyz"]), Column("b", ["y", ""])], 40)

    assert [line for line in lines if re.search(r"\s$", line)] == []


def test_columns_that_go_below_are_shared_evenly_between_the_blocks():
    columns = [Column("key", ["k"]), *(Column(f"column{i}", ["1"], right=True) for i in range(5))]
    lines = columns_text(columns, 45)

    assert [line.split() for line in lines if line.startswith("key")] == [
        ["key", "column0", "column1", "column2"],
        ["key", "column3", "column4"],
    ]


def test_no_block_is_wider_than_the_terminal_where_a_text_is_very_long():
    columns = [Column("key", ["k"]), Column("text", ["w" * 200]), *(Column(f"n{i}", ["1" * 12]) for i in range(6))]

    assert max(map(display_width, columns_text(columns, 60))) <= 60


def test_one_row_that_is_left_out_is_one_row():
    assert more_rows(1) == "1 more row; --rows 0 shows all."
