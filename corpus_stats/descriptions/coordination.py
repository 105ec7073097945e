"""Labels that *and*, *or* or a list joins to one: a coward and a liar, a hero to some, a traitor to others.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import COMMA, QUOTE, SEMICOLON
from .groups import forward, is_acronym, is_thinglike
from .joints import Span
from .nouns import bare_at, is_whole, opens_clause, past_adverb, past_one_of, role_at, same_sentence, unlisted_at

__all__ = ["coordinated", "roles_at"]

_PHRASE, _ASIDE = 8, 12
_JOINTS = frozenset("and or but".split())
# What a phrase is set against: a genius with the ball and a child without it, a lion at home but a mouse abroad.
_OPPOSITES = {
    "with": ("without",), "without": ("with",), "on": ("off",), "off": ("on",), "before": ("after",),
    "after": ("before",), "in": ("out", "outside", "at", "abroad"), "inside": ("outside", "out"),
    "outside": ("in", "inside", "at"), "at": ("in", "outside", "on", "away", "abroad"), "to": ("among", "with"),
    "under": ("after", "before"), "for": ("against", "to"),
}  # fmt: skip
_TIMES = frozenset("now today later then currently".split())


def coordinated(reading: Grammar, end: int, *, of_body: bool) -> list[Span]:
    """Label that *and* joins to the one that ends at `end`: a coward and a liar, a preacher and convicted felon."""
    listed = _listed(reading, end, of_body=of_body) or _set_against(reading, end, of_body=of_body)
    listed = listed or _paralleled(reading, end) or _elsewhere(reading, end, of_body=of_body)
    if listed:
        return listed
    if end + 1 >= len(reading.class_list) or not reading.near_list[end] or reading.words[end] not in _JOINTS:
        return []
    # a poor speaker but a gifted writer
    if reading.words[end] == "but" and reading.words[end + 1] not in ("also", "a", "an"):
        return []
    if reading.words[end] == "or" and not reading.class_list[end + 1] & c.DETERMINER:
        return []
    aside = _past_aside(reading, end + 1)
    start = past_adverb(reading, aside)
    is_one = past_one_of(reading, start) > start
    start = past_one_of(reading, start)
    found = role_at(reading, start, of_body=of_body)
    if found is None and not of_body:
        found = bare_at(reading, start) or unlisted_at(reading, start)
    # once a clerk and now the dominant figure
    if found is None and start > end + 1 and reading.words[start] == "the":
        found = _ranked(reading, start)
    # "a banker and the mayor" are two persons
    is_said = is_one or reading.words[start] != "the" or bool(found and "of" in reading.words[slice(*found)])
    is_top = start + 1 < len(reading.words) and reading.words[start + 1].endswith(("most", "est"))
    is_said = is_said or reading.words[end + 1] in _TIMES or (is_top and not reading.near_list[start])
    if not is_said:
        return []
    # in the view of Lee, a judge, the mayor won
    if found is None or not is_whole(reading, found[1]) or (aside > end + 1 and _is_parted(reading, found[1])):
        return []
    # a banker but a judge ruled against
    if reading.words[end] == "but" and found[1] < len(reading.words) and _is_past(reading, found[1]):
        return []
    # named Lee as a thief and the owner as a liar
    if reading.words[found[1] : found[1] + 1] == ["as"]:
        return []
    # the party of oligarchs and altar boys
    if found[0] == start and reading.class_list[found[1] - 1] & c.PLURAL:
        return []
    return [] if reading.capital_list[found[0]] and not is_acronym(reading, found[0]) else [found]


def _past_aside(reading: Grammar, start: int) -> int:
    """Where the words behind a phrase between commas begin: (a clerk and), in the view of some, the worst of men."""
    if not reading.mark_list[start] & COMMA or not reading.class_list[start] & c.PREPOSITION:
        return start
    for position in range(start + 2, min(start + _ASIDE, len(reading.words))):
        if not same_sentence(reading, position) or reading.class_list[position - 1] & (c.COPULA | c.RELATIVE):
            return start
        if reading.mark_list[position] & COMMA:
            return position
    return start


def _is_past(reading: Grammar, position: int) -> bool:
    return bool(reading.near_list[position] and reading.class_list[position] & c.VERB)


def _is_parted(reading: Grammar, end: int) -> bool:
    return end < len(reading.words) and bool(reading.mark_list[end] & COMMA)


def _ranked(reading: Grammar, start: int) -> Span | None:
    """Noun on no list with words before it that say which: the dominant figure."""
    begin, end = forward(reading, start)
    is_noun = end - begin > 1 and begin == start + 1 and is_thinglike(reading, end - 1)
    return (begin, end) if is_noun and not reading.capital_list[begin] else None


def _listed(reading: Grammar, end: int, *, of_body: bool) -> list[Span]:
    """Labels of a list that goes on after a comma and ends with *and*: a coward, a thief and a liar."""
    found, n = [], len(reading.words)
    while end + 1 < n and reading.mark_list[end] == COMMA and same_sentence(reading, end):
        is_last = reading.words[end] in ("and", "or", "even")
        start = end + is_last
        if start >= n or reading.words[start] not in ("a", "an"):
            return []
        span = role_at(reading, start, of_body=of_body) or unlisted_at(reading, start)
        if span is None:
            return []
        found.append(span)
        end = span[1]
        if is_last:
            return found if is_whole(reading, end) else []
        if end + 1 < n and reading.near_list[end] and reading.words[end] in ("and", "or"):
            return [*found, *coordinated(reading, end, of_body=of_body)]
    # an agent, a Marxist; not: a banker, a lawyer and two others
    return found if found and is_whole(reading, end) and not _goes_on_with(reading, end) else []


def _goes_on_with(reading: Grammar, end: int) -> bool:
    """Whether a list of persons goes on at `end`."""
    return end < len(reading.words) and same_sentence(reading, end) and reading.words[end] == "and"


def _set_against(reading: Grammar, end: int, *, of_body: bool) -> list[Span]:
    """What others see where some see the label that ends at `end`: a hero to some, a traitor to others."""
    n = len(reading.words)
    if end + 2 >= n or not reading.near_list[end] or reading.words[end] != "to":
        return []
    start = next((i for i in range(end + 2, min(end + 5, n - 1)) if reading.mark_list[i] == COMMA), n)
    if start >= n or reading.words[start] not in ("a", "an"):
        return []
    span = role_at(reading, start, of_body=of_body) or unlisted_at(reading, start)
    return [span] if span and reading.words[span[1] : span[1] + 1] == ["to"] else []


def _elsewhere(reading: Grammar, end: int, *, of_body: bool) -> list[Span]:
    """What somebody is to others behind a semicolon or a comma: (was a saint to friends); to his enemies, a thief."""
    words, n = reading.words, len(reading.words)
    if end + 3 >= n or not reading.mark_list[end] & (COMMA | SEMICOLON) or words[end] not in ("to", "for"):
        return []
    for position in range(end + 2, min(end + _PHRASE, n - 1)):
        bits = reading.class_list[position - 1]
        if not same_sentence(reading, position) or bits & (c.VERB | c.COPULA | c.AUXILIARY | c.RELATIVE):
            return []
        if reading.mark_list[position] & COMMA:
            is_led = words[position] in ("a", "an") or (
                words[position] == "the" and reading.mark_list[position] & QUOTE
            )
            found = role_at(reading, position, of_body=of_body) or unlisted_at(reading, position) if is_led else None
            # to his wife, a doctor, he was kind
            is_last = found is not None and (found[1] >= n or not reading.mark_list[found[1]] & COMMA)
            return [found] if found and is_last and is_whole(reading, found[1]) else []
    return []


def _paralleled(reading: Grammar, end: int) -> list[Span]:
    """Label that *and* joins behind a phrase, with a phrase like it: a miser with others and a friend with himself."""
    words, n = reading.words, len(reading.words)
    if end + 1 >= n or not reading.near_list[end] or not reading.class_list[end] & c.PREPOSITION:
        return []
    # a widow with a son and a daughter with asthma
    if words[end + 1] in ("a", "an"):
        return []
    for joint in range(end + 2, min(end + _PHRASE, n - 2)):
        if not same_sentence(reading, joint) or reading.class_list[joint] & (c.VERB | c.COPULA | c.RELATIVE):
            return []
        if words[joint] in _JOINTS and words[joint + 1] in ("a", "an"):
            span = role_at(reading, joint + 1) or unlisted_at(reading, joint + 1)
            # a doctor in Rome and a nurse in Oslo hid him
            span = span if span and is_whole(reading, span[1]) else None
            behind = words[span[1]] if span and span[1] < n else ""
            return [span] if span and (behind == words[end] or behind in _OPPOSITES.get(words[end], ())) else []
    return []


def roles_at(reading: Grammar, start: int, *, of_body: bool = False) -> list[Span]:
    """Labels whose nouns are roles, from `start` on: the one there, and those that *and* joins to it."""
    if start >= len(reading.words) or not reading.near_list[start]:
        return []
    found = role_at(reading, start, of_body=of_body)
    if found is None or opens_clause(reading, found[1]):
        return []
    return [found, *coordinated(reading, found[1], of_body=of_body)]
