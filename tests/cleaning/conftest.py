"""An invented article, and what the tests ask of its parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus_stats.cleaning import cleaned
from corpus_stats.corpus import Corpus, Document

HEADLINE = "Harbour bridge to stay closed until spring"
PARAGRAPHS = (
    "The mayor of the harbour town said on Monday that the bridge would be closed for the rest of the winter.",
    "Engineers found cracks in two of the pillars last week, and the ministry has asked a firm from the capital.",
    "Residents now travel 40 kilometres to reach the hospital, the council says, and it has no money for a ferry.",
)

Found = list[tuple[str, str]]


def _cleaned(*lines: str, **fields: object) -> Document:
    return cleaned(Corpus([Document("a", "\n\n".join(lines), **fields)]))["a"]  # type: ignore[arg-type]


def _parts(document: Document) -> Found:
    return [(p.kind or p.reason or "", document.text[p.start : p.end]) for p in document.parts]


def _drops(document: Document) -> Found:
    return [(p.reason or "", document.text[p.start : p.end]) for p in document.drops]


@pytest.fixture(scope="session")
def headline() -> str:
    """Headline of the article."""
    return HEADLINE


@pytest.fixture(scope="session")
def paragraphs() -> tuple[str, ...]:
    """Its three paragraphs."""
    return PARAGRAPHS


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """Cleaned document of some lines, with blank lines between them."""
    return _cleaned


@pytest.fixture(scope="session")
def parts() -> Callable[..., Found]:
    """Kind or reason, and text, of every part of a document of some lines."""
    return lambda *lines, **fields: _parts(_cleaned(*lines, **fields))


@pytest.fixture(scope="session")
def in_the_middle() -> Callable[[str], Found]:
    """Drops of the article with a line among its paragraphs."""
    return lambda line: _drops(_cleaned(HEADLINE, *PARAGRAPHS, line, *(f"Again, {p}" for p in PARAGRAPHS)))


@pytest.fixture(scope="session")
def at_the_end() -> Callable[[str], Found]:
    """Drops of the article with a line below it."""
    return lambda line: _drops(_cleaned(HEADLINE, *PARAGRAPHS, line))


@pytest.fixture(scope="session")
def below_the_headline() -> Callable[..., Found]:
    """Parts of the article with a line between headline and lead, but for its headline and paragraphs."""

    def parts_of(line: str, **fields: object) -> Found:
        found = _parts(_cleaned(HEADLINE, line, *PARAGRAPHS, **fields))
        return [part for part in found if part[1] not in (HEADLINE, *PARAGRAPHS)]

    return parts_of


@pytest.fixture(scope="session")
def opening() -> Callable[..., Found]:
    """Drops of the article with some words before its first paragraph."""
    return lambda words, **fields: _drops(_cleaned(HEADLINE, words + PARAGRAPHS[0], *PARAGRAPHS[1:], **fields))
