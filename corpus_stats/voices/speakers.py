"""Whom a source means: its name, or the description that it refers back to; and whether it is named at all.

Pronouns, relative pronouns and definite descriptions (the official, the statement) are followed back within their
document, nearest first, and only to what agrees with them in number and gender.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from ..grammar.arrays import COMMA, QUOTE
from ..grammar.classes import PREPOSITION
from ..mentions import Names
from .clauses import REACH, Reader, group_end, group_start, view_at
from .naming import NameLists, Said, Story, described, entity_of, head_end, is_acronym
from .offices import holds, office_holders, telling
from .outlets import is_medium, is_same_outlet
from .subjects import spoken

__all__ = ["SOURCE_KINDS", "speakers", "via"]

SOURCE_KINDS = ("named", "anonymous", "self")

_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_ITS = frozenset("it its itself".split())
_THEIRS = frozenset("they them their".split())
_OURS = frozenset("we us our i my me".split())
_RELATIVES = frozenset("who which that whose whom".split())
_PRONOUNS = frozenset(_GENDERS) | _ITS | _THEIRS | _OURS | _RELATIVES
_TEXTS = frozenset(
    form
    for word in (
        "statement report letter document study poll survey article memo post tweet filing lawsuit complaint "
        "indictment email message note story paper speech transcript communique figure estimate analysis"
    ).split()
    for form in (word, word + "s")
)
_TOLD = frozenset("told tell tells telling".split())
_EXCHANGES = frozenset(
    "statement statements interview interviews email e-mail message comments remarks spoke speaking".split()
)
_FAR = 20
# How far a pronoun looks back, in sentences and in names; and at how many times that a text was spoken of.
_SENTENCES = 8
_NAMES = 12
_TIMES = 3


def speakers(
    reader: Reader,
    names: Names,
    sources: Sequence[tuple[int, int] | None],
) -> list[tuple[str | None, str]]:
    """Speaker and kind of every attribution, in the order of the text.

    Parameters
    ----------
    reader : Reader
    names : Names
        Of the same tokens.
    sources : sequence of (int, int) or None
        Token spans as `sources.source_of` gives them; None where an attribution has no source.

    Returns
    -------
    list of (str or None, str)
        The longest form of a name, or the description as written; and one of `SOURCE_KINDS`. A description that names
        nobody is anonymous, also where it says whose (the minister's spokesman); a body of a named country or person
        (the Syrian government) is named. (None, "") where there is no source.
    """
    tokens = reader.grammar.tokens
    bounds = tokens.bounds.tolist()
    spans = names.first.tolist(), names.last.tolist()
    lists = NameLists(names.entities.tolist(), *spans, telling(reader, names))
    story: Story | None = None
    document = -1
    found: list[tuple[str | None, str]] = []
    for source in sources:
        if source is None:
            found.append((None, ""))
            continue
        while story is None or source[0] >= bounds[document + 1]:
            document += 1
            story = Story(reader, names, lists, document)
        said = _resolved(story, source)
        story.add(said, reader.sentences[source[0]])
        found.append((said.text, said.kind))
    return found


def via(reader: Reader, names: Names, cue_last: int) -> str | None:
    """News medium, or the outlet itself, that was told: officials told Bloomberg, he said in a statement to Reuters.

    Read from the words behind a cue that ends at `cue_last`, in its sentence.
    """
    words = reader.words
    _, last = reader.sentence(cue_last - 1)
    if words[cue_last - 1] in _TOLD:
        return _medium_at(reader, names, cue_last, last)
    for i in range(cue_last + 1, min(last, cue_last + _FAR)):
        if words[i] in ("to", "with") and words[i - 1] in _EXCHANGES:
            return _medium_at(reader, names, i + 1, last)
    return None


def _medium_at(reader: Reader, names: Names, start: int, last: int) -> str | None:
    start += start < last and reader.words[start] == "the"
    occurrence = names.occurrence_list[start] if start < last else -1
    if occurrence < 0:
        return None
    name = names.entity_names[int(names.entities[occurrence])]
    outlet = names.tokens.corpus.documents[int(names.documents[occurrence])].outlet
    return name if is_medium(name) or (outlet and is_same_outlet(name, outlet)) else None


# ------------------------------------------------------------------------------------------------------ as written


def _resolved(story: Story, source: tuple[int, int]) -> Said:
    words = story.reader.words
    first, last = source
    if last - first > 1 and (words[last - 1] == "'s" or words[last - 1] in _RELATIVES):
        last -= 1
    if last - first == 1:
        word = words[first].partition("'")[0]
        found = _antecedent(story, first, word) if word in _PRONOUNS and not is_acronym(story.reader, first) else None
        if found is not None:
            return found
    said = described(story, first, last)
    if said.kind == "anonymous":
        author = _author(story, first, last) if said.head in _TEXTS else None
        if author is None and _is_definite(story.reader, first, last):
            author = _referred(story, said, first)
        return author or said
    return said


def _is_definite(reader: Reader, first: int, last: int) -> bool:
    return (reader.words[first] in ("the", "that", "this") and 1 < last - first <= 4) or last - first == 1


def _author(story: Story, first: int, last: int) -> Said | None:
    """Whose a text is: the bank's report, a statement from the ministry."""
    reader = story.reader
    end = head_end(story, first, last)
    for i in range(first + 1, end):
        if reader.words[i] == "'s":
            return _speaking(described(story, first, i))
    for i in range(end, min(last - 1, end + 3)):
        if reader.words[i] in ("by", "from"):
            return _speaking(described(story, i + 1, last))
    return None


def _speaking(said: Said) -> Said | None:
    return said if said.kind != "anonymous" or said.is_person or said.is_plural or said.is_body else None


# ----------------------------------------------------------------------------------------------------- followed back


def _antecedent(story: Story, position: int, word: str) -> Said | None:
    reader = story.reader
    if word in _RELATIVES:
        return _before_relative(story, position)
    if word in _OURS:
        if reader.quotes[position] < 0:
            return _outlet(story)
        return story.said[-1][1] if story.said else None
    own = _subject_beside(story, position, word)
    if own is not None:
        return own
    since = reader.sentences[position] - _SENTENCES
    sentence, said = next(((at, one) for at, one in story.since(since) if _agrees(one, word)), (-1, None))
    subject = _subject_name(story, position, word)
    if subject is not None and (said is None or subject[0] > sentence):
        said = subject[1]
    if said is None and word in _GENDERS:
        # a name of which nothing is known but that it has spoken
        spoke = next((one for _, one in story.since(since) if one.is_unknown and not one.is_plural), None)
        return spoke or _acting(story, position)
    return said


def _agrees(said: Said, word: str) -> bool:
    if word in _GENDERS:
        return said.is_person and not said.is_plural and said.gender in ("", _GENDERS[word])
    if word in _ITS:
        return not said.is_person and not said.is_plural and said.head not in _PRONOUNS
    return said.is_plural or not said.is_person


def _subject_name(story: Story, position: int, word: str) -> tuple[int, Said] | None:
    """Name that agrees, the first of its sentence, in the sentences before, else the nearest before; its sentence."""
    reader = story.reader
    start = int(reader.grammar.tokens.bounds[story.document])
    here = reader.sentences[position]
    last = bisect_left(story.lists.firsts, position)
    best: tuple[int, int] | None = None
    nearest = -1
    for occurrence in range(last - 1, max(last - 1 - _NAMES, -1), -1):
        first = story.lists.firsts[occurrence]
        sentence = reader.sentences[first]
        if first < start or here - sentence > _SENTENCES or (best is not None and sentence < best[0]):
            break
        said = entity_of(story, occurrence)
        if said.kind == "self" or not _agrees(said, word) or (word in _THEIRS and not said.is_body):
            continue
        nearest = occurrence if nearest < 0 else nearest
        if sentence < here:
            best = sentence, occurrence
    chosen = best[1] if best is not None else nearest
    return (reader.sentences[story.lists.firsts[chosen]], entity_of(story, chosen)) if chosen >= 0 else None


def _acting(story: Story, position: int) -> Said | None:
    """Name that opens a sentence before and does what persons do, of which no more is known: Dunleavy, who; told."""
    reader, held = story.reader, story.names.occurrence_list
    start, here = int(reader.grammar.tokens.bounds[story.document]), reader.sentences[position]
    for number in range(here - 1, max(here - 1 - _TIMES, -1), -1):
        first = reader.bounds[number]
        if first < start:
            break
        end = first + 1 if held[first] < 0 else story.lists.lasts[held[first]]
        is_doing = end < position and (reader.words[end] == "who" or reader.words[end] in spoken())
        if not is_doing or not reader.capitals[first] or reader.quotes[first] >= 0:
            continue
        said = described(story, first, end)
        if said.kind == "named" and not said.is_plural and (said.is_unknown or held[first] < 0) and not said.is_body:
            return said
    return None


def _subject_beside(story: Story, position: int, word: str) -> Said | None:
    """Last name before a pronoun in its own sentence that a finite verb follows: Smith left after he ..."""
    reader = story.reader
    first, last = reader.sentence(position)
    is_tail = (
        position + 1 < last and reader.words[position + 1] in spoken() and reader.marks[position] & (COMMA | QUOTE)
    )
    if is_tail or position == first or word not in _GENDERS:
        return None
    view = view_at(reader, position, first, last)
    for occurrence in range(bisect_left(story.lists.firsts, position) - 1, -1, -1):
        start, end = story.lists.firsts[occurrence], story.lists.lasts[occurrence]
        if start < view.first:
            break
        if start in view.hidden or end >= position or not view.is_finite(end):
            continue
        said = entity_of(story, occurrence)
        if _agrees(said, word):
            return said
    return None


def _before_relative(story: Story, position: int) -> Said | None:
    reader = story.reader
    first, last = reader.sentence(position)
    view = view_at(reader, position, first, last)
    start, end = group_start(view, position), position
    while start < end and reader.words[position] in ("who", "whom"):
        # farmers in Kent, who: a place says nothing
        is_tied = start - 1 > first and reader.classes[start - 1] & PREPOSITION
        if not is_tied or _can_speak(story, start, end) or group_start(view, start - 1) >= start - 1:
            break
        start, end = group_start(view, start - 1), start - 1
    if start >= end:
        return None
    is_pronoun = position - start == 1 and reader.words[start] in _PRONOUNS - _RELATIVES
    return _antecedent(story, start, reader.words[start]) if is_pronoun else described(story, start, end)


def _can_speak(story: Story, first: int, last: int) -> bool:
    said = described(story, first, last)
    return said.is_person or said.is_plural or (said.kind != "anonymous" and said.is_body)


def _outlet(story: Story) -> Said | None:
    outlet = story.reader.grammar.tokens.corpus.documents[story.document].outlet
    return Said(outlet, "self") if outlet else None


def _referred(story: Story, said: Said, position: int) -> Said | None:
    """Whom a definite description refers back to: the president, the ministry, the official, the statement."""
    reader = story.reader
    limit = min(position + len(said.text.split()), len(reader.words))
    end = next((i for i in range(position, limit) if reader.words[i] == said.head), position)
    modifiers = range(position + 1, end)
    wanted = [reader.words[i] for i in modifiers]
    for one in story.called(said.head):
        words = one.text.casefold().split()
        if len(words) > len(said.text.split()) and all(word in words for word in wanted):
            return one
    for occurrence in office_holders(story, said.head, position):
        one = entity_of(story, occurrence)
        if said.is_body:
            is_same = all(word in one.text.casefold() for word in wanted)
        else:
            is_same = holds(story, occurrence, said.head, modifiers) and not _clashes(reader, position, one)
        if is_same:
            return one
    return _author_before(story, said, position) if said.head in _TEXTS else None


def _clashes(reader: Reader, position: int, said: Said) -> bool:
    """Whether the first pronoun behind a description tells another gender: the minister said she would go."""
    last = min(reader.sentence(position)[1], position + _FAR)
    genders = (
        _GENDERS[reader.words[i]]
        for i in range(position, last)
        if reader.words[i] in _GENDERS and reader.quotes[i] == reader.quotes[position]
    )
    return bool(said.gender) and next(genders, said.gender) != said.gender


def _author_before(story: Story, said: Said, position: int) -> Said | None:
    """Whose the text is that was spoken of before: a statement by the ministry ... the statement; it reported ..."""
    reader = story.reader
    start = max(int(reader.grammar.tokens.bounds[story.document]), position - REACH)
    spoken_of = (i for i in range(position - 1, start - 1, -1) if reader.words[i] == said.head)
    for i in islice(spoken_of, _TIMES):
        first, last = reader.sentence(i)
        view = view_at(reader, i, first, last)
        author = _author(story, group_start(view, i + 1), group_end(view, i, min(last, i + 12)))
        if author is not None:
            return author
    recent = story.since(reader.sentences[position] - _SENTENCES)
    return next((one for sentence, one in recent if _has_word(reader, sentence, said.head)), None)


def _has_word(reader: Reader, sentence: int, word: str) -> bool:
    first, last = reader.bounds[sentence], reader.bounds[sentence + 1]
    return any(other.startswith(word) for other in reader.words[first : min(last, first + REACH)])
