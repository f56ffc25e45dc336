"""Words that make a grade word a grade that was given, and those that take it back."""

import re
from functools import cache

from councilgraph.extract.prose.grade_words import any_of
from councilgraph.extract.words import load


def clause_before(words: str) -> str:
    """The clause that ends where words end."""
    return _BREAKS.split(words)[-1][-160:]


_BREAKS = re.compile(r"[;:]|, (?:but|and|while|although|which|who)\b|\bbut\b|\bwhile\b|\balthough\b|\bafter\b|\bwhen\b")
OF_AREAS = re.compile(
    r"\b(?:of\s+(?:the|its|their)\s+(?:three|four|five|\d)|judge?ment)\s+(?:[\w-]+\s+)?areas\b", re.IGNORECASE
)
INSPECTORS_HOLD = re.compile(
    r"\b(?:Ofsted|inspectors?|watchdog|inspectorate|regulator)\s+(?:\w+ly\s+|now\s+|also\s+|both\s+)?(?:consider|deem|call|think|thought|judge|rate|grade|find|found|hold|held|regard|class|mark|label|brand|adjudge|pronounce|declare|rank|put)(?:s|d|ed|es)?(?P<object>(?:\s+[\w'-]+){0,6}?)(?:\s+(?:to be|as|an?|at))?\s*['\"]?$",
    re.IGNORECASE,
)
NOW = re.compile(
    r"['\"]?[,\s]*(?:and\s+|but\s+)?(?:it\s+is\s+|is\s+|are\s+)?(?:now|today|currently|these days)[\s,]+(?:an?\s+|at\s+|rated\s+|merely\s+)*['\"]?",
    re.IGNORECASE,
)
COLON = re.compile(r"['\",\s]*(?:[\w ,]{0,40})[:-]\s*(?:the\s+|its\s+|their\s+)?", re.IGNORECASE)
ROW = re.compile(r"[\s.]*[-:|]?[\s.]*['\"]?|\s+(?:is|are|was|were)\s+")
NEXT_TO = re.compile(
    r"\s*(?:[-:]|all|both|each|also|now|rated|graded|judged|being|as|services?|,)*\s*['\"]?(?:all\s+)?"
)
THEN_NAMES = re.compile(
    r"['\",\s]*(?:overall\s+)?(?:\([^)]*\)\s*)?(?:[\w ]{0,30}:|-|(?:(?:this|last|in)\s+[\w ]{3,24}?\s+)?(?:are|were|is|was)|,?\s*(?:among|including|namely|such as)(?:\s+(?:them|those|these))?(?:\s+(?:are|were))?)\s+(?:the\s+)?",
    re.IGNORECASE,
)
RATED = re.compile(r"\b(?:rated|graded|judged|classed|scored|ranked|marked)(?:\s+[\w-]+){0,3}$", re.IGNORECASE)
STOP = re.compile(r"\s*(?:[,.;]|\Z)")
IN_YEAR = re.compile(r"['\"]?\s+in\s+(?:19|20)\d\d\b")
IN_YEARS = re.compile(
    r"\b(?:good|adequate|inadequate|outstanding|satisfactory|poor|excellent|improvement)['\"]?\s+in\s+(?:19|20)\d\d\b"
)
LIST_STOP = re.compile(r"['\"]?\s*(?:;|\.|\Z)")
WHICH = re.compile(r",?\s+(?:which|that)\s+(?:is\s+|are\s+|was\s+|were\s+|now\s+)?['\"]?")
PARTLY = re.compile(
    r"[\s'\"]*(?:(?:grades?|ratings?|judge?ments?)\s+)?in\s+(?:just\s+|only\s+|all but\s+)?(?:one|two|three|four|some|most|many|several|\d)\s+(?:out\s+)?(?:of\s+)?(?:(?:the|its|four|five|other|key|judgement)\s+)*(?:areas?|categor(?:y|ies)|judge?ments?|services)\b(?!\s*[:-])"
    r"|[\s'\"]*in\s+(?:the|its|all|both|each)\s+(?:of\s+the\s+)?(?:other|remaining|rest)\b(?:\s+of)?(?:\s+[\w-]+){0,3}\s+(?:areas?|categor(?:y|ies)|judge?ments?|services)\b(?!\s*[:-])",
    re.IGNORECASE,
)
FOR_AREA = re.compile(r"['\"]*\s+(?:for|in|on)\s+")
JOINS = re.compile(r"(?:,|\band|\bwith|\bbut)\s+(?:an?\s+)?$", re.IGNORECASE)
ELLIPSIS = re.compile(
    r"(?:'s)?(?:\s+(?:councils?|services?|too|also|only|merely|just|all|both))*,?\s+(?:an?\s+|as\s+|at\s+|with\s+)?['\"]?",
    re.IGNORECASE,
)
AND_GRADE = re.compile(r"[^.;]{0,60}?\b(?:and|but|while|with)\s+['\"]*(?:an?\s+)?['\"]*", re.IGNORECASE)
MOVED_TO = re.compile(
    r"['\"]*,?\s+(?:up |down |back |straight )*(?:to|into)\s+(?:being |become |an? |the )*(?:rated |graded |judged )?['\"]*",
    re.IGNORECASE,
)
SUBJECT_OF_ALL = re.compile(
    r"(?:'s?)?(?:\s+(?:experiences|services?|work|as a whole|there|too))*(?:,[^,]{0,60},|,)?(?:\s+(?:all|both|each|also|still|now|only|too|overall|that|which))*[\s'\"]*",
    re.IGNORECASE,
)
WITHIN = re.compile(r"\b(?:run by|by|in|at|near|of|from|across|within|for|around)\s+(?:the\s+)?$", re.IGNORECASE)
GRADED_AS = re.compile(r"\b(?:as|rated|graded|judged|deemed|marked|declared|classed)$", re.IGNORECASE)
SEEN_AS = re.compile(
    r"(?:\s+(?:services?|work|overall|alone|there|too))*\s+as\s+(?:being\s+|merely\s+|only\s+|an?\s+)?['\"]?",
    re.IGNORECASE,
)
SAID_TO = re.compile(
    r"\b(?:said|found|judged|deemed|told|ruled|considered|thought|adjudged|felt|held|reported|assessed|continues?)\s+(?:it\s+)?to$",
    re.IGNORECASE,
)
RATING = re.compile(r"[\s'\"]*(?:rating|grade|grading|ratings|judgement|judgment|mark)\b", re.IGNORECASE)
ONE_OF = re.compile(
    r"(?:'s)?(?:\s+(?:council|services?|children's|social|care))*,?\s+(?:is|was|are|were|became|becomes|remains|makes\s+it)\s+(?:also\s+|now\s+|again\s+)?(?:one\s+of|among(?:st)?|the\s+(?:\w+\s+){0,2}of)\b"
)
MARK = 3  # code points of a bullet or full stop
ROW_ENDS = re.compile(r"['\"]?\s*(?:[(,]?\s*(?:19|20)\d\d\)?)?[\s.;,]{0,3}")
BRACKET = re.compile(r"(?:\s+council)?\s*\(\s*(?:rated\s+)?['\"]?", re.IGNORECASE)
CHANGED = re.compile(
    r"\b(?:downgrad|upgrad|cut|lower|rais|rev(?:is|ers)|chang|bump|lift|knock|mov|slash|reduc)\w*\b[^.;]{0,50}\b(?:grade|grading|rating|judge?ment|verdict|mark|status|label)\s+of(?:\s+an?)?$",
    re.IGNORECASE,
)
TO_GRADE = re.compile(
    r"['\"]?\s*to\s+(?:an?\s+)?['\"]?(?:inadequate|good|outstanding|adequate|requires?|performs?|poor|grade)\b"
)
CELLS = re.compile(r"(?:\s+council)?\s*(?:[-:|,(]|\.{2,}|\s{2,})\s*['\"]?", re.IGNORECASE)
NOUN = re.compile(
    r"\s+(?P<noun>at\s+\w+ing\b|(?!(?:for|in|on|at|and|but|or|while|as|with|by|overall|across|when|after|since|before|because|last|this|again|too|also|now|rather|despite|although|though|which|who|that|from|to|under|over|yet|against|is|was|has|had|are|were|than|even|only|just|not|so|if|amid|following|during|within|throughout|until|till|today|yesterday|two|three|four|five|six|seven|one|ten|earlier|previously|once|more|less|whereas|because|given|thanks|behind|back|up|down|through|where|whose|despite|according|then|compared|like|unlike|largely|mainly|partly|both|twice|recently|nearly|almost|about|some|several|inspectors|ofsted|he|she|they|it|said|says|either|alongside|among|of|per|an?|the|its|their|all|every|council|councils|came|comes|follow\w*|mean[st]?|meant|remain\w*|would|will|could|may|might|should|did|does|have|made|makes|left|leaves|gave|gives|put|puts|prompt\w*|led|leads|drew|spark\w*|brought|brings|took|takes|went|goes|caus\w+|trigger\w*|shows?|showed|reflect\w*|stands?|stood|hung|hangs|conceal\w*|mask\w*|hides?|cast|ended|ends)\b)(?!\w+ly\b)[a-z][\w'-]+)"
)


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The signs by name; those for what stands before a grade end at it, those for what follows begin there."""
    lists = load("outcomes")
    gap = r"(?:[\s'\",]+(?!(?:who|which|but)\b)[\w'-]+){0,%d}[\s'\",]*$"
    gives = lists["verbs"]["gives"]
    be = {
        "was",
        "were",
        "is",
        "are",
        "been",
        "being",
        "be",
        "remained",
        "remains",
        "became",
        "becomes",
        "said",
        "says",
        "saying",
        "say",
        "told",
    }
    flags = re.IGNORECASE
    counts = r"(?:(?!(?:19|20)\d\d\b)\d[\d,]*|no|none|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|dozens?|many|most|some|several|half|few|a (?:third|quarter|fifth|handful|number)|(?:per cent|%)|share|proportion|number|twice as many|fewer|all)"
    councils = r"(?:councils|authorities|areas|departments|boroughs|counties|local authorities|of them|of those)"
    return {
        "range-after": re.compile(
            r"\s*(?:or|and)\s+(?:better|above|higher|worse|below|good|outstanding|excellent|['\"]?(?:good|outstanding|inadequate))\b|\s*enough\b|\s+as\s+(?:any|anything|it|the|you|we|can|that|those|anywhere)\b|\s+(?:practice|work|quality|features?|elements?|aspects?|areas|examples?|start|support|progress|news|reason|example|enough|parent|place|employer)\b",
            flags,
        ),
        "range-before": re.compile(
            r"\b(?<!no )(?:good|outstanding|adequate|inadequate|satisfactory|better)['\"]?\s+(?:or|than)\s*['\"]?(?:at least\s*)?$|\b(?<!no )(?:better|worse|more|less|higher|lower) than(?: only)?\s*['\"]?$|\b(?:as|so|very|too|quite|really|simply|how|a|do|did|does|doing|any)\s*$(?<!\bas)(?<!\ba)",
            flags,
        ),
        "negated": re.compile(
            rf"(?<!\w)(?:{any_of(lists['unreal']['negations'])})(?:\s+(?!(?:but|and)\b)[\w'-]+){{0,3}}[\s'\"]*$|\b(?:no|zero)\s*['\"]*$|\bno longer\b[^.;,]{{0,60}}$",
            flags,
        ),
        "wish": re.compile(rf"(?<!\w)(?!(?-i:May)\b)(?:{any_of(lists['unreal']['wishes'])})(?!\w)", flags),
        "left": re.compile(
            rf"(?<!\w)(?:{any_of(lists['unreal']['left'])})(?!\s+with\b)(?:\s+(?:its|their|the|an?|that|this|previous|former|old|overall|long-standing|last|own|council's|dreaded|being|rated|[\w]+'s))*[\s'\"]*$",
            flags,
        ),
        "old": re.compile(
            r"\b(?:grade|rating|label|which|category|mark|term|one|that|it|scale|wording|judge?ment)\b[^.;]{0,50}?\b(?:replac\w+|(?:took|takes|taking) the place of|used to be|(?:once|formerly|previously)\s+(?:known as|called)|known as|(?<=which )(?:is|was|were) called|(?<=that )(?:is|was) called|supersed\w+|succeeded|stood for|equivalent (?:of|to)|equates to|amounts to|corresponds to|in place of|means|meant|scrapped|abolished)(?:\s+(?:an?|the|old|former|simply|being|called|known as))*[\s'\"]*$",
            flags,
        ),
        "certain": re.compile(
            r"\b(?:despite|because|after|since|was|were|has been|have been|had been|been)\s+(?:rated|graded|judged|found|deemed|declared|marked)\b",
            flags,
        ),
        "inspectors": re.compile(r"\b(?:Ofsted|inspectors?|watchdog|inspectorates?|regulator)\b", flags),
        "judges": re.compile(rf"(?<!\w)(?:{any_of(lists['never']['judges'])})(?!\w)"),
        "claimed": re.compile(
            r"['\",]\s+(?!Ofsted\b|Inspectors\b|The\b|said (?:Ofsted|the inspect|the watch|the regul|inspect|its inspect))(?:[A-Z][\w'-]+\s){0,4}(?:he|she|they|councillor|cllr|mr|mrs|ms)?\s*(?:[A-Z][\w'-]+\s){0,3}(?:said|added|claimed|insisted|argued)\b"
        ),
        "verb-use": re.compile(r"\s+(?:in|to (?!be\b)|of|across|and|at|on|from)\b(?! all| every| its| the)", flags),
        "as-verb": re.compile(
            r"\b(?:continues?|continued|continuing|still|does|do|did|will|would|to|not|they|who|which|that|plans|children)\s*$",
            flags,
        ),
        "defined": re.compile(
            r"['\"]?\s*(?:does not mean|do not mean|means\b|an? (?:organisation|service) that)", flags
        ),
        "from": re.compile(
            r"(?<!\w)(?:from|up from|down from|previous rating of|out of)(?:\s+(?:an?|the|its|being|previous|overall|last|rating|grade|rated))*[\s'\"]*$",
            flags,
        ),
        "verb": re.compile(rf"(?<!\w)(?:{any_of(gives)}){gap % 10}", flags),
        "giving": re.compile(rf"(?<!\w)(?:{any_of(set(gives) - be)}){gap % 10}", flags),
        "move": re.compile(
            rf"(?<!\w)(?:{any_of(lists['verbs']['moves'])})\b[^.;]{{0,60}}?\b(?:to|at|as|into)(?:\s+(?:an?|the|being|be|become|rated|overall|to))*[\s'\"]*$",
            flags,
        ),
        "noun-after": re.compile(rf"[\s'\"]*(?:{any_of(lists['nouns']['after'])})(?!\w)", flags),
        "noun-before": re.compile(
            rf"(?<!\w)(?:{any_of(lists['nouns']['before'])})(?:\s+(?:[\w'-]+\s+){{0,3}}?(?:of|was|is|were|are|as|at|remains|remained))?\s*[:,-]?[\s'\"]*(?:an?\s+)?['\"]*$",
            flags,
        ),
        "attributive": re.compile(r"\b(?:its|their|the|'s|s'|council)\s+['\"]+$", flags),
        "counting": re.compile(
            rf"^\W*(?:english |other |many |some )?(?:councils|authorities|local authorities)\b|(?<!\w){counts}\b[^.;:]{{0,60}}\b{councils}\b|\bno (?:english )?(?:council|authority)\b|(?<!\w){counts}\s+(?:more|others?|further|fewer|else)\b[^,;]*$|(?<!\w){counts}\s+(?:was|were|are|have|failed|got|had|perform\w*|received|achieved|won|earned|reach\w*|hit|made|scored|landed?|requires?|required|need\w*)\b"
            rf"|\bone\s+(?:english\s+)?(?:council|authority|area|department|borough|county)?\s*in\s+(?:every\s+)?{counts}\b|\b(?:the|all the)\s+(?:other|remaining)\s+(?:{counts}|councils|authorities)\b|\bthe\s+(?:rest|remainder|others)\b[^,;]{{0,12}}$"
            r"|\b(?:somewhere|anywhere|anyone|nowhere|any council|any authority|every council|those|places)\s+(?:that|which|rated|judged|graded|found)\b",
            flags,
        ),
        "councils": re.compile(r"\b(?:councils|authorities|areas)\b", flags),
        "others": re.compile(rf"(?<!\w)(?:{any_of(lists['never']['others'])})(?!\w)", flags),
        "others-after": re.compile(
            rf"(?:(?!(?:and|but|while|which|with|though)\b)[\w-]+\s+){{0,2}}?(?:{any_of(lists['never']['others'])})(?!\w)",
            flags,
        ),
        "pronoun": re.compile(
            r"\b(?:it|they|ours|we|which|the (?:council|authority|city|county|borough|department|service)s?)\b[^.;]{0,60}$",
            flags,
        ),
    }
