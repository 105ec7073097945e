"""What one finding rests on: the same comparison over other, equally defensible choices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product

import numpy as np
import pandas as pd

from ..analysis.framing import framing
from ..analysis.keyness import keyness
from ..corpus import Corpus, Document
from ..errors import ArgumentError, nearest
from ..evidence import Result, rounded
from ..lexicon import Lexicon
from ..matching import matches
from ..matrix import document_term_matrix
from ..regimes import grouping
from ..stats.effects import log_ratio
from ..tokens import Tokens, tokenize, type_of

__all__ = ["Robustness", "robustness"]

_LEFT_OUT = 50
_DISAPPEARS, _TURNS = _LOST = ("disappears", "turns round")
_ALONE = "not comparable"


@dataclass(frozen=True, eq=False, repr=False)
class Robustness(Result):
    """One finding under other choices.

    Columns of `table`, one row a specification, the first being the finding itself:

    specification : what was done otherwise, in words
    cleaning, stemming, captions : whether text was cleaned, words stemmed, captions counted
    min_count, prior, left_out : least occurrences of a term; size of the prior in tokens; the article left out
    n, n_reference, log_ratio : occurrences in the group and elsewhere; binary log of the ratio of rates, missing where
        the group has none
    log_odds : shrunk by the prior, as in `keyness`; missing for a category
    q_value, verdict : as the analysis gives them; ``not comparable`` where the group or the rest is left without words
    change : empty, ``disappears``, ``turns round``, or the verdict that it turns into

    Attributes
    ----------
    finding, group : str
    """

    finding: str = ""
    group: str = ""


@dataclass(frozen=True)
class _Specification:
    words: str
    cleaning: bool = True
    stemming: bool = False
    captions: bool = True
    min_count: int = 1
    prior: float | None = None
    left_out: str | None = None


@dataclass(frozen=True, eq=False)
class _Question:
    corpus: Corpus
    finding: str
    group: str
    by: str | Mapping[str, str]
    within: str | Mapping[str, str] | None
    lexicon: Lexicon | None
    random: dict[str, int]
    cache: dict[tuple[bool, bool, bool], Tokens] = field(default_factory=dict)
    stems: dict[str, str] = field(default_factory=dict)


def robustness(
    corpus: Corpus,
    finding: str,
    group: str,
    *,
    by: str | Mapping[str, str] = "outlet",
    within: str | Mapping[str, str] | None = None,
    lexicon: Lexicon | None = None,
    min_counts: tuple[int, ...] = (2, 5, 10),
    priors: tuple[float, ...] = (100, 1000, 10000),
    resamples: int = 999,
    seed: int = 0,
) -> Robustness:
    """Rerun one finding over cleaning, stemming, captions, least counts, prior sizes and each article left out.

    Parameters
    ----------
    corpus : Corpus
    finding : str
        A term, compared by `keyness`; or, with a `lexicon`, one of its categories, compared by `framing`.
    group : str
        The group that is compared with the rest.
    by, within
        As in the analysis.
    lexicon : Lexicon, optional
    min_counts, priors
        Tried one at a time; they concern terms only. A least count that the term does not reach is not tried.
    resamples, seed : int

    Notes
    -----
    The share of specifications under which a finding holds describes these choices. It is no probability and no
    strength of evidence: the specifications share their data.
    """
    groups = grouping(corpus, by)
    if group not in groups.names:
        raise ArgumentError(f"group {group!r} is not in column {groups.column!r}; {nearest(group, groups.names)}")
    if lexicon is not None and finding not in lexicon.categories:
        raise ArgumentError(f"category {finding!r} is not in the lexicon; {nearest(finding, lexicon.categories)}")
    question = _Question(corpus, finding, group, by, within, lexicon, {"resamples": resamples, "seed": seed})
    first = _row(question, _Specification(""))
    if first["verdict"] == _ALONE:
        raise ArgumentError(
            f"group {group!r} or the rest holds no word that counts; a finding is a comparison of the two"
        )
    total = int(str(first["n"])) + int(str(first["n_reference"]))
    if total == 0:
        raise ArgumentError(f"{finding!r} never occurs in the corpus; there is no finding to rerun")
    # A word that is rarer than the least count is no part of what is compared: that says nothing of the finding.
    counts, rare = (tuple(n for n in min_counts if (n > total) == is_rare) for is_rare in (False, True))
    others = list(_specifications(question, counts, priors))[1:]
    table = pd.DataFrame([first, *(_row(question, specification) for specification in others)])
    table["change"] = [_change(table.iloc[0], row) for _, row in table.iterrows()]
    settings = {"finding": finding, "group": group, "by": groups.column, "specifications": len(table)}
    return Robustness(
        table=table,
        settings={**settings, "lexicon": None if lexicon is None else lexicon.fingerprint(), **question.random},
        cautions=_cautions(finding, group, table, (total, () if lexicon is not None else rare)),
        finding=finding,
        group=group,
    )


def _specifications(
    question: _Question, min_counts: tuple[int, ...], priors: tuple[float, ...]
) -> Iterator[_Specification]:
    stemmings = (False,) if question.lexicon is not None else (False, True)
    for cleaning, stemming, captions in product((True, False), stemmings, (True, False)):
        # Text that was not cleaned has no captions to leave out.
        if not cleaning and not captions:
            continue
        words = [
            "" if cleaning else "the text is not cleaned",
            "words are stemmed" if stemming else "",
            "" if captions else "captions are left out",
        ]
        yield _Specification(" and ".join(filter(None, words)), cleaning, stemming, captions)
    if question.lexicon is None:
        for count in min_counts:
            told = f"it is compared among the words with {count} occurrences or more"
            yield _Specification(told, min_count=count)
        for prior in priors:
            yield _Specification(f"the prior has {prior:g} tokens", prior=prior)
    for name in _influential(question):
        yield _Specification(f"{name} is left out", left_out=name)


def _influential(question: _Question) -> list[str]:
    """Documents to leave out one at a time: all of them, or the 50 that use the term most."""
    names = question.corpus.names
    if len(names) <= _LEFT_OUT:
        return list(names)
    tokens = _tokens(question, _Specification(""))
    if question.lexicon is not None:
        wanted = Lexicon(terms=tuple(t for t in question.lexicon.terms if t.category == question.finding))
        used = matches(tokens, wanted).documents
    else:
        used = tokens.documents()[tokens.type_ids == tokens.id_of(type_of(question.finding))]
    order = np.argsort(-np.bincount(used, minlength=len(names)), kind="stable")
    return sorted(names[i] for i in order[:_LEFT_OUT])


def _row(question: _Question, specification: _Specification) -> dict[str, object]:
    tokens = _tokens(question, specification)
    compared = _keyed(question, specification, tokens) if question.lexicon is None else _framed(question, tokens)
    described = {name: getattr(specification, name) for name in ("cleaning", "stemming", "captions", "min_count")}
    prior = np.nan if specification.prior is None else specification.prior
    words = specification.words or "as it stands"
    return {"specification": words, **described, "prior": prior, "left_out": specification.left_out, **compared}


def _untested(n: int, n_reference: int, verdict: str = "not testable") -> dict[str, object]:
    missing = dict.fromkeys(("log_ratio", "log_odds", "q_value"), np.nan)
    return {"n": n, "n_reference": n_reference, **missing, "verdict": verdict}


def _keyed(question: _Question, specification: _Specification, tokens: Tokens) -> dict[str, object]:
    tokens = _with_words(question, tokens)
    matrix = document_term_matrix(tokens)
    term = question.finding if question.finding in set(matrix.vocabulary) else type_of(question.finding)
    if specification.stemming:
        term = question.stems.get(term, term)
    by, within = (_kept(column, tokens.corpus) for column in (question.by, question.within))
    groups = grouping(tokens.corpus, by)
    is_own = np.array(groups.names)[groups.codes] == question.group
    used = is_own[tokens.documents()[tokens.type_ids == tokens.id_of(term)]]
    counts = int(used.sum()), int((~used).sum())
    if is_own.all() or not is_own.any():
        return _untested(*counts, _ALONE)
    if not used.size:
        return _untested(*counts)
    terms = None if specification.min_count > 1 else [term]
    options = {
        "min_count": specification.min_count,
        "min_documents": 1,
        "prior": specification.prior,
        **question.random,
    }
    result = keyness(matrix, by, within=within, terms=terms, **options).table  # type: ignore[arg-type]
    found = result[(result["group"] == question.group) & (result["term"] == term)].iloc[0]
    row = {name: found[name] for name in ("n", "n_reference", "log_ratio", "log_odds", "q_value", "verdict")}
    # The half that stands for a count of 0 is no finding.
    return row if found["n"] else {**row, "log_ratio": np.nan, "log_odds": np.nan}


def _with_words(question: _Question, tokens: Tokens) -> Tokens:
    """Tokens of the groups that have any: nothing is compared with a group of empty articles."""
    groups, lengths = grouping(tokens.corpus, _kept(question.by, tokens.corpus)), tokens.lengths()
    kept = np.bincount(groups.codes, weights=lengths)[groups.codes] > 0
    if kept.all() or not kept.any():
        return tokens
    names = {name for name, is_kept in zip(tokens.corpus.names, kept, strict=True) if is_kept}
    corpus = tokens.corpus.select(lambda document: document.name in names)
    return replace(tokens, corpus=corpus, bounds=np.concatenate([[0], np.cumsum(lengths[kept])]))


def _framed(question: _Question, tokens: Tokens) -> dict[str, object]:
    assert question.lexicon is not None
    by, within = (_kept(column, tokens.corpus) for column in (question.by, question.within))
    random = {**question.random, "random_lists": 1}
    result = framing(tokens, question.lexicon, by or "outlet", within=within, **random).table  # type: ignore[arg-type]
    rows = result[result["category"] == question.finding]
    own, rest = rows[rows["group"] == question.group], rows[rows["group"] != question.group]
    counts = [int(side[column].sum()) for column in ("n", "denominator") for side in (own, rest)]
    if not all(counts[2:]):
        return _untested(counts[0], counts[1], _ALONE)
    effect = float(rounded(log_ratio(*counts))) if counts[0] else np.nan
    described = {"n": counts[0], "n_reference": counts[1], "log_ratio": effect, "log_odds": np.nan}
    return {**described, "q_value": own["q_value"].iloc[0], "verdict": own["verdict"].iloc[0]}


def _tokens(question: _Question, specification: _Specification) -> Tokens:
    key = (specification.cleaning, specification.stemming, specification.captions)
    corpus = question.corpus
    if specification.left_out is not None:
        corpus = corpus.select(lambda document: document.name != specification.left_out)
        return tokenize(corpus)
    if key not in question.cache and specification.stemming:
        plain = _tokens(question, replace(specification, stemming=False))
        # The stem of a word is the same whatever else was chosen: stemming is what takes time here.
        question.stems.update(_new_stems(plain, question.stems))
        question.cache[key] = plain.merged(question.stems, "stemmed (english)")
    elif key not in question.cache:
        question.cache[key] = tokenize(Corpus([_chosen(d, specification) for d in corpus], corpus.notes))
    return question.cache[key]


def _new_stems(tokens: Tokens, known: dict[str, str]) -> dict[str, str]:
    if all(word in known for word in tokens.vocabulary):
        return {}
    return dict(zip(tokens.vocabulary, tokens.stems(), strict=True))


def _chosen(document: Document, specification: _Specification) -> Document:
    if not specification.cleaning:
        return replace(document, parts=())
    if specification.captions:
        return document
    kept = tuple(part for part in document.parts if part.kind != "caption")
    # Without any part a document would be read whole.
    return replace(document, parts=kept) if kept or not document.parts else replace(document, text="", parts=())


def _kept(column: str | Mapping[str, str] | None, corpus: Corpus) -> str | Mapping[str, str] | None:
    if column is None or isinstance(column, str):
        return column
    return {name: value for name, value in column.items() if name in corpus.positions}


def _change(finding: pd.Series, row: pd.Series) -> str:
    if row["n"] == 0 and finding["n"] > 0:
        return _DISAPPEARS
    if np.sign(row["log_ratio"]) * np.sign(finding["log_ratio"]) < 0:
        return _TURNS
    return "" if row["verdict"] == finding["verdict"] else str(row["verdict"])


def _cautions(finding: str, group: str, table: pd.DataFrame, rare: tuple[int, tuple[int, ...]]) -> tuple[str, ...]:
    """What changes the finding; `rare` are its occurrences, and the least counts that it does not reach."""
    changed = table[table["change"] != ""]
    sentences = []
    for change in sorted(set(changed["change"])):
        cases = changed.loc[changed["change"] == change, "specification"].tolist()
        verb = change if change in _LOST else f"becomes {change}"
        named = "; when ".join(cases[:5]) + (f"; and {len(cases) - 5} more" if len(cases) > 5 else "")
        why = ": one side has no word left" if change == _ALONE else ""
        sentences.append(f"{finding!r} of {group} {verb} when {named}{why}.")
    if rare[1]:
        counts = ", ".join(str(count) for count in rare[1])
        times = "once" if rare[0] == 1 else f"{rare[0]} times"
        sentences.append(f"{finding!r} occurs {times}: a least count of {counts} leaves it out, and was not tried.")
    is_tested = table["verdict"].iloc[0] != "not testable"
    # A finding that is not testable has no verdict that could change for the worse: only its direction counts.
    lost = changed if is_tested else changed[changed["change"].isin([*_LOST, _ALONE])]
    held = "It holds" if is_tested else "It is not testable as it stands. Its direction stays"
    sentences.append(
        f"{held} in {len(table) - len(lost)} of {len(table)} specifications: a description of these choices, no"
        " strength of evidence."
    )
    return tuple(sentences)
