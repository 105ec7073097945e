"""Captions of pictures, known by their credit, their label, or the form in which agencies write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .findings import is_credit
from .lines import Line
from .vocabulary import AGENCIES, CREDIT_WORDS, PICTURE_WORDS

__all__ = ["Caption", "caption_in", "is_agency_caption", "is_caption_label"]

_MOST_CHARACTERS = 700
_ENDING = 140
_LABEL = re.compile(
    r"(?:FILE PHOTO|FILE IMAGE|FILE PICTURE|(?:File|Archive) (?:photo|image|picture)|"
    r"(?:Image|Media|Video|Photo|Picture) caption|(?:FILE|PHOTO|IMAGE)(?=\W{1,4}[A-Z\u00c0-\u00de\d]))"
    r"\s?(?::|,(?=\s)|(?<=\s)[-\u2013\u2014](?=\s))\s*(?=\S)|"
    # These words open sentences too ("Image, not substance, wins"): only a colon makes a label of them.
    r"(?:Caption|Photo|Image|Picture)\s?:\s*(?=[\"'\u201c\u2018]?[A-Z\u00c0-\u00de\d])|"
    r"(?:Image|Media) caption\s+(?=[A-Z])"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_DAY = rf"(?:(?:{_MONTH} \d{{1,2}},? |\d{{1,2}} {_MONTH},? |{_MONTH},? )?\d{{4}}|{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})"
_PICTURE = (
    r"(?:(?:photo(?:graph)?|image|picture|frame grab|screen ?grab|screenshot|video grab)s?|"
    r"stills?(?= images?\b| from\b)(?: images?)?)"
)
_MADE = r"(?:taken|made|released|provided|posted|published|shot|shared|obtained|supplied|distributed|issued)"
# "In this picture of chaos" is prose; a picture has a kind or a day before it, or its day, source or maker behind it.
_IN_THIS = re.compile(
    r"In (?:this|these) (?:"
    rf"(?:\w+day,? )?{_DAY},? (?:\w+ ){{0,2}}{_PICTURE}\b[^.]{{0,60}},"
    rf"|(?:file|undated|handout|archive|pool)(?: \w+){{0,2}}? {_PICTURE}\b[^.]{{0,60}},"
    rf"|(?:\w+ ){{0,2}}?{_PICTURE},? (?:{_MADE} ){{1,2}}(?:\w+ ){{0,3}}?[A-Z\d][^,]{{0,120}},"
    rf"|(?:\w+ ){{0,2}}?{_PICTURE},? (?:by [A-Z]|(?:from|on|of) (?:\w+day,? )?{_DAY}|"
    r"(?:made |taken )?from (?:\w+ ){0,2}video\b)[^.]{0,60},)"
    r"|(?:File|Undated) (?:photo|picture|image) (?:of|shows|showing|dated)\b"
)
_BRACKET = re.compile(r"[\[(]([^\[\]()]{2,120})[\])]\.?$")
_PLAIN_CREDIT = re.compile(
    r"(?<=\s)(?:(?:Photo(?:graph)?|Picture|Image)s?(?: by| credits?| courtesy of)?|"
    r"Credits?)\s?[:/]\s?(?P<who>[^:]{2,90})$"
    r"|(?<=[.!?])Credit(?:\.\.\.|\u2026|:)?\s?(?P<glued>[A-Z][^:]{2,80})$"
    r"|(?<=\s)(?:REUTERS|AFP|AP Photo|EPA(?:-EFE)?)/(?P<agency>[^:]{2,70})$"
    r"|(?<=[.!?\"\u201d)]\s)(?P<name>(?:[A-Z][\w'-]*\.?\s){0,4}[A-Z][\w'-]*\s?/\s?[^.:]{2,60})$"
)
_FULL_DATE = re.compile(rf"(?:\bon |, )(?:\w+day,? )?(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}})")
_SECOND = re.compile(r"\d{4}\. - |\d{4}\.? ?\((?:photo|ap |afp|reuters|epa)", re.IGNORECASE)
_SCENE = re.compile(
    r"\b(?:holds?|stands?|walks?|sits?|gestures?|speaks?|looks?|waits?|poses?|attends?|"
    r"arrives?|listens?|shakes?|waves?|marche?s?|"
    r"carry|carries|takes? part|gathers?|rides?|prepares?|inspects?|fires?|watche?s?|"
    r"addresse?s|smiles?|points?|clash|protests?|"
    r"rally|celebrates?|guards?|patrols?|drives?|hugs?|greets?|rises?|burns?|(?:is|"
    r"are) (?:seen|pictured)|shows?|(?:general|aerial) view)\b"
)
_PAST = re.compile(r"\b(?:said|told|announced|according|reported|was|were|had|has|have|will|would|did)\b")
_SAID = re.compile(r"\b(?:said|says|told|asked|argued|wrote)\b")
_POSITION = re.compile(r"\((?:L|R|C|left|right|centre|center|2nd [LR]|top|bottom)\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Caption:
    """Spans inside a caption that are no words of it: its label and its credit."""

    credits: tuple[tuple[int, int], ...] = ()


def caption_in(text: str, line: Line, *, before_lead: bool) -> Caption | None:
    """The caption that a line is, or None.

    A credit that speaks of pictures is enough anywhere; the bare name of an agency in round brackets, with which some
    outlets sign articles, only where `before_lead` says that the article is still to come.
    """
    if line.end - line.start > _MOST_CHARACTERS:
        return None
    raw = text[line.start : line.end]
    label = _LABEL.match(raw)
    credits = [(line.start, line.start + len(label.group().rstrip()))] if label else []
    suffix = _credit_suffix(raw, before_lead=before_lead)
    if suffix is not None:
        if not raw[:suffix].strip():
            return None
        credits.append((line.start + suffix, line.end))
    if credits or (_IN_THIS.match(raw) and not _SAID.search(raw)):
        return Caption(tuple(credits))
    return None


def is_agency_caption(line: Line, *, credit_below: bool = False) -> bool:
    """Whether a line has the form of an agency's caption: a scene with a full date, and a mark that no lead has.

    The mark is the agency's separator or credit behind the date, a second sentence that is cut, the position of a
    person in the picture, or a line with a credit below. Only for lines between the headline and the lead.
    """
    date = _FULL_DATE.search(line.plain)
    if line.end - line.start > _MOST_CHARACTERS or date is None:
        return False
    sentence = line.plain[: date.end()]
    if _PAST.search(sentence) or '"' in sentence:
        return False
    if _SECOND.search(line.plain, date.end() - 4) is not None:
        return True
    # The date ends the scene; what follows is nothing, or a background sentence that the editor cut.
    after = line.plain[date.end() :].lstrip(" )")
    is_ended = after.strip(".") == ""
    is_cut = after.startswith(". ") and after.endswith("...")
    is_placed = _POSITION.search(sentence) is not None
    if _SCENE.search(sentence) is None and not is_placed:
        return False
    return is_cut or (is_ended and (is_placed or credit_below))


def is_caption_label(line: Line) -> bool:
    """Whether a line is nothing but the label that some pages print above a caption."""
    return line.plain.lower().rstrip(":,") in ("image caption", "media caption", "video caption", "photo caption")


def _credit_suffix(raw: str, *, before_lead: bool) -> int | None:
    """Where the credit at the end of a line begins."""
    offset = max(0, len(raw) - _ENDING)
    ending = raw[offset:]
    bracket = _BRACKET.search(ending) if raw.endswith((")", "]", ").", "].")) else None
    # Without a name, "(photos)." is a remark that its sentence closes.
    is_remark = bracket is not None and bracket.group(1).islower() and raw.endswith(".")
    if bracket and not is_remark and is_credit(bracket.group(1)):
        words = {word.lower() for word in re.findall(r"[^\W\d_]+", bracket.group(1))}
        strong = bool(words & PICTURE_WORDS) or "EPA" in bracket.group(1) or bracket.group().startswith("[")
        if strong or (before_lead and len(raw) <= 300):
            return offset + bracket.start()
    if not any(mark in ending for mark in ("/", "Photo", "Picture", "Image", "Credit")):
        return None
    plain = _PLAIN_CREDIT.search(ending)
    if plain is None:
        return None
    who = next(group for group in plain.groups() if group)
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", who)}
    if any(word[0].islower() and word not in CREDIT_WORDS for word in re.findall(r"[^\W\d_][\w'-]*", who)):
        return None
    if plain.group("name") and not words & (AGENCIES | PICTURE_WORDS):
        return None
    return offset + plain.start()
