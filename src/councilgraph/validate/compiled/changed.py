"""Which focus nodes a change of a graph can concern: found from the changed triples, in a time that only these decide.

See `reads` for why the new state of the graph is all that is needed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cached_property

from pyshacl.shape import Shape
from rdflib import RDF, RDFS
from rdflib.term import Node

from councilgraph.store.protocol import Term
from councilgraph.validate.compiled.path import Scope
from councilgraph.validate.compiled.reads import FOCUS, Read, Unbounded, Way
from councilgraph.validate.compiled.run import Run
from councilgraph.validate.compiled.scope import target_reads, values
from councilgraph.validate.compiled.shape import CompiledShape
from councilgraph.validate.terms import text_of


def looks_at(shape: CompiledShape) -> set[Read]:
    """What a shape and its targets look at.

    Raises:
        Unbounded: that cannot be told.
    """
    return {*target_reads(shape.shape), *shape.reads(Way())}


class Changed:
    """The change.

    Args:
        run: asks the graph as it is now.
        lines: canonical N-Triples lines that the graph lost or won, see `rdf.lines`, as the graph has them.
    """

    def __init__(self, run: Run, lines: Iterable[str]) -> None:
        self._run = run
        self._pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for line in lines:
            subject, predicate, value = line[:-2].split(" ", 2)
            self._pairs[predicate].append((subject, value))
        self._starts: dict[Read, frozenset[str]] = {}
        self._facts: dict[str, set[tuple[str, str]]] = {}

    def nodes(self, shape: CompiledShape) -> frozenset[str]:
        """All nodes of which a shape may say something else than before, in N-Triples; most are no focus nodes of it.

        Raises:
            Unbounded: it may be any.
        """
        if text_of(RDFS.subClassOf) in self._pairs:
            raise Unbounded("classes have changed")
        found = (self._concerned(read) for read in looks_at(shape))
        return frozenset().union(*found)

    def scope(self, shape: Shape, among: Collection[str], all_concerned: Collection[str]) -> Scope | None:
        """The focus nodes of a shape among some nodes; None if there is none.

        Args:
            all_concerned: nodes of which more may be asked, looked up together.
        """
        nodes, classes, implicit, objects_of, subjects_of = map(list, shape.target())
        self._look_up(all_concerned)
        found = set(self._run.texts(nodes)) & set(among)
        marks = {(_TYPE, kind) for kind in self._kinds([*classes, *implicit])} | {
            (text_of(link), "") for link in subjects_of
        }
        found |= {node for node in among if not marks.isdisjoint(self._facts[node])}
        if objects_of and (others := set(among) - found):
            # Nobody asks how many links lead to a node: to a grade, they may be half the graph.
            links = values("?link", map(text_of, objects_of))
            found |= _named(
                self._run.nodes(f"{values(FOCUS, others)} FILTER EXISTS {{ {links} ?other ?link {FOCUS} }}", FOCUS)
            )
        return Scope(values(FOCUS, found)) if found else None

    def _look_up(self, nodes: Collection[str]) -> None:
        """The properties and the classes of nodes."""
        new = [node for node in nodes if node not in self._facts]
        for node in new:
            self._facts[node] = set()
        if new:
            where = f'{values("?node", new)} ?node ?link ?value BIND(IF(?link = {_TYPE}, ?value, "") AS ?kind)'
            for row in self._run.tuples(f"SELECT DISTINCT ?node ?link ?kind WHERE {{ {where} }}"):
                node, link, kind = map(str, row)
                self._facts[node] |= {(link, kind if link == _TYPE else ""), (link, "")}

    def _kinds(self, classes: Iterable[Node]) -> set[str]:
        known = [self._run.subclasses(kind) for kind in classes]
        if None in known:
            raise Unbounded("a class is a blank node, which no query can name")
        return {text for texts in known for text in texts or ()}

    def _concerned(self, read: Read) -> frozenset[str]:
        """The focus nodes that get to a changed triple by one of the ways of a shape."""
        if read not in self._starts:
            self._starts[read] = frozenset(self._found(read))
        return self._starts[read]

    def _found(self, read: Read) -> set[str]:
        pairs = self._all if read.predicate is None else self._pairs.get(read.predicate, ())
        variables = [text for text in (read.subject, read.value) if text == FOCUS or f" {text} " in f"{read.way} "]
        rows = set()
        for subject, value in pairs:
            bound = dict.fromkeys(variables, "")
            for text, term in ((read.subject, subject), (read.value, value)):
                if text in bound:
                    if bound[text] not in ("", term):
                        break
                    bound[text] = term
                elif text[0] != "?" and text != term:
                    break
            else:
                rows.add(tuple(bound.values()))
        if not rows:
            return set()
        if any(term.startswith("_:") for row in rows for term in row):
            raise Unbounded("a blank node has changed, which no query can name")
        if not read.way:
            return {row[variables.index(FOCUS)] for row in rows}
        given = " ".join(f"({' '.join(row)})" for row in sorted(rows))
        where = f"VALUES ({' '.join(variables)}) {{ {given} }} {read.way}"
        return _named(self._run.nodes(where, FOCUS))

    @cached_property
    def _all(self) -> list[tuple[str, str]]:
        return [pair for pairs in self._pairs.values() for pair in pairs]


def _named(nodes: Iterable[Term]) -> set[str]:
    texts = {str(node) for node in nodes}
    if any(text.startswith("_:") for text in texts):
        raise Unbounded("it leads to a blank node, which no query can name")
    return texts


_TYPE = text_of(RDF.type)
