"""Loaded terms by group."""

from __future__ import annotations

import re

import numpy as np
import pytest
from scipy.stats import permutation_test

from corpus_stats.analysis.framing import framing
from corpus_stats.analysis.labels import labels
from corpus_stats.corpus import Corpus, Document
from corpus_stats.errors import ArgumentError, LanguageError
from corpus_stats.evidence import VOICES
from corpus_stats.lexicon import Actor, Lexicon, Term
from corpus_stats.stats.random_lists import random_list_counts, random_list_p
from corpus_stats.tokens import Tokens, tokenize

LEXICON = Lexicon(
    terms=(
        Term(("rogue general",), "delegitimising"),
        Term(("strongman",), "delegitimising"),
        Term(("field marshal",), "neutral"),
        Term(("absent",), "never"),
    )
)
ANN = Lexicon(terms=LEXICON.terms, actors=(Actor("Ann Lee", ("Lee",), titles=("General",)), Actor("Bo Kim", ("Kim",))))
FILLER = "army town front water bread letter market winter river street "


def tokens_of(texts: dict[str, list[str]], events: bool = False) -> Tokens:
    documents = [
        Document(f"{outlet}{i:02}", text, outlet=outlet, metadata={"event": str(i)} if events else {})
        for outlet, many in texts.items()
        for i, text in enumerate(many)
    ]
    return tokenize(Corpus(documents))


PAIR = tokens_of(
    {"A": ["The rogue general and the strongman left town."], "B": ["The field marshal of the army left."]}
)
DAILY = [FILLER + "strongman " * n for n in (3, 2, 4, 3, 2)]
TIMES = [FILLER + "strongman " * n for n in (0, 1, 0, 0, 1)]
TEN = tokens_of({"Daily": DAILY, "Times": TIMES}, events=True)


def row(tokens: Tokens, group: str, category: str, **options: object) -> dict[str, object]:
    table = framing(tokens, LEXICON, **options).table
    return table[(table["group"] == group) & (table["category"] == category)].iloc[0].to_dict()


def test_counts_and_denominators_are_those_counted_by_hand():
    found = row(PAIR, "A", "delegitimising")

    # Content tokens: rogue, general, strongman, left, town; tokens: eight.
    assert (found["n"], found["n_documents"], found["of_documents"], found["denominator"]) == (2, 1, 1, 5)
    assert (found["rate"], found["rate_all_tokens"]) == (400.0, 250.0)


def test_hits_slice_to_the_terms():
    hits = framing(PAIR, LEXICON).hits

    assert hits[["outlet", "text", "term", "category"]].values.tolist() == [
        ["A", "rogue general", "rogue general", "delegitimising"],
        ["A", "strongman", "strongman", "delegitimising"],
        ["B", "field marshal", "field marshal", "neutral"],
    ]


def test_every_group_has_a_row_for_every_term_that_occurs():
    terms = framing(PAIR, LEXICON).terms

    assert terms.groupby("group").size().to_dict() == {"A": 3, "B": 3}
    assert terms.groupby("group")["n"].sum().to_dict() == {"A": 2, "B": 1}


def test_one_article_a_group_has_neither_p_nor_interval():
    table = framing(PAIR, LEXICON).table

    assert table[["p_value", "q_value", "random_list_p", "low", "high"]].isna().all(axis=None)
    assert set(table["verdict"]) == {"not testable"}


def test_one_article_a_group_is_refused_in_words():
    assert framing(PAIR, LEXICON).cautions[0].startswith("E-N1: Each of A and B is represented by 1 article.")


def test_a_lexicon_from_these_articles_is_called_circular():
    circular = Lexicon(terms=LEXICON.terms, circular=True)

    assert framing(PAIR, circular).cautions[-1] == (
        "W-CIRCULAR: The lexicon was written from these articles: its counts describe them and cannot be surprised by"
        " them."
    )


def test_the_p_value_is_that_of_scipy_over_all_labelings():
    counts = np.array([3, 2, 4, 3, 2, 0, 1, 0, 0, 1])
    lengths = counts + 10

    def difference(target: np.ndarray) -> float:
        return abs(counts[target].sum() / lengths[target].sum() - counts[~target].sum() / lengths[~target].sum())

    observed = difference(np.arange(10) < 5)
    from itertools import combinations

    splits = [difference(np.isin(np.arange(10), chosen)) for chosen in combinations(range(10), 5)]
    expected = np.mean(np.array(splits) >= observed - 1e-12)

    assert row(TEN, "Daily", "delegitimising")["p_value"] == pytest.approx(expected, abs=1e-6)


def test_rates_per_document_give_scipy_the_same_p_where_articles_are_equally_long():
    padded = {
        outlet: [FILLER + "strongman " * n + "bread " * (4 - n) for n in counts]
        for outlet, counts in {"Daily": (3, 2, 4, 3, 2), "Times": (0, 1, 0, 0, 1)}.items()
    }
    oracle = permutation_test(
        ([3, 2, 4, 3, 2], [0, 1, 0, 0, 1]), lambda x, y, axis: abs(np.mean(x, axis) - np.mean(y, axis)),
        alternative="greater", vectorized=True, n_resamples=np.inf,
    )  # fmt: skip

    assert row(tokens_of(padded), "Daily", "delegitimising")["p_value"] == pytest.approx(oracle.pvalue, abs=1e-6)


def test_labels_move_inside_events_where_events_are_given():
    # In all five events the Daily has more: 2 of 2**5 labelings are as extreme, and so no p can reach .05.
    result = framing(TEN, LEXICON, within="event")

    assert result.table["p_value"].isna().all()
    assert any(
        caution.startswith("E-MINP: With 5 and 5 articles the smallest possible p is 0.06")
        for caution in result.cautions
    )


def test_a_difference_that_is_there_is_called_different():
    assert row(TEN, "Daily", "delegitimising")["verdict"] == "different"


def test_a_category_that_never_occurs_is_no_part_of_the_family():
    found = row(TEN, "Daily", "never")

    assert (found["n"], found["verdict"]) == (0, "not testable")
    assert np.isnan(found["p_value"])


def test_both_sides_of_two_groups_have_the_same_p():
    assert row(TEN, "Daily", "delegitimising")["p_value"] == row(TEN, "Times", "delegitimising")["p_value"]


def test_the_interval_holds_the_rate():
    found = row(TEN, "Daily", "delegitimising")

    assert found["low"] < found["rate"] < found["high"]


def test_the_seed_and_the_lists_are_in_the_settings():
    settings = framing(TEN, LEXICON, seed=7, random_lists=99).settings

    assert (settings["seed"], settings["random_lists"], settings["resamples"]) == (7, 99, 9999)


def test_the_same_seed_gives_the_same_random_lists():
    one, two = (framing(TEN, LEXICON, seed=3).table for _ in range(2))

    assert one.equals(two)


def test_groups_can_be_given_as_a_mapping():
    sides = {name: "left" if i % 2 else "right" for i, name in enumerate(TEN.corpus.names)}

    assert set(framing(TEN, LEXICON, sides).table["group"]) == {"left", "right"}


def test_one_group_is_described_without_a_comparison():
    alone = framing(tokens_of({"A": ["strongman left town"]}), LEXICON)

    assert set(alone.table["verdict"]) == {"not testable"}
    assert alone.table["n"].sum() == 1


def test_a_listed_function_word_counts_as_content():
    lexicon = Lexicon(terms=(Term(("they",), "distance"),))
    found = framing(tokens_of({"A": ["they they"], "B": ["bread"]}), lexicon).table.iloc[0]

    assert (found["n"], found["denominator"], found["rate"]) == (2, 2, 1000.0)


def test_a_lexicon_without_terms_is_refused():
    with pytest.raises(ArgumentError, match=r"^the lexicon has no term; framing counts terms$"):
        framing(PAIR, Lexicon(terms=()))


def test_labels_of_an_actor_are_counted_out_of_all_references_to_it():
    texts = {"A": ["The strongman left. Lee, the rogue general, met Ann. Lee spoke."], "B": ["A strongman. Lee left."]}
    result = framing(tokens_of(texts), LEXICON, actor="Lee")
    found = result.table.query("category == 'delegitimising'")[["unit", "denominator", "n", "rate"]]

    assert found.values.tolist() == [["mentions of Lee", 2, 1, 0.5], ["mentions of Lee", 1, 0, 0.0]]
    assert result.hits[["text", "actor"]].values.tolist() == [["rogue general", "Lee"]]


def test_articles_that_never_name_the_actor_take_no_part_in_the_test():
    texts = {outlet: [f"Lee, the strongman, came. {FILLER}"] * 5 + ["Nobody came."] * 4 for outlet in ("A", "B")}
    result = framing(tokens_of(texts), Lexicon(terms=(Term(("strongman",), "loaded"),)), actor="Lee")

    assert result.table["p_value"].tolist() == [1.0, 1.0]
    assert result.table["n"].tolist() == [5, 5]


def test_an_alias_of_the_lexicon_is_a_mention():
    lexicon = Lexicon(terms=LEXICON.terms, actors=(Actor("Ann Lee", aliases=("Lee",)),))
    table = framing(tokens_of({"A": ["Ann Lee left. Lee is a strongman."], "B": ["Lee."]}), lexicon, actor="Lee").table

    assert table["denominator"].tolist() == [2, 2, 2, 1, 1, 1]


def test_what_is_said_of_another_actor_of_the_lexicon_is_left_out():
    lexicon = Lexicon(terms=LEXICON.terms, actors=(Actor("Ann Lee", ("Lee",)), Actor("Bo Kim", ("Kim",))))
    tokens = tokens_of(
        {"A": ["Ann Lee met Bo Kim, the strongman of the north."], "B": ["Ann Lee, a strongman, met Bo Kim."]}
    )

    assert framing(tokens, lexicon, actor="Ann Lee").hits["outlet"].tolist() == ["B"]


def test_a_word_for_a_person_right_before_the_name_is_said_of_it():
    lexicon = Lexicon(terms=LEXICON.terms, actors=(Actor("Ann Lee", ("Lee",)), Actor("Bo Kim", ("Kim",))))
    tokens = tokens_of(
        {"A": ["Bo Kim has sent men to assist the strongman, Ann Lee, in the war."], "B": ["Ann Lee left."]}
    )

    assert framing(tokens, lexicon, actor="Ann Lee").hits["text"].tolist() == ["strongman"]


def test_mentions_by_name_title_description_and_pronoun_are_counted():
    tokens = tokens_of({"A": ["Ann Lee left. General Lee spoke. The general waved. She slept."], "B": ["Ann Lee sat."]})

    assert framing(tokens, ANN, actor="Ann Lee").documents["denominator"].tolist() == [4, 1]


def test_a_term_that_stands_for_the_actor_is_counted_where_nobody_is_named():
    tokens = tokens_of({"A": ["Ann Lee left. The rogue general slept."], "B": ["Ann Lee left."]})

    assert framing(tokens, ANN, actor="Ann Lee").hits["text"].tolist() == ["rogue general"]


def test_mentions_are_those_of_the_voices_that_are_counted():
    tokens = tokens_of({"A": ["Ann Lee left. “Lee is a strongman,” Bo Kim said."], "B": ["Ann Lee left."]})

    def counted(voices):
        found = framing(tokens, ANN, actor="Ann Lee", voices=voices).table.iloc[0]
        return found["n"], found["denominator"]

    assert [counted(voices) for voices in (None, "quoted", ["outlet", "quoted"])] == [(0, 1), (1, 1), (1, 2)]


def test_with_every_voice_counted_the_mentions_are_the_references_of_labels():
    texts = {"A": ["Ann Lee left. She said that the general had won. “Lee lost,” Bo Kim said."], "B": ["Lee sat."]}
    tokens = tokens_of(texts)
    result = framing(tokens, ANN, actor="Ann Lee", voices=VOICES)
    references = labels(tokens, "Ann Lee", ANN).references

    assert result.documents["denominator"].tolist() == references["n_references"].tolist()
    assert result.table["unit"].unique().tolist() == ["mentions of Ann Lee"]


def test_a_term_where_the_actor_is_mentioned_in_other_voices_only_is_set_aside():
    tokens = tokens_of({"A": ["Bo Kim accused Ann Lee of being a strongman."], "B": ["Ann Lee sat."]})
    result = framing(tokens, ANN, actor="Ann Lee", voices="paraphrase")

    assert (len(result.hits), result.set_aside["text"].tolist()) == (0, ["strongman"])
    assert (
        "0 of 1 occurrences are counted (voice: paraphrase). Not counted: 1 where the actor is mentioned in other"
        " voices only." in result.cautions
    )


# ------------------------------------------------------------ labels of the actor

PAIRED = Lexicon(
    terms=(
        Term(("prime minister",), "office"),
        Term(("warlord*", "militia chief"), "loaded"),
        Term(("besieged",), "loaded"),
    ),
    actors=(Actor("Tomas Zann", ("Zann",), side="north"), Actor("Mira Kolt", ("Kolt",))),
    hostile=("loaded",),
)


def of_zann(text: str, *, voices: object = VOICES):
    return framing(tokens_of({"A": [text], "B": ["Tomas Zann slept."]}), PAIRED, actor="Zann", voices=voices)


@pytest.mark.parametrize(
    "text",
    [
        "Mira Kolt left. The prime minister met Zann in the town.",
        "Bo Kim, a warlord, met Tomas Zann in the town.",
        "The warlord Bo Kim met Tomas Zann.",
    ],
)
def test_a_label_of_another_in_the_same_sentence_is_counted_nowhere(text):
    result = of_zann(text)

    assert (result.hits["text"].tolist(), result.nearby["text"].tolist()) == ([], [])


def test_what_an_actor_is_accused_of_being_is_counted():
    assert of_zann("Mira Kolt accused Zann of being a warlord.").hits["text"].tolist() == ["warlord"]


def test_what_an_actor_is_said_not_to_be_is_not_counted():
    assert of_zann("Zann is no warlord.").hits["text"].tolist() == []


def test_an_alternative_of_a_term_is_a_hit_with_its_own_words():
    hits = of_zann("Zann, the militia chief, left.").hits

    assert hits[["text", "term"]].values.tolist() == [["militia chief", "warlord* | militia chief"]]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Zann besieged the town.", ["besieged"]),
        ("Zann is no warlord.", ["warlord"]),
        ("Zann met the warlords of the south. The warlords slept.", ["warlords"]),
        ("Mira Kolt besieged Zann.", []),
    ],
)
def test_what_is_said_of_the_actor_and_is_no_label_is_listed_beside(text, near):
    result = of_zann(text)

    assert (result.hits["text"].tolist(), result.nearby["text"].tolist()) == ([], near)


def test_what_is_said_of_the_actor_and_is_no_label_is_counted_beside():
    table = of_zann("Zann, a warlord, besieged the town.").table.query("group == 'A'")

    assert table[["category", "n", "n_near"]].values.tolist() == [["loaded", 1, 1], ["office", 0, 0]]


def test_what_is_counted_beside_is_in_the_voices_counted():
    text = "Zann besieged the town. “Zann besieged us,” Mira Kolt said."
    table = of_zann(text, voices="quoted").table.query("group == 'A'")

    assert table["n_near"].tolist() == [1, 0]


def test_without_an_actor_nothing_is_counted_beside():
    assert framing(PAIR, LEXICON).table["n_near"].isna().all()
    assert len(framing(PAIR, LEXICON).nearby) == 0


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Zann besieged the town.", "By the clause 1 more term is said of Zann without being a label, "),
        ("Zann besieged towns. He besieged us.", "By the clause 2 more terms are said of Zann without being a label, "),
    ],
)
def test_how_many_terms_are_said_of_the_actor_beside_its_labels_is_said(text, line):
    assert f"{line}as verbs, events and denied labels are: counted in n_near, not in n." in of_zann(text).cautions


def test_the_hits_of_an_actor_are_the_listed_labels_with_their_voices():
    text = (
        "“Zann is a warlord,” Mira Kolt said. Kolt said that Zann was a militia chief. Tomas Zann, the warlord, left."
        " His men fled. The warlord slept."
    )
    result, tokens = of_zann(text), tokens_of({"A": [text], "B": ["Tomas Zann slept."]})
    listed = labels(tokens, "Tomas Zann", PAIRED).hits.query("in_lexicon")

    assert len(result.hits) == 4
    assert result.hits[["text", "voice"]].values.tolist() == listed[["text", "voice"]].values.tolist()


NORTH = Lexicon(PAIRED.terms, (*PAIRED.actors, Actor("NSF", side="north")), hostile=PAIRED.hostile)
BERG = "NSF spokesman Jan Berg said that"


def by_own_side(text: str):
    return framing(tokens_of({"A": [text], "B": ["Zann sat."]}), NORTH, actor="Zann")


def test_a_hostile_label_that_the_own_side_is_reported_to_use_is_the_outlets():
    hits = by_own_side(f"Tomas Zann left. {BERG} the warlord had slept.").hits

    assert hits[["text", "voice"]].values.tolist() == [["warlord", "outlet"]]


@pytest.mark.parametrize("called", ["the warlord", "Zann"])
def test_the_references_are_the_same_whatever_the_own_side_is_reported_to_call_the_actor(called):
    documents = by_own_side(f"Tomas Zann left. {BERG} {called} had slept.").documents

    assert documents["denominator"].tolist() == [1, 1]


def test_a_label_given_to_the_outlet_is_set_aside_where_the_outlet_never_refers_to_the_actor():
    result = by_own_side(f"{BERG} Zann, a warlord, had slept.")

    assert (len(result.hits), result.set_aside[["text", "voice"]].values.tolist()) == (0, [["warlord", "outlet"]])


def test_a_label_given_to_the_outlet_is_no_paraphrase():
    tokens = tokens_of({"A": [f"{BERG} Zann, a warlord, had slept."], "B": ["Zann sat."]})
    result = framing(tokens, NORTH, actor="Zann", voices="paraphrase")

    assert (len(result.hits), result.set_aside["text"].tolist()) == (0, ["warlord"])


# ------------------------------------------------------------ random lists from labels

QUALITIES = [f"{a}{b}lic" for a in ("bra", "dro", "gru", "kle", "stri") for b in ("ma", "no", "pu", "re", "ti")]


NORTHERN = (Actor("Tomas Zann", ("Zann",)), Actor("Bramalic Front"))
OTHERS = (Term(("vostic",), "loaded"), Term(("bramalic",), "other"))
SCARCE = (
    "No random_list_p for loaded: a random list needs 20 words in the labels of Zann for each term, at least half"
    " and at most twice as frequent, that are no term and no actor's name."
)


def called_by_two(qualities: list[str], lexicon: Lexicon, n: int = 5, rest: str = ""):
    """Outlets that both use every quality once in every article; one uses the term *vostic* too."""
    said = "Tomas Zann came. " + "".join(f"Zann, the {word} leader, left. " for word in qualities) + rest
    texts = {"A": [f"{said} Zann, the vostic leader, slept."] * n, "B": [f"{said} Zann slept."] * n}
    return framing(tokens_of(texts), lexicon, actor="Zann", random_lists=99)


def loaded(term: str, actors: tuple[Actor, ...] = NORTHERN[:1]) -> Lexicon:
    return Lexicon((Term((term,), "loaded"),), actors)


@pytest.mark.parametrize("term", ["vostic", "vostic leader"])
def test_a_term_alone_is_compared_once_with_every_other_wording_of_the_labels(term):
    p_values = called_by_two(QUALITIES, loaded(term)).table["random_list_p"]

    assert p_values.tolist() == pytest.approx([1 / 26, 1 / 26], abs=1e-6)


def test_twenty_other_words_of_the_labels_are_enough_for_random_lists():
    assert SCARCE not in called_by_two(QUALITIES[:20], loaded("vostic")).cautions


@pytest.mark.parametrize(
    ("qualities", "lexicon"),
    [
        (QUALITIES[:19], loaded("vostic")),
        (QUALITIES[:20], loaded("vostic", NORTHERN)),
        (QUALITIES[:20], Lexicon(OTHERS, NORTHERN[:1])),
    ],
    ids=["nineteen", "the word of a name", "a term of another category"],
)
def test_too_few_other_words_in_the_labels_give_no_random_list_p(qualities, lexicon):
    table = called_by_two(qualities, lexicon).table.query("category == 'loaded'")

    assert table["p_value"].notna().all()
    assert table["random_list_p"].isna().all()


def test_words_in_sentences_about_the_actor_and_in_no_label_are_in_no_random_list():
    rest = "".join(f"Zann left the {word} town. " for word in QUALITIES[19:])

    assert SCARCE in called_by_two(QUALITIES[:19], loaded("vostic"), rest=rest).cautions


def test_too_few_words_for_random_lists_are_not_named_where_nothing_can_be_tested():
    assert SCARCE not in called_by_two(QUALITIES[:19], loaded("vostic"), n=1).cautions


def test_an_actor_in_an_article_that_is_not_english_is_refused():
    documents = [Document(name, "Ann Lee war da.", outlet=name, language=name) for name in ("de", "en")]
    message = (
        r"^de is in another language \(de\); labels of an actor are read in English only, so leave it out"
        r" \(--skip-other-languages, or skip_other_languages of read_corpus\)$"
    )
    with pytest.raises(LanguageError, match=message):
        framing(tokenize(Corpus(documents)), ANN, actor="Ann Lee")


def test_an_actor_who_is_never_mentioned_is_refused():
    message = "actor 'Ann' is never mentioned; searched 'Ann'; the corpus has no names"
    with pytest.raises(ArgumentError, match=f"^{message}$"):
        framing(PAIR, LEXICON, actor="Ann")


def test_an_actor_that_a_lexicon_with_actors_does_not_know_is_taken_for_misspelt():
    message = "actor 'An Lee' is not in the lexicon; did you mean 'Ann Lee'?"
    with pytest.raises(ArgumentError, match=f"^{re.escape(message)}$"):
        framing(PAIR, ANN, actor="An Lee")


# ------------------------------------------------------------ voices

SAID = tokens_of(
    {
        "A": [
            "The strongman left. “He is a strongman,” Ann Lee said. Ann Lee said that the strongman had lost the war."
        ],
        "B": ["The town slept."],
    }
)


def test_the_outlets_own_voice_is_counted_unless_asked_otherwise():
    found = row(SAID, "A", "delegitimising")

    assert (found["n"], found["n_outlet"], found["n_fragment"], found["n_quoted"], found["n_paraphrase"]) == (
        1, 1, 0, 1, 1,
    )  # fmt: skip


def test_the_rate_is_per_content_token_of_the_voices_counted():
    # strongman left Ann Lee said Ann Lee said; with what is paraphrased: strongman lost war
    found = row(SAID, "A", "delegitimising")

    assert (found["denominator"], found["rate"], found["rate_with_paraphrase"]) == (8, 125.0, pytest.approx(2000 / 11))


@pytest.mark.parametrize(("voices", "n"), [("quoted", 1), (["quoted", "paraphrase"], 2), ("fragment", 0)])
def test_any_voices_can_be_counted(voices, n):
    assert row(SAID, "A", "delegitimising", voices=voices)["n"] == n


def test_what_is_not_counted_is_set_aside_with_its_voice():
    result = framing(SAID, LEXICON)

    assert result.hits["voice"].tolist() == ["outlet"]
    assert result.set_aside[["text", "voice", "term"]].values.tolist() == [
        ["strongman", "quoted", "strongman"],
        ["strongman", "paraphrase", "strongman"],
    ]


def test_the_number_that_is_not_counted_is_said():
    line = "1 of 3 occurrences are counted (voice: outlet). Not counted: 1 quoted, 1 paraphrase."

    assert line in framing(SAID, LEXICON).cautions


def test_a_verb_of_saying_is_the_outlets_choice_of_word():
    lexicon = Lexicon(terms=(Term(("claimed",), "distancing"),))
    tokens = tokens_of({"A": ["Ann Lee claimed that the town slept."], "B": ["The town slept."]})

    assert framing(tokens, lexicon).hits["voice"].tolist() == ["outlet"]


def test_paraphrase_counted_too_can_change_a_verdict():
    reported = [
        FILLER + "Ann Lee said that " + "the strongman lost and " * n + "the war ended." for n in (3, 2, 4, 3, 2)
    ]
    plain = [FILLER + "Ann Lee said that the war ended." for _ in range(5)]
    found = row(tokens_of({"A": reported, "B": plain}), "A", "delegitimising")

    assert (found["verdict"], found["verdict_with_paraphrase"]) == ("not testable", "different")
    assert found["p_value_with_paraphrase"] == pytest.approx(2 / 252, abs=1e-6)


def test_paraphrase_that_is_counted_anyway_changes_nothing():
    found = row(SAID, "A", "delegitimising", voices=["outlet", "paraphrase"])

    assert found["rate_with_paraphrase"] == found["rate"]


def german_and_english(language: str | None = None):
    german = Document("g", "Er sagte: „Der strongman ist weg.“", outlet="A", language="de")
    tokens = tokenize(Corpus([german, Document("e", "The town slept.", outlet="B", language="en")]))
    return framing(tokens, Lexicon(LEXICON.terms, language=language))


def test_an_article_in_another_language_is_counted_whole():
    result = german_and_english()

    assert result.hits["voice"].isna().tolist() == [True]
    assert (
        "1 of 2 articles is in another language (de), in which voices are not read: its words are all in the"
        " denominator, and what the lexicon finds is counted whoever says it. A list in another language finds little"
        " there. --skip-other-languages (skip_other_languages) sets such articles aside." in result.cautions
    )


def test_a_list_in_the_language_of_the_article_finds_what_there_is():
    assert not any("finds little there" in caution for caution in german_and_english("de").cautions)


def test_a_voice_that_there_is_not_is_refused():
    with pytest.raises(ArgumentError, match=r"^voice 'quote' is unknown; did you mean 'quoted'\?$"):
        framing(SAID, LEXICON, voices="quote")


def test_no_voice_at_all_is_refused():
    with pytest.raises(
        ArgumentError, match=r"^voices is empty; give one or more of outlet, fragment, quoted, paraphrase$"
    ):
        framing(SAID, LEXICON, voices=[])


def test_a_comparison_that_settles_nothing_is_called_not_enough_evidence():
    counts = {"A": (3, 0, 2, 0, 3, 1), "B": (0, 2, 1, 0, 1, 0)}
    tokens = tokens_of({outlet: [FILLER + "strongman " * n for n in many] for outlet, many in counts.items()})
    result = framing(tokens, LEXICON)
    said = [line for line in result.cautions if line.startswith("I-NOEV: Not enough evidence (interval ")]

    assert set(result.table.query("category == 'delegitimising'")["verdict"]) <= {"inconclusive", "underpowered"}
    assert [line.partition("times). ")[2] for line in said] == [
        "So it is with 'delegitimising' in A.",
        "So it is with 'delegitimising' in B.",
    ]


def test_copies_of_one_text_count_once_in_the_tests():
    texts = {"A": [FILLER + "strongman"] * 6, "B": [FILLER + "bread"] * 4}
    tokens = tokens_of(texts)
    copies = {name: "wire" if name.startswith("A") else name for name in tokens.corpus.names}

    assert framing(tokens, LEXICON).table["p_value"].notna().any()
    alone = framing(tokens, LEXICON, units=copies)
    assert alone.table["p_value"].isna().all()
    assert (
        "5 near-copies take no part in the tests: one document of a unit stands for it in each group." in alone.cautions
    )


def test_the_margin_decides_what_is_similar():
    # Rates of both sides are equal, and each article's is much like the next.
    texts = {outlet: [FILLER + "strongman " * n for n in (2, 3, 2, 3, 2, 3)] for outlet in "AB"}

    assert row(tokens_of(texts), "A", "delegitimising")["verdict"] == "similar"
    assert row(tokens_of(texts), "A", "delegitimising", margin=(0.99, 1.01))["verdict"] != "similar"


def test_more_than_two_groups_are_tested_together_first():
    texts = {
        outlet: [FILLER + "strongman " * n for n in counts]
        for outlet, counts in {"A": (3, 2, 4, 3), "B": (0, 1, 0, 0), "C": (0, 0, 1, 0)}.items()
    }
    found = row(tokens_of(texts), "A", "delegitimising")

    assert 0 < found["omnibus_p"] <= found["omnibus_q"] < 0.05
    assert found["q_value"] < 0.05


def test_two_groups_need_no_test_of_all_together():
    assert np.isnan(row(TEN, "Daily", "delegitimising")["omnibus_p"])


def test_an_unbalanced_comparison_has_the_studentised_p_beside():
    unequal = tokens_of({"A": DAILY[:4], "B": TIMES * 3})

    assert np.isfinite(row(unequal, "A", "delegitimising")["studentised_p"])
    assert np.isnan(row(TEN, "Daily", "delegitimising")["studentised_p"])


def test_no_random_list_is_refused():
    with pytest.raises(ArgumentError, match=r"^random_lists is 0; it must be 1 or more$"):
        framing(TEN, LEXICON, random_lists=0)


def test_a_column_that_is_not_there_is_refused():
    message = "column 'outlets' is not in the corpus; did you mean 'outlet'?"
    with pytest.raises(ArgumentError, match=f"^{re.escape(message)}$"):
        framing(PAIR, LEXICON, by="outlets")


def test_random_lists_are_as_frequent_as_the_list():
    pool = np.diag(np.arange(1, 201)).astype(float)
    drawn = random_list_counts([pool], [[100, 100, 5]], lists=50, seed=1)

    assert drawn.shape == (50, 200)
    assert (np.abs(drawn.sum(axis=1) - 205) < 70).all()


def test_each_list_that_can_be_made_is_drawn_once_where_there_are_no_more():
    words = np.diag(np.arange(1, 201)).astype(float)

    of_one = random_list_counts([words], [[100]], lists=999)
    of_two = random_list_counts([words, words[:, :50]], [[100], [7]], lists=1600)

    # 40 candidates stand about each term
    assert sorted(of_one.sum(axis=1)) == list(range(80, 120))
    assert np.unique(of_two, axis=0).shape == (1600, 200)
    assert len(random_list_counts([words, words[:, :50]], [[100], [7]], lists=1599)) == 1599


def test_a_contrast_larger_than_every_random_one_has_the_smallest_p():
    rng = np.random.default_rng(0)
    target = np.arange(20) < 10
    observed = np.where(target, 9, 0) + np.arange(20) % 2

    assert random_list_p(observed, rng.poisson(4, (99, 20)), np.full(20, 100), target) == pytest.approx(0.01)


def test_a_list_that_does_not_differ_stands_below_every_random_one():
    target = np.arange(4) < 2

    assert random_list_p([1, 1, 1, 1], np.diag([5, 0, 0, 0])[:1], [10] * 4, target) == 1


def test_labels_of_random_lists_move_inside_blocks_only():
    # Inside each pair the target has more, as in half of the labelings of one pair: a list that differs by pair only
    # can never differ from its own labelings.
    target = np.array([True, False] * 6)
    between = np.repeat([0, 0, 0, 9, 9, 9], 2)
    random = np.random.default_rng(1).poisson(5, (99, 12))

    assert random_list_p(between, random, [100] * 12, target, blocks=np.repeat(np.arange(6), 2)) == 1
