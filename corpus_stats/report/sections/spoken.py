"""What the same role is called on two sides, and who speaks or thinks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import pandas as pd

from ...errors import ArgumentError
from ...figures.text import known
from ...figures.voices import VOICES
from ..contents import Passage, Section, in_words
from ..spec import AsymmetryOptions, AttributionOptions
from .draft import LISTED, Draft, Shown, counted, linked, passages_of
from .lines import VOICE_COLUMNS, VOICE_NOTE, Found, grouped, hits_of, show_lines, voice_notes, with_context

__all__ = ["asymmetry_section", "attribution_section"]


def asymmetry_section(draft: Draft) -> Section:
    """What the people of a role are called on each side, out of all mentions of them."""
    from ...analysis.asymmetry import asymmetry
    from ...figures import plot_asymmetry

    options, material = draft.options, draft.material
    assert isinstance(options, AsymmetryOptions)
    if material.lexicon is None:
        raise ArgumentError(
            'roles and their sides stand in a lexicon, and none is named; write lexicon = "lexicon.toml"'
        )
    result = asymmetry(material.tokens, material.lexicon, options.role)
    hits = hits_of(result)
    notes = [", ".join(part for part in (role, side, note) if part)
             for role, side, note in zip(hits["role"], hits["side"], voice_notes(hits), strict=True)]  # fmt: skip
    found = passages_of(material.corpus, hits, notes)
    more = f"data/{draft.store('hits', hits)}"
    everything = draft.behind("Every mention of a role", found, more=more)
    draft.lead.append(
        linked(
            [
                (counted(len(found), "mention"), everything),
                " of people in the same role: on each side, how many of them are called by each term. A mention can"
                " hold two terms, and a pronoun none.",
            ]
        )
    )
    draft.draw("asymmetry", plot_asymmetry(result))
    _show_sides(draft, result.table, hits, found, more)
    _show_mentions(draft, result.mentions, grouped(found, hits, ("role", "side", "outlet")), more)
    show_lines(draft, "hits", "Every mention, where it stands", with_context(draft, hits), found)
    return draft.section(result.cautions, result.settings)


def _show_sides(draft: Draft, table: pd.DataFrame, hits: pd.DataFrame, found: Sequence[Passage], more: str) -> None:
    draft.store("asymmetry", table)
    called: dict[tuple[str, ...], list[Passage]] = defaultdict(list)
    columns = (hits[name] for name in ("role", "side", "outlet", "term", "voice"))
    for passage, role, side, outlet, terms, voice in zip(found, *columns, strict=True):
        for term in terms.split(", "):
            called[role, side, known(outlet), term].append(passage)
            called[role, side, known(outlet), term, known(voice)].append(passage)
    everyone = grouped(found, hits, ("role", "side", "outlet"))
    links = []
    for role, side, outlet, term in (
        table[["role", "side", "outlet", "term"]].head(LISTED).itertuples(index=False, name=None)
    ):
        place = (role, side, known(outlet))
        what = f"{role}, {side}, in {known(outlet)}"
        row = {"n_mentions": draft.behind(f"{what}: all mentions", everyone[place], more=more)}
        row["n"] = row["share"] = (
            draft.behind(f"{what}: {term}", called[*place, term], more=more)
            if called[*place, term]
            else row["n_mentions"]
        )
        for voice in VOICES:
            if passages := called[*place, term, voice.name]:
                row[voice.column] = draft.behind(f"{what}: {term}, {voice.meaning}", passages, more=more)
        links.append(row)
    draft.show("asymmetry", "Terms for each side", table, _told(table, _SIDE_COLUMNS), links=links, note=VOICE_NOTE)


def _told(table: pd.DataFrame, columns: Sequence[Shown]) -> list[Shown]:
    """The columns, that of the role only where there are several."""
    return [shown for shown in columns if shown.column != "role" or table["role"].nunique() > 1]


_SIDE_COLUMNS = (
    Shown("role", "role"),
    Shown("side", "side"),
    Shown("outlet", "outlet"),
    Shown("term", "term"),
    Shown("n", "called this", ",d"),
    Shown("n_mentions", "of mentions", ",d"),
    Shown("share", "share", ".2f"),
    *VOICE_COLUMNS,
    Shown("n_documents", "in articles", ",d"),
)


def _show_mentions(draft: Draft, table: pd.DataFrame, found: Found, more: str) -> None:
    draft.store("mentions", table)
    places = table[["role", "side", "outlet"]].head(LISTED).itertuples(index=False, name=None)
    links = [
        {"": draft.behind(f"{role}, {side}, in {known(outlet)}", found[role, side, known(outlet)], more=more)}
        for role, side, outlet in places
    ]
    columns = [Shown("role", "role"), Shown("side", "side"), Shown("outlet", "outlet")]
    columns += [Shown("n_mentions", "mentions", ",d"), Shown("n_pronouns", "by pronoun", ",d")]
    columns += [Shown("n_tied", "side named there", ",d")]
    columns += list(VOICE_COLUMNS)
    columns = _told(table, [*columns, Shown("n_documents", "in articles", ",d")])
    draft.show("mentions", "Mentions of each side", table, columns, links=links)


def attribution_section(draft: Draft) -> Section:
    """Whom each outlet lets speak, and how much of what it writes is said by others."""
    from ...analysis.attribution import attribution
    from ...figures import plot_attribution

    assert isinstance(draft.options, AttributionOptions)
    result = attribution(draft.material.tokens, draft.material.lexicon)
    hits = hits_of(result)
    notes = [" · ".join(part for part in (known(source), known(verb)) if part)
             for source, verb in zip(hits["source"], hits["verb"], strict=True)]  # fmt: skip
    found = passages_of(draft.material.corpus, hits, notes, kind="span")
    more = f"data/{draft.store('hits', hits)}"
    everything = draft.behind("Everything that is attributed", found, more=more)
    kinds = result.table.groupby("kind", sort=True)["n"].sum().to_dict()
    listed = ", ".join(f"{kinds[kind]:,} {words}" for kind, words in _sources(result.table).items() if kinds.get(kind))
    n = int(result.table["n"].sum())
    draft.lead.append(linked([(counted(n, "attribution"), everything), f": {listed}."]))
    draft.draw("attribution", plot_attribution(result))
    _show_shares(draft, result.shares)
    _show_outlets(draft, result.outlets)
    _show_sources(draft, result.table, grouped(found, hits, _SOURCE), more)
    show_lines(draft, "hits", "What is attributed, and to whom", hits, found)
    return draft.section(result.cautions, result.settings)


_EXAMPLE = 8


def _sources(table: pd.DataFrame) -> dict[str, str]:
    """What each kind of source is, in words; of those without a name, the one most cited."""
    counts = table[table["kind"] == "anonymous"].groupby("source", sort=True)["n"].sum()
    example = f", as “{in_words(str(counts.idxmax()), _EXAMPLE)}”" if len(counts) else ""
    return {
        "named": "to sources with a name",
        "anonymous": f"to persons or bodies that are described and not named{example}",
        "self": "to the outlet itself",
        "": "to a source that is not given",
    }


_SOURCE = ("document", "source", "kind", "verb", "stance", "via")


def _show_sources(draft: Draft, table: pd.DataFrame, found: Found, more: str) -> None:
    from ...figures.attribution import SOURCE_KINDS

    draft.store("attribution", table)
    links = []
    for values in table[list(_SOURCE)].head(LISTED).itertuples(index=False, name=None):
        place = tuple(known(value) for value in values)
        links.append({"": draft.behind(f"{place[1] or 'no source given'} in {place[0]}", found[place], more=more)})
    columns = [
        Shown("document", "article"),
        Shown("outlet", "outlet"),
        Shown("source", "source"),
        Shown("via", "told to"),
    ]
    columns += [
        Shown("kind", "kind"),
        Shown("verb", "verb"),
        Shown("stance", "stance"),
        Shown("n", "attributions", ",d"),
    ]
    shown = table.assign(kind=[SOURCE_KINDS[kind] for kind in map(known, table["kind"])])
    draft.show("attribution", "Sources", shown, columns, links=links)


def _show_shares(draft: Draft, shares: pd.DataFrame) -> None:
    draft.store("shares", shares)
    positions = draft.material.corpus.positions
    links = [{"": f"d{positions[name]}", "document": f"d{positions[name]}"} for name in shares["document"].head(LISTED)]
    columns = [
        Shown("document", "article"),
        Shown("outlet", "outlet"),
        *_SHARES,
    ]
    draft.show("shares", "How much is attributed", shares, columns, links=links, note=_SHARES_NOTE)


def _show_outlets(draft: Draft, table: pd.DataFrame) -> None:
    """The same by outlet, where one has several articles."""
    if len(table) < 2 or not (table["n_documents"] > 1).any():
        return
    stored = draft.store("outlets", table)
    members: dict[str, list[int]] = defaultdict(list)
    for position, document in enumerate(draft.material.corpus):
        members[known(document.outlet)].append(position)
    links = [
        {"": draft.behind(f"What {outlet or 'no outlet'} attributes", None, members[outlet], f"data/{stored}")}
        for outlet in map(known, table["outlet"].head(LISTED))
    ]
    columns = [Shown("outlet", "outlet"), Shown("n_documents", "articles", ",d"), *_SHARES]
    draft.show("outlets", "How much each outlet attributes", table, columns, links=links, note=_SHARES_NOTE)


_SHARES = (
    Shown("n_sentences", "sentences", ",d"),
    Shown("n_attributed", "attributed", ",d"),
    Shown("share", "share", ".2f"),
    Shown("n_attributions", "attributions", ",d"),
    Shown("n_named", "named", ",d"),
    Shown("n_anonymous", "without a name", ",d"),
    Shown("n_self", "itself", ",d"),
    Shown("n_factive", "△", ",d"),
    Shown("n_neutral", "○", ",d"),
    Shown("n_distancing", "▽", ",d"),
)
_SHARES_NOTE = (
    "Share: of the sentences, those in which something is attributed. Then attributions: to a source with a name, to"
    " one without (described: “officials”, “the ministry”), to the outlet itself; by the verb: △ as a fact, ○ neutral,"
    " ▽ at a distance."
)
