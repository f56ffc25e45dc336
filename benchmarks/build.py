"""What a build costs, beside nothing but reading the same texts: ``python benchmarks/build.py FOLDER``.

All figures come from one run on one machine; a ratio of two of them means more than either alone. Ends with 1 if a limit
is broken. Memory is added up over all processes every 50 ms, from /proc; pages that they share count once for each.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

RAW_READING = """
import sys, time
from pathlib import Path
import pypdfium2

began = time.perf_counter()
for path in sorted(Path(sys.argv[1]).rglob("*.pdf")):
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        continue
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    document.close()
print(time.perf_counter() - began)
"""
TIMES = 3
SAMPLED_EVERY = 0.05  # seconds


@dataclass(frozen=True, slots=True)
class Row:
    """A figure beside its limit; ``base`` is the figure that the limit is a multiple of, None where it stands alone."""

    name: str
    figure: float
    unit: str
    limit: float
    base: float | None = None

    @property
    def share(self) -> float:
        """The figure as a multiple of its base."""
        return self.figure / (self.base or 1)

    @property
    def holds(self) -> bool:
        """Whether the limit is kept."""
        return self.share <= self.limit

    def __str__(self) -> str:
        limit = f"{self.limit:g} x reading" if self.base else f"{self.limit:g} {self.unit}"
        ratio = f"{self.share:.2f} x reading" if self.base else f"{self.figure / self.limit:.2f} of the limit"
        verdict = "" if self.holds else "  TOO MUCH"
        return f"{self.name:<36} {self.figure:8.2f} {self.unit:<3} {limit:>14} {ratio:>20}{verdict}"


def main(folder: Path) -> int:
    work = Path(tempfile.mkdtemp(prefix="councilgraph-bench-"))
    store = work / "store"
    readings, builds, memories = [], [], []
    try:
        for _ in range(TIMES):  # by turns, so that whatever else the machine does hits both
            readings.append(raw_reading(folder))
            shutil.rmtree(store, ignore_errors=True)
            seconds, memory = timed(["build", "--store", str(store), str(folder)])
            builds.append(seconds)
            memories.append(memory)
        again = median_seconds(["build", "--store", str(store), str(folder)])
        answer = median_seconds(["query", "inadequate-overall", "--store", str(store)])
        help_text = median_seconds(["--help"])
    finally:
        shutil.rmtree(work)
    reading, first, memory = statistics.median(readings), statistics.median(builds), max(memories)
    rows = [
        Row("first build", first, "s", 3, reading),
        Row("memory of all its processes, at most", memory, "MB", 600),
        Row("second build, nothing changed", again, "s", 3),
        Row("first answer, store opened for it", answer, "s", 0.5),
        Row("councilgraph --help", help_text, "s", 0.3),
    ]
    print(f"Medians of {TIMES} runs; {sum(1 for _ in folder.rglob('*.pdf'))} PDFs, {os.cpu_count()} processors.")
    print(f"Reading their text on one processor, by pypdfium2 alone: {reading:.2f} s\n")
    print(f"{'':<36} {'figure':>8}     {'limit':>14} {'':>20}")
    for row in rows:
        print(row)
    return 0 if all(row.holds for row in rows) else 1


def raw_reading(folder: Path) -> float:
    """Seconds that pypdfium2 takes for the text of all PDFs, without the start of its process."""
    program = [sys.executable, "-c", RAW_READING, str(folder)]
    return float(subprocess.run(program, check=True, capture_output=True).stdout)


def median_seconds(arguments: Sequence[str]) -> float:
    """Seconds that a command takes, from the start of its process to the end."""
    return statistics.median(timed(arguments)[0] for _ in range(TIMES))


def timed(arguments: Sequence[str]) -> tuple[float, float]:
    """Seconds that a command takes from its start to its end, and the most memory of it and its processes in MB."""
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "councilgraph", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        sampler = _Sampler(process.pid)
        sampler.start()
        assert process.stderr
        talk = process.stderr.read().decode()
        code = process.wait()
        seconds = time.perf_counter() - began
        sampler.stop()
    if code not in (0, 1, 3):  # 3: one of the real files is no PDF
        raise SystemExit(f"councilgraph {' '.join(arguments)} ended with {code}:\n{talk}")
    return seconds, sampler.most / 1e6


class _Sampler(threading.Thread):
    """Adds up the resident memory of a process and all below it, again and again; 0 where there is no /proc."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process = process
        self._ended = threading.Event()
        self.most = 0

    def run(self) -> None:
        while not self._ended.wait(SAMPLED_EVERY):
            self.most = max(self.most, sum(map(_resident, _tree(self._process))))

    def stop(self) -> None:
        self._ended.set()
        self.join()


def _tree(process: int) -> list[int]:
    found = [process]
    try:
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += _tree(int(child))
    except OSError:
        pass  # it has ended meanwhile
    return found


def _resident(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        raise SystemExit("usage: python benchmarks/build.py FOLDER")
    raise SystemExit(main(Path(sys.argv[1])))
