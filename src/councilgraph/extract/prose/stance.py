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
_TURNED = re.compile(r"\W*(?:but|yet|though|although|however|while|whereas)\b", re.IGNORECASE)


def stance(words: str) -> str | None:
    """The type of finding that a verb of the inspectors' makes of what it names; None where none does."""
    found = _verbs().search(words)
    if found is None:
        return None
    return STRENGTH if found["good"] else WEAKNESS


def turns(words: str) -> bool:
    """Whether a clause sets itself against what was said of the things before it."""
    return _TURNED.match(words) is not None


@cache
def _verbs() -> re.Pattern[str]:
    good, bad = listed("stance", "good"), listed("stance", "bad")
    return re.compile(
        rf"(?<!\w)(?:{INSPECTORS}|{PAPER}){_ASIDE},?{_BETWEEN}\s+(?:(?P<bad>{bad})|(?P<good>{good}))"
        rf"|\bnor\s+(?:was|were|is|are|did|does|do)\s+(?:{INSPECTORS}|{PAPER})\s+(?:\w+\s+)?(?P<unloved>{good})",
        re.IGNORECASE,
    )
