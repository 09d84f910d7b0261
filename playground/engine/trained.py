"""A trained network on its own: no data, no optimizer, ready to predict and to be exported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, fx

from playground.core.infer import infer
from playground.core.project import Project
from playground.core.shape import Shape
from playground.engine.compiler import compile_graph
from playground.engine.losses import probabilities
from playground.engine.preparation import initial_module, require_trainable
from playground.engine.state import TrainingState
from playground.engine.tasks import EVALUATION_BATCH
from playground.training.datasets import DATASETS, Dataset
from playground.training.outputs import final_activation, gives_probabilities


@dataclass(frozen=True)
class TrainedModel:
    """``module`` is the network as drawn, its last activation included, in eval mode on the CPU."""

    project: Project
    network: str
    module: fx.GraphModule
    data_shape: Shape
    classes: tuple[str, ...]

    @classmethod
    def from_state(cls, state: TrainingState) -> TrainedModel:
        """A copy of the weights as they are: training on does not change it."""
        weights = {name: tensor.detach().cpu().clone() for name, tensor in state.module.state_dict().items()}
        return cls.with_weights(state.project, state.network, weights)

    @classmethod
    def from_bundle(cls, path: Path | str) -> TrainedModel:
        """Raises ``FileError`` for a file that is no sound bundle."""
        from playground.engine.checkpoint import load_bundle

        return load_bundle(path).model()

    @classmethod
    def untrained(cls, project: Project) -> TrainedModel:
        """The weights that training would begin with. Raises ``CannotTrain``."""
        network = project.main_network
        module = initial_module(project, network, require_trainable(project))
        return cls.with_weights(project, network, module.state_dict())

    @classmethod
    def with_weights(
        cls, project: Project, network: str, weights: dict[str, Tensor], classes: tuple[str, ...] = ()
    ) -> TrainedModel:
        """``weights`` by state-dict name, taken over as they are. Whether it could train here does not matter.

        ``classes`` name the outputs, where that is not the data set's to say. Raises ``CannotTrain`` for a network that
        cannot be built, and ``ValueError`` for weights that are not its own.
        """
        graph, dataset = project.networks[network], DATASETS.get(project.data.dataset)
        data_shape = dataset.shape if dataset is not None else None
        with torch.device("meta"):  # no memory, no random numbers: the weights are there already
            module = compile_graph(graph, data_shape, networks=project.networks)
        expected = module.state_dict()
        if weights.keys() != expected.keys():
            odd = sorted(set(weights) ^ set(expected))
            raise ValueError(f"the weights do not belong to this network: {', '.join(odd[:3])}")
        for name, tensor in weights.items():
            if tensor.shape != expected[name].shape or tensor.dtype != expected[name].dtype:
                raise ValueError(
                    f"{name} is {tuple(tensor.shape)} {tensor.dtype}; "
                    f"the network needs {tuple(expected[name].shape)} {expected[name].dtype}"
                )
        module.load_state_dict(weights, assign=True)
        taken, given = _ends(project, network, data_shape)
        return cls(project, network, module.eval(), taken, class_names(given, taken, dataset, classes))

    @property
    def takes_data(self) -> bool:
        """Whether samples of the project's data set are what the network takes."""
        dataset = DATASETS.get(self.project.data.dataset)
        return dataset is not None and dataset.shape == self.data_shape

    @property
    def gives_probabilities(self) -> bool:
        """Whether ``predict`` gives probabilities; otherwise its numbers are scores that may lie anywhere."""
        return gives_probabilities(self.project, self.network)

    def predict(self, x: np.ndarray) -> np.ndarray:
        """Probabilities, float32 N×classes, for float32 samples N×``data_shape`` with values from 0 to 1.

        Without ``gives_probabilities`` the numbers are the network's plain scores.
        """
        if x.ndim != self.data_shape.rank + 1 or x.shape[1:] != self.data_shape.sizes:
            raise ValueError(f"samples are {' × '.join(map(str, x.shape[1:]))}; the network takes {self.data_shape}")
        if len(self.project.networks[self.network].entrances) > 1:
            raise ValueError("the network takes several inputs at once")
        kind = np.int64 if self.data_shape.whole else np.float32
        given = torch.from_numpy(np.ascontiguousarray(x, dtype=kind))
        with torch.inference_mode():
            found = [self._read(self.module(part)) for part in given.split(EVALUATION_BATCH)]
        return torch.cat(found).numpy()

    def _read(self, outputs: Tensor | tuple[Tensor, ...]) -> Tensor:
        """Outputs that already went through a last activation stay; scores are read as the loss reads them.

        Of several outputs it is the first; what is not one number for each class stays as it is.
        """
        if isinstance(outputs, tuple):
            outputs = outputs[0]
        if not self.classes:
            return outputs
        drawn = final_activation(self.project.networks[self.network])
        if drawn == "log_softmax":
            return outputs.exp()
        return outputs if drawn else probabilities(outputs, self.project.training.loss, None)


def _ends(project: Project, network: str, data_shape: Shape | None) -> tuple[Shape, Shape]:
    """The shape of one sample at the first entrance, and at the first exit, of a network that can be built."""
    graph = project.networks[network]
    facts = infer(graph, network, data_shape, networks=project.networks).facts
    sources = graph.entrances or graph.order[:1]
    taken, given = facts[sources[0]].shape, facts[graph.exits[0]].shape
    if taken is None:  # an Input that leads nowhere
        taken = given
    assert taken is not None
    assert given is not None  # it was built
    return taken, given


def class_names(given: Shape, taken: Shape, dataset: Dataset | None, own: tuple[str, ...] = ()) -> tuple[str, ...]:
    """A name for each output: ``own`` ones, the data set's where it is its samples that come in, else numbers.

    None for outputs that are no vector.
    """
    if not given.is_vector:
        return ()
    known = dataset.classes if dataset is not None and dataset.shape.sizes == taken.sizes else ()
    for names in (own, known):
        if len(names) == given.count:
            return names
    return tuple(str(number) for number in range(given.count))
