"""Words by which articles give findings to inspectors: who says them, where they go on, what leads into a list."""

import re
from functools import cache

from councilgraph.extract.prose.evaluation import listed
from councilgraph.extract.words import load

INSPECTORS = (
    r"(?:Ofsted(?:'s (?:inspectors|team|chief inspector|inspection team)| inspectors| teams?| officials)?"
    r"|(?:(?:the|a|an|two|three|four|five|six|seven|eight|both|all|visiting|lead|senior|Ofsted's?|government|His Majesty's|Her Majesty's|HM) ){0,6}"
    r"(?:inspectors?|inspection team|inspecting team|assessors|examiners)"
    r"|(?:the )?(?:inspectors'|Ofsted's) (?:\w+ )?team(?: of \w+)?|(?:the|a|an|its|this) (?:\w+ )?(?:trio|pair|squad|team|group|quartet|panel|party|posse|handful) of (?:\w+ )?(?:inspectors|examiners|assessors)"
    r"|(?:(?:the|a|both|two|three|four|national|education|schools|children's|government|government's|standards|care) ){0,6}watchdogs?|(?:(?:the|two|both) )?regulators?"
    r"|(?:the )?inspectorates?|HMI|(?:the|a|its) (?:visiting |inspection |six-strong )?team(?: (?:from|of) (?:Ofsted|inspectors))?|they|it)"
)
PAPER = (
    r"(?:(?:the|a|an|its|their|this|that|ofsted's?|inspectors'|watchdog's|inspectorate's|scathing|damning|critical|glowing|new|latest|highly|hard-hitting|recent|full|final|published|yesterday's|today's|this week's|last week's|(?:mon|tues|wednes|thurs|fri)day's|(?!peer|scrutiny|annual|council|minister|commissioner|committee|police|union|local|independent)\w+ing|\w+-page)\s+){0,6}"
    r"(?:report|letter|inspection|findings|verdict|visit|review|document|dossier|study|write-up|assessment|judgement|judgment|ruling|Ofsted|authors|paperwork from Ofsted)"
)


def goes_on(words: str) -> bool:
    """Whether a sentence can go on from what inspectors found: nobody else acts or speaks in it."""
    return not ELSEWHERE.search(words)


ELSEWHERE = re.compile(
    r"^\W*(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Prof|Professor|He|She|I|We)\b|(?-i:[A-Z][a-z]+ [A-Z][a-z'-]+),? (?:who|said|told|paid|has said|is the|was the)\b)|"
    r"\b(?:declined|stepped down|quit|ministers?|wants? to know|wanted to know|secretary|department|DfE|DfES|government|MPs?|commissioners?|union|spokes\w+|councillors? (?!give|gave|provide|are|were)|cllr|leader of|chief executive|charity|parents say|budget|"
    r"£\d|judges? (?:condemned|ruled|said|found|criticised)|courts?|coroner|ombudsman|auditors?|peer review|tribunal|jury|has since|have since|cabinet member|executive member|lead member|portfolio holder|opposition|foster carer (?-i:[A-Z])|director (?-i:[A-Z])|delight|(?:bosses|chiefs|leaders) accept|celebrat(?:es|ed|ing)|as part of its|the (?:number|proportion|share|rate) of [^.;]{3,80}\d|employs \d|has set up|will open|will be (?:spent|invested|opened)|appointed|resigned|apolog\w+|sorry|welcomed|thanked|agreed to|pledged|promised|announced|hopes?|hoped|aims|intends|has been asked|asked to comment|trust was|created|merged|no grade|grades? given|rated|graded|judged)\b",
    re.IGNORECASE,
)
NO_FINDING = re.compile(
    r"\breport(?:s|ing)? to (?:ministers|the (?:government|department|minister|secretary of state))\b|"
    r"\b(?:one|two|three|four|five|six|seven|several|a number of) (?:other |further )?(?:areas?|points?|matters?|recommendations?|priority actions?)(?: for (?:priority action|improvement|development))? (?:is|are|was|were) (?:named|listed|identified|set out|given|made|raised|highlighted)\b|"
    r"\b(?:the same fate|asked for (?:two|three|four|five|several) things|(?:is|are|was|were) celebrating|had this to say)\b|"
    r"\b(?:(?:tops?|topped|heads?|headed|props? up|propped up|joins?|joined|drops? into?|dropped into?) (?:the (?:pile|table|list|league|rankings|class|group)|(?-i:[A-Z]))|newcomers? to|(?:top|bottom|next|highest|lowest) rung|different (?:council|authority)|(?:grim|sobering|uncomfortable|difficult|hard|painful|happy|pleasant|bedtime) reading|on the same day|(?:first|second|third) (?:failure|fail|time)|without a grade|mixed feelings|false dawn|"
    r"(?:lowest|highest|worst|best|poorest|bottom|top) (?:possible )?(?:mark|rating|grade|class|category|band|score)|(?:liked|disliked) (?:almost |nearly )?(?:all|everything|much of what|most of what) (?:it|they) (?:saw|found)|alarm bells|latest batch|as good a test|awaits? (?:its|their) turn)\b|"
    r"^\W*(?:(?:of|in) (?:all|the|these|those|them)\b[^.;]{0,100})?\b(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|dozens of|half of|most|several|many|all) (?:\w+ ){0,2}(?:councils|authorities)\b|(?:the (?:other|remaining|remainder|rest)\b,?|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?)(?= (?:are|were|was|is|have|got|remain))))[^.;]{0,40}\b(?:good|inadequate|outstanding|adequate|require[sd]? improvement|must do better|well)\W*$|"
    r"^[^,;]{0,60}\b(?:is|was|are|were|be|been|put|thought|found|judged|rated|called|pronounced|deemed) (?:(?:to be|at|as|found|judged|rated|put|still|also|now|both|all|only|no better than|no more than|no higher than) )*['\"]?(?:outstanding|inadequate|adequate|good|excellent|satisfactory)['\"]?\W*$|"
    r"\b(?:(?<!before )(?:inspectors|ofsted|they|who|team|it) arrived|(?:ofsted|inspectors) raised the alarm|turned up|stepped down|resigned|quit|declined to comment|publication of|(?<!-)visited the|fared|grade indicates|judge?ments? (?:was|were|is|are)|received a \d|grade [1-4]|from (?:an? )?[1-4] (?:in \d{4} )?to (?:an? )?[1-4]|among (?:the )?(?:\w+ )?(?:councils|authorities) that|(?:draws?|drew|drawn|drawing) up an? (?:\w+ ){0,3}plan|(?:hand in|submit|produce|prepare|draft|publish|send|write) (?:an?|its|the) (?:[\w-]+ ){0,3}(?:plan|statement|response|reply)|improvement notice|spokes(?:man|woman|person)|welcomes? the (?:letter|report|findings|verdict)|but declined|(?:dealt with|treated|addressed|put right) as a matter of|wanted to know|the exception was|share of (?:councils|authorities)|(?:councils|authorities) that are|none (?:was|were)|came out|(?:run|string|series|spate) of (?:\w+ )?(?:reports?|directions)|(?:was|were|is|is being) (?:published|released)|latest in|clean bill|money troubles|went one better|"
    r"recommendations? (?:was|were) made|set out (?:two|three|four|five|several|a number of) (?:areas|priority|recommendations)|figures show|spoke to (?:staff|children|social)|read hundreds|new rating|no grade|escaped|stripped of|intervention|"
    r"overall effectiveness|average caseloads?(?! (?:has|have|had) (?:come|fall|drop|gone|been|halv|risen|doubl))|agency staff, compared|in the twelve months|accounts? for|(?:tough|harsh|strict|rigorous|demanding)(?:er)? (?:regime|framework|tests?)|under the (?:old|new|current) (?:framework|regime)|for the (?:first|second|third|fourth) time|votes?)\b|^\W*(?:it|this|that|the (?:report|news|picture|verdict|letter)) (?:is|was)(?: not|n't) (?:\w+ ){0,2}(?:bad|bleak|roses|gloom\w*|doom|negative|rosy|damning)\W*$|\b(?:makes?|made|contains?|ends? with|lists?|asked us to improve|sets? out) (?:just |only )?(?:one|two|three|four|five|six|seven|eight|nine|ten|a single|several|a number of|some|\d+) (?:recommendations?|things|points|matters|requirements|areas(?: for improvement)?|improvements|priorities)\W*$|^\W*there (?:was|were|is) (?:also )?(?:some )?(?:praise|criticism)(?: too| as well)?\W*$|^\W*[\w' -]{3,30} fell short\W*$",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"\W*(?:analysis|comment|opinion|viewpoint|background|reaction|what happens next|what next|the response|our view|at the scene|timeline)\b",
    re.IGNORECASE,
)
BACKWARD = re.compile(
    rf"\W*(?:(?:so|thus|such) (?:says?|said|finds?|found|concludes?|concluded|reports?|reported|runs?|reads?|is|was|goes) (?:the (?:verdict|conclusion|finding|view|judgement) of )?(?:{INSPECTORS}|{PAPER})"
    rf"|(?:that|this|those|these),? (?:at least,? )?(?:is|was|are|were) (?:the |a )?(?:\w+ )?(?:verdict|conclusions?|findings?|view|judgement|message|picture|opinion|warning|assessment|gist|word|words)s? (?:of|from|in|by) (?:{INSPECTORS}|{PAPER})"
    rf"|(?:that|this) (?:is|was) (?:what|how) (?:{INSPECTORS}|{PAPER}))",
    re.IGNORECASE,
)
SUBJECT_OF = re.compile(
    rf"\W*(?:but |and |yet |still, |also, |meanwhile, )?(?!they\b|it\b|the visit|an inspection|the inspection)(?:{INSPECTORS}|{PAPER})\s+(?!visited|arrived|called|came|spent|is (?:published|expected|due)|was (?:published|carried|released)|will|would|were (?:in|at|here|on)|was (?:in|at)|follow)",
    re.IGNORECASE,
)
"""A sentence that inspectors or their report are the subject of, whatever they do in it."""
THAT = re.compile(r"(?:\s+\w+)?\s+that\s+")
ASKED = re.compile(
    r"\b(?:ofsted|inspectors|they|it|the (?:report|letter|watchdog|regulator|inspectorate))\s+(?:also\s+|has\s+|have\s+|had\s+)*(?:asked|asks|urged|urges|told|recommended|recommends|called on|calls on|advised|wants|want|instructed|ordered)\s+(?:(?:that|the (?:council|authority|city|county|borough|service|department)|it|them|leaders|managers|us|staff|for)\b)"
    r"|\b(?:inspectors|Ofsted|they|the (?:report|letter|watchdog)) (?:also )?ask(?:ed|s)? for\b|\bdid (?:the )?(?:inspectors|Ofsted|they) ask\b|\b(?:called|calls|calling) for\b|\brecommend(?:s|ed|ing|ations?)?\b|\b(?:ofsted|inspectors|the (?:report|letter|watchdog|regulator|inspectorate)) (?:would like|expects?|expected|wants?|wanted|insists?|demands?|demanded)\b|\b(?:council|authority|city|county|borough|it|leaders|managers|department|they) (?:was|were|is|are|has been|have been|had been) (?:told|asked|urged|ordered|advised|instructed|warned) (?:that it (?:must|should|needs)|to)\b",
    re.IGNORECASE,
)
PRAISE = re.compile(
    r"\W*(?:there (?:was|were|is) (?:also )?(?:some )?(?:praise|credit|good news|positives|criticism)|(?:on|to) the (?:plus|positive|other|credit|brighter|debit|minus|down) (?:side|hand)|(?:it|this|that|things?|the (?:report|news|picture|verdict|letter)) (?:is|was|isn't|wasn't|are|were)(?: not|n't)? (?:all|wholly|entirely|completely|uniformly|only) (?:\w+ )?(?:bad|bleak|roses|gloom|gloomy|doom|negative|rosy|plain sailing|praise|criticism|good|damning|positive)|not (?:everything|all) (?:is|was)|(?:bright spots?|positives|highlights|strengths|weaknesses|concerns) (?:include|were|are|is|was)|there (?:was|were|is|are) (?:\w+ )?(?:caveats?|buts|exceptions?|reservations?|blemishes|gaps|weak spots?|sore points?|grumbles|clouds?|black spots?|bright spots?|crumbs of comfort|warm words|plaudits|bouquets|brickbats)|where (?:it|the \w+) (?:stumbles|falls (?:down|short)|fails|struggles|shines|excels|does well)|among the (?:strengths|weaknesses|failings|problems))\b",
    re.IGNORECASE,
)


@cache
def _verbs() -> str:
    return (
        "|".join(
            re.escape(v).replace(r"\ ", r"\s+")
            for v in sorted(load("evaluation")["says"]["verbs"], key=len, reverse=True)
        )
        + f"|{listed('stance', 'good')}|{listed('stance', 'bad')}"
    )


@cache
def attributed() -> re.Pattern[str]:
    """An inspectorate or its report with a verb of saying or finding."""
    adverbs = r"(?:(?:also|have|has|had|then|further|particularly|been|said to have|went on to|did|does|were|was|who|which|that)\s+){0,3}"
    return re.compile(
        rf"(?<!\w)(?:{INSPECTORS}|{PAPER})(?:\s+(?:from|by|into|of|on|at|for|in|about|published|released|issued|out|which|who)\s+[^.;:]{{1,110}}?|,\s+(?:who|here|there|in|on|from|published|released|dated|issued|after|last|which\s+was)\s+[^.;:,]{{1,60}}?,?)?,?\s+{adverbs}(?:{_verbs()})(?!\w)"
        rf"|\bnor (?:was|were|is|are|did|does|do) (?:{INSPECTORS}|{PAPER}) (?:\w+ )?(?:{_verbs()})(?!\w)"
        r"|\b(?:told|tells|tell) (?:the )?(?:inspectors|Ofsted)\b"
        rf"|\baccording to (?:{INSPECTORS}|{PAPER}|national watchdog)\b|\b(?:say|says|said|finds?|found|warns?|warned|reports?|reported) (?!it\b|they\b|its\b|an?\b)(?:{INSPECTORS}|the report)\b"
        rf"|\b(?:after|because|as) Ofsted\b|\bwith (?:{INSPECTORS})(?:\s+from Ofsted)?\s+\w+ing\b|\bfound to (?:be|have)\b|\bin the eyes of (?:{INSPECTORS})|\b(?:{INSPECTORS}|inspectors from Ofsted) blaming\b"
        r"|\b(?:worried|alarmed|concerned|impressed|pleased|troubled|shocked|dismayed|reassured) (?:the )?inspectors\b|\b(?:was|were|is|are|been) (?:also |both |particularly |especially |highly |widely )?(?:described|praised|criticised|commended|singled out|lauded|applauded|condemned|faulted|complimented|credited|hailed|acknowledged|recognised|highlighted|noted|deemed|considered|thought|felt|seen|said|held up|pulled up|marked down|taken to task)\b(?! by (?!inspectors|Ofsted|the (?:report|watchdog|regulator|inspect)))(?: (?:as|for|to)\b|,|\.)"
        rf"|\b(?:drew|draws|won|wins|earned|earns|attracted|attracts|gained|received|came in for|comes in for|got) (?:some |much |high |special |particular |more |warm |strong |fierce |heavy |sharp )*(?:praise|plaudits|credit|criticism|compliments|flak|censure|a pat on the back|good marks|high marks)\b"
        rf"|\bamong (?:the|its|their) (?:main |key |other )?(?:strengths|weaknesses|failings|concerns|problems|criticisms)\b|\b(?:council|authority|city|county|borough|leaders|managers|department) (?:was|were|is|are|has been|have been) (?:told|asked|urged|ordered|advised|instructed|warned) (?:to|that)\b"
        rf"|\b(?:council|authority|city|county|borough)\b[^.;]{{0,70}}? (?:has been|have been|was|were|had been) (?:told|warned) that\b"
        rf"|\b(?:{INSPECTORS}|{PAPER}) (?:also )?(?:have |has |had )?(?:given|gave|gives|give|made|makes|make|contains?|contained) (?:an?|its|their|one|two|three|four|five|six|several|the council)? ?(?:\w+ ){{0,2}}(?:account|picture|assessment|verdict|praise|credit|view|impression|recommendations?)\b"
        rf"|\b(?:{PAPER}) (?:is|was) (?:\w+ )?(?:peppered|littered|full|riddled|studded|laced|strewn|packed|dotted|filled|replete|critical|complimentary|scathing|glowing|warm)\b"
        rf"|\bthere (?:is|was|are|were) (?:\w+ ){{0,3}}(?:praise|warmth|criticism|credit|concern|alarm|approval|plaudits|kind words)\b|\bin the (?:words of the (?:report|inspectors|watchdog)|(?:report|inspectors|watchdog)'s? words|inspectors' words)\b"
        rf"|\b(?:recommendations?|areas? for improvement|priority actions?) (?:were|was|are|is)\b|\b(?:criticised|praised|commended|faulted|told|warned|asked) by (?:{INSPECTORS})",
        re.IGNORECASE,
    )


@cache
def speaker_before() -> re.Pattern[str]:
    """Who says something, before it."""
    adverbs = r"(?:(?:also|have|has|had|then|further|been|went on to)\s+){0,3}"
    return re.compile(
        rf"\W*(?:(?:but|and|however|nevertheless|meanwhile|yet|in (?:its|the|a|their) [\w ]{{3,30}}),?\s+)?(?:{INSPECTORS}|{PAPER})(?:\s+(?:from|by|into|of|on|at|in)\s+[\w' -]{{1,50}}?)?,?\s+{adverbs}"
        rf"(?:(?:said|says|say|found|finds|find|noted|notes|warned|warns|reported|reports|recorded|concluded|concludes|added|adds|stated|states|wrote|writes|observed|saw|heard|acknowledged|acknowledges|recognised|recognises|described|identified)[,:]?(?:\s+that)?|asked (?:that|the council to|it to|them to))\s+",
        re.IGNORECASE,
    )


@cache
def speaker_after() -> re.Pattern[str]:
    """Who says something, after it."""
    return re.compile(
        rf",?['\"]?,?\s+(?:(?:{INSPECTORS}|{PAPER})\s+(?:also\s+|has\s+|have\s+|had\s+)?(?:decided|decides|believed?|discovered|thought|thinks?|reckons?|reckoned|reveals?|revealed|states?|observed|recorded|records|judged|conceded|felt|heard|complained|continued|continues|said|says|say|found|find|finds|warned|warns|wrote|added|adds|noted|notes|reported|reports|concluded|stated|went on|goes on)|according to [^.]{{3,60}})\W*$",
        re.IGNORECASE,
    )


@cache
def grade_labels() -> re.Pattern[str]:
    """Labels of grades, which weigh nothing where they are told as judgements."""
    return re.compile(
        r"['\"]?\b(?:outstanding|inadequate|adequate|good|require[sd]? improvement(?: to be good)?|requiring improvement|perform\w* ['\"]?(?:poorly|well|adequately|excellently))\b['\"]?",
        re.IGNORECASE,
    )


def shortened(text: str, start: int, end: int) -> tuple[int, int]:
    """A clause without who says it."""
    head = speaker_before().match(text, start, end)
    if head:
        start = head.end()
    elif (said := attributed().search(text, start, end)) and (that := THAT.match(text, said.end(), end)):
        start = that.end()
    tail = speaker_after().search(text, start, end)
    if tail and tail.start() > start:
        end = tail.start()
    if joint := _JOINT.match(text, start, end):
        start = joint.end()
    while start < end and text[start] in " ,;:-":
        start += 1
    while end > start and text[end - 1] in " ,;:-":
        end -= 1
    return start, end


_JOINT = re.compile(r"\W{0,3}(?:and|that)\s+", re.IGNORECASE)
