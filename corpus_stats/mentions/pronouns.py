"""Whom a pronoun means: who was met near it, and fits it clearly better than all others."""

from __future__ import annotations

from math import sqrt

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes
from ..grammar.arrays import types_of
from ..grammar.marks import APOSTROPHE, COLON, COMMA, DASH, QUOTE, SEMICOLON
from .cast import BODY, OTHER, PERSON, PLURAL, QUOTED, TIED
from .marking import LISTS
from .quotations import is_speaking
from .recollection import Recollection
from .wordings import ACCUSING

__all__ = [
    "can_be",
    "can_refer",
    "follows_quotation",
    "is_quoted_beside",
    "is_same_clause",
    "meant_by_pronoun",
    "quoted_speaker",
]

_MEANT = {"he": (PERSON, "m"), "she": (PERSON, "f"), "it": (BODY, ""), "they": (PLURAL, "")}
_PRONOUNS = {word: meant for name, meant in _MEANT.items() for word in LISTS[name]}
_OBJECT = frozenset("him them".split())
_FINITE = classes.VERB | classes.AUXILIARY | classes.COPULA
# It is clear that, it remains to be seen, it seems that, it takes
_EMPTY = frozenset("seems seemed appears appeared takes took remains remained turns turned rained".split())
_IS = frozenset("is was be been being 's isn't wasn't".split())
_THAT = frozenset("that to whether why how if who what".split())
_MARKED = QUOTE | APOSTROPHE
_PARTS = COMMA | SEMICOLON | COLON | DASH
_BREAKS = classes.SUBORDINATOR | classes.RELATIVE | classes.CONJUNCTION
# After *her* these begin something else than what she owns.
_NO_NOUN = (
    classes.DETERMINER
    | classes.PREPOSITION
    | classes.CONJUNCTION
    | classes.SUBORDINATOR
    | classes.PRONOUN
    | classes.AUXILIARY
    | classes.COPULA
    | classes.ADVERB
)
# How many sentences back a person or a body is looked for.
_FAR, _BODY_FAR, _FAR_QUOTED = 3, 2, 8
_LONGEST_CLAUSE, _MOST_IN_PARAGRAPH = 60, 20
# What makes a person likely: a subject, each sentence between, a name, how often met, the very gender; what is not
# known to be a person.
_SUBJECT, _SENTENCE, _NAMED, _MET, _GENDER, _OTHER = 1.0, 1.0, 0.8, 0.5, 0.6, 1.5
# Who is quoted speaks of whom the story is about.
_SENTENCE_QUOTED = 0.5
_FAR_REMEMBERED, _LEAST_REMEMBERED = 6, 3
_MOST_MET = 8
_LEAST, _LEAST_LEAD = -1.0, 0.4
_ROOTS = [sqrt(n) for n in range(_MOST_MET + 1)]
# Nobody is likelier than this, less the sentences between.
_MOST = _SUBJECT + _MET * _ROOTS[_MOST_MET] + _NAMED + _GENDER


def can_refer(reading: Grammar, pronouns: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether pronouns can mean somebody: *it* as the subject of a clause, or where one accuses it of something."""
    types, before = reading.tokens.type_ids, np.maximum(pronouns - 1, 0)
    is_led = np.append((reading.classes & _FINITE) != 0, False)[pronouns + 1]
    is_led |= np.isin(types[before], types_of(reading.tokens, ACCUSING)) & reading.is_joined[pronouns]
    return np.asarray(is_led | ~np.isin(types[pronouns], types_of(reading.tokens, ("it",))))


def meant_by_pronoun(past: Recollection, event: int) -> tuple[int, str]:
    """Where whom a pronoun means was met last, -1 for nobody; and the gender the pronoun has."""
    position = past.events.heads[event]
    word = past.words[position]
    kind, gender = _PRONOUNS[word]
    if word == "it" and not _is_personal_it(past.reading, position):
        return -1, ""
    found = _related(past, event, gender) if event in past.events.relatives else -1
    if found < 0:
        found = _likeliest(past, event, word, gender) if kind == PERSON else _one_subject(past, event, word)
    return found, gender


def can_be(past: Recollection, one: int, gender: str) -> bool:
    """Whether somebody can have a gender."""
    return not gender or past.gender(one) in ("", gender)


def follows_quotation(past: Recollection, event: int) -> bool:
    """Whether an event stands right behind a quotation, where its speaker does: *", the old man said*."""
    reading, events = past.reading, past.events
    first = events.first[event]
    if not first or events.flags[event] & QUOTED:
        return False
    k = first - 1 if past.bits[first - 1] & classes.DETERMINER and reading.joined_list[first] else first
    if not past.marks[k] & _MARKED or not k:
        return False
    return past.sentences[k - 1] == past.sentences[k] and is_speaking(reading, first, events.last[event])


def is_quoted_beside(past: Recollection, met: int, event: int) -> bool:
    """Whether somebody was named or described in a quotation of the paragraph of an event: by another speaker."""
    events = past.events
    is_third = events.flags[met] & QUOTED and past.words[events.heads[met]] not in _PRONOUNS
    return bool(is_third) and events.paragraphs[met] == events.paragraphs[event]


def _related(past: Recollection, event: int, gender: str) -> int:
    """Whom the *who* or *which* before a pronoun stands for."""
    events = past.events
    relative = events.relatives[event]
    for one in past.recent(event, events.sentences[event] - past.sentences[relative]):
        if events.last[one] == relative and can_be(past, one, gender):
            return one
    return -1


def _likeliest(past: Recollection, event: int, word: str, gender: str) -> int:
    """Where the person was met who is clearly likelier than all others; -1 for none."""
    events = past.events
    is_quoted = events.flags[event] & QUOTED
    speaker = quoted_speaker(past, event) if is_quoted else -1
    is_speaker = not is_quoted and follows_quotation(past, event)
    is_object = word in _OBJECT or (word == "her" and not _is_owner(past.reading, events.heads[event]))
    far, cost = (_FAR_QUOTED, _SENTENCE_QUOTED) if is_quoted else (_FAR, _SENTENCE)
    best, highest, second = -1, -9.0, -9.0
    for one in past.recent(event, far):
        # Nobody further back comes near.
        lost = cost * (events.sentences[event] - events.sentences[one])
        if _MOST - lost < highest - _LEAST_LEAD:
            break
        referent, own = events.referents[one], past.gender(one)
        if referent == speaker or (own and own != gender):
            continue
        # The outlet does not go on about somebody whom only a speaker described.
        if not is_quoted and referent >= past.n_named and events.flags[one] & QUOTED:
            continue
        if is_object and is_same_clause(past, one, event):
            continue
        if is_speaker and is_quoted_beside(past, one, event):
            continue
        score = _likeliness(past, one)
        if own:
            score += _GENDER
        score -= lost
        if score > highest:
            best, highest, second = one, score, highest
        elif score > second:
            second = score
    if highest - second >= _LEAST_LEAD and highest >= _LEAST:
        return best
    return _remembered(past, event, gender, is_speaker=is_speaker)


def _remembered(past: Recollection, event: int, gender: str, *, is_speaker: bool) -> int:
    """Where the one person of a gender was met whom the story is about, further back; -1 for none or several."""
    near = past.recent(event, _FAR_REMEMBERED)
    found = [one for one in near if past.gender(one) == gender and past.count(one) >= _LEAST_REMEMBERED]
    is_one = len(found) == 1 and not (is_speaker and is_quoted_beside(past, found[0], event))
    return found[0] if is_one else -1


def _likeliness(past: Recollection, one: int) -> float:
    events, n = past.events, past.count(one)
    score = _SUBJECT * past.is_subject(one) + _MET * _ROOTS[n if n < _MOST_MET else _MOST_MET]
    if events.referents[one] < past.n_named:
        score += _NAMED
    return score - _OTHER if events.kinds[one] == OTHER else score


def quoted_speaker(past: Recollection, event: int) -> int:
    """Who speaks the quotation that an event stands in, as its paragraph says, after it or else before; or -1."""
    events = past.events
    paragraph, n = events.paragraphs[event], len(events.heads)
    for step in (1, -1):
        one = event + step
        while 0 <= one < n and events.paragraphs[one] == paragraph and abs(one - event) < _MOST_IN_PARAGRAPH:
            is_outside = not events.flags[one] & QUOTED
            if is_outside and is_speaking(past.reading, events.first[one], events.last[one]):
                # Behind the quotation stands its speaker, if not known yet who that is.
                if events.referents[one] >= 0 or step > 0:
                    return max(events.referents[one], -1)
                break
            one += step
    return -1


def _one_subject(past: Recollection, event: int, word: str) -> int:
    """The one subject among those that fit in the pronoun's sentence, or else in one of those before; -1 for none."""
    sentences, is_object = past.events.sentences, word in _OBJECT
    nearest, found, alone, n = -1, -1, -1, 0
    for one in past.recent(event, _BODY_FAR):
        if nearest >= 0 and sentences[one] != nearest:
            break
        if is_object and is_same_clause(past, one, event):
            continue
        nearest, alone, n = sentences[one], one, n + 1
        if past.is_subject(one):
            if found >= 0:
                return -1
            found = one
    # What a pronoun means, the next one does.
    return alone if n == 1 and past.events.flags[alone] & TIED else found


def _is_owner(reading: Grammar, position: int) -> bool:
    """Whether *her* owns what follows: her speech, her first speech."""
    following = position + 1
    if following >= len(reading.class_list) or not reading.joined_list[following]:
        return False
    bits = reading.class_list[following]
    return not bits & _NO_NOUN or bool(bits & (classes.ADJECTIVE | classes.PERSON_NOUN))


def _is_personal_it(reading: Grammar, position: int) -> bool:
    """Whether *it* is not the subject of a clause like *it is clear that*."""
    following = position + 1
    if following == len(reading.class_list) or not reading.class_list[following] & _FINITE:
        return True
    sentences, words = reading.sentence_list, reading.words
    sentence, end = sentences[position], min(following + 6, len(words))
    while sentences[end - 1] != sentence:
        end -= 1
    ahead = words[following:end]
    if not ahead or ahead[0] in _EMPTY:
        return not ahead
    return _IS.isdisjoint(ahead[:3]) or _THAT.isdisjoint(ahead)


def is_same_clause(past: Recollection, met: int, event: int) -> bool:
    """Whether nothing parts an event from one before it in its sentence."""
    events, position = past.events, past.events.heads[event]
    if events.sentences[met] != events.sentences[event]:
        return False
    bits, marks = past.bits, past.marks
    for k in range(max(events.first[met] + 1, position - _LONGEST_CLAUSE), position):
        if bits[k] & _BREAKS or marks[k] & _PARTS:
            return False
    return True
