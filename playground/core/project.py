"""The project file's model: networks, data, training settings, view. See ``docs/file-format.md``."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import Field, field_validator

from playground.core.blocks import settled
from playground.core.graph import Graph, Record

FORMAT: Final = "neural-playground"
VERSION: Final = 2
Name = Annotated[str, Field(min_length=1, max_length=80)]
NetworkName = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9 _-]{0,39}$")]


class DataSettings(Record):
    """Which data, and how they are split. The test part is the data set's own where it has one."""

    dataset: Name = Field("digits", description="The data set to learn from.")
    validation: float = Field(0.1, ge=0.0, le=0.9, description="Part of the training data held back to validate on.")
    limit: int | None = Field(None, ge=1, description="Use at most this many training samples; empty for all.")


class OptimizerSettings(Record):
    """An optimizer by its type name with the parameters that its description declares."""

    type: Name = "Adam"
    params: dict[str, Any] = {}


class TrainingSettings(Record):
    """How to train. One seed decides initial weights, split and order of the data."""

    epochs: int = Field(5, ge=1, le=100_000, description="Passes over the training data.")
    batch_size: int = Field(64, ge=1, le=1_000_000, description="Samples per step.")
    loss: Name = Field("cross_entropy", description="What training makes small.")
    optimizer: OptimizerSettings = OptimizerSettings()
    learning_rate: float = Field(1e-3, gt=0.0, le=100.0, description="Step length; can be changed while it runs.")
    seed: int = Field(0, ge=0, le=2**32 - 1, description="The same seed gives the same run on the CPU.")
    l1: float = Field(
        0.0, ge=0.0, le=1000.0, title="L1", description="Adds this times Σ|w| of all weights to the loss."
    )
    l2: float = Field(0.0, ge=0.0, le=1000.0, title="L2", description="Adds this times Σw² of all weights to the loss.")
    device: Literal["auto", "cpu", "cuda", "mps"] = Field("auto", description="Where to compute.")


class View(Record):
    """Where the person was looking, by network: centre of the canvas and zoom."""

    x: Annotated[float, Field(ge=-1e7, le=1e7)] = 0.0
    y: Annotated[float, Field(ge=-1e7, le=1e7)] = 0.0
    zoom: float = Field(1.0, gt=0.0, le=100.0)


class Project(Record):
    """Everything a person made. Immutable: edits give a new one that shares what did not change."""

    format: Literal["neural-playground"] = FORMAT
    version: Literal[2] = VERSION
    title: Annotated[str, Field(max_length=120)] = "Untitled"
    description: Annotated[str, Field(max_length=2000)] = ""
    task: Literal["supervised"] = "supervised"
    networks: dict[NetworkName, Graph] = {"Classifier": Graph()}
    main: NetworkName | None = Field(None, description="The network that trains, where its name must be said.")
    data: DataSettings = DataSettings()
    training: TrainingSettings = TrainingSettings()
    view: dict[str, View] = {}

    @field_validator("networks")
    @classmethod
    def _at_least_one(cls, networks: dict[str, Graph]) -> dict[str, Graph]:
        if not networks:
            raise ValueError("a project needs at least one network")
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
