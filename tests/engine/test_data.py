"""Data sets: the real files, the bundled digits, and what is said when files are missing or damaged."""

from __future__ import annotations

import gzip
import hashlib
import http.server
import struct
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from playground.core.shape import Shape
from playground.engine.data import DataError, data_folders, load_dataset
from playground.engine.errors import Cancelled
from playground.training.datasets import DATASETS, DataFile, Dataset

TRAIN, TEST = 6, 3


def idx(array: np.ndarray) -> bytes:
    return struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape) + array.astype(np.uint8).tobytes()


def content() -> dict[str, bytes]:
    """Four small IDX files, gzipped, named as MNIST's."""
    images = np.arange((TRAIN + TEST) * 20).reshape(-1, 4, 5) % 256
    labels = np.arange(TRAIN + TEST) % 3
    parts = {
        "train-images-idx3-ubyte.gz": images[:TRAIN], "train-labels-idx1-ubyte.gz": labels[:TRAIN],
        "t10k-images-idx3-ubyte.gz": images[TRAIN:], "t10k-labels-idx1-ubyte.gz": labels[TRAIN:],
    }  # fmt: skip
    return {name: gzip.compress(idx(array), mtime=0) for name, array in parts.items()}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Dataset:
    """A data set of nine images of 4×5, by the name of "small", whose mirrors answer nothing."""
    files = tuple(DataFile(name, hashlib.md5(data).hexdigest()) for name, data in content().items())
    made = replace(
        DATASETS["mnist"], name="small", title="Small", shape=Shape.image(1, 4, 5), classes=("a", "b", "c"),
        train_samples=TRAIN, test_samples=TEST, files=files, mirrors=("http://127.0.0.1:9/",),
    )  # fmt: skip
    monkeypatch.setitem(DATASETS, "small", made)
    return made


@pytest.fixture
def folder(tmp_path: Path, small: Dataset) -> Path:
    """A data folder that holds the data set."""
    (tmp_path / small.name).mkdir()
    for name, data in content().items():
        (tmp_path / small.name / name).write_bytes(data)
    return tmp_path


class Server(http.server.ThreadingHTTPServer):
    """Answers with ``pages`` by path."""

    pages: dict[str, bytes]


class Handler(http.server.BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        page = self.server.pages.get(self.path)
        self.send_response(200 if page is not None else 404)
        self.send_header("Content-Length", str(len(page or b"")))
        self.end_headers()
        self.wfile.write(page or b"")

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server(("127.0.0.1", 0), Handler)
    made.pages = {}
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


def mirror(server: Server, path: str) -> str:
    return f"http://127.0.0.1:{server.server_port}/{path}/"


def test_the_digits_are_real_split_by_class_and_always_the_same() -> None:
    data = load_dataset("digits")
    assert data.train_x.shape == (1437, 1, 28, 28)
    assert data.test_x.shape == (360, 1, 28, 28)
    assert data.train_x.dtype == np.uint8
    assert data.train_y.dtype == np.int64
    assert data.train_x.max() == 255
    assert data.train_x.min() == 0
    shares = np.bincount(data.test_y) / np.bincount(np.concatenate([data.train_y, data.test_y]))
    assert shares == pytest.approx(0.2, abs=0.005)
    assert data.sha256 == "fd35f9383decdecd3f3defbc77fcf6e8ada4332752b4ad3d7b7b422b32a4dddb"


def test_the_digits_are_those_of_scikit_learn_scaled_as_pillow_scales() -> None:
    from PIL import Image
    from sklearn.datasets import load_digits

    data, original = load_dataset("digits"), load_digits()
    rest = [iter(zip(x[:, 0], y, strict=True)) for x, y in ((data.train_x, data.train_y), (data.test_x, data.test_y))]
    heads = [next(part) for part in rest]
    for image, label in zip(original.images, original.target, strict=True):
        # both parts keep the order of the original, so each scan is the next one of either
        large = Image.fromarray((image * 255 / 16).astype(np.float32)).resize((28, 28), Image.Resampling.BILINEAR)
        distances = [np.abs(head.astype(float) - np.asarray(large)).max() for head, _ in heads]
        nearest = int(np.argmin(distances))
        assert distances[nearest] < 0.51  # rounding to a byte
        assert heads[nearest][1] == label
        heads[nearest] = next(rest[nearest], heads[nearest])
    assert [next(part, None) for part in rest] == [None, None]


def test_mnist_is_the_real_one(mnist_dir: Path) -> None:
    data = load_dataset("mnist", mnist_dir)
    assert data.train_x.shape == (60_000, 1, 28, 28)
    # mean and deviation of the 60,000 training images, as the literature gives them
    assert data.train_x.mean() / 255 == pytest.approx(0.1307, abs=1e-4)
    assert data.train_x.std() / 255 == pytest.approx(0.3081, abs=1e-4)
    assert data.train_y[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert data.test_y[:5].tolist() == [7, 2, 1, 0, 4]
    assert np.bincount(data.train_y).tolist() == [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]


def test_files_lie_raw_or_packed_under_both_spellings(folder: Path) -> None:
    packed = load_dataset("small", folder)
    assert packed.train_x[0, 0].tolist() == np.arange(20).reshape(4, 5).tolist()
    assert packed.test_y.tolist() == [0, 1, 2]
    for path in (folder / "small").iterdir():
        raw = path.with_name(path.name.removesuffix(".gz").replace("-idx", ".idx"))
        raw.write_bytes(gzip.decompress(path.read_bytes()))
        path.unlink()
    raw_again = load_dataset("small", folder)
    assert raw_again is not packed
    assert raw_again.sha256 == packed.sha256


def test_a_data_set_is_read_once_until_its_files_change(folder: Path) -> None:
    first = load_dataset("small", folder)
    assert load_dataset("small", folder) is first
    labels = folder / "small" / "t10k-labels-idx1-ubyte.gz"
    labels.write_bytes(gzip.compress(idx(np.array([2, 2, 2]))) + b"")
    assert load_dataset("small", folder).test_y.tolist() == [2, 2, 2]


def test_the_folder_given_goes_before_the_variable_and_that_before_the_users(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path_factory.mktemp("empty")
    monkeypatch.setenv("PLAYGROUND_DATA_DIR", str(folder))
    assert data_folders(empty)[:2] == (empty, folder)
    assert data_folders(empty)[2].parts[-2:] == ("neural-playground", "datasets")
    assert len(load_dataset("small", empty).train_y) == TRAIN


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (lambda data: data[: len(data) // 2], "is cut off"),
        (lambda data: data[:40] + b"\0\0\0\0" + data[44:], "is damaged inside"),
        (lambda data: gzip.decompress(data)[:-5], "bytes of values; its header promises 120"),
        (lambda data: gzip.decompress(data)[:3], "does not begin as an IDX file"),
        (lambda data: gzip.decompress(data)[:10], "ends inside its header"),
        (lambda data: b"<html>not found</html>", "does not begin as an IDX file"),
        (lambda data: b"", "does not begin as an IDX file"),
        (lambda data: gzip.compress(idx(np.zeros((5, 4, 5)))), "holds 5 × 4 × 5 values; expected 6 × 4 × 5"),
        (lambda data: gzip.compress(gzip.decompress(data) + bytes(100_000)), "unpacks to more than"),
    ],
)
def test_a_damaged_file_is_named_with_its_fault_and_what_to_do(folder: Path, damage, expected: str) -> None:  # type: ignore[no-untyped-def]
    path = folder / "small" / "train-images-idx3-ubyte.gz"
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(DataError) as error:
        load_dataset("small", folder)
    assert str(path) in error.value.message
    assert expected in error.value.message
    assert "playground datasets get small" in error.value.hint


def test_a_label_beyond_the_classes_is_refused(folder: Path) -> None:
    path = folder / "small" / "t10k-labels-idx1-ubyte.gz"
    path.write_bytes(gzip.compress(idx(np.array([0, 1, 9]))))
    with pytest.raises(DataError, match="label 9; Small has 3 classes"):
        load_dataset("small", folder)


def test_no_files_and_no_network_say_what_was_looked_for_and_how_to_mend_it(small: Dataset, tmp_path: Path) -> None:
    with pytest.raises(DataError) as error:
        load_dataset("small", tmp_path)
    assert "train-images-idx3-ubyte.gz was not found" in error.value.message
    assert str(tmp_path / "small") in error.value.message
    assert "(http://127.0.0.1:9/: no connection)" in error.value.message
    for place in data_folders(tmp_path):  # all that were looked in
        assert str(place / "small") in error.value.message
    assert "Digits" in error.value.hint
    assert not list((tmp_path / "small").iterdir())


def test_an_unknown_data_set_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(DataError, match=r"'cats' is not known.*digits"):
        load_dataset("cats")


def test_a_download_tries_the_second_mirror_checks_hashes_and_tells_its_progress(
    small: Dataset, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = content()
    server.pages = {f"/second/{name}": data for name, data in files.items()}
    server.pages["/first/train-labels-idx1-ubyte.gz"] = b"something else"
    monkeypatch.setitem(DATASETS, "small", replace(small, mirrors=(mirror(server, "first"), mirror(server, "second"))))
    told: list[tuple[int, int]] = []
    data = load_dataset("small", tmp_path, lambda done, total: told.append((done, total)))
    assert data.test_y.tolist() == [0, 1, 2]
    assert {path.name for path in (tmp_path / "small").iterdir()} == set(files)
    assert max(done for done, _ in told) == sum(map(len, files.values()))


def test_a_download_can_be_cancelled_and_leaves_nothing_half_written(
    small: Dataset, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.pages = {f"/first/{name}": data for name, data in content().items()}
    monkeypatch.setitem(DATASETS, "small", replace(small, mirrors=(mirror(server, "first"),)))

    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        load_dataset("small", tmp_path, cancel)
    assert not list((tmp_path / "small").iterdir())


def test_a_file_that_is_not_the_one_expected_is_refused(
    small: Dataset, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.pages = {f"/first/{name}": b"something else" for name in content()}
    monkeypatch.setitem(DATASETS, "small", replace(small, mirrors=(mirror(server, "first"),)))
    with pytest.raises(DataError, match="its hash differs"):
        load_dataset("small", tmp_path)
    assert not list((tmp_path / "small").iterdir())


def test_a_mirror_that_refuses_or_breaks_off_is_told_without_the_words_of_libraries(
    small: Dataset, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(DATASETS, "small", replace(small, mirrors=(mirror(server, "none"), "http://no.invalid/")))
    with pytest.raises(DataError) as error:
        load_dataset("small", tmp_path)
    assert "none/: it answered 404 Not Found;" in error.value.message
    assert "http://no.invalid/: no connection" in error.value.message
    assert "Pool" not in error.value.message


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("ConnectTimeout", "no answer"),
        ("ReadTimeout", "no answer"),
        ("SSLError", "no secure connection"),
        ("ProxyError", "the proxy refused"),
        ("ChunkedEncodingError", "no connection"),
    ],
)
def test_every_way_a_connection_fails_has_words(kind: str, words: str) -> None:
    import requests

    from playground.engine.data.download import _short

    found = _short(getattr(requests.exceptions, kind)("HTTPSConnectionPool(host='x', port=443): Max retries"))
    assert words in found
    assert "Pool" not in found
