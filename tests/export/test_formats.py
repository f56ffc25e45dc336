"""Every format, whatever is written with it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from councilgraph.errors import UsageError
from councilgraph.export import FORMATS, format_of, write
from councilgraph.export.survey import JOINED
from councilgraph.projection import Projection
from councilgraph.projection.model import Edge, Node

from .projections import harsh, projections


@settings(max_examples=30)
@given(seen=projections())
def test_whatever_is_written_is_read_back_in_every_format_that_can(seen: Projection) -> None:
    readable = {name: kind for name, kind in FORMATS.items() if kind.read}
    with TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"{number}{kind.suffixes[0]}" for number, kind in enumerate(readable.values())]
        written = write(seen, paths)
        assert [each.format for each in written] == list(readable)
        assert all(file.stat().st_size for each in written for file in each.files)
        assert not [file for file in folder.rglob("*") if file.name.startswith(".")]


@pytest.mark.parametrize("name", [name for name, kind in FORMATS.items() if kind.read])
def test_the_same_projection_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    kind = FORMATS[name]
    (one,), (two,) = (write(harsh(), [tmp_path / f"{side}{kind.suffixes[0]}"]) for side in ("one", "two"))
    assert [file.read_bytes() for file in one.files] == [file.read_bytes() for file in two.files]


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_at_all_can_be_written(name: str, tmp_path: Path) -> None:
    (written,) = write(Projection("none", "None"), [tmp_path / f"none{FORMATS[name].suffixes[0]}"])
    assert all(file.is_file() for file in written.files)


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("x.gexf", "gexf"),
        ("x.graphml", "graphml"),
        ("x.yed.graphml", "yed"),
        ("X.GEXF", "gexf"),
        ("x.gv", "dot"),
        ("a.csv.json", "node-link"),
    ],
)
def test_the_suffix_chooses_the_format(name: str, format: str) -> None:
    assert format_of(Path(name)) == format


def test_an_unknown_suffix_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"unknown suffix: x\.xlsx"):
        write(harsh(), [tmp_path / "x.gexf", tmp_path / "x.xlsx"])
    assert list(tmp_path.iterdir()) == []


def test_what_is_said_of_the_tool_depends_on_parallel_edges(tmp_path: Path) -> None:
    seen = Projection("any", "Any", nodes=[Node("a", "A", "thing", {"many": (1, 2)})])
    seen.edges = [Edge("e1", "a", "a", "tie", "tie")]
    (written,) = write(seen, [tmp_path / "x.gexf"])
    assert "merge" not in written.advice
    assert written.coerced == {JOINED: 1}
    seen.edges.append(Edge("e2", "a", "a", "tie", "tie"))
    (written,) = write(seen, [tmp_path / "x.gexf"])
    assert "Don't merge" in written.advice
