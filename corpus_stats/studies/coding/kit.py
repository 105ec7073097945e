"""A probability sample of sentences, found and not found by the tool, and the files with which people code it."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...corpus import PART_KINDS
from ...errors import ArgumentError, nearest
from ...evidence import Result, rounded
from ...lexicon import Lexicon
from ...regimes import Grouping, circular, grouping
from ...tokens import Tokens
from ...voices.english import require_english
from ...voices.marking import english_documents
from .layout import (
    CODEBOOK,
    FOR_CODERS,
    INSTRUCTIONS,
    KEY,
    KEY_FORMAT,
    NOTE,
    SHEET_COLUMNS,
    check_categories,
    codebook_rows,
    instructions,
    sheet_name,
)
from .sentences import Sentences, found_categories, sentence_evidence, sentences

__all__ = ["CodingKit", "allocation", "coding_kit"]

_MOST_CODERS = 20
_LARGEST_SEED = 2**32 - 1


@dataclass(frozen=True, eq=False, repr=False)
class CodingKit(Result):
    """Sentences to be coded by people, and what they need for it.

    Columns of `table`, one row a stratum:

    group, part : outlet (or what `by` names), and part of the article
    found : whether the tool finds one of the categories
    n_sentences, n_drawn : in the corpus, in the sample
    weight : sentences that a drawn one stands for

    `hits` has a row a drawn sentence in the order of the sheets: evidence, then `sentence` (its name in the sheets),
    `group`, `stratum` (row of `table`), `weight` and `found`, the categories that the tool finds. It is not for coders.

    Attributes
    ----------
    categories : tuple of str
    sheet : DataFrame
        What every coder fills: sentence, before, text, after, one empty column a category, note.
    codebook : DataFrame
        category, definition, include, exclude, example.
    totals : DataFrame
        group, n_documents, n_sentences, and ``found <category>``: the sentences in which the tool finds it.
    """

    categories: tuple[str, ...] = ()
    sheet: pd.DataFrame | None = None
    codebook: pd.DataFrame | None = None
    totals: pd.DataFrame | None = None

    def files(self, csv_bytes: Callable[[pd.DataFrame], bytes]) -> dict[str, bytes]:
        """Files of the kit by path, with ``/``: ``for_coders/...`` is for the coders, ``key.json`` is not.

        Parameters
        ----------
        csv_bytes : callable
            Writes a table as CSV in a way that no spreadsheet takes a text for a formula.
        """
        assert self.sheet is not None
        assert self.codebook is not None
        coders = int(str(self.settings["coders"]))
        # Without the mark a spreadsheet that is opened with a double click takes UTF-8 for something else.
        sheet = codecs.BOM_UTF8 + csv_bytes(self.sheet)
        files = {f"{FOR_CODERS}/{sheet_name(coder)}.csv": sheet for coder in range(1, coders + 1)}
        files[CODEBOOK] = codecs.BOM_UTF8 + csv_bytes(self.codebook)
        files[INSTRUCTIONS] = instructions(self.categories, coders).encode("utf-8")
        files[KEY] = json.dumps(self._key(), ensure_ascii=True, allow_nan=False, indent=1).encode("ascii") + b"\n"
        return files

    def _key(self) -> dict[str, Any]:
        assert self.hits is not None
        assert self.totals is not None
        columns = [
            "sentence",
            "document",
            "outlet",
            "start",
            "end",
            "text",
            "part",
            "group",
            "stratum",
            "weight",
            "found",
        ]
        return {
            "corpus_stats": KEY_FORMAT,
            "settings": dict(self.settings),
            "categories": list(self.categories),
            "totals": self.totals.to_dict("records"),
            "strata": self.table.drop(columns="weight").to_dict("records"),
            "sentences": [
                {
                    **row,
                    "outlet": row["outlet"] if isinstance(row["outlet"], str) else None,
                    "found": list(row["found"]),
                }
                for row in self.hits[columns].to_dict("records")
            ],
        }


def coding_kit(
    tokens: Tokens, lexicon: Lexicon, *, n: int = 200, coders: int = 2, by: str | None = "outlet",
    categories: Sequence[str] | None = None, seed: int = 0,
) -> CodingKit:  # fmt: skip
    """Sample of sentences for people to code by the categories of a lexicon, without seeing what the tool finds.

    Half of the sentences are drawn from those in which the tool finds a category and half from those in which it does
    not, each half in equal numbers from every group, and of a group in proportion to its parts. Two at least are drawn
    from every stratum that has them (one, where `n` is too small), and all sentences where there are no more than `n`.

    Parameters
    ----------
    tokens : Tokens
    lexicon : Lexicon
    n : int
        Sentences to draw.
    coders : int
        People who code, each the same sentences.
    by : str, optional
        Column whose groups are compared; None for one group.
    categories : sequence of str, optional
        Those to be coded; all of the lexicon's if not given.
    seed : int

    Raises
    ------
    ArgumentError
        No term, an unknown category, fewer sentences asked for than there are strata.
    LanguageError
        Some articles are in English and another is not, and the lexicon does not say that it is of another language.

    References
    ----------
    Krippendorff, K. (2019). Content analysis: an introduction to its methodology, 4th ed., ch. 6 and 12. Sage.
    Cochran, W. G. (1977). Sampling techniques, 3rd ed., ch. 5. Wiley.
    """
    _check_language(tokens, lexicon)
    chosen = _chosen_categories(lexicon, categories)
    _check_numbers(n, coders, seed)
    groups = grouping(tokens.corpus, by)
    units = sentences(tokens)
    if not len(units):
        raise ArgumentError("the corpus has no sentence; there is nothing to code")
    columns = [lexicon.categories.index(category) for category in chosen]
    found = found_categories(tokens, lexicon)[:, columns]
    strata, of_sentence = _strata(units, groups, np.asarray(found.any(axis=1)))
    drawn = allocation(strata, n)
    picked = _picked(of_sentence, drawn, seed)
    table = strata.assign(n_drawn=drawn, weight=rounded(strata["n_sentences"].to_numpy() / drawn))
    hits = _hits(units, picked, table, of_sentence[picked], [_named(row, chosen) for row in found[picked]])
    settings = {
        "corpus": tokens.corpus.fingerprint(),
        "lexicon": lexicon.fingerprint(),
        "circular": lexicon.circular,
        "by": by,
        "n": n,
        "coders": coders,
        "seed": seed,
    }
    totals = _totals(units, groups, found, chosen)
    codebook = pd.DataFrame(codebook_rows(lexicon, chosen))
    return CodingKit(
        table, settings, _cautions(lexicon, codebook, totals, chosen), hits, chosen,
        _sheet(units, picked, hits, chosen), codebook, totals,
    )  # fmt: skip


def allocation(strata: pd.DataFrame, n: int) -> NDArray[np.int64]:
    """Sentences to draw from each stratum: columns group, found and n_sentences of `strata`; `n` in all, or all."""
    sizes = strata["n_sentences"].to_numpy(dtype=np.int64)
    if n >= sizes.sum():
        return sizes
    least = np.minimum(sizes, 2)
    if least.sum() > n:
        least = np.minimum(sizes, 1)
    if least.sum() > n:
        raise ArgumentError(
            f"n is {n}; the sentences fall into {sizes.size} strata, and at least one of each is drawn: give"
            f" {sizes.size} or more"
        )
    side = strata.groupby(["group", "found"])["n_sentences"].transform("sum").to_numpy(dtype=np.float64)
    n_groups = strata.groupby("found")["group"].transform("nunique").to_numpy(dtype=np.float64)
    wanted = sizes / side / n_groups
    # Where bounds bind, the others share what is left in the same proportions.
    low, high = 0.0, float((sizes / wanted).max())
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if np.clip(middle * wanted, least, sizes).sum() < n else (low, middle)
    exact = np.clip(high * wanted, least, sizes)
    whole = np.floor(exact + 1e-9).astype(np.int64)
    order = np.lexsort((np.arange(sizes.size), whole - exact))
    open_ended = [i for i in order.tolist() if whole[i] < sizes[i]]
    whole[open_ended[: n - int(whole.sum())]] += 1
    return np.asarray(whole)


def _chosen_categories(lexicon: Lexicon, categories: Sequence[str] | None) -> tuple[str, ...]:
    check_categories(lexicon.categories)
    if categories is None:
        return lexicon.categories
    if isinstance(categories, str) or not categories:
        raise ArgumentError(f"categories is {categories!r}; give a list of names, or None for all")
    for category in categories:
        if category not in lexicon.categories:
            hint = nearest(category, lexicon.categories)
            raise ArgumentError(f"category {category!r} is not in the lexicon; {hint}")
    return tuple(category for category in lexicon.categories if category in set(categories))


def _check_language(tokens: Tokens, lexicon: Lexicon) -> None:
    """Refuse articles in other languages among English ones; people code in one language, by one list."""
    is_read = english_documents(tokens)
    if lexicon.language in (None, "en") and is_read.any() and not is_read.all():
        require_english(tokens, "the other articles, and the terms of the lexicon,")


def _check_numbers(n: int, coders: int, seed: int) -> None:
    for name, value, least, most in (
        ("n", n, 1, 10**6),
        ("coders", coders, 1, _MOST_CODERS),
        ("seed", seed, 0, _LARGEST_SEED),
    ):
        if type(value) is not int or not least <= value <= most:
            raise ArgumentError(f"{name} is {value}; it must be a whole number from {least} to {most}")


def _strata(units: Sentences, groups: Grouping, found: NDArray[np.bool_]) -> tuple[pd.DataFrame, NDArray[np.int64]]:
    """Strata that have a sentence: group, part, found, n_sentences; and the stratum of every sentence."""
    group = groups.codes[units.documents]
    codes = (group * len(PART_KINDS) + units.parts) * 2 + ~found
    present, of_sentence, sizes = np.unique(codes, return_inverse=True, return_counts=True)
    table = pd.DataFrame(
        {
            "group": [groups.names[code // 2 // len(PART_KINDS)] for code in present.tolist()],
            "part": [PART_KINDS[code // 2 % len(PART_KINDS)] for code in present.tolist()],
            "found": [code % 2 == 0 for code in present.tolist()],
            "n_sentences": sizes.astype(np.int64),
        }
    )
    return table, of_sentence.astype(np.int64)


def _picked(of_sentence: NDArray[np.int64], drawn: NDArray[np.int64], seed: int) -> NDArray[np.int64]:
    """Sentences drawn, in random order."""
    generator = np.random.default_rng(seed)
    order = np.argsort(of_sentence, kind="stable")
    ends = np.cumsum(np.bincount(of_sentence, minlength=drawn.size))
    members = np.split(order, ends[:-1])
    picked = [generator.choice(own, size=int(k), replace=False) for own, k in zip(members, drawn, strict=True)]
    return np.asarray(generator.permutation(np.concatenate(picked)))


def _named(row: NDArray[np.bool_], categories: Sequence[str]) -> tuple[str, ...]:
    return tuple(category for category, is_found in zip(categories, row.tolist(), strict=True) if is_found)


def _hits(
    units: Sentences, picked: NDArray[np.int64], table: pd.DataFrame, stratum: NDArray[np.int64],
    found: list[tuple[str, ...]],
) -> pd.DataFrame:  # fmt: skip
    digits = len(str(picked.size))
    return sentence_evidence(units, picked).assign(
        sentence=[f"s{i:0{digits}}" for i in range(1, picked.size + 1)],
        group=table["group"].to_numpy()[stratum],
        stratum=stratum,
        weight=table["weight"].to_numpy()[stratum],
        found=pd.Series(found, dtype=object),
    )


def _sheet(units: Sentences, picked: NDArray[np.int64], hits: pd.DataFrame, categories: Sequence[str]) -> pd.DataFrame:
    before, after = _neighbours(units, picked, -1), _neighbours(units, picked, 1)
    columns = dict(zip(SHEET_COLUMNS, (hits["sentence"].tolist(), before, hits["text"].tolist(), after), strict=True))
    return pd.DataFrame({**columns, **dict.fromkeys((*categories, NOTE), "")})


def _neighbours(units: Sentences, picked: NDArray[np.int64], step: int) -> list[str]:
    """Sentence before or after each, where it stands in the same part of the same document."""
    tokens, texts = units.tokens, []
    for i in picked.tolist():
        j = i + step
        is_near = 0 <= j < len(units) and (units.documents[j], units.parts[j]) == (units.documents[i], units.parts[i])
        text = tokens.corpus.documents[units.documents[i]].text
        texts.append(text[tokens.sentence_starts[j] : tokens.sentence_ends[j]] if is_near else "")
    return texts


def _totals(units: Sentences, groups: Grouping, found: NDArray[np.bool_], categories: Sequence[str]) -> pd.DataFrame:
    group, n = groups.codes[units.documents], len(groups.names)
    columns = {
        f"found {category}": np.bincount(group[found[:, i]], minlength=n) for i, category in enumerate(categories)
    }
    table = {"group": list(groups.names), "n_documents": groups.sizes(), "n_sentences": np.bincount(group, minlength=n)}
    return pd.DataFrame({**table, **columns})


def _cautions(
    lexicon: Lexicon, codebook: pd.DataFrame, totals: pd.DataFrame, categories: Sequence[str]
) -> tuple[str, ...]:
    cautions = [circular()] if lexicon.circular else []
    undefined = codebook.loc[codebook["definition"] == "", "category"].tolist()
    if undefined:
        cautions.append(
            f"The lexicon does not say what {', '.join(undefined)} means: write it into codebook.csv before coding."
        )
    never = [category for category in categories if not totals[f"found {category}"].sum()]
    if never:
        cautions.append(f"The tool finds {', '.join(never)} in no sentence: no precision can come of it.")
    return tuple(cautions)
