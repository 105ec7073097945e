"""Heads of a paragraph before a colon: who speaks, what a headline is about, what leads a picture in."""

from __future__ import annotations

import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.tokens import tokenize
from corpus_stats.voices import voices

BELOW = "\nAnn Moor ran in Leeds on Monday.\nAnn Moor was banned."


def contents(text: str) -> list[str]:
    found = voices(tokenize(Corpus([Document("a", text, language="en")])))
    return [text[a:b] for a, b in zip(found.starts.tolist(), found.ends.tolist(), strict=True)]


@pytest.mark.parametrize(
    ("head", "content"),
    [
        ("Ann Moor: We will fight on", "We will fight on"),
        ("Ann Moor: Ban is a disgrace", "Ban is a disgrace"),
        ("Moor: Ban a disaster for sport", "Ban a disaster for sport"),
        ("Ann Moor: 'Ban a disaster'", "'Ban a disaster'"),
    ],
)
def test_a_name_before_a_headline_says_it(head, content):
    assert contents(head + BELOW) == [content]


def test_a_full_name_before_what_befell_its_owner_is_the_topic():
    assert contents("Ann Moor: Champion banned for life" + BELOW) == []


def test_words_in_capitals_lead_a_picture_in():
    assert contents("Town votes" + BELOW + "\nROAD HOME: Moor at the wheel") == []


def test_a_speaker_in_capitals_who_is_named_again_speaks():
    assert contents("Town votes" + BELOW + "\nANN MOOR: It is over.\nANN MOOR: I am glad.") == [
        "It is over",
        "I am glad",
    ]
