"""Descriptions and pronouns tied to what was named before them, in one pass over each document.

Throughout this module, a referent is a number: an actor of the lexicon; from the number of actors on, a named entity
that is no actor; below zero, somebody who is only described (a spokesman). Others than actors are followed too: *the
president* is the actor only where nobody else is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from ..grammar import Grammar, arrays, classes, noun_group
from .fitting import LEAST_FIT, LEAST_LEAD, Description, fit, is_subject_there
from .profiles import Profile
from .roles import role_at
from .seen import Seen

__all__ = ["DESCRIPTION", "PRONOUN", "PRONOUN_LISTS", "Cast", "Event", "tied"]

# Token positions of first, last and head, and the referent of a name, or what is to be tied. In place of a pronoun's
# last: the relative pronoun of its clause, or -1.
Event = tuple[int, int, int, int]
# Token positions of first, last and head, the actor, and the position of the kind in `MENTION_KINDS`.
Hit = tuple[int, int, int, int, int]
# A referent, the token where its wording begins, and the wording's kind and gender.
Tie = tuple[int, int, str, str]

DESCRIPTION, PRONOUN = -2, -3
PRONOUN_LISTS = ("he", "she", "it", "they")
_KIND_OF = {DESCRIPTION: 2, PRONOUN: 3}
_PRONOUNS: dict[str, tuple[str, str]] = {
    **dict.fromkeys("he him his himself".split(), ("person", "m")),
    **dict.fromkeys("she her hers herself".split(), ("person", "f")),
    **dict.fromkeys("it its itself".split(), ("body", "")),
    **dict.fromkeys("they them their theirs themselves".split(), ("plural", "")),
}
_OBJECT = frozenset("him them".split())
_DEFINITE = frozenset("the this that".split())
_INDEFINITE = frozenset("a an another one".split())
_FINITE = classes.VERB | classes.AUXILIARY | classes.COPULA
_TELLING = classes.DEMONYM | classes.PLACE
# It is clear that, it remains to be seen, it seems that, it takes
_EMPTY = frozenset("seems seemed appears appeared takes took remains remained turns turned rained".split())
_IS = frozenset("is was be been being 's isn't wasn't".split())
_THAT = frozenset("that to whether why how if who what".split())
_NUMBERS = {"two": 2, "three": 3}
_ALL = frozenset("the these those both all".split())
_COMMON = classes.TITLE | classes.ADJECTIVE | classes.PERSON_NOUN
_NONE: frozenset[str] = frozenset()
_FAR, _NEAR, _PRONOUN_FAR = 12, 3, 2
_MOST_IN_MIND = 60
# Events read before those met long ago are forgotten.
_AT_ONCE = 256


@dataclass(frozen=True, eq=False)
class Cast:
    """Who can be meant.

    Attributes
    ----------
    n_actors : int
    kinds : sequence of str
        "person", "body", "place", "plural" or "other" by referent.
    genders : sequence of str
    heads : sequence of frozenset of str
        Nouns that the lexicon itself uses for an actor; none for others.
    profiles : sequence of Profile
        What stands before the names of each actor anywhere in the corpus.
    """

    n_actors: int
    kinds: Sequence[str]
    genders: Sequence[str]
    heads: Sequence[frozenset[str]]
    profiles: Sequence[Profile]


def tied(reading: Grammar, cast: Cast, events: Sequence[Event]) -> list[Hit]:
    """Hits of kind description and pronoun among the events of one document, which are in the order of the text."""
    state = _State(reading, cast)
    for begin in range(0, len(events), _AT_ONCE):
        state.read(events[begin : begin + _AT_ONCE])
        state.forget()
    return state.hits


class _State:
    """Who was met where in one document, and what was said of them beside their names."""

    def __init__(self, reading: Grammar, cast: Cast) -> None:
        self.hits: list[Hit] = []
        self._reading = reading
        self._cast = cast
        self._seen: dict[int, Seen] = {}
        # The same, the one met last standing last; not more than a reader keeps in mind.
        self._recent: dict[int, Seen] = {}
        self._n_unnamed = 0

    def read(self, events: Sequence[Event]) -> None:
        """Meet whoever is named, tie what is to be tied."""
        met, recent, sentences = self._seen, self._recent, self._reading.sentence_list
        kinds, genders, n = self._cast.kinds, self._cast.genders, self._cast.n_actors
        for event in events:
            first, last, head, what = event
            if what >= 0:
                referent, kind, gender = what, kinds[what], genders[what]
            else:
                tie = self._pronoun(head, last) if what == PRONOUN else self._description(head)
                if tie is None:
                    continue
                referent, first, kind, gender = tie
                last = head + 1
                if 0 <= referent < n:
                    self.hits.append((first, last, head, referent, _KIND_OF[what]))
            seen = met.get(referent)
            if seen is None:
                seen = met[referent] = Seen(referent, kind, gender)
            elif gender:
                seen.gender = gender
            sentence = sentences[first]
            seen.was_subject = sentence == seen.sentence and (seen.was_subject or seen.is_subject is True)
            seen.first, seen.last, seen.sentence, seen.is_subject = first, last, sentence, None
            seen.count += 1
            if what >= 0:
                seen.unread.append(event)
            recent.pop(referent, None)
            recent[referent] = seen

    def forget(self) -> None:
        """Forget the order of all but those met last, who alone can be meant."""
        self._recent = dict(list(self._recent.items())[-_MOST_IN_MIND:])

    def _description(self, head: int) -> Tie | None:
        """Referent of the description with this head; somebody new where it is indefinite or ties to nobody."""
        reading = self._reading
        first, last = noun_group(reading, head)
        if last != head + 1 or not first:
            return None
        opener = reading.word(first - 1)
        bits = reading.class_list[head]
        kind = "plural" if bits & classes.PLURAL else "person" if bits & classes.PERSON_NOUN else "body"
        gender = "m" if bits & classes.MALE else "f" if bits & classes.FEMALE else ""
        if kind == "plural" and bits & classes.PERSON_NOUN and self._tie_several(opener, first, head, gender):
            return None
        is_definite = opener in _DEFINITE
        if not is_definite and opener not in _INDEFINITE:
            return None
        if reading.sentence_list[first - 1] != reading.sentence_list[first]:
            return None
        found = None
        if is_definite and not self._is_named_next(head):
            found = self._tie(first, head, kind, gender)
        if found is None:
            if kind != "person":
                return None
            self._n_unnamed += 1
            found = -1 - self._n_unnamed
        return found, first, kind, gender

    def _tie_several(self, opener: str, first: int, head: int, gender: str) -> bool:
        """Tie *the two leaders* or *both men* to as many persons as the number says, met last; whether it did."""
        reading = self._reading
        named = [_NUMBERS[reading.word(k)] for k in range(first, head) if reading.word(k) in _NUMBERS]
        number = 2 if opener == "both" else named[0] if named and opener in _ALL else 0
        if not number:
            return False
        persons = [
            seen.referent
            for seen in self._met_since(reading.sentence_list[head] - _NEAR)
            if seen.referent >= 0 and seen.kind == "person" and not (gender and seen.gender and seen.gender != gender)
        ]
        if number > len(persons):
            return False
        n, kind = self._cast.n_actors, _KIND_OF[DESCRIPTION]
        self.hits += [(first, head + 1, head, one, kind) for one in persons[:number] if one < n]
        return True

    def _pronoun(self, position: int, relative: int) -> Tie | None:
        """Referent of a pronoun, in the clause of a relative pronoun if that is not -1; None where it is not clear."""
        word = self._reading.word(position)
        kind, gender = _PRONOUNS[word]
        if word == "it" and not self._is_personal_it(position):
            return None
        found = self._related(relative, kind, gender)
        if found is None:
            found = self._recalled(position, word, kind, gender)
        return None if found is None else (found, position, kind, gender)

    def _recalled(self, position: int, word: str, kind: str, gender: str) -> int | None:
        """Whoever alone fits in the pronoun's sentence, or else in one of those before, or is the one subject there."""
        sentence = self._reading.sentence_list[position]
        near: list[Seen] = []
        for seen in islice(reversed(self._recent.values()), _MOST_IN_MIND):
            if seen.sentence < sentence - _PRONOUN_FAR or (near and seen.sentence != near[0].sentence):
                break
            if not seen.fits(kind, gender):
                continue
            if word in _OBJECT and seen.sentence == sentence and self._is_same_clause(seen, position):
                continue
            near.append(seen)
        if not near:
            return None
        subjects = [seen for seen in near if is_subject_there(self._reading, seen)]
        found = near[0] if len(near) == 1 else subjects[0] if len(subjects) == 1 else None
        if found is None or (kind != "person" and found not in subjects):
            return None
        return found.referent

    def _met_since(self, since: int) -> Iterator[Seen]:
        """Referents met in a sentence or later, the last one first; not more than a reader keeps in mind."""
        recent = islice(reversed(self._recent.values()), _MOST_IN_MIND)
        return takewhile(lambda seen: seen.sentence >= since, recent)

    def _related(self, relative: int, kind: str, gender: str) -> int | None:
        """Referent that the *who* or *which* at a token stands for; None where there is no such token."""
        if relative < 0:
            return None
        near = self._met_since(self._reading.sentence_list[relative])
        return next((seen.referent for seen in near if seen.last == relative and seen.fits(kind, gender)), None)

    def _is_personal_it(self, position: int) -> bool:
        """Whether *it* is the subject of a clause, and not of one like *it is clear that*."""
        reading = self._reading
        following = position + 1
        if following >= len(reading.class_list) or not reading.class_list[following] & _FINITE:
            return False
        sentence, end = reading.sentence_list[position], min(following + 6, len(reading.class_list))
        ahead = [reading.word(k) for k in range(following, end) if reading.sentence_list[k] == sentence]
        return not (_EMPTY.intersection(ahead[:1]) or (_IS.intersection(ahead[:3]) and _THAT.intersection(ahead)))

    def _is_same_clause(self, seen: Seen, position: int) -> bool:
        reading = self._reading
        breaks = classes.SUBORDINATOR | classes.RELATIVE | classes.CONJUNCTION
        between = range(max(seen.first + 1, position - _MOST_IN_MIND), position)
        return not any(reading.class_list[k] & breaks or reading.mark_list[k] & arrays.COMMA for k in between)

    def _is_named_next(self, head: int) -> bool:
        reading = self._reading
        following = head + 1
        if following >= len(reading.class_list) or not reading.joined_list[following]:
            return False
        return reading.capital_list[following] and not reading.class_list[following] & classes.POSSESSIVE

    def _tie(self, first: int, head: int, kind: str, gender: str) -> int | None:
        """Referent that fits a definite description best, where one does clearly."""
        reading, cast, n = self._reading, self._cast, self._cast.n_actors
        lower, types = reading.lower, reading.type_list
        modifiers = [lower[types[k]] for k in range(first, head)]
        telling = [word for k, word in enumerate(modifiers, first) if self._is_telling(k, word)]
        sentence = reading.sentence_list[head]
        asked = Description(sentence, role_at(reading, head), kind, modifiers, telling)
        far = sentence - _FAR
        fits = []
        for seen in islice(reversed(self._recent.values()), _MOST_IN_MIND):
            if seen.sentence < far:
                break
            if seen.kind != kind or (gender and seen.gender and gender != seen.gender):
                continue
            one = seen.referent
            is_actor = 0 <= one < n
            listed = cast.heads[one] if is_actor and kind == "person" else _NONE
            fits.append((fit(reading, asked, seen, listed, cast.profiles[one] if is_actor else None), one))
        fits.sort(reverse=True)
        if not fits or fits[0][0] < LEAST_FIT or (len(fits) > 1 and fits[0][0] - fits[1][0] < LEAST_LEAD):
            return None
        return fits[0][1]

    def _is_telling(self, k: int, word: str) -> bool:
        """Whether a word tells one person from another: a nationality, a place, a name; not the Prime of a minister."""
        bits = self._reading.class_list[k]
        if word in ("north", "south"):
            return bool(self._reading.class_list[k + 1] & _TELLING)
        return bool(bits & _TELLING or (self._reading.capital_list[k] and not bits & _COMMON))
