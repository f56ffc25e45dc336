"""Queries by another hand, asked of the triples that they look at, about nodes that are known already.

An engine takes as long to take in a graph as columns to answer for it; so it gets no more than a query needs, and no
types to find the nodes by.
"""

from collections.abc import Collection

from councilgraph.store.lines import LineStore
from councilgraph.validate.compiled.hits import Hits, NotDirect
from councilgraph.validate.compiled.path import Scope
from councilgraph.validate.compiled.query import Sparql
from councilgraph.validate.compiled.reads import FOCUS
from councilgraph.validate.compiled.run import NotCompiled, Run


def asked(lines: LineStore, constraint: Sparql, nodes: Collection[bytes]) -> Hits:
    """What its queries give for some nodes.

    Raises:
        NotDirect: no query can name one of the nodes, the engine writes one in another way, or it does not take the query.
    """
    texts = b"\n".join(nodes).decode()
    if (lines.has_blank and any(node.startswith(b"_:") for node in nodes)) or lines.spelled(texts) != texts:
        raise NotDirect
    looked_at = constraint.properties()
    run = Run(lines.among(None if looked_at is None else {one.encode() for one in looked_at}))
    scope = Scope(f"VALUES {FOCUS} {{ {texts} }}")
    try:
        results = list(constraint.results(run, scope))
    except NotCompiled as error:
        raise NotDirect from error
    for focus, found in results:
        node = str(focus).encode()
        if node not in nodes:
            raise NotDirect
        yield node, found
