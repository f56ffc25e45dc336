"""Data that travel with the package."""

from pathlib import Path

import pytest

from councilgraph import resources

pytestmark = pytest.mark.usefixtures("whole")


def test_a_checkout_uses_its_own_folders() -> None:
    assert resources.data_root() == Path(__file__).resolve().parent.parent


def test_every_folder_is_there_and_holds_what_it_is_for() -> None:
    for folder, pattern in (
        (resources.ontology(), "councilgraph.ttl"),
        (resources.ontology() / "vocabulary", "*-scale.ttl"),
        (resources.shapes(), "*.ttl"),
        (resources.graphs() / "registers", "councils.ttl"),
        (resources.queries(), "*.rq"),
        (resources.samples() / "documents", "*.pdf"),
    ):
        assert list(folder.glob(pattern)), folder


def test_the_list_names_all_data_files_and_nothing_else() -> None:
    listed = resources.data_files()
    assert listed == sorted(set(listed))
    assert {"ontology/councilgraph.ttl", "ontology/context.jsonld", "graphs/registers/councils.ttl"} <= set(listed)
    root = resources.data_root()
    on_disk = [file for folder in ("ontology", "shapes", "graphs") for file in (root / folder).rglob("*")]
    unlisted = {file.relative_to(root).as_posix() for file in on_disk if file.is_file()} - set(listed)
    assert all(name.endswith(".py") or "__pycache__" in name for name in unlisted)
