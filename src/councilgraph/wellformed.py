"""Whether a file is XML that can be read safely: an engine may not say where it goes wrong, nor notice what it grows to."""

from collections.abc import Mapping
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate

from councilgraph.errors import InputError

_DEEPEST = 1_000
"""Of elements within elements."""
_FREE = 8 << 20
_GROWTH = 10
"""Entities may make a file so many times as large, once it has grown to `_FREE` bytes."""


def check_xml(path: Path, content: bytes | None = None) -> None:
    """Read a file once, or what it holds.

    Raises:
        InputError: it is not well-formed, which says where; its entities make it grow beyond measure, or it is too deep.
    """
    size = path.stat().st_size if content is None else len(content)
    reader = _Reader(path, max(_FREE, _GROWTH * size))
    try:
        if content is not None:
            reader.parser.Parse(content, True)
        else:
            with path.open("rb") as file:
                reader.parser.ParseFile(file)
    except ExpatError as error:
        what = str(error).partition(":")[0]
        if "amplification" in what:
            raise reader.too_large() from error
        where = f"{path}:{error.lineno}:{error.offset + 1}"
        raise InputError(f"the XML is not well-formed: {what}", where=where) from error


class _Reader:
    """Counts what the parser meets."""

    def __init__(self, path: Path, most: int) -> None:
        self._path, self._most = path, most
        self._depth = self._size = 0
        self.parser = ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words

    def too_large(self) -> InputError:
        return InputError(
            "its entities make it many times as large as it is",
            hint="Write what they stand for in their place.",
            where=str(self._path),
        )

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            line = f"{self._path}:{self.parser.CurrentLineNumber}"
            raise InputError(f"more than {_DEEPEST:,} elements stand within each other", where=line)
        self._words("".join(attributes.values()))

    def _end(self, name: str) -> None:
        self._depth -= 1

    def _words(self, text: str) -> None:
        self._size += len(text)
        if self._size > self._most:
            raise self.too_large()
