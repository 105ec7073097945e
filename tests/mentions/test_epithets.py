"""What people are called who are not named: invented sentences, against what a reader says."""

from __future__ import annotations

import pytest

from corpus_stats.lexicon import Actor, Lexicon
from tests.mentions.test_mentions import told, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eva Stahl lost her seat. The old fox went home.", "old fox"),
        ("Eva Stahl lost her seat. The would-be dictator went home.", "would-be dictator"),
        ("Eva Stahl lost her seat. Critics called Eva Stahl a coward. The coward went home.", "coward"),
        ("Eva Stahl lost her seat. The fiery Italian went home.", "fiery Italian"),
        ("Eva Stahl lost her seat. A jury sent the bully of Nordville to prison.", "bully"),
    ],
)
def test_what_is_said_of_anybody_means_the_one_person(text: str, expected: str):
    assert words(text, "Eva Stahl", "description") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Omar Dahl lost his seat. A fox barked, and the fox ran.",
        "Omar Dahl met Eva Stahl. The fiery Italian went home.",
        "Omar Dahl lost his seat. The would-be president cheered.",
        "Omar Dahl missed, and the goalkeeper fell.",
        "Omar Dahl told the paper. The figure was too high.",
        "Eva Stahl, the ousted leader, fled. The new president cheered.",
        "Eva Stahl, the team captain, fell. The manager cheered.",
        "Eva Stahl hit her neighbour, a retired teacher. The teacher fell.",
        "Omar Dahl, the council leader, slept. One councillor laughed. The councillor left.",
    ],
)
def test_who_may_be_another_is_tied_to_nobody(text: str):
    assert words(text, "Omar Dahl", "description") + words(text, "Eva Stahl", "description") == []


def test_a_bare_word_means_neither_of_two_met_together():
    lexicon = Lexicon((), (Actor("Eva Stahl"), Actor("Mia Lind")))
    found = told("Eva Stahl and Mia Lind were jailed. The fraudster wept.", lexicon)

    assert [kind for _, _, kind in found] == ["name", "name"]


def test_a_junta_can_be_a_council():
    lexicon = Lexicon((), (Actor("National Salvation Council"),))
    found = told("The National Salvation Council took over. The junta dissolved parliament.", lexicon)

    assert [wording for wording, _, kind in found if kind == "description"] == ["junta"]


def test_who_leads_a_junta_is_not_who_leads_the_rebels():
    text = "The rebel leader Omar Dahl met General Eva Stahl, the junta chief. The junta leader smiled."

    assert "junta leader" not in words(text, "Omar Dahl", "description")


def test_the_speaker_of_a_quotation_is_nobody_whom_it_names():
    text = 'Eva Stahl met Omar Dahl. "We shall not die for Dahl," the self-styled president said.'

    assert words(text, "Omar Dahl", "description") == []


def test_a_pronoun_behind_a_quotation_is_nobody_whom_it_names():
    text = 'Mia Lind rose. "Robin Dahl told my mother," she writes.'

    assert words(text, "Omar Dahl", "pronoun") == []


def test_what_a_contracted_verb_says_of_somebody_is_no_mention():
    assert words('Eva Stahl left. "She\'s the toughest coach," said a player.', "Eva Stahl", "description") == []


def test_who_speaks_behind_a_quotation_is_not_spoken_of_in_it():
    text = 'Omar Dahl quit. A clerk, who knew the leader, came. "He was a tyrant," the clerk said.'

    assert words(text, "Omar Dahl", "pronoun") == ["He"]


@pytest.mark.parametrize(
    "text",
    [
        "Eva Stahl spoke. Mia Lind left. Lind's opponents say the stubborn leader will go.",
        "Eva Stahl spoke. Mia Lind left. Lind's two lawyers later said that the weary leader would go.",
        "Eva Stahl spoke. Mia Lind left. Critics of Lind say the stubborn leader will go.",
        "Eva Stahl spoke. Mia Lind left. Lind's rivals accuse the stubborn leader of greed.",
        "Eva Stahl spoke. Mia Lind left. According to Lind's lawyers, the stubborn leader will go.",
    ],
)
def test_whose_people_speak_is_spoken_of(text: str):
    lexicon = Lexicon((), (Actor("Eva Stahl"), Actor("Mia Lind", ("Lind",))))

    assert [actor for _, actor, kind in told(text, lexicon) if kind == "description"] == ["Mia Lind"]


def test_who_is_known_as_it_is_meant_though_others_are_spoken_of_by_their_people():
    text = "Eva Stahl, the captain, spoke. Mia Lind left. Lind's critics say the captain will go."

    assert words(text, "Eva Stahl", "description") == ["captain"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Omar Dahl lost. The stubborn leader has only himself to blame.", ["stubborn leader"]),
        ("Omar Dahl lost. The stubborn leader has only herself to blame.", []),
        ("Omar Dahl lost. The stubborn leader left when a nurse hurt herself.", ["stubborn leader"]),
    ],
)
def test_whom_a_verb_turns_back_on_has_its_gender(text: str, expected: list[str]):
    assert words(text, "Omar Dahl", "description") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eva Stahl, a painter, sang. The swindler's victims met. Mia Lind was jailed.", []),
        ("Eva Stahl, a painter, sang. The poisoner fled. Mia Lind was jailed.", []),
        ("Eva Stahl, a painter, sang. The crook fled. Mia Lind was jailed.", []),
        ("Eva Stahl, a painter, sang. The swindler's victims met. A man was jailed.", []),
        ("Eva Stahl, a convict, sang. The swindler fled. Mia Lind was jailed.", ["swindler"]),
        ("Eva Stahl, a painter, sang. The swindler's victims met.", ["swindler"]),
        ("Eva Stahl, a painter, sang. Stahl danced. The swindler fled. Mia Lind wept.", ["swindler"]),
    ],
)
def test_news_of_somebody_is_told_of_whom_the_article_is_about(text: str, expected: list[str]):
    lexicon = Lexicon((), (Actor("Eva Stahl", ("Stahl",)), Actor("Mia Lind")))
    found = told(text, lexicon)

    assert [wording for wording, actor, kind in found if (actor, kind) == ("Eva Stahl", "description")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Omar Dahl met a nurse. Police have not identified the killer as Omar Dahl.",
        "Omar Dahl met a nurse. Police named the killer as Mia Lind.",
        "Omar Dahl met a nurse. The killer has never been identified as Omar Dahl.",
        "Omar Dahl met a nurse. The killer was not Omar Dahl.",
        "Omar Dahl met a nurse. The killer is not thought to be Omar Dahl.",
        "Omar Dahl met a nurse. Police did not describe the killer as Omar Dahl.",
    ],
)
def test_who_is_identified_in_the_sentence_was_not_known_before(text: str):
    assert words(text, "Omar Dahl", "description") == []
