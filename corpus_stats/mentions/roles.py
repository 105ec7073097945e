"""What kinds of person a role noun can mean, and which two role nouns can mean one person."""

from __future__ import annotations

from functools import lru_cache

from ..grammar import Grammar

__all__ = [
    "AGED",
    "CROWNED",
    "FUNCTIONAL",
    "GENERIC",
    "HOSTILE",
    "OFFICES",
    "PEOPLE",
    "PLURALS",
    "are_compatible",
    "are_same",
    "bodies_like",
    "families_of",
    "is_wider",
    "role_at",
]

AGED = "-year-old"
# Heads that say little of what somebody does, or only what is thought of him: they fit any person.
GENERIC = frozenset(
    """
    figure individual leader man person veteran woman youth chief boss rival opponent critic firebrand maverick newcomer
    reformer hardliner newbie novice outsider insider favourite favorite pioneer legend icon idol hero heroine villain
    monster brute bully butcher thug crook cheat liar coward traitor tyrant devil demon beast psychopath sociopath
    madman maniac fanatic zealot extremist radical fool clown buffoon loser winner survivor underdog troublemaker rogue
    renegade pariah outcast exile fugitive runaway celebrity star superstar heavyweight giant titan darling hothead
    heartthrob playboy eccentric recluse loner dreamer visionary genius prodigy mastermind ringleader kingpin puppet
    pensioner retiree grandfather grandmother divorcee bachelor millionaire billionaire multimillionaire teenager
    demagogue champion youngster lad lass octogenarian septuagenarian nonagenarian sexagenarian native islander londoner
    parisian multi-millionaire multi-billionaire multibillionaire toff dynamo livewire hotshot colossus perfectionist
    disciplinarian generalissimo warrior crusader guru loyalist agitator saint sinner stalwart liberator saviour savior
    redeemer protector deliverer conqueror peacemaker warmonger kingmaker powerbroker trailblazer turncoat benefactor
    usurper upstart pretender martyr wunderkind taskmaster grandee matriarch patriarch doyen doyenne
    """.split()
)
# Of these even somebody is called who was only described before.
PEOPLE = frozenset("man woman youth teenager pensioner".split())
# What only some are called, and nobody without a reason, though it fits anybody.
HOSTILE = frozenset(
    """
    abuser arsonist brute bully butcher cheat coward criminal crook extortionist fanatic forger fraudster fugitive
    gangster gunman hitman impostor kidnapper killer liar maniac mobster monster murderer poisoner predator racketeer
    rapist robber smuggler spy stalker swindler terrorist thief thug trafficker traitor
    """.split()
)
# Nouns for somebody's part in an event: whoever has it is meant, and seldom somebody named before for another reason.
FUNCTIONAL = frozenset(
    """
    official spokesman spokeswoman spokesperson source witness aide adviser advisor analyst expert resident diplomat
    officer policeman policewoman reporter journalist correspondent interviewer host moderator editor lawyer attorney
    barrister solicitor judge magistrate prosecutor juror doctor nurse driver pilot passenger victim suspect gunman
    shooter attacker assailant bomber mother father parent wife husband son daughter brother sister uncle aunt cousin
    nephew niece widow widower child baby boy girl kid infant neighbour neighbor friend colleague farmer voter reader
    consumer taxpayer customer client patient worker employee student caller guest member participant public informant
    translator interpreter photographer bodyguard guard soldier fighter priest stranger visitor tourist viewer listener
    user server buyer seller owner tenant landlord citizen inspector detective investigator agent operator chair
    director clerk firefighter goalkeeper keeper referee umpire paramedic pollster heckler protester demonstrator
    """.split()
)

_FAMILIES = {
    "military": """
        admiral brigadier captain chief chieftain colonel commandant commander fighter general guerrilla head
        insurgent leader lieutenant marshal militant officer rebel renegade ruler sergeant soldier strongman
        veteran warlord militiaman vigilante paratrooper marine sniper jihadist gunrunner mercenary sailor
        airman generalissimo
        """,
    "executive": """
        autocrat boss chancellor chief despot dictator emir emperor head incumbent king kingpin leader monarch
        president premier minister politician potentate prince queen ruler statesman strongman sultan tsar
        tyrant supremo strongwoman putschist candidate nominee contender hopeful successor predecessor frontrunner
        counterpart technocrat caudillo
        """,
    "legislative": """
        candidate chairman chairwoman congressman congresswoman conservative contender democrat freshman
        hopeful incumbent lawmaker leader legislator liberal nominee politician representative republican
        senator speaker deputy whip member socialist progressive frontrunner backbencher centrist councillor councilman
        councilwoman frontbencher moderate mp parliamentarian peer populist
        """,
    "official": """
        adviser advisor aide ambassador attorney chief commissioner deputy diplomat director envoy governor
        head judge justice leader mayor minister official prosecutor secretary sheriff spokesman spokesperson
        spokeswoman staffer strategist politician candidate nominee republican democrat counterpart
        bureaucrat mandarin technocrat superintendent
        """,
    "faith": """
        archbishop ayatollah bishop canon cardinal clergyman cleric curate imam mullah padre parson rector leader
        minister pastor pontiff pope preacher priest rabbi
        reverend evangelist televangelist evangelical monk abbot nun vicar missionary chaplain prelate
        churchman monsignor prophet
        """,
    "business": """
        banker billionaire boss businessman businesswoman chairman chairwoman chief entrepreneur executive
        financier founder cofounder co-founder supremo industrialist accountant auditor retailer developer restaurateur
        trader salesman saleswoman investor magnate manager millionaire mogul oligarch owner tycoon proprietor heir
        heiress builder dealer hotelier landlord merchant promoter seller
        """,
    "letters": """
        academic activist analyst anchor author blogger broadcaster columnist commentator correspondent
        economist editor expert historian host intellectual journalist lawyer novelist pundit professor
        reporter scholar scientist writer poet playwright essayist biographer philosopher publisher critic
        researcher physicist chemist biologist engineer inventor linguist postdoc
        """,
    "stage": """
        actor actress celebrity comedian comic musician player rapper singer star songwriter guitarist drummer pianist
        composer conductor dancer ballerina director filmmaker entertainer performer presenter model influencer
        """,
    "sport": """
        ace athlete batsman batter boxer bowler captain champion cyclist defender fighter footballer
        forward goalkeeper golfer gymnast international jockey keeper medallist midfielder olympian pitcher
        player playmaker quarterback runner skater skier skipper sportsman sprinter star striker swimmer winger wrestler
        """,
    "bench": "coach manager trainer selector gaffer tactician",
    "care": """
        clinician consultant dentist doctor gp medic midwife nurse obstetrician paediatrician paramedic physician
        psychiatrist psychologist specialist surgeon technician therapist
        """,
    "learning": """
        academic dean headmaster headmistress headteacher historian instructor lecturer linguist principal professor
        scholar schoolmaster schoolteacher teacher tutor
        """,
    "crime": """
        assailant assassin attacker convict criminal defendant detainee fugitive gunman killer murderer
        offender prisoner shooter suspect terrorist thug bandit burglar capo conman crook drugmaker dealer fraudster
        cybercriminal gangster hacker hitman inmate jihadist kidnapper kingpin mobster narco outlaw pirate poisoner
        predator pusher
        rapist robber smuggler swindler thief trafficker vigilante warlord arsonist paedophile pedophile extremist
        """,
    "victim": "victim survivor patient hostage captive deceased",
    "law": """
        advocate attorney barrister counsel judge jurist justice lawyer litigator magistrate paralegal prosecutor
        solicitor
        """,
    "finance": """
        banker economist financier governor regulator technocrat treasurer
        """,
    "labour": """
        bricklayer builder carpenter crofter docker dockworker electrician farmhand fisherman foreman labourer laborer
        mechanic miner plumber quarryman railwayman rigger roofer seaman shepherd steelworker stevedore trawlerman
        trucker unionist welder
        """,
}
# Offices: who holds one is called so, and nobody else.
OFFICES = frozenset(
    """
    president premier minister chancellor king queen prince princess emperor pope senator governor mayor sheriff speaker
    congressman congresswoman ambassador sultan emir ayatollah secretary commissioner
    """.split()
)
# Of trades there are kings too: the concrete king, the lottery queen.
CROWNED = frozenset("king queen prince princess emperor empress sultan tsar czar baron".split())
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
    word, before = reading.words[position], reading.words[position - 1]
    return f"{before} {word}" if before in _PREFIXES and position and reading.joined_list[position] else word


_ANY_BODY = frozenset("group organisation organization outfit".split())
# A force can be an army by name; *the army*, the military of a state, is seldom somebody's force.
_BODIES = tuple(
    (frozenset(names.split()), frozenset(words.split()))
    for names, words in (
        (
            "army armies brigade brigades faction force forces front guard guards militia military regiment troops",
            "faction force forces group militia movement troops outfit",
        ),
        (
            "faction front group movement organisation organization party alliance union league",
            "faction group movement organisation organization party outfit",
        ),
        (
            "bank company corporation firm group holdings inc incorporated industries limited ltd plc motors",
            "business company corporation firm giant group lender",
        ),
        ("agency authority board bureau commission council office", "agency authority body commission regulator"),
        ("command committee council", "junta"),
        ("association committee federation union", "association body federation organisation organization"),
        (
            "assembly brotherhood chapel church congregation covenant fellowship ministry mission order sisterhood "
            "tabernacle temple",
            "church commune congregation cult fellowship movement sect",
        ),
        (
            "cartel clan collective crew faction front gang mafia militia mob ring syndicate",
            "cartel clan collective crew gang mafia mob syndicate network",
        ),
        ("albion athletic club fc rovers team united wanderers", "club side team"),
        ("charity foundation trust", "charity foundation organisation organization trust"),
    )
)


@lru_cache(maxsize=4096)
def bodies_like(head: str) -> frozenset[str]:
    """Nouns that can mean a body whose name has this noun for its head: a force for an army."""
    one = f"{head[:-3]}y" if head.endswith("ies") else head.removesuffix("s")
    return _ANY_BODY.union({head, one}, *(words for names, words in _BODIES if head in names or one in names))


_SAME = tuple(
    frozenset(words.split())
    for words in (
        "captain skipper",
        "manager coach gaffer boss",
        "tycoon magnate mogul businessman industrialist oligarch",
        "salesman saleswoman salesperson dealer seller trader",
        "hacker cybercriminal",
        "activist campaigner",
        "politician statesman",
        "mp parliamentarian backbencher lawmaker legislator",
        "player footballer",
        "journalist reporter newsman",
        "author writer novelist",
        "smuggler trafficker",
        "killer murderer",
        "robber thief",
        "fraudster conman swindler",
        "founder cofounder co-founder",
        "teacher schoolteacher schoolmaster",
        "headteacher headmaster headmistress principal",
        "docker stevedore dockworker longshoreman",
        "goalkeeper keeper",
        "batsman batter",
        "dictator autocrat despot tyrant strongman",
        "preacher pastor evangelist televangelist minister",
        "priest pastor cleric clergyman churchman clergywoman vicar parson curate padre chaplain reverend rector",
        "bishop archbishop prelate cleric clergyman churchman",
        "cleric imam mullah ayatollah preacher",
        "scientist researcher postdoc",
        "policeman policewoman officer cop constable",
        "singer vocalist crooner songstress songwriter",
        "actor actress thespian",
        "gangster mobster capo",
        "kingpin capo godfather ringleader",
        "rebel insurgent guerrilla",
        "doctor physician medic",
        "surgeon doctor",
        "lawyer attorney barrister solicitor",
        "lawmaker legislator congressman congresswoman mp senator",
        "developer builder",
        "owner proprietor",
        "prime minister premier",
        "champion champ titleholder",
        "fugitive runaway outlaw",
        "militiaman vigilante",
    )
)


# What one of a narrower trade is called too: a prosecutor is a lawyer, and not the other way round.
_WIDER = {
    wider: frozenset(narrower.split())
    for wide, narrower in (
        ("lawyer jurist", "advocate attorney barrister counsel judge litigator magistrate prosecutor solicitor"),
        (
            "politician",
            """
            assemblyman candidate chancellor congressman congresswoman councillor councilman councilwoman democrat
            governor lawmaker legislator mayor mep minister mp parliamentarian premier president republican senator
            socialist speaker taoiseach
            """,
        ),
        (
            "businessman businesswoman entrepreneur",
            """
            banker billionaire builder chairman co-founder cofounder dealer developer executive financier founder
            hotelier industrialist investor magnate merchant millionaire mogul oligarch owner promoter proprietor
            restaurateur retailer salesman saleswoman trader tycoon
            """,
        ),
        ("executive", "banker ceo chairman chairwoman director president"),
        (
            "player sportsman athlete",
            """
            batsman batter bowler boxer captain cricketer cyclist defender footballer forward goalkeeper golfer gymnast
            midfielder pitcher playmaker quarterback runner skater skier skipper sprinter striker swimmer winger
            """,
        ),
        ("doctor medic physician clinician", "consultant gp neurosurgeon paediatrician psychiatrist surgeon"),
        ("scientist researcher", "biologist chemist engineer physicist professor virologist"),
        ("academic scholar", "economist historian lecturer linguist philosopher physicist professor scientist"),
        (
            "officer soldier",
            "brigadier captain colonel commander corporal general lieutenant major sergeant",
        ),
        ("policeman policewoman officer cop", "constable detective inspector sergeant superintendent"),
        ("commander", "admiral brigadier captain colonel general marshal warlord"),
        ("writer author", "biographer columnist essayist journalist novelist playwright poet"),
        ("journalist", "broadcaster columnist correspondent editor presenter"),
        ("musician artist performer entertainer", "drummer guitarist pianist rapper singer songwriter"),
        ("performer entertainer artist", "actor actress comedian dancer painter presenter sculptor"),
        (
            "criminal gangster",
            "fraudster hacker hitman kidnapper killer kingpin mobster murderer robber smuggler thief trafficker",
        ),
        ("activist campaigner", "environmentalist feminist organiser organizer suffragette unionist"),
        ("teacher", "headmaster headmistress headteacher lecturer principal"),
        ("aristocrat nobleman peer", "baron count countess duchess duke earl lord viscount"),
        ("monarch ruler sovereign", "emir emperor empress king queen sultan"),
        ("farmer", "grower rancher"),
        ("banker", "financier"),
    )
    for wider in wide.split()
}


@lru_cache(maxsize=4096)
def is_wider(one: str, other: str) -> bool:
    """Whether a role noun means a trade that another one is of: politician, of senator."""
    return other.rpartition(" ")[2] in _WIDER.get(one, ())


@lru_cache(maxsize=4096)
def are_same(one: str, other: str) -> bool:
    """Whether two role nouns mean the same: skipper and captain."""
    return one == other or any(one in words and other in words for words in _SAME)


@lru_cache(maxsize=4096)
def families_of(head: str) -> frozenset[str]:
    """Families of a role noun; empty where it is in none."""
    word = head.removesuffix(" general").rpartition(" ")[2]
    return frozenset(_BY_HEAD.get(word.rpartition("-")[2], ()))


@lru_cache(maxsize=4096)
def are_compatible(one: str, other: str) -> bool:
    """Whether two role nouns can be said of one person: general and strongman can, general and actress cannot."""
    return one == other or bool(families_of(one) & families_of(other)) or {one, other} <= PLURALS
