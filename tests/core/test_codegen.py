"""Source of a network: as a person would write it, and exactly what the compiler runs."""

from __future__ import annotations

import ast
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import torch
from generated import module_from_source, network_from_source
from networks import chain
from sources import assert_same, body, net, plan_of

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.codegen import generate
from playground.core.codegen.layout import broken
from playground.core.layer import REGISTRY
from playground.core.shape import Shape
from playground.engine.compiler import build

# --- what it looks like ---------------------------------------------------------------------------------------------


def test_a_chain_reads_as_a_person_would_write_it() -> None:
    graph = chain(
        "Input",
        ("Conv2D", {"filters": 4, "activation": "ReLU"}),
        "MaxPool2D",
        "Flatten",
        ("Dense", {"units": 10, "activation": "Softmax"}),
    )
    assert (
        assert_same(plan_of(graph)).text
        == '''\
import torch.nn.functional as F
from torch import Tensor, nn


class Classifier(nn.Module):
    """Classifier: 1 × 8 × 8 → 10 for each sample."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, kernel_size=3)
        self.pool1 = nn.MaxPool2d(2)
        self.flatten1 = nn.Flatten()
        self.dense1 = nn.Linear(36, 10)

    def forward(self, x: Tensor) -> Tensor:
        x = F.relu(self.conv1(x))  # 4 × 6 × 6
        x = self.pool1(x)  # 4 × 3 × 3
        x = self.flatten1(x)  # 36
        return F.softmax(self.dense1(x), dim=1)  # 10
'''
    )


RESIDUAL = net(
    {
        "input1": ("Input", {}),
        "conv1": ("Conv2D", {"filters": 1, "padding": "same"}),
        "relu1": ("ReLU", {}),
        "add1": ("Add", {}),
    },
    "input1>conv1", "conv1>relu1", "relu1>add1", "input1>add1",
)  # fmt: skip


def test_an_input_that_is_needed_later_keeps_its_name() -> None:
    lines = body(assert_same(plan_of(RESIDUAL)))
    assert lines.endswith("""\
    def forward(self, x: Tensor) -> Tensor:
        y = self.conv1(x)
        y = self.relu1(y)
        return y + x
""")


def test_values_that_several_layers_read_are_called_after_their_layer() -> None:
    graph = net(
        {
            "input1": ("Input", {}),
            "conv1": ("Conv2D", {"filters": 2}),
            "conv2": ("Conv2D", {"filters": 2, "padding": "same"}),
            "cat1": ("Concatenate", {}),
            "add1": ("Add", {}),
        },
        "input1>conv1", "conv1>conv2", "conv1>cat1", "conv2>cat1", "conv2>add1", "conv1>add1",
    )  # fmt: skip
    lines = body(assert_same(plan_of(graph)))
    assert lines.endswith("""\
    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        conv1 = self.conv1(x)  # 2 × 6 × 6
        conv2 = self.conv2(conv1)
        cat1 = torch.cat([conv1, conv2], dim=1)  # 4 × 6 × 6
        x = conv2 + conv1  # 2 × 6 × 6
        return cat1, x
""")


def test_operators_have_brackets_only_where_they_need_them() -> None:
    graph = net(
        {
            "input1": ("Input", {}),
            "input2": ("Input", {}),
            "add1": ("Add", {}),
            "multiply1": ("Multiply", {}),
            "average1": ("Average", {}),
        },
        "input1>add1", "input2>add1", "add1>multiply1", "input2>multiply1", "multiply1>average1", "input1>average1",
    )  # fmt: skip
    text = body(assert_same(plan_of(graph)))
    assert "x = input1 + input2" in text
    assert "x = x * input2" in text
    assert "return (x + input1) / 2" in text


def test_sequences_are_turned_for_layers_that_want_features_first() -> None:
    text = assert_same(plan_of(chain("Input", ("Conv1D", {"filters": 3})), Shape.sequence(9, 4))).text
    assert "return self.conv_seq1(x.transpose(1, 2)).transpose(1, 2)  # 7 × 3\n" in text


def test_recurrent_and_attention_layers_give_what_they_return_first() -> None:
    graph = net(
        {"input1": ("Input", {}), "attention1": ("MultiHeadAttention", {"heads": 2}), "lstm1": ("LSTM", {"units": 3})},
        f"input1>attention1.{REGISTRY.get('MultiHeadAttention').inputs[0].name}",
        "attention1>lstm1",
    )
    text = assert_same(plan_of(graph, Shape.sequence(5, 4))).text
    assert "x = self.attention1(x, x, x, need_weights=False)[0]" in text
    assert "return self.lstm1(x)[0][:, -1]  # 3" in text


def test_several_outputs_are_unpacked() -> None:
    ports = [port.name for port in REGISTRY.get("Split")().output_ports()]
    graph = net(
        {"input1": ("Input", {}), "split1": ("Split", {}), "subtract1": ("Subtract", {}), "output1": ("Output", {})},
        "input1>split1",
        f"split1.{ports[1]}>subtract1.{REGISTRY.get('Subtract').inputs[0].name}",
        f"split1.{ports[0]}>subtract1.{REGISTRY.get('Subtract').inputs[1].name}",
        "subtract1>output1",
    )
    text = assert_same(plan_of(graph, Shape.image(4, 2, 2))).text
    assert "split1_0, split1_1 = torch.split(x, 2, dim=1)" in text
    assert "return split1_1 - split1_0" in text


def test_shared_frozen_and_initialized_weights_are_written_out() -> None:
    graph = chain(
        "Input",
        "Flatten",
        ("Dense", {"units": 64, "initializer": "he_normal", "frozen": True, "activation": "PReLU"}),
        ("Dense", {"units": 64}),
        ("Dense", {"units": 64, "shared_with": "dense2"}),
        ("Dense", {"units": 64, "shared_with": "dense1", "initializer": "zeros"}),
    )
    text = body(assert_same(plan_of(graph)))
    assert (
        """\
        self.dense1 = nn.Linear(64, 64)
        initialize_(self.dense1, nn.init.kaiming_normal_, nonlinearity="relu")
        self.dense1.requires_grad_(False)
        self.dense1__activation = nn.PReLU()
        self.dense1__activation.requires_grad_(False)
        self.dense2 = nn.Linear(64, 64)

"""
        in text
    )
    assert text.count("self.dense2(x)") == 2


@pytest.mark.parametrize("activation", list(REGISTRY.get("Dense").model_fields["activation"].annotation.__args__))
def test_every_activation_field_computes_the_same(activation: str) -> None:
    text = assert_same(plan_of(chain("Input", "Flatten", ("Dense", {"units": 5, "activation": activation})))).text
    assert ("__activation" in text) is (activation == "PReLU")


# --- blocks ---------------------------------------------------------------------------------------------------------


def block(network: str, **params: Any) -> tuple[str, dict[str, Any]]:
    return "Block", {"network": network, "input_names": ["input1"], "output_names": ["add1"], **params}


def test_blocks_are_classes_of_their_own_with_the_compilers_keys() -> None:
    graph = net(
        {
            "input1": ("Input", {}),
            "block1": block("Residual", repeat=4),
            "block2": block("Residual", repeat=3, weights="shared"),
            "block3": block("Residual"),
        },
        "input1>block1.input1", "block1.add1>block2.input1", "block2.add1>block3.input1",
    )  # fmt: skip
    source = assert_same(plan_of(graph, networks={"Residual": RESIDUAL, "Classifier": graph}))
    assert source.text.count("class Residual(nn.Module)") == 1
    assert body(source).endswith("""\
        self.block1 = nn.Sequential(*(Residual() for _ in range(4)))
        self.block2 = Residual()
        self.block3 = Residual()

    def forward(self, x: Tensor) -> Tensor:
        x = self.block1(x)
        for _ in range(3):
            x = self.block2(x)
        return self.block3(x)
""")


def test_copies_that_differ_in_their_sizes_are_different_classes() -> None:
    shrinking = net(
        {"input1": ("Input", {}), "pool1": ("MaxPool2D", {}), "conv1": ("Conv2D", {"filters": 3, "kernel": [1, 1]})},
        "input1>pool1", "pool1>conv1",
    )  # fmt: skip
    graph = net(
        {"input1": ("Input", {}), "block1": block("Down 2", repeat=3, output_names=["conv1"])}, "input1>block1.input1"
    )
    text = assert_same(plan_of(graph, networks={"Down 2": shrinking})).text
    # the second and the third copy have as many channels, but the shapes in their comments differ
    assert "self.block1 = nn.Sequential(Down2(), Down2_2(), Down2_3())" in text


def test_blocks_stand_in_blocks() -> None:
    inner = net({"input1": ("Input", {}), "add1": ("Block", block("Residual")[1])}, "input1>add1.input1")
    outer = net({"input1": ("Input", {}), "block1": block("Inner", repeat=2)}, "input1>block1.input1")
    source = assert_same(plan_of(outer, networks={"Residual": RESIDUAL, "Inner": inner}))
    places = [source.text.index(f"class {name}(") for name in ("Residual", "Inner", "Classifier")]
    assert places == sorted(places)


# --- layout ---------------------------------------------------------------------------------------------------------


def test_long_lines_are_broken_as_the_formatter_does(tmp_path: Path) -> None:
    layers = {f"a_quite_long_name{i}": ("Conv2D", {"filters": 2, "padding": [1, 1]}) for i in range(20)}
    merges = {"cat1": ("Concatenate", {}), "add1": ("Add", {}), "deconv1": ("ConvTranspose2D", {"stride": 3})}
    links = [f"input1>{name}" for name in layers]
    links += [f"{name}>{merge}" for merge in ("cat1", "add1") for name in layers]
    graph = net({"input1": ("Input", {}), **layers, **merges}, *links, "add1>deconv1")
    text = assert_same(plan_of(graph)).text
    assert max(map(len, text.splitlines())) <= 100
    (tmp_path / "net.py").write_text(text, encoding="utf-8")
    for command in (["check", "--select", "E,F,I,UP,B,W,C4,SIM,RET"], ["format", "--diff"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--isolated", "--no-cache", "--line-length", "100", "."]
        done = subprocess.run(ruff, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_commas_and_brackets_in_text_do_not_count() -> None:
    line = f'x = make("a, (b", {", ".join(["value"] * 20)})'
    lines = broken(line)
    assert lines[1] == '    "a, (b",'
    assert ast.dump(ast.parse("\n".join(lines))) == ast.dump(ast.parse(line))


def test_each_node_knows_its_lines() -> None:
    graph = chain("Input", ("Conv2D", {"filters": 2, "activation": "ReLU", "frozen": True}), "Flatten", "Output")
    source = generate(plan_of(graph), title="Some title")
    lines = source.text.splitlines()
    shown = {
        node: [lines[number - 1].strip() for first, last in ranges for number in range(first, last + 1)]
        for node, ranges in source.lines.items()
    }
    assert shown == {
        "input1": ["def forward(self, x: Tensor) -> Tensor:"],
        "conv1": [
            "self.conv1 = nn.Conv2d(1, 2, kernel_size=3)",
            "self.conv1.requires_grad_(False)",
            "x = F.relu(self.conv1(x))  # 2 × 6 × 6",
        ],
        "flatten1": ["self.flatten1 = nn.Flatten()", "return self.flatten1(x)  # 72"],
    }
    assert lines[source.returns - 1].strip() == "return self.flatten1(x)  # 72"


# --- the last activation apart --------------------------------------------------------------------------------------


@pytest.mark.parametrize("last", [("Dense", {"units": 4, "activation": "Softmax"}), "Softmax", "Sigmoid"])
def test_scores_can_be_a_method_of_their_own(last: Any) -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 4}), last, "Output")
    drawn, bare = plan_of(graph), plan_of(graph, before_activation=True)
    source = generate(drawn, scores=bare)
    torch.manual_seed(0)
    written = network_from_source(source.text, source.class_name)
    torch.manual_seed(0)
    compiled, scores = build(drawn), build(bare)
    scores.load_state_dict(compiled.state_dict())
    x = torch.randn(3, 1, 8, 8)
    assert list(written.state_dict()) == list(compiled.state_dict())
    assert torch.equal(written(x), compiled(x))
    assert torch.equal(written.scores(x), scores(x))


def test_without_a_last_activation_there_is_no_such_method() -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 4}))
    assert generate(plan_of(graph), scores=plan_of(graph, before_activation=True)) == generate(plan_of(graph))


# --- size -----------------------------------------------------------------------------------------------------------


def test_a_thousand_layers_are_written_in_a_moment() -> None:
    plan = plan_of(chain("Input", *[("Dense", {"units": 4, "activation": "ReLU"})] * 1000), Shape.vector(4))
    began = time.perf_counter()
    source = generate(plan)
    assert time.perf_counter() - began < 1.0  # measured: 0.05 s
    assert source.text.count("nn.Linear(4, 4)") == 1000
    assert module_from_source(source.text).Classifier
