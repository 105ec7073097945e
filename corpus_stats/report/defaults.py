"""The report for who has articles and no specification."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..preparation import read_corpus
from .spec import WRITTEN_NAME, Request, Specification

__all__ = ["default_specification"]

_LEXICON = "lexicon.toml"


def default_specification(
    corpus: str | Path,
    *,
    output: str | Path | None = None,
    lexicon: str | Path | None = None,
    actor: str | None = None,
    metadata: str | Path | None = None,
    columns: Mapping[str, str] | None = None,
) -> Specification:
    """Specification of the default report, as `specification.toml` in its own folder.

    Parameters
    ----------
    corpus : path
    output : path, optional
        Folder of the report; by default beside the articles, under their name and ``-report``.
    lexicon : path, optional
        By default ``lexicon.toml`` beside the articles, where there is one.
    actor : str, optional
        A name whose every occurrence is listed.
    metadata : path, optional
    columns : mapping of str to str, optional

    Raises
    ------
    InputError
        The articles cannot be read.
    """
    source = Path(corpus)
    found = read_corpus(source, metadata=metadata, columns=columns)
    folder = Path(output) if output is not None else source.with_name(f"{source.stem}-report")
    beside = (source if source.is_dir() else source.parent) / _LEXICON
    chosen = Path(lexicon) if lexicon is not None else beside if beside.is_file() else None
    grouped = all(document.outlet for document in found)
    compared = grouped and len(found.outlets()) > 1
    settings: dict[str, Any] = {
        "title": "What the articles say",
        "corpus": _relative(source, folder),
        "metadata": None if metadata is None else _relative(Path(metadata), folder),
        "columns": dict(columns or {}),
        "lexicon": None if chosen is None else _relative(chosen, folder),
        "by": "outlet" if grouped else "all",
        "keep_going": True,
        "section": _sections(grouped=grouped, compared=compared, lexicon=chosen is not None, actor=actor),
    }
    return Specification(Request.model_validate(settings), folder / WRITTEN_NAME)


def _sections(*, grouped: bool, compared: bool, lexicon: bool, actor: str | None) -> list[dict[str, Any]]:
    asked: list[dict[str, Any]] = [{"analysis": "composition"}]
    if grouped:
        asked.append({"analysis": "design"})
    if actor is not None:
        asked.append({"analysis": "concordance", "pattern": actor, "title": f"Where {actor} is named"})
    if lexicon:
        asked.append({"analysis": "framing"})
        if actor is not None:
            asked.append({"analysis": "framing", "actor": actor, "title": f"Loaded terms near {actor}"})
    if compared:
        asked.append({"analysis": "keyness"})
    return [*asked, {"analysis": "frequency"}, {"analysis": "similarity"}, {"analysis": "topics"}]


def _relative(path: Path, folder: Path) -> str:
    here = os.path.realpath(path)
    try:
        return Path(os.path.relpath(here, os.path.realpath(folder))).as_posix()
    except ValueError:
        # Another drive of Windows: there is no way from here to there.
        return Path(here).as_posix()
