"""Reading back notices what is not as it was to be."""

from pathlib import Path

import pytest

from councilgraph.errors import CouncilgraphError
from councilgraph.export import FORMATS
from councilgraph.export.check import check
from councilgraph.export.tables import Tables
from councilgraph.projection.model import Edge, Node, Projection


def projection() -> Projection:
    nodes = [Node("council/a", "Alder", "council", {"band": 3}), Node("council/b", "Birch", "council", {"band": 4})]
    return Projection("any", "Any", nodes=nodes, edges=[Edge("tie-1", "council/a", "council/b", "tie", "tie")])


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Alder", "Elder", "node council/a has other values of label"),
        ("council/b", "council/c", "council/"),
        ("tie-1", "tie-2", "edge tie-2 was not to be written"),
    ],
)
def test_a_changed_file_does_not_pass(name: str, old: str, new: str, message: str, tmp_path: Path) -> None:
    kind = FORMATS[name]
    if kind.read is None:
        pytest.skip("is not read back")
    path = tmp_path / f"graph{kind.suffixes[0]}"
    tables = Tables(projection(), lists=kind.lists)
    files = kind.write(tables, path)
    check(tables, kind.read(path), path, typed=kind.typed)
    for file in files:
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(CouncilgraphError, match=message):
        check(tables, kind.read(path), path, typed=kind.typed)


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_missing_is_noticed(name: str, tmp_path: Path) -> None:
    kind = FORMATS[name]
    if kind.read is None:
        pytest.skip("is not read back")
    path = tmp_path / f"graph{kind.suffixes[0]}"
    short = projection()
    short.edges.clear()
    kind.write(Tables(short, lists=kind.lists), path)
    with pytest.raises(CouncilgraphError, match="edge tie-1 is missing"):
        check(Tables(projection(), lists=kind.lists), kind.read(path), path, typed=kind.typed)
