"""Constraints that each value fulfils or not on its own; section 4 of the SHACL Recommendation of 2017.

A query finds the values that are not certainly fine, which is all that fail and few besides: it knows the plain forms of
the common datatypes and the plain part of regular expressions. Those values are then held against the constraint by
pySHACL's own code, so what counts as a date, or as less, is the same in both engines.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from pyshacl.constraints.core import other_constraints as other
from pyshacl.constraints.core import string_based_constraints as strings
from pyshacl.constraints.core import value_constraints as kinds
from pyshacl.constraints.core import value_range_constraints as ranges
from rdflib import RDF, SH, XSD, BNode, Literal, URIRef
from rdflib.term import Node

from councilgraph.store.protocol import Term
from councilgraph.validate.compiled.constraint import Constraint, Found, refusals
from councilgraph.validate.compiled.path import Scope
from councilgraph.validate.compiled.reads import Read, Way
from councilgraph.validate.compiled.run import NotCompiled, Run
from councilgraph.validate.compiled.scope import no_instance
from councilgraph.validate.terms import node_of, text_of

Fine = Callable[[str], str]
"""A test of a variable that holds only for values that do not fail; an empty one holds for none."""
Filter = Callable[[str, Run], str]
"""A pattern that keeps at least those values of a variable that may fail."""

PLAIN = {
    XSD.integer: "[+-]?[0-9]{1,18}",
    XSD.decimal: "[+-]?[0-9]{1,18}([.][0-9]{1,18})?",
    XSD.boolean: "true|false",
    XSD.date: ("[1-9][0-9]{3}-((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)"),
}
"""Forms in which a literal is certainly one of its datatype."""
EXACT = (XSD.integer, XSD.decimal)
SAFE_PATTERN = re.compile(
    r"(?:[A-Za-z0-9 _:;,=@%&'!~/<>\"-]|\\[./+*?()|^$d-]|\[\^?(?:[A-Za-z0-9 _:;,.=@/+](?:-[A-Za-z0-9])?)+-?\]|[$^|]"
    r"|\(\?:|\(|\)|[+*?](?![+*?])|\{[0-9]{1,3}(?:,[0-9]{0,3})?\}(?![+*?]))*"
)
"""Regular expressions that mean the same to Python, to XPath and to Oxigraph."""
_KINDS = {
    SH.IRI: ("isIRI",), SH.BlankNode: ("isBlank",), SH.Literal: ("isLiteral",), SH.BlankNodeOrIRI: ("isBlank", "isIRI"),
    SH.BlankNodeOrLiteral: ("isBlank", "isLiteral"), SH.IRIOrLiteral: ("isIRI", "isLiteral"),
}  # fmt: skip
_RANGES = (
    (ranges.MinInclusiveConstraintComponent, "min_vals", ">="),
    (ranges.MinExclusiveConstraintComponent, "min_vals", ">"),
    (ranges.MaxInclusiveConstraintComponent, "max_vals", "<="),
    (ranges.MaxExclusiveConstraintComponent, "max_vals", "<"),
)


class ValueTest(Constraint):
    """A constraint on single values.

    Args:
        filters: one for each parameter, which are constraints of their own.
        is_exact: whether they keep only values that do fail.
    """

    def __init__(self, component: Any, filters: list[Filter], *, is_exact: bool = False) -> None:
        super().__init__(component)
        self._filters, self._is_exact = filters, is_exact
        component.make_v_result = lambda graph, focus, value_node=None, **more: value_node

    def results(self, run: Run, scope: Scope) -> Iterator[tuple[Term, Found]]:
        """Results for the nodes of a scope."""
        value = self.values(scope).node
        if self.path and self.path.is_property and not run.is_partial and not self._occurs(run, self.path.text):
            return
        suspects: set[tuple[Term, Term]] = set()
        for suspect in self._filters:
            pairs = self.pairs(run, scope, suspect(value, run))
            if self._is_exact:
                yield from ((focus, self.found(focus, value)) for focus, value in pairs)
            else:
                suspects.update(pairs)
        for focus, term in suspects:
            node = node_of(term)
            with refusals():
                _, failures = self.component.evaluate(None, None, {None: {node}}, [])
            yield from ((focus, self.found(focus, term)) for _ in failures)

    def reads(self, way: Way) -> Iterator[Read]:
        """What it looks at; of values, only to what class they belong."""
        yield from super().reads(way)
        if isinstance(self.component, kinds.ClassConstraintComponent):
            for to_value in self.ways(way):
                yield to_value.read(text_of(RDF.type))

    def _occurs(self, run: Run, path: str) -> bool:
        """Whether the property has such a value anywhere, of a focus node or not."""
        values = f"{{ SELECT DISTINCT ?o WHERE {{ ?s {path} ?o }} }}" if self._is_exact else f"?s {path} ?o ."
        return any(run.occurs(f"{values} {suspect('?o', run)}") for suspect in self._filters)


def value_test(component: Any) -> ValueTest | None:
    """The compiled form of a constraint on single values; None for another one.

    Raises:
        NotCompiled: a parameter is none that a query can hold.
    """
    match component:
        case kinds.ClassConstraintComponent():
            classes = [named(kind) for kind in component.class_rules]
            return ValueTest(component, [_no_instance(kind) for kind in classes], is_exact=True)
        case kinds.NodeKindConstraintComponent():
            return ValueTest(component, [_unless(_of_kind(component.nodekind_rule))], is_exact=True)
        case kinds.DatatypeConstraintComponent():
            return ValueTest(component, [_unless(_of_datatype(component.datatype_rule))])
        case other.InConstraintComponent():
            return ValueTest(component, [_not_among([named(member) for member in component.in_vals])])
        case strings.MinLengthConstraintComponent():
            return ValueTest(component, [_unless(_of_length(component.string_rules[0], ">="))])
        case strings.MaxLengthConstraintComponent():
            return ValueTest(component, [_unless(_of_length(component.string_rules[0], "<="))])
        case strings.PatternConstraintComponent():
            return ValueTest(component, [_unless(_like(str(rule), component.flags)) for rule in component.string_rules])
        case strings.LanguageInConstraintComponent():
            ranges_of = list(component.shape.sg.graph.items(component.string_rules[0]))
            return ValueTest(component, [_unless(_in_language([str(one).lower() for one in ranges_of]))])
    for kind, limits, sign in _RANGES:
        if isinstance(component, kind):
            return ValueTest(component, [_unless(_within(limit, sign)) for limit in getattr(component, limits)])
    return None


def named(node: Node) -> Node:
    """A term of the shapes that a query can hold.

    Raises:
        NotCompiled: it is a blank node.
    """
    if isinstance(node, BNode):
        raise NotCompiled("a blank node stands where a term of the data is meant")
    return node


def certainly_plain(value: str, datatype: URIRef) -> str:
    """A test: the value is a literal of a datatype in one of its plain forms."""
    return f'DATATYPE({value}) = {text_of(datatype)} && REGEX(STR({value}), "^({PLAIN[datatype]})$")'


def certainly_exact(value: str) -> str:
    """A test: the value is a number that engines compare without rounding it."""
    return f"DATATYPE({value}) IN ({', '.join(map(text_of, EXACT))}) && isNumeric({value})"


def _unless(fine: Fine) -> Filter:
    """What has no answer stays in."""

    def suspect(value: str, run: Run) -> str:
        test = fine(value)
        return f"FILTER(COALESCE(!({test}), true))" if test else ""

    return suspect


def _no_instance(kind: Node) -> Filter:
    return lambda value, run: no_instance(value, kind, run)


def _of_kind(kind: Node) -> Fine:
    return lambda value: " || ".join(f"{test}({value})" for test in _KINDS.get(kind, ())) or "false"  # type: ignore[call-overload]


def _of_datatype(datatype: Node) -> Fine:
    if datatype in PLAIN:
        return lambda value: certainly_plain(value, datatype)  # type: ignore[arg-type]
    if datatype == XSD.string:
        return lambda value: f"DATATYPE({value}) = {text_of(datatype)}"
    return lambda value: f'LANG({value}) != ""' if datatype == RDF.langString else ""


def _not_among(members: list[Node]) -> Filter:
    def suspect(value: str, run: Run) -> str:
        iris = run.texts(member for member in members if isinstance(member, URIRef))
        tests = [f"{value} IN ({', '.join(iris)})"] if iris else []
        tests += [f"sameTerm({value}, {text})" for text in run.texts(m for m in members if not isinstance(m, URIRef))]
        return f"FILTER(!({' || '.join(tests)}))" if tests else ""

    return suspect


def _of_length(limit: Node, sign: str) -> Fine:
    return lambda value: f"STRLEN(STR({value})) {sign} {int(str(limit))}"


def _like(pattern: str, flags: object) -> Fine:
    if flags is not None or not SAFE_PATTERN.fullmatch(pattern):
        return lambda value: ""
    return lambda value: f"REGEX(STR({value}), {text_of(Literal(pattern))})"


def _in_language(tags: list[str]) -> Fine:
    if "*" in tags:
        return lambda value: f'LANG({value}) != ""'
    texts = ", ".join(text_of(Literal(tag)) for tag in tags)
    return lambda value: f"LCASE(LANG({value})) IN ({texts})"


def _within(limit: Node, sign: str) -> Fine:
    if not isinstance(limit, Literal):
        raise NotCompiled("a limit of it is no literal")
    if limit.datatype in EXACT and re.fullmatch(PLAIN[limit.datatype], str(limit)):
        return lambda value: f"{certainly_exact(value)} && {value} {sign} {text_of(limit)}"
    if limit.datatype == XSD.date and re.fullmatch(PLAIN[XSD.date], str(limit)):
        return lambda value: f"{certainly_plain(value, XSD.date)} && {value} {sign} {text_of(limit)}"
    return lambda value: ""
