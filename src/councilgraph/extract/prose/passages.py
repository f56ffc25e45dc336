"""The content of a prose document: its passages by kind, and their sentences, with offsets into the document's text.

`Prose.plain` has exactly the length of the text: typographic marks and line ends are replaced one to one, so that a
pattern's offsets in it are offsets in the document. Running footers and page numbers are spaces in it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from councilgraph.extract.pages import SHORT, Reading
from councilgraph.extract.trace import fired
from councilgraph.model import Evidence

HEADLINE = "headline"
STANDFIRST = "standfirst"
PARAGRAPH = "paragraph"
HEADING = "heading"
CAPTION = "caption"
ALT_TEXT = "alt-text"
PULL_QUOTE = "pull-quote"
BULLET = "bullet"

LONGEST_SENTENCE = 1_200
"""Code points from which on a sentence is none, but a table or a text without full stops."""

_PLAIN = str.maketrans("‘’‚`´“”„\u2010\u2011\u2012\u2013\u2014\u2015\u2212\n\f", "'''''\"\"\"-------  ")
# An apostrophe with the rest of its word, and a quotation mark that opens or closes, as UTF-8 read as Windows-1252.
_SPOILT_APOSTROPHE = re.compile(r"â€[™˜']([^\W\d_]*)")
_SPOILT_QUOTE = re.compile(r"â€(?:(œ)|(?=[\s.,;:)]|$))")
_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bCllr)(?<!\bSt)(?<!\bNo)[.!?]['\")\]]*\s+(?=['\"(\[]*[A-Z0-9£])"
)


def straight(text: str) -> str:
    """A text with typographic marks and line ends replaced one to one."""
    return text.translate(_PLAIN)


def _mended(plain: str) -> str:
    """Plain text with the marks that a wrong reading of its bytes has spoilt, of the same length.

    What a mark takes less stands as spaces behind its word, so "childrenâ€™s" is found as "children's".
    """
    if "â€" not in plain and "Â" not in plain:
        return plain
    plain = _SPOILT_APOSTROPHE.sub(lambda found: f"'{found[1]}  ", plain)
    plain = _SPOILT_QUOTE.sub(lambda found: '"'.rjust(len(found[0])) if found[1] else '"'.ljust(len(found[0])), plain)
    return plain.replace('â€"', " - ").replace("Â£", " £").replace("Â ", "  ")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of content; ``speaker`` is who a pull quote names below itself."""

    kind: str
    start: int
    end: int
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage, by its offsets; ``passage`` is the index of its passage."""

    start: int
    end: int
    passage: int


@dataclass(slots=True)
class Prose:
    """A document's content, in its order."""

    reading: Reading
    passages: Sequence[Passage]
    plain: str = field(init=False)
    sentences: list[Sentence] = field(init=False)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.plain = self._without_furniture()
        self.sentences = [s for index in range(len(self.passages)) for s in self._sentences(index)]
        self._starts = [sentence.start for sentence in self.sentences]

    def words(self, start: int, end: int) -> str:
        """The plain words between two offsets, single spaces between them."""
        return " ".join(self.plain[start:end].split())

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset; None where no content stands."""
        index = bisect_right(self._starts, offset) - 1
        return self.sentences[index] if index >= 0 and offset < self.sentences[index].end else None

    def sentences_in(self, start: int, end: int) -> Sequence[Sentence]:
        """The sentences that begin between two offsets."""
        return self.sentences[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def passage_of(self, sentence: Sentence) -> Passage:
        """The passage of a sentence."""
        return self.passages[sentence.passage]

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What a pattern matches within single sentences, in order."""
        for sentence in self.sentences:
            yield from pattern.finditer(self.plain, sentence.start, sentence.end)

    def evidence(self, start: int, end: int, *, limit: int = SHORT, supports: str | None = None) -> list[Evidence]:
        """The words between two offsets as one to three spans."""
        return self.reading.evidence(start, end, limit=limit, supports=supports)

    def fired(self, rule: str, start: int, end: int) -> None:
        """Say that a rule ("statistics: part of a whole") made an item of the words between two offsets."""
        fired(rule, start, end)

    def _without_furniture(self) -> str:
        """The plain text, spaces for what stands on no line of the reading."""
        plain = straight(self.reading.text)
        parts: list[str] = []
        position = 0
        for line in self.reading.lines:
            parts += [" " * (line.start - position), plain[line.start : line.end]]
            position = line.end
        return _mended("".join([*parts, " " * (len(plain) - position)]))

    def _sentences(self, index: int) -> Iterator[Sentence]:
        passage = self.passages[index]
        start = passage.start
        ends = [found.end() for found in _SENTENCE_END.finditer(self.plain, passage.start, passage.end)]
        for end in [*ends, passage.end]:
            stretch = self.plain[start:end]
            first = start + len(stretch) - len(stretch.lstrip())
            last = start + len(stretch.rstrip())
            if first < last:
                yield Sentence(first, last, index)
            start = end
