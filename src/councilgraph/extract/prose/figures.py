"""Numbers about councils, their services and the nation."""

import re
from dataclasses import dataclass, field, replace

from councilgraph.extract.prose.clauses import clause
from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.counted import Counted, Reader
from councilgraph.extract.prose.measures import grade_limit, measure
from councilgraph.extract.prose.nonfacts import is_nonfact
from councilgraph.extract.prose.passages import LONGEST_SENTENCE, Prose, Sentence
from councilgraph.extract.prose.quantities import COUNT, MONEY, ORDINAL, PERCENT, RATE, SHARE, Quantity, quantities
from councilgraph.extract.prose.speech import Speeches
from councilgraph.extract.prose.subjects import Subjects, inspected
from councilgraph.extract.prose.times import times
from councilgraph.model import Record, Statistic

_ENGLAND = "England"
_RANK, _CHANGE = "councils-rank", "change"
_SMALL = 20  # numbers up to which two that nothing but their context explains may well count different things
_MOST = 20  # numbers in a sentence; more are a table
_SHORT = 25  # code points that a clause needs to tell anything
_NATIONAL = re.compile(
    r"\bnational(?:ly)?\b|\b(?:across|in|for|throughout)\s+(?:all\s+of\s+)?England\b|\b(?:across|throughout|over)\s+(?:the\s+)?(?:whole\s+)?(?:country|nation)\b|\ba\s+council\s+by\b|\b(?:per|each)\s+(?:council|authority)\b|\bEngland(?:'s)?\s+(?:average|figure|rate)|\b(?:English|England)\s+average\b|\bcountrywide\b",
    re.IGNORECASE,
)
_BEST = re.compile(
    r"\b(?:highest|lowest|worst|best|biggest|largest|most|fewest|second|third|\w+est)\b[\w\s'-]{0,40}\b(?:in|across)\s+(?:England|the\s+country)",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\s+of\s+(?:them|these|those|which|the\s+(?:\w+\s+)?(?:total|number|whole|list|cohort)|all\s+(?:councils|authorities))\b",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"\b(?:against|than|with|to|below|above|from)\s+(?:an?|the)\s+(?:national\s+|English\s+|overall\s+)?average\b(?!\s+(?:for|of)\s+(?:similar|its|neighbouring|the\s+(?:region|area)))",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:against|compared|than|versus|above|below|while|whereas|and|but|or|from|higher|lower)\b", re.IGNORECASE
)
_SET_BESIDE = re.compile(
    r"\b(?:compared\s+(?:with|to)|(?:up|down)\s+from|as\s+against)\s+(?:just\s+|only\s+)?$", re.IGNORECASE
)
_TAKEN_UP = 10  # from which on a number told again of the same things is the same one
_SIBLING = re.compile(r"\W*(?:\w+\W+){0,4}?(?:to|from|with|than|against|on)\W+(?:just\W+|only\W+)?", re.IGNORECASE)
_LONGEST_GAP = 45  # code points
_SINCE = re.compile(r"\b(?:since|from|by|until|till|before|after|under)\s+(?:the\s+)?$", re.IGNORECASE)
_OUT_OF = re.compile(r"\W*(?:of|in|out\s+of|among)\s+(?:the\s+|all\s+)*", re.IGNORECASE)
_OF_THE = re.compile(r"\s+(?:\w+\s+)?of\s+(?:the\s+|all\s+|its\s+|their\s+|our\s+|[\w' -]{1,40}'s?\s+)*", re.IGNORECASE)
_JOINT = re.compile(r"[,;:]\s|\s(?:and|but|while|whereas)\s", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:all|the|these|those|both|its|their)\s+$", re.IGNORECASE)
_MEMBERS = re.compile(r"\s*[:(-]|\b(?:including|namely|among\s+them|such\s+as)\b", re.IGNORECASE)
_MEMBERS_NEXT = re.compile(
    r"\s*(?:among\s+them|they\s+(?:are|were|include)|these\s+(?:are|were|include)|those\s+(?:are|were|include)|the\s+\w+\s+(?:are|were|councils)\b)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Figures:
    """Makes statistics, sentence after sentence."""

    record: Record
    prose: Prose
    councils: Councils
    subjects: Subjects
    reader: Reader
    made: list[Statistic] = field(default_factory=list)
    whole: tuple[int, Statistic] | None = None
    found: list[Quantity] = field(default_factory=list)
    told: tuple[Quantity, Statistic] | None = None
    of_councils: tuple[int, Statistic] | None = None

    def read(self, index: int, sentence: Sentence) -> None:
        """The figures of a sentence."""
        self._members_next(index, sentence)
        if sentence.end - sentence.start > LONGEST_SENTENCE:
            return
        self.found = found = list(quantities(self.prose.plain, sentence.start, sentence.end))
        self.told = None
        if len(found) > _MOST:
            return
        before = len(self.made)
        for number, quantity in enumerate(found):
            whole = self._is_whole(found[number - 1] if number else None, quantity)
            part = self.made[-1] if whole and len(self.made) > before else None
            following = found[number + 1] if number + 1 < len(found) else None
            self._figure(index, sentence, replace(quantity, is_whole=whole), following)
            if part:
                part.population = quantity.value

    def _figure(self, index: int, sentence: Sentence, quantity: Quantity, following: Quantity | None) -> None:
        counted: Counted | None = None
        if quantity.kind in (COUNT, SHARE, ORDINAL):
            counted = self.reader.counted(index, sentence, quantity)
            if counted is None and quantity.kind != SHARE:
                return
        if is_nonfact(self.prose, sentence, quantity, counted, self.record.document.genre):
            return
        unit = {MONEY: "pounds", PERCENT: "percent", SHARE: "share", RATE: "per-10000-children"}.get(quantity.kind) or (
            counted.unit if counted else ""
        )
        start, end = clause(self.prose, sentence, quantity.start, counted.end if counted else quantity.end)
        if end - start < _SHORT:
            start, end = sentence.start, sentence.end
        scopes = [
            self.prose.words(*self._near(sentence, quantity, start, end)),
            self.prose.words(start, end),
            self.prose.words(sentence.start, sentence.end),
        ]
        opens = counted is not None and _OUT_OF.fullmatch(self.prose.plain, sentence.start, quantity.start) is not None
        quantity = replace(
            quantity, is_whole=quantity.is_whole or (opens and following is not None and self._ends(counted))
        )
        limit = None if quantity.is_whole else self._limit(sentence, quantity, following, start, end)
        key = _RANK if quantity.kind == ORDINAL else measure(unit, scopes, graded=limit is not None)
        if self.told and self._is_sibling(*self.told, quantity, unit):
            key = self.told[1].measure
            grade, comparator = self.told[1].grade_limit, self.told[1].comparator
            limit = (grade, comparator) if grade and comparator else None
        if self._is_of_councils(index, quantity, counted):
            key = "councils-graded" if limit else "councils"
        if counted and key and self.reader.is_change(sentence, quantity):
            key, limit = _CHANGE, None
        both = self.prose.plain[quantity.number : quantity.end].casefold() == "both"
        if key is None or (both and not key.endswith("-graded")):
            return
        statistic = Statistic(
            key, quantity.value, unit_kind=unit, qualifier=quantity.qualifier, evidence=self.prose.evidence(start, end)
        )
        if limit and (key.endswith("-graded") or key == _RANK):
            statistic.grade_limit, statistic.comparator = limit
        statistic.period = self._period(quantity, start, end)
        self._place(statistic, quantity, counted, sentence, start, end)
        if statistic.council is None or (counted and counted.said and self._is_told(statistic, sentence, quantity)):
            return
        self.told = (quantity, statistic)
        statistic.population = quantity.whole
        if _OUT_OF.fullmatch(self.prose.plain, sentence.start, quantity.start):
            self.whole = (index, statistic)
        elif key != _CHANGE and self.whole and self.whole[0] == index and unit in (self.whole[1].unit_kind, "councils"):
            statistic.population, statistic.subset_of = self.whole[1].value, self.whole[1].measure
        self._add(statistic, again=counted is None or counted.said or quantity.value > _SMALL)
        self.prose.fired(f"statistics: {key}", start, end)
        if unit == "councils":
            self._members(index, sentence, quantity, statistic)

    def _ends(self, counted: Counted | None) -> bool:
        """Whether a comma stands behind what is counted ("Of 150 authorities, 12 …")."""
        return counted is not None and self.prose.plain.startswith(",", counted.end)

    def _is_of_councils(self, index: int, quantity: Quantity, counted: Counted | None) -> bool:
        """Whether a share is one of the councils counted before ("62 per cent of them all")."""
        return (
            counted is None
            and quantity.kind in (PERCENT, SHARE)
            and _OF_THEM.match(self.prose.plain, quantity.end) is not None
            and self.reader.recent(index) == "councils"
        )

    def _limit(
        self, sentence: Sentence, quantity: Quantity, following: Quantity | None, start: int, end: int
    ) -> tuple[str, str] | None:
        """The grades that a number counts up to: named after it and before the next number, else before it."""
        plain = self.prose.plain
        stop = following.start if following and following.start < end else end
        first = max(plain.rfind(";", sentence.start, quantity.start), sentence.start)
        last = next((place for place in [plain.find(";", quantity.end, sentence.end)] if place > 0), sentence.end)
        before = grade_limit(self.prose.words(start, quantity.start))
        if before and _SET_BESIDE.search(plain, start, quantity.start):
            return before
        return (
            grade_limit(self.prose.words(quantity.end, stop))
            or before
            or (grade_limit(plain[first:last]) if stop < sentence.end else None)
        )

    def _is_sibling(self, before: Quantity, told: Statistic, quantity: Quantity, unit: str) -> bool:
        """Whether a number only tells the one before for another time or place ("from 14% to 9%")."""
        gap = self.prose.plain[before.end : quantity.start]
        return told.unit_kind == unit and len(gap) < _LONGEST_GAP and _SIBLING.fullmatch(gap) is not None

    def _near(self, sentence: Sentence, quantity: Quantity, start: int, end: int) -> tuple[int, int]:
        """The words of a clause from the number before a quantity to the one after it."""
        before = max((one.end for one in self.found if start <= one.start and one.end <= quantity.start), default=start)
        following = (one.start for one in self.found if quantity.end <= one.start < end and not one.is_whole)
        after = min(following, default=end)
        for joint in _JOINT.finditer(self.prose.plain, before, after):
            if joint.end() <= quantity.start:
                before = joint.end()
            elif joint.start() >= quantity.end:
                return before, joint.start()
        return before, after

    def _period(self, quantity: Quantity, start: int, end: int) -> str | None:
        """The day, month or year that a number is of: named after it and before the next one, else before the first."""
        others = [one for one in self.found if one.kind != ORDINAL and start <= one.start < end]
        after = min((one.start for one in others if one.start >= quantity.end), default=end)
        alone = not any(one.end <= quantity.start for one in others)
        for first, last in ((quantity.end, after), (start, quantity.start) if alone else (start, start)):
            for time in times(self.prose, first, last, self.record.document.published):
                if time.start and not _SINCE.search(self.prose.plain, first, time.first):
                    return time.start
        return None

    def _is_whole(self, previous: Quantity | None, quantity: Quantity) -> bool:
        """Whether a count is what the quantity before it is a part of ("two thirds of the 90 councils")."""
        if quantity.is_whole or previous is None or quantity.kind != COUNT:
            return quantity.is_whole
        return _OF_THE.fullmatch(self.prose.plain, previous.end, quantity.number) is not None

    def _place(
        self,
        statistic: Statistic,
        quantity: Quantity,
        counted: Counted | None,
        sentence: Sentence,
        start: int,
        end: int,
    ) -> None:
        following = min((one.start for one in self.found if one.start >= quantity.end), default=end)
        last = min(following, end, quantity.end + 60)
        beside = _COMPARED.search(self.prose.plain, quantity.end, last) if last == following else None
        last = beside.start() if beside else last
        near = _BEST.sub(" ", self.prose.plain[max(start, quantity.start - 40) : last])
        of_councils = counted is not None and counted.unit == "councils"
        if of_councils or statistic.measure.startswith("councils") or _NATIONAL.search(near) or _AVERAGE.search(near):
            statistic.council = statistic.place = _ENGLAND
        else:
            statistic.council = self.subjects.at(sentence, quantity.start)
        if statistic.council is None and self.subjects.is_national():
            statistic.council = statistic.place = _ENGLAND

    def _is_told(self, statistic: Statistic, sentence: Sentence, quantity: Quantity) -> bool:
        """Whether a number only takes up again one told before ("all seven authorities")."""
        taken_up = _DEFINITE.search(self.prose.plain, max(sentence.start, quantity.start - 20), quantity.start)
        return bool(taken_up) and any(
            (old.unit_kind, old.value) == (statistic.unit_kind, statistic.value) for old in self.made
        )

    def _add(self, new: Statistic, *, again: bool) -> None:
        """Add a figure, or its words to the same one told before, where it says by itself what it counts."""
        for old in self.made if again else []:
            same = (old.council, old.unit_kind, old.value, old.grade_limit) == (
                new.council,
                new.unit_kind,
                new.value,
                new.grade_limit,
            )
            if self._is_told_closer(old, new):
                old.measure, old.grade_limit, old.comparator = new.measure, new.grade_limit, new.comparator
                old.population, old.period = new.population or old.population, new.period or old.period
                old.evidence = [*new.evidence, *old.evidence][:3]
                return
            if same and (old.measure == new.measure or new.measure in (new.unit_kind, "cases-reviewed")):
                if len(old.evidence) < 3 and new.evidence[0] not in old.evidence:
                    old.evidence.append(new.evidence[0])
                return
        self.made.append(new)

    def _is_told_closer(self, old: Statistic, new: Statistic) -> bool:
        """Whether a number that was told without saying of what it tells is told again with it."""
        alike = (old.council, old.unit_kind, old.value) == (new.council, new.unit_kind, new.value)
        return alike and new.value >= _TAKEN_UP and old.measure == old.unit_kind != new.measure

    def _members(self, index: int, sentence: Sentence, quantity: Quantity, statistic: Statistic) -> None:
        """The councils that a number of councils is said to consist of."""
        if self.of_councils is None or self.of_councils[0] != index:
            self.of_councils = (index, statistic)
        named = [n for n in self.councils.names if quantity.end <= n.start < sentence.end]
        if named and _MEMBERS.search(self.prose.plain, quantity.end, named[0].start):
            self._join(statistic, [n.council for n in named])

    def _members_next(self, index: int, sentence: Sentence) -> None:
        if (
            self.of_councils
            and index == self.of_councils[0] + 1
            and _MEMBERS_NEXT.match(self.prose.plain, sentence.start, sentence.end)
        ):
            self._join(
                self.of_councils[1],
                [n.council for n in self.councils.names if sentence.start <= n.start < sentence.end],
            )

    def _join(self, statistic: Statistic, names: list[str]) -> None:
        statistic.members = list(dict.fromkeys([*statistic.members, *names]))
        statistic.list_complete = len(statistic.members) == statistic.value


def add_statistics(record: Record, prose: Prose, councils: Councils, speeches: Speeches) -> None:
    """Write them to a record."""
    figures = _Figures(record, prose, councils, Subjects(prose, councils, inspected(record)), Reader(prose))
    for index, sentence in enumerate(prose.sentences):
        figures.read(index, sentence)
    record.statistics.extend(figures.made)
