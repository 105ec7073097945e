from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_stats.corpus import Corpus, Document
from corpus_stats.errors import ArgumentError
from corpus_stats.lexicon import Actor, Lexicon, Term, read_lexicon
from corpus_stats.preparation import read_corpus
from corpus_stats.studies.suggestions import suggested_actors, suggested_terms
from corpus_stats.studies.suggestions.naming import (
    initials_of,
    is_acronym,
    is_acronym_of,
    is_spelling_of,
    key_of,
)
from corpus_stats.studies.suggestions.toml import actors_toml
from corpus_stats.tokens import tokenize

# Two articles of two outlets, made up: a person under three spellings and an office, a body and its acronym.
RIVER = (
    "The River Defence Council (RDC) met in the harbour on Monday. Governor Paula Marwick told the River Defence "
    "Council that the dam would hold. Marwick said the RDC had no money left. The stubborn governor left early."
)
HARBOUR = (
    "Engineers of the RDC walked along the dam on Tuesday. Paula Marwik, the embattled governor, was not seen "
    "there. Marwik said nothing to reporters."
)


def tokens_of(*texts):
    documents = [Document(f"a{i}", text, outlet=f"Outlet {i}", language="en") for i, text in enumerate(texts)]
    return tokenize(Corpus(documents))


def row_of(result, column, value):
    (row,) = result.table[result.table[column] == value].to_dict("records")
    return row


# ------------------------------------------------------------------------------------------------------------ one name


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Hague", "hague"),
        ("U.N.", "un"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("al-Sarraj", "sarraj"),
        ("O’Brien", "obrien"),
        ("The", "the"),
    ],
)
def test_names_are_compared_without_accents_dots_articles_and_case(name, key):
    assert key_of(name) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("haftar", "hifter"),
        ("gaddafi", "qaddafi"),
        ("muammar gaddafi", "moammar gaddafi"),
        ("zelensky", "zelenskiy"),
        ("hezbollah", "hizbullah"),
        ("defence council", "defense council"),
    ],
)
def test_two_ways_to_write_a_name_are_one_name(one, other):
    assert is_spelling_of(one, other)
    assert is_spelling_of(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("libya", "libyan"),
        ("iran", "iraq"),
        ("niger", "nigeria"),
        ("austria", "australia"),
        ("zambia", "gambia"),
        ("northern", "southern"),
        ("7th brigade", "9th brigade"),
        ("jane doe", "jane doe smith"),
        ("haftar", "haftar"),
    ],
)
def test_names_that_only_look_alike_are_two(one, other):
    assert not is_spelling_of(one, other)


@pytest.mark.parametrize(
    ("form", "expected"),
    [("UN", True), ("U.N.", True), ("Un", False), ("A", False), ("COUNCIL", False), ("7UP", False)],
)
def test_an_acronym_is_two_to_six_capitals(form, expected):
    assert is_acronym(form) is expected


def test_initials_are_read_with_small_words_and_without():
    assert initials_of("Government of National Accord") == {"gona", "gna"}


def test_an_acronym_takes_letters_in_their_order_from_the_beginning_of_a_word():
    assert is_acronym_of("AFRICOM", "US Africa Command") is False  # seven letters are a word
    assert is_acronym_of("AFRCOM", "US Africa Command")
    assert not is_acronym_of("DACA", "Childhood Arrivals")


# -------------------------------------------------------------------------------------------------------------- actors


def test_a_person_is_suggested_with_the_last_name_and_the_title():
    row = row_of(suggested_actors(tokens_of(RIVER)), "name", "Paula Marwick")

    assert (row["kind"], row["n"], row["aliases"], row["titles"]) == ("person", 2, "Marwick", "Governor")


def test_a_body_is_suggested_with_its_acronym():
    row = row_of(suggested_actors(tokens_of(RIVER)), "name", "River Defence Council")

    assert (row["kind"], row["n"], row["aliases"]) == ("organisation", 4, "RDC")


def test_another_spelling_in_another_article_is_an_alias():
    row = row_of(suggested_actors(tokens_of(RIVER, HARBOUR)), "name", "Paula Marwick")

    assert row["n"] == 4
    assert (row["n_documents"], row["n_outlets"]) == (2, 2)
    assert set(row["aliases"].split(" | ")) == {"Marwick", "Marwik", "Paula Marwik"}


def test_an_acronym_alone_in_another_article_counts_for_its_expansion():
    row = row_of(suggested_actors(tokens_of(RIVER, HARBOUR)), "name", "River Defence Council")

    assert (row["n"], row["n_documents"]) == (5, 2)


def test_names_below_the_least_count_are_left_out():
    assert "River Defence Council" not in set(suggested_actors(tokens_of(RIVER), min_count=5).table["name"])


def test_an_actor_of_the_lexicon_is_marked_and_what_it_lacks_is_told():
    lexicon = Lexicon((), (Actor("Governor Marwick", ("Marwick",)),))

    result = suggested_actors(tokens_of(RIVER, HARBOUR), lexicon)
    row = row_of(result, "name", "Paula Marwick")

    assert (row["in_lexicon"], row["actor"]) == (True, "Governor Marwick")
    assert row["new_aliases"].split(" | ") == ["Paula Marwick", "Marwik", "Paula Marwik"]


def test_an_actor_of_the_lexicon_is_no_candidate():
    lexicon = Lexicon((), (Actor("Paula Marwick"),))

    result = suggested_actors(tokens_of(RIVER), lexicon)

    assert [actor.name for actor in result.lexicon.actors] == ["River Defence Council"]


def test_every_hit_is_a_slice_of_its_document():
    tokens = tokens_of(RIVER, HARBOUR)

    hits = suggested_actors(tokens).hits

    assert len(hits) == 9
    assert [tokens.corpus[row.document].text[row.start : row.end] for row in hits.itertuples()] == list(hits["text"])


def test_a_passage_has_at_most_25_words_and_holds_the_name():
    words = " ".join(f"word{i}" for i in range(40))
    passages = suggested_actors(tokens_of(f"It says {words} Paula Marwick – {words}. Paula Marwick.")).table["passage"]

    for passage in passages:
        assert "Paula Marwick" in passage
        assert len([word for word in passage.split() if word != "..."]) <= 25


def test_without_a_name_there_is_nothing_to_suggest():
    result = suggested_actors(tokens_of("it rained, and then it rained again."))

    assert len(result.table) == 0
    assert result.cautions == ("No name occurs often enough.",)


def test_the_seeds_give_their_main_actors_with_their_acronyms(seeds):
    result = suggested_actors(tokenize(read_corpus(seeds)))
    aliases = dict(zip(result.table["name"], result.table["aliases"], strict=True))

    assert "Haftar" in aliases["Khalifa Haftar"].split(" | ")
    assert "GNA" in aliases["Government of National Accord"].split(" | ")
    assert "LNA" in aliases["Libyan National Army"].split(" | ")


# ---------------------------------------------------------------------------------------------------------------- TOML


def test_the_file_of_actors_is_read_back_as_the_candidates(tmp_path):
    result = suggested_actors(tokens_of(RIVER, HARBOUR))
    (tmp_path / "actors.toml").write_text(result.toml(), encoding="utf-8")

    read = read_lexicon(tmp_path / "actors.toml")

    assert read.circular is True
    assert {actor.name: actor for actor in read.actors} == {actor.name: actor for actor in result.lexicon.actors}


def test_each_entry_of_the_file_tells_its_count_and_a_passage():
    lines = suggested_actors(tokens_of(RIVER)).toml().splitlines()

    at = lines.index('name = "Paula Marwick"')
    assert lines[at - 3] == "# 2 times, 1 article, 1 outlet"
    assert lines[at - 2].startswith("# “Governor Paula Marwick told the River Defence Council that")


def test_no_alias_of_two_actors_is_written(tmp_path):
    text = "Paula Marwick met Peter Marwick. Marwick spoke. Paula Marwick left. Peter Marwick stayed. Marwick slept."
    (tmp_path / "actors.toml").write_text(suggested_actors(tokens_of(text, "Marwick left. Marwick slept.")).toml())

    forms = [form for a in read_lexicon(tmp_path / "actors.toml").actors for form in (a.name, *a.aliases)]

    assert len(forms) == len(set(forms))


@given(st.lists(st.text(st.characters(exclude_characters="|"), min_size=1), min_size=1, max_size=5))
def test_no_text_of_an_article_breaks_the_file(texts):
    import tomllib

    rows = [
        {
            "name": text, "kind": "person", "aliases": text, "titles": "", "in_lexicon": False, "actor": "",
            "new_aliases": "", "n": 1, "n_documents": 1, "n_outlets": 1, "passage": text,
        }
        for text in texts
    ]  # fmt: skip

    assert len(tomllib.loads(actors_toml(rows))["actor"]) == len(texts)


def test_forms_that_an_actor_of_the_lexicon_lacks_stand_in_a_comment():
    lexicon = Lexicon((), (Actor("Paula Marwick"),))

    lines = suggested_actors(tokens_of(RIVER), lexicon).toml().splitlines()

    assert '# Paula Marwick: aliases = ["Marwick"]' in lines


# --------------------------------------------------------------------------------------------------------------- terms

ACTORS = (Actor("Paula Marwick", ("Marwick", "Marwik", "Paula Marwik")),)


def test_labels_that_the_lexicon_lacks_are_suggested():
    result = suggested_terms(tokens_of(RIVER, HARBOUR), Lexicon((), ACTORS))

    assert "embattled governor" in set(result.table["term"])


def test_a_label_that_the_lexicon_has_is_not_suggested():
    lexicon = Lexicon((Term(("embattled governor",), "loaded"),), ACTORS)

    assert "embattled governor" not in set(suggested_terms(tokens_of(RIVER, HARBOUR), lexicon).table["term"])


def test_without_a_lexicon_the_suggested_actors_are_those_that_are_labelled():
    result = suggested_terms(tokens_of(RIVER, HARBOUR))

    assert "embattled governor" in set(result.table["term"])
    assert result.cautions[0].startswith("No lexicon names the actors: ")


def test_the_file_of_terms_is_read_back_as_the_candidates(tmp_path):
    result = suggested_terms(tokens_of(RIVER, HARBOUR), Lexicon((), ACTORS))
    (tmp_path / "terms.toml").write_text(result.toml(), encoding="utf-8")

    read = read_lexicon(tmp_path / "terms.toml")

    assert [term.name for term in read.terms] == list(result.table["term"])
    assert read.categories == ("to be decided",)


def test_a_lexicon_whose_actors_are_never_mentioned_is_refused():
    lexicon = Lexicon((), (Actor("Nobody Atall"),))

    with pytest.raises(
        ArgumentError,
        match=r"^none of the 1 actors of the lexicon is mentioned; suggest actors \(suggested_actors\) lists whom the "
        r"articles name$",
    ):
        suggested_terms(tokens_of(RIVER), lexicon)


def test_articles_that_name_nobody_twice_are_refused():
    message = (
        r"^there is no lexicon with actors, and the articles name nobody twice, so nobody is there to find labels of; "
        r"suggest actors \(suggested_actors\) lists whom the articles name$"
    )
    with pytest.raises(ArgumentError, match=message):
        suggested_terms(tokens_of("The town slept."))


# -------------------------------------------------------------------------------------------------- a shared last name

_MINISTER = "The prime minister, Tomas Reka, spoke. In the end Tomas Reka left. They saw Tomas Reka again."
_BAKER = "The baker Elena Reka bakes bread. Reka opened her bakery in May."


def test_a_last_name_that_two_persons_share_is_an_alias_of_neither():
    result = suggested_actors(tokens_of(_MINISTER, _BAKER))

    assert result.table.set_index("name")["aliases"].to_dict() == {"Tomas Reka": "", "Elena Reka": ""}


def test_a_shared_last_name_is_told():
    result = suggested_actors(tokens_of(_MINISTER, _BAKER))

    assert result.cautions[1:] == ("Several persons share these last names, which alone stand for none: Reka.",)


def test_who_is_named_once_shares_a_last_name_too():
    result = suggested_actors(tokens_of(_MINISTER, "The baker Elena Reka bakes bread. Then Reka left."), min_count=3)

    assert row_of(result, "name", "Tomas Reka")["aliases"] == ""


def test_a_shared_last_name_goes_to_who_is_named_far_more_often():
    result = suggested_actors(tokens_of(*[_MINISTER] * 4, _BAKER))

    assert (result.table.set_index("name")["aliases"].to_dict(), result.cautions[1:]) == (
        {"Tomas Reka": "Reka", "Elena Reka": ""},
        ("Several persons share these last names, which go to the one named most: Reka to Tomas Reka.",),
    )


def test_the_file_for_a_lexicon_notes_a_shared_last_name():
    text = suggested_actors(tokens_of(_MINISTER, _BAKER)).toml()

    assert "\n# Several persons share these last names, which alone stand for none: Reka.\n" in text
