"""What is predicted from: rows by name, texts, colour images, archives, folders; each fault in a sentence."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from networks import chain, project
from PIL import Image

import playground as pg
from playground.core.project import DataSettings, Project, TaskSettings
from playground.engine.data import load_data
from playground.engine.data.inspecting import inspect
from playground.engine.loop import prepare
from playground.engine.predict import (
    InputError,
    predict_each,
    predict_file,
    predict_image,
    predict_rows,
    predict_texts,
)
from playground.engine.trained import TrainedModel


def model_of(made: Project) -> TrainedModel:
    return TrainedModel.from_state(prepare(made, device="cpu"))


@pytest.fixture(scope="module")
def iris() -> TrainedModel:
    data = {"dataset": "iris", "preparation": {"scaling": "standardize"}}
    return model_of(project(chain("Input", ("Dense", {"units": 3, "activation": "Softmax"})), data=data))


def write_rows(path: Path, names: list[str], rows: list[list[object]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([names, *rows])
    return path


def test_rows_of_a_bundled_table_go_by_name_in_any_order(iris: TrainedModel, tmp_path: Path) -> None:
    x = load_data(DataSettings(dataset="iris")).train_x[:6]
    names = list(iris.names and load_data(DataSettings(dataset="iris")).dataset.features)
    order = [2, 0, 3, 1]
    path = write_rows(tmp_path / "r.csv", [names[i] for i in order], x[:, order].tolist())
    found = predict_file(iris, path)
    np.testing.assert_allclose(found.probabilities, iris.predict(x), rtol=1e-5)
    assert found.rows[0] == "row 1"
    by_hand = predict_rows(iris, [dict(zip(names, map(float, row), strict=True)) for row in x])
    np.testing.assert_allclose(by_hand.probabilities, found.probabilities, rtol=1e-5)
    np.save(tmp_path / "r.npy", x)
    np.testing.assert_allclose(predict_file(iris, tmp_path / "r.npy").probabilities, found.probabilities, rtol=1e-5)


def test_a_column_that_is_absent_and_text_in_a_number_are_named(iris: TrainedModel, tmp_path: Path) -> None:
    names = list(load_data(DataSettings(dataset="iris")).dataset.features)
    with pytest.raises(InputError, match=names[3].split(" (")[0]):
        predict_file(iris, write_rows(tmp_path / "a.csv", names[:3], [[1, 2, 3]]))
    with pytest.raises(InputError, match="“tall” is no number"):
        predict_file(iris, write_rows(tmp_path / "b.csv", names, [[1, 2, 3, 4], [1, "tall", 3, 4]]))
    with pytest.raises(InputError, match="row 2 lacks a number"):
        predict_file(iris, write_rows(tmp_path / "c.csv", names, [[1, 2, 3, 4], [1, "", 3, 4]]))


def test_rows_of_ones_own_table_are_encoded_as_while_training(tmp_path: Path) -> None:
    generator = np.random.default_rng(0)
    rows = [[f"{generator.normal():.3f}", "ab"[n % 2], "yes" if n % 3 else "no"] for n in range(40)]
    rows[5][0] = ""
    path = write_rows(tmp_path / "own.csv", ["size", "kind", "ripe"], rows)
    name, params = inspect(path)
    params["target"] = ["ripe"]
    data = {"dataset": name, "params": params, "preparation": {"scaling": "standardize"}}
    model = model_of(project(chain("Input", ("Dense", {"units": 2, "activation": "Softmax"})), data=data))
    new = write_rows(tmp_path / "new.csv", ["kind", "size"], [["b", "0.5"], ["a", ""]])
    found = predict_file(model, new)
    expected = model.predict(np.array([[0.5, 0, 1], [np.nan, 1, 0]], np.float32))
    np.testing.assert_array_equal(found.probabilities, expected)
    assert found.told[0].said in ("yes", "no")


@pytest.fixture(scope="module")
def reader() -> TrainedModel:
    net = pg.Network()
    read = net.add("LSTM", net.add("Embedding", net.add("Input"), vocabulary=2000, dimension=4), units=4)
    net.add("Dense", read, units=2, activation="Softmax")
    made = pg.new_project("Opinions", net, dataset="sentiment")
    return model_of(made.replace(task=TaskSettings(type="text")))


def test_each_line_of_a_text_file_is_a_sample(reader: TrainedModel, tmp_path: Path) -> None:
    arrays = load_data(DataSettings(dataset="sentiment"))
    texts = arrays.origins[:4]
    (tmp_path / "t.txt").write_text(f"{texts[0]}\n\n" + "\n".join(texts[1:]) + "\n", encoding="utf-8")
    found = predict_file(reader, tmp_path / "t.txt")
    np.testing.assert_allclose(found.probabilities, reader.predict(arrays.train_x[:4]), rtol=1e-5)
    assert [row.partition(":")[0] for row in found.rows] == ["1", "3", "4", "5"]
    assert any("not known" in note for note in predict_texts(reader, ["xyzzy film"]).notes)
    write_rows(tmp_path / "t.csv", ["id", "text"], [[n, text] for n, text in enumerate(texts)])
    np.testing.assert_allclose(predict_file(reader, tmp_path / "t.csv").probabilities, found.probabilities, rtol=1e-6)
    (tmp_path / "empty.txt").write_text("\n \n", encoding="utf-8")
    with pytest.raises(InputError, match="holds no text"):
        predict_file(reader, tmp_path / "empty.txt")


def test_the_words_travel_with_the_network(reader: TrainedModel) -> None:
    assert len(reader.words) == len(load_data(DataSettings(dataset="sentiment")).words) > 100


def test_and_leave_with_it(reader: TrainedModel, tmp_path: Path) -> None:
    from playground.engine.export import export

    done = export(reader, tmp_path / "m", "py")
    assert done.proof.real
    assert tuple((tmp_path / "m" / "words.txt").read_text(encoding="utf-8").split()) == reader.words


def own_images(folder: Path) -> TrainedModel:
    generator = np.random.default_rng(1)
    for name in ("cat", "dog"):
        (folder / name).mkdir(parents=True)
        for n in range(6):
            values = generator.integers(0, 255, (12, 10, 3)).astype(np.uint8)
            Image.fromarray(values).save(folder / name / f"{n}.png")
    name, params = inspect(folder)
    graph = chain("Input", "Flatten", ("Dense", {"units": 2, "activation": "Softmax"}))
    data = {"dataset": name, "params": params, "preparation": {"size": (6, 5), "scaling": "standardize"}}
    return model_of(project(graph, data=data))


def test_colour_images_of_ones_own_are_prepared_as_while_training(tmp_path: Path) -> None:
    model = own_images(tmp_path / "pets")
    arrays = load_data(model.project.data)
    place = next(i for i, origin in enumerate(arrays.origins) if origin.endswith("dog/3.png"))
    found = predict_file(model, tmp_path / "pets" / "dog" / "3.png")
    np.testing.assert_allclose(found.probabilities, model.predict(arrays.train_x[[place]]), atol=0.01)
    assert found.notes == ("resized from 10×12 to 5×6 pixels",)


def test_a_folder_is_read_whole_and_what_cannot_be_is_named(tmp_path: Path) -> None:
    model = own_images(tmp_path / "pets")
    new = tmp_path / "new"
    (new / "inner").mkdir(parents=True)
    Image.new("RGB", (10, 12), "red").save(new / "a.png")
    Image.new("L", (20, 24), 7).save(new / "inner" / "b.jpg")
    (new / "bad.png").write_bytes(b"no image")
    (new / "notes.doc").write_text("x")
    results = list(predict_each(model, [new, tmp_path / "nowhere.png"]))
    good = [path.name for path, found in results if not isinstance(found, InputError)]
    bad = {path.name: str(found) for path, found in results if isinstance(found, InputError)}
    assert good == ["a.png", "b.jpg"]
    assert set(bad) == {"bad.png", "notes.doc", "nowhere.png"}
    assert "no image" in bad["bad.png"]
    assert "does not exist" in bad["nowhere.png"]


def test_an_archive_gives_the_array_that_fits(iris: TrainedModel, tmp_path: Path) -> None:
    x = np.random.default_rng(0).random((3, 4))
    np.savez(tmp_path / "a.npz", x=x, y=np.zeros(3))
    np.testing.assert_allclose(predict_file(iris, tmp_path / "a.npz").probabilities, iris.predict(x), rtol=1e-5)
    np.savez(tmp_path / "b.npz", first=x, second=x)
    with pytest.raises(InputError, match="name one array"):
        predict_file(iris, tmp_path / "b.npz")
    (tmp_path / "c.npz").write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(InputError, match=r"not a whole \.npz"):
        predict_file(iris, tmp_path / "c.npz")


def test_a_drawing_is_brought_to_size() -> None:
    model = model_of(project(chain("Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"}))))
    drawing = load_data(DataSettings()).test_x[0, 0]
    np.testing.assert_allclose(
        predict_image(model, drawing).probabilities, model.predict(drawing[None, None]), atol=1e-6
    )
    large = np.kron(drawing, np.ones((4, 4), np.uint8))
    assert predict_image(model, large).best == predict_image(model, drawing).best
    assert predict_image(model, np.repeat(large[:, :, None], 4, 2)).best == predict_image(model, drawing).best


def test_noise_is_nothing_to_predict_from(tmp_path: Path) -> None:
    generator = chain(("Noise", {"size": 3}), ("Dense", {"units": 2}))
    judge = chain("Input", ("Dense", {"units": 1}))
    made = Project(
        task=TaskSettings(type="gan"), networks={"Generator": generator, "Discriminator": judge},
        data=DataSettings(dataset="moons"),
    )  # fmt: skip
    np.save(tmp_path / "x.npy", np.zeros((1, 3)))
    with pytest.raises(InputError, match="out of noise"):
        predict_file(TrainedModel.untrained(made), tmp_path / "x.npy")


def test_texts_without_a_word_are_named_and_counted(reader: TrainedModel, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("a good film\n\na bad film\n ... \nfine\n", encoding="utf-8")
    found = predict_file(reader, tmp_path / "t.txt")
    assert len(found.probabilities) == 3
    assert "left out: 2 texts without a word (number 2, number 4)" in found.notes
    assert "left out: 1 text without a word (number 1)" in predict_texts(reader, ["", "a good film"]).notes
    assert not any("without a word" in note for note in predict_texts(reader, ["a good film"]).notes)


@pytest.mark.parametrize("mark", ["\u2028", "\x85", "\x0c"])
def test_a_text_holds_marks_that_end_no_line(reader: TrainedModel, tmp_path: Path, mark: str) -> None:
    (tmp_path / "t.txt").write_bytes(f"a good{mark}film\r\na bad film\r\n".encode())
    found = predict_file(reader, tmp_path / "t.txt")
    expected = predict_texts(reader, ["a good film", "a bad film"])
    np.testing.assert_allclose(found.probabilities, expected.probabilities, rtol=1e-6)


@pytest.mark.parametrize(("low", "high", "kind"), [(-1, 1, "f4"), (0, 255, "f4"), (0, 4000, "i2"), (0, 1, "f8")])
def test_images_of_floats_are_taken_as_they_were_learned(tmp_path: Path, low: float, high: float, kind: str) -> None:
    x = np.random.default_rng(0).uniform(low, high, (40, 1, 8, 8)).astype(kind)
    np.save(tmp_path / "X_train.npy", x)
    np.save(tmp_path / "y_train.npy", np.arange(40) % 2)
    name, params = inspect([str(tmp_path / "X_train.npy")])
    graph = chain("Input", "Flatten", ("Dense", {"units": 2, "activation": "Softmax"}))
    data = {"dataset": name, "params": {**params, "look": "images"}, "preparation": {"scaling": "minmax"}}
    model = model_of(project(graph, data=data))
    np.save(tmp_path / "new.npy", x[:5])
    found = predict_file(model, tmp_path / "new.npy")
    np.testing.assert_array_equal(found.probabilities, model.predict(x[:5].astype(np.float32)))
    assert not found.notes
