"""Taking documents out."""

import shutil
from pathlib import Path

import pytest

from councilgraph.build.retraction import retract
from councilgraph.errors import UsageError
from councilgraph.mapping import iris
from councilgraph.store import open_store

from .graphs import SAMPLES, build_samples, count, nquads

DOCUMENT = iris.document("northmere-2022").value
TITLE = "Inspection of Eastvale local authority children’s services"


@pytest.fixture
def store(samples: Path, tmp_path: Path) -> Path:
    return shutil.copytree(samples, tmp_path / "store")


@pytest.mark.parametrize("wanted", ["eastvale-2024", "eastvale-2024.pdf", TITLE, iris.document("eastvale-2024").value])
def test_a_document_goes_by_many_names_and_its_graph_stays(store: Path, wanted: str) -> None:
    with open_store(store) as reader:
        names = reader.graph_names()
    title, report = retract(store, wanted, "withdrawn by its publisher")
    assert (title, report.exit_code) == (TITLE, 0)
    assert count(store, f"<{iris.document('eastvale-2024').value}> ?p ?o") == 0
    with open_store(store) as reader:
        assert reader.graph_names() == names
        assert len(reader.graph_names(live=False)) == 1
        assert reader.state["retracted"] == {"eastvale-2024": "withdrawn by its publisher"}


def test_a_path_from_where_one_stands(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SAMPLES.parent)
    assert retract(store, "documents/eastvale-2024.pdf")[0] == TITLE


def test_the_registers_of_the_build_stay(store: Path) -> None:
    retract(store, "eastvale-2024")
    assert count(store, "?council a cg:Council ; rdfs:label 'Northmere County Council'") == 1
    build_samples(store, [SAMPLES / "eastvale-2024.pdf"])
    assert retract(store, "eastvale-2024")[1].changed == 1


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("westholme", "no document “westholme” in this graph"),
        ("Inspection of Northmere local authority children’s services", "2 documents answer to"),
    ],
)
def test_one_document_has_to_be_meant(store: Path, wanted: str, words: str) -> None:
    before = nquads(store)
    with pytest.raises(UsageError, match=words):
        retract(store, wanted)
    assert nquads(store) == before
