"""Figures: each draws a result and computes nothing."""

from __future__ import annotations

from . import _importing as _importing
from .asymmetry import plot_asymmetry
from .attribution import plot_attribution
from .canvas import Canvas, new_canvas
from .collocation import plot_collocation
from .composition import plot_composition
from .dispersion import plot_dispersion
from .framing import plot_framing
from .frequency import plot_frequency, plot_ngrams
from .keyness import plot_keyness, plot_keyness_scatter
from .labels import label_pages, plot_labels
from .positions import plot_positions
from .rates import plot_rates
from .robustness import plot_robustness
from .similarity import plot_similarity
from .style import house_style
from .topics import plot_shares, plot_topics

__all__ = [
    "Canvas",
    "house_style",
    "label_pages",
    "new_canvas",
    "plot_asymmetry",
    "plot_attribution",
    "plot_collocation",
    "plot_composition",
    "plot_dispersion",
    "plot_framing",
    "plot_frequency",
    "plot_keyness",
    "plot_keyness_scatter",
    "plot_labels",
    "plot_ngrams",
    "plot_positions",
    "plot_rates",
    "plot_robustness",
    "plot_shares",
    "plot_similarity",
    "plot_topics",
]
