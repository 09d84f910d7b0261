"""What a run showed of its samples while it learned: as many moments as fit, evenly spread, in little memory."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, fields
from hashlib import blake2b
from typing import Any
from weakref import WeakValueDictionary

import numpy as np

from playground import protocol

MOST_MOMENTS = 60
MOST_BYTES = 24_000_000
_WORTH_PRESSING = 1_000_000  # bytes of an array up to which squeezing it keeps nobody waiting


class _Kept:
    """An array, squeezed without loss where that is quick."""

    __slots__ = ("__weakref__", "_data", "_dtype", "_pressed", "_shape")

    def __init__(self, values: np.ndarray, data: bytes) -> None:
        self._dtype, self._shape = values.dtype, values.shape
        self._pressed = len(data) <= _WORTH_PRESSING
        self._data = zlib.compress(data, 1) if self._pressed else data

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self._data)

    def values(self) -> np.ndarray:
        data = zlib.decompress(self._data) if self._pressed else self._data
        return np.frombuffer(data, self._dtype).reshape(self._shape)


@dataclass(frozen=True)
class _Packed:
    """A record of the protocol whose arrays are kept."""

    kind: type
    values: dict[str, Any]

    def unpacked(self) -> Any:
        return self.kind(**{name: _unpacked(value) for name, value in self.values.items()})


@dataclass
class _Moment:
    step: int
    pictures: _Packed | None = None
    views: _Packed | None = None


class SampleHistory:
    """Moments by their steps, in order. ``add`` what is shown after a step; the first and the newest always stay.

    What does not change from moment to moment (test images, originals) is kept once.
    """

    def __init__(self, most: int = MOST_MOMENTS, most_bytes: int = MOST_BYTES) -> None:
        self._most, self._most_bytes = most, most_bytes
        self._moments: list[_Moment] = []
        self._known: WeakValueDictionary[bytes, _Kept] = WeakValueDictionary()
        self._last: tuple[int, tuple[protocol.Predictions | None, protocol.Views | None]] | None = None

    def __len__(self) -> int:
        return len(self._moments)

    @property
    def steps(self) -> list[int]:
        return [moment.step for moment in self._moments]

    @property
    def size(self) -> int:
        """Bytes of all that is kept."""
        return sum(kept.size for kept in list(self._known.values()))

    def add(self, shown: protocol.Predictions | protocol.Views) -> None:
        """What a run shows now; of the newest step it joins what is there, of an older one nothing is kept."""
        step = shown.step
        if not self._moments or step > self._moments[-1].step:
            self._moments.append(_Moment(step))
        elif step < self._moments[-1].step:
            return
        moment, self._last = self._moments[-1], None
        if isinstance(shown, protocol.Predictions):
            moment.pictures = self._packed(shown)
        else:
            moment.views = self._packed(shown)
        while len(self._moments) > self._most or (len(self._moments) > 2 and self.size > self._most_bytes):
            del self._moments[self._least_missed()]

    def at(self, step: int) -> tuple[protocol.Predictions | None, protocol.Views | None]:
        """What was shown at the moment nearest to ``step``; nothing where there is none."""
        if not self._moments:
            return None, None
        moment = min(self._moments, key=lambda each: abs(each.step - step))
        if self._last is None or self._last[0] != moment.step:
            pictures, views = (
                part.unpacked() if part is not None else None for part in (moment.pictures, moment.views)
            )
            self._last = moment.step, (pictures, views)
        return self._last[1]

    def rewind(self, step: int) -> None:
        """Forget what came after ``step``."""
        self._moments = [moment for moment in self._moments if moment.step <= step]
        self._last = None

    def _least_missed(self) -> int:
        """The moment, neither the first nor the newest, whose neighbours lie closest together."""
        steps = self.steps
        return min(range(1, len(steps) - 1), key=lambda place: steps[place + 1] - steps[place - 1])

    def _packed(self, record: Any) -> _Packed:
        return _Packed(type(record), {each.name: self._kept(getattr(record, each.name)) for each in fields(record)})

    def _kept(self, value: Any) -> Any:
        if isinstance(value, np.ndarray):
            data = np.ascontiguousarray(value).tobytes()
            key = blake2b(data, digest_size=16, key=f"{value.dtype.str}{value.shape}".encode()[:64]).digest()
            known = self._known.get(key)
            if known is None:
                known = self._known[key] = _Kept(value, data)
            return known
        if isinstance(value, tuple) and value and isinstance(value[0], protocol.View):
            return tuple(self._packed(view) for view in value)
        return value


def _unpacked(value: Any) -> Any:
    if isinstance(value, _Kept):
        return value.values()
    if isinstance(value, _Packed):
        return value.unpacked()
    if isinstance(value, tuple) and value and isinstance(value[0], _Packed):
        return tuple(view.unpacked() for view in value)
    return value
