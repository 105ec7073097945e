"""Lists of words that the rules for sources ask for, in one place for those that read one clause and those for all."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from ..tokens import Tokens
from .clauses import JOINTS, SUBJECTS

__all__ = [
    "ALONE",
    "APPOSED",
    "ARRIVALS",
    "ASIDES",
    "BE",
    "CHARGED",
    "CONTROL",
    "HEADLESS",
    "LEADS",
    "LINKS",
    "OPENERS",
    "OWNERS",
    "PERIODS",
    "PLACES",
    "PLAIN",
    "POINTERS",
    "PREPOSITIONS",
    "QUANTIFIERS",
    "RELATIVES",
    "REPORTED",
    "SOMEBODY",
    "are_words",
    "types_of",
]

BE = frozenset("is are was were be been being am isn't aren't wasn't weren't get gets got".split())
# With "of" behind them at once, they have no object, and so are passive: a banker accused of fraud.
CHARGED = frozenset("accused suspected".split())
OWNERS = frozenset("my your his her its our their".split())
# "..., believed to be ill": nobody is said to believe it.
REPORTED = frozenset(
    """
    believed said thought reported alleged expected known understood considered estimated presumed feared suspected
    rumored rumoured
    """.split()
)
# Determiners that may be a subject by themselves: some say, all agree.
ALONE = frozenset("some others many most all few both several these those this that each another none".split())
ARRIVALS = frozenset("come comes came coming follow follows followed following".split())
PREPOSITIONS = frozenset("according per to via".split())
RELATIVES = frozenset("who which that whom whose".split())
POINTERS = frozenset("who which that".split())
# What opens an aside that belongs to the noun group before it: behind a verb, and between a subject and its verb.
ASIDES = frozenset("who whose including especially".split())
APPOSED = frozenset("who which including".split())
# Clauses that are no noun group.
HEADLESS = frozenset("that whether".split())
# Verbs whose object is the one who does what the infinitive says.
CONTROL = frozenset(
    form
    for verb in (
        "ask tell urge help allow force want expect prompt lead cause encourage invite persuade order require enable "
        "convince push direct pressure advise permit compel instruct"
    ).split()
    for form in (verb, verb + "s", verb + "es", verb + "ed", verb + "d", verb + "ing", verb[:-1] + "ing")
) | {"told", "led", "get", "gets", "got", "getting"}
# Words that may stand between a subject and its verb: they all said, it first reported.
QUANTIFIERS = frozenset("both each all himself herself themselves itself first".split())
# A joint within a stretch without verbs: days after the minister.
OPENERS = JOINTS - {"as"}
LEADS = JOINTS - {"that"} | {"whom"}
PLAIN = SUBJECTS - {"who", "whoever"}
# Words that may tie what follows to a noun group.
LINKS = frozenset("of for from in at with to on between against behind within inside near by about and".split())
PERIODS = frozenset("last next this earlier later early late that same every each".split())
PLACES = frozenset("at in on during to after before via".split())
# So many words are asked of all tokens faster one by one.
_FEW = 10
SOMEBODY = frozenset("someone somebody anyone one those others everyone nobody".split())


def types_of(tokens: Tokens, word: str) -> list[int]:
    """Positions in the vocabulary of a word, and of the same in capitals; far faster than to look through all types."""
    found = tokens.id_of(word), tokens.id_of(word.upper())
    return [number for number in dict.fromkeys(found) if number is not None]


def are_words(tokens: Tokens, words: Iterable[str]) -> NDArray[np.bool_]:
    """Which tokens are one of some words."""
    numbers = [number for word in words for number in types_of(tokens, word)]
    found = np.zeros(len(tokens), dtype=bool)
    if len(numbers) > _FEW:
        is_one = np.zeros(len(tokens.vocabulary), dtype=bool)
        is_one[numbers] = True
        return is_one.take(tokens.type_ids) if len(tokens) else found
    for number in numbers:
        found |= tokens.type_ids == number
    return found
