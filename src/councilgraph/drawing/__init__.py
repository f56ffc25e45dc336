"""Figures and the kinds of picture file they become: SVG by ourselves, PDF and PNG with the extra ``draw``."""

from collections.abc import Callable

from councilgraph.drawing import pdf, png, svg
from councilgraph.drawing.figure import Figure
from councilgraph.errors import UsageError

__all__ = ["PICTURES", "Figure", "content"]

PICTURES: dict[str, Callable[[Figure], bytes]] = {
    ".svg": lambda figure: "".join(svg.lines(figure)).encode(),
    ".png": png.content,
    ".pdf": pdf.content,
}


def content(figure: Figure, suffix: str) -> bytes:
    """The bytes of a picture file.

    Raises:
        UsageError: the suffix is none of `PICTURES`, or what draws it is not installed.
    """
    if suffix.lower() not in PICTURES:
        raise UsageError(f"unknown suffix: {suffix or 'none'}", hint=f"Known: {', '.join(PICTURES)}.")
    return PICTURES[suffix.lower()](figure)
