"""Broken, truncated, huge, hostile files: one clear line for each, and never a traceback."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest
from hypothesis import given, settings, strategies as st
from onnx import TensorProto, helper, numpy_helper
from onnx_models import hand_made, node

from playground.core.files import FileError
from playground.engine.checkpoint import load_bundle
from playground.engine.importing import bundle_content, import_onnx
from playground.engine.importing.model import OnnxModel
from playground.engine.importing.placeholders import MAX_NUMBERS

RANDOM = np.random.default_rng(0)
WEIGHT = RANDOM.standard_normal((3, 4)).astype(np.float32)


def good(path: Path) -> Path:
    nodes = [
        node("Conv", ["x", "conv1.weight", "conv1.bias"], ["c"], pads=[1, 1, 1, 1]), node("Relu", ["c"], ["r"]),
        node("MaxPool", ["r"], ["p"], kernel_shape=[2, 2], strides=[2, 2]), node("Shape", ["p"], ["s"]),
        node("Gather", ["s", "zero"], ["n"]), node("Concat", ["n", "rest"], ["shape"], axis=0),
        node("Reshape", ["p", "shape"], ["f"]), node("Gemm", ["f", "out.weight"], ["y"], transB=1),
    ]  # fmt: skip
    constants = {
        "conv1.weight": RANDOM.standard_normal((4, 1, 3, 3)).astype(np.float32),
        "conv1.bias": RANDOM.standard_normal(4).astype(np.float32),
        "out.weight": RANDOM.standard_normal((3, 36)).astype(np.float32),
        "zero": np.array([0]), "rest": np.array([-1]),
    }  # fmt: skip
    return hand_made(path, nodes, {"x": ["N", 1, 6, 6]}, constants)


def changed(change: Callable[[onnx.ModelProto], object]) -> Callable[[Path], Path]:
    """The good file with one thing made wrong."""

    def make(path: Path) -> Path:
        model = onnx.load(good(path))
        change(model)
        path.write_bytes(model.SerializeToString())
        return path

    return make


def text(content: bytes) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return make


def cut(path: Path) -> Path:
    good(path).write_bytes(path.read_bytes()[:-200])
    return path


def _short(model: onnx.ModelProto) -> None:
    model.graph.initializer[0].raw_data = b"1234"


def _huge(model: onnx.ModelProto) -> None:
    model.graph.initializer[0].dims[:] = [2**40, 2**20]


def _negative(model: onnx.ModelProto) -> None:
    model.graph.initializer[0].dims[:] = [-4, 1, 3, 3]


def _strings(model: onnx.ModelProto) -> None:
    tensor = model.graph.initializer[0]
    tensor.CopyFrom(TensorProto(name=tensor.name, dims=[1], data_type=TensorProto.STRING, string_data=[b"x"]))


def _typed_short(model: onnx.ModelProto) -> None:
    tensor = model.graph.initializer[0]
    tensor.CopyFrom(TensorProto(name=tensor.name, dims=[4, 1, 3, 3], data_type=TensorProto.FLOAT, float_data=[1.0]))


def _outside(location: str) -> Callable[[onnx.ModelProto], None]:
    def change(model: onnx.ModelProto) -> None:
        tensor = model.graph.initializer[0]
        tensor.ClearField("raw_data")
        tensor.data_location = TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value=location)

    return change


def _input(kind: int, *dims: object) -> Callable[[onnx.ModelProto], None]:
    def change(model: onnx.ModelProto) -> None:
        model.graph.input[0].CopyFrom(helper.make_tensor_value_info("x", kind, list(dims)))

    return change


def _many(model: onnx.ModelProto) -> None:
    for number in range(20_001):
        model.graph.node.append(node("Relu", [f"c{number}" if number else "c"], [f"c{number + 1}"]))


BAD = {
    "empty": (text(b""), "is not an ONNX file: there is no network in it."),
    "text": (text(b"hello, this is no model"), "is not an ONNX file, or is damaged"),
    "json": (text(b'{"format": "neural-playground"}'), "is not an ONNX file, or is damaged"),
    "zip": (text(b"PK\x03\x04" + bytes(100)), "is not an ONNX file"),
    "cut off": (cut, "is not an ONNX file, or is damaged"),
    "no operators": (changed(lambda m: m.graph.ClearField("node")), "holds no operators"),
    "no input": (changed(lambda m: m.graph.ClearField("input")), "has no input"),
    "no output": (changed(lambda m: m.graph.ClearField("output")), "has no output"),
    "no opset": (changed(lambda m: m.ClearField("opset_import")), "does not say which version"),
    "old opset": (changed(lambda m: setattr(m.opset_import[0], "version", 3)), "uses version 3 of ONNX's operators"),
    "new opset": (changed(lambda m: setattr(m.opset_import[0], "version", 999)), "uses version 999"),
    "short weights": (changed(_short), "'conv1.weight' holds 4 bytes, its shape asks for 144"),
    "few numbers": (changed(_typed_short), "'conv1.weight' holds 1 numbers, its shape asks for 36"),
    "claims of size": (changed(_huge), "claims 1,152,921,504,606,84"),
    "negative size": (changed(_negative), "is damaged: 'conv1.weight' has the shape"),
    "text for weights": (changed(_strings), "holds string numbers in 'conv1.weight', which are not read"),
    "weights above": (changed(_outside("../secret.bin")), "weights are read from the file's own folder only"),
    "weights anywhere": (changed(_outside("/etc/passwd")), "weights are read from the file's own folder only"),
    "weights nowhere": (changed(_outside("gone.bin")), "which does not lie beside it"),
    "weights in the folder": (changed(_outside(".")), "weights are read from the file's own folder only"),
    "text as input": (changed(_input(TensorProto.STRING, "N", 4)), "takes 'x' as string; numbers are expected"),
    "complex input": (changed(_input(TensorProto.COMPLEX64, "N", 4)), "takes 'x' as complex64; numbers are expected"),
    "open size": (changed(_input(TensorProto.FLOAT, "N", 1, "H", "W")), "as in: playground import --shape 1,28,28"),
    "batch behind": (changed(_input(TensorProto.FLOAT, 6, "N", 3)), "has the batch of its input 'x' at axis 2"),
    "scalar input": (changed(_input(TensorProto.FLOAT)), "takes 'x' with 0 axes"),
    "no sample": (changed(_input(TensorProto.FLOAT, "N", 0)), "which cannot be"),
    "endless sample": (changed(_input(TensorProto.FLOAT, "N", 10**6, 10**6)), "which cannot be"),
    "many operators": (changed(_many), "has 20,009 operators; at most 20,000 are read"),
    "read from nowhere": (
        changed(lambda m: m.graph.node[1].input.__setitem__(0, "nobody")),
        "operator 2 (Relu) reads 'nobody', which nothing before it gives",
    ),
    "in a circle": (
        changed(lambda m: m.graph.node[0].input.__setitem__(0, "y")),
        "operator 1 (Conv) reads 'y', which nothing before it gives",
    ),
    "given twice": (changed(lambda m: m.graph.node[1].output.__setitem__(0, "c")), "'c' is given twice"),
    "output of nothing": (
        changed(lambda m: setattr(m.graph.output[0], "name", "nobody")), "nothing gives its output 'nobody'"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    make, expected = BAD[name]
    path = make(tmp_path / "bad.onnx")
    with pytest.raises(FileError) as caught:
        import_onnx(path)
    message = str(caught.value)
    assert expected in message
    assert message.startswith("bad.onnx: ")
    assert "\n" not in message


def test_a_folder_a_pipe_and_nothing_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.onnx")
    for name, expected in ((".", "it is not a file"), ("pipe.onnx", "it is not a file"), ("gone.onnx", "No such file")):
        with pytest.raises(FileError, match=expected):
            import_onnx(tmp_path / name)


def test_weights_in_a_file_beside_it_are_read_and_a_link_out_is_not(tmp_path: Path) -> None:
    path = good(tmp_path / "model.onnx")
    whole = import_onnx(path)
    onnx.save(onnx.load(path), path, save_as_external_data=True, location="model.bin", size_threshold=0)
    beside = import_onnx(path)
    for name, value in whole.weights.items():
        np.testing.assert_array_equal(beside.weights[name], value)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "model.bin").rename(tmp_path / "elsewhere" / "model.bin")
    (tmp_path / "model.bin").symlink_to(tmp_path / "elsewhere" / "model.bin")
    with pytest.raises(FileError, match="does not lie beside it"):
        import_onnx(path)
    (tmp_path / "model.bin").unlink()
    (tmp_path / "model.bin").write_bytes(b"short")
    with pytest.raises(FileError, match="is not whole in"):
        import_onnx(path)


def _constant_bomb(path: Path) -> Path:
    """A few bytes that ask for a terabyte."""
    return hand_made(
        path,
        [node("ConstantOfShape", ["s"], ["big"]), node("MatMul", ["x", "big"], ["y"])],
        {"x": ["N", 4]}, {"s": np.array([2**20, 2**20])},
    )  # fmt: skip


def _expand_bomb(path: Path) -> Path:
    nodes = [node("Expand", ["w", "s"], ["big"]), node("Exp", ["big"], ["b2"]), node("MatMul", ["x", "b2"], ["y"])]
    return hand_made(path, nodes, {"x": ["N", 4]}, {"s": np.array([2**15, 2**18]), "w": np.ones(1, np.float32)})


def _range_bomb(path: Path) -> Path:
    nodes = [node("Range", ["a", "b", "c"], ["big"]), node("Add", ["x", "big"], ["y"])]
    constants = {"a": np.float32(0), "b": np.float32(1e30), "c": np.float32(1)}
    return hand_made(path, nodes, {"x": ["N", 4]}, constants)


def _repeat_bomb(path: Path) -> Path:
    nodes = [node("Tile", ["w", "s"], ["big"]), node("MatMul", ["x", "big"], ["y"])]
    return hand_made(path, nodes, {"x": ["N", 4]}, {"s": np.array([2**20, 2**20]), "w": WEIGHT})


def _gather_bomb(path: Path) -> Path:
    """Doubling itself forty times over."""
    nodes = [node("Concat", [f"w{i}", f"w{i}"], [f"w{i + 1}"], axis=0) for i in range(40)]
    return hand_made(path, [*nodes, node("MatMul", ["x", "w40"], ["y"])], {"x": ["N", 4]}, {"w0": WEIGHT})


@pytest.mark.parametrize("make", [_constant_bomb, _expand_bomb, _range_bomb, _repeat_bomb, _gather_bomb])
def test_a_constant_that_would_fill_the_memory_is_a_placeholder(make: Callable[[Path], Path], tmp_path: Path) -> None:
    imported = import_onnx(make(tmp_path / "bomb.onnx"))
    assert imported.placeholders
    assert "would make a constant of the shape" in " ".join(p.reason for p in imported.placeholders)


def test_networks_inside_operators_and_functions_are_never_entered(tmp_path: Path) -> None:
    """A Loop in a Loop in a Loop, and a function that calls itself."""
    body = helper.make_graph(
        [node("Identity", ["x"], ["z"])], "deep", [], [helper.make_tensor_value_info("z", 1, None)]
    )
    for _ in range(20):
        body = helper.make_graph(
            [node("Loop", ["n", "", "x"], ["z"], body=body)],
            "deeper",
            [],
            [helper.make_tensor_value_info("z", 1, None)],
        )
    nodes = [node("Loop", ["n", "", "x"], ["a"], body=body), helper.make_node("Again", ["a"], ["y"], domain="mine")]
    path = hand_made(tmp_path / "deep.onnx", nodes, {"x": ["N", 4]}, {"n": np.array(3)})
    model = onnx.load(path)
    model.functions.append(
        helper.make_function(
            "mine", "Again", ["p"], ["q"], [helper.make_node("Again", ["p"], ["q"], domain="mine")],
            [helper.make_opsetid("mine", 1)],
        )
    )  # fmt: skip
    model.opset_import.append(helper.make_opsetid("mine", 1))
    path.write_bytes(model.SerializeToString())
    imported = import_onnx(path)
    assert [p.operator for p in imported.placeholders] == ["Loop", "Again"]


def test_attributes_of_a_placeholder_are_bounded(tmp_path: Path) -> None:
    nodes = [node("Strange", ["x"], ["y"], long=list(range(10_000)), text="x" * 10_000, bad=float("inf"))]
    imported = import_onnx(hand_made(tmp_path / "long.onnx", nodes, {"x": ["N", 4]}))
    params = imported.project.networks[imported.network].nodes[1].params
    assert len(params["attributes"]["long"]) == MAX_NUMBERS + 1
    assert len(params["attributes"]["text"]) < 500
    assert params["attributes"]["bad"] == "inf"
    assert load_bundle(imported.path, bundle_content(imported)).placeholders


def test_names_of_the_file_are_only_text(tmp_path: Path) -> None:
    """Quotes, line ends, paths, half letters: shown, never used."""
    nasty = "a\"\n'); import os\u2028/../x\u0000" * 20
    nodes = [node("MatMul", ["x", nasty + ".weight"], ["y"]), node(nasty[:60], ["y"], ["z"])]
    path = hand_made(tmp_path / "n.onnx", nodes, {"x": ["N", 3]}, {nasty + ".weight": WEIGHT}, outputs=("z",))
    model = onnx.load(path)
    model.metadata_props.add(key="title", value=nasty)
    model.metadata_props.add(key="classes", value='{"not": "a list"}')
    path.write_bytes(model.SerializeToString())
    imported = import_onnx(path)
    assert "\n" not in imported.project.title
    assert imported.classes == ()
    assert load_bundle(imported.path, bundle_content(imported)).project == imported.project


def test_nothing_that_was_read_is_needed_again(tmp_path: Path) -> None:
    """The model that converters see is plain data: no protobuf object, no path, no callable but one."""
    from playground.engine.importing.reading import read_content, read_onnx

    path = good(tmp_path / "model.onnx")
    model = read_onnx(path, read_content(path))
    assert isinstance(model, OnnxModel)
    for op in model.ops:
        for value in op.attributes.values():
            assert isinstance(value, (int, float, str, tuple, np.ndarray))


# --- drawn damage ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return good(tmp_path_factory.mktemp("fuzz") / "good.onnx").read_bytes()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "fuzzed.onnx"


def _imports_or_says_why(path: Path, damaged: bytes) -> None:
    """What can be imported can be opened, too."""
    path.write_bytes(damaged)
    try:
        imported = import_onnx(path)
    except FileError as error:
        assert "\n" not in str(error)
        return
    load_bundle(path, bundle_content(imported))


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_truncated_file_never_gives_a_traceback(data: st.DataObject, content: bytes, place: Path) -> None:
    _imports_or_says_why(place, content[: data.draw(st.integers(0, len(content)))])


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_flipped_bytes_never_give_a_traceback(data: st.DataObject, content: bytes, place: Path) -> None:
    damaged = bytearray(content)
    # the structure stands in the first bytes and in the last; between them are weights, where nothing can go wrong
    places = st.one_of(st.integers(0, min(700, len(content) - 1)), st.integers(len(content) - 300, len(content) - 1))
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(places)] = data.draw(st.integers(0, 255))
    _imports_or_says_why(place, bytes(damaged))


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_nonsense_among_attributes_and_shapes_never_gives_a_traceback(data: st.DataObject, place: Path) -> None:
    """A sound file whose operators say what cannot be."""
    small = st.integers(-3, 5)
    kinds = ["Conv", "MaxPool", "Reshape", "Transpose", "Slice", "Concat", "Gemm", "Softmax", "Pad", "Split", "Squeeze",
             "Unsqueeze", "Gather", "LSTM", "BatchNormalization", "Resize", "ReduceMean", "ConvTranspose", "Flatten",
             "LayerNormalization", "DepthToSpace", "Expand", "Tile", "MatMul", "Add", "Mul"]  # fmt: skip
    nodes, known = [], ["x", "w", "i", "j"]
    names = ["axis", "axes", "perm", "pads", "strides", "kernel_shape", "group", "dilations", "split", "blocksize",
             "hidden_size", "transB", "transA", "num_outputs"]  # fmt: skip
    for number in range(data.draw(st.integers(1, 4))):
        kind = data.draw(st.sampled_from(kinds))
        inputs = data.draw(st.lists(st.sampled_from(known), min_size=1, max_size=4))
        attributes = data.draw(
            st.dictionaries(
                st.sampled_from(names), st.one_of(small, st.lists(small, min_size=1, max_size=4)), max_size=3
            )
        )
        nodes.append(node(kind, inputs, [f"v{number}"], **attributes))
        known.append(f"v{number}")
    weight = np.ones(data.draw(st.lists(st.integers(0, 4), max_size=4)), np.float32)
    constants = {
        "w": weight, "i": np.array(data.draw(st.lists(small, max_size=4)), np.int64), "j": np.array(data.draw(small))
    }  # fmt: skip
    shape = data.draw(st.lists(st.integers(1, 5), min_size=1, max_size=4))
    hand_made(place, nodes, {"x": ["N", *shape]}, constants, outputs=(nodes[-1].output[0],))
    _imports_or_says_why(place, place.read_bytes())


def test_the_good_file_is_good(content: bytes, place: Path) -> None:
    place.write_bytes(content)
    imported = import_onnx(place)
    assert not imported.placeholders
    assert numpy_helper.to_array(onnx.load(place).graph.initializer[0]).size == imported.weights["conv1.weight"].size
