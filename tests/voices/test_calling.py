"""What somebody calls somebody, in marks of quotation and without: sentences of our own, answers by hand."""

from __future__ import annotations

import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.tokens import tokenize
from corpus_stats.voices import VOICES, Voices, voices


def read(text: str) -> Voices:
    return voices(tokenize(Corpus([Document("a", text, language="en")])))


def rows(text: str) -> list[tuple[str, str]]:
    found = read(text)
    spans = zip(found.kinds.tolist(), found.starts.tolist(), found.ends.tolist(), strict=True)
    return [(VOICES[kind], text[start:end]) for kind, start, end in spans]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('She called him "a clown nobody laughs at".', '"a clown nobody laughs at"'),
        (
            "Rivals branded the owner 'the worst thing to happen to this town since the mill was shut down'.",
            "'the worst thing to happen to this town since the mill was shut down'",
        ),
        (
            'One recalled Berg as "the kindest man I ever met, for a month".',
            '"the kindest man I ever met, for a month"',
        ),
        ('"It is a mess," she said, calling it "the thing I feared".', '"the thing I feared"'),
        ("They called it “Farce.”", "“Farce.”"),
    ],
)
def test_what_a_verb_of_calling_gives_its_object_is_a_fragment(text, words):
    assert rows(text)[-1] == ("fragment", words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('She called: "We will not go home without him."', '"We will not go home without him."'),
        ('He recalled "I was so scared I could not speak to her".', '"I was so scared I could not speak to her"'),
        (
            'The plan called for the town to "get ready for a flood that would come in the spring of next year".',
            '"get ready for a flood that would come in the spring of next year"',
        ),
    ],
)
def test_an_utterance_behind_such_a_verb_is_speech(text, words):
    assert rows(text)[-1] == ("quoted", words)


@pytest.mark.parametrize(
    "text",
    [
        "A man named Karl Berg left.",
        "The firm, called Northern Trust, closed.",
        "A firm called Northern Trust closed.",
        "She called Berg.",
        "A bishop, referred to as Father Paul, wept.",
        "He spoke as a friend.",
    ],
)
def test_the_name_that_somebody_goes_by_is_said_by_nobody(text):
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rivals called Berg, a onetime officer in the Navy, “a spreadsheet in a tie”.", "“a spreadsheet in a tie”"),
        ("Rivals dubbed the mayor, a former boxer, a thug.", "a thug"),
        ('He addressed his rival as "my friend" and left.', '"my friend"'),
        ('It is a deal which Berg has referred to as "the worst ever".', '"the worst ever"'),
        ("The group that has been described by critics as a cult has gone.", "a cult"),
        ("Rita Cole, whom the mayor has called a liar, left.", "a liar"),
        ("Also held was Ann Moor, identified by the police as the group's treasurer.", "the group's treasurer"),
    ],
)
def test_the_judgement_alone_is_that_of_whoever_judges(text, words):
    assert [content for _, content in rows(text)] == [words]


def test_what_somebody_speaks_of_is_judged_behind_as():
    assert rows('They referred to the strike as "a riot".') == [("fragment", '"a riot"')]


def test_a_noun_like_a_verb_belongs_to_the_judgement():
    assert rows("Former staff described Halden as a one-man show.") == [("paraphrase", "as a one-man show")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('She said Halden was a house of cards, and described him as "a liar".', "Halden was a house of cards"),
        ("The group said he had run away, and called the deal an insult.", "he had run away"),
        ("The bank said it cost three million, a figure shopkeepers dispute.", "it cost three million"),
        (
            'It teaches that light is "stolen fire from above us", yet ran a shop.',
            'that light is "stolen fire from above us',
        ),
    ],
)
def test_content_ends_where_the_outlet_goes_on(text, words):
    assert rows(text)[0] == ("paraphrase", words)
