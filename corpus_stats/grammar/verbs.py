"""English verbs of news prose and their forms, from a list of bases (a list of our own, not a dictionary)."""

from __future__ import annotations

__all__ = ["BASES", "every_form", "forms_of", "verb_forms"]

BASES: tuple[str, ...] = tuple(
    """
    abandon abdicate abduct absorb abstain abuse accept accompany accumulate accuse achieve acknowledge acquire
    acquit act adapt add address adjust admit adopt adore advance advertise advise advocate affect affirm afford
    agree aid aim alienate allay allege allow alter amass amend amplify announce annoy answer anticipate apologise
    apologize appal appeal appear appease applaud appoint appreciate approach approve argue arise arm arouse
    arrange arrest arrive ascend ascribe ask assassinate assault assemble assert assess assign assist assume assure
    astonish atone attack attain attempt attend attract attribute authenticate authorise authorize avenge avert
    avoid await awake axe back backfire baffle ban banish bankroll bar base bask batter battle be bear beat beckon
    become befall befriend beg begin behave believe belittle belong bemoan benefit bequeath berate beseech beset
    besiege bestow betray bewilder bid bind bite blame blast bleed block bloom blow boast bolster bomb boost bother
    bow brandish brave break breathe breed brew brief bring broadcast brood browse bruise build bulldoze bully
    burgle burn burst bury buy call campaign cancel captivate capture care caress caricature carry carve cast
    castigate catch cause caution cede celebrate challenge change characterise characterize charge chase chastise
    cheat cheer chide choose christen chuckle cite claim clamber clap clarify clash clean clear climb clinch cling
    close coax coerce coincide collaborate collapse collect collide combat come commandeer commemorate commend
    comment commit compare compel compete compile complain complete compose comprehend comprise conceal concede
    conceive concern conclude condemn condone conduct confer confess confide confine confirm confiscate confront
    confuse congratulate conjure connect conquer conscript consider consist conspire constitute consult consume
    contact contain contemplate contend continue contradict contribute contrive control convene converge convey
    convict convince cook cooperate cope correct corroborate count counter cover crack crash crave create creep
    cripple criticise criticize cross crumble crush cry culminate cultivate curb curtail cut damage dampen dangle
    dare dazzle deal debate debunk deceive decide decimate declare decline decorate decrease decry dedicate deem
    deepen deface defame defeat defect defend defer define defraud defuse defy degrade delay delete deliver delve
    demand demolish demonise demonize demonstrate demote denigrate denounce deny depart depend depict deplore
    deploy deport depose deprive deride describe deserve design destroy detail detain detect deter deteriorate
    determine detest detonate devastate develop deviate devise devote devour die differ dig dilute dim diminish
    dine direct disagree disappear disappoint disapprove disband discern disclaim disclose discourage discover
    discredit discriminate discuss dismantle dismiss disobey dispatch dispel disperse displace display displease
    dispute disqualify disrupt dissent dissolve dissuade distance distinguish distort distract distribute disturb
    diverge divert divide divulge do dominate donate doubt draft drape draw dream drench dress drink drive drop dub
    dwell dwindle earn ease eat echo edit elaborate elect elevate elicit eliminate elude emanate embark embarrass
    embezzle embody embrace embroil emerge emigrate emphasise emphasize employ empower empty emulate enable enact
    enchant encircle encompass encounter encourage encroach end endanger endear endorse endow endure enforce engage
    engulf enhance enjoin enjoy enlighten enlist enrage enrich enrol enroll ensue ensure entail enter entertain
    enthuse entice entitle entrench entrust envisage envision epitomise epitomize equate equip eradicate erase
    erect erode err erupt escalate escape espouse establish estimate evacuate evade evaluate evict evoke evolve
    exacerbate exaggerate exalt excel exchange excite exclaim exclude excoriate excuse execute exemplify exempt
    exercise exert exhaust exist exonerate expand expect expel experience expire explain explode exploit explore
    expose express expunge extend extol extort extradite fabricate face facilitate fail fall falsify falter fare
    fascinate fear feature feed feel fend fetch fight figure file fill finance find finish fire fit fix flank
    flatter flaunt flay flee fling flog flourish flout fluctuate flunk fly focus follow foment forbid force
    forecast foresee foreshadow foretell forfeit forge forget forgive forgo form formulate forsake fortify foster
    found free freeze frighten frustrate fuel fulfil fulfill fumble function fund gain gamble garner gather
    generate get give gleam glean glorify gnaw go goad govern grab grant grapple graze greet grind grow guarantee
    guard guess guide hack hail halt hamper hand handcuff handle handpick hang happen harass harden harm hasten
    hate have head heal hear heat heckle heed help hesitate hide highlight hijack hinder hint hire hit hoard hoist
    hold hope host hover hunt hurl hurt idealise idealize identify idolise idolize ignite ignore illustrate imagine
    imitate immerse immigrate impact impair impart impeach impede imperil implement implicate implore imply import
    impose imprison improve improvise incarcerate incite include incorporate increase incur indicate indict induce
    indulge infect infer infiltrate inflame inflate inflict influence inform infuriate ingratiate inhabit inhale
    inherit inject injure innovate inquire insinuate insist inspect inspire install instruct insulate insult
    integrate intend intensify intercede intercept interfere intermarry interpret interrogate interrupt intertwine
    intervene interview intimidate introduce invade invent invert invest investigate invite invoke involve irk
    irritate isolate issue jail jeopardise jeopardize jettison join jostle judge jump justify keep kick kidnap kill
    kneel knit knock know label lack lambast lament land languish last laud laugh launch lay lead leak lean leap
    learn leave legalise legalize legislate lend let level liberate lie lift like liken limit linger link liquidate
    list listen live load loathe lobby locate look loom loosen loot lose love lower lurk maintain make manage
    maneuver mangle manipulate manoeuvre march mark marry match maul mean measure meddle mediate meditate meet
    mellow melt mention merge mete migrate mind minimise minimize misbehave mishear mislead mismanage misquote
    misread misrepresent miss misspeak mistake mistreat misunderstand misuse mitigate mobilise mobilize mock
    modernise modernize modify mollify monitor monopolise monopolize morph motivate mount mourn move mull multiply
    mumble murder muse muster nab name narrate need negotiate nix nominate note notice nullify number nurture obey
    obfuscate object obliterate obscure observe obstruct obtain occupy occur offend offer offset omit open operate
    oppose oppress opt orchestrate order organise organize originate oust outdo outgrow outlast outline outlive
    outmanoeuvre outnumber outperform outrun outsell outshine outwit overcome overdo overhear overlook overrule
    overrun oversee oversell overshadow overstate overstep overtake overthrow overturn overwhelm owe own pacify
    pamper pander paralyse paralyze participate pass pause pay penetrate perceive perform perish permeate permit
    perpetrate perpetuate persecute persevere persist persuade pester pick placate place plan play plead please
    pledge plummet plunder plunge point polarise polarize pontificate portray pose possess postpone postulate
    pounce pour practise praise preach precede precipitate preclude predict preempt prefer preoccupy prepare
    present preserve preside press pressure presume pretend prevail prevent proceed proclaim procure produce
    profess prohibit proliferate prolong promise promote prompt propagate propel propose prosecute prosper protect
    protest prove provide provoke publicise publicize publish pull punish purchase purport pursue push put quaff
    qualify quash quell question quibble quit quote raid raise rally ransack ratify ravage reach react read realise
    realize reap reappear reassure rebuff rebuild rebuke rebut recall recede receive recite reckon reclaim
    recognise recognize recoil recommend reconcile reconsider reconstruct record recoup recover recruit rectify
    recuse redeem redefine redo redraw reduce reelect reemerge refer reflect refrain refuel refuse refute regain
    regard register regret regulate rehabilitate reinforce reinstate reiterate reject rejoice rekindle relate relax
    release relegate relieve relinquish relish relive rely remain remarry remember remind reminisce remove render
    renege renew renounce renovate reopen repair repay repeal repeat repel repent replace replenish replicate reply
    report represent repudiate repulse request require rerun rescue resell resemble resent reside resign resist
    resolve resort respond rest restart restate restore restrain restrict restructure resume resurface resurrect
    retain retake retaliate retell rethink retire retrace retract retreat retrieve return reunite revamp reveal
    revel revere reverse revert review revile revisit revive revoke revolt revolutionise revolutionize rewrite ride
    ridicule ring rise risk roam rob roil roll romp rue rule run rush savor savour say scare scatter schedule scoff
    score scramble scrutinise scrutinize seal search secede seclude secure seduce see seek seem segregate seize
    select sell send sentence separate serve set settle sever shake shape share shatter shed shell shift shine
    shirk shoot shorten shout show shrink shun shut sicken side sidestep sign signal simplify sing sink sit slam
    slay sleep slide smell smoke smuggle snarl sneak soar solicit solve soothe sound sour span spark speak
    spearhead specify speculate spell spend spill spin spiral spit split spoil spread spurn squander stabilise
    stabilize stage stagger stand stare start starve state stay steal steer stem step stick stifle stigmatise
    stigmatize sting stink stipulate stonewall stop storm straddle strangle strengthen stress stretch strew stride
    strike strip strive struggle study stumble stun subdue subjugate submerge submit subscribe subside subsidise
    subsidize substantiate substitute subvert succeed sue suffer suffice suffocate suggest summarise summarize
    summon supervise supplant supply support suppose suppress surge surmise surmount surpass surprise surrender
    surround survey survive suspect suspend sustain swear sweep swell swerve swim swindle swing switch symbolise
    symbolize sympathise sympathize take talk target tarnish taunt teach tear tell tempt tend term terminate
    terrify terrorise terrorize test testify thank think thrash threaten thrive throw thrust thunder thwart tie
    tighten tolerate top topple torment torture touch tour tout trace track trade train trample transcend
    transcribe transfer transform translate transmit transport trap traumatise traumatize travel traverse tread
    treat tremble trespass trigger trounce try turn tweet typify undergo undermine understand undo unearth unfold
    unify unite unleash unlock unmask unnerve unsettle unveil upbraid update upend uphold uproot upset urge use
    usher usurp vacate vacillate validate value vandalise vandalize vanish veer venerate verify vex vie view vilify
    vindicate violate visit vote vow wade wage wait walk wander wane want warn wash watch weaken wear weary weave
    wed weep weigh welcome whitewash widen wield win wish withdraw wither withhold withstand witness wonder woo
    work worry worsen worship wound wrest wrestle wring write yearn yell yield
    """.split()
)

_IRREGULAR: dict[str, str] = {
    base: forms
    for base, _, forms in (
        line.strip().partition(" ")
        for line in """
        be was were been
        arise arose arisen
        awake awoke awoken
        bear bore borne born
        beat beat beaten
        become became become
        befall befell befallen
        begin began begun
        beset beset beset
        bid bid bid
        bind bound bound
        bite bit bitten
        bleed bled bled
        blow blew blown
        break broke broken
        breed bred bred
        bring brought brought
        broadcast broadcast broadcast
        build built built
        burst burst burst
        buy bought bought
        cast cast cast
        catch caught caught
        choose chose chosen
        cling clung clung
        come came come
        creep crept crept
        cut cut cut
        deal dealt dealt
        dig dug dug
        do did done
        draw drew drawn
        drink drank drunk
        drive drove driven
        dwell dwelt dwelt
        eat ate eaten
        fall fell fallen
        feed fed fed
        feel felt felt
        fight fought fought
        find found found
        flee fled fled
        fling flung flung
        fly flew flown
        forbid forbade forbidden
        forecast forecast forecast
        foresee foresaw foreseen
        foretell foretold foretold
        forget forgot forgotten
        forgive forgave forgiven
        forgo forwent forgone
        forsake forsook forsaken
        freeze froze frozen
        get got gotten
        give gave given
        go went gone
        grind ground ground
        grow grew grown
        hang hung hung
        have had had
        hear heard heard
        hide hid hidden
        hit hit hit
        hold held held
        hurt hurt hurt
        keep kept kept
        kneel knelt knelt
        knit knit knit
        know knew known
        lay laid laid
        lead led led
        leave left left
        lend lent lent
        let let let
        lie lied
        lose lost lost
        make made made
        mean meant meant
        meet met met
        mishear misheard misheard
        mislead misled misled
        misread misread misread
        misspeak misspoke misspoken
        mistake mistook mistaken
        misunderstand misunderstood misunderstood
        offset offset offset
        outdo outdid outdone
        outgrow outgrew outgrown
        outrun outran outrun
        outsell outsold outsold
        outshine outshone outshone
        overcome overcame overcome
        overdo overdid overdone
        overhear overheard overheard
        overrun overran overrun
        oversee oversaw overseen
        oversell oversold oversold
        overtake overtook overtaken
        overthrow overthrew overthrown
        pay paid paid
        put put put
        quit quit quit
        read read read
        rebuild rebuilt rebuilt
        redo redid redone
        redraw redrew redrawn
        repay repaid repaid
        rerun reran rerun
        resell resold resold
        retake retook retaken
        retell retold retold
        rethink rethought rethought
        rewrite rewrote rewritten
        ride rode ridden
        ring rang rung
        rise rose risen
        run ran run
        say said said
        see saw seen
        seek sought sought
        sell sold sold
        send sent sent
        set set set
        shake shook shaken
        shed shed shed
        shine shone shone
        shoot shot shot
        show showed shown
        shrink shrank shrunk
        shut shut shut
        sing sang sung
        sink sank sunk
        sit sat sat
        slay slew slain
        sleep slept slept
        slide slid slid
        speak spoke spoken
        spend spent spent
        spin spun spun
        spit spat spat
        split split split
        spread spread spread
        stand stood stood
        steal stole stolen
        stick stuck stuck
        sting stung stung
        stink stank stunk
        strew strewed strewn
        stride strode stridden
        strike struck struck
        strive strove striven
        swear swore sworn
        sweep swept swept
        swell swelled swollen
        swim swam swum
        swing swung swung
        take took taken
        teach taught taught
        tear tore torn
        tell told told
        think thought thought
        throw threw thrown
        thrust thrust thrust
        tread trod trodden
        undergo underwent undergone
        understand understood understood
        undo undid undone
        uphold upheld upheld
        upset upset upset
        wear wore worn
        weave wove woven
        weep wept wept
        win won won
        withdraw withdrew withdrawn
        withhold withheld withheld
        withstand withstood withstood
        wring wrung wrung
        write wrote written
        """.strip().splitlines()
    )
}
_DOUBLED = frozenset(
    "acquit admit ban bar beg begin beset bid clap commit compel confer control cut defer dig dim dispel drop dub "
    "enrol equip excel expel fit flog forbid forget fulfil get grab hit incur infer knit let nab occur offset omit "
    "outrun outwit overrun permit plan prefer propel put quit rebut refer regret repel rerun rob run set shed shun "
    "shut sit slam span spin spit split stem step stop strip stun submit swim top transfer transmit trap upset wed "
    "win worship".split()
)
# A second past tense, besides the regular one: dreamed, dreamt.
_SECOND_PASTS = {"burn": "burnt", "dream": "dreamt", "lean": "leant", "leap": "leapt"}
_SECOND_PASTS |= {
    "learn": "learnt",
    "light": "lit",
    "smell": "smelt",
    "spell": "spelt",
    "spill": "spilt",
    "spoil": "spoilt",
}
_VOWELS = "aeiou"


def verb_forms() -> dict[str, tuple[str, str]]:
    """Every form of every base: form to (base, kind), kind one of ``base s past participle ing``.

    Where a form is both past tense and participle it is ``past``; a form of two verbs belongs to the first.
    """
    found: dict[str, tuple[str, str]] = {}
    for base in BASES:
        for form, kind in forms_of(base):
            found.setdefault(form, (base, kind))
    return found


def every_form(bases: str) -> frozenset[str]:
    """Forms of several verbs, whose bases white space parts."""
    return frozenset(form for base in bases.split() for form, _ in forms_of(base))


def forms_of(base: str) -> list[tuple[str, str]]:
    """Forms of one verb with their kinds."""
    stem = base + base[-1] if base in _DOUBLED else base
    if base.endswith("e") and not base.endswith(("ee", "ye")) and base != "be":
        stem = base[:-1]
    present = base + "s"
    if base.endswith(("s", "sh", "ch", "x", "z")) or base in ("go", "do", "veto", "echo"):
        present = base + "es"
    elif base.endswith("y") and base[-2] not in _VOWELS:
        present = base[:-1] + "ies"
    progressive = base[:-2] + "ying" if base.endswith("ie") else stem + "ing"
    forms = [(base, "base"), ("has" if base == "have" else present, "s"), (progressive, "ing")]
    if base in _IRREGULAR:
        past, *participles = _IRREGULAR[base].split()
        forms.append((past, "past"))
        forms += [(one, "past" if one == past or one == "were" else "participle") for one in participles]
    elif base.endswith("y") and base[-2] not in _VOWELS:
        forms.append((base[:-1] + "ied", "past"))
    else:
        forms.append((base + "d" if base.endswith("e") else stem + "ed", "past"))
    if base in _SECOND_PASTS:
        forms.append((_SECOND_PASTS[base], "past"))
    return forms
