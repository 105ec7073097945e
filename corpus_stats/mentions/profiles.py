"""What is said of a person right beside the name: role nouns and modifiers of titles and appositions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ..grammar import Grammar, classes, noun_group
from ..grammar.marks import COMMA, DASH, QUOTE, STOP
from .marking import LISTS
from .roles import OFFICES, role_at
from .wordings import RUN_BY_FIRMS, SAYING

__all__ = ["MODIFIER", "Profile", "read_body", "read_description", "read_profile", "root", "tells"]

_JOINING = LISTS["but"]
MODIFIER = classes.ADJECTIVE | classes.PARTICIPLE
_LONGEST_BEFORE, _LONGEST_AFTER, _MOST_ADVERBS = 6, 10, 2
_CLOSED = (
    classes.PREPOSITION
    | classes.CONJUNCTION
    | classes.SUBORDINATOR
    | classes.PRONOUN
    | classes.RELATIVE
    | classes.AUXILIARY
    | classes.COPULA
    | classes.NEGATION
    | classes.POSSESSIVE
)
_ROLE = classes.PERSON_NOUN | classes.TITLE
_BODY = classes.ORGANISATION_NOUN | classes.GROUP
_TELLING = classes.DEMONYM | classes.PLACE
_BECOMING, _ARTICLES = frozenset({"became", "becomes"}), frozenset({"a", "an", "the"})
_GIVEN = classes.GIVEN_NAME_M | classes.GIVEN_NAME_F
# What can end a group of words before a name, read backwards.
_NOTABLE = _CLOSED | _GIVEN | classes.DETERMINER
_FINITE = classes.VERB | classes.AUXILIARY | classes.COPULA


@dataclass(slots=True)
class Profile:
    """Role nouns and modifiers met beside the names of one referent; lower case.

    `roots` are those of the modifiers and of the words of the names, see `root`; `tells` is whether a nationality or a
    place is among the modifiers; `read` and `worded` are the last names that were read for what stands beside them, and
    for their words, `n_tied` is how many descriptions were.
    """

    heads: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    roots: set[str] = field(default_factory=set)
    tells: bool = False
    read: int = -1
    worded: int = -1
    n_tied: int = 0


_ROOTS = {
    **dict.fromkeys("america american yank".split(), "us"),
    **dict.fromkeys("brit britain briton british england english".split(), "uk"),
    "france": "fren",
    "aussie": "aust",
    "kiwi": "new",
    # Who is from a region is from its country too.
    **dict.fromkeys(
        """
        alabaman alaskan angeleno arizonan arkansan bostonian californian carolinian chicagoan coloradan floridian
        hoosier houstonian idahoan iowan kansan kentuckian louisianan marylander michigander minnesotan mississippian
        missourian montanan nebraskan nevadan ohioan oklahoman oregonian pennsylvanian philadelphian tennessean texan
        utahn vermonter virginian
        """.split(),
        "us",
    ),
    **dict.fromkeys(
        """
        bristolian brummie cornishman cornishwoman geordie lancastrian liverpudlian londoner mancunian novocastrian
        scouser yorkshireman yorkshirewoman
        """.split(),
        "uk",
    ),
    **dict.fromkeys("melburnian queenslander sydneysider tasmanian".split(), "aust"),
    **dict.fromkeys("corkman corkonian donegalman dubliner galwegian kerryman".split(), "iris"),
    **dict.fromkeys("glaswegian orcadian shetlander scotswoman".split(), "scot"),
    **dict.fromkeys("neapolitan sardinian sicilian tuscan venetian".split(), "ital"),
    **dict.fromkeys("albertan montrealer newfoundlander ontarian quebecer quebecker torontonian".split(), "cana"),
    **dict.fromkeys("delhiite goan keralite mumbaikar punjabi".split(), "indi"),
    **dict.fromkeys("dagestani muscovite siberian".split(), "russ"),
    **dict.fromkeys("alsatian corsican parisian".split(), "fren"),
    **dict.fromkeys("athenian athens cretan crete".split(), "gree"),
    **dict.fromkeys("anatolian istanbul istanbulite".split(), "turk"),
    **dict.fromkeys("gaza gazan".split(), "pale"),
    **dict.fromkeys("cairene cairo".split(), "egyp"),
    **dict.fromkeys("andalusian galician".split(), "span"),
    "bavarian": "germ",
    "capetonian": "afri",
    "carioca": "braz",
    "nairobian": "keny",
    "okinawan": "japa",
    "sarajevan": "bosn",
    "vancouverite": "cana",
    "aucklander": "new",
}


def root(word: str) -> str:
    """What a country and its adjective have in common: Japan, Japanese."""
    return _ROOTS.get(word, word[:4])


def tells(reading: Grammar, first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether anything can stand beside the name of a person that `read_profile` would read there."""
    bits, comma = reading.classes, (reading.marks & COMMA) != 0
    before = (first > 0) & (((bits & _ROLE) != 0)[first - 1] | comma[first])
    after = np.append(((bits & classes.COPULA) != 0) | comma, False)[last]
    return np.asarray(before | after)


def read_profile(reading: Grammar, first: int, last: int, profile: Profile) -> None:
    """Add to a profile what stands beside one occurrence of the name."""
    bits, marks, words = reading.class_list, reading.mark_list, reading.words
    if first and bits[first - 1] & _ROLE and not bits[first - 1] & classes.PLURAL:
        _read_before(reading, first, profile)
    n = len(bits)
    if last >= n or reading.sentence_list[last] != reading.sentence_list[first]:
        return
    if marks[last] & QUOTE and not bits[last] & classes.DETERMINER:
        return  # ", declared the keeper": a quotation ends with the name
    begin = last
    if bits[last] & classes.NUMBER and last + 1 < n and marks[last + 1] & COMMA:
        begin = last + 1  # "Eva Stahl, 47, a surgeon"
    if words[begin] == "who" and begin + 1 < n:
        begin += 1
    if bits[begin] & classes.COPULA or words[begin] in _BECOMING:
        if begin + 1 < n and words[begin + 1] in _ARTICLES:
            _read_after(reading, begin + 1, profile)
    elif marks[begin] & COMMA:
        _read_after(reading, begin, profile)


def _read_before(reading: Grammar, first: int, profile: Profile) -> None:
    """The group of words that ends in the role noun before a name."""
    bits, marks, sentences = reading.class_list, reading.mark_list, reading.sentence_list
    capitals, sentence = reading.capital_list, sentences[first]
    words: list[int] = []
    k, least, passed = first - 1, max(first - _LONGEST_BEFORE, 0), STOP | QUOTE | COMMA
    while k >= least and sentences[k] == sentence and not marks[k + 1] & ~passed:
        one, passed = bits[k], STOP | QUOTE
        if one & _NOTABLE:
            if one & classes.POSSESSIVE and k and words and bits[k - 1] & classes.PLACE:
                words += [k - 1, k - 2] if k > 1 and reading.words[k - 2] in ("north", "south") else [k - 1]
                break
            if one & classes.DETERMINER or (one & _CLOSED and not one & (_ROLE | classes.ADJECTIVE)):
                break
            if one & _GIVEN and capitals[k] and capitals[k + 1] and not one & _ROLE:
                break
        words.append(k)
        k -= 1
    if words:
        _add(reading, words, profile)


def _read_after(reading: Grammar, begin: int, profile: Profile) -> None:
    """Apposition or complement that begins at a token: the first role noun before a verb or a preposition."""
    bits, sentences, marks = reading.class_list, reading.sentence_list, reading.mark_list
    sentence, head, words, joints = sentences[begin], -1, reading.words, []
    for k in range(begin, min(begin + _LONGEST_AFTER, len(bits))):
        one = bits[k]
        is_joined = _goes_on(reading, k) if k > begin and (marks[k] or words[k] in _JOINING) else False
        if sentences[k] != sentence or (k > begin and marks[k] & ~(QUOTE | DASH) and not is_joined):
            break
        if is_joined and words[k] in _JOINING:
            joints.append(k)
            continue
        if one & _CLOSED and not one & (_ROLE | classes.ADJECTIVE | classes.DETERMINER):
            break
        if one & classes.DETERMINER and k > begin:
            break
        if one & _ROLE:
            head = k
    if head < 0 or bits[head] & classes.PLURAL or reading.capital_list[head]:
        return
    if not (marks[begin] & COMMA and _is_subject(reading, head)):
        _add(reading, [k for k in range(head, begin - 1, -1) if k not in joints], profile)


def _goes_on(reading: Grammar, k: int) -> bool:
    """Whether a comma or a conjunction at a token joins two adjectives: *the austere, gruff but popular mayor*."""
    bits, following = reading.class_list, k + (reading.words[k] in _JOINING)
    is_within = following < len(bits) and reading.sentence_list[following] == reading.sentence_list[k]
    is_comma = reading.mark_list[k] & ~QUOTE == COMMA and following == k
    is_told = is_within and (bits[k - 1] & MODIFIER or not bits[k - 1]) and bits[following] & MODIFIER
    return bool(is_told and (is_comma or (following > k and not reading.mark_list[k])))


def _is_subject(reading: Grammar, head: int) -> bool:
    """Whether a finite verb follows a role noun: *the judge later wrote* behind a comma is a clause of its own."""
    bits, joined, n = reading.class_list, reading.joined_list, len(reading.class_list)
    k = head + 1
    while k < n and joined[k] and k - head <= _MOST_ADVERBS and bits[k] & classes.ADVERB and not bits[k] & _FINITE:
        k += 1
    if k == n or not joined[k] or not bits[k] & _FINITE:
        return False
    # "a lawyer based in Oslo" goes on; where a comma ends it, the form is the verb
    is_last = k + 1 == n or reading.mark_list[k + 1] & COMMA
    return not bits[k] & classes.PARTICIPLE or reading.words[k] in SAYING or bool(is_last)


def _add(reading: Grammar, backwards: Sequence[int], profile: Profile) -> None:
    """Take in a noun group given from its head backwards."""
    bits, words, head = reading.class_list, reading.words, backwards[0]
    role = role_at(reading, head)
    is_claimed = role in OFFICES and not _CLAIMED.isdisjoint([words[k] for k in backwards])
    if role not in _HONORIFICS and not is_claimed:
        profile.heads.add(_FULL.get(role, role))
    is_national = bits[head] & classes.DEMONYM != 0
    for k in backwards[not is_national :]:
        one = bits[k]
        if not one & classes.DETERMINER:
            word = words[k]
            profile.modifiers.add(word)
            profile.roots.add(root(word))
            if one & _TELLING:
                profile.tells = True


def read_body(reading: Grammar, first: int, last: int, profile: Profile) -> None:
    """Add to the profile of a body the nouns beside its name: a charity, a lender; a company where it owns shares."""
    bits, n = reading.class_list, len(reading.class_list)
    if reading.joined_list[first] and bits[first - 1] & _BODY and not reading.capital_list[first - 1]:
        profile.heads.add(reading.words[first - 1])
    if last >= n or reading.sentence_list[last] != reading.sentence_list[first]:
        return
    if reading.words[last] == "'s" and RUN_BY_FIRMS.intersection(reading.words[last + 1 : last + 3]):
        profile.heads.add("company")
    begin = last + 1 if bits[last] & classes.COPULA else last
    is_open = reading.mark_list[last] & COMMA or begin > last
    if is_open and begin + 1 < n and bits[begin] & classes.DETERMINER:
        head = noun_group(reading, begin + 1)[1] - 1
        if bits[head] & _BODY and not reading.capital_list[head]:
            profile.heads.add(reading.words[head])


def read_description(reading: Grammar, first: int, head: int, profile: Profile) -> None:
    """Add to a profile what a description says."""
    _add(reading, range(head, first - 1, -1), profile)


# Who calls himself president is not whom the president means.
_CLAIMED = frozenset("self-styled self-proclaimed self-declared self-appointed so-called would-be".split())
_HONORIFICS = frozenset("mr mrs ms miss mx sir dame lord lady madam mister".split())


_FULL = {
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
    "lt": "lieutenant",
    "maj": "major",
    "sgt": "sergeant",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "prof": "professor",
    "dr": "doctor",
    "rev": "reverend",
    "adm": "admiral",
    "amb": "ambassador",
    "brig": "brigadier",
    "cllr": "councillor",
    "cmdr": "commander",
    "cpl": "corporal",
    "fr": "priest",
    "insp": "inspector",
    "msgr": "monsignor",
    "supt": "superintendent",
}
