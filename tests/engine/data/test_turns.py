"""Two threads that want one file or one data set: one is at work, the other waits, may give up, and gets the same."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_published import Handler, Server, content, serving, small_kind

from playground.core.project import DataSettings
from playground.engine.data import ArrayData, download, load_data
from playground.engine.data.sources import LOADERS
from playground.engine.data.turns import turn
from playground.engine.errors import Cancelled
from playground.training.datasets import DATASETS

SECONDS = 30
BIG = bytes(range(256)) * 4000


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


class Doing(threading.Thread):
    """Runs ``work`` beside the test and keeps what it gave or raised."""

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work
        self.found: object = None
        self.start()

    def run(self) -> None:
        try:
            self.found = self._work()
        except BaseException as error:  # noqa: BLE001 - the test looks at it
            self.found = error

    def result(self) -> object:
        self.join(SECONDS)
        assert not self.is_alive()
        return self.found


class Halfway:
    """A server's behaviour: half of a page, then nothing until ``go`` is set."""

    def __init__(self) -> None:
        self.sent, self.go = threading.Event(), threading.Event()

    def __call__(self, handler: Handler, page: bytes) -> bool:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(page)))
        handler.end_headers()
        handler.wfile.write(page[: len(page) // 2])
        handler.wfile.flush()
        self.sent.set()
        assert self.go.wait(SECONDS)
        handler.wfile.write(page[len(page) // 2 :])
        return True


def test_a_file_that_is_being_fetched_is_not_fetched_twice(server: Server, tmp_path: Path) -> None:
    server.pages["/a/big.bin"] = BIG
    dataset = small_kind(server.url("a"), files={"big.bin": BIG})().describe()
    assert dataset is not None
    server.behaviour = half = Halfway()
    waited = threading.Event()
    first = Doing(lambda: download(dataset, tmp_path))
    assert half.sent.wait(SECONDS)
    second = Doing(lambda: download(dataset, tmp_path, lambda *_: waited.set()))
    assert waited.wait(SECONDS)
    half.go.set()
    assert first.result() == second.result() == tmp_path / "small"
    assert len(server.asked) == 1
    assert (tmp_path / "small" / "big.bin").read_bytes() == BIG
    assert [path.name for path in (tmp_path / "small").iterdir()] == ["big.bin"]


def test_who_waits_for_a_download_can_cancel(server: Server, tmp_path: Path) -> None:
    server.pages["/a/big.bin"] = BIG
    dataset = small_kind(server.url("a"), files={"big.bin": BIG})().describe()
    assert dataset is not None
    server.behaviour = half = Halfway()

    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    first = Doing(lambda: download(dataset, tmp_path))
    assert half.sent.wait(SECONDS)
    assert isinstance(Doing(lambda: download(dataset, tmp_path, cancel)).result(), Cancelled)
    half.go.set()
    assert first.result() == tmp_path / "small"


def test_two_who_load_one_data_set_share_its_arrays(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.pages = {f"/a/{name}": data for name, data in content().items()}
    monkeypatch.setitem(DATASETS, "small", small_kind(server.url("a")))
    monkeypatch.setitem(LOADERS, "small", LOADERS["mnist"])
    server.behaviour = half = Halfway()
    waited = threading.Event()
    first = Doing(lambda: load_data(DataSettings(dataset="small"), tmp_path))
    assert half.sent.wait(SECONDS)
    second = Doing(lambda: load_data(DataSettings(dataset="small"), tmp_path, lambda *_: waited.set()))
    assert waited.wait(SECONDS)
    half.go.set()
    found = first.result()
    assert isinstance(found, ArrayData)
    assert second.result() is found
    assert len(server.asked) == len(content())


def test_the_next_takes_over_when_one_fails_and_nothing_is_left_behind() -> None:
    begun, go = threading.Event(), threading.Event()

    def fail() -> None:
        with turn("x"):
            begun.set()
            go.wait(SECONDS)
            raise ValueError("broken")

    def follow() -> str:
        with turn("x", go.set):
            return "done"

    first = Doing(fail)
    assert begun.wait(SECONDS)
    second = Doing(follow)
    assert isinstance(first.result(), ValueError)
    assert second.result() == "done"
    from playground.engine.data import turns

    assert "x" not in turns._wanted
