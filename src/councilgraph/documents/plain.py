"""Plain text to pages: UTF-8, UTF-16 with its mark, else Windows-1252; a form feed ends a page.

A text that is UTF-8 but for a few bytes, such as one cut off within a character, is read as UTF-8.
"""

import codecs
import re

from councilgraph.documents.errors import Unreadable

READER = "text-1"
MEDIA_TYPE = "text/plain"

# How a page begins (MIME Sniffing Standard, section 7.1); what is XML is one only if it says so.
_HTML = re.compile(
    r"<(?:!doctype html|!--|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta|main|article)[\s>]"
    r"|<!--",
    re.IGNORECASE,
)
_HEAD = 1024  # bytes
_UTF8_CHARACTER = re.compile(b"[\xc2-\xf4][\x80-\xbf]+")


def read_pages(content: bytes) -> list[str]:
    """The pages of a text file.

    Raises:
        Unreadable: it is XML, or no text.
    """
    if _begins(content).startswith("<?xml"):
        raise Unreadable("not-yet-read", "the file is XML, which is not read; save its text, or print it as PDF")
    return decoded(content).rstrip("\f").split("\f")


def is_html(content: bytes) -> bool:
    """Whether a file with this content, or this beginning, is a web page."""
    head = _begins(content)
    return bool(_HTML.match(head) or (head.startswith("<?xml") and "<html" in head.lower()))


def _begins(content: bytes) -> str:
    """The first characters, without white space before them."""
    head = content[:_HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[: len(head) & ~1].decode("utf-16", errors="replace").lstrip()
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1").lstrip()


def described(content: bytes) -> str:
    """What a file is that is no PDF, for people."""
    if is_html(content):
        return "a web page (HTML), perhaps an error page"
    if not content.strip(b"\0"):
        return "filled with zeros, perhaps a download that broke off"
    return "something else: it does not begin as a PDF does" if _is_binary(content) else "plain text"


def decoded(content: bytes) -> str:
    """A file's characters.

    Raises:
        Unreadable: it is no text.
    """
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
