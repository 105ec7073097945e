"""The rules that the words beside a mention close would have found nothing there."""

from __future__ import annotations

import numpy as np
import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.descriptions import descriptions
from corpus_stats.descriptions.openings import (
    AFTER,
    APART,
    BEFORE,
    HELD,
    INVERTED,
    NAMED,
    OWNING,
    PREDICATE,
    STANDING_AS,
    openings,
)
from corpus_stats.lexicon import Lexicon, read_lexicon
from corpus_stats.mentions import mentions
from corpus_stats.preparation import read_corpus
from corpus_stats.tokens import tokenize
from tests.descriptions import test_descriptions as given
from tests.descriptions import test_refusals as refused

GIVEN = (given.BEFORE, given.AFTER, given.PREDICATES, given.SEVERAL, given.APART, given.NO_LABEL)
REFUSED = (refused.ACTIVE, refused.DENIED, refused.TRUE)


@pytest.fixture(params=["seeds", "sentences"])
def corpus_with_lexicon(request) -> tuple[Corpus, Lexicon]:
    """The articles in ``seeds/``; and every sentence of the tests beside, each a document."""
    if request.param == "seeds":
        return read_corpus("seeds"), read_lexicon("seeds/lexicon.toml")
    listed = [text for texts in (*GIVEN, *REFUSED) for text in texts]
    corpus = Corpus([Document(f"{i:04d}", text) for i, text in enumerate(listed)])
    return corpus, Lexicon((), (given.PETROV, given.FRONT))


def test_no_opening_closes_a_rule_that_would_find_a_label(monkeypatch, corpus_with_lexicon):
    corpus, lexicon = corpus_with_lexicon
    found = mentions(tokenize(corpus), lexicon)
    chosen = descriptions(found)
    rules = BEFORE | AFTER | APART | OWNING | STANDING_AS | HELD | PREDICATE | NAMED | INVERTED
    monkeypatch.setattr("corpus_stats.descriptions.reading.openings", lambda *places: openings(*places) | rules)
    everywhere = descriptions(found)

    assert len(chosen) > 40
    for column in ("first", "last", "actors", "attached"):
        np.testing.assert_array_equal(getattr(chosen, column), getattr(everywhere, column))
