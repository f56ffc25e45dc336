"""A figure as PNG: its PDF, drawn by pdfium, which has fonts of its own; so it looks alike on every machine."""

from io import BytesIO

from councilgraph.drawing import pdf
from councilgraph.drawing.figure import Figure

# Pixels a unit, fit for print, and the longest side that programs take without trouble.
_SCALE = 3.0
_LONGEST = 10_000


def content(figure: Figure) -> bytes:
    """The bytes of the file.

    Raises:
        UsageError: what draws it is not installed.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf.content(figure))
    try:
        scale = min(_SCALE, _LONGEST / max(figure.width, figure.height))
        image = document[0].render(scale=scale).to_pil()
        out = BytesIO()
        image.save(out, "PNG", dpi=(72 * scale, 72 * scale), optimize=True)
        return out.getvalue()
    finally:
        document.close()
