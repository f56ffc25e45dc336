"""Writes the pages that repeat the program: cli.md from the commands' help, queries.md from the stored queries,
projections.md from the projections and rules.md from the shapes.

Run it after changing either; ``--check`` writes nothing and fails if a page is not what it would write.
"""

import os
import sys
from pathlib import Path

from typer.testing import CliRunner

from councilgraph.cli import COMMANDS, app
from councilgraph.projection import reference
from councilgraph.query import library
from councilgraph.validate import catalogue

DOCS = Path(__file__).resolve().parent
COLUMNS = 100

HEAD = """\
# The command line

Written by docs/make_pages.py from what `councilgraph --help` and `councilgraph COMMAND --help` print. How the commands
work together is told in the [guide](guide.md).

- Data go to standard output, talk to standard error, so output can be piped. `-o FILE` writes a file instead, in the
  format that its suffix stands for; an unknown suffix is refused before anything is done.
- A council, inspection or anything else may be named by a name, a short id from one of the tables, a code or an IRI.
  Where several things fit, all are listed; where none fits, near names are.
- Commands find the project from any folder within it: the nearest folder with a `councilgraph.toml`. `--store DIR`, or
  the environment variable `COUNCILGRAPH_STORE`, names a store elsewhere. Reading never makes anything.
- Nothing is fetched from the network.

## Exit codes

| code | means |
| ---: | --- |
| 0 | all is well |
| 1 | the data do not conform, or there are rows under `--fail-if-any` |
| 2 | wrong use, or a file, store or name is not there |
| 3 | an input cannot be read: a document, or a file of RDF, CSV or a query's head; the others were read all the same |
| 4 | a query is wrong, asks for what is not allowed, or ran out of time |
| 70 | a fault of this program; `councilgraph --debug COMMAND` shows the traceback |
| 130 | interrupted from the keyboard |

An error is one sentence with its place (`file:line:column`), and a line that says what to do about it:

```text
councilgraph: no council “Northmer” in this graph
  Did you mean Northmere County Council (northmere)?
```
"""


def cli() -> str:
    """The page on the command line."""
    parts = [HEAD, "\n## Commands\n\n", _block(_help())]
    parts += [f"\n### {name}\n\n{_block(_help(name))}" for name in COMMANDS]
    return "".join(parts)


def _help(*command: str) -> str:
    """What a command prints for ``--help``."""
    # Help is never wider than this, and a terminal's width must not show in the page.
    wide = {"COLUMNS": str(COLUMNS), "COUNCILGRAPH_STORE": ""}
    result = CliRunner().invoke(app, [*command, "--help"], prog_name="councilgraph", env=os.environ | wide)
    return result.stdout.strip()


def _block(text: str) -> str:
    return f"```text\n{text}\n```\n"


PAGES = {
    "cli.md": cli,
    "queries.md": library.render,
    "projections.md": reference.render,
    "rules.md": catalogue.render,
}


def main(arguments: list[str]) -> int:
    """Write the pages, or compare them."""
    stale = [
        (file, text)
        for file, text in ((DOCS / name, page()) for name, page in PAGES.items())
        if not file.is_file() or file.read_text(encoding="utf-8") != text
    ]
    for file, text in stale:
        if "--check" in arguments:
            print(f"{file.name} is out of date: run `python docs/make_pages.py`", file=sys.stderr)
        else:
            file.write_text(text, encoding="utf-8", newline="\n")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
