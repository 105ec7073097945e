"""Which characters stand inside quotation marks: straight, curly, single, nested, guillemets, over several paragraphs.

A mark opens where white space, a bracket, a dash or another mark precedes it and text follows, and closes where text
precedes it; curly marks and guillemets say it by their shape unless their neighbours say the opposite. A single mark
that closes nothing is an apostrophe. A quotation whose paragraph ends without a closing mark goes on where the next
paragraph opens anew; otherwise it ends with its paragraph, so that a mark left open never swallows what follows.
Every paragraph is read once from left to right.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Quotation", "mark_places", "quotations", "quotations_at", "turn"]

_Places = NDArray[np.int64]

# family of each mark, and what its shape says: 1 opens, -1 closes, 0 either
_SHAPES: dict[str, tuple[str, int]] = {
    '"': ('"', 0),
    "″": ('"', 0),
    "＂": ('"', 0),
    "“": ('"', 1),
    "„": ('"', 1),
    "‟": ('"', 1),
    "”": ('"', -1),
    "«": ("«", 1),
    "»": ("«", -1),
    "‹": ("‹", 1),
    "›": ("‹", -1),
    "'": ("'", 0),
    "‘": ("'", 1),
    "‚": ("'", 1),
    "‛": ("'", 1),
    "’": ("'", -1),
    "`": ("'", 1),
    "´": ("'", -1),
}
_SINGLES = [ord(mark) for mark, (family, _) in _SHAPES.items() if family == "'"]
# Eight of them follow each other.
_CURLY, _CURLIES = ord("‘"), 8
_ELSEWHERE = [code for code in map(ord, _SHAPES) if not _CURLY <= code < _CURLY + _CURLIES]
# Characters that are read at once, in whole texts.
_BLOCK = 1_000_000
_BEFORE_OPENING = frozenset(" \t\u00a0\u202f\u2009\u200a\u200b\ufeff([{<-–—―‒/…:;,=|*>") | frozenset("\"“„‘«‹'`")
_CLOSING_SINGLE = frozenset("'’´")
# 'em, '90s, 'twas: an apostrophe, whatever the mark looks like.
_ELISION = re.compile(r"(?:\d0s\b|\d\d\b|(?:em|til|tis|twas|cause|bout|round|n|neath|nuff|cos|coz|ere|gainst)\b)", re.I)
# How many paragraphs without any mark may stand inside one quotation.
_PATIENCE = 6
_SENTENCE_ENDS = frozenset({". ", "! ", "? ", "’ ", "” "})
_WORDS_AHEAD = re.compile(r"\s+[a-z(]")


class Quotation(NamedTuple):
    """Half-open offsets of one quotation, its marks included.

    `depth` is 0 for the outermost; `width` is that of the closing mark in characters, 0 where it is missing;
    `is_resumed` says that it continues the quotation of the paragraph before.
    """

    start: int
    end: int
    depth: int
    width: int = 0
    is_resumed: bool = False


def quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quotation]:
    """Quotations of the paragraphs ``(start, end)`` of a text, in the order of their first characters."""
    return quotations_at(text, mark_places([text])[1].tolist(), paragraphs)


def mark_places(texts: Sequence[str]) -> tuple[_Places, _Places, _Places]:
    """Everything in some texts that may be a quotation mark: numbers of the texts, places, and what is written there.

    The last are code points before, at and behind the marks, in three rows; beyond the edges of a text a space is.
    """
    found = [(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros((3, 0), dtype=np.int64))]
    low = size = 0
    for high, text in enumerate(texts, 1):
        size += len(text)
        if size >= _BLOCK or high == len(texts):
            starts = np.cumsum([1, *(1 + len(one) for one in texts[low:high])])
            places, around = _marked(f" {' '.join(texts[low:high])} ")
            numbers = np.searchsorted(starts, places, side="right") - 1
            found.append((low + numbers, places - starts[numbers], around))
            low, size = high, 0
    numbers, places, around = (np.concatenate(parts, axis=-1) for parts in zip(*found, strict=True))
    return numbers, places, around


def _marked(text: str) -> tuple[_Places, _Places]:
    """Places of marks in a text that begins and ends with a space, and the code points around them."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    is_mark = codes - np.uint32(_CURLY) < _CURLIES
    for mark in _ELSEWHERE:
        if chr(mark) in text:
            is_mark |= codes == mark
    places = np.flatnonzero(is_mark)
    around = np.stack([codes[places - 1], codes[places], codes[places + 1]]).astype(np.int64)
    # an apostrophe between letters or digits is no mark
    singles = np.flatnonzero(np.isin(around[1], _SINGLES))
    keys, which = np.unique(around[::2, singles], return_inverse=True)
    is_letter = np.array([chr(key).isalnum() for key in keys.tolist()], dtype=bool)[which].reshape(2, -1)
    is_kept = np.ones(len(places), dtype=bool)
    is_kept[singles] = ~is_letter.all(axis=0)
    return places[is_kept], around[:, is_kept]


def turn(mark: str, before: str, after: str) -> int:
    """What a mark between two characters may do: 1 open, 2 close, 3 either; 0 where it is no double one."""
    family, shape = _SHAPES[mark]
    return (2, 3, 1)[_double(before, after, shape) + 1] if family == '"' else 0


def quotations_at(text: str, places: Sequence[int], paragraphs: Iterable[tuple[int, int]]) -> list[Quotation]:
    """Quotations of paragraphs that follow each other in a text with marks at `places`."""
    found: list[Quotation] = []
    carried, is_nested = "", False
    waiting: list[tuple[int, int]] = []
    i, size = 0, len(places)
    for left, right in paragraphs:
        i = j = bisect_left(places, left, i)
        while j < size and places[j] < right:
            j += 1
        marks = _marks(text, places[i:j], left, right) if i < j else None
        i = j
        if not marks:
            # a paragraph without marks is speech only if a later one closes what is open
            waiting.append((left, right))
            if len(waiting) > _PATIENCE:
                carried, waiting = "", []
            continue
        first = next((mark for mark in marks if mark[2] == carried), None) if carried else None
        resumed = first is not None and first[0] == left and first[3] >= 0
        if first is not None and not resumed and first[3] < 0:
            found += [Quotation(a, b, 0, 0, True) for a, b in waiting]
            marks.insert(0, (left, left, carried, 1))
            resumed = True
        spans, carried = _paired(text, marks, right)
        waiting = []
        for start, end, depth, width in spans:
            is_nested |= depth > 0
            found.append(Quotation(start, end, depth, width, resumed and start == left))
    if is_nested:
        found.sort(key=lambda one: (one.start, -one.end))
    return found


def _marks(text: str, places: Sequence[int], left: int, right: int) -> list[tuple[int, int, str, int]]:
    """Marks ``(start, end, family, direction)`` of a paragraph; direction 1 opens, -1 closes, 0 may do either."""
    marks: list[tuple[int, int, str, int]] = []
    taken = -1
    for start in places:
        if start == taken:
            continue
        end = start + 1
        family, shape = _SHAPES[text[start]]
        if family == "'" and end < right and text[end] == text[start] and text[start] in "'`":
            # two single marks are typed for a double one
            taken, end, family, shape = end, end + 1, '"', 0
        before = text[start - 1] if start > left else " "
        after = text[end] if end < right else " "
        direction = _single(text, start, before, after) if family == "'" else _double(before, after, shape)
        if direction is not None:
            marks.append((start, end, family, direction))
    return marks


def _single(text: str, start: int, before: str, after: str) -> int | None:
    """Direction of a single mark; None for an apostrophe."""
    if before.isalnum() and after.isalnum():
        return None
    mark = text[start]
    if before in _BEFORE_OPENING or before.isspace():
        is_opening = not after.isspace() and after not in ".,;:!?)]" and mark not in "’´"
        if is_opening and not _ELISION.match(text, start + 1):
            return 1
        if before.isspace() or is_opening:
            return None
    if mark in _CLOSING_SINGLE and not (after.isalnum() or after == "_"):
        return -1
    return None


@lru_cache(maxsize=4096)
def _double(before: str, after: str, shape: int) -> int:
    """Direction of any other mark."""
    opens = before in _BEFORE_OPENING or before.isspace()
    closes = not after.isalnum()
    if after.isspace() and not before.isspace():
        direction = -1
    elif before.isspace() and not after.isspace():
        direction = 1
    elif opens != closes:
        direction = 1 if opens else -1
    else:
        direction = 0
    # the shape decides where the neighbours do not contradict it
    if shape < 0 and before.isspace() and after.isalnum():
        return direction
    if shape > 0 and direction < 0 and after.isspace():
        return direction
    return shape or direction


def _paired(
    text: str, marks: list[tuple[int, int, str, int]], right: int
) -> tuple[list[tuple[int, int, int, int]], str]:
    """Spans ``(start, end, depth, width)`` of one paragraph, and the family of what its end leaves open."""
    # a single mark with nothing to close it is an apostrophe
    last = max((i for i, mark in enumerate(marks) if mark[2] == "'" and mark[3] <= 0), default=-1)
    stack: list[tuple[int, str]] = []
    spans: list[tuple[int, int, int, int]] = []
    for i, (start, end, family, direction) in enumerate(marks):
        inside = len(stack) - 1
        while inside >= 0 and stack[inside][1] != family:
            inside -= 1
        if inside < 0:
            if direction >= 0 and (family != "'" or i < last or _opens_sentence(text, start)):
                stack.append((start, family))
        elif direction <= 0:
            if family == "'" and i < last and _is_possessive(text, start, end):
                continue
            spans.append((stack[inside][0], end, inside, end - start))
            del stack[inside:]
        elif family != "'" and len(stack) == inside + 1:
            # a second opening: the first was never closed, and ends here
            spans.append((stack[inside][0], _trimmed(text, stack[inside][0], start), inside, 0))
            stack[inside] = start, family
    carried = ""
    for depth, (start, family) in enumerate(stack):
        if family == "'" and marks[0][0] != start and not _opens_sentence(text, start):
            continue
        spans.append((start, right, depth, 0))
        carried = carried or family
        break
    return spans, carried


def _is_possessive(text: str, start: int, end: int) -> bool:
    """Whether a single mark that is not the last to close is that of "the workers' rights" inside a quotation."""
    return text[start - 1] in "sSxz" and _WORDS_AHEAD.match(text, end) is not None


def _opens_sentence(text: str, start: int) -> bool:
    """Whether a curly single mark that nothing closes opens speech that goes on in the next paragraph."""
    return text[start] == "‘" and text[start - 2 : start] in _SENTENCE_ENDS and text[start + 1 : start + 2].isupper()


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end
