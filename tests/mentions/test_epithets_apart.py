"""Descriptions without a name beside them, tied by what the text goes on about: invented sentences."""

from __future__ import annotations

import pytest

from corpus_stats.lexicon import Actor, Lexicon
from tests.mentions.test_mentions import told, words

PERSONS = Lexicon((), (Actor("Eva Stahl", ("Stahl",)), Actor("Omar Dahl", ("Dahl",))))


def described(text: str, name: str) -> list[str]:
    return [word for word, actor, kind in told(text, PERSONS) if actor == name and kind == "description"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a sentence goes on about the one person of the sentence before
        (
            "Omar Dahl lost. Omar Dahl wept. Omar Dahl slept.\n\nThey turned to Eva Stahl. The shy veteran smiled.",
            "shy veteran",
        ),
        # adjectives joined by a comma or a conjunction are one group
        ("Eva Stahl, a captain, lost. The brilliant but moody captain wept.", "brilliant but moody captain"),
        ("Eva Stahl, a captain, lost. The brilliant, moody captain wept.", "brilliant, moody captain"),
        # a word like a plural is a verb where it governs something
        ("Eva Stahl, a hacker, lost. The accused hacker shields her face.", "accused hacker"),
        # people are remembered as somebody
        ("Eva Stahl died on Monday. Colleagues remember a generous mentor who never slept.", "generous mentor"),
        ("Eva Stahl died on Monday. One rival spoke of a petty despot who kept files.", "petty despot"),
        # who belongs to her speaks of her
        (
            "Omar Dahl lost. Omar Dahl wept. Omar Dahl met Eva Stahl. She smiled. Her friends admit the loner is rude.",
            "loner",
        ),
        # a trade is also called by a wider word
        (
            "The prosecutor Eva Stahl lost. Omar Dahl, a baker, won. They praised the tireless lawyer.",
            "tireless lawyer",
        ),
        # by a region as by a nation
        ("Eva Stahl lost. The blunt Queenslander wept.", "blunt Queenslander"),
        ("Eva Stahl lost. Critics branded the Norwegian a fool.", "Norwegian"),
    ],
)
def test_a_description_means_whom_the_text_goes_on_about(text: str, expected: str):
    assert expected in described(text, "Eva Stahl")


@pytest.mark.parametrize(
    "text",
    [
        # beside a name others are meant
        "Eva Stahl lost. Eva Stahl wept. Eva Stahl and the captain left.",
        "Eva Stahl lost. Eva Stahl wept.\n\nThe captain met friends of Eva Stahl.",
        # who is named by a description is not who stands in it
        "Eva Stahl lost. Eva Stahl wept. The favourite to succeed Stahl is Jo Lund.",
        # a noun before a noun
        "Eva Stahl, a billionaire, lost. Eva Stahl wept. The billionaire press has praised her.",
        # whom a name follows
        "Eva Stahl, a bishop, lost. Eva Stahl wept. The Bishop of Oslo, Dr Jo Lund, left.",
        # somebody else than who is called so
        "Eva Stahl lost. Eva Stahl wept. The real thief went home.",
        # a witness tells what somebody looked like
        "Eva Stahl lost. Eva Stahl wept. One woman recalled a tall man who ran.",
        # who remembers others
        "Eva Stahl lost. Eva Stahl wept. Stahl recalled a petty despot who kept files.",
        # who is remembered by trade is whoever has it
        "Eva Stahl lost. Eva Stahl wept. One woman recalled a friendly driver who smiled.",
    ],
)
def test_a_description_means_somebody_else(text: str):
    assert described(text, "Eva Stahl") == []


def test_whoever_speaks_is_not_whom_the_quotation_describes():
    text = 'Eva Stahl met Omar Dahl. Omar Dahl wept. "The so-called captain ran," Dahl said.'

    assert described(text, "Omar Dahl") == []


def test_a_lawyer_met_is_the_lawyer_only_by_what_is_said_of_him():
    assert described("The prosecutor Eva Stahl lost. Stahl wept. The lawyer left.", "Eva Stahl") == []


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Priest, 73, chains himself to a gate", "Priest"),
        ("Koruna falls after defiant priest is ousted", "defiant priest"),
        ("Moravia's young priest marks two years", "young priest"),
    ],
)
def test_a_headline_means_whom_the_lead_names(headline: str, expected: str):
    text = f"{headline}\n\nOmar Dahl, a priest, was seen on Monday. Omar Dahl smiled."

    assert expected in described(text, "Omar Dahl")


def test_whom_a_headline_names_is_not_its_bare_noun():
    text = "Omar Dahl quits as priest wins\n\nOmar Dahl, a priest, was seen on Monday. Omar Dahl smiled."

    assert described(text, "Omar Dahl") == []


def test_father_stands_in_full_for_a_priest():
    assert "veteran cleric" in words("Fr Omar Dahl left. The veteran cleric wept.", "Omar Dahl", "description")


def test_a_trade_is_known_far_back():
    text = (
        "The developer Omar Dahl lost. Omar Dahl wept." + " It rained all day." * 20 + " Critics praised the builder."
    )

    assert described(text, "Omar Dahl") == ["builder"]


def test_another_trade_is_not_known_far_back():
    text = "The developer Omar Dahl lost. Omar Dahl wept." + " It rained all day." * 20 + " Critics praised the tycoon."

    assert described(text, "Omar Dahl") == []


def test_a_lawyer_for_somebody_is_not_the_prosecutor_who_was_met():
    text = "The prosecutor Eva Stahl lost. Omar Dahl, a baker, won. The soft-spoken lawyer for the union wept."

    assert described(text, "Eva Stahl") == []


def test_a_killer_of_whom_a_sister_tells_is_not_whose_sister_she_is():
    text = "Eva Stahl met Omar Dahl. She smiled. Her sister said the killer lied."

    assert described(text, "Eva Stahl") == []


@pytest.mark.parametrize(
    ("country", "inhabitant"),
    [
        ("Greek", "Athenian"),
        ("Turkish", "Istanbulite"),
        ("Palestinian", "Gazan"),
        ("South African", "Capetonian"),
    ],
)
def test_who_is_of_a_city_is_of_its_country(country: str, inhabitant: str):
    text = f"The {country} singer Eva Stahl lost. Omar Dahl, a Swedish singer, won. The young {inhabitant} wept."

    assert described(text, "Eva Stahl") == [f"young {inhabitant}"]


def test_a_crew_can_be_called_a_gang():
    lexicon = Lexicon((), (Actor("Null Crew"),))

    assert ("gang", "Null Crew", "description") in told(
        "Null Crew struck. Null Crew boasted. The gang vanished.", lexicon
    )
