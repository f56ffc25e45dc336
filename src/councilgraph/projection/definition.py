"""Projections as files: TOML with the queries that give nodes and edges, and rules for colours and sizes.

A file ``NAME.toml`` has ``title`` and ``about``; a table ``[[edges]]`` for each sort of edge and ``[[nodes]]`` for each
sort of node, with ``query``, ``kind``, ``colour`` and (nodes) ``size``; ``[rest]`` with ``colour`` and ``size`` of nodes
that no query tells of; ``[[attributes]]`` with a ``query`` that adds to nodes. ``like`` names a projection whose parts it
has where it has none of its own. A query is legal SPARQL as it stands. It has a line ``VALUES ?NAME { UNDEF }`` for each
filter that it can take, as stored queries have, and may have one for ``?source`` and ``?target`` of edges and for
``?node``, by which what is around a thing is asked for without reading all; its variables are told in docs/tools.md.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from councilgraph import resources
from councilgraph.errors import InputError, UsageError
from councilgraph.near import unknown
from councilgraph.query.library import Parameter

PARALLEL = {
    "keep": "all edges between the same two nodes",
    "sum": "one edge of a kind between two nodes, their weights added",
    "first": "of the edges of a kind between two nodes the earliest",
}
# What a filter is a value of, and the variable that its line in a query has.
FILTERS: dict[str, Parameter] = {
    "council": Parameter("council", "council", "only this council", "onlyCouncil", optional=True),
    "region": Parameter("region", "region", "only councils of this region", "onlyCouncil", optional=True),
    "grade": Parameter("grade", "grade", "only where this grade was given", "onlyGrade", optional=True),
    "framework": Parameter(
        "framework", "framework", "only inspections under this framework", "onlyFramework", optional=True
    ),
    "service-area": Parameter("service-area", "service-area", "only this service area", "onlyService", optional=True),
}
# The variables of lines that narrow a query to what is around a thing.
NARROWED = ("source", "target", "node")
BLANKS = {
    **{parameter.variable: parameter.blank for parameter in FILTERS.values()},
    **{name: Parameter(name, "thing", "").blank for name in NARROWED},
}
GREY = "#999999"
_SHADE = re.compile("#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Colouring:
    """How something is coloured: by the value of an attribute, or all alike.

    Attributes:
        by: name of an attribute, or ``kind``; empty: all alike.
        of: colour by value; the order is that of the legend.
        other: of what has no value there.
        names: what a value is called in the legend, where it is not called so itself.
    """

    by: str = ""
    of: Mapping[str, str] = field(default_factory=dict)
    other: str = GREY
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sizing:
    """How large a node is: by a number, with area in proportion between two diameters.

    Attributes:
        by: name of an attribute, ``edges`` (how many it has) or ``weight`` (of all its edges); empty: all ``smallest``.
    """

    by: str = ""
    smallest: float = 10.0
    largest: float = 40.0


@dataclass(frozen=True, slots=True)
class Block:
    """A sort of node or of edge.

    Attributes:
        kind: what they are called, where the query does not say.
        alone: nodes only: whether they are shown where no edge touches them.
    """

    query: str
    kind: str = ""
    colour: Colouring = Colouring()
    size: Sizing = Sizing()
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """A projection as its file tells it.

    Attributes:
        name, title, about: as of `model.Projection`.
        rest: how nodes look that only edges tell of.
        needs: options without which it makes no sense, such as ``around``.
        example: options that show what it is for.
    """

    name: str
    title: str
    about: str
    nodes: tuple[Block, ...]
    edges: tuple[Block, ...]
    attributes: tuple[str, ...] = ()
    rest: Block = Block("")
    directed: bool = True
    parallel: str = "keep"
    needs: tuple[str, ...] = ()
    example: str = ""

    @property
    def command(self) -> str:
        """A command line that shows what it is for."""
        return " ".join(filter(None, ["councilgraph export", self.name, self.example, f"-o {self.name}.gexf"]))

    @property
    def filters(self) -> list[str]:
        """The filters that it takes, besides days and neighbourhood, which all take."""
        queries = "".join(block.query for block in self.edges + self.nodes)
        return [name for name, parameter in FILTERS.items() if parameter.blank.search(queries)]

    @property
    def walks(self) -> bool:
        """Whether the edges at given nodes can be asked for, without reading all."""
        return all(BLANKS[end].search(block.query) for block in self.edges for end in ("source", "target"))

    @classmethod
    def read(cls, file: Path) -> Self:
        """A projection from its file.

        Raises:
            InputError: the file is not what it must be.
        """
        try:
            facts = tomllib.loads(file.read_text(encoding="utf-8-sig"))
            if like := facts.pop("like", None):
                facts = tomllib.loads(_beside(file, like).read_text(encoding="utf-8-sig")) | facts
            return cls(
                name=file.stem,
                title=facts.pop("title"),
                about=facts.pop("about"),
                nodes=tuple(_block(fact) for fact in facts.pop("nodes", [])),
                edges=tuple(_block(fact) for fact in facts.pop("edges")),
                rest=_block({"query": ""} | facts.pop("rest", {})),
                attributes=tuple(fact["query"] for fact in facts.pop("attributes", [])),
                parallel=_one_of(PARALLEL, facts.pop("parallel", "keep")),
                needs=tuple(facts.pop("needs", [])),
                **facts,
            )
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
            said = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            raise InputError(f"this projection is not right: {said}", where=str(file)) from error


def stored(*folders: Path) -> dict[str, Definition]:
    """The projections that ship, and those in further folders, which may replace them; by name, sorted.

    Raises:
        InputError: a file is not what it must be.
    """
    return {name: Definition.read(file) for name, file in sorted(_files(*folders).items())}


def get(name: str, *folders: Path) -> Definition:
    """The projection of a name, or of a file whose name ends in ``.toml``.

    Raises:
        UsageError: there is none; the hint offers near names.
        InputError: its file is not what it must be.
    """
    if name.endswith(".toml"):
        if not Path(name).is_file():
            raise UsageError(f"no such file: {name}")
        return Definition.read(Path(name))
    files = _files(*folders)
    if name in files:
        return Definition.read(files[name])
    raise unknown("projection", name, files, "councilgraph projections")


def _files(*folders: Path) -> dict[str, Path]:
    return {file.stem: file for folder in (resources.projections(), *folders) for file in folder.glob("*.toml")}


def _beside(file: Path, name: str) -> Path:
    """The projection of a name that another builds on: in the same folder, else one that ships."""
    near = file.with_name(f"{name}.toml")
    return near if near.is_file() else resources.projections() / near.name


def _block(fact: dict[str, Any]) -> Block:
    colour, size = fact.pop("colour", GREY), fact.pop("size", 10.0)
    colouring = Colouring(other=colour) if isinstance(colour, str) else Colouring(**colour)
    for shade in (colouring.other, *colouring.of.values()):
        if not _SHADE.fullmatch(shade):
            raise ValueError(f"“{shade}” is no colour; one is #0072b2")
    return Block(
        colour=colouring,
        size=Sizing(smallest=float(size)) if isinstance(size, int | float) else Sizing(**size),
        **fact,
    )


def _one_of(known: Mapping[str, str], word: str) -> str:
    if word not in known:
        raise ValueError(f"“{word}” is none of {', '.join(known)}")
    return word
