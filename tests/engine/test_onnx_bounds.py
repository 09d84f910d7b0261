"""Files that ask for more memory than they hold: they are imported in a child process that may not take much."""

from __future__ import annotations

import json
import subprocess
import sys
import tracemalloc
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from onnx_models import hand_made, node

from playground.core.files import FileError
from playground.engine.importing import import_onnx
from playground.engine.importing.budget import Budget
from playground.engine.importing.folding import fold
from playground.engine.importing.model import NoCounterpart, Op
from playground.engine.importing.views import Known

pytest.importorskip("resource")
MEMORY, SECONDS = 2**30, 60
CHILD = f"""
import json, resource, sys
from pathlib import Path
from playground.core.files import FileError
from playground.engine.importing import bundle_content, import_onnx
words = [line.split() for line in Path("/proc/self/status").read_text().splitlines()]
used = next(int(word[1]) * 1024 for word in words if word[0] == "VmSize:")
resource.setrlimit(resource.RLIMIT_AS, (used + {MEMORY}, used + {MEMORY}))
for path in sys.argv[1:]:
    try:
        found = import_onnx(path)
        bundle_content(found)
        reasons = [p.reason for p in found.placeholders]
    except FileError as error:
        reasons = [str(error)]
    except MemoryError:
        reasons = ["MEMORY"]
    print(json.dumps([path, reasons]), flush=True)
"""
MANY = 2**24
BIG = [node("ConstantOfShape", ["many"], ["big"], value=numpy_helper.from_array(np.ones(1, np.float32)))]
X = {"x": ["N", 4]}
LARGE = "would make a constant of the shape"
ENOUGH = "worked out so far take too much memory"


def adds(number: int) -> list[onnx.NodeProto]:
    """Each value the sum of the one before it with itself; the last does not fit what is fed."""
    sums = [node("Add", [f"b{i}" if i else "big", f"b{i}" if i else "big"], [f"b{i + 1}"]) for i in range(number)]
    return [*sums, node("Add", ["x", f"b{number}"], ["y"])]


def gathers(number: int) -> list[onnx.NodeProto]:
    """Each value has twice the axes of the one before it, nearly."""
    return [node("Gather", [name, name], [f"g{i + 1}"]) for i in range(number) for name in [f"g{i}" if i else "x"]]


BOMBS: dict[str, tuple[list[onnx.NodeProto], dict[str, np.ndarray], str]] = {
    "a value as long as a shape": ([*BIG, *adds(2)], {"many": np.array([MANY])}, "does not fit what comes in"),
    "many such values": ([*BIG, *adds(20)], {"many": np.array([MANY])}, ENOUGH),
    "axes that double": ([*gathers(40), node("Relu", ["g40"], ["y"])], {}, "a layer here needs it fixed"),
    "a negative axis": (
        [node("Expand", ["w", "tall"], ["t"]), *BIG, node("Cast", ["big"], ["i"], to=TensorProto.INT64),
         node("Gather", ["t", "i"], ["b"], axis=-1), node("MatMul", ["x", "b"], ["y"])],
        {"w": np.ones((1, 1), np.float32), "tall": np.array([2**14, 1]), "many": np.array([2**20])}, LARGE,
    ),
    "a product that is spread": (
        [node("Expand", ["w", "a"], ["one"]), node("Expand", ["w", "b"], ["other"]),
         node("MatMul", ["one", "other"], ["c"]), node("Add", ["x", "c"], ["y"])],
        {"w": np.ones(1, np.float32), "a": np.array([2**12, 1]), "b": np.array([2**12, 1, 2**12])}, LARGE,
    ),
    "a bias that is spread": (
        [node("Expand", ["w", "a"], ["one"]), node("Expand", ["w", "b"], ["bias"]),
         node("Gemm", ["one", "w2", "bias"], ["c"]), node("Add", ["x", "c"], ["y"])],
        {"w": np.ones(1, np.float32), "w2": np.ones((1, 1), np.float32), "a": np.array([2**17, 1]),
         "b": np.array([1, 2**17])}, LARGE,
    ),
    "repeated, then not at all": (
        [node("Tile", ["w", "times"], ["b"]), node("MatMul", ["x", "b"], ["y"])],
        {"w": np.ones((4, 4), np.float32), "times": np.array([2**40, 0])}, LARGE,
    ),
    "endless rows of nothing": (
        [node("Strange", ["x", "w"], ["y"])], {"w": np.ones((2**40, 0), np.float32)}, "no layer here does that",
    ),
    "parts without end": (
        [*BIG, node("Cast", ["big"], ["i"], to=TensorProto.INT64), node("Split", ["w", "i"], ["b"]),
         node("MatMul", ["x", "b"], ["y"])],
        {"w": np.ones((0, 4), np.float32), "many": np.array([MANY])}, "into 16,777,216 parts and gives 1",
    ),
    "sizes without end": (
        [*BIG, node("Cast", ["big"], ["i"], to=TensorProto.INT64), node("Expand", ["w", "i"], ["b"]),
         node("MatMul", ["x", "b"], ["y"])],
        {"w": np.ones(1, np.float32), "many": np.array([MANY])}, "one of its lists has 16,777,216 numbers",
    ),
    "text for numbers": (
        [*BIG, node("Cast", ["big"], ["t"], to=TensorProto.STRING), node("Add", ["x", "t"], ["y"])],
        {"many": np.array([MANY])}, "constants that are no numbers",
    ),
    "placeholders that repeat a constant": (
        [*BIG, *(node("Strange", [f"s{i}" if i else "x", "big"], [f"s{i + 1}"]) for i in range(60)),
         node("Relu", ["s60"], ["y"])],
        {"many": np.array([MANY])}, "repeat constants until they take too much memory",
    ),
    "one placeholder that does": (
        [*BIG, node("Strange", ["x", *["big"] * 60], ["y"])],
        {"many": np.array([MANY])}, "repeat constants until they take too much memory",
    ),
}  # fmt: skip


def said_within_bounds(*paths: Path) -> dict[str, str]:
    """By path why something of a file has no counterpart, from one child process with little memory and time.

    A file that ends the child, and those behind it, are missing.
    """
    words = [sys.executable, "-c", CHILD, *map(str, paths)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as child:
        try:
            told = child.communicate(timeout=SECONDS)[0]
        except subprocess.TimeoutExpired:
            child.kill()
            told = child.communicate()[0]
    return {path: " ".join(reasons) for path, reasons in map(json.loads, told.splitlines())}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """By name of a bomb."""
    folder = tmp_path_factory.mktemp("bombs")
    paths = {
        str(hand_made(folder / f"{number}.onnx", nodes, X, constants)): name
        for number, (name, (nodes, constants, _)) in enumerate(BOMBS.items())
    }
    assert all(Path(path).stat().st_size < 5000 for path in paths)
    return {paths[path]: reasons for path, reasons in said_within_bounds(*map(Path, paths)).items()}


@pytest.mark.parametrize("name", BOMBS)
def test_a_small_file_takes_little_memory(name: str, said: dict[str, str]) -> None:
    assert BOMBS[name][2] in said[name]


def _outside(name: str, *dims: int) -> TensorProto:
    tensor = TensorProto(name=name, dims=dims, data_type=TensorProto.FLOAT, data_location=TensorProto.EXTERNAL)
    tensor.external_data.add(key="location", value="model.bin")
    return tensor


def _claiming(path: Path, inside: int) -> Path:
    """Twenty times the same half gigabyte, which is not even there; ``inside`` of them in operators."""
    names = [f"w{i}" for i in range(20)]
    nodes = [node("Constant", [], [name], value=_outside(name, 2**15, 2**12)) for name in names[:inside]]
    hand_made(path, [*nodes, node("Sum", ["x", *names], ["y"])], X)
    model = onnx.load(path, load_external_data=False)
    model.graph.initializer.extend(_outside(name, 2**15, 2**12) for name in names[inside:])
    path.write_bytes(model.SerializeToString())
    return path


def test_tensors_count_together_wherever_they_stand(tmp_path: Path) -> None:
    """In initializers, in operators, in both; nothing is read."""
    with (tmp_path / "model.bin").open("wb") as file:
        file.truncate(2**29)
    paths = [_claiming(tmp_path / f"{inside}.onnx", inside) for inside in (0, 10, 20)]
    told = said_within_bounds(*paths)
    for path in paths:
        assert told[str(path)] == f"{path.name}: claims 2,684,354,560 weights; at most 2,147,483,648 are read."


WIDE = np.ones((1024, 1024), np.float32)
MAKING = {
    "Add": (WIDE, WIDE), "Not": (WIDE > 0,), "Exp": (WIDE,), "Where": (WIDE > 0, WIDE, WIDE), "Concat": (WIDE, WIDE),
    "Tile": (WIDE, np.array([1, 2])), "Gather": (WIDE, np.zeros(1024, np.int64)), "MatMul": (WIDE[:, :1], WIDE[:1]),
    "Gemm": (WIDE[:, :1], WIDE[:1]), "Range": (np.array(0), np.array(2**20), np.array(1)),
    "ReduceSum": (np.ones((2**18, 2), np.float32), np.array([1])), "Cast": (WIDE,),
    "Reshape": (np.broadcast_to(np.float32(1), (1024, 1024)), np.array([-1])),
    "Flatten": (np.broadcast_to(np.float32(1), (64, 64, 256)),), "Sigmoid": (WIDE,), "Relu": (WIDE,),
}  # fmt: skip


@pytest.mark.parametrize("kind", MAKING)
def test_a_budget_is_asked_before_memory_is_taken(kind: str) -> None:
    op = Op(kind, tuple("abc"[: len(MAKING[kind])]), ("y",))
    inputs = [Known.fixed(value) for value in MAKING[kind]]
    made = fold(op, inputs, Budget(2**22))
    assert made is not None
    size = made[0].values[0].size
    budget = Budget(size - 1)
    tracemalloc.start()
    try:
        with pytest.raises(NoCounterpart, match=ENOUGH):
            fold(op, inputs, budget)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert budget.left == size - 1
    assert peak < 100_000


def test_weights_in_constant_operators_need_no_budget(tmp_path: Path) -> None:
    """Older exporters write every weight so; they are the file's own."""
    op = Op("Constant", (), ("w",), {"value": WIDE})
    (known,) = fold(op, [], Budget(0)) or ()
    assert known.values[0] is WIDE


# --- shapes behind placeholders --------------------------------------------------------------------------------------


def _shape_behind(path: Path, nodes: list[onnx.NodeProto], constants: dict[str, np.ndarray]) -> list[str]:
    imported = import_onnx(hand_made(path, nodes, {"x": ["N", 6, 4]}, constants))
    return [placed.type for placed in imported.project.networks[imported.network].nodes]


def test_what_follows_a_placeholder_is_known_from_its_operator(tmp_path: Path) -> None:
    """The sizes of a Reshape behind it come of constants; what a custom operator gives nobody knows."""
    weight = np.ones((24, 3), np.float32)
    tail = [node("Flatten", ["s"], ["f"]), node("MatMul", ["f", "w"], ["y"])]
    found = _shape_behind(tmp_path / "known.onnx", [node("Sin", ["x"], ["s"]), *tail], {"w": weight})
    assert found == ["Input", "onnx.Sin", "Flatten", "Dense"]
    found = _shape_behind(tmp_path / "custom.onnx", [node("Strange", ["x"], ["s"]), *tail], {"w": weight})
    assert found == ["Input", "onnx.Strange", "onnx.Flatten", "onnx.MatMul"]
    reshaped = [node("Strange", ["x"], ["s"]), node("Reshape", ["s", "to"], ["f"]), node("MatMul", ["f", "w"], ["y"])]
    found = _shape_behind(tmp_path / "told.onnx", reshaped, {"w": weight, "to": np.array([-1, 24])})
    assert found == ["Input", "onnx.Strange", "onnx.Reshape", "Dense"]


def test_a_subgraph_says_nothing_of_its_shape(tmp_path: Path) -> None:
    body = helper.make_graph(
        [node("Relu", ["x"], ["b"])], "b", [], [helper.make_tensor_value_info("b", 1, ["N", 6, 4])]
    )
    nodes = [node("If", ["c"], ["s"], then_branch=body, else_branch=body), node("Relu", ["s"], ["y"])]
    assert _shape_behind(tmp_path / "if.onnx", nodes, {"c": np.array(True)})[-2:] == ["onnx.If", "onnx.Relu"]


def test_too_many_tensors_are_refused_without_a_file_beside(tmp_path: Path) -> None:
    path = hand_made(tmp_path / "m.onnx", [node("Constant", [], ["w"], value=_outside("w", 2**32)),
                                           node("Add", ["x", "w"], ["y"])], X)  # fmt: skip
    with pytest.raises(FileError, match="claims 4,294,967,296 weights"):
        import_onnx(path)
