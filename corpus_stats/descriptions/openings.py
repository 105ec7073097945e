"""Which rules the words beside a mention leave open, read for all mentions at once.

Most mentions have no label, and the words beside them tell. An opening asks less than its rule: the rule is tried only
where it is open, and would find nothing elsewhere.
"""

from __future__ import annotations

from functools import cache, partial
from itertools import repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..grammar import classes as c
from ..grammar import grammar
from ..grammar.arrays import types_of
from ..grammar.marks import APOSTROPHE, CLOSE_BRACKET, COLON, COMMA, DASH, OPEN_BRACKET, OWNED, QUOTE
from ..tokens import Tokens
from .joints import CLOSED, NOMINAL
from .words import (
    ACCUSING,
    ARTICLES,
    ATTRIBUTIVE,
    AVOWING,
    CONTRACTED,
    EARNING,
    FOLLOWING,
    GENERIC,
    GIVING,
    GRADES,
    HAVE,
    LIKENING,
    MODAL,
    NOUN_LIKE,
    OPENERS,
    ORDINALS,
    POSSESSED,
    PROVING,
    QUALIFIED,
    REFLEXIVES,
    RELATIVES,
    REPORTING,
    STANDING,
    STATING,
    SUPPOSING,
    acting_forms,
    naming_forms,
    rising_forms,
    turning_forms,
    working_forms,
)

__all__ = [
    "AFTER",
    "APART",
    "BEFORE",
    "HELD",
    "INVERTED",
    "NAMED",
    "OWNING",
    "PREDICATE",
    "STANDING_AS",
    "WORDED",
    "openings",
]

BEFORE, WORDED, APART, AFTER, OWNING, STANDING_AS, HELD, PREDICATE, NAMED, INVERTED = (1 << i for i in range(10))
"""Words before a name; a name that is a description itself; a label apart from the name; an apposition; what is
possessed, or what it is as (his role as); what it is of (the henchmen of); a clause; and a verb before it, of naming or
of being."""

# What a type can do beside a mention: stand last before a name, anywhere or with a capital only; determine; be a noun
# for a person; begin an apposition; begin a clause, past adverbs and helping verbs; begin one after a comma; be *who*;
# name; act, if the word after it is right (calls himself, served as); say before a clause; possess, or be short for
# *is*; be possessed, or be so only with a word of what kind it is; be *of*, a verb, *and*, a verb of being, *like*, a
# noun of standing, a verb of being alone, an article, a preposition between a verb and whom it names, a helping verb or
# an adverb; end a noun group; and what is listed of it: an ordinal, a word that goes on with a
# group though it is a small one, a form that is no verb, a word that leads no name.
(
    _LEADS, _LEADS_NAMED, _DETERMINES, _PERSON, _BEGINS, _STATES, _RELATES, _WHO, _NAMES, _ACTS, _AS, _SAYS,
    _POSSESSIVE, _CONTRACTED, _OWNED, _QUALIFIED, _OF, _VERB, _AND, _IS, _LIKE, _STANDS, _COPULA, _ARTICLE, _LINKS,
    _HELPS, _ENDS, _ORDINAL, _GOES_ON, _NO_VERB, _NO_LEAD,
) = (1 << i for i in range(31))  # fmt: skip
_WORDS = (
    (_BEGINS, GRADES | REFLEXIVES | {"of", "from", "aged", "one", "until", "by", "for", "in"}),
    (_STATES, SUPPOSING | EARNING | PROVING | AVOWING | ACCUSING | {"turned", "went", "grew", "gone"}),
    (_RELATES, ACCUSING | RELATIVES | {"whom", "aka", "alias", "as", "better", "or"}),
    (_AS, REFLEXIVES | {"as", "like", "into", "from", "to", "down", "on", "being", "of", "for"}),
    (_LINKS, {"of", "to", "upon", "on"}),
    (_WHO, RELATIVES),
    (_SAYS, STATING | EARNING | SUPPOSING | GIVING | LIKENING | {"with", "under"}),
    (_ARTICLE, ARTICLES),
    (_OF, {"of"}),
    (_LIKE, {"as", "like", "including"}),
    (_AND, {"and", "but"}),
    (_IS, HAVE | MODAL | {"who"}),
    (_HELPS, HAVE | MODAL | REFLEXIVES),
    (_CONTRACTED, CONTRACTED),
    (_OWNED, POSSESSED | FOLLOWING),
    (_QUALIFIED, QUALIFIED),
    (_STANDS, STANDING),
    (_PERSON, GENERIC | REFLEXIVES),
    (_ORDINAL, ORDINALS),
    (_GOES_ON, ORDINALS | GRADES | {"but", "yet"}),
    (_NO_VERB, ATTRIBUTIVE | NOUN_LIKE),
    (_NO_LEAD, OPENERS | REPORTING),
)
_VERBAL = c.VERB | c.VERB_BASE | c.VERB_ING | c.PARTICIPLE
_ENDING = c.PREPOSITION | c.SUBORDINATOR | c.PRONOUN | c.RELATIVE | c.AUXILIARY | c.COPULA | c.NEGATION
# Noun groups are read no further; nor are clauses.
_REACH, _FURTHER = 13, 32
_NOWHERE = np.iinfo(np.int64).max
_PARTING = COMMA | DASH | OPEN_BRACKET

_Places = NDArray[np.int64]
_Counts = NDArray[np.int32]
_Flags = NDArray[np.bool_]


class _Surroundings(NamedTuple):
    """By token, and one more for what stands behind the last one.

    `settled` is the first token from each on that is neither an adverb nor a helping verb, and `group_end` the first
    that no noun group goes on with. The places are those of: *of*; nouns of possession, and those that need a word of
    what kind they are; nouns of standing before *as*; lower-case words of a description; "and" before a verb of being;
    such a verb after a comma. The last of each is behind all others.
    """

    codes: NDArray[np.uint32]
    marks: NDArray[np.uint16]
    is_near: _Flags
    is_first: _Flags
    is_capital: _Flags
    settled: _Counts
    group_end: _Counts
    of: _Places
    owned: _Places
    qualified: _Places
    stands: _Places
    plain: _Places
    joint: _Places
    parted: _Places

    def has(self, places: _Places | _Counts, code: int) -> _Flags:
        """Which places have one of some codes; none behind the last token has."""
        return np.asarray((self.codes[np.minimum(places, len(self.codes) - 1)] & code) != 0, dtype=bool)


def _between(places: _Places, start: _Places, end: _Places) -> _Flags:
    """Whether one of some places, which end with `_NOWHERE`, is from each start on and before its end."""
    return np.asarray(places[np.searchsorted(places, start)] < end, dtype=bool)


def openings(tokens: Tokens, first: _Places, heads: _Places, last: _Places) -> NDArray[np.uint16]:
    """Rules that are open at the mentions ``first[i]:last[i]``, whose bare names begin at `heads`."""
    around = tokens.once(_surroundings)
    marks, is_near, has = around.marks, around.is_near, around.has
    after = np.where(around.is_first[last], 0, marks[last])
    found = np.zeros(len(first), dtype=np.uint16)
    found[_leads_name(around, heads)] |= BEFORE
    found[_between(around.plain, heads, last)] |= WORDED
    is_of_kind = (is_near[first] & has(first - 1, _LIKE)) | (is_near[last] & has(last, _AND))
    found[is_of_kind | ((marks[first] & COMMA) != 0)] |= APART
    is_headed = ((after & COLON) != 0) & around.is_first[first]
    is_parted = (is_headed | ((after & (COMMA | DASH)) != 0)) & has(last, _BEGINS)
    found[((after & OPEN_BRACKET) != 0) | is_parted] |= AFTER
    is_held = has(first - 1, _OF) | (has(first - 1, _DETERMINES) & has(first - 2, _OF))
    found[is_near[first] & is_held] |= HELD
    is_owner = has(last, _POSSESSIVE) | (marks[last] == OWNED) | has(first, _DETERMINES)
    found[(is_owner & _owns(around, last)) | (is_near[last] & has(last, _OWNED))] |= OWNING
    stands = _between(around.stands, last, last + _REACH)
    found[is_owner & stands] |= STANDING_AS
    found[_is_clause(around, last, after, stands)] |= PREDICATE
    verbs = _NAMES | _ACTS | _SAYS
    is_named = has(first - 1, verbs) | (has(first - 1, _LINKS) & has(first - 2, verbs))
    is_named |= has(first - 1, _DETERMINES) & is_near[first - 1] & has(first - 2, verbs)
    found[(is_near[last] | (after == COMMA)) & is_near[first] & is_named] |= NAMED
    found[is_near[first] & has(first - 1, _COPULA | _LIKE)] |= INVERTED
    return found


def _leads_name(around: _Surroundings, heads: _Places) -> _Flags:
    """Whether the word before a name may belong to it."""
    has, marks = around.has, around.marks[heads]
    is_office = _between(around.of, np.maximum(heads - _REACH, 0), heads)
    is_modifier = has(heads - 1, _LEADS) | (has(heads - 1, _LEADS_NAMED) & around.is_capital[heads - 1])
    is_modifier |= (marks & (QUOTE | APOSTROPHE)) != 0
    is_modifier |= has(heads - 1, _DETERMINES) & is_office
    is_apart = ((marks & (_PARTING | COLON)) != 0) & (is_office | has(heads - 1, _PERSON))
    return np.asarray((around.is_near[heads] & is_modifier) | is_apart, dtype=bool)


def _owns(around: _Surroundings, last: _Places) -> _Flags:
    """Whether a noun of possession stands in the group behind an owner."""
    start = last + around.has(last, _POSSESSIVE)
    start = np.minimum(start, len(around.codes) - 1)
    end = np.minimum(around.group_end[start], start + _REACH)
    behind = np.minimum(start + 1, end)
    return _between(around.owned, start, end) | _between(around.qualified, behind, end)


def _is_clause(around: _Surroundings, last: _Places, after: NDArray[np.uint16], stands: _Flags) -> _Flags:
    """Whether what stands behind a mention may say what it is."""
    has = around.has
    at = around.settled[np.minimum(last + has(last, _WHO), len(around.codes) - 1)]
    states = has(at, _STATES | _COPULA | _NAMES) | (has(at, _ACTS) & has(at + 1, _AS))
    states |= has(at, _POSSESSIVE) & has(at + 1, _CONTRACTED)
    joint = _between(around.joint, last, last + _FURTHER)
    states |= has(last, _HELPS) & stands
    states |= (has(last, _VERB | _HELPS) | (at > last)) & joint
    # Lee “a danger to patients”; Lee the politician; Lee ‘still a hero’
    states |= has(last, _ARTICLE) | (((after & (QUOTE | APOSTROPHE)) != 0) & has(at, _ARTICLE))
    is_parted = (after == COMMA) | (after == DASH)
    is_beyond = ((after & _PARTING) != 0) & (_between(around.parted, last, last + _FURTHER) | joint)
    return np.asarray((around.is_near[last] & states) | (is_parted & has(last, _RELATES)) | is_beyond, dtype=bool)


def _surroundings(tokens: Tokens) -> _Surroundings:
    reading = grammar(tokens)
    by_type = _codes(reading.type_classes, reading.lower, tokens.vocabulary)
    codes = np.append(by_type.take(tokens.type_ids), np.uint32(0)) if len(by_type) else np.zeros(1, dtype=np.uint32)
    is_first = np.zeros(len(codes), dtype=bool)
    is_first[tokens.sentence_bounds] = True
    is_plain = reading.has(NOMINAL | c.PLURAL) & ~reading.has(CLOSED) & ~reading.is_capital
    is_verb = (codes & _IS) != 0
    joint = np.flatnonzero((codes[:-1] & _AND) != 0)
    becoming = [np.flatnonzero(tokens.type_ids == one) for one in types_of(tokens, ("becoming",))]
    is_parted = ((reading.marks & (COMMA | DASH | CLOSE_BRACKET)) != 0) & ((codes & (_IS | _ACTS)) != 0)[:-1]
    stands = np.flatnonzero((codes & _STANDS) != 0)
    listed = (
        *(np.flatnonzero((codes & code) != 0) for code in (_OF, _OWNED, _QUALIFIED)),
        stands[(codes[stands + 1] & _LIKE) != 0],
        np.flatnonzero(is_plain),
        np.sort(np.concatenate([joint[is_verb[joint + 1]], *becoming])),
        np.flatnonzero(is_parted),
    )
    return _Surroundings(
        codes,
        np.append(reading.marks, np.uint16(0)),
        reading.is_near,
        is_first,
        np.append(reading.is_capital, False),
        _next((codes & _HELPS) == 0),
        _next((codes & _ENDS) != 0),
        *(np.append(places, _NOWHERE) for places in listed),
    )


def _next(mask: _Flags) -> _Counts:
    """For every place the first from there on that is in the mask; the last place where none is."""
    # counted from the end, where NumPy runs fastest
    behind = np.arange(len(mask), dtype=np.int32) * mask[::-1]
    np.maximum.accumulate(behind, out=behind)
    return np.asarray((np.int32(len(mask) - 1) - behind)[::-1])


@cache
def _listed() -> dict[str, int]:
    """Codes of the words that lists name."""
    listed: dict[str, int] = {}
    for code, words in (
        *_WORDS,
        (_NAMES | _ACTS | _RELATES, naming_forms()),
        (_ACTS, acting_forms() | turning_forms() | working_forms() | rising_forms()),
        (_ACTS, ACCUSING),
    ):
        for word in words:
            listed[word] = listed.get(word, 0) | code
    return listed


def _codes(bits: NDArray[np.uint32], lower: tuple[str, ...], vocabulary: tuple[str, ...]) -> NDArray[np.uint32]:
    codes = np.fromiter(map(_listed().get, lower, repeat(0)), dtype=np.uint32, count=len(lower))
    is_acronym = np.fromiter(map(str.isupper, vocabulary), dtype=bool, count=len(vocabulary))
    has = partial(c.are_of, bits)
    is_adverb = has(c.ADVERB)
    leads, leads_named = _leads(bits, codes, is_acronym)
    ends = has(_ENDING) & ~has(c.POSSESSIVE | c.PERSON_NOUN | c.TITLE) & ((codes & _GOES_ON) == 0) & ~is_acronym
    for code, mask in (
        (_LEADS, leads),
        (_LEADS_NAMED, leads_named),
        (_PERSON, has(c.PERSON_NOUN | c.TITLE | c.GROUP | c.ORGANISATION_NOUN)),
        (_HELPS, is_adverb),
        (_ENDS, ends),
        (_DETERMINES, has(c.DETERMINER | c.POSSESSIVE | c.OWNER)),
        (_BEGINS, leads | leads_named | is_adverb | has(c.DETERMINER | c.OWNER | c.VERB_BASE | c.VERB_ING | c.NUMBER)),
        (_STATES, has(c.COPULA)),
        (_IS, is_adverb | has(c.COPULA)),
        (_COPULA, has(c.COPULA)),
        (_VERB, has(c.VERB | c.AUXILIARY) & ~has(c.POSSESSIVE)),
        (_RELATES, is_adverb),
        (_POSSESSIVE, has(c.POSSESSIVE)),
    ):
        codes[mask] |= code
    return codes


def _leads(bits: NDArray[np.uint32], codes: NDArray[np.uint32], is_acronym: _Flags) -> tuple[_Flags, _Flags]:
    """Which types can stand last in the words before a name, and which do so only with a capital."""
    is_closed = (bits & CLOSED) != 0
    is_noun = (bits & (c.PERSON_NOUN | c.TITLE)) != 0
    is_free = is_noun | ((codes & _ORDINAL) != 0) | is_acronym
    is_bare_adverb = ((bits & c.ADVERB) != 0) & ((bits & NOMINAL) == 0)
    is_bare_time = ((bits & c.TIME) != 0) & ((bits & (c.ADJECTIVE | c.PERSON_NOUN)) == 0)
    is_verbal = ((bits & _VERBAL) != 0) & ((bits & NOMINAL) == 0) & ((codes & _NO_VERB) == 0)
    # a form like *says* is nothing but a verb; one like *support* a noun only in an office: Trade Representative
    is_form = is_verbal & ((bits & c.PARTICIPLE) == 0)
    is_open = ~is_closed & ~is_bare_adverb & ~is_bare_time
    is_said = (codes & _NO_LEAD) == 0
    is_office = is_form & ((bits & (c.VERB_BASE | c.VERB_ING)) != 0)
    leads = ((is_open & ~is_form) | (is_closed & is_free)) & is_said
    return np.asarray(leads, dtype=bool), np.asarray(is_open & is_office & is_said, dtype=bool)
