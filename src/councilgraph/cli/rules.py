"""``councilgraph rules``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from councilgraph.cli.options import OutputOption


class Format(StrEnum):
    """How the list is written."""

    text = "text"
    json = "json"
    csv = "csv"
    markdown = "markdown"


def command(
    name: Annotated[str | None, typer.Argument(help="A rule, to see all of it.", metavar="NAME")] = None,
    shapes: Annotated[
        list[Path] | None,
        typer.Option("--shapes", help="SHACL of your own, in place of ours; --shapes ours adds ours.", metavar="PATH"),
    ] = None,
    format: Annotated[Format | None, typer.Option(help="How the list is written.")] = None,
    output: OutputOption = None,
) -> None:
    """List the rules that validate applies, or show one.

    The list says how grave it is to break a rule and what it asks; in the other formats also why, what is said of what breaks it and how to mend that.
    One rule is shown with an example that conforms and one that does not.

    \b
    Examples:
      councilgraph rules
      councilgraph rules judgement-has-one-grade
      councilgraph rules -o rules.csv
    In Python: councilgraph.api.rules().
    """
    from councilgraph.build.project import own_folder
    from councilgraph.cli.output import chosen_format, written
    from councilgraph.validate.catalogue import FORMATS, SUFFIXES, by_subject, shown
    from councilgraph.validate.shapes import OURS, load_shapes

    own = [each for each in own_folder("shapes") if each.is_dir()]
    loaded = load_shapes(shapes or [OURS, *own])
    if name is not None and format is None and output is None:
        typer.echo(shown(loaded.find(name)))
        return
    write = FORMATS[chosen_format(format, output, SUFFIXES)]
    listed = by_subject(loaded.rules) if name is None else [loaded.find(name)]
    with written(output) as out:
        out.write(write(listed) + "\n")
