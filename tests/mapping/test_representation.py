"""In which councils' areas the seats lie of members whom documents mention."""

import pytest
from rdflib import RDF, Graph

from councilgraph.mapping.iris import DERIVED_GRAPH
from councilgraph.model import PersonMention
from councilgraph.registers.members import members
from reports import report

from .graphs import CG, keys, label, mapped, parsed

pytestmark = pytest.mark.usefixtures("whole")


def derived(*mentions: PersonMention, published: str | None) -> Graph:
    """What is derived of an article that mentions people."""
    record = report(genre="press-article", publisher="The Northmere Lantern", published=published, leads=())
    record.people = list(mentions)
    return parsed(mapped(record)[DERIVED_GRAPH])


def mp(name: str, constituency: str | None = None) -> PersonMention:
    return PersonMention(name, "MP", "mp", constituency=constituency)


def test_a_mentioned_member_has_one_for_each_council_of_the_seat() -> None:
    graph = derived(mp("Rt Hon Rishi Sunak MP"), published="2023-06-01")
    found = list(graph.subjects(RDF.type, CG.Representation))
    assert keys(graph.objects(None, CG.council)) == ["north-yorkshire", "north-yorkshire-1974"]
    for node in found:
        (person,), (seat,) = graph.objects(node, CG.representative), graph.objects(node, CG.constituency)
        assert keys([person]) == ["rishi-sunak-parliament-richmond-yorks"]
        assert keys([seat]) == ["richmond-yorks-2010"]
    (before,) = [node for node in found if keys(graph.objects(node, CG.council)) == ["north-yorkshire-1974"]]
    assert str(graph.value(before, CG.earliestStart)) == str(graph.value(before, CG.date)) == "2019-12-12"
    assert str(graph.value(before, CG.latestEnd)) == "2023-03-31"
    assert label(graph, before).startswith("Rishi Sunak, MP for Richmond (Yorks), elected 2019-12-12, North Yorkshire")


def test_an_end_that_is_known_by_bounds_stays_so() -> None:
    graph = derived(mp("Tristram Hunt"), published="2016-01-01")
    (node,) = graph.subjects(RDF.type, CG.Representation)
    assert str(graph.value(node, CG.earliestEnd)) == "2015-05-07"
    assert str(graph.value(node, CG.latestEnd)) == "2017-01-23"


def test_a_member_who_sits_has_no_end() -> None:
    sitting = next(m for m in members() if m.latest_end is None and members().find(m.name, "2025-01-01") is m)
    graph = derived(mp(sitting.name, sitting.seat), published="2025-01-01")
    assert list(graph.subjects(RDF.type, CG.Representation))
    assert graph.value(None, CG.latestEnd) is None


def test_nothing_is_written_of_people_who_are_no_members_or_did_not_sit_then() -> None:
    speaker = PersonMention("Tristram Hunt", "director", "director", "The Lantern Museum")
    assert len(derived(speaker, published="2016-01-01")) == 0
    assert len(derived(mp("Tristram Hunt"), published="2019-01-01")) == 0
    assert len(derived(mp("Tristram Hunt"), published=None)) == 0
    assert len(derived(mp("Bo Quill"), mp("Hunt"), published="2016-01-01")) == 0


def test_two_mentions_make_one() -> None:
    graph = derived(mp("Tristram Hunt"), mp("Hunt", "Stoke-on-Trent Central"), published="2016-01-01")
    assert len(list(graph.subjects(RDF.type, CG.Representation))) == 1
