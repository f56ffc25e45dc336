"""``councilgraph template``, and what people do next."""

from pathlib import Path

import openpyxl
import pytest

from tables.workbooks import GOOD, JUDGEMENT, separated

from .conftest import Run


def test_a_workbook_is_made_filled_in_checked_and_taken_in(own: Path, run: Run) -> None:
    outcome = run("template", "-o", "new.xlsx")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "new.xlsx is there to be filled in\n")
    book = openpyxl.load_workbook("new.xlsx")
    assert "Northmere County Council" in {cell for row in book["Lists"].values for cell in row}
    for sheet, rows in GOOD.items():
        titles = [cell.value for cell in book[sheet][1]]
        for row in rows:
            book[sheet].append([row.get(title) for title in titles])
    book["Judgements"]["C3"] = "Gud"
    book.save("new.xlsx")
    outcome = run("validate", "new.xlsx")
    assert (outcome.code, outcome.err) == (1, "")
    assert "Judgements!C3" in outcome.out and "“Gud” is no grade of ILACS" in outcome.out
    outcome = run("load", "new.xlsx")
    assert (outcome.code, outcome.err) == (1, "7 rows taken in, 1 left out\n  Inspection of Northmere\n")
    assert "Judgements!C3" in outcome.out
    assert "13 to 24 May 2024 · ILACS inspection · led by Ada Fernsby" in run("show", "Northmere").out


def test_csv_files_are_made_and_nothing_is_overwritten(nowhere: Path, run: Run) -> None:
    outcome = run("template", "-o", "rows")
    assert outcome.code == 0 and len(outcome.err.splitlines()) == 8
    assert run("template", "-o", "rows", "--quiet").code == 2
    assert run("template", "-o", "new.ods").err.startswith("councilgraph: unknown suffix: new.ods")


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("none.xlsx", None, 2, "no such file: none.xlsx"),
        ("new.xlsx", b"", 3, "new.xlsx: the file is empty"),
        ("new.xlsx", b"PK\x03\x04cut", 3, "new.xlsx: the workbook is damaged"),
        ("new.csv", b"one,two\n", 3, "new.csv: it has not the columns of a template"),
        ("new.csv", separated("judgements", []).encode(), 3, "new.csv: there are no rows in it"),
        ("new.csv", separated("judgements", [{**JUDGEMENT, "Page": "x"}]).encode(), 1, ""),
        ("new.ttl", b"", 3, "new.ttl: there is no statement in it"),
        ("new.ttl", b"foo:a foo:b foo:c .", 3, "new.ttl:1:1: prefix foo: is not declared\n  Declare it"),
        ("new.ttl", b"<urn:a> <urn:b> 'c", 3, "new.ttl:1:"),
        ("new.docx", b"x", 2, "unknown file type: new.docx"),
    ],
)
def test_exit_codes_are_as_documented(
    name: str, content: bytes | None, code: int, said: str, desk: Path, run: Run
) -> None:
    if content is not None:
        (desk / name).write_bytes(content)
    outcome = run("validate", name)
    assert outcome.code == code
    assert outcome.err.startswith(f"councilgraph: {said}" if said else "")
    assert "Traceback" not in outcome.out + outcome.err


def test_a_graph_is_needed_to_take_rows_in_and_not_to_check_them(nowhere: Path, run: Run) -> None:
    (nowhere / "judgements.csv").write_text(separated("judgements", [JUDGEMENT]), encoding="utf-8")
    assert run("validate", "judgements.csv").code == 1
    assert run("load", "judgements.csv").err.startswith("councilgraph: No graph here")


def test_rows_and_rdf_are_loaded_by_two_commands(own: Path, run: Run) -> None:
    (own / "judgements.csv").write_text(separated("judgements", [JUDGEMENT]), encoding="utf-8")
    (own / "a.ttl").write_text("", encoding="utf-8")
    assert run("load", "judgements.csv", "a.ttl").err.startswith("councilgraph: rows and RDF are loaded one after")
