"""When two mentions are one inspection."""

from itertools import permutations

from councilgraph.model import Inspection
from councilgraph.resolve.councils import CouncilReference
from councilgraph.resolve.events import Mention, join

NORTHMERE = CouncilReference("northmere", "Northmere County Council", None, known=True)
EASTVALE = CouncilReference("eastvale", "Eastvale Council", None, known=True)


def mention(
    document: str, start: str | None, end: str | None, council: CouncilReference = NORTHMERE, **more
) -> Mention:
    visit = more.pop("visit_type", "standard")
    inspection = Inspection("i1", council.label, framework="ilacs", visit_type=visit, start=start, end=end)
    return Mention(document, inspection, council, frozenset({more.get("area", "ilacs-overall")}), (0, document))


def test_a_shared_day_joins_and_the_best_mention_gives_the_dates() -> None:
    first = mention("a", "2024-05-13", "2024-05-24", area="ilacs-leaders")
    footer_only = mention("b", "2024-05-13", "2024-05-13")
    found = join([footer_only, first])
    assert found["a", "i1"] is found["b", "i1"]
    event = found["a", "i1"]
    assert event.key == "northmere-ilacs-2024-05"
    assert event.bounds.latest_end == "2024-05-24"
    assert event.areas == {"ilacs-leaders", "ilacs-overall"}
    assert event.states(first)
    assert not event.states(footer_only)


def test_other_council_other_kind_and_other_days_stay_apart() -> None:
    keys = {
        event.key
        for event in join(
            [
                mention("a", "2024-05-13", "2024-05-24"),
                mention("b", "2024-05-13", "2024-05-24", EASTVALE),
                mention("c", "2024-05-13", "2024-05-14", visit_type="focused-visit"),
                mention("d", "2022-05-13", "2022-05-24"),
            ]
        ).values()
    }
    assert keys == {
        "northmere-ilacs-2024-05",
        "eastvale-ilacs-2024-05",
        "northmere-focused-visit-2024-05",
        "northmere-ilacs-2022-05",
    }


def test_two_of_a_kind_in_one_month_are_told_apart_by_the_day() -> None:
    found = join([mention("a", "2024-05-01", "2024-05-02"), mention("b", "2024-05-20", "2024-05-21")])
    assert {event.key for event in found.values()} == {"northmere-ilacs-2024-05-01", "northmere-ilacs-2024-05-20"}


def test_what_is_not_dated_to_the_day_merges_with_nothing() -> None:
    found = join([mention("a", "2024-05-13", "2024-05-24"), mention("b", "2024-05", None), mention("c", None, None)])
    assert len({event.key for event in found.values()}) == 3


def test_the_order_of_documents_does_not_matter() -> None:
    mentions = [
        mention("a", "2024-05-13", "2024-05-24"),
        mention("b", "2024-05-13", "2024-05-13"),
        mention("c", "2024-05-27", "2024-05-28"),
        mention("d", "2024-05", None),
    ]
    results = [dict(join(order).items()) for order in permutations(mentions)]
    assert all(result == results[0] for result in results)
