"""The patterns of IRIs, on which everybody's links rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.mapping import iris
from councilgraph.rdf import BASE, NamedNode

names = st.text(min_size=1, max_size=120)


@pytest.mark.parametrize(
    ("node", "path"),
    [
        (iris.concept("social-care-scale", "good"), "vocab/social-care-scale/good"),
        (iris.thing("council", "northmere"), "id/council/northmere"),
        (iris.thing("inspection", "northmere-ilacs-2024-05"), "id/inspection/northmere-ilacs-2024-05"),
        (iris.organisation("HMI Probation"), "id/organisation/hmi-probation"),
        (iris.document("northmere-2024"), "id/document/northmere-2024"),
        (
            iris.judgement("northmere-ilacs-2024-05", "ilacs-overall", "good"),
            "id/judgement/northmere-ilacs-2024-05-ilacs-overall-good",
        ),
    ],
)
def test_iris_are_readable(node: NamedNode, path: str) -> None:
    assert node.value == BASE + path


def test_graphs_have_iris_of_their_own() -> None:
    assert iris.document_graph("0123456789abcdef") == f"{BASE}graph/document/0123456789abcdef"
    assert iris.register_graph("councils") == f"{BASE}graph/register/councils"
    assert f"{BASE}graph/derived" == iris.DERIVED_GRAPH


@pytest.mark.parametrize(
    ("document_id", "begins"),
    [
        ("https://reports.example.org/Northmere.pdf", "https-reports-example-org-northmere-"),
        ("Ofsted: 80001_northmere/children's services - 1 may 2024.pdf", "ofsted-80001-northmere-childrens-services-1"),
        ("Northmere 2024", "northmere-2024-"),
    ],
)
def test_an_id_that_is_no_slug_is_made_one_and_told_apart_by_a_hash(document_id: str, begins: str) -> None:
    key = iris.document(document_id).value.rsplit("/", 1)[-1]
    assert key.startswith(begins)
    assert not key.rpartition("-")[0].endswith("pdf")


def test_a_long_id_is_cut_between_words() -> None:
    words = [f"word{number}" for number in range(40)]
    key = iris.document("Publisher: " + " ".join(words)).value.rsplit("/", 1)[-1]
    assert len(key) < 100
    assert set(key.split("-")[:-1]) <= set(words)


@given(names, names)
def test_two_documents_never_meet(one: str, other: str) -> None:
    assert (iris.document(one) == iris.document(other)) == (one == other)


@given(st.lists(names, min_size=2, max_size=2, unique=True), st.integers(0, 9), st.integers(1, 9))
def test_every_iri_ends_in_one_segment(words: list[str], start: int, length: int) -> None:
    nodes = [
        iris.organisation(words[0]),
        iris.document(words[0]),
        iris.by_words("finding", "0123456789ab", words[0], length),
        iris.span("0123456789abcdef", start, start + length, iris.document(words[1])),
    ]
    for node in nodes:
        kind, key = node.value.removeprefix(BASE + "id/").split("/")
        assert kind.isalpha() and key.isascii() and key.replace("-", "").isalnum(), node


@given(st.text("abc "), st.text("abc "))
def test_what_is_said_is_keyed_by_its_words_whatever_the_spaces_and_case(one: str, other: str) -> None:
    nodes = {iris.by_words("finding", "0123456789ab", words, 1) for words in (one, f" {one.upper()}\n", other)}
    assert len(nodes) == (1 if one.replace(" ", "") == other.replace(" ", "") else 2)


def test_words_said_twice_are_counted() -> None:
    first, second = (iris.by_words("finding", "0123456789ab", "Said twice.", count).value for count in (1, 2))
    assert second == f"{first}-2"


def test_words_that_support_two_assertions_are_two_spans() -> None:
    places = {
        iris.span("0123456789abcdef", start, 9, iris.thing("judgement", key)) for start in (1, 2) for key in ("a", "b")
    }
    assert len(places) == 4


def test_open_licences_are_known_by_their_short_names() -> None:
    node, label = iris.licence("OGL-UK-3.0") or (None, "")
    assert node and node.value.endswith("/open-government-licence/version/3/")
    assert label == "Open Government Licence v3.0"
    assert iris.licence("all rights reserved") is None
