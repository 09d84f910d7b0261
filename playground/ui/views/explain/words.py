"""What each method is called, how its picture is to be read, and what it does not say."""

from __future__ import annotations

import math

import numpy as np

from playground.protocol import Attribution, ExplainSeen, Method
from playground.ui.evaluate.words import number

TITLES: dict[Method, str] = {
    "saliency": "Saliency", "gradient_input": "Gradient × input", "integrated": "Integrated Gradients",
    "gradcam": "Grad-CAM", "occlusion": "Occlusion",
}  # fmt: skip
SOURCES: dict[Method, str] = {
    "saliency": "Simonyan et al. 2013, arXiv:1312.6034", "gradient_input": "Shrikumar et al. 2016, arXiv:1605.01713",
    "integrated": "Sundararajan et al. 2017, arXiv:1703.01365", "gradcam": "Selvaraju et al. 2017, arXiv:1610.02391",
    "occlusion": "Zeiler and Fergus 2014, arXiv:1311.2901",
}  # fmt: skip
_PLACES = {"image": "pixel", "row": "number", "series": "moment", "words": "word"}
_HOW: dict[Method, str] = {
    "saliency": "How strongly it would change with a small change of each {place}, up or down.",
    "gradient_input": "Each {place} times its slope: what it would add if the network were linear.",
    "integrated": "How the difference from the baseline divides among the {place}s. Orange adds, blue takes away.",
    "gradcam": "Where the layer's maps speak for it.",
    "occlusion": "What is lost when {patch} is covered. Orange: it falls; blue: it rises.",
}
_CAUTION: dict[Method, str] = {
    "saliency": "It says what matters here, not what speaks for or against; much of it is noise.",
    "gradient_input": "What is 0 counts nothing, and where the network is saturated it says little.",
    "integrated": "What is like the baseline counts nothing: try another one.",
    "gradcam": "It is as coarse as those maps; what speaks against is left out.",
    "occlusion": "A covered sample may be unlike all that the network has learned; try other patches.",
}
BASELINES = {
    "image": (("Black", "zero"), ("Mean of the training data", "mean"), ("Blurred", "blurred"), ("Noise", "noise")),
    "row": (("Mean of the training data", "mean"), ("Zero", "zero"), ("Noise", "noise")),
    "series": (("Mean of the training data", "mean"), ("Zero", "zero"), ("Blurred", "blurred"), ("Noise", "noise")),
    "words": (("Padding", "zero"), ("Mean word vector", "mean"), ("Words by chance", "noise")),
}


def how(method: Method, seen: ExplainSeen) -> str:
    """One sentence on how to read it."""
    place = _PLACES[seen.form]
    patch = "a patch" if seen.form == "image" else "a stretch" if seen.form == "series" else f"a {place}"
    return _HOW[method].format(place=place, patch=patch)


def caution(method: Method) -> str:
    return _CAUTION[method]


def state_of(found: Attribution) -> str:
    """Its numbers, in a line: what it used, its sum, how much of it is known."""
    if found.missing:
        return ""
    parts = []
    if found.values is None or np.isnan(found.values).any():
        parts.append(f"{100 * found.done:.0f} %")
    if found.values is not None and found.detail:
        parts.append(found.detail)
    if found.values is not None and found.expected is not None:
        parts.append(completeness(found))
    return " · ".join(parts)


def age_of(found: Attribution, step: int) -> str:
    """All that is to be told of its numbers, with the step after which the weights were so."""
    told = state_of(found)
    age = f"of the weights after step {found.step:,}" if found.step != step else ""
    return " · ".join(part for part in (told, age) if part)


def completeness(found: Attribution) -> str:
    """How far the sum of Integrated Gradients is from the difference that it shares out."""
    assert found.expected is not None
    error = abs(found.total - found.expected)
    share = error / abs(found.expected) if found.expected else math.inf
    off = f"{100 * share:.2g} %" if share < 1 else number(error)
    return f"{off} off: Σ {number(found.total)} of {number(found.expected)}"


def reading(method: Method, seen: ExplainSeen) -> str:
    """How to read it and what it does not say, in a line."""
    return f"{TITLES[method]}: {how(method, seen)} {caution(method)}"


def tip_of(method: Method, seen: ExplainSeen) -> str:
    return f"{how(method, seen)}\n{caution(method)}\n{SOURCES[method]}"


def headline(seen: ExplainSeen) -> str:
    """Which number is explained, and how large it is."""
    text = f"{seen.explained[0].upper()}{seen.explained[1:]}: {number(seen.value)}"
    truth = f", in truth {seen.truth}" if seen.truth else ""
    return f"{text} · {seen.label}{truth}"
