from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from networks import chain, classifier, project

from playground.core.files import MAX_BYTES, FileError, dump_project, load_project, parse_project, save_project
from playground.core.layer import Nested
from playground.core.project import VERSION, Project
from playground.training.check import check

DATA = Path(__file__).parents[1] / "data"
GOLDEN = DATA / "project-v1.json"
GOLDEN_2 = DATA / "project-v2.json"
GOLDEN_3 = DATA / "project-v3.json"
GOLDEN_4 = DATA / "project-v4.json"
GOLDEN_5 = DATA / "project-v5.json"


def file_with(path: Path, **changes) -> Path:
    """A good project file with top-level fields replaced."""
    path.write_text(json.dumps({**json.loads(dump_project(classifier())), **changes}), encoding="utf-8")
    return path


def refusal(path: Path) -> str:
    """The one line that opening ``path`` answers."""
    with pytest.raises(FileError) as caught:
        load_project(path)
    text = str(caught.value)
    assert text.startswith(path.name + ": "), text
    assert "\n" not in text and len(text) < 300, text
    return text.removeprefix(path.name + ": ")


class TestGolden:
    """The file of the released version opens as it was meant, for ever."""

    def test_it_opens_with_every_value(self):
        found = load_project(GOLDEN)
        graph = found.networks["Classifier"]
        assert found.title == "Residual digits"
        assert [(n.id, n.type) for n in graph.nodes] == [
            ("input1", "Input"), ("conv1", "Conv2D"), ("norm1", "BatchNorm"), ("add1", "Add"), ("pool1", "MaxPool2D"),
            ("dropout1", "Dropout"), ("flatten1", "Flatten"), ("dense1", "Dense"),
        ]  # fmt: skip
        assert graph.by_id["conv1"].params == {
            "filters": 8, "kernel": [3, 5], "padding": "same", "activation": "ReLU",
        }  # fmt: skip
        assert graph.by_id["dense1"].name == "Ziffern – 0…9"
        assert [link.source for link in graph.inputs_of("add1")] == ["norm1", "conv1"]
        assert (found.data.dataset, found.data.validation, found.data.limit) == ("mnist", 0.2, 5000)
        assert found.training.optimizer.type == "SGD"
        assert found.training.optimizer.params == {"momentum": 0.9, "nesterov": True}
        assert (found.training.epochs, found.training.batch_size, found.training.learning_rate) == (3, 32, 0.05)
        assert (found.training.seed, found.training.device) == (7, "cpu")
        assert found.view["Classifier"].zoom == 0.8

    def test_it_can_train(self):
        result = check(load_project(GOLDEN))
        assert result.problems == ()
        # 8·(3·5·1 + 1) + 2·8 + 8·14·14·10 + 10
        assert result.parameters == 128 + 16 + 15_690

    def test_todays_version_is_written_as_it_stands(self):
        assert VERSION == 5, "a new version needs a golden file of its own and a step in migrate.py"
        assert dump_project(load_project(GOLDEN_5)) == GOLDEN_5.read_text(encoding="utf-8")

    def test_version_5_says_where_data_flow_and_until_then_it_was_to_the_right(self):
        told = json.loads(GOLDEN_4.read_text(encoding="utf-8"))
        before, now = load_project(GOLDEN_4), load_project(GOLDEN_5)
        assert before == Project.model_validate_json(json.dumps({**told, "version": 5}))
        assert {name: graph.flow for name, graph in before.networks.items()} == {"Digits": "right", "Residual": "right"}
        assert {name: graph.flow for name, graph in now.networks.items()} == {"Digits": "right", "Residual": "down"}
        turned = {name: graph.replace(flow="right") for name, graph in now.networks.items()}
        assert now.replace(networks=turned) == before

    def test_version_4_holds_frames_and_notes(self):
        found = load_project(GOLDEN_4)
        assert any(graph.frames for graph in found.networks.values())
        assert any(graph.notes for graph in found.networks.values())

    def test_version_3_says_the_same_and_has_neither_frames_nor_notes(self):
        told = json.loads(GOLDEN_3.read_text(encoding="utf-8"))
        found = load_project(GOLDEN_3)
        assert found == Project.model_validate_json(json.dumps({**told, "version": VERSION}))
        assert all((graph.frames, graph.notes) == ((), ()) for graph in found.networks.values())

    @pytest.mark.parametrize("golden", [GOLDEN, GOLDEN_2])
    def test_older_versions_say_the_same_today(self, golden):
        """Until then a task was its name alone; all else has kept its meaning."""
        told = json.loads(golden.read_text(encoding="utf-8"))
        now = {**told, "version": VERSION, "task": {"type": told.get("task", "supervised"), "params": {}}}
        assert load_project(golden) == Project.model_validate_json(json.dumps(now))

    def test_what_version_3_added_is_as_it_was_in_an_older_file(self):
        found = load_project(GOLDEN_2)
        assert (found.task.type, found.task.params) == ("supervised", {})
        assert (found.data.params, found.data.preparation.scaling, found.data.augmentation.active) == (
            {},
            "none",
            False,
        )
        training = found.training
        assert (training.schedule.type, training.clip_norm, training.class_weights) == ("constant", None, "equal")
        assert (training.early_stopping.on, training.precision, training.compiled) == (False, "float32", False)

    def test_version_3_holds_how_data_are_prepared_and_training_is_guarded(self):
        found = load_project(GOLDEN_3)
        assert (found.data.test, found.data.preparation.scaling, found.data.augmentation.rotate) == (
            0.3, "standardize", 15.0,
        )  # fmt: skip
        training = found.training
        assert (training.schedule.type, training.schedule.params) == ("cosine", {"warm_up": 0.5})
        assert (training.clip_norm, training.class_weights) == (1.5, (1.0,) * 9 + (2.5,))
        assert (training.early_stopping.on, training.early_stopping.metric) == (True, "f1")
        assert (training.early_stopping.patience, training.early_stopping.restore_best) == (3, False)
        assert (training.precision, training.compiled) == ("mixed", True)
        assert check(found).ok

    def test_version_2_holds_a_block_and_the_network_that_trains(self):
        found = load_project(GOLDEN_2)
        assert found.main_network == found.main == "Digits"
        block = found.networks["Digits"].by_id["block1"]
        assert block.layer.nested() == Nested("Residual", 3, shared=False)
        assert (found.training.l1, found.training.l2) == (0.0, 0.0001)
        assert found.networks["Digits"].by_id["dense1"].params["initializer"] == "orthogonal"
        assert check(found).ok


class TestBrokenFiles:
    def test_truncated(self, tmp_path):
        whole = dump_project(classifier()).rstrip()
        path = tmp_path / "cut.json"
        path.write_text(whole[: len(whole) // 2], encoding="utf-8")
        assert "is not valid JSON" in refusal(path)

    @settings(max_examples=60, deadline=None)
    @given(st.floats(0.0, 0.999))
    def test_truncated_anywhere_is_one_clear_line(self, part):
        whole = dump_project(classifier()).rstrip()
        with pytest.raises(FileError, match="is not valid JSON"):
            parse_project(whole[: int(len(whole) * part)])

    def test_truncated_at_the_end_says_cut_off(self):
        with pytest.raises(FileError, match="cut off"):
            parse_project(dump_project(classifier()).rstrip()[:-1])

    def test_empty(self, tmp_path):
        path = tmp_path / "empty.json"
        path.touch()
        assert refusal(path) == "line 1, column 1: is not valid JSON: ends too early, as if it had been cut off."

    def test_not_json(self, tmp_path):
        path = tmp_path / "notes.json"
        path.write_text("Dear diary,\n", encoding="utf-8")
        assert refusal(path).startswith("line 1, column 1: is not valid JSON")

    def test_not_text(self, tmp_path):
        path = tmp_path / "image.json"
        path.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe\x00")
        assert refusal(path) == "is not text, so it is not a project file."

    @pytest.mark.parametrize("text", ["[]", "7", '"neural-playground"', "null", '{"format": "other"}', "{}"])
    def test_json_of_something_else(self, tmp_path, text):
        path = tmp_path / "other.json"
        path.write_text(text, encoding="utf-8")
        assert "is not a Neural Playground project" in refusal(path)

    def test_a_newer_version_is_refused_by_name(self, tmp_path):
        text = refusal(file_with(tmp_path / "new.json", version=VERSION + 1))
        assert f"format version {VERSION + 1}" in text
        assert "Update Neural Playground" in text

    @pytest.mark.parametrize("version", [0, -1, "1", 1.0, None, True])
    def test_a_version_that_is_none(self, tmp_path, version):
        assert "version is" in refusal(file_with(tmp_path / "odd.json", version=version))

    @pytest.mark.parametrize(
        ("changes", "place"),
        [
            ({"training": {"epochs": "five"}}, "training.epochs"),
            ({"training": {"epochs": 0}}, "training.epochs"),
            ({"training": {"device": "tpu"}}, "training.device"),
            ({"data": {"validation": 2}}, "data.validation"),
            ({"networks": {"N": {"nodes": [{"id": "dense1", "type": 3}]}}}, "networks.N.nodes[0].type"),
            ({"networks": {"N": {"nodes": [{"type": "Dense"}]}}}, "networks.N.nodes[0].id"),
            ({"networks": []}, "networks"),
            ({"networks": {}}, "networks"),
            ({"title": 12}, "title"),
        ],
    )
    def test_a_wrong_value_is_named_by_its_place(self, tmp_path, changes, place):
        assert refusal(file_with(tmp_path / "wrong.json", **changes)).startswith(place + ": ")

    @pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e999"])
    def test_numbers_that_are_none(self, tmp_path, value):
        path = tmp_path / "nan.json"
        path.write_text(dump_project(classifier()).replace('"learning_rate": 0.001', f'"learning_rate": {value}'))
        assert refusal(path).startswith("training.learning_rate: ")

    def test_nan_in_a_layers_parameters(self, tmp_path):
        path = tmp_path / "nan.json"
        path.write_text(dump_project(classifier()).replace('"units": 10', '"units": NaN'))
        assert refusal(path).startswith("networks.Classifier.nodes[2].params.units: NaN is not allowed")

    def test_a_number_of_ten_thousand_digits(self, tmp_path):
        path = tmp_path / "long.json"
        path.write_text(dump_project(classifier()).replace('"epochs": 5', f'"epochs": {"9" * 10_000}'))
        assert "is not valid JSON" in refusal(path)

    def test_an_unknown_field_is_named(self, tmp_path):
        text = refusal(file_with(tmp_path / "extra.json", colour="red"))
        assert text == "colour: is not a field of a project file. Remove it, or check its spelling."

    def test_ten_thousand_nested_levels(self, tmp_path):
        path = tmp_path / "deep.json"
        path.write_text('{"format": "neural-playground", "version": 1, "x": ' + "[" * 10_000 + "]" * 10_000 + "}")
        assert "nested" in refusal(path)

    def test_a_hundred_nested_levels_in_a_parameter(self, tmp_path):
        deep = []
        for _ in range(100):
            deep = [deep]
        nodes = {"N": {"nodes": [{"id": "thing1", "type": "Capsule", "params": {"deep": deep}}]}}
        assert "is nested deeper than 64 levels" in refusal(file_with(tmp_path / "deep.json", networks=nodes))

    @pytest.mark.parametrize("changes", [{"title": "\ud800"}, {"\udfff": 1}, {"networks": {"\ud800": {}}}])
    def test_text_that_is_not_unicode(self, tmp_path, changes):
        assert "not valid Unicode" in refusal(file_with(tmp_path / "surrogate.json", **changes))

    def test_two_nodes_of_one_id(self, tmp_path):
        nodes = [{"id": "dense1", "type": "Dense"}] * 2
        text = refusal(file_with(tmp_path / "double.json", networks={"N": {"nodes": nodes}}))
        assert text == "networks.N: two nodes have the id 'dense1'."

    def test_a_link_to_nowhere(self, tmp_path):
        networks = {"N": {"nodes": [], "links": [{"source": "a1", "target": "b1"}]}}
        assert refusal(file_with(tmp_path / "link.json", networks=networks)).startswith("networks.N: a link from 'a1'")

    def test_a_missing_file(self, tmp_path):
        assert refusal(tmp_path / "gone.json") == "cannot be read: No such file or directory."

    def test_a_folder(self, tmp_path):
        assert "cannot be read" in refusal(tmp_path)

    def test_something_that_is_no_file_does_not_block(self, tmp_path):
        path = tmp_path / "pipe.json"
        os.mkfifo(path)
        assert refusal(path) == "cannot be read: it is not a file."

    def test_a_file_far_too_large(self, tmp_path):
        path = tmp_path / "large.json"
        with path.open("wb") as file:
            file.truncate(MAX_BYTES + 1)
        assert "at most 64 MB" in refusal(path)

    def test_a_billion_parameters_open_and_are_refused_by_the_check(self, tmp_path):
        huge = project(chain("Input", "Flatten", ("Dense", {"units": 10_000_000}), ("Dense", {"units": 10})))
        path = tmp_path / "huge.json"
        save_project(huge, path)
        problem = check(load_project(path), memory=2**34).problems[0]
        assert problem.code == "memory"
        assert "7,850,000,000 parameters" in problem.message


class TestKeptAsTheyAre:
    def test_an_unknown_layer_is_saved_back_unchanged(self, tmp_path):
        strange = {
            "id": "capsule1", "type": "Capsule", "name": "Ω", "x": 1.5, "y": -2.0,
            "params": {"routing": 3, "rate": 1e-7, "wide": 2**70, "nested": {"b": [None, True, "é"], "a": {}}},
        }  # fmt: skip
        path = file_with(tmp_path / "strange.json", networks={"Classifier": {"nodes": [strange], "links": []}})
        save_project(load_project(path), path)
        assert json.loads(path.read_text(encoding="utf-8"))["networks"]["Classifier"]["nodes"] == [strange]

    def test_parameters_that_are_refused_are_saved_back_unchanged(self, tmp_path):
        node = {"id": "dense1", "type": "Dense", "params": {"units": "many", "colour": 1}}
        path = file_with(tmp_path / "odd.json", networks={"Classifier": {"nodes": [node]}})
        save_project(load_project(path), path)
        saved = json.loads(path.read_text(encoding="utf-8"))["networks"]["Classifier"]["nodes"][0]
        assert saved["params"] == node["params"]

    def test_a_byte_order_mark_is_no_obstacle(self, tmp_path):
        path = tmp_path / "bom.json"
        path.write_text(dump_project(classifier()), encoding="utf-8-sig")
        assert load_project(path) == classifier()

    def test_the_text_is_sorted_and_the_same_for_the_same_project(self):
        text = dump_project(classifier())
        assert text == dump_project(parse_project(text))
        assert list(json.loads(text)) == sorted(json.loads(text))
        assert text.endswith("}\n")


class TestMainNetwork:
    def test_it_does_not_depend_on_the_order_of_the_networks(self, tmp_path):
        graph = classifier().networks["Classifier"]
        one, other = Project(networks={"B": graph, "A": graph}), Project(networks={"A": graph, "B": graph})
        save_project(one, tmp_path / "p.json")
        loaded = load_project(tmp_path / "p.json")
        assert one.main_network == other.main_network == loaded.main_network == "A"


class TestSaving:
    def test_what_is_saved_opens_equal(self, tmp_path):
        save_project(load_project(GOLDEN), tmp_path / "copy.json")
        assert load_project(tmp_path / "copy.json") == load_project(GOLDEN)

    def test_nothing_else_is_left_in_the_folder(self, tmp_path):
        for title in ("first", "second"):
            save_project(Project(title=title), tmp_path / "p.json")
        assert [p.name for p in tmp_path.iterdir()] == ["p.json"]

    def test_the_files_mode_is_kept(self, tmp_path):
        path = tmp_path / "p.json"
        save_project(Project(), path)
        path.chmod(0o604)
        save_project(Project(title="again"), path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o604

    def test_a_new_file_has_the_mode_that_the_person_gives_new_files(self, tmp_path):
        old = os.umask(0o027)
        try:
            save_project(Project(), tmp_path / "p.json")
        finally:
            os.umask(old)
        assert stat.S_IMODE((tmp_path / "p.json").stat().st_mode) == 0o640

    def test_the_umask_of_the_process_is_never_touched(self, tmp_path, monkeypatch):
        monkeypatch.setattr(os, "umask", lambda mask: pytest.fail("another thread may be making a file"))
        save_project(Project(), tmp_path / "p.json")
        save_project(Project(title="again"), tmp_path / "p.json")
        assert load_project(tmp_path / "p.json").title == "again"

    def test_a_temporary_file_that_is_there_already_is_not_written_to(self, tmp_path, monkeypatch):
        names = iter(["taken", "free"])
        monkeypatch.setattr("playground.core.files.secrets.token_hex", lambda count: next(names))
        (tmp_path / ".p.json.taken.tmp").write_text("somebody's", encoding="utf-8")
        save_project(Project(), tmp_path / "p.json")
        assert load_project(tmp_path / "p.json") == Project()
        assert (tmp_path / ".p.json.taken.tmp").read_text(encoding="utf-8") == "somebody's"

    def test_a_link_to_a_file_stays_a_link(self, tmp_path):
        (tmp_path / "real").mkdir()
        save_project(Project(), tmp_path / "real" / "p.json")
        (tmp_path / "p.json").symlink_to(tmp_path / "real" / "p.json")
        save_project(Project(title="new"), tmp_path / "p.json")
        assert (tmp_path / "p.json").is_symlink()
        assert load_project(tmp_path / "real" / "p.json").title == "new"

    def test_a_folder_that_is_not_there(self, tmp_path):
        with pytest.raises(FileError, match=r"p\.json: cannot be saved: No such file or directory"):
            save_project(Project(), tmp_path / "gone" / "p.json")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"format": "neural-playground", "titl', "cut off"),
        ('{"format": "neural-playground", "version": 1, "x": ' + "9" * 6000 + "}", "too many digits"),
        ('{"format": "neural-playground", "version": 1, "networks": {"A": {"nodes": [{"id": "x", "type": "Add"}]}}}',
         "like conv1"),
    ],
)  # fmt: skip
def test_odd_texts_are_told_without_jargon(text: str, words: str) -> None:
    with pytest.raises(FileError, match=words) as told:
        parse_project(text, "odd.json")
    assert "sys." not in str(told.value)
    assert "pattern" not in str(told.value)
