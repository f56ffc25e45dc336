"""``councilgraph register``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from councilgraph.cli.options import OutputOption, QuietOption


class Kind(StrEnum):
    """Registers that can be made."""

    councils = "councils"
    members = "members"


def command(
    kind: Annotated[Kind, typer.Argument(help="Which register.")],
    folders: Annotated[list[Path], typer.Argument(help="Folders of the downloaded lists.", metavar="FOLDER")],
    output: OutputOption = None,
    quiet: QuietOption = False,
) -> None:
    """Make a register from lists you have downloaded.

    It is written as Turtle. Rows that cannot be used are reported and left out.

    councils: to a file with the suffix .toml, the list of names with which texts are searched for councils is written
    instead. FOLDER needs local-authorities.csv and local-authority-names.csv (mySociety, names and codes of UK local
    authorities) and ofsted-providers.csv (Data to Insight, Ofsted and DfE numbers). Slugs that the shipped register
    has assigned are kept.

    members: FOLDER, or several together, needs local-authorities.csv, constituency-2010-district-overlaps.csv
    (mySociety) and, there or in a folder psephology in it, parliament_periods.csv, constituencies-1997-2024.csv,
    constituency-area-overlaps.csv and a folder for each Parliament, from 55 on, with general-election.csv and
    by-elections.csv (UK Parliament).

    \b
    Examples:
      councilgraph register councils lists/ -o registers/councils.ttl
      councilgraph register councils lists/ > councils.ttl
      councilgraph register councils lists/ -o council-names.toml
      councilgraph register members lists/ -o registers/members.ttl
    Ends with 3 if a row could not be used.
    In Python: councilgraph.registers.importer.import_councils(folder).
    Of members: councilgraph.registers.members.importer.import_members(folders, councils).
    """
    from councilgraph.errors import UsageError

    suffix = output.suffix.lower() if output else ".ttl"
    if output and suffix not in ((".ttl", ".toml") if kind is Kind.councils else (".ttl",)):
        raise UsageError(
            f"a register is written as Turtle, not as {output.name}", hint="Give the file the suffix .ttl or .toml."
        )
    names = suffix == ".toml"
    text, odd, said = _councils(folders, names) if kind is Kind.councils else _members(folders)
    if output:
        try:
            output.parent.mkdir(parents=True, exist_ok=True)
            output.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise UsageError(f"cannot write {output}: {error.strerror}") from error
    else:
        typer.echo(text, nl=False)
    for line in odd:
        typer.echo(f"Left out: {line}", err=True)
    if not quiet:
        counted, _, more = said.partition(", ")
        where = f" in {output}" if output else ""
        typer.echo(f"{counted}{where}, {more}", err=True)
    raise typer.Exit(3 if odd else 0)


def _councils(folders: list[Path], names: bool) -> tuple[str, list[str], str]:
    """The register as Turtle, or its names as a word list; what was odd, and what to say of it."""
    from councilgraph.errors import UsageError
    from councilgraph.registers import councils
    from councilgraph.registers.gazetteer import to_toml
    from councilgraph.registers.graph import to_turtle
    from councilgraph.registers.importer import import_councils

    if len(folders) > 1:
        raise UsageError("the lists of councils are in one folder", hint="Put the three files together.")
    assigned = {gss: council.slug for council in councils() for gss in (council.gss, *council.former_gss) if gss}
    made = import_councils(folders[0], assigned)
    gone = sum(council.end is not None for council in made.councils)
    text = to_toml(made.councils) if names else to_turtle(made.councils, made.changes)
    return text, made.odd, f"{len(made.councils)} councils, {gone} of them no more"


def _members(folders: list[Path]) -> tuple[str, list[str], str]:
    from councilgraph.registers import councils
    from councilgraph.registers.members.graph import to_turtle
    from councilgraph.registers.members.importer import import_members

    made = import_members(folders, councils())
    people = len({membership.person for membership in made.memberships})
    said = f"{people} members, elected {len(made.memberships)} times to {len(made.seats)} seats"
    return to_turtle(made, councils()), made.odd, said
