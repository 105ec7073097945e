"""Words that say how people stand to a party: for it, against it, sent by it (general English, no conflict's own)."""

from __future__ import annotations

from ..grammar.verbs import forms_of

__all__ = [
    "AGAINST",
    "BACK_REFERENCE",
    "BLAMING",
    "COMPOUND_TAILS",
    "DRIVING",
    "FELLOW",
    "FIGHTING",
    "FOR",
    "FROM_OUTSIDE",
    "LOCATIVE",
    "LOYAL",
    "OPPOSED",
    "POSSESSING",
    "QUANTITIES",
    "SAYING",
    "SIDES",
    "SUPPORTING",
    "THIRD_PERSON",
    "UNIT_NOUNS",
]


def _forms(bases: str) -> frozenset[str]:
    return frozenset(form for base in bases.split() for form, _ in forms_of(base))


FIGHTING = _forms("fight battle")
"""Hostile with an object only: they fight the army, but fight alongside it."""

AGAINST = _forms(
    "accuse ambush arrest assault attack besiege blame bomb capture clash combat condemn confront counter crush defeat"
    " denounce destroy detain disarm eliminate encircle evict expel intercept kill oppose oust overrun punish"
    " raid repel resist rout shell storm strike surrender target threaten wound"
) | frozenset("against versus repelled repelling expelled expelling airstrike airstrikes enemy foe threat".split())
"""Hostility between those who stand before and those who come after."""

BLAMING = _forms("accuse blame condemn criticise criticize denounce sanction")
"""Hostile to the people themselves, while a party that is blamed for them is theirs."""

DRIVING = _forms("drive push force chase throw beat sweep")
"""Hostile with a particle: drove the militias back."""

OPPOSED = ("anti", "counter")
"""First halves of compounds that set what they modify against the second half."""

SAYING = _forms(
    "acknowledge add admit affirm allege announce argue ask assert believe call caution cite claim comment complain"
    " concede conclude confirm contend criticise criticize declare demand deny describe disclose dispute document"
    " emphasise emphasize estimate explain fear hear highlight hint inform insist know learn maintain mention note"
    " notice observe predict promise quote recall reiterate reject remark remind repeat reply report request reveal"
    " say see speculate state stress suggest suspect swear tell testify think understand urge vow want warn welcome"
    " wonder write"
)
"""Whoever says something about the men has not sent them by that."""

SUPPORTING = _forms(
    "accompany aid assist back bolster defend escort guard help join prop protect reinforce serve strengthen supplement"
    " support train"
)
FOR = frozenset("by alongside beside with for under behalf".split())
"""Words that put those who are named next behind the men: *by*, *alongside*, *on behalf of*."""

LOYAL = frozenset("loyal allied aligned affiliated belonging faithful devoted sided".split())
LOCATIVE = frozenset("in near at around outside inside into towards toward across beyond through within off".split())

FROM_OUTSIDE = ("foreign", "mercenar", "hired", "recruit", "import", "expat", "proxy", "paid", "overseas", "auxiliar")
"""Beginnings of words that say that somebody was brought in."""

BACK_REFERENCE = frozenset("the these those such both other remaining same fellow rest latter former".split())
FELLOW = frozenset("fellow same remaining".split())
THIRD_PERSON = frozenset("its their his her whose".split())
POSSESSING = _forms("lose command muster lead")
"""What a party does with people of its own."""

QUANTITIES = frozenset(
    "batch batches group groups number numbers hundreds thousands dozens scores tens majority some most many several"
    " all part rest convoy convoys wave waves contingent contingents unit units handful half lot hundred thousand one"
    " two three four none".split()
)
SIDES = ("all", "both", "each", "either", "neither", "opposing", "rival", "two", "warring")
"""What stands before *sides* where people belong to more than one."""

UNIT_NOUNS = frozenset(
    "force forces troop troops unit units man men soldier soldiers recruit recruits group groups personnel army armies"
    " member members element elements".split()
)
"""Nouns before which a role's noun still says who the people are: *mercenary forces*, not *militia leader*."""

COMPOUND_TAILS = frozenset(
    "affiliated aligned allied armed backed commanded controlled deployed equipped financed friendly funded hired led"
    " linked loyal owned paid recruited run sent sponsored supplied supported trained".split()
)
"""Second halves of compounds that tie what they modify to the first half: *Turkish-backed*."""
