"""The word lists speak of what the vocabulary knows."""

from collections.abc import Iterator

import pytest

from councilgraph import rdf, resources
from councilgraph.extract.labels import letters, spellings
from councilgraph.extract.words import load

SKOS_IN_SCHEME = rdf.PREFIXES["skos"] + "inScheme"


def keys(scheme: str) -> set[str]:
    """The keys of a scheme of the vocabulary."""
    file = resources.ontology() / "vocabulary" / f"{scheme}.ttl"
    concepts = (t.subject for t in rdf.read_triples(file) if t.predicate.value == SKOS_IN_SCHEME)
    return {str(concept).strip("<>").rsplit("/", 1)[-1] for concept in concepts}


def lists(subject: str) -> Iterator[list[str]]:
    """Every list of words of a subject."""
    waiting: list[object] = [load(subject)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list) and all(isinstance(word, str) for word in one):
            yield one
        elif isinstance(one, list):
            waiting += one


@pytest.mark.parametrize(
    "subject", ["grades", "ilacs", "inspectors", "reports", "service-areas", "layout", "posts", "names", "speech"]
)
def test_no_list_is_empty_or_says_a_thing_twice(subject: str) -> None:
    found = list(lists(subject))
    assert found
    for words in found:
        assert words
        assert len(words) == len(set(words))
        assert all(word == word.strip() != "" for word in words)


def test_grades_are_those_of_the_scale() -> None:
    assert set(load("grades")["social-care"]) == keys("social-care-scale")


def test_areas_are_those_of_the_framework() -> None:
    areas = load("ilacs")["areas"]
    assert {f"ilacs-{key}" for key in areas} == {key for key in keys("judgement-area") if key.startswith("ilacs-")}
    assert {area["service"] for area in areas.values() if "service" in area} <= keys("service-area")


def test_no_label_is_that_of_two_areas() -> None:
    areas = load("ilacs")["areas"]
    spelt = [spelling for area in areas.values() for label in area["labels"] for spelling in set(spellings(label))]
    assert len(spelt) == len(set(spelt))


def test_service_areas_are_those_of_the_vocabulary() -> None:
    found = load("service-areas")
    assert set(found["first"]) | set(found["then"]) <= keys("service-area")


def test_types_of_points_are_those_of_the_vocabulary() -> None:
    assert set(load("ilacs")["lists"]) <= keys("finding-type")


def test_kinds_of_report_are_frameworks_or_visits_of_the_vocabulary() -> None:
    kinds = {kind["key"] for kind in load("reports")["kinds"]}
    assert kinds - {"send"} <= keys("framework") | keys("visit-type")


def test_no_bullet_belongs_to_two_kinds() -> None:
    marks = "".join(load("reports")["bullets"]["same"])
    assert len(marks) == len(set(marks))


def test_a_title_that_goes_on_is_not_taken_for_a_shorter_one() -> None:
    """The kinds are tried in order, so one whose title is part of another's comes after it."""
    titles = [[letters(title) for title in kind["titles"]] for kind in load("reports")["kinds"]]
    for index, earlier in enumerate(titles):
        for later in titles[index + 1 :]:
            assert not any(short in long and short != long for short in earlier for long in later)
