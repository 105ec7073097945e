"""Whom the articles name: persons and bodies with every form in which they are named, as actors for a lexicon."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from ...corpus import PART_KINDS
from ...evidence import Result, evidence_table
from ...grammar import Grammar, grammar
from ...grammar.classes import TITLE
from ...grammar.marks import OPEN_BRACKET, STOP
from ...lexicon import Actor, Lexicon
from ...lexicon.texts import spelling_key
from ...mentions import Names, names
from ...tokens import Tokens
from ...voices.english import require_english
from .naming import Named, initials_of, is_acronym, is_acronym_of, key_of, merged
from .toml import actors_toml, passage

__all__ = ["SuggestedActors", "suggested_actors"]

_COLUMNS = ("name", "kind", "n", "n_documents", "n_outlets", "aliases", "titles", "in_lexicon", "actor", "new_aliases")
_MOST_ALIASES, _MOST_TITLES, _LONGEST_TITLE = 8, 3, 3
_DOMINANT, _MOST_TOLD = 5, 8
_SEPARATOR = " | "
_ADDRESSES = {"mr", "mrs", "ms", "miss"}
_BODY = PART_KINDS.index("body")


@dataclass(frozen=True, eq=False, repr=False)
class SuggestedActors(Result):
    """Candidates for actors, the most named first.

    Columns of `table`; several texts in a cell have `` | `` between them:

    name : the most used of the full forms
    kind : person, organisation, place or other: a guess
    n, n_documents, n_outlets : times named, and in how many articles and by how many outlets
    aliases : further forms, the most used first: last names alone, acronyms, other spellings
    titles : ranks and offices that stand before the name
    in_lexicon, actor : whether the lexicon has one of these forms, and the actor whose form it is
    new_aliases : forms that this actor of the lexicon lacks
    passage : at most 25 words around a use of the name

    `hits` has the evidence columns and `name`.
    """

    @cached_property
    def lexicon(self) -> Lexicon:
        """The candidates that are not in the lexicon yet, as a lexicon of actors."""
        new = self.table[~self.table["in_lexicon"].astype(bool)]
        actors = tuple(
            Actor(row["name"], _parts(row["aliases"]), _parts(row["titles"])) for row in new.to_dict("records")
        )
        return Lexicon((), actors, source="suggested from the articles", circular=True, language="en")

    def toml(self) -> str:
        """Text of a file that `read_lexicon` reads: each candidate with its counts and a passage, to keep or strike."""
        return actors_toml(self.table.to_dict("records"), self.cautions[1:])


def suggested_actors(tokens: Tokens, lexicon: Lexicon | None = None, *, min_count: int = 2) -> SuggestedActors:
    """Names in the articles that may be actors: capitalised sequences, acronyms, and their other spellings.

    Forms are merged where they look like one name: a last name with the one person whose it can be, an acronym with
    the words it stands for, spellings one letter or the vowels apart. What kind of thing is named is a guess.

    Parameters
    ----------
    tokens : Tokens
    lexicon : Lexicon, optional
        Marks who is in it already.
    min_count : int
        Least number of times that a candidate is named.

    Raises
    ------
    LanguageError
        An article was recognised as being in another language than English.
    """
    require_english(tokens, "names")
    found = names(tokens)
    groups = _groups(tokens, found)
    shared = _shared_last_names(groups)
    groups = [_with_last_name(group, shared) for group in groups if len(group.mentions) >= min_count]
    known = _known_forms(lexicon)
    owners: dict[str, int] = {}
    groups = [group for i, group in enumerate(groups) if _takes(group.name, i, owners)]
    owners = {key: i for i, group in enumerate(groups) for key in _claims(group.name)}
    rows = []
    for i, group in enumerate(groups):
        aliases = [form for form in group.aliases if _takes(form, i, owners)][:_MOST_ALIASES]
        rows.append(_row(tokens, found, group, aliases, known))
    table = pd.DataFrame(rows, columns=[*_COLUMNS, "passage"]).astype({"in_lexicon": bool})
    settings = {
        "min_count": min_count,
        "lexicon": None if lexicon is None else lexicon.fingerprint(),
        "history": list(tokens.history),
    }
    hits = _hits(tokens, found, groups)
    return SuggestedActors(table=table, settings=settings, cautions=_cautions(table, shared), hits=hits)


@dataclass(frozen=True)
class _Group:
    """Mentions taken for one name: its usual full form, and its further forms."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    mentions: tuple[int, ...]


def _groups(tokens: Tokens, found: Names) -> list[_Group]:
    """Groups of mentions that stand for one name, the largest first."""
    forms = _forms(tokens, found)
    counts = np.bincount(found.entities, minlength=len(found.entity_names)).tolist()
    keys = _entity_keys(found.entity_names)
    standard = merged(_named(found, keys, counts), _acronyms(tokens, found, forms, keys))
    mentions: dict[str, list[int]] = defaultdict(list)
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for i, entity in enumerate(found.entities.tolist()):
        if key := keys[entity]:
            mentions[standard[key]].append(i)
            kinds[standard[key]][found.entity_kinds[entity]] += 1
    # Groups with one usual name are one: "White House" with and without a word before it.
    keys_by_name: dict[str, list[str]] = defaultdict(list)
    for key, own in mentions.items():
        keys_by_name[_plain(_ranked_forms([forms[i] for i in own])[0])].append(key)
    groups = []
    for same in keys_by_name.values():
        own = sorted(i for key in same for i in mentions[key])
        name, *aliases = _ranked_forms([forms[i] for i in own])
        kind = _commonest(sum((kinds[key] for key in same), Counter()))
        groups.append(_Group(name, tuple(aliases), kind, tuple(own)))
    return sorted(groups, key=lambda group: (-len(group.mentions), group.name))


def _forms(tokens: Tokens, found: Names) -> list[str]:
    """Every mention as it is written, its white space evened out."""
    documents = tokens.corpus.documents
    starts, ends = tokens.starts[found.first].tolist(), tokens.ends[found.last - 1].tolist()
    texts = (documents[d].text[a:b] for d, a, b in zip(found.documents.tolist(), starts, ends, strict=True))
    return [" ".join(text.split()) for text in texts]


def _entity_keys(entity_names: Iterable[str]) -> list[str]:
    seen: dict[str, str] = {}
    keys = (key_of(name) for name in entity_names)
    return [seen.setdefault(key.replace(" ", ""), key) for key in keys]


def _named(found: Names, keys: Sequence[str], counts: Sequence[int]) -> dict[str, Named]:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    documents: dict[str, set[int]] = defaultdict(set)
    for key, kind, document, n in zip(
        keys, found.entity_kinds, np.asarray(found.entity_documents).tolist(), counts, strict=True
    ):
        kinds[key][kind] += n
        documents[key].add(document)
    return {
        key: Named(_commonest(own), sum(own.values()), frozenset(documents[key])) for key, own in kinds.items() if key
    }


def _acronyms(tokens: Tokens, found: Names, forms: Sequence[str], keys: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of keys, an acronym's and its expansion's: in brackets after it, or the only name with these initials."""
    marks, first, last = grammar(tokens).marks, found.first, found.last
    follows = np.flatnonzero((first[1:] == last[:-1]) & ((marks[first[1:]] & OPEN_BRACKET) != 0)).tolist()
    entities = found.entities.tolist()
    bracketed = {keys[entities[i + 1]]: keys[entities[i]] for i in follows if is_acronym_of(forms[i + 1], forms[i])}
    expansions: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity, name in enumerate(found.entity_names):
        for letters in initials_of(name) if found.entity_kinds[entity] != "person" else ():
            for kind in (found.entity_kinds[entity], "other"):
                expansions[letters, kind].add(keys[entity])
    pairs = {}
    for entity, name in enumerate(found.entity_names):
        fitting = expansions.get((key_of(name), found.entity_kinds[entity]), set()) if is_acronym(name) else set()
        if len(fitting) == 1:
            pairs[keys[entity]] = min(fitting)
    pairs |= bracketed
    return sorted((key, other) for key, other in pairs.items() if key and other and key != other)


def _ranked_forms(forms: Sequence[str]) -> list[str]:
    """Forms of one name, the usual full form first, then by use; forms that differ in case or marks only are one."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for form, n in Counter(forms).items():
        if "|" not in form and _plain(form):
            counts[_plain(form)][form] += n
    usual = {_usual(own): sum(own.values()) for own in counts.values()}
    ranked = sorted(usual, key=lambda form: (-usual[form], form))
    full = [form for form in ranked if " " in form and not is_acronym(form)]
    name = max(full, key=lambda form: (usual[form], form.count(" "))) if full else next(iter(ranked), forms[0])
    return [name, *(form for form in ranked if form != name)]


def _shared_last_names(groups: Iterable[_Group]) -> dict[str, tuple[str, str]]:
    """Last names of several persons, folded: each as written, and who is named far more often than the others, or ''.

    Who is named only once counts as well: the last name alone could be either's.
    """
    owners: dict[str, list[_Group]] = defaultdict(list)
    for group in groups:
        if group.kind in ("person", "other") and " " in key_of(group.name):
            owners[key_of(group.name).rsplit(" ", 1)[1]].append(group)
    shared = {}
    for last, own in sorted(owners.items()):
        if len(own) > 1 and any(group.kind == "person" for group in own):
            most, second = sorted(own, key=lambda group: (-len(group.mentions), group.name))[:2]
            is_clear = len(most.mentions) >= _DOMINANT * len(second.mentions)
            shared[last] = most.name.split()[-1], most.name if is_clear else ""
    return shared


def _with_last_name(group: _Group, shared: Mapping[str, tuple[str, str]]) -> _Group:
    """The group without a last name that is not its own alone; whoever is clearly meant by it has it."""
    aliases = [form for form in group.aliases if shared.get(_plain(form), ("", group.name))[1] == group.name]
    for last, (form, owner) in shared.items():
        if owner == group.name and last not in map(_plain, aliases):
            aliases.append(form)
    return replace(group, aliases=tuple(aliases))


def _row(
    tokens: Tokens, found: Names, group: _Group, aliases: Sequence[str], known: Mapping[str, str]
) -> dict[str, Any]:
    documents = {int(found.documents[i]) for i in group.mentions}
    outlets = {tokens.corpus.documents[d].outlet for d in documents} - {None}
    owners = [known[_plain(form)] for form in (group.name, *aliases) if _plain(form) in known]
    new = [form for form in (group.name, *aliases) if owners and _plain(form) not in known]
    shown = next((i for i in group.mentions if tokens.part_ids[found.first[i]] == _BODY), group.mentions[0])
    return {
        "name": group.name,
        "kind": group.kind,
        "n": len(group.mentions),
        "n_documents": len(documents),
        "n_outlets": len(outlets),
        "aliases": _SEPARATOR.join(aliases),
        "titles": _SEPARATOR.join(_titles(tokens, found, group)),
        "in_lexicon": bool(owners),
        "actor": owners[0] if owners else "",
        "new_aliases": _SEPARATOR.join(new),
        "passage": passage(tokens, int(found.first[shown]), int(found.last[shown])),
    }


def _titles(tokens: Tokens, found: Names, group: _Group) -> list[str]:
    """Titles before a person's name as they are written, the most used first."""
    if group.kind != "person":
        return []
    words = grammar(tokens)
    is_title = (words.classes & TITLE) != 0
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for i in group.mentions:
        first = int(found.first[i])
        begin = first
        while begin and first - begin < _LONGEST_TITLE and is_title[begin - 1] and _is_joined(words, begin):
            begin -= 1
        if begin < first:
            text = tokens.corpus.documents[found.documents[i]].text[tokens.starts[begin] : tokens.ends[first - 1]]
            counts[_plain(text)][" ".join(text.split())] += 1
    usual = {_usual(own): sum(own.values()) for key, own in counts.items() if key not in _ADDRESSES}
    return sorted(usual, key=lambda title: (-usual[title], title))[:_MOST_TITLES]


def _is_joined(words: Grammar, position: int) -> bool:
    """Whether a token stands in one sentence with the one before it, without a mark but that of Gen. between them."""
    return int(words.marks[position]) in (0, STOP) and bool(words.sentences[position] == words.sentences[position - 1])


def _hits(tokens: Tokens, found: Names, groups: Iterable[_Group]) -> pd.DataFrame:
    owned = sorted((i, group.name) for group in groups for i in group.mentions)
    places = np.array([i for i, _ in owned], dtype=np.int64)
    hits = evidence_table(tokens, found.first[places], found.last[places])
    return hits.assign(name=pd.Series([name for _, name in owned], dtype="str"))


def _known_forms(lexicon: Lexicon | None) -> dict[str, str]:
    """Name of the lexicon's actor for every form that it lists."""
    actors = () if lexicon is None else lexicon.actors
    return {_plain(form): actor.name for actor in actors for form in (actor.name, *actor.aliases)}


def _cautions(table: pd.DataFrame, shared: Mapping[str, tuple[str, str]]) -> tuple[str, ...]:
    if not len(table):
        return ("No name occurs often enough.",)
    listed = set(table["name"])
    clear = [f"{form} to {owner}" for form, owner in shared.values() if owner in listed]
    open_names = [form for form, owner in shared.values() if not owner]
    told = []
    if clear:
        told.append(f"Several persons share these last names, which go to the one named most: {_some(clear)}.")
    if open_names:
        told.append(f"Several persons share these last names, which alone stand for none: {_some(open_names)}.")
    return (
        "These are guesses by form: read the list before using it. Names that look alike can be two, and one actor can "
        "have names that do not look alike; descriptions (the retired general) are not in it.",
        *told,
    )


def _some(texts: Sequence[str]) -> str:
    more = f" and {len(texts) - _MOST_TOLD:,} more" if len(texts) > _MOST_TOLD else ""
    return f"{', '.join(texts[:_MOST_TOLD])}{more}"


def _commonest(counts: Counter[str]) -> str:
    return min(counts, key=lambda one: (-counts[one], one))


def _usual(forms: Counter[str]) -> str:
    """The usual one of spellings that differ in case or marks; what a headline writes in capitals is seldom it."""
    return min(forms, key=lambda form: (form.isupper() and not is_acronym(form), -forms[form], form))


def _takes(form: str, actor: int, owners: dict[str, int]) -> bool:
    """Whether no other actor has a form already; from now on this one has it."""
    keys = _claims(form)
    free = all(owners.get(key, actor) == actor for key in keys)
    if free:
        owners.update(dict.fromkeys(keys, actor))
    return free


def _claims(form: str) -> tuple[str, str]:
    return _plain(form), spelling_key(form)


def _plain(form: str) -> str:
    return key_of(form).replace(" ", "")


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(_SEPARATOR)) if cell else ()
