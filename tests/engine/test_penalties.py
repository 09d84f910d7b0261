"""L1 and L2 penalties and frozen layers, against numbers worked out with plain torch."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from networks import chain, node, project
from torch import nn

from playground import protocol
from playground.core.graph import Graph, Link
from playground.core.project import Project
from playground.core.shape import Shape
from playground.engine.compiler import compile_graph
from playground.engine.errors import CannotTrain
from playground.engine.loop import prepare, run
from playground.engine.penalties import Penalty

TEN = ("Dense", {"units": 10})
IMAGE = Shape.image(1, 28, 28)


def steps(found: Project, count: int) -> tuple[Any, list[float]]:
    """The state after ``count`` steps and the losses that were reported for them."""
    state = prepare(found)
    order = state.samples.order(0)
    parts = [state.task.step(state.samples.batch(order, i)) for i in range(count)]
    return state, [float(part["loss"]) for part in parts]


def penalty_of(module: Any, l1: float = 0.0, l2: float = 0.0) -> float:
    return Penalty(module, (l1, l2)).add_to(torch.zeros(())).item()


def test_a_penalty_is_the_sum_of_absolute_values_and_of_squares():
    module = compile_graph(
        chain("Input", "Flatten", ("Dense", {"units": 3, "l1": 0.5, "l2": 0.25})), Shape.image(1, 1, 2)
    )
    with torch.no_grad():
        module.dense1.weight.copy_(torch.tensor([[1.0, -2.0], [3.0, 0.0], [-0.5, 4.0]]))
        module.dense1.bias.fill_(100.0)  # biases are left alone
    # Σ|w| = 1 + 2 + 3 + 0.5 + 4 = 10.5; Σw² = 1 + 4 + 9 + 0.25 + 16 = 30.25
    assert penalty_of(module) == pytest.approx(0.5 * 10.5 + 0.25 * 30.25)
    assert penalty_of(module, l1=0.1, l2=0.01) == pytest.approx(0.6 * 10.5 + 0.26 * 30.25)


def test_without_a_wish_the_loss_is_passed_on_untouched():
    module = compile_graph(chain("Input", "Flatten", TEN), IMAGE)
    loss = torch.tensor(1.25)
    assert Penalty(module).add_to(loss) is loss


def test_the_setting_counts_matrices_and_kernels_and_neither_biases_nor_scales():
    module = compile_graph(chain("Input", "Conv2D", "BatchNorm", "Flatten", TEN), IMAGE)
    expected = module.conv1.weight.square().sum() + module.dense1.weight.square().sum()
    assert penalty_of(module, l2=1.0) == pytest.approx(expected.item(), rel=1e-6)


def test_a_norm_that_asks_for_a_penalty_has_its_scales_counted():
    module = compile_graph(chain("Input", ("BatchNorm", {"l2": 0.5}), "Flatten", TEN), IMAGE)
    with torch.no_grad():
        module.norm1.weight.fill_(3.0)
        module.norm1.bias.fill_(7.0)
    assert penalty_of(module) == pytest.approx(0.5 * 9.0)


def test_a_frozen_layer_adds_nothing():
    module = compile_graph(chain("Input", "Flatten", ("Dense", {"units": 4, "l2": 1.0, "frozen": True}), TEN), IMAGE)
    expected = 0.5 * module.dense2.weight.abs().sum().item()
    assert penalty_of(module, l1=0.5) == pytest.approx(expected, rel=1e-6)


def test_weights_that_two_layers_share_count_once():
    graph = chain(
        "Input",
        "Flatten",
        ("Dense", {"units": 784, "l1": 1.0}),
        "ReLU",
        ("Dense", {"units": 784, "shared_with": "dense1"}),
    )
    module = compile_graph(graph, IMAGE)
    assert penalty_of(module) == pytest.approx(module.dense1.weight.abs().sum().item(), rel=1e-6)


@pytest.mark.parametrize("weights", ["separate", "shared"])
def test_layers_inside_blocks_count_for_each_set_of_weights(weights):
    inner = chain("Input", ("Dense", {"units": 784, "l1": 0.5}))
    block = node("Block", network="Part", repeat=2, weights=weights, input_names=["input1"], output_names=["dense1"])
    begin = chain("Input", "Flatten")
    outer = Graph(
        nodes=(*begin.nodes, block, node("Dense", "dense9", units=10)),
        links=(
            *begin.links,
            Link(source="flatten1", target="block1", target_port="input1"),
            Link(source="block1", source_port="dense1", target="dense9"),
        ),
    )
    module = compile_graph(outer, IMAGE, networks={"Main": outer, "Part": inner})
    wide = [weight for name, weight in module.named_parameters() if tuple(weight.shape) == (784, 784)]
    assert len(wide) == {"separate": 2, "shared": 1}[weights]
    assert penalty_of(module) == pytest.approx(0.5 * sum(weight.abs().sum().item() for weight in wide), rel=1e-5)


def test_training_takes_the_steps_that_plain_torch_takes():
    found = project(
        chain("Input", "Flatten", ("Dense", {"units": 5, "activation": "Tanh", "l1": 0.002}), TEN),
        l2=0.01, learning_rate=0.1, batch_size=32, optimizer={"type": "SGD", "params": {}},
    )  # fmt: skip
    state = prepare(found)
    twin = nn.Sequential(nn.Flatten(), nn.Linear(784, 5), nn.Tanh(), nn.Linear(5, 10))
    twin.load_state_dict(
        {
            f"{place}.{name}": getattr(state.module.get_submodule(layer), name).detach().clone()
            for place, layer in ((1, "dense1"), (3, "dense2"))
            for name in ("weight", "bias")
        }
    )
    order, weights = state.samples.order(0), (twin[1].weight, twin[3].weight)
    for number in range(5):
        x, y = state.samples.batch(order, number)
        reported = state.task.step((x, y))["loss"]
        loss = nn.functional.cross_entropy(twin(x), y)
        loss = loss + 0.002 * weights[0].abs().sum() + 0.01 * sum((weight**2).sum() for weight in weights)
        twin.zero_grad()
        loss.backward()
        with torch.no_grad():
            for parameter in twin.parameters():
                parameter.sub_(0.1 * parameter.grad)
        assert float(reported) == pytest.approx(float(loss.detach()), rel=1e-5)
    torch.testing.assert_close(state.module.dense1.weight, twin[1].weight, rtol=1e-4, atol=1e-6)
    torch.testing.assert_close(state.module.dense2.bias, twin[3].bias, rtol=1e-4, atol=1e-6)


def test_the_reported_training_loss_includes_the_penalty_and_the_evaluation_does_not():
    def project_with(l2: float) -> Project:
        return project(chain("Input", "Flatten", TEN), learning_rate=1e-9, epochs=1, l2=l2, data={"limit": 128})

    def losses(found: Project) -> tuple[float, float, float]:
        events = list(run(prepare(found)))
        epoch = next(event for event in events if isinstance(event, protocol.EpochDone))
        done = next(event for event in events if isinstance(event, protocol.RunFinished))
        assert epoch.validation is not None
        assert done.test is not None
        return epoch.train["loss"], epoch.validation["loss"], done.test["loss"]

    plain, punished = losses(project_with(0.0)), losses(project_with(1.0))
    weight = prepare(project_with(0.0)).module.dense1.weight  # hardly moves at this learning rate
    assert punished[0] - plain[0] == pytest.approx(weight.square().sum().item(), rel=1e-3)
    assert punished[1:] == pytest.approx(plain[1:], rel=1e-4)


def test_frozen_layers_do_not_move_and_the_others_do():
    found = project(
        chain("Input", ("Conv2D", {"filters": 4, "frozen": True}), ("BatchNorm", {"frozen": True}), "Flatten", TEN),
        l2=0.1, optimizer={"type": "AdamW", "params": {}},
    )  # fmt: skip
    before = {name: tensor.clone() for name, tensor in prepare(found).module.state_dict().items()}
    state, _ = steps(found, 3)
    moved = {name for name, tensor in state.module.state_dict().items() if not torch.equal(tensor, before[name])}
    assert moved == {"dense1.weight", "dense1.bias"}


@pytest.mark.parametrize("affine", [True, False])
def test_a_frozen_norm_keeps_still_through_a_run_with_validation(affine):
    norm = ("BatchNorm", {"frozen": True, "affine": affine})
    found = project(chain("Input", norm, "Flatten", TEN), epochs=2, data={"limit": 128}, batch_size=32)
    state = prepare(found)
    events = list(run(state))
    assert isinstance(events[-1], protocol.RunFinished)
    assert state.module.norm1.num_batches_tracked == 0
    assert torch.equal(state.module.norm1.running_mean, torch.zeros(1))
    assert state.module.training  # the rest goes on as before


@pytest.mark.parametrize("weights", ["separate", "shared"])
def test_norms_that_rest_inside_blocks_and_with_the_weights_of_another_keep_still(weights):
    still = {"frozen": True, "affine": False}
    unit = chain("Input", ("BatchNorm", still), ("BatchNorm", {"affine": False}))
    ports = {"network": "Unit", "input_names": ["input1"], "output_names": ["norm2"], "repeat": 2, "weights": weights}
    graph = Graph(
        nodes=(
            *chain("Input", ("BatchNorm", still), "Flatten", TEN).nodes,
            node("BatchNorm", "norm2", affine=False, shared_with="norm1"),
            node("Block", "block1", **ports),
        ),
        links=(
            Link(source="input1", target="norm1"),
            Link(source="norm1", target="norm2"),
            Link(source="norm2", target="block1", target_port="input1"),
            Link(source="block1", source_port="norm2", target="flatten1"),
            Link(source="flatten1", target="dense1"),
        ),
    )
    found = project(graph).replace(networks={"Classifier": graph, "Unit": unit})
    state, _ = steps(found, 2)
    counted = {name: int(n) for name, n in state.module.state_dict().items() if name.endswith("num_batches_tracked")}
    passes = {"block1.0": 2, "block1.1": 2} if weights == "separate" else {"block1": 4}
    expected = (
        {"norm1": 0} | {f"{name}.norm1": 0 for name in passes} | {f"{name}.norm2": n for name, n in passes.items()}
    )
    assert counted == {f"{name}.num_batches_tracked": n for name, n in expected.items()}


def test_the_optimizer_holds_no_frozen_weights_and_the_plots_show_none():
    found = project(chain("Input", "Flatten", ("Dense", {"units": 8, "frozen": True, "activation": "ReLU"}), TEN))
    state = prepare(found)
    optimizer = state.task.updaters["Classifier"].optimizer
    held = [weight for group in optimizer.param_groups for weight in group["params"]]
    assert [tuple(weight.shape) for weight in held] == [(10, 8), (10,)]
    assert state.history.layers == {"dense2": "Dense 2"}
    progress = [event for event in run(state) if isinstance(event, protocol.Progress)]
    names = {name for event in progress for name in event.series if "dense" in name}
    assert names == {"gradient/dense2", "update/dense2"}


def test_a_network_that_is_frozen_throughout_is_refused_before_the_run():
    with pytest.raises(CannotTrain) as refusal:
        prepare(project(chain("Input", "Flatten", ("Dense", {"units": 10, "frozen": True}))))
    assert "Nothing is left to train" in refusal.value.message
