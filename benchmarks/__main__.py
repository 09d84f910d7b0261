"""Runs benchmarks, each in a process of its own, and writes what they measured into ``docs/results.md``.

``python -m benchmarks startup event_loop`` runs only these and replaces their parts of the results.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.report import Row, machine, table

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "docs" / "results.md"
ALL = (
    "startup", "first_point", "event_loop", "edit_latency", "throughput", "generative_throughput", "live_statistics",
    "views", "decision_boundary", "drawing", "run_memory", "history_memory", "data_memory", "works", "compiled",
    "large_graph", "layout", "search_menu", "help_pages",
)  # fmt: skip
HEAD = """# Results

What `make bench` measured. Each figure is printed by a script of `benchmarks/`, whose first lines say how it is
measured; ratios compare two things in one run, alternating. Run it yourself: figures in seconds depend on the machine.
A script that is run alone (`make bench BENCH=works`) replaces its own part; each part bears its date.
"""


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in ALL]
    if unknown:
        print(f"There is no benchmark {unknown[0]!r}; there are: {', '.join(ALL)}.", file=sys.stderr)
        return 2
    sections, failed = [], []
    with _display():
        for name in names or ALL:
            print(f"\n## {name}\n", flush=True)
            rows = _run(name)
            if rows is None:
                failed.append(name)
            else:
                sections.append((name, rows))
        _write(sections)
    missed = [row.what for _, rows in sections for row in rows if row.reached is False]
    for what in missed:
        print(f"not reached: {what}", file=sys.stderr)
    for name in failed:
        print(f"failed: {name}", file=sys.stderr)
    return 1 if missed or failed else 0


def _run(name: str) -> list[Row] | None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "rows.json")
        environment = {**os.environ, "PLAYGROUND_BENCH_ROWS": str(out)}
        result = subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], cwd=ROOT, env=environment, check=False)
        if result.returncode or not out.exists():
            return None
        return [Row(**row) for row in json.loads(out.read_text(encoding="utf-8"))]


@contextmanager
def _display() -> Iterator[None]:
    """A virtual screen when there is none: offscreen drawing would flatter the window."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or not sys.platform.startswith("linux"):
        yield
        return
    server = shutil.which("Xvfb")
    if server is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["PLAYGROUND_BENCH_DISPLAY"] = "none (Qt's offscreen platform)"
        yield
        return
    reading, writing = os.pipe()
    with subprocess.Popen(
        [server, "-displayfd", str(writing), "-screen", "0", "1440x900x24"], pass_fds=[writing],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as answer:
            os.environ["DISPLAY"] = f":{answer.readline().strip()}"
        os.environ.pop("QT_QPA_PLATFORM", None)
        os.environ["PLAYGROUND_BENCH_DISPLAY"] = "Xvfb, 1440 × 900"
        try:
            yield
        finally:
            process.terminate()


def _write(sections: list[tuple[str, list[Row]]]) -> None:
    """Put ``sections`` into the results; those of other scripts stay as they were measured."""
    parts = _parts()
    machine_rows = [row for row in machine() if row[0] != "date"]
    date = dict(machine())["date"]
    for name, rows in sections:
        head = f"## {name.replace('_', ' ').capitalize()}\n\n`python -m benchmarks {name}`, {date}"
        parts[name] = f"{head}\n\n{table(rows)}"
    about = "| machine | |\n| --- | --- |\n" + "\n".join(f"| {a} | {b} |" for a, b in machine_rows)
    text = [HEAD.rstrip(), about, *(parts[name] for name in ALL if name in parts)]
    RESULTS.write_text("\n\n".join(text) + "\n", encoding="utf-8")
    print(f"\nwritten: {RESULTS.relative_to(ROOT)}")


def _parts() -> dict[str, str]:
    """What the results hold already, by script."""
    if not RESULTS.exists():
        return {}
    found = RESULTS.read_text(encoding="utf-8").split("\n## ")[1:]
    return {part.partition("\n")[0].strip().lower().replace(" ", "_"): f"## {part.strip()}" for part in found}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
