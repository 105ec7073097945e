"""What a section says: the evidence behind each number, and how much of it is shown."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from corpus_stats.corpus import Corpus, Document, Part
from corpus_stats.errors import InputError
from corpus_stats.lexicon import Lexicon, Term
from corpus_stats.report.contents import Passage, Section, Table
from corpus_stats.report.manifest import input_checksums, sha256
from corpus_stats.report.sections import Material, report_sections
from corpus_stats.report.sections.draft import LISTED, Draft, Shown, plain_number
from corpus_stats.report.spec import Options, Request, Specification
from corpus_stats.tokens import tokenize

TEXT = "Shares 9\nThe rogue general lost.\nRead more"
PARTS = (Part(0, 8, reason="share_counters"), Part(9, 32, "body"), Part(33, 42, reason="related_links"))
LEXICON = Lexicon((Term(("rogue general", "general"), "delegitimising"),))


def request(*sections: dict[str, object], **more: object) -> Request:
    return Request.model_validate({"title": "T", "corpus": "c", "section": list(sections), **more})


def sections(corpus: Corpus, asked: Request, lexicon: Lexicon | None = None) -> tuple[Section, ...]:
    return report_sections(Material(asked, corpus, tokenize(corpus), lexicon))


def draft(**more: object) -> Draft:
    corpus = Corpus([Document("a", "b", outlet="A")])
    asked = request({"analysis": "design"}, **more)
    return Draft(1, Options(analysis="x"), Material(asked, corpus, tokenize(corpus)), "X")


def table(section: Section, name: str) -> Table:
    (found,) = [table for table in section.tables if table.name == name]
    return found


def test_every_dropped_span_leads_to_its_place_in_the_article():
    corpus = Corpus([Document("a", TEXT, outlet="A", parts=PARTS)])
    (section,) = sections(corpus, request({"analysis": "composition"}))
    ledger = table(section, "01-drops")

    assert [[cell.text for cell in row] for row in ledger.rows] == [
        ["a", "0", "8", "share counters", "Shares 9"],
        ["a", "33", "42", "related links", "Read more"],
    ]
    assert [row[1].evidence for row in ledger.rows] == ["d0-0-8", "d0-33-42"]


def test_kept_parts_lead_to_their_article_and_dropped_ones_to_their_spans():
    corpus = Corpus([Document("a", TEXT, outlet="A", parts=PARTS)])
    (section,) = sections(corpus, request({"analysis": "composition"}))
    spans = {evidence.key: [(p.start, p.end) for p in evidence.passages] for evidence in section.evidence}
    found = {row[1].text: row[4].evidence for row in table(section, "01-composition").rows}

    assert found["body"] == "d0"
    assert spans[found["share counters"] or ""] == [(0, 8)]


def test_the_number_of_a_term_leads_to_its_passages_and_a_zero_to_what_was_searched():
    corpus = Corpus([Document("a", TEXT, outlet="A"), Document("b", "Nothing here.", outlet="B")])
    framing, _ = sections(corpus, request({"analysis": "framing", "random_lists": 1}), LEXICON)
    (row,) = table(framing, "01-terms").rows
    behind = {evidence.key: evidence for evidence in framing.evidence}

    assert [cell.text for cell in row] == ["rogue general", "delegitimising", "1", "0"]
    assert behind[row[2].evidence or ""].passages == (Passage(0, 13, 26, "rogue general (delegitimising)"),)
    assert behind[row[3].evidence or ""].documents == (1,)


def test_with_many_groups_only_terms_that_occur_are_listed():
    corpus = Corpus(Document(f"{i}", "A general spoke." if i else "Nobody spoke.", outlet=f"O{i}") for i in range(9))
    framing, _ = sections(corpus, request({"analysis": "framing", "random_lists": 1}), LEXICON)

    assert [[cell.text for cell in row] for row in table(framing, "01-terms").rows] == [
        [f"O{i}", "rogue general", "delegitimising", "1"] for i in range(1, 9)
    ]


def test_the_codebook_names_the_lexicon_by_its_fingerprint():
    corpus = Corpus([Document("a", TEXT, outlet="A")])
    *_, codebook = sections(corpus, request({"analysis": "concordance", "pattern": "rogue"}), LEXICON)

    assert codebook.settings["sha256 of the lexicon"] == LEXICON.fingerprint()
    assert table(codebook, "02-codebook").rows[0][1].text == "rogue general | general"


def test_what_is_not_listed_is_said_to_be_in_the_data():
    made = draft()
    made.behind("x", [Passage(0, 0, 1)] * (LISTED + 1), range(LISTED + 2), "data/01-x")
    (evidence,) = made.evidence

    assert (len(evidence.passages), len(evidence.documents)) == (LISTED, LISTED)
    assert evidence.more == ("300 of 301 passages are listed; all are in data/01-x.csv; 300 of 302 articles are listed")


def test_shared_data_hold_at_most_25_words_of_a_passage():
    made, long = draft(share=True), " ".join("w" * 40)
    made.store("x", pd.DataFrame({"text": [long, "w"], "n": [1, 2]}))

    assert made.data["01-x"]["text"].tolist() == [f"{' '.join('w' * 25)} …", "w"]


def test_a_column_without_a_value_is_not_shown():
    made = draft()
    made.show("x", "X", pd.DataFrame({"n": [1], "p": [float("nan")]}), [Shown("n", "n", "d"), Shown("p", "p", ".2f")])

    assert [column.name for column in made.tables[0].columns] == ["n"]


@pytest.mark.parametrize(
    ("value", "form", "text"), [(1234, ",d", "1,234"), (0.5, ".2f", "0.50"), (float("nan"), ".2f", "–")]
)
def test_a_number_is_shown_in_its_form_and_a_missing_one_as_a_dash(value: float, form: str, text: str):
    assert plain_number(value, form) == text


def test_inputs_are_the_texts_of_a_folder_their_table_and_the_lexicon(tmp_path: Path):
    (tmp_path / "c").mkdir()
    for name in ("b.txt", "a.TXT", "metadata.csv", "README.md", ".hidden.txt", "other.csv"):
        (tmp_path / "c" / name).write_text(name)
    (tmp_path / "l.toml").write_text("x")
    asked = request({"analysis": "design"}, lexicon="l.toml")

    assert input_checksums(Specification(asked, tmp_path / "r.toml")) == {
        "a.TXT": sha256(b"a.TXT"),
        "b.txt": sha256(b"b.txt"),
        "metadata.csv": sha256(b"metadata.csv"),
        "lexicon: l.toml": sha256(b"x"),
    }


def test_an_input_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(InputError) as caught:
        input_checksums(Specification(request({"analysis": "design"}), tmp_path / "r.toml"))
    assert str(caught.value) == f"{tmp_path / 'c'}: the file cannot be read: No such file or directory"
