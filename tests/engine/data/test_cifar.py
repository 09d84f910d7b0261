"""CIFAR-10's archive: read in memory, and refused with words when it is not what it should be."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

from playground.core.project import DataSettings
from playground.core.shape import Shape
from playground.engine.data import DataError, load_data
from playground.engine.data.sources import LOADERS
from playground.training.datasets import DATASETS
from playground.training.datasets.published import Cifar10

NAMES = [*(f"data_batch_{number}.bin" for number in range(1, 6)), "test_batch.bin"]
ARCHIVE = "cifar-10-binary.tar.gz"


class Tiny(Cifar10):
    """Five batches of two images and four for testing, 3×2×2 each."""

    name: ClassVar[str] = "tiny"
    title: ClassVar[str] = "Tiny"
    shape: ClassVar[Shape] = Shape.image(3, 2, 2)
    train_samples: ClassVar[int] = 10
    test_samples: ClassVar[int] = 4


def batches() -> dict[str, bytes]:
    """Rows of a label and 12 bytes: the label counts through all rows, the bytes are 12 times that plus their place."""
    found, row = {}, 0
    for name in NAMES:
        content = b""
        for _ in range(4 if name == "test_batch.bin" else 2):
            content += bytes([row % 10, *((12 * row + place) % 256 for place in range(12))])
            row += 1
        found[name] = content
    return found


def archive(files: dict[str, bytes], folder: str = "cifar-10-batches-bin/") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as made:
        for name, content in files.items():
            member = tarfile.TarInfo(folder + name)
            member.size = len(content)
            made.addfile(member, io.BytesIO(content))
    return out.getvalue()


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], object]:
    monkeypatch.setitem(DATASETS, "tiny", Tiny)
    monkeypatch.setitem(LOADERS, "tiny", LOADERS["cifar-10"])
    (tmp_path / "tiny").mkdir()

    def loading(content: bytes) -> object:
        (tmp_path / "tiny" / ARCHIVE).write_bytes(content)
        return load_data(DataSettings(dataset="tiny"), tmp_path)

    return loading


def test_the_batches_are_put_together_in_order_whatever_their_order_in_the_archive(
    load: Callable[[bytes], object],
) -> None:
    files = batches() | {"readme.html": b"<html>", "batches.meta.txt": b"airplane\n"}
    data = load(archive(dict(sorted(files.items(), reverse=True))))
    assert data.train_x.shape == (10, 3, 2, 2)  # type: ignore[attr-defined]
    assert data.train_x.dtype == np.uint8  # type: ignore[attr-defined]
    assert data.train_y.tolist() == list(range(10))  # type: ignore[attr-defined]
    assert data.test_y.tolist() == [0, 1, 2, 3]  # type: ignore[attr-defined]
    assert data.train_x[3].ravel().tolist() == list(range(36, 48))  # type: ignore[attr-defined]
    # the first four of a row are the red plane, row by row
    assert data.train_x[0, 0].tolist() == [[0, 1], [2, 3]]  # type: ignore[attr-defined]


def test_an_archive_that_was_unpacked_once_is_read_too(load: Callable[[bytes], object], tmp_path: Path) -> None:
    import gzip

    packed = load(archive(batches()))
    (tmp_path / "tiny" / ARCHIVE).unlink()
    (tmp_path / "tiny" / "cifar-10-binary.tar").write_bytes(gzip.decompress(archive(batches())))
    again = load_data(DataSettings(dataset="tiny"), tmp_path)
    assert again.sha256 == packed.sha256  # type: ignore[attr-defined]


def link_for(name: str) -> bytes:
    """An archive in which ``name`` is a link to a file of the machine."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as made:
        for each, content in batches().items():
            member = tarfile.TarInfo(each)
            if each == name:
                member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
                made.addfile(member)
            else:
                member.size = len(content)
                made.addfile(member, io.BytesIO(content))
    return out.getvalue()


def without(name: str) -> dict[str, bytes]:
    return {each: content for each, content in batches().items() if each != name}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (archive(without("data_batch_4.bin")), "does not hold data_batch_4.bin"),
        (archive(batches() | {"test_batch.bin": bytes(51)}), "test_batch.bin has 51 bytes; expected 52"),
        (archive(batches() | {"data_batch_2.bin": bytes(5_000_000)}), "unpacks to more than the 182 bytes expected"),
        (archive({"bomb": bytes(5_000_000)} | batches()), "unpacks to more than the 182 bytes expected"),
        (
            archive(batches() | {"test_batch.bin": bytes([10, *bytes(12)]) * 4}),
            "holds the label 10; Tiny has 10 classes",
        ),
        (link_for("data_batch_1.bin"), "does not hold data_batch_1.bin"),
        (archive(batches())[:80], "is"),
        (b"<html>moved</html>", "is no whole archive"),
        (b"", "is no whole archive"),
    ],
    ids=["a batch less", "another size", "a large batch", "a bomb", "a label", "a link", "cut off", "a page", "empty"],
)
def test_a_wrong_archive_is_named_with_its_fault_and_what_to_do(
    load: Callable[[bytes], object], tmp_path: Path, content: bytes, expected: str
) -> None:
    with pytest.raises(DataError) as error:
        load(content)
    assert str(tmp_path / "tiny" / ARCHIVE) in error.value.message
    assert expected in error.value.message
    assert "playground datasets get tiny" in error.value.hint


@pytest.mark.parametrize("place", [12, 40, 60])
def test_a_flipped_byte_or_an_end_too_soon_never_passes(load: Callable[[bytes], object], place: int) -> None:
    whole = archive(batches())
    damaged = bytearray(whole)
    damaged[place] ^= 0x55
    for content in (bytes(damaged), whole[:place]):
        with pytest.raises(DataError):
            load(content)
