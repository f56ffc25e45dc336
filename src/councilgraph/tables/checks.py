"""What of a row depends on other rows, on the register and on the graph: councils, inspections, grades, sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from councilgraph.model import Inspection
from councilgraph.near import nearest
from councilgraph.registers import CouncilRegister
from councilgraph.resolve.councils import refer
from councilgraph.resolve.dates import first_day, last_day
from councilgraph.resolve.families import area_of
from councilgraph.resolve.vocabulary import fold, vocabulary
from councilgraph.tables.columns import Kind
from councilgraph.tables.mistakes import Mistake
from councilgraph.tables.rows import Key, Row


@dataclass(frozen=True, slots=True)
class Source:
    """A document that rows cite, with what is known of it.

    Attributes:
        row: that tells of it; None where a row cites what no row tells of.
    """

    title: str
    row: Row | None = None

    def known(self, key: str) -> str | None:
        """What is known under a key."""
        return self.row.values.get(key) if self.row else None


@dataclass(slots=True)
class Checks:
    """Checks rows against one another.

    Attributes:
        known: inspections of the graph by id.
        mistakes: what was found.
        inspections: rows of inspections by folded reference.  sources: by folded title or address.
        resting: the rows that rest on a source or an inspection, by the key of its row.
    """

    register: CouncilRegister
    known: Mapping[str, Inspection]
    mistakes: list[Mistake]
    inspections: dict[str, Row] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    resting: dict[Key, list[Row]] = field(default_factory=dict)

    def run(self, rows: Sequence[Row]) -> None:
        """All checks, each of all rows, in the order in which they depend on each other."""
        for row in rows:
            if row.part == "sources":
                self._source(row)
        for row in rows:
            if row.part == "inspections":
                self._inspection(row)
        graded: dict[tuple[str, str, str], Row] = {}
        met: dict[tuple[object, ...], Row] = {}
        # Files may come in any order, and what is wrong with an inspection decides on the rows that mean it.
        for row in sorted(rows, key=lambda row: row.part != "inspections"):
            if row.part == "sources":
                continue
            self._cited(row)
            self._councils(row)
            self._meant(row)
            if row.part == "judgements":
                self._judgement(row, graded)
            elif row.part == "statistics" and not row.is_wrong and not {"council", "place"} & row.values.keys():
                self.say(row, "empty", "Neither “Council” nor “Place” says what the number is about.", "council")
            elif row.part == "people" and not row.is_wrong and not {"name", "role"} & row.values.keys():
                self.say(row, "empty", "Neither “Name” nor “Post” is given.", "name")
            self._claimed(row)
            self._twice(row, met)

    def say(self, row: Row, kind: str, message: str, key: str = "") -> None:
        """Note a mistake of a row, and leave the row out if it is a violation."""
        mistake = Mistake(kind, message, row.place(key), row.text(key) or None if key else None)
        self.mistakes.append(mistake)
        row.is_wrong = row.is_wrong or mistake.severity == "violation"

    def source(self, row: Row) -> Source | None:
        """The source that a row cites."""
        cited = row.values.get("source")
        return self.sources.get(fold(cited)) if cited else None

    def _source(self, row: Row) -> None:
        title = row.values.get("title")
        if not title:
            return
        if (other := self.sources.get(fold(title))) and other.row:
            self.say(row, "source-twice", f"“{title}” stands at {other.row.place('title')} already.", "title")
            return
        source = Source(title, row)
        for name in filter(None, (title, row.values.get("url"))):
            self.sources[fold(name)] = source

    def _inspection(self, row: Row) -> None:
        reference, start, end = (row.values.get(key) for key in ("id", "start", "end"))
        if reference:
            other = self.inspections.setdefault(fold(reference), row)
            if other is not row:
                self.say(row, "reference-twice", f"“{reference}” stands at {other.place('id')} already.", "id")
        if start and end and (last_day(end) or "") < (first_day(start) or ""):
            self.say(
                row,
                "date-order",
                f"The last day, {row.text('end')}, comes before the first, {row.text('start')}.",
                "end",
            )
        if not row.is_wrong and not start and not row.values.get("published"):
            self.say(row, "date-missing", "Neither “First day” nor “Published” is given.", "start")

    def _cited(self, row: Row) -> None:
        cited = row.values.get("source")
        if not cited:
            return
        known = self.sources.get(fold(cited))
        if known is None:
            titles = [source.title for source in self.sources.values() if source.row]
            if meant := nearest(cited, titles):
                self.say(row, "source-unknown", f"No source has the title “{cited}”. Did you mean “{meant}”?", "source")
                return
            self.sources[fold(cited)] = Source(cited)
            self.say(row, "source-bare", f"Of the source “{cited}” nothing is known but its title.", "source")
        elif known.row:
            self._rests(row, known.row, "source")

    def _rests(self, row: Row, other: Row, key: str) -> None:
        """Note that a row rests on another, with which it falls; the key is also what the other is to it."""
        self.resting.setdefault(other.key, []).append(row)
        if other.is_wrong:
            self.say(row, "row-left-out", f"Its {key}, at {other.place()}, is left out.", key)

    def _councils(self, row: Row) -> None:
        for column in row.table.columns.values():
            if column.kind not in (Kind.council, Kind.councils) or column.key not in row.values:
                continue
            given = row.values[column.key]
            names = [self._council(row, column.key, name) for name in ([given] if isinstance(given, str) else given)]
            row.values[column.key] = names[0] if isinstance(given, str) else names

    def _council(self, row: Row, key: str, name: str) -> str:
        """The name, or the official one where a code or an id stands for it."""
        source = self.source(row)
        day = row.values.get("start") or row.values.get("published") or (source.known("published") if source else None)
        if council := self.register.by_slug(name.lower()) or self.register.by_code(name, day):
            return council.name
        if refer(name, day, self.register).known:
            return name
        match = self.register.match(name, day)
        said = match.reason or f"“{name}” can mean more than one council when no date is given"
        near = [f"“{council.name}”" for council in self.register.near(name) if fold(council.name) != fold(name)]
        more = f" Did you mean {' or '.join(near)}?" if near else ""
        self.say(row, "council-unknown", f"{said}.{more}", key)
        return name

    def _meant(self, row: Row) -> None:
        reference = row.values.get("inspection")
        if not reference:
            return
        if mine := self.inspections.get(fold(reference)):
            self._rests(row, mine, "inspection")
        elif reference.strip().lower() not in self.known:
            references = [one.values["id"] for one in self.inspections.values()]
            meant = nearest(reference, [*references, *self.known])
            more = f" Did you mean “{meant}”?" if meant else ""
            self.say(
                row, "inspection-unknown", f"No inspection has the reference or id “{reference}”.{more}", "inspection"
            )

    def _framework(self, row: Row) -> tuple[str | None, str | None]:
        """The framework of the inspection that a row means, and a day of it."""
        reference = row.values.get("inspection")
        if reference and (mine := self.inspections.get(fold(reference))):
            values = mine.values
            return values.get("framework"), last_day(
                values.get("end") or values.get("start") or values.get("published")
            )
        if reference and (one := self.known.get(reference.strip().lower())):
            return one.framework, last_day(one.end or one.start or one.published)
        return None, None

    def _judgement(self, row: Row, graded: dict[tuple[str, str, str], Row]) -> None:
        framework, day = self._framework(row)
        if framework is None:
            return
        words = vocabulary()
        named = words.framework_labels.get(framework, framework)
        area, grade = row.values.get("area"), row.values.get("grade")
        concept = area_of(framework, area, day, words) if area else None
        in_force = [v for v in words.versions.values() if v.framework == framework and not v.distance(day)] or [
            v for v in words.versions.values() if v.framework == framework
        ]
        areas = sorted(words.area_labels[one] for one in {one for version in in_force for one in version.areas})
        if area and concept is None:
            self.say(row, "area-unknown", f"“{area}” is no area of {named}.{_offer(area, areas)}", "area")
        point = words.grade(framework, grade, row.values.get("number")) if grade else None
        if grade and point is None:
            labels = grades_of(framework)
            self.say(row, "grade-unknown", f"“{grade}” is no grade of {named}.{_offer(grade, labels)}", "grade")
        if concept and point and not row.is_wrong:
            key = (fold(row.values["inspection"]), concept, fold(row.values.get("source", "")))
            other = graded.setdefault(key, row)
            if other is not row and fold(other.values["grade"]) != fold(grade or ""):
                said = f"The same source gives this area “{other.values['grade']}” at {other.place('grade')}."
                self.say(row, "grade-twice", said, "grade")

    def _claimed(self, row: Row) -> None:
        """A grade that is claimed or limits a figure is on some scale."""
        key = {"claims": "asserts_grade", "statistics": "grade_limit"}.get(row.part)
        grade = row.values.get(key) if key else None
        if not key or not grade:
            return
        words = vocabulary()
        if not any(words.grade(framework, grade) for framework in words.framework_labels):
            labels = sorted({label for framework in words.framework_labels for label in grades_of(framework)})
            self.say(row, "grade-unknown", f"“{grade}” is no grade of any framework.{_offer(grade, labels)}", key)

    def _twice(self, row: Row, met: dict[tuple[object, ...], Row]) -> None:
        if row.is_wrong or row.part == "inspections":
            return
        key = (row.part, row.table.grid.path, repr(sorted(row.values.items(), key=lambda item: item[0])))
        other = met.setdefault(key, row)
        if other is not row:
            self.say(row, "row-twice", f"The row says what {other.place()} says.")
            row.is_wrong = True


@cache
def grades_of(framework: str) -> tuple[str, ...]:
    """The labels of the grades of a framework, best first."""
    words = vocabulary()
    bands: dict[str, int] = {}
    for scale in words.scales(framework):
        for (scheme, key), label in words.labels.items():
            if scheme == scale != key and (grade := words.grade_on(scale, label)):
                bands[label] = grade.band or 0
    return tuple(sorted(bands, key=lambda label: (-bands[label], label)))


def _offer(text: str, known: Sequence[str]) -> str:
    meant = nearest(text, known)
    return f" Did you mean “{meant}”?" if meant else f" There are {', '.join(known)}." if known else ""
