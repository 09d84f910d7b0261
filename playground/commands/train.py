"""``playground train``: the same training as in the window, without one."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from pydantic import ValidationError

from playground.commands.check import ProjectArgument
from playground.commands.failures import (
    INTERRUPTED,
    Failure,
    locate,
    open_project,
    refuse_overwriting,
    require_writable,
    to_json,
    usage,
    write_json,
)
from playground.core.project import Project

if TYPE_CHECKING:
    from playground.api import Trained, TrainingFailed
    from playground.engine.control import Control

STANDARD_OUTPUT = Path("-")
DEVICES = ("auto", "cpu", "cuda", "mps")


def train(
    project: ProjectArgument,
    epochs: Annotated[int | None, typer.Option(metavar="N", help="Passes over the training data.")] = None,
    batch_size: Annotated[int | None, typer.Option(metavar="N", help="Samples per step.")] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", help="Use at most N training samples.")] = None,
    device: Annotated[str | None, typer.Option(metavar="auto|cpu|cuda|mps", help="Where to compute.")] = None,
    seed: Annotated[int | None, typer.Option(metavar="N", help="The same seed gives the same run on the CPU.")] = None,
    data_dir: Annotated[Path | None, typer.Option(metavar="DIR", help="Where the data sets lie.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="BUNDLE", help="Save the trained network here.")] = None,
    json: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the metrics here; - prints them.")] = None,
) -> None:
    """Train a project; what is given here goes before what its file says. Ctrl-C stops and keeps what was learned."""
    if device is not None and device not in DEVICES:
        raise usage(f"--device: there is no device {device!r}. Devices: {', '.join(DEVICES)}.")
    if data_dir is not None and not data_dir.is_dir():
        raise usage(f"--data-dir: {data_dir} is not a folder.")
    if out is not None:
        require_writable(out, "--out")
    if json is not None and json != STANDARD_OUTPUT:
        require_writable(json, "--json")
    source = locate(project)
    refuse_overwriting(source, out=out, json=json)
    if out is not None and out.suffix == ".json":
        raise usage(f"--out: {out} is named like a project; a trained bundle ends in .playground.")
    opened = open_project(source)
    changed = with_overrides(
        opened, {"epochs": epochs, "batch_size": batch_size, "device": device, "seed": seed}, {"limit": limit}
    )
    if device is not None:
        _require_device(device)
    _train(changed, data_dir, out, json)


def with_overrides(project: Project, training: dict[str, Any], data: dict[str, Any]) -> Project:
    """``project`` with every value that is not None. Raises ``Failure`` naming the option that is out of range."""
    changes: dict[str, Any] = {}
    for field, values in (("training", training), ("data", data)):
        given = {name: value for name, value in values.items() if value is not None}
        try:
            changes[field] = getattr(project, field).replace(**given)
        except ValidationError as error:
            first = error.errors()[0]
            option = f"--{str(first['loc'][0]).replace('_', '-')}"
            reason = first["msg"].replace("Input should be", "should be")
            raise usage(f"{option} {first['input']}: {reason}.") from error
    return project.replace(**changes)


def _require_device(device: str) -> None:
    from playground.engine.devices import choose_device
    from playground.engine.errors import CannotTrain

    try:
        choose_device(device)
    except CannotTrain as error:
        raise usage(f"--device: {error.message} {error.hint}") from error


def _train(project: Project, data_dir: Path | None, out: Path | None, json: Path | None) -> None:
    from playground import api, protocol
    from playground.commands.training_display import TrainingDisplay
    from playground.engine.control import Control
    from playground.engine.data import DataError
    from playground.engine.data.arrays import FilesChanged
    from playground.engine.data.inspecting import as_they_are_now
    from playground.engine.loop import CannotTrain

    control = Control()
    display = TrainingDisplay(project.title, to_stderr=json == STANDARD_OUTPUT)

    def heed(event: protocol.Event) -> None:
        if isinstance(event, protocol.RunStarted):
            arm()
        display.show(event)

    try:
        with display, interrupt_stops(control) as arm:
            trains = partial(api.train, data_dir=data_dir, on_event=heed, on_download=display.download, control=control)
            try:
                trained = trains(project)
            except FilesChanged as change:
                display.say(f"{change.message} The files were read again.")
                trained = trains(project.replace(data=as_they_are_now(project.data, data_dir)))
    except api.TrainingFailed as error:
        raise Failure(error.message, f"{error.hint} {_kept(error, out)}") from error
    except (CannotTrain, DataError) as error:
        raise Failure(error.message, error.hint) from error
    display.finish(trained)
    if out is not None:
        _save(trained, out)
        display.say(f"saved {out}")
    if json == STANDARD_OUTPUT:
        print(to_json(trained.metrics()))
    elif json is not None:
        write_json(trained.metrics(), json)
    if trained.stopped:
        kept = f"{out} holds what was learned" if out else "nothing was saved, for there was no --out"
        raise Failure(f"stopped at step {trained.step:,}; {kept}.", code=INTERRUPTED)


def _kept(failed: TrainingFailed, out: Path | None) -> str:
    """Saves the good weights of a run that broke down, and says where they are."""
    if not failed.step:
        return "" if out is None else "Those are the ones that it began with, so nothing was saved."
    if out is None:
        return "Nothing was saved, for there was no --out."
    _save(failed, out)
    return f"{out} holds the weights of step {failed.step:,}."


def _save(trained: Trained | TrainingFailed, out: Path) -> None:
    from playground.core.files import FileError

    try:
        trained.save(out)
    except FileError as error:
        raise Failure(str(error)) from error


@contextmanager
def interrupt_stops(control: Control) -> Iterator[Callable[[], None]]:
    """Once the function that it gives was called, Ctrl-C ends the run after the step at hand, twice without its test.

    Before that, and from the third on, Ctrl-C ends the program.
    """
    left = 0

    def arm() -> None:
        nonlocal left
        left = 2

    def interrupted(_number: int, _frame: object) -> None:
        nonlocal left
        if left == 0:
            raise KeyboardInterrupt
        left -= 1
        control.stop()

    previous = signal.signal(signal.SIGINT, interrupted)
    try:
        yield arm
    finally:
        signal.signal(signal.SIGINT, previous)
