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
    "compiled written translated produced "
    "newsroom bureau staff correspondent correspondents agencies de al el la bin ibn van von "
    "der den di da du dos".split()
)
SHARE_WORDS = frozenset(
    "share sharing tweet retweet pin it email e-mail mail print this article story post page "
    "on via with to by a the your "
    "friends friend link copy and or save like send click opens in new window button buttons "
    "options more pinterest xing "
    "recommend bookmark flip submit".split()
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
_NO_LETTER = re.compile(r"[\W_]+")


def key_of(text: str) -> str:
    """Letters and digits of `text` in lower case, one space between words: two spellings of one line have one key."""
    return _NO_LETTER.sub(" ", text.casefold()).strip()
