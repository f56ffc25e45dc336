"""A figure: lines, shapes and words at places, which every kind of picture file draws alike.

Units are those of SVG and of PDF's points; x goes to the right, y down. What comes later lies above what came before.
"""

from dataclasses import dataclass, field
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Circle:
    """A disc; ``tip`` is what is shown of it on pointing, and ``key`` tells which thing it is."""

    x: float
    y: float
    radius: float
    fill: str
    stroke: str = ""
    width: float = 1.0
    tip: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A box by its upper left corner; an empty ``fill`` or ``stroke`` is none."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    stroke: str = ""
    width: float = 1.0
    tip: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """A line through points; where ``bend`` is given, one from the first to the last, drawn towards it.

    Attributes:
        closed: whether it is an area, filled with its colour.
    """

    points: tuple[Point, ...]
    colour: str
    width: float = 1.0
    opacity: float = 1.0
    bend: Point | None = None
    closed: bool = False
    dashes: tuple[float, float] | None = None
    tip: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words; y is its base line. ``halo`` keeps them legible above lines."""

    x: float
    y: float
    text: str
    size: float = 11.0
    colour: str = "#1a1a1a"
    anchor: Anchor = "start"
    bold: bool = False
    halo: bool = False
    link: str = ""


Item = Circle | Rectangle | Path | Words


@dataclass(slots=True)
class Figure:
    """A picture.

    Attributes:
        title: what it is, also for those who hear it read.
        about: what it shows, in sentences, for the same.
    """

    width: float
    height: float
    title: str
    about: str = ""
    items: list[Item] = field(default_factory=list)

    def add(self, *items: Item) -> None:
        """Draw these above all that is there."""
        self.items.extend(items)
