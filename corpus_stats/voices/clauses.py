"""Clauses around a verb, read by rules: which words are finite verbs, and where noun groups begin and end.

Positions are token positions; spans are half-open. An edge `i` stands before token `i`; what is written there is
``marks[i]``. Nothing is read further than `REACH` tokens from where reading begins, so that time stays linear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..grammar import Grammar
from ..grammar.arrays import (
    CLOSE_BRACKET,
    COLON,
    COMMA,
    DASH,
    LINE,
    OPEN_BRACKET,
    OWNED,
    QUOTE,
    SEMICOLON,
    STOP,
)
from ..grammar.classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    COPULA,
    DEMONYM,
    DETERMINER,
    GROUP,
    NEGATION,
    NUMBER,
    ORGANISATION_NOUN,
    OWNER,
    PARTICIPLE,
    PERSON_NOUN,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    TIME,
    TITLE,
    VERB,
    VERB_BASE,
    VERB_ING,
)

__all__ = [
    "BREAK",
    "HARD",
    "JOINTS",
    "REACH",
    "SUBJECTS",
    "Reader",
    "View",
    "group_end",
    "group_start",
    "is_contracted",
    "verb_start",
    "view_at",
]

BREAK = COMMA | DASH
HARD = COLON | SEMICOLON | LINE
REACH = 150
SUBJECTS = frozenset("i he she it we you they who whoever".split())
# Words after which another clause, with a subject of its own, may begin.
JOINTS = frozenset(
    """
    that because if although though whereas when while since as until unless what whether where how why before after
    once
    """.split()
)
_OBJECTS = frozenset("him her them us me".split())
_HOSTS = frozenset("it he she that who there what here where how".split())
_VERBAL = VERB | AUXILIARY | COPULA
_CLOSED = PREPOSITION | CONJUNCTION | AUXILIARY | COPULA | NEGATION | SUBORDINATOR
_BEFORE_NOUNS = DETERMINER | PREPOSITION | OWNER | ADJECTIVE | NUMBER
_NOUN_LIKE = PERSON_NOUN | TITLE | GROUP | ORGANISATION_NOUN | DEMONYM
_COMMON = PERSON_NOUN | PLURAL | GROUP | PRONOUN | DETERMINER | ADJECTIVE
_LINKS = frozenset("of for from".split())
_NOTHING: frozenset[int] = frozenset()
_LOOSE_LINKS = frozenset("in at with to on between against behind within inside near by about".split())


@dataclass(frozen=True, eq=False)
class Reader:
    """What the rules look at, as lists with one entry a token.

    Attributes
    ----------
    words : list of str, lower case
    classes, marks, sentences : lists of int, as in `Grammar`
    capitals : list of bool
    bounds : list of int
        Token position at which each sentence begins; one more entry for the end.
    quotes : list of int
        Number of the quotation each token stands in, -1 outside of any.
    bracketed : frozenset of int
        Sentences in which a bracket is closed.
    """

    grammar: Grammar
    words: list[str]
    classes: list[int]
    marks: list[int]
    capitals: list[bool]
    sentences: list[int]
    bounds: list[int]
    quotes: Sequence[int]
    bracketed: frozenset[int]

    @classmethod
    def of(cls, grammar: Grammar, quotes: Sequence[int]) -> Reader:
        """Reader of a corpus whose tokens stand in the quotations `quotes` (-1: in none)."""
        return cls(
            grammar=grammar,
            words=[grammar.lower[i] for i in grammar.type_list],
            classes=grammar.class_list,
            marks=grammar.mark_list,
            capitals=grammar.capital_list,
            sentences=grammar.sentence_list,
            bounds=grammar.tokens.sentence_bounds.tolist(),
            quotes=quotes,
            bracketed=frozenset(grammar.sentences[(grammar.marks & CLOSE_BRACKET) != 0].tolist()),
        )

    def sentence(self, position: int) -> tuple[int, int]:
        """Token span of the sentence of a token."""
        number = self.sentences[position]
        return self.bounds[number], self.bounds[number + 1]


@dataclass(eq=False, slots=True)
class View:
    """Part of a sentence as seen from one place in it: other quotations and brackets are hidden, and hold no verb."""

    reader: Reader
    first: int
    last: int
    hidden: frozenset[int]
    known: dict[int, bool]

    def part(self, first: int, last: int) -> View:
        """The same view, of fewer tokens."""
        return View(self.reader, first, last, self.hidden, self.known)

    def is_finite(self, i: int) -> bool:
        """Whether token `i` is read as a finite verb or an auxiliary."""
        if not self.reader.classes[i] & _VERBAL:
            return False
        found = self.known.get(i)
        if found is None:
            found = self.known[i] = i not in self.hidden and _is_finite(self.reader, i)
        return found

    def finite(self, first: int, last: int) -> list[int]:
        """Finite verbs among the tokens ``first:last``."""
        classes = self.reader.classes
        return [i for i in range(first, last) if classes[i] & _VERBAL and self.is_finite(i)]

    def last_finite(self, first: int, last: int) -> int:
        """Last finite verb among the tokens ``first:last``, or -1."""
        classes = self.reader.classes
        return next((i for i in range(last - 1, first - 1, -1) if classes[i] & _VERBAL and self.is_finite(i)), -1)

    def is_nominal(self, i: int) -> bool:
        """Whether token `i` can be part of a noun group."""
        reader = self.reader
        bits, word = reader.classes[i], reader.words[i]
        if i in self.hidden:
            return True
        if word == "'s":
            return not is_contracted(reader, i)
        if bits & PRONOUN or (reader.capitals[i] and not bits & (_CLOSED | ADVERB)):
            return not self.is_finite(i)
        if bits & (_CLOSED | RELATIVE) and not bits & (PERSON_NOUN | TITLE):
            return False
        if bits & ADVERB and not bits & (DETERMINER | ADJECTIVE | NUMBER):
            return False
        if bits & VERB_BASE and i > self.first and reader.words[i - 1] == "to" and not reader.marks[i]:
            return False
        return not self.is_finite(i)

    def parts_at(self, i: int) -> bool:
        """Whether a comma or a dash stands before token `i`, outside of what is hidden."""
        if not self.reader.marks[i] & BREAK or (i in self.hidden and i - 1 in self.hidden):
            return False
        # the comma of a date: May 4, 2019
        word = self.reader.words[i]
        return not (len(word) == 4 and word.isdigit() and self.reader.words[i - 1].isdigit())


def view_at(reader: Reader, position: int, first: int, last: int) -> View:
    """View of the tokens ``first:last`` from `position`, cut to what is within reach."""
    first, last = max(first, position - REACH), min(last, position + REACH)
    here, quotes = reader.quotes[position], reader.quotes[first:last]
    hidden = _NOTHING
    if quotes.count(here) < len(quotes):
        hidden = frozenset([i for i, quote in enumerate(quotes, first) if quote != here])
    if reader.sentences[position] in reader.bracketed:
        hidden = hidden.union(_bracketed(reader, first, position))
    return View(reader, first, last, hidden, {})


def _bracketed(reader: Reader, first: int, position: int) -> Iterator[int]:
    """Tokens between brackets that are closed before `position`."""
    depth = 0
    for i in range(position - 1, first - 1, -1):
        marks = reader.marks[i + 1]
        depth = max(depth + bool(marks & CLOSE_BRACKET) - bool(marks & OPEN_BRACKET), 0)
        if depth:
            yield i


def is_contracted(reader: Reader, i: int) -> bool:
    """Whether the 's at `i` is short for *is* or *has*."""
    first, last = reader.sentence(i)
    if i > first and reader.words[i - 1] in _HOSTS:
        return True
    return i + 1 < last and bool(reader.classes[i + 1] & VERB_ING) and not reader.capitals[i + 1]


def _is_finite(reader: Reader, i: int) -> bool:
    bits, word = reader.classes[i], reader.words[i]
    if word == "'s":
        return is_contracted(reader, i)
    if bits & AUXILIARY or (bits & COPULA and not bits & VERB_ING):
        return word not in ("be", "been", "being", "having") and not (reader.capitals[i] and bits & TIME)
    if not bits & VERB:
        return False
    first, last = reader.sentence(i)
    # A sentence that begins with such a form begins with a participle or a noun; a capital inside it is a name's.
    if i == first or reader.capitals[i]:
        return False
    if not reader.marks[i] and _is_noun_after(reader, i):
        return False
    return i + 1 >= last or bool(reader.marks[i + 1]) or not _is_noun_before(reader, i)


def _is_noun_after(reader: Reader, i: int) -> bool:
    """Whether the word before a form like *claims* makes it a noun, or an infinitive."""
    before, bits, own = reader.words[i - 1], reader.classes[i - 1], reader.classes[i]
    if before == "to":
        return True
    if before == "'s":
        return not is_contracted(reader, i - 1)
    if before in ("one", "that", "which", "who"):
        return before == "one" and bool(own & VERB_BASE)
    if own & VERB_BASE and not own & PARTICIPLE and reader.capitals[i - 1]:
        # *Smith host*: a singular name has no such verb.
        return not bits & (PLURAL | PRONOUN | ADVERB | CONJUNCTION | TIME)
    if own & VERB_BASE and own & (_NOUN_LIKE | ADJECTIVE | NUMBER):
        return not bits & (PLURAL | PRONOUN | ADVERB | CONJUNCTION)
    if bits & VERB_ING:
        return not own & PARTICIPLE
    return bool(bits & _BEFORE_NOUNS) and not bits & (PRONOUN | PERSON_NOUN | PLURAL | TIME | ADVERB)


def _is_noun_before(reader: Reader, i: int) -> bool:
    """Whether the word after a form like *claims* makes it a noun, or a participle."""
    after, bits, own = reader.words[i + 1], reader.classes[i + 1], reader.classes[i]
    if after in ("'s", "by") or (after == "of" and own & _NOUN_LIKE):
        return True
    if own & NUMBER and bits & TIME:
        return True
    if own & PARTICIPLE:
        return False
    is_verb = bits & VERB and not bits & (_NOUN_LIKE | ADJECTIVE | PLURAL | PREPOSITION)
    return bool(bits & (AUXILIARY | COPULA)) or bool(is_verb and not own & VERB_BASE)


def verb_start(view: View, verb: int) -> int:
    """Edge before the verb group of `verb`: its auxiliaries, negations and adverbs are taken in."""
    reader = view.reader
    i = verb
    while i > view.first and not reader.marks[i] & (BREAK | HARD | QUOTE):
        bits, word = reader.classes[i - 1], reader.words[i - 1]
        if word == "'s":
            if not is_contracted(reader, i - 1):
                break
        elif (
            not bits & (AUXILIARY | COPULA | NEGATION | ADVERB)
            or bits & (RELATIVE | PRONOUN | PERSON_NOUN)
            or (reader.capitals[i - 1] and bits & TIME)
        ):
            break
        i -= 1
    return i


def group_start(view: View, end: int) -> int:
    """Edge at which the noun group that ends at `end` begins; `end` itself where there is none."""
    reader = view.reader
    if end > view.first and reader.words[end - 1] in SUBJECTS:
        return end - 1
    i = end
    while i > view.first:
        if i < end and _is_apart(view, i):
            break
        word, bits = reader.words[i - 1], reader.classes[i - 1]
        if bits & DETERMINER and (i < end or not bits & PRONOUN) and not bits & NUMBER:
            return _with_partitive(view, i - 1)
        if word == "of" and i < end and i - 1 > view.first and view.is_nominal(i - 2):
            i -= 1
            continue
        if not view.is_nominal(i - 1) or (i < end and _is_other_group(view, i)):
            break
        i -= 1
    return i


def _is_apart(view: View, i: int) -> bool:
    """Whether the marks before token `i` part two groups: not those of a hidden aside, nor the stop of a title."""
    reader = view.reader
    if i in view.hidden or i - 1 in view.hidden:
        return False
    marks = reader.marks[i]
    if marks & STOP and not marks & (BREAK | HARD | QUOTE):
        return not (reader.capitals[i] and reader.capitals[i - 1])
    return bool(marks & (BREAK | HARD | QUOTE | OPEN_BRACKET | CLOSE_BRACKET))


def _is_other_group(view: View, i: int) -> bool:
    """Whether a name begins at `i` that the plain noun before it does not belong to (in an interview Smith said)."""
    reader = view.reader
    before = reader.classes[i - 1]
    if not reader.capitals[i] or reader.classes[i] & DEMONYM or reader.words[i] == "'s":
        return bool(before & TIME) and not before & DETERMINER and reader.words[i] != "'s" and reader.capitals[i - 1]
    if reader.capitals[i - 1] or i - 1 in view.hidden or reader.words[i - 1] == "'s":
        return False
    return not before & (_NOUN_LIKE | ADJECTIVE | NUMBER | DETERMINER | PREPOSITION | PARTICIPLE)


def _with_partitive(view: View, start: int) -> int:
    """Take in what stands before the determiner at `start`: most of, all, both."""
    reader = view.reader
    if start <= view.first or reader.marks[start] & (BREAK | HARD | QUOTE):
        return start
    if reader.words[start - 1] == "of" and start - 1 > view.first and view.is_nominal(start - 2):
        left = group_start(view, start - 1)
        return left if left < start - 1 else start
    return start - 1 if reader.words[start - 1] in ("all", "both", "half", "not") else start


def group_end(view: View, first: int, limit: int) -> int:
    """Edge at which the noun group that begins at `first` ends."""
    reader = view.reader
    words, bits = reader.words, reader.classes
    if first < limit and words[first] in SUBJECTS | _OBJECTS:
        is_owner = words[first] == "her" and first + 1 < limit and not reader.marks[first + 1]
        return group_end(view, first + 1, limit) if is_owner and view.is_nominal(first + 1) else first + 1
    i = first
    while i < limit:
        if i > first and _ends_before(view, i):
            break
        if i > first and _links(view, i, limit):
            i += 1
            continue
        if i > first and bits[i] & NUMBER and i + 1 < limit and bits[i + 1] & TIME:
            break
        if i > first and bits[i] & (PREPOSITION | SUBORDINATOR | RELATIVE) and not reader.capitals[i]:
            break
        if not view.is_nominal(i) or (i > first and bits[i] & TIME and not bits[i] & ADVERB and reader.capitals[i]):
            break
        i += 1
    return i


def _ends_before(view: View, i: int) -> bool:
    reader = view.reader
    marks = reader.marks[i]
    if marks & (BREAK | HARD | QUOTE):
        return True
    # "(R-Ohio)" belongs to the name before it
    return bool(marks & STOP) and not marks & (OPEN_BRACKET | CLOSE_BRACKET) and not reader.capitals[i]


def _links(view: View, i: int, limit: int) -> bool:
    """Whether the word at `i` ties what follows to the noun group before it."""
    reader = view.reader
    word = reader.words[i]
    if i + 1 >= limit or reader.marks[i] & ~OWNED or reader.marks[i + 1] or not view.is_nominal(i + 1):
        return False
    if word in _LINKS:
        return not reader.classes[i + 1] & (VERB_ING | TIME)
    if word in _LOOSE_LINKS:
        is_name = reader.capitals[i - 1] and not reader.classes[i - 1] & _COMMON
        return not is_name and not reader.classes[i + 1] & (TIME | VERB_ING)
    return word == "and" and not view.finite(i + 1, min(limit, i + 8))
