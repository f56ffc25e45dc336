"""PDF to pages of text, in reading order, with PDFium."""

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from councilgraph.documents.errors import Unreadable

READER = f"pypdfium2-{'.'.join(pdfium.PYPDFIUM_INFO.version.split('.')[:2])}"
"""The reader with its minor version, to which it is pinned: other versions give other texts."""

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 5_000

_END = b"%%EOF"


def is_pdf(content: bytes) -> bool:
    """Whether a file with this content, or this beginning, says that it is a PDF."""
    return b"%PDF-" in content[:1024]  # where readers look for it (ISO 32000-1, annex H.3.4.1)


def read_pages(content: bytes, most_text: int) -> list[str]:
    """The text of each page, as PDFium orders it.

    Args:
        most_text: code points at which reading stops.

    Raises:
        Unreadable: the file is locked, damaged, cut short, or has too many pages or too much text.
    """
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise _why(error) from error
    try:
        if is_cut_short(content):
            raise Unreadable("damaged", "the file is cut short, its last pages may be missing; fetch it again")
        if len(document) > MOST_PAGES:
            raise Unreadable("too-large", f"the file has {len(document):,} pages; the limit is {MOST_PAGES:,}")
        pages: list[str] = []
        length = 0
        for index in range(len(document)):
            pages.append(_text(document, index))
            length += len(pages[-1])
            if length > most_text:
                raise Unreadable("too-large", f"the text is longer than {most_text:,} characters")
        return pages
    except pdfium.PdfiumError as error:
        raise Unreadable("damaged", "the file is broken: a page cannot be read; fetch it again") from error
    finally:
        document.close()


def is_cut_short(content: bytes) -> bool:
    """Whether the end of a PDF is missing: PDFium makes do with what is left, and says nothing of it.

    A PDF ends with a marker (ISO 32000-1, section 7.5.5), which an early part may have as well; what follows the last
    one must not be further objects.
    """
    end = content.rfind(_END)
    return end < 0 or b" obj" in content[end:]


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
    if error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
        return Unreadable("encrypted", "the file is locked with a password; save a copy without one")
    return Unreadable("damaged", "the file is cut short or broken; fetch it again")
