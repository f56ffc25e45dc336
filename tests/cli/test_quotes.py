"""``councilgraph quotes``."""

from pathlib import Path

from .conftest import PDFS, Run


def test_nothing_is_missing_where_documents_were_read(project: Path, run: Run) -> None:
    outcome = run("quotes", PDFS)
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "No words are missing in this graph.\n")


def test_words_of_a_graph_from_elsewhere(own: Path, run: Run) -> None:
    assert run("dump", "--quotes", "none", "-o", "graphs.trig").code == 0
    Path("graphs").mkdir(exist_ok=True)
    Path("graphs.trig").rename("graphs/elsewhere.trig")
    Path("new").mkdir()
    assert run("init", "new").code == 0
    for folder in ("graphs", "registers"):
        Path(folder).rename(f"new/{folder}")
    built = run("build", "--store", "new/.councilgraph/store", "new/documents")
    assert built.code == 0
    outcome = run("quotes", PDFS / "northmere-2019.pdf", "--store", "new")
    assert outcome.code == 0
    assert "Northmere County Council: Inspection of children’s social care services: 3" in outcome.err
    assert "not among these files" in outcome.err
    assert run("quotes", "nowhere", "--store", "new").code == 2
