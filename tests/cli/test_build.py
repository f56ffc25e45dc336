"""``councilgraph build``."""

import shutil
from pathlib import Path

import pytest

from councilgraph.store import write_store

from .conftest import PDFS, Run

BAD_REGISTER = """\
@prefix cg: <https://w3id.org/councilgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://w3id.org/councilgraph/id/council/wrongford> a cg:Council ; rdfs:label "Wrongford Council" ; cg:dfeCode "12" .
"""


def test_makes_a_project_and_says_what_it_did(nowhere: Path, run: Run) -> None:
    outcome = run("build", PDFS)
    assert (outcome.code, outcome.out) == (0, "")
    lines = outcome.err.splitlines()
    assert lines[:2] == [f"Made a project in {nowhere}", "Documents: 5 (5 read now)"]
    assert "5 documents, 5 inspections, 22 judgements" in lines[2]
    assert lines[-1] == f"Graph: {Path('.councilgraph') / 'store'}"
    assert "5 documents: council-not-in-register" in lines
    assert "  … and 2 more (-v shows all)" in lines
    assert run("build", "--verbose").err.count(" is no council of the register") == 5
    assert "Made a project" not in run("build").err


def test_one_thing_is_counted_in_the_singular(nowhere: Path, run: Run) -> None:
    lines = run("build", PDFS / "eastvale-2024.pdf").err.splitlines()
    assert ", 1 document, 1 inspection, 5 judgements, " in lines[2]
    assert ", 1 person, " in lines[2]
    assert lines[3].endswith("conforms to the shapes: 1 info (`councilgraph validate` tells more)")


def test_nothing_new_is_said(own: Path, run: Run) -> None:
    outcome = run("build")
    assert outcome.code == 0
    assert outcome.err.startswith(
        "Nothing has changed since the last build.\nDocuments: 5 (0 read now, 5 known already)\n"
    )


def test_quiet_says_nothing(own: Path, run: Run) -> None:
    outcome = run("build", "--quiet")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")


def test_a_document_that_cannot_be_read_ends_with_3_and_the_others_are_read(own: Path, run: Run) -> None:
    (own / "documents" / "lost.pdf").write_text("<html>Not found</html>", encoding="utf-8")
    outcome = run("build", "--workers", 1)
    assert outcome.code == 3
    assert "1 document: not-a-pdf\n  " in outcome.err
    assert "lost.pdf: the file is named as a PDF and is a web page (HTML)" in outcome.err
    assert "Northmere County Council" in run("show", "Northmere").out
    assert run("build", "--quiet").code == 3


def test_a_graph_that_does_not_conform_ends_with_1(own: Path, run: Run) -> None:
    (own / "registers" / "wrong.ttl").write_text(BAD_REGISTER, encoding="utf-8")
    outcome = run("build")
    assert outcome.code == 1
    assert "Verdict: the graph does NOT conform to the shapes: 1 violation" in outcome.err
    assert run("build").code == 1


def test_a_named_store_makes_no_project(nowhere: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNCILGRAPH_STORE", "one")
    assert run("build", PDFS / "eastvale-2024.pdf").code == 0
    assert run("build", PDFS / "northmere-2019.pdf", "--store", "two").code == 0
    assert sorted(path.name for path in nowhere.iterdir()) == ["one", "two"]
    assert "ilacs-2024-06" in run("query", "inspections").out
    assert "ilacs-2019-03" in run("query", "inspections", "--store", "two").out


@pytest.mark.parametrize(
    ("words", "message"),
    [((), "no project here and no documents named"), (("missing",), "no such file or folder: missing")],
)
def test_wrong_use_makes_nothing(words: tuple[str, ...], message: str, nowhere: Path, run: Run) -> None:
    outcome = run("build", *words)
    assert outcome.code == 2
    assert outcome.err.startswith(f"councilgraph: {message}\n")
    assert list(nowhere.iterdir()) == []


def test_a_second_writer_hears_that_it_has_to_wait(own: Path, run: Run) -> None:
    with write_store(own / ".councilgraph" / "store"):
        outcome = run("build")
        assert outcome.code == 2
        assert "is being written by process" in outcome.err
        assert run("query", "documents").code == 0


def test_a_project_that_was_moved_is_built_on(
    own: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.move(own, tmp_path / "moved")
    monkeypatch.chdir(tmp_path / "moved")
    assert run("build").code == 0
    assert "northmere-ilacs-2019-03" in run("show", "Northmere").out
