"""Words that say how people stand to a party: for it, against it, sent by it (general English, no conflict's own)."""

from __future__ import annotations

from ..grammar.verbs import every_form

__all__ = [
    "AGAINST",
    "ARMED",
    "BACK_REFERENCE",
    "BLAMING",
    "COMPOUND_TAILS",
    "DENYING",
    "DRIVING",
    "EMPLOYING",
    "ENEMIES",
    "FELLOW",
    "FIGHTING",
    "FOR",
    "FRIENDS",
    "FROM_OUTSIDE",
    "GOVERNING",
    "HAVING",
    "HIRED",
    "JUDGING",
    "KINDS",
    "LOCATIVE",
    "LOYAL",
    "OFFICIAL",
    "OPPOSED",
    "PARTIES",
    "POSSESSING",
    "QUANTITIES",
    "REBELS",
    "REVILED",
    "SAYING",
    "SIDES",
    "SLAIN",
    "SUPPORTING",
    "THIRD_PERSON",
    "UNIT_NOUNS",
]


FIGHTING = every_form("fight battle")
"""Hostile with an object only: they fight the army, but fight alongside it."""

AGAINST = every_form(
    "accuse ambush arrest assault attack besiege blame bomb capture clash combat condemn confront counter crush defeat"
    " denounce destroy detain disarm eliminate encircle evict expel intercept kill oppose oust overrun punish"
    " raid repel resist rout shell storm strike surrender target threaten wound"
) | frozenset("against versus repelled repelling expelled expelling airstrike airstrikes enemy foe threat".split())
"""Hostility between those who stand before and those who come after."""

BLAMING = every_form("accuse blame condemn criticise criticize denounce sanction")
"""Hostile to the people themselves, while a party that is blamed for them is theirs."""

DRIVING = every_form("drive push force chase throw beat sweep")
"""Hostile with a particle: drove the militias back."""

OPPOSED = ("anti", "counter")
"""First halves of compounds that set what they modify against the second half."""

JUDGING = every_form("brand call depict describe dub label portray refer regard view")
"""Whoever stands after them is spoken of, and does not speak."""

SAYING = JUDGING | every_form(
    "acknowledge add admit affirm allege announce argue ask assert believe caution cite claim comment complain"
    " concede conclude confirm contend criticise criticize declare demand deny disclose dispute document"
    " emphasise emphasize estimate explain fear hear highlight hint inform insist know learn maintain mention note"
    " notice observe predict promise quote recall reiterate reject remark remind repeat reply report request reveal"
    " say see speculate state stress suggest suspect swear tell testify think understand urge vow want warn welcome"
    " wonder write"
)
"""Whoever says something about the men has not sent them by that."""

DENYING = every_form("deny dismiss refute reject")
"""Who denies that there are mercenaries speaks of his own."""

EMPLOYING = every_form(
    "airlift arm assemble attract base bring commit contract depend deploy despatch dispatch draw employ engage enlist"
    " enrol equip feed field finance fly fund gather give harbor harbour hire host import invite keep lead lose lure"
    " mobilise mobilize muster offer pay post press provide raise receive recruit rely shelter ship sign smuggle"
    " sponsor station supply throw train transfer use welcome withdraw"
)
"""What a party does with people who act for it."""

HAVING = every_form("have")
"""What a party does with people of its own where no other verb follows."""

HIRED = ("fortune", "guns-for-hire", "hire", "mercenar")
"""Beginnings of what nobody calls people of the own side, though an outlet may, of either side."""

REVILED = (
    *("aggressor", "bandit", "butcher", "criminal", "extremis", "fanatic", "gangster", "henchm", "hoodlum", "infidel"),
    *("infiltrat", "intruder", "invader", "jihadi", "killer", "murderer", "occupier", "outlaw", "puppet", "saboteur"),
    *("stooge", "terroris", "thug", "traitor"),
)
"""Beginnings of what one calls enemies."""

ARMED = ("fighter", "guerrilla", "gunm", "insurgent", "militant", "militia", "rebel", "separatist")
"""Beginnings of plain names for armed men."""

SLAIN = frozenset("arrested captured detained eliminated killed liquidated neutralised neutralized slain".split())
"""What a party says that it did to the enemy's."""

FRIENDS = (
    *("adviser", "advisor", "brother", "comrade", "defender", "expert", "freedom", "hero", "instructor"),
    *("liberator", "martyr", "partner", "patriot", "peacekeeper", "specialist", "technician"),
    *("trainer", "volunteer"),
)
"""Beginnings of what a party calls its own people, and no enemies."""

REBELS = ("guerrilla", "insurgent", "mutineer", "rebel", "secessionist", "separatist")
"""Beginnings of what people are called who fight a government."""

GOVERNING = frozenset("administration army authorities cabinet government junta ministry police regime state".split())
"""Words in the names of a government or of its forces."""

PARTIES = GOVERNING | frozenset(
    "alliance coalition guerrilla insurgent junta loyalist militia mutineer opposition rebel resistance separatist"
    " secessionist unionist".split()
)
"""Labels of a party that are the word for it: *the junta*; others, such as *north*, are not."""

KINDS = (
    ("troop", "soldier", "army", "conscript"),
    ("mercenar", "contractor", "guns", "hireling", "fortune"),
    ("advis", "expert", "instructor", "specialist", "technician", "trainer"),
    ("fighter", "guerrilla", "gunm", "insurgent", "militia", "militant", "rebel"),
    ("bandit", "extremis", "jihadi", "terroris"),
    ("recruit", "volunteer"),
)
"""Beginnings of nouns that are used for one another when people are mentioned again."""

SUPPORTING = every_form(
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
POSSESSING = every_form("lose command muster lead")
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

ENEMIES = frozenset(
    "anti attacker captive captives critic critics defector defectors deserter deserters dissident dissidents enemies"
    " enemy exile exiles ex foe former hostage hostages opponent opponents opposition prisoner prisoners refugee"
    " refugees rival rivals victim victims".split()
)
"""Words by which a speaker is of another side than the party in his description: *a critic of the Council*."""

OFFICIAL = frozenset(
    "administration adviser agency aide aides ambassador army authorities authority cabinet chancellor chief chiefs"
    " colonel command commander commanders commission council delegate delegation deputy diplomat diplomats embassy"
    " envoy fighter fighters forces foreign general generals government governor headquarters intelligence junta"
    " lawmaker lawmakers leader leaders leadership lieutenant loyalist loyalists major marshal media member members"
    " military militia minister ministers ministry mp mps navy negotiator negotiators officer officers official"
    " officials parliament party police politician politicians premier presidency president prosecutor prosecutors"
    " radio rebels regime representative representatives secretary senator soldier soldiers spokesman spokesmen"
    " spokesperson spokeswoman state statement supporter supporters television troops tv".split()
)
"""Bodies and offices by which a speaker belongs to the party in his description: *a Kalish general*."""
