"""All interactive pictures by name; a picture's module is loaded when a page shows it first."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playground.ui.help.pictures.picture import InteractivePicture

# Name on a page -> "module:class".
PICTURES: dict[str, str] = {
    "activation": "activation:ActivationPicture",
    "attention": "attention:AttentionPicture",
    "backprop": "backprop:BackpropPicture",
    "convolution": "windows:ConvolutionPicture",
    "descent": "descent:DescentPicture",
    "draw": "draw:DrawPicture",
    "dropout": "dropout:DropoutPicture",
    "embedding": "embedding:EmbeddingPicture",
    "fitting": "fitting:FittingPicture",
    "gan": "gan:GanPicture",
    "loss": "loss:LossPicture",
    "normalization": "normalization:NormalizationPicture",
    "pooling": "windows:PoolingPicture",
    "positions": "attention:PositionsPicture",
    "schedule": "schedule:SchedulePicture",
    "softmax": "softmax:SoftmaxPicture",
    "unit": "unit:UnitPicture",
}


def make_picture(name: str, options: Mapping[str, Any]) -> InteractivePicture:
    """Raises ``KeyError`` for a name that is not there."""
    module, _, kind = PICTURES[name].partition(":")
    made: InteractivePicture = getattr(import_module(f"playground.ui.help.pictures.{module}"), kind)(dict(options))
    return made
