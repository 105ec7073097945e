"""Given names met in English news: of men, of women; a name of both tells no gender (of our own, general knowledge)."""

from __future__ import annotations

__all__ = ["GIVEN_NAMES"]

GIVEN_NAMES: dict[str, str] = {
    "GIVEN_NAME_M": """
        aaron abdel abdoulaye abdul abdullah abraham adam adel adrian ahmad ahmed aidan alan albert alec alejandro
        aleksandar alessandro alex alexander alexei alexis alfie alfonso alfred ali alistair allan allen alvin amadou
        amir anatoly anders andre andreas andrei andrew andrzej andy angelo angus anthony antoine anton antonio archie
        ariel arjun armando arnold arthur arturo ashok asif axel aziz barack barnaby barry bart bashar basil ben
        benedict benjamin benny bernard bernie bert bill billy bjorn björn blake bob bobby bogdan boris boubacar brad
        bradley brandon brendan brett brian bruce bruno bryan byron caleb callum calvin cameron carl carlo carlos casey
        cecil cedric cesar charles charlie cheikh chester chidi chris christian christopher chuck chukwuma ciprian
        clarence claude claudio clayton clement cliff clifford clint clive clyde colin connor conor conrad corey
        cornelius craig curtis cyril dale damian damien damon dan daniel danny darren darryl dave david dean declan
        denis dennis derek dermot desmond dexter dick diego dieter dimitri dimitris dirk dmitri dmitry dominic don
        donald doug douglas dragan duncan dustin dwayne dwight dylan eamon earl ed eddie edgar edmund eduardo edward
        edwin eli elias elijah elliot elliott elmer emeka emil emilio emmanuel enrico enrique enzo eric erik ernest
        ernesto ethan eugene evan ezra fabian faisal farai fathi felipe felix femi ferdinand fergus fernando fidel filip
        finn florin floyd francesco francis francisco franco francois frank frankie franklin franz fred freddie
        frederick fritz gabriel gareth garry gary gavin gennady geoff geoffrey george gerald gerard gerhard gideon
        gilbert giles giorgos giovanni giuseppe glenn goran gordon graeme graham greg gregory guido guillermo gunther
        gus gustav gustavo guy habib hamid hamish hans harold harry harvey hassan hector helmut henri henrik henry
        herbert herman hiroshi hosni howard hugh hugo humphrey hussein ian ibrahim ibrahima idris idriss igor ike imran
        ingmar isaac ismail issa ivan ivo ivor jabu jack jacob jacques jair jake jamal james jamie jan jared jaroslaw
        jason jasper javier jay jean jed jeff jeffrey jens jeremy jerome jerry jerzy jesse jesus jim jimmy joachim joao
        joaquin jock joe joel joey johan johannes john johnny jon jonah jonas jonathan jong jorge jose josef joseph josh
        joshua juan jules julian julio jurgen justin kai karim karl keith ken kenji kenneth kenny kerry kevin khaled
        khalid khalifa kieran kim klaus kofi konrad kostas krzysztof kurt kwame kwesi kyle lance larry lars laurence
        laurent lawrence lech lee len leo leon leonard leonardo leonid leroy leslie lewis liam lindsay lindsey lloyd
        lorenzo lou louis luc luca lucas luis lukasz luke luther magnus mahmoud malcolm malik mamadou manuel marc marcel
        marcelo marco marcos marcus mario mariusz mark marlon martin marty marvin mateo matt matteo matthew matthias
        maurice max maxim maxwell mehmet melvin michael michel miguel mike mikhail milo milos milton mircea miroslav
        mitch mitt mohamed mohammad mohammed moon moses moussa muammar muhammad murray mustafa nabil narendra nathan
        nathaniel ned neil nelson newt nicholas nick nicolas nigel nikolai nikos nils noah noel norman obinna oleg
        oliver olivier omar osama oscar osman oswald otto ousmane owen pablo panos paolo pascal pat patrick paul pavel
        pawel pedro petar pete peter petro phil philip philippe phillip pierre piers piotr qasem quentin radoslav radu
        rafael rahul raj rajesh ralph ramon ramzan rand randall randy rashid raul ravi ray raymond recep reggie reginald
        rene rex reza ricardo richard rick ricky rob robbie robert roberto robin rod roderick rodney rodrigo roger rohan
        roland rolf roman ron ronald ronnie rory ross roy ruben rudi rudolf rudy rupert russ russell rustam ryan ryszard
        saad sadiq said saleh salem salif salim salman sam samir samuel sandro sandy sanjay sanjeev sasha saul scott
        sean sebastian sekou sergei sergey sergio seth seydou shane shannon shaun shawn shinzo sidney silvio simon sipho
        slobodan stan stanislav stanley stavros stefan stephan stephen steve steven stuart suleiman sunil sven syed
        tadeusz takeshi tariq ted tedros tendai terence terrence terry thabo themba theo theodore thierry thomas tim
        timothy tobias toby todd tom tomas tomasz tommy tony travis trent trevor tristan tunde tyler tyrone umar umberto
        uwe valery vasile vernon viacheslav victor vijay viktor vince vincent vincenzo vitaly vladimir volodymyr vuk
        wade walid walter warren wayne wendell werner wesley wilfred wilfried wilhelm willem william willie wilmer
        winston wojciech wolfgang xavier xi yann yannick yasser yaya yevgeny yitzhak yorgos youssef youssouf yuri yusuf
        yves zac zachary zbigniew zoltan zoran
    """,
    "GIVEN_NAME_F": """
        aaliyah abigail ada adaeze adele adriana agatha agnes agnieszka aisha akiko alejandra alessandra alex alexandra
        alexandria alexis alice alicia alina alison allison amaka amal amanda amara amber amelia amina aminata amy ana
        anastasia anastasiya andrea angela angelica angelina anita anjali ann anna annabel anne annette annie annika
        antonia april ariel arlene ashley astrid audrey aung aurelie ayesha barbara beata beatrice becky belinda bella
        benazir bernadette bernice bertha beryl beth bethany betsy betty beverly bianca biljana birgit blake bonnie
        bozena brenda bridget brigitte britney brittany béatrice camilla camille candice carla carlotta carly carmen
        carol carole caroline carolyn carrie casey cassandra catalina catherine cathy cecilia celeste celia celine
        charlene charlotte chelsea cherie cheryl chiara chioma chloe christa christina christine cindy claire clara
        clare clarissa claudia colette colleen condoleezza connie consuelo cora corinne courtney cristina cynthia daisy
        dana daniela danielle daphne deb debbie deborah debra deepa deirdre delia delphine denise diana diane dianne
        dina dolores donatella donna dora doreen doris dorota dorothy dragana edith edna eileen ekaterina elaine eleanor
        elena eleni elisabeth elisabetta elise eliza elizabeth ella ellen elsa emilia emily emma emmanuelle erica erika
        erin esme esmeralda esperanza esther ethel eugenia eunice eva eve evelyn ewa fanta farah fatima fatma fatou faye
        federica felicity fiona flora florence folake frances francesca freda freya frida gabriela gabriella gail galina
        gemma genevieve georgia georgina geraldine gertrude gillian gina ginevra gisele giulia gladys gloria gordana
        grace grazyna greta gretchen guadalupe gudrun gunilla gwen gwendolyn hanan hanna hannah harriet hazel heather
        heidi heike helen helena helga henrietta hilary hilda hillary holly hope ida ilaria ilhan ilona ilse imelda ines
        ingeborg ingrid inmaculada irene irina iris isabel isabella isla ivana ivanka jacinda jackie jacqueline jadwiga
        jane janet janice jarmila jasmine jean jeanette jeanne jelena jen jenna jennifer jenny jessica jessie jill jitka
        jo joan joanna joanne jocelyn jodie josephine josie joyce juanita judith judy julia juliana julie juliet jutta
        kadiatou kai kamala karen karin katarzyna kate katerina katherine kathleen kathryn kathy katie katya kavita
        kayla kayleigh keiko kelly kellyanne kerry khadija kim kimberly kirsten kirsty kristen kristi kristin kristina
        ksenia laetitia laila lakshmi lara larissa laura lauren laverne layla leah leila lena leonora lesley leslie
        leticia letizia leyla liesel lila liliana lily linda lindiwe lindsay lisa liz ljiljana lois lola loretta lori
        lorna lorraine louisa louise lourdes lucia lucie lucille lucinda lucy ludmila ludovica luisa lydia lynn lyudmila
        mabel madeleine magdalena maggie maisie maja malala malgorzata mandy marcia margaret margarita margot marguerite
        maria mariam mariama marian marianne marie marilyn marina marine marion marisa marisela marisol marjorie marketa
        marlene marta martha martina mary maryam mathilde matilda maud maureen mavis maxine maya meena meg megan melania
        melanie melinda melissa mercedes meredith meryem mia michele michelle mildred milena millicent mimi mina mindy
        miranda miriam mirjana moira molly mona monica monika morag muriel myra nadezhda nadia nadine nadira nancy naoko
        naomi natalia natalie natasha nell ngozi nicola nicole nikki nina nisha nomsa nora norma odette odile oksana
        olena olga olivia oumou paloma pamela pat patricia patsy patty paula pauline peggy penelope penny petra philippa
        phoebe phyllis pippa polina polly pooja priscilla priya queenie rachel raffaella ramona rania rebecca regina
        renata rhoda rhonda rita roberta robin rocio rosa rosalie rosalind rosamund rose rosemary rosie roxanne ruby
        ruth sabina sabine sabrina sadie sally samantha samira sandra sara sarah sasha saskia savannah selina selma
        serena shannon sharon sheila shelley sherry shirley shreya sian sigrid silke silvana silvia simone snezana sofia
        solange soledad solveig sonia sonja sophia sophie soraya stacey steffi stella stephanie sunita sunniva susan
        susana susanna susannah suzanne svanhild svetlana sybil sylvia sylvie tabitha tamara tania tanya tara tatiana
        tendai teresa tess tessa tetiana thandi thelma theresa tina tracey tracy trisha trudy tulsi ulrike uma ursula
        uta valentina valerie vanessa vera veronica veronique vesna vicky victoria viola violet virginia vivian viviane
        wanda wendy whitney wilma winifred xiomara yasmin yasmine yesenia yetunde yoko yolanda yuki yulia yuliya yvette
        yvonne zainab zanele zara zeinab zelda zoe zoya zulma
    """,
}
