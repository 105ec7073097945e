"""What pages print below an article: advertisements, rights, newsletters, cookies, menus."""

from __future__ import annotations

from .patterns import wording

__all__ = ["FOOTERS"]

FOOTERS = (
    wording(
        "site_footer",
        "anywhere",
        r"(?:advertisements?|sponsored(?: content| links?)?|promoted(?: content| stories)?|paid content|advertorial)"
        r"(?: ?-? ?(?:continue reading|article continues|story continues|scroll|skip|supported by).{0,60})?:?",
        is_open=True,
    ),
    wording(
        "site_footer",
        "anywhere",
        r"(?:this )?(?:story|article|post) continues (?:below|"
        r"after)\b.{0,40}|continue reading(?: the main story| below| here)?[.:]?",
        is_open=True,
    ),
    wording(
        "site_footer",
        "anywhere",
        r"copyright,? (?:by )?(?:\d{4}|.{1,80}\d{4}|"
        r"of .{1,60}).{0,160}",
        is_open=True,
    ),
    wording("site_footer", "anywhere", r".{0,160}\ball rights reserved\b.{0,160}", is_open=True),
    wording(
        "site_footer",
        "anywhere",
        r"this (?:material|article|story|"
        r"content) may not be (?:published|reproduced|copied|republished).{0,200}",
        is_open=True,
    ),
    wording("site_footer", "anywhere", r"our standards: .{0,80}|the thomson reuters trust principles\.?", is_open=True),
    wording(
        "site_footer",
        "anywhere",
        r"(?:please )?(?:sign up|subscribe|register|click here to (?:subscribe|"
        r"sign up))(?: now| here| today| free| for free)?,? "
        r"(?:for|to)\b.{0,100}\b(?:newsletters?|alerts?|e-?mails?|inbox|channel|podcast|"
        r"briefing|notifications|feed|magazine)\b.{0,80}",
        is_open=True,
    ),
    wording(
        "site_footer",
        "anywhere",
        r"(?:get|receive)\b.{1,80}\b(?:(?:to|in) your (?:inbox|e-?mail|phone)|(?:our|free|"
        r"daily|weekly) (?:newsletter|e-?mails?|app))\b.{0,60}",
        is_open=True,
    ),
    wording("site_footer", "anywhere", r"download (?:the|our) .{0,40}\bapps?\b.{0,60}", is_open=True),
    wording("site_footer", "anywhere", r"(?:click|tap) here (?:to|for) .{1,100}", is_open=True),
    wording(
        "site_footer",
        "anywhere",
        r"(?:we|this (?:web)?site|"
        r"our (?:web)?sites?) uses? cookies\b.{0,250}",
        is_open=True,
    ),
    wording(
        "site_footer",
        "anywhere",
        r"by (?:continuing|using|browsing|clicking|signing up|"
        r"subscribing)\b.{0,90}\byou (?:agree|accept|"
        r"consent)\b.{0,160}",
        is_open=True,
    ),
    wording(
        "site_footer",
        "anywhere",
        r"(?:accept|reject|manage|allow)(?: all)? cookies|"
        r"cookie (?:policy|settings|preferences|notice|consent)",
    ),
    wording(
        "site_footer",
        "edge",
        r"(?:privacy (?:policy|notice|settings)|"
        r"terms (?:of (?:use|service)|(?:and|"
        r"&) conditions))(?: .{0,60})?",
        is_open=True,
    ),
    wording(
        "site_footer",
        "anywhere",
        r"skip to (?:the )?(?:main )?(?:content|navigation)|"
        r"(?:back|return) to (?:the )?(?:top|home ?page)|toggle navigation",
    ),
    wording(
        "site_footer",
        "edge",
        r"(?:home ?page|home|main menu|menu|contact(?: us)?|about(?: us)?|log ?in|sign in|"
        r"subscribe(?: now)?|sign up|my account|"
        r"loading(?:\.\.\.)?|close|donate(?: now)?|support us|print(?: this)?|"
        r"reuse this content|report (?:an error|a typo|this ad)|"
        r"(?:site )?(?:mobile )?navigation|show more|load more|view more|view all|see all|"
        r"next|previous|newsletters?|breaking news|listen to (?:this )?article)[.!]?",
    ),
    wording(
        "site_footer",
        "tail",
        r"for more (?:news|information|stories|"
        r"updates)\b.{0,40}\b(?:visit|go to|click|see|follow|"
        r"check)\b.{1,80}",
        is_open=True,
    ),
    wording(
        "site_footer",
        "tail",
        r"(?:source|sources|via|-) ?:? ?(?:agencies|news agencies|"
        r"with agencies|afp|ap|reuters|aa|"
        r"anadolu(?: agency)?)(?:[ /,&]{1,3}(?:and )?(?:agencies|"
        r"afp|ap|reuters))*|(?:and|with) (?:news )?agencies",
    ),
)
