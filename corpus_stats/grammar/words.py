"""Word lists of English news prose, written from general knowledge; lower case, single words."""

from __future__ import annotations

from .given_names import GIVEN_NAMES

__all__ = ["ABBREVIATIONS", "LISTS", "PARTY_MEMBERS"]

# Shortened ranks and offices, whose full stop ends no sentence.
ABBREVIATIONS = frozenset(
    """
    gen gov sen rep dr mr mrs ms prof col capt lt maj sgt adm brig pfc cpl rev st hon supt det pres amb msgr atty cmdr
    fr cllr insp
    """.split()
)

# Members of parties, which keep a capital where an article gives them one.
PARTY_MEMBERS = frozenset("democrat democrats democratic republican republicans tory tories labour".split())

LISTS: dict[str, str] = {
    "DETERMINER": """
        a an the this that these those my your his her its our their whose some any no each every either neither both
        all another such what which many much few several most more less enough
        """,
    "OWNER": "my your his her its our their whose",
    "PREPOSITION": """
        about above across after against along alongside amid amidst among amongst around as at before behind below
        beneath beside besides between beyond by concerning despite down during except following for from in including
        inside into like near of off on onto opposite out outside over past per regarding since than through throughout
        till to toward towards under underneath until unto up upon versus via with within without
        """,
    "CONJUNCTION": "and or but nor yet plus",
    "SUBORDINATOR": """
        after although as because before if lest once since so than that though till unless until when whenever where
        whereas wherever whether while
        """,
    "PRONOUN": """
        i me you he him she her it we us they them myself yourself himself herself itself ourselves themselves mine
        yours hers ours theirs one someone somebody anyone anybody everyone everybody nobody none something anything
        everything nothing this that these those others
        """,
    "RELATIVE": "who whom whose which that",
    "AUXILIARY": """
        am is are was were be been being has have had having do does did can could may might must shall should will
        would ought isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't cannot couldn't
        mustn't shouldn't won't wouldn't 're 've 'll 'd 'm
        """,
    "COPULA": """
        am is are was were be been being isn't aren't wasn't weren't become becomes became becoming remain remains
        remained seem seems seemed appear appears appeared
        """,
    "NEGATION": "not no never neither nor n't hardly scarcely without",
    "ADVERB": """
        abroad again ago ahead almost alone already also altogether always anyway apart aside away back elsewhere
        earlier even ever far fast forward further hard hence here
        how however indeed instead just later least less long maybe meanwhile more moreover
        most much nevertheless now often once online only otherwise overseas perhaps quite rather recently reportedly
        seldom since so sometimes somewhat soon still straight there therefore thus today together tomorrow tonight too
        twice up very well when where why yesterday yet
        """,
    "TITLE": """
        admiral ambassador archbishop ayatollah baron baroness bishop brigadier cardinal captain chairman chairwoman
        chancellor chief colonel commander commissioner commodore congressman congresswoman corporal councillor
        councilman councilwoman count countess crown dame deputy director dr doctor duchess duke emir emperor empress
        field general gen gov governor imam judge justice king lady lieutenant lt lord maj major marshal mayor minister
        miss mr mrs ms mullah officer pastor pope premier president prime prince princess prof professor queen rabbi
        rep representative rev reverend saint secretary sen senator sergeant sgt sheikh sheriff shah sir speaker
        sultan vice col capt adm brig pfc cpl attorney spokesman spokeswoman spokesperson detective inspector
        congressperson ceo amb atty cllr cmdr fr insp msgr supt alderman archdeacon chaplain curate monsignor rector
        superintendent taoiseach vicar
        """,
    "PERSON_NOUN": """
        abbot abductor absconder abuser accomplice accountant ace acolyte acrobat activist actor actress addict adherent
        adjutant administrator admiral admirer adult adventurer adversary adviser advisor advocate agent aggressor
        agitator aide ally alumna alumnus amateur ambassador analyst anchor apologist apostle apparatchik applicant
        apprentice arbitrator archbishop architect aristocrat arsonist artist aspirant assailant assassin assemblyman
        assistant associate astronaut astronomer atheist athlete attacker attorney auctioneer auditor aunt author
        autocrat awardee babysitter bachelor backbencher backer baddie baker ballerina bandit bandleader banker barber
        barista barmaid baron baroness barrister bartender battler beggar benefactor beneficiary bestie bigot bigwig
        biker billionaire biographer bishop blacksmith blogger bodybuilder bodyguard boffin bomber bookkeeper bookmaker
        bookworm bootlegger boss bouncer bowler boxer boy boyfriend braggart breadwinner bricklayer bride brigadier
        broker brother brother-in-law brute buccaneer buddy builder bully bureaucrat burglar businessman businesswoman
        busker butcher butler buyer bystander cabbie cadet cager campaigner candidate capo captain captive captor
        cardinal carer caretaker carpenter cashier castaway caterer caudillo celebrity centre-back centre-forward
        centrist cfo chair chairman chairperson chairwoman challenger champion chancellor chancer chanteuse chap
        chaplain charlatan chatterbox chauffeur cheapskate cheat cheerleader chef chief chieftain child choirmaster
        choreographer chronicler chum cinematographer citizen civilian clairvoyant cleaner clergyman cleric clerk client
        climber clown co-conspirator co-defendant co-founder co-owner co-pilot co-star co-worker coach cobbler
        codebreaker coder collaborator colleague collector colonel columnist combatant comedian comedienne commandant
        commander commentator commie commissar commissioner communist companion compatriot composer comrade concierge
        conductor confessor confidant confidante congressman congresswoman conjurer conman connoisseur conqueror
        conservative consigliere conspirator constable consul consultant contender contestant contractor contrarian
        convener convenor convict cook coordinator cop coroner correspondent cosmonaut councillor councilman
        councilwoman counsel counsellor counselor counterfeiter counterpart countess courier courtier cousin couturier
        coward cowboy creator creditor cricketer criminal critic crony crook crooner crusader cuckold curator customer
        cyclist czar dad daddy dancer daredevil darling daughter daughter-in-law dealer dealmaker debtor debutant
        deceased deckhand decorator deejay defector defendant defender delegate delinquent demagogue demigod democrat
        demon demonstrator deputy deserter designee designer despot detainee detective detractor developer devil devotee
        dictator diehard diplomat director disciple disciplinarian dissenter dissident diva dj docker dockworker doctor
        dogsbody donor doppelganger doyen doyenne dreamer dressmaker drifter driver dropout drummer drunkard duchess
        duke dupe dwarf dynamo earl eccentric economist editor educator egghead egomaniac elder electrician embezzler
        emcee emigre emir emissary emperor employee employer empress enabler enemy enforcer engineer entertainer
        enthusiast entrepreneur envoy escapee evacuee everyman ex-boyfriend ex-convict ex-girlfriend ex-husband
        ex-minister ex-president ex-wife examiner executioner executive exile expat expert explorer extremist
        facilitator fan fanatic farmer farmhand fascist fashionista father father-in-law fella fellow felon fiance
        fiancee fiancé fiancée fiend fighter figure figure-skater figurehead filmmaker financier firebrand firefighter
        fixer flatmate flunkey foe follower fool footballer forecaster foreigner forerunner forger founder fraudster
        freak freebooter freelancer freeloader freshman friend front-runner frontbencher frontrunner fugitive fullback
        fundraiser gadfly gaffer gambler gamer gangbanger gangster gardener gatekeeper general generalissimo genius
        ghostwriter gigolo girl girlfriend glassblower go-between goalie goalscorer goddess godfather godmother godson
        goldsmith golfer goon governor graduate grandad granddaughter grandee grandfather grandma grandmother grandpa
        grandson granny grappler greengrocer greenhorn grifter grocer guard guardian guerrilla guest gunman gunrunner
        gunslinger guru gymnast hacker hairdresser half-back half-brother half-sister handler hardliner harridan head
        headhunter headmaster headmistress headteacher healer heart-throb heartbreaker heartthrob heir heiress
        hellraiser helper henchman heretic hermit hero heroine hijacker hipster historian hitman holdout hombre homebody
        homemaker homeowner honcho hooligan hopeful host hostage hotelier hothead housewife humanitarian hunk hunter
        hurdler husband hustler hypocrite icon ideologue idiot idol illusionist imam immigrant imposter impostor
        impresario inciter incumbent individual informant inheritor inmate innovator insider inspector insurgent
        intellectual intermediary intern internee interpreter introvert intruder inventor investigator investor islamist
        jailbird jailer janissary janitor jester jihadi jihadist jockey joker journalist judge juggler juror justice
        kickboxer kid kidnapper killer king kingmaker kingpin knight know-all laborer labourer lackey lad lady laird
        landlady landlord landowner lapdog lass latecomer laureate lawbreaker lawmaker lawyer layabout leader lecturer
        left-winger leftie legend legionnaire legislator liar liberal liberator librarian lieutenant lifeguard
        linebacker listener litigant livewire lobbyist locksmith lodger logger loner lord loser lothario loudmouth lover
        loyalist luddite lumberjack lunatic madam maestro magician magistrate magnate maid maker man manager mandarin
        maniac marathoner marauder marine marshal martyr masseur masseuse mastermind matador matchmaker mate
        mathematician matriarch maverick mayor mayoress mechanic mediator medic megalomaniac megastar member mentor mep
        mercenary merchant messenger messiah midfielder midwife migrant militant militiaman millionaire minder miner
        minion minister minister-president minstrel misanthrope miscreant miser misfit missionary mobster moderate
        moderator moderniser modernizer mogul molester moll monarch moneybags moneylender moneymaker monk monster
        moonshiner moron mother motorist motormouth mountaineer mountebank mouthpiece moviemaker mp mufti mullah
        multi-billionaire multi-millionaire multibillionaire multimillionaire mum murderer musician mutineer nabob nanny
        narco nationalist native naysayer ne'er-do-well negotiator neighbor neighbour nemesis neophyte nephew nerd
        neurosurgeon newcomer newsmaker newsreader niece no-hoper nomad nominee nonentity novelist novice nun nurse
        observer octogenarian oddball offender officer official oligarch ombudsman onlooker operative opponent orator
        orchestrator organiser organizer orphan osteopath outcast outfielder outlaw outrider outsider overlord overseer
        owner paedophile painter pal paperboy paralegal paramedic paratrooper parent pariah parishioner parliamentarian
        parolee partisan partner party-goer passenger passerby pastor pathologist patient patriarch patriot patron
        pauper pawn paymaster peacekeeper peacemaker peasant pedlar pedophile peeress penny-pincher pensioner performer
        perp perpetrator person petitioner pharmacist philanderer philanthropist philosopher phoney photographer
        physician physicist physio physiotherapist pickpocket pilgrim pilot pimp pin-up pioneer pirate pitcher plaintiff
        planner playboy player playmaker playwright plotter plumber plutocrat poacher podcaster poet policeman
        policewoman policymaker politician pollster polymath pontiff pope populist postdoc postmaster potentate
        powerbroker prankster preacher predator predecessor prelate premier preschooler presenter president pretender
        priest prime-minister prince princess principal prisoner prizefighter procrastinator prodigal prodigy producer
        professor profiteer programmer proletarian propagandist prophet proponent proprietor prosecutor prostitute
        protagonist protege protegee protester protestor protégé provocateur proxy psychiatrist psychic psychologist
        psychopath publican publisher pundit punter pupil puppet puppet-master puppeteer puppetmaster putschist
        pyromaniac quack quarterback queen quisling rabbi rabble-rouser racer racist racketeer radical raider rancher
        ranger rapist rapper rascal reactionary rebel recluse recruit recruiter referee reformer reformist refugee
        refusenik regent relative renegade reporter representative reprobate republican rescuer researcher reservist
        resident restaurateur retiree reverend revolutionary ringleader ringmaster rioter rival robber rocker roofer
        rookie roommate roue ruffian ruler runaway runner runner-up rustler saboteur sadist sage sailor saint
        salesperson samaritan satrap savant savior saviour scaffolder scammer scapegoat sceptic schemer scholar
        schoolboy schoolgirl schoolmaster schoolmate schoolteacher scientist scion scoundrel scout screenwriter scribe
        sculptor seafarer seamstress second-in-command secretary seducer seer seller senator separatist septuagenarian
        sergeant servant serviceman settler shaman sharpshooter she-wolf sheikh shepherd sheriff shoemaker shooter
        shopkeeper shortstop showgirl showoff sibling sidekick signatory silversmith singer sinner sister skater skeptic
        skier skinflint skinhead skipper slacker slave slayer sleuth slugger smuggler sniper snitch snob snowboarder
        socialist socialite sociopath soldier solicitor solicitor-general son son-in-law songstress songwriter soprano
        sorcerer soulmate speaker specialist speculator speechwriter spendthrift spokesman spokesperson spokeswoman
        sponger sponsor spouse sprinter spy squatter staffer stalker stalwart stand-in standard-bearer star starlet
        statesman stepfather stepmother stevedore steward stewardess stickler stockbroker stonemason stooge storyteller
        straight-talker stranger strategist street-fighter strikebreaker striker stringer striver strongman student
        subcontractor subordinate successor suffragette suicide-bomber suitor sultan supergrass superhero supermodel
        superstar supervisor supporter supremo surfer surgeon surrogate surveyor survivor suspect svengali swimmer
        swindler sycophant sympathiser sympathizer tactician tailor taskmaster taxpayer teacher teammate tearaway
        technician technocrat teenager teetotaller televangelist temptress tenant tenor terrorist theologian therapist
        thespian thief thinker thrower thug toddler toff toolmaker torturer tough-guy toy-boy trader trafficker
        trailblazer trainee trainer traitor transgressor translator traveler traveller treasurer trendsetter trespasser
        triathlete trickster trier trooper troubadour troublemaker troubleshooter truant trucker trustee tsar tsarina
        turncoat tutor two-timer tycoon tyke tyrant umpire uncle underdog undergraduate underling understudy undertaker
        upstart urchin usurper vagabond vagrant valedictorian valet vampire vandal vegan vegetarian veteran veterinarian
        vicar vice-captain vice-chancellor vice-president viceroy victim victor vigilante villager villain virtuoso
        viscount visionary visitor volunteer voter voyeur waiter waitress wallflower wannabe warden warlord warmonger
        warrior wastrel watchdog watchmaker weakling weirdo welder well-wisher whistle-blower whistleblower whizkid
        whizz-kid widow widower wife winemaker winger winner wino witch witness wizard woman womaniser womanizer
        woodcutter wordsmith workaholic worker wrecker wrestler wretch writer wrongdoer wunderkind xenophobe yob yokel
        youngster youth zealot bloke dude gal geezer gent
        """,
    "MALE": """
        he him his himself man men mr boy brother businessman congressman chairman father gentleman grandfather gunman
        husband king lord nephew policeman prince sir son spokesman statesman strongman uncle widower clergyman duke
        emperor militiaman sheikh emir sultan ayatollah imam pope dad godfather grandson headmaster landlord monk
        schoolboy schoolmaster stepfather lad daddy grandad grandpa guy chap bachelor baron boyfriend brother-in-law
        father-in-law son-in-law half-brother count earl viscount conman
        hitman bloke dude geezer gent
        """,
    "FEMALE": """
        she her hers herself woman women mrs ms miss girl sister businesswoman congresswoman chairwoman mother lady
        grandmother wife queen niece policewoman princess daughter spokeswoman aunt widow actress duchess empress
        heroine bride diva granddaughter headmistress housewife landlady maid matriarch mum niece nun schoolgirl
        stepmother waitress lass madam grandma granny girlfriend baroness daughter-in-law half-sister fiancee fiancée
        ballerina comedienne goddess mayoress stewardess seamstress temptress starlet showgirl ex-wife ex-girlfriend
        dame supermodel
        """,
    "GROUP": """
        administration agency alliance army assembly association authority band bank battalion bench board body bloc
        brigade bureau business cabinet campaign caucus cell center centre church city club coalition college command
        commission committee community company congress consortium convoy corporation council country court crew crowd
        delegation department directorate division embassy enterprise establishment executive faction family federation
        firm fleet force forces foundation front government group guard house industry institute institution
        intelligence junta kingdom leadership legislature majority management media military militia ministry minority
        mission mob movement nation navy network newspaper office opposition organisation organization outfit outlet
        panel parliament party patrol police power press province public regime regiment republic school secretariat
        senate service side squad staff state syndicate team think-tank tribe tribunal troop troops union unit
        university carmaker automaker drugmaker chipmaker planemaker steelmaker retailer brotherhood cartel clan
        collective commune congregation conglomerate cooperative cult fellowship gang guild insurer mafia sect
        sisterhood start-up startup tabernacle airline behemoth broadcaster broadsheet cabal charity choir clique
        co-operative coven ensemble fraternity grocer hospital juggernaut lender lobby orchestra posse quango
        quartet regulator sorority studio tabloid thinktank trio troupe watchdog
        """,
    "ORGANISATION_NOUN": """
        academy accord administration agency airlines airways alliance army assembly association authority bank
        battalion bloc board bureau brigade brigades cabinet campaign center centre chamber church club coalition
        college command commission committee company confederation congress consortium corp corporation corps council
        court courts daily department directorate embassy federation force forces foundation front fund gazette
        government group guard guards herald holdings house inc institute institution journal league legion ltd magazine
        ministry mission monitor movement network news newspaper observatory observer office organisation organization
        parliament party post press radio regiment research review secretariat senate service services society squad
        state syndicate television times tribune trust tv union university watch brotherhood cartel collective
        fellowship tabernacle
        """,
    "TIME": """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov
        dec today yesterday tomorrow tonight morning afternoon evening night midnight noon day days week weeks weekend
        month months year years decade decades century hour hours minute minutes moment spring summer autumn winter
        time ago
        """,
    "NUMBER": """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
        million millions billion billions trillion dozen dozens scores first second third fourth fifth sixth seventh
        eighth ninth tenth last next half
        """,
    "ADJECTIVE": """
        able abrasive abrupt absent absent-minded absolute acting active actual acute adverse agile aging ailing
        alleged alone aloof ambitious amiable amoral ancient angry anonymous apparent aristocratic armed arrogant
        assertive astute authoritarian autocratic average avid baby-faced bad bald balding bare basic bearded
        beleaguered belligerent bespectacled best better big big-hearted big-spending bitter black blatant bleak blond
        blonde bloodthirsty blue blue-eyed blunt bold boorish born-again brash brave brazen brief bright broad brooding
        brown brusque brutal bubbly bullish bumbling burly busy callous calm camera-shy canny capable carefree careful
        careless cash-strapped cautious central certain chain-smoking charismatic cheap cheeky chief chilly chubby
        civil clean clean-cut clean-shaven clear clever close clumsy cold cold-blooded colorful colourful combative
        common complete complex compliant conniving conservative considerable constant contemporary controversial cool
        corrupt costly courteous covert cowardly crafty craven crazy crooked crucial cruel cuddly cunning curly
        curly-haired current curvy cynical daft dangerous dapper dark dark-haired dashing de-facto dead deadly dear
        deceased deep defiant democratic demure desperate despotic devious devout die-hard different difficult
        diminutive dire direct dirty disgraced disheveled dishevelled dishonest disloyal disputed distinct divisive
        domestic double dour down-to-earth downtown dry due dumb dynastic eager eagle-eyed earlier early earnest east
        eastern easy easygoing egotistical elderly eldest elected elite elusive embattled emerging eminent enigmatic
        enormous entire erratic erstwhile established ethnic evasive evil exact exacting exiled experienced expert extra
        extreme fair fake famed familiar famous far-left far-right fast-talking fatherly fearsome feckless fellow female
        fervent feuding fierce fiery final fine firm fit flamboyant flashy flat fledgling foolish foreign formal former
        formidable foul-mouthed fragile frail freckled free free-spending frequent fresh fresh-faced friendly
        frustrated full full-time fuming fundamental funny furious future gangly gaunt gay general generous genial
        gentle genuine ghastly giant gifted glad glamorous global gloomy goateed good grand grave gray great green
        gregarious grey grinning gritty grizzled gross growing gruff guilty gullible gutsy haggard half hand-picked
        handsome hapless happy hard hard-drinking hard-line hard-nosed hard-up hardline harsh haughty hawkish
        headstrong healthy heartless heavenly heavy heroic high hilly homely hopeless hot hot-headed hot-tempered huge
        human humble humorless humourless hungry ideal idle ignorant ill ill-fated ill-tempered illustrious immature
        immediate imminent impetuous important imposing impulsive inept inexperienced infamous influential inner
        innocent inscrutable insolent intense interim internal international intrepid irate iron-fisted islamic
        isolated jailed jet-setting jobless joint jolly jovial junior just keen key kind kind-hearted laconic laid-back
        lame-duck lanky large larger-than-life last late latest law-abiding lazy leading left left-wing legal legendary
        legitimate less lesser level-headed liberal lifelong light-fingered limited little lively local lone lonely
        long long-time longtime loose lovely low low-key low-profile loyal lucky mad main major male manic many mass
        massive mature maverick mean measly media-savvy media-shy meek mercurial mere messianic methodical meticulous
        middle mighty mild mild-mannered military minor missing mixed moderate modern moneyed moody motherly
        moustachioed much-loved much-maligned multi-millionaire murderous muscular mustachioed mutual mysterious naive
        naked narcissistic narrow nasty national nationalist native naval near necessary nefarious nervous new next
        nice no-nonsense noble noisy nonchalant north northern notorious nuclear obscure odd oil-rich old online older
        oldest one-time onetime only open opportunistic opposite opulent orderly orthodox other out-of-touch outer
        outgoing outright outspoken overall overbearing overweight own parallel paramilitary paranoid part-time partial
        passionate past patient patrician pensive perfect permanent persistent petty photogenic pint-sized pious placid
        plain playful plucky plump polarising polarizing polite pompous poor popular populist portly powerful pragmatic
        precise precocious pregnant present pretty previous prickly primary prime prior private pro-western prolific
        prominent proper proud public publicity-shy pudgy pure puritanical pushy quick quick-witted quiet quiet-spoken
        quirky quixotic radical rakish random ranting rapid rare ready real rebel rebellious recent reclusive red
        reform-minded regional regular religious reluctant renegade renewed renowned resentful responsible restless
        reticent retired revolutionary rich right right-wing rigid rising rival rogue rookie rotund rough round rowdy
        royal rude rural ruthless sad sadistic safe saintly same sane sassy savage savvy scandal-hit scandal-plagued
        scared scary scheming scholarly scruffy secret secular self-appointed self-confessed self-declared self-made
        self-proclaimed self-styled selfish selfless senior sensible separate serial serious severe sexual shady
        shallow shambling shameless sharp sharp-tongued shifty short short-lived short-tempered shrewd shrill shy sick
        sickly significant silent silly silver-haired silver-tongued similar simple single sinister skilful skillful
        skinny sleazy slick slight slim slippery slow sly small smart smelly smiling smooth smug snobbish so-called
        social soft soft-spoken softly-spoken sole solid sorry sound south southern sovereign special specific
        spiritual spoilt sprightly square-jawed stable stalwart stately staunch steady steep stern stiff stocky
        stony-faced straight-talking strange strategic streetwise strict strong strong-willed struggling stubbly
        stubborn studious stuffy stupid suave sudden suitable sullen sunny super sure surly suspected swaggering
        swashbuckling sweet swift sympathetic taciturn talented tall teenage telegenic temperamental tense terrible
        tetchy then thick thick-skinned thin thorough thuggish tight tight-lipped timely timid tiny tired tireless
        titular top tough tough-talking toughest towering tragic traitorous treacherous tremendous tribal trigger-happy
        troublesome true trusty twin two-faced two-time tyrannical ugly ultimate unable unapologetic unassuming
        uncompromising undefeated undisputed unelected unfair unflappable unfortunate unfriendly ungodly unhinged
        unholy uniform unique united unkempt unknown unlikely unlucky unpopular unrepentant unruly unsavory unsavoury
        unscrupulous unsmiling unsung upbeat upper upset urban urgent used useful usual vague vain various vast venal
        vengeful venomous veteran vicious victorious vile vindictive violent visible vital vocal volatile vulnerable
        warm wary wayward weak weak-willed wealthy weary weather-beaten weird well-connected well-heeled well-known
        well-liked well-respected west western wheelchair-bound whistle-blowing white white-haired whole wicked wide
        wild wild-eyed willing wily winning wiry wise witless witty wizened wonderful world-weary worldly worried worse
        worst worth worthless wounded wretched wrong young younger youngest youthful zany zealous
        adept adroit anodyne articulate ashen austere avuncular awkward bankrupt bawdy benign bespoke bipolar bland
        bohemian bony boozy bossy brawny brittle burned-out candid celibate chaste chatty cheery chic chirpy
        clandestine coarse cocky cosy cozy cranky crass creepy crotchety crusty cumbersome curt dainty deadpan deaf
        debonair deft defunct delicate dishy dodgy dotty doughty downmarket dreamy droll drowsy dull earthy effete
        elfin erudite feeble feisty fickle fidgety finicky flabby flaky fleshy flighty flimsy flinty floppy forlorn
        forthright frisky frosty fruity fulsome fussy gawky genteel giddy glib glum goofy grandiose grim grimy grouchy
        grubby grumpy hazy hefty hirsute hoarse hoary homespun huffy ignoble inane insecure insipid irksome jaunty
        jittery jocular jumpy kooky lackluster lacklustre languid lax leafy lewd limp lithe loathsome lofty loopy
        louche loud low-paid lukewarm lurid lusty makeshift maladroit malign mangy maudlin meddlesome messy modest
        morbid moribund morose motley mousy murky mute nerdy nifty nimble nondescript nosy nubile nutty obese obtuse
        oily opaque ornery paltry perky pert perverse pesky petite phony pithy plush posh potty prim prissy pristine
        profligate prolix puny quaint rabid racy rag-tag ragtag rapt raunchy resolute ritzy rotten sallow sanguine
        sappy saturnine scatty scrappy sedate seedy senile serene servile shabby shadowy shaggy shaky shiny shoddy
        silky sketchy sleek sleepy slender slimy sloppy smarmy smutty snarky snazzy sneaky snide snobby snooty snotty
        sober solemn somber sombre sought-after spiky sporty spotty spry spunky squeaky staid stark steadfast stingy
        stodgy stolid stout sturdy sublime subtle suburban sulky superb supine supple svelte swanky swarthy sweaty
        tacky tame tatty tawdry terse testy thirsty thrifty tipsy touchy transgender trendy tricky trite turgid twee
        twitchy uncouth undercover underground unwieldy upmarket upscale upright uptight urbane vapid verbose virile
        voluble wan weepy weighty whiny wholesome willowy wimpy winsome wishy-washy wonky wooden wordy wry
        """,
}
LISTS["DEMONYM"] = """
    afghan african albanian algerian american angolan arab arabian argentine argentinian armenian asian australian
    austrian azerbaijani azeri bahraini bangladeshi basque belarusian belgian bolivian bosnian brazilian british briton
    bulgarian burmese burundian cambodian cameroonian canadian catalan caucasian chadian chechen chilean chinese
    colombian congolese croatian cuban cypriot czech danish dutch ecuadorian egyptian emirati english eritrean estonian
    ethiopian european filipino finnish flemish french gabonese gambian georgian german ghanaian greek guatemalan
    guinean haitian hawaiian hispanic honduran hungarian icelandic indian indonesian iranian iraqi irish israeli italian
    ivorian jamaican japanese jewish jordanian kashmiri kazakh kenyan korean kosovan kosovar kurdish kuwaiti kyrgyz
    laotian latino latvian lebanese liberian libyan lithuanian macedonian malagasy malawian malaysian malian maltese
    mauritanian mexican moldovan mongolian montenegrin moroccan mozambican namibian nepalese nicaraguan nigerian
    nigerien norwegian omani ottoman pakistani palestinian panamanian paraguayan persian peruvian polish portuguese
    qatari roman romanian russian rwandan salvadoran saudi scottish senegalese serb serbian singaporean slovak
    slovenian somali soviet spanish sudanese swedish swiss syrian taiwanese tajik tanzanian texan thai tibetan togolese
    tunisian turk turkish turkmen ugandan uighur uyghur ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni
    yugoslav zambian zimbabwean americans russians syrians libyans turks iraqis iranians israelis palestinians arabs
    kurds germans egyptians saudis afghans ukrainians europeans africans asians mexicans canadians koreans israelites
    croat dane dutchman englishman frenchman frenchwoman irishman irishwoman kurd scot scotsman spaniard swede welshman
    croats danes scots serbs spaniards swedes
    aussie brit kiwi yank alabaman alaskan albertan alsatian anatolian andalusian angeleno arizonan arkansan athenian
    aucklander bavarian bostonian bristolian brummie cairene californian capetonian carioca carolinian chicagoan
    coloradan corkman corkonian cornishman cornishwoman corsican cretan dagestani delhiite donegalman dubliner
    floridian galician galwegian gazan geordie glaswegian goan hongkonger hoosier houstonian idahoan iowan istanbulite
    jerusalemite kansan keralite kentuckian kerryman lagosian lancastrian liverpudlian londoner louisianan mancunian
    marylander melburnian michigander minnesotan mississippian missourian montanan montrealer mumbaikar muscovite
    nairobian neapolitan nebraskan nevadan newfoundlander novocastrian ohioan okinawan oklahoman ontarian orcadian
    oregonian parisian pennsylvanian philadelphian punjabi quebecer quebecker queenslander sarajevan sardinian scouser
    shetlander siberian sicilian sydneysider tasmanian tennessean torontonian tuscan tyrolean ulsterman ulsterwoman
    utahn vancouverite venetian vermonter virginian welshwoman scotswoman dutchwoman yorkshireman yorkshirewoman
    """
LISTS["PLACE"] = """
    afghanistan africa albania algeria america angola argentina armenia asia australia austria azerbaijan bahrain
    bangladesh belarus belgium benin bolivia bosnia botswana brazil britain bulgaria burma burundi california cambodia
    cameroon canada chad chile china colombia congo croatia cuba cyprus denmark dubai ecuador egypt england eritrea
    estonia ethiopia europe finland florida france gabon gambia gaza georgia germany ghana greece guatemala guinea
    haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya
    korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya lithuania luxembourg macedonia madagascar
    malawi malaysia mali malta mauritania mauritius mexico moldova mongolia montenegro morocco mozambique myanmar
    namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines
    poland portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan
    sweden switzerland syria taiwan tajikistan tanzania texas thailand tibet togo tunisia turkey turkmenistan uganda
    ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe abuja algiers amman amsterdam ankara
    athens baghdad bangkok barcelona beijing beirut belgrade benghazi berlin bern bogota boston brussels bucharest
    budapest cairo caracas chicago copenhagen crimea damascus delhi detroit dhaka doha donetsk dublin edinburgh geneva
    hague hanoi havana helsinki houston islamabad istanbul jakarta jerusalem johannesburg kabul karachi kharkiv
    khartoum kiev kyiv kinshasa lagos lahore lima lisbon london luhansk madrid manila mariupol mecca miami milan minsk
    mogadishu montreal moscow mosul mumbai munich nairobi oslo ottawa paris philadelphia prague pyongyang ramallah
    riyadh rome sanaa santiago sarajevo seoul shanghai sofia stockholm sydney taipei tallinn tashkent tbilisi tehran
    tokyo toronto tripoli tunis vienna vilnius warsaw washington yerevan zagreb alabama alaska arizona arkansas
    colorado connecticut delaware hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
    massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania
    tennessee utah vermont virginia wisconsin wyoming uk
    """
LISTS |= GIVEN_NAMES
