"""``councilgraph explain``."""

from pathlib import Path

from .conftest import PDFS, Run


def test_the_words_are_marked_in_what_stands_around_them(project: Path, run: Run) -> None:
    outcome = run("explain", "northmere-ilacs-2026-06-ilacs-leaders-outstanding")
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0].endswith("The impact of leaders on social work practice with children and families: Outstanding")
    assert [line for line in lines if line.startswith("    > ")] == [
        "    > The impact of leaders on social work practice with children and families Outstanding",
        "    > The impact of leaders on social work practice with children and families: outstanding",
    ]
    assert any(line.startswith("    | ") for line in lines)
    assert any(": page 3 of “Inspection of Northmere local authority children’s services”" in line for line in lines)
    assert all(len(line) <= 100 for line in lines if line.startswith("    "))


def test_judgements_of_an_inspection_are_explained_too(project: Path, run: Run) -> None:
    out = run("explain", "port-quillan-ilacs-2023-11").out
    assert "\nPort Quillan City Council, ILACS, November 2023: Overall effectiveness: Inadequate\n" in out
    assert "    > 6 to 17 November 2023\n" in out


def test_what_no_document_says_has_no_words(project: Path, run: Run) -> None:
    assert "No words of a document are tied to it" in run("explain", "eastvale").out


def test_a_name_of_several_things_is_asked_back(project: Path, run: Run) -> None:
    outcome = run("explain", "good")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("councilgraph: “good” can mean ")
    for id in outcome.err.partition("Say which: ")[2].strip().split(", "):
        assert run("explain", id).code == 0


def test_an_unknown_thing_is_said(project: Path, run: Run) -> None:
    outcome = run("explain", "no-such-thing-1999-01")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("councilgraph: no thing “no-such-thing-1999-01” in this graph\n")


def test_words_are_there_when_the_file_is_gone(own: Path, run: Run) -> None:
    before = run("explain", "eastvale-ilacs-2024-06").out
    for file in (own / "documents").glob("*.pdf"):
        file.unlink()
    assert run("explain", "eastvale-ilacs-2024-06").out == before
    assert len(list(PDFS.glob("*.pdf"))) == 5
