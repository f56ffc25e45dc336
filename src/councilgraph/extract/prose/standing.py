"""How names of councils stand in a text: told of, compared, helping, or joined to others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from councilgraph.extract.prose.elsewhere import is_apart, was_treated_alike
from councilgraph.extract.prose.gazetteer import Found
from councilgraph.extract.prose.passages import LONGEST_SENTENCE, Passage, Prose, Sentence
from councilgraph.extract.prose.roster_signs import LEADS
from councilgraph.extract.words import load


@dataclass(frozen=True, slots=True)
class CouncilName:
    """A council's name at a place of the text; ``council`` is the name under which the record has it.

    Attributes:
        whole: whether it is named as a council ("Kent County Council") and not by its place alone.
        compared: whether it stands there for comparison or as a place of somebody's past only.
        body: whether a trust or board of the place is named.
    """

    council: str
    start: int
    end: int
    whole: bool = True
    compared: bool = False
    body: bool = False


def beside(prose: Prose, names: list[CouncilName], active: list[CouncilName]) -> Iterator[CouncilName]:
    """The names that "and" or a comma joins to an active one."""
    chosen = set(active)
    for one, other in pairwise(names):
        if (one in chosen) != (other in chosen) and _JOINT.fullmatch(prose.plain, one.end, other.start):
            added = other if one in chosen else one
            if not added.compared:
                chosen.add(added)
                yield added


def listed_with(prose: Prose, names: list[CouncilName]) -> set[CouncilName]:
    """The names that are joined to others by commas and "and", three or more."""
    listed: set[CouncilName] = set()
    row: list[CouncilName] = []
    for name in [*names, None]:
        if name and row and _JOINT.fullmatch(prose.plain, row[-1].end, name.start):
            row.append(name)
            continue
        if len(row) > 2:
            listed.update(row)
        row = [name] if name else []
    return listed


def within(name: CouncilName, passages: list[Passage]) -> bool:
    """Whether a name stands in one of some passages."""
    return any(passage.start <= name.start < passage.end for passage in passages)


def stands_for_comparison(prose: Prose, name: Found) -> bool:
    """Whether a name stands for comparison, or for where somebody was before."""
    sentence = prose.sentence_at(name.start)
    start, end = (sentence.start, sentence.end) if sentence else (name.start, name.end)
    before, after = _comparison()
    if _LENT.search(prose.plain, max(start, name.start - 60), min(end, name.end + 60)):
        return False
    if name.whole and _OFFERS.match(prose.plain, name.end, end):
        return False
    return bool(
        before.search(prose.plain, max(start, name.start - 80), name.start)
        or _FORMER.search(prose.plain, max(start, name.start - 140), name.start)
        or after.match(prose.plain, name.end, end)
        or _APART.match(prose.plain, name.end, end)
        or is_apart(prose.plain, name.end, end)
    )


def is_told(prose: Prose, name: CouncilName) -> bool:
    """Whether a bare place is the subject or object of what councils do and undergo."""
    sentence = _around(prose, name)
    if sentence is None:
        return False
    before = prose.plain[sentence.start : name.start]
    return bool(
        _service().match(prose.plain, name.end, sentence.end)
        or _SERVED.search(before)
        or (_OPENING.fullmatch(before) and _SUBJECT.match(prose.plain, name.end, sentence.end))
        or _OBJECT.search(before)
        or _AS_OTHERS.search(before)
        or _UNDER_GRADE.search(before)
        or _GRADED.match(prose.plain, name.end, sentence.end)
        or LEADS.search(before)
        or _INSPECTED.search(prose.plain, sentence.start, sentence.end)
        or was_treated_alike(prose.plain, sentence.start, name.start, name.end, sentence.end)
        or lends(prose, name, sentence)
    )


def lends(prose: Prose, name: CouncilName, sentence: Sentence) -> bool:
    """Whether words right beside a name say that the council helps another one."""
    return bool(
        _ASKED.search(prose.plain, max(sentence.start, name.start - 60), name.start)
        or _OFFERS.match(prose.plain, name.end, sentence.end)
    )


def comes_to_help(prose: Prose, name: CouncilName) -> bool:
    """Whether a council is named as one that is to help, or to run the services of, the one that is told of."""
    sentence = _around(prose, name)
    if sentence is None:
        return False
    told = _TOLD_TO.search(prose.plain, max(sentence.start, name.start - 60), name.start)
    return lends(prose, name, sentence) or bool(told and _TAKES_OVER.match(prose.plain, name.end, sentence.end))


def _around(prose: Prose, name: CouncilName) -> Sentence | None:
    """The sentence of a name; of an endless one what stands near."""
    sentence = prose.sentence_at(name.start)
    if sentence is None or sentence.end - sentence.start <= LONGEST_SENTENCE:
        return sentence
    half = LONGEST_SENTENCE // 2
    return Sentence(max(sentence.start, name.start - half), min(sentence.end, name.end + half), sentence.passage)


def helps(prose: Prose, name: CouncilName) -> bool:
    """Whether a sentence says that the council helps another one, or that the like was done to it."""
    sentence = _around(prose, name)
    if sentence is None:
        return False
    return (
        _help().search(prose.plain, sentence.start, sentence.end) is not None
        or lends(prose, name, sentence)
        or was_treated_alike(prose.plain, sentence.start, name.start, name.end, sentence.end)
    )


_LENT = re.compile(
    r"\b(?:second(?:ed|ment)s?|on loan|loaned|lent|the loan of|borrowed|(?:in\s+)?talks\s+with|(?:deal|agreement|partnership|contract|alliance)\s+with|(?:help|support|advice|managers|staff|leaders)\s+from)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:former|formerly|ex|previous|previously|one-time|erstwhile|past|retired|once|late of)[\s-]+(?:(?:(?!(?:has|have|had|is|was|were|will|be|been|who|to|said|says|into)\b)[\w'&-]+[\s,]+){0,7}?(?:of|at|in|for|with|from)\s+)?(?:the\s+)?$"
    r"|\b(?:who|he|she|having|used to|had)\s+(?:\w+ly\s+)?(?:had\s+)?(?:once\s+|previously\s+|formerly\s+|used to\s+|earlier\s+)?(?:run|ran|led|headed|managed|overseen|oversaw|directed|worked|served|turned (?:round|around)|rescued|(?:been|was) (?:an?\s+|the\s+)?[^.;:,]{0,30}(?:director|chief|head|leader|officer|manager|adviser|worker|commissioner))\b[^.;:,]{0,60}?(?:\b(?:of|at|in|for|with|from|by|to)\s+)?(?:the\s+)?$"
    r"|\b(?:after|spent|following|during)\s+(?:an?\s+|his\s+|her\s+|their\s+)?(?:\w+\s+){0,3}?(?:years?|months?|decades?|spells?|stints?|career|time|tenure)\s+(?:\w+\s+){0,4}?(?:of|at|in|for|with|running|leading)\s+(?:the\s+)?$"
    r"|\bneighbou?rs?,?\s+(?:[A-Z][\w'-]+(?:,|\s+and)?\s+){0,6}$",
    re.IGNORECASE,
)
_APART = re.compile(
    r"(?:'s)?(?:,?\s+(?:and|or|nor)\s+(?:the\s+)?(?:[A-Z][\w'-]+\s+){0,4}[A-Z][\w'-]+)?(?:\s+councils?|\s+authorit(?:y|ies))?(?:,\s+(?:which|who|whose|itself|an?|the|its|so|often|not|much|sometimes|also|with|in)\b[^,.;]{0,90},)?\s+"
    r"(?:(?:is|are|was|were|has|have|had|does|do|did|will|would)(?:n't|\s+not|\s+never)\s+(?:been\s+|be\s+)?(?:\w+\s+){0,2}?(?:involved|included|inspected|covered|part|affected|visited|mentioned|named|subject|connected|responsible|the same|touched|concerned|examined|looked at|under scrutiny|implicated|criticised|assessed|take part|feature|come under)"
    r"|(?:is|are|was|were|will be)\s+(?:each\s+|both\s+|all\s+)?(?:inspected|judged|assessed|run|graded|governed|overseen|looked after)\s+(?:separately|independently|apart|on (?:its|their) own|in (?:its|their) own right)"
    r"|(?:each\s+)?(?:answers?|reports?)\s+(?:to\s+\w+\s+)?(?:separately|independently)"
    r"|(?:is|are)\s+(?:an?\s+|two\s+)?(?:entirely\s+|quite\s+|wholly\s+|very\s+)?(?:separate|different|distinct|another)\b"
    r"|(?:has|have)\s+(?:asked|been in touch|written|contacted)\b[^.]{0,40}\b(?:point out|clear up|make clear|say that|stress)\b"
    r"|(?:is|are|was|were)\s+(?:still\s+)?(?:awaiting|waiting for|yet to (?:be|have)|due to be)\s+(?:an?\s+|its\s+|their\s+)?(?:inspect|own inspect|visit|turn|report)"
    r"|(?:run|runs|publish|publishes|provide|provides|have|has|manage|manages)\s+(?:their|its)\s+own\b)"
    r"|,\s+(?:(?:with|for)\s+(?:which|whom)|often|sometimes|not to be|so often|frequently|always|easily)\b[^,.;]{0,50}\b(?:confused|muddled|mixed|mistaken)\b"
    r"|(?:'s)?,\s+(?:which is\s+)?(?:an?\s+)?(?:entirely\s+|quite\s+|wholly\s+|completely\s+|very\s+|altogether\s+)?(?:separate|different|distinct)\s+(?:council|authority|body|borough|county|area|place)\b",
)
_ASKED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|invit(?:es|ed|ing)|commission(?:s|ed)|call(?:s|ed) (?:in|on|upon)|bring(?:s|ing)? in|brought in|hir(?:es|ed)|turn(?:s|ed) to|draft(?:s|ed) in|enlist(?:s|ed)|approach(?:es|ed)|engag(?:es|ed)|(?:help|support|advice|assistance|guidance)\s+(?:has\s+|have\s+|is\s+|will\s+)?(?:also\s+)?(?:come|comes|came|coming)\s+from|help from|support from|advice from|assistance from|backing from|shared with|jointly with|together with|alongside|in partnership with|with the (?:help|support|backing|assistance|aid) of|paired with|twinned with|(?:managers?|staff|teams?|experts?|officers?|social workers|practitioners?|specialists?|colleagues|advisers?|leaders|director|executives?|people) (?:on loan )?from|director of children's services (?:at|in|for))\s+(?:the\s+)?(?:[A-Z][\w'-]+,?\s+and\s+)?$"
)
_TOLD_TO = re.compile(
    r"\b(?:told|ordered|instructed|directed|asked|invited|appointed|chose|picked|wanted|got|tasked|named|handed|gave|for)\s+(?:(?:neighbouring|nearby|high-performing|outstanding|the)\s+)*$",
    re.IGNORECASE,
)
_TAKES_OVER = re.compile(
    r"\s+(?:\w+\s+)?(?:to\s+(?:take\s+over|take\s+on|run|help|support|oversee|lead|mentor|advise|work\s+with|step\s+in|manage|assist|provide)|(?:the\s+job|the\s+task|responsibility|control|charge)\s+of)\b"
)
_OFFERS = re.compile(
    r"(?:,\s+(?:which|whose|itself|an?|rated|judged|the|its)\b[^,.;]{0,90},)?\s+(?:(?:will|is to|are to|has|have|would|is|are|had|was|were|can|may)\s+)+(?:\w+ly\s+)?(?:(?:agreed|offered|volunteered|been asked|been chosen|asked|going|lined up|appointed|named)\s+(?:to\s+|as\s+)?)?(?:be\s+)?(?:provid\w+|lend\w*|lent|send\w*|sent|help\w*|support\w*|assist\w*|mentor\w*|audit\w*|review\w*|advis\w+|suppl\w+|second\w*|shar(?:e|ing)|overse\w+|partner\w*|loan\w*|step\w* in|run(?:ning)? (?:its|the|children)|tak(?:e|ing) over|work\w* (?:with|alongside)|act\w* as|offer\w*)\b"
    r"|'s\s+(?:\w+\s+)?(?:help|support|assistance|backing|aid|expertise|guidance|input)\b",
)
MANY = 6  # councils that make a text one about the nation, where a place is its council
NEXT_SERVICE = re.compile(
    r"(?:'s?)?\s+(?:children(?:'s)?\s+(?:and\s+[\w']+\s+)*(?:services?|social)|childrens\s+services|child\s+protection|social\s+(?:care|services))",
    re.IGNORECASE,
)
_INSPECTED = re.compile(
    r"\b(?:Ofsted|inspect\w+|rated|graded|judged|outstanding|inadequate|requires? improvement|perform(?:s|ing|ed)? \W?(?:poorly|well|adequately|excellently))\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:'s)?,?\s+(?:and\s+|or\s+)?(?:in\s+)?(?:the\s+)?|\s*;\s*(?:and\s+)?")
_OPENING = re.compile(
    r"(?:.*[,;:] )?(?:(?:and|but|while|when|meanwhile|now|today|in|since|although|though)\b,? ?)*['\"]?(?:(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+){0,3}(?:,| and) ){0,9}",
    re.IGNORECASE | re.DOTALL,
)
_SUBJECT = re.compile(
    r"(?:(?:,|\s+and)\s+[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)*)*(?:,[^,]{1,80},)?\s+(?:has|had|is|was|were|have|are|received|got|achieved|won|scored|kept|lost|failed|joins|joined|became|must|did|'s|improved|improves|fell|falls|rose|rises|climbed|climbs|dropped|drops|moved|moves|went|goes|came|comes|gets|scores|performed|performs|remains|remained|stays|stayed|jumped|slipped|slid|saw|sees|keeps|retained|retains|gained|earned|managed|manages|fared|fares|leads|tops|topped|trails|did|does|took|takes|needs|requires?|required|stands|stood|leapt|received|joined|escaped|swapped|made|makes)\b"
)
_OBJECT = re.compile(
    r"\b(?:rated|graded|judged|marked|inspected|found|told|gave|given|awarded|called|declared|branded|named|visited|ordered|placed|put|handed|criticised|praised|inspectors (?:were|went|spent[^.]{0,30}))"
    r"(?: (?:the|in|to))?\s+$",
    re.IGNORECASE,
)
_AS_OTHERS = re.compile(
    r"\b(?:as|so|As|So)\s+(?:does|do|did|is|are|was|were|has|have|had)\s+(?:the\s+)?$|\b(?:joined|accompanied|followed)\s+(?:there\s+)?by\s+(?:the\s+)?$"
)
_UNDER_GRADE = re.compile(
    r"\b(?:outstanding|good|inadequate|adequate|excellent|poor|excellently|well|adequately|poorly|improvement(?: to be good)?)['\"]?\s*(?::|-)\s+(?:(?-i:[A-Z])[\w'-]+(?:\s+(?-i:[A-Z])[\w'-]+){0,3}(?:,\s+(?:and\s+)?|\s+and\s+)){0,20}$",
    re.IGNORECASE,
)
_SERVED = re.compile(
    r"\b(?:children's (?:services|social care)|child protection|social care|services|children|safeguarding|care leavers|commissioner|inspection of|report on|visit to|assessment of)"
    r"(?: [\w-]+){0,4} (?:in|at|for|of|to)\s+$",
    re.IGNORECASE,
)
_GRADED = re.compile(
    r"(?:,| and)[^.;]{0,160}?\b(?:rated|graded|judged|outstanding|inadequate|adequate|good|requires? improvement)\b"
    r"|\s*(?:[-:|(]|\.{2,})\s*['\"]?(?:outstanding|inadequate|adequate|good|excellent|poor|requires? improvement|performs? \w+)\b",
    re.IGNORECASE,
)


@cache
def _service() -> re.Pattern[str]:
    return re.compile(
        r"(?:'s?)?\s+(?:[\w-]+\s+){0,3}?(?:children(?:'s)?\s+(?:and\s+[\w']+\s+)*(?:services?|social)|childrens\s+services|child\s+protection|social\s+(?:care|services|work\w*)|safeguarding|services?\b|adoption|fostering|care\s+leavers|department|leaders(?:hip)?\b|rating|grade|verdict|mark|judge?ment|trust\b)",
        re.IGNORECASE,
    )


@cache
def subject() -> re.Pattern[str]:
    """What a text must speak of for its councils to be read."""
    return _any(load("councils")["subject"]["words"])


@cache
def _help() -> re.Pattern[str]:
    return _any(load("councils")["help"]["words"])


@cache
def _comparison() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = load("councils")["comparison"]
    before = "|".join(re.escape(word) for word in lists["before"])
    after = "|".join(re.escape(word) for word in lists["after"])
    return (
        re.compile(
            rf"(?<!\w)(?:{before})\s+(?:the\s+)?(?:[A-Z][\w&'-]+(?:,| and| or)? (?:in |at )?){{0,4}}$", re.IGNORECASE
        ),
        re.compile(rf"(?:'s)?,?\s*(?:(?:which|who|that|,)\s*)?(?:{after})(?!\w)", re.IGNORECASE),
    )


def _any(words: list[str]) -> re.Pattern[str]:
    found = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{found})", re.IGNORECASE)
