"""Which council a printed name means."""

import json
from pathlib import Path

import pytest

from councilgraph.registers import councils, load_register
from councilgraph.resolve.councils import CouncilReference, refer, refer_then


@pytest.mark.parametrize(
    ("name", "on", "key"),
    [
        ("Staffordshire", "2023-11-06", "staffordshire"),
        ("Stoke-on-Trent City Council", "2019-02", "stoke-on-trent"),
        ("Bristol City of", "2018", "bristol"),
        ("Nottingham", "2020", "nottingham"),
        ("Nottinghamshire County Council", "2020", "nottinghamshire"),
        ("Bath and North East Somerset", "2022", "bath-and-north-east-somerset"),
        ("Northmere County Council", "2024-05-13", "unresolved-northmere-county-council"),
        ("Staffordshire Moorlands", "2020", "unresolved-staffordshire-moorlands"),
    ],
)
def test_a_name_means_one_body_or_keeps_to_itself(name: str, on: str, key: str) -> None:
    reference = refer(name, on, load_register())
    assert reference.key == key
    assert reference.known == (not key.startswith("unresolved-"))


def test_what_is_known_is_called_as_the_register_calls_it() -> None:
    reference = refer("staffordshire", None, load_register())
    assert (reference.label, reference.gss) == ("Staffordshire County Council", "E10000028")


def test_what_is_not_known_is_called_as_printed() -> None:
    assert refer("The Nowhere Council", None, load_register()).label == "The Nowhere Council"


@pytest.mark.parametrize("on", ["2022-11-01", "2019"])
def test_a_body_that_began_later_is_not_meant(on: str) -> None:
    assert not refer("Cumberland Council", on, load_register()).known
    assert refer("Cumberland Council", "2023-11-01", load_register()).key == "cumberland"


@pytest.mark.parametrize(
    ("name", "on", "key", "gss"),
    [
        ("Somerset County Council", "2015-01-13", "somerset-1974", "E10000027"),
        ("Somerset", "2017-11-07", "somerset-1974", "E10000027"),
        ("Somerset", "2024-06", "somerset", "E06000066"),
        ("Buckinghamshire County Council", "2014-06-03", "buckinghamshire-1974", "E10000002"),
        ("Shropshire County Council", "2006-11-01", "shropshire-1974", "E10000026"),
        ("Cumbria County Council", None, "cumbria", "E10000006"),
        ("Northumberland County Council", "2010", "northumberland", "E06000057"),
        ("Gateshead", "2011", "gateshead", "E08000037"),
    ],
)
def test_the_body_of_the_day_is_meant(name: str, on: str | None, key: str, gss: str) -> None:
    reference = refer(name, on, councils())
    assert (reference.key, reference.gss, reference.known) == (key, gss, True)


@pytest.mark.parametrize(
    ("name", "on"),
    [
        ("Dorset", "2019"),
        ("Cheshire", "2012-01-01"),
        ("Bedford", "2006-11-01"),
        ("Durham City Council", "2006-11-01"),
        ("Newcastle Borough Council", "2006-11-01"),
    ],
)
def test_what_was_no_authority_then_stays_unresolved(name: str, on: str) -> None:
    assert not refer(name, on, councils()).known


def test_a_body_and_its_predecessor_are_not_told_apart_without_a_date() -> None:
    assert councils().lookup("Somerset")
    assert refer("Somerset", None, councils()) == CouncilReference("unresolved-somerset", "Somerset", None, known=False)
    assert refer("Somerset Council", None, councils()).key == "somerset"
    assert refer("Staffordshire", None, councils()).key == "staffordshire"


@pytest.mark.parametrize(
    ("name", "start", "key"),
    [
        ("North Yorkshire", "2018-07", "north-yorkshire-1974"),
        ("North Yorkshire", "2023-07-03", "north-yorkshire"),
        ("North Yorkshire", "2023", "north-yorkshire"),
        ("North Yorkshire", None, "north-yorkshire"),
        ("Cumberland", "2017-11", "unresolved-cumberland"),
        ("Staffordshire", "2011", "staffordshire"),
        ("Northmere", "2011", "unresolved-northmere"),
    ],
)
def test_an_earlier_inspection_was_of_the_body_of_its_day(name: str, start: str | None, key: str) -> None:
    """In a report of August 2023."""
    now = refer(name, "2023-08-18", councils())
    assert refer_then(now, name, start, councils()).key == key


def test_councils_of_reports_are_those_of_their_day(shared: Path) -> None:
    """Reports by the number of their folder and the first day of the inspection."""
    met = 0
    for line in (shared / "gold" / "reports.jsonl").read_text(encoding="utf-8").splitlines():
        answer = json.loads(line)
        if answer["council"]:
            expected = councils().by_code(answer["urn"], answer["inspection_start"])
            reference = refer(answer["council"], answer["inspection_start"], councils())
            assert expected and (reference.key, reference.gss) == (expected.slug, expected.gss), answer["path"]
            met += 1
    assert met > 20
