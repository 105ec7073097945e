"""Labels that stand apart from a name: A former spy, Haftar rose; warlords such as Haftar; the winner was Haftar.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

from ..corpus import PART_KINDS
from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import CLOSE_BRACKET, COLON, COMMA
from .asserting import is_denied, past_adverbs
from .before import before_of
from .complements import complement
from .groups import forward, is_role
from .joints import Span
from .naming import named_behind
from .nouns import is_whole, role_at, same_sentence, unlisted_at
from .words import ARTICLES, GENERIC, NOT_SAID

__all__ = ["captioned", "fronted", "fronted_naming", "inverted", "of_kind"]

_OPENERS = frozenset("as once now long still already formerly also".split())
_SURE = frozenset("as like once formerly".split())
_OTHERS = frozenset("other many most some".split())
# Subjects that name a thing which somebody is: the answer was Lee.
_UNTELLING = frozenset("answer culprit difference exception explanation key problem question solution story".split())
_IDENTIFYING = frozenset("identified identify identifies named name names unmasked revealed".split())
_FURTHEST, _CAPTION = 25, 5
# Kinds of which many speak as of themselves: "leaders such as" is no label.
_NEUTRAL = frozenset(
    """
    actors candidates colleagues executives experts fans figures lawmakers leaders members ministers officials players
    politicians presidents residents senators speakers stars users voters witnesses workers writers
    """.split()
)


def fronted(reading: Grammar, first: int, last: int) -> Span | None:
    """Label that opens a sentence, with a comma before its subject ``first:last``: Once a petty thief, Lee ..."""
    start = _opening(reading, first)
    if start is None:
        return None
    words = reading.words
    if words[start] not in _SURE and (_is_aside(reading, last) or reading.mark_list[first] != COMMA):
        return None
    if words[start] == "like" and words[start + 1] in _OTHERS:
        begin, end = forward(reading, start + 2 + (words[start + 1] != "other" and words[start + 2] == "other"))
        return (begin, end) if end == first and begin < end and _is_kind(reading, end - 1) else None
    is_bare = words[start] in ("as", "formerly")
    start += words[start] in _OPENERS
    if start >= first or not (is_bare or words[start] in ARTICLES):
        return None
    found = role_at(reading, start) or unlisted_at(reading, start)
    if found is None or (words[start] == "the" and "of" not in words[found[0] : found[1]]):
        return None
    is_next = all(reading.near_list[i] for i in range(found[1], first))
    return found if is_next and is_whole(reading, found[1]) else None


def captioned(reading: Grammar, first: int) -> Span | None:
    """Label in capitals that opens a caption, with a colon before a name: ROAD WARRIOR: Petrov at the wheel."""
    if first < 2 or not reading.mark_list[first] & COLON or not same_sentence(reading, first):
        return None
    start = first - 1
    while reading.near_list[start] and first - start <= _CAPTION:
        start -= 1
    # [Photo] ROAD WARRIOR: Petrov
    is_caption = reading.tokens.part_ids[first] == PART_KINDS.index("caption")
    opens = (is_caption and not same_sentence(reading, start)) or reading.mark_list[start] & CLOSE_BRACKET
    if (
        not opens
        or not 1 < first - start <= _CAPTION
        or not is_role(reading, first - 1)
        or reading.class_list[first - 1] & c.PLURAL
    ):
        return None
    are_capitals = [_is_in_capitals(reading, i) for i in range(start, first + 1)]
    return (start, first) if all(are_capitals[:-1]) and not are_capitals[-1] else None


def _is_in_capitals(reading: Grammar, position: int) -> bool:
    return str.isupper(reading.tokens.vocabulary[reading.tokens.type_ids[position]])


def fronted_naming(reading: Grammar, first: int, *, of_body: bool) -> list[Span]:
    """Labels that a participle gives which opens a sentence: Hailed as a saviour, Lee ..."""
    start = _opening(reading, first)
    if start is None:
        return []
    start = past_adverbs(reading, start)
    if reading.words[start : start + 2] == ["having", "been"] and start + 2 < first:
        return complement(reading, start + 2, of_body=of_body, is_copular=True)
    return named_behind(reading, start, of_body=of_body) if start < first else []


def _opening(reading: Grammar, first: int) -> int | None:
    """Where a sentence begins whose opening a comma parts from its subject at `first`."""
    if not same_sentence(reading, first) or not reading.mark_list[first] & COMMA:
        return None
    start = int(reading.tokens.sentence_bounds[reading.sentence_list[first]])
    return start if first - start <= _FURTHEST else None


def inverted(reading: Grammar, first: int, last: int) -> Span | None:
    """Label that is the subject of a verb of being, with the mention behind it: The face of the revolt is Lee."""
    verb = first - 1
    if reading.words[verb] == "as":
        return _identified(reading, verb)
    bits = reading.class_list[verb]
    if (
        not bits & c.COPULA
        or bits & (c.PLURAL | c.POSSESSIVE)
        or not reading.near_list[verb]
        or _goes_on(reading, last)
    ):
        return None
    start = verb
    while start > 0 and reading.near_list[start] and verb - start < _FURTHEST:
        start -= 1
    found = role_at(reading, start) or unlisted_at(reading, start)
    if found is None or found[0] == start:
        return None
    # the bully in the room was Lee
    between = [reading.class_list[i] for i in range(found[1], verb)]
    is_phrase = not between or between[0] & (c.PREPOSITION | c.ADVERB)
    if not is_phrase or any(bits & (c.VERB | c.AUXILIARY | c.RELATIVE | c.CONJUNCTION) for bits in between):
        return None
    return None if reading.words[found[0]] in NOT_SAID or reading.words[found[1] - 1] in _UNTELLING else found


def _identified(reading: Grammar, end: int) -> Span | None:
    """Role before *as* and a name that it is identified with: identified the killer as Lee."""
    if end < 3 or not all(reading.near_list[end - 1 : end + 2]) or not is_role(reading, end - 1):
        return None
    found = before_of(reading, end)
    verb = found[0] - 2
    is_verb = verb >= 0 and reading.words[verb] in _IDENTIFYING and reading.words[verb + 1] in ("the", "their", "his")
    is_clause = is_verb and all(reading.near_list[verb + 1 : end])
    return found if is_clause and not is_denied(reading, verb) else None


def _goes_on(reading: Grammar, last: int) -> bool:
    """Whether the group of a mention goes on behind it, or a clause of its own: The winner is Lee Cup holder."""
    if last >= len(reading.words) or not reading.near_list[last]:
        return False
    return not reading.class_list[last] & (c.PREPOSITION | c.CONJUNCTION | c.RELATIVE)


def _is_aside(reading: Grammar, last: int) -> bool:
    """Whether a verb and a comma follow: The deal, Petrov said, was dead."""
    after = last + 1
    is_verb = last < len(reading.words) and reading.class_list[last] & c.VERB
    return bool(is_verb) and (after >= len(reading.words) or not reading.near_list[after])


def of_kind(reading: Grammar, first: int, last: int) -> Span | None:
    """Plural that a mention is given as one of: strongmen such as Lee, warlords like Lee, Lee and other warlords."""
    return _kind_before(reading, first) or _kind_behind(reading, last)


def _kind_before(reading: Grammar, first: int) -> Span | None:
    words, near = reading.words, reading.near_list
    if not near[first]:
        return None
    end = first - 2 if words[max(first - 2, 0) : first] == ["such", "as"] else first - 1
    is_led = end < first - 1 or words[first - 1] in ("like", "including")
    if not is_led or end < 1 or not near[end + 1 if end < first - 1 else end]:
        return None
    found = before_of(reading, end)
    # a populist like Lee
    is_one = words[first - 1] == "like" and found[0] > 0 and words[found[0] - 1] in ("a", "an")
    return found if _is_kind(reading, end - 1, is_plural=not is_one) else None


def _kind_behind(reading: Grammar, last: int) -> Span | None:
    words, n = reading.words, len(reading.words)
    start = last + 1 if words[last : last + 1] == ["and"] and last < n and reading.near_list[last] else n
    # her fellow crooks
    start += start < n and bool(reading.class_list[start] & c.OWNER)
    if start >= n or words[start] not in ("other", "fellow") or not all(reading.near_list[last : start + 2]):
        return None
    begin, end = forward(reading, start + 1)
    return (begin, end) if end > begin and _is_kind(reading, end - 1) else None


def _is_kind(reading: Grammar, position: int, *, is_plural: bool = True) -> bool:
    bits, word = reading.class_list[position], reading.words[position]
    is_neutral = word in GENERIC or word in _NEUTRAL or word + "s" in _NEUTRAL
    return bool(bits & c.PERSON_NOUN) and bool(bits & c.PLURAL) == is_plural and not is_neutral
