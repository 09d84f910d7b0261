"""The lenses through which one looks into a network: one file for each kind, with what is seen through it."""

from __future__ import annotations

from playground.protocol.lenses.arithmetic import Arithmetic, ArithmeticSeen
from playground.protocol.lenses.base import Lens, Seen, Sight, Unseen, Watch
from playground.protocol.lenses.boundary import Boundary, BoundarySeen
from playground.protocol.lenses.compare import Changed, Compare, CompareSeen, Fellow, LayerCompared
from playground.protocol.lenses.confusion import Confusion, ConfusionSeen, KnownStep
from playground.protocol.lenses.explain import Attribution, Baseline, Explain, ExplainSeen, Method
from playground.protocol.lenses.flow import Flow, FlowSeen, LayerHealth, LinkSeen, Trouble
from playground.protocol.lenses.gan import Game, GameField, GameSeen, Standing
from playground.protocol.lenses.gan_coverage import Coverage, CoverageSeen
from playground.protocol.lenses.gan_push import FakePush, FakePushSeen
from playground.protocol.lenses.histograms import Histograms, HistogramsSeen
from playground.protocol.lenses.kernels import Kernels, KernelsSeen
from playground.protocol.lenses.landscape import Directions, Landscape, LandscapeSeen
from playground.protocol.lenses.latent import (
    Latent,
    LatentCode,
    LatentCodeSeen,
    LatentDecoded,
    LatentDecodedSeen,
    LatentGrid,
    LatentMap,
    LatentMapSeen,
    LatentPath,
    LatentPathSeen,
    LatentSeen,
    MapMethod,
)
from playground.protocol.lenses.layers import LayerKind, Layers, LayerSeen, LayersSeen, PlaneOfInputs
from playground.protocol.lenses.microscope import Microscope, MicroscopeSeen, Plates
from playground.protocol.lenses.subjects import Brought, FromData, Subject

__all__ = [
    "Arithmetic",
    "ArithmeticSeen",
    "Attribution",
    "Baseline",
    "Boundary",
    "BoundarySeen",
    "Brought",
    "Changed",
    "Compare",
    "CompareSeen",
    "Confusion",
    "ConfusionSeen",
    "Coverage",
    "CoverageSeen",
    "Directions",
    "Explain",
    "ExplainSeen",
    "FakePush",
    "FakePushSeen",
    "Fellow",
    "Flow",
    "FlowSeen",
    "FromData",
    "Game",
    "GameField",
    "GameSeen",
    "Histograms",
    "HistogramsSeen",
    "Kernels",
    "KernelsSeen",
    "KnownStep",
    "Landscape",
    "LandscapeSeen",
    "Latent",
    "LatentCode",
    "LatentCodeSeen",
    "LatentDecoded",
    "LatentDecodedSeen",
    "LatentGrid",
    "LatentMap",
    "LatentMapSeen",
    "LatentPath",
    "LatentPathSeen",
    "LatentSeen",
    "LayerCompared",
    "LayerHealth",
    "LayerKind",
    "LayerSeen",
    "Layers",
    "LayersSeen",
    "Lens",
    "LinkSeen",
    "MapMethod",
    "Method",
    "Microscope",
    "MicroscopeSeen",
    "PlaneOfInputs",
    "Plates",
    "Seen",
    "Sight",
    "Standing",
    "Subject",
    "Trouble",
    "Unseen",
    "Watch",
]
