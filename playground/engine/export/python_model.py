"""``model.py`` of an export: the network's class, ``load`` for its weights and ``predict`` for people."""

from __future__ import annotations

import textwrap
from collections.abc import Collection
from typing import Any

import numpy as np

from playground.core.codegen import Source, generate
from playground.core.codegen.layout import WIDTH, broken
from playground.core.codegen.quoting import literal, plain
from playground.core.plan import Plan
from playground.engine.export.interface import english, input_names, units
from playground.engine.export.prepared import prepares
from playground.engine.export.python_text import filled, fitted
from playground.engine.tasks import EVALUATION_BATCH
from playground.engine.trained import TrainedModel
from playground.training.losses import reading
from playground.training.outputs import final_activation

_IMPORTS = """
from pathlib import Path

import torch
"""
_LOAD = '''
«constants»


def load(path: str | Path = WEIGHTS) -> «whole»:
    """The network with the weights in ``path``, ready to predict."""
    model = «class»()
    model.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    return «ready»
'''
_PREPARED_IMPORTS = """
from torch import Tensor, nn
"""
_PREPARED = '''

class Prepared(nn.Module):
    """The network in the units of the data: «units», as while training."""

    def __init__(self, network: «class») -> None:
        super().__init__()
        self.network = network
        for name, values in PREPARATION.items():
            self.register_buffer(name, torch.tensor(values))

    def forward(self, x: Tensor) -> Tensor:
«steps»
'''

_PREDICT_IMPORTS = """
import numpy as np
from torch import Tensor
"""
_PREDICT = '''

def predict(«given»: np.ndarray | Tensor, model: «whole» | None = None) -> Tensor:
    """«promise» for «shape» «given».

«values»
    """
    model = load() if model is None else model
    x = torch.as_tensor(«given»)
    x = «converted»
    with torch.inference_mode():
        «read»
'''
_OUTPUTS = f"torch.cat([model(part) for part in x.split({EVALUATION_BATCH})])"
_READ = {
    "softmax": "torch.softmax(outputs, 1)",
    "sigmoid": "torch.sigmoid(outputs)",
    "log_softmax": "outputs.exp()",
}
# One output that tells two classes apart: what it says of the first and of the second.
_BOTH = {
    "drawn": "torch.cat((1 - outputs, outputs), 1)",
    "sigmoid": "torch.sigmoid(torch.cat((-outputs, outputs), 1))",
    "hinge": "torch.cat((-outputs, outputs), 1)",
}
# Names of what goes before the network and behind it, with what they stand for in ``Fitted``.
BEFORE = ("fill", "shift", "scale")
BEHIND = {"back_shift": "shift", "back_scale": "scale"}


def model_source(model: TrainedModel, weights: str, reserved: Collection[str] = ()) -> Source:
    """The whole file. ``load`` reads ``weights`` beside it; no class is called like one of ``reserved``."""
    plans = [model.plan(before_activation=bare) for bare in (False, True)]

    def after(name: str) -> str:
        text, imports = _LOAD, _IMPORTS
        if prepares(model):
            before, _, rest = text.partition("\n\n\ndef load")
            text = f"{before}\n{_PREPARED}\n\ndef load{rest}"
            imports += _PREPARED_IMPORTS
        if takes_samples(plans[0]):
            text += _PREDICT
            imports += _PREDICT_IMPORTS
        return fitted(filled(imports + text, {"class": name, **_words(model, plans[0], name, weights)}))

    title = f"{plain(model.project.title, 50) or model.network}: a network made with Neural Playground."
    return generate(plans[0], title=title, scores=plans[1], after=after, reserved=reserved)


def takes_samples(plan: Plan) -> bool:
    """Whether it is fed one batch of the data set and gives one result, as predicting and training need it."""
    return len(plan.feeds) == 1 and len(plan.outputs) == 1


def numbers(values: np.ndarray) -> Any:
    """float32 values as plain ones with the digits that they have, nested as their axes are."""
    if values.ndim:
        return tuple(numbers(part) for part in values)
    return float(str(np.float32(values)))


def _words(model: TrainedModel, plan: Plan, name: str, weights: str) -> dict[str, str]:
    shape = plan.feeds[0].shape if plan.feeds else model.data_shape
    sizes = "×".join(map(str, ("N", *shape.sizes)))
    return {
        "whole": "Prepared" if prepares(model) else name,
        "ready": "Prepared(model).eval()" if prepares(model) else "model.eval()",
        "units": units(model, english),
        "steps": _steps(model),
        "given": given_word(model),
        "shape": sizes,
        "values": textwrap.indent("\n".join(textwrap.wrap(_values(model), WIDTH - 4)), "    "),
        "converted": _converted(model),
        "promise": _promise(model),
        "read": _read(model),
        "constants": "\n".join(_constants(model, weights)),
    }


def given_word(model: TrainedModel) -> str:
    """What the network takes, in a word."""
    if model.cut.inputs:
        return "codes"
    if model.data_shape.is_image:
        return "images"
    return "noise" if model.tells == "data" and not model.takes_data else "samples"


def _constants(model: TrainedModel, weights: str) -> list[str]:
    named: dict[str, Any] = {}
    if input_names(model):
        named["FEATURES"] = tuple(input_names(model))
    if model.tells == "values" and model.names:
        named["TARGETS"] = tuple(model.names)
    elif model.classes:
        named["CLASSES"] = tuple(model.classes)
    lines = [f"WEIGHTS = Path(__file__).with_name({literal(weights)})"]
    for name, values in named.items():
        lines += broken(f"{name} = {literal(values)}")
    if prepares(model):
        lines += _preparation(model)
    return lines


def preparation(model: TrainedModel) -> dict[str, np.ndarray]:
    """The numbers of ``Prepared`` by name."""
    found = {name: getattr(model.entering, name) for name in BEFORE}
    found |= {name: getattr(model.leaving, own) for name, own in BEHIND.items()}
    return {name: values for name, values in found.items() if values is not None}


def _preparation(model: TrainedModel) -> list[str]:
    lines = ["PREPARATION = {"]
    for name, values in preparation(model).items():
        lines += broken(f"    {literal(name)}: {literal(numbers(values))},")
    return [*lines, "}"] if len(lines) > 1 else ["PREPARATION: dict[str, float] = {}"]


def _steps(model: TrainedModel) -> str:
    lines = []
    if model.entering.fill is not None:
        lines.append("x = torch.where(torch.isnan(x), self.fill, x)")
    if model.entering.shift is not None:
        lines.append("x = (x - self.shift) / self.scale")
    last = "self.network(x)"
    if model.activation == "sigmoid":
        last = f"torch.sigmoid({last})"
    lines.append(f"return {last}" if model.leaving.shift is None else f"y = {last}")
    if model.leaving.shift is not None:
        lines.append("return y * self.back_scale + self.back_shift")
    return "\n".join(f"        {line}" for line in lines)


def _values(model: TrainedModel) -> str:
    if model.data_shape.whole:
        taken = "Whole numbers."
    elif model.data_shape.is_image and not model.cut.inputs:
        taken = "Bytes from 0 to 255, or floats from 0 to 1."
    elif input_names(model):
        taken = "Columns are in the order of FEATURES, in the units of the data."
    else:
        taken = "Floats."
    if model.tells == "values" and model.names:
        return f"{taken} Results are in the order of TARGETS."
    what = "Results" if input_names(model) else "Columns"
    return f"{taken} {what} are in the order of CLASSES." if model.classes else taken


def _converted(model: TrainedModel) -> str:
    if model.data_shape.whole:
        return "x.to(torch.int64)"
    divisor = model.entering.divisor
    if divisor == 1:
        return "x.to(torch.float32)"
    by = literal(int(divisor) if divisor.is_integer() else divisor)
    return f"x.to(torch.float32).div_({by}) if x.dtype == torch.uint8 else x.to(torch.float32)"


def _promise(model: TrainedModel) -> str:
    if model.classes:
        return "Probabilities" if model.gives_probabilities else "Scores"
    if model.tells == "data":
        return "Reconstructions" if model.takes_data else "Samples"
    return {"values": "Values", "code": "Codes"}.get(model.tells, "Outputs")


def _read(model: TrainedModel) -> str:
    """What ``predict`` makes of the outputs of the network as drawn."""
    drawn, loss = final_activation(model.project.networks[model.network]), model.project.training.loss
    read: str | None = None
    if model.tells == "classes" and model.given.count == 1 and len(model.classes) == 2:
        read = _BOTH["drawn"] if drawn else _BOTH.get(reading(loss, None) or loss, _BOTH["drawn"])
    elif model.classes or model.tells == "values":
        how = reading(loss, None) if drawn is None else "log_softmax" if drawn == "log_softmax" else None
        read = _READ[how] if how and (model.classes or drawn is None) else None
    return f"return {_OUTPUTS}" if read is None else f"outputs = {_OUTPUTS}\n        return {read}"
