"""Table and headings held against each other."""

import pytest

from councilgraph.extract.pages import Reading
from councilgraph.extract.reports.areas import areas
from councilgraph.extract.reports.headings import Heading
from councilgraph.extract.reports.judgements import judge
from councilgraph.extract.reports.table import Row, Stray, Table
from councilgraph.model import Judgement

from ..northmere import CARE, CARE_AND_LEAVERS, HELP, LEADERS, LEAVERS, reading

SERVICES = ("leadership-and-governance", "help-and-protection", "children-in-care", "care-leavers")
ALL = {LEADERS: "good", HELP: "inadequate", CARE: "outstanding", LEAVERS: "good"}


class Report:
    """A report whose rows and headings are put together line by line."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.rows: list[Row] = []
        self.headings: list[Heading] = []
        self.strays: list[Stray] = []
        self.whole = True

    def row(self, label: str, grade: str | None, *, below: bool = True) -> "Report":
        start, end = self._line(f"{label} {grade or ''}".strip())
        self.rows.append(Row(_area(label), label, grade, grade, start, end, below=below))
        return self

    def heading(self, label: str, grade: str | None) -> "Report":
        start, end = self._line(f"{label}: {grade or ''}".strip())
        self.headings.append(Heading(_area(label), label, grade, grade, start, end, 0, 1))
        return self

    def stray(self, words: str) -> "Report":
        self._line(words)
        self.strays.append(Stray(words, self.rows[-1] if self.rows else None))
        self.whole = False
        return self

    def judged(self, expected: tuple[str, ...] = ()) -> tuple[list[Judgement], list[str]]:
        table = Table(tuple(self.rows), tuple(self.strays), self.whole, 0, len(self.rows)) if self.rows else None
        judgements, problems = judge("i1", self._reading(), table, self.headings, expected)
        return judgements, [problem.code for problem in problems]

    def _line(self, words: str) -> tuple[int, int]:
        start = sum(len(line) + 1 for line in self.lines)
        self.lines.append(words)
        return start, start + len(words)

    def _reading(self) -> Reading:
        return reading(*self.lines)


def _area(label: str):
    return areas("ilacs").by_label["".join(filter(str.isalpha, label.lower()))]


def short(judgements: list[Judgement]) -> dict[str, str]:
    return {judgement.area: judgement.grade for judgement in judgements}


def test_a_heading_that_agrees_is_further_evidence() -> None:
    judgements, problems = Report().row(HELP, "good").heading(HELP, "good").judged()
    assert [span.quote for span in judgements[0].evidence] == [f"{HELP} good", f"{HELP}: good"]
    assert problems == []


def test_a_heading_that_disagrees_is_reported() -> None:
    judgements, problems = Report().row(HELP, "good").heading(HELP, "inadequate").judged()
    assert [span.quote for span in judgements[0].evidence] == [f"{HELP} good"]
    assert problems == ["table-heading-disagree"]


def test_a_heading_without_a_grade_says_nothing() -> None:
    assert Report().row(HELP, "good").heading(HELP, None).judged()[1] == []


def test_a_heading_stands_in_for_a_missing_row_or_grade() -> None:
    judgements, problems = Report().row(HELP, None).heading(HELP, "good").heading(CARE, "inadequate").judged()
    assert short(judgements) == {HELP: "good", CARE: "inadequate"}
    assert problems == []


def test_headings_that_repeat_each_other_make_one_judgement() -> None:
    report = (
        Report()
        .heading(HELP, "good")
        .heading("The experience and progress of children in need of help and protection", "good")
    )
    judgements, problems = report.judged()
    assert short(judgements) == {HELP: "good"}
    assert problems == ["grade-missing"]  # there is no table


@pytest.mark.parametrize(
    ("report", "code"),
    [
        (Report().row(HELP, "good").row(HELP, "inadequate").heading(HELP, "good"), "grade-missing"),
        (Report().row(HELP, None), "grade-missing"),
        (Report().row(HELP, None).heading(HELP, "good").heading(HELP, "inadequate"), "grade-missing"),
        (Report().heading(HELP, "good").heading(HELP, "inadequate"), "table-heading-disagree"),
    ],
    ids=["two grades in the table", "no grade", "no grade and two in headings", "two grades in headings"],
)
def test_where_nothing_is_sure_nothing_is_asserted(report: Report, code: str) -> None:
    judgements, problems = report.judged()
    assert judgements == []
    assert code in problems


def test_a_row_that_comes_twice_is_one_judgement() -> None:
    judgements, problems = Report().row(HELP, "good").row(HELP, "good").judged()
    assert short(judgements) == {HELP: "good"}
    assert problems == []


def test_areas_divided_otherwise_are_reported() -> None:
    judgements, problems = Report().row(CARE_AND_LEAVERS, "good").heading(LEAVERS, "inadequate").judged()
    assert short(judgements) == {CARE_AND_LEAVERS: "good"}
    assert problems == ["table-heading-disagree"]


def test_in_a_table_with_words_left_over_a_heading_decides() -> None:
    report = Report().stray("Young carers").row(HELP, "good").row(CARE, "inadequate").row(LEAVERS, "good", below=False)
    judgements, problems = report.heading(HELP, "good").judged()
    assert short(judgements) == {HELP: "good", LEAVERS: "good"}
    assert problems == ["area-unknown", "grade-missing"]
    judgements, problems = report.heading(LEAVERS, "outstanding").judged()
    assert short(judgements) == {HELP: "good", LEAVERS: "outstanding"}
    assert problems == ["area-unknown", "grade-missing", "table-heading-disagree"]


def test_words_in_the_place_of_a_grade_are_an_unknown_grade() -> None:
    assert Report().row(HELP, None).stray("Satisfactory").judged()[1] == ["grade-unknown", "grade-missing"]


def test_services_without_a_grade_are_reported_once() -> None:
    report = Report()
    for label, grade in ALL.items():
        report.row(label, grade)
    assert report.judged(SERVICES)[1] == []
    assert report.judged((*SERVICES, "overall"))[1] == ["grade-missing"]
    assert Report().row(HELP, None).judged(SERVICES[:2])[1] == ["grade-missing", "grade-missing"]
    assert Report().row(CARE_AND_LEAVERS, "good").judged(SERVICES[2:])[1] == []
