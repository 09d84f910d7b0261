"""The Python interface: a project made, checked, saved and trained from a script."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from pydantic import ValidationError

import playground as pg
from playground.engine.errors import CannotTrain

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "python.md"


def small_network() -> pg.Network:
    net = pg.Network()
    flat = net.add("Flatten", net.add("Input"))
    net.add("Dense", flat, units=10, activation="Softmax")
    return net


def test_the_example_of_the_guide_runs_as_it_stands(tmp_path: Path) -> None:
    example = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)[0]
    script = tmp_path / "example.py"
    script.write_text(example, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, script], cwd=tmp_path, capture_output=True, text=True, timeout=110, check=False
    )
    assert done.returncode == 0, done.stderr
    accuracy = re.search(r"test accuracy ([\d.]+)%", done.stdout)
    assert accuracy is not None
    assert float(accuracy[1]) > 85
    assert "the same class for 64 of 64" in done.stdout
    assert {"digits-skip.json", "digits-skip.playground", "digits-skip.onnx"} <= {p.name for p in tmp_path.iterdir()}


def test_importing_it_loads_neither_torch_nor_qt() -> None:
    code = (
        "import sys, playground as pg; pg.check(pg.load('digits-cnn')); "
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'torch', 'PySide6', 'typer', 'rich', 'numpy'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_layers_get_ids_by_kind_and_places_in_rows_of_four() -> None:
    net = pg.Network()
    ids = [net.add("Input")]
    for _ in range(5):
        ids.append(net.add("Dense", ids[-1], units=4))
    assert ids == ["input1", "dense1", "dense2", "dense3", "dense4", "dense5"]
    places = [(node.x, node.y) for node in net.graph.nodes]
    assert places == [(0, 0), (232, 0), (464, 0), (696, 0), (0, 220), (232, 220)]
    assert len(net) == 6
    assert "Dense 5" in repr(net)


def test_branches_and_merges_are_linked_in_order() -> None:
    net = pg.Network()
    image = net.add("Input")
    left = net.add("Conv2D", image, filters=2, padding="same")
    right = net.add("Conv2D", image, filters=3, padding="same")
    both = net.add("Concatenate", right, left)
    assert [link.source for link in net.graph.inputs_of(both)] == [right, left]
    found = pg.check(pg.new_project("Branches", net))
    shape = found.networks["Classifier"].facts[both].shape
    assert shape is not None
    assert shape.sizes == (5, 28, 28)


def test_a_network_can_go_on_from_a_project() -> None:
    net = pg.Network(pg.load("mnist-mlp").networks["Classifier"])
    assert net.add("Softmax", "dense3") == "softmax1"


def test_connect_links_layers_that_were_added_alone() -> None:
    net = pg.Network()
    net.add("Input")
    net.add("Flatten")
    net.connect("input1", "flatten1")
    assert len(net.graph.links) == 1


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda net: net.add("Dens"), "there is no layer type 'Dens'"),
        (lambda net: net.add("Dense", units=0), "units is 0"),
        (lambda net: net.add("Dense", unit=3), "has no parameter 'unit'"),
        (lambda net: net.add("Dense", "dense9"), "no layer with the id 'dense9'"),
        (lambda net: net.add("Flatten", "input1", "flatten1"), "The input of Flatten 2 is taken"),
        (lambda net: net.connect("dense1", "flatten1"), "taken"),
        (lambda net: net.connect("dense1", "nowhere1"), "no layer with the id 'nowhere1'"),
        (lambda net: net.connect("flatten1", "input1"), "has no input"),
        (lambda net: net.connect("dense1", "dense1"), "cannot feed itself"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_the_network_as_it_was(build, message: str) -> None:
    net = small_network()
    before = net.graph
    with pytest.raises(ValueError, match=re.escape(message)):
        build(net)
    assert net.graph == before


def test_a_project_is_saved_and_loaded_whole(tmp_path: Path) -> None:
    project = pg.new_project(
        "Mine", small_network(), dataset="mnist", epochs=2, batch_size=16, seed=7, optimizer="SGD",
        optimizer_params={"momentum": 0.9}, limit=500, validation=0.2,
    )  # fmt: skip
    pg.save(project, tmp_path / "mine.json")
    assert pg.load(tmp_path / "mine.json") == project
    assert project.training.optimizer.params == {"momentum": 0.9}
    assert (project.data.limit, project.data.validation) == (500, 0.2)


def test_a_setting_out_of_range_is_refused() -> None:
    with pytest.raises(ValidationError, match="epochs"):
        pg.new_project("Mine", small_network(), epochs=0)


def test_a_project_with_a_problem_does_not_train() -> None:
    net = small_network()
    net.add("Dense", "dense1", units=3)
    assert not pg.check(pg.new_project("Mine", net)).ok
    with pytest.raises(CannotTrain, match="3 values"):
        pg.train(pg.new_project("Mine", net))


def test_training_gives_metrics_that_follow_from_the_seed_alone(tmp_path: Path) -> None:
    project = pg.new_project("Mine", small_network(), epochs=2, batch_size=64, limit=640, seed=5)
    first, second = pg.train(project), pg.train(project)
    assert (first.epochs, first.test) == (second.epochs, second.test)
    assert pg.train(project.replace(training=project.training.replace(seed=6))).epochs != first.epochs
    assert [epoch["epoch"] for epoch in first.epochs] == [1, 2]
    # (784 + 1) weights for each of ten units; a tenth of the 640 samples is held back
    assert (first.parameters, first.seed, first.device, first.stopped) == (7850, 5, "cpu", False)
    assert first.step == 2 * (576 // 64)


def test_a_trained_network_predicts_the_same_from_its_bundle(tmp_path: Path) -> None:
    from playground.engine.trained import TrainedModel

    trained = pg.train(pg.new_project("Mine", small_network(), epochs=1, batch_size=64, limit=640))
    trained.save(tmp_path / "mine.playground")
    samples = np.random.default_rng(0).random((3, 1, 28, 28), dtype=np.float32)
    found = trained.predict(samples)
    assert found.shape == (3, 10)
    np.testing.assert_allclose(found.sum(axis=1), 1, rtol=1e-5)
    np.testing.assert_array_equal(found, TrainedModel.from_bundle(tmp_path / "mine.playground").predict(samples))


@pytest.mark.parametrize(("loss", "expected"), [("cross_entropy", True), ("mean_absolute_error", False)])
def test_a_trained_network_says_whether_it_gives_probabilities(loss: str, expected: bool) -> None:
    net = pg.Network()
    net.add("Dense", net.add("Flatten", net.add("Input")), units=10)
    trained = pg.train(pg.new_project("Mine", net, epochs=1, limit=64, loss=loss))
    assert trained.gives_probabilities is expected


def test_a_run_can_be_stopped_and_says_so() -> None:
    from playground import protocol
    from playground.engine.control import Control

    control = Control()

    def stop_after_one_epoch(event: protocol.Event) -> None:
        if isinstance(event, protocol.EpochDone):
            control.stop()

    project = pg.new_project("Mine", small_network(), epochs=50, batch_size=64, limit=640)
    trained = pg.train(project, on_event=stop_after_one_epoch, control=control)
    assert trained.stopped
    assert len(trained.epochs) == 1


def test_a_run_that_breaks_down_says_why_and_names_no_layer_but_its_own() -> None:
    net = pg.Network()
    flat = net.add("Flatten", net.add("Input"))
    hidden = net.add("Dense", flat, units=32)
    net.add("Dense", hidden, units=10)
    project = pg.new_project("Mine", net, optimizer="SGD", learning_rate=100.0, loss="mean_squared_error")
    with pytest.raises(pg.TrainingFailed) as caught:
        pg.train(project)
    assert "learning rate" in caught.value.hint
    # the weights of a good step may make nothing infinite: then no layer is to blame
    assert caught.value.node is None or caught.value.node in net.graph.by_id


class TestAnyGraph:
    def test_ports_are_named_behind_a_colon(self):
        net = pg.Network()
        data = net.add("Input", shape=[6])
        split = net.add("Split", data)
        net.add("Add", f"{split}:part1", f"{split}:part2")
        assert [(link.source_port, link.target) for link in net.graph.links] == [
            ("out", "split1"), ("part1", "add1"), ("part2", "add1"),
        ]  # fmt: skip

    def test_inputs_go_to_the_ports_in_order(self):
        net = pg.Network()
        query, memory = net.add("Input", shape=[4, 8]), net.add("Input", shape=[9, 8])
        attention = net.add("MultiHeadAttention", query, memory, memory, heads=2)
        assert [link.target_port for link in net.graph.incoming[attention]] == ["query", "key", "value"]

    def test_a_network_is_a_layer_of_another(self):
        inner = pg.Network()
        data = inner.add("Input")
        inner.add("Add", inner.add("Conv2D", data, filters=4, padding="same", activation="ReLU"), data)
        net = pg.Network()
        stem = net.add("Conv2D", net.add("Input"), filters=4)
        blocks = net.add_block("Residual", inner, stem, repeat=3)
        net.add("Dense", net.add("Flatten", blocks), units=10)
        project = pg.new_project("Residual digits", net)
        checked = pg.check(project)
        assert checked.ok, checked.problems
        # 1·9·4 + 4 in the stem, three times 4·9·4 + 4, and 4·26·26·10 + 10
        assert checked.parameters == 40 + 3 * 148 + 27_050

    def test_two_blocks_of_one_title_must_be_one_network(self):
        net, one, two = pg.Network(), pg.Network(), pg.Network()
        one.add("ReLU", one.add("Input"))
        two.add("Tanh", two.add("Input"))
        data = net.add("Input", shape=[3])
        net.add_block("Inner", one, data)
        with pytest.raises(ValueError, match="another network is called 'Inner'"):
            net.add_block("Inner", two, data)
