"""What each method is called, how its picture is to be read, and what it does not say."""

from __future__ import annotations

import math

import numpy as np

from playground.core.language import mark, tr
from playground.protocol import Attribution, ExplainSeen, Method
from playground.ui.evaluate.words import number
from playground.ui.sentences import sentences

TITLES: dict[Method, str] = {
    "saliency": mark("Saliency"), "gradient_input": mark("Gradient × input"),
    "integrated": mark("Integrated Gradients"), "gradcam": mark("Grad-CAM"),
    "occlusion": mark("Occlusion"),
}  # fmt: skip
SOURCES: dict[Method, str] = {
    "saliency": "Simonyan et al. 2013, arXiv:1312.6034", "gradient_input": "Shrikumar et al. 2016, arXiv:1605.01713",
    "integrated": "Sundararajan et al. 2017, arXiv:1703.01365", "gradcam": "Selvaraju et al. 2017, arXiv:1610.02391",
    "occlusion": "Zeiler and Fergus 2014, arXiv:1311.2901",
}  # fmt: skip
# What a sample is made of: one of them, several, and what occlusion covers at a time.
_PLACES = {
    "image": (mark("pixel"), mark("pixels"), mark("a patch")),
    "row": (mark("number"), mark("numbers"), mark("a number")),
    "series": (mark("moment"), mark("moments"), mark("a stretch")),
    "words": (mark("word"), mark("words"), mark("a word")),
}
_HOW: dict[Method, str] = {
    "saliency": mark("How strongly it would change with a small change of each {place}, up or down."),
    "gradient_input": mark("Each {place} times its slope: what it would add if the network were linear."),
    "integrated": mark(
        "How the difference from the baseline divides among the {places}. Orange adds, blue takes away."
    ),
    "gradcam": mark("Where the layer's maps speak for it."),
    "occlusion": mark("What is lost when {patch} is covered. Orange: it falls; blue: it rises."),
}
_CAUTION: dict[Method, str] = {
    "saliency": mark("It says what matters here, not what speaks for or against; much of it is noise."),
    "gradient_input": mark("What is 0 counts nothing, and where the network is saturated it says little."),
    "integrated": mark("What is like the baseline counts nothing: try another one."),
    "gradcam": mark("It is as coarse as those maps; what speaks against is left out."),
    "occlusion": mark("A covered sample may be unlike all that the network has learned; try other patches."),
}
BASELINES = {
    "image": (
        (mark("Black"), "zero"),
        (mark("Mean of the training data"), "mean"),
        (mark("Blurred"), "blurred"),
        (mark("Noise"), "noise"),
    ),
    "row": ((mark("Mean of the training data"), "mean"), (mark("Zero"), "zero"), (mark("Noise"), "noise")),
    "series": (
        (mark("Mean of the training data"), "mean"),
        (mark("Zero"), "zero"),
        (mark("Blurred"), "blurred"),
        (mark("Noise"), "noise"),
    ),
    "words": ((mark("Padding"), "zero"), (mark("Mean word vector"), "mean"), (mark("Words by chance"), "noise")),
}


def how(method: Method, seen: ExplainSeen) -> str:
    """One sentence on how to read it."""
    place, places, patch = (tr(text) for text in _PLACES[seen.form])
    return tr(_HOW[method], place=place, places=places, patch=patch)


def caution(method: Method) -> str:
    return tr(_CAUTION[method])


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
    age = tr("of the weights after step {step:,}", step=found.step) if found.step != step else ""
    return " · ".join(part for part in (told, age) if part)


def completeness(found: Attribution) -> str:
    """How far the sum of Integrated Gradients is from the difference that it shares out."""
    assert found.expected is not None
    error = abs(found.total - found.expected)
    share = error / abs(found.expected) if found.expected else math.inf
    off = f"{100 * share:.2g} %" if share < 1 else number(error)
    total, expected = number(found.total), number(found.expected)
    return tr("{off} off: Σ {total} of {expected}", off=off, total=total, expected=expected)


def reading(method: Method, seen: ExplainSeen) -> str:
    """How to read it and what it does not say, in a line."""
    told = sentences(how(method, seen), caution(method))
    return tr("{method}: {told}", method=tr(TITLES[method]), told=told)


def tip_of(method: Method, seen: ExplainSeen) -> str:
    return f"{how(method, seen)}\n{caution(method)}\n{SOURCES[method]}"


def headline(seen: ExplainSeen) -> str:
    """Which number is explained, and how large it is."""
    text = f"{seen.explained[0].upper()}{seen.explained[1:]}: {number(seen.value)}"
    if seen.truth:
        return tr("{text} · {sample}, in truth {truth}", text=text, sample=seen.label, truth=seen.truth)
    return f"{text} · {seen.label}"
