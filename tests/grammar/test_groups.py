"""Edges of noun groups, all read at once, against a walk over a few tokens."""

from __future__ import annotations

import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.grammar import grammar, noun_group
from corpus_stats.grammar.groups import groups
from corpus_stats.tokens import tokenize


def test_every_token_of_a_group_has_the_same_edges():
    tokens = tokenize(Corpus([Document("a", "He saw the retired rebel general.")]))

    assert [noun_group(grammar(tokens), i) for i in (3, 4, 5)] == [(3, 4), (3, 5), (3, 6)]


@pytest.mark.parametrize("text", ["", "one"])
def test_a_short_corpus_has_short_groups(text: str):
    found = groups(tokenize(Corpus([Document("a", text)])))

    assert (found.before, found.after) == (bytes(len(text) > 0), bytes(len(text) > 0))


def test_an_edge_is_at_most_255_tokens_away():
    tokens = tokenize(Corpus([Document("a", "rebel " * 1000)]))

    assert max(groups(tokens).before) == 255
