"""Who sat in Parliament for the area of a council: the stored question, asked of the registers that ship."""

from collections.abc import Iterator

import pytest

from councilgraph import api, mapping, resources
from councilgraph.errors import UsageError
from councilgraph.store import write_store


@pytest.fixture(scope="module")
def graph(whole: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[api.Graph]:
    folder = tmp_path_factory.mktemp("members") / "store"
    with write_store(folder) as writer:
        for name, lines in mapping.standing_graphs(sorted((resources.graphs() / "registers").glob("*.ttl"))).items():
            writer.put(name, lines)
        writer.commit({})
    with api.Graph(folder) as opened:
        yield opened


def asked(graph: api.Graph, council: str, date: str) -> list[tuple[str, ...]]:
    """Constituency, share, member, party and whether it is certain."""
    table = graph.query("members-of-council", council=council, date=date)
    return [tuple(str(getattr(cell, "value", "")) for cell in (*row[:4], row[5])) for row in table.rows]


def test_the_seats_of_a_council_with_who_sat_for_them(graph: api.Graph) -> None:
    assert asked(graph, "Stoke-on-Trent", "2019-03-21") == [
        ("Stoke-on-Trent Central (2010-2024)", "1", "Gareth Snell", "Labour Party", "true"),
        ("Stoke-on-Trent South (2010-2024)", "1", "Jack Brereton", "Conservative and Unionist Party", "true"),
        ("Stoke-on-Trent North (2010-2024)", "0.796", "Ruth Smeeth", "Labour Party", "true"),
    ]


def test_a_member_who_left_at_an_unknown_day_is_not_certain(graph: api.Graph) -> None:
    held = {member: certain for _, _, member, _, certain in asked(graph, "Stoke-on-Trent", "2016-06-01")}
    assert held == {"Tristram Hunt": "false", "Robert Flello": "true", "Ruth Smeeth": "true"}
    assert "Tristram Hunt" not in str(asked(graph, "Stoke-on-Trent", "2017-02-01"))


def test_between_two_parliaments_there_are_seats_without_members(graph: api.Graph) -> None:
    assert {row[1:] for row in asked(graph, "Hartlepool", "2019-11-20")} == {("1", "", "", "")}


def test_a_council_has_seats_while_it_exists(graph: api.Graph) -> None:
    assert len(asked(graph, "dorset-1974", "2018-01-01")) == 5
    assert asked(graph, "dorset-1974", "2020-01-01") == asked(graph, "Dorset", "2018-01-01") == []


def test_who_stood_for_no_party_is_told_as_what(graph: api.Graph) -> None:
    assert ("Chorley (2010-2024)", "Lindsay Hoyle", "Speaker") in [
        (seat, member, party) for seat, _, member, party, _ in asked(graph, "Lancashire", "2020-01-01")
    ]


def test_the_day_must_be_given(graph: api.Graph) -> None:
    with pytest.raises(UsageError, match="needs date"):
        graph.query("members-of-council", council="Dorset")
