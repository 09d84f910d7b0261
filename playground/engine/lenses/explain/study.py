"""The study of an explanation: all methods that are asked for, in slices beside the training."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import torch

from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.engine.lenses.explain.gradcam import Choices, choices, gradcam
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

Pace = tuple[Method, ...]
# The gradients of one point are told of the weights as they are, look by look; what takes many points is told of those
# at which its pass began.
_PACES: tuple[Pace, ...] = (("saliency", "gradient_input", "gradcam"), ("integrated", "occlusion"))


class Explaining(Study):
    """Each pass explains the weights at which it began; what takes longer than a look goes on in the next ones."""

    def __init__(self) -> None:
        self._passes: dict[Pace, _Pass] = {}
        self._last: dict[Method, Attribution] = {}  # whole ones, of the pass before
        self._at: int | None = None  # the weights of the last look
        self._choices: Choices | None = None
        self._question: Question | None = None  # the last one
        self._waiting: tuple[Pace, ...] = ()  # the one first for which there was no time in the last look

    def look(self, state: TrainingState, lens: Explain, brought: BroughtSamples) -> ExplainSeen:
        """Raises ``CannotTrain`` where there is nothing to explain."""
        rests, self._at = self._at == state.version, state.version
        until = time.perf_counter() + _SLICE
        worked = False
        self._waiting = self._waiting or _wanted(lens)
        with differentiable():
            for number, pace in enumerate(self._waiting):
                if worked and time.perf_counter() >= until and self._passes:
                    self._waiting = (*self._waiting[number:], *self._waiting[:number])
                    break
                known = self._passes.get(pace)
                if known is None or known.outdated(state, rests=rests):
                    self._begin(pace, self._asked(state, lens, brought))
                    worked = worked or time.perf_counter() >= until  # to ask took all of it
                worked = self._passes[pace].go_on(until, pause=worked) or worked
            passes = list(self._passes.values())
            current = all(each.finished and each.question.version == state.version for each in passes)
            self.unfinished = not current or len(passes) < len(self._waiting)
            return self._seen(max(passes, key=lambda each: each.question.version).question)

    def _asked(self, state: TrainingState, lens: Explain, brought: BroughtSamples) -> Question:
        """The question of the weights as they are: one for all passes that begin with these."""
        if self._question is None or self._question.version != state.version:
            given = fed(state, lens.network, lens.subject, brought)
            self._question = Question(state, lens, given, state.position.step)
        return self._question

    def _begin(self, pace: Pace, question: Question) -> None:
        """Anew where ``question`` explains another number than what is under way: newer weights say something else."""
        before = self._passes.get(pace)
        if any(each.question.explained != question.explained for each in self._passes.values()):
            self._passes, self._last = {}, {}
        elif before is not None:
            self._last = self._last | before.whole
        self._passes[pace] = _Pass(question, pace, self._layers_of)

    def _layers_of(self, question: Question) -> Choices:
        """Those that can be chosen, and the one that is; worked out once, in the turn of Grad-CAM."""
        if self._choices is None:
            self._choices = choices(question)
        found, last = self._choices
        return found, question.lens.layer if question.lens.layer in dict(found) else last

    def _seen(self, question: Question) -> ExplainSeen:
        """What is known; until a method has an answer, that of the pass before."""
        told = []
        layers, layer = self._layers_of(question) if self._choices is not None else ((), "")
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
            explained=_words(question, outputs), value=question.value, layers=layers, layer=layer,
            label=question.given.sample, truth=question.given.truth, subject=question.given.subject,
            count=question.given.count,
        )  # fmt: skip


def _wanted(lens: Explain) -> tuple[Pace, ...]:
    """The methods that are asked for; one pace at least, for what there is to be said of the sample itself."""
    found = (tuple(method for method in pace if method in lens.methods) for pace in _PACES)
    return tuple(filter(None, found)) or ((),)


class _Pass:
    def __init__(
        self, question: Question, methods: tuple[Method, ...], layers_of: Callable[[Question], Choices]
    ) -> None:
        self.question, self.finished, self._layers_of = question, False, layers_of
        self.found: dict[Method, Attribution] = {}
        self._open: list[tuple[Method, Steps]] = [(method, self._start(method)) for method in methods]

    def outdated(self, state: TrainingState, *, rests: bool) -> bool:
        """Whether a pass of the weights as they are is due."""
        return self.question.version != state.version and (self.finished or rests)

    def _start(self, method: Method) -> Steps:
        if method != "gradcam":
            return _METHODS[method](self.question)
        return self._gradcam()

    def _gradcam(self) -> Steps:
        layers, layer = self._layers_of(self.question)
        if layer:
            yield from gradcam(self.question, layer, dict(layers)[layer])
        elif layers:
            why = tr("This network has no convolution. Choose another layer that gives maps.")
            yield self._missing("gradcam", why)
        else:
            yield self._missing("gradcam", tr("No layer of this network gives maps over the places of the sample."))

    def go_on(self, until: float, *, pause: bool) -> bool:
        """Work until it is time, at least a little, so that it comes to an end, but for a ``pause``; whether there is
        anything to do.
        """
        worked = bool(self._open)
        while self._open and not pause:
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
        return worked

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
