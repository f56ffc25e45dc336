"""Rows as text are the rows."""

import json
from collections.abc import Iterator
from itertools import chain

from hypothesis import given, settings

from councilgraph.export import fragments
from councilgraph.export.json import cells
from councilgraph.export.tables import Row, Tables
from councilgraph.projection import Projection

from .projections import projections


def said(tables: Tables) -> Iterator[Row]:
    style = cells(tables.node_columns), cells(tables.edge_columns)
    for _, text in chain(fragments.nodes(tables, style[0]), fragments.edges(tables, style[1])):
        yield json.loads("{" + text[1:] + "}")


@settings(max_examples=30)
@given(seen=projections())
def test_they_say_what_the_rows_say(seen: Projection) -> None:
    for lists in (True, False):
        tables = Tables(seen, lists=lists)
        assert list(said(tables)) == [row for _, row in chain(tables.nodes(), tables.edges())]


@settings(max_examples=10)
@given(seen=projections())
def test_columns_that_a_format_writes_elsewhere_are_left_out(seen: Projection) -> None:
    tables = Tables(seen, lists=True)
    style = cells(name for name in tables.edge_columns if name not in ("label", "weight", "kind", "colour"))
    for (_, text), (_, row) in zip(fragments.edges(tables, style), tables.edges(), strict=True):
        rest = {name: cell for name, cell in row.items() if name not in ("label", "weight", "kind", "colour")}
        assert json.loads("{" + text[1:] + "}") == rest
