"""What was read of each document, and what was dropped."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ..corpus import DROP_REASONS, PART_KINDS, Corpus, Document
from ..evidence import Result

__all__ = ["Composition", "composition"]


@dataclass(frozen=True, eq=False, repr=False)
class Composition(Result):
    """Kept parts and dropped spans of every document.

    Columns of `table`: document, outlet, part (the kind, or the reason of the drop), kept, n_spans, n_characters.
    Columns of `hits`: document, outlet, start, end, text, reason; one row a dropped span.
    """


def composition(corpus: Corpus) -> Composition:
    """Characters of every document by part kept and by reason dropped.

    White space between parts belongs to none, so the numbers add up to less than the length of the text.
    """
    rows = [row for document in corpus for row in _rows(document)]
    columns = ["document", "outlet", "part", "kept", "n_spans", "n_characters"]
    drops = corpus.drops
    outlets = dict(zip(corpus.names, corpus.values("outlet"), strict=True))
    drops.insert(1, "outlet", drops["document"].map(outlets))
    return Composition(
        table=pd.DataFrame(rows, columns=columns),
        settings={"documents": len(corpus), "fingerprint": corpus.fingerprint()},
        cautions=_cautions(corpus),
        hits=drops,
    )


def _rows(document: Document) -> list[tuple[str, str | None, str, bool, int, int]]:
    sizes = {(name, True): (0, 0) for name in PART_KINDS} | {(name, False): (0, 0) for name in DROP_REASONS}
    spans = [(kind, True, end - start) for start, end, kind in document.segments()]
    spans += [(part.reason or "", False, part.end - part.start) for part in document.drops]
    for name, kept, size in spans:
        n, total = sizes[name, kept]
        sizes[name, kept] = n + 1, total + size
    return [(document.name, document.outlet, p, kept, n, size) for (p, kept), (n, size) in sizes.items() if n]


def _cautions(corpus: Corpus) -> tuple[str, ...]:
    empty = [document.name for document in corpus if not any(True for _ in document.segments())]
    if not empty:
        return ()
    return (f"{len(empty)} of {len(corpus)} documents hold no text that was kept: {', '.join(empty[:5])}.",)
