"""Who was met so far in one document, where, and what is known of them: read event by event.

A referent is a number, as in `cast`, and an event is known by its position.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..grammar import Grammar, classes
from .cast import SUBJECT, Cast, Events
from .profiles import Profile

__all__ = ["Known", "Recollection"]

# Kinds that one word can mean are kept in mind together.
_GROUPS = {"person": 0, "other": 0, "body": 1, "place": 1, "plural": 2}
# Nobody looks further back than so many names and pronouns, nor at more referents than a reader keeps in mind.
_MOST_EVENTS, _MOST_IN_MIND = 200, 60


class Known:
    """What is known of one referent in one document.

    Attributes
    ----------
    referent : int
    events : list of int
        Where it was met.
    met, subject_in : int
        The event where it was met last, and the sentence in which it was a subject last.
    gender : str or None
        None as long as nobody asked.
    profile : Profile or None
    """

    met = subject_in = -1
    gender: str | None = None
    profile: Profile | None = None

    def __init__(self, referent: int) -> None:
        self.referent = referent
        self.events: list[int] = []


class Recollection:
    """Referents of one document up to an event; in each group of kinds whoever was met last comes last."""

    def __init__(self, reading: Grammar, cast: Cast, events: Events) -> None:
        self.reading = reading
        self.cast = cast
        self.events = events
        self.n_named = len(cast.kinds)
        self.open(0)

    def open(self, begin: int) -> None:
        """Begin a document with its first event."""
        self._passed = begin
        groups: list[dict[int, Known]] = [{}, {}, {}]
        self._known = {kind: groups[group] for kind, group in _GROUPS.items()}

    def read_to(self, event: int) -> None:
        """Take in who was met before an event."""
        known, referents = self._known, self.events.referents
        flags, kinds, sentences = self.events.flags, self.events.kinds, self.events.sentences
        for one in range(self._passed, event):
            referent = referents[one]
            if referent >= 0:
                group = known[kinds[one]]
                found = group.pop(referent, None) or Known(referent)
                group[referent] = found
                found.met = one
                found.events.append(one)
                if flags[one] & SUBJECT:
                    found.subject_in = sentences[one]
        self._passed = event

    def recent(self, kind: str, event: int, n_sentences: int) -> Iterator[Known]:
        """Who was met at most so many sentences ago, of a kind or one that goes with it; the last one first."""
        sentences, oldest = self.events.sentences, event - _MOST_EVENTS
        since = sentences[event] - n_sentences
        for one in islice(reversed(self._known[kind].values()), _MOST_IN_MIND):
            if sentences[one.met] < since or one.met < oldest:
                return
            yield one

    def distance(self, one: Known, event: int) -> int:
        """Sentences between an event and where a referent was met last."""
        return self.events.sentences[event] - self.events.sentences[one.met]

    def is_subject(self, one: Known) -> bool:
        """Whether a referent was a subject in the sentence where it was met last."""
        return one.subject_in == self.events.sentences[one.met]

    def gender(self, one: Known) -> str:
        """Gender of a referent: by name, by the noun that brought it in, or as pronouns have told since."""
        if one.gender is None:
            is_named = one.referent < self.n_named
            one.gender = self.cast.genders[one.referent] if is_named else self.gender_of(one.referent - self.n_named)
        return one.gender

    def gender_of(self, head: int) -> str:
        """Gender that a noun tells."""
        bits = self.reading.class_list[head]
        return "m" if bits & classes.MALE else "f" if bits & classes.FEMALE else ""
