"""Reads figures and interventions from a text of our own, a paragraph a line."""

import re

from councilgraph.extract.pages import read
from councilgraph.extract.prose.councils import read_councils
from councilgraph.extract.prose.figures import add_statistics
from councilgraph.extract.prose.interventions import add_interventions
from councilgraph.extract.prose.passages import HEADLINE, PARAGRAPH, Passage, Prose
from councilgraph.extract.prose.speech import Speeches
from councilgraph.model import Document, Record

OPENING = "Ofsted has inspected children's services at Westmarch County Council.\n"


def record_of(
    text: str, *, opening: str = OPENING, published: str | None = "2019-05-16", genre: str = "press-article"
) -> Record:
    """The record of an article with a text; its first line is a headline where it begins with ``#``."""
    text = opening + text
    prose = prose_of(text)
    document = Document("a", "a.txt", "0", genre=genre, published=published, text=text)
    record = Record(document)
    councils = read_councils(prose, document)
    add_statistics(record, prose, councils, Speeches())
    add_interventions(record, prose, councils, Speeches())
    return record


def prose_of(text: str) -> Prose:
    """A text whose lines are paragraphs."""
    lines = re.finditer(r"[^\n]+", text)
    return Prose(read(text), [Passage(HEADLINE if m[0].startswith("#") else PARAGRAPH, *m.span()) for m in lines])
