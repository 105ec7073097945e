"""What a section says: the evidence behind each number, and how much of it is shown."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from corpus_stats.corpus import Corpus, Document, Part
from corpus_stats.errors import InputError, SpecificationError
from corpus_stats.lexicon import Actor, Lexicon, Term
from corpus_stats.report.contents import Passage, Section, Table
from corpus_stats.report.manifest import input_checksums, sha256
from corpus_stats.report.sections import Material, check_request, report_sections
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

    assert [cell.text for cell in row] == ["rogue general | general", "delegitimising", "1", "0"]
    assert behind[row[2].evidence or ""].passages == (
        Passage(0, 13, 26, "rogue general | general (delegitimising) · ¶ own words"),
    )
    assert behind[row[3].evidence or ""].documents == (1,)


def test_with_many_groups_only_terms_that_occur_are_listed():
    corpus = Corpus(Document(f"{i}", "A general spoke." if i else "Nobody spoke.", outlet=f"O{i}") for i in range(9))
    framing, _ = sections(corpus, request({"analysis": "framing", "random_lists": 1}), LEXICON)

    assert [[cell.text for cell in row] for row in table(framing, "01-terms").rows] == [
        [f"O{i}", "rogue general | general", "delegitimising", "1"] for i in range(1, 9)
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


def test_shared_data_hold_at_most_25_words_of_a_column_of_any_name():
    made, long = draft(share=True), " ".join("w" * 40)
    made.store("x", pd.DataFrame({"text": ["w"], "content": [long]}))
    made.show("x", "X", pd.DataFrame({"content": [long]}), [Shown("content", "content")])

    assert made.data["01-x"]["content"].tolist() == [f"{' '.join('w' * 25)} …"]
    assert made.tables[0].rows[0][0].text == f"{' '.join('w' * 25)} …"


def test_outlets_may_be_called_as_a_column_is():
    corpus = Corpus([Document("a", "A general spoke.", outlet="term"), Document("b", "Nobody.", outlet="category")])
    framing, _ = sections(corpus, request({"analysis": "framing", "random_lists": 1}), LEXICON)

    assert [column.label for column in table(framing, "01-terms").columns] == ["term", "category", "category", "term"]
    assert [cell.text for cell in table(framing, "01-terms").rows[0][2:]] == ["0", "1"]


def test_a_column_of_the_articles_takes_no_place_of_a_count():
    corpus = Corpus([Document("a", "One two.", outlet="A", metadata={"kept": "x", "kept_column": "y", "dropped": "z"})])
    (section,) = sections(corpus, request({"analysis": "composition"}))
    found = section.data["01-articles"].iloc[0]

    assert found[["kept", "kept_column", "kept_column_column", "dropped", "dropped_column"]].tolist() == [
        *(8, "x", "y", 0, "z"),
    ]


def test_rates_by_mention_have_headings_of_mentions():
    lexicon = Lexicon(LEXICON.terms, actors=(Actor("Smith"),))
    corpus = Corpus([Document("a", "General Smith lost.", outlet="A"), Document("b", "Smith won.", outlet="B")])
    framing, _ = sections(corpus, request({"analysis": "framing", "actor": "Smith", "random_lists": 1}), lexicon)
    labels = {column.name: column.label for column in table(framing, "01-framing").columns}

    assert (labels["denominator"], labels["rate"]) == ("mentions of Smith", "per mention of Smith")


def eventful(**more: str) -> Corpus:
    places = [(outlet, str(event)) for outlet in "AB" for event in range(6)]
    return Corpus(
        Document(f"{outlet}{event}", "The general spoke." if outlet == "A" else "Nobody spoke.", outlet=outlet,
                 metadata={"event": event, **more})
        for outlet, event in places
    )  # fmt: skip


def test_what_no_article_holds_may_still_be_in_some():
    framing, _ = sections(eventful(), request({"analysis": "framing", "random_lists": 1}), LEXICON)
    found = {row[0].text: row[-1].text for row in table(framing, "01-framing").rows}

    # 1 - .025 ** (1 / 6), Clopper and Pearson 1934
    assert found == {"A": "–", "B": "0 of 6 articles: at most 46 % of its articles"}


@pytest.mark.parametrize("analysis", ["design", "framing", "keyness"])
def test_articles_are_compared_within_events_where_each_has_one(analysis: str):
    more: dict[str, object] = {"framing": {"random_lists": 1}, "keyness": {"min_count": 2}}.get(analysis, {})
    asked = request({"analysis": analysis, **more}, {"analysis": analysis, "within": "none", **more})
    inside, across, _ = sections(eventful(), asked, LEXICON)

    assert (inside.settings["within"], across.settings["within"]) in [("event", None), ("event", False)]
    assert str(inside.lead[-1][0]).endswith(
        "Articles are compared within the same event, as every article has a value there;"
        ' within = "none" in the specification compares across events.'
    )
    assert "within the same" not in str(across.lead[-1][0])


def test_articles_without_an_event_are_compared_across_events():
    corpus = Corpus([*eventful(), Document("z", "Nobody.", outlet="A")])
    design, _ = sections(corpus, request({"analysis": "design"}), LEXICON)

    assert design.settings["within"] is False


def test_what_nothing_stands_in_the_way_of_may_be_tested():
    design, _ = sections(eventful(), request({"analysis": "design"}), LEXICON)
    found = table(design, "01-design")

    assert [column.label for column in found.columns][1:3] == ["articles", "median words"]
    assert [row[-1].text for row in found.rows] == ["may be tested"] * 2


def test_terms_of_which_the_same_is_said_share_a_row_of_the_codebook():
    named = {"a": ("x", "N"), "b": ("x", ""), "c": ("x", "N"), "e": ("y", "N")}
    lexicon = Lexicon(tuple(Term((term,), kind, note=note) for term, (kind, note) in named.items()))
    corpus = Corpus([Document("a", TEXT, outlet="A")])
    _, codebook = sections(corpus, request({"analysis": "composition"}), lexicon)

    assert [[cell.text for cell in row] for row in table(codebook, "02-codebook").rows] == [
        ["x", "a | c", "N"],
        ["x", "b", ""],
        ["y", "e", "N"],
    ]


@pytest.mark.parametrize(
    ("section", "more", "message"),
    [
        ({}, {"by": "outlett"}, "by: column 'outlett' is not in the corpus; "),
        ({"within": "evnt"}, {}, "section 1 (design), within: column 'evnt' is not in the corpus; "),
        ({"analysis": "topics", "k": 99}, {}, "section 1 (topics), k: found 99; 1 documents allow 1 to 3 topics"),
    ],
)
def test_what_the_articles_do_not_have_is_found_before_the_work(
    section: dict[str, object], more: dict[str, object], message: str
):
    with pytest.raises(SpecificationError) as caught:
        check_request(request({"analysis": "design", **section}, **more), Corpus([Document("a", TEXT, outlet="A")]))
    assert str(caught.value).startswith(message)


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
