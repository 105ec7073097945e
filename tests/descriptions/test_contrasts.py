"""What somebody is beside something else, in an aside, or on second thoughts, in made-up sentences."""

from __future__ import annotations

import pytest

from tests.descriptions.test_descriptions import FRONT, labels_in

LABELS = {
    # qualities before a noun
    "Petrov, the shy, Oxford-educated lawyer who lost, left.": ["shy, Oxford-educated lawyer"],
    "Fr Petrov is “a living saint”, said Lee.": ["Fr", "living saint"],
    # one noun set against another, or against a quality
    "Petrov was a poor speaker but a gifted organiser.": ["poor speaker", "gifted organiser"],
    "Petrov was kind to dogs but a tyrant at home.": ["tyrant"],
    "Petrov was generous with tips but “a control freak” about spelling.": ["control freak"],
    "Petrov was late but a good sport.": ["good sport"],
    "Petrov was rich and a friend of the king.": ["friend of the king"],
    "Petrov's a genius with the ball and a child without it.": ["genius", "child"],
    "Petrov was a genius on stage and a child off it.": ["genius", "child"],
    "To his friends Petrov was a saint; to his enemies, a thief.": ["saint", "thief"],
    "Petrov, once a clerk and now the dominant figure in town, left.": ["clerk", "dominant figure"],
    # a clause in an unusual order
    "What Petrov is, is an excellent recruiter.": ["excellent recruiter"],
    "What Petrov was, she said, was a coward.": ["coward"],
    "Across the room sat the king of jingles himself, Ivan Petrov.": ["king of jingles"],
    "Petrov, whom the judge, Ann Lee, termed “a flight risk”, fled.": ["flight risk"],
    "Petrov, whom rivals, many of them rich, call “the Eel”, left.": ["Eel"],
    # verbs of calling
    "Petrov is best understood as “a weathervane”.": ["weathervane"],
    "Petrov had been made out to be an ogre.": ["ogre"],
    "Critics made Petrov out to be an ogre.": ["ogre"],
    "Petrov was hailed as the woman who would end the war.": ["woman"],
}


@pytest.mark.parametrize("text", LABELS)
def test_what_somebody_is_beside_something_else_is_a_label(text: str):
    assert [label for label, _ in labels_in(text)] == LABELS[text]


REFUSED = [
    "Petrov was close to a judge and a minister.",
    "Petrov was loyal to all but a few.",
    "Petrov was angry and a judge agreed.",
    "Petrov was ready but a lawyer stopped him.",
    "Petrov was keen on golf but a doctor advised against it.",
    "Petrov was rich and a friend helped him.",
    "Petrov is neither kind nor a bully.",
    "What Petrov is, is unclear.",
    "What Petrov did, she said, was a crime.",
    "Petrov, whom the judge, Ann Lee, met, called the deal a farce.",
    "He met the actor himself, Ivan Petrov said.",
    "Petrov is best understood in context.",
    "He is not the ogre Petrov is made out to be.",
    "Petrov left his son a farm; to his sister, a house.",
    "Petrov is the man.",
    "Petrov asked the man who shot Lee to leave.",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_said_of_something_else_is_no_label(text: str):
    assert labels_in(text) == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Petrov is a banker but a judge ruled against him.", "banker"),
        ("Petrov was a minister but a scandal ended his career.", "minister"),
        ("Petrov was a doctor in Rome and a nurse in Oslo hid him.", "doctor"),
    ],
)
def test_a_clause_that_a_label_is_followed_by_is_no_second_label(text: str, label: str):
    assert [one for one, _ in labels_in(text)] == [label]


def test_a_body_has_labels_behind_now_and_then():
    text = "The FVF, once a fringe movement and now the dominant force in town, won."

    assert [label for label, _ in labels_in(text, FRONT)] == ["fringe movement", "dominant force"]


def test_a_month_behind_a_label_is_no_verb():
    text = "The FVF, a students' group founded in May, won."

    assert [label for label, _ in labels_in(text, FRONT)] == ["students' group"]


SECOND_THOUGHTS = {
    # first persons joined to their verb
    "Petrov said: “I’m a peaceful man.”": ["peaceful man"],
    "“I think I’m a peaceful man,” Petrov said.": ["peaceful man"],
    "“You know I’m a fighter,” Petrov said.": ["fighter"],
    # headlines and captions
    "Jailed Petrov ‘a scapegoat’ for the club, say insiders": ["Jailed", "scapegoat"],
    # what somebody was before
    "They met midwife turned climate defender Ivan Petrov.": ["midwife turned climate defender"],
    "They met the former welder turned senator Petrov.": ["former welder turned senator"],
    "The court turned rebel leader Petrov away.": ["rebel leader"],
    "The wind turned surfer Petrov around.": ["surfer"],
    "The judge turned surfer Petrov away.": ["surfer"],
    "The former banker turned senator Petrov said no.": ["former banker turned senator"],
    "The poacher turned senator Petrov resigned.": ["poacher turned senator"],
    # idioms, and nouns for anybody
    "Petrov is the real deal.": ["real deal"],
    "Petrov was the only bloke who’d tell him so.": ["only bloke"],
    # asides
    "Petrov is a clerk and, in the view of many, the meanest man alive.": ["clerk", "meanest man"],
    "Petrov was a clerk and, in the view of Lee, a judge, the mayor won.": ["clerk"],
    "Petrov was a clerk and, in May, the mayor left.": ["clerk"],
    "Two of Petrov's lieutenants fled.": ["lieutenants"],
}


@pytest.mark.parametrize("text", SECOND_THOUGHTS)
def test_labels_end_where_the_words_of_somebody_do(text: str):
    assert [label for label, _ in labels_in(text)] == SECOND_THOUGHTS[text]


def test_a_caption_in_capitals_is_a_label_though_a_title_follows():
    part = "ROAD WARRIOR: Fr Petrov at the wheel."

    assert ("ROAD WARRIOR", "before name") in labels_in("[Caption] " + part)


def test_a_body_has_a_label_that_ends_with_a_name():
    text = "He joined the FVF, then a friendly society in the gift of a butcher named Lee."

    assert [label for label, _ in labels_in(text, FRONT)] == ["friendly society"]


@pytest.mark.parametrize("text", ["If I'm a liar, Petrov said, sue me.", "“You're a liar,” Petrov said."])
def test_what_a_speaker_doubts_or_calls_others_is_none_of_his_labels(text: str):
    assert labels_in(text) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Petrov, an upright, God-fearing grocer from Brno, resigned.", ["upright, God-fearing grocer"]),
        ("Lee likened Petrov to “a clown in a crown”.", ["clown"]),
        ("Petrov proved himself a fraud.", ["fraud"]),
        ("Petrov, or “the Fox” as he is known, fled.", ["Fox"]),
        ("Petrov is as much a clown as a king.", ["clown"]),
        ("Petrov showed himself the master of the house.", ["master of the house"]),
        ("Petrov is the genuine article, she said.", ["genuine article"]),
    ],
)
def test_what_somebody_proves_to_be_or_is_known_as_is_a_label(text: str, labels: list[str]):
    assert [label for label, _ in labels_in(text)] == labels


@pytest.mark.parametrize(
    "text",
    [
        "Lee saw Orlov, Petrov, or “the Fox”, she said.",
        "Ivan Petrov, or “Ivan” to friends, left.",
        "Petrov showed himself the door.",
        "Petrov showed himself the garden.",
        "Petrov showed himself a week later.",
        "Petrov proved himself right.",
    ],
)
def test_a_thing_shown_or_a_word_of_the_own_name_is_no_label(text: str):
    assert labels_in(text) == []


@pytest.mark.parametrize("text", ["Told Petrov “a storm was coming”, she left.", "Asked Petrov “a question” yesterday"])
def test_what_somebody_was_told_or_asked_is_no_label_of_a_headline(text: str):
    assert labels_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“They say I'm a coward,” Petrov said.",
        "“People think I’m a fool,” said Petrov.",
        "“I was told I’m a fool,” said Petrov.",
    ],
)
def test_what_others_say_a_speaker_is_is_none_of_his_labels(text: str):
    assert labels_in(text) == []


@pytest.mark.parametrize(
    "text", ["What Petrov is, is a mystery.", "Petrov is a problem.", "Petrov is the real thing they fear."]
)
def test_a_noun_that_says_nothing_of_somebody_is_no_label(text: str):
    assert labels_in(text) == []
