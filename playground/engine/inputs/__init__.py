"""Reading what is to be predicted: images, arrays, tables, texts, and folders of these."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from playground.core.language import tr
from playground.core.shape import Shape
from playground.engine.data import DataError
from playground.engine.data.sources.own_paths import ordinary_files
from playground.engine.data.sources.own_pictures import IMAGE_SUFFIXES
from playground.engine.inputs.arrays import read_array
from playground.engine.inputs.ends import as_learned
from playground.engine.inputs.errors import InputError
from playground.engine.inputs.images import read_as_trained, read_image
from playground.engine.inputs.rows import read_rows
from playground.engine.inputs.taken import MAX_SAMPLES, Samples
from playground.engine.inputs.texts import read_text_file, read_texts, takes_texts

if TYPE_CHECKING:
    from playground.engine.trained import TrainedModel

__all__ = [
    "MAX_SAMPLES", "InputError", "Samples", "files_in", "read_array", "read_image", "read_input", "read_rows",
    "read_samples", "read_texts",
]  # fmt: skip

ARRAYS = {".npy", ".npz"}
TABLES = {".csv", ".tsv", ".tab", ".parquet", ".pq"}
TEXTS = {".txt"}
# Data sets of light strokes on black: a drawing on paper is turned round for them.
_ON_BLACK = {"digits", "mnist", "fashion-mnist", "kmnist"}


def read_input(model: TrainedModel, path: Path, data_dir: Path | str | None = None) -> Samples:
    """The samples in one file, as ``model`` takes them. Raises ``InputError``."""
    suffix, dataset = path.suffix.lower(), model.dataset
    if takes_texts(model) and suffix in TEXTS | TABLES:
        return read_text_file(model, path, data_dir)
    if suffix in TABLES:
        return read_rows(model, path)
    if suffix in IMAGE_SUFFIXES and model.takes_data and dataset is not None and dataset.name not in _ON_BLACK:
        if not model.data_shape.is_image:
            return _no_image(model.data_shape)
        return as_learned(model, read_as_trained(path, model.data_shape))
    # images that were stored as floats are taken in their own units, whatever these are
    bytes_of_images = dataset is not None and dataset.look == "images" and model.entering.divisor != 1
    bounded = model.takes_data and bytes_of_images
    return read_samples(path, model.data_shape, bounded=bounded, gaps=model.entering.fill is not None)


def read_samples(path: Path, shape: Shape, *, bounded: bool = True, gaps: bool = False) -> Samples:
    """Samples of ``shape`` from an image or an array. Raises ``InputError``.

    Without ``bounded`` the numbers of an array are taken as they are, with ``gaps`` some may be missing (NaN).
    """
    suffix = path.suffix.lower()
    if suffix in IMAGE_SUFFIXES:
        return read_image(path, shape)
    if suffix in ARRAYS:
        return read_array(path, shape, bounded=bounded, gaps=gaps)
    raise InputError(
        tr(
            "files of the kind {value} are not read here; {wanted}.",
            value=suffix or tr("without a suffix"),
            wanted=_wanted(shape),
        )
    )


def _wanted(shape: Shape) -> str:
    if shape.is_image:
        return tr("give a .png or a .npy, or another image or array")
    return (
        tr("give rows as .csv, .tsv or .parquet, or an array as .npy") if shape.rank == 1 else tr("give a .npy or .npz")
    )


def _no_image(shape: Shape) -> Samples:
    raise InputError(tr("is an image; the network takes {shape}.", shape=shape))


def files_in(path: Path) -> tuple[list[Path], list[str]]:
    """``path`` itself, or all files of a folder and the folders in it that may be read, in order of their names.

    With the names of those that are of no kind that is read. Raises ``InputError`` for a place that is not there.
    """
    if not path.is_dir():
        if not path.exists():
            raise InputError(tr("does not exist."))
        return [path], []
    try:
        found, others = ordinary_files(path)
    except DataError as error:
        raise InputError(str(error)) from error
    known = IMAGE_SUFFIXES | ARRAYS | TABLES | TEXTS
    fit = [file for file in found if file.suffix.lower() in known]
    rest = [file for file in found if file.suffix.lower() not in known]
    return fit, [str(file) for file in (*rest, *others)]
