"""Which rule fired on which words, for who asks.

A rule names itself where it makes an item (`fired`). Nobody listens unless `traced` is running in the same context, so
that a reading on another thread never hears of it and extraction stays a pure function of the document.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Firing:
    """A rule, and the offsets of the words that it fired on."""

    rule: str
    start: int
    end: int


_LISTENING: ContextVar[list[Firing] | None] = ContextVar("listening", default=None)


def fired(rule: str, start: int, end: int) -> None:
    """Tell who listens that a rule made something of the words between two offsets."""
    listening = _LISTENING.get()
    if listening is not None:
        listening.append(Firing(rule, start, end))


@contextmanager
def traced() -> Iterator[list[Firing]]:
    """Hear of every rule that fires inside the ``with`` block, in their order."""
    heard: list[Firing] = []
    token = _LISTENING.set(heard)
    try:
        yield heard
    finally:
        _LISTENING.reset(token)
