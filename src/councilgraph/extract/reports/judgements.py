"""Judgements from the table of grades and the graded headings, each held against the other.

What the table prints is asserted. A heading that says the same is further evidence; one that says otherwise is reported. An
area that the table does not grade is graded by its heading's words, or reported as lacking a grade.
"""

from collections.abc import Iterable, Sequence

from councilgraph.extract.pages import Reading
from councilgraph.extract.reports.headings import Heading
from councilgraph.extract.reports.table import Row, Table
from councilgraph.model import Judgement, Problem


def judge(
    inspection: str, reading: Reading, table: Table | None, headings: Sequence[Heading]
) -> tuple[list[Judgement], list[Problem]]:
    """The judgements of a report in the order of its areas, and what is doubtful about them."""
    judgements: list[Judgement] = []
    problems: list[Problem] = []
    rows: dict[str, list[Row]] = {}
    for row in table.rows if table else ():
        rows.setdefault(row.area.key, []).append(row)
    graded = [heading for heading in headings if heading.key]
    if table is None:
        problems.append(Problem("grade-missing", "the first page has no table of grades that could be read", 1))
    for words in table.strays if table else ():
        problems.append(Problem("area-unknown", f"“{words}” in the table of grades could not be understood", 1))
    for key, same in rows.items():
        of_area = [heading for heading in graded if heading.area.key == key]
        settled, doubt = _settled(reading, same, of_area)
        problems += doubt
        if settled:
            judgements.append(_from_row(inspection, reading, settled, of_area))
        elif of_area and len({heading.key for heading in of_area}) == 1:
            judgements.append(_from_heading(inspection, reading, of_area[0]))
    for heading in graded:
        others = {key for key, same in rows.items() if same[0].area.covers & heading.area.covers}
        if heading.area.key in rows:
            continue
        if others:
            words = f"a heading grades “{heading.label}”, the table grades that area otherwise divided"
            problems.append(Problem("table-heading-disagree", words, reading.page_at(heading.start)))
        elif not any(j.area == heading.label for j in judgements):
            judgements.append(_from_heading(inspection, reading, heading))
    return judgements, problems


def _settled(reading: Reading, rows: Sequence[Row], headings: Sequence[Heading]) -> tuple[Row | None, list[Problem]]:
    """The row that gives an area's grade, None where none does, and what the headings say against it."""
    label, page = rows[0].label, reading.page_at(rows[0].start)
    printed = {row.key: row for row in rows if row.key}
    said = {heading.key: heading for heading in headings}
    if len(printed) != 1:
        found = "gives two grades" if printed else "gives no grade that is surely its own"
        if len(said) == 1 and not printed:
            return None, []
        return None, [Problem("grade-missing", f"the table {found} for “{label}”", page)]
    row = next(iter(printed.values()))
    against = [
        Problem(
            "table-heading-disagree",
            f"“{label}”: the table says “{row.grade}”, a heading says “{heading.grade}”",
            reading.page_at(heading.start),
        )
        for key, heading in said.items()
        if key != row.key
    ]
    return row, against


def _from_row(inspection: str, reading: Reading, row: Row, headings: Iterable[Heading]) -> Judgement:
    evidence = reading.evidence(row.start, row.end)
    for heading in headings:
        if heading.key == row.key:
            evidence += reading.evidence(heading.start, heading.end)
            break
    return Judgement(inspection, row.label, row.grade or "", evidence=evidence[:3])


def _from_heading(inspection: str, reading: Reading, heading: Heading) -> Judgement:
    evidence = reading.evidence(heading.start, heading.end)
    return Judgement(inspection, heading.label, heading.grade or "", evidence=evidence)
