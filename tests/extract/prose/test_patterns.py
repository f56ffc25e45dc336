"""Tests of the patterns of word lists."""

import pytest

from councilgraph.extract.prose.patterns import compiled, spaced


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("peer review", "a PEER\n   Review"),
        ("case ?load", "caseload"),
        ("case ?load", "case  load"),
        ("asylum[ -]seeking", "asylum-seeking"),
        (r"escaped\ space", "escaped space"),
    ],
)
def test_a_space_is_any_white_space(pattern: str, text: str) -> None:
    assert compiled(pattern).search(text)


def test_a_class_keeps_its_space() -> None:
    assert spaced("[ -]x y") == r"[ -]x\s+y"
