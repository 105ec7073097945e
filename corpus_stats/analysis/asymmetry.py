"""The same role on two sides of a conflict: what its people are called, out of all mentions of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import ArgumentError
from ..evidence import VOICES, Result, evidence_table, rounded
from ..lexicon import ELSEWHERE, UNCLEAR, Lexicon, Role
from ..mentions import names
from ..regimes import circular, single_article
from ..roles import BY_SPEAKER, DIRECT, OF_ARTICLE, RoleMentions, Speakers, role_mentions
from ..tokens import Tokens
from ..voices import voices
from ..voices.english import require_english

__all__ = ["Asymmetry", "asymmetry"]

_N_UNLISTED = 5
_MENTION = ["role", "side", "outlet"]
_UNVALIDATED = (
    "Whom a mention is said of, and in whose voice, is read by rules that err: not validated on this corpus. Mentions"
    " of one article are not independent of each other: no interval and no p value is given."
)


@dataclass(frozen=True, eq=False, repr=False)
class Asymmetry(Result):
    """Terms for the people of a role, by side and outlet.

    Columns of `table`, one row a role, side, outlet and term:

    role, side, outlet, term : the side is one of the role's, ``elsewhere`` (another conflict) or ``unclear``
    n, n_mentions, share : mentions worded with the term, all mentions of the role on that side, the first out of the
        second. A mention can hold two terms (mercenary fighters), and a pronoun none: shares need not add up to 1
    n_outlet, n_fragment, n_quoted, n_paraphrase : `n` by voice
    n_documents : articles in which the side is called this

    Columns of `hits`, one row a mention: evidence, role, side, term (all of them, or nothing for a pronoun), kind (noun
    or pronoun), tied_by (what decided the side).

    Attributes
    ----------
    mentions : DataFrame
        role, side, outlet, n_mentions, n_pronouns, n_tied (the side is named in the mention or its clause; the others
        take it from who says it, the mention before, the sentence, the paragraph or the article), the mentions by
        voice, n_documents.
    """

    mentions: pd.DataFrame = field(default_factory=pd.DataFrame)


def asymmetry(tokens: Tokens, lexicon: Lexicon, role: str | None = None) -> Asymmetry:
    """Counts of the words for the same role on each side, out of all mentions of it.

    Parameters
    ----------
    tokens : Tokens
    lexicon : Lexicon
        With roles: their nouns, their sides, and what ties a mention to a side.
    role : str, optional
        Name of one role; all of them without it.

    Notes
    -----
    A mention is a noun of the role, or a pronoun that brackets explain (*They [the Russians]*); of sentences that stand
    in an article twice the first is counted. Its side is decided by what names a party in the noun group, after it, or
    in its clause; by who says it, where the word is one that nobody uses of the own side (*terrorists*) or of the enemy
    (*volunteers*); where nothing does, it is that of the mention before, of the sentence, the paragraph or the article.

    Raises
    ------
    ArgumentError
        A lexicon without roles, a role that it does not have, or one that is never mentioned.
    LanguageError
        An article in another language than English.
    """
    if not lexicon.roles:
        raise ArgumentError("the lexicon has no role; write a [[role]] with nouns, and a [[role.side]] for each side")
    chosen = lexicon.roles if role is None else (lexicon.role(role),)
    require_english(tokens, "roles")
    found = {one.name: role_mentions(tokens, one, lexicon, _speakers(tokens)) for one in chosen}
    if not any(len(mentions.first) for mentions in found.values()):
        nouns = ", ".join(dict.fromkeys(noun for one in chosen for noun in one.nouns))
        raise ArgumentError(f"role {', '.join(map(repr, found))} is never mentioned; searched for {nouns}")
    hits = pd.concat([_hits(tokens, one, found[one.name]) for one in chosen], ignore_index=True)
    return Asymmetry(
        table=_joined([_table(one, found[one.name], _of(hits, one)) for one in chosen]),
        settings={
            "roles": [one.name for one in chosen],
            "sides": {one.name: [side.name for side in one.sides] for one in chosen},
            "nouns": {one.name: list(one.nouns) for one in chosen},
            "lexicon": lexicon.fingerprint(),
            "lexicon_source": lexicon.source,
            "history": list(tokens.history),
            "n_documents": len(tokens.corpus),
            "n_tokens": len(tokens),
        },
        cautions=_cautions(tokens, lexicon, found, hits),
        hits=hits,
        mentions=_joined([_mention_table(one, _of(hits, one)) for one in chosen]),
    )


def _speakers(tokens: Tokens) -> Speakers:
    return lambda documents, starts, ends: list(voices(tokens).at(documents, starts, ends).speakers)


def _hits(tokens: Tokens, role: Role, found: RoleMentions) -> pd.DataFrame:
    names = _side_names(role)
    evidence = evidence_table(tokens, found.first, found.last, voices(tokens))
    columns = {
        "role": [role.name] * len(found.first),
        "side": [names[side] for side in found.sides.tolist()],
        "term": [", ".join(role.nouns[i] for i in terms) for terms in found.terms],
        "kind": ["pronoun" if pronoun else "noun" for pronoun in found.is_pronoun.tolist()],
        "tied_by": list(found.tied_by),
    }
    return pd.concat([evidence, pd.DataFrame(columns, dtype="str")], axis=1)


def _joined(tables: list[pd.DataFrame]) -> pd.DataFrame:
    """Tables of all roles; an outlet that is not known is missing, as in `hits`."""
    table = pd.concat(tables, ignore_index=True)
    outlets = table["outlet"].astype("str")
    return table.assign(outlet=outlets.where(outlets != ""))


def _side_names(role: Role) -> list[str]:
    """Names by position; unclear is -1 and elsewhere -2, as in `RoleMentions.sides`."""
    return [*(side.name for side in role.sides), ELSEWHERE, UNCLEAR]


def _of(hits: pd.DataFrame, role: Role) -> pd.DataFrame:
    own = hits[hits["role"] == role.name]
    return own.assign(outlet=own["outlet"].fillna(""))


def _table(role: Role, found: RoleMentions, hits: pd.DataFrame) -> pd.DataFrame:
    used = sorted({noun for terms in found.terms for noun in terms})
    holds = np.array([[noun in terms for noun in used] for terms in found.terms], dtype=bool).reshape(-1, len(used))
    rows = []
    for side, outlet in _cells(role, hits):
        is_here = ((hits["side"] == side) & (hits["outlet"] == outlet)).to_numpy()
        for column, noun in enumerate(used):
            called = hits[is_here & holds[:, column]]
            n, of = len(called), int(is_here.sum())
            counts = {**_voice_counts(called), "n_documents": called["document"].nunique()}
            named = {"role": role.name, "side": side, "outlet": outlet, "term": role.nouns[noun]}
            rows.append({**named, "n": n, "n_mentions": of, "share": float(rounded(n / of)), **counts})
    columns = [*_MENTION, "term", "n", "n_mentions", "share", *(f"n_{voice}" for voice in VOICES), "n_documents"]
    return pd.DataFrame(rows, columns=columns)


def _mention_table(role: Role, hits: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for side, outlet in _cells(role, hits):
        here = hits[(hits["side"] == side) & (hits["outlet"] == outlet)]
        counts = {
            "n_mentions": len(here),
            "n_pronouns": int((here["kind"] == "pronoun").sum()),
            "n_tied": int(here["tied_by"].isin(DIRECT).sum()),
            **_voice_counts(here),
            "n_documents": here["document"].nunique(),
        }
        rows.append({"role": role.name, "side": side, "outlet": outlet, **counts})
    columns = [*_MENTION, "n_mentions", "n_pronouns", "n_tied", *(f"n_{voice}" for voice in VOICES), "n_documents"]
    return pd.DataFrame(rows, columns=columns)


def _cells(role: Role, hits: pd.DataFrame) -> list[tuple[str, str]]:
    """Sides and outlets that hold a mention, in the order of the role's sides and then by outlet."""
    held = set(zip(hits["side"].tolist(), hits["outlet"].tolist(), strict=True))
    order = {name: i for i, name in enumerate(_side_names(role))}
    return sorted(held, key=lambda cell: (order[cell[0]], cell[1]))


def _voice_counts(hits: pd.DataFrame) -> dict[str, int]:
    return {f"n_{voice}": int((hits["voice"] == voice).sum()) for voice in VOICES}


def _cautions(tokens: Tokens, lexicon: Lexicon, found: dict[str, RoleMentions], hits: pd.DataFrame) -> tuple[str, ...]:
    cautions: list[str] = []
    articles = Counter(document.outlet for document in tokens.corpus if document.outlet is not None)
    alone = tuple(sorted(outlet for outlet, n in articles.items() if n == 1))
    if alone and len(articles) > 1:
        cautions.append(single_article(alone))
    cautions.append(_UNVALIDATED)
    n_unclear = int((hits["side"] == UNCLEAR).sum())
    if n_unclear:
        cautions.append(f"{n_unclear} of {len(hits)} mentions are tied to no side: they are listed as {UNCLEAR}.")
        cautions += _unlisted(tokens, lexicon, found)
    n_around = int((~hits["tied_by"].isin((*DIRECT, BY_SPEAKER, OF_ARTICLE, ""))).sum())
    if n_around:
        cautions.append(
            f"{n_around} of {len(hits)} mentions take their side from what is said around them (tied_by says from"
            " what), which errs more often than a party named in the mention or its clause."
        )
    n_inherited = int((hits["tied_by"] == OF_ARTICLE).sum())
    if n_inherited:
        cautions.append(
            f"{n_inherited} of {len(hits)} mentions have no party near them: they take the side of most others in their"
            " article (tied_by: the article)."
        )
    n_repeated = sum(mentions.n_repeated for mentions in found.values())
    if n_repeated:
        cautions.append(f"{n_repeated} mentions stand in a sentence that their article holds twice: they count once.")
    unread = int(hits["voice"].isna().sum())
    if unread:
        cautions.append(f"{unread} of {len(hits)} mentions stand in articles whose voices were not read.")
    absent = [name for name, mentions in found.items() if not len(mentions.first)]
    cautions += [f"role {name!r} is never mentioned." for name in absent]
    return (*cautions, circular()) if lexicon.circular else tuple(cautions)


def _unlisted(tokens: Tokens, lexicon: Lexicon, found: dict[str, RoleMentions]) -> list[str]:
    """Names beside the mentions of no side that the lexicon does not have, as a caution; persons are left out."""
    listed = {name.casefold() for actor in lexicon.actors for name in (actor.name, *actor.aliases)}
    for role in lexicon.roles:
        listed |= {word.casefold().rstrip("*") for word in (*role.places, *role.elsewhere)}
        listed |= {cue.casefold().rstrip("*") for side in role.sides for cue in side.cues}
    unclear = np.concatenate([one.first[one.sides == -1] for one in found.values()])
    sentences = np.searchsorted(tokens.sentence_bounds, unclear, side="right")
    named = names(tokens)
    is_near = np.isin(np.searchsorted(tokens.sentence_bounds, named.first, side="right"), sentences)
    near = named.entities[is_near].tolist()
    texts = [named.entity_names[i] for i in near if named.entity_kinds[i] != "person"]
    counts = Counter(text for text in texts if text.casefold() not in listed)
    if not counts:
        return []
    first = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_N_UNLISTED]
    shown = ", ".join(f"{text} ({n})" for text, n in first)
    return [f"In their sentences the lexicon lacks {shown}: what belongs to a side, write into its actors or cues."]
