"""What a specification may say: the report as a whole, and the options of each analysis."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "ANALYSES",
    "AsymmetryOptions",
    "AttributionOptions",
    "CollocationOptions",
    "Columns",
    "CompositionOptions",
    "ConcordanceOptions",
    "DesignOptions",
    "DispersionOptions",
    "FramingOptions",
    "FrequencyOptions",
    "KeynessOptions",
    "LabelsOptions",
    "LexiconHealthOptions",
    "NgramsOptions",
    "Options",
    "Request",
    "RobustnessOptions",
    "SimilarityOptions",
    "TopicsOptions",
]

_WITHIN = 'column of events that several groups cover; "event" where that column is complete, "none" for no column'


Voice = Literal["outlet", "fragment", "quoted", "paraphrase"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Columns(_Strict):
    """Which columns of a table of articles hold what; those not named are guessed from their usual names."""

    text: str | None = None
    name: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    event: str | None = None
    title: str | None = None


class Options(_Strict):
    """What every section may say."""

    analysis: str
    title: str | None = Field(default=None, description="heading of the section; each analysis has its own")
    note: str | None = Field(default=None, description="a paragraph of yours under the heading")


class CompositionOptions(Options):
    """What was read of each article, and what was dropped."""

    analysis: Literal["composition"]


class DesignOptions(Options):
    """What this corpus can show."""

    analysis: Literal["design"]
    by: str | None = Field(default=None, description="as for the report, whose value holds where there is none")
    within: str | None = Field(default=None, description=_WITHIN)


class LabelsOptions(Options):
    """Who calls whom what, and in whose voice."""

    analysis: Literal["labels"]
    actor: (
        str | Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1, strict=False)] | None
    ) = Field(default=None, description="one name or several; without one, the actors of the lexicon with most labels")
    actors: int = Field(default=8, ge=1, le=12, description="how many actors of the lexicon, where none is named")


class AsymmetryOptions(Options):
    """What each side of a conflict is called in the same role."""

    analysis: Literal["asymmetry"]
    role: str | None = Field(default=None, min_length=1, description="one role of the lexicon; all of them by default")


class AttributionOptions(Options):
    """Who speaks or thinks."""

    analysis: Literal["attribution"]


class LexiconHealthOptions(Options):
    """What the lexicon can bear on these articles."""

    analysis: Literal["lexicon_health"]


class FramingOptions(Options):
    """Terms of the lexicon by group."""

    analysis: Literal["framing"]
    by: str | None = None
    actor: str | None = Field(
        default=None, description="count terms that stand in a label of this actor, per reference to it"
    )
    voices: Annotated[tuple[Voice, ...], Field(min_length=1, strict=False)] | None = Field(
        default=None, description="whose words are counted; by default the outlet's own"
    )
    within: str | None = Field(default=None, description=_WITHIN)
    resamples: int = Field(default=9999, ge=1, description="random labelings, where there are too many to try all")
    random_lists: int = Field(default=999, ge=1, description="random lists of words that the terms are compared with")


class KeynessOptions(Options):
    """What each group writes more of than the others, or than a reference."""

    analysis: Literal["keyness"]
    by: str | None = None
    reference: str | None = Field(
        default=None,
        min_length=1,
        description="other articles, or a CSV with the columns term and count, relative to this file",
    )
    within: str | None = Field(default=None, description=_WITHIN)
    units: str | None = Field(default=None, description="column of near-copies, which count once in a group")
    min_count: int = Field(default=5, ge=1)
    min_documents: int | None = Field(default=None, ge=1, description="3; a third of the articles below nine")
    prior: float | None = Field(default=None, gt=0, allow_inf_nan=False, description="size of the prior in tokens")
    margin: tuple[float, float] = Field(default=(0.5, 2.0), strict=False, description="ratios called similar")
    resamples: int = Field(default=9999, ge=1)
    terms: int = Field(default=10, ge=1, le=200, description="words shown for each group; the data hold all")
    function_words: bool = Field(default=False, description="compare function words too")


class RobustnessOptions(Options):
    """One finding under other choices."""

    analysis: Literal["robustness"]
    finding: str = Field(min_length=1, description="a word, or a category of the lexicon")
    kind: Literal["term", "category"] = Field(default="term", description="what the finding is")
    group: str = Field(min_length=1, description="the group that is compared with the rest")
    by: str | None = None
    within: str | None = Field(default=None, description=_WITHIN)
    resamples: int = Field(default=999, ge=1)


class CollocationOptions(Options):
    """Words that stand near a word."""

    analysis: Literal["collocation"]
    node: str = Field(min_length=1)
    window: int = Field(default=5, ge=1, le=100)
    span: Literal["sentence", "paragraph"] = "sentence"
    min_count: int = Field(default=3, ge=1)
    min_documents: int = Field(default=2, ge=1)
    function_words: bool = Field(default=False, description="list function words too")


class DispersionOptions(Options):
    """How evenly words are spread, and where they stand."""

    analysis: Literal["dispersion"]
    terms: tuple[Annotated[str, Field(min_length=1)], ...] = Field(min_length=1, strict=False)
    by: str = Field(default="document", description="column of the parts")


class NgramsOptions(Options):
    """Most frequent runs of words by group."""

    analysis: Literal["ngrams"]
    n: int = Field(default=3, ge=1, le=20, description="words in a run")
    by: str | None = None
    min_count: int = Field(default=2, ge=1)
    terms: int = Field(default=12, ge=1, le=200, description="runs shown for each group; the data hold all")
    function_words: bool = Field(default=False, description="count runs that hold a function word too")


class FrequencyOptions(Options):
    """Most frequent words by group."""

    analysis: Literal["frequency"]
    by: str | None = None
    min_count: int = Field(default=2, ge=1)
    terms: int = Field(default=12, ge=1, le=200, description="words shown for each group; the data hold all")
    function_words: bool = Field(default=False, description="count function words too")


class SimilarityOptions(Options):
    """Likeness of articles in wording."""

    analysis: Literal["similarity"]
    min_documents: int = Field(default=1, ge=1)


class TopicsOptions(Options):
    """Topics, or themes of paragraphs where there are few articles."""

    analysis: Literal["topics"]
    k: int | None = Field(default=None, ge=1, description="number of topics; chosen by size of the corpus by default")
    method: Literal["nmf", "lda", "gensim"] = "nmf"


class ConcordanceOptions(Options):
    """Every occurrence of a pattern with its context."""

    analysis: Literal["concordance"]
    pattern: str = Field(min_length=1)
    sort: str | None = None
    width: int = Field(default=60, ge=0, le=400)


_KINDS: tuple[type[Options], ...] = (
    AsymmetryOptions,
    AttributionOptions,
    CollocationOptions,
    CompositionOptions,
    ConcordanceOptions,
    DesignOptions,
    DispersionOptions,
    FramingOptions,
    FrequencyOptions,
    KeynessOptions,
    LabelsOptions,
    LexiconHealthOptions,
    NgramsOptions,
    RobustnessOptions,
    SimilarityOptions,
    TopicsOptions,
)
ANALYSES: dict[str, type[Options]] = {get_args(kind.model_fields["analysis"].annotation)[0]: kind for kind in _KINDS}

Section = Annotated[
    AsymmetryOptions
    | AttributionOptions
    | CollocationOptions
    | CompositionOptions
    | ConcordanceOptions
    | DesignOptions
    | DispersionOptions
    | FramingOptions
    | FrequencyOptions
    | KeynessOptions
    | LabelsOptions
    | LexiconHealthOptions
    | NgramsOptions
    | RobustnessOptions
    | SimilarityOptions
    | TopicsOptions,
    Field(discriminator="analysis"),
]


class Request(_Strict):
    """What is asked of a report."""

    title: str = Field(min_length=1)
    subtitle: str | None = None
    corpus: str = Field(min_length=1, description="folder, CSV, XLSX, JSONL, Parquet or zip, relative to this file")
    metadata: str | None = Field(default=None, description="table with one row an article, relative to this file")
    columns: Columns = Columns()
    clean: bool = Field(default=True, description="drop page furniture, each span with its reason")
    skip_other_languages: bool = Field(
        default=False, description="set aside articles in other languages than English, the one that labels are read in"
    )
    lexicon: str | None = Field(default=None, description="terms and actors, relative to this file")
    coded: str | None = Field(
        default=None, description="folder of a coding kit whose sheets are filled, relative to this file"
    )
    by: str = Field(default="outlet", description='column whose values are compared; "all" compares nothing')
    seed: int = Field(default=0, ge=0)
    share: bool = Field(default=False, description="cut passages of the page and the data to 25 words")
    share_paper: bool = Field(default=True, description="cut passages of the PDF to 25 words")
    keep_going: bool = Field(default=False, description="print what an analysis refuses instead of stopping")
    section: tuple[Section, ...] = Field(min_length=1, strict=False)
