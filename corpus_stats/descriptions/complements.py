"""Complements of verbs that say what somebody is: a ruthless tactician, the devil, “a puppet of foreign powers”.

Throughout this module positions are token positions and spans are half-open.
"""

from __future__ import annotations

from ..grammar import Grammar
from ..grammar import classes as c
from ..grammar.marks import APOSTROPHE, COMMA, QUOTE
from .appositions import after_comma
from .coordination import coordinated
from .groups import forward, is_thinglike, of_phrase
from .joints import CLOSED, Span, grades
from .nouns import is_whole, role_at, same_sentence
from .words import ARTICLES, GENERIC, NOT_SAID, REFLEXIVES, STANDING, VAGUE

__all__ = ["as_standing", "besides", "complement"]

_CLAUSAL = frozenset("that which who whom of".split())
_INDEFINITE = frozenset("a an another".split())
_UNTELLING = VAGUE | NOT_SAID
_SKIPPED = frozenset("to be being both like".split())
_LONGEST_QUOTED, _PHRASE, _BESIDES = 7, 7, 9
# Two words that praise together: the real deal.
_IDIOMS = frozenset({("real", "deal"), ("real", "thing"), ("real", "mccoy"), ("genuine", "article")})
# Before "but a": all but a few, nothing but a.
_EXCEPTED = frozenset("all anything anybody everybody everything everyone no nobody none nothing".split())
# Words before a complement that deny or assert nothing of it.
_PREFACES = tuple(
    tuple(one.split())
    for one in (
        "little more than", "nothing more than", "nothing less than", "nothing but", "none other than",
        "something of", "more of", "every bit", "every inch", "but", "nothing short of", "nothing if not",
        "first and foremost", "at once", "above all", "at heart", "at best", "at worst", "too much of",
        "much of", "enough of", "a bit of", "a kind of", "a sort of", "among", "as much",
    )
)  # fmt: skip
_NO_NOUN = c.ADJECTIVE | c.PARTICIPLE | c.VERB_ING | c.ADVERB | c.NUMBER | c.TIME


def complement(
    reading: Grammar,
    start: int,
    *,
    of_body: bool,
    is_copular: bool = False,
    is_named: bool = False,
    is_parted: bool = False,
) -> list[Span]:
    """Labels of the complement at `start`, and of those that *and* joins to it.

    After a verb of being (`is_copular`) a label has an article, a possessor, or is a role; after a verb of naming
    (`is_named`) quoted words are one too, whatever they are: dubbed “anti-reform”. With `is_parted` a comma stands
    before.
    """
    if not is_parted and (start >= len(reading.words) or not reading.near_list[start]):
        return []
    found = _complement(reading, start, of_body=of_body, is_copular=is_copular, is_named=is_named)
    if found is None:
        return []
    joined = coordinated(reading, found[1], of_body=of_body)
    return [found, *(joined or (_quoted_too(reading, found[1], of_body=of_body) if is_named else []))]


def _quoted_too(reading: Grammar, end: int, *, of_body: bool) -> list[Span]:
    """Label in quotation marks that *and* joins to one: (called Lee “a clown”) and “the fall guy”."""
    words, start = reading.words, end + 1
    is_joined = start < len(words) and words[end] in ("and", "or") and all(reading.near_list[end : start + 1])
    if not is_joined or not reading.mark_list[start] & (QUOTE | APOSTROPHE):
        return []
    found = _complement(reading, start, of_body=of_body, is_copular=False, is_named=True)
    if found is None or (found[1] < len(words) and reading.near_list[found[1]] and not reading.mark_list[found[1]]):
        return []
    return [found]


def besides(reading: Grammar, start: int, *, of_body: bool) -> list[Span]:
    """Label that *but* or *and* joins to an adjective at `start`: (was) generous with tips but “a control freak”.

    Behind a preposition *and* joins what it governs: was close to a judge and a minister.
    """
    words, n, is_governed = reading.words, len(reading.words), False
    if start >= n or not reading.class_list[start] & c.ADJECTIVE:
        return []
    for joint in range(start + 1, min(start + _BESIDES, n - 1)):
        bits = reading.class_list[joint]
        is_verb = bits & (c.VERB | c.COPULA | c.AUXILIARY | c.RELATIVE | c.SUBORDINATOR) and not bits & c.PREPOSITION
        if not same_sentence(reading, joint) or is_verb or words[joint] in _EXCEPTED:
            return []
        if words[joint] == "but" or (words[joint] == "and" and not is_governed):
            article = joint + 1
            found = role_at(reading, article, of_body=of_body) if words[article] in _INDEFINITE else None
            # late but a good sport
            is_said = reading.mark_list[article] & (QUOTE | APOSTROPHE) or (
                words[joint] == "but" and joint == start + 1
            )
            if words[article] in _INDEFINITE and is_said:
                found = found or _complement(reading, article, of_body=of_body, is_copular=True, is_named=False)
            return [found] if found and is_whole(reading, found[1]) and not _is_verb(reading, found[1]) else []
        is_governed = is_governed or bool(bits & c.PREPOSITION)
    return []


def _is_verb(reading: Grammar, position: int) -> bool:
    return position < len(reading.words) and bool(reading.near_list[position] and reading.class_list[position] & c.VERB)


def as_standing(reading: Grammar, start: int, *, of_body: bool) -> list[Span]:
    """Labels behind a noun of standing: (has) a reputation as a bully, (his) role as chairman."""
    for position in range(start, min(start + _PHRASE, len(reading.words) - 2)):
        if not reading.near_list[position + 1]:
            return []
        if reading.words[position] in STANDING:
            # made a name for himself as
            is_own = reading.words[position + 1] == "for" and reading.words[position + 2] in REFLEXIVES
            as_at = position + 1 + 2 * is_own
            if reading.words[as_at : as_at + 1] == ["as"]:
                return complement(reading, as_at + 1, of_body=of_body)
        if reading.class_list[position] & (c.AUXILIARY | c.PREPOSITION | c.CONJUNCTION | c.PRONOUN) & ~c.OWNER:
            return []
    return []


def _complement(reading: Grammar, start: int, *, of_body: bool, is_copular: bool, is_named: bool) -> Span | None:
    n, words, given = len(reading.words), reading.words, start
    while start + 1 < n and words[start] in _SKIPPED:
        start += 1
    start += next((len(one) for one in _PREFACES if tuple(words[start : start + len(one)]) == one), 0)
    if words[start : start + 1] in (["less"], ["more"]) and words[start + 1 : start + 2] in (["a"], ["an"]):
        start = _of_two(reading, start)
    if start >= n or not (start == given or reading.near_list[start]):
        return None
    is_bare = is_named and not reading.class_list[start] & (c.DETERMINER | c.OWNER)
    if is_bare and (whole := _quoted(reading, start, is_named=True)):
        return whole
    if words[start] == "the" and tuple(words[start + 1 : start + 3]) in _IDIOMS:
        return (start + 1, start + 3) if _ends_idiom(reading, start + 3) else None
    if words[start] in ("part", "half"):
        return _parts(reading, start)
    is_one = words[start : start + 2] == ["one", "of"] or words[start - 1] == "among"
    if is_one and words[start] == "one" and start + 2 < n and all(reading.near_list[start + 1 : start + 3]):
        start += 2
    found = role_at(reading, start, of_body=of_body)
    if found is not None:
        is_marked = words[start] in ARTICLES or reading.class_list[start] & (c.OWNER | c.DETERMINER)
        is_owned = found[0] > 0 and reading.class_list[found[0] - 1] & c.POSSESSIVE
        has_office = found[1] < n and words[found[1] - 1] != words[start] and "of" in words[found[0] : found[1]]
        is_told = is_marked or is_owned or is_one or has_office or not is_copular
        # the firm are thieves
        is_told = is_told or (of_body and bool(reading.class_list[found[1] - 1] & c.PERSON_NOUN))
        return found if is_told or _is_office(reading, found) else None
    plain = _unlisted(reading, start, of_body=of_body, is_copular=is_copular, is_one=is_one)
    found = plain or _quoted(reading, start, is_named=is_named)
    return _qualities(reading, start) if found is None and is_named and not of_body else found


def _ends_idiom(reading: Grammar, end: int) -> bool:
    """Whether nothing that says which belongs to an idiom: the real thing, but not: the real thing they fear."""
    return end >= len(reading.words) or not reading.near_list[end] or not _opens_relative(reading, end)


def _opens_relative(reading: Grammar, end: int) -> bool:
    bits = reading.class_list[end]
    return bool(bits & (c.PRONOUN | c.RELATIVE | c.DETERMINER | c.OWNER)) or reading.words[end] in _CLAUSAL


def _is_office(reading: Grammar, span: Span) -> bool:
    """Whether a role without an article is a noun beyond doubt: was captain, became prime minister."""
    head = span[1] - 1 if "of" not in reading.words[slice(*span)] else reading.words.index("of", span[0]) - 1
    bits = reading.class_list[head]
    is_noun = bits & (c.PERSON_NOUN | c.TITLE) and not bits & (c.ADJECTIVE | c.PLURAL | c.VERB)
    # closer to power
    is_compared = span[1] < len(reading.words) and reading.words[span[1]] in ("to", "than")
    is_led = not reading.class_list[span[0]] & (c.ADVERB | c.NEGATION) and not is_compared
    return bool(is_noun and is_led and not reading.capital_list[span[0]])


def _of_two(reading: Grammar, start: int) -> int:
    """Where that one of two begins which is meant: (less a leader than) a thug, (more) a thug than a leader."""
    if reading.words[start] == "more":
        return start + 1
    behind = range(start + 2, min(start + _LONGEST_QUOTED, len(reading.words)))
    return next((i + 1 for i in behind if reading.words[i] == "than"), len(reading.words))


def _unlisted(reading: Grammar, start: int, *, of_body: bool, is_copular: bool, is_one: bool) -> Span | None:
    """Label whose noun is on no list, after an article."""
    begin, end = forward(reading, start)
    word = reading.words[start]
    if end - begin < 1 or begin == start or reading.words[end - 1] in _UNTELLING:
        return None
    if reading.words[end - 1] in GENERIC and end - begin == 1:
        # the woman who would end the war
        is_told = word == "the" and end < len(reading.words) and reading.near_list[end] and reading.words[end] == "who"
        return (begin, end) if is_told else None
    bits, phrase = reading.class_list[end - 1], of_phrase(reading, end)
    # one of the reasons
    if is_one and reading.words[end - 1].removesuffix("s") in _UNTELLING:
        return None
    # an embarrassment is no quality
    bits &= ~c.ADJECTIVE if reading.words[end - 1].endswith("ment") else ~0
    if word in _INDEFINITE:
        is_noun = not bits & _NO_NOUN
        # a radical, a lesser evil
        is_short = end - begin == 1 or (end - begin == 2 and _is_plain(reading, begin))
        is_quality = bits & c.ADJECTIVE and (phrase > end or (is_short and _ends_group(reading, end)))
        return (begin, phrase) if is_noun or is_quality else None
    if word == "the" and not is_copular:
        return None if bits & _NO_NOUN else (begin, phrase)
    if word == "the" and is_copular and reading.words[begin] in NOT_SAID and not grades(reading, begin):
        return None
    if word == "the" and phrase > end and not bits & _NO_NOUN and (not of_body or is_thinglike(reading, end - 1)):
        return begin, phrase
    if word == "the" and not of_body and (is_thinglike(reading, end - 1) or is_one or _is_kind(reading, begin, end)):
        return begin, phrase
    # he is our Sankara, Africa's answer to Bono
    is_owned = reading.class_list[start] & c.OWNER or reading.class_list[begin - 1] & c.POSSESSIVE
    is_name = reading.capital_list[end - 1] and not bits & _NO_NOUN
    return (begin, phrase) if is_owned and (is_name or is_thinglike(reading, end - 1)) else None


def _is_plain(reading: Grammar, position: int) -> bool:
    """Whether a word is an adjective and nothing else."""
    bits = reading.class_list[position]
    return bool(bits & c.ADJECTIVE) and not bits & ~c.ADJECTIVE and reading.words[position] not in _UNTELLING


def _is_kind(reading: Grammar, begin: int, end: int) -> bool:
    """Whether a noun for anybody has a word before it that says who: the fall guy, the kindest man; not: the other."""
    before = reading.words[end - 2]
    bits = reading.class_list[end - 2]
    is_said = not bits & (c.ADJECTIVE | c.ADVERB | c.NUMBER | c.PARTICIPLE) or before.endswith("est")
    return end - begin > 1 and reading.words[end - 1] in GENERIC and before not in NOT_SAID and is_said


def _parts(reading: Grammar, start: int) -> Span | None:
    """Label like *part prophet, part salesman*."""
    end, n_parts = start, 0
    while end < len(reading.words) and reading.words[end] == reading.words[start]:
        begin, stop = forward(reading, end + 1)
        if stop == begin:
            break
        end, n_parts = stop, n_parts + 1
        is_joined = end + 1 < len(reading.words) and reading.words[end] == "and"
        if not is_joined and not (end < len(reading.words) and reading.mark_list[end] == COMMA):
            break
        end += is_joined
    end -= reading.words[end - 1] == "and"
    return (start, end) if n_parts > 1 else None


def _quoted(reading: Grammar, start: int, *, is_named: bool) -> Span | None:
    """Label that is the whole of what quotation marks enclose: known as “God”, dubbed “arrogant and dishonest”."""
    if not reading.mark_list[start] & (QUOTE | APOSTROPHE):
        return None
    n, classes = len(reading.words), reading.class_list
    end = start + 1
    while end < n and not reading.mark_list[end] & (QUOTE | APOSTROPHE):
        end += 1
        if end - start > _LONGEST_QUOTED:
            return None
    while start < end and classes[start] & c.DETERMINER:
        start += 1
    inner = range(start, end)
    is_clause = any(classes[i] & (c.AUXILIARY | c.COPULA | c.RELATIVE | c.PRONOUN) for i in inner)
    # a liar and a thief are two
    is_list = any(classes[i] & c.CONJUNCTION and classes[i + 1] & c.DETERMINER for i in range(start, end - 1))
    if start == end or is_clause or is_list or reading.sentence_list[start] != reading.sentence_list[end - 1]:
        return None
    if is_named:
        return start, end
    is_pair = any(reading.words[i] == "and" for i in inner) and classes[start] & c.ADJECTIVE
    is_noun = is_pair or not classes[end - 1] & (_NO_NOUN | CLOSED | c.VERB)
    is_led = not classes[start] & (c.VERB | c.PARTICIPLE | c.PREPOSITION | c.ADVERB | c.VERB_ING)
    return (start, end) if is_noun and is_led else None


def _qualities(reading: Grammar, start: int) -> Span | None:
    """Adjectives without a noun that a verb of naming gives: described as brutal and vain."""
    end, classes, n = start, reading.class_list, len(reading.words)
    while end < n and (end == start or reading.near_list[end]) and classes[end] & (c.ADJECTIVE | c.ADVERB):
        end += 1
        if end + 1 < n and reading.words[end] == "and" and not classes[end + 1] & ~(c.ADJECTIVE | c.ADVERB):
            end += 2
    is_last = end > start and not classes[end - 1] & ~c.ADJECTIVE and classes[start] & (c.ADJECTIVE | c.ADVERB)
    is_closed = end >= n or not reading.near_list[end] or bool(classes[end] & (c.PREPOSITION | c.CONJUNCTION))
    is_said = reading.words[end - 1] not in NOT_SAID and reading.words[end : end + 1] != ["as"]
    return (start, end) if is_last and is_closed and is_said else None


def _ends_group(reading: Grammar, end: int) -> bool:
    """Whether nothing follows that an adjective could belong to: a visionary and, a radical who."""
    if not reading.near_list[end]:
        is_listed = after_comma(reading, end) == end and reading.class_list[end] & (c.ADJECTIVE | c.PARTICIPLE)
        return not is_listed and not (end < len(reading.words) and "-" in reading.words[end])
    return bool(reading.class_list[end] & (c.PREPOSITION | c.CONJUNCTION | c.RELATIVE))
