"""An ONNX file that this program exported becomes a network that computes the same, and exports to the same again."""

from __future__ import annotations

from pathlib import Path

import pytest
from onnx_models import assert_same_outputs, chain, exported_by_program

from playground.engine.importing import import_onnx

pytestmark = pytest.mark.usefixtures("onnx_operators")
BENDING = [
    "ReLU", "ReLU6", "LeakyReLU", "PReLU", "ELU", "SELU", "GELU", "SiLU", "Mish", "Softplus", "Softsign", "Hardswish",
    "Sigmoid", "Tanh", "Softmax", "LogSoftmax",
]  # fmt: skip
OWN = {
    "activations": chain(
        (4, 5, 5), *BENDING, ("PReLU", {"per_channel": True}), ("GELU", {"approximation": "tanh"}),
        ("LeakyReLU", {"slope": 0.3}), ("ELU", {"alpha": 0.7}),
    ),
    "fields": chain((6,), *(("Dense", {"units": 6, "activation": name}) for name in BENDING)),
    "images": chain(
        (3, 17, 19), ("Conv2D", {"filters": 4, "kernel": [3, 4], "stride": 2, "padding": "same"}),
        ("Conv2D", {"filters": 8, "padding": [1, 2], "groups": 2, "dilation": 2, "bias": False}),
        ("DepthwiseConv2D", {"multiplier": 2}), ("SeparableConv2D", {"filters": 6, "padding": "same"}),
        ("ConvTranspose2D", {"filters": 4, "stride": 3, "padding": "same"}), ("MaxPool2D", {}),
        ("AvgPool2D", {"size": 3, "stride": 2, "padding": 1}), ("Upsample", {"factor": [2, 3]}),
        ("Upsample", {"mode": "linear"}), "PixelShuffle", ("ZeroPad", {"before": [1, 2], "after": [0, 3]}),
        ("Crop", {"before": [1, 0], "after": [2, 2]}), "Softmax",
    ),
    "sequences": chain(
        (30, 3), ("Conv1D", {"filters": 4, "kernel": 4, "stride": 2, "padding": "same"}), "BatchNorm", "MaxPool1D",
        ("ConvTranspose1D", {"filters": 4}), "AvgPool1D", "LayerNorm", "InstanceNorm", ("GroupNorm", {"groups": 2}),
        "RMSNorm", "GlobalMaxPool",
    ),
    "volumes": chain(
        (1, 6, 8, 8), ("Conv3D", {"filters": 4}), "BatchNorm", "MaxPool3D", ("ConvTranspose3D", {"filters": 4}),
        "LayerNorm", "GlobalAvgPool",
    ),
    "norms": chain(
        (4, 6, 6), ("BatchNorm", {"affine": False}), "LayerNorm", ("LayerNorm", {"over": "sample"}), "RMSNorm",
        ("InstanceNorm", {"affine": True}), ("LayerNorm", {"affine": False}), ("AdaptiveAvgPool", {}), "Flatten",
        "LayerNorm",
    ),
    "recurrent": chain(
        (6, 5), ("LSTM", {"units": 4, "returns": "sequence", "layers": 2, "bidirectional": True}),
        ("GRU", {"units": 6, "bidirectional": True, "returns": "sequence"}),
        ("RNN", {"units": 4, "returns": "sequence"}),
        ("LSTM", {"units": 5, "bidirectional": True}),
    ),
    "attention": chain(
        (6,), ("Embedding", {"vocabulary": 9, "dimension": 8}), ("PositionalEncoding", {"kind": "learned"}),
        "PositionalEncoding", ("MultiHeadAttention", {"heads": 2}),
        ("TransformerEncoder", {"heads": 4, "width": 12, "norm_first": True, "activation": "gelu"}),
        ("Select", {"axis": 0, "index": -1}), values="ids",
    ),
    "shapes": chain(
        (4, 3, 6), ("Permute", {"order": [2, 0, 1]}), ("Reshape", {"sizes": [8, 9]}),
        ("Slice", {"axis": 0, "start": 1, "stop": 7, "step": 2}), ("Unsqueeze", {"axis": 1}), ("Squeeze", {"axis": 1}),
        ("Repeat", {"times": 3, "axis": 1}), ("Select", {"axis": 0, "index": 1}), ("Repeat", {"times": 4}), "Flatten",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OWN)
def test_what_this_program_exports_comes_back(name: str, tmp_path: Path) -> None:
    path = exported_by_program(tmp_path / "own.onnx", OWN[name])
    assert_same_outputs(path, tmp_path / "again.onnx" if name in ("images", "attention") else None)


def test_ids_and_weights_keep_their_names(tmp_path: Path) -> None:
    """The state dict of a network that went out and came back has the same names."""
    graph = chain((1, 9, 9), ("Conv2D", {"filters": 4, "activation": "ReLU"}), "Flatten", ("Dense", {"units": 3}))
    path = exported_by_program(tmp_path / "own.onnx", graph)
    imported = import_onnx(path)
    assert list(imported.weights) == ["conv1.weight", "conv1.bias", "dense1.weight", "dense1.bias"]
    again = imported.project.networks[imported.network]
    assert [(n.id, n.type) for n in again.nodes] == [(n.id, n.type) for n in graph.nodes]
    assert again.by_id["conv1"].params["activation"] == "ReLU"
