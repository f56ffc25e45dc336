"""A file to a document with its normalised text, or to a problem that says why there is none.

What a file is decides its content, not its name. Nothing here raises on a bad file.
"""

import hashlib
from itertools import islice
from types import ModuleType

from councilgraph.documents import html, pdf, plain
from councilgraph.documents.errors import Unreadable
from councilgraph.documents.files import LARGEST, opened
from councilgraph.documents.normalise import VERSION, normalise
from councilgraph.documents.sources import Source
from councilgraph.model import Document, Problem

LONGEST_TEXT = 20_000_000  # code points
_LEAST_LETTERS = 20


def read(source: Source) -> tuple[Document, Problem | None]:
    """The document in a file, with its text unless there is a problem; its ``sha256`` is empty if it cannot be opened."""
    row = source.row
    document = Document(
        id="",
        path=source.name,
        sha256="",
        title=row.title if row else None,
        publisher=row.publisher if row else None,
        published=row.published if row else None,
        url=row.url if row else None,
        licence=row.licence if row else None,
    )
    problem = None
    try:
        with opened(source.path) as file:
            content = file.read(LARGEST)
        document.sha256 = hashlib.sha256(content).hexdigest()
        _read_text(content, source.path.suffix.lower(), document)
    except Unreadable as why:
        problem = why.problem
    document.id = _id(source, document)
    return document, problem


def _read_text(content: bytes, suffix: str, document: Document) -> None:
    if not content:
        raise Unreadable("damaged", "the file is empty; fetch it again")
    is_pdf = pdf.is_pdf(content)
    if suffix == ".pdf" and not is_pdf:
        raise Unreadable("not-a-pdf", f"the file is named as a PDF and is {plain.described(content)}")
    if is_pdf:
        kind: ModuleType = pdf
        pages = pdf.read_pages(content, LONGEST_TEXT)
    elif plain.is_html(content):
        kind = html
        pages = [_page(content, document)]
    else:
        kind = plain
        pages = plain.read_pages(content)
    document.media_type, document.reader = kind.MEDIA_TYPE, kind.READER
    document.pages = len(pages)
    if sum(map(len, pages)) > LONGEST_TEXT:
        raise Unreadable("too-large", f"the text is longer than {LONGEST_TEXT:,} characters")
    text = normalise(pages)
    if len(list(islice(filter(str.isalpha, text), _LEAST_LETTERS))) < _LEAST_LETTERS:
        raise Unreadable("no-text", "the file holds no text; if it is a scan, run text recognition (OCR) over it first")
    document.text, document.normaliser = text, VERSION
    document.text_sha256 = hashlib.sha256(text.encode()).hexdigest()


def _page(content: bytes, document: Document) -> str:
    """The text of a web page, which also tells of the document what the manifest does not."""
    page = html.read_page(content)
    for name, value in page.data.items():
        if getattr(document, name) is None:
            setattr(document, name, value)
    return page.text


def _id(source: Source, document: Document) -> str:
    """The document's identity: the manifest's id, else its URL, else publisher and manifest path, else its text."""
    row = source.row
    if row and row.id:
        return row.id
    if document.url:
        return document.url
    if row:
        return f"{document.publisher or 'unknown'}: {row.path}"
    return (
        f"sha256-{(document.text_sha256 or document.sha256 or hashlib.sha256(source.name.encode()).hexdigest())[:16]}"
    )
