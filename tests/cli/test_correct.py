"""``councilgraph correct``."""

from pathlib import Path

import pytest

from .conftest import Run


def test_the_view_is_written_edited_and_taken(own: Path, run: Run) -> None:
    assert run("correct", "northmere-2019.pdf", "-o", "view.toml").code == 0
    view = Path("view.toml").read_text(encoding="utf-8")
    Path("view.toml").write_text(view.replace('grade = "Good"', 'grade = "Outstanding"', 1), encoding="utf-8")
    outcome = run("correct", "northmere-2019.pdf", "--from", "view.toml", "--why", "a test")
    assert outcome.code == 0
    assert "1 decision in " in outcome.err
    assert "a test" in Path("decisions.csv").read_text(encoding="utf-8")
    assert "Outstanding" in run("show", "Northmere").out


@pytest.mark.skipif("sys.platform == 'win32'")
def test_the_editor_is_opened(own: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "sed -i s/standard/short/")
    assert "1 decision in" in run("correct", "northmere-2019.pdf").err
    assert "visit_type,standard,short" in Path("decisions.csv").read_text(encoding="utf-8")
    monkeypatch.setenv("EDITOR", "true")
    assert run("correct", "northmere-2019.pdf").err == "Nothing was decided.\n"
    monkeypatch.setenv("EDITOR", "no-such-editor")
    outcome = run("correct", "northmere-2019.pdf")
    assert outcome.code == 2
    assert "Set EDITOR" in outcome.err


def test_a_broken_view_changes_nothing(own: Path, run: Run) -> None:
    Path("view.toml").write_text("[[people", encoding="utf-8")
    outcome = run("correct", "northmere-2019.pdf", "--from", "view.toml")
    assert outcome.code == 3
    assert "not well-formed" in outcome.err
    Path("view.toml").write_bytes(b"\xff\xfe")
    assert run("correct", "northmere-2019.pdf", "--from", "view.toml").code == 2
    assert run("correct", "northmere-2019.pdf", "--from", "nowhere.toml").code == 2
    assert not Path("decisions.csv").exists()
