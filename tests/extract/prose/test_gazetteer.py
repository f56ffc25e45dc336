"""Names of councils in running text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.extract.prose.gazetteer import find_names, official, official_then


def names(text: str) -> list[tuple[str, str]]:
    """Keys with the words that stand in the text."""
    return [(name.key, text[name.start : name.end]) for name in find_names(text)]


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("staff of Kent County Council met", "Kent County Council", "Kent County Council"),
        ("staff of the London Borough of Camden met", "London Borough of Camden", "London Borough of Camden"),
        ("the Royal Borough of Greenwich", "Royal Borough of Greenwich", "Royal Borough of Greenwich"),
        ("Stoke council's plan", "Stoke-on-Trent City Council", "Stoke council"),
        ("BCP Council", "Bournemouth, Christchurch and Poole Council", "BCP Council"),
        ("CALDERDALE MBC", "Calderdale Metropolitan Borough Council", "CALDERDALE MBC"),
        ("Telford and Wrekin Council", "Telford & Wrekin Council", "Telford and Wrekin Council"),
        ("Wiltshire County Council", "Wiltshire Council", "Wiltshire County Council"),
        ("Shropshire local authority children's services", "Shropshire Council", "Shropshire local authority"),
        ("children in Torbay waited", "Torbay Council", "Torbay"),
        ("Harrowby City Council was inspected", "Harrowby City Council", "Harrowby City Council"),
    ],
)
def test_names_whole_and_bare(text: str, key: str, words: str) -> None:
    assert names(text) == [(key, words)]


def test_near_names_stay_apart() -> None:
    text = "Nottinghamshire County Council, Nottingham City Council, Cheshire East and Bath and North East Somerset"
    assert [key for key, _ in names(text)] == [
        "Nottinghamshire County Council",
        "Nottingham City Council",
        "Cheshire East Council",
        "Bath and North East Somerset Council",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Sutton left",
        "Mr Bury left",
        "Councillor Kent left",
        "Leeds United won",
        "Derby County won",
        "the Kent Messenger",
        "the MP for Torbay",
        "Stoke-on-Trent Central MP Ada Vane",
        "Cllr Vane (Lab, Sutton)",
        "reading a bath book",
        "Newcastle-under-Lyme",
        "Ada Vane's parish council",
        "the full Council met",
    ],
)
def test_people_teams_seats_and_common_words_are_no_councils(text: str) -> None:
    assert names(text) == []


def test_a_district_with_a_countys_words_is_a_council_of_its_own() -> None:
    assert names("South Derbyshire District Council") == [
        ("South Derbyshire District Council", "South Derbyshire District Council")
    ]
    assert "Durham County Council" not in [key for key, _ in names("Durham City Council")]


def test_a_place_means_the_council_that_was_named_whole() -> None:
    found = names("Westmarch County Council was inspected. In Westmarch, children waited.")
    assert [key for key, _ in found] == ["Westmarch County Council"] * 2


def test_official_names_and_those_of_bodies_before() -> None:
    assert official("Hull council") == "Hull City Council"
    assert official("the council") is None
    assert official_then("Shropshire Council", "2006-11") == "Shropshire County Council"
    assert official_then("Shropshire Council", "2019") == "Shropshire Council"


@given(st.text(alphabet="KentCouyil BhmrgwsA,.'&-()\n", max_size=80))
def test_names_stand_in_order_and_never_overlap(text: str) -> None:
    found = find_names(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= name.start < name.end <= len(text) for name in found)


def test_the_short_form_of_a_compound_name_stands_for_it_once_a_council_is_said() -> None:
    text = "Kingston has bridges. Ofsted went to Kingston RBC and to Richmond LBC. Kingston was glad."
    assert names(text) == [
        ("Royal Borough of Kingston upon Thames", "Kingston"),
        ("Royal Borough of Kingston upon Thames", "Kingston RBC"),
        ("London Borough of Richmond upon Thames", "Richmond LBC"),
        ("Royal Borough of Kingston upon Thames", "Kingston"),
    ]
    assert names("Kingston has bridges, and Bath has baths.") == []


def test_a_point_ends_a_sentence_and_no_name() -> None:
    assert names("So was Milton Keynes. Blackpool dropped in.")[1] == ("Blackpool Borough Council", "Blackpool")
