"""The report as HTML: one page that opens from the disk, asks no host for anything, and runs no script but its own.

Nothing from an article is ever marked safe: every value goes through the template's escaping, figures are images in
data addresses, and the security policy allows one script, by its hash.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..corpus import Corpus
from .articles import Article, Citation, articles, citations, cited_passages, evidence_documents
from .contents import SHARED_WORDS, Evidence, Figure, Section, box_title
from .spec import Request, specification_text

__all__ = ["TEMPLATES", "Facts", "html_files", "policy", "svg_size"]

TEMPLATES = Path(__file__).parent / "templates"
LARGE = 200
"""Articles beyond which the evidence moves to pages of its own; it does also where very many passages are listed."""

_MANY_PASSAGES = 5000
_ARTICLES_A_PAGE, _ENTRIES_A_PAGE = 50, 200
_SVG_ROOT, _SVG_SIZE = re.compile(rb"<svg[^>]*>"), re.compile(rb'\s(width|height)="([\d.]+)pt"')

Link = Callable[[str], str]


@dataclass(frozen=True)
class Facts:
    """What a report says of itself."""

    request: Request
    deck: str
    inputs: Mapping[str, str]
    versions: Mapping[str, str]
    set_aside: str = ""

    @property
    def trust(self) -> str:
        """How far the rules that read whose words something is can be trusted."""
        if self.request.coded is None:
            return "Rules err, and nobody has validated them on these articles"
        return (
            "Rules err. People who coded these articles have validated the terms of the lexicon, and nobody the reading"
            " of labels, voices and sources"
        )


@dataclass(frozen=True)
class _Entry:
    """Evidence as the page shows it."""

    key: str
    title: str
    citations: tuple[Citation, ...]
    documents: tuple[tuple[str, str], ...]
    more: str
    searched: bool


@dataclass(frozen=True)
class _Drawing:
    """A figure as the page shows it."""

    name: str
    caption: str
    alt: str
    uri: str
    width: int
    height: int


def html_files(corpus: Corpus, sections: Sequence[Section], facts: Facts) -> dict[str, bytes]:
    """`index.html`, and `evidence/NNN.html` where there are many articles, by path."""
    share = facts.request.share
    passages = cited_passages(sections)
    n_passages = sum(len(evidence.passages) for section in sections for evidence in section.evidence)
    large = len(corpus) > LARGE or n_passages > _MANY_PASSAGES
    if not large:
        passages = {i: passages.get(i, []) for i in range(len(corpus))}
    shown = articles(corpus, passages, share=share)
    entries = [_entry(evidence, corpus, share=share) for section in sections for evidence in section.evidence]
    pages = _pages(shown, entries) if large else []
    homes = {key: f"evidence/{number:03d}.html" for number, page in enumerate(pages, 1) for key in page[3]}
    environment = _environment()
    files = {}
    for number, (heading, some_articles, some_entries, _) in enumerate(pages, 1):
        here = f"evidence/{number:03d}.html"
        text = environment.get_template("evidence.html").render(
            title=facts.request.title,
            heading=heading,
            policy=policy(),
            articles=some_articles,
            evidence=some_entries,
            link=_link(homes, here),
        )
        files[here] = _bytes(text)
    index = environment.get_template("index.html").render(
        **_index_values(sections, facts),
        articles=() if large else shown,
        evidence=() if large else entries,
        link=_link(homes, "index.html"),
    )
    return {"index.html": _bytes(index), **files}


def policy() -> str:
    """Content security policy of every page: one script, by its hash, and no request to anywhere."""
    digest = base64.b64encode(hashlib.sha256(_script().encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; img-src data:"


def svg_size(svg: bytes) -> tuple[float, float] | None:
    """Width and height in points that the root of an SVG states; None where it states none."""
    root = _SVG_ROOT.search(svg[:4000])
    sizes = dict(_SVG_SIZE.findall(root[0])) if root else {}
    return (float(sizes[b"width"]), float(sizes[b"height"])) if len(sizes) == 2 else None


def _script() -> str:
    # The template engine drops one line end at the end of what it includes.
    return (TEMPLATES / "script.js").read_text(encoding="utf-8").removesuffix("\n")


def _environment() -> Environment:
    loader = FileSystemLoader(TEMPLATES, encoding="utf-8")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, newline_sequence="\n", auto_reload=False
    )


def _index_values(sections: Sequence[Section], facts: Facts) -> dict[str, object]:
    settings = facts.request.model_dump(mode="json")
    return {
        "title": facts.request.title,
        "deck": facts.deck,
        "set_aside": facts.set_aside,
        "trust": facts.trust,
        "version": facts.versions.get("corpus-stats", ""),
        "policy": policy(),
        "sections": [_shown(section, facts.request.lexicon) for section in sections],
        "share": facts.request.share,
        "shared_words": SHARED_WORDS,
        "inputs": facts.inputs,
        "versions": facts.versions,
        "specification": specification_text(settings),
        "settings": settings,
    }


def _shown(section: Section, lexicon: str | None) -> dict[str, object]:
    values = {
        name: getattr(section, name)
        for name in ("number", "key", "title", "lead", "note", "cautions", "remarks", "tables")
    }
    return {
        **values,
        "box": box_title(section.cautions),
        "figures": [_drawing(figure) for figure in section.figures],
        "settings": _plain(section.settings, lexicon),
    }


def _plain(settings: Mapping[str, object], lexicon: str | None) -> dict[str, str]:
    shown = {}
    for name, value in settings.items():
        parts = value if isinstance(value, list | tuple) else [value]
        shown[name] = ", ".join(str(part) for part in parts if part is not None) or "–"
    if lexicon is not None and settings.get("lexicon") is not None:
        shown["lexicon"] = f"{PurePosixPath(lexicon).name}, fingerprint {shown['lexicon']}"
    return shown


def _drawing(figure: Figure) -> _Drawing:
    # 1 pt is 4/3 of the pixel of CSS.
    width, height = (round(value * 4 / 3) for value in svg_size(figure.svg) or (0, 0))
    uri = f"data:image/svg+xml;base64,{base64.b64encode(figure.svg).decode('ascii')}"
    return _Drawing(figure.name, figure.caption, figure.alt, uri, width, height)


def _entry(evidence: Evidence, corpus: Corpus, *, share: bool) -> _Entry:
    found = tuple(citations(corpus, evidence.passages, share=share))
    documents = tuple(evidence_documents(evidence, corpus))
    return _Entry(evidence.key, evidence.title, found, documents, evidence.more, evidence.searched)


_Page = tuple[str, Sequence[Article], Sequence[_Entry], list[str]]


def _pages(shown: Sequence[Article], entries: Sequence[_Entry]) -> list[_Page]:
    """Pages of articles, then of entries: heading, the two, and the keys that can be linked to."""
    pages: list[_Page] = []
    for first in range(0, len(shown), _ARTICLES_A_PAGE):
        some = shown[first : first + _ARTICLES_A_PAGE]
        keys = [key for article in some for key in (article.key, *_anchors(article))]
        pages.append((f"Articles {first + 1} to {first + len(some)}", some, (), keys))
    for first in range(0, len(entries), _ENTRIES_A_PAGE):
        part = entries[first : first + _ENTRIES_A_PAGE]
        pages.append(
            (f"Behind the numbers {first + 1} to {first + len(part)}", (), part, [entry.key for entry in part])
        )
    return pages


def _anchors(article: Article) -> list[str]:
    return [key for piece in article.pieces for key in piece.anchors] + [c.anchor for c in article.citations]


def _link(homes: Mapping[str, str], here: str) -> Link:
    def link(key: str) -> str:
        home = homes.get(key, "index.html")
        if home == here:
            return f"#{key}"
        return f"{home.removeprefix('evidence/')}#{key}" if here.startswith("evidence/") else f"{home}#{key}"

    return link


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
