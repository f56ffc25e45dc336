"""Builds where the user stands."""

import os
import shutil
from pathlib import Path

import pytest

from councilgraph.build.project import Project, find_project, init_project, store_folder
from councilgraph.build.session import add_documents, build_here, build_project
from councilgraph.documents.manifest import Row, read_manifest
from councilgraph.errors import InputError, UsageError

from .graphs import REGISTERS, REPORTS, count


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder outside of any project."""
    monkeypatch.delenv("COUNCILGRAPH_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def project(here: Path) -> Project:
    return init_project(here / "study")


def test_outside_a_project_one_is_made(here: Path) -> None:
    (here / "reports").mkdir()
    shutil.copy(REPORTS[0], here / "reports")
    report, store = build_here([Path("reports")])
    assert report.read == 1
    assert find_project() == Project(here.resolve())
    assert store == store_folder() == store_folder(here.resolve()) == here.resolve() / ".councilgraph" / "store"
    assert build_here([])[0].cached == 1


def test_a_store_that_is_named_is_used_and_no_project_made(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build_here([REPORTS[0]], store=here / "one")[1] == here / "one"
    monkeypatch.setenv("COUNCILGRAPH_STORE", str(here / "two"))
    assert build_here([REPORTS[0]])[1] == here / "two" == store_folder()
    assert store_folder(here / "one") == here / "one"
    assert find_project() is None


@pytest.mark.parametrize("paths", [[], ["nowhere"], ["reports", "nowhere.pdf"]])
def test_nothing_is_made_where_nothing_can_be_built(here: Path, paths: list[str]) -> None:
    (here / "reports").mkdir()
    with pytest.raises(UsageError, match=r"no such file or folder|no documents named"):
        build_here([Path(path) for path in paths])
    assert [path.name for path in here.iterdir()] == ["reports"]
    with pytest.raises(UsageError, match="No graph here"):
        store_folder()


def test_a_project_has_registers_of_its_own(project: Project) -> None:
    project.registers.mkdir()
    shutil.copy(REGISTERS[0], project.registers)
    shutil.copy(REPORTS[0], project.documents)
    report = build_project(project)
    assert report.exit_code == 0 and report.troubles == []
    assert count(project.store, "?council a cg:Council ; rdfs:label 'Eastvale Metropolitan Borough Council'") == 1


def test_documents_are_copied_and_noted(project: Project, here: Path) -> None:
    row = {"title": "A report", "publisher": "Ofsted", "published": "", "url": "", "licence": ""}
    copied = add_documents(project, REPORTS[:2], row)
    assert copied == [project.documents / path.name for path in REPORTS[:2]]
    assert [path.read_bytes() for path in copied] == [path.read_bytes() for path in REPORTS[:2]]
    rows = read_manifest(project.documents / "manifest.csv").rows
    assert list(rows.values()) == [Row(path.name, title="A report", publisher="Ofsted") for path in REPORTS[:2]]
    add_documents(project, [copied[0]], {})
    assert sorted(path.name for path in project.documents.iterdir()) == sorted(
        [*(path.name for path in REPORTS[:2]), "manifest.csv"]
    )


def test_what_cannot_be_added_is_said_before_anything_is_copied(project: Project, here: Path) -> None:
    for folder in ("a", "b"):
        (here / folder).mkdir()
        (here / folder / "x.pdf").write_text(folder, encoding="utf-8")
    (project.documents / "y.pdf").write_text("there", encoding="utf-8")
    (here / "y.pdf").write_text("other", encoding="utf-8")
    before = sorted(project.documents.iterdir())
    x, other = here / "a" / "x.pdf", here / "b" / "x.pdf"
    for paths, row, words in (
        ([x, here / "nowhere.pdf"], {}, "no such file"),
        ([x, here / "a"], {}, "no such file"),
        ([x, other], {}, "two files are called x.pdf"),
        ([x, here / "y.pdf"], {}, "is there already, with other content"),
        ([x], {"published": "soon"}, "“soon” is no date"),
        ([x], {"url": "nowhere"}, "“nowhere” is no web address"),
    ):
        with pytest.raises(UsageError, match=words):
            add_documents(project, paths, row)
        assert sorted(project.documents.iterdir()) == before


def test_a_folder_that_cannot_be_written(project: Project) -> None:
    project.documents.chmod(0o500)
    if os.access(project.documents, os.W_OK):
        pytest.skip("we may write everywhere, as root may")
    with pytest.raises(UsageError, match="cannot copy"):
        add_documents(project, REPORTS[:1], {})


def test_a_manifest_that_cannot_be_read_is_left_alone(project: Project) -> None:
    manifest = project.documents / "manifest.csv"
    manifest.write_bytes(b"PK\0\0")
    with pytest.raises(InputError, match="no CSV file"):
        add_documents(project, REPORTS[:1], {"title": "A report"})
    assert manifest.read_bytes() == b"PK\0\0"


def test_a_project_is_found_from_below_and_made_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    (project.documents / "deep").mkdir()
    (project.documents / "manifest.csv").write_text("path\n", encoding="utf-8")
    monkeypatch.chdir(project.documents / "deep")
    assert find_project() == project == init_project(project.folder)
    assert (project.documents / "manifest.csv").read_text(encoding="utf-8") == "path\n"


def test_a_project_that_cannot_be_made(here: Path) -> None:
    (here / "file").touch()
    with pytest.raises(UsageError, match="cannot make a project"):
        init_project(here / "file" / "study")
