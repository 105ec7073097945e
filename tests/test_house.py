"""The rules of the house, held on whatever stands in the tree.

Each rule is a function from a module's source to its breaches, one line each: it is applied to the package, and to
a few lines that break it.
"""

from __future__ import annotations

import ast
import io
import os
import re
import subprocess
import sys
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "corpus_stats"

FLOORS = {
    0: "errors",
    1: "corpus lexicon stats cache engine language",
    2: "reading cleaning",
    3: "tokens preparation",
    4: "matrix matching models grammar",
    5: "mentions occurrences",
    6: "voices descriptions roles evidence regimes contrasts",
    7: "analysis",
    8: "studies",
    9: "figures",
    10: "report",
    11: "cli __main__ __init__",
}
FLOOR = {unit: floor for floor, units in FLOORS.items() for unit in units.split()}
ENTRANCE = 11

# From `evidence` up, pandas is at home on every floor.
PANDAS_FLOOR = FLOOR["evidence"]
NO_NUMPY = {"errors", "corpus", "lexicon", "cli", "__main__", "__init__"}
HOMES = {
    "ahocorasick_rs": "matching mentions",
    "argparse": "cli",
    "dask": "engine",
    "distributed": "engine",
    "docx": "reading",
    "gensim": "models",
    "jinja2": "report",
    "joblib": "engine",
    "matplotlib": "figures",
    "nltk": "tokens analysis.collocation",
    "numba": "stats",
    "openpyxl": "reading",
    "pyarrow": "reading report.write",
    "pydantic": "lexicon report.spec",
    "rapidfuzz": "cleaning tokens analysis.reuse studies.suggestions",
    "regex": "tokens analysis.concordance",
    "scipy": "stats matrix models occurrences analysis",
    "simplemma": "tokens",
    "sklearn": "matrix models analysis.similarity analysis.events",
    "sparse_dot_topn": "analysis.similarity analysis.events",
    "threadpoolctl": "engine models",
    "tomotopy": "models",
    "tqdm": "cli",
    "trafilatura": "reading",
    "typst": "report",
    "yaml": "lexicon",
}

FORBIDDEN_WORDS = {"util", "utils", "helper", "helpers", "manager", "managers"}
REFUSED_VERBS = set(
    "analyse analyze calculate compute convert create determine do execute extract fetch find generate handle load "
    "make obtain perform process produce retrieve run save".split()
)
PICKLING = {"read_pickle", "to_pickle", "Memory"}
UNSAFE_STORES = {"pickle", "cPickle", "dill", "cloudpickle", "shelve", "marshal"}
TOP_LEVEL = set(
    "pyproject.toml README.md LICENSE CHANGELOG.md CITATION.cff Makefile requirements.lock .gitignore .gitattributes "
    ".ci seeds corpus_stats reports tests".split()
)
MADE = set(
    "PKG-INFO .venv .git .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache __pycache__ "
    "libya build dist".split()
)
BANNED_AT_START = set("numpy sklearn gensim nltk pandas matplotlib scipy pydantic pyarrow tqdm joblib".split())


@dataclass(frozen=True)
class Module:
    """Source of one module, and where it stands: `name` is dotted, without the package's own."""

    name: str
    source: str
    is_package: bool = False

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @property
    def unit(self) -> str:
        return self.name.split(".")[0]

    @property
    def floor(self) -> int:
        return FLOOR.get(self.unit, -1)


Rule = Callable[[Module], list[str]]


def modules_of_the_package() -> list[Module]:
    modules = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = list(path.relative_to(PACKAGE).with_suffix("").parts)
        is_package = parts[-1] == "__init__"
        if is_package and len(parts) > 1:
            parts.pop()
        modules.append(Module(".".join(parts), path.read_text(encoding="utf-8"), is_package))
    return modules


MODULES = modules_of_the_package()


# --------------------------------------------------------------------------------------------------------------- floors


def every_module_has_a_floor(module: Module) -> list[str]:
    return [] if module.unit in FLOOR else [f"{module.name} stands on no floor"]


def imports_come_from_lower_floors(module: Module) -> list[str]:
    breaches = []
    for target in own_imports(module):
        unit = target.split(".")[0]
        if target == "":
            breaches.append(f"{module.name} imports corpus_stats itself")
        elif unit == module.unit:
            if unit == "analysis" and target != module.name and module.name != "analysis":
                breaches.append(f"{module.name} imports {target}: no analysis imports another")
        elif module.floor == FLOOR.get(unit) == ENTRANCE and unit == "cli":
            continue
        elif FLOOR.get(unit, 99) >= module.floor:
            breaches.append(f"{module.name} (floor {module.floor}) imports {target} (floor {FLOOR.get(unit, 'none')})")
    return breaches


def own_imports(module: Module) -> Iterator[str]:
    """Dotted names, without the package's own, of what a module imports from its package; '' is the package itself."""
    here = [] if module.name == "__init__" else module.name.split(".")
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            up = node.level - (1 if module.is_package else 0)
            base = ["corpus_stats", *here[: len(here) - up], *(node.module or "").split(".")]
            names = [".".join(part for part in base if part)]
            if node.module is None:
                names = [f"{names[0]}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            # `from corpus_stats.analysis import framing` names a module of that subpackage.
            deep = node.module in {"corpus_stats.analysis", "corpus_stats.report", "corpus_stats.studies"}
            names = [f"{node.module}.{alias.name}" for alias in node.names] if deep else [node.module or ""]
        elif isinstance(node, ast.Call) and called_name(node).endswith("import_module") and node.args:
            argument = node.args[0]
            names = [argument.value] if isinstance(argument, ast.Constant) else []
        else:
            continue
        for name in names:
            if name == "corpus_stats" or name.startswith("corpus_stats."):
                yield name.removeprefix("corpus_stats").removeprefix(".")


def libraries_stay_at_home(module: Module) -> list[str]:
    breaches = []
    for library, lazy in foreign_imports(module):
        if library == "numpy":
            allowed = module.unit not in NO_NUMPY
        elif library == "pandas":
            allowed = module.floor >= PANDAS_FLOOR or (module.unit == "corpus" and lazy)
        elif library in HOMES:
            allowed = any(module.name == home or module.name.startswith(f"{home}.") for home in HOMES[library].split())
        else:
            allowed = library in sys.stdlib_module_names
        if not allowed:
            breaches.append(f"{module.name} imports {library}, whose home is {home_of(library)}")
    return breaches


def home_of(library: str) -> str:
    return {"numpy": "above the values", "pandas": "evidence and up"}.get(library, HOMES.get(library, "nowhere"))


def foreign_imports(module: Module) -> Iterator[tuple[str, bool]]:
    """Top names of what a module imports from elsewhere, and whether in a function; imports for types do not count."""
    tree = module.tree
    for_types = {id(node) for guard in ast.walk(tree) if is_type_guard(guard) for node in ast.walk(guard)}
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        else:
            continue
        for name in names:
            top = name.split(".")[0]
            if top != "corpus_stats":
                yield top, id(node) in inside


def is_type_guard(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


# ----------------------------------------------------------------------------------------------------------------- size


def functions_fit_on_a_screen(module: Module) -> list[str]:
    breaches = []
    for function in functions_of(module.tree):
        body = function.body[1:] if ast.get_docstring(function) is not None else function.body
        length = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
        if length > 40:
            breaches.append(f"{module.name}.{function.name} has a body of {length} lines")
    return breaches


def modules_are_one_page(module: Module) -> list[str]:
    length = len(module.source.splitlines())
    return [f"{module.name} has {length} lines"] if length > 400 else []


def at_most_five_positional_parameters(module: Module) -> list[str]:
    breaches = []
    for function in functions_of(module.tree):
        names = [parameter.arg for parameter in function.args.posonlyargs + function.args.args]
        names = names[1:] if names[:1] in (["self"], ["cls"]) else names
        if len(names) > 5:
            breaches.append(f"{module.name}.{function.name} has {len(names)} positional parameters")
    return breaches


def functions_of(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


# ---------------------------------------------------------------------------------------------------------------- names


def all_is_sorted_and_true(module: Module) -> list[str]:
    if module.is_package and not module.source.strip():
        return []
    listed = [node.value for node in module.tree.body if is_all(node)]
    if len(listed) != 1:
        return [f"{module.name} has {len(listed)} __all__"]
    if module.name == "__init__":
        return []  # made from the table of what is loaded when: tried at run time below
    try:
        names = list(ast.literal_eval(listed[0]))
    except ValueError:
        return [f"{module.name}: __all__ is no list of names"]
    breaches = (
        []
        if names == sorted(set(names), key=constants_classes_functions)
        else [f"{module.name}: __all__ is not sorted"]
    )
    known = top_names(module.tree)
    absent = [name for name in names if name not in known]
    return breaches + [f"{module.name}: __all__ lists {name}, which is not there" for name in absent]


def constants_classes_functions(name: str) -> tuple[bool, bool, str]:
    """Key of the order that ruff (RUF022) keeps and makes."""
    return not name.isupper(), not name[:1].isupper(), name


def is_all(node: ast.stmt) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets)


def top_names(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names.update(alias.asname or alias.name.split(".")[0] for alias in node.names)
        else:
            names.update(inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name))
    return names


def names_are_terms_of_the_field(module: Module) -> list[str]:
    breaches = [f"{module.name} is called {part}" for part in module.name.split(".") if is_forbidden(part)]
    for name in sorted(defined_names(module.tree)):
        if is_forbidden(name):
            breaches.append(f"{module.name} names something {name}")
    return breaches


def is_forbidden(name: str) -> bool:
    if name.startswith("__") and name.endswith("__"):
        return False
    bare = name.strip("_")
    words = {word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+", bare)}
    return bare == "df" or bare.startswith("get_") or bool(words & FORBIDDEN_WORDS)


def defined_names(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.alias) and node.asname:
            names.add(node.asname)
    return names


def public_functions_are_nouns(module: Module) -> list[str]:
    return [
        f"{module.name}.{node.name} begins with {node.name.split('_')[0]}"
        for node in public_definitions(module.tree)
        if not isinstance(node, ast.ClassDef) and node.name.split("_")[0] in REFUSED_VERBS
    ]


def public_definitions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Public functions and classes of a module, and the public methods of those classes."""
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        yield node
        if isinstance(node, ast.ClassDef):
            methods = [inner for inner in node.body if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef)]
            yield from (method for method in methods if not method.name.startswith("_"))


# ---------------------------------------------------------------------------------------------------------------- words


def public_things_say_what_they_are(module: Module) -> list[str]:
    breaches = []
    if module.source.strip() and not ast.get_docstring(module.tree):
        breaches.append(f"{module.name} has no docstring")
    for node in public_definitions(module.tree):
        first = (ast.get_docstring(node) or "").split("\n")[0]
        overloaded = any(ast.unparse(decorator).endswith("overload") for decorator in node.decorator_list)
        if not overloaded and not (first and first.endswith(".")):
            breaches.append(f"{module.name}.{node.name}: the docstring begins with {first!r}")
    return breaches


def nothing_is_left_to_do(module: Module) -> list[str]:
    mark = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
    tokens = tokenize.generate_tokens(io.StringIO(module.source).readline)
    return [
        f"{module.name}, line {token.start[0]}: {token.string.strip()}"
        for token in tokens
        if token.type in (tokenize.COMMENT, tokenize.STRING) and mark.search(token.string)
    ]


# -------------------------------------------------------------------------------------------------------------- conduct


def only_the_command_line_prints(module: Module) -> list[str]:
    calls = [node for node in ast.walk(module.tree) if isinstance(node, ast.Call) and called_name(node) == "print"]
    return [f"{module.name}, line {node.lineno} prints" for node in calls if module.unit != "cli"]


def pyplot_is_not_used(module: Module) -> list[str]:
    return [f"{module.name} uses {name}" for name in imported_names(module.tree) if "pyplot" in name.split(".")]


def nothing_unsafe_is_stored(module: Module) -> list[str]:
    breaches = [
        f"{module.name} imports {name}" for name in imported_names(module.tree) if name.split(".")[0] in UNSAFE_STORES
    ]
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        name = called_name(node)
        options = {keyword.arg: ast.unparse(keyword.value) for keyword in node.keywords}
        if name in {"np.load", "numpy.load"} and options.get("allow_pickle") != "False":
            breaches.append(f"{module.name}, line {node.lineno}: np.load without allow_pickle=False")
        elif options.get("allow_pickle") == "True" or name.split(".")[-1] in PICKLING or name.startswith("joblib."):
            breaches.append(f"{module.name}, line {node.lineno}: {name} pickles")
    return breaches


def chance_comes_in_as_a_seed(module: Module) -> list[str]:
    allowed = {"default_rng", "SeedSequence", "Generator", "PCG64", "BitGenerator", "Philox"}
    return [
        f"{module.name}, line {node.lineno}: {called_name(node)} draws from a state that all share"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and re.fullmatch(r"(?:np|numpy)\.random\.\w+", called_name(node))
        and called_name(node).split(".")[-1] not in allowed
    ]


def called_name(call: ast.Call) -> str:
    return ast.unparse(call.func)


def imported_names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module or ''}.{alias.name}".lstrip(".") for alias in node.names)


RULES: list[Rule] = [
    every_module_has_a_floor,
    imports_come_from_lower_floors,
    libraries_stay_at_home,
    functions_fit_on_a_screen,
    modules_are_one_page,
    at_most_five_positional_parameters,
    all_is_sorted_and_true,
    names_are_terms_of_the_field,
    public_functions_are_nouns,
    public_things_say_what_they_are,
    nothing_is_left_to_do,
    only_the_command_line_prints,
    pyplot_is_not_used,
    nothing_unsafe_is_stored,
    chance_comes_in_as_a_seed,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_package_keeps_the_rule(rule: Rule):
    breaches = [breach for module in MODULES for breach in rule(module)]

    assert not breaches, "\n".join(breaches)


BREAKING = [
    (every_module_has_a_floor, "miscellany", "", "miscellany stands on no floor"),
    (
        imports_come_from_lower_floors,
        "matrix",
        "from corpus_stats.analysis.framing import framing",
        "matrix (floor 4) imports analysis.framing (floor 7)",
    ),
    (
        imports_come_from_lower_floors,
        "matrix",
        "def rate():\n    from .matching import match",
        "matrix (floor 4) imports matching (floor 4)",
    ),
    (imports_come_from_lower_floors, "cli.show", "import corpus_stats", "cli.show imports corpus_stats itself"),
    (imports_come_from_lower_floors, "cli", "from corpus_stats import framing", "cli imports corpus_stats itself"),
    (
        imports_come_from_lower_floors,
        "stats.rates",
        "from ..corpus import Corpus",
        "stats.rates (floor 1) imports corpus (floor 1)",
    ),
    (
        imports_come_from_lower_floors,
        "stats.rates",
        "import importlib\nimportlib.import_module('corpus_stats.tokens')",
        "stats.rates (floor 1) imports tokens (floor 3)",
    ),
    (
        imports_come_from_lower_floors,
        "analysis.keyness",
        "from corpus_stats.analysis import frequency",
        "analysis.keyness imports analysis.frequency: no analysis imports another",
    ),
    (
        imports_come_from_lower_floors,
        "analysis.keyness",
        "from . import frequency",
        "analysis.keyness imports analysis.frequency: no analysis imports another",
    ),
    (libraries_stay_at_home, "corpus", "import numpy as np", "corpus imports numpy, whose home is above the values"),
    (libraries_stay_at_home, "corpus", "import pandas", "corpus imports pandas, whose home is evidence and up"),
    (
        libraries_stay_at_home,
        "report.page",
        "def page():\n    import pyarrow.parquet",
        "report.page imports pyarrow, whose home is reading report.write",
    ),
    (libraries_stay_at_home, "tokens", "import requests", "tokens imports requests, whose home is nowhere"),
    (functions_fit_on_a_screen, "matrix", "def f():\n" + "    pass\n" * 41, "matrix.f has a body of 41 lines"),
    (modules_are_one_page, "matrix", "pass\n" * 401, "matrix has 401 lines"),
    (
        at_most_five_positional_parameters,
        "matrix",
        "def f(a, b, c, d, e, g): ...",
        "matrix.f has 6 positional parameters",
    ),
    (all_is_sorted_and_true, "matrix", "a = 1", "matrix has 0 __all__"),
    (all_is_sorted_and_true, "matrix", "a = b = 1\n__all__ = ['b', 'a']", "matrix: __all__ is not sorted"),
    (all_is_sorted_and_true, "matrix", "A = B = 1\n__all__ = ['B', 'A']", "matrix: __all__ is not sorted"),
    (all_is_sorted_and_true, "matrix", "__all__ = ['a']", "matrix: __all__ lists a, which is not there"),
    (all_is_sorted_and_true, "matrix", "__all__ = sorted(globals())", "matrix: __all__ is no list of names"),
    (names_are_terms_of_the_field, "report.utils", "", "report.utils is called utils"),
    (names_are_terms_of_the_field, "matrix", "def _get_rate(): ...", "matrix names something _get_rate"),
    (names_are_terms_of_the_field, "matrix", "class CacheManager: ...", "matrix names something CacheManager"),
    (names_are_terms_of_the_field, "matrix", "def rate(df): ...", "matrix names something df"),
    (names_are_terms_of_the_field, "matrix", "import pandas as df", "matrix names something df"),
    (public_functions_are_nouns, "matrix", "def compute_rate(): ...", "matrix.compute_rate begins with compute"),
    (
        public_functions_are_nouns,
        "matrix",
        "class Matrix:\n    def save(self): ...",
        "matrix.save begins with save",
    ),
    (public_things_say_what_they_are, "matrix", "a = 1", "matrix has no docstring"),
    (
        public_things_say_what_they_are,
        "matrix",
        "'Counts.'\ndef rate():\n    'rate'",
        "matrix.rate: the docstring begins with 'rate'",
    ),
    (
        public_things_say_what_they_are,
        "matrix",
        "'Counts.'\nclass Matrix:\n    'Counts.'\n    def rate(self): ...",
        "matrix.rate: the docstring begins with ''",
    ),
    (nothing_is_left_to_do, "matrix", "# TO" + "DO later", "matrix, line 1: # TO" + "DO later"),
    (only_the_command_line_prints, "report.build", "print('done')", "report.build, line 1 prints"),
    (pyplot_is_not_used, "figures.bars", "from matplotlib import pyplot", "figures.bars uses matplotlib.pyplot"),
    (pyplot_is_not_used, "figures.bars", "import matplotlib.pyplot as plt", "figures.bars uses matplotlib.pyplot"),
    (nothing_unsafe_is_stored, "cache", "import pickle", "cache imports pickle"),
    (nothing_unsafe_is_stored, "cache", "np.load(path)", "cache, line 1: np.load without allow_pickle=False"),
    (nothing_unsafe_is_stored, "cache", "np.save(path, a, allow_pickle=True)", "cache, line 1: np.save pickles"),
    (nothing_unsafe_is_stored, "cache", "joblib.Memory(folder)", "cache, line 1: joblib.Memory pickles"),
    (
        chance_comes_in_as_a_seed,
        "models.lda",
        "np.random.seed(1)",
        "models.lda, line 1: np.random.seed draws from a state that all share",
    ),
]


@pytest.mark.parametrize(
    ("rule", "name", "source", "breach"),
    BREAKING,
    ids=[f"{rule.__name__}-{at}" for at, (rule, *_) in enumerate(BREAKING)],
)
def test_a_breach_of_the_rule_is_seen(rule: Rule, name: str, source: str, breach: str):
    assert rule(Module(name, source)) == [breach]


KEEPING = [
    (imports_come_from_lower_floors, Module("__main__", "from corpus_stats.cli import main")),
    (imports_come_from_lower_floors, Module("tokens", "from .arrays import Tokens", is_package=True)),
    (imports_come_from_lower_floors, Module("tokens.arrays", "from corpus_stats.tokens.folding import fold")),
    (libraries_stay_at_home, Module("corpus", "def table():\n    import pandas")),
    (libraries_stay_at_home, Module("reading", "if TYPE_CHECKING:\n    import pandas")),
    (names_are_terms_of_the_field, Module("corpus", "def __getattr__(name): ...\nmin_df = 1")),
    (all_is_sorted_and_true, Module("corpus", "KINDS = Corpus = rows = 1\n__all__ = ['KINDS', 'Corpus', 'rows']")),
    (at_most_five_positional_parameters, Module("corpus", "class C:\n    def f(self, a, b, c, d, e, *, f): ...")),
    (only_the_command_line_prints, Module("cli.show", "print('done')")),
    (nothing_unsafe_is_stored, Module("cache", "np.load(path, allow_pickle=False)")),
    (chance_comes_in_as_a_seed, Module("models.lda", "np.random.default_rng(seed)")),
]


@pytest.mark.parametrize(("rule", "module"), KEEPING, ids=lambda value: getattr(value, "__name__", ""))
def test_what_keeps_the_rule_is_let_through(rule: Rule, module: Module):
    assert rule(module) == []


def test_every_rule_has_a_breach_that_it_sees():
    assert {rule.__name__ for rule in RULES} == {rule.__name__ for rule, *_ in BREAKING}


# ------------------------------------------------------------------------------------------------------------- the tree


def project_files() -> list[Path]:
    """Files that belong to the project: tracked, or new and not ignored; all of them where there is no git."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        listed = [
            str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if not MADE & set(path.relative_to(ROOT).parts)
        ]
    return sorted(Path(name) for name in listed if name and (ROOT / name).is_file())


def strangers_at_the_top(files: list[Path]) -> list[str]:
    return sorted({path.parts[0] for path in files} - TOP_LEVEL)


def ties_to_this_machine(text: str) -> list[str]:
    """Addresses of package indexes and paths that only one machine has."""
    hosts = ["pypi" + r"\.org", "python" + r"hosted\.org", "npm" + r"js\.org", "deb" + r"\.debian\.org", "file:" + "//"]
    options = [r"(?<!emit-)index-" + r"url[ =]+\S", r"find-" + r"links[ =]+\S"]
    paths = [r"(?<![\w./<>:])/(?:root|work|opt|mnt|srv|home/\w+|Users/\w+)" + r"/\w"]
    return re.findall("|".join(hosts + options + paths), text)


def test_the_top_level_holds_only_what_the_design_names():
    assert strangers_at_the_top(project_files()) == []


def test_a_stranger_at_the_top_is_seen():
    files = [Path("seeds/a.txt"), Path("scripts/run.sh"), Path("notes.md")]

    assert strangers_at_the_top(files) == ["notes.md", "scripts"]


def test_no_file_names_a_package_index_or_a_place_on_one_machine():
    ties = {}
    for path in project_files():
        if path.parts[0] == "seeds" and path.suffix in {".txt", ".csv"}:
            continue
        found = ties_to_this_machine((ROOT / path).read_bytes().decode("utf-8", errors="replace"))
        if found:
            ties[str(path)] = found

    assert ties == {}


@pytest.mark.parametrize(
    "text",
    [
        "see https://pypi" + ".org/simple",
        "--index-" + "url https://" + "mirror.example/simple",
        "data = '/home/" + "ann/articles'",
        "cd /work" + "/main",
        "uv pip compile /opt" + "/req.in",
    ],
)
def test_an_index_or_a_place_on_one_machine_is_seen(text: str):
    assert len(ties_to_this_machine(text)) == 1


@pytest.mark.parametrize(
    "text", ["--no-emit-index-" + "url", "https://outlet.example/work/of/art", "PYTHON=/path/to/python"]
)
def test_ordinary_text_is_no_tie(text: str):
    assert ties_to_this_machine(text) == []


# ------------------------------------------------------------------------------------------------------------- start-up


@pytest.fixture
def hostile_folder(tmp_path: Path) -> Path:
    (tmp_path / "tokenize.py").write_text("raise SystemExit('the folder was imported')\n")
    (tmp_path / "matplotlibrc").write_text("text.usetex: True\nfont.family: nothing\n")
    return tmp_path


def loaded_after(code: str, folder: Path) -> tuple[int, list[str]]:
    """Exit code, and which of the banned libraries a fresh interpreter has loaded after some code, run in a folder."""
    loaded = f"print('loaded:', *sorted({BANNED_AT_START!r} & sys.modules.keys()))"
    watch = f"import sys\ntry:\n    {code}\nfinally:\n    {loaded}"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    done = subprocess.run(
        [sys.executable, "-P", "-c", watch], cwd=folder, env=environment, capture_output=True, text=True, timeout=60
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("loaded:")]
    return done.returncode, lines[0].split()[1:] if lines else [done.stderr]


@pytest.mark.parametrize(
    "code",
    [
        "import corpus_stats",
        "sys.argv = ['corpus-stats', '--help']; from corpus_stats.__main__ import main; sys.exit(main())",
    ],
    ids=["import", "help"],
)
def test_starting_loads_no_heavy_library_in_any_folder(code: str, hostile_folder: Path):
    assert loaded_after(code, hostile_folder) == (0, [])


def test_a_heavy_library_loaded_at_the_start_is_seen(hostile_folder: Path):
    assert loaded_after("import numpy", hostile_folder) == (0, ["numpy"])


def test_the_console_script_is_not_misled_by_the_working_folder(hostile_folder: Path):
    script = Path(sys.executable).with_name("corpus-stats")
    done = subprocess.run([script, "--help"], cwd=hostile_folder, capture_output=True, text=True, timeout=60)

    assert (done.returncode, done.stderr) == (0, "")


def test_every_name_of_the_front_door_is_there_and_listed_in_order():
    import corpus_stats

    names = list(corpus_stats.__all__)

    assert names == sorted(set(names), key=constants_classes_functions)
    assert [name for name in names if not hasattr(corpus_stats, name)] == []
