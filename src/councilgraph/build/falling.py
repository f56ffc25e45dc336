"""Rows with which nothing is wrong, and which are yet left out, since a source or an inspection on which they rest is."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from councilgraph.tables import Made, Mistake
from councilgraph.tables.rows import Key, Row

DEPENDS = "row-left-out"
"""The kind of mistake that such a row has."""
_MOST = 5
"""So many of them are named."""


class Falling:
    """Tells of each row that is wrong which others fall with it, once.

    Args:
        left: keys of rows that are wrong by the shapes.
    """

    def __init__(self, made: Made, left: Iterable[Key]) -> None:
        self._made = made
        self._rows: dict[tuple[str, str | None, int], Row] = {}
        self._of_table: dict[tuple[str, str | None], list[Row]] = defaultdict(list)
        for row in made.all:
            grid = row.table.grid
            self._rows[grid.file, grid.sheet, row.number] = row
            self._of_table[grid.file, grid.sheet].append(row)
        mistaken = (row for mistake in made.mistakes if _is_own(mistake) for row in self._at(mistake))
        self._wrong = {*left, *(row.key for row in mistaken)}
        self._told: set[Key] = set()

    def of(self, mistake: Mistake) -> Mistake:
        """A mistake that also says what falls with its row, or with all rows of its table."""
        return replace(mistake, message=mistake.message + self.told(self._at(mistake))) if _is_own(mistake) else mistake

    def told(self, wrong: Iterable[Row]) -> str:
        """A sentence to put after what is wrong with some rows; empty where no other rests on them."""
        asked = [row.key for row in wrong if row.key not in self._told]
        self._told.update(asked)
        fallen = {row.key: row for key in asked for row in self._made.falling(key) if row.key not in self._wrong}
        if not fallen:
            return ""
        places = [str(row.place()) for row in fallen.values()]
        more = f"; and {len(places) - _MOST:,} more" if len(places) > _MOST else ""
        count = f"{len(places):,} rows rest on it and are" if len(places) > 1 else "1 row rests on it and is"
        return f" {count} not loaded without it: {'; '.join(places[:_MOST])}{more}."

    def _at(self, mistake: Mistake) -> list[Row]:
        place = mistake.place
        row = self._rows.get((place.file, place.sheet, place.row or 0))
        return [row] if row else self._of_table[place.file, place.sheet]


def _is_own(mistake: Mistake) -> bool:
    return mistake.severity == "violation" and mistake.kind != DEPENDS
