"""What is graded, as prose calls it: the labels of frameworks, and plainer names of services."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from councilgraph.extract.words import load

OVERALL, ALL = "overall", "all"

_CHILDREN = r"(?:vulnerable )?(?:children and young people|young people and children|children|young people|youngsters)"


@dataclass(frozen=True, slots=True)
class Area:
    """Words for something graded; ``family`` is their key in the word list, ``printed`` how a record has them."""

    family: str
    printed: str
    start: int
    end: int


def find_areas(text: str, start: int, end: int) -> list[Area]:
    """The areas named between two offsets of a text with plain quotation marks, in order."""
    found: list[Area] = []
    for match in _pattern().finditer(text, start, end):
        family = str(match.lastgroup).replace("_", "-").rstrip("-")
        if family == "elided":
            # "… of care leavers and of children who need protection": the first label's head goes on.
            head = next((a for a in reversed(found) if _HEAD.match(a.printed)), None)
            inner = _pattern().match(text, match.start("rest"), match.end("rest"))
            if head and inner:
                family = str(inner.lastgroup).replace("_", "-")
                printed = _HEAD.match(head.printed)[0] + " ".join(match["rest"].split())  # type: ignore[index]
                found.append(Area(family, printed, match.start("rest"), match.end("rest")))
            continue
        printed = " ".join(match[0].split())
        found.append(Area(family, label(family, printed), match.start(), match.end()))
    return found


def label(family: str, printed: str) -> str:
    """How a record has an area: as printed, without words for the work that is done in it."""
    return str(load("outcomes")["labels"].get(family) or _WORK.sub("", printed))


_WORK = re.compile(
    r"(?:work with|care (?:of|for)|its|their|support for|help for(?= care leavers)) | (?:of|for) (?:vulnerable )?children(?: and young people)?(?<=safeguarding of children)$",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?:the )?(?:general |overall )?experiences?(?: and progress)? of ", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    """One pattern with a group for each family, the longest label of any family first."""
    labels = [
        (spelling, family)
        for family, words in load("outcomes")["areas"].items()
        for word in words
        for spelling in _spellings(word)
    ]
    labels.sort(key=lambda item: -len(item[0]))
    # Python has one group a name: the alternatives of a family go on under numbered names.
    families = list(load("outcomes")["areas"])
    longest = {family: max(len(s) for s, f in labels if f == family) for family in families}
    groups = []
    for family in sorted(families, key=lambda f: (f != "partnership", -longest[f])):
        words = "|".join(_worded(s) for s, f in labels if f == family)
        groups.append(rf"(?P<{family.replace('-', '_')}>{words})")
    rest = "|".join(
        _worded(s)
        for s, f in labels
        if f in ("help-and-protection", "care-leavers", "children-in-care") and not s.startswith(("the ", "exp"))
    )
    elided = rf"(?:(?<=and )|(?<=, ))of (?P<rest>{rest})(?P<elided>)"
    return re.compile(
        rf"(?<![\w-])(?:{elided}|{'|'.join(groups)})(?![\w-])(?! (?:boards?\b|grants?|budget|leader|spokes\w+|tax|house|chiefs?|bosses|said|says)\b)",
        re.IGNORECASE,
    )


def _worded(spelling: str) -> str:
    return re.escape(spelling).replace(r"\ ", r"\s+").replace("%", _CHILDREN.replace(" ", r"\s+"))


def _spellings(label: str) -> Iterable[str]:
    """A label with and without each of its words in brackets."""
    options = re.split(r"(\([^)]*\)) ?", label)
    found = [""]
    for part in options:
        if part.startswith("("):
            found = [*found, *(one + part[1:-1] + " " for one in found)]
        else:
            found = [one + part for one in found]
    return {" ".join(one.split()) for one in found}
