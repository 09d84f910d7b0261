"""``playground predict``: what a trained network says about an image or an array of samples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from playground.commands.failures import Failure, is_bundle, locate, to_json, usage
from playground.core.bundle import SUFFIX
from playground.core.files import FileError

if TYPE_CHECKING:
    from playground.engine.predict import Prediction

SHOWN = 20


def predict(
    bundle: Annotated[str, typer.Argument(metavar="BUNDLE", help="A trained bundle.", show_default=False)],
    input: Annotated[  # noqa: A002  (the option's name)
        Path,
        typer.Option(
            "--input", metavar="FILE", help="A .png image, or one or more samples as .npy.", show_default=False
        ),
    ],
    json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
) -> None:
    """Predict the class of each sample.

    A .png is made grey and resized to the network's input; one with a light border is inverted, for the networks learn
    light strokes on black; each change is reported. A .npy holds one sample or many: whole numbers from 0 to 255, or
    decimal ones from 0 to 1. A network whose outputs are no probabilities gives scores in their place.
    """
    path = locate(bundle)
    if not is_bundle(path):
        raise usage(f"{path.name} is not a trained bundle ({SUFFIX}). Make one with: playground train … --out")
    if not input.is_file():
        raise usage(f"--input: {input} {'is a folder' if input.is_dir() else 'does not exist'}.")
    from playground.engine.predict import InputError, predict_file
    from playground.engine.trained import TrainedModel

    try:
        model = TrainedModel.from_bundle(path)
        found = predict_file(model, input)
    except FileError as error:
        raise Failure(str(error)) from error
    except InputError as error:
        raise usage(f"{input.name}: {error}") from error
    sure = model.gives_probabilities
    print(to_json(as_data(found, sure)) if json else as_text(found, sure))


def as_data(found: Prediction, probabilities: bool) -> dict[str, Any]:
    """What ``predict --json`` prints. Numbers that are no ``probabilities`` are called scores."""
    one, all_ = ("confidence", "probabilities") if probabilities else ("score", "scores")
    return {
        "notes": list(found.notes),
        "classes": list(found.classes),
        "predictions": [
            {
                "class": found.classes[best],
                one: float(row[best]),
                all_: [float(value) for value in row],
            }
            for row, best in zip(found.probabilities, found.best, strict=True)
        ],
    }


def as_text(found: Prediction, probabilities: bool) -> str:
    """One line per sample with its two runners-up; percent only for ``probabilities``."""
    lines = [f"note: {note}" for note in found.notes]
    if not probabilities:
        lines.append("note: the network ends in no Softmax or Sigmoid, so these are scores, not probabilities")
    many = len(found.best) > 1
    for index, (row, best) in enumerate(zip(found.probabilities[:SHOWN], found.best, strict=False)):
        others = sorted((i for i in range(len(row)) if i != best), key=lambda i: -row[i])[:2]
        runners = ", ".join(f"{found.classes[i]} {_number(row[i], probabilities)}" for i in others)
        head = f"sample {index}: " if many else ""
        lines.append(
            f"{head}{found.classes[best]}  {_number(row[best], probabilities)}"
            + (f"  (then {runners})" if runners else "")
        )
    if len(found.best) > SHOWN:
        lines.append(f"… and {len(found.best) - SHOWN:,} more; --json gives all.")
    return "\n".join(lines)


def _number(value: float, probability: bool) -> str:
    return f"{100 * value:.1f} %" if probability else f"score {value:.3g}"
