"""Words by which articles give findings to inspectors: who says them, where they go on, what leads into a list."""

import re
from functools import cache

from councilgraph.extract.prose.evaluation import IMPROVEMENT, PRIORITY, STRENGTH, WEAKNESS
from councilgraph.extract.words import load

_INSPECTORS = r"(?:Ofsted(?:'s inspectors| inspectors)?|(?:the |Ofsted's? |government )?inspectors|(?:the |a |national |education |schools |children's |government |government's )*watchdog|(?:the )?regulator|(?:the )?inspectorates?|HMI|they|it|the (?:visiting )?team)"
_PAPER = r"(?:(?:the|a|an|its|their|this|ofsted's?|inspectors'|scathing|damning|critical|glowing|new|latest|highly|hard-hitting|recent|full|final|published)\s+)*(?:report|letter|inspection|findings|verdict|visit|review|document|assessment|judgement|judgment|ruling|Ofsted)"


def goes_on(words: str) -> bool:
    """Whether a sentence can go on from what inspectors found: nobody else acts or speaks in it."""
    return not ELSEWHERE.search(words)


ELSEWHERE = re.compile(
    r"\b(?:declined to comment|stepped down|quit|ministers?|secretary|department|DfE|DfES|government|MPs?|commissioners?|union|spokes\w+|councillors? (?!give|gave|provide|are|were)|cllr|leader of|chief executive|charity|parents say|budget|"
    r"£\d|appointed|resigned|apolog\w+|sorry|welcomed|thanked|agreed to|pledged|promised|announced|hopes?|hoped|aims|intends|has been asked|asked to comment|trust was|created|merged|no grade|grades? given|rated|graded|judged)\b",
    re.IGNORECASE,
)
NO_FINDING = re.compile(
    r"\b(?:arrived|(?:ofsted|inspectors) raised the alarm|turned up|stepped down|resigned|quit|declined to comment|publication of|(?<!-)visited the|fared|grade indicates|judge?ments? (?:was|were)|the exception was|share of (?:councils|authorities)|(?:councils|authorities) that are|none (?:was|were)|came out|(?:run|string|series|spate) of (?:\w+ )?(?:reports?|directions)|(?:was|were|is|is being) (?:published|released)|latest in|clean bill|money troubles|went one better|"
    r"recommendations? (?:was|were) made|set out (?:two|three|four|five|several|a number of) (?:areas|priority|recommendations)|figures show|spoke to (?:staff|children|social)|read hundreds|new rating|no grade|escaped|stripped of|intervention|"
    r"overall effectiveness|average caseloads?|agency staff, compared|in the twelve months|accounts? for|tough(?:er)? regime|under the (?:old|new|current) (?:framework|regime)|for the (?:first|second|third|fourth) time|votes?)\b|^\W*there (?:was|were|is) (?:also )?(?:some )?(?:praise|criticism)(?: too| as well)?\W*$|^\W*[\w' -]{3,30} fell short\W*$",
    re.IGNORECASE,
)
THAT = re.compile(r"(?:\s+\w+)?\s+that\s+")
ASKED = re.compile(
    r"\b(?:ofsted|inspectors|they|it|the (?:report|letter|watchdog|regulator|inspectorate))\s+(?:also\s+|has\s+|have\s+|had\s+)*(?:asked|asks|urged|urges|told|recommended|recommends|called on|calls on|advised|wants|want|instructed|ordered)\s+(?:(?:that|the (?:council|authority|city|county|borough|service|department)|it|them|leaders|managers|us|staff|for)\b)"
    r"|\b(?:called|calls|calling) for\b|\b(?:council|authority|city|county|borough|it|leaders|managers|department|they) (?:was|were|is|are|has been|have been|had been) (?:told|asked|urged|ordered|advised|instructed|warned) (?:that it (?:must|should|needs)|to)\b",
    re.IGNORECASE,
)
PRAISE = re.compile(
    r"\W*(?:there (?:was|were|is) (?:also )?(?:some )?(?:praise|credit|good news|positives|criticism)|on the (?:plus|positive|other) (?:side|hand)|among the (?:strengths|weaknesses|failings|problems))\b",
    re.IGNORECASE,
)
POINT = 200  # code points
HEADINGS = (
    (PRIORITY, re.compile(r"\bpriority\b", re.IGNORECASE)),
    (
        IMPROVEMENT,
        re.compile(r"\b(?:improve\w*|recommend\w*|develop\w*|must do|to do better|next steps)\b", re.IGNORECASE),
    ),
    (
        STRENGTH,
        re.compile(r"\b(?:strengths?|positives?|what went well|working well|good news|praise)\b", re.IGNORECASE),
    ),
    (WEAKNESS, re.compile(r"\b(?:weaknesses|failings?|concerns?|problems|criticisms?)\b", re.IGNORECASE)),
    (
        "",
        re.compile(
            r"\b(?:findings|what (?:ofsted|inspectors|the report) (?:said|found|says)|inspectors found|the report found|at a glance)\b",
            re.IGNORECASE,
        ),
    ),
)
WANTS = re.compile(
    r"\b(?:asks?|asked|asking|needs?|must|should|improve\w*|recommend\w*|urged?|told|calls?|called|wants?|required?)\b",
    re.IGNORECASE,
)
LIST = re.compile(
    r"\b(?:areas?|strengths?|weakness\w*|recommendations?|failings?|concerns?|improvements?|includ\w+)\b", re.IGNORECASE
)


@cache
def _verbs() -> str:
    return "|".join(
        re.escape(v).replace(r"\ ", r"\s+") for v in sorted(load("evaluation")["says"]["verbs"], key=len, reverse=True)
    )


@cache
def attributed() -> re.Pattern[str]:
    """An inspectorate or its report with a verb of saying or finding."""
    adverbs = r"(?:(?:also|have|has|had|then|further|particularly|been|said to have|went on to|did|does|were|was|who|which|that)\s+){0,3}"
    return re.compile(
        rf"(?<!\w)(?:{_INSPECTORS}|{_PAPER})(?:\s+(?:from|by|into|of|on|at|for|in|about|published|released|issued|out|which|who)\s+[^.;:]{{1,60}}?|,\s+who\s+[^.;:]{{1,60}}?)?,?\s+{adverbs}(?:{_verbs()})(?!\w)"
        rf"|\baccording to (?:{_INSPECTORS}|{_PAPER}|national watchdog)\b|\b(?:say|says|said|finds?|found|warns?|warned|reports?|reported) (?:{_INSPECTORS}|the report)\b"
        rf"|\b(?:after|because|as) Ofsted\b|\bwith (?:{_INSPECTORS})(?:\s+from Ofsted)?\s+\w+ing\b|\bfound to (?:be|have)\b|\bin the eyes of (?:{_INSPECTORS})|\b(?:{_INSPECTORS}|inspectors from Ofsted) blaming\b"
        r"|\b(?:worried|alarmed|concerned|impressed|pleased|troubled|shocked|dismayed|reassured) (?:the )?inspectors\b|\b(?:was|were|is|are) (?:described|praised|criticised|commended|singled out) (?:as|for)\b"
        rf"|\bamong (?:the|its|their) (?:main |key |other )?(?:strengths|weaknesses|failings|concerns|problems|criticisms)\b|\b(?:council|authority|city|county|borough|leaders|managers|department) (?:was|were|is|are|has been|have been) (?:told|asked|urged|ordered|advised|instructed) to\b"
        rf"|\b(?:recommendations?|areas? for improvement|priority actions?) (?:were|was|are|is)\b|\b(?:criticised|praised|commended|faulted|told|warned|asked) by (?:{_INSPECTORS})",
        re.IGNORECASE,
    )


@cache
def speaker_before() -> re.Pattern[str]:
    """Who says something, before it."""
    adverbs = r"(?:(?:also|have|has|had|then|further|been|went on to)\s+){0,3}"
    return re.compile(
        rf"\W*(?:(?:but|and|however|nevertheless|meanwhile|yet|in (?:its|the|a|their) [\w ]{{3,30}}),?\s+)?(?:{_INSPECTORS}|{_PAPER})(?:\s+(?:from|by|into|of|on|at|in)\s+[\w' -]{{1,50}}?)?,?\s+{adverbs}"
        rf"(?:(?:said|says|say|found|finds|find|noted|notes|warned|warns|reported|reports|recorded|concluded|concludes|added|adds|stated|states|wrote|writes|observed|saw|heard|acknowledged|acknowledges|recognised|recognises|described|identified)[,:]?(?:\s+that)?|asked (?:that|the council to|it to|them to))\s+",
        re.IGNORECASE,
    )


@cache
def speaker_after() -> re.Pattern[str]:
    """Who says something, after it."""
    return re.compile(
        rf",?['\"]?,?\s+(?:(?:{_INSPECTORS}|{_PAPER})\s+(?:also\s+|has\s+|have\s+|had\s+)?(?:said|says|say|found|find|finds|warned|warns|wrote|added|adds|noted|notes|reported|reports|concluded|stated|went on|goes on)|according to [^.]{{3,60}})\W*$",
        re.IGNORECASE,
    )


@cache
def grade_labels() -> re.Pattern[str]:
    """Labels of grades, which weigh nothing where they are told as judgements."""
    return re.compile(
        r"['\"]?\b(?:outstanding|inadequate|adequate|good|require[sd]? improvement(?: to be good)?|requiring improvement|perform\w* ['\"]?(?:poorly|well|adequately|excellently))\b['\"]?",
        re.IGNORECASE,
    )
