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
from ..lexicon import Lexicon
from ..mentions import names
from ..regimes import single_article
from ..tokens import Tokens
from ..voices import VOICES, Voices, voices
from ..voices.clauses import Reader
from ..voices.english import require_english
from ..voices.speakers import SOURCE_KINDS, via

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
        share of the two; n_attributions, and of them n_named, n_anonymous, n_self, n_factive, n_neutral,
        n_distancing.
    """

    shares: pd.DataFrame = field(default_factory=pd.DataFrame)


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
        people may share a name, and a caution says so.

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
    return Attribution(
        table=_table(corpus, hits),
        settings={
            "lexicon": None if lexicon is None else lexicon.fingerprint(),
            "n_documents": len(corpus),
            "n_tokens": len(tokens),
            "history": list(tokens.history),
        },
        cautions=_cautions(corpus, hits, lexicon),
        hits=hits,
        shares=_shares(tokens, hits, _attributed_sentences(tokens, read, whole)),
    )


def _cautions(corpus: Corpus, hits: pd.DataFrame, lexicon: Lexicon | None) -> tuple[str, ...]:
    articles = Counter(document.outlet for document in corpus if document.outlet is not None)
    alone = tuple(sorted(outlet for outlet, n in articles.items() if n == 1))
    cautions = [_VALIDATION, *([single_article(alone)] if alone and len(articles) > 1 else [])]
    named = hits.loc[hits["kind"] == "named", "source"].unique().tolist()
    known = set() if lexicon is None else {actor.name for actor in lexicon.actors}
    if pairs := _shared_surnames([name for name in named if name not in known], named):
        more = f" and {len(pairs) - _NAMED} more" if len(pairs) > _NAMED else ""
        cautions.append(
            "Sources whose names may be one person's are counted apart, since two people may share a name:"
            f" {'; '.join(pairs[:_NAMED])}{more}. An actor of a lexicon with both names counts them together."
        )
    return tuple(cautions)


def _shared_surnames(names: Sequence[str], others: Sequence[str]) -> list[str]:
    """Names of one word that end longer ones, each with these: Kolt, perhaps Mira Kolt."""
    longer: dict[str, list[str]] = {}
    for name in sorted(others):
        if " " in name:
            longer.setdefault(name.split()[-1], []).append(name)
    return [f"{name}, perhaps {' or '.join(longer[name])}" for name in sorted(names) if name in longer]


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
    called = {name: lexicon.called(name) for name, kind in found if kind in ("named", "anonymous")}
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
        "share": rounded(n_attributed / np.maximum(n_sentences, 1)),
        "n_attributions": np.bincount(documents, minlength=len(corpus)),
    }
    for column, values in (("kind", SOURCE_KINDS), ("stance", STANCES)):
        for value in values:
            chosen = documents[(hits[column] == value).to_numpy(dtype=bool)]
            columns[f"n_{value}"] = np.bincount(chosen, minlength=len(corpus))
    return pd.DataFrame(columns)
