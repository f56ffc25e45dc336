"""Values that certainly fulfil a constraint, told from their N-Triples; of the others, pySHACL's own code has to tell."""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from operator import ge, gt, le, lt
from typing import Any

from pyshacl.constraints.core import other_constraints as other
from pyshacl.constraints.core import string_based_constraints as strings
from pyshacl.constraints.core import value_constraints as kinds
from pyshacl.constraints.core import value_range_constraints as ranges
from rdflib import RDF, SH, XSD, Literal
from rdflib.term import Node

from councilgraph.validate.compiled.values import EXACT, PLAIN, SAFE_PATTERN
from councilgraph.validate.terms import text_of

Fine = Callable[[bytes], Any]
"""True of no value that fails; of one that does not, it may say either."""

_BEGINNINGS = {
    SH.IRI: b"<", SH.BlankNode: b"_", SH.Literal: b'"', SH.BlankNodeOrIRI: b"_<", SH.BlankNodeOrLiteral: b'_"',
    SH.IRIOrLiteral: b'<"',
}  # fmt: skip
_SIGNS = (
    (ranges.MinInclusiveConstraintComponent, "min_vals", ge),
    (ranges.MinExclusiveConstraintComponent, "min_vals", gt),
    (ranges.MaxInclusiveConstraintComponent, "max_vals", le),
    (ranges.MaxExclusiveConstraintComponent, "max_vals", lt),
)
_PLAIN = {datatype: re.compile(rf'"({form})"\^\^<{re.escape(datatype)}>'.encode()) for datatype, form in PLAIN.items()}
_DATE = _PLAIN[XSD.date]
_NUMBERS = [_PLAIN[datatype] for datatype in EXACT]


def fine(component: Any) -> Fine:
    """The test for a constraint on single values."""
    match component:
        case kinds.DatatypeConstraintComponent():
            return _of_datatype(component.datatype_rule)
        case other.InConstraintComponent():
            return {text_of(member).encode() for member in component.in_vals}.__contains__
        case strings.MinLengthConstraintComponent():
            return _of_length(int(str(component.string_rules[0])), ge)
        case strings.MaxLengthConstraintComponent():
            return _of_length(int(str(component.string_rules[0])), le)
        case strings.PatternConstraintComponent():
            return _all(_like(str(rule), component.flags) for rule in component.string_rules)
    for kind, limits, sign in _SIGNS:
        if isinstance(component, kind):
            return _all(_within(limit, sign) for limit in getattr(component, limits))
    return _unknown


def of_kind(kind: Node) -> Fine:
    """A test that is true of all values that do not fail."""
    beginnings = _BEGINNINGS.get(kind, b"")  # type: ignore[call-overload]
    return lambda value: value[0] in beginnings


def in_order(value: bytes, limit: bytes, *, equal: bool) -> bool:
    """Whether a value is certainly less than another, or as much."""
    if _DATE.fullmatch(value) and _DATE.fullmatch(limit):
        return value <= limit if equal else value < limit
    numbers = _number(value), _number(limit)
    if None in numbers:
        return False
    return numbers[0] <= numbers[1] if equal else numbers[0] < numbers[1]  # type: ignore[operator]


def _of_datatype(datatype: Node) -> Fine:
    if datatype in _PLAIN:
        return _PLAIN[datatype].fullmatch  # type: ignore[index]
    if datatype == XSD.string:
        return lambda value: value[:1] == value[-1:] == b'"'
    if datatype == RDF.langString:
        return re.compile(rb'".*"@[A-Za-z0-9-]+', re.DOTALL).fullmatch
    return _unknown


def _of_length(limit: int, sign: Callable[[int, int], bool]) -> Fine:
    def test(value: bytes) -> bool:
        text = _text(value)
        return text is not None and sign(len(text), limit)

    return test


def _like(pattern: str, flags: object) -> Fine:
    if flags is not None or not SAFE_PATTERN.fullmatch(pattern):
        return _unknown
    found = re.compile(pattern).search

    def test(value: bytes) -> bool:
        text = _text(value)
        return text is not None and found(text) is not None

    return test


def _within(limit: Node, sign: Callable[[Any, Any], bool]) -> Fine:
    text = text_of(limit).encode() if isinstance(limit, Literal) else b""
    if (number := _number(text)) is not None:

        def test(value: bytes) -> bool:
            known = _number(value)
            return known is not None and sign(known, number)

        return test
    if _DATE.fullmatch(text):
        return lambda value: _DATE.fullmatch(value) and sign(value, text)
    return _unknown


def _number(value: bytes) -> Decimal | None:
    for form in _NUMBERS:
        if match := form.fullmatch(value):
            return Decimal(match[1].decode())
    return None


def _text(value: bytes) -> str | None:
    """What a value says; None where that takes more to tell."""
    if b"\\" in value or value[:1] == b"_":
        return None
    return value[1 : value.rindex(b'"') if value[:1] == b'"' else -1].decode()


def _all(tests: Iterable[Fine]) -> Fine:
    listed = list(tests)
    return lambda value: all(test(value) for test in listed)


def _unknown(value: bytes) -> bool:
    return False
