"""Whom an invented wording is said of, against what a reader says."""

from __future__ import annotations

import time

import numpy as np
import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.errors import ArgumentError
from corpus_stats.lexicon import Actor, Lexicon
from corpus_stats.mentions import Mentions, mentions, referents
from corpus_stats.tokens import tokenize

ACTORS = (Actor("Omar Dahl", ("Dahl",)), Actor("Eva Stahl", ("Stahl",)), Actor("Norland"))


def read(text: str) -> Mentions:
    return mentions(tokenize(Corpus([Document("a", text, language="en")])), Lexicon((), ACTORS))


def meant(text: str) -> str:
    """Actor that the words between square brackets are said of."""
    start, end = text.index("["), text.index("]") - 1
    found = read(text.replace("[", "").replace("]", ""))
    (actor,) = referents(found, [0], [start], [end]).tolist()
    return ACTORS[actor].name if actor >= 0 else ""


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Omar Dahl [bungled] the talks with Eva Stahl.", "Omar Dahl"),
        ("Eva Stahl said that Omar Dahl had [bungled] the talks.", "Omar Dahl"),
        ("Omar Dahl is a [disgraced] officer, Eva Stahl said.", "Omar Dahl"),
        ("We met Omar Dahl and Eva Stahl's [cowardly] brother.", "Eva Stahl"),
        ("We met Omar Dahl and the [cowardly] Eva Stahl.", "Eva Stahl"),
        ("Eva Stahl came late. Omar Dahl smiled, for he [loathed] her.", "Omar Dahl"),
        ("Omar Dahl met the envoy of Norland, and [bungled] the talks.", "Omar Dahl"),
        ("We asked about a [shameless] attack by Eva Stahl.", "Eva Stahl"),
        ("Eva Stahl met the former [warlord], Omar Dahl.", "Omar Dahl"),
        ("The former [warlord], Omar Dahl, met Eva Stahl.", "Omar Dahl"),
        ("Eva Stahl met Omar Dahl, a former [warlord].", "Omar Dahl"),
        ("Omar Dahl is the worst [warlord], Eva Stahl said.", "Omar Dahl"),
        ("Eva Stahl called Omar Dahl a [liar].", "Omar Dahl"),
        ("Eva Stahl described Omar Dahl as a [liar].", "Omar Dahl"),
        ("Eva Stahl accused Omar Dahl of [plundering] the city.", "Omar Dahl"),
        ("Omar Dahl was called a [liar] by Eva Stahl.", "Omar Dahl"),
        ("It was about Omar Dahl, whom Eva Stahl called a [liar].", "Omar Dahl"),
        ("Omar Dahl and other officers have [bullied] Eva Stahl.", "Omar Dahl"),
        ("Eva Stahl came. Omar Dahl's visit [outraged] her.", "Omar Dahl"),
        ("Eva Stahl said that Omar Dahl had won by [cheating] at the polls.", "Omar Dahl"),
        ("Eva Stahl met [Omar Dahl].", "Omar Dahl"),
        ("Eva Stahl smiled when [Omar Dahl had cheated].", "Omar Dahl"),
        ("Norland fell. Omar Dahl met Eva Stahl when they [bungled] it.", "Norland"),
        ("Omar Dahl, a critic of Eva Stahl, has [bungled] it.", "Omar Dahl"),
        ("Eva Stahl, who came with Omar Dahl, was [ailing].", "Eva Stahl"),
        ("Omar Dahl, a friend of Eva Stahl, was called a [liar].", "Omar Dahl"),
        ("Norland in the days of Eva Stahl had [looted] it.", "Norland"),
        ("Omar Dahl left Norland to his [brother].", "Omar Dahl"),
    ],
)
def test_a_wording_is_said_of_whom_the_sentence_tells(text: str, actor: str):
    assert meant(text) == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ('Omar Dahl lost. "It was [shameful]," Eva Stahl said.', "Omar Dahl"),
        ('Omar Dahl lost. "I was [foolish]," Eva Stahl said.', "Eva Stahl"),
        ("Omar Dahl lost. “It was [shameful],” said Eva Stahl.", "Omar Dahl"),
        ("Norland heard Omar Dahl, Eva Stahl says: “[Shameful] words.”", "Omar Dahl"),
        ("“It was [shameful],” Eva Stahl said.", "Eva Stahl"),
    ],
)
def test_who_speaks_speaks_of_others_unless_of_himself(text: str, actor: str):
    assert meant(text) == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Eva Stahl met Norland and Omar Dahl, an [uneasy] evening.", "Omar Dahl"),
        ("Eva Stahl came. No less [bold] than before was Omar Dahl.", "Omar Dahl"),
        ("Omar Dahl left. Dahl met Eva Stahl. It rained. All was [bleak].", "Omar Dahl"),
    ],
)
def test_where_nothing_tells_it_the_nearest_mention_is_meant(text: str, actor: str):
    assert meant(text) == actor


def test_nobody_is_meant_where_nobody_is_mentioned():
    assert meant("It was all [bleak].") == ""


def test_wordings_are_answered_in_their_order():
    text = "Omar Dahl lied. Eva Stahl won."

    np.testing.assert_array_equal(referents(read(text), [0, 0], [26, 10], [29, 14]), [1, 0])


def test_an_empty_list_of_wordings_has_no_answers():
    assert referents(read("Omar Dahl lied."), [], [], []).shape == (0,)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-1, 2), (3, 99)])
def test_a_wording_outside_its_document_is_refused(start: int, end: int):
    with pytest.raises(ArgumentError, match=rf"^document 'a' has no wording from {start} to {end}; it ends at 15$"):
        referents(read("Omar Dahl lied."), [0], [start], [end])


def test_a_document_outside_the_corpus_is_refused():
    with pytest.raises(ArgumentError, match=r"^document 4 is not in the corpus; it has 1 documents$"):
        referents(read("Omar Dahl lied."), [4], [0], [3])


def test_many_wordings_in_one_long_line_take_linear_time():
    seconds = []
    for n in (1000, 4000):
        found = read("Omar Dahl lied and " * n)
        starts = 19 * np.arange(0, n, 5) + 10
        begin = time.process_time()
        referents(found, np.zeros(len(starts), dtype=int), starts, starts + 4)
        seconds.append(time.process_time() - begin)

    assert seconds[1] < 12 * seconds[0] + 0.2
