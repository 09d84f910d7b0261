"""What somebody watches inside a network: how each kind of lens of ``protocol.lenses`` is looked through."""

from __future__ import annotations

from dataclasses import dataclass

from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.engine.lenses.boundary.study import BoundaryStudy
from playground.engine.lenses.compare import Comparing
from playground.engine.lenses.confusion import ConfusionStudy
from playground.engine.lenses.explain import Explaining
from playground.engine.lenses.flow import FlowStudy
from playground.engine.lenses.gan.coverage import CoverageStudy
from playground.engine.lenses.gan.game import GameStudy
from playground.engine.lenses.gan.push import push_seen
from playground.engine.lenses.histograms import LayerSpreads
from playground.engine.lenses.kernels import kernels_seen
from playground.engine.lenses.landscape.surface import Surface
from playground.engine.lenses.latent import Codes, Grid, Maps, Way, code_seen, decoded_seen
from playground.engine.lenses.microscope import arithmetic_seen, microscope_seen
from playground.engine.lenses.responses import LayersStudy
from playground.engine.lenses.study import Begin, BroughtSamples, Study, each_time
from playground.engine.state import TrainingState
from playground.protocol.lenses import (
    Arithmetic,
    Boundary,
    Compare,
    Confusion,
    Coverage,
    Explain,
    FakePush,
    Flow,
    Game,
    Histograms,
    Kernels,
    Landscape,
    Latent,
    LatentCode,
    LatentDecoded,
    LatentGrid,
    LatentMap,
    LatentPath,
    Layers,
    Lens,
    Microscope,
    Sight,
)

__all__ = ["KINDS", "BroughtSamples", "Kind", "Study", "begin", "look"]


@dataclass(frozen=True)
class Kind:
    """``begin`` makes the study of a lens that was opened. A look that took t is followed by no other through the same
    lens before ``leisure`` times t. ``every``: seconds from look to look that are wanted, where the reports of a run,
    ten a second, come too seldom; 0 for what comes along with them.
    """

    begin: Begin
    leisure: int = 40
    every: float = 0.0


KINDS: dict[type[Lens], Kind] = {
    Layers: Kind(LayersStudy),
    Flow: Kind(FlowStudy),
    Boundary: Kind(BoundaryStudy, leisure=12, every=0.075),
    Microscope: Kind(each_time(microscope_seen)),
    Arithmetic: Kind(each_time(arithmetic_seen)),
    Confusion: Kind(ConfusionStudy),
    Histograms: Kind(LayerSpreads),
    Kernels: Kind(each_time(kernels_seen)),
    Landscape: Kind(Surface, leisure=6),
    Explain: Kind(Explaining, leisure=16),
    Compare: Kind(Comparing),
    Game: Kind(GameStudy, leisure=12),
    FakePush: Kind(each_time(push_seen)),
    Coverage: Kind(CoverageStudy, leisure=12),
    Latent: Kind(Codes),
    LatentCode: Kind(each_time(code_seen)),
    LatentDecoded: Kind(each_time(decoded_seen)),
    LatentGrid: Kind(Grid),
    LatentMap: Kind(Maps),
    LatentPath: Kind(Way),
}


def begin(lens: Lens) -> Study:
    """What looks through ``lens`` while it is open."""
    return KINDS[type(lens)].begin()


def look(state: TrainingState, lens: Lens, brought: BroughtSamples, study: Study | None = None) -> Sight:
    """What ``lens`` shows of the weights as they are. Raises ``CannotTrain``."""
    if lens.network not in state.networks:
        raise CannotTrain(
            tr("{network} is not among the networks that are trained.", network=lens.network),
            tr("Look at one that is."),
        )
    return (study or begin(lens)).look(state, lens, brought)
