"""What inspectors think of a thing, as the verb tells it."""

import pytest

from councilgraph.extract.prose.evaluation import STRENGTH, WEAKNESS
from councilgraph.extract.prose.stance import stance, turns


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The inspectors admired the register", STRENGTH),
        ("Ofsted took heart from the way letters are kept", STRENGTH),
        ("They were much taken by a scheme for fathers", STRENGTH),
        ("The letter has a kind word for the night desk", STRENGTH),
        ("Inspectors singled out the work with fathers", STRENGTH),
        ("Inspectors singled out the front desk for criticism", WEAKNESS),
        ("It took a dim view of supervision", WEAKNESS),
        ("The watchdog is less taken with the minutes", WEAKNESS),
        ("Nor was it impressed by the register", WEAKNESS),
        ("Inspectors were dismayed by what they read", WEAKNESS),
        ("The council admired the view", None),
        ("a lapse which the inspectors had worried about", None),
    ],
)
def test_a_verb_weighs_what_it_names(words: str, kind: str | None) -> None:
    assert stance(words) == kind


def test_a_verb_may_go_on_from_inspectors() -> None:
    assert stance("but took issue with the time it takes") is None
    assert stance("but took issue with the time it takes", joined=True) == WEAKNESS


@pytest.mark.parametrize(("words", "turned"), [("but homes are few", True), ("and a warm welcome", False)])
def test_what_sets_itself_against_the_words_before(words: str, turned: bool) -> None:
    assert turns(words) == turned
