"""Who was met so far in one document, where, and what is known of them: read backwards from event to event.

A referent is a number, as in `cast`, and an event is known by its position; whoever was met is known by the event where
that was last.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar import Grammar, classes
from .cast import ACTED, GROUPS, NAMES, PERSON, QUOTED, SUBJECT, TELLS, TIED, Cast, Events
from .profiles import Profile, read_body, read_description, read_profile, root

__all__ = ["Recollection"]

_TELLING = classes.PERSON_NOUN | classes.DEMONYM
# Nobody looks further back than so many names and pronouns, nor at more referents than a reader keeps in mind.
_MOST_EVENTS, _MOST_IN_MIND = 200, 60


class Recollection:
    """Referents of one document: what `Events` says of them, and what has been found out since.

    `tellers` are the events that tell of each event, see `told`; `words`, `bits`, `marks` and `sentences` are lists of
    the reading, one entry a token: as attributes of their own they are had faster than as cached properties.
    """

    def __init__(self, reading: Grammar, cast: Cast, events: Events, tellers: Sequence[int]) -> None:
        self.reading = reading
        self.words, self.bits = reading.words, reading.class_list
        self.marks, self.sentences = reading.mark_list, reading.sentence_list
        self.cast = cast
        self.events = events
        self.tellers = tellers
        self.n_named = len(cast.kinds)
        self.open(0)

    def open(self, begin: int) -> None:
        """Begin a document with its first event."""
        self.begin = begin
        self._genders: dict[int, str] = {}
        self._profiles: dict[int, Profile] = {}
        self._tied: dict[int, list[int]] = {}
        self._acted: dict[int, int] = {}

    def recent(self, event: int, n_sentences: int, kind: int | None = None) -> list[int]:
        """Who was met at most so many sentences ago, of the group of an event or of a kind; the last one first."""
        events = self.events
        before, sentences, referents = events.before, events.sentences, events.referents
        since, oldest = sentences[event] - n_sentences, event - _MOST_EVENTS if event > _MOST_EVENTS else 0
        found: list[int] = []
        seen: set[int] = set()
        one = before[event] if kind is None else self._last_of(event, int(GROUPS[kind]))
        while one >= oldest and sentences[one] >= since and len(found) < _MOST_IN_MIND:
            referent = referents[one]
            if referent not in seen:
                seen.add(referent)
                if referent >= 0:
                    found.append(one)
            one = before[one]
        return found

    def _last_of(self, event: int, group: int) -> int:
        """The event of a group that stands before one of another."""
        one, least = event - 1, max(self.begin, event - _MOST_EVENTS)
        while one >= least and self.events.groups[one] != group:
            one -= 1
        return one if one >= least else -1

    def tie(self, event: int, met: int, gender: str) -> None:
        """Write down that an event means whom another one means, and the gender that it tells."""
        events = self.events
        flags, sentences = events.flags, events.sentences
        referent = events.referents[event] = events.referents[met]
        events.kinds[event] = events.kinds[met]
        events.counts[event] = events.counts[met]
        known, own = flags[met], flags[event] | TIED
        events.alike[event] = events.alike[met] if known & TIED else met
        if own & SUBJECT:
            own |= ACTED
            self._acted[referent] = sentences[event]
        elif sentences[met] == sentences[event]:
            own |= known & ACTED
        flags[event] = own
        tied = self._tied.get(referent)
        if tied is None:
            self._tied[referent] = [event]
        else:
            tied.append(event)
        if gender:
            self._genders[referent] = gender

    def add(self, event: int) -> None:
        """Write down that an event brings in somebody new."""
        events = self.events
        events.referents[event] = self.n_named + events.heads[event]
        events.counts[event], events.alike[event] = 1, -1
        if events.flags[event] & SUBJECT:
            events.flags[event] |= ACTED

    def count(self, met: int) -> int:
        """How often a referent was met."""
        return self.events.counts[met] + len(self._tied.get(self.events.referents[met], ()))

    def is_subject(self, met: int) -> bool:
        """Whether a referent was a subject in the sentence where it was met last."""
        events = self.events
        if events.flags[met] & ACTED:
            return True
        return self._acted.get(events.referents[met]) == events.sentences[met]

    def gender(self, met: int) -> str:
        """Gender of a referent: by name, by the noun that brought it in, or as pronouns have told since."""
        referent = self.events.referents[met]
        found = self._genders.get(referent)
        if found is not None:
            return found
        return self.cast.genders[referent] if referent < self.n_named else self.gender_of(referent - self.n_named)

    def gender_of(self, head: int) -> str:
        """Gender that a noun tells."""
        bits = self.bits[head]
        return "m" if bits & classes.MALE else "f" if bits & classes.FEMALE else ""

    def profile(self, met: int) -> Profile:
        """What stands beside the names of a referent so far, and what descriptions said."""
        events = self.events
        referent = events.referents[met]
        profile = self._profiles.get(referent)
        if profile is None:
            profile = self._profiles[referent] = Profile()
        named = events.alike[met] if events.flags[met] & TIED else met
        if named != profile.read:
            self._read(named, profile)
        tied = self._tied.get(referent, ())
        if len(tied) != profile.n_tied:
            self._add_tied(tied[profile.n_tied :], profile)
            profile.n_tied = len(tied)
        return profile

    def add_words(self, met: int, profile: Profile) -> None:
        """Add to the profile of a referent the words of its names."""
        events, words = self.events, self.words
        one = named = events.alike[met] if events.flags[met] & TIED else met
        while one > profile.worded:
            if events.flags[one] & NAMES:
                profile.roots.update(map(root, words[events.first[one] : events.last[one]]))
            one = events.alike[one]
        profile.worded = named

    def _read(self, named: int, profile: Profile) -> None:
        """Read what stands beside names that were not read yet, from the last one back."""
        events, reading, one, read = self.events, self.reading, named, profile.read
        kinds, flags, alike = events.kinds, events.flags, events.alike
        while one > read:
            known = flags[one]
            if kinds[one] == PERSON and known & NAMES:
                if known & TELLS:
                    read_profile(reading, events.first[one], events.last[one], profile)
            elif known & NAMES:
                profile.heads.add(self.words[events.heads[one]])
                if known & TELLS:
                    read_body(reading, events.first[one], events.last[one], profile)
            elif self.bits[events.heads[one]] & classes.PERSON_NOUN:
                read_description(reading, events.first[one], events.heads[one], profile)
            one = alike[one]
        profile.read = named

    def _add_tied(self, tied: Sequence[int], profile: Profile) -> None:
        events, reading = self.events, self.reading
        for one in tied:
            # What speakers call somebody says what they think.
            if not events.flags[one] & QUOTED and self.bits[events.heads[one]] & _TELLING:
                read_description(reading, events.first[one], events.heads[one], profile)
