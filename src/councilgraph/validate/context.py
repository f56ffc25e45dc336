"""What data are checked against where there is no graph yet: ontology, vocabulary and registers that ship."""

from collections.abc import Iterator

from councilgraph import mapping, resources


def standing_lines() -> Iterator[str]:
    """The canonical lines of the graphs that stand in every store."""
    for lines in mapping.standing_graphs(sorted((resources.graphs() / "registers").glob("*.ttl"))).values():
        yield from lines
