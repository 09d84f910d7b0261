"""The worker's second desk, with real data and real threads. What it shows must be what a run trains on."""

from __future__ import annotations

import json
import queue
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from small_published import Handler, Server, content, serving, small_kind

from playground import protocol
from playground.core.graph import Graph
from playground.core.project import Augmentation, DataSettings, Preparation, Project, TrainingSettings
from playground.engine.data import load_data
from playground.engine.data.sources import LOADERS
from playground.engine.data_desk import DataDesk
from playground.engine.samples import Samples
from playground.training.datasets import DATASETS

SECONDS = 60


class Desk:
    """A desk at work, and its answers in order."""

    def __init__(self) -> None:
        self.answers: queue.SimpleQueue[protocol.Event] = queue.SimpleQueue()
        self.desk = DataDesk(self.answers.put)

    def ask(self, command: protocol.DataCommand) -> protocol.Event:
        """The answer that ends the request; what came before it is dropped."""
        self.desk.receive(command)
        while isinstance(answer := self.answers.get(timeout=SECONDS), protocol.DataLoading):
            pass
        return answer

    def preview(self, data: DataSettings, seed: int = 0, **more: object) -> protocol.DataPreview:
        answer = self.ask(protocol.PreviewData(1, data.model_dump_json(), seed, **more))  # type: ignore[arg-type]
        assert isinstance(answer, protocol.DataPreview), answer
        return answer


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    made.desk.open()
    yield made
    made.desk.close()


def samples_of_run(data: DataSettings, seed: int) -> Samples:
    project = Project(networks={"Classifier": Graph()}, data=data, training=TrainingSettings(seed=seed))
    return Samples(load_data(data), project, torch.device("cpu"))


@pytest.mark.parametrize(
    "data",
    [
        DataSettings(dataset="digits", validation=0.25, limit=900),
        DataSettings(dataset="iris", test=0.3),
        DataSettings(dataset="spiral", params={"samples": 300, "noise": 0.2}),
    ],
    ids=lambda data: data.dataset,
)
def test_parts_and_classes_are_those_of_a_run(desk: Desk, data: DataSettings) -> None:
    shown, run = desk.preview(data, seed=7), samples_of_run(data, 7)
    wanted = {"train": run.train_count, "validation": run.validation_count, "test": run.test_count}
    assert shown.counts == wanted
    for part in wanted:
        targets = np.concatenate([y.numpy() for _, y in run.part(part, 64)])
        assert shown.class_counts[part] == tuple((targets == number).sum() for number in range(len(shown.classes)))


def test_statistics_are_of_the_training_part_and_tell_what_the_network_gets(desk: Desk) -> None:
    data = DataSettings(dataset="wine", preparation=Preparation(scaling="standardize", columns={"alcohol": "minmax"}))
    shown, run = desk.preview(data, seed=3), samples_of_run(data, 3)
    stored = run.arrays.train_x[run.train_indices.numpy()]
    prepared = torch.cat([x for x, _ in run.part("train", 50)]).numpy()
    for number, fact in enumerate(shown.features):
        column = stored[:, number].astype(np.float64)
        told = [fact.low, fact.high, fact.mean, fact.deviation]
        np.testing.assert_allclose(told, [column.min(), column.max(), column.mean(), column.std()], rtol=1e-5)
        assert fact.prepared == pytest.approx((prepared[:, number].min(), prepared[:, number].max()), abs=1e-4)
    assert shown.features[0].name == "alcohol"
    assert shown.features[0].prepared == pytest.approx((0, 1), abs=1e-6)


def test_only_samples_of_the_class_asked_for_are_shown(desk: Desk) -> None:
    shown = desk.preview(DataSettings(dataset="digits"), part="test", class_index=4)
    assert isinstance(shown.samples, protocol.SamplePictures)
    assert set(shown.samples.captions) == {"4"}
    assert len(shown.samples.images) == shown.class_counts["test"][4] == 36


def test_augmented_pictures_are_the_same_for_a_seed_and_leave_the_random_state_of_a_run_alone(desk: Desk) -> None:
    data = DataSettings(dataset="digits", augmentation=Augmentation(rotate=30, noise=0.1, cutout=0.2))
    before = torch.get_rng_state()
    first, second, other = desk.preview(data), desk.preview(data), desk.preview(data, seed=1)
    assert torch.equal(before, torch.get_rng_state())
    pictures = [shown.samples.varied for shown in (first, second, other)]  # type: ignore[union-attr]
    assert pictures[0].shape[0] == 6
    assert pictures[0].shape[2:] == (28, 28)
    assert np.array_equal(pictures[0], pictures[1])
    assert not np.array_equal(pictures[0], pictures[2])


def test_of_previews_that_wait_only_the_last_is_answered() -> None:
    desk = Desk()
    for number in range(1, 6):
        data = DataSettings(dataset="circle", params={"samples": 100 * number})
        desk.desk.receive(protocol.PreviewData(number, data.model_dump_json(), 0))
    desk.desk.open()
    answer = desk.answers.get(timeout=SECONDS)
    assert isinstance(answer, protocol.DataPreview)
    assert (answer.request, sum(answer.counts.values())) == (5, 500)
    again = desk.ask(protocol.PreviewData(6, DataSettings(dataset="circle").model_dump_json(), 0))
    assert isinstance(again, protocol.DataPreview)
    assert again.request == 6  # and nothing came between
    desk.desk.close()


def test_a_preview_never_downloads(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLAYGROUND_DATA_DIR", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    shown = desk.preview(DataSettings(dataset="mnist"), data_dir=str(tmp_path / "data"))
    assert shown.absent
    assert shown.download == 11_594_722  # the four files as they are published
    assert shown.samples is None
    assert not (tmp_path / "data").exists()


def test_data_that_cannot_be_read_are_refused_in_words(desk: Desk) -> None:
    answer = desk.ask(protocol.PreviewData(1, DataSettings(dataset="stars").model_dump_json(), 0))
    assert isinstance(answer, protocol.RequestFailed)
    assert answer.message == "The data set 'stars' is not known."


def test_a_table_is_inspected_and_then_previewed_in_its_own_columns(desk: Desk, tmp_path: Path) -> None:
    things = (f"{n / 2},{'red' if n % 2 else 'blue'},{'big' if n > 20 else 'small'}" for n in range(40))
    lines = ["size,colour,kind", *things]
    lines[5] = ",red,small"
    (tmp_path / "things.csv").write_text("\n".join(lines))
    answer = desk.ask(protocol.InspectFiles(4, (str(tmp_path / "things.csv"),)))
    assert isinstance(answer, protocol.FilesInspected), answer
    assert (answer.request, answer.dataset) == (4, "table")
    data = DataSettings(dataset="table", params=json.loads(answer.params), validation=0.0, test=0.0)
    shown = desk.preview(data)
    assert isinstance(shown.samples, protocol.SampleRows)
    assert shown.samples.columns == ("size", "colour", "kind")
    assert shown.samples.types == ("number", "category", "category")
    rows = {tuple(line.split(",")) for line in lines[1:]}
    assert len(shown.samples.cells) == 40
    for size, *others in shown.samples.cells:
        assert any((s and float(s)) == (size and float(size)) and others == rest for s, *rest in rows)
    assert shown.features[0].missing == 1


def test_files_that_are_no_data_are_refused_by_name(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("")
    answer = desk.ask(protocol.InspectFiles(5, (str(tmp_path / "empty.csv"),)))
    assert isinstance(answer, protocol.RequestFailed)
    assert "empty.csv" in answer.message


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """The small published data set, given by a server of this machine."""
    with serving() as server:
        server.pages = {f"/data/{name}": page for name, page in content().items()}
        monkeypatch.setitem(DATASETS, "small", small_kind(server.url("data")))
        monkeypatch.setitem(LOADERS, "small", LOADERS["mnist"])
        yield server


def test_what_was_downloaded_can_be_looked_at(desk: Desk, small: Server, tmp_path: Path) -> None:
    data = DataSettings(dataset="small", validation=0.0)
    assert desk.preview(data, data_dir=str(tmp_path)).absent
    assert not small.asked
    answer = desk.ask(protocol.FetchData(2, data.model_dump_json(), str(tmp_path)))
    assert answer == protocol.DataFetched(2, "small")
    shown = desk.preview(data, data_dir=str(tmp_path))
    assert (shown.absent, shown.counts) == (False, {"train": 6, "validation": 0, "test": 3})


def test_a_download_is_cancelled_while_it_runs(desk: Desk, small: Server, tmp_path: Path) -> None:
    def slowly(handler: Handler, page: bytes) -> bool:
        """Half of the file, and the rest when the test is over with it."""
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(page)))
        handler.end_headers()
        handler.wfile.write(page[: len(page) // 2])
        handler.wfile.flush()
        desk.desk.receive(protocol.CancelData(3))
        handler.wfile.write(page[len(page) // 2 :])
        return True

    small.behaviour = slowly
    data = DataSettings(dataset="small").model_dump_json()
    answer = desk.ask(protocol.FetchData(3, data, str(tmp_path)))
    assert answer == protocol.RequestFailed(3, "Cancelled.")
    small.behaviour = None
    assert desk.ask(protocol.FetchData(4, data, str(tmp_path))) == protocol.DataFetched(4, "small")


def test_a_download_that_was_cancelled_before_it_began_fetches_nothing(tmp_path: Path) -> None:
    desk = Desk()
    data = DataSettings(dataset="kmnist").model_dump_json()
    desk.desk.receive(protocol.FetchData(9, data, str(tmp_path / "data")))
    desk.desk.receive(protocol.CancelData(9))
    desk.desk.open()
    answer = desk.answers.get(timeout=SECONDS)
    assert isinstance(answer, protocol.RequestFailed)
    assert (answer.request, answer.message) == (9, "Cancelled.")
    assert not (tmp_path / "data").exists()
    desk.desk.close()


def test_points_without_a_target_and_without_a_validation_part_are_shown(desk: Desk) -> None:
    shown = desk.preview(DataSettings(dataset="ring", validation=0.0, params={"samples": 100})).samples
    assert isinstance(shown, protocol.SamplePoints)
    assert shown.points.shape == (100, 2)
