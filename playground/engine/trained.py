"""A trained network on its own: no data, no optimizer, ready to predict and to be exported."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import numpy as np
import torch
from torch import Tensor, fx

from playground.core.infer import infer
from playground.core.language import tr
from playground.core.plan import Plan, make_plan
from playground.core.project import Project
from playground.core.shape import Shape
from playground.engine.compiler import compile_graph
from playground.engine.data import Fitted
from playground.engine.losses import probabilities
from playground.engine.preparation import initial_networks, require_trainable
from playground.engine.state import TrainingState
from playground.engine.tasks import EVALUATION_BATCH
from playground.training.cuts import WHOLE, Cut, cut_of
from playground.training.datasets import Dataset, Target, describe
from playground.training.losses import reading
from playground.training.outputs import final_activation, gives_probabilities
from playground.training.tasks import VariationalAutoencoder, task_of

# What the numbers that come out are: of classes, labels or values of a target, a sample of the data, its code, or
# nothing that is known.
Tells = Literal["classes", "labels", "values", "data", "code", "numbers"]


BYTES = 255.0


@dataclass(frozen=True)
class TrainedModel:
    """``module`` is the network (or the part ``cut`` of it) as drawn, its last activation included, evaluating, on the
    CPU. It takes samples of ``data_shape`` and gives ``given``, as they were while training: prepared.

    ``inputs`` and ``targets`` are the preparation that was fitted then: ``predict`` and exports apply them.
    """

    project: Project
    network: str
    module: fx.GraphModule
    data_shape: Shape
    classes: tuple[str, ...]
    given: Shape
    inputs: Fitted = field(default_factory=Fitted)
    targets: Fitted = field(default_factory=Fitted)
    cut: Cut = WHOLE
    words: tuple[str, ...] = field(default=(), repr=False)  # by id from 2 on, of a network that reads texts
    data_sha256: str = ""  # of the data that it learned from, where that is known (``ArrayData.sha256``)

    @classmethod
    def from_state(cls, state: TrainingState) -> TrainedModel:
        """A copy of the weights as they are: training on does not change it."""
        samples = state.samples
        return cls.with_weights(
            state.project, state.network, state.main_weights(), inputs=samples.inputs, targets=samples.targets,
            words=samples.arrays.words,
        )  # fmt: skip

    @classmethod
    def from_bundle(cls, path: Path | str) -> TrainedModel:
        """Raises ``FileError`` for a file that is no sound bundle."""
        from playground.engine.checkpoint import load_bundle

        return load_bundle(path).model()

    @classmethod
    def untrained(cls, project: Project) -> TrainedModel:
        """The weights that training would begin with. Raises ``CannotTrain``."""
        network = task_of(project).main(project)
        networks = initial_networks(project, require_trainable(project))
        return cls.with_weights(project, network, networks[network].state_dict())

    @classmethod
    def with_weights(
        cls, project: Project, network: str, weights: dict[str, Tensor], classes: tuple[str, ...] = (),
        inputs: Fitted | None = None, targets: Fitted | None = None, words: tuple[str, ...] = (),
    ) -> TrainedModel:  # fmt: skip
        """``weights`` by state-dict name, taken over as they are. Whether it could train here does not matter.

        ``classes`` name the outputs, where that is not the data set's to say. Raises ``CannotTrain`` for a network that
        cannot be built, and ``ValueError`` for weights or a preparation that are not its own.
        """
        found = cls._built(project, network, WHOLE, weights, classes, inputs or Fitted(), targets or Fitted())
        if inputs is None and found.data_shape.is_image:  # bytes of images are parts of 255 wherever they come from
            found = replace(found, inputs=Fitted(divisor=BYTES))
        found.require_preparation()
        return replace(found, words=words) if words else found

    @classmethod
    def _built(
        cls, project: Project, network: str, cut: Cut, weights: dict[str, Tensor], classes: tuple[str, ...],
        inputs: Fitted, targets: Fitted,
    ) -> TrainedModel:  # fmt: skip
        graph, dataset = project.networks[network], describe(project.data)
        data_shape = dataset.shape if dataset is not None else None
        with torch.device("meta"):  # no memory, no random numbers: the weights are there already
            module = compile_graph(graph, data_shape, cut.outputs, networks=project.networks, inputs=cut.inputs)
        _require_weights(weights, module.state_dict())
        module.load_state_dict(weights, assign=True)
        taken, given = _ends(project, network, data_shape, cut)
        made = cls(project, network, module.eval(), taken, (), given, inputs, targets, cut)
        unknown = made.tells == "numbers" and not cut.part and task_of(project).predicts_target
        if made.tells in ("classes", "labels") or unknown:
            return replace(made, classes=class_names(given, taken, dataset, classes))
        return made

    def part(self, name: str) -> TrainedModel:
        """The ``encoder`` or ``decoder`` of it, with the same weights; "" is all of it. Raises ``NoSuchPart``."""
        cut = cut_of(self.project, self.network, name)
        if not cut.part:
            return self
        graph = self.project.networks[self.network]
        shape = self.dataset.shape if self.dataset is not None else None
        with torch.device("meta"):
            wanted = compile_graph(graph, shape, cut.outputs, networks=self.project.networks, inputs=cut.inputs)
        own = self.module.state_dict()
        weights = {key: own[key] for key in wanted.state_dict()}
        return self._built(self.project, self.network, cut, weights, (), self.inputs, self.targets)

    def plan(self, *, before_activation: bool = False) -> Plan:
        """What ``module`` runs. Raises ``Unplannable``."""
        project, dataset = self.project, self.dataset
        return make_plan(
            project.networks[self.network], self.data_shape if dataset is None else dataset.shape,
            network=self.network, networks=project.networks, inputs=self.cut.inputs, outputs=self.cut.outputs,
            before_activation=before_activation,
        )  # fmt: skip

    # --- what goes in and comes out ---

    @property
    def dataset(self) -> Dataset | None:
        """The data that it was trained on, as described; None where they are not known."""
        return describe(self.project.data)

    @property
    def takes_data(self) -> bool:
        """Whether samples of the project's data set are what it takes: not noise, nor a code."""
        graph = self.project.networks[self.network]
        source = graph.by_id[(graph.entrances or graph.order[:1])[0]]
        noise = source.kind is not None and source.kind.family == "generative"
        fits = self.dataset is not None and self.dataset.shape == self.data_shape
        return fits and not noise and not self.cut.inputs

    @property
    def tells(self) -> Tells:
        """What the outputs are."""
        dataset = self.dataset
        if self.cut.outputs is not None:
            return "code"
        if dataset is None:
            return "numbers"
        target = dataset.target
        if task_of(self.project).predicts_target:
            fits = self.given.is_vector and (
                self.given.count == target.count or (self.given.count == 1 and target.binary)
            )
            if target.kind == "values":
                fits = target.shape is not None and self.given.sizes == target.shape.sizes
            known = self.data_shape.sizes == dataset.shape.sizes and target.kind != "none"
            return target.kind if fits and known else "numbers"  # type: ignore[return-value]  # not none
        return "data" if self.given.count == dataset.shape.count else "numbers"

    @property
    def gives_probabilities(self) -> bool:
        """Whether ``predict`` gives probabilities; otherwise its numbers are scores that may lie anywhere."""
        return bool(self.classes) and gives_probabilities(self.project, self.network)

    @property
    def names(self) -> tuple[str, ...]:
        """What the numbers of an output are called, in order; none for images and other outputs without names."""
        dataset = self.dataset
        if self.classes or dataset is None:
            return self.classes
        if self.tells == "values" and len(dataset.target.names) == self.given.count:
            return dataset.target.names
        return dataset.features if self.tells == "data" and len(dataset.features) == self.given.count else ()

    @property
    def entering(self) -> Fitted:
        """What is done to samples before ``module`` sees them: only those of the data set are scaled."""
        alone = len(self.project.networks[self.network].entrances) == 1
        return self.inputs if self.takes_data and alone else Fitted(divisor=self.inputs.divisor)

    @property
    def leaving(self) -> Fitted:
        """Whose inverse brings what ``module`` gives into the units of the data: values, or samples."""
        if len(self.project.networks[self.network].exits) > 1:
            return Fitted()
        if self.tells == "values":
            return self.targets
        if self.tells != "data" or self.dataset is None or self.inputs.shift is None or self.inputs.scale is None:
            return Fitted()
        whole, sizes = self.dataset.shape.sizes, self.given.sizes
        if sizes == whole:
            return Fitted(self.inputs.shift, self.inputs.scale)
        parts = (self.inputs.shift, self.inputs.scale)
        shift, scale = (np.broadcast_to(part, whole).reshape(sizes).copy() for part in parts)
        return Fitted(shift, scale)

    @property
    def activation(self) -> str | None:
        """What reads outputs that are samples of the data although the network ends in no activation."""
        if self.tells != "data" or final_activation(self.project.networks[self.network]) is not None:
            return None
        task = task_of(self.project)
        if isinstance(task, VariationalAutoencoder):
            return "sigmoid" if task.output == "bernoulli" else None
        return reading(self.project.training.loss, None) if task.losses else None

    # --- predicting ---

    def predict(self, x: np.ndarray) -> np.ndarray:
        """What it says of samples N×``data_shape``: bytes, floats of images from 0 to 1, numbers in the data's units.

        Probabilities, float32 N×classes, where it tells classes (without ``gives_probabilities`` plain scores); values
        in the units of the target; samples in those of the data; else what the network gives.
        """
        if x.ndim != self.data_shape.rank + 1 or x.shape[1:] != self.data_shape.sizes:
            raise ValueError(
                tr(
                    "samples are {names}; the network takes {data_shape}",
                    names=" × ".join(map(str, x.shape[1:])),
                    data_shape=self.data_shape,
                )
            )
        if not self.cut.part and len(self.project.networks[self.network].entrances) > 1:
            raise ValueError(tr("the network takes several inputs at once"))
        whole = self.data_shape.whole
        given = np.asarray(x, np.int64) if whole else x if x.dtype == np.uint8 else np.asarray(x, np.float32)
        found = []
        with torch.inference_mode():
            for start in range(0, max(1, len(given)), EVALUATION_BATCH):
                part = np.ascontiguousarray(self.entering.apply(given[start : start + EVALUATION_BATCH]), self._type)
                found.append(self._read(self.module(torch.from_numpy(part))))
        return torch.cat(found).numpy()

    @property
    def _type(self) -> type[np.generic]:
        return np.int64 if self.data_shape.whole else np.float32

    def _read(self, outputs: Tensor | tuple[Tensor, ...]) -> Tensor:
        """Outputs that already went through a last activation stay; scores are read as the loss reads them.

        Of several outputs it is the first.
        """
        if isinstance(outputs, tuple):
            outputs = outputs[0]
        dataset, loss = self.dataset, self.project.training.loss
        drawn = final_activation(self.project.networks[self.network])
        if self.tells in ("classes", "labels") and dataset is not None:
            return _told(outputs, loss, drawn, dataset.target)
        if self.tells == "values" and dataset is not None:
            values = outputs if drawn else probabilities(outputs, loss, None, dataset.target)
            return self.targets.invert(values.float())
        if self.tells == "data":
            return self.leaving.invert((torch.sigmoid(outputs) if self.activation == "sigmoid" else outputs).float())
        # of data that are not known here
        return _told(outputs, loss, drawn, Target.classes(*self.classes)) if self.classes else outputs

    def require_preparation(self) -> None:
        """Raises ``ValueError`` for a preparation with numbers that belong to samples or outputs of another shape."""
        if not self.takes_data:
            return
        ends = ((self.inputs, self.data_shape.sizes, tr("inputs")), (self.leaving, self.given.sizes, tr("targets")))
        for fitted, sizes, name in ends:
            for values in (fitted.shift, fitted.scale, fitted.fill):
                if values is not None and not _broadcasts(values.shape, sizes):
                    raise ValueError(
                        tr(
                            "the preparation of the {name} is for {shape}, not for {sizes}",
                            name=name,
                            shape=values.shape,
                            sizes=sizes,
                        )
                    )


def _told(outputs: Tensor, loss: str, drawn: str | None, target: Target) -> Tensor:
    """Probabilities N×classes or N×labels (two columns also for one output), or scores where nothing makes them so."""
    if target.binary and outputs.shape[1] == 1 and drawn == "sigmoid":
        return torch.cat((1 - outputs, outputs), 1)
    if drawn is None or (outputs.shape[1] == 1 and target.binary):
        return probabilities(outputs, loss, drawn, target)
    return outputs.exp() if drawn == "log_softmax" else outputs


def _broadcasts(given: tuple[int, ...], sizes: tuple[int, ...]) -> bool:
    return len(given) <= len(sizes) and all(
        one in (1, other) for one, other in zip(reversed(given), reversed(sizes), strict=False)
    )


def _require_weights(weights: dict[str, Tensor], expected: dict[str, Tensor]) -> None:
    """Raises ``ValueError`` for weights of another network."""
    if weights.keys() != expected.keys():
        odd = sorted(set(weights) ^ set(expected))
        raise ValueError(tr("the weights do not belong to this network: {names}", names=", ".join(odd[:3])))
    for name, tensor in weights.items():
        if tensor.shape != expected[name].shape or tensor.dtype != expected[name].dtype:
            raise ValueError(
                tr(
                    "{name} is {shape} {dtype}; the network needs {shape2} {dtype2}",
                    name=name,
                    shape=tuple(tensor.shape),
                    dtype=tensor.dtype,
                    shape2=tuple(expected[name].shape),
                    dtype2=expected[name].dtype,
                )
            )


def _ends(project: Project, network: str, data_shape: Shape | None, cut: Cut) -> tuple[Shape, Shape]:
    """The shape of one sample at the first entrance, and at the first exit, of what can be built."""
    graph = project.networks[network]
    facts = infer(graph, network, data_shape, networks=project.networks).facts
    sources = cut.inputs or graph.entrances or graph.order[:1]
    taken, given = facts[sources[0]].shape, facts[(cut.outputs or graph.exits)[0]].shape
    if taken is None:  # an Input that leads nowhere
        taken = given
    assert taken is not None
    assert given is not None  # it was built
    return taken, given


def class_names(given: Shape, taken: Shape, dataset: Dataset | None, own: tuple[str, ...] = ()) -> tuple[str, ...]:
    """A name for each output: ``own`` ones, the data set's where it is its samples that come in, else numbers.

    One output that tells two classes apart has both names. None for outputs that are no vector.
    """
    if not given.is_vector:
        return ()
    fits = dataset is not None and dataset.shape.sizes == taken.sizes
    target = dataset.target if dataset is not None and fits else Target("none")
    known = target.names if target.kind in ("classes", "labels") else ()
    for names in (own, known):
        if len(names) == given.count or (names is known and target.binary and given.count == 1):
            return names
    return tuple(str(number) for number in range(given.count))
