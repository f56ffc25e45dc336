"""PDF to pages of text, in reading order, with PDFium."""

from pathlib import Path

import pypdfium2 as pdfium

READER = "pdf-1"


def read_pages(path: Path) -> list[str]:
    """The text of each page, as PDFium orders it."""
    document = pdfium.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
