"""The exported folder stands on its own: torch and numpy suffice, and its numbers are the program's."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from generated import module_from_source
from networks import chain, project
from warm import WarmPython, fresh

from playground import protocol
from playground.core.edits import Rename
from playground.core.graph import Graph, Link, Node
from playground.core.project import DataSettings, OptimizerSettings, Project, ScheduleSettings
from playground.engine import losses
from playground.engine.data import load_data
from playground.engine.export.python_data import data_source
from playground.engine.export.python_loss import SINGLE, loss_source
from playground.engine.export.python_source import REQUIREMENTS, to_python
from playground.engine.loop import prepare, run
from playground.engine.penalties import Penalty
from playground.engine.trained import TrainedModel
from playground.training.datasets import DATASETS, Target
from playground.training.losses import LOSSES

ROOT = Path(__file__).parents[2]
# What an exported folder must do without.
ALONE = """
import json, sys
for name in ("playground", "sklearn", "PIL", "pydantic", "safetensors", "PySide6", "pooch", "requests"):
    sys.modules[name] = None
sys.path.insert(0, sys.argv[1])
"""
TRAIN = "import train\nprint(json.dumps(train.main(sys.argv[2:])))"


def write(files: dict[str, bytes], folder: Path) -> Path:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def python(warm_python: WarmPython) -> Run:
    """Runs a script in a process of its own."""
    return warm_python.run


def alone(python: Run, folder: Path, code: str, *arguments: str) -> str:
    """What ``code`` prints in a process that knows nothing of this program."""
    done = python(ALONE + code, str(folder), *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def trained_here(made: Project) -> tuple[list[dict[str, float]], TrainedModel]:
    """Rows as the script tells them, from the program's own run."""
    state = prepare(made, device="cpu")
    rows: list[dict[str, float]] = []
    for event in run(state):
        if isinstance(event, protocol.EpochDone):
            row = {**event.train, **{f"validation {name}": value for name, value in (event.validation or {}).items()}}
            rows.append(row)
        if isinstance(event, protocol.RunFinished):
            rows.append({f"test {name}": value for name, value in (event.test or {}).items()})
        assert not isinstance(event, protocol.RunFailed), event
    return rows, TrainedModel.from_state(state)


def assert_same_training(python: Run, made: Project, folder: Path, *arguments: str) -> None:
    """The script trains to the same losses and weights as the program, to the last bit."""
    expected, model = trained_here(made)
    write(to_python(model, folder.name), folder)
    printed = alone(python, folder, TRAIN, "--device", "cpu", *arguments)
    found = json.loads(printed.splitlines()[-1])
    assert [row.keys() <= ours.keys() for row, ours in zip(found, expected, strict=True)] == [True] * len(found)
    assert found == [{name: ours[name] for name in row} for row, ours in zip(found, expected, strict=True)]
    weights = torch.load(folder / "trained.pt", weights_only=True)
    assert list(weights) == list(model.module.state_dict())
    for name, tensor in model.module.state_dict().items():
        assert torch.equal(weights[name], tensor), name


MLP = chain(
    "Input",
    "Flatten",
    ("Dense", {"units": 32, "activation": "ReLU"}),
    ("Dense", {"units": 10, "activation": "Softmax"}),
)
CNN = chain(
    "Input",
    ("Conv2D", {"filters": 6, "initializer": "he_normal"}),
    "BatchNorm",
    ("ReLU", {}),
    "MaxPool2D",
    ("Dropout", {"rate": 0.3}),
    "Flatten",
    ("Dense", {"units": 10}),
)
TABLE = chain("Input", ("Dense", {"units": 12, "activation": "ReLU"}), ("Dense", {"units": 3, "activation": "Softmax"}))
SCALED = {"preparation": {"scaling": "standardize"}}


def with_schedule(name: str, **params: float) -> ScheduleSettings:
    return ScheduleSettings(type=name, params=params)


BLOCKS = [(1, "separate"), (2, "shared")]


def test_a_dense_network_trains_to_the_programs_own_numbers(tmp_path: Path) -> None:
    made = project(MLP, data={"limit": 700, "validation": 0.2}, epochs=2, seed=7, batch_size=37)
    assert_same_training(fresh, made, tmp_path)


def test_a_convolutional_one_with_dropout_and_batch_norm_does_too(python: Run, tmp_path: Path) -> None:
    # 609 samples in batches of 32 leave one over, which joins the batch before it
    made = project(CNN, data={"limit": 609, "validation": 0.0}, epochs=2, seed=3, batch_size=32, learning_rate=0.01)
    assert_same_training(python, made, tmp_path)


def test_penalties_frozen_layers_and_another_optimizer_go_along(python: Run, tmp_path: Path) -> None:
    graph = chain(
        "Input",
        ("Conv2D", {"filters": 4, "stride": 2, "activation": "PReLU", "l1": 1e-4}),
        ("BatchNorm", {"frozen": True}),
        "Flatten",
        ("Dense", {"units": 16, "activation": "Tanh", "frozen": True, "initializer": "orthogonal"}),
        ("Dense", {"units": 10, "activation": "Sigmoid", "l2": 1e-3}),
    )
    optimizer = OptimizerSettings(type="SGD", params={"momentum": 0.9, "nesterov": True})
    settings = {"epochs": 2, "loss": "binary_cross_entropy", "l2": 1e-4, "learning_rate": 0.05}
    made = project(graph, data={"limit": 300}, optimizer=optimizer, **settings)
    assert_same_training(python, made, tmp_path)


@pytest.mark.parametrize(
    "schedule",
    [
        with_schedule("cosine", warm_up=1.0, minimum=0.1), with_schedule("one_cycle"), with_schedule("warm_up"),
        with_schedule("step", every=1, gamma=0.5), with_schedule("exponential"),
    ],
    ids=lambda schedule: schedule.type,
)  # fmt: skip
def test_a_test_part_that_is_taken_out_scaling_schedules_and_clipping_go_along(
    python: Run, tmp_path: Path, schedule: ScheduleSettings
) -> None:
    data = {"dataset": "wine", "validation": 0.2, **SCALED}
    settings = {"epochs": 3, "batch_size": 16, "clip_norm": 0.5, "schedule": schedule, "loss": "huber"}
    assert_same_training(python, project(TABLE, data=data, learning_rate=0.02, **settings), tmp_path)


def test_one_output_and_the_whole_batch_at_once_go_along(python: Run, tmp_path: Path) -> None:
    graph = chain("Input", ("Dense", {"units": 1, "activation": "Sigmoid"}))
    data = {"dataset": "breast-cancer", "limit": 301, **SCALED}
    optimizer = OptimizerSettings(type="GradientDescent")
    settings = {"epochs": 4, "learning_rate": 0.5, "optimizer": optimizer, "loss": "binary_cross_entropy"}
    assert_same_training(python, project(graph, data=data, **settings), tmp_path)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"class_weights": "balanced"}, "weighs all classes alike"),
        ({"schedule": with_schedule("plateau")}, "not what training says"),
        ({"data": {"augmentation": {"noise": 0.1}}}, "varies no images"),
        ({"data": {"preparation": {"scaling": "standardize"}}}, "has not been trained"),
        ({"data": {"dataset": "cifar-10"}}, "cannot read CIFAR-10"),
    ],
)
def test_a_training_that_the_script_could_not_repeat_goes_without_it_and_says_why(
    changed: dict[str, Any], why: str
) -> None:
    files = to_python(TrainedModel.untrained(project(MLP, **changed)), "x")
    assert "train.py" not in files
    assert "data.npz" not in files
    assert why in files["README.md"].decode()


def test_blocks_with_weights_of_their_own_and_shared_ones_do_too(python: Run, tmp_path: Path) -> None:
    unit = chain("Input", ("Conv2D", {"filters": 3, "padding": "same", "activation": "ReLU"}), "BatchNorm", "Dropout")
    ports = {"network": "Unit", "input_names": ["input1"], "output_names": ["dropout1"]}
    graph = chain("Input", ("Conv2D", {"filters": 3, "stride": 2}), "Flatten", ("Dense", {"units": 10}))
    nodes = [Node(id=f"block{n}", type="Block", params={**ports, "repeat": 2, "weights": w}) for n, w in BLOCKS]
    links = [
        Link(source="input1", target="conv1"),
        Link(source="conv1", target="block1", target_port="input1"),
        Link(source="block1", source_port="dropout1", target="block2", target_port="input1"),
        Link(source="block2", source_port="dropout1", target="flatten1"),
        Link(source="flatten1", target="dense1"),
    ]
    graph = Graph(nodes=(*graph.nodes, *nodes), links=tuple(links))
    made = project(graph, data={"limit": 120}, epochs=1)
    assert_same_training(python, made.replace(networks={"Classifier": graph, "Unit": unit}), tmp_path)


def test_penalties_of_the_settings_alone_are_two_constants(python: Run, tmp_path: Path) -> None:
    made = project(MLP, data={"limit": 200}, epochs=1, l1=1e-5, l2=1e-4, loss="mean_squared_error")
    assert_same_training(python, made, tmp_path)
    script = (tmp_path / "train.py").read_text(encoding="utf-8")
    assert "L1 = 1e-05\nL2 = 0.0001\n" in script
    assert "PENALTIES" not in script


SCALES = ("BatchNorm", {"l1": 0.01})
TEN = ("Dense", {"units": 10})
REST = {"frozen": True, "l1": 0.01}
BEFORE = ("Input", "Flatten", ("Dense", {"units": 4}))
# with the shapes of what L1 goes for
PENALIZED = {
    "scales too": (chain(*BEFORE, SCALES, TEN), [(4, 784), (4,), (10, 4)]),
    "scales that rest": (chain(*BEFORE, ("BatchNorm", REST), TEN), [(4, 784), (10, 4)]),
    "matrices alone": (chain(*BEFORE, "BatchNorm", TEN), [(4, 784), (10, 4)]),
}


def penalty_of(made: Project) -> tuple[float, float, str]:
    """What the script adds to a loss, what the program adds, and the script."""
    model = TrainedModel.untrained(made)
    files = to_python(model, "x")
    source, script = files["model.py"].decode(), files["train.py"].decode()
    network = module_from_source(source).Classifier()
    network.load_state_dict(model.module.state_dict())
    ours = Penalty(model.module, (made.training.l1, made.training.l2)).add_to(torch.zeros(()))
    return module_beside(script, source).penalized(torch.zeros(()), network).item(), ours.item(), script


@pytest.mark.parametrize("case", PENALIZED)
def test_the_short_penalty_stands_where_it_goes_for_the_same_weights(case: str) -> None:
    graph, shapes = PENALIZED[case]
    made = project(graph, l1=0.01, seed=2)
    exported, ours, script = penalty_of(made)
    module = TrainedModel.untrained(made).module
    terms = [tuple(weight.shape) for weight, _ in Penalty(module, (0.01, 0.0)).terms]
    assert terms == shapes
    assert exported == ours
    assert ("PENALTIES" in script) == ((4,) in shapes)


@pytest.mark.parametrize(("repeat", "weights"), [(1, "separate"), (3, "separate"), (2, "shared")])
def test_penalties_inside_blocks_and_of_shared_weights_are_the_programs_too(repeat: int, weights: str) -> None:
    unit = chain("Input", SCALES, ("Dense", {"units": 6}))
    ports = {"network": "Unit", "input_names": ["input1"], "output_names": ["dense1"]}
    block = Node(id="block1", type="Block", params={**ports, "repeat": repeat, "weights": weights})
    nodes = [
        *chain("Input", "Flatten", ("Dense", {"units": 6}), ("Dense", {"units": 6}), TEN).nodes,
        Node(id="norm1", type="BatchNorm", params={"l1": 0.01}),
        Node(id="norm2", type="BatchNorm", params={"shared_with": "norm1"}),
        Node(id="dense4", type="Dense", params={"units": 6, "shared_with": "dense2"}),
        block,
    ]
    order = ["input1", "flatten1", "dense1", "norm1", "dense2", "dense4", "norm2", "block1", "dense3"]
    links = tuple(
        Link(
            source=one, target=two,
            **({"source_port": "dense1"} if one == "block1" else {}),
            **({"target_port": "input1"} if two == "block1" else {}),
        )
        for one, two in pairwise(order)
    )  # fmt: skip
    graph = Graph(nodes=tuple(nodes), links=links)
    made = project(graph, l1=0.01, seed=4).replace(networks={"Classifier": graph, "Unit": unit})
    exported, ours, _ = penalty_of(made)
    assert exported == ours > 0


def test_norms_that_rest_without_weights_of_their_own_rest_in_the_script_too(python: Run, tmp_path: Path) -> None:
    unit = chain("Input", ("BatchNorm", {"frozen": True, "affine": False}), "ReLU")
    ports = {"network": "Unit", "input_names": ["input1"], "output_names": ["relu1"]}
    graph = chain("Input", "Flatten", ("BatchNorm", {"frozen": True, "affine": False}), "BatchNorm", TEN)
    block = Node(id="block1", type="Block", params={**ports, "repeat": 2, "weights": "separate"})
    *before, last = graph.links
    links = (
        *before, Link(source=last.source, target="block1", target_port="input1"),
        Link(source="block1", source_port="relu1", target=last.target),
    )  # fmt: skip
    graph = Graph(nodes=(*graph.nodes, block), links=links)
    made = project(graph, data={"limit": 100}, epochs=1)
    assert_same_training(python, made.replace(networks={"Classifier": graph, "Unit": unit}), tmp_path)
    weights = torch.load(tmp_path / "trained.pt", weights_only=True)
    moved = {name for name, value in weights.items() if name.endswith("running_mean") and value.abs().sum() > 0}
    assert moved == {"norm2.running_mean"}


@pytest.mark.mnist
def test_mnist_is_read_from_its_published_files(python: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = ROOT.parent / "shared" / "datasets"
    if not (folder / "mnist").is_dir():
        pytest.skip("the MNIST files are not here")
    monkeypatch.setenv("PLAYGROUND_DATA_DIR", str(folder))
    made = project(MLP, data={"dataset": "mnist", "limit": 2000}, epochs=1, seed=1)
    assert_same_training(python, made, tmp_path, "--data", str(folder))


@pytest.mark.parametrize("optimizer", ["Adam", "AdamW", "RMSprop", "Adagrad"])
def test_every_optimizer_is_made_with_its_settings(tmp_path: Path, optimizer: str) -> None:
    made = project(MLP, optimizer=OptimizerSettings(type=optimizer, params={"weight_decay": 0.02}))
    files = to_python(TrainedModel.untrained(made), "x")
    write({name: files[name] for name in ("model.py", "weights.pt")}, tmp_path)
    script = module_beside(files["train.py"].decode(), files["model.py"].decode())
    network = torch.nn.Linear(2, 2)
    built = script.make_optimizer(network, torch.device("cpu"))
    assert type(built).__name__ == optimizer
    assert built.param_groups[0]["weight_decay"] == 0.02
    assert built.param_groups[0]["lr"] == made.training.learning_rate


def module_beside(text: str, model: str) -> Any:
    """``train.py`` as a module, with ``model.py`` where it looks for it."""
    sys.modules["model"] = module_from_source(model)
    try:
        return module_from_source(text)
    finally:
        del sys.modules["model"]


FIVE = Target.classes(*"abcde")


@pytest.mark.parametrize("final", [None, "softmax", "log_softmax", "sigmoid"])
@pytest.mark.parametrize("loss", list(LOSSES))
def test_every_loss_is_that_of_the_program(loss: str, final: str | None) -> None:
    head = "import torch\nimport torch.nn.functional as F\nfrom torch import Tensor\n\n"
    exported = module_from_source(head + loss_source(loss, final)).loss_of
    scores = torch.randn(20, 5, generator=torch.Generator().manual_seed(0)) * 8
    labels = torch.arange(20) % 5
    mine, theirs = scores.clone().requires_grad_(), scores.clone().requires_grad_()
    found, expected = exported(mine, labels), losses.loss_function(loss, final, FIVE)(theirs, labels)
    found.backward()
    expected.backward()
    assert torch.equal(found, expected)
    assert torch.equal(mine.grad, theirs.grad)


@pytest.mark.parametrize("final", [None, "sigmoid"])
@pytest.mark.parametrize("loss", list(SINGLE))
def test_one_output_that_tells_two_classes_apart_is_judged_as_here(loss: str, final: str | None) -> None:
    if final not in SINGLE[loss]:
        pytest.skip("not written")
    head = "import torch\nimport torch.nn.functional as F\nfrom torch import Tensor\n\n"
    exported = module_from_source(head + loss_source(loss, final, single=True))
    two = Target.classes("no", "yes")
    scores = torch.randn(40, 1, generator=torch.Generator().manual_seed(1)) * 4
    labels = torch.arange(40) % 2
    assert torch.equal(exported.loss_of(scores, labels), losses.loss_function(loss, final, two)(scores, labels))
    said = losses.probabilities(scores, loss, final, two).argmax(1)
    assert torch.equal(exported.said(scores), said)


@pytest.mark.parametrize("activation", ["Linear", "Softmax", "LogSoftmax", "Sigmoid"])
def test_predict_gives_what_the_program_gives(tmp_path: Path, activation: str) -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 10, "activation": activation}))
    model = TrainedModel.untrained(project(graph, seed=5))
    write(to_python(model, tmp_path.name), tmp_path)
    exported = module_from_source((tmp_path / "model.py").read_text(encoding="utf-8"), tmp_path / "model.py")
    images = load_data(DataSettings(dataset="digits")).test_x
    expected = model.predict(images.astype(np.float32) / 255)
    assert np.array_equal(exported.predict(images).numpy(), expected)
    assert np.array_equal(exported.predict(images.astype(np.float64) / 255, exported.load()).numpy(), expected)
    assert model.classes == exported.CLASSES


def test_a_single_file_reads_the_weights_beside_it(python: Run, tmp_path: Path) -> None:
    model = TrainedModel.untrained(project(CNN, seed=2))
    files = to_python(model, "my net.py")
    assert list(files) == ["my net.py", "my net_weights.pt"]
    write(files, tmp_path)
    code = (
        "import importlib.util, torch\n"
        "spec = importlib.util.spec_from_file_location('net', sys.argv[2])\n"
        "net = importlib.util.module_from_spec(spec); spec.loader.exec_module(net)\n"
        "print(json.dumps(net.load()(torch.zeros(1, 1, 28, 28)).tolist()))"
    )
    with torch.inference_mode():
        expected = model.module(torch.zeros(1, 1, 28, 28)).tolist()
    assert json.loads(alone(python, tmp_path, code, str(tmp_path / "my net.py"))) == expected


NASTY = '"""\n\\"; raise SystemExit("out") # */ \' {x} «class» \r\u2028\u202e\x00\\N{BULLET} """'


def test_titles_and_names_stay_inside_their_quotes(python: Run, tmp_path: Path) -> None:
    made = project(CNN, data={"limit": 60}, epochs=1)
    for node in made.networks["Classifier"].nodes:
        made = Rename("Classifier", node.id, NASTY[:70]).apply(made) if node.id != "input1" else made
    model = TrainedModel.untrained(made.replace(title=NASTY[:100]))
    files = to_python(model, "x")
    for name in ("model.py", "train.py"):
        text = files[name].decode("utf-8")
        ast.parse(text)
        assert not re.search(r"[\u202a-\u202e\u2066-\u2069\x00]", text)
        plain = to_python(TrainedModel.untrained(project(CNN, data={"limit": 60}, epochs=1)), "x")[name].decode()
        assert statements(text) == statements(plain)
    write(files, tmp_path)
    alone(python, tmp_path, TRAIN)


def statements(text: str) -> str:
    """What ``text`` does: without comments and docstrings."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node) is not None:
            node.body.pop(0)
    return ast.dump(tree)


@pytest.mark.parametrize("dataset", ["digits", "mnist", "fashion-mnist", "kmnist", "wine"])
def test_the_files_are_as_a_linter_and_a_formatter_want_them(tmp_path: Path, dataset: str) -> None:
    graph = TABLE if dataset == "wine" else CNN
    schedule = with_schedule("cosine") if dataset == "wine" else ScheduleSettings()
    made = project(graph, data={"dataset": dataset}, l2=1e-4, loss="binary_cross_entropy", schedule=schedule)
    made = made.replace(networks={"A network with quite a long name 1234567": graph})
    write(to_python(TrainedModel.untrained(made), "x"), tmp_path)
    for command in (["check", "--select", "E,F,I,UP,B,W,C4,SIM,RET"], ["format", "--diff"]):
        options = ["--isolated", "--no-cache", "--line-length", "100", "."]
        ruff = [sys.executable, "-m", "ruff", *command, *options]
        done = subprocess.run(ruff, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["Path", "np", "WEIGHTS", "Tensor", "predict", "Network", "Data", "SEED"])
def test_a_network_may_have_any_name(tmp_path: Path, name: str) -> None:
    made = project(MLP, data={"limit": 40}, epochs=1).replace(networks={name: MLP})
    files = to_python(TrainedModel.untrained(made), "x")
    source, script = (ast.parse(files[part]) for part in ("model.py", "train.py"))
    (network,) = (node.name for node in source.body if isinstance(node, ast.ClassDef))
    for tree in (source, script):
        bound = [alias.asname or alias.name for node in tree.body for alias in getattr(node, "names", [])]
        bound += [node.name for node in tree.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))]
        bound += [node.targets[0].id for node in tree.body if isinstance(node, ast.Assign)]
        assert len(bound) == len(set(bound))
        assert network in bound


def test_damaged_and_missing_files_are_told_in_a_line(tmp_path: Path) -> None:
    script = module_beside(
        to_python(TrainedModel.untrained(project(MLP, data={"dataset": "mnist"})), "x")["train.py"].decode(),
        "WEIGHTS = Classifier = None",
    )
    good = b"\0\0\x08\x02" + (2).to_bytes(4, "big") + (3).to_bytes(4, "big") + bytes(range(6))
    path = tmp_path / "some-idx3-ubyte"
    path.write_bytes(good)
    assert script.read_idx(path).tolist() == [[0, 1, 2], [3, 4, 5]]
    for content in (good[:-1], good[:7], b"", b"GIF89a", b"\x1f\x8bnothing", b"\0\0\x0d\x01"):
        path.write_bytes(content)
        with pytest.raises(SystemExit, match="some-idx3-ubyte is"):
            script.read_idx(path)
    script.MIRRORS = ((tmp_path / "nowhere").as_uri() + "/",)
    with pytest.raises(SystemExit, match=r"train-images-idx3-ubyte.gz is not in .* and cannot be had"):
        script.load_data(tmp_path)


def test_a_download_is_kept_only_when_it_is_the_right_file(tmp_path: Path) -> None:
    script = module_from_source(
        "import gzip, hashlib, http.client, math, os, urllib.request, zlib\nfrom pathlib import Path\n"
        "from collections.abc import Sequence\nimport numpy as np, torch\nfrom torch import Tensor\n"
        "Data = HERE = None\n" + data_source(DATASETS["mnist"]().describe()).text
    )
    (tmp_path / "mirror").mkdir()
    (tmp_path / "mirror" / "a.gz").write_bytes(b"right")
    script.MIRRORS = ((tmp_path / "empty").as_uri() + "/", (tmp_path / "mirror").as_uri() + "/")
    script.FILES = {"a.gz": "md5:7c4f29407893c334a6cb7a87bf045c0d"}  # md5 of b"right"
    assert script.download("a.gz", tmp_path / "data").read_bytes() == b"right"
    script.FILES = {"a.gz": "md5:" + "0" * 32}
    (tmp_path / "data" / "a.gz").unlink()
    with pytest.raises(SystemExit, match="not the file expected"):
        script.download("a.gz", tmp_path / "data")
    assert list((tmp_path / "data").iterdir()) == []


def test_requirements_are_the_programs_own() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert set(REQUIREMENTS) <= set(declared)
