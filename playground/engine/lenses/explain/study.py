"""The study of an explanation: all methods that are asked for, in slices beside the training."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import torch

from playground.engine.errors import CannotTrain
from playground.engine.lenses.explain.gradcam import choices, gradcam
from playground.engine.lenses.explain.gradients import gradient_input, integrated, saliency
from playground.engine.lenses.explain.layout import form_of, sample_of
from playground.engine.lenses.explain.occlusion import occlusion
from playground.engine.lenses.explain.quantity import MOST_OUTPUTS, named
from playground.engine.lenses.explain.question import Question, differentiable
from playground.engine.lenses.study import Study
from playground.engine.lenses.subjects import BroughtSamples, fed
from playground.engine.state import TrainingState
from playground.protocol.lenses.explain import Attribution, Explain, ExplainSeen, Method

_SLICE = 0.02  # seconds of a look

Steps = Iterator[Attribution]
_METHODS: dict[Method, Callable[[Question], Steps]] = {
    "saliency": saliency, "gradient_input": gradient_input, "integrated": integrated, "occlusion": occlusion,
}  # fmt: skip

# The gradients of one point are told of the weights as they are, look by look; what takes many points is told of those
# at which its pass began.
_PACES: tuple[tuple[Method, ...], ...] = (("saliency", "gradient_input", "gradcam"), ("integrated", "occlusion"))


class Explaining(Study):
    """Each pass explains the weights at which it began; what takes longer than a look goes on in the next ones."""

    def __init__(self) -> None:
        self._passes: dict[tuple[Method, ...], _Pass] = {}
        self._last: dict[Method, Attribution] = {}  # whole ones, of the pass before
        self._at: int | None = None  # the step of the last look

    def look(self, state: TrainingState, lens: Explain, brought: BroughtSamples) -> ExplainSeen:
        """Raises ``CannotTrain`` where there is nothing to explain."""
        here = state.position.step
        rests, self._at = self._at == here, here
        until = time.perf_counter() + _SLICE
        question: Question | None = None
        with differentiable():
            for pace in _PACES:
                known = self._passes.get(pace)
                if known is None or known.outdated(here, question) or (known.question.step != here and rests):
                    if question is None:
                        question = Question(state, lens, fed(state, lens.network, lens.subject, brought), here)
                    self._begin(pace, question)
                self._passes[pace].go_on(until)
            passes = list(self._passes.values())
            self.unfinished = any(not each.finished or each.question.step != here for each in passes)
            return self._seen(max(passes, key=lambda each: each.question.step).question)

    def _begin(self, pace: tuple[Method, ...], question: Question) -> None:
        before = self._passes.get(pace)
        self._passes[pace] = _Pass(question, tuple(method for method in pace if method in question.lens.methods))
        if before is not None:
            self._last = self._last | before.whole if before.question.explained == question.explained else {}

    def _seen(self, question: Question) -> ExplainSeen:
        """What is known; until a method has an answer, that of the pass before."""
        quick, told = self._passes[_PACES[0]], []
        found = {method: part for each in self._passes.values() for method, part in each.found.items()}
        for method in question.lens.methods:
            now, old = found.get(method, Attribution(method, step=question.step)), self._last.get(method)
            told.append(replace(old, done=now.done) if now.done < 1 and old is not None else now)
        sample, names = sample_of(question)
        outputs = named(question.known, question.scores.cpu().numpy())
        return ExplainSeen(
            form=form_of(question), sample=sample, names=names, attributions=tuple(told),
            outputs=outputs[:MOST_OUTPUTS], scores=_numbers(question.scores, np.float64),
            said=_numbers(question.said, np.float32), probabilities=question.known.probabilities,
            output=question.output, against=question.against,
            explained=_words(question, outputs), value=question.value, layers=quick.layers, layer=quick.layer,
            label=question.given.sample, truth=question.given.truth, subject=question.given.subject,
            count=question.given.count,
        )  # fmt: skip


class _Pass:
    def __init__(self, question: Question, methods: tuple[Method, ...]) -> None:
        self.question, self.finished = question, False
        self.layers, last = choices(question) if "gradcam" in methods else ((), "")
        wanted = question.lens.layer
        self.layer = wanted if wanted in dict(self.layers) else last
        self.found: dict[Method, Attribution] = {}
        self._open: list[tuple[Method, Steps]] = [(method, self._start(method)) for method in methods]

    def outdated(self, step: int, newer: Question | None) -> bool:
        """Whether a pass of the weights after ``step`` is due, or ``newer`` ones have another number explained."""
        other = newer is not None and newer.explained != self.question.explained
        return other or (self.finished and self.question.step != step)

    def _start(self, method: Method) -> Steps:
        if method != "gradcam":
            return _METHODS[method](self.question)
        if not self.layer:
            return iter((self._missing(method, self._no_layer()),))
        return gradcam(self.question, self.layer, dict(self.layers)[self.layer])

    def _no_layer(self) -> str:
        if self.layers:
            return "This network has no convolution. Choose another layer that gives maps."
        return "No layer of this network gives maps over the places of the sample."

    def go_on(self, until: float) -> None:
        """Work until it is time; at least a little, so that it comes to an end."""
        while self._open:
            method, steps = self._open[0]
            try:
                self.found[method] = next(steps)
            except StopIteration:
                self._open.pop(0)
                continue
            except CannotTrain as error:
                self.found[method] = self._missing(method, f"{error.message} {error.hint}".strip())
                self._open.pop(0)
            if time.perf_counter() >= until:
                break
        self.finished = not self._open
        if not self.finished:
            self.question.take_copy()

    def _missing(self, method: Method, message: str) -> Attribution:
        return Attribution(method, done=1.0, step=self.question.step, missing=message)

    @property
    def whole(self) -> dict[Method, Attribution]:
        return {name: one for name, one in self.found.items() if one.values is not None and one.done == 1}


def _numbers(values: torch.Tensor, kind: type) -> np.ndarray:
    found: np.ndarray = values[:MOST_OUTPUTS].detach().cpu().numpy().astype(kind)
    return found


def _words(question: Question, outputs: tuple[str, ...]) -> str:
    return replace(question.known, names=outputs).words(question.output, question.against)
