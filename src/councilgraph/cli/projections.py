"""``councilgraph projections``."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from councilgraph.projection import Definition


def command(
    name: Annotated[
        str | None, typer.Argument(help="A projection, to see all of it: its name or its file.", metavar="NAME")
    ] = None,
) -> None:
    """List the projections, or explain one.

    A projection says which nodes and edges a picture holds. One is explained with its filters and its queries.

    \b
    Examples:
      councilgraph projections
      councilgraph projections lead-inspectors
    Files *.toml in the folder projections/ of a project are listed with those that ship.
    In Python: councilgraph.projection.stored().
    """
    from councilgraph import projection
    from councilgraph.build.project import own_folder

    own = own_folder("projections")
    if name is None:
        known = projection.stored(*own)
        width = max(map(len, known))
        for definition in known.values():
            typer.echo(f"{definition.name:<{width}}  {definition.about}")
        return
    typer.echo(explained(projection.get(name, *own)))


def explained(definition: "Definition") -> str:
    """A projection in words, with its queries."""
    from councilgraph.projection.definition import FILTERS, PARALLEL

    takes = [f"  --{filter}: {FILTERS[filter].about}" for filter in definition.filters]
    takes += [
        "  --since, --until: only edges that lasted into these days",
        "  --around, --depth: only what is near a thing",
    ]
    blocks = [
        f"{definition.title}\n{definition.about}",
        f"Edges {'have a direction' if definition.directed else 'have no direction'}; "
        f"of parallel ones it shows {PARALLEL[definition.parallel]}.",
        "\n".join(["Filters:", *takes]),
        f"Example:\n  {definition.command}",
    ]
    for of, parts in (("Nodes", definition.nodes), ("Edges", definition.edges)):
        blocks += [f"{of}: {part.kind or 'of several kinds'}\n{part.query.strip()}" for part in parts]
    blocks += [f"Attributes\n{query.strip()}" for query in definition.attributes]
    return "\n\n".join(blocks)
