"""One line of an article while its role is being decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .findings import Finding
from .lines import Line

__all__ = ["Row", "rows_counted"]

_LONG_SENTENCE = 14


@dataclass(eq=False)
class Row:
    """A line, what its wording says, and what has been decided of it so far.

    `prose_before` and `prose_after` count the lines before and after it that read like sentences of the article; they
    are what head and tail mean.
    """

    line: Line
    finding: Finding | None
    kind: str = "body"
    reason: str | None = None
    credits: tuple[tuple[int, int], ...] = ()
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    prose_before: int = 0
    prose_after: int = 0


def rows_counted(rows: Sequence[Row]) -> bool:
    """Count the prose before and after every row; whether there is any.

    A short sentence below the last long one, with sure boilerplate between them, is an appeal to the reader at least as
    often as the article's last line: it is kept, but does not hold back the tail.
    """
    flags = [row.finding is None and row.kind == "body" and row.line.is_prose for row in rows]
    is_footed = False
    for i in range(_last_long(rows, flags) + 1, len(rows)):
        finding = rows[i].finding
        is_footed = is_footed or (finding is not None and finding.zone == "anywhere")
        flags[i] = flags[i] and not is_footed
    total, before = sum(flags), 0
    for row, is_prose in zip(rows, flags, strict=True):
        row.prose_before = before
        before += is_prose
        row.prose_after = total - before
    return total > 0


def _last_long(rows: Sequence[Row], flags: Sequence[bool]) -> int:
    for i in range(len(rows) - 1, -1, -1):
        line = rows[i].line
        if flags[i] and (line.n_words >= _LONG_SENTENCE or '"' in line.plain):
            return i
    return len(rows)
