"""Compiled shapes applied to all data, or, after a change, to what the change can concern."""

from collections.abc import Iterable
from dataclasses import dataclass

from rdflib.term import Node

from councilgraph.store.lines import LineStore, as_written
from councilgraph.store.protocol import Graph
from councilgraph.validate.compiled import (
    Application,
    Changed,
    NotCompiled,
    Run,
    Unbounded,
    compiled,
    looks_at,
    targets,
)
from councilgraph.validate.engine import targeted, translated
from councilgraph.validate.results import Result, of_found
from councilgraph.validate.shapes import Shapes
from councilgraph.validate.terms import ShapesGraph as Words
from councilgraph.validate.terms import quiet, term_of, text_of

ByShape = dict[Node, list[tuple[str, Result]]]
"""Results by the shape whose targets led to them, each with the node in N-Triples that it began with.

That is not always its focus node: a shape within a shape has focus nodes of its own.
"""


def results_by_shape(data: Graph, shapes: Shapes) -> ByShape | None:
    """What all shapes find in the data; None, where a shape is pySHACL's.

    Raises:
        InputError: the shapes are not valid SHACL.
    """
    if shapes.needs_pyshacl:
        return None
    application = Application(data)
    words = Words()
    try:
        with translated(data), quiet():
            return {
                shape.node: [
                    (_written(str(node)), of_found(one, words)) for node, one in application.results(compiled(shape))
                ]
                for shape in targeted(shapes)
            }
    except NotCompiled:
        return None


@dataclass(frozen=True, slots=True)
class Rechecked:
    """What shapes say after a change of those nodes that it can concern.

    Attributes:
        concerned: by shape, the nodes in N-Triples of which it says nothing else than these results any more; None: it
            was run whole.
        whole: why a shape was run whole.
    """

    results: ByShape
    concerned: dict[Node, frozenset[str] | None]
    whole: dict[Node, str]


def unbounded(shapes: Shapes) -> dict[str, str]:
    """The rules that are run whole after every change, by label, each with the reason; see `recheck`.

    Raises:
        InputError: the shapes are not valid SHACL.
    """
    found = {}
    with translated(LineStore()), quiet():
        for shape in targeted(shapes):
            try:
                looks_at(compiled(shape))
            except NotCompiled as error:
                found[shapes.rule(shape.node).label] = str(error)
    return found


def recheck(data: Graph, shapes: Shapes, lines: Iterable[str]) -> Rechecked | None:
    """Apply all shapes to what a change can concern, in a time that does not grow with the data.

    Args:
        data: as they are after the change.
        lines: canonical N-Triples lines that the data lost or won.

    Returns:
        None, where a shape is pySHACL's, which looks at all data.

    Raises:
        InputError: the shapes are not valid SHACL.
    """
    if shapes.needs_pyshacl:
        return None
    try:
        with translated(data), quiet():
            return _recheck(data, shapes, lines)
    except NotCompiled:
        return None


def _recheck(data: Graph, shapes: Shapes, lines: Iterable[str]) -> Rechecked:
    run = Run(data, is_partial=True)
    changed = Changed(run, map(data.spelled, lines))
    ready = [compiled(shape) for shape in targeted(shapes)]
    concerned: dict[Node, frozenset[str] | None] = {}
    whole: dict[Node, str] = {}
    for shape in ready:
        try:
            concerned[shape.shape.node] = changed.nodes(shape)
        except Unbounded as error:
            concerned[shape.shape.node] = None
            whole[shape.shape.node] = str(error)
    everyone = frozenset().union(*(nodes for nodes in concerned.values() if nodes))
    words = Words()
    found: ByShape = {}
    for shape in ready:
        node: Node = shape.shape.node
        scope = None
        if (nodes := concerned[node]) is not None:
            scope = changed.scope(shape.shape, nodes, everyone)
        if nodes is None or scope:
            of_shape = shape.results(run, scope or targets(shape.shape, run))
            found[node] = [(_written(str(start)), of_found(one, words)) for start, one in of_shape]
    written = {node: nodes and frozenset(map(_written, nodes)) for node, nodes in concerned.items()}
    return Rechecked(found, written, whole)


def _written(text: str) -> str:
    return text if text[0] != '"' else text_of(term_of(as_written(text)))
