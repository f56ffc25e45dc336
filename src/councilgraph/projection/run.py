"""From the graph to a projection: the queries of its file are run, their rows become nodes and edges.

The order of rows has no part in the result: nodes and edges are sorted, and so are several values of one attribute.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from councilgraph.errors import UsageError
from councilgraph.projection import rows
from councilgraph.projection.colours import colour_edges, colour_nodes
from councilgraph.projection.definition import BLANKS, PARALLEL, Block, Definition
from councilgraph.projection.filters import Bound, answer, bound, narrowed
from councilgraph.projection.model import Edge, Node, Projection
from councilgraph.projection.parallel import first, summed
from councilgraph.projection.ties import Ties
from councilgraph.projection.values import thing_id
from councilgraph.query.run import Table
from councilgraph.query.things import find
from councilgraph.store.protocol import Queryable


def project(
    store: Queryable,
    definition: Definition,
    filters: Mapping[str, str] | None = None,
    *,
    since: date | None = None,
    until: date | None = None,
    around: str | None = None,
    depth: int = 1,
    parallel: str | None = None,
) -> Projection:
    """What a projection shows of a graph.

    Args:
        filters: values by names of `definition.FILTERS`, as people write them.
        since, until: only edges that lasted into this window, both days included; those without a day are left out.
        around: only what lies within ``depth`` edges of this thing: a name, an id, a code or an IRI.
        parallel: a key of `definition.PARALLEL`; None: as the projection has it.

    Raises:
        UsageError: a filter is unknown to this projection, or a value names nothing.
        QueryError: a query of the projection is malformed.
    """
    how = parallel or definition.parallel
    if how not in PARALLEL:
        raise UsageError(f"“{how}” is no way to treat parallel edges", hint=f"Known: {', '.join(PARALLEL)}.")
    if "around" in definition.needs and around is None:
        raise UsageError(f"{definition.name} needs a thing to look around", hint="Say which with --around THING.")
    centre = find(store, around) if around else None
    known = bound(store, definition, filters or {})
    sources = rows.documents(store)
    documents = {iri: key for iri, (key, _) in sources.items()}
    ties = Ties(store, definition, known, documents, {thing_id(centre): centre} if centre else {})
    found = Projection(definition.name, "", definition.about, definition.directed)

    def within(edge: Edge) -> bool:
        return not (since or until) or _within(edge, since, until)

    near = ties.walk(thing_id(centre), depth, within) if centre else ties.read()
    edges: list[Edge] = []
    undated = 0
    for block, sort in zip(definition.edges, ties.sorts, strict=True):
        own = [edge for edge in sort.values() if edge.source in near and edge.target in near]
        undated += sum(not (edge.start or edge.end) for edge in own)
        own = list(filter(within, own))
        colour_edges(found, block, own)
        edges += own
    if undated and (since or until):
        found.notes.append(f"{undated:,} edges without a day are left out")
    if how != "keep":
        before = len(edges)
        edges = (summed if how == "sum" else first)(edges)
        found.joined = before - len(edges)
        shades = {edge.colour for edge in edges}
        found.legend = [entry for entry in found.legend if entry.colour in shades]
    found.edges = rows.numbered(edges)
    touched = {end for edge in found.edges for end in (edge.source, edge.target)}
    wanted = {key: iri for key, iri in ties.iris.items() if key in touched or iri == centre}
    blocks = _nodes(store, definition, known, wanted, around=centre is not None)
    found.nodes = sorted((node for _, nodes in blocks for node in nodes.values()), key=lambda node: node.id)
    colour_nodes(found, blocks)
    asked = [node.label for node in found.nodes if node.iri == centre] if centre else []
    asked += [*(filters or {}).values(), *_window(since, until)]
    found.title = ": ".join(filter(None, [definition.title, ", ".join(asked)]))
    used = {document for edge in found.edges for document in edge.documents}
    found.documents = {key: source for key, source in sorted(sources.values(), key=lambda s: s[0]) if key in used}
    return found


def _nodes(
    store: Queryable, definition: Definition, known: Bound, wanted: Mapping[str, str], *, around: bool
) -> list[tuple[Block, dict[str, Node]]]:
    """Nodes by id, sort by sort; last what is wanted and no query tells of.

    Args:
        wanted: IRIs by id.
        around: whether only what is around a thing is shown: then no node that no edge touches.
    """

    def tables(query: str, origin: str) -> Iterable[Table]:
        if around and BLANKS["node"].search(query):
            return narrowed(store, query, known, origin, "node", sorted(wanted.values()))
        return [answer(store, query, known, origin)]

    met: set[str] = set()
    blocks: list[tuple[Block, dict[str, Node]]] = []
    for number, block in enumerate(definition.nodes, 1):
        own: dict[str, Node] = {}
        for table in tables(block.query, f"{definition.name}, nodes {number}"):
            for node in rows.nodes(table, block.kind):
                if node.id not in met and ((block.alone and not around) or node.id in wanted):
                    own[node.id] = node
        met |= own.keys()
        blocks.append((block, own))
    blocks.append((definition.rest, rows.described(store, {key: iri for key, iri in wanted.items() if key not in met})))
    for number, query in enumerate(definition.attributes, 1):
        for table in tables(query, f"{definition.name}, attributes {number}"):
            for node_id, name, value in rows.attributes(table):
                for _, nodes in blocks:
                    if node_id in nodes:
                        rows.add(nodes[node_id].attributes, name, value)
    return blocks


def _window(since: date | None, until: date | None) -> Iterator[str]:
    """A window of days in words."""
    if since:
        yield f"since {since}"
    if until:
        yield f"until {until}"


def _within(edge: Edge, since: date | None, until: date | None) -> bool:
    start, end = edge.start or edge.end, edge.end or edge.start
    return bool(start and end and (since is None or end >= since) and (until is None or start <= until))
