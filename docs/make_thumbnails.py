"""Makes the small pictures of the start page: what each preset's network gives, out of a short run of it.

``python -m docs.make_thumbnails [preset …]`` trains the presets named (all of them otherwise) for at most the time in
``RECIPES`` and writes ``resources/thumbnails/<preset>-light.png`` and ``-dark.png``, at a scale of 2. MNIST is needed
for some of them; a preset whose data are not on this machine keeps the picture that it has.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PIL import Image

import playground as pg
from docs.thumbnail_motifs import Found, paint_motif
from playground.core.presets import preset_names
from playground.engine.control import Control
from playground.engine.data import DataError
from playground.protocol import Event, Predictions
from playground.protocol.events import Views
from playground.ui.app import make_application
from playground.ui.theme import theme

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "thumbnails"
COLORS = 128


@dataclass(frozen=True)
class Recipe:
    """How long a preset trains for its picture, on how many samples, and which of its findings the picture shows."""

    seconds: float = 60
    limit: int | None = None
    shows: str = "views"  # the first that can be drawn, or one by its name; or "predictions", "weights", "maps"


RECIPES = {
    "digits-cnn": Recipe(shows="predictions"),
    "mnist-mlp": Recipe(40, 20_000, "weights"),
    "mnist-cnn": Recipe(60, 12_000, "maps"),
    "mnist-cnn-small": Recipe(20, 6_000, "predictions"),
    "mnist-mlp-dropout": Recipe(40, 20_000, "weights"),
    "residual-cnn": Recipe(40, 6_000, "maps"),
    "spiral-2d": Recipe(),
    "gan-2d": Recipe(90),
    "gan-small": Recipe(600),
    "autoencoder": Recipe(60, 20_000),
    "denoising-autoencoder": Recipe(45, 10_000),
    "vae": Recipe(120, 30_000, "samples"),
    "vae-2d": Recipe(120, 30_000, "manifold"),
    "lstm-forecast": Recipe(45),
    "diabetes": Recipe(),
}


def main(names: list[str]) -> int:
    application = make_application()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in names or [name for name in preset_names() if name in RECIPES]:
        try:
            found = _trained(name, RECIPES[name])
        except DataError as error:
            print(f"{name}: {error}")
            continue
        for look in ("light", "dark"):
            theme().apply(application, look)
            picture = paint_motif(found, RECIPES[name].shows)
            if picture is None:
                print(f"{name}: nothing to show")
                break
            path = FOLDER / f"{name}-{look}.png"
            if not picture.save(str(path)):
                raise SystemExit(f"{path} cannot be written")
            _shrink(path)
            print(path.name, f"{path.stat().st_size / 1024:.1f} KB", flush=True)
    return 0


def _trained(name: str, recipe: Recipe) -> Found:
    """What a run of at most ``recipe.seconds`` has shown last."""
    project = pg.load(name)
    if recipe.limit is not None:
        project = project.replace(data=project.data.replace(limit=recipe.limit))
    project = project.replace(training=project.training.replace(device="cpu"))
    control, began, found = Control(), time.monotonic(), Found()

    def on_event(event: Event) -> None:
        if isinstance(event, Views):
            found.views.update({view.name: view for view in event.views})
        elif isinstance(event, Predictions):
            found.predictions = event
        if time.monotonic() - began > recipe.seconds:
            control.stop()

    trained = pg.train(project, on_event=on_event, control=control)
    weights = [part.detach().cpu().numpy() for part in trained.state.module.parameters()]
    if recipe.shows == "maps":
        found.maps = _maps(trained)
    found.weights = next((part for part in weights if part.ndim in (2, 4)), np.zeros((0, 0)))
    print(f"{name}: {trained.seconds:.0f} s, views {sorted(found.views)}", flush=True)
    return found


def _maps(trained: pg.Trained) -> np.ndarray:
    """What the last convolution of images still large enough to be seen makes of the first test image: maps×h×w."""
    import torch

    seen: list[np.ndarray] = []
    hooks = [
        module.register_forward_hook(lambda _module, _given, out: seen.append(out.detach().cpu().numpy()[0]))
        for module in trained.state.module.modules() if isinstance(module, torch.nn.Conv2d)
    ]  # fmt: skip
    image, _ = trained.state.samples.stored("test", np.array([0]))
    trained.predict(image)
    for hook in hooks:
        hook.remove()
    return max((maps for maps in seen if maps.shape[1] >= 11), key=len)


def _shrink(path: Path) -> None:
    """Fewer colours, the same picture."""
    with Image.open(path) as picture:
        fewer = picture.convert("RGBA").quantize(COLORS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    fewer.save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
