"""A file becomes a document or says why not."""

import hashlib
import os
import random
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from councilgraph.documents import Source, find, read, reading
from councilgraph.documents.files import LARGEST
from councilgraph.documents.manifest import Row
from councilgraph.model import Document

from .pdfs import WORDS, bomb_pdf, image_pdf, text_pdf, write
from .web import NEWS, NEWS_TEXT, TITLE

HTML = b"<!DOCTYPE html><html><title>Page not found</title></html>"


def read_bytes(folder: Path, name: str, content: bytes) -> tuple[Document, str | None]:
    document, problem = read(Source(write(folder / name, content), name))
    return document, problem.code if problem else None


def test_a_sound_file(tmp_path: Path) -> None:
    content = text_pdf(WORDS, "The second page")
    row = Row("x.pdf", "n1", "Minutes", "Northmere", "2024-01", "https://northmere.example/x", "CC0-1.0")
    document, problem = read(Source(write(tmp_path / "x.pdf", content), "x.pdf", row))
    assert problem is None
    assert document.text == f"{WORDS}\fThe second page"
    assert document.text_sha256 == hashlib.sha256(document.text.encode()).hexdigest()
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert (document.pages, document.media_type) == (2, "application/pdf")
    assert (document.id, document.path, document.title) == ("n1", "x.pdf", "Minutes")
    assert document.reader and document.reader.startswith("pypdfium2-") and document.normaliser


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("x.pdf", b"", "damaged"),
        ("x.txt", b"", "damaged"),
        ("x.pdf", HTML, "not-a-pdf"),
        ("x.html", HTML, "no-text"),
        ("x.txt", HTML, "no-text"),
        ("x.html", NEWS.encode("utf-16"), None),
        ("x.html", WORDS.encode(), None),
        ("x.pdf", WORDS.encode(), "not-a-pdf"),
        ("x.pdf", random.Random(3).randbytes(9000), "not-a-pdf"),
        ("x.txt", random.Random(3).randbytes(9000), "unreadable"),
        ("x.pdf", text_pdf()[:900], "damaged"),
        ("x.pdf", text_pdf(password="harbour"), "encrypted"),
        ("x.pdf", image_pdf(), "no-text"),
        ("x.txt", b" \n12 34\n", "no-text"),
        ("x.txt", WORDS.encode("utf-16"), None),
        ("x.txt", text_pdf(), None),
        ("x", text_pdf(), None),
    ],
)
def test_what_a_file_is_decides_its_content(tmp_path: Path, name: str, content: bytes, code: str | None) -> None:
    document, found = read_bytes(tmp_path, name, content)
    assert found == code
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert (document.text is None) == (document.text_sha256 is None) == (code is not None)


def test_a_web_page_tells_what_the_manifest_does_not(tmp_path: Path) -> None:
    path = write(tmp_path / "x.html", NEWS.encode())
    document, problem = read(Source(path, "x.html", Row("x.html", published="2024-07", publisher="Northmere Lantern")))
    assert problem is None
    assert document.text == NEWS_TEXT
    assert (document.media_type, document.pages, document.reader) == ("text/html", 1, "html-1")
    assert (document.title, document.publisher, document.published) == (TITLE, "Northmere Lantern", "2024-07")
    assert document.url == document.id == "https://lantern.example/news/1"
    assert read(Source(path, "x.html"))[0].id == document.id


def test_hundreds_of_megabytes_of_zeros_are_not_even_opened(tmp_path: Path) -> None:
    with (tmp_path / "x.pdf").open("wb") as file:
        file.truncate(300 << 20)
    document, problem = read(Source(tmp_path / "x.pdf", "x.pdf"))
    assert problem and problem.code == "too-large"
    assert document.sha256 == ""


def test_some_megabytes_of_zeros(tmp_path: Path) -> None:
    with (tmp_path / "x.pdf").open("wb") as file:
        file.truncate(3 << 20)
    _, problem = read(Source(tmp_path / "x.pdf", "x.pdf"))
    assert problem and (problem.code, "zeros" in problem.message) == ("not-a-pdf", True)
    assert LARGEST > 3 << 20


@pytest.mark.parametrize("name", ["x.pdf", "x.txt"])
def test_too_much_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(reading, "LONGEST_TEXT", 50)
    assert read_bytes(tmp_path, name, text_pdf() if name == "x.pdf" else WORDS.encode())[1] == "too-large"


def test_a_file_that_unpacks_to_a_thousand_times_its_size(tmp_path: Path) -> None:
    content = bomb_pdf(text_shown=3_000_000)
    assert len(content) < 20_000
    document, code = read_bytes(tmp_path, "x.pdf", content)
    assert code is None and document.text and "harbour wall" in document.text


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX file system")
def test_what_is_no_file_at_all(tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "link.pdf").symlink_to("link.pdf")
    os.mkfifo(tmp_path / "pipe.pdf")
    found = {source.name: read(source)[1] for source in find([tmp_path]).sources}
    assert {name: problem and problem.code for name, problem in found.items()} == dict.fromkeys(
        ("folder.pdf", "link.pdf", "pipe.pdf"), "unreadable"
    )


def test_identity(tmp_path: Path) -> None:
    path = write(tmp_path / "x.txt", WORDS.encode())
    rows = [
        Row("x.txt", "n1", url="https://northmere.example/x"),
        Row("x.txt", url="https://northmere.example/x"),
        Row("x.txt", publisher="Northmere"),
        Row("x.txt"),
        None,
    ]
    assert [read(Source(path, "x.txt", row))[0].id for row in rows] == [
        "n1",
        "https://northmere.example/x",
        "Northmere: x.txt",
        "unknown: x.txt",
        f"sha256-{hashlib.sha256(WORDS.encode()).hexdigest()[:16]}",
    ]


SOUND = text_pdf(*(f"{number}. {WORDS}" for number in range(3)))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.data())
def test_no_damage_makes_it_raise(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    content = bytearray(SOUND)
    for _ in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    document, problem = read(Source(write(tmp_path_factory.mktemp("damage") / "x.pdf", bytes(content[:cut])), "x.pdf"))
    assert (problem is None) == (document.text is not None)
    if cut < len(SOUND) - 6:
        assert problem is not None
