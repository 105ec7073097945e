"""What pages print around an article, as patterns over one whole folded line (curly quotes straight, one space).

Every pattern is bounded and is matched against the whole line. Where a pattern holds free text it is open, and a
sentence that it matches must consist of the vocabulary of pages as well.
"""

from __future__ import annotations

import re

from .footers import FOOTERS
from .patterns import wording
from .vocabulary import NETWORK

__all__ = ["FORMS", "WORDINGS", "may_open"]


_NETWORKS = (
    rf"{NETWORK}(?:[ ,:;/&|+.]{{0,3}}(?:and |or )?(?:on |at |via |our )?(?:{NETWORK}|"
    rf"@[\w.]+))*(?: pages?| channels?)?"
)
_PURPOSE = (
    r"(?:[ ,]{0,2}(?:to (?:stay|get|keep|receive|see|join|be)|for (?:more|the latest|updates|"
    r"breaking|all|news|live|daily|"
    r"instant|regular|exclusive)|and (?:subscribe|sign up|join|like|download|stay|never miss))\b.{0,90})?"
)
_N = r"\(?\d[\d.,]*[km]?\)?"

# Tried on the line as it stands, brackets and stars included.
FORMS = (
    wording("share_counters", "tail", r"\(\d[\d.,]*[km]?\)(?: \(\d[\d.,]*[km]?\)){0,9}"),
    wording("share_counters", "tail", r"\d[\d.,]*[km]?(?: \d[\d.,]*[km]?){1,9}"),
    wording(
        "comment_form",
        "tail",
        r"\*.{0,40}\b(?:code|captcha|required|mandatory|fields?)\b.{0,40}",
        is_open=True,
    ),
    # Enumerations have a "(c)" too.
    wording(
        "site_footer",
        "anywhere",
        r"(?:copyright )?(?:(?:©|&copy;) ?|\(c\) ?(?=\d{4}|(?-i:[A-Z]))).{0,200}",
        is_open=True,
    ),
)

_SOCIAL = (
    wording(
        "social_footer",
        "anywhere",
        rf"(?:please |you can |be sure to |also )?(?:follow|like|join|find|connect with|add|watch|subscribe to)"
        rf"(?: us| our [\w' ]{{1,40}}?| me)(?: on| at| via| in)? ?:? ?{_NETWORKS}{_PURPOSE}[.!:]?",
        is_open=True,
    ),
    wording(
        "social_footer",
        "anywhere",
        rf"(?:you can )?follow(?: @\w+| the (?:author|reporter|writer)s?| him| her| them|"
        rf"(?-i: [A-Z][\w.'-]*){{1,5}})?"
        rf" (?:on|at|via) ?:? ?(?:{_NETWORKS}|@\w+){_PURPOSE}[.!:]?",
        is_open=True,
    ),
    wording(
        "social_footer",
        "anywhere",
        rf"(?:share|discuss|comment)(?: (?:this|it|your \w+))?(?: (?:article|story|post|page|"
        rf"news))?(?: on| via| with| by) "
        rf"{_NETWORKS}[.!]?",
    ),
    wording("social_footer", "anywhere", r"follow us(?: on)?(?: here| online| on social media)?[.:!]?"),
    wording("social_footer", "edge", rf"{_NETWORKS}"),
    wording(
        "social_footer",
        "tail",
        r"(?:twitter|e-?mail|contact)(?: the author|"
        r" us)?:? ?(?:@\w+|[\w.+-]+@[\w.-]+)",
    ),
)
_COUNTERS = (
    wording(
        "share_counters",
        "anywhere",
        rf"(?:total )?(?:{_N} (?:shares?|views?|likes?|retweets?|tweets|reads|reactions?)[ ,]{{0,2}}){{1,6}}",
    ),
    wording(
        "share_counters",
        "anywhere",
        rf"(?:total )?(?:(?:shares?|views?|likes?|tweets?|"
        rf"hits|reads) ?:? ?{_N} ?){{1,6}}",
    ),
)
_COMMENTS = (
    wording(
        "comment_form",
        "anywhere",
        r"(?:leave|post|add|write|submit) (?:(?:a|your|the first|new) )?(?:comment|"
        r"reply)s?(?: (?:below|here|cancel reply|now))?[.:!]?",
    ),
    wording(
        "comment_form",
        "anywhere",
        rf"(?:total |view |show |read |see |"
        rf"all )*(?:{_N} comments?|comments? ?:? ?{_N})[.:]?",
    ),
    wording("comment_form", "anywhere", r"comments? (?:about|on|for) this (?:article|story|post|page):?"),
    wording(
        "comment_form",
        "anywhere",
        r"comments? (?:are|is) (?:now )?(?:closed|off|"
        r"disabled|turned off|moderated).{0,60}",
        is_open=True,
    ),
    wording(
        "comment_form",
        "anywhere",
        r"(?:no|view|show|hide|load|read)(?: all| more|"
        r" the)? comments?(?: yet)?[.:]?",
    ),
    wording(
        "comment_form",
        "tail",
        r"comments?(?: (?:section|policy|rules|guidelines))?:?|"
        r"join the (?:conversation|discussion)[.!:]?",
    ),
    wording(
        "comment_form",
        "anywhere",
        r"(?:please )?(?:log ?in|sign in|register|you must be logged in)(?: or (?:register|"
        r"sign up|log in))? to (?:post |leave |add )?"
        r"(?:a )?(?:comment|reply)\b.{0,40}",
        is_open=True,
    ),
    wording(
        "comment_form",
        "anywhere",
        r"your e-?mail address will not be (?:published|shared|made public).{0,80}",
        is_open=True,
    ),
    wording(
        "comment_form", "anywhere", r"(?:all )?(?:required )?fields (?:are )?(?:marked|required).{0,60}", is_open=True
    ),
    wording("comment_form", "anywhere", r"save my (?:name|info).{0,120}", is_open=True),
    wording(
        "comment_form",
        "anywhere",
        r"(?:please )?(?:fill|complete|"
        r"enter)\b.{0,40}\b(?:fields?|form|captcha|code)\b.{0,30}",
        is_open=True,
    ),
    wording(
        "comment_form",
        "anywhere",
        r"please enable javascript to view the comments.{0,60}|comments? powered by .{1,40}",
        is_open=True,
    ),
    wording(
        "comment_form",
        "anywhere",
        r"(?:be the first to comment|"
        r"what do you think\? (?:leave|tell|comment).{0,60})[.!]?",
        is_open=True,
    ),
    wording("comment_form", "tail", r"please\b.{0,80}\bcomment(?:s|ing|ers)?\b.{0,80}", is_open=True),
    wording(
        "comment_form",
        "tail",
        r"(?:your )?(?:name|e-?mail|website|message|subject|"
        r"captcha|security code)(?: address)? ?\*?:?",
    ),
)
_SEARCH = (
    wording(
        "search_box",
        "edge",
        r"search(?: (?:for|this|the|our|by|here|in))?(?: (?:a |your )?(?:keywords?|site|"
        r"website|articles?|news|archives?|terms?))?[.:?]?(?:\.\.)?"
        r"|(?:enter|type)(?: (?:your|a|the|in|to))*(?: (?:search|keywords?))(?: (?:terms?|"
        r"query|keywords?|here))?[.:]?(?:\.\.)?",
    ),
)
_READING = (
    wording(
        "reading_time",
        "anywhere",
        r"(?:about )?\d{1,3}[ -]?(?:mins?|"
        r"minutes?)\.?[ -]?(?:of )?read(?:ing)?(?: time)?",
    ),
    wording(
        "reading_time",
        "anywhere",
        r"(?:estimated |est\.? |"
        r"approx\.? )?read(?:ing)?[ -]?time ?:? ?(?:about )?(?:<? ?\d{1,3}|less than a|one|a few) ?"
        r"(?:mins?|minutes?)?\.?(?: read)?",
    ),
    wording("reading_time", "anywhere", r"(?:\d{1,3}|one|two|three|four|five) (?:minutes?|mins?) to read"),
)
_LINK_LABEL = (
    r"(?:(?:read|see|learn|find out) more(?: (?:about|on|at|from|"
    r"in)(?: this)?(?: [\w'& -]{1,40})?)?|(?:also|must) (?:read|see|watch)|(?:read|see|watch) "
    r"(?:also|next|this|now|live)|related(?: (?:articles?|stories|story|news|links?|videos?|"
    r"posts?|content|coverage|reading))?|"
    r"more on this(?: story)?|don'?t miss|recommended(?: reading| for you)?|further reading|"
    r"see also|editor'?s'? (?:picks?|choice))"
)
# What follows a label is a title: it begins with a capital where the label could open a sentence, and has no full stop.
_TITLE = r"[\"']{0,2}(?-i:[A-Z\u00c0-\u00de]|\d)"
_LINKS = (
    wording("related_link_inline", "anywhere", rf"{_LINK_LABEL}(?: ?[:|>»] ?| - ).{{3,200}}(?<![.!])(?<![.!][\"'])"),
    wording(
        "related_link_inline",
        "anywhere",
        r"(?-i:READ|SEE|WATCH|LISTEN|MORE|VIDEO|"
        r"RELATED|PHOTOS|GALLERY|IN PICTURES|"
        rf"EXPLAINER) ?[:|>] ?{_TITLE}.{{2,160}}(?<![.!\"])",
    ),
    wording(
        "related_link_inline",
        "anywhere",
        rf"(?:watch|listen|in pictures|see photos|gallery) ?: ?{_TITLE}.{{2,120}}(?<![.!\"])",
    ),
    wording(
        "related_link_inline",
        "anywhere",
        r"(?:read|see|learn|find out|watch|listen) more(?: here)?[.:]?(?:\.\.)?",
        opens_links=True,
    ),
    wording(
        "related_link_inline",
        "anywhere",
        r"read (?:the )?(?:full|whole|original|"
        r"rest of (?:the|this)) (?:story|article|"
        r"report|post)(?: (?:here|at|on)\b.{0,60})?[.:]?",
        opens_links=True,
        is_open=True,
    ),
    wording(
        "related_link_inline",
        "anywhere",
        r"(?:read|see|learn|find out|watch) more(?: (?:news|stories|articles|coverage|posts|analysis|opinion|videos?))?"
        r" (?:about|on|at|from|in) .{2,70}(?<![.!?,\"])",
    ),
)
_HEADINGS = (
    wording(
        "related_links",
        "heading",
        r"(?:related(?: (?:articles?|stories|story|news|posts?|content|links?|topics?|"
        r"coverage|reading|items|videos?|tags?|"
        r"internet links))?|(?:you )?(?:may|might) (?:also )?(?:like|be interested in|"
        r"have missed)|you (?:may|might) also like(?: to read)?|"
        r"recommended(?: (?:for you|stories|articles|reading|videos|links))?|(?:most|"
        r"top) (?:read|popular|viewed|shared|watched|stories|"
        r"commented|recent)(?: (?:stories|articles|news|posts))?|popular(?: (?:now|stories|"
        r"posts|articles))?|trending(?: (?:now|stories|news|topics))?|"
        r"(?:read|up|watch|see) next|(?:see|read|also) (?:also|read)|what to read next|"
        r"don'?t miss|latest (?:news|stories|articles|posts|headlines|"
        r"videos|updates)|editor'?s'? (?:picks?|choice)|further reading|around the (?:web|"
        r"bbc)|from the web|more (?:stories|news|articles|top stories)|"
        r"more (?:on|from) (?:this|the) (?:story|topic|section|author|web)|more (?:on|from|"
        r"in) (?-i:[A-Z])[\w'& -]{1,40}|previous (?:article|post|story)|"
        r"next (?:article|post|story)|elsewhere on the web|keep reading|read more on):?(?:\.\.\.)?",
        opens_links=True,
    ),
    wording(
        "related_links",
        "tail",
        r"(?:tags?|topics|filed under|keywords|categories|"
        r"labels|tagged(?: with| under)?|"
        r"related topics)(?: ?:.{0,200})?(?<![.!?])",
        opens_links=True,
    ),
    wording("related_links", "tail", r"(?:previous|next) (?:article|post|story)\b.{0,150}(?<![.!?])"),
)
# The first that matches gives the reason.
WORDINGS = (*_READING, *_SOCIAL, *_COUNTERS, *_COMMENTS, *_SEARCH, *_LINKS, *_HEADINGS, *FOOTERS)

# Most sentences of an article begin with none of these, and are spared the patterns above.
_OPENINGS = frozenset(
    """
    story article
    about estimated est est. approx approx. read reading one two three four five follow please you be also like
    join find connect add watch subscribe share discuss comment comments twitter e-mail email contact total
    shares views likes tweets hits reads share: leave post write submit view show see no hide load log login
    sign register your required fields save fill complete enter what search type must related more don't dont
    recommended further editor's editors' editors listen learn video photos gallery explainer may might most top
    popular trending up latest around previous next elsewhere keep tags topics filed keywords categories labels
    tagged advertisement advertisements sponsored promoted paid advertorial continue copyright get receive
    download click tap accept reject manage allow cookie privacy terms skip back return toggle home homepage
    main menu my loading loading... close donate support print reuse report newsletter newsletters breaking
    source sources via facebook instagram youtube linkedin telegram whatsapp tiktok pinterest tumblr reddit
    snapchat google flipboard our all
    """.split()
)
# Words that open many sentences count only with one of these after them.
_SECOND_WORDS = {
    "in": ("pictures",),
    "the": ("thomson",),
    "by": ("continuing", "using", "browsing", "clicking", "signing", "subscribing"),
    "we": ("use",),
    "this": ("site", "website", "story", "article", "post", "material", "content"),
    "from": ("the",),
    "for": ("more",),
    "and": ("agencies", "news"),
    "with": ("agencies", "news"),
}
_FIRST_WORD = re.compile(r"[\w'.-]+")


def may_open(bare: str) -> bool:
    """Whether a line begins like any of `WORDINGS`, or is too short to tell; spares sentences the patterns."""
    words = bare[:80].lower().split(" ", 2)
    first = words[0].rstrip(":,.!?|>")
    if len(words) > 1 and first in _SECOND_WORDS:
        return words[1].rstrip(":,.") in _SECOND_WORDS[first]
    if first in _OPENINGS or len(bare) <= 24 or bare[0].isdigit() or bare[0] == "(":
        return True
    match = _FIRST_WORD.match(first)
    return (match is not None and match.group() in _OPENINGS) or "ights reserved" in bare.lower()
