"""XML: text in it, and reading it piece by piece."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError, iterparse

from councilgraph.errors import InputError

# Whatever some reader takes for the end of a line, and makes a blank or another one of.
_BREAKS = {ord(sign): f"&#{ord(sign)};" for sign in "\t\n\r\x85\u2028"}


def escape(text: str) -> str:
    """A text as it stands in an element or in an attribute between double quotes; line breaks come back as they are."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if '"' in text:
        text = text.replace('"', "&quot;")
    if not text.isprintable():
        text = text.translate(_BREAKS)
    return text


# How values are written, by their type.
WRITE: Mapping[type, Callable[[Any], str]] = {
    str: escape,
    bool: {True: "true", False: "false"}.__getitem__,
    int: repr,
    float: repr,
}


def elements(path: Path, *names: str) -> Iterator[Element]:
    """The elements of some names, each whole, in order; what was met is let go, so a large file needs little memory.

    Raises:
        InputError: the file is not well-formed.
    """
    try:
        parents: list[Element] = []
        for event, element in iterparse(path, events=("start", "end")):
            if event == "start":
                parents.append(element)
                continue
            parents.pop()
            if element.tag in names:
                yield element
                if parents:
                    parents[-1].remove(element)
    except ParseError as error:
        raise InputError(
            f"not well-formed XML: {error.msg}", where=f"{path}:{error.position[0]}:{error.position[1] + 1}"
        ) from error
