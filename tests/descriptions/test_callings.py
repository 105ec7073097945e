"""What a clause calls somebody, whatever the noun: each sentence was made up for its rule."""

from __future__ import annotations

import pytest

from tests.descriptions.test_descriptions import FRONT, labels_in

PREDICATES = {
    # nouns for anybody, with a word that says who
    "Petrov is the fall guy here.": ["fall guy"],
    "She recalled Petrov as “the kindest man I ever met”.": ["kindest man"],
    "Petrov is the best goalkeeper I've ever seen.": ["best goalkeeper"],
    "Petrov was my hero growing up.": ["hero"],
    # one of many, whatever the plural
    "Petrov is one of the best-loved acts of the age.": ["best-loved acts of the age"],
    "Petrov is too much of a coward to fight.": ["coward"],
    "Petrov is every inch the autocrat.": ["autocrat"],
    "Petrov is a lesser evil.": ["lesser evil"],
    # verbs of calling
    "She blasted Petrov as “a weathervane in wellingtons”.": ["weathervane"],
    "She addressed Petrov as “my brother”.": ["brother"],
    "Banks agreed, earning Petrov the nickname “the Eel”.": ["Eel"],
    "Petrov, popularly known as Mad Dog, fled.": ["Mad Dog"],
    "Lee called Petrov, a former pilot, “a calculator with a tie”.": ["calculator"],
    "Lee called Petrov “a clown” and “the fall guy”.": ["clown", "fall guy"],
    "Petrov, 41, identified by police as the ringleader, fled.": ["ringleader"],
    "Petrov, a preacher they call “Doc”, fled.": ["Doc"],
    "Petrov, a boxer she described as a bully, fled.": ["bully"],
    # what somebody is like
    "Lee likened Petrov to a gangster.": ["gangster"],
    "Petrov was compared to a mafia boss.": ["mafia boss"],
    "Lee accused Petrov of behaving like a warlord.": ["warlord"],
    # clauses
    "Petrov, who critics say is a puppet, resigned.": ["puppet"],
    "Lee was a menace and Petrov a coward.": ["coward"],
    "Petrov, 54, ran a bank and was a hero.": ["hero"],
    "Petrov was left a broken man.": ["broken man"],
    "I fear that Petrov came home a soldier.": ["soldier"],
    "They failed to report that Petrov is a fraud.": ["fraud"],
    "Petrov ‘still a hero’ in the town he built": ["hero"],
    "Petrov was a miser with the poor and a spendthrift with the rich.": ["miser", "spendthrift"],
}


@pytest.mark.parametrize("text", PREDICATES)
def test_a_clause_calls_somebody_what_its_noun_is(text):
    assert [label for label, how in labels_in(text) if how == "predicate"] == PREDICATES[text]


NO_LABEL = [
    "Petrov will become second vice-president.",
    "Petrov is expected to become chairman of the board.",
    "He said Petrov will be the next president.",
    "Petrov was the other guy.",
    "Petrov is one of the reasons for the delay.",
    "Petrov is a week away from victory.",
    "They failed to prove that Petrov is a fraud.",
    "Lee was given a medal and Petrov a prize.",
    "Lee was a fool and Petrov a year earlier had fled.",
    "They compared Petrov to Lee.",
    "Petrov, formerly known as Bob Lee, fled.",
    "Petrov, who officials did not say was a thief, left.",
    "Petrov arrived a minute late.",
    "Typical Petrov, then: gone.",
    "The only man Petrov trusted fled.",
    "MINISTER: Petrov must go",
    "BREAKING NEWS: Petrov quits",
    "FORMER PRESIDENT: Petrov must go",
    "Petrov went down hard. As a thug, Lee lied.",
    "Lee phoned Petrov. He called Petrov, at night, a friend said.",
]


@pytest.mark.parametrize("text", NO_LABEL)
def test_what_is_to_come_or_says_nothing_of_somebody_is_no_label(text):
    assert labels_in(text) == []


def test_a_second_noun_with_another_phrase_is_no_second_label():
    assert labels_in("Petrov is a widow with a son and a daughter with asthma.") == [("widow", "predicate")]


APPOSITIONS = {
    "Petrov, the minister and one of her closest allies, quit.": ["minister", "closest allies"],
    "Petrov, the local boy made good, wept.": ["local boy"],
    "Petrov, the guru they call Bob, fled.": ["guru"],
    "Petrov, by then a rich man, left.": ["rich man"],
    "Petrov: a clown, a liar or a genius?": ["clown", "liar", "genius"],
    "Petrov, a Paris-born banker, fled.": ["Paris-born banker"],
}


@pytest.mark.parametrize("text", APPOSITIONS)
def test_an_apposition_says_who_somebody_is(text):
    assert labels_in(text) == [(label, "after name") for label in APPOSITIONS[text]]


OF_BODIES = {
    "The FVF, a money-eating machine that buys votes, won.": [("money-eating machine", "after name")],
    "The FVF, the start-up Ann Lee founded in May, failed.": [("start-up", "after name")],
    "The FVF, the hardcore supporters' group, sang.": [("group", "after name")],
    "The FVF, one of the fastest-growing churches, won.": [("fastest-growing churches", "after name")],
    "The FVF - the firm dubbed ‘Cowboys Inc’ - fled.": [("firm", "after name"), ("Cowboys Inc", "predicate")],
    "They sold his flagship company, FVF, in May.": [("flagship company", "before name")],
    "She left her party, the government, FVF, and the union.": [],
    "The FVF, a day later, said no.": [],
    "His Free Valley Front (FVF) fled.": [],
}


@pytest.mark.parametrize("text", OF_BODIES)
def test_an_apposition_says_what_a_body_is(text):
    assert labels_in(text, FRONT) == OF_BODIES[text]


def test_are_makes_a_name_that_of_many():
    assert labels_in("To us Petrov are thieves, simple as that.") == [("thieves", "predicate")]


def test_capitals_with_a_colon_call_the_name_behind_them():
    assert labels_in("[Photo] ROAD WARRIOR: Petrov at the wheel.") == [("ROAD WARRIOR", "before name")]


def test_a_noun_for_anybody_without_an_article_stands_before_a_name_like_an_office():
    assert labels_in("Self-made man Ivan Petrov fled.") == [("Self-made man", "before name")]


def test_what_is_called_a_persons_empire_is_the_persons():
    assert labels_in("It was the jewel of the Petrov empire.") == [("empire", "possessed")]


SIDES = {
    "Petrov, hailed by some as a saviour and by others as a fraud, fled.": ["saviour", "fraud"],
    "Some see Petrov as a saviour, others as a fraud.": ["saviour", "fraud"],
    "Petrov was described as a genius and by others as the war began.": ["genius"],
    "Lee described Petrov as a friend, and Orlov as a foe.": ["friend"],
    "Prosecutors describe Petrov in the document as a zealot.": ["zealot"],
    "Lee called Petrov, without evidence, a criminal.": ["criminal"],
    "Lee called Petrov, with a friend, a lawyer and a nurse.": [],
    "Petrov promoted himself to major and, in July, to colonel.": ["major", "colonel"],
    "Petrov may be a sinner. He's our sinner.": ["sinner", "sinner"],
}


@pytest.mark.parametrize("text", SIDES)
def test_each_side_has_its_own_name_for_somebody(text):
    assert [label for label, _ in labels_in(text)] == SIDES[text]


GROUPS = {
    "Petrov, a one-man wrecking ball, quit.": "one-man wrecking ball",
    "Petrov, a veteran making films, quit.": "veteran",
    "Petrov, self-appointed guardian of morals, quit.": "self-appointed guardian of morals",
    "Petrov, a quartermaster convicted in absentia of theft of army fuel, fled.": "quartermaster",
}


@pytest.mark.parametrize("text", GROUPS)
def test_an_apposition_is_read_as_far_as_its_noun_goes(text):
    assert labels_in(text) == [(GROUPS[text], "after name")]


def test_the_owner_of_a_bracketed_name_is_no_label_of_it():
    assert labels_in("The leader of the Free Valley Front (FVF) fled.", FRONT) == []


IDIOMS = {
    "Lee wrote Petrov off as a joke.": ["joke"],
    "Petrov was written off as a joke.": ["joke"],
    "Petrov will go down in history as a failure.": ["failure"],
    "Petrov went down as a storm hit.": [],
    "Petrov was cast as the villain.": ["villain"],
    "Petrov cast a vote as a citizen.": [],
    "Petrov has made a name for himself as a bully.": ["bully"],
    "Petrov found the body as a child.": [],
    "Petrov was then a junior minister.": ["junior minister"],
}


@pytest.mark.parametrize("text", IDIOMS)
def test_verbs_that_call_somebody_something_do_so_behind_a_particle_too(text):
    assert [label for label, _ in labels_in(text)] == IDIOMS[text]


def test_a_short_noun_is_no_event_by_its_ending():
    assert labels_in("The FVF is the armed wing of the party.", FRONT) == [("armed wing of the party", "predicate")]
