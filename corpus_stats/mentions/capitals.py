"""Runs of capitalised words that are names, told from words that have a capital for their place alone.

A capital says nothing at the beginning of a sentence or of a quotation, nor in a line where nearly every word has one.
There a word is taken for a part of a name only where the rest of its document, or a list of names, says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes
from ..grammar.marks import APOSTROPHE, COLON, LINE, QUOTE, STOP
from . import wordings
from .marking import in_capitals, in_list

__all__ = ["Bits", "any_within", "capital_runs", "counted", "shifted"]

Bits: TypeAlias = NDArray[np.bool_]
_Bits = TypeVar("_Bits", np.bool_, np.uint32)

_FUNCTION = (
    classes.DETERMINER
    | classes.PREPOSITION
    | classes.CONJUNCTION
    | classes.SUBORDINATOR
    | classes.PRONOUN
    | classes.RELATIVE
    | classes.AUXILIARY
    | classes.COPULA
    | classes.NEGATION
    | classes.ADVERB
    | classes.NUMBER
)
_GIVEN = classes.GIVEN_NAME_M | classes.GIVEN_NAME_F
_BODY = classes.ORGANISATION_NOUN | classes.GROUP
# Words of these classes begin many sentences and few names.
_ORDINARY = (
    classes.ADJECTIVE | classes.PARTICIPLE | classes.VERB | classes.PERSON_NOUN | classes.PLURAL | classes.GROUP
) | classes.ORGANISATION_NOUN
# R-Ariz., D-N.Y.; I'd, they'll.
_NO_NAME = re.compile(r"[dri]-[a-z.]{1,6}|(?:i|he|she|it|we|you|they|who|that|there|what|here|let)'[a-z]+")
_TITLE_CASE_WORDS = 3
_SMALL_SHARE = 0.1
# A longer run of capitals is a table or a shout.
_LONGEST_NAME = 12
_LONGEST_ABBREVIATION = 4
# What a type is: a letter, short enough for an abbreviation, in capitals, of pieces, with a small particle, no name.
_LETTER, _SHORT, _UPPER, _COMPOUND, _PARTICLED, _UNNAMED = (1 << i for i in range(6))


def capital_runs(grammar: Grammar) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Token spans (first, last) of all names, in order, none overlapping; titles before a name are left out."""
    words = _Words.of(grammar)
    sure, doubtful = _parts(words)
    core = sure | (doubtful & _supported(words, sure, doubtful))
    core &= ~_lone_letters(words, core)
    inner = _connectors(words, core)
    linked = np.zeros(len(core), dtype=bool)
    whole = core | inner
    linked[1:] = whole[1:] & whole[:-1] & words.joined[1:]
    linked &= ~_breaks(words)
    begins = np.flatnonzero(whole & ~linked)
    ends = np.flatnonzero(whole & ~shifted(linked, -1)) + 1
    return _trimmed(words, begins.astype(np.int64), ends.astype(np.int64))


def shifted(mask: Bits, by: int) -> Bits:
    """Mask moved: element `i` is what stood at ``i - by``; False beyond the ends."""
    out = np.zeros_like(mask)
    if by > 0:
        out[by:] = mask[:-by]
    elif by < 0:
        out[:by] = mask[-by:]
    else:
        out[:] = mask
    return out


def counted(mask: Bits) -> NDArray[np.int32]:
    """How many elements before each position are True, and in all; shape (n + 1,)."""
    out = np.zeros(len(mask) + 1, dtype=np.int32)
    np.cumsum(mask, dtype=np.int32, out=out[1:])
    return out


def any_within(values: NDArray[_Bits], first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[_Bits]:
    """Bits, or truth values, of the tokens of every span put together; no span is empty, and few are long."""
    found = values[first]
    rows, at = np.arange(len(first)), first
    while len(rows):
        goes_on = at + 1 < last[rows]
        rows, at = rows[goes_on], at[goes_on] + 1
        found[rows] |= values[at]
    return found


def _trimmed(
    words: _Words, first: NDArray[np.int64], last: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Spans without a leading adjective of nationality, save in the name of a body; lone adjectives are left out."""
    has_body = any_within(words.has(_BODY), first, last)
    demonym = words.has(classes.DEMONYM) | in_list(words.grammar, "party")
    cut = demonym[first] & ~has_body & ~words.has(classes.PLACE)[np.minimum(first + 1, len(demonym) - 1)]
    cut &= ~in_list(words.grammar, "after a demonym")[np.minimum(first + 1, len(demonym) - 1)]
    first = first + cut
    lone = last - first == 1
    plain = words.has(classes.ADJECTIVE | classes.PARTICIPLE) & ~words.has(_GIVEN | _BODY | classes.PLACE)
    dropped = (first == last) | demonym[np.maximum(last - 1, 0)] & ~has_body & ~words.has(classes.PLURAL)[last - 1]
    titled = shifted(words.has(classes.TITLE), 1) & words.joined
    plain &= ~titled
    dropped |= lone & plain[np.minimum(first, len(plain) - 1)] & ~words.acronym[np.minimum(first, len(plain) - 1)]
    dropped |= last - first > _LONGEST_NAME
    return first[~dropped], last[~dropped]


@dataclass(frozen=True, eq=False)
class _Words:
    """What is asked of every token, as masks."""

    grammar: Grammar
    capital: Bits
    acronym: Bits
    is_letter: Bits
    initial: Bits
    title_case: Bits
    shouted: Bits
    joined: Bits

    @classmethod
    def of(cls, grammar: Grammar) -> _Words:
        tokens = grammar.tokens
        n = len(tokens)
        kinds = _kinds(grammar).take(tokens.type_ids)
        initial = np.zeros(n, dtype=bool)
        bounds = tokens.sentence_bounds[:-1]
        initial[bounds[bounds < n]] = True
        first = initial.copy()
        marks = grammar.marks[:n]
        initial |= (marks & (QUOTE | APOSTROPHE | COLON | LINE)) != 0
        capital = grammar.is_capital & ((kinds & _UNNAMED) == 0)
        _set_compounds(grammar, kinds, capital)
        upper, function = (kinds & _UPPER) != 0, grammar.has(_FUNCTION)
        title_case = _title_case(grammar, capital, function, initial)
        after_stop = (marks == STOP) & shifted((kinds & _SHORT) != 0, 1)
        joined = ((marks == 0) | after_stop) & ~first
        shouted = _shouted(grammar, capital, function, upper)
        title_case |= shouted
        return cls(grammar, capital, upper & capital, (kinds & _LETTER) != 0, initial, title_case, shouted, joined)

    def has(self, flag: int) -> Bits:
        """Whether each token is of a class."""
        return self.grammar.has(flag)


def _kinds(grammar: Grammar) -> NDArray[np.uint8]:
    """What every type is, as bits."""
    lower = grammar.lower
    lengths = np.fromiter(map(len, lower), dtype=np.int64, count=len(lower))
    kinds = np.zeros(len(lower), dtype=np.uint8)
    for kind, mask in (
        (_LETTER, lengths == 1),
        (_SHORT, lengths <= _LONGEST_ABBREVIATION),
        (_UPPER, in_capitals(grammar)),
    ):
        kinds[mask] |= kind
    for i in [i for i, word in enumerate(lower) if "-" in word or "'" in word]:
        kinds[i] |= _UNNAMED * (_NO_NAME.fullmatch(lower[i]) is not None)
        if "-" in lower[i]:
            kinds[i] |= _COMPOUND | _PARTICLED * lower[i].startswith(wordings.ARTICLE_PREFIXES)
    return kinds


def _set_compounds(grammar: Grammar, kinds: NDArray[np.uint8], capital: Bits) -> None:
    """Put right which words of pieces have a capital: al-Assad has one, Russia-backed has none."""
    places = np.flatnonzero((kinds & (_PARTICLED | _UNNAMED)) == _PARTICLED)
    capital[places] |= _are(places, _raw(grammar, places), lambda word: word.split("-", 1)[-1][:1].isupper())
    places = np.flatnonzero(((kinds & _COMPOUND) != 0) & capital)
    capital[places] = ~_are(places, _raw(grammar, places), lambda word: word.rsplit("-", 1)[-1][:1].islower())


def _are(places: NDArray[np.int64], words: list[str], test: Callable[[str], bool]) -> Bits:
    """Which words pass a test, each put to it once."""
    known = {word: test(word.replace("\u2010", "-").replace("\u2011", "-")) for word in set(words)}
    return np.fromiter(map(known.__getitem__, words), dtype=bool, count=len(places))


def _raw(grammar: Grammar, places: NDArray[np.int64]) -> list[str]:
    """Tokens as written."""
    tokens = grammar.tokens
    documents = np.searchsorted(tokens.bounds, places, side="right") - 1
    columns = documents, tokens.starts[places], tokens.ends[places]
    rows = zip(*(column.tolist() for column in columns), strict=True)
    texts = tokens.corpus.documents
    return [texts[i].text[a:b] for i, a, b in rows]


def _title_case(grammar: Grammar, capital: Bits, function: Bits, initial: Bits) -> Bits:
    """Tokens of lines in which every word but the small ones has a capital, ordinary words too, or is all capitals."""
    bounds = grammar.tokens.sentence_bounds
    telling = ~function & ~initial
    total = _by_sentence(telling, bounds)
    small = _by_sentence(telling & ~capital, bounds)
    ordinary = _by_sentence(telling & capital & grammar.has(_ORDINARY), bounds)
    is_title = (total >= _TITLE_CASE_WORDS) & (small <= _SMALL_SHARE * total) & (ordinary > 0)
    return np.repeat(is_title, np.diff(bounds))


def _by_sentence(mask: Bits, bounds: NDArray[np.int64]) -> NDArray[np.int32]:
    return np.add.reduceat(mask.astype(np.int32), bounds[:-1])


def _parts(words: _Words) -> tuple[Bits, Bits]:
    """Tokens that are parts of names for sure, and tokens that need support: sentence starts and title case."""
    capital, joined = words.capital, words.joined
    capital_next = shifted(capital & joined, -1)
    given = words.has(_GIVEN)
    given_before = shifted(given & capital, 1) & joined
    function = words.has(_FUNCTION | classes.TIME) & (~words.acronym | words.shouted)
    middle_letter = words.is_letter & given_before & capital_next
    allowed = ~function | given_before & ~words.initial | middle_letter | (given & capital_next & ~words.initial)
    office = _office_words(words, capital_next)
    demonym = words.has(classes.DEMONYM) | in_list(words.grammar, "party")
    ahead = shifted(given | words.has(classes.TITLE) | demonym, -1)
    body_ahead = shifted(words.has(_BODY) & capital & joined, -1)
    before = shifted(capital & ~words.initial & ~function, 1) & joined
    lone = demonym & ~body_ahead & (~capital_next | ahead) & ~before
    core = capital & allowed & ~office & ~lone
    doubt = words.initial | words.title_case
    return core & ~doubt, core & doubt


def _office_words(words: _Words, capital_next: Bits) -> Bits:
    """Titles, and words that belong to a title: Foreign Minister, Secretary of State."""
    title = words.has(classes.TITLE)
    joined, capital = words.joined, words.capital
    given_before = shifted(words.has(_GIVEN) & capital & ~title, 1) & joined
    body_ahead = shifted(words.has(classes.ORGANISATION_NOUN) & capital & joined, -1)
    firm = in_list(words.grammar, "general") & shifted(in_list(words.grammar, "firm"), -1)
    title &= ~(body_ahead & capital_next) & ~(given_before & ~capital_next) & ~firm
    domain = in_list(words.grammar, "office domain")
    title_or_person = title | words.has(classes.PERSON_NOUN) & capital_next & ~words.has(_GIVEN)
    # Wyreford MP Gareth Lunn
    title |= words.acronym & words.has(classes.PERSON_NOUN) & capital_next & ~words.shouted
    before_title = domain & shifted(title_or_person & joined, -1)
    of = in_list(words.grammar, "of")
    after_title = domain & shifted(of & shifted(title, 1), 1) & ~words.has(_BODY)
    return title | before_title | after_title


def _supported(words: _Words, sure: Bits, doubtful: Bits) -> Bits:
    """Doubtful tokens that lists or the rest of their document take for a part of a name."""
    core_next = shifted(words.capital & ~words.has(_FUNCTION | classes.TITLE) & words.joined, -1)
    # A word that only ends like a plural, and is written with a capital wherever it stands, is none: Tomas, Andreas.
    types, is_plural = words.grammar.tokens.type_ids, words.has(classes.PLURAL)
    is_small = np.zeros(len(words.grammar.lower), dtype=bool)
    is_small[types[is_plural & ~words.capital]] = True
    ordinary = words.has(_ORDINARY & ~classes.PLURAL)
    places = np.flatnonzero(is_plural & doubtful)
    ordinary[places] |= is_small[types[places]]
    opener = in_list(words.grammar, "opener")
    of_next = shifted(in_list(words.grammar, "of"), -1) & shifted(words.capital, -2)
    listed = words.has(classes.PLACE) | (words.acronym & ~words.is_letter & ~words.shouted)
    named = words.has(_GIVEN) & core_next
    begun = ~words.title_case & core_next & (~ordinary | opener | (words.has(classes.DEMONYM) & ~ordinary))
    begun |= ~words.title_case & of_next & words.has(_BODY)
    proven, refuted = _evidence(words, sure, doubtful)
    return (listed | named | begun | proven) & ~(refuted & ~named & ~listed & ~(begun & (opener | words.has(_BODY))))


def _shouted(grammar: Grammar, capital: Bits, function: Bits, upper: Bits) -> Bits:
    """Tokens of sentences without a small letter at the beginning of any word, small words not excepted."""
    bounds = grammar.tokens.sentence_bounds
    is_shouted = (_by_sentence(~capital, bounds) == 0) & (np.diff(bounds) >= _TITLE_CASE_WORDS)
    if is_shouted.any():
        is_shouted &= _by_sentence(function, bounds) + _by_sentence(upper, bounds) >= 2
    return np.repeat(is_shouted, np.diff(bounds))


def _evidence(words: _Words, sure: Bits, doubt: Bits) -> tuple[Bits, Bits]:
    """Tokens whose word is elsewhere in the document a part of a name; and those whose word is in lower case there."""
    tokens = words.grammar.tokens
    n_types = max(len(tokens.vocabulary), 1)
    documents = tokens.documents()

    def keys(mask: Bits) -> NDArray[np.int64]:
        places = np.flatnonzero(mask)
        return documents[places].astype(np.int64) * n_types + tokens.type_ids[places]

    wanted, place = np.unique(keys(doubt), return_inverse=True)
    if not len(wanted):
        return doubt, doubt
    asked = np.zeros(n_types, dtype=bool)
    asked[tokens.type_ids[doubt]] = True
    is_asked = asked.take(tokens.type_ids)
    counts = []
    for own in (keys(is_asked & sure), keys(is_asked & ~words.capital)):
        position = np.minimum(np.searchsorted(wanted, own), len(wanted) - 1)
        counts.append(np.bincount(position[wanted[position] == own], minlength=len(wanted)))
    proven, refuted = np.zeros(len(doubt), dtype=bool), np.zeros(len(doubt), dtype=bool)
    proven[doubt] = ((counts[0] > 0) & (counts[0] >= counts[1]))[place]
    refuted[doubt] = (counts[1] > counts[0])[place]
    return proven, refuted


def _lone_letters(words: _Words, core: Bits) -> Bits:
    neighbour = (shifted(core, 1) & words.joined) | shifted(core & words.joined, -1)
    return np.asarray(words.is_letter & ~neighbour, dtype=bool)


def _connectors(words: _Words, core: Bits) -> Bits:
    """Small words inside names: Government *of* National Accord, Osama *bin* Laden."""
    grammar, joined = words.grammar, words.joined
    small = ~words.capital
    core_next = shifted(core & joined, -1)
    particle = in_list(grammar, "particle") & small & joined
    the = in_list(grammar, "the") & small & joined & core_next
    head = words.has(_BODY) | in_list(grammar, "head before of")
    after_head = shifted(core & head, 1) & joined & small
    of = in_list(grammar, "of") & after_head
    of_the = of & shifted(the, -1)
    of_name = of & core_next & ~shifted(words.has(classes.TIME), -1)
    one = particle & shifted(core, 1) & core_next
    two = particle & shifted(core, 1) & shifted(particle & core_next, -1)
    found: Bits = of_name | of_the | shifted(of_the, 1) | one | two | shifted(two, 1)
    return found


def _breaks(words: _Words) -> Bits:
    """Places where one name ends and another begins without a mark: Republican Mitt Romney."""
    given = words.has(_GIVEN) & words.capital
    other = words.has(classes.PERSON_NOUN | _BODY | classes.PLACE | classes.DEMONYM | classes.ADJECTIVE)
    follows = given & shifted(other & ~given & ~words.has(classes.TITLE) & ~words.is_letter, 1)
    # "Mary Jane": a given name after another is one name; "Sheriff Joe" was cut already.
    surname_next = shifted(words.capital & words.joined, -1)
    return follows & surname_next
