"""PDF to pages of text, in reading order, with PDFium."""

from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from councilgraph.documents.errors import Unreadable

READER = f"pypdfium2-{'.'.join(pdfium.PYPDFIUM_INFO.version.split('.')[:2])}"
"""The reader with its minor version, to which it is pinned: other versions give other texts."""

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 5_000


def is_pdf(head: bytes) -> bool:
    """Whether a file that begins so says that it is a PDF."""
    return b"%PDF-" in head


def read_pages(path: Path) -> list[str]:
    """The text of each page, as PDFium orders it.

    Raises:
        Unreadable: the file is locked, damaged or has too many pages.
    """
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise _why(error) from error
    try:
        if len(document) > MOST_PAGES:
            raise Unreadable("too-large", f"the file has {len(document):,} pages; the limit is {MOST_PAGES:,}")
        if not len(document):
            raise Unreadable("damaged", "the file has no pages that can be found")
        return [_text(document, index) for index in range(len(document))]
    except pdfium.PdfiumError as error:
        raise Unreadable("damaged", "the file is cut short or broken: a page cannot be read") from error
    finally:
        document.close()


def _text(document: pdfium.PdfDocument, index: int) -> str:
    page = document[index]
    try:
        text_page = page.get_textpage()
        try:
            return str(text_page.get_text_range())
        finally:
            text_page.close()
    finally:
        page.close()


def _why(error: pdfium.PdfiumError) -> Unreadable:
    code = getattr(error, "err_code", None)
    if code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
        return Unreadable("encrypted", "the file is locked with a password; save a copy without one")
    return Unreadable("damaged", "the file is cut short or broken; fetch it again")
