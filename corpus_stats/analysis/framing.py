"""Loaded terms by group: a count of words from a lexicon, not a detector of frames."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..evidence import Result, evidence_table, rounded
from ..lexicon import Lexicon
from ..occurrences import Occurrences, occurrences, random_occurrences
from ..regimes import (
    RESAMPLES,
    SINGLE,
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
from ..stats.random_lists import random_list_p
from ..stats.resampling import permutation_test
from ..tokens import Tokens

__all__ = ["Framing", "framing"]

_MIN_INTERVAL_DOCUMENTS = 3


@dataclass(frozen=True, eq=False, repr=False)
class Framing(Result):
    """Counts of a lexicon's categories by group.

    Columns of `table`, one row a group and category:

    group, category
    unit : what the rate counts by: content tokens (words of the lexicon among them), or mentions of an actor
    n_documents, of_documents : documents of the group in which the category occurs, and all of them
    denominator, n, rate : units; occurrences; occurrences per 1,000 content tokens, or per mention
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
        document, group, n_characters, n_tokens, denominator.
    by : str
        The column that groups.
    """

    terms: pd.DataFrame = field(default_factory=pd.DataFrame)
    documents: pd.DataFrame = field(default_factory=pd.DataFrame)
    by: str = "outlet"


def framing(
    tokens: Tokens,
    lexicon: Lexicon,
    by: str | Mapping[str, str] = "outlet",
    *,
    actor: str | None = None,
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
    actor : str, optional
        Count only in sentences that name the actor, and per mention of the name.
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
    counted = occurrences(tokens, lexicon, actor=actor)
    tested = _tested_documents(counted, groups, block_codes(tokens.corpus, within))
    lists = random_occurrences(counted, lists=random_lists, seed=seed)
    table = _described(tokens, groups, counted)
    table = pd.concat([table, _inference(groups, counted, tested, lists, (resamples, seed))], axis=1)
    random = {"resamples": resamples, "random_lists": random_lists, "seed": seed}
    return Framing(
        table=table,
        settings=_settings(tokens, lexicon, groups, within, {"unit": counted.unit, **random}),
        cautions=_cautions(tokens, lexicon, groups, tested, blocked=within is not None),
        hits=_hits(counted, actor),
        terms=_term_table(groups, counted),
        documents=_document_table(tokens, groups, counted),
        by=groups.column or "all",
    )


@dataclass(frozen=True, eq=False)
class _Tested:
    """Documents that have a denominator, and the groups that they can compare."""

    kept: NDArray[np.bool_]
    counts: NDArray[np.int64]
    exposure: NDArray[np.int64]
    blocks: NDArray[np.int64] | None
    contrasts: tuple[Contrast, ...]


def _tested_documents(counted: Occurrences, groups: Grouping, blocks: NDArray[np.int64] | None) -> _Tested:
    # An article that never names the actor says nothing of how its outlet calls him.
    kept = counted.denominator > 0
    present = [i for i in range(len(groups.names)) if (kept & (groups.codes == i)).any()]
    codes = np.searchsorted(present, groups.codes[kept])
    left = Grouping(groups.column, tuple(groups.names[i] for i in present), codes.astype(np.int64))
    own_blocks = None if blocks is None else blocks[kept]
    compared = contrasts(left, own_blocks) if len(present) > 1 else ()
    return _Tested(kept, counted.counts[:, kept], counted.exposure[kept], own_blocks, compared)


def _described(tokens: Tokens, groups: Grouping, counted: Occurrences) -> pd.DataFrame:
    rows = []
    for code, name in enumerate(groups.names):
        members = groups.codes == code
        counts = counted.counts[:, members]
        n, denominator = counts.sum(axis=1), int(counted.denominator[members].sum())
        columns = {
            "group": name,
            "category": list(counted.found.lexicon.categories),
            "unit": counted.unit,
            "n_documents": (counts > 0).sum(axis=1),
            "of_documents": int(members.sum()),
            "denominator": denominator,
            "n": n,
            "rate": rounded(counted.per * n / max(denominator, 1)),
            "rate_all_tokens": rounded(1000 * n / max(int(tokens.lengths()[members].sum()), 1)),
        }
        rows.append(pd.DataFrame(columns))
    return pd.concat(rows, ignore_index=True)


def _inference(
    groups: Grouping,
    counted: Occurrences,
    tested: _Tested,
    lists: dict[str, NDArray[np.float64]],
    random: tuple[int, int],
) -> pd.DataFrame:
    n_categories = len(counted.found.lexicon.categories)
    columns = ("low", "high", "p_value", "random_list_p", "ratio_low", "ratio_high", "detectable")
    by_group = {name: {column: np.full(n_categories, np.nan) for column in columns} for name in groups.names}
    for contrast in tested.contrasts:
        by_group[contrast.group] |= _limits(counted, tested, contrast)
        if contrast.regime.tests:
            by_group[contrast.group] |= _test(tested, contrast, random)
            by_group[contrast.group]["random_list_p"] = _list_p_values(counted, tested, contrast, lists)
    table = pd.concat([pd.DataFrame(by_group[name]) for name in groups.names], ignore_index=True)
    table["q_value"] = benjamini_hochberg(table["p_value"].to_numpy())
    regimes = {contrast.group: contrast.regime for contrast in tested.contrasts}
    owners = np.repeat(np.array(groups.names, dtype=object), n_categories)
    states = table[["q_value", "ratio_low", "ratio_high", "detectable"]].to_numpy(dtype=np.float64).tolist()
    table["verdict"] = [
        verdict(regimes[group], q_value, (low, high), detectable) if group in regimes else "not testable"
        for group, (q_value, low, high, detectable) in zip(owners, states, strict=True)
    ]
    numbers = ["low", "high", "p_value", "q_value", "random_list_p"]
    return table[[*numbers, "verdict"]].assign(**{name: rounded(table[name]) for name in numbers})


def _limits(counted: Occurrences, tested: _Tested, contrast: Contrast) -> dict[str, NDArray[np.float64]]:
    if contrast.regime.name == SINGLE or contrast.target.sum() < _MIN_INTERVAL_DOCUMENTS:
        return {}
    interval = log_scale_interval(tested.counts[:, contrast.target], tested.exposure[contrast.target])
    # Rates are per 1,000 of the exposure, whatever the unit.
    return {"low": 1000 * interval.low, "high": 1000 * interval.high}


def _test(tested: _Tested, contrast: Contrast, random: tuple[int, int]) -> dict[str, NDArray[np.float64]]:
    arguments = (tested.counts, tested.exposure, contrast.target)
    test = permutation_test(*arguments, blocks=tested.blocks, resamples=random[0], seed=random[1])
    ratio = log_scale_ratio_interval(*arguments, blocks=tested.blocks)
    # A category that never occurs was not tested, and is no part of the family.
    p_value = np.where(tested.counts.any(axis=1), test.p_value, np.nan)
    limits = {"ratio_low": ratio.low, "ratio_high": ratio.high}
    return {"p_value": p_value, **limits, "detectable": detectable_ratio(*arguments)}


def _list_p_values(
    counted: Occurrences, tested: _Tested, contrast: Contrast, lists: dict[str, NDArray[np.float64]]
) -> NDArray[np.float64]:
    values = np.full(len(tested.counts), np.nan)
    for i, category in enumerate(counted.found.lexicon.categories):
        if tested.counts[i].any():
            random = lists[category][:, tested.kept]
            arguments = (tested.counts[i], random, tested.exposure, contrast.target)
            values[i] = random_list_p(*arguments, blocks=tested.blocks)
    return values


def _hits(counted: Occurrences, actor: str | None) -> pd.DataFrame:
    found = counted.found
    terms = [found.lexicon.terms[i] for i in found.terms]
    evidence = evidence_table(found.tokens, found.first, found.last)
    columns = {"term": [t.name for t in terms], "category": [t.category for t in terms], "actor": [actor] * len(terms)}
    return pd.concat([evidence, pd.DataFrame(columns, dtype="str")], axis=1)


def _term_table(groups: Grouping, counted: Occurrences) -> pd.DataFrame:
    found, terms = counted.found, counted.found.lexicon.terms
    n = np.zeros((len(terms), len(groups.names)), dtype=np.int64)
    np.add.at(n, (found.terms, groups.codes[found.documents]), 1)
    pairs = np.unique(np.stack([found.terms, found.documents]), axis=1)
    n_documents = np.zeros_like(n)
    np.add.at(n_documents, (pairs[0], groups.codes[pairs[1]]), 1)
    order = sorted(np.unique(found.terms).tolist(), key=lambda i: (terms[i].category, terms[i].name))
    rows = [
        (group, terms[i].name, terms[i].category, int(n[i, code]), int(n_documents[i, code]))
        for code, group in enumerate(groups.names)
        for i in order
    ]
    return pd.DataFrame(rows, columns=["group", "term", "category", "n", "n_documents"])


def _document_table(tokens: Tokens, groups: Grouping, counted: Occurrences) -> pd.DataFrame:
    columns = {
        "document": list(tokens.corpus.names),
        "group": [groups.names[code] for code in groups.codes],
        "n_characters": [len(document.text) for document in tokens.corpus],
        "n_tokens": tokens.lengths(),
        "denominator": counted.denominator,
    }
    return pd.DataFrame(columns)


def _settings(
    tokens: Tokens, lexicon: Lexicon, groups: Grouping, within: str | Mapping[str, str] | None, rest: dict[str, object]
) -> dict[str, object]:
    return {
        "by": groups.column,
        "within": within if isinstance(within, str) or within is None else "mapping",
        "lexicon": lexicon.fingerprint(),
        "lexicon_source": lexicon.source,
        "history": list(tokens.history),
        **rest,
    }


def _cautions(tokens: Tokens, lexicon: Lexicon, groups: Grouping, tested: _Tested, *, blocked: bool) -> tuple[str, ...]:
    lengths = tokens.lengths()[tested.kept]
    cautions = design_cautions(tokens.corpus, lengths, groups, tested.contrasts, blocked=blocked)
    return (*cautions, circular()) if lexicon.circular else cautions
