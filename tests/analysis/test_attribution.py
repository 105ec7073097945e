"""Who gets to speak: articles of our own, counted by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from corpus_stats.analysis.attribution import attribution
from corpus_stats.corpus import Corpus, Document
from corpus_stats.errors import LanguageError
from corpus_stats.evidence import EVIDENCE_COLUMNS
from corpus_stats.lexicon import Actor, Lexicon
from corpus_stats.tokens import tokenize

BRIDGE = (
    "The bridge is closed. Mayor Ann Lee said the bridge was unsafe. "
    '"It will fall," she told Reuters. "We will mend it." '
    "Two engineers claimed that the steel was old. "
    "The Daily Star has learned that the repair will be dear."
)
RIVER = "The river is high. It rained for a week."


def read(*documents: Document):
    return attribution(tokenize(Corpus(documents)))


@pytest.fixture(scope="module")
def result():
    return read(
        Document("bridge", BRIDGE, outlet="Daily Star", language="en"),
        Document("river", RIVER, outlet="Evening Post", language="en"),
    )


def row(result, verb: str) -> dict[str, object]:
    return result.table[result.table["verb"] == verb].iloc[0].to_dict()


def hit(result, verb: str) -> dict[str, object]:
    return result.hits[result.hits["verb"] == verb].iloc[0].to_dict()


def share(result, document: str) -> dict[str, object]:
    return result.shares[result.shares["document"] == document].iloc[0].to_dict()


def test_a_named_source_is_given_in_its_longest_form(result):
    assert row(result, "say")["source"] == "Ann Lee"


def test_a_source_that_is_only_described_is_anonymous(result):
    assert (row(result, "claim")["source"], row(result, "claim")["kind"]) == ("two engineers", "anonymous")


def test_an_outlet_that_cites_itself_is_kind_self(result):
    assert (row(result, "learn")["source"], row(result, "learn")["kind"]) == ("Daily Star", "self")


def test_a_pronoun_is_counted_under_the_name_it_means(result):
    assert (row(result, "tell")["source"], row(result, "tell")["kind"]) == ("Ann Lee", "named")


def test_the_medium_that_was_told_is_named(result):
    assert result.table.set_index("verb")["via"].to_dict() == {"claim": "", "learn": "", "say": "", "tell": "Reuters"}


def test_claim_keeps_a_distance_and_say_does_not(result):
    assert (row(result, "claim")["stance"], row(result, "say")["stance"]) == ("distancing", "neutral")


def test_speech_that_its_verb_parts_in_two_is_one_attribution(result):
    assert row(result, "tell")["n"] == 1


def test_evidence_of_speech_in_two_parts_runs_over_its_verb(result):
    assert hit(result, "tell")["text"] == '"It will fall," she told Reuters. "We will mend it."'


def test_every_count_has_as_many_hits(result):
    assert result.table["n"].sum() == len(result.hits)


def test_hits_begin_with_the_columns_of_evidence(result):
    assert tuple(result.hits.columns[: len(EVIDENCE_COLUMNS)]) == EVIDENCE_COLUMNS


def test_offsets_of_cue_and_source_point_into_the_article(result):
    found = hit(result, "claim")
    spans = [(found["source_start"], found["source_end"]), (found["cue_start"], found["cue_end"])]

    assert [BRIDGE[start:end] for start, end in spans] == ["Two engineers", "claimed"]


def test_direct_speech_is_quoted_and_indirect_speech_is_not(result):
    assert (hit(result, "tell")["voice"], hit(result, "say")["voice"]) == ("quoted", "paraphrase")


def test_sentences_with_something_attributed_are_counted_out_of_all(result):
    found = share(result, "bridge")

    assert (found["n_attributed"], found["n_sentences"], found["share"]) == (5, 6, 0.833333)


def test_attributions_of_an_article_are_counted_by_kind(result):
    found = share(result, "bridge")

    assert [found[f"n_{kind}"] for kind in ("named", "anonymous", "self")] == [2, 1, 1]


def test_attributions_of_an_article_are_counted_by_stance(result):
    found = share(result, "bridge")

    assert [found[f"n_{stance}"] for stance in ("factive", "neutral", "distancing")] == [1, 2, 1]


def test_an_article_in_which_nobody_speaks_has_a_share_of_nothing(result):
    assert (share(result, "river")["n_attributions"], share(result, "river")["share"]) == (0, 0.0)


def test_the_shares_of_an_outlet_are_those_of_all_its_sentences():
    found = read(
        Document("a", BRIDGE, outlet="Daily Star", language="en"),
        Document("b", RIVER, outlet="Daily Star", language="en"),
        Document("c", RIVER, language="en"),
    )

    assert found.outlets[["outlet", "n_documents", "n_attributed", "n_sentences", "share"]].fillna(
        ""
    ).values.tolist() == [
        ["Daily Star", 2, 5, 8, 0.625],
        ["", 1, 0, 2, 0.0],
    ]


def test_the_attributions_of_an_outlet_are_counted_by_kind_and_stance():
    found = read(Document("a", BRIDGE, outlet="Daily Star"), Document("b", BRIDGE, outlet="Daily Star"))
    kinds = ("attributions", "named", "anonymous", "self", "factive", "neutral", "distancing")

    assert found.outlets[[f"n_{kind}" for kind in kinds]].values.tolist() == [[8, 4, 2, 2, 2, 4, 2]]


def test_an_article_without_a_sentence_has_no_share():
    found = read(Document("a", "", outlet="Daily Star"), Document("b", RIVER, outlet="Evening Post"))

    assert found.shares["share"].isna().tolist() == [True, False]
    assert found.outlets["share"].isna().tolist() == [True, False]


def test_speech_that_ends_an_article_is_not_counted_in_the_next():
    found = read(
        Document("a", 'Ann Lee spoke. "It will fall," she said. "It will."', language="en"),
        Document("b", RIVER, language="en"),
    )

    assert found.shares["n_attributed"].tolist() == [2, 0]


def test_a_corpus_in_which_nobody_speaks_gives_empty_tables_with_all_columns(result):
    quiet = read(Document("river", RIVER, outlet="Evening Post", language="en"))

    assert (len(quiet.table), list(quiet.table.columns)) == (0, list(result.table.columns))


def test_the_reading_is_said_not_to_be_validated(result):
    assert result.cautions[0] == "The sources were read by rules and not validated on this corpus."


def test_outlets_of_one_article_each_are_named_in_a_caution(result):
    assert result.cautions[1].startswith("E-N1: Each of Daily Star and Evening Post is represented by 1 article.")


def test_one_outlet_alone_is_compared_with_nothing():
    alone = read(Document("river", RIVER, outlet="Evening Post", language="en"))

    assert len(alone.cautions) == 1


KOLT = (
    Document("a", "Mira Kolt said that the road was closed.", outlet="Daily Star", language="en"),
    Document("b", "Kolt said that the road was open.", outlet="Daily Star", language="en"),
    Document("c", "Peter Kolt left. Kolt said that the town was quiet.", outlet="Daily Star", language="en"),
)
MIRA = Lexicon((), (Actor("Mira Kolt", ("Kolt",), titles=("Minister",)),))


def sources(result) -> list[str]:
    return result.table["source"].tolist()


def test_names_of_several_articles_are_not_merged_without_a_lexicon():
    assert sources(read(*KOLT)) == ["Mira Kolt", "Kolt", "Peter Kolt"]


def test_a_name_that_may_be_one_of_several_is_told():
    assert read(*KOLT).cautions[-1] == (
        "Sources whose names may be one person's are counted apart, since two people may share a name:"
        " Kolt, perhaps Mira Kolt or Peter Kolt. An actor of a lexicon with both names counts them together."
    )


def test_a_source_called_by_an_alias_is_counted_under_the_actors_name():
    assert sources(attribution(tokenize(Corpus(KOLT)), MIRA)) == ["Mira Kolt", "Mira Kolt", "Peter Kolt"]


def test_an_actor_of_the_lexicon_is_not_told_to_be_counted_apart():
    assert not any("counted apart" in caution for caution in attribution(tokenize(Corpus(KOLT)), MIRA).cautions)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The World Bank said that growth was slow.", "The Bank"),
        ("The New York Times said that it rained.", "Times"),
        ("George Washington said that it rained.", "Washington"),
    ],
)
def test_a_body_or_a_place_is_not_taken_for_a_person_of_its_name(text, name):
    found = read(
        Document("a", text, outlet="Daily Star", language="en"),
        Document("b", f"{name} said that the road was open.", outlet="Daily Star", language="en"),
    )

    assert (sources(found)[1], len(found.cautions)) == (name.removeprefix("The "), 1)


ZANN = (
    Document("a", "Maria Zann said that the road was closed.", outlet="Daily Star", language="en"),
    Document("b", "Zann said that the road was open.", outlet="Evening Post", language="en"),
)
TOMAS = Lexicon((), (Actor("Tomas Zann", ("Zann",), titles=("General",)),))


def test_an_alias_of_one_word_that_another_person_bears_is_told():
    assert attribution(tokenize(Corpus(ZANN)), TOMAS).cautions[-1] == (
        "Sources called by an alias of one word are counted under its actor, while other people in these articles bear"
        " it as a surname: Zann (Tomas Zann), perhaps Maria Zann. Without that alias they stay under the name that is"
        " written."
    )


@pytest.mark.parametrize("name", ["Tomas Zann", "General Tomas Zann", "Tomas K. Zann"])
def test_an_alias_that_the_actor_alone_bears_has_no_caution(name):
    found = attribution(
        tokenize(
            Corpus(
                [
                    Document("a", f"{name} said that the road was closed.", outlet="Daily Star", language="en"),
                    Document("b", "Zann said that the road was open.", outlet="Daily Star", language="en"),
                ]
            )
        ),
        TOMAS,
    )

    assert len(found.cautions) == 1


def test_the_speaker_of_a_passage_stays_as_its_article_has_it():
    hits = attribution(tokenize(Corpus(KOLT)), MIRA).hits

    assert hits[["speaker", "source"]].values.tolist()[1] == ["Kolt", "Mira Kolt"]


def test_an_article_in_another_language_is_refused_in_one_line():
    message = (
        r"^fluss is in another language \(de\); sources are read in English only, so leave it out "
        r"\(--skip-other-languages, or skip_other_languages of read_corpus\)$"
    )
    with pytest.raises(LanguageError, match=message):
        read(Document("bridge", BRIDGE, language="en"), Document("fluss", "Der Fluss ist hoch.", language="de"))


@pytest.mark.parametrize("language", [None, "und"])
def test_an_article_whose_language_is_not_known_is_read(language):
    assert len(read(Document("bridge", BRIDGE, outlet="Daily Star", language=language)).table) == 4


def test_reading_twice_gives_the_same_tables(result):
    again = read(
        Document("river", RIVER, outlet="Evening Post", language="en"),
        Document("bridge", BRIDGE, outlet="Daily Star", language="en"),
    )

    pd.testing.assert_frame_equal(again.hits, result.hits)


def test_a_mark_left_open_at_the_end_of_an_article_breaks_nothing():
    found = read(Document("a", 'The mayor said it was over. He said "', outlet="Star", language="en"))

    assert found.shares["n_attributed"].tolist() == [1]


def test_speech_that_ends_in_a_closing_mark_covers_its_own_sentence_only():
    text = 'Rain fell all night. "We will fight on until the very end." The sky was blue over the city.'

    assert share(read(Document("a", text, language="en")), "a")["n_attributed"] == 1


def test_a_source_that_an_alias_describes_is_counted_under_its_actor():
    tokens = tokenize(Corpus([Document("a", "The bridge is closed. The army said that it would stay closed.")]))
    result = attribution(tokens, Lexicon((), (Actor("Corvian government", ("the army",)),)))

    assert result.table[["source", "kind"]].to_numpy().tolist() == [["Corvian government", "named"]]
