"""Surnames that are small words too, in sentences of our own."""

from __future__ import annotations

import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.grammar import grammar
from corpus_stats.tokens import tokenize


def surnames(text: str, word: str) -> list[bool]:
    """Whether each token of a word has lost its classes."""
    reading = grammar(tokenize(Corpus([Document("a", text)])))
    return [reading.class_list[i] == 0 for i, one in enumerate(reading.words) if one == word]


@pytest.mark.parametrize(
    ("text", "word", "answers"),
    [
        ("Theresa May left the plant. It may rain in May.", "may", [True, False, False]),
        ("Theresa May left the plant. May told us so.", "may", [True, True]),
        ("Theresa May left the plant. May the best win.", "may", [True, False]),
        ("She met Shelley Long in the town. Long ago it rained.", "long", [True, False]),
        ("She met Shelley Long in the town. Later Long left.", "long", [True, True]),
        ("Hope May Fade For Town", "may", [False]),
        ("He told Mark Today it was late, on May 4.", "may", [False]),
        ("May said it was late.", "may", [True]),
        ("May was wet.", "may", [False]),
        ("Mrs May met voters. Mrs. May said that it may rain.", "may", [True, True, False]),
        ("Trump Will quit", "will", [False]),
    ],
)
def test_a_small_word_with_a_given_name_before_it_is_a_surname(text, word, answers):
    assert surnames(text, word) == answers


def test_a_surname_of_one_article_is_a_small_word_in_another():
    texts = ("Theresa May left the plant.", "The plan is that May went well.")
    reading = grammar(tokenize(Corpus([Document(str(i), text) for i, text in enumerate(texts)])))

    assert [reading.class_list[i] == 0 for i, one in enumerate(reading.words) if one == "may"] == [True, False]
