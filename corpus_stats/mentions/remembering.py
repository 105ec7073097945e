"""Who is remembered as somebody: *Colleagues recall a petty despot who timed breaks* tells of whom the text tells."""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar import Grammar, classes
from ..grammar.verbs import every_form
from .cast import NAMES, PERSON, QUOTED, SUBJECT, Cast, Events
from .fitting import Description, role_fit
from .marking import LISTS
from .profiles import Profile, read_profile
from .roles import FUNCTIONAL, OFFICES, role_at

__all__ = ["remembered"]

_DESCRIBED = 2
_REMEMBERING = every_form("recall remember")
_SPEAKING = every_form("speak talk tell")
# What a witness saw says who somebody was only to him.
_SEEN = frozenset(
    """
    young old elderly older younger middle-aged teenage tall short small big large thin slim slender heavy white black
    dark blond blonde masked hooded armed bearded bald naked unknown unidentified injured wounded strange certain single
    """.split()
)
_ANYBODY = frozenset("man woman boy girl person figure fellow chap guy lad youth youngster teenager".split())
_MODIFIER = classes.ADJECTIVE | classes.PARTICIPLE | classes.VERB_ING
_NEAR, _MOST_EVENTS = 2, 30
_PRONOUNS = LISTS["he"] | LISTS["she"]

Hit = tuple[int, int, int, int, int]


def remembered(reading: Grammar, cast: Cast, events: Events, tellers: Sequence[int], mains: Sequence[int]) -> list[Hit]:
    """Hits of actors among events that are tied already; `mains` are whom the document of each event names most."""
    hits = []
    for one, (kind, referent) in enumerate(zip(events.kinds, events.referents, strict=True)):
        is_new = kind == PERSON and referent == len(cast.kinds) + events.heads[one] and not events.flags[one] & QUOTED
        if is_new and _is_remembered(reading, events, one) and _is_judged(reading, events, one):
            whom = _whom(reading, cast, events, one, (tellers[one], mains[one]))
            if 0 <= whom < cast.n_actors:
                hits.append((events.first[one], events.last[one], events.heads[one], whom, _DESCRIBED))
    return hits


def _is_remembered(reading: Grammar, events: Events, one: int) -> bool:
    """Whether a verb of remembering, or *spoke of*, stands right before an indefinite noun group."""
    words, opener = reading.words, events.first[one] - 1
    if opener < 2 or words[opener] not in ("a", "an") or not (reading.joined_list[opener]):
        return False
    before = words[opener - 1]
    return before in _REMEMBERING or (before in ("of", "about") and words[opener - 2] in _SPEAKING)


def _is_judged(reading: Grammar, events: Events, one: int) -> bool:
    """Whether a noun group says what somebody is like: *a petty despot*, not *a tall man*, *a waiter*."""
    first, head = events.first[one], events.heads[one]
    role, before = role_at(reading, head), range(first, head)
    if role in FUNCTIONAL or role in OFFICES:
        return False
    told = [reading.words[k] for k in before if reading.class_list[k] & _MODIFIER or not reading.class_list[k]]
    return bool(told) and not (role in _ANYBODY and not _SEEN.isdisjoint(told))


def _whom(reading: Grammar, cast: Cast, events: Events, one: int, others: tuple[int, int]) -> int:
    """The only person met near who fits and does not tell it, or whom the article is about; -1 for none."""
    teller, main = others
    teller = teller if teller >= 0 else _first_subject(events, one)
    if teller < 0 and not _is_people(reading, events.first[one] - 2):
        return -1
    telling = events.referents[teller] if teller >= 0 else -1
    # Who is told of does not remember himself.
    if (telling == main and main >= 0) or (teller >= 0 and reading.words[events.heads[teller]] in _PRONOUNS):
        return -1
    met: list[int] = []
    near = one - 1
    while near >= 0 and one - near < _MOST_EVENTS and events.sentences[one] - events.sentences[near] <= _NEAR:
        whom = events.referents[near]
        is_told = events.kinds[near] == PERSON and 0 <= whom < len(cast.kinds) and whom != telling
        if is_told and events.paragraphs[near] == events.paragraphs[one] and whom not in met:
            met.append(whom)
        near -= 1
    met = [whom for whom in met if _fits(reading, cast, events, one, whom)]
    if len(met) == 1:
        return met[0]
    return main if main in met or (main >= 0 and not met and _fits(reading, cast, events, one, main)) else -1


def _is_people(reading: Grammar, verb: int) -> bool:
    """Whether persons without a name remember, not a firm its goods: *colleagues fondly recall*."""
    subject = verb - 1 if reading.class_list[verb] & classes.VERB else verb - 2
    while subject > 0 and reading.class_list[subject] & (classes.ADVERB | classes.AUXILIARY):
        subject -= 1
    return subject >= 0 and bool(reading.class_list[subject] & (classes.PERSON_NOUN | classes.RELATIVE))


def _first_subject(events: Events, one: int) -> int:
    """The person whom the sentence of an event begins with, as its subject; -1 for none."""
    first, least = one, one - _MOST_EVENTS
    while first > 0 and events.sentences[first - 1] == events.sentences[one]:
        first -= 1
        if first < least:
            return -1
    return first if first < one and events.kinds[first] == PERSON and events.flags[first] & SUBJECT else -1


def _fits(reading: Grammar, cast: Cast, events: Events, one: int, whom: int) -> bool:
    bits, gender = reading.class_list[events.heads[one]], cast.genders[whom]
    told = "m" if bits & classes.MALE else "f" if bits & classes.FEMALE else ""
    if told and gender not in ("", told):
        return False
    profile = Profile()
    for near in range(max(0, one - _MOST_EVENTS), one):
        if events.referents[near] == whom and events.flags[near] & NAMES:
            read_profile(reading, events.first[near], events.last[near], profile)
    listed = cast.heads[whom] if whom < cast.n_actors else frozenset[str]()
    asked = Description(role_at(reading, events.heads[one]), PERSON, [], [])
    return role_fit(asked, profile.heads | listed, is_named=True) is not None
