"""When two mentions are one inspection."""

from itertools import permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from councilgraph.model import Inspection
from councilgraph.resolve.councils import CouncilReference
from councilgraph.resolve.events import join
from councilgraph.resolve.mentions import Mention

NORTHMERE = CouncilReference("northmere", "Northmere County Council", None, known=True)
EASTVALE = CouncilReference("eastvale", "Eastvale Council", None, known=True)


def mention(
    document: str, start: str | None, end: str | None, council: CouncilReference = NORTHMERE, **more: Any
) -> Mention:
    inspection = Inspection(
        more.get("id", "i1"),
        council.label,
        framework=more.get("framework", "ilacs"),
        visit_type=more.get("visit_type", "standard"),
        start=start,
        end=end,
        published=more.get("published"),
    )
    areas = frozenset({more.get("area", "ilacs-overall")})
    return Mention(
        more.get("text", document),
        document,
        inspection,
        council,
        areas,
        (0, document),
        more.get("grades", {}),
        published=more.get("published"),
    )


def test_a_shared_day_joins_and_the_best_mention_gives_the_dates() -> None:
    first = mention("a", "2024-05-13", "2024-05-24", area="ilacs-leaders")
    footer_only = mention("b", "2024-05-13", "2024-05-13")
    found = join([footer_only, first])
    assert found["a", "i1"] is found["b", "i1"]
    event = found["a", "i1"]
    assert event.key == "northmere-ilacs-2024-05"
    assert event.bounds.latest_end == "2024-05-24"
    assert event.areas == {"ilacs-leaders", "ilacs-overall"}
    assert (first.text, first.inspection.id) in event.dated_by
    assert (footer_only.text, footer_only.inspection.id) not in event.dated_by


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


def test_a_month_or_year_joins_the_one_inspection_that_it_can_mean() -> None:
    for start, end in (("2024-05", None), ("2024", None), ("2024-05", "2024-06")):
        found = join([mention("a", "2024-05-13", "2024-05-24"), mention("b", start, end)])
        assert found["b", "i1"] is found["a", "i1"]
        assert found["a", "i1"].key == "northmere-ilacs-2024-05"
        assert found["a", "i1"].bounds.exact


def test_what_has_no_date_or_another_merges_with_nothing_and_renames_nothing() -> None:
    found = join(
        [
            mention("a", "2024-05-13", "2024-05-24"),
            mention("b", "2024-06", None),
            mention("c", None, None),
            mention("a", "2024", None, id="i2"),
        ]
    )
    assert {text: event.key for (text, number), event in found.items() if number == "i1"} == {
        "a": "northmere-ilacs-2024-05",
        "b": "northmere-ilacs-2024-06",
        "c": "northmere-ilacs-in-c",
    }
    assert found["a", "i2"].key == "northmere-ilacs-2024"


def test_a_year_that_may_mean_two_inspections_means_neither() -> None:
    known = [mention("a", "2024-02-05", "2024-02-16"), mention("b", "2024-10-07", "2024-10-18")]
    found = join([*known, mention("c", "2024", None)])
    assert len({event.key for event in found.values()}) == 3


def test_publication_joins_the_stay_before_it_and_not_the_one_after() -> None:
    stay = mention("a", "2024-05-13", "2024-05-24", published="2024-07-09")
    assert len(set(join([stay, mention("b", None, None, published="2024-07")]).values())) == 1
    assert len(set(join([stay, mention("b", None, None, published="2024-04")]).values())) == 2
    assert len(set(join([stay, mention("b", None, None, published="2025-07")]).values())) == 2


def test_two_that_one_document_tells_apart_do_not_both_join() -> None:
    stay = mention("a", "2024-05-13", "2024-05-24")
    found = join([stay, mention("b", "2024", None), mention("b", "2024-05", None, id="i2")])
    assert len(set(found.values())) == 3


def test_other_grades_of_a_month_stay_apart() -> None:
    stay = mention("a", "2024-05-13", "2024-05-24", grades={"overall": "good"})
    agrees = mention("b", "2024-05", None, grades={"overall": "good", "protection": "outstanding"})
    differs = mention("c", "2024-05", None, grades={"overall": "inadequate"})
    found = join([stay, agrees, differs])
    assert found["b", "i1"] is found["a", "i1"] is not found["c", "i1"]


def test_what_is_of_no_known_kind_joins_an_inspection_of_the_council_alone() -> None:
    said = mention("b", "2024-05", None, framework=None)
    for visit, joins in (("standard", True), ("focused-visit", False), ("lscb-review", False)):
        found = join([mention("a", "2024-05-13", "2024-05-24", visit_type=visit), said])
        assert (found["a", "i1"] is found["b", "i1"]) == joins


def test_two_that_tell_of_one_month_are_one_and_of_one_year_are_not() -> None:
    month = [mention("a", "2024-05", None), mention("b", "2024-05", None)]
    assert {event.key for event in join(month).values()} == {"northmere-ilacs-2024-05"}
    year = [mention("a", "2024", None), mention("b", "2024", None)]
    assert len({event.key for event in join(year).values()}) == 2
    unknown = [mention("a", "2024-05", None, framework=None), mention("b", "2024-05", None, framework=None)]
    assert len({event.key for event in join(unknown).values()}) == 2


def test_a_key_by_publication_says_so() -> None:
    (event,) = join([mention("a", None, None, published="2024-07-09")]).values()
    assert event.key == "northmere-ilacs-published-2024-07"
    assert (event.published, event.bounds.latest_end, event.bounds.earliest_start) == ("2024-07-09", "2024-07-09", None)


def test_an_inspection_known_by_its_month_alone_has_the_month_for_a_key() -> None:
    assert [event.key for event in join([mention("a", "2024-05", None)]).values()] == ["northmere-ilacs-2024-05"]
    assert [event.key for event in join([mention("a", "2024", None)]).values()] == ["northmere-ilacs-2024"]


def test_two_texts_of_one_document_are_told_apart() -> None:
    found = join(
        [mention("a", "2024-05-13", "2024-05-24", text="pdf"), mention("a", "2021-05-13", "2021-05-24", text="html")]
    )
    assert found["pdf", "i1"].key == "northmere-ilacs-2024-05"
    assert found["html", "i1"].key == "northmere-ilacs-2021-05"


_DAYS = st.sampled_from([None, "2024", "2024-05", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-01"])
_MENTIONS = st.lists(
    st.builds(
        lambda text, number, start, end: mention(text[0], start, end, text=text, id=f"i{number}"),
        st.sampled_from(["a1", "a2", "b1"]),
        st.integers(1, 3),
        _DAYS,
        _DAYS,
    ).filter(lambda m: not (m.inspection.start and m.inspection.end) or m.inspection.start <= m.inspection.end),
    unique_by=lambda m: (m.text, m.inspection.id),
)


@given(_MENTIONS)
def test_one_key_is_one_event(mentions: list[Mention]) -> None:
    found = join(mentions)
    assert found.keys() == {(m.text, m.inspection.id) for m in mentions}
    assert len({id(event) for event in found.values()}) == len({event.key for event in found.values()})


@given(_MENTIONS)
def test_mentions_of_one_event_may_be_of_one_day_with_its_best_one(mentions: list[Mention]) -> None:
    found = join(mentions)
    for event in set(found.values()):
        group = [mention for mention in mentions if found[mention.text, mention.inspection.id] is event]
        best = min(group, key=lambda m: (not m.bounds.exact, m.rank, m.text, m.inspection.id))
        assert (best.text, best.inspection.id) in event.dated_by
        for mention_ in group:
            assert mention_ is best or mention_.is_near(best) or mention_.bounds.overlaps(best.bounds)


def test_the_order_of_documents_does_not_matter() -> None:
    mentions = [
        mention("a", "2024-05-13", "2024-05-24"),
        mention("b", "2024-05-13", "2024-05-13"),
        mention("c", "2024-05-27", "2024-05-28"),
        mention("d", "2024-05", None),
        mention("e", "2024-05", None),
        mention("f", None, None, published="2024-07"),
        mention("g", "2023-05", None),
    ]
    results = [dict(join(order).items()) for order in permutations(mentions)]
    assert all(result == results[0] for result in results)
