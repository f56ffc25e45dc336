"""``councilgraph chart``."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from .conftest import Run


def test_a_chart_with_its_data(desk: Path, run: Run) -> None:
    outcome = run("chart", "grades", "council=Northmere", "-o", "north.svg", "-o", "north.pdf")
    assert (outcome.code, outcome.out) == (0, "")
    rows = run("query", "grade-history", "council=Northmere").err.split()[0]
    assert outcome.err == f"north.svg, north.pdf; {rows} rows in north.csv\n"
    said = [element.text for element in ElementTree.parse("north.svg").iter() if element.tag.endswith("text")]
    assert "Grades over time: Northmere County Council" in said
    assert any("north.csv" in (text or "") for text in said)
    assert (desk / "north.pdf").read_bytes().startswith(b"%PDF")
    assert len((desk / "north.csv").read_text(encoding="utf-8").splitlines()) == int(rows) + 1


def test_the_same_chart_is_the_same_file(desk: Path, run: Run) -> None:
    for name in ("one", "two"):
        (desk / name).mkdir()
        assert run("chart", "timeline", "-o", f"{name}/line.svg", "-o", f"{name}/line.png", "-q").err == ""
    for suffix in (".svg", ".png", ".csv"):
        assert (desk / f"one/line{suffix}").read_bytes() == (desk / f"two/line{suffix}").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["heatmap"], "nowhere to write to"),
        (["heatmap", "-o", "x.gif"], "unknown suffix: x.gif"),
        (["pie", "-o", "x.svg"], "no chart “pie”"),
        (["grades", "Northmere", "-o", "x.svg"], "is not KEY=VALUE"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(desk: Path, run: Run, arguments: list[str], said: str) -> None:
    outcome = run("chart", *arguments)
    assert outcome.code == 2 and said in outcome.err
    assert not list(desk.iterdir())
