"""PDF."""

import pytest

from councilgraph.documents.errors import Unreadable
from councilgraph.documents.pdf import MOST_PAGES, is_cut_short, is_pdf, read_pages

from .pdfs import WORDS, assembled, image_pdf, many_pages_pdf, stream, text_pdf, truncations

PAGES = [f"Page {number}. {WORDS}" for number in range(1, 7)]
ENOUGH = 1_000_000


def code_of(content: bytes, most_text: int = ENOUGH) -> str:
    with pytest.raises(Unreadable) as caught:
        read_pages(content, most_text)
    return caught.value.problem.code


def test_pages_in_order() -> None:
    assert read_pages(text_pdf(*PAGES), ENOUGH) == PAGES


def test_a_header_after_a_little_rubbish_is_a_header() -> None:
    content = text_pdf(*PAGES)
    assert is_pdf(b"\r\n" * 400 + content)
    assert not is_pdf(b" " * 1024 + content)


def test_locked_with_a_password() -> None:
    assert code_of(text_pdf(password="harbour")) == "encrypted"


@pytest.mark.parametrize("share", [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 0.99, 0.998])
def test_cut_short_at_any_length(share: float) -> None:
    (cut,) = truncations(text_pdf(*PAGES), [share])
    assert code_of(cut) == "damaged"


def test_cut_short_after_a_part_that_ends_like_a_whole_file() -> None:
    """As files are that were saved twice, or are arranged for the web: the first pages can be read all by themselves."""
    cut = text_pdf(*PAGES) + b"\n99 0 obj\n<< /Type /Page"
    assert is_cut_short(cut)
    assert code_of(cut) == "damaged"


def test_rubbish_after_the_end_does_no_harm() -> None:
    content = text_pdf(*PAGES) + b"\n<!-- served by a proxy -->" * 500
    assert not is_cut_short(content)
    assert read_pages(content, ENOUGH) == PAGES


def test_a_picture_has_pages_and_no_text() -> None:
    assert read_pages(image_pdf(), ENOUGH) == [""]


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.4\n" + bytes(range(256)) * 40])
def test_rubbish_with_a_header(content: bytes) -> None:
    assert code_of(content) == "damaged"


def test_no_page_at_all() -> None:
    assert (
        code_of(assembled(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")) == "damaged"
    )


def test_a_page_that_is_missing() -> None:
    content = assembled(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>", stream(b"")
    )
    assert code_of(content) == "damaged"


def test_too_many_pages() -> None:
    assert code_of(many_pages_pdf(MOST_PAGES + 1)) == "too-large"


def test_too_much_text_is_noticed_before_all_of_it_is_read() -> None:
    assert code_of(text_pdf(*PAGES), most_text=len(PAGES[0]) + 1) == "too-large"
