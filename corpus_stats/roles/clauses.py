"""Clauses around a mention, without a parser: where they begin and end, who speaks in them, who is against whom."""

from __future__ import annotations

from ..grammar import Grammar, noun_group
from ..grammar import classes as c
from ..grammar.marks import COLON, COMMA, OWNED, SEMICOLON
from .spotting import Mention
from .ties import Tie
from .words import AGAINST, BLAMING, DRIVING, FIGHTING, JUDGING, LOCATIVE, LOYAL, QUANTITIES, SAYING, SUPPORTING

__all__ = ["BREAKS", "Clauses"]

BREAKS = SEMICOLON | COLON
"""Marks that no clause goes beyond."""

_NEAR = 4
_JOINING = frozenset("and or nor".split())
# A text without a full stop is one sentence: reading stays linear.
_LONGEST = 60
_LONGEST_PAIR = 12


class Clauses:
    """Reader of the clauses of one corpus; `place`, `first` and `last` are token positions."""

    def __init__(self, reading: Grammar) -> None:
        self.reading = reading
        self._bounds: list[int] = reading.tokens.sentence_bounds.tolist()

    def sentence(self, place: int) -> tuple[int, int]:
        """Sentence around a token, half-open; of a very long one the part near the token."""
        sentence = self.reading.sentence_list[place]
        left, right = self._bounds[sentence], self._bounds[sentence + 1]
        return max(left, place - _LONGEST), min(right, place + _LONGEST)

    def start_of_clause(self, place: int) -> int:
        """Where the clause begins that a token stands in: after a conjunction, or after somebody says something."""
        reading = self.reading
        left, _ = self.sentence(place)
        for i in range(place - 1, left - 1, -1):
            if reading.mark_list[i + 1] & BREAKS or self._is_clause_start(i) or self._is_subject_of_next(i, place):
                return i + 1
            if reading.word(i) in SAYING and reading.class_list[i] & (c.VERB | c.PARTICIPLE | c.VERB_ING):
                after = reading.class_list[i + 1] if i + 1 < place else 0
                # Moscow denied sending fighters: who denies is who would have sent them
                if not (after & c.VERB_ING or (i + 1 < place and reading.word(i + 1) == "to")):
                    return i + 1
        return left

    def _is_subject_of_next(self, place: int, first: int) -> bool:
        """Whether *and* begins a clause whose subject is the group at `first`: ..., and thousands of men joined."""
        reading = self.reading
        if reading.word(place) != "and" or any(self.is_verb(i) for i in range(place + 1, first)):
            return False
        if not reading.mark_list[place] & COMMA and any(
            not reading.class_list[i] & (c.DETERMINER | c.NUMBER) and reading.word(i) not in QUANTITIES | {"of"}
            for i in range(place + 1, first)
        ):
            return False
        end, (_, right) = noun_group(reading, first)[1], self.sentence(first)
        is_verb = end < right and reading.class_list[end] & (c.VERB | c.AUXILIARY)
        return bool(is_verb) and not reading.mark_list[end] and reading.word(end) != "'s"

    def end_of_clause(self, mention: Mention) -> int:
        """Where the clause of a mention ends: at punctuation or a conjunction."""
        _, right = self.sentence(mention.first)
        for i in range(mention.end, right):
            if i > mention.end and (self.reading.mark_list[i] & (BREAKS | COMMA) or self._is_clause_start(i)):
                return i
        return right

    def end_of_complement(self, mention: Mention) -> int:
        """Where the words end that describe the noun before them; its own end where there are none."""
        reading, place = self.reading, mention.end
        _, right = self.sentence(mention.first)
        if place >= right or not self._starts_complement(mention, right):
            return mention.end
        is_relative = bool(reading.class_list[place] & c.RELATIVE)
        n_verbs, n_added = 0, 0
        for i in range(place, right):
            if i > place and reading.mark_list[i] & COMMA and not n_added and self._is_added(i, right):
                n_added = 1
            elif i > place and (reading.mark_list[i] & (BREAKS | COMMA) or self._is_clause_start(i)):
                return i
            bits = reading.class_list[i]
            if bits & c.AUXILIARY and (n_verbs or not is_relative) and i > place and reading.word(i) != "'s":
                return i
            n_verbs += bool(bits & (c.VERB | c.PARTICIPLE) and not bits & (c.AUXILIARY | c.ADJECTIVE))
        return right

    def _is_added(self, place: int, right: int) -> bool:
        """Whether words after a comma go on describing: militias from the coast, allied with the government."""
        bits = self.reading.class_list[place]
        if (
            self.reading.word(place) in LOYAL
            or self._is_share(place)
            or (bits & c.RELATIVE and self.reading.word(place) != "that")
        ):
            return True
        is_governed = place + 1 < right and self.reading.class_list[place + 1] & c.PREPOSITION
        return bool(bits & c.PARTICIPLE and is_governed)

    def _is_share(self, place: int) -> bool:
        """Whether words tell of a part of those before: most of them from the coast."""
        reading = self.reading
        words = [reading.word(i) for i in range(place, min(place + 3, len(reading.class_list)))]
        return len(words) > 2 and words[0] in QUANTITIES and words[1] == "of" and words[2] in ("them", "whom")

    def _starts_complement(self, mention: Mention, right: int) -> bool:
        reading, place = self.reading, mention.end
        bits, marks = reading.class_list[place], reading.mark_list[place]
        if marks & OWNED or reading.word(place) == "'s" or bits & c.AUXILIARY or self._is_clause_start(place):
            return False
        if bits & c.VERB and bits & c.PARTICIPLE:
            return bool(marks & COMMA) or not self._is_finite(mention, right)
        if bits & (c.RELATIVE | c.PARTICIPLE | c.VERB_ING) or (marks & COMMA and self._is_share(place)):
            return True
        is_close = bits & c.PREPOSITION or reading.word(place) in LOYAL or reading.capital_list[place]
        return bool(is_close) and not marks & COMMA

    def _is_finite(self, mention: Mention, right: int) -> bool:
        """Whether a form like *hired* after a mention is the verb of its clause, which has no other."""
        if any(self.is_verb(i) for i in range(self.start_of_clause(mention.group), mention.group)):
            return False
        for i in range(mention.end + 1, right):
            bits = self.reading.class_list[i]
            if self.reading.mark_list[i] & (BREAKS | COMMA) or bits & c.RELATIVE or self._is_clause_start(i):
                return True
            if bits & (c.AUXILIARY | c.VERB) and not bits & (c.ADJECTIVE | c.VERB_BASE | c.PERSON_NOUN):
                return False
        return True

    def _is_clause_start(self, place: int) -> bool:
        bits, word = self.reading.class_list[place], self.reading.word(place)
        if word == "that":
            # said that ..., and that ...
            is_next = self.reading.word(place - 1) == "and"
            return is_next or bool(self.reading.class_list[place - 1] & (c.VERB | c.PARTICIPLE))
        return (bool(bits & c.SUBORDINATOR) and word not in ("than", "so", "once")) or word == "but"

    def is_verb(self, place: int) -> bool:
        """Whether a token can be a verb or participle and is no adjective."""
        bits = self.reading.class_list[place]
        return bool(bits & (c.VERB | c.VERB_ING | c.PARTICIPLE)) and not bits & (c.ADJECTIVE | c.GROUP)

    def is_between(self, mention: Mention) -> bool:
        """Whether something is between a mention and somebody else: talks between the Council and fighters."""
        reading, (left, right) = self.reading, self.sentence(mention.first)
        joined = mention.end < right and reading.word(mention.end) == "and"
        for i in range(mention.group - 1, max(left, mention.group - _LONGEST_PAIR) - 1, -1):
            if reading.word(i) == "between":
                return joined
            if self.is_verb(i) or reading.mark_list[i + 1] & (BREAKS | COMMA):
                return False
            joined = joined or reading.word(i) == "and"
        return False

    def possessor(self, first: int) -> int | None:
        """Where the noun group of a possessor begins: Haftar's fighters."""
        reading = self.reading
        if first > 1 and reading.joined_list[first] and reading.word(first - 1) == "'s":
            return noun_group(reading, first - 2)[0]
        if first > 0 and reading.mark_list[first] & OWNED:
            return noun_group(reading, first - 1)[0]
        return None

    def is_possessor(self, tie: Tie) -> bool:
        """Whether something is said to be the party's: Haftar's airbase."""
        return tie.last < len(self.reading.class_list) and self.reading.word(tie.last) == "'s"

    def listed_with(self, tie: Tie, found: list[Tie]) -> list[Tie]:
        """Parties of one list with a party: the Council, Belmor and the Front; neither the Council nor Voss."""
        last = first = found.index(tie)
        while last + 1 < len(found) and self._link(found[last], found[last + 1]):
            last += 1
        # what a comma alone parts is a list where a conjunction comes after it
        while last > first and self._link(found[last - 1], found[last]) == ",":
            last -= 1
        is_list = last > first
        while first > 0 and (word := self._link(found[first - 1], found[first])) and (is_list or word != ","):
            first, is_list = first - 1, True
        return found[first : last + 1]

    def _link(self, one: Tie, other: Tie) -> str:
        """Conjunction or comma by which two parties are one part of a clause; "" where they are not."""
        reading, end = self.reading, self._end_of_party(one)
        first = noun_group(reading, other.first)[0]
        words = [reading.word(i) for i in range(end, first) if not reading.class_list[i] & c.DETERMINER]
        if words == ["nor"]:
            return "nor"
        is_comma = end < other.last and not words and reading.mark_list[end] & COMMA
        if not (is_comma or (len(words) == 1 and words[0] in _JOINING)):
            return ""
        # they fight for the Council and the Front flees: two clauses
        end, (left, right) = self._end_of_party(other), self.sentence(one.first)
        is_subject = end < right and not reading.mark_list[end] and reading.class_list[end] & (c.VERB | c.AUXILIARY)
        is_closed = any(self._is_main_verb(i) for i in range(max(left, self.start_of_clause(one.first)), one.first))
        return "" if is_subject and is_closed else words[0] if words else ","

    def _end_of_party(self, tie: Tie) -> int:
        """Where the noun group of a party ends, with what is its own: Voss, Voss's forces."""
        reading = self.reading
        end = max(noun_group(reading, tie.last - 1)[1], tie.last)
        is_owner = end + 1 < len(reading.class_list) and reading.word(end) == "'s"
        if not is_owner:
            return end
        return end + 1 if reading.class_list[end + 1] & c.CONJUNCTION else noun_group(reading, end + 1)[1]

    def _is_main_verb(self, place: int) -> bool:
        bits = self.reading.class_list[place]
        return bool(bits & (c.VERB | c.AUXILIARY) and not bits & c.PERSON_NOUN) and self.reading.word(place + 1) != "by"

    def governor(self, first: int, tie: Tie) -> str:
        """Preposition or verb that a party stands under, after the mention."""
        reading = self.reading
        place = noun_group(reading, tie.first)[0] - 1
        while place >= first:
            bits = reading.class_list[place]
            if bits & c.PREPOSITION and reading.word(place) == "of" and place > first:
                place -= 1
                continue
            if bits & (c.PREPOSITION | c.VERB | c.VERB_ING | c.PARTICIPLE) or reading.word(place) in SUPPORTING:
                return reading.word(place)
            place -= 1
        return ""

    def is_located(self, place: int) -> bool:
        """Whether a place is where something is or goes to: in, to, eastern Ukraine; not the invasion of Ukraine."""
        reading = self.reading
        group = noun_group(reading, place)[0]
        while group > 0 and reading.class_list[group - 1] & c.DETERMINER:
            group -= 1
        # men who came after the war in Ukraine are no longer there
        if any(reading.word(i) == "after" for i in range(max(group - _NEAR, 0), group)):
            return False
        return group > 0 and (reading.word(group - 1) in LOCATIVE or reading.word(group - 1) in ("to", "for"))

    def is_scene(self, tie: Tie) -> bool:
        """Whether a party's name is where something happens: in Moscow."""
        first = noun_group(self.reading, tie.first)[0]
        is_whole = tie.last >= noun_group(self.reading, tie.last - 1)[1] and not self.is_possessor(tie)
        return first == tie.first > 0 and is_whole and self.reading.word(first - 1) == "in"

    def speaks(self, tie: Tie) -> bool:
        """Whether a party is named as the source of what the sentence says."""
        reading = self.reading
        left, right = self.sentence(tie.first)
        before = [reading.word(i) for i in range(max(left, tie.first - _NEAR), tie.first)]
        if "according" in before[-3:] or (before and before[-1] in SAYING and before[-1] not in JUDGING):
            return True
        place = max(noun_group(reading, tie.last - 1)[1], tie.last)
        if place < right and reading.class_list[place] & c.RELATIVE:
            # pilots who found it said
            return any(reading.word(i) in SAYING for i in range(place, min(place + 2 * _NEAR, right)))
        while place < right and (reading.class_list[place] & (c.AUXILIARY | c.ADVERB) or reading.capital_list[place]):
            place += 1
        return place < right and reading.word(place) in SAYING

    def is_hostile(self, first: int, tie: Tie) -> bool:
        """Whether words from `first` up to a party that comes later set the people against it."""
        return tie.is_against or self.is_hostile_between(first, tie.first) or self._strikes_after(tie)

    def is_hostile_between(self, first: int, last: int, *, passed: frozenset[str] = frozenset()) -> bool:
        """Whether words between two places set one against the other; those in `passed` do not."""
        reading = self.reading
        for i in range(first, last):
            word = reading.word(i)
            if word in AGAINST and word not in passed:
                return True
            # they fight the army, but fight alongside it
            if word in FIGHTING and (i + 1 == last or not reading.class_list[i + 1] & c.PREPOSITION):
                return True
        return False

    def is_driven(self, first: int, mention: Mention) -> bool:
        """Whether a mention is driven back or out by whoever stands before it."""
        reading, end = self.reading, mention.end
        is_off = end < self.sentence(mention.first)[1] and reading.word(end) in ("back", "out", "away", "off", "from")
        return is_off and any(reading.word(i) in DRIVING for i in range(first, mention.group))

    def is_hostile_before(self, tie: Tie) -> bool:
        """Whether the party is itself the object of hostility: forces fighting Haftar hired mercenaries."""
        left, _ = self.sentence(tie.first)
        return tie.is_against or self.is_hostile_between(max(left, tie.first - _NEAR), tie.first, passed=BLAMING)

    def _strikes_after(self, tie: Tie) -> bool:
        """Whether what a party does at the end is hostile: killed in Turkish air strikes."""
        end = noun_group(self.reading, tie.last - 1)[1]
        return any(self.reading.word(i) in AGAINST for i in range(tie.last, end))
