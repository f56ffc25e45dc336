"""What a build says."""

from pathlib import Path

import pytest

from councilgraph.build.report import BuildReport, Trouble
from councilgraph.model import Problem


def trouble(file: str, code: str = "damaged", unread: bool = False) -> Trouble:
    return Trouble(file, Problem(code, "a reason"), unread)


@pytest.mark.parametrize(
    ("unread", "conforms", "code"), [(False, True, 0), (False, False, 1), (True, True, 3), (True, False, 3)]
)
def test_exit_codes(unread: bool, conforms: bool, code: int) -> None:
    report = BuildReport(troubles=[trouble("/x.pdf", unread=unread)], verdict={"conforms": conforms})
    assert report.exit_code == code
    assert BuildReport().exit_code == 0


def test_documents_by_problem_most_frequent_first() -> None:
    files = [("/a", "timeout"), ("/b", "damaged"), ("/c", "damaged"), ("/c", "damaged")]
    report = BuildReport(troubles=[trouble(file, code) for file, code in files])
    assert list(report.problems_by_code.items()) == [("damaged", 2), ("timeout", 1)]


def test_paths_are_those_that_people_can_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = trouble(str(tmp_path / "here" / "x.pdf"))
    monkeypatch.chdir(tmp_path / "..")
    assert inside.path == str(Path(tmp_path.name) / "here" / "x.pdf")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert inside.path == str(tmp_path / "here" / "x.pdf")


def test_paths_do_nothing_to_a_terminal() -> None:
    assert trouble("/a\n\x1b[2J\udce9 é🏛.pdf").path == r"/a\n\x1b[2J\udce9 é🏛.pdf"
