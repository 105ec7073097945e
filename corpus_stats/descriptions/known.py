"""Labels as words: how they are counted together, how rare they are, and what a lexicon knows of them."""

from __future__ import annotations

import difflib
import itertools
import operator
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..corpus import Corpus, Document
from ..grammar import classes as c
from ..grammar import grammar
from ..grammar.arrays import types_of
from ..grammar.classes import classes_of
from ..grammar.words import PARTY_MEMBERS
from ..lexicon import Lexicon
from ..matching import matches
from ..mentions import names
from ..tokens import Tokens, tokenize
from .words import WRITTEN_OUT

__all__ = ["TITLE", "Mark", "are_ranks", "corpus_counts", "label_texts", "marks"]

TITLE = "title"
"""Category of a label that is nothing but a rank, an office or a form of address."""

_LONGEST_ACRONYM = 4
_CUTOFF = 0.55
_NAMING = c.PERSON_NOUN | c.TITLE | c.GROUP | c.ADJECTIVE
_OTHER = (
    c.VERB | c.VERB_ING | c.PARTICIPLE | c.ADVERB | c.PREPOSITION | c.AUXILIARY | c.SUBORDINATOR | c.CONJUNCTION
    | c.DETERMINER | c.PRONOUN | c.NEGATION
)  # fmt: skip
_SMALL_WORD = c.DETERMINER | c.PREPOSITION | c.CONJUNCTION | c.POSSESSIVE
_SMALL = frozenset("a an and for in of the to".split())


@dataclass(frozen=True)
class Mark:
    """What a lexicon says of one label: its category and whether it is listed; else the listed label most like it."""

    category: str
    in_lexicon: bool
    nearest: str


def label_texts(
    tokens: Tokens, first: NDArray[np.int64], last: NDArray[np.int64], given: NDArray[np.bool_] | None = None
) -> list[str]:
    """Label of every token run: its words with single spaces, in lower case but for proper words (Libyan, US-backed).

    Shortened ranks are written out (Gen. is general). Runs that differ in capitals alone have one label: the
    spelling that is most frequent among them. Runs of `given` names (nicknamed the Water Queen) keep their capitals
    where nearly all their words have one.
    """
    sizes = last - first
    places = _covered(first, sizes)
    names_given = np.zeros(len(first), dtype=bool) if given is None else given & _are_capital(tokens, places, sizes)
    types, is_named = tokens.type_ids[places], (names(tokens).occurrences[places] >= 0) | np.repeat(names_given, sizes)
    of, parties = (np.isin(types, types_of(tokens, words)) for words in (("of",), PARTY_MEMBERS))
    is_named |= parties & grammar(tokens).is_capital[places]
    rows = zip(places.tolist(), types.tolist(), is_named.tolist(), of.tolist(), strict=True)
    forms: dict[int, str] = {}
    texts = []
    for size in sizes.tolist():
        words, is_after_of = [], False
        for position, type_id, named, is_of in itertools.islice(rows, size):
            # the names and offices after *of* stand as they are written: loyalist of President Lee
            if named or is_after_of:
                words.append(_as_written(tokens, position))
            else:
                if type_id not in forms:
                    forms[type_id] = _proper(tokens.vocabulary[type_id])
                words.append(forms[type_id])
            is_after_of = is_after_of or is_of
        texts.append(" ".join(words).replace(" 's", "'s"))
    return _one_spelling(texts)


def are_ranks(tokens: Tokens, first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether token runs are nothing but titles."""
    sizes = last - first
    is_title = (grammar(tokens).classes[_covered(first, sizes)] & c.TITLE) != 0
    return np.logical_and.reduceat(is_title, np.cumsum(sizes) - sizes) if len(first) else is_title


def _covered(first: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Tokens of runs, one run after the other."""
    return np.repeat(first - np.cumsum(sizes) + sizes, sizes) + np.arange(int(sizes.sum()))


def _one_spelling(texts: Sequence[str]) -> list[str]:
    """Texts in which those that differ in capitals alone are spelt alike, as most of them are."""
    spellings: dict[str, Counter[str]] = {}
    for text, n in Counter(texts).items():
        spellings.setdefault(text.lower(), Counter())[text] = n
    chosen = {key: min(found, key=lambda one: (-found[one], one)) for key, found in spellings.items()}
    return [chosen[text.lower()] for text in texts]


def corpus_counts(tokens: Tokens, first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.int64]:
    """How often the words of each run stand anywhere in the corpus, one after another in a sentence; shape (n,).

    Time is linear in the corpus: each run is looked for at its rarest word.
    """
    if not len(first):
        return np.zeros(0, dtype=np.int64)
    plain, types, sentences = _plain_ids(tokens), tokens.type_ids, grammar(tokens).sentences
    frequency = np.bincount(plain, np.bincount(types, minlength=len(plain))).astype(np.int64)
    sizes = last - first
    words = iter(plain[types[_covered(first, sizes)]].tolist())
    runs = [tuple(itertools.islice(words, size)) for size in sizes.tolist()]
    rarest = {run: min(range(len(run)), key=lambda i: (frequency[run[i]], i)) for run in dict.fromkeys(runs)}
    asked = np.zeros(len(frequency), dtype=bool)
    asked[[run[i] for run, i in rarest.items()]] = True
    places = np.flatnonzero(asked[plain].take(types))
    keys = plain[types[places]]
    order = np.argsort(keys, kind="stable")
    places, keys = places[order], keys[order]
    counts = {}
    for run, at in rarest.items():
        low, high = np.searchsorted(keys, [run[at], run[at] + 1])
        begin = places[low:high] - at
        begin = begin[(begin >= 0) & (begin + len(run) <= len(types))]
        for i, word in enumerate(run):
            begin = begin[plain[types[begin + i]] == word]
        counts[run] = int((sentences[begin] == sentences[begin + len(run) - 1]).sum())
    return np.array([counts[run] for run in runs], dtype=np.int64)


def marks(labels: Sequence[str], actors: Sequence[int], ranks: Sequence[bool], lexicon: Lexicon) -> list[Mark]:
    """What a lexicon says of labels, each of the actor at a position in ``lexicon.actors``.

    A label is listed where it is one of the actor's titles, or where a term stands in it: "eastern strongman" is listed
    by "strongman". `ranks` tells which labels are nothing but titles.
    """
    titles = {i: {title.lower() for title in lexicon.actors[i].titles} for i in set(actors)}
    distinct = sorted(set(labels))
    found = dict(zip(distinct, _terms_in(distinct, lexicon), strict=True))
    index = _Index(_namings(lexicon))
    nearest = {label: index.nearest(label) for label in distinct if found[label] < 0}
    rows = list(zip(labels, actors, ranks, strict=True))
    marked: dict[tuple[str, int, bool], Mark] = {}
    for label, actor, is_rank in dict.fromkeys(rows):
        if label.lower() in titles[actor]:
            mark = Mark(TITLE, True, "")
        elif found[label] >= 0:
            mark = Mark(lexicon.terms[found[label]].category, True, "")
        else:
            mark = Mark(TITLE if is_rank else "", False, nearest[label])
        marked[label, actor, is_rank] = mark
    return [marked[row] for row in rows]


def _are_capital(tokens: Tokens, places: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether every word of a run but the small ones begins with a capital, and there are two or more."""
    reading, runs = grammar(tokens), np.repeat(np.arange(len(sizes)), sizes)
    capital = reading.is_capital[places]
    plain = ~capital & ((reading.classes[places] & _SMALL_WORD) == 0)
    n_plain, n_capital = (np.bincount(runs[one], minlength=len(sizes)) for one in (plain, capital))
    return np.asarray((n_plain == 0) & (n_capital >= 2), dtype=bool)


def _proper(word: str) -> str:
    """Word in lower case, its nationalities and places with a capital: Russia-backed."""
    plain = _plain(word)
    pieces = WRITTEN_OUT.get(plain, plain).split("-")
    is_proper = (classes_of([piece.lower() or "-" for piece in pieces]) & (c.DEMONYM | c.PLACE)) != 0
    return "-".join(p[:1].upper() + p[1:] if up else p for p, up in zip(pieces, is_proper.tolist(), strict=True))


def _as_written(tokens: Tokens, position: int) -> str:
    """Word of a name as the article writes it; in a line of capitals, with one capital."""
    document = int(np.searchsorted(tokens.bounds, position, side="right")) - 1
    word = tokens.corpus.documents[document].text[int(tokens.starts[position]) : int(tokens.ends[position])]
    return word.capitalize() if word.isupper() and len(word) > _LONGEST_ACRONYM and "." not in word else word


def _plain(word: str) -> str:
    pieces = word.split("-")
    return "-".join(p.lower() if sum(letter.isalpha() for letter in p) > _LONGEST_ACRONYM else p for p in pieces)


def _plain_ids(tokens: Tokens) -> NDArray[np.int64]:
    """Number of the plain form of every type: a word in capitals is the word."""
    words = tokens.vocabulary
    ids = np.arange(len(words))
    for i in np.flatnonzero(np.fromiter(map(operator.ne, words, grammar(tokens).lower), bool, len(words))).tolist():
        # a plain form that is no type itself keeps the number of the type
        known = tokens.id_of(_plain(words[i]))
        ids[i] = i if known is None else known
    return ids


def _terms_in(labels: Sequence[str], lexicon: Lexicon) -> list[int]:
    """Term that stands in each label: the whole label before the first in it; -1 where none does."""
    found = [-1] * len(labels)
    if not lexicon.terms or not labels:
        return found
    listed = Corpus(tuple(Document(f"{i:09d}", label) for i, label in enumerate(labels)))
    tokens = tokenize(listed)
    hits = matches(tokens, lexicon)
    for document, term in zip(hits.documents.tolist(), hits.terms.tolist(), strict=True):
        if found[document] < 0:
            found[document] = term
    return found


def _namings(lexicon: Lexicon) -> list[str]:
    """Variants that can name somebody: not those that end in a verb, an adverb or a small word."""
    variants = [variant for term in lexicon.terms for variant in term.variants]
    ends = classes_of([variant.replace("*", "").split()[-1].lower() for variant in variants])
    is_naming = (ends & _NAMING != 0) | (ends & _OTHER == 0)
    return [variant for variant, kept in zip(variants, is_naming.tolist(), strict=True) if kept]


class _Index:
    """Listed labels by their words, to find the one that shares most with a new label."""

    def __init__(self, known: Sequence[str]) -> None:
        self._by_word: dict[str, list[str]] = {}
        self._by_head: dict[str, str] = {}
        self._close: dict[str, str] = {}
        for one in sorted(set(known)):
            self._by_head.setdefault(_head(one), one)
            for word in sorted(set(one.lower().replace("*", "").split()) - _SMALL):
                self._by_word.setdefault(word, []).append(one)

    def nearest(self, label: str) -> str:
        """Listed label most like a new one: by shared words, else by the letters of its noun; empty for none."""
        shared = Counter(one for word in set(label.lower().split()) for one in self._by_word.get(word, ()))
        if shared:
            most = max(shared.values())
            matcher = difflib.SequenceMatcher(b=label)
            ratios = []
            for one in sorted(one for one, n in shared.items() if n == most):
                matcher.set_seq1(one)
                ratios.append((-matcher.ratio(), one))
            return min(ratios)[1]
        head = _head(label)
        if head not in self._close:
            close = difflib.get_close_matches(head, list(self._by_head), n=9, cutoff=_CUTOFF)
            alike = (one for one in close if one[:4] == head[:4] or one[-3:] == head[-3:])
            self._close[head] = self._by_head.get(next(alike, ""), "")
        return self._close[head]


def _head(label: str) -> str:
    """Noun of a label: its last word, or the last before *of*."""
    return label.lower().replace("*", "").split(" of ")[0].split()[-1]
