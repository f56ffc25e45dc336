"""Councils that followed one another: what a name means, what is told of them, and whose history queries take in.

Northmere County Council (inspected in 2015 and 2017) gave way to Northmere Council in 2019 (inspected in 2022), and
Vale County Council (inspected in 2016) to East Vale and West Vale in 2021, of which only East Vale has been inspected.
"""

from collections.abc import Iterator

import pytest

from councilgraph import rdf
from councilgraph.cli.show import as_text
from councilgraph.errors import UsageError
from councilgraph.query import library, run
from councilgraph.query.profile import profile
from councilgraph.query.results import cell
from councilgraph.query.things import find, short
from councilgraph.store import EmbeddedStore, open_store, write_store

PREFIXES = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in rdf.PREFIXES.items())
REGISTER = """
@prefix council: <https://w3id.org/councilgraph/id/council/> .
@prefix change:  <https://w3id.org/councilgraph/id/change/> .
council:northmere-1974 a cg:Council ; rdfs:label "Northmere County Council" ; skos:prefLabel "Northmere" ;
  cg:councilType <https://w3id.org/councilgraph/vocab/council-type/county> ; cg:gssCode "E10999001" ; cg:dfeCode "991" ;
  cg:earliestStart "1974-04-01"^^xsd:date ; cg:latestEnd "2019-03-31"^^xsd:date .
council:northmere a cg:Council ; rdfs:label "Northmere Council" ; skos:prefLabel "Northmere" ;
  cg:councilType <https://w3id.org/councilgraph/vocab/council-type/unitary> ; cg:dfeCode "991" ;
  cg:gssCode "E06999002" ; cg:formerGssCode "E06999001" ; cg:earliestStart "2019-04-01"^^xsd:date .
council:vale a cg:Council ; rdfs:label "Vale County Council" ; cg:latestEnd "2021-03-31"^^xsd:date .
council:east-vale a cg:Council ; rdfs:label "East Vale Council" ; cg:earliestStart "2021-04-01"^^xsd:date .
council:west-vale a cg:Council ; rdfs:label "West Vale Council" ; cg:earliestStart "2021-04-01"^^xsd:date .
change:northmere-2019 a org:ChangeEvent ; rdfs:label "Reorganisation of Northmere" ; cg:date "2019-04-01"^^xsd:date ;
  org:originalOrganization council:northmere-1974 ; org:resultingOrganization council:northmere .
change:vale-2021 a org:ChangeEvent ; rdfs:label "Reorganisation of Vale" ; cg:date "2021-04-01"^^xsd:date ;
  org:originalOrganization council:vale ; org:resultingOrganization council:east-vale, council:west-vale .
"""
INSPECTION = """
@prefix inspection: <https://w3id.org/councilgraph/id/inspection/> .
@prefix judgement: <https://w3id.org/councilgraph/id/judgement/> .
inspection:{council}-{year} a cg:Inspection ; cg:council <https://w3id.org/councilgraph/id/council/{council}> ;
  rdfs:label "{council} {year}" ; cg:inspectionKind <https://w3id.org/councilgraph/vocab/inspection-kind/ilacs> ;
  cg:date "{year}-05-01"^^xsd:date ; cg:latestEnd "{year}-05-12"^^xsd:date .
judgement:{council}-{year} a cg:Judgement ; cg:council <https://w3id.org/councilgraph/id/council/{council}> ;
  cg:inspection inspection:{council}-{year} ; cg:band {band} ; cg:grade <https://example.org/band-{band}> ;
  cg:area <https://example.org/overall> .
<https://example.org/band-{band}> a cg:Grade ; rdfs:label "band {band}" .
<https://example.org/overall> a cg:JudgementArea ; rdfs:label "Overall" ; cg:isOverall true .
<https://w3id.org/councilgraph/vocab/inspection-kind/ilacs> rdfs:label "ILACS inspection" .
"""
INSPECTIONS = [
    ("northmere-1974", 2015, 1),
    ("northmere-1974", 2017, 2),
    ("northmere", 2022, 3),
    ("vale", 2016, 1),
    ("east-vale", 2023, 4),
]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    folder = tmp_path_factory.mktemp("predecessors")
    texts = {"register": REGISTER}
    for council, year, band in INSPECTIONS:
        texts[f"{council}-{year}"] = INSPECTION.format(council=council, year=year, band=band)
    with write_store(folder / "store") as writer:
        for name, text in texts.items():
            file = folder / f"{name}.ttl"
            file.write_text(PREFIXES + text, encoding="utf-8")
            writer.put(f"{rdf.BASE}graph/{name}", rdf.lines(rdf.read_triples(file)))
        writer.commit({})
    with open_store(folder / "store") as store:
        yield store


def told(graph: EmbeddedStore, query: str, *columns: str, **values: str) -> list[list[str]]:
    """Some columns of what a stored query answers."""
    table = run(graph, library.get(query).bind(graph, values))
    wanted = [table.columns.index(column) for column in columns]
    return [[cell(row[index]) for index in wanted] for row in table.rows]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Northmere", "northmere"),
        ("Northmere Council", "northmere"),
        ("Northmere County Council", "northmere-1974"),
        ("northmere-1974", "northmere-1974"),
        ("991", "northmere"),
        ("E06999002", "northmere"),
        ("E06999001", "northmere"),
        ("E10999001", "northmere-1974"),
        ("Vale", "vale"),
    ],
)
def test_the_council_that_exists_is_meant_where_two_answer(graph: EmbeddedStore, text: str, slug: str) -> None:
    assert short(find(graph, text, "council")) == short(find(graph, text)) == slug


def test_a_reorganisation_is_found_by_id_and_by_label(graph: EmbeddedStore) -> None:
    for text in ("vale-2021", "change/vale-2021", "reorganisation of vale"):
        assert short(find(graph, text, "change")) == "vale-2021"


def test_a_profile_names_predecessors_and_successors(graph: EmbeddedStore) -> None:
    about = profile(graph, find(graph, "Northmere"))
    assert about.predecessors == {f"{rdf.BASE}id/council/northmere-1974": "Northmere County Council"}
    assert about.successors == {}
    lines = as_text(about).splitlines()
    assert "GSS E06999002 · former GSS E06999001" in lines[1]
    assert lines[2] == "Before it: Northmere County Council (northmere-1974)"
    after = as_text(profile(graph, find(graph, "Vale"))).splitlines()
    assert after[2] == "After it: East Vale Council (east-vale), West Vale Council (west-vale)"


def test_a_history_takes_in_predecessors_if_asked(graph: EmbeddedStore) -> None:
    columns = ("date", "band", "judgement")
    own = told(graph, "grade-history", *columns, council="Northmere")
    assert own == [["2022-05-01", "3", "northmere-2022"]]
    assert told(graph, "grade-history", *columns, council="Northmere", predecessors="yes") == [
        ["2015-05-01", "1", "northmere-1974-2015"],
        ["2017-05-01", "2", "northmere-1974-2017"],
        *own,
    ]
    before = told(graph, "grade-history", "date", council="northmere-1974", predecessors="yes")
    assert before == [["2015-05-01"], ["2017-05-01"]]


def test_inspections_take_in_those_of_predecessors_once(graph: EmbeddedStore) -> None:
    everywhere = told(graph, "inspections", "inspection")
    assert len(everywhere) == len(INSPECTIONS)
    assert told(graph, "inspections", "inspection", predecessors="yes") == everywhere
    assert told(graph, "inspections", "inspection", council="West Vale") == []
    assert told(graph, "inspections", "inspection", council="West Vale", predecessors="yes") == [["vale-2016"]]


def test_changes_are_held_against_predecessors_if_asked(graph: EmbeddedStore) -> None:
    columns = ("council", "from", "to", "change")
    own = told(graph, "band-changes", *columns)
    assert own == [["Northmere County Council", "2015-05-01", "2017-05-01", "1"]]
    assert told(graph, "band-changes", *columns, predecessors="yes") == [
        ["East Vale Council", "2016-05-01", "2023-05-01", "3"],
        ["Northmere Council", "2017-05-01", "2022-05-01", "1"],
        *own,
    ]
    assert told(graph, "band-changes", "to", council="Northmere", predecessors="yes") == [
        ["2022-05-01"],
        ["2017-05-01"],
    ]


@pytest.mark.parametrize(
    ("day", "alone", "with_predecessors"),
    [
        ("2016-01-01", ["northmere-1974-2015"], ["northmere-1974-2015"]),
        ("2019-03-31", ["northmere-1974-2017", "vale-2016"], ["northmere-1974-2017", "vale-2016"]),
        ("2019-04-01", ["vale-2016"], ["northmere-1974-2017", "vale-2016"]),
        ("2022-01-01", [], ["vale-2016", "northmere-1974-2017", "vale-2016"]),
        ("2024-01-01", ["east-vale-2023", "northmere-2022"], ["east-vale-2023", "northmere-2022", "vale-2016"]),
    ],
)
def test_only_councils_of_the_day_stand_on_it(
    graph: EmbeddedStore, day: str, alone: list[str], with_predecessors: list[str]
) -> None:
    assert [row[0] for row in told(graph, "judgements-at", "judgement", date=day)] == alone
    taken_in = told(graph, "judgements-at", "judgement", date=day, predecessors="yes")
    assert [row[0] for row in taken_in] == with_predecessors


def test_councils_of_a_day(graph: EmbeddedStore) -> None:
    assert [row[0] for row in told(graph, "councils", "council", date="2020-01-01")] == ["northmere", "vale"]
    assert len(told(graph, "councils", "council")) == 5


def test_reorganisations_name_both_sides(graph: EmbeddedStore) -> None:
    assert told(graph, "reorganisations", "date", "before", "after", council="West Vale") == [
        ["2021-04-01", "Vale County Council", "East Vale Council"],
        ["2021-04-01", "Vale County Council", "West Vale Council"],
    ]
    assert len(told(graph, "reorganisations", "change")) == 3


def test_yes_and_no_are_the_only_answers(graph: EmbeddedStore) -> None:
    with pytest.raises(UsageError, match="predecessors is yes or no, and “perhaps” is none"):
        library.get("inspections").bind(graph, {"predecessors": "perhaps"})
