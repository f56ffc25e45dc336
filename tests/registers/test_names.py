"""Names taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.registers.names import Name, fold, plain, slug

words = st.sampled_from(
    [
        "City",
        "of",
        "the",
        "Northmere",
        "Saint",
        "St.",
        "LB",
        "MBC",
        "upon",
        "&",
        "Council",
        "Boro",
        "Vâle",
        "d’Or",
        "-",
        "Ⅻ",
        "ß",
    ]
)
printed = st.one_of(st.text(max_size=30), st.lists(words, max_size=8).map(" ".join))


@given(printed)
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert plain(plain(name)) == plain(name)


@given(printed)
def test_case_and_surrounding_spaces_do_not_matter(name: str) -> None:
    assert Name.parse(f"  {fold(name).upper()} ") == Name.parse(name)


@given(printed)
def test_a_slug_is_ascii_words_parted_by_hyphens(name: str) -> None:
    assert set(slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert "--" not in slug(name)
    assert slug(name) == slug(name).strip("-")


@pytest.mark.parametrize(
    ("name", "place", "kinds"),
    [
        ("Northmere", "northmere", ""),
        ("Northmere Council", "northmere", ""),
        ("The City of Northmere Metropolitan District Council", "northmere", "city district metropolitan"),
        ("Northmere, City of", "northmere", "city"),
        ("Northmere MBC", "northmere", "borough metropolitan"),
        ("Northmere Unitary Authority", "northmere", "unitary"),
        ("Northmere local authority", "northmere", ""),
        ("London Borough of Eastvale & Northmere", "eastvale and northmere", "borough london"),
        ("Eastvale and Northmere London Boro", "eastvale and northmere", "borough london"),
        ("LB Eastvale", "eastvale", "borough london"),
        ("Royal Borough of Eastvale-upon-Mere", "eastvale on mere", "borough royal"),
        ("Council of the Isles of Mere", "isles of mere", ""),
        ("County of Northmere", "northmere", "county"),
        ("City and County of the City of Northmere", "northmere", "city county"),
        ("Sint Máire’s", "sint maires", ""),
        ("St. Eastvale", "st eastvale", ""),
        ("Saint Eastvale", "st eastvale", ""),
        ("City of London", "london", "city"),
        ("London Borough Council", "", "borough london"),
        ("City Council", "", "city"),
        ("", "", ""),
    ],
)
def test_a_name_is_a_place_and_kinds_of_body(name: str, place: str, kinds: str) -> None:
    assert Name.parse(name) == Name(place, frozenset(kinds.split()))
