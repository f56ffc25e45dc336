"""Reports of inspections of local authority children's services, in all their layouts and with all their traps."""

import pytest

from ..northmere import (
    BODY,
    CARE,
    CARE_AND_LEAVERS,
    GRADES,
    HEADER,
    HELP,
    LEADERS,
    LEAVERS,
    OVERALL,
    POINTS,
    RI,
    SUMMARY,
    TABLE,
    TITLE,
    UNGRADED,
    codes,
    flat,
    grades,
    numbered,
    points,
    record,
    report,
)

EARLY = report(
    title="1\nNorthmere County Council\nInspection of children’s social care services",
    dates="Inspection dates: 4 February 2019 to 15 February 2019",
    lead="Lead inspector: Isolde Fennimarch\nHer Majesty’s Inspector",
    table=(
        "The impact of leaders on social work practice with children\nand families Good\n"
        "The experiences and progress of children who need help and\nprotection\nRequires improvement\nto be good\n"
        "The experiences and progress of children in care and care\nleavers Outstanding\n"
        "Overall effectiveness Requires improvement\nto be good"
    ),
    body=numbered(
        {
            f"{HELP}: requires improvement to\nbe good": ("Parents ring twice.",),
            f"{CARE_AND_LEAVERS}: outstanding": ("Carers help.", "Care leavers are proud."),
            f"{LEADERS}: good": ("The director has one plan.",),
        }
    ),
)
MIDDLE = report(
    title="Inspection of Northmere local\nauthority children’s\nservices",
    dates="Inspection date: 11 – 15 July 2022",
    lead="Lead inspector: Isolde Fennimarch, Her Majesty’s Inspector",
    table=f"{LEADERS}\nGood\n{HELP}\nGood\n{CARE_AND_LEAVERS}\nOutstanding\n{OVERALL} Good",
    body=numbered({HELP: ("Parents ring once.",), CARE_AND_LEAVERS: ("Carers help.",), LEADERS: ("One plan.",)}),
)
WITHOUT_OVERALL = report(
    dates="Inspection dates: 4 to 15 May 2026", table=TABLE.removesuffix(f"\n{OVERALL} Inadequate")
)


def test_the_layout_of_2018_to_2020() -> None:
    found = record(EARLY)
    assert grades(found) == {LEADERS: "Good", HELP: RI, CARE_AND_LEAVERS: "Outstanding", OVERALL: RI}
    (inspection,) = found.inspections
    assert (inspection.council, inspection.start, inspection.end) == (
        "Northmere County Council",
        "2019-02-04",
        "2019-02-15",
    )
    assert inspection.visit_type == "standard"
    assert found.document.title == "Northmere County Council: Inspection of children’s social care services"
    assert found.problems == []


def test_the_layout_of_2021_and_2022() -> None:
    found = record(MIDDLE)
    assert grades(found) == {LEADERS: "Good", HELP: "Good", CARE_AND_LEAVERS: "Outstanding", OVERALL: "Good"}
    (inspection,) = found.inspections
    assert (inspection.council, inspection.start, inspection.end) == ("Northmere", "2022-07-11", "2022-07-15")
    assert inspection.visit_type == "short"
    assert found.problems == []


def test_the_layout_of_2023() -> None:
    found = record(report())
    assert grades(found) == GRADES
    assert points(found) == flat(POINTS)
    assert len(points(found, "narrative")) == 7
    (inspection,) = found.inspections
    assert inspection.framework == "ilacs"
    assert inspection.bodies == ["Ofsted"]
    assert (inspection.date_words, inspection.date_basis) == ("2 to 13 December 2024", "stated")
    assert (inspection.visit_type, inspection.visit_type_basis) == ("standard", "derived")
    assert inspection.published is None
    assert found.document.genre == "inspection-report"
    assert found.document.title == TITLE
    assert found.problems == []


def test_the_layout_of_2026_has_no_overall_grade_and_none_is_inferred() -> None:
    found = record(WITHOUT_OVERALL)
    assert grades(found) == {label: grade for label, grade in GRADES.items() if label != OVERALL}
    assert found.problems == []


def test_before_2026_a_missing_overall_grade_is_reported() -> None:
    text = report(table=TABLE.removesuffix(f"\n{OVERALL} Inadequate"))
    assert OVERALL not in grades(record(text))
    assert codes(record(text)) == {"grade-missing"}


def test_the_title_of_the_manifest_stays() -> None:
    assert record(report(), title="From the manifest").document.title == "From the manifest"


def test_what_is_stated_has_its_evidence() -> None:
    evidence = record(report()).inspections[0].evidence
    quotes = {span.supports: span.quote for span in evidence}
    assert quotes == {
        "framework": TITLE,
        "council": "Northmere",
        "start": "2 to 13 December 2024",
        "end": "2 to 13 December 2024",
        "lead_inspectors": "Isolde Fennimarch",
    }


# Dates


@pytest.mark.parametrize(
    ("dates", "periods", "visit"),
    [
        ("Inspection dates: 2 to 6 December 2024", [("2024-12-02", "2024-12-06")], "short"),
        ("Inspection dates: 22 April to 3 May 2024", [("2024-04-22", "2024-05-03")], "standard"),
        ("Inspection dates: 08 July 2024 to 19 July 2024", [("2024-07-08", "2024-07-19")], "standard"),
        ("Inspection dates: 11–15 July 2024", [("2024-07-11", "2024-07-15")], "short"),
        ("Inspection dates: 11─15 July 2024", [("2024-07-11", "2024-07-15")], "short"),
        (
            "Inspection dates: 5 to 9 December 2022 and 14 to\n15 February 2023",
            [("2022-12-05", "2022-12-09"), ("2023-02-14", "2023-02-15")],
            "standard",
        ),
        ("Inspection dates: 12 December to 13 January 2023", [("2022-12-12", "2023-01-13")], "standard"),
        ("Inspection dates:\n2 December\nto 6 December 2024", [("2024-12-02", "2024-12-06")], "short"),
        ("Inspection dates: December 2024", [("2024-12", "2024-12")], None),
        ("Inspection dates: 2 to 3 December 2024", [("2024-12-02", "2024-12-03")], None),
        ("Inspection dates: 2 October to 13 December 2024", [("2024-10-02", "2024-12-13")], None),
    ],
)
def test_days_on_site_tell_short_from_standard(dates: str, periods: list[tuple[str, str]], visit: str | None) -> None:
    (inspection,) = record(report(dates=dates)).inspections
    assert [(period.start, period.end) for period in inspection.periods] == periods
    assert (inspection.start, inspection.end) == (periods[0][0], periods[-1][1])
    assert inspection.visit_type == visit
    assert inspection.visit_type_basis == ("derived" if visit else None)


@pytest.mark.parametrize("dates", ["Inspection dates: 2 to 13 December", "Inspection dates: soon", "Inspection dates:"])
def test_dates_that_cannot_be_understood_are_reported(dates: str) -> None:
    found = record(report(dates=dates))
    (inspection,) = found.inspections
    assert (inspection.start, inspection.end, inspection.date_words, inspection.visit_type) == (None,) * 4
    assert codes(found) == {"date-unread"}


def test_a_second_period_that_nothing_joins_to_the_first_is_reported() -> None:
    found = record(report(dates="Inspection dates: 2 to 6 December 2024\n13 to 14 January 2025"))
    assert found.inspections[0].end == "2024-12-06"
    assert codes(found) == {"date-unread"}


def test_no_dates_are_reported() -> None:
    found = record(report(dates=""))
    assert found.inspections[0].start is None
    assert codes(found) == {"section-missing"}


def test_the_footer_does_not_give_the_dates() -> None:
    footer = f"{TITLE}\n9 December 2024"
    text = report().replace("\n3. ", f"\n{footer}\n1\f3. ").replace("\n5. ", f"\n{footer}\n2\f5. ")
    found = record(f"{text}\n{footer}\n3")
    assert found.inspections[0].start == "2024-12-02"
    assert points(found, "narrative") == points(record(report()), "narrative")


def test_dates_that_contradict_the_manifest_or_the_framework_are_reported_and_kept() -> None:
    found = record(report(dates="Inspection dates: 2 to 13 December 2102"), published="2025-02-03")
    assert found.inspections[0].end == "2102-12-13"
    assert codes(found) == {"metadata-disagree"}
    assert codes(record(report(), published="2025-02")) == set()
    assert codes(record(report(), published="2024")) == set()
    assert codes(record(report(dates="Inspection dates: 2 to 13 December 2014"))) == {"date-unread"}


# People


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("Lead inspector: Isolde Fennimarch HMI", ["Isolde Fennimarch"]),
        ("Lead inspector: Isolde Fennimarch\nHis Majesty's Inspector", ["Isolde Fennimarch"]),
        ("Lead inspectors: Isolde Fennimarch, HMI\nBram Tolliver, HMI", ["Isolde Fennimarch", "Bram Tolliver"]),
        (
            "Lead inspectors: Isolde Fennimarch, His Majesty’s Inspector, and Bram\nTolliver, His Majesty’s Inspector",
            ["Isolde Fennimarch", "Bram Tolliver"],
        ),
        ("Lead inspector: Isolde Fennimarch HMI\nDeputy lead inspector: Bram Tolliver HMI", ["Isolde Fennimarch"]),
    ],
)
def test_lead_inspectors(lead: str, names: list[str]) -> None:
    found = record(report(lead=lead))
    assert found.inspections[0].lead_inspectors == names
    assert [(person.name, person.role_type, person.organisation) for person in found.people] == [
        (name, "inspector", "Ofsted") for name in names
    ]
    assert found.problems == []


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("", []),
        ("Lead inspector:", []),
        ("Lead inspector: Isolde, HMI", []),
        ("Lead inspectors: Isolde Fennimarch, HMI", ["Isolde Fennimarch"]),
        ("Lead inspectors: Isolde Fennimarch, HMI, and Bram, HMI", ["Isolde Fennimarch"]),
    ],
)
def test_a_lead_inspector_who_cannot_be_read_is_reported(lead: str, names: list[str]) -> None:
    found = record(report(lead=lead))
    assert found.inspections[0].lead_inspectors == names
    assert codes(found) == {"section-missing"}


def test_without_a_table_the_text_below_names_no_lead_inspector() -> None:
    summary = "Northmere County Council, the Harbour Street Centre, and Bram Tolliver\nhave opened a school."
    found = record(report(header="", table="", summary=summary))
    assert found.inspections[0].lead_inspectors == ["Isolde Fennimarch"]


def test_no_council_is_reported() -> None:
    found = record(report(title="Inspection of children’s social care services"))
    assert found.councils == []
    assert found.inspections[0].council is None
    assert codes(found) == {"section-missing"}


# Grades


def test_a_table_after_page_furniture() -> None:
    assert grades(record(report(header=f"1\nOfsted\n{HEADER}"))) == GRADES


def test_a_table_on_two_pages() -> None:
    assert grades(record(report(table=TABLE.replace(CARE, f"\f2\n{CARE}"), body=UNGRADED))) == GRADES


def test_a_row_that_comes_twice() -> None:
    found = record(report(table=TABLE.replace(HELP, f"{HELP}\nInadequate\n{HELP}"), body=UNGRADED))
    assert grades(found) == GRADES
    assert found.problems == []


def test_a_row_that_is_missing_is_graded_by_its_heading_or_reported() -> None:
    table = TABLE.replace(f"\n{LEAVERS}\n{RI}", "")
    assert grades(record(report(table=table))) == GRADES | {LEAVERS: RI.lower()}
    found = record(report(table=table, body=UNGRADED))
    assert grades(found) == {label: grade for label, grade in GRADES.items() if label != LEAVERS}
    assert codes(found) == {"grade-missing"}


@pytest.mark.parametrize(
    "table",
    [
        TABLE.replace("Good", "Satisfactory"),
        TABLE.replace(LEADERS, "The impact of leeders on social work"),
        TABLE.replace(HELP, "The experiences of young carers"),
        "\n".join([*GRADES, *GRADES.values()]),
        "\n".join([*GRADES.values(), *GRADES]),
    ],
    ids=["unknown grade", "misspelt label", "unknown label", "labels, then grades", "grades, then labels"],
)
def test_a_table_that_cannot_be_read_shifts_no_grade(table: str) -> None:
    found = record(report(table=table, body=UNGRADED))
    assert {label: grade for label, grade in grades(found).items() if GRADES[label] != grade} == {}
    assert "grade-missing" in codes(found)
    by_headings = {label: grade.lower() for label, grade in grades(record(report(table=table))).items()}
    assert by_headings.items() <= {label: grade.lower() for label, grade in GRADES.items()}.items()
    assert set(GRADES) - set(by_headings) <= {OVERALL}


def test_no_table_at_all() -> None:
    found = record(report(header="", table=""))
    assert {label: grade.lower() for label, grade in GRADES.items() if label != OVERALL} == grades(found)
    assert codes(found) == {"grade-missing"}


def test_a_table_that_disagrees_with_a_heading_is_reported() -> None:
    found = record(report(table=TABLE.replace("Good", "Outstanding", 1)))
    assert grades(found) == GRADES | {LEADERS: "Outstanding"}
    (problem,) = found.problems
    assert problem.code == "table-heading-disagree"
    assert "Outstanding" in problem.message
    assert "good" in problem.message


def test_other_grade_words_are_no_judgements() -> None:
    summary = f"{SUMMARY}\nGood help is rare. The last inspection was good overall, and one home is\nOutstanding\n"
    assert grades(record(report(summary=summary))) == GRADES


# Text


def test_words_with_gaps() -> None:
    text = report(
        title=TITLE.replace("local", "l ocal"),
        improve=f"What nee ds to improve\n◼ {POINTS[0]}",
        body=BODY.replace("care", "ca re"),
    )
    found = record(text)
    assert found.inspections[0].council == "Northmere"
    assert points(found) == [POINTS[0]]
    assert len(points(found, "narrative")) == 7
    assert found.problems == []


def test_points_and_paragraphs_run_over_page_breaks() -> None:
    text = report()
    for number, words in enumerate(("change,\n", "ring twice", "school they"), 2):
        header = f"\f{TITLE}\n2 to 13 December 2024 {number}\n"
        text = text.replace(words, header.join(words.split()) if " " in words else words.strip() + header)
    assert text.count("\f") == 3
    found = record(text)
    assert points(found) == flat(POINTS)
    assert points(found, "narrative") == points(record(report()), "narrative")
    assert found.problems == []
