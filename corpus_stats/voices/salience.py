"""Who is in the foreground at a place of a document: whom a pronoun or a description may mean there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

import numpy as np

from ..grammar import classes as c
from ..grammar.marks import COMMA, QUOTE
from .clauses import REACH, Reader, view_at
from .heads import PRONOUNS
from .naming import Said, Story, described, entity_of
from .subjects import spoken
from .words import RELATIVES, are_words

__all__ = [
    "GENDERS",
    "ITS",
    "SENTENCES",
    "TIMES",
    "acting",
    "agrees",
    "described_anew",
    "introduced",
    "is_over",
    "is_pretended",
    "last_agreeing",
    "misread",
    "subject_beside",
    "subject_name",
]

GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
ITS = frozenset("it its itself".split())
# How far a pronoun looks back, in sentences and in names; and at how many times that a text was spoken of.
SENTENCES = 8
_NAMES = 12
TIMES = 3
# Nobody in particular: of these an article does not say who they are.
_ANYBODY = frozenset(
    """
    official spokesman spokeswoman spokesperson source diplomat aide adviser advisor lawyer attorney prosecutor officer
    witness expert analyst judge reporter journalist interviewer moderator assistant employee worker resident person
    man woman boy girl victim driver author writer user caller defendant plaintiff suspect patient student teacher
    """.split()
)
# the 29-year-old, the mother-of-two
_AGED = re.compile(r"\d+-year-old|.+-of-(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)")
_INDEFINITE = frozenset("a an another one some any".split())
_BEFORE = 4
_NEAR = 3
_ASIDE = 8
_RULERS = frozenset("president premier chancellor king queen pope emperor monarch ruler leader".split())
_FIRMS = frozenset("company firm bank carrier airline retailer manufacturer insurer developer supplier".split())
_ARMED = frozenset("militia faction movement paramilitaries".split())
_GROUPS = frozenset("group organisation organization charity nonprofit watchdog".split())
# What the name of a body may hold besides proper words, by the nouns that refer back to it.
_FIRM_WORDS = frozenset("corp inc ltd plc co group holdings company bank airlines airways industries energy".split())
_BODIES = (
    (_FIRMS, _FIRM_WORDS),
    (
        _ARMED,
        frozenset("forces force army front brigade brigades movement militia guard group battalion corps".split()),
    ),
    (_GROUPS, frozenset("group union association alliance coalition institute federation league society".split())),
)
_PRETENDED = frozenset("self-styled self-proclaimed self-declared self-appointed so-called would-be".split())
_KINDS = {"they": "body", "them": "body", "their": "body", "person": "person"}


def agrees(said: Said, word: str) -> bool:
    """Whether a pronoun may mean somebody who has spoken."""
    if word in GENDERS:
        return said.is_person and not said.is_plural and said.gender in ("", GENDERS[word])
    if word in ITS:
        return not said.is_person and not said.is_plural and said.head not in PRONOUNS
    return said.is_plural or not said.is_person


def last_agreeing(story: Story, since: int, word: str) -> tuple[int, Said | None]:
    """Last who has spoken from a sentence on and whom a pronoun may mean, and the sentence; (-1, None) for nobody."""
    for at, one in story.since(since):
        if agrees(one, word):
            return at, one
    return -1, None


def subject_name(story: Story, position: int, word: str) -> tuple[int, Said] | None:
    """Name that agrees with a pronoun, the first of its sentence, in the sentences before, else the nearest before.

    With the sentence of it. The word may be "person" too: of either gender.
    """
    lists, sentences = story.lists, story.reader.sentences
    entities, firsts, here = lists.entities, lists.firsts, sentences[position]
    fits = lists.fitting[GENDERS.get(word) or _KINDS.get(word, "thing")]
    is_person = word in GENDERS or word == "person"
    last = bisect_left(firsts, position)
    # the first of its sentence, or else the nearest of this one; and the sentences that may be looked at
    chosen, floor, near = -1, here - SENTENCES, here
    for occurrence in range(last - 1, max(last - 1 - _NAMES, -1), -1):
        first = firsts[occurrence]
        sentence = sentences[first]
        if first < story.start or sentence < floor:
            break
        if not fits[entities[occurrence]] or (sentence == here and chosen >= 0):
            continue
        if not is_person:
            said = entity_of(story, occurrence)
            if said.kind == "self" or not agrees(said, word):
                continue
        chosen, near = occurrence, sentence
        if sentence < here:
            floor = sentence
    return (near, entity_of(story, chosen)) if chosen >= 0 else None


def misread(story: Story, since: int) -> Said | None:
    """Last person who spoke, of a gender that was guessed, and wrongly; a given name tells it for sure."""
    reading = story.reader.grammar
    for _, one in story.since(since):
        if one.is_person and not one.is_plural:
            number = reading.tokens.id_of(one.text.split()[0].lower())
            given = 0 if number is None else int(reading.type_classes[number])
            return None if given & (c.GIVEN_NAME_F | c.GIVEN_NAME_M) else one
    return None


def acting(story: Story, position: int) -> Said | None:
    """Name that opens a sentence before and does what persons do, of which no more is known: Dunleavy, who; told."""
    reader, held = story.reader, story.names.occurrence_list
    here = reader.sentences[position]
    for number in range(here - 1, max(here - 1 - TIMES, -1), -1):
        first = reader.bounds[number]
        if first < story.start:
            break
        end = first + 1 if held[first] < 0 else story.lists.lasts[held[first]]
        is_doing = end < position and (reader.words[end] == "who" or reader.words[end] in spoken())
        if not is_doing or not reader.capitals[first] or reader.quotes[first] >= 0:
            continue
        said = described(story, first, end)
        if said.kind == "named" and not said.is_plural and (said.is_unknown or held[first] < 0) and not said.is_body:
            return said
    return None


def subject_beside(story: Story, position: int, word: str) -> Said | None:
    """Last name before a pronoun in its own sentence that a finite verb follows: Smith left after he ..."""
    reader = story.reader
    if word not in GENDERS:
        return None
    first, last = reader.sentence(position)
    # a man who, she said, had lied
    is_tail = (
        position + 1 < last
        and reader.marks[position] & (COMMA | QUOTE)
        and reader.words[position + 1] in spoken()
        and reader.words[position - 1] not in RELATIVES
    )
    if is_tail or position == first:
        return None
    lists, view = story.lists, None
    fits, floor = lists.fitting[GENDERS[word]], max(first, position - REACH)
    for occurrence in range(bisect_left(lists.firsts, position) - 1, -1, -1):
        start, end = lists.firsts[occurrence], lists.lasts[occurrence]
        if start < floor:
            break
        if not fits[lists.entities[occurrence]] or end >= position:
            continue
        verb = _behind_aside(reader, end, position)
        if not reader.flags.finite[verb]:
            continue
        view = view or view_at(reader, position, first, last)
        if start not in view.hidden and view.is_finite(verb):
            return entity_of(story, occurrence)
    return None


def _behind_aside(reader: Reader, end: int, limit: int) -> int:
    """Place behind a short aside that opens at `end`: Ann Lee, for the Crown, spent; `end` where there is none."""
    if not reader.marks[end] & COMMA or not reader.classes[end] & c.PREPOSITION:
        return end
    behind = range(end + 1, min(limit, end + _ASIDE))
    return next((i for i in behind if reader.marks[i] & COMMA), end)


def is_over(story: Story, said: Said, sentence: int, position: int) -> bool:
    """Whether somebody without a name, who spoke in a sentence of another paragraph, is out of sight at a position."""
    reader = story.reader
    if said.kind != "anonymous" or not said.is_person or reader.sentences[position] - sentence < 2:
        return False
    bounds = story.lists.paragraphs
    return bisect_right(bounds, reader.bounds[sentence]) != bisect_right(bounds, position)


def introduced(reader: Reader) -> dict[tuple[int, str], int]:
    """Nouns of persons and bodies that an indefinite word introduces, by document and noun: the first place of each."""
    reading, words = reader.grammar, reader.words
    is_indefinite, size = are_words(reading.tokens, sorted(_INDEFINITE)), len(reading.tokens)
    is_led = np.zeros(size + _BEFORE, dtype=bool)
    for back in range(1, _BEFORE + 1):
        is_led[back : back + size] |= is_indefinite
    is_noun = reading.has(c.PERSON_NOUN | c.TITLE | c.GROUP | c.ORGANISATION_NOUN)
    places = np.flatnonzero(is_noun & is_led[:size])
    documents = reading.tokens.bounds.searchsorted(places, side="right") - 1
    _, firsts = np.unique(documents.astype(np.int64) << 32 | reading.tokens.type_ids[places], return_index=True)
    firsts.sort()
    found: dict[tuple[int, str], int] = {}
    for document, place in zip(documents[firsts].tolist(), places[firsts].tolist(), strict=True):
        found.setdefault((document, words[place]), place)
    return found


def described_anew(story: Story, said: Said, first: int, end: int) -> Said | None:
    """Person whom a description that tells more means, and that was not spoken of before: the veteran striker.

    The first noun group of a source, ``first:end``, is definite and has words that tell who it is; the person is the
    one that the sentences before are about.
    """
    reader = story.reader
    if reader.words[first] != "the" or story.introduced.get((story.document, said.head), first) < first:
        return None
    is_known = (story.document, said.head) in story.offices.nouns and not is_pretended(reader, first, end)
    if said.is_body:
        return None if is_known or end - first > 2 else _body_anew(story, said, first)
    is_aged = _AGED.fullmatch(said.head) is not None and not said.is_plural
    if end - first == 2 and not is_known and not is_aged:
        return _ruling(story, said, first)
    is_telling = (end - first > 2 or "-" in reader.words[end - 1]) and "'s" not in reader.words[first:end]
    if not is_aged and (not said.is_person or said.is_plural or not is_telling or said.head in _ANYBODY):
        return None
    if is_known:
        return None
    found = subject_name(story, first, {"m": "he", "f": "she"}.get(said.gender, "person"))
    return found[1] if found is not None else None


def _ruling(story: Story, said: Said, first: int) -> Said | None:
    """Person whom an article speaks of most, where it speaks of "the president" without saying of which."""
    words = story.reader.words
    is_head = said.head == "head" and words[first + 2 : first + 4] in (["of", "state"], ["of", "government"])
    if not (is_head or said.head in _RULERS):
        return None
    occurrence = story.lists.foremost.get(story.document, -1)
    return entity_of(story, occurrence) if occurrence >= 0 else None


def _body_anew(story: Story, said: Said, first: int) -> Said | None:
    """Body that the sentences before are about, where a description fits its name: the company, the group."""
    if said.is_plural:
        return None
    wanted = next((allowed for heads, allowed in _BODIES if said.head in heads), None)
    if wanted is None:
        return None
    lists, here = story.lists, story.reader.sentences[first]
    last = bisect_left(lists.firsts, first)
    for occurrence in range(last - 1, max(last - 1 - _NAMES, -1), -1):
        start, end = lists.firsts[occurrence], lists.lasts[occurrence]
        if start < story.start or here - story.reader.sentences[start] > _NEAR:
            break
        kinds = [
            story.reader.words[i]
            for i in range(start, end)
            if story.reader.classes[i] & (c.GROUP | c.ORGANISATION_NOUN) and not story.reader.classes[i] & c.PERSON_NOUN
        ]
        may_be = lists.fitting["body"][lists.entities[occurrence]] or (
            wanted is _FIRM_WORDS and lists.fitting["unknown"][lists.entities[occurrence]]
        )
        if may_be and all(word in wanted for word in kinds):
            found = entity_of(story, occurrence)
            if found.kind != "self":
                return found
    return None


def is_pretended(reader: Reader, first: int, end: int) -> bool:
    """Whether the outlet denies that somebody holds the office it calls them by: the self-styled president."""
    return any(reader.words[i] in _PRETENDED for i in range(first, end))
