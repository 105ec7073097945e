"""Nouns and adjectives that introduce what somebody says or thinks, and the words that tie it to them.

As with verbs, the lists are written from general knowledge. What is tied by a preposition or by "to" is a stand that
the outlet ascribes (support for the deal), not words put into its sentence; what follows "that" is.
"""

from __future__ import annotations

__all__ = ["CLAUSE_NOUNS", "MATTERS", "NAMING_FORMS", "TIES"]


def _plural(word: str) -> str:
    return word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"


def _both(words: str) -> frozenset[str]:
    return frozenset(form for word in words.split() for form in (word, _plural(word)))


# Nouns that a clause opened by "that" may follow.
CLAUSE_NOUNS: frozenset[str] = _both(
    "claim allegation accusation assertion argument statement report suggestion belief view opinion idea notion theory "
    "warning promise pledge vow demand conclusion announcement rumor rumour speculation insistence fear concern hope "
    "complaint contention prediction assumption suspicion charge denial testimony assurance admission acknowledgment "
    "acknowledgement declaration proposal recommendation remark comment confidence perception impression expectation "
    "doubt worry conviction observation revelation disclosure estimate message assessment reminder guarantee threat "
    "sense feeling understanding recognition realization realisation consensus signal hint sign indication evidence "
    "finding position criticism retort line word"
)

# Nouns that stand for what was said or done, and say nothing of it.
MATTERS: frozenset[str] = _both(
    "claim charge allegation accusation report rumour rumor suggestion criticism remark comment move decision notion "
    "idea account story"
)
# Verbs behind "what he": what follows is what something is called.
NAMING_FORMS = frozenset(
    "called calls call described describes describe termed dubbed labelled labeled branded considered considers "
    "regarded regards deemed saw sees see".split()
)

_NOUN_TIES: tuple[tuple[str, str], ...] = (
    (
        "to",
        "promise pledge vow plan proposal desire intention decision refusal offer willingness commitment hope "
        "opposition objection demand call request reluctance eagerness determination agreement wish",
    ),
    (
        "for",
        "support praise disdain contempt admiration preference sympathy enthusiasm call demand appeal request hope "
        "affection respect distaste backing",
    ),
    (
        "of",
        "criticism hope fear warning accusation allegation suspicion condemnation endorsement denunciation praise "
        "promise denial rejection approval disapproval defense defence claim complaint",
    ),
    (
        "about",
        "concern question comment remark complaint doubt warning worry claim scepticism skepticism fear joke optimism "
        "pessimism",
    ),
    ("on", "attack comment remark position stance view"),
    ("against", "attack argument allegation accusation"),
    ("in", "belief confidence faith trust"),
    ("over", "concern fear anger outrage worry"),
)
_ADJECTIVE_TIES: tuple[tuple[str, str], ...] = (
    (
        "that",
        "confident convinced certain sure unsure aware unaware adamant hopeful optimistic afraid worried concerned "
        "sceptical skeptical doubtful proud glad happy pleased sorry disappointed grateful angry furious fearful "
        "frustrated surprised thankful wary insistent",
    ),
    (
        "about",
        "confident optimistic pessimistic worried concerned sceptical skeptical doubtful happy unhappy upset angry "
        "furious enthusiastic passionate excited nervous anxious cautious",
    ),
    (
        "of",
        "critical supportive dismissive afraid wary sceptical skeptical proud fearful suspicious contemptuous "
        "disdainful tired scornful fond",
    ),
    ("to", "willing unwilling eager reluctant determined keen hesitant opposed hostile sympathetic"),
    ("with", "frustrated disappointed impressed displeased unhappy angry comfortable uncomfortable"),
    ("by", "frustrated outraged appalled offended impressed"),
)

TIES: dict[str, frozenset[str]] = {}
"""Words by which a noun or an adjective is tied to its content, "that" among them, by form."""
for _tie, _words in _NOUN_TIES:
    for _word in sorted(_both(_words)):
        TIES[_word] = TIES.get(_word, frozenset()) | {_tie}
for _tie, _words in _ADJECTIVE_TIES:
    for _word in _words.split():
        TIES[_word] = TIES.get(_word, frozenset()) | {_tie}
for _word in sorted(CLAUSE_NOUNS):
    TIES[_word] = TIES.get(_word, frozenset()) | {"that"}
