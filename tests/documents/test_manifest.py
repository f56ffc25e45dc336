"""Manifests."""

import os
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.documents.manifest import Row, is_date, is_url, note, read_manifest
from councilgraph.errors import InputError, UsageError

ROW = Row("a.pdf", title="Café – “harbour”", publisher="Ofsted", published="2024-01-12")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.pdf").touch()
    return tmp_path


def manifest(folder: Path, content: str | bytes) -> Path:
    path = folder / "manifest.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def problems(folder: Path, content: str) -> list[str]:
    found = read_manifest(manifest(folder, content)).problems
    assert {problem.code for problem in found} <= {"manifest-unread"}
    return [problem.message for problem in found]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_as_spreadsheets_write_them(folder: Path, encoding: str, sign: str, end: str) -> None:
    lines = ["Title;Publisher;PATH ;pages;published", "Café – “harbour”;Ofsted;./a.pdf;3;2024-01-12", ";;;;"]
    found = read_manifest(manifest(folder, (end.join(lines) + end).replace(";", sign).encode(encoding)))
    assert found.row(folder / "a.pdf") == ROW
    assert found.problems == ()


def test_paths_of_either_slash_and_fields_of_several_lines(folder: Path) -> None:
    (folder / "b").mkdir()
    (folder / "b" / "c.pdf").touch()
    found = read_manifest(manifest(folder, 'path,title\n.\\b\\c.pdf,"one, and\na second line"\n'))
    assert found.row(folder / "b" / "c.pdf") == Row("b/c.pdf", title="one, and\na second line")
    assert found.row(folder / "a.pdf") is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no column “path”; its columns are none"),
        (b"file,title\na.pdf,x\n", "no column “path”; its columns are file, title"),
        (b"path,title,Path\na.pdf,x,b.pdf\n", "two columns “path”"),
        (b'path,title\na.pdf,"never closed\nb.pdf,y\n', "line 3: a quotation mark"),
        (b'path,title\na.pdf,"said" again\n', "line 2: a quotation mark"),
        (b"path,title\na.pdf," + b"x" * 200_000 + b"\n", "line 2"),
        (b"PK\x03\x04\0\0\0 a spreadsheet", "no CSV file"),
        (b"%PDF-1.4\n", "no column “path”"),
    ],
)
def test_what_is_no_manifest(folder: Path, content: bytes, words: str) -> None:
    path = manifest(folder, content)
    with pytest.raises(InputError, match=words) as caught:
        read_manifest(path)
    assert caught.value.where == str(path)


def test_a_manifest_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").mkdir()
    with pytest.raises(InputError, match="this is a folder"):
        read_manifest(tmp_path / "manifest.csv")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("a.pdf,12/01/2024,", "line 2: published “12/01/2024” is no date"),
        ("a.pdf,2024-13,", "published “2024-13” is no date"),
        ("a.pdf,,www.ofsted.example", "url “www.ofsted.example” is no web address"),
        ("a.pdf,,https://[bad/", "is no web address"),
        ("gone.pdf,,", "line 2: there is no file gone.pdf"),
        ("../a.pdf,,", "there is no file ../a.pdf"),
        ("/etc/hosts,,", "there is no file /etc/hosts"),
        (f"{'x' * 5000}.pdf,,", "there is no file xxx"),
        (",2024,", "line 2: no path"),
        ("a.pdf,2024,,Ofsted", "line 2: more fields than columns"),
        ("a.pdf,,\n./a.pdf,2024,", "line 3: a.pdf is named twice"),
    ],
)
def test_a_row_that_makes_no_sense_is_one_problem(folder: Path, row: str, words: str) -> None:
    (message,) = problems(folder, f"path,published,url\n{row}\n")
    assert words in message


def test_a_wrong_value_counts_as_unknown_and_the_rest_of_its_row_stays(folder: Path) -> None:
    found = read_manifest(manifest(folder, "path,publisher,published,url\na.pdf,Ofsted,soon,nowhere\n"))
    assert found.row(folder / "a.pdf") == Row("a.pdf", publisher="Ofsted")
    assert len(found.problems) == 2


@pytest.mark.parametrize("value", ["2024-01-12", "2024-02-29", "2024-01", "2024"])
def test_dates(value: str) -> None:
    assert is_date(value)


@pytest.mark.parametrize("value", ["2023-02-29", "2024-1-2", "24", "0000", "٢٠٢٤", "2024-01-12T10:00", "20240112"])
def test_no_dates(value: str) -> None:
    assert not is_date(value)


@pytest.mark.parametrize("value", ["https://example.org/a?b=c#d", "HTTP://example.org", "https://é.example/ü%20x"])
def test_addresses(value: str) -> None:
    assert is_url(value)


@pytest.mark.parametrize(
    "value",
    ["example.org", "ftp://example.org", "https://", "https:///a", "https://a b", "https://x/%zz", "http://x/<y>"],
)
def test_no_addresses(value: str) -> None:
    assert not is_url(value)


def test_a_note_makes_a_manifest_and_changes_one_row_of_it(folder: Path) -> None:
    note(folder, ["a.pdf"], {"title": "First", "publisher": "", "published": "2024"})
    note(folder, ["b.pdf"], {"title": "Second, with a comma", "publisher": "Ofsted"})
    note(folder, ["a.pdf"], {"title": "First again", "publisher": ""})
    rows = read_manifest(folder / "manifest.csv").rows
    assert rows == {
        "a.pdf": Row("a.pdf", title="First again", published="2024"),
        "b.pdf": Row("b.pdf", title="Second, with a comma", publisher="Ofsted"),
    }


def test_a_note_keeps_what_others_wrote(folder: Path) -> None:
    manifest(folder, "\ufeffPath;Pages;Title\r\nold.pdf;7;Old\r\n".encode())
    note(folder, ["a.pdf"], {"licence": "CC0-1.0"})
    assert (folder / "manifest.csv").read_text(encoding="utf-8") == (
        "path,pages,title,licence\nold.pdf,7,Old,\na.pdf,,,CC0-1.0\n"
    )


@pytest.mark.parametrize(
    ("names", "row", "words"),
    [
        (["a.pdf"], {"published": "tomorrow"}, "“tomorrow” is no date"),
        (["a.pdf"], {"url": "nowhere"}, "“nowhere” is no web address"),
        ([os.fsdecode(b"caf\xe9.pdf")], {"title": "x"}, "not valid UTF-8"),
    ],
)
def test_a_note_that_makes_no_sense_writes_nothing(
    folder: Path, names: list[str], row: dict[str, str], words: str
) -> None:
    before = manifest(folder, "path,title\na.pdf,x\n").read_bytes()
    with pytest.raises(UsageError, match=words):
        note(folder, names, row)
    assert (folder / "manifest.csv").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["a.pdf", "manifest.csv"]


def test_a_note_refuses_a_manifest_of_which_it_would_lose_something(folder: Path) -> None:
    manifest(folder, "path,title\na.pdf,One, two\n")
    with pytest.raises(InputError, match="line 2: more fields"):
        note(folder, ["a.pdf"], {"title": "x"})


@given(
    st.dictionaries(
        st.text(string.ascii_letters + string.digits + "-_ ü’", min_size=1).map(lambda name: f"{name.strip()}x.pdf"),
        st.text(st.characters(exclude_categories=["C"]), max_size=40).map(lambda title: title.strip()),
        min_size=1,
        max_size=5,
    )
)
def test_what_is_noted_is_read_again(tmp_path_factory: pytest.TempPathFactory, titles: dict[str, str]) -> None:
    folder = tmp_path_factory.mktemp("notes")
    for name, title in titles.items():
        note(folder, [name], {"title": title})
    rows = read_manifest(folder / "manifest.csv").rows
    assert {name: row.title or "" for name, row in rows.items()} == titles
