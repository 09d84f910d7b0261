"""A 4 GB array on disk: the memory that training on it takes, scaling and validation included, and how fast it is read.

The file is an ordinary .npy file of images, read as one's own data are. It is sparse, so that it takes no room on the
disk; the system reads zeros, and the program does the same work as on any other numbers. For the speed one epoch of a
small network is trained on 1 GB, once streamed and once held in memory, both while the file is in the system's cache.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from benchmarks.report import Row, main
from benchmarks.run_memory import peak

MOST = 1024  # MB
SIDE = 28
TRAIN = """
import json, sys
from playground import api
from playground.engine import stores
from playground.engine.data.inspecting import inspect

if sys.argv[3] == "memory":
    stores._MOST_ON_CPU = 1 << 40
name, params = inspect([sys.argv[1], sys.argv[2]])
net = api.Network()
net.add("Dense", net.add("Flatten", net.add("Input")), units=10, activation="Softmax")
project = api.new_project(
    "Large", net, dataset=name, dataset_params=params, preparation={"scaling": "standardize"}, epochs=1, batch_size=256,
    limit=int(sys.argv[4]) or None, device="cpu",
)
trained = api.train(project)
assert type(trained.state.samples._store).__name__ == ("OnDevice" if sys.argv[3] == "memory" else "OnDisk")
print(json.dumps({"samples_per_second": trained.samples_per_second}))
"""


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        large = _files(Path(folder), "large", 4 * 2**30)
        taken = peak([sys.executable, "-c", TRAIN, *large, "disk", "0"])
        small = _files(Path(folder), "small", 2**30)
        streamed, held = (_speed([*small, how, "0"]) for how in ("disk", "memory"))
    return [
        Row("a 4 GB array: peak memory", f"{taken:,.0f} MB", f"≤ {MOST:,} MB", taken <= MOST, "an epoch, all parts"),
        Row(
            "a 1 GB array: streamed against in memory", f"{streamed / held:.2f} ×",
            note=f"{streamed:,.0f} against {held:,.0f} samples/s of {SIDE} × {SIDE} floats, batches of 256",
        ),
    ]  # fmt: skip


def _files(folder: Path, name: str, size: int) -> list[str]:
    rows = size // (SIDE * SIDE * 4)
    x = np.lib.format.open_memmap(folder / f"{name}_x.npy", "w+", np.float32, (rows, 1, SIDE, SIDE))
    x[:: rows // 100] = 1.0
    x.flush()
    np.save(folder / f"{name}_y.npy", np.arange(rows) % 10)
    return [str(folder / f"{name}_{part}.npy") for part in "xy"]


def _speed(words: list[str]) -> float:
    done = subprocess.run([sys.executable, "-c", TRAIN, *words], check=True, capture_output=True, text=True)
    return float(json.loads(done.stdout)["samples_per_second"])


if __name__ == "__main__":
    main(measure)
