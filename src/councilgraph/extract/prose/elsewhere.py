"""Councils that a text names beside the one it is about: for geography only, or because the like was done to them.

One that is next door, has services of its own, or has its inspection still to come asserts nothing; one whose services a
trust runs, or that ministers stepped in at, is part of what is told.
"""

import re


def is_apart(plain: str, end: int, stop: int) -> bool:
    """Whether a sentence names a council only to say what is not told of it.

    Args:
        end: offset where the name ends.
        stop: where the sentence ends.
    """
    found = _APART.match(plain, end, stop)
    return found is not None and not _TAKES_PART.search(found[0])


def was_treated_alike(plain: str, begin: int, start: int, end: int, stop: int) -> bool:
    """Whether a sentence says that a council's services were taken over, or that ministers stepped in there.

    Args:
        begin, stop: offsets of the sentence.
        start, end: offsets of the name.
    """
    return bool(
        _DONE_TO.search(plain, begin, start)
        or (_OPENS.fullmatch(plain, begin, start) and _UNDERWENT.match(plain, end, stop))
    )


_NAMES = (
    r"(?:,?\s+(?:and|or|nor)\s+(?:the\s+)?(?:[A-Z][\w'-]+\s+){0,4}[A-Z][\w'-]+)?(?:\s+councils?|\s+authorit(?:y|ies))?"
)
_ASIDE = r"(?:,\s+(?:over|across|on|just|next|to|in|beyond|further|which|the|its|a|an|whose)\b[^,.;]{0,90},)?"
_HERE = r"(?:neighbouring|nearby|next[\s-]door|the\s+other\s+(?:side|bank|half)|the\s+rest\s+of|the\s+remainder|across\s+the\s+(?:border|river|boundary|estuary|water)|over\s+the\s+(?:border|river|boundary)|adjoining|surrounding|adjacent|beyond\s+(?:the|its)\s+(?:border|boundary))"
_APART = re.compile(
    rf"(?:'s)?{_NAMES}{_ASIDE}\s+(?:"
    rf"(?:(?:also|still|meanwhile|separately)\s+)?(?:runs?|provides?|looks?\s+after|(?:is|are)\s+(?:in\s+charge|responsible)|serves?|covers?|has\s+charge|have\s+charge|oversees?|manages?|delivers?)\s[^.;]{{0,60}}?\b{_HERE}"
    r"|(?:was|were|is|are|has|have|had|did|does|do)(?:n't|\s+not|\s+never)\s+(?:\w+\s+){0,3}?(?:part|inspect\w*|included|involved|visit\w*|covered|affected|looked\s+at|examined)\b"
    r"|(?:has|have|had)\s+(?:had|seen|received|faced)\s+no\s+(?:such\s+)?(?:inspections?|visits?|reports?)"
    r"|(?:has|have)\s+(?:yet|still)\s+to\s+(?:be|have|face|receive|undergo|get|see)\b"
    r"|(?:has|have)\s+not\s+(?:yet\s+|so\s+far\s+)?(?:been|had|faced|undergone)\b[^.;]{0,30}\b(?:inspect|visit|examin|assess)"
    r"|(?:will|is\s+to|are\s+to|(?:is|are)\s+(?:due|likely|set|expected)\s+to|expects?\s+to)\s+(?:be\s+)?(?:next\s+)?(?:inspected|visited|(?:have|get|face|see|receive|welcome|host)\s+(?:its|their|an?|Ofsted|inspect\w+|the\s+inspect\w+)|undergo)\b"
    r"|(?:still\s+)?awaits?\b|(?:is|are)\s+(?:still\s+)?(?:awaiting|waiting)\b"
    r"|(?:comes?|is|are)\s+(?:next|up\s+next)\b(?=\s*[.,;])"
    r"|(?:turn|inspection|report|visit|inspectors)\s+(?:comes?|is|are|will\s+(?:come|be|follow)|follows?)\b"
    r"|(?:lies?|sits?|stands?|is|are)\s+(?:just\s+|only\s+)?(?:\w+\s+miles?\s+)?(?:away|to\s+the\s+(?:north|south|east|west)|over\s+the|across\s+the|next\s+door|nearby|on\s+the\s+other\s+side)"
    r"|(?:answers?|accounts?)\s+for\s+(?:its|their)\s+own\b"
    r"|(?:has|have|keeps?|operates?)\s+(?:an?\s+)?(?:separate|different|its\s+own|their\s+own)\s+(?:children's\s+)?(?:services?|department|arrangements|safeguarding|director|team)"
    r")",
)
_TAKES_PART = re.compile(r"\b(?:join\w*|shar\w+|co-own\w*|owns?|partner\w*)\b")
_SERVICE = r"(?:(?:children's\s+)?(?:services?|social\s+care|departments?|functions?|work)|children|child\s+protection)"
_DONE_TO = re.compile(
    rf"\b(?i:trusts?|compan(?:y|ies)|commissioners?|charit(?:y|ies)|mutuals?|bod(?:y|ies)|ministers|Whitehall|the\s+government|the\s+department|a\s+judge)\b[^.;:]{{0,60}}\b(?:run|runs|ran|running|took|taken|take|takes|taking|removed|stripped|set\s+up|created|appointed|in\s+charge|stepped\s+in|sent|have\s+been\s+formed|exist|operate|operates|replaced)\b[^.;:]{{0,50}}?\b(?:for|in|at|from|of|over|to|into)\s+(?:the\s+)?(?:[A-Z][\w'-]+(?:,\s+|\s+and\s+)(?:[A-Z][\w'-]+\s+)?)*$"
    rf"|\b(?i:{_SERVICE})\s+(?:\w+\s+){{0,3}}?(?:were|was|have\s+been|has\s+been|had\s+been)\s+(?:taken|removed|stripped|handed|transferred|moved|hived|spun|outsourced|passed)\b[^.;:]{{0,40}}?\b(?:from|in|at|of)\s+(?:the\s+)?(?:[A-Z][\w'-]+(?:,\s+|\s+and\s+))*$"
    r"|\b(?i:as|like\s+those|just\s+as)\s+(?:it|they|ministers|happened|was\s+done|were\s+set\s+up|has\s+happened|had\s+happened|was\s+tried)\s+(?:did\s+|has\s+|have\s+)?(?:in|at|with|for)\s+(?:the\s+)?(?:[A-Z][\w'-]+(?:,\s+|\s+and\s+))*$"
)
_OPENS = re.compile(
    r"(?:(?:In\s+\d{4}|Last\s+year|And|But|Already|Earlier),?\s+)?(?:both\s+)?(?:[A-Z][\w'-]+(?:,\s+|\s+and\s+))*"
)
_UNDERWENT = re.compile(
    r"(?:(?:,|\s+and)\s+[A-Z][\w'-]+)*(?:,\s+[^,.;]{1,60},)?\s+(?:(?:has|have|had|was|were|is|are|also|both|already|since|too)\s+)*"
    r"(?:(?:set\s+up|created|formed|founded|launched|established|opened|got|has|have|had|given|handed\s+over\s+to)\s+(?:an?\s+|such\s+)?(?:\w+\s+){0,2}?(?:trusts?|company|companies|commissioner|improvement\s+notice)"
    r"|(?:lost|gave\s+up|handed\s+over|given\s+up|surrendered|stripped\s+of|relieved\s+of)\s+(?:control\s+of\s+)?(?:its|their|the)?\s*(?:children's\s+)?(?:services?|social\s+care|control|department)"
    r"|(?:placed|put|subject)\s+(?:in|into|under|to)\s+(?:\w+\s+){0,2}?(?:special\s+measures|intervention|direction|improvement\s+notices?|commissioners?))\b",
)
