"""Property paths walked in columns of N-Triples, from one node after the other."""

from collections.abc import Callable, Collection, Iterable, Iterator

from rdflib import RDF, RDFS

from councilgraph.store.columns import Columns
from councilgraph.validate.compiled.path import Path
from councilgraph.validate.terms import text_of

TYPE, _PART = text_of(RDF.type).encode(), text_of(RDFS.subClassOf).encode()

Step = Callable[[bytes], Iterable[bytes]]
"""From a node to others, some of them more than once."""


def pairs(data: Columns, path: Path | None, nodes: Collection[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Nodes with their distinct value nodes; without a path, with themselves."""
    if path is None:
        for node in nodes:
            yield node, node
    elif path.is_property:
        column = data.column(path.text.encode())
        first = column.first
        for node in nodes:
            if (value := first.get(node)) is not None:
                yield node, value
        for node in column.more.keys() & nodes:
            for value in column.more[node]:
                yield node, value
    else:
        step = walker(data, path)
        for node in nodes:
            for value in set(step(node)):
                yield node, value


def instances(data: Columns, kind: bytes) -> frozenset[bytes]:
    """The SHACL instances of a class: nodes with it, or one below it, for their type."""
    parts, of = data.column(_PART).inverse, data.column(TYPE).inverse
    below = _repeated(lambda one: parts.get(one, ()), stays=True)(kind)
    return frozenset().union(*(of.get(one, ()) for one in below))


def walker(data: Columns, path: Path, *, back: bool = False) -> Step:
    """A step along a path, or back along it."""
    match path.sign:
        case "":
            column = data.column(path.text.encode())
            if back:
                return lambda node: column.inverse.get(node, ())
            return column.of
        case "^":
            return walker(data, path.parts[0], back=not back)
        case "/":
            steps = [walker(data, part, back=back) for part in path.parts]
            return _in_turn(steps[::-1] if back else steps)
        case "|":
            ways = [walker(data, part, back=back) for part in path.parts]
            return lambda node: [value for way in ways for value in way(node)]
        case "?":
            inner = walker(data, path.parts[0], back=back)
            return lambda node: (node, *inner(node))
        case sign:
            return _repeated(walker(data, path.parts[0], back=back), stays=sign == "*")


def _in_turn(steps: list[Step]) -> Step:
    def step(node: bytes) -> Iterable[bytes]:
        reached: Iterable[bytes] = (node,)
        for one in steps:
            reached = {value for at in reached for value in one(at)}
        return reached

    return step


def _repeated(inner: Step, *, stays: bool) -> Step:
    def step(node: bytes) -> Iterable[bytes]:
        reached = {node} if stays else set()
        waiting = [node]
        while waiting:
            for value in inner(waiting.pop()):
                if value not in reached:
                    reached.add(value)
                    waiting.append(value)
        return reached

    return step
