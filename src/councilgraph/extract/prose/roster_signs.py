"""Words that lead into a list of the councils that were counted before: a pronoun, their number, a name of the group."""

import re

COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|dozen|\d{1,2})"
BODIES = r"(?:councils|authorities|local authorities|boroughs|counties|cities|areas|departments|places|town halls|local councils|ones)"
_GROUP = rf"(?:{COUNT}|pair|duo|trio|quartet|quintet|sextet|group|list|others?|remainder|rest|roll|full list|top performers|poor performers|best|worst|weakest|strongest|high[- ]flyers|stragglers|laggards|failures|successes|winners|losers|names|newcomers?|new entrants?|entrants?|additions?|arrivals?|members?)"
_QUALIFIED = r"(?:other|remaining|rest of the|latest|new|failing|failed|poor|poorly|worst|best|top|bottom|lowest|highest|weakest|strongest|English|offending|successful|unlucky|lucky|performing|rated|scoring|graded|placed|so|chosen|in|question|concerned|on|the|list|at|of)"
_WHO = rf"(?:they|these|those|(?:all|the|its|their|this|Ofsted's)\s+(?:{_QUALIFIED}[\s-]+)*(?:{_GROUP}|{COUNT}(?:\s+{_QUALIFIED})*\s+{BODIES}|{BODIES})(?:\s+(?:in\s+question|concerned|so\s+rated|named|listed|there|on\s+the\s+list|at\s+the\s+(?:top|bottom|foot)|in\s+(?:that|this|the\s+\w+)\s+\w+))?)"
_ARE = r"(?:are|were|is|was|include|includes|included|comprise|comprises|consists?\s+of|number|numbers|takes?\s+in|runs?\s+from|reads?|names?|also\s+(?:are|include|includes|takes\s+in))"
LEADS = re.compile(
    rf"\b{_WHO}\s*(?:\s(?:is|are|was|were)\s+(?:headed|led|topped)\s+by|\s{_ARE}|:|,|-|\()(?:\s+(?:also|all|in\s+(?:full|alphabetical\s+order|no\s+particular\s+order)|now|therefore|named\s+as))*\s*[:,-]?\s*(?:the\s+)?$"
    rf"|\b(?:among|amongst)\s+(?:them|these|those|the\s+{COUNT}|their\s+number|its\s+number|the\s+\w+\s+(?:performers|councils|authorities))(?:\s+(?:are|were|is|was|stand|come)|,)?\s*(?:the\s+)?$"
    r"|\bnew\s+(?:to|on|in)\s+(?:the|that|this)\s+(?:list|group|table|category|band|bottom|top)[^.;:]{0,20}\s(?:are|is|were|was)\s+(?:the\s+)?$"
    r"|\b(?:including|namely|listed as|named as|identified as)\s+(?:the\s+)?$"
    rf"|(?:\b(?:it is|there (?:are|were)|they (?:are|were)|these (?:are|were)|are|were|number)\b[^.]{{0,60}}|\d+|{COUNT})\s*[:-]\s*(?:the\s+)?$"
    r"|\b(?:newcomers?|entrants?|additions?|arrivals?|names?|members?|others?|another|the\s+rest)\b[^.:;]{0,40}\b(?:are|is|were|was)\s+(?:the\s+)?$"
    rf"|\b(?:on|in|heading|topping|leading|making\s+up|completing|at\s+the\s+(?:top|head|foot|bottom)\s+of)\s+(?:the|that|this)\s+(?:{_QUALIFIED}\s+)*(?:{_GROUP}|category|band|class|tier|table|bracket)\s+(?:are|were|is|was|come|stand)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
