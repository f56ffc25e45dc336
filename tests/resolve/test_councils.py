"""Which council a printed name means."""

import pytest

from councilgraph.registers import load_register
from councilgraph.resolve.councils import refer


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
