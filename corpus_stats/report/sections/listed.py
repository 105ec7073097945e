"""The sections of a report, in the order asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from ...errors import ArgumentError, LanguageError, SpecificationError
from ...tokens import Tokens
from ...voices.english import require_english
from ..contents import Section
from ..spec import LabelsOptions, Options
from .compared import similarity_section, topics_section
from .contrasted import keyness_section, robustness_section
from .counted import concordance_section, framing_section, frequency_section, ngrams_section
from .described import codebook_section, composition_section, design_section
from .draft import Draft, Material
from .lexical import lexicon_health_section
from .placed import collocation_section, dispersion_section
from .spoken import asymmetry_section, attribution_section
from .voiced import labels_section

__all__ = ["refusals", "report_sections"]

_WRITERS: dict[str, tuple[str, Callable[[Draft], Section]]] = {
    "asymmetry": ("The same role on two sides", asymmetry_section),
    "attribution": ("Who speaks or thinks", attribution_section),
    "collocation": ("Words that stand together", collocation_section),
    "composition": ("What was read, and what was set aside", composition_section),
    "concordance": ("Words in context", concordance_section),
    "design": ("What these articles can show", design_section),
    "dispersion": ("Where words stand, and how evenly", dispersion_section),
    "framing": ("Loaded terms", framing_section),
    "frequency": ("Frequent words", frequency_section),
    "keyness": ("What each writes more of", keyness_section),
    "labels": ("Who calls whom what", labels_section),
    "lexicon_health": ("What the lexicon can bear", lexicon_health_section),
    "ngrams": ("Frequent runs of words", ngrams_section),
    "robustness": ("What a finding rests on", robustness_section),
    "similarity": ("Likeness of wording", similarity_section),
    "topics": ("What the articles are about", topics_section),
}


def report_sections(material: Material, progress: Callable[[int, int], None] | None = None) -> tuple[Section, ...]:
    """Sections as the request lists them.

    Parameters
    ----------
    material : Material
    progress : callable, optional
        Called with the number of sections done and their total.

    Raises
    ------
    ArgumentError
        An analysis refuses these articles or these options, and the request does not say ``keep_going``.
    """
    asked = material.request.section
    done: list[Section] = []
    for number, options in enumerate(asked, start=1):
        done.append(_section(number, options, material))
        if progress is not None:
            progress(number, len(asked))
    if material.lexicon is not None:
        draft = Draft(len(asked) + 1, Options(analysis="codebook"), material, "The lexicon")
        done.append(codebook_section(draft))
    return tuple(done)


def refusals(sections: Sequence[Section], tokens: Tokens) -> list[str]:
    """Which sections are not given, and why: one line for each reason."""
    reasons: dict[str, list[Section]] = defaultdict(list)
    for section in sections:
        if section.refusal is not None:
            # Each analysis that reads English only says so in words of its own; it is one reason.
            own = "" if isinstance(section.refusal, LanguageError) else str(section.refusal)
            reasons[own].append(section)
    told = []
    for reason, members in reasons.items():
        which = [f"{section.number} ({section.key})" for section in members]
        verb = f"section {which[0]} is" if len(which) == 1 else f"sections {_joined(which)} are"
        told.append(f"{verb} not given: {reason or _in_english(members, tokens)}")
    return told


_READ = {"attribution": "sources", "asymmetry": "roles", "framing": "labels"}


def _in_english(sections: Sequence[Section], tokens: Tokens) -> str:
    try:
        require_english(tokens, _joined(list(dict.fromkeys(_READ.get(one.key, one.key) for one in sections))))
    except LanguageError as error:
        return str(error)
    return str(sections[0].refusal)


def _joined(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _section(number: int, options: Options, material: Material) -> Section:
    title, writer = _WRITERS[options.analysis]
    try:
        return writer(Draft(number, options, material, title))
    except (ArgumentError, LanguageError) as error:
        is_named = isinstance(options, LabelsOptions) and options.actor is not None
        if material.needs_actors and is_named and isinstance(error, ArgumentError):
            raise
        if not material.request.keep_going:
            raise SpecificationError(f"section {number} ({options.analysis}): {error}") from None
        # What was drawn before the refusal would stand there without its context.
        empty = Draft(number, options, material, title).section((f"Not given: {error}.",))
        return replace(empty, refusal=error)
