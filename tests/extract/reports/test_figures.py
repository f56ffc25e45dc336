"""Figures about the children of an area."""

import pytest

from councilgraph.extract.reports.figures import read_figures
from councilgraph.extract.words import load
from councilgraph.model import Inspection, Statistic

from ..eastvale import report
from ..northmere import assert_span, reading, record

INSPECTION = Inspection("i1", "Eastvale", start="2015-02-03")


def figures(*rows: str) -> list[Statistic]:
    found = reading(*rows)
    statistics = read_figures(found, INSPECTION, range(len(found.lines)))
    for span in (span for one in statistics for span in one.evidence):
        assert_span(span, found.text)
    return statistics


def told(*rows: str) -> list[tuple[str, float, str | None]]:
    return [(one.measure, one.value, one.period) for one in figures(*rows)]


def test_the_population_and_its_share() -> None:
    rows = (
        "Approximately 12,340 children and young people under the age of 18 years live in Eastvale.",
        "This is 21.5% of the total population in the area.",
    )
    population, share = figures(*rows)
    assert (population.measure, population.value, population.unit_kind) == ("child-population", 12340, "children")
    assert (population.council, population.qualifier) == ("Eastvale", "approximate")
    assert (share.measure, share.value, share.unit_kind, share.qualifier) == (
        "child-population-share",
        21.5,
        "percent",
        "exact",
    )


def test_a_figure_of_england_beside_it_is_of_england() -> None:
    ours, theirs = figures(
        "Children and young people from minority ethnic groups account for 7% of all children living in the area, "
        "compared with 22% in the country as a whole."
    )
    assert (ours.council, ours.place, ours.value) == ("Eastvale", None, 7)
    assert (theirs.council, theirs.place, theirs.value) == (None, "England", 22)
    assert ours.measure == theirs.measure


def test_days_rates_and_what_was_before() -> None:
    assert told(
        "■ At 3 February 2015, 120 children were being looked after (a rate of 61 per 10,000 children). "
        "This is an increase from 100 (51 per 10,000 children) at 31 March 2014.",
    ) == [
        ("children-in-care", 120, "2015-02-03"),
        ("children-in-care-rate", 61, "2015-02-03"),
        ("children-in-care", 100, "2014-03-31"),
        ("children-in-care-rate", 51, "2014-03-31"),
    ]


def test_what_a_figure_of_before_is_of_stands_in_its_evidence() -> None:
    *_, before = figures(
        "At 3 February 2015, 31 children were the subject of a child protection plan. "
        "This is a reduction from 40 at 31 March 2014."
    )
    assert before.value == 40
    assert [span.quote.split()[0] for span in before.evidence] == ["At", "This"]


def test_parts_of_a_whole() -> None:
    rows = (
        "■ At 3 February 2015, 120 children were being looked after. Of this number:",
        "− 45 (or 37.5%) live outside the local authority area",
        "− seven live in residential children’s homes",
        "− 96 live with foster families",
    )
    whole, *parts = figures(*rows)
    assert [(one.measure, one.value) for one in parts] == [
        ("children-in-care-out-of-area", 45),
        ("children-in-care-in-residential-homes", 7),
        ("children-in-care-in-foster-care", 96),
    ]
    assert {(one.population, one.subset_of, one.period) for one in parts} == {(120, "children-in-care", "2015-02-03")}
    assert whole.population is None


def test_the_last_twelve_months_end_when_the_inspection_begins() -> None:
    assert told(
        "■ In the last 12 months:",
        "− there have been nine adoptions",
        "− four children became subject of special guardianship orders",
        "− 51 children ceased to be looked after",
    ) == [
        ("adoptions", 9, "P12M/2015-02-03"),
        ("special-guardianship-orders", 4, "P12M/2015-02-03"),
        ("children-who-ceased-to-be-looked-after", 51, "P12M/2015-02-03"),
    ]


def test_a_lead_holds_no_longer_than_its_list() -> None:
    assert told(
        "Of these:",
        "− seven live in residential children’s homes",
        "■ At 3 February 2015, 31 children are looked after.",
        "− seven live in residential children’s homes",
    ) == [("children-in-care-in-residential-homes", 7, None), ("children-in-care", 31, "2015-02-03")]


@pytest.mark.parametrize(
    "row",
    [
        "Many children and young people under the age of 18 years live in Eastvale.",
        "Inspectors spoke with 31 children who are looked after.",
        "there have been nine adoptions",
        "The harbour has 120 boats, which is 30% of the boats of the country.",
    ],
)
def test_what_is_no_figure_of_ours(row: str) -> None:
    assert told(row) == []


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("", "exact"),
        ("About ", "approximate"),
        ("Over ", "more-than"),
        ("At least ", "at-least"),
        ("Up to ", "at-most"),
    ],
)
def test_qualifiers(words: str, qualifier: str) -> None:
    (one,) = figures(f"{words}9,000 children and young people under the age of 18 live in Eastvale.")
    assert one.qualifier == qualifier


def test_figures_of_a_report_are_read_where_it_tells_of_its_area() -> None:
    told = "Approximately 9,000 children and young people under the age of 18 years live in Eastvale."
    found = record(report(area=f"The local authority\nChildren living in this area\n{told}"))
    assert [(one.measure, one.value) for one in found.statistics] == [("child-population", 9000)]
    assert record(report(summary=f"Executive summary\n{told}")).statistics == []


def test_every_lead_that_a_figure_stands_under_is_known() -> None:
    words = load("figures")
    assert {row["under"] for row in words["figures"] if "under" in row} == set(words["leads"])
    measures = {row["measure"] for row in words["figures"]}
    assert {row["of"] for row in words["figures"] if "of" in row} <= measures
