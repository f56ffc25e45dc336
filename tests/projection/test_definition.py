"""Projections as files."""

from pathlib import Path

import pytest

from councilgraph.errors import InputError, UsageError
from councilgraph.projection import Definition, get, project, stored
from councilgraph.projection.definition import FILTERS, Block
from councilgraph.store import EmbeddedStore

LEAST = """
title = "Least"
about = "As little as there can be."
[[edges]]
query = "SELECT ?source ?target WHERE { ?source cg:leadInspector ?target }"
"""


def written(folder: Path, text: str, name: str = "own") -> Path:
    file = folder / f"{name}.toml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("name", stored())
def test_every_projection_that_ships_runs(name: str, graph: EmbeddedStore) -> None:
    definition = get(name)
    assert definition.title and definition.about.endswith(".")
    seen = project(graph, definition, around="Northmere" if "around" in definition.needs else None)
    ids = {node.id for node in seen.nodes}
    assert all(edge.source in ids and edge.target in ids for edge in seen.edges)


@pytest.mark.parametrize("name", stored())
def test_every_filter_that_is_told_is_in_all_queries_of_edges(name: str, graph: EmbeddedStore) -> None:
    definition = get(name)
    samples = {
        "council": "Westholme",
        "region": "North East",
        "grade": "inadequate",
        "framework": "SIF",
        "service-area": "care leavers",
    }
    around = "Northmere" if "around" in definition.needs else None
    whole = {edge.id for edge in project(graph, definition, around=around, parallel="keep").edges}
    for filter in definition.filters:
        assert all(FILTERS[filter].blank.search(block.query) for block in definition.edges)
        part = {edge.id for edge in project(graph, definition, {filter: samples[filter]}, parallel="keep").edges}
        assert part < whole or whole == set()


@pytest.mark.parametrize("name", stored())
def test_every_colour_of_a_projection_that_ships_means_one_thing(name: str) -> None:
    definition = get(name)
    blocks = [*definition.nodes, *definition.edges, *([definition.rest] if definition.rest != Block("") else [])]
    shades = [shade for block in blocks for shade in (*block.colour.of.values(), block.colour.other)]
    assert len(shades) == len(set(shades))


def test_a_file_of_ones_own_is_taken_by_its_name_or_its_path(tmp_path: Path) -> None:
    file = written(tmp_path, LEAST)
    assert get("own", tmp_path) == get(str(file)) == Definition.read(file)
    assert {"own", "inspections"} <= stored(tmp_path).keys()
    assert "own" not in stored()


def test_one_file_can_build_on_another(tmp_path: Path) -> None:
    written(tmp_path, LEAST, "base")
    own = get(str(written(tmp_path, 'like = "base"\ntitle = "Mine"\n')))
    assert (own.title, own.about) == ("Mine", "As little as there can be.")
    assert own.edges == get("base", tmp_path).edges
    shipped = get(str(written(tmp_path, 'like = "everything"\ntitle = "All of mine"\n')))
    assert shipped.edges == get("everything").edges


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title = ", "Invalid value"),
        (LEAST.replace("about", "abuot"), "'about' is missing"),
        (LEAST + "colour = 'red'", "“red” is no colour; one is #0072b2"),
        (LEAST + "shape = 'star'", "shape"),
        ("parallel = 'most'\n" + LEAST, "“most” is none of keep, sum, first"),
        ("like = 'nothing'\n" + LEAST, "nothing.toml"),
    ],
)
def test_a_file_that_is_not_right_is_refused_with_its_place(text: str, message: str, tmp_path: Path) -> None:
    file = written(tmp_path, text)
    with pytest.raises(InputError) as raised:
        Definition.read(file)
    assert message in str(raised.value)
    assert raised.value.where == str(file)


def test_a_name_that_is_not_there_meets_near_ones() -> None:
    with pytest.raises(UsageError) as raised:
        get("lead-inspector")
    assert "lead-inspectors" in str(raised.value.hint)
    with pytest.raises(UsageError, match="no such file"):
        get("nowhere.toml")
