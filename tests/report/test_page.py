"""The page: nothing of an article becomes markup, every link arrives, and what is shown is what was counted."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from corpus_stats.corpus import Corpus, Document, Part
from corpus_stats.report.articles import articles, citations, context
from corpus_stats.report.build import Report
from corpus_stats.report.contents import Evidence, Passage, Section, in_words
from corpus_stats.report.page import Facts, html_files
from corpus_stats.report.spec import Request

REQUEST = Request.model_validate({"title": "T", "corpus": "c", "section": [{"analysis": "design"}]})
FACTS = Facts(REQUEST, "", {}, {})


class Page(HTMLParser):
    """What a browser makes of a page: elements, ids, links and the text of scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.scripts: list[str] = []
        self.policy = ""
        self.cells_without_link: list[str] = []
        self._number = False
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        self.attributes |= set(values)
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values["href"]] if "href" in values else []
        if tag == "script":
            self.scripts.append("")
        if tag == "meta" and values.get("http-equiv"):
            self.policy = values["content"]
        if tag in ("td", "th"):
            self._number = tag == "td" and "number" in values.get("class", "")
        if tag == "a":
            self._number = False

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script" and self.scripts:
            self.scripts[-1] += data
        if self._number and data.strip():
            self.cells_without_link.append(data)
        self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.lasttag = ""
        if tag == "td":
            self._number = False


@pytest.fixture(scope="session")
def index(report: Report) -> Page:
    return Page(report.files["index.html"].decode())


def test_hostile_names_and_texts_become_no_element(index: Page):
    assert (index.tags["script"], index.tags["i"], index.tags["b"]) == (2, 0, 0)
    assert [name for name in index.attributes if name.startswith("on")] == []


def test_a_hostile_name_is_shown_as_it_is(index: Page):
    assert "</script><script>alert(1)</script>" in index.text
    assert "{{ 7 * 7 }}" in index.text


def test_only_web_addresses_become_links(index: Page):
    assert [link for link in index.links if link.startswith("javascript")] == []


def test_the_policy_allows_the_script_of_the_page_and_nothing_else(index: Page):
    (program,) = [script for script in index.scripts if not script.lstrip().startswith("{")]
    digest = base64.b64encode(hashlib.sha256(program.encode()).digest()).decode()

    assert index.policy == (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; img-src data:"
    )


def test_json_in_the_page_can_close_no_script(report: Report, index: Page):
    (data,) = [script for script in index.scripts if script.lstrip().startswith("{")]

    assert json.loads(data) == report.specification.settings()
    assert re.findall("[<>&\u2028\u2029]", data) == []


def test_no_id_is_used_twice(index: Page):
    assert [key for key, n in Counter(index.ids).items() if n > 1] == []


def test_every_link_arrives(report: Report, index: Page):
    files = {*report.files, "manifest.json"}
    missing = [link for link in index.links if link[0] == "#" and link[1:] not in index.ids]

    assert missing == []
    assert [link for link in index.links if link[0] != "#" and link not in files] == []


def test_every_number_in_a_table_leads_to_its_evidence(index: Page):
    assert [text for text in index.cells_without_link if text != "–"] == []


def test_the_page_asks_no_host_for_anything(report: Report):
    page = report.files["index.html"].decode()

    assert re.findall(r"(?:src|@import|url\()\s*=?\s*[\"']?(?:https?:)?//", page) == []


def test_every_figure_has_words_for_who_cannot_see_it(report: Report):
    page = report.files["index.html"].decode()
    alts = re.findall(r'<img [^>]*alt="([^"]*)"', page)

    assert len(alts) == sum(len(section.figures) for section in report.sections) >= 5
    assert min(len(alt) for alt in alts) > 10


def test_a_table_has_caption_scopes_and_data_beside_it(report: Report):
    page = report.files["index.html"].decode()
    n = sum(len(section.tables) for section in report.sections)

    assert page.count("<caption") == n + 1
    assert page.count("<th ") == page.count('scope="col"')
    assert len(re.findall(r'href="data/[\w-]+\.csv"', page)) == n


CORPUS = Corpus(
    [
        Document(
            "a", "Shares 9\nThe rogue general lost.\n", parts=(Part(0, 8, reason="share_counters"), Part(9, 32, "body"))
        )
    ]
)


def pieces(passages: list[Passage]) -> list[tuple[str, str, bool, tuple[str, ...]]]:
    (article,) = articles(CORPUS, {0: passages}, share=False)
    return [(piece.text, piece.kind, piece.marked, piece.anchors) for piece in article.pieces]


def test_an_article_is_shown_to_the_last_character():
    assert "".join(piece[0] for piece in pieces([Passage(0, 13, 26, "x")])) == CORPUS["a"].text


def test_dropped_and_found_characters_stand_apart():
    assert pieces([Passage(0, 13, 26, "x")]) == [
        ("Shares 9", "dropped", False, ()),
        ("\n", "", False, ()),
        ("The ", "body", False, ()),
        ("rogue general", "body", True, ("d0-13-26",)),
        (" lost.", "body", False, ()),
        ("\n", "", False, ()),
    ]


def test_each_drop_gives_its_reason_once_at_its_end():
    parts = (Part(0, 4, reason="date"), Part(9, 13, reason="site_footer"))
    corpus = Corpus([Document("a", "2020 text foot", parts=(*parts, Part(5, 9, "body")))])
    within = Evidence("e1-1", "E", (Passage(0, 9, 11, "x"), Passage(0, 0, 4, "date", "span")))
    text = html_files(corpus, [Section(1, "x", "X", evidence=(within,))], FACTS)["index.html"].decode()

    assert re.findall(r"</span>([a-z ]+)</span>", text[text.index('class="text"') :])[:2] == ["date", "site footer"]
    assert text.count('class="why"') == 2


def test_overlapping_passages_keep_an_anchor_each():
    found = pieces([Passage(0, 13, 26, "rogue general"), Passage(0, 19, 26, "general"), Passage(0, 9, 32, "", "span")])

    assert [(text, marked, anchors) for text, _, marked, anchors in found if anchors] == [
        ("The ", False, ("d0-9-32",)),
        ("rogue ", True, ("d0-13-26",)),
        ("general", True, ("d0-19-26",)),
    ]


def test_context_is_made_of_whole_words():
    assert context(Document("a", "alpha beta gamma delta epsilon"), 11, 16, 7) == ("beta ", " delta")


PARTED = Document("a", "Waving man\nThe AD port shut.", parts=(Part(0, 10, "caption"), Part(11, 28, "body")))


def test_context_ends_where_the_part_ends_and_at_what_was_dropped():
    parts = (*PARTED.parts, Part(15, 18, reason="date"))
    dropped = Document("a", PARTED.text, parts=parts)

    assert context(PARTED, 18, 22) == ("The AD ", " shut.")
    assert context(dropped, 18, 22) == ("", " shut.")


def test_what_was_dropped_inside_a_passage_is_left_out_and_marked():
    parts = (Part(0, 28, "body"), Part(15, 18, reason="date"))
    (found,) = citations(Corpus([Document("a", PARTED.text, parts=parts)]), [Passage(0, 11, 22)], share=False)

    assert found.text == "The […] port"


def test_a_zero_says_that_no_passage_was_found():
    evidence = Evidence("e1-1", "E", (), (0,), searched=True)
    text = html_files(CORPUS, [Section(1, "x", "X", evidence=(evidence,))], FACTS)["index.html"].decode()

    assert "<p>0 passages; looked for in 1 article: " in text


def test_a_shared_passage_has_at_most_25_words():
    document = Document("a", " ".join(f"w{i}" for i in range(200)))
    span = document.text.index("w50"), document.text.index("w100")
    (long,) = citations(Corpus([document]), [Passage(0, *span)], share=True)
    (short,) = citations(Corpus([document]), [Passage(0, span[0], span[0] + 3)], share=True)

    assert len(f"{long.before} {long.text.removesuffix(' …')} {long.after}".split()) == 25
    assert len(f"{short.before} {short.text} {short.after}".split()) == 25


def test_words_are_cut_only_where_there_are_more():
    assert (in_words("a b c", 3), in_words("a b c d", 3)) == ("a b c", "a b c …")


def test_a_shared_page_gives_no_article_whole():
    document = Document("a", " ".join(f"w{i}" for i in range(200)))
    evidence = Evidence("e1-1", "E", (Passage(0, 0, len(document.text), "all", "span"), Passage(0, 3, 5, "w1")))
    facts = Facts(REQUEST.model_copy(update={"share": True}), "", {}, {})
    text = html_files(Corpus([document]), [Section(1, "x", "X", evidence=(evidence,))], facts)["index.html"].decode()
    page = Page(text)

    assert ("w24 …" in text, "w25" in text) == (True, False)
    assert hashlib.sha256(b"w1").hexdigest() in page.text
    assert [link for link in page.links if link[0] == "#" and link[1:] not in page.ids] == []


def test_beyond_200_articles_the_evidence_is_on_pages_of_its_own():
    corpus = Corpus(Document(f"{i:03}", "one two three", outlet="A") for i in range(201))
    evidence = Evidence("e1-1", "two", tuple(Passage(i, 4, 7, "two") for i in range(201)), (0, 200))
    files = html_files(corpus, [Section(1, "x", "X", evidence=(evidence,))], FACTS)
    pages = {name: Page(contents.decode()) for name, contents in files.items()}
    targets = {f"{name}#{key}" for name, page in pages.items() for key in page.ids}
    links = {
        (link if link[0] != "#" else f"{name.rpartition('/')[2]}{link}")
        for name, page in pages.items()
        for link in page.links
        if name != "index.html" and "#" in link
    }

    assert sorted(pages) == [*(f"evidence/{i:03d}.html" for i in range(1, 7)), "index.html"]
    assert {f"evidence/{link}" for link in links} <= targets
    assert len(links) == 203
