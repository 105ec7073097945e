"""Descriptions and pronouns tied to what was named before them, in one pass over each document.

Others than actors are followed too: *the president* is the actor only where nobody else is meant.
"""

from __future__ import annotations

from math import sqrt

from ..grammar import Grammar, classes
from .cast import DESCRIPTION, NAMES, PRONOUN, SEVERAL, TELLS, Cast, Events
from .fitting import Description, fit
from .profiles import Profile, read_description, read_profile
from .pronouns import can_be, meant_by_pronoun
from .recollection import Known, Recollection
from .roles import role_at
from .telling import tellers

__all__ = ["tied"]

# Token positions of first, last and head, the actor, and the position of the kind in `MENTION_KINDS`.
Hit = tuple[int, int, int, int, int]

_DESCRIBED, _REFERRED = 2, 3
_TELLING = classes.DEMONYM | classes.PLACE
_NUMBERS = {"two": 2, "three": 3}
_ALL = frozenset("the these those both all".split())
_COMMON = classes.TITLE | classes.ADJECTIVE | classes.PERSON_NOUN
_NONE: frozenset[str] = frozenset()
# How many sentences back one person is looked for, and several.
_FAR, _NEAR = 12, 3
_LONGEST_VERB = 4
_BEFORE_VERB = classes.ADVERB | classes.AUXILIARY | classes.NEGATION
# Beside what `fit` says: a subject, how often met, each sentence between, the same sentence.
_SUBJECT, _MET, _SENTENCE, _SAME = 0.5, 0.35, 0.4, 1.0
_MOST_MET = 10
# A description must fit this well, and so much better than the next one; what fits so well fits whomever.
_LEAST_FIT, _LEAST_LEAD, _SURE = 1.0, 0.35, 3.0


def tied(reading: Grammar, cast: Cast, events: Events) -> list[Hit]:
    """Hits of kind description and pronoun among the events."""
    past = Recollection(reading, cast, events)
    telling = tellers(reading, events)
    hits: list[Hit] = []
    document = -1
    for event, begin in events.asked:
        if begin != document:
            past.open(begin)
            document = begin
        past.read_to(event)
        hits += _tied(past, event, telling[event])
    return hits


def _tied(past: Recollection, event: int, teller: int) -> list[Hit]:
    """Hits of one event, told by whom another event means; its referent is written down."""
    events, kind = past.events, past.events.referents[event]
    span = events.first[event], events.last[event], events.heads[event]
    if kind == PRONOUN:
        found, gender = meant_by_pronoun(past, event)
    else:
        gender = past.gender_of(span[2])
        several = [] if kind == DESCRIPTION else _several(past, event, gender)
        if several or kind == SEVERAL:
            return [(*span, one.referent, _DESCRIBED) for one in several if one.referent < past.cast.n_actors]
        found = _described(past, event, gender, teller)
    if found is None:
        if kind == DESCRIPTION and events.kinds[event] == "person":
            events.referents[event] = past.n_named + events.heads[event]
        return []
    events.referents[event], events.kinds[event] = found.referent, events.kinds[found.met]
    if gender:
        found.gender = gender
    mention = _REFERRED if kind == PRONOUN else _DESCRIBED
    return [(*span, found.referent, mention)] if found.referent < past.cast.n_actors else []


def _several(past: Recollection, event: int, gender: str) -> list[Known]:
    """Whom *the two leaders* or *both men* mean: as many persons as the number says, met last."""
    words, events = past.reading.words, past.events
    first, head = events.first[event], events.heads[event]
    named = [_NUMBERS[words[k]] for k in range(first, head) if words[k] in _NUMBERS]
    opener = words[first - 1]
    number = 2 if opener == "both" else named[0] if named and opener in _ALL else 0
    near = past.recent("person", event, _NEAR) if number else ()
    persons = [one for one in near if one.referent < past.n_named and events.kinds[one.met] == "person"]
    persons = [one for one in persons if can_be(past, one, gender)]
    return persons[:number] if number <= len(persons) else []


def _described(past: Recollection, event: int, gender: str, teller: int) -> Known | None:
    """Whom a definite description fits best, where it fits one clearly better than all others."""
    kinds, kind = past.events.kinds, past.events.kinds[event]
    asked = _description(past, event)
    # Companies do speak of "the company", persons of others.
    speaker = past.events.referents[teller] if teller >= 0 and kind == "person" else -1
    others = (_object_of(past, event), speaker)
    fits: list[tuple[float, int, Known]] = []
    for one in past.recent(kind, event, _FAR):
        if kinds[one.met] == kind and one.referent not in others and can_be(past, one, gender):
            score = _fit(past, asked, one, past.distance(one, event))
            if score is not None:
                fits.append((score, one.met, one))
    fits.sort(reverse=True)
    if not fits or fits[0][0] < _LEAST_FIT or (len(fits) > 1 and fits[0][0] - fits[1][0] < _LEAST_LEAD):
        return None
    return fits[0][2]


def _description(past: Recollection, event: int) -> Description:
    reading, events = past.reading, past.events
    head = events.heads[event]
    positions = range(events.first[event], head)
    telling = [reading.words[k] for k in positions if _is_telling(reading, k)]
    return Description(role_at(reading, head), events.kinds[event], [reading.words[k] for k in positions], telling)


def _is_telling(reading: Grammar, k: int) -> bool:
    """Whether a word tells one person from another: a nationality, a place, a name; not the Prime of a minister."""
    bits = reading.class_list[k]
    if reading.words[k] in ("north", "south"):
        return bool(reading.class_list[k + 1] & _TELLING)
    return bool(bits & _TELLING or (reading.capital_list[k] and not bits & _COMMON))


def _object_of(past: Recollection, event: int) -> int:
    """Whoever is named as the object of the verb whose subject the event is, and so is somebody else; or -1."""
    events, reading = past.events, past.reading
    following = event + 1
    if following == len(events.heads) or events.sentences[following] != events.sentences[event]:
        return -1
    first, head = events.first[following], events.heads[event]
    if not 2 <= first - head <= _LONGEST_VERB + 1 or not reading.class_list[first - 1] & classes.VERB:
        return -1
    is_one = all(reading.joined_list[head + 1 : first + 1])
    between = reading.class_list[head + 1 : first - 1]
    return events.referents[following] if is_one and all(bits & _BEFORE_VERB for bits in between) else -1


def _fit(past: Recollection, asked: Description, one: Known, distance: int) -> float | None:
    """How well a description fits a referent, how near and how often it was met; None where not at all."""
    cast, referent = past.cast, one.referent
    is_actor = referent < cast.n_actors
    profile = _profile(past, one)
    if asked.telling:
        _add_words(past, profile, one.events)
    listed = cast.heads[referent] if is_actor and asked.kind == "person" else _NONE
    elsewhere = cast.profiles[referent] if is_actor else None
    score = fit(asked, profile, listed, elsewhere, is_named=referent < past.n_named)
    n = min(len(one.events), _MOST_MET)
    # Who was met once, for another reason, is not described again.
    if score is None or (score < _SURE and not is_actor and n < 2):
        return None
    score += _MET * sqrt(n)
    if distance == 0:
        return score - _SAME
    return score + _SUBJECT * past.is_subject(one) - _SENTENCE * distance / sqrt(n)


def _profile(past: Recollection, one: Known) -> Profile:
    """What stands beside the names of a referent so far, and what descriptions said."""
    profile = one.profile
    if profile is None:
        profile = one.profile = Profile()
    events, reading = past.events, past.reading
    for event in one.events[profile.n_read :]:
        first, head, flags = events.first[event], events.heads[event], events.flags[event]
        if not flags & NAMES:
            if reading.class_list[head] & classes.PERSON_NOUN:
                read_description(reading, first, head, profile)
        elif flags & TELLS and events.kinds[event] == "person":
            read_profile(reading, first, events.last[event], profile)
        elif flags & TELLS:
            profile.heads.add(reading.words[head])
    profile.n_read = len(one.events)
    return profile


def _add_words(past: Recollection, profile: Profile, found: list[int]) -> None:
    events, words = past.events, past.reading.words
    for event in found[profile.n_worded :]:
        if events.flags[event] & NAMES:
            profile.words.update(words[events.first[event] : events.last[event]])
    profile.n_worded = len(found)
