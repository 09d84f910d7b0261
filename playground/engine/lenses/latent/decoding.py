"""What becomes of codes: of one, of a grid of them, of those on the way from one sample to another."""

from __future__ import annotations

import itertools

import numpy as np
import torch
from torch import Tensor

from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.engine.lenses.latent.coding import Coding, coding
from playground.engine.lenses.latent.results import made_seen, on_one_scale, results, sample_seen, tensor_of
from playground.engine.lenses.study import Study
from playground.engine.lenses.subjects import BroughtSamples, Fed, fed
from playground.engine.lenses.turns import Turns
from playground.engine.state import TrainingState
from playground.protocol.lenses import (
    LatentCode,
    LatentCodeSeen,
    LatentDecoded,
    LatentDecodedSeen,
    LatentGrid,
    LatentPath,
    LatentPathSeen,
    LayerSeen,
    Subject,
)

_SECONDS = 0.03
_MOST_ON_A_WAY = 64
_PARALLEL = 1e-4  # of two directions: their sine, below which a straight line is as good


def code_seen(state: TrainingState, lens: LatentCode, brought: BroughtSamples) -> LatentCodeSeen:
    """Raises ``CannotTrain`` for a sample that the network cannot take."""
    how = coding(state, lens.network, lens.layer)
    given, code = _code(state, lens.network, how, lens.subject, brought)
    decoded = None if how.tail is None else results(state, lens.network, how.decode(code))[0]
    picture = _end(state, lens.network, how, given, code)
    return LatentCodeSeen(code[0].cpu().numpy(), picture, given.sample, given.truth, given.subject, decoded)


def decoded_seen(state: TrainingState, lens: LatentDecoded, _brought: BroughtSamples) -> LatentDecodedSeen:
    """Raises ``CannotTrain`` where codes cannot be decoded, or the code has another size."""
    how = coding(state, lens.network, lens.layer)
    codes = _fitting(how, tensor_of([lens.code], state))
    return LatentDecodedSeen(results(state, lens.network, how.decode(codes)), 1)


class _Decoding:
    """Decodes some codes n×d in each look; what other weights made of them is replaced in turn."""

    def __init__(self, count: int) -> None:
        self._found: list[LayerSeen] = []
        self._turns = Turns(count, _SECONDS)

    def work(self, state: TrainingState, network: str, how: Coding, codes: Tensor) -> None:
        def decode(picked: np.ndarray) -> None:
            made = results(state, network, how.decode(codes[torch.from_numpy(picked).to(codes.device)]))
            for place, seen in zip(picked.tolist(), made, strict=True):
                self._found[place : place + 1] = [seen]  # at first they come in their order

        self._turns.work(state.version, decode)

    def whole(self, version: int) -> bool:
        return self._turns.current(version) == 1

    @property
    def found(self) -> tuple[LayerSeen, ...]:
        """Those that there are, from the first on."""
        return on_one_scale(tuple(self._found))


class Grid(Study):
    """Decodes the codes of a grid, a slow network's in turn."""

    def __init__(self) -> None:
        self._codes: Tensor | None = None
        self._decoding = _Decoding(0)

    def look(self, state: TrainingState, lens: LatentGrid, brought: BroughtSamples) -> LatentDecodedSeen:
        how = coding(state, lens.network, lens.layer)
        if self._codes is None:
            self._codes = _fitting(how, tensor_of(grid(lens), state))
            self._decoding = _Decoding(len(self._codes))
        self._decoding.work(state, lens.network, how, self._codes)
        self.unfinished = not self._decoding.whole(state.version)
        return LatentDecodedSeen(self._decoding.found, len(self._codes))


def grid(lens: LatentGrid) -> np.ndarray:
    """The codes, float32 n×d, row by row from the top. Raises ``CannotTrain`` for numbers that a code does not have."""
    count = len(lens.base)
    if not 0 <= lens.across < count or not -1 <= lens.up < count:
        raise CannotTrain(tr("A code has {count} numbers.", count=count), tr("Choose two of them."))
    rows = lens.ys[::-1] if lens.up >= 0 else (0.0,)
    found = np.tile(np.asarray(lens.base, np.float32), (len(rows) * len(lens.xs), 1))
    for place, (y, x) in enumerate(itertools.product(rows, lens.xs)):
        found[place, lens.across] = x
        if lens.up >= 0:
            found[place, lens.up] = y
    return found


class Way(Study):
    """Decodes the codes on the way from one sample to another, a slow network's in turn."""

    def __init__(self) -> None:
        self._version = -1
        self._codes = torch.empty(0)
        self._ends: list[tuple[LayerSeen, str]] = []  # pictures and labels of the two samples
        self._decoding: _Decoding | None = None

    def look(self, state: TrainingState, lens: LatentPath, brought: BroughtSamples) -> LatentPathSeen:
        """Raises ``CannotTrain`` where codes cannot be decoded."""
        how = coding(state, lens.network, lens.layer)
        if self._version != state.version:
            self._begin(state, lens, how, brought)
        if self._decoding is None:
            self._decoding = _Decoding(len(self._codes))
        self._decoding.work(state, lens.network, how, self._codes)
        self.unfinished = not self._decoding.whole(state.version)
        (first, one), (last, other) = self._ends
        return LatentPathSeen(self._codes.cpu().numpy(), self._decoding.found, (first, last), (one, other))

    def _begin(self, state: TrainingState, lens: LatentPath, how: Coding, brought: BroughtSamples) -> None:
        """What the weights of now make of the two samples."""
        (one, first), (other, last) = (
            _code(state, lens.network, how, subject, brought) for subject in (lens.one, lens.other)
        )
        count = min(max(2, lens.count), _MOST_ON_A_WAY)
        self._codes = way(first[0], last[0], count, spherical=lens.form == "spherical")
        self._ends = [
            (_end(state, lens.network, how, given, code), " · ".join(filter(None, (given.sample, given.truth))))
            for given, code in ((one, first), (other, last))
        ]
        self._version = state.version


def way(one: Tensor, other: Tensor, count: int, *, spherical: bool) -> Tensor:
    """``count`` codes from ``one`` to ``other``, both d.

    Along the arc: (sin((1 − t)Ω) a + sin(tΩ) b) / sin Ω with the angle Ω between a and b (Shoemake 1985,
    doi:10.1145/325165.325242); a straight line where they point the same way or opposite ones, or one is zero.
    """
    parts = torch.linspace(0, 1, count, device=one.device, dtype=torch.float64)[:, None]
    first, second = one.double(), other.double()
    if spherical:
        norms = first.norm() * second.norm()
        cosine = float((first @ second / norms).clamp(-1, 1)) if float(norms) > 0 else 1.0
        angle = float(np.arccos(cosine))
        if np.sin(angle) > _PARALLEL:
            mixed = torch.sin((1 - parts) * angle) * first + torch.sin(parts * angle) * second
            return (mixed / float(np.sin(angle))).float()
    return ((1 - parts) * first + parts * second).float()


def _code(
    state: TrainingState, network: str, how: Coding, subject: Subject, brought: BroughtSamples
) -> tuple[Fed, Tensor]:
    given = fed(state, network, subject, brought)
    return given, how.encode(given.x)


def _end(state: TrainingState, network: str, how: Coding, given: Fed, code: Tensor) -> LayerSeen:
    """A sample as it is, of noise what is made of it."""
    if how.noise:
        return made_seen(state, network, how, code)
    return sample_seen(state, given)


def _fitting(how: Coding, codes: Tensor) -> Tensor:
    if codes.shape[1] != how.size:
        raise CannotTrain(
            tr(
                "A code of {title} has {size} numbers, not {shape}.",
                title=how.title,
                size=how.size,
                shape=codes.shape[1],
            ),
            "",
        )
    return codes
