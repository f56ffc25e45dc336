"""``councilgraph add``."""

from pathlib import Path

import pytest

from councilgraph.documents.manifest import Row, read_manifest

from .conftest import PDFS, Run


def test_copies_notes_and_builds(nowhere: Path, run: Run) -> None:
    run("init")
    report = PDFS / "northmere-2019.pdf"
    outcome = run(
        "add", report, "--title", "A report", "--publisher", "Us", "--published", "2019-05-03", "--licence", "CC0-1.0"
    )
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err.splitlines()[:2] == ["Added documents/northmere-2019.pdf", "Documents: 1 (1 read now)"]
    assert (nowhere / "documents" / report.name).read_bytes() == report.read_bytes()
    rows = read_manifest(nowhere / "documents" / "manifest.csv").rows
    assert rows == {report.name: Row(report.name, None, "A report", "Us", "2019-05-03", None, "CC0-1.0")}
    assert "A report,Us,2019-05-03," in run("query", "documents", "--format", "csv").out


def test_makes_a_project_where_there_is_none_and_says_so(nowhere: Path, run: Run) -> None:
    outcome = run("add", PDFS / "eastvale-2024.pdf")
    assert outcome.code == 0
    assert outcome.err.splitlines()[0] == f"Made a project in {nowhere}"


def test_quiet_says_nothing(nowhere: Path, run: Run) -> None:
    outcome = run("add", PDFS / "eastvale-2024.pdf", "--quiet")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")


def test_a_document_that_cannot_be_read_ends_with_3(own: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "lost.pdf").write_text("<html>Not found</html>", encoding="utf-8")
    outcome = run("add", tmp_path / "lost.pdf")
    assert outcome.code == 3
    assert "1 document: not-a-pdf\n" in outcome.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["{missing}"], "no such file: {missing}"),
        (["{folder}"], "no such file: {folder}"),
        (["{pdf}", "--published", "2019-13-01"], "“2019-13-01” is no date"),
        (["{pdf}", "--url", "nowhere"], "“nowhere” is no web address"),
    ],
)
def test_wrong_use_is_one_clear_error(words: list[str], message: str, own: Path, run: Run) -> None:
    names = {"missing": str(own / "missing.pdf"), "folder": str(PDFS), "pdf": str(PDFS / "northmere-2022.pdf")}
    manifest = (own / "documents" / "manifest.csv").read_bytes()
    outcome = run("add", *(word.format(**names) for word in words))
    assert outcome.code == 2
    assert outcome.err.startswith(f"councilgraph: {message.format(**names)}\n  ")
    assert (own / "documents" / "manifest.csv").read_bytes() == manifest


def test_another_file_of_that_name_is_not_replaced(own: Path, tmp_path: Path, run: Run) -> None:
    other = tmp_path / "eastvale-2024.pdf"
    other.write_bytes(b"other")
    outcome = run("add", other)
    assert outcome.code == 2
    assert "is there already, with other content" in outcome.err
    assert (own / "documents" / other.name).read_bytes() == (PDFS / other.name).read_bytes()
