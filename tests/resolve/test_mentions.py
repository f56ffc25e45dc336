"""Which inspection letters and articles mean, alone and beside reports, in any order."""

from itertools import permutations

from articles import Article
from councilgraph.model import Record
from councilgraph.resolve import Resolution, resolve
from reports import OVERALL, REGISTER, report


def keys(resolution: Resolution, document: str) -> dict[str, str]:
    (text,) = (text for text in resolution.texts if text.record.document.id == document)
    return {inspection: event.key for inspection, event in text.events.items()}


def resolved(*records: Record) -> Resolution:
    return resolve(records, REGISTER)


def letter(id: str = "letter") -> Article:
    article = Article(id, published="2011-11-08", genre="letter", publisher="Ofsted")
    article.inspection(framework="annual", visit_type="annual-assessment", published="2011-11-08")
    return article.judgement("overall", "performs poorly")


def test_an_annual_assessment_is_known_by_its_year() -> None:
    news = Article("news", published="2011-11").inspection(visit_type="annual-assessment")
    news.judgement("overall", "performing poorly")
    news.inspection("i2", start="2010", end="2010", visit_type="annual-assessment").judgement("overall", "well", "i2")
    found = resolved(letter().record(), news.record())
    assert keys(found, "letter") == {"i1": "northmere-annual-2011"}
    assert keys(found, "news") == {"i1": "northmere-annual-2011", "i2": "northmere-annual-2010"}
    assert found.events["northmere-annual-2011"].bounds.latest_end == "2011-11-08"


def test_news_of_a_month_join_the_report_in_any_order() -> None:
    news = Article("news", published="2024-07").inspection(start="2024-05", end="2024-05").judgement("overall", "good")
    days = Article("days", published="2024-07").inspection(start="2024-05-13", end="2024-05-24")
    days.judgement("overall", "good")
    for order in permutations([report(grades=((OVERALL, "Good"),)), news.record(), days.record()]):
        found = resolved(*order)
        assert {keys(found, name)["i1"] for name in ("northmere-2024", "news", "days")} == {"northmere-ilacs-2024-05"}


def test_news_without_a_date_join_the_report_that_gave_the_grade() -> None:
    news = Article("news", published="2024-07-04").inspection().judgement("overall", "good")
    other = Article("other", published="2024-07-04").inspection().judgement("overall", "inadequate")
    found = resolved(report(grades=((OVERALL, "Good"),)), news.record(), other.record())
    assert keys(found, "news")["i1"] == "northmere-ilacs-2024-05"
    assert keys(found, "other")["i1"] != "northmere-ilacs-2024-05"


def test_a_kind_that_is_not_named_joins_the_known_inspection_of_its_month() -> None:
    graded = (
        Article("graded", published="2019-03").inspection(start="2019-02", end="2019-02").judgement("overall", "good")
    )
    bare = Article("bare", published="2019-05").inspection(start="2019-02", end="2019-02")
    found = resolved(bare.record(), graded.record())
    assert keys(found, "bare") == keys(found, "graded") == {"i1": "northmere-ilacs-2019-02"}


def test_a_visit_that_comes_once_a_year_is_that_of_the_year_before() -> None:
    undated = letter().inspection("i2", framework="unannounced", visit_type="unannounced")
    dated = Article("news", published="2011-11").inspection(start="2011-06", end="2011-06", framework="unannounced")
    early = Article("early", published="2009-11").inspection(start="2009-10", end="2009-10", framework="unannounced")
    for order in permutations([undated.record(), dated.record(), early.record()]):
        found = resolved(*order)
        assert keys(found, "letter")["i2"] == keys(found, "news")["i1"] == "northmere-unannounced-2011-06"
        assert keys(found, "early")["i1"] == "northmere-unannounced-2009-10"


def test_of_two_visits_without_a_date_the_outcome_tells_which() -> None:
    undated = letter().inspection("i2", framework="unannounced").inspection("i3", framework="unannounced")
    undated.finding("priority-action", "Worries were not shared.", "i3")
    dated = Article("news", published="2011-11").inspection(start="2011-06", end="2011-06", framework="unannounced")
    dated.finding("priority-action", "There was a priority action.")
    found = keys(resolved(undated.record(), dated.record()), "letter")
    assert found["i3"] == "northmere-unannounced-2011-06"
    assert found["i2"].startswith("northmere-unannounced-in-")


def test_a_service_without_a_date_is_known_by_its_grade() -> None:
    undated = letter().inspection("i2", visit_type="service-inspection").judgement("adoption", "good", "i2")
    dated = Article("later", published="2014-03-01").inspection("i1", start="2011-01", visit_type="service-inspection")
    dated.judgement("adoption", "good")
    found = resolved(undated.record(), dated.record())
    assert keys(found, "letter")["i2"] == keys(found, "later")["i1"] == "northmere-service-2011-01"


def test_two_services_inspected_at_once_are_two_inspections() -> None:
    days = {"start": "2010-03-01", "end": "2010-03-05", "visit_type": "service-inspection"}
    article = Article("news", published="2010-04-01").inspection("i1", **days).inspection("i2", **days)
    article.judgement("adoption", "good", "i1").judgement("fostering", "outstanding", "i2")
    found = keys(resolved(article.record()), "news")
    assert found["i1"] != found["i2"]


def test_a_grade_in_all_categories_is_one_in_each_area_of_the_year() -> None:
    article = Article(published="2006-11").inspection(framework="apa").judgement("all categories", "outstanding")
    (text,) = resolved(article.record()).texts
    assert [(one.area, one.grade.key, one.judgement.basis) for one in text.judgements] == [
        ("apa-capacity-to-improve", "outstanding", "inferred"),
        ("apa-childrens-services", "outstanding", "inferred"),
        ("apa-social-care", "outstanding", "inferred"),
    ]


def test_councils_of_one_round_are_of_the_date_of_the_news() -> None:
    eastvale = "Eastvale Metropolitan Borough Council"
    article = Article(published="2006-11").inspection(framework="apa").inspection("i2", eastvale, framework="apa")
    found = keys(resolved(article.judgement("overall", "grade 1", "i2").record()), "northmere-post")
    assert found == {"i1": "northmere-apa-2006", "i2": "eastvale-apa-2006"}


def test_an_inspection_of_another_time_is_not_the_news() -> None:
    article = Article(published="2019-03").inspection(start="2019-02", end="2019-02").inspection("i2")
    article.judgement("overall", "good", "i2")
    found = keys(resolved(article.record()), "northmere-post")
    assert found["i2"].startswith("northmere-inspection-in-")
