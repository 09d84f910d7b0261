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
from playground.training.check import output_node
from playground.training.datasets import DATASETS


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
        network = next(iter(project.networks))
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

    def predict(self, x: np.ndarray) -> np.ndarray:
        """Probabilities, float32 N×classes, for float32 samples N×``data_shape`` with values from 0 to 1."""
        if x.ndim != self.data_shape.rank + 1 or x.shape[1:] != self.data_shape.sizes:
            raise ValueError(f"samples are {' × '.join(map(str, x.shape[1:]))}; the network takes {self.data_shape}")
        given = torch.from_numpy(np.ascontiguousarray(x, dtype=np.float32))
        with torch.inference_mode():
            found = [self._read(self.module(part)) for part in given.split(EVALUATION_BATCH)]
        return torch.cat(found).numpy()

    def _read(self, outputs: Tensor) -> Tensor:
        """Outputs that already went through a last activation stay; scores are read as the loss reads them."""
        end = output_node(self.project.networks[self.network])
        drawn = end.layer.final_activation() if end is not None and end.layer is not None else None
        return outputs if drawn else probabilities(outputs, self.project.training.loss, None)
