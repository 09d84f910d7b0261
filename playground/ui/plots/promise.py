"""What the Samples tab will show of a task on its data: said before there is anything to see."""

from __future__ import annotations

from playground.training.datasets import Dataset

_IMAGES = "what the network makes of test images"
_BY_TASK = {
    "autoencoder": "what comes back of the data, beside the originals",
    "vae": "what comes back of the data, samples from the prior, and where the data lie among the codes",
    "gan": "what the generator makes of the same noise while it learns",
    "forecasting": "forecasts over what really came",
    "text": "texts with what the network says of them",
}


def promise(task: str, dataset: Dataset | None) -> str:
    """A sentence for the empty tab. ``dataset`` is None where the data are not known."""
    what = _BY_TASK.get(task) or (_IMAGES if dataset is None else _supervised(dataset))
    return f"Press Run to see {what}."


def _supervised(dataset: Dataset) -> str:
    values = dataset.target.kind == "values"
    if dataset.shape.sizes == (2,) and not dataset.shape.whole:
        return "what the network says of each place of the plane" if values else "the network's decision regions"
    if dataset.look == "images" and not values:
        return _IMAGES
    if dataset.look == "text":
        return _BY_TASK["text"]
    return "rows of the data with what the network says of them" + (", and truth against prediction" if values else "")
