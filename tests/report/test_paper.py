"""The paper: the same bytes, its own fonts, nothing of an article read as markup."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from dataclasses import replace

from corpus_stats.corpus import Corpus, Document
from corpus_stats.report.contents import Cell, Column, Evidence, Figure, Passage, Section, Table, box_title
from corpus_stats.report.page import Facts
from corpus_stats.report.paper import _paper_values, paper_bytes
from corpus_stats.report.spec import Request

REQUEST = Request.model_validate({"title": "#panic() $x", "corpus": "c", "section": [{"analysis": "design"}]})
CORPUS = Corpus([Document("a", " ".join(f"w{i}" for i in range(99)), outlet='#eval("1") *x* _y_ @z <k> ')])
TABLE = Table("01-x", "T", (Column("a", "#a"), Column("n", "n", True)), ((Cell("$"), Cell("1")),) * 50, "01-x", 50)


def printed(sections: list[Section], title: str = REQUEST.title) -> tuple[bytes, tuple[str, ...]]:
    return paper_bytes(
        CORPUS, sections, Facts(REQUEST.model_copy(update={"title": title}), "#deck", {"f": "0"}, {"x": "1"})
    )


def test_what_looks_like_markup_is_printed_and_bytes_are_equal():
    passage = Evidence("e1-1", "E", (Passage(0, 3, 5, "#n"),))
    sections = [
        Section(
            1, "framing", "#let x", note="= h", lead=(("#s",),), tables=(TABLE,), evidence=(passage,), cautions=("$",)
        )
    ]
    first, notes = printed(sections)

    assert (first[:5], notes) == (b"%PDF-", ())
    assert printed(sections)[0] == first


def test_a_paper_holds_no_date():
    document, _ = printed([Section(1, "x", "X")])
    streams = [zlib.decompress(s) for s in re.findall(rb"stream\r?\n(x.*?)\r?\nendstream", document, re.S)]

    assert re.findall(rb"/(?:CreationDate|ModDate)", document + b"".join(streams)) == []


def test_characters_without_a_glyph_are_printed_as_their_number_and_reported():
    _, notes = printed([], "漢 \U0001f9ff ok")

    assert notes == ("report.pdf: its fonts lack U+6F22, U+1F9FF; such characters are printed as their number",)


def test_many_missing_characters_are_counted():
    _, notes = printed([], "".join(chr(0x4E00 + i) for i in range(10)))

    assert notes[0].endswith("U+4E07 and 2 more; such characters are printed as their number")


def test_outlets_take_turns_where_not_all_passages_are_printed():
    corpus = Corpus(Document(name, "word " * 400, outlet=name[0]) for name in ("A1", "B1", "B2"))
    passages = [Passage(i, 5 * j, 5 * j + 4) for i in range(3) for j in range(200)]
    section = Section(1, "framing", "X", evidence=(Evidence("e", "E", tuple(passages)),))
    values = _paper_values(corpus, [section], Facts(REQUEST, "", {}, {}))

    assert Counter(entry["place"][:5] for entry in values["passages"]) == {"A: A1": 75, "B: B1": 38, "B: B2": 37}
    assert values["passages_note"].endswith(
        " 150 of 600 are printed, the outlets taking turns; the others are in data/."
    )


def test_what_two_sections_cite_is_printed_once():
    cited = [
        Section(i, "labels", "X", evidence=(Evidence(f"e{i}", "E", (Passage(0, 3, 5, f"note {i}"),)),)) for i in (1, 2)
    ]
    values = _paper_values(CORPUS, cited, Facts(REQUEST, "", {}, {}))

    assert [entry["place"].partition(" · ")[2] for entry in values["passages"]] == ["note 1; note 2"]


def table_values(columns: list[tuple[str, bool]], rows: list[list[str]]) -> dict[str, object]:
    """What is printed of a table: columns are names, and whether they hold numbers."""
    head = tuple(Column(name, name, is_numeric) for name, is_numeric in columns)
    table = Table("01-x", "T", head, tuple(tuple(map(Cell, row)) for row in rows), "01-x", len(rows))
    values = _paper_values(CORPUS, [Section(1, "x", "X", tables=(table,))], Facts(REQUEST, "", {}, {}))
    return values["sections"][0]["tables"][0]


def test_columns_of_short_texts_are_as_wide_as_these():
    values = table_values([("a", False), ("n", True)], [["short", "1"]])

    assert ([column["share"] for column in values["columns"]], values["size"]) == ([0, 0], 8.6)


def test_a_text_of_many_words_takes_the_room_that_is_left():
    values = table_values([("a", False), ("b", False), ("n", True)], [["word " * 40, "short", "1"]])

    assert [column["share"] > 0 for column in values["columns"]] == [True, False, False]


def test_the_type_is_smaller_where_the_columns_would_not_fit():
    many = [("a", False), *((f"n{i}", True) for i in range(11))]

    assert table_values(many, [["w" * 18, *["1,234,567"] * 11]])["size"] < 7.4


def test_a_heading_is_broken_into_lines_as_short_as_its_column():
    values = table_values([("a", False), ("per 1,000 content words", True)], [["x", "1.5"]])

    assert values["columns"][1]["label"] == "per 1,000\ncontent\nwords"


def test_what_many_columns_say_in_every_row_is_said_once():
    names = [("a", False), *((f"n{i}", True) for i in range(8)), ("verdict", False)]
    rows = [[f"row {i}", *[str(i)] * 8, "open"] for i in range(3)]
    values = table_values(names, rows)

    assert [column["label"] for column in values["columns"]] == ["a", *(f"n{i}" for i in range(8))]
    assert values["note"] == "The same in every row: verdict open."


def test_a_caution_that_was_said_before_is_named_by_its_code():
    sections = [
        Section(1, "x", "X", cautions=("E-N1: one article.", "Free words.")),
        Section(2, "y", "Y", cautions=("E-N1: one article.", "Free words.", "W-NEW: more.")),
    ]
    values = _paper_values(CORPUS, sections, Facts(REQUEST, "", {}, {}))

    assert values["sections"][0]["cautions"] == ["E-N1: one article.", "Free words."]
    assert values["sections"][1]["cautions"] == ["Free words.", "W-NEW: more.", "As said before: E-N1 (section 1)."]


def test_cautions_on_how_little_was_checked_have_a_heading_of_their_own():
    unchecked = "The sources were read by rules and not validated on this corpus."

    assert box_title((unchecked,)) == "How far this can be trusted"
    assert box_title((unchecked, "E-N1: one article.")) == "What these data cannot show"


def n_pages(document: bytes) -> int:
    streams = [zlib.decompress(s) for s in re.findall(rb"stream\r?\n(x.*?)\r?\nendstream", document, re.S)]
    return len(re.findall(rb"/Type\s*/Page\b", document + b"".join(streams)))


def test_a_figure_that_does_not_fit_leaves_its_page_to_the_text():
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="400pt" height="560pt"></svg>'
    figure = Figure("01-x", "Caption.", "Alt.", svg)
    rows = ((Cell("a"), Cell("1")),) * 30
    filled = replace(TABLE, rows=rows, n_rows=30)
    sections = [Section(i, "x", "X", figures=(figure,), tables=(filled,)) for i in (1, 2)]

    # The text and the tables fill two pages beside those of the figures; in the flow of the text they would take three.
    assert n_pages(printed(sections)[0]) == 4
