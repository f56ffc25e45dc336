"""One type for an attribute, and what is done to reach it."""

from collections import Counter
from datetime import date
from math import inf, nan

import pytest

from councilgraph.export.survey import CONTROL, ENDLESS, JOINED, LARGE, MIXED, TINY, Cell, Column, clean, survey
from councilgraph.projection.model import Values


def cells(given: list[Values], *, lists: bool) -> list[Cell | None]:
    found = survey(given, lists=lists)
    return [found.convert(values) if found.convert else values for values in given]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("given", "kind", "written", "coerced"),
    [
        (["a", "b"], "text", ["a", "b"], {}),
        ([1, 2], "whole", [1, 2], {}),
        ([True, False], "truth", [True, False], {}),
        ([date(2019, 2, 4)], "day", ["2019-02-04"], {}),
        ([1, 2.5], "number", [1.0, 2.5], {}),
        ([1.5, nan, inf], "number", [1.5, None, None], {ENDLESS: 2}),
        ([5e-324, 0.5], "number", [0.0, 0.5], {TINY: 1}),
        ([1, True], "text", ["1", "true"], {MIXED: 2}),
        (["a", date(2019, 2, 4), 2.0], "text", ["a", "2019-02-04", "2.0"], {MIXED: 3}),
        ([2**53 - 1], "whole", [2**53 - 1], {}),
        ([2**53, 1], "text", ["9007199254740992", "1"], {LARGE: 1}),
        (["a\x00b", "c"], "text", ["a\ufffdb", "c"], {CONTROL: 1}),
        ([], "text", [], {}),
    ],
)
def test_one_type_over_all(given: list[Values], kind: str, written: list[Cell | None], coerced: dict[str, int]) -> None:
    for lists in (True, False):
        found = survey(given, lists=lists)
        assert (found.column, found.coerced) == (Column(kind), Counter(coerced))
        assert [(type(cell), cell) for cell in cells(given, lists=lists)] == [(type(cell), cell) for cell in written]


def test_several_values_are_a_list_or_one_text() -> None:
    given: list[Values] = [(1, 2), 3]
    assert survey(given, lists=True).column == Column("whole", several=True)
    assert cells(given, lists=True) == [[1, 2], [3]]
    assert survey(given, lists=False).column == Column("text")
    assert survey(given, lists=False).coerced == {JOINED: 1}
    assert cells(given, lists=False) == ["1; 2", "3"]


def test_of_several_values_those_that_are_not_finite_go() -> None:
    assert cells([(nan, 1.5), (inf, nan)], lists=True) == [[1.5], None]


def test_what_xml_can_hold_stays() -> None:
    for text in ("tab\tline\nreturn\r", "\x7f\x85", "שלום", "𝔘👩‍👧", "\ue000\ufffd"):
        assert clean(text) == text
    assert clean("\x00\x0b\ud800\ufffe") == "\ufffd" * 4
