"""Verbs of saying and their subjects where something else stands between, or nothing is said: sentences of our own."""

from __future__ import annotations

import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.tokens import tokenize
from corpus_stats.voices import Voices, voices


def read(text: str) -> Voices:
    return voices(tokenize(Corpus([Document("a", text, language="en")])))


def contents(text: str) -> list[str]:
    found = read(text)
    return [text[a:b] for a, b in zip(found.starts.tolist(), found.ends.tolist(), strict=True)]


def sources(text: str) -> list[str | None]:
    found = read(text)
    spans = zip(found.source_starts.tolist(), found.source_ends.tolist(), strict=True)
    return [text[a:b] if a >= 0 else None for a, b in spans]


@pytest.mark.parametrize(
    "text",
    [
        "They failed to report that the mill had closed.",
        "Western stations failed to report the march.",
        "He declined to confirm the figure.",
        "It is easy to say when you own a cabin.",
        "It is fair to say that he lost.",
        "It should be noted that the mill had closed.",
        "Those who complained were jailed.",
        "The road he promised has turned into a track.",
        "It sold 40 units a month, per shop.",
    ],
)
def test_nothing_is_said(text):
    assert contents(text) == []


def test_who_never_fails_to_say_says():
    assert contents("She never failed to say that she was sorry.") == ["that she was sorry"]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("He was a man who police say was armed.", "was armed", "police"),
        ("It was what union lawyers say is an illegal strike.", "is an illegal strike", "union lawyers"),
        ("She left in a car that witnesses believe had been stolen.", "had been stolen", "witnesses"),
        ("Tom Okes, who critics say has lied, left.", "has lied", "critics"),
    ],
)
def test_the_subject_of_what_is_said_may_stand_before_who_says_it(text, content, source):
    assert (contents(text), sources(text)) == ([content], [source])


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("He's promised to be back by spring.", "to be back by spring"),
        ("The tribunal ruled she had taken the money.", "she had taken the money"),
        ("The mayor even hinted the rebel could be back.", "the rebel could be back"),
        ("Rita Cole denied that.", "that"),
        ("Tom Okes disputes this.", "this"),
        ("Wages fell by half last year, per county payroll data.", "Wages fell by half last year"),
        ("Rita Cole kept the books, the indictment alleges.", "Rita Cole kept the books"),
        ("Others remembered a generous boss.", "a generous boss"),
    ],
)
def test_what_is_said_is_found(text, content):
    assert contents(text) == [content]


def test_a_charge_that_somebody_denies_is_not_what_he_denies():
    assert contents("It is a charge that the colonel denies.") == []


def test_a_claim_that_somebody_was_denied_something_is_one():
    assert contents("There were claims that he was denied.") == ["that he was denied"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("He had earlier called her a liar.", "He"),
        ("Ann Lee, the mayor, on Monday said it was over.", "Ann Lee, the mayor"),
        ("Not to be outdone, the bishop's aide, Tom Okes, said it was a lie.", "the bishop's aide, Tom Okes"),
        ("She walked out of contract talks and called Berg a fool.", "She"),
        ("He drove to work on Monday, and in the evening said he was tired.", "He"),
        ('"I was careless," he whimpered.', "he"),
        ('"He is a leech," blasted union chief Col Rafferty.', "union chief Col Rafferty"),
        ('"SELL UP": Fans turn on the owner', "Fans"),
        ('A nurse, a widow who begged us, told the River Herald: "I sold my land."', "A nurse, a widow who begged us"),
    ],
)
def test_the_subject_is_found_whatever_stands_between(text, source):
    assert sources(text)[-1] == source


def test_a_relative_clause_behind_who_spoke_is_the_outlets():
    assert contents('"He is ours," said Doreen Pascoe, 78, who taught the boy at school.') == ['"He is ours,"']


def test_speech_behind_a_relative_clause_is_that_of_whom_it_tells():
    assert sources('The guests were led by Stevie Ward, who joked of the hall, "I have not seen it yet."') == ["who"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("On a pirate station aide Dan Luka, himself wanted for robbery, said it was over.", "Dan Luka"),
        ("Paul Ngoma, who as recently as May called him a bandit, left.", "Paul Ngoma"),
        ("The judge heard a nurse, referred to as Witness B, who said he knew nothing.", "a nurse"),
        ("Lead counsel to the prophet, Chief Ade Salako, said he was ill.", "Ade Salako"),
        ('"I extend this hand," the Head of State said.', "the Head of State"),
        ('"I am no cheat," the Croat wrote.', "the Croat"),
    ],
)
def test_whom_a_source_means(text, speaker):
    assert read(text).speakers[0] == speaker


def test_those_who_spoke_are_without_the_word_that_leads_their_clause_in():
    assert read("He said that those who claimed it was over had lied.").speakers[-1] == "those"


def test_who_is_hailed_is_called_so_by_the_outlet():
    found = read("Crowds hailed the soldier-president on Monday.")

    assert found.is_attitude.tolist() == [True]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ('"Let them sue," the mayor grinned, wiping his hands.', "grin"),
        ('"I am no cheat," the mayor sniffed online.', "sniff"),
    ],
)
def test_a_way_of_uttering_is_the_cue_of_what_it_follows(text, verb):
    assert read(text).verbs == (verb,)
