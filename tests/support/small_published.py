"""A published data set of nine images and a server that gives it, or breaks off, or lies."""

from __future__ import annotations

import gzip
import hashlib
import http.server
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ClassVar

import numpy as np

from playground.core.shape import Shape
from playground.training.datasets import DataFile, Published

TRAIN, TEST = 6, 3


def idx(array: np.ndarray) -> bytes:
    return struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape) + array.astype(np.uint8).tobytes()


def content() -> dict[str, bytes]:
    """Four small IDX files, gzipped, named as MNIST's."""
    images = np.arange((TRAIN + TEST) * 20).reshape(-1, 4, 5) % 256
    labels = np.arange(TRAIN + TEST) % 3
    parts = {
        "train-images-idx3-ubyte.gz": images[:TRAIN], "train-labels-idx1-ubyte.gz": labels[:TRAIN],
        "t10k-images-idx3-ubyte.gz": images[TRAIN:], "t10k-labels-idx1-ubyte.gz": labels[TRAIN:],
    }  # fmt: skip
    return {name: gzip.compress(idx(array), mtime=0) for name, array in parts.items()}


def small_kind(*mirrors: str, files: dict[str, bytes] | None = None) -> type[Published]:
    """The kind by the name of "small", fetched from ``mirrors``; its sizes are not known before."""
    given = content() if files is None else files

    class Small(Published):
        name: ClassVar[str] = "small"
        title: ClassVar[str] = "Small"
        summary: ClassVar[str] = "Nine images."
        shape: ClassVar[Shape] = Shape.image(1, 4, 5)
        classes: ClassVar[tuple[str, ...]] = ("a", "b", "c")
        train_samples: ClassVar[int] = TRAIN
        test_samples: ClassVar[int] = TEST

    Small.files = tuple(DataFile(name, f"md5:{hashlib.md5(data).hexdigest()}") for name, data in given.items())
    Small.mirrors = mirrors
    return Small


class Server(http.server.ThreadingHTTPServer):
    """Answers with ``pages`` by path. ``behaviour`` may answer instead, and then says True."""

    daemon_threads = False
    pages: dict[str, bytes]
    ranges: bool
    asked: list[tuple[str, str | None]]  # path and what range was asked for
    behaviour: Callable[[Handler, bytes], bool] | None

    def url(self, folder: str) -> str:
        return f"http://127.0.0.1:{self.server_port}/{folder}/"


class Handler(http.server.BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        span = self.headers.get("Range")
        self.server.asked.append((self.path, span))
        page = self.server.pages.get(self.path)
        if page is not None and self.server.behaviour is not None and self.server.behaviour(self, page):
            return
        start = int(span.removeprefix("bytes=").rstrip("-")) if span and self.server.ranges else 0
        if page is None:
            self.send_response(404)
        elif start and start >= len(page):
            self.send_response(416)
        elif start:
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{len(page) - 1}/{len(page)}")
        else:
            self.send_response(200)
        rest = b"" if page is None else page[start:]
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        self.wfile.write(rest)

    def break_off(self, page: bytes, sent: int) -> None:
        """Promise all of ``page``, send ``sent`` bytes of it, and hang up."""
        self.send_response(200)
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page[:sent])
        self.wfile.flush()
        self.connection.shutdown(socket.SHUT_RDWR)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def serving() -> Iterator[Server]:
    made = Server(("127.0.0.1", 0), Handler)
    made.pages, made.ranges, made.asked, made.behaviour = {}, True, [], None
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield made
    finally:
        made.shutdown()
        made.server_close()
        thread.join()
