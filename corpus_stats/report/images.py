"""Figures as PNG and PDF, from their SVG: the same letters at the same places, drawn once and not laid out again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import typst

__all__ = ["pdf_image", "png_images"]

_DOTS = 200.0
_SHEET = b"#set page(width: auto, height: auto, margin: 0pt, fill: white)\n#set document(date: none)\n"
_PAGES = _SHEET + b'#for svg in json(bytes(sys.inputs.svgs)) { page(image(bytes(svg), format: "svg")) }'
_PAGE = _SHEET + b'#image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.alt)'


def png_images(svgs: Sequence[bytes]) -> list[bytes]:
    """PNG of 200 dots an inch of each SVG, whose letters must be paths: no font is at hand."""
    if not svgs:
        return []
    inputs = {"svgs": json.dumps([svg.decode("utf-8") for svg in svgs])}
    pages = typst.compile(_PAGES, format="png", ppi=_DOTS, font_paths=_no_fonts(), sys_inputs=inputs)
    # One page comes as it is, several in a list, whatever the typesetter's stubs say.
    several: Any = pages
    return list(several) if isinstance(several, list) else [several]


def pdf_image(svg: bytes, alt: str) -> bytes:
    """PDF of an SVG, whose letters must be paths, with the words that stand for it."""
    inputs = {"svg": svg.decode("utf-8"), "alt": alt}
    return typst.compile(_PAGE, format="pdf", timestamp=0, font_paths=_no_fonts(), sys_inputs=inputs)


def _no_fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
