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
