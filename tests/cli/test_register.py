"""``councilgraph register``."""

import re
import tomllib
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from councilgraph import resources
from councilgraph.cli.register import command
from councilgraph.errors import CouncilgraphError, UsageError

app = typer.Typer()
app.command()(command)
SHIPPED = resources.graphs() / "registers" / "councils.ttl"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


def test_makes_the_register_that_ships(shared: Path, tmp_path: Path) -> None:
    output = tmp_path / "new" / "councils.ttl"
    result = run("councils", shared / "registers", "-o", output)
    assert result.exit_code == 0
    assert output.read_text(encoding="utf-8") == SHIPPED.read_text(encoding="utf-8")
    assert result.stdout == ""
    assert "168 councils" in result.stderr
    assert "15 of them no more" in result.stderr


def test_writes_to_standard_output(shared: Path) -> None:
    result = run("councils", shared / "registers", "--quiet")
    assert result.stdout == SHIPPED.read_text(encoding="utf-8")
    assert result.stderr == ""


def test_writes_the_names_with_which_texts_are_searched(shared: Path, tmp_path: Path) -> None:
    output = tmp_path / "council-names.toml"
    assert run("councils", shared / "registers", "-o", output).exit_code == 0
    names = tomllib.loads(output.read_text(encoding="utf-8"))["places"]
    assert names["Hull"] == names["Kingston upon Hull"] == ["Hull City Council"]


def test_odd_rows_are_said_and_end_with_3(shared: Path, tmp_path: Path) -> None:
    for name in ("local-authorities.csv", "local-authority-names.csv", "ofsted-providers.csv"):
        text = (shared / "registers" / name).read_text(encoding="utf-8-sig")
        (tmp_path / name).write_text(text.replace("\n80561,860,", "\n80561,86O,"), encoding="utf-8")
    result = run("councils", tmp_path, "-o", tmp_path / "out.ttl")
    assert result.exit_code == 3
    assert "Left out: ofsted-providers.csv: Staffordshire has an impossible la_code '86O'" in result.stderr
    assert "167 councils" in result.stderr
    assert "council:staffordshire" not in (tmp_path / "out.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"), [(["."], "no such file"), ([".", "-o", "councils.csv"], "written as Turtle")]
)
def test_wrong_use_is_one_clear_error(
    arguments: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("councils", *arguments)
    assert isinstance(result.exception, UsageError)
    assert words in result.exception.message
    assert result.exception.hint
    assert list(tmp_path.iterdir()) == []


def test_an_unreadable_list_is_no_usage_error(tmp_path: Path) -> None:
    (tmp_path / "local-authorities.csv").write_text("name\n", encoding="utf-8")
    result = run("councils", tmp_path)
    assert isinstance(result.exception, CouncilgraphError)
    assert result.exception.exit_code == 3


def test_an_unknown_register_is_refused() -> None:
    assert run("bishops", ".").exit_code == 2


def test_makes_the_register_of_members_that_ships(whole: None, shared: Path, tmp_path: Path) -> None:
    output = tmp_path / "members.ttl"
    result = run("members", shared / "registers", "-o", output)
    assert result.exit_code == 0
    shipped = resources.graphs() / "registers" / "members.ttl"
    assert output.read_text(encoding="utf-8") == shipped.read_text(encoding="utf-8")
    assert result.stdout == ""
    assert re.fullmatch(r"\d+ members in .*members.ttl, elected \d+ times to 1076 seats\n", result.stderr)


def test_lists_of_members_may_lie_in_several_folders(shared: Path, tmp_path: Path) -> None:
    result = run("members", tmp_path, shared / "registers", shared / "registers" / "psephology", "--quiet")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "tenure:" in result.stdout


def test_lists_of_members_that_are_not_there_are_said(tmp_path: Path) -> None:
    result = run("members", tmp_path)
    assert isinstance(result.exception, UsageError)
    assert "no folder of results" in result.exception.message


def test_lists_of_councils_lie_in_one_folder(tmp_path: Path) -> None:
    result = run("councils", tmp_path, tmp_path)
    assert isinstance(result.exception, UsageError)
    assert "one folder" in result.exception.message
