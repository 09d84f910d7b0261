"""Views as a worker would send them, small enough to be checked by hand."""

from __future__ import annotations

import numpy as np

from playground import protocol


def make_plane(**changes: object) -> protocol.Plane:
    """Class "left" for x < 0, "right" for x > 0, between −2 and 2; the third of four points is on the wrong side."""
    values = np.tile(np.array([0, 0, 1, 1], np.float32), (4, 1))
    given: dict[str, object] = {
        "name": "plane", "title": "What it says of each place", "left": -2.0, "right": 2.0, "bottom": -2.0, "top": 2.0,
        "values": values, "certainty": np.full((4, 4), 0.75, np.float32),
        "points": np.array([[-1.5, 0], [1.5, 0], [-0.5, -1.5], [0.5, 1.5]], np.float32),
        "labels": np.array([0, 1, 1, 1]), "classes": ("left", "right"),
    }  # fmt: skip
    return protocol.Plane(**(given | changes))  # type: ignore[arg-type]


def make_pictures(count: int = 16, side: int = 28, **changes: object) -> protocol.Pictures:
    """Image k is of the brightness 10·k."""
    images = np.repeat(np.arange(count, dtype=np.uint8) * 10, side * side).reshape(count, side, side)
    given: dict[str, object] = {"name": "samples", "title": "Samples from the prior", "images": images}
    return protocol.Pictures(**(given | changes))  # type: ignore[arg-type]


def make_scatter(**changes: object) -> protocol.Scatter:
    """Codes of two classes and one point without a class."""
    given: dict[str, object] = {
        "name": "codes", "title": "Codes", "points": np.array([[0, 0], [4, 1], [2, 0.5]], np.float32),
        "labels": np.array([0, 1, -1]), "classes": ("cat", "dog"), "axes": ("z1", "z2"),
    }  # fmt: skip
    return protocol.Scatter(**(given | changes))  # type: ignore[arg-type]


def make_forecasts(count: int = 6, ahead: int = 5) -> protocol.Forecasts:
    """Given 0, 1, … 9, then 10, 11, …; each forecast is 0.5 too high."""
    given = np.tile(np.arange(10, dtype=np.float32), (count, 1))
    truth = np.tile(np.arange(10, 10 + ahead, dtype=np.float32), (count, 1))
    return protocol.Forecasts("forecasts", "Forecasts", given, truth, truth + 0.5)


def make_rows(said: tuple[str, ...] = ("a", "b", "b"), **changes: object) -> protocol.Rows:
    """Three rows of two columns whose truth is a, b, a."""
    truth = ("a", "b", "a")
    given: dict[str, object] = {
        "name": "rows", "title": "Rows and what it says of them", "columns": ("height", "colour"),
        "cells": (("1.5", "red"), ("−2", "blue"), ("3", "red")), "truth": truth, "said": said,
        "wrong": tuple(t != s for t, s in zip(truth, said, strict=True)),
    }  # fmt: skip
    return protocol.Rows(**(given | changes))  # type: ignore[arg-type]
