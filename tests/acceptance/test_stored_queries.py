"""The stored questions, asked of real reports; the answers were read off the pages by eye.

Facts only: of words of the reports no more than labels of grades stand here.
"""

import re
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from councilgraph import api
from councilgraph.build.project import Project
from councilgraph.build.report import BuildReport
from councilgraph.query import library
from councilgraph.validate.report import SEVERITIES

OVERALL = "Overall effectiveness"
LEADERS = "The impact of leaders on social work practice with children and families"
PROTECTION = "The experiences and progress of children who need help and protection"
TOGETHER = "The experiences and progress of children in care and care leavers"
IN_CARE, LEAVERS = "The experiences and progress of children in care", "The experiences and progress of care leavers"

# Of the reports here each gives an overall grade, and nobody speaks in a report.
EMPTY = {
    "inspections-without-overall", "claims", "claim-assessments", "councils-without-claims", "directors", "disagreements",
    "interventions", "known-from-press", "members-who-spoke",
}  # fmt: skip


def rows(
    graph: api.Graph, query: str, *columns: str, with_sources: bool = False, **values: str
) -> list[tuple[str, ...]]:
    table = graph.query(query, with_sources=with_sources, **values)
    places = [table.columns.index(name) for name in columns]
    return [tuple(str(getattr(row[place], "value", "")) for place in places) for row in table.rows]


def test_grades_of_a_council_over_time(corpus: api.Graph) -> None:
    assert rows(corpus, "grade-history", "date", "area", "grade", "band", council="Sunderland") == [
        ("2015-01-01", "Overall judgement", "Inadequate", "1"),
        ("2018-01-01", "Adoption performance", "Good", "3"),
        ("2021-06-28", OVERALL, "Outstanding", "4"),
        ("2021-06-28", TOGETHER, "Outstanding", "4"),
        ("2021-06-28", PROTECTION, "Good", "3"),
        ("2021-06-28", LEADERS, "Outstanding", "4"),
        ("2025-01-27", OVERALL, "Outstanding", "4"),
        ("2025-01-27", LEAVERS, "Good", "3"),
        ("2025-01-27", IN_CARE, "Outstanding", "4"),
        ("2025-01-27", PROTECTION, "Outstanding", "4"),
        ("2025-01-27", LEADERS, "Outstanding", "4"),
    ]


def test_grades_of_a_council_that_recovered(corpus: api.Graph) -> None:
    history = rows(corpus, "grade-history", "date", "area", "grade", council="Stoke-on-Trent")
    assert [grade for date, _, grade in history if date == "2019-02-04"] == ["Inadequate"] * 4
    assert [grade for date, _, grade in history if date == "2022-10-03"] == [
        "Requires improvement to be good",
        "Good",
        "Requires improvement to be good",
        "Requires improvement to be good",
    ]
    assert rows(corpus, "band-changes", "from", "to", "change", council="Stoke-on-Trent") == [
        ("2019-02-04", "2022-10-03", "1")
    ]


def test_councils_inadequate_overall_with_dates_page_and_words(corpus: api.Graph) -> None:
    found = rows(corpus, "inadequate-overall", "council", "date", "ended", "page", "words", with_sources=True)
    own = [row for row in found if row[1] and not row[1].endswith("-01-01")]
    assert [row[:3] for row in own] == [
        ("City of Bradford Metropolitan District Council", "2018-09-17", "2018-09-28"),
        ("Blackpool Borough Council", "2018-11-26", "2018-12-07"),
        ("Stoke-on-Trent City Council", "2019-02-04", "2019-02-15"),
        ("West Sussex County Council", "2019-02-25", "2019-03-08"),
        ("Trafford Metropolitan Borough Council", "2019-03-04", "2019-03-08"),
        ("Luton Borough Council", "2020-01-13", "2020-01-24"),
        ("Solihull Metropolitan Borough Council", "2022-10-31", "2022-11-11"),
        ("City of Bradford Metropolitan District Council", "2022-11-21", "2022-12-02"),
        ("South Tyneside Council", "2022-12-05", "2023-02-15"),
        ("Liverpool City Council", "2023-03-13", "2023-03-24"),
        ("Peterborough City Council", "2023-11-27", "2023-12-08"),
        ("Tameside Metropolitan Borough Council", "2023-12-04", "2023-12-15"),
        ("London Borough of Havering", "2023-12-11", "2023-12-22"),
        ("Cheshire East Council", "2024-02-26", "2024-03-08"),
        ("Halton Borough Council", "2024-05-13", "2024-05-24"),
    ]
    assert {page.split("; ")[0] for *_, page, _ in own} == {"1"}
    assert all(f"{OVERALL} Inadequate" in words.split("; ") for *_, words in own)


def test_councils_that_later_reports_call_inadequate(corpus: api.Graph) -> None:
    found = rows(corpus, "inadequate-overall", "council", "date", "ended")
    assert [row for row in found if not row[1] or row[1].endswith("-01-01")] == [
        ("London Borough of Lambeth", "", "2015-05-31"),
        ("London Borough of Tower Hamlets", "", "2017-12-31"),
        ("London Borough of Wandsworth", "", "2015-12-31"),
        ("Slough Borough Council", "", "2013-12-31"),
        ("Slough Borough Council", "2015-01-01", "2015-12-31"),
        ("Sunderland City Council", "2015-01-01", "2015-12-31"),
        ("South Gloucestershire Council", "2016-01-01", "2016-12-31"),
        ("Worcestershire County Council", "2016-01-01", "2016-12-31"),
    ]


def test_points_to_improve_about_care_leavers_in_a_year(corpus: api.Graph) -> None:
    found = rows(
        corpus, "improvement-points", "council", "date", "page", "area", service_area="care leavers", year="2023"
    )
    assert len(found) == 15
    assert {row[2:] for row in found} == {("2", "Care leavers")}
    assert Counter(row[:2] for row in found) == {
        ("Hertfordshire County Council", "2023-01-23"): 2,
        ("Liverpool City Council", "2023-03-13"): 3,
        ("Southampton City Council", "2023-06-05"): 1,
        ("Essex County Council", "2023-06-26"): 1,
        ("Isle of Wight Council", "2023-10-30"): 1,
        ("Staffordshire County Council", "2023-11-06"): 1,
        ("Peterborough City Council", "2023-11-27"): 2,
        ("Tameside Metropolitan Borough Council", "2023-12-04"): 3,
        ("London Borough of Havering", "2023-12-11"): 1,
    }


def test_points_to_improve_of_a_year_are_complete(corpus: api.Graph) -> None:
    """As many as there are bullets on the pages."""
    found = Counter(name for (name,) in rows(corpus, "improvement-points", "council", year="2023"))
    assert sorted(found.values()) == [1, 1, 2, 3, 4, 4, 4, 5, 6, 8, 11, 13]
    assert found["Tameside Metropolitan Borough Council"] == 13


def test_the_words_of_a_point_are_those_that_stand_there(corpus: api.Graph) -> None:
    """Told by their hash, spaces apart."""
    (words,) = (
        w for c, w in rows(corpus, "improvement-points", "council", "words", year="2023") if c.startswith("Essex")
    )
    assert sha256(" ".join(words.split()).encode()).hexdigest()[:16] == "b8c2f377de645d4e"


def test_inspections_without_an_overall_grade(corpus: api.Graph, demo: Project) -> None:
    assert rows(corpus, "inspections-without-overall", "inspection") == []
    with api.Graph(demo.store) as samples:
        assert rows(samples, "inspections-without-overall", "council", "date", "areas") == [
            ("Northmere County Council", "2026-06-08", "4")
        ]


def test_inspectors_by_inspections_led(corpus: api.Graph) -> None:
    found = rows(corpus, "inspectors-by-inspections-led", "inspector", "inspections", "first", "last")
    assert found[:6] == [
        ("Brenda McLaughlin", "4", "2019-02-18", "2022-02-28"),
        ("Lisa Summers", "4", "2018-11-12", "2024-05-13"),
        ("Lorna Schlechte", "4", "2018-10-08", "2022-05-09"),
        ("Margaret Burke", "4", "2019-10-07", "2024-10-14"),
        ("Alison Smale", "3", "2019-02-04", "2023-11-06"),
        ("Claire Beckingham", "3", "2023-02-13", "2024-10-07"),
    ]
    assert ("Máire Atherton", "1", "2022-03-14", "2022-03-14") in found


def test_how_councils_stood_on_a_day(corpus: api.Graph) -> None:
    """Staffordshire's inspection of November 2023 had ended by then, Southend's of 2024 had not begun."""
    stood = rows(corpus, "judgements-at", "council", "ended", "grade", date="2024-01-31", area="overall")
    assert ("Staffordshire County Council", "2023-11-10", "Requires improvement to be good") in stood
    assert ("Tower Hamlets", "2019-06-21", "Good") in [
        (c.removeprefix("London Borough of "), e, g) for c, e, g in stood
    ]
    assert not [row for row in stood if row[0].startswith("Southend")]
    assert all(ended <= "2024-01-31" for _, ended, _ in stood)


@pytest.mark.parametrize("name", library.stored())
def test_every_stored_query_answers_its_example(corpus: api.Graph, name: str) -> None:
    query = library.get(name)
    values = {parameter.replace("-", "_"): value for parameter, value in query.example.items()}
    assert (len(corpus.query(name, **values).rows) == 0) == (name in EMPTY)


def not_exists(sparql: str) -> list[str]:
    """What stands in the braces after each NOT EXISTS."""
    found = []
    for match in re.finditer(r"\bNOT\s+EXISTS\s*\{", sparql, re.IGNORECASE):
        depth, end = 1, match.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(sparql[end], 0)
            end += 1
        found.append(re.sub(r"<[^>]*>", "<>", sparql[match.end() : end - 1]))
    return found


def test_braces_after_not_exists_are_found() -> None:
    assert not_exists("{ FILTER NOT EXISTS { ?a ?b { ?c ?d ?e } } filter not  exists{?x <http://a.b/;> ?y} }") == [
        " ?a ?b { ?c ?d ?e } ",
        "?x <> ?y",
    ]


@pytest.mark.parametrize("name", library.stored())
def test_no_stored_query_looks_for_several_patterns_that_are_not_there(name: str) -> None:
    """The engine tries such a group anew for each row; MINUS is worked out once."""
    for group in not_exists(library.without_head(library.get(name).text)):
        assert not re.search(r"[.;,{]", group), group


def test_the_graph_conforms(built: tuple[BuildReport, Path]) -> None:
    report, _ = built
    assert report.verdict == {"conforms": True, "severities": dict.fromkeys(SEVERITIES, 0), "rules": {}}


@pytest.mark.heavy
def test_the_graph_of_all_reports_conforms(shared: Path, tmp_path: Path) -> None:
    report = api.build([shared / "corpus" / "reports"], store=tmp_path / "store")
    assert report.counts["documents"] > 120
    assert report.verdict["conforms"]
