"""Counts, comparisons and passages for a set of news articles: the front door.

>>> import corpus_stats as cs
>>> corpus = cs.read_corpus("seeds")
>>> tokens = cs.tokenize(corpus)
>>> result = cs.framing(tokens, cs.read_lexicon("seeds/lexicon.toml"), by="outlet")

`result.table` has the counts, `result.hits` the passages behind them, `result.cautions` what they cannot show.

Nothing is loaded before it is used: each name is imported from its module when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from .analysis.collocation import Collocation, collocation
    from .analysis.composition import Composition, composition
    from .analysis.concordance import Concordance, concordance
    from .analysis.dispersion import Dispersion, dispersion
    from .analysis.framing import Framing, framing
    from .analysis.frequency import Frequency, frequency
    from .analysis.keyness import Keyness, keyness
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
        plot_collocation,
        plot_composition,
        plot_dispersion,
        plot_framing,
        plot_frequency,
        plot_keyness,
        plot_keyness_scatter,
        plot_ngrams,
        plot_positions,
        plot_rates,
        plot_robustness,
        plot_shares,
        plot_similarity,
        plot_topics,
    )
    from .lexicon import Actor, Lexicon, Term, read_lexicon
    from .matching import Matches, matches
    from .matrix import DocumentTermMatrix, document_term_matrix
    from .preparation import read_corpus
    from .reading import read_frequency_list
    from .report.build import Report, build_report
    from .report.defaults import default_specification
    from .report.spec import Specification, read_specification
    from .report.verify import verify
    from .studies.design import Design, design
    from .studies.robustness import Robustness, robustness
    from .tokens import Tokens, spellings, tokenize, type_of

__all__ = [
    "Actor",
    "ArgumentError",
    "Canvas",
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
    "LanguageError",
    "Lexicon",
    "LexiconError",
    "Matches",
    "MissingExtraError",
    "Ngrams",
    "OutputError",
    "Part",
    "PartialDate",
    "ReadingWarning",
    "Report",
    "Result",
    "Robustness",
    "Similarity",
    "Span",
    "Specification",
    "SpecificationError",
    "Term",
    "Tokens",
    "Topics",
    "build_report",
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
    "matches",
    "ngrams",
    "plot_collocation",
    "plot_composition",
    "plot_dispersion",
    "plot_framing",
    "plot_frequency",
    "plot_keyness",
    "plot_keyness_scatter",
    "plot_ngrams",
    "plot_positions",
    "plot_rates",
    "plot_robustness",
    "plot_shares",
    "plot_similarity",
    "plot_topics",
    "read_corpus",
    "read_frequency_list",
    "read_lexicon",
    "read_specification",
    "robustness",
    "similarity",
    "spellings",
    "tokenize",
    "topics",
    "type_of",
    "verify",
]

_HOMES = {
    "analysis.collocation": "Collocation collocation",
    "analysis.composition": "Composition composition",
    "analysis.concordance": "Concordance concordance",
    "analysis.dispersion": "Dispersion dispersion",
    "analysis.framing": "Framing framing",
    "analysis.frequency": "Frequency frequency",
    "analysis.keyness": "Keyness keyness",
    "analysis.ngrams": "Ngrams ngrams",
    "analysis.similarity": "Similarity similarity",
    "analysis.topics": "Topics topics",
    "corpus": "Corpus Document Part PartialDate Span",
    "errors": "ArgumentError CorpusStatsError CorpusStatsWarning EncodingError GlyphWarning InputError "
    "LanguageError LexiconError MissingExtraError OutputError ReadingWarning SpecificationError",
    "evidence": "Result evidence_table",
    "figures": "Canvas plot_collocation plot_composition plot_dispersion plot_framing plot_frequency plot_keyness "
    "plot_keyness_scatter plot_ngrams plot_positions plot_rates plot_robustness plot_shares plot_similarity "
    "plot_topics",
    "lexicon": "Actor Lexicon Term read_lexicon",
    "matching": "Matches matches",
    "matrix": "DocumentTermMatrix document_term_matrix",
    "preparation": "read_corpus",
    "reading": "read_frequency_list",
    "report.build": "Report build_report",
    "report.defaults": "default_specification",
    "report.spec": "Specification read_specification",
    "report.verify": "verify",
    "studies.design": "Design design",
    "studies.robustness": "Robustness robustness",
    "tokens": "Tokens spellings tokenize type_of",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}
# How a result shows itself in a notebook: no result imports a figure.
_DRAWN_BY = {
    "Collocation": "plot_collocation",
    "Composition": "plot_composition",
    "Dispersion": "plot_dispersion",
    "Framing": "plot_framing",
    "Frequency": "plot_frequency",
    "Keyness": "plot_keyness",
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


if TYPE_CHECKING:
    __version__: str
else:
    # Out of a type checker's sight, or every misspelt name would pass.
    __getattr__ = _attribute


def _enter_drawings() -> None:
    from .evidence import drawings

    def drawing(plot: str) -> Callable[[Result], str]:
        def drawn(result: Result) -> str:
            figures = import_module(".figures", __name__)
            return str(getattr(figures, plot)(result)._repr_html_())

        return drawn

    for kind, plot in _DRAWN_BY.items():
        drawings.setdefault(kind, drawing(plot))
