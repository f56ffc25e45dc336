"""What running prose says of the quality of services: clauses, whether they speak for or against, and of which service.

A clause is weighed by its words: each that speaks for or against counts, turned about where a negation stands before it.
"""

import re
from collections.abc import Iterable
from functools import cache

from councilgraph.extract.prose.passages import Prose
from councilgraph.extract.words import load

STRENGTH, WEAKNESS, IMPROVEMENT, PRIORITY, NARRATIVE = (
    *("strength", "weakness", "area-for-improvement", "priority-action"),
    "narrative",
)

FINITE = (
    r"(?:is|are|was|were|has|have|had|do|does|did|can|could|cannot|will|would|should|must|may|might|isn't|aren't|wasn't|weren't|"
    r"hasn't|haven't|hadn't|don't|doesn't|didn't|can't|couldn't|need|needs|remain|remains|remained|lack|lacks|lacked|make|makes|made|"
    r"receive|receives|received|get|gets|got|give|gives|gave|given|take|takes|took|know|knows|knew|feel|feels|felt|fail|fails|failed|"
    r"wait|waits|waited|carry|carries|carried|sign|signs|signed|see|sees|saw|say|says|work|works|worked|run|runs|ran|stay|stays|"
    r"stayed|live|lives|lived|benefit|benefits|came|come|comes|fell|fall|falls|rose|drift|drifted|keep|keeps|kept|use|uses|used|reach|reaches|"
    r"spoke|speak|speaks|went|goes|gone|held|holds|left|leaves|met|meets|lost|loses|found|grew|grows|grown|sat|sits|stood|stands|built|brought|brings|thought|"
    r"think|thinks|meant|means|told|tells|heard|hears|set|sets|cut|cuts|hit|hits|chose|drew|draws|began|begins|begun|wrote|write|writes|sent|sends|spent|"
    r"paid|pay|pays|won|hurt|hurts|showed|shows|shown|seemed|seems|appeared|appears|became|becomes|tend|tends|tended|want|wants|wanted|enjoy|enjoys|enjoyed|"
    r"arrive|arrives|arrived|happen|happens|happened|change|changes|changed|slip|slips|pile|piles|piled|end|ends|ended|follow|follows|followed|turn|turns|turned|help|helps|helped|show|learn|learns|learned|learnt|talk|talks|talked|read|reads|look|looks|looked|grow|stop|stops|stopped|start|starts|started|go|find|finds|lead|leads|led|meet|sleep|sleeps|slept|share|shares|shared|visit|visits|visited|understand|understands|understood|trust|trusts|trusted|wander|vanish|vanishes|vanished|disappear|disappears|disappeared|vary|varies|varied|bring|tell|ask|asks|asked|leave|expect|expects|expected|"
    r"struggle|struggles|struggled|offer|offers|offered|provide|provides|provided|move|moves|moved|listen|listens|listened|lie|lies|lay|dropped|slipped)"
)
SUBJECT = (
    r"(?:(?!(?:that|which|who|of|in|for|with|by|to|from|on|at|as|into)\b)[\w'-]+ ){1,5}?"
    r"(?:(?:of|in|for|with|by|to|from|on|at) (?:[\w'-]+ ){1,4}?)?"
)
_CUT = re.compile(
    r"(?:;|:(?= [a-z])|, but\b|,? however,?| but\b| - (?=and |but |with |which )|, (?:while|whereas|although|though|yet)\b|,? and that\b|,? nor that\b)\s*"
    rf"|,?\s+and\s+(?={SUBJECT}(?:(?:still|also|often|now|always|never|mostly|too|already) )?{FINITE}\b)",
    re.IGNORECASE,
)
_HAS_VERB = re.compile(rf"\b{FINITE}\b|\w(?:ed|ing)\b", re.IGNORECASE)


def clauses(prose: Prose, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a sentence that each say something of its own, by their offsets."""
    parts: list[tuple[int, int]] = []
    begin = start
    for cut in _CUT.finditer(prose.plain, start, end):
        if cut.start() > begin and _quote_depth(prose.plain, start, cut.start()) == 0:
            parts.append((begin, cut.start()))
            begin = cut.end()
    parts.append((begin, end))
    joined: list[tuple[int, int]] = []
    for a, b in parts:
        if joined and not (_HAS_VERB.search(prose.plain, a, b) and len(prose.plain[a:b].split()) > 2):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return [_trim(prose.plain, a, b) for a, b in joined]


def _quote_depth(text: str, start: int, at: int) -> int:
    return text.count('"', start, at) % 2


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;:-":
        start += 1
    while end > start and text[end - 1] in " ,;:-":
        end -= 1
    return start, end


def polarity(words: str) -> str | None:
    """The type of finding that words are: a key of the vocabulary; None where they weigh nothing."""
    words = " ".join(words.translate({0x2018: "'", 0x2019: "'"}).split())
    if _pattern("priority").search(words) and not _NO_PRIORITY.search(words):
        return PRIORITY
    weight = weigh(words)
    words = _AS_IT_SHOULD.sub("_", words)  # what should be is no more than a measure there
    if weight > 0:
        return STRENGTH if not _pattern("must").search(words) else IMPROVEMENT
    if _pattern("improvement").search(words) and not _NO_IMPROVEMENT.search(words):
        return IMPROVEMENT if weight >= -2 else WEAKNESS
    if weight < 0:
        return WEAKNESS
    if _pattern("neutral").search(words):
        return NARRATIVE
    return None


_AS_IT_SHOULD = re.compile(
    r"\b(?:as|than|when|where|what|how|that|which) (?:they|it|he|she|children|we|this|these|those|plans|staff) (?:really |all )?(?:should|ought to|must|need to)(?: (?:be|have been|have|do|get))?\b",
    re.IGNORECASE,
)
_NO_PRIORITY = re.compile(r"\b(?:no|not|without|nor) (?:\w+ ){0,3}(?:areas? for )?priority", re.IGNORECASE)
_NO_IMPROVEMENT = re.compile(
    r"\b(?:children|families|those) (?:who|that)(?: may)? (?:needs?|have to|must)\b|\bno (?:\w+ )?need|\b(?:not|never|n't) (?:asked|called|looked) for\b",
    re.IGNORECASE,
)


def weigh(words: str) -> int:
    """How much words speak for what they are about (positive) or against it (negative); 0: nothing, or as much both ways.

    A phrase weighs twice a word. What a sentence grants before its main clause ("Although …,") does not count.
    """
    if (then := _THEN_NOW.match(words)) and then.end() < len(words):
        return max(weigh(words[then.end() :]), 1)
    if _SOONER.search(words):
        return 2
    words = _ONCE.sub(lambda found: "_" * len(found[0]), words)
    words = _pattern("subject").sub(lambda found: "_" * len(found[0]), words)
    if (conceded := _CONCEDED.match(words)) and conceded.end() < len(words):
        words = words[conceded.end() :]
    never = len(_NEVER_WITHOUT.findall(words))
    words = _NEVER_WITHOUT.sub(lambda found: "_" * len(found[0]), words)
    found = [(m, sign) for sign, name in ((-1, "weakness"), (1, "strength")) for m in _pattern(name).finditer(words)]
    found.sort(key=lambda item: (item[0].start() - item[0].end(), item[0].start()))
    taken: list[tuple[int, int]] = []
    total = 2 * never
    all_turned = _NONE_AT_ALL.match(words) is not None
    for match, sign in found:
        if any(a < match.end() and match.start() < b for a, b in taken):
            continue
        taken.append(match.span())
        before = words[max(0, match.start() - 60) : match.start()]
        turned = sign > 0 and _pattern("turning-strength").search(before)
        if not turned and not (sign < 0 and _OWN_NEGATION.match(match[0])):
            turned = _pattern("turning-any").search(before) or (sign < 0 and _NO_LONGER.search(before))
        ended = sign < 0 and _ENDED.match(words, match.end())
        weight = 2 if " " in match[0] else 1
        total += -sign * weight if turned or all_turned or ended else sign * weight
    return total if total > 0 or not _GONE.search(words) else 2


_ENDED = re.compile(
    r"(?:\s+(?!and\b|but\b)[\w'-]+){0,3}?\s+(?:has|have|had|is|are|was|were)\s+(?:now\s+|been\s+|being\s+|since\s+)*"
    r"(?:reduced|cut|fallen|falling|addressed|tackled|resolved|cleared|filled|eliminated|overcome|shortened|halved|put right|dropped|gone|over|rarer|a thing of the past|things of the past|history|behind (?:it|them)|a memory)\b",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(r"\bno longer\b[^,;.]*$", re.IGNORECASE)
_ONCE = re.compile(
    r",? (?:who|which|that) (?:used to|once|were once|was once|had once|had (?:long|previously)|previously|formerly)\b[^,.;]{3,90}?(?:,|$)|\bthat (?:once )?took (?:\w+ )?(?:years|months|weeks|days)\b",
    re.IGNORECASE,
)
_THEN_NOW = re.compile(
    r"\W*(?:where|whereas|while|once|before|previously|formerly|a year ago|two years ago|in the past)\b[^.;]{5,140}?\b(?:they|it|there|she|he|children|staff|leaders|managers|families|workers|that|these)\b(?: (?:is|are|has|have))? now\b(?! (?:too|no|not|rarely|seldom|never))",
    re.IGNORECASE,
)
_SOONER = re.compile(
    r"\btook (?:\w+ )?(?:years|months|weeks|days)\b[^.;]{0,30}\b(?:takes?|is done in|are done in) (?:\w+ )?(?:weeks|days|hours|minutes)\b",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\b(?:is|are|was|were) (?:now |all |largely )?(?:a )?(?:things? of the past|history|behind (?:it|them)|a (?:distant )?memory)\W*$",
    re.IGNORECASE,
)
_OWN_NEGATION = re.compile(r"(?:not|no|never|without|nobody)\b", re.IGNORECASE)
_CONCEDED = re.compile(
    r"\W*(?:although|while|whilst|though|despite|even though|even allowing for|notwithstanding)\b[^,]{5,160},",
    re.IGNORECASE,
)
_NONE_AT_ALL = re.compile(
    r"\W*no (?:child|children|young|family|families|cases?|care leavers?|teenagers?|bab(?:y|ies)|parents?|foster carers?|pupils?|referrals?)\b",
    re.IGNORECASE,
)
_NEVER_WITHOUT = re.compile(
    r"\b(?:nobody|no one|no (?:child|family|young \w+|case|plan|decision|visit|care leaver|teenager)|none|never|rarely|seldom|hardly (?:any|ever)) (?:[\w'-]+ ){1,6}?without\b(?: (?!and\b|but\b)[\w'-]+){0,4}",
    re.IGNORECASE,
)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    lists = load("evaluation")
    if name == "priority":
        return _any(lists["improvement"]["priority"])
    if name == "must":
        return re.compile(
            r"(?<!seldom )(?<!rarely )(?<!longer )(?<!never )(?<!not )(?<!n't )\b(?:should|must|ought to|needs? (?:to|a|an|more|better|greater|further|improving)|ha(?:s|ve) to (?!wait|travel|move|leave|live|tell|repeat|ask|go)|had to (?:do|improve|get|become|act|tackle|make|ensure|show|speed|raise|strengthen|be (?:better|clearer|stronger|quicker|tackled|addressed|improved|put|done))|recommend\w*|urged|could be (?:better|improved))\b",
            re.IGNORECASE,
        )
    if name.startswith("turning-"):
        far = 6 if name.endswith("strength") else 4
        turning = _any(lists["turning"][name.removeprefix("turning-")]).pattern
        between = r"[\s'\"]+(?!(?:and|but|with|which|that|who|or|while|when|so|because|before|after|until)\b)[\w'-]+"
        return re.compile(rf"(?:{turning})(?=(?:{between}){{0,{far}}}[\s'\"]*$)", re.IGNORECASE)
    return _any(lists[name]["words"])


def listed(table: str, key: str) -> str:
    """A list of words as the text of a pattern."""
    return _any(load("evaluation")[table][key]).pattern


def _any(words: Iterable[str]) -> re.Pattern[str]:
    """One pattern of a list of words, the longest first; those that begin alike stand together, which finds them sooner."""
    alike: dict[str, list[str]] = {}
    for word in sorted(set(words), key=len, reverse=True):
        grouped = word[:2].isalpha() and not word.isupper() and "n't" not in word
        alike.setdefault(word[:2].casefold() if grouped else "", []).append(_worded(word))
    parts = [
        f"{beginning}(?:{'|'.join(one[len(beginning) :] for one in group)})"
        for beginning, group in alike.items()
        if group
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE)


def _worded(word: str) -> str:
    pattern = re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", " ").replace("_", r"(?:[\w'-]+ ){0,3}?[\w'-]+")
    if word.isupper():
        return f"(?-i:{pattern})"  # SEND is no "send"
    return pattern.replace("n't", "[a-z]*n't")


def service(words: str) -> str | None:
    """The key of the service that words are about; None where they name none."""
    words = " ".join(words.translate({0x2018: "'", 0x2019: "'"}).split())
    return next((key for key, pattern in _services() if pattern.search(words)), None)


@cache
def _services() -> list[tuple[str, re.Pattern[str]]]:
    return [(entry["key"], _any(entry["words"])) for entry in load("evaluation")["services"]]
