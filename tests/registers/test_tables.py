"""CSV files as they are published."""

from pathlib import Path

import pytest

from councilgraph.errors import InputError, UsageError
from councilgraph.registers.tables import read_rows, read_table


def test_cells_are_stripped_and_short_rows_filled(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(b'\xef\xbb\xbfname,code,more\n" Northmere, City of ",N\nEastvale,E,1,\n')
    assert read_table(file, ["code"]) == [
        {"name": "Northmere, City of", "code": "N", "more": ""},
        {"name": "Eastvale", "code": "E", "more": "1"},
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "columns name, code are missing; there are none"),
        (b"name,other\n", "column code is missing; there are name, other"),
        (b"name,code\nNorthmere\xff,N\n", "not UTF-8"),
        (b'name,code\n"Northmere"x,N\n', "not CSV"),
        (b"name,code\nNorthmere, City of,N\n", "more cells than the header has"),
        (b"PK\x03\x04\x00\x00name", "is missing|are missing|not CSV|not UTF-8"),
    ],
)
def test_what_is_no_such_table_is_said(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(content)
    with pytest.raises(InputError, match=words) as caught:
        read_table(file, ["name", "code"])
    assert str(file) in (caught.value.where or "")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no such file: .*x\.csv"):
        read_table(tmp_path / "x.csv", ["name"])


def test_rows_without_a_header(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(b'\xef\xbb\xbfNorthmere , "City, of"\n\nEastvale,E,1\n'.replace(b' "', b'"'))
    assert read_rows(file, 2) == [["Northmere", "City, of"], ["Eastvale", "E", "1"]]
    with pytest.raises(InputError, match="2 cells, where at least 3") as caught:
        read_rows(file, 3)
    assert (caught.value.where or "").endswith("x.csv:1")
