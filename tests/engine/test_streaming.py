"""Arrays on disk: read as they are needed, in the order that is asked for, in little memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from networks import chain, project

from playground.core.project import Project
from playground.core.shape import Shape
from playground.engine import stores
from playground.engine.data import ArrayData, DataError
from playground.engine.data.mapped import FileRows, in_any_order, mapping, release
from playground.engine.samples import Samples
from playground.engine.stores import OnDevice, OnDisk, store_of
from playground.training.datasets import Dataset, Target

CPU = torch.device("cpu")


def data(x: np.ndarray, y: np.ndarray) -> ArrayData:
    shape = Shape.image(*x.shape[1:]) if x.ndim == 4 else Shape.vector(x.shape[1])
    look = "images" if x.ndim == 4 else "table"
    return ArrayData.whole(Dataset("own", "Own", "", shape, Target.classes("a", "b"), len(x), look=look), x, y)  # type: ignore[arg-type]


@pytest.fixture
def on_disk(tmp_path: Path) -> np.ndarray:
    """500 rows of three columns, mapped from a file."""
    np.save(tmp_path / "x.npy", np.random.default_rng(0).normal(5, 3, (500, 3)).astype(np.float32))
    found: np.ndarray = np.load(tmp_path / "x.npy", mmap_mode="r")
    return found


def scaled(**training: object) -> Project:
    made = project(chain("Input", ("Dense", {"units": 2})), batch_size=32, **training)
    return made.replace(data=made.data.replace(preparation=made.data.preparation.replace(scaling="standardize")))


def test_a_view_of_a_view_of_a_mapped_file_is_known_to_be_one(on_disk: np.ndarray) -> None:
    views = (on_disk, on_disk[3:], np.asarray(on_disk), on_disk.reshape(-1, 1), np.moveaxis(on_disk, 0, 1),
             np.lib.stride_tricks.sliding_window_view(on_disk, 4, axis=0))  # fmt: skip
    assert all(mapping(view) is mapping(on_disk) is not None for view in views)
    assert mapping(np.array(on_disk)) is None
    assert mapping(on_disk[np.array([3, 1])]) is None


def test_rows_read_from_the_file_are_those_of_the_array(tmp_path: Path) -> None:
    made = np.random.default_rng(0).integers(0, 255, (300, 2, 5)).astype(np.uint8)
    np.save(tmp_path / "x.npy", made)
    mapped = np.load(tmp_path / "x.npy", mmap_mode="r")
    numbers = np.array([0, 1, 2, 7, 30, 31, 299])
    for view, wanted in ((mapped, made), (mapped[:, 1], made[:, 1]), (np.asarray(mapped), made)):
        read = FileRows.of(view)
        assert read is not None
        np.testing.assert_array_equal(read.take(numbers), wanted[numbers])
    later, after = FileRows.of(mapped[100:]), made[100:]
    assert later is not None
    np.testing.assert_array_equal(later.take(np.array([0, 3, 199])), after[[0, 3, 199]])
    every_second = FileRows.of(mapped[::2])
    assert every_second is not None
    np.testing.assert_array_equal(every_second.take(np.array([1, 2, 9])), made[::2][[1, 2, 9]])
    assert FileRows.of(np.moveaxis(mapped, 1, 2)) is None  # numbers of a row are apart
    assert FileRows.of(made) is None
    (tmp_path / "x.npy").write_bytes((tmp_path / "x.npy").read_bytes()[:1000])
    with pytest.raises(DataError, match="shorter"):
        FileRows.of(mapped).take(np.array([299]))  # type: ignore[union-attr]


def test_what_was_given_back_is_read_again(on_disk: np.ndarray) -> None:
    before = np.array(on_disk)
    release(on_disk, np.zeros(3))
    np.testing.assert_array_equal(on_disk, before)


def test_what_was_written_to_a_private_copy_is_never_given_back(tmp_path: Path) -> None:
    np.save(tmp_path / "x.npy", np.zeros(5000, np.float32))
    private = np.load(tmp_path / "x.npy", mmap_mode="c")
    private[:] = 7
    release(private)
    assert (private == 7).all()


def test_rows_come_in_the_order_asked_for_also_when_read_ahead(on_disk: np.ndarray) -> None:
    y = np.arange(500)
    store = OnDisk(on_disk, y, CPU)
    order = torch.randperm(500, generator=torch.Generator().manual_seed(0))
    parts = order.split(70)
    for number, picked in enumerate(parts):
        x, targets = store.rows(picked, parts[number + 1] if number + 1 < len(parts) else None)
        np.testing.assert_array_equal(x.numpy(), on_disk[picked.numpy()])
        assert torch.equal(targets, picked)
    x, targets = store.rows(parts[3])  # something else than was announced
    assert torch.equal(targets, parts[3])


def test_of_no_rows_nothing_is_read(on_disk: np.ndarray) -> None:
    assert in_any_order(on_disk)(np.zeros(0, np.int64)).shape == (0, *on_disk.shape[1:])


def test_a_streamed_run_has_the_batches_of_one_in_memory(on_disk: np.ndarray, monkeypatch: pytest.MonkeyPatch) -> None:
    y = (np.asarray(on_disk)[:, 0] > 5).astype(np.int64)
    memory = Samples(data(np.array(on_disk), y), scaled(), CPU)
    monkeypatch.setattr(stores, "_MOST_ON_CPU", 1000)
    streamed = Samples(data(on_disk, y), scaled(), CPU)
    assert (type(memory._store), type(streamed._store)) == (OnDevice, OnDisk)
    rows = memory.train_indices.numpy()
    np.testing.assert_allclose(streamed.inputs.shift, np.asarray(on_disk)[rows].mean(0), rtol=1e-5)  # type: ignore[arg-type]
    for number in range(memory.steps_per_epoch):
        pair = memory.batch(memory.order(1), number), streamed.batch(streamed.order(1), number)
        assert all(torch.equal(one, other) for one, other in zip(*pair, strict=True))
    for part in ("validation", "test"):
        pairs = zip(memory.part(part, 30), streamed.part(part, 30), strict=True)
        assert all(torch.equal(one, other) for pair in pairs for one, other in zip(*pair, strict=True))


def test_a_view_that_would_grow_in_memory_stays_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows over a series share its numbers: copied they would take as often the memory as they are long."""
    monkeypatch.setattr(stores, "_MOST_ON_CPU", 1000)
    windows = np.lib.stride_tricks.sliding_window_view(np.arange(1000.0, dtype=np.float32), 100)
    store = store_of(windows, np.zeros(len(windows)), CPU)
    assert isinstance(store, OnDisk)
    np.testing.assert_array_equal(store.rows(torch.tensor([7, 3]))[0], windows[[7, 3]])
    assert isinstance(store_of(np.zeros((1000, 5)), np.zeros(1000), CPU), OnDevice)  # what lies there is shared


def test_missing_numbers_of_a_mapped_table_are_filled_by_what_the_training_part_says(tmp_path: Path) -> None:
    x = np.random.default_rng(0).normal(0, 1, (400, 2)).astype(np.float32)
    x[::7, 1] = np.nan
    np.save(tmp_path / "x.npy", x)
    samples = Samples(data(np.load(tmp_path / "x.npy", mmap_mode="r"), np.zeros(400, np.int64)), scaled(), CPU)
    median = np.nanmedian(x[samples.train_indices.numpy()], axis=0)
    np.testing.assert_allclose(samples.inputs.fill, median, rtol=1e-6)  # type: ignore[arg-type]


def test_large_arrays_are_told_apart_by_blocks_all_over_them(tmp_path: Path) -> None:
    """Sparse: 300 MB that take no room."""

    def made(name: str, *places: int) -> ArrayData:
        x = np.lib.format.open_memmap(tmp_path / name, "w+", np.float32, (75_000, 1024))
        for place in places:
            x[place] = 1
        return data(x, np.zeros(75_000, np.int64))

    first = made("a.npy").sha256
    assert made("b.npy").sha256 == first
    assert made("c.npy", 0).sha256 != first
    assert made("d.npy", 74_999).sha256 != first
    assert made("e.npy", *range(30_000, 31_000)).sha256 != first


STREAM = """
import json, sys
import numpy as np
import psutil
from networks import chain, project
from playground import protocol
from playground.core.shape import Shape
from playground.engine import preparation
from playground.engine.data import ArrayData
from playground.engine.loop import prepare, run
from playground.engine.stores import OnDisk
from playground.training.datasets import Dataset, Target

def most():  # of this program alone: what getrusage says may be its parent's, which it was before it became itself
    (line,) = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
    return int(line.split()[1]) * 1024

path, rows = sys.argv[1], int(sys.argv[2])
x = np.lib.format.open_memmap(path, "w+", np.float32, (rows, 1, 28, 28))
x[::10_000] = 1.0
x.flush()
x = np.load(path, mmap_mode="r")
target = Target.classes(*map(str, range(10)))
dataset = Dataset("digits", "Own", "", Shape.image(1, 28, 28), target, rows, look="images")
arrays = ArrayData.whole(dataset, x, np.arange(rows) % 10)
list(run(prepare(project(chain("Input", "Flatten", ("Dense", {"units": 10})), data={"limit": 64}, epochs=1))))
made = project(chain("Input", "Flatten", ("Dense", {"units": 10})), data={"limit": 60_000}, epochs=1, batch_size=500)
made = made.replace(data=made.data.replace(preparation=made.data.preparation.replace(scaling="standardize")))
preparation.load_data = lambda *_: arrays
before = psutil.Process().memory_info().rss
state = prepare(made)
end = list(run(state))[-1]
arrays.sha256
print(json.dumps([type(state.samples._store).__name__, type(end).__name__, most() - before]))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_a_large_file_trains_in_a_fraction_of_its_size(tmp_path: Path) -> None:
    paths = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "support")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "OMP_NUM_THREADS": "1"}
    rows = 350_000  # 1.02 GB
    done = subprocess.run(
        [sys.executable, "-c", STREAM, str(tmp_path / "x.npy"), str(rows)],
        env=environment, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    store, end, taken = json.loads(done.stdout)
    assert (store, end) == ("OnDisk", "RunFinished")
    assert taken < 500 * 2**20
