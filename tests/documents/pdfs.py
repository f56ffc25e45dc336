"""PDFs for tests: sound ones set by reportlab, and hostile ones put together by hand."""

import zlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

WORDS = "The committee of Northmere met on a wet Tuesday and spoke about the harbour wall."


def text_pdf(*pages: str, password: str | None = None) -> bytes:
    """A PDF with a line of text a page.

    Args:
        password: needed to open it.
    """
    out = BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=0, encrypt=password)
    for page in pages or (WORDS,):
        canvas.drawString(72, 700, page)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def image_pdf() -> bytes:
    """A PDF whose only page is a picture, as a scan is."""
    picture = BytesIO()
    Image.new("L", (64, 64), 128).save(picture, "PNG")
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.drawImage(ImageReader(picture), 0, 0, 500, 700)
    canvas.save()
    return out.getvalue()


def assembled(*objects: bytes) -> bytes:
    """A PDF of objects, the first of which is the catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        table,
        size,
        out.rindex(b"endobj") + 7,
    )
    return bytes(out)


def stream(content: bytes, head: bytes = b"", *, compressed: bool = False) -> bytes:
    """A stream object."""
    if compressed:
        content, head = zlib.compress(content, 9), head + b" /Filter /FlateDecode"
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(content), content)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def one_page(content: bytes, resources: bytes, *more: bytes) -> bytes:
    """A PDF of one page; further objects are numbered from 6, the font is 5."""
    return assembled(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> %s >> >>"
        % resources,
        content,
        FONT,
        *more,
    )


def endless_pdf() -> bytes:
    """Forms within forms, ten of the next in each: a small file that takes a reader longer than anybody waits."""
    depth = 12
    forms = []
    for level in range(depth):
        number = 6 + level
        if level == depth - 1:
            body, inner = b"BT /F 9 Tf 9 9 Td (again and again) Tj ET", b"/Font << /F 5 0 R >>"
        else:
            body, inner = b"/X Do " * 10, b"/XObject << /X %d 0 R >>" % (number + 1)
        forms.append(stream(body, b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << %s >>" % inner))
    return one_page(stream(b"/X Do"), b"/XObject << /X 6 0 R >>", *forms)


def bomb_pdf(text_shown: int) -> bytes:
    """A few kilobytes that unpack to so many letters of text, and far more instructions."""
    line = b"BT /F 9 Tf 9 9 Td (" + b"harbour wall " * 100 + b") Tj ET\n"
    return one_page(stream(line * (text_shown // 1300 + 1), compressed=True), b"")


def swollen_pdf(size: int) -> bytes:
    """A PDF whose one page unpacks to so many bytes, all of them blank: one packed block again and again."""
    pack = zlib.compressobj()
    block = 1 << 24
    packed = pack.compress(b"\n" * block) + pack.flush(zlib.Z_FULL_FLUSH)
    content = packed[:2] + packed[2:] * (size // block) + pack.flush()
    return one_page(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content), b"")


def many_pages_pdf(pages: int) -> bytes:
    """A PDF with so many pages, all with the same words."""
    kids = b" ".join(b"%d 0 R" % (5 + index) for index in range(pages))
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>"
    )
    return assembled(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
        stream(b"BT /F 9 Tf 9 9 Td (" + WORDS.encode() + b") Tj ET"),
        FONT,
        *[page] * pages,
    )


def write(path: Path, content: bytes) -> Path:
    """Write a file, its folders included."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def truncations(content: bytes, shares: Sequence[float]) -> list[bytes]:
    """The beginning of a file, cut at shares of its length."""
    return [content[: int(len(content) * share)] for share in shares]
