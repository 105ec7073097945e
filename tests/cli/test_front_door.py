from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import corpus_stats as cs

FUNCTIONS = (
    "asymmetry attribution coding collocation composition concordance design dispersion framing frequency keyness "
    "labels lexicon_health mentions names ngrams robustness similarity suggested_actors suggested_terms topics voices "
    "tokenize build_report verify write_coding_kit"
).split()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_name_is_the_function_even_after_its_module_was_imported(name):
    import corpus_stats.analysis.attribution
    import corpus_stats.analysis.collocation
    import corpus_stats.analysis.framing
    import corpus_stats.analysis.keyness
    import corpus_stats.analysis.labels
    import corpus_stats.analysis.similarity
    import corpus_stats.analysis.topics
    import corpus_stats.mentions
    import corpus_stats.report.verify
    import corpus_stats.studies.coding
    import corpus_stats.studies.design
    import corpus_stats.studies.robustness
    import corpus_stats.voices  # noqa: F401

    assert callable(getattr(cs, name))
    assert getattr(cs, name).__name__ == name


def test_dir_lists_every_name():
    assert set(cs.__all__) <= set(dir(cs))


def test_an_unknown_name_is_refused_as_python_does():
    with pytest.raises(AttributeError, match=r"^module 'corpus_stats' has no attribute 'framming'$"):
        getattr(cs, "fram" + "ming")


def test_every_public_name_is_there_for_type_checkers():
    tree = ast.parse(Path(cs.__file__).read_text(encoding="utf-8"))
    guard = next(node for node in tree.body if isinstance(node, ast.If))
    imported = {alias.name for node in guard.body if isinstance(node, ast.ImportFrom) for alias in node.names}

    assert imported - {"Callable"} == set(cs.__all__)


def test_a_result_shows_its_figure_in_a_notebook(articles):
    tokens = cs.tokenize(cs.read_corpus(articles))

    html = cs.frequency(tokens)._repr_html_()

    assert html.startswith('<figure><img src="data:image/svg+xml;base64,')


@pytest.mark.parametrize(
    "name",
    ["asymmetry", "attribution", "collocation", "dispersion", "keyness", "labels", "ngrams", "robustness"],
)
def test_each_result_of_a_comparison_shows_its_figure(name, seeds):
    corpus = cs.read_corpus(seeds)
    tokens = cs.tokenize(corpus)
    lexicon = cs.read_lexicon(seeds / "lexicon.toml")
    results = {
        "asymmetry": lambda: cs.asymmetry(tokens, lexicon),
        "attribution": lambda: cs.attribution(tokens),
        "labels": lambda: cs.labels(tokens, "Khalifa Haftar", lexicon),
        "collocation": lambda: cs.collocation(tokens, "mercenaries"),
        "dispersion": lambda: cs.dispersion(tokens, ["mercenaries"]),
        "keyness": lambda: cs.keyness(cs.document_term_matrix(tokens)),
        "ngrams": lambda: cs.ngrams(tokens, 2, min_count=3),
        "robustness": lambda: cs.robustness(corpus, "strongman", "Breitbart", resamples=99),
    }

    assert results[name]()._repr_html_().startswith('<figure><img src="data:image/svg+xml;base64,')


def test_names_appear_without_loading_what_was_not_asked_for():
    heavy = {"numpy", "pandas", "matplotlib"}
    code = f"import corpus_stats as cs, sys; cs.Corpus; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)

    assert done.stdout == "[]\n"


TOKENS = "a corpus is given where tokens are wanted; give tokenize(corpus)"
OF_TOKENS = {
    "asymmetry": (
        cs.Lexicon((), roles=(cs.Role("x", ("x",), (cs.Side("a", cues=("a",)), cs.Side("b", cues=("b",)))),)),
    ),
    "attribution": (),
    "coding_kit": (cs.Lexicon((cs.Term(("x",), "c"),)),),
    "collocation": ("x",),
    "concordance": ("x",),
    "dispersion": (["x"],),
    "document_term_matrix": (),
    "framing": (cs.Lexicon((cs.Term(("x",), "c"),)),),
    "frequency": (),
    "labels": ("Ann Lee",),
    "lexicon_health": (cs.Lexicon((cs.Term(("x",), "c"),)),),
    "matches": (cs.Lexicon((cs.Term(("x",), "c"),)),),
    "mentions": (cs.Lexicon((), (cs.Actor("Ann Lee"),)),),
    "names": (),
    "ngrams": (2,),
    "spellings": (),
    "suggested_actors": (),
    "suggested_terms": (),
    "voices": (),
}


def test_every_function_of_tokens_is_tried_with_a_corpus():
    public = [getattr(cs, name) for name in cs.__all__]
    functions = [one for one in public if inspect.isfunction(one)]
    takes = {one.__name__ for one in functions if next(iter(inspect.signature(one).parameters), "") == "tokens"}

    assert takes - {"evidence_table"} == set(OF_TOKENS)


@pytest.mark.parametrize("name", sorted(OF_TOKENS))
def test_a_corpus_in_the_place_of_tokens_is_refused_in_one_line(name):
    corpus = cs.Corpus([cs.Document("a", "Ann Lee spoke to x.", outlet="A")])

    with pytest.raises(cs.ArgumentError) as caught:
        getattr(cs, name)(corpus, *OF_TOKENS[name])
    assert str(caught.value) == TOKENS


def test_what_neither_a_corpus_nor_tokens_have_is_refused_as_python_does():
    with pytest.raises(AttributeError, match=r"^'Corpus' object has no attribute 'wrods'$"):
        getattr(cs.Corpus([]), "wro" + "ds")
