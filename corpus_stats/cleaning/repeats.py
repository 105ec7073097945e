"""Lines that an outlet prints in many articles which are otherwise different."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ..corpus import Document
from .articles import repeated_key
from .findings import finding_in
from .lines import Line, lines_of

__all__ = ["repeated_lines"]

_LEAST_DOCUMENTS = 5
_LEAST_SHARE = 0.2
# Sentences near the foot may be background that the outlet reuses: they ask for more evidence than labels do.
_LEAST_SHARE_OF_SENTENCES = 0.5
_FIRST_LINES, _LAST_LINES = 4, 8
_FIRST_SENTENCES, _LAST_SENTENCES = 1, 3
_EDGE_SHARE = 0.8
_MOST_COPIED = 1 / 3


def repeated_lines(documents: Sequence[Document]) -> Mapping[str | None, frozenset[str]]:
    """Keys of the repeated lines of every outlet.

    A line counts when at least 5 articles, and 20 % of the articles, of one outlet print it, digits apart, and it
    stands near the head or the tail in 80 % of them; a sentence must stand in half of the articles. Lines that quote
    are never taken, nor are lines of articles that are copies of each other: an article of which a third consists of
    such sentences is left out of the count.
    """
    groups: dict[str | None, list[Document]] = {}
    for document in documents:
        groups.setdefault(document.outlet, []).append(document)
    return {outlet: _repeated_in(group) for outlet, group in groups.items()}


def _repeated_in(group: Sequence[Document]) -> frozenset[str]:
    if len(group) < _LEAST_DOCUMENTS:
        return frozenset()
    pages = [_page(document.text) for document in group]
    counts = Counter(key for page in pages for key in page)
    candidates = _frequent(counts, len(group))
    if not candidates:
        return frozenset()
    originals = [page for page in pages if _copied_share(page, candidates) <= _MOST_COPIED]
    counts = Counter(key for page in originals for key in page if key in candidates)
    at_edge = Counter(key for page in originals for key, place in page.items() if key in candidates and place.is_edge)
    sentences = {key for page in originals for key, place in page.items() if key in candidates and place.is_prose}
    return frozenset(
        key
        for key in _frequent(counts, len(originals))
        if at_edge[key] >= _EDGE_SHARE * counts[key]
        and (key not in sentences or counts[key] >= _LEAST_SHARE_OF_SENTENCES * len(originals))
    )


def _frequent(counts: Counter[str], n: int) -> frozenset[str]:
    least = max(_LEAST_DOCUMENTS, _LEAST_SHARE * n)
    return frozenset(key for key, count in counts.items() if count >= least)


class _Place:
    __slots__ = ("is_edge", "is_prose", "n_characters")

    def __init__(self, line: Line, *, is_edge: bool) -> None:
        self.is_edge = is_edge
        self.is_prose = line.is_prose
        self.n_characters = line.end - line.start


def _page(text: str) -> dict[str, _Place]:
    """Lines of one article by key; a line that is long, quotes, or is known already, stands under a key of its own."""
    lines = lines_of(text)
    page: dict[str, _Place] = {}
    for i, line in enumerate(lines):
        first, last = (_FIRST_SENTENCES, _LAST_SENTENCES) if line.is_prose else (_FIRST_LINES, _LAST_LINES)
        is_edge = i < first or i >= len(lines) - last
        key = "" if line.is_long or '"' in line.plain else repeated_key(line)
        if not key or (is_edge and finding_in(line) is not None):
            key = f"\n{i}"
        page.setdefault(key, _Place(line, is_edge=is_edge))
    return page


def _copied_share(page: Mapping[str, _Place], candidates: frozenset[str]) -> float:
    total = sum(place.n_characters for place in page.values())
    copied = sum(place.n_characters for key, place in page.items() if place.is_prose and key in candidates)
    return copied / total if total else 0.0
