"""Parts of one article: every line is kept as headline, standfirst, caption or body, or dropped for a reason."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from ..corpus import Document, Part, PartialDate
from ..language import language_of
from .captions import caption_in, is_caption_label
from .datelines import dateline_end, signed_agency
from .dates import date_in, is_date_line, is_labelled
from .findings import Finding, finding_in
from .heads import head_marked, is_byline
from .lines import Line, lines_of
from .rows import Row, rows_counted
from .scraps import is_scrap, is_weak_scrap
from .vocabulary import key_of

__all__ = ["cleaned_document"]

_MOST_SCRIPT_LINES = 300
_DATE = Finding("date", "head")
_DIGIT = re.compile(r"\d")
_NOT_A_HEADLINE = frozenset({"related_link_inline"})


def cleaned_document(document: Document, repeated: Collection[str] = frozenset()) -> Document:
    """Copy of `document` with its parts, its language and the date printed in its text.

    Parameters
    ----------
    document : Document
        Where it has parts already, only its language is filled in.
    repeated : collection of str
        Keys of the lines that its outlet prints in many articles.
    """
    text = document.text
    if document.parts or not text.strip():
        return document if document.language else replace(document, language=language_of(text))
    rows = _rows(text, lines_of(text), repeated)
    signatures = _datelines_marked(text, rows, document.outlet)
    _reasons_accepted(rows, signatures)
    head_marked(text, rows, document.metadata)
    _dates_split(text, rows)
    parts = tuple(part for row in rows for part in _parts(row))
    language = document.language or language_of(" ".join(text[p.start : p.end] for p in parts if p.kind))
    document = replace(document, parts=parts, language=language)
    return _dated(document, [text[p.start : p.end] for p in parts if p.reason == "date"])


def _rows(text: str, lines: Sequence[Line], repeated: Collection[str]) -> list[Row]:
    rows = [Row(line, finding_in(line)) for line in lines]
    for row, before in zip(rows, [None, *rows], strict=False):
        if row.finding is None and repeated and not row.line.is_long and repeated_key(row.line) in repeated:
            row.finding = Finding("repeated_line")
        if is_caption_label(row.line):
            row.finding = Finding("image_credit")
        elif before is not None and is_caption_label(before.line):
            row.finding, row.kind = None, "caption"
        elif row.finding is None:
            caption = caption_in(text, row.line, before_lead=False)
            if caption is not None:
                row.kind, row.credits = "caption", caption.credits
    _scripts_closed(text, rows)
    return rows


def repeated_key(line: Line) -> str:
    """Key under which a line is counted over the articles of an outlet: digits do not tell two lines apart."""
    return _DIGIT.sub("0", key_of(line.plain))


def _scripts_closed(text: str, rows: Sequence[Row]) -> None:
    """Carry a scrap of script on over the lines that continue it."""
    until = -1
    closings = _closings(text, rows)
    for i, row in enumerate(rows):
        if i <= until:
            row.finding = Finding("script_scrap")
        elif row.finding is not None and row.finding.reason == "script_scrap" and is_scrap(row.line):
            until = _last_of_block(text, rows[i].line, i, closings)
        elif i and rows[i - 1].finding == Finding("script_scrap") and is_weak_scrap(row.line):
            row.finding, row.kind, row.credits = Finding("script_scrap"), "body", ()


def _closings(text: str, rows: Sequence[Row]) -> Mapping[str, list[int]]:
    """Numbers of the rows in which a script or a style sheet ends."""
    found: dict[str, list[int]] = {"script": [], "style": []}
    for i, row in enumerate(rows):
        if text.find("</", row.line.start, row.line.end) >= 0:
            lowered = text[row.line.start : row.line.end].lower()
            for tag, places in found.items():
                if f"</{tag}" in lowered:
                    places.append(i)
    return found


def _last_of_block(text: str, line: Line, first: int, closings: Mapping[str, list[int]]) -> int:
    """Number of the row that closes the block which row `first` opens; `first` itself where none is near."""
    opening = text[line.start : line.start + 20].lower()
    for tag, places in closings.items():
        if opening.startswith(f"<{tag}"):
            place = bisect_left(places, first)
            if place < len(places) and places[place] - first <= _MOST_SCRIPT_LINES:
                return places[place]
    return first


def _datelines_marked(text: str, rows: Sequence[Row], outlet: str | None) -> set[str]:
    """Mark the datelines of the first paragraphs; keys of the names under which the outlet signs."""
    names = {key_of(outlet)} - {""} if outlet else set()
    prose = [row for row in rows if row.finding is None and row.kind == "body" and row.line.is_prose]
    # Speakers of a transcript stand before a colon like places do, but in many lines.
    n_labelled = sum(row.line.plain.partition(":")[0].isupper() and ":" in row.line.plain[:40] for row in prose)
    for row in prose[:3]:
        opening = text[row.line.start : min(row.line.end, row.line.start + 200)]
        end = dateline_end(opening, names)
        if end is None or (n_labelled > 1 and opening[:end].endswith(":")):
            continue
        row.spans.append((row.line.start, row.line.start + end, "dateline"))
        names |= {name for name in [signed_agency(opening[:end])] if name}
    return names


def _reasons_accepted(rows: Sequence[Row], signatures: Collection[str]) -> None:
    for row in rows:
        if row.finding is None and row.line.n_words <= 6 and key_of(row.line.plain) in signatures:
            row.finding = Finding("site_footer", "edge")
    has_prose = rows_counted(rows)
    dates = [row for row in rows if row.finding == _DATE and not is_labelled(row.line.plain)]
    # Several days, each over its own paragraphs, are the headings of a chronology.
    is_chronology = len({row.prose_before for row in dates}) > 2 or any(
        row.prose_before > 2 and row.prose_after > 0 for row in dates
    )
    is_first = True
    for i, row in enumerate(rows):
        if row.reason is not None:
            continue
        if row.finding is None or (is_first and row.finding.reason in _NOT_A_HEADLINE):
            is_first = False
            continue
        if row.finding.zone == "anywhere" or (has_prose and _is_in_zone(rows, i, is_chronology=is_chronology)):
            row.reason = row.finding.reason
            if row.finding.opens_links:
                _links_followed(rows, i)
        is_first = is_first and row.reason is not None


def _is_in_zone(rows: Sequence[Row], i: int, *, is_chronology: bool) -> bool:
    row = rows[i]
    assert row.finding is not None
    is_tail = row.prose_after == 0
    zone = row.finding.zone
    if zone == "head":
        if is_chronology and not is_labelled(row.line.plain):
            return row.prose_before == 0
        return is_tail or row.prose_before <= 2
    if zone == "edge":
        return is_tail or row.prose_before == 0
    if zone == "heading":
        return is_tail or (row.prose_before > 0 and i + 1 < len(rows) and _could_be_link(rows[i + 1]))
    return is_tail


def _links_followed(rows: Sequence[Row], heading: int) -> None:
    """Drop the titles under a heading of links: lines that are no sentences, in one block with the first of them."""
    reason = rows[heading].reason
    spaced = None
    for row in rows[heading + 1 :]:
        if not _could_be_link(row) or (spaced is False and row.line.after_blank and row.prose_after > 0):
            return
        spaced = row.line.after_blank if spaced is None else spaced
        # A subheading of the article may follow: apart from the tail, one spaced title is all that is sure.
        if spaced and row.prose_after > 0:
            return
        row.reason = row.reason or (row.finding.reason if row.finding and row.finding.zone == "anywhere" else reason)


def _could_be_link(row: Row) -> bool:
    if row.reason is not None or (row.finding is not None and row.finding.zone == "anywhere"):
        return True
    return (
        not row.line.is_prose
        and row.line.n_words <= 25
        and row.line.plain[:1] != '"'
        and not row.line.plain.endswith(".")
    )


def _dates_split(text: str, rows: Sequence[Row]) -> None:
    """Cut the date out of a line of the head that names the author and the day."""
    for row in rows[:12]:
        if (
            row.reason is not None
            or row.line.is_prose
            or row.line.is_long
            or row.prose_before > 2
            or row.kind != "body"
        ):
            continue
        raw = text[row.line.start : row.line.end]
        for mark in (
            "Updated",
            "Published",
            "Posted",
            "Last updated",
            "Last modified",
            "|",
            "\u2022",
            "\u00b7",
            " - ",
            " \u2013 ",
        ):
            place = raw.find(mark, 1)
            if (
                place > 0
                and is_byline(row)
                and is_date_line(" ".join(raw[place:].strip("|\u2022\u00b7 -\u2013").split()))
            ):
                row.spans.append((row.line.start + place + (mark[0] == " "), row.line.end, "date"))
                break


def _parts(row: Row) -> list[Part]:
    start, end = row.line.start, row.line.end
    if row.reason is not None:
        return [Part(start, end, reason=row.reason)]
    drops = [Part(left, right, reason="image_credit") for left, right in row.credits]
    drops += [Part(left, right, reason=reason) for left, right, reason in row.spans]
    return [Part(start, end, kind=row.kind), *drops]


def _dated(document: Document, printed: Sequence[str]) -> Document:
    found: list[tuple[bool, PartialDate]] = []
    for line in printed:
        plain = " ".join(line.split())
        date = date_in(plain)
        if date is not None:
            found.append((any(word in plain.lower() for word in ("updated", "modified")), date))
    if not found:
        return document
    # The first date that is not of a later change is the date of publication.
    date = min(found, key=lambda item: item[0])[1]
    if document.published is None:
        return replace(document, published=date)
    metadata: Mapping[str, str] = {**document.metadata, "date_in_text": str(date)}
    return replace(document, metadata=metadata)
