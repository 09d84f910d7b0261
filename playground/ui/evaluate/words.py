"""Numbers of a report as people read them."""

from __future__ import annotations

import math

from playground.core.language import mark, tr
from playground.protocol.findings import Report
from playground.training.metrics import METRICS
from playground.ui.widgets.numbers import counted

BIAS = mark("Mean error, in the units of the target: above 0 the network says too much.")
PARTS = {"test": mark("Test"), "validation": mark("Validation"), "train": mark("Training")}
_HEADLINES = {
    "test": mark("{count:,} test samples of {dataset}"),
    "validation": mark("{count:,} validation samples of {dataset}"),
    "train": mark("{count:,} training samples of {dataset}"),
}


def metric_title(name: str) -> str:
    known = METRICS.get(name)
    return tr(known.title) if known is not None else name.replace("_", " ").capitalize()


def metric_summary(name: str) -> str:
    known = METRICS.get(name)
    return tr(known.summary) if known is not None else ""


def metric_text(name: str, value: float) -> str:
    """ "97.50 %" or "0.0834"."""
    known = METRICS.get(name)
    return percent(value, 2) if known is not None and known.percent else number(value)


def percent(value: float, digits: int = 1) -> str:
    return f"{100 * value:.{digits}f} %" if math.isfinite(value) else "–"


def number(value: float) -> str:
    """Four digits."""
    if not math.isfinite(value):
        return "–" if math.isnan(value) else "∞" if value > 0 else "−∞"
    return (f"{value:,.0f}" if 1e4 <= abs(value) < 1e9 else f"{value:.4g}").replace("-", "−")


def short_count(count: int) -> str:
    """ "980", "1.1k", "12k", "3.4M": where little fits."""
    shown = float(count)
    for unit in ("", "k", "M", "G"):
        if shown < 999.5:
            return f"{shown:.1f}{unit}" if unit and shown < 9.95 else f"{shown:.0f}{unit}"
        shown /= 1000
    return f"{count:.0e}"


def samples_text(count: int) -> str:
    return counted(count, "sample")


def headline(report: Report) -> str:
    """What was looked at: "360 test samples of Digits"."""
    return tr(_HEADLINES[report.part], count=report.samples, dataset=report.dataset)
