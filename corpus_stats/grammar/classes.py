"""Word classes of types, as bits: what a word can be, by lists and endings (no model, no context).

An ambiguous word has several bits (*general* is a title, a role and an adjective); a word with none is read as a noun.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from .verbs import verb_forms
from .words import LISTS

__all__ = [
    "ADJECTIVE",
    "ADVERB",
    "AUXILIARY",
    "CLASSES",
    "CONJUNCTION",
    "COPULA",
    "DEMONYM",
    "DETERMINER",
    "FEMALE",
    "GIVEN_NAME_F",
    "GIVEN_NAME_M",
    "GROUP",
    "MALE",
    "NEGATION",
    "NUMBER",
    "ORGANISATION_NOUN",
    "OWNER",
    "PARTICIPLE",
    "PERSON_NOUN",
    "PLACE",
    "PLURAL",
    "POSSESSIVE",
    "PREPOSITION",
    "PRONOUN",
    "RELATIVE",
    "SUBORDINATOR",
    "TIME",
    "TITLE",
    "VERB",
    "VERB_BASE",
    "VERB_ING",
    "are_of",
    "classes_of",
]

CLASSES = (
    "DETERMINER OWNER PREPOSITION CONJUNCTION SUBORDINATOR PRONOUN RELATIVE AUXILIARY COPULA NEGATION ADVERB NUMBER "
    "TITLE PERSON_NOUN MALE FEMALE GROUP ORGANISATION_NOUN TIME DEMONYM PLACE GIVEN_NAME_M GIVEN_NAME_F POSSESSIVE "
    "VERB VERB_BASE VERB_ING PARTICIPLE ADJECTIVE PLURAL"
).split()
_BIT = {name: 1 << i for i, name in enumerate(CLASSES)}

DETERMINER = _BIT["DETERMINER"]
OWNER = _BIT["OWNER"]
PREPOSITION = _BIT["PREPOSITION"]
CONJUNCTION = _BIT["CONJUNCTION"]
SUBORDINATOR = _BIT["SUBORDINATOR"]
PRONOUN = _BIT["PRONOUN"]
RELATIVE = _BIT["RELATIVE"]
AUXILIARY = _BIT["AUXILIARY"]
COPULA = _BIT["COPULA"]
NEGATION = _BIT["NEGATION"]
ADVERB = _BIT["ADVERB"]
NUMBER = _BIT["NUMBER"]
TITLE = _BIT["TITLE"]
PERSON_NOUN = _BIT["PERSON_NOUN"]
MALE = _BIT["MALE"]
FEMALE = _BIT["FEMALE"]
GROUP = _BIT["GROUP"]
ORGANISATION_NOUN = _BIT["ORGANISATION_NOUN"]
TIME = _BIT["TIME"]
DEMONYM = _BIT["DEMONYM"]
PLACE = _BIT["PLACE"]
GIVEN_NAME_M = _BIT["GIVEN_NAME_M"]
GIVEN_NAME_F = _BIT["GIVEN_NAME_F"]
POSSESSIVE = _BIT["POSSESSIVE"]
VERB = _BIT["VERB"]
VERB_BASE = _BIT["VERB_BASE"]
VERB_ING = _BIT["VERB_ING"]
PARTICIPLE = _BIT["PARTICIPLE"]
ADJECTIVE = _BIT["ADJECTIVE"]
PLURAL = _BIT["PLURAL"]

_NO_SINGULARS = frozenset("mr dr prof rep gov gen sen lt st sir men women police people troops".split())
_CLOSED = DETERMINER | PREPOSITION | CONJUNCTION | SUBORDINATOR | PRONOUN | RELATIVE | AUXILIARY | COPULA | NEGATION
_IRREGULAR_PLURALS = "men women children people police troops gunmen militiamen policemen congressmen lawmen clergymen"
_NEVER_PLURAL = ("ss", "us", "is", "'s", "ous", "ics", "aos")
_NO_PLURALS = frozenset("always atlas bias canvas christmas gas lens news perhaps series species texas".split())
_ADJECTIVE = re.compile(
    r"(?:[a-z]{2,}(?:ous|ful|less|ive|ible|able|ish|esque|ical)|[a-z]{3,}(?:ic|al|ary|ory|(?<!m)ent|ant)"
    r"|.+-(?:backed|aligned|based|led|born|linked|allied|funded|friendly|supported|controlled|held|sponsored|trained"
    r"|speaking|appointed|elected|style|styled|minded|leaning|educated|installed|affiliated|loyal|old|year-old|wing"
    r"|era|run|owned|recogni[sz]ed|brokered|imposed|wide|free|long|term|time|level|ranking|profile))"
)
# The endings of its first line: few words have one, and the expression is slow.
_ADJECTIVE_ENDINGS = tuple("ous ful less ive ible able ish esque ical ic al ary ory ent ant".split())
# Nouns that end like adjectives.
_NO_ADJECTIVES = frozenset(
    """
    agent president parliament government statement agreement movement department argument document element event
    moment talent parent student client accident incident percent content intent extent comment commitment investment
    development treatment management environment establishment deployment regiment settlement announcement involvement
    enforcement engagement punishment resident assent accent rent tent cent consent dissident president occupant
    participant applicant assistant consultant defendant immigrant migrant militant protestant restaurant servant
    tenant warrant grant plant giant elephant merchant infant january february secretary library territory history
    victory theory category directory factory memory story inventory military dictionary salary summary commentary
    documentary anniversary adversary boundary glossary missionary treasury arrival proposal trial deal meal appeal
    animal approval capital cardinal criminal festival general goal hospital individual journal material official
    principal professional rival scandal signal survival terminal withdrawal denial removal renewal refusal rehearsal
    clinic critic fabric logic magic mechanic music panic public republic rhetoric topic traffic tunic attic cleric
    fanatic academic epidemic pandemic metal medal pedal mail canal royal
    """.split()
)
# What people are called after their work, in one word: shareholder, peacekeeper, gatecrasher.
_WORKERS = tuple("holder keeper monger goer seeker crasher peddler cian crat".split())
# Things, measures and bodies that end like doers: a freezer, a career, closer.
_NO_DOERS = frozenset(
    """
    adapter binder blender blower booster bower broadcaster browser bulldozer bumper burner calmer career charger
    cleaner clearer cleaver closer container converter cooker cooler counter cracker creeper cruiser decanter destroyer
    drawer dresser dumper eraser feeder fender filler fitter flyer freer freezer freighter halter hamper hander hanger
    header heater igniter indicter inhaler lander launcher layer leveler lever lifter lighter linger loader locker
    lower merger meter mixer mower opener order ouster outer placeholder plunger pointer poster presser printer
    prompter receiver recorder reefer remainder reminder remover renderer repeater resister retainer ringer riser
    roller rubber scanner server shaker shelter shower shutter silencer slider slipper smoother sounder sourer sparker
    spinner spreader starter sticker stinger stopper stretcher sweater sweeper switcher tender thriller tier timer
    toner tracer tracker trailer transformer transporter tweeter upper wager waver wringer
    """.split()
)
# In the singular.
_NO_PERSONS = frozenset(
    "abdomen acumen blacklist checklist playlist regimen shortlist specimen waitlist wishlist".split()
)
_COUNTRIES = frozenset("us usa uk uae eu ussr drc".split())
_NO_ING = frozenset("king ring thing something anything nothing everything spring string during wing evening".split())
_NO_ED = frozenset("bed red need seed speed hundred indeed feed deed weed breed creed shed sled united sacred".split())


def classes_of(words: Sequence[str]) -> NDArray[np.uint32]:
    """Class bits of types, shape (n_words,); a word in capitals is an acronym, never the small word (US is not us)."""
    known = _known()
    bits = [known[word] if word in known else _bits(word, known) for word in words]
    return np.array(bits, dtype=np.uint32)


def are_of(bits: NDArray[np.uint32], flags: int) -> NDArray[np.bool_]:
    """Which of some class bits hold one of the flags."""
    return np.asarray((bits & flags) != 0, dtype=bool)


def _bits(word: str, known: dict[str, int]) -> int:
    lower = word.lower()
    bits = known[lower] if lower in known else _guessed(lower, known)
    if lower == word or len(word) < 2 or not word.isupper():
        return bits
    return bits & ~(_CLOSED | ADVERB | VERB | VERB_BASE) | (PLACE | DEMONYM if lower in _COUNTRIES else 0)


def _known() -> dict[str, int]:
    if not _KNOWN:
        _KNOWN.update(_listed())
    return _KNOWN


_KNOWN: dict[str, int] = {}


def _listed() -> dict[str, int]:
    known: dict[str, int] = {"'s": POSSESSIVE | AUXILIARY}
    for name, words in LISTS.items():
        for word in words.split():
            known[word] = known.get(word, 0) | _BIT[name]
    for word in LISTS["PERSON_NOUN"].split() + LISTS["GROUP"].split() + LISTS["TITLE"].split():
        bits = known[word] & (PERSON_NOUN | GROUP | MALE | FEMALE)
        for plural in _plurals(word) if word not in _NO_SINGULARS else ():
            known[plural] = known.get(plural, 0) | bits | PLURAL
    for word in LISTS["DEMONYM"].split():
        if word.endswith("s") and word[:-1] in known:
            known[word] |= PLURAL
    for word in _IRREGULAR_PLURALS.split():
        known[word] = known.get(word, 0) | PLURAL | PERSON_NOUN
    _KNOWN_NOUNS.update(word for word, bits in known.items() if bits & (PERSON_NOUN | GROUP))
    for form, (_, kind) in verb_forms().items():
        bits = {"base": VERB | VERB_BASE, "ing": VERB_ING, "participle": PARTICIPLE, "s": VERB}.get(kind, 0)
        bits |= VERB | PARTICIPLE if kind == "past" else 0
        known[form] = known.get(form, 0) | bits
    return known


_KNOWN_NOUNS: set[str] = set()


def _plurals(word: str) -> list[str]:
    head, _, tail = word.partition("-")
    if tail in ("by", "general", "in-law", "up"):
        return [f"{one}-{tail}" for one in _plurals(head)]
    if word == "passerby":
        return ["passersby"]
    if word.endswith("man") and word != "shaman":
        return [word[:-3] + "men"]
    if word in ("thief", "wife", "housewife", "midwife", "ex-wife"):
        return [word.removesuffix("f").removesuffix("fe") + "ves"]
    if word.endswith(("s", "ch", "sh", "x", "hero")) and not word.endswith("arch"):
        return [word + "es"]
    if word.endswith("y") and word[-2] not in "aeiou":
        return [word[:-1] + "ies"]
    return [word + "s"]


def _guessed(word: str, known: dict[str, int]) -> int:
    if word[0].isdigit():
        return ADJECTIVE | NUMBER if "-" in word else NUMBER
    if "-" in word:
        return _compound(word, known)
    ending = _BY_ENDING.get(word[-1])
    return ending(word, known) if ending else 0


def _in_g(word: str, _: dict[str, int]) -> int:
    return VERB_ING if word.endswith("ing") and len(word) > 5 and word not in _NO_ING else 0


def _in_d(word: str, _: dict[str, int]) -> int:
    return VERB | PARTICIPLE if word.endswith("ed") and len(word) > 4 and word not in _NO_ED else 0


def _in_n(word: str, _: dict[str, int]) -> int:
    if word.endswith("man") and len(word) > 5 and word not in _NO_PERSONS:
        return PERSON_NOUN | (0 if word.endswith("woman") else MALE)
    if word.endswith("men") and len(word) > 5 and word not in _NO_PERSONS:
        return PERSON_NOUN | PLURAL
    return PERSON_NOUN if word.endswith(_WORKERS) and word not in _NO_DOERS else 0


def _in_t(word: str, known: dict[str, int]) -> int:
    if word.endswith("ist") and len(word) > 5 and word not in _NO_PERSONS:
        return PERSON_NOUN
    if word.endswith(_WORKERS) and word not in _NO_DOERS:
        return PERSON_NOUN
    if word.endswith("est") and _positive(word[:-3], known) & ADJECTIVE:
        return ADJECTIVE
    return _in_adjective(word, known)


def _in_r(word: str, known: dict[str, int]) -> int:
    if not word.endswith("er") or word in _NO_DOERS:
        return 0
    if word.endswith(_WORKERS):
        return PERSON_NOUN
    return PERSON_NOUN if (known.get(word[:-2], 0) | known.get(word[:-1], 0)) & VERB_BASE else 0


def _in_s(word: str, known: dict[str, int]) -> int:
    if word.endswith("ists") and len(word) > 5 and word[:-1] not in _NO_PERSONS:
        return PERSON_NOUN | PLURAL
    if bits := _in_adjective(word, known):
        return bits
    if not word.endswith(_NEVER_PLURAL) and len(word) > 3 and word not in _NO_PLURALS:
        single = known.get(word[:-1], 0) or (_guessed(word[:-1], known) if word.endswith("ers") else 0)
        return PLURAL | (single & (PERSON_NOUN | DEMONYM))
    return 0


def _in_y(word: str, known: dict[str, int]) -> int:
    return ADVERB if word.endswith("ly") and len(word) > 4 else _in_adjective(word, known)


def _in_adjective(word: str, _: dict[str, int]) -> int:
    is_one = word.endswith(_ADJECTIVE_ENDINGS) and _ADJECTIVE.fullmatch(word) and word not in _NO_ADJECTIVES
    return ADJECTIVE if is_one else 0


_BY_ENDING: dict[str, Callable[[str, dict[str, int]], int]] = {
    **dict.fromkeys("cehl", _in_adjective),
    **dict(zip("dgnrsty", (_in_d, _in_g, _in_n, _in_r, _in_s, _in_t, _in_y), strict=True)),
}
"""What words are guessed to be by the last letter: most endings need not be asked about."""


def _positive(stem: str, known: dict[str, int]) -> int:
    """Classes of the adjective that a superlative ending is put to: large, big of bigg, happy of happi."""
    for word in (stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else "", stem[:-1] + "y"):
        if word in known:
            return known[word]
    return 0


def _compound(word: str, known: dict[str, int]) -> int:
    """A hyphenated word is what its last piece is: vice-president; mother-of-two; or an adjective: Russia-backed."""
    head, of, _ = word.partition("-of-")
    if of:
        return known.get(head, 0) & (PERSON_NOUN | MALE | FEMALE)
    last = word.rpartition("-")[2]
    bits = known.get(last, 0) & (PERSON_NOUN | GROUP | MALE | FEMALE | PLURAL | ADJECTIVE | TITLE)
    if _ADJECTIVE.fullmatch(word) or last.endswith(("ed", "ing", "en")) or word.startswith(("pro-", "anti-", "self-")):
        bits |= ADJECTIVE
    if known.get(last, 0) & DEMONYM:
        bits |= ADJECTIVE | DEMONYM
    return bits or _guessed_piece(last, known)


def _guessed_piece(last: str, known: dict[str, int]) -> int:
    return _guessed(last, known) & (ADJECTIVE | PERSON_NOUN | PLURAL) if last else 0
