"""``councilgraph report``."""

import re
from pathlib import Path

from councilgraph.build.trust import Section, as_html

from .conftest import Run


def test_what_the_graph_rests_on(project: Path, run: Run) -> None:
    outcome = run("report")
    assert (outcome.code, outcome.err) == (0, "")
    blocks = dict(re.findall(r"^(\S.*)\n-+\n((?:.+\n?)+)", outcome.out, re.MULTILINE))
    assert "councilgraph samples  5          5" in blocks["Documents read"]
    assert blocks["Files that could not be read"] == "Every file could be read.\n"
    assert "Northmere County Council" in blocks["Coverage by council and year"]
    assert re.search(r"Northmere County Council +2 +3 +•$", blocks["Coverage by council and year"], re.MULTILINE)
    assert "Northmere" not in blocks["Councils without an inspection"]


def test_what_could_not_be_read_and_what_is_doubtful_is_listed(own: Path, run: Run) -> None:
    (own / "documents" / "error.pdf").write_text("<html><body>Not found</body></html>", encoding="utf-8")
    assert run("build", "--quiet").code == 3
    out = run("report").out
    assert re.search(r"documents/error\.pdf +the file is named as a PDF and is a web page", out)
    assert re.search(r"not-a-pdf +1 +The file is named as a PDF", out)


def test_a_page_that_needs_nothing_else(own: Path, run: Run) -> None:
    outcome = run("report", "-o", "report.html")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "The report is in report.html\n")
    page = Path("report.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert '<td class="band b3">3</td>' in page
    assert not re.search(r"(src|href)=|url\(|@import", page)


def test_names_of_files_and_documents_are_no_markup() -> None:
    page = as_html([Section("<b>", "a & b", ("2024", "x"), (("<i>3", "<script>"),))])
    assert "<script>" not in page and "<b>" not in page and "<i>" not in page


def test_wrong_use_is_one_clear_error(project: Path, nowhere: Path, run: Run) -> None:
    outcome = run("report", "-o", "report.docx")
    assert (outcome.code, outcome.out) == (2, "")
    assert "unknown suffix" in outcome.err
    assert run("report").code == 2
    assert list(nowhere.iterdir()) == []
