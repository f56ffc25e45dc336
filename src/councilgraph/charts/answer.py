"""The rows behind a chart, and what is said of where they come from."""

from collections.abc import Sequence
from dataclasses import dataclass

from councilgraph.query.run import Table
from councilgraph.query.sources import COLUMNS
from councilgraph.store.protocol import Literal, NamedNode

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A row as plain strings by column; what is not known is empty."""

    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


def rows(table: Table) -> list[Row]:
    """The rows of an answer."""
    return [
        Row(
            {
                column: term.value if isinstance(term, NamedNode | Literal) else ""
                for column, term in zip(table.columns, row, strict=True)
            }
        )
        for row in table.rows
    ]


def without_words(table: Table) -> Table:
    """The table without the words of documents, which may not travel with every licence; pages and addresses stay."""
    kept = [index for index, column in enumerate(table.columns) if column != COLUMNS[2]]
    return Table([table.columns[i] for i in kept], [[row[i] for i in kept] for row in table.rows], table.truncated)


def caption(found: Sequence[Row], beside: str) -> list[str]:
    """The sources of rows, in sentences.

    Args:
        beside: name of the file that has the data; empty: there is none.
    """
    titles = sorted({title for row in found for title in row["source"].split("; ") if title})
    days = sorted(row["date"] for row in found)
    if not titles:
        said = "Sources: none of the rows is tied to a document."
    elif len(titles) <= _NAMED:
        said = f"Sources: {'; '.join(titles)}."
    else:
        said = f"Sources: {len(titles):,} documents on inspections of {days[0][:4]} to {days[-1][:4]}."
    where = f"Data, with document, page and address of each row: {beside}." if beside else ""
    return [said, *([where] if where else [])]
