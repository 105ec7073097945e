"""Terms of the lexicon by group, frequent words and runs of words, and the lines of a concordance."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from ...errors import ArgumentError
from ..contents import Passage, Section
from ..spec import ConcordanceOptions, FramingOptions, FrequencyOptions, NgramsOptions
from .coded import show_corrected
from .draft import (
    LISTED,
    Draft,
    Shown,
    counted,
    groups_of,
    linked,
    ngram_occurrences,
    occurrences,
    passages_of,
    reach_sentence,
)
from .lexical import health_lead
from .lines import VOICE_COLUMNS, VOICE_NOTE, hits_of, show_lines, voice_notes, with_context

if TYPE_CHECKING:
    from ...analysis.framing import Framing

__all__ = ["concordance_section", "framing_section", "frequency_section", "ngrams_section"]

_SHARED_WIDTH = 60
_WIDE = 8


def framing_section(draft: Draft) -> Section:
    """Count loaded terms by group, where they stand, and every occurrence."""
    from ...analysis.framing import framing
    from ...figures import plot_framing, plot_positions, plot_rates

    options, material = draft.options, draft.material
    assert isinstance(options, FramingOptions)
    if material.lexicon is None:
        raise ArgumentError('framing counts terms of a lexicon, and none is named; write lexicon = "lexicon.toml"')
    by = material.by(options.by)
    groups = groups_of(material.corpus, by)
    column = by if by is not None else dict(zip(material.corpus.names, groups, strict=True))
    within = material.within(options.within, by)
    result = framing(
        material.tokens,
        material.lexicon,
        column,
        actor=options.actor,
        voices=options.voices,
        within=within,
        resamples=options.resamples,
        random_lists=options.random_lists,
        seed=material.request.seed,
    )
    hits = hits_of(result)
    found = passages_of(material.corpus, hits, _framing_notes(hits))
    more = f"data/{draft.store('hits', hits)}"
    _framing_lead(draft, found, result, len(material.lexicon.terms))
    draft.lead.append((reach_sentence(result.settings, within, default=options.within is None),))
    for name, plot in (("terms", plot_framing), ("positions", plot_positions), ("rates", plot_rates)):
        draft.draw(name, plot(result))
    by_category, by_term = defaultdict(list), defaultdict(list)
    for passage, category, term in zip(found, hits["category"], hits["term"], strict=True):
        by_category[groups[passage.document], category].append(passage)
        by_term[groups[passage.document], term].append(passage)
    _show_rates(draft, result.table, groups, by_category, more)
    _show_terms(draft, result.terms, groups, by_term, more)
    draft.store("documents", result.documents)
    cautions = show_corrected(draft, result.cautions) if options.actor is None else result.cautions
    _show_occurrences(draft, result, found)
    return draft.section(cautions, result.settings)


def _show_occurrences(draft: Draft, result: Framing, found: list[Passage]) -> None:
    """Every occurrence with its context, and those in voices that are not counted."""
    show_lines(draft, "hits", "Every occurrence", with_context(draft, hits_of(result)), found)
    if len(aside := result.set_aside):
        others = passages_of(draft.material.corpus, aside, _framing_notes(aside))
        lines = with_context(draft, aside)
        show_lines(draft, "set-aside", "Set aside, as the words of others or as reported", lines, others)
    if len(beside := result.nearby):
        draft.store("nearby", beside)
        others = passages_of(draft.material.corpus, beside, _framing_notes(beside))
        title = f"Said of {getattr(draft.options, 'actor', '')} by the clause, and no label: not counted"
        show_lines(draft, "nearby", title, with_context(draft, beside), others)


def _framing_notes(hits: pd.DataFrame) -> list[str]:
    """What was found, and whose words it is."""
    said = zip(hits["term"], hits["category"], voice_notes(hits), strict=True)
    return [" · ".join(part for part in (f"{term} ({kind})", note) if part) for term, kind, note in said]


def frequency_section(draft: Draft) -> Section:
    """Most frequent words by group."""
    from ...analysis.frequency import frequency
    from ...figures import plot_frequency

    options, material = draft.options, draft.material
    assert isinstance(options, FrequencyOptions)
    by = material.by(options.by)
    stop_words = () if options.function_words else None
    result = frequency(material.tokens, by, stop_words=stop_words, min_count=options.min_count)
    draft.draw("frequency", plot_frequency(result))
    found = _Words("frequency", "Most frequent words", "word", lambda word: occurrences(material.tokens, word))
    _show_most_frequent(draft, result.table, by, options.terms, found)
    return draft.section(result.cautions, result.settings)


def ngrams_section(draft: Draft) -> Section:
    """Most frequent runs of words by group."""
    from ...analysis.ngrams import ngrams
    from ...figures import plot_ngrams

    options, material = draft.options, draft.material
    assert isinstance(options, NgramsOptions)
    by = material.by(options.by)
    stop_words = () if options.function_words else None
    result = ngrams(material.tokens, options.n, by, min_count=options.min_count, stop_words=stop_words)
    if len(result.table):
        draft.draw("ngrams", plot_ngrams(result))
    title = f"Most frequent runs of {counted(options.n, 'word')}"
    found = _Words("ngrams", title, "run of words", lambda run: ngram_occurrences(material.tokens, run))
    _show_most_frequent(draft, result.table, by, options.terms, found)
    return draft.section(result.cautions, result.settings)


def concordance_section(draft: Draft) -> Section:
    """Every occurrence of a pattern with its context."""
    from ...analysis.concordance import concordance

    options, material = draft.options, draft.material
    assert isinstance(options, ConcordanceOptions)
    # A line of a copy to share is no way round the limit of words.
    width = min(options.width, _SHARED_WIDTH) if material.request.share else options.width
    result = concordance(material.tokens, options.pattern, sort=options.sort, width=width)
    found = passages_of(material.corpus, result.table, [options.pattern] * len(result.table))
    more = f"data/{draft.store('concordance', result.table)}"
    key = draft.behind(f"Occurrences of {options.pattern}", found, more=more)
    n_documents = len({passage.document for passage in found})
    times = counted(len(found), "occurrence")
    draft.lead.append(linked([(times, key), f" of “{options.pattern}” in {counted(n_documents, 'article')}."]))
    lines = with_context(draft, result.table, width, line=True)
    show_lines(draft, "concordance", f"Lines of “{options.pattern}”", lines, found)
    return draft.section(result.cautions, result.settings)


_Found = dict[tuple[str, str], list[Passage]]


@dataclass(frozen=True)
class _Words:
    """What is counted by term: the name of its files, the heading, what a term is, and where each one stands."""

    name: str
    title: str
    label: str
    passages: Callable[[str], list[Passage]]


def _show_most_frequent(draft: Draft, table: pd.DataFrame, by: str | None, terms: int, found: _Words) -> None:
    corpus = draft.material.corpus
    groups = groups_of(corpus, by)
    draft.store(found.name, table)
    shown = table.groupby("group", sort=False).head(terms).reset_index(drop=True)
    links, stored = [], []
    for group, term in zip(shown["group"], shown["term"], strict=True):
        passages = [p for p in found.passages(term) if groups[p.document] == group]
        members = [i for i, name in enumerate(groups) if name == group]
        more = f"data/{draft.name('occurrences')}"
        links.append({"": draft.behind(f"{term} in {group}", passages, members, more)})
        stored += [(corpus.names[p.document], group, p.start, p.end, term) for p in passages]
    columns = [Shown("group", by or "group"), Shown("term", found.label), Shown("n", "occurrences", ",d")]
    columns += [Shown("n_documents", "articles", ",d"), Shown("rate", "per 1,000 words", ".2f")]
    note = f"The {terms} most frequent of each group; the data hold all."
    draft.show(found.name, found.title, shown, columns, links=links, note=note)
    draft.store("occurrences", pd.DataFrame(stored, columns=["document", "group", "start", "end", "term"]))


def _framing_lead(draft: Draft, found: list[Passage], result: Framing, n_terms: int) -> None:
    hits, aside = hits_of(result), result.set_aside
    everything = draft.behind("Every occurrence of the lexicon's terms", found, more=f"data/{draft.name('hits')}")
    n_documents = len({passage.document for passage in found})
    said: list[str | tuple[str, str]] = [
        f"{hits['term'].nunique()} of the lexicon’s {counted(n_terms, 'term')} occur in what is counted, ",
        (counted(len(found), "time"), everything),
        f" in {n_documents} of {counted(len(draft.material.corpus), 'article')}.",
    ]
    if len(aside):
        more = f"data/{draft.store('set-aside', aside)}"
        passages = passages_of(draft.material.corpus, aside, _framing_notes(aside))
        key = draft.behind("Occurrences in other voices", passages, more=more)
        said += [" Set aside as the words of others, or as reported: ", (counted(len(aside), "occurrence"), key), "."]
    draft.lead.append(linked([*said, " This counts words of a list; it does not detect frames."]))
    if sentence := health_lead(draft):
        draft.lead.append((sentence,))


def _show_rates(draft: Draft, table: pd.DataFrame, groups: tuple[str, ...], found: _Found, more: str) -> None:
    draft.store("framing", table)
    links = []
    for group, category in zip(table["group"].head(LISTED), table["category"].head(LISTED), strict=True):
        members = [i for i, name in enumerate(groups) if name == group]
        key = draft.behind(f"{category} in {group}", found[group, category], members, more)
        links.append({"": key})
    columns, voiced = _rate_columns(draft.material.by(getattr(draft.options, "by", None)) or "group", table)
    absent = [_absence(*row) for row in zip(*(table[column] for column in _ABSENCE), strict=True)]
    shown = table.assign(absent=pd.Series(absent, index=table.index, dtype="object"))
    draft.show("framing", "Loaded terms by category", shown, columns, links=links)
    title, note = "The same by voice, and with reported speech counted too", VOICE_NOTE
    draft.show("voices", title, table, voiced, links=links, data=draft.name("framing"), note=note)


_ABSENCE = ("n_documents", "of_documents", "share_high")


def _rate_columns(by: str, table: pd.DataFrame) -> tuple[list[Shown], list[Shown]]:
    """Columns of the rates, and of what they are by voice."""
    unit = str(table["unit"].iat[0]).replace("content tokens", "content words")
    per = f"per 1,000 {unit}" if unit == "content words" else f"per mention{unit.removeprefix('mentions')}"
    place = [Shown("group", by), Shown("category", "category"), Shown("n", "occurrences", ",d")]
    tested = [
        Shown("n_near", "said of it, no label", ",d"),
        Shown("n_documents", "in articles", ",d"),
        Shown("of_documents", "of articles", ",d"),
        Shown("denominator", unit, ",d"),
        Shown("rate", per, ".2f"),
        Shown("low", "95 % from", ".2f"),
        Shown("high", "to", ".2f"),
        Shown("p_value", "p", ".3g"),
        Shown("q_value", "q", ".3g"),
        Shown("verdict", "verdict"),
        Shown("studentised_p", "studentised p", ".3g"),
        Shown("omnibus_p", "omnibus p", ".3g"),
        Shown("random_list_p", "random-list p", ".3g"),
        Shown("rate_all_tokens", "per 1,000 of all words", ".2f"),
        Shown("absent", "where there is none"),
    ]
    voiced = [
        *VOICE_COLUMNS,
        Shown("rate", per, ".2f"),
        Shown("rate_with_paraphrase", "the same with ≈", ".2f"),
        Shown("verdict", "verdict"),
        Shown("verdict_with_paraphrase", "verdict with ≈"),
    ]
    return [*place, *tested], [*place, *voiced]


def _absence(n: int, of: int, high: float) -> str | None:
    """How many articles could still hold what none of these does; None where one does."""
    return None if math.isnan(high) else f"{n} of {counted(of, 'article')}: at most {100 * high:.0f} % of its articles"


def _show_terms(draft: Draft, terms: pd.DataFrame, groups: tuple[str, ...], found: _Found, more: str) -> None:
    draft.store("terms", terms)
    names = list(dict.fromkeys(terms["group"]))
    if len(names) > _WIDE:
        used = terms[terms["n"] > 0].reset_index(drop=True)
        pairs = list(zip(used["group"].head(LISTED), used["term"].head(LISTED), strict=True))
        links = [{"": draft.behind(f"{term} in {group}", found[group, term], more=more)} for group, term in pairs]
        columns = [Shown("group", "group"), Shown("term", "term"), Shown("category", "category"), Shown("n", "n", ",d")]
        draft.show("terms", "Terms that occur", used, columns, links=links)
        return
    wide = terms.pivot(index=["category", "term"], columns="group", values="n")
    order = [str(name) for name in wide.columns]
    # A group may be called as one of the two index columns is: numbered columns cannot clash.
    wide.columns = pd.Index([f"n{i}" for i in range(len(order))])
    wide = wide.reset_index()
    members = {name: [i for i, group in enumerate(groups) if group == name] for name in names}
    links = []
    for term in wide["term"].head(LISTED):
        row = {}
        for i, name in enumerate(order):
            passages = found[name, term]
            row[f"n{i}"] = draft.behind(f"{term} in {name}", passages, [] if passages else members[name], more)
        links.append(row)
    columns = [Shown("term", "term"), Shown("category", "category")]
    columns += [Shown(f"n{i}", name, ",d") for i, name in enumerate(order)]
    draft.show("terms", "Terms that occur, and how often", wide, columns, links=links, data=draft.name("terms"))
