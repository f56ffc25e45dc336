"""Rows to records, one a source: the same that reading the source would have given, had a person read it.

The text of such a record is made of the words that its rows cite, each on a line of its own on the page that is cited, so
the words of each row are found at offsets that no other row has; `Made.rows` leads from there back to the row.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from councilgraph.documents.normalise import PAGE_BREAK, VERSION
from councilgraph.model import (
    Claim,
    CouncilMention,
    Document,
    Evidence,
    Finding,
    Inspection,
    Intervention,
    Judgement,
    PersonMention,
    Record,
    Statistic,
)
from councilgraph.registers import CouncilRegister
from councilgraph.resolve.vocabulary import fold
from councilgraph.tables.checks import Checks, Source
from councilgraph.tables.columns import Kind
from councilgraph.tables.mistakes import Mistake
from councilgraph.tables.reading import Table
from councilgraph.tables.rows import Key, Row, read_rows

READER = "table-1"
_KINDS: dict[str, type[Any]] = {
    "judgements": Judgement,
    "findings": Finding,
    "people": PersonMention,
    "claims": Claim,
    "statistics": Statistic,
    "interventions": Intervention,
}
_AND = " / "  # no name of a file has a stroke in it
_PROVED = ("council", "framework", "visit_type", "start", "end", "published", "lead_inspectors")


@dataclass(slots=True)
class Made:
    """What tables say.

    Attributes:
        records: one a source and workbook or set of CSV files, in the order in which the sources are cited.
        mistakes: what is wrong with cells, rows and tables.
        all: every row.  taken: those that went into the records, sources included.
        rows: by hash of the record's text, first and last offset of their words.
        sources: the row that tells of a record's source, by hash of the record's text.
        resting: the rows that rest on a source or an inspection, by the key of its row.
    """

    records: list[Record] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    all: list[Row] = field(default_factory=list)
    taken: list[Row] = field(default_factory=list)
    rows: dict[tuple[str, int, int], Row] = field(default_factory=dict)
    sources: dict[str, Row] = field(default_factory=dict)
    resting: dict[Key, list[Row]] = field(default_factory=dict)

    def falling(self, key: Key) -> list[Row]:
        """The rows that are left out where a row is, in the order in which they were read."""
        fallen, waiting = {key}, [key]
        while waiting:
            more = {row.key for row in self.resting.get(waiting.pop(), ())} - fallen
            fallen |= more
            waiting += more
        return [row for row in self.all if row.key in fallen and row.key != key]


def make(
    tables: Iterable[Table],
    register: CouncilRegister,
    known: Mapping[str, Inspection],
    refused: Mapping[Key, str] | None = None,
) -> Made:
    """The records of tables, without rows that are wrong.

    Args:
        known: inspections of the graph, by their ids, with the names of their councils.
        refused: rows to leave out, each with the reason.
    """
    made = Made()
    made.all = read_rows(tables, made.mistakes)
    for row in made.all:
        row.is_wrong = row.is_wrong or bool(refused and row.key in refused)
    checks = Checks(register, known, made.mistakes)
    checks.run(made.all)
    made.resting = checks.resting
    groups: dict[tuple[str, str], list[Row]] = {}
    sources: dict[tuple[str, str], Source] = {}
    for row in made.all:
        source = checks.source(row)
        if row.is_wrong or row.part == "sources" or source is None:
            continue
        # CSV files that are read together are one set, as the sheets of a workbook are.
        key = (row.table.grid.path if row.table.grid.sheet else "", fold(source.title))
        groups.setdefault(key, []).append(row)
        sources[key] = source
    told_of: dict[Key, Row] = {}
    for key, rows in groups.items():
        record, places = _Writer(sources[key], rows, checks).record()
        text = record.document.text_sha256 or ""
        made.records.append(record)
        made.rows |= {(text, start, end): row for (start, end), row in places.items()}
        made.taken += rows
        if told := sources[key].row:
            made.sources[text] = told
            told_of.setdefault(told.key, told)
    made.taken += told_of.values()
    return made


def files_of(record: Record) -> frozenset[str]:
    """The names of the files whose rows a record was made of."""
    return frozenset(record.document.path.split(_AND))


def rows_in(record: Record) -> int:
    """How many rows a record was made of; inspections without words of their own are told of elsewhere."""
    return sum(bool(one.evidence) for one in record.inspections) + sum(len(getattr(record, part)) for part in _KINDS)


class _Writer:
    """Writes the record of one source from the rows of one workbook or set of CSV files."""

    def __init__(self, source: Source, rows: list[Row], checks: Checks) -> None:
        self._source, self._rows, self._checks = source, rows, checks
        self._hashes = {row.table.grid.file: row.table.grid.sha256 for row in rows}
        self._name = _AND.join(self._hashes)
        self._places: dict[int, Evidence] = {}
        self._councils: dict[str, CouncilMention] = {}
        self._inspections: dict[str, Inspection] = {}

    def record(self) -> tuple[Record, dict[tuple[int, int], Row]]:
        """The record, and the rows by the offsets of their words."""
        text = self._text()
        # A document is taken to be about the first inspection of its record: that is the latest that it tells of.
        own = [row for row in self._rows if row.part == "inspections"]
        for row in sorted(own, key=_day, reverse=True):
            self._own(row)
        items: dict[str, list[Any]] = {part: [] for part in _KINDS}
        for row in self._rows:
            if row.part != "inspections":
                items[row.part].append(self._item(row))
        record = Record(self._document(text), list(self._councils.values()), list(self._inspections.values()), **items)
        places = {(span.start, span.end): row for row in self._rows for span in [self._places[id(row)]]}
        return record, places

    def _text(self) -> str:
        """The words of all rows by page; the files and the source head them, so that no two sources have one text."""
        by_page: dict[int, list[Row]] = {1: []}
        for row in self._rows:
            by_page.setdefault(row.values["page"], []).append(row)
        text = re.sub(r"\s+", " ", f"{self._name}: {self._source.title}") + "\n"
        page = 1
        for number in sorted(by_page):
            text += PAGE_BREAK * (number - page)
            page = number
            for row in by_page[number]:
                words = row.values["words"]
                self._places[id(row)] = Evidence(len(text), len(text) + len(words), page, words)
                text += words + "\n"
        return text

    def _document(self, text: str) -> Document:
        first, *others = self._hashes.values()
        return Document(
            id=f"{self._name}: {self._source.title}",
            path=self._name,
            sha256=hashlib.sha256("".join([first, *others]).encode()).hexdigest() if others else first,
            text_sha256=hashlib.sha256(text.encode()).hexdigest(),
            reader=READER,
            normaliser=VERSION,
            title=self._source.title,
            pages=text.count(PAGE_BREAK) + 1,
            text=text,
            **{key: self._source.known(key) for key in ("publisher", "published", "url", "licence", "genre")},
        )

    def _own(self, row: Row) -> None:
        inspection = self._inspection(row)
        span = self._places[id(row)]
        inspection.evidence = [replace(span, supports=key) for key in _PROVED if row.values.get(key)]
        self._inspections[inspection.id] = inspection
        self._council(row.values["council"], span)

    def _inspection(self, row: Row) -> Inspection:
        keys = ("council", "framework", "visit_type", "start", "end", "published", "body")
        given = {key: row.values[key] for key in keys if key in row.values}
        given |= {key: row.values[key] for key in ("bodies", "lead_inspectors") if key in row.values}
        return Inspection(fold(row.values["id"]), date_basis="stated", **given)

    def _meant(self, reference: str, span: Evidence) -> str:
        """The id in this record of an inspection that a row means, told of here or elsewhere."""
        key = fold(reference)
        if key not in self._inspections:
            elsewhere = self._checks.inspections.get(key)
            if elsewhere:
                inspection = replace(self._inspection(elsewhere), lead_inspectors=[])
            else:
                key = reference.strip().lower()
                inspection = replace(self._checks.known[key], id=key, evidence=[], lead_inspectors=[])
            self._inspections[key] = inspection
            if inspection.council:
                self._council(inspection.council, span)
        return key

    def _council(self, name: str, span: Evidence) -> None:
        self._councils.setdefault(name, CouncilMention(name, [span]))

    def _item(self, row: Row) -> Any:
        span = self._places[id(row)]
        proof = {"source", "page", "words"}
        given = {key: value for key, value in row.values.items() if key not in proof}
        if row.part == "people":
            given.setdefault("name", "")
        if "inspection" in given:
            given["inspection"] = self._meant(given["inspection"], span)
        for column in row.table.columns.values():
            if column.kind is Kind.council and column.key in given:
                self._council(given[column.key], span)
        return _KINDS[row.part](**given, evidence=[span])


def _day(row: Row) -> str:
    """The day by which inspections are put in order."""
    return str(row.values.get("start") or row.values.get("published"))
