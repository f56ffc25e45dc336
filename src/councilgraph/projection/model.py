"""A projection in memory: the nodes and edges of one picture, in order, ready to be written by any format.

Ids are those that our tables show, with their kind before them (``council/staffordshire``), so what stands in a file
finds the thing again: ``councilgraph explain council/staffordshire``. Ids of nodes are unique, so are those of edges,
and every edge ends at nodes that are there.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx

Value = str | int | float | bool | date
Values = Value | tuple[Value, ...]
Point = tuple[float, float]


@dataclass(slots=True)
class Node:
    """A thing in a picture.

    Attributes:
        id: unique in the projection; without blanks and control characters.
        label: words for people.
        kind: what sort of thing, in words: ``council``.
        attributes: one value or several by name; what is not known is left out.
        start, end: days between which it was there, both included; None: not known, or no bound.
        colour: ``#rrggbb``.
        size: diameter, where 10 is usual.
        iri: its address in the graph; empty where it has none.
        position: where it is drawn, x to the right and y down, in the unit of sizes; None: not laid out.
    """

    id: str
    label: str
    kind: str
    attributes: dict[str, Values] = field(default_factory=dict)
    start: date | None = None
    end: date | None = None
    colour: str = "#999999"
    size: float = 10.0
    iri: str = ""
    position: Point | None = None


@dataclass(slots=True)
class Edge:
    """A tie between two nodes; several may tie the same two.

    Attributes:
        id: unique in the projection, and the same in every run for the same statement.
        source, target: ids of nodes; they may be one.
        kind: what sort of tie, in words: ``inspected``.
        label: words for people; often the kind.
        attributes, start, end, colour: as those of nodes.
        weight: how strong, a finite number; 1 where nothing else is said.
        thing: id of the statement in the graph that it stands for; empty where it is counted from several.
        documents: ids of the documents that state it, keys of `Projection.documents`, sorted.
    """

    id: str
    source: str
    target: str
    kind: str
    label: str
    attributes: dict[str, Values] = field(default_factory=dict)
    start: date | None = None
    end: date | None = None
    weight: float = 1.0
    thing: str = ""
    documents: tuple[str, ...] = ()
    colour: str = "#999999"


@dataclass(frozen=True, slots=True)
class Source:
    """A document that edges rest on.

    Attributes:
        title: its title.
        url: where it was published; empty where that is not known.
        published: the day, or None.
    """

    title: str
    url: str = ""
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document states something: its id, the page, and the words where they may travel."""

    document: str
    page: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a colour means: ``of`` is ``node`` or ``edge``."""

    of: str
    meaning: str
    colour: str


@dataclass(slots=True)
class Projection:
    """The nodes and edges of one picture.

    Attributes:
        name: of the projection that it was made by.
        title: for people, with what was asked: ``Who led inspections: North East``.
        about: what is a node, what is an edge, in a sentence.
        directed: whether edges have a direction.
        nodes, edges: nodes sorted by id, edges by those of their ends.
        documents: the documents that edges rest on, by id.
        evidence: by id of a node, or of what an edge stands for, where it is stated; empty unless it was asked for.
        legend: what the colours mean, in the order in which to show it.
        joined: edges that were joined with others or left out.
        notes: what was left out or estimated, in sentences.
    """

    name: str
    title: str
    about: str = ""
    directed: bool = True
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    documents: dict[str, Source] = field(default_factory=dict)
    evidence: dict[str, list[Place]] = field(default_factory=dict)
    legend: list[LegendEntry] = field(default_factory=list)
    joined: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def parallel(self) -> int:
        """How many edges stand beyond the first between the same two nodes."""
        met = {(e.source, e.target) if self.directed else tuple(sorted((e.source, e.target))) for e in self.edges}
        return len(self.edges) - len(met)

    def to_networkx(self) -> "networkx.MultiGraph[str]":
        """The projection as a networkx graph: a MultiDiGraph, or a MultiGraph where edges have no direction.

        Everything that is known stands in the data of nodes and edges; keys of edges are their ids.
        """
        from councilgraph.projection.networks import to_networkx

        return to_networkx(self)
