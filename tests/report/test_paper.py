"""The paper: the same bytes, its own fonts, nothing of an article read as markup."""

from __future__ import annotations

import re
import zlib
from collections import Counter

from corpus_stats.corpus import Corpus, Document
from corpus_stats.report.contents import Cell, Column, Evidence, Passage, Section, Table
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


def test_long_words_of_a_table_with_many_columns_share_its_width():
    columns = (Column("a", "a"), Column("b", "b"), *(Column(f"n{i}", "n", True) for i in range(8)))
    table = Table("01-x", "T", columns, ((Cell("w" * 30), Cell("short"), *[Cell("1")] * 8),), "01-x", 1)
    values = _paper_values(CORPUS, [Section(1, "x", "X", tables=(table,))], Facts(REQUEST, "", {}, {}))

    assert [column["wide"] for column in values["sections"][0]["tables"][0]["columns"]] == [True, *[False] * 9]
