"""HTML in a cell to text: block elements end lines, entities are resolved, scripts and styles are left out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

__all__ = ["text_of_markup"]

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol option p pre section summary table tbody td "
    "tfoot th thead title tr ul".split()
)
_INLINE = frozenset(
    "a abbr audio b big button cite code del dfn em font i iframe img input ins kbd label mark noscript picture q s "
    "samp script select small source span strike strong style sub sup svg time tt u var video".split()
)
_SILENT = frozenset(("script", "style"))

_NAMES = "|".join(sorted(_BLOCKS | _INLINE | {"br"}, key=lambda name: (-len(name), name)))
_OPENING = "|".join(sorted(_BLOCKS | {"br", "img", "iframe", "script", "style"}, key=lambda name: (-len(name), name)))
# One tag is taken for HTML only if it is closed like one, or is of a kind that nobody mentions in prose; what stands in
# it must look like attributes. "a < b" and "if x <y and z> w" stay as they are.
_LOOKS_LIKE_HTML = re.compile(
    rf"</(?:{_NAMES})\s{{0,9}}>"
    rf"|<(?:{_OPENING})(?:\s{{1,9}}[a-z][a-z0-9_:-]{{0,40}}\s{{0,9}}=[^<>]{{0,9999}}|\s{{0,9}})/?>",
    re.IGNORECASE | re.ASCII,
)
# html.parser looks for the end of a tag or an attribute again and again: 3,000 without one took it a second. So it is
# given tags without attributes only. Each pattern stops at the next "<" and never goes back.
_DECLARATION = re.compile(r"<[!?][^<>]*+>")
_TAG = re.compile(r"""<(/?[a-zA-Z][a-zA-Z0-9:-]*+)(?:(?:[^<>"']|"[^"<]*+"|'[^'<]*+')*+|[^<>]*+)>""")
_LONE_ANGLE = re.compile(r"<(?![^<>]*+>)")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_LINE_ENDS = re.compile(r" *\n *")


def text_of_markup(cell: str) -> str | None:
    """Text of a cell that holds HTML; None for a cell that holds none, which is then to be left as it is."""
    if "<" not in cell or not _LOOKS_LIKE_HTML.search(cell):
        return None
    reader = _TextReader()
    reader.feed(_bare(cell))
    reader.close()
    return _LINE_ENDS.sub("\n", "".join(reader.pieces)).strip(" \n")


def _bare(cell: str) -> str:
    """HTML without comments, declarations and attributes, in which each `<` that opens no tag is an entity."""
    pieces, at = [], 0
    while (start := cell.find("<!--", at)) >= 0:
        pieces.append(cell[at:start])
        end = cell.find("-->", start + 4)
        at = start + 4 if end < 0 else end + 3
        if end < 0:
            break
    tags = _TAG.sub(r"<\1>", _DECLARATION.sub("", "".join(pieces) + cell[at:]))
    return _LONE_ANGLE.sub("&lt;", tags)


class _TextReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = False
        self._verbatim = 0
        self._at_line_start = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent = self._silent or tag in _SILENT
        if tag == "pre":
            self._verbatim += 1
        if tag == "br" or (tag in _BLOCKS and not self._at_line_start):
            self._append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = False
        if tag == "pre":
            self._verbatim = max(0, self._verbatim - 1)
        if tag in _BLOCKS and not self._at_line_start:
            self._append("\n")

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._verbatim:
            self._append(data.replace("\r\n", "\n"))
            return
        # HTML sees any run of blanks as one, across tags too.
        data = _BLANKS.sub(" ", data)
        if self._at_line_start or (self.pieces and self.pieces[-1].endswith(" ")):
            data = data.lstrip(" ")
        self._append(data)

    def _append(self, piece: str) -> None:
        if piece:
            self.pieces.append(piece)
            self._at_line_start = piece.endswith("\n")
