"""Who says it: the token span of an attribution's source, as written, by rules over the clause of its cue.

The cue may be a verb (*said*), a preposition (*according to*), a noun that somebody has (*the minister's claim*), a
participle (*citing*), an infinitive (*went on to accuse*), or a mark alone (a colon before a quotation, a dash after
it).
"""

from __future__ import annotations

from ..grammar import classes as c
from ..grammar.marks import COMMA
from ..grammar.reporting import reporting_forms
from .candidates import VIEWS
from .cited import cited
from .clauses import Reader, View, group_end, group_start, plain_start, view_at
from .flags import BREAK, HARD
from .following import group_after, may_speak
from .nouns import CLAUSE_NOUNS
from .subjects import spoken, subject
from .uncued import beside
from .words import ALONE, ARRIVALS, BE, CHARGED, OWNERS, PREPOSITIONS, RELATIVES, REPORTED, SOMEBODY

__all__ = ["clause_source_of", "source_of"]

_Span = tuple[int, int]

_QUOTING = frozenset("quote quotes quoted cite cites cited".split())

# Participles that tell what somebody feels: no passive.
_STATES = frozenset(
    """
    concerned frustrated worried convinced pleased disappointed excited determined prepared opposed interested
    surprised committed encouraged confused inclined satisfied scared tired quoted thrilled alarmed outraged horrified
    shocked troubled dismayed persuaded disgusted annoyed relieved agreed
    """.split()
)


def source_of(
    reader: Reader, cue_first: int, cue_last: int, content_first: int, content_last: int
) -> tuple[int, int] | None:
    """Token span of the source of an attribution, determiner included; None where the sentence names none.

    Parameters
    ----------
    reader : Reader
    cue_first, cue_last, content_first, content_last : int
        Half-open token spans of the cue and of the content nearest to it. An empty cue (``cue_last <= cue_first``) is
        one that is no word: a colon, a dash, or direct speech that stands alone.

    Returns
    -------
    (int, int) or None
        Pronouns are given as they stand: see `speakers.speakers` for whom they mean.
    """
    if cue_last <= cue_first:
        return _unquoted(reader, beside(reader, content_first, content_last))
    found = _of_cue(reader, cue_first, cue_last, content_first, content_last)
    if found is not None:
        found = cited(reader, *found, cue_first) or _completed(reader, *found, cue_first)
    return _unquoted(reader, found)


def _of_cue(reader: Reader, cue_first: int, cue_last: int, content_first: int, content_last: int) -> _Span | None:
    """Source of an attribution that has a cue, as the clause of the cue tells it."""
    first, last = reader.sentence(cue_first)
    follows = content_last <= cue_first
    floor = max(first, content_last) if follows else first
    if cue_last == cue_first + 1 and (cue_last >= last or reader.words[cue_last] != "by"):
        start = plain_start(reader, floor, cue_first)
        if start < cue_first:
            return start, cue_first
    view = view_at(reader, cue_first, floor, last)
    quoted = _quoted_as(view, cue_first)
    if quoted is not None:
        return quoted
    if _is_preposition(reader, cue_first, cue_last):
        return group_after(view, cue_last, content_first)
    beside = _parenthetical(view, cue_first, cue_last) or _agent_behind_speech(view, cue_first, cue_last)
    if beside is not None:
        return beside
    owner = _owner(view, cue_first)
    if owner is not None:
        return owner
    if _is_passive(view, cue_first, cue_last):
        return _agent(view, cue_first, content_first)
    return _of_clause(view, (first, floor), (cue_first, cue_last), content_first, follows)


def _quoted_as(view: View, cue: int) -> _Span | None:
    """Whom a medium quotes: the agency quoted the general as saying that."""
    reader = view.reader
    if cue - 2 <= view.first or reader.words[cue - 1] != "as" or not reader.classes[cue] & c.VERB_ING:
        return None
    verb = view.last_finite(view.first, cue - 1)
    if verb < 0 or verb + 1 >= cue - 1 or reader.words[verb] not in _QUOTING or any(reader.marks[verb + 1 : cue]):
        return None
    return verb + 1, cue - 1


def clause_source_of(
    reader: Reader, cue_first: int, cue_last: int, content_first: int, content_last: int
) -> tuple[int, int] | None:
    """The same where nothing but the subject of the cue's clause, or a noun group behind the cue, can be the source."""
    first, last = reader.sentence(cue_first)
    follows = content_last <= cue_first
    floor = max(first, content_last) if follows else first
    view = view_at(reader, cue_first, floor, last)
    found = _of_clause(view, (first, floor), (cue_first, cue_last), content_first, follows)
    return None if found is None else _unquoted(reader, _completed(reader, *found, cue_first))


def _of_clause(view: View, floors: _Span, cue: _Span, content_first: int, follows: bool) -> _Span | None:
    """Subject of the clause of a cue; `floors` are where its sentence begins, and where the content before it ends."""
    reader, (first, floor), (cue_first, cue_last) = view.reader, floors, cue
    found = subject(view, cue_first, 0) if cue_first > floor or not follows else None
    if found is None and follows:
        found = group_after(view, cue_last, content_first)
        if found is None and floor > first:
            found = subject(view_at(reader, cue_first, first, reader.sentence(cue_first)[1]), cue_first, 0)
    elif found is None:
        found = _inverted(view, cue_first, cue_last, content_first)
    if found is not None and _is_participle(reader, *found) and not view.is_finite(cue_first):
        # citing fears of a strike
        found = subject(view, found[0], 0)
    if found is None or found[1] > cue_first:
        return found
    if found[1] == cue_first:
        return None if _is_unowned(reader, *found) else found
    # the claim came amid reports that ...: a report itself
    is_report = reader.words[found[1]] in ARRIVALS and reader.words[found[1] - 1] in CLAUSE_NOUNS
    return None if is_report else found


def _is_participle(reader: Reader, first: int, last: int) -> bool:
    """Whether what was taken for a source is one word, and a participle that reports."""
    return last == first + 1 and bool(reader.classes[first] & c.VERB_ING) and reader.words[first] in reporting_forms()


def _unquoted(reader: Reader, found: _Span | None) -> _Span | None:
    """Cut off what a source holds of somebody's speech before it: a source is never what is said."""
    if found is None:
        return None
    first, last = found
    quotes = reader.quotes
    while first < last - 1 and quotes[first] >= 0 and quotes[first] != quotes[last - 1]:
        first += 1
    return first, last


def _completed(reader: Reader, first: int, end: int, cue: int) -> _Span:
    """Take in the noun that a source is but the complement of: people familiar with Park's thinking said.

    A participle that governs it is left out: citing people.
    """
    words, bits, marks = reader.words, reader.classes, reader.marks
    if end - first > 1 and words[first] in reporting_forms() and bits[first] & c.VERB_ING and marks[first] & COMMA:
        first += 1
    if end != cue or marks[first] or not (bits[first - 1] & c.PREPOSITION or words[first - 1] == "'s"):
        return first, end
    floor, _ = reader.sentence(cue)
    if first - 1 <= floor or marks[first - 1]:
        return first, end
    view = view_at(reader, cue, floor, cue)
    owner = first
    if words[first - 1] == "'s" and bits[first] & c.VERB_ING:
        owner = group_start(view, first - 1)
    before = owner - 1
    is_tied = (
        before - 2 >= view.first and bits[before] & c.PREPOSITION and bits[before - 1] & (c.ADJECTIVE | c.PARTICIPLE)
    )
    if not is_tied or any(marks[before - 1 : owner + 1]):
        return first, end
    is_host = bits[before - 2] & (c.PLURAL | c.PERSON_NOUN) or words[before - 2] in SOMEBODY
    start = group_start(view, before - 1) if is_host else before
    return (start, end) if start < before - 1 else (first, end)


def _is_unowned(reader: Reader, first: int, noun: int) -> bool:
    """Whether what stands before a noun that is the cue (the latest claim that ...) is part of its own group."""
    bits = reader.classes
    if not bits[first] & c.DETERMINER or bits[first] & c.OWNER or reader.words[first] in ALONE | RELATIVES:
        return False
    is_noun = noun - first == 1 or reader.words[noun] in CLAUSE_NOUNS
    return is_noun and all(bits[i] & (c.ADJECTIVE | c.NUMBER) for i in range(first + 1, noun))


def _is_preposition(reader: Reader, first: int, last: int) -> bool:
    words = reader.words
    if last - first > 1 and (words[last - 1] == "by" or (words[last - 1] == "of" and words[first] in VIEWS)):
        return True
    return words[first] in PREPOSITIONS and last - first <= 2 and words[last - 1] in ("to", "per")


def _parenthetical(view: View, first: int, last: int) -> _Span | None:
    """Subject behind a verb that is an aside with it: the owner, said her lawyer, had moved abroad."""
    reader = view.reader
    # demanding reform, warned of losses: what follows is no subject
    is_verb = last == first + 1 and not reader.classes[first] & c.VERB_ING and reader.words[first] in spoken()
    if not is_verb or first <= view.first or last >= view.last or not view.parts_at(first):
        return None
    end = group_end(view, last, view.last)
    is_aside = last < end < view.last and reader.marks[end] & COMMA and view.is_finite(end)
    return (last, end) if is_aside and may_speak(reader, last, end) else None


def _agent_behind_speech(view: View, first: int, last: int) -> _Span | None:
    """Agent of a participle whose content is in quotation marks: a firm branded "reckless" by the judge."""
    reader = view.reader
    quotes, limit = reader.quotes, view.last
    if last >= limit or quotes[last] < 0 or quotes[last - 1] >= 0 or not reader.classes[first] & c.PARTICIPLE:
        return None
    if first <= view.first or reader.marks[first] or not view.is_nominal(first - 1):
        return None
    end = next((i for i in range(last, limit) if quotes[i] != quotes[last]), limit)
    return group_after(view, end + 1, 0) if end < limit and _agent_at(view, end) else None


def _inverted(view: View, cue_first: int, cue_last: int, content_first: int) -> _Span | None:
    """Subject between a verb that opens its sentence and what is said (Said one official: ...)."""
    reader = view.reader
    if cue_first > view.first or content_first <= cue_last or reader.classes[cue_first] & c.VERB_ING:
        return None
    return group_after(view, cue_last, content_first)


def _owner(view: View, cue: int) -> _Span | None:
    """Whoever has the noun that is the cue: his claim, the minister's latest warning."""
    reader = view.reader
    words, bits = reader.words, reader.classes
    if words[cue] == "'s" and cue in reader.flags.contracted:
        return None
    i = cue
    while i > view.first and not reader.marks[i] and (bits[i - 1] & (c.ADJECTIVE | c.NUMBER) or words[i - 1] == "own"):
        i -= 1
    if i <= view.first or reader.marks[i]:
        return None
    if words[i - 1] == "'s" and i - 1 not in reader.flags.contracted and i - 1 > view.first:
        return group_start(view, i - 1), i
    if words[i - 1] in OWNERS and not bits[cue] & (c.AUXILIARY | c.COPULA):
        return i - 1, i
    return None


def _is_passive(view: View, first: int, last: int) -> bool:
    words, bits = view.reader.words, view.reader.classes
    start = -1
    if words[first] in CHARGED and first + 1 < view.last and words[first + 1] == "of":
        return True
    for i in range(first, last):
        if words[i] in BE:
            start = i + 1
    if start < 0 and not bits[first] & (c.PARTICIPLE | c.ADVERB | c.NEGATION):
        return False
    if start < 0:
        i = first
        while i > view.first and bits[i - 1] & (c.ADVERB | c.NEGATION) and not bits[i - 1] & (c.AUXILIARY | c.COPULA):
            i -= 1
        if i > view.first and words[i - 1] in BE and not _closes_speech(view, first):
            start = first
    for i in range(max(first, start), last):
        if bits[i] & (c.ADVERB | c.NEGATION) and not bits[i] & c.PARTICIPLE:
            continue
        if words[i] in _STATES or not bits[i] & c.PARTICIPLE:
            return False
        if start >= 0 or (i == last - 1 and _agent_at(view, last)):
            return True
        is_reduced = words[i] in REPORTED and first > view.first and view.parts_at(first)
        return is_reduced and last < view.last and (words[last] == "to" or _is_held(view, last))
    return False


def _closes_speech(view: View, i: int) -> bool:
    """Whether speech ends before `i`: "It was," said Lee."""
    quotes = view.reader.quotes
    return quotes[i - 1] >= 0 and quotes[i] != quotes[i - 1]


def _is_held(view: View, i: int) -> bool:
    """Whether what somebody is held to be fills an aside from `i` on: the climbers, feared dead, were found."""
    bits = view.reader.classes[i]
    if not bits & (c.ADJECTIVE | c.PARTICIPLE) or bits & (c.DETERMINER | c.NUMBER):
        return False
    end = next((k for k in range(i + 1, view.last) if view.parts_at(k)), view.last)
    return end < view.last and not view.finite(i + 1, end) and view.is_finite(end)


def _agent_at(view: View, i: int) -> bool:
    reader = view.reader
    if i + 1 >= view.last or reader.words[i] != "by" or reader.marks[i] & (BREAK | HARD):
        return False
    return not reader.classes[i + 1] & (c.VERB_ING | c.TIME | c.NUMBER)


def _agent(view: View, cue: int, content_first: int) -> _Span | None:
    for i in range(cue, view.last - 1):
        if _agent_at(view, i):
            return group_after(view, i + 1, content_first)
    return None
