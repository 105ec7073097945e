"""What a clause asserts: whether a mention is its subject, whether it is denied, whether its verb is one of being.

Throughout this module positions are token positions.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.verbs import every_form
from .joints import NOMINAL, denies
from .words import CONDITIONS, CONTRACTED, HAVE, MODAL, ONLY, PLURAL_VERBS, REFLEXIVES, STATING

__all__ = [
    "can_be_subject",
    "is_belied",
    "is_contracted",
    "is_denied",
    "is_said_by_others",
    "past_adverbs",
    "states_being",
]


_REFUSING = every_form("refuse decline deny")
# Before "to" or an -ing form: what was not done, or is taken back.
_UNDOING = _REFUSING | every_form("avoid fail hesitate neglect refrain regret resist")
_PARTING = frozenset("against from without".split())
# Verbs whose object stays true where somebody failed to do so: failed to mention.
_FAILING = every_form("fail forget neglect omit")
_TELLING = every_form("admit disclose mention note notice realise realize recognise recognize report reveal say tell")
_UNDOING_PAIRS = frozenset(
    {("short", "of"), ("instead", "of"), ("rather", "than"), ("yet", "to")}
    | {(form, "for") for form in every_form("apologise apologize")}
)
_BELYING = frozenset("erroneously falsely incorrectly mistakenly wrongfully wrongly".split())
_DOUBTING = _REFUSING | every_form(
    "challenge contest debunk deride dismiss disprove dispute doubt mock rebut recant refute reject retract withdraw"
)
_UNTRUE = frozenset(
    """
    doubtful false fallacy fiction implausible impossible inconceivable incorrect lie misconception mistaken myth
    nonsense unlikely unproven untrue wrong
    """.split()
)
# Verbs before a clause that need not be so: wished he was a hero.
_UNREAL = every_form("dream hope imagine pretend wish")
_CLAIMS = frozenset(
    """
    accusation accusations allegation allegations assertion assertions charge charges claim claims hint hints idea
    notion report reports rumour rumours rumor rumors speculation suggestion suggestions theory view evidence sign
    """.split()
)
# Verbs of saying and thinking, what may stand between them and their clause, and what makes them passive.
_SAID = (STATING | every_form("tell")) - every_form("know learn prove realise realize recall remember see show")
_TOLD = frozenset("that me us everyone everybody people".split())
_PASSIVE = frozenset("am was been being get got i'm".split())
_NEITHER = frozenset("neither nor".split())
_SUBJECTS = frozenset("he she they we i who".split())
_MODIFYING = c.DETERMINER | c.ADJECTIVE | c.TITLE | c.PERSON_NOUN | c.NUMBER
_NO_SUBJECT = c.PREPOSITION | c.CONJUNCTION | c.SUBORDINATOR | c.RELATIVE | c.AUXILIARY | c.COPULA | c.VERB
_NO_CLAIM = c.AUXILIARY | c.COPULA | c.RELATIVE | c.CONJUNCTION | c.VERB
# Words before a verb that may deny it, of its subject, and between a claim and the clause that says what it is.
_WINDOW, _SUBJECT, _CLAIM = 3, 5, 5


def is_denied(reading: Grammar, verb: int) -> bool:
    """Whether a verb is denied or left open: did not call, refused to call, denied they had called, if they call."""
    return _is_undone(reading, verb) or _is_left_open(reading, verb)


def is_belied(reading: Grammar, verb: int) -> bool:
    """Whether an adverb before a verb says that it was done in error: wrongly called."""
    return bool(verb and reading.near_list[verb]) and reading.words[verb - 1] in _BELYING


def _is_undone(reading: Grammar, verb: int) -> bool:
    """Whether a denial stands up to three words before: never once called, refused to call, stopped short of calling.

    A denial of such a word is none of the verb: did not hesitate to call, refused to apologise for calling.
    """
    words, near, position, left = reading.words, reading.near_list, verb, _WINDOW
    while position > 0 and left and near[position]:
        position -= 1
        # could not bring himself to call
        left -= words[position] not in REFLEXIVES
        if denies(reading, position):
            return words[position + 1] not in ONLY
        if words[position] in _BELYING:
            return True
        if (words[position] in _UNDOING or words[position] in _PARTING) and _leads_verb(reading, position):
            return not _is_negated(reading, position)
        if (words[position], words[position + 1]) in _UNDOING_PAIRS:
            return not _is_negated(reading, position)
    return False


def _leads_verb(reading: Grammar, position: int) -> bool:
    """Whether "to" or an -ing form follows a word: failed to call, without ever calling."""
    after = past_adverbs(reading, position + 1)
    if after >= len(reading.words):
        return False
    is_to = reading.words[after] == "to" and reading.words[position] not in _PARTING
    return is_to or bool(reading.class_list[after] & c.VERB_ING)


def _is_negated(reading: Grammar, position: int) -> bool:
    end, words = position, reading.words
    while position > 0 and end - position < _WINDOW and reading.near_list[position]:
        position -= 1
        if denies(reading, position) or words[position] in _REFUSING or words[position] == "little":
            return True
    return False


def _is_left_open(reading: Grammar, verb: int) -> bool:
    """Whether the clause of a verb is doubted, a condition or a question: denied that they called, did Lee call."""
    classes, words, near = reading.class_list, reading.words, reading.near_list
    position = verb
    while near[position] and verb - position < _WINDOW and classes[position - 1] & (c.AUXILIARY | c.ADVERB):
        position -= 1
    end, is_pronoun = position, bool(near[position]) and words[position - 1] in _SUBJECTS
    while near[position] and end - position < (1 if is_pronoun else _SUBJECT):
        if words[position - 1] in CONDITIONS or (classes[position - 1] & _NO_SUBJECT and not is_pronoun):
            break
        position -= 1
    opener = position - 1
    if position == 0 or not near[position]:
        return False
    if words[opener] in CONDITIONS:
        return True
    if position < end and _inverts(reading, opener):
        return bool(words[opener] in HAVE or classes[verb] & c.VERB_BASE)
    is_doubting = is_pronoun and words[opener] in _DOUBTING
    return (is_doubting or words[opener] == "that") and _is_doubted(reading, opener)


def _inverts(reading: Grammar, position: int) -> bool:
    """Whether a helping verb opens a question or a condition: Did Lee ..., Had Lee ..."""
    is_first = position == 0 or reading.sentence_list[position] != reading.sentence_list[position - 1]
    return bool(reading.class_list[position] & c.AUXILIARY) and is_first


def past_adverbs(reading: Grammar, position: int) -> int:
    """Where the words behind adverbs begin."""
    classes, n = reading.class_list, len(reading.class_list)
    while position < n and classes[position] & c.ADVERB and not classes[position] & (c.AUXILIARY | c.NEGATION):
        position += 1
    return position


def _is_doubted(reading: Grammar, position: int) -> bool:
    """Whether who states a clause does not believe it: denied that, no one thinks, dismissed reports that."""
    if reading.words[position] != "that":
        is_claim = reading.words[position] in _CLAIMS
        return _rejects(reading, position) or (is_claim and _is_doubted_claim(reading, position))
    before = position - 1
    if position == 0 or not reading.near_list[position]:
        return False
    return denies(reading, before) or _rejects(reading, before) or _is_doubted_claim(reading, before)


def _rejects(reading: Grammar, position: int) -> bool:
    """Whether a word leaves open what follows, or denies it; a doubt that is denied asserts it: no doubt that."""
    word = reading.words[position]
    if word in _UNREAL:
        return True
    is_ruled_out = word == "out" and position > 0 and reading.words[position - 1].startswith("rul")
    if word in _DOUBTING or word in _UNTRUE or is_ruled_out:
        return not _is_negated(reading, position)
    # what they failed to report is so
    if word in _TELLING and position > 1 and reading.words[position - 1] == "to":
        return False if reading.words[position - 2] in _FAILING else _is_undone(reading, position)
    return _is_undone(reading, position)


def _is_doubted_claim(reading: Grammar, position: int) -> bool:
    """Whether a claim is rejected that a clause follows: dismissed reports that, rejected the claim by Lee that."""
    for noun in range(position, max(position - _CLAIM, -1), -1):
        if reading.words[noun] in _CLAIMS:
            before = reading.words[max(noun - 3, 0) : noun]
            return "and" not in before and any(word in _DOUBTING or word == "no" for word in before)
        # rejected the claims and said that
        if not reading.near_list[noun] or reading.class_list[noun] & _NO_CLAIM:
            return False
    return False


def is_contracted(reading: Grammar, position: int) -> bool:
    """Whether *'s* is short for is or has: she's a patriot, he's always been one."""
    after = position + 1
    return after < len(reading.words) and bool(reading.near_list[after]) and reading.words[after] in CONTRACTED


def can_be_subject(reading: Grammar, first: int, last: int) -> bool:
    """Whether nothing before a mention governs it: the fall of Lee; but "they believe Lee is a fraud"."""
    position, classes, words = first, reading.class_list, reading.words
    while reading.near_list[position] and classes[position - 1] & _MODIFYING and not classes[position - 1] & c.PLURAL:
        if words[position - 1] == "that":
            break
        position -= 1
    if not reading.near_list[position]:
        return True
    bits, word = classes[position - 1], words[position - 1]
    if word in CONDITIONS or word in _NEITHER or _inverts(reading, position - 1):
        return False
    if word in STATING or word in _DOUBTING or word in _UNREAL or word in _CLAIMS or word == "that":
        return not _is_doubted(reading, position - 1)
    if words[first] in _SUBJECTS:
        return True
    is_governing = bits & c.PREPOSITION and not bits & (c.SUBORDINATOR | c.RELATIVE)
    is_object = bits & c.VERB and not bits & (NOMINAL | c.AUXILIARY)
    return not (is_governing or is_object or (word == "and" and words[last] in PLURAL_VERBS))


def states_being(reading: Grammar, position: int) -> bool:
    """Whether a finite verb of being, or of having been, stands at a position."""
    word, bits = reading.words[position], reading.class_list[position]
    if bits & c.COPULA and not bits & c.VERB_ING:
        return word not in ("be", "been")
    following = reading.words[position + 1 : position + 3]
    return (word in HAVE or word in MODAL) and ("be" in following or "been" in following)


def is_said_by_others(reading: Grammar, first: int) -> bool:
    """Whether others say or think the clause at `first`: they say I'm a coward, but not: I think I'm a coward."""
    words, verb = reading.words, first - 1
    while verb > 0 and reading.near_list[verb + 1] and words[verb] in _TOLD:
        verb -= 1
    if verb < 0 or not reading.near_list[verb + 1] or words[verb] not in _SAID:
        return False
    before = words[max(verb - 2, 0) : verb]
    # let me say I'm a fighter
    is_own = any(word == "let" or word.split("'")[0] == "i" for word in before)
    return not is_own or any(word in _PASSIVE for word in before)
