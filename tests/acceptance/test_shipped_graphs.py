"""The graphs of real documents that ship are what reading them gives now, and have none of their words."""

import importlib.util
from pathlib import Path

import pytest

from councilgraph import resources

pytestmark = pytest.mark.usefixtures("whole")
FOLDER = resources.graphs() / "documents"


def test_they_are_what_reading_gives(shared: Path, tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("make_documents", resources.graphs() / "make_documents.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made = {file.name: file.read_bytes() for file in module.make(shared / "corpus" / "seeds", tmp_path)}
    assert made == {file.name: file.read_bytes() for file in FOLDER.glob("*.trig")}, (
        "run `python graphs/make_documents.py` again"
    )


def test_no_quotations_travel(shared: Path) -> None:
    texts = "\n".join(file.read_text(encoding="utf-8") for file in sorted(FOLDER.glob("*.trig")))
    assert "cg:quote " not in texts
    for document in (shared / "corpus" / "seeds").glob("*.txt"):
        words = document.read_text(encoding="utf-8").split()
        runs = {" ".join(words[at : at + 12]) for at in range(len(words) - 11)}
        assert not [run for run in runs if run in texts]
