"""Charts of the fictional councils: what is drawn is what is in the table, and can be read by everybody."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from councilgraph.charts import CHARTS, chart
from councilgraph.charts.frame import BANDS, on
from councilgraph.charts.grid import by_band, sequential
from councilgraph.drawing.figure import Figure, Rectangle, Words
from councilgraph.errors import UsageError
from councilgraph.store import EmbeddedStore, open_store

GIVEN = {"grades": {"council": "Northmere"}}


@pytest.fixture(scope="module")
def graph(example: Path) -> Iterator[EmbeddedStore]:
    with open_store(example) as store:
        yield store


def words(figure: Figure) -> list[str]:
    return [item.text for item in figure.items if isinstance(item, Words)]


def tips(figure: Figure) -> list[str]:
    return [item.tip for item in figure.items if isinstance(item, Rectangle) and item.tip]


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_titled_and_says_where_its_data_are(graph: EmbeddedStore, name: str) -> None:
    drawn = chart(graph, name, GIVEN.get(name), beside="data.csv")
    said = " ".join(words(drawn.figure))
    assert drawn.figure.title.startswith(CHARTS[name].title) and CHARTS[name].title in said
    assert "Sources: " in said and "data.csv" in said
    assert drawn.table.columns[-3:] == ["source", "page", "url"]
    assert all(row[-3] for row in drawn.table.rows)


@pytest.mark.parametrize("name", CHARTS)
def test_nothing_is_drawn_outside_the_page(graph: EmbeddedStore, name: str) -> None:
    figure = chart(graph, name, GIVEN.get(name)).figure
    for item in figure.items:
        if isinstance(item, Rectangle):
            assert item.x >= 0 and item.y >= 0 and item.x + item.w <= figure.width and item.y + item.h <= figure.height
        elif isinstance(item, Words):
            assert 0 <= item.x <= figure.width and 0 < item.y <= figure.height


def test_each_grade_is_a_tile_with_its_day_and_its_name(graph: EmbeddedStore) -> None:
    drawn = chart(graph, "grades", {"council": "Northmere"})
    index = {column: number for number, column in enumerate(drawn.table.columns)}
    rows = [[getattr(term, "value", "") for term in row] for row in drawn.table.rows]
    assert Counter(tips(drawn.figure)) == Counter(f"{row[index['date']]}: {row[index['grade']]}" for row in rows)
    said = words(drawn.figure)
    assert said.count("Overall") == 1
    assert {"Northmere" in drawn.figure.title, "Inadequate" in said, "1" in said} == {True}
    assert "lowest band: inadequate, performs poorly" in said


def test_a_heat_map_has_the_mean_band_and_their_number(graph: EmbeddedStore) -> None:
    drawn = chart(graph, "heatmap")
    rows = list(csv.DictReader(StringIO(drawn.data())))
    cells: dict[str, list[int]] = {}
    for row in rows:
        cells.setdefault(f"{row['region'] or 'region not known'}, {row['date'][:4]}", []).append(int(row["band"]))
    expected = {f"{place}: {sum(bands) / len(bands):.1f} n={len(bands)}" for place, bands in cells.items()}
    assert set(tips(drawn.figure)) == expected


def test_the_data_have_no_words_of_documents(graph: EmbeddedStore) -> None:
    drawn = chart(graph, "grades", {"council": "Northmere"})
    assert "words" not in drawn.table.columns


def test_a_chart_is_saved_with_its_data(graph: EmbeddedStore, tmp_path: Path) -> None:
    drawn = chart(graph, "timeline")
    beside = drawn.save(tmp_path / "line.svg", tmp_path / "line.pdf")
    assert beside == tmp_path / "line.csv"
    assert {file.name for file in tmp_path.iterdir()} == {"line.svg", "line.pdf", "line.csv"}
    assert len(list(csv.reader(beside.open(encoding="utf-8")))) == len(drawn.table.rows) + 1
    assert drawn.save(tmp_path / "line.svg") == beside
    (tmp_path / "mine.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"mine\.csv is there already"):
        drawn.save(tmp_path / "mine.svg")
    assert (tmp_path / "mine.csv").read_text(encoding="utf-8") == "mine"
    with pytest.raises(UsageError, match="cannot write"):
        drawn.save(tmp_path / "none" / "line.svg")


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("pie", {}, "no chart “pie”"),
        ("grades", {}, "needs council"),
        ("grades", {"council": "Westholme", "town": "x"}, "no parameter “town”"),
        ("weaknesses", {"council": "Westholme"}, "nothing to draw"),
    ],
)
def test_what_cannot_be_drawn_is_said(graph: EmbeddedStore, name: str, given: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        chart(graph, name, given)


def test_numbers_can_be_read_on_every_colour() -> None:
    """WCAG 2.2 asks for a contrast of 4.5 for small text."""
    shades = [colour for colour, _ in BANDS.values()]
    shades += [shade(step / 100) for shade in (by_band, sequential) for step in range(101)]
    assert min(_contrast(colour, on(colour)) for colour in shades) >= 4.5


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
