"""Triples by property."""

from hypothesis import given
from hypothesis import strategies as st

from councilgraph.store.columns import Columns, term

NODES = st.sampled_from([b"<urn:a>", b"<urn:b>", b"_:c"])
VALUES = st.one_of(NODES, st.sampled_from([b'"words with spaces"', b'"1"@en', b'"a \\"quotation\\" ."']))
TRIPLES = st.lists(st.tuples(NODES, st.sampled_from([b"<urn:p>", b"<urn:q>"]), VALUES), max_size=12)


def columns_of(*parts: list[tuple[bytes, bytes, bytes]]) -> Columns:
    columns = Columns()
    for triples in parts:
        columns.add(map(b" ".join, triples))
    return columns


@given(TRIPLES, TRIPLES)
def test_triples_are_found_by_either_end(
    some: list[tuple[bytes, bytes, bytes]], more: list[tuple[bytes, bytes, bytes]]
) -> None:
    columns = columns_of(some, more)
    triples = {*some, *more}
    assert sorted(columns.lines()) == sorted(b"%s %s %s ." % triple for triple in triples)
    assert len(columns) == len(triples)
    for predicate in (b"<urn:p>", b"<urn:q>", b"<urn:none>"):
        column = columns.column(predicate)
        pairs = {(subject, value) for subject, of, value in triples if of == predicate}
        assert set(column.pairs()) == pairs
        assert len(column) == len(pairs)
        assert column.values == {value for _, value in pairs}
        for subject, value in pairs:
            assert value in column.of(subject)
            assert subject in column.inverse[value]


def test_what_was_looked_up_is_looked_up_again_when_triples_come() -> None:
    columns = columns_of([(b"<urn:a>", b"<urn:p>", b"<urn:b>")])
    assert columns.column(b"<urn:p>").values == {b"<urn:b>"}
    assert list(columns.column(b"<urn:p>").inverse) == [b"<urn:b>"]
    columns.add([b"<urn:a> <urn:p> <urn:c>"])
    assert columns.column(b"<urn:p>").values == {b"<urn:b>", b"<urn:c>"}
    assert list(columns.column(b"<urn:p>").inverse) == [b"<urn:b>", b"<urn:c>"]


def test_terms_keep_their_form() -> None:
    for text in (b"<urn:a>", b"_:b", b'"01"^^<http://www.w3.org/2001/XMLSchema#integer>', b'"a"@en-gb', b"<urn:a b>"):
        assert str(term(text)).encode() == text
