"""What a number counts where no noun says it."""

import pytest

from councilgraph.extract.prose.uncounted import untold


@pytest.mark.parametrize(
    ("before", "after", "last", "unit"),
    [
        ("There are nine agency workers in a team of ", ".", "staff", "staff"),
        ("Inspectors came with a team of ", ".", None, None),
        ("Of ", " that inspectors read, two were late", None, "cases"),
        ("It keeps in touch with ", " who have left its care", None, "young-people"),
        ("It keeps in touch with ", " who are at college", None, "children"),
        ("They opened 40 files and sent ", " straight back", "cases", "cases"),
        ("They opened the hall and sent ", " straight back", None, None),
    ],
)
def test_its_clause_tells(before: str, after: str, last: str | None, unit: str | None) -> None:
    assert untold(before, after, last, "children", several=True) == unit


def test_one_alone_is_nobody_counted() -> None:
    assert untold("It keeps in touch with ", " who is at college", None, "children", several=False) is None
