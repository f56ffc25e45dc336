"""``councilgraph review``."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from councilgraph.cli.options import QuietOption, StoreOption
from councilgraph.errors import UsageError

if TYPE_CHECKING:
    from councilgraph.build.desk import Desk
    from councilgraph.resolve.decisions import Decision
    from councilgraph.resolve.doubts import Doubt

_KEYS = "[a]ccept  [r]eject  [e]dit  [s]kip  [q]uit"


def command(
    document: Annotated[
        str | None, typer.Argument(help="Only what this document says: path, title, id or IRI.", metavar="DOCUMENT")
    ] = None,
    list_only: Annotated[bool, typer.Option("--list", help="Print what is doubtful and ask nothing.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.", metavar="N")] = None,
    accept: Annotated[list[str] | None, typer.Option(help="Accept an item, by its key.", metavar="ITEM")] = None,
    reject: Annotated[list[str] | None, typer.Option(help="Reject an item, by its key.", metavar="ITEM")] = None,
    edit: Annotated[
        tuple[str, str, str] | None,
        typer.Option(help="Give a key of an item another value; the key may be words.", metavar="ITEM KEY VALUE"),
    ] = None,
    same: Annotated[
        tuple[str, str] | None, typer.Option(help="Two people are one; the second stays.", metavar="PERSON PERSON")
    ] = None,
    why: Annotated[str, typer.Option(help="The reason, kept with the decision.", metavar="TEXT")] = "",
    who: Annotated[str | None, typer.Option(help="Who decides; default: your name here.", metavar="NAME")] = None,
    store: StoreOption = None,
    quiet: QuietOption = False,
) -> None:
    """Look at what is doubtful, worst first, and decide.

    On a terminal each item is shown with its words and asked about. Decisions go to decisions.csv in the project and are
    applied by every build; when a document changes they find their item by its words, and one that does not hold any
    more is listed by `councilgraph build`, never dropped.

    \b
    Examples:
      councilgraph review                          one doubtful item after another
      councilgraph review --list --limit 20        the worst twenty, with their keys
      councilgraph review --reject 'bbc-1#people/3f9ab2c41d07' --why "a sidebar"
      councilgraph review --edit 'bbc-1#findings/0c11d2e3f4a5' type weakness
      councilgraph review --same ann-example-northmere ann-example-parliament-eastvale
    In Python: councilgraph.build.desk.open_desk(store).doubts().
    """
    from councilgraph.build.desk import open_desk
    from councilgraph.build.project import store_folder

    desk = open_desk(store_folder(store))
    if accept or reject or edit or same:
        decisions = [desk.judge(desk.item(key), True, who=who, why=why) for key in accept or ()]
        decisions += [desk.judge(desk.item(key), False, who=who, why=why) for key in reject or ()]
        if edit:
            decisions.append(desk.change(desk.item(edit[0]), edit[1], edit[2], who=who, why=why))
        if same:
            decisions.append(desk.merge(*same, who=who, why=why))
        apply(desk, decisions, quiet)
        return
    found = desk.doubts()
    if document:
        wanted = desk.of_document(document).record.document.id
        found = [doubt for doubt in found if doubt.document.id == wanted]
    total = len(found)
    found = found[:limit]
    if not found:
        typer.echo("Nothing is doubtful.", err=True)
    elif list_only or not _is_at_a_terminal():
        for doubt in found:
            typer.echo("\n".join(_described(doubt)) + "\n")
        if not quiet:
            typer.echo(f"{len(found)} of {total} doubtful items; the key in brackets is what --accept takes.", err=True)
    else:
        apply(desk, _asked(desk, found, who, why), quiet)


def _is_at_a_terminal() -> bool:
    return sys.stdin.isatty()


def apply(desk: "Desk", decisions: "list[Decision]", quiet: bool) -> None:
    """Write decisions and build, so that the graph follows."""
    from councilgraph.build.pipeline import build
    from councilgraph.cli.progress import build_progress
    from councilgraph.cli.words import counted

    if not decisions:
        typer.echo("Nothing was decided.", err=True)
        return
    file = desk.write(decisions)
    with build_progress(quiet) as progress:
        report = build(desk.store, progress=progress)
    if not quiet:
        typer.echo(f"{counted(len(decisions), 'decisions')} in {file}; the graph follows them now.", err=True)
    for trouble in report.troubles:
        if trouble.problem.code == "decision-unheld":
            typer.echo(f"Does not hold: {trouble.problem.message}", err=True)


def _described(doubt: "Doubt") -> list[str]:
    """An item for the terminal: what it says, its words, and why it is doubted."""
    from councilgraph.errors import printable
    from councilgraph.resolve.values import as_text, editable

    item = doubt.item
    values = {key: as_text(getattr(item.value, key)) for key in editable(item.part)}
    said = ", ".join(f"{key} “{value}”" for key, value in values.items() if value and value not in ("[]", "false"))
    where = printable(doubt.document.title or doubt.document.path)
    lines = [f"{where}, page {item.page or '?'}  [{item.key}]", f"  {item.part}: {said}"]
    if item.words:
        lines.append(f"  “{' '.join(item.words.split())}”")
    return [*lines, f"  doubtful: {doubt.why}"]


def _asked(desk: "Desk", found: "list[Doubt]", who: str | None, why: str) -> "list[Decision]":
    """What the person at the terminal decides; what was decided before they leave counts."""
    from councilgraph.resolve.values import as_text, editable

    decisions: list[Decision] = []
    for number, doubt in enumerate(found, 1):
        typer.echo(f"\n{number} of {len(found)}  " + "\n".join(_described(doubt)))
        try:
            answer = typer.prompt(_KEYS, default="s", show_default=False).strip().lower()[:1]
            if answer == "q":
                break
            if answer in ("a", "r"):
                decisions.append(desk.judge(doubt.item, answer == "a", who=who, why=why))
            elif answer == "e":
                keys = [*editable(doubt.item.part), "words"]
                for key in keys[:-1]:
                    typer.echo(f"    {key} = {as_text(getattr(doubt.item.value, key))}")
                key, _, value = typer.prompt("KEY=VALUE", default="").partition("=")
                if key.strip():
                    decisions.append(desk.change(doubt.item, key.strip(), value.strip(), who=who, why=why))
        except typer.Abort:
            break
        except UsageError as error:
            typer.echo(f"  {error}", err=True)
    return decisions
