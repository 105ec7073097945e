"""Import of matplotlib that neither a broken matplotlibrc nor an unknown MPLBACKEND can stop.

matplotlib reads both while it is imported: a backend that it does not know, or a matplotlibrc that is no text, ends the
import. Figures are drawn under our own settings, so neither matters here.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import os
import sys
from collections.abc import Iterator
from pathlib import Path

__all__: list[str] = []


def _imported() -> None:
    if "matplotlib" in sys.modules:
        return
    backend = os.environ.get("MPLBACKEND")
    with _environment(MPLBACKEND=None):
        try:
            matplotlib = importlib.import_module("matplotlib")
        except (OSError, ValueError):
            # What a broken import leaves behind would be taken for the whole.
            for name in [name for name in sys.modules if name.startswith("matplotlib.")]:
                del sys.modules[name]
            with _environment(MATPLOTLIBRC=_default_settings()), contextlib.chdir(Path(__file__).parent):
                matplotlib = importlib.import_module("matplotlib")
    if backend:
        # Where the backend exists, the user's own figures get it as they would have.
        with contextlib.suppress(ValueError):
            matplotlib.rcParams["backend"] = backend


@contextlib.contextmanager
def _environment(**values: str | None) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    _set(values)
    try:
        yield
    finally:
        _set(before)


def _set(values: dict[str, str | None]) -> None:
    for name, value in values.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def _default_settings() -> str | None:
    found = importlib.util.find_spec("matplotlib")
    return (
        None if found is None or found.origin is None else str(Path(found.origin).parent / "mpl-data" / "matplotlibrc")
    )


_imported()
