"""Words and sentences by their offsets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_stats.tokens import sentence_spans, token_spans, type_of


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in token_spans(text)]


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The general's men", ["The", "general", "'s", "men"]),
        ("The general’s men", ["The", "general", "’s", "men"]),
        ("the soldiers' camp", ["the", "soldiers", "camp"]),
        ("don’t self-styled", ["don’t", "self-styled"]),
        ("the U.N.-backed U.S. envoy", ["the", "U.N.-backed", "U.S.", "envoy"]),
        ("$1,500 at 18:30, 2.5 %", ["1,500", "at", "18:30", "2.5"]),
        ("a 76-year-old, the 64th", ["a", "76-year-old", "the", "64th"]),
        ("AT&T and O'Brien's", ["AT&T", "and", "O'Brien", "'s"]),
        ("see https://a.example/b?c=1.", ["see", "https://a.example/b?c=1"]),
        ("co\u00adop and zero\u200bwidth", ["co\u00adop", "and", "zero\u200bwidth"]),
        ("‘rogue’ “general”", ["rogue", "general"]),
        ("北京 तथा السلام", ["北", "京", "तथा", "السلام"]),
        ("one—two–three/four", ["one", "two", "three", "four"]),
        ("…!? --", []),
    ],
)
def test_words_are_split_as_counted_by_hand(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Mr. Lee. They spoke.", ["He met Mr. Lee.", "They spoke."]),
        ("in the U.S. The mayor spoke.", ["in the U.S.", "The mayor spoke."]),
        ("the U.S. Army said.", ["the U.S. Army said."]),
        ("J. Doe and John F. Roe left.", ["J. Doe and John F. Roe left."]),
        ("At 5 p.m. on Jan. 3. Then it ended.", ["At 5 p.m. on Jan. 3.", "Then it ended."]),
        ('"Stop!" he said. "Now."', ['"Stop!" he said.', '"Now."']),
        ("“It is over.” Nobody moved.", ["“It is over.”", "Nobody moved."]),
        ("It paid $3.5 million. No. 5 won.", ["It paid $3.5 million.", "No. 5 won."]),
        ("Headline without a stop\nThe text begins.", ["Headline without a stop", "The text begins."]),
        ("他说。你好。", ["他说。", "你好。"]),
        ("Wait … what? Yes.", ["Wait … what?", "Yes."]),
        ("So did I. Then we left.", ["So did I.", "Then we left."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert sentences(text) == expected


WRAPPED = """The foreign ministers of both countries met on Sunday and
discussed the withdrawal of the fighters with the
United Nations, whose envoy had asked for it,
Reuters reported. Nothing was
agreed."""


def test_a_paragraph_wrapped_at_a_width_is_read_as_one():
    assert sentences(WRAPPED)[0].endswith("Reuters reported.")


def test_white_space_behind_a_long_line_is_no_line():
    line = "that but " * 5 + "xxxxx"

    assert sentence_spans(line + "\n ") == [(0, len(line))]


def test_a_short_line_is_no_wrapped_line():
    assert sentences("Troops leave the front\nthousands still remain") == [
        "Troops leave the front",
        "thousands still remain",
    ]


def test_an_empty_line_always_parts():
    assert len(sentences("A long line without any stop that goes on and on and\n\non in another paragraph")) == 2


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80))
def test_every_letter_and_digit_lies_in_exactly_one_token(text):
    covered = [0] * len(text)
    for start, end in token_spans(text):
        for i in range(start, end):
            covered[i] += 1

    assert max(covered, default=0) <= 1
    assert all(
        n == 1 for character, n in zip(text, covered, strict=True) if character.isalpha() or character.isdecimal()
    )


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="aA.!? \n\"'“”’1", max_size=60))
def test_sentences_cover_every_character_that_is_no_white_space(text):
    covered = set()
    for start, end in sentence_spans(text):
        assert covered.isdisjoint(range(start, end))
        covered.update(range(start, end))

    assert {i for i, character in enumerate(text) if not character.isspace()} <= covered


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("Haftar", "haftar"),
        ("US", "US"),
        ("us", "us"),
        ("U.S.", "US"),
        ("U.N.-backed", "UN-backed"),
        ("UN-backed", "UN-backed"),
        ("Russia-Backed", "russia-backed"),
        ("COVID-19", "COVID-19"),
        ("A", "a"),
        ("don’t", "don't"),
        ("’s", "'s"),
        ("ＧＮＡ", "GNA"),
        ("co\u00adop", "coop"),
        ("zero\u200bwidth", "zerowidth"),
        ("non\u2011state", "non-state"),
        ("https://A.example/B.C.", "https://a.example/b.c."),
    ],
)
def test_spellings_of_one_word_share_a_type(raw, folded):
    assert type_of(raw) == folded


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="abAB'’-.é北1", min_size=1, max_size=12))
def test_the_type_of_a_type_is_itself(text):
    for start, end in token_spans(text):
        once = type_of(text[start:end])

        assert type_of(once) == once


def test_a_long_line_of_stops_and_quotes_takes_linear_time():
    text = "".join([". ' ” ( ! "] * 50_000)

    assert len(sentence_spans(text)) > 0
    assert token_spans(text) == []
