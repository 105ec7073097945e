"""Labels, parts and voices in three articles of `seeds/`, against answers made by hand (see `gold/README.md`)."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from corpus_stats.analysis.labels import labels
from corpus_stats.corpus import PART_KINDS
from corpus_stats.evidence import VOICES
from corpus_stats.lexicon import Lexicon, read_lexicon
from corpus_stats.preparation import read_corpus
from corpus_stats.tokens import Tokens, tokenize
from corpus_stats.voices import voices

GOLD = Path(__file__).resolve().parent / "gold" / "seed_gold.csv"
HAFTAR, ARMY = "Khalifa Haftar", "Libyan National Army"
# Kinds of part that have other names there; the other zones stand inside dropped spans.
PARTS = {"lead": "body", "headline copy 1": "headline"}
DROPPED = ("headline copy 2", "related_link")
VOICE = {"attributed": "paraphrase", "quoted_fragment": "fragment"}

Row = dict[str, str]
Span = tuple[str, int, int]


def gold_rows() -> list[Row]:
    with GOLD.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["zone"] = row["note"].split(";")[0].removeprefix("zone=")
    return rows


ROWS = gold_rows()
KEPT = [row for row in ROWS if row["zone"] not in DROPPED]


def span(row: Row) -> Span:
    return row["doc"], int(row["start_char"]), int(row["end_char"])


def spans(hits: pd.DataFrame | None) -> set[Span]:
    assert hits is not None
    return set(zip(hits["document"], hits["start"].tolist(), hits["end"].tolist(), strict=True))


@pytest.fixture(scope="module")
def tokens(seeds: Path) -> Tokens:
    return tokenize(read_corpus(seeds))


@pytest.fixture(scope="module")
def lexicon(seeds: Path) -> Lexicon:
    return read_lexicon(seeds / "lexicon.toml")


@pytest.fixture(scope="module")
def found(tokens: Tokens, lexicon: Lexicon) -> pd.DataFrame:
    hits = labels(tokens, HAFTAR, lexicon).hits
    assert hits is not None
    return hits


def token_at(tokens: Tokens, row: Row) -> int | None:
    """First token inside the span of a row; None where the article has none there."""
    document, start, end = span(row)
    i = tokens.corpus.positions[document]
    low, high = tokens.bounds[i : i + 2]
    token = int(low + np.searchsorted(tokens.ends[low:high], start, side="right"))
    return token if token < high and tokens.starts[token] < end else None


def is_label_of_haftar(row: Row) -> bool:
    return row["target"] == HAFTAR and row["category"].startswith(("label", "alignment"))


def test_the_answers_hold_labels_traps_and_dropped_rows():
    assert sum(is_label_of_haftar(row) for row in KEPT) == 6
    assert (len(ROWS), len(ROWS) - len(KEPT)) == (156, 4)


@pytest.mark.parametrize("row", [row for row in KEPT if is_label_of_haftar(row)], ids=lambda row: row["phrase"])
def test_every_label_of_haftar_is_found_with_its_span(row: Row, found: pd.DataFrame):
    assert span(row) in spans(found)


TRAPS = ("its proxy", "stronghold", "LNA-strongholds")


@pytest.mark.parametrize("phrase", TRAPS)
def test_a_trap_is_no_label_of_haftar(phrase: str, found: pd.DataFrame):
    document, start, end = next(span(row) for row in ROWS if row["phrase"] == phrase)
    near = found[(found["document"] == document) & (found["start"] < end) & (found["end"] > start)]

    assert near.empty


@pytest.mark.parametrize("row", [row for row in ROWS if row["zone"] in DROPPED], ids=lambda row: row["phrase"])
def test_a_row_inside_a_dropped_span_is_absent(row: Row, tokens: Tokens):
    assert token_at(tokens, row) is None


def test_the_part_of_every_row_is_right(tokens: Tokens):
    wrong = []
    for row in KEPT:
        token = token_at(tokens, row)
        part = "absent" if token is None else PART_KINDS[tokens.part_ids[token]]
        if part != PARTS.get(row["zone"], row["zone"]):
            wrong.append((row["phrase"], part))

    assert wrong == []


def test_the_voice_of_95_rows_in_100_is_right(tokens: Tokens):
    read = voices(tokens)
    documents = np.array([tokens.corpus.positions[row["doc"]] for row in KEPT])
    starts, ends = (np.array([int(row[name]) for row in KEPT]) for name in ("start_char", "end_char"))
    told = [VOICES[i] for i in read.at(documents, starts, ends).voices.tolist()]
    right = [voice == VOICE.get(row["voice"], row["voice"]) for voice, row in zip(told, KEPT, strict=True)]

    assert sum(right) / len(KEPT) >= 0.95


def test_an_evaluative_word_against_the_speakers_own_side_is_the_outlets(tokens: Tokens, lexicon: Lexicon):
    hits = labels(tokens, ARMY, lexicon).hits
    row = next(row for row in ROWS if row["phrase"] == "renegade force")
    hit = hits[(hits["document"] == row["doc"]) & (hits["start"] == int(row["start_char"]))].iloc[0]

    assert (hit["text"], hit["voice"], hit["attributed"]) == ("renegade force", "outlet", True)


def test_the_same_spans_are_found_with_names_alone(tokens: Tokens, lexicon: Lexicon, found: pd.DataFrame):
    names = Lexicon(terms=(), actors=lexicon.actors)

    assert spans(labels(tokens, HAFTAR, names).hits) == spans(found)


ASKED = {
    "former warlord": 1,
    "rogue general": 2,
    "strongman": 1,
    "rebel leader": 1,
    "renegade commander": 1,
    "retired general": 1,
    "eastern Libyan strongman": 1,
    "ailingman": 1,
    "Russian-aligned": 1,
    "Russia-backed": 1,
    "domain": 1,
}


@pytest.mark.parametrize("label", ASKED)
def test_a_label_that_readers_of_the_five_articles_see_is_counted(label: str, found: pd.DataFrame):
    assert (found["label"] == label).sum() == ASKED[label]


def test_rogue_general_stands_once_before_the_name_and_once_alone(found: pd.DataFrame):
    assert sorted(found.loc[found["label"] == "rogue general", "attached"]) == ["alone", "before name"]


def test_strongman_stands_in_the_caption_of_one_article(found: pd.DataFrame):
    assert found.loc[found["label"] == "strongman", "part"].tolist() == ["caption"]


def test_a_label_that_the_lexicon_lacks_is_new(found: pd.DataFrame):
    assert found.loc[~found["in_lexicon"], "label"].tolist() == ["ailingman", "regional allies", "domain"]
