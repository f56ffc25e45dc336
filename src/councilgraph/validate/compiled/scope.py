"""Patterns of SPARQL for the focus nodes of a shape, and for instances of classes.

Sections are those of the SHACL Recommendation of 2017.
"""

from collections.abc import Collection, Iterable, Iterator

from pyshacl.helper.sparql_query_helper import SPARQLQueryHelper
from pyshacl.shape import Shape
from rdflib import RDF, RDFS, SH
from rdflib.term import Node

from councilgraph.validate.compiled.path import Scope
from councilgraph.validate.compiled.reads import Read, Unbounded, Way
from councilgraph.validate.compiled.run import NotCompiled, Run
from councilgraph.validate.compiled.select import Select
from councilgraph.validate.terms import text_of


def targets(shape: Shape, run: Run) -> Scope:
    """The focus nodes of a shape; section 2.1.3, and SPARQL targets of SHACL-AF."""
    patterns = target_patterns(shape, run)
    if len(patterns) == 1 and not list(shape.target_objects_of()):
        return Scope(patterns[0])
    return Scope(Scope(" UNION ".join(f"{{ {pattern} }}" for pattern in patterns)).distinct)


def target_patterns(shape: Shape, run: Run) -> list[str]:
    """Patterns each of which binds a variable to focus nodes of a shape.

    Raises:
        NotCompiled: a target is not told by a pattern.
    """
    nodes, classes, implicit, objects_of, subjects_of = map(list, shape.target())
    found = []
    if nodes:
        found.append(values("?n0", run.texts(nodes)))
    if kinds := {*classes, *implicit}:
        found.append(instances("?n0", kinds, run))
    if subjects_of:
        found.append(_linked(subjects_of, "?n0", "?o0"))
    if objects_of:
        found.append(_linked(objects_of, "?s0", "?n0"))
    return found + [f"{{ SELECT (?this AS ?n0) WHERE {{ {{ {query} }} }} }}" for query in sparql_targets(shape)]


def target_reads(shape: Shape) -> Iterator[Read]:
    """What tells whether a node is a focus node of a shape.

    Raises:
        Unbounded: a query tells.
    """
    _, classes, implicit, objects_of, subjects_of = map(list, shape.target())
    if any(shape.sg.graph.objects(shape.node, SH.target)):
        raise Unbounded("a query says what it looks at")
    if classes or implicit:
        yield Way().read(_TYPE)
    for link in subjects_of:
        yield Way().read(text_of(link))
    for link in objects_of:
        yield Way().read(text_of(link), is_inverse=True)


def values(variable: str, texts: Iterable[str]) -> str:
    """A pattern that binds a variable to terms."""
    return f"VALUES {variable} {{ {' '.join(sorted(texts))} }}"


def instances(node: str, kinds: Collection[Node], run: Run) -> str:
    """A pattern for the SHACL instances of classes."""
    known = [run.subclasses(kind) for kind in kinds]
    if None in known:
        return " UNION ".join(f"{{ {node} {_IS_A} {run.text(kind)} . }}" for kind in kinds)
    texts = sorted({text for texts in known for text in texts or ()})
    if len(texts) == 1:
        return f"{node} {_TYPE} {texts[0]} ."
    return f"VALUES ?kind {{ {' '.join(texts)} }} {node} {_TYPE} ?kind ."


def no_instance(node: str, kind: Node, run: Run) -> str:
    """A filter: a node that is bound is no SHACL instance of a class."""
    texts = run.subclasses(kind)
    if texts is None:
        return f"FILTER NOT EXISTS {{ {node} {_IS_A} {run.text(kind)} }}"
    if len(texts) == 1:
        return f"FILTER NOT EXISTS {{ {node} {_TYPE} {texts[0]} }}"
    return f"FILTER NOT EXISTS {{ {node} {_TYPE} ?of FILTER(?of IN ({', '.join(texts)})) }}"


def sparql_targets(shape: Shape) -> list[str]:
    """The queries of its SPARQL targets (SHACL-AF, section 3.1), each as a pattern for ``?this``.

    Raises:
        NotCompiled: a target is of another type, or its query names what is not known.
    """
    graph = shape.sg.graph
    queries = []
    for target in graph.objects(shape.node, SH.target):
        select = graph.value(target, SH.select)
        if select is None:
            raise NotCompiled("a target of it is of a type of its own")
        helper = SPARQLQueryHelper(shape, target, str(select))
        helper.collect_prefixes()
        query = Select(helper.select_text, helper.prefixes)
        if not query.names_this:
            raise NotCompiled("a target of it does not select ?this")
        queries.append(query.text)
    return queries


def _linked(predicates: list[Node], subject: str, value: str) -> str:
    links = [f"{subject} {text} {value} ." for text in sorted(map(text_of, predicates))]
    return (
        links[0]
        if len(links) == 1
        else " UNION ".join(f"{{ SELECT DISTINCT ?n0 WHERE {{ {link} }} }}" for link in links)
    )


_TYPE = text_of(RDF.type)
_IS_A = f"{_TYPE}/{text_of(RDFS.subClassOf)}*"
