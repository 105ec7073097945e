"""Lines of a text with their offsets, and what can be seen of a line without its neighbours.

A line that a page broke at a fixed width is joined with its continuation, so that one `Line` is one paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["LONG", "Line", "lines_of"]

# Boilerplate is short: whole-line patterns are tried on at most this many characters.
LONG = 400

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BLANK = (
    "\t \x1c\x1d\x1e\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)
_FOLDED = {
    **dict.fromkeys("\u2018\u2019\u02bc\uff07", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\uff02", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    "\u2026": "...",
    **dict.fromkeys("\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
}
_TO_FOLD = re.compile("[" + "".join(_FOLDED) + "]")
_STOPS = ".!?;:"
_CLOSERS = "\"')]} "
_DECORATION = " \t*\u2022\u00b7|>-[](){}\u25ba\u25b6\u2192\u203a=~_#"


@dataclass(frozen=True, slots=True)
class Line:
    """One line, trimmed: its offsets, its folded text (cut at `LONG`) and whether a blank line stands before it."""

    start: int
    end: int
    plain: str
    ending: str
    after_blank: bool

    @property
    def is_long(self) -> bool:
        """Whether the line is longer than any boilerplate that is known by its whole wording."""
        return self.end - self.start > LONG

    @property
    def bare(self) -> str:
        """Folded text without bullets, brackets and arrows around it."""
        return self.plain.strip(_DECORATION)

    @property
    def n_words(self) -> int:
        """Number of words (a lower bound for a long line)."""
        return self.plain.count(" ") + 1 if self.plain else 0

    @property
    def is_stopped(self) -> bool:
        """Whether it ends like a sentence: in . ! ? or an ellipsis, quotation marks and brackets apart."""
        return self.ending.rstrip(_CLOSERS).endswith((".", "!", "?"))

    @property
    def is_prose(self) -> bool:
        """Whether it reads like a sentence of the article: it ends like one, and is long enough or quotes somebody."""
        return self.is_long or (self.is_stopped and (self.n_words >= 6 or '"' in self.plain))


def lines_of(text: str) -> list[Line]:
    """Lines of `text` that are not blank, in order."""
    found: list[Line] = []
    last_end = 0
    for match in _LINE.finditer(text):
        body = match.group().rstrip(_BLANK)
        start = match.start() + len(body) - len(body.lstrip(_BLANK))
        end = match.start() + len(body)
        if start >= end:
            continue
        # Two line ends between two lines, where \r\n counts once, are a blank line.
        after_blank = text.count("\n", last_end, start) > 1 or text.count("\r", last_end, start) > 1
        found.append(_line(text, start, end, after_blank=after_blank or not found))
        last_end = end
    return _joined(text, found)


def _line(text: str, start: int, end: int, *, after_blank: bool) -> Line:
    opening = text[start : min(end, start + LONG)]
    plain = " ".join(_folded(opening).split())
    ending = plain[-40:] if end - start <= LONG else _folded(text[end - 40 : end])
    return Line(start, end, plain, ending, after_blank)


def _folded(text: str) -> str:
    return text if text.isascii() else _TO_FOLD.sub(lambda match: _FOLDED[match.group()], text)


def _joined(text: str, lines: list[Line]) -> list[Line]:
    """Lines with the halves of paragraphs that were broken at a fixed width put together again."""
    result: list[Line] = []
    last, width, broken = 0, 0, False
    for line in lines:
        # Once a break inside a sentence is certain, a full line followed by a capital letter is one too.
        follows = bool(result) and not line.after_blank and result[-1].ending[-1] not in _STOPS
        follows = follows and (text[line.start].islower() or (broken and last >= 0.75 * width))
        if follows and 40 <= last <= 130:
            result[-1] = _line(text, result[-1].start, line.end, after_blank=result[-1].after_blank)
        else:
            result.append(line)
            width = 0
        broken = follows
        last = line.end - line.start
        width = max(width, last)
    return result
