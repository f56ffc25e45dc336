"""Whose a figure or an intervention is: the council that a place of a text speaks of, not one that helps or lends its people."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from councilgraph.extract.prose.councils import CouncilName, Councils
from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.model import Record

_MANY = 3  # councils from which on a text is about the nation, and a passage without a name about none of them
_POSTS = r"(?:chief|director|deputy|assistant|leader|head|children's\s+services|boss|team|staff|managers?|officers?|officials?|social\s+workers|experts?|own\s+director|corporate|executive|strategic)"
_PERSON_AFTER = re.compile(
    rf"(?:\s+(?:county|city|borough|metropolitan|district))*(?:\s+council)?(?:'s?)?\s+(?:then\s+|former\s+|current\s+|own\s+|new\s+|outgoing\s+|well-regarded\s+|improvement\s+|children's\s+services\s+|senior\s+)*{_POSTS}\b",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    r"(?:\s+(?:[Cc]ounty|[Cc]ity|[Bb]orough|[Mm]etropolitan|[Dd]istrict))*(?:\s+[Cc]ouncil)?'s?\s+"
    r"(?!\w*\s*(?:Services|Board|Trust|Department|Partnership|Hub|Centre|Council)\b)[A-Z][a-z]+\s+(?!Services|Board|Trust|Department|Partnership|Hub|Centre|Council)[A-Z][\w'-]+(?=[,.]|\s+(?:who|said|says|told|has|is|was|will)\b)"
)
_LENT_AFTER = re.compile(
    r"(?:\s+(?:county|city|borough|metropolitan|district))*(?:\s+council)?(?:'s?)?\s+(?:(?:then|former|outgoing|previous)\s+|[^.;:]{0,90}?\b(?:as|becomes?|became|named|appointed)\s+"
    r"(?:[\w']+\s+){0,4}?(?:commissioner|advis[eo]r|chair|mentor|improvement)\b)",
    re.IGNORECASE,
)
_HELPER_AFTER = re.compile(
    r"(?:\s+council)?(?:,\s+[^,.;]{2,80},)?\s+(?:charg(?:es|ed)|bills|billed)\b|(?:\s+council)?(?:,\s+[^,.;]{2,80},)?\s+(?:will|would|is\s+to|is|are|has\s+been|has|had|was)\s+(?:also\s+)?(?:been\s+)?(?:act(?:ing)?\s+as|work(?:s|ing)?\s+(?:with|alongside)|help(?:ing|ed)?|support(?:ing|ed)?|lend(?:ing)?|lent|second(?:ing|ed)?|provid(?:e|ing|ed)|"
    r"shar(?:e|ing)|send(?:ing)?|sent|mentor(?:ing)?|advis(?:e|ing))\b",
    re.IGNORECASE,
)
_HELPER_BEFORE = re.compile(
    r"\b(?:former(?:ly)?(?:\s+(?:of|at|with|from))?|(?:team|staff|managers?|experts?|advisers?|advisors?|officers?|leaders?|social\s+workers|help|support|colleagues|practitioners|specialists|people|secondees)\s+(?:from|at|of|in)|"
    r"(?:moved|arrived|came|come|joined|recruited|seconded|borrowed|drafted|poached|hired|on\s+loan)\s+(?:here\s+)?from|(?:worked|working|served)\s+(?:in|at|for)|"
    r"(?:ran|run|led|headed|managed|oversaw|turned\s+(?:a)?round)\s+(?:[\w']+\s+){0,3}?(?:services?|department|directorate|care|improvement)\s+(?:in|at|for|of)|(?:used\s+to|once|previously|formerly|who|successfully)\s+(?:ran|run|led|lead|headed|turned\s+(?:a)?round)|"
    r"(?:talk(?:s|ing|ed)?|speaking|spoken|negotiat\w+|discussions?|turn(?:s|ed|ing)?)\s+(?:to|with)(?:\s+its\s+neighbours?,?)?|approach(?:ed|ing|es)|(?:will|would|to)\s+be\s+run\s+by|partner(?:ship)?\s+(?:agreement\s+)?with|(?:similar|same|ones?|moves?)\s+(?:\w+\s+)?in|appointed|asked|invited|enlisted|(?:called|brought|sent|send)\s+in|(?:run|provided|supported|helped|overseen|mentored|delivered)\s+by|(?:will|would|to)\s+see|(?:teamed|teaming|partnered|partnering|working|worked|twinned|buddied)\s+(?:up\s+|closely\s+)*with|alongside|paired\s+with|chaired\s+by|led\s+by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PERSON_BEFORE = re.compile(
    r"\b(?:directors?|heads?|chief\s+executive|chief|leader|boss|manager)\s+(?:(?:of|for)\s+[\w' ,]{3,50}?\s+)?(?:at|in|for|with|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_SAID = re.compile(r"\b(?:said|says|added|adds|explained|told\s+[\w ]{2,30})[,:]?\s+$", re.IGNORECASE)

_MEANT = re.compile(
    r"\b(?:the|this|our|its)\s+(?:council|authority|city|county|borough|town|island|area|department)\b|\b(?:its|our|we)\b",
    re.IGNORECASE,
)


def inspected(record: Record) -> str | None:
    """The council whose inspections are all that a record has; None where there are several."""
    told = {inspection.council for inspection in record.inspections if inspection.council}
    return next(iter(told)) if len(told) == 1 else None


@dataclass(slots=True)
class Subjects:
    """The councils of a text at its places; built once a document."""

    prose: Prose
    councils: Councils
    inspected: str | None = None
    """The only council of which the text tells an inspection: the one it goes back to where it names none."""
    _names: list[CouncilName] = field(init=False)
    _starts: list[int] = field(init=False)
    _every: list[CouncilName] = field(init=False)
    _every_start: list[int] = field(init=False)
    _many: bool = field(init=False)

    def __post_init__(self) -> None:
        whole = self.councils.inside(0, len(self.prose.plain))
        self._names = [name for name in whole if not self.helps(name)]
        self._starts = [name.start for name in self._names]
        self._every = sorted(self.councils.names, key=lambda name: name.start)
        self._every_start = [name.start for name in self._every]
        self._many = len({name.council for name in self._names}) > _MANY

    def helps(self, name: CouncilName) -> bool:
        """Whether a council stands at a place as the one that helps, or that a person comes from."""
        plain = self.prose.plain
        if name.council == self.councils.main:
            return False
        if self.councils.main and (
            _PERSON_AFTER.match(plain, name.end)
            or _NAMED_AFTER.match(plain, name.end)
            or _PERSON_BEFORE.search(plain, max(0, name.start - 90), name.start)
        ):
            return True
        if _LENT_AFTER.match(plain, name.end):
            return True
        return bool(
            _HELPER_AFTER.match(plain, name.end) or _HELPER_BEFORE.search(plain, max(0, name.start - 60), name.start)
        )

    def at(self, sentence: Sentence, offset: int) -> str | None:
        """The council that the words at an offset speak of; None where none is meant for sure."""
        passage = self.prose.passage_of(sentence)
        if speaking := self._speaks(sentence, offset):
            return speaking.council
        before = self._last(sentence.start, offset + 1)
        after = self._first(offset, sentence.end)
        here = before or (None if self._main_in(sentence.start, sentence.end) else after)
        if here:
            return here.council
        if self.councils.main:
            nearest = self._last(passage.start, sentence.start)
            return nearest.council if nearest else self.councils.main
        earlier = self._last(passage.start, sentence.start) or self._bare(passage.start, sentence.end)
        if earlier is None and self.inspected:
            return self.inspected
        if earlier is None and (not self._many or _MEANT.search(self.prose.plain, sentence.start, sentence.end)):
            earlier = self._last(0, offset) or self._first(offset, len(self.prose.plain))
        return earlier.council if earlier else None

    def _speaks(self, sentence: Sentence, offset: int) -> CouncilName | None:
        """The council whose people say "we" of something before they are named as its people."""
        if not _OWN.search(self.prose.plain, sentence.start, sentence.end):
            return None
        for name in self._every[bisect_left(self._every_start, offset) : bisect_left(self._every_start, sentence.end)]:
            said = _SAID.search(self.prose.plain, max(sentence.start, name.start - 40), name.start)
            if said and _PERSON_AFTER.match(self.prose.plain, name.end):
                return name
        return None

    def is_national(self) -> bool:
        """Whether a text is about many councils and no single one of them."""
        return self._many and self.councils.main is None and self.inspected is None

    def others(self, sentence: Sentence) -> list[CouncilName]:
        """The names in a sentence of councils that the text is not about, comparisons among them."""
        first, last = bisect_left(self._every_start, sentence.start), bisect_left(self._every_start, sentence.end)
        return [name for name in self._every[first:last] if name.council != self.councils.main]

    def helped(self, sentence: Sentence, start: int, end: int) -> str | None:
        """The council that others, named between two offsets of a sentence, help."""
        helpers = {name.council for name in self.others(sentence) if start <= name.start < end}
        if self.councils.main:
            return self.councils.main
        for name in self.others(sentence):
            if name.council not in helpers:
                return name.council
        index = bisect_left(self._starts, sentence.start)
        return next((name.council for name in reversed(self._names[:index]) if name.council not in helpers), None)

    def _bare(self, start: int, end: int) -> CouncilName | None:
        """A place named between two offsets that is told of nowhere else, where no council is named."""
        for name in self._every[bisect_left(self._every_start, start) : bisect_left(self._every_start, end)]:
            if not name.compared and not self.helps(name):
                return name
        return None

    def named(self, start: int, end: int) -> list[str]:
        """The councils named between two offsets, helpers too."""
        return list(dict.fromkeys(name.council for name in self.councils.inside(start, end)))

    def _main_in(self, start: int, end: int) -> bool:
        return any(name.council == self.councils.main for name in self._slice(start, end))

    def _slice(self, start: int, end: int) -> list[CouncilName]:
        return self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _last(self, start: int, end: int) -> CouncilName | None:
        index = bisect_left(self._starts, end)
        return self._names[index - 1] if index and self._starts[index - 1] >= start else None

    def _first(self, start: int, end: int) -> CouncilName | None:
        index = bisect_left(self._starts, start)
        return self._names[index] if index < len(self._names) and self._starts[index] < end else None
