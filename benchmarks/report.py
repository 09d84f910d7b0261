"""Rows of a benchmark, printed as a table; the machine on which they were measured."""

from __future__ import annotations

import datetime
import importlib.metadata
import json
import os
import platform
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """One line of a table. ``reached`` is None where nothing must be reached or nothing could be measured."""

    what: str
    measured: str
    target: str = ""
    reached: bool | None = None
    note: str = ""


def table(rows: Sequence[Row]) -> str:
    """Rows as a Markdown table."""
    marks = {True: "yes", False: "**no**", None: ""}
    cells = [("what", "measured", "must reach", "reached", "note"), ("---",) * 5]
    cells += [(row.what, row.measured, row.target, marks[row.reached], row.note) for row in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in cells)


def main(measure: Callable[[], list[Row]]) -> None:
    """Run one benchmark as a script: print its table, and as JSON for ``python -m benchmarks`` when asked."""
    rows = measure()
    print(table(rows))
    out = os.environ.get("PLAYGROUND_BENCH_ROWS")
    if out:
        Path(out).write_text(json.dumps([asdict(row) for row in rows]), encoding="utf-8")
    sys.exit(0)


def percentile(values: Sequence[float], part: float) -> float:
    """The value below which ``part`` (0 to 1) of ``values`` lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def machine() -> list[tuple[str, str]]:
    """What the figures were measured on, as name and value."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("torch", "PySide6-Essentials"))
    return [
        ("processor", f"{_processor()}, {cores} cores"),
        ("memory", f"{_memory():.1f} GB"),
        ("system", f"{platform.system()} {platform.release()}, Python {platform.python_version()}"),
        ("libraries", versions),
        ("display", os.environ.get("PLAYGROUND_BENCH_DISPLAY", "as found")),
        ("date", datetime.datetime.now(datetime.UTC).date().isoformat()),
    ]


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def _memory() -> float:
    import psutil

    return float(psutil.virtual_memory().total) / 2**30
