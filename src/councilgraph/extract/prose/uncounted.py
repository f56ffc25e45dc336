"""What a number counts where no noun says it but what is told of it: "a team of 50", "12 that inspectors read"."""

import re

_TEAM_OF = re.compile(
    r"\b(?:team|staff|workforce|department|complement|establishment|roster|payroll|social\s+work\s+force)\s+of\s+(?:about\s+|some\s+|just\s+|only\s+|over\s+|more\s+than\s+|nearly\s+|almost\s+)?$",
    re.IGNORECASE,
)
_INSPECTS = re.compile(r"\b(?:inspect\w+|Ofsted|watchdog)\b", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.,;:)?!'\"]|$)|\s+(?:is|are|was|were|has|have|had|in|at|and|but|who|with|to)\b")
_THAT_THEY_READ = re.compile(
    r"\s+(?:that|which)\s+(?:inspectors|they|we|it|the\s+team)\s+(?:\w+ly\s+)?(?:read|saw|looked|sampled|tracked|examined|reviewed|checked|audited)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"\s+(?:who|whom)\s+(?:are|were|have|had|has|is|was|live|left|turned|need|wait|go|went|should)\b")
_AND_DID = re.compile(
    r"\b(?:and|but|then)\s+(?:then\s+|had\s+|also\s+)?(?:sent|returned|closed|reopened|re-opened|found|lost|put|kept|turned|handed|passed|referred|gave|marked|rejected|failed|praised|criticised)\s+(?:just\s+|only\s+|all\s+|about\s+)?$"
)
_AWAY = re.compile(r"\s+(?:straight\s+)?(?:back|away|down|out|up|to|as|for|over|on|of\s+(?:them|these|those))\b")
_LEFT_CARE = re.compile(r"\b(?:left|leaving|leave)\b[^.;]{0,20}\bcare\b")
_FAR = 60  # code points behind a number within which its clause tells


def untold(before: str, after: str, last: str | None, recent: str, *, several: bool) -> str | None:
    """The unit of a number; None where nothing tells it.

    Args:
        before, after: the words of the sentence before and after the number.
        last: the unit that was counted last in the sentence.
        recent: the unit of which the text spoke last.
        several: whether the number is more than one.
    """
    if _TEAM_OF.search(before) and _ENDS.match(after) and not _INSPECTS.search(before):
        return "staff"
    if _THAT_THEY_READ.match(after):
        return "cases"
    if several and _WHO.match(after):
        return "young-people" if _LEFT_CARE.search(after[:_FAR]) else recent
    if last and _AND_DID.search(before) and _AWAY.match(after):
        return last
    return None
