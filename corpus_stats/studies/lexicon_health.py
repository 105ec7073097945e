"""What a lexicon can bear on this corpus: which terms do nothing, which labels it lacks, how right people say it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..corpus import Corpus
from ..errors import ArgumentError
from ..evidence import Result, rounded
from ..lexicon import Lexicon
from ..matching import Matches, matches
from ..regimes import circular
from ..tokens import Tokens
from .coding import CodedSample, Coding
from .coding.measures import Judged, accuracy_row, judged_accuracy
from .coding.sentences import found_categories

__all__ = ["NOT_VALIDATED", "LexiconHealth", "health_sentence", "lexicon_health", "validity_sentence"]

NOT_VALIDATED = "The lexicon is not validated on this corpus: no person has coded sentences of it."

_ALL = "all"
_NAMED = 5
_MEASURES = ("n_coded", "precision", "precision_low", "precision_high", "recall", "recall_low", "recall_high")


@dataclass(frozen=True, eq=False, repr=False)
class LexiconHealth(Result):
    """A lexicon on a corpus.

    Columns of `table`, one row a category, and one for all of them:

    category, n_terms
    n_never, n_single : terms that never occur; that occur in one document only
    n, n_documents : occurrences, and documents that have one
    n_coded : sentences of the coded sample that people gave the category
    precision, recall, with _low and _high : by sentences; missing without a coded sample

    `hits` are the passages of the labels that the lexicon lacks; None without `labels`.

    Attributes
    ----------
    terms : DataFrame
        term, category, n, n_documents, note (``never occurs``, ``in one document``, or empty).
    lacking : DataFrame or None
        Discovered labels that the lexicon lacks: label, n, nearest (known label); the most frequent first.
    n_alternatives : int
        Words and phrases that the terms list.
    n_labels, n_lacking : int
        Labels that were discovered, and those of them that the lexicon lacks; different wordings are counted once.
    share_lacking : float
        Of all occurrences of labels, the share that the lexicon lacks; nan without labels.
    is_coded, is_circular : bool
    """

    terms: pd.DataFrame | None = None
    lacking: pd.DataFrame | None = None
    n_alternatives: int = 0
    n_labels: int = 0
    n_lacking: int = 0
    share_lacking: float = float("nan")
    is_coded: bool = False
    is_circular: bool = False


def lexicon_health(
    tokens: Tokens,
    lexicon: Lexicon,
    coded: Coding | CodedSample | None = None,
    labels: Result | None = None,
    *,
    level: float = 0.95,
    resamples: int = 4000,
    seed: int = 0,
) -> LexiconHealth:
    """Terms that do nothing, labels that a lexicon lacks, and its precision and recall on sentences that people coded.

    Parameters
    ----------
    tokens : Tokens
    lexicon : Lexicon
        It may have changed since the sentences were drawn: they are matched again.
    coded : Coding or CodedSample, optional
        Of this very corpus.
    labels : Labels, optional
        Labels of one actor or several, with this lexicon. Ranks, and names, aliases and titles of the actor, are left
        out: no lexicon of loaded words lacks them.
    level, resamples, seed
        Of the intervals of precision and recall.

    Raises
    ------
    ArgumentError
        The coded sentences are of another corpus, or none of the lexicon's categories was coded.
    """
    hits = matches(tokens, lexicon)
    terms = _terms(lexicon, hits)
    sample = coded.sample if isinstance(coded, Coding) else coded
    table = _counts(lexicon, terms, hits)
    measured: dict[str | None, dict[str, object]] = {}
    if sample is not None:
        measured = _judged_rows(tokens, lexicon, sample, level=level, resamples=resamples, seed=seed)
    for name in _MEASURES:
        values = [measured.get(category, {}).get(name, np.nan) for category in (*lexicon.categories, None)]
        table[name] = np.array(values, dtype=np.float64)
    lacking, passages, counts, share = (None, None, (0, 0), np.nan) if labels is None else _lacking(labels, lexicon)
    health = LexiconHealth(
        table=table,
        settings={"lexicon": lexicon.fingerprint(), "level": level, "resamples": resamples, "seed": seed},
        hits=passages,
        terms=terms,
        lacking=lacking,
        n_alternatives=sum(len(term.variants) for term in lexicon.terms),
        n_labels=counts[0],
        n_lacking=counts[1],
        share_lacking=share,
        is_coded=sample is not None,
        is_circular=lexicon.circular,
    )
    return replace(health, cautions=_cautions(health))


def health_sentence(health: LexiconHealth) -> str:
    """Short account of a lexicon's health, to stand beside whatever is counted with it."""
    row = health.table.iloc[-1]
    n = int(row["n_terms"])
    listed = f" ({health.n_alternatives} alternatives)" if health.n_alternatives > n else ""
    said = [f"Of the lexicon's {_number(n, 'term')}{listed}, {_never(int(row['n_never']), int(row['n_single']))}."]
    if health.n_labels:
        said.append(
            f"It lacks {health.n_lacking} of the {health.n_labels} labels that were discovered for the actors"
            f" ({_percent(health.share_lacking)} of their occurrences)."
        )
    return " ".join([*said, validity_sentence(health)])


def validity_sentence(health: LexiconHealth) -> str:
    """How right people say that the lexicon is on this corpus, or that nobody has said so."""
    row = health.table.iloc[-1]
    if not health.is_coded or np.isnan(row["precision"]):
        return NOT_VALIDATED
    measured = f"{_basis(health.table)}, {_measure(row, 'precision')} and {_measure(row, 'recall')}."
    return f"{measured} This validates its terms, not how labels and voices are read."


def _terms(lexicon: Lexicon, hits: Matches) -> pd.DataFrame:
    n_terms = len(lexicon.terms)
    n = np.bincount(hits.terms, minlength=n_terms)
    pairs = np.unique(np.stack([hits.terms, hits.documents]), axis=1)
    n_documents = np.bincount(pairs[0], minlength=n_terms)
    notes = np.where(n == 0, "never occurs", np.where(n_documents == 1, "in one document", ""))
    table = pd.DataFrame(
        {
            "term": [term.name for term in lexicon.terms],
            "category": [term.category for term in lexicon.terms],
            "n": n,
            "n_documents": n_documents,
            "note": notes.tolist(),
        }
    )
    return table.sort_values(["category", "n", "term"], ascending=[True, False, True], ignore_index=True)


def _counts(lexicon: Lexicon, terms: pd.DataFrame, hits: Matches) -> pd.DataFrame:
    of_hit = np.array([term.category for term in lexicon.terms])[hits.terms]
    rows = []
    for category in (*lexicon.categories, None):
        own = terms if category is None else terms[terms["category"] == category]
        documents = hits.documents if category is None else hits.documents[of_hit == category]
        rows.append(
            {
                "category": _ALL if category is None else category,
                "n_terms": len(own),
                "n_never": int((own["n"] == 0).sum()),
                "n_single": int((own["n_documents"] == 1).sum()),
                "n": int(own["n"].sum()),
                "n_documents": int(np.unique(documents).size),
            }
        )
    return pd.DataFrame(rows)


def _judged_rows(
    tokens: Tokens, lexicon: Lexicon, sample: CodedSample, *, level: float, resamples: int, seed: int
) -> dict[str | None, dict[str, object]]:
    """Precision and recall by category that was coded, and of all of these together (None)."""
    common = [category for category in sample.categories if category in lexicon.categories]
    if not common:
        raise ArgumentError(
            f"the coded categories are {', '.join(sample.categories)}; the lexicon has none of them, but"
            f" {', '.join(lexicon.categories) or 'no term'}"
        )
    rows = _sentence_rows(tokens, sample)
    found = found_categories(tokens, lexicon)[:, [lexicon.categories.index(category) for category in common]]
    truth = sample.truth[:, [sample.categories.index(category) for category in common]]
    found = np.column_stack([found, found.any(axis=1)])
    truth = np.column_stack([truth, np.fmax.reduce(truth, axis=1)])
    weights, strata = (sample.sentences[name].to_numpy() for name in ("weight", "stratum"))
    measured: dict[str | None, dict[str, object]] = {}
    for number, category in enumerate([*common, None]):
        n = int(found[:, number].sum())
        judged = Judged(found[rows, number], truth[:, number], weights, strata, (n, len(found) - n))
        accuracy = judged_accuracy(judged, level=level, resamples=resamples, seed=(seed, number))
        measured[category] = accuracy_row(judged, accuracy)
    return measured


def _sentence_rows(tokens: Tokens, sample: CodedSample) -> NDArray[np.int64]:
    """Position of every coded sentence among those of the tokens."""
    if sample.settings["corpus"] != tokens.corpus.fingerprint():
        raise ArgumentError(_other_corpus(tokens.corpus, sample))
    documents = np.searchsorted(tokens.bounds, tokens.sentence_bounds[:-1], side="right") - 1
    positions = [tokens.corpus.positions.get(name, -1) for name in sample.sentences["document"].tolist()]
    near = np.flatnonzero(np.isin(documents, positions))
    columns = (documents[near], tokens.sentence_starts[near], tokens.sentence_ends[near])
    places = dict(zip(zip(*(column.tolist() for column in columns), strict=True), near.tolist(), strict=True))
    spans = zip(positions, sample.sentences["start"].tolist(), sample.sentences["end"].tolist(), strict=True)
    found = [places.get(span, -1) for span in spans]
    if -1 in found:
        raise ArgumentError(
            f"coded sentence {sample.sentences['sentence'].iloc[found.index(-1)]!r} is no sentence of these tokens"
        )
    return np.array(found, dtype=np.int64)


def _lacking(labels: Result, lexicon: Lexicon) -> tuple[pd.DataFrame, pd.DataFrame | None, tuple[int, int], float]:
    """Labels that the lexicon lacks, their passages, the counts of labels and of lacking ones, the share of uses."""
    table = labels.table[_is_loadable(labels.table, lexicon)]
    known = table["in_lexicon"].to_numpy(dtype=bool)
    lacking = table[~known]
    columns = ["label", "n", "nearest"]
    if len(lacking):
        summed = lacking.groupby("label", as_index=False).agg(n=("n", "sum"), nearest=("nearest", "first"))
        lacking = summed.sort_values(["n", "label"], ascending=[False, True], ignore_index=True)
    hits = None
    if labels.hits is not None:
        hits = labels.hits[~labels.hits["in_lexicon"] & _is_loadable(labels.hits, lexicon)].reset_index(drop=True)
    total = int(table["n"].sum())
    share = float(rounded(table["n"].to_numpy()[~known].sum() / total)) if total else float("nan")
    return lacking[columns].reset_index(drop=True), hits, (table["label"].nunique(), len(lacking)), share


def _other_corpus(corpus: Corpus, sample: CodedSample) -> str:
    """What tells the articles that the coded sentences are of from these."""
    n, drawn = int(sample.totals["n_documents"].sum()), set(sample.sentences["document"])
    missing = drawn - set(corpus.names)
    if missing == drawn or (n == len(corpus) and not missing):
        return "the coded sentences are of another corpus, or of this one before it changed; draw and code them again"
    named = f": {min(missing)} is not among them" if missing else ""
    return (
        f"the coded sentences were drawn from {_number(n, 'article')}, and here are {len(corpus)}{named}; take the same"
        " articles (--skip-other-languages sets some aside, here or when they were drawn), or draw and code them again"
    )


def _is_loadable(table: pd.DataFrame, lexicon: Lexicon) -> NDArray[np.bool_]:
    """Whether labels are more than a rank or a name of their actor: neither is a gap in a lexicon of loaded words."""
    rows = zip(table["label"].tolist(), table["actor"].tolist(), table["category"].tolist(), strict=True)
    return np.array([kind != "title" and not lexicon.is_name(label, actor) for label, actor, kind in rows], dtype=bool)


def _cautions(health: LexiconHealth) -> tuple[str, ...]:
    assert health.terms is not None
    cautions = [circular()] if health.is_circular else []
    cautions.append(health_sentence(health))
    never = health.terms.loc[health.terms["n"] == 0, "term"].tolist()
    if never:
        more = f" and {len(never) - _NAMED} more" if len(never) > _NAMED else ""
        cautions.append(f"Terms that never occur: {', '.join(never[:_NAMED])}{more}.")
    return tuple(cautions)


def _never(n_never: int, n_single: int) -> str:
    never = "all occur" if not n_never else f"{n_never} never {'occurs' if n_never == 1 else 'occur'}"
    return f"{never}" + (
        f" and {n_single} {'occurs' if n_single == 1 else 'occur'} in one article only" if n_single else ""
    )


def _number(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _basis(table: pd.DataFrame) -> str:
    categories = table.iloc[:-1]
    coded = categories.loc[categories["n_coded"].notna(), "category"].tolist()
    only = f" for {', '.join(coded)}" if len(coded) < len(categories) else ""
    return f"By sentences that people coded{only}"


def _measure(row: pd.Series[float], name: str) -> str:
    if np.isnan(row[name]):
        return f"{name} is unknown"
    if np.isnan(row[f"{name}_low"]):
        return f"{name} is {row[name]:.2f}"
    return f"{name} is {row[name]:.2f} ({row[f'{name}_low']:.2f} to {row[f'{name}_high']:.2f})"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
