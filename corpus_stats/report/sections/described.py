"""What was read and dropped, and what this design of corpus can show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import pandas as pd

from ...corpus import Corpus
from ..contents import Passage, Section, Sentence, anchor
from ..spec import DesignOptions
from .draft import LISTED, Draft, Shown, counted, groups_of, linked, within_sentence

__all__ = ["codebook_section", "composition_section", "design_section"]


def composition_section(draft: Draft) -> Section:
    """Account for every character: read, or dropped for a reason."""
    from ...analysis.composition import composition
    from ...figures import plot_composition

    corpus = draft.material.corpus
    result = composition(corpus)
    drops = _dropped_spans(corpus)
    draft.lead.append(_reading_sentence(draft, corpus, drops))
    draft.draw("composition", plot_composition(result))
    articles = _article_table(draft)
    draft.store("articles", articles)
    draft.show("articles", "The articles", articles, _ARTICLE_COLUMNS, links=_article_links(draft, drops))
    draft.store("composition", result.table)
    _show_parts(draft, result.table, drops)
    ledger = draft.store("drops", result.hits)
    if result.hits is not None and len(result.hits):
        rows = result.hits.assign(
            text=[" ".join(text.split()) for text in result.hits["text"]],
            reason=[str(reason).replace("_", " ") for reason in result.hits["reason"]],
        )
        columns = [Shown("document", "article"), Shown("start", "from", ","), Shown("end", "to", ",")]
        links = [{"": anchor(passage)} for passage in _ledger(drops)]
        columns += [Shown("reason", "reason"), Shown("text", "dropped text")]
        draft.show("drops", "Dropped spans", rows, columns, links=links, data=ledger)
    if draft.material.set_aside:
        draft.lead.append((draft.material.set_aside,))
    draft.remarks = tuple(note for note in corpus.notes if note != draft.material.set_aside)
    return draft.section(result.cautions, result.settings)


def design_section(draft: Draft) -> Section:
    """Say what this design of corpus can and cannot show."""
    from ...studies.design import design

    options, material = draft.options, draft.material
    assert isinstance(options, DesignOptions)
    by = material.by(options.by)
    within = material.within(options.within, by or "outlet")
    result = design(material.corpus, by or "outlet", within=within, tokens=material.tokens)
    groups = groups_of(material.corpus, by or "outlet")
    draft.store("design", result.table)
    said = f"Articles by {by or 'outlet'}, and the smallest p that a comparison of each with the others can give. "
    draft.lead.append(((said + within_sentence(within, default=options.within is None)).rstrip(),))
    links = []
    for group in result.table["group"]:
        members = [i for i, name in enumerate(groups) if name == group]
        links.append({"": draft.behind(f"Articles of {group}", documents=members)})
    columns = [
        Shown("group", by or "outlet"),
        Shown("n_documents", "articles", ",d"),
        Shown("n_words", "median words", ",.0f"),
        Shown("n_events", "events", ",.0f"),
        Shown("smallest_p", "smallest p", ".2g"),
        Shown("detectable_ratio", "detectable ratio", ".1f"),
        Shown("caution", "what it allows"),
    ]
    # The result leaves the place empty where nothing stands in the way of a test.
    shown = result.table.assign(caution=[caution or "may be tested" for caution in result.table["caution"]])
    draft.show("design", f"What a comparison by {by or 'outlet'} can reach", shown, columns, links=links)
    return draft.section(result.cautions, result.settings)


def codebook_section(draft: Draft) -> Section:
    """Print the lexicon: every term with its category and why it is there."""
    lexicon = draft.material.lexicon
    assert lexicon is not None
    rows = pd.DataFrame(lexicon.codebook(), dtype="str")
    draft.store("codebook", rows)
    named = ("category", "term", "definition", "include", "exclude", "example", "note")
    columns = [Shown(name, name) for name in named if len(rows) and (rows[name] != "").any()]
    kinds = counted(len(lexicon.categories), "category", "categories")
    source = f" Source: {lexicon.source}." if lexicon.source else ""
    n, n_listed = len(lexicon.terms), sum(len(term.variants) for term in lexicon.terms)
    listed = f" ({n_listed:,} alternatives)" if n_listed > n else ""
    draft.lead.append((f"{counted(n, 'term')}{listed} in {kinds}.{source}",))
    if len(rows):
        draft.show("codebook", "Terms", _joined_terms(rows), columns, note=_CODEBOOK_NOTE)
    if lexicon.actors:
        actors = pd.DataFrame(
            {
                "actor": [actor.name for actor in lexicon.actors],
                "aliases": [", ".join(actor.aliases) for actor in lexicon.actors],
                "titles": [", ".join(actor.titles) for actor in lexicon.actors],
                "side": [actor.side or "" for actor in lexicon.actors],
                "note": [actor.note for actor in lexicon.actors],
            }
        )
        draft.store("actors", actors)
        draft.show("actors", "Actors", actors, [Shown(name, name) for name in actors.columns if actors[name].any()])
    return draft.section((), {"sha256 of the lexicon": lexicon.fingerprint(), "circular": lexicon.circular})


_CODEBOOK_NOTE = "Terms of which the same is said share a row; the data have one row a term."
_ARTICLE_COLUMNS = (
    Shown("document", "article"),
    Shown("outlet", "outlet"),
    Shown("published", "published"),
    Shown("language", "language"),
    Shown("n_tokens", "words", ",d"),
    Shown("kept", "characters kept", ",d"),
    Shown("dropped", "characters dropped", ",d"),
)

_FURTHER = "_column"
_Spans = Mapping[tuple[str, str], list[Passage]]


def _dropped_spans(corpus: Corpus) -> dict[tuple[str, str], list[Passage]]:
    """Dropped spans by document and reason."""
    found: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for position, document in enumerate(corpus):
        for part in document.drops:
            reason = part.reason or ""
            passage = Passage(position, part.start, part.end, reason.replace("_", " "), "span")
            found[document.name, reason].append(passage)
    return dict(found)


def _ledger(drops: _Spans) -> list[Passage]:
    return sorted(passage for passages in drops.values() for passage in passages)


def _reading_sentence(draft: Draft, corpus: Corpus, drops: _Spans) -> Sentence:
    ledger = _ledger(drops)
    characters = sum(len(document.text) for document in corpus)
    lost = sum(passage.end - passage.start for passage in ledger)
    everything = draft.behind("All articles", documents=range(len(corpus)))
    dropped = draft.behind("All dropped spans", ledger, more=f"data/{draft.name('drops')}")
    outlets = len(corpus.outlets())
    return linked(
        [
            (counted(len(corpus), "article"), everything),
            f" by {counted(outlets, 'outlet')}, " if outlets else ", ",
            (counted(characters, "character"), everything),
            "; ",
            (f"{lost:,} of them in {counted(len(ledger), 'span')}", dropped),
            " are furniture of the page (share counters, links to other articles, scraps of script) and are not"
            " counted. No character was changed: what was dropped is struck through in its article, with the reason.",
        ]
    )


def _article_table(draft: Draft) -> pd.DataFrame:
    corpus = draft.material.corpus
    table = corpus.table.drop(columns=["n_characters"])
    lengths = draft.material.tokens.lengths()
    kept = [sum(end - start for start, end, _ in document.segments()) for document in corpus]
    dropped = [sum(part.end - part.start for part in document.drops) for document in corpus]
    own = ["document", "outlet", "published", "language"]
    counts = table[own].assign(n_tokens=lengths, kept=kept, dropped=dropped)
    taken, further = set(counts.columns), {}
    for column in table.columns.drop(own):
        # A column that came with the articles never takes the place of what was counted here.
        name = column
        while name in taken:
            name += _FURTHER
        taken.add(name)
        further[name] = table[column]
    return counts.assign(**further)


def _joined_terms(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows that differ in nothing but the term, as one, where the first of them stands."""
    said = [column for column in rows.columns if column != "term"]
    return rows.groupby(said, sort=False)["term"].agg(" | ".join).reset_index()


def _article_links(draft: Draft, drops: _Spans) -> list[dict[str, str]]:
    links, more = [], f"data/{draft.name('drops')}"
    by_document: dict[int, list[Passage]] = defaultdict(list)
    for passage in _ledger(drops):
        by_document[passage.document].append(passage)
    for position, document in enumerate(draft.material.corpus.documents[:LISTED]):
        spans, whole = by_document[position], f"d{position}"
        lost = draft.behind(f"Dropped from {document.name}", spans, more=more) if spans else whole
        links.append({"": whole, "dropped": lost, "document": whole})
    return links


def _show_parts(draft: Draft, table: pd.DataFrame, spans: _Spans) -> None:
    links, positions = [], draft.material.corpus.positions
    for document, part in zip(table["document"].head(LISTED), table["part"].head(LISTED), strict=True):
        passages = spans.get((document, part), [])
        # Kept parts are read in the article itself.
        title = f"{str(part).replace('_', ' ')} in {document}"
        links.append({"": draft.behind(title, passages) if passages else f"d{positions[document]}"})
    shown = table.assign(
        part=[str(name).replace("_", " ") for name in table["part"]],
        fate=["kept" if kept else "dropped" for kept in table["kept"]],
    )
    columns = [
        Shown("document", "article"),
        Shown("part", "part, or reason of the drop"),
        Shown("fate", "kept or dropped"),
        Shown("n_spans", "spans", ",d"),
        Shown("n_characters", "characters", ",d"),
    ]
    draft.show("composition", "Parts of each article", shown, columns, links=links)
