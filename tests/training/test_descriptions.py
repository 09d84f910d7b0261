"""Data sets, losses and optimizers as descriptions; torch judges that each optimizer's call is one it accepts."""

from __future__ import annotations

import re

import pytest
from pydantic import ValidationError

from playground.core.layer import Call
from playground.core.project import OptimizerSettings, TrainingSettings
from playground.training.datasets import DATASETS, Target
from playground.training.losses import LOSSES, usual_loss
from playground.training.metrics import METRICS, of_target
from playground.training.optimizers import OPTIMIZERS
from playground.training.split import batch_size


@pytest.mark.parametrize("kind", DATASETS.values(), ids=lambda kind: kind.name)
def test_a_data_set_says_what_it_is_and_where_it_comes_from(kind):
    assert DATASETS[kind.name] is kind
    assert kind.title and kind.summary.endswith(".")
    dataset = kind().describe()
    if dataset is None:  # one's own: something must be chosen first
        assert kind().missing()
        return
    assert dataset.name == kind.name and dataset.train_samples > 0
    assert len(set(dataset.classes)) == len(dataset.classes)
    assert not dataset.files or (dataset.source and dataset.licence)  # generated points are nobody's
    assert bool(dataset.files) == bool(dataset.mirrors)
    for file in dataset.files:
        assert re.fullmatch(r"md5:[0-9a-f]{32}|sha256:[0-9a-f]{64}", file.hash)
    for mirror in dataset.mirrors:
        assert re.fullmatch(r"https?://.+/", mirror)


@pytest.mark.parametrize("kind", DATASETS.values(), ids=lambda kind: kind.name)
def test_each_parameter_of_a_data_set_has_its_help(kind):
    for name, info in kind.model_fields.items():
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        assert extra.get("editor") == "none" or (info.description or "").endswith("."), name


def test_the_samples_add_up_to_what_is_published():
    assert DATASETS["digits"].train_samples + DATASETS["digits"].test_samples == 1797
    assert DATASETS["mnist"].train_samples + DATASETS["mnist"].test_samples == 70_000


def test_losses_have_a_title_a_line_and_a_formula():
    for name, loss in LOSSES.items():
        assert loss.name == name
        assert loss.title and loss.summary.endswith(".") and loss.formula
        assert loss.targets and loss.suits


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_torch_accepts_what_an_optimizer_calls(name):
    import torch

    call = OPTIMIZERS[name]().call(0.01)
    made = getattr(torch.optim, call.target.rpartition(".")[2])([torch.nn.Parameter(torch.zeros(3))], **call.kwargs)
    assert made.param_groups[0]["lr"] == 0.01


def test_defaults_are_torchs_own():
    import torch

    for name, kind in OPTIMIZERS.items():
        parameter, call = [torch.nn.Parameter(torch.zeros(1))], kind().call(0.01)
        torchs = getattr(torch.optim, call.target.rpartition(".")[2])
        assert torchs(parameter, **call.kwargs).defaults == torchs(parameter, lr=0.01).defaults, name


def test_gradient_descent_looks_at_all_samples_and_remembers_nothing():
    kind = OPTIMIZERS["GradientDescent"]
    assert kind.full_batch and not kind.model_fields
    assert [name for name, other in OPTIMIZERS.items() if other.full_batch] == ["GradientDescent"]
    assert kind().call(0.5) == Call("torch.optim.SGD", kwargs={"lr": 0.5})
    descent = TrainingSettings(batch_size=32, optimizer=OptimizerSettings(type="GradientDescent"))
    assert batch_size(descent, 1437) == 1437
    assert batch_size(TrainingSettings(batch_size=32), 1437) == 32


def test_every_kind_of_target_has_losses_and_a_usual_one():
    for target in (Target.classes("a", "b"), Target.labels("a"), Target.values("a")):
        assert target.kind in LOSSES[usual_loss(target)].targets


def test_what_is_measured_of_a_target_is_described():
    for target in (Target.classes(*"abcdefg"), Target.labels("a"), Target.values("a")):
        assert set(of_target(target)) <= set(METRICS)
    assert "top_5" in of_target(Target.classes(*"abcdef")) and "top_5" not in of_target(Target.classes(*"abcde"))
    assert of_target(Target("none")) == ()


def test_nesterov_without_momentum_is_plain_sgd():
    assert OPTIMIZERS["SGD"](nesterov=True).call(0.1).kwargs["nesterov"] is False
    assert OPTIMIZERS["SGD"](nesterov=True, momentum=0.9).call(0.1).kwargs["nesterov"] is True


@pytest.mark.parametrize(
    ("name", "params"),
    [("Adam", {"beta1": 1.0}), ("Adam", {"epsilon": 0.0}), ("SGD", {"momentum": -0.1}), ("RMSprop", {"alpha": 1.0}),
     ("AdamW", {"weight_decay": -1.0}), ("Adagrad", {"lr": 1.0})],
)  # fmt: skip
def test_parameters_out_of_range_are_refused(name, params):
    with pytest.raises(ValidationError):
        OPTIMIZERS[name](**params)
