"""How labels, sources and sides look on a terminal: one block an actor or role, and what counts are out of."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .printing import Column, columns_text, more_rows, one_line, wrapped
from .tables import caution_lines, is_missing, table_lines

if TYPE_CHECKING:
    import pandas as pd

    from ..evidence import Result

__all__ = ["asymmetry_text", "attribution_text", "labels_text"]

_Row = Mapping[Hashable, Any]
_VOICES = {"n_outlet": "outlet", "n_fragment": "fragment", "n_quoted": "quoted", "n_paraphrase": "paraphrase"}
_REFERENCES = {
    "n_references": "references",
    "n_name": "by name",
    "n_description": "by description",
    "n_pronoun": "by pronoun",
    "n_documents": "articles",
}
_SHARES = ("document", "outlet", "n_sentences", "n_attributed", "share", "n_named", "n_anonymous", "n_self")
_PLACES = {
    "n_before_name": "before",
    "n_after_name": "after",
    "n_alone": "alone",
    "n_predicate": "predicate",
    "n_possessed": "possessed",
}


def labels_text(result: Result, width: int, rows: int) -> list[str]:
    """Labels of each actor by outlet, each with its voices and places; then the references that they are out of."""
    table = result.table.sort_values(["outlet", "n", "label"], ascending=[True, False, True], kind="stable")
    limit = len(table) if rows == 0 else rows
    has_lexicon = result.settings.get("lexicon") is not None
    lines: list[str] = []
    for actor in dict.fromkeys(result.table["actor"].tolist()):
        if limit <= 0:
            break
        own = table[table["actor"] == actor].head(limit)
        limit -= len(own)
        # Without a lexicon every label would be new.
        columns = _label_columns(own)[: None if has_lexicon else -1]
        lines += [*([""] if lines else []), *wrapped(str(actor), width), "", *columns_text(columns, width)]
    if not len(table):
        lines = ["(no label found)"]
    elif rows and len(table) > rows:
        lines += ["", more_rows(len(table) - rows)]
    return [*lines, *_reference_lines(result, width, rows), *caution_lines(result.cautions, width)]


def _label_columns(table: pd.DataFrame) -> list[Column]:
    records = table.to_dict("records")
    return [
        Column("outlet", _once(_text_of(row["outlet"]) for row in records), wraps=True),
        Column("label", [_text_of(row["label"]) for row in records], wraps=True),
        Column("n", [f"{row['n']:,}" for row in records], right=True),
        Column("voice", [_counts(row, _VOICES) or "not read" for row in records], wraps=True),
        Column("place", [_places(row) for row in records], wraps=True),
        Column("in the lexicon", [_known(row) for row in records], wraps=True),
    ]


def _places(row: _Row) -> str:
    """Where the label stands beside the name, and how often in a caption."""
    captions = int(row.get("n_caption", 0))
    told = "" if not captions else "in a caption" if captions == row["n"] == 1 else f"captions {captions}"
    return ", ".join(filter(None, (_counts(row, _PLACES), told)))


def _known(row: _Row) -> str:
    if row["in_lexicon"]:
        return _text_of(row["category"])
    near = _text_of(row["nearest"])
    return "new" if near == "-" else f"new, near {near}"


def _reference_lines(result: Result, width: int, rows: int) -> list[str]:
    references = getattr(result, "references", None)
    if references is None or not len(references):
        return []
    shown = references if rows == 0 else references.head(rows)
    columns = [Column("actor", _once(_text_of(actor) for actor in shown["actor"]), wraps=True)]
    columns += [Column("outlet", [_text_of(outlet) for outlet in shown["outlet"]])]
    columns += [Column(head, [f"{n:,}" for n in shown[name]], right=True) for name, head in _REFERENCES.items()]
    if references["actor"].nunique() == 1:
        columns = columns[1:]
    told = "What these counts are out of: references to each actor, by outlet."
    lines = ["", *wrapped(told, width), "", *columns_text(columns, width)]
    if len(shown) < len(references):
        lines.append(more_rows(len(references) - len(shown)))
    return lines


def attribution_text(result: Result, width: int, rows: int) -> list[str]:
    """Sources by outlet with the verbs that bring them in; then how much of each outlet's text is attributed."""
    table = result.table
    if not len(table):
        return ["(no source found)", *caution_lines(result.cautions, width)]
    sources = _sources(table.to_dict("records"))
    shown = sources if rows == 0 else sources[:rows]
    columns = [
        Column("outlet", _once(row["outlet"] for row in shown), wraps=True),
        Column("source", [row["source"] if row["source"] != "-" else "(none given)" for row in shown], wraps=True),
        Column("kind", [row["kind"] for row in shown]),
        Column("n", [f"{row['n']:,}" for row in shown], right=True),
        Column("verbs", [row["verbs"] for row in shown], wraps=True),
        Column("stance", [row["stance"] for row in shown], wraps=True),
    ]
    lines = columns_text(columns, width)
    if len(shown) < len(sources):
        lines += wrapped(f"{len(sources) - len(shown):,} more sources; --rows 0 shows all.", width)
    shares = getattr(result, "shares", None)
    if shares is not None and len(shares):
        lines += ["", "How much of each article is attributed.", "", *table_lines(shares, width, rows, names=_SHARES)]
    return lines + caution_lines(result.cautions, width)


def _sources(records: Iterable[_Row]) -> list[dict[str, Any]]:
    """One row an outlet and source, the most heard first; verbs and stances with their counts."""
    found: dict[tuple[str, str, str], dict[str, dict[str, int]]] = {}
    for row in records:
        key = (_text_of(row["outlet"]), _text_of(row["source"]), _text_of(row["kind"]))
        counts = found.setdefault(key, {"verb": {}, "stance": {}})
        for name, known in counts.items():
            value = _text_of(row[name])
            known[value] = known.get(value, 0) + int(row["n"])
    rows = [
        {
            **dict(zip(("outlet", "source", "kind"), key, strict=True)),
            "n": sum(counts["stance"].values()),
            "verbs": _ranked(counts["verb"]),
            "stance": _ranked(counts["stance"]),
        }
        for key, counts in found.items()
    ]
    return sorted(rows, key=lambda row: (row["outlet"], -row["n"], row["source"], row["kind"]))


def asymmetry_text(result: Result, width: int, rows: int) -> list[str]:
    """Every term of a role with the sides beside each other: times used out of mentions, and in whose voice."""
    table = result.table.fillna({"outlet": ""})
    lines: list[str] = []
    for role in dict.fromkeys(table["role"].tolist()):
        own = table[table["role"] == role]
        title = wrapped(f"{role}: times used, out of mentions", width)
        lines += [*([""] if lines else []), *title, ""]
        lines += columns_text(_side_columns(own, rows), width)
    if not len(table):
        lines = ["(no mention found)"]
    return lines + caution_lines(result.cautions, width)


def _side_columns(table: pd.DataFrame, rows: int) -> list[Column]:
    """Sides as columns; under each outlet the terms that it uses at all."""
    sides = list(dict.fromkeys(table["side"].tolist()))
    lines: list[tuple[str, dict[str, str]]] = []
    for outlet in sorted(set(table["outlet"].tolist())):
        here = table[table["outlet"] == outlet]
        of = dict(zip(here["side"], here["n_mentions"], strict=True))
        lines.append((_text_of(outlet), {side: f"{n:,} mention{'' if n == 1 else 's'}" for side, n in of.items()}))
        for term in dict.fromkeys(here["term"].tolist()):
            used = here[here["term"] == term].to_dict("records")
            if any(row["n"] for row in used):
                lines.append((f"  {_text_of(term)}", {row["side"]: _share(row) for row in used}))
    shown = lines if rows == 0 else lines[:rows]
    return [
        Column("term", [name for name, _ in shown]),
        *(Column(_text_of(side), [cells.get(side, "-") for _, cells in shown], wraps=True) for side in sides),
    ]


def _share(row: _Row) -> str:
    text = f"{row['n']:,} of {row['n_mentions']:,}"
    return f"{text} ({_counts(row, _VOICES)})" if row["n"] else text


def _counts(row: _Row, names: Mapping[str, str]) -> str:
    """Columns of counts in words: ``alone`` where all are one kind, ``alone 2, predicate 1`` where they are not."""
    present = [(word, int(row[name])) for name, word in names.items() if row.get(name)]
    if len(present) == 1 and present[0][1] == row["n"]:
        return present[0][0]
    return ", ".join(f"{word} {n}" for word, n in present)


def _ranked(counts: Mapping[str, int]) -> str:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if len(ordered) == 1:
        return ordered[0][0]
    return ", ".join(f"{name} {n}" for name, n in ordered)


def _once(values: Iterable[str]) -> Sequence[str]:
    """Values of which one that repeats the one above it is left blank."""
    shown, above = [], None
    for value in values:
        shown.append("" if value == above else value)
        above = value
    return shown


def _text_of(value: object) -> str:
    return "-" if is_missing(value) or value == "" else one_line(str(value))
