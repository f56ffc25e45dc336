"""What is wrong with cells, in plain English, and what each kind of mistake is called."""

from dataclasses import dataclass

from councilgraph.tables.grid import Place

RULES: dict[str, tuple[str, str, str]] = {
    "amount-negative": ("violation", "Amounts are not below zero", "Correct the number; a cut is an intervention of another kind."),
    "area-unknown": ("violation", "An area is one that the framework grades", "Choose an area of the framework, or correct the framework of the inspection."),
    "cell-broken": ("violation", "A cell has a value", "Mend the formula, or type the value itself."),
    "cells-many": ("violation", "A row has no more cells than the heading", "Put the text with the sign that parts cells in quotation marks, or take out what stands behind the last column."),
    "column-missing": ("violation", "A sheet has the columns that it needs", "Add the column; `councilgraph template` makes a sheet that has all."),
    "column-twice": ("violation", "A sheet has each column once", "Take one of the two out."),
    "column-unknown": ("violation", "A column is one of the template's", "Correct the title of the column; columns of your own may have any title that is not nearly one of ours."),
    "column-own": ("info", "Columns of your own are left alone", "Nothing; or give it a title of the template if its values shall be read."),
    "council-unknown": ("violation", "A council is in the register", "Give the council's official name; add it to a register of your own if it is missing there."),
    "date-impossible": ("violation", "A date exists", "Write it as 31/01/2024, 2024-01-31, January 2024 or 2024."),
    "date-order": ("violation", "An inspection does not end before it begins", "Correct the first or the last day."),
    "date-missing": ("violation", "An inspection is dated", "Give its first day, or when it was published; a month or a year will do."),
    "empty": ("violation", "What has to be there is there", "Fill the cell in, or delete the row."),
    "grade-twice": ("violation", "One inspection gives an area one grade", "Keep the row that the source bears out; where two sources disagree, cite each as the source of its row."),
    "grade-unknown": ("violation", "A grade is on the framework's scale", "Choose a grade of the scale, or correct the framework of the inspection."),
    "hidden": ("info", "Hidden rows and sheets are read, too", "Delete what shall not be read."),
    "inspection-unknown": ("violation", "A row means an inspection that is known", "Give a reference of the sheet Inspections, or the id of an inspection that `councilgraph show COUNCIL` prints."),
    "merged": ("info", "Merged cells say the same for each of their rows", "Nothing, if that is meant."),
    "number-impossible": ("violation", "A number is a number", "Write digits alone, such as 1345 or 12.5."),
    "page-impossible": ("violation", "A page is a whole number", "Give the number of the page, counted from 1."),
    "period-impossible": ("violation", "A period exists", "Write it as 2023, 31/03/2024, or 2011 to 2014."),
    "reference-twice": ("violation", "Each inspection has a reference of its own", "Give one of the two another reference, and correct the rows that mean it."),
    "row-left-out": ("violation", "What a row depends on is right", "Correct the row that it depends on."),
    "row-lost": (
        "violation",
        "A row says something that the graph can hold",
        "Fill in more of its columns, above all who or what it is about.",
    ),
    "row-twice": ("warning", "No row says what another says already", "Delete one of the two."),
    "sheet-unknown": ("warning", "A sheet is one of the template's", "Name the sheet as the template does, or give it the columns of one."),
    "source-twice": ("violation", "Each source is told of once", "Take one of the two rows out."),
    "source-unknown": ("violation", "A source that is cited is in the sheet Sources", "Write it exactly as there."),
    "source-bare": ("info", "More is known of a source than its title", "Tell of it in the sheet Sources: who published it, and when."),
    "text-impossible": ("violation", "A text is one", "Write the value as text."),
    "text-long": ("violation", "A text is not too long", "Shorten it."),
    "value-new": ("info", "A value of an open list is in the list", "Nothing, if a new value is meant; it becomes a concept of its own."),
    "value-unknown": ("violation", "A value is one of its list", "Choose one of the list in the cell."),
    "words-long": ("violation", "The words that prove a row are a sentence or two", "Shorten them: keep those that prove the row."),
    "yes-or-no": ("violation", "Yes or no is answered by yes or no", "Write yes or no."),
    "address-impossible": ("violation", "A web address is one", "It begins with https:// or http://."),
}  # fmt: skip
"""Severity, the rule in words, and how to mend what breaks it, by kind of mistake."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something wrong with a cell, a row or a table.

    Attributes:
        kind: a key of `RULES`.  message: what is wrong, one sentence or two.  value: what stands there.
    """

    kind: str
    message: str
    place: Place
    value: str | None = None

    @property
    def severity(self) -> str:
        """``violation``, ``warning`` or ``info``."""
        return RULES[self.kind][0]

    @property
    def rule(self) -> str:
        """The rule in words."""
        return RULES[self.kind][1]

    @property
    def mend(self) -> str:
        """What to do about it."""
        return RULES[self.kind][2]
