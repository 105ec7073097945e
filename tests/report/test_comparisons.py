"""What the sections on words that differ, stand together and are spread say, and what their numbers lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus_stats.corpus import Corpus, Document, Part
from corpus_stats.errors import SpecificationError
from corpus_stats.lexicon import Lexicon, Term
from corpus_stats.report.build import report_contents
from corpus_stats.report.contents import Evidence, Section, Table
from corpus_stats.report.sections import Material, report_sections
from corpus_stats.report.spec import Request
from corpus_stats.tokens import tokenize

CAPTION = "The strongman waves"
TEXT = f"{CAPTION}\nThe ferry left the port."
PAIR = Corpus(
    [
        Document("a", TEXT, outlet="A", parts=(Part(0, 19, "caption"), Part(20, 44, "body"))),
        Document("b", "The ferry left. A strongman saw the ferry.", outlet="B"),
    ]
)
MANY = Corpus(
    Document(f"{outlet}{i}", f"The {word} left the port.", outlet=outlet)
    for outlet, word in (("A", "ferry"), ("B", "train"))
    for i in range(4)
)
LEXICON = Lexicon((Term(("strongman",), "loaded"),))


def sections(corpus: Corpus, *asked: dict[str, object], folder: Path = Path(), **more: object) -> tuple[Section, ...]:
    lexicon = LEXICON if more.pop("lexicon", None) else None
    request = Request.model_validate({"title": "T", "corpus": "c", "section": list(asked), **more})
    return report_sections(Material(request, corpus, tokenize(corpus), lexicon, folder))


def table(section: Section, name: str) -> Table:
    (found,) = [table for table in section.tables if table.name == name]
    return found


def behind(section: Section, key: str | None) -> Evidence:
    return {evidence.key: evidence for evidence in section.evidence}[key or ""]


def places(evidence: Evidence) -> list[tuple[int, int, int]]:
    return [(passage.document, passage.start, passage.end) for passage in evidence.passages]


def test_the_numbers_of_a_key_word_lead_to_the_passages_of_either_side():
    (section,) = sections(PAIR, {"analysis": "keyness", "min_count": 2, "min_documents": 1, "terms": 1})
    found = table(section, "01-keyness")
    row = {column.name: cell for column, cell in zip(found.columns, found.rows[0], strict=True)}

    assert [row[name].text for name in ("group", "term", "n", "n_reference")] == ["A", "left", "1", "1"]
    assert places(behind(section, row["n"].evidence)) == [(0, 30, 34)]
    assert places(behind(section, row["n_reference"].evidence)) == [(1, 10, 14)]


def test_without_a_test_there_is_no_p_in_the_table_and_the_refusal_stands_above():
    (section,) = sections(PAIR, {"analysis": "keyness", "min_count": 1, "min_documents": 1})

    assert not {"p_value", "q_value"} & {column.name for column in table(section, "01-keyness").columns}
    assert section.cautions[0].startswith("E-N1: Each of A and B is represented by 1 article.")
    assert str(section.lead[0][0]).endswith(
        "Ratios between 0.5 and 2 are called similar; the smallest p that this design can reach is 1."
    )


def test_with_enough_articles_p_and_q_are_shown_and_the_cloud_is_drawn():
    (section,) = sections(MANY, {"analysis": "keyness", "min_count": 4})
    found = table(section, "01-keyness")
    p = [column.name for column in found.columns].index("p_value")

    assert found.rows[0][p].text == "0.0286"
    assert [figure.name for figure in section.figures] == ["01-keyness", "01-scatter"]


def test_function_words_are_compared_where_asked():
    asked = {"analysis": "keyness", "min_count": 4, "function_words": True}
    (with_them,), (without,) = sections(MANY, asked), sections(MANY, {**asked, "function_words": False})

    assert "the" in set(with_them.data["01-keyness"]["term"])
    assert "the" not in set(without.data["01-keyness"]["term"])


def test_a_frequency_list_beside_the_specification_is_the_reference(tmp_path: Path):
    (tmp_path / "list.csv").write_text("term,count\nferry,3\nport,97\n")
    asked = {"analysis": "keyness", "reference": "list.csv", "min_count": 1, "min_documents": 1}
    (section,) = sections(PAIR, asked, folder=tmp_path, by="all")
    found = section.data["01-keyness"].set_index("term")

    assert found.loc["ferry", ["n", "n_reference"]].tolist() == [3, 3]


def test_what_is_compared_with_is_an_input_of_the_report(project: Path, tmp_path: Path):
    (tmp_path / "list.csv").write_text("term,count\nport,97\n")
    path = tmp_path / "r.toml"
    path.write_text(
        f'title = "T"\ncorpus = "{project / "articles.jsonl"}"\nby = "all"\n'
        '[[section]]\nanalysis = "keyness"\nreference = "list.csv"\nmin_count = 2\n'
    )

    assert sorted(report_contents(path).manifest["inputs"]) == ["articles.jsonl", "reference: list.csv"]


def test_a_finding_that_hangs_on_a_caption_is_said_to():
    asked = {"analysis": "robustness", "finding": "strongman", "group": "A", "resamples": 99}
    (section,) = sections(PAIR, asked)
    rows = {row[0].text: row for row in table(section, "01-robustness").rows}

    assert rows["captions are left out"][-1].text == "disappears"
    assert section.cautions[0].startswith("'strongman' of A disappears when captions are left out; ")


def test_the_counts_of_a_finding_lead_to_what_each_choice_reads():
    asked = {"analysis": "robustness", "finding": "strongman", "group": "A", "resamples": 99}
    (section,) = sections(PAIR, asked)
    rows = {row[0].text: row for row in table(section, "01-robustness").rows}

    assert places(behind(section, rows["as it stands"][1].evidence)) == [(0, 4, 13)]
    assert places(behind(section, rows["captions are left out"][2].evidence)) == [(1, 18, 27)]
    for choice in ("captions are left out", "the text is not cleaned"):
        assert behind(section, rows[choice][1].evidence).documents == (0, 1)


def test_a_category_of_the_lexicon_can_be_the_finding():
    asked = {"analysis": "robustness", "finding": "loaded", "kind": "category", "group": "A", "resamples": 99}
    section, _ = sections(PAIR, asked, lexicon=True)
    first = table(section, "01-robustness").rows[0]

    assert [cell.text for cell in first[:3]] == ["as it stands", "1", "1"]
    assert places(behind(section, first[1].evidence)) == [(0, 4, 13)]


@pytest.mark.parametrize(
    ("asked", "more", "message"),
    [
        (
            {"analysis": "robustness", "finding": "x", "group": "A", "kind": "category"},
            {},
            "section 1 (robustness): the finding is a category of a lexicon, and none is named; "
            'write lexicon = "lexicon.toml"',
        ),
        (
            {"analysis": "robustness", "finding": "x", "group": "A"},
            {"by": "all"},
            'section 1 (robustness): robustness reruns a comparison, and by = "all" compares nothing',
        ),
        (
            {"analysis": "keyness"},
            {"by": "all"},
            "section 1 (keyness): by is None; a comparison needs two groups or more, or a reference",
        ),
    ],
)
def test_a_comparison_of_nothing_is_refused(asked: dict[str, object], more: dict[str, object], message: str):
    with pytest.raises(SpecificationError) as caught:
        sections(PAIR, asked, **more)
    assert str(caught.value) == message


def test_a_collocate_leads_to_the_words_from_it_to_the_node():
    asked = {"analysis": "collocation", "node": "ferry", "min_count": 2}
    (section,) = sections(PAIR, asked)
    (row,) = table(section, "01-collocation").rows

    assert [cell.text for cell in row[:3]] == ["left", "2", "2"]
    assert places(behind(section, row[1].evidence)) == [(0, 24, 34), (1, 4, 14)]


def test_a_node_without_collocates_is_said_and_not_drawn():
    (section,) = sections(PAIR, {"analysis": "collocation", "node": "strongman"})

    assert (section.figures, section.tables) == ((), ())
    assert section.cautions == (
        "'strongman' occurs 2 times in 2 documents: no word stands near it often enough, in enough documents, to be"
        " listed.",
    )


def test_the_spread_of_a_word_leads_to_its_places_in_each_article():
    (section,) = sections(PAIR, {"analysis": "dispersion", "terms": ["ferry", "the port"]})
    rows = table(section, "01-parts").rows

    assert [[cell.text for cell in row] for row in rows] == [
        ["ferry", "a", "1", "8"],
        ["ferry", "b", "2", "8"],
        ["the port", "a", "1", "8"],
    ]
    assert places(behind(section, rows[1][2].evidence)) == [(1, 4, 9), (1, 36, 41)]
    assert [part if isinstance(part, str) else part.text for part in section.lead[0]] == [
        *("“ferry”: ", "3 occurrences", " in 2 of 2 articles"),
        *("; “the port”: ", "1 occurrence", " in 1 of 2 articles", "."),
    ]


def test_a_run_of_words_leads_to_where_it_stands_within_sentences():
    (section,) = sections(PAIR, {"analysis": "ngrams", "n": 2, "by": "all", "function_words": True})
    first, second = table(section, "01-ngrams").rows

    assert [[cell.text for cell in row[:3]] for row in (first, second)] == [
        ["all", "the ferry", "3"],
        ["all", "ferry left", "2"],
    ]
    assert places(behind(section, second[2].evidence)) == [(0, 24, 34), (1, 4, 14)]
