"""Posts at other bodies than councils: a company's chief executive, the inspectorate's director, a charity's leader.

The title alone would make them officers of a council; whose post it is stands before it or behind it.
"""

import re
from dataclasses import replace

from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.posts import Post, is_portfolio
from councilgraph.extract.prose.verbs import alternatives
from councilgraph.extract.words import load

_WORDS = {key: alternatives(words) for key, words in load("posts")["employers"].items()}
_ADJECTIVES = r"(?:[\w-]+\s+){0,3}"
_OWNED = re.compile(rf"(?i:{_WORDS['bodies']})'s?\s+{_ADJECTIVES}$")
_OF_INSPECTORS = re.compile(rf"(?i:{_WORDS['inspectorates']})(?:'s?|\s+)\s*{_ADJECTIVES}$")
_CAPITALS = r"[A-Z][\w'&-]*(?:\s+(?:(?:and|of|for|with|the|&)\s+)*[A-Z][\w'&-]*)*"
_WHOSE = re.compile(rf"(?P<body>{_CAPITALS}),\s+(?:which\s+is\s+[^,]{{3,60}},\s+)?whose\s+{_ADJECTIVES}$")
_NAMED_BY = re.compile(
    rf"(?P<body>{_CAPITALS}),\s+(?:which|who)\s+(?:has\s+|have\s+|had\s+)?(?:just\s+|now\s+|recently\s+|already\s+)?"
    rf"(?:{_WORDS['names']})\s+[^,.;]{{3,60}}\s+(?:as\s+|to\s+be\s+)(?:its\s+|the\s+)?{_ADJECTIVES}$"
)
_OF = re.compile(rf"\s*(?:,\s+)?(?:of|at|for|with)\s+(?:the\s+)?(?P<body>{_CAPITALS})")
_BODY_BEHIND = re.compile(
    r"\s*,\s+(?:the\s+)?(?P<body>(?:[A-Z][\w'&-]*\s+(?:(?:and|of|for|the|&)\s+)*){1,7}"
    r"(?:Trust|Group|Board|College|School|University|Police|Constabulary|Foundation|Association|Society|Hospitals?|Company|Network|Institute|NHS)(?![\w'-]))"
)
_A_CHARITY = re.compile(rf"[^,.;]{{0,60}},\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,2}}?(?i:{_WORDS['bodies']})\b")
_A_FORMER = re.compile(r"(?:former|retired|one-time|ex)\b", re.IGNORECASE)
_TOP = re.compile(rf"(?i:{_WORDS['heads']})$")
_BEHIND = 30  # code points behind a post
_FAR = 140  # code points before a post


def elsewhere(plain: str, councils: Councils, post: Post) -> tuple[Post, str | None] | None:
    """The post with the type that it has at another body, and the name of that; None for a council's."""
    before = plain[max(0, post.start - _FAR) : post.start]
    title = plain[post.title : post.end]
    words = plain[post.start : post.end]
    if post.type in ("director", "other-council-officer") and _OF_INSPECTORS.search(before):
        return replace(post, type="inspector"), "Ofsted"
    if post.type not in ("director", "other-council-officer", "council-leader"):
        return None
    if _A_FORMER.match(words) and before.endswith(("a ", "an ", "one-time ")):
        named = [name.council for name in councils.names if post.start <= name.start < post.end]
        if named and named[0] != councils.main:
            return replace(post, type="other"), None
    if _OWNED.search(before) or (_A_CHARITY.match(plain, post.end) and not _names_council(councils, post)):
        return replace(post, type="other"), None
    offset = post.start - len(before)
    for pattern in (_WHOSE, _NAMED_BY):
        found = pattern.search(before)
        if found and not _is_council(councils, offset + found.start("body"), offset + found.end("body")):
            return replace(post, type="other"), found["body"].removeprefix("The ")
    if top := _TOP.match(title) or re.match(rf"(?i:{_WORDS['heads']})(?=\s+(?:of|at|for|with)\s)", title):
        behind = _OF.match(plain, post.title + top.end())
        behind = behind or _BODY_BEHIND.match(plain, post.title + top.end())
        if behind and not is_portfolio(behind["body"]) and not _is_council(councils, *behind.span("body")):
            return replace(post, type="other"), behind["body"]
    return None


def _names_council(councils: Councils, post: Post) -> bool:
    """Whether a post is named with its council."""
    return any(post.start <= name.start < post.end + _BEHIND for name in councils.names)


def _is_council(councils: Councils, start: int, end: int) -> bool:
    """Whether some words name a council."""
    return any(name.start < end and name.end > start for name in councils.names)
