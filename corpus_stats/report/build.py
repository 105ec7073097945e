"""From a specification to a report: in memory first, then, if asked, to a folder."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..corpus import Corpus
from ..engine import unwatched
from ..errors import ArgumentError, CorpusStatsWarning, SpecificationError
from ..lexicon import Lexicon, read_lexicon
from ..preparation import english_articles, read_corpus
from ..tokens import tokenize
from .contents import Section
from .images import pdf_image, png_images
from .manifest import environment_bytes, input_checksums, json_bytes, manifest, versions
from .page import Facts, html_files
from .paper import paper_bytes
from .sections import Material, check_request, refusals, report_sections
from .spec import MANIFEST, WRITTEN_NAME, Specification, read_specification, specification_text
from .write import check_output, csv_bytes, parquet_bytes, write_folder

__all__ = ["Report", "build_report", "report_contents"]

Progress = Callable[[int, int], None]


@dataclass(frozen=True, eq=False)
class Report:
    """A report: what it says, and the files that it is made of.

    Attributes
    ----------
    specification : Specification
    sections : tuple of Section
    files : mapping of str to bytes
        Contents by path, `manifest.json` among them; facts of the machine are not.
    manifest : mapping
    notes : tuple of str
        What happened on the way that the user should know (characters that the paper's fonts lack, ...).
    folder : Path or None
        Where it was written.
    """

    specification: Specification
    sections: tuple[Section, ...]
    files: Mapping[str, bytes]
    manifest: Mapping[str, Any]
    notes: tuple[str, ...] = ()
    folder: Path | None = None

    def __repr__(self) -> str:
        where = "not written" if self.folder is None else str(self.folder)
        return f"Report({self.specification.request.title!r}, {len(self.sections)} sections, {where})"


def build_report(
    specification: str | Path | Specification,
    *,
    output: str | Path | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Report:
    """Build a report and write it: page, paper, figures, data and manifest.

    Parameters
    ----------
    specification : path of a TOML file, or Specification
    output : path, optional
        Folder to write; by default the one beside the specification, under its name. It is replaced whole.
    jobs : int
        Worker processes; they change the time, never a byte.
    progress : callable, optional
        Called with the number of sections done and their total.

    Raises
    ------
    SpecificationError, InputError, LexiconError
        What is asked, or what is there, cannot be used; nothing is written.
    OutputError
        The folder cannot or must not be written.
    """
    asked = _specification(specification)
    folder = asked.folder if output is None else Path(output)
    keep_out = _sources(asked)
    # Refused before the work, not after it; and looked at again under the lock.
    check_output(folder, keep_out)
    report = report_contents(asked, jobs=jobs, progress=progress)
    files = {**report.files, "environment.json": environment_bytes()}
    if asked.is_part_of_report and folder == asked.folder:
        files[WRITTEN_NAME] = specification_text(asked.settings()).encode("utf-8")
    written = write_folder(files, folder, keep_out)
    return Report(report.specification, report.sections, report.files, report.manifest, report.notes, written)


def report_contents(
    specification: str | Path | Specification, *, jobs: int = 1, progress: Progress | None = None
) -> Report:
    """Report in memory: nothing is written."""
    asked = _specification(specification)
    request = asked.request
    notes: list[str] = []
    with _noted(notes), unwatched():
        corpus, n_read, aside = _corpus(asked)
        notes += aside
        lexicon = None if asked.lexicon is None else read_lexicon(asked.lexicon)
        _check(asked, corpus)
        tokens, folder = tokenize(corpus, jobs=jobs), asked.path.parent
        material = Material(
            request, corpus, tokens, lexicon, folder,
            needs_actors=asked.is_part_of_report, set_aside=" ".join(aside), n_read=n_read,
        )  # fmt: skip
        _check_coded(asked, material)
        sections = _sections(asked, material, progress)
        notes += refusals(sections, tokens)
    # After reading, whose refusals say more: a pipe or a missing folder never gets here.
    inputs = input_checksums(asked)
    facts = Facts(request, _deck(material), inputs, versions(), material.set_aside)
    files = html_files(corpus, sections, facts)
    paper, lacking = paper_bytes(corpus, sections, facts)
    files["report.pdf"] = paper
    files.update(_section_files(sections))
    made = manifest(asked, inputs, files, _fingerprints(corpus, lexicon))
    files[MANIFEST] = json_bytes(made)
    return Report(asked, sections, dict(sorted(files.items())), made, tuple(dict.fromkeys([*notes, *lacking])))


@contextmanager
def _noted(notes: list[str]) -> Iterator[None]:
    """Gather our own warnings as notes of the report; those of others go on."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", CorpusStatsWarning)
        yield
    for warning in caught:
        if issubclass(warning.category, CorpusStatsWarning):
            notes.append(str(warning.message))
        else:
            warnings.warn_explicit(warning.message, warning.category, warning.filename, warning.lineno)


def _check(asked: Specification, corpus: Corpus) -> None:
    try:
        check_request(asked.request, corpus)
    except SpecificationError as error:
        raise SpecificationError(f"{asked.path}: {error}") from None


def _corpus(asked: Specification) -> tuple[Corpus, int, tuple[str, ...]]:
    """Articles of a specification, how many were read, and which of these are set aside, if any are."""
    corpus = read_corpus(asked.corpus, metadata=asked.metadata, columns=_columns(asked), clean=asked.request.clean)
    kept = english_articles(corpus) if asked.request.skip_other_languages else corpus
    return kept, len(corpus), kept.notes[len(corpus.notes) :]


def _check_coded(asked: Specification, material: Material) -> None:
    """Refuse coded sentences that are not of these articles and this lexicon, before a section is lost to it."""
    if asked.coded is None:
        return
    if material.lexicon is None or not material.lexicon.terms:
        raise SpecificationError(f'{asked.path}: coded: people coded for a lexicon; write lexicon = "lexicon.toml"')
    try:
        assert material.health is not None
    except ArgumentError as error:
        raise SpecificationError(f"{asked.path}: coded: {error}") from None


def _sections(asked: Specification, material: Material, progress: Progress | None) -> tuple[Section, ...]:
    try:
        return report_sections(material, progress)
    except SpecificationError as error:
        raise SpecificationError(f"{asked.path}: {error}") from None


def _specification(given: str | Path | Specification) -> Specification:
    return given if isinstance(given, Specification) else read_specification(given)


def _columns(specification: Specification) -> dict[str, str] | None:
    chosen = specification.request.columns.model_dump(exclude_none=True)
    return chosen or None


def _sources(specification: Specification) -> dict[str, Path]:
    sources = {"corpus": specification.corpus, "lexicon": specification.lexicon, "metadata": specification.metadata}
    sources["coded sample"] = specification.coded
    sources |= {f"reference {i + 1}": path for i, path in enumerate(specification.references)}
    return {name: path for name, path in sources.items() if path is not None}


def _section_files(sections: tuple[Section, ...]) -> dict[str, bytes]:
    figures = [figure for section in sections for figure in section.figures]
    files = {}
    for figure, png in zip(figures, png_images([figure.svg for figure in figures]), strict=True):
        pdf = pdf_image(figure.svg, figure.alt)
        for ending, contents in (("svg", figure.svg), ("pdf", pdf), ("png", png)):
            files[f"figures/{figure.name}.{ending}"] = contents
    for section in sections:
        for name, table in section.data.items():
            files[f"data/{name}.csv"] = csv_bytes(table)
            files[f"data/{name}.parquet"] = parquet_bytes(table)
    return files


def _fingerprints(corpus: Corpus, lexicon: Lexicon | None) -> dict[str, object]:
    found = {"corpus": corpus.fingerprint()}
    return {"fingerprints": found if lexicon is None else {**found, "lexicon": lexicon.fingerprint()}}


def _deck(material: Material) -> str:
    request, corpus = material.request, material.corpus
    if request.subtitle:
        return request.subtitle
    n, outlets = len(corpus), len(corpus.outlets())
    articles = "article" if material.n_read == 1 else "articles"
    said = [f"{n:,} of {material.n_read:,} {articles}" if n < material.n_read else f"{n:,} {articles}"]
    if outlets:
        said.append(f"{outlets:,} {'outlet' if outlets == 1 else 'outlets'}")
    years = sorted({document.published.year for document in corpus if document.published is not None})
    if years:
        said.append(str(years[0]) if years[0] == years[-1] else f"{years[0]} to {years[-1]}")
    said.append(f"{len(material.tokens):,} words counted")
    return " · ".join(said)
