from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from playground.core.project import DataSettings, Preparation
from playground.engine.data import ArrayData, DataError, load_data
from playground.engine.data.inspecting import inspect
from playground.training.datasets import Dataset, describe, kind_of
from playground.training.datasets.own_images import ImageFolder

RANDOM = np.random.default_rng(5)


def picture(path: Path, size: tuple[int, int] = (6, 8), mode: str = "L", **save: Any) -> np.ndarray:
    """Write noise of height × width; the pixels, C×H×W."""
    channels = {"L": (), "RGB": (3,), "RGBA": (4,), "LA": (2,)}[mode]
    values = RANDOM.integers(0, 256, (*size, *channels), np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(values, mode if mode == "LA" else None).save(path, **save)
    return values[None] if mode == "L" else np.moveaxis(values, -1, 0)


def read(path: Path, size: tuple[int, int] | None = None, **params: Any) -> tuple[Dataset, ArrayData]:
    name, found = inspect(path)
    chosen = DataSettings(dataset=name, params={**found, **params}, preparation=Preparation(size=size))
    dataset = describe(chosen)
    assert dataset is not None, kind_of(chosen).missing()
    arrays = load_data(chosen)
    assert arrays.train_x.shape == (dataset.train_samples, *dataset.shape.sizes)
    assert arrays.test_x.shape == (dataset.test_samples, *dataset.shape.sizes)
    assert arrays.train_x.dtype == np.uint8
    assert len(arrays.origins) == len(arrays.train_y) + len(arrays.test_y)
    return dataset, arrays


def test_each_folder_is_a_class(tmp_path: Path) -> None:
    written = {f"{label}/{n}.png": picture(tmp_path / label / f"{n}.png") for label in ("dog", "cat") for n in range(3)}
    dataset, arrays = read(tmp_path)
    assert dataset.classes == ("cat", "dog")
    assert arrays.train_y.tolist() == [0, 0, 0, 1, 1, 1]
    assert arrays.origins[:2] == ("cat/0.png", "cat/1.png")
    for image, origin in zip(arrays.train_x, arrays.origins, strict=True):
        np.testing.assert_array_equal(image, written[origin])


def test_folders_of_parts_are_kept_apart(tmp_path: Path) -> None:
    for part, count in (("train", 3), ("test", 2)):
        for label in ("a", "b"):
            for n in range(count):
                picture(tmp_path / part / label / f"{n}.png")
    dataset, arrays = read(tmp_path)
    assert (dataset.train_samples, dataset.test_samples) == (6, 4)
    assert arrays.test_y.tolist() == [0, 0, 1, 1]
    assert arrays.origins[6] == "test/a/0.png"


def test_a_folder_without_classes_predicts_nothing(tmp_path: Path) -> None:
    for n in range(3):
        picture(tmp_path / f"{n}.png", mode="RGB")
    dataset, arrays = read(tmp_path)
    assert dataset.target.kind == "none"
    assert dataset.shape.sizes == (3, 6, 8)
    assert arrays.train_y.shape == (3, 0)


def test_a_table_tells_the_labels(tmp_path: Path) -> None:
    for n in range(4):
        picture(tmp_path / "images" / f"{n}.png")
    (tmp_path / "labels.csv").write_text(
        "file,label\nimages/0.png,x\nimages/1.png,y\nimages/2.png,x\nimages/3.png,\nimages/9.png,y\n"
    )
    dataset, arrays = read(tmp_path / "labels.csv")
    assert dataset.classes == ("x", "y")
    assert arrays.train_y.tolist() == [0, 1, 0]
    notes = " ".join(dataset.notes)
    assert "images/9.png: is not there" in notes
    assert "images/3.png: has no label" in notes


def test_damaged_images_are_named_skipped_and_counted(tmp_path: Path) -> None:
    for n in range(30):
        picture(tmp_path / "ab"[n % 2] / f"{n}.png", (40, 40))
    whole = (tmp_path / "a" / "4.png").read_bytes()
    (tmp_path / "a" / "4.png").write_bytes(whole[: len(whole) // 2])
    broken = (tmp_path / "b" / "5.png").read_bytes()
    (tmp_path / "b" / "5.png").write_bytes(broken[:80] + bytes(40) + broken[120:])
    (tmp_path / "b" / "7.png").write_bytes(b"")
    (tmp_path / "b" / "9.png").write_text("no image")
    (tmp_path / "a" / "notes.txt").write_text("left alone")
    picture(tmp_path / "a" / "photo.jpg", (40, 40))
    jpeg = (tmp_path / "a" / "photo.jpg").read_bytes()
    (tmp_path / "a" / "photo.jpg").write_bytes(jpeg[: len(jpeg) // 2])
    dataset, arrays = read(tmp_path)
    assert dataset.train_samples == 26
    assert len(arrays.train_x) == 26
    note = next(note for note in arrays.notes if "cannot be read" in note)
    assert note.startswith("Skipped: 5 images that cannot be read (")
    for name in ("a/4.png: is damaged", "b/5.png: is damaged", "b/7.png: is empty", "b/9.png: is no image"):
        assert name in note
    assert any("Left alone: 1 file of other kinds, such as notes.txt" in each for each in arrays.notes)


def test_mixed_sizes_are_refused_with_a_size_that_mends_it(tmp_path: Path) -> None:
    for n in range(4):
        picture(tmp_path / "ab"[n % 2] / f"{n}.png", (6, 8) if n else (9, 5))
    with pytest.raises(DataError) as caught:
        read(tmp_path)
    for text in ("a/2.png has 6 × 8", "a/0.png 9 × 5", "Set “Resize to” under Data, for example to 6 × 8"):
        assert text in str(caught.value)
    dataset, arrays = read(tmp_path, (6, 8))
    assert dataset.shape.sizes == (1, 6, 8)
    assert any("Resized to 6 × 8: at least 1 image" in note for note in arrays.notes)


def test_resizing_a_flat_image_keeps_its_colour(tmp_path: Path) -> None:
    for label in "ab":
        (tmp_path / label).mkdir()
        Image.new("RGB", (20, 10), (10, 120, 250)).save(tmp_path / label / "0.png")
    _, arrays = read(tmp_path, (4, 4))
    assert arrays.train_x.shape == (2, 3, 4, 4)
    assert (arrays.train_x == np.array([10, 120, 250], np.uint8)[None, :, None, None]).all()


def test_kinds_of_images_become_grey_or_colours(tmp_path: Path) -> None:
    picture(tmp_path / "a" / "0.png", mode="RGB")
    picture(tmp_path / "b" / "0.png", mode="L")
    clear = picture(tmp_path / "b" / "1.png", mode="RGBA")
    Image.fromarray(np.full((6, 8), 3, np.uint8)).convert("P").save(tmp_path / "b" / "2.gif")
    Image.fromarray(np.full((6, 8), 40000, np.uint16)).save(tmp_path / "b" / "3.png")
    dataset, arrays = read(tmp_path)
    assert dataset.shape.sizes == (3, 6, 8)
    alpha = clear[3] / 255
    expected = clear[:3] * alpha + 255 * (1 - alpha)
    assert np.abs(arrays.train_x[2] - expected).max() <= 1.01
    assert (arrays.train_x[4] == 40000 // 256).all()
    assert "Taken as colour images: 2 images in grey." in dataset.notes


def test_a_photo_stands_upright(tmp_path: Path) -> None:
    for label in "ab":
        exif = Image.Exif()
        exif[0x0112] = 6
        picture(tmp_path / label / "0.jpg", (10, 30), "RGB", exif=exif)
    dataset, arrays = read(tmp_path)
    assert dataset.shape.sizes == (3, 30, 10)
    assert arrays.train_x.shape[1:] == (3, 30, 10)


def bomb(path: Path, side: int) -> None:
    """A PNG whose header promises side × side pixels and whose data are next to none."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    content = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + content)


def test_huge_images_links_and_devices_are_skipped(tmp_path: Path) -> None:
    for n in range(4):
        picture(tmp_path / "ab"[n % 2] / f"{n}.png")
    bomb(tmp_path / "a" / "bomb.png", 60_000)
    bomb(tmp_path / "a" / "large.png", 11_000)
    (tmp_path / "a" / "loop.png").symlink_to(tmp_path / "a" / "loop.png")
    (tmp_path / "b" / "round").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "b" / "pipe.png")
    dataset, arrays = read(tmp_path)
    assert len(arrays.train_x) == 4
    notes = " ".join(dataset.notes)
    assert "2 images that cannot be read" in notes
    assert "a/large.png: has 11,000 × 11,000 pixels" in notes
    assert "a/loop.png: is no ordinary file" in notes
    assert "b/pipe.png: is no ordinary file" in notes


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ((), "holds no images"),
        (("readme.md",), "holds no images"),
        (("a/x.png",), "none of its 1 images can be read; a/x.png: is empty"),
    ],
)
def test_a_folder_without_images_is_refused(tmp_path: Path, files: tuple[str, ...], message: str) -> None:
    for file in files:
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).touch()
    with pytest.raises(DataError, match=message):
        inspect(tmp_path)


def test_a_single_class_is_told(tmp_path: Path) -> None:
    picture(tmp_path / "a" / "0.png")
    kind = ImageFolder.read(inspect(tmp_path)[1])
    assert "belong to one class (“a”)" in kind.missing()
    with pytest.raises(DataError, match="belong to one class"):
        load_data(DataSettings(dataset="image-folder", params=kind.to_params()))


def test_a_folder_that_has_changed_must_be_chosen_again(tmp_path: Path) -> None:
    for n in range(4):
        picture(tmp_path / "ab"[n % 2] / f"{n}.png")
    chosen = DataSettings(dataset="image-folder", params=inspect(tmp_path)[1])
    load_data(chosen)
    content = (tmp_path / "a" / "0.png").read_bytes()
    (tmp_path / "a" / "0.png").write_bytes(b"")
    with pytest.raises(DataError, match=r"a/0\.png: is empty; .* read them again"):
        load_data(chosen)
    (tmp_path / "a" / "0.png").unlink()
    with pytest.raises(DataError, match="holds 3 images; it held 4"):
        load_data(chosen)
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "0.png").write_bytes(content)
    with pytest.raises(DataError, match="the class “c” was not there before"):
        load_data(chosen)


def test_large_sets_of_images_are_kept_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playground.engine.data.sources.own_images._KEPT_BYTES", 10)
    written = {f"{label}/0.png": picture(tmp_path / label / "0.png") for label in "ab"}
    _, arrays = read(tmp_path)
    assert isinstance(arrays.train_x, np.memmap)
    np.testing.assert_array_equal(arrays.train_x, np.stack(list(written.values())))


def test_images_that_change_places_are_read_again(tmp_path: Path) -> None:
    """Names and times of inner folders count: sizes, times and the newest of the files are what they were."""
    for label, shade in (("a", 10), ("b", 200)):
        (tmp_path / label).mkdir()
        for number in range(4):
            Image.fromarray(np.full((6, 8), shade + number, np.uint8)).save(tmp_path / label / f"{label}{number}.png")
    name, params = inspect([tmp_path])
    settings = DataSettings(dataset=name, params=params)
    assert load_data(settings) is load_data(settings)
    before = load_data(settings)
    (tmp_path / "a" / "a0.png").rename(tmp_path / "b" / "a0.png")
    (tmp_path / "b" / "b0.png").rename(tmp_path / "a" / "b0.png")
    after = load_data(settings)
    assert after is not before
    assert {int(x.max()): int(y) for x, y in zip(after.train_x, after.train_y, strict=True)}[10] == 1


def test_a_folder_of_idx_files_is_taken_as_their_images_and_labels(tmp_path: Path) -> None:
    images = bytes([0, 0, 8, 3, *(0, 0, 0, 4), *(0, 0, 0, 2), *(0, 0, 0, 2)]) + bytes(range(16))
    labels = bytes([0, 0, 8, 1, *(0, 0, 0, 4)]) + bytes([0, 1, 0, 1])
    (tmp_path / "train-images-idx3-ubyte").write_bytes(images)
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(labels)
    name, params = inspect(tmp_path)
    assert name == "idx"
    assert params["images"].endswith("train-images-idx3-ubyte")
    assert params["labels"].endswith("train-labels-idx1-ubyte")
