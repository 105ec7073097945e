"""Boilerplate that one line shows by its own wording, whatever stands around it.

Patterns match the whole of a folded line, so that a sentence of the article that merely mentions Facebook, a photo or a
newsletter is never one. What a line alone cannot prove is accepted only near the head or the tail of an article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .dates import is_date_line
from .lines import Line
from .patterns import Wording
from .scraps import is_scrap
from .vocabulary import AGENCIES, CREDIT_WORDS, NETWORK, PAGE_WORDS, PICTURE_WORDS, SHARE_WORDS, SPEECH, STAFF_WORDS
from .wordings import FORMS, WORDINGS, may_open

__all__ = ["Finding", "finding_in", "is_credit"]

_NETWORKS = re.compile(NETWORK, re.IGNORECASE)
_SHARE_TRIGGER = re.compile(
    r"(?:share|sharing|tweet|retweet|pin|e-?mail|print|click to|"
    r"copy link|recommend)\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(?:additional |with |also )*(?:reporting|writing|editing|compiled|edited|written|translated|produced) by "
    r"(?=[A-Z])|with (?:additional )?(?:reporting|input|inputs|files) (?:by|from) (?=[A-Z])",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"(?P<who>[A-Z].{2,200}) contributed (?:to (?:this|the) (?:report|story|"
    r"article)|reporting|to reporting)(?: from .{2,40})?\.?"
)
_CREDIT_LABEL = re.compile(
    r"(?:image|photo(?:graph)?|picture|video|graphic|cover photo|featured image|lead image)s? ?"
    r"(?:(?:credits?|source|copyright|courtesy|via|from)\b ?(?:of|by)?|by\b|:|/|©) ?[:,©-]* ?(?P<who>.{2,100})",
    re.IGNORECASE,
)
_AGENCY_CREDIT = re.compile(
    r"(?:ap photo|afp photo|reuters|afp|epa|getty images|getty|"
    r"epa-efe|xinhua)/.{2,80}",
    re.IGNORECASE,
)
_BARE_PICTURE = re.compile(
    r"(?:file|archive|stock|courtesy|handout|undated|representational|representative|illustrative)"
    r"(?: (?:photo|image|picture|pic|photograph)s?)?|"
    r"(?:for )?representational? purposes? only|image (?:copyright|source)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?:first |last )?(?:published|updated|posted|modified|uploaded)\b", re.IGNORECASE)
_ADDRESS = re.compile(rf"\S*@\S+|(?:https?:|www\.)\S+|\b[\w-]+\.(?:com|org|net)\b\S*|\b{NETWORK}", re.IGNORECASE)
_STOPPED = re.compile(r"[.!?]['\")\]} ]*(?:\[\d+\])?$")
_WORD = re.compile(r"[^\W\d_][\w'-]*")


@dataclass(frozen=True, slots=True)
class Finding:
    """Why a line would be dropped, where that is accepted, and whether the lines after it may be links under it."""

    reason: str
    zone: str = "anywhere"
    opens_links: bool = False


def finding_in(line: Line) -> Finding | None:
    """What the wording of one line says it is, or None."""
    if is_scrap(line):
        return Finding("script_scrap")
    if line.is_long:
        return None
    pieces = [piece for piece in re.split(r" [|\u00b7\u2022] ", line.plain) if piece.strip()]
    if len(pieces) > 1:
        found = [_finding_of(piece) for piece in pieces[:8]]
        if all(found) and len(pieces) <= 8:
            return found[0]
    return _finding_of(line.plain)


def is_credit(text: str) -> bool:
    """Whether a phrase names a photographer or an agency and is no sentence.

    It holds a word of pictures or the name of an agency, and every lower-case word in it belongs to credits.
    """
    words = _WORD.findall(text)
    lowered = {word.lower() for word in words}
    if not words or len(words) > 14:
        return False
    if any(word[0].islower() and word.lower() not in CREDIT_WORDS for word in words):
        return False
    known = bool(lowered & PICTURE_WORDS) or bool(lowered & AGENCIES)
    return known and (words[0][0].isupper() or words[0] in PICTURE_WORDS | {"via", "credit", "source"})


# Pages of one outlet print the same short lines again and again.
@lru_cache(maxsize=8192)
def _finding_of(plain: str) -> Finding | None:
    bare = plain.strip(" \t*\u2022|>-[](){}=~_#\u25ba\u25b6\u2192\u203a")
    if is_date_line(bare):
        return Finding("date", "anywhere" if _LABELLED.match(bare) else "head")
    for form in FORMS:
        if form.pattern.fullmatch(plain):
            return _checked(form, plain)
    if not bare:
        return None
    for wording in WORDINGS if may_open(bare) else ():
        if wording.pattern.fullmatch(bare):
            found = _checked(wording, plain)
            if found:
                return found
    if len(bare) <= 120 and _is_share_line(bare):
        return Finding("social_footer")
    return _credit_or_staff(bare)


def _checked(wording: Wording, plain: str) -> Finding | None:
    zone = wording.zone
    if wording.is_open and not _is_of_the_page(plain):
        # No sentence is lost for its opening; a line without a stop may be a headline, but not at the tail.
        if '"' in plain or _STOPPED.search(plain) or SPEECH.search(plain.lower()):
            return None
        zone = "tail"
    return Finding(wording.reason, zone, wording.opens_links)


def _is_of_the_page(plain: str) -> bool:
    """Whether a line holds nothing but the vocabulary of pages and names."""
    return '"' not in plain and _has_only(_ADDRESS.sub(" ", plain).replace("'s", ""), PAGE_WORDS)


def _is_share_line(bare: str) -> bool:
    without = _NETWORKS.sub(" ", bare)
    if _SHARE_TRIGGER.match(bare if _SHARE_TRIGGER.match(bare) else without.strip()) is None:
        return False
    words = without.lower().replace(":", " ").replace(",", " ").replace("(", " ").replace(")", " ").rstrip(".!").split()
    return len(words) <= 14 and all(word in SHARE_WORDS or word in "&/+" for word in words)


def _credit_or_staff(bare: str) -> Finding | None:
    if _STAFF.match(bare) and _has_only(bare, STAFF_WORDS):
        return Finding("site_footer")
    contributed = _CONTRIBUTED.fullmatch(bare) if " contributed " in bare and '"' not in bare else None
    if contributed and _is_signature(contributed.group("who")):
        return Finding("site_footer")
    if bare.count(" ") >= 14:
        return None
    if bare.lower().rstrip(".") in AGENCIES:
        return Finding("site_footer", "edge")
    if _BARE_PICTURE.fullmatch(bare):
        return Finding("image_credit")
    label = _CREDIT_LABEL.fullmatch(bare)
    if label and _has_only(label.group("who"), CREDIT_WORDS):
        # "Photo: soldiers" describes; a credit begins with a name.
        return Finding("image_credit") if label.group("who")[0].isupper() or label.group("who")[0] == "@" else None
    if _AGENCY_CREDIT.fullmatch(bare) and _has_only(bare, CREDIT_WORDS):
        return Finding("image_credit")
    pictured = {word.lower() for word in _WORD.findall(bare)} & PICTURE_WORDS
    return Finding("image_credit") if pictured and not bare.endswith("?") and _is_bare_credit(bare) else None


def _is_signature(who: str) -> bool:
    """Whether somebody is named by a full name, or is an agency: one capital may only begin a sentence."""
    names = [word for word in _WORD.findall(who) if word[0].isupper() and word != "The"]
    is_named = len(names) > 1 or any(name.lower() in AGENCIES for name in names)
    return is_named and _has_only(who, STAFF_WORDS)


def _is_bare_credit(bare: str) -> bool:
    words = {word.lower() for word in _WORD.findall(bare)}
    # A name beside "photo" is no proof ("Photo Editor Dies"); an agency, a slash or "via" with it is.
    return (
        is_credit(bare)
        and bool(words & (AGENCIES | {"getty", "shutterstock", "alamy", "istock", "wikimedia"}))
        and (len(words) <= 3 or "/" in bare or "via" in words)
    )


def _has_only(text: str, allowed: frozenset[str]) -> bool:
    return all(not word[0].islower() or word.lower() in allowed for word in _WORD.findall(text))
