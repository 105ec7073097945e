"""Figures: each draws a result and computes nothing."""

from __future__ import annotations

from . import _importing as _importing
from .canvas import Canvas, new_canvas
from .composition import plot_composition
from .framing import plot_framing
from .frequency import plot_frequency
from .positions import plot_positions
from .rates import plot_rates
from .similarity import plot_similarity
from .style import house_style
from .topics import plot_shares, plot_topics

__all__ = [
    "Canvas",
    "house_style",
    "new_canvas",
    "plot_composition",
    "plot_framing",
    "plot_frequency",
    "plot_positions",
    "plot_rates",
    "plot_shares",
    "plot_similarity",
    "plot_topics",
]
