"""The register that ships, and what its names find."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest

from councilgraph import rdf, resources
from councilgraph.registers import Council, CouncilRegister, Match, councils, load_register

REGISTER = councils()
PRESENT = [council for council in REGISTER if council.end is None]
FORMER = [council for council in REGISTER if council.end is not None]


def fictional(slug: str, name: str, *aliases: str, **facts: str) -> Council:
    return Council(slug, f"{rdf.BASE}id/council/{slug}", name, aliases[0] if aliases else name, aliases[1:], **facts)


def test_the_153_present_authorities_by_type() -> None:
    assert Counter(council.type for council in PRESENT) == {
        "unitary": 63,
        "metropolitan-district": 36,
        "london-borough": 32,
        "county": 21,
        "city-of-london": 1,
    }
    assert len(PRESENT) == 153


@pytest.mark.parametrize(
    ("day", "authorities"),
    [
        ("2005-06-01", 150),
        ("2008-06-01", 150),
        ("2009-03-31", 150),
        ("2009-04-01", 152),
        ("2011-11-08", 152),
        ("2019-03-31", 152),
        ("2019-04-01", 151),
        ("2020-04-01", 151),
        ("2021-04-01", 152),
        ("2023-03-31", 152),
        ("2023-04-01", 153),
        ("2026-04-01", 153),
    ],
)
def test_as_many_authorities_as_there_were(day: str, authorities: int) -> None:
    assert sum((council.start or "") <= day <= (council.end or "9999") for council in REGISTER) == authorities


def test_168_authorities_since_2005_of_which_15_are_no_more() -> None:
    assert len(REGISTER) == 168
    assert [(council.slug, council.gss, council.dfe, council.end) for council in FORMER] == [
        ("bedfordshire", "E10000001", "820", "2009-03-31"),
        ("bournemouth", "E06000028", "837", "2019-03-31"),
        ("buckinghamshire-1974", "E10000002", "825", "2020-03-31"),
        ("cheshire", "E10000004", "875", "2009-03-31"),
        ("cornwall-1974", "E10000005", "908", "2009-03-31"),
        ("cumbria", "E10000006", "909", "2023-03-31"),
        ("dorset-1974", "E10000009", "835", "2019-03-31"),
        ("durham-1974", "E10000010", "840", "2009-03-31"),
        ("north-yorkshire-1974", "E10000023", "815", "2023-03-31"),
        ("northamptonshire", "E10000021", "928", "2021-03-31"),
        ("northumberland-1974", "E10000022", "929", "2009-03-31"),
        ("poole", "E06000029", "836", "2019-03-31"),
        ("shropshire-1974", "E10000026", "893", "2009-03-31"),
        ("somerset-1974", "E10000027", "933", "2023-03-31"),
        ("wiltshire-1974", "E10000033", "865", "2009-03-31"),
    ]


def test_every_council_has_its_facts() -> None:
    for council in REGISTER:
        assert council.gss and council.dfe and council.region, council
        assert council.urn or council.end, council
        assert council.iri == f"{rdf.BASE}id/council/{council.slug}"


def test_councils_follow_one_another_from_one_day_to_the_next() -> None:
    assert len(REGISTER.changes) == 14
    for change in REGISTER.changes:
        eve = (date.fromisoformat(change.day) - timedelta(days=1)).isoformat()
        assert {council.end for slug in change.originals if (council := REGISTER.by_slug(slug))} == {eve}
        assert {council.start for slug in change.results if (council := REGISTER.by_slug(slug))} == {change.day}
        assert change.order.startswith("http://www.legislation.gov.uk/id/uksi/")
    assert {slug for change in REGISTER.changes for slug in change.originals} == {council.slug for council in FORMER}
    begun = {council.slug for council in PRESENT if council.start}
    assert {slug for change in REGISTER.changes for slug in change.results} == begun


@pytest.mark.parametrize(
    ("slug", "before", "after"),
    [
        ("shropshire", ["shropshire-1974"], []),
        ("shropshire-1974", [], ["shropshire"]),
        ("dorset", ["dorset-1974"], []),
        ("bournemouth-christchurch-and-poole", ["bournemouth", "poole"], []),
        ("northamptonshire", [], ["north-northamptonshire", "west-northamptonshire"]),
        ("staffordshire", [], []),
    ],
)
def test_predecessors_and_successors(slug: str, before: list[str], after: list[str]) -> None:
    council = REGISTER.by_slug(slug)
    assert council
    assert [other.slug for other in REGISTER.predecessors(council)] == before
    assert [other.slug for other in REGISTER.successors(council)] == after


def test_types_and_regions_are_concepts_of_the_vocabulary() -> None:
    for scheme, keys in (
        ("council-type", {council.type for council in REGISTER}),
        ("region", {council.region for council in REGISTER}),
    ):
        file = resources.ontology() / "vocabulary" / f"{scheme}.ttl"
        subjects = {str(triple.subject) for triple in rdf.read_triples(file)}
        assert {f"<{rdf.BASE}vocab/{scheme}/{key}>" for key in keys} <= subjects


def test_only_legal_starts_are_stated() -> None:
    assert Counter(council.start for council in PRESENT if council.start) == {
        "2009-04-01": 9,
        "2019-04-01": 2,
        "2020-04-01": 1,
        "2021-04-01": 2,
        "2023-04-01": 4,
    }


def test_codes_are_of_one_council_each_but_for_numbers_that_a_successor_took_over() -> None:
    holders: dict[str, list[Council]] = defaultdict(list)
    for council in REGISTER:
        for code in council.codes:
            holders[code].append(council)
    shared = {code: held for code, held in holders.items() if len(held) > 1}
    assert len(shared) == 11
    for code, (council, before) in shared.items():
        assert REGISTER.predecessors(council) == [before]
        assert code in (council.dfe, council.urn)


@pytest.mark.parametrize("council", PRESENT, ids=lambda council: council.slug)
def test_each_council_is_found_by_all_its_names_and_codes(council: Council) -> None:
    for name in council.names:
        for form in (name, name.upper(), f"The {name}".replace(" & ", " and "), f" {name} ".replace(" ", "  ")):
            assert REGISTER.lookup(form) is council, form
            assert REGISTER.lookup(form, "2025-01-31") is council, form
    assert REGISTER.lookup(f"{council.short_name} Council", "2025-01-31") is council
    for code in council.codes:
        assert REGISTER.by_code(code) is council
    for code in filter(None, (council.gss, *council.former_gss)):
        assert REGISTER.by_gss(f" {code}".lower()) is council
    assert REGISTER.by_slug(council.slug) is council


@pytest.mark.parametrize("council", FORMER, ids=lambda council: council.slug)
def test_each_former_council_is_found_on_its_days_by_all_its_names_and_codes(council: Council) -> None:
    for name in (*council.names, f"{council.short_name} Council"):
        assert REGISTER.lookup(name, "2008-06-01") is council
        assert REGISTER.lookup(name.upper(), council.end) is council
        assert REGISTER.lookup(name, "2025-01-31") is not council
    for name in council.names:
        undated = REGISTER.match(name)
        assert undated.council is council or (
            council in undated.others and undated.council in REGISTER.successors(council)
        )
    assert council.gss
    assert REGISTER.by_code(council.gss) is REGISTER.by_gss(council.gss) is council
    for code in council.codes:
        assert REGISTER.by_code(code, "2008-06") is council
        assert REGISTER.by_code(code, "2025-01-31") is not council


@pytest.mark.parametrize(("code", "slug"), [("E08000020", "gateshead"), ("E06000048", "northumberland")])
def test_an_area_is_found_by_the_code_that_it_had_before(code: str, slug: str) -> None:
    council = REGISTER.by_code(code)
    assert council
    assert (council.slug, council.former_gss) == (slug, (code,))
    assert REGISTER.by_code(council.gss or "") is REGISTER.by_gss(code) is council


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Bristol City of", "bristol"),
        ("City of Bristol", "bristol"),
        ("Norfolk Council", "norfolk"),
        ("Metropolitan Borough of Rotherham", "rotherham"),
        ("City of Bradford Metropolitan District Council", "bradford"),
        ("City of Bradford Metropolitan Borough Council", "bradford"),
        ("City of Wakefield Metropolitan District Council", "wakefield"),
        ("Calderdale Metropolitan Council", "calderdale"),
        ("Gateshead Borough Council", "gateshead"),
        ("Cheshire East Unitary Authority", "cheshire-east"),
        ("Cheshire West & Chester", "cheshire-west-and-chester"),
        ("Hull", "kingston-upon-hull"),
        ("HULL CITY COUNCIL", "kingston-upon-hull"),
        ("Kingston upon Hull, City of", "kingston-upon-hull"),
        ("Kingston-upon-Hull City Council", "kingston-upon-hull"),
        ("Kingston upon Thames", "kingston-upon-thames"),
        ("London Borough of Kingston on Thames", "kingston-upon-thames"),
        ("Newcastle", "newcastle-upon-tyne"),
        ("Newcastle-upon-Tyne City Council", "newcastle-upon-tyne"),
        ("Southend-on-Sea city council", "southend-on-sea"),
        ("Southend-on-Sea Borough Council", "southend-on-sea"),
        ("Council of the Isles of Scilly", "isles-of-scilly"),
        ("Telford & Wrekin", "telford-and-wrekin"),
        ("Telford and the Wrekin", "telford-and-wrekin"),
        ("Windsor & Maidenhead", "windsor-and-maidenhead"),
        ("Royal Borough of Windsor and Maidenhead", "windsor-and-maidenhead"),
        ("East Riding", "east-riding-of-yorkshire"),
        ("Medway", "medway"),
        ("BCP", "bournemouth-christchurch-and-poole"),
        ("BCP Council", "bournemouth-christchurch-and-poole"),
        ("Bournemouth, Christchurch & Poole", "bournemouth-christchurch-and-poole"),
        ("St. Helens", "st-helens"),
        ("Saint Helens Metropolitan Borough Council", "st-helens"),
        ("Stoke", "stoke-on-trent"),
        ("City of Stoke on Trent", "stoke-on-trent"),
        ("County Durham", "durham"),
        ("Durham County Council", "durham"),
        ("Rutland County Council", "rutland"),
        ("Herefordshire, County of", "herefordshire"),
        ("Herefordshire County Council", "herefordshire"),
        ("Leicester City", "leicester"),
        ("Milton Keynes Council", "milton-keynes"),
        ("Milton Keynes City Council", "milton-keynes"),
        ("Doncaster Metropolitan Borough Council", "doncaster"),
        ("Doncaster City Council", "doncaster"),
        ("Westminster", "westminster"),
        ("Westminster City Council", "westminster"),
        ("City of Westminster", "westminster"),
        ("City of London", "city-of-london"),
        ("Corporation of London", "city-of-london"),
        ("City of London Corporation", "city-of-london"),
        ("LB Camden", "camden"),
        ("Tower Hamlets", "tower-hamlets"),
        ("Hammersmith & Fulham", "hammersmith-and-fulham"),
        ("Bath & North East Somerset", "bath-and-north-east-somerset"),
        ("Bedford", "bedford"),
        ("Central Bedfordshire", "central-bedfordshire"),
    ],
)
def test_printed_forms(name: str, slug: str) -> None:
    found = REGISTER.lookup(name)
    assert found
    assert found.slug == slug


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nottingham", "Nottinghamshire"),
        ("Leicester", "Leicestershire"),
        ("Derby", "Derbyshire"),
        ("Herefordshire", "Hertfordshire"),
        ("Kingston upon Hull", "Kingston upon Thames"),
        ("Bath and North East Somerset", "Somerset"),
        ("North Somerset", "Somerset"),
        ("Cheshire East", "Cheshire West and Chester"),
        ("Gloucestershire", "South Gloucestershire"),
        ("Bedford", "Central Bedfordshire"),
        ("North Lincolnshire", "North East Lincolnshire"),
        ("Cumberland", "Northumberland"),
        ("Westminster", "City of London"),
        ("Stoke-on-Trent", "Staffordshire"),
    ],
)
def test_near_names_are_two_councils(one: str, other: str) -> None:
    first, second = REGISTER.lookup(one), REGISTER.lookup(other)
    assert first
    assert second
    assert first is not second


@pytest.mark.parametrize(
    "name",
    [
        "Newcastle-under-Lyme",
        "Newcastle-under-Lyme Borough Council",
        "Newcastle Borough Council",
        "South Staffordshire",
        "East Staffordshire",
        "Staffordshire Moorlands",
        "Staffordshire District Council",
        "Stoke Newington",
        "Bradley Stoke",
        "Stoke and Staffordshire",
        "Northampton",
        "Northampton Borough Council",
        "Cumbria City Council",
        "Bath",
        "Chester",
        "Kingston",
        "Durham City Council",
        "City of Durham",
        "Derby County",
        "Nottingham County Council",
        "Leicester County Council",
        "Bedford County Council",
        "London",
        "London County Council",
        "Greater London Authority",
        "London Borough Council",
        "Yorkshire",
        "Sussex",
        "Greater Manchester",
        "Northmere",
        "Council",
        "",
        "北京",
    ],
)
def test_what_is_no_authority_finds_none(name: str) -> None:
    for on in (None, "2012-05-01", "2024-05-01"):
        match = REGISTER.match(name, on)
        assert match.council is None
        assert match.reason


@pytest.mark.parametrize(
    ("name", "on", "slug"),
    [
        ("Dorset County Council", "2018-06-01", "dorset-1974"),
        ("Dorset County Council", None, "dorset-1974"),
        ("Dorset County Council", "2019-04-01", "dorset"),
        ("Dorset", "2019-03-31", "dorset-1974"),
        ("Dorset", "2019-04-01", "dorset"),
        ("Dorset", "2019", None),
        ("Dorset", "2019-03", "dorset-1974"),
        ("Dorset", "2019-04", "dorset"),
        ("Dorset", None, "dorset"),
        ("Dorset Council", None, "dorset"),
        ("Buckinghamshire County Council", "2018-01-29", "buckinghamshire-1974"),
        ("Buckinghamshire County Council", None, "buckinghamshire-1974"),
        ("Buckinghamshire County Council", "2021-11-29", "buckinghamshire"),
        ("Buckinghamshire", "2021", "buckinghamshire"),
        ("Somerset County Council", "2015-01-30", "somerset-1974"),
        ("Somerset County Council", "2017-11-07", "somerset-1974"),
        ("Somerset County Council", None, "somerset-1974"),
        ("Somerset Council", None, "somerset"),
        ("Somerset", "2024", "somerset"),
        ("Somerset", "2023", None),
        ("Wiltshire County Council", "2006-10", "wiltshire-1974"),
        ("Wiltshire Council", None, "wiltshire"),
        ("Shropshire County Council", None, "shropshire-1974"),
        ("Shropshire", "2006-11-01", "shropshire-1974"),
        ("Shropshire", "1973", None),
        ("Durham County Council", "2008-12-17", "durham-1974"),
        ("Durham County Council", "2009-04-01", "durham"),
        ("Durham County Council", None, "durham"),
        ("Durham City Council", "2008-12-17", None),
        ("Cumbria", None, "cumbria"),
        ("Cumbria", "2022-11", "cumbria"),
        ("Cumbria", "2023-11", None),
        ("Northamptonshire", "2018-10", "northamptonshire"),
        ("Bedfordshire", None, "bedfordshire"),
        ("Bedfordshire", "2010", None),
        ("Bedford", "2008", None),
        ("Cheshire County Council", "2008", "cheshire"),
        ("Poole Borough Council", "2012-05-01", "poole"),
        ("Bournemouth", "2018-12-31", "bournemouth"),
        ("Bournemouth", "2019-12-31", None),
        ("Northumberland County Council", "2016-02-01T09:00", "northumberland"),
        ("Cheshire East Borough Council", None, "cheshire-east"),
        ("Staffordshire", "1999", "staffordshire"),
        ("Somerset County Council", "last autumn", "somerset-1974"),
        ("Somerset", "last autumn", "somerset"),
        ("Medway County Council", None, "medway"),
    ],
)
def test_a_council_is_found_only_when_it_existed(name: str, on: str | None, slug: str | None) -> None:
    found = REGISTER.lookup(name, on)
    assert (found.slug if found else None) == slug


def test_all_names_of_other_authorities_find_none(shared: Path) -> None:
    import csv

    with (shared / "registers" / "local-authorities.csv").open(encoding="utf-8-sig", newline="") as file:
        areas = {row["local-authority-code"]: row["gss-code"] for row in csv.DictReader(file)}
    with (shared / "registers" / "local-authority-names.csv").open(encoding="utf-8", newline="") as file:
        names = [(row["la-name"], REGISTER.by_gss(areas[row["local-authority-code"]])) for row in csv.DictReader(file)]
    for name, council in names:
        assert council is None or REGISTER.lookup(name, council.end or "2025-01-31") is council, name
    # The former code of a district is no name for one of ours.
    assert not {name for name, council in names if not council and REGISTER.lookup(name)}


def test_names_of_ofsted_folders_find_their_number(shared: Path) -> None:
    folders = [path.name for path in (shared / "corpus" / "reports").iterdir() if path.is_dir()]
    assert folders
    for folder in folders:
        urn, name = folder.split("_", 1)
        council = REGISTER.lookup(name)
        assert council, folder
        assert council.urn == urn


def test_reports_are_on_the_council_of_their_day(shared: Path) -> None:
    """By the number and the name of their folders, which successors took over, and the day of their publication."""
    from councilgraph.documents.manifest import read_manifest

    met: dict[str, set[str]] = defaultdict(set)
    for row in read_manifest(shared / "corpus" / "reports" / "manifest.csv").rows.values():
        urn, name = row.path.split("/")[0].split("_", 1)
        council = REGISTER.by_code(urn, row.published)
        assert council and council.gss
        assert REGISTER.lookup(name, row.published) is council
        met[urn].add(council.gss)
    assert {urn: met[urn] for urn in ("80442", "80530", "80532", "80555", "80580")} == {
        "80442": {"E10000002"},
        "80530": {"E06000065"},
        "80532": {"E06000057"},
        "80555": {"E10000027"},
        "80580": {"E06000054"},
    }


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Stafordshire", "staffordshire"),
        ("Staffordshire Moorlands", "staffordshire"),
        ("Nothinghamshire County Council", "nottinghamshire"),
        ("Northants", "northamptonshire"),
    ],
)
def test_near_names_are_offered(name: str, slug: str) -> None:
    offered = REGISTER.near(name)
    assert slug in [council.slug for council in offered]
    assert 0 < len(offered) <= 3
    assert len(set(offered)) == len(offered)


def test_what_is_like_nothing_gets_no_offer() -> None:
    assert REGISTER.near("Xyzzy") == []


def test_a_name_of_two_councils_finds_neither() -> None:
    register = CouncilRegister(
        [
            fictional("northmere", "Northmere Council", "Northmere", "The Meres", type="unitary"),
            fictional("southmere", "Southmere Council", "Southmere", "The Meres", type="unitary"),
        ]
    )
    assert register.lookup("Northmere")
    match = register.match("Meres")
    assert match.council is None
    assert match.reason == "“Meres” can mean Northmere Council or Southmere Council"


def test_bodies_of_one_name_are_told_apart_by_day_and_by_kind() -> None:
    old = fictional(
        "northmere-1974", "Northmere County Council", "Northmere", gss="E10999999", type="county", end="2019-03-31"
    )
    new = fictional("northmere", "Northmere Council", "Northmere", gss="E06999999", type="unitary", start="2019-04-01")
    town = fictional("northmere-city", "Northmere City Council", type="unitary")
    register = CouncilRegister([new, old, town])
    assert register.lookup("Northmere County Council", "2018") is old
    assert register.lookup("Northmere County Council") is old
    assert register.lookup("Northmere County Council", "2024-02") is new
    assert register.lookup("Northmere", "2019-04-01") is new
    assert register.lookup("Northmere", "2019-03-31") is old
    assert register.lookup("Northmere", "2019") is None
    assert register.match("Northmere") == Match(new, others=(old,))
    assert register.lookup("City of Northmere", "2024") is town
    assert "lasted" not in register.match("Northmere", "2019").reason
    assert register.by_gss("E10999999") is old
    assert [council.slug for council in register] == ["northmere", "northmere-1974", "northmere-city"]


def test_a_shared_number_finds_no_council() -> None:
    register = CouncilRegister(
        [fictional("northmere", "Northmere", dfe="999"), fictional("eastvale", "Eastvale", dfe="999")]
    )
    assert register.by_code("999") is None


def test_further_files_add_councils_and_names(tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        """
        @prefix cg: <https://w3id.org/councilgraph/ontology#> .
        @prefix council: <https://w3id.org/councilgraph/id/council/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        council:northmere a cg:Council ; rdfs:label "Northmere Council" ; cg:latestEnd "2010-03-31"^^xsd:date .
        council:staffordshire skos:altLabel "Staffs" .
        <https://example.org/x> rdfs:label "not a council" .
        """,
        encoding="utf-8",
    )
    register = load_register(own)
    assert len(register) == len(REGISTER) + 1
    northmere = register.lookup("Northmere", "2009")
    assert northmere
    assert (northmere.name, northmere.short_name, northmere.gss) == ("Northmere Council", "Northmere Council", None)
    assert register.match("Northmere", "2011").reason == "Northmere Council ended on 2010-03-31, and the day is 2011"
    assert register.lookup("Staffs") is register.by_slug("staffordshire")
    assert REGISTER.lookup("Staffs") is None
