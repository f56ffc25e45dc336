"""Help, directions, notices, commissioners, advisers, boards, plans and money in answer to an inspection."""

import re
from dataclasses import dataclass, field
from functools import cache

from councilgraph.extract.prose.clauses import clause
from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.passages import CAPTION, HEADLINE, LONGEST_SENTENCE, STANDFIRST, Prose, Sentence
from councilgraph.extract.prose.patterns import compiled
from councilgraph.extract.prose.quantities import MONEY, quantities
from councilgraph.extract.prose.speech import Speeches
from councilgraph.extract.prose.subjects import Subjects
from councilgraph.extract.prose.times import RELATIVE, times
from councilgraph.extract.words import load
from councilgraph.model import Intervention, Record

_TO_COME = ("planned", "threatened", "reported")
_BEGUN, _PLANNED, _THREATENED = "begun", "planned", "threatened"
_WEAK = ("recruitment", "improvement-plan", "improvement-measures", "restructuring")
_PARTICULAR = ("direction", "commissioner-appointed", "improvement-notice", "trust-set-up", "intervention-ended")


@dataclass(frozen=True, slots=True)
class _Row:
    """A kind of intervention and how it is told."""

    kind: str
    needs: frozenset[str]
    pattern: re.Pattern[str]
    stage: str | None
    group: str
    same: bool
    shared: bool
    general: bool
    money: bool


@dataclass(slots=True)
class _Interventions:
    """Makes interventions, sentence after sentence."""

    record: Record
    prose: Prose
    subjects: Subjects
    made: list[tuple[_Row, Intervention]] = field(default_factory=list)

    def read(self, sentence: Sentence) -> None:
        """The interventions that a sentence tells."""
        plain = self.prose.plain
        if sentence.end - sentence.start > LONGEST_SENTENCE:
            return
        words = plain[sentence.start : sentence.end].lower()
        present = {need for need in _needs() if need in words}
        taken: list[tuple[int, int]] = []
        for row in _rows():
            if row.needs.isdisjoint(present):
                continue
            for found in row.pattern.finditer(plain, sentence.start, sentence.end):
                start, end = found.span()
                first, last = clause(self.prose, sentence, start, end)
                if any(start < b and a < end for a, b in taken) or _denied().search(plain, first, last):
                    continue
                taken.append((start, end))
                self.prose.fired(f"interventions: {row.kind}", start, end)
                for council in self._whose(row, sentence, start):
                    self._add(row, self._intervention(row, council, sentence, first, end, last))

    def _whose(self, row: _Row, sentence: Sentence, start: int) -> list[str]:
        """The councils that an intervention is about; none where that is not sure."""
        if row.shared:
            return self.subjects.named(start, sentence.end)
        council = self.subjects.at(sentence, start)
        return [council] if council else []

    def _intervention(
        self, row: _Row, council: str, sentence: Sentence, first: int, end: int, last: int
    ) -> Intervention:
        words = self.prose.words(first, last)
        money = (q.value for q in quantities(self.prose.plain, first, last) if q.kind == MONEY)
        stage = row.stage or self._stage(sentence, first, end, last)
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
            if again and (kind.group == row.group or old.kind == new.kind or row.kind in _WEAK):
                return
            if (kind is row and row.same) or (old.kind == new.kind and self._is_head(old)):
                old.evidence = [*old.evidence, *(span for span in new.evidence if not again)][:3]
                return
        self.made.append((row, new))

    def _is_head(self, old: Intervention) -> bool:
        """Whether the words of an intervention are a headline or a caption, which the text below tells in full."""
        sentence = self.prose.sentence_at(old.evidence[0].start)
        return sentence is not None and self.prose.passage_of(sentence).kind in (HEADLINE, STANDFIRST, CAPTION)


def add_interventions(record: Record, prose: Prose, councils: Councils, speeches: Speeches) -> None:
    """Write them to a record."""
    interventions = _Interventions(record, prose, Subjects(prose, councils))
    for sentence in prose.sentences:
        interventions.read(sentence)
    told = [one for row, one in interventions.made if not (row.general and _has_particular(interventions.made, one))]
    record.interventions.extend(told)


def _has_particular(made: list[tuple[_Row, Intervention]], one: Intervention) -> bool:
    """Whether what the government does in general is told of a council in particular too."""
    return any(other.council == one.council and other.kind in _PARTICULAR for _, other in made)


@cache
def _rows() -> list[_Row]:
    lists = load("interventions")
    macros: dict[str, str] = lists["macros"]
    return [
        _Row(
            row["kind"],
            frozenset(row["needs"]),
            _pattern("|".join(row["patterns"]), macros),
            row.get("stage"),
            row.get("group", row["kind"]),
            *(row.get(key, False) for key in ("same", "shared", "general", "money")),
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
