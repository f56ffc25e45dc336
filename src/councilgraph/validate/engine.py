"""Runs the shapes over data: compiled where they compile, by pySHACL where they do not."""

import logging
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from pyshacl import Validator
from pyshacl.errors import ConstraintLoadError, ReportableRuntimeError, ShapeLoadError, ValidationFailure
from pyshacl.shape import Shape
from pyshacl.shapes_graph import ShapesGraph
from rdflib import SH, Literal
from rdflib.term import Node

from councilgraph.errors import InputError
from councilgraph.rdf import shorten
from councilgraph.store.lines import as_written
from councilgraph.store.protocol import Graph
from councilgraph.validate.compiled import (
    Changed,
    Found,
    NotCompiled,
    Run,
    Unbounded,
    compiled,
    results,
    target_patterns,
)
from councilgraph.validate.graph import IndexedGraph
from councilgraph.validate.reader import Reader
from councilgraph.validate.report import Explained, Report, ordered
from councilgraph.validate.results import Result, of_found, of_report
from councilgraph.validate.shapes import Shapes
from councilgraph.validate.terms import ShapesGraph as Words
from councilgraph.validate.terms import quiet, term_of, text_of

Wanted = Callable[[Node], bool]


class Engine(StrEnum):
    """What runs the shapes."""

    compiled = "compiled"
    pyshacl = "pyshacl"


def check(data: Graph, shapes: Shapes, wanted: Wanted = lambda focus: True, engine: Engine = Engine.compiled) -> Report:
    """Apply all shapes to the data.

    Args:
        wanted: whether findings about a node are reported.
        engine: ``compiled`` leaves to pySHACL what does not compile, ``pyshacl`` everything.

    Raises:
        InputError: the shapes are not valid SHACL, or ask for what is not supported, or compare ill-typed values.
    """
    with _translated(data), quiet():
        checking = _Checking(data, shapes, engine)
        found = [result for _, result in checking.results() if wanted(result.focus)]
    reader = Reader(data, shapes)
    return Report(
        ordered(map(reader.finding, found)),
        rules=len(shapes.rules),
        triples=len(data),
        idle=[shapes.rule(shape.node).label for shape in checking.idle()],
        untargeted=[rule.label for rule in shapes.untargeted],
        explained=checking.explained,
        results=found,
        shapes=shapes.graph,
    )


def every_result(data: Graph, shapes: Shapes) -> list[tuple[Node | None, Result]]:
    """What all shapes find in the data, each with the shape whose targets led to it; None: found by pySHACL.

    Raises:
        InputError: see `check`.
    """
    with _translated(data), quiet():
        return list(_Checking(data, shapes, Engine.compiled).results())


@dataclass(frozen=True, slots=True)
class Rechecked:
    """What shapes say after a change of those nodes that it can concern.

    Attributes:
        results: each with the shape whose targets led to it.
        concerned: by shape, the nodes in N-Triples of which it says nothing else than these results any more; None: it
            was run whole.
        explained: which shapes were run whole, and why.
    """

    results: list[tuple[Node, Result]]
    concerned: dict[Node, frozenset[str] | None]
    explained: list[Explained]


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
    with _translated(data), quiet():
        return _Checking(data, shapes, Engine.compiled, is_partial=True).again(lines)


class _Checking:
    """One validation.

    Attributes:
        explained: for each shape with targets, what ran it.
    """

    def __init__(self, data: Graph, shapes: Shapes, engine: Engine, *, is_partial: bool = False) -> None:
        self._data, self._shapes = data, shapes
        self._run = Run(data, data.spelled, has_blank=data.has_blank, has_kept=data.has_kept, is_partial=is_partial)
        self._parsed = ShapesGraph(shapes.copy(), logger=_LOGGER)
        self._targeted = sorted(filter(_has_targets, self._parsed.shapes), key=lambda shape: str(shape.node))
        self._refused = "as it was asked to" if engine == Engine.pyshacl else shapes.needs_pyshacl
        self.explained: list[Explained] = []

    def results(self) -> Iterator[tuple[Node | None, Result]]:
        """All results, from whichever engine, see `every_result`."""
        words = Words()
        left = set()
        with ThreadPoolExecutor(_THREADS) as pool:  # the engine works outside Python, so several queries run at once
            for shape, answer in zip(self._targeted, pool.map(self._asked, self._targeted), strict=True):
                if isinstance(answer, str):
                    left.add(shape.node)
                    self._explain(shape, Engine.pyshacl, why=answer)
                    continue
                self._explain(shape, Engine.compiled)
                for one in answer:
                    yield shape.node, of_found(one, words)
        if left:
            for result in self._by_pyshacl(None if self._refused else left):
                yield None, result

    def again(self, lines: Iterable[str]) -> Rechecked | None:
        """The results for nodes that a change can concern, or for all of a shape where these cannot be told."""
        if self._refused:
            return None
        changed = Changed(self._run, map(self._data.spelled, lines))
        concerned: dict[Node, frozenset[str] | None] = {}
        ready = []
        for shape in self._targeted:
            try:
                ready.append(compiled(shape))
                concerned[shape.node] = changed.nodes(ready[-1])
            except Unbounded as error:
                concerned[shape.node] = None
                self._explain(shape, Engine.compiled, why=f"run whole: {error}")
            except NotCompiled:
                return None
        words = Words()
        found: list[tuple[Node, Result]] = []
        everyone = frozenset().union(*(nodes for nodes in concerned.values() if nodes))
        for shape in ready:
            node, scope = shape.shape.node, None
            try:
                if (nodes := concerned[node]) is not None:
                    scope = changed.scope(shape.shape, nodes, everyone)
                    if scope is None:
                        continue
                found += [(node, of_found(one, words)) for one in results(shape, self._run, scope)]
            except NotCompiled:
                return None
        written = {node: nodes and frozenset(map(_written, nodes)) for node, nodes in concerned.items()}
        return Rechecked(found, written, self.explained)

    def _asked(self, shape: Shape) -> list[Found] | str:
        """What a shape finds, or why only pySHACL can tell."""
        if self._refused:
            return self._refused
        try:
            # All are there before the first is told: data that only pySHACL can judge show late.
            return list(results(compiled(shape), self._run))
        except NotCompiled as error:
            return str(error)

    def idle(self) -> Iterator[Shape]:
        """Shapes whose targets do not occur in the data."""
        for shape in self._targeted:
            try:
                patterns = target_patterns(shape, self._run)
            except NotCompiled:
                continue
            if not any(any(self._run.rows(f"SELECT * WHERE {{ {pattern} }} LIMIT 1")) for pattern in patterns):
                yield shape

    def _by_pyshacl(self, chosen: Collection[Node] | None) -> Iterator[Result]:
        """Results of some shapes, or of all and of the rules that come before."""
        data = IndexedGraph()
        data.add_lines(self._data.lines())
        options = {"inplace": True, "advanced": self._shapes.advanced, "logger": _LOGGER}
        validator = Validator(data, shacl_graph=self._shapes.copy(), options=options)
        if chosen is None:
            _, report, _ = validator.run()
        else:
            executor = validator.make_executor()
            found = []
            for shape in validator.shacl_graph.shapes:
                shape.set_advanced(self._shapes.advanced)
            for shape in validator.shacl_graph.shapes:
                if shape.node in chosen:
                    found += shape.validate(executor, data)[1]
            report, _ = Validator.create_validation_report(validator.shacl_graph, not found, found)
        return of_report(report)

    def _explain(self, shape: Shape, engine: Engine, why: str | None = None) -> None:
        rule = self._shapes.rule(shape.node)
        self.explained.append(Explained(rule.iri, rule.label, engine.value, why))


def _written(text: str) -> str:
    return text if text[0] == "<" else text_of(term_of(as_written(text)))


def _has_targets(shape: Shape) -> bool:
    return any(map(any, map(list, shape.target()))) or shape.sg.graph.value(shape.node, SH.target) is not None


@contextmanager
def _translated(data: Graph) -> Iterator[None]:
    try:
        yield
    except (ShapeLoadError, ConstraintLoadError) as error:
        message = f"the shapes are not valid SHACL: {error.message}"
        raise InputError(message, hint=f"See {error.link}") from error
    except (ReportableRuntimeError, ValidationFailure) as error:
        raise InputError(f"the shapes cannot be applied: {error.message}") from error
    except TypeError as error:
        wrong = ", ".join(f"“{literal}” is no {shorten(str(literal.datatype))}" for literal in _ill_typed(data)[:3])
        raise InputError(f"a rule puts values in order that have none: {wrong or error}") from error
    except NotImplementedError as error:
        raise InputError("the shapes use a feature of SHACL-AF that is not supported: functions or rules") from error


def _ill_typed(data: Graph) -> list[Literal]:
    """The literals whose text is no value of their datatype, sorted."""
    values = {term_of(line[:-2].split(" ", 2)[2]) for line in data.lines() if '"^^<' in line}
    return sorted((value for value in values if isinstance(value, Literal) and value.ill_typed), key=str)


_LOGGER = logging.getLogger("councilgraph.validate")
_THREADS = min(4, os.cpu_count() or 1)
