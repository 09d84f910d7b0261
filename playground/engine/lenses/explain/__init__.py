"""Explanations of single predictions: gradients, Integrated Gradients, Grad-CAM and occlusion."""

from playground.engine.lenses.explain.study import Explaining

__all__ = ["Explaining"]
