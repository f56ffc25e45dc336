"""The clause of a sentence that holds some words: the shortest stretch that can stand as their proof."""

import re

from councilgraph.extract.prose.passages import Prose, Sentence

_MAJOR = re.compile(
    r"[;:]\s+|\s-\s|\s--\s|,\s+(?:and|but|while|whilst|although|though|so|yet)\s+(?=\S)|\s+(?:but|while|whilst|although)\s+|\s+and\s+that\s+"
    r"|[\"'],?\s+(?:[\w.'-]+\s+){1,3}(?:said|says|added|wrote|told|insisted|explained)[,:.]?\s+[\"']"
)
_MINOR = re.compile(
    r",\s+(?=(?:which|who|where|whose|with|after|before|because|when|as)\b)|,\s+|\s+(?:and|that|as|after|because|when|where)\s+|\s+\("
)
_LONGEST = 160


def clause(prose: Prose, sentence: Sentence, start: int, end: int, longest: int = _LONGEST) -> tuple[int, int]:
    """The offsets of the clause around some words of a sentence.

    Args:
        start, end: of the words, which are never cut.
        longest: code points from which on a clause is cut at its lesser joints too.
    """
    first, last = sentence.start, sentence.end
    for joints in (_MAJOR, _MINOR):
        first, last = _within(prose.plain, joints, first, last, start, end)
        if last - first <= longest:
            break
    return _trimmed(prose.plain, first, last)


def _within(plain: str, joints: re.Pattern[str], first: int, last: int, start: int, end: int) -> tuple[int, int]:
    for joint in joints.finditer(plain, first, last):
        if joint.end() <= start:
            first = joint.end()
        elif joint.start() >= end:
            return first, joint.start()
    return first, last


def _trimmed(plain: str, first: int, last: int) -> tuple[int, int]:
    while first < last and plain[first] in " \t\n\"'([-,;:*•":
        first += 1
    while last > first and (plain[last - 1].isspace() or plain[last - 1] in ",;:-("):
        last -= 1
    return first, last
