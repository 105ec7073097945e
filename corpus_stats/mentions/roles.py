"""What kinds of person a role noun can mean, and which two role nouns can mean one person."""

from __future__ import annotations

from ..grammar import Grammar

__all__ = ["GENERIC", "OFFICES", "PLURALS", "are_compatible", "bodies_like", "families_of", "role_at"]

# Heads that say little: they fit any person.
GENERIC = frozenset(
    """
    figure individual leader man person veteran woman chief boss ruler rival opponent critic firebrand maverick newcomer
    reformer hardliner
    """.split()
)

_FAMILIES = {
    "military": """
        admiral brigadier captain chief chieftain colonel commandant commander fighter general guerrilla head
        insurgent leader lieutenant marshal militant officer rebel renegade ruler sergeant soldier strongman
        veteran warlord warrior
        """,
    "executive": """
        autocrat boss chancellor chief despot dictator emir emperor head incumbent king kingpin leader monarch
        president premier minister politician potentate prince queen ruler statesman strongman sultan tsar
        tyrant candidate nominee contender hopeful successor predecessor frontrunner counterpart
        """,
    "legislative": """
        candidate chairman chairwoman congressman congresswoman conservative contender democrat freshman
        hopeful incumbent lawmaker leader legislator liberal nominee politician representative republican
        senator speaker deputy whip member socialist progressive frontrunner
        """,
    "official": """
        adviser advisor aide ambassador attorney chief commissioner deputy diplomat director envoy governor
        head judge justice leader mayor minister official prosecutor secretary sheriff spokesman spokesperson
        spokeswoman staffer strategist politician candidate nominee republican democrat counterpart
        """,
    "faith": """
        archbishop ayatollah bishop cardinal cleric imam leader minister pastor pontiff pope preacher priest rabbi
        """,
    "business": """
        banker billionaire boss businessman businesswoman chairman chairwoman chief entrepreneur executive
        financier founder industrialist investor magnate manager millionaire mogul oligarch owner tycoon
        """,
    "letters": """
        academic activist analyst anchor author blogger broadcaster columnist commentator correspondent
        economist editor expert historian host intellectual journalist lawyer novelist pundit professor
        reporter scholar scientist writer
        """,
    "stage": "actor actress athlete celebrity coach comedian musician player rapper singer star",
    "crime": """
        assailant assassin attacker convict criminal defendant detainee fugitive gunman killer murderer
        offender prisoner shooter suspect terrorist thug
        """,
    "victim": "victim survivor patient hostage captive deceased",
}
# Offices: who holds one is called so, and nobody else.
OFFICES = frozenset(
    """
    president premier minister chancellor king queen prince princess emperor pope senator governor mayor sheriff speaker
    congressman congresswoman ambassador sultan emir ayatollah secretary commissioner
    """.split()
)
PLURALS = frozenset(
    """
    combatants fighters forces gunmen insurgents jihadis jihadists men mercenaries militants militiamen rebels recruits
    soldiers troops volunteers contractors extremists guerrillas terrorists
    """.split()
)
_BY_HEAD: dict[str, set[str]] = {}
for _family, _words in _FAMILIES.items():
    for _word in _words.split():
        _BY_HEAD.setdefault(_word, set()).add(_family)


# With these before it a role is another one: a vice president is no president, an attorney general no general.
_PREFIXES = frozenset("vice deputy prime attorney lieutenant solicitor surgeon assistant crown".split())


def role_at(reading: Grammar, position: int) -> str:
    """Role noun at a token, in lower case, with the word that makes another role of it."""
    word = reading.word(position)
    before = reading.word(position - 1) if position and reading.joined_list[position] else ""
    return f"{before} {word}" if before in _PREFIXES else word


_BODIES = tuple(
    frozenset(words.split())
    for words in (
        "army armies brigade faction force forces militia military regiment troops",
        "faction group movement organisation organization party",
    )
)


def bodies_like(head: str) -> frozenset[str]:
    """Nouns that can mean a body whose name has this noun for its head: a force for an army."""
    return frozenset(one for words in _BODIES if head in words for one in words)


def families_of(head: str) -> frozenset[str]:
    """Families of a role noun; empty where it is in none."""
    word = head.removesuffix(" general").rpartition(" ")[2]
    return frozenset(_BY_HEAD.get(word.rpartition("-")[2], ()))


def are_compatible(one: str, other: str) -> bool:
    """Whether two role nouns can be said of one person: general and strongman can, general and actress cannot."""
    if one == other or one in GENERIC or other in GENERIC:
        return True
    return bool(families_of(one) & families_of(other)) or {one, other} <= PLURALS
