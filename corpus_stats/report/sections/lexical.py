"""What the lexicon can bear on these articles, and the sentence on it that stands beside every count made with it."""

from __future__ import annotations

from collections import defaultdict

import pandas as pd

from ...errors import ArgumentError
from ...matching import matches
from ..contents import Passage, Section
from ..spec import LexiconHealthOptions
from .coded import show_agreement
from .draft import LISTED, Draft, Material, Shown, passages_of

__all__ = ["health_lead", "lexicon_health_section"]


def health_lead(draft: Draft) -> str:
    """Sentence on the lexicon beside a count made with it: how right it is, and once in a report all of its health."""
    from ...studies.lexicon_health import health_sentence, validity_sentence

    health = draft.material.health
    if health is None:
        return ""
    asked = [options.analysis for options in draft.material.request.section]
    homes = [i + 1 for i, analysis in enumerate(asked) if analysis in ("framing", "labels")]
    # The section on the lexicon says all of it among its cautions.
    is_home = "lexicon_health" not in asked and homes[:1] == [draft.number]
    return health_sentence(health) if is_home else validity_sentence(health)


def lexicon_health_section(draft: Draft) -> Section:
    """Count terms that do nothing, and labels that the lexicon lacks."""
    material, result = draft.material, draft.material.health
    assert isinstance(draft.options, LexiconHealthOptions)
    if result is None:
        raise ArgumentError(
            'the health is that of a lexicon with terms, and none is named; write lexicon = "lexicon.toml"'
        )
    assert material.lexicon is not None
    assert result.terms is not None
    draft.store("health", result.table)
    by_term = _passages(material)
    more = f"data/{draft.name('terms')}"
    categories: dict[str, list[Passage]] = defaultdict(list)
    for term in material.lexicon.terms:
        categories[term.category] += by_term[term.name]
        categories[_ALL] += by_term[term.name]
    keys = [{"": draft.behind(f"{name} in the articles", sorted(categories[name]), more=more)}
            for name in result.table["category"]]  # fmt: skip
    draft.show("health", "The lexicon by category", result.table, _HEALTH_COLUMNS, links=keys)
    draft.store("terms", result.terms)
    links = [
        {"": draft.behind(f"{term} in the articles", by_term[term], more=more)}
        for term in result.terms["term"].head(LISTED)
    ]
    draft.show("terms", "Its terms", result.terms, _TERM_COLUMNS, links=links)
    if result.lacking is not None:
        _show_lacking(draft, result.lacking, result.hits)
    return draft.section(show_agreement(draft, result.cautions), result.settings)


_ALL = "all"
_HEALTH_COLUMNS = (
    Shown("category", "category"),
    Shown("n_terms", "terms", ",d"),
    Shown("n_never", "never occur", ",d"),
    Shown("n_single", "in one article only", ",d"),
    Shown("n", "occurrences", ",d"),
    Shown("n_documents", "in articles", ",d"),
    Shown("n_coded", "coded sentences", ",g"),
    Shown("precision", "precision", ".2f"),
    Shown("precision_low", "95 % from", ".2f"),
    Shown("precision_high", "to", ".2f"),
    Shown("recall", "recall", ".2f"),
    Shown("recall_low", "95 % from", ".2f"),
    Shown("recall_high", "to", ".2f"),
)
_TERM_COLUMNS = (
    Shown("term", "term"),
    Shown("category", "category"),
    Shown("n", "occurrences", ",d"),
    Shown("n_documents", "in articles", ",d"),
    Shown("note", "note"),
)


def _passages(material: Material) -> dict[str, list[Passage]]:
    """Where each term of the lexicon stands."""
    assert material.lexicon is not None
    tokens, found = material.tokens, matches(material.tokens, material.lexicon)
    names = [term.name for term in material.lexicon.terms]
    by_term: dict[str, list[Passage]] = defaultdict(list)
    for document, first, last, term in zip(
        *(column.tolist() for column in (found.documents, found.first, found.last, found.terms)), strict=True
    ):
        place = (int(tokens.starts[first]), int(tokens.ends[last - 1]))
        by_term[names[term]].append(Passage(document, *place, names[term], "word"))
    return by_term


def _show_lacking(draft: Draft, lacking: pd.DataFrame, hits: pd.DataFrame | None) -> None:
    stored = draft.store("lacking", lacking)
    passages: dict[str, list[Passage]] = defaultdict(list)
    if hits is not None:
        for label, passage in zip(hits["label"], passages_of(draft.material.corpus, hits, hits["label"]), strict=True):
            passages[label].append(passage)
    links = [
        {"": draft.behind(f"{label} as a label", passages[label], more=f"data/{stored}")}
        for label in lacking["label"].head(LISTED)
    ]
    columns = [Shown("label", "label"), Shown("n", "occurrences", ",d"), Shown("nearest", "nearest term")]
    draft.show("lacking", "Labels that it lacks", lacking, columns, links=links)
