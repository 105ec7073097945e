"""Figures as PNG, from their SVG: the same letters at the same places, drawn once and not laid out again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import typst

__all__ = ["png_images"]

_DOTS = 200.0
_PAGES = b"""
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#for svg in json(bytes(sys.inputs.svgs)) { page(image(bytes(svg), format: "svg")) }
"""


def png_images(svgs: Sequence[bytes]) -> list[bytes]:
    """PNG of 200 dots an inch of each SVG, whose letters must be paths: no font is at hand."""
    if not svgs:
        return []
    pages = typst.compile(
        _PAGES,
        format="png",
        ppi=_DOTS,
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False),
        sys_inputs={"svgs": json.dumps([svg.decode("utf-8") for svg in svgs])},
    )
    # One page comes as it is, several in a list, whatever the typesetter's stubs say.
    several: Any = pages
    return list(several) if isinstance(several, list) else [several]
