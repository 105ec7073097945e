"""Labels that a clause gives to a mention: what it is, becomes, is named, or is said to be.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import APOSTROPHE, CLOSE_BRACKET, COMMA, DASH, OPEN_BRACKET, QUOTE
from .appositions import is_reduced, role_at, same_sentence
from .complements import as_standing, complement
from .joints import NOMINAL, Span, denies
from .words import (
    ACCUSING,
    BECOMING,
    CONTRACTED,
    EARNING,
    HAVE,
    NAMING,
    REFLEXIVES,
    STATING,
    SUPPOSING,
    acting_forms,
    naming_forms,
    turning_forms,
)

__all__ = ["behind", "named_as", "predicate"]

_CONDITIONS = frozenset("if unless whether".split())
_HYPOTHETICAL = frozenset("would could should can".split())
_MODAL = frozenset("will may might must shall 'll".split())
_HELPING = HAVE | REFLEXIVES | _MODAL
_REFUSING = frozenset("refuse refused refuses refusing decline declined declines declining denied denies".split())
_ARTICLES = frozenset("the a an".split())
_SEEMING = frozenset("seem seems seemed appear appears appeared".split())
_DOUBTING = _REFUSING | frozenset("doubt doubts doubted disputes disputed rejects rejected".split())
_AGENTS = frozenset("by to in among for of".split())
_RELATIVES = frozenset("who which".split())
_SUBJECTS = frozenset("he she they we i who".split())
_MODIFYING = c.DETERMINER | c.ADJECTIVE | c.TITLE | c.PERSON_NOUN | c.NUMBER
_PLURAL = frozenset("are were have".split())
_JOINTS = frozenset("and but".split())
_CLAUSES = frozenset("that who which if whether".split())
# Words of a verb group, of a passive's agent, between a subject and its verb, and of a phrase behind a noun.
_CHAIN, _AGENT, _BETWEEN, _PHRASE = 9, 8, 30, 7


def predicate(reading: Grammar, first: int, last: int, *, of_body: bool = False) -> list[Span]:
    """Labels in the clause after the mention ``first:last``: (who) is a ..., was seen as the ..., calls himself ..."""
    if reading.near_list[first] and reading.words[first - 1] in _CONDITIONS:
        return []
    n, near, words = len(reading.words), reading.near_list, reading.words
    if last >= n or not same_sentence(reading, last):
        return []
    if near[last] and words[last] in _RELATIVES:
        return _verb_phrases(reading, last + 1, of_body=of_body)
    is_subject = _can_be_subject(reading, first, last)
    if near[last]:
        return _verb_phrases(reading, last, of_body=of_body) if is_subject else []
    marks, found = reading.mark_list[last], []
    if marks in (COMMA, DASH):
        position = _past_adverbs(reading, last)
        if words[last] in _RELATIVES:
            found = _verb_phrases(reading, last + 1, of_body=of_body)
        elif words[last] == "whom":
            found = _whom(reading, last, of_body=of_body)
        elif position < n:
            found = _named(reading, position, of_body=of_body) or _accused(reading, position, of_body=of_body)
    if marks & (COMMA | DASH | OPEN_BRACKET) and not marks & QUOTE and is_subject:
        beyond = _beyond(reading, last)
        # talks between Lee and Petrov, held in May, were a success
        is_plural = beyond is not None and words[beyond] in _PLURAL and words[first - 1] == "and"
        if beyond is not None and not is_plural:
            found = found + _verb_phrases(reading, beyond, of_body=of_body)
    return found


def behind(reading: Grammar, end: int, *, of_body: bool = False) -> list[Span]:
    """Labels in what follows a label or description: an accountant nicknamed “Dr No”, a colonel who turned rebel."""
    if end + 1 >= len(reading.words) or not reading.near_list[end] or not reading.near_list[end + 1]:
        return []
    pronoun = _relative(reading, end)
    if pronoun is not None:
        return _verb_phrases(reading, pronoun + 1, of_body=of_body)
    if reading.words[end] == "turned":
        return _role(reading, end + 1, of_body=of_body)
    # "the general called the army a mob" is no passive
    is_led = reading.words[end + 1] in _AGENTS or reading.words[end + 1] == "as"
    is_quoted = bool(reading.mark_list[end + 1] & (QUOTE | APOSTROPHE))
    return _named(reading, end, of_body=of_body) if is_led or is_quoted else []


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


def named_as(reading: Grammar, first: int, last: int, *, of_body: bool = False) -> list[Span]:
    """Labels that a verb gives to the mention ``first:last`` that is its object: called Haftar a warlord and a thug."""
    words = reading.words
    if last < len(words) and reading.mark_list[last] == COMMA and reading.near_list[first]:
        return _named_beyond(reading, first, last, of_body=of_body)
    if not reading.near_list[first] or not reading.near_list[last]:
        return []
    verb, word = first - 1, words[last]
    form = naming_forms().get(words[verb])
    if _is_denied(reading, verb):
        return []
    if words[verb] in ACCUSING and words[last : last + 2] == ["of", "being"]:
        return complement(reading, last + 1, of_body=of_body, is_named=True)
    if form is None:
        is_turned = word == "into" and words[verb] in turning_forms()
        return complement(reading, last + 1, of_body=of_body) if is_turned else []
    if word == "as":
        found = complement(reading, last + 1, of_body=of_body, is_named=True)
        return [] if found and _opens_clause(reading, found[-1][1]) else found
    is_quoted = bool(reading.mark_list[last] & (QUOTE | APOSTROPHE))
    is_led = word in _ARTICLES or is_quoted or reading.class_list[last] & c.OWNER
    if NAMING[form[0]] or not is_led:
        return []
    return complement(reading, last, of_body=of_body, is_named=True)


def _opens_clause(reading: Grammar, end: int) -> bool:
    """Whether a finite verb follows at once: they saw Lee as the war began."""
    if end >= len(reading.words) or not reading.near_list[end] or reading.mark_list[end] & QUOTE:
        return False
    bits = reading.class_list[end]
    is_finite = bits & c.VERB and not bits & (NOMINAL | c.PREPOSITION) and not is_reduced(reading, end)
    return bool(is_finite or (bits & (c.AUXILIARY | c.COPULA) and not bits & c.POSSESSIVE))


def _named_beyond(reading: Grammar, first: int, last: int, *, of_body: bool) -> list[Span]:
    """Labels behind an apposition to the object: dismissed Lee, a former aide, as a nobody."""
    form = naming_forms().get(reading.words[first - 1])
    if form is None or not NAMING[form[0]] or _is_denied(reading, first - 1):
        return []
    for position in range(last + 1, min(last + _BETWEEN, len(reading.words) - 1)):
        if not same_sentence(reading, position):
            return []
        if reading.mark_list[position] == COMMA:
            is_as = reading.words[position] == "as"
            return complement(reading, position + 1, of_body=of_body, is_named=True) if is_as else []
    return []


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
    is_joined = end < len(reading.words) and reading.words[end] in _JOINTS
    return found + behind(reading, _past_adverbs(reading, end + 1) if is_joined else end, of_body=of_body)


def _verb_phrase(reading: Grammar, start: int, *, of_body: bool) -> list[Span]:
    """Labels of the verb at `start`: is, has long been, was once described as, may have become, turned into."""
    chain = _chain(reading, start)
    if chain is None:
        return []
    position, is_copula = chain
    words, n = reading.words, len(reading.words)
    if is_copula and position < n and reading.mark_list[position] & COMMA:
        return _parted_complement(reading, position, of_body=of_body)
    if position >= n or (position > start and not reading.near_list[position]):
        return []
    word, following = words[position], words[position + 1] if position + 1 < n else ""
    form = naming_forms().get(word)
    is_had = word in EARNING or words[position - 1] in HAVE
    standing = as_standing(reading, position, of_body=of_body) if is_had else []
    if standing:
        return standing
    if word in acting_forms() and following in ("as", "like"):
        return complement(reading, position + 2, of_body=of_body)
    if form and following in REFLEXIVES:
        return complement(reading, position + 2, of_body=of_body, is_named=True)
    if word in turning_forms() and following in ("into", "from"):
        return _turned(reading, position + 1, of_body=of_body)
    if word == "turned":
        return _role(reading, position + 1, of_body=of_body)
    if not is_copula:
        return []
    if word in ACCUSING:
        return _accused(reading, position, of_body=of_body)
    if form and form[1] in ("past", "participle"):
        return _named(reading, position, of_body=of_body)
    return complement(reading, position, of_body=of_body, is_copular=True)


def _accused(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Labels of an accusation: accused of being a traitor."""
    is_accused = reading.words[position] in ACCUSING and reading.words[position + 1 : position + 3] == ["of", "being"]
    return complement(reading, position + 2, of_body=of_body, is_named=True) if is_accused else []


def _parted_complement(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Labels behind an aside after the verb of being: is, to his critics, a bully."""
    for behind_aside in range(position + 1, min(position + _AGENT, len(reading.words))):
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
        if denies(reading, position) or word in _HYPOTHETICAL:
            return None
        if bits & c.POSSESSIVE and not (position == start and _is_contracted(reading, position)):
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
    is_supposed = word in SUPPOSING and _leads_being(words, position + 1)
    is_turned = word == "turned" and words[position + 1 : position + 2] == ["out"]
    return is_supposed or is_turned or (word == "to" and _leads_being(words, position))


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


def _named(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Labels after a participle of naming: described (by X) as a ..., dubbed the ..., known to fans as “God”."""
    form = naming_forms().get(reading.words[position])
    if form is None or form[1] not in ("past", "participle"):
        return []
    start, near, n = position + 1, reading.near_list, len(reading.words)
    if not NAMING[form[0]] and start < n and near[start]:
        found = complement(reading, start, of_body=of_body, is_named=True)
        if found:
            return found
    while start < n and start - position <= _AGENT and near[start]:
        if reading.words[start] == "as":
            return complement(reading, start + 1, of_body=of_body, is_named=True)
        if reading.mark_list[start] & (QUOTE | APOSTROPHE) and not NAMING[form[0]]:
            return complement(reading, start, of_body=of_body, is_named=True)
        if reading.class_list[start] & (c.VERB | c.RELATIVE) and not reading.class_list[start] & NOMINAL:
            return []
        start += 1
    return []


def _whom(reading: Grammar, position: int, *, of_body: bool) -> list[Span]:
    """Label that others give in a relative clause: whom prosecutors describe as a war criminal, whom fans call a."""
    for verb in range(position + 1, min(position + 6, len(reading.class_list) - 1)):
        if not reading.near_list[verb]:
            return []
        form = naming_forms().get(reading.words[verb])
        if form is None or not reading.near_list[verb + 1]:
            continue
        following = reading.words[verb + 1]
        is_quoted = bool(reading.mark_list[verb + 1] & (QUOTE | APOSTROPHE))
        is_plain = (following in _ARTICLES or is_quoted) and not NAMING[form[0]]
        if _is_denied(reading, verb) or not (following == "as" or is_plain):
            return []
        return complement(reading, verb + 1 + (following == "as"), of_body=of_body, is_named=True)
    return []


def _is_denied(reading: Grammar, verb: int) -> bool:
    """Whether a denial stands up to three words before a verb: did not call, never once called, refused to call."""
    position = verb
    while position > 0 and verb - position < 3 and reading.near_list[position]:
        position -= 1
        if denies(reading, position) or reading.words[position] in _REFUSING:
            return True
    return False


def _past_adverbs(reading: Grammar, position: int) -> int:
    classes, n = reading.class_list, len(reading.class_list)
    while position < n and classes[position] & c.ADVERB and not classes[position] & (c.AUXILIARY | c.NEGATION):
        position += 1
    return position


def _is_contracted(reading: Grammar, position: int) -> bool:
    """Whether *'s* is short for is or has: she's a patriot, he's always been one."""
    after = position + 1
    return after < len(reading.words) and bool(reading.near_list[after]) and reading.words[after] in CONTRACTED


def _can_be_subject(reading: Grammar, first: int, last: int) -> bool:
    """Whether nothing before a mention governs it: the fall of Lee; but "they believe Lee is a fraud"."""
    position, classes, words = first, reading.class_list, reading.words
    while reading.near_list[position] and classes[position - 1] & _MODIFYING and not classes[position - 1] & c.PLURAL:
        position -= 1
    if words[first] in _SUBJECTS or not reading.near_list[position]:
        return True
    bits, word = classes[position - 1], words[position - 1]
    if word in STATING or word == "that":
        return position < 2 or not (denies(reading, position - 2) or words[position - 2] in _DOUBTING)
    is_governing = bits & c.PREPOSITION and not bits & (c.SUBORDINATOR | c.RELATIVE)
    is_object = bits & c.VERB and not bits & (NOMINAL | c.AUXILIARY)
    return not (is_governing or is_object or (word == "and" and words[last] in _PLURAL))


def _beyond(reading: Grammar, last: int) -> int | None:
    """Verb of being after what commas part from the subject that ends at `last`: Lee, 58, who fled in May, was a ..."""
    marks, words, sentences = reading.mark_list, reading.words, reading.sentence_list
    for position in range(last + 1, min(last + _BETWEEN, len(words))):
        if sentences[position] != sentences[last]:
            return None
        # Lee, 58, who is a lawyer
        if position == last + 1 and words[position] in _RELATIVES and reading.class_list[last] & c.NUMBER:
            return position + 1
        if marks[position] & (COMMA | DASH | CLOSE_BRACKET):
            start = _past_adverbs(reading, position)
            is_verb = start < len(words) and reading.class_list[start] & (c.COPULA | c.AUXILIARY)
            if is_verb and reading.class_list[start - 1] & c.RELATIVE == 0 and not marks[position] & QUOTE:
                return position
    return None


def _states(reading: Grammar, position: int) -> bool:
    """Whether a finite verb of being, or of having been, stands at a position."""
    word, bits = reading.words[position], reading.class_list[position]
    if bits & c.COPULA and not bits & c.VERB_ING:
        return word not in ("be", "been")
    following = reading.words[position + 1 : position + 3]
    return (word in HAVE or word in _MODAL) and ("be" in following or "been" in following)


def _joint(reading: Grammar, end: int) -> int | None:
    """Verb of being that *and* joins to the label that ends at `end`."""
    n = len(reading.words)
    if end + 1 >= n or reading.words[end] not in _JOINTS or not same_sentence(reading, end):
        return None
    start = _past_adverbs(reading, end + 1)
    return end + 1 if start < n and reading.near_list[end + 1] and _states(reading, start) else None


def _joint_after_one_verb(reading: Grammar, start: int) -> int | None:
    """Verb of being that *and* joins to the verb at `start`, if no other verb, and no other clause, is between."""
    classes, words, sentences = reading.class_list, reading.words, reading.sentence_list
    verb = _past_adverbs(reading, start)
    if verb >= len(words) or not classes[verb] & (c.VERB | c.AUXILIARY) or classes[verb] & c.PREPOSITION:
        return None
    is_group = True
    for position in range(verb + 1, min(verb + _BETWEEN, len(words))):
        bits, word = classes[position], words[position]
        if sentences[position] != sentences[verb] or word in _CLAUSES:
            return None
        if word in _JOINTS and (joint := _joint(reading, position)) is not None:
            return joint
        is_group = is_group and bool(bits & (c.VERB | c.PARTICIPLE | c.AUXILIARY | c.ADVERB))
        is_finite = bits & (c.COPULA | c.AUXILIARY) or (bits & c.VERB and not bits & (c.PARTICIPLE | NOMINAL))
        if is_finite and not is_group and not bits & (c.POSSESSIVE | c.PREPOSITION):
            return None
    return None
