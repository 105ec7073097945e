"""Every occurrence of a pattern with its context: key word in context."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import regex
from numpy.typing import NDArray

from ..errors import ArgumentError
from ..evidence import EVIDENCE_COLUMNS, Result, evidence_table, span_evidence
from ..matching import phrase_matches
from ..tokens import Tokens
from ..voices import voices

__all__ = ["Concordance", "concordance"]

_REGEX = re.compile(r"/(.*)/([^/]*)", re.DOTALL)
_SORT_KEY = re.compile(r"(?:([1-9]\d?)([LR])|node|document)")


@dataclass(frozen=True, eq=False, repr=False)
class Concordance(Result):
    """Lines of a concordance.

    Columns of `table`, which is also `hits`: left, node, right, then the evidence columns. `left` and `right` are the
    context in the same paragraph with its white space evened out; `node` is `text`, the characters as published.
    """


def concordance(
    tokens: Tokens, pattern: str, *, sort: str | None = None, width: int = 60, timeout: float = 10.0
) -> Concordance:
    """Concordance lines of `pattern`.

    Parameters
    ----------
    tokens : Tokens
    pattern : str
        Words, with ``*`` at the end of a word for any ending; or ``/regex/``, matched in the kept text without regard
        to case (``/regex/c`` for with). Lines stand in the order of the text, whatever the expression says.
    sort : str, optional
        Keys by which lines are ordered: ``"1L,1R"`` sorts by the first word to the left, then to the right; ``node``
        and ``document`` are keys too. Ties, and everything without `sort`, stay in the order of the text.
    width : int
        Characters of context on either side, cut at a word.
    timeout : float
        Seconds of computing that a regular expression may take, over all documents.

    Raises
    ------
    ArgumentError
        An empty pattern, one that matches everything, an expression that cannot be read or takes too long, and
        letters after its last slash other than c.
    """
    if width < 0:
        raise ArgumentError(f"width is {width}; it must be 0 or more characters")
    keys = _sort_keys(sort)
    if _REGEX.fullmatch(pattern):
        hits = _regex_hits(tokens, pattern, timeout)
    else:
        _, first, last, _ = phrase_matches(tokens, [pattern])
        hits = evidence_table(tokens, first, last, voices(tokens) if len(first) else None)
    table = _with_context(tokens, hits, width)
    rows = hits[["document", "start", "end", "text"]].to_dict("records")
    order = sorted(range(len(rows)), key=lambda i: [_sort_value(tokens, rows[i], key) for key in keys])
    table = table.iloc[order].reset_index(drop=True)
    settings = {"pattern": pattern, "sort": sort, "width": width, "history": list(tokens.history)}
    return Concordance(table=table, settings=settings, hits=table)


def _sort_keys(sort: str | None) -> list[str]:
    keys = [key.strip() for key in sort.split(",")] if sort else []
    for key in keys:
        if not _SORT_KEY.fullmatch(key):
            raise ArgumentError(f"sort key {key!r} is unknown; use 1L, 2L, 1R, 2R ..., node or document")
    return keys


def _sort_value(tokens: Tokens, hit: Mapping[Any, Any], key: str) -> str:
    if key in ("node", "document"):
        return str(hit["text"]).casefold() if key == "node" else str(hit["document"])
    position = tokens.corpus.positions[hit["document"]]
    low, high = tokens.bounds[position], tokens.bounds[position + 1]
    distance = int(key[:-1])
    if low == high:
        return ""
    here = min(low + np.searchsorted(tokens.ends[low:high], hit["start"], side="right"), high - 1)
    paragraph = np.searchsorted(tokens.paragraph_bounds, here, side="right") - 1
    if key.endswith("L"):
        token = here - distance
    else:
        token = low + np.searchsorted(tokens.starts[low:high], hit["end"], side="left") + distance - 1
    # The words of another paragraph are no context.
    inside = tokens.paragraph_bounds[paragraph] <= token < tokens.paragraph_bounds[paragraph + 1]
    return tokens.vocabulary[tokens.type_ids[token]].casefold() if inside else ""


def _regex_hits(tokens: Tokens, pattern: str, timeout: float) -> pd.DataFrame:
    expression = _expression(pattern)
    # The regex module counts its seconds on this clock, which stands still while other programs run.
    deadline = time.process_time() + timeout
    rows: list[tuple[int, int, int, str]] = []
    for position, document in enumerate(tokens.corpus):
        for start, end, kind in document.segments():
            left = max(deadline - time.process_time(), 0.0)
            try:
                found = [match.span() for match in expression.finditer(document.text, start, end, timeout=left)]
            except TimeoutError:
                raise ArgumentError(
                    f"pattern {pattern!r} took over {timeout:g} s, up to {document.name}; make it simpler"
                ) from None
            rows += [(position, *span, kind) for span in found if span[0] < span[1]]
    # An expression may search from the end of the text to its beginning.
    rows.sort()
    positions, spans, parts = [row[0] for row in rows], [row[1:3] for row in rows], [row[3] for row in rows]
    return span_evidence(tokens.corpus, positions, spans, parts, voices(tokens) if rows else None)


def _expression(pattern: str) -> regex.Pattern[str]:
    body, _, flags = pattern[1:].rpartition("/")
    if flags not in ("", "c"):
        raise ArgumentError(
            f"pattern {pattern!r} ends in {flags!r}; after the last slash stands c (case counts) or nothing"
        )
    try:
        expression = regex.compile(body, 0 if flags else regex.IGNORECASE)
    except (regex.error, ValueError, RecursionError) as error:
        raise ArgumentError(f"pattern {pattern!r} is no regular expression: {error}") from None
    if expression.match("") is not None:
        raise ArgumentError(f"pattern {pattern!r} matches the empty text, and so everything")
    return expression


def _with_context(tokens: Tokens, hits: pd.DataFrame, width: int) -> pd.DataFrame:
    first_tokens, last_tokens = tokens.paragraph_bounds[:-1], tokens.paragraph_bounds[1:] - 1
    starts, ends = tokens.starts[first_tokens], tokens.ends[last_tokens]
    # Document i has the paragraphs edges[i]:edges[i + 1].
    edges = np.searchsorted(first_tokens, tokens.bounds)
    left, right = [], []
    for name, start, end in zip(hits["document"], hits["start"], hits["end"], strict=True):
        position = tokens.corpus.positions[name]
        text, own = tokens.corpus.documents[position].text, slice(edges[position], edges[position + 1])
        low, high = _paragraph(text, (start, end), starts[own], ends[own])
        left.append(_cut(text[low:start], width, from_left=False))
        right.append(_cut(text[end:high], width, from_left=True))
    frame = pd.DataFrame({"left": left, "node": hits["text"].tolist(), "right": right}).astype("str")
    return pd.concat([frame, hits[list(EVIDENCE_COLUMNS)]], axis=1)


def _paragraph(text: str, hit: tuple[int, int], starts: NDArray[np.int32], ends: NDArray[np.int32]) -> tuple[int, int]:
    """Where the context of a hit begins and ends, given the first and last words of its document's paragraphs."""
    start, end = hit
    before = int(np.searchsorted(starts, start, side="right")) - 1
    for i in (before, before + 1):
        if 0 <= i < len(starts):
            # A mark of punctuation stands in the line of the word before it, or of the word after it.
            gap = text[ends[i] : start] if i == before else text[end : starts[i]]
            if len(f"{gap}.".splitlines()) == 1:
                return min(start, int(starts[i])), max(end, _closed(text, int(ends[i])))
    return start, end


def _closed(text: str, end: int) -> int:
    # The last token of a paragraph is followed by its stop and closing quotation mark.
    while end < len(text) and not text[end].isspace() and not text[end].isalnum():
        end += 1
    return end


def _cut(text: str, width: int, *, from_left: bool) -> str:
    joined = " ".join(text.split())
    padded = f"{' ' if text[:1].isspace() else ''}{joined}{' ' if joined and text[-1:].isspace() else ''}"
    if len(padded) <= width:
        return padded.strip() if from_left is False else padded.strip(" ")
    if width == 0:
        return ""
    piece = padded[:width] if from_left else padded[-width:]
    if from_left:
        return piece.rsplit(" ", 1)[0].strip() if " " in piece.strip() else piece
    return piece.split(" ", 1)[1].strip() if " " in piece.strip() else piece
