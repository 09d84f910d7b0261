"""The few things that torch.nn lacks, one to a file. Layers name them by their dotted path.

Exported source repeats a file's text, so each imports torch and the standard library only.
"""

from playground.engine.modules.both_ends import both_ends
from playground.engine.modules.gaussian_noise import GaussianNoise
from playground.engine.modules.gaussian_sample import GaussianSample
from playground.engine.modules.initialize import initialize_
from playground.engine.modules.learned_positions import LearnedPositions
from playground.engine.modules.separable_conv2d import SeparableConv2d
from playground.engine.modules.sinusoidal_positions import SinusoidalPositions

__all__ = [
    "GaussianNoise",
    "GaussianSample",
    "LearnedPositions",
    "SeparableConv2d",
    "SinusoidalPositions",
    "both_ends",
    "initialize_",
]
