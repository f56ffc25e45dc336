"""Web pages, as files: the text of the article and what the page says of itself. Nothing is fetched and no script is run.

The encoding is that of the byte order mark, else the one that the page names, else UTF-8 if that fits, else Windows-1252
(HTML Standard, "determining the character encoding", without guessing by frequency: that would change with a library).
A page that names Windows-1252, as it also does by Latin-1, may have been saved as UTF-8 since.
"""

import codecs
import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

from councilgraph.documents import plain
from councilgraph.documents.errors import Unreadable
from councilgraph.documents.web_data import page_data
from councilgraph.documents.web_text import main_text, words

READER = "html-1"
MEDIA_TYPE = "text/html"
LARGEST = 20 << 20
"""Bytes that a page may have."""
DEEPEST = 2_000
"""How many elements may be open in one another: the parser's time grows with the square."""

_LEAST_LETTERS = 20
_HEAD = 1024  # bytes within which a page names its encoding
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHARSET = re.compile(rb"""<meta[^>]+?charset\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
# Names under which the Encoding Standard means Windows-1252.
_WINDOWS = frozenset({"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "windows-1252", "cp1252"})
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its text, and by field of a document what it says of itself."""

    text: str
    data: dict[str, str] = field(default_factory=dict)


def read_page(content: bytes) -> Page:
    """The text of a page and what it says of itself.

    Raises:
        Unreadable: the page is too large or nests too deeply, or has no text of its own.
    """
    if len(content) > LARGEST:
        raise Unreadable("too-large", f"the page has {len(content) >> 20} MB; the limit is {LARGEST >> 20} MB")
    source = decoded(content)
    if _is_too_deep(source):
        raise Unreadable("too-large", f"more than {DEEPEST:,} elements of the page lie in one another")
    page = LexborHTMLParser(source)
    data = page_data(page)
    has_frames, has_scripts = page.css_first("frameset, frame") is not None, page.css_first("script") is not None
    text = main_text(page)
    if sum(map(str.isalpha, text)) < _LEAST_LETTERS:
        if has_frames:
            raise Unreadable("no-text", "the page is a set of frames; save the page that is in the frame")
        if has_scripts:
            raise Unreadable("no-text", "the page makes its text with scripts; print it as PDF, or save its text")
        raise Unreadable("no-text", "the page holds no text")
    return Page(text, data)


def decoded(content: bytes) -> str:
    """A page's characters.

    Raises:
        Unreadable: it is no text.
    """
    named = _CHARSET.search(content[:_HEAD])
    name = named[1].decode("ascii", "replace").lower() if named else ""
    if name and not content.startswith(_MARKS) and not name.startswith("utf") and name not in _WINDOWS:
        try:
            return content.decode(name, errors="replace")
        except LookupError:
            pass
    return plain.decoded(content)


def _is_too_deep(source: str) -> bool:
    depth, unclosed = 0, frozenset(words()["elements"]["unclosed"])
    for tag in _TAG.finditer(source):
        if tag[2].lower() not in unclosed:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            if depth > DEEPEST:
                return True
    return False
