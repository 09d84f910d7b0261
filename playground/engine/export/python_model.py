"""``model.py`` of an export: the network's class, ``load`` for its weights and ``predict`` for people."""

from __future__ import annotations

from collections.abc import Collection

from playground.core.codegen import Source, generate
from playground.core.codegen.layout import broken
from playground.core.codegen.quoting import literal, plain
from playground.core.plan import Plan, make_plan
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
WEIGHTS = Path(__file__).with_name(«weights»)
«classes»


def load(path: str | Path = WEIGHTS) -> «class»:
    """The network with the weights in ``path``, ready to predict."""
    model = «class»()
    model.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    return model.eval()
'''

_PREDICT_IMPORTS = """
import numpy as np
from torch import Tensor
"""
_PREDICT = '''

def predict(«given»: np.ndarray | Tensor, model: «class» | None = None) -> Tensor:
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
    "softmax": f"outputs = {_OUTPUTS}\n    return torch.softmax(outputs, 1)",
    "sigmoid": f"outputs = {_OUTPUTS}\n    return torch.sigmoid(outputs)",
    "log_softmax": f"outputs = {_OUTPUTS}\n    return outputs.exp()",
    None: f"return {_OUTPUTS}",
}


def model_source(model: TrainedModel, weights: str, reserved: Collection[str] = ()) -> Source:
    """The whole file. ``load`` reads ``weights`` beside it; no class is called like one of ``reserved``."""
    project = model.project
    graph = project.networks[model.network]
    plans = [
        make_plan(graph, model.data_shape, network=model.network, networks=project.networks, before_activation=bare)
        for bare in (False, True)
    ]

    def after(name: str) -> str:
        text = _IMPORTS + _LOAD
        if takes_samples(plans[0]):
            text = _IMPORTS + _PREDICT_IMPORTS + _LOAD + _PREDICT
        return fitted(filled(text, {"class": name, "weights": literal(weights), **_words(model, plans[0])}))

    title = f"{plain(project.title, 50) or model.network}: a network made with Neural Playground."
    return generate(plans[0], title=title, scores=plans[1], after=after, reserved=reserved)


def takes_samples(plan: Plan) -> bool:
    """Whether it is fed one batch of the data set and gives one result, as predicting and training need it."""
    return len(plan.feeds) == 1 and len(plan.outputs) == 1


def _words(model: TrainedModel, plan: Plan) -> dict[str, str]:
    shape = plan.feeds[0].shape if plan.feeds else model.data_shape
    sizes = "×".join(map(str, ("N", *shape.sizes)))
    given = "images" if shape.is_image else "samples"
    values = "Bytes from 0 to 255, or floats from 0 to 1. Columns are in the order of CLASSES."
    converted = "x.to(torch.float32).div_(255) if x.dtype == torch.uint8 else x.to(torch.float32)"
    if shape.whole:
        values, converted = "Whole numbers. Columns are in the order of CLASSES.", "x.to(torch.int64)"
    return {
        "given": given,
        "shape": sizes,
        "values": values,
        "converted": converted,
        "promise": "Probabilities" if model.gives_probabilities else "Scores",
        "read": _read(model),
        "classes": "\n".join(broken(f"CLASSES = {literal(tuple(model.classes))}")),
    }


def _read(model: TrainedModel) -> str:
    """What ``predict`` makes of the outputs of the network as drawn."""
    drawn = final_activation(model.project.networks[model.network])
    if drawn is None:
        return _READ[reading(model.project.training.loss, None)]
    return _READ["log_softmax" if drawn == "log_softmax" else None]
