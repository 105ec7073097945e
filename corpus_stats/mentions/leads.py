"""Who is meant before anybody is named, and by *my client*: the article says it further on.

*Founder ousted*, says a headline, and the lead names one person who fits; *a hip surgeon has been struck off*, and the
next sentence begins with *Ola Berg, 47*; of a lawyer's client an article goes on to tell.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes
from ..grammar.arrays import types_of
from ..grammar.groups import groups
from ..grammar.marks import COMMA, STOP
from .cast import NAMES, PERSON, QUOTED, TELLS, Cast, Events
from .describing import are_acting
from .fitting import Description, role_fit
from .marking import in_list
from .profiles import Profile, read_profile
from .roles import FUNCTIONAL, role_at

__all__ = ["is_byline", "led"]

_DESCRIBED = 2
_FITTING, _ALIKE, _LEAST_LEAD, _FOUNDED = 1.0, 1.5, 0.8, 4.0
_VERBAL = classes.VERB | classes.AUXILIARY | classes.COPULA | classes.PARTICIPLE
_MOST_EVENTS, _LEAD_SENTENCES = 12, 5
# Whom a story is about is met so often, and so much oftener than anybody else.
_LEAST_MET, _TIMES_MORE = 2, 2
# Headlines and standfirsts are no captions, so many lines and so many tokens at most.
_CAPTION, _MOST_LINES, _LONGEST = 2, 3, 200
_CLIENT, _WHOSE = frozenset({"client"}), frozenset("my his her their".split())
_SINGLE = classes.PERSON_NOUN | classes.PLURAL

Hit = tuple[int, int, int, int, int]
_Places = NDArray[np.int64]


def led(reading: Grammar, cast: Cast, events: Events) -> list[Hit]:
    """Hits of actors among events that are tied already."""
    if not events.heads:
        return []
    lead = _Lead(reading, cast, events)
    return [*lead.headlines(), *lead.openings(), *lead.clients()]


class _Lead:
    def __init__(self, reading: Grammar, cast: Cast, events: Events) -> None:
        self._reading, self._cast, self._events = reading, cast, events
        self._bounds = reading.tokens.bounds.tolist()
        self._in_headline = _in_headline(reading)

    def headlines(self) -> list[Hit]:
        """*Founder ousted as board loses patience*."""
        reading, hits = self._reading, []
        for first, head in _bare(reading, self._in_headline).tolist():
            left, right = self._document(head)
            one = self._of_lead(head, left, right)
            if one >= 0 and self._is_of_age(one, head, left, right):
                hits.append((first, head + 1, head, self._events.referents[one], _DESCRIBED))
        return hits

    def openings(self) -> list[Hit]:
        """*A hip surgeon has been struck off. Ola Berg, 47, ...*."""
        events, hits = self._events, []
        first, n_known = events.rows[:, 0], len(self._cast.kinds)
        is_open = in_list(self._reading, "indefinite")[np.maximum(first - 1, 0)]
        new = [one for one in np.flatnonzero(is_open).tolist() if events.referents[one] == n_known + events.heads[one]]
        for one in new:
            named = self._named_next(one)
            if named >= 0:
                right = self._document(events.heads[one])[1]
                alike = [k for k in range(one, right) if events.referents[k] == events.referents[one]]
                whom = events.referents[named]
                hits += [(events.first[k], events.last[k], events.heads[k], whom, _DESCRIBED) for k in alike]
        return hits

    def clients(self) -> list[Hit]:
        """*My client is innocent*, in an article about one person."""
        reading, hits, told = self._reading, [], dict[tuple[int, int], int]()
        places = np.flatnonzero(np.isin(reading.tokens.type_ids, types_of(reading.tokens, _CLIENT)) & reading.is_joined)
        for head in places.tolist():
            if not head or reading.words[head - 1] not in _WHOSE:
                continue
            document = self._document(head)
            if document not in told:
                told[document] = self._told_of(*document)
            if told[document] >= 0 and not self._is_named(told[document], head):
                hits.append((head, head + 1, head, told[document], _DESCRIBED))
        return hits

    def _told_of(self, left: int, right: int) -> int:
        """The actor whom a document is about, one person met far oftener than all others; -1 for none."""
        events = self._events
        met = Counter(events.referents[k] for k in range(left, right) if events.kinds[k] == PERSON)
        named = sorted((-n, whom) for whom, n in met.items() if 0 <= whom < len(self._cast.kinds))
        if not named or named[0][1] >= self._cast.n_actors or -named[0][0] < _LEAST_MET:
            return -1
        return named[0][1] if len(named) == 1 or named[0][0] <= _TIMES_MORE * named[1][0] else -1

    def _document(self, token: int) -> tuple[int, int]:
        """Events of the document of a token."""
        document = bisect_right(self._bounds, token) - 1
        heads = self._events.heads
        return bisect_left(heads, self._bounds[document]), bisect_left(heads, self._bounds[document + 1])

    def _of_lead(self, head: int, left: int, right: int) -> int:
        """The person whom the first sentence with one names, if a noun fits nobody else there; -1 for none."""
        events, sentence, persons = self._events, -1, dict[int, int]()
        end, own = _paragraph_end(self._reading, head), self._reading.sentence_list[head]
        for one in range(left, min(right, left + _MOST_EVENTS)):
            if not events.flags[one] & NAMES or events.kinds[one] != PERSON:
                continue
            if is_byline(self._reading, events.first[one]):
                continue
            if events.first[one] >= end:
                sentence = events.sentences[one] if sentence < 0 else sentence
                if events.sentences[one] != sentence:
                    break
            persons.setdefault(events.referents[one], one)
        # Whom the headline names beside the noun is somebody else.
        beside = {events.referents[one] for one in persons.values() if events.sentences[one] == own}
        persons = {whom: one for whom, one in persons.items() if whom not in beside}
        fits = sorted(((self._fit(head, one, left, right), one) for one in persons.values()), reverse=True)
        if not fits or sentence < 0 or fits[0][0] < _FITTING or events.referents[fits[0][1]] >= self._cast.n_actors:
            return -1
        # Of two persons one must be known for what the other is not.
        is_one = len(fits) == 1 or fits[0][0] - fits[1][0] >= _LEAST_LEAD
        return fits[0][1] if is_one else -1

    def _fit(self, head: int, one: int, left: int, right: int) -> float:
        """How well a noun fits whom an event names, by all that the article says beside the name."""
        reading, events, whom = self._reading, self._events, self._events.referents[one]
        bits, gender = reading.class_list[head], self._cast.genders[whom]
        told = "m" if bits & classes.MALE else "f" if bits & classes.FEMALE else ""
        role = role_at(reading, head)
        if told and gender not in ("", told):
            return 0.0
        profile = Profile()
        for k in range(left, right):
            if events.referents[k] == whom and events.flags[k] & NAMES and events.flags[k] & TELLS:
                read_profile(reading, events.first[k], events.last[k], profile)
        listed = self._cast.heads[whom] if whom < self._cast.n_actors else frozenset()
        known = profile.heads | listed
        score = role_fit(Description(role, PERSON, [], []), known, is_named=True) or 0.0
        # Of whom it is said what he is, a noun must go with that.
        return 0.0 if known and score < _ALIKE else score

    def _is_of_age(self, one: int, head: int, left: int, right: int) -> bool:
        """Whether nobody but whom an event names can have the age behind a noun: *Priest, 73, chains himself*.

        It is told again, or he is the only person of the lead, or what he is is said by the same noun.
        """
        reading, events, whom = self._reading, self._events, self._events.referents[one]
        if not _is_aged(reading, head):
            return True
        window = range(left, min(right, left + _MOST_EVENTS))
        near = [k for k in window if events.heads[k] > head and events.flags[k] & NAMES and events.kinds[k] == PERSON]
        near = [k for k in near if not is_byline(reading, events.first[k])]
        ages = {
            events.referents[k]: reading.words[events.last[k]] for k in near if _is_aged(reading, events.last[k] - 1)
        }
        same = [who for who, age in ages.items() if age == reading.words[head + 1]]
        if same or whom in ages:
            return same == [whom]
        lead = {events.referents[k] for k in near if events.sentences[k] - events.sentences[one] <= _LEAD_SENTENCES}
        return lead == {whom} or self._fit(head, one, left, right) >= _FOUNDED

    def _named_next(self, one: int) -> int:
        """The actor named first, but for headlines, as the next sentence begins, with an age or apposition; or -1."""
        events, reading, n = self._events, self._reading, len(self._events.heads)
        head, sentence = events.heads[one], events.sentences[one]
        left, right = self._document(head)
        is_late = sentence - reading.sentence_list[self._bounds[bisect_right(self._bounds, head) - 1]] > _LEAD_SENTENCES
        if is_late or events.flags[one] & QUOTED or role_at(reading, head) in FUNCTIONAL:
            return -1
        near = range(max(left, one - _MOST_EVENTS), min(right, one + _MOST_EVENTS))
        new = [k for k in near if events.sentences[k] == sentence and self._is_new(k)]
        named = next((k for k in near if events.sentences[k] > sentence), n)
        if new != [one] or named == n or events.sentences[named] != sentence + 1:
            return -1
        whom, last = events.referents[named], events.last[named]
        earlier = events.alike[named]
        is_first = earlier < 0 or (earlier < one and bool(self._in_headline[events.heads[earlier]]))
        is_first = is_first and 0 <= whom < self._cast.n_actors and bool(events.flags[named] & NAMES)
        if not is_first or events.kinds[named] != PERSON or last >= len(reading.class_list):
            return -1
        begins = reading.sentence_list[max(events.first[named] - 1, 0)] != sentence + 1
        is_told = reading.mark_list[last] & COMMA and reading.class_list[last] & (classes.NUMBER | classes.DETERMINER)
        return named if begins and is_told and self._fit(head, named, left, right) >= _FITTING else -1

    def _is_new(self, one: int) -> bool:
        return self._events.referents[one] >= len(self._cast.kinds) and self._events.kinds[one] == PERSON

    def _is_named(self, whom: int, token: int) -> bool:
        """Whether the sentence of a token names somebody: the lawyer."""
        events, sentence = self._events, self._reading.sentence_list[token]
        near = bisect_left(events.heads, token)
        here = range(max(near - _MOST_EVENTS, 0), min(near + _MOST_EVENTS, len(events.heads)))
        return any(
            events.sentences[k] == sentence and events.flags[k] & NAMES for k in here if events.referents[k] == whom
        )


def _bare(reading: Grammar, in_headline: NDArray[np.bool_]) -> _Places:
    """First tokens and heads of nouns for a person in headlines, without article: before a verb, or a verb's object."""
    n, bits = len(reading.classes), reading.classes
    heads = np.flatnonzero(((bits & _SINGLE) == classes.PERSON_NOUN) & in_headline)
    bounds = reading.tokens.bounds
    heads = heads[heads - bounds[np.searchsorted(bounds, heads, side="right") - 1] < _LONGEST]
    if not len(heads):
        return np.zeros((0, 2), dtype=np.int64)
    first = heads - np.frombuffer(groups(reading.tokens).before, dtype=np.uint8)[heads]
    following = np.minimum(heads + 1, n - 1)
    is_apart = np.append(~reading.is_joined, True)
    is_verb = ((bits & _VERBAL) != 0) & ((bits & classes.VERB_BASE) == 0) | are_acting(reading, np.arange(n))
    is_led = (~is_apart[heads + 1] & is_verb[following]) | _are_aged(reading, following, is_verb)
    is_led &= is_apart[first] | _are_begun(reading, first, is_apart)
    before = np.maximum(heads - 1, 0)
    # "for spoilt star": no verb
    governs = is_verb & ~np.append(False, reading.has(classes.PREPOSITION | classes.DETERMINER)[:-1])
    is_object = is_apart[heads + 1] & ~is_apart[heads] & governs[before]
    first = np.where(is_object, heads, first)
    is_single = ~in_list(reading, "definite", "indefinite")[first]
    chosen = (is_led | is_object) & is_single
    return np.asarray(np.stack([first, heads], axis=1)[chosen])


def _is_aged(reading: Grammar, head: int) -> bool:
    """Whether an age follows a noun or a name between commas."""
    k, bits, marks = head + 1, reading.class_list, reading.mark_list
    is_number = k + 1 < len(bits) and bits[k] & classes.NUMBER and marks[k] == COMMA
    return bool(is_number and marks[k + 1] == COMMA)


def _are_aged(reading: Grammar, following: _Places, is_verb: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether an age follows between commas, and a verb: *Priest, 73, chains himself*."""
    behind = np.minimum(following + 1, len(is_verb) - 1)
    is_number = ((reading.classes[following] & classes.NUMBER) != 0) & (reading.marks[following] == COMMA)
    return np.asarray(is_number & (reading.marks[behind] == COMMA) & is_verb[behind])


def _are_begun(reading: Grammar, first: _Places, is_apart: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether a clause of a headline begins: *Koruna sinks after governor is ousted*, *Moravia's leader quits*."""
    before = np.maximum(first - 1, 0)
    bits, is_joined = reading.classes[before], ~is_apart[first]
    is_clause = ((bits & classes.SUBORDINATOR) != 0) & ~is_apart[before]
    owner = np.maximum(before - 1, 0)
    is_owned = ((bits & classes.POSSESSIVE) != 0) & (is_apart[owner] | is_apart[np.maximum(owner - 1, 0)])
    return np.asarray(is_joined & (is_clause | (is_owned & reading.is_capital[owner])))


def _in_headline(reading: Grammar) -> NDArray[np.bool_]:
    """Whether tokens stand in a headline or standfirst: by their part, or as first lines without a full stop."""
    tokens = reading.tokens
    found = tokens.part_ids < _CAPTION
    bounds, last = tokens.paragraph_bounds, len(tokens)
    begins, ends = tokens.bounds[:-1], tokens.bounds[1:]
    for _ in range(_MOST_LINES):
        following = np.append(bounds, last)[np.searchsorted(bounds, begins, side="right")]
        is_line = following < ends
        is_line[is_line] = (reading.marks[following[is_line]] & STOP) == 0
        begins, ends, following = begins[is_line], ends[is_line], following[is_line]
        for begin, end in zip(begins.tolist(), following.tolist(), strict=True):
            found[begin:end] = True
        begins = following
    return np.asarray(found)


def is_byline(reading: Grammar, first: int) -> bool:
    """Whether a name is that of the writer."""
    return first > 0 and reading.words[first - 1] == "by" and bool(reading.capital_list[first - 1])


def _paragraph_end(reading: Grammar, token: int) -> int:
    bounds = reading.tokens.paragraph_bounds
    return int(np.append(bounds, len(reading.tokens))[np.searchsorted(bounds, token, side="right")])
