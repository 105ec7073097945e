"""Words by which a description is told from its surroundings; written from general knowledge of English news."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ..grammar.verbs import every_form, forms_of

__all__ = [
    "ACCUSING",
    "ARTICLES",
    "ATTRIBUTIVE",
    "AVOWING",
    "BECOMING",
    "BEFALLEN",
    "BLAMING",
    "CALLERS",
    "CONDITIONS",
    "CONTRACTED",
    "COURTESIES",
    "EARNING",
    "EVENTS",
    "EVENT_ENDINGS",
    "FOLLOWING",
    "GENERIC",
    "GIVING",
    "GRADES",
    "HAVE",
    "LIKENING",
    "MODAL",
    "NOT_SAID",
    "NOUN_LIKE",
    "ONLY",
    "OPENERS",
    "ORDINALS",
    "PERSON_ENDINGS",
    "PLURAL_VERBS",
    "POSSESSED",
    "PROVING",
    "QUALIFIED",
    "REFLEXIVES",
    "RELATIVES",
    "REPORTING",
    "ROBBING",
    "STANDING",
    "STATING",
    "SUPPOSING",
    "THINGS",
    "UNCHANGED",
    "VAGUE",
    "WRITTEN_OUT",
    "Naming",
    "acting_forms",
    "is_patron",
    "naming_forms",
    "rising_forms",
    "turning_forms",
    "working_forms",
]

# Endings that place an actor by its patron, side, seat or origin: each such word is a label of its own.
_PATRONS = frozenset(
    """
    backed aligned allied based led born supported sponsored funded financed linked affiliated controlled run appointed
    installed armed trained friendly leaning dominated
    """.split()
)

# Shortened ranks and offices (`grammar.words.ABBREVIATIONS`) written out, for labels that are to be counted together.
WRITTEN_OUT = {
    "adm": "admiral",
    "brig": "brigadier",
    "capt": "captain",
    "cmdr": "commander",
    "col": "colonel",
    "cpl": "corporal",
    "gen": "general",
    "gov": "governor",
    "lt": "lieutenant",
    "maj": "major",
    "prof": "professor",
    "rep": "representative",
    "rev": "reverend",
    "sen": "senator",
    "sgt": "sergeant",
}

# Forms of address, which no other word modifies.
COURTESIES = frozenset("mr mrs ms miss".split())

# Participles that stand before a person's name as adjectives, whatever stands before them.
ATTRIBUTIVE = frozenset(
    """
    acclaimed accused acting ageing aging ailing alleged arrested aspiring axed banished banned battling beleaguered
    beloved bereaved besieged bloodied blundering born brainwashed bullying bungling campaigning celebrated charming
    cheating commanding condemned conniving conquering controlled controlling convicted crazed crusading decorated
    defeated defecting deposed depraved deranged designated despised detained discredited disgraced disputed
    distinguished domineering dumped dying elected embattled esteemed exiled failed fallen feared feuding fighting
    fired fleeing founding gifted governing grieving hardened hated heartbroken honored honoured hounded hunted
    impeached imprisoned incoming indicted injured isolated jailed jilted leading learned loved lying managing
    marauding murdered named obsessed ousted outgoing overthrown philandering pioneering planned plotting posted
    practicing practising presiding promoted proven purged radicalised radicalized rampaging reformed reigning
    renowned reputed respected retired retiring returning revered rising ruling sacked sanctioned scheming scorned
    seasoned serving shamed sitting slain spurned standing struggling surviving suspended swashbuckling sworn
    talented toppled tormented tortured trailblazing tried troubled trusted twisted unelected unnamed visiting
    wanted warped warring weakened weeping wounded
    """.split()
)

# Participles of what befell somebody, none of which has two objects: a headline may open with one.
BEFALLEN = (
    ATTRIBUTIVE - frozenset("designated elected feared named promoted proven tried wanted".split())
) | frozenset(
    "acquitted attacked bailed beaten booed charged cleared demoted evicted exonerated freed kidnapped killed rescued"
    " stabbed stranded".split()
)

# Verbs between a quotation and the name of its speaker: said General Haftar.
REPORTING = frozenset("said says added adds told wrote writes asked asks replied".split())

# Verb forms that stand before a role as nouns: trade adviser, shipping magnate.
NOUN_LIKE = frozenset(
    """
    trade transport travel test research work finance campaign fund design account labor labour supply market film
    attack rock pop press police security defence defense banking shipping mining boxing wrestling racing publishing
    housing gambling gaming engineering marketing advertising polling fundraising manufacturing trading building
    clothing farming fishing hunting bowling golfing swimming skating cycling planning policing insurance drug club
    guard state party study
    """.split()
)

# Words that say how much of a quality there is.
GRADES = frozenset("most more less".split())

# What *to* stands before in: said to be, rose to become.
BECOMING = frozenset("be become".split())

# Verbs after which "of being" says what somebody is held to be.
ACCUSING = frozenset("accuse accuses accused accusing suspect suspects suspected convicted".split())

# Verbs whose object has a phrase with "of" that is none of its own: accuse the billionaire of greed.
ROBBING = ACCUSING | every_form("absolve acquit clear convict deprive inform remind rid rob strip warn")

# Verbs before "for being": what somebody is treated for.
BLAMING = every_form("arrest attack blame criticise criticize fire jail mock prosecute ridicule sack")
# Those, and verbs before "being", with *of*, *to* or without: what somebody owns to.
AVOWING = BLAMING | every_form("acknowledge admit boast brag concede confess")

# The same where a word says of what kind it is: his corrupt administration, but not his administration.
QUALIFIED = frozenset(
    """
    administration aides apparatus army dogs cabinet coalition commanders critics detractors fighters forces government
    lieutenants men movement party rule soldiers team troops
    """.split()
)

# Verbs before a clause, whose subject may stand behind them at once: says Lee is a fraud.
STATING = every_form(
    "say think believe claim argue insist know fear suspect warn note add maintain allege admit feel suggest reveal"
    " report announce mean assume agree accept declare conclude decide find contend assert hope joke realise realize"
    " learn hear see show prove ensure imagine guess bet swear complain remember explain confirm concede acknowledge"
    " stress recall predict"
)

# What "as" is said of somebody behind: his reputation as a bully, her time as governor.
STANDING = frozenset(
    """
    appointment background capacity career coronation credentials days debut decade decades dismissal election fame
    history image incarnation job life months name nomination past position record re-election reign reputation
    resignation role selection self-image stance standing status stint tenure term time work years
    """.split()
)

# Verbs that have such a thing for their object.
EARNING = frozenset(
    """
    earn earned earns find finds found gain gained gains win won wins build built builds make made makes enjoy enjoys
    lose loses lost leave leaves left quit quits begin begins began start starts started end ends ended take takes took
    spend spends spent
    """.split()
)

# Words before "to be" or "to become" in a verb group that says what somebody is.
SUPPOSING = frozenset(
    """
    alleged believed came certain claim claimed claims come comes considered continue continued continues declared
    expected found grew held judged known likely meant on out pretend pretended pretends profess professed professes
    prove proved proves purport purported purports reckoned reported reputed revealed rose ruled rumored rumoured
    said shown supposed thought understood used went
    """.split()
)

# Verbs that say what somebody is before *a* and a noun for a person: proved a traitor, died a hero.
PROVING = frozenset("arrived came departed died dies emerged prove proved proves retired returned seemed seems".split())

# Verbs whose object gets a nickname.
GIVING = frozenset("give gives gave given giving bestow bestowed earning winning".split())

ARTICLES = frozenset("a an the".split())
# Subjects of a clause without a pronoun behind its noun: the guru they call.
CALLERS = frozenset("i we you he she they some many fans locals critics people everyone".split())
# Verbs that say with *to* what somebody is like.
LIKENING = every_form("compare equate liken")

HAVE = frozenset("has have had 've 'd".split())
MODAL = frozenset("will may might must shall 'll".split())
PLURAL_VERBS = frozenset("are were have".split())
RELATIVES = frozenset("who which who'd who'll".split())
CONDITIONS = frozenset("if unless whether".split())

# Behind *not* they deny nothing but that it is all: not only was he.
ONLY = frozenset("just merely only simply".split())

# What follows "'s" where it is no possessor's; before a denial it is a verb too.
CONTRACTED = frozenset(
    "a an the my our your his her their been not no never always also just still now really simply nothing".split()
)

# Words that open a group like a determiner and say nothing of whom it names.
OPENERS = frozenset("own other such unlike".split())

ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth next two three four".split())

# Adjectives that say nothing of whom they stand before.
NOT_SAID = frozenset(
    """
    only last next first second third same other such early own more most less many few several recent latest previous
    another certain then various half whole main further likely unlikely clear sure typical classic vintage
    """.split()
)

# Nouns that name nobody in particular: "the man Trump hired" is no label of Trump.
GENERIC = frozenset(
    "man woman men women person people guy individual one ones bloke chap dude fella gal geezer gent".split()
)

# After "is a": nouns that say nothing of who somebody is.
VAGUE = frozenset(
    """
    bit lot step way result matter sign part number kind sort type series chance case place point reason reminder
    product source cause form pair couple victim question subject time day week month year long little few example
    move decision look need name piece rule mystery problem puzzle riddle issue topic
    """.split()
)

# Nouns after a name and a comma that take up what was said before, or how far or how much; none says who somebody is.
EVENTS = frozenset(
    """
    act aim amount arrest article attack bid blow book boost breach call car case charge claim comment contest cost
    court crime date deal defeat distance document drive event fact fall feat film firm fraction goal house idea
    incident issue item job journey kilometre law letter line loss measure metre mile money move nod pact paper
    party percentage pledge plan plot poll post practice press price promise proof protest race rally
    rate report rise risk role score sentence share shift sight site speech stance state stop story strike stunt
    boom coup gesture reference relief response scandal setback shame shock signal success sum surge surprise survey
    tragedy tribute triumph swing tactic talk task term text theme threshold threat title topic trend trial trip
    video view village visit vote vow walk war win wish word work
    """.split()
)
EVENT_ENDINGS = tuple(
    "tion sion ment ness ity ing ance ence ism ship hood cy age ure dom ics day week month year time".split()
)

# What an actor has that says what it is: what it rules, and who follows or steers it; no plain forces and troops.
POSSESSED = frozenset(
    """
    domain domains fiefdom fief realm empire kingdom regime dictatorship tyranny junta reign stronghold strongholds
    bastion heartland turf lair militia militias gunmen mercenaries henchmen henchman thugs cronies goons loyalists
    followers supporters backers allies sponsors patrons paymasters masters puppets proxies lackeys acolytes
    disciples yes-men adherents admirers apologists cheerleaders enforcers fanatics fans fixers flunkies foot-soldiers
    handlers hirelings minions mouthpiece propagandists spin-doctors stooges sycophants zealots
    devotees warlords rebels insurgents entourage clan cult gang cartel clique cabal coterie retinue dynasty faction
    hitmen bodyguards enablers
    """.split()
)

# The same of a person alone, whose they are; a body's own forces say nothing of it.
FOLLOWING = frozenset("camp circle gang lieutenants machine system".split())

# Endings of nouns for persons, and nouns with these endings that are no persons.
PERSON_ENDINGS = ("er", "or", "ist", "eer", "ian", "ee", "eur", "crat", "arch")
THINGS = frozenset(
    """
    actuator amber anger answer armor armour banner banter barrier battalion beer border branch buffer bunker
    calendar caliber calibre cancer career carrier center chapter charter cheer cluster coffee color colour
    committee computer container copper corner corridor counter cover crater danger decree deer degree detector
    dinner disaster disclaimer disorder door encounter engine error factor favor favour fee fever fiber filter
    finger floor flower folder freezer frontier gender glacier guarantee hammer harbor harbour helicopter honor
    honour horror humor humour hunger indicator jubilee knee labor labour ladder larder layer letter list litter
    liver longer lower manner march marker matter meter mirror missile mixer monitor motor murder newspaper number
    offer order oyster paper parlor pepper poster powder power prayer processor quarter radar reactor remainder
    reminder river roller rubber rumor rumour sector sensor shelter shoulder shower shutter slaughter slogan smear
    spree sticker stutter sugar summer supper surrender tanker tartar tenor terror theater theatre thunder timber
    tower tractor trailer transfer tree trigger tumor tumour twist vapor vector voucher wafer wander water weather
    whisper winter wonder wrist
    """.split()
)

# Verbs whose past tense is their base: what stands before them can be their subject.
UNCHANGED = frozenset(
    "beat become bid broadcast cast come cut forecast hit hurt let put quit read run set shut split spread".split()
)

REFLEXIVES = frozenset("himself herself itself themselves".split())

# Verbs that give somebody a name behind *as*, and those that give it outright.
_NAMING_AS = """
    describe see view regard know portray depict characterise characterize denounce condemn dismiss hail praise paint
    cast present recognise recognize treat deride mock perceive identify cite class classify expose revere vilify
    ridicule tout celebrate attack rank rate speak refer remember pillory demonise demonize lambast slam reject allude
    receive swear introduce promote install admire despise embrace eulogise eulogize fashion fear frame greet hate honor
    honour idolise idolize lionise lionize loathe love market mourn pitch position project rebrand reinvent respect sell
    toast welcome worship address belittle blast caricature decry disparage excoriate glorify herald lampoon malign
    bill construe interpret understand recall romanticise romanticize rubbish salute savage skewer trumpet
"""
_NAMING = """
    style term christen tag consider call label brand dub name nickname deem declare proclaim appoint elect crown think
    believe designate fancy
"""
# Verbs that say so only before a noun for a person: fired as manager, jailed as a spy, made him captain.
_EMPLOYING = """
    anoint arrest champion choose confirm employ execute expel fire hire hold imprison invoke jail keep nominate oust
    pick put recruit remove replace retain sack select send sentence set show single succeed suspend unmask unveil use
    want write
"""
_MAKING = "make vote re-elect"
_APPOINTING = frozenset("appoint elect name crown declare proclaim make vote re-elect".split())


class Naming(NamedTuple):
    """How a form of a verb names.

    Its tense is one of ``base s past participle ing``. It may need *as* before the name, take nothing but nouns for
    persons, or do without an article (appointed Lee captain).
    """

    tense: str
    needs_as: bool
    of_roles: bool
    appoints: bool


@lru_cache(maxsize=1)
def naming_forms() -> dict[str, Naming]:
    """Every form of a verb that gives somebody a name."""
    doubled = {"label": ("labelled", "labelling"), "dub": ("dubbed", "dubbing"), "tag": ("tagged", "tagging")}
    found: dict[str, Naming] = {}
    for bases, needs_as, of_roles in (
        (_NAMING_AS, True, False),
        (_NAMING, False, False),
        (_EMPLOYING, True, True),
        (_MAKING, False, True),
    ):
        for base in bases.split():
            forms = [*forms_of(base), *zip(doubled.get(base, ()), ("past", "ing"), strict=False)]
            for form, tense in forms:
                tense = "past" if form in UNCHANGED else tense
                found.setdefault(form, Naming(tense, needs_as, of_roles, base in _APPOINTING))
    return found


@lru_cache(maxsize=1)
def acting_forms() -> frozenset[str]:
    """Every form of a verb after which *as* says what its subject is: emerged as, served as."""
    return every_form("act begin behave emerge look pose reign rule serve sound start")


@lru_cache(maxsize=1)
def working_forms() -> frozenset[str]:
    """Every form of a verb after which *as* and a noun for a person say what its subject is: worked as a nurse."""
    return every_form(
        "campaign come continue live masquerade operate qualify quit resign retire return run stand step stay train"
        " work"
    )


@lru_cache(maxsize=1)
def rising_forms() -> frozenset[str]:
    """Every form of a verb after which *to* says what its subject or object becomes: promoted to captain."""
    return every_form("demote elevate go promote rise move")


@lru_cache(maxsize=1)
def turning_forms() -> frozenset[str]:
    """Every form of a verb after which *into* says what its subject or object becomes."""
    return every_form("turn grow evolve transform morph build mould mold shape forge")


def is_patron(word: str) -> bool:
    """Whether a lower-case word places an actor by patron, side, seat or origin: Russia-backed, pro-Russian."""
    head, hyphen, ending = word.rpartition("-")
    return bool(hyphen) and head != "self" and (ending in _PATRONS or head == "pro")
