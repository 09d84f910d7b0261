"""``playground predict``: what a trained network says about images, arrays, tables, texts, and folders of these."""

from __future__ import annotations

import csv as csv_files
import io
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from playground.commands.failures import (
    WRONG_PROJECT,
    Failure,
    is_bundle,
    locate,
    refuse_overwriting,
    require_writable,
    to_json,
    usage,
)
from playground.core.bundle import SUFFIX
from playground.core.files import FileError, write_atomic

if TYPE_CHECKING:
    from playground.engine.predict import InputError, Prediction
    from playground.engine.trained import TrainedModel

SHOWN = 20


def predict(
    bundle: Annotated[str, typer.Argument(metavar="BUNDLE", help="A trained bundle.", show_default=False)],
    input: Annotated[  # noqa: A002  (the option's name)
        list[Path],
        typer.Option(
            "--input", metavar="PATH", show_default=False,
            help="Images, .npy or .npz arrays, .csv, .tsv or .parquet rows, .txt with a text on each line, or a folder "
            "of these; may be repeated.",
        ),
    ],
    csv: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE", help="Write a row for each sample.", show_default=False)
    ] = None,
    save: Annotated[
        Path | None,
        typer.Option("--save", metavar="DIR", help="Write images that come back as PNG here.", show_default=False),
    ] = None,
    data_dir: Annotated[Path | None, typer.Option(metavar="DIR", help="Where the data sets lie.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
) -> None:  # fmt: skip
    """Predict each sample.

    Samples are in the units of the data; they are scaled as the training samples were. Rows of a table go by the names
    of their columns. An image is resized to the network's input, and for digits made grey and, on a light border,
    inverted; each change is reported. A .npy holds one sample or many; images as whole numbers from 0 to 255 or decimal
    ones from 0 to 1. A network whose outputs are no probabilities gives scores in their place. Of several files those
    that cannot be read are named and skipped, and the exit status is 1.
    """
    path = locate(bundle)
    if not is_bundle(path):
        raise usage(f"{path.name} is not a trained bundle ({SUFFIX}). Make one with: playground train … --out")
    _require_places(path, input, csv, save, data_dir)
    from playground.engine.predict import InputError, predict_each
    from playground.engine.threads import use_training_threads

    use_training_threads()
    model = _model(path, save)
    found = list(predict_each(model, input, data_dir))
    done = [(file, result) for file, result in found if not isinstance(result, InputError)]
    failed = [(file, result) for file, result in found if isinstance(result, InputError)]
    if len(found) == 1 and failed:
        raise usage(f"{failed[0][0].name}: {failed[0][1]}")
    if csv is not None:
        _write_csv(model, done, csv)
    written = 0 if save is None else _save_images(model, done, save)
    _print(model, done, failed, json=json, many=len(found) > 1)
    if save is not None and not json:
        print(f"saved {written:,} {'image' if written == 1 else 'images'} in {save}")
    if failed:
        named = "; ".join(f"{file}: {str(error).rstrip('.')}" for file, error in failed[:5])
        more = f"; and {len(failed) - 5:,} more" if len(failed) > 5 else ""
        raise Failure(f"{len(failed):,} of {len(found):,} files could not be used: {named}{more}.", code=WRONG_PROJECT)


def _model(path: Path, save: Path | None) -> TrainedModel:
    """The network of a bundle that can do what is asked. Raises ``Failure``."""
    from playground.engine.predict import InputError, require_predictable
    from playground.engine.trained import TrainedModel

    try:
        model = TrainedModel.from_bundle(path)
        require_predictable(model)
    except FileError as error:
        raise Failure(str(error)) from error
    except InputError as error:
        raise usage(f"{path.name}: {error}") from error
    if save is not None and not (model.tells == "data" and model.data_shape.is_image):
        raise usage(f"--save: {path.name} gives no images back; --csv and --json have what it says.")
    return model


def _require_places(
    bundle: Path, inputs: list[Path], csv: Path | None, save: Path | None, data_dir: Path | None
) -> None:
    """Refuse before any work is done what could not be read or written after it."""
    if save is not None and save.exists() and not save.is_dir():
        raise usage(f"--save: {save} is a file; give the name of a folder.")
    if data_dir is not None and not data_dir.is_dir():
        raise usage(f"--data-dir: {data_dir} is not a folder.")
    for path in inputs:
        if not path.exists() and len(inputs) == 1:
            raise usage(f"--input: {path} does not exist.")
    if csv is not None:
        require_writable(csv, "--csv")
        refuse_overwriting(bundle, csv=csv)
        for path in inputs:
            refuse_overwriting(path, csv=csv)


def _print(
    model: TrainedModel, done: list[tuple[Path, Prediction]], failed: list[tuple[Path, InputError]], *, json: bool,
    many: bool,
) -> None:  # fmt: skip
    if json:
        print(to_json(_as_data(model, done, failed, many=many)))
        return
    for file, result in done:
        if many:
            print(f"{file}:")
        print(as_text(model, result))


def _as_data(
    model: TrainedModel, done: list[tuple[Path, Prediction]], failed: list[tuple[Path, InputError]], *, many: bool
) -> dict[str, Any]:
    """What ``predict --json`` prints: of one file as always, of several with the file of each prediction."""
    if not many:
        return as_data(model, done[0][1])
    predictions = [
        {"file": str(file), **entry} for file, result in done for entry in as_data(model, result)["predictions"]
    ]
    notes = [f"{file}: {note}" for file, result in done for note in result.notes]
    skipped = [{"file": str(file), "message": str(error)} for file, error in failed]
    return {"notes": notes, "classes": list(model.classes), "predictions": predictions, "skipped": skipped}


def as_data(model: TrainedModel, found: Prediction) -> dict[str, Any]:
    """What ``predict --json`` prints of one file. Numbers that are no probabilities are called scores."""
    entries = [_entry(model, found, number) for number in range(len(found.told))]
    if found.rows:
        entries = [{"row": row, **entry} for row, entry in zip(found.rows, entries, strict=True)]
    return {"notes": list(found.notes), "classes": list(found.classes), "predictions": entries}


def _entry(model: TrainedModel, found: Prediction, number: int) -> dict[str, Any]:
    told = found.told[number]
    row = [float(value) for value in found.probabilities[number].reshape(-1)]
    one, all_ = ("confidence", "probabilities") if model.gives_probabilities else ("score", "scores")
    if model.tells == "labels":
        return {"labels": told.said.split(", ") if told.said != "none" else [], all_: row}
    if found.classes:
        return {"class": told.said, one: told.confidence, all_: row}
    if told.error is not None:
        return {"error": told.error, "reconstruction": found.probabilities[number].tolist()}
    return {"values": dict(zip(model.names, row, strict=True)) if len(model.names) == len(row) else row}


def as_text(model: TrainedModel, found: Prediction) -> str:
    """One line per sample with its two runners-up; percent only for probabilities."""
    lines = [f"note: {note}" for note in found.notes]
    if found.classes and not model.gives_probabilities:
        lines.append("note: the network ends in no Softmax or Sigmoid, so these are scores, not probabilities")
    many = len(found.told) > 1
    for index in range(min(SHOWN, len(found.told))):
        head = f"{_row(found, index)}: " if many or found.rows else ""
        lines.append(head + _line(model, found, index))
    if len(found.told) > SHOWN:
        lines.append(f"… and {len(found.told) - SHOWN:,} more; --json and --csv give all.")
    return "\n".join(lines)


def _row(found: Prediction, index: int) -> str:
    return found.rows[index][:60] if found.rows else f"sample {index}"


def _line(model: TrainedModel, found: Prediction, index: int) -> str:
    told, row = found.told[index], found.probabilities[index]
    if told.error is not None:
        return f"reconstruction error {told.error:.4g}"
    if told.confidence is None:
        return told.said
    best = found.best[index]
    sure = model.gives_probabilities
    others = sorted((i for i in range(len(row)) if i != best), key=lambda i: -row[i])[:2]
    runners = ", ".join(f"{found.classes[i]} {_number(row[i], sure)}" for i in others)
    return f"{told.said}  {_number(row[best], sure)}" + (f"  (then {runners})" if runners else "")


def _number(value: float, probability: bool) -> str:
    return f"{100 * value:.1f} %" if probability else f"score {value:.3g}"


def _write_csv(model: TrainedModel, done: list[tuple[Path, Prediction]], path: Path) -> None:
    """A row for each sample: file, row, what is said, how sure, and a column for each number that has a name."""
    from playground.engine.predict import records

    names = model.classes or model.names
    sure = "confidence" if model.gives_probabilities else "score"
    text = io.StringIO(newline="")
    writer = csv_files.writer(text)
    writer.writerow(["file", "row", "prediction", *([sure] if model.classes else []), *_error(model), *names])
    for file, result in done:
        for one in records(model, str(file), result):
            rest = [] if one.confidence is None and not model.classes else [_cell(one.confidence)]
            error = [_cell(one.error)] if _error(model) else []
            writer.writerow([one.file, one.row, one.said, *rest, *error, *map(_cell, one.values)])
    try:
        write_atomic(path, text.getvalue().encode("utf-8"))
    except FileError as error:
        raise Failure(str(error)) from error


def _save_images(model: TrainedModel, done: list[tuple[Path, Prediction]], folder: Path) -> int:
    """A PNG for each sample that came back, named after its file and, of several in it, its number; how many."""
    from PIL import Image

    from playground.engine.predict import reconstructed

    count, taken = 0, set[str]()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, result in done:
            images = reconstructed(model, result)
            for number, image in enumerate(() if images is None else images):
                name = stem = file.stem if len(result.told) == 1 else f"{file.stem}-{number}"
                again = 2
                while name in taken:  # files of different folders may have one name
                    name, again = f"{stem}-{again}", again + 1
                taken.add(name)
                data = io.BytesIO()
                Image.fromarray(image).save(data, "PNG")
                write_atomic(folder / f"{name}.png", data.getvalue())
                count += 1
    except FileError as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise Failure(f"{folder}: could not be written ({error.strerror}).") from error
    return count


def _error(model: TrainedModel) -> list[str]:
    return ["error"] if model.tells == "data" else []


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:.9g}"
