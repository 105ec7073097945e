"""Articles that are alike in wording, and what they are about."""

from __future__ import annotations

import pandas as pd

from ..contents import Section, anchor
from ..spec import SimilarityOptions, TopicsOptions
from .draft import LISTED, Draft, Shown, counted, occurrences, passages_of

__all__ = ["similarity_section", "topics_section"]


def similarity_section(draft: Draft) -> Section:
    """How alike the articles are in wording, with what such numbers mean among news articles."""
    from ...analysis.similarity import similarity
    from ...figures import plot_similarity

    options, material = draft.options, draft.material
    assert isinstance(options, SimilarityOptions)
    result = similarity(material.matrix)
    draft.store("similarity", result.table)
    if result.cosines is not None:
        draft.draw("similarity", plot_similarity(result))
    positions, outlets = material.corpus.positions, material.corpus.values("outlet")
    names = zip(result.table["document_a"], result.table["document_b"], strict=True)
    pairs = [(positions[a], positions[b]) for a, b in names]
    table = result.table.assign(
        outlet_a=[outlets[a] or "" for a, _ in pairs], outlet_b=[outlets[b] or "" for _, b in pairs]
    )
    keys = [draft.behind("Two articles, compared whole", documents=pair) for pair in pairs[:LISTED]]
    links = [{"": key, "document_a": f"d{a}", "document_b": f"d{b}"} for key, (a, b) in zip(keys, pairs, strict=False)]
    columns = [
        Shown("document_a", "article"),
        Shown("outlet_a", "outlet"),
        Shown("document_b", "article"),
        Shown("outlet_b", "outlet"),
        Shown("cosine", "cosine", ".2f"),
        Shown("band", "such a cosine is usual for"),
    ]
    draft.show("similarity", "Pairs of articles, most alike first", table, columns, links=links)
    bands = ", ".join(f"{name} {low:.2f}–{high:.2f}" for name, low, high in result.bands)
    draft.lead.append(
        (
            "Cosine of tf-idf weights: 0 where two articles share no word, 1 where they use the same words as often."
            f" Among news articles: {bands}.",
        )
    )
    return draft.section(result.cautions, result.settings)


def topics_section(draft: Draft) -> Section:
    """Topics with their words, their shares, and the passages that show them best."""
    from ...analysis.topics import topics
    from ...figures import plot_shares, plot_topics

    options, material = draft.options, draft.material
    assert isinstance(options, TopicsOptions)
    result = topics(material.matrix, options.k, method=options.method, seed=material.request.seed)
    assert result.hits is not None
    unit = "theme" if result.unit == "paragraph" else "topic"
    draft.lead.append(
        (
            f"{counted(result.k, unit)} of {counted(result.shares['row'].nunique(), result.unit)}"
            f" by {result.method.upper() if result.method != 'gensim' else 'LDA (gensim)'}: words that occur together.",
        )
    )
    for name, plot in (("topics", plot_topics), ("shares", plot_shares)):
        draft.draw(name, plot(result))
    stored = draft.store("passages", result.hits)
    found = passages_of(
        material.corpus, result.hits, [f"{unit} {topic}" for topic in result.hits["topic"]], kind="span"
    )
    keys = {}
    for topic in sorted(set(result.hits["topic"])):
        passages = [passage for passage, number in zip(found, result.hits["topic"], strict=True) if number == topic]
        keys[topic] = draft.behind(f"Passages that show {unit} {topic} best", passages, more=f"data/{stored}")
    _show_topics(draft, result.table, result.quality, keys)
    _show_words(draft, result.table)
    _show_shares(draft, result.shares, unit)
    return draft.section(result.cautions, result.settings)


def _show_topics(draft: Draft, table: pd.DataFrame, quality: pd.DataFrame, keys: dict[int, str]) -> None:
    words = table.groupby("topic")["term"].agg(", ".join)
    overview = quality.assign(words=[words.get(topic, "") for topic in quality["topic"]])
    draft.store("quality", quality)
    columns = [
        Shown("topic", "no.", "d"),
        Shown("words", "most typical words"),
        Shown("share", "share of words", ".2f"),
        Shown("stability", "stability (0–1)", ".2f"),
        Shown("npmi", "coherence (NPMI)", ".2f"),
    ]
    links = [{"": keys.get(topic, "")} for topic in overview["topic"]]
    draft.show("quality", "Themes, and how far to trust them", overview, columns, links=links)


def _show_words(draft: Draft, table: pd.DataFrame) -> None:
    draft.store("topics", table)
    tokens = draft.material.tokens
    keys = {}
    for word in dict.fromkeys(table["term"].head(LISTED)):
        found = occurrences(tokens, word)
        more = f"data/{draft.name('topics')}"
        keys[word] = draft.behind(f"{word}, wherever it stands", found, more=more if len(found) > LISTED else "")
    links = [{"": keys[word]} for word in table["term"].head(LISTED)]
    columns = [
        Shown("topic", "no.", "d"),
        Shown("rank", "rank", "d"),
        Shown("term", "word"),
        Shown("weight", "weight", ".3f"),
        Shown("frex", "FREX", ".2f"),
        Shown("lift", "lift", ".1f"),
    ]
    draft.show("topics", "Words of each theme", table, columns, links=links)


def _show_shares(draft: Draft, shares: pd.DataFrame, unit: str) -> None:
    draft.store("shares", shares)
    shown = shares.head(LISTED)
    found = passages_of(draft.material.corpus, shown, [unit] * len(shown), kind="span")
    # One entry of evidence gives every row its anchor in the article.
    draft.behind("Passages by their shares", sorted(set(found)))
    links = [{"": anchor(passage)} for passage in found]
    places = [f"{start:,}–{end:,}" for start, end in zip(shares["start"], shares["end"], strict=True)]
    columns = [
        Shown("document", "article"),
        Shown("outlet", "outlet"),
        Shown("place", "characters"),
        Shown("topic", "no.", "d"),
        Shown("share", "share", ".2f"),
    ]
    draft.show("shares", "Shares in every passage", shares.assign(place=places), columns, links=links)
