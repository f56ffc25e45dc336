"""Figures as files, read as others read them."""

from io import BytesIO
from xml.etree import ElementTree

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from councilgraph.drawing import Figure, content
from councilgraph.drawing.figure import Circle, Path, Rectangle, Words
from councilgraph.errors import UsageError

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def figure() -> Figure:
    drawn = Figure(200, 100, "Harrowby <grades>", "Two tiles & a line")
    drawn.add(
        Rectangle(10, 10, 50, 50, "#d55e00", tip="first"),
        Circle(150, 40, 20, "#0072b2", key="council/a"),
        Path(((60, 40), (130, 40)), "#000000", 2.0, bend=(95, 10), key="edge-1"),
        Words(100, 90, "Łódź – naïve “quotes”", halo=True, anchor="middle"),
        Words(100, 80, "Harrowby", bold=True, link="https://example.org/a?b&c"),
    )
    return drawn


def test_svg_says_in_words_what_it_is_and_loads_nothing(figure: Figure) -> None:
    drawn = content(figure, ".svg")
    root = ElementTree.fromstring(drawn)
    assert root.findtext(f"{SVG}title") == "Harrowby <grades>"
    assert root.findtext(f"{SVG}desc") == "Two tiles & a line"
    assert [element.get("data-id") for element in root.iter() if element.get("data-id")] == ["council/a", "edge-1"]
    assert not {element.tag.removeprefix(SVG) for element in root.iter()} & {"script", "image", "style", "use", "font"}
    assert "Łódź – naïve “quotes”" in [element.text for element in root.iter(f"{SVG}text")]


@given(st.text(max_size=30))
def test_any_words_make_an_svg_that_is_well_formed(text: str) -> None:
    drawn = Figure(10, 10, text, text, [Words(0, 0, text), Circle(1, 1, 1, "#ffffff", tip=text)])
    root = ElementTree.fromstring(content(drawn, ".svg"))
    assert len(root.findtext(f"{SVG}title") or "") <= len(text)


def test_pdf_is_one_page_with_its_words(figure: Figure) -> None:
    document = pypdfium2.PdfDocument(content(figure, ".pdf"))
    assert len(document) == 1
    assert document[0].get_size() == (200, 100)
    words = document[0].get_textpage().get_text_range()
    assert "naïve" in words and "Harrowby" in words
    assert document.get_metadata_dict()["Title"] == "Harrowby <grades>"


def test_png_has_the_colours_at_their_places(figure: Figure) -> None:
    image = Image.open(BytesIO(content(figure, ".png"))).convert("RGB")
    assert image.size == (600, 300)
    assert image.getpixel((35 * 3, 35 * 3)) == (0xD5, 0x5E, 0x00)
    assert image.getpixel((150 * 3, 40 * 3)) == (0x00, 0x72, 0xB2)
    assert image.getpixel((3, 3)) == (255, 255, 255)


@pytest.mark.parametrize("suffix", [".svg", ".pdf", ".png"])
def test_the_same_figure_is_the_same_bytes(figure: Figure, suffix: str) -> None:
    assert content(figure, suffix) == content(figure, suffix.upper())


def test_an_unknown_suffix_is_refused(figure: Figure) -> None:
    with pytest.raises(UsageError, match=r"\.bmp"):
        content(figure, ".bmp")
