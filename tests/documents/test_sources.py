"""What is found under some paths."""

import os
import sys
from pathlib import Path

import pytest

from councilgraph.documents import find, metadata
from councilgraph.errors import UsageError

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX file system")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four documents, two manifests and what is none of these."""
    for name in ("a.pdf", "b/a.pdf", "b/c/d.PDF", "b/page.html", "b/notes.docx", ".b/hidden.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "manifest.csv").write_text("path,title\nb/c/d.PDF,Upper\nb/a.pdf,Upper\n", encoding="utf-8")
    (tmp_path / "b" / "manifest.csv").write_text("path,title\na.pdf,Lower\n", encoding="utf-8")
    return tmp_path


def described(*paths: Path) -> list[tuple[str, str | None]]:
    found = find(paths)
    assert found.problems == []
    return [(source.name, source.row.title if source.row else None) for source in found.sources]


def test_a_folder_with_all_below_it(folder: Path) -> None:
    assert described(folder) == [("a.pdf", None), ("a.pdf", "Lower"), ("b/c/d.PDF", "Upper"), ("b/page.html", None)]


def test_the_nearest_manifest_that_names_a_file_counts_however_it_was_asked_for(folder: Path) -> None:
    assert described(folder / "b" / "a.pdf") == [("a.pdf", "Lower")]
    assert described(folder / "b" / "c") == [("b/c/d.PDF", "Upper")]
    assert described(folder / "b" / "c" / "d.PDF") == [("b/c/d.PDF", "Upper")]


def test_a_file_is_found_once(folder: Path) -> None:
    assert described(folder, folder / "b", folder / "a.pdf", folder) == described(folder)


def test_a_file_that_is_named_is_taken_whatever_it_is_called(folder: Path) -> None:
    assert described(folder / "b" / "notes.docx") == [("notes.docx", None)]


def test_a_path_that_is_not_there(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"no such file or folder: .*nowhere"):
        find([folder, folder / "nowhere"])


def test_what_is_known_without_opening_a_file(folder: Path) -> None:
    (source,) = find([folder / "b" / "a.pdf"]).sources
    assert metadata(source) == {
        "name": "a.pdf", "path": "a.pdf", "title": "Lower",
        "id": None, "publisher": None, "published": None, "url": None, "licence": None,
    }  # fmt: skip


def test_a_manifest_that_cannot_be_read_is_told_and_documents_go_without_it(folder: Path) -> None:
    (folder / "b" / "manifest.csv").write_text("title\nLower\n", encoding="utf-8")
    found = find([folder])
    ((path, problem),) = found.problems
    assert path == folder / "b" / "manifest.csv"
    assert (problem.code, problem.message) == ("manifest-unread", "has no column “path”; its columns are title")
    assert [source.row.title for source in found.sources if source.row] == ["Upper", "Upper"]


def test_each_wrong_row_is_told_once_however_many_paths_lead_there(folder: Path) -> None:
    (folder / "b" / "manifest.csv").write_text("path\na.pdf\ngone.pdf\n", encoding="utf-8")
    found = find([folder / "b", folder, folder / "b" / "a.pdf"])
    assert [problem.message for _, problem in found.problems] == ["line 3: there is no file gone.pdf"]


def test_a_manifest_beside_a_file_that_was_asked_for_has_to_be_readable(folder: Path) -> None:
    (folder / "b" / "manifest.csv").write_text("path\na.pdf\ngone.pdf\n", encoding="utf-8")
    assert find([folder / "b" / "a.pdf"]).problems == []
    (folder / "b" / "manifest.csv").write_text("title\n", encoding="utf-8")
    assert [path.name for path, _ in find([folder / "b" / "a.pdf"]).problems] == ["manifest.csv"]


def test_a_manifest_further_up_may_be_somebody_elses(folder: Path) -> None:
    (folder / "manifest.csv").write_text("colour\nblue\n", encoding="utf-8")
    assert find([folder / "b" / "c"]).problems == []


def test_what_only_looks_like_a_document_is_a_source_that_cannot_be_hashed(folder: Path) -> None:
    (folder / "e.pdf").mkdir()
    (folder / "e.pdf" / "f.txt").write_text("inside", encoding="utf-8")
    hashes = {source.name: source.sha256() for source in find([folder]).sources}
    assert hashes.pop("e.pdf") is None
    assert "e.pdf/f.txt" in hashes
    assert all(hashes.values())


@needs_posix
def test_odd_names(folder: Path) -> None:
    names = ["line\nbreak.pdf", "café 🏛.pdf", " .pdf", "-rf.pdf", "a;b'\".pdf"]
    for name in names:
        (folder / "b" / name).touch()
    assert {f"b/{name}" for name in names} <= {source.name for source in find([folder]).sources}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_not_utf_8_is_given_in_a_form_that_can_be_written(folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9.pdf")).touch()
    (source,) = (source for source in find([folder]).sources if source.name.startswith("caf"))
    assert source.name == "caf?.pdf"
    assert source.sha256() is None
