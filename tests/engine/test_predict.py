"""One's own files as input: what is done to them, what is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from playground.core.project import DataSettings
from playground.core.shape import Shape
from playground.engine.data import load_data
from playground.engine.predict import InputError, read_samples

DIGIT = Shape.image(1, 28, 28)


@pytest.fixture(scope="module")
def digit() -> np.ndarray:
    """A real digit, uint8 28×28, light on black."""
    return load_data(DataSettings(dataset="digits")).test_x[0, 0]


def save(path: Path, image: Image.Image) -> Path:
    image.save(path)
    return path


def test_an_image_as_the_data_set_has_it_is_taken_as_it_is(digit: np.ndarray, tmp_path: Path) -> None:
    samples = read_samples(save(tmp_path / "d.png", Image.fromarray(digit)), DIGIT)
    assert samples.notes == ()
    assert samples.values.dtype == np.float32
    np.testing.assert_array_equal(samples.values, (digit / np.float32(255))[None, None])


def test_dark_on_light_is_inverted_and_reported(digit: np.ndarray, tmp_path: Path) -> None:
    samples = read_samples(save(tmp_path / "d.png", Image.fromarray(255 - digit)), DIGIT)
    assert "inverted" in samples.notes[0]
    np.testing.assert_allclose(samples.values[0, 0], digit / 255, atol=1e-6)


def test_a_large_drawing_is_made_small_without_losing_its_light(digit: np.ndarray, tmp_path: Path) -> None:
    large = np.kron(digit, np.ones((20, 20), np.uint8))
    samples = read_samples(save(tmp_path / "d.png", Image.fromarray(large)), DIGIT)
    assert samples.notes == ("resized from 560×560 to 28×28 pixels",)
    np.testing.assert_allclose(samples.values[0, 0], digit / 255, atol=1e-5)


def test_a_small_image_is_made_large(tmp_path: Path) -> None:
    samples = read_samples(save(tmp_path / "d.png", Image.new("L", (7, 14), 51)), DIGIT)
    assert samples.notes == ("resized from 7×14 to 28×28 pixels",)
    np.testing.assert_allclose(samples.values, 0.2, atol=1e-6)


def test_colours_transparency_palettes_and_bits_are_read(digit: np.ndarray, tmp_path: Path) -> None:
    expected = digit / np.float32(255)
    grey = Image.fromarray(digit)
    ink = Image.merge("RGBA", (*[Image.new("L", grey.size, 0)] * 3, grey))  # black ink on nothing
    images = {
        "colour": grey.convert("RGB"),
        "palette": grey.convert("RGB").convert("P", palette=Image.Palette.ADAPTIVE, colors=256),
        "sixteen": Image.fromarray(digit.astype(np.uint16) * 257),
        "ink": ink,
    }
    for name, image in images.items():
        samples = read_samples(save(tmp_path / f"{name}.png", image), DIGIT)
        np.testing.assert_allclose(samples.values[0, 0], expected, atol=0.01, err_msg=name)
    notes = read_samples(tmp_path / "ink.png", DIGIT).notes
    assert any("white paper" in note for note in notes)
    assert any("inverted" in note for note in notes)


def test_a_black_and_white_image_is_read(tmp_path: Path) -> None:
    image = Image.new("1", (28, 28), 0)
    image.putpixel((3, 5), 1)
    values = read_samples(save(tmp_path / "d.png", image), DIGIT).values[0, 0]
    assert (values[5, 3], values.sum()) == (1, 1)


@pytest.mark.parametrize("shape", [(28, 28), (1, 28, 28), (784,), (1, 1, 28, 28)])
def test_one_sample_may_lack_batch_and_channel(shape: tuple[int, ...], tmp_path: Path) -> None:
    values = np.random.default_rng(0).random(784)
    np.save(tmp_path / "x.npy", values.reshape(shape))
    samples = read_samples(tmp_path / "x.npy", DIGIT)
    assert samples.values.shape == (1, 1, 28, 28)
    np.testing.assert_array_equal(samples.values.ravel(), values.astype(np.float32))


@pytest.mark.parametrize("shape", [(5, 28, 28), (5, 1, 28, 28), (5, 784)])
@pytest.mark.parametrize("kind", [np.uint8, np.int64])
def test_whole_numbers_are_grey_levels(shape: tuple[int, ...], kind: type, tmp_path: Path) -> None:
    values = np.arange(5 * 784) % 256
    np.save(tmp_path / "x.npy", values.astype(kind).reshape(shape))
    samples = read_samples(tmp_path / "x.npy", DIGIT)
    assert samples.notes == ("whole numbers were divided by 255",)
    assert samples.values.dtype == np.float32
    np.testing.assert_allclose(samples.values.ravel(), values / 255, rtol=1e-6)


def test_a_vector_input_takes_rows(tmp_path: Path) -> None:
    np.save(tmp_path / "x.npy", np.zeros((3, 8)))
    assert read_samples(tmp_path / "x.npy", Shape.vector(8)).values.shape == (3, 8)
    with pytest.raises(InputError, match="takes 8, not an image"):
        read_samples(save(tmp_path / "d.png", Image.new("L", (8, 8))), Shape.vector(8))


@pytest.mark.parametrize(
    ("array", "message"),
    [
        (np.zeros((3, 5)), "has the shape 3 × 5; the network takes 1 × 28 × 28 for one sample"),
        (np.zeros((0, 28, 28)), "no sample in it"),
        (np.zeros(()), "has the shape a single number"),
        (np.full((28, 28), 200.0), "Divide it by 255"),
        (np.full((28, 28), -0.5), "Scale it first"),
        (np.full((28, 28), 256), "whole numbers run from 0 to 255"),
        (np.full((28, 28), np.nan), "NaN"),
        (np.full((28, 28), np.inf), "infinite"),
        (np.zeros((28, 28), complex), "numbers are expected"),
        (np.full((28, 28), "7"), "numbers are expected"),
        (np.array([{"a": 1}], dtype=object), "Python objects"),
    ],
)
def test_an_array_that_does_not_fit_is_refused_with_the_reason(array: np.ndarray, message: str, tmp_path: Path) -> None:
    np.save(tmp_path / "x.npy", array, allow_pickle=True)
    with pytest.raises(InputError, match=message):
        read_samples(tmp_path / "x.npy", DIGIT)


def test_damaged_files_are_refused(digit: np.ndarray, tmp_path: Path) -> None:
    np.save(tmp_path / "whole.npy", np.zeros((50, 28, 28)))
    Image.fromarray(np.random.default_rng(0).integers(0, 255, (90, 90)).astype(np.uint8)).save(tmp_path / "whole.png")
    for name, content in {
        "half.npy": (tmp_path / "whole.npy").read_bytes()[:5000],
        "half.png": (tmp_path / "whole.png").read_bytes()[:3000],
        "other.png": b"GIF89a not a png",
        "other.npy": b"PK not numpy",
        "empty.npy": b"",
        "empty.png": b"",
        "photo.jpg": b"",
        "nothing": b"",
    }.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InputError):
            read_samples(tmp_path / name, DIGIT)


def test_a_header_that_promises_more_than_the_file_holds_takes_no_memory(tmp_path: Path) -> None:
    np.save(tmp_path / "x.npy", np.zeros((1, 28, 28)))
    content = (tmp_path / "x.npy").read_bytes()
    (tmp_path / "x.npy").write_bytes(content.replace(b"(1, 28, 28), }      ", b"(9999999, 28, 28), }"))
    with pytest.raises(InputError, match="not a whole"):
        read_samples(tmp_path / "x.npy", DIGIT)


@pytest.mark.parametrize("side", [9_000, 20_000])
def test_a_huge_image_is_refused_before_it_is_unpacked(side: int, tmp_path: Path) -> None:
    Image.new("1", (side, side)).save(tmp_path / "x.png")
    with pytest.raises(InputError, match="at most 67,108,864"):
        read_samples(tmp_path / "x.png", DIGIT)
