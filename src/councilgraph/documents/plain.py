"""Plain text to pages: UTF-8, UTF-16 with its mark, else Windows-1252; a form feed ends a page."""

from pathlib import Path

from councilgraph.documents.errors import Unreadable

READER = "text-1"
MEDIA_TYPE = "text/plain"

_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")


def read_pages(path: Path, head: bytes) -> list[str]:
    """The pages of a text file, given its first bytes."""
    if is_html(head):
        raise Unreadable("not-yet-read", "the file is HTML, which is not read yet; save its text, or print it as PDF")
    encoding = next((name for mark, name in _MARKS.items() if head.startswith(mark)), "utf-8")
    if encoding != "utf-16" and _is_binary(head):
        raise Unreadable("unreadable", "the file is neither a PDF nor text")
    content = path.read_bytes()
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return text.rstrip("\f").split("\f")


def is_html(head: bytes) -> bool:
    """Whether a file that begins so is HTML or XML."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML)


def described(head: bytes) -> str:
    """What a file that begins so is, for people."""
    if is_html(head):
        return "a web page (HTML), perhaps an error page"
    return "something else" if _is_binary(head) else "plain text"


def _is_binary(head: bytes) -> bool:
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return b"\0" in head or controls > len(head) // 20
