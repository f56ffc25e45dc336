"""Tests of clauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.extract.prose.clauses import clause

from .told import prose_of


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Eighty were good; nine were bad.", "nine", "nine were bad."),
        ("Costs rose, and staff left.", "staff", "staff left."),
        ("Referrals were up by a fifth and that was hard.", "fifth", "Referrals were up by a fifth"),
        ('"We were slow," she said, "and this month we hired ten."', "ten", 'and this month we hired ten."'),
        (
            "Short, but whole in itself, with commas, all the same.",
            "commas",
            "whole in itself, with commas, all the same.",
        ),
    ],
)
def test_the_clause_around_some_words(sentence: str, words: str, expected: str) -> None:
    prose = prose_of(sentence)
    start = sentence.index(words)
    first, last = clause(prose, prose.sentences[0], start, start + len(words))
    assert sentence[first:last] == expected


@given(st.text(alphabet=st.sampled_from("ab ,;:-'\"()and"), min_size=1), st.data())
def test_a_clause_keeps_its_words(text: str, data: st.DataObject) -> None:
    prose = prose_of("x" + text.replace("\n", " ") + "x")
    for sentence in prose.sentences:
        start = data.draw(st.integers(sentence.start, sentence.end - 1))
        if prose.plain[start].isalpha():
            first, last = clause(prose, sentence, start, start + 1)
            assert sentence.start <= first <= start < last <= sentence.end
