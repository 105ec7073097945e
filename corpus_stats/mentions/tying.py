"""Descriptions and pronouns tied to what was named before them, in one pass over each document.

Others than actors are followed too: *the president* is the actor only where nobody else is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, sqrt
from operator import itemgetter

import numpy as np

from ..grammar import Grammar, classes
from .cast import BODY, DESCRIPTION, NAMES, OTHER, PERSON, PRONOUN, QUOTED, SEVERAL, SUBJECT, Cast, Events
from .disjoint import named_apart
from .first_persons import first_persons
from .fitting import FALLEN, WIDER, Description, fit, is_borne_out, means_nobody
from .leads import is_byline, led
from .pronouns import can_be, follows_quotation, is_quoted_beside, is_same_clause, meant_by_pronoun, quoted_speaker
from .quotations import is_speaking
from .recollection import Recollection
from .remembering import remembered
from .roles import CROWNED, GENERIC, HOSTILE, role_at
from .subjects import is_held, is_identified, reflexive_gender
from .telling import owner_of_teller, told

__all__ = ["tied"]

# Token positions of first, last and head, the actor, and the position of the kind in `MENTION_KINDS`.
Hit = tuple[int, int, int, int, int]

_DESCRIBED, _REFERRED = 2, 3
_TELLING = classes.DEMONYM | classes.PLACE
_NUMBERS = {"two": 2, "three": 3}
_ALL = frozenset("the these those both all".split())
# What stands before a king of a country: a nationality, an adjective, a name; the property king has none.
_OF_REALM = _TELLING | classes.ADJECTIVE | classes.PARTICIPLE | classes.TITLE | classes.NUMBER
_OF = frozenset({"for", "of"})
_COMMON = classes.TITLE | classes.ADJECTIVE | classes.PERSON_NOUN
_NONE: frozenset[str] = frozenset()
# How many sentences back one person is looked for, and several.
_FAR, _BODY_FAR, _NEAR, _JUST = 12, 40, 3, 2
_LONGEST_VERB, _MOST_BACK = 4, 30
_BEFORE_VERB = classes.ADVERB | classes.AUXILIARY | classes.NEGATION
# Beside what `fit` says: a subject, how often met, each sentence between, the same sentence.
_SUBJECT, _MET, _SENTENCE, _SAME, _SAME_SENTENCE, _SENTENCE_UNNAMED = 0.5, 0.35, 0.4, 1.0, 0.7, 1.0
# Those who belong to somebody speak of him; who is met so often can be called what nothing else bears out.
_OWNER, _OFTEN = 1.5, 2
# Beside that: who was met in the paragraph; whom a story is about and who has come down; who spoke last.
_PARAGRAPH, _FELL, _SPEAKS = 0.4, 1.0, 0.8
_GOES_ON, _LIKED = 1.0, 0.2
_UNFOUNDED, _LEAST_BODY = 0.5, -3.0
_ANYBODY = -2
_MOST_MET = 10
_ROOTS = [sqrt(n) for n in range(_MOST_MET + 1)]
# A description must fit this well, and so much better than the next one; what fits so well fits whomever.
_LEAST_FIT, _LEAST_ALONE, _LEAST_LEAD, _SURE = 1.0, -0.3, 0.35, 3.0
_LEAD_TOGETHER = 0.8
_score = itemgetter(0)


def tied(reading: Grammar, cast: Cast, events: Events) -> list[Hit]:
    """Hits of kind description and pronoun among the events."""
    telling = told(reading, events)
    past = Recollection(reading, cast, events, telling.tellers)
    mains, pairs = _main_persons(reading, cast, events)
    hits: list[Hit] = []
    opened = -1
    for event, begin in events.asked:
        if begin != opened:
            past.open(begin)
            opened = begin
        teller = telling.tellers[event]
        # Of two persons the one who speaks leaves the other.
        main = _ANYBODY if teller >= 0 and pairs[event] else mains[event]
        hits += _tied(past, event, teller, main)
    hits += remembered(reading, cast, events, telling.tellers, mains)
    return [*hits, *first_persons(reading, cast, events, telling), *led(reading, cast, events)]


def _main_persons(reading: Grammar, cast: Cast, events: Events) -> tuple[list[int], list[bool]]:
    """The person whom the document of each event names oftener than anybody else, named or new; -1 for none.

    And whether the document names two persons in all.
    """
    if not events.heads:
        return [], []
    heads, referents = events.rows[:, 2], events.rows[:, 3]
    documents, n_named = np.searchsorted(reading.tokens.bounds, heads, side="right") - 1, len(cast.kinds)
    is_person = np.append(cast.kinds == PERSON, False)
    is_met = (np.frombuffer(events.flags, dtype=np.uint8) & NAMES) != 0
    is_met &= is_person[np.where((referents >= 0) & (referents < n_named), referents, n_named)]
    is_met |= (referents >= n_named) & (np.frombuffer(events.kinds, dtype=np.uint8) == PERSON)
    n_all = n_named + len(reading.words)
    named, counts = np.unique(documents[is_met] * n_all + referents[is_met], return_counts=True)
    whose, whom = np.divmod(named, n_all)
    most = np.zeros(len(reading.tokens.bounds), dtype=np.int64)
    np.maximum.at(most, whose, counts)
    is_most = counts == most[whose]
    n_most = np.bincount(whose[is_most], minlength=len(most))
    found = np.full(len(most), -1, dtype=np.int64)
    found[whose[is_most]] = whom[is_most]
    is_pair = np.bincount(whose, minlength=len(most)) == 2
    return np.where(n_most == 1, found, -1)[documents].tolist(), is_pair[documents].tolist()


def _tied(past: Recollection, event: int, teller: int, main: int) -> list[Hit]:
    """Hits of one event, told by whom another event means; its referent is written down."""
    events = past.events
    kind = events.referents[event]
    if kind == PRONOUN:
        found, gender = meant_by_pronoun(past, event)
    else:
        gender = past.gender_of(events.heads[event])
        several = [] if kind == DESCRIPTION else _several(past, event, gender)
        if several or kind == SEVERAL:
            span = events.first[event], events.last[event], events.heads[event]
            return [(*span, one, _DESCRIBED) for one in several if one < past.cast.n_actors]
        found = _found(past, event, teller, gender, main)
    if found >= 0:
        past.tie(event, found, gender)
        referent, how = events.referents[event], _REFERRED if kind == PRONOUN else _DESCRIBED
        if referent < past.cast.n_actors:
            return [(events.first[event], events.last[event], events.heads[event], referent, how)]
    elif kind == DESCRIPTION and events.kinds[event] == PERSON:
        past.add(event)
    return []


def _found(past: Recollection, event: int, teller: int, gender: str, main: int) -> int:
    """Where whom a description means was met last; -1 for none, or where nothing tells that no other is meant."""
    best = _described(past, event, gender, teller, main)
    if best < 0 or role_at(past.reading, past.events.heads[event]) not in HOSTILE or past.events.kinds[event] != PERSON:
        return best
    # Whom an article is about is called many things.
    if main in (past.events.referents[best], _ANYBODY) or past.count(best) >= _OFTEN:
        return best
    return best if _is_founded(past, _description(past, event), best) else -1


def _is_founded(past: Recollection, asked: Description, one: int) -> bool:
    """Whether anything known of a referent goes with a description that accuses."""
    cast, referent = past.cast, past.events.referents[one]
    is_actor = referent < cast.n_actors
    elsewhere, listed = (cast.profiles[referent], cast.heads[referent]) if is_actor else (None, _NONE)
    return is_borne_out(asked, past.profile(one), listed, elsewhere)


def _several(past: Recollection, event: int, gender: str) -> list[int]:
    """Referents of *the two leaders* or *both men*: as many persons as the number says, met last."""
    words, events = past.words, past.events
    first, head = events.first[event], events.heads[event]
    named = [_NUMBERS[words[k]] for k in range(first, head) if words[k] in _NUMBERS]
    opener = words[first - 1]
    number = 2 if opener == "both" else named[0] if named and opener in _ALL else 0
    near = past.recent(event, _NEAR, PERSON) if number else ()
    persons = [one for one in near if events.referents[one] < past.n_named and events.kinds[one] == PERSON]
    found = [events.referents[one] for one in persons if can_be(past, one, gender)]
    return found[:number] if number <= len(found) else []


def _described(past: Recollection, event: int, gender: str, teller: int, main: int) -> int:
    """Where somebody was met whom a definite description fits clearly better than all others; -1 for none."""
    events = past.events
    kinds, kind, referents = events.kinds, events.kinds[event], events.referents
    near, asked = past.recent(event, _FAR if kind == PERSON else _BODY_FAR), _description(past, event)
    if means_nobody(asked) or not (near or kind == PERSON):
        return -1
    others = {_object_of(past, event), _speaker(past, event, teller, asked)}
    is_speaker, owner = False, -1
    if kind == PERSON:
        gender = gender or _turned(past, event)
        if gender == "n" or is_held(past.reading, events.first[event]):
            return -1
        others |= named_apart(past.reading, events, event)
        is_speaker, owner = follows_quotation(past, event), owner_of_teller(past.reading, events, event)
    fits, liked, last = [], _liked(asked), _just_named(past, event, asked, near)
    for one in near:
        if kinds[one] != kind or referents[one] in others or (gender and not can_be(past, one, gender)):
            continue
        if is_speaker and is_quoted_beside(past, one, event):
            continue
        is_accused = asked.role in HOSTILE and not _is_founded(past, asked, one)
        score = _fit(past, asked, one, event, -1 if is_accused else owner)
        if score is None:
            continue
        if referents[one] == main:
            score += liked
        elif is_accused:
            score -= _UNFOUNDED
        if one == last:
            score += _GOES_ON
        fits.append((score + _SPEAKS if is_speaker and _speaks_before(past, one, event) else score, one))
    # Of equals the one met last comes first.
    fits.sort(key=_score, reverse=True)
    score, found = fits[0] if fits else (-inf, -1)
    if score < _LEAST_FIT and (len(fits) != 1 or score < _least(past, event, asked, near, others)):
        found = -1 if is_speaker or kind != PERSON else _long_known(past, event, asked, gender, others)
    else:
        found = found if _is_ahead(past, asked, fits) else -1
        if found >= 0 and is_speaker and asked.role not in past.profile(found).heads:
            found = -1 if _is_another_telling(past, found, event, main) else found
    return found if found >= 0 and not is_identified(past.reading, events.heads[event]) else -1


def _least(past: Recollection, event: int, asked: Description, near: Sequence[int], others: set[int]) -> float:
    """How well a description must fit the only one whom it fits."""
    # The union acts: a body is called by its noun as a person by a name.
    if asked.kind == BODY and past.events.flags[event] & SUBJECT:
        return _LEAST_BODY
    return _LEAST_ALONE if _is_open(past, event, asked, near, others) else _LEAST_FIT


def _long_known(past: Recollection, event: int, asked: Description, gender: str, others: set[int]) -> int:
    """Where the one person was met, far back, whose trade a description names; -1 for none or several."""
    cast, referents, found = past.cast, past.events.referents, -1
    for one in past.recent(event, _BODY_FAR, PERSON):
        referent = referents[one]
        if referent in others or referent >= past.n_named or past.count(one) < _OFTEN or not can_be(past, one, gender):
            continue
        is_actor = referent < cast.n_actors
        elsewhere, listed = (cast.profiles[referent], cast.heads[referent]) if is_actor else (None, _NONE)
        profile = past.profile(one)
        if asked.telling:
            past.add_words(one, profile)
        score = fit(asked, profile, listed, elsewhere, is_named=True)
        if score is not None and score >= WIDER:
            if found >= 0:
                return -1
            found = one
    return found


def _is_ahead(past: Recollection, asked: Description, fits: Sequence[tuple[float, int]]) -> bool:
    """Whether a description fits the first of several so much better than the next one that it means him."""
    if len(fits) == 1:
        return True
    (highest, best), (second, rival) = fits[:2]
    is_open = not asked.modifiers and _are_together(past, best, rival)
    return highest - second >= (_LEAD_TOGETHER if is_open else _LEAST_LEAD)


def _liked(asked: Description) -> float:
    """What makes a description likelier for whom the story is about: who has come down in the world, a moody man."""
    if not FALLEN.isdisjoint(asked.modifiers):
        return _FELL
    return _LIKED if asked.modifiers and asked.role in GENERIC else 0.0


def _speaks_before(past: Recollection, one: int, event: int) -> bool:
    """Whether somebody was the last subject before an event in its paragraph, in this sentence or the one before."""
    events = past.events
    is_one = events.paragraphs[one] == events.paragraphs[event]
    return is_one and events.sentences[event] - events.sentences[one] <= 1 and past.is_subject(one)


def _just_named(past: Recollection, event: int, asked: Description, near: Sequence[int]) -> int:
    """Where the only person of the sentence before was named whom an event goes on about as a sentence begins; or -1.

    *They looked at Lee. The moody captain had not spoken*; who only spoke there is not what a text goes on about.
    """
    events, reading = past.events, past.reading
    opener, sentence = events.first[event] - 1, events.sentences[event]
    is_first = opener > 0 and reading.sentence_list[opener - 1] != sentence and not events.flags[event] & QUOTED
    if not is_first or events.kinds[event] != PERSON or asked.role in HOSTILE or asked.telling:
        return -1
    just = [one for one in near if events.sentences[one] == sentence - 1 and events.referents[one] < past.n_named]
    just = [one for one in just if events.kinds[one] == PERSON]
    if len(just) != 1 or events.flags[just[0]] & QUOTED:
        return -1
    return -1 if is_speaking(reading, events.first[just[0]], events.last[just[0]]) else just[0]


def _is_another_telling(past: Recollection, best: int, event: int, main: int) -> bool:
    """Whether somebody else tells what stands before, in the paragraph: *A baker said ... "No," the young man added*.

    Or in the one before, where the best is not whom the story is about.
    """
    events, one = past.events, event - 1
    least, apart = max(past.begin, event - _MOST_BACK), events.referents[best] != main
    while one >= least and events.paragraphs[event] - events.paragraphs[one] <= apart:
        teller = past.tellers[one]
        if teller >= 0 and not events.flags[one] & QUOTED and events.kinds[teller] in (PERSON, OTHER):
            return events.referents[teller] not in (events.referents[best], -1)
        one -= 1
    return False


def _turned(past: Recollection, event: int) -> str:
    """Gender that the verb tells whose subject an event is: the boss blames herself."""
    found = reflexive_gender(past.reading, past.events.heads[event])
    return found if found == "n" or past.events.flags[event] & SUBJECT else ""


def _speaker(past: Recollection, event: int, teller: int, asked: Description) -> int:
    """Who tells of an event, and so means somebody else; -1 for nobody known."""
    # Companies do speak of "the company", persons of others.
    if teller >= 0 and asked.kind == PERSON and past.events.referents[teller] >= 0:
        return past.events.referents[teller]
    is_quoted = past.events.flags[event] & QUOTED and asked.kind == PERSON
    return quoted_speaker(past, event) if is_quoted else -1


def _are_together(past: Recollection, one: int, other: int) -> bool:
    """Whether two were met last in one sentence, and about as often: that one of them is its subject tells little."""
    is_one = past.events.sentences[one] == past.events.sentences[other]
    return is_one and abs(past.count(one) - past.count(other)) <= 1


def _is_open(past: Recollection, event: int, asked: Description, near: Sequence[int], others: set[int]) -> bool:
    """Whether a description says what need not be known of whom it means, and nobody else was named just before."""
    events = past.events
    head = past.bits[events.heads[event]]
    if not (head & classes.DEMONYM or asked.role in GENERIC):
        return False
    since = events.sentences[event] - _JUST
    near = [one for one in near if events.sentences[one] >= since and events.kinds[one] == asked.kind]
    named = [one for one in near if events.referents[one] < past.n_named]
    named = [one for one in named if not is_byline(past.reading, events.first[one])]
    return len({events.referents[one] for one in named}.difference(others)) < 2


def _description(past: Recollection, event: int) -> Description:
    reading, events, words = past.reading, past.events, past.words
    head, first = events.heads[event], events.first[event]
    telling = [words[k] for k in range(first, head) if _is_telling(reading, k)] if first < head else []
    if past.bits[head] & classes.DEMONYM:
        telling.append(words[head])
    role = role_at(reading, head)
    if role in CROWNED and _is_of_trade(reading, first, head):
        role = "boss"
    is_of_another = head + 1 < len(words) and words[head + 1] in _OF and bool(reading.joined_list[head + 1])
    return Description(role, events.kinds[event], words[first:head], telling, is_of_another)


def _is_of_trade(reading: Grammar, first: int, head: int) -> bool:
    """Whether a crown is no country's: the property king, the queen of the soap opera."""
    if first < head and not reading.class_list[head - 1] & _OF_REALM and not reading.capital_list[head - 1]:
        return True
    if reading.words[head + 1 : head + 2] != ["of"] or not reading.joined_list[head + 1]:
        return False
    realm = head + 2 + (reading.words[head + 2 : head + 3] == ["the"])
    return realm < len(reading.words) and not (reading.capital_list[realm] or reading.class_list[realm] & _OF_REALM)


def _is_telling(reading: Grammar, k: int) -> bool:
    """Whether a word tells one person from another: a nationality, a place, a name; not the Prime of a minister."""
    bits = reading.class_list[k]
    if reading.words[k] in ("north", "south"):
        return bool(reading.class_list[k + 1] & _TELLING)
    return bool(bits & _TELLING or (reading.capital_list[k] and not bits & _COMMON))


def _object_of(past: Recollection, event: int) -> int:
    """Whoever is named as the object of the verb whose subject the event is, and so is somebody else; or -1."""
    events, bits, following = past.events, past.bits, event + 1
    if following == len(events.heads):
        return -1
    first, head = events.first[following], events.heads[event]
    if not 2 <= first - head <= _LONGEST_VERB + 1 or events.sentences[following] != events.sentences[event]:
        return -1
    if not bits[first - 1] & classes.VERB or not all(past.reading.joined_list[head + 1 : first + 1]):
        return -1
    return events.referents[following] if all(one & _BEFORE_VERB for one in bits[head + 1 : first - 1]) else -1


def _fit(past: Recollection, asked: Description, one: int, event: int, owner: int) -> float | None:
    """How well a description fits a referent, how near and how often it was met; None where not at all."""
    cast, events, referent = past.cast, past.events, past.events.referents[one]
    listed, elsewhere = _NONE, None
    if referent < cast.n_actors:
        listed, elsewhere = cast.heads[referent] if asked.kind == PERSON else _NONE, cast.profiles[referent]
    profile, is_named = past.profile(one), referent < past.n_named
    if asked.telling:
        past.add_words(one, profile)
    score = fit(asked, profile, listed, elsewhere, is_named=is_named)
    if score is None:
        return None
    n = past.count(one)
    # Who was met once, for another reason, is not described again.
    is_near = events.paragraphs[one] == events.paragraphs[event] and not events.flags[event] & QUOTED
    if score < _SURE and elsewhere is None and n < 2 and not (is_near and asked.kind == PERSON):
        return None
    if is_near and not asked.telling:
        score += _PARAGRAPH
    root = _ROOTS[n] if n < _MOST_MET else _ROOTS[_MOST_MET]
    score += _MET * root
    if one == owner:
        return score + _OWNER
    distance = events.sentences[event] - events.sentences[one]
    if distance == 0:
        return score - (_SAME if is_same_clause(past, one, event) else _SAME_SENTENCE)
    lost = _SENTENCE * distance / root if is_named else _SENTENCE_UNNAMED * distance
    return score + _SUBJECT * past.is_subject(one) - lost
