"""``councilgraph register``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from councilgraph.cli.options import OutputOption, QuietOption


class Kind(StrEnum):
    """Registers that can be made."""

    councils = "councils"


def command(
    kind: Annotated[Kind, typer.Argument(help="Which register.")],
    folder: Annotated[Path, typer.Argument(help="Folder of the downloaded lists.", metavar="FOLDER")],
    output: OutputOption = None,
    quiet: QuietOption = False,
) -> None:
    """Make a register from lists you have downloaded.

    It is written as Turtle, or, to a file with the suffix .toml, as the list of names with which texts are searched for
    councils. FOLDER needs local-authorities.csv and local-authority-names.csv (mySociety, names and codes of UK local
    authorities) and ofsted-providers.csv (Data to Insight, Ofsted and DfE numbers). Slugs that the shipped register
    has assigned are kept. Rows that cannot be used are reported and left out.

    \b
    Examples:
      councilgraph register councils lists/ -o registers/councils.ttl
      councilgraph register councils lists/ > councils.ttl
      councilgraph register councils lists/ -o council-names.toml
    Ends with 3 if a row could not be used.
    In Python: councilgraph.registers.importer.import_councils(folder).
    """
    from councilgraph.errors import UsageError
    from councilgraph.registers import councils
    from councilgraph.registers.gazetteer import to_toml
    from councilgraph.registers.graph import to_turtle
    from councilgraph.registers.importer import import_councils

    suffix = output.suffix.lower() if output else ".ttl"
    if output and suffix not in (".ttl", ".toml"):
        raise UsageError(
            f"a register is written as Turtle, not as {output.name}", hint="Give the file the suffix .ttl or .toml."
        )
    assigned = {gss: council.slug for council in councils() for gss in (council.gss, *council.former_gss) if gss}
    made = import_councils(folder, assigned)
    text = to_toml(made.councils) if suffix == ".toml" else to_turtle(made.councils, made.changes)
    if output:
        try:
            output.parent.mkdir(parents=True, exist_ok=True)
            output.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise UsageError(f"cannot write {output}: {error.strerror}") from error
    else:
        typer.echo(text, nl=False)
    for line in made.odd:
        typer.echo(f"Left out: {line}", err=True)
    if not quiet:
        gone = sum(council.end is not None for council in made.councils)
        where = f" in {output}" if output else ""
        typer.echo(f"{len(made.councils)} councils{where}, {gone} of them no more", err=True)
    raise typer.Exit(3 if made.odd else 0)
