"""Where words and sentences begin and end in a piece of text (offsets only; nothing is edited)."""

from __future__ import annotations

import re

import regex

from ..language import STOP_WORDS

__all__ = ["line_spans", "sentence_spans", "token_spans"]

# Invisible characters stand inside words (soft hyphen, zero width space and joiners); so do combining marks.
_LETTER = r"[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060\ufeff--[\p{Han}\p{Hiragana}\p{Thai}\p{Lao}\p{Khmer}]]"
_APOSTROPHE = "['\u2019\u2018\u02bc\uff07]"
_HYPHEN = "[-\u2010\u2011\ufe63\uff0d]"
_POSSESSIVE = rf"{_APOSTROPHE}[sS](?!{_LETTER})"
_WORD = rf"{_LETTER}+(?:(?!{_POSSESSIVE})(?:{_APOSTROPHE}|{_HYPHEN}|&(?=\p{{Lu}})){_LETTER}+)*"
_TOKEN = regex.compile(
    rf"""
      https?://[^\s<>"\u201c\u201d]*[\p{{L}}\p{{N}}/]                    # an address on the web is one token
    | (?:\p{{Lu}}\.){{2,}}(?:\p{{Lu}}(?!{_LETTER}))?(?:{_HYPHEN}{_WORD})? # U.S., U.N.-backed
    | \p{{N}}+(?:[.,:]\p{{N}}+)*(?:{_LETTER}|{_HYPHEN}(?={_LETTER}))*    # 1,000  2.5  18:30  112th  20-year-old
    | {_WORD}
    | (?<=[\p{{L}}\p{{M}}\p{{N}}.]){_POSSESSIVE}                         # the possessive is a token of its own
    | [\p{{Han}}\p{{Hiragana}}\p{{Thai}}\p{{Lao}}\p{{Khmer}}]            # scripts that write no spaces: by character
    """,
    regex.VERBOSE | regex.V1,
)
_VISIBLE = regex.compile(r"[\p{L}\p{N}]")

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# A stop, its closing marks, and what follows it. Bounded, so that a line of stops stays linear.
_STOP = re.compile(
    "(?P<stop>[.!?\u2026\u061f\u06d4]{1,8})(?P<close>[\"'\u201d\u2019\u00bb)\\]]{0,4})"
    "(?P<gap>[ \\t\u00a0\u202f\u2009]+)"
    "(?=(?P<open>[\"'\u201c\u2018\u00ab(\\[]{0,3})(?P<next>\\S))"
    "|(?P<wide>[\u3002\uff01\uff1f][\u300d\u300f\u201d\uff09]{0,4})"
)
_BEFORE = re.compile(r"[^\s\"'\u201c\u2018(\[]+$")
_NEXT_WORD = re.compile(r"[^\W\d_]+")

_WRAPPED_WIDTH = 45

_TITLES = frozenset(
    "adm brig capt col dr fr gen gov hon lt maj messrs mr mrs ms mt pres prof rep reps rev sen sens sgt supt st v vs "
    "art fig figs pp vol ed eds est approx ca cf e.g i.e viz sq dept".split()
)
_NUMBERED = frozenset({"no", "nos"})
# These may also end a sentence: it ends where a word follows that rarely stands inside one with a capital.
_ENDINGS = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "bros co corp inc ltd llc plc jr sr etc al ft min max a.m p.m ph.d m.d u.s u.k u.n e.u d.c".split()
)
_STARTERS = frozenset(
    "a about according after all also although among an and another any as at because before both but by despite "
    "during each even every few for from had has have he her here his how however i if in instead is it its last many "
    "meanwhile more most neither no nor not now of on once one only or other others our over perhaps she since so "
    "some still such than that the their then there these they this those though through to two under until was we "
    "were what when where whether which while who why with without yet you".split()
)


def token_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Half-open character spans of the tokens between `start` and `end`, in order, none overlapping.

    Every letter and every digit lies in exactly one of them.
    """
    stop = len(text) if end is None else end
    spans = [match.span() for match in _TOKEN.finditer(text, start, stop)]
    # A run of nothing but invisible characters or marks is no word.
    return [(a, b) for a, b in spans if text[a].isalnum() or _VISIBLE.search(text, a, b)]


def line_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open character spans of the lines between `start` and `end`, white space at their ends left out.

    Lines of a paragraph that was wrapped at a fixed width are taken together: a single line break after a long line
    without a stop, where the sentence goes on with a lower-case letter or after a comma or function word.
    """
    spans: list[tuple[int, int]] = []
    for match in _LINE.finditer(text, start, end):
        line = match[0]
        left = match.start() + len(line) - len(line.lstrip())
        right = match.end() - (len(line) - len(line.rstrip()))
        if left >= right:
            continue
        if spans and _is_wrapped(text, spans[-1], left):
            spans[-1] = spans[-1][0], right
        else:
            spans.append((left, right))
    return spans


def _is_wrapped(text: str, line: tuple[int, int], following: int) -> bool:
    breaks = text[line[1] : following].replace("\r\n", "\n").strip(" \t\u00a0")
    last = max(text.rfind("\n", line[0], line[1]) + 1, line[0])
    if breaks not in ("\n", "\r") or line[1] - last < _WRAPPED_WIDTH or text[line[1] - 1] in ".!?\u2026:;":
        return False
    if text[following].islower() or text[line[1] - 1] == ",":
        return True
    return text[last : line[1]].rsplit(None, 1)[-1].lower() in STOP_WORDS


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Half-open character spans of the sentences between `start` and `end`: split at line breaks, then by rule.

    A stop ends a sentence unless it belongs to a title, an initial or an abbreviation, or a lower-case letter follows.
    """
    sentences = []
    for left, right in line_spans(text, start, len(text) if end is None else end):
        begin = left
        for match in _STOP.finditer(text, left, right):
            if match["wide"] is not None:
                if match.end() < right:
                    sentences.append((begin, match.end()))
                    begin = match.end()
            elif _ends_sentence(text, begin, match):
                sentences.append((begin, match.end("close")))
                begin = match.end("gap")
        if begin < right:
            sentences.append((begin, right))
    return sentences


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    following = match["next"]
    if following.islower():
        return False
    if match["stop"] != "." or match["close"]:
        return True
    before = _BEFORE.search(text, max(begin, match.start() - 24), match.start())
    if before is None:
        return True
    word = before[0]
    lower = word.lower()
    if lower in _TITLES:
        return False
    if lower in _NUMBERED:
        return not following.isdigit()
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    if is_initial or lower in _ENDINGS or _is_dotted(word):
        next_word = _NEXT_WORD.match(text, match.start("next"))
        return bool(match["open"]) or (next_word is not None and next_word[0].lower() in _STARTERS)
    return True


def _is_dotted(word: str) -> bool:
    return "." in word and all(len(piece) == 1 for piece in word.split("."))
