"""Springs between nodes that are tied, repulsion between all, and room for each."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from councilgraph.projection.model import Point

# Steps, and how many times all nodes may be moved, which bounds the time.
_STEPS = 200
_MOVES = 200_000
# Cells a side, between which far nodes act on each other as one.
_COARSE = 12
# How strongly all are drawn to the middle, which keeps long chains from leaving the page.
_GRAVITY = 0.3

Cells = dict[tuple[int, int], list[int]]


def relax(places: dict[str, Point], ties: Sequence[tuple[str, str]], length: float) -> None:
    """Move nodes until springs and repulsion balance, as far as the steps lead.

    Args:
        length: of a tie, as one would like it.
    """
    keys = list(places)
    index = {key: number for number, key in enumerate(keys)}
    pairs = [(index[a], index[b]) for a, b in ties]
    scale = length * math.sqrt(len(keys)) / (max(math.hypot(x, y) for x, y in places.values()) or 1)
    xs = [places[key][0] * scale for key in keys]
    ys = [places[key][1] * scale for key in keys]
    steps = max(min(_STEPS, _MOVES // len(keys)), 40)
    for step in range(steps):
        dx, dy = [0.0] * len(keys), [0.0] * len(keys)
        _repel(xs, ys, dx, dy, length, step * 0.618 % 1)
        middle = sum(xs) / len(xs), sum(ys) / len(ys)
        for number in range(len(keys)):
            dx[number] -= _GRAVITY * (xs[number] - middle[0])
            dy[number] -= _GRAVITY * (ys[number] - middle[1])
        for a, b in pairs:
            x, y = xs[a] - xs[b], ys[a] - ys[b]
            pull = math.sqrt(x * x + y * y) / length
            dx[a] -= x * pull
            dy[a] -= y * pull
            dx[b] += x * pull
            dy[b] += y * pull
        most = 2 * length * (1 - step / steps) ** 2 + 0.02 * length
        for number in range(len(keys)):
            far = math.sqrt(dx[number] ** 2 + dy[number] ** 2)
            if far > 0:
                share = min(far, most) / far
                xs[number] += dx[number] * share
                ys[number] += dy[number] * share
    places.update(zip(keys, zip(xs, ys, strict=True), strict=True))


def _repel(
    xs: Sequence[float], ys: Sequence[float], dx: list[float], dy: list[float], length: float, shift: float
) -> None:
    """Add repulsion: between near nodes one by one, between far ones by the middle of their cells.

    The cells are shifted with each step, so that nodes do not come to lie along their borders.
    """
    square = length * length
    for a, b in _near(xs, ys, 1.5 * length):
        x, y = xs[a] - xs[b], ys[a] - ys[b]
        push = square / (x * x + y * y + 0.01)
        x, y = x or 0.1 * (a - b), y or 0.1 * (b - a)
        dx[a] += x * push
        dy[a] += y * push
        dx[b] -= x * push
        dy[b] -= y * push
    side = max(max(xs) - min(xs), max(ys) - min(ys), length) / _COARSE
    middles = []
    for members in _cells(xs, ys, side, shift * side).values():
        count = len(members)
        middles.append((sum(xs[i] for i in members) / count, sum(ys[i] for i in members) / count, count, members))
    for one, (mx, my, _, members) in enumerate(middles):
        fx = fy = 0.0
        for other, (ox, oy, count, _) in enumerate(middles):
            if other != one:
                x, y = mx - ox, my - oy
                push = square * count / (x * x + y * y + square)
                fx += x * push
                fy += y * push
        for i in members:
            dx[i] += fx
            dy[i] += fy


def spread(places: dict[str, Point], radii: Mapping[str, float], fixed: Collection[str] = ()) -> None:
    """Push nodes apart until none lies upon another, or it has been tried often enough.

    Args:
        radii: how much room each needs.
        fixed: those that stay.
    """
    keys = list(places)
    xs, ys = [places[key][0] for key in keys], [places[key][1] for key in keys]
    held = [key in fixed for key in keys]
    room = [radii[key] for key in keys]
    for _ in range(60):
        moved = False
        for a, b in list(_near(xs, ys, 2 * max(room))):
            x, y = xs[a] - xs[b], ys[a] - ys[b]
            far, wanted = math.hypot(x, y), room[a] + room[b]
            if far >= wanted - 0.05 or (held[a] and held[b]):
                continue
            if far < 0.01:
                x, y, far = math.cos(a), math.sin(a), 1.0
            push = (wanted - min(far, wanted)) / far / (1 if held[a] or held[b] else 2)
            if not held[a]:
                xs[a] += x * push
                ys[a] += y * push
            if not held[b]:
                xs[b] -= x * push
                ys[b] -= y * push
            moved = True
        if not moved:
            break
    places.update(zip(keys, zip(xs, ys, strict=True), strict=True))


def _cells(xs: Sequence[float], ys: Sequence[float], side: float, shift: float = 0.0) -> Cells:
    cells: Cells = defaultdict(list)
    for number, (x, y) in enumerate(zip(xs, ys, strict=True)):
        cells[int((x - shift) // side), int((y - shift) // side)].append(number)
    return cells


def _near(xs: Sequence[float], ys: Sequence[float], side: float) -> Iterator[tuple[int, int]]:
    """Pairs in one cell of a grid or in two that touch, each once."""
    cells = _cells(xs, ys, side)
    for (column, row), members in cells.items():
        for at, a in enumerate(members):
            for b in members[at + 1 :]:
                yield a, b
        for beside in ((column + 1, row - 1), (column + 1, row), (column + 1, row + 1), (column, row + 1)):
            for b in cells.get(beside, ()):
                for a in members:
                    yield a, b
