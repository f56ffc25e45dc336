"""The word list of letters."""

import re

from councilgraph.extract.words import load

from ..test_words import keys, lists


def test_no_list_is_empty_or_says_a_thing_twice() -> None:
    for words in lists("letters"):
        assert words
        assert len(words) == len(set(words)), [word for word in words if words.count(word) > 1]
        assert all(word == word.strip() != "" for word in words)


def test_kinds_and_types_are_those_of_the_vocabulary() -> None:
    kinds = load("letters")["kinds"]
    # Monitoring visits belong to the framework of their day.
    assert {kind["framework"] for kind in kinds} <= keys("framework") | {"monitoring"}
    assert {kind["visit"] for kind in kinds if "visit" in kind} <= keys("visit-type")
    assert set(load("letters")["sections"]) - {"aside", "none"} <= keys("finding-type")


def test_phrases_that_are_patterns_can_be_read() -> None:
    words = load("letters")
    for part in ("sections", "outcomes", "procedural", "retold", "praise", "courtesies", "demands", "areas", "others"):
        for phrases in words[part].values():
            assert all(re.compile(phrase) for phrase in phrases)
