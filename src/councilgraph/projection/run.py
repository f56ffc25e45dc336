"""From the graph to a projection: the queries of its file are run, their rows become nodes and edges.

The order of rows has no part in the result: nodes and edges are sorted, and so are several values of one attribute.
"""

from collections.abc import Mapping
from datetime import date

from councilgraph.errors import UsageError
from councilgraph.projection import rows
from councilgraph.projection.colours import colour_edges, colour_nodes
from councilgraph.projection.definition import FILTERS, PARALLEL, Block, Definition
from councilgraph.projection.model import Edge, Node, Projection
from councilgraph.projection.neighbourhood import neighbourhood
from councilgraph.projection.parallel import first, summed
from councilgraph.projection.values import thing_id
from councilgraph.query.run import run
from councilgraph.query.things import find
from councilgraph.store.protocol import Queryable, Term


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
    bound = _bound(store, definition, filters or {})
    sources = rows.documents(store)
    documents = {iri: key for iri, (key, _) in sources.items()}
    iris = {thing_id(centre): centre} if centre else {}
    found = Projection(definition.name, definition.title, definition.about, definition.directed)
    edges: list[Edge] = []
    for number, block in enumerate(definition.edges, 1):
        table = run(store, _filled(block.query, bound), limit=None, origin=f"{definition.name}, edges {number}")
        own = list(rows.edges(table, block.kind, definition.directed, documents, iris))
        colour_edges(found, block, own)
        edges += own
    if since or until:
        undated = sum(not (edge.start or edge.end) for edge in edges)
        edges = [edge for edge in edges if _within(edge, since, until)]
        if undated:
            found.notes.append(f"{undated:,} edges without a day are left out")
    if centre:
        edges = neighbourhood(edges, thing_id(centre), depth)
    if how != "keep":
        before = len(edges)
        edges = (summed if how == "sum" else first)(edges)
        found.joined = before - len(edges)
    found.edges = rows.numbered(edges)
    touched = {end for edge in found.edges for end in (edge.source, edge.target)}
    wanted = {key: iri for key, iri in iris.items() if key in touched or iri == centre}
    blocks = _nodes(store, definition, bound, wanted, everything=centre is None)
    found.nodes = sorted((node for _, nodes in blocks for node in nodes.values()), key=lambda node: node.id)
    colour_nodes(found, blocks)
    used = {document for edge in found.edges for document in edge.documents}
    found.documents = {key: source for key, source in sorted(sources.values(), key=lambda s: s[0]) if key in used}
    return found


def _bound(store: Queryable, definition: Definition, filters: Mapping[str, str]) -> dict[str, list[Term]]:
    """The terms that the variables of filters may have."""
    bound: dict[str, list[Term]] = {}
    for name, text in filters.items():
        if name not in definition.filters:
            known = ", ".join([*definition.filters, "since", "until", "around"])
            raise UsageError(f"{definition.name} has no filter “{name}”", hint=f"It takes {known}.")
        terms = FILTERS[name].terms(store, text)
        if name == "region":
            query = f"SELECT DISTINCT ?council {{ ?council a cg:Council ; cg:region {terms[0]} }}"
            terms = [row[0] for row in run(store, query, limit=None).rows if row[0]]
        variable = FILTERS[name].variable
        if variable in bound:
            terms = [term for term in terms if term in bound[variable]]
        if not terms:
            raise UsageError(f"nothing fits {' and '.join(f'{key}={value}' for key, value in filters.items())}")
        bound[variable] = terms
    return bound


def _filled(query: str, bound: Mapping[str, list[Term]]) -> str:
    """A query with its filters: where there is a value it takes the place of UNDEF, else the line goes."""
    for parameter in FILTERS.values():
        values = " ".join(map(str, bound.get(parameter.variable, [])))
        line = f"VALUES ?{parameter.variable} {{ {values} }}\n" if values else ""
        query = parameter.blank.sub(lambda blank, line=line: blank[1] + line if line else "", query)  # type: ignore[misc]
    return query


def _nodes(
    store: Queryable,
    definition: Definition,
    bound: Mapping[str, list[Term]],
    wanted: Mapping[str, str],
    *,
    everything: bool,
) -> list[tuple[Block, dict[str, Node]]]:
    """Nodes by id, sort by sort; last what is wanted and no query tells of.

    Args:
        wanted: IRIs by id.
        everything: whether nodes that no edge touches may be shown.
    """
    met: set[str] = set()
    blocks: list[tuple[Block, dict[str, Node]]] = []
    for number, block in enumerate(definition.nodes, 1):
        table = run(store, _filled(block.query, bound), limit=None, origin=f"{definition.name}, nodes {number}")
        alone = block.alone and everything
        nodes = {n.id: n for n in rows.nodes(table, block.kind) if n.id not in met and (alone or n.id in wanted)}
        met |= nodes.keys()
        blocks.append((block, nodes))
    blocks.append((definition.rest, rows.described(store, {key: iri for key, iri in wanted.items() if key not in met})))
    for number, query in enumerate(definition.attributes, 1):
        table = run(store, _filled(query, bound), limit=None, origin=f"{definition.name}, attributes {number}")
        for node_id, name, value in rows.attributes(table):
            for _, nodes in blocks:
                if node_id in nodes:
                    rows.add(nodes[node_id].attributes, name, value)
    return blocks


def _within(edge: Edge, since: date | None, until: date | None) -> bool:
    start, end = edge.start or edge.end, edge.end or edge.start
    return bool(start and end and (since is None or end >= since) and (until is None or start <= until))
