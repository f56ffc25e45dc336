"""When two mentions are one inspection."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from councilgraph.model import Inspection
from councilgraph.resolve.councils import CouncilReference
from councilgraph.resolve.events import Mention, join

NORTHMERE = CouncilReference("northmere", "Northmere County Council", None, known=True)
EASTVALE = CouncilReference("eastvale", "Eastvale Council", None, known=True)


def mention(
    document: str, start: str | None, end: str | None, council: CouncilReference = NORTHMERE, **more
) -> Mention:
    visit = more.pop("visit_type", "standard")
    inspection = Inspection(
        more.get("id", "i1"), council.label, framework="ilacs", visit_type=visit, start=start, end=end
    )
    areas = frozenset({more.get("area", "ilacs-overall")})
    return Mention(more.get("text", document), document, inspection, council, areas, (0, document))


def test_a_shared_day_joins_and_the_best_mention_gives_the_dates() -> None:
    first = mention("a", "2024-05-13", "2024-05-24", area="ilacs-leaders")
    footer_only = mention("b", "2024-05-13", "2024-05-13")
    found = join([footer_only, first])
    assert found["a", "i1"] is found["b", "i1"]
    event = found["a", "i1"]
    assert event.key == "northmere-ilacs-2024-05"
    assert event.bounds.latest_end == "2024-05-24"
    assert event.areas == {"ilacs-leaders", "ilacs-overall"}
    assert event.is_dated_by(first.inspection)
    assert not event.is_dated_by(footer_only.inspection)


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


def test_what_is_not_dated_to_the_day_merges_with_nothing_and_renames_nothing() -> None:
    found = join([mention("a", "2024-05-13", "2024-05-24"), mention("b", "2024-05", None), mention("c", None, None)])
    assert [event.key for event in found.values()] == [
        "northmere-ilacs-in-c",
        "northmere-ilacs-2024-05",
        "northmere-ilacs-2024-05-in-b",
    ]


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
def test_mentions_of_one_event_share_a_day_with_its_best_one(mentions: list[Mention]) -> None:
    for mention_, event in ((m, join(mentions)[m.text, m.inspection.id]) for m in mentions):
        assert event.is_dated_by(mention_.inspection) or event.bounds.overlaps(mention_.bounds)


def test_the_order_of_documents_does_not_matter() -> None:
    mentions = [
        mention("a", "2024-05-13", "2024-05-24"),
        mention("b", "2024-05-13", "2024-05-13"),
        mention("c", "2024-05-27", "2024-05-28"),
        mention("d", "2024-05", None),
    ]
    results = [dict(join(order).items()) for order in permutations(mentions)]
    assert all(result == results[0] for result in results)
