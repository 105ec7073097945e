"""The language of a text, by script and then by function words (nothing downloaded, standard library only).

Also `STOP_WORDS`, the English function words that counting leaves out. Words that tell sides apart in news (former, us,
against, only, un, said, backed, self, under, over, between) and negations (no, not, nor, never) are kept out of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

__all__ = ["STOP_WORDS", "is_read_as_english", "language_of"]

STOP_WORDS: frozenset[str] = frozenset(
    """
    a an the
    i me my mine we our ours you your yours he him his she her hers it its they them their theirs
    myself ourselves yourself yourselves himself herself itself themselves
    this that these those there here
    who whom whose which what when where why how whether
    am is are was were be been being
    do does did doing done have has had having
    can could may might must shall should will would ought
    and or but if because as until while although though unless since than so yet
    of at by for with about into onto through during before after above below to from up down in out on off
    upon within among amid across along around behind beside besides beyond per toward towards via
    again further then once too very just also already still even ever else
    all any both each few more most other others another some such own same several many much every either neither
    let now one ones whatever whoever whenever wherever however therefore thus hence meanwhile
    's 're 've 'll 'd 'm
    """.split()
)

_FUNCTION_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "ca": "el la els les un una i de del dels que en a al amb per no és són ha han va "
        "seva seu aquest aquesta com més "
        "també però quan ja hi ho ser fins des entre sobre molt altres segons abans després",
        "cs": "a v na se je že s z do o k to si ve pro za po by i od jsou byl byla bylo být "
        "jako které který která ale "
        "jeho aby podle také už při nebo ze které jen mezi až před není co tak",
        "da": "og i at er en den til på de med af for ikke der et var han har det som fra om "
        "ved sig blev men også mod "
        "efter eller over havde hun kan skal ville deres hvor siger være nu kun da end været meget nogle",
        "de": "der die das und ist in den von zu mit sich auf für nicht ein eine einer einem "
        "einen als auch es an werden "
        "aus er hat dass sie nach wird bei noch wie um am sind oder war haben nur durch zum "
        "zur über vor im dem des wurde",
        "en": "the of and to in is was for that it on with as at by from his he her she an "
        "be are were this which has have "
        "had not but they their its who will would been or than when after there about into "
        "said also more one can a i if all "
        "what no over against some could him now only other two first new up out so just may "
        "many most where while how "
        "why under between during did do does then these those such through being because "
        "before still own us we you my "
        "our your me off down back says like were should since until very really are it's",
        "es": "el la los las de que y en un una por con no para se su sus del al lo es como "
        "más pero fue ha han este esta "
        "entre desde cuando muy sin sobre también hasta donde ser son está había dijo según tras porque",
        "et": "ja on ei et see ka oli kui mis ta selle oma aga või kes nii siis seda olid "
        "mida pole tema nende välja ning "
        "kuid pärast ütles peale enne juba veel need mille",
        "fi": "ja on ei se että oli hän ovat joka mutta myös kun ne sen mukaan jossa ole "
        "jotka tai niin kuin hänen vain "
        "sekä olivat ollut jo sitä nyt mitä tämä kanssa jälkeen vielä joita voi sanoi",
        "fr": "le la les des et est dans un une du que qui en pour par sur pas au aux avec "
        "ce cette ses son sa il elle ne "
        "se plus ont été sont mais ou leur leurs comme a était après entre deux selon aussi même fait",
        "hr": "i je u na se da su za od s koji koja koje o iz kako do ali nije bi će što to "
        "te samo po ne prema nakon ili "
        "bio bila kao još već nego rekao sve može između protiv tijekom",
        "hu": "a az és hogy nem is egy volt de azt ez meg csak már még el ki mint volna "
        "szerint vagy után lesz ezt kell "
        "pedig között ami aki amely amelyek voltak miatt akkor ha illetve során",
        "id": "yang dan di dari untuk dengan pada ini itu dalam tidak adalah akan ke oleh "
        "telah sebagai juga mereka ada "
        "bahwa tersebut para karena dia bisa kami atau setelah oleh saat lebih sudah antara menjadi kepada",
        "it": "il di che la e è un una per non in sono con del della dei delle gli le lo al "
        "alla da dal nel nella si ha "
        "anche come più ma se ed ai su questo questa hanno stato dopo essere era tra loro suo sua secondo",
        "lt": "ir yra kad su į iš ne tai kaip bet buvo ar už prie po jo jie jis ji savo apie "
        "dar jau taip pat nuo iki "
        "kurie kuris sako tik per kai bus",
        "lv": "un ir ka ar no uz par kas tika bet arī lai viņš viņa ko vai pēc tas ne nav kā "
        "jau pie gan bija savu tikai "
        "vēl līdz to tiek šo",
        "nl": "de het een en van in is dat op te zijn met voor niet die aan er om ook als "
        "bij door naar heeft maar uit hij "
        "was worden werd nog over wordt zich haar dan deze hebben meer tot tegen ze kan geen volgens",
        "no": "og i er det en av på til for som med at den de ikke har et om fra han var å "
        "men seg også ble ved etter eller "
        "hun kan skal sier være nå mot over hadde vil hvor bare enn vært mye noen dette blir må hva",
        "pl": "i w na z się nie do że jest o to jak po od za przez ale dla są był była było "
        "który która które oraz tym "
        "jego jej przed już tylko może także przy być ich został przeciwko między gdy",
        "pt": "o a os as de que e do da dos das em um uma para com não no na nos nas por "
        "mais se como foi ao aos ele ela "
        "são pelo pela também seu sua entre já até quando muito está ser tem à disse após segundo mas",
        "ro": "și în de a la cu pe din nu că este o un să au care pentru sunt mai fost prin "
        "ce sau dar al ale lui după "
        "până fi era între această acest lor când doar către potrivit",
        "sk": "a v na sa je že s z do o k to si vo pre za po by aj od sú bol bola bolo byť "
        "ako ktoré ktorý ktorá ale jeho "
        "aby podľa tiež už pri alebo zo len medzi až pred nie čo tak",
        "sl": "in je v na se da so za z ki pa ne ni tudi po bi od kot do s iz še ter bo že "
        "bil bila kar pri ali med zaradi "
        "kako lahko samo proti",
        "sq": "dhe të e në i me një për nga që është se më nuk u ka si do por kjo ky janë "
        "tij saj ishte duke pas këtë "
        "kanë edhe te",
        "sv": "och i att det som en på är av för med den till inte om ett han har de från "
        "men var sig så efter eller vid "
        "när också under ska säger mot hade blev vara bara hon kan än sin över detta där nu mycket",
        "sw": "ya na wa kwa ni katika la za kuwa hiyo hii cha huyo alisema baada yake huo "
        "lakini hilo watu pia kama ili "
        "wake hivyo wao zaidi hao yao",
        "tl": "ang ng sa na mga at ay ni si kay hindi ito para siya nang may kung niya ko mo pa rin lang ako ka sila "
        "nila kanyang",
        "tr": "ve bir bu da de için ile olarak çok daha olan en ne kadar gibi sonra ancak "
        "ama değil var olduğu olduğunu "
        "tarafından dedi her o ki göre üzerinde arasında ya etti söyledi oldu kendi",
        "vi": "của và là các có được cho không trong với một những này đã người để khi ở từ "
        "đến ra về cũng như vào ông "
        "theo nhiều trên bị tại sau đang sẽ việc",
    }
)
_SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("kana", "぀-ヿ", "ja"),
    ("hangul", "가-힣ᄀ-ᇿ", "ko"),
    ("han", "㐀-鿿", "zh"),
    ("arabic", "؀-ۿݐ-ݿﭐ-﷿ﹰ-ﻼ", "ar"),
    ("cyrillic", "Ѐ-ӿ", "ru"),
    ("hebrew", "֐-׿", "he"),
    ("greek", "Ͱ-Ͽἀ-῿", "el"),
    ("thai", "฀-๿", "th"),
    ("devanagari", "ऀ-ॿ", "hi"),
    ("bengali", "ঀ-৿", "bn"),
    ("tamil", "஀-௿", "ta"),
    ("telugu", "ఀ-౿", "te"),
    ("georgian", "Ⴀ-ჿ", "ka"),
    ("armenian", "԰-֏", "hy"),
    ("ethiopic", "ሀ-፿", "am"),
)
_WITHOUT_SPACES = ("kana", "han", "thai")
_SCRIPT_PATTERNS = tuple((name, re.compile(f"[{block}]"), code) for name, block, code in _SCRIPTS)
_LATIN = re.compile("[A-Za-zÀ-ɏḀ-ỿ]")
_OTHER_SCRIPT = re.compile("[\u0370-\u1dff\u1f00-\u1fff\u2e80-\uffff]+")
_WORD = re.compile(r"[^\W\d_]+")
# Beyond this many characters nothing changes the answer, and a 64 MB file should not be counted through.
_SAMPLE = 2_000
_LEAST_WORDS = 8
_LEAST_SHARE = 0.10
# Before a text is said to be in another language of the Latin script than English: so many words that English has
# not, no one word alone, and so many times as many of its function words as of English ones.
_LEAST_OWN_WORDS = 3
_MARGIN = 1.5
_PARTICLES = frozenset(
    "al bin da das de del della den der di do dos du e el ibn la las le los ten ter van von y".split()
)


def language_of(text: str) -> str:
    """ISO 639-1 code of the language that most of a text is in, or ``"und"``.

    The script decides first; among languages of the Latin script, shares of function words. Fewer than 8 words, words
    of no known language, or fewer than 3 words that tell another from English give ``"und"``. Only the first
    2,000 characters are looked at. Not good for single sentences in closely related languages, nor for texts that
    change language in the middle.

    Returns
    -------
    str
        For example ``"en"``, ``"ar"``, ``"uk"``, ``"und"``.
    """
    sample = text[:_SAMPLE]
    others = "" if sample.isascii() else "".join(_OTHER_SCRIPT.findall(sample))
    if others:
        latin = len(_LATIN.findall(sample))
        counts = {name: len(pattern.findall(others)) for name, pattern, _ in _SCRIPT_PATTERNS}
        # Japanese mixes Kana into Han: a tenth of Kana tells it from Chinese.
        if counts["kana"] * 10 >= counts["han"]:
            counts["kana"] += counts["han"] if counts["kana"] else 0
        script = max(counts, key=lambda name: (counts[name], name))
        # Names and web addresses are in Latin letters everywhere: the other script needs only to outnumber them.
        if counts[script] > latin:
            return _language_of_script(script, counts[script], sample)
    return _latin_language(sample)


def is_read_as_english(text: str, stated: str | None = None) -> bool:
    """Whether a text is read as English: one that is `stated` or recognised to be, or is too short to tell."""
    return (stated or language_of(text)) in ("en", "und")


def _language_of_script(script: str, n: int, sample: str) -> str:
    enough = n >= _LEAST_WORDS if script in _WITHOUT_SPACES else len(_WORD.findall(sample)) >= _LEAST_WORDS
    if not enough:
        return "und"
    if script == "cyrillic":
        return _cyrillic_language(sample.casefold())
    if script == "arabic":
        return _arabic_script_language(sample)
    return next(code for name, _, code in _SCRIPTS if name == script)


def _cyrillic_language(sample: str) -> str:
    if any(letter in sample for letter in "їєґ"):
        return "uk"
    if "ў" in sample:
        return "be"
    if any(letter in sample for letter in "ђћ"):
        return "sr"
    if any(letter in sample for letter in "ѓќѕ"):
        return "mk"
    if any(letter in sample for letter in "ыэё"):
        return "ru"
    if any(letter in sample for letter in "јљњ"):
        return "sr"
    if "і" in sample:
        return "uk"
    # Bulgarian writes ъ inside words where Russian has it only before е, ю, я.
    return (
        "bg"
        if re.search("ъ(?![еюя])", sample) or re.search(r"\b(?:на|се|е|са|от)\b.*\b(?:се|е|са)\b", sample)
        else "ru"
    )


def _arabic_script_language(sample: str) -> str:
    n = len(_WORD.findall(sample))
    if sum(sample.count(letter) for letter in "ٹڈڑںےھ") * 10 > n:
        return "ur"
    if sum(sample.count(letter) for letter in "ټډړښڼۍې") * 10 > n:
        return "ps"
    if sum(sample.count(letter) for letter in "ێۆڵڕە") * 5 > n:
        return "ku"
    # Persian has its own yeh, kaf and four more letters; Arabic has the teh marbuta and the alef with hamza below.
    persian = sum(sample.count(letter) for letter in "یکگچپژ")
    arabic = sum(sample.count(letter) for letter in "يكةىإ")
    return "fa" if persian > arabic else "ar"


def _latin_language(sample: str) -> str:
    written = _WORD.findall(sample)
    if len(written) < _LEAST_WORDS:
        return "und"
    scores = dict.fromkeys(_FUNCTION_WORDS, 0.0)
    n_known = dict.fromkeys(_FUNCTION_WORDS, 0)
    known = _languages_by_word()
    for word, n in Counter(map(str.casefold, written)).items():
        languages = known.get(word, ())
        for language in languages:
            # A word that many languages share says little for any of them.
            scores[language] += n / len(languages)
            n_known[language] += n
    best = max(scores, key=lambda language: (scores[language], language))
    if n_known[best] < max(2.0, _LEAST_SHARE * len(written)):
        return "und"
    # A short English text has few function words, and such as other languages have too: a thug met Ann Lee.
    own = _own_words(best, written)
    is_told = len(set(own)) > 1 and len(own) >= _LEAST_OWN_WORDS and n_known[best] >= _MARGIN * n_known["en"]
    return best if best == "en" or is_told else "und"


def _own_words(language: str, written: Sequence[str]) -> list[str]:
    """Words that English has not: function words of the language, but parts of names, and words with other letters."""
    known = _languages_by_word()
    own: list[str] = []
    for before, word, after in zip(["", *written], written, [*written[1:], ""], strict=False):
        plain = word.casefold()
        is_function_word = language in known.get(plain, ()) and "en" not in known[plain]
        if word[0].islower():
            in_name = plain in _PARTICLES and all(side in _PARTICLES or side[:1].isupper() for side in (before, after))
            if (is_function_word and not in_name) or not word.isascii():
                own.append(plain)
        # Los Angeles, La Jolla; but German has a capital in every noun, and some texts have nothing else.
        elif is_function_word and (
            language == "de" or not after[:1].isupper() or (word[1:].isupper() and after.isupper())
        ):
            own.append(plain)
    return own


@cache
def _languages_by_word() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for language, words in _FUNCTION_WORDS.items():
        for word in sorted(set(words.split())):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}
