"""What inspectors think of a thing, as the verb tells it: "they admired", "it took a dim view of", "it is less taken with".

Such a verb weighs more than the words for the thing itself, and holds for all the things that it names.
"""

import re
from functools import cache

from councilgraph.extract.prose.evaluation import STRENGTH, WEAKNESS, listed
from councilgraph.extract.prose.reporting import INSPECTORS, PAPER

_BETWEEN = (
    r"(?:\s+(?:also|too|however|though|was|were|is|are|has|have|had|been|did|does|do|be|particularly|especially|most|much|rather|more|very|quite|"
    r"all|both|nevertheless|even|then|still|equally|clearly|openly|certainly|rightly|duly|only|a|an|some|no|nothing|plenty|found|finds|saw|contains?|said|says)){0,5}"
)
_ASIDE = r"(?:\s+(?:who|which|that|from|in|of|on|at)\s+[^,.;:]{3,60}?|,\s+[^,.;:]{3,60},)?"
_FOR_BLAME = re.compile(r"[^.;]{0,60}\bfor (?:\w+ )?(?:criticism|blame|censure|attack|reproach)\b", re.IGNORECASE)
_ASIDE_OF = re.compile(r"\bwhich\b", re.IGNORECASE)
_TURNED = re.compile(r"\W*(?:but|yet|though|although|however|while|whereas)\b", re.IGNORECASE)


def stance(words: str, *, joined: bool = False) -> str | None:
    """The type of finding that a verb of the inspectors' makes of what it names; None where none does.

    Args:
        joined: whether the words go on from others that inspectors are the subject of ("but took issue with …").
    """
    found = _verbs().search(words) or (_joined().match(words) if joined else None)
    if found is None or _ASIDE_OF.search(words, max(0, found.start() - 20), found.start() + 1):
        return None
    return STRENGTH if found["good"] and not _FOR_BLAME.search(words, found.end()) else WEAKNESS


def turns(words: str) -> bool:
    """Whether a clause sets itself against what was said of the things before it."""
    return _TURNED.match(words) is not None


@cache
def _verbs() -> re.Pattern[str]:
    good, bad = _lists()
    return re.compile(
        rf"(?<!\w)(?:{INSPECTORS}|{PAPER}){_ASIDE},?{_BETWEEN}\s+(?:(?P<bad>{bad})|(?P<good>{good}))"
        rf"|\bnor\s+(?:was|were|is|are|did|does|do)\s+(?:{INSPECTORS}|{PAPER})\s+(?:\w+\s+)?(?P<unloved>{good})",
        re.IGNORECASE,
    )


@cache
def _joined() -> re.Pattern[str]:
    good, bad = _lists()
    return re.compile(
        rf"\W*(?:(?:but|and|yet|though|while)\s+)?(?:(?:was|were|is|are|also|had|has|have|less|rather|more)\s+){{0,3}}(?:(?P<bad>{bad})|(?P<good>{good}))",
        re.IGNORECASE,
    )


def _lists() -> tuple[str, str]:
    return listed("stance", "good"), listed("stance", "bad")
