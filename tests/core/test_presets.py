"""The presets that come with the program, and how a project is found by what a person types."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from playground.core import presets, resources
from playground.core.files import FileError, dump_project
from playground.core.presets import NoSuchProject, find_project, load_presets, preset_names, presets_folder
from playground.training.check import check

# Worked out by hand: (inputs + 1) * units for Dense, (9 * channels + 1) * filters for a 3×3 convolution.
PARAMETERS = {
    "digits-cnn": (9 + 1) * 16 + (9 * 16 + 1) * 32 + (32 * 5 * 5 + 1) * 64 + (64 + 1) * 10,
    "mnist-mlp": (784 + 1) * 128 + (128 + 1) * 128 + (128 + 1) * 10,
    "mnist-cnn": (9 + 1) * 32 + (9 * 32 + 1) * 64 + (64 * 5 * 5 + 1) * 64 + (64 + 1) * 10,
}


def test_the_first_preset_needs_no_network_connection() -> None:
    first = load_presets()[0]
    assert first.name == "digits-cnn"
    dataset = check(first.project).dataset
    assert dataset is not None
    assert dataset.bundled


@pytest.mark.parametrize("name", sorted(PARAMETERS))
def test_a_preset_trains_as_it_is_and_has_the_parameters_of_its_textbook_network(name: str) -> None:
    preset = next(preset for preset in load_presets() if preset.name == name)
    found = check(preset.project)
    assert found.problems == ()
    assert found.parameters == PARAMETERS[name]
    assert preset.title
    assert preset.description


@pytest.mark.parametrize("name", sorted(PARAMETERS))
def test_a_preset_is_written_as_the_program_writes_it(name: str) -> None:
    preset = next(preset for preset in load_presets() if preset.name == name)
    assert preset.path.read_text(encoding="utf-8") == dump_project(preset.project)


@pytest.mark.parametrize("name", sorted(PARAMETERS))
def test_cards_of_a_preset_do_not_touch_and_read_from_left_to_right(name: str) -> None:
    nodes = next(preset for preset in load_presets() if preset.name == name).project.networks["Classifier"].nodes
    places = [(node.x, node.y) for node in nodes]
    assert len(set(places)) == len(places)
    assert places == sorted(places, key=lambda place: (place[1], place[0]))
    for x, y in places:
        assert all(abs(x - a) >= 232 or abs(y - b) >= 220 for a, b in places if (a, b) != (x, y))


def test_every_preset_file_is_offered() -> None:
    assert {preset.name for preset in load_presets()} == set(preset_names()) >= set(PARAMETERS)


def test_a_preset_is_found_by_name_and_a_file_by_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_project("mnist-mlp") == presets_folder() / "mnist-mlp.json"
    mine = tmp_path / "mine.json"
    mine.write_text("{}", encoding="utf-8")
    assert find_project("mine.json") == Path("mine.json")
    assert find_project(str(mine)) == mine


def test_a_file_stands_before_a_preset_of_its_name_and_a_folder_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mnist-mlp").mkdir()
    assert find_project("mnist-mlp") == presets_folder() / "mnist-mlp.json"
    (tmp_path / "mnist-mlp").rmdir()
    (tmp_path / "mnist-mlp").write_text("{}", encoding="utf-8")
    assert find_project("mnist-mlp") == Path("mnist-mlp")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("mnist-ml", "'mnist-ml' is neither a file nor a preset. Did you mean mnist-mlp?"),
        ("zzz", f"'zzz' is neither a file nor a preset. Presets: {', '.join(preset_names())}."),
        ("mine.jsn", "mine.jsn does not exist. Did you mean mine.json?"),
        ("away/mine.json", "away/mine.json does not exist. The folder away does not exist either."),
        (".", ". is a folder; give a project file or the name of a preset."),
        ("../presets/digits-cnn", "does not exist"),
    ],
)
def test_what_is_not_there_is_named_with_what_is_like_it(
    text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.json").write_text("{}", encoding="utf-8")
    with pytest.raises(NoSuchProject) as caught:
        find_project(text)
    assert message in str(caught.value)


def test_in_a_wheel_the_files_lie_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(presets_folder(), tmp_path / "_share" / "presets")
    monkeypatch.setattr(resources, "_IN_WHEEL", tmp_path / "_share")
    assert presets.presets_folder() == tmp_path / "_share" / "presets"
    assert "digits-cnn" in preset_names()
    assert resources.resource_path("theme", "tokens.json").is_file()


def test_a_damaged_preset_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_share" / "presets").mkdir(parents=True)
    (tmp_path / "_share" / "presets" / "half.json").write_text('{"format": "neural', encoding="utf-8")
    monkeypatch.setattr(resources, "_IN_WHEEL", tmp_path / "_share")
    with pytest.raises(FileError, match=r"half\.json"):
        load_presets()
