"""ONNX files as other programs write them, what has no counterpart, and the bundles that come of both."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper
from onnx_models import (
    assert_same_outputs,
    hand_made,
    kinds,
    model_of,
    node,
    run,
)
from safetensors.numpy import save

from playground.core import bundle as file
from playground.core.bundle import write_members
from playground.core.files import FileError, load_project, save_project
from playground.engine.checkpoint import load_bundle, restore
from playground.engine.control import Control
from playground.engine.export.python_model import model_source
from playground.engine.importing import bundle_content, import_onnx, save_imported
from playground.engine.loop import run as train
from playground.training.check import check

RANDOM = np.random.default_rng(0)


def numbers(*shape: int) -> np.ndarray:
    return (RANDOM.standard_normal(shape) * 0.3).astype(np.float32)


# --- other conventions -----------------------------------------------------------------------------------------------


def _nhwc(path: Path) -> Path:
    """As converters from TensorFlow write: channels last outside, auto_pad, transB 0, opset 11."""
    return hand_made(
        path,
        [
            node("Transpose", ["x"], ["a"], perm=[0, 3, 1, 2]),
            node("Conv", ["a", "w", "b"], ["c"], auto_pad="SAME_UPPER", strides=[2, 2], kernel_shape=[3, 3]),
            node("Relu", ["c"], ["r"]),
            node("MaxPool", ["r"], ["p"], auto_pad="SAME_UPPER", kernel_shape=[3, 3], strides=[2, 2]),
            node("Conv", ["p", "w2"], ["q"], auto_pad="SAME_LOWER", kernel_shape=[2, 2]),
            node("Transpose", ["q"], ["t"], perm=[0, 2, 3, 1]),
            node("Reshape", ["t", "s"], ["f"]),
            node("Gemm", ["f", "wd", "bd"], ["g"], transB=0, alpha=0.5, beta=2.0),
            node("Softmax", ["g"], ["y"]),
        ],
        {"x": ["N", 16, 14, 3]},
        {
            "w": numbers(4, 3, 3, 3), "b": numbers(4), "w2": numbers(5, 4, 2, 2), "s": np.array([-1, 80]),
            "wd": numbers(80, 7), "bd": numbers(7),
        },
        opset=11,
    )  # fmt: skip


def _written_out(path: Path) -> Path:
    """Layer norm and GELU in single operators, opset 11."""
    constants = {
        "two": np.float32(2), "eps": np.float32(1e-5), "g": numbers(8), "b": numbers(8), "w": numbers(8, 8),
        "r2": np.float32(2**0.5), "one": np.float32(1), "half": np.float32(0.5),
    }  # fmt: skip
    nodes = [
        node("ReduceMean", ["x"], ["mu"], axes=[-1]), node("Sub", ["x", "mu"], ["d"]),
        node("Pow", ["d", "two"], ["d2"]),
        node("ReduceMean", ["d2"], ["v"], axes=[-1]), node("Add", ["v", "eps"], ["ve"]), node("Sqrt", ["ve"], ["sd"]),
        node("Div", ["d", "sd"], ["n"]), node("Mul", ["n", "g"], ["ng"]), node("Add", ["ng", "b"], ["ln"]),
        node("MatMul", ["ln", "w"], ["h"]), node("Div", ["h", "r2"], ["e"]), node("Erf", ["e"], ["er"]),
        node("Add", ["er", "one"], ["e1"]), node("Mul", ["h", "e1"], ["he"]), node("Mul", ["he", "half"], ["y"]),
    ]  # fmt: skip
    return hand_made(path, nodes, {"x": ["N", 5, 8]}, constants, opset=11)


def _odd_windows(path: Path) -> Path:
    """Pads that are not even, groups, dilations, ReLU6 as a Clip, parts swapped."""
    nodes = [
        node("Pad", ["x", "p"], ["a"]), node("Conv", ["a", "w"], ["c"], pads=[1, 0, 0, 1], group=2, dilations=[2, 1]),
        node("Clip", ["c", "lo", "hi"], ["k"]), node("Split", ["k", "parts"], ["s1", "s2"], axis=1),
        node("Concat", ["s2", "s1"], ["t"], axis=1),
        node("AveragePool", ["t"], ["v"], kernel_shape=[2, 2], pads=[1, 1, 1, 1], count_include_pad=1),
        node("GlobalAveragePool", ["v"], ["m"]), node("Squeeze", ["m", "ax"], ["y"]),
    ]  # fmt: skip
    constants = {
        "p": np.array([0, 0, 1, 0, 0, 0, 0, 2]), "w": numbers(4, 1, 3, 3), "lo": np.float32(0), "hi": np.float32(6),
        "parts": np.array([1, 3]), "ax": np.array([2, 3]),
    }  # fmt: skip
    return hand_made(path, nodes, {"x": ["N", 2, 9, 8]}, constants)


def _directions(path: Path) -> Path:
    """An LSTM both ways on a transposed batch: all steps and the last ones, its gates as ONNX orders them."""
    nodes = [
        node("Transpose", ["x"], ["t"], perm=[1, 0, 2]),
        node("LSTM", ["t", "W", "R", "B"], ["Y", "Yh"], hidden_size=4, direction="bidirectional"),
        node("Transpose", ["Yh"], ["h"], perm=[1, 0, 2]), node("Flatten", ["h"], ["last"]),
        node("ReduceMax", ["Y"], ["m"], axes=[0, 1], keepdims=0), node("Concat", ["last", "m"], ["y"], axis=-1),
    ]  # fmt: skip
    weights = {"W": numbers(2, 16, 3), "R": numbers(2, 16, 4), "B": numbers(2, 32)}
    return hand_made(path, nodes, {"x": ["N", 6, 3]}, weights)


def _gru_and_rnn(path: Path) -> Path:
    nodes = [
        node("Transpose", ["x"], ["t"], perm=[1, 0, 2]),
        node("GRU", ["t", "W", "R", "B"], ["Y", ""], hidden_size=4, linear_before_reset=1),
        node("Squeeze", ["Y", "one"], ["s"]),
        node("RNN", ["s", "W2", "R2"], ["", "h"], hidden_size=3, activations=["Relu"]),
        node("Squeeze", ["h", "zero"], ["y"]),
    ]  # fmt: skip
    weights = {
        "W": numbers(1, 12, 3), "R": numbers(1, 12, 4), "B": numbers(1, 24), "W2": numbers(1, 3, 4),
        "R2": numbers(1, 3, 3), "one": np.array([1]), "zero": np.array([0]),
    }  # fmt: skip
    return hand_made(path, nodes, {"x": ["N", 6, 3]}, weights)


def _blocks_of_pixels(path: Path) -> Path:
    nodes = [
        node("DepthToSpace", ["x"], ["a"], blocksize=2), node("SpaceToDepth", ["a"], ["b"], blocksize=2),
        node("Add", ["x", "b"], ["c"]), node("DepthToSpace", ["c"], ["d"], blocksize=2, mode="CRD"),
        node("Resize", ["d", "", "s"], ["y"], coordinate_transformation_mode="asymmetric", nearest_mode="floor"),
    ]  # fmt: skip
    return hand_made(path, nodes, {"x": ["N", 8, 3, 4]}, {"s": np.array([1, 1, 2, 3], np.float32)})


def _arithmetic(path: Path) -> Path:
    """Constants that scale and shift: one for all, one for each channel, and a table of positions."""
    nodes = [
        node("Mul", ["x", "c"], ["a"]), node("Sub", ["k", "a"], ["b"]), node("Add", ["b", "table"], ["d"]),
        node("Div", ["d", "k"], ["e"]), node("Neg", ["e"], ["f"]), node("Identity", ["f"], ["g"]),
        node("Mean", ["g", "x"], ["h"]), node("Add", ["h", "h"], ["i"]), node("Flatten", ["i"], ["j"]),
        node("Mul", ["j", "row"], ["y"]),
    ]  # fmt: skip
    constants = {"c": numbers(2, 1, 1), "k": numbers(1) + 2, "table": numbers(1, 2, 3, 4), "row": numbers(24)}
    return hand_made(path, nodes, {"x": ["N", 2, 3, 4]}, constants)


def _shape_chain(path: Path) -> Path:
    """How older exporters write ``x.view(x.size(0), -1)``, on a file for batches of one size only in name."""
    nodes = [
        node("Shape", ["x"], ["s"]), node("Gather", ["s", "zero"], ["n"], axis=0),
        node("Unsqueeze", ["n", "ax"], ["n1"]), node("Concat", ["n1", "rest"], ["shape"], axis=0),
        node("Reshape", ["x", "shape"], ["y"]),
    ]  # fmt: skip
    return hand_made(
        path, nodes, {"x": ["N", 2, 3, 4]}, {"zero": np.array(0), "ax": np.array([0]), "rest": np.array([-1])}
    )


def _softmax_of_old(path: Path) -> Path:
    """Before opset 13 Softmax took all axes from its own on."""
    return hand_made(path, [node("Softmax", ["x"], ["y"], axis=1)], {"x": ["N", 3, 4]}, opset=11)


def _doubles(path: Path) -> Path:
    """float64 weights behind a Cast."""
    nodes = [node("Cast", ["w"], ["w32"], to=TensorProto.FLOAT), node("MatMul", ["x", "w32"], ["y"])]
    return hand_made(path, nodes, {"x": ["N", 4]}, {"w": numbers(4, 3).astype(np.float64)})


@pytest.mark.parametrize(
    "make",
    [
        _nhwc, _written_out, _odd_windows, _directions, _gru_and_rnn, _blocks_of_pixels, _arithmetic, _shape_chain,
        _softmax_of_old, _doubles,
    ],
)  # fmt: skip
def test_other_conventions_compute_the_same(make: object, tmp_path: Path) -> None:
    path = make(tmp_path / "other.onnx")  # type: ignore[operator]
    assert_same_outputs(path, tmp_path / "again.onnx" if make in (_nhwc, _directions) else None)


def test_what_was_written_out_becomes_one_layer(tmp_path: Path) -> None:
    assert kinds(import_onnx(_written_out(tmp_path / "a.onnx"))) == ["Input", "LayerNorm", "Dense"]
    sequence = hand_made(
        tmp_path / "b.onnx",
        [node("Sigmoid", ["x"], ["s"]), node("Mul", ["x", "s"], ["a"]), node("Softplus", ["a"], ["p"]),
         node("Tanh", ["p"], ["t"]), node("Mul", ["a", "t"], ["b"]), node("HardSigmoid", ["b"], ["h"], alpha=1 / 6),
         node("Mul", ["b", "h"], ["y"])],
        {"x": ["N", 3]},
    )  # fmt: skip
    assert kinds(assert_same_outputs(sequence)) == ["Input", "SiLU", "Mish", "Hardswish"]


def test_the_batch_of_a_file_for_one_size_is_still_the_batch(tmp_path: Path) -> None:
    path = hand_made(
        tmp_path / "one.onnx",
        [node("Reshape", ["x", "s"], ["a"]), node("MatMul", ["a", "w"], ["y"])],
        {"x": [1, 4, 5]}, {"s": np.array([1, 20]), "w": numbers(20, 3)},
    )  # fmt: skip
    model = model_of(import_onnx(path))
    assert model.module(torch.rand(6, 4, 5)).shape == (6, 3)


def test_layers_that_use_the_same_weights_share_them(tmp_path: Path) -> None:
    path = hand_made(
        tmp_path / "shared.onnx",
        [node("MatMul", ["a", "w"], ["p"]), node("MatMul", ["b", "w"], ["q"]), node("Sub", ["p", "q"], ["y"])],
        {"a": ["N", 4], "b": ["N", 4]}, {"w": numbers(4, 3)},
    )  # fmt: skip
    imported = assert_same_outputs(path)
    assert list(imported.weights) == ["dense1.weight"]


def test_branches_are_laid_out_side_by_side(tmp_path: Path) -> None:
    nodes = [node("Conv", ["x", f"w{i}"], [f"c{i}"]) for i in range(4)]
    nodes += [node("Relu", ["c0"], ["r"]), node("Concat", ["r", "c1", "c2", "c3"], ["y"], axis=1)]
    weights = {f"w{i}": numbers(3, 2, 1, 1) for i in range(4)}
    graph = _graph(import_onnx(hand_made(tmp_path / "wide.onnx", nodes, {"x": ["N", 2, 5, 5]}, weights)))
    for one in graph.nodes:
        for link in graph.outgoing[one.id]:
            assert graph.by_id[link.target].x > one.x  # left to right
        for other in graph.nodes:
            if other is not one:
                assert abs(one.x - other.x) >= 200 or abs(one.y - other.y) >= 150, (one.id, other.id)


def _graph(imported: object) -> object:
    return imported.project.networks[imported.network]  # type: ignore[attr-defined]


# --- what has no counterpart -----------------------------------------------------------------------------------------


def _with_unknown(path: Path) -> Path:
    condition = helper.make_graph(
        [node("Identity", ["c"], ["z"])], "then", [], [helper.make_tensor_value_info("z", 1, None)]
    )
    return hand_made(
        path,
        [
            node("Conv", ["x", "stem.weight"], ["c"]), node("Sin", ["c"], ["s"]),
            node("Einsum", ["s", "mix.weight"], ["e"], equation="bchw,cd->bdhw"),
            node("If", ["flag"], ["i"], then_branch=condition, else_branch=condition),
            node("Add", ["e", "i"], ["a"]), node("GlobalAveragePool", ["s"], ["g"]), node("Flatten", ["g"], ["f"]),
            node("Gemm", ["f", "head.weight"], ["h"], transB=1), node("TopK", ["h", "k"], ["y", ""], axis=1),
        ],
        {"x": ["N", 3, 8, 8]},
        {"stem.weight": numbers(4, 3, 3, 3), "mix.weight": numbers(4, 5), "head.weight": numbers(3, 4),
         "flag": np.array(True), "k": np.array([2])},
        outputs=("y", "a"),
    )  # fmt: skip


def test_what_has_no_counterpart_is_a_marked_placeholder(tmp_path: Path) -> None:
    imported = import_onnx(_with_unknown(tmp_path / "odd.onnx"))
    graph = _graph(imported)
    unknown = {n.type: n for n in graph.nodes if n.kind is None}
    assert set(unknown) == {"onnx.Sin", "onnx.Einsum", "onnx.If", "onnx.Add", "onnx.TopK"}
    einsum = unknown["onnx.Einsum"]
    assert einsum.name == "Einsum"
    assert einsum.params["attributes"] == {"equation": "bchw,cd->bdhw"}
    # its links and weights are there, and so is what stands around it
    assert [link.source for link in graph.incoming[einsum.id]] == [unknown["onnx.Sin"].id]
    assert imported.weights[f"{einsum.id}.weight"].shape == (4, 5)
    assert {"Conv2D", "GlobalAvgPool", "Dense"} <= {n.type for n in graph.nodes}
    assert imported.missing.startswith("5 operators have no layer here and are placeholders: Sin")
    json.dumps(unknown["onnx.If"].params)
    problems = [p for p in check(imported.project).problems if p.code == "unknown-layer"]
    assert len(problems) == 5
    assert "ONNX operator 'Einsum' has no layer here" in " ".join(map(str, problems))


def test_a_bundle_with_placeholders_opens_and_keeps_everything(tmp_path: Path) -> None:
    imported = import_onnx(_with_unknown(tmp_path / "odd.onnx"))
    save_imported(imported, tmp_path / "odd.playground")
    bundle = load_bundle(tmp_path / "odd.playground")
    assert set(bundle.weights) == set(imported.weights)
    assert len(bundle.placeholders) == 5
    assert bundle.metadata["imported"]["sha256"] == imported.sha256
    assert bundle.position.step == 0
    save_project(bundle.project, tmp_path / "odd.json")
    assert load_project(tmp_path / "odd.json") == bundle.project


def test_a_network_that_fits_no_data_set_opens_predicts_and_exports(tmp_path: Path) -> None:
    path = hand_made(
        tmp_path / "odd.onnx", [node("Gemm", ["x", "w"], ["y"], transB=1)], {"x": ["N", 7]}, {"w": numbers(3, 7)}
    )  # fmt: skip
    model = onnx.load(path)
    model.metadata_props.add(key="classes", value='["ant", "bee", "cow"]')
    path.write_bytes(model.SerializeToString())
    imported = import_onnx(path)
    save_imported(imported, tmp_path / "odd.playground")
    found = load_bundle(tmp_path / "odd.playground").model()
    assert found.classes == ("ant", "bee", "cow")
    assert found.data_shape.sizes == (7,)
    x = numbers(4, 7)
    weights = numpy_helper.to_array(onnx.load(path).graph.initializer[0])
    scores = x @ weights.T
    wanted = np.exp(scores) / np.exp(scores).sum(1, keepdims=True)  # as its loss reads scores
    np.testing.assert_allclose(found.predict(x), wanted, atol=1e-5)
    assert_same_outputs(path, tmp_path / "again.onnx")
    assert not check(imported.project).ok  # it cannot be trained on these data, and that is said


def test_an_import_trains_on_where_its_data_fit(tmp_path: Path) -> None:
    """From the imported weights, not from new ones."""
    path = hand_made(
        tmp_path / "digits.onnx",
        [node("Conv", ["x", "w"], ["c"], strides=[4, 4]), node("Relu", ["c"], ["r"]), node("Flatten", ["r"], ["f"]),
         node("Gemm", ["f", "v"], ["y"], transB=1)],
        {"x": ["N", 1, 28, 28]}, {"w": numbers(4, 1, 4, 4), "v": numbers(10, 196)},
    )  # fmt: skip
    imported = import_onnx(path)
    content = bundle_content(imported)
    state = restore(load_bundle(path, content))
    for name, value in state.module.state_dict().items():
        np.testing.assert_array_equal(value.numpy(), imported.weights[name])
    state.epochs = 1
    list(train(state, Control()))
    assert state.position.step == state.samples.steps_per_epoch


def test_weights_of_another_network_are_still_refused(tmp_path: Path) -> None:

    imported = import_onnx(_with_unknown(tmp_path / "odd.onnx"))
    save_imported(imported, tmp_path / "odd.playground")
    members = file.read_members(tmp_path / "odd.playground")
    write_members(tmp_path / "odd.playground", {**members, file.WEIGHTS: save({"nobody1.weight": numbers(2)})})
    with pytest.raises(FileError, match="belongs to no layer"):
        load_bundle(tmp_path / "odd.playground")


# --- transposed convolutions that say how large their result is -------------------------------------------------------


@pytest.mark.parametrize("axes", [1, 2, 3])
@pytest.mark.parametrize("auto", ["", "NOTSET", "VALID", "SAME_UPPER", "SAME_LOWER"])
def test_a_told_output_shape_is_cut_as_in_onnxruntime(axes: int, auto: str, tmp_path: Path) -> None:
    for kernel, stride, dilation, more in ((3, 2, 1, 0), (4, 3, 1, 0), (3, 2, 2, 1), (2, 3, 1, 0)):
        full = 4 * stride + dilation * (kernel - 1) + 1 + more
        for size in range(full - 3, full + 1):
            attributes: dict[str, object] = {"strides": [stride] * axes, "dilations": [dilation] * axes}
            attributes |= {"output_padding": [more] * axes, "output_shape": [size] * axes}
            attributes |= {"auto_pad": auto} if auto else {}
            nodes = [node("ConvTranspose", ["x", "w"], ["y"], **attributes)]
            weights = {"w": numbers(2, 3, *(kernel,) * axes)}
            assert_same_outputs(hand_made(tmp_path / "up.onnx", nodes, {"x": ["N", 2, *(5,) * axes]}, weights))


# --- outputs that are no probabilities --------------------------------------------------------------------------------


def _ending_in(path: Path, *ending: str, classes: tuple[str, ...] = ()) -> Path:
    """Three numbers for each sample, through the operators of ``ending``."""
    names = ["a", *(f"b{i}" for i in range(len(ending) - 1)), "y"] if ending else ["y"]
    nodes = [node("Gemm", ["x", "w", "b"], [names[0]])]
    nodes += [node(kind, [names[i]], [names[i + 1]]) for i, kind in enumerate(ending)]
    hand_made(path, nodes, {"x": ["N", 64]}, {"w": numbers(64, 3) * 3, "b": numbers(3) + 5})
    if classes:
        model = onnx.load(path)
        model.metadata_props.add(key="classes", value=json.dumps(classes))
        path.write_bytes(model.SerializeToString())
    return path


@pytest.mark.parametrize("ending", [(), ("Relu",), ("Tanh",), ("Softmax", "Neg"), ("Softmax",), ("Sigmoid",)])
def test_a_network_without_class_names_predicts_what_it_gives(ending: tuple[str, ...], tmp_path: Path) -> None:
    path = _ending_in(tmp_path / "plain.onnx", *ending)
    model = model_of(import_onnx(path))
    samples = np.random.default_rng(3).random((7, 64), np.float32)
    (wanted,) = run(path, [samples])
    np.testing.assert_allclose(model.predict(samples), wanted, atol=1e-5)
    assert model.gives_probabilities == (ending in {("Softmax",), ("Sigmoid",)})
    text = model_source(model, "weights.pt").text
    assert "torch.softmax(outputs" not in text
    assert ("Probabilities for" in text) == model.gives_probabilities


def test_two_plain_outputs_without_class_names_stay_plain(tmp_path: Path) -> None:
    nodes = [node("Gemm", ["x", "w"], ["y"]), node("Tanh", ["y"], ["z"])]
    path = hand_made(tmp_path / "two.onnx", nodes, {"x": ["N", 64]}, {"w": numbers(64, 3)}, outputs=("y", "z"))
    samples = np.random.default_rng(3).random((7, 64), np.float32)
    np.testing.assert_allclose(model_of(import_onnx(path)).predict(samples), run(path, [samples])[0], atol=1e-5)


def test_scores_of_named_classes_are_read_as_probabilities(tmp_path: Path) -> None:
    path = _ending_in(tmp_path / "named.onnx", classes=("cat", "dog", "cow"))
    model = model_of(import_onnx(path))
    assert model.classes == ("cat", "dog", "cow")
    samples = np.random.default_rng(3).random((7, 64), np.float32)
    scores = torch.from_numpy(run(path, [samples])[0])
    np.testing.assert_allclose(model.predict(samples), torch.softmax(scores, 1).numpy(), atol=1e-5)
