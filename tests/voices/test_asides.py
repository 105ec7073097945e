"""Speech around asides, broken speech, and speakers that other words stand beside: sentences of our own."""

from __future__ import annotations

import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.tokens import tokenize
from corpus_stats.voices import VOICES, Voices, voices


def read(text: str) -> Voices:
    return voices(tokenize(Corpus([Document("a", text, language="en")])))


def contents(text: str) -> list[str]:
    found = read(text)
    return [text[a:b] for a, b in zip(found.starts.tolist(), found.ends.tolist(), strict=True)]


def test_who_is_accused_in_the_sentence_before_is_he_who_denies_it():
    text = "Tom Okes, an envoy, visited the camp. Nurses said the warlord had burnt it. He denied it."

    assert read(text).speakers[-1] == "the warlord"


def test_a_person_of_whom_many_tell_speaks_in_the_next_sentence():
    text = "Tom Okes said he was tired. Nurses said Karl Brandt had burnt the camp. He said it was a lie."

    assert read(text).speakers[-1] == "Karl Brandt"


def test_one_without_a_name_of_whom_many_tell_does_not_speak_for_another():
    text = "Tom Okes said he was tired. Nurses said the judge was wrong. He said he would appeal."

    assert read(text).speakers[-1] == "Tom Okes"


def test_what_is_said_in_a_statement_is_given_once():
    assert contents("The union said in a statement that the tyrant Karl Brandt had fled.") == [
        "that the tyrant Karl Brandt had fled"
    ]


def test_the_owner_of_a_claim_says_what_it_says():
    assert "Tom Okes" in read("Rita Cole tried to counter Tom Okes's claims that she was ill.").speakers


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The sailor, believed dead, returned home on Monday.", "dead"),
        ("Two climbers, reported missing last week, were found.", "missing last week"),
    ],
)
def test_what_somebody_is_held_to_be_ends_with_its_aside(text, content):
    assert contents(text) == [content]


def test_nobody_says_what_somebody_is_held_to_be():
    assert read("The sailor, believed dead, returned home on Monday.").speakers == (None,)


def test_the_subject_of_an_aside_is_not_that_of_the_clause_before():
    assert read("When the dam broke, Rita Cole, citing ill health, resigned.").speakers == ("Rita Cole",)


@pytest.mark.parametrize("mark", ['"', "'"])
def test_speech_that_is_broken_off_behind_a_form_of_be_has_one_speaker(mark):
    text = f"{mark}It was,{mark} said Rita Cole, {mark}a very long way to go for a town of this size.{mark}"

    assert read(text).speakers == ("Rita Cole", "Rita Cole")


def test_a_short_rest_of_broken_speech_is_speech():
    found = read("'The bridge,' said Rita Cole, 'is unsafe.'")

    assert found.speakers == ("Rita Cole", "Rita Cole")
    assert set(found.kinds.tolist()) == {2}


def test_people_who_were_briefed_say_nothing_by_that():
    text = "The Daily Post, citing people briefed on the matter, said the sale was near."

    assert contents(text) == ["the sale was near"]


def test_sources_that_are_cited_are_not_what_is_said():
    text = "Reuters reported last week, citing two sources close to the bank, that the sale was near."

    assert contents(text) == ["that the sale was near"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Rita Cole told the court she would appeal.", "she would appeal"),
        ("The envoy told reporters on Friday the talks had failed.", "the talks had failed"),
        ("He told the men it was over.", "it was over"),
        (
            "Letters show Rita Cole wired money that nobody could trace.",
            "Rita Cole wired money that nobody could trace",
        ),
        ("The bank was able to confirm the sum but acknowledged in a note that it was large.", "the sum"),
        ("Radio Sol said the road was shut, a claim that drivers disputed.", "the road was shut"),
        ("The minister ruled out a review of the dam.", "a review of the dam"),
    ],
)
def test_content_begins_and_ends_where_somebody_else_does(text, content):
    assert contents(text)[0] == content


@pytest.mark.parametrize("name", ["May", "Long", "Brown", "Young", "Hope", "Rose"])
def test_a_surname_that_is_a_word_too_speaks(name):
    text = f"Theresa {name} went to the plant. {name} said it was shut. On Friday, {name} told voters it was late."

    assert all(name in str(speaker) for speaker in read(text).speakers)


@pytest.mark.parametrize("name", ["May", "Brown", "Hope", "Rose", "Young"])
def test_a_surname_that_is_a_word_too_speaks_where_it_stands_alone(name):
    found = read(f"{name} said the plant was shut.")

    assert (found.speakers, found.source_kinds) == ((name,), ("named",))


def test_who_says_that_another_said_so_speaks_in_the_next_sentence():
    text = "Tom Okes warned that Karl Brandt opposes the dam. “It is unsafe,” he said."

    assert read(text).speakers[-1] == "Tom Okes"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Brandt, a lawyer nicknamed "the Shark", told clients that fees would rise.', "Brandt"),
        ('Rita Cole, a surgeon dubbed "the Saint", said it was over.', "Rita Cole"),
        ('The vote was dubbed "a farce", said Rita Cole.', "Rita Cole"),
    ],
)
def test_a_nickname_in_an_aside_is_no_speech_before_a_verb(text, speaker):
    assert speaker in read(text).speakers
    assert not {"clients", "the Shark", "the Saint"} & set(read(text).speakers)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The dam, in the words of its builder, is a cathedral.", ["The dam", "is a cathedral"]),
        ("The law was, in her view, a mistake.", ["The law was", "a mistake"]),
        ("He was feared by all and, in the view of one bishop, a tyrant.", ["a tyrant"]),
        ("He said the plan, in the view of the bank, was bad.", ["the plan", "was bad"]),
        ("The tower, in full view of the port, was a ruin.", []),
        ("The bridge, in the words of the song, is falling down.", []),
    ],
)
def test_a_view_inside_a_clause_holds_what_stands_around_it(text, said):
    found = read(text)

    assert [text[a:b] for a, b, cue in zip(found.starts, found.ends, found.cue_starts, strict=True) if cue > 5] == said


@pytest.mark.parametrize(
    "text",
    [
        "The mayor mocked the plan, describing it as a farce.",
        "The mayor condemned the plan, branding the bishop a fool.",
    ],
)
def test_a_participle_of_speech_ends_what_the_verb_before_it_holds(text):
    assert contents(text)[0] == "the plan"


def test_what_somebody_is_called_ends_before_what_was_done_next():
    assert contents("He called Rita Cole a rare talent before adding that she was late.")[0] == "a rare talent"


def test_a_clause_of_time_is_not_what_is_known_behind_it():
    assert contents("When the club fired him, old hands knew where to look.") == ["where to look"]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Rita Cole said the dealer was “the best friend this parish ever had”.", "fragment"),
        (
            "Rita Cole said the hall was “the ugliest thing that the town, in its pride, had built in a century”.",
            "fragment",
        ),
        ("The truth is “the law has never worked and they know it”.", "quoted"),
    ],
)
def test_a_noun_group_behind_a_form_of_be_is_a_fragment_and_a_clause_is_not(text, voice):
    found = read(text)

    assert [VOICES[kind] for kind in found.kinds if VOICES[kind] != "paraphrase"] == [voice]


def test_what_somebody_is_remembered_as_is_the_wording_of_who_remembers():
    found = read("Karl Brandt remembered a courteous rival.")

    assert found.is_attitude.tolist() == [False]


def test_a_text_that_ends_before_whose_view_it_was_says_nothing():
    assert contents("The law was dead, in the view of") == []
