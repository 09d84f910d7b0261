"""The project file's model: networks, data, training settings, view. See ``docs/file-format.md``."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import Field, field_validator

from playground.core.blocks import settled
from playground.core.graph import Graph
from playground.core.language import tr
from playground.core.record import Record

FORMAT: Final = "neural-playground"
VERSION: Final = 5
Name = Annotated[str, Field(min_length=1, max_length=80)]
NetworkName = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9 _-]{0,39}$")]


Scaling = Literal["none", "standardize", "minmax", "symmetric"]


class Preparation(Record):
    """What is done to samples before a network sees them. What is fitted is fitted on the training part alone.

    Bytes of images count from 0 to 1 before anything else.
    """

    scaling: Scaling = Field(
        "none",
        description="Standardize: mean 0 and deviation 1. Minmax: 0 to 1. Symmetric: −1 to 1. Per column or channel.",
    )
    columns: dict[str, Scaling] = Field({}, description="Another scaling for single columns, by name.")
    target: Scaling = Field("none", description="Scaling of numbers that are to be predicted; results are scaled back.")
    missing: Literal["median", "mean", "zero", "drop"] = Field(
        "median", description="What stands for a number that is missing, or that its row is dropped."
    )
    size: tuple[Annotated[int, Field(ge=1, le=4096)], Annotated[int, Field(ge=1, le=4096)]] | None = Field(
        None, description="Height × width that images are resized to; empty to keep theirs."
    )
    grayscale: bool = Field(False, description="Make colour images grey.")


class Augmentation(Record):
    """How training images are varied, anew each time they are drawn. Validation and test images never are."""

    shift: float = Field(0.0, ge=0.0, le=0.5, description="Moves by up to this part of the width and height.")
    rotate: float = Field(0.0, ge=0.0, le=180.0, description="Turns by up to this many degrees.")
    zoom: float = Field(0.0, ge=0.0, le=0.9, description="Grows or shrinks by up to this part.")
    flip_horizontal: bool = Field(False, description="Mirrors half of the images left to right.")
    flip_vertical: bool = Field(False, description="Mirrors half of the images top to bottom.")
    brightness: float = Field(0.0, ge=0.0, le=1.0, description="Lightens or darkens by up to this much.")
    noise: float = Field(0.0, ge=0.0, le=1.0, description="Adds normal noise of this deviation.")
    cutout: float = Field(0.0, ge=0.0, le=0.9, description="Blanks a square of this part of the side.")

    @property
    def active(self) -> bool:
        """Whether anything is varied."""
        return self != Augmentation()


class DataSettings(Record):
    """Which data, how they are split and prepared. The test part is the data set's own where it has one."""

    dataset: Name = Field("digits", description="The data set to learn from.")
    params: dict[str, Any] = Field({}, description="What this kind of data set can be told: number, noise, a file.")
    validation: float = Field(0.1, ge=0.0, le=0.9, description="Part of the training data held back to validate on.")
    test: float = Field(
        0.2, ge=0.0, le=0.9, description="Part held back to test on, of data that have no test part of their own."
    )
    limit: int | None = Field(None, ge=1, description="Use at most this many training samples; empty for all.")
    preparation: Preparation = Preparation()
    augmentation: Augmentation = Augmentation()


class TaskSettings(Record):
    """What is learned, by the task's type name with the parameters that its description declares."""

    type: Name = "supervised"
    params: dict[str, Any] = {}


class OptimizerSettings(Record):
    """An optimizer by its type name with the parameters that its description declares."""

    type: Name = "Adam"
    params: dict[str, Any] = {}


class ScheduleSettings(Record):
    """How the learning rate changes while training, by type name with the parameters that its description declares."""

    type: Name = "constant"
    params: dict[str, Any] = {}


class EarlyStopping(Record):
    """When to end a run that no longer gets better on the validation part (on the training part without one)."""

    on: bool = Field(False, title="Stop early", description="End the run when it no longer gets better.")
    metric: Name = Field("loss", description="What must get better: the loss, or a metric of the task.")
    patience: int = Field(5, ge=1, le=10_000, description="Epochs without improvement before the run ends.")
    minimum_improvement: float = Field(0.0, ge=0.0, le=1e6, description="What counts as better must be more than this.")
    restore_best: bool = Field(True, description="End with the weights of the best epoch instead of the last.")


class TrainingSettings(Record):
    """How to train. One seed decides initial weights, split and order of the data."""

    epochs: int = Field(5, ge=1, le=100_000, description="Passes over the training data.")
    batch_size: int = Field(64, ge=1, le=1_000_000, description="Samples per step.")
    loss: Name = Field("cross_entropy", description="What training makes small.")
    optimizer: OptimizerSettings = OptimizerSettings()
    learning_rate: float = Field(1e-3, gt=0.0, le=100.0, description="Step length; can be changed while it runs.")
    schedule: ScheduleSettings = ScheduleSettings()
    seed: int = Field(0, ge=0, le=2**32 - 1, description="The same seed gives the same run on the CPU.")
    l1: float = Field(
        0.0, ge=0.0, le=1000.0, title="L1", description="Adds this times Σ|w| of all weights to the loss."
    )
    l2: float = Field(0.0, ge=0.0, le=1000.0, title="L2", description="Adds this times Σw² of all weights to the loss.")
    clip_norm: float | None = Field(
        None, gt=0.0, le=1e6, title="Clip gradients", description="Shortens gradients longer than this; empty for none."
    )
    class_weights: Literal["equal", "balanced"] | tuple[Annotated[float, Field(ge=0.0, le=1e6)], ...] = Field(
        "equal", description="Balanced: rare classes count as much as frequent ones. Or one weight for each class."
    )
    early_stopping: EarlyStopping = EarlyStopping()
    precision: Literal["float32", "mixed"] = Field(
        "float32", title="Numeric precision", description="Mixed: 16 bits where that is safe; faster on graphics cards."
    )
    compiled: bool = Field(
        False, title="Compile", description="Have torch.compile make one program of it: slow start, faster steps."
    )
    device: Literal["auto", "cpu", "cuda", "mps"] = Field("auto", description="Where to compute.")


class View(Record):
    """Where the person was looking, by network: centre of the canvas and zoom."""

    x: Annotated[float, Field(ge=-1e7, le=1e7)] = 0.0
    y: Annotated[float, Field(ge=-1e7, le=1e7)] = 0.0
    zoom: float = Field(1.0, gt=0.0, le=100.0)


class Project(Record):
    """Everything a person made. Immutable: edits give a new one that shares what did not change."""

    format: Literal["neural-playground"] = FORMAT
    version: Literal[5] = VERSION
    title: Annotated[str, Field(max_length=120)] = "Untitled"
    description: Annotated[str, Field(max_length=2000)] = ""
    task: TaskSettings = TaskSettings()
    networks: dict[NetworkName, Graph] = {"Classifier": Graph()}
    main: NetworkName | None = Field(None, description="The network that trains, where its name must be said.")
    data: DataSettings = DataSettings()
    training: TrainingSettings = TrainingSettings()
    view: dict[str, View] = {}

    @field_validator("networks")
    @classmethod
    def _at_least_one(cls, networks: dict[str, Graph]) -> dict[str, Graph]:
        if not networks:
            raise ValueError(tr("a project needs at least one network"))
        return networks

    @property
    def main_network(self) -> str:
        """The network that trains: ``main``, else the first by name that stands in no other one as a block."""
        if self.main in self.networks:
            return str(self.main)
        used = set().union(*(graph.nested for graph in self.networks.values()))
        return min(self.networks, key=lambda name: (name in used, name))

    def network(self, name: str) -> Graph:
        """Raises ``KeyError`` for a name that the project does not have."""
        return self.networks[name]

    def with_network(self, name: str, graph: Graph) -> Project:
        """This project with one network replaced or added; blocks that show it get the ports that it has now."""
        changed = self.with_networks(settled({**self.networks, name: graph}, (name,)))
        main = self.main_network
        # the network that trains stays the same although its name may no longer come first
        return changed if changed.main_network == main else changed.model_copy(update={"main": main})

    def with_networks(self, networks: dict[str, Graph]) -> Project:
        """This project with other networks, as they are."""
        return self.model_copy(update={"networks": networks})
