"""Where a run stands, in words and figures: for the toolbar."""

from __future__ import annotations

from playground.core.language import tr
from playground.protocol import RunStarted


def place(epoch: int, batch: int, run: RunStarted) -> tuple[str, str]:
    """Epoch and batch, counted from 1, of all that there are."""
    return (
        tr("Epoch {epoch:,} of {epochs:,}", epoch=epoch, epochs=run.epochs),
        tr("batch {batch:,} / {batches:,}", batch=batch, batches=run.steps_per_epoch),
    )


def duration(seconds: float) -> str:
    """Minutes and seconds, "00:42", or "1:02:03"; a dash for what cannot be known."""
    if not 0 <= seconds < 100 * 3600:
        return "–"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"


def percent(share: float) -> str:
    """Two digits after the point: "98.61 %"."""
    return f"{100 * share:.2f} %"
