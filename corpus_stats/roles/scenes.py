"""Where the people of a mention are: in a place of this conflict, or of another."""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from .clauses import BREAKS, Clauses
from .spotting import Mention, RoleWords
from .ties import Ties

__all__ = ["Scenes"]


class Scenes:
    """Reader of the places that the clause and the sentence of a mention name."""

    def __init__(self, reading: Grammar, clauses: Clauses, ties: Ties, words: RoleWords) -> None:
        self.reading, self.clauses, self.ties = reading, clauses, ties
        self._home, self._away = words.home, words.away

    def has_home(self, mention: Mention) -> bool:
        """Whether the sentence of a mention has a place of this conflict."""
        return _has(self._home, *self.clauses.sentence(mention.first))

    def is_of_there(self, mention: Mention) -> bool:
        """Whether its own words name a place of another conflict, in a sentence without one of this."""
        return _has(self._away, mention.group, mention.end) and not self.has_home(mention)

    def is_away(self, mention: Mention) -> bool:
        """Whether its clause puts it into a place of another conflict, and nothing into one of this."""
        left, right = self.clauses.sentence(mention.first)
        is_here = _has(self._home, left, mention.group) or _has(self._home, mention.end, right)
        if not self._away or is_here:
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


def _has(places: set[int], first: int, last: int) -> bool:
    return any(place in places for place in range(first, last))
