"""A picture is the same tomorrow."""

from pathlib import Path

from councilgraph.projection.model import Edge, Node, Projection
from councilgraph.projection.places import arrange_as_before, file_of


def projection(nodes: int) -> Projection:
    seen = Projection("any", "Any", nodes=[Node(f"person/somebody-{n}", str(n), "thing") for n in range(nodes)])
    seen.edges = [Edge(f"e{n}", seen.nodes[n // 2].id, seen.nodes[n].id, "tie", "tie") for n in range(1, nodes)]
    return seen


def test_nodes_stay_where_they_were_when_others_join_them(tmp_path: Path) -> None:
    file = file_of(tmp_path, "any", {})
    first, grown, again = projection(9), projection(12), projection(9)
    arrange_as_before(first, file)
    arrange_as_before(grown, file)
    assert [node.position for node in grown.nodes[:9]] == [node.position for node in first.nodes]
    arrange_as_before(again, file)
    assert [node.position for node in again.nodes] == [node.position for node in first.nodes]


def test_a_new_layout_forgets_the_old_one(tmp_path: Path) -> None:
    file = file_of(tmp_path, "any", {})
    grown, anew, plain = projection(12), projection(12), projection(12)
    arrange_as_before(projection(9), file)
    arrange_as_before(grown, file)
    arrange_as_before(anew, file, anew=True)
    arrange_as_before(plain, file_of(tmp_path, "other", {}))
    assert [node.position for node in anew.nodes] == [node.position for node in plain.nodes]
    assert [node.position for node in anew.nodes] != [node.position for node in grown.nodes]


def test_each_question_has_places_of_its_own(tmp_path: Path) -> None:
    plain = file_of(tmp_path, "any", {"council": None})
    assert plain == file_of(tmp_path, "own/any.toml", {})
    assert len({plain, file_of(tmp_path, "any", {"council": "A"}), file_of(tmp_path, "any", {"council": "B"})}) == 3


def test_no_name_can_be_read_in_what_is_kept(tmp_path: Path) -> None:
    file = file_of(tmp_path, "any", {})
    arrange_as_before(projection(3), file)
    assert "somebody" not in file.read_text(encoding="utf-8")


def test_a_broken_file_is_none(tmp_path: Path) -> None:
    file = file_of(tmp_path, "any", {})
    file.parent.mkdir()
    for broken in ("{", "[1]", '{"a": 1}', '{"a": ["x", "y"]}'):
        file.write_text(broken, encoding="utf-8")
        seen = projection(3)
        arrange_as_before(seen, file)
        assert all(node.position for node in seen.nodes)
        assert [item.name for item in file.parent.iterdir()] == [file.name]
