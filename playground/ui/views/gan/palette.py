"""Colours of the game: what is real, what the generator makes, and the discriminator, the same in all of its parts."""

from __future__ import annotations

from PySide6.QtGui import QColor

from playground.ui.theme import theme


def real_color() -> QColor:
    """Of real samples: the upper end of the scale on which the discriminator's map lies."""
    return theme().color("val")


def fake_color() -> QColor:
    """Of the generator and of its fakes: the lower end."""
    return theme().color("train")


def judge_color() -> QColor:
    """Of the discriminator."""
    return theme().color("third")


def faded(color: QColor, alpha: float) -> QColor:
    """``color`` with an opacity from 0 to 1."""
    shown = QColor(color)
    shown.setAlphaF(min(1.0, max(0.0, alpha)))
    return shown
