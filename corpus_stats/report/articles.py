"""Articles as they stand in a report: every character, with what was dropped and what was found marked in place."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..corpus import Corpus, Document
from .contents import SHARED_WORDS, Evidence, Passage, Section, anchor, in_words

__all__ = ["Article", "Citation", "Piece", "articles", "citations", "cited_passages", "context", "evidence_documents"]

_CONTEXT = 60
_OMITTED = " […] "
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of an article that are treated alike.

    `kind` is the part they are in, ``dropped``, or empty between parts; `anchors` are the passages that begin here.
    """

    start: int
    end: int
    text: str
    kind: str
    reason: str = ""
    note: str = ""
    marked: bool = False
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Article:
    """One article: whole, in pieces; or, where it is shared, only the passages that are cited."""

    key: str
    name: str
    outlet: str
    published: str
    url: str
    n_characters: int
    sha256: str
    pieces: tuple[Piece, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Citation:
    """A passage with its context; `sha256` is that of its characters in UTF-8."""

    anchor: str
    article: str
    name: str
    outlet: str
    part: str
    start: int
    end: int
    before: str
    text: str
    after: str
    note: str
    sha256: str


def cited_passages(sections: Iterable[Section]) -> dict[int, list[Passage]]:
    """Passages behind any number, by position of their document; documents cited whole have none."""
    found: dict[int, set[Passage]] = defaultdict(set)
    for section in sections:
        for evidence in section.evidence:
            for position in evidence.documents:
                found[position].update()
            for passage in evidence.passages:
                found[passage.document].add(passage)
    return {position: sorted(found[position]) for position in sorted(found)}


def articles(corpus: Corpus, passages: dict[int, list[Passage]], *, share: bool) -> tuple[Article, ...]:
    """Articles at the positions that are keys of `passages`.

    Parameters
    ----------
    corpus : Corpus
    passages : dict of int to list of Passage
    share : bool
        Give no article whole: only the cited passages, each cut to 25 words, with offsets and checksum. The rights are
        the outlets'.
    """
    shown = []
    for position, found in passages.items():
        document = corpus.documents[position]
        shown.append(
            Article(
                key=f"d{position}",
                name=document.name,
                outlet=document.outlet or "",
                published="" if document.published is None else str(document.published),
                url=document.url or "",
                n_characters=len(document.text),
                sha256=_sha256(document.text),
                pieces=() if share else _pieces(document, found),
                citations=tuple(_distinct(citations(corpus, found, share=True))) if share else (),
            )
        )
    return tuple(shown)


def citations(corpus: Corpus, passages: Sequence[Passage], *, share: bool) -> list[Citation]:
    """Passages with their context; with `share` at most 25 words of each, context included."""
    found = []
    for passage in passages:
        document = corpus.documents[passage.document]
        text = document.text[passage.start : passage.end]
        before, shown, after = _around(document, passage, share=share)
        found.append(
            Citation(
                anchor=anchor(passage),
                article=f"d{passage.document}",
                name=document.name,
                outlet=document.outlet or document.name,
                part=_part(document, passage.start),
                start=passage.start,
                end=passage.end,
                before=before,
                text=shown,
                after=after,
                note=passage.note,
                sha256=_sha256(text),
            )
        )
    return found


def context(document: Document, start: int, end: int, width: int = _CONTEXT, *, line: bool = False) -> tuple[str, str]:
    """Whole words before and after a span, at most `width` characters of each, white space made single spaces.

    They end where the part of the text ends in which the span stands, at what was dropped, and with `line` at a line
    end: other words are no context of it. A span of dropped text has none.
    """
    text, (low, high) = document.text, _surroundings(document, start, end)
    if line:
        low, breaks = max(low, text.rfind("\n", low, start) + 1), text.find("\n", end, high)
        high = high if breaks < 0 else breaks
    first, last = max(low, start - width), min(high, end + width)
    while low < first < start and not text[first - 1].isspace():
        first += 1
    while end < last < high and not text[last].isspace():
        last -= 1
    return _SPACE.sub(" ", text[first:start]).lstrip(), _SPACE.sub(" ", text[end:last]).rstrip()


def _surroundings(document: Document, start: int, end: int) -> tuple[int, int]:
    """Where the kept runs begin and end in which a span begins and ends."""
    low, high = start, end
    for first, last, _ in document.segments():
        if first <= start < last:
            low = first
        if first < end <= last:
            high = last
    return low, high


def evidence_documents(evidence: Evidence, corpus: Corpus) -> list[tuple[str, str]]:
    """Key and label of every document that was counted whole."""
    documents = [(position, corpus.documents[position]) for position in evidence.documents]
    return [(f"d{i}", f"{d.outlet}: {d.name}" if d.outlet else d.name) for i, d in documents]


def _pieces(document: Document, passages: Sequence[Passage]) -> tuple[Piece, ...]:
    text = document.text
    kept, drops = list(document.segments()), document.drops
    edges = {0, len(text)} | {edge for start, end, _ in kept for edge in (start, end)}
    edges |= {edge for drop in drops for edge in (drop.start, drop.end)}
    edges |= {edge for passage in passages for edge in (passage.start, passage.end)}
    cuts = sorted(edges)
    kinds = _cover(cuts, kept)
    reasons = _cover(cuts, [(drop.start, drop.end, drop.reason or "") for drop in drops])
    notes: dict[int, list[str]] = defaultdict(list)
    for passage in passages:
        if passage.kind == "term":
            for i in range(bisect_right(cuts, passage.start) - 1, bisect_right(cuts, passage.end) - 1):
                notes[i].append(passage.note)
    anchors: dict[int, list[str]] = defaultdict(list)
    for passage in passages:
        anchors[passage.start].append(anchor(passage))
    found = []
    for i, (start, end) in enumerate(pairwise(cuts)):
        kind = "dropped" if reasons[i] else kinds[i]
        note = ", ".join(dict.fromkeys(notes[i]))
        begun = tuple(dict.fromkeys(anchors[start]))
        found.append(
            Piece(start, end, text[start:end], kind, reasons[i].replace("_", " "), note, bool(notes[i]), begun)
        )
    return tuple(found)


def _cover(cuts: Sequence[int], spans: Iterable[tuple[int, int, str]]) -> list[str]:
    """Name of the first span that covers each stretch between two cuts."""
    names = [""] * len(cuts)
    for start, end, name in spans:
        for i in range(bisect_right(cuts, start) - 1, bisect_right(cuts, end) - 1):
            names[i] = names[i] or name
    return names


def _kept_text(document: Document, passage: Passage) -> str:
    """Text of a passage, what was dropped inside of it left out and marked; whole where all of it was dropped."""
    text, start, end = document.text, passage.start, passage.end
    if not any(drop.start < end and drop.end > start for drop in document.drops):
        return text[start:end]
    inside = ((max(first, start), min(last, end)) for first, last, _ in document.segments())
    return _OMITTED.join(text[first:last] for first, last in inside if first < last) or text[start:end]


def _around(document: Document, passage: Passage, *, share: bool) -> tuple[str, str, str]:
    hit = " ".join(_kept_text(document, passage).split())
    left, right = context(document, passage.start, passage.end)
    if passage.kind == "span":
        return "", in_words(hit), ""
    if share:
        room = max(0, SHARED_WORDS - len(hit.split()))
        before = left.split(" ")
        # The last of the pieces is empty where a space stands before the passage.
        left = " ".join(before[max(0, len(before) - room // 2 - (left[-1:] == " ")) :]) if room > 1 else ""
        after = right.split(" ")
        right = " ".join(after[: room - len(left.split()) + (right[:1] == " ")]) if room else ""
        hit = in_words(hit)
    return left, hit, right


def _part(document: Document, start: int) -> str:
    for drop in document.drops:
        if drop.start <= start < drop.end:
            return "dropped"
    for first, last, kind in document.segments():
        if first <= start < last:
            return kind
    return ""


def _distinct(found: Iterable[Citation]) -> list[Citation]:
    return list({citation.anchor: citation for citation in found}.values())


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()
