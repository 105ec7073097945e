"""What the articles call their actors, and a lexicon lacks: discovered labels as candidates for terms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from ...analysis.labels import labels
from ...errors import ArgumentError, LexiconError
from ...evidence import Result
from ...lexicon import Lexicon, Term
from ...lexicon.texts import spelling_key
from ...mentions import mentions
from ...tokens import Tokens
from ...voices.english import require_english
from .actors import suggested_actors
from .toml import passage, terms_toml

__all__ = ["SuggestedTerms", "suggested_terms"]

_VOICES = ("outlet", "fragment", "quoted", "paraphrase")
_COLUMNS = (
    "term", "actors", "n", "n_documents", "n_outlets", *(f"n_{voice}" for voice in _VOICES), "n_corpus", "nearest",
    "passage",
)  # fmt: skip
_SEPARATOR = " | "
_CATEGORY = "to be decided"
_TITLE = "title"
_MOST_ACTORS = 3


@dataclass(frozen=True, eq=False, repr=False)
class SuggestedTerms(Result):
    """Labels that the lexicon lacks, the most used first.

    Columns of `table`:

    term : the label, in lower case
    actors : whom it is said of, the most frequent first, at most three, with `` | `` between them
    n, n_documents, n_outlets : times used as a label, and in how many articles and by how many outlets
    n_outlet, n_fragment, n_quoted, n_paraphrase : times by voice
    n_corpus : times that its words stand anywhere in the articles
    nearest : the most similar term of the lexicon; empty where there is none
    passage : at most 25 words around a use

    `hits` has the evidence columns, then those of `labels`.
    """

    @property
    def lexicon(self) -> Lexicon:
        """The candidates as a lexicon of terms, all in one category."""
        terms = tuple(Term((term,), _CATEGORY) for term in self.table["term"])
        return Lexicon(terms, source="suggested from the articles", circular=True, language="en")

    def toml(self) -> str:
        """Text of a file that `read_lexicon` reads: each candidate with its counts and a passage, to keep or strike."""
        return terms_toml(self.table.to_dict("records"))


def suggested_terms(tokens: Tokens, lexicon: Lexicon | None = None, *, min_count: int = 1) -> SuggestedTerms:
    """Labels of all actors that a lexicon lacks.

    Parameters
    ----------
    tokens : Tokens
    lexicon : Lexicon, optional
        Actors and known terms. Where it has no actors, those that `suggested_actors` gives take their place.
    min_count : int
        Least number of times that a candidate is used as a label.

    Raises
    ------
    ArgumentError
        No actor of the lexicon is mentioned.
    LanguageError
        An article was recognised as being in another language than English.
    """
    require_english(tokens, "names")
    known = _with_actors(tokens, lexicon)
    present = sorted(set(mentions(tokens, known).actors.tolist())) if known.actors else []
    if not present:
        whose = f"none of the {len(known.actors)} actors of the lexicon is mentioned" if known.actors else _NOBODY
        raise ArgumentError(f"{whose}; suggest actors (suggested_actors) lists whom the articles name")
    found = labels(tokens, [known.actors[i].name for i in present], known)
    assert found.hits is not None
    hits = _new_rows(found.hits)
    rows = [row for row in _rows(tokens, _new_rows(found.table), hits, known) if row["n"] >= min_count]
    rows.sort(key=lambda row: (-row["n"], row["term"]))
    table = pd.DataFrame(rows, columns=list(_COLUMNS))
    kept = hits[hits["label"].isin(table["term"])].reset_index(drop=True)
    settings = {
        "min_count": min_count,
        "actors": [known.actors[i].name for i in present],
        "lexicon": None if lexicon is None else lexicon.fingerprint(),
        "history": list(tokens.history),
    }
    return SuggestedTerms(table=table, settings=settings, cautions=_cautions(lexicon, table), hits=kept)


_NOBODY = "there is no lexicon with actors, and the articles name nobody twice, so nobody is there to find labels of"


def _with_actors(tokens: Tokens, lexicon: Lexicon | None) -> Lexicon:
    if lexicon is not None and lexicon.actors:
        return lexicon
    actors = suggested_actors(tokens).lexicon.actors
    return Lexicon((), actors) if lexicon is None else replace(lexicon, actors=actors)


def _new_rows(table: pd.DataFrame) -> pd.DataFrame:
    """Rows of labels that the lexicon lacks and that are more than a rank or a form of address."""
    return table[~table["in_lexicon"].astype(bool) & (table["category"] != _TITLE)]


def _rows(tokens: Tokens, table: pd.DataFrame, hits: pd.DataFrame, known: Lexicon) -> list[dict[str, Any]]:
    """One row a label, over all actors and outlets; what names an actor is none."""
    of_label: dict[str, list[dict[Hashable, Any]]] = defaultdict(list)
    for row in table.to_dict("records"):
        if not known.is_name(str(row["label"]), str(row["actor"])):
            of_label[str(row["label"])].append(row)
    used: dict[str, list[dict[Hashable, Any]]] = defaultdict(list)
    for hit in hits[["label", "document", "outlet", "start", "end"]].to_dict("records"):
        used[str(hit["label"])].append(hit)
    rows, seen = [], set[str]()
    for term in sorted(of_label):
        # Two spellings that match the same words are one term.
        if spelling_key(term) not in seen and known.called(term) is None and _is_term(term):
            seen.add(spelling_key(term))
            rows.append(_row(tokens, term, of_label[term], used[term]))
    return rows


def _row(
    tokens: Tokens, term: str, counts: Sequence[Mapping[Hashable, Any]], used: Sequence[Mapping[Hashable, Any]]
) -> dict[str, Any]:
    callers: Counter[str] = Counter()
    for row in counts:
        callers[str(row["actor"])] += int(row["n"])
    ranked = sorted(callers, key=lambda actor: (-callers[actor], actor))
    return {
        "term": term,
        "actors": _SEPARATOR.join(ranked[:_MOST_ACTORS]),
        "n": callers.total(),
        "n_documents": len({hit["document"] for hit in used}),
        "n_outlets": len({hit["outlet"] for hit in used if isinstance(hit["outlet"], str)}),
        **{f"n_{voice}": sum(int(row[f"n_{voice}"]) for row in counts) for voice in _VOICES},
        "n_corpus": max(int(row["n_corpus"]) for row in counts),
        "nearest": str(counts[0]["nearest"]),
        "passage": _passage(tokens, used[0]),
    }


def _is_term(label: str) -> bool:
    """Whether a lexicon could hold a label: a name or a text that no pattern can match is no term."""
    try:
        Lexicon((Term((label,), _CATEGORY),))
    except LexiconError:
        return False
    return True


def _passage(tokens: Tokens, hit: Mapping[Hashable, Any]) -> str:
    first, last = tokens.spans_of([tokens.corpus.positions[hit["document"]]], [hit["start"]], [hit["end"]])
    return passage(tokens, int(first[0]), int(last[0]))


def _cautions(lexicon: Lexicon | None, table: pd.DataFrame) -> tuple[str, ...]:
    said = []
    if lexicon is None or not lexicon.actors:
        said.append("No lexicon names the actors: those that the articles name most often were taken, by form alone.")
    if not len(table):
        return (*said, "No label was found that the lexicon lacks.")
    said.append("A label is here because the articles say it of an actor; whether it is loaded is yours to say.")
    said.append("Terms taken from the articles that they are then counted in make every count circular.")
    return tuple(said)
