"""Why a file has no text."""

from councilgraph.model import Problem


class Unreadable(Exception):
    """A file that gives no text; it becomes a problem of its record.

    Args:
        code: key of the vocabulary's problem codes.
        message: what is wrong, for people.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(code, message)
