"""Plain text."""

import pytest

from councilgraph.documents.errors import Unreadable
from councilgraph.documents.plain import described, is_html, read_pages

TEXT = "Northmere’s café and the “harbour wall” cost £5 – too much."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert read_pages(TEXT.encode(encoding)) == [TEXT]


def test_utf_16_either_way_round() -> None:
    assert read_pages(b"\xfe\xff" + TEXT.encode("utf-16-be")) == [TEXT]
    assert read_pages(b"\xff\xfe" + TEXT.encode("utf-16-le") + b"x") == [TEXT]


def test_utf_8_with_a_few_spoilt_bytes_is_still_utf_8() -> None:
    (text,) = read_pages(TEXT.encode() + b"\xe2\x80")
    assert text == TEXT + "\N{REPLACEMENT CHARACTER}"


def test_form_feeds_end_pages() -> None:
    assert read_pages(b"one\ftwo\f") == ["one", "two"]


@pytest.mark.parametrize(
    "page",
    [
        b"<!DOCTYPE html><p>x",
        b"\xef\xbb\xbf\r\n <HTML>",
        b"<?xml version='1.0'?><html/>",
        b"<!-- saved --><html>",
        "<html>".encode("utf-16"),
        b"<div class=a>",
    ],
)
def test_html_is_told_from_text(page: bytes) -> None:
    assert is_html(page)


@pytest.mark.parametrize("text", [b"<?xml version='1.0'?><rss/>", b"<bishop>", b"Dear <b>Sir</b>", b"<- here", b""])
def test_what_is_no_html(text: bytes) -> None:
    assert not is_html(text)


def test_xml_is_not_read() -> None:
    with pytest.raises(Unreadable) as caught:
        read_pages(b"<?xml version='1.0'?><rss>news</rss>")
    assert caught.value.problem.code == "not-yet-read"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "unreadable"),
        (b"a text at first " * 100 + b"\0" * 10, "unreadable"),
        (bytes(range(1, 32)) * 40, "unreadable"),
        (b"\xff\xfe" + b"\x00\xd8" * 50, "damaged"),
    ],
)
def test_what_is_no_text(content: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_pages(content)
    assert caught.value.problem.code == code


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"<html>", "web page"), (b"\0" * 99, "zeros"), (b"\x01\x02\0", "something else"), (b"Dear Sir", "plain text")],
)
def test_what_a_false_pdf_is(content: bytes, words: str) -> None:
    assert words in described(content)
