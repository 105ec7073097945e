"""Left-overs of a page's program: script, style, mark-up and JSON lines."""

from __future__ import annotations

import re

from .lines import Line
from .vocabulary import PAGE_WORDS

__all__ = ["is_scrap", "is_weak_scrap"]

_OPENING = re.compile(
    r"(?:<!?--|!--|-->|//<!\[CDATA\[|//\]\]>|<!\[CDATA\[|</?(?:script|style|noscript|iframe|"
    r"div|span|p|br|img|a|ul|li|figure|table|tr|td)\b"
    r"|(?:var|let|const) [\w$]+ ?=|function ?\w*\(|\(function\b|(?:window|document|googletag|"
    r"jquery|dataLayer|_gaq|fbq|OBR|Taboola)[.\[(]"
    r"|(?:gtag|fbq|ga|__ga|jQuery|\$)\(|\(adsbygoogle|window\._|@media\b|@import\b|@font-face|if ?\(typeof"
    r"|\{ ?\"@?[\w-]+\" ?:|\[ ?\{ ?\"[\w-]+\" ?:)",
    re.IGNORECASE,
)
_STYLE_RULE = re.compile(r"[.#]?[\w-]+(?:[ ,>]+[.#]?[\w-]+){0,6} ?\{[^{}]{0,300}\}?")
_ENTITY = re.compile(
    r"(?:&(?:nbsp|amp|quot|lt|gt|#\d{1,5});[ ]?)+"
    # Short codes; a word in brackets alone is a remark in a transcript.
    r"|\[/[a-z_]{3,20}\]|\[[a-z]{2,12}_[a-z_]{2,12}\]|\[[a-z_]{3,20} [^\]]{0,100}=[^\]]{0,100}\]"
)
_NO_BROWSER = re.compile(
    r"(?:please enable javascript(?! to view the comments)|javascript is (?:disabled|not enabled|required)"
    r"|you need to enable javascript|your browser (?:does not|doesn't) support|"
    r"media playback is (?:unsupported|not supported)"
    r"|this (?:video|content) (?:cannot|can't) be played).{0,150}",
    re.IGNORECASE,
)
_CONTINUED = re.compile(
    r"[\])};,(]{1,6}|[\w-]{2,30} ?: ?[^.?!]{1,80}[;,]|[\w$.]+\(.{0,200}\);?|\"[\w@-]+\" ?: ?.{1,200},?"
)
_TAG = re.compile(r"<[^<>]{0,300}>")
_CODE_MARKS = '{}();=<>[]\\/"_'


def is_scrap(line: Line) -> bool:
    """Whether a line is program text by its own look."""
    head = line.plain
    if _ENTITY.fullmatch(head) or (_NO_BROWSER.fullmatch(head) and _is_notice(head)):
        return True
    opening = _OPENING.match(head)
    if opening:
        # A tag may enclose a sentence of the article, which stays; a sentence may begin with a word of code.
        if head[0] in "<!-/":
            left = _TAG.sub(" ", head).strip() if not line.is_long else line.ending.rpartition(">")[2]
            return (len(left.split()) <= 5 and not (left[:1].isupper() and left.endswith((".", "!", "?")))) or (
                head.lower().startswith(("<script", "<style", "<!--", "!--")) and _is_closed(line)
            )
        return _is_dense(head)
    return "{" in head and _STYLE_RULE.fullmatch(head) is not None and (":" in head or head.endswith("{"))


def is_weak_scrap(line: Line) -> bool:
    """Whether a line is program text if the line before it was: a closing bracket, a property, a call."""
    return _CONTINUED.fullmatch(line.plain) is not None


def _is_notice(text: str) -> bool:
    """Whether every word is one of notices, or a name: a browser may fail in a sentence of the article too."""
    words = re.findall(r"[^\W\d_][\w'-]*", text)
    return all(word[0].isupper() or word in PAGE_WORDS or word in {"does", "doesn't", "can't"} for word in words)


def _is_closed(line: Line) -> bool:
    return len(line.ending.rpartition(">")[2].split()) <= 2 or (">" not in line.ending and _is_dense(line.plain))


def _is_dense(text: str) -> bool:
    return sum(text.count(mark) for mark in _CODE_MARKS) * 12 >= len(text)
