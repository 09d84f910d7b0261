"""A trained network on its own: no data, no optimizer, ready to predict and to be exported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, fx

from playground.core.project import Project
from playground.core.shape import Shape
from playground.engine.compiler import compile_graph
from playground.engine.losses import probabilities
from playground.engine.preparation import initial_module, require_trainable
from playground.engine.state import TrainingState
from playground.engine.tasks import EVALUATION_BATCH
from playground.training.datasets import DATASETS
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
    def with_weights(cls, project: Project, network: str, weights: dict[str, Tensor]) -> TrainedModel:
        """``weights`` by state-dict name, taken over as they are. Raises ``CannotTrain`` and ``ValueError``."""
        require_trainable(project)
        dataset = DATASETS[project.data.dataset]
        with torch.device("meta"):  # no memory, no random numbers: the weights are there already
            module = compile_graph(project.networks[network], dataset.shape)
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
        return cls(project, network, module.eval(), dataset.shape, dataset.classes)

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
        given = torch.from_numpy(np.ascontiguousarray(x, dtype=np.float32))
        with torch.inference_mode():
            found = [self._read(self.module(part)) for part in given.split(EVALUATION_BATCH)]
        return torch.cat(found).numpy()

    def _read(self, outputs: Tensor) -> Tensor:
        """Outputs that already went through a last activation stay; scores are read as the loss reads them."""
        drawn = final_activation(self.project.networks[self.network])
        return outputs if drawn else probabilities(outputs, self.project.training.loss, None)
