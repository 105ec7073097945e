"""What a word can be."""

from __future__ import annotations

import pytest

from corpus_stats.grammar import classes as c
from corpus_stats.grammar.classes import CLASSES, classes_of
from corpus_stats.grammar.verbs import every_form, forms_of, verb_forms


def has(word: str, bit: int) -> bool:
    return bool(int(classes_of([word])[0]) & bit)


@pytest.mark.parametrize(
    "word",
    [
        "general",
        "strongman",
        "ailingman",
        "fighters",
        "columnist",
        "striker",
        "gunmen",
        "mother-of-two",
        "shareholders",
    ],
)
def test_a_word_for_a_person_is_one(word):
    assert has(word, c.PERSON_NOUN)


@pytest.mark.parametrize(
    "word",
    [
        "however",
        "number",
        "stronghold",
        "withdrawal",
        "former",
        "weather",
        "tripoli",
        "shortlist",
        "placeholder",
        "freezer",
        "career",
        "blockbuster",
        "carmaker",
        "closer",
        "specimen",
    ],
)
def test_a_word_that_only_looks_like_one_for_a_person_is_not(word):
    assert not has(word, c.PERSON_NOUN)


@pytest.mark.parametrize(
    "word",
    ["russia-backed", "un-recognised", "self-styled", "treacherous", "76-year-old", "rogue", "deadliest", "hottest"],
)
def test_an_adjective_is_known_by_list_or_ending(word):
    assert has(word, c.ADJECTIVE)


@pytest.mark.parametrize("word", ["runners-up", "passersby", "fathers-in-law", "patriarchs", "superheroes", "shamans"])
def test_an_irregular_plural_of_a_word_for_a_person_is_one(word):
    assert has(word, c.PERSON_NOUN)
    assert has(word, c.PLURAL)


@pytest.mark.parametrize("word", ["sacked", "reviled", "spoiled", "doomed", "trusted"])
def test_a_past_tense_is_no_adjective_by_list(word):
    assert not has(word, c.ADJECTIVE)


@pytest.mark.parametrize("word", ["lovely", "friendly", "cowardly"])
def test_an_adjective_in_ly_is_no_adverb(word):
    assert has(word, c.ADJECTIVE)
    assert not has(word, c.ADVERB)


@pytest.mark.parametrize("word", ["government", "agent", "withdrawal", "student", "interest", "guest"])
def test_a_noun_that_ends_like_an_adjective_is_none(word):
    assert not has(word, c.ADJECTIVE)


@pytest.mark.parametrize(
    ("word", "bit"),
    [("men", c.PLURAL), ("militias", c.PLURAL), ("allies", c.PLURAL), ("thieves", c.PLURAL), ("heroes", c.PLURAL)],
)
def test_a_plural_is_known(word, bit):
    assert has(word, bit)


@pytest.mark.parametrize("word", ["chaos", "crisis", "class", "virus", "politics"])
def test_a_word_that_ends_in_s_may_be_no_plural(word):
    assert not has(word, c.PLURAL)


def test_an_ambiguous_word_has_several_classes():
    assert all(has("general", bit) for bit in (c.TITLE, c.PERSON_NOUN, c.ADJECTIVE))


def test_every_class_has_a_bit_of_its_own():
    bits = [getattr(c, name) for name in CLASSES]

    assert len(set(bits)) == len(CLASSES)
    assert all(bit and bit & (bit - 1) == 0 for bit in bits)


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("deny", "deny denies denying denied"),
        ("stop", "stop stops stopping stopped"),
        ("lie", "lie lies lying lied"),
        ("go", "go goes going went gone"),
        ("agree", "agree agrees agreeing agreed"),
        ("have", "have has having had had"),
        ("offer", "offer offers offering offered"),
        ("weep", "weep weeps weeping wept wept"),
        ("learn", "learn learns learning learned learnt"),
        ("free", "free frees freeing freed"),
        ("foresee", "foresee foresees foreseeing foresaw foreseen"),
        ("vie", "vie vies vying vied"),
        ("bid", "bid bids bidding bid bid"),
        ("rebut", "rebut rebuts rebutting rebutted"),
    ],
)
def test_a_verb_has_the_forms_of_english(base, forms):
    assert [form for form, _ in forms_of(base)] == forms.split()


def test_the_forms_of_several_verbs_are_one_set():
    assert every_form("hit  run") == {"hit", "hits", "hitting", "run", "runs", "ran", "running"}


def test_every_form_names_its_verb():
    assert verb_forms()["withdrew"] == ("withdraw", "past")
    assert verb_forms()["withdrawn"] == ("withdraw", "participle")
