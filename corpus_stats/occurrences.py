"""Occurrences of a lexicon by document, what their rate is per, and random lists that match them.

The rate is per content token, or, for one actor, per mention: then only the sentences that mention the actor are read,
and of these the runs of words that are said of the actor.
Where some voices only are counted, so are the content tokens or the mentions of these voices, and random lists are
drawn there; near an actor, from the other words of its labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from .errors import ArgumentError, nearest
from .language import language_of
from .lexicon import Lexicon
from .matching import Matches, matches
from .matrix import ngram_counts
from .stats.random_lists import random_list_counts
from .tokens import Tokens

__all__ = ["Occurrences", "Spoken", "chosen_voices", "occurrences", "random_occurrences", "span_mask"]

_UNREAD = -1
# Words that a random list has to choose from for a term, and how many times as frequent as the term they may be.
_CANDIDATES, _FACTOR = 20, 2
_WAY_ON = "--skip-other-languages (skip_other_languages) sets such articles aside."


@dataclass(frozen=True, eq=False)
class Occurrences:
    """Occurrences of the categories of a lexicon.

    Attributes
    ----------
    found : Matches
        Every occurrence that is counted.
    counts : int64 array of shape (n_categories, n_documents)
        In the order of ``found.lexicon.categories``.
    denominator : int64 array of shape (n_documents,)
        Content tokens, or mentions of the actor.
    unit : str
        What `denominator` counts.
    per : int
        Units that a rate is given for: 1,000 content tokens, or 1 mention.
    is_read : bool array of shape (n_tokens,)
        Tokens of the sentences that are read.
    heads : int64 array or None
        Token positions of the mentions of the actor.
    drawn : bool array of shape (n_tokens,), or None
        Of the tokens read, those that random lists are made of; all, where it is None.
    """

    found: Matches
    counts: NDArray[np.int64]
    denominator: NDArray[np.int64]
    unit: str
    per: int
    is_read: NDArray[np.bool_]
    heads: NDArray[np.int64] | None = None
    drawn: NDArray[np.bool_] | None = None

    @property
    def exposure(self) -> NDArray[np.int64]:
        """Denominator by document on a scale that no count can exceed, for tests and intervals of rates per `per`."""
        # Several loaded terms can stand beside one mention; a common factor changes no ratio and no p value.
        return self.denominator * (1000 // self.per)

    def rate_of_all_tokens(self, n: NDArray[np.int64], members: NDArray[np.bool_]) -> NDArray[np.float64]:
        """Rate per 1,000 of all tokens in some documents; missing near an actor, which is no sample of all tokens."""
        length = int(self.found.tokens.lengths()[members].sum()) if self.heads is None else 0
        return 1000 * n / length if length else np.full(n.shape, np.nan)

    def by_term(self, groups: NDArray[np.int64], n_groups: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Occurrences of each term, and documents that have one, in each group; `groups` is that of every document."""
        found, shape = self.found, (len(self.found.lexicon.terms), n_groups)
        n, n_documents = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
        np.add.at(n, (found.terms, groups[found.documents]), 1)
        pairs = np.unique(np.stack([found.terms, found.documents]), axis=1)
        np.add.at(n_documents, (pairs[0], groups[pairs[1]]), 1)
        return n, n_documents

    def is_in_spans(self, first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which occurrences share a word with one of some token runs ``first[i]:last[i]``."""
        before = np.concatenate([[0], np.cumsum(span_mask(len(self.found.tokens), first, last))])
        return np.asarray(before[self.found.last] > before[self.found.first])

    def only(self, kept: NDArray[np.bool_], *, drawn: NDArray[np.bool_] | None = None) -> Occurrences:
        """Some of the occurrences, out of the same; `drawn` are tokens that random lists for them are made of."""
        found = _selected(self.found, kept)
        return replace(self, found=found, counts=_counts(found), drawn=drawn)

    def of_mentions(self, kept: NDArray[np.bool_]) -> Occurrences:
        """The occurrences in the sentences of some mentions of the actor, per mention of these."""
        assert self.heads is not None
        heads, tokens = self.heads[kept], self.found.tokens
        is_read = _sentences_with(tokens, heads)
        found = _selected(self.found, is_read[self.found.first])
        denominator = np.bincount(tokens.documents()[heads], minlength=len(tokens.corpus)).astype(np.int64)
        return replace(self, found=found, counts=_counts(found), denominator=denominator, is_read=is_read, heads=heads)


def occurrences(
    tokens: Tokens, lexicon: Lexicon, *, actor: str | None = None, heads: NDArray[np.int64] | None = None
) -> Occurrences:
    """Occurrences of a lexicon's categories in every document.

    Parameters
    ----------
    tokens : Tokens
    lexicon : Lexicon
    actor : str, optional
        Read only sentences that mention the actor, and count per mention.
    heads : int64 array, optional
        Token positions of the mentions of the actor.

    Raises
    ------
    ArgumentError
        A lexicon without terms.
    """
    if not lexicon.terms:
        raise ArgumentError("the lexicon has no term; framing counts terms")
    found = matches(tokens, lexicon)
    is_read = np.ones(len(tokens), dtype=bool)
    everything = Occurrences(
        found, _counts(found), _content_lengths(tokens, found, is_read), "content tokens", 1000, is_read
    )
    if heads is None:
        return everything
    near = replace(everything, unit=f"mentions of {actor}", per=1, heads=heads)
    return near.of_mentions(np.ones(len(heads), dtype=bool))


def chosen_voices(voices: str | Sequence[str] | None, known: Sequence[str]) -> tuple[int, ...]:
    """Positions of voices among those known; the first, which is the outlet's own, for None."""
    wanted = (known[0],) if voices is None else (voices,) if isinstance(voices, str) else tuple(voices)
    for voice in wanted:
        if voice not in known:
            raise ArgumentError(f"voice {voice!r} is unknown; {nearest(voice, known)}")
    if not wanted:
        raise ArgumentError(f"voices is empty; give one or more of {', '.join(known)}")
    return tuple(sorted({known.index(voice) for voice in wanted}))


def span_mask(n_tokens: int, first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which tokens stand in one of some runs ``first[i]:last[i]``, shape (n_tokens,)."""
    edges = np.zeros(n_tokens + 1, dtype=np.int64)
    np.add.at(edges, first, 1)
    np.add.at(edges, last, -1)
    return np.asarray(np.cumsum(edges[:-1]) > 0)


@dataclass(frozen=True, eq=False)
class Spoken:
    """Occurrences in all voices, and whose wording each is.

    Attributes
    ----------
    everything : Occurrences
    voices : int8 array, one for each occurrence
        Position of the voice, mostly that of its first word; -1 where none was read.
    of_tokens : int8 array of shape (n_tokens,)
    """

    everything: Occurrences
    voices: NDArray[np.int8]
    of_tokens: NDArray[np.int8]

    @classmethod
    def of(cls, everything: Occurrences, of_tokens: NDArray[np.int8]) -> Spoken:
        """Occurrences with the voices of their first words."""
        return cls(everything, of_tokens[everything.found.first], of_tokens)

    def is_in(self, chosen: Sequence[int]) -> NDArray[np.bool_]:
        """Which occurrences count where these voices do: theirs, and those of articles that were not read.

        Those near an actor count where the sentence refers to the actor in these voices too: there is nothing else to
        be out of. Of a wording that is another's than its place (`voices`) the whole article must.
        """
        found, near = self.everything.found, self._near(chosen)
        is_moved = self.voices != self.of_tokens[found.first]
        is_out_of = near.is_read[found.first] | (is_moved & (near.denominator[found.documents] > 0))
        return np.asarray(np.isin(self.voices, (*chosen, _UNREAD)) & is_out_of)

    def by(self, chosen: Sequence[int]) -> Occurrences:
        """Occurrences that count where these voices do, per content token or mention of the same voices."""
        near, is_voice, kept = self._near(chosen), np.isin(self.of_tokens, (*chosen, _UNREAD)), self.is_in(chosen)
        if is_voice.all() and kept.all():
            return near
        found = _selected(self.everything.found, kept)
        is_read = near.is_read & is_voice
        denominator = near.denominator if near.heads is not None else _content_lengths(found.tokens, found, is_read)
        return replace(near, found=found, counts=_counts(found), denominator=denominator, is_read=is_read)

    def _near(self, chosen: Sequence[int]) -> Occurrences:
        heads = self.everything.heads
        if heads is None:
            return self.everything
        return self.everything.of_mentions(np.isin(self.of_tokens[heads], (*chosen, _UNREAD)))

    def counts(self, voice: int) -> NDArray[np.int64]:
        """Occurrences in one voice, categories x documents."""
        return _counts(_selected(self.everything.found, self.voices == voice))

    def cautions(self, chosen: Sequence[int], known: Sequence[str], beside: Spoken | None = None) -> tuple[str, ...]:
        """What was not counted, and what was not read; those `beside` are said of an actor and are no label."""
        lines = []
        n_aside = [0 if i in chosen else int((self.voices == i).sum()) for i in range(len(known))]
        n = int(self.is_in(chosen).sum())
        if n < self.voices.size:
            aside = ", ".join(f"{n} {name}" for n, name in zip(n_aside, known, strict=True) if n)
            names = ", ".join(known[i] for i in chosen)
            if rest := self.voices.size - n - sum(n_aside):
                aside = f"{aside}, {rest} where" if aside else f"{rest} where"
                aside += " the actor is mentioned in other voices only"
            lines.append(f"{n} of {self.voices.size} occurrences are counted (voice: {names}). Not counted: {aside}.")
        unread = self.everything.found.tokens.documents()[self.of_tokens == _UNREAD]
        if unread.size:
            lines.append(self._unread(unread))
        if beside is not None and (n := int(beside.is_in(chosen).sum())):
            terms, whom = "1 more term is" if n == 1 else f"{n} more terms are", self.everything.unit
            lines.append(
                f"By the clause {terms} said of {whom.removeprefix('mentions of ')} without being a label, as verbs,"
                " events and denied labels are: counted in n_near, not in n."
            )
        read = "Voices" if self.everything.heads is None else "References, labels and voices"
        return (*lines, f"{read} are read by rules that err: not validated on this corpus.")

    def _unread(self, documents: NDArray[np.int32]) -> str:
        """What is counted in articles in other languages, and what it is worth."""
        found = self.everything.found
        others = [found.tokens.corpus.documents[i] for i in np.unique(documents).tolist()]
        languages = sorted({document.language or language_of(document.text) for document in others})
        is_one = len(others) == 1
        little = "" if languages == [found.lexicon.language] else " A list in another language finds little there."
        return (
            f"{len(others)} of {len(found.tokens.corpus)} articles {'is' if is_one else 'are'} in another language"
            f" ({', '.join(languages)}), in which voices are not read: {'its' if is_one else 'their'} words are all in"
            f" the denominator, and what the lexicon finds is counted whoever says it.{little} {_WAY_ON}"
        )


def random_occurrences(
    counted: Occurrences, *, lists: int = 999, seed: int = 0
) -> tuple[dict[str, NDArray[np.float64]], tuple[str, ...]]:
    """Occurrences by document of random lists for each category, shape (lists, n_documents).

    Words stand for words and runs of words for runs, each about as frequent as its term, in the sentences read; for an
    actor, in its labels. There a category with a term that too few words match has no lists: the second value says so.
    """
    if lists < 1:
        raise ArgumentError(f"random_lists is {lists}; it must be 1 or more")
    found, lexicon, tokens = counted.found, counted.found.lexicon, counted.found.tokens
    n_words = found.last - found.first
    n_by_term = np.bincount(found.terms, minlength=len(lexicon.terms))
    # A term is as long as it is where it occurs first.
    words = np.ones(len(lexicon.terms), dtype=np.int64)
    words[found.terms[::-1]] = n_words[::-1]
    sizes = sorted({int(size) for size in words[n_by_term > 0]})
    taken = np.unique(tokens.type_ids[found.first[n_words == 1]])
    pools = [_candidates(counted, size, taken) for size in sizes]
    category = np.array([term.category for term in lexicon.terms], dtype=object)
    drawn, scarce = {}, []
    for name in lexicon.categories:
        wanted = [n_by_term[(category == name) & (words == size) & (n_by_term > 0)] for size in sizes]
        alike = [] if counted.drawn is None else _alike(pools, wanted)
        if any(one.shape[0] < _CANDIDATES for one in alike):
            scarce.append(name)
        elif len(alike) == 1:
            # There are no other lists of one word: drawn again and again they would make p smaller than it can be.
            drawn[name] = alike[0]
        else:
            empty = np.zeros((lists, len(tokens.corpus)))
            drawn[name] = random_list_counts(pools, wanted, lists=lists, seed=seed) if pools else empty
    return drawn, (_too_few(scarce, counted.unit),) if scarce else ()


def _alike(pools: Sequence[sparse.csr_array], wanted: Sequence[NDArray[np.int64]]) -> list[NDArray[np.float64]]:
    """For each term, occurrences by document of the candidates that are about as frequent."""
    alike = []
    for pool, frequencies in zip(pools, wanted, strict=True):
        sizes = np.asarray(pool.sum(axis=0)).ravel()
        for n in frequencies.tolist():
            near = np.flatnonzero((sizes * _FACTOR >= n) & (sizes <= n * _FACTOR))
            alike.append(pool[:, near].T.toarray().astype(np.float64))
    return alike


def _too_few(categories: Sequence[str], unit: str) -> str:
    return (
        f"No random_list_p for {', '.join(categories)}: a random list needs {_CANDIDATES} words in the labels of"
        f" {unit.removeprefix('mentions of ')} for each term, at least half and at most twice as frequent, that are no"
        " term and no actor's name."
    )


def _counts(found: Matches) -> NDArray[np.int64]:
    categories = found.lexicon.categories
    category_of_term = np.array([categories.index(term.category) for term in found.lexicon.terms], dtype=np.int64)
    counts = np.zeros((len(categories), len(found.tokens.corpus)), dtype=np.int64)
    np.add.at(counts, (category_of_term[found.terms], found.documents), 1)
    return counts


def _content_lengths(tokens: Tokens, found: Matches, is_read: NDArray[np.bool_]) -> NDArray[np.int64]:
    content = tokens.content()[tokens.type_ids] & is_read if len(tokens) else np.zeros(0, dtype=bool)
    # A function word that the lexicon lists is content to whoever listed it, so no rate exceeds 1,000.
    content |= span_mask(len(tokens), found.first, found.last)
    return np.bincount(tokens.documents(), weights=content, minlength=len(tokens.corpus)).astype(np.int64)


def _sentences_with(tokens: Tokens, positions: NDArray[np.int64]) -> NDArray[np.bool_]:
    sentences = np.unique(np.searchsorted(tokens.sentence_bounds, positions, side="right") - 1)
    lengths = np.diff(tokens.sentence_bounds)
    return np.repeat(np.isin(np.arange(lengths.size), sentences), lengths)


def _selected(found: Matches, kept: NDArray[np.bool_]) -> Matches:
    columns = {name: getattr(found, name)[kept] for name in ("documents", "first", "last", "terms")}
    return replace(found, **columns)


def _candidates(counted: Occurrences, n_words: int, taken: NDArray[np.int32]) -> sparse.csr_array:
    tokens, is_read = counted.found.tokens, counted.is_read
    if counted.drawn is not None:
        outside = np.concatenate([[0], np.cumsum(~(is_read & counted.drawn)), [len(tokens)] * n_words])
        is_read = outside[n_words:][: len(tokens)] == outside[: len(tokens)]  # all words of a run stand in labels
    runs, first = ngram_counts(tokens, n_words, is_read=is_read)
    if n_words > 1:
        return runs
    types = tokens.type_ids[first]
    return sparse.csr_array(runs[:, np.flatnonzero(tokens.content()[types] & ~np.isin(types, taken))])
