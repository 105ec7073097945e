"""Evidence rows and results."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from corpus_stats.corpus import Corpus, Document, Part
from corpus_stats.evidence import EVIDENCE_COLUMNS, Result, drawings, evidence_table, rounded, span_evidence
from corpus_stats.tokens import tokenize

PARTS = (Part(0, 13, kind="headline"), Part(14, 31, kind="body"))
CORPUS = Corpus([Document("a", "Rogue general\nThe general left.", outlet="A", parts=PARTS)])
TOKENS = tokenize(CORPUS)


def test_evidence_slices_to_the_text_of_its_tokens():
    row = evidence_table(TOKENS, [0], [2]).iloc[0]

    assert (row["document"], row["outlet"], row["text"], row["part"]) == ("a", "A", "Rogue general", "headline")
    assert (row["start"], row["end"]) == (0, 13)


def test_evidence_has_its_columns_in_order_even_without_rows():
    assert tuple(evidence_table(TOKENS, [], []).columns) == EVIDENCE_COLUMNS


def test_voices_are_missing_until_they_are_read():
    assert evidence_table(TOKENS, [0], [1])[["voice", "quoted", "attributed", "speaker"]].isna().all(axis=None)


def test_spans_give_the_same_evidence_as_their_tokens():
    pd.testing.assert_frame_equal(span_evidence(CORPUS, [0], [(18, 25)], ["body"]), evidence_table(TOKENS, [3], [4]))


def test_rounding_leaves_no_negative_zero():
    assert str(rounded([-1e-9, 0.1234567]).tolist()) == "[0.0, 0.123457]"


def test_the_settings_of_a_result_cannot_be_written_to():
    result = Result(pd.DataFrame({"n": [1]}), {"seed": 1})
    with pytest.raises(TypeError, match="does not support item assignment"):
        result.settings["seed"] = 2


def test_a_result_shows_its_cautions_beside_its_table():
    result = Result(pd.DataFrame({"n": [41]}), {}, ("Too few <articles>.",))

    assert "41" in result._repr_html_()
    assert "<p>Too few &lt;articles&gt;.</p>" in result._repr_html_()
    assert repr(result).endswith("Too few <articles>.")


def test_a_result_shows_its_figure_where_one_is_known(monkeypatch):
    monkeypatch.setitem(drawings, "Result", lambda result: f"<svg>{len(result.table)}</svg>")

    assert Result(pd.DataFrame({"n": np.arange(3)}), {})._repr_html_().startswith("<svg>3</svg>")
