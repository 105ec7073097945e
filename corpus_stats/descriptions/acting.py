"""Labels behind a verb of acting, naming oneself or changing: served as, styles himself, turned rebel, rose to captain.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.verbs import every_form
from .complements import complement
from .coordination import roles_at
from .joints import Span
from .nouns import opens_clause, role_at, same_sentence
from .words import PROVING, REFLEXIVES, acting_forms, naming_forms, rising_forms, turning_forms, working_forms

__all__ = ["acted", "bare_role"]

_SHOWING = every_form("prove reveal show")
_PLACES = frozenset("here there home back out up".split())


def acted(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Labels behind a verb of acting, naming or changing: served as, styles himself, turned rebel, rose to captain."""
    words = reading.words
    if position + 1 >= len(words) or not reading.near_list[position + 1]:
        return []
    word, following = words[position], words[position + 1]
    # started out as
    as_at = position + 1 + (following == "out")
    if word in acting_forms() and words[as_at : as_at + 1] in (["as"], ["like"]):
        return complement(reading, as_at + 1, of_body=of_body)
    # proved himself a fraud; not: showed himself the door
    if following in REFLEXIVES and word in _SHOWING and not _says_what(reading, position + 2):
        return []
    if following in REFLEXIVES and (word in naming_forms() or word in _SHOWING) and word not in rising_forms():
        start = position + 2 + (words[position + 2 : position + 3] == ["as"])
        return complement(reading, start, of_body=of_body, is_named=True)
    if word in turning_forms() and following in ("into", "from"):
        return _turned(reading, position + 1, of_body=of_body)
    # came here a soldier
    at = position + 1 + (following in _PLACES)
    if word in PROVING and words[at : at + 1] in (["a"], ["an"]):
        return roles_at(reading, at, of_body=of_body)
    if word == "turned":
        return bare_role(reading, position + 1, of_body=of_body)
    if word in working_forms() and "as" in words[position + 1 : position + 3]:
        return roles_at(reading, words.index("as", position) + 1, of_body=of_body)
    # went down in history as
    if word in rising_forms() and following == "down" and (at := _next(reading, "as", position + 2)):
        found = complement(reading, at + 1, of_body=of_body)
        return [] if found and opens_clause(reading, found[-1][1]) else found
    if word in rising_forms():
        return _risen(reading, position + 1 + (following in REFLEXIVES), of_body=of_body)
    return []


def _says_what(reading: Grammar, start: int) -> bool:
    """Whether what somebody showed himself says who he is: (showed himself) a fraud, the master, but not the door."""
    following = reading.words[start : start + 1]
    return following in (["a"], ["an"], ["as"]) or (
        following == ["the"] and bare_role(reading, start + 1, of_body=False) != []
    )


def _risen(reading: Grammar, start: int, *, of_body: bool) -> list[Span]:
    """Roles that somebody left and took: (rose) from clerk to minister, (promoted) to captain."""
    if reading.words[start : start + 1] == ["to"]:
        found = roles_at(reading, start + 1, of_body=of_body)
        end = found[0][1] if found else start
        # went to the judge; moved to captain the team
        is_bare = bool(found) and found[0][0] == start + 1
        is_verb = end < len(reading.words) and reading.near_list[end] and reading.class_list[end] & c.DETERMINER
        further = _risen_too(reading, end, of_body=of_body) if is_bare and not is_verb else []
        return [*found, *further] if is_bare and not is_verb else []
    found = roles_at(reading, start + 1, of_body=of_body) if reading.words[start : start + 1] == ["from"] else []
    return found + _risen(reading, found[-1][1], of_body=of_body) if found else []


def _risen_too(reading: Grammar, end: int, *, of_body: bool) -> list[Span]:
    """Role that *and* joins to one taken before, a time may stand between: (to major) and, in May, to colonel."""
    if reading.words[end : end + 1] != ["and"] or not reading.near_list[end]:
        return []
    start = _next(reading, "to", end + 1)
    return _risen(reading, start, of_body=of_body) if start else []


def _next(reading: Grammar, word: str, start: int) -> int:
    """Where a word stands among the next four of a sentence; 0 where it does not."""
    for i in range(start, min(start + 4, len(reading.words))):
        if not same_sentence(reading, i):
            return 0
        if reading.words[i] == word:
            return i
    return 0


def _turned(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Labels of what somebody grew from and into: grew from a band of raiders into an army."""
    found = complement(reading, position + 1, of_body=of_body)
    if reading.words[position] == "into":
        return found
    end = max([position + 1, *(span[1] for span in found)])
    if end < len(reading.words) and reading.near_list[end] and reading.words[end] in ("into", "to"):
        return found + complement(reading, end + 1, of_body=of_body)
    return []


def bare_role(reading: Grammar, start: int, *, of_body: bool) -> list[Span]:
    """Role without an article, or none: turned nationalist."""
    found = role_at(reading, start, of_body=of_body)
    return [] if found is None or found[0] != start else [found]
