"""Packages that add layers: the example of the docs, installed and used; broken ones, listed while the rest works."""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from networks import chain, project

from playground import protocol
from playground.core.files import dump_project
from playground.core.project import Project
from playground.engine.worker import main as worker_main

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "docs" / "plugin-example"
PATIENCE_SECONDS = 60.0

GOOD = """
from typing import ClassVar
from playground.core.layer import Call, Family, Layer
from playground.core.shape import Shape

class {name}(Layer):
    type_name: ClassVar[str] = "{name}"
    title: ClassVar[str] = "{name}"
    family: ClassVar[Family] = "shape"
    id_stem: ClassVar[str] = "{stem}"
    summary: ClassVar[str] = "Passes on what it gets."

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.Identity")
"""


def good(name: str) -> str:
    return GOOD.format(name=name, stem=name.lower())


def put(site: Path, distribution: str, entries: dict[str, str], **modules: str) -> None:
    """An installed distribution: modules, and the metadata that installers write."""
    for name, text in modules.items():
        (site / f"{name}.py").write_text(text, encoding="utf-8")
    info = site / f"{distribution.replace('-', '_')}-0.3.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 0.3\n", encoding="utf-8")
    lines = [f"{name} = {value}" for name, value in entries.items()]
    (info / "entry_points.txt").write_text("\n".join(["[neural_playground.layers]", *lines, ""]), encoding="utf-8")


def python(site: Path, *words: str, cwd: Path | None = None) -> str:
    """Standard output of an interpreter that finds the packages of ``site``."""
    path = os.pathsep.join((str(ROOT), str(site)))
    done = subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, check=False, cwd=cwd or site,
        env={**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


LIST = """
import json, sys
import playground.layers
from playground.core.layer import REGISTRY
from playground.core.plugins import package_of, plugins
print(json.dumps({
    "plugins": {p.name: [p.distribution, p.version, p.layers, p.error] for p in plugins()},
    "foreign": {k.type_name: package_of(k) for k in REGISTRY.all() if package_of(k)},
    "dense": REGISTRY.get("Dense").__module__, "loaded": sorted({"torch", "PySide6"} & set(sys.modules)),
}))
"""


def listed(site: Path) -> dict:
    return json.loads(python(site, "-c", LIST))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which pip has installed the example of the docs."""
    folder = tmp_path_factory.mktemp("example")
    shutil.copytree(EXAMPLE, folder / "source", ignore=shutil.ignore_patterns("__pycache__"))
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check", "-q"]
    subprocess.run(
        [sys.executable, "-m", "pip", "install", *options, "--target", folder / "site", folder / "source"], check=True
    )
    return folder / "site"


def rippling() -> Project:
    """28 × 28 → 16 × 7 × 7 → 4 × 5 × 5 → 100 → 10."""
    graph = chain(
        "Input", ("SpaceToDepth", {"factor": 4}), ("Conv2D", {"filters": 4}), ("Snake", {"frequency": 2.0}), "Flatten",
        ("Dense", {"units": 10, "activation": "Softmax"}),
    )  # fmt: skip
    names = {"thing1": "space_to_depth1", "thing2": "snake1"}  # here, the plug-in is not installed
    text = dump_project(project(graph, data={"limit": 100}, epochs=1, batch_size=20))
    for old, new in names.items():
        text = text.replace(f'"{old}"', f'"{new}"')
    return Project.model_validate_json(text)


PARAMETERS = {"conv1": 4 * 16 * 3 * 3 + 4, "snake1": 4, "dense1": 100 * 10 + 10}


class TestTheExampleOfTheDocs:
    def test_it_is_listed_with_the_package_that_it_comes_from(self, example):
        found = listed(example)
        assert found["plugins"] == {"snake": ["playground-snake", "1.0", ["Snake", "SpaceToDepth"], None]}
        assert found["foreign"] == {"Snake": "playground-snake", "SpaceToDepth": "playground-snake"}
        assert found["loaded"] == [], "declaring a layer needs no torch"

    def test_the_command_line_lists_its_layers_among_the_others(self, example):
        lines = python(example, "-m", "playground", "layers").splitlines()
        snake = next(i for i, line in enumerate(lines) if line.startswith("  Snake "))
        assert lines[snake].endswith("(from playground-snake)")
        headings = [line for line in lines[:snake] if not line.startswith(" ")]
        assert headings[-1] == "Activation"
        assert lines[-2:] == ["Plug-ins", "  snake (playground-snake 1.0): Snake, SpaceToDepth"]

    def test_without_it_the_layers_are_unknown_and_kept(self):
        made = rippling()
        graph = made.networks["Classifier"]
        assert {n.id for n in graph.nodes if n.fault and n.fault.code == "unknown-layer"} == {
            "space_to_depth1", "snake1",
        }  # fmt: skip
        assert graph.by_id["snake1"].params == {"frequency": 2.0}

    def test_its_layers_are_checked_trained_predicted_with_and_exported(self, example, tmp_path):
        (tmp_path / "ripple.json").write_text(dump_project(rippling()), encoding="utf-8")
        script = """
import json, numpy as np, torch, onnxruntime, playground
from playground_snake.modules import Snake
made = playground.load("ripple.json")
found = playground.check(made)
trained = playground.train(made)
trained.save("ripple.playground")
trained.export("ripple.onnx", "onnx"); trained.export("ripple.safetensors", "safetensors")
x = np.random.default_rng(0).random((3, 1, 28, 28), dtype=np.float32)
(there,) = onnxruntime.InferenceSession("ripple.onnx").run(None, {"input": x})
from safetensors.numpy import load_file
weights = load_file("ripple.safetensors")
module = trained.state.module
y = Snake(2, 3.0)(torch.tensor([[0.5, -0.25]])).tolist()[0]
print(json.dumps({
    "problems": [str(p) for p in found.problems],
    "shapes": {k: str(f.shape) for k, f in found.networks["Classifier"].facts.items()},
    "parameters": {k: f.parameters for k, f in found.networks["Classifier"].facts.items() if f.parameters},
    "real": {k: v.size for k, v in weights.items()}, "moved": bool((weights["snake1.frequency"] != 2.0).all()),
    "difference": float(np.abs(trained.predict(x) - there).max()), "snake": y,
}))
"""
        told = json.loads(python(example, "-c", script, cwd=tmp_path).splitlines()[-1])
        assert told["problems"] == []
        assert [told["shapes"][k] for k in ("space_to_depth1", "snake1", "dense1")] == ["16 × 7 × 7", "4 × 5 × 5", "10"]
        assert told["parameters"] == PARAMETERS
        assert told["real"] == {
            "conv1.weight": 576, "conv1.bias": 4, "snake1.frequency": 4, "dense1.weight": 1000, "dense1.bias": 10,
        }  # fmt: skip
        assert told["moved"], "its frequencies are trained"
        assert told["difference"] < 1e-5
        x = np.array([0.5, -0.25])
        assert np.allclose(told["snake"], x + np.sin(3 * x) ** 2 / 3)
        words = ["export", "ripple.playground", "--format", "py", "-o", "taken"]
        assert "64 of 64" in python(example, "-m", "playground", *words, cwd=tmp_path)
        source = (tmp_path / "taken" / "model.py").read_text(encoding="utf-8")
        assert "class Snake(nn.Module):" in source, "it runs where the plug-in is not installed"
        assert "playground" not in re.findall(r"^(?:from|import) (\w+)", source, re.MULTILINE)

    def test_the_windows_training_process_has_them_too(self, example, monkeypatch):
        monkeypatch.syspath_prepend(str(example))  # a spawned process gets this process's path
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=worker_main, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        ours.send(protocol.Start(1, dump_project(rippling()), None, False))
        event = None
        while not isinstance(event, (protocol.RunFinished, protocol.RunFailed)):
            assert ours.poll(PATIENCE_SECONDS)
            event = ours.recv()
            if isinstance(event, protocol.RunStarted):
                assert event.parameters == sum(PARAMETERS.values())
                assert list(event.layers) == list(PARAMETERS)
        ours.send(protocol.Shutdown())
        process.join(PATIENCE_SECONDS)
        ours.close()
        assert isinstance(event, protocol.RunFinished), event


TWO_AND_A_BAD_ONE = good("First") + good("Second").replace('"shape"', '"magic"')
FAILURES = {
    "an import that fails": ({"x": "lost_module"}, {}, "ModuleNotFoundError: No module named 'lost_module'"),
    "an error while it is imported": ({"x": "bad"}, {"bad": "1 / 0"}, "ZeroDivisionError: division by zero"),
    "a file that is no Python": ({"x": "bad"}, {"bad": "def"}, "SyntaxError: invalid syntax"),
    "a module that ends the program": ({"x": "bad"}, {"bad": "raise SystemExit(3)"}, "ends the program"),
    "a declaration that lacks something": (
        {"x": "bad"}, {"bad": TWO_AND_A_BAD_ONE}, "TypeError: layer Second: family is not one of",
    ),
    "a type name that is taken": ({"x": "bad"}, {"bad": good("Dense")}, "the type name 'Dense' is taken"),
    "a module without layers": ({"x": "bad"}, {"bad": "y = 1"}, "the module bad defines no layer"),
    "a class that is no layer": ({"x": "bad:Y"}, {"bad": "class Y: pass"}, "names the class Y; it must name a module"),
    "a thing that is no class": ({"x": "bad:y"}, {"bad": "y = 1"}, "names a int; it must name a module with layers"),
    "a name that is not there": (
        {"x": "bad:Y"}, {"bad": good("First")}, "AttributeError: module 'bad' has no attribute",
    ),
    "a layer without a type name": (
        {"x": "bad:Base"}, {"bad": "from playground.core.layer import Layer\nclass Base(Layer): pass"},
        "the layer class Base has no type_name of its own",
    ),
}  # fmt: skip


def test_each_that_fails_is_listed_with_its_error_and_the_rest_load(tmp_path):
    """All at once, each in a package of its own, between two good ones."""
    put(tmp_path, "a-good-one", {"a good one": "good_a"}, good_a=good("Early"))
    for number, (entries, modules, _) in enumerate(FAILURES.values()):
        own = dict.fromkeys(modules, f"bad{number}")
        named = {f"x{number}": value.replace("bad", f"bad{number}") for value in entries.values()}
        put(tmp_path, f"package-{number}", named, **{own[name]: text for name, text in modules.items()})
    put(tmp_path, "z-good-one", {"z good one": "good_z:Late"}, good_z=good("Late"))
    found = listed(tmp_path)
    assert found["plugins"]["a good one"] == ["a-good-one", "0.3", ["Early"], None]
    assert found["plugins"]["z good one"] == ["z-good-one", "0.3", ["Late"], None]
    assert found["foreign"] == {"Early": "a-good-one", "Late": "z-good-one"}, "a failed one adds nothing"
    assert found["dense"] == "playground.layers.linear.dense"
    for number, (what, (_, _, error)) in enumerate(FAILURES.items()):
        distribution, version, layers, told = found["plugins"][f"x{number}"]
        assert (distribution, version, layers) == (f"package-{number}", "0.3", [])
        assert error.replace("module bad ", f"module bad{number} ").replace("'bad'", f"'bad{number}'") in told, what
        assert "\n" not in told
    lines = python(tmp_path, "-m", "playground", "layers").splitlines()
    assert "  x1 (package-1 0.3): not loaded. ZeroDivisionError: division by zero" in lines
    assert "  a good one (a-good-one 0.3): Early" in lines


def test_a_plugin_that_its_makers_import_first_is_whole_too(tmp_path):
    base = "from playground.layers.shared.with_activation import WithActivation\n"
    put(tmp_path, "early-bird", {"early": "early_bird"}, early_bird=base + good("Early"))
    script = "import early_bird\nfrom playground.core.plugins import plugins\nprint(plugins()[0])"
    (told,) = python(tmp_path, "-c", f"{script}\nprint(plugins()[0].layers, plugins()[0].error)").splitlines()[1:]
    assert told == "('Early',) None"


def test_two_plugins_that_want_one_type_name_leave_it_to_the_first(tmp_path):
    put(tmp_path, "one", {"one": "module_one"}, module_one=good("Same"))
    put(tmp_path, "two", {"two": "module_two"}, module_two=good("Same") + good("Other"))
    found = listed(tmp_path)
    assert found["plugins"]["one"][2:] == [["Same"], None]
    assert found["plugins"]["two"][2:] == [[], "TypeError: layer Same: the type name 'Same' is taken"]
    assert found["foreign"] == {"Same": "one"}


def test_a_shape_rule_that_breaks_is_a_problem_of_its_layer_and_no_crash(tmp_path):
    put(tmp_path, "sloppy", {"sloppy": "sloppy"}, sloppy=good("Sloppy").replace("return inputs[0]", "return 1 // 0"))
    script = """
import playground
net = playground.Network()
net.add("Sloppy", net.add("Input"))
print([str(p) for p in playground.check(playground.new_project("t", net)).problems if p.code == "plugin"])
"""
    why = "ZeroDivisionError: integer division or modulo by zero"
    told = f"Sloppy 1: its own code failed: {why}. Remove it, and tell its makers."
    assert python(tmp_path, "-c", script) == f"[{told!r}]\n"


def test_own_functions_run_before_and_after_a_call_and_no_other_package_is_reached(tmp_path):
    call = 'Call("torch.nn.Identity", before=(double,), after=(double,))'
    layer = good("Fourfold").replace('Call("torch.nn.Identity")', call) + good("Thief").replace(
        "torch.nn.Identity", "os.system"
    )
    text = f'{layer}\ndouble = Call("fourfold.functions.double", function=True)\n'
    package = tmp_path / "fourfold"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "functions.py").write_text("def double(x):\n    return 2 * x\n", encoding="utf-8")
    (package / "layers.py").write_text(text, encoding="utf-8")
    put(tmp_path, "fourfold", {"fourfold": "fourfold.layers"})
    script = """
import torch, playground
from playground.core.shape import Shape
from playground.engine.compiler import compile_graph
from playground.engine.errors import CannotTrain
for kind in ("Fourfold", "Thief"):
    net = playground.Network()
    net.add(kind, net.add("Input"))
    try:
        print(compile_graph(net.graph, Shape.vector(2))(torch.tensor([[1.0, -0.5]])).tolist())
    except CannotTrain as error:
        print(error)
"""
    lines = python(tmp_path, "-c", script).splitlines()
    assert lines[0] == "[[4.0, -2.0]]"
    assert lines[1].startswith("A layer asks for 'os.system', which is not a layer or function of torch")
