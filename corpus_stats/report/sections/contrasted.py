"""What each group writes more of, and what one finding rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from ...errors import ArgumentError
from ...evidence import evidence_table
from ...matching import matches
from ...matrix import DocumentTermMatrix, document_term_matrix
from ...preparation import read_corpus
from ...reading import is_frequency_list, read_frequency_list
from ...tokens import tokenize, type_of
from ..contents import Passage, Section
from ..spec import KeynessOptions, RobustnessOptions
from .draft import LISTED, Draft, Shown, counted, groups_of, occurrences, passages_of, reach_sentence

__all__ = ["keyness_section", "robustness_section"]


def keyness_section(draft: Draft) -> Section:
    """Words by how much more each group uses them, and where they stand."""
    from ...analysis.keyness import keyness
    from ...figures import plot_keyness, plot_keyness_scatter

    options, material = draft.options, draft.material
    assert isinstance(options, KeynessOptions)
    by = material.by(options.by)
    stop_words = () if options.function_words else None
    # A reference shares no events with the articles.
    within = material.within(options.within, by) if options.reference is None or options.within else None
    result = keyness(
        document_term_matrix(material.tokens, stop_words=stop_words),
        by,
        _reference(draft, options.reference),
        within=within,
        units=options.units,
        min_count=options.min_count,
        min_documents=options.min_documents,
        prior=options.prior,
        margin=options.margin,
        resamples=options.resamples,
        seed=material.request.seed,
    )
    draft.store("keyness", result.table)
    _keyness_lead(draft, result.settings, options, within)
    draft.draw("keyness", plot_keyness(result))
    if result.settings["test"] or options.reference is not None:
        # without a test its clouds repeat the dots
        draft.draw("scatter", plot_keyness_scatter(result))
    shown = result.table.groupby("group", sort=False).head(options.terms).reset_index(drop=True)
    links = _keyness_links(draft, shown, groups_of(material.corpus, by), compared=options.reference is None)
    note = (
        f"The first {options.terms} of each group by shrunk log-odds; the data hold all. Words that tell outlets apart"
        " are topics and names more often than loaded language."
    )
    draft.show("keyness", "Words used more than elsewhere", shown, _keyness_columns(by), links=links, note=note)
    return draft.section(result.cautions, result.settings)


def robustness_section(draft: Draft) -> Section:
    """One finding under other choices, and which of them change it."""
    from ...figures import plot_robustness
    from ...studies.robustness import robustness

    options, material = draft.options, draft.material
    assert isinstance(options, RobustnessOptions)
    if options.kind == "category" and material.lexicon is None:
        raise ArgumentError('the finding is a category of a lexicon, and none is named; write lexicon = "lexicon.toml"')
    by = material.by(options.by)
    if by is None:
        raise ArgumentError('robustness reruns a comparison, and by = "all" compares nothing')
    result = robustness(
        material.corpus,
        options.finding,
        options.group,
        by=by,
        within=material.within(options.within, by),
        lexicon=material.lexicon if options.kind == "category" else None,
        resamples=options.resamples,
        seed=material.request.seed,
    )
    draft.store("robustness", result.table)
    draft.lead.append(
        (
            f"“{options.finding}” in {options.group} against the rest, as it stands in the first row and under"
            f" {counted(len(result.table) - 1, 'other choice')} that could as well have been made. How many of them"
            " leave it as it is describes these choices; it is no strength of evidence.",
        )
    )
    draft.draw("robustness", plot_robustness(result))
    links = _robustness_links(draft, result.table, groups_of(material.corpus, by))
    draft.show("robustness", "The finding under other choices", result.table, _ROBUSTNESS_COLUMNS, links=links)
    return draft.section(result.cautions, result.settings)


_ROBUSTNESS_COLUMNS = (
    Shown("specification", "choice"),
    Shown("n", "occurrences", ",d"),
    Shown("n_reference", "elsewhere", ",d"),
    Shown("log_ratio", "log ratio (binary)", ".2f"),
    Shown("log_odds", "shrunk log-odds", ".2f"),
    Shown("q_value", "q", ".3g"),
    Shown("verdict", "verdict"),
    Shown("change", "what becomes of it"),
)


def _reference(draft: Draft, path: str | None) -> DocumentTermMatrix | Mapping[str, int] | None:
    if path is None:
        return None
    source = draft.material.folder / path
    if is_frequency_list(source):
        return read_frequency_list(source)
    asked = draft.material.request
    read = read_corpus(source, clean=asked.clean, skip_other_languages=asked.skip_other_languages)
    return document_term_matrix(tokenize(read))


def _keyness_lead(draft: Draft, settings: Mapping[str, Any], options: KeynessOptions, within: str | None) -> None:
    prior = settings["prior"]
    size = f"{prior:,.0f} words" if isinstance(prior, int | float) else "as many words as are compared"
    words = "all words" if options.function_words else "content words"
    said = [
        f"The family: m = {settings['m']:,} {words}, {settings['family']}.",
        f"Their order is that of log-odds shrunk by a prior of {size}.",
    ]
    if settings["test"]:
        said.append(
            f"p: {settings['test']}, {settings['resamples']:,} labelings where there are too many to try all, seed"
            f" {settings['seed']}; q: {settings['correction']}."
        )
    said.append(reach_sentence(settings, within, default=options.within is None))
    draft.lead.append((" ".join(said),))


def _keyness_columns(by: str | None) -> list[Shown]:
    return [
        Shown("group", by or "group"),
        Shown("term", "word"),
        Shown("n", "occurrences", ",d"),
        Shown("n_documents", "in articles", ",d"),
        Shown("of_documents", "of articles", ",d"),
        Shown("n_reference", "elsewhere", ",d"),
        Shown("log_ratio", "log ratio (binary)", ".2f"),
        Shown("low", "95 % from", ".2f"),
        Shown("high", "to", ".2f"),
        Shown("log_odds", "shrunk log-odds", ".2f"),
        Shown("p_value", "p", ".3g"),
        Shown("q_value", "q", ".3g"),
        Shown("verdict", "verdict"),
        Shown("studentised_p", "studentised p", ".3g"),
        Shown("omnibus_p", "omnibus p", ".3g"),
        Shown("rate", "per 1,000 words", ".2f"),
        Shown("rate_reference", "per 1,000 words elsewhere", ".2f"),
    ]


def _keyness_links(
    draft: Draft, shown: pd.DataFrame, groups: tuple[str, ...], *, compared: bool
) -> list[dict[str, str]]:
    """Evidence of every number: of the group's, its passages; of the others', theirs, where they are in the report."""
    tokens, names = draft.material.tokens, draft.material.corpus.names
    more, stored = f"data/{draft.name('occurrences')}", []
    links: list[dict[str, str]] = []
    found = {term: occurrences(tokens, term) for term in dict.fromkeys(shown["term"])}
    for group, term in zip(shown["group"], shown["term"], strict=True):
        own = [passage for passage in found[term] if groups[passage.document] == group]
        members = [i for i, name in enumerate(groups) if name == group]
        if len(links) < LISTED:
            key = draft.behind(f"{term} in {group}", own, [] if own else members, more)
            # every number is of the group's words, save those of what it is compared with
            numbers = [column.column for column in _keyness_columns(None) if column.form]
            link = {name: key for name in numbers if not name.endswith("_reference")}
            if compared:
                rest = [passage for passage in found[term] if groups[passage.document] != group]
                others = [i for i, name in enumerate(groups) if name != group]
                other = draft.behind(f"{term} elsewhere than in {group}", rest, [] if rest else others, more)
                link |= {"n_reference": other, "rate_reference": other}
            links.append(link)
    for term, passages in found.items():
        stored += [(names[p.document], groups[p.document], p.start, p.end, term) for p in passages]
    draft.store("occurrences", pd.DataFrame(stored, columns=["document", "group", "start", "end", "term"]))
    return links


def _robustness_links(draft: Draft, table: pd.DataFrame, groups: tuple[str, ...]) -> list[dict[str, str]]:
    """Evidence of every row: passages where the choice reads the text as the report does, or less of it."""
    options = draft.options
    assert isinstance(options, RobustnessOptions)
    names, hits = draft.material.corpus.names, _finding_hits(draft, options)
    stored = draft.store("hits", hits)
    found = list(zip(passages_of(draft.material.corpus, hits, hits["term"]), hits["part"], strict=True))
    links: list[dict[str, str]] = []
    everything = draft.behind("Articles compared", documents=range(len(names)))
    for row in table.head(LISTED).to_dict("records"):
        keeps = _keeping(row, names)
        passages = [passage for passage, part in found if keeps(passage, str(part))]
        sides = {
            "n": [p for p in passages if groups[p.document] == options.group],
            "n_reference": [p for p in passages if groups[p.document] != options.group],
        }
        link = {"": everything}
        for column, side in sides.items():
            # stems and uncleaned text have other passages than the report: their counts lead to the articles
            if row["cleaning"] and not row["stemming"] and side and len(side) == row[column]:
                where = f"in {options.group}" if column == "n" else f"elsewhere than in {options.group}"
                title = f"{options.finding} {where}: {row['specification']}"
                link[column] = draft.behind(title, side, more=f"data/{stored}")
        links.append(link)
    return links


def _keeping(row: Mapping[Any, Any], names: tuple[str, ...]) -> Callable[[Passage, str], bool]:
    def keeps(passage: Passage, part: str) -> bool:
        return bool(names[passage.document] != row["left_out"] and (row["captions"] or part != "caption"))

    return keeps


def _finding_hits(draft: Draft, options: RobustnessOptions) -> pd.DataFrame:
    tokens, lexicon = draft.material.tokens, draft.material.lexicon
    if options.kind == "category":
        assert lexicon is not None
        found = matches(tokens, lexicon)
        named = np.array([term.category == options.finding for term in lexicon.terms], dtype=bool)[found.terms]
        first, last = found.first[named], found.last[named]
        terms = [lexicon.terms[i].name for i in found.terms[named]]
    else:
        place = tokens.id_of(options.finding)
        type_id = tokens.id_of(type_of(options.finding)) if place is None else place
        first = np.flatnonzero(tokens.type_ids == type_id) if type_id is not None else np.empty(0, dtype=np.int64)
        last, terms = first + 1, [options.finding] * len(first)
    return evidence_table(tokens, first, last).assign(term=pd.Series(terms, dtype="str"))
