"""Subjects: who does what a verb says, by rules over the clause it stands in; and the noun group behind a place.

Spans are half-open token positions, determiner included. A pronoun is given as it stands.
"""

from __future__ import annotations

from functools import cache

from ..grammar import classes as c
from ..grammar.marks import CLOSE_BRACKET, COMMA, QUOTE, SEMICOLON
from ..grammar.reporting import CLAUSE, THAT, reporting_forms
from .bare import bare, trimmed
from .clauses import JOINTS, SUBJECTS, View, group_end, group_start, verb_start
from .flags import BREAK, HARD
from .following import group_after, is_named, is_purpose, is_time_group
from .words import APPOSED, CONTROL, OPENERS, POINTERS, RELATIVES

__all__ = ["spoken", "subject"]

_Span = tuple[int, int]

_DEPTH = 6
_REFLEXIVE = frozenset("himself herself itself themselves".split())
_STEPPED_OVER = c.ADVERB | c.NEGATION
_BEING = c.AUXILIARY | c.COPULA
_BARE_RELATIVES = frozenset(["which", "whom"])
# Stretches between commas that are looked at before a verb: a long list is never looked through whole.
_MANY = 9


@cache
def _reporting() -> frozenset[str]:
    return frozenset(reporting_forms())


@cache
def spoken() -> frozenset[str]:
    """Forms of the verbs that a clause may follow: said, believes."""
    return frozenset(form for form, verb in reporting_forms().items() if verb.frames & (THAT | CLAUSE))


def subject(view: View, verb: int, depth: int) -> _Span | None:
    """Subject of the verb at `verb`, finite or not."""
    reader = view.reader
    words, bits, marks = reader.words, reader.classes, reader.marks
    if depth > _DEPTH or verb <= view.first:
        return _fronted(view, verb) if depth <= _DEPTH and bits[verb] & (c.VERB_ING | c.PARTICIPLE) else None
    if words[verb] == "to":
        return _of_infinitive(view, verb, depth)
    edge = verb_start(view, verb)
    if edge > view.first and words[edge - 1] == "to" and not marks[edge]:
        return _of_infinitive(view, edge - 1, depth)
    is_participle = bits[_head(view, edge, verb)] & c.VERB_ING
    if view.hidden and edge > view.first and not is_participle and _closes_speech(view, edge):
        return group_after(view, verb + 1, 0)
    if is_participle:
        return _of_participle(view, edge, depth) if edge > view.first else _fronted(view, edge)
    if edge <= view.first:
        return None
    return _at_edge(view, edge, depth)


def _closes_speech(view: View, edge: int) -> bool:
    """Whether speech, and no bracket, ends before `edge`."""
    is_edge = edge - 1 in view.hidden and edge not in view.hidden
    return is_edge and view.reader.quotes[edge] != view.reader.quotes[edge - 1] and not is_named(view, edge)


def _head(view: View, edge: int, verb: int) -> int:
    """First word of a verb group that is no adverb: it tells a participle from *is saying*."""
    bits = view.reader.classes
    for i in range(edge, verb):
        if not bits[i] & _STEPPED_OVER or bits[i] & _BEING:
            return i
    while bits[verb] & c.ADVERB and not bits[verb] & c.VERB_ING and verb + 1 < view.last:
        verb += 1
    return verb


def _of_infinitive(view: View, to: int, depth: int) -> _Span | None:
    governor = _governor(view, to)
    if governor < 0:
        return _fronted(view, to)
    is_told = view.reader.words[governor] in CONTROL and governor + 1 < to
    # asked not to be named
    if is_told and not view.reader.classes[governor + 1] & c.NEGATION:
        return governor + 1, max(group_end(view, governor + 1, to), governor + 2)
    return subject(view, governor, depth + 1)


def _governor(view: View, to: int) -> int:
    """Verb that an infinitive depends on, -1 where there is none."""
    hidden, finite = view.hidden, view.reader.flags.finite
    words, bits = view.reader.words, view.reader.classes
    for i in range(to - 1, view.first - 1, -1):
        if (finite[i] or (bits[i] & c.VERB_ING and words[i] in CONTROL)) and i not in hidden:
            return i
    return -1


def _of_participle(view: View, edge: int, depth: int) -> _Span | None:
    """Subject of *saying*: the noun at once before it, or the subject of the main clause."""
    reader = view.reader
    words, marks = reader.words, reader.marks
    is_tied = not marks[edge] & (BREAK | HARD | QUOTE)
    if is_tied and view.is_nominal(edge - 1) and not reader.classes[edge - 1] & c.TIME:
        return trimmed(view, group_start(view, edge), edge)
    start = _clause_start(view, edge)
    verbs = view.finite(start, edge)
    for verb in verbs:
        found = subject(view, verb, depth + 1)
        if found is not None and words[found[0]] not in RELATIVES and not _is_subordinate(view, found[0]):
            return found
    if verbs:
        # when it rained, the mayor, citing the weather, went home
        behind = (view.last_breaks(verbs[-1] + 1, edge, 1) if view.parts_at(edge) else None) or [edge]
        host = bare(view, behind[0], edge) if _looks_like_subject(view, behind[0], edge) else None
        return host or subject(view, verbs[0], depth + 1)
    # the paper, citing officials, said ...
    is_aside = view.parts_at(edge) and _looks_like_subject(view, start, edge)
    return bare(view, start, edge) if is_aside else _fronted(view, edge)


def _clause_start(view: View, edge: int) -> int:
    """Mark or conjunction before which an earlier clause ends, or where the view begins."""
    reader, hidden = view.reader, view.hidden
    marks, words, breaks = reader.marks, reader.words, reader.flags.breaks
    for i in range(edge - 1, view.first, -1):
        if not marks[i] or i in hidden:
            continue
        if marks[i] & SEMICOLON or (breaks[i] and words[i] in ("and", "but") and _hassubject(view, i, edge)):
            return i
    return view.first


def _hassubject(view: View, joint: int, limit: int) -> bool:
    """Whether the clause behind a conjunction brings a subject of its own."""
    verb = next((i for i in range(joint + 1, limit) if view.is_finite(i)), joint)
    return any(view.is_nominal(i) for i in range(joint + 1, verb))


def _is_subordinate(view: View, start: int) -> bool:
    return start > view.first and not view.reader.marks[start] and view.reader.words[start - 1] in JOINTS


def _fronted(view: View, cue: int) -> _Span | None:
    """Subject of the main clause behind a phrase that opens the sentence (Speaking in Rome, he ...)."""
    for i in range(cue + 1, view.last):
        if view.parts_at(i) and i not in view.hidden:
            verb = next((k for k in range(i + 1, min(view.last, i + 25)) if view.is_finite(k)), None)
            if verb is not None:
                clause = view.part(i, view.last)
                return _at_edge(clause, verb_start(clause, verb), _DEPTH)
    return None


def _at_edge(view: View, edge: int, depth: int) -> _Span | None:
    """Subject of the finite verb group that begins at `edge`."""
    reader = view.reader
    words, bits, marks = reader.words, reader.classes, reader.marks
    if edge <= view.first:
        return None
    floor = view.last_hard(view.first + 1, edge)
    is_parted = view.parts_at(edge)
    word = words[edge - 1]
    if not is_parted and not marks[edge] & CLOSE_BRACKET:
        if word in SUBJECTS or word == "which" or (word == "that" and edge - 1 > floor):
            return _quantified(view, edge - 1), edge
        if bits[edge - 1] & c.CONJUNCTION:
            return _of_joined(view, floor, edge - 1, depth)
    breaks = view.last_breaks(floor + 1, edge, _MANY if is_parted else 1)
    if not is_parted:
        found = _within(view, breaks[0] if breaks else floor, edge, depth)
        if found is not None or not breaks or depth >= _DEPTH:
            return found
        # Ann Lee, the mayor, on Monday said; it closed, and in March said
        if bits[breaks[0]] & c.CONJUNCTION:
            return _of_joined(view, floor, breaks[0], depth)
        return _at_edge(view, breaks[0], depth + 1)
    return _before_asides(view, [*breaks, floor][:_MANY], edge, depth)


def _quantified(view: View, start: int) -> int:
    """Take in the quantifier of a relative pronoun: some of whom, most of which."""
    return (
        start - 2 if start - 2 >= view.first and view.reader.words[start - 1 : start + 1] == ["of", "which"] else start
    )


def _of_joined(view: View, floor: int, joint: int, depth: int) -> _Span | None:
    """Subject of a verb that a conjunction joins to one before it; of reporting verbs, the nearest that reports.

    Of one behind a comma it is the first that says something.
    """
    verbs = view.finite(floor, joint)
    reporting = [i for i in verbs if view.reader.words[i] in _reporting()]
    relative = None
    # claimed that it had failed, and accused
    outer = [i for i in reporting if view.reader.words[i] in spoken() and i != verbs[-1]][:1]
    is_said = view.parts_at(joint) and joint + 1 < view.last and view.reader.words[joint + 1] in _reporting()
    for verb in (outer if is_said else []) + reporting[::-1] + verbs[::-1]:
        found = subject(view, verb, depth + 1)
        if found is not None and (view.reader.words[found[0]] not in RELATIVES or not view.parts_at(joint)):
            return found
        relative = relative or found
    return relative


def _before_asides(view: View, ends: list[int], edge: int, depth: int) -> _Span | None:
    """Subject that commas part from its verb: Ann Lee, a member of the board, said. `ends` run from right to left."""
    floor = ends[-1]
    end = None
    for k in range(len(ends) - 1):
        right, left = ends[k], ends[k + 1]
        if not _looks_like_subject(view, left, right):
            continue
        is_aside = left > floor and _looks_aside(view, left) and _looks_like_subject(view, ends[k + 2], left)
        if not is_aside and not (left > floor and _is_place_tail(view, ends[k + 2], left, right)):
            end = right
            break
    if end is None and len(ends) > 1 and view.reader.words[ends[0]] in _REFLEXIVE:
        # on Friday aide Ann Lee, herself wanted for fraud, said
        return _within(view, ends[1], ends[0], depth)
    if end is None:
        # it sold the mill, closed the mine and warned ...
        verb = view.last_finite(floor, edge)
        listed = verb > floor and len(ends) == 1 and _is_listed(view, floor, verb, edge)
        return subject(view, verb, depth + 1) if listed else _within(view, floor, edge, depth)
    found = _within(view, max(i for i in ends if i < end), end, depth)
    if found is None:
        return None
    return (found[0], _apposed_end(view, end, edge)) if found[1] == end else found


def _is_listed(view: View, floor: int, verb: int, edge: int) -> bool:
    """Whether what stands between a verb and a comma before another is but its object."""
    words, start = view.reader.words, verb_start(view, verb)
    is_relative = start - 1 > floor and words[start - 1] in POINTERS
    return not is_relative and words[verb] not in spoken() and verb + 1 < edge and _last_joint(view, verb, edge) is None


def _is_place_tail(view: View, before: int, first: int, end: int) -> bool:
    """Whether a short stretch is the second half of a place: Ann Lee, of Salem, Mass., said."""
    is_short = end - first <= 2 and first - before <= 4
    return is_short and bool(view.reader.capitals[first]) and view.reader.words[before] in ("of", "from", "in")


def _apposed_end(view: View, end: int, edge: int) -> int:
    """Take in the apposition or the relative clause that follows a subject at `end`."""
    reader = view.reader
    word, bits = reader.words[end], reader.classes[end]
    is_relative = word in APPOSED and bool(reader.marks[end] & COMMA)
    if not is_relative and (
        bits & (c.PREPOSITION | c.ADVERB | c.SUBORDINATOR | c.CONJUNCTION | c.VERB_ING) or word in JOINTS
    ):
        return end
    return edge if is_relative else next((i for i in range(end + 1, edge) if view.parts_at(i)), edge)


def _looks_like_subject(view: View, first: int, end: int) -> bool:
    bits = view.reader.classes
    while first < end and bits[first] & c.CONJUNCTION:
        first += 1
    if first >= end or not view.is_nominal(end - 1) or is_purpose(view, first, end):
        return False
    verbs = view.finite(first, end)
    is_phrase = bits[first] & (c.PREPOSITION | c.VERB_ING) and not bits[first] & (c.DETERMINER | c.PERSON_NOUN)
    if verbs:
        # in an interview published on Monday
        is_dated = is_phrase and bits[end - 1] & c.TIME
        return not is_dated or not all(bits[i] & (c.PARTICIPLE | c.AUXILIARY) == c.PARTICIPLE for i in verbs)
    return not is_phrase and not all(bits[i] & (c.TIME | c.NUMBER) for i in range(first, end))


def _looks_aside(view: View, first: int) -> bool:
    reader = view.reader
    bits = reader.classes[first]
    if bits & c.CONJUNCTION and reader.words[first] in ("but", "and", "yet"):
        return False
    if bits & (c.DETERMINER | c.PREPOSITION | c.RELATIVE | c.NUMBER | c.SUBORDINATOR | c.VERB_ING):
        return True
    # the minister's aide, Ann Lee: the name is the apposition
    is_named_after_role = not reader.capitals[first - 1] and reader.classes[first - 1] & (c.TITLE | c.PERSON_NOUN)
    return not reader.capitals[first] or bool(bits & (c.TITLE | c.PERSON_NOUN) or is_named_after_role)


def _within(view: View, first: int, end: int, depth: int) -> _Span | None:
    """Subject that ends at `end`, in a stretch without commas."""
    reader = view.reader
    words, bits = reader.words, reader.classes
    verb = view.last_finite(first, end)
    if verb < 0:
        for i in range(end - 2, first, -1):
            if words[i] in OPENERS and i not in view.hidden:
                return bare(view, i + 1, end)
        return bare(view, first, end)
    joint = _last_joint(view, verb, end)
    if joint is not None:
        return (bare(view, joint + 1, end) if joint + 1 < end else None) or subject(view, verb, depth + 1)
    start = verb_start(view, verb)
    if start - 1 > first and words[start - 1] in POINTERS:
        inner = _within(view, first, start - 1, depth)
        return None if inner is None or inner[0] >= end else (inner[0], end)
    if verb + 1 >= end:
        return subject(view, verb, depth + 1)
    group = max(group_start(view, end), verb + 1)
    is_time = is_time_group(view, group, end)
    if words[verb] in spoken() and not is_time:
        return bare(view, verb + 1, end)
    if bits[verb] & c.PARTICIPLE and start == verb and not bits[verb] & c.AUXILIARY and verb > first:
        return bare(view, first, end)
    return (group, end) if group < end and not is_time else subject(view, verb, depth + 1)


def _last_joint(view: View, verb: int, end: int) -> int | None:
    """Word between a verb and `end` at which a new clause begins; after "that", an "and" joins nouns."""
    words, bits, hidden = view.reader.words, view.reader.classes, view.hidden
    joints: list[int] = []
    for i in range(end - 1, verb, -1):
        is_joint = words[i] in JOINTS
        # because; in which
        opens = is_joint or (words[i] in _BARE_RELATIVES and bits[i - 1] & c.PREPOSITION)
        if not (opens or bits[i] & c.CONJUNCTION) or i in hidden:
            continue
        if opens and i + 1 < end:
            return i
        if is_joint or bits[i] & c.CONJUNCTION:
            joints.append(i)
    return next((i for i in joints if not _joins_modifiers(view, i)), joints[-1] if joints else None)


def _joins_modifiers(view: View, i: int) -> bool:
    """Whether a conjunction stands between two adjectives or titles of one noun: federal and local judges."""
    before, after = view.reader.classes[i - 1], view.reader.classes[i + 1] if i + 1 < view.last else 0
    if not view.reader.classes[i] & c.CONJUNCTION:
        return False
    return (
        bool(after & c.ADJECTIVE) and bool(before & (c.ADJECTIVE | c.GROUP)) and not before & (c.PLURAL | c.PARTICIPLE)
    )
