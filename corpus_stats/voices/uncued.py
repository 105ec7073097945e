"""Sources of speech that no cue introduces: a name beside a colon or a dash, the subject of a verb near it."""

from __future__ import annotations

from ..grammar import classes as c
from ..grammar.marks import COLON, COMMA, DASH, STOP
from ..grammar.verbs import verb_forms
from .clauses import REACH, Reader, group_end, group_start, view_at
from .following import group_after
from .subjects import spoken, subject
from .words import RELATIVES

__all__ = ["beside"]

_Span = tuple[int, int]

_SENTENCES = 4
_TOLD = frozenset("told tells".split())
_NO_NAMES = c.DETERMINER | c.PRONOUN | c.PREPOSITION | c.PLURAL | c.NUMBER | c.GROUP | c.PLACE
_WORDS = 12


def beside(reader: Reader, content_first: int, content_last: int) -> _Span | None:
    """Source of speech that has no cue word: behind a dash after it, before a colon in front of it."""
    marks = reader.marks
    if content_last < len(marks) and marks[content_last] & DASH and content_last > content_first:
        view = view_at(reader, content_last, content_last, reader.sentence(content_last)[1])
        found = group_after(view, content_last, content_first)
        if found is not None:
            return found
    if content_last < len(marks) and marks[content_last] & COLON and content_first == reader.sentence(content_first)[0]:
        found = _announced(reader, content_last)
        if found is not None:
            return found
    if content_first > 0 and marks[content_first] & (COLON | DASH):
        found = _introducing(reader, content_first)
        if found is not None:
            return found
    return _behind(reader, content_last) or _nearby(reader, content_first)


def _announced(reader: Reader, start: int) -> _Span | None:
    """Subject of what a headline tells behind speech and a colon: "GO NOW": Fans turn on their chairman."""
    _, last = reader.sentence(start)
    view, tokens = view_at(reader, start, start, last), reader.grammar.tokens
    for i in range(start + 1, view.last):
        # a verb in capitals: Boss SACKS captain
        is_loud = tokens.vocabulary[int(tokens.type_ids[i])].isupper() and reader.words[i] in verb_forms()
        if view.is_finite(i) or is_loud or reader.marks[i] & COMMA:
            first = group_start(view, i)
            return (first, i) if start <= first < i and not reader.marks[i] & COMMA else None
    return None


def _introducing(reader: Reader, content_first: int) -> _Span | None:
    """Subject of the words before a colon, or the name that is all of them."""
    first, _ = reader.sentence(content_first - 1)
    view = view_at(reader, content_first - 1, first, content_first)
    if reader.words[first] in spoken():
        return group_after(view, first + 1, 0)
    verbs = view.finite(view.first, content_first)
    # a nurse who begged them not to tell told the Herald
    verb = next((i for i in reversed(verbs) if reader.words[i] in _TOLD), verbs[0] if verbs else -1)
    found = subject(view, verb, 0) if verbs else None
    if found is not None:
        return found
    start = group_start(view, content_first)
    return (start, content_first) if start < content_first else None


def _behind(reader: Reader, content_last: int) -> _Span | None:
    """Source of a reporting verb that ends the sentence of speech: "...", the poster says."""
    _, last = reader.sentence(content_last - 1)
    for verb in range(content_last, min(last, content_last + _WORDS)):
        if reader.words[verb] in spoken() and reader.quotes[verb] < 0:
            view = view_at(reader, verb, content_last, last)
            found = subject(view, verb, 0) if verb > content_last else None
            if found is None or reader.words[found[0]] not in RELATIVES:
                return found or group_after(view, verb + 1, 0)
    return _of_other_verb(reader, content_last, last)


def _of_sentence(reader: Reader, first: int, last: int, content_first: int) -> _Span | None:
    """Name that a sentence of the same paragraph begins with, just before speech of which nobody is said to say it."""
    tokens = reader.grammar.tokens
    if last != content_first or not reader.capitals[first] or reader.quotes[first] >= 0:
        return None
    bounds = tokens.paragraph_bounds
    is_same = bounds.searchsorted(first, side="right") == bounds.searchsorted(content_first, side="right")
    view = view_at(reader, first, first, last)
    verb = next(iter(view.finite(first, last)), -1)
    if not is_same or verb <= first or any(reader.words[i] in spoken() for i in view.finite(first, last)):
        return None
    is_name = all(reader.capitals[i] and not reader.classes[i] & _NO_NAMES for i in range(first, verb))
    return (first, verb) if is_name and not any(reader.marks[first + 1 : verb + 1]) else None


def _of_other_verb(reader: Reader, verb: int, last: int) -> _Span | None:
    """Subject behind speech and a verb that is no verb of speech: "...," thundered Ann Lee."""
    if verb + 1 >= last or reader.quotes[verb] >= 0 or not reader.marks[verb] & (COMMA | STOP):
        return None
    is_past = reader.classes[verb] & c.PARTICIPLE or reader.words[verb].endswith("ed")
    if not is_past or reader.capitals[verb] or reader.marks[verb + 1]:
        return None
    view = view_at(reader, verb, verb, last)
    end = group_end(view, verb + 1, view.last)
    is_whole = end == last or (end > verb + 1 and reader.marks[end] & (COMMA | STOP))
    return group_after(view, verb + 1, 0) if is_whole else None


def _nearby(reader: Reader, content_first: int) -> _Span | None:
    """Source of the last reporting verb outside quotation marks, at most `_SENTENCES` sentences before speech."""
    tokens = reader.grammar.tokens
    document = int(tokens.bounds.searchsorted(content_first, side="right")) - 1
    here = reader.sentences[content_first]
    for number in range(here - 1, here - 1 - _SENTENCES, -1):
        first, last = reader.bounds[max(number, 0)], reader.bounds[max(number, 0) + 1]
        if number < 0 or first < tokens.bounds[document]:
            return None
        if number == here - 1:
            found = _of_sentence(reader, first, last, content_first)
            if found is not None:
                return found
        for verb in range(last - 1, max(first, last - REACH) - 1, -1):
            if reader.quotes[verb] >= 0 or reader.words[verb] not in spoken():
                continue
            opens = first
            while opens < verb and reader.quotes[opens] >= 0:
                opens += 1
            view = view_at(reader, verb, opens, last)
            if verb > opens and view.is_finite(verb):
                found = subject(view, verb, 0) or group_after(view, verb + 1, 0)
                if found is not None:
                    return found
    return None
