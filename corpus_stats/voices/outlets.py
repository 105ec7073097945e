"""Names of news media: whether a name is one, and whether it is the outlet of an article."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["MEDIA", "is_medium", "is_medium_word", "is_same_outlet"]

MEDIA = frozenset(
    """
    reuters afp ap associatedpress agencefrancepresse bloomberg cnn bbc fox foxnews nbc cbs abc msnbc cnbc npr pbs
    politico axios guardian independent telegraph aljazeera alarabiya alhurra tass ria interfax xinhua anadolu sputnik
    rt dpa efe ansa kyodo yonhap huffpost huffingtonpost breitbart vox buzzfeed usatoday newsweek time economist
    lemonde lefigaro liberation derspiegel spiegel diewelt diezeit bild haaretz itv sky skynews vice slate salon thehill
    hill newyorker atlantic propublica intercept yahoo wsj nyt ft latimes dailybeast dailycaller euronews dw
    deutschewelle middleeasteye almonitor corrieredellasera larepubblica elpais elmundo
    """.split()
)
_MEDIUM = re.compile(
    r"\b(?:News|Times|Post|Journal|Tribune|Herald|Gazette|Chronicle|Magazine|Radio|TV|Television|Press|Daily|Weekly"
    r"|News ?paper|Broadcasting|Observer|Examiner|Mirror|Mail|Sun|Register|Globe|Inquirer|Dispatch|Courier|Wire"
    r"|News Agency|Today)$"
)
_DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?([^/]+?)(?:\.(?:com|org|net|co\.uk|co|news|info|tv))?(?:/.*)?$")


def is_medium(name: str) -> bool:
    """Whether a name is that of a newspaper, agency, broadcaster or the like (a list, and common last words)."""
    return _squeezed(name) in MEDIA or bool(_MEDIUM.search(name))


def is_medium_word(word: str) -> bool:
    """Whether a single word in lower case is such a name."""
    return word in MEDIA


def is_same_outlet(name: str, outlet: str) -> bool:
    """Whether a name is that of the outlet, however that is written (The New York Times: nyt, nytimes.com)."""
    own = _own(outlet)
    last = name.removeprefix("The ").removeprefix("the ")
    if last.isalpha() and _MEDIUM.fullmatch(last) and own.endswith(last.casefold()):
        # The Herald, of the Valley Herald
        return True
    if name.casefold().removeprefix("the ")[:1] != own[:1] or not own:
        return False
    short = _squeezed(name)
    if short == own or (min(len(short), len(own)) >= 5 and (short.startswith(own) or own.startswith(short))):
        return True
    words = re.findall(r"\w+", name.casefold())
    words = words[1:] if words[:1] == ["the"] else words
    # nyt, nytimes: the first words by their initials
    shortened = ("".join(word[0] for word in words[:k]) + "".join(words[k:]) for k in range(2, len(words) + 1))
    return len(words) > 2 and own in shortened


@cache
def _own(outlet: str) -> str:
    domain = _DOMAIN.match(outlet.strip())
    return _squeezed(domain[1] if domain else outlet)


def _squeezed(name: str) -> str:
    letters = "".join(re.findall(r"\w+", name.casefold()))
    return letters.removeprefix("the") if len(letters) > 5 else letters
