"""Which table a file is."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from councilgraph.errors import InputError, UsageError
from councilgraph.tables.reading import has_head, is_report, read_all, read_tables, tables_in
from councilgraph.validate.formats.data import COLUMNS

from .workbooks import GOOD, JUDGEMENT, separated, workbook

HEAD = "Inspection,Area,Grade,Number,Source,Page,Words\n"
ROW = "n24,Overall effectiveness,Good,,S,1,Good\n"


def read(path: Path, content: str | bytes) -> tuple[list[str], list[str]]:
    """The kinds of rows of a file, and the kinds of mistakes in its heads."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    tables, mistakes = read_tables(path)
    return [table.sheet.part for table in tables], [
        m.kind for m in (*mistakes, *(m for t in tables for m in t.mistakes))
    ]


def test_all_sheets_of_a_template_are_known(tmp_path: Path) -> None:
    tables, mistakes = read_tables(workbook(tmp_path / "new.xlsx", GOOD))
    assert [table.sheet.title for table in tables] == list(GOOD)
    assert mistakes == [] and all(not table.mistakes for table in tables)


def test_a_csv_file_is_known_by_its_columns_whatever_its_name(tmp_path: Path) -> None:
    assert read(tmp_path / "mine.csv", HEAD + ROW) == (["judgements"], [])
    assert read(tmp_path / "mine.txt", "My grades for Anna\n\n" + HEAD + ROW) == (["judgements"], [])
    assert read(tmp_path / "x.csv", HEAD.upper().replace("AREA", " area * ") + ROW) == (["judgements"], [])


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        (HEAD.replace("Grade", "Garde"), ["column-unknown"]),
        (HEAD.replace("Number", "Grade"), ["column-twice"]),
        (HEAD.replace("Number", "My thoughts"), ["column-own"]),
        (HEAD.replace("Number", "# mine"), []),
        (HEAD.replace(",Words", ""), ["column-missing"]),
    ],
)
def test_what_is_wrong_with_columns_is_said_once(tmp_path: Path, head: str, kinds: list[str]) -> None:
    _, found = read(tmp_path / "judgements.csv", head + ROW)
    assert found == kinds


def test_sheets_that_are_none_of_ours_are_told_of_and_those_of_the_template_are_not(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Judgments"
    book.active.append(["my", "own"])
    for title in ("Read me", "Lists"):
        book.create_sheet(title).append(["Inspection", "Area"])
    book.create_sheet("Judgements").append(HEAD.strip().split(","))
    book["Judgements"].append(ROW.strip().split(","))
    book.save(tmp_path / "new.xlsx")
    tables, mistakes = read_tables(tmp_path / "new.xlsx")
    assert [table.sheet.part for table in tables] == ["judgements"]
    assert [(str(m.place), m.kind, m.message.endswith("Did you mean “Judgements”?")) for m in mistakes] == [
        ("Judgments", "sheet-unknown", True)
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", "", "empty"),
        ("a.csv", "\ufeff \r\n", "empty"),
        ("a.csv", "one,two\n1,2\n", "has not the columns of a template"),
        ("a.xlsx", "hello", "is no workbook"),
    ],
)
def test_what_holds_no_rows_is_refused(tmp_path: Path, name: str, content: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(tmp_path / name, content)


def test_of_several_files_some_may_have_no_rows(tmp_path: Path) -> None:
    empty, full = tmp_path / "findings.csv", tmp_path / "judgements.csv"
    empty.write_text("Inspection,Type,Words\n", encoding="utf-8")
    full.write_text(HEAD + ROW, encoding="utf-8")
    assert len(read_all([empty, full], {})[0]) == 2
    assert len(read_all([empty], {Path("stdin.csv"): (HEAD + ROW).encode()})[0]) == 2
    with pytest.raises(InputError, match="no rows"):
        read_all([empty], {})


def test_a_file_that_is_not_there_is_wrong_use_and_a_large_one_is_refused_unread(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        read_tables(tmp_path / "none.csv")
    with (tmp_path / "huge.csv").open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(InputError, match="1024 MB; the limit is"):
        read_tables(tmp_path / "huge.csv")


def test_folders_are_taken_apart(tmp_path: Path) -> None:
    rows, graphs = tmp_path / "rows", tmp_path / "graphs"
    for folder in (rows, graphs):
        folder.mkdir()
        (folder / "manifest.csv").write_text("path,title\n", encoding="utf-8")
        (folder / "a.ttl").write_text("", encoding="utf-8")
    (rows / "judgements.csv").write_text(HEAD, encoding="utf-8")
    (rows / "~$new.xlsx").write_text("open in Excel", encoding="utf-8")
    workbook(rows / "new.xlsx", GOOD)
    assert tables_in([rows, graphs, Path("x.xlsx"), Path("y.nt")]) == (
        [rows / "judgements.csv", rows / "new.xlsx", Path("x.xlsx")],
        [rows / "a.ttl", graphs, Path("y.nt")],
    )


def test_what_can_be_read_is_told(tmp_path: Path) -> None:
    folder, letter = tmp_path / "x.xlsx", tmp_path / "letter.docx"
    folder.mkdir()
    letter.write_bytes(b"x")
    for path, said in (
        (folder, "x.xlsx is a folder with nothing to read in it"),
        (letter, "unknown file type: letter.docx"),
    ):
        with pytest.raises(UsageError, match=said) as caught:
            tables_in([path])
        assert all(suffix in (caught.value.hint or "") for suffix in (".xlsx", ".csv", ".ttl"))


def test_a_head_is_known_without_a_name() -> None:
    text = separated("judgements", [JUDGEMENT], delimiter=";")
    assert has_head(text.encode("utf-8-sig")) and has_head(("sep=;\n" + text).encode("utf-16"))
    assert not has_head(b"@prefix page: <https://example.org/words> .")


def test_a_report_of_ours_is_no_table(tmp_path: Path) -> None:
    report, table = tmp_path / "report.csv", tmp_path / "judgements.csv"
    for sign in (",", ";"):
        report.write_text(
            "\ufeff" + sign.join(COLUMNS) + "\n" + sign.join(["violation"] * len(COLUMNS)) + "\n", encoding="utf-8"
        )
        table.write_text(separated("judgements", [JUDGEMENT]), encoding="utf-8")
        assert is_report(report) and not is_report(table)
        tables, mistakes = read_all([report, table], {})
        assert [one.grid.file for one in tables] == ["judgements.csv"] and mistakes == []
        assert tables_in([tmp_path]) == ([table], [])
        with pytest.raises(InputError, match="a report of `councilgraph validate`"):
            read_all([report], {})
