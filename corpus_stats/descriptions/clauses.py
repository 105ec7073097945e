"""Labels that a clause gives to a mention: what it is, becomes, is named, or is said to be.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import APOSTROPHE, CLOSE_BRACKET, COMMA, DASH, OPEN_BRACKET, QUOTE
from .acting import acted, bare_role
from .appositions import apposition_before
from .asserting import can_be_subject, is_contracted, is_said_by_others, past_adverbs, states_being
from .complements import as_standing, besides, complement
from .coordination import roles_at
from .joints import NOMINAL, Span, denies, opens_quotation
from .naming import accused, headlined, likened, named_behind, named_by_whom
from .nouns import past_time, same_sentence
from .words import (
    BECOMING,
    BEFALLEN,
    CALLERS,
    CONDITIONS,
    EARNING,
    HAVE,
    LIKENING,
    MODAL,
    ONLY,
    PLURAL_VERBS,
    REFLEXIVES,
    RELATIVES,
    STATING,
    SUPPOSING,
    acting_forms,
    naming_forms,
)

__all__ = ["behind", "predicate"]

_HYPOTHETICAL = frozenset("would could should can".split())
_HELPING = HAVE | REFLEXIVES | MODAL | {"then"}
# Pronouns that a verb of being is joined to.
_SHORT = ("'m", "'re")
_BEST = frozenset("best better".split())
_SEEMING = frozenset("seem seems seemed appear appears appeared".split())
# Before "to become" and "to be": went on, turned out.
_GOING = frozenset({("went", "on"), ("gone", "on"), ("grew", "up"), ("turned", "out"), ("made", "out")})
# Words of a verb group that speaks of what is to come.
_TO_COME = frozenset("will shall 'll expected".split())
_WHEN = frozenset("after since before on upon by until".split())
_AGENTS = frozenset("by to in among for of".split())
_JOINTS = frozenset("and but".split())
_CLAUSES = frozenset("that who which if whether".split())
_MARKED = QUOTE | APOSTROPHE
_STILL = frozenset("always once still".split())
_NO_HEADLINE = c.VERB | c.AUXILIARY | c.COPULA | c.PREPOSITION | c.PRONOUN | c.RELATIVE
# Words of a verb group, of an aside, between a subject and its verb, of a phrase behind a noun, and before "say is".
_CHAIN, _ASIDE, _BETWEEN, _PHRASE, _SAYING = 9, 8, 30, 7, 5


def predicate(reading: Grammar, first: int, last: int, *, of_body: bool = False) -> list[Span]:
    """Labels in the clause after the mention ``first:last``: (who) is a ..., was seen as the ..., calls himself ..."""
    if reading.near_list[first] and reading.words[first - 1] in CONDITIONS:
        return []
    if last >= len(reading.words) or not same_sentence(reading, last):
        return []
    if reading.near_list[last]:
        return _joined(reading, first, last, of_body=of_body)
    marks = reading.mark_list[last]
    found = _named_apart(reading, last, of_body=of_body) if marks in (COMMA, DASH) else []
    is_parted = marks & (COMMA | DASH | OPEN_BRACKET) and (not marks & QUOTE or opens_quotation(reading, last))
    if is_parted and can_be_subject(reading, first, last):
        beyond = _beyond(reading, last)
        # talks between Lee and Petrov, held in May, were a success
        is_plural = beyond is not None and reading.words[beyond] in PLURAL_VERBS and reading.words[first - 1] == "and"
        # The former general, Petrov, was a hero
        if beyond is None and apposition_before(reading, first, last):
            beyond = last
        if beyond is not None and not is_plural:
            found = found + _verb_phrases(reading, beyond, of_body=of_body)
    return found


def _joined(reading: Grammar, first: int, last: int, *, of_body: bool) -> list[Span]:
    """Labels in what no mark parts from a mention."""
    words = reading.words
    if words[last] in RELATIVES:
        return _related(reading, last + 1, of_body=of_body)
    is_subject, found = can_be_subject(reading, first, last), []
    # a name that "are" follows is that of many
    is_many = words[last] in ("are", "were") and last - first == 1 and words[first - 1] != "and"
    of_body = of_body or (is_many and not reading.class_list[first] & c.PRONOUN)
    if is_subject:
        # I'm an old man
        is_short = words[last - 1].endswith(_SHORT)
        found = [] if is_short else _verb_phrases(reading, last, of_body=of_body)
        if is_short and not is_said_by_others(reading, first):
            found = complement(reading, last, of_body=of_body, is_copular=True)
        # Lee the politician
        if words[last] == "the" and last + 1 < len(words) and not reading.class_list[first] & c.PRONOUN:
            found = roles_at(reading, last, of_body=of_body)
    found = found or _headline(reading, first, last, of_body=of_body)
    return found or _gapped(reading, first, last, of_body=of_body)


def _related(reading: Grammar, start: int, *, of_body: bool) -> list[Span]:
    """Labels in the relative clause whose pronoun stands before `start`: who is a crook, who critics say is a crook."""
    for verb in range(start + 1, min(start + _SAYING, len(reading.words) - 1)):
        if not reading.near_list[verb] or not reading.near_list[verb + 1]:
            break
        is_said = reading.words[verb] in STATING and reading.class_list[verb + 1] & c.COPULA
        if is_said and not denies(reading, verb - 1):
            return _verb_phrases(reading, verb + 1, of_body=of_body)
    return _verb_phrases(reading, start, of_body=of_body)


def _named_apart(reading: Grammar, last: int, *, of_body: bool) -> list[Span]:
    """Labels in a phrase or a relative clause that a comma parts from a mention, or its age does."""
    words, n = reading.words, len(reading.words)
    if words[last] in RELATIVES:
        return _related(reading, last + 1, of_body=of_body) or named_by_whom(reading, last, of_body=of_body)
    if words[last] == "whom":
        return named_by_whom(reading, last, of_body=of_body)
    if words[last] == "as":
        return _standing_apart(reading, last, of_body=of_body)
    if words[last] in ("aka", "alias"):
        return complement(reading, last + 1, of_body=of_body, is_named=True)
    # Lee, or “the Fox” as he is known
    if words[last] == "or" and last + 1 < n and opens_quotation(reading, last + 1) and reading.near_list[last + 1]:
        found = complement(reading, last + 1, of_body=of_body, is_named=True)
        return found if found and words[found[0][1] : found[0][1] + 1] in (["as"], ["to"]) else []
    # Lee, 41, described as a spy
    is_aged = reading.class_list[last] & c.NUMBER and last + 1 < n and reading.mark_list[last + 1] == COMMA
    last += bool(is_aged and same_sentence(reading, last + 1))
    position = past_adverbs(reading, last) + (words[last] == "better")
    if position >= n:
        return []
    return named_behind(reading, position, of_body=of_body) or accused(reading, position, of_body=of_body)


def _gapped(reading: Grammar, first: int, last: int, *, of_body: bool) -> list[Span]:
    """Labels whose verb of being stands in the clause before: Lee was a menace and Petrov a coward."""
    start = first - (reading.words[first - 1] == "the")
    is_joined = start > 1 and reading.near_list[start] and reading.words[start - 1] in ("and", "but", "while")
    if not is_joined or reading.words[last] not in ("a", "an"):
        return []
    for verb in range(start - 2, max(start - _BETWEEN, 0), -1):
        if not same_sentence(reading, verb + 1):
            return []
        if reading.class_list[verb] & (c.COPULA | c.VERB | c.PARTICIPLE) and not reading.class_list[verb] & NOMINAL:
            is_being = reading.class_list[verb] & c.COPULA and reading.words[verb + 1] in ("a", "an")
            return complement(reading, last, of_body=of_body, is_copular=True) if is_being else []
    return []


def _standing_apart(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Role between commas: Lee, as leader, resigned."""
    found = roles_at(reading, position + 1, of_body=of_body)
    is_closed = bool(found) and found[0][1] < len(reading.words) and not reading.near_list[found[0][1]]
    return found if is_closed and found[0][0] == position + 1 else []


def _headline(reading: Grammar, first: int, last: int, *, of_body: bool) -> list[Span]:
    """Labels of a headline that leaves out a verb of being: Lee “a danger to patients”; Lee hailed as hero."""
    start = first
    while same_sentence(reading, start) and first - start < _PHRASE:
        start -= 1
        # Sacked Lee “a scapegoat”
        is_form = reading.words[start] in BEFALLEN and not same_sentence(reading, start)
        if reading.class_list[start] & _NO_HEADLINE and not is_form:
            return []
    # Lee “still a hero”
    if reading.mark_list[last] & _MARKED:
        last = past_adverbs(reading, last) if reading.words[last] in _STILL else last
    if same_sentence(reading, start) or reading.class_list[first] & c.PRONOUN:
        return []
    if reading.words[last] in ("a", "an") or (reading.words[last] == "the" and reading.mark_list[last] & _MARKED):
        return complement(reading, last, of_body=of_body, is_named=True)
    return headlined(reading, last, of_body=of_body)


def behind(reading: Grammar, end: int, *, of_body: bool = False) -> list[Span]:
    """Labels in what follows a label or description: an accountant nicknamed “Dr No”, a colonel who turned rebel."""
    if end + 1 >= len(reading.words) or not reading.near_list[end] or not reading.near_list[end + 1]:
        return []
    pronoun = _relative(reading, end)
    # a welder once spoken of as a minister
    end = end + 1 if pronoun is None and reading.words[end + 1] in naming_forms() and _is_adverb(reading, end) else end
    if end + 1 >= len(reading.words):
        return []
    if pronoun is not None:
        return _verb_phrases(reading, pronoun + 1, of_body=of_body)
    # the guru they call “Doc Vamp”
    if reading.words[end] in CALLERS and reading.words[end + 1] in naming_forms():
        is_led = end + 2 < len(reading.words) and (
            reading.mark_list[end + 2] & _MARKED or reading.words[end + 2] == "as"
        )
        return named_by_whom(reading, end, of_body=of_body) if is_led else []
    if reading.words[end] == "turned":
        return bare_role(reading, end + 1, of_body=of_body)
    # "the general called the army a mob" is no passive
    is_led = reading.words[end + 1] in _AGENTS or reading.words[end + 1] == "as"
    is_quoted = bool(reading.mark_list[end + 1] & (QUOTE | APOSTROPHE))
    return named_behind(reading, end, of_body=of_body) if is_led or is_quoted else []


def _is_adverb(reading: Grammar, position: int) -> bool:
    return bool(reading.class_list[position] & c.ADVERB)


def _relative(reading: Grammar, end: int) -> int | None:
    """Relative pronoun behind a label and its phrase: a colonel in the army who ..."""
    for position in range(end, min(end + _PHRASE, len(reading.words))):
        if not reading.near_list[position] or reading.class_list[position] & (c.VERB | c.AUXILIARY):
            return None
        if reading.words[position] == "who":
            return position
        # a friend of the woman who was a spy
        if position > end and reading.class_list[position] & (c.PERSON_NOUN | c.TITLE):
            return None
    return None


def _verb_phrases(reading: Grammar, start: int, *, of_body: bool) -> list[Span]:
    """Labels of the verb at `start`, and of those that *and* joins to it: moved abroad and was a broken man."""
    found = _verb_phrase(reading, start, of_body=of_body)
    end = max([start, *(span[1] for span in found)])
    joint = _joint(reading, end) if found else _joint_after_one_verb(reading, start)
    if joint is not None:
        return found + _verb_phrase(reading, joint, of_body=of_body)
    if not found:
        return []
    # hailed as a hero and later denounced as a traitor; a banker turned rebel
    is_joined = end + 1 < len(reading.words) and reading.words[end] in _JOINTS and bool(reading.near_list[end + 1])
    start = past_adverbs(reading, end + 1) if is_joined else end
    further = acted(reading, start, of_body=of_body) if is_joined else []
    return found + (further or behind(reading, start, of_body=of_body))


def _verb_phrase(reading: Grammar, start: int, *, of_body: bool) -> list[Span]:
    """Labels of the verb at `start`: is, has long been, was once described as, may have become, turned into."""
    chain = _chain(reading, start)
    if chain is None:
        return _instead(reading, start, of_body=of_body)
    position, is_copula = chain
    words, n = reading.words, len(reading.words)
    if is_copula and position < n and reading.mark_list[position] & COMMA:
        # what Lee is, is a bully
        if reading.class_list[position] & c.COPULA and same_sentence(reading, position):
            return _verb_phrase(reading, position, of_body=of_body)
        return _parted_complement(reading, position, of_body=of_body)
    if position >= n or (position > start and not reading.near_list[position]):
        return []
    is_had = words[position] in EARNING or words[position - 1] in HAVE
    standing = as_standing(reading, position, of_body=of_body) if is_had else []
    found = standing or accused(reading, position, of_body=of_body) or acted(reading, position, of_body=of_body)
    if words[position - 1] in _SEEMING and words[position] in ("a", "an"):
        return roles_at(reading, position, of_body=of_body)
    if found or not is_copula:
        return found
    if words[position] == "what":
        return named_by_whom(reading, position, of_body=of_body)
    if words[position] in LIKENING:
        return likened(reading, position + 1, of_body=of_body)
    if words[position] in ("born", "left"):
        return roles_at(reading, position + 1, of_body=of_body)
    naming = naming_forms().get(words[position])
    if naming and naming.tense in ("past", "participle"):
        return named_behind(reading, position, of_body=of_body)
    found = complement(reading, past_time(reading, position), of_body=of_body, is_copular=True)
    if not found:
        return besides(reading, position, of_body=of_body)
    # an office to come is no label yet: will become minister
    is_office = bool(found) and (found[0][0] == position or words[found[0][0]] in ("next", "new"))
    return [] if is_office and not _TO_COME.isdisjoint(words[start:position]) else found


def _instead(reading: Grammar, start: int, *, of_body: bool) -> list[Span]:
    """Label that is set against a denied one: is not a leader but a thug."""
    words = reading.words
    if not reading.class_list[start] & c.COPULA:
        return []
    for position in range(start + 1, min(start + _ASIDE, len(words) - 1)):
        if not reading.near_list[position]:
            return []
        if words[position] == "but" and reading.class_list[position + 1] & c.DETERMINER:
            return complement(reading, position + 1, of_body=of_body, is_copular=True)
    return []


def _parted_complement(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Labels behind an aside after the verb of being: is, to his critics, a bully."""
    for behind_aside in range(position + 1, min(position + _ASIDE, len(reading.words))):
        if not same_sentence(reading, behind_aside):
            return []
        if reading.mark_list[behind_aside] & COMMA:
            # what Lee was, she said, was a coward
            if reading.class_list[behind_aside] & c.COPULA and not reading.class_list[behind_aside - 1] & c.COPULA:
                return complement(reading, behind_aside + 1, of_body=of_body, is_copular=True)
            return complement(reading, behind_aside, of_body=of_body, is_copular=True, is_parted=True)
    return []


def _chain(reading: Grammar, start: int) -> tuple[int, bool] | None:
    """End of a verb group of being, and whether such a verb is its last; None where it is denied or hypothetical."""
    n, words = len(reading.words), reading.words
    position, is_copula = start, False
    while position < n and position - start < _CHAIN and (position == start or reading.near_list[position]):
        bits, word = reading.class_list[position], words[position]
        if word == "not" and not ONLY.isdisjoint(words[position + 1 : position + 2]):
            position += 2
            continue
        if denies(reading, position) or word in _HYPOTHETICAL:
            return None
        if bits & c.POSSESSIVE and not (position == start and is_contracted(reading, position)):
            return None
        if bits & (c.COPULA | c.POSSESSIVE):
            is_copula = word not in _SEEMING
        elif _turns_out(words, position):
            is_copula = False
        elif not (word in _HELPING or _is_well(words, position) or (bits & c.ADVERB and not bits & c.DETERMINER)):
            break
        position += 1
    return position, is_copula


def _is_well(words: list[str], position: int) -> bool:
    """Whether a degree of *well* stands before a verb of naming: is best understood as."""
    return words[position] in _BEST and not naming_forms().keys().isdisjoint(words[position + 1 : position + 2])


def _turns_out(words: list[str], position: int) -> bool:
    """Whether the verb of being is still to come: *is to* be, *is said to* be, *turned out* to be."""
    word = words[position]
    if tuple(words[position : position + 2]) in _GOING:
        return True
    return (word in SUPPOSING and _leads_being(words, position + 1)) or (word == "to" and _leads_being(words, position))


def _leads_being(words: list[str], position: int) -> bool:
    """Whether "to be" or "to become" stands at a position."""
    return words[position : position + 1] == ["to"] and not BECOMING.isdisjoint(words[position + 1 : position + 2])


def _beyond(reading: Grammar, last: int) -> int | None:
    """Verb of being after what commas part from the subject that ends at `last`: Lee, 58, who fled in May, was a ..."""
    marks, words, sentences = reading.mark_list, reading.words, reading.sentence_list
    for position in range(last + 1, min(last + _BETWEEN, len(words))):
        if sentences[position] != sentences[last]:
            return None
        # Lee, 58, who is a lawyer
        if position == last + 1 and words[position] in RELATIVES and reading.class_list[last] & c.NUMBER:
            return position + 1
        if marks[position] & (COMMA | DASH | CLOSE_BRACKET):
            start = past_adverbs(reading, position)
            is_verb = start < len(words) and (
                reading.class_list[start] & (c.COPULA | c.AUXILIARY)
                or (words[start] in acting_forms() and not reading.class_list[start] & c.VERB_BASE)
                # Lee, 58, ran a bank and was a hero
                or (position == last + 1 and reading.class_list[start] & c.VERB and reading.class_list[last] & c.NUMBER)
            )
            is_led = reading.class_list[start - 1] & c.RELATIVE
            if is_verb and not is_led and marks[position] & (QUOTE | DASH) != QUOTE:
                return position
    return None


def _joint(reading: Grammar, end: int) -> int | None:
    """Verb of being that *and* joins to the label that ends at `end`."""
    n = len(reading.words)
    if end + 1 >= n or reading.words[end] not in _JOINTS or not same_sentence(reading, end):
        return None
    start = past_adverbs(reading, end + 1)
    return end + 1 if start < n and reading.near_list[end + 1] and states_being(reading, start) else None


def _joint_after_one_verb(reading: Grammar, start: int) -> int | None:
    """Verb of being that *and* joins to the verb at `start`, if no other verb, and no other clause, is between."""
    classes, words, sentences = reading.class_list, reading.words, reading.sentence_list
    verb = past_adverbs(reading, start)
    if verb >= len(words) or not classes[verb] & (c.VERB | c.AUXILIARY) or classes[verb] & c.PREPOSITION:
        return None
    is_group = True
    for position in range(verb + 1, min(verb + _BETWEEN, len(words))):
        bits, word = classes[position], words[position]
        if sentences[position] != sentences[verb] or word in _CLAUSES:
            return None
        if word in _JOINTS and (joint := _joint(reading, position)) is not None:
            return joint
        # wept after becoming captain
        if word == "becoming" and words[position - 1] in _WHEN:
            return position
        is_group = is_group and bool(bits & (c.VERB | c.PARTICIPLE | c.AUXILIARY | c.ADVERB))
        is_finite = bits & (c.COPULA | c.AUXILIARY) or (bits & c.VERB and not bits & (c.PARTICIPLE | NOMINAL))
        if is_finite and not is_group and not bits & (c.POSSESSIVE | c.PREPOSITION):
            return None
    return None
