"""Options that mean the same in every command."""

from pathlib import Path
from typing import Annotated

import typer

StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store", envvar="COUNCILGRAPH_STORE", help="Folder of the store; else the project's own.", metavar="DIR"
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", help="Write to this file; its suffix chooses the format.", metavar="FILE"),
]
QuietOption = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but errors.")]
VerboseOption = Annotated[bool, typer.Option("-v", "--verbose", help="Say more of what happens.")]
