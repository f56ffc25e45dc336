"""Numbers that tell nothing of a council: targets, votes, audiences, somebody's own children, places in an order."""

import re

from councilgraph.extract.prose.counted import Counted
from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.extract.prose.quantities import MONEY, ORDINAL, SHARE, Quantity

_PLACES_IN_ORDER = re.compile(
    r"\s+(?:\w+\s+){0,2}?to\s+(?:be|have|get|receive|win|earn|gain|achieve|fail|reach)\b", re.IGNORECASE
)
_TARGET = re.compile(
    r"\b(?:targets?|ensur(?:e|es|ing)|goals?|aims?|aiming|ambition|limit|ceiling|maximum|recommended|should|must|ought\s+to|needs?\s+to|have\s+to|has\s+to|want(?:s|ed)?\s+to\s+(?:see|get|reach|cut))\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_VOTES = re.compile(r"\s+(?:of\s+the\s+)?(?:votes?|seats?)\b", re.IGNORECASE)
_VOTES_TO = re.compile(r"\bvotes?\s+to\s+$", re.IGNORECASE)
_SPOKEN_WITH = re.compile(
    r"\b(?:heard\s+from|spoke\s+(?:to|with)|spoken\s+(?:to|with)|met(?:\s+with)?|talked\s+(?:to|with)|listened\s+to|interviewed|(?:conversations?|interviews?|discussions?|meetings?)\s+with)\s+(?:also\s+|some\s+|about\s+|over\s+)?$",
    re.IGNORECASE,
)
_NOBODYS = re.compile(
    r"\b(?:attended|signed|backed|organised|watched|heard)\s+by\s+(?:[\w-]+\s+){0,3}$|\b(?:petition|protest|rally|march|crowd|audience)\b[^.;]{0,40}$|\b(?:father|mother|dad|mum|parent|grandmother|grandfather)[\s-]+of[\s-]+$",
    re.IGNORECASE,
)
_OWN_CHILDREN = re.compile(r"\b(?:he|she|who)\b[^.;]{0,80}\bha(?:s|d|ve)\s+(?:\w+\s+)?$", re.IGNORECASE)
_RAISED = re.compile(
    r"\b(?:who|he|she)\b[^.;]{0,30}\b(?:looked\s+after|fostered|adopted|raised|brought\s+up|cared\s+for)\s+(?:about\s+|over\s+|more\s+than\s+)?$",
    re.IGNORECASE,
)
_LARGEST_FAMILY = 10
_CROWD = re.compile(
    r"\s+(?:marched|protested|rallied|demonstrated|gathered|queued|turned\s+(?:up|out)|packed|signed|attended|crowded|staged|came\s+to\s+(?:the|a)\s+(?:meeting|protest|rally|march))\b"
)
_BY = re.compile(r"\bby\s+$", re.IGNORECASE)


def is_nonfact(
    prose: Prose, sentence: Sentence, quantity: Quantity, counted: Counted | None, genre: str | None
) -> bool:
    """Whether a number tells nothing; in a letter neither do the people whom its writers spoke with."""
    if quantity.kind == MONEY:
        return False
    plain = prose.plain
    before = plain[sentence.start : quantity.start]
    if genre == "letter" and counted and _SPOKEN_WITH.search(before):
        return True
    of_councils = counted is not None and counted.unit == "councils"
    if quantity.kind == ORDINAL and not (of_councils and counted and _PLACES_IN_ORDER.match(plain, counted.end)):
        return True
    if quantity.kind == SHARE and counted is None and not _BY.search(before):
        return True
    family = counted is not None and counted.unit == "children" and quantity.value <= _LARGEST_FAMILY
    if counted is not None and _CROWD.match(plain, counted.end):
        return True
    if _RAISED.search(before) or _NOBODYS.search(before) or (family and _OWN_CHILDREN.search(before)):
        return True
    voted = _VOTES.match(plain, quantity.end, sentence.end) or _VOTES_TO.search(before)
    return bool(voted or _TARGET.search(before[-90:]))
