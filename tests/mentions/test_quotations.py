"""Which tokens stand between quotation marks."""

from __future__ import annotations

import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.mentions.quotations import quoted
from corpus_stats.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u201cOne two,\u201d said three.", ["One", "two"]),
        ('"One two," said three. "Four."', ["One", "two", "Four"]),
        ("\u2018One two,\u2019 said three.", ["One", "two"]),
        ("'One two,' said three.", ["One", "two"]),
        ("\u00abOne two\u00bb said three.", ["One", "two"]),
        ("\u2018The players\u2019 rights,\u2019 said three.", ["The", "players", "rights"]),
        ("\u201cOne \u2018two\u2019 three\u201d four.", ["One", "two", "three"]),
        ("It\u2019s the players\u2019 day.", []),
        ('"One two\n\nthree', ["One", "two"]),
        ('"One."\n\n"Two."\n\nThree', ["One", "Two"]),
    ],
)
def test_words_between_marks_of_any_shape_are_quoted_until_their_paragraph_ends(text: str, expected: list[str]):
    tokens = tokenize(Corpus([Document("a", text)]))
    found = quoted(tokens)

    assert [text[a:b] for a, b, one in zip(tokens.starts, tokens.ends, found, strict=True) if one] == expected


def test_a_quotation_ends_with_its_document():
    tokens = tokenize(Corpus([Document("a", '"One'), Document("b", "two")]))

    assert quoted(tokens).tolist() == [True, False]
