"""For whom the people of a mention act, by rules about its own clause that are tried in turn.

1.  Its own words name a party, or where its people come from: the noun group, a possessor, the brackets that explain a
    pronoun.
2.  What follows it does: *fighters recruited by ..., loyal to ..., who fought for ..., from Kalia*.
3.  Whoever acts does: a party before it in the clause, with a verb between by which a party has people act for it, or
    fights them. Any other verb makes the mention lean to that party, and is weighed against what is said around it.
4.  Who says it does: terrorists are the speaker's enemies, volunteers his own, and so are those whom he denies.
5.  The rest of its clause puts a party behind it or against it: *were hired by, to assist, alongside, against*.

What none of these settles, `context` settles by what is said around it. Hostility between the mention and a party ties
it to the other of two sides; parties of two sides in one list (*the Council and the Front*) tie it to neither. A
mention whose own words or clause put it into a place of another conflict, in a sentence without a place of this one, is
elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from ..grammar import Grammar, noun_group
from ..grammar import classes as c
from ..lexicon import Role
from .clauses import Clauses
from .scenes import Scenes
from .spotting import Mention, RoleWords
from .ties import Tie, Ties
from .words import (
    ARMED,
    DENYING,
    EMPLOYING,
    FELLOW,
    FOR,
    FRIENDS,
    FROM_OUTSIDE,
    GOVERNING,
    HAVING,
    HIRED,
    LOCATIVE,
    LOYAL,
    POSSESSING,
    REBELS,
    REVILED,
    SAYING,
    SIDES,
    SLAIN,
    SUPPORTING,
    THIRD_PERSON,
)

__all__ = ["AWAY", "BY_SPEAKER", "DIRECT", "OPEN", "Sides"]

OPEN, AWAY = -1, -2
"""Sides of a mention that nothing ties to one side, and of one in another conflict."""

_OWN, _AFTER, _ACTS, _CLAUSE = "its own words", "what follows it", "who acts", "its clause"
BY_SPEAKER = "who says it"
"""What decides where nobody would say it of the other side."""
DIRECT = (_OWN, _AFTER, _ACTS, _CLAUSE)
"""What decides where a party is named in the mention or its clause."""

# What nobody calls people of the own side.
_UNOWNED = (*REVILED, *HIRED)
_NEAR = 4
_N_BEFORE = 3
_JOINING = frozenset("and or nor well versus".split())


class Sides:
    """Reader of one corpus: gives every mention its side."""

    def __init__(self, reading: Grammar, role: Role, found: Ties, words: RoleWords) -> None:
        self.reading = reading
        self.clauses = Clauses(reading)
        self.role = role
        self.ties = found
        brought = [i for i, side in enumerate(role.sides) if not side.own]
        self._other = {brought[0]: brought[1], brought[1]: brought[0]} if len(brought) == 2 else {}
        governing = {owner[0] for name, owner in found.named.items() if GOVERNING.intersection(name.split())} - {-1}
        self._governing = governing.pop() if len(governing) == 1 else OPEN
        self._home = words.home
        self.scenes = Scenes(reading, self.clauses, found, words)

    def settle(self, mentions: list[Mention]) -> set[int]:
        """Give the mentions of one article their sides where their clauses tell; numbers of those who are fellows."""
        fellows = {i for i in range(1, len(mentions)) if self._is_fellow(mentions[i], mentions[i - 1])}
        is_here = False
        for i, mention in enumerate(mentions):
            if i not in fellows:
                # the fighters, once named, are the same people wherever they were
                self._settle_alone(mention, can_be_away=not (mention.is_definite and is_here))
                is_here = is_here or (mention.tied_by != "" and mention.side != AWAY)
        self._share(mentions)
        return fellows

    def _share(self, mentions: list[Mention]) -> None:
        """Give mentions of one list what is said of one for all, and leave open what another's own words tell."""
        # What follows the last of several belongs to each: fighters and mercenaries to fight in ...
        for one, mention in reversed(list(pairwise(mentions))):
            if mention.is_listed and one.tied_by not in DIRECT and mention.tied_by in DIRECT:
                self._take(one, mention, is_shared=mention.tied_by != _OWN or not self._is_joined(one, mention))
        for one, mention in pairwise(mentions):
            if mention.is_listed and mention.tied_by not in (_OWN, _AFTER) and one.tied_by in DIRECT:
                # government soldiers and militiamen, but not: rebels and soldiers
                is_noun = one.tied_by == _OWN and one.group == one.first and self.clauses.possessor(one.group) is None
                is_shared = not (is_noun or self.clauses.is_between(mention))
                self._take(mention, one, is_shared=is_shared or not self._is_joined(one, mention))

    def _take(self, mention: Mention, other: Mention, *, is_shared: bool) -> None:
        if is_shared:
            mention.side, mention.tied_by = other.side, other.tied_by
        elif mention.tied_by not in DIRECT:
            mention.is_open = True

    def _is_joined(self, one: Mention, other: Mention) -> bool:
        """Whether a conjunction stands between two mentions: not *mercenaries, such as Kalian fighters*."""
        return any(self.reading.word(i) in _JOINING for i in range(one.end, other.group))

    def _settle_alone(self, mention: Mention, *, can_be_away: bool) -> None:
        if can_be_away and self.scenes.is_away(mention):
            mention.side, mention.tied_by = AWAY, _AFTER
            return
        for rule, name in (
            (self._own_words, _OWN),
            (self._what_follows, _AFTER),
            (self._between, ""),
            (self._who_acts, _ACTS),
            (self._who_says, BY_SPEAKER),
            (self._clause, _CLAUSE),
        ):
            side = rule(mention)
            if side is not None:
                mention.side, mention.tied_by = side, name
                return
        if can_be_away and self.scenes.is_of_there(mention):
            mention.side, mention.tied_by = AWAY, _OWN

    def _is_fellow(self, mention: Mention, before: Mention) -> bool:
        """Whether they are those just named, or of them: the fighters were volunteers; stood with fellow fighters."""
        reading = self.reading
        words = {reading.word(i) for i in range(mention.group, mention.first)} & FELLOW
        is_near = reading.sentence_list[mention.first] == reading.sentence_list[before.first]
        return is_near and (bool(words) or mention.is_predicate)

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
        words = [i for i in range(mention.group, mention.first) if reading.capital_list[i]]
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

    # ---------------------------------------------------------------- rules 2 and 5

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
            side = self._side_of(tie, self.clauses.is_hostile(first, tie), mention, is_named=is_named)
            return OPEN if self._is_of_both(tie) else side
        return self._country(mention, last)

    def _country(self, mention: Mention, last: int) -> int | None:
        """Side of the countries that words after a mention name: recruits from Kalia and Ardania."""
        reading = self.reading
        begin = next((i + 1 for i in range(mention.end, last) if reading.word(i) == "from"), last)
        sides = set()
        for i in range(begin, last):
            tie = self.ties.country(i, reading.word(i)) if reading.capital_list[i] else None
            if tie is not None:
                sides.add(self._side_of(tie, False, mention))
            elif not (reading.capital_list[i] or reading.class_list[i] & (c.CONJUNCTION | c.DETERMINER)):
                break
        return sides.pop() if len(sides) == 1 else None

    def _between(self, mention: Mention) -> int | None:
        """Open where a mention is one of two that something is between: talks between the Council and fighters."""
        mention.is_open = mention.is_open or self.clauses.is_between(mention)
        return OPEN if self.clauses.is_between(mention) else None

    def _clause(self, mention: Mention) -> int | None:
        first, last = mention.end, self.clauses.end_of_clause(mention)
        for tie in self.ties.within(first, last):
            is_hostile = self.clauses.is_hostile(first, tie)
            if is_hostile or self.clauses.governor(first, tie) in FOR | SUPPORTING:
                return OPEN if self._is_of_both(tie) else self._side_of(tie, is_hostile, mention)
        return None

    def _is_of_both(self, tie: Tie) -> bool:
        """Whether a party stands in one list with one of another side: the Council and the Front."""
        listed = self.clauses.listed_with(tie, self.ties.within(*self.clauses.sentence(tie.first)))
        return len({one.side for one in listed} - {-1}) > 1

    # ---------------------------------------------------------------- rules 3 and 4

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
        is_of_both = self._is_of_both(tie)
        end = min(max(noun_group(reading, tie.last - 1)[1], tie.last), first)
        is_possessor = end < first and reading.word(end) == "'s"
        words = range(end, first)
        has_verb = any(self.clauses.is_verb(i) for i in words)
        if not has_verb and self._is_beside(words):
            return OPEN if is_of_both else self._side_of(tie, tie.is_against, mention)
        # Voss's recruitment of fighters
        until = next((i for i in words if self.clauses.is_verb(i)), first)
        is_named_after = is_possessor and any(reading.word(i) == "of" for i in range(end, until))
        if not is_named_after and not has_verb:
            return None
        is_hostile = self._is_against(tie, mention) or self.clauses.is_driven(end, mention)
        is_named = any(reading.word(i) in POSSESSING for i in words)
        if is_hostile or is_named or is_named_after or self._is_employed(words):
            return OPEN if is_of_both else self._side_of(tie, is_hostile, mention, is_named=is_named)
        is_object = not reading.class_list[self._before_group(first)] & c.PREPOSITION
        is_reviled = mention.worded(reading, REVILED)
        is_subject = not reading.class_list[self._before_group(tie.first)] & c.PREPOSITION
        if is_subject and not is_of_both and (is_object or is_reviled):
            # whoever puts a number on terrorists has not sent them
            mention.leaning = self._side_of(tie, is_reviled, mention)
        return None

    def _who_says(self, mention: Mention) -> int | None:
        """Nobody calls people of the own side bandits, or the enemy's volunteers; who denies that there are any can."""
        reading = self.reading
        if mention.speaker >= 0 and mention.worded(reading, FRIENDS):
            return mention.speaker
        if mention.speaker >= 0 and mention.worded(reading, ARMED) and self._is_slain(mention):
            return self._other.get(mention.speaker, OPEN)
        if not mention.worded(reading, _UNOWNED):
            return None
        if mention.speaker < 0:
            return self._who_addresses(mention)
        left, _ = self.clauses.sentence(mention.first)
        is_denied = any(reading.word(i) in DENYING for i in range(left, mention.group))
        is_none = self._before_word(mention.group) in ("no", "any")
        return mention.speaker if is_denied or is_none else self._other.get(mention.speaker, OPEN)

    def _is_employed(self, words: range) -> bool:
        """Whether words between a party and a mention say that the party has them, or that they act for it."""
        reading = self.reading
        verbs = [i for i in words if reading.class_list[i] & (c.VERB | c.PARTICIPLE | c.AUXILIARY)]
        has_them = bool(verbs) and reading.word(verbs[-1]) in HAVING
        return has_them or any(reading.word(i) in EMPLOYING for i in words)

    def _is_beside(self, words: range) -> bool:
        """Whether words join a mention to what is named before it: Turkish forces and the fighters."""
        plain = [self.reading.word(i) for i in words if not self.reading.class_list[i] & c.DETERMINER]
        return plain[-1:] == ["and"] and not any(self.reading.class_list[i] & c.PREPOSITION for i in words)

    def _is_against(self, tie: Tie, mention: Mention) -> bool:
        """Whether a party named before the mention is against it; an enemy of the enemy is not."""
        return self.clauses.is_hostile_between(tie.last, mention.group) != self.clauses.is_hostile_before(tie)

    def _is_slain(self, mention: Mention) -> bool:
        """Whether they were killed or caught: a party that says so without *its* speaks of the enemy's."""
        end = min(self.clauses.end_of_clause(mention), mention.end + _NEAR)
        return any(self.reading.word(i) in SLAIN for i in range(mention.end, end))

    def is_fought(self, mention: Mention) -> bool:
        """Whether words before a mention in its sentence are hostile to it: vowed to crush the bandits."""
        return self.clauses.is_hostile_between(self.clauses.sentence(mention.first)[0], mention.group)

    def who_rebels(self, mention: Mention) -> int | None:
        """The side that is no government, for those who are called rebels."""
        is_rebel = self._governing >= 0 and mention.worded(self.reading, REBELS)
        return self._other.get(self._governing) if is_rebel else None

    def _who_addresses(self, mention: Mention) -> int | None:
        """Side against that of whoever tells the bandits something, or calls on them."""
        left, _ = self.clauses.sentence(mention.first)
        spoken = mention.group - 1
        while spoken > left and self.reading.class_list[spoken] & (c.DETERMINER | c.PREPOSITION):
            spoken -= 1
        is_said_to = spoken == mention.group - 1 or self.reading.word(spoken + 1) != "that"
        if not is_said_to or self.reading.word(spoken) not in SAYING:
            return None
        sides = {tie.side for tie in self.ties.within(left, spoken) if self.clauses.speaks(tie)}
        return self._other.get(sides.pop()) if len(sides) == 1 else None

    # ---------------------------------------------------------------- what is said around

    def parties_of_sentence(self, mention: Mention) -> int | None:
        """Side that all parties of the sentence agree on, those aside that merely speak."""
        left, right = self.clauses.sentence(mention.first)
        speaking: set[int] = set()
        agreed: set[int] = set()
        for tie in self.ties.within(left, right):
            if self.clauses.speaks(tie):
                speaking.add(self._side_of(tie, False, mention))
                continue
            if self.clauses.is_scene(tie):
                continue
            is_after = tie.first >= mention.end
            is_hostile = self.clauses.is_hostile(mention.end, tie) if is_after else self._is_against(tie, mention)
            agreed.add(self._side_of(tie, is_hostile, mention))
        # Ankara says that the Units ... on its border: who speaks is named again
        agreed = agreed if len(agreed) == 1 else agreed - speaking
        return agreed.pop() if len(agreed) == 1 and OPEN not in agreed else None

    def parties_before(self, mention: Mention) -> int | None:
        """Side that all parties agree on of the last sentence that names any, of the few before in the paragraph."""
        left, _ = self.clauses.sentence(mention.first)
        for _ in range(_N_BEFORE):
            if left == 0 or not self._is_same_paragraph(left - 1, mention.first):
                return None
            left, right = self.clauses.sentence(left - 1)
            named = self.ties.within(left, right)
            ties = [tie for tie in named if not self.clauses.speaks(tie)] or named
            agreed = {self._side_of(tie, tie.is_against, mention) for tie in ties}
            if agreed:
                return agreed.pop() if len(agreed) == 1 and OPEN not in agreed else None
        return None

    def _before_group(self, place: int) -> int:
        """Last token before a noun group and its determiners; the first of the corpus where there is none."""
        before = noun_group(self.reading, place)[0] - 1
        while before > 0 and self.reading.class_list[before] & c.DETERMINER:
            before -= 1
        return max(before, 0)

    def _is_same_paragraph(self, one: int, other: int) -> bool:
        bounds = self.reading.tokens.paragraph_bounds
        return bool(np.searchsorted(bounds, one, side="right") == np.searchsorted(bounds, other, side="right"))

    def _before_word(self, place: int) -> str:
        return self.reading.word(place - 1) if place > 0 and self.reading.joined_list[place] else ""


def _names_sides(words: Sequence[str]) -> bool:
    """Whether both sides are spoken of, whichever they are: *both sides, either side, the warring parties*."""
    return any(
        one in SIDES and other in ("side", "sides", "party", "parties", "camp", "camps")
        for one, other in pairwise(words)
    )
