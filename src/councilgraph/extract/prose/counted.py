"""What a number in a text counts: by the noun after it, or, where none follows, by what was counted last.

"86 local authorities", "six more of the city's homes" and "caseloads stood at 19" say it themselves; "75 were judged
good", "seven of which", "this time it is eight" leave it to what was counted before them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from councilgraph.extract.prose.passages import LONGEST_SENTENCE, Prose, Sentence
from councilgraph.extract.prose.patterns import spaced
from councilgraph.extract.prose.quantities import COUNT, ORDINAL, SHARE, Quantity
from councilgraph.extract.prose.uncounted import untold
from councilgraph.extract.words import load

_LISTS = load("statistics")
_LONGEST_CHANGE = 30  # code points between a noun and the number that it rose or fell to
_FURTHEST = 3  # sentences back that a number without a noun may look for one
_NO_MODIFIER = _LISTS["no-modifier"]


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit that a number counts; ``start`` and ``end`` are the words from the number to its noun and back."""

    unit: str
    start: int
    end: int
    said: bool
    """Whether a noun of its own says it."""


@cache
def nouns() -> re.Pattern[str]:
    """What may be counted; the unit is the name of the group, with underscores."""
    return re.compile(rf"(?<![\w-])(?:{_groups(_LISTS['nouns'])})(?![\w'])(?!-\w)", re.IGNORECASE)


@cache
def _levels() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_groups(_LISTS['levels'])})(?![\w'-])", re.IGNORECASE)


def _groups(table: dict[str, Sequence[str]]) -> str:
    groups = (f"(?P<{key.replace('-', '_')}>{'|'.join(words)})" for key, words in table.items())
    return spaced("|".join(groups))


@cache
def _phrase() -> re.Pattern[str]:
    """From a number to the noun that it counts, over the words that may stand between."""
    stop = spaced("|".join(_NO_MODIFIER))
    return re.compile(
        rf"""(?:\s+or\s+(?:more|fewer|so))?(?!\s+(?:and|or|to)\b)\s+(?:(?:more|further|additional|extra|new|other|others)\s+)?(?:of\s+(?:all\s+)?(?:the|its|their|our|your|his|her|these|those|all|a|this|\w+'s)\s+(?:[\d,]+\s+)?)?
        (?:(?!(?:{stop})\b)[\w'"-]+\s+|(?:the|local|city|county)\s+(?:authority|council|borough)'s\s+){{0,5}}?['"]?(?P<noun>{nouns().pattern})""",
        re.IGNORECASE | re.VERBOSE,
    )


_VERB = (
    r"(?:(?:now|still|also|all|then|never|have|has|had)\s+)?(?:were|are|was|is|had|have|has|achieved|received|gets?|got|perform(?:s|ed|ing)?|scored|failed|fell|dropped|slipped|moved|went|"
    r"improved|declined|remain(?:s|ed)?|stay(?:s|ed)?|need(?:s|ed)?|requires?|required|came|lost|won|did|lived?|left|became|waited|saw|met|closed|opened|converted|rose|came|said|"
    r"did|do|go|attend(?:ed)?|found|took|passed|stopped|made|reached|turned|died|ended|told|felt|kept|gained|missed|meet)\b"
)
_OF_THEM = re.compile(
    r"\s+(?:more\s+)?of\s+(?:them|these|those|which|whom|the\s+(?:\w+\s+)?(?:total|number))\b", re.IGNORECASE
)
_PREDICATE = re.compile(
    rf"\s+(?:others?\s+|more\s+)?(?:-\s|{_VERB}|(?:subject|subjects)\s+(?:of|to)\b|on\s+(?:a\s+)?child|in\s+(?:care|foster|need)\b|with\s+a\b|waiting\b|,\s+or\b|in\s+the\s+(?:one|next|top|bottom|second|middle|same|class|band|category|lowest|highest)\b)|,\s+(?:must|are|were|have|had|need|still|now)\b|,\s+or\s+(?:almost|nearly|about|around|over|more|just|some|roughly|\w+ing|an?|\d)",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"(?:^|[,;:(]|\s-|\b(?:and|but|while|with|or|of\s+(?:these|those|them|which|whom|the\s+[\w' ]{1,40}?),?))\s*['\"]?(?:(?:and|but|another|a\s+further|further|the\s+other|the\s+remaining|only|just|now|today|then|this\s+time|last\s+year|"
    r"of\s+(?:these|those|them|which|whom),?|some|this\s+year|that|the\s+(?:remainder|rest|others|remaining\s+ones),?)\s+)*$",
    re.IGNORECASE,
)
_IT_IS = re.compile(
    r"\b(?:it|that|this|there|the\s+(?:figure|number|total|count|tally|equivalent)(?:\s+(?:for|in|at|on|across|nationally|elsewhere|last|this|a)\b[\w' ]{0,40}?)?)\s+(?:is|was|were|are|has\s+been|had\s+been|has\s+(?:risen|fallen|grown|dropped)\s+to|had\s+(?:risen|fallen|grown|dropped)\s+to|rose\s+to|fell\s+to|"
    r"stands\s+at|stood\s+at|now\s+stands\s+at|reached|became)\s+(?:now\s+|only\s+|just\s+|still\s+)?$",
    re.IGNORECASE,
)
_SIBLING = re.compile(
    r"(?:\b(?:compared\s+(?:with|to)|against|(?:up|down)\s+(?:from|on)|from|to|rather\s+than|instead\s+of|than|versus|as\s+opposed\s+to|after)\s+(?:just\s+|only\s+)?)$",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\b(?:at|to|from|of|by|is|was|are|were|than|reach(?:ed|ing)?|hit|averag(?:e|es|ed|ing)|total(?:s|led|ling)?|number(?:s|ed|ing)?|exceed(?:s|ed|ing)?|between|below|above|between\s+[\d.,]+\s+and)\s+(?:now\s+|just\s+|only\s+|an?\s+average\s+of\s+)*$",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:s|children|people|provision|staff)(?: (?:in|looked) (?:care|after))?$", re.IGNORECASE)
_EACH = re.compile(r"\s+(?:\w+\s+)?(?:for\s+each|per|each|apiece)\b(?!\s+cent)", re.IGNORECASE)
_NUMBER_OF = re.compile(r"\bnumbers?\s+of\s+$", re.IGNORECASE)
_ALONE = re.compile(r"\s+(?:is|was|has|had|were|closed|remains?|became|got|received|shut)\b", re.IGNORECASE)
_JOINS = re.compile(
    r"[,;]\s+(?:and|but|although|while|of\s+which|of\s+these)\s+(?:only\s+|just\s+)?$|^\W*(?:of|among)\s+(?:these|those|them|the)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:fall|fallen|fell|rise|risen|rose|drop|dropped|grow|grown|grew|gone|went|increased?|decreased?|reduced|cut|climbed|down|up|stands?|stood|at)\b",
    re.IGNORECASE,
)
_CHANGED_BY = re.compile(
    r"\b(?:rise|increase|jump|growth|fall|drop|decrease|reduction|decline|surge|leap)\s+of\s+(?:just\s+|only\s+|some\s+)?$|\b(?:up|down)\s+by\s+(?:just\s+|only\s+)?$",
    re.IGNORECASE,
)
_MORE_THAN = re.compile(
    r"\s+(?:more|fewer|less|higher|lower)\s+than\s+(?:in|at|the|a|last|this|before|on|it|when)\b", re.IGNORECASE
)
_ALL_SAID = re.compile(
    r"\s*(?:[.,;)]|$)|\s+(?:on|in|since|from|over|compared|against|and|but|last|this|within|during|after|by|a\s+year|year)\b",
    re.IGNORECASE,
)
_RATE_OF = re.compile(r"\b(?:at|of)\s+(?:the|a)\s+rate\s+of\s+$", re.IGNORECASE)
_NUMBER_WHO = re.compile(
    r"\bnumbers?\s+(?:in|on|with|without|waiting|placed|living|going|missing|who|being|still|subject|allocated|put|staying|sent|kept|taken|leaving|coming)\b"
    r"[^.;:,]{0,60}$",
    re.IGNORECASE,
)
_BESIDE_LEVEL = re.compile(r"\s*(?:,|\(|-)\s+(?:(?:which|that)\s+(?:were|was|are|is)\s+)?(?:once\s+|now\s+|at\s+)?$")
_OF_WHAT_IS_NO_COUNT = re.compile(
    r"\bof\s+(?:the\s+|its\s+|these\s+|those\s+|all\s+)?\w+\s+(?:\w+\s+)?(?:areas|judgements|judgments|categories|strands|headings|aspects|criteria|standards|questions|outcomes|themes|grades|marks|sections|"
    r"tests|points|recommendations|ratings|measures|indicators|targets)\b[^.;]{0,60},\s*(?:only\s+|just\s+)?$",
    re.IGNORECASE,
)
_BOTH = "both"
_EVERY = re.compile(r"\b(?:every|each)\s+(?:\w+\s+)?$", re.IGNORECASE)
_GENERAL = ("services", "provision", "settings")  # which texts speak of without counting them
_HAS = re.compile(
    r"\b(?:has|have|had|with|are|were|is|including|includes?|left|leaves|of\s+whom)\s+(?:a\s+further\s+|another\s+|some\s+|about\s+|now\s+)?$",
    re.IGNORECASE,
)
_SIMPLY = re.compile(
    r",\s+(?-i:[A-Z])|\s+(?:good|outstanding|inadequate|adequate|satisfactory|excellent|poor)\s*(?:[,.;]|$|and\b)",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"\s+(?:more\s+)?(?:subject\s+to|on\s+(?:a\s+)?(?:child|protection|the\s+(?:register|waiting))|in\s+(?:care|foster|need|children's|residential|hotels?|unre\w+)|waiting|without\s+a|living|placed|out\s+of\s+school)\b",
    re.IGNORECASE,
)
_LIVING = ("children", "young-people", "staff", "carers")  # whose number may be told without saying whose it is
_INSTITUTIONS = ("schools", "providers", "childrens-homes", "childrens-centres")


@dataclass(slots=True)
class Reader:
    """Reads what quantities count, sentence after sentence, and remembers what was counted last."""

    prose: Prose
    _last: tuple[int, Counted] | None = None

    def counted(self, index: int, sentence: Sentence, quantity: Quantity) -> Counted | None:
        """What a count or share counts; None where nothing says it.

        Args:
            index: of the sentence among those of the text.
        """
        found = self._by_noun(sentence, quantity)
        if self.prose.plain[quantity.number : quantity.end].casefold() == _BOTH:
            return found if found and found.unit in _INSTITUTIONS else None
        found = found or self._by_context(index, sentence, quantity)
        if found:
            self._last = (index, found)
        return found

    def _by_noun(self, sentence: Sentence, quantity: Quantity) -> Counted | None:
        inside = nouns().search(self.prose.plain, quantity.number, quantity.end) if quantity.kind == SHARE else None
        if inside:
            return Counted(_unit(inside), quantity.start, quantity.end, True)
        found = _phrase().match(self.prose.plain, quantity.whole_end or quantity.end, sentence.end)
        if not found:
            return None
        unit = _unit(found)
        if quantity.value == 1 and quantity.kind == COUNT:
            alone = " of " not in found[0] and _ALONE.match(self.prose.plain, found.end())
            if unit not in _INSTITUTIONS or not alone:
                return None
        return Counted(unit, quantity.start, found.end(), True)

    def _by_context(self, index: int, sentence: Sentence, quantity: Quantity) -> Counted | None:
        plain = self.prose.plain
        before = plain[sentence.start : quantity.start]
        after = plain[quantity.end : sentence.end]
        if quantity.kind == ORDINAL:
            return None
        if _OF_WHAT_IS_NO_COUNT.search(before):
            return None
        if self._same_sentence(sentence) and (
            quantity.whole or quantity.is_whole or self.is_change(sentence, quantity)
        ):
            return Counted(self._last[1].unit if self._last else "", quantity.start, quantity.end, False)
        if quantity.value != 1 and (unit := self._number_of_those(index, before, quantity)):
            return Counted(unit, quantity.start, quantity.end, False)
        if _EACH.match(after) or (level := self._level(sentence, quantity)):
            unit = "cases" if _EACH.match(after) else level
            return Counted(unit or "cases", quantity.start, quantity.end, False)
        if re.match(r"\W*$", before) and plain[quantity.number].isdigit():
            return None  # a sentence begins with a number in figures only in lists and tables
        if before.endswith("(") and after.startswith(")"):
            return self._bracketed(sentence, quantity)
        last = self._last[1].unit if self._last and self._same_sentence(sentence) else None
        if made := untold(before, after, last, self._recent(index) or _LIVING[0], several=quantity.value > 1):
            return Counted(made, quantity.start, quantity.end, False)
        standing = _OF_THEM.match(after) or (
            _BEGINS.search(before[-80:])
            and (
                _PREDICATE.match(after)
                or re.match(r"[.]?\s*$", after)
                or (self._same_sentence(sentence) and _SIMPLY.match(after))
            )
        )
        if quantity.value == 1 and not (
            _JOINS.search(before) and _ALONE.match(after) and self._institution(index, sentence, quantity)
        ):
            return None
        sibling = self._same_sentence(sentence) and _SIBLING.search(before)
        has = self._same_sentence(sentence) and _HAS.search(before) and _STATE.match(after)
        if not (standing or sibling or has or _IT_IS.search(before)):
            return None
        takes_up = (
            quantity.value == 1
            or before.rstrip().endswith(":")
            or (_OF_THEM.match(after) and before.rstrip().endswith(","))
            or re.match(r"\W*(?:of|among)\b", before, re.IGNORECASE)
        )
        near = None if self._same_sentence(sentence) or not takes_up else self._noun_before(sentence, quantity)
        if near:
            return Counted(near, quantity.start, quantity.end, False)
        recent = self._recent(index)
        return Counted(recent, quantity.start, quantity.end, False) if recent else None

    def is_change(self, sentence: Sentence, quantity: Quantity) -> bool:
        """Whether a number is by how many something counted rose or fell, not how many there are."""
        plain = self.prose.plain
        before = _CHANGED_BY.search(plain, max(sentence.start, quantity.start - 40), quantity.start)
        return bool(
            (before and _ALL_SAID.match(plain, quantity.end, sentence.end))
            or _MORE_THAN.match(plain, quantity.end, sentence.end)
        )

    def _number_of_those(self, index: int, before: str, quantity: Quantity) -> str | None:
        """The unit of "at a rate of three weekly" and "the number in hotels fell from nine": told before."""
        if _RATE_OF.search(before) or (_NUMBER_WHO.search(before[-100:]) and _LEVEL.search(before[-40:])):
            unit = None
            for found in nouns().finditer(before):
                unit = _unit(found) if _PLURAL.search(found[0]) else unit
            unit = unit or self._recent(index)
            return unit if unit in _LIVING else _LIVING[0]
        return None

    def recent(self, index: int) -> str | None:
        """What was counted last, in a sentence or those before it."""
        return self._recent(index)

    def _recent(self, index: int) -> str | None:
        """What was counted, or spoken of in the plural, in the sentences before or in this one."""
        last = self._last[0] if self._last else -1
        if last == index and self._last:
            return self._last[1].unit
        for back in range(index - 1, max(index - _FURTHEST, 0) - 1, -1):
            if back <= last and self._last:
                return self._last[1].unit
            sentence = self.prose.sentences[back]
            for found in nouns().finditer(
                self.prose.plain, sentence.start, min(sentence.end, sentence.start + LONGEST_SENTENCE)
            ):
                each = _EVERY.search(self.prose.plain, max(sentence.start, found.start() - 24), found.start())
                if (each or _PLURAL.search(found[0])) and found[0].casefold() not in _GENERAL:
                    return _unit(found)
        return None

    def _level(self, sentence: Sentence, quantity: Quantity) -> str | None:
        """The unit of a level that is told without a count before the number: caseloads, vacancies, numbers of something."""
        plain = self.prose.plain
        for found in _levels().finditer(plain, max(sentence.start, quantity.start - 40), quantity.start):
            if _BESIDE_LEVEL.fullmatch(plain, found.end(), quantity.start):
                return _unit(found)
        if not _LEVEL.search(plain, max(sentence.start, quantity.start - 60), quantity.start):
            return None
        unit = None
        for found in _levels().finditer(plain, sentence.start, quantity.start):
            unit = _unit(found)
        for found in nouns().finditer(plain, sentence.start, quantity.start):
            numbered = _NUMBER_OF.search(plain, max(sentence.start, found.start() - 20), found.start())
            gap = plain[found.end() : quantity.start]
            if numbered or (
                len(gap) <= _LONGEST_CHANGE
                and _PLURAL.search(found[0])
                and _CHANGE.search(gap)
                and not re.search(r"[,;:]", gap)
            ):
                unit = _unit(found)
        return unit

    def _bracketed(self, sentence: Sentence, quantity: Quantity) -> Counted | None:
        """What a number in brackets counts: the noun that they stand behind."""
        for found in nouns().finditer(self.prose.plain, max(sentence.start, quantity.start - 60), quantity.start):
            if self.prose.plain[found.end() : quantity.start].strip() == "(":
                return Counted(_unit(found), quantity.start, quantity.end, False)
        return None

    def _institution(self, index: int, sentence: Sentence, quantity: Quantity) -> bool:
        """Whether "one" can only be one of the schools, homes or providers that the sentence or the one before speaks of."""
        near = self._noun_before(sentence, quantity) or self._recent(index)
        return near in _INSTITUTIONS

    def _noun_before(self, sentence: Sentence, quantity: Quantity) -> str | None:
        """The noun in the same sentence that "seven of which" takes up, or "of the homes now closed, two"."""
        unit = None
        after_colon = self.prose.plain[sentence.start : quantity.start].rstrip().endswith(":")
        for found in nouns().finditer(self.prose.plain, sentence.start, quantity.start):
            if not after_colon or _PLURAL.search(found[0]):
                unit = _unit(found)
        return unit

    def _same_sentence(self, sentence: Sentence) -> bool:
        return self._last is not None and sentence.start <= self._last[1].start < sentence.end


def _unit(found: re.Match[str]) -> str:
    """The unit whose group matched."""
    groups = {key.replace("-", "_"): key for key in (*_LISTS["nouns"], *_LISTS["levels"])}
    return str(next(key for group, key in groups.items() if group in found.re.groupindex and found[group]))
