"""How far a graph can be trusted: what was read and what was not, what is doubtful, and what is covered.

A report is a list of sections, each a table with a sentence on what it means; `as_text` and `as_html` print it.
"""

import html
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from councilgraph.build.report import BuildReport, Trouble
from councilgraph.build.state import State
from councilgraph.errors import printable
from councilgraph.query import library
from councilgraph.query.days import day_words, published_words
from councilgraph.query.run import values
from councilgraph.store import EmbeddedStore, open_store

_DOCUMENTS = """
SELECT ?genre ?publisher (COUNT(DISTINCT ?version) AS ?documents) (COUNT(DISTINCT ?stating) AS ?with) WHERE {
  ?version a cg:DocumentVersion .
  OPTIONAL { ?version cg:genre/rdfs:label ?genre }
  OPTIONAL { ?version dcterms:publisher/rdfs:label ?publisher }
  OPTIONAL { ?inspection a cg:Inspection ; cg:statedIn ?version BIND(?version AS ?stating) }
} GROUP BY ?genre ?publisher ORDER BY ?genre ?publisher
"""
_CODES = """
SELECT ?code ?label ?definition WHERE {
  ?concept skos:inScheme <https://w3id.org/councilgraph/vocab/problem-code> ; skos:prefLabel ?label ;
           skos:definition ?definition .
  BIND(REPLACE(STR(?concept), "^.*/", "") AS ?code)
}
"""
_INSPECTIONS = """
SELECT ?council ?year ?band WHERE {
  ?inspection a cg:Inspection ; cg:council/rdfs:label ?council ; cg:date ?date .
  FILTER EXISTS { ?inspection cg:leadInspector ?anybody }
  BIND(YEAR(?date) AS ?year)
  OPTIONAL { ?judgement cg:inspection ?inspection ; cg:area/cg:isOverall true ; cg:band ?band
             MINUS { ?judgement cg:status <https://w3id.org/councilgraph/vocab/status/superseded> } }
} ORDER BY ?council ?year ?band
"""
_PRESENT = """
SELECT ?council WHERE {
  ?body a cg:Council ; rdfs:label ?council
  OPTIONAL { ?body cg:latestEnd ?end }
  FILTER(!BOUND(?end))
} ORDER BY ?council
"""
_UNGRADED = "•"


@dataclass(frozen=True, slots=True)
class Section:
    """A table; ``note`` says what it means, or what its being empty means. Cells are text."""

    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def trust(folder: Path) -> list[Section]:
    """The report on the graph in a store's folder.

    Raises:
        UsageError: there is no graph.
    """
    with open_store(folder) as store:
        state = State.of(store.state)
        built = BuildReport()
        if state.said:
            state.recall(built)
        return [
            _documents(store),
            _unread(built.troubles),
            _problems(store, built.troubles),
            _disagreements(built.troubles),
            _mentions(store),
            _verdict(built),
            *_coverage(store),
        ]


def _documents(store: EmbeddedStore) -> Section:
    rows = [
        (genre or "kind not known", publisher or "publisher not known", str(documents), str(stating))
        for genre, publisher, documents, stating in values(store, _DOCUMENTS)
    ]
    note = "Distinct texts. Those that state nothing are of a kind that is not read yet, or of none that is known."
    return Section("Documents read", note, ("kind", "publisher", "documents", "that state something"), tuple(rows))


def _unread(troubles: Sequence[Trouble]) -> Section:
    rows = tuple((_name(trouble), trouble.problem.message) for trouble in troubles if trouble.unread)
    note = "Nothing in the graph comes from these files." if rows else "Every file could be read."
    return Section("Files that could not be read", note, ("file", "why"), rows)


def _problems(store: EmbeddedStore, troubles: Sequence[Trouble]) -> Section:
    meanings = {code: (str(label), str(definition)) for code, label, definition in values(store, _CODES)}
    files: dict[str, set[str]] = defaultdict(set)
    for trouble in troubles:
        files[trouble.problem.code].add(trouble.file)
    counts = Counter({code: len(paths) for code, paths in files.items()})
    rows = tuple((code, str(count), meanings.get(code, ("", ""))[1]) for code, count in counts.most_common())
    note = "A problem is said and nothing is guessed in its place." if rows else "No document has a problem."
    return Section("Problems by kind", note, ("problem", "documents", "what it means"), rows)


def _disagreements(troubles: Sequence[Trouble]) -> Section:
    rows = tuple(
        (_name(trouble), str(trouble.problem.page or ""), trouble.problem.message)
        for trouble in troubles
        if trouble.problem.code == "table-heading-disagree"
    )
    note = "The table's grade is in the graph." if rows else "Where headings repeat the grades of a table, they agree."
    return Section("Table and headings disagree", note, ("file", "page", "what"), rows)


def _mentions(store: EmbeddedStore) -> Section:
    query = library.get("mentioned-inspections")
    rows = tuple(
        (str(council), str(kind), _when(first, last), str(document), str(page), _key(str(iri)))
        for council, kind, first, last, document, page, iri in values(store, query.bind(store, {}))
    )
    note = "Told of by another document and not joined to a report here, for want of one or for doubt."
    note = note if rows else "Every inspection in the graph has a report here."
    return Section(
        "Inspections known only from mentions", note, ("council", "kind", "when", "document", "page", "id"), rows
    )


def _verdict(built: BuildReport) -> Section:
    rows = tuple((rule, str(count)) for rule, count in built.verdict.get("rules", {}).items())
    conforms = "The graph conforms to the shapes." if built.verdict.get("conforms", True) else "It does NOT conform."
    return Section(
        "Verdict of the shapes", f"{conforms} `councilgraph validate` tells more.", ("rule", "findings"), rows
    )


def _coverage(store: EmbeddedStore) -> list[Section]:
    """Councils by year, and the councils without an inspection."""
    cells: dict[str, dict[str, str]] = defaultdict(dict)
    for council, year, band in values(store, _INSPECTIONS):
        cells[str(council)][str(year)] = cells[str(council)].get(str(year), "") + (band or _UNGRADED)
    years = [str(year) for year in _range({int(year) for row in cells.values() for year in row})]
    rows = tuple((council, *(row.get(year, "") for year in years)) for council, row in sorted(cells.items()))
    missing = tuple((str(council),) for (council,) in values(store, _PRESENT) if str(council) not in cells)
    note = f"Inspections by the year of their first day: 4 outstanding … 1 inadequate, {_UNGRADED} no overall grade."
    return [
        Section("Coverage by council and year", note, ("council", *years), rows),
        Section("Present councils without an inspection", f"{len(missing)} of the register.", ("council",), missing),
    ]


def _range(years: set[int]) -> Iterable[int]:
    return range(min(years), max(years) + 1) if years else ()


def _when(first: str | None, last: str | None) -> str:
    """When something was, given the first and the last day on which it can have been."""
    if first is None and last:
        return f"by {day_words(last)}"
    return published_words(first, last) or "not known"


def _name(trouble: Trouble) -> str:
    """A file's name and folder: enough to find it, and nothing about whose machine it lies on."""
    return printable("/".join(Path(trouble.file).parts[-2:]))


def _key(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def as_text(sections: Iterable[Section]) -> str:
    """The report for a terminal."""
    return "\n\n".join("\n".join(_lines(section)) for section in sections)


def _lines(section: Section) -> Iterable[str]:
    yield section.title
    yield "-" * len(section.title)
    yield section.note
    if not section.rows:
        return
    table = [section.columns, *section.rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        yield "  " + "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()


_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; max-width: 75rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; font-size: .875rem; margin: .5rem 0 2rem; display: block; overflow-x: auto }
th, td { border: 1px solid #ccc; padding: .25rem .5rem; text-align: left; vertical-align: top }
thead th { background: #eee; position: sticky; top: 0 }
td.band { text-align: center; font-weight: 600 }
.b4 { background: #2166ac; color: #fff } .b3 { background: #92c5de } .b2 { background: #fddbc7 }
.b1 { background: #b2182b; color: #fff }
"""


def as_html(sections: Iterable[Section]) -> str:
    """The report as one page that needs nothing else."""
    body = "\n".join(_html(section) for section in sections)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>What this graph rests on</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>What this graph rests on</h1>\n{body}\n</body>\n</html>\n"
    )


def _html(section: Section) -> str:
    parts = [f"<h2>{html.escape(section.title)}</h2>", f"<p>{html.escape(section.note)}</p>"]
    if section.rows:
        head = "".join(f"<th>{html.escape(column)}</th>" for column in section.columns)
        parts.append(f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>")
        parts += [f"<tr>{''.join(map(_cell, section.columns, row))}</tr>" for row in section.rows]
        parts.append("</tbody>\n</table>")
    return "\n".join(parts)


def _cell(column: str, text: str) -> str:
    """A cell; that of a year has the colour of its last grade."""
    if column.isdigit() and text:
        band = text[-1] if text[-1].isdigit() else "0"
        return f'<td class="band b{band}">{html.escape(text)}</td>'
    return f"<td>{html.escape(text)}</td>"


FORMATS = {"text": as_text, "html": as_html}
SUFFIXES = {".txt": "text", ".html": "html", ".htm": "html"}
