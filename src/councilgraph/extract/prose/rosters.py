"""Lists of councils that have a grade of which a count was told: "they are A, B and C", "A is one of the five".

What leads into such a list stands for the councils that were counted: a pronoun, their number, a name of the group.
"""

import re
from collections.abc import Sequence

from councilgraph.extract.prose.belonging import joined_names
from councilgraph.extract.prose.roster_signs import BODIES, COUNT, LEADS
from councilgraph.extract.prose.standing import CouncilName

NEAR = 5
"""Sentences within which a count goes on."""


def listed(text: str, start: int, end: int, names: Sequence[CouncilName], *, graded: bool) -> list[str]:
    """The councils that the words between two offsets name as those that were counted before.

    Args:
        names: the councils named there, one at least.
        graded: whether a grade of its own stands there, which is that of some of them.
    """
    first = names[0]
    if not graded and LEADS.search(text, start, first.start):
        return _all(names)
    row = joined_names(text, names)
    last = next(name for name in reversed(names) if name.council == row[-1])
    if not graded and _OPENS.fullmatch(text, start, first.start) and _ENDS.match(text, last.end, end):
        return row
    joins = _JOINS.search(text, first.end, end)
    if joins is None:
        return []
    return list(dict.fromkeys([*row, *(n.council for n in names if n.start > joins.start() and not graded)]))


def follow(text: str, start: int, end: int, names: Sequence[CouncilName]) -> list[str]:
    """The councils that a sentence names right behind the grade that it says a number of councils have.

    Args:
        start: offset where the grade ends.
        names: the councils named behind it.
    """
    if not names or _ASIDE.search(text, start, names[0].start):
        return []
    row = joined_names(text, names)
    last = next(name for name in reversed(names) if name.council == row[-1])
    if _BEHIND.fullmatch(text, start, names[0].start) or (
        _COMMA.fullmatch(text, start, names[0].start) and _AMONG.match(text, last.end, end)
    ):
        return row
    return []


def group_of(text: str, start: int, end: int) -> str | None:
    """Whether words speak of the ``low`` group or the ``high`` one."""
    found = _GROUP.search(text, start, end)
    return ("low" if found["low"] else "high") if found else None


def is_low(key: str, *, strictly: bool = False) -> bool:
    """Whether a grade is one of the low ones; ``strictly``: one of the lowest."""
    return key in (_LOW[:-1] if strictly else _LOW)


def _all(names: Sequence[CouncilName]) -> list[str]:
    return list(dict.fromkeys(name.council for name in names))


_LOW = ("inadequate", "poor", "performs-poorly", "grade-1", "requires-improvement")
_OPENS = re.compile(r"(?:(?:and|but|so|also|as expected|once more|again),?\s+|['\"])*(?:the\s+)?", re.IGNORECASE)
_OF_THEM = rf"(?:them|those|these|the\s+{COUNT}|that\s+(?:number|group|list)|the\s+{COUNT}\s+{BODIES}|the\s+(?:group|list|number)|their\s+number)"
_ENDS = re.compile(
    rf"(?:'s)?(?:\s+councils?)?\s+(?:is|are|was|were)\s+(?:all\s+|both\s+|also\s+|each\s+)?(?:one|two|three|among|amongst|included\s+among|counted\s+among|numbered\s+among|part)\s*(?:of\s+)?{_OF_THEM}\b"
    rf"|(?:'s)?(?:\s+councils?)?\s+(?:is|are|was|were)\s+(?:the\s+)?(?:another|others?|the\s+others?|the\s+(?:remaining\s+)?{COUNT}|the\s+rest|the\s+(?:{COUNT}\s+)?{BODIES}\s+(?:in\s+question|concerned))(?=\s*[.,;]|\s*\Z)"
    r"|(?:'s)?(?:\s+councils?)?\s+(?:also\s+|all\s+|both\s+)?(?:make|makes|made)\s+(?:it\s+(?:on\s+to|onto|into)|up|the)\s+(?:the\s+|that\s+)?(?:rest|list|group|number|set|cut|grade|total|\w+)\b"
    r"|\s+(?:also\s+|all\s+|both\s+)?(?:appear|appears|feature|features|figure|figures|belong|belongs|stay|stays|stayed|remain|remains|are|is|were|was)\s+(?:also\s+|there\s+|too\s+)*(?:(?:on|in|to)\s+(?:the|that)\s+(?:same\s+|bottom\s+|top\s+|lowest\s+|highest\s+)*(?:list|group|class|band|category|tier|bracket|one)|on\s+it)\b",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"\b(?:(?:is|are|was|were)\s+(?:also\s+)?(?:joined|accompanied|followed)\s+(?:there\s+)?by|joins?\s+(?:it|them|the (?:list|group|club|ranks))|joined\s+(?:it|them|the (?:list|group|club|ranks))|(?:drop|drops|dropped|fall|falls|fell|slip|slips|slipped)\s+in(?:to)?\b(?=\W|\s+(?:it|that|this))|(?:make|makes)\s+up\s+the\s+(?:rest|list|group|number|set)|complete[sd]?\s+the\s+(?:list|group|set|picture)|(?:are|is|were|was)\s+(?:also\s+)?(?:among them|on the list|on that list|in (?:that|this|the (?:bottom|top|same|lowest|highest)) (?:group|class|band|category|tier|bracket)))",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:['\"(,:\s-]|\b(?:(?:overall|services?|ratings?|grades?|judge?ments?|label|verdict|marks?|this\s+(?:year|time|week)|last\s+(?:year|week)|for\s+(?:their|its)?\s*(?:children's\s+(?:services|social\s+care)|safeguarding|child\s+protection)|at\s+(?:their\s+)?children's\s+services|by\s+(?:Ofsted|inspectors|the\s+watchdog)|in\s+\d{4}|as|are|were|is|was|being|they|these|those|of|namely|among|amongst|including|them|with|such|the)\b))*",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:like|unlike|compared|than|against)\b", re.IGNORECASE)
_COMMA = re.compile(r"['\"]?\s*(?:[,:(-])?\s*(?:with\s+)?(?:the\s+)?")
_AMONG = re.compile(
    r"(?:'s)?,?\s+(?:(?:are|were|is|was|being)\s+)?(?:among(?:st)?\s+(?:them|those|these)|included|to name|for (?:instance|example)|notably|in particular)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?:(?P<low>bottom|lowest|worst|failing|failed|poorest|weakest|foot)|top|highest|best)\b(?:\s+(?:group|class|band|category|tier|rung|grade|rating|step|league|division|set|ranks?|one|of\s+the|performers|performing)\b|(?=\s+(?:are|is|were|was)\b))",
    re.IGNORECASE,
)
