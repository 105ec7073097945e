"""Punctuation, capitals and noun groups of tokens."""

from __future__ import annotations

import numpy as np
import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.grammar import grammar, noun_group
from corpus_stats.grammar.arrays import Grammar, types_of
from corpus_stats.grammar.marks import APOSTROPHE, COMMA, DASH, LINE, OPEN_BRACKET, OWNED, QUOTE, STOP
from corpus_stats.tokens import tokenize


def grammar_of(*texts: str) -> Grammar:
    return grammar(tokenize(Corpus([Document(f"d{i}", text) for i, text in enumerate(texts)])))


def group_around(text: str, word: str) -> str:
    reading = grammar_of(text)
    tokens = reading.tokens
    position = next(i for i in range(len(tokens)) if text[tokens.starts[i] : tokens.ends[i]] == word)
    first, last = noun_group(reading, position)
    return text[tokens.starts[first] : tokens.ends[last - 1]]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("one, two", COMMA),
        ("one \u2014 two", DASH),
        ("one (two", OPEN_BRACKET),
        ("one \u201ctwo", QUOTE),
        ("one. Two", STOP),
        ("one,\n\u201ctwo", COMMA | LINE | QUOTE),
        ("the fighters' two", OWNED),
        ("one 'two", APOSTROPHE),
        ("one two", 0),
    ],
)
def test_marks_stand_at_the_token_after_them(text, marks):
    assert grammar_of(text).marks[-1] == marks


def test_a_hyphen_or_stop_inside_a_token_parts_nothing():
    assert not grammar_of("the U.N.-backed twenty-year-old government's 1,000").marks.any()


def test_marks_of_one_document_are_not_given_to_the_next():
    assert not grammar_of("one.", "two").marks.any()


def test_capitals_are_those_of_the_text():
    assert grammar_of("The \u00c9lys\u00e9e said US aid").is_capital.tolist() == [True, True, False, True, False]


def test_a_token_after_a_comma_or_at_the_start_of_a_sentence_is_not_joined():
    assert grammar_of("He left, she \u201cstayed\u201d put. They won").is_joined.tolist() == [
        False, True, False, True, True, False, True,
    ]  # fmt: skip


def test_an_abbreviation_is_near_the_name_after_its_stop_and_nothing_is_near_behind_the_text():
    assert grammar_of("He met Gen. Lee. They left, too").is_near.tolist() == [
        False, True, True, True, False, True, False, False,
    ]  # fmt: skip


def test_words_are_those_of_the_tokens_in_lower_case():
    assert grammar_of("The US aid", "Aid").words == ["the", "us", "aid", "aid"]


def test_a_list_holds_what_its_array_holds():
    texts = ("Theresa May left. It may rain, May said.", "", "Nobody came.")
    reading = grammar(tokenize(Corpus([Document(str(i), text) for i, text in enumerate(texts)])))

    assert reading.class_list == reading.classes.tolist()
    assert reading.sentence_list == reading.sentences.tolist()


def test_documents_read_in_several_blocks_have_the_marks_that_each_has_alone(monkeypatch):
    texts = ["One, (two", "", "the troops' last", "' three s", "“four” \U0001f600 - Five…", "s"]
    alone = [grammar_of(text) for text in texts]
    monkeypatch.setattr("corpus_stats.grammar.marks._BLOCK", 12)
    together = grammar_of(*texts)

    assert together.marks.tolist() == [mark for one in alone for mark in one.marks.tolist()]
    assert together.is_capital.tolist() == [up for one in alone for up in one.is_capital.tolist()]


def test_an_apostrophe_that_opens_a_document_is_no_possessor():
    assert grammar_of("the troops", "' left").marks[-1] == APOSTROPHE


def test_a_text_of_characters_outside_the_plane_is_read():
    assert np.array_equal(grammar_of("\U0001f600, two three").marks, [COMMA, 0])


@pytest.mark.parametrize(
    ("text", "word", "group"),
    [
        ("Then the rogue general lost.", "general", "rogue general"),
        ("Russia-backed renegade commander Omar Tarhu fled.", "Tarhu", "Russia-backed renegade commander Omar Tarhu"),
        ("Norland's ailing ruler fled.", "ruler", "ailing ruler"),
        ("Norland has recruited fighters abroad.", "fighters", "fighters"),
        ("Norland recruited foreign fighters abroad.", "fighters", "foreign fighters"),
        ("The recruited fighters left.", "fighters", "recruited fighters"),
        ("The fighters' withdrawal began.", "withdrawal", "withdrawal"),
        ("He met an increasingly isolated leader.", "leader", "increasingly isolated leader"),
        ("He met the rebels, tired men.", "men", "tired men"),
        ("He sent 200 fighters.", "fighters", "200 fighters"),
    ],
)
def test_a_noun_group_holds_its_modifiers_and_no_verb(text, word, group):
    assert group_around(text, word) == group


def test_the_grammar_of_the_same_tokens_is_read_once():
    tokens = tokenize(Corpus([Document("a", "One two.")]))

    assert grammar(tokens) is grammar(tokens)


@pytest.mark.parametrize(("word", "found"), [("party", ["PARTY", "party"]), ("left", ["left"]), ("council", [])])
def test_the_types_of_a_word_are_those_in_lower_case_and_in_capitals(word, found):
    tokens = tokenize(Corpus([Document("a", "The PARTY, a US party, left.")]))

    assert sorted(tokens.vocabulary[i] for i in types_of(tokens, [word])) == found


def test_an_empty_corpus_has_an_empty_grammar():
    assert len(grammar_of("").classes) == 0
