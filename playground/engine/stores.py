"""Where the samples of a run lie while it trains: on its device when they fit, else on disk, read ahead."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol

import numpy as np
import torch
from torch import Tensor

from playground.engine.data.mapped import in_any_order, mapping, release

# Arrays beyond this part of the free memory of the card, or mapped from disk and larger than this, are not copied.
_MOST_ON_CPU = 512 * 2**20
_PART_OF_CARD = 0.4

Rows = tuple[Tensor, Tensor]


class Store(Protocol):
    """Samples by number. ``places`` brings numbers to where ``rows`` wants them."""

    def places(self, indices: Tensor) -> Tensor: ...

    def rows(self, picked: Tensor, following: Tensor | None = None) -> Rows:
        """Samples and targets as stored, on the device; ``following`` are those that will be wanted next."""


class OnDevice:
    """Two tensors; a batch is a look-up by index."""

    def __init__(self, x: Tensor, y: Tensor) -> None:
        self._x, self._y = x, y

    def places(self, indices: Tensor) -> Tensor:
        return indices.to(self._x.device)

    def rows(self, picked: Tensor, following: Tensor | None = None) -> Rows:
        return self._x.index_select(0, picked), self._y.index_select(0, picked)


class OnDisk:
    """Arrays that stay where they are, on disk or in main memory. The batch after this one is read meanwhile."""

    def __init__(self, x: np.ndarray, y: np.ndarray, device: torch.device) -> None:
        self._x, self._y, self._device = x, y, device
        self._read_x, self._read_y = in_any_order(x), in_any_order(y)
        self._ahead: tuple[bytes, Future[tuple[np.ndarray, np.ndarray]]] | None = None
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="playground data")

    def places(self, indices: Tensor) -> Tensor:
        return indices

    def rows(self, picked: Tensor, following: Tensor | None = None) -> Rows:
        numbers = picked.numpy()
        key = numbers.tobytes()
        ahead, self._ahead = self._ahead, None
        x, y = ahead[1].result() if ahead is not None and ahead[0] == key else self._read(numbers)
        if following is not None and len(following):
            wanted = following.numpy().copy()
            self._ahead = (wanted.tobytes(), self._reader.submit(self._read, wanted))
        pin: Callable[[Tensor], Tensor] = Tensor.pin_memory if self._device.type == "cuda" else lambda tensor: tensor
        return tuple(  # type: ignore[return-value]
            pin(torch.from_numpy(values)).to(self._device, non_blocking=True) for values in (x, y)
        )

    def _read(self, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return self._read_x(numbers), self._read_y(numbers)


# The tensors of the last data set, kept for the next run: copying MNIST to a GPU again would be felt.
_on_device: dict[torch.device, tuple[object, OnDevice]] = {}


def store_of(x: np.ndarray, y: np.ndarray, device: torch.device | None, owner: object = None) -> Store:
    """The store for arrays: on ``device`` where they fit (kept for the next run of the same ``owner``), else on disk.

    None as device: main memory or disk, whichever they are in.
    """
    if device is None or not _fits(x, device):
        return OnDisk(x, y, device or torch.device("cpu"))
    if owner is not None and device in _on_device and _on_device[device][0] is owner:
        return _on_device[device][1]
    _on_device.clear()
    made = OnDevice(_tensor(x).to(device), _tensor(y).to(device))
    if owner is not None:
        _on_device[device] = (owner, made)
    return made


def _fits(x: np.ndarray, device: torch.device) -> bool:
    if device.type == "cuda":
        free, _ = torch.cuda.mem_get_info(device)
        return x.nbytes <= free * _PART_OF_CARD
    shared = device.type == "cpu" and x.flags.c_contiguous and mapping(x) is None
    return shared or x.nbytes <= _MOST_ON_CPU


def _tensor(values: np.ndarray) -> Tensor:
    # an array in memory is shared, one on disk read
    if mapping(values) is None:
        return torch.from_numpy(np.ascontiguousarray(values))
    found = torch.from_numpy(np.array(values, order="C", subok=False))
    release(values)
    return found
