"""``councilgraph correct``."""

from pathlib import Path
from typing import Annotated

import typer

from councilgraph.cli.options import OutputOption, QuietOption, StoreOption


def command(
    document: Annotated[
        str, typer.Argument(help="The document: path in its manifest or folder, title, id or IRI.", metavar="DOCUMENT")
    ],
    source: Annotated[
        Path | None, typer.Option("--from", help="Take the changes from this edited view.", metavar="FILE")
    ] = None,
    output: OutputOption = None,
    why: Annotated[str, typer.Option(help="The reason, kept with the decisions.", metavar="TEXT")] = "",
    who: Annotated[str | None, typer.Option(help="Who decides; default: your name here.", metavar="NAME")] = None,
    store: StoreOption = None,
    quiet: QuietOption = False,
) -> None:
    """Correct what was read from a document, in your editor.

    The view has all that the document says, each item with the words that prove it. Change values, take items out, add
    what was missed with its words. The differences go to decisions.csv and are applied by every build. The editor is
    that of VISUAL or EDITOR.

    \b
    Examples:
      councilgraph correct article.txt                      open the view, apply what was changed
      councilgraph correct article.txt -o view.toml         write the view, to be edited elsewhere
      councilgraph correct article.txt --from view.toml --why "checked against the print"
    In Python: councilgraph.build.view.changes(desk, decided, view).
    """
    from councilgraph.build.desk import open_desk
    from councilgraph.build.project import store_folder
    from councilgraph.build.view import changes, rendered
    from councilgraph.cli.editor import edited
    from councilgraph.cli.review import apply
    from councilgraph.errors import UsageError

    desk = open_desk(store_folder(store))
    decided = desk.of_document(document)
    view = rendered(decided)
    if source:
        try:
            text = source.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(
                f"cannot read {source}: {getattr(error, 'strerror', None) or 'it is not UTF-8'}"
            ) from error
    elif output:
        try:
            output.write_text(view, encoding="utf-8", newline="\n")
        except OSError as error:
            raise UsageError(f"cannot write {output}: {error.strerror}") from error
        if not quiet:
            typer.echo(f"View in {output}; edit it and run `councilgraph correct … --from {output}`.", err=True)
        return
    else:
        text = edited(view, ".toml")
    apply(desk, changes(desk, decided, text, who=who, why=why), quiet)
