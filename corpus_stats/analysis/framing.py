"""Loaded terms by group: a count of words from a lexicon, not a detector of frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..contrasts import exchange_blocks, independent_units
from ..descriptions.loaded import Voiced, occurrences_of
from ..evidence import VOICES, Result, evidence_table, rounded
from ..lexicon import Lexicon
from ..occurrences import Occurrences, Spoken, chosen_voices, occurrences, random_occurrences
from ..regimes import (
    MARGIN,
    RESAMPLES,
    SINGLE,
    Contrast,
    Grouping,
    block_codes,
    check_margin,
    circular,
    contrasts,
    design_cautions,
    grouping,
    is_unbalanced,
    named,
    unsettled,
)
from ..stats.contrasts import absence_limits, contrast_tests, ratio_limits, verdicts
from ..stats.intervals import log_scale_interval
from ..stats.power import detectable_ratio
from ..stats.random_lists import random_list_p
from ..tokens import Tokens
from ..voices import voices as read_voices
from ..voices.english import require_english

__all__ = ["Framing", "framing"]

_MIN_INTERVAL_DOCUMENTS = 3
_OUTLET, _PARAPHRASE = VOICES.index("outlet"), VOICES.index("paraphrase")
_WIDER = ("rate", "p_value", "q_value", "verdict")
_NUMBERS = ("low", "high", "p_value", "q_value", "studentised_p", "omnibus_p", "omnibus_q", "random_list_p")


@dataclass(frozen=True, eq=False, repr=False)
class Framing(Result):
    """Counts of a lexicon's categories by group.

    Columns of `table`, one row a group and category:

    group, category
    unit : what the rate counts by: content tokens (words of the lexicon among them), or mentions of an actor
    n_documents, of_documents : documents of the group in which the category occurs, and all of them
    denominator, n, rate : units in the voices counted; occurrences in them; these per 1,000 content tokens, or per
        mention. With every voice counted, mentions are the references of `Labels`
    n_outlet, n_fragment, n_quoted, n_paraphrase : occurrences by voice, whichever are counted
    n_near : of an actor only: occurrences in the voices counted that are said of it without being a label (`nearby`)
    rate_all_tokens : per 1,000 of all tokens, for comparison with other studies; missing for an actor
    share_high : where the category never occurs, the upper 95 % Clopper-Pearson limit of the share of articles with it
    low, high : limits of the 95 % interval of `rate` over documents; missing where the articles carry none
    p_value, q_value : permutation of documents, group against the rest; missing where the design cannot reach .05. With
        more than two groups q is corrected for the selection by the omnibus test (Benjamini-Bogomolov 2014)
    studentised_p : beside `p_value` where number or length of articles differ threefold
    omnibus_p, omnibus_q : of any difference among more than two groups
    random_list_p : share of random word lists, matched term by term in frequency, whose contrast is as large; what any
        list of words would show
    verdict : different, similar, inconclusive, underpowered or not testable
    rate_with_paraphrase, p_value_with_paraphrase, q_value_with_paraphrase, verdict_with_paraphrase : the same with
        paraphrase counted too, whose wording may be the outlet's or the speaker's

    Columns of `hits`, one row an occurrence that is counted: evidence, term, category, actor.

    Attributes
    ----------
    terms : DataFrame
        group, term, category, n, n_documents: every group by every term that occurs in the voices counted.
    set_aside : DataFrame
        The occurrences in other voices, or where the actor is mentioned in these only, as in `hits`.
    nearby : DataFrame
        For an actor, the occurrences in sentences that refer to it which are said of it by the clause (read right in
        about three of four) and are no label: verbs, events, denied labels; in any voice.
    documents : DataFrame
        document, group, n_characters, n_tokens, denominator.
    by : str
        The column that groups.
    """

    terms: pd.DataFrame = field(default_factory=pd.DataFrame)
    nearby: pd.DataFrame = field(default_factory=pd.DataFrame)
    documents: pd.DataFrame = field(default_factory=pd.DataFrame)
    set_aside: pd.DataFrame = field(default_factory=pd.DataFrame)
    by: str = "outlet"


def framing(
    tokens: Tokens,
    lexicon: Lexicon,
    by: str | Mapping[str, str] = "outlet",
    *,
    actor: str | None = None,
    voices: str | Sequence[str] | None = None,
    within: str | Mapping[str, str] | None = None,
    units: str | Mapping[str, str] | None = None,
    margin: tuple[float, float] = MARGIN,
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
        Count a term where it stands in a label of the actor, as `labels` reads them (*warlord Ann Lee*, *accused her of
        being a warlord*, *her legitimate forces*), per reference to the actor by name, title, description or pronoun
        in the voices counted. What is said of the actor and no label (a verb, an event, a denied label) is counted in
        `n_near`; what is said of others nowhere. English articles only. Of a hostile label that the actor's own side is
        reported to use the wording is the outlet's, as in `labels`; the reference stays reported.
    voices : str or sequence of str, optional
        Whose wording is counted: ``outlet`` by default, ``fragment``, ``quoted``, ``paraphrase``. Articles that were
        not read for voices, in other languages than English, are counted whole.
    within : str or mapping of document name to event, optional
        Labels are permuted inside events, so that differences in what was covered do not count as differences between
        groups.
    units : str or mapping of document name to unit, optional
        Near-copies count once in the tests: of each unit and group, the document with the largest denominator.
    margin : (float, float)
        Ratios of rates between which a difference is called similar.
    resamples : int
        Random labelings, where there are too many to go through all.
    random_lists : int
        Lists of words as frequent as the category's terms, for an actor from its labels, if these have enough; at least
        999 for a p that is told from .001.
    seed : int

    Notes
    -----
    One article in a group supports no statement about its outlet, at any count: then there is no p value and no
    interval. Outlets differ in their share of content words, so any list of words differs a little between them. The
    verb of an attribution (*said*, *claimed*) is the outlet's choice of word, and counts as the outlet's.
    """
    check_margin(margin)
    chosen = chosen_voices(voices, VOICES)
    groups = grouping(tokens.corpus, by)
    said, beside = _said(tokens, lexicon, actor)
    counted = said.by(chosen)
    events, choices = block_codes(tokens.corpus, within), (margin, resamples, seed)
    tested = _tested_documents(counted, groups, events, units)
    lists, scarce = random_occurrences(counted, lists=random_lists, seed=seed)
    inference, ratios = _inference(groups, counted, tested, lists, choices)
    table = other = pd.concat([_described(groups, counted, said, beside, chosen), inference], axis=1)
    if _PARAPHRASE not in chosen and (said.of_tokens == _PARAPHRASE).any():
        wider = said.by((*chosen, _PARAPHRASE))
        again = _inference(groups, wider, _tested_documents(wider, groups, events, units), {}, choices)
        other = pd.concat([_described(groups, wider, said), again[0]], axis=1)
    return Framing(
        table=table.join(other[list(_WIDER)].add_suffix("_with_paraphrase")),
        settings={
            "by": groups.column,
            "voices": [VOICES[i] for i in chosen],
            "within": named(within),
            "units": named(units),
            "margin": list(margin),
            **_method(groups, counted, tested),
            "resamples": resamples,
            "random_lists": random_lists,
            "seed": seed,
        },
        cautions=(
            *_cautions(tokens, groups, tested, *scarce, blocked=within is not None),
            *said.cautions(chosen, VOICES, beside),
            *unsettled(ratios),
            *((circular(),) if lexicon.circular else ()),
        ),
        hits=_hits(said, said.is_in(chosen), actor),
        terms=_term_table(groups, counted),
        documents=_document_table(tokens, groups, counted),
        set_aside=_hits(said, ~said.is_in(chosen), actor),
        nearby=_hits(beside or said, np.full((beside or said).voices.size, beside is not None), actor),
        by=groups.column or "all",
    )


def _said(tokens: Tokens, lexicon: Lexicon, actor: str | None) -> tuple[Spoken, Spoken | None]:
    """Occurrences with their voices; for an actor those in its labels, and those said of it beside them."""
    if actor is None:
        # By token: of *claimed that* the verb is the outlet's word.
        return Spoken.of(occurrences(tokens, lexicon), read_voices(tokens).token_voices), None
    require_english(tokens, "labels of an actor")
    read = read_voices(tokens)
    voiced = Voiced(read.token_voices, _OUTLET, _PARAPHRASE, lambda *places: list(read.at(*places).speakers))
    return occurrences_of(tokens, lexicon, actor, voiced)


@dataclass(frozen=True, eq=False)
class _Tested:
    """Documents that have a denominator, and the groups that they can compare."""

    kept: NDArray[np.int64]
    counts: NDArray[np.int64]
    exposure: NDArray[np.int64]
    lengths: NDArray[np.int64]
    codes: NDArray[np.int64]
    events: NDArray[np.int64] | None
    blocks: NDArray[np.int64] | None
    contrasts: tuple[Contrast, ...]
    n_copies: int


def _tested_documents(
    counted: Occurrences, groups: Grouping, events: NDArray[np.int64] | None, units: str | Mapping[str, str] | None
) -> _Tested:
    chosen = independent_units(counted.found.tokens.corpus, units, groups.codes, counted.denominator)
    # An article that never mentions the actor says nothing of how its outlet calls him.
    usable = counted.denominator[chosen.documents] > 0
    kept, shared = chosen.documents[usable], chosen.shared[usable]
    present = np.unique(groups.codes[kept])
    names, codes = tuple(groups.names[i] for i in present), np.searchsorted(present, groups.codes[kept])
    left = Grouping(groups.column, names, codes)
    own = None if events is None else events[kept]
    blocks = exchange_blocks(own, shared)
    return _Tested(
        kept=kept,
        counts=counted.counts[:, kept],
        exposure=counted.exposure[kept],
        lengths=counted.found.tokens.lengths()[kept],
        codes=left.codes,
        events=own,
        blocks=blocks,
        contrasts=contrasts(left, blocks) if len(present) > 1 else (),
        n_copies=chosen.n_copies,
    )


def _method(groups: Grouping, counted: Occurrences, tested: _Tested) -> dict[str, object]:
    n_tested = sum(contrast.regime.tests for contrast in tested.contrasts)
    several = len(groups.names) > 2
    tokens, lexicon = counted.found.tokens, counted.found.lexicon
    return {
        "lexicon": lexicon.fingerprint(),
        "lexicon_source": lexicon.source,
        "history": list(tokens.history),
        "unit": counted.unit,
        "m": int(tested.counts.any(axis=1).sum()) * (n_tested if several else min(n_tested, 1)),
        "regime": {contrast.group: contrast.regime.name for contrast in tested.contrasts},
        "smallest_p": {contrast.group: float(rounded(contrast.regime.smallest_p)) for contrast in tested.contrasts},
        "test": "permutation of documents on the difference of pooled rates",
        "correction": "Benjamini-Bogomolov after an omnibus test" if several else "Benjamini-Hochberg",
        "interval": "log-scale ratio estimator over documents with t(n - 1), 95 %",
        "n_documents": len(counted.denominator),
        "n_tokens": len(tokens),
    }


def _described(
    groups: Grouping, counted: Occurrences, said: Spoken, beside: Spoken | None = None, chosen: Sequence[int] = ()
) -> pd.DataFrame:
    rows, apart = [], None if beside is None else beside.by(chosen)
    by_voice = {f"n_{voice}": said.counts(i) for i, voice in enumerate(VOICES)}
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
            "share_high": absence_limits((counts > 0).sum(axis=1), int(members.sum())),
            "rate": rounded(counted.per * n / max(denominator, 1)),
            "rate_all_tokens": rounded(counted.rate_of_all_tokens(n, members)),
            **{name: found[:, members].sum(axis=1) for name, found in by_voice.items()},
            "n_near": np.nan if apart is None else apart.counts[:, members].sum(axis=1),
        }
        rows.append(pd.DataFrame(columns))
    return pd.concat(rows, ignore_index=True)


def _inference(
    groups: Grouping,
    counted: Occurrences,
    tested: _Tested,
    lists: dict[str, NDArray[np.float64]],
    choices: tuple[tuple[float, float], int, int],
) -> tuple[pd.DataFrame, list[tuple[str, str, str, float, float]]]:
    n_categories = len(tested.counts)
    by_group = {name: _unknown(n_categories) for name in groups.names}
    ratios: list[tuple[str, str, str, float, float]] = []
    # A category that never occurs is not tested, and is no part of the family.
    occurs = tested.counts.any(axis=1)
    can_test = [contrast.regime.tests for contrast in tested.contrasts]
    if any(can_test) and occurs.any():
        tests = contrast_tests(
            tested.counts[occurs],
            tested.exposure,
            np.array([contrast.target for contrast in tested.contrasts], dtype=np.int8),
            tested=can_test,
            studentised=[is_unbalanced(contrast, tested.lengths) for contrast in tested.contrasts],
            groups=tested.codes,
            blocks=tested.blocks,
            resamples=choices[1],
            seed=choices[2],
        )
    for row, contrast in enumerate(tested.contrasts):
        found = by_group[contrast.group]
        found |= _limits(tested, contrast)
        if not contrast.regime.tests or not occurs.any():
            continue
        for column in ("p_value", "q_value", "studentised_p"):
            found[column][occurs] = getattr(tests, column)[row]
        for column in ("omnibus_p", "omnibus_q"):
            found[column][occurs] = getattr(tests, column)
        found["random_list_p"] = _list_p_values(counted, tested, contrast, lists, choices[2])
        limits = ratio_limits(tested.counts, tested.exposure, contrast.target, blocks=tested.events)
        reach = detectable_ratio(tested.counts, tested.exposure, contrast.target)
        found["verdict"] = verdicts(found["q_value"], limits, reach, margin=choices[0]).astype(object)
        columns = (counted.found.lexicon.categories, found["verdict"].tolist(), *limits)
        ratios += [(contrast.group, *row) for row in zip(*columns, strict=True)]
    table = pd.concat([pd.DataFrame(by_group[name]) for name in groups.names], ignore_index=True)
    return table.assign(**{name: rounded(table[name]) for name in _NUMBERS}), ratios


def _unknown(n_categories: int) -> dict[str, Any]:
    missing = {name: np.full(n_categories, np.nan) for name in _NUMBERS}
    return {**missing, "verdict": np.full(n_categories, "not testable", dtype=object)}


def _limits(tested: _Tested, contrast: Contrast) -> dict[str, NDArray[np.float64]]:
    if contrast.regime.name == SINGLE or contrast.target.sum() < _MIN_INTERVAL_DOCUMENTS:
        return {}
    interval = log_scale_interval(tested.counts[:, contrast.target], tested.exposure[contrast.target])
    # Rates are per 1,000 of the exposure, whatever the unit.
    return {"low": 1000 * interval.low, "high": 1000 * interval.high}


def _list_p_values(
    counted: Occurrences, tested: _Tested, contrast: Contrast, lists: dict[str, NDArray[np.float64]], seed: int
) -> NDArray[np.float64]:
    values = np.full(len(tested.counts), np.nan)
    for i, category in enumerate(counted.found.lexicon.categories):
        if tested.counts[i].any() and category in lists:
            arguments = (tested.counts[i], lists[category][:, tested.kept], tested.exposure, contrast.target)
            values[i] = random_list_p(*arguments, blocks=tested.blocks, seed=seed)
    return values


def _hits(said: Spoken, kept: NDArray[np.bool_], actor: str | None) -> pd.DataFrame:
    found = said.everything.found
    terms = [found.lexicon.terms[i] for i in found.terms[kept]]
    evidence = evidence_table(found.tokens, found.first[kept], found.last[kept], read_voices(found.tokens))
    columns = {"term": [t.name for t in terms], "category": [t.category for t in terms], "actor": [actor] * len(terms)}
    evidence["voice"] = pd.Series([None if i < 0 else VOICES[i] for i in said.voices[kept].tolist()], dtype="str")
    return pd.concat([evidence, pd.DataFrame(columns, dtype="str")], axis=1)


def _term_table(groups: Grouping, counted: Occurrences) -> pd.DataFrame:
    terms = counted.found.lexicon.terms
    n, n_documents = counted.by_term(groups.codes, len(groups.names))
    order = sorted(np.unique(counted.found.terms).tolist(), key=lambda i: (terms[i].category, terms[i].name))
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
    }
    return pd.DataFrame({**columns, "denominator": counted.denominator})


def _cautions(tokens: Tokens, groups: Grouping, tested: _Tested, *scarce: str, blocked: bool) -> tuple[str, ...]:
    cautions = design_cautions(tokens.corpus, tested.lengths, groups, tested.contrasts, blocked=blocked)
    alone = [contrast for contrast in tested.contrasts if contrast.part is not None and not contrast.part.all()]
    if alone and blocked:
        least = min(int((~contrast.part).sum()) for contrast in alone if contrast.part is not None)
        line = "documents are on events of one side only: they are counted, but no part of any p."
        cautions = (*cautions, f"{least} or more of {tested.codes.size} {line}")
    if tested.n_copies:
        line = "near-copies take no part in the tests: one document of a unit stands for it in each group."
        cautions = (*cautions, f"{tested.n_copies} {line}")
    return (*cautions, *(scarce if any(contrast.regime.tests for contrast in tested.contrasts) else ()))
