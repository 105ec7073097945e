"""The ledger of labels: counts, marks, voices, references, refusals."""

from __future__ import annotations

import numpy as np
import pytest

from corpus_stats.analysis.labels import Labels, labels
from corpus_stats.corpus import Corpus, Document
from corpus_stats.errors import ArgumentError, LanguageError
from corpus_stats.evidence import EVIDENCE_COLUMNS
from corpus_stats.lexicon import Actor, Lexicon, Term
from corpus_stats.tokens import Tokens, tokenize

LEXICON = Lexicon(
    terms=(
        Term(("warlord*",), "delegitimising"),
        Term(("renegade", "renegade force"), "delegitimising"),
        Term(("rebel leader",), "delegitimising"),
        Term(("patriot",), "legitimising"),
    ),
    actors=(
        Actor("Ivan Petrov", ("Petrov",), ("General", "Field Marshal"), side="north"),
        Actor("Free Valley Front", ("FVF",), side="north"),
        Actor("Ann Lee", ("Lee",), side="south"),
    ),
    hostile=("delegitimising",),
)


def tokens_of(*texts: str, outlets: tuple[str, ...] | None = None, language: str = "en") -> Tokens:
    names = outlets or tuple("ABCDEFGH"[: len(texts)])
    documents = [
        Document(f"{i}.txt", text, outlet=outlet, language=language)
        for i, (text, outlet) in enumerate(zip(texts, names, strict=True))
    ]
    return tokenize(Corpus(documents))


PAIR = tokens_of(
    "The former warlord Ivan Petrov fled. Critics saw the former warlord Petrov as a coward. He left.",
    "General Ivan Petrov, a patriot, spoke. Petrov's domain is large. “The former warlord Petrov lied,” Ann Lee said.",
)


def counted(result: Labels, label: str, outlet: str) -> dict[str, object]:
    table = result.table
    rows = table[(table["label"] == label) & (table["outlet"] == outlet)].to_dict("records")
    assert len(rows) == 1
    return rows[0]


def test_a_row_counts_the_label_in_one_outlet():
    row = counted(labels(PAIR, "Petrov", LEXICON), "former warlord", "A")

    assert (row["actor"], row["n"], row["n_before_name"], row["n_documents"]) == ("Ivan Petrov", 2, 2, 1)


def test_a_label_is_counted_by_how_it_is_tied_to_the_actor():
    result = labels(PAIR, "Ivan Petrov", LEXICON)

    assert counted(result, "coward", "A")["n_predicate"] == 1
    assert counted(result, "patriot", "B")["n_after_name"] == 1
    assert counted(result, "domain", "B")["n_possessed"] == 1


def test_a_quoted_label_is_not_the_outlets():
    row = counted(labels(PAIR, "Ivan Petrov", LEXICON), "former warlord", "B")

    assert (row["n"], row["n_quoted"], row["n_outlet"]) == (1, 1, 0)


def test_a_term_inside_a_label_marks_it_as_listed():
    row = counted(labels(PAIR, "Ivan Petrov", LEXICON), "former warlord", "A")

    assert (row["category"], row["in_lexicon"], row["nearest"]) == ("delegitimising", True, "")


def test_a_title_of_the_actor_has_the_category_title():
    row = counted(labels(PAIR, "Ivan Petrov", LEXICON), "general", "B")

    assert (row["category"], row["in_lexicon"]) == ("title", True)


def test_a_new_label_has_no_category_and_the_listed_label_most_like_it():
    tokens = tokens_of("They met rebel commander Ivan Petrov.")
    row = counted(labels(tokens, "Ivan Petrov", LEXICON), "rebel commander", "A")

    assert (row["category"], row["in_lexicon"], row["nearest"]) == ("", False, "rebel leader")


def test_the_words_of_a_label_are_counted_wherever_they_stand():
    tokens = tokens_of("The butcher Ivan Petrov fled. A butcher sold meat. The Butcher closed.", "No butcher here.")

    assert counted(labels(tokens, "Ivan Petrov", LEXICON), "butcher", "A")["n_corpus"] == 4


def test_the_words_of_a_label_are_not_counted_across_sentences():
    tokens = tokens_of(
        "The rebel leader Ivan Petrov fled. He met a rebel. Leader of none, he left. A rebel leader died."
    )

    assert counted(labels(tokens, "Ivan Petrov", LEXICON), "rebel leader", "A")["n_corpus"] == 2


def test_the_spans_do_not_depend_on_the_terms():
    names = Lexicon((), LEXICON.actors)
    columns = ["document", "start", "end", "attached"]

    found, same = (labels(PAIR, "Ivan Petrov", one).hits[columns] for one in (LEXICON, names))

    assert found.equals(same)


def test_without_a_lexicon_a_person_is_known_by_the_last_word_of_the_name():
    result = labels(PAIR, "Ivan Petrov")

    assert counted(result, "former warlord", "A")["n"] == 2
    assert not result.table["in_lexicon"].any()


def test_without_a_lexicon_a_body_is_known_by_its_whole_name():
    tokens = tokens_of("The armed group Free Valley Front fled. A loud Front row left.")

    assert labels(tokens, "Free Valley Front").table["label"].tolist() == ["armed group"]


def test_a_title_met_in_one_article_ties_descriptions_in_another():
    tokens = tokens_of("General Ivan Petrov fled.", "Ivan Petrov fled. The rogue general was seen on Monday.")

    assert counted(labels(tokens, "Ivan Petrov"), "rogue general", "B")["n_alone"] == 1


def test_hits_slice_to_their_labels():
    result = labels(PAIR, "Ivan Petrov", LEXICON)
    texts = {document.name: document.text for document in PAIR.corpus}

    assert list(result.hits.columns) == [
        *EVIDENCE_COLUMNS,
        "label",
        "actor",
        "attached",
        "in_lexicon",
        "category",
        "own_side",
    ]
    assert all(texts[hit.document][hit.start : hit.end] == hit.text for hit in result.hits.itertuples())


def test_hits_add_up_to_the_table():
    result = labels(PAIR, ["Ivan Petrov", "Ann Lee"], LEXICON)

    assert result.table["n"].sum() == len(result.hits)
    voices = result.table[["n_outlet", "n_fragment", "n_quoted", "n_paraphrase"]].to_numpy()
    np.testing.assert_array_equal(voices.sum(axis=1), result.table["n"])


def test_references_count_names_descriptions_and_pronouns():
    references = labels(PAIR, "Ivan Petrov", LEXICON).references.set_index("outlet")

    assert references.loc["A", ["n_references", "n_name", "n_pronoun", "n_documents"]].tolist() == [3, 2, 1, 1]
    assert references.loc["A", "side"] == "north"


def test_several_actors_come_in_the_order_of_the_lexicon():
    tokens = tokens_of("The lawyer Ann Lee met the rebel leader Ivan Petrov.")

    assert labels(tokens, ["Lee", "Petrov"], LEXICON).table["actor"].tolist() == ["Ivan Petrov", "Ann Lee"]


DENIAL = "FVF spokesman Omar Adil denied that the renegade FVF uses child soldiers."


def test_a_delegitimising_word_for_the_speakers_own_side_is_the_outlets():
    hit = labels(tokens_of(DENIAL), "FVF", LEXICON).hits.iloc[0]

    assert (hit["text"], hit["voice"], hit["attributed"]) == ("renegade", "outlet", True)


def test_a_delegitimising_word_for_the_other_side_stays_a_paraphrase():
    other = DENIAL.replace("FVF spokesman", "Lee spokesman")
    hit = labels(tokens_of(other), "FVF", LEXICON).hits.iloc[0]

    assert (hit["text"], hit["voice"]) == ("renegade", "paraphrase")


def test_the_table_and_a_caution_say_how_many_words_were_given_to_the_outlet():
    result = labels(tokens_of(DENIAL), "FVF", LEXICON)

    assert result.table.iloc[0][["n_outlet", "n_paraphrase", "n_own_side"]].tolist() == [1, 0, 1]
    assert result.cautions[-1] == (
        "1 hostile label stands in what somebody on the actor's own side is reported to have said. Nobody calls the own"
        " side so: it is counted as the outlet's wording (n_own_side), not as a paraphrase."
    )


@pytest.mark.parametrize("who", ["Omar Adil, a critic of the FVF,", "Omar Adil, an opponent of Petrov,", "Ann Lee"])
def test_a_delegitimising_word_of_an_opponent_stays_a_paraphrase(who):
    hit = labels(tokens_of(f"{who} said that the renegade FVF uses child soldiers."), "FVF", LEXICON).hits.iloc[0]

    assert (hit["text"], hit["voice"]) == ("renegade", "paraphrase")


def test_a_name_with_a_suffix_is_not_that_of_the_father():
    tokens = tokens_of("The lawyer Omar Adil Jr. stayed. The banker Paul Adil left.")

    assert labels(tokens, "Omar Adil Jr.").table["label"].tolist() == ["lawyer"]


def test_a_word_of_no_hostile_category_stays_a_paraphrase():
    hit = labels(tokens_of(DENIAL.replace("renegade", "heroic")), "FVF", LEXICON).hits.iloc[0]

    assert (hit["text"], hit["voice"]) == ("heroic", "paraphrase")


def test_a_capitalised_headline_gives_the_same_label():
    tokens = tokens_of("REBEL LEADER PETROV FLEES CAPITAL\n\nThe rebel leader Ivan Petrov fled.")

    assert set(labels(tokens, "Ivan Petrov", LEXICON).table["label"]) <= {"rebel leader"}


def test_proper_words_keep_their_capitals_and_offices_lose_them():
    tokens = tokens_of("They fear the Russia-backed Libyan General Ivan Petrov, the Putin ally.")

    assert labels(tokens, "Ivan Petrov", LEXICON).table["label"].tolist() == [
        "Libyan general",
        "Putin ally",
        "Russia-backed",
    ]


def test_a_member_of_a_party_keeps_the_capital():
    tokens = tokens_of("Ivan Petrov, a Democrat, fled. Ann Lee, a democratic reformer, stayed.")

    assert labels(tokens, ["Petrov", "Lee"], LEXICON).table["label"].tolist() == ["Democrat", "democratic reformer"]


def test_a_nickname_keeps_its_capitals():
    tokens = tokens_of("Ivan Petrov, nicknamed the Water King, fled.")

    assert labels(tokens, "Ivan Petrov", LEXICON).table["label"].tolist() == ["Water King"]


def test_what_somebody_is_said_not_to_be_is_no_label():
    assert labels(tokens_of("Ivan Petrov is no warlord."), "Ivan Petrov", LEXICON).table.empty


def test_labels_that_differ_in_capitals_are_one():
    tokens = tokens_of(
        "The Rogue General Ivan Petrov fled. The rogue general Petrov fled. The rogue general Petrov won."
    )

    assert labels(tokens, "Ivan Petrov", LEXICON).table[["label", "n"]].to_numpy().tolist() == [["rogue general", 3]]


def test_acronyms_stay_in_capitals():
    tokens = tokens_of("They fear the US-backed warlord Ivan Petrov.")

    assert labels(tokens, "Ivan Petrov", LEXICON).table["label"].tolist() == ["US-backed", "warlord"]


def test_one_article_an_outlet_is_said():
    cautions = labels(PAIR, "Ivan Petrov", LEXICON).cautions

    assert cautions[0].startswith("E-N1: Each of A and B is represented by 1 article.")


def test_nothing_was_validated_is_said():
    assert labels(PAIR, "Ivan Petrov").cautions[-1] == (
        "The labels were read by rules and not validated on this corpus."
    )


def test_a_circular_lexicon_is_said():
    circular = Lexicon(LEXICON.terms, LEXICON.actors, circular=True)

    assert any(caution.startswith("W-CIRCULAR") for caution in labels(PAIR, "Petrov", circular).cautions)
    assert not any(caution.startswith("W-CIRCULAR") for caution in labels(PAIR, "Petrov", LEXICON).cautions)


def test_an_actor_of_several_who_is_never_mentioned_is_said():
    assert "The articles never mention Free Valley Front." in labels(PAIR, ["Petrov", "FVF"], LEXICON).cautions


def test_an_actor_who_is_never_mentioned_is_refused():
    told = (
        "actor 'Free Valley Front' is never mentioned; searched 'Free Valley Front', 'FVF'; the names met most often"
        " are 'Ivan Petrov', 'Ann Lee'"
    )

    with pytest.raises(ArgumentError, match=f"^{told}$"):
        labels(PAIR, "FVF", LEXICON)


def test_an_actor_the_lexicon_lacks_is_refused():
    with pytest.raises(ArgumentError, match=r"^actor 'Ann Leigh' is not in the lexicon; did you mean 'Ann Lee'\?$"):
        labels(PAIR, "Ann Leigh", LEXICON)


def test_no_actor_is_refused():
    with pytest.raises(ArgumentError, match=r"^no actor is given; labels are those of an actor$"):
        labels(PAIR, [])


def test_an_article_in_another_language_is_refused():
    tokens = tokens_of("Petrov ist der Chef.", language="de")

    message = (
        r"^0\.txt is in another language \(de\); labels are read in English only, so leave it out "
        r"\(--skip-other-languages, or skip_other_languages of read_corpus\)$"
    )
    with pytest.raises(LanguageError, match=message):
        labels(tokens, "Ivan Petrov", LEXICON)


def test_articles_without_an_outlet_are_counted():
    tokens = tokenize(Corpus([Document("a", "The rebel leader Ivan Petrov fled.")]))
    table = labels(tokens, "Ivan Petrov", LEXICON).table

    assert (table["outlet"].isna().tolist(), table["n"].tolist()) == ([True], [1])


def test_an_actor_with_no_label_gives_an_empty_table_and_its_references():
    result = labels(tokens_of("Petrov slept."), "Ivan Petrov", LEXICON)

    assert (len(result.table), len(result.hits), result.references["n_references"].tolist()) == (0, 0, [1])


def test_without_an_actor_all_of_the_lexicon_that_are_mentioned_are_read():
    result = labels(PAIR, lexicon=LEXICON)

    assert result.settings["actors"] == ["Ivan Petrov", "Ann Lee"]
    assert not any("never mention" in caution for caution in result.cautions)


def test_without_an_actor_and_a_lexicon_there_is_nobody_to_read_labels_of():
    with pytest.raises(
        ArgumentError, match=r"^no actor is given, and no lexicon that has actors; give one of the two$"
    ):
        labels(PAIR)


def test_a_lexicon_none_of_whose_actors_is_mentioned_has_no_labels():
    message = r"^none of the lexicon's 1 actors is mentioned; suggested_actors lists whom the articles name$"

    with pytest.raises(ArgumentError, match=message):
        labels(PAIR, lexicon=Lexicon((), (Actor("Olga Brandt"),)))
