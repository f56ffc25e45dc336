"""Rows of the user's own, from workbooks and CSV files, to records like those of documents, and the templates to fill in.

A table has the columns that `columns` names. What it says becomes one record a source: the words that prove each row
stand in a text that is made of them, on the pages that the rows cite, so that everything after it is as with a document.
"""

from councilgraph.tables.grid import Grid, Place
from councilgraph.tables.mistakes import Mistake
from councilgraph.tables.reading import is_report, is_table, read_all, read_tables, tables_in
from councilgraph.tables.records import Made, make
from councilgraph.tables.template import write_template

__all__ = [
    "Grid",
    "Made",
    "Mistake",
    "Place",
    "is_report",
    "is_table",
    "make",
    "read_all",
    "read_tables",
    "tables_in",
    "write_template",
]
