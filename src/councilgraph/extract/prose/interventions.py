"""Help, directions, notices, commissioners, advisers, boards, plans and money in answer to an inspection."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from councilgraph.extract.prose.clauses import clause
from councilgraph.extract.prose.councils import CouncilName, Councils
from councilgraph.extract.prose.passages import CAPTION, HEADLINE, LONGEST_SENTENCE, STANDFIRST, Prose, Sentence
from councilgraph.extract.prose.patterns import compiled
from councilgraph.extract.prose.quantities import MONEY, quantities
from councilgraph.extract.prose.speech import Speeches
from councilgraph.extract.prose.subjects import Subjects, inspected
from councilgraph.extract.prose.times import RELATIVE, times
from councilgraph.extract.words import load
from councilgraph.model import Intervention, Record

_TO_COME = ("planned", "threatened", "reported")
_BEGUN, _PLANNED, _THREATENED, _ENDED = "begun", "planned", "threatened", "ended"
_COST = re.compile(r"\b(?:at|for)\s+(?:an?\s+)?(?:\w+\s+)?(?:cost|price)\b|\bcosting\b", re.IGNORECASE)
_OTHER = "\x02"  # stands for each letter of another council's name where a row asks for one
_WEAK = ("recruitment", "improvement-plan", "improvement-measures", "restructuring")
_WEAKEST = ("improvement-measures", "restructuring")  # told beside something else, they are its description
_BOUGHT = ("new-service", "recruitment")  # with a sum of money in the same words, that is what it costs
_ORDERS = ("improvement-notice", "direction")  # what else the same words tell is what they order
_BESIDE = 30  # code points before and after an intervention that may say it is none
_PARTICULAR = ("direction", "commissioner-appointed", "improvement-notice", "trust-set-up", "intervention-ended")


@dataclass(frozen=True, slots=True)
class _Row:
    """A kind of intervention and how it is told."""

    kind: str
    needs: frozenset[str]
    patterns: Sequence[re.Pattern[str]]
    stage: str | None
    group: str
    same: bool
    shared: bool
    general: bool
    money: bool
    other: bool
    without: re.Pattern[str] | None


@dataclass(slots=True)
class _Interventions:
    """Makes interventions, sentence after sentence."""

    record: Record
    prose: Prose
    subjects: Subjects
    made: list[tuple[_Row, Intervention]] = field(default_factory=list)
    _sentence: Sentence | None = None

    def read(self, sentence: Sentence) -> None:
        """The interventions that a sentence tells."""
        plain = self.prose.plain
        if sentence.end - sentence.start > LONGEST_SENTENCE:
            return
        self._sentence = sentence
        words = plain[sentence.start : sentence.end].lower()
        present = {need for need in _needs() if need in words}
        others = self.subjects.others(sentence)
        masked = _masked(plain[sentence.start : sentence.end], sentence.start, others) if others else ""
        taken: list[tuple[int, int]] = []
        for row in _rows():
            if row.needs.isdisjoint(present) or (row.other and not others):
                continue
            text, shift = (masked, sentence.start) if row.other else (plain, 0)
            for start, end in _spans(row, text, sentence, shift):
                first, last = clause(self.prose, sentence, start, end)
                if any(start < b and a < end for a, b in taken) or _denied().search(plain, first, last):
                    continue
                if row.without and row.without.search(plain, max(first, start - _BESIDE), min(last, end + _BESIDE)):
                    continue
                taken.append((start, end))
                self.prose.fired(f"interventions: {row.kind}", start, end)
                for council in self._whose(row, sentence, start, end):
                    self._add(row, self._intervention(row, council, sentence, first, end, last))

    def _whose(self, row: _Row, sentence: Sentence, start: int, end: int) -> list[str]:
        """The councils that an intervention is about; none where that is not sure."""
        if row.shared:
            return self.subjects.named(start, sentence.end)
        council = self.subjects.helped(sentence, start, end) if row.other else self.subjects.at(sentence, start)
        return [council] if council else []

    def _intervention(
        self, row: _Row, council: str, sentence: Sentence, first: int, end: int, last: int
    ) -> Intervention:
        words = self.prose.words(first, last)
        money = (q.value for q in quantities(self.prose.plain, first, last) if q.kind == MONEY)
        stage = row.stage or self._stage(sentence, first, end, last)
        if row.stage == _ENDED and compiled(load("interventions")["ahead"]["words"]).search(words):
            stage = _PLANNED
        return Intervention(
            row.kind,
            council,
            by=next((by for by, pattern in _actors() if pattern.search(words)), None),
            stage=stage,
            amount=next(money, None) if row.money else None,
            date=self._date(stage, first, last),
            inspection=next((i.id for i in self.record.inspections if i.council == council), None),
            evidence=self.prose.evidence(first, last),
        )

    def _stage(self, sentence: Sentence, first: int, end: int, last: int) -> str:
        """How far an intervention has got, by its clause and what the sentence makes it depend on."""
        lists = load("interventions")
        after = compiled(lists["next"]["words"]).match(self.prose.plain[end:last])
        words = self.prose.words(first, end) + (after[0] if after else "")
        stage = next((stage for stage, pattern in _stages() if pattern.search(words)), _BEGUN)
        conditional = compiled(lists["conditions"]["words"]).search(self.prose.plain, sentence.start, sentence.end)
        return _THREATENED if conditional and stage == _PLANNED else stage

    def _date(self, stage: str, first: int, last: int) -> str | None:
        """The first time that a clause names; of what is to come, a month without its year is the next one."""
        published = self.record.document.published
        time = next((one for one in times(self.prose, first, last, published) if one.start), None)
        if time is None or time.start is None:
            return None
        past = published is not None and time.basis == RELATIVE and time.start[:7] < published[:7]
        if past and stage in _TO_COME and len(time.start) >= len("2012-05"):
            return f"{int(time.start[:4]) + 1}{time.start[4:]}"
        return time.start

    def _add(self, row: _Row, new: Intervention) -> None:
        """Add an intervention, or its words to the same one told before."""
        quotes = {span.quote for span in new.evidence}
        for kind, old in self.made:
            if old.council != new.council:
                continue
            again = any(span.quote in quotes for span in old.evidence)
            beside = self._sentence is not None and self._sentence.start <= old.evidence[-1].start < self._sentence.end
            if (beside and row.kind in _WEAKEST) or (again and self._is_told(kind, old, row)):
                old.amount = old.amount or new.amount
                return
            same = old.kind == new.kind and (beside or self._is_head(old) or (row.money and old.amount == new.amount))
            if (kind is row and row.same) or same:
                old.evidence = [*old.evidence, *(span for span in new.evidence if not again)][:3]
                return
        self.made.append((row, new))

    def _is_told(self, kind: _Row, old: Intervention, row: _Row) -> bool:
        """Whether what the words of an intervention tell besides is only more of it."""
        alike = kind.group == row.group or old.kind == row.kind or row.kind in _WEAK
        alike = alike or {old.kind, row.kind} == {"support", "review"}
        bought = row.money and (old.kind in _BOUGHT or _COST.search(old.evidence[0].quote) is not None)
        return alike or old.kind in _ORDERS or bought

    def _is_head(self, old: Intervention) -> bool:
        """Whether the words of an intervention are a headline or a caption, which the text below tells in full."""
        sentence = self.prose.sentence_at(old.evidence[0].start)
        return sentence is not None and self.prose.passage_of(sentence).kind in (HEADLINE, STANDFIRST, CAPTION)


def add_interventions(record: Record, prose: Prose, councils: Councils, speeches: Speeches) -> None:
    """Write them to a record."""
    interventions = _Interventions(record, prose, Subjects(prose, councils, inspected(record)))
    for sentence in prose.sentences:
        interventions.read(sentence)
    told = [one for row, one in interventions.made if not (row.general and _has_particular(interventions.made, one))]
    record.interventions.extend(told)


def _has_particular(made: list[tuple[_Row, Intervention]], one: Intervention) -> bool:
    """Whether what the government does in general is told of a council in particular too."""
    return any(other.council == one.council and other.kind in _PARTICULAR for _, other in made)


def _spans(row: _Row, text: str, sentence: Sentence, shift: int) -> list[tuple[int, int]]:
    """Where a row's patterns match in a sentence, in order; one by one they are faster than as one."""
    first, last = sentence.start - shift, sentence.end - shift
    found = [match.span() for pattern in row.patterns for match in pattern.finditer(text, first, last)]
    return sorted(((start + shift, end + shift) for start, end in found), key=lambda span: span[0])


def _masked(text: str, offset: int, names: Sequence[CouncilName]) -> str:
    """The words of a sentence with the names of other councils made alike."""
    for name in names:
        first, last = name.start - offset, min(name.end - offset, len(text))
        text = text[:first] + _OTHER * (last - first) + text[last:]
    return text


@cache
def _rows() -> list[_Row]:
    lists = load("interventions")
    macros: dict[str, str] = lists["macros"]
    return [
        _Row(
            row["kind"],
            frozenset(row["needs"]),
            [_pattern(pattern, macros) for pattern in row["patterns"]],
            row.get("stage"),
            row.get("group", row["kind"]),
            **{key: row.get(key, False) for key in ("same", "shared", "general", "money", "other")},
            without=_pattern(row["without"], macros) if "without" in row else None,
        )
        for row in lists["interventions"]
    ]


@cache
def _needs() -> frozenset[str]:
    """Words without which no row can match, so that most sentences are passed over at once."""
    return frozenset().union(*(row.needs for row in _rows()))


def _pattern(pattern: str, macros: dict[str, str]) -> re.Pattern[str]:
    for _ in range(2):
        for name, words in macros.items():
            pattern = pattern.replace("{" + name + "}", words)
    return compiled(pattern)


@cache
def _stages() -> list[tuple[str, re.Pattern[str]]]:
    return [(row["stage"], compiled(row["words"])) for row in load("interventions")["stages"]]


@cache
def _actors() -> list[tuple[str, re.Pattern[str]]]:
    return [(row["by"], compiled(row["words"])) for row in load("interventions")["actors"]]


@cache
def _denied() -> re.Pattern[str]:
    return compiled(load("interventions")["denied"]["words"])
