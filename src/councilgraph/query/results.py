"""An answer as text: a table to read, CSV, JSON, Markdown, or N-Triples where the answer is a graph.

For people (table, Markdown) our own IRIs are short ids, which every command reads; for programs (CSV, JSON, N-Triples)
they are whole. For programs, values are written as they are: a cell that begins with ``=`` or ``+`` stays so, and whoever
opens a CSV file of foreign words in a spreadsheet imports its columns as text. For people, what would command a terminal
or turn a line round is spelt out.
"""

import csv
import json
import re
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

from councilgraph.errors import UsageError, printable
from councilgraph.query.run import Table
from councilgraph.query.things import short
from councilgraph.rdf import BASE, XSD, Literal, NamedNode
from councilgraph.store.protocol import BlankNode, Term, Triple

_GAP = "  "
# A column of words is not made narrower than this to fit a terminal.
_NARROWEST = 20
_NUMBERS = frozenset(XSD + kind for kind in ("integer", "decimal", "double", "float"))
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|]")


def write(table: Table, format: str, out: TextIO, *, width: int | None = None) -> None:
    """Write an answer.

    Args:
        format: a key of `FORMATS`.
        out: a text file; CSV needs one opened with ``newline=""``.
        width: columns of the terminal, to which ``table`` folds long words; None: nothing is folded.

    Raises:
        UsageError: there is no such format, or it does not fit the answer.
    """
    if format not in FORMATS:
        raise UsageError(f"no format “{format}”", hint=f"Known: {', '.join(FORMATS)}.")
    FORMATS[format](table, out, width)


def format_of(output: Path) -> str:
    """The format that a file's suffix stands for.

    Raises:
        UsageError: it stands for none.
    """
    suffix = output.suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(f"unknown suffix: {output.name}", hint=f"Known: {', '.join(SUFFIXES)}; or name a --format.")
    return SUFFIXES[suffix]


def cell(term: Term | None) -> str:
    """A term for people: a short id, or the value of a literal with its white space made single."""
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return short(term.value)
    return " ".join(term.value.split()) if isinstance(term, Literal) else str(term)


def _write_table(table: Table, out: TextIO, width: int | None) -> None:
    cells = [table.columns, *([printable(cell(term)) for term in row] for row in table.rows)]
    widths = _fitted([max(map(len, column)) for column in zip(*cells, strict=True)], cells, width)
    right = [_is_number(table, index) for index in range(len(table.columns))]
    for number, row in enumerate(cells):
        folded = [
            textwrap.wrap(text, size, break_on_hyphens=False) or [""] for text, size in zip(row, widths, strict=True)
        ]
        for line in range(max(map(len, folded), default=0)):
            parts = [text[line] if line < len(text) else "" for text in folded]
            _line(parts, widths, right, out)
        if number == 0:
            _line(["-" * size for size in widths], widths, right, out)


def _line(parts: list[str], widths: list[int], right: list[bool], out: TextIO) -> None:
    padded = (f"{p:>{w}}" if r else f"{p:<{w}}" for p, w, r in zip(parts, widths, right, strict=True))
    out.write(_GAP.join(padded).rstrip() + "\n")


def _fitted(widths: list[int], cells: list[list[str]], room: int | None) -> list[int]:
    """Widths that fit the room, as far as columns of several words can give way; no word is broken."""
    fitted = [max(width, 1) for width in widths]
    least = [max((len(word) for row in cells for word in row[i].split()), default=1) for i in range(len(widths))]
    while room and sum(fitted) + len(_GAP) * (len(fitted) - 1) > room:
        soft = [i for i, width in enumerate(fitted) if width > max(least[i], _NARROWEST)]
        if not soft:
            break
        fitted[max(soft, key=lambda i: fitted[i])] -= 1
    return fitted


def _is_number(table: Table, index: int) -> bool:
    terms = [row[index] for row in table.rows if row[index] is not None]
    return bool(terms) and all(isinstance(term, Literal) and term.datatype.value in _NUMBERS for term in terms)


def _write_markdown(table: Table, out: TextIO, width: int | None) -> None:
    out.write(f"| {' | '.join(table.columns)} |\n")
    numbers = [_is_number(table, index) for index in range(len(table.columns))]
    out.write(f"| {' | '.join('---:' if number else '---' for number in numbers)} |\n")
    out.writelines(f"| {' | '.join(map(_markdown, row))} |\n" for row in table.rows)


def _markdown(term: Term | None) -> str:
    if isinstance(term, NamedNode) and not term.value.startswith(BASE):
        return f"<{printable(term.value)}>"
    return _MARKDOWN.sub(r"\\\g<0>", printable(cell(term)))


def _write_csv(table: Table, out: TextIO, width: int | None) -> None:
    """SPARQL 1.1 Query Results CSV, but for the line ends, which are those of other text files."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_plain(term) for term in row] for row in table.rows)


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _write_json(table: Table, out: TextIO, width: int | None) -> None:
    """SPARQL 1.1 Query Results JSON, a row a line; a graph as the bindings of subject, predicate and object."""
    if table.form == "ask":
        json.dump({"head": {}, "boolean": _plain(table.rows[0][0]) == "true"}, out)
        out.write("\n")
        return
    out.write(f'{{"head": {json.dumps({"vars": table.columns}, ensure_ascii=False)},\n"results": {{"bindings": [')
    for number, row in enumerate(table.rows):
        binding = {column: _json(term) for column, term in zip(table.columns, row, strict=True) if term is not None}
        out.write(f"{',' if number else ''}\n  {json.dumps(binding, ensure_ascii=False)}")
    out.write("\n]}}\n")


def _json(term: Term) -> dict[str, Any]:
    """An RDF term by sections 3.2.2 and, for triple terms, 3.2.3 of the specification (SPARQL 1.2)."""
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json(part) for name, part in parts.items()}}
    literal = {"type": "literal", "value": term.value}
    if term.language:
        return literal | {"xml:lang": term.language}
    return literal if term.datatype.value == XSD + "string" else literal | {"datatype": term.datatype.value}


def _write_n_triples(table: Table, out: TextIO, width: int | None) -> None:
    if table.form != "graph":
        raise UsageError("only a graph (CONSTRUCT, DESCRIBE) can be written as N-Triples")
    out.writelines(sorted(f"{' '.join(map(str, row))} .\n" for row in table.rows))


FORMATS: dict[str, Callable[[Table, TextIO, int | None], None]] = {
    "table": _write_table,
    "csv": _write_csv,
    "json": _write_json,
    "markdown": _write_markdown,
    "nt": _write_n_triples,
}
SUFFIXES = {".txt": "table", ".csv": "csv", ".json": "json", ".md": "markdown", ".nt": "nt"}
