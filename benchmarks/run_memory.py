"""Peak memory of a run above that of a plain PyTorch script that trains the same network on the same data.

Each trains in a process of its own, as a run does in the worker; what is compared is the most memory that the system
had to give it (``ru_maxrss``). The script is ``plain_script.py`` or ``plain_generative.py``: it only trains.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.report import Row, main
from playground.core.files import load_project
from playground.core.presets import find_project
from playground.engine.data.folders import find_files
from playground.engine.threads import training_threads
from playground.training.datasets.published import Mnist

MOST = 200  # MB
# Preset, and training samples: the plain script of each is in the file of that name.
SAMPLES = {"mnist-mlp": 60_000, "mnist-cnn": 10_000, "vae": 20_000, "autoencoder": 60_000, "gan-small": 4_000}
SCRIPTS = {"mnist-mlp": "plain_script.py", "mnist-cnn": "plain_script.py"}
GENERATIVE = "plain_generative.py"
OURS = """
import sys
from playground.core.files import load_project
from playground.core.presets import find_project
from playground.engine.loop import prepare, run
from playground.engine.warm_up import ready
from playground.protocol import RunFinished

ready()
project = load_project(find_project(sys.argv[1]))
data = project.data.replace(limit=int(sys.argv[2]))
events = list(run(prepare(project.replace(data=data, training=project.training.replace(epochs=2, device="cpu")))))
sys.exit(not isinstance(events[-1], RunFinished))
"""


def measure() -> list[Row]:
    if not hasattr(os, "wait4"):
        return [Row("peak memory of a run", "not measured", note="this system does not say what a process took")]
    files = find_files(Mnist().describe())
    if files is None:
        return [Row("peak memory of a run", "not measured", note="no MNIST: set PLAYGROUND_DATA_DIR")]
    return [_compare(name, files[0].parent) for name in SAMPLES]


def _compare(name: str, folder: Path) -> Row:
    script = str(Path(__file__).with_name(SCRIPTS.get(name, GENERATIVE)))
    batch_size = load_project(find_project(name)).training.batch_size
    options = {
        "--data": folder, "--epochs": 2, "--limit": SAMPLES[name], "--threads": training_threads(),
        "--batch-size": batch_size,
    }  # fmt: skip
    plain = peak([sys.executable, script, name, *(str(word) for pair in options.items() for word in pair)])
    ours = peak([sys.executable, "-c", OURS, name, str(SAMPLES[name])])
    above = ours - plain
    note = f"{ours:,.0f} against {plain:,.0f} MB; the run also validates, tests and shows samples"
    return Row(f"{name}: peak memory above the plain script", f"{above:,.0f} MB", f"≤ {MOST} MB", above <= MOST, note)


def peak(command: list[str]) -> float:
    """The most memory that ``command`` took, in MB. Raises ``RuntimeError`` when it fails.

    A process of next to no size of its own starts it: what a child took counts from what its parent held.
    """
    found = subprocess.run(
        [sys.executable, "-S", "-c", _WATCH, *command], stdout=subprocess.PIPE, check=True, text=True
    )
    status, most = map(int, found.stdout.split()[-2:])
    if status:
        raise RuntimeError(f"{command[1]} ended with {status}")
    return most / (2**20 if sys.platform == "darwin" else 2**10)


_WATCH = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
print(process.returncode, usage.ru_maxrss)
"""


if __name__ == "__main__":
    main(measure)
