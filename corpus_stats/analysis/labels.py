"""Who calls whom what, in whose voice: the ledger of every label of an actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..descriptions import (
    ATTACHED,
    Descriptions,
    Mark,
    are_ranks,
    corpus_counts,
    descriptions,
    label_texts,
    marks,
)
from ..descriptions.own_sides import said_by_own_side
from ..engine import uncollected
from ..errors import ArgumentError
from ..evidence import VOICES, Column, Result, evidence_columns, texts
from ..grammar import classes
from ..lexicon import Actor, Lexicon
from ..mentions import MENTION_KINDS, Mentions, mentions, unmentioned
from ..mentions.wordings import PARTICLES, SUFFIXES
from ..regimes import circular, single_article
from ..tokens import Tokens
from ..voices import voices
from ..voices.english import require_english

__all__ = ["Labels", "labels"]

_COLUMNS = (
    "actor", "label", "outlet", "n", *(f"n_{attached.replace(' ', '_')}" for attached in ATTACHED), "n_documents",
    "category", "in_lexicon", "nearest", "n_corpus", *(f"n_{voice}" for voice in VOICES), "n_own_side", "n_caption",
)  # fmt: skip
_REFERENCES = ("n_references", "n_name", "n_description", "n_pronoun", "n_documents")
_NOT_VALIDATED = "The labels were read by rules and not validated on this corpus."


@dataclass(frozen=True, eq=False, repr=False)
class Labels(Result):
    """What each outlet calls each actor.

    Columns of `table`, one row a label of an actor in an outlet: actor, label (single spaces, lower case but for proper
    words), outlet; n occurrences, of which n_before_name, n_after_name, n_alone, n_predicate, n_possessed are tied to
    the actor in that way; n_documents; category (of the lexicon's term that stands in the label; "title" for ranks,
    offices and forms of address), in_lexicon, nearest (the listed label most like it, "" where in_lexicon); n_corpus
    (the label's words anywhere in the corpus, whoever they are said of); n_outlet, n_fragment, n_quoted, n_paraphrase
    (by voice), n_own_side (hostile words that the actor's own side is reported to have used), n_caption.

    Columns of `hits`: the evidence columns, label, actor, attached (one of "before name", "after name", "alone",
    "predicate", "possessed"), in_lexicon, category, own_side.

    Attributes
    ----------
    references : DataFrame
        actor, outlet, n_references, n_name, n_description, n_pronoun, n_documents, side: what the labels are out of.
    """

    references: pd.DataFrame = field(default_factory=pd.DataFrame)


def labels(tokens: Tokens, actor: str | Sequence[str] | None = None, lexicon: Lexicon | None = None) -> Labels:
    """Every label of an actor, in whose voice, with and without a lexicon.

    Labels are found by grammar: modifiers before the name, appositions, clauses (*is seen as a ...*), descriptions
    that stand for the actor, and what the actor is said to have (*Haftar's domain*). The lexicon names the actors and
    marks labels; it adds and removes none.

    Wording inside indirect speech is `paraphrase`, with one exception: a label of a category that the lexicon calls
    hostile, of an actor on the speaker's own side, cannot be the speaker's wording, and is given to the outlet (*the
    LNA's spokesman denied that the renegade force uses foreign fighters*). Such labels are counted in `n_own_side`, and
    a caution says how many there are. Whose side a speaker is on is read from the actors that the speaker is or serves.

    Parameters
    ----------
    tokens : Tokens
        English.
    actor : str or sequence of str, optional
        Names or aliases. In a sequence, actors that are never mentioned are named in the cautions. Without any, all
        actors of the lexicon that are mentioned.
    lexicon : Lexicon, optional
        Without one, the name is searched for with its last word as alias if it is a person's.

    Raises
    ------
    ArgumentError
        No actor of those is mentioned, or the lexicon does not hold one.
    LanguageError
        An article was recognised as being in another language.
    """
    require_english(tokens, "labels")
    asked = _asked(tokens, actor, lexicon)
    used = _lexicon_of_names(asked) if lexicon is None else lexicon
    positions = _positions(used, asked)
    found = mentions(tokens, used)
    absent = [i for i in positions if not (found.actors == i).any()]
    if len(absent) == len(positions):
        raise ArgumentError(unmentioned(tokens, used, used.actors[absent[0]].name))
    present = [i for i in positions if i not in absent]
    with uncollected():
        read = descriptions(found, present)
        called = label_texts(tokens, read.first, read.last, read.attached == ATTACHED.index("predicate"))
        known = marks(called, read.actors.tolist(), are_ranks(tokens, read.first, read.last).tolist(), used)
        hits, references = _hits(read, called, known, used), _references(found, present)
        table = _table(read, hits, called, known, used)
    return Labels(
        table=table,
        settings={
            "actors": [used.actors[i].name for i in positions],
            "lexicon": None if lexicon is None else lexicon.fingerprint(),
            "categories": [] if lexicon is None else list(lexicon.categories),
            "n_documents": len(tokens.corpus),
            "history": list(tokens.history),
        },
        cautions=_cautions(tokens, references, used, hits, [used.actors[i].name for i in absent]),
        hits=hits,
        references=references,
    )


def _asked(tokens: Tokens, actor: str | Sequence[str] | None, lexicon: Lexicon | None) -> tuple[str, ...]:
    """Names of the actors that are asked for."""
    if actor is not None:
        asked = (actor,) if isinstance(actor, str) else tuple(actor)
        if not asked:
            raise ArgumentError("no actor is given; labels are those of an actor")
        return asked
    if lexicon is None or not lexicon.actors:
        raise ArgumentError("no actor is given, and no lexicon that has actors; give one of the two")
    found = set(mentions(tokens, lexicon).actors.tolist())
    if not found:
        raise ArgumentError(
            f"none of the lexicon's {len(lexicon.actors)} actors is mentioned; suggested_actors lists whom the articles"
            " name"
        )
    return tuple(one.name for i, one in enumerate(lexicon.actors) if i in found)


def _lexicon_of_names(names: Sequence[str]) -> Lexicon:
    """Lexicon of actors without terms: a person is known by the last word of the name too."""
    return Lexicon(terms=(), actors=tuple(Actor.asked(name, _surname(name)) for name in dict.fromkeys(names)))


def _positions(lexicon: Lexicon, asked: Sequence[str]) -> list[int]:
    known = {actor.name: i for i, actor in enumerate(lexicon.actors)}
    return list(dict.fromkeys(known[name if name in known else lexicon.actor(name).name] for name in asked))


def _surname(name: str) -> tuple[str, ...]:
    """Last word of a person's name, with what follows it (King Jr.); none where it is half a name (bin Salman)."""
    written = name.replace(",", " ").split()
    words = [word for word in written if word.rstrip(".").lower() not in SUFFIXES]
    bits = classes.classes_of([word.lower() for word in words])
    is_body = bool((bits & (classes.ORGANISATION_NOUN | classes.GROUP | classes.PLACE)).any())
    if len(words) < 2 or is_body or not words[-1][0].isupper() or words[-2].lower() in PARTICLES:
        return ()
    return (" ".join(written[written.index(words[-1]) :]),)


def _hits(read: Descriptions, called: Sequence[str], known: Sequence[Mark], lexicon: Lexicon) -> pd.DataFrame:
    columns = evidence_columns(read.tokens, read.first, read.last, voices(read.tokens))
    categories = [mark.category for mark in known]
    own_side = _own_side(read, columns, categories, lexicon)
    if own_side.any():
        columns["voice"][own_side] = "outlet"
    names = [actor.name for actor in lexicon.actors]
    columns |= {
        "label": texts(called),
        "actor": texts([names[i] for i in read.actors.tolist()]),
        "attached": texts([ATTACHED[i] for i in read.attached.tolist()]),
        "in_lexicon": np.array([mark.in_lexicon for mark in known], dtype=bool),
        "category": texts(categories),
        "own_side": own_side,
    }
    return pd.DataFrame(columns)


def _own_side(
    read: Descriptions, columns: Mapping[str, Column], categories: Sequence[str], lexicon: Lexicon
) -> NDArray[np.bool_]:
    """Which hostile words for a side its own speaker is reported to have used: they are the outlet's."""
    return said_by_own_side(
        read.tokens,
        lexicon,
        documents=read.documents,
        actors=read.actors,
        categories=categories,
        is_reported=np.array([voice == "paraphrase" for voice in columns["voice"].tolist()], dtype=bool),
        speakers=lambda rows: [None if pd.isna(name) else str(name) for name in columns["speaker"][rows]],
    )


def _table(
    read: Descriptions, hits: pd.DataFrame, called: Sequence[str], known: Sequence[Mark], lexicon: Lexicon
) -> pd.DataFrame:
    outlets = [read.tokens.corpus.documents[i].outlet for i in read.documents.tolist()]
    keys = list(zip(read.actors.tolist(), called, outlets, strict=True))
    counted = _Grouped.of(keys)
    voiced, parts = (np.array(hits[name].tolist(), dtype=object) for name in ("voice", "part"))
    columns = {
        "n": counted.sums(np.ones(len(hits), dtype=bool)),
        **{f"n_{name.replace(' ', '_')}": counted.sums(read.attached == i) for i, name in enumerate(ATTACHED)},
        "n_documents": counted.distinct(read.documents),
        "n_corpus": corpus_counts(read.tokens, read.first, read.last)[counted.first],
        **{f"n_{voice}": counted.sums(voiced == voice) for voice in VOICES},
        "n_own_side": counted.sums(hits["own_side"].to_numpy(dtype=bool)),
        "n_caption": counted.sums(parts == "caption"),
    }
    n, chosen = columns["n"].tolist(), counted.first.tolist()
    firsts, marked = [keys[i] for i in chosen], [known[i] for i in chosen]
    order = sorted(range(len(firsts)), key=lambda i: (firsts[i][0], -n[i], firsts[i][1], *_last_if_none(firsts[i][2])))
    table: dict[str, Column] = {
        "actor": texts([lexicon.actors[firsts[i][0]].name for i in order]),
        "label": texts([firsts[i][1] for i in order]),
        "outlet": texts([firsts[i][2] for i in order]),
        "category": texts([marked[i].category for i in order]),
        "nearest": texts([marked[i].nearest for i in order]),
        "in_lexicon": np.array([marked[i].in_lexicon for i in order], dtype=bool),
    }
    table |= {name: values[order] for name, values in columns.items()}
    return pd.DataFrame({name: table[name] for name in _COLUMNS})


def _last_if_none(outlet: str | None) -> tuple[bool, str]:
    return outlet is None, outlet or ""


class _Grouped(NamedTuple):
    """Rows by key: the group of each row, in the order in which keys are met, and the first row of each group."""

    groups: NDArray[np.int64]
    first: NDArray[np.int64]

    @classmethod
    def of(cls, keys: Sequence[Hashable]) -> _Grouped:
        numbers: dict[Hashable, int] = {}
        groups = np.array([numbers.setdefault(key, len(numbers)) for key in keys], dtype=np.int64)
        return cls(groups, np.unique(groups, return_index=True)[1].astype(np.int64))

    def sums(self, mask: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Rows of each group that are in a mask."""
        return np.bincount(self.groups[mask], minlength=len(self.first)).astype(np.int64)

    def distinct(self, values: NDArray[np.int32]) -> NDArray[np.int64]:
        """How many different values the rows of each group have."""
        pairs = np.unique((self.groups << 32) + values)
        return np.bincount(pairs >> 32, minlength=len(self.first)).astype(np.int64)


def _references(found: Mentions, positions: Sequence[int]) -> pd.DataFrame:
    """How often each outlet refers to each actor, in every way that is told apart."""
    documents, actors = found.tokens.corpus.documents, found.lexicon.actors
    rows = np.flatnonzero(np.isin(found.actors, positions))
    outlets = [documents[i].outlet for i in range(len(documents))]
    keys = [(a, outlets[d]) for a, d in zip(found.actors[rows].tolist(), found.documents[rows].tolist(), strict=True)]
    counted, kinds = _Grouped.of(keys), found.kinds[rows]
    firsts = [keys[i] for i in counted.first.tolist()]
    order = sorted(range(len(firsts)), key=lambda i: (firsts[i][0], *_last_if_none(firsts[i][1])))
    is_name = np.isin(kinds, [i for i, kind in enumerate(MENTION_KINDS) if kind.endswith("name")])
    columns = {
        "n_references": counted.sums(np.ones(len(rows), dtype=bool)),
        "n_name": counted.sums(is_name),
        "n_description": counted.sums(kinds == MENTION_KINDS.index("description")),
        "n_pronoun": counted.sums(kinds == MENTION_KINDS.index("pronoun")),
        "n_documents": counted.distinct(found.documents[rows]),
    }
    return pd.DataFrame(
        {
            "actor": texts([actors[firsts[i][0]].name for i in order]),
            "outlet": texts([firsts[i][1] for i in order]),
            **{name: columns[name][order] for name in _REFERENCES},
            "side": texts([actors[firsts[i][0]].side or "" for i in order]),
        }
    )


def _cautions(
    tokens: Tokens, references: pd.DataFrame, lexicon: Lexicon, hits: pd.DataFrame, absent: Sequence[str]
) -> tuple[str, ...]:
    sizes = Counter(document.outlet for document in tokens.corpus if document.outlet is not None)
    compared = sorted({outlet for outlet in references["outlet"].tolist() if isinstance(outlet, str)})
    singles = tuple(outlet for outlet in compared if sizes[outlet] == 1)
    cautions = [single_article(singles)] if singles and len(sizes) > 1 else []
    cautions += [circular()] if lexicon.circular else []
    cautions.append(_NOT_VALIDATED)
    if n := int(hits["own_side"].to_numpy().sum()):
        stand = "1 hostile label stands" if n == 1 else f"{n} hostile labels stand"
        cautions.append(
            f"{stand} in what somebody on the actor's own side is reported to have said. Nobody calls the own side so:"
            " it is counted as the outlet's wording (n_own_side), not as a paraphrase."
        )
    if absent:
        cautions.append(f"The articles never mention {', '.join(absent)}.")
    return tuple(cautions)
