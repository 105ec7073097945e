"""Whom a pronoun means: who was met near it, and fits it clearly better than all others."""

from __future__ import annotations

from math import sqrt

from ..grammar import Grammar, classes
from ..grammar.marks import COMMA
from .cast import QUOTED
from .quotations import is_speaking
from .recollection import Known, Recollection

__all__ = ["can_be", "meant_by_pronoun"]

_PRONOUNS = {
    **dict.fromkeys("he him his himself".split(), ("person", "m")),
    **dict.fromkeys("she her hers herself".split(), ("person", "f")),
    **dict.fromkeys("it its itself".split(), ("body", "")),
    **dict.fromkeys("they them their theirs themselves".split(), ("plural", "")),
}
_OBJECT = frozenset("him them".split())
_FINITE = classes.VERB | classes.AUXILIARY | classes.COPULA
# It is clear that, it remains to be seen, it seems that, it takes
_EMPTY = frozenset("seems seemed appears appeared takes took remains remained turns turned rained".split())
_IS = frozenset("is was be been being 's isn't wasn't".split())
_THAT = frozenset("that to whether why how if who what".split())
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
_FAR, _BODY_FAR = 3, 2
_LONGEST_CLAUSE, _MOST_IN_PARAGRAPH = 60, 20
# What makes a person likely: a subject, each sentence between, a name, how often met, the very gender; what is not
# known to be a person.
_SUBJECT, _SENTENCE, _NAMED, _MET, _GENDER, _OTHER = 1.0, 0.8, 0.8, 0.5, 0.6, 1.5
_MOST_MET = 8
_LEAST, _LEAST_LEAD = -1.0, 0.4


def meant_by_pronoun(past: Recollection, event: int) -> tuple[Known | None, str]:
    """Whom a pronoun means, in the clause of a relative pronoun if there is one; and the gender it has."""
    position = past.events.heads[event]
    word = past.reading.words[position]
    kind, gender = _PRONOUNS[word]
    if word == "it" and not _is_personal_it(past.reading, position):
        return None, ""
    found = _related(past, event, kind, gender)
    if found is None:
        found = _likeliest(past, event, word, gender) if kind == "person" else _one_subject(past, event, word, kind)
    return found, gender


def can_be(past: Recollection, one: Known, gender: str) -> bool:
    """Whether somebody can have a gender."""
    return not gender or past.gender(one) in ("", gender)


def _related(past: Recollection, event: int, kind: str, gender: str) -> Known | None:
    """Whom the *who* or *which* before a pronoun stands for."""
    relative, events = past.events.relatives[event], past.events
    if relative < 0:
        return None
    for one in past.recent(kind, event, events.sentences[event] - past.reading.sentence_list[relative]):
        if events.last[one.met] == relative and can_be(past, one, gender):
            return one
    return None


def _likeliest(past: Recollection, event: int, word: str, gender: str) -> Known | None:
    """The person who is clearly likelier than all others."""
    events = past.events
    is_quoted = events.flags[event] & QUOTED
    speaker = _speaker(past, event) if is_quoted else -1
    is_object = word in _OBJECT or (word == "her" and not _is_owner(past.reading, events.heads[event]))
    best: Known | None = None
    highest = second = -9.0
    for one in past.recent("person", event, _FAR):
        if one.referent == speaker or past.gender(one) not in ("", gender):
            continue
        # The outlet does not go on about somebody whom only a speaker described.
        if one.referent >= past.n_named and not is_quoted and events.flags[one.met] & QUOTED:
            continue
        if is_object and _is_same_clause(past, one.met, event):
            continue
        score = _likeliness(past, one, event)
        if score > highest:
            best, highest, second = one, score, highest
        elif score > second:
            second = score
    return best if highest - second >= _LEAST_LEAD and highest >= _LEAST else None


def _likeliness(past: Recollection, one: Known, event: int) -> float:
    score = _SUBJECT * past.is_subject(one) - _SENTENCE * past.distance(one, event)
    score += _MET * sqrt(min(len(one.events), _MOST_MET))
    if one.referent < past.n_named:
        score += _NAMED
    if past.events.kinds[one.met] == "other":
        score -= _OTHER
    return score + _GENDER if one.gender else score


def _speaker(past: Recollection, event: int) -> int:
    """Who speaks the quotation that an event stands in, as its paragraph says, after it or else before; or -1."""
    events = past.events
    paragraph, n = events.paragraphs[event], len(events.heads)
    for step in (1, -1):
        one = event + step
        while 0 <= one < n and events.paragraphs[one] == paragraph and abs(one - event) < _MOST_IN_PARAGRAPH:
            is_outside = not events.flags[one] & QUOTED
            if is_outside and is_speaking(past.reading, events.first[one], events.last[one]):
                if events.referents[one] >= 0:
                    return events.referents[one]
                break
            one += step
    return -1


def _one_subject(past: Recollection, event: int, word: str, kind: str) -> Known | None:
    """The one subject among those that fit in the pronoun's sentence, or else in one of those before."""
    nearest = -1
    near: list[Known] = []
    for one in past.recent(kind, event, _BODY_FAR):
        sentence = past.events.sentences[one.met]
        if near and sentence != nearest:
            break
        if word in _OBJECT and _is_same_clause(past, one.met, event):
            continue
        nearest = sentence
        near.append(one)
    subjects = [one for one in near if one.subject_in == nearest]
    return subjects[0] if len(subjects) == 1 else None


def _is_owner(reading: Grammar, position: int) -> bool:
    """Whether *her* owns what follows: her speech, her first speech."""
    following = position + 1
    if following >= len(reading.class_list) or not reading.joined_list[following]:
        return False
    bits = reading.class_list[following]
    return not bits & _NO_NOUN or bool(bits & (classes.ADJECTIVE | classes.PERSON_NOUN))


def _is_personal_it(reading: Grammar, position: int) -> bool:
    """Whether *it* is the subject of a clause, and not of one like *it is clear that*."""
    following = position + 1
    if following >= len(reading.class_list) or not reading.class_list[following] & _FINITE:
        return False
    sentence, end = reading.sentence_list[position], min(following + 6, len(reading.class_list))
    ahead = [reading.words[k] for k in range(following, end) if reading.sentence_list[k] == sentence]
    return not (_EMPTY.intersection(ahead[:1]) or (_IS.intersection(ahead[:3]) and _THAT.intersection(ahead)))


def _is_same_clause(past: Recollection, met: int, event: int) -> bool:
    """Whether nothing parts an event from one before it in its sentence."""
    reading, events, position = past.reading, past.events, past.events.heads[event]
    if events.sentences[met] != events.sentences[event]:
        return False
    between = range(max(events.first[met] + 1, position - _LONGEST_CLAUSE), position)
    return not any(reading.class_list[k] & _BREAKS or reading.mark_list[k] & COMMA for k in between)
