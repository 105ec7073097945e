"""The head of an article: which line is its headline, which its standfirst, and what stands before the lead."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from .captions import caption_in, is_agency_caption
from .datelines import dateline_end
from .rows import Row
from .vocabulary import key_of

__all__ = ["head_marked", "is_byline"]

_TITLE_COLUMNS = ("title", "headline")
_DECK_COLUMNS = ("standfirst", "subtitle", "description", "deck", "summary")
_BYLINE = re.compile(r"(?:by|text by|story by|from) (?-i:[A-Z])[^.!?]{2,120}", re.IGNORECASE)
_SEPARATED = re.compile(r" [|\u2013\u2014-] ")
_ABOUT_THE_ARTICLE = frozenset({"reading_time", "date"})
_MOST_HEADLINE_WORDS, _MOST_DECK_WORDS = 30, 60


def head_marked(text: str, rows: Sequence[Row], metadata: Mapping[str, str]) -> None:
    """Mark headline, its copies, standfirst and captions before the lead in `rows`."""
    content = [row for row in rows if row.reason is None]
    headline = _titled(content, metadata) or _headline(content)
    if headline is None:
        return
    headline.kind = "headline"
    key = key_of(headline.line.plain)
    for row in rows:
        is_edge = row.prose_before <= 2 or row.prose_after == 0
        if row is not headline and is_edge and key_of(row.line.plain) == key:
            row.reason = "duplicate_headline"
    following = [row for row in rows[rows.index(headline) + 1 :] if row.reason is None]
    standfirst_open = True
    for row, after in list(pairwise(following))[:5]:
        if row.kind == "caption" or (not row.spans and _is_caption(text, rows, row)):
            row.kind = "caption"
        elif standfirst_open and not is_byline(row) and _is_standfirst(text, rows, row, after, metadata):
            row.kind, standfirst_open = "standfirst", False
        elif not is_byline(row):
            break


def is_byline(row: Row) -> bool:
    """Whether a line names the author and nothing else."""
    return row.line.n_words <= 16 and not row.line.is_prose and _BYLINE.fullmatch(row.line.plain) is not None


def _titled(content: Sequence[Row], metadata: Mapping[str, str]) -> Row | None:
    titles = [metadata[column] for column in _TITLE_COLUMNS if metadata.get(column)]
    keys = {key_of(title) for title in titles}
    # Pages append the name of the outlet to the title: "Title | Outlet".
    keys |= {key_of(_SEPARATED.split(title)[0]) for title in titles if len(_SEPARATED.split(title)[0].split()) >= 4}
    for row in content[:6]:
        if row.line.is_long:
            return None
        if key_of(row.line.plain) in keys - {""}:
            return row
    return None


def _headline(content: Sequence[Row]) -> Row | None:
    for row, after in list(pairwise(content))[:4]:
        if row.line.is_prose and not _is_stopped_title(row, after):
            return None
        if row.kind == "caption" or is_byline(row) or row.prose_after == 0:
            continue
        is_short = row.line.n_words <= 2
        if _could_head(row, after) and not (is_short and not after.line.is_prose):
            return row
    return None


def _could_head(row: Row, after: Row) -> bool:
    plain = row.line.plain
    if row.line.n_words > _MOST_HEADLINE_WORDS or plain.endswith((":", ",")) or not any(c.isalpha() for c in plain):
        return False
    if after.line.plain[:1].islower():
        return False
    return not row.line.is_stopped or _is_stopped_title(row, after)


def _is_stopped_title(row: Row, after: Row) -> bool:
    """Whether a line that ends like a sentence is a title all the same: in capitals, or a question over prose."""
    words = [word for word in row.line.plain.split() if len(word.strip(".,!?\"'")) >= 4]
    if not 5 <= row.line.n_words <= 20 or len(words) < 3 or not after.line.is_prose or '"' in row.line.plain:
        return False
    n_capitals = sum(word.strip("\"'(")[:1].isupper() for word in words)
    is_question = row.line.plain.endswith(("?", "!")) and "." not in row.line.plain
    return n_capitals >= 0.75 * len(words) or (is_question and after.line.n_words > row.line.n_words)


def _is_caption(text: str, rows: Sequence[Row], row: Row) -> bool:
    if row.prose_after == 0:
        return False
    caption = caption_in(text, row.line, before_lead=True)
    if caption is not None:
        row.credits = caption.credits
        return True
    below = rows[rows.index(row) + 1]
    return is_agency_caption(row.line, credit_below=below.reason == "image_credit")


def _is_standfirst(text: str, rows: Sequence[Row], row: Row, after: Row, metadata: Mapping[str, str]) -> bool:
    line = row.line
    if line.is_long or line.n_words > _MOST_DECK_WORDS or line.plain.endswith(":") or row.prose_after == 0:
        return False
    decks = {key_of(metadata[column]) for column in _DECK_COLUMNS if metadata.get(column)}
    if key_of(line.plain) in decks - {""}:
        return True
    if dateline_end(text[line.start : line.end]) is not None:
        return False
    if not line.is_stopped:
        return 5 <= line.n_words <= 45 and after.line.is_prose and after.line.n_words >= 12
    beside = rows[rows.index(row) + 1]
    is_followed = beside.reason in _ABOUT_THE_ARTICLE or is_byline(beside)
    return is_followed or dateline_end(text[after.line.start : after.line.end]) is not None
