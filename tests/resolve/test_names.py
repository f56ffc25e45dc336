"""Keys made of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.resolve.names import slug


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Máire O’Brien", "maire-obrien"),
        ("Barking & Dagenham", "barking-and-dagenham"),
        ("  St. Helens  ", "st-helens"),
        ("HMI Probation", "hmi-probation"),
        ("ﬁne Straße", "fine-strasse"),
    ],
)
def test_keys_are_readable(name: str, key: str) -> None:
    assert slug(name) == key


def test_names_in_other_scripts_have_keys_that_differ() -> None:
    assert slug("名前") != slug("新聞")
    assert len(slug("名前")) == 12


@given(st.text(st.characters(exclude_categories=())))
def test_a_key_is_a_segment_of_an_iri_and_stays_as_it_is(name: str) -> None:
    key = slug(name)
    assert key and set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not key.startswith("-") and not key.endswith("-")
    assert slug(key) == key
