"""Words for persons whom an article names further on: invented articles, against what a reader says."""

from __future__ import annotations

import pytest

from tests.mentions.test_mentions import words


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Veteran ousted from brewery board", ["Veteran"]),
        ("Board ousts founder", ["founder"]),
        ("Outspoken singer says label lied", ["Outspoken singer"]),
    ],
)
def test_a_headline_means_the_one_person_of_the_lead(headline: str, expected: list[str]):
    assert words(f"{headline}\n\nEva Stahl lost his seat on Friday.", "Eva Stahl", "description") == expected


def test_a_standfirst_means_the_one_person_of_the_headline_and_of_the_lead():
    text = "Eva Stahl goes\n\nSinger leaves after two years\n\nEva Stahl left on Friday."

    assert words(text, "Eva Stahl", "description") == ["Singer"]


@pytest.mark.parametrize(
    "text",
    [
        "Firefighter rescued from roof\n\nEva Stahl, a councillor, thanked the crews.",
        "Singer ousted\n\nEva Stahl met Mia Lind.",
        "Singer ousted\n\nEva Stahl, a councillor, left.",
        "Policeman ousted\n\nEva Stahl left on Friday.",
        "A singer left\n\nEva Stahl saw it.",
        "Singer Mia Lind ousted\n\nEva Stahl saw it.",
        "Singer contracts grow\n\nEva Stahl saw it.",
    ],
)
def test_a_headline_means_nobody_who_does_not_fit_alone(text: str):
    assert words(text, "Eva Stahl", "description") == []


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Omar Dahl mourned a star. Eva Stahl, an actress, died on Monday.", []),
        ("Omar Dahl mourned a star. Eva Stahl, 24, died on Monday.", []),
        ("Omar Dahl, 32, wept on Monday.", []),
        ("Omar Dahl, 24, died on Monday. Eva Stahl, 32, wept.", ["Star"]),
        ("Omar Dahl died on Monday.", ["Star"]),
    ],
)
def test_an_age_in_a_headline_is_that_of_the_person_of_the_lead(lead: str, expected: list[str]):
    assert words(f"Star, 24, dies\n\n{lead}", "Omar Dahl", "description") == expected


def test_the_writer_of_an_article_is_not_its_person():
    text = "Founder ousted\n\nBy Omar Dahl\n\nEva Stahl left on Friday."

    assert words(text, "Eva Stahl", "description") == ["Founder"]


def test_somebody_new_is_who_is_named_with_an_age_as_the_next_sentence_begins():
    text = "A hip surgeon was struck off. Eva Stahl, 52, had lied."

    assert words(text, "Eva Stahl", "description") == ["hip surgeon"]


@pytest.mark.parametrize(
    "text",
    [
        "A gunman killed four. Eva Stahl, 52, was hit.",
        "A surgeon met a singer. Eva Stahl, 52, had lied.",
        "A surgeon was struck off. It rained. Eva Stahl, 52, had lied.",
        "It rained. It rained. It rained. It rained. It rained. It rained. A surgeon fled. Eva Stahl, 52, had lied.",
        "A surgeon was struck off. She met Eva Stahl, 52, at noon.",
        "Eva Stahl spoke. A surgeon was struck off. Eva Stahl, 52, had lied.",
    ],
)
def test_somebody_new_is_nobody_who_may_be_another(text: str):
    found = words(text, "Eva Stahl", "description")

    assert "surgeon" not in found
    assert "gunman" not in found


def test_somebody_new_may_have_been_named_in_the_headline():
    text = "Surgeon Eva Stahl struck off\n\nA hip surgeon was struck off. Eva Stahl, 52, had lied."

    assert words(text, "Eva Stahl", "description") == ["hip surgeon"]


def test_the_client_of_a_lawyer_is_whom_the_article_is_about():
    text = 'Eva Stahl was held on Friday. She was silent. "My client is ill," said Mia Lind, a lawyer.'

    assert words(text, "Eva Stahl", "description") == ["client"]


@pytest.mark.parametrize(
    "text",
    [
        'Eva Stahl and Omar Dahl were held. "My client is ill," said Mia Lind, a lawyer.',
        'Eva Stahl rose. She was calm. Eva Stahl told the jury: "My client is ill."',
    ],
)
def test_the_client_of_a_lawyer_is_neither_one_of_two_nor_the_lawyer(text: str):
    assert "client" not in words(text, "Eva Stahl", "description")
