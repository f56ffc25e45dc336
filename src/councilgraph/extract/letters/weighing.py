"""Clauses of a letter's prose that weigh something: which type of finding each is.

Over the weighing that all prose shares, what inspectors' letters are sure of: a bad thing that has become less is good, a
load that is more than people can carry is bad, and what is flatly not done is bad.
"""

import re
from collections.abc import Iterator
from functools import cache

from councilgraph.extract.prose import evaluation
from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.extract.words import load

_FAULTS = (
    r"drift|delays?|backlogs?|waiting\s+(?:lists?|times?)|vacanc(?:y|ies)|turnover|caseloads?|workloads?|gaps?|sickness|exclusions?|re-?referrals?|repeat\s+referrals?|absences?|numbers?\s+(?:of\s+(?:children|young\s+people)\s+)?"
    r"(?:waiting|missing|excluded|unallocated)|unallocated\s+(?:cases|work)|use\s+of\s+agency\s+\w+|reliance\s+on\s+agency\s+\w+|offending|smoking|teenage\s+(?:pregnanc(?:y|ies)|conceptions?)|(?:placement\s+)?moves|risks?"
)
_LESS = r"reduc(?:ed|ing)|fall(?:en|ing)|fell|cut|cleared|come\s+down|coming\s+down|shortened|narrowed|ended|eliminated|decreas(?:ed|ing)|dropped|halved|lower(?:ed)?|down|shrunk|removed|tackled|addressed|less\s+common|rare(?:r)?|(?:slightly\s+|well\s+|far\s+|just\s+)?below\s+(?:the\s+)?(?:\w+\s+)?(?:averages?|England|national|that|those)"
_MORE = r"increas(?:ed|ing)|risen|rising|rose|grown|growing|widen(?:ed|ing)|higher|up|doubled|worsened|lengthened|(?:slightly\s+|well\s+|far\s+|just\s+)?above\s+(?:the\s+)?(?:\w+\s+)?(?:averages?|England|national|that|those)"
_DONE = re.compile(
    r"\b(?:this|that|it|these|those|they|all|both|most|many|each|work|risk|risks|areas?|actions?|points?|matters?|concerns?|recommendations?|weakness(?:es)?|delays?|faults?|issues?)\b[^.;]{0,200}?\b(?:has|have)\s+(?:now\s+|since\s+|all\s+|largely\s+|mostly\s+|fully\s+|successfully\s+|already\s+|both\s+)*been\s+"
    r"(?:done|achieved|completed|addressed|put\s+right|remedied|implemented|acted\s+(?:up)?on|resolved|removed|tackled|met|rectified|dealt\s+with|carried\s+out|corrected|overcome)\b",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"\b(?:when|as|where)\s+(?:they|it|he|she)\s+(?:should|ought\s+to)\b|\b(?:in\s+good|on|to|in)\s+time\b(?!\s+(?:for|of))|\bwithout\s+(?:delay|fail|drift|waiting)\b|\bat\s+once\b|\bpromptly\b|\bthe\s+same\s+day\b|\bstraight\s*away\b",
    re.IGNORECASE,
)
_UNDONE = re.compile(
    r"\b(?:not|n't|never|no|nor|few|fewer|rarely|seldom|hardly|less|half|must|too|if|unless|nobody|need|needs|without\s+(?!delay|fail|drift|waiting)|only|ensure|should(?=\s+(?!be\b|\W*$)\w))\b|%|\bper\s+cent\b|\bout\s+of\b",
    re.IGNORECASE,
)
_HARDLY = re.compile(
    r"\b(?:not|yet|partly|partially|only|few|some|little|should|must|n't|once|until|unless)\b", re.IGNORECASE
)
_BARELY = re.compile(r"\b(?:only|few|little|hardly|scarcely|barely|none)\b", re.IGNORECASE)
_UNFAILING = re.compile(
    r"\b(?:saw|found|met|was|were|is|are)\s+no\s+(?:child(?:ren)?|famil(?:y|ies)|young\s+p\w+|cases?|bab(?:y|ies)|care\s+leavers?)\b|"
    r"\b(?:not|never|n't|without|no)\s+(?:\w+\s+){0,6}?(?:complacen(?:t|cy)|given\s+up|gives?\s+up|giving\s+up|lost?\s+sight|lose\s+sight|stood\s+still|afraid|hesitat\w+|shied\s+away|wavered|too\s+much\s+trouble)\b"
    r"|\beven\s+(?:when|where|if|though)\s+(?:it\s+is|this\s+is|that\s+is|they\s+are|things\s+are)\s+(?:not\s+(?:always\s+)?easy|difficult|hard)\b"
    r"|\b(?:can\s?not|can't|could\s?n[o']t)\s+(?:speak|praise|say|fault|thank|recommend|rate)\b[^.;]{0,40}|\b(?:nobody|no-?one|no\s+(?:child|family|case|young\s+person)|none)\s+(?:now\s+)?(?:waits?|goes|has\s+to|had\s+to|is\s+left|was\s+left|is\s+turned|drifts?|misses)\b[^.;]{0,60}\b(?:any\s+(?:more|longer)|now|without|more\s+than|longer\s+than|waiting|unallocated|away|unseen)\b"
    r"|\bno\s+longer\s+(?:(?:have|has|need)s?\s+to|waits?|go(?:es)?\s+without|left|faced?|drifts?|placed|turned\s+away|tolerated?|miss(?:es)?|wait|get\s+lost|fall\s+through)\b"
    r"|\bno\s+(?:[\w-]+\s+){0,2}?(?:schools?|settings?|homes?|services?|providers?|centres?|nurser(?:y|ies)|units?)\b[^.;]{0,30}\b(?:special\s+measures|inadequate|categor(?:y|ies)\s+of\s+concern|causing\s+concern|serious\s+weaknesses)\b"
    r"|\b(?:none|no)\s+of\s+the\s+[^.;]{0,60}\b(?:is|are|was|were|needed)\s+(?:inadequate|in\s+special\s+measures|enforcement)\b|\b(?:saw|found|are|were|is)\s+(?:very\s+)?(?:few|no|hardly\s+any|minimal)\s+(?:\w+\s+)?(?:delays?|drift|gaps?|cases\s+of\s+drift|backlogs?)\b",
    re.IGNORECASE,
)
_MORE_GOOD = re.compile(
    r"\b(?:become|becoming|became|now|is|are|been|were|was|far|much|growing|getting|feel|felt)\s+(?:much\s+|far\s+|increasingly\s+|noticeably\s+|heard\s+|seen\s+|done\s+|held\s+|even\s+|being\s+)*(?:more\s+(?:frequent|regular|consistent|timely|thorough|stable|confident|rigorous|focused|robust|open|visible|settled|secure|purposeful|"
    r"reliable|effective|efficient|skilled|experienced|ambitious|child-centred|coherent|systematic|accurate|analytical|detailed|responsive|proportionate|sharply|clearly|often|quickly|closely|promptly|widely|regularly|consistently)|better\s+(?:understood|known|used|supported|planned|attended|led|matched|informed|managed|organised|recorded|trained)|"
    r"quicker|faster|sooner|stronger|safer|clearer|calmer|happier|closer|smoother|sharper|steadier)\b(?!\s+(?:at\s+risk|likely|slowly|late))",
    re.IGNORECASE,
)
_BETTER_WANTED = re.compile(
    r"\b(?:not|n't|never|no|needs?|must|should|could|would|if|until|unless|than|risk|too)\b", re.IGNORECASE
)
_BADLY = re.compile(
    r"\b(?:stubbornly|persistently|worryingly|unacceptably|disappointingly|alarmingly|unusually|excessively|consistently\s+too|far\s+too|much\s+too|still\s+too|too|unreasonably|dangerously|troublingly)\s+"
    r"(?:high|low|long|slow(?:ly)?|late|short|large|often|heavy|variable|small|weak|thin|vague|polite|complicated|rarely|seldom|little|few|many|late\s+in\s+the\s+day|reactive|optimistic|superficial|descriptive|narrow|dependent|stretched)\b"
    r"|\bfor\s+(?:want|lack)\s+of\b|\bnobody\s+(?:was|knew|had|took)\b|\bfewer\s+than\s+half\b|\b(?:less|fewer)\s+than\s+(?:half|a\s+third|a\s+quarter)\b",
    re.IGNORECASE,
)
_MENDED = re.compile(
    rf"\b(?:{_FAULTS})\b[^.;:]{{0,60}}?\b(?:{_LESS})\b|\b(?:reduc(?:ed|ing|tion)|cut(?:ting)?|clear(?:ed|ing)|few(?:er)|less|lower)\s+(?:\w+\s+){{0,3}}(?:{_FAULTS})\b",
    re.IGNORECASE,
)
_GROWN = re.compile(
    rf"\b(?:{_FAULTS}|proportion\s+of\s+(?:[\w-]+\s+){{0,4}}placed\s+(?:more|out|far|at)[^.;]{{0,40}})\b[^.;:]{{0,60}}?\b(?:has|have|is|are|was|were|continues?\s+to|had)\s+(?:been\s+|still\s+)?(?:\w+ly\s+)?(?:{_MORE})\b",
    re.IGNORECASE,
)
_GREAT = re.compile(
    r"\b(?:significant|considerable|marked|notable|clear|real|substantial|major|important|welcome|encouraging|particular|genuine|rapid|tangible|demonstrable)\s+(?:\w+\s+)?(?:improvements?|progress|strides|strengths?|step\s+forward|steps\s+forward|achievements?)\b",
    re.IGNORECASE,
)
_IMPROVED = re.compile(
    r"\b(?:is|are|represents?|marks?|was)\s+an?\s+(?:\w+\s+)?improvement\b(?!\s+plan)", re.IGNORECASE
)
_BETTER = re.compile(
    r"\b(?:no\s+longer|not|never|n't|reduc\w+|fall\w*|fell|improv\w+|fewer\s+than\s+half\s+(?:of\s+)?(?:those|what))\b",
    re.IGNORECASE,
)
_LITTLE = re.compile(
    r"\b(?:limited|little|insufficient|slow|minimal|inadequate|not\s+(?:made\s+)?enough|too\s+little|scant|no\s+(?:real|clear|significant|meaningful|discernible))\s+(?:\w+\s+)?(?:progress|improvements?|impact|evidence|difference|change|challenge|oversight|capacity|understanding|support|analysis)\b",
    re.IGNORECASE,
)
_NEEDED = re.compile(
    r"\b(?:needs?|needed|requires?|required|must|should|lacks?|lack\s+of|no|without|insufficient|too\s+little)\b",
    re.IGNORECASE,
)
_EARLY = re.compile(
    r"\b(?:at\s+(?:an|a\s+very)\s+early\s+stage|in\s+(?:its|their)\s+infancy|embryonic|too\s+(?:early|soon)\s+to|yet\s+to\s+(?:be|have|make)|not\s+yet\b)",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(
    r"\bno\s+longer\s+(?:meets?|provides?|(?:have|has)(?!\s+to\b)|able|good|offers?|serves?|receives?|attends?|enjoys?|benefits?|works?|performs?)\b",
    re.IGNORECASE,
)
_AIMED = re.compile(
    r"\b(?:to\s+(?:reduce|tackle|prevent|cut|address|avoid|end|combat|lower|minimise)\s+(?:\w+\s+){1,3}?(?=(?:is|are|was|were|has|have)\b)|quality\s+of\s+|(?:are|is|was|were|be|being)\s+(?:dealt|tackled)\s+with\s+(?=(?:\w+ly|well|in\s+good)\b)|preventing\s+|prevention\s+)",
    re.IGNORECASE,
)
_INSIGHT = re.compile(
    r"\b(?:understands?|knows?|recognises?|aware|clear|honest|realistic|open|accurate|candid)\b[^.;]{0,50}\b(?:where|what|how|that\s+there|about|much)\b[^.;]{0,60}\b(?:weak(?:ness(?:es)?)?|wrong|poor|to\s+do|to\s+be\s+done|improve[sd]?|needed|needs?|remains?|problems?|failings?|shortcomings?|challenges?|better)\b",
    re.IGNORECASE,
)
_NO_INSIGHT = re.compile(r"\b(?:not|n't|never|fail\w*|lack\w*|un(?:clear|aware)|slow|no)\b", re.IGNORECASE)
_TOO_MUCH = re.compile(
    r"\b(?:more|higher|heavier|larger|bigger)\b[^.;]{0,40}\bthan\s+(?:they|staff|anyone|social\s+workers|workers|anybody|one\s+person|is|are|it)\s+(?:can|could|should|safe|manageable|reasonable|feel|were|was|ought)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:(?:is|are|was|were|has|have|had|do|does|did|can|could|would|will|may|might)\s+(?:\w+ly\s+)?(?:still\s+)?not|cannot|(?:is|are|was|were|has|have|do|does|did|could|would|wo|ca)n't|never|seldom|rarely|hardly\s+ever|no\s+(?:clear|evidence|plan|record|system|strategy|one|agreed|single|process|analysis)|(?:had|have|has|with|without)\s+(?:no|any)\s+\w+|too\s+\w+ly)\b",
    re.IGNORECASE,
)
_NOT_BAD = re.compile(
    r"\b(?:not\s+(?:need|only|alone|yet\s+been\s+needed|surprising|wait|drift|delay|left)|no\s+longer|not\s+lead\s+to|not\s+(?:inspect|part\s+of|covered|considered)|do\s+not\s+have\s+to)\b",
    re.IGNORECASE,
)
_IN_NEED = re.compile(
    r"\b(?:children|people|families|those|staff|adults|agencies|parents)\s+concerned\b|\b(?:when|if|as|where|wherever|whenever|who|that|what|those|children|families|people|they|it|parents|their|his|her|'s|individual|complex|identified|assessed|varied|special|educational|health|emotional|different|additional|of|in|most)\s+need(?:s|ed)?\b(?:\s+(?:it|to\s+be|help|support|them|protection|most))?",
    re.IGNORECASE,
)
_OPENS_ON = re.compile(
    r"\W*(?:and\s+|but\s+|yet\s+)?(?:is|are|was|were|has|have|had|do|does|did|can|cannot|not|too(?!\s+(?:many|few|much|little))|still|often|seldom|rarely|of|only|less|remain|remains|so|then|also|sometimes|frequently|usually|occasionally|sit|need|needs)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\W*(?:and\s+|but\s+)?(?:nobody|no-?one|none\s+of\s+them|they|it|this|these|he|she|who|which|others|few|too\s+few)\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"\W*(?:in\s+contrast|by\s+contrast|conversely|however|yet|but|nevertheless|nonetheless|unfortunately|on\s+the\s+other\s+hand|now\s+(?:it|they|this|that|all|most|we)\s+(?:do|does|is|are|can|has|have)(?=\W*$))\b,?",
    re.IGNORECASE,
)
_FOUND_THEN = re.compile(
    r"\b(?:when|where|which|after|at\s+which)\s+(?:inspectors|we|it)\s+(?:had\s+)?(?:found|saw|noted|identified|reported|raised\s+concerns?|were\s+concerned|highlighted)\s+(?:that\s+)?(?P<found>[^,;]{12,200}),\s+(?P<now>[^.]{12,})",
    re.IGNORECASE,
)
_WHEN_THEN = re.compile(
    r"\b(?:visit|inspection|review)\b[^,;.]{0,40},\s+(?:when|where|which)\s+(?P<found>(?:(?!\b(?:inspectors|we)\b)[^,;]){8,150}?\b(?:was|were|had)\b[^,;]{3,100}),\s+(?P<now>[^.]{12,})",
    re.IGNORECASE,
)
_OTHER_CASES = re.compile(
    r",?\s+(?:though|albeit|although|but)\s+(?=(?:\w+ly|far\s+too|too|not\s+(?:yet|always|in|for))\b[^;]{0,70}$)|,?\s+(?:and|but)\s+(?=(?:in|for)\s+(?:too\s+many|some|most|many|a\s+few|a\s+small\s+number\s+of|other|several|a\s+minority\s+of)\b)",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|cannot|could|will|would|should|must|may|might|needs?|remains?|knows?|sees?|finds?|found|makes?|made|takes?|took|receives?|gets?|gives?|gave|works?|"
    r"live|wait|carry|keep|kept|fell|rose|came|went|feel|felt|show|shows|lack|lacks|provide|provides|support|supports|understand|understands|use|uses|drift|meet|meets|lead|leads|help|helps|know|benefit|visit|visits)\b",
    re.IGNORECASE,
)
_CHILDREN = re.compile(r"\b(?:children|parents|carers|mothers|child|staff|managers|leaders|people)$")
_AND_OTHERS = re.compile(
    r"\W*(?:and\s+)?(?:young\s+people|(?:their\s+)?families|fathers|carers|young\s+person)\b", re.IGNORECASE
)
_FEWEST = 4  # words of a clause that says something of its own
_NEGATIVE = frozenset({evaluation.WEAKNESS, evaluation.IMPROVEMENT, evaluation.PRIORITY})


def is_negative(type_: str) -> bool:
    """Whether a type of finding speaks against a service."""
    return type_ in _NEGATIVE or type_ == "area-for-development"


def weigh(words: str) -> str | None:
    """The type of finding that words are; None where they weigh nothing."""
    words = " ".join(words.split())
    if _UNFAILING.search(words) or (_MORE_GOOD.search(words) and not _BETTER_WANTED.search(words)):
        return evaluation.STRENGTH
    if _DONE.search(words) and not _HARDLY.search(words):
        return evaluation.STRENGTH
    if _DONE.search(words) and _BARELY.search(words):
        return evaluation.WEAKNESS
    if _DUE.search(words) and not _UNDONE.search(words) and evaluation.weigh(words) >= 0:
        return evaluation.STRENGTH
    if _BADLY.search(words) and not _BETTER.search(words):
        return evaluation.WEAKNESS
    if _LITTLE.search(words) and not re.search(r"\b(?:no\s+longer|although|but)\b", words, re.IGNORECASE):
        return evaluation.WEAKNESS
    if _IMPROVED.search(words) or (_GREAT.search(words) and not _NOT_DONE.search(words) and not _NEEDED.search(words)):
        return evaluation.STRENGTH
    if _INSIGHT.search(words) and not _NO_INSIGHT.search(words):
        return evaluation.STRENGTH
    if _TOO_MUCH.search(words) or _GROWN.search(words):
        return evaluation.WEAKNESS
    if _MENDED.search(words) and not re.search(r"\bnot\b|n't\b|\bfewer\s+than\b", words):
        return evaluation.STRENGTH
    if _EARLY.search(words) or _NO_LONGER.search(words):
        return evaluation.WEAKNESS
    plain = _IN_NEED.sub(lambda found: "_" * len(found[0]), _AIMED.sub("", words))
    type_ = evaluation.polarity(plain)
    if type_ in (None, evaluation.NARRATIVE) and _NOT_DONE.search(words) and not _NOT_BAD.search(words):
        return evaluation.WEAKNESS
    if type_ is None and _plain("blame").search(words):
        return evaluation.WEAKNESS
    if type_ is None and _plain("words").search(words):
        return evaluation.STRENGTH
    return type_


def clauses(prose: Prose, sentence: Sentence) -> Iterator[tuple[int, int, str | None]]:
    """The clauses of a sentence that say something of their own, by their offsets, each with its type."""
    plain = prose.plain
    stretches = [(sentence.start, sentence.end)]
    then = _FOUND_THEN.search(plain, sentence.start, sentence.end) or _WHEN_THEN.search(
        plain, sentence.start, sentence.end
    )
    if then:
        stretches = [then.span("found"), then.span("now")]
    for start, end in stretches:
        merged: list[tuple[int, int, str | None]] = []
        for a, b in (part for whole in evaluation.clauses(prose, start, end) for part in _parted(plain, *whole)):
            words = plain[a:b]
            type_ = weigh(words)
            if merged:
                first, last, before = merged[-1]
                joint = _CHILDREN.search(plain[first:last]) and _AND_OTHERS.match(words)
                if joint:
                    merged[-1] = (first, b, weigh(plain[first:b]))
                    continue
                turned = type_ and before and is_negative(type_) != is_negative(before)
                small = not (turned and _FINITE.search(words)) and (
                    not (before or _FINITE.search(plain[first:last]))
                    or len(words.split()) < _FEWEST
                    or len(plain[first:last].split()) < _FEWEST
                )
                if small or _OPENS_ON.match(words):
                    merged[-1] = (first, b, type_ if type_ not in (None, evaluation.NARRATIVE) else before)
                    continue
                if _PRONOUN.match(words) and (
                    type_ is None or before is None or is_negative(type_) == is_negative(before)
                ):
                    merged[-1] = (first, b, before or type_)
                    continue
            merged.append((a, b, type_))
        yield from merged


def _parted(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """A clause cut where it goes on to other cases ("…, and in some cases …")."""
    cut = _OTHER_CASES.search(plain, start, end)
    return [(start, cut.start()), (cut.end(), end)] if cut else [(start, end)]


@cache
def _plain(name: str) -> re.Pattern[str]:
    """Words that speak for or against a service where nothing else in a clause weighs."""
    return re.compile(r"\b(?:" + "|".join(load("letters")["praise"][name]) + r")\b", re.IGNORECASE)


def contrasts(words: str) -> bool:
    """Whether a sentence sets itself against the one before it."""
    return _CONTRAST.match(words) is not None
