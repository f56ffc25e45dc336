"""What somebody may have meant."""

import pytest

from councilgraph.near import all_nearest, nearest, unknown


@pytest.mark.parametrize(
    ("text", "known", "meant"),
    [
        ("Godo", ["Good", "Outstanding"], "Good"),
        (
            "requires improvment",
            ["Inadequate", "Requires improvement to be good", "Requires improvement"],
            "Requires improvement",
        ),
        ("Inspektion dat", ["Inspection date", "Inspection"], "Inspection date"),
        ("East Sussex", ["West Sussex"], None),
        ("end", ["and"], None),
        ("Hull", [], None),
        ("", ["Good"], None),
    ],
)
def test_what_a_slip_of_the_pen_can_have_made(text: str, known: list[str], meant: str | None) -> None:
    assert nearest(text, known) == meant


def test_names_that_are_equally_near_are_all_told_and_the_same_case_is_nearer() -> None:
    assert all_nearest("Goode", ["goods", "Goods", "Goody"]) == ["Goods", "Goody"]


def test_an_unknown_name_meets_those_like_it_and_what_lists_them() -> None:
    error = unknown("query", "ispections", ["inspections", "people"], "councilgraph queries")
    assert (error.message, error.hint) == (
        "no query “ispections”",
        "Did you mean inspections? `councilgraph queries` lists them all.",
    )
    assert unknown("query", "xyz", ["people"], "councilgraph queries").hint == "`councilgraph queries` lists them all."
