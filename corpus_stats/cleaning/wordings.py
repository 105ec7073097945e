"""What pages print around an article, as patterns over one whole folded line (curly quotes straight, one space).

Every pattern is bounded and is matched against the whole line. Where a pattern ends in free text, `no_speech` refuses a
line that quotes somebody or reports what was said.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .vocabulary import NETWORK

__all__ = ["FORMS", "WORDINGS", "Wording"]


class Wording(NamedTuple):
    """A pattern for a whole line, the reason it stands for, and where in an article it is accepted."""

    reason: str
    zone: str
    pattern: re.Pattern[str]
    opens_links: bool = False
    no_speech: bool = False


def _wording(reason: str, zone: str, pattern: str, *, opens_links: bool = False, no_speech: bool = False) -> Wording:
    return Wording(reason, zone, re.compile(pattern, re.IGNORECASE), opens_links, no_speech)


_NETWORKS = rf"{NETWORK}(?:[ ,;/&|+.]{{0,3}}(?:and |or )?(?:on |at |via |our )?(?:{NETWORK}|@[\w.]+))*(?: pages?| channels?)?"
_PURPOSE = (
    r"(?:[ ,]{0,2}(?:to (?:stay|get|keep|receive|see|join|be)|for (?:more|the latest|updates|breaking|all|news|live|daily|"
    r"instant|regular|exclusive)|and (?:subscribe|sign up|join|like|download|stay|never miss))\b.{0,90})?"
)
_N = r"\(?\d[\d.,]*[km]?\)?"

# Tried on the line as it stands, brackets and stars included.
FORMS = (
    _wording("share_counters", "tail", r"\(\d[\d.,]*[km]?\)(?: \(\d[\d.,]*[km]?\)){0,9}"),
    _wording("share_counters", "tail", r"\d[\d.,]*[km]?(?: \d[\d.,]*[km]?){1,9}"),
    _wording("comment_form", "tail", r"\*.{0,40}\b(?:code|captcha|required|mandatory|fields?|confirm\w*|e-?mail|name)\b.{0,40}"),
    _wording("site_footer", "anywhere", r"(?:copyright )?(?:©|\(c\)|&copy;) ?.{0,200}", no_speech=True),
)

_SOCIAL = (
    _wording(
        "social_footer",
        "anywhere",
        rf"(?:please |you can |be sure to |also )?(?:follow|like|join|find|connect with|add|watch|subscribe to)"
        rf"(?: us| our [\w' ]{{1,40}}?| me)(?: on| at| via| in)? ?:? ?{_NETWORKS}{_PURPOSE}[.!:]?",
        no_speech=True,
    ),
    _wording(
        "social_footer",
        "anywhere",
        rf"(?:you can )?follow(?: @\w+| the (?:author|reporter|writer)s?| him| her| them|(?-i: [A-Z][\w.'-]*){{1,5}})?"
        rf" (?:on|at|via) ?:? ?(?:{_NETWORKS}|@\w+){_PURPOSE}[.!:]?",
        no_speech=True,
    ),
    _wording(
        "social_footer",
        "anywhere",
        rf"(?:share|discuss|comment)(?: (?:this|it|your \w+))?(?: (?:article|story|post|page|news))?(?: on| via| with| by) "
        rf"{_NETWORKS}[.!]?",
    ),
    _wording("social_footer", "anywhere", r"follow us(?: on)?(?: here| online| on social media)?[.:!]?"),
    _wording("social_footer", "edge", rf"{_NETWORKS}"),
    _wording("social_footer", "tail", r"(?:twitter|e-?mail|contact)(?: the author| us)?:? ?(?:@\w+|[\w.+-]+@[\w.-]+)"),
)
_COUNTERS = (
    _wording(
        "share_counters",
        "anywhere",
        rf"(?:total )?(?:{_N} (?:shares?|views?|likes?|retweets?|tweets|reads|reactions?)[ ,]{{0,2}}){{1,6}}",
    ),
    _wording("share_counters", "anywhere", rf"(?:total )?(?:(?:shares?|views?|likes?|tweets?|hits|reads) ?:? ?{_N} ?){{1,6}}"),
)
_COMMENTS = (
    _wording(
        "comment_form",
        "anywhere",
        r"(?:leave|post|add|write|submit) (?:a|your|the first|new) (?:comment|reply)s?(?: (?:below|here|cancel reply|now))?[.:!]?",
    ),
    _wording("comment_form", "anywhere", rf"(?:total |view |show |read |see |all )*(?:{_N} comments?|comments? ?:? ?{_N})[.:]?"),
    _wording("comment_form", "anywhere", r"comments? (?:about|on|for) this (?:article|story|post|page):?"),
    _wording("comment_form", "anywhere", r"comments? (?:are|is) (?:now )?(?:closed|off|disabled|turned off|moderated).{0,60}", no_speech=True),
    _wording("comment_form", "anywhere", r"(?:no|view|show|hide|load|read)(?: all| more| the)? comments?(?: yet)?[.:]?"),
    _wording("comment_form", "tail", r"comments?(?: (?:section|policy|rules|guidelines))?:?|join the (?:conversation|discussion)[.!:]?"),
    _wording(
        "comment_form",
        "anywhere",
        r"(?:please )?(?:log ?in|sign in|register|you must be logged in)(?: or (?:register|sign up|log in))? to (?:post |leave |add )?"
        r"(?:a )?(?:comment|reply)\b.{0,40}",
        no_speech=True,
    ),
    _wording("comment_form", "anywhere", r"your e-?mail address will not be (?:published|shared|made public).{0,80}"),
    _wording("comment_form", "anywhere", r"(?:all )?(?:required )?fields (?:are )?(?:marked|required).{0,60}"),
    _wording("comment_form", "anywhere", r"save my (?:name|info).{0,120}"),
    _wording("comment_form", "anywhere", r"(?:please )?(?:fill|complete|enter)\b.{0,40}\b(?:fields?|form|captcha|code)\b.{0,30}", no_speech=True),
    _wording("comment_form", "anywhere", r"please enable javascript to view the comments.{0,60}|comments? powered by .{1,40}"),
    _wording("comment_form", "anywhere", r"(?:be the first to comment|what do you think\? (?:leave|tell|comment).{0,60})[.!]?"),
    _wording("comment_form", "anywhere", r"please let us know if you\b.{1,40}\bcomment(?:s|ing)?\b.{0,30}", no_speech=True),
    _wording("comment_form", "tail", r"please\b.{0,80}\bcomment(?:s|ing|ers)?\b.{0,80}", no_speech=True),
    _wording("comment_form", "tail", r"(?:your )?(?:name|e-?mail|website|message|subject|captcha|security code)(?: address)? ?\*?:?"),
)
_FOOTERS = (
    _wording(
        "site_footer",
        "anywhere",
        r"(?:advertisements?|sponsored(?: content| links?)?|promoted(?: content| stories)?|paid content|advertorial)"
        r"(?: ?-? ?(?:continue reading|article continues|story continues|scroll|skip|supported by).{0,60})?:?",
    ),
    _wording("site_footer", "anywhere", r"(?:this )?(?:story|article|post) continues (?:below|after)\b.{0,40}|continue reading(?: the main story| below| here)?[.:]?"),
    _wording("site_footer", "anywhere", r"copyright,? (?:by )?(?:\d{4}|.{1,80}\d{4}|of .{1,60}).{0,160}", no_speech=True),
    _wording("site_footer", "anywhere", r".{0,160}\ball rights reserved\b.{0,160}", no_speech=True),
    _wording("site_footer", "anywhere", r"this (?:material|article|story|content) may not be (?:published|reproduced|copied|republished).{0,200}"),
    _wording("site_footer", "anywhere", r"our standards: .{0,80}|the thomson reuters trust principles\.?"),
    _wording(
        "site_footer",
        "anywhere",
        r"(?:please )?(?:sign up|subscribe|register|click here to (?:subscribe|sign up))(?: now| here| today| free| for free)?,? "
        r"(?:for|to)\b.{0,100}\b(?:newsletters?|alerts?|e-?mails?|inbox|channel|podcast|briefing|notifications|feed|magazine)\b.{0,80}",
        no_speech=True,
    ),
    _wording(
        "site_footer",
        "anywhere",
        r"(?:get|receive)\b.{1,80}\b(?:(?:to|in) your (?:inbox|e-?mail|phone)|(?:our|free|daily|weekly) (?:newsletter|e-?mails?|app))\b.{0,60}",
        no_speech=True,
    ),
    _wording("site_footer", "anywhere", r"download (?:the|our) .{0,40}\bapps?\b.{0,60}", no_speech=True),
    _wording("site_footer", "anywhere", r"(?:click|tap) here (?:to|for) .{1,100}", no_speech=True),
    _wording("site_footer", "anywhere", r"(?:we|this (?:web)?site|our (?:web)?sites?) uses? cookies\b.{0,250}", no_speech=True),
    _wording("site_footer", "anywhere", r"by (?:continuing|using|browsing|clicking|signing up|subscribing)\b.{0,90}\byou (?:agree|accept|consent)\b.{0,160}", no_speech=True),
    _wording("site_footer", "anywhere", r"(?:accept|reject|manage|allow)(?: all)? cookies|cookie (?:policy|settings|preferences|notice|consent)"),
    _wording("site_footer", "edge", r"(?:privacy (?:policy|notice|settings)|terms (?:of (?:use|service)|(?:and|&) conditions))(?: .{0,60})?", no_speech=True),
    _wording("site_footer", "anywhere", r"skip to (?:the )?(?:main )?(?:content|navigation)|(?:back|return) to (?:the )?(?:top|home ?page)|toggle navigation"),
    _wording(
        "site_footer",
        "edge",
        r"(?:home ?page|home|main menu|menu|contact(?: us)?|about(?: us)?|log ?in|sign in|subscribe(?: now)?|sign up|my account|"
        r"loading(?:\.\.\.)?|close|donate(?: now)?|support us|print(?: this)?|reuse this content|report (?:an error|a typo|this ad)|"
        r"show more|load more|view more|view all|see all|next|previous|newsletters?|breaking news|listen to (?:this )?article)[.!]?",
    ),
    _wording("site_footer", "tail", r"for more (?:news|information|stories|updates)\b.{0,40}\b(?:visit|go to|click|see|follow|check)\b.{1,80}", no_speech=True),
    _wording("site_footer", "tail", r"(?:source|sources|via|-) ?:? ?(?:agencies|news agencies|with agencies|afp|ap|reuters|aa|anadolu(?: agency)?)(?:[ /,&]{1,3}(?:and )?(?:agencies|afp|ap|reuters))*|(?:and|with) (?:news )?agencies"),
)
_SEARCH = (
    _wording(
        "search_box",
        "edge",
        r"search(?: (?:for|this|the|our|by|here|in))?(?: (?:a |your )?(?:keywords?|site|website|articles?|news|archives?|terms?))?[.:?]?(?:\.\.)?"
        r"|(?:enter|type)(?: (?:your|a|the|in|to))*(?: (?:search|keywords?))(?: (?:terms?|query|keywords?|here))?[.:]?(?:\.\.)?",
    ),
)
_READING = (
    _wording("reading_time", "anywhere", r"(?:about )?\d{1,3}[ -]?(?:mins?|minutes?)\.?[ -]?(?:of )?read(?:ing)?(?: time)?"),
    _wording("reading_time", "anywhere", r"(?:estimated |est\.? |approx\.? )?read(?:ing)?[ -]?time ?:? ?(?:about )?(?:<? ?\d{1,3}|less than a|one|a few) ?(?:mins?|minutes?)?\.?(?: read)?"),
    _wording("reading_time", "anywhere", r"(?:\d{1,3}|one|two|three|four|five) (?:minutes?|mins?) to read"),
)
_LINK_LABEL = (
    r"(?:(?:read|see|learn|find out) more(?: (?:about|on|at|from|in)(?: this)?(?: [\w'& -]{1,40})?)?|(?:also|must) (?:read|see|watch)|(?:read|see|watch) "
    r"(?:also|next|this|now|live)|related(?: (?:articles?|stories|story|news|links?|videos?|posts?|content|coverage|reading))?|"
    r"more on this(?: story)?|don'?t miss|recommended(?: reading| for you)?|further reading|see also|editor'?s'? (?:picks?|choice))"
)
_LINKS = (
    _wording("related_link_inline", "anywhere", rf"{_LINK_LABEL} ?[:|>»-] ?.{{3,200}}"),
    _wording("related_link_inline", "anywhere", r"(?-i:READ|SEE|WATCH|LISTEN|MORE|VIDEO|RELATED|PHOTOS|GALLERY|IN PICTURES|EXPLAINER) ?[:|>] ?.{3,160}(?<![.\"])", no_speech=False),
    _wording("related_link_inline", "anywhere", r"(?:watch|listen|in pictures|see photos|gallery) ?: ?.{3,120}(?<![.\"])"),
    _wording("related_link_inline", "anywhere", r"(?:read|see|learn|find out|watch|listen) more(?: here)?[.:]?(?:\.\.)?|read (?:the )?(?:full|whole|original|rest of (?:the|this)) (?:story|article|report|post)(?: (?:here|at|on)\b.{0,60})?[.:]?", opens_links=True),
    _wording("related_link_inline", "anywhere", r"(?:read|see|learn|find out|watch) more(?: \w+)? (?:about|on|at|from|in) .{2,70}(?<![.,\"])", no_speech=True),
)
_HEADINGS = (
    _wording(
        "related_links",
        "heading",
        r"(?:related(?: (?:articles?|stories|story|news|posts?|content|links?|topics?|coverage|reading|items|videos?|tags?|"
        r"internet links))?|(?:you )?(?:may|might) (?:also )?(?:like|be interested in|have missed)|you (?:may|might) also like(?: to read)?|"
        r"recommended(?: (?:for you|stories|articles|reading|videos|links))?|(?:most|top) (?:read|popular|viewed|shared|watched|stories|"
        r"commented|recent)(?: (?:stories|articles|news|posts))?|popular(?: (?:now|stories|posts|articles))?|trending(?: (?:now|stories|news|topics))?|"
        r"(?:read|up|watch|see) next|(?:see|read|also) (?:also|read)|what to read next|don'?t miss|latest (?:news|stories|articles|posts|headlines|"
        r"videos|updates)|editor'?s'? (?:picks?|choice)|further reading|around the (?:web|bbc)|from the web|more (?:stories|news|articles|top stories)|"
        r"more (?:on|from) (?:this|the) (?:story|topic|section|author|web)|more (?:on|from|in) (?-i:[A-Z])[\w'& -]{1,40}|previous (?:article|post|story)|"
        r"next (?:article|post|story)|elsewhere on the web|keep reading|read more on)[:.]?(?:\.\.)?",
        opens_links=True,
    ),
    _wording("related_links", "tail", r"(?:tags?|topics|filed under|keywords|categories|labels|tagged(?: with| under)?|related topics)(?: ?:.{0,200})?", opens_links=True),
    _wording("related_links", "tail", r"(?:previous|next) (?:article|post|story)\b.{0,150}(?<!\.)"),
)
# The first that matches gives the reason.
WORDINGS = (*_READING, *_SOCIAL, *_COUNTERS, *_COMMENTS, *_SEARCH, *_LINKS, *_HEADINGS, *_FOOTERS)
