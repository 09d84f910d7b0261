"""The kernels of a convolution as small pictures."""

from __future__ import annotations

import numpy as np
from torch import Tensor, nn

from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.engine.lenses.study import BroughtSamples
from playground.engine.modules import SeparableConv2d
from playground.engine.state import TrainingState
from playground.protocol.lenses import Kernels, KernelsSeen

MOST = 64  # pictures; more are no longer told apart
MOST_SIDE = 32

_TRANSPOSED = (nn.ConvTranspose1d, nn.ConvTranspose2d, nn.ConvTranspose3d)


def kernels_seen(state: TrainingState, lens: Kernels, _brought: BroughtSamples) -> KernelsSeen:
    """Of the weights as they are. Raises ``CannotTrain`` for a layer that has no kernels, or is not in the run."""
    try:
        module = state.networks[lens.network].get_submodule(lens.layer)
    except (AttributeError, KeyError) as error:
        raise CannotTrain(
            tr("The run has no such layer."), tr("Press Run to train the network as it is now.")
        ) from error
    weight = _weight(module)
    if weight is None:
        raise CannotTrain(tr("This layer has no kernels."), tr("Convolutions have."))
    pictures = weight[:MOST].detach().float().mean(1)
    while pictures.ndim > 3:  # depth first: the slice in the middle
        pictures = pictures[:, pictures.shape[1] // 2]
    if pictures.ndim == 2:
        pictures = pictures[:, None]
    values = pictures[:, :MOST_SIDE, :MOST_SIDE].cpu().numpy().astype(np.float32)
    finite = values[np.isfinite(values)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    return KernelsSeen(values, weight.shape[0], weight.shape[1], low, high)


def _weight(module: nn.Module) -> Tensor | None:
    """Kernels × channels × window."""
    if isinstance(module, nn.Sequential) and len(module):
        module = module[0]
    if isinstance(module, SeparableConv2d):
        return module.depthwise.weight
    if isinstance(module, (nn.Conv1d, nn.Conv2d, nn.Conv3d)):
        return module.weight
    if isinstance(module, _TRANSPOSED):
        return module.weight.transpose(0, 1)  # torch has the input first
    return None
