"""The command `check`: what was read, what was dropped, what these articles can and cannot show."""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

from ..errors import ArgumentError
from .answers import answer, answer_options, check_file
from .corpora import corpus_options, given_corpus, given_tokens
from .groups import column_values, given_within, within_option
from .parsers import Command, Options
from .printing import Column, columns_text, one_line, wrapped
from .tables import caution_lines, table_column, table_lines

if TYPE_CHECKING:
    import pandas as pd

    from ..corpus import Corpus
    from ..evidence import Result
    from ..studies.design import Design
    from ..tokens import Tokens

__all__ = ["commands"]

_NAMED = 10
ALPHA = 0.05
_HEADS = {
    "n_characters": "characters",
    "n_kept": "characters kept",
    "n_dropped": "spans dropped",
    "n_tokens": "words",
    "n_words": "median words",
}


def commands() -> tuple[Command, ...]:
    """Commands of this module."""
    text = "Nothing is counted yet: this is the first thing to do with new articles."
    return (Command("check", _options, _check, "check articles --metadata outlets.csv", text),)


def _options(parser: argparse.ArgumentParser) -> None:
    corpus_options(parser)
    parser.add_argument("--by", metavar="COLUMN", default="outlet", help="column to be compared (default: outlet)")
    within_option(parser)
    answer_options(parser)


def _check(options: Options) -> int:
    check_file(options)
    corpus = given_corpus(options)
    from ..evidence import Result
    from ..tokens import spellings

    tokens = given_tokens(corpus, options)
    cautions = _document_cautions(corpus, tokens)
    found, refusal = _design(corpus, tokens, options)
    if found is not None:
        cautions += [*_reach(found, options.by), *found.cautions]
    else:
        cautions.append(refusal)
    slips = [asdict(slip) for slip in spellings(tokens)]
    drops = corpus.drops
    drops.insert(1, "outlet", drops["document"].map(dict(zip(corpus.names, corpus.values("outlet"), strict=True))))
    result = Result(
        table=_document_table(corpus, tokens),
        hits=drops,
        cautions=tuple(cautions),
        settings={
            "corpus": options.corpus,
            "documents": len(corpus),
            "outlets": list(corpus.outlets()),
            "notes": list(corpus.notes),
            "within": None if found is None else found.settings["within"] or None,
            "design": [] if found is None else found.table.to_dict("records"),
            "spellings": slips,
            "fingerprint": corpus.fingerprint(),
        },
    )
    return answer(result, options, lambda result, width, rows: _text(result, found, width, rows))


def _design(corpus: Corpus, tokens: Tokens, options: Options) -> tuple[Design | None, str]:
    from ..studies.design import design

    missing = sum(value is None for value in column_values(corpus, options, options.by))
    if missing:
        who = "no document has" if missing == len(corpus) else f"{missing} of {len(corpus)} documents have no"
        ways = f"{'--outlet COLUMN or ' if options.by == 'outlet' else ''}--by COLUMN"
        return None, f"By {options.by}: {who} {options.by}, so nothing can be compared by it; give {ways}."
    within = given_within(corpus, options, options.by)
    try:
        return design(corpus, options.by, within=within, tokens=tokens), ""
    except ArgumentError as error:
        return None, f"By {options.by}: {error}."


def _reach(found: Design, by: str) -> list[str]:
    """Sentence that says in plain words that nothing can be tested, where that is so."""
    reaches = found.table["smallest_p"].tolist()
    if len(reaches) < 2 or (found.table["caution"] == "").any():
        return []
    smallest, sizes = min(reaches), found.table["n_documents"].tolist()
    best = sizes[reaches.index(smallest)]
    start = f"There is one article for each {by}: no" if set(sizes) == {1} else "No"
    # Labels that move inside events compare fewer articles than the groups have.
    inside, sides = " inside events", ""
    if not found.settings["within"]:
        inside, sides = "", f", for {best} against {sum(sizes) - best}"
    but = "" if smallest > ALPHA else f"; but one article cannot stand for its {by}"
    return [
        f"{start} difference by {by} can be tested: the smallest p that this corpus can reach{inside} is "
        f"{smallest:.2f}{sides}{but}."
    ]


def _document_table(corpus: Corpus, tokens: Tokens) -> pd.DataFrame:
    import pandas as pd

    lengths = tokens.lengths().tolist()
    rows = [
        {
            "document": document.name,
            "outlet": document.outlet,
            "published": None if document.published is None else str(document.published),
            "language": document.language,
            "n_characters": len(document.text),
            "n_kept": sum(end - start for start, end, _ in document.segments()),
            "n_dropped": len(document.drops),
            "n_tokens": length,
        }
        for document, length in zip(corpus, lengths, strict=True)
    ]
    return pd.DataFrame(rows)


def _document_cautions(corpus: Corpus, tokens: Tokens) -> list[str]:
    content = tokens.content()[tokens.type_ids].tolist() if len(tokens) else []
    bounds = tokens.bounds.tolist()
    empty, stopped = [], []
    for name, first, last in zip(corpus.names, bounds, bounds[1:], strict=False):
        if first == last:
            empty.append(name)
        elif not any(content[first:last]):
            stopped.append(name)
    cautions = []
    if empty:
        cautions.append(f"{_counted(len(empty), 'document')} without a word: {_listed(empty)}.")
    if stopped:
        cautions.append(f"{_counted(len(stopped), 'document')} of stop words and numbers only: {_listed(stopped)}.")
    return cautions


def _text(result: Result, found: Design | None, width: int, rows: int) -> list[str]:
    table, drops = result.table, result.hits
    lines = wrapped(_summary(table), width)
    lines += ["", *table_lines(table, width, rows, heads=_HEADS)]
    if drops is not None and len(drops):
        lines += ["", *wrapped(_drop_summary(drops), width), "", *_drop_lines(drops, width, rows)]
    else:
        lines += ["", "No span was dropped."]
    slips = result.settings["spellings"]
    if isinstance(slips, list) and slips:
        lines += ["", "Spellings that may be slips (merged only when you ask):"]
        for slip in slips if rows == 0 else slips[:rows]:
            text = f"{slip['type']} ({slip['n']}), perhaps {slip['suggestion']} ({slip['n_suggestion']})"
            lines += wrapped(text, width, first="  ", indent="    ")
    lines += ["", "What this corpus can and cannot show:"]
    if found is not None:
        lines += ["", *table_lines(found.table, width, rows, heads=_HEADS)]
    return lines + caution_lines(result.cautions, width)


def _summary(table: pd.DataFrame) -> str:
    outlets = table["outlet"].dropna().nunique()
    dates = sorted(table["published"].dropna())
    languages = Counter(table["language"].dropna().tolist())
    said = [_counted(len(table), "document"), _counted(outlets, "outlet") if outlets else "no outlet known"]
    if dates:
        said.append(f"dated {dates[0]}" if dates[0] == dates[-1] else f"dated {dates[0]} to {dates[-1]}")
    else:
        said.append("no date known")
    if languages:
        said.append("language " + ", ".join(f"{name} ({n})" for name, n in sorted(languages.items())))
    said.append(f"{int(table['n_tokens'].sum()):,} words counted")
    return f"{'; '.join(said)}."


def _drop_summary(drops: pd.DataFrame) -> str:
    reasons = Counter(drops["reason"].tolist())
    ordered = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    return f"{_counted(len(drops), 'span')} dropped: " + ", ".join(f"{reason} {n}" for reason, n in ordered) + "."


def _drop_lines(drops: pd.DataFrame, width: int, rows: int) -> list[str]:
    # The list of what was taken out is why one runs this command: it is cut only where it is very long.
    limit = len(drops) if rows == 0 else max(rows, 200)
    shown = drops.head(limit)
    places = [f"{start}-{end}" for start, end in zip(shown["start"], shown["end"], strict=True)]
    columns = [
        table_column(shown, "document"),
        Column("place", places, right=True),
        table_column(shown, "reason"),
        Column("text", [one_line(text) for text in shown["text"]]),
    ]
    lines = columns_text(columns, width)
    if len(shown) < len(drops):
        lines += wrapped(f"{len(drops) - len(shown):,} more; --rows 0 shows all.", width)
    return lines


def _counted(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def _listed(names: list[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
