"""Whom a description means where several could be meant: invented sentences, against what a reader says."""

from __future__ import annotations

import pytest

from corpus_stats.lexicon import Actor, Lexicon
from corpus_stats.mentions.profiles import root
from corpus_stats.mentions.roles import are_same
from tests.mentions.test_mentions import told, words

PERSONS = Lexicon((), (Actor("Eva Stahl", ("Stahl",)), Actor("Omar Dahl", ("Dahl",))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # of trades there are kings too
        ("Omar Dahl was arrested. The frozen pizza king had hidden his money.", "frozen pizza king"),
        ("Omar Dahl was arrested. The king of the car park had hidden his money.", "king"),
        # what stands before an heir in -ing is no verb
        ("Omar Dahl was arrested. The reclusive shipping millionaire hid his money.", "reclusive shipping millionaire"),
        # who has come down is whom the story is about
        (
            "The surgeon Omar Dahl was struck off. Omar Dahl wept.\n\nThe surgeon Eva Stahl had told on him.\n\n"
            "The disgraced surgeon sold his house.",
            "disgraced surgeon",
        ),
    ],
)
def test_a_description_means_whom_it_fits(text: str, expected: str):
    assert expected in words(text, "Omar Dahl", "description")


@pytest.mark.parametrize(
    "text",
    [
        # who speaks on is who spoke before
        'Eva Stahl lost. Eva Stahl wept. Jo Lund, 27, a cook, said Eva Stahl was rude. "He shouted," the barista said.',
        'Eva Stahl lost. Eva Stahl wept. A captured soldier said Eva Stahl had fled. "He ran," the youth said.',
        # what is the name of a thing
        "The governor Eva Stahl lost. The match for the Governor's Cup was put off.",
        # what is done to everybody
        "Eva Stahl lost. Eva Stahl wept. The strike holds the public hostage.",
        # one of a kind
        "Eva Stahl lost. Eva Stahl wept. The average politician earns less.",
        "Eva Stahl lost. Eva Stahl wept. They had trusted the wrong person.",
        # each side has one
        "The rebel leader Eva Stahl lost. Eva Stahl wept. The enemy burned a village.",
        # God, a place and a machine are nobody met
        "Prophet Omar Dahl was freed. Omar Dahl wept. They sang before the Lord.",
        "The party leader Eva Stahl lost. Eva Stahl left at the head of some thirty men.",
        "The driver Eva Stahl lost. Eva Stahl wept. A friend had paid for the bulldozer.",
        # a firm owns what it lays off
        "The developer Eva Stahl left the town. The troubled developer laid off its last cleaners.",
    ],
)
def test_what_another_may_be_called_is_tied_to_nobody(text: str):
    assert [wording for wording, _, kind in told(text, PERSONS) if kind == "description"] == []


def test_a_hostile_word_is_for_whom_it_goes_with():
    lexicon = Lexicon((), (Actor("Omar Dahl"), Actor("Karl Lind")))
    text = "Omar Dahl fled. Omar Dahl hid. Karl Lind spoke. The fugitive was caught."

    assert ("fugitive", "Omar Dahl", "description") in told(text, lexicon)


@pytest.mark.parametrize("wording", ["church", "sect", "cult", "group"])
def test_an_order_of_something_is_a_body(wording: str):
    lexicon = Lexicon((), (Actor("Order of the Bell"),))
    found = told(f"The Order of the Bell owns a farm. The secretive {wording} sold it.", lexicon)

    assert [kind for _, _, kind in found] == ["name", "description"]


def test_a_sect_that_owns_somebody_is_no_complement():
    lexicon = Lexicon((), (Actor("Order of the Bell"),))
    found = told("The Order of the Bell owns a farm. She was the sect's treasurer.", lexicon)

    assert [wording for wording, _, kind in found if kind == "description"] == ["sect"]


@pytest.mark.parametrize(("text", "expected"), [("The union wants more.", ["union"]), ("They met the union.", [])])
def test_a_union_that_acts_is_the_one_named_long_ago(text: str, expected: list[str]):
    lexicon = Lexicon((), (Actor("Northern Bakers Union"),))
    found = told(f"The Northern Bakers Union met. {'Rain fell. ' * 14}{text}", lexicon)

    assert [wording for wording, _, kind in found if kind == "description"] == expected


@pytest.mark.parametrize(("one", "other", "expected"), [("skipper", "captain", True), ("skipper", "general", False)])
def test_two_words_can_mean_the_same_role(one: str, other: str, expected: bool):
    assert are_same(one, other) is expected


@pytest.mark.parametrize(("one", "other"), [("brit", "british"), ("aussie", "australian"), ("norway", "norwegian")])
def test_a_nation_and_its_people_have_one_root(one: str, other: str):
    assert root(one) == root(other)


def test_a_given_name_tells_whom_she_means():
    lexicon = Lexicon((), (Actor("Rosalind Berg"), Actor("Dale Lund")))
    found = told("Dale Lund met Rosalind Berg. She left.", lexicon)

    assert ("She", "Rosalind Berg", "pronoun") in found


def test_a_given_name_outweighs_pronouns_of_the_other_person_of_a_story():
    lexicon = Lexicon((), (Actor("Rosalind Berg"), Actor("Dale Lund")))
    found = told(
        "Rosalind Berg sang. Dale Lund heard of it. Lund saw that she was poor, that she sang, that she wept.", lexicon
    )

    assert [whom for word, whom, _ in found if word == "she"] == ["Rosalind Berg"] * 3


def test_an_actor_with_an_office_for_a_name_is_a_person():
    lexicon = Lexicon((), (Actor("Duke of Kent"),))

    assert ("He", "Duke of Kent", "pronoun") in told("The Duke of Kent fled. He is a coward.", lexicon)


@pytest.mark.parametrize("text", ["“I” Lee", '"I quit," Lee', "“We"])
def test_a_text_that_ends_behind_a_first_person_is_read(text: str):
    assert told(text, Lexicon((), (Actor("Ann Lee", ("Lee",)),))) == [("Lee", "Ann Lee", "name")] * ("Lee" in text)
