"""The command line: one file a command; each parses, calls the library and prints.

Data go to standard output, talk to standard error. Every error of the package ends as one sentence with its exit code;
a traceback is shown only under ``--debug``. Command modules import the library inside their function, so that
``--help`` stays fast.
"""

import os
import sys
import traceback
from collections.abc import Callable
from io import TextIOWrapper
from typing import Annotated, Any

import typer

from councilgraph import __version__
from councilgraph.cli import (
    add,
    build,
    chart,
    cite,
    correct,
    demo,
    diff,
    dump,
    explain,
    export,
    extract,
    init,
    load,
    projections,
    queries,
    query,
    quotes,
    register,
    remove,
    report,
    review,
    rules,
    show,
    template,
    validate,
)
from councilgraph.cli.once import Command
from councilgraph.errors import CouncilgraphError, printable

COMMANDS: dict[str, Callable[..., Any]] = {
    "init": init.command,
    "add": add.command,
    "remove": remove.command,
    "build": build.command,
    "extract": extract.command,
    "show": show.command,
    "explain": explain.command,
    "cite": cite.command,
    "query": query.command,
    "queries": queries.command,
    "projections": projections.command,
    "export": export.command,
    "chart": chart.command,
    "validate": validate.command,
    "template": template.command,
    "rules": rules.command,
    "review": review.command,
    "correct": correct.command,
    "report": report.command,
    "diff": diff.command,
    "dump": dump.command,
    "load": load.command,
    "quotes": quotes.command,
    "register": register.command,
    "demo": demo.command,
}

app = typer.Typer(
    name="councilgraph",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for _name, _command in COMMANDS.items():
    app.command(_name, cls=Command)(_command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"councilgraph {__version__}")
        raise typer.Exit


@app.callback()
def top(
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """A knowledge graph of English councils' children's services, every fact tied to its words.

    \b
    First steps:
      councilgraph demo                build a small graph from fictional reports, look at it
      councilgraph build FOLDER        read the documents in FOLDER into a graph
      councilgraph show Staffordshire  a council's grades over time
      councilgraph queries             questions that have a name
      councilgraph COMMAND --help      each command, with examples
    """


def main() -> None:
    """Run the command line and end the process with the exit code that `errors` documents."""
    debug = "--debug" in sys.argv
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    try:
        _run()
    except CouncilgraphError as error:
        if debug:
            traceback.print_exc()
        typer.echo(f"councilgraph: {_lines(str(error))}", err=True)
        if error.hint:
            typer.echo(f"  {_lines(error.hint)}", err=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # Whoever read our output, such as `head`, has enough; nothing more may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if debug:
            traceback.print_exc()
        typer.echo(f"councilgraph: a fault of this program: {type(error).__name__}: {error}", err=True)
        typer.echo("  Run it again as `councilgraph --debug …` and report what it prints.", err=True)
        sys.exit(70)


def _lines(text: str) -> str:
    """A text of several lines, each printable."""
    return "\n".join(map(printable, text.split("\n")))


def _run() -> None:
    """Run a command, until all that it wrote is out.

    Raises:
        BrokenPipeError: nobody reads it; Typer would end with 1, which here says that data do not conform.
    """
    try:
        app(prog_name="councilgraph")
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):
            raise end.__context__ from None
        sys.stdout.flush()
        raise
