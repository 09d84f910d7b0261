"""The question before work would be lost: unsaved changes, a run under way, trained weights that nobody saved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from playground.core.language import tr


class Leave(Enum):
    """What a person decided."""

    SAVE = "save"
    BUNDLE = "bundle"
    DISCARD = "discard"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class AtStake:
    """What would be lost."""

    title: str
    dirty: bool
    training: bool
    weights: bool

    @property
    def anything(self) -> bool:
        return self.dirty or self.training or self.weights


def question(stake: AtStake, doing: str) -> tuple[str, str]:
    """The question and the line under it. ``doing`` is "closing", "opening another project" …"""
    if stake.dirty:
        text = tr("Save the changes to “{title}” before {doing}?", title=stake.title, doing=doing)
    elif stake.training:
        text = tr("“{title}” is being trained. Stop before {doing}?", title=stake.title, doing=doing)
    else:
        text = tr("The trained weights of “{title}” are not saved.", title=stake.title)
    more = []
    if stake.training and stake.dirty:
        more.append(tr("Training is under way and will be stopped."))
    if stake.weights and stake.training:
        more.append(tr("The trained weights are not saved: File ▸ Save trained bundle keeps them."))
    elif stake.weights and stake.dirty:
        more.append(tr("The trained weights are not saved either: a trained bundle keeps them, as they were trained."))
    elif stake.weights:
        more.append(tr("A trained bundle keeps them, together with the project and the curves."))
    return text, " ".join(more)


def ask_leave(parent: QWidget, stake: AtStake, doing: str) -> Leave:
    """Ask; closing the question means to stay."""
    text, more = question(stake, doing)
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Neural Playground", text, parent=parent)
    box.setInformativeText(more)
    role = QMessageBox.ButtonRole
    answers: dict[QPushButton, Leave] = {}
    if stake.dirty:
        answers[box.addButton(tr("Save"), role.AcceptRole)] = Leave.SAVE
        if stake.weights and not stake.training:
            answers[box.addButton(tr("Save trained bundle…"), role.AcceptRole)] = Leave.BUNDLE
        answers[box.addButton(tr("Discard"), role.DestructiveRole)] = Leave.DISCARD
    elif stake.training:
        answers[box.addButton(tr("Stop training"), role.DestructiveRole)] = Leave.DISCARD
    else:
        answers[box.addButton(tr("Save trained bundle…"), role.AcceptRole)] = Leave.BUNDLE
        answers[box.addButton(tr("Discard"), role.DestructiveRole)] = Leave.DISCARD
    cancel = box.addButton(tr("Cancel"), role.RejectRole)
    box.setEscapeButton(cancel)
    first = next(iter(answers))
    if answers[first] is Leave.DISCARD:
        box.setDefaultButton(cancel)  # Enter never loses anything
    else:
        first.setProperty("look", "primary")
        box.setDefaultButton(first)
    box.exec()
    clicked = box.clickedButton()
    decision = next((answer for button, answer in answers.items() if button is clicked), Leave.CANCEL)
    box.deleteLater()
    return decision
