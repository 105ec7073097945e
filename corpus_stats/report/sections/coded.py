"""What people coded, beside what was counted: how far they agree, how right the lexicon is, and shares corrected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .draft import Draft, Shown, passages_of, plain_number
from .lines import grouped

if TYPE_CHECKING:
    import pandas as pd

    from ...studies.coding import Coding

__all__ = ["show_agreement", "show_corrected"]

_MISSING = plain_number(None, "")
_ACCURACY = (
    Shown("category", "category"),
    Shown("group", "group"),
    Shown("n_sentences", "coded sentences", ",d"),
    Shown("n_found", "found", ",d"),
    Shown("n_coded", "coded yes", ",g"),
    Shown("precision_limits", "precision (95 %)"),
    Shown("recall_limits", "recall (95 %)"),
    Shown("found_share", "share found", ".3f"),
    Shown("share_limits", "corrected (95 %)"),
    Shown("verdict", "verdict"),
)
_OTHER_LEXICON = (
    "The coded sentences were drawn with another lexicon, or with this one before it changed: shares and differences"
    " are not corrected by them. Draw and code anew to correct those of this lexicon."
)
_CONTRASTS = (
    Shown("category", "category"),
    Shown("group", "group"),
    Shown("found_ratio", "ratio as found", ".2f"),
    Shown("ratio_limits", "corrected (95 %)"),
    Shown("verdict", "verdict"),
)
_AGREEMENT = (
    Shown("category", "category"),
    Shown("measure", "measure"),
    Shown("estimate_limits", "estimate (95 %)"),
    Shown("n_units", "sentences", ",d"),
    Shown("n_coders", "coders", ",d"),
)


def show_corrected(draft: Draft, cautions: Sequence[str]) -> tuple[str, ...]:
    """Show precision and recall by group, and shares and contrasts corrected for them; the cautions, with those on it.

    Nothing is shown where nobody coded, or where the lexicon was another when the sentences were drawn.
    """
    if (coding := draft.material.coding) is None:
        return tuple(cautions)
    lexicon = draft.material.lexicon
    if lexicon is None or coding.settings["lexicon"] != lexicon.fingerprint():
        return *cautions, _OTHER_LEXICON
    assert coding.hits is not None
    assert coding.contrasts is not None
    draft.store("coded", coding.table)
    stored = draft.store("errors", coding.hits)
    passages = passages_of(draft.material.corpus, coding.hits, coding.hits["error"], kind="word")
    errors = grouped(passages, coding.hits, ("category",))
    links = [
        {"category": draft.behind(f"{name}: where the lexicon errs", sorted(errors[name,]), more=f"data/{stored}")}
        for name in coding.table["category"]
    ]
    note = (
        "By sentences, in the words of whomever, and by the groups that the sample was drawn in. The categories lead to"
        " the sentences in which the lexicon errs."
    )
    table = coding.table
    for name in ("precision", "recall", "share"):
        table = table.assign(**{f"{name}_limits": _limits(table, name, f"{name}_low", f"{name}_high")})
    draft.show("coded", "Against what people coded", table, _ACCURACY, links=links, note=note)
    if len(coding.contrasts):
        draft.store("contrasts", coding.contrasts)
        told = "Ratio of the shares of sentences, each group against the others, as found and corrected for errors."
        ratios = coding.contrasts.assign(ratio_limits=_limits(coding.contrasts, "ratio", "low", "high"))
        draft.show("contrasts", "Differences corrected for errors", ratios, _CONTRASTS, note=told)
    return _joined(cautions, coding)


def show_agreement(draft: Draft, cautions: Sequence[str]) -> tuple[str, ...]:
    """Show how far the coders agree, where there are several; the cautions, with those on what they coded."""
    if (coding := draft.material.coding) is None:
        return tuple(cautions)
    if coding.agreement is None or not len(coding.agreement):
        return _joined(cautions, coding)
    draft.store("agreement", coding.agreement)
    estimates = _limits(coding.agreement, "estimate", "low", "high")
    draft.show("agreement", "How far the coders agree", coding.agreement.assign(estimate_limits=estimates), _AGREEMENT)
    return _joined(cautions, coding)


def _joined(cautions: Sequence[str], coding: Coding) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*cautions, *coding.cautions)))


def _limits(table: pd.DataFrame, *names: str) -> list[str]:
    """Estimates, each with its interval where it has one."""
    rows = zip(*([plain_number(value, ".2f") for value in table[name]] for name in names), strict=True)
    return [value if low == high == _MISSING else f"{value} ({low} to {high})" for value, low, high in rows]
