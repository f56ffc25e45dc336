"""Judgements from the table of grades and the graded headings, each held against the other.

What the table prints is asserted. A heading that says the same is further evidence; one that says otherwise is reported. An
area that the table does not surely grade is graded by its headings' words, or reported as lacking a grade.
"""

from collections.abc import Iterable, Sequence

from councilgraph.extract.pages import Reading
from councilgraph.extract.reports.headings import Heading
from councilgraph.extract.reports.table import Row, Stray, Table
from councilgraph.model import Judgement, Problem


def judge(
    inspection: str, reading: Reading, table: Table | None, headings: Sequence[Heading], expected: Iterable[str]
) -> tuple[list[Judgement], list[Problem]]:
    """The judgements of a report in the order of its areas, and what is doubtful about them.

    Args:
        expected: keys of the services that such a report grades.
    """
    judgements: list[Judgement] = []
    problems: list[Problem] = []
    covered: set[str] = set()
    graded: dict[str, list[Heading]] = {}
    for heading in headings:
        if heading.key:
            graded.setdefault(heading.area.key, []).append(heading)
    if table is None:
        problems.append(Problem("grade-missing", "the first page has no table of grades that could be read", 1))
    else:
        problems += map(_left_over, table.strays)
        rows: dict[str, list[Row]] = {}
        for row in table.rows:
            rows.setdefault(row.area.key, []).append(row)
        for key, same in rows.items():
            judgement, doubts = _from_table(inspection, reading, table, same, graded.pop(key, []))
            judgements += judgement
            problems += doubts
            covered |= same[0].area.covers
    for several in graded.values():
        area, page = several[0].area, reading.page_at(several[0].start)
        if covered & area.covers:
            words = (
                f"a heading grades “{several[0].label}”, which the table or another heading grades otherwise divided"
            )
            problems.append(Problem("table-heading-disagree", words, page))
        elif len({heading.key for heading in several}) > 1:
            words = f"headings give two grades for “{several[0].label}”"
            problems.append(Problem("table-heading-disagree", words, page))
        else:
            judgements.append(_from_heading(inspection, reading, several[0]))
        covered |= area.covers
    missing = [service.replace("-", " ") for service in expected if service not in covered]
    if missing:
        words = f"neither the table nor a heading has a grade for: {', '.join(missing)}"
        problems.append(Problem("grade-missing", words, 1))
    return judgements, problems


def _left_over(stray: Stray) -> Problem:
    """A problem with words of the table that are no row."""
    if stray.after and not stray.after.key:
        words = f"“{stray.words}”, printed for “{stray.after.label}”, is no grade that is known"
        return Problem("grade-unknown", words, 1)
    return Problem("area-unknown", f"“{stray.words}” in the table of grades could not be understood", 1)


def _from_table(
    inspection: str, reading: Reading, table: Table, rows: Sequence[Row], headings: Sequence[Heading]
) -> tuple[list[Judgement], list[Problem]]:
    """The judgement on an area of the table, none where its grade is not sure, and what speaks against it."""
    label, page = rows[0].label, reading.page_at(rows[0].start)
    said = {heading.key: heading for heading in headings}
    problems = [
        Problem(
            "table-heading-disagree",
            f"“{label}”: the table says “{row.grade}”, a heading says “{heading.grade}”",
            reading.page_at(heading.start),
        )
        for row in {row.key: row for row in rows if row.key and table.is_sure(row)}.values()
        for heading in said.values()
        if heading.key != row.key
    ]
    # In a table that could not be read as a whole, a heading's word goes before the place of a grade.
    printed = {
        row.key: row
        for row in rows
        if row.key and (table.whole or set(said) == {row.key} or (not said and table.is_sure(row)))
    }
    if len(printed) == 1:
        (row,) = printed.values()
        evidence = reading.evidence(row.start, row.end)
        if row.key in said:
            evidence += reading.evidence(said[row.key].start, said[row.key].end)
        return [Judgement(inspection, row.label, row.grade or "", evidence=evidence[:3])], problems
    if not printed and len(said) == 1:
        return [_from_heading(inspection, reading, headings[0])], problems
    found = "gives two grades" if printed else "gives no grade that is surely its own"
    return [], [*problems, Problem("grade-missing", f"the table {found} for “{label}”", page)]


def _from_heading(inspection: str, reading: Reading, heading: Heading) -> Judgement:
    evidence = reading.evidence(heading.start, heading.end)
    return Judgement(inspection, heading.label, heading.grade or "", evidence=evidence)
