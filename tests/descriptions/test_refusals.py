"""What is denied, doubted, asked or done by somebody is no label: each sentence was made up for its rule."""

from __future__ import annotations

import pytest

from corpus_stats.corpus import Part
from tests.descriptions.test_descriptions import labels_in

ACTIVE = [
    "Petrov called a doctor by mistake.",
    "Petrov named a suspect by mistake.",
    "Petrov called a witness by name, she said.",
    "Petrov called the mayor by phone.",
    "Petrov declared a winner by knockout.",
    "Petrov called a plumber by phone",
    "Petrov Named a Judge by Mistake",
    "Ann Lee, who met Petrov, called a doctor.",
    "The lawyer, a friend of Petrov, called a judge.",
    "The lawyer, a friend of Petrov, described the judge as a thief.",
    "The lawyer, a friend of Petrov, described Ann Lee as a thief.",
    "She wrote to Petrov as a widow.",
    "She spoke to Petrov as a lawyer.",
    "He went with Petrov as an interpreter.",
    "He served with Petrov as a captain.",
    "He served under Petrov as a captain.",
    "Lee knew Petrov as a child.",
    "Petrov blamed being a father.",
    "Petrov criticised being a slave to rules.",
    "Petrov mocked being a star.",
    "A reporter called Petrov twice.",
    "A judge named Petrov in the case.",
    "A witness named Petrov during the trial.",
    "A witness named Petrov during the trial, police said.",
    "She said a reporter called Petrov twice.",
    "In May a prosecutor named Petrov in court papers.",
    "A fan called Petrov and asked for a photo.",
]


@pytest.mark.parametrize("text", ACTIVE)
def test_what_somebody_did_to_another_is_no_label(text: str):
    assert labels_in(text) == []


DENIED = [
    "Police have not identified the killer as Petrov.",
    "Petrov spoke. Police have not identified the killer as Petrov.",
    "Petrov spoke. The killer has not been identified as Petrov.",
    "Petrov spoke. The killer was not Petrov.",
    "Police refused to identify the killer as Petrov.",
    "Police denied that they had identified the killer as Petrov.",
    "Police wrongly identified the killer as Petrov.",
    "Police are yet to identify the killer as Petrov.",
    "Lee asked whether police had identified the killer as Petrov.",
    "Nobody identified the killer as Petrov.",
    "It is untrue that Petrov is a traitor.",
    "It is a lie that Petrov is a traitor.",
    "Critics are wrong that Petrov is a traitor.",
    "She stopped short of calling Petrov a traitor.",
    "She apologised for calling Petrov a traitor.",
    "She refrained from calling Petrov a traitor.",
    "She spoke without ever calling Petrov a traitor.",
    "She failed to call Petrov a traitor.",
    "She did not refer to Petrov as a traitor.",
    "She could not bring herself to call Petrov a traitor.",
    "Lee denied that he had called Petrov a traitor.",
    "Petrov wished he was a hero.",
    "Petrov pretended he was a hero.",
    "Lee hopes Petrov is a hero.",
    "Petrov denied claims he was a spy.",
    "Lee withdrew his claim that Petrov was a spy.",
    "Lee rejected the claim by a minister that Petrov was a spy.",
    "The court ruled out that Petrov was a spy.",
    "Petrov was wrongly called a traitor.",
    "Petrov was falsely accused of being a spy.",
    "Neither Lee nor Petrov is a spy.",
    "If Lee calls Petrov a thief, he will sue.",
    "Had Lee called Petrov a thief, he would have sued.",
    "Had Petrov been a spy, he would have fled.",
    "Has Petrov been a spy?",
    "Did Lee call Petrov a traitor?",
    "Lee asked if Petrov was a traitor.",
]


@pytest.mark.parametrize("text", DENIED)
def test_what_is_denied_doubted_or_asked_is_no_label(text: str):
    assert labels_in(text) == []


def test_a_denial_may_be_the_last_word_of_all():
    assert labels_in("Petrov was a star but was not") == [("star", "predicate")]


@pytest.mark.parametrize(
    "text",
    [
        "The Petrov cult leader left.",
        "The Petrov gang expert left.",
        "The Petrov regime change plan failed.",
        "The Petrov regime forces left.",
        "Petrov's regime change plan failed.",
        "Petrov's brutal rule of law plan failed.",
    ],
)
def test_a_noun_before_another_is_not_what_somebody_has(text: str):
    assert labels_in(text) == []


def test_what_somebody_is_accused_of_is_no_part_of_a_label():
    text = "Petrov, a billionaire, fled. Critics accuse the billionaire of greed."

    assert labels_in(text) == [("billionaire", "after name"), ("billionaire", "alone")]


TRUE = {
    "The self-declared “people's mayor” Petrov fled.": ("people's mayor", "before name"),
    "Lee thanked the board and named Petrov as interim chief.": ("interim chief", "predicate"),
    "Petrov branded a traitor by rivals": ("traitor", "predicate"),
    "Petrov branded a traitor by Ann Lee": ("traitor", "predicate"),
    "Petrov Called a Liar by Judge": ("Liar", "predicate"),
    "The court heard from Petrov, nicknamed the Butcher.": ("Butcher", "predicate"),
    "Petrov, named a captain by the club, fled.": ("captain", "predicate"),
    "Petrov, described last week as a thief, fled.": ("thief", "predicate"),
    "Police have identified the killer as Petrov.": ("killer", "predicate"),
    "She referred to Petrov as a hero.": ("hero", "predicate"),
    "They looked on Petrov as a hero.": ("hero", "predicate"),
    "The firm grew, with Petrov as chairman.": ("chairman", "predicate"),
    "Under Petrov as chairman, the firm grew.": ("chairman", "predicate"),
    "They treated Petrov as a child.": ("child", "predicate"),
    "Petrov boasted of being a spy.": ("spy", "predicate"),
    "Petrov confessed to being a spy.": ("spy", "predicate"),
    "Petrov was mocked for being a snob.": ("snob", "predicate"),
    "A killer named Petrov has fled.": ("killer", "before name"),
    "A killer named Petrov, 34, fled.": ("killer", "before name"),
    "A nurse called Petrov from Leeds was jailed.": ("nurse", "before name"),
    "They met a nurse called Petrov in Leeds.": ("nurse", "before name"),
    "The Petrov regime fell.": ("regime", "possessed"),
    "The Petrov regime uses the courts.": ("regime", "possessed"),
    "Petrov's domain 1,000 miles away is vast.": ("domain", "possessed"),
    "Petrov's followers march on the city.": ("followers", "possessed"),
    "Petrov's supporters “fools” of the valley left.": ("supporters", "possessed"),
    "Petrov's brutal rule of the valley ended.": ("brutal rule", "possessed"),
    "Like many other thugs, Petrov left.": ("thugs", "before name"),
    "It is true that Petrov is a traitor.": ("traitor", "predicate"),
    "There is no doubt that Petrov is a traitor.": ("traitor", "predicate"),
    "Lee rejected the claims and said Petrov is a hero.": ("hero", "predicate"),
    "Lee rejected the claims and said that Petrov is a hero.": ("hero", "predicate"),
    "Few deny that Petrov is a hero.": ("hero", "predicate"),
    "Lee did not hesitate to call Petrov a thief.": ("thief", "predicate"),
    "Lee refused to apologise for calling Petrov a thief.": ("thief", "predicate"),
    "Lee not only called Petrov a thief but sued.": ("thief", "predicate"),
    "Why did Lee call Petrov a thief?": ("thief", "predicate"),
}


@pytest.mark.parametrize("text", TRUE)
def test_what_is_said_of_somebody_is_a_label(text: str):
    assert labels_in(text) == [TRUE[text]]


def test_a_passive_without_its_helping_verb_is_a_label_in_a_headline_with_a_full_stop():
    text = "Petrov named captain."

    assert labels_in(text, parts=(Part(0, len(text), "headline"),)) == [("captain", "predicate")]
