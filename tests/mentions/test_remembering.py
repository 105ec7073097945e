"""Who is remembered as somebody, and how long it takes to tell: invented sentences."""

from __future__ import annotations

import time

import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.lexicon import Actor, Lexicon
from corpus_stats.mentions import mentions
from corpus_stats.tokens import tokenize
from tests.mentions.test_mentions import told

PERSONS = Lexicon((), (Actor("Eva Stahl", ("Stahl",)), Actor("Omar Dahl", ("Dahl",))))


@pytest.mark.parametrize(
    "text",
    [
        "Eva Stahl ran the plant. The carmaker recalled a faulty driver assistant.",
        "Eva Stahl ran the plant. The report told of a cruel tyrant.",
        "Eva Stahl ran the plant. Witnesses recalled a tall man.",
    ],
)
def test_what_is_no_memory_of_a_person_describes_nobody(text: str):
    assert [one for one in told(text, PERSONS) if one[2] == "description"] == []


@pytest.mark.parametrize(
    "phrase",
    ["Colleagues recalled a petty despot who kept files, ", "Eva Stahl and the banker met Dahl, "],
)
def test_a_sentence_of_many_descriptions_takes_time_in_proportion_to_its_length(phrase: str):
    def seconds(n: int) -> float:
        spent = []
        for _ in range(2):
            tokens = tokenize(Corpus([Document("a", phrase * n, outlet="A", language="en")]))
            start = time.process_time()
            mentions(tokens, PERSONS)
            spent.append(time.process_time() - start)
        return min(spent)

    # twice the ratio of the lengths
    assert seconds(2400) < 2 * 8 * max(seconds(300), 0.02)
