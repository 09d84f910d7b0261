"""Why a network says what it says of one sample: how much each part of the input counts for one of its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from playground.protocol.lenses.base import Lens, Sight
from playground.protocol.lenses.subjects import FIRST_TEST, Subject

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np

Method = Literal["saliency", "gradient_input", "integrated", "gradcam", "occlusion"]
METHODS: tuple[Method, ...] = ("saliency", "gradient_input", "integrated", "gradcam", "occlusion")
Baseline = Literal["zero", "mean", "blurred", "noise"]
LIKELIEST_OTHER = -1


@dataclass(frozen=True, slots=True)
class Explain(Lens):
    """What counted for the number ``output`` of what the network says, None: for the largest one. Answered by
    ``ExplainSeen``.

    ``against``: explain that number less this one, ``LIKELIEST_OTHER`` for the largest of the others. ``baseline`` is
    what Integrated Gradients begins at, in ``steps`` steps, and what occlusion puts in the place of a patch of
    ``patch`` places to a side, moved by ``stride`` (0: what fits the sample). ``layer`` is the path of the layer that
    Grad-CAM looks at, "" for the last convolution. ``anew`` draws other noise.
    """

    subject: Subject = FIRST_TEST
    output: int | None = None
    against: int | None = None
    methods: tuple[Method, ...] = METHODS
    baseline: Baseline = "zero"
    steps: int = 32
    layer: str = ""
    patch: int = 0
    stride: int = 0
    anew: int = 0


@dataclass(frozen=True, slots=True)
class Attribution:
    """What one method says. ``values`` float32, laid out as ``ExplainSeen.form`` has it, None while nothing is known.

    Those of saliency and Grad-CAM are sizes, all others have a sign. ``total`` is the sum over all numbers of the
    sample. Integrated Gradients should sum to ``expected``, what the explained number is less what it is at the
    baseline; None for the others. ``done`` is the part that is worked out, from weights after ``step``. ``missing``
    says why there is nothing; ``detail`` what was used: a layer, a patch.
    """

    method: Method
    values: np.ndarray | None = None
    signed: bool = True
    total: float = 0.0
    expected: float | None = None
    done: float = 0.0
    step: int = 0
    detail: str = ""
    missing: str = ""


Form = Literal["image", "row", "series", "words"]


@dataclass(frozen=True, slots=True)
class ExplainSeen(Sight):
    """``sample`` is what was explained: "image" uint8 h×w (or h×w×3) with values h×w; "row" float32 n, its numbers in
    the units of the data, with ``names`` where they have any; "series" float32 time×features in those units; "words"
    none, ``names`` are the words, without padding: ``Attribution.total`` counts that too.

    ``outputs`` names the numbers that can be explained, ``scores`` (float64) is what they are and ``said`` (float32)
    what the network says in the end, with ``probabilities`` or not. ``output`` is the one that is explained, less
    ``against``; ``explained`` says in words what it is, ``value`` how much. ``layers``: path and title of those that
    Grad-CAM can look at, ``layer`` the one it does.
    """

    form: Form
    sample: np.ndarray
    names: tuple[str, ...]
    attributions: tuple[Attribution, ...]
    outputs: tuple[str, ...]
    scores: np.ndarray
    said: np.ndarray
    probabilities: bool
    output: int
    against: int | None
    explained: str
    value: float
    layers: tuple[tuple[str, str], ...]
    layer: str
    label: str
    truth: str
    subject: Subject
    count: int = 0
