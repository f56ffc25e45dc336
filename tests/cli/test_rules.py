"""``councilgraph rules``."""

import csv
from pathlib import Path

from .conftest import Run

SHAPES = """\
@prefix sh: <http://www.w3.org/ns/shacl#> .
<https://example.org/motto> a sh:NodeShape ; sh:name "Councils have a motto" ; sh:targetNode <urn:x> ; sh:nodeKind sh:IRI .
"""


def test_rules_are_listed_by_subject(nowhere: Path, run: Run) -> None:
    outcome = run("rules")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("assessment\n  violation  ")
    assert "  violation  span-has-page " in outcome.out


def test_one_rule_is_told(nowhere: Path, run: Run) -> None:
    assert run("rules", "span-has-page").out.startswith("span-has-page · violation\n")
    assert run("rules", "Span-Has-Page").out == run("rules", "span-has-page").out
    outcome = run("rules", "span-has-pge")
    assert (outcome.code, outcome.out) == (2, "")
    assert "Did you mean span-has-page" in outcome.err


def test_checks_of_cells_are_said_to_apply_always(nowhere: Path, run: Run) -> None:
    (nowhere / "own.toml").write_text('[levels]\ncell-empty = "off"\n', encoding="utf-8")
    (nowhere / "own.nt").write_text("<urn:a> <urn:b> <urn:c> .\n", encoding="utf-8")
    asked = [("rules", "cell-empty"), ("validate", "own.nt", "--rule", "cell-empty")]
    for words in [*asked, ("validate", "own.nt", "--profile", "own.toml")]:
        outcome = run(*words)
        assert (outcome.code, outcome.out) == (2, "")
        assert "“cell-empty” is a check of cells" in outcome.err and "always apply" in outcome.err


def test_a_list_is_written(nowhere: Path, run: Run) -> None:
    assert run("rules", "-o", "rules.csv").code == 0
    with (nowhere / "rules.csv").open(encoding="utf-8", newline="") as file:
        assert "span-has-page" in [row["rule"] for row in csv.DictReader(file)]
    assert run("rules", "span-has-page", "--format", "csv").out.count("\n") == 2
    assert run("rules", "-o", "rules.xyz").code == 2


def test_rules_of_ones_own_are_listed(nowhere: Path, run: Run) -> None:
    (nowhere / "own.ttl").write_text(SHAPES, encoding="utf-8")
    assert run("rules", "--shapes", "own.ttl").out == "own\n  violation  motto  Councils have a motto\n"
