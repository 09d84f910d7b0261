"""``playground evaluate``: how well a trained network does, and where it is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from playground.commands.failures import (
    Failure,
    is_bundle,
    locate,
    refuse_overwriting,
    require_writable,
    to_json,
    usage,
    write_json,
)
from playground.core.bundle import SUFFIX
from playground.core.files import FileError

if TYPE_CHECKING:
    from playground.protocol.findings import Report

PARTS = ("test", "validation", "train")


def evaluate(
    bundle: Annotated[str, typer.Argument(metavar="BUNDLE", help="A trained bundle.", show_default=False)],
    part: Annotated[str, typer.Option(metavar="|".join(PARTS), help="The part of the data to look at.")] = "test",
    data_dir: Annotated[Path | None, typer.Option(metavar="DIR", help="Where the data sets lie.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="FILE", help="Write the report as JSON.", show_default=False)
    ] = None,
) -> None:
    """Evaluate on a part of the data that the network was trained with.

    Prints the metrics of its task, precision, recall and F1 of each class, the confusion matrix, or errors of each
    number, and the samples that it is most wrong about.
    """
    if part not in PARTS:
        raise usage(f"--part: there is no part {part!r}. Parts: {', '.join(PARTS)}.")
    path = locate(bundle)
    if not is_bundle(path):
        raise usage(f"{path.name} is not a trained bundle ({SUFFIX}). Make one with: playground train … --out")
    if data_dir is not None and not data_dir.is_dir():
        raise usage(f"--data-dir: {data_dir} is not a folder.")
    if report is not None:
        require_writable(report, "--report")
        refuse_overwriting(path, report=report)
    found = _report(path, cast("Literal['test', 'validation', 'train']", part), data_dir)
    if report is not None:
        write_json(found.to_dict(), report)
    if json:
        print(to_json(found.to_dict()))
        return
    for line in as_text(found):
        print(line)


def as_text(report: Report) -> list[str]:
    """For a terminal."""
    from playground.protocol.findings import report_lines
    from playground.training.metrics import METRICS

    return report_lines(report, {name: (metric.title, metric.percent) for name, metric in METRICS.items()})


def _report(path: Path, part: Literal["test", "validation", "train"], data_dir: Path | None) -> Report:
    from playground.engine.data import DataError
    from playground.engine.errors import CannotTrain
    from playground.engine.evaluating import evaluate as look
    from playground.engine.threads import use_training_threads

    use_training_threads()
    try:
        return look(path, part, data_dir)
    except FileError as error:
        raise Failure(str(error)) from error
    except (CannotTrain, DataError) as error:
        raise Failure(error.message, error.hint) from error
