"""The report for who has articles and no specification."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..lexicon import Lexicon, read_lexicon
from ..preparation import read_corpus
from .spec import WRITTEN_NAME, Request, Specification

__all__ = ["default_specification"]

_LEXICON = "lexicon.toml"


def default_specification(
    corpus: str | Path,
    *,
    output: str | Path | None = None,
    lexicon: str | Path | None = None,
    actor: str | Sequence[str] | None = None,
    metadata: str | Path | None = None,
    columns: Mapping[str, str] | None = None,
    coded: str | Path | None = None,
    skip_other_languages: bool = False,
) -> Specification:
    """Specification of the default report, as `specification.toml` in its own folder.

    Parameters
    ----------
    corpus : path
    output : path, optional
        Folder of the report; by default beside the articles, under their name and ``-report``.
    lexicon : path, optional
        By default ``lexicon.toml`` beside the articles, where there is one.
    actor : str or sequence of str, optional
        Whose labels open the report, and whose every occurrence is listed; by default the actors of the lexicon.
    metadata : path, optional
    columns : mapping of str to str, optional
    coded : path, optional
        Folder of a coding kit whose sheets are filled.
    skip_other_languages : bool
        Whether articles in other languages than English are set aside.

    Raises
    ------
    InputError
        The articles or the lexicon cannot be read.
    """
    actors = tuple(dict.fromkeys((actor,) if isinstance(actor, str) else actor or ()))
    source = Path(corpus)
    found = read_corpus(source, metadata=metadata, columns=columns, skip_other_languages=skip_other_languages)
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
        "skip_other_languages": skip_other_languages,
        "lexicon": None if chosen is None else _relative(chosen, folder),
        "coded": None if coded is None else _relative(Path(coded), folder),
        "by": "outlet" if grouped else "all",
        "keep_going": True,
        "section": _sections(
            grouped=grouped,
            compared=compared,
            lexicon=None if chosen is None else read_lexicon(chosen),
            actors=actors,
        ),
    }
    return Specification(Request.model_validate(settings), folder / WRITTEN_NAME)


def _sections(*, grouped: bool, compared: bool, lexicon: Lexicon | None, actors: Sequence[str]) -> list[dict[str, Any]]:
    asked: list[dict[str, Any]] = [*_voiced(lexicon, actors), {"analysis": "composition"}]
    if grouped:
        asked.append({"analysis": "design"})
    for actor in actors:
        asked.append({"analysis": "concordance", "pattern": actor, "title": f"Where {actor} is named"})
    if lexicon is not None:
        asked.append({"analysis": "framing"})
        for actor in actors:
            asked.append({"analysis": "framing", "actor": actor, "title": f"Loaded terms for {actor}"})
        if lexicon.terms:
            asked.append({"analysis": "lexicon_health"})
    if compared:
        asked.append({"analysis": "keyness"})
    return [*asked, {"analysis": "frequency"}, {"analysis": "similarity"}, {"analysis": "topics"}]


def _voiced(lexicon: Lexicon | None, actors: Sequence[str]) -> list[dict[str, Any]]:
    """What is read in English only; who calls whom what opens the report."""
    asked: list[dict[str, Any]] = []
    if actors or (lexicon is not None and lexicon.actors):
        named = actors[0] if len(actors) == 1 else actors or None
        asked.append({"analysis": "labels", "actor": named})
    if lexicon is not None and lexicon.roles:
        asked.append({"analysis": "asymmetry"})
    return [*asked, {"analysis": "attribution"}]


def _relative(path: Path, folder: Path) -> str:
    here = os.path.realpath(path)
    try:
        return Path(os.path.relpath(here, os.path.realpath(folder))).as_posix()
    except ValueError:
        # Another drive of Windows: there is no way from here to there.
        return Path(here).as_posix()
