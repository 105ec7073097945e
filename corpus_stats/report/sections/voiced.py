"""Who calls whom what, in whose voice, and out of how many references."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from ...errors import ArgumentError
from ...figures.text import known
from ...figures.voices import VOICES
from ...lexicon import Lexicon
from ..contents import Passage, Section
from ..spec import LabelsOptions
from .draft import LISTED, Draft, Shown, counted, linked, passages_of
from .lexical import health_lead
from .lines import VOICE_COLUMNS, VOICE_NOTE, Found, grouped, hits_of, show_lines, voice_notes, with_context

if TYPE_CHECKING:
    from ...analysis.labels import Labels

__all__ = ["labels_section"]


def labels_section(draft: Draft) -> Section:
    """What each outlet calls each actor, in whose voice, and out of how many references."""
    from ...figures import label_pages, plot_labels

    result = _labels(draft)
    hits = hits_of(result)
    notes = [
        f"{label}: {note}" if note else label for label, note in zip(hits["label"], voice_notes(hits), strict=True)
    ]
    found = passages_of(draft.material.corpus, hits, notes)
    more = f"data/{draft.store('hits', hits)}"
    by_voice = grouped(found, hits, (*_PLACE, "voice"))
    _labels_lead(draft, result, found, more)
    for page in range(1, label_pages(result) + 1):
        draft.draw("labels" if page == 1 else f"labels-{page}", plot_labels(result, page=page))
    _show_labels(draft, result.table, by_voice, more)
    _show_references(draft, result.references)
    lines = with_context(draft, hits.drop(columns=["category"]))
    show_lines(draft, "hits", "Every label, where it stands", lines, found)
    return draft.section(result.cautions, result.settings)


def _labels(draft: Draft) -> Labels:
    """Labels of the actors asked for; without any, of those of the lexicon that have most."""
    from ...analysis.labels import labels

    options, material = draft.options, draft.material
    assert isinstance(options, LabelsOptions)
    if options.actor is not None:
        names = (options.actor,) if isinstance(options.actor, str) else options.actor
        lexicon = None if material.lexicon is None else material.lexicon.with_actors(names)
        return _with_sides(labels(material.tokens, names, lexicon), material.lexicon)
    if (result := material.all_labels) is None:
        raise ArgumentError(
            'no actor is named, and the articles refer to none of a lexicon; write actor = "..." or name a lexicon that'
            " has them"
        )
    counts = result.table[~_are_names(result.table, material.lexicon)].groupby("actor", sort=False)["n"].sum().to_dict()
    order = sorted(material.mentioned_actors, key=lambda name: -counts.get(name, 0))[: options.actors]
    table, references, hits = (
        frame[frame["actor"].isin(order)].reset_index(drop=True)
        for frame in (result.table, result.references, hits_of(result))
    )
    return _with_sides(replace(result, table=table, references=references, hits=hits), material.lexicon)


def _are_names(table: pd.DataFrame, lexicon: Lexicon | None) -> pd.Series[bool]:
    """Whether each label is a name, an alias or a title of its actor: no gap in the lexicon, nor much of a label."""
    pairs = zip(table["label"].tolist(), table["actor"].tolist(), strict=True)
    return pd.Series([lexicon is not None and lexicon.is_name(*pair) for pair in pairs], table.index, dtype=bool)


def _with_sides(result: Labels, lexicon: Lexicon | None) -> Labels:
    """Labels whose references name the side of their actor."""
    if lexicon is None or "side" in result.references:
        return result
    sides = {actor.name: actor.side or "" for actor in lexicon.actors}
    return replace(
        result, references=result.references.assign(side=[sides.get(a, "") for a in result.references["actor"]])
    )


def _labels_lead(draft: Draft, result: Labels, found: Sequence[Passage], more: str) -> None:
    hits, references = hits_of(result), result.references
    by_voice = grouped(found, hits, ("voice",))
    everything = draft.behind("Every label", list(found), more=more)
    said: list[str | tuple[str, str]] = [(counted(len(found), "label"), everything)]
    n, n_actors = int(references["n_references"].sum()), references["actor"].nunique()
    said.append(f" in {counted(n, 'reference')} to {counted(n_actors, 'actor')}{_chosen(draft, n_actors)}")
    own, reported = (len(by_voice[name,]) for name in ("outlet", "paraphrase"))
    if found and own + reported:
        key = draft.behind("Labels in the outlets’ own words", by_voice["outlet",], more=more)
        said += [": ", (f"{own:,} in the outlets’ own words", key)]
        if reported:
            key = draft.behind("Labels in reported speech", by_voice["paraphrase",], more=more)
            said += [", ", (f"{reported:,} in reported speech", key), ", whose wording may be either’s: between "]
            said += [
                f"{100 * own / len(found):.0f} and {100 * (own + reported) / len(found):.0f} % are the outlets’ own"
            ]
    draft.lead.append(linked([*said, "."]))
    if sentence := health_lead(draft):
        draft.lead.append((sentence,))


def _chosen(draft: Draft, n_actors: int) -> str:
    """What actors were chosen, where nobody named them and there are more."""
    n_mentioned = len(draft.material.mentioned_actors)
    is_named = getattr(draft.options, "actor", None) is not None
    return "" if is_named or n_mentioned <= n_actors else f" (those with most labels, of {n_mentioned} in the articles)"


def _show_labels(draft: Draft, table: pd.DataFrame, found: Found, more: str) -> None:
    draft.store("labels", table)
    names = _are_names(table, draft.material.lexicon)
    shown = table.assign(attached=_attached(table), lexicon=_in_lexicon(table, names.tolist()))
    links = []
    for place in zip(*(map(known, table[name].head(LISTED)) for name in _PLACE), strict=True):
        what = f"{place[1]}, of {place[0]}, in {place[2]}"
        own = [(voice, found[*place, voice.name]) for voice in VOICES if found[*place, voice.name]]
        row = {voice.column: draft.behind(f"{what}: {voice.meaning}", read, more=more) for voice, read in own}
        everywhere = sorted(p for name in (*_NAMES, "") for p in found[*place, name])
        row["n"] = row[own[0][0].column] if len(own) == 1 else draft.behind(what, everywhere, more=more)
        links.append(row)
    note = f"{VOICE_NOTE} Anywhere: how often its words stand in the articles, whoever they are said of."
    draft.show("labels", "Labels", shown, _LABEL_COLUMNS, links=links, note=note)


_PLACE = ("actor", "label", "outlet")
_NAMES = tuple(voice.name for voice in VOICES)
_LABEL_COLUMNS = (
    Shown("actor", "actor"),
    Shown("label", "label"),
    Shown("outlet", "outlet"),
    Shown("n", "n", ",d"),
    *VOICE_COLUMNS,
    Shown("n_caption", "caption", ",d"),
    Shown("attached", "how it is tied"),
    Shown("n_documents", "articles", ",d"),
    Shown("n_corpus", "anywhere", ",d"),
    Shown("lexicon", "lexicon"),
)
_ATTACHED = {
    "n_before_name": "before the name",
    "n_after_name": "after the name",
    "n_alone": "on its own",
    "n_predicate": "predicate",
    "n_possessed": "possessed",
}


def _attached(table: pd.DataFrame) -> list[str]:
    """In how many places each label is tied to its actor in which way."""
    counts = zip(*(table[column] for column in _ATTACHED), strict=True)
    named = ([(n, words) for n, words in zip(row, _ATTACHED.values(), strict=True) if n] for row in counts)
    return [found[0][1] if len(found) == 1 else ", ".join(f"{n} {words}" for n, words in found) for found in named]


def _in_lexicon(table: pd.DataFrame, names: Sequence[bool]) -> list[str]:
    """Category of each label, whether it is new or a name of the actor, and which known one is most like it."""
    found, columns = [], (table[name] for name in ("category", "in_lexicon", "nearest"))
    for category, is_known, nearest, is_name in zip(*columns, names, strict=True):
        like = f"new; nearest: {known(nearest)}" if known(nearest) else "new"
        like = "" if is_known else "a name of the actor" if is_name else like
        found.append("; ".join(part for part in (known(category), like) if part) or "known")
    return found


_REFERENCE_COLUMNS = (
    Shown("actor", "actor"),
    Shown("outlet", "outlet"),
    Shown("n_references", "references", ",d"),
    Shown("n_name", "by name", ",d"),
    Shown("n_description", "by description", ",d"),
    Shown("n_pronoun", "by pronoun", ",d"),
    Shown("n_documents", "in articles", ",d"),
)


def _show_references(draft: Draft, references: pd.DataFrame) -> None:
    more = f"data/{draft.store('references', references)}"
    found = _references(draft, list(dict.fromkeys(references["actor"])))
    links = []
    for actor, outlet in zip(references["actor"].head(LISTED), references["outlet"].head(LISTED), strict=True):
        kinds = {kind: found[actor, known(outlet), kind] for kind in ("name", "description", "pronoun")}
        row = {
            "": draft.behind(f"{actor} in {known(outlet)}", sorted(p for own in kinds.values() for p in own), more=more)
        }
        for kind, passages in kinds.items():
            if passages:
                row[f"n_{kind}"] = draft.behind(f"{actor} in {known(outlet)}, by {kind}", passages, more=more)
        links.append(row)
    draft.show("references", "References to each actor", references, _REFERENCE_COLUMNS, links=links)


def _references(draft: Draft, names: Sequence[str]) -> Found:
    """Where each actor is referred to, by actor, outlet and kind."""
    from ...mentions import MENTION_KINDS, mentions

    material = draft.material
    tokens, lexicon = material.tokens, (material.lexicon or Lexicon(())).with_actors(names)
    outlets = [known(outlet) for outlet in material.corpus.values("outlet")]
    found: dict[tuple[str, ...], list[Passage]] = defaultdict(list)
    for name in names:
        own = mentions(tokens, lexicon).of(name)
        starts, ends = tokens.starts[own.first].tolist(), tokens.ends[own.last - 1].tolist()
        for document, start, end, kind in zip(own.documents.tolist(), starts, ends, own.kinds.tolist(), strict=True):
            word = MENTION_KINDS[kind].removeprefix("titled ")
            found[name, outlets[document], word].append(Passage(document, start, end, f"{name}, by {word}", "word"))
    return found
