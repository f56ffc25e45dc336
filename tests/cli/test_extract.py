"""``councilgraph extract``."""

import json
import shutil
from pathlib import Path

from .conftest import PDFS, Run


def test_a_summary_to_read(nowhere: Path, run: Run) -> None:
    outcome = run("extract", PDFS / "northmere-2019.pdf")
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[:2] == [
        "northmere-2019.pdf",
        "  Northmere County Council: ilacs, 2019-03-04 to 2019-03-15, led by Isolde Fennimarch",
    ]
    assert "    Overall effectiveness: Requires improvement to be good (page 1)" in lines
    assert list(nowhere.iterdir()) == []


def test_records_as_json_in_the_order_of_the_paths(nowhere: Path, run: Run) -> None:
    names = ["northmere-2022.pdf", "eastvale-2024.pdf"]
    outcome = run("extract", *(PDFS / name for name in names), "--format", "jsonl", "--with-text")
    records = [json.loads(line) for line in outcome.out.splitlines()]
    assert [record["document"]["path"] for record in records] == names
    for record in records:
        for judgement in record["judgements"]:
            for span in judgement["evidence"]:
                assert record["document"]["text"][span["start"] : span["end"]] == span["quote"]


def test_raw_leaves_ids_and_concepts_out(nowhere: Path, run: Run) -> None:
    words = ("extract", PDFS / "eastvale-2024.pdf", "--format", "jsonl")
    resolved, raw = (json.loads(run(*words, *more).out) for more in ((), ("--raw",)))
    assert resolved["judgements"][0]["grade_concept"] == "outstanding"
    assert not raw["judgements"][0].get("grade_concept")
    assert "text" not in resolved["document"]


def test_a_suffix_chooses_the_format(nowhere: Path, run: Run) -> None:
    outcome = run("extract", PDFS, "-o", "records.jsonl")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "Records in records.jsonl\n")
    assert len((nowhere / "records.jsonl").read_text(encoding="utf-8").splitlines()) == 5
    assert run("extract", PDFS, "-o", "records.txt", "--quiet").err == ""
    assert (nowhere / "records.txt").read_text(encoding="utf-8").startswith("eastvale-2024.pdf\n")
    assert sorted(path.name for path in nowhere.iterdir()) == ["records.jsonl", "records.txt"]


def test_an_unknown_suffix_is_refused(nowhere: Path, run: Run) -> None:
    outcome = run("extract", PDFS, "-o", "records.csv")
    assert outcome.code == 2
    assert outcome.err == "councilgraph: unknown suffix: records.csv\n  Known: .jsonl, .txt; or name a --format.\n"
    assert list(nowhere.iterdir()) == []


def test_a_document_that_cannot_be_read_ends_with_3(nowhere: Path, run: Run) -> None:
    (nowhere / "lost.pdf").write_text("<html>Not found</html>", encoding="utf-8")
    outcome = run("extract", "lost.pdf", PDFS / "eastvale-2024.pdf")
    assert outcome.code == 3
    assert outcome.out.startswith("lost.pdf\n  not-a-pdf: the file is named as a PDF and is a web page (HTML)")
    assert "\neastvale-2024.pdf\n  Eastvale: ilacs" in outcome.out
    assert outcome.err == "1 document could not be read\n"


def test_a_missing_path_ends_with_2(nowhere: Path, run: Run) -> None:
    outcome = run("extract", "missing.pdf", "-o", "records.jsonl")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "councilgraph: no such file or folder: missing.pdf\n"
    assert list(nowhere.iterdir()) == []


def test_a_manifest_that_is_wrong_is_said_and_the_documents_are_read(nowhere: Path, run: Run) -> None:
    (nowhere / "manifest.csv").write_text("file,title\n", encoding="utf-8")
    shutil.copy(PDFS / "eastvale-2024.pdf", nowhere)
    outcome = run("extract", ".")
    assert outcome.code == 3
    assert "manifest.csv: has no column “path”" in outcome.err
    assert "Eastvale" in outcome.out


def test_explain_shows_the_rules_and_their_words(nowhere: Path, run: Run) -> None:
    (nowhere / "article.txt").write_text(
        "Kent children's services inadequate\n\nOfsted rated Kent County Council's children's services inadequate.\n\n"
        "The council has put in an extra £3m.\n",
        encoding="utf-8",
    )
    outcome = run("extract", "article.txt", PDFS / "eastvale-2024.pdf", "--explain")
    assert outcome.code == 0
    assert "statistics: investment: The council has put in an extra £3m." in outcome.out
    assert "interventions: investment: put in an extra £3" in outcome.out
    assert ", ilacs: judgements: " in outcome.out  # no rule speaks for it, so the module does


def test_explain_goes_with_the_summary(nowhere: Path, run: Run) -> None:
    outcome = run("extract", PDFS / "eastvale-2024.pdf", "--explain", "--format", "jsonl")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--explain goes with the summary only" in outcome.err
