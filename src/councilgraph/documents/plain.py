"""Plain text to pages: UTF-8, UTF-16 with its mark, else Windows-1252; a form feed ends a page.

A text that is UTF-8 but for a few bytes, such as one cut off within a character, is read as UTF-8.
"""

import codecs
import re

from councilgraph.documents.errors import Unreadable

READER = "text-1"
MEDIA_TYPE = "text/plain"

_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")
_HEAD = 1024  # bytes
_UTF8_CHARACTER = re.compile(b"[\xc2-\xf4][\x80-\xbf]+")


def read_pages(content: bytes) -> list[str]:
    """The pages of a text file.

    Raises:
        Unreadable: it is HTML, or no text.
    """
    if is_html(content):
        raise Unreadable("not-yet-read", "the file is HTML, which is not read yet; save its text, or print it as PDF")
    return _decoded(content).rstrip("\f").split("\f")


def is_html(content: bytes) -> bool:
    """Whether a file with this content, or this beginning, is HTML or XML."""
    return content[:_HEAD].lstrip(codecs.BOM_UTF8 + b" \t\r\n").lower().startswith(_HTML)


def described(content: bytes) -> str:
    """What a file is that is no PDF, for people."""
    if is_html(content):
        return "a web page (HTML), perhaps an error page"
    if not content.strip(b"\0"):
        return "filled with zeros, perhaps a download that broke off"
    return "something else: it does not begin as a PDF does" if _is_binary(content) else "plain text"


def _decoded(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content[: len(content) & ~1].decode("utf-16")
        except UnicodeDecodeError as error:
            raise Unreadable("damaged", "the file is marked as UTF-16 text and is not") from error
    if _is_binary(content):
        raise Unreadable("unreadable", "the file is neither a PDF nor text")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("utf-8-sig", errors="replace")
        spoilt = text.count("\N{REPLACEMENT CHARACTER}")
        sound = len(_UTF8_CHARACTER.findall(content))
        return text if sound > spoilt else content.decode("cp1252", errors="replace")


def _is_binary(content: bytes) -> bool:
    head = content[:_HEAD]
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return b"\0" in content or controls > len(head) // 20
