"""What front pages state, for all kinds of report."""

import pytest

from councilgraph.model import Problem

from ..eastvale import DATES, TITLE, main, report
from ..northmere import record


def problem(text: str, **metadata: str) -> Problem:
    (found,) = record(text, **metadata).problems
    return found


@pytest.mark.parametrize(
    ("dates", "code"),
    [
        ("Report published: 24 April 2015", "section-missing"),
        ("Inspection date: in the spring\nReport published: 24 April 2015", "date-unread"),
        ("Inspection date: 3 to 26 February 2015\nReport published: soon", "date-unread"),
        ("Inspection date: 3 to 26 February 2012\nReport published: 24 April 2012", "date-unread"),
        ("Inspection date: 3 to 26 February 2015\nReport published: 9 February 2015", "metadata-disagree"),
        ("Inspection date: 3 to 26 February 2015\n9 March 2015\nReport published: 24 April 2015", "date-unread"),
    ],
)
def test_dates_that_are_not_there_or_cannot_be_are_reported(dates: str, code: str) -> None:
    assert problem(report(dates=dates)).code == code


def test_a_stay_that_ends_after_the_manifests_publication_is_reported() -> None:
    dates = DATES.split("\n", maxsplit=1)[0]
    assert record(report(dates=dates), published="2015-04-24").problems == []
    assert problem(report(dates=dates), published="2015-02-10").code == "metadata-disagree"
    assert record(report(dates=dates), published="2015-02").problems == []


def test_a_front_page_without_a_council_says_so() -> None:
    title = TITLE.removeprefix("Eastvale Borough Council\n").split("\nand\n")[0]
    found = record(report(title=f"Ofsted\n{title}", board=""))
    assert found.councils == []
    assert main(found).council is None
    assert "section-missing" in {one.code for one in found.problems}


def test_the_council_may_stand_above_or_below_the_title() -> None:
    below = "Inspection of services for children in need of help and protection, children looked after and care leavers\nEastvale"
    for title in (below, "\n".join(reversed(below.split("\n")))):
        assert main(record(report(title=title, board=""))).council == "Eastvale"


def test_a_title_of_the_manifest_is_kept() -> None:
    assert record(report(), title="Eastvale, spring 2015").document.title == "Eastvale, spring 2015"
