"""The normalised text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.documents.normalise import PAGE_BREAK, normalise

PAGES = st.lists(st.text(), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("safe\x02\r\nguarding", "safe-\nguarding"),
        ("safe\u00ad\nguarding", "safe-\nguarding"),
        ("soft\u00adhyphen", "softhyphen"),
        ("a\u00a0b\tc\u2009d", "a b c d"),
        ("\ufeffzero\u200bwidth\x00", "zerowidth"),
        ("cafe\u0301", "café"),
        ("ends  \nhere ", "ends\nhere"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("a\n \n \nb", "a\n\nb"),
        ("a form\ffeed in a page", "a formfeed in a page"),
        ("half \ud800 a pair", "half  a pair"),
    ],
)
def test_version_1(printed: str, normal: str) -> None:
    assert normalise([printed]) == normal


@given(PAGES)
def test_what_is_normal_stays_so(pages: list[str]) -> None:
    text = normalise(pages)
    assert normalise(text.split(PAGE_BREAK)) == text
    assert unicodedata.is_normalized("NFC", text)
    assert text.encode().decode() == text
    assert " \n" not in text and "\n\n\n" not in text


@given(PAGES)
def test_pages_are_parted_by_form_feeds_and_each_is_normalised_alone(pages: list[str]) -> None:
    assert normalise(pages).split(PAGE_BREAK) == [normalise([page]) for page in pages]


def test_a_long_run_of_spaces_costs_no_more_than_its_length() -> None:
    """Were it the square of the length, this would not end today."""
    assert normalise([" " * 2_000_000 + "x"]).endswith(" x")
