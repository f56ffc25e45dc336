"""When assessments and visits were."""

import pytest

from councilgraph.extract.letters.dating import JUDGED, ON_SITE, PUBLISHED, dated, stays, tied
from councilgraph.extract.letters.graded import with_grades

from .samples import prose


@pytest.mark.parametrize(
    ("words", "periods"),
    [
        ("The visit took place on 14 and 15 September 2017.", [("2017-09-14", "2017-09-15")]),
        ("Between 4 November and 8 November 2018, inspectors undertook a joint inspection.", [("2018-11-04", "2018-11-08")]),
        ("Inspectors visited from 1 to 3 May 2018 and from 9 to 10 May 2018.", [("2018-05-01", "2018-05-03"), ("2018-05-09", "2018-05-10")]),
        ("It was inspected on 4 July.", [("2018-07-04", "2018-07-04")]),
        ("The council was judged inadequate at the last inspection on 4 July 2017.", []),
        ("Guidance of 4 July 2017 says how inspectors work.", []),
    ],
)  # fmt: skip
def test_days_on_site(words: str, periods: list[tuple[str, str]]) -> None:
    found = prose(words)
    assert [(one.start, one.end) for one in stays(found, found.sentences, "2018-12-14")] == periods


@pytest.mark.parametrize(
    ("words", "iso", "of"),
    [
        ("The authority was judged inadequate in June 2016.", "2016-06", JUDGED),
        ("At the inspection in June 2016 services were judged inadequate.", "2016-06", ON_SITE),
        ("Ofsted in its report of 17 May judged services to be inadequate.", "2017-05-17", PUBLISHED),
        ("The 2015 inspection found services to be good.", "2015", ON_SITE),
        ("Safeguarding was inadequate at an inspection in March 2013.", "2013-03", ON_SITE),
        ("Six years ago Ofsted rated us adequate.", "2011", JUDGED),
        ("We were rated adequate, and on 3 May 2016 the mayor left.", None, None),
    ],
)
def test_when_a_grade_was_given(words: str, iso: str | None, of: str | None) -> None:
    found = prose(words)
    grades = [one for _, several in with_grades(found) for one in several]
    when = dated(found, found.sentences[0], grades[0].start, grades[0].end, "2017-10-11")
    assert (when.iso, when.of) == (iso, of) if iso else when is None


def test_letters_and_meetings_date_no_inspection() -> None:
    found = prose("I wrote to you on 3 June 2015 about the inspection.")
    assert not tied(found, found.sentences[0], "2015-10-06")
