"""For whom the people of a mention act, by rules that are tried in turn.

1.  Its own words name a party, or where its people come from: the noun group, a possessor, the brackets that explain a
    pronoun.
2.  What follows it does: *fighters recruited by ..., loyal to ..., who fought for ...*
3.  Whoever acts does: a party before it in the clause, with a verb between that is no verb of saying.
4.  The rest of its clause puts a party behind it or against it: *were hired by, to assist, alongside, against*.
5.  It points back (*the fighters*): the side of the mention before.
6.  The parties of its sentence that do not merely speak, where they agree.
7.  Most of the article's mentions that are tied by rules 1 to 4; or, where no side leads, all that came so far.

Hostility between the mention and a party ties it to the other of two sides. A mention whose own words or clause put it
into a place of another conflict, in a sentence without a place of this one, is elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ..grammar import Grammar, noun_group
from ..grammar import classes as c
from ..lexicon import Role
from ..matching import phrase_matches
from .clauses import BREAKS, Clauses
from .spotting import Mention
from .ties import Tie, Ties
from .words import (
    FELLOW,
    FOR,
    FROM_OUTSIDE,
    LOCATIVE,
    LOYAL,
    POSSESSING,
    SIDES,
    SUPPORTING,
    THIRD_PERSON,
)

__all__ = ["AWAY", "DIRECT", "OF_ARTICLE", "OPEN", "Sides"]

OPEN, AWAY = -1, -2
"""Sides of a mention that nothing ties to one side, and of one in another conflict."""

_OWN, _AFTER, _ACTS, _CLAUSE = "its own words", "what follows it", "who acts", "its clause"
_BEFORE, _SENTENCE = "the mention before", "its sentence"
OF_ARTICLE = "the article"
"""What decides where nothing nearer does."""
DIRECT = (_OWN, _AFTER, _ACTS, _CLAUSE)
"""What decides where a party is named in the mention or its clause."""

_LEAD = 2
_REACH = 8
_NEAR = 4


class Sides:
    """Reader of one corpus: gives every mention its side."""

    def __init__(self, reading: Grammar, role: Role, found: Ties) -> None:
        self.reading = reading
        self.clauses = Clauses(reading)
        self.role = role
        self.ties = found
        brought = [i for i, side in enumerate(role.sides) if not side.own]
        self._other = {brought[0]: brought[1], brought[1]: brought[0]} if len(brought) == 2 else {}
        self._home = _starts(reading, role.places)
        self._away = _starts(reading, role.elsewhere)

    def settle(self, mentions: list[Mention]) -> None:
        """Give the mentions of one article their sides, in place."""
        fellows = {i for i in range(1, len(mentions)) if self._is_fellow(mentions[i], mentions[i - 1])}
        is_here = False
        for i, mention in enumerate(mentions):
            if i not in fellows:
                # the fighters, once named, are the same people wherever they were
                self._settle_alone(mention, can_be_away=not (mention.is_definite and is_here))
                is_here = is_here or (mention.tied_by != "" and mention.side != AWAY)
        # What follows the last of several belongs to each: fighters and mercenaries to fight in ...
        for i in range(len(mentions) - 1, 0, -1):
            if mentions[i].is_listed and mentions[i - 1].tied_by not in DIRECT and mentions[i].tied_by in DIRECT:
                mentions[i - 1].side, mentions[i - 1].tied_by = mentions[i].side, mentions[i].tied_by
        for i, mention in enumerate(mentions):
            if mention.is_listed and mention.tied_by not in (_OWN, _AFTER) and mentions[i - 1].tied_by in DIRECT:
                mention.side, mention.tied_by = mentions[i - 1].side, mentions[i - 1].tied_by
        main = self._main_side(mentions)
        for i, mention in enumerate(mentions):
            if i in fellows and mentions[i - 1].tied_by:
                mention.side, mention.tied_by = mentions[i - 1].side, _BEFORE
            elif not mention.tied_by:
                self._settle_by_context(mention, mentions[max(i - _REACH, 0) : i], main)

    def _settle_alone(self, mention: Mention, *, can_be_away: bool) -> None:
        if can_be_away and self._is_away(mention):
            mention.side, mention.tied_by = AWAY, _AFTER
            return
        for rule, name in (
            (self._own_words, _OWN),
            (self._what_follows, _AFTER),
            (self._who_acts, _ACTS),
            (self._clause, _CLAUSE),
        ):
            side = rule(mention)
            if side is not None:
                mention.side, mention.tied_by = side, name
                return
        around = self.clauses.sentence(mention.first)
        is_of_there = self._has(self._away, mention.group, mention.end)
        if can_be_away and is_of_there and not self._has(self._home, *around):
            mention.side, mention.tied_by = AWAY, _OWN

    def _is_fellow(self, mention: Mention, before: Mention) -> bool:
        """Whether they are those just named, or of them: the fighters were volunteers; stood with fellow fighters."""
        reading = self.reading
        words = {reading.word(i) for i in range(mention.group, mention.first)} & FELLOW
        is_near = reading.sentence_list[mention.first] == reading.sentence_list[before.first]
        return is_near and (bool(words) or mention.is_predicate)

    def _settle_by_context(self, mention: Mention, earlier: list[Mention], main: int) -> None:
        has_home = self._has(self._home, *self.clauses.sentence(mention.first))
        known = [one for one in earlier if one.tied_by and not (has_home and one.side == AWAY)]
        if mention.is_definite and known:
            # the volunteers are those who were called volunteers, if there were such
            alike = [one for one in known if set(one.terms) & set(mention.terms)]
            mention.side, mention.tied_by = (alike or known)[-1].side, _BEFORE
            return
        side = self._elsewhere_in_sentence(mention)
        if side is not None:
            mention.side, mention.tied_by = side, _SENTENCE
        elif main >= 0:
            mention.side, mention.tied_by = main, OF_ARTICLE
        elif len({one.side for one in known}) == 1 and known[-1].side >= 0:
            mention.side, mention.tied_by = known[-1].side, _BEFORE

    def _main_side(self, mentions: list[Mention]) -> int:
        own = {i for i, side in enumerate(self.role.sides) if side.own}
        counts = Counter(m.side for m in mentions if m.tied_by in DIRECT and m.side >= 0 and m.side not in own)
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]):
            return OPEN
        return ranked[0][0]

    # ---------------------------------------------------------------- rule 1

    def _own_words(self, mention: Mention) -> int | None:
        first, last = mention.group, mention.end
        possessor = self.clauses.possessor(first)
        found = self.ties.within(possessor if possessor is not None else first, last)
        if not found and not mention.is_pronoun and self._before_word(first) in THIRD_PERSON:
            found = self._antecedent(first)
        if not found and not mention.is_pronoun:
            found = self._origin(mention)
        if not found:
            return None
        sides = {self._side_of(tie, tie.is_against, mention, is_named=True) for tie in found}
        if len(sides) > 1:
            # GNA's Turkish-backed fighters: those of one's own who are brought in are brought in
            sides = {side for side in sides if side >= 0 and not self.role.sides[side].own}
        return sides.pop() if len(sides) == 1 else OPEN

    def _origin(self, mention: Mention) -> list[Tie]:
        """Parties whose adjective describes the people, though it is neither a name nor a cue: Ardanian fighters."""
        reading = self.reading
        words = [i for i in range(mention.group, mention.first) if reading.capital_list[i] and i not in self._home]
        return [tie for tie in (self.ties.origin(i, reading.word(i)) for i in words) if tie is not None]

    def _antecedent(self, first: int) -> list[Tie]:
        """Party that *its* stands for: the one named last, in this sentence or the one before."""
        left, _ = self.clauses.sentence(first)
        in_reach = self.ties.within(left, first) or self.ties.within(self.clauses.sentence(max(left - 1, 0))[0], left)
        found = in_reach[-1:]
        if self._before_word(first) == "their" and len(in_reach) > 1:
            between = range(in_reach[-2].last, in_reach[-1].first)
            found = in_reach[-2:] if [self.reading.word(i) for i in between] == ["and"] else found
        return found

    def _side_of(self, tie: Tie, is_against: bool, mention: Mention, *, is_named: bool = False) -> int:
        if is_against:
            return self._other.get(tie.side, OPEN)
        if is_named and tie.own >= 0 and not self._is_from_outside(mention):
            return tie.own
        return tie.side if tie.side >= 0 else OPEN

    def _is_from_outside(self, mention: Mention) -> bool:
        reading, home = self.reading, self._home
        for i in range(mention.group, mention.last):
            word = reading.word(i)
            if word.startswith(FROM_OUTSIDE) or (reading.class_list[i] & c.DEMONYM and i not in home):
                return True
        return False

    # ---------------------------------------------------------------- rules 2 and 4

    def _what_follows(self, mention: Mention) -> int | None:
        first, last = mention.end, self.clauses.end_of_complement(mention)
        words = [self.reading.word(i) for i in range(first, min(last, first + _NEAR))]
        if _names_sides(words):
            return OPEN
        for tie in self.ties.within(first, last):
            governor = self.clauses.governor(first, tie)
            if governor in LOCATIVE and not self.clauses.is_possessor(tie):
                continue
            near = {self.reading.word(i) for i in range(max(first, tie.first - _NEAR), tie.first)}
            is_named = bool(near & LOYAL) or words[0] == "of"
            return self._side_of(tie, self.clauses.is_hostile(first, tie), mention, is_named=is_named)
        return None

    def _clause(self, mention: Mention) -> int | None:
        first, last = mention.end, self.clauses.end_of_clause(mention)
        for tie in self.ties.within(first, last):
            is_hostile = self.clauses.is_hostile(first, tie)
            if is_hostile or self.clauses.governor(first, tie) in FOR | SUPPORTING:
                return self._side_of(tie, is_hostile, mention)
        return None

    # ---------------------------------------------------------------- rule 3

    def _who_acts(self, mention: Mention) -> int | None:
        reading, first = self.reading, mention.group
        left = self.clauses.start_of_clause(first)
        found = self.ties.within(left, first)
        since = found[-1].last if found else left
        if _names_sides([reading.word(i) for i in range(since, first)]):
            # both sides were recruiting mercenaries
            return OPEN
        if not found or found[-1].last > first:
            return None
        tie = found[-1]
        end = min(max(noun_group(reading, tie.last - 1)[1], tie.last), first)
        is_possessor = end < first and reading.word(end) == "'s"
        words = range(end, first)
        has_verb = any(self.clauses.is_verb(i) for i in words)
        if not has_verb and self._is_beside(words):
            return self._side_of(tie, tie.is_against, mention)
        is_named_after = is_possessor and any(reading.word(i) == "of" for i in words)
        if not is_named_after and not has_verb:
            return None
        is_hostile = self._is_against(tie, mention) or self.clauses.is_driven(end, mention)
        is_named = any(reading.word(i) in POSSESSING for i in words)
        return self._side_of(tie, is_hostile, mention, is_named=is_named)

    def _is_beside(self, words: range) -> bool:
        """Whether words join a mention to what is named before it: Turkish forces and the fighters."""
        plain = [self.reading.word(i) for i in words if not self.reading.class_list[i] & c.DETERMINER]
        return plain[-1:] == ["and"] and not any(self.reading.class_list[i] & c.PREPOSITION for i in words)

    def _is_against(self, tie: Tie, mention: Mention) -> bool:
        """Whether a party named before the mention is against it; an enemy of the enemy is not."""
        return self.clauses.is_hostile_between(tie.last, mention.group) != self.clauses.is_hostile_before(tie)

    # ---------------------------------------------------------------- rule 6

    def _elsewhere_in_sentence(self, mention: Mention) -> int | None:
        """Side that all parties of the sentence agree on, those aside that merely speak."""
        left, right = self.clauses.sentence(mention.first)
        agreed = {
            self._side_of(
                tie,
                self.clauses.is_hostile(mention.end, tie)
                if tie.first >= mention.end
                else self._is_against(tie, mention),
                mention,
            )
            for tie in self.ties.within(left, right)
            if not self.clauses.speaks(tie)
        }
        return agreed.pop() if len(agreed) == 1 and OPEN not in agreed else None

    # ---------------------------------------------------------------- elsewhere

    def _is_away(self, mention: Mention) -> bool:
        """Whether its clause puts it into a place of another conflict, and nothing into one of this."""
        left, right = self.clauses.sentence(mention.first)
        if not self._away or self._has(self._home, left, right):
            return False
        for place in range(mention.end, right):
            is_over = place > mention.end and self.reading.mark_list[place] & BREAKS
            if is_over or self.reading.class_list[place] & c.NEGATION:
                return False
            if self._is_there(place):
                return True
        return any(map(self._is_there, range(left, mention.group))) and not self.ties.within(left, mention.group)

    def _is_there(self, place: int) -> bool:
        return place in self._away and self.clauses.is_located(place)

    def _has(self, places: set[int], first: int, last: int) -> bool:
        return any(place in places for place in range(first, last))

    def _before_word(self, place: int) -> str:
        return self.reading.word(place - 1) if place > 0 and self.reading.joined_list[place] else ""


def _names_sides(words: Sequence[str]) -> bool:
    """Whether both sides are spoken of, whichever they are: *both sides, either side, the warring parties*."""
    return any(one in SIDES and other in ("side", "sides", "parties", "camps") for one, other in pairwise(words))


def _starts(reading: Grammar, patterns: tuple[str, ...]) -> set[int]:
    if not patterns:
        return set()
    _, first, last, _ = phrase_matches(reading.tokens, patterns)
    return {place for begin, end in zip(first.tolist(), last.tolist(), strict=True) for place in range(begin, end)}
