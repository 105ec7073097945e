"""Word lists of English news prose, written from general knowledge; lower case, single words."""

from __future__ import annotations

__all__ = ["ABBREVIATIONS", "LISTS"]

# Shortened ranks and offices, whose full stop ends no sentence.
ABBREVIATIONS = frozenset(
    """
    gen gov sen rep dr mr mrs ms prof col capt lt maj sgt adm brig pfc cpl rev st hon supt det pres amb msgr atty cmdr
    """.split()
)

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
        even ever far fast forward
        further hard hence here how however indeed instead just later least less long maybe meanwhile more moreover
        most much nevertheless now often once only otherwise overseas perhaps quite rather recently reportedly seldom
        since so sometimes somewhat soon still straight there therefore thus today together tomorrow tonight too twice
        up very well when where why yesterday yet
        """,
    "TITLE": """
        admiral ambassador archbishop ayatollah baron baroness bishop brigadier cardinal captain chairman chairwoman
        chancellor chief colonel commander commissioner commodore congressman congresswoman corporal councillor
        councilman councilwoman count countess crown dame deputy director dr doctor duchess duke emir emperor empress
        field general gen gov governor imam judge justice king lady lieutenant lt lord maj major marshal mayor minister
        miss mr mrs ms mullah officer pastor pope premier president prime prince princess prof professor queen rabbi
        rep representative rev reverend saint secretary sen senator sergeant sgt sheikh sheriff shah sir speaker
        sultan vice col capt adm brig pfc cpl attorney spokesman spokeswoman spokesperson detective inspector
        congressperson ceo
        """,
    "PERSON_NOUN": """
        abductor abuser accomplice accountant ace activist actor actress addict adherent administrator admirer adult
        adversary adviser advisor advocate agent agitator aide ally ambassador analyst anchor apologist apostle
        apparatchik applicant apprentice archbishop architect aristocrat arsonist artist aspirant assailant assassin
        assistant associate astronaut atheist athlete attacker attorney auditor aunt author autocrat awardee backbencher
        backer bandit banker barber baron barrister battler beggar beneficiary bigot bigwig billionaire bishop blogger
        bodyguard bomber bookkeeper bookmaker boss boxer boy breadwinner bride brigadier broker brother brute bureaucrat
        burglar businessman businesswoman butcher butler buyer cadet campaigner candidate captain captive captor
        cardinal carer caretaker carpenter castaway celebrity centrist cfo chair chairman chairperson chairwoman
        challenger champion chancellor chaplain charlatan chauffeur cheerleader chef chief chieftain child choreographer
        chronicler citizen civilian clergyman cleric clerk client clown coach collaborator colleague collector colonel
        columnist combatant comedian commandant commander commissioner communist companion compatriot composer comrade
        confidant confidante conqueror conservative conspirator constable consul consultant contender contestant
        contractor convener convenor convict coordinator cop correspondent councillor counsellor counselor counterpart
        courier courtier cousin coward creator creditor cricketer criminal critic crony crook crusader cyclist czar dad
        dancer daredevil darling daughter dealer debutant deceased defector defendant defender delegate demagogue
        democrat demon demonstrator deputy deserter designer despot detainee detective detractor developer devil devotee
        dictator diplomat director disciple dissident diva dj doctor donor dreamer dropout drunkard dupe eccentric
        economist editor educator elder electrician emigre emir emissary emperor employee employer enabler enemy
        enforcer engineer enthusiast entrepreneur envoy escapee evacuee everyman examiner executioner executive exile
        expat expert explorer extremist fan fanatic farmer fascist father fellow felon fiend fighter figure figurehead
        filmmaker financier firebrand firefighter fixer foe follower fool footballer foreigner forerunner forger founder
        fraudster freelancer freshman friend front-runner frontrunner fugitive fundraiser gadfly gambler gangster
        gatekeeper general genius girl godfather golfer goon governor graduate granddaughter grandee grandfather
        grandmother grandson guard guerrilla guest gunman guru gymnast hacker handler hardliner head headmaster
        headmistress headteacher healer heart-throb heir heiress henchman heretic hermit hero heroine hijacker historian
        holdout hooligan hopeful host hostage housewife humanitarian hunter husband hypocrite icon ideologue idiot idol
        imam immigrant imposter impostor incumbent individual informant inmate innovator insider inspector insurgent
        intellectual intermediary interpreter intruder inventor investigator investor islamist jailer janitor jester
        jihadi jihadist jockey joker journalist judge juror justice kid kidnapper killer king kingmaker kingpin knight
        know-all laborer labourer lackey lady landlady landlord laureate lawmaker lawyer leader lecturer legend
        legionnaire legislator liar liberal liberator lieutenant lobbyist loner lord loser lover loyalist magician
        magistrate magnate maid maker man manager mandarin maniac marshal martyr mastermind mathematician matriarch
        maverick mayor mediator medic member mentor mep mercenary merchant messenger messiah midfielder midwife militant
        militiaman millionaire minder minion minister miscreant misfit mobster moderate moderator moderniser modernizer
        mogul monarch monk monster mother motorist mountaineer mouthpiece mp mullah mum murderer musician nanny narco
        nationalist native negotiator neighbor neighbour nemesis neophyte nephew newcomer niece nominee nonentity
        novelist novice nun nurse observer octogenarian offender officer official oligarch ombudsman onlooker operative
        opponent orator organiser organizer orphan outcast outlaw outsider overlord overseer owner paedophile painter
        pal paramedic paratrooper parent pariah parliamentarian partisan partner party-goer passenger passerby pastor
        pathologist patient patriarch patriot patron pawn paymaster peacekeeper peasant pedophile pensioner performer
        perpetrator person petitioner pharmacist philanthropist philosopher photographer physician physicist pilot pimp
        pin-up pioneer pirate plaintiff playboy player playwright plotter plumber plutocrat poet policeman policewoman
        policymaker politician pollster polymath pope populist postmaster potentate powerbroker prankster preacher
        predator predecessor premier presenter president pretender priest prime-minister prince princess principal
        prisoner prodigy producer professor profiteer programmer propagandist prophet proprietor prosecutor protagonist
        protege protegee protester protestor protégé provocateur proxy psychiatrist psychologist psychopath publisher
        pundit puppet puppeteer putschist quarterback queen rabbi rabble-rouser racist racketeer radical raider rancher
        ranger rapist rapper reactionary rebel recluse recruit referee reformer reformist refugee regent renegade
        reporter representative republican researcher reservist resident restaurateur retiree ringleader rioter rival
        robber rookie ruler runner runner-up saboteur sadist sage sailor saint savior saviour scapegoat sceptic schemer
        scholar schoolboy schoolgirl schoolmaster schoolmate schoolteacher scientist scoundrel screenwriter sculptor
        secretary senator separatist septuagenarian sergeant servant serviceman settler shaman sheikh sheriff shooter
        shopkeeper sidekick signatory singer sinner sister skater skeptic skier skipper slave slayer sleuth smuggler
        sniper socialist sociopath soldier solicitor son songwriter speaker specialist spokesman spokesperson
        spokeswoman spouse sprinter spy staffer stalker star statesman stepfather stepmother stooge stranger strategist
        striker strongman student subordinate successor suicide-bomber suitor sultan superstar supporter supremo surfer
        surgeon survivor suspect svengali swimmer swindler sycophant sympathiser sympathizer tactician taskmaster
        taxpayer teacher teammate technician technocrat teenager televangelist terrorist theologian therapist thief
        thinker thug toddler torturer trader trafficker trailblazer trainee trainer traitor translator traveler
        traveller treasurer trickster troublemaker trucker trustee tsar turncoat tycoon tyrant umpire uncle underdog
        underling understudy undertaker upstart usurper vagabond vandal veteran vicar vice-president viceroy victim
        victor vigilante villain virtuoso visionary visitor volunteer voter waiter waitress warden warlord warmonger
        warrior watchdog weakling whistle-blower whistleblower whizz-kid widow widower wife winner witness wizard woman
        womaniser womanizer wordsmith worker wrestler writer wunderkind youngster youth zealot
        """,
    "MALE": """
        he him his himself man men mr boy brother businessman congressman chairman father gentleman grandfather gunman
        husband king lord nephew policeman prince sir son spokesman statesman strongman uncle widower clergyman duke
        emperor militiaman sheikh emir sultan ayatollah imam pope dad godfather grandson headmaster landlord monk
        schoolboy schoolmaster stepfather
        """,
    "FEMALE": """
        she her hers herself woman women mrs ms miss girl sister businesswoman congresswoman chairwoman mother lady
        grandmother wife queen niece policewoman princess daughter spokeswoman aunt widow actress duchess empress
        heroine bride diva granddaughter headmistress housewife landlady maid matriarch mum niece nun schoolgirl
        stepmother waitress
        """,
    "GROUP": """
        administration agency alliance army assembly association authority band bank battalion bench board body bloc
        brigade bureau business cabinet campaign caucus cell center centre church city club coalition college command
        commission committee community company congress consortium convoy corporation council country court crew
        crowd delegation department directorate division embassy enterprise establishment executive faction family
        federation firm fleet force forces foundation front government group guard house industry institute
        institution intelligence junta kingdom leadership legislature majority management media military militia
        ministry minority mission mob movement nation navy network newspaper office opposition organisation
        organization outfit outlet panel parliament party patrol police power press province public regime regiment
        republic school secretariat senate service side squad staff state syndicate team think-tank tribe tribunal
        troop troops union unit university
        """,
    "ORGANISATION_NOUN": """
        academy accord administration agency airlines airways alliance army assembly association authority bank
        battalion bloc board bureau brigade brigades cabinet campaign center centre chamber church club coalition
        college command commission committee company confederation congress consortium corp corporation corps council
        court courts daily department directorate embassy federation force forces foundation front fund gazette
        government group guard guards herald holdings house inc institute institution journal league legion ltd
        magazine ministry mission monitor movement network news newspaper observatory observer office organisation
        organization parliament party post press radio regiment research review secretariat senate service services
        society squad state syndicate television times tribune trust tv union university watch
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
        able absent abrupt absolute acting active actual acute adverse aging ailing alleged alone ambitious ancient
        angry anonymous apparent armed arrogant assertive authoritarian average avid bad bare basic beleaguered best
        better big bitter black blatant bleak blue blunt bold brash brave brief bright broad brown brutal busy calm
        capable careful careless central certain charismatic cheap chief civil clean clear clever close cold common
        complete complex conservative considerable constant contemporary controversial cool corrupt covert cruel
        crucial current dangerous dark de-facto dead deadly dear deep defiant democratic desperate devout different
        difficult dire direct dirty disgraced disputed distinct divisive domestic double downtown dry due dumb eager
        early east eastern easy elderly elected eldest elite embattled emerging enormous entire erratic
        established ethnic evil exact exiled experienced expert extra extreme fair fake famed familiar famous far-right
        far-left fellow female fierce final fine firm fit flamboyant flat foreign formal former formidable fragile free
        frequent fresh frustrated full fundamental future general generous genuine giant glad global good grand grave
        gray great green grey gross growing guilty half happy hard hard-line hardline harsh healthy heavy high huge
        human humble hungry ideal ill immediate imminent important inexperienced infamous influential inner innocent
        intense interim internal international islamic isolated jailed joint junior just key kind large last late
        latest leading left left-wing legal legitimate less lesser liberal limited little local lone lonely long
        longtime long-time loose low loyal lucky mad main major male many mass massive mature mere middle mild military
        minor missing mixed moderate modern muscular mutual naked narrow nasty national nationalist native naval near
        necessary new next nice noble northern north notorious nuclear obscure odd old older oldest only open opposite
        orthodox other outer outgoing outright outspoken overall own paramilitary parallel partial past patient perfect
        permanent persistent plain polite poor popular populist powerful pragmatic precise pregnant present previous
        primary prime prior private pro-western prominent proper proud public pure quick quiet radical random rapid
        rare ready real rebel recent red regional regular religious renegade renewed renowned responsible retired
        revolutionary rich rich right right-wing rigid rising rival rogue rough round royal rude rural ruthless sad
        safe same sane scared secret secular self-declared self-styled self-proclaimed selfish senior separate serious
        severe sexual shallow sharp short shrewd shy sick significant silent similar simple single slight slim slow
        small smart smooth so-called social soft sole solid sorry sound southern south sovereign special specific
        spiritual stable stalwart staunch steady steep stern stiff strange strategic strict strong stubborn stupid
        sudden suitable sunny super sure suspected sweet swift tall tense terrible then thick thin thorough tight tiny
        tired top tough toughest tribal tremendous true twin ugly ultimate unable unelected unfair uniform unique
        united unknown unlikely unpopular upper upset urban urgent used useful usual vague various vast veteran
        vicious violent visible vital vocal vulnerable warm weak wealthy weary weird well-known western west white
        whole wicked wide wild willing wise wonderful worried worse worst worth wounded wrong young younger youngest
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
LISTS["GIVEN_NAME_M"] = """
    aaron abdel abdul abdullah abraham adam adel adrian ahmad ahmed alan albert alejandro alexander alexei ali allan
    amir anatoly anders andre andrei andrew andy angelo anthony antonio arthur asif aziz barack barry bashar ben
    benjamin benny bernard bernie bill bob boris brad bradley brandon brendan brett brian bruce bryan carl carlos
    charles charlie chris christian christopher chuck claude clint colin craig dan daniel dave david dean dennis derek
    dick diego dmitri dmitry dominic don donald doug douglas dwight ed eddie edgar eduardo edward edwin emmanuel enrique
    eric erik ernesto eugene evan faisal fathi felipe felix fernando francis francisco francois frank franklin fred
    gary gavin gennady george gerald gerard gerhard gilbert giovanni giuseppe glenn gordon graham greg gregory gustavo
    guy habib hamid hans harold harry hassan hector henri henry herbert hosni howard hugh hugo hussein ian ibrahim igor
    imran ismail ivan jack jacob jacques jair jake jamal james jan jared jason javier jay jean jeff jeffrey jens jerome
    jerry jesus jim jimmy joachim joao joe joel john johnny jon jonathan jong jorge jose joseph joshua juan julian julio
    justin karl keith ken kenneth kevin khaled khalid khalifa kim klaus kofi kurt kyle lance larry lars lawrence lee
    leon leonard leonid lindsey lloyd louis luc luis luke mahmoud manuel marc marcel marco marcus mario mark martin
    marvin matt matthew maurice max mehmet michael michel miguel mike mikhail mitch mitt mohamed mohammad mohammed
    moon mohammad muammar muhammad mustafa nabil narendra nathan neil nelson newt nicholas nick nicolas nigel nikolai
    noah norman oleg oliver olivier omar oscar osama pablo patrick paul pavel pedro peter petro phil philip philippe
    pierre qasem rafael rahul ralph ramzan ramon rand randy rashid raul ray raymond recep reza ricardo richard rick
    robert roberto rod rodrigo roger roland roman ron ronald ross roy rudy rupert russell ryan saad sadiq said saleh
    salem salman sam samuel scott sean sebastian sergei sergey seth shane shinzo sidney silvio simon stanley stefan
    stephen steve steven stuart syed tariq ted tedros terry theodore thierry thomas tim timothy todd tom tommy tony
    trent trevor umar valery victor viktor vincent vitaly vladimir volodymyr wade walid walter warren wayne wilfried
    william winston wolfgang xi yasser yevgeny yitzhak youssef yuri yusuf zachary
    """
LISTS["GIVEN_NAME_F"] = """
    abigail agnes aisha alexandra alexandria alice alicia alison allison amal amanda amber amina amy ana andrea angela
    angelina anita ann anna anne annette annie april arlene ashley aung ayesha barbara beatrice becky benazir beth
    betsy betty beverly brenda bridget brittany camille carla carly carmen carol caroline carolyn catherine cathy
    cecilia charlotte chelsea cheryl christina christine cindy claire clara claudia colleen condoleezza connie
    cristina cynthia daisy dana danielle deb debbie deborah denise diana diane dianne dolores donna doris dorothy
    eileen elaine elena elisabeth elise elizabeth ella ellen emily emma erica erin esther eva evelyn fatima federica
    fiona florence frances gabriela gail georgia gina gloria grace greta gretchen hanan hannah heather heidi helen
    hillary hope ilhan ingrid irene iris isabel ivanka jacinda jackie jacqueline jane janet janice jean jeanne jen
    jenna jennifer jessica jill jo joan joanna joanne joyce judith judy julia julie kamala karen karin kate katherine
    kathleen kathryn kathy katie kayleigh kellyanne kelly kim kimberly kirsten kristen kristi kristina laila laura
    lauren layla leila leslie liliana lily linda lisa liz lois loretta lori louise lucia lucy lynn madeleine malala
    marcia margaret maria marie marilyn marina marine marjorie marta martha mary maryam maureen meg megan melania
    melissa meredith michele michelle mimi miriam molly monica nadia nancy naomi natalia natalie natasha nicola nicole
    nikki nina nora olga olivia pamela patricia patty paula pauline peggy phyllis rachel rania rebecca regina rita
    roberta rosa rose rosemary roxanne ruth sabrina sally samantha sandra sara sarah savannah shannon sharon sheila
    shirley silvia sofia sonia sophia sophie stacey stephanie susan susana suzanne svetlana sylvia tamara tania tara
    tatiana teresa theresa tina tracy tulsi ursula valerie vanessa vera veronica victoria virginia wendy yasmin yulia
    yvonne zainab zoe
    """
