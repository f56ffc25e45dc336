"""``councilgraph queries``."""

from typing import Annotated

import typer


def command(
    name: Annotated[str | None, typer.Argument(help="A stored query, to see all of it.", metavar="NAME")] = None,
) -> None:
    """List the stored questions, or show one.

    One is shown with its parameters, an example and its SPARQL.

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
    blocks = ["\n".join(filter(None, [query.title, query.question]))]
    if query.params:
        blocks.append("\n".join(f"  {p.name}: {p.expects}{p.manner}; {p.about}" for p in query.params.values()))
    blocks += [f"Example:\n  {query.command}", library.without_head(query.text).strip()]
    typer.echo("\n\n".join(blocks))
