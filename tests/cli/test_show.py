"""``councilgraph show``."""

import re
from pathlib import Path

import pytest

from .conftest import Run


def test_grades_over_time_with_their_pages(project: Path, run: Run) -> None:
    outcome = run("show", "Northmere")
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0] == "Northmere County Council"
    assert [line.strip() for line in lines if line.startswith("  northmere-ilacs-")] == [
        "northmere-ilacs-2019-03",
        "northmere-ilacs-2022-05",
        "northmere-ilacs-2026-06",
    ]
    assert "4 to 15 March 2019 · ILACS inspection · led by Isolde Fennimarch" in lines
    grade = next(line for line in lines if "Overall effectiveness" in line)
    assert re.fullmatch(r"  Overall effectiveness +Requires improvement to be good  p\. 1", grade)
    assert lines[-1] == "The words behind them: councilgraph explain northmere-ilacs-2026-06"


def test_verbose_adds_ids_that_can_be_explained(project: Path, run: Run) -> None:
    id = "port-quillan-ilacs-2023-11-ilacs-overall-inadequate"
    assert f"      {id}\n" in run("show", "Port Quillan", "-v").out
    assert id not in run("show", "Port Quillan").out
    assert run("explain", id).code == 0


@pytest.mark.parametrize(
    "name", ["northmere", "NORTHMERE", "Northmere County Council", "https://w3id.org/councilgraph/id/council/northmere"]
)
def test_a_council_has_many_names(name: str, project: Path, run: Run) -> None:
    assert run("show", name).out == run("show", "Northmere").out


def test_a_code_is_a_name_too_and_no_inspection_is_said(project: Path, run: Run) -> None:
    outcome = run("show", "E10000028")
    assert outcome.out.splitlines() == [
        "Staffordshire County Council",
        "County council, West Midlands · GSS E10000028 · DfE 860 · Ofsted 80561",
        "",
        "No inspection of it is in this graph.",
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Northmer", "no council “Northmer” in this graph"),
        (
            "Northmere District Council",
            "“Northmere District Council” is another kind of body than Northmere County Council",
        ),
    ],
)
def test_a_near_name_is_offered_and_never_taken(name: str, message: str, project: Path, run: Run) -> None:
    outcome = run("show", name)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"councilgraph: {message}\n  Did you mean Northmere County Council (northmere)?\n"


def test_what_is_no_council_is_not_shown(project: Path, run: Run) -> None:
    assert run("show", "northmere-ilacs-2019-03").code == 2
    assert run("show", "").code == 2
