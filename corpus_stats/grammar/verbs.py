"""English verbs of news prose and their forms, from a list of bases (a list of our own, not a dictionary)."""

from __future__ import annotations

__all__ = ["BASES", "forms_of", "verb_forms"]

BASES: tuple[str, ...] = tuple(
    """
    abandon abuse accept accompany accuse achieve acknowledge acquire act add address adjust admit adopt advance
    advertise advise advocate affect affirm afford agree aid aim allege allow alter amend announce annoy answer
    anticipate apologise apologize appeal appear applaud appoint appreciate approach approve argue arm arrange
    arrest arrive ask assassinate assault assemble assert assess assign assist assume assure attack attempt attend
    attract attribute authorise authorize avoid await back ban bankroll bar base battle be bear beat become befriend
    beg begin believe belong benefit betray bid bind blame blast block boast bolster bomb boost bother bow break
    brief bring broadcast build bully burn buy call campaign cancel capture care carry cast catch cause caution
    celebrate challenge change characterise characterize charge chase cheat cheer choose christen cite claim clarify
    clash clear climb close collapse collect combat come comment commit compare compel complain complete concede
    concern conclude condemn conduct confess confirm confront confuse congratulate connect consider consist
    constitute contact contain contend continue contradict contribute control convene convey convict convince cook
    cooperate cope correct count counter cover crack crash create criticise criticize cross crush cry curb cut
    damage dare deal debate deceive decide declare decline decrease decry deem defeat defect defend define defy
    delay delete deliver demand demonstrate denounce deny depart depend depict deploy deport depose deride describe
    deserve design destroy detail detain determine develop devote die differ direct disagree disappear disclose
    discover discuss dismiss dispatch display dispute dissolve distance distribute divide do donate doubt draft draw
    dream dress drink drive drop dub earn ease eat echo edit elect eliminate embrace emerge emphasise emphasize
    employ enable encounter encourage end endorse enforce engage enjoy enlist ensure enter erupt escalate escape
    establish estimate evacuate evaluate exchange exclude excuse execute exercise exist expand expect experience
    explain explode exploit explore expose express extend extol face facilitate fail fall fear feature feel fight
    figure file fill finance find finish fire fit fix flee fly focus follow force forecast forget forgive form found
    free fuel function fund gain gamble gather get give go govern grab grant greet grow guarantee guard guess guide
    hack hail halt hand handle hang happen harm hate have head hear heat help hide highlight hijack hint hire hit
    hold hope host hunt hurt identify ignore imagine impact implement imply import impose improve include increase
    indicate influence inform inherit injure insist inspect inspire install instruct insult intend intensify
    intercept interpret interrupt intervene interview introduce invade invest investigate invite involve issue jail
    join judge jump justify keep kick kidnap kill knock know label lack lambast lament land last laud laugh launch
    lay lead leak lean learn leave lend let level liberate lie lift like limit link list listen live load lobby
    locate look loot lose love lower maintain make manage march mark marry match mean measure meet mention mind miss
    mobilise mobilize mock monitor mount move murder name need negotiate nominate note notice number obey object
    observe obtain occupy occur offer open operate oppose order organise organize oust outline overcome oversee
    overthrow owe own participate pass pause pay perceive perform permit persuade pick place plan play plead please
    pledge plunder point portray pose possess postpone pour praise preach predict prefer prepare present preserve
    press pressure prevail prevent proceed proclaim produce prohibit promise promote prompt propose protect protest
    prove provide provoke publish pull punish purchase pursue push put qualify question quit quote raid raise rally
    reach react read realise realize reassure rebuke recall receive recognise recognize recommend record recover
    recruit reduce refer reflect refuse regard register regret reinforce reiterate reject relate release rely remain
    remember remind remove renew repair repeat replace reply report represent request require rescue resemble resign
    resist resolve respond rest restore restrict resume retain retire retreat return reveal reverse review revile
    revive ride ring rise risk rob roll rule run rush say scare schedule score scramble seal search secure see seek
    seem seize select sell send sentence separate serve set settle shake shape share shell shift shoot shout show
    shut side sign signal sing sink sit slam sleep slide smoke smuggle solve sound spark speak specify speculate
    spend split spread stage stand start state stay steal stem step stop storm strengthen stress stretch strike
    strip struggle study submit succeed suffer suggest supply support suppose surge surprise surrender surround
    survey survive suspect suspend sustain swear sweep swindle swing switch take talk target teach tear tell tend
    term test testify thank think threaten throw tie top topple torture touch tour trace track trade train transfer
    transform transport trap travel treat trigger try turn tweet undergo undermine understand unite unleash unveil
    update uphold urge use vacate value vanish view vilify violate visit vote vow wage wait walk want warn wash
    watch weaken wear weigh welcome win wish withdraw withhold witness wonder work worry wound wrestle write yell
    yield
    """.split()
)

_IRREGULAR: dict[str, str] = {
    base: forms
    for base, _, forms in (
        line.strip().partition(" ")
        for line in """
        be was were been
        bear bore borne born
        beat beat beaten
        become became become
        begin began begun
        bid bid bid
        bind bound bound
        break broke broken
        bring brought brought
        broadcast broadcast broadcast
        build built built
        buy bought bought
        cast cast cast
        catch caught caught
        choose chose chosen
        come came come
        cut cut cut
        deal dealt dealt
        do did done
        draw drew drawn
        drink drank drunk
        drive drove driven
        eat ate eaten
        fall fell fallen
        feel felt felt
        fight fought fought
        find found found
        flee fled fled
        fly flew flown
        forecast forecast forecast
        forget forgot forgotten
        forgive forgave forgiven
        get got gotten
        give gave given
        go went gone
        grow grew grown
        hang hung hung
        have had had
        hear heard heard
        hide hid hidden
        hit hit hit
        hold held held
        hurt hurt hurt
        keep kept kept
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
        overcome overcame overcome
        oversee oversaw overseen
        overthrow overthrew overthrown
        pay paid paid
        put put put
        quit quit quit
        read read read
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
        shoot shot shot
        show showed shown
        shut shut shut
        sing sang sung
        sink sank sunk
        sit sat sat
        sleep slept slept
        slide slid slid
        speak spoke spoken
        spend spent spent
        split split split
        spread spread spread
        stand stood stood
        steal stole stolen
        strike struck struck
        swear swore sworn
        sweep swept swept
        swing swung swung
        take took taken
        teach taught taught
        tear tore torn
        tell told told
        think thought thought
        throw threw thrown
        undergo underwent undergone
        understand understood understood
        uphold upheld upheld
        wear wore worn
        win won won
        withdraw withdrew withdrawn
        withhold withheld withheld
        write wrote written
        """.strip().splitlines()
    )
}
_DOUBLED = frozenset(
    "admit ban bar beg begin commit compel cut defer drop dub equip fit forget get grab hit let occur permit plan "
    "prefer put quit refer regret rob run set shut sit split step stop strip submit swim top trap transfer upset "
    "win".split()
)
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


def forms_of(base: str) -> list[tuple[str, str]]:
    """Forms of one verb with their kinds."""
    stem = base + base[-1] if base in _DOUBLED else base
    if base.endswith("e") and base not in ("be", "see", "flee", "agree", "disagree", "oversee", "dye"):
        stem = base[:-1]
    present = base + "s"
    if base.endswith(("s", "sh", "ch", "x", "z")) or base in ("go", "do", "veto", "echo"):
        present = base + "es"
    elif base.endswith("y") and base[-2] not in _VOWELS:
        present = base[:-1] + "ies"
    progressive = base[:-2] + "ying" if base in ("die", "lie", "tie") else stem + "ing"
    forms = [(base, "base"), ("has" if base == "have" else present, "s"), (progressive, "ing")]
    if base in _IRREGULAR:
        past, *participles = _IRREGULAR[base].split()
        forms.append((past, "past"))
        forms += [(one, "past" if one == past or one == "were" else "participle") for one in participles]
    elif base.endswith("y") and base[-2] not in _VOWELS:
        forms.append((base[:-1] + "ied", "past"))
    else:
        forms.append((base + "d" if base.endswith("e") else stem + "ed", "past"))
    return forms
