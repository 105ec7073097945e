"""Sources of the commonest shapes, found for all attributions of a corpus at once; what is left is read one by one.

`sources.source_of` holds the rules, and says the same of each.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..grammar import classes as c
from ..grammar.marks import COMMA, OWNED, QUOTE
from .behind import Behind, Places, Truth, last_at, next_at
from .cited import citing
from .clauses import NO_VERB, REACH
from .following import CLOSED
from .marking import span_rows
from .plain_subjects import Found, plain_subjects
from .sources import clause_source_of, source_of

__all__ = ["plain_sources", "sources_of"]

_Span = tuple[int, int]


def sources_of(behind: Behind, cues: Sequence[_Span], contents: Sequence[_Span]) -> list[_Span | None]:
    """Source of each of many attributions, by its cue and the content nearest to it; see `source_of`."""
    if not cues:
        return []
    found, is_active = plain_sources(behind, span_rows(cues), span_rows(contents))
    rules = (source_of, clause_source_of)
    rows = zip(found.first.tolist(), found.last.tolist(), found.is_known.tolist(), is_active.tolist(), strict=True)
    return [
        (first, last) if is_known else rules[active](behind.reader, *cues[i], *contents[i])
        for i, (first, last, is_known, active) in enumerate(rows)
    ]


class _Cues(NamedTuple):
    """Cues, half-open; what is read of their sentences; and the token from which on nothing before them is hidden.

    `opens` is where what a source may stand in begins, however far off, and `content` where the content does.
    """

    first: Places
    last: Places
    floor: Places
    limit: Places
    clear: Places
    sentence: Places
    opens: Places
    content: Places
    follows: Truth

    def at(self, rows: Places) -> _Cues:
        """Some of the cues."""
        return _Cues._make(column[rows] for column in self)


def plain_sources(behind: Behind, cues: Places, contents: Places) -> tuple[Found, Truth]:
    """Sources of attributions whose clause has one of the commonest shapes; the others are left open.

    And of which of those the cue is an active verb for sure, so that `clause_source_of` does.
    """
    first, last = np.ascontiguousarray(cues.T)
    sentence, limit = behind.sentences(first)
    follows = contents[:, 1] <= first
    opens = np.where(follows, np.maximum(sentence, contents[:, 1]), sentence)
    floor, reach = np.maximum(opens, first - REACH), np.minimum(limit, first + REACH)
    clear = np.maximum(floor, last_at(behind.veils, first))
    cue = _Cues(first, last, floor, reach, clear, sentence, opens, contents[:, 0], follows)
    is_led = (last < limit) & behind.word(np.minimum(last, limit - 1), "by")
    cited = np.array([-1, *citing(behind.tokens)], dtype=np.int64)
    is_cue = (last > first) & (last_at(cited, limit - 1) < sentence)
    answer, is_barred = _at_once(behind, cue)
    answer = answer._replace(is_known=answer.is_known & is_cue & ~is_led)
    rest, is_active = np.flatnonzero(is_cue & ~answer.is_known), np.zeros(len(cues), dtype=bool)
    found, is_active[rest] = _read_further(behind, cue.at(rest), (is_led | is_barred)[rest])
    answer.put(rest, found)
    known = np.flatnonzero(answer.is_known)
    answer.is_known[known] = ~_is_part(behind, cue.at(known), answer.at(known))
    return answer, is_active


def _read_further(behind: Behind, cue: _Cues, is_barred: Truth) -> tuple[Found, Truth]:
    """Sources of other shapes; and which cues are active verbs without an owner, for sure."""
    owner, may_be_owned = _owners(behind, cue)
    is_free = ~(is_barred | may_be_owned | _is_special(behind, cue) | _is_special_behind(behind, cue))
    is_active = is_free & ~owner.is_known
    is_after = is_active & cue.follows & (cue.first == cue.opens)
    answer = owner._replace(is_known=owner.is_known & is_free)
    rows = np.flatnonzero(is_active & ~is_after)
    asked = cue.at(rows)
    found = plain_subjects(behind, asked.first, asked.floor, asked.clear)
    answer.put(rows, found._replace(is_known=found.is_known & ~_is_no_source(behind, asked, found)))
    rows = np.flatnonzero(is_after | _is_preposition(behind, cue))
    asked = cue.at(rows)
    limit = np.where(asked.content > asked.last, np.minimum(asked.limit, asked.content), asked.limit)
    answer.put(rows, _inverted(behind, asked._replace(limit=limit)))
    return answer, is_active


def _at_once(behind: Behind, cue: _Cues) -> tuple[Found, Truth]:
    """Plain noun groups and pronouns at once before finite verbs, as `clauses.plain_start`; and which are uncertain."""
    before, opens = np.maximum(cue.first - 1, 0), cue.opens
    is_verb = (cue.last == cue.first + 1) & (cue.first > opens) & (behind.marks[cue.first] == 0)
    is_verb &= behind.has(cue.first, c.VERB) & ~behind.has(cue.first, NO_VERB)
    is_pronoun = behind.word(before, "nominative")
    run = np.maximum(last_at(behind.stretch_ends, before), opens)
    is_edge = ((run == opens) | behind.parted[run]) & behind.plain[run] & ~behind.has(run, c.PREPOSITION)
    is_edge &= ~behind.has(before, c.ADJECTIVE | c.PREPOSITION | c.DETERMINER) & ~behind.word(before, "s")
    is_whole = last_at(behind.changes, cue.first) <= run
    found = Found(np.where(is_pronoun, before, run), cue.first.copy(), is_verb & (is_pronoun | (is_edge & is_whole)))
    return found, is_verb & is_edge & ~is_whole & ~is_pronoun


def _is_preposition(behind: Behind, cue: _Cues) -> Truth:
    """Which cues are prepositions, with whoever says so behind them: according to Ann Lee."""
    is_whole = (cue.last == cue.first + 2) & (behind.word(cue.last - 1, "to") | behind.word(cue.last - 1, "per"))
    return np.asarray(behind.word(cue.first, "preposition") & is_whole)


def _is_special(behind: Behind, cue: _Cues) -> Truth:
    """Which cues are no active verbs for sure: prepositions, passives."""
    before = np.maximum(cue.first - 1, 0)
    is_preposition = behind.word(cue.first, "preposition") | (
        (cue.last > cue.first + 1) & (behind.word(cue.last - 1, "by") | behind.word(cue.last - 1, "of"))
    )
    is_passive = last_at(behind.beings, cue.last - 1) >= cue.first
    is_passive |= behind.has(cue.first, c.PARTICIPLE | c.ADVERB | c.NEGATION) & behind.word(
        last_at(behind.verb_words, before), "be"
    )
    after = np.minimum(cue.last, cue.limit - 1)
    is_state = behind.has(after, c.ADJECTIVE | c.PARTICIPLE) & ~behind.has(after, c.DETERMINER | c.NUMBER)
    is_reduced = behind.parted[cue.first] & (behind.word(after, "to") | is_state)
    # a banker accused of fraud
    is_passive |= behind.word(cue.first, "charged") & behind.word(np.minimum(cue.first + 1, cue.limit - 1), "of")
    # quoted him as saying
    is_quoted = behind.word(before, "as") & behind.has(cue.first, c.VERB_ING)
    return np.asarray(is_preposition | is_passive | is_reduced | is_quoted)


def _is_special_behind(behind: Behind, cue: _Cues) -> Truth:
    """Which cues may have their subject behind them: an aside (..., said her lawyer, ...); "by" behind speech."""
    is_aside = behind.parted[cue.first] & behind.is_finite[next_at(behind.commas, cue.last + 1, cue.limit - 1)]
    change = next_at(behind.changes, cue.last + 1, cue.limit - 1)
    is_agent = (last_at(behind.changes, cue.last) == cue.last) & behind.word(change, "by")
    return np.asarray((is_aside & behind.word(cue.first, "spoken")) | (is_agent & behind.has(cue.first, c.PARTICIPLE)))


def _owners(behind: Behind, cue: _Cues) -> tuple[Found, Truth]:
    """Owners that are one word (his latest claim); and which cues may have an owner of more words."""
    noun = np.maximum(last_at(behind.owner_ends, cue.first), cue.floor)
    before = np.maximum(noun - 1, 0)
    is_owned = (noun > cue.floor) & (behind.marks[noun] == 0)
    is_word = is_owned & behind.word(before, "owner") & ~behind.has(cue.first, c.AUXILIARY | c.COPULA)
    is_known = is_word & (before >= cue.clear)
    return Found(before, noun, is_known), (is_owned & behind.word(before, "s")) | (is_word & ~is_known)


def _is_no_source(behind: Behind, cue: _Cues, found: Found) -> Truth:
    """Which subjects are part of the cue's own noun group (the latest claim that ...), or of *came amid claims*."""
    size = np.maximum(cue.first - found.first, 0)
    is_noun = (size == 1) | behind.word(cue.first, "clause noun")
    is_group = behind.has(found.first, c.DETERMINER) & ~behind.has(found.first, c.OWNER)
    is_group &= ~behind.word(found.first, "alone") & (last_at(behind.unmodified, cue.first - 1) <= found.first)
    is_arrival = behind.word(found.last, "arrival") & behind.word(found.last - 1, "clause noun")
    return np.where(found.last == cue.first, is_noun & is_group, (found.last < cue.first) & is_arrival)


def _is_part(behind: Behind, cue: _Cues, found: Found) -> Truth:
    """Which sources may be but the complement of a noun (people familiar with the case), or led by a participle."""
    first, before = found.first, np.maximum(found.first - 1, 0)
    is_led = (found.last - first > 1) & behind.word(first, "reporting") & behind.has(first, c.VERB_ING)
    is_led &= behind.marked(first, COMMA)
    is_led |= (found.last - first == 1) & behind.word(first, "reporting") & behind.has(first, c.VERB_ING)
    is_tied = behind.has(before, c.PREPOSITION) | behind.word(before, "s")
    is_tied &= (found.last == cue.first) & (first - 1 > cue.sentence)
    return np.asarray(is_led | (is_tied & (behind.marks[first] == 0) & (behind.marks[before] == 0)))


def _inverted(behind: Behind, cue: _Cues) -> Found:
    """Noun groups behind a cue, with what stands in apposition to them: "...," said Ann Lee, the mayor."""
    first = np.minimum(cue.last, len(behind.marks) - 1)
    end = next_at(behind.group_ends, first + 1, cue.limit)
    end = np.where(_goes_on(behind, end, cue.limit), next_at(behind.group_ends, end + 2, cue.limit), end)
    at = np.minimum(end, cue.limit - 1)
    is_object = behind.word(first, "object")
    is_known = (cue.last < cue.limit) & behind.nominal[first] & ~behind.word(first, "headless")
    is_known &= ~behind.has(first, c.PREPOSITION | c.ADVERB) | behind.capitals[first]
    # a link, a number or a name of time may belong to the group
    goes_on = (behind.word(at, "link") & ~behind.marked(at, 0xFFFF ^ OWNED)) | behind.word(at, "paper")
    goes_on |= behind.has(at, c.NUMBER)
    last = _with_asides(behind, end, cue.limit)
    is_known &= last_at(behind.changes, np.maximum(last - (last > end), 0)) <= cue.first
    return Found(first, last, is_known & ~is_object & ~((end < cue.limit) & goes_on))


def _goes_on(behind: Behind, end: Places, limit: Places) -> Truth:
    """Whether "of", "for" or "from" at an edge surely ties another group to the one before."""
    at, after = np.minimum(end, limit - 1), np.minimum(end + 1, limit - 1)
    is_link = behind.word(at, "tie") & ~behind.marked(at, 0xFFFF ^ OWNED) & (end + 1 < limit)
    is_plain = behind.nominal[after] & (behind.marks[after] == 0) & ~behind.has(after, c.VERB_ING | c.TIME)
    return np.asarray(is_link & is_plain & (last_at(behind.group_ends, after) < after))


def _with_asides(behind: Behind, end: Places, limit: Places) -> Places:
    """Edges behind the appositions and relative clauses of groups, as `following.group_after`."""
    at, before = np.minimum(end, limit - 1), np.maximum(end - 1, 0)
    is_relative = behind.word(at, "aside")
    is_closed = behind.has(at, CLOSED) | behind.word(at, "plain subject")
    is_role = ~behind.capitals[before] & behind.has(before, c.PERSON_NOUN | c.TITLE | c.GROUP)
    opens = (
        behind.has(at, c.DETERMINER | c.PERSON_NOUN | c.TITLE | c.NUMBER | c.ADJECTIVE) | ~behind.capitals[at] | is_role
    )
    stop = next_at(behind.stretches, end + 1, limit)
    is_free = (next_at(behind.relatives, end, limit) < stop) | (next_at(behind.finite, end, limit) >= stop)
    is_aside = is_relative | (~is_closed & opens & behind.nominal[at] & is_free)
    is_aside &= behind.marked(at, COMMA) & ~behind.marked(at, QUOTE)
    is_who = (behind.marks[at] == 0) & behind.word(at, "who")
    return np.where((end < limit) & (is_aside | is_who), stop, end)
