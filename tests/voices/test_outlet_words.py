"""Where the outlet's own words end and those of somebody else begin: sentences of our own, answers by hand."""

from __future__ import annotations

import pytest

from corpus_stats.corpus import Corpus, Document, Part
from corpus_stats.tokens import tokenize
from corpus_stats.voices import VOICES, Voices, voices


def read(text: str) -> Voices:
    return voices(tokenize(Corpus([Document("a", text, language="en")])))


def contents(text: str) -> list[str]:
    found = read(text)
    return [text[a:b] for a, b in zip(found.starts.tolist(), found.ends.tolist(), strict=True)]


def voice(text: str, words: str) -> str:
    start = text.index(words)
    return VOICES[int(read(text).at([0], [start], [start + len(words)]).voices[0])]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('The judge described the surgeon as "a menace".', "surgeon"),
        ('The union branded the chairman "a tyrant".', "chairman"),
        ('Calling the ban "a black day", he left.', "ban"),
        ("The bishop urged the colonel to step down.", "colonel"),
        ("The bishop called on the colonel to step down.", "colonel"),
        ("Supporters credit him with ending the war.", "him"),
        ('The agency quoted the general as saying: "We won."', "general"),
    ],
)
def test_whom_somebody_judges_or_addresses_is_the_outlets_to_name(text, words):
    assert voice(text, words) == "outlet"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The general said he had won, although tanks still blocked the road.", "tanks"),
        ('Lee spoke of "a wolf", a reference to the banker.', "banker"),
        ('Lee called the vote "a farce" in a letter to the board.', "letter"),
        ("The union said it would strike, a day after talks failed.", "talks"),
        ("The claim that he took bribes has dogged him.", "dogged"),
        ("The ministry said nine died and accused rebels of shelling a school.", "rebels"),
        ("The rebels, whom the army calls terrorists, hold the road.", "hold"),
        ('What the army calls "freed villages" are ruins.', "ruins"),
    ],
)
def test_the_outlet_goes_on_behind_what_somebody_says(text, words):
    assert voice(text, words) == "outlet"


def test_what_a_bank_called_something_is_no_content_of_what_it_condemned():
    assert contents('The bank condemned what it called "a smear".') == ['"a smear"']


def test_it_is_the_subject_of_the_verb_that_what_it_called_is_the_object_of():
    assert read('The bank condemned what it called "a smear".').speakers == ("the bank",)


@pytest.mark.parametrize("text", ["The firm rejected the claims.", "The firm condemned the move on Friday."])
def test_a_word_for_what_was_said_is_no_content(text):
    assert contents(text) == []


def test_what_goes_before_a_relative_pronoun_and_an_aside_is_the_outlets():
    assert contents("He was a man who, the court heard, had lied.") == ["had lied"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('The coach dismissed that account as "gossip".', '"gossip"'),
        ("Villagers remember him as a giant.", "as a giant"),
        ("Denounced as a traitor by his party, Lee quit.", "a traitor"),
        ("Jurors were told he had lied.", "he had lied"),
        ('Another fumed: "Useless."', '"Useless."'),
        ('"No," one aide texted.', '"No,"'),
        ('"Rubbish," snorted one aide.', '"Rubbish,"'),
        ("He admitted to stealing the car.", "stealing the car"),
        ("Analysts expect the pound to fall.", "the pound to fall"),
        ("By his own account, he slept well.", "he slept well"),
    ],
)
def test_content_is_found(text, content):
    assert contents(text) == [content]


# ------------------------------------------------------------------------------------------------------ headlines

BODY = "The river had risen for a week before it took the bridge, and nobody in the town had been told of it."


def headlined(head: str, body: str = BODY) -> Voices:
    text = f"{head}\n\n{body}"
    parts = (Part(0, len(head), "headline"), Part(len(head) + 2, len(text), "body"))
    return voices(tokenize(Corpus([Document("a", text, language="en", parts=parts)])))


def first_content(found: Voices) -> str:
    return found.tokens.corpus.documents[0].text[int(found.starts[0]) : int(found.ends[0])]


def test_a_headline_that_says_who_says_it_needs_no_verb():
    assert first_content(headlined("Bridge 'unsafe' for years, engineers say")) == "Bridge 'unsafe' for years"


def test_what_came_before_is_told_by_the_headline_itself():
    assert first_content(headlined("Premier vows to rebuild bridge after flood")) == "to rebuild bridge"


def test_a_quotation_is_vowed_by_the_subject_of_another_verb_of_the_headline():
    assert headlined("Premier dissolves cabinet, vows 'new start'").speakers[0] == "premier"


def test_a_role_without_an_article_in_a_headline_is_held_by_the_person_named_below():
    found = headlined("Police chief says gang is finished", "Police chief Rosa Marin spoke in the court on Tuesday.")

    assert found.speakers == ("Rosa Marin",)


# ------------------------------------------------------------------------------------------------------- speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A lawyer for the bank, Nina Falk, said it was over.", "Nina Falk"),
        ("The Chief Minister, Mr. Nair, said it was over.", "Nair"),
        ("Tom Hale was held in Leeds. The 29-year-old said it was a mistake.", "Tom Hale"),
        ("Dr Emily Ross saw him. The doctor said he was well.", "Emily Ross"),
        ("Delta Mills shut its plant. The company said demand had fallen.", "Delta Mills"),
        ('Ken Wood could not hide his anger. "We were awful and slow all day."', "Ken Wood"),
        ("The agency quoted the general as saying that the town was calm.", "the general"),
        ("The letter, seen by Nina Falk, says the bank knew of it.", "the letter"),
        ('The union, which calls the plan "theft", will strike.', "the union"),
        ('The officer, whom colleagues call "the Bishop", retired.', "colleagues"),
        ("As Ann Lee, for the Crown, described a man who, she said, had lied, he wept.", "Ann Lee"),
    ],
)
def test_the_source_is_whom_the_text_means(text, speaker):
    assert read(text).speakers[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("A club source who asked not to be identified said the coach had left.", ("a club source",)),
        ("Two nurses who declined to be named told the paper it was over.", ("two nurses",)),
        ("An Arab States report last month blamed him for the war.", ("an Arab States report",)),
        ("The letter she wrote last week accused him of fraud.", ("the letter she wrote",)),
    ],
)
def test_neither_a_negation_nor_a_time_nor_a_verb_of_many_behind_a_name_is_a_source(text, speakers):
    assert read(text).speakers == speakers


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Karl Brandt, the ageing surgeon accused of hiding 20 deaths, resigned on Friday.", "hiding 20 deaths"),
        ("Rita Cole, a clerk suspected of theft, retired in May.", "theft"),
    ],
)
def test_nobody_says_what_one_behind_a_noun_is_accused_of(text, content):
    assert contents(text) == [content]
    assert read(text).speakers == (None,)


@pytest.mark.parametrize(
    "text",
    [
        "Rita Cole claimed that Brandt had tripped her brother, and accused the judges of bias.",
        "Rita Cole said the warden had lied, and denounced his plan.",
    ],
)
def test_who_says_something_says_what_follows_it_behind_a_comma(text):
    assert read(text).speakers == ("Rita Cole", "Rita Cole")
