"""Words that tell names, their kinds and their genders (of our own, from general knowledge; lower case)."""

from __future__ import annotations

from ..grammar.verbs import every_form

__all__ = [
    "ACCUSING",
    "ARTICLE_PREFIXES",
    "BODIES",
    "BODY_NOUNS",
    "CLAIMING",
    "DEMONYM_NAMES",
    "FEMALE_TITLES",
    "FIRMS",
    "MALE_TITLES",
    "NAME_HEADS",
    "OFFICE_DOMAINS",
    "OF_HEADS",
    "OPENERS",
    "PARTICLES",
    "PARTIES",
    "PLACES",
    "PLACE_HEADS",
    "RUN_BY_FIRMS",
    "SAYING",
    "SUFFIXES",
    "TRADES",
]

ARTICLE_PREFIXES = ("al-", "el-", "as-", "ash-", "ad-", "an-", "ar-", "at-", "az-", "ul-", "ur-", "bin-", "ben-")

PARTICLES = frozenset(
    "abu al bin bint ibn el van von vom zu de del della der den des di da dos das du la le las los ter ten ul y".split()
)

OFFICE_DOMAINS = frozenset(
    """
    foreign defense defence interior finance financial prime deputy vice assistant acting former senior chief state
    states treasury commerce energy health education justice labor labour transportation transport agriculture housing
    homeland security press communications campaign majority minority executive managing general attorney economic
    political military national domestic legal police fire district lead staff affairs trade budget environment
    culture information intelligence development human services veterans urban
    """.split()
)

# After "general" these make a firm or a body of it.
FIRMS = frozenset("motors electric mills dynamics assembly election council strike".split())

# Words other than bodies after which "of" continues a name.
OF_HEADS = frozenset(
    """
    accord age bay bank bill board book bureau cape chamber church city college coast confederation congress
    conference council court day declaration duke emirate faculty federation fields garden government gulf house
    horn institute isle islands joint justice kingdom knesset law league library line ministry movement museum order
    palace party peninsula port province republic rights river school secretary society speaker state states strait
    straits temple treaty tower union university valley voice west war
    """.split()
)

# Adjectives and common nouns that often begin a name.
OPENERS = frozenset(
    """
    new south north west east white red united black supreme human los san santa st saint islamic democratic national
    central royal federal european international gulf world northern southern eastern western free fox wall capitol
    air social green blue great grand holy lower upper old tea big silicon house green twin planned associated amnesty
    doctors
    """.split()
)

PARTIES = frozenset(
    """
    catholic christian conservative democrat democratic labour liberal muslim republican shia shiite sunni tory
    """.split()
)

SUFFIXES = frozenset("jr sr ii iii iv esq phd md".split())

# "Saudi Arabia": an adjective of nationality that is part of a name.
DEMONYM_NAMES = frozenset("arabia brotherhood emirates spring".split())

MALE_TITLES = frozenset(
    "mr sir king prince lord pope father brother sheikh imam duke baron emir sultan fr msgr monsignor".split()
)
FEMALE_TITLES = frozenset("mrs ms miss queen princess lady dame duchess baroness madame sister".split())

PLACE_HEADS = frozenset(
    """
    airbase airport avenue base bay beach boulevard bridge camp canal city coast county desert district east gulf hill
    hills island islands lake mountain mountains ocean park peninsula port province region river sea square strait
    street town valley village west
    """.split()
)
PLACES = frozenset(
    """
    us usa uk uae ussr dprk drc united-states united-kingdom united-arab-emirates saudi-arabia new-york los-angeles
    middle-east hong-kong new-zealand sri-lanka el-salvador costa-rica puerto-rico san-francisco las-vegas abu-dhabi
    tel-aviv new-delhi kuala-lumpur addis-ababa sierra-leone burkina-faso ivory-coast cape-town west-bank
    united-states-of-america soviet-union north-america south-america latin-america
    """.split()
)
BODIES = frozenset(
    """
    un eu nato reuters bloomberg afp bbc cnn pentagon kremlin congress senate white-house downing-street wall-street
    twitter facebook google microsoft apple amazon taliban hamas hezbollah isis al-qaeda al-jazeera republicans
    democrats tories conservatives interpol unesco unicef opec fbi cia gop
    """.split()
)

# What a firm has, and seldom a person or a country: Northgate's shares, its chief executive.
RUN_BY_FIRMS = frozenset(
    """
    auditor auditors board ceo cfo chair chairman chairwoman chief cofounder co-founder customers employees founder
    founders headquarters insolvency investors management profit profits revenue revenues sales shareholders shares
    staff stock subsidiary turnover
    """.split()
)

# Nouns that can stand for a body whose name tells nothing of what it is.
BODY_NOUNS = frozenset(
    """
    agency brotherhood business charity clan club collective company crew faction firm gang giant group lender mafia
    militia mob movement network organisation party side syndicate team union
    """.split()
)

# After the name of a person these make a name of something else.
NAME_HEADS = frozenset(
    """
    act airport avenue award bridge building center centre clinic college day doctrine drive field foundation hall
    highway hospital house institute international law library lounge museum organisation organization park plan plaza
    prize road rule school square stadium street tower towers university
    """.split()
)

# What is done to somebody, and seldom to a thing.
ACCUSING = every_form("accuse blame brand condemn criticise criticize denounce dub fine label praise sue urge")

# After these a clause can follow without *that*: its first noun is its subject, no object.
CLAIMING = frozenset(
    """
    say believe believes believed think thinks thought know knows knew claim claims fear fears feared hope hopes hoped
    argue argues argued warn warns warned insist insists deny denies denied admit admits admitted allege alleges alleged
    suggest suggests suggested conclude concludes concluded
    """.split()
)

# After a name these tell a person; bodies say less often, and are told by other cues.
SAYING = frozenset("said says told added who whose whom insisted argued tweeted claimed asked replied".split())

# Trades in -ing, that stand before who is in them: the mining magnate.
TRADES = frozenset(
    """
    advertising banking betting boxing brewing building catering clothing cycling drilling engineering farming fishing
    gambling gaming logging manufacturing marketing mining packaging printing publishing racing rigging shipping skiing
    smelting smuggling surfing swimming trading trafficking trucking wrestling
    """.split()
)
