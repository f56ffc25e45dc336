"""Generated pages are what the program says now."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from councilgraph.cli import COMMANDS

from .pages import CHECKOUT

SCRIPT = CHECKOUT / "docs" / "make_pages.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_pages", SCRIPT)
    assert spec and spec.loader
    module = sys.modules["make_pages"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_committed_pages_are_what_the_script_writes(script: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert script.main(["--check"]) == 0, capsys.readouterr().err


def test_a_stale_page_is_noticed_and_mended(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(script, "DOCS", tmp_path)
    assert script.main(["--check"]) == 1
    assert list(tmp_path.iterdir()) == []
    assert script.main([]) == 0
    assert script.main(["--check"]) == 0
    (tmp_path / "queries.md").write_text("", encoding="utf-8")
    capsys.readouterr()
    assert script.main(["--check"]) == 1
    assert capsys.readouterr().err == "queries.md is out of date: run `python docs/make_pages.py`\n"


def test_the_page_does_not_depend_on_the_terminal(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    page = script.cli()
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("COUNCILGRAPH_STORE", "/elsewhere")
    assert script.cli() == page
    assert [line for line in page.splitlines() if line.startswith("### ")] == [f"### {name}" for name in COMMANDS]
