"""Downloads: mirrors, hashes, progress; servers that break off, lie, or are slow; cancel, and going on afterwards."""

from __future__ import annotations

import gzip
import hashlib
import importlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from small_published import Handler, Server, content, serving, small_kind

from playground.core.project import DataSettings
from playground.engine.data import DataError, download, load_data
from playground.engine.data.sources import LOADERS
from playground.engine.errors import Cancelled
from playground.training.datasets import DATASETS, DataFile, Dataset

MODULE = importlib.import_module("playground.engine.data.download")  # the package has a function of that name
BIG = bytes(range(256)) * 4000  # a megabyte, many blocks


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., object]:
    """Load the small data set from mirrors into the test's folder."""

    def loading(*mirrors: str, progress: Callable[[int, int], None] | None = None) -> object:
        monkeypatch.setitem(DATASETS, "small", small_kind(*mirrors))
        monkeypatch.setitem(LOADERS, "small", LOADERS["mnist"])
        return load_data(DataSettings(dataset="small"), tmp_path, progress)

    return loading


def big(server: Server, *folders: str) -> Dataset:
    """One file of a megabyte, given by ``folders`` of the server."""
    server.pages |= {f"/{folder}/big.bin": BIG for folder in folders}
    described = small_kind(*map(server.url, folders), files={"big.bin": BIG})().describe()
    assert described is not None
    return described


def test_a_download_tries_the_second_mirror_checks_hashes_and_tells_its_progress(
    server: Server, tmp_path: Path, load: Callable[..., object]
) -> None:
    files = content()
    server.pages = {f"/second/{name}": data for name, data in files.items()}
    server.pages["/first/train-labels-idx1-ubyte.gz"] = b"something else"
    told: list[tuple[int, int]] = []
    data = load(server.url("first"), server.url("second"), progress=lambda done, total: told.append((done, total)))
    assert data.test_y.tolist() == [0, 1, 2]  # type: ignore[attr-defined]
    assert {path.name for path in (tmp_path / "small").iterdir()} == set(files)
    assert max(done for done, _ in told) == sum(map(len, files.values()))


def test_the_size_of_all_files_is_told_from_the_start_where_it_is_known(server: Server, tmp_path: Path) -> None:
    files = content()
    server.pages = {f"/first/{name}": data for name, data in files.items()}
    described = small_kind(server.url("first"))().describe()
    sized = tuple(replace(file, size=len(files[file.name])) for file in described.files)
    told: list[tuple[int, int]] = []
    download(replace(described, files=sized), tmp_path, lambda done, total: told.append((done, total)))
    assert {total for _, total in told} == {sum(map(len, files.values()))}
    assert told == sorted(told)


def test_a_cancelled_download_leaves_no_file_under_its_name_and_goes_on_where_it_was(
    server: Server, tmp_path: Path
) -> None:
    dataset = big(server, "first")

    def cancel(done: int, total: int) -> None:
        if done > 300_000:
            raise Cancelled

    with pytest.raises(Cancelled):
        download(dataset, tmp_path, cancel)
    (part,) = (tmp_path / "small").iterdir()
    assert part.name == "big.bin.part"
    kept = part.stat().st_size
    assert 300_000 < kept < len(BIG)
    told: list[int] = []
    download(dataset, tmp_path, lambda done, total: told.append(done))
    assert server.asked[-1] == ("/first/big.bin", f"bytes={kept}-")
    assert kept < told[0] <= told[-1] == len(BIG)
    assert [path.name for path in (tmp_path / "small").iterdir()] == ["big.bin"]
    assert (tmp_path / "small" / "big.bin").read_bytes() == BIG


def test_a_connection_that_breaks_off_is_gone_on_with_at_once(server: Server, tmp_path: Path) -> None:
    dataset = big(server, "first")
    server.behaviour = lambda handler, page: len(server.asked) == 1 and (handler.break_off(page, 400_000) or True)
    download(dataset, tmp_path)
    assert len(server.asked) == 2
    span = server.asked[1][1]
    assert span is not None
    assert 0 < int(span.removeprefix("bytes=").rstrip("-")) <= 400_000
    assert (tmp_path / "small" / "big.bin").read_bytes() == BIG


def test_a_server_that_sends_no_parts_sends_the_whole_again(server: Server, tmp_path: Path) -> None:
    dataset = big(server, "first")
    server.ranges = False
    server.behaviour = lambda handler, page: len(server.asked) == 1 and (handler.break_off(page, 400_000) or True)
    download(dataset, tmp_path)
    assert (tmp_path / "small" / "big.bin").read_bytes() == BIG


def test_a_mirror_that_always_breaks_off_is_left_for_the_next_which_sends_the_rest_alone(
    server: Server, tmp_path: Path
) -> None:
    dataset = big(server, "bad", "good")

    def breaks(handler: Handler, page: bytes) -> bool:
        if handler.path.startswith("/bad"):
            handler.break_off(page, 200_000)
            return True
        return False

    server.behaviour = breaks
    download(dataset, tmp_path)
    assert server.asked[-1] == ("/good/big.bin", "bytes=200000-")
    assert (tmp_path / "small" / "big.bin").read_bytes() == BIG


def test_all_mirrors_breaking_off_tell_what_is_kept(server: Server, tmp_path: Path) -> None:
    dataset = big(server, "bad")
    server.behaviour = lambda handler, page: handler.break_off(page, 200_000) or True
    with pytest.raises(DataError) as error:
        download(dataset, tmp_path)
    assert "bad/: the connection broke off" in error.value.message
    assert "200,000 bytes of it are kept, and trying again fetches the rest." in error.value.hint
    assert [path.name for path in (tmp_path / "small").iterdir()] == ["big.bin.part"]


def test_a_rest_that_does_not_fit_what_was_kept_is_thrown_away_and_all_is_fetched(
    server: Server, tmp_path: Path
) -> None:
    dataset = big(server, "first")
    (tmp_path / "small").mkdir()
    (tmp_path / "small" / "big.bin.part").write_bytes(b"of another file" * 100)
    download(dataset, tmp_path)
    assert [span for _, span in server.asked] == ["bytes=1500-", None]
    assert (tmp_path / "small" / "big.bin").read_bytes() == BIG


@pytest.mark.parametrize("kept", [BIG, BIG + b"and more"], ids=["all", "too much"])
def test_a_part_that_lacks_nothing_is_checked_all_the_same(server: Server, tmp_path: Path, kept: bytes) -> None:
    dataset = big(server, "first")
    (tmp_path / "small").mkdir()
    (tmp_path / "small" / "big.bin.part").write_bytes(kept)
    download(dataset, tmp_path)
    assert (tmp_path / "small" / "big.bin").read_bytes() == BIG


def test_a_server_that_answers_with_another_part_is_not_believed(server: Server, tmp_path: Path) -> None:
    dataset = big(server, "first")
    (tmp_path / "small").mkdir()
    (tmp_path / "small" / "big.bin.part").write_bytes(BIG[:1000])

    def lies(handler: Handler, page: bytes) -> bool:
        handler.send_response(206)
        handler.send_header("Content-Range", f"bytes 77-{len(page) - 1}/{len(page)}")
        handler.send_header("Content-Length", "10")
        handler.end_headers()
        handler.wfile.write(page[77:87])
        return True

    server.behaviour = lies
    with pytest.raises(DataError, match="broke off"):
        download(dataset, tmp_path)
    assert (tmp_path / "small" / "big.bin.part").read_bytes() == BIG[:1000]


def test_a_file_that_is_not_the_one_expected_is_refused(
    server: Server, tmp_path: Path, load: Callable[..., object]
) -> None:
    server.pages = {f"/first/{name}": b"something else" for name in content()}
    with pytest.raises(DataError, match="its hash differs"):
        load(server.url("first"))
    assert not list((tmp_path / "small").iterdir())
    assert len(server.asked) == 1  # the same again would be no better


def test_a_gzip_file_that_is_called_an_encoding_is_kept_packed(server: Server, tmp_path: Path) -> None:
    packed = gzip.compress(BIG, mtime=0)
    server.pages["/first/big.bin.gz"] = packed

    def encoded(handler: Handler, page: bytes) -> bool:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(page)))
        handler.send_header("Content-Encoding", "gzip")
        handler.end_headers()
        handler.wfile.write(page)
        return True

    server.behaviour = encoded
    dataset = small_kind(server.url("first"), files={"big.bin.gz": packed})().describe()
    download(dataset, tmp_path)
    assert (tmp_path / "small" / "big.bin.gz").read_bytes() == packed


def test_a_server_without_an_end_is_cut_off(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "_MOST", 500_000)
    with pytest.raises(DataError, match="sends more than any file"):
        download(big(server, "first"), tmp_path)
    assert len(server.asked) == 1
    assert not list((tmp_path / "small").iterdir())


def test_a_slow_server_can_be_cancelled_after_its_first_bytes(server: Server, tmp_path: Path) -> None:
    """It sends ten bytes and then nothing until the other side has hung up."""
    dataset = big(server, "first")

    def slow(handler: Handler, page: bytes) -> bool:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(page)))
        handler.end_headers()
        handler.wfile.write(page[:10])
        handler.wfile.flush()
        handler.connection.recv(1)  # returns when the connection closes
        handler.close_connection = True
        return True

    server.behaviour = slow
    told: list[int] = []

    def cancel(done: int, total: int) -> None:
        told.append(done)
        raise Cancelled

    with pytest.raises(Cancelled):
        download(dataset, tmp_path, cancel)
    assert told == [10]
    assert (tmp_path / "small" / "big.bin.part").read_bytes() == BIG[:10]


def test_a_server_that_says_nothing_is_given_up(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MODULE, "_TIMEOUT_SECONDS", 0.2)
    dataset = big(server, "first")
    server.behaviour = lambda handler, page: handler.connection.recv(1) == b""
    with pytest.raises(DataError, match="first/: no answer"):
        download(dataset, tmp_path)


def test_what_was_fetched_before_a_break_is_not_fetched_again(server: Server, tmp_path: Path) -> None:
    files = content()
    names = list(files)
    server.pages = {f"/first/{name}": files[name] for name in names[:2]}
    dataset = small_kind(server.url("first"))().describe()
    with pytest.raises(DataError, match="it answered 404"):
        download(dataset, tmp_path)
    server.pages = {f"/first/{name}": files[name] for name in names}
    server.asked.clear()
    download(dataset, tmp_path)
    assert [path for path, _ in server.asked] == [f"/first/{name}" for name in names[2:]]


def test_sha256_is_checked_as_well_as_md5(server: Server, tmp_path: Path) -> None:
    dataset = big(server, "first")
    right = replace(dataset, files=(DataFile("big.bin", f"sha256:{hashlib.sha256(BIG).hexdigest()}"),))
    wrong = replace(dataset, files=(DataFile("big.bin", f"sha256:{hashlib.sha256(BIG[1:]).hexdigest()}"),))
    with pytest.raises(DataError, match="its hash differs"):
        download(wrong, tmp_path)
    assert (download(right, tmp_path) / "big.bin").read_bytes() == BIG


def test_a_folder_that_cannot_be_made_is_named(server: Server, tmp_path: Path) -> None:
    (tmp_path / "small").write_bytes(b"a file")
    with pytest.raises(DataError) as error:
        download(big(server, "first"), tmp_path)
    assert str(tmp_path / "small") in error.value.message
    assert "PLAYGROUND_DATA_DIR" in error.value.hint


def test_a_mirror_that_refuses_is_told_without_the_words_of_libraries(
    load: Callable[..., object], server: Server
) -> None:
    with pytest.raises(DataError) as error:
        load(server.url("none"), "http://no.invalid/")
    assert "none/: it answered 404 Not Found;" in error.value.message
    assert "http://no.invalid/: no connection" in error.value.message
    assert "Pool" not in error.value.message


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("ConnectTimeout", "no answer"),
        ("ReadTimeout", "no answer"),
        ("SSLError", "no secure connection"),
        ("ProxyError", "the proxy refused"),
        ("ConnectionError", "no connection"),
        ("ChunkedEncodingError", "broke off"),
    ],
)
def test_every_way_a_connection_fails_has_words(kind: str, words: str) -> None:
    import requests

    from playground.engine.data.download import _short

    found = _short(getattr(requests.exceptions, kind)("HTTPSConnectionPool(host='x', port=443): Max retries"))
    assert words in found
    assert "Pool" not in found
