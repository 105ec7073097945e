"""Whom *I* and *you* mean in quotations: invented sentences, against what a reader says."""

from __future__ import annotations

import pytest

from tests.mentions.test_mentions import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"I am a farmer," said Omar Dahl.', ["I"]),
        ('"I am a farmer," Omar Dahl said.', ["I"]),
        ('"I am a farmer," Dahl shrugged.', ["I"]),
        ('Omar Dahl said: "I am a farmer."', ["I"]),
        ("\u2018I am a farmer,\u2019 said Omar Dahl.", ["I"]),
        ('Omar Dahl came. "I\'m a farmer," he said. "They hate me."', ["I'm", "he", "me"]),
        ('"Nobody knows my name," Omar Dahl, an old colonel, said.', ["my"]),
    ],
)
def test_the_speaker_of_a_quotation_is_who_says_i(text: str, expected: list[str]):
    assert words(text, "Omar Dahl", "pronoun") == expected


def test_who_is_told_something_is_you():
    assert words('Eva Stahl was angry. "You lied," she told Dahl.', "Omar Dahl", "pronoun") == ["You"]


@pytest.mark.parametrize(
    "text",
    [
        "Omar Dahl came, and I saw him leave.",
        'Omar Dahl came. "I saw him," said a farmer.',
        'Omar Dahl came. "I saw him," a farmer said.',
        'Omar Dahl said that a farmer had cried: "I am ruined."',
        "Omar Dahl said: \"She told us: 'I am ruined.'\"",
        'Omar Dahl came.\n\n"I am ruined."',
    ],
)
def test_nobody_else_says_i(text: str):
    assert not {"I", "me"}.intersection(words(text, "Omar Dahl", "pronoun"))


def test_those_who_are_told_something_and_not_named_are_not_the_speaker():
    assert "You" not in words('Omar Dahl came. "You lied," he told reporters.', "Omar Dahl", "pronoun")
