"""Runs the shapes over data: compiled where they compile, by pySHACL where they do not."""

import logging
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from pyshacl import Validator
from pyshacl.errors import ConstraintLoadError, ReportableRuntimeError, ShapeLoadError, ValidationFailure
from pyshacl.shape import Shape
from pyshacl.shapes_graph import ShapesGraph
from rdflib import SH, Literal
from rdflib.term import Node

from councilgraph.errors import InputError
from councilgraph.rdf import shorten
from councilgraph.store.protocol import Graph
from councilgraph.validate.compiled import Application, NotCompiled, compiled
from councilgraph.validate.findings import Findings
from councilgraph.validate.graph import IndexedGraph
from councilgraph.validate.reader import Reader
from councilgraph.validate.report import Explained, Report
from councilgraph.validate.results import Result, of_found, of_report
from councilgraph.validate.shapes import Shapes
from councilgraph.validate.terms import ShapesGraph as Words
from councilgraph.validate.terms import quiet, term_of

if TYPE_CHECKING:  # it takes in all that reads tables
    from councilgraph.validate.known import Known

Wanted = Callable[[Node], bool]
Where = Callable[[Result], str | None]


def _nowhere(result: Result) -> None:
    """No place."""


class Engine(StrEnum):
    """What runs the shapes."""

    compiled = "compiled"
    pyshacl = "pyshacl"


def check(
    data: Graph,
    shapes: Shapes,
    wanted: Wanted = lambda focus: True,
    engine: Engine = Engine.compiled,
    where: Where = _nowhere,
    known: "Known | None" = None,
) -> Report:
    """Apply all shapes to the data.

    Args:
        wanted: whether findings about a node are reported.
        engine: ``compiled`` leaves to pySHACL what does not compile, ``pyshacl`` everything.
        where: the place in the user's own data that a result is about.
        known: findings of an earlier report, which are left out.

    Raises:
        InputError: the shapes are not valid SHACL, or ask for what is not supported, or compare ill-typed values.
    """
    with translated(data), quiet():
        checking = _Checking(data, shapes, engine)
        reader = Reader(data, shapes, where)
        findings = Findings(tell=reader.told)
        for result in checking.results():
            if not (wanted(result.focus) and shapes.applies(result.shape)):
                continue
            if known is None or reader.finding(result, offers=False) not in known:
                findings.add_result(reader.head(result), result.to_text())
        idle = [reader.rule(shape.node).label for shape in checking.idle()]
    return Report(
        findings,
        rules=len(shapes.rules),
        triples=len(data),
        idle=idle,
        untargeted=[rule.label for rule in shapes.untargeted],
        explained=checking.explained,
        known=known.met if known is not None else None,
        mended=known.missing(shapes.is_chosen) if known is not None else 0,
        shapes=shapes.graph,
    )


class _Checking:
    """One validation.

    Attributes:
        explained: for each shape with targets, what ran it.
    """

    def __init__(self, data: Graph, shapes: Shapes, engine: Engine) -> None:
        self._data, self._shapes = data, shapes
        self._application = Application(data)
        self._targeted = targeted(shapes)
        self._words = Words()
        self._refused = "as it was asked to" if engine == Engine.pyshacl else shapes.needs_pyshacl
        self.explained: list[Explained] = []

    def results(self) -> Iterator[Result]:
        """All results, from whichever engine."""
        left = set()
        for shape in self._targeted:
            try:
                if self._refused:
                    raise NotCompiled(self._refused)
                found = self._application.results(compiled(shape))
            except NotCompiled as error:
                left.add(shape.node)
                self._explain(shape, Engine.pyshacl, why=str(error))
                continue
            self._explain(shape, Engine.compiled)
            yield from (of_found(one, self._words) for _, one in found)
        if left:
            yield from self._by_pyshacl(None if self._refused else left)

    def idle(self) -> Iterator[Shape]:
        """Shapes whose targets do not occur in the data."""
        for shape in self._targeted:
            try:
                is_idle = self._application.is_idle(shape)
            except NotCompiled:
                continue
            if is_idle:
                yield shape

    def _by_pyshacl(self, chosen: Collection[Node] | None) -> Iterator[Result]:
        """Results of some shapes, or of all and of the rules that come before."""
        data = IndexedGraph()
        data.add_lines(self._data.lines())
        if chosen is None:
            try:
                yield from of_report(self._validator(data).run()[1])
                return
            except _UNDERSTOOD:
                raise
            except Exception:
                if self._shapes.needs_pyshacl:
                    raise
            chosen = {shape.node for shape in self._targeted}
        yield from self._one_by_one(self._validator(data), data, chosen)

    def _validator(self, data: IndexedGraph) -> Validator:
        options = {"inplace": True, "advanced": self._shapes.advanced, "logger": _LOGGER}
        return Validator(data, shacl_graph=self._shapes.copy(), options=options)

    def _one_by_one(self, validator: Validator, data: IndexedGraph, chosen: Collection[Node]) -> Iterator[Result]:
        """Results of some shapes, each of which may meet values that it cannot put in order."""
        executor = validator.make_executor()
        found = []
        for shape in validator.shacl_graph.shapes:
            shape.set_advanced(self._shapes.advanced)
        for shape in validator.shacl_graph.shapes:
            if shape.node in chosen:
                try:
                    found += shape.validate(executor, data)[1]
                except TypeError:
                    yield from self._ill_typed(shape)
                except _UNDERSTOOD:
                    raise
                except Exception as error:  # pySHACL and rdflib let queries fail in many ways
                    label = self._shapes.rule(shape.node).label
                    raise InputError(f"the rule “{label}” cannot be applied: {_first_line(error)}") from error
        report, _ = Validator.create_validation_report(validator.shacl_graph, not found, found)
        yield from of_report(report)

    def _ill_typed(self, shape: Shape) -> Iterator[Result]:
        """The values because of which a shape cannot put things in order.

        Raises:
            TypeError: it is something else.
        """
        named = {part for each in self._shapes.within(shape.node) for part in self._shapes.graph.objects(each)}
        wrong = [triple for triple in _ill_typed(self._data) if triple[1] in named]
        if not wrong:
            raise TypeError("values of different types")
        for focus, path, value in wrong:
            message = f"“{value}” is no {shorten(str(value.datatype))}; until it is, this rule is applied to nothing."
            kind = SH.DatatypeConstraintComponent
            yield Result(focus, path, value, kind, shape.node, shape.severity, (message,))

    def _explain(self, shape: Shape, engine: Engine, why: str | None = None) -> None:
        rule = self._shapes.rule(shape.node)
        self.explained.append(Explained(rule.iri, rule.label, engine.value, why))


def targeted(shapes: Shapes) -> list[Shape]:
    """The shapes with targets as pySHACL reads them, in a fixed order.

    Raises:
        ShapeLoadError: they are not valid SHACL, see `translated`.
    """
    parsed = ShapesGraph(shapes.copy(), logger=_LOGGER)
    return sorted(filter(_has_targets, parsed.shapes), key=lambda shape: str(shape.node))


def _has_targets(shape: Shape) -> bool:
    return any(map(any, map(list, shape.target()))) or shape.sg.graph.value(shape.node, SH.target) is not None


@contextmanager
def translated(data: Graph) -> Iterator[None]:
    """Errors of pySHACL are said in ours: see `check`."""
    try:
        yield
    except _INVALID as error:
        message = f"the shapes are not valid SHACL: {error.message}"
        raise InputError(message, hint=f"See {error.link}") from error
    except _UNSUITED as error:
        raise InputError(f"the shapes cannot be applied: {error.message}") from error
    except TypeError as error:
        values = dict.fromkeys(value for _, _, value in _ill_typed(data))
        wrong = ", ".join(f"“{value}” is no {shorten(str(value.datatype))}" for value in list(values)[:3])
        raise InputError(f"a rule puts values in order that have none: {wrong or error}") from error
    except NotImplementedError as error:
        raise InputError("the shapes use a feature of SHACL-AF that is not supported: functions or rules") from error


def _ill_typed(data: Graph) -> list[tuple[Node, Node, Literal]]:
    """The triples with literals whose text is no value of their datatype, sorted."""
    found = []
    for line in data.lines():
        if '"^^<' in line:
            subject, predicate, value = map(term_of, line[:-2].split(" ", 2))
            if isinstance(value, Literal) and value.ill_typed:
                found.append((subject, predicate, value))
    return sorted(found, key=lambda triple: tuple(map(str, triple)))


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0] or type(error).__name__


_INVALID = (ShapeLoadError, ConstraintLoadError)
_UNSUITED = (ReportableRuntimeError, ValidationFailure)
_UNDERSTOOD = (*_INVALID, *_UNSUITED, NotImplementedError)
_LOGGER = logging.getLogger("councilgraph.validate")
