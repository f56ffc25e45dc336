"""A file to a document with its normalised text, or to a problem that says why there is none.

What a file is decides its content, not its name. Nothing here raises on a bad file.
"""

import hashlib
from pathlib import Path

from councilgraph.documents import pdf, plain
from councilgraph.documents.errors import Unreadable
from councilgraph.documents.normalise import VERSION, normalise
from councilgraph.documents.sources import Source
from councilgraph.model import Document, Problem

LARGEST_FILE = 200 << 20  # bytes
LONGEST_TEXT = 20_000_000  # code points
_HEAD = 1024  # bytes; readers of PDF look for the header in so many (ISO 32000-1, annex H.3.4.1)
_LEAST_LETTERS = 20


def read(source: Source) -> tuple[Document, Problem | None]:
    """The document in a file, with its text unless there is a problem."""
    sha = source.sha256()
    row = source.row
    document = Document(
        id="",
        path=source.name,
        sha256=sha or "",
        title=row.title if row else None,
        publisher=row.publisher if row else None,
        published=row.published if row else None,
        url=row.url if row else None,
        licence=row.licence if row else None,
    )
    problem = None
    try:
        _read_text(source.path, document)
    except Unreadable as why:
        problem = why.problem
    document.id = _id(source, document)
    return document, problem


def _read_text(path: Path, document: Document) -> None:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise Unreadable("unreadable", f"the file cannot be opened: {error.strerror}") from error
    if not head:
        raise Unreadable("unreadable", "the file is empty")
    is_pdf = pdf.is_pdf(head)
    if path.suffix.lower() == ".pdf" and not is_pdf:
        raise Unreadable("not-a-pdf", f"the file is named as a PDF and is {plain.described(head)}")
    if size > LARGEST_FILE:
        raise Unreadable("too-large", f"the file has {size >> 20} MB; the limit is {LARGEST_FILE >> 20} MB")
    pages = pdf.read_pages(path) if is_pdf else plain.read_pages(path, head)
    document.media_type = pdf.MEDIA_TYPE if is_pdf else plain.MEDIA_TYPE
    document.reader = pdf.READER if is_pdf else plain.READER
    document.pages = len(pages)
    if sum(map(len, pages)) > LONGEST_TEXT:
        raise Unreadable("too-large", f"the text is longer than {LONGEST_TEXT:,} characters")
    text = normalise(pages)
    if sum(map(str.isalpha, text)) < _LEAST_LETTERS:
        raise Unreadable("no-text", "the file holds no text; if it is a scan, run text recognition (OCR) over it first")
    document.text, document.normaliser = text, VERSION
    document.text_sha256 = hashlib.sha256(text.encode()).hexdigest()


def _id(source: Source, document: Document) -> str:
    """The document's identity: the manifest's id, else its URL, else publisher and manifest path, else its text."""
    row = source.row
    if row:
        return row.id or row.url or f"{row.publisher or 'unknown'}: {row.path}"
    return (
        f"sha256-{(document.text_sha256 or document.sha256 or hashlib.sha256(source.name.encode()).hexdigest())[:16]}"
    )
