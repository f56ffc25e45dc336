"""Reports of inspections of looked after children services."""

from ..eastvale import grades_of, main, points_of
from ..northmere import codes, record

TITLE = "Inspection of looked after\nchildren services\nWestmere County Council"
DATES = (
    "Inspection dates: 8 – 12 July 2013\nReporting inspector: Perpetua Quillfeather HMI\nAge group: All\n"
    "Published: 16 August 2013"
)
HEADINGS = {
    "Overall effectiveness": ("Grade 2 (Good)", "Children in Westmere know whom to ask."),
    "Capacity to improve": ("Grade 3 (Adequate)", "Plans are kept in a drawer."),
    "Outcomes for looked after children and\nyoung people": ("Grade 1 (Outstanding)", "Most children sing in a choir."),
    "Quality of provision": ("Grade 2 (Good)", "Foster carers are paid on the day."),
    "Leadership and management": ("Grade 4 (Inadequate)", "Nobody has read the minutes."),
}
TABLE = (
    "Record of main findings\nServices for looked after children\nOverall effectiveness Good Grade 2\n"
    "Capacity to improve Adequate Grade 3\nOutcomes for looked after children and\nyoung people Outstanding Grade 1\n"
    "Quality of provision Good Grade 2\nLeadership and management Inadequate Grade 4"
)
GRADES = {
    "Overall effectiveness": ("Good", 2),
    "Capacity to improve": ("Adequate", 3),
    "Outcomes for looked after children and young people": ("Outstanding", 1),
    "Quality of provision": ("Good", 2),
    "Leadership and management": ("Inadequate", 4),
}
LISTS = (
    "Areas for improvement\nIn order to improve, the council should take the following action.\n"
    "Immediately:\n◼ read the minutes\n◼ empty the drawer\nWithin three months:\n◼ write down what the choir\nneeds\n"
    "Within six months:\n◼ ask children about their plans"
)


def report(table: str = TABLE, lists: str = LISTS) -> str:
    body = ""
    for number, (heading, (grade, paragraph)) in enumerate(HEADINGS.items(), 1):
        body += f"\n{heading}\n{grade}\n{number}. {paragraph}"
        if heading == "Overall effectiveness":
            body += f"\n{lists}"
    contents = "Contents\nOverall effectiveness 2\nRecord of main findings 3"
    about = "About this inspection\nInspectors met children.\nService information\nWestmere looks after 412 children."
    return f"{TITLE}\n{DATES}\f{contents}\f{about}{body}\f{table}"


def test_the_whole_of_a_report() -> None:
    found = record(report())
    inspection = main(found)
    assert (inspection.council, inspection.framework, inspection.visit_type) == (
        "Westmere County Council",
        "lac-2013",
        "looked-after-children-inspection",
    )
    assert (inspection.start, inspection.end, inspection.published) == ("2013-07-08", "2013-07-12", "2013-08-16")
    assert inspection.lead_inspectors == ["Perpetua Quillfeather"]
    assert [(person.name, person.role) for person in found.people] == [("Perpetua Quillfeather", "Reporting inspector")]
    assert {one.area: (one.grade, one.number) for one in found.judgements} == GRADES
    assert points_of(found) == [
        "read the minutes",
        "empty the drawer",
        "write down what the choir needs",
        "ask children about their plans",
    ]
    assert points_of(found, kind="narrative") == [paragraph for _, paragraph in HEADINGS.values()]
    assert found.problems == []


def test_without_the_table_the_headings_grade() -> None:
    found = record(report(table=""))
    assert {one.area: (one.grade, one.number) for one in found.judgements} == GRADES
    assert codes(found) == {"grade-missing"}


def test_no_number_is_supplied_where_none_is_printed_or_two_are() -> None:
    unnumbered = TABLE.replace(" Grade 2", "")
    other = TABLE.replace("Capacity to improve Adequate Grade 3", "Capacity to improve Adequate Grade 2")
    bare = record(report(table=unnumbered))
    assert grades_of(bare)["Overall effectiveness"] == "Good"
    found = {one.area: one.number for one in record(report(table=other)).judgements}
    assert found["Capacity to improve"] is None


def test_the_last_page_wins_over_the_contents() -> None:
    found = record(report())
    assert all(max(span.page for span in one.evidence) == 4 for one in found.judgements)
