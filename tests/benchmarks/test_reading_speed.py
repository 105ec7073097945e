"""Speed of mentions, voices and labels together, on one core, and how their time grows with the text."""

from __future__ import annotations

import time

import pytest

from corpus_stats.analysis.labels import labels
from corpus_stats.corpus import Corpus, Document
from corpus_stats.lexicon import Lexicon, read_lexicon
from corpus_stats.mentions import mentions
from corpus_stats.preparation import read_corpus
from corpus_stats.tokens import tokenize
from corpus_stats.voices import voices

SEEDS = read_corpus("seeds")
LEXICON = read_lexicon("seeds/lexicon.toml")
ACTOR = "Khalifa Haftar"
# MB of text a second: what is asked for, and what is asserted, since other programs may share the machine; and the
# same where every speaker of every article is asked for besides.
GOAL, BOUND, WITH_SPEAKERS = 2.0, 1.0, 0.8
SIZES = (500_000, 2_000_000, 8_000_000)
# The fastest of several readings is the one that other programs disturbed least.
READINGS = 3


def articles_of(size: int) -> Corpus:
    """The articles in ``seeds/`` again and again, each copy a document, up to `size` characters."""
    documents, length = [], 0
    while length < size:
        seed = SEEDS.documents[len(documents) % len(SEEDS)]
        documents.append(
            Document(f"{len(documents):06d}", seed.text, outlet=seed.outlet, parts=seed.parts, language="en")
        )
        length += len(seed.text)
    return Corpus(documents)


def one_article_of(size: int) -> Corpus:
    """One document of `size` characters."""
    text = "\n".join(document.text for document in SEEDS)
    return Corpus([Document("a", (text + "\n") * (size // len(text)), outlet="A", language="en")])


def seconds(corpus: Corpus) -> tuple[float, float]:
    """Processor seconds of the fastest reading, and of that with every speaker that nobody asked for yet."""
    readings = [_reading(corpus) for _ in range(READINGS)]
    alone, whole = zip(*readings, strict=True)
    return min(alone), min(whole)


def _reading(corpus: Corpus) -> tuple[float, float]:
    """Processor seconds, tokenizing not counted."""
    tokens = tokenize(corpus)
    start = time.process_time()
    mentions(tokens, LEXICON)
    read = voices(tokens)
    labels(tokens, ACTOR, Lexicon((), LEXICON.actors))
    spent = time.process_time() - start
    assert len(read.speakers) == len(read)
    return spent, time.process_time() - start


@pytest.mark.parametrize("corpus_of", [articles_of, one_article_of])
def test_a_megabyte_is_read_in_a_second_and_four_times_the_text_takes_four_times_as_long(corpus_of, record_property):
    taken = {}
    for size in SIZES:
        corpus = corpus_of(size)
        taken[sum(len(document.text) for document in corpus) / 1e6] = seconds(corpus)
    rates = {megabytes: megabytes / spent for megabytes, (spent, _) in taken.items()}
    whole = {megabytes: megabytes / spent for megabytes, (_, spent) in taken.items()}
    for megabytes, rate in rates.items():
        record_property(f"{corpus_of.__name__}, {megabytes:.1f} MB", round(rate, 2))
        print(
            f"\n{corpus_of.__name__}: {megabytes:.1f} MB at {rate:.2f} MB a second (goal {GOAL:g}), "
            f"{whole[megabytes]:.2f} with every speaker"
        )

    middle = sorted(taken)[1]
    assert rates[middle] >= BOUND
    assert whole[middle] >= WITH_SPEAKERS
    assert min(rates.values()) > max(rates.values()) / 2
