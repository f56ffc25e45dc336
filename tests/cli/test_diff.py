"""``councilgraph diff``."""

import json
from pathlib import Path

import pytest

from .conftest import Run


def test_the_last_build_against_the_one_before(own: Path, run: Run) -> None:
    assert run("build", "--quiet").code == 0
    assert run("remove", "documents/northmere-2022.pdf").code == 0
    outcome = run("diff")
    assert outcome.code == 0
    assert outcome.out.splitlines()[0] == "Documents removed (1)"
    assert "  Northmere County Council, ILACS, May 2022: northmere-ilacs-2022-05" in outcome.out.splitlines()
    assert run("diff", "--fail-if-any").code == 1


def test_dumps_and_stores_and_projects_can_be_compared(own: Path, run: Run) -> None:
    assert run("dump", "-o", "before.trig").code == 0
    assert run("diff", "before.trig", "before.trig").out == "Nothing has changed.\n"
    assert run("remove", "documents/eastvale-2024.pdf").code == 0
    changes = json.loads(run("diff", "before.trig", "--format", "json").out)
    assert {change["kind"] for change in changes} == {"document-removed", "inspection-removed"}
    assert run("diff", "before.trig", ".").out == run("diff", "before.trig").out
    assert run("diff", "before.trig", ".councilgraph/store").out == run("diff", "before.trig").out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("nowhere.trig",), 2, "no such file: nowhere.trig"),
        (("documents",), 2, "No graph here: documents"),
        (("broken.ttl",), 3, "broken.ttl:1:"),
    ],
)
def test_wrong_use_is_one_clear_error(own: Path, run: Run, arguments: tuple[str, ...], code: int, message: str) -> None:
    Path("broken.ttl").write_text("this is no Turtle", encoding="utf-8")
    outcome = run("diff", *arguments)
    assert (outcome.code, outcome.out) == (code, "")
    assert message in outcome.err


def test_a_first_build_has_nothing_before_it(own: Path, run: Run) -> None:
    (own / ".councilgraph" / "store").rename(own / "old")
    assert run("build", "--quiet").code == 0
    outcome = run("diff")
    assert outcome.code == 2
    assert "holds no earlier state" in outcome.err
