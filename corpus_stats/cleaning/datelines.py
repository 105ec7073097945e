"""Datelines: the place, the day and the agency before the first sentence of a report."""

from __future__ import annotations

import re
from collections.abc import Collection

from .vocabulary import AGENCIES, CITIES, OUTLET_WORDS, key_of

__all__ = ["dateline_end", "signed_agency"]

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)"
_DASH = r"\s{0,2}(?:--|[-\u2013\u2014]|:)\s{0,2}"
_PLACE = r"[A-Z\u00c0-\u00de][\w.'\u2019/ -]{1,40}(?:, ?[A-Z][\w. ]{1,25}){0,2}"
_AGENCY = re.compile(
    rf"(?P<place>(?:{_PLACE})?)(?P<date>(?:,? "
    rf"?{_DATE})?),?\s{{0,2}}[(\[](?P<agency>[^()\[\]]{{2,40}})[)\]](?P<dash>(?:{_DASH})?)\s{{0,2}}(?=[A-Z\"'\u201c\u2018\u00c0-\u00de\d$])"
)
_DATED = re.compile(rf"(?P<place>{_PLACE}?), ?{_DATE}{_DASH}(?=[A-Z\"'\u201c\u2018\u00c0-\u00de])")
_BARE = re.compile(
    rf"(?P<place>{_PLACE}?)(?P<dash>\s{{0,2}}(?:--|\u2014|\u2013)\s{{0,2}}|"
    rf"\s-\s|:\s)(?=[A-Z\"'\u201c\u2018\u00c0-\u00de])"
)
_WINDOW = 140


def dateline_end(start_of_text: str, names: Collection[str] = ()) -> int | None:
    """Offset at which the dateline of a paragraph ends, or None where it begins with none.

    Parameters
    ----------
    start_of_text : str
        The paragraph, or its first 140 characters.
    names : collection of str
        Keys of the names under which the outlet signs.
    """
    window = start_of_text[:_WINDOW]
    match = _AGENCY.match(window)
    if match and _is_signed(match, names):
        return len(match.group().rstrip())
    match = _DATED.match(window)
    if match and _is_place(match.group("place")):
        return len(match.group().rstrip())
    match = _BARE.match(window)
    if match and _is_bare_place(match.group("place"), match.group("dash"), window[match.end() :]):
        return len(match.group().rstrip())
    return None


def signed_agency(dateline: str) -> str | None:
    """Key of the agency or outlet that a dateline names in brackets."""
    match = re.search(r"[(\[]([^()\[\]]{2,40})[)\]]", dateline)
    return key_of(match.group(1)) if match else None


def _is_signed(match: re.Match[str], names: Collection[str]) -> bool:
    agency, place, dash = match.group("agency"), match.group("place"), match.group("dash")
    key = key_of(agency)
    known = key in names or (bool(key) and all(word in AGENCIES or word in ("news", "agency") for word in key.split()))
    if not place:
        # Only "(CNN)" and its like stand without a dash; a name in brackets before a dash is a signature.
        return known if not dash.strip() else known or _is_name(agency)
    if not _is_place(place):
        return False
    if known:
        return bool(dash.strip()) or place.isupper()
    if not (place.isupper() and dash.strip() and _is_name(agency)) or _is_abbreviation(place):
        return False
    # "UNITED NATIONS (UN) - ..." and "NATO (Brussels) - ..." explain a name: an outlet says that it is one.
    initials = "".join(word[0] for word in place.split() if word[0].isalpha()).lower()
    if key.replace(" ", "") == initials or key in CITIES:
        return False
    return not OUTLET_WORDS.isdisjoint(key.split()) or "," in place or key_of(re.split("[/,]", place)[0]) in CITIES


def _is_abbreviation(place: str) -> bool:
    """Whether a place in capitals is an abbreviation, with or without its dots, and no city."""
    city = place.partition(",")[0].strip()
    return key_of(city) not in CITIES and (len(city.replace(".", "")) < 5 or re.search(r"\b\w\.\w", city) is not None)


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        1 <= len(words) <= 5
        and words[0][0].isupper()
        and all(w[0].isupper() or not w[0].isalpha() or len(w) <= 3 for w in words)
    )


def _is_place(place: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'\u2019-]*", place)
    return 1 <= len(words) <= 7 and all(
        word[0].isupper() or word in {"de", "al", "el", "of", "and", "the", "la"} for word in words
    )


def _is_bare_place(place: str, dash: str, rest: str) -> bool:
    if not _is_place(place):
        return False
    city, _, region = place.partition(",")
    key = key_of(re.split("/", city)[0])
    if place.startswith(city.upper()) and len(city) >= 4:
        if key in CITIES:
            return True
        # Abbreviations and labels ("NATO - the alliance - said", "TRUMP: I will") are no places: a region must follow.
        return bool(region) and ":" not in dash and not _is_abbreviation(place)
    return (
        key in CITIES
        and place == city
        and dash.strip() in ("\u2014", "--", "\u2013")
        and not re.search(
            r"\s[-\u2013\u2014]\s|"
            r"\u2014",
            rest,
        )
    )
