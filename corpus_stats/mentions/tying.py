"""Descriptions and pronouns tied to what was named before them, in one pass over each document.

Throughout this module, a referent is a number, as in `cast`, and an event is known by its position. Others than actors
are followed too: *the president* is the actor only where nobody else is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import Grammar, arrays, classes, noun_group
from .cast import DESCRIPTION, PRONOUN, Cast, Events
from .fitting import Description, fit
from .profiles import Profile, read_profile
from .roles import role_at
from .subjects import is_subject
from .syntax import group_head

__all__ = ["tied"]

# Token positions of first, last and head, the actor, and the position of the kind in `MENTION_KINDS`.
Hit = tuple[int, int, int, int, int]
# A referent, the event where it was met last, the token where the new wording begins, and that one's gender.
_Tie = tuple[int, int, int, str]

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
_LONGEST_VERB = 4
_BEFORE_VERB = classes.ADVERB | classes.AUXILIARY | classes.NEGATION
# Nobody looks further back than so many names and pronouns.
_MOST_EVENTS = 200
# A description must fit this well, and so much better than the next one.
_LEAST_FIT, _LEAST_LEAD = 1.0, 0.8
_NOT = -9.0


def tied(reading: Grammar, cast: Cast, events: Events) -> list[Hit]:
    """Hits of kind description and pronoun among the events."""
    state = _State(reading, cast, events)
    document = -1
    for event, begin in events.asked:
        if begin != document:
            state.open(begin)
            document = begin
        state.tie(event)
    return state.hits


class _State:
    """Who was met where in one document, and what was said of them beside their names."""

    def __init__(self, reading: Grammar, cast: Cast, events: Events) -> None:
        self.hits: list[Hit] = []
        self._reading = reading
        self._cast = cast
        self._events = events
        self._n = len(cast.kinds)
        self.open(0)

    def open(self, begin: int) -> None:
        """Begin a document with its first event."""
        self._begin = begin
        self._genders: dict[int, str] = {}
        self._profiles: dict[int, Profile] = {}
        # How many of a referent's names its profile holds: what stands beside them, and their words.
        self._n_read: dict[int, int] = {}
        self._n_worded: dict[int, int] = {}
        # Sentence in which a referent was found to be a subject, and how often it was met but for its names.
        self._subject_in: dict[int, int] = {}
        self._n_tied: dict[int, int] = {}

    def tie(self, event: int) -> None:
        """Tie a description or a pronoun to whom it means, if that is clear."""
        events = self._events
        head, kind = events.heads[event], events.referents[event]
        tie = self._pronoun(event, head) if kind == PRONOUN else self._description(event, head)
        if tie is None:
            return
        referent, met, first, gender = tie
        if referent < self._cast.n_actors:
            self.hits.append((first, head + 1, head, referent, _KIND_OF[kind]))
        events.first[event], events.last[event], events.referents[event] = first, head + 1, referent
        self._n_tied[referent] = self._n_tied.get(referent, 0) + 1
        if gender:
            self._genders[referent] = gender
        if met >= 0:
            events.kinds[event], events.named[event] = events.kinds[met], events.named[met]

    def _description(self, event: int, head: int) -> _Tie | None:
        """Referent of the description with this head; somebody new where it is indefinite or ties to nobody."""
        reading = self._reading
        first, last = noun_group(reading, head)
        if last != head + 1 or not first:
            return None
        opener = reading.word(first - 1)
        bits = reading.class_list[head]
        kind = "plural" if bits & classes.PLURAL else "person" if bits & classes.PERSON_NOUN else "body"
        gender = "m" if bits & classes.MALE else "f" if bits & classes.FEMALE else ""
        if kind == "plural" and bits & classes.PERSON_NOUN and self._tie_several(opener, first, event, gender):
            return None
        is_definite = opener in _DEFINITE
        if not is_definite and opener not in _INDEFINITE:
            return None
        if reading.sentence_list[first - 1] != reading.sentence_list[first]:
            return None
        if is_definite and not self._is_named_next(head):
            met = self._tied(first, event, kind, gender)
            if met >= 0:
                return self._events.referents[met], met, first, gender
        if kind != "person":
            return None
        self._events.kinds[event], self._events.named[event] = kind, -1
        self._n += 1
        return self._n - 1, -1, first, gender

    def _tie_several(self, opener: str, first: int, event: int, gender: str) -> bool:
        """Tie *the two leaders* or *both men* to as many persons as the number says, met last; whether it did."""
        reading, head = self._reading, self._events.heads[event]
        named = [_NUMBERS[reading.word(k)] for k in range(first, head) if reading.word(k) in _NUMBERS]
        number = 2 if opener == "both" else named[0] if named and opener in _ALL else 0
        if not number:
            return False
        near = self._recent(event, reading.sentence_list[head] - _NEAR)
        persons = [one for one, met in near if one < len(self._cast.kinds) and self._events.kinds[met] == "person"]
        persons = [one for one in persons if not gender or self._gender(one) in ("", gender)]
        if number > len(persons):
            return False
        n, kind = self._cast.n_actors, _KIND_OF[DESCRIPTION]
        self.hits += [(first, head + 1, head, one, kind) for one in persons[:number] if one < n]
        return True

    def _pronoun(self, event: int, position: int) -> _Tie | None:
        """Referent of a pronoun, in the clause of a relative pronoun if there is one; None where it is not clear."""
        word = self._reading.word(position)
        kind, gender = _PRONOUNS[word]
        if word == "it" and not self._is_personal_it(position):
            return None
        met = self._related(event, kind, gender)
        if met < 0:
            met = self._recalled(event, word, kind, gender)
        return None if met < 0 else (self._events.referents[met], met, position, gender)

    def _related(self, event: int, kind: str, gender: str) -> int:
        """Event that the *who* or *which* before a pronoun stands for; -1 where there is none."""
        relative = self._events.last[event]
        if relative < 0:
            return -1
        for one, met in self._recent(event, self._reading.sentence_list[relative]):
            if self._events.last[met] == relative and self._fits(one, met, kind, gender):
                return met
        return -1

    def _recalled(self, event: int, word: str, kind: str, gender: str) -> int:
        """Whoever alone fits in the pronoun's sentence, or else in one of those before, or is the one subject there."""
        sentences = self._events.sentences
        sentence = sentences[event]
        near: list[tuple[int, int]] = []
        for one, met in self._recent(event, sentence - _PRONOUN_FAR):
            if near and sentences[met] != sentences[near[0][1]]:
                break
            if not self._fits(one, met, kind, gender):
                continue
            if word in _OBJECT and sentences[met] == sentence and self._is_same_clause(met, event):
                continue
            near.append((one, met))
        if not near:
            return -1
        subjects = [met for one, met in near if self._is_subject(one, met)]
        if len(subjects) == 1:
            return subjects[0]
        return near[0][1] if len(near) == 1 and kind == "person" else -1

    def _recent(self, event: int, since: int) -> Iterator[tuple[int, int]]:
        """Referents met in a sentence or later, and where; the last one first, not more than a reader keeps in mind."""
        referents, sentences = self._events.referents, self._events.sentences
        passed: set[int] = set()
        for met in range(event - 1, max(self._begin, event - _MOST_EVENTS) - 1, -1):
            one = referents[met]
            if one < 0 or one in passed:
                continue
            if sentences[met] < since or len(passed) == _MOST_IN_MIND:
                return
            passed.add(one)
            yield one, met

    def _gender(self, referent: int) -> str:
        found = self._genders.get(referent)
        return found if found is not None else self._cast.genders[referent] if referent < len(self._cast.kinds) else ""

    def _fits(self, referent: int, met: int, kind: str, gender: str) -> bool:
        """Whether a pronoun for a kind and a gender can mean somebody."""
        own = self._events.kinds[met]
        if kind == "person":
            return own in ("person", "other") and self._gender(referent) in ("", gender)
        return own in ("body", "place") if kind == "body" else own == "plural"

    def _is_subject(self, referent: int, met: int) -> bool:
        """Whether somebody is a subject there, or was found to be one before in that sentence."""
        sentence = self._events.sentences[met]
        if self._subject_in.get(referent) == sentence:
            return True
        found = is_subject(self._reading, self._events.first[met], self._events.last[met])
        if found:
            self._subject_in[referent] = sentence
        return found

    def _tied(self, first: int, event: int, kind: str, gender: str) -> int:
        """Event whose referent fits a definite description best, where one does clearly; -1 otherwise."""
        reading, kinds, head = self._reading, self._events.kinds, self._events.heads[event]
        lower, types = reading.lower, reading.type_list
        modifiers = [lower[types[k]] for k in range(first, head)]
        telling = [word for k, word in enumerate(modifiers, first) if self._is_telling(k, word)]
        asked = Description(role_at(reading, head), kind, modifiers, telling)
        fits, other = [], self._object_of(event)
        for one, met in self._recent(event, reading.sentence_list[head] - _FAR):
            if one != other and kinds[met] == kind and not (gender and self._gender(one) not in ("", gender)):
                fits.append((self._fit(asked, one, met, event), met))
        fits.sort(reverse=True)
        if not fits or fits[0][0] < _LEAST_FIT or (len(fits) > 1 and fits[0][0] - fits[1][0] < _LEAST_LEAD):
            return -1
        return fits[0][1]

    def _object_of(self, event: int) -> int:
        """Whoever is named as the object of the verb whose subject the event is, and so is somebody else; or -1."""
        events, reading = self._events, self._reading
        following = event + 1
        if following == len(events.heads) or events.sentences[following] != events.sentences[event]:
            return -1
        first, head = events.first[following], events.heads[event]
        if not 2 <= first - head <= _LONGEST_VERB + 1 or not reading.class_list[first - 1] & classes.VERB:
            return -1
        is_one = all(reading.joined_list[head + 1 : first + 1])
        between = reading.class_list[head + 1 : first - 1]
        return events.referents[following] if is_one and all(bits & _BEFORE_VERB for bits in between) else -1

    def _fit(self, asked: Description, referent: int, met: int, event: int) -> float:
        """How well a description fits a referent, how near and how often it was met."""
        events, cast = self._events, self._cast
        is_actor = referent < cast.n_actors
        listed = cast.heads[referent] if is_actor and asked.kind == "person" else _NONE
        distance = events.sentences[event] - events.sentences[met]
        elsewhere = cast.profiles[referent] if is_actor else None
        profile = self._profile(referent, met)
        if asked.telling:
            self._add_words(profile, referent, met)
        score = fit(asked, profile, listed, elsewhere, distance)
        if score is None:
            return _NOT
        named = events.named[met]
        count = self._n_tied.get(referent, 0) + (events.ranks[named] + 1 if named >= 0 else 0)
        score += 0.5 * self._is_subject(referent, met) + min(count, 6) / 6
        return score - 0.8 if distance == 0 else score

    def _profile(self, referent: int, met: int) -> Profile:
        """What stands beside the names of a referent so far."""
        profile = self._profiles.get(referent)
        if profile is None:
            profile = self._profiles[referent] = Profile()
        events, reading, is_person = self._events, self._reading, self._events.kinds[met] == "person"
        for event in self._unread(self._n_read, referent, met):
            first, last = events.first[event], events.last[event]
            if is_person:
                read_profile(reading, first, last, profile)
            else:
                profile.heads.add(reading.word(group_head(reading, first, last)))
        return profile

    def _add_words(self, profile: Profile, referent: int, met: int) -> None:
        events, lower, types = self._events, self._reading.lower, self._reading.type_list
        for event in self._unread(self._n_worded, referent, met):
            profile.words.update([lower[i] for i in types[events.first[event] : events.last[event]]])

    def _unread(self, n_read: dict[int, int], referent: int, met: int) -> list[int]:
        """Events that name a referent, without those that were read before; they count as read from now on."""
        events, named = self._events, self._events.named[met]
        done = n_read.get(referent, 0)
        if named < 0 or done > events.ranks[named]:
            return []
        n_read[referent] = events.ranks[named] + 1
        place = events.places[named]
        return events.order[place - events.ranks[named] + done : place + 1]

    def _is_telling(self, k: int, word: str) -> bool:
        """Whether a word tells one person from another: a nationality, a place, a name; not the Prime of a minister."""
        bits = self._reading.class_list[k]
        if word in ("north", "south"):
            return bool(self._reading.class_list[k + 1] & _TELLING)
        return bool(bits & _TELLING or (self._reading.capital_list[k] and not bits & _COMMON))

    def _is_personal_it(self, position: int) -> bool:
        """Whether *it* is the subject of a clause, and not of one like *it is clear that*."""
        reading = self._reading
        following = position + 1
        if following >= len(reading.class_list) or not reading.class_list[following] & _FINITE:
            return False
        sentence, end = reading.sentence_list[position], min(following + 6, len(reading.class_list))
        ahead = [reading.word(k) for k in range(following, end) if reading.sentence_list[k] == sentence]
        return not (_EMPTY.intersection(ahead[:1]) or (_IS.intersection(ahead[:3]) and _THAT.intersection(ahead)))

    def _is_same_clause(self, met: int, event: int) -> bool:
        reading, position = self._reading, self._events.heads[event]
        breaks = classes.SUBORDINATOR | classes.RELATIVE | classes.CONJUNCTION
        between = range(max(self._events.first[met] + 1, position - _MOST_IN_MIND), position)
        return not any(reading.class_list[k] & breaks or reading.mark_list[k] & arrays.COMMA for k in between)

    def _is_named_next(self, head: int) -> bool:
        reading = self._reading
        following = head + 1
        if following >= len(reading.class_list) or not reading.joined_list[following]:
            return False
        return reading.capital_list[following] and not reading.class_list[following] & classes.POSSESSIVE
