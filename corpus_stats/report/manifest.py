"""What a report was made from, and checksums of what came out."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from ..errors import InputError
from .spec import Specification

__all__ = ["environment_bytes", "input_checksums", "json_bytes", "manifest", "sha256", "versions"]

_PACKAGES = (
    "ahocorasick-rs",
    "corpus-stats",
    "gensim",
    "jinja2",
    "matplotlib",
    "nltk",
    "numpy",
    "pandas",
    "pyarrow",
    "pydantic",
    "rapidfuzz",
    "regex",
    "scikit-learn",
    "scipy",
    "sparse-dot-topn",
    "typst",
)
_TABLES = (".csv", ".jsonl", ".ndjson", ".parquet", ".tsv", ".xlsx")
_CHUNK = 2**20


def manifest(
    specification: Specification, inputs: Mapping[str, str], outputs: Mapping[str, bytes], facts: Mapping[str, object]
) -> dict[str, Any]:
    """Manifest of a report: nothing in it depends on the machine, the day or the folder.

    Parameters
    ----------
    specification : Specification
    inputs : mapping of str to str
        SHA-256 by file.
    outputs : mapping of str to bytes
        Contents by path.
    facts : mapping of str to object
        Fingerprints of the corpus and the lexicon.
    """
    return {
        "corpus_stats": versions().get("corpus-stats", ""),
        "specification": specification.settings(),
        "seed": specification.request.seed,
        **facts,
        "inputs": dict(sorted(inputs.items())),
        "packages": versions(),
        "outputs": {name: sha256(contents) for name, contents in sorted(outputs.items())},
    }


def input_checksums(specification: Specification) -> dict[str, str]:
    """SHA-256 of every file that a report is made from, by what it is called in the corpus."""
    corpus, lexicon, table = specification.corpus, specification.lexicon, specification.metadata
    found = {}
    for path in _corpus_files(corpus):
        found[path.name] = _file_sha256(path)
    for role, extra in (("lexicon", lexicon), ("metadata", table)):
        if extra is not None:
            found[f"{role}: {extra.name}"] = _file_sha256(extra)
    if specification.coded is not None:
        from ..studies.coding import coded_files

        for path in coded_files(specification.coded):
            found[f"coded: {path.name}"] = _file_sha256(path)
    for path in specification.references:
        for file in _corpus_files(path):
            found[f"reference: {file.name}"] = _file_sha256(file)
    return found


def versions() -> dict[str, str]:
    """Versions of the packages that decide what comes out."""
    found = {}
    for name in _PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def environment_bytes() -> bytes:
    """Facts of this machine, as JSON: outside of the promise of equal bytes."""
    facts = {
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
        "byteorder": sys.byteorder,
        "processors": os.cpu_count(),
        "threads": {
            name: os.environ[name] for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS") if name in os.environ
        },
    }
    return json_bytes(facts)


def json_bytes(value: object) -> bytes:
    """JSON in ASCII, indented, keys as given."""
    return (json.dumps(value, indent=2, ensure_ascii=True) + "\n").encode("ascii")


def sha256(contents: bytes) -> str:
    """Hexadecimal SHA-256."""
    return hashlib.sha256(contents).hexdigest()


def _corpus_files(corpus: Path) -> list[Path]:
    """Files that reading takes from a corpus: the texts of a folder and their table, or the one table."""
    if not corpus.is_dir():
        return [corpus]
    files = sorted(path for path in corpus.iterdir() if path.is_file() and not path.name.startswith("."))
    facts = [path for path in files if path.name.lower() == "metadata.csv"]
    texts = [path for path in files if path.suffix.lower() == ".txt"]
    tables = [path for path in files if path.suffix.lower() in _TABLES and path not in facts]
    return [*(texts or tables), *facts]


def _file_sha256(path: Path) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise InputError(f"{path}: the file cannot be read: {error.strerror}") from None
    return digest.hexdigest()
