"""Named entities of invented sentences, against what a reader says."""

from __future__ import annotations

import numpy as np
import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.mentions import Names, names
from corpus_stats.tokens import tokenize


def read(*texts: str) -> Names:
    return names(tokenize(Corpus(Document(f"{i}", text, language="en") for i, text in enumerate(texts))))


def found(text: str) -> list[str]:
    """Names as written, in the order of the text."""
    one = read(text)
    tokens = one.tokens
    return [text[tokens.starts[a] : tokens.ends[b - 1]] for a, b in zip(one.first, one.last, strict=True)]


def kinds(text: str) -> dict[str, str]:
    one = read(text)
    return dict(zip(one.entity_names, one.entity_kinds, strict=True))


def genders(text: str) -> dict[str, str]:
    one = read(text)
    return dict(zip(one.entity_names, one.entity_genders, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reporters met John Smith in Paris.", ["John Smith", "Paris"]),
        ("The court tried Osama bin Laden.", ["Osama bin Laden"]),
        ("They saw Bashar al-Assad leave.", ["Bashar al-Assad"]),
        ("The Government of National Accord left.", ["Government of National Accord"]),
        ("He reads the New York Times.", ["New York Times"]),
        ("It is led by Joseph R. Biden Jr. of Delaware.", ["Joseph R. Biden Jr", "Delaware"]),
        ("A UN-backed plan by Alexandria Ocasio-Cortez failed.", ["Alexandria Ocasio-Cortez"]),
    ],
)
def test_names_are_whole(text: str, expected: list[str]):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "However, analysts said so. Violence spread on Monday in January.",
        "Russian officials spoke. A Turkish-backed force left. Americans watched.",
        "The Prime Minister and the President spoke.",
        "I'd say they'll go. They won.",
        "Army Retreats From Capital After Heavy Losses",
        "THE ARMY RETREATS FROM THE CAPITAL",
    ],
)
def test_capitals_of_place_title_or_nationality_are_no_names(text: str):
    assert found(text) == []


def test_titles_are_left_out_of_the_bare_name():
    assert found("Foreign Minister Jan Nowak met General Anna Berg and Mr. Brown.") == [
        "Jan Nowak",
        "Anna Berg",
        "Brown",
    ]


def test_a_title_is_kept_where_it_names_a_body():
    assert found("He spoke to the General Assembly and to General Jones.") == ["General Assembly", "Jones"]


def test_a_headline_in_title_case_yields_the_names_that_the_text_proves():
    assert found("Dahlin Forces Leave Town After Losses\nThey said that Dahlin would go.") == ["Dahlin", "Dahlin"]


def test_a_word_at_the_beginning_of_a_sentence_is_a_name_where_the_document_proves_it():
    assert found("We saw Dahlin. Dahlin left.") == ["Dahlin", "Dahlin"]


def test_a_word_at_the_beginning_of_a_sentence_is_no_name_for_another_documents_sake():
    assert len(read("We saw Dahlin.", "Dahlin left.")) == 1


def test_a_name_ends_where_the_next_begins():
    assert found("He met Republican Paul Gray.") == ["Paul Gray"]


@pytest.mark.parametrize(
    "text",
    [
        "We met Khalil Dahlin. Later Dahlin left.",
        "The Government of National Accord (GNA) spoke. We asked the GNA.",
        "The Libyan National Army left. We asked the LNA.",
        "They joined the Wagner Group. We asked Wagner.",
        "We met Adam B. Schiff. We asked Adam Schiff.",
        "We met Recep Tayyip Erdogan. We asked Tayyip Erdogan.",
    ],
)
def test_the_forms_of_a_name_are_one_entity(text: str):
    assert set(read(text).entities.tolist()) == {0}


@pytest.mark.parametrize(
    "text",
    [
        "We met Anna Dahlin. We met Karl Dahlin.",
        "The White House spoke. We asked the House.",
        "We flew to New York. We saw the city of York.",
    ],
)
def test_names_that_share_a_word_stay_apart(text: str):
    assert len(read(text).entity_kinds) == 2


def test_a_surname_belongs_to_the_namesake_met_most_often():
    one = read("We met Anna Dahlin and Karl Dahlin. We saw Karl Dahlin. We asked Dahlin.")

    assert one.entity_names[one.entities[-1]] == "Karl Dahlin"


def test_the_longest_form_names_an_entity():
    assert read("We asked the GNA. The Government of National Accord (GNA) left.").entity_names == (
        "Government of National Accord",
    )


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("We met Anna Berg.", "Anna Berg", "person"),
        ("We met Mr. Quandt.", "Quandt", "person"),
        ("The spokesman Xhevdet Qosja left.", "Xhevdet Qosja", "person"),
        ("The rebels of the Northern Front left.", "Northern Front", "organisation"),
        ("They asked NATO for help.", "NATO", "organisation"),
        ("They fled to Saudi Arabia at night.", "Saudi Arabia", "place"),
        ("They fought in Qamishli and near Qamishli.", "Qamishli", "place"),
        ("It was called Ziltoid there.", "Ziltoid", "other"),
    ],
)
def test_what_a_name_names(text: str, name: str, kind: str):
    assert kinds(text)[name] == kind


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("We met Anna Berg.", "Anna Berg", "f"),
        ("We met Karl Berg.", "Karl Berg", "m"),
        ("We met Mrs. Quandt.", "Quandt", "f"),
        ("The spokeswoman Xhevdet Qosja left.", "Xhevdet Qosja", "f"),
        ("We met Dr. Xhevdet Qosja. He said so. He left his car.", "Xhevdet Qosja", "m"),
        ("We met Dr. Xhevdet Qosja.", "Xhevdet Qosja", ""),
        ("They asked NATO and its men.", "NATO", ""),
    ],
)
def test_gender_by_given_name_title_or_pronoun(text: str, name: str, gender: str):
    assert genders(text)[name] == gender


def test_a_token_inside_a_name_leads_to_its_entity():
    one = read("We met Anna Berg there.")

    assert [one.entity_at(i) for i in range(5)] == [-1, -1, 0, 0, -1]


def test_occurrences_say_the_name_of_every_token():
    np.testing.assert_array_equal(read("We met Anna Berg there.").occurrences, [-1, -1, 0, 0, -1])


def test_an_empty_corpus_has_no_names():
    assert len(read("")) == 0


def test_the_same_tokens_give_the_same_object():
    tokens = tokenize(Corpus([Document("a", "We met Anna Berg.", language="en")]))

    assert names(tokens) is names(tokens)


def test_a_document_is_read_alike_alone_and_among_others():
    text = "We met Khalil Dahlin. Dahlin left with Mrs. Quandt."
    alone, among = read(text), read("Quandt and Dahlin stayed. So did Anna Quandt.", text)

    assert among.entity_names[-2:] == alone.entity_names


@pytest.mark.parametrize("text", ["Tomas Reka left.", "Andreas Lind, the chief, left."])
def test_a_name_that_ends_like_a_plural_is_whole_at_the_beginning_of_a_sentence(text: str):
    assert found(text) == [" ".join(text.replace(",", "").split()[:2])]


def test_a_plural_that_the_text_has_in_lower_case_is_no_name():
    assert found("Rebels Dahl led lost. The rebels fled.") == ["Dahl"]


def test_letters_for_an_office_end_a_name():
    assert found("They met Wellworth MP Gareth Lunn there.") == ["Wellworth", "Gareth Lunn"]


def test_a_man_with_a_title_is_not_the_woman_of_his_name():
    assert genders("We met Michelle Quandt. Mr. Quandt left.") == {"Michelle Quandt": "f", "Quandt": "m"}


def test_a_speakers_pronouns_do_not_tell_his_gender():
    assert genders("They met Minister Lubor Zeman. \u201cShe is old, she is ill.\u201d") == {"Lubor Zeman": ""}


@pytest.mark.parametrize("line", ["PORT AMAN, May 3 (Reuters) - Rebels left.", "PORT AMAN — Rebels left."])
def test_a_dateline_names_a_place(line: str):
    assert kinds(line)["PORT AMAN"] == "place"


@pytest.mark.parametrize("text", ["They saw the Narmal Barao Samit leave.", "Narmal Barao, a lender, failed."])
def test_a_name_with_an_article_or_called_a_body_is_no_person(text: str):
    assert "person" not in kinds(text).values()
