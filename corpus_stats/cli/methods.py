"""How groups were compared, in one line below a table: margin, family, smallest p, labelings, seed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["method_text"]


def method_text(settings: Mapping[str, Any]) -> str:
    """Sentences on the comparison that the settings of `framing` or `keyness` describe; empty where none was made."""
    if not settings["regime"]:
        return ""
    margin, reach = settings["margin"], settings["smallest_p"]
    family = f": {settings['family']}" if "family" in settings else ""
    said = [f"Family of m = {settings['m']:,}{family}."]
    if "prior" in settings:
        prior = settings["prior"]
        size = f"of {prior:,.0f} tokens" if isinstance(prior, int | float) else "as large as what is compared"
        said.append(f"Order: log_odds, with a prior {size}.")
    said.append(f"Ratios between {margin[0]:g} and {margin[1]:g} are called similar.")
    if reach:
        values = sorted(set(reach.values()))
        least = f"{values[0]:.2g}" if len(values) == 1 else f"{values[0]:.2g} to {values[-1]:.2g}, by group"
        said.append(f"Smallest p that this design can reach: {least}.")
    labelings = settings["resamples"] + settings.get("further_resamples", 0)
    chance = f"up to B = {labelings:,} labelings, seed {settings['seed']}"
    if settings["m"] and settings["test"]:
        said.append(f"p: {settings['test']}, {chance}; q: {settings['correction']}.")
    else:
        said.append(f"Nothing is tested ({chance}).")
    return " ".join(said)
