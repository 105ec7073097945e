"""Labels that a clause gives to a mention: what it is, becomes, is named, or is said to be.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import APOSTROPHE, CLOSE_BRACKET, COMMA, DASH, OPEN_BRACKET, QUOTE
from .appositions import apposition_before, role_at, roles_at, same_sentence
from .asserting import can_be_subject, is_contracted, past_adverbs, states_being
from .complements import as_standing, complement
from .joints import NOMINAL, Span, denies, opens_quotation
from .naming import accused, headlined, named_behind, named_by_whom
from .words import (
    BECOMING,
    CONDITIONS,
    EARNING,
    HAVE,
    MODAL,
    ONLY,
    PLURAL_VERBS,
    PROVING,
    REFLEXIVES,
    RELATIVES,
    SUPPOSING,
    acting_forms,
    naming_forms,
    rising_forms,
    turning_forms,
    working_forms,
)

__all__ = ["behind", "predicate"]

_HYPOTHETICAL = frozenset("would could should can".split())
_HELPING = HAVE | REFLEXIVES | MODAL
_SEEMING = frozenset("seem seems seemed appear appears appeared".split())
# Before "to become" and "to be": went on, turned out.
_GOING = frozenset({("went", "on"), ("gone", "on"), ("grew", "up"), ("turned", "out")})
_WHEN = frozenset("after since before on upon by until".split())
_AGENTS = frozenset("by to in among for of".split())
_JOINTS = frozenset("and but".split())
_CLAUSES = frozenset("that who which if whether".split())
_MARKED = QUOTE | APOSTROPHE
_NO_HEADLINE = c.VERB | c.AUXILIARY | c.COPULA | c.PREPOSITION | c.PRONOUN | c.RELATIVE
# Words of a verb group, of an aside, between a subject and its verb, of a phrase behind a noun, and of one of time.
_CHAIN, _ASIDE, _BETWEEN, _PHRASE, _TIME = 9, 8, 30, 7, 4


def predicate(reading: Grammar, first: int, last: int, *, of_body: bool = False) -> list[Span]:
    """Labels in the clause after the mention ``first:last``: (who) is a ..., was seen as the ..., calls himself ..."""
    if reading.near_list[first] and reading.words[first - 1] in CONDITIONS:
        return []
    n, near, words = len(reading.words), reading.near_list, reading.words
    if last >= n or not same_sentence(reading, last):
        return []
    if near[last] and words[last] in RELATIVES:
        return _verb_phrases(reading, last + 1, of_body=of_body)
    is_subject = can_be_subject(reading, first, last)
    if near[last]:
        found = _verb_phrases(reading, last, of_body=of_body) if is_subject else []
        # Lee the politician
        if is_subject and words[last] == "the" and last + 1 < n and not reading.class_list[first] & c.PRONOUN:
            found = roles_at(reading, last, of_body=of_body)
        return found or _headline(reading, first, last, of_body=of_body)
    marks, found = reading.mark_list[last], []
    if marks in (COMMA, DASH):
        position = past_adverbs(reading, last) + (words[last] == "better")
        if words[last] in RELATIVES:
            found = _verb_phrases(reading, last + 1, of_body=of_body)
            found = found or named_by_whom(reading, last, of_body=of_body)
        elif words[last] == "whom":
            found = named_by_whom(reading, last, of_body=of_body)
        elif words[last] == "as":
            found = _standing_apart(reading, last, of_body=of_body)
        elif words[last] in ("aka", "alias"):
            found = complement(reading, last + 1, of_body=of_body, is_named=True)
        elif position < n:
            found = named_behind(reading, position, of_body=of_body) or accused(reading, position, of_body=of_body)
    is_parted = marks & (COMMA | DASH | OPEN_BRACKET) and (not marks & QUOTE or opens_quotation(reading, last))
    if is_parted and is_subject:
        beyond = _beyond(reading, last)
        # talks between Lee and Petrov, held in May, were a success
        is_plural = beyond is not None and words[beyond] in PLURAL_VERBS and words[first - 1] == "and"
        # The former general, Petrov, was a hero
        if beyond is None and apposition_before(reading, first, last):
            beyond = last
        if beyond is not None and not is_plural:
            found = found + _verb_phrases(reading, beyond, of_body=of_body)
    return found


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
        if reading.class_list[start] & _NO_HEADLINE:
            return []
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
    if reading.words[end] == "turned":
        return _role(reading, end + 1, of_body=of_body)
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


def _role(reading: Grammar, start: int, *, of_body: bool) -> list[Span]:
    """Role without an article, or none: turned nationalist."""
    found = role_at(reading, start, of_body=of_body)
    return [] if found is None or found[0] != start else [found]


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
    further = _acted(reading, start, of_body=of_body) if is_joined else []
    return found + (further or behind(reading, start, of_body=of_body))


def _verb_phrase(reading: Grammar, start: int, *, of_body: bool) -> list[Span]:
    """Labels of the verb at `start`: is, has long been, was once described as, may have become, turned into."""
    chain = _chain(reading, start)
    if chain is None:
        return _instead(reading, start, of_body=of_body)
    position, is_copula = chain
    words, n = reading.words, len(reading.words)
    if is_copula and position < n and reading.mark_list[position] & COMMA:
        return _parted_complement(reading, position, of_body=of_body)
    if position >= n or (position > start and not reading.near_list[position]):
        return []
    is_had = words[position] in EARNING or words[position - 1] in HAVE
    standing = as_standing(reading, position, of_body=of_body) if is_had else []
    found = standing or accused(reading, position, of_body=of_body) or _acted(reading, position, of_body=of_body)
    if words[position - 1] in _SEEMING and words[position] in ("a", "an"):
        return roles_at(reading, position, of_body=of_body)
    if found or not is_copula:
        return found
    if words[position] == "what":
        return named_by_whom(reading, position, of_body=of_body)
    if words[position] == "born":
        return roles_at(reading, position + 1, of_body=of_body)
    naming = naming_forms().get(words[position])
    if naming and naming.tense in ("past", "participle"):
        return named_behind(reading, position, of_body=of_body)
    return complement(reading, _past_time(reading, position), of_body=of_body, is_copular=True)


def _past_time(reading: Grammar, position: int) -> int:
    """Where a complement begins behind a phrase of time: (was) by then a wanted man, in 2010 the youngest."""
    if not reading.class_list[position] & c.PREPOSITION:
        return position
    for end in range(position + 1, min(position + _TIME, len(reading.words) - 1)):
        is_time = reading.class_list[end] & (c.TIME | c.NUMBER) or reading.words[end] in ("then", "now")
        if is_time and reading.words[end + 1] in ("a", "an", "the", "one") and reading.near_list[end + 1]:
            return end + 1
    return position


def _acted(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Labels behind a verb of acting, naming or changing: served as, styles himself, turned rebel, rose to captain."""
    words = reading.words
    if position + 1 >= len(words) or not reading.near_list[position + 1]:
        return []
    word, following = words[position], words[position + 1]
    # started out as
    as_at = position + 1 + (following == "out")
    if word in acting_forms() and words[as_at : as_at + 1] in (["as"], ["like"]):
        return complement(reading, as_at + 1, of_body=of_body)
    if following in REFLEXIVES and word in naming_forms():
        start = position + 2 + (words[position + 2 : position + 3] == ["as"])
        return complement(reading, start, of_body=of_body, is_named=True)
    if word in turning_forms() and following in ("into", "from"):
        return _turned(reading, position + 1, of_body=of_body)
    if word == "turned":
        return _role(reading, position + 1, of_body=of_body)
    if word in PROVING and following in ("a", "an"):
        return roles_at(reading, position + 1, of_body=of_body)
    if word in working_forms() and "as" in words[position + 1 : position + 3]:
        return roles_at(reading, words.index("as", position) + 1, of_body=of_body)
    if word in rising_forms():
        return _risen(reading, position + 1 + (following in REFLEXIVES), of_body=of_body)
    return []


def _risen(reading: Grammar, start: int, *, of_body: bool) -> list[Span]:
    """Roles that somebody left and took: (rose) from clerk to minister, (promoted) to captain."""
    if reading.words[start : start + 1] == ["to"]:
        found = roles_at(reading, start + 1, of_body=of_body)
        end = found[0][1] if found else start
        # went to the judge; moved to captain the team
        is_bare = bool(found) and found[0][0] == start + 1
        is_verb = end < len(reading.words) and reading.near_list[end] and reading.class_list[end] & c.DETERMINER
        return found if is_bare and not is_verb else []
    found = roles_at(reading, start + 1, of_body=of_body) if reading.words[start : start + 1] == ["from"] else []
    return found + _risen(reading, found[-1][1], of_body=of_body) if found else []


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
        elif word not in _HELPING and not (bits & c.ADVERB and not bits & c.DETERMINER):
            break
        position += 1
    return position, is_copula


def _turns_out(words: list[str], position: int) -> bool:
    """Whether the verb of being is still to come: *is to* be, *is said to* be, *turned out* to be."""
    word = words[position]
    if tuple(words[position : position + 2]) in _GOING:
        return True
    return (word in SUPPOSING and _leads_being(words, position + 1)) or (word == "to" and _leads_being(words, position))


def _leads_being(words: list[str], position: int) -> bool:
    """Whether "to be" or "to become" stands at a position."""
    return words[position : position + 1] == ["to"] and not BECOMING.isdisjoint(words[position + 1 : position + 2])


def _turned(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Labels of what somebody grew from and into: grew from a band of raiders into an army."""
    found = complement(reading, position + 1, of_body=of_body)
    if reading.words[position] == "into":
        return found
    end = max([position + 1, *(span[1] for span in found)])
    if end < len(reading.words) and reading.near_list[end] and reading.words[end] in ("into", "to"):
        return found + complement(reading, end + 1, of_body=of_body)
    return []


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
