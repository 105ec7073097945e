"""Whom a wording is said of, on published articles that were not read while a rule was written; and speed.

Two tasks. *Entities*: of a biased wording span, the target out of the article's main entities, found in the text by
`mentions` under a lexicon of their names, last names, acronyms and the usual names of the two American parties.
*Concepts*: of a PROPERTY, the concept that it is said of. Mentions of concepts are the given ones (ACTOR, ACTOR-I,
COUNTRY, GROUP, OBJECT, EVENT, ACTION; not MISC), and those of persons that `mentions` finds besides under the last
element of their name; the answer is right where it is one of the targets. *Persons only*: targets and mentions of type
ACTOR.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from corpus_stats.grammar import grammar
from corpus_stats.lexicon import Actor, Lexicon
from corpus_stats.mentions import Mentions, mentions, names, referents
from corpus_stats.tokens import Tokens, tokenize
from tests.benchmarks.development_data import bootstrap_interval, corpus_of, halves, read_rows, share

pytestmark = pytest.mark.dev_data

CONCEPTS = ("ACTOR", "ACTOR-I", "COUNTRY", "GROUP", "OBJECT", "EVENT", "ACTION")
PARTIES = {
    "republican": ("Republicans", "GOP", "Republican Party"),
    "gop": ("Republicans", "Republican Party"),
    "democrat": ("Democrats", "Democratic Party"),
}


def plain(name: str) -> str:
    return " ".join(name.replace("_", " ").lower().split())


def entity_lexicon(entities: list[str]) -> Lexicon:
    """Actors of the names, with the aliases that no two of them share."""
    wanted = [one for i, one in enumerate(entities) if plain(one) not in map(plain, entities[:i])]
    proposed = {name: list(dict.fromkeys(aliases_of(name))) for name in wanted}
    taken = [plain(one) for name, aliases in proposed.items() for one in (name, *aliases)]
    return Lexicon(
        (),
        tuple(
            Actor(name, tuple(one for one in aliases if taken.count(plain(one)) == 1))
            for name, aliases in proposed.items()
        ),
    )


def aliases_of(name: str) -> Iterator[str]:
    words = name.split()
    if len(words) > 1:
        yield from [words[-1]] if words[-1][0].isupper() else [words[0]] if words[0][0].isupper() else []
        acronym = "".join(word[0] for word in words if word[0].isupper())
        yield from [acronym] if len(acronym) >= 3 else []
    for part, more in PARTIES.items():
        yield from more if part in plain(name) else ()


def last_element(name: str) -> str:
    return name.replace("/", "\\").split("\\")[-1].strip()


def concept_mentions(tokens: Tokens, row: dict[str, Any], types: tuple[str, ...]) -> Mentions:
    """Given mentions of concepts, and those of persons that are found beside them."""
    given = [one for one in row["annotations"] if one["type"] in types]
    concepts = sorted({last_element(one["name"]) for one in given})
    rows = set()
    for one in given:
        first = int(np.searchsorted(tokens.ends, one["start"], side="right"))
        last = max(int(np.searchsorted(tokens.starts, one["end"])), first + 1)
        rows.add((first, last, concepts.index(last_element(one["name"]))))
    covered = {k for first, last, _ in rows for k in range(first, last)}
    people = sorted({last_element(one["name"]) for one in given if one["type"] == "ACTOR"})
    found = mentions(tokens, Lexicon((), tuple(map(Actor, people))))
    for first, last, actor in zip(found.first.tolist(), found.last.tolist(), found.actors.tolist(), strict=True):
        if covered.isdisjoint(range(first, last)):
            rows.add((first, last, concepts.index(people[actor])))
    first, last, actors = np.array(sorted(rows), dtype=np.int64).reshape(-1, 3).T
    zeros = np.zeros(len(first), dtype=np.int64)
    lexicon = Lexicon((), tuple(map(Actor, concepts)))
    return Mentions(
        tokens, lexicon, zeros.astype(np.int32), first, last, first, actors.astype(np.int32), zeros.astype(np.uint8)
    )


def preceding(found: Mentions, start: int) -> int:
    """The simple baseline: whoever was mentioned last."""
    before = np.flatnonzero(found.tokens.starts[found.first] <= start)
    return int(found.actors[before[-1]]) if len(before) else -1


def entity_answers(rows: list[dict[str, Any]]) -> list[tuple[str, bool, bool]]:
    answers = []
    for row in rows:
        lexicon = entity_lexicon(row["entities"])
        found = mentions(tokenize(corpus_of([row])), lexicon)
        known = [plain(actor.name) for actor in lexicon.actors]
        for span in row["spans"]:
            if span["bias"] == "lex" and plain(span["target"]) in known:
                target = known.index(plain(span["target"]))
                (chosen,) = referents(found, [0], [span["start"]], [span["end"]]).tolist()
                answers.append((row["event"], chosen == target, preceding(found, span["start"]) == target))
    return answers


def concept_answers(rows: list[dict[str, Any]], types: tuple[str, ...]) -> list[tuple[str, bool, bool]]:
    answers = []
    for row in rows:
        found = concept_mentions(tokenize(corpus_of([row])), row, types)
        concepts = [actor.name for actor in found.lexicon.actors]
        for one in row["annotations"]:
            targets = {last_element(name) for name in one["target"].split(";")}
            if one["type"] != "PROPERTY" or (types != CONCEPTS and not targets <= set(concepts)):
                continue
            right = {i for i, name in enumerate(concepts) if name in targets}
            (chosen,) = referents(found, [0], [one["start"]], [one["end"]]).tolist()
            answers.append((row["id"], chosen in right, preceding(found, one["start"]) in right))
    return answers


def report(task: str, answers: list[tuple[str, bool, bool]]) -> tuple[float, float]:
    """Print and return the shares of right answers of `referents` and of the baseline."""
    keys = [key for key, _, _ in answers]
    figures = []
    for name, column in (("referents", 1), ("preceding mention", 2)):
        counts = [(float(answer[column]), 1.0) for answer in answers]
        figure, low, high = bootstrap_interval(keys, counts, share)
        print(f"{task}, {name}: {figure:.3f} [{low:.3f}, {high:.3f}] ({len(answers)} wordings)")
        figures.append(figure)
    return figures[0], figures[1]


@pytest.mark.parametrize(("half", "least"), [("read", 0.70), ("unread", 0.70)])
def test_target_of_a_biased_wording(half: str, least: float):
    rows = halves(read_rows("events_three_outlets"), "event")[half]
    figure, _ = report(f"target out of the main entities, {half} half", entity_answers(rows))

    assert figure >= least


@pytest.mark.parametrize(("half", "least"), [("read", 0.54), ("unread", 0.54)])
def test_concept_of_a_property(half: str, least: float):
    rows = halves(read_rows("labels_five_outlets"), "id")[half]
    figure, baseline = report(f"concept of a PROPERTY, {half} half", concept_answers(rows, CONCEPTS))

    assert figure >= max(least, baseline)


@pytest.mark.parametrize(("half", "least"), [("read", 0.86), ("unread", 0.79)])
def test_person_of_a_property(half: str, least: float):
    rows = halves(read_rows("labels_five_outlets"), "id")[half]
    figure, _ = report(f"person of a PROPERTY, {half} half", concept_answers(rows, ("ACTOR",)))

    assert figure >= least


def test_seconds_a_megabyte():
    rows = halves(read_rows("events_three_outlets"), "event")["read"] * 3
    corpus = corpus_of(rows)
    lexicon = entity_lexicon(sorted({entity for row in rows for entity in row["entities"]})[:17])
    tokens = tokenize(corpus)
    grammar(tokens)
    begin = time.process_time()
    names(tokens)
    between = time.process_time()
    mentions(tokens, lexicon)
    end = time.process_time()
    megabytes = sum(len(document.text) for document in corpus.documents) / 1e6
    print(f"names {(between - begin) / megabytes:.3f} s, mentions {(end - between) / megabytes:.3f} s a megabyte")

    assert end - begin < 0.6 * megabytes
