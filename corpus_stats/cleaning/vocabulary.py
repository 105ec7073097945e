"""Closed lists that the rules of cleaning are written with: networks, agencies, words of credits and of datelines.

They are ours, written from what news pages commonly print. A rule that asks for every word of a line to stand in one of
them cannot take a sentence for boilerplate.
"""

from __future__ import annotations

import re

__all__ = [
    "AGENCIES",
    "CITIES",
    "CREDIT_WORDS",
    "NETWORK",
    "OUTLET_WORDS",
    "PAGE_WORDS",
    "PICTURE_WORDS",
    "SHARE_WORDS",
    "SPEECH",
    "STAFF_WORDS",
    "key_of",
]

NETWORK = (
    r"(?:facebook|twitter|instagram|youtube|linkedin|telegram|whatsapp|tiktok|pinterest|"
    r"tumblr|reddit|snapchat|threads|"
    r"mastodon|bluesky|google ?(?:\+|plus|news)|flipboard|messenger|viber|vk|rss|x\b)"
)
AGENCIES = frozenset(
    "reuters ap afp upi dpa epa efe ansa tass interfax xinhua kyodo yonhap jiji ani pti ians "
    "aap bloomberg cnn bbc anadolu "
    "aa dha iha ihlas sana irna isna fars tasnim mehr wam spa kuna qna nna petra wafa mena "
    "lana bna ona saba aps tap map una "
    "rfe rferl voa rt sputnik ria apa azertac ukrinform pap ctk mti belga anp ritzau tt ntb "
    "stt lusa cna antara bernama vna "
    "pna agencies".split()
)
PICTURE_WORDS = frozenset(
    "photo photos photograph photographs photographer image images picture pictures pic "
    "getty shutterstock istock alamy "
    "handout file screenshot screengrab screen-grab wikimedia courtesy illustration stringer archive".split()
)
# Lower-case words that a credit may hold; any other makes it a sentence.
CREDIT_WORDS = frozenset(
    "by via of for from the and in at on to a courtesy handout through pool grab video "
    "credit source social media still de al "
    "el la bin van von der provided released taken commons".split()
) | (PICTURE_WORDS)
STAFF_WORDS = frozenset(
    "by in and of the for from with at to a additional reporting writing editing edited "
    "compiled written translated produced writer writers reporter reporters journalist journalists editor editors "
    "freelance special newsroom bureau staff correspondent correspondents agencies de al el la bin ibn van von "
    "der den di da du dos".split()
)
SHARE_WORDS = frozenset(
    "share sharing tweet retweet pin it email e-mail mail print this article story post page "
    "on via with to by a the your "
    "friends friend link copy and or save like send click opens in new window button buttons "
    "options more pinterest xing "
    "recommend bookmark flip submit".split()
)
# Lower-case words of the appeals, notices and forms of pages, without any word for what the news is about: an appeal
# that holds another one may be a sentence of the article.
PAGE_WORDS = frozenset(
    """
    a about above across address after again agree all already also always an and any anytime anywhere are around as
    at be before being below best better between both but by c can do does don't each either every everything few
    for free from full have having her here him how i if in inside into is it its just keep last latest least less
    let like me more most must my near need never new next no not now of off on once one only or original other our
    out over own per please prior so soon such than thank thanks that the their them then there these they this
    those through to today together too under unless until up us via want was we what when whenever where wherever
    whether which while who why will with within without would you you'd you'll you're you've your yours

    account accounts ad ads advert advertisement advertisements advertising adverts alert alerts analysis analytics
    app apps archive article articles asterisk audience audio author authors box breaking briefing briefings browser
    browsers business button category channel channels code comment commenters commenting comments community company
    conditions confirmation consent content contents conversation cookie cookies copy copyright copyrights corner
    coverage daily data day days delivery desktop details device devices digest digital discussion display e-mail
    e-mails edition editor editorial editors element email emails episode episodes evening evenings events exclusive
    experience experiences feature features feed feedback feeds field fields folder form format friday guidelines
    headline headlines highlights home homepage hour hours html html5 inbox info information instant issue issues
    javascript journalism language link links list live login mail mailing main mandatory material materials media
    member members membership message messages minute minutes mobile month monthly morning mornings name navigation
    news newsletter newsletters newspaper newsroom note notice notification notifications offer offers online option
    options owner owners page pages partner partners password permission permissions personal phone photo photos
    picture pictures platform playback player plugin podcast podcasts policies policy popular post posts preferences
    premium print privacy problem problems profile programme publication publications publisher purpose purposes
    queries query question questions reader readers reading regular reporting rights roundup rules screen search
    seconds section selection service services setting settings site sites smartphone social spam sponsor sponsors
    standards statement stories story subject subscriber subscribers subscription subscriptions support system
    tablet tag tags technologies technology terms text third-party time times top topic topics track traffic
    trending trouble update updates use user username users using version video videos view views visit visitor
    visitors web website websites week weekday weekdays weekend weekends weekly year

    accept accepted accepting acknowledge add affiliated allow allowed analyse analyze appear approval approved ask
    asked become begin broadcast browse browsing cancel cannot check civil clear click clicking close closed
    complete confirm confirming connect connected consenting contact continue continued continues continuing
    contribute copied customise customize delete deliver delivered directly disable disabled disclose discover
    displayed distributed download easily edit enable enabled enhance enjoy ensure enter entered express fill find
    follow following get give go help helpful helps improve improving include included includes including interested
    join know learn leave limited load loading log logged made make manage marked may measure might miss missed
    moderate moderated moderation moderator moderators offered offering open optimise optimize part personalise
    personalised personalize personalized play played polite powered produced protected provide provided providing
    public publish published questionable read real-time receive receiving recommend recommended redistributed
    refresh register registered registering registration related relevant reload remain remember reply report
    reproduced reproduction republished request require required requirements reserved respectful respond return
    review rewritten save scroll see select send sent serve set shall share shared sharing should show sign signed
    signing skip start stay stayed store straight stream submit submitted subscribe subscribed subscribing supported
    suspended switch take tap tell think transmitted try turn turned type understand unsubscribe unsupported updated
    used uses visible visiting watch whole wish work works write written
    """.split()
)
SPEECH = re.compile(
    r"\b(?:said|says|say|told|tells|wrote|writes|asked|added|admitted|announced|argued|"
    r"claimed|according to|warned|tweeted|"
    r"insisted|showed|shows|was|were|had|has|have)\b"
)
# Places whose name before a colon or a dash opens a report; elsewhere more evidence is asked for.
CITIES = frozenset(
    " ".join(key.split())
    for key in """
    abu dhabi, abuja, accra, addis ababa, aden, aleppo, algiers, amman, amsterdam, ankara, athens, atlanta,
    auckland, baghdad, baku, bamako, bangkok, barcelona, basra, beijing, beirut, belfast, belgrade, benghazi,
    berlin, bogota, boston, brasilia, bratislava, brussels, bucharest, budapest, buenos aires, cairo, canberra,
    caracas, casablanca, chicago, colombo, copenhagen, dakar, dallas, damascus, delhi, denver, derna, detroit,
    dhaka, djibouti, doha, donetsk, dubai, dublin, edinburgh, erbil, frankfurt, gaza, geneva, glasgow, hamburg,
    hanoi, harare, havana, helsinki, hong kong, houston, idlib, islamabad, istanbul, jakarta, jeddah, jerusalem,
    johannesburg, juba, kabul, kampala, karachi, kathmandu, kharkiv, khartoum, kiev, kigali, kinshasa, kuala
    lumpur, kuwait city, kyiv, lagos, lahore, lima, lisbon, london, los angeles, lviv, madrid, manama, manila,
    melbourne, mexico city, miami, milan, minneapolis, minsk, misrata, mogadishu, montreal, moscow, mosul,
    mumbai, munich, muscat, nairobi, naypyitaw, new delhi, new york, niamey, nicosia, nouakchott, odesa, odessa,
    oslo, ottawa, panama city, paris, philadelphia, phoenix, prague, pretoria, pristina, pyongyang, quito,
    rabat, ramallah, rangoon, reykjavik, riga, rio de janeiro, riyadh, rome, san francisco, sanaa, santiago, sao
    paulo, sarajevo, seattle, seoul, shanghai, singapore, sirte, skopje, sofia, srinagar, stockholm, sydney,
    taipei, tallinn, tashkent, tbilisi, tehran, tel aviv, the hague, tirana, tobruk, tokyo, toronto, tripoli,
    tunis, united nations, vatican city, vienna, vilnius, warsaw, washington, wellington, yangon, yerevan,
    zagreb, zurich
    """.split(",")
)
# Words that only the name of an outlet holds, beside a place in capitals.
OUTLET_WORDS = frozenset(
    """
    agency bulletin chronicle courier daily dispatch echo examiner express gazette globe guardian herald independent
    inquirer insider journal magazine mail media mirror monitor network news newspaper nation observer online post press
    radio record register report reporter review standard star sun telegraph television times today tribune tv weekly
    wire world
    """.split()
)
_NO_LETTER = re.compile(r"[\W_]+")


def key_of(text: str) -> str:
    """Letters and digits of `text` in lower case, one space between words: two spellings of one line have one key."""
    return _NO_LETTER.sub(" ", text.casefold()).strip()
