"""Texts of a lexicon: which can be matched, when two are one, how they stand in a message."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from ..errors import ArgumentError

__all__ = ["name_fault", "pattern_fault", "plain_texts", "shown", "spelling_key", "text_fault"]

_MAX_SHOWN = 60
_LONGEST_ACRONYM = 4
_WORD = re.compile(r"[^\W_][\w'*-]*|'s\b")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_PLAIN = str.maketrans({"‘": "'", "’": "'", "‛": "'", "ʼ": "'", "´": "'", "`": "'", "‐": "-", "‑": "-"})


def pattern_fault(pattern: str) -> str | None:
    """Reason why a variant of a term, or a free pattern of the same form, cannot be matched; None where it can."""
    if not pattern.strip():
        return "the term is empty; write a word or a phrase"
    if fault := text_fault(pattern):
        return fault
    for word in pattern.split():
        if "*" in word and not any(character.isalnum() for character in word):
            return f"{shown(word)} in {shown(pattern)} matches every word; write how the word begins, as in 'mercenar*'"
        if "*" in word[:-1] or (word.endswith("*") and not _is_inner(word[-2])):
            return f"'*' in {shown(pattern)} is not at the end of a word; leave only an end open, as in 'mercenar*'"
    if not any(character.isalnum() for character in pattern):
        return f"{shown(pattern)} has no word that can be matched; write at least one letter or digit"
    return None


def name_fault(name: str) -> str | None:
    """What is wrong with a name that articles are searched for, the name with it; None where nothing is."""
    if any(character.isalnum() for character in name):
        return None
    if "*" in name:
        return f"{shown(name)} matches every word; write a name"
    fault = "has no word that can be matched" if name.strip() else "is empty"
    return f"{shown(name)} {fault}; write at least one letter or digit"


def shown(value: object) -> str:
    """Value as it can stand in a message of one line."""
    text = repr(value)
    return text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}..."


def plain_texts(name: str, given: object) -> tuple[str, ...]:
    """Texts of one line each, as a tuple."""
    # A bare str would pass for a tuple of its letters.
    if isinstance(given, str) or not isinstance(given, Sequence):
        raise ArgumentError(f"{name} is {shown(given)}; it must be a tuple of texts")
    return tuple(" ".join(text.split()) for text in given)


def text_fault(text: str) -> str | None:
    """Reason why a text cannot stand in a table or page; None where it can."""
    for character in text:
        if unicodedata.category(character) in ("Cc", "Cs") and character not in "\t\n\r":
            return f"{shown(text)} holds the control character U+{ord(character):04X}; remove it"
    return None


def spelling_key(text: str) -> str:
    """Form shared by spellings that match the same words: lower case but for short acronyms, no punctuation."""
    plain = "".join(c for c in unicodedata.normalize("NFKC", text).translate(_PLAIN) if unicodedata.category(c) != "Cf")
    plain = _DOTTED.sub(lambda match: match[0].replace(".", ""), plain)
    words = (piece for word in _WORD.findall(plain) for piece in re.split(r"(?=-)", word))
    return " ".join(word if _is_acronym(word) else word.lower() for word in words)


def _is_acronym(word: str) -> bool:
    return word.isupper() and 2 <= sum(character.isalpha() for character in word) <= _LONGEST_ACRONYM


def _is_inner(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN" or character in "-'’"
