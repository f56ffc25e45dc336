"""GEXF by its rules: colours, places, and days as spells."""

from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element, parse

import pytest

from councilgraph.export import write
from councilgraph.projection.model import Edge, Node, Projection

NS, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"


def graph(folder: Path, start: date | None, end: date | None, *, directed: bool = True) -> Element:
    seen = Projection("any", "Any", directed=directed)
    seen.nodes = [Node("a", "A", "thing", colour="#0072b2", size=12.5, position=(3.0, 4.0))]
    seen.edges = [Edge("e1", "a", "a", "tie", "tied", start=start, end=end, weight=2.5, colour="#e69f00")]
    write(seen, [folder / "graph.gexf"])
    return parse(folder / "graph.gexf").getroot()


@pytest.mark.parametrize(
    ("start", "end", "spell"),
    [
        (date(2019, 2, 4), date(2019, 2, 15), {"start": "2019-02-04", "end": "2019-02-15"}),
        (date(2019, 2, 4), None, {"start": "2019-02-04"}),
        (None, date(2019, 2, 4), {"end": "2019-02-04"}),
        (date(2019, 2, 4), date(2019, 2, 4), {"start": "2019-02-04", "end": "2019-02-05"}),
        (date(2019, 2, 28), date(2019, 2, 1), {"start": "2019-02-28", "end": "2019-03-01"}),
    ],
)
def test_days_are_spells_that_are_never_empty(
    start: date | None, end: date | None, spell: dict[str, str], tmp_path: Path
) -> None:
    root = graph(tmp_path, start, end)
    head = root.find(f"{NS}graph")
    assert head is not None
    assert (head.get("mode"), head.get("timeformat"), head.get("timerepresentation")) == ("dynamic", "date", "interval")
    assert [each.attrib for each in root.iter(f"{NS}spell")] == [spell]


def test_without_days_it_is_static(tmp_path: Path) -> None:
    root = graph(tmp_path, None, None)
    head = root.find(f"{NS}graph")
    assert head is not None
    assert (head.get("mode"), head.get("timeformat"), list(root.iter(f"{NS}spell"))) == ("static", None, [])


def test_colour_size_place_kind_and_weight_are_those_of_gephi(tmp_path: Path) -> None:
    root = graph(tmp_path, None, None, directed=False)
    colours = [each.attrib for each in root.iter(f"{VIZ}color")]
    assert colours == [{"r": "0", "g": "114", "b": "178"}, {"r": "230", "g": "159", "b": "0"}]
    assert [each.attrib for each in root.iter(f"{VIZ}size")] == [{"value": "12.5"}]
    assert [each.attrib for each in root.iter(f"{VIZ}position")] == [{"x": "3.0", "y": "-4.0", "z": "0.0"}]
    (edge,) = root.iter(f"{NS}edge")
    assert (edge.get("kind"), edge.get("label"), edge.get("weight")) == ("tie", "tied", "2.5")
    head = root.find(f"{NS}graph")
    assert head is not None and head.get("defaultedgetype") == "undirected"
