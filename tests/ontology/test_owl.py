"""The ontology is OWL 2 DL and free of contradictions, says ROBOT (needs Java).

ROBOT is found through the environment variable ROBOT_JAR (a jar or a class path), or fetched by Maven where that is
installed.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from councilgraph import rdf, resources

pytestmark = pytest.mark.heavy

ROBOT = ("org.obolibrary.robot", "robot-command", "1.9.6")
POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>robot</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version></dependency>
  </dependencies>
</project>
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def robot(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs a ROBOT command."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("needs Java")
    jars = os.environ.get("ROBOT_JAR") or from_maven(tmp_path_factory.mktemp("maven"))
    command = [java, "-cp", jars, "org.obolibrary.robot.CommandLineInterface"]

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*command, *map(str, arguments)], capture_output=True, text=True, timeout=300, check=False
        )

    return run


def from_maven(folder: Path) -> str:
    """The class path of ROBOT in Maven's own store."""
    maven = shutil.which("mvn")
    if maven is None:
        pytest.skip("needs ROBOT: set ROBOT_JAR or install Maven")
    (folder / "pom.xml").write_text(POM.format(*ROBOT), encoding="utf-8")
    written = folder / "classpath"
    done = subprocess.run(
        [maven, "-q", "-B", "dependency:build-classpath", f"-Dmdep.outputFile={written}"],
        cwd=folder, capture_output=True, text=True, timeout=580, check=False,
    )  # fmt: skip
    if done.returncode or not written.is_file():
        pytest.skip("needs ROBOT, which Maven could not fetch: set ROBOT_JAR")
    return written.read_text(encoding="utf-8").strip()


def statements() -> list[str]:
    """Ontology and vocabulary."""
    files = [resources.ontology() / "councilgraph.ttl", *(resources.ontology() / "vocabulary").glob("*.ttl")]
    return rdf.lines(triple for file in files for triple in rdf.read_triples(file))


def write(folder: Path, lines: list[str]) -> Path:
    file = folder / "input.ttl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_profile_is_owl_2_dl(robot: Run, tmp_path: Path) -> None:
    """Dates of framework versions aside: OWL 2 has no xsd:date."""
    file = write(tmp_path, [line for line in statements() if f"^^<{rdf.XSD}date>" not in line])
    report = tmp_path / "report.txt"
    done = robot("validate-profile", "--profile", "DL", "--input", file, "--output", report)
    assert done.returncode == 0, report.read_text(encoding="utf-8")


def test_ontology_and_vocabulary_are_consistent(robot: Run, tmp_path: Path) -> None:
    done = robot("reason", "--reasoner", "HermiT", "--input", write(tmp_path, statements()))
    assert done.returncode == 0, done.stdout


def test_a_contradiction_is_noticed(robot: Run, tmp_path: Path) -> None:
    a, cg = f"<{rdf.PREFIXES['rdf']}type>", rdf.PREFIXES["cg"]
    node = f"<{rdf.BASE}id/inspection/northmere>"
    lines = [*statements(), f"{node} {a} <{cg}Inspection> .", f"{node} {a} <{cg}Judgement> ."]
    done = robot("reason", "--reasoner", "HermiT", "--input", write(tmp_path, lines))
    assert done.returncode != 0 and "inconsistent" in done.stdout
