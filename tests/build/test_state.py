"""What a build leaves for the next."""

import json

from hypothesis import given
from hypothesis import strategies as st

from councilgraph.build.report import BuildReport, Trouble
from councilgraph.build.state import State
from councilgraph.model import Problem

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)
KEYS = st.sampled_from(["version", "places", "documents", "retracted", "registers", "graphs", "troubles", "counts"])
TROUBLE = Trouble("/documents/x.pdf", Problem("date-unread", "no day", 3), unread=False)


def test_what_is_stored_is_found_again() -> None:
    state = State(["/a"], {"/a/x.pdf": "k"}, {"n1": "wrong"}, ["/r.ttl"], {"iri": "digest"}, "code", "all")
    state.remember(BuildReport(), [])
    assert State.of(json.loads(json.dumps(state.to_dict()))) == state


def test_a_report_is_told_again_word_for_word() -> None:
    first = BuildReport(
        3, 4, 5, {"people": 1, "councils": 2}, 6, 7, verdict={"conforms": True, "severities": {"b": 1, "a": 2}}
    )
    state = State()
    state.remember(first, [TROUBLE])
    passing = Trouble("/documents/y.pdf", Problem("timeout", "too long"), unread=True)
    again = BuildReport(0, 7, troubles=[passing])
    State.of(json.loads(json.dumps(state.to_dict(), sort_keys=True))).recall(again)
    assert (again.asserted, again.triples, again.changed) == (5, 7, 0)
    assert list(again.counts) == ["people", "councils"]
    assert list(again.verdict["severities"]) == ["b", "a"]
    assert again.troubles == [passing, TROUBLE]


def test_of_another_version_what_still_has_a_meaning_is_kept() -> None:
    old = {"places": ["/a", 7], "documents": {"/a/x.pdf": "k", "/a/y.pdf": None}, "retracted": ["n1"], "colour": "blue"}
    assert State.of(old) == State(places=["/a"], documents={"/a/x.pdf": "k"})
    newer = State(["/a"], fingerprint="f").to_dict() | {"version": 99}
    assert State.of(newer) == State(places=["/a"])


@given(st.dictionaries(KEYS | st.text(max_size=5), JSON).filter(lambda stored: stored.get("version") != 1))
def test_no_other_version_makes_it_fail(stored: dict[str, object]) -> None:
    state = State.of(stored)
    assert state.fingerprint == "" and state.graphs is None
    assert all(isinstance(place, str) for place in state.places)
