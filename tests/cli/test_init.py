"""``councilgraph init``."""

from pathlib import Path

from councilgraph.documents.manifest import read_manifest

from .conftest import Run


def test_makes_a_project_in_the_current_folder(nowhere: Path, run: Run) -> None:
    outcome = run("init")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err.splitlines()[0] == f"A project in {nowhere}"
    assert sorted(path.name for path in nowhere.iterdir()) == ["councilgraph.toml", "documents"]
    assert read_manifest(nowhere / "documents" / "manifest.csv").rows == {}


def test_makes_the_folder_as_well(nowhere: Path, run: Run) -> None:
    assert run("init", "a/b").code == 0
    assert (nowhere / "a" / "b" / "councilgraph.toml").is_file()


def test_leaves_what_is_there(own: Path, run: Run) -> None:
    (own / "councilgraph.toml").write_text("# mine\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
    assert run("init").code == 0
    assert {path: path.read_bytes() for path in own.rglob("*") if path.is_file()} == before


def test_a_folder_that_cannot_be_made_is_said(nowhere: Path, run: Run) -> None:
    (nowhere / "file").write_text("", encoding="utf-8")
    outcome = run("init", "file/below")
    assert outcome.code == 2
    assert outcome.err.startswith("councilgraph: cannot make a project in file/below: ")
