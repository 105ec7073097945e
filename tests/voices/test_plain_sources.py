"""Sources settled for all attributions at once, against the rules that read one: chance sentences, and the seeds."""

from __future__ import annotations

import random
from bisect import bisect_right

import numpy as np
import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.grammar import grammar
from corpus_stats.mentions import names
from corpus_stats.preparation import read_corpus
from corpus_stats.tokens import Tokens, tokenize
from corpus_stats.voices.behind import Behind
from corpus_stats.voices.clauses import Reader
from corpus_stats.voices.heads import NO_NAME, OPEN, heads
from corpus_stats.voices.naming import NameLists, Story, described, entity_of, head_end, unnamed
from corpus_stats.voices.offices import Offices
from corpus_stats.voices.plain_descriptions import descriptions
from corpus_stats.voices.plain_sources import plain_sources, sources_of
from corpus_stats.voices.sources import source_of

Span = tuple[int, int]

PIECES = """
Ann Lee|the mayor of Oslo|Mayor Tom Berg|officials|a senior official|he|she|they|it|who|which|that|the bank's chairman
|some|most of which|several of whom|people familiar with the case|two|both|the ministry itself|the man who led the talks
|the United States|the New York Sun|last week|on Tuesday|in Rome|at a rally in Kent|after the talks|days after the vote
|and|but|or|, and|, but|;|:|,|-|"|(|)|because|when|while|as|if|to|by|with|of|not|also|repeatedly|never|still
|said|says|has said|was told|told reporters|asked|warned of floods|is urging voters|saying|adding|citing reports|claims
|went on to accuse|to deny|to explain the deal|had been quoted|believed|reported|the claim comes after|his latest claim
|the report's finding|according to|met|left early|was closed|are ill|a member of the board|a lawyer, who|the chief, Ann
|speaking|a man saying|accused of theft|allowed them to leave|in an interview published on Monday|Long|familiar|close to
|this newspaper
""".replace("\n", "").split("|")


def chance_text(seed: int, sentences: int = 60) -> str:
    """Sentences of pieces drawn at random: mostly nonsense, with every mark and word that the rules look at."""
    draw = random.Random(seed)
    found = []
    for _ in range(sentences):
        words = " ".join(draw.choice(PIECES) for _ in range(draw.randint(3, 14))).replace(" ,", ",").replace(" ;", ";")
        found.append(words[:1].upper() + words[1:] + ".")
    return " ".join(found)


def reader_of(texts: list[str]) -> Reader:
    tokens = tokenize(Corpus(Document(str(i), text, language="en") for i, text in enumerate(texts)))
    quotes = [
        -1 if tokens.corpus.documents[i].text.count('"', 0, start) % 2 == 0 else i
        for i, start in zip(tokens.documents().tolist(), tokens.starts.tolist(), strict=True)
    ]
    return Reader.of(grammar(tokens), quotes)


def spans_in(reader: Reader, seed: int) -> tuple[list[Span], list[Span]]:
    """Cues of one to three words anywhere, and contents before or behind them in the same sentence."""
    draw = random.Random(seed)
    cues, contents = [], []
    for first, last in zip(reader.bounds, reader.bounds[1:], strict=False):
        for cue in range(first, last):
            end = min(cue + draw.choice((1, 1, 1, 2, 3)), last)
            cues.append((cue, end))
            is_behind = cue == first or draw.random() < 0.6
            start = draw.randint(end, last) if is_behind else draw.randint(first, cue - 1)
            contents.append((start, last if is_behind else draw.randint(start + 1, cue)))
    return cues, contents


@pytest.fixture(scope="module")
def seeds() -> Tokens:
    return tokenize(read_corpus("seeds"))


@pytest.mark.parametrize("seed", range(3))
def test_what_is_settled_at_once_is_what_the_rules_say(seed):
    reader = reader_of([chance_text(100 * seed + i) for i in range(4)])
    cues, contents = spans_in(reader, seed)
    found, _ = plain_sources(Behind(reader), np.array(cues), np.array(contents))
    rows = np.flatnonzero(found.is_known).tolist()

    assert {(i, found.first[i].item(), found.last[i].item()) for i in rows} == {
        (i, *(source_of(reader, *cues[i], *contents[i]) or (-1, -1))) for i in rows
    }


def test_what_is_settled_at_once_in_the_seeds_is_what_the_rules_say(seeds):
    reader = Reader.of(grammar(seeds), np.full(len(seeds), -1))
    cues, contents = spans_in(reader, 1)
    found, _ = plain_sources(Behind(reader), np.array(cues), np.array(contents))
    rows = np.flatnonzero(found.is_known).tolist()

    assert {(i, found.first[i].item(), found.last[i].item()) for i in rows} == {
        (i, *(source_of(reader, *cues[i], *contents[i]) or (-1, -1))) for i in rows
    }


def test_most_sources_of_finite_verbs_in_the_seeds_are_settled_at_once(seeds):
    reader = Reader.of(grammar(seeds), np.full(len(seeds), -1))
    verbs = np.array(reader.flags.finites)
    verbs = verbs[verbs + 2 < np.array([reader.sentence(int(verb))[1] for verb in verbs])]
    found, _ = plain_sources(
        Behind(reader), np.stack([verbs, verbs + 1], axis=1), np.stack([verbs + 1, verbs + 2], axis=1)
    )

    assert found.is_known.mean() > 0.5


@pytest.mark.parametrize("text", ["The warning said it was late.", "Saying so denied it."])
def test_what_is_settled_of_an_article_is_the_same_behind_another_article(text):
    alone, behind = reader_of([text]), reader_of(["It rained.", text])
    shift = len(behind.words) - len(alone.words)
    cues = np.array([(i, i + 1) for i in range(1, len(alone.words) - 1)])
    contents = np.stack([cues[:, 1], np.full(len(cues), len(alone.words))], axis=1)
    one, _ = plain_sources(Behind(alone), cues, contents)
    two, _ = plain_sources(Behind(behind), cues + shift, contents + shift)

    assert one.is_known.tolist() == two.is_known.tolist()


@pytest.mark.parametrize("seed", range(3))
def test_sources_of_many_are_those_of_each(seed):
    reader = reader_of([chance_text(900 + 100 * seed + i) for i in range(4)])
    cues, contents = spans_in(reader, seed)

    assert sources_of(Behind(reader), cues, contents) == [
        source_of(reader, *cue, *content) for cue, content in zip(cues, contents, strict=True)
    ]


def stories_of(seed: int, seeds: Tokens) -> tuple[list[Story], list[Span]]:
    """The stories of an article of chance sentences and of the seeds, and one span of each of their sentences."""
    reader = reader_of([chance_text(seed), *(document.text for document in seeds.corpus.documents)])
    known, draw = names(reader.grammar.tokens), random.Random(seed)
    spans = []
    for first, last in zip(reader.bounds, reader.bounds[1:], strict=False):
        start = draw.randint(first, last - 1)
        spans.append((start, draw.randint(start + 1, last)))
    lists, offices, bounds = NameLists.of(known), Offices(reader, known), reader.grammar.tokens.bounds.tolist()
    return [Story(reader, known, lists, offices, {}, i, start) for i, start in enumerate(bounds[:-1])], spans


@pytest.mark.parametrize("seed", range(2))
def test_names_and_heads_of_many_sources_are_what_the_rules_for_one_say(seed, seeds):
    stories, spans = stories_of(seed, seeds)
    reader, known, bounds = stories[0].reader, stories[0].names, [story.start for story in stories]
    table = np.array(spans)
    found = heads(reader.grammar, known, table[:, 0], table[:, 1])
    rows = [i for i, name in enumerate(found.occurrences.tolist()) if name != OPEN]
    said = {i: described(stories[bisect_right(bounds, spans[i][0]) - 1], *spans[i]) for i in rows}
    names_of = {i: entity_of(stories[0], name) for i in rows if (name := found.occurrences[i].item()) != NO_NAME}

    assert {i: said[i].text for i in names_of} == {i: one.text for i, one in names_of.items()}
    assert {i: said[i].head for i in rows if i not in names_of} == {
        i: reader.words[found.ends[i] - 1] for i in rows if i not in names_of
    }
    assert found.ends.tolist() == [head_end(stories[0], first, last) for first, last in spans]


@pytest.mark.parametrize("seed", range(4))
def test_what_is_described_at_once_is_what_the_rules_for_one_say(seed, seeds):
    stories, spans = stories_of(seed, seeds)
    reader, starts = stories[0].reader, [story.start for story in stories]
    ends = [head_end(stories[0], first, last) for first, last in spans]
    table = np.array(spans)
    found = descriptions(reader, stories[0].names, (table[:, 0], table[:, 1]), np.array(ends))

    assert found == [
        unnamed(stories[bisect_right(starts, span[0]) - 1], *span, end) for span, end in zip(spans, ends, strict=True)
    ]
