"""Options that count once."""

from pathlib import Path

import pytest

from .conftest import Run


@pytest.mark.parametrize("twice", [["-o", "a.json", "-o", "b.html"], ["-o", "a.json", "--output=b.html"]])
def test_an_option_given_twice_is_refused_where_one_would_be_lost(run: Run, nowhere: Path, twice: list[str]) -> None:
    (nowhere / "a.ttl").write_text("<urn:a> <urn:p> 1 .", encoding="utf-8")
    outcome = run("validate", "a.ttl", *twice)
    assert (outcome.code, "--output is given more than once" in outcome.err) == (2, True)
    assert sorted(file.name for file in nowhere.iterdir()) == ["a.ttl"]


def test_options_that_take_several_and_flags_may_come_again(run: Run, nowhere: Path) -> None:
    (nowhere / "a.ttl").write_text("<urn:a> <urn:p> 1 .", encoding="utf-8")
    rules = ("--rule", "class-is-known", "--rule", "span-has-page")
    assert run("validate", "a.ttl", *rules, "-q", "-q").code == 0
