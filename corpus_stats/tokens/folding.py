"""The type of a token: what two spellings must share to be counted as one word.

Folding happens in the type, never in the text. Full-width forms, curly apostrophes, soft hyphens, zero-width characters
and the dots of acronyms make no difference; case makes one only where a word is written in capitals throughout, since
*US* and *us*, *WHO* and *who* are different words.
"""

from __future__ import annotations

import re
import unicodedata

from ..language import STOP_WORDS

__all__ = ["shouted_type", "type_of"]

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]")
_APOSTROPHES = re.compile("[\u2018\u2019\u201b\u02bc\u02b9\u0060\u00b4\u2032]")
_HYPHENS = re.compile("[\u2010\u2011\u2043\ufe63]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+(?:[^\W\d_](?![^\W_]))?")
# Function words whose capitals are more often an acronym.
_ACRONYMS = frozenset({"it", "us", "who"})


def type_of(raw: str) -> str:
    """Type of a token as written.

    Examples
    --------
    >>> [type_of(word) for word in ("Haftar", "U.N.-backed", "US", "us", "Ｌｉｂｙａ", "don’t")]
    ['haftar', 'UN-backed', 'US', 'us', 'libya', "don't"]
    """
    if raw.isascii():
        if raw.isalpha() and (len(raw) == 1 or not raw.isupper()):
            return raw.lower()
        text = raw
    else:
        text = unicodedata.normalize("NFKC", raw)
        text = _HYPHENS.sub("-", _APOSTROPHES.sub("'", _INVISIBLE.sub("", text)))
    if "://" in text:
        return text.lower()
    text = _DOTTED.sub(lambda match: match[0].replace(".", ""), text)
    if "-" in text:
        return "-".join(_folded_case(piece) for piece in text.split("-"))
    return _folded_case(text)


def shouted_type(raw: str) -> str:
    """Type of a token in a line written in capitals throughout, where capitals mark no acronym.

    Function words and words of more than four letters are lower-cased; shorter ones keep their capitals, for they may
    be acronyms (US, NATO), which are never folded.
    """
    folded = type_of(raw)
    lower = folded.lower()
    if len(folded) > 4 or (lower in STOP_WORDS and lower not in _ACRONYMS):
        return lower
    return folded


def _folded_case(piece: str) -> str:
    if piece.isupper() and sum(character.isalpha() for character in piece) > 1:
        return piece
    return piece.lower()
