"""Whether a report still comes out as its lock says, and stands on the disk as it was written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from ..errors import InputError, OutputError
from .build import report_contents
from .manifest import json_bytes
from .spec import Specification, read_specification
from .write import OWN_FILES

__all__ = ["verify", "write_lock"]


def verify(
    specification: str | Path | Specification, *, jobs: int = 1, progress: Callable[[int, int], None] | None = None
) -> list[str]:
    """Differences between a report's lock, a fresh build, and the files on the disk; empty where there are none.

    Parameters
    ----------
    specification : path of a TOML file, or Specification
    jobs : int
    progress : callable, optional

    Returns
    -------
    list of str
        One sentence a difference, which names the file. Where no report was written, only the build is compared.

    Raises
    ------
    InputError
        There is no lock, or it is none.
    """
    asked = specification if isinstance(specification, Specification) else read_specification(specification)
    lock = _lock(asked.lock)
    fresh = dict(report_contents(asked, jobs=jobs, progress=progress).manifest)
    found = [*_differing_inputs(lock, fresh), *_differing_specification(lock, fresh), *_differing_packages(lock, fresh)]
    found += [f"{name}: a fresh build {what}" for name, what in _differing(lock["outputs"], fresh["outputs"])]
    return found + _differing_files(lock, asked.folder)


def write_lock(specification: Specification, manifest: Mapping[str, Any]) -> Path:
    """Write a manifest as the lock that `verify` compares with; its path."""
    path = specification.lock
    try:
        path.write_bytes(json_bytes(dict(manifest)))
    except OSError as error:
        raise OutputError(f"{path}: the lock cannot be written: {error.strerror}") from None
    return path


def _lock(path: Path) -> dict[str, Any]:
    try:
        lock = json.loads(path.read_bytes())
        if not all(isinstance(lock[key], dict) for key in ("inputs", "outputs", "packages", "specification")):
            raise ValueError("a part is no table")
    except FileNotFoundError:
        raise InputError(f"{path}: there is no lock to compare with; build the report, which writes one") from None
    except OSError as error:
        raise InputError(f"{path}: the lock cannot be read: {error.strerror}") from None
    except (ValueError, TypeError, KeyError):
        raise InputError(f"{path}: this is no manifest of a report; build the report again") from None
    return dict(lock)


def _differing(old: Mapping[str, str], new: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    for name in sorted({*old, *new}):
        if name not in new:
            yield name, "lacks it"
        elif name not in old:
            yield name, "adds it"
        elif old[name] != new[name]:
            yield name, f"has sha256 {new[name][:12]}, the lock {old[name][:12]}"


def _differing_inputs(lock: Mapping[str, Any], fresh: Mapping[str, Any]) -> list[str]:
    words = {"lacks it": "is no longer there", "adds it": "is new"}
    found = _differing(lock["inputs"], fresh["inputs"])
    return [f"input {name}: {words.get(what, f'the file {what}')}" for name, what in found]


def _differing_specification(lock: Mapping[str, Any], fresh: Mapping[str, Any]) -> list[str]:
    old, new = lock["specification"], fresh["specification"]
    keys = sorted(key for key in {*old, *new} if old.get(key) != new.get(key))
    return [f"specification, {key}: found {_short(new.get(key))}, the lock has {_short(old.get(key))}" for key in keys]


def _differing_packages(lock: Mapping[str, Any], fresh: Mapping[str, Any]) -> list[str]:
    old, new = lock["packages"], fresh["packages"]
    names = sorted(name for name in {*old, *new} if old.get(name) != new.get(name))
    return [f"package {name}: here {new.get(name, 'none')}, the lock has {old.get(name, 'none')}" for name in names]


def _differing_files(lock: Mapping[str, Any], folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    found = []
    for name, expected in sorted(lock["outputs"].items()):
        path = folder / name
        if not path.is_file():
            found.append(f"{path}: the file is missing")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            found.append(f"{path}: the file is not the one that was written")
    known = {*lock["outputs"], *OWN_FILES}
    present = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
    return found + [f"{folder / name}: the file is no part of the report" for name in present if name not in known]


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=True)
    return text if len(text) <= 60 else f"{text[:57]}..."
