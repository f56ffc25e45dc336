"""GraphML by its rules, and with yEd's own."""

from pathlib import Path
from xml.etree.ElementTree import parse

from hypothesis import given, settings

from councilgraph.export import write
from councilgraph.projection.model import Edge, Node, Projection

from .projections import projections

NS, Y = "{http://graphml.graphdrawing.org/xmlns}", "{http://www.yworks.com/xml/graphml}"


@settings(max_examples=10)
@given(seen=projections())
def test_every_key_is_declared_once_with_a_type_and_every_id_is_there_once(seen: Projection, tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path_factory.mktemp("graphml") / "graph.graphml"
    write(seen, [file])
    root = parse(file).getroot()
    keys = {key.attrib["id"]: key.attrib for key in root.iter(f"{NS}key")}
    assert len(keys) == len(list(root.iter(f"{NS}key")))
    assert {key["attr.type"] for key in keys.values()} <= {"string", "long", "double", "boolean"}
    for of in ("node", "edge"):
        items = list(root.iter(NS + of))
        assert len({item.attrib["id"] for item in items}) == len(items)
        for item in items:
            used = [data.attrib["key"] for data in item.iter(f"{NS}data")]
            assert len(used) == len(set(used))
            assert all(keys[key]["for"] == of for key in used)


def test_yed_has_label_colour_size_and_arrow(tmp_path: Path) -> None:
    seen = Projection("any", "Any", nodes=[Node("a", "A & B", "thing", colour="#0072b2", size=12.0)])
    seen.edges = [Edge("e1", "a", "a", "tie", "tied", weight=20.0, colour="#e69f00")]
    write(seen, [tmp_path / "graph.yed.graphml"])
    root = parse(tmp_path / "graph.yed.graphml").getroot()
    assert [label.text for label in root.iter(f"{Y}NodeLabel")] == ["A & B"]
    assert [fill.attrib["color"] for fill in root.iter(f"{Y}Fill")] == ["#0072b2"]
    assert [box.attrib["width"] for box in root.iter(f"{Y}Geometry")] == ["12.0"]
    assert [line.attrib for line in root.iter(f"{Y}LineStyle")] == [{"color": "#e69f00", "type": "line", "width": "8"}]
    assert [arrow.attrib["target"] for arrow in root.iter(f"{Y}Arrows")] == ["standard"]
    kinds = {key.attrib["yfiles.type"] for key in root.iter(f"{NS}key") if "yfiles.type" in key.attrib}
    assert kinds == {"nodegraphics", "edgegraphics"}
