"""What leads into a list of findings: of what is well, of what is not, of what is to be done."""

import re
from functools import cache

from councilgraph.extract.prose.evaluation import IMPROVEMENT, PRIORITY, STRENGTH, WEAKNESS, listed
from councilgraph.extract.prose.reporting import attributed

POINT = 200
"""Code points of a paragraph that can be a point of a list."""
_PRIORITY = re.compile(r"\bpriority\b", re.IGNORECASE)
_OPEN = re.compile(r"(?::|-|\bthat|\bto|\bfor)\s*$")
_THEY = re.compile(
    r"\b(?:inspectors|Ofsted|they|the (?:team|report|letter|watchdog|inspectorate))\s*:\s*$", re.IGNORECASE
)
_AREA = re.compile(
    r"\W*(?:the )?(?:overall effectiveness|impact of leaders|experiences (?:and progress )?of|effectiveness of|children who need help|leadership, management|help and protection|adoption performance|care leavers)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"\W*?(?:(?P<good>[\U0001F7E2\u2705\u2714\u2713\U0001F44D\u2795])|[\U0001F534\U0001F7E0\u274C\u2716\u2717\u2718\U0001F44E\u26A0\u2796])"
)


def heads(words: str) -> str | None:
    """The type of the list under a heading; empty where its points tell their own, None where it heads no findings."""
    kind = _kind(words)
    return kind if kind is not None else "" if _pattern("plain").search(words) else None


def leads(words: str) -> str | None:
    """The type of the list that a sentence leads into; empty where its points tell their own, None where it leads into none."""
    if not _OPEN.search(words):
        return None
    kind = _kind(words)
    if (
        kind is None
        and not _THEY.search(words)
        and not attributed().search(words)
        and not _pattern("plain").search(words)
    ):
        return None
    return kind or ""


def is_area(words: str) -> bool:
    """Whether a point only names what was graded."""
    return _AREA.match(words) is not None


def sign(words: str, start: int, end: int) -> str | None:
    """The type of finding that a tick or a cross before a point makes of it."""
    found = _SIGN.match(words, start, end)
    if found is None:
        return None
    return STRENGTH if found["good"] else WEAKNESS


def _kind(words: str) -> str | None:
    """The type that words name: the last one, since "not all was praise: among the failings" ends with what follows."""
    if _PRIORITY.search(words):
        return PRIORITY
    named = [
        (match.end(), kind)
        for name, kind in (("good", STRENGTH), ("bad", WEAKNESS))
        for match in _pattern(name).finditer(words)
    ]
    if _pattern("asked").search(words) and not any(kind == STRENGTH for _, kind in named):
        return IMPROVEMENT
    return max(named)[1] if named else None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(listed("leads", name), re.IGNORECASE)
