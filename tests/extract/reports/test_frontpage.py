"""The front page."""

import pytest

from councilgraph.extract.reports.frontpage import is_titled, read_front_page, title_block
from councilgraph.extract.words import load

from ..northmere import DATES, LEAD, SUMMARY, TITLE, reading

TITLES = load("ilacs")["title"]
PLAIN = "Inspection of children’s social care services"


def council(title: str) -> str | None:
    page = read_front_page(reading(*f"{title}\n{DATES}\n{LEAD}".split("\n")), TITLES)
    return page.council.words if page.council else None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (TITLE, "Northmere"),
        ("Inspection of Northmere local\nauthority children’s\nservices", "Northmere"),
        ("Inspection of the Isle of Northmere local authority children's services", "Isle of Northmere"),
        ("Inspection of Northmere City Council children’s services", "Northmere City Council"),
        ("Inspection of Northmere’s children’s services", "Northmere"),
        ("Inspection of Northmere local authority’s children’s services", "Northmere"),
        (
            "Inspection of St. Northmere, Eastvale and Port Quillan local authority children’s services",
            "St. Northmere, Eastvale and Port Quillan",
        ),
        ("Inspection of Northmere l ocal auth ority childr en’s serv ices", "Northmere"),
        ("Inspection of Northmere local authoriy children’s services", "Northmere"),
        ("Inspection of Northmere Local authority children ’s services", "Northmere"),
        ("Inspection of north Eastvale local authority children’s services", "north Eastvale"),
        ("INSPECTION OF NORTHMERE LOCAL AUTHORITY CHILDREN’S SERVICES", "NORTHMERE"),
        ("Inspection of Northmere local authority children’s services\n(ILACS)", "Northmere"),
        (f"Northmere County Council\n{PLAIN}", "Northmere County Council"),
        (f"1\nNorthmere\n{PLAIN}", "Northmere"),
        (f"Northmere City of\n{PLAIN}", "Northmere City of"),
        (
            f"City of Northmere Metropolitan District\nCouncil\n{PLAIN}",
            "City of Northmere Metropolitan District Council",
        ),
        (f"The Royal Borough of Northmere\n{PLAIN}", "Royal Borough of Northmere"),
        (f"Ofsted\nraising standards\nimproving lives\nNorthmere\n{PLAIN}", "Northmere"),
        ("Northmere\nInspection of local authority children’s services", "Northmere"),
        (f"{PLAIN}\nNorthmere County Council", "Northmere County Council"),
        ("Inspection of children’s services in Northmere", "Northmere"),
        ("Inspection of northmere local authority children’s services", None),
        (PLAIN, None),
        (f"{PLAIN} (ILACS)", None),
        (f"Ofsted\n{PLAIN}", None),
    ],
)
def test_the_council_is_named_in_the_title_or_beside_it(title: str, name: str | None) -> None:
    assert council(title) == name


def fields(*rows: str) -> dict[str, list[str]]:
    """The lines of each field's value."""
    lines = reading(TITLE, *rows)
    found = read_front_page(lines, TITLES).fields
    return {
        kind: [lines.text[field.start : end].replace("\n", "|").strip("|") for end in field.ends]
        for kind, field in found.items()
    }


def test_a_field_runs_to_the_next_one() -> None:
    assert fields(
        "Inspection dates: 2 to 13", "December 2024", "Lead inspectors:", "Isolde Fennimarch", "Region: North"
    ) == {
        "dates": ["2 to 13", "2 to 13|December 2024"],
        "leads": ["", "Isolde Fennimarch"],
        "other": ["North"],
    }


@pytest.mark.parametrize(
    "label",
    [
        "Inspection dates:",
        "Inspection date –",
        "Inspection Dates",
        "Ins pection dates :",
        "Dates of inspection:",
        "Inspection\tdates:",
    ],
)
def test_a_label_in_any_form(label: str) -> None:
    assert fields(f"{label} 2 to 13 December 2024") == {"dates": ["2 to 13 December 2024"]}


def test_two_fields_may_share_a_line() -> None:
    assert fields("Inspection dates: 2 to 13 December 2024 Lead inspector: Isolde Fennimarch", "HMI") == {
        "dates": ["2 to 13 December 2024 "],
        "leads": ["Isolde Fennimarch", "Isolde Fennimarch|HMI"],
    }


def test_only_a_label_is_a_label() -> None:
    assert fields("Inspection datestamp: 2", "The lead inspector was kind.", "Leading inspector: no") == {}


def test_the_first_of_two_fields_counts_and_none_is_endless() -> None:
    assert fields("Lead inspector: Isolde Fennimarch", "Lead inspector: Bram Tolliver")["leads"] == [
        "Isolde Fennimarch"
    ]
    assert len(fields("Lead inspector: Isolde Fennimarch", *[SUMMARY] * 20)["leads"]) == 6
    assert len(fields(f"Lead inspector: {'Isolde ' * 1000}")["leads"][0]) == 1000


def test_fields_below_the_table_are_none() -> None:
    lines = reading(TITLE, "Judgement Grade", DATES)
    assert read_front_page(lines, TITLES, 1).fields == {}


def test_a_front_page_may_be_empty() -> None:
    page = read_front_page(reading(""), TITLES)
    assert (page.title, page.council, page.fields) == (None, None, {})


@pytest.mark.parametrize(
    ("text", "titled"),
    [
        (f"{TITLE}\n{DATES}", True),
        (f"Northmere\n{PLAIN}\n{LEAD}", True),
        (TITLE, False),
        (f"{DATES}\n{TITLE}", False),
        (f"{TITLE}: focused visit\n{DATES}", False),
        (f"Monitoring visit: {TITLE}\n{DATES}", False),
        (f"Inspection of Northmere children’s homes\n{DATES}", False),
        (f"{SUMMARY * 40}\n{TITLE}\n{DATES}", False),
        ("", False),
    ],
)
def test_a_report_begins_with_a_title_and_fields(text: str, titled: bool) -> None:
    assert is_titled(text, TITLES) is titled


def test_the_title_block_ends_at_the_first_field() -> None:
    assert title_block(f" Northmere \n\n{PLAIN}\n{DATES}\nNot this") == (f"Northmere\n{PLAIN}", True)
    assert title_block("Northmere") == ("Northmere", False)
