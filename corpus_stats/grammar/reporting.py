"""Reporting verbs of English news: every form, its lemma, its stance, and what each may introduce.

The lists are written from general knowledge. A verb's *frames* say where its content stands:
    THAT      a clause opened by "that"          CLAUSE  a clause without it ("she said the talks failed")
    TAIL      it may follow the content          TELL    a person addressed stands before the content
    WH        a clause opened by "whether", "how", "why" ...
    INFINITIVE  "to" and a verb ("promised to go")
    DIRECTED  an object, then "to" and a verb ("urged them to go"): the content begins with the object
    OBJECT    a noun group ("criticised the deal"); with TELL it is the person addressed instead
    PARTICLE  a noun group after a preposition ("warned of war", "called for talks")
    ATTITUDE  not speech or thought put into words, but a stand that the outlet ascribes ("opposes the deal")
    AS        an object, then "as" and what it is judged to be ("regards him as a hero"), in the passive too
    NAMING    the same without "as" ("branded him a coward")
    VOICED    a way of uttering: it follows a quotation and nothing else (", sobbed the mayor")
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from .verbs import forms_of

__all__ = [
    "AS",
    "ATTITUDE",
    "CLAUSE",
    "DIRECTED",
    "INFINITIVE",
    "NAMING",
    "OBJECT",
    "PARTICLE",
    "STANCES",
    "TAIL",
    "TELL",
    "THAT",
    "VERBS",
    "VOICED",
    "WH",
    "ReportingVerb",
    "reporting_forms",
    "speaking_forms",
    "speaking_participles",
]

THAT, CLAUSE, TAIL, TELL, WH, INFINITIVE, DIRECTED, OBJECT, PARTICLE, ATTITUDE = (1 << i for i in range(10))
AS, NAMING, VOICED = (1 << i for i in range(10, 13))
STANCES = ("factive", "neutral", "distancing")

_SAY = THAT | CLAUSE | TAIL
_FRAMES: tuple[tuple[int, str], ...] = (
    (_SAY | WH, "say add explain note recall reiterate stress emphasise emphasize repeat"),
    (
        _SAY,
        "state announce declare claim argue insist contend assert maintain allege believe think suggest remark observe "
        "comment quip joke concede admit acknowledge confess boast brag tweet post write testify reckon opine "
        "report conclude predict estimate complain lament caution counter retort reply respond vow swear "
        "affirm confirm guess suppose hope fear worry imagine speculate mention attest interject exclaim whisper shout "
        "yell mutter continue muse surmise warn protest submit theorise theorize underline underscore venture "
        "aver avow blurt bellow carp chant conjecture corroborate demur enthuse fret gripe grouse grumble intone "
        "narrate ponder pontificate reason rejoin relay scream thunder utter vent whine wager bluster fume "
        "confide concur prophesy gush chime marvel sigh sneer scoff snap rant crow growl deadpan tell",
    ),
    (
        THAT | CLAUSE,
        "know feel learn discover realise realize understand assume deny doubt dispute agree disagree decide "
        "show reveal hear indicate imply find figure sense expect wish pray suspect see pretend certify presume bet "
        "rule hint promise pledge disclose forecast",
    ),
    (
        THAT,
        "demonstrate show reveal prove disclose determine establish recognise recognize point specify clarify "
        "demand propose recommend request require urge pledge promise threaten guarantee hint signal "
        "charge accept dream foresee forecast anticipate calculate hypothesise hypothesize postulate posit verify "
        "intimate rule order advocate document detail stipulate reaffirm reassert rejoice regret notice perceive "
        "gather infer deduce conceive envision envisage project judge proclaim profess plead preach rumor rumour "
        "hold divulge volunteer cry argue marvel remember forget",
    ),
    (
        _SAY | TELL | WH,
        "tell inform remind assure notify advise convince persuade reassure alert brief instruct warn teach",
    ),
    (
        WH,
        "ask wonder question know explain describe discuss decide doubt see understand show reveal tell say consider "
        "determine investigate debate detail outline learn recount illustrate clarify figure predict "
        "remember imagine realise realize query note disclose",
    ),
    (TAIL, "blast rage put ask wonder know inquire enquire query show find suggest indicate reveal learn hear"),
    (_SAY | TELL, "text"),
    (
        INFINITIVE,
        "promise vow pledge threaten agree refuse offer propose decline swear volunteer claim profess ask demand "
        "decide expect hope plan want wish intend seek aim aspire long resolve prefer beg consent",
    ),
    (
        DIRECTED,
        "urge want expect ask call implore beg encourage order command instruct advise push press "
        "request pressure invite exhort challenge beseech recommend demand wish "
        "believe deem intend prefer tell warn appeal",
    ),
    (
        OBJECT,
        "criticise criticize denounce condemn slam blast attack assail rip bash lambast lambaste decry deride ridicule "
        "mock praise applaud hail laud commend champion tout extol compliment cite quote mention describe "
        "call label dub brand deem term characterise characterize portray depict paint "
        "dismiss reject deny dispute refute rebut contest question doubt challenge discuss debate "
        "announce propose suggest recommend predict forecast foresee promise pledge threaten "
        "demand request urge advise acknowledge admit concede confirm confess claim allege assert declare proclaim "
        "believe fear lament bemoan regret mourn resent detest despise hate love admire prefer favor "
        "favour support back oppose endorse defend disavow disown repudiate renounce disparage belittle insult demean "
        "trash skewer scold rebuke chide admonish blame congratulate salute "
        "highlight stress emphasise emphasize underscore underline note reiterate repeat outline detail "
        "explain clarify reveal disclose report trumpet advocate recount relate recall "
        "appreciate welcome celebrate cheer want plan "
        "estimate downplay minimise minimize exaggerate overstate understate rationalise rationalize "
        "accuse condone excoriate eviscerate savage pan taunt tease troll needle "
        "vilify demonise demonize scorn shun impugn protest boycott veto misrepresent "
        "attribute reference promote chronicle document contrast preview summarise summarize paraphrase "
        "vow remember romanticise romanticize lionise lionize "
        "hammer pillory liken compare resist illustrate embrace envision imagine interpret "
        "peddle berate castigate censure credit critique curse debunk denigrate deplore discount discredit disdain "
        "dread echo espouse exalt fault glorify herald invoke jeer malign misinterpret parrot rebuff reprimand "
        "reproach retract revile slander smear upbraid uphold relish enumerate broach evoke apologise apologize",
    ),
    (
        ATTITUDE,
        "support back oppose endorse defend favor favour like dislike love hate admire prefer want plan seek aim "
        "expect "
        "dread echo espouse relish uphold invoke evoke intend hope wish detest "
        "despise resent welcome celebrate value appreciate need aspire long champion advocate "
        "attack push pitch allow forbid see hold feel know find show prove address challenge raise issue release "
        "publish protest boycott veto deserve opt resolve undertake agree refuse decline offer hear gather cast "
        "direct order command require determine establish discover learn notice ban mull weigh discuss debate "
        "cheer applaud salute hail congratulate "
        "contemplate consider view regard fear doubt question consent promise threaten vow pledge remember forget "
        "encourage invite pressure press dare decide accept judge rule figure",
    ),
    (
        AS,
        "regard view see describe portray depict characterise characterize paint perceive denounce dismiss hail deride "
        "condemn brand label cast praise vilify reject ridicule mock slam blast decry frame lambast lambaste "
        "denigrate disparage remember recall romanticise romanticize lionise lionize identify address refer speak",
    ),
    (NAMING, "call label dub brand consider deem term name nickname christen"),
    (
        TAIL | VOICED,
        "sob weep wail moan groan roar bark hiss howl snarl stammer murmur mumble gasp giggle laugh chuckle grin "
        "shriek scream beam smile nod shrug snort sniff holler drawl purr squeal squawk boom storm rasp splutter "
        "whimper seethe bleat simper smirk wink gulp croak trill coo",
    ),
)

_PARTICLES: dict[str, str] = {
    "accuse": "of",
    "admit": "to",
    "confess": "to",
    "suspect": "of",
    "allude": "to",
    "apologise": "for",
    "apologize": "for",
    "appeal": "for to",
    "agree": "with to on",
    "argue": "for against",
    "advocate": "for",
    "carp": "about",
    "chafe": "at",
    "demur": "at",
    "fret": "about over",
    "fulminate": "against",
    "gripe": "about",
    "grumble": "about at",
    "harp": "on",
    "inveigh": "against",
    "pontificate": "about on",
    "rage": "against about",
    "stump": "for",
    "vouch": "for",
    "back": "off away",
    "double": "down",
    "elaborate": "on",
    "expound": "on",
    "go": "after",
    "lay": "out",
    "moralise": "about",
    "moralize": "about",
    "seize": "on",
    "ask": "for about",
    "beg": "for",
    "believe": "in",
    "blame": "for on",
    "boast": "about of",
    "brag": "about",
    "call": "for on",
    "campaign": "for against",
    "caution": "against about",
    "charge": "with",
    "claim": "of",
    "comment": "on about",
    "complain": "about of",
    "concern": "about",
    "condemn": "for",
    "congratulate": "on for",
    "criticise": "for",
    "criticize": "for",
    "disagree": "with",
    "disapprove": "of",
    "dream": "of about",
    "fault": "for",
    "hint": "at",
    "hope": "for",
    "inquire": "about",
    "insist": "on upon",
    "joke": "about",
    "lash": "out",
    "lobby": "for against",
    "look": "forward",
    "object": "to",
    "plead": "for with",
    "point": "to out",
    "praise": "for",
    "press": "for",
    "push": "for back",
    "protest": "against",
    "rail": "against",
    "rant": "about",
    "rave": "about",
    "rule": "out",
    "refer": "to",
    "reflect": "on",
    "remark": "on about",
    "respond": "with by to",
    "reply": "with",
    "scoff": "at",
    "side": "with",
    "speak": "of about against",
    "speculate": "about on",
    "sympathise": "with",
    "sympathize": "with",
    "talk": "about of up",
    "tell": "of about",
    "testify": "about",
    "think": "of about",
    "threaten": "with",
    "vow": "to",
    "warn": "of about against",
    "wish": "for",
    "wonder": "about",
    "worry": "about",
    "write": "of about",
}

_FACTIVE = frozenset(
    "confirm note reveal disclose acknowledge admit concede confess discover learn realise realize know understand "
    "recognise recognize point show demonstrate prove document establish find determine observe notice remember "
    "recall explain detail regret remind clarify verify see stress emphasise emphasize underscore underline highlight "
    "divulge forget reaffirm".split()
)
_DISTANCING = frozenset(
    "claim allege insist contend maintain assert deny boast brag argue suggest speculate profess charge accuse "
    "believe think suspect imagine pretend suppose guess reckon complain rumor rumour dispute refute rebut doubt "
    "hint imply assume presume rant peddle tout trumpet theorise theorize question".split()
)


# But for their past these are nouns as often: the tax rules they broke; not ruled they broke them.
_PAST_CLAUSE = frozenset("rule hint promise pledge forecast".split())
# The last letter of these is doubled, which the forms of the grammar do not know of; or they are irregular.
_DOUBLED = frozenset("label dub rip pan brag fret rebut sob signal model snap bet grin shrug nod".split())
_IRREGULAR = {"weep": ("wept", "past"), "foresee": ("foresaw", "past")}


class ReportingVerb(NamedTuple):
    """One form of a reporting verb: `kind` is ``base s past participle ing``, `frames` the flags of this module."""

    lemma: str
    kind: str
    frames: int
    stance: str
    particles: frozenset[str]


def _frames() -> dict[str, int]:
    found: dict[str, int] = {}
    for flag, lemmas in _FRAMES:
        for lemma in lemmas.split():
            found[lemma] = found.get(lemma, 0) | flag
    for lemma in _PARTICLES:
        found[lemma] = found.get(lemma, 0) | PARTICLE
    return found


VERBS: dict[str, int] = _frames()


def stance_of(lemma: str) -> str:
    """Stance of a verb towards what it introduces: one of `STANCES`."""
    if lemma in _FACTIVE:
        return "factive"
    return "distancing" if lemma in _DISTANCING else "neutral"


def _other_forms(lemma: str) -> list[tuple[str, str]]:
    if lemma in _DOUBLED:
        return [(lemma + lemma[-1] + "ed", "past"), (lemma + lemma[-1] + "ing", "ing")]
    return [_IRREGULAR[lemma]] if lemma in _IRREGULAR else []


@cache
def reporting_forms() -> dict[str, ReportingVerb]:
    """Every form of every reporting verb; a form of two verbs belongs to the first in the alphabet."""
    forms: dict[str, ReportingVerb] = {}
    for lemma in sorted(VERBS):
        frames, stance, particles = VERBS[lemma], stance_of(lemma), frozenset(_PARTICLES.get(lemma, "").split())
        for form, kind in [*forms_of(lemma), *_other_forms(lemma)]:
            is_noun = lemma in _PAST_CLAUSE and kind in ("base", "s", "ing")
            verb = ReportingVerb(lemma, kind, frames & ~CLAUSE if is_noun else frames, stance, particles)
            # put, read: past tense rather than a bare stem
            if forms.setdefault(form, verb).lemma == lemma and kind == "past":
                forms[form] = verb
    return forms


@cache
def speaking_forms() -> frozenset[str]:
    """Every form of the verbs whose subject speaks: they may follow what is said, or call somebody something."""
    return frozenset(form for form, verb in reporting_forms().items() if verb.frames & (TAIL | NAMING))


@cache
def speaking_participles() -> frozenset[str]:
    """Present participles of the verbs whose subject speaks, calls or describes: *adding*, *describing*."""
    asked = TAIL | NAMING | AS
    return frozenset(form for form, verb in reporting_forms().items() if verb.kind == "ing" and verb.frames & asked)
