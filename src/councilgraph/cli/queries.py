"""``councilgraph queries``."""

from typing import Annotated

import typer


def command(
    name: Annotated[str | None, typer.Argument(help="A stored query, to see all of it.", metavar="NAME")] = None,
) -> None:
    """List the stored questions, or show one with its parameters, an example and its SPARQL.

    \b
    Examples:
      councilgraph queries
      councilgraph queries grade-history
    Files *.rq in the folder queries/ of a project are listed with those that ship.
    In Python: councilgraph.query.library.stored().
    """
    from councilgraph.build.project import find_project
    from councilgraph.query import library

    project = find_project()
    own = [project.folder / "queries"] if project else []
    if name is None:
        queries = library.stored(*own)
        width = max(map(len, queries))
        for query in queries.values():
            typer.echo(f"{query.name:<{width}}  {query.question}".rstrip())
        return
    query = library.get(name, *own)
    typer.echo(f"{query.title}\n{query.question}\n")
    for parameter in query.params.values():
        typer.echo(f"  {parameter.name}: {parameter.expects}{parameter.manner}; {parameter.about}")
    typer.echo(f"\nExample:\n  {query.command}\n\n{library.without_head(query.text).strip()}")
