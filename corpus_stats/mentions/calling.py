"""Verbs that say of somebody what he is: *called him a liar*, *described it as a farce*, *accused her of theft*."""

from __future__ import annotations

from ..grammar import Grammar, classes
from ..grammar.marks import COLON, DASH, SEMICOLON
from ..grammar.verbs import every_form
from .syntax import ends_aside, subject_of

__all__ = ["called"]

_FARTHEST = 14
_PLAIN = "call label brand dub deem name nickname term consider declare"
_LINKED = {
    "as": """
        describe depict portray regard see view denounce slam condemn blast mock criticise criticize praise hail dismiss
        decry deride attack ridicule lambaste characterise characterize paint cast brand label hail
        """,
    "of": "accuse suspect convict",
    "for": "blame criticise criticize praise mock condemn",
    "to": "liken compare refer",
}
_FORMS: dict[str, set[str]] = {}
for _link, _bases in (("", _PLAIN), *_LINKED.items()):
    for _form in sorted(every_form(_bases)):
        _FORMS.setdefault(_form, set()).add(_link)
_HARD = SEMICOLON | COLON | DASH
_NO_CALLING = frozenset("for on in up off out".split())
_VERBAL = classes.VERB | classes.COPULA | classes.AUXILIARY
_BE = frozenset("is are was were be been being".split())


def called(reading: Grammar, first: int) -> list[tuple[int, int]]:
    """Spans of tokens in which he is named whom a wording from `first` on is called: after the verb, then before it.

    Empty where the wording is no object of a verb of calling.
    """
    sentence, links = reading.sentence_list[first], {""}
    for k in range(first - 1, max(first - _FARTHEST, -1), -1):
        if reading.sentence_list[k] != sentence or reading.mark_list[k + 1] & _HARD:
            return []
        word = reading.word(k)
        if _FORMS.get(word, set()) & links:
            return [] if reading.word(k + 1) in _NO_CALLING else [(k + 1, first), *_before(reading, k)]
        if word in _LINKED:
            links.add(word)
        elif reading.class_list[k] & _VERBAL and not reading.class_list[k] & (classes.ADJECTIVE | classes.PARTICIPLE):
            return []
    return []


def _before(reading: Grammar, verb: int) -> list[tuple[int, int]]:
    """The subject of a passive verb, or what the relative clause of the verb is about."""
    k = verb - 1
    while k > 0 and reading.class_list[k] & classes.ADVERB and reading.joined_list[k + 1]:
        k -= 1
    if k < 0 or reading.sentence_list[k] != reading.sentence_list[verb]:
        return []
    if reading.word(k) in _BE:
        subject = subject_of(reading, verb)
        return [] if subject < 0 or ends_aside(reading, subject) else [(max(subject - 3, 0), subject + 1)]
    return _antecedent(reading, k)


def _antecedent(reading: Grammar, subject: int) -> list[tuple[int, int]]:
    """Tokens before the subject of a relative clause: *the deal (that) Trump calls ...*."""
    bits, k = reading.class_list, subject
    while k > 0 and reading.joined_list[k] and reading.capital_list[k] and reading.capital_list[k - 1]:
        k -= 1
    if k < 1 or reading.sentence_list[k - 1] != reading.sentence_list[subject]:
        return []
    if reading.word(k - 1) in ("that", "which", "whom"):
        return [(max(k - 6, 0), k - 1)]
    is_bare = reading.joined_list[k] and not bits[k - 1] & (_VERBAL | classes.CONJUNCTION | classes.SUBORDINATOR)
    return [(max(k - 5, 0), k)] if is_bare and reading.word(k - 1) != "what" else []
