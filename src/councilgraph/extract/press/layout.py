"""Which lines of an article are content, and what each is: headline, standfirst, paragraph, caption, pull quote."""

from councilgraph.extract.pages import Reading
from councilgraph.extract.prose.passages import PARAGRAPH, Passage


def passages(reading: Reading) -> list[Passage]:
    """The content of an article, in its order."""
    return [Passage(PARAGRAPH, line.start, line.end) for line in reading.lines]
