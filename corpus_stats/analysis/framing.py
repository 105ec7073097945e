"""Loaded terms by group: a count of words from a lexicon, not a detector of frames."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from ..errors import ArgumentError
from ..evidence import Result, evidence_table, rounded
from ..lexicon import Lexicon
from ..matching import Matches, matches
from ..matrix import ngram_counts
from ..regimes import (
    RESAMPLES,
    Contrast,
    Grouping,
    block_codes,
    circular,
    contrasts,
    design_cautions,
    grouping,
    verdict,
)
from ..stats.intervals import log_scale_interval, log_scale_ratio_interval
from ..stats.multiplicity import benjamini_hochberg
from ..stats.power import detectable_ratio
from ..stats.random_lists import random_list_counts, random_list_p
from ..stats.resampling import permutation_test
from ..tokens import Tokens

__all__ = ["Framing", "framing"]

_MIN_INTERVAL_DOCUMENTS = 3


@dataclass(frozen=True, eq=False, repr=False)
class Framing(Result):
    """Counts of a lexicon's categories by group.

    Columns of `table`, one row a group and category:

    group, category
    unit : what the rate is per: ``"content tokens"``, words of the lexicon among them
    n_documents, of_documents : documents of the group in which the category occurs, and all of them
    denominator, n, rate : content tokens; occurrences; occurrences per 1,000 content tokens
    rate_all_tokens : per 1,000 of all tokens, for comparison with other studies
    low, high : limits of the 95 % interval of `rate` over documents; missing where the articles carry none
    p_value, q_value : permutation of documents, group against the rest; missing where the design cannot reach .05
    random_list_p : share of random word lists, matched term by term in frequency, whose contrast is as large; what any
        list of words would show
    verdict : different, similar, inconclusive, underpowered or not testable

    Columns of `hits`: evidence, term, category, actor.

    Attributes
    ----------
    terms : DataFrame
        group, term, category, n, n_documents: every group by every term that occurs.
    documents : DataFrame
        document, group, n_characters, n_tokens, n_content.
    by : str
        The column that groups.
    """

    terms: pd.DataFrame = field(default_factory=pd.DataFrame)
    documents: pd.DataFrame = field(default_factory=pd.DataFrame)
    by: str = "outlet"


@dataclass(frozen=True, eq=False)
class _Counts:
    """Occurrences by category and document, and the denominators by document."""

    categories: tuple[str, ...]
    hits: NDArray[np.int64]
    content: NDArray[np.int64]
    lengths: NDArray[np.int64]


def framing(
    tokens: Tokens,
    lexicon: Lexicon,
    by: str | Mapping[str, str] = "outlet",
    *,
    within: str | Mapping[str, str] | None = None,
    resamples: int = RESAMPLES,
    random_lists: int = 999,
    seed: int = 0,
) -> Framing:
    """Counts and rates of a lexicon's categories by group, with the inference that the articles can carry.

    Parameters
    ----------
    tokens : Tokens
    lexicon : Lexicon
    by : str or mapping of document name to group
    within : str or mapping of document name to event, optional
        Labels are permuted inside events, so that differences in what was covered do not count as differences between
        groups.
    resamples : int
        Random labelings, where there are too many to go through all.
    random_lists : int
        Lists of words as frequent as the category's terms; at least 999 for a p that is told from .001.
    seed : int

    Notes
    -----
    One article in a group supports no statement about its outlet, at any count: then there is no p value and no
    interval. Outlets differ in their share of content words, so any list of words differs a little between them.
    """
    groups = grouping(tokens.corpus, by)
    blocks = block_codes(tokens.corpus, within)
    found = matches(tokens, lexicon)
    counts = _counted(tokens, lexicon, found)
    comparisons = contrasts(groups, blocks) if len(groups.names) > 1 else ()
    table = _tested(_described(groups, counts, comparisons), counts, comparisons, blocks, (resamples, seed))
    if comparisons:
        lists = _random_lists(tokens, lexicon, found, comparisons, (random_lists, seed))
        table = table.assign(random_list_p=_list_p_values(counts, comparisons, blocks, lists))
    return Framing(
        table=table,
        settings=_settings(
            tokens, lexicon, groups, within, {"resamples": resamples, "random_lists": random_lists, "seed": seed}
        ),
        cautions=_cautions(tokens, lexicon, groups, comparisons, blocked=within is not None),
        hits=_hits(tokens, lexicon, found),
        terms=_term_table(groups, lexicon, found),
        documents=_document_table(tokens, groups, counts),
        by=groups.column or "all",
    )


def _counted(tokens: Tokens, lexicon: Lexicon, found: Matches) -> _Counts:
    if not lexicon.terms:
        raise ArgumentError("the lexicon has no term; framing counts terms")
    categories = lexicon.categories
    category_of_term = np.array([categories.index(term.category) for term in lexicon.terms], dtype=np.int64)
    hits = np.zeros((len(categories), len(tokens.corpus)), dtype=np.int64)
    np.add.at(hits, (category_of_term[found.terms], found.documents), 1)
    content = tokens.content()[tokens.type_ids] if len(tokens) else np.zeros(0, dtype=bool)
    # A function word that the lexicon lists is content to whoever listed it, so no rate exceeds 1,000.
    for first, last in zip(found.first, found.last, strict=True):
        content[first:last] = True
    per_document = np.bincount(tokens.documents(), weights=content, minlength=len(tokens.corpus)).astype(np.int64)
    return _Counts(categories, hits, per_document, tokens.lengths())


def _described(groups: Grouping, counts: _Counts, comparisons: tuple[Contrast, ...]) -> pd.DataFrame:
    rows = []
    for code, name in enumerate(groups.names):
        members = groups.codes == code
        hits = counts.hits[:, members]
        low, high = _limits(
            hits, counts.content[members], any(c.regime.n_target == 1 for c in comparisons if c.group == name)
        )
        n, content, length = hits.sum(axis=1), counts.content[members].sum(), counts.lengths[members].sum()
        rows.append(
            pd.DataFrame(
                {
                    "group": name,
                    "category": list(counts.categories),
                    "unit": "content tokens",
                    "n_documents": (hits > 0).sum(axis=1),
                    "of_documents": int(members.sum()),
                    "denominator": int(content),
                    "n": n,
                    "rate": rounded(1000 * n / max(content, 1)),
                    "rate_all_tokens": rounded(1000 * n / max(length, 1)),
                    "low": low,
                    "high": high,
                }
            )
        )
    return pd.concat(rows, ignore_index=True)


def _limits(
    hits: NDArray[np.int64], content: NDArray[np.int64], single: bool
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    used = content > 0
    if single or used.sum() < _MIN_INTERVAL_DOCUMENTS:
        missing = np.full(hits.shape[0], np.nan)
        return missing, missing
    interval = log_scale_interval(hits[:, used], content[used])
    return rounded(1000 * interval.low), rounded(1000 * interval.high)


def _tested(
    table: pd.DataFrame,
    counts: _Counts,
    comparisons: tuple[Contrast, ...],
    blocks: NDArray[np.int64] | None,
    random: tuple[int, int],
) -> pd.DataFrame:
    n_categories = len(counts.categories)
    p_values = np.full(len(table), np.nan)
    occurs = counts.hits.sum(axis=1) > 0
    for position, contrast in enumerate(comparisons):
        if contrast.regime.tests:
            test = permutation_test(
                counts.hits, counts.content, contrast.target, blocks=blocks, resamples=random[0], seed=random[1]
            )
            # A category that never occurs was not tested, and is no part of the family.
            p_values[position * n_categories : (position + 1) * n_categories] = np.where(occurs, test.p_value, np.nan)
    q_values = p_values.copy()
    tested = np.isfinite(p_values)
    if tested.any():
        q_values[tested] = benjamini_hochberg(p_values[tested])
    verdicts = _verdicts(counts, comparisons, blocks, q_values) or ["not testable"] * len(table)
    return table.assign(p_value=rounded(p_values), q_value=rounded(q_values), random_list_p=np.nan, verdict=verdicts)


def _random_lists(
    tokens: Tokens, lexicon: Lexicon, found: Matches, comparisons: tuple[Contrast, ...], random: tuple[int, int]
) -> dict[str, NDArray[np.float64]]:
    """Occurrences by document of random lists for each category: words for words, runs of words for runs."""
    if random[0] < 1:
        raise ArgumentError(f"random_lists is {random[0]}; it must be 1 or more")
    if not any(contrast.regime.tests for contrast in comparisons):
        return {}
    n_words = found.last - found.first
    n_by_term = np.bincount(found.terms, minlength=len(lexicon.terms))
    # A term counts as long as it is where it occurs first.
    words = np.ones(len(lexicon.terms), dtype=np.int64)
    words[found.terms[::-1]] = n_words[::-1]
    sizes = sorted({int(size) for size in words[n_by_term > 0]})
    taken = np.unique(tokens.type_ids[found.first[n_words == 1]])
    pools = [_candidates(tokens, size, taken) for size in sizes]
    category = np.array([term.category for term in lexicon.terms], dtype=object)
    lists = {}
    for name in lexicon.categories:
        wanted = [n_by_term[(category == name) & (words == size) & (n_by_term > 0)] for size in sizes]
        lists[name] = random_list_counts(pools, wanted, lists=random[0], seed=random[1])
    return lists


def _candidates(tokens: Tokens, n_words: int, taken: NDArray[np.int32]) -> sparse.csr_array:
    runs, first = ngram_counts(tokens, n_words)
    if n_words > 1:
        return runs
    types = tokens.type_ids[first]
    return sparse.csr_array(runs[:, np.flatnonzero(tokens.content()[types] & ~np.isin(types, taken))])


def _list_p_values(
    counts: _Counts,
    comparisons: tuple[Contrast, ...],
    blocks: NDArray[np.int64] | None,
    lists: dict[str, NDArray[np.float64]],
) -> NDArray[np.float64]:
    values = []
    for contrast in comparisons:
        for i, category in enumerate(counts.categories):
            tested = contrast.regime.tests and counts.hits[i].any()
            random = (counts.hits[i], lists[category], counts.content, contrast.target) if tested else None
            values.append(np.nan if random is None else random_list_p(*random, blocks=blocks))
    return rounded(values)


def _verdicts(
    counts: _Counts, comparisons: tuple[Contrast, ...], blocks: NDArray[np.int64] | None, q_values: NDArray[np.float64]
) -> list[str]:
    verdicts: list[str] = []
    for contrast in comparisons:
        regime = contrast.regime
        low = high = detectable = np.full(len(counts.categories), np.nan)
        if regime.tests:
            interval = log_scale_ratio_interval(counts.hits, counts.content, contrast.target, blocks=blocks)
            low, high = interval.low, interval.high
            detectable = detectable_ratio(counts.hits, counts.content, contrast.target)
        for limits, ratio in zip(zip(low, high, strict=True), detectable, strict=True):
            verdicts.append(verdict(regime, q_values[len(verdicts)], limits, ratio))
    return verdicts


def _hits(tokens: Tokens, lexicon: Lexicon, found: Matches) -> pd.DataFrame:
    terms = [lexicon.terms[i] for i in found.terms]
    evidence = evidence_table(tokens, found.first, found.last)
    columns = {"term": [t.name for t in terms], "category": [t.category for t in terms], "actor": [None] * len(terms)}
    return pd.concat([evidence, pd.DataFrame(columns, dtype="str")], axis=1)


def _term_table(groups: Grouping, lexicon: Lexicon, found: Matches) -> pd.DataFrame:
    used = np.unique(found.terms)
    n = np.zeros((len(lexicon.terms), len(groups.names)), dtype=np.int64)
    np.add.at(n, (found.terms, groups.codes[found.documents]), 1)
    pairs = np.unique(np.stack([found.terms, found.documents]), axis=1)
    n_documents = np.zeros_like(n)
    np.add.at(n_documents, (pairs[0], groups.codes[pairs[1]]), 1)
    order = sorted(used.tolist(), key=lambda i: (lexicon.terms[i].category, lexicon.terms[i].name))
    rows = [
        (group, lexicon.terms[i].name, lexicon.terms[i].category, int(n[i, code]), int(n_documents[i, code]))
        for code, group in enumerate(groups.names)
        for i in order
    ]
    return pd.DataFrame(rows, columns=["group", "term", "category", "n", "n_documents"])


def _document_table(tokens: Tokens, groups: Grouping, counts: _Counts) -> pd.DataFrame:
    columns = {
        "document": list(tokens.corpus.names),
        "group": [groups.names[code] for code in groups.codes],
        "n_characters": [len(document.text) for document in tokens.corpus],
        "n_tokens": counts.lengths,
        "n_content": counts.content,
    }
    return pd.DataFrame(columns)


def _settings(
    tokens: Tokens, lexicon: Lexicon, groups: Grouping, within: str | Mapping[str, str] | None, random: dict[str, int]
) -> dict[str, object]:
    return {
        "by": groups.column,
        "within": within if isinstance(within, str) or within is None else "mapping",
        "lexicon": lexicon.fingerprint(),
        "lexicon_source": lexicon.source,
        "unit": "content tokens",
        "history": list(tokens.history),
        **random,
    }


def _cautions(
    tokens: Tokens, lexicon: Lexicon, groups: Grouping, comparisons: tuple[Contrast, ...], *, blocked: bool
) -> tuple[str, ...]:
    cautions = design_cautions(tokens.corpus, tokens.lengths(), groups, comparisons, blocked=blocked)
    return (*cautions, circular()) if lexicon.circular else cautions
