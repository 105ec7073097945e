"""Whom a source means: its name, or the description that it refers back to; and whether it is named at all.

Pronouns, relative pronouns and definite descriptions (the official, the statement) are followed back within their
document, nearest first, and only to what agrees with them in number and gender.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..corpus import PART_KINDS
from ..grammar.classes import DETERMINER, NUMBER, PLURAL, PREPOSITION
from ..mentions import Names
from ..tokens import Tokens
from .clauses import REACH, Reader, group_end, group_start, view_at
from .following import edge_before_name
from .heads import NO_NAME, PRONOUNS, heads
from .naming import NameLists, Said, Story, described, entity_of, head_end, is_acronym
from .offices import Offices
from .plain_descriptions import descriptions
from .salience import (
    GENDERS,
    SENTENCES,
    TIMES,
    acting,
    agrees,
    described_anew,
    introduced,
    is_over,
    is_pretended,
    last_agreeing,
    misread,
    subject_beside,
    subject_name,
)
from .subjects import subject
from .words import RELATIVES, are_words

__all__ = ["SOURCE_KINDS", "Background", "speakers"]

SOURCE_KINDS = ("named", "anonymous", "self")

_TAILS = RELATIVES | {"'s"}
_OURS = frozenset("we us our i my me".split())
_TEXTS = frozenset(
    form
    for word in (
        "statement report letter document study poll survey article memo post tweet filing lawsuit complaint "
        "indictment email message note story paper speech transcript communique figure estimate analysis"
    ).split()
    for form in (word, word + "s")
)
# A letter seen by somebody is not theirs.
_READ = frozenset("seen obtained reviewed viewed read leaked received examined".split())
_HEADLINE = PART_KINDS.index("headline")
_FAR = 20
_NOTHING = (-1, -1)
_DENIALS = frozenset("deny denies denied reject rejects rejected dismiss dismisses dismissed dispute disputed".split())


class Background(NamedTuple):
    """What is read of a whole corpus before its sources are followed."""

    lists: NameLists
    offices: Offices
    introduced: dict[tuple[int, str], int]
    bounds: list[int]
    # of documents whose sources may not all have been followed
    stories: dict[int, Story]

    @classmethod
    def of(cls, reader: Reader, names: Names) -> Background:
        """Background of the sources of one corpus."""
        return cls(NameLists.of(names), Offices(reader, names), introduced(reader), names.tokens.bounds.tolist(), {})

    def story(self, reader: Reader, names: Names, document: int) -> Story:
        """What was read of a document so far."""
        if document not in self.stories:
            start = self.bounds[document]
            self.stories[document] = Story(reader, names, self.lists, self.offices, self.introduced, document, start)
        return self.stories[document]


def speakers(
    reader: Reader,
    names: Names,
    sources: Sequence[tuple[int, int] | None],
    background: Background | None = None,
    contents: Sequence[tuple[int, int]] = (),
) -> list[tuple[str | None, str]]:
    """Speaker and kind of every attribution, in the order of the text.

    Parameters
    ----------
    reader : Reader
    names : Names
        Of the same tokens.
    sources : sequence of (int, int) or None
        Token spans as `sources.source_of` gives them; None where an attribution has no source. Of each document they
        are all up to the last, or all behind those followed before with the same background.
    background : Background, optional
        Read anew where it is not given.
    contents : sequence of (int, int), optional
        Token span of what each attribution in the outlet's words gives somebody to say, empty for others.

    Returns
    -------
    list of (str or None, str)
        The longest form of a name, or the description as written; and one of `SOURCE_KINDS`. A description that names
        nobody is anonymous, also where it says whose (the minister's spokesman); a body of a named country or person
        (the Syrian government) is named. (None, "") where there is no source.
    """
    background = background or Background.of(reader, names)
    lists, bounds = background.lists, background.bounds
    rows = [k for k, span in enumerate(sources) if span is not None]
    read = _read_at_once(reader, names, [span for span in sources if span is not None])
    found: list[tuple[str | None, str]] = [(None, "")] * len(sources)
    story, limit = None, -1
    for k, first, last, occurrence, end, said in zip(rows, *read, strict=True):
        if story is None or first >= limit:
            document = bisect_right(bounds, first) - 1
            story, limit = background.story(reader, names, document), bounds[document + 1]
        if occurrence >= 0:
            said = lists.known[lists.entities[occurrence]] or entity_of(story, occurrence)
        elif said is None:
            said = _resolved(story, first, last, end)
        elif said.kind == "anonymous":
            said = _followed(story, said, first, last, end)
        story.add(said, reader.sentences[first], first, contents[k] if contents else _NOTHING)
        found[k] = said.text, said.kind
    return found


def _read_at_once(
    reader: Reader, names: Names, spans: list[tuple[int, int]]
) -> tuple[list[int], list[int], list[int], list[int], list[Said | None]]:
    """Sources without the "'s" or the relative pronoun that ends them, and what is read of them at once.

    Their names, as `heads` gives them, the edges behind their first noun groups, and what their words say where they
    have no name.
    """
    words = reader.words
    trimmed = [last - (last - first > 1 and words[last - 1] in _TAILS) for first, last in spans]
    first, last = np.array([one for one, _ in spans], dtype=np.int64), np.array(trimmed, dtype=np.int64)
    ends, occurrences = heads(reader.grammar, names, first, last)
    said: list[Said | None] = [None] * len(trimmed)
    chosen = np.flatnonzero(occurrences == NO_NAME)
    described_at_once = descriptions(reader, names, (first[chosen], last[chosen]), ends[chosen])
    for k, one in zip(chosen.tolist(), described_at_once, strict=True):
        said[k] = one
    return first.tolist(), trimmed, occurrences.tolist(), ends.tolist(), said


# ------------------------------------------------------------------------------------------------------ as written


def _resolved(story: Story, first: int, last: int, end: int) -> Said:
    if last - first == 1:
        word = story.reader.words[first].partition("'")[0]
        is_pronoun = word in PRONOUNS and not (story.reader.capitals[first] and is_acronym(story.reader, first))
        found = _antecedent(story, first, word) if is_pronoun else None
        if found is not None:
            return found
    return _followed(story, described(story, first, last, end), first, last, end)


def _followed(story: Story, said: Said, first: int, last: int, end: int) -> Said:
    """Whom a source means that its own words tell, or say nothing of; its first noun group ends at `end`."""
    if said.kind != "anonymous":
        return said
    author = _author(story, first, last, end) if said.head in _TEXTS else None
    if author is None and _is_definite(story.reader, first, end):
        author = _referred(story, said, first)
    return author or described_anew(story, said, first, end) or said


def _is_definite(reader: Reader, first: int, last: int) -> bool:
    if reader.words[first] in ("the", "that", "this"):
        return 1 < last - first <= 4
    return last - first == 1 or (last - first <= 3 and _is_in_headline(reader, first, last))


def _is_in_headline(reader: Reader, first: int, last: int) -> bool:
    """Whether a description that wants an article stands in a headline: Police chief says gang is finished."""
    is_bare = not reader.classes[first] & (DETERMINER | NUMBER) and not reader.classes[last - 1] & PLURAL
    return is_bare and reader.grammar.tokens.part_ids[first] == _HEADLINE


def _author(story: Story, first: int, last: int, end: int) -> Said | None:
    """Whose a text is: the bank's report, a statement from the ministry."""
    reader = story.reader
    for i in range(first + 1, end):
        if reader.words[i] == "'s":
            return _speaking(described(story, first, i))
    for i in range(end, min(last - 1, end + 3)):
        if reader.words[i] in ("by", "from") and reader.words[i - 1] not in _READ:
            return _speaking(described(story, i + 1, last))
    return None


def _speaking(said: Said) -> Said | None:
    return said if said.kind != "anonymous" or said.is_person or said.is_plural or said.is_body else None


# ----------------------------------------------------------------------------------------------------- followed back


def _antecedent(story: Story, position: int, word: str) -> Said | None:
    reader = story.reader
    if word in RELATIVES:
        return _before_relative(story, position)
    if word in _OURS:
        if reader.quotes[position] < 0:
            return _outlet(story)
        return story.said[-1][1] if story.said else None
    own = _of_governor(story, position) if reader.words[position - 1] == "what" else None
    if own is None and word in GENDERS:
        own = subject_beside(story, position, word) or _accused(story, position, word)
    if own is not None:
        return own
    here = reader.sentences[position]
    since = here - SENTENCES
    sentence, said = last_agreeing(story, since, word)
    subject = subject_name(story, position, word) if sentence < here else None
    if subject is not None and (said is None or subject[0] > sentence or is_over(story, said, sentence, position)):
        said = subject[1]
    if said is None and word in GENDERS:
        # a name of which nothing is known but that it has spoken
        spoke = next((one for _, one in story.since(since) if one.is_unknown and not one.is_plural), None)
        return spoke or acting(story, position) or misread(story, since)
    return said


def _of_governor(story: Story, position: int) -> Said | None:
    """Subject of the verb whose object a pronoun says in what words: the bank rejected what it called a slur."""
    reader = story.reader
    first, last = reader.sentence(position)
    if position - 1 <= first or reader.marks[position]:
        return None
    view = view_at(reader, position, first, last)
    verb = view.last_finite(first, position - 1)
    found = subject(view, verb, 0) if verb > first else None
    if found is None or found[1] > position or reader.words[found[0]] in RELATIVES:
        return None
    said = _resolved(story, *found, head_end(story, *found))
    return said if agrees(said, reader.words[position]) else None


def _accused(story: Story, position: int, word: str) -> Said | None:
    """Person of whom others say something in the sentence before: Officials said Lee had lied. She denied it.

    One without a name only where the pronoun denies it.
    """
    reader, (first, _), source = story.reader, story.told, story.teller
    if source is None or reader.sentences[position] - reader.sentences[first] != 1:
        return None
    first += reader.words[first] == "that"
    last = reader.sentence(first)[1]
    if not (source.is_plural or not source.is_person) or reader.words[first] in PRONOUNS:
        return None
    end = group_end(view_at(reader, first, first, last), first, last)
    if end <= first:
        return None
    edge = head_end(story, first, end)
    said = described(story, first, end, edge)
    if said.kind != "anonymous":
        return said if said.is_person and agrees(said, word) else None
    denies = not _DENIALS.isdisjoint(reader.words[position + 1 : position + 4])
    return _followed(story, said, first, end, edge) if denies and agrees(said, word) else None


def _before_relative(story: Story, position: int) -> Said | None:
    reader = story.reader
    first, last = reader.sentence(position)
    view = view_at(reader, position, first, last)
    end = edge_before_name(view, position)
    start = group_start(view, end)
    while start < end and reader.words[position] in ("who", "whom"):
        # farmers in Kent, who: a place says nothing
        is_tied = start - 1 > first and reader.classes[start - 1] & PREPOSITION
        if not is_tied or _can_speak(story, start, end) or group_start(view, start - 1) >= start - 1:
            break
        start, end = group_start(view, start - 1), start - 1
    # said that those who left
    start += start + 1 < end and reader.words[start] == "that" and reader.classes[start + 1] & DETERMINER != 0
    if start >= end:
        return None
    is_pronoun = end - start == 1 and reader.words[start] in PRONOUNS - RELATIVES
    return _antecedent(story, start, reader.words[start]) if is_pronoun else described(story, start, end)


def _can_speak(story: Story, first: int, last: int) -> bool:
    said = described(story, first, last)
    return said.is_person or said.is_plural or (said.kind != "anonymous" and said.is_body)


def _outlet(story: Story) -> Said | None:
    outlet = story.reader.grammar.tokens.corpus.documents[story.document].outlet
    return Said(outlet, "self") if outlet else None


def _referred(story: Story, said: Said, position: int) -> Said | None:
    """Whom a definite description refers back to: the president, the ministry, the official, the statement."""
    reader, offices, document = story.reader, story.offices, story.document
    is_office = offices.is_held(document, said.head)
    if not is_office and said.head not in story.heads:
        return _author_before(story, said, position) if said.head in _TEXTS else None
    size = len(said.words)
    words = reader.words[position : position + size]
    start, end = words[0] in ("the", "that", "this"), words.index(said.head) if said.head in words else 0
    wanted, modifiers = words[start:end], range(position + start, position + end)
    for one in story.called(said.head):
        # so many blanks, so many words and one more
        if one.text.count(" ") >= size:
            its_words = one.words
            if all(word in its_words for word in wanted):
                return one
    is_held = is_office and not is_pretended(reader, position, position + end)
    for occurrence in offices.holders(document, said.head, position) if is_held else ():
        one = entity_of(story, occurrence)
        if said.is_body:
            is_same = all(word in one.text.casefold() for word in wanted)
        else:
            is_same = offices.holds(document, occurrence, said.head, modifiers)
            is_same = is_same and not _clashes(story, position, one)
        if is_same:
            return one
    return _author_before(story, said, position) if said.head in _TEXTS else None


def _clashes(story: Story, position: int, said: Said) -> bool:
    """Whether the first pronoun behind a description tells a gender that is new: the minister said she would go."""
    if not said.gender:
        return False
    reader, (first, last) = story.reader, story.reader.sentence(position)
    told = (i for i in range(position, min(last, position + _FAR)) if reader.words[i] in GENDERS)
    here = reader.quotes[position]
    found = next((GENDERS[reader.words[i]] for i in told if reader.quotes[i] == here), said.gender)
    if found == said.gender:
        return False
    # She saw him. The doctor said he was well.
    before = range(max(story.start, reader.sentence(max(first - 1, 0))[0]), first)
    return all(GENDERS.get(reader.words[i]) != found for i in before)


def _author_before(story: Story, said: Said, position: int) -> Said | None:
    """Whose the text is that was spoken of before: a statement by the ministry ... the statement; it reported ..."""
    reader = story.reader
    places = reader.grammar.tokens.once(_text_places).get(said.head, [])
    low, high = (bisect_left(places, at) for at in (max(story.start, position - REACH), position))
    for i in places[max(low, high - TIMES) : high][::-1]:
        first, last = reader.sentence(i)
        view = view_at(reader, i, first, last)
        start, end = group_start(view, i + 1), group_end(view, i, min(last, i + 12))
        author = _author(story, start, end, head_end(story, start, end))
        if author is not None:
            return author
    recent = story.since(reader.sentences[position] - SENTENCES)
    return next((one for sentence, one in recent if _has_word(reader, sentence, said.head)), None)


def _text_places(tokens: Tokens) -> dict[str, list[int]]:
    """Where texts are spoken of, by word."""
    places = np.flatnonzero(are_words(tokens, sorted(_TEXTS)))
    found: dict[str, list[int]] = {}
    for word, place in zip(tokens.type_ids[places].tolist(), places.tolist(), strict=True):
        found.setdefault(tokens.vocabulary[word].lower(), []).append(place)
    return found


def _has_word(reader: Reader, sentence: int, word: str) -> bool:
    """Whether a word of a sentence begins like another: a report, reported."""
    first, last = reader.bounds[sentence], reader.bounds[sentence + 1]
    return f"\n{word}" in "\n".join(["", *reader.words[first : min(last, first + REACH)]])
