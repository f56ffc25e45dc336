"""The clause of a sentence that holds some words: the shortest stretch that can stand as their proof."""

import re
from collections.abc import Sequence

from councilgraph.extract.prose.passages import Prose, Sentence

_MAJOR = re.compile(
    r"[;:]\s+|\s-\s|\s--\s|,\s+(?:and|but|while|whilst|although|though|so|yet)\s+(?=\S)|(?<!choice)(?<!option)(?<!alternative)\s+but\s+|\s+(?:while|whilst|although)\s+|\s+and\s+that\s+"
    r"|[\"'],?\s+(?:[\w.'-]+\s+){1,3}(?:said|says|added|wrote|told|insisted|explained)[,:.]?\s+[\"']"
)
_MINOR = re.compile(
    r",\s+(?=(?:which|who|where|whose|with|after|before|because|when|as)\b)|,\s+|\s+(?:and|as|after|because|when|where|(?:found|finds?|shows?|showed|means?|meant|heard|believe[sd]?|thinks?|thought|felt|fears?|feared|hope[sd]?|so)\s+that)\s+|\s+\("
)
_REPORTED = re.compile(
    r"\b(?:said|says|saying|added|adds|adding|replied|insisted|insists|confirmed|confirms|claimed|claims|explained|explains|admitted|admits|revealed|reveals|announced|announces|"
    r"promised|pledged|warned|wrote|writes|noted|notes|stated|states|declared|estimated|estimates|reported|reports|disclosed|countered|argued|conceded|"
    r"(?:told|tells|assured|informed|reminded)\s+(?:[\w']+\s+){1,5}?)\s*that\s+|\b(?:said|says)\s+(?=(?:the|it|its|a|an|they|he|she|this|some|all|about|over|more|another|nearly|almost|around)\s|[£\d])",
    re.IGNORECASE,
)
_LONGEST = 120
_SHORT = 25  # code points that a clause needs to tell anything


def clause(prose: Prose, sentence: Sentence, start: int, end: int, longest: int = _LONGEST) -> tuple[int, int]:
    """The offsets of the clause around some words of a sentence, without the words that say who reports it.

    Args:
        start, end: of the words, which are never cut.
        longest: code points from which on a clause is cut at its lesser joints too.
    """
    first, last = sentence.start, sentence.end
    for joints in (_MAJOR, _REPORTED, _MINOR):
        if joints is _MINOR and last - first <= longest:
            break
        cut = _within(prose.plain, joints, first, last, start, end)
        if joints is _REPORTED:
            cut = (cut[0], last)
        if joints is not _MAJOR and cut[1] - cut[0] < _SHORT:
            cut = _least(((cut[0], last), (first, cut[1]), (first, last)))
        first, last = cut
    return _trimmed(prose.plain, first, last)


def _least(stretches: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The shortest of some stretches that is long enough, else the last."""
    return min((pair for pair in stretches if pair[1] - pair[0] >= _SHORT), key=_length, default=stretches[-1])


def _length(stretch: tuple[int, int]) -> int:
    return stretch[1] - stretch[0]


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
