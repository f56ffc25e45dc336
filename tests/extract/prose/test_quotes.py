"""Quotations between marks of any kind."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilgraph.extract.prose.quotes import read_quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in read_quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said: "No." He left.', ['"No."']),
        ("She said: “No.” He left.", ["“No.”"]),
        ("She said: 'We can't.' He left.", ["'We can't.'"]),
        ("She said: ‘We can’t.’ He left.", ["‘We can’t.’"]),
        ("the councils' work was 'poor' and the staff's 'good'", ["'poor'", "'good'"]),
        ("'The parents' wishes count,' she said.", ["'The parents' wishes count,'"]),
        ("\"They called it 'poor',\" he said.", ["\"They called it 'poor',\""]),
        ("in the '90s the council's homes", []),
        ('"This goes on', ['"This goes on']),
    ],
)
def test_what_is_quoted(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@given(st.text(alphabet="ab .,'\"“”‘’", max_size=60))
def test_quotations_stand_in_order_and_apart(text: str) -> None:
    found = list(read_quotations(text, 0, len(text)))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
