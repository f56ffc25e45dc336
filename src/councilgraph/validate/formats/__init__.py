"""A validation report on paper: a file a format. What is long is written as it is read, and never held as a whole."""

from collections.abc import Callable
from typing import TextIO

from councilgraph.errors import UsageError
from councilgraph.validate.formats.data import write_csv, write_json
from councilgraph.validate.formats.markdown import write_markdown
from councilgraph.validate.formats.page import write_page
from councilgraph.validate.formats.text import write_text
from councilgraph.validate.formats.turtle import write_turtle
from councilgraph.validate.report import Report
from councilgraph.validate.terms import quiet

FORMATS: dict[str, Callable[[Report, TextIO, int], None]] = {
    "text": write_text,
    "json": write_json,
    "csv": write_csv,
    "markdown": write_markdown,
    "html": write_page,
    "ttl": write_turtle,
}
SUFFIXES = {
    ".txt": "text",
    ".json": "json",
    ".csv": "csv",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".ttl": "ttl",
}


def write(report: Report, format: str, out: TextIO, limit: int = 3) -> None:
    """Write a report.

    Args:
        format: a key of `FORMATS`.
        limit: examples of each rule, 0 for all; JSON, CSV and Turtle have all in any case.

    Raises:
        UsageError: there is no such format.
    """
    if format not in FORMATS:
        raise UsageError(f"no format “{format}”", hint=f"Known: {', '.join(FORMATS)}.")
    with quiet():
        FORMATS[format](report, out, limit)
