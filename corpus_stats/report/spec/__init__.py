"""A report's specification: what it may say, and reading it."""

from __future__ import annotations

from .options import (
    ANALYSES,
    CollocationOptions,
    Columns,
    CompositionOptions,
    ConcordanceOptions,
    DesignOptions,
    DispersionOptions,
    FramingOptions,
    FrequencyOptions,
    KeynessOptions,
    NgramsOptions,
    Options,
    Request,
    RobustnessOptions,
    SimilarityOptions,
    TopicsOptions,
)
from .specifications import (
    MANIFEST,
    WRITTEN_NAME,
    Specification,
    read_specification,
    schema,
    specification_text,
)

__all__ = [
    "ANALYSES",
    "MANIFEST",
    "WRITTEN_NAME",
    "CollocationOptions",
    "Columns",
    "CompositionOptions",
    "ConcordanceOptions",
    "DesignOptions",
    "DispersionOptions",
    "FramingOptions",
    "FrequencyOptions",
    "KeynessOptions",
    "NgramsOptions",
    "Options",
    "Request",
    "RobustnessOptions",
    "SimilarityOptions",
    "Specification",
    "TopicsOptions",
    "read_specification",
    "schema",
    "specification_text",
]
