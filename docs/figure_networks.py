"""What the figures show: a residual classifier made of blocks, and an ONNX model with one operator of its own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from playground.api import Network
from playground.core.project import DataSettings, Project, TrainingSettings

CLASSIFIER, RESIDUAL = "Classifier", "Residual"
ROW = 220.0  # canvas units from card to card
CHANNELS = 16


def residual_classifier() -> Project:
    """A stem, three residual blocks, and two views of their channels that meet again; on the bundled digits."""
    net = Network()
    image = net.add("Input")
    stem = net.add("Conv2D", image, name="Stem", filters=CHANNELS, padding="same", stride=2, bias=False)
    norm = net.add("BatchNorm", stem)
    relu = net.add("ReLU", norm)
    block = net.add_block(RESIDUAL, _residual(), relu, repeat=3)
    split = net.add("Split", block)
    halves = CHANNELS // 2
    near = net.add("Conv2D", f"{split}:part1", name="Near", filters=halves, padding="same", activation="ReLU")
    wide = net.add(
        "Conv2D", f"{split}:part2", name="Wide", filters=halves, padding="same", dilation=2, activation="ReLU"
    )
    both = net.add("Concatenate", near, wide)
    mean = net.add("GlobalAvgPool", both)
    digit = net.add("Dense", mean, name="Digit", units=10, activation="Softmax")
    _place(net, 232, {
        image: (0, 0), stem: (1, 0), norm: (2, 0), relu: (3, 0), block: (4, 0),
        split: (0, 1.5), near: (1, 1.1), wide: (1, 1.9), both: (2, 1.5), mean: (3, 1.5), digit: (4, 1.5),
    })  # fmt: skip
    return Project(
        title="Digits · residual",
        networks={CLASSIFIER: net.graph, **net.blocks},
        main=CLASSIFIER,
        data=DataSettings(dataset="digits"),
        training=TrainingSettings(epochs=12, batch_size=32, learning_rate=0.002, device="cpu"),
    )


def _residual() -> Network:
    """Two convolutions, around them a shortcut (He et al. 2016), with nothing after the sum (Lim et al. 2017)."""
    net = Network()
    came = net.add("Input", name="In")
    first = net.add("Conv2D", came, filters=CHANNELS, padding="same", activation="ReLU")
    second = net.add("Conv2D", first, filters=CHANNELS, padding="same", bias=False)
    norm = net.add("BatchNorm", second)
    total = net.add("Add", norm, came)
    out = net.add("Output", total, name="Out")
    _place(net, 220, {
        came: (0, 0.7), first: (1, 0), second: (2, 0), norm: (3, 0), total: (4, 0.7), out: (5, 0.7),
    })  # fmt: skip
    return net


def _place(net: Network, column: float, places: dict[str, tuple[float, float]]) -> None:
    """Cards by column and row."""
    nodes = (node.replace(x=column * places[node.id][0], y=round(ROW * places[node.id][1])) for node in net.graph.nodes)
    net.graph = net.graph.replace(nodes=tuple(nodes))


def write_foreign_model(path: Path) -> Path:
    """An ONNX file as other programs write it, for 28 × 28 images, whose LRN no layer stands for."""
    random = np.random.default_rng(0)

    def weights(*shape: int) -> np.ndarray:
        return (random.standard_normal(shape) / np.sqrt(np.prod(shape[1:]))).astype(np.float32)

    node = helper.make_node
    nodes = [
        node("Conv", ["image", "features.0.weight"], ["c0"], name="features.0", pads=[2, 2, 2, 2]),
        node("Relu", ["c0"], ["r0"], name="features.1"),
        node("LRN", ["r0"], ["n0"], name="features.2", size=5),
        node("MaxPool", ["n0"], ["p0"], name="features.3", kernel_shape=[2, 2], strides=[2, 2]),
        node("Conv", ["p0", "features.4.weight"], ["c1"], name="features.4"),
        node("Relu", ["c1"], ["r1"], name="features.5"),
        node("GlobalAveragePool", ["r1"], ["g"], name="pool"),
        node("Flatten", ["g"], ["f"], name="flatten"),
        node("Gemm", ["f", "classifier.weight", "classifier.bias"], ["s"], name="classifier", transB=1),
        node("Softmax", ["s"], ["probabilities"], name="softmax"),
    ]
    constants = {
        "features.0.weight": weights(16, 1, 5, 5), "features.4.weight": weights(32, 16, 3, 3),
        "classifier.weight": weights(10, 32), "classifier.bias": weights(10, 1)[:, 0],
    }  # fmt: skip
    graph = helper.make_graph(
        nodes,
        "small alexnet",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, ["batch", 1, 28, 28])],
        [helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, ["batch", 10])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(path))
    return path
