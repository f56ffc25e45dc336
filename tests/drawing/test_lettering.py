"""How wide words are, and how they are broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from councilgraph.drawing.lettering import shortened, width, wrapped

LATIN = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40)


@given(LATIN)
def test_widths_are_those_of_helvetica(text: str) -> None:
    assert width(text, 10) == pytest.approx(stringWidth(text, "Helvetica", 10))


@given(st.text(max_size=60), st.floats(20, 200), st.integers(0, 3))
def test_every_line_fits(text: str, room: float, lines: int) -> None:
    found = wrapped(text, 10, room, lines=lines)
    assert all(width(line, 10) <= room for line in found)
    assert not lines or len(found) <= lines


@given(LATIN)
def test_no_word_is_lost_where_there_is_room(text: str) -> None:
    assert " ".join(wrapped(text, 10, 500)).split() == text.split()


def test_what_is_cut_says_so() -> None:
    assert shortened("Westmarch County Council", 10, 60) == "Westmarch…"
    assert wrapped("one two three four five six", 10, 40, lines=2) == ["one two", "…five six"]
    assert wrapped("one incomprehensibilities", 10, 40, lines=2) == ["one", "incomp…"]
