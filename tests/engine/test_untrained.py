from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from networks import chain, project
from PIL import Image

from playground.core.project import DataSettings
from playground.engine.data import load_data
from playground.engine.data.inspecting import inspect
from playground.engine.samples import Samples
from playground.engine.untrained import untrained_notes
from playground.training.datasets import kind_of


def test_classes_that_only_the_test_part_has_are_told() -> None:
    made = project(chain("Input", "Flatten", ("Dense", {"units": 10})))
    arrays = load_data(made.data)
    assert untrained_notes(Samples(arrays, made, torch.device("cpu"))) == ()
    train_y = np.where(np.isin(arrays.train_y, (3, 7)), 0, arrays.train_y)
    fewer = Samples(replace(arrays, train_y=train_y), made, torch.device("cpu"))
    assert untrained_notes(fewer) == ("2 test labels (3, 7) never occur in training.",)


def test_arrays_with_a_test_part_of_their_own_say_so_once(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    for part, labels in (("train", [0, 1, 2] * 10), ("test", [0, 1, 7])):
        np.save(tmp_path / f"X_{part}.npy", random.random((len(labels), 4), np.float32))
        np.save(tmp_path / f"y_{part}.npy", np.array(labels))
    name, params = inspect(tmp_path / "X_train.npy")
    data = DataSettings(dataset=name, params=params)
    told = "1 test label (7) never occurs in training."
    assert kind_of(data).found.untrained == ("7",)  # type: ignore[attr-defined]
    arrays = load_data(data)
    assert arrays.notes.count(told) + arrays.dataset.notes.count(told) >= 1
    made = project(chain("Input", ("Dense", {"units": 4}))).replace(data=data)
    notes = untrained_notes(Samples(arrays, made, torch.device("cpu")))
    assert [*arrays.notes, *notes].count(told) == 1


def test_folders_of_parts_say_which_class_is_never_learned(tmp_path: Path) -> None:
    for place in ("train/a", "train/b", "test/a", "test/c"):
        (tmp_path / place).mkdir(parents=True)
        Image.fromarray(np.full((4, 4), 9, np.uint8)).save(tmp_path / place / "0.png")
        (tmp_path / f"texts/{place}").mkdir(parents=True)
        (tmp_path / f"texts/{place}/0.txt").write_text("some words of a text")
    images = inspect(tmp_path)[1]["found"]
    assert images["untrained"] in (["c"], ("c",))
    texts = inspect(tmp_path / "texts")[1]["found"]
    assert texts["untrained"] in (["c"], ("c",))
    assert "1 test label (c) never occurs in training." in texts["notes"]
