"""What the Samples tab will show of a task on its data: said before there is anything to see."""

from __future__ import annotations

from playground.core.language import mark, tr
from playground.training.datasets import Dataset

_IMAGES = mark("Press Run to see what the network makes of test images.")
_VAE = mark(
    "Press Run to see what comes back of the data, samples from the prior, and where the data lie among the codes."
)
_BY_TASK = {
    "autoencoder": mark("Press Run to see what comes back of the data, beside the originals."),
    "vae": _VAE,
    "gan": mark("Press Run to see what the generator makes of the same noise while it learns."),
    "forecasting": mark("Press Run to see forecasts over what really came."),
    "text": mark("Press Run to see texts with what the network says of them."),
}


def promise(task: str, dataset: Dataset | None) -> str:
    """A sentence for the empty tab. ``dataset`` is None where the data are not known."""
    return tr(_BY_TASK.get(task) or (_IMAGES if dataset is None else _supervised(dataset)))


def _supervised(dataset: Dataset) -> str:
    values = dataset.target.kind == "values"
    if dataset.shape.sizes == (2,) and not dataset.shape.whole:
        if values:
            return mark("Press Run to see what the network says of each place of the plane.")
        return mark("Press Run to see the network's decision regions.")
    if dataset.look == "images" and not values:
        return _IMAGES
    if dataset.look == "text":
        return _BY_TASK["text"]
    if values:
        return mark(
            "Press Run to see rows of the data with what the network says of them, and truth against prediction."
        )
    return mark("Press Run to see rows of the data with what the network says of them.")
