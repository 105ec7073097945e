"""Labels of persons in published news of four events by five outlets, against what annotators marked.

The annotators marked mentions of each person. A mention that holds the name and more words, or stands right before the
name, is a label attached to it: its words without the name, determiners and possessive *'s*. A mention without the name
is a label on its own: an apposition, a complement (*emerged as his closest ally*), or a description. Persons are given
to the tool by the longest name that is annotated, and its last word.

Counted are tokens: right, found and marked. The annotators left out a part of the mentions, so a label attached to a
name is judged only where they marked that name; labels on their own are all judged. Intervals are of articles drawn
again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus_stats.descriptions import ATTACHED, descriptions
from corpus_stats.grammar import Grammar, grammar, noun_group
from corpus_stats.grammar import classes as c
from corpus_stats.lexicon import Actor, Lexicon
from corpus_stats.mentions import mentions
from corpus_stats.tokens import tokenize
from tests.benchmarks.development_data import bootstrap_interval, corpus_of, f1, is_unread, read_rows

pytestmark = pytest.mark.dev_data

DROPPED = c.DETERMINER | c.POSSESSIVE
NO_NAME = (
    c.TITLE | c.PERSON_NOUN | c.DEMONYM | c.PLACE | c.GROUP | c.ORGANISATION_NOUN | c.VERB | c.DETERMINER
    | c.POSSESSIVE | c.PREPOSITION | c.CONJUNCTION | c.AUXILIARY
)  # fmt: skip
# Article, actor, token.
Cell = tuple[int, int, int]


@dataclass
class Marks:
    """What annotators marked, or what was found: tokens of labels, and the same as whole labels."""

    cells: dict[str, set[Cell]] = field(default_factory=lambda: defaultdict(set))
    labels: dict[str, set[tuple[int, int, frozenset[int]]]] = field(default_factory=lambda: defaultdict(set))

    def add(self, kind: str, article: int, actor: int, tokens: frozenset[int]) -> None:
        if tokens:
            self.cells[kind] |= {(article, actor, token) for token in tokens}
            self.labels[kind].add((article, actor, tokens))


@dataclass(frozen=True)
class Mention:
    """One annotated mention of a person, in token positions."""

    article: int
    person: str
    first: int
    last: int


@dataclass(repr=False)
class Data:
    rows: list[dict[str, Any]]
    reading: Grammar
    marked: Marks
    found: Marks
    baseline: Marks


@pytest.fixture(scope="module")
def data(dev_data: Path) -> Data:
    rows = read_rows("labels_five_outlets")
    reading = grammar(tokenize(corpus_of(rows)))
    annotated = annotated_mentions(rows, reading)
    people = sorted({one.person for one in annotated})
    names = {person: full_name(reading, annotated, person) for person in people}
    lexicon = Lexicon((), tuple(Actor(names[p], (surname(p),) if names[p] != surname(p) else ()) for p in people))
    marked = Marks()
    for one in annotated:
        read_mark(reading, one, people.index(one.person), names[one.person], marked)
    judged = {(people.index(one.person), i) for one in annotated for i in range(one.first, one.last)}
    found, baseline = found_labels(reading, lexicon, judged)
    return Data(rows, reading, marked, found, baseline)


def surname(concept: str) -> str:
    return concept.split("\\")[-1]


def annotated_mentions(rows: list[dict[str, Any]], reading: Grammar) -> list[Mention]:
    tokens = reading.tokens
    found = set()
    for i, row in enumerate(rows):
        left, right = int(tokens.bounds[i]), int(tokens.bounds[i + 1])
        starts, ends = tokens.starts[left:right].tolist(), tokens.ends[left:right].tolist()
        for one in row["annotations"]:
            if one["type"] == "ACTOR":
                first, last = bisect_right(ends, one["start"]), bisect_left(starts, one["end"])
                found.add((i, one["name"], left + first, left + max(first, last)))
    return [Mention(*one) for one in sorted(found)]


def name_span(reading: Grammar, mention: Mention) -> tuple[int, int] | None:
    """Tokens of the name inside an annotated mention: the last name and the capitalised words beside it."""
    wanted = surname(mention.person).lower()
    for at in range(mention.first, mention.last):
        if reading.word(at) == wanted and reading.capital_list[at]:
            first, last = at, at + 1
            while first > mention.first and at - first < 2 and is_name_part(reading, first - 1):
                first -= 1
            while last < mention.last and last - at < 3 and reading.joined_list[last] and is_name_part(reading, last):
                last += 1
            return first, last
    return None


def is_name_part(reading: Grammar, position: int) -> bool:
    return reading.capital_list[position] and not reading.class_list[position] & NO_NAME


def full_name(reading: Grammar, annotated: list[Mention], person: str) -> str:
    counts: Counter[str] = Counter()
    for one in annotated:
        span = name_span(reading, one) if one.person == person else None
        if span is not None and span[1] - span[0] > 1:
            text = reading.tokens.corpus.documents[one.article].text
            starts, ends = reading.tokens.starts, reading.tokens.ends
            counts[" ".join(text[starts[i] : ends[i]] for i in range(*span))] += 1
    return counts.most_common(1)[0][0] if counts else surname(person)


def read_mark(reading: Grammar, mention: Mention, actor: int, name: str, marks: Marks) -> None:
    words = [i for i in range(mention.first, mention.last) if not reading.class_list[i] & DROPPED]
    span = name_span(reading, mention)
    if span is not None:
        own = {*name.lower().split(), *(reading.word(i) for i in range(*span))}
        label = frozenset(i for i in words if reading.word(i) not in own)
        marks.add("attached", mention.article, actor, label)
    elif len(words) != 1 or not reading.class_list[words[0]] & c.PRONOUN:
        before_name = reading.word(mention.last) in name.lower().split() and reading.capital_list[mention.last]
        marks.add("attached" if before_name else "alone", mention.article, actor, frozenset(words))


def found_labels(reading: Grammar, lexicon: Lexicon, judged: set[tuple[int, int]]) -> tuple[Marks, Marks]:
    """Labels that are found, and the noun groups before names, where the name was annotated."""
    tokens = reading.tokens
    known = mentions(tokens, lexicon)
    named = known.of_kind("name", "titled name")
    heads = defaultdict(list)
    baseline = Marks()
    for article, head, actor in zip(named.documents.tolist(), named.heads.tolist(), named.actors.tolist(), strict=True):
        heads[actor].append(head)
        if (actor, head) in judged:
            first = noun_group(reading, head)[0]
            baseline.add("attached", article, actor, frozenset(range(first, head)))
    read = descriptions(known)
    found = Marks()
    for (article, actor, kind), runs in runs_of_labels(read).items():
        for first, last in runs:
            following = bisect_left(heads[actor], last)
            is_judged = following < len(heads[actor]) and (actor, heads[actor][following]) in judged
            label = frozenset(i for i in range(first, last) if not reading.class_list[i] & DROPPED)
            if kind != "attached" or is_judged:
                found.add(kind, article, actor, label)
    return found, baseline


def runs_of_labels(read: Any) -> dict[tuple[int, int, str], list[list[int]]]:
    """Runs of labels that touch each other, by article, actor and kind: an adjective of a patron joins its noun."""
    kinds = {how: "attached" if how == "before name" else "alone" for how in ATTACHED if how != "possessed"}
    runs: dict[tuple[int, int, str], list[list[int]]] = defaultdict(list)
    columns = (read.documents, read.actors, read.attached, read.first, read.last)
    for article, actor, how, first, last in zip(*(column.tolist() for column in columns), strict=True):
        kind = kinds.get(ATTACHED[how])
        if kind is None:
            continue
        own = runs[article, actor, kind]
        if own and own[-1][1] >= first:
            own[-1][1] = max(own[-1][1], last)
        else:
            own.append([first, last])
    return runs


def counts_by_article(data: Data, found: Marks, kinds: tuple[str, ...], half: str, *, whole: bool) -> dict[str, Any]:
    """Right, found and marked tokens (or whole labels) of every article of a half."""
    articles = [i for i, row in enumerate(data.rows) if is_unread(row["id"]) == (half == "unread")]
    lines = []
    for article in articles:
        ours, theirs = (
            {one for kind in kinds for one in (marks.labels if whole else marks.cells)[kind] if one[0] == article}
            for marks in (found, data.marked)
        )
        lines.append((len(ours & theirs), len(ours), len(theirs)))
    return {"keys": [data.rows[i]["id"] for i in articles], "counts": np.array(lines)}


def figure(data: Data, found: Marks, kinds: tuple[str, ...], half: str, *, whole: bool) -> tuple[float, float, float]:
    read = counts_by_article(data, found, kinds, half, whole=whole)
    return bootstrap_interval(read["keys"], read["counts"], f1)


@pytest.mark.parametrize("half", ["read", "unread"])
@pytest.mark.parametrize(
    ("kinds", "bound"), [(("attached",), 0.90), (("alone",), 0.50), (("attached", "alone"), 0.70)], ids=str
)
def test_labels_of_persons_are_found(data, kinds, bound, half):
    n = sum(counts_by_article(data, data.found, kinds, half, whole=True)["counts"][:, 2])
    print(f"\n{' and '.join(kinds)}, {half} half: {n} labels")
    for name, found, whole in (
        ("tokens", data.found, False),
        ("whole labels", data.found, True),
        ("noun group before the name, tokens", data.baseline, False),
    ):
        print("  {}: F1 {:.3f} [{:.3f}, {:.3f}]".format(name, *figure(data, found, kinds, half, whole=whole)))

    assert figure(data, data.found, kinds, half, whole=False)[0] >= bound
