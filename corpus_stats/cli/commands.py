"""The commands, in the order in which ``corpus-stats --help`` shows them.

A new command is one line here and one `Command` in the module that the line names.
"""

from __future__ import annotations

__all__ = ["COMMANDS"]

COMMANDS: dict[str, tuple[str, str]] = {
    # name: (module of this package, what it is for)
    "check": ("check", "what was read and dropped, what this corpus can show"),
    "labels": ("actors", "who is called what, by which outlet, in whose voice"),
    "asymmetry": ("actors", "one role on two sides: what each side is called"),
    "attribution": ("actors", "who speaks or thinks: sources, verbs, share of the text"),
    "framing": ("analyses", "loaded terms by outlet, from a lexicon"),
    "keyness": ("comparisons", "what each outlet writes more of, and how sure that is"),
    "robustness": ("comparisons", "one finding under other choices: what changes it"),
    "frequency": ("analyses", "how often each word is used"),
    "ngrams": ("distributions", "how often each run of words is used"),
    "concordance": ("analyses", "every occurrence of a word or phrase in its context"),
    "collocation": ("distributions", "which words stand near a word"),
    "dispersion": ("distributions", "how evenly a word is spread over the articles"),
    "similarity": ("analyses", "how alike the articles' wording is, pair by pair"),
    "topics": ("analyses", "groups of words that occur together"),
    "suggest actors": ("suggesting", "whom the articles name: candidates for a lexicon"),
    "suggest lexicon": ("suggesting", "labels that the lexicon lacks: candidates for it"),
    "coding export": ("coding", "draw sentences for people to code, found and not found"),
    "coding import": ("coding", "how well coders agree, and the tool with them"),
    "report": ("reports", "page, PDF, figures, tables, of a specification or articles"),
    "verify": ("reports", "compare a report with a fresh build, and name what differs"),
    "init": ("starters", "a folder to start from: lexicon, report, list of articles"),
    "schema": ("starters", "JSON schemas of specification and lexicon"),
}
