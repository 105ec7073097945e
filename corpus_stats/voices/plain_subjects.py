"""Subjects of the commonest shapes, found for many verbs at once; `subjects` holds the rules, which say the same.

What is not one of those shapes is left open, and so is whatever a quotation or a bracket may hide.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..grammar import classes as c
from ..grammar.marks import COMMA, QUOTE, SEMICOLON
from .behind import Behind, Places, Truth, last_at, next_at
from .flags import BREAK, HARD

__all__ = ["Found", "plain_subjects"]

_STEPS = 4
# So few verbs are read one by one in less time.
_FEW = 12
_OPEN = -1


class Found(NamedTuple):
    """Half-open token spans of subjects; `is_known` where they are settled."""

    first: Places
    last: Places
    is_known: Truth

    def where(self, condition: Truth, other: Found) -> Found:
        """These where a condition holds, others elsewhere."""
        return Found(*(np.where(condition, a, b) for a, b in zip(self, other, strict=True)))

    def put(self, rows: Places, other: Found) -> None:
        """Set some rows to those of a shorter answer, in place."""
        for column, values in zip(self, other, strict=True):
            column[rows] = values

    def at(self, rows: Places) -> Found:
        """Some rows."""
        return Found(self.first[rows], self.last[rows], self.is_known[rows])

    @classmethod
    def nothing(cls, size: int) -> Found:
        """An answer that settles nothing."""
        return cls(np.full(size, _OPEN), np.full(size, _OPEN), np.zeros(size, dtype=bool))


class _Asked(NamedTuple):
    """Verbs, the token that reading back from each may not pass, and that from which on nothing is hidden."""

    verb: Places
    floor: Places
    clear: Places


def plain_subjects(behind: Behind, verb: Places, floor: Places, clear: Places) -> Found:
    """Subjects of verbs, read back to `floor`; nothing is hidden from `clear` on to the verb."""
    answer, asked = Found.nothing(len(verb)), _Asked(verb, floor, clear)
    rows, is_inner = np.arange(len(verb)), np.zeros(len(verb), dtype=bool)
    for _ in range(_STEPS):
        found, governor, parts = _step(behind, asked)
        # a relative clause or a subordinate one has no say about the verb of the main clause
        leads = (found.first > asked.floor) & (behind.marks[found.first] == 0)
        strange = behind.word(found.first, "relative") | (leads & behind.word(found.first - 1, "joint"))
        known = found.is_known & ~(is_inner & strange)
        answer.put(rows[known], found.at(known))
        goes_on = np.flatnonzero(~found.is_known & (governor >= 0))
        rows, is_inner = rows[goes_on], (is_inner | parts)[goes_on]
        asked = _Asked(governor[goes_on], asked.floor[goes_on], asked.clear[goes_on])
        if len(rows) < _FEW:
            break
    return answer


def _step(behind: Behind, asked: _Asked) -> tuple[Found, Places, Truth]:
    """Subjects, or the verbs that have the same subject; and whether that one must be of a main clause."""
    verb, floor, clear = asked
    edge = np.maximum(last_at(behind.verb_groups, verb), floor)
    before = np.maximum(edge - 1, 0)
    is_to = behind.word(verb, "to")
    is_infinitive = is_to | ((edge > floor) & behind.word(before, "to") & (behind.marks[edge] == 0))
    head = next_at(behind.verb_words, edge, verb)
    is_participle = ~is_infinitive & behind.has(head, c.VERB_ING)
    is_plain = ~is_infinitive & ~is_participle & ((head < verb) | ~behind.has(verb, c.ADVERB))
    is_sound = (verb > floor) & (edge > floor) & (edge > clear) & is_plain
    found, governor, parts = Found.nothing(len(verb)), np.full(len(verb), _OPEN), is_participle.copy()
    rows = np.flatnonzero(is_sound)
    at_edges, governor[rows], is_joined = _at_edges(behind, edge[rows], floor[rows], clear[rows])
    found.put(rows, at_edges)
    parts[rows] |= is_joined
    rows = np.flatnonzero(is_infinitive & (verb > floor))
    to = np.where(is_to, verb, before)[rows]
    governor[rows] = _of_infinitives(behind, to, floor[rows], clear[rows])
    rows = np.flatnonzero(is_participle & (verb > floor) & (edge > floor))
    governor[rows] = _of_participles(behind, edge[rows], floor[rows], clear[rows])
    return found, governor, parts


def _of_infinitives(behind: Behind, to: Places, floor: Places, clear: Places) -> Places:
    """Verbs that infinitives depend on, where those have the same subject."""
    governor = last_at(behind.governors, np.maximum(to - 1, 0))
    is_other = behind.word(governor, "control") & (governor + 1 < to)
    return np.where((governor >= np.maximum(floor, clear)) & ~is_other, governor, _OPEN)


def _of_participles(behind: Behind, edge: Places, floor: Places, clear: Places) -> Places:
    """Verbs of the main clauses that participles depend on."""
    is_tied = ~behind.marked(edge, BREAK | HARD | QUOTE) & behind.nominal[edge - 1] & ~behind.has(edge - 1, c.TIME)
    joint = last_at(behind.clause_ends, edge - 1)
    behind_joint = next_at(behind.finite, np.maximum(joint, 0) + 1, edge)
    has_subject = behind.nominal[np.minimum(joint + 1, edge)] & (behind_joint > joint + 1) & (behind_joint < edge)
    is_clause = behind.marked(np.maximum(joint, 0), SEMICOLON) | has_subject
    start = np.where(joint > floor, joint, floor)
    governor = next_at(behind.finite, start, edge)
    is_told = ((joint <= floor) | is_clause) & (clear <= start)
    return np.where(~is_tied & is_told & (governor < edge), governor, _OPEN)


def _at_edges(behind: Behind, edge: Places, floor: Places, clear: Places) -> tuple[Found, Places, Truth]:
    """Subjects of the finite verb groups that begin at some edges, or verbs with the same; which are joined."""
    before = edge - 1
    floor = np.maximum(floor, last_at(behind.hard, before))
    is_parted = behind.parted[edge]
    is_pronoun = behind.word(before, "subject") | (behind.word(before, "that") & (before > floor))
    is_pronoun &= ~is_parted
    is_partitive = behind.word(before, "which") & behind.word(before - 1, "of")
    is_joined = ~is_parted & ~is_pronoun & behind.has(before, c.CONJUNCTION)
    found, inner = Found(before, edge, is_pronoun & ~is_partitive), np.full(len(edge), _OPEN)
    last_break = last_at(behind.breaks, before)
    start = np.maximum(floor, last_break)
    is_aside = is_parted & (last_break > floor)
    rows = np.flatnonzero(~(is_pronoun | is_joined | is_aside) & (start >= clear))
    within, inner[rows] = _within(behind, start[rows], edge[rows])
    found.put(rows, within)
    rows = np.flatnonzero(is_aside)
    found.put(rows, _before_asides(behind, last_break[rows], edge[rows], floor[rows], clear[rows]))
    rows = np.flatnonzero(is_joined)
    inner[rows] = _joined(behind, before[rows], floor[rows], clear[rows])
    return found, inner, is_joined


def _joined(behind: Behind, joint: Places, floor: Places, clear: Places) -> Places:
    """Verbs that a conjunction joins others to: the nearest that reports, else the nearest."""
    reporting, nearest = (last_at(places, np.maximum(joint - 1, 0)) for places in (behind.reporting, behind.finite))
    none = (floor >= clear) & (reporting < floor) & (nearest >= floor)
    found = np.where(reporting >= np.maximum(floor, clear), reporting, np.where(none, nearest, _OPEN))
    # claimed that it had failed, and accused
    is_said = behind.parted[joint] & behind.word(np.minimum(joint + 1, len(behind.marks) - 1), "reporting")
    return np.where(is_said, _OPEN, found)


def _within(behind: Behind, start: Places, end: Places) -> tuple[Found, Places]:
    """Subjects that end at `end` in stretches without commas; or a verb with the same subject."""
    plain, verb, is_free = _before_verbs(behind, start, end)
    group = np.maximum(last_at(behind.verb_groups, np.maximum(verb, 0)), start)
    is_relative = is_free & (group - 1 > start) & behind.word(group - 1, "pointer")
    inner = np.where(is_free & ~is_relative & (verb + 1 >= end), verb, _OPEN)
    found = plain._replace(is_known=plain.is_known & (inner < 0))
    rows = np.flatnonzero(is_relative)
    host, _, is_inner = _before_verbs(behind, start[rows], group[rows] - 1)
    found.put(rows, Found(host.first, end[rows], host.is_known & ~is_inner))
    return found, inner


def _before_verbs(behind: Behind, start: Places, end: Places) -> tuple[Found, Places, Truth]:
    """Noun groups that end at `end`, behind the last word that opens a clause; the verb before, and if none opens."""
    before, two_before = np.maximum(end - 1, 0), np.maximum(end - 2, 0)
    verb = last_at(behind.finite, before)
    opener, joint = last_at(behind.openers, two_before), last_at(behind.joints, two_before)
    is_verbless = verb < start
    first = np.where(is_verbless, np.where(opener > start, opener + 1, start), joint + 1)
    is_spoken = ~is_verbless & (last_at(behind.any_joints, before) <= verb) & behind.word(verb, "spoken")
    first = np.where(is_spoken, verb + 1, first)
    is_open = ~is_verbless & ~is_spoken & (joint <= verb)
    is_free = ~is_verbless & (last_at(behind.any_joints, before) <= verb)
    found = _bare(behind, np.minimum(first, before), end)
    # in a stretch with a verb the words before it may not be read as a group
    return found._replace(is_known=found.is_known & ~is_open & (first < end)), verb, is_free


def _bare(behind: Behind, first: Places, end: Places) -> Found:
    """Noun groups that fill stretches without verbs, as `subjects` cuts them; open where something is to be cut off."""
    size, before = len(behind.marks), np.maximum(end - 1, 0)
    first = next_at(behind.bodies, first, end)
    is_pronoun = behind.word(before, "plain")
    is_known = (first < end) & behind.nominal[before]
    is_known &= ~((before > first) & (behind.word(before, "quantifier") | behind.has(before, c.TIME | c.NUMBER)))
    opens = np.minimum(first, size - 1)
    is_phrase = behind.has(opens, c.PREPOSITION) & ~behind.has(opens, c.DETERMINER | c.PERSON_NOUN | c.NEGATION)
    has_tail = ~behind.has(opens, c.DETERMINER) & (last_at(behind.name_tails, before) > first)
    # last year a minister
    is_time = behind.has(opens, c.TIME) | behind.word(opens, "period")
    is_known &= (is_pronoun & ~is_time) | ~(is_phrase | has_tail | is_time)
    # who critics say has lied
    is_known &= ~(behind.word(opens, "pointer") & (opens + 1 < end))
    return Found(np.where(is_pronoun, before, first), end.copy(), is_known)


def _before_asides(behind: Behind, aside: Places, edge: Places, floor: Places, clear: Places) -> Found:
    """Subjects that one aside, from `aside` on, parts from their verbs: Ann Lee, a member of the board, said."""
    start = np.maximum(floor, last_at(behind.breaks, aside - 1))
    is_known = (start >= clear) & _look_like_subjects(behind, start, aside)
    is_known &= (start == floor) | (~_may_be_asides(behind, start) & (aside - start > 2))
    found, _ = _within(behind, np.minimum(start, aside - 1), aside)
    is_relative = behind.marked(aside, COMMA) & behind.word(aside, "relative aside")
    closed = c.PREPOSITION | c.ADVERB | c.SUBORDINATOR | c.CONJUNCTION | c.VERB_ING
    is_closed = ~is_relative & (behind.has(aside, closed) | behind.word(aside, "joint"))
    return Found(found.first, np.where(is_closed, aside, edge), found.is_known & is_known & (found.last == aside))


def _look_like_subjects(behind: Behind, first: Places, end: Places) -> Truth:
    """Whether stretches surely look like subjects: with a verb of their own, or neither a phrase nor a time."""
    is_phrase = behind.has(first, c.PREPOSITION | c.VERB_ING) & ~behind.has(first, c.DETERMINER | c.PERSON_NOUN)
    has_verb = last_at(behind.finite, end - 1) >= first
    is_timed = last_at(behind.timeless, end - 1) < first
    looks = np.where(has_verb, ~(is_phrase & behind.has(end - 1, c.TIME)), ~is_phrase & ~is_timed)
    # not to be outdone
    return np.asarray(looks & ~behind.has(first, c.CONJUNCTION | c.NEGATION) & behind.nominal[end - 1])


def _may_be_asides(behind: Behind, first: Places) -> Truth:
    before = np.maximum(first - 1, 0)
    opens = behind.has(first, c.DETERMINER | c.PREPOSITION | c.RELATIVE | c.NUMBER | c.SUBORDINATOR | c.VERB_ING)
    is_after_role = ~behind.capitals[before] & behind.has(before, c.TITLE | c.PERSON_NOUN)
    is_name = behind.capitals[first] & ~behind.has(first, c.TITLE | c.PERSON_NOUN)
    return np.asarray(opens | is_after_role | ~is_name)
