"""``councilgraph remove``."""

from pathlib import Path

import pytest

from .conftest import PDFS, Run

TITLE = "Northmere County Council: Inspection of children’s social care services"


def listed(run: Run) -> str:
    return run("query", "documents", "--format", "csv").out


@pytest.mark.parametrize("name", ["documents/northmere-2019.pdf", TITLE])
def test_what_only_it_said_is_gone(name: str, own: Path, run: Run) -> None:
    outcome = run("remove", name, "--why", "a test")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err.startswith(f"Retracted: {TITLE}\nThe graph has ")
    assert TITLE not in listed(run)
    shown = run("show", "Northmere").out
    assert "northmere-ilacs-2019-03" not in shown
    assert "northmere-ilacs-2022-05" in shown
    assert (own / "documents" / "northmere-2019.pdf").is_file()


def test_its_named_graph_stays(own: Path, run: Run) -> None:
    asked = 'ASK { GRAPH ?g { ?version a cg:DocumentVersion ; cg:path "northmere-2019.pdf" } }'
    assert run("remove", "northmere-2019", "--quiet").err == ""
    assert "true" in run("query", asked).out
    assert "false" in run("query", asked.replace("GRAPH ?g", "")).out


def test_building_the_file_takes_it_in_again(own: Path, run: Run) -> None:
    before = run("dump", "--format", "nq").out
    run("remove", "northmere-2019")
    assert run("build").code == 0
    assert TITLE not in listed(run)
    assert run("build", "documents/northmere-2019.pdf").code == 0
    assert run("dump", "--format", "nq").out == before


def test_an_unknown_document_is_said(own: Path, run: Run) -> None:
    outcome = run("remove", "northmere-1999")
    assert outcome.code == 2
    assert outcome.err == (
        "councilgraph: no document “northmere-1999” in this graph\n  `councilgraph query documents` lists them.\n"
    )


def test_a_title_of_two_documents_is_refused(own: Path, run: Run) -> None:
    outcome = run("remove", "Inspection of Northmere local authority children’s services")
    assert outcome.code == 2
    assert "2 documents answer to" in outcome.err
    assert len(listed(run).splitlines()) == 1 + len(list(PDFS.glob("*.pdf")))


def test_purged_it_is_nowhere_until_its_file_is_named(own: Path, run: Run) -> None:
    before = run("dump", "--format", "nq").out
    words = "Northmere County Council: Inspection of children"
    outcome = run("remove", "northmere-2019", "--purge", "--why", "withdrawn")
    assert (outcome.code, outcome.err.split("\n")[0]) == (0, f"Purged: {TITLE}")
    store = own / ".councilgraph" / "store"
    files = [file for file in store.rglob("*") if file.is_file() and file.name != "LOCK"]
    assert not [file for file in files if words.encode() in file.read_bytes()]
    assert not [file for file in files if b"northmere-2019" in file.read_bytes()]
    assert "false" in run("query", 'ASK { GRAPH ?g { ?version cg:path "northmere-2019.pdf" } }').out
    assert run("build").code == 0
    assert TITLE not in listed(run)
    assert run("remove", "northmere-2019", "--purge").code == 2
    assert run("build", "documents/northmere-2019.pdf").code == 0
    assert run("dump", "--format", "nq").out == before
