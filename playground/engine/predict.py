"""Predicting on one's own files, rows, texts and drawings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from playground.core.language import tr
from playground.engine import wording
from playground.engine.inputs import InputError, Samples, files_in, read_input, read_rows, read_samples, read_texts
from playground.engine.inputs.ends import as_learned, picture_ends
from playground.engine.losses import threshold
from playground.protocol.findings import PredictedRow, Told
from playground.training.outputs import final_activation

if TYPE_CHECKING:
    from playground.engine.trained import TrainedModel

__all__ = [
    "InputError", "Prediction", "predict_each", "predict_file", "predict_image", "predict_rows", "predict_samples",
    "predict_texts", "read_samples", "reconstructed", "records", "require_predictable",
]  # fmt: skip

_BATCH = 1000
_SHOWN_NUMBERS = 6


@dataclass(frozen=True)
class Prediction:
    """What a network says of samples. ``probabilities``: float32 N×classes, or whatever it gives, N×shape.

    ``errors``: of networks that give samples back, how far each is from its own, float64 N (mean squared, in the units
    of the data). ``rows`` name the samples in their file.
    """

    probabilities: np.ndarray
    classes: tuple[str, ...]
    notes: tuple[str, ...]
    rows: tuple[str, ...] = ()
    errors: np.ndarray | None = None
    told: tuple[Told, ...] = ()

    @property
    def best(self) -> list[int]:
        """The index of the likeliest class of each sample."""
        return [int(index) for index in self.probabilities.argmax(axis=1)]


def predict_file(model: TrainedModel, path: Path, data_dir: Path | str | None = None) -> Prediction:
    """Read ``path`` and predict. Raises ``InputError``."""
    require_predictable(model)
    return predict_samples(model, read_input(model, path, data_dir))


def predict_each(
    model: TrainedModel, paths: Sequence[Path], data_dir: Path | str | None = None,
    between: Callable[[], None] = lambda: None,
) -> Iterator[tuple[Path, Prediction | InputError]]:  # fmt: skip
    """Every file of ``paths`` and of the folders among them, with what became of it.

    ``between`` is called after each.
    """
    for path in paths:
        try:
            files, others = files_in(path)
        except InputError as error:
            yield path, error
            continue
        for file in files:
            try:
                yield file, predict_file(model, file, data_dir)
            except InputError as error:
                yield file, error
            between()
        for name in others:
            yield Path(name), InputError(tr("is of a kind that is not read."))
        if not files and not others:
            yield path, InputError(tr("is an empty folder."))


def predict_rows(model: TrainedModel, rows: Sequence[Mapping[str, Any]]) -> Prediction:
    """Rows by the names of their columns. Raises ``InputError``."""
    require_predictable(model)
    return predict_samples(model, read_rows(model, rows))


def predict_texts(model: TrainedModel, texts: Sequence[str], data_dir: Path | str | None = None) -> Prediction:
    """Texts as they are written. Raises ``InputError``."""
    require_predictable(model)
    return predict_samples(model, read_texts(model, texts, data_dir))


def predict_image(model: TrainedModel, image: np.ndarray) -> Prediction:
    """A drawing or a pasted image, uint8 h×w or h×w×3 (or more: the fourth is left out), brought to size.

    Raises ``InputError`` for a network that takes no images.
    """
    from playground.engine.data.resizing import images

    require_predictable(model)
    shape = model.data_shape
    if not shape.is_image or image.ndim not in (2, 3) or 0 in image.shape:
        raise InputError(tr("the network takes {shape}, not an image.", shape=shape), whole=True)
    planes = image[None] if image.ndim == 2 else np.moveaxis(image[:, :, :3], -1, 0)
    if len(planes) < shape.sizes[0]:
        planes = np.repeat(planes[:1], shape.sizes[0], 0)
    if len(planes) not in (shape.sizes[0], 3):
        planes = planes[: shape.sizes[0]]
    values = images(np.ascontiguousarray(planes[None]), shape.sizes)
    picture = Samples(np.asarray(values, np.float32) / np.float32(255))
    return predict_samples(model, as_learned(model, picture))


def predict_samples(model: TrainedModel, samples: Samples | np.ndarray) -> Prediction:
    """Samples in the units of the data. Raises ``InputError`` for what the network does not take."""
    taken = samples if isinstance(samples, Samples) else Samples(samples)
    starts = range(0, max(1, len(taken.values)), _BATCH)
    try:
        parts = [model.predict(taken.values[start : start + _BATCH]) for start in starts]
    except ValueError as error:
        raise InputError(f"{error}.") from error
    except IndexError as error:
        raise InputError(tr("holds ids that the network's vocabulary does not have.")) from error
    outputs = np.concatenate(parts)
    errors = None
    if model.tells == "data" and model.takes_data:
        fill = model.entering.fill
        wanted = taken.values if fill is None else np.where(np.isnan(taken.values), fill, taken.values)
        apart = outputs.reshape(len(outputs), -1) - wanted.reshape(len(outputs), -1)
        errors = np.square(apart, dtype=np.float64).mean(1)
    told = tuple(_told(model, outputs, errors))
    return Prediction(outputs, tuple(model.classes), taken.notes, taken.rows, errors, told)


def require_predictable(model: TrainedModel) -> None:
    """Raises ``InputError`` for a network that takes no samples, or gives nothing that can be told."""
    if model.tells == "data" and not model.takes_data:
        raise InputError(
            tr("the network makes samples out of noise; export it, or look at what it generates."), whole=True
        )
    if model.tells == "numbers" and not model.classes:
        raise InputError(
            tr("the network gives no vector with one number for each class; export it and run it elsewhere."),
            whole=True,
        )


def reconstructed(model: TrainedModel, found: Prediction) -> np.ndarray | None:
    """Images that came back of samples, uint8 n×h×w or n×h×w×3; None of networks that give none back.

    Of images of floats, black and white are the ends of the data that it learned from.
    """
    from playground.engine.pictures import pictures

    if found.errors is None or not model.data_shape.is_image:
        return None
    back = found.probabilities.reshape(-1, *model.data_shape.sizes)
    return pictures(back, picture_ends(model))


def records(model: TrainedModel, file: str, found: Prediction) -> tuple[PredictedRow, ...]:
    """A record for each sample, for the window and for files."""
    flat = found.probabilities.reshape(len(found.probabilities), -1)
    few = model.classes or model.names
    names = found.rows or tuple(tr("sample {number}", number=n) if len(flat) > 1 else "" for n in range(len(flat)))
    return tuple(
        PredictedRow(file, row, told.said, told.confidence, tuple(map(float, values)) if few else (), told.error)
        for row, told, values in zip(names, found.told, flat, strict=True)
    )  # fmt: skip


def _told(model: TrainedModel, outputs: np.ndarray, errors: np.ndarray | None) -> Iterator[Told]:
    """Each answer in words."""
    if model.tells == "labels":
        limit = threshold(model.project.training.loss, final_activation(model.project.networks[model.network]))
        for row in outputs:
            yield Told(wording.labels(model.classes, row > limit))
    elif model.classes:
        for row in outputs:
            best = int(row.argmax())
            yield Told(model.classes[best], float(row[best]))
    elif errors is not None:
        for error in errors:
            yield Told("reconstruction", error=float(error))
    else:
        for row in outputs.reshape(len(outputs), -1):
            names = model.names if len(model.names) == len(row) > 1 else ()
            yield Told(wording.numbers(row, _SHOWN_NUMBERS, names=names))
