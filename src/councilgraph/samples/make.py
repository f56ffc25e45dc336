"""Makes the PDFs of the fictional reports from their sources: ``python -m councilgraph.samples.make [FOLDER]``.

The pages are set the way the real ones are, so that their text comes out of a reader in the same order: the page's number
or running footer first, the cells of a table row by row with a low grade centred beside its label. Nothing in the files
depends on the day or the machine. Needs reportlab, which only development installs bring.
"""

import csv
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from councilgraph import resources

NOTICE = "Fictional sample made for councilgraph; no real council, person or event"
CLOSING = (
    "Information about this inspection",
    "This report and everything in it was invented to show how councilgraph works. Northmere, Port Quillan and Eastvale are on no map; their councils, the people named and all that inspectors are said to have seen are fiction.",
    "The words were written for this purpose and are dedicated to the public domain (CC0 1.0). Anyone may copy, change and share them.",
)
_COLUMNS = ("id", "path", "title", "publisher", "published", "url", "licence")
_REGULAR, _BOLD, _BULLETS = "Helvetica", "Helvetica-Bold", "ZapfDingbats"
_SQUARE = "n"  # what ZapfDingbats calls its black square
_WIDTH, _HEIGHT = A4
_LEFT, _RIGHT, _TOP, _BOTTOM = 72.0, 523.0, 770.0, 90.0
_BODY, _LEADING = 11.0, 14.5


@dataclass(frozen=True, slots=True)
class Layout:
    """How reports of some years are set.

    Attributes:
        council_above: the council's name stands above the title, which does not name it.
        office_below: the lead inspector's office has a line of its own.
        label_width: width of the labels' column, in points.
        grade_centred: a grade stands in the middle of its row; else at the top.
        running_title: pages after the first repeat title and dates beside their number.
    """

    council_above: bool
    office_below: bool
    label_width: float
    grade_centred: bool
    running_title: bool


LAYOUTS = {
    "2018": Layout(council_above=True, office_below=True, label_width=315, grade_centred=True, running_title=False),
    "2021": Layout(council_above=False, office_below=False, label_width=226, grade_centred=False, running_title=True),
}
LAYOUTS["2023"] = LAYOUTS["2026"] = LAYOUTS["2021"]


class Sheet:
    """Sets lines of text from the top of a page down, beginning new pages as they fill."""

    def __init__(self, path: Path, layout: Layout, report: dict[str, Any]) -> None:
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=0)
        self.canvas.setTitle(report["title"])
        self.canvas.setAuthor("councilgraph samples")
        self.canvas.setSubject(NOTICE)
        self.canvas.setCreator("councilgraph")
        self._layout, self._report = layout, report
        self._begin()

    def line(self, words: str, *, at: float = _LEFT, font: str = _REGULAR, size: float = _BODY) -> None:
        """One line at the present height."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(at, self.y, words)

    def block(self, words: str, *, mark: str = "", font: str = _REGULAR, size: float = _BODY, after: float = 9) -> None:
        """A paragraph, perhaps with a bullet or a number in the margin of its first line."""
        indent = 20.0 if mark else 0.0
        leading = size * _LEADING / _BODY
        lines = list(wrapped(words, _RIGHT - _LEFT - indent, font, size))
        self.room(leading * min(2, len(lines)))
        if mark == _SQUARE:
            self.line(mark, font=_BULLETS, size=8)
        elif mark:
            self.line(mark)
        for index, words_of_line in enumerate(lines):
            if index:
                self.room(leading)
            self.line(words_of_line, at=_LEFT + indent, font=font, size=size)
            self.y -= leading
        self.y -= after

    def heading(self, words: str) -> None:
        """A heading, on the page of what follows it."""
        self.room(90)
        self.y -= 4
        self.block(words, font=_BOLD, size=13)

    def room(self, height: float) -> None:
        """Begin a page unless the present one has this height left."""
        if self.y - height < _BOTTOM:
            self.new_page()

    def new_page(self) -> None:
        """End the present page and begin another."""
        self.finish_page()
        self.canvas.showPage()
        self._begin()

    def finish_page(self) -> None:
        """The notice, last on every page."""
        self.canvas.setFont(_REGULAR, 7)
        self.canvas.drawString(_LEFT, 36, NOTICE)

    def _begin(self) -> None:
        page = self.canvas.getPageNumber()
        if page > 1 or not self._layout.running_title:
            self.canvas.line(_LEFT, 76, _RIGHT, 76)
            if self._layout.running_title:
                self.canvas.setFont(_BOLD, 8)
                self.canvas.drawString(_LEFT, 64, self._report["title"])
                self.canvas.drawString(_LEFT, 54, self._report["dates"])
            self.canvas.setFont(_REGULAR, 14 if not self._layout.running_title else 10)
            self.canvas.drawRightString(_RIGHT, 54, str(page))
        self.y = _TOP


def wrapped(words: str, width: float, font: str = _REGULAR, size: float = _BODY) -> Iterator[str]:
    """The lines of a paragraph that is ``width`` points wide."""
    line = ""
    for word in words.split(" "):
        longer = f"{line} {word}" if line else word
        if line and stringWidth(longer, font, size) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def make(source: Path, target: Path) -> None:
    """Set one report.

    Args:
        source: TOML file of its words.
        target: where to write the PDF.
    """
    report = tomllib.loads(source.read_text(encoding="utf-8"))
    layout = LAYOUTS[report["layout"]]
    sheet = Sheet(target, layout, report)
    _front(sheet, layout, report)
    _table(sheet, layout, report["grades"])
    for words in report["summary"]:
        sheet.block(words)
    sheet.new_page()  # the notice must not stand inside the list: a first page has no header to tell it from the text
    sheet.heading(report["heading"])
    for words in report["improve"]:
        sheet.block(words, mark=_SQUARE, after=6)
    number = 0
    for section in report["sections"]:
        sheet.heading(section["heading"])
        for words in section["paragraphs"]:
            number += 1
            sheet.block(words, mark=f"{number}.")
    sheet.heading(CLOSING[0])
    for words in CLOSING[1:]:
        sheet.block(words, size=9)
    sheet.finish_page()
    sheet.canvas.save()


def make_all(folder: Path) -> list[Path]:
    """Set all reports and write their manifest; the paths of the PDFs, sorted."""
    folder.mkdir(parents=True, exist_ok=True)
    rows, made = [], []
    for source in sorted((resources.samples() / "sources").glob("*.toml")):
        target = folder / f"{source.stem}.pdf"
        make(source, target)
        made.append(target)
        report = tomllib.loads(source.read_text(encoding="utf-8"))
        title = report["title"]
        if LAYOUTS[report["layout"]].council_above:
            title = f"{report['council']}: {title}"
        rows.append((source.stem, target.name, title, "councilgraph samples", report["published"], "", "CC0-1.0"))
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_COLUMNS)
        writer.writerows(rows)
    return made


def _front(sheet: Sheet, layout: Layout, report: dict[str, Any]) -> None:
    sheet.y -= 20
    if layout.council_above:
        sheet.block(report["council"], size=22, after=4)
        sheet.block(report["title"], font=_BOLD, size=14)
        sheet.block(f"Inspection dates: {report['dates']}", font=_BOLD)
    else:
        sheet.block(report["title"], size=22, after=4)
        _labelled(sheet, "Inspection dates:", [report["dates"]])
    several = len(report["leads"]) > 1
    leads = [*report["leads"], report["office"]] if layout.office_below else report["leads"]
    _labelled(sheet, "Lead inspectors:" if several else "Lead inspector:", leads, column=layout.office_below)
    sheet.y += 3


def _labelled(sheet: Sheet, label: str, values: list[str], *, column: bool = False) -> None:
    """A bold label and its value; in a column the value is bold too and its lines stand below each other."""
    sheet.line(label, font=_BOLD)
    at = _LEFT + (95 if column else stringWidth(f"{label} ", _BOLD, _BODY))
    for index, value in enumerate(values):
        sheet.line(value, at=at if column or not index else _LEFT, font=_BOLD if column else _REGULAR)
        sheet.y -= _LEADING
    sheet.y -= 9


def _table(sheet: Sheet, layout: Layout, grades: list[list[str]]) -> None:
    """The grades; the lines of a row from the top down, or cell by cell where these are alike in height."""
    sheet.y -= 6
    middle = _LEFT + layout.label_width
    for row, (label, grade) in enumerate([["Judgement", "Grade"], *grades]):
        font = _REGULAR if row else _BOLD
        labels = list(wrapped(label, layout.label_width - 14, font))
        cells = list(wrapped(grade, _RIGHT - middle - 14, font))
        height = 14 + _LEADING * max(len(labels), len(cells))
        top = sheet.y + _LEADING
        set_lines = []
        for lines, at, centred in ((labels, _LEFT + 6, True), (cells, middle + 6, layout.grade_centred)):
            first = top - _LEADING - 4
            if centred:
                first = top - (height - _LEADING * len(lines)) / 2 - 11
            set_lines += [(first - _LEADING * index, at, words) for index, words in enumerate(lines)]
        if layout.grade_centred and len(labels) != len(cells):
            set_lines.sort(key=lambda line: -line[0])
        for sheet.y, at, words in set_lines:
            sheet.line(words, at=at, font=font)
        sheet.canvas.rect(_LEFT, top - height, layout.label_width, height)
        sheet.canvas.rect(middle, top - height, _RIGHT - middle, height)
        sheet.y = top - height - _LEADING
    sheet.y -= 12


if __name__ == "__main__":
    for path in make_all(Path(sys.argv[1]) if len(sys.argv) > 1 else resources.samples() / "documents"):
        print(path)
