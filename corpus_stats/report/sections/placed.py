"""Which words stand near a word, and where in the articles words stand."""

from __future__ import annotations

from collections import defaultdict

import pandas as pd

from ...evidence import evidence_table
from ...matching import phrase_matches
from ..contents import Passage, Section
from ..spec import CollocationOptions, DispersionOptions
from .draft import LISTED, Draft, Shown, counted, linked, passages_of

__all__ = ["collocation_section", "dispersion_section"]


def collocation_section(draft: Draft) -> Section:
    """Words near a node, with the passages in which both stand."""
    from ...analysis.collocation import collocation
    from ...figures import plot_collocation

    options, material = draft.options, draft.material
    assert isinstance(options, CollocationOptions)
    result = collocation(
        material.tokens,
        options.node,
        window=options.window,
        span=options.span,
        min_count=options.min_count,
        min_documents=options.min_documents,
        stop_words=() if options.function_words else None,
    )
    assert result.hits is not None
    more = f"data/{draft.store('hits', result.hits)}"
    near = defaultdict(list)
    for collocate, passage in zip(result.hits["collocate"], _with_node(draft, result.hits), strict=True):
        near[collocate].append(passage)
    listed = result.table["collocate"].head(LISTED)
    links = [{"": draft.behind(f"{word} near {options.node}", near[word], more=more)} for word in listed]
    _collocation_lead(draft, options)
    draft.store("collocation", result.table)
    if len(result.table):
        draft.draw("collocation", plot_collocation(result))
        draft.show("collocation", f"Words near “{options.node}”", result.table, _COLLOCATION_COLUMNS, links=links)
    return draft.section(result.cautions, result.settings)


def dispersion_section(draft: Draft) -> Section:
    """How evenly words are spread over the articles, and where in them they stand."""
    from ...analysis.dispersion import dispersion
    from ...figures import plot_dispersion

    options, material = draft.options, draft.material
    assert isinstance(options, DispersionOptions)
    result = dispersion(material.tokens, options.terms, options.by)
    assert result.hits is not None
    more = f"data/{draft.store('hits', result.hits)}"
    found = defaultdict(list)
    for term, passage in zip(
        result.hits["term"], passages_of(material.corpus, result.hits, result.hits["term"]), strict=True
    ):
        found[term].append(passage)
    keys = {term: draft.behind(f"{term}, wherever it stands", found[term], more=more) for term in result.table["term"]}
    parts = "article" if options.by == "document" else f"group by {options.by}"
    sentence: list[str | tuple[str, str]] = []
    for term, n, spread, of in result.table[["term", "n", "range", "of"]].itertuples(index=False, name=None):
        start = f"{'; ' if sentence else ''}“{term}”: "
        sentence += [start, (counted(n, "occurrence"), keys[term]), f" in {spread} of {counted(of, parts)}"]
    draft.lead.append(linked([*sentence, "."]))
    draft.draw("dispersion", plot_dispersion(result))
    draft.store("dispersion", result.table)
    links = [{"": keys[term]} for term in result.table["term"]]
    draft.show("dispersion", "Measures of spread", result.table, _DISPERSION_COLUMNS, links=links)
    _show_parts(draft, result.parts, found, options.by)
    return draft.section(result.cautions, result.settings)


_COLLOCATION_COLUMNS = (
    Shown("collocate", "word"),
    Shown("n", "occurrences near", ",d"),
    Shown("n_documents", "in articles", ",d"),
    Shown("n_total", "occurrences anywhere", ",d"),
    Shown("expected", "expected near", ".2f"),
    Shown("log_dice", "log Dice", ".2f"),
    Shown("mi", "MI", ".2f"),
    Shown("t", "t", ".2f"),
    Shown("g2", "G2", ".1f"),
    Shown("delta_p", "ΔP", ".3f"),
)
_DISPERSION_COLUMNS = (
    Shown("term", "word"),
    Shown("n", "occurrences", ",d"),
    Shown("range", "in parts", ",d"),
    Shown("of", "of parts", ",d"),
    Shown("dp_norm", "DP, normed (0 even)", ".2f"),
    Shown("juilland_d", "Juilland D (1 even)", ".2f"),
    Shown("carroll_d2", "Carroll D2 (1 even)", ".2f"),
    Shown("kl", "divergence in bits", ".2f"),
)


def _collocation_lead(draft: Draft, options: CollocationOptions) -> None:
    tokens = draft.material.tokens
    _, first, last, _ = phrase_matches(tokens, [options.node])
    found = evidence_table(tokens, first, last)
    passages = passages_of(draft.material.corpus, found, [options.node] * len(found), kind="word")
    key = draft.behind(f"{options.node}, wherever it stands", passages, more=f"data/{draft.store('node', found)}")
    told = (
        f". Listed by log Dice: words within {options.window} words of it in the same {options.span}, at least"
        f" {options.min_count} times and in {counted(options.min_documents, 'article')}. No measure is a test."
    )
    draft.lead.append(linked([f"“{options.node}”: ", (counted(len(found), "occurrence"), key), told]))


def _with_node(draft: Draft, hits: pd.DataFrame) -> list[Passage]:
    """Passages from the collocate to the occurrence of the node that it is near to, or the other way round."""
    notes = [f"{word} near {node}" for word, node in zip(hits["collocate"], hits["node"], strict=True)]
    whole = hits.assign(
        start=hits[["start", "node_start"]].min(axis=1),
        end=hits[["end", "node_end"]].max(axis=1),
    )
    return passages_of(draft.material.corpus, whole, notes, kind="word")


def _show_parts(draft: Draft, parts: pd.DataFrame, found: dict[str, list[Passage]], by: str) -> None:
    draft.store("parts", parts)
    names = draft.material.corpus.names
    values = names if by == "document" else tuple(value or "" for value in draft.material.corpus.values(by))
    used = parts[parts["n"] > 0].reset_index(drop=True)
    links = []
    for term, part in zip(used["term"].head(LISTED), used["part"].head(LISTED), strict=True):
        passages = [passage for passage in found[term] if values[passage.document] == part]
        links.append({"": draft.behind(f"{term} in {part}", passages, more=f"data/{draft.name('hits')}")})
    label = "article" if by == "document" else by
    columns = [Shown("term", "word"), Shown("part", label)]
    columns += [Shown("n", "occurrences", ",d"), Shown("n_tokens", "of words", ",d")]
    draft.show("parts", "Where they occur", used, columns, links=links)
