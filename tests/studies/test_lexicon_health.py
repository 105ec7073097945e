"""What a lexicon bears on a corpus: terms without use, labels that it lacks, how right people say it is."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from corpus_stats.corpus import Corpus, Document
from corpus_stats.errors import ArgumentError
from corpus_stats.evidence import Result
from corpus_stats.lexicon import Actor, Lexicon, Term
from corpus_stats.studies.coding import CodedSample, coding_kit
from corpus_stats.studies.lexicon_health import health_sentence, lexicon_health
from corpus_stats.tokens import tokenize

LEXICON = Lexicon(
    (Term(("strongman",), "loaded"), Term(("despot",), "loaded"), Term(("general",), "rank"), Term(("major",), "rank"))
)
CORPUS = Corpus(
    [
        Document("a", "The strongman spoke. The strongman left. A warlord spoke. The general left.", outlet="A"),
        Document("b", "The strongman spoke. A major left. A warlord left. The port was closed.", outlet="B"),
    ]
)
LABELS = Result(
    table=pd.DataFrame(
        [
            ("strongman", "Omar", "A", 2, True, "", "delegitimising"),
            ("warlord", "Omar", "A", 1, False, "strongman", ""),
            ("warlord", "Omar", "B", 1, False, "strongman", ""),
            ("mr", "Omar", "B", 3, False, "", "title"),
        ],
        columns=["label", "actor", "outlet", "n", "in_lexicon", "nearest", "category"],
    ),
    settings={},
    hits=pd.DataFrame(
        {
            "text": ["strongman", "warlord", "warlord", "Mr"],
            "label": ["strongman", "warlord", "warlord", "mr"],
            "actor": ["Omar"] * 4,
            "in_lexicon": [True, False, False, False],
            "category": ["delegitimising", "", "", "title"],
        }
    ),
)


@pytest.fixture(scope="module")
def tokens():
    return tokenize(CORPUS)


def coded(tokens, is_yes: dict[str, Callable[[str], bool]], lexicon: Lexicon = LEXICON, n: int = 200) -> CodedSample:
    """Sample of a kit, coded by one person by the rule of each category."""
    kit = coding_kit(tokens, lexicon, n=n, categories=list(is_yes))
    labels = np.array([[float(is_yes[name](text)) for name in kit.categories] for text in kit.hits["text"]])
    found = np.array([[name in categories for name in kit.categories] for categories in kit.hits["found"]])
    return CodedSample(kit.hits, kit.categories, ("coder_1",), labels[None], labels, found, kit.totals, kit.settings)


def is_loaded(text: str) -> bool:
    return "strongman" in text or "warlord" in text


def test_terms_that_never_occur_and_terms_of_one_document_are_counted(tokens):
    table = lexicon_health(tokens, LEXICON).table

    assert table[["category", "n_terms", "n_never", "n_single", "n", "n_documents"]].to_numpy().tolist() == [
        ["loaded", 2, 1, 0, 3, 2],
        ["rank", 2, 0, 2, 2, 2],
        ["all", 4, 1, 2, 5, 2],
    ]


def test_terms_say_what_is_the_matter_with_them(tokens):
    terms = lexicon_health(tokens, LEXICON).terms

    assert terms[["term", "n", "n_documents", "note"]].to_numpy().tolist() == [
        ["strongman", 3, 2, ""],
        ["despot", 0, 0, "never occurs"],
        ["general", 1, 1, "in one document"],
        ["major", 1, 1, "in one document"],
    ]


def test_precision_and_recall_are_those_counted_by_hand(tokens):
    row = lexicon_health(tokens, LEXICON, coded(tokens, {"loaded": is_loaded})).table.iloc[0]

    # three strongmen found of five loaded sentences
    assert (row["n_coded"], row["precision"], row["recall"]) == (5, 1, 0.6)


def test_a_lexicon_that_changed_is_matched_again(tokens):
    sample = coded(tokens, {"loaded": is_loaded})
    more = Lexicon((*LEXICON.terms, Term(("warlord",), "loaded")))

    assert lexicon_health(tokens, more, sample).table.iloc[0]["recall"] == 1


def test_all_categories_together_are_judged_by_any_of_them(tokens):
    sample = coded(tokens, {"loaded": is_loaded, "rank": lambda text: "general" in text})
    row = lexicon_health(tokens, LEXICON, sample).table.iloc[-1]

    # five sentences found, of which "A major left." is coded nothing; six coded
    assert (row["precision"], row["recall"]) == (0.8, pytest.approx(4 / 6, abs=1e-6))


def test_a_category_that_nobody_coded_has_no_precision(tokens):
    table = lexicon_health(tokens, LEXICON, coded(tokens, {"loaded": is_loaded})).table

    assert table.loc[table["category"] == "rank", ["n_coded", "precision", "recall"]].isna().to_numpy().all()


def test_labels_that_the_lexicon_lacks_are_counted_once_and_by_use(tokens):
    health = lexicon_health(tokens, LEXICON, labels=LABELS)

    assert (health.n_labels, health.n_lacking, health.share_lacking) == (2, 1, 0.5)
    assert health.lacking.to_numpy().tolist() == [["warlord", 2, "strongman"]]


def test_passages_of_the_labels_it_lacks_are_the_hits(tokens):
    assert lexicon_health(tokens, LEXICON, labels=LABELS).hits["text"].tolist() == ["warlord", "warlord"]


def test_a_name_of_the_actor_is_no_label_that_the_lexicon_lacks(tokens):
    named = Lexicon(LEXICON.terms, (Actor("Omar", ("the warlord",)),))
    health = lexicon_health(tokens, named, labels=LABELS)

    assert (health.n_labels, health.n_lacking, health.hits["text"].tolist()) == (1, 0, [])


def test_a_name_of_another_actor_is_a_label_that_the_lexicon_lacks(tokens):
    named = Lexicon(LEXICON.terms, (Actor("Omar"), Actor("Salim", ("the warlord",))))

    assert lexicon_health(tokens, named, labels=LABELS).lacking["label"].tolist() == ["warlord"]


def test_the_sentence_tells_terms_from_their_alternatives(tokens):
    lexicon = Lexicon((Term(("strongman", "strongmen", "despot"), "loaded"),))

    assert health_sentence(lexicon_health(tokens, lexicon)).startswith(
        "Of the lexicon's 1 term (3 alternatives), all occur. "
    )


def test_a_corpus_without_labels_lacks_none(tokens):
    empty = dataclasses.replace(LABELS, table=LABELS.table.head(0), hits=None)
    health = lexicon_health(tokens, LEXICON, labels=empty)

    assert (health.n_labels, health.n_lacking, np.isnan(health.share_lacking)) == (0, 0, True)


def test_the_sentence_without_coded_sentences_says_so(tokens):
    assert health_sentence(lexicon_health(tokens, LEXICON, labels=LABELS)) == (
        "Of the lexicon's 4 terms, 1 never occurs and 2 occur in one article only. It lacks 1 of the 2 labels that "
        "were discovered for the actors (50 % of their occurrences). The lexicon is not validated on this corpus: "
        "no person has coded sentences of it."
    )


def test_the_sentence_with_coded_sentences_gives_both_measures(tokens):
    sample = coded(tokens, {"loaded": is_loaded, "rank": lambda text: "general" in text})
    text = health_sentence(lexicon_health(tokens, LEXICON, sample))

    assert text.startswith(
        "Of the lexicon's 4 terms, 1 never occurs and 2 occur in one article only. By sentences that people coded, "
        "precision is 0.80 and recall is 0.67."
    )


def test_the_sentence_names_the_categories_where_not_all_were_coded(tokens):
    text = health_sentence(lexicon_health(tokens, LEXICON, coded(tokens, {"loaded": is_loaded})))

    assert "By sentences that people coded for loaded, precision is 1.00 and" in text


def test_the_sentence_of_a_lexicon_of_which_every_term_is_used_is_short(tokens):
    lexicon = Lexicon((Term(("strongman",), "loaded"),))

    assert health_sentence(lexicon_health(tokens, lexicon)) == (
        "Of the lexicon's 1 term, all occur. The lexicon is not validated on this corpus: no person has coded "
        "sentences of it."
    )


def test_a_circular_lexicon_is_called_so_first(tokens):
    health = lexicon_health(tokens, Lexicon(LEXICON.terms, circular=True))

    assert health.cautions[0].startswith("W-CIRCULAR: The lexicon was written from these articles")


def test_terms_that_never_occur_are_named(tokens):
    assert lexicon_health(tokens, LEXICON).cautions[-1] == "Terms that never occur: despot."


def test_coded_sentences_of_another_corpus_are_refused(tokens):
    other = tokenize(Corpus([CORPUS["a"], Document("b", "The strongman spoke.", outlet="B")]))
    message = r"^the coded sentences are of another corpus, or of this one before it changed; draw and code them again$"
    with pytest.raises(ArgumentError, match=message):
        lexicon_health(other, LEXICON, coded(tokens, {"loaded": is_loaded}))


def test_coded_categories_that_the_lexicon_lacks_are_refused(tokens):
    other = Lexicon((Term(("port",), "place"),))
    message = r"^the coded categories are loaded; the lexicon has none of them, but place$"
    with pytest.raises(ArgumentError, match=message):
        lexicon_health(tokens, other, coded(tokens, {"loaded": is_loaded}))


def test_a_coded_span_that_is_no_sentence_is_refused(tokens):
    sample = coded(tokens, {"loaded": is_loaded})
    moved = dataclasses.replace(sample, sentences=sample.sentences.assign(start=sample.sentences["start"] + 1))
    with pytest.raises(ArgumentError, match=r"^coded sentence 's1' is no sentence of these tokens$"):
        lexicon_health(tokens, LEXICON, moved)


def test_the_seeds_have_their_health_without_a_coded_sample(seeds: Path):
    from corpus_stats.lexicon import read_lexicon
    from corpus_stats.preparation import read_corpus

    health = lexicon_health(tokenize(read_corpus(seeds)), read_lexicon(seeds / "lexicon.toml"))

    assert health.is_circular
    assert health.table["n"].iloc[-1] == health.terms["n"].sum() > 0


def test_sentences_of_more_articles_than_there_are_name_one_that_is_missing(tokens):
    sample = coded(tokens, {"loaded": is_loaded})
    left = tokenize(CORPUS.select(outlet="A"))

    with pytest.raises(ArgumentError) as caught:
        lexicon_health(left, LEXICON, sample)
    assert str(caught.value) == (
        "the coded sentences were drawn from 2 articles, and here are 1: b is not among them; take the same articles"
        " (--skip-other-languages sets some aside, here or when they were drawn), or draw and code them again"
    )
