"""The word list of council names."""

import tomllib
from pathlib import Path

from councilgraph import extract
from councilgraph.registers import councils
from councilgraph.registers.gazetteer import to_toml


def test_the_list_that_ships_is_what_is_written() -> None:
    shipped = Path(extract.__file__).parent / "words" / "council-names.toml"
    assert to_toml(councils()) == shipped.read_text(encoding="utf-8")


def test_every_council_has_a_place_and_the_present_one_comes_first() -> None:
    lists = tomllib.loads(to_toml(councils()))
    assert {name for names in lists["places"].values() for name in names} == {council.name for council in councils()}
    assert lists["places"]["Cornwall"] == ["Cornwall Council", "Cornwall County Council"]
    assert lists["places"]["Stoke"] == ["Stoke-on-Trent City Council"]
    assert "London" not in lists["places"]


def test_bodies_that_are_no_more_have_the_day_of_their_end() -> None:
    lists = tomllib.loads(to_toml(councils()))
    assert str(lists["earlier"]["Wiltshire County Council"]["until"]) == "2009-03-31"
