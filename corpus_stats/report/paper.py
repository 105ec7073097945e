"""The report for print: PDF through typst, with the fonts that come with the packages and nothing of the machine."""

from __future__ import annotations

import functools
import importlib.util
import json
import re
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typst

from ..corpus import Corpus
from ..figures.text import drawable
from .articles import Citation, citations, cited_passages
from .contents import SHARED_WORDS, Cell, Figure, Passage, Section, Table, box_title
from .page import TEMPLATES, Facts, svg_size
from .spec import specification_text

__all__ = ["paper_bytes"]

_ROWS, _PASSAGES, _DIGITS = 40, 150, 16
_CELL, _CODEBOOK_CELL = 240, 4000
_FEW, _HEADING = 3, 9
_CODE = re.compile(r"[EWI]-[A-Z0-9]+")
_MANY, _TYPE = 8, (8.6, 7.4, 6.4, 5.6)
"""Columns beyond which a table is set smaller, and the sizes of its type."""
_MEASURE, _CHARACTER, _GAP = 459.0, 0.46, 6.6
"""Points across a page; a character's width in sizes; points between columns."""
_SHORT, _WIDEST = 18, 34
"""Characters of a cell up to which it is best left on one line, and beyond which it takes several."""
# Lines stand at the end, cut to what may be shared; words and shares of topics are drawn.
_NOT_PRINTED = ("-drops", "-lines", "-shares", "-topics")
# Of frequent words there are too many to print; what rules, a lexicon or a pattern found is what one reads.
_READ = ("asymmetry", "concordance", "framing", "labels")
_PAGE = (454.0, 610.0)
"""Points of width and height that a figure may take."""


def paper_bytes(corpus: Corpus, sections: Sequence[Section], facts: Facts) -> tuple[bytes, tuple[str, ...]]:
    """PDF of a report, and a sentence on the characters that its fonts lack, if there are any.

    Texts go to the typesetter as data, never as markup. A character that no bundled font has is written U+XXXX.
    """
    contents, missing = _with_known_characters(_paper_values(corpus, sections, facts))
    document = typst.compile(
        (TEMPLATES / "paper.typ").read_bytes(),
        format="pdf",
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(contents)},
        timestamp=0,
    )
    if not missing:
        return document, ()
    listed = ", ".join(f"U+{ord(character):04X}" for character in missing[:8])
    more = f" and {len(missing) - 8} more" if len(missing) > 8 else ""
    return document, (f"report.pdf: its fonts lack {listed}{more}; such characters are printed as their number",)


def _fonts() -> typst.Fonts:
    """Fonts of the typesetter, and DejaVu, which matplotlib brings along, for the scripts that those lack."""
    found = importlib.util.find_spec("matplotlib")
    assert found is not None
    assert found.submodule_search_locations
    folder = Path(found.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(folder)])


def _paper_values(corpus: Corpus, sections: Sequence[Section], facts: Facts) -> dict[str, Any]:
    request, said = facts.request, dict[str, int]()
    cited, n_cited = _cited(corpus, sections, share=request.share_paper)
    return {
        "title": request.title,
        "deck": facts.deck,
        "kicker": f"corpus_stats {facts.versions.get('corpus-stats', '')}",
        "first": [*_first(facts), *([facts.set_aside] if facts.set_aside else [])],
        "sections": [_section_values(section, said) for section in sections],
        "passages": [_passage_values(citation) for citation in cited],
        "passages_note": _passages_note(n_cited, share=request.share_paper),
        "made": "The same articles, specification and versions give the same bytes again: verify compares.",
        "inputs": [{"name": name, "sha256": sha} for name, sha in sorted(facts.inputs.items())][:60],
        "versions": ", ".join(f"{name} {number}" for name, number in facts.versions.items()),
        "specification": specification_text(request.model_dump(mode="json")).splitlines(),
    }


def _first(facts: Facts) -> tuple[str, ...]:
    return (
        "Every number comes with its passages in the HTML page beside this paper; at the end stand those counted.",
        "Where a mark stands, rules have read whose words these are: ¶ the outlet's own; ❛ a phrase in quotation marks"
        " inside them; ❝ direct speech of others; ≈ reported speech, whose wording may be either's."
        f" {facts.trust}. Where no mark stands, it has not been read.",
    )


def _section_values(section: Section, said: dict[str, int]) -> dict[str, Any]:
    lead = ["".join(part if isinstance(part, str) else part.text for part in sentence) for sentence in section.lead]
    return {
        "number": section.number,
        "title": section.title,
        "note": section.note,
        "lead": lead,
        "box": box_title(section.cautions),
        "cautions": _cautions(section, said),
        "figures": [_figure_values(figure) for figure in section.figures],
        "tables": [_table_values(table) for table in section.tables if not table.name.endswith(_NOT_PRINTED)],
    }


def _cautions(section: Section, said: dict[str, int]) -> list[str]:
    """Cautions of a section; of those that stand in an earlier one, the codes and where they stand."""
    new, again = [], []
    for caution in section.cautions:
        code, colon, _ = caution.partition(":")
        if caution in said and colon and _CODE.fullmatch(code):
            again.append(f"{code} (section {said[caution]})")
        else:
            new.append(caution)
        said.setdefault(caution, section.number)
    return [*new, f"As said before: {', '.join(again)}."] if again else new


def _figure_values(figure: Figure) -> dict[str, Any]:
    width, height = svg_size(figure.svg) or _PAGE
    width *= min(1.0, _PAGE[0] / width, _PAGE[1] / height)
    return {"svg": figure.svg.decode("utf-8"), "alt": figure.alt, "caption": figure.caption, "width": width}


def _table_values(table: Table) -> dict[str, Any]:
    rest, rows = table.n_rows - min(table.n_rows, _ROWS), table.rows[:_ROWS]
    kept, same = _columns_printed(table, rows)
    # A codebook that leaves terms out is none.
    limit = _CODEBOOK_CELL if table.name.endswith(("-codebook", "-actors")) else _CELL
    columns = [table.columns[i] for i in kept]
    texts = [[row[i].text[:limit] for row in rows] for i in kept]
    headings = [_heading(column.label, own) for column, own in zip(columns, texts, strict=True)]
    size, shares = _setting(headings, texts, [column.numeric for column in columns])
    return {
        "title": table.title,
        "note": " ".join(note for note in (table.note, same) if note),
        "size": size,
        "columns": [
            {"label": heading, "numeric": column.numeric, "share": share}
            for column, heading, share in zip(columns, headings, shares, strict=True)
        ],
        "rows": [[_cell_text(row[i], limit) for i in kept] for row in rows],
        "rest": f"The first {len(rows):,} of {table.n_rows:,} rows; all are in data/{table.data}.csv." if rest else "",
    }


def _columns_printed(table: Table, rows: Sequence[Sequence[Cell]]) -> tuple[list[int], str]:
    """Positions of the columns that are printed, and a sentence on what the others say in every row."""
    # A column that is empty in most rows takes the room of the others; the page and the data have it.
    kept = [i for i in range(len(table.columns)) if 4 * sum(row[i].text != "" for row in rows) >= len(rows)]
    if len(kept) <= _MANY or len(rows) < _FEW:
        return kept, ""
    same = {i: rows[0][i].text for i in kept[1:] if len({row[i].text for row in rows}) == 1}
    said = ", ".join(f"{table.columns[i].label} {text}" for i, text in same.items())
    return [i for i in kept if i not in same], f"The same in every row: {said}." if same else ""


def _heading(label: str, texts: Sequence[str]) -> str:
    """Heading of a column in lines that are no longer than its cells, if its words allow."""
    width = max([*map(len, label.split()), *map(len, texts), _HEADING])
    return "\n".join(textwrap.wrap(label, min(width, _WIDEST), break_long_words=False)) or label


def _setting(
    headings: Sequence[str], texts: Sequence[Sequence[str]], numeric: Sequence[bool]
) -> tuple[float, list[int]]:
    """Size of type, and for each column its share of the room that is left; 0 for one that is as wide as its text."""
    words = [
        max((len(word) for text in (heading, *own) for word in text.split()), default=1)
        for heading, own in zip(headings, texts, strict=True)
    ]
    for least, size in [(least, size) for least in (_SHORT, 0) for size in _TYPE[len(headings) > _MANY :]]:
        room = (_MEASURE - _GAP * len(headings)) / (_CHARACTER * size)
        widths = [max(map(len, (*own, *heading.split("\n")))) for heading, own in zip(headings, texts, strict=True)]
        shares = [0] * len(widths)
        long = [i for i, width in enumerate(widths) if not numeric[i] and width > least]
        for i in sorted(long, key=lambda i: (-widths[i], i)):
            if sum(widths) <= room and widths[i] <= _WIDEST:
                break
            # What is broken into lines takes what is left, but no less than its longest word.
            shares[i], widths[i] = min(widths[i], 3 * _WIDEST), min(words[i], _WIDEST)
        if sum(widths) <= room:
            break
    return size, shares


def _cell_text(cell: Cell, limit: int) -> str:
    text = cell.text if len(cell.text) <= limit else f"{cell.text[: limit - 1]}…"
    # A long name without a space would run over its neighbours.
    return re.sub(r"(\S{12}(?:[_/.-]|\S{8}))(?=\S)", "\\1\u200b", text)


def _cited(corpus: Corpus, sections: Sequence[Section], *, share: bool) -> tuple[list[Citation], int]:
    """Passages to print, and how many there are."""
    read = [section for section in sections if section.key in _READ]
    notes: dict[tuple[int, int, int], list[str]] = defaultdict(list)
    for found in cited_passages(read).values():
        for passage in found:
            if passage.kind == "term":
                notes[passage.document, passage.start, passage.end].append(passage.note)
    # What several sections cite is printed once.
    passages = [Passage(*place, "; ".join(dict.fromkeys(notes[place]))) for place in sorted(notes)]
    return citations(corpus, _by_turns(corpus, passages), share=share), len(passages)


def _by_turns(corpus: Corpus, passages: Sequence[Passage]) -> list[Passage]:
    """As many passages as are printed, in their order: outlets take turns, and so do the articles of each."""
    in_article: Counter[int] = Counter()
    by_outlet: dict[str, list[tuple[int, Passage]]] = defaultdict(list)
    for passage in passages:
        by_outlet[corpus.documents[passage.document].outlet or ""].append((in_article[passage.document], passage))
        in_article[passage.document] += 1
    turns = [
        (turn, outlet, passage)
        for outlet, own in sorted(by_outlet.items())
        for turn, (_, passage) in enumerate(sorted(own))
    ]
    return sorted(passage for _, _, passage in sorted(turns)[:_PASSAGES])


def _passage_values(citation: Citation) -> dict[str, str]:
    part = f", {citation.part}" if citation.part else ""
    note = f" · {citation.note}" if citation.note else ""
    place = f"{citation.outlet}: {citation.name}{part}, characters {citation.start}–{citation.end}{note}"
    shown = {"before": citation.before, "text": citation.text, "after": citation.after}
    return {**shown, "place": place, "sha256": citation.sha256[:_DIGITS]}


def _passages_note(n: int, *, share: bool) -> str:
    cut = (
        f" Each is cut to {SHARED_WORDS} words; the checksum is how the SHA-256 of the highlighted characters begins."
        if share
        else ""
    )
    rest = ""
    if n > _PASSAGES:
        rest = f" {_PASSAGES} of {n:,} are printed, the outlets taking turns; the others are in data/."
    return f"What was counted, in the order of the articles, with its place in the text.{cut}{rest}"


def _with_known_characters(value: Any) -> tuple[Any, tuple[str, ...]]:
    missing = sorted({c for text in _texts(value) for c in set(text) if _printed(c).startswith("U+") and c != "U"})
    return _mapped(value), tuple(missing)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key != "svg":
                yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _mapped(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else "".join(map(_printed, value))
    if isinstance(value, dict):
        return {key: inner if key == "svg" else _mapped(inner) for key, inner in value.items()}
    return [_mapped(inner) for inner in value] if isinstance(value, list | tuple) else value


@functools.cache
def _printed(character: str) -> str:
    if character in "\n\u200b" or " " <= character <= "~":
        return character
    return " " if character.isspace() else drawable(character)
