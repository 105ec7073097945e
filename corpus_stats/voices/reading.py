"""`Voices`: every attribution of a corpus, and whose wording stands at any place of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..grammar import grammar
from ..mentions import names
from ..tokens import Tokens
from .attributions import Attributions, attributions
from .clauses import Reader
from .judging import NOBODY
from .marking import Marked, covered, english_documents, glossed_tokens, quoted_tokens, span_rows
from .sourcing import Sourcing

__all__ = ["VOICES", "VoiceColumns", "Voices", "voices"]

VOICES = ("outlet", "fragment", "quoted", "paraphrase")
_HEARSAY = frozenset("allegedly reportedly purportedly supposedly apparently ostensibly".split())
_OUTLET, _FRAGMENT, _QUOTED, _PARAPHRASE = range(4)
_NOWHERE = (-1, -1)


class VoiceColumns(NamedTuple):
    """Columns about spans, one entry each.

    Attributes
    ----------
    voices : int8 array
        Positions in `VOICES`; -1 where the document was not read, because it is not English.
    quoted, attributed : bool arrays
        Whether the span stands in quotation marks; whether somebody is said to say or think it.
    speakers : object array of str or None
    """

    voices: NDArray[np.int8]
    quoted: NDArray[np.bool_]
    attributed: NDArray[np.bool_]
    speakers: NDArray[np.object_]


@dataclass(frozen=True, eq=False)
class Voices:
    """Attributions of a corpus in the order of its documents and of their cues and contents.

    Attributes
    ----------
    tokens : Tokens
    documents : int32 array of shape (n_attributions,)
    starts, ends : int32 arrays
        Half-open offsets of the content in the document's text; quotation marks belong to it.
    kinds : uint8 array
        Position in `VOICES`; never ``outlet``.
    cue_starts, cue_ends : int32 arrays
        Offsets of the cue; -1 where there is none.
    verbs, stances : tuples of str
        Lemma of the cue, and ``factive``, ``neutral`` or ``distancing``; ``""`` without a cue.
    is_attitude : bool array
        A stand that the outlet ascribes to somebody (*opposes the deal*): attributed in the sense of a source, but the
        wording is the outlet's, so that `at` does not count it.
    token_voices : int8 array of shape (n_tokens,)
        Position in `VOICES`; -1 where the document was not read. Square brackets in a quotation are the outlet's.
    token_attributions : int32 array of shape (n_tokens,)
        The attribution that decided it, or -1.
    is_quoted : bool array of shape (n_tokens,)
        Whether the token stands inside quotation marks.
    is_read : bool array of shape (n_documents,)
    cues : int64 array of shape (n_cues, 2)
        Token spans of the cues of speech and thought, in the order of the text.
    is_attributed : bool array of shape (n_attributions,)
        Whether an attribution has a cue or a source: a fragment without either is marked off, but by nobody.

    Notes
    -----
    Who speaks is read when it is asked for: by `at` in the documents of its spans alone, up to the last of them, in
    `speakers`, `source_kinds`, `source_starts` and `source_ends` in all.

    A paraphrase stays one even where its speaker would never choose the word (a spokesman denying that *the renegade
    force* hires anybody): this package knows no sides. Whoever knows them can read such a word as the outlet's.
    """

    tokens: Tokens
    documents: NDArray[np.int32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    kinds: NDArray[np.uint8]
    cue_starts: NDArray[np.int32]
    cue_ends: NDArray[np.int32]
    verbs: tuple[str, ...]
    stances: tuple[str, ...]
    is_attitude: NDArray[np.bool_]
    token_voices: NDArray[np.int8]
    token_attributions: NDArray[np.int32]
    is_quoted: NDArray[np.bool_]
    is_read: NDArray[np.bool_]
    cues: NDArray[np.int64]
    is_attributed: NDArray[np.bool_]
    _reports: NDArray[np.int64] = field(repr=False)
    _sourcing: Sourcing = field(repr=False)

    def __len__(self) -> int:
        return len(self.documents)

    def at(self, documents: ArrayLike, starts: ArrayLike, ends: ArrayLike) -> VoiceColumns:
        """Voice of half-open character spans: that of their first token, since what opens a span holds the rest.

        A span in the outlet's voice that holds a whole cue (*Bloomberg reported on Sunday*) is itself an attribution:
        ``paraphrase``. A span of nothing but an adverb of hearsay (*allegedly*) is the outlet's wherever it is not
        quoted: by it the outlet keeps its distance.
        """
        where = np.asarray(documents, dtype=np.int64)
        first, last = self.tokens.spans_of(where, starts, ends)
        size = len(self.token_voices)
        if not size:
            empty = np.zeros(len(where), dtype=bool)
            return VoiceColumns(np.zeros(len(where), np.int8), empty, empty.copy(), np.full(len(where), None))
        # a gloss that opens a quotation is stepped over
        beyond = self._beyond_gloss[np.minimum(first, size - 1)]
        at_first = np.where(beyond < last, beyond, np.minimum(first, size - 1))
        found = np.where(first < last, self.token_voices[at_first], _OUTLET).astype(np.int8)
        is_hearsay = (found == _PARAPHRASE) & (last == first + 1) & self._hearsay[self.tokens.type_ids[at_first]]
        found[is_hearsay] = _OUTLET
        rows = np.where(found > _OUTLET, self.token_attributions[at_first], -1)
        found[self._holds_cue(first, last) & (found == _OUTLET)] = _PARAPHRASE
        quoted = (found == _FRAGMENT) | (found == _QUOTED)
        attributed = (
            (found == _PARAPHRASE)
            | (found == _QUOTED)
            | ((found == _FRAGMENT) & np.append(self.is_attributed, False)[rows])
        )
        unread = ~self.is_read[where]
        found[unread] = -1
        return VoiceColumns(found, quoted & ~unread, attributed & ~unread, self._speakers_of(rows))

    def _speakers_of(self, rows: NDArray[np.int64]) -> NDArray[np.object_]:
        """Speakers of attributions; None for -1."""
        known = np.flatnonzero(rows >= 0)
        said = np.full(len(rows), None)
        reports = self._reports[rows[known]]
        read = self._sourcing.read(reports).said
        for i, report in zip(known.tolist(), reports.tolist(), strict=True):
            said[i] = read[report][0]
        return said

    @cached_property
    def speakers(self) -> tuple[str | None, ...]:
        """The name that each source resolves to, or the description as written."""
        said = self._sourcing.read().said
        return tuple([said[i][0] for i in self._reports.tolist()])

    @cached_property
    def source_kinds(self) -> tuple[str, ...]:
        """``named``, ``anonymous``, ``self`` (the outlet), or ``""`` without a source."""
        said = self._sourcing.read().said
        return tuple([said[i][1] for i in self._reports.tolist()])

    @property
    def source_starts(self) -> NDArray[np.int32]:
        """Offsets at which the sources begin as written; -1 where there is none."""
        return self._source_places[0]

    @property
    def source_ends(self) -> NDArray[np.int32]:
        """Offsets at which they end, exclusive."""
        return self._source_places[1]

    @cached_property
    def _source_places(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        spans = span_rows(span or _NOWHERE for span in self._sourcing.read().spans)
        return _characters(self.tokens, spans[self._reports])

    @cached_property
    def _beyond_gloss(self) -> NDArray[np.int64]:
        """For every token itself, or the first one behind the gloss that it stands in."""
        places = np.arange(len(self.token_voices), dtype=np.int64)
        places[self.is_quoted & (self.token_voices == _OUTLET)] = len(places)
        return np.minimum.accumulate(places[::-1])[::-1]

    @cached_property
    def _hearsay(self) -> NDArray[np.bool_]:
        return np.array([word in _HEARSAY for word in self.tokens.vocabulary], dtype=bool)

    def _holds_cue(self, first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.bool_]:
        if not len(self.cues):
            return np.zeros(len(first), dtype=bool)
        i = np.searchsorted(self.cues[:, 0], first, side="left")
        known = np.minimum(i, len(self.cues) - 1)
        return np.asarray((i < len(self.cues)) & (self.cues[known, 1] <= last) & (self.cues[known, 0] >= first))


def voices(tokens: Tokens) -> Voices:
    """Whose words stand where in an English corpus; the same object for the same tokens.

    Documents in another language are not read: their columns are null.
    """
    return tokens.once(_voices)


def _voices(tokens: Tokens) -> Voices:
    is_read = english_documents(tokens)
    marked, numbers = quoted_tokens(tokens, is_read)
    reader = Reader.of(grammar(tokens), numbers)
    found = attributions(reader, names(tokens), marked, numbers, np.repeat(is_read, tokens.lengths()))
    begins = found.spans[np.diff(found.rows, prepend=-1) > 0, 0]
    documents = np.searchsorted(tokens.bounds, begins, side="right") - 1
    sourcing = Sourcing(reader, names(tokens), found.reports, documents)
    return _assembled(tokens, found, sourcing, (is_read, numbers, marked))


def _assembled(
    tokens: Tokens,
    found: Attributions,
    sourcing: Sourcing,
    read: tuple[NDArray[np.bool_], NDArray[np.int32], Marked],
) -> Voices:
    """One row for every stretch of content."""
    (is_read, numbers, marked), spans, which = read, found.spans, found.rows
    kinds, attitude = found.kinds[which], found.is_attitude[which]
    starts, ends = _offsets(tokens, spans, found.marks[which], marked)
    documents = np.searchsorted(tokens.bounds, spans[:, 0], side="right") - 1
    token_voices, token_rows = _by_token(tokens, spans, kinds, attitude)
    glossed = glossed_tokens(tokens, numbers)
    token_voices[glossed], token_rows[glossed] = _OUTLET, -1
    token_voices[~np.repeat(is_read, tokens.lengths())] = -1
    has_cue = found.cues[:, 1] > found.cues[:, 0]
    is_attributed = (kinds != _FRAGMENT) | has_cue[which]
    reports = [found.reports[i] for i in which.tolist()]
    for i in np.flatnonzero(~is_attributed).tolist():
        is_attributed[i] = reports[i].source not in (None, NOBODY)
    return Voices(
        tokens,
        documents.astype(np.int32),
        starts,
        ends,
        kinds,
        *_characters(tokens, found.cues[which]),
        tuple([report.lemma for report in reports]),
        tuple([report.stance for report in reports]),
        attitude,
        token_voices,
        token_rows,
        numbers >= 0,
        is_read,
        _distinct(found.cues[has_cue & ~found.is_attitude]),
        is_attributed,
        which,
        sourcing,
    )


def _distinct(spans: NDArray[np.int64]) -> NDArray[np.int64]:
    """Spans of tokens in order, each but once."""
    keys = np.sort(spans[:, 0] << 32 | spans[:, 1])
    keys = keys[np.diff(keys, prepend=-1) != 0]
    return np.stack([keys >> 32, keys & (1 << 32) - 1], axis=1)


def _by_token(
    tokens: Tokens, spans: NDArray[np.int64], kinds: NDArray[np.uint8], attitude: NDArray[np.bool_]
) -> tuple[NDArray[np.int8], NDArray[np.int32]]:
    """Voice and attribution of every token: quotation wins over indirect speech, an inner report over an outer."""
    found = np.zeros(len(tokens), dtype=np.int8)
    rows = np.full(len(tokens), -1, dtype=np.int32)
    for is_wanted in (kinds == _PARAPHRASE, kinds != _PARAPHRASE):
        chosen = np.flatnonzero(is_wanted & ~attitude)
        held, numbers = covered(spans[chosen, 0], spans[chosen, 1])
        # of several numbers for one place the last one stays
        rows[held] = chosen.take(numbers)
        found[held] = kinds[chosen].take(numbers)
    return found, rows


def _offsets(
    tokens: Tokens, spans: NDArray[np.int64], marks: NDArray[np.int64], marked: Marked
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Half-open offsets of contents; those of quotations take their marks in."""
    starts, ends = tokens.starts[spans[:, 0]], tokens.ends[spans[:, 1] - 1]
    known = marks >= 0
    starts[known], ends[known] = marked.starts[marks[known]], marked.ends[marks[known]]
    return starts, ends


def _characters(tokens: Tokens, spans: NDArray[np.int64]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Offsets of token spans; -1 for those that are empty."""
    known = spans[:, 1] > spans[:, 0]
    starts = np.full(len(spans), -1, dtype=np.int32)
    ends = starts.copy()
    starts[known] = tokens.starts[spans[known, 0]]
    ends[known] = tokens.ends[spans[known, 1] - 1]
    return starts, ends
