"""The one normalised text of a document, written down and versioned.

Version 1, in this order:

1. line ends (CR LF, CR, U+2028, U+2029, U+0085) become LF;
2. the codes that PDFium gives a line-end hyphen (U+0002, U+FFFE) and the soft hyphen that ends a line become ``-``;
3. no-break and other fixed-width spaces and tabs become a space; zero-width marks, a byte order mark and other control
   characters are dropped;
4. Unicode NFC;
5. spaces at the end of a line are dropped, three or more LF become two.

Pages are parted by a form feed, so the page of an offset is one more than the form feeds before it. The same file,
reader version and normaliser version give the same offsets on any machine.
"""

import re
import unicodedata

VERSION = "1"
PAGE_BREAK = "\f"

_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\u0085]")
_HYPHENS = re.compile("[\u0002\ufffe]|\u00ad(?=\n)")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_DROPPED = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ud800-\udfff\uffff]"
)
_BLANKS = re.compile("\n{3,}")


def normalise(pages: list[str]) -> str:
    """The normalised text of a document's pages, as above."""
    return PAGE_BREAK.join(_page(page) for page in pages)


def _page(page: str) -> str:
    page = _LINE_ENDS.sub("\n", page)
    page = _HYPHENS.sub("-", page)
    page = _SPACES.sub(" ", page)
    page = _DROPPED.sub("", page)
    page = unicodedata.normalize("NFC", page)
    page = "\n".join(line.rstrip(" ") for line in page.split("\n"))
    return _BLANKS.sub("\n\n", page)
