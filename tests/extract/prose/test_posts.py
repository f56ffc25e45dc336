"""Posts and what kind each is."""

import pytest

from councilgraph.extract.prose.posts import read_posts, role_type
from councilgraph.extract.words import load

from ..test_words import keys


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("Deputy Chief Executive and Director of Families", "director"),
        ("Leader of the Council", "council-leader"),
        ("Leader and Cabinet Member for Children", "council-leader"),
        ("Statutory Lead Member for Children’s Services", "cabinet-member"),
        ("Parliamentary Under Secretary of State for Children and Families", "minister"),
        ("Her Majesty’s Inspector", "inspector"),
        ("former chief inspector of probation", "other"),
        ("leader of the opposition", "other"),
        ("Labour leader of Westmarch Council", "council-leader"),
        ("chair of the improvement board", "other"),
        ("caretaker", "other"),
    ],
)
def test_the_kind_of_a_role(role: str, kind: str) -> None:
    assert role_type(role) == kind


def test_a_post_ends_before_the_name_behind_it() -> None:
    text = "Mayor of Northmere Ada Vane and director of children's services Bram Tolliver spoke."
    assert [post.words(text) for post in read_posts(text)] == ["Mayor of Northmere", "director of children's services"]


def test_a_council_in_a_post_stays_whole() -> None:
    text = "leader of Long Barrow City Council said"
    assert [post.words(text) for post in read_posts(text)] == ["leader of Long Barrow City Council"]


def test_types_are_those_of_the_vocabulary() -> None:
    assert set(load("posts")["types"]) <= keys("post-type")
