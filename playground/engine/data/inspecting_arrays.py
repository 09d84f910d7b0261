"""What arrays hold: what a sample is, whether targets are classes, labels or values, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import numpy as np

from playground.core.language import tr
from playground.engine.data.arrays import DataError
from playground.engine.data.inspecting_partners import partners, role_of
from playground.engine.data.sources.own_arrays import names_in, open_array, open_idx, summary
from playground.engine.data.sources.own_lines import Progress
from playground.engine.data.sources.own_paths import locate
from playground.engine.data.sources.own_targets import inspect_targets, untrained_labels
from playground.training.datasets.own import counted, shortened, untrained_words
from playground.training.datasets.own_arrays import ArrayFound, Arrays, ArraysFound, Idx

_CHANNELS = {1, 3, 4}
Where = Path | str | None


def find_partners(files: Sequence[str], path: Path) -> dict[str, str]:
    """The parameters of ``Arrays`` or ``Idx`` that name these files, and those beside them that belong to them."""
    found = partners(files, path)
    if path.suffix.lower() in {".npy", ".npz"}:
        return found
    names = {"x": "images", "y": "labels", "test_x": "test_images", "test_y": "test_labels"}
    return {names[key]: file for key, file in found.items()}


def inspect_arrays(kind: Arrays, data_dir: Where, progress: Progress | None = None) -> Arrays:
    """``kind`` with what its .npy or .npz files hold. Raises ``DataError``."""
    notes: list[str] = []
    places = _places(kind, data_dir, notes)
    arrays = {key: open_array(locate(file, data_dir), name) for key, (file, name) in places.items()}
    found = _found(kind.decides, places, arrays, notes, progress)
    return kind.model_copy(update={"found": found})


def inspect_idx(kind: Idx, data_dir: Where, progress: Progress | None = None) -> Idx:
    """``kind`` with what its IDX files hold. Raises ``DataError``."""
    files = dict(zip(("x", "y", "test_x", "test_y"), kind.decides, strict=True))
    places = {key: (file, "") for key, file in files.items() if file}
    arrays = {key: open_idx(locate(file, data_dir)) for key, (file, _) in places.items()}
    return kind.model_copy(update={"found": _found(kind.decides, places, arrays, [], progress)})


def _places(kind: Arrays, data_dir: Where, notes: list[str]) -> dict[str, tuple[str, str]]:
    """File and name in it of each array: those that were chosen, and of an .npz those that its names speak for."""
    places: dict[str, tuple[str, str]] = {}
    for key, file, name in (("x", kind.x, kind.x_name), ("y", kind.y, kind.y_name), ("test_x", kind.test_x, ""),
                            ("test_y", kind.test_y, "")):  # fmt: skip
        if file:
            path = locate(file, data_dir)
            places[key] = file, _member(path, key, name) if path.suffix.lower() == ".npz" else ""
    path = locate(kind.x, data_dir)
    if path.suffix.lower() != ".npz" or kind.y:
        return places
    names = names_in(path)
    inside = {("test_" if role_of(name).test else "") + role_of(name).role: name for name in reversed(names)}
    inside["x"] = places["x"][1]
    if names == ["arr_0", "arr_1"]:
        inside["y"] = "arr_1"
    if kind.y_name:
        inside["y"] = _member(path, "y", kind.y_name)
    pair = {"test_x", "test_y"} <= set(inside) and not kind.test_x
    taken = {key: name for key, name in inside.items() if key == "y" or (pair and key.startswith("test_"))}
    places |= {key: (kind.x, name) for key, name in taken.items() if key and name != inside["x"]}
    used = {name for _, name in places.values()}
    if len(names) > len(used):
        notes.append(
            tr(
                "Arrays that were not used: {shortened}.",
                shortened=shortened([name for name in names if name not in used]),
            )
        )
    return places


def _member(path: Path, key: str, chosen: str) -> str:
    names = names_in(path)
    if chosen:
        if chosen not in names:
            raise DataError(
                tr("{path}: holds no array called “{chosen}”.", path=path, chosen=chosen),
                tr("Choose one of: {shortened}.", shortened=shortened(names, 10)),
            )
        return chosen
    fit = [name for name in names if role_of(name).role == key[-1] and role_of(name).test == key.startswith("test_")]
    if fit or len(names) == 1 or names == ["arr_0", "arr_1"]:
        return fit[0] if fit else names[0]
    raise DataError(
        tr(
            "{path}: holds the arrays {shortened}, and none of them is called X.",
            path=path,
            shortened=shortened(names, 10),
        ),
        tr("Choose the name of the inputs."),
    )


def _found(
    decides: tuple[str, ...], places: dict[str, tuple[str, str]], arrays: dict[str, np.ndarray], notes: list[str],
    progress: Progress | None,
) -> ArraysFound:  # fmt: skip
    for key, (file, name) in places.items():
        _refuse_type(f"{file}{f' ({name})' if name else ''}", arrays[key], inputs=key.endswith("x"))
    parts = {
        key: ArrayFound(file=file, name=name, shape=arrays[key].shape, dtype=arrays[key].dtype.name)
        for key, (file, name) in places.items()
    }
    x, label = arrays["x"], _label(parts["x"])
    _refuse_lengths(parts)
    look, last = _look(x)
    low, high, missing = summary(x, label, nan=look == "table", progress=progress)
    if "test_x" in arrays:
        summary(arrays["test_x"], _label(parts["test_x"]), nan=look == "table", progress=None)
    if last:
        notes.append(tr("The last dimension is that of the colours."))
    if missing:
        notes.append(tr("Missing: {counted}.", counted=counted(missing, "number")))
    if "y" not in arrays:
        notes.append(tr("There are no targets: learn without, for example with an autoencoder."))
    ys = {_label(parts[key]): arrays[key] for key in ("y", "test_y") if key in arrays}
    target = inspect_targets(ys, notes) if ys else None
    untrained = () if target is None or target.kind != "classes" else untrained_labels(arrays)
    if untrained:
        notes.append(untrained_words(untrained))
    return ArraysFound(
        of=decides, **parts, target=target, look=look, channels_last=last, missing=missing, range=(low, high),
        notes=tuple(notes), untrained=untrained,
    )  # fmt: skip


def _label(part: ArrayFound) -> str:
    return f"{part.file}{f' ({part.name})' if part.name else ''}"


def _refuse_type(label: str, x: np.ndarray, *, inputs: bool) -> None:
    if x.dtype.kind not in "fiub" and inputs:
        what = {
            "U": tr("text"), "S": tr("text"), "c": tr("complex numbers"), "M": tr("dates"), "m": tr("times"),
            "V": tr("records"),
        }  # fmt: skip
        raise DataError(
            tr("{label}: holds {get}; inputs are numbers.", label=label, get=what.get(x.dtype.kind, str(x.dtype))),
            tr("Save numbers, as float32."),
        )
    if x.ndim == 0 or 0 in x.shape:
        raise DataError(
            tr("{label}: is empty (its shape is {shape}).", label=label, shape=x.shape),
            tr("Save at least a few samples."),
        )
    if x.ndim > 5:
        raise DataError(
            tr("{label}: has {ndim} dimensions; samples have at most 4.", label=label, ndim=x.ndim), tr("Reshape it.")
        )


def _refuse_lengths(parts: dict[str, ArrayFound]) -> None:
    for one, two in (("x", "y"), ("test_x", "test_y")):
        if one in parts and two in parts and parts[two].shape[:1] != parts[one].shape[:1]:
            count = parts[two].shape[0] if parts[two].shape else 1
            raise DataError(
                tr(
                    "{label} has {shape:,} samples, and {label2} has {count:,} targets.",
                    label=_label(parts[one]),
                    shape=parts[one].shape[0],
                    label2=_label(parts[two]),
                    count=count,
                ),
                tr("Choose the two files that belong together."),
            )
    if "test_x" in parts and parts["test_x"].shape[1:] != parts["x"].shape[1:]:
        raise DataError(
            tr(
                "{label}: a sample has the shape {shape}; for training it has {shape2}.",
                label=_label(parts["test_x"]),
                shape=parts["test_x"].shape[1:],
                shape2=parts["x"].shape[1:],
            ),
            tr("Save both with the same shape."),
        )


def _look(x: np.ndarray) -> tuple[Literal["table", "sequences", "images"], bool]:
    """What a sample is, and whether its last dimension is that of colours."""
    if x.ndim == 4:
        last = x.shape[3] in _CHANNELS and x.shape[1] not in _CHANNELS
        return "images", last
    if x.ndim == 3:
        return ("images" if x.dtype == np.uint8 and min(x.shape[1:]) > 1 else "sequences"), False
    return "table", False
