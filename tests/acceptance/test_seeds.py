"""What the five founding documents say: the questions that a researcher asks, each one stored query.

The answers were read off the documents by people. Facts only: no sentence of theirs stands here.
"""

from collections import Counter
from typing import Any

import pytest

from councilgraph import api
from councilgraph.model import Record
from councilgraph.registers import councils
from councilgraph.resolve import resolve

STAFFORDSHIRE, STOKE = "Staffordshire County Council", "Stoke-on-Trent City Council"
OUTSTANDING_IN_ALL = {
    "London Borough of Camden", "Gloucestershire County Council", "Knowsley Metropolitan Borough Council",
    "Shropshire County Council", "London Borough of Tower Hamlets", "London Borough of Wandsworth",
    "Worcestershire County Council",
}  # fmt: skip
RI = "Requires improvement to be good"


def rows(graph: api.Graph, query: str, *columns: str, **values: str) -> list[tuple[str, ...]]:
    table = graph.query(query, **values)
    places = [table.columns.index(name) for name in columns]
    return [tuple(str(getattr(row[place], "value", "")) for place in places) for row in table.rows]


def test_they_conform(seeds: api.Graph, seeds_and_reports: api.Graph) -> None:
    for graph in (seeds, seeds_and_reports):
        report = graph.validate()
        assert report.conforms, [(finding.rule, finding.focus) for finding in report.findings][:5]


def test_any_order_gives_the_same_inspections(articles: list[Record], extracted: list[Record]) -> None:
    """The articles of 2023 and 2019 tell of the inspections of the reports, whichever is read first."""
    reports = [record for record in extracted if record.councils and record.councils[0].name in (STAFFORDSHIRE, STOKE)]
    for records in ([*articles, *reports], [*reports, *reversed(articles)]):
        texts = {text.record.document.path: text for text in resolve(records, councils()).texts}
        events = {path[:3]: text.events for path, text in texts.items() if path[:3] in ("000", "001", "002", "004")}
        assert events["001"]["i1"].key == "staffordshire-ilacs-2023-11"
        assert events["004"]["i1"].key == "stoke-on-trent-ilacs-2019-02"
        assert events["000"]["i1"].key == events["002"]["i1"].key == "staffordshire-annual-2011"


def test_everyone_named_with_post_and_organisation(seeds: api.Graph) -> None:
    found = {row for row in rows(seeds, "people", "name", "post", "organisation") if row[0]}
    assert found == {
        ("Mike Lawrence", "Cabinet member", STAFFORDSHIRE),
        ("Mark Sutton", "Other", STAFFORDSHIRE),
        ("Eric Robinson", "Director", STAFFORDSHIRE),
        ("Juliet Winstanley", "Inspector", "Ofsted"),
        ("Mark Meredith", "Elected mayor", STOKE),
        ("Liz Nicholson", "Director", "Shropshire County Council"),
        ("Jos Clark", "Cabinet member", "Bristol City Council"),
        ("Gareth Snell", "Member of Parliament", "House of Commons"),
        ("Ruth Smeeth", "Member of Parliament", "House of Commons"),
        ("Ann James", "Council leader", STOKE),
    }


def test_claims_by_speakers_who_are_not_named(seeds: api.Graph) -> None:
    assert (
        rows(seeds, "claims", "date", "claimant", "capacity", unnamed="yes") == [("2024-01-01", STAFFORDSHIRE, "")] * 2
    )


def test_claims_of_everybody_else(seeds: api.Graph) -> None:
    found = Counter(claimant for (claimant,) in rows(seeds, "claims", "claimant", unnamed="no"))
    assert found == {
        "Mike Lawrence": 4, "Mark Sutton": 3, STAFFORDSHIRE: 1, "Mark Meredith": 2, "Liz Nicholson": 1, "Jos Clark": 2,
        "Gareth Snell": 1, "Ruth Smeeth": 1, "Ann James": 4, STOKE: 1,
    }  # fmt: skip


def test_councils_that_are_told_of_without_a_claim(seeds: api.Graph) -> None:
    found = {row[0] for row in rows(seeds, "councils-without-claims", "council", "document") if "overhaul" in row[1]}
    assert found == OUTSTANDING_IN_ALL - {"Shropshire County Council"}


def test_how_all_inspections_of_a_council_ended(seeds: api.Graph) -> None:
    found = rows(seeds, "outcomes", "date", "kind", "area", "grade", "scale", council="Staffordshire")
    graded = [(date[:4], area, grade) for date, _, area, grade, _ in found if grade]
    assert sorted(row for row in graded if row[0] != "2023") == [
        ("", "Adoption services", "Good"),
        ("2008", "Fostering services", "Outstanding"),
        ("2010", "Overall rating of children's services", "Performs well"),
        ("2011", "Overall rating of children's services", "Performs poorly"),
    ]
    assert Counter(grade for year, _, grade in graded if year == "2023") == {RI: 4, "Good": 1}
    assert [(date, kind) for date, kind, _, grade, _ in found if date.startswith("2011") and not grade] == [
        ("2011-06-01", "Unannounced inspection of contact, referral and assessment")
    ]
    scales = {grade: scale for _, _, _, grade, scale in found}
    assert scales["Outstanding"] == "Scale of service inspections"
    assert scales["Performs poorly"] != scales[RI]


def test_the_rating_fell_by_two_bands_in_a_year(seeds: api.Graph) -> None:
    assert ("Performs well", "Performs poorly", "-2") in rows(
        seeds, "band-changes", "before", "after", "change", council="Staffordshire"
    )


def test_who_ran_the_assessments_of_2006(seeds: api.Graph) -> None:
    assert rows(seeds, "inspectorates", "inspectorates", "inspections", year="2006") == [("CSCI, Ofsted", "9")]


def test_the_law_that_the_assessment_of_2011_rests_on(seeds: api.Graph) -> None:
    found = rows(seeds, "legal-basis", "inspection", "law", council="Staffordshire")
    laws = {law for inspection, law in found if inspection.endswith("staffordshire-annual-2011")}
    assert laws == {"Education and Inspections Act 2006, section 138"}


def test_grades_in_all_categories_are_inferred_one_by_one(seeds: api.Graph) -> None:
    found = rows(seeds, "known-from-press", "council", "grade")
    in_2006 = Counter(council for council, grade in found if grade == "Outstanding")
    assert in_2006 == dict.fromkeys(OUTSTANDING_IN_ALL, 3)
    assert Counter(council for council, grade in found if grade == "Inadequate") == {
        STOKE: 2, "Bristol City Council": 1,
    }  # fmt: skip


def test_what_the_letter_wants_improved_and_praises(seeds: api.Graph) -> None:
    found = rows(seeds, "findings", "type", "finding", council="Staffordshire")
    assert sum(kind == "Strength" for kind, _ in found) >= 7
    improve = Counter(
        date[:4] for date, _ in rows(seeds, "improvement-points", "date", "finding", council="Staffordshire")
    )
    assert improve["2011"] >= 4


def figures(graph: api.Graph, **values: str) -> set[tuple[str, ...]]:
    return set(rows(graph, "figures", "about", "comparator", "grade", "value", "qualifier", **values))


@pytest.mark.parametrize(
    "figure",
    [
        ("England", ">=", "Good", "86", "Exact"),
        ("England", ">=", "Good", "75", "Exact"),
        ("England", ">=", "Good", "91", "Exact"),
        ("England", "=", "Outstanding", "7", "Exact"),
        ("England", "", "", "102", "Exact"),
        (STAFFORDSHIRE, "=", "Outstanding", "7", "Exact"),
        (STAFFORDSHIRE, "=", "Outstanding", "6", "Exact"),
        (STAFFORDSHIRE, "=", "Outstanding", "3", "Exact"),
        (STAFFORDSHIRE, "", "", "5042", "Exact"),
        (STAFFORDSHIRE, "", "", "1345", "Exact"),
        (STOKE, "", "", "1100", "Approximate"),
    ],
)
def test_figures_of_councils_and_of_the_nation(seeds: api.Graph, figure: tuple[str, ...]) -> None:
    assert figure in figures(seeds)


def test_the_caseload(seeds: api.Graph) -> None:
    assert {row[3] for row in figures(seeds, council="Stoke-on-Trent")} >= {"25", "1100"}


def test_a_list_of_councils_names_each(seeds: api.Graph) -> None:
    query = "SELECT ?name { ?s cg:listComplete true ; cg:member/rdfs:label ?name }"
    assert {row[0] for row in rows(seeds, query, "name")} == OUTSTANDING_IN_ALL


def test_inspections_without_a_day(seeds: api.Graph) -> None:
    found = {row[0].rsplit("/", 1)[-1] for row in rows(seeds, "inspections-without-day", "inspection")}
    assert found >= {
        "staffordshire-annual-2010", "staffordshire-annual-2011", "staffordshire-unannounced-2011-06",
        "stoke-on-trent-ilacs-2019-02", "bristol-apa-2006", "shropshire-1974-apa-2006",
    }  # fmt: skip
    assert "staffordshire-ilacs-2023-11" not in found


def test_members_and_the_council_they_spoke_of(seeds: api.Graph) -> None:
    assert rows(seeds, "members-who-spoke", "member", "constituency", "council") == [
        ("Gareth Snell", "Stoke-on-Trent Central (2010-2024)", STOKE),
        ("Ruth Smeeth", "Stoke-on-Trent North (2010-2024)", STOKE),
    ]
    tenures = [row[0].rsplit("/", 1)[-1] for row in rows(seeds, "members-who-spoke", "tenure")]
    assert all(tenure.endswith("-2017-06-08") for tenure in tenures)


def test_directors_when_councils_were_inspected(seeds: api.Graph) -> None:
    found = rows(seeds, "directors", "council", "name", "interim")
    assert (STAFFORDSHIRE, "Eric Robinson", "") in found
    assert (STOKE, "", "true") in found


def test_a_rating_is_disputed_without_its_grade(seeds: api.Graph) -> None:
    found = rows(seeds, "claim-assessments", "claimant", "outcome", outcome="not-assessable", council="Bristol")
    assert found == [("Jos Clark", "Not assessable")]


def test_the_department_is_reported_to_step_in(seeds: api.Graph) -> None:
    """The article calls a minister who was a commissioner; only a second document can tell."""
    found = rows(seeds, "interventions", "stage", "by", "status", council="Stoke-on-Trent")
    assert ("Reported", "Department for Education", "") in found


def test_two_documents_disagree_on_education_after_sixteen(seeds: api.Graph) -> None:
    (found,) = rows(seeds, "disagreements", "superseded", "preferred")
    assert "Satisfactory or worse: 0.667" in found[0]
    assert "Satisfactory: 0.667" in found[1]


def outcomes(graph: api.Graph, claimant: str) -> dict[str, str]:
    """What came of a person's claims, by what they were held against."""
    found = rows(graph, "claim-assessments", "claimant", "against", "outcome")
    return {against: outcome for name, against, outcome in found if name == claimant}


def one(found: dict[str, Any], *words: str) -> str:
    (outcome,) = {outcome for against, outcome in found.items() if all(word in against for word in words)}
    return str(outcome)


def test_all_are_good_or_outstanding_but_for_one(seeds: api.Graph) -> None:
    found = outcomes(seeds, "Mike Lawrence")
    assert one(found, "Fostering services: Outstanding") == "Supported"
    assert one(found, "Adoption services: Good") == "Supported"
    assert one(found, "entres", "Outstanding: 1") == one(found, "entres", "Good: 2") == "Supported"
    assert one(found, "entres", "Satisfactory: 1") == "Contradicted"
    assert Counter(found.values()) == {"Supported": 4, "Contradicted": 1}


def test_good_for_a_decade_is_neither_true_nor_false(seeds_and_reports: api.Graph) -> None:
    found = outcomes(seeds_and_reports, "Mark Sutton")
    assert one(found, "Annual rating, 2011") == one(found, "Annual rating, 2010") == "Outside the period"
    assert one(found, "protection of children, November 2012") == "Outside the period"
    assert one(found, "SIF", "2014", "Overall judgement: Good") == "Supported"
    assert one(found, "ILACS, February 2019", "Overall effectiveness: Good") == "Supported"
    assert one(found, "ILACS, February 2019", "help and protection") == "Partly supported"
    assert one(found, "ILACS, November 2023") == "Outside the period"
    assert "Contradicted" not in found.values()


def test_councils_on_a_day_stand_by_band(seeds: api.Graph) -> None:
    stood = rows(seeds, "judgements-at", "council", "grade", "band", date="2012-01-31", area="annual-overall")
    assert stood == [(STAFFORDSHIRE, "Performs poorly", "1")]
