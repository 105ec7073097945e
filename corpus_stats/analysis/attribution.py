"""Who gets to speak: the sources of every article, named, anonymous or the outlet itself, and how they are cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..corpus import PART_KINDS, Corpus
from ..evidence import Result, rounded, span_evidence
from ..grammar import grammar
from ..grammar.reporting import STANCES
from ..lexicon import Actor, Lexicon
from ..mentions import Names, names
from ..regimes import single_article
from ..tokens import Tokens
from ..voices import VOICES, Voices, voices
from ..voices.clauses import Reader
from ..voices.english import require_english
from ..voices.speakers import SOURCE_KINDS
from ..voices.told import via

__all__ = ["Attribution", "attribution"]

_KEYS = ("document", "outlet", "source", "kind", "verb", "stance", "via")
_NAMED = 5
_VALIDATION = "The sources were read by rules and not validated on this corpus."


@dataclass(frozen=True, eq=False, repr=False)
class Attribution(Result):
    """Sources of every article.

    Columns of `table`, one row a document, source, verb and medium told:

    document, outlet
    source : the longest form of a name in the article, or the actor of the lexicon that it names; or the description as
        written; empty where none is given
    kind : named, anonymous (described, but not named), self (the outlet cites itself), or empty without a source
    verb : lemma of the verb, or the words of another cue (according to); empty where a quotation has none
    stance : what the verb says of the truth of it: factive (reveal), neutral (say), distancing (claim); or empty
    via : the news medium that was told (officials told Reuters); empty where none is
    n : attributions

    Columns of `hits`, one row an attribution: evidence of what is said (`speaker` is the source as the article has it),
    source, kind, verb, stance, via, and the offsets cue_start, cue_end, source_start, source_end (missing where the
    sentence has none). Where the cue stands in the midst of what is said, the evidence runs over it.

    Attributes
    ----------
    shares : DataFrame
        One row a document: document, outlet; n_sentences; n_attributed, sentences of which some part is attributed;
        share of the two, missing where there is no sentence; n_attributions, and of them n_named, n_anonymous, n_self,
        n_factive, n_neutral, n_distancing.
    outlets : DataFrame
        The same of each outlet, by name, with n_documents: counts are sums, and the share is that of the sums. An
        outlet that is not known comes last, without a name.
    """

    shares: pd.DataFrame = field(default_factory=pd.DataFrame)
    outlets: pd.DataFrame = field(default_factory=pd.DataFrame)


def attribution(tokens: Tokens, lexicon: Lexicon | None = None) -> Attribution:
    """Sources, reporting verbs and attributed sentences of every article (English).

    Counts of a reading by rules: they describe the articles and carry no interval. A paraphrase is attributed in
    content, while its wording may be the outlet's.

    Parameters
    ----------
    tokens : Tokens
    lexicon : Lexicon, optional
        A source that is called by a name or an alias of one of its actors is counted under the actor's name. Without,
        a source is known by the names of its own article: *Kolt* in one and *Mira Kolt* in another stay two, since two
        people may share a name, and a caution says so. With, an alias of one word (*Kolt*) stands for the actor in
        every article that has no longer form of it: another caution names the other people of the corpus that bear it.

    Raises
    ------
    LanguageError
        An article that was recognised as another language than English.
    """
    corpus = tokens.corpus
    require_english(tokens, "sources")
    read = voices(tokens)
    whole = _whole(tokens, read)
    hits = _hits(tokens, read, whole, lexicon)
    shares = _shares(tokens, hits, _attributed_sentences(tokens, read, whole))
    return Attribution(
        table=_table(corpus, hits),
        settings={
            "lexicon": None if lexicon is None else lexicon.fingerprint(),
            "n_documents": len(corpus),
            "n_tokens": len(tokens),
            "history": list(tokens.history),
        },
        cautions=_cautions(tokens, hits, lexicon),
        hits=hits,
        shares=shares,
        outlets=_outlets(shares),
    )


def _cautions(tokens: Tokens, hits: pd.DataFrame, lexicon: Lexicon | None) -> tuple[str, ...]:
    articles = Counter(document.outlet for document in tokens.corpus if document.outlet is not None)
    alone = tuple(sorted(outlet for outlet, n in articles.items() if n == 1))
    cautions = [_VALIDATION, *([single_article(alone)] if alone and len(articles) > 1 else [])]
    found = names(tokens)
    if pairs := _shared_surnames(hits, found, lexicon):
        cautions.append(
            "Sources whose names may be one person's are counted apart, since two people may share a name:"
            f" {_some(pairs)}. An actor of a lexicon with both names counts them together."
        )
    if lexicon is not None and (pairs := _shared_aliases(hits, found, lexicon)):
        cautions.append(
            "Sources called by an alias of one word are counted under its actor, while other people in these articles"
            f" bear it as a surname: {_some(pairs)}. Without that alias they stay under the name that is written."
        )
    return tuple(cautions)


def _some(pairs: Sequence[str]) -> str:
    more = f" and {len(pairs) - _NAMED} more" if len(pairs) > _NAMED else ""
    return f"{'; '.join(pairs[:_NAMED])}{more}"


def _shared_surnames(hits: pd.DataFrame, found: Names, lexicon: Lexicon | None) -> list[str]:
    """Sources of one word that end names of persons among the others, each with these: Kolt, perhaps Mira Kolt."""
    entities = zip(found.entity_documents.tolist(), found.entity_names, found.entity_kinds, strict=True)
    kind_of = {(found.tokens.corpus.names[document], name): kind for document, name, kind in entities}
    named = hits[hits["kind"] == "named"]
    kinds: dict[str, set[str]] = {}
    for document, speaker, source in zip(named["document"], named["speaker"], named["source"], strict=True):
        # Nothing tells of a surname that stands alone what it names.
        kinds.setdefault(source, set()).add(kind_of.get((document, speaker), "other"))
    actors = set() if lexicon is None else {actor.name for actor in lexicon.actors}
    longer: dict[str, list[str]] = {}
    for name in sorted(kinds):
        if " " in name and "person" in kinds[name]:
            longer.setdefault(name.split()[-1], []).append(name)
    alone = [name for name in sorted(kinds) if kinds[name] <= {"person", "other"} and name not in actors]
    return [f"{name}, perhaps {' or '.join(longer[name])}" for name in alone if name in longer]


def _shared_aliases(hits: pd.DataFrame, found: Names, lexicon: Lexicon) -> list[str]:
    """Aliases of one word that sources are called by and others are named: Kolt (Mira Kolt), perhaps Peter Kolt."""
    bearers: dict[str, set[str]] = {}
    for name, kind in zip(found.entity_names, found.entity_kinds, strict=True):
        if kind == "person" and " " in name:
            bearers.setdefault(name.split()[-1].casefold(), set()).add(name)
    pairs = {}
    for speaker in sorted(set(hits.loc[hits["kind"] == "named", "speaker"])):
        actor, surname = lexicon.called(speaker), speaker.split()[-1]
        if actor is None or lexicon.called(surname) is not actor or _is_in_full(speaker, actor):
            continue
        others = bearers.get(surname.casefold(), set())
        others = {name for name in others if lexicon.called(name) is not actor and not _is_in_full(name, actor)}
        if others:
            pairs[surname] = f"{surname} ({actor.name}), perhaps {' or '.join(sorted(others))}"
    return [pairs[surname] for surname in sorted(pairs)]


def _is_in_full(name: str, actor: Actor) -> bool:
    """Whether a name holds one of several words of an actor, whatever title stands before or initial in it."""
    words = name.casefold().split()
    labels = [label.casefold().split() for label in (actor.name, *actor.aliases) if " " in label]
    return any(words[-len(own) :] == own or (words[0], words[-1]) == (own[0], own[-1]) for own in labels)


@dataclass(frozen=True, eq=False)
class _Whole:
    """Attributions whose pieces are put together: the first piece of each, where it ends, and all pieces."""

    first: NDArray[np.int64]
    ends: NDArray[np.int64]
    members: NDArray[np.int64]


def _whole(tokens: Tokens, read: Voices) -> _Whole:
    """One attribution a cue and passage: content that its cue parts in two counts once.

    A stand that is ascribed to somebody without words (opposes the deal) is no speech, and a fragment that no verb
    gives to anybody has no source.
    """
    is_scare = (read.kinds == VOICES.index("fragment")) & (read.cue_starts < 0)
    members = np.flatnonzero(~is_scare & ~read.is_attitude)
    members = members[np.lexsort((members, read.starts[members], read.documents[members]))]
    documents = read.documents[members]
    first, last = _sentence_spans(tokens, read, members)
    owners: dict[tuple[int, int], int] = {}
    firsts: list[int] = []
    ends: list[int] = []
    stops: list[int] = []
    for k, i in enumerate(members.tolist()):
        cue = int(read.cue_starts[i])
        owner = owners.get((int(documents[k]), cue), -1) if cue >= 0 else -1
        if owner < 0 or first[k] > stops[owner] + 1:
            owner = owners[int(documents[k]), cue] = len(firsts)
            firsts.append(i)
            ends.append(0)
            stops.append(0)
        ends[owner] = max(ends[owner], int(read.ends[i]))
        stops[owner] = max(stops[owner], int(last[k]))
    return _Whole(np.array(firsts, dtype=np.int64), np.array(ends, dtype=np.int64), members)


def _hits(tokens: Tokens, read: Voices, whole: _Whole, lexicon: Lexicon | None) -> pd.DataFrame:
    chosen = whole.first.tolist()
    documents = read.documents[whole.first].tolist()
    starts = read.starts[whole.first].tolist()
    spans = list(zip(starts, whole.ends.tolist(), strict=True))
    pieces = list(zip(starts, read.ends[whole.first].tolist(), strict=True))
    places = _tokens_at(tokens, read.documents[whole.first], read.starts[whole.first])
    parts = [PART_KINDS[part] for part in tokens.part_ids[places].tolist()]
    evidence = span_evidence(tokens.corpus, documents, spans, parts)
    said = span_evidence(tokens.corpus, documents, pieces, parts, read)
    for column in ("voice", "quoted", "attributed", "speaker"):
        evidence[column] = said[column]
    sources = _sources([(read.speakers[i] or "", read.source_kinds[i]) for i in chosen], lexicon)
    columns = {
        "source": [name for name, _ in sources],
        "kind": [kind for _, kind in sources],
        "verb": [read.verbs[i] for i in chosen],
        "stance": [read.stances[i] for i in chosen],
        "via": _media(tokens, read, whole),
    }
    offsets = {
        "cue_start": read.cue_starts,
        "cue_end": read.cue_ends,
        "source_start": read.source_starts,
        "source_end": read.source_ends,
    }
    table = pd.concat([evidence, pd.DataFrame(columns, dtype="str")], axis=1)
    for name, values in offsets.items():
        table[name] = pd.array(values[whole.first].astype(np.int64), dtype="Int64")
        table.loc[table[name] < 0, name] = pd.NA
    return table


def _sources(found: Sequence[tuple[str, str]], lexicon: Lexicon | None) -> list[tuple[str, str]]:
    """Sources with their kinds; one that is an actor of the lexicon has the actor's name."""
    if lexicon is None:
        return list(found)
    called = {name: lexicon.called(name) for name in dict.fromkeys(name for name, _ in found)}
    actors = {name: actor for name, actor in called.items() if actor is not None}
    return [(actors[name].name, "named") if name in actors and kind != "self" else (name, kind) for name, kind in found]


def _media(tokens: Tokens, read: Voices, whole: _Whole) -> list[str]:
    """News medium that was told, for every attribution; empty where none was."""
    reader, found = Reader.of(grammar(tokens), []), names(tokens)
    ends = read.cue_ends[whole.first]
    behind = np.where(ends >= 0, _tokens_at(tokens, read.documents[whole.first], ends), 0)
    return [(via(reader, found, last) or "") if last > 0 else "" for last in behind.tolist()]


def _tokens_at(tokens: Tokens, documents: NDArray[np.int32], offsets: NDArray[np.int32]) -> NDArray[np.int64]:
    """First token of each document that ends behind an offset in it, or its last token."""
    first, _ = tokens.spans_of(documents, offsets, offsets)
    # A closing mark stands behind the last token of its document.
    return np.minimum(first, np.maximum(tokens.bounds[documents + 1] - 1, tokens.bounds[documents]))


def _sentence_spans(
    tokens: Tokens, read: Voices, members: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First and last sentence of what is said: those of its first and of its last token."""
    documents = read.documents[members]
    first, last = tokens.spans_of(documents, read.starts[members], read.ends[members])
    opening, closing = (np.searchsorted(tokens.sentence_bounds, at, side="right") - 1 for at in (first, last - 1))
    return opening.astype(np.int64), closing.astype(np.int64)


def _table(corpus: Corpus, hits: pd.DataFrame) -> pd.DataFrame:
    rows = Counter(zip(*(hits[key].fillna("").tolist() for key in _KEYS), strict=True))
    order = sorted(rows, key=lambda row: (corpus.positions[row[0]], -rows[row], row))
    table = pd.DataFrame(order, columns=list(_KEYS), dtype="str")
    outlets = {document.name: document.outlet for document in corpus}
    table["outlet"] = pd.Series([outlets[name] for name in table["document"]], dtype="str")
    table["n"] = np.array([rows[row] for row in order], dtype=np.int64)
    return table


def _attributed_sentences(tokens: Tokens, read: Voices, whole: _Whole) -> NDArray[np.int64]:
    """Positions of the sentences some part of which is attributed."""
    first, last = _sentence_spans(tokens, read, whole.members)
    covered = np.zeros(len(tokens.sentence_bounds), dtype=np.int64)
    np.add.at(covered, first, 1)
    np.add.at(covered, last + 1, -1)
    return np.flatnonzero(np.cumsum(covered)[:-1] > 0)


def _shares(tokens: Tokens, hits: pd.DataFrame, attributed: NDArray[np.int64]) -> pd.DataFrame:
    corpus = tokens.corpus
    owners = np.searchsorted(tokens.bounds, tokens.sentence_bounds[:-1], side="right") - 1
    n_sentences = np.bincount(owners, minlength=len(corpus))
    n_attributed = np.bincount(owners[attributed], minlength=len(corpus))
    documents = np.array([corpus.positions[name] for name in hits["document"]], dtype=np.int64)
    columns = {
        "document": pd.Series(list(corpus.names), dtype="str"),
        "outlet": pd.Series([document.outlet for document in corpus], dtype="str"),
        "n_sentences": n_sentences,
        "n_attributed": n_attributed,
        "share": _share(n_attributed, n_sentences),
        "n_attributions": np.bincount(documents, minlength=len(corpus)),
    }
    for column, values in (("kind", SOURCE_KINDS), ("stance", STANCES)):
        for value in values:
            chosen = documents[(hits[column] == value).to_numpy(dtype=bool)]
            columns[f"n_{value}"] = np.bincount(chosen, minlength=len(corpus))
    return pd.DataFrame(columns)


def _outlets(shares: pd.DataFrame) -> pd.DataFrame:
    """The shares of each outlet, added up."""
    counts = [name for name in shares.columns if name.startswith("n_")]
    named = shares.assign(n_documents=1).groupby("outlet", sort=True, dropna=False)
    table = named[["n_documents", *counts]].sum().reset_index()
    table.insert(4, "share", _share(table["n_attributed"].to_numpy(), table["n_sentences"].to_numpy()))
    return table


def _share(n: NDArray[np.int64], of: NDArray[np.int64]) -> NDArray[np.float64]:
    """Share, missing where there is nothing to have one of."""
    return rounded(n / np.where(of > 0, of, np.nan))
