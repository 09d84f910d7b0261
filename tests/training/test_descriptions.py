"""Data sets, losses and optimizers as descriptions; torch judges that each optimizer's call is one it accepts."""

from __future__ import annotations

import re

import pytest
from pydantic import ValidationError

from playground.training.datasets import DATASETS
from playground.training.losses import LOSSES
from playground.training.optimizers import OPTIMIZERS


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=lambda d: d.name)
def test_a_data_set_says_where_it_comes_from(dataset):
    assert DATASETS[dataset.name] is dataset
    assert dataset.summary.endswith(".")
    assert dataset.source and dataset.licence
    assert len(set(dataset.classes)) == len(dataset.classes)
    assert dataset.bundled != bool(dataset.files), "a data set is bundled or has files to download"
    assert bool(dataset.files) == bool(dataset.mirrors)
    for file in dataset.files:
        assert re.fullmatch(r"[0-9a-f]{32}", file.md5)
    for mirror in dataset.mirrors:
        assert mirror.startswith("https://") and mirror.endswith("/")


def test_the_samples_add_up_to_what_is_published():
    assert DATASETS["digits"].train_samples + DATASETS["digits"].test_samples == 1797
    assert DATASETS["mnist"].train_samples + DATASETS["mnist"].test_samples == 70_000


def test_losses_have_a_title_a_line_and_a_formula():
    for name, loss in LOSSES.items():
        assert loss.name == name
        assert loss.title and loss.summary.endswith(".") and loss.formula


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_torch_accepts_what_an_optimizer_calls(name):
    import torch

    call = OPTIMIZERS[name]().call(0.01)
    made = getattr(torch.optim, call.target.rpartition(".")[2])([torch.nn.Parameter(torch.zeros(3))], **call.kwargs)
    assert made.param_groups[0]["lr"] == 0.01


def test_defaults_are_torchs_own():
    import torch

    for name, kind in OPTIMIZERS.items():
        parameter = [torch.nn.Parameter(torch.zeros(1))]
        ours = getattr(torch.optim, name)(parameter, **kind().call(0.01).kwargs).defaults
        assert ours == getattr(torch.optim, name)(parameter, lr=0.01).defaults, name


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
