"""From attributions of all numbers of a sample to what is shown of them: pixels, features, words, moments."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from playground.engine.data.tokens import PADDING, Vocabulary
from playground.engine.lenses.explain.question import Question
from playground.engine.tasks import showing
from playground.protocol.lenses.explain import Form

MOST_SIDE, MOST_ROW = 192, 2000


def form_of(question: Question) -> Form:
    if question.entrance.whole:
        return "words"
    if question.point.dim() in (4, 5):
        return "image"
    return "series" if question.point.dim() == 3 else "row"


def laid_out(question: Question, values: Tensor, *, signed: bool = True) -> tuple[np.ndarray, float]:
    """``values`` 1×shape as they are shown, float32, and their sum: signed ones are summed over channels or features of
    a word, others give the largest of the channels and the length over the features of a word.
    """
    values = values.detach().float()
    if not signed:
        values = values.abs()
    total, found = float(values.double().sum()), values[0]
    form = form_of(question)
    if form == "words":
        found = found.sum(-1) if signed else torch.linalg.vector_norm(found, dim=-1)
    elif form == "image":
        found = found.sum(0) if signed else found.amax(0)
    return placed(question, found), total


def placed(question: Question, values: Tensor) -> np.ndarray:
    """One value for each place, as they are shown: without padding, of volumes the slice in the middle."""
    form = form_of(question)
    if form == "words":
        values = values[question.entrance.x[0] != PADDING]
    elif form == "image":
        if values.dim() == 3:
            values = values[values.shape[0] // 2]
        step = -(-max(values.shape) // MOST_SIDE)
        if step > 1:
            values = torch.nn.functional.avg_pool2d(values[None], step, ceil_mode=True, count_include_pad=False)[0]
    elif form == "row":
        values = values.flatten()[:MOST_ROW]
    shown: np.ndarray = values.cpu().numpy().astype(np.float32)
    return shown


def sample_of(question: Question) -> tuple[np.ndarray, tuple[str, ...]]:
    """What was explained as a person knows it, and the names of its numbers or its words."""
    samples, form = question.state.samples, form_of(question)
    features = samples.arrays.dataset.features
    if form == "words":
        ids = question.entrance.x[0]
        kept = ids[ids != PADDING].tolist()
        words = tuple(Vocabulary(samples.arrays.words).decode(kept)) if samples.arrays.words else ()
        return np.zeros(0, np.float32), words or tuple(str(number) for number in kept)
    point = question.point
    if form == "image":
        flat = point[:, :, point.shape[2] // 2] if point.dim() == 5 else point
        return showing.as_pictures(samples, flat)[0], ()
    own = samples.inputs.invert(point)[0].float().cpu().numpy()
    if form == "series":
        return own, features if len(features) == own.shape[1] else ()
    own = own.reshape(-1)[:MOST_ROW]
    return own, features if len(features) == len(own) else ()
