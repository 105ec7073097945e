"""Counts, comparisons and passages for a set of news articles: the front door.

>>> import corpus_stats as cs
>>> corpus = cs.read_corpus("seeds")
>>> tokens = cs.tokenize(corpus)
>>> result = cs.framing(tokens, cs.read_lexicon("seeds/lexicon.toml"), by="outlet")

`result.table` has the counts, `result.hits` the passages behind them, `result.cautions` what they cannot show.

Nothing is loaded before it is used: each name is imported from its module when it is first asked for.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from .analysis.asymmetry import Asymmetry, asymmetry
    from .analysis.attribution import Attribution, attribution
    from .analysis.collocation import Collocation, collocation
    from .analysis.composition import Composition, composition
    from .analysis.concordance import Concordance, concordance
    from .analysis.dispersion import Dispersion, dispersion
    from .analysis.framing import Framing, framing
    from .analysis.frequency import Frequency, frequency
    from .analysis.keyness import Keyness, keyness
    from .analysis.labels import Labels, labels
    from .analysis.ngrams import Ngrams, ngrams
    from .analysis.similarity import Similarity, similarity
    from .analysis.topics import Topics, topics
    from .corpus import Corpus, Document, Part, PartialDate, Span
    from .errors import (
        ArgumentError,
        CorpusStatsError,
        CorpusStatsWarning,
        EncodingError,
        GlyphWarning,
        InputError,
        LanguageError,
        LexiconError,
        MissingExtraError,
        OutputError,
        ReadingWarning,
        SpecificationError,
    )
    from .evidence import Result, evidence_table
    from .figures import (
        Canvas,
        plot_asymmetry,
        plot_attribution,
        plot_collocation,
        plot_composition,
        plot_dispersion,
        plot_framing,
        plot_frequency,
        plot_keyness,
        plot_keyness_scatter,
        plot_labels,
        plot_ngrams,
        plot_positions,
        plot_rates,
        plot_robustness,
        plot_shares,
        plot_similarity,
        plot_topics,
    )
    from .lexicon import Actor, Lexicon, Role, Side, Term, read_lexicon
    from .matching import Matches, matches
    from .matrix import DocumentTermMatrix, document_term_matrix
    from .mentions import Mentions, Names, mentions, names
    from .preparation import read_corpus
    from .reading import read_frequency_list
    from .report.build import Report, build_report
    from .report.defaults import default_specification
    from .report.spec import Specification, read_specification
    from .report.verify import verify
    from .report.write import write_coding_kit
    from .studies.coding import CodedSample, Coding, CodingKit, coding, coding_kit, read_coded
    from .studies.design import Design, design
    from .studies.lexicon_health import LexiconHealth, lexicon_health
    from .studies.robustness import Robustness, robustness
    from .studies.suggestions import SuggestedActors, SuggestedTerms, suggested_actors, suggested_terms
    from .tokens import Tokens, spellings, tokenize, type_of
    from .voices import Voices, voices

__all__ = [
    "Actor",
    "ArgumentError",
    "Asymmetry",
    "Attribution",
    "Canvas",
    "CodedSample",
    "Coding",
    "CodingKit",
    "Collocation",
    "Composition",
    "Concordance",
    "Corpus",
    "CorpusStatsError",
    "CorpusStatsWarning",
    "Design",
    "Dispersion",
    "Document",
    "DocumentTermMatrix",
    "EncodingError",
    "Framing",
    "Frequency",
    "GlyphWarning",
    "InputError",
    "Keyness",
    "Labels",
    "LanguageError",
    "Lexicon",
    "LexiconError",
    "LexiconHealth",
    "Matches",
    "Mentions",
    "MissingExtraError",
    "Names",
    "Ngrams",
    "OutputError",
    "Part",
    "PartialDate",
    "ReadingWarning",
    "Report",
    "Result",
    "Robustness",
    "Role",
    "Side",
    "Similarity",
    "Span",
    "Specification",
    "SpecificationError",
    "SuggestedActors",
    "SuggestedTerms",
    "Term",
    "Tokens",
    "Topics",
    "Voices",
    "asymmetry",
    "attribution",
    "build_report",
    "coding",
    "coding_kit",
    "collocation",
    "composition",
    "concordance",
    "default_specification",
    "design",
    "dispersion",
    "document_term_matrix",
    "evidence_table",
    "framing",
    "frequency",
    "keyness",
    "labels",
    "lexicon_health",
    "matches",
    "mentions",
    "names",
    "ngrams",
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
    "read_coded",
    "read_corpus",
    "read_frequency_list",
    "read_lexicon",
    "read_specification",
    "robustness",
    "similarity",
    "spellings",
    "suggested_actors",
    "suggested_terms",
    "tokenize",
    "topics",
    "type_of",
    "verify",
    "voices",
    "write_coding_kit",
]

_HOMES = {
    "analysis.asymmetry": "Asymmetry asymmetry",
    "analysis.attribution": "Attribution attribution",
    "analysis.collocation": "Collocation collocation",
    "analysis.composition": "Composition composition",
    "analysis.concordance": "Concordance concordance",
    "analysis.dispersion": "Dispersion dispersion",
    "analysis.framing": "Framing framing",
    "analysis.frequency": "Frequency frequency",
    "analysis.keyness": "Keyness keyness",
    "analysis.labels": "Labels labels",
    "analysis.ngrams": "Ngrams ngrams",
    "analysis.similarity": "Similarity similarity",
    "analysis.topics": "Topics topics",
    "corpus": "Corpus Document Part PartialDate Span",
    "errors": "ArgumentError CorpusStatsError CorpusStatsWarning EncodingError GlyphWarning InputError LanguageError "
    "LexiconError MissingExtraError OutputError ReadingWarning SpecificationError",
    "evidence": "Result evidence_table",
    "figures": "Canvas plot_asymmetry plot_attribution plot_collocation plot_composition plot_dispersion plot_framing "
    "plot_frequency plot_keyness plot_keyness_scatter plot_labels plot_ngrams plot_positions plot_rates "
    "plot_robustness plot_shares plot_similarity plot_topics",
    "lexicon": "Actor Lexicon Role Side Term read_lexicon",
    "matching": "Matches matches",
    "matrix": "DocumentTermMatrix document_term_matrix",
    "mentions": "Mentions Names mentions names",
    "preparation": "read_corpus",
    "reading": "read_frequency_list",
    "report.build": "Report build_report",
    "report.defaults": "default_specification",
    "report.spec": "Specification read_specification",
    "report.verify": "verify",
    "report.write": "write_coding_kit",
    "studies.coding": "CodedSample Coding CodingKit coding coding_kit read_coded",
    "studies.design": "Design design",
    "studies.lexicon_health": "LexiconHealth lexicon_health",
    "studies.robustness": "Robustness robustness",
    "studies.suggestions": "SuggestedActors SuggestedTerms suggested_actors suggested_terms",
    "tokens": "Tokens spellings tokenize type_of",
    "voices": "Voices voices",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}
# How a result shows itself in a notebook: no result imports a figure.
_DRAWN_BY = {
    "Asymmetry": "plot_asymmetry",
    "Attribution": "plot_attribution",
    "Collocation": "plot_collocation",
    "Composition": "plot_composition",
    "Dispersion": "plot_dispersion",
    "Framing": "plot_framing",
    "Frequency": "plot_frequency",
    "Keyness": "plot_keyness",
    "Labels": "plot_labels",
    "Ngrams": "plot_ngrams",
    "Robustness": "plot_robustness",
    "Similarity": "plot_similarity",
    "Topics": "plot_topics",
}
_WITH_RESULTS = ("analysis.", "studies.", "figures", "evidence", "report.")


def _attribute(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("corpus-stats")
    if name not in _HOME:
        raise AttributeError(f"module 'corpus_stats' has no attribute {name!r}")
    home = _HOME[name]
    value = getattr(import_module(f".{home}", __name__), name)
    if home.startswith(_WITH_RESULTS):
        _enter_drawings()
    globals()[name] = value  # asked once: from now on it is an ordinary name
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})


class _FrontDoor(ModuleType):
    def __setattr__(self, name: str, value: object) -> None:
        # Python enters a submodule under its name once it is loaded; `mentions` and `voices` are functions here.
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


if TYPE_CHECKING:
    __version__: str
else:
    # Out of a type checker's sight, or every misspelt name would pass.
    __getattr__ = _attribute
    sys.modules[__name__].__class__ = _FrontDoor


def _enter_drawings() -> None:
    from .evidence import drawings

    def drawing(plot: str) -> Callable[[Result], str]:
        def drawn(result: Result) -> str:
            figures = import_module(".figures", __name__)
            return str(getattr(figures, plot)(result)._repr_html_())

        return drawn

    for kind, plot in _DRAWN_BY.items():
        drawings.setdefault(kind, drawing(plot))
