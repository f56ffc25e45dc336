"""How wide words are, and how they are broken into lines, without a font at hand.

Widths are those of Helvetica, which Arial and Liberation Sans share; a figure names these, so what is reckoned here holds.
"""

import unicodedata

FAMILY = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"

# In thousandths of the size, from the blank to the tilde.
_PLAIN = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]  # fmt: skip
_BOLDER = 1.07


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of words is."""
    return sum(map(_letter, text)) * size / 1000 * (_BOLDER if bold else 1)


def _letter(sign: str) -> int:
    code = ord(sign)
    if code < 127:
        return _PLAIN[code - 32] if code >= 32 else 0
    if unicodedata.combining(sign):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1000
    plain = unicodedata.normalize("NFD", sign)[0]
    return _PLAIN[ord(plain) - 32] if 32 <= ord(plain) < 127 else 600


def wrapped(text: str, size: float, room: float, *, lines: int = 0, bold: bool = False) -> list[str]:
    """Words in lines that fit; a word that does not is cut.

    Args:
        room: how wide a line may be.
        lines: at most so many; where more are needed the last has the end of the words, behind “…”, because ends tell
            apart what begins alike. 0: as many as are needed.
    """
    found: list[str] = []
    line, long = "", 0.0
    blank = width(" ", size, bold=bold)
    for word in text.split():
        wide = width(word, size, bold=bold)
        if line and long + blank + wide > room:
            if lines and len(found) == lines - 1:
                return [*(shortened(each, size, room, bold=bold) for each in found), _end(text, size, room, bold=bold)]
            found.append(line)
            line, long = word, wide
        else:
            line, long = (f"{line} {word}", long + blank + wide) if line else (word, wide)
    return [shortened(each, size, room, bold=bold) for each in (*found, line)]


def shortened(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """A line cut so that it fits, with “…” at its end."""
    wide, left = 0.0, room - width("…", size, bold=bold)
    kept = 0
    for number, sign in enumerate(text, 1):
        wide += width(sign, size, bold=bold)
        if wide <= left:
            kept = number
        elif wide > room:
            return text[:kept].rstrip() + "…"
    return text


def _end(text: str, size: float, room: float, *, bold: bool) -> str:
    """As many of the last words as fit behind “…”; of a last one that is too long its end."""
    left = room - width("…", size, bold=bold)
    kept = 0
    for number, sign in enumerate(reversed(text.rstrip()), 1):
        left -= width(sign, size, bold=bold)
        if left < 0:
            break
        kept = number
    end = text.rstrip()[-kept:] if kept else ""
    return "…" + (end.partition(" ")[2] or end)
