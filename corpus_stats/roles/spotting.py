"""Where a role is mentioned: by a noun, or by a pronoun that brackets explain."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..grammar import Grammar, noun_group
from ..grammar import classes as c
from ..grammar.marks import CLOSE_BRACKET, COMMA, OPEN_BRACKET, OWNED
from ..lexicon import Role
from ..matching import phrase_matches
from .words import BACK_REFERENCE, QUANTITIES, THIRD_PERSON, UNIT_NOUNS

__all__ = ["Mention", "RoleWords", "role_nouns", "role_words"]

_MACHINE = re.compile(r"[a-z]{1,4}-?\d+[a-z]{0,2}")
_ADJECTIVES_OF_ORIGIN = ("an", "ese", "ish", "ic", "i")
_LONGEST_GLOSS = 12
_REACH = 12
_LONG_WORD, _LONGEST_HEADLINE = 5, 40
_NO_VERB = c.ADJECTIVE | c.PERSON_NOUN | c.GROUP | c.PLACE | c.ORGANISATION_NOUN
_BESIDE_COPULA = c.COPULA | c.AUXILIARY | c.ADVERB | c.DETERMINER | c.NEGATION
_SHORTEST_REPEAT = 5


@dataclass(slots=True)
class Mention:
    """One mention of a role, before and after its side is known.

    Attributes
    ----------
    first, last : int
        Token positions of the words that make it a mention: the noun with those of the role's words before it.
    group : int
        Where its noun group begins.
    end : int
        Where its noun group ends.
    terms : tuple of int
        Positions in ``role.nouns``; empty for a pronoun.
    is_listed : bool
        Whether it is coordinated with the mention before it, or an example of it.
    is_definite : bool
        Whether its words point back: *the fighters*, *other fighters*.
    is_pronoun : bool
        Whether it is a pronoun that brackets explain.
    is_predicate : bool
        Whether it says what the mention before it is: *the fighters were volunteers*.
    paragraph : int
        Number of its paragraph.
    speaker : int
        Position in ``role.sides`` of the side that speaks where it stands; -1 where none does.
    is_open : bool
        Whether the parties around it tell nothing of it: it is joined or set against one of them (*caught between
        soldiers and rebels*), or is the bad word of a speaker who belongs to a side, though it is not known which.
    leaning : int, optional
        Side of whoever acts in its clause, where the verb does not tell whether they act for them.
    side : int
        Position in ``role.sides``, or one of `UNCLEAR` and `ELSEWHERE`.
    tied_by : str
        What decided.
    """

    first: int
    last: int
    group: int
    end: int
    terms: tuple[int, ...]
    is_listed: bool = False
    is_definite: bool = False
    is_pronoun: bool = False
    is_predicate: bool = False
    paragraph: int = 0
    speaker: int = -1
    is_open: bool = False
    leaning: int | None = None
    side: int = -1
    tied_by: str = ""

    def worded(self, reading: Grammar, beginnings: tuple[str, ...]) -> bool:
        """Whether a word of its group up to the noun begins so."""
        return any(reading.word(i).startswith(beginnings) for i in range(self.group, self.last))


class RoleWords(NamedTuple):
    """Where the words of a role stand.

    Attributes
    ----------
    nouns : list of tuples
        First and last token, and position in ``[*role.nouns, *role.exclude]``.
    home, away : sets of int
        Tokens of the places of this conflict, and of others.
    """

    nouns: list[tuple[int, int, int]]
    home: set[int]
    away: set[int]


def role_words(reading: Grammar, role: Role) -> RoleWords:
    """Nouns and places of a role, found in one pass over the text."""
    words = [*role.nouns, *role.exclude, *role.places, *role.elsewhere]
    n_nouns = len(role.nouns) + len(role.exclude)
    n_here = n_nouns + len(role.places)
    found = RoleWords([], set(), set())
    _, first, last, which = phrase_matches(reading.tokens, words)
    for begin, end, word in zip(first.tolist(), last.tolist(), which.tolist(), strict=True):
        if word < n_nouns:
            found.nouns.append((begin, end, word))
        else:
            (found.home if word < n_here else found.away).update(range(begin, end))
    return found


def role_nouns(reading: Grammar, role: Role, words: RoleWords, names: Set[str]) -> tuple[list[Mention], int]:
    """Mentions of a role in the order of the text, and the number that stand in a repeated sentence.

    A fighter is a machine after what looks like the name of one (*MiG-21 fighters*), unless it is one of `names`.
    """
    found = _with_pronouns(reading, _nouns(reading, role, words, names))
    repeated = _repeated(reading, sorted({reading.sentence_list[mention.first] for mention in found}))
    kept = [mention for mention in found if reading.sentence_list[mention.first] not in repeated]
    _join(reading, kept)
    return kept, len(found) - len(kept)


def _repeated(reading: Grammar, sentences: list[int]) -> set[int]:
    """Sentences, out of some, whose words stand in the same document before."""
    tokens = reading.tokens
    repeated: set[int] = set()
    seen: set[tuple[int, bytes]] = set()
    for sentence in sentences:
        left, right = tokens.sentence_bounds[sentence : sentence + 2].tolist()
        document = int(np.searchsorted(tokens.bounds, left, side="right"))
        words = (document, tokens.type_ids[left:right].tobytes())
        if words in seen and right - left >= _SHORTEST_REPEAT:
            repeated.add(sentence)
        seen.add(words)
    return repeated


def _nouns(reading: Grammar, role: Role, words: RoleWords, names: Set[str]) -> list[Mention]:
    n = len(role.nouns)
    hits = words.nouns
    barred = {place for begin, end, noun in hits if noun >= n for place in range(begin, end)}
    found: list[Mention] = []
    for begin, end, noun in hits:
        if noun >= n or begin in barred:
            continue
        previous = found[-1] if found else None
        # Two patterns on one word, or mercenary fighters: one mention.
        if previous is not None and begin - previous.last < reading.joined_list[begin]:
            previous.terms = tuple(sorted({*previous.terms, noun}))
            previous.last = max(previous.last, end)
        else:
            found.append(Mention(begin, end, begin, end, (noun,)))
    return [mention for mention in found if _is_people(reading, mention, names)]


def _is_people(reading: Grammar, mention: Mention, names: Set[str]) -> bool:
    head = mention.last - 1
    group, end = noun_group(reading, head)
    group = _after_verb(reading, group, mention.first)
    mention.group, mention.end = min(group, mention.first), max(end, mention.last)
    before = reading.word(head - 1) if head > 0 and reading.joined_list[head] else ""
    if _MACHINE.fullmatch(before) and before not in names:
        return False
    if mention.end > mention.last and not reading.mark_list[mention.last] & OWNED:
        # a noun before a noun: mercenary forces are people, a militia leader is another person
        if any(reading.word(i) in UNIT_NOUNS for i in range(mention.last, mention.end)):
            return True
        # guns-for-hire are several, though the word ends otherwise
        if not reading.class_list[head] & c.PLURAL and "s-" not in reading.word(head):
            return False
        mention.end = mention.last
    mention.group = _modifiers(reading, mention.group)
    mention.is_definite = _is_definite(reading, mention)
    return True


def _after_verb(reading: Grammar, group: int, first: int) -> int:
    """Where a noun group begins in a headline whose verbs have capitals too: Voss Sends Foreign Fighters."""
    verbs = [i for i in range(group, first) if reading.class_list[i] & c.VERB and not reading.class_list[i] & _NO_VERB]
    if not verbs:
        return group
    left, right = reading.tokens.sentence_bounds[reading.sentence_list[first] :][:2].tolist()
    long_words = [i for i in range(left, min(right, left + _LONGEST_HEADLINE)) if len(reading.word(i)) >= _LONG_WORD]
    return verbs[-1] + 1 if all(reading.capital_list[i] for i in long_words) else group


def _modifiers(reading: Grammar, group: int) -> int:
    """Where modifiers begin that are coordinated with those of the group: Russian, Syrian and Sudanese fighters."""
    classes, marks, sentences = reading.class_list, reading.mark_list, reading.sentence_list
    while group > 1 and sentences[group - 1] == sentences[group]:
        step = group - 1
        if classes[step] & c.CONJUNCTION and reading.word(step) in ("and", "or"):
            step -= 1
        elif not marks[group] & COMMA:
            break
        if step < 0 or sentences[step] != sentences[group] or classes[step] & c.PLURAL:
            break
        if not (_is_modifier(reading, step) and _is_modifier(reading, group)):
            break
        group = step
        while group > 0 and reading.joined_list[group] and _is_modifier(reading, group - 1):
            group -= 1
    return group


def _is_modifier(reading: Grammar, place: int) -> bool:
    is_listed = reading.class_list[place] & (c.DEMONYM | c.ADJECTIVE)
    is_of_origin = reading.capital_list[place] and reading.word(place).endswith(_ADJECTIVES_OF_ORIGIN)
    return bool(is_listed or is_of_origin)


def _is_definite(reading: Grammar, mention: Mention) -> bool:
    inside = {reading.word(i) for i in range(mention.group, mention.first)}
    if inside & BACK_REFERENCE:
        return True
    place = mention.group - 1
    if place < 1 or not reading.joined_list[mention.group]:
        return False
    if reading.word(place) == "of" and reading.joined_list[place] and reading.word(place - 1) in QUANTITIES:
        place = noun_group(reading, place - 1)[0] - 1
    while place > 0 and reading.class_list[place] & (c.NUMBER | c.ADVERB) and reading.joined_list[place]:
        place -= 1
    return place >= 0 and reading.word(place) in BACK_REFERENCE


def _with_pronouns(reading: Grammar, nouns: list[Mention]) -> list[Mention]:
    """Mentions with those pronouns that brackets explain by the people's origin: They [the Russians and Syrians]."""
    marks, sentences = reading.mark_list, reading.sentence_list
    firsts = [mention.first for mention in nouns]
    added: list[Mention] = []
    for start in np.flatnonzero(reading.marks & OPEN_BRACKET).tolist():
        is_explained = start > 0 and reading.class_list[start - 1] & (c.PRONOUN | c.OWNER)
        if not is_explained or sentences[start - 1] != sentences[start]:
            continue
        stop = min(start + _LONGEST_GLOSS, len(marks))
        end = next((i for i in range(start + 1, stop) if marks[i] & CLOSE_BRACKET), 0)
        held = nouns[bisect_left(firsts, start) : bisect_left(firsts, end)]
        if held:
            held[0].is_pronoun = True
        elif end and _origins(reading, start, end) & _origins_before(reading, nouns, firsts, start):
            added.append(Mention(start - 1, start, start, end, (), is_pronoun=True))
    return sorted([*nouns, *added], key=lambda mention: mention.first)


def _origins(reading: Grammar, first: int, last: int) -> set[str]:
    """Where people come from, as the adjective: Russian for Russians."""
    words = [
        reading.word(i) for i in range(first, last) if reading.class_list[i] & c.DEMONYM or reading.capital_list[i]
    ]
    return {word.removesuffix("s") for word in words}


def _origins_before(reading: Grammar, nouns: list[Mention], firsts: list[int], place: int) -> set[str]:
    bounds = reading.tokens.bounds
    left = int(bounds[np.searchsorted(bounds, place, side="right") - 1])
    # The last few: a pronoun does not reach back over a long article.
    stop = bisect_left(firsts, place)
    earlier = nouns[max(bisect_left(firsts, left), stop - _REACH) : stop]
    return set().union(*(_origins(reading, mention.group, mention.first) for mention in earlier))


def _join(reading: Grammar, mentions: list[Mention]) -> None:
    """Tell each mention which one it is coordinated with: fighters and mercenaries, fighters such as militias."""
    for i in range(1, len(mentions)):
        previous, mention = mentions[i - 1], mentions[i]
        if reading.sentence_list[previous.first] != reading.sentence_list[mention.first]:
            continue
        between = [reading.word(k) for k in range(previous.end, mention.group)]
        bits = [reading.class_list[k] for k in range(previous.end, mention.group)]
        has_copula = any(one & c.COPULA for one in bits)
        mention.is_predicate = has_copula and all(one & _BESIDE_COPULA for one in bits)
        plain = [word for word in between if word not in THIRD_PERSON | {"the", "other", "own"}]
        if plain in ([], ["and"], ["or"], ["such", "as"], ["including"], ["like"], ["as", "well", "as"]):
            mention.is_listed = bool(plain or reading.mark_list[mention.group] & COMMA)
