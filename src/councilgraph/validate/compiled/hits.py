"""Results as columns give them, and terms of shapes as columns hold them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from rdflib import BNode, Literal
from rdflib.term import Node

from councilgraph.store.columns import term
from councilgraph.validate.compiled.constraint import Constraint, Found
from councilgraph.validate.compiled.run import NotCompiled
from councilgraph.validate.terms import term_of, text_of


class Hit(NamedTuple):
    """A focus node that does not fulfil a constraint.

    Attributes:
        value, kind, path: value, component and path, where they are not the constraint's.
        details: see `Found`.
    """

    constraint: Constraint
    focus: bytes
    value: bytes | None = None
    kind: Any = None
    path: bytes | None = None
    details: "tuple[Hit | Found, ...]" = ()


Hits = Iterator[tuple[bytes, Hit | Found]]
"""Each with the node that it came of."""

_ESCAPED = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]")
"""What lines may write in more than one way."""


class NotDirect(Exception):
    """A shape holds a term that columns cannot be asked for, or a query finds its nodes."""


def hits_of(constraint: Constraint, nodes: Iterable[bytes]) -> Hits:
    """Focus nodes that do not fulfil a constraint as a whole."""
    for node in nodes:
        yield node, Hit(constraint, node)


def found_of(hit: Hit | Found) -> Found:
    """The result that a hit stands for."""
    if isinstance(hit, Found):
        return hit
    more = {"path": term(hit.path)} if hit.path else {}
    value = None if hit.value is None else term(hit.value)
    details = tuple(map(found_of, hit.details))
    return hit.constraint.found(term(hit.focus), value, hit.kind, details=details, **more)


def bytes_of(node: Node) -> bytes:
    """A term of the shapes as lines have it.

    Raises:
        NotCompiled: it is a blank node.
        NotDirect: lines may write it in another way.
    """
    if isinstance(node, BNode):
        raise NotCompiled("a blank node stands where a term of the data is meant")
    if isinstance(node, Literal) and _ESCAPED.search(node):
        raise NotDirect
    return text_of(node).encode()


def node_of(text: bytes) -> Any:
    """The rdflib term for what lines have."""
    return term_of(text.decode())
