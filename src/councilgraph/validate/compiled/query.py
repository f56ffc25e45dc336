"""Constraints that are queries by another hand; section 5 of the SHACL Recommendation of 2017."""

from collections.abc import Iterator
from typing import Any

from pyshacl.errors import ValidationFailure
from pyshacl.helper.sparql_query_helper import SPARQLQueryHelper
from rdflib import SH

from councilgraph.store.protocol import Term
from councilgraph.validate.compiled.constraint import Constraint, Found
from councilgraph.validate.compiled.path import Scope
from councilgraph.validate.compiled.reads import Read, Unbounded, Way
from councilgraph.validate.compiled.run import NotCompiled, Run
from councilgraph.validate.compiled.select import Select
from councilgraph.validate.compiled.tied import tied
from councilgraph.validate.terms import node_of

_ANYWHERE = "{ SELECT DISTINCT (?n0 AS ?this) WHERE { ?n0 ?p0 ?o0 } }"


class Sparql(Constraint):
    """sh:sparql, each query once for all focus nodes.

    Raises:
        NotCompiled: a query may give something else when it runs once.
    """

    def __init__(self, component: Any) -> None:
        super().__init__(component)
        self._queries: list[tuple[SPARQLQueryHelper, Select]] = []
        for helper in component.sparql_constraints:
            if not helper.deactivated:
                select = self._select(helper)
                select.for_all(_ANYWHERE)
                self._queries.append((helper, select))

    def results(self, run: Run, scope: Scope) -> Iterator[tuple[Term, Found]]:
        """Results for the nodes of a scope."""
        if run.has_kept:
            raise NotCompiled(
                "the data hold literals in forms that the engine does not keep, which its query may ask for"
            )
        focus_nodes = f"{{ SELECT DISTINCT ({scope.node} AS ?this) WHERE {{ {scope.pattern} }} }}"
        for helper, select in self._queries:
            failed: set[Term] = set()
            rows = {frozenset(row.items()) for row in run.rows(select.for_all(focus_nodes))}
            for row in map(dict, rows):
                focus = row.pop("this")
                if row.pop("failure", None) is not None:
                    if focus not in failed:
                        failed.add(focus)
                        yield focus, self._found(helper, focus, None, None, row)
                else:
                    yield focus, self._found(helper, focus, row.pop("value", None), row.pop("path", None), row)

    def reads(self, way: Way) -> Iterator[Read]:
        """What it and its queries look at."""
        yield from super().reads(way)
        for _, select in self._queries:
            yield from tied(select.text, way)

    def properties(self) -> set[str] | None:
        """The properties that it and its queries look at, and maybe others; None: it may be any."""
        found = {read.predicate for read in super().reads(Way())}
        for _, select in self._queries:
            found |= {None} if select.may_stay else select.properties or _parsed(select)
        return None if None in found else {one for one in found if one}

    def _found(self, helper: Any, focus: Term, value: Term | None, path: Term | None, rest: dict[str, Term]) -> Found:
        shown = value if value is not None or self.path else focus
        bound = rest | {"this": focus} | ({"path": path} if path else {}) | ({"value": shown} if shown else {})
        return self.found(
            focus,
            shown,
            path=path,
            source=helper.node,
            messages=tuple(helper.messages or ()),
            bound={name: node_of(term) for name, term in bound.items()},
        )

    def _select(self, helper: SPARQLQueryHelper) -> Select:
        text = helper.select_text
        try:
            helper.check_invalid_sparql(text)
        except ValidationFailure as error:
            raise NotCompiled(f"its query is not allowed: {error.message}") from error
        if self.path:
            path = self.path.text
            text = helper.bind_path_regex.sub(lambda match: match[1] + path, text)
        select = Select(text, helper.prefixes)
        if select.may_stay and next(self._shape.sg.graph.triples((None, SH.targetNode, None)), None):
            raise NotCompiled(
                "a path in its query may stay where it is, which a node that is not in the data does not show"
            )
        return select


def _parsed(select: Select) -> set[str | None]:
    """The properties of a query, as a parser tells them."""
    try:
        return {read.predicate for read in tied(select.text, Way())}
    except Unbounded:
        return {None}
