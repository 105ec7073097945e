"""Which tokens stand in which list of `wordings`, as bits of one number a token: read once, asked many times."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar
from ..grammar.bits import any_bit, by_bytes
from ..tokens import Tokens
from . import wordings

__all__ = ["LISTS", "in_capitals", "in_list", "last_of"]

LISTS: dict[str, frozenset[str]] = {
    "particle": wordings.PARTICLES,
    "office domain": wordings.OFFICE_DOMAINS,
    "firm": wordings.FIRMS,
    "general": frozenset({"general"}),
    "of": frozenset({"of", "for"}),
    "the": frozenset({"the"}),
    "head before of": wordings.OF_HEADS,
    "opener": wordings.OPENERS,
    "party": wordings.PARTIES,
    "after a demonym": wordings.DEMONYM_NAMES,
    "male title": wordings.MALE_TITLES,
    "female title": wordings.FEMALE_TITLES,
    "place head": wordings.PLACE_HEADS,
    "place": frozenset(name for name in wordings.PLACES if "-" not in name),
    "place begins": frozenset(name.split("-")[0] for name in wordings.PLACES if "-" in name),
    "body": frozenset(name for name in wordings.BODIES if "-" not in name or name.startswith("al-")),
    "body begins": frozenset(name.split("-")[0] for name in wordings.BODIES if "-" in name),
    "saying": wordings.SAYING,
    "claiming": wordings.SAYING | wordings.CLAIMING,
    "of a firm": wordings.RUN_BY_FIRMS,
    "within": frozenset("in near at from across outside inside".split()),
    "article": frozenset("al el la las los le".split()),
    "he": frozenset("he him his himself he'll he'd".split()),
    "she": frozenset("she her hers herself she'll she'd".split()),
    "it": frozenset("it its itself".split()),
    "they": frozenset("they them their theirs themselves they'll they'd they've they're".split()),
    "'s": frozenset({"'s"}),
    "but": frozenset("and but yet though if".split()),
    "past as base": frozenset(
        """
        beat become bet bid burst cast come cost cut hit hurt let put quit read rid run set shed shut split spread
        """.split()
    ),
    "and who": frozenset("and who which".split()),
    "who": frozenset("who whose which".split()),
    "definite": frozenset("the this that".split()),
    "expletive": frozenset("there it here".split()),
    "as": frozenset("as like".split()),
    "trade": wordings.TRADES,
    "numbers": frozenset("two three both".split()),
    "indefinite": frozenset("a an another one".split()),
}
_BIT = {name: 1 << i for i, name in enumerate(LISTS)}
_N_BYTES = -(-len(LISTS) // 8)


def in_list(reading: Grammar, *names: str) -> NDArray[np.bool_]:
    """Whether each token is, in lower case or in capitals, a word of one of the lists."""
    return any_bit(reading.tokens.once(_columns), sum(_BIT[name] for name in names))


def in_capitals(reading: Grammar) -> NDArray[np.bool_]:
    """Whether each type is written in capitals, as an acronym is; no single letter is among them."""
    return reading.tokens.once(_in_capitals)


def last_of(marked: NDArray[np.int64], places: NDArray[np.int64]) -> NDArray[np.int64]:
    """The last marked token up to each of some places; -1 for none."""
    return np.append(marked, -1)[np.searchsorted(marked, places, side="right") - 1]


def _in_capitals(tokens: Tokens) -> NDArray[np.bool_]:
    words = tokens.vocabulary
    is_upper = np.fromiter(map(str.isupper, words), dtype=bool, count=len(words))
    return is_upper & (np.fromiter(map(len, words), dtype=np.int64, count=len(words)) > 1)


def _columns(tokens: Tokens) -> list[NDArray[np.uint8]]:
    by_type, bits = np.zeros(len(tokens.vocabulary), dtype=np.uint64), _bits()
    for word, i in tokens.ids_of(bits.keys()).items():
        by_type[i] = bits[word]
    return by_bytes(by_type.take(tokens.type_ids))[:_N_BYTES]


@cache
def _bits() -> dict[str, int]:
    """Lists of every word, in lower case and in capitals."""
    found: dict[str, int] = {}
    for name, words in LISTS.items():
        for form in words.union(map(str.upper, words)):
            found[form] = found.get(form, 0) | _BIT[name]
    return found
