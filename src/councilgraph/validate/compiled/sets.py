"""Constraints on all values of a focus node together: how many there are, and how they stand to other properties.

Sections are those of the SHACL Recommendation of 2017.
"""

from collections.abc import Iterator
from typing import Any

from pyshacl.constraints.core import cardinality_constraints as counts
from pyshacl.constraints.core import other_constraints as other
from pyshacl.constraints.core import property_pair_constraints as pair
from pyshacl.constraints.core import string_based_constraints as strings
from rdflib import RDF, RDFS, SH, XSD, URIRef
from rdflib.term import Node

from councilgraph.store.protocol import Term
from councilgraph.validate.compiled.constraint import Constraint, Found, refusals
from councilgraph.validate.compiled.path import Scope
from councilgraph.validate.compiled.reads import Read, Way
from councilgraph.validate.compiled.run import NotCompiled, Run
from councilgraph.validate.compiled.values import certainly_exact, certainly_plain, named
from councilgraph.validate.terms import node_of, text_of


class MinCount(Constraint):
    """Section 4.2.1."""

    def results(self, run: Run, scope: Scope) -> Iterator[tuple[Term, Found]]:
        """Results for the nodes of a scope."""
        assert self.path
        least = int(self.component.min_count)
        values = self.values(scope)
        if least == 1 and not self.path.stays:
            query = f"SELECT DISTINCT {scope.node} WHERE {{ {scope.pattern} {self.path.lacking(scope)} }}"
        elif least:
            reached = values.pattern
            if not self.path.stays:
                reached = f"{scope.pattern} OPTIONAL {{ {scope.node} {self.path.text} {values.node} }}"
            query = _counted(scope.node, values.node, reached, f"< {least}")
        else:
            return
        yield from ((focus, self.found(focus)) for focus, *_ in run.tuples(query))


class MaxCount(Constraint):
    """Section 4.2.2."""

    def results(self, run: Run, scope: Scope) -> Iterator[tuple[Term, Found]]:
        """Results for the nodes of a scope."""
        assert self.path
        most = int(self.component.max_count)
        values = self.values(scope)
        if most and self.path.is_property and not run.is_partial and run.is_single(self.path.text):
            return
        if most == 0:
            query = f"SELECT DISTINCT {scope.node} WHERE {{ {values.pattern} }}"
        elif most == 1 and not self.path.stays:
            twice = f"{values.pattern} {scope.node} {self.path.text} ?w FILTER(!sameTerm({values.node}, ?w))"
            query = f"SELECT DISTINCT {scope.node} WHERE {{ {twice} }}"
        else:
            query = _counted(scope.node, values.node, values.pattern, f"> {most}")
        yield from ((focus, self.found(focus)) for focus, *_ in run.tuples(query))


class UniqueLang(Constraint):
    """Section 4.4.5: a result for each language, if the value is ``true`` in this form."""

    @property
    def is_asked(self) -> bool:
        """Whether it asks for anything."""
        return [str(value) for value in self._shape.objects(SH.uniqueLang)] == ["true"]

    def results(self, run: Run, scope: Scope) -> Iterator[tuple[Term, Found]]:
        """Results for the nodes of a scope."""
        if self.is_asked:
            values = self.values(scope)
            tagged = f'{{ {values.pattern} }} FILTER(LANG({values.node}) != "") BIND(LCASE(LANG({values.node})) AS ?l)'
            query = _counted(f"{scope.node} ?l", values.node, tagged, "> 1")
            yield from ((focus, self.found(focus)) for focus, *_ in run.tuples(query))


class HasValue(Constraint):
    """Section 4.8.2."""

    def results(self, run: Run, scope: Scope) -> Iterator[tuple[Term, Found]]:
        """Results for the nodes of a scope."""
        for wanted in self.component.has_value_set:
            test = f"FILTER(sameTerm({self.values(scope).node}, {run.text(wanted)}))"
            lacking = self.path.lacking(scope, test) if self.path else test.replace("(same", "(!same")
            for focus in run.nodes(f"{scope.pattern} {lacking}", scope.node):
                yield focus, self.found(focus)


class Compared(Constraint):
    """A constraint that holds values against those of other properties."""

    def reads(self, way: Way) -> Iterator[Read]:
        """What it looks at, the other properties included."""
        yield from super().reads(way)
        for compared in self.component.property_compare_set:
            yield way.read(text_of(compared))


class Equals(Compared):
    """Section 4.5.1."""

    def results(self, run: Run, scope: Scope) -> Iterator[tuple[Term, Found]]:
        """Results for the nodes of a scope: values on the one side that are not on the other."""
        value = self.values(scope).node
        there = value if self.path else "?w"
        lacking = self.path.lacking(scope) if self.path else f"FILTER(!sameTerm({scope.node}, ?w))"
        for compared in run.texts(self.component.property_compare_set):
            for focus, term in self.pairs(run, scope, f"FILTER NOT EXISTS {{ {scope.node} {compared} {value} }}"):
                yield focus, self.found(focus, term)
            beyond = f"{scope.pattern} {scope.node} {compared} {there} . {lacking}"
            for focus, term in run.tuples(f"SELECT DISTINCT {scope.node} {there} WHERE {{ {beyond} }}"):
                yield focus, self.found(focus, term)


class Disjoint(Compared):
    """Section 4.5.2."""

    def results(self, run: Run, scope: Scope) -> Iterator[tuple[Term, Found]]:
        """Results for the nodes of a scope: values that are on both sides."""
        value = self.values(scope).node
        for compared in run.texts(self.component.property_compare_set):
            for focus, term in self.pairs(run, scope, f"{scope.node} {compared} {value} ."):
                yield focus, self.found(focus, term)


class Less(Compared):
    """Sections 4.5.3 and 4.5.4; pairs that are not certainly in order are compared by pySHACL's own code."""

    def __init__(self, component: Any) -> None:
        super().__init__(component)
        self.sign, self.compare = (
            ("<", getattr(component, "_compare_lt", None))
            if isinstance(component, pair.LessThanConstraintComponent)
            else ("<=", getattr(component, "_compare_ltoe", None))
        )
        component.make_v_result = lambda graph, focus, value_node=None, **more: value_node

    def results(self, run: Run, scope: Scope) -> Iterator[tuple[Term, Found]]:
        """Results for the nodes of a scope: one for each pair that is not in order."""
        values = self.values(scope)
        value = values.node
        if run.has_blank and any(self.pairs(run, scope, f"FILTER(isBlank({value}))")):
            raise NotCompiled("a blank node has no place in an order")
        in_order = f"{value} {self.sign} ?w"
        plain_days = f"{certainly_plain(value, XSD.date)} && {certainly_plain('?w', XSD.date)}"
        exact = f"{certainly_exact(value)} && {certainly_exact('?w')}"
        suspect = f"FILTER(COALESCE(!({in_order} && ({exact} || {plain_days})), true))"
        assert self.compare
        for compared in run.texts(self.component.property_compare_set):
            where = f"{{ {values.pattern} }} {scope.node} {compared} ?w . {suspect}"
            for focus, term, limit in set(run.tuples(f"SELECT {scope.node} {value} ?w WHERE {{ {where} }}")):
                with refusals():
                    _, failures = self.compare({node_of(term)}, {node_of(limit)}, None, None)
                yield from ((focus, self.found(focus, term)) for _ in failures)


class Closed(Constraint):
    """Section 4.8.1: a result for each triple that should not be."""

    def results(self, run: Run, scope: Scope) -> Iterator[tuple[Term, Found]]:
        """Results for the nodes of a scope."""
        if not self.component.is_closed:
            return
        values = self.values(scope)
        allowed = run.texts(one for one in self.allowed() if isinstance(one, URIRef))
        filters = f"FILTER(?p NOT IN ({', '.join(allowed)}))" if allowed else ""
        filters += f" FILTER(!(?p = {text_of(RDF.type)} && sameTerm(?o, {text_of(RDFS.Resource)})))"
        shown = f"{scope.node} {values.node}" if values.node != scope.node else scope.node
        query = f"SELECT DISTINCT {shown} ?p ?o WHERE {{ {{ {values.pattern} }} {values.node} ?p ?o . {filters} }}"
        for focus, *_, path, value in run.tuples(query):
            yield focus, self.found(focus, value, path=path)

    def reads(self, way: Way) -> Iterator[Read]:
        """What it looks at: all that its values have."""
        yield from super().reads(way)
        if self.component.is_closed:
            for to_value in self.ways(way):
                yield to_value.read(None)

    def allowed(self) -> Iterator[Node]:
        """The properties that a value may have; paths that are none among them."""
        yield from self.component.ignored_props
        for part in self.component.property_shapes:
            shape = self._shape.get_other_shape(part)
            if not shape or not shape.is_property_shape:
                raise NotCompiled("a property shape of it is none")
            yield shape.path()


_COMPILED: dict[type, type[Constraint]] = {
    counts.MinCountConstraintComponent: MinCount,
    counts.MaxCountConstraintComponent: MaxCount,
    strings.UniqueLangConstraintComponent: UniqueLang,
    other.HasValueConstraintComponent: HasValue,
    other.ClosedConstraintComponent: Closed,
    pair.EqualsConstraintComponent: Equals,
    pair.DisjointConstraintComponent: Disjoint,
    pair.LessThanConstraintComponent: Less,
    pair.LessThanOrEqualsConstraintComponent: Less,
}


def set_test(component: Any) -> Constraint | None:
    """The compiled form of a constraint on all values together; None for another one.

    Raises:
        NotCompiled: a parameter is none that a query can hold.
    """
    for terms in ("has_value_set", "property_compare_set"):
        for term in getattr(component, terms, ()):
            if not isinstance(named(term), URIRef) and terms == "property_compare_set":
                raise NotCompiled("a property that it compares with is none")
    made = _COMPILED.get(type(component))
    return made(component) if made else None


def _counted(nodes: str, value: str, pattern: str, condition: str) -> str:
    return f"SELECT {nodes} WHERE {{ {pattern} }} GROUP BY {nodes} HAVING (COUNT(DISTINCT {value}) {condition})"
