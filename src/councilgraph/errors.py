"""Errors: one base; each knows its exit code, where the fault lies and what to do about it.

Exit codes of the command line: 0 fine, 1 the data do not conform, 2 usage or a missing file, 3 an input cannot be
read, 4 a query is wrong or ran out of time, 70 a fault of this program, 130 interrupted. Third-party errors become one
of these at three boundaries only: where a file is read, where a query is run, where a file is written.
"""

from unicodedata import category


class CouncilgraphError(Exception):
    """Anything this package raises on purpose.

    Args:
        message: what is wrong, one sentence of plain English.
        hint: what the reader can do about it, if anything.
        where: the place, such as ``data/x.ttl:12:4`` or ``report.pdf, page 3``.
    """

    exit_code = 70

    def __init__(self, message: str, *, hint: str | None = None, where: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class UsageError(CouncilgraphError):
    """A command or function was called wrongly, or a file, store or name it needs is not there."""

    exit_code = 2


class InputError(CouncilgraphError):
    """An input is there but cannot be read: damaged, locked, of another kind than its name says."""

    exit_code = 3


class QueryError(CouncilgraphError):
    """A SPARQL query is malformed, asks for what is not allowed, or ran out of time."""

    exit_code = 4


class StoreBusy(UsageError):
    """Somebody else is writing to the store."""


def printable(text: str) -> str:
    """A text on one line for a terminal or a page, which it can neither command nor turn round; no-break spaces stay."""
    return "".join(c if c.isprintable() or category(c) == "Zs" else c.encode("unicode_escape").decode() for c in text)
